"""Ranges and Lipschitz constants, for the maximum norm, of expressions over boxes in [0,1]^n (vectorised intervals).

The Lipschitz constant of a component for the maximum norm is sup sum_p |d_p f|; for min and max the largest one of the
arguments is better than Clarke's hull, so both rules run side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from theory import intervals
from theory.errors import HypothesisError
from theory.expressions import (
    Call,
    Constant,
    Floats,
    NamedConstant,
    Node,
    Power,
    Product,
    Sum,
    Variable,
    children,
    variables,
)
from theory.intervals import Interval, upper_product, upper_sum

__all__ = ["lipschitz", "ranges"]

MAX_BOXES = 40_000
_ROUNDS = 40
_CLOSE = 1.002
"""Subdivision ends when the bound is this close to a sampled slope."""


# --- ranges ----------------------------------------------------------------------------------------------------------


def _range(node: Node, x: Interval, args: Sequence[Interval]) -> Interval:
    """The range of the last operation of ``node`` over ranges [cells] of its operands."""
    match node:
        case Variable(_, index):
            return x[index]
        case Constant(value):
            return _spread(Interval.of(value), x)
        case NamedConstant(_, enclosure):
            return _spread(Interval.of(enclosure()), x)
        case Sum():
            return reduce(lambda u, v: u + v, args)
        case Product():
            return reduce(lambda u, v: u * v, args)
        case Power(_, exponent):
            return intervals.power(args[0], exponent)
        case Call(function) if function.name in ("max", "min"):
            choose = np.maximum if function.name == "max" else np.minimum
            return Interval(reduce(choose, [u.lo for u in args]), reduce(choose, [u.hi for u in args]))
        case Call(function) if function.name == "norm":
            return reduce(lambda u, v: u + v, [u.square() for u in args]).sqrt()
        case Call(function):
            return intervals.value(function.name, args[0])


def _spread(number: Interval, x: Interval) -> Interval:
    cells = x.lo.shape[1:]
    return Interval(np.broadcast_to(number.lo, cells), np.broadcast_to(number.hi, cells))


def ranges(nodes: Sequence[Node], x: Interval) -> list[Interval]:
    """Enclosures [cells] of each component on the boxes x [n, cells]."""

    def value(node: Node) -> Interval:
        return _range(node, x, [value(child) for child in children(node)])

    with np.errstate(all="ignore"):
        return [value(node) for node in nodes]


# --- slopes ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Jet:
    """On boxes [cells]: range, gradient [n, cells], and a Lipschitz constant for the maximum norm."""

    value: Interval
    gradient: Interval
    slope: Floats


def _jet(node: Node, x: Interval) -> _Jet:
    args = [_jet(child, x) for child in children(node)]
    value = _range(node, x, [u.value for u in args])
    gradient, slope = _slope(node, value, args, x)
    steepest = upper_sum(gradient.magnitude())
    steepest = np.where(np.isnan(steepest), np.inf, steepest)
    return _Jet(value, gradient, np.minimum(np.where(np.isnan(slope), np.inf, slope), steepest))


def _slope(node: Node, value: Interval, args: list[_Jet], x: Interval) -> tuple[Interval, Floats]:
    """Gradient and Lipschitz constant of the last operation."""
    match node:
        case Variable(_, index):
            unit = np.zeros_like(x.lo)
            unit[index] = 1.0
            return Interval(unit, unit), np.ones(x.lo.shape[1])
        case Constant() | NamedConstant():
            return Interval(np.zeros_like(x.lo), np.zeros_like(x.lo)), np.zeros(x.lo.shape[1])
        case Sum():
            return reduce(lambda u, v: u + v, [u.gradient for u in args]), upper_sum(np.array([u.slope for u in args]))
        case Product():
            product = reduce(_product, args)
            return product.gradient, product.slope
        case Power(_, exponent):
            return _chain(intervals.power_derivative(args[0].value, exponent), args[0])
        case Call(function) if function.name in ("max", "min"):
            return _extreme(value, args, 1.0 if function.name == "max" else -1.0)
        case Call(function) if function.name == "norm":
            unit = np.ones_like(value.lo)
            terms = [Interval(-unit, unit) * u.gradient for u in args]
            squares = [Interval(u.slope, u.slope).square() for u in args]
            return reduce(lambda u, v: u + v, terms), reduce(lambda u, v: u + v, squares).sqrt().hi
        case Call(function):
            return _chain(intervals.derivative(function.name, args[0].value), args[0])


def _product(u: _Jet, v: _Jet) -> _Jet:
    a, b = u.value.magnitude(), v.value.magnitude()
    slope = intervals.up(upper_product(b, u.slope) + upper_product(a, v.slope))
    return _Jet(u.value * v.value, v.value * u.gradient + u.value * v.gradient, slope)


def _chain(derivative: Interval, u: _Jet) -> tuple[Interval, Floats]:
    return derivative * u.gradient, upper_product(derivative.magnitude(), u.slope)


def _extreme(value: Interval, args: Sequence[_Jet], sign: float) -> tuple[Interval, Floats]:
    """The hull, or the largest constant, of the arguments that may attain the extreme value."""
    low, high = np.full_like(args[0].gradient.lo, np.inf), np.full_like(args[0].gradient.lo, -np.inf)
    slope = np.zeros_like(value.lo)
    for u in args:
        beaten = u.value.hi < value.lo if sign > 0 else u.value.lo > value.hi
        low = np.minimum(low, np.where(beaten, np.inf, u.gradient.lo))
        high = np.maximum(high, np.where(beaten, -np.inf, u.gradient.hi))
        slope = np.maximum(slope, np.where(beaten, 0.0, u.slope))
    return Interval(low, high), slope


def _slopes(node: Node, x: Interval) -> Floats:
    """Lipschitz constants [cells] on the boxes x [n, cells]."""
    with np.errstate(all="ignore"):
        return _jet(node, x).slope


def lipschitz(nodes: Sequence[Node], n: int) -> float:
    """An upper bound of the Lipschitz constant on [0,1]^n, maximum norms on both sides, by subdivision.

    Raises `HypothesisError` when no finite one is found.
    """
    found = max(_component(node, n) for node in set(nodes))
    if not np.isfinite(found):
        raise HypothesisError(
            "no Lipschitz constant of the target on [0,1]^n could be proved: its slope is not seen to be bounded. "
            "If you know one (maximum norms), give it with --lipschitz L"
        )
    return found


def _component(node: Node, n: int) -> float:
    """The bound for one component: boxes are halved along the variables that occur."""
    axes = sorted(variables(node))
    points = np.random.default_rng(0).random((n, 512))
    points[:, 256:] = np.round(points[:, 256:])
    seen = _slopes(node, Interval(points, points))
    goal = float(np.max(seen[np.isfinite(seen)], initial=0.0)) * _CLOSE
    low, high = np.zeros((n, 1)), np.ones((n, 1))
    slopes = _slopes(node, Interval(low, high))
    best = 0.0
    for _ in range(_ROUNDS * max(len(axes), 1)):
        open_ = slopes > goal
        best = max(best, float(np.max(slopes[~open_], initial=0.0)))
        low, high, slopes = low[:, open_], high[:, open_], slopes[open_]
        if not len(slopes) or not axes or 2 * len(slopes) > MAX_BOXES:
            break
        axis = np.array(axes)[np.argmax((high - low)[axes], axis=0)]
        middle = (low + high) / 2
        mask = np.arange(n)[:, None] == axis
        low, high = (
            np.concatenate([low, np.where(mask, middle, low)], axis=1),
            np.concatenate([np.where(mask, middle, high), high], axis=1),
        )
        slopes = _slopes(node, Interval(low, high))
    return max(best, float(slopes.max(initial=0.0)))
