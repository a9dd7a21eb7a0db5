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
from theory.expressions import Call, Constant, Floats, NamedConstant, Node, Power, Product, Sum, Variable
from theory.intervals import Interval, upper_product, upper_sum

__all__ = ["lipschitz", "ranges"]

MAX_BOXES = 40_000
_ROUNDS = 40
_CLOSE = 1.002
"""Subdivision ends when the bound is this close to a sampled slope."""


@dataclass(frozen=True)
class _Jet:
    """On boxes [cells]: range, gradient [n, cells], and a Lipschitz constant for the maximum norm."""

    value: Interval
    gradient: Interval
    slope: Floats


def _jet(node: Node, x: Interval, seen: dict[int, _Jet]) -> _Jet:
    if id(node) not in seen:
        jet = _compute(node, x, seen)
        steepest = upper_sum(jet.gradient.magnitude())
        steepest = np.where(np.isnan(steepest), np.inf, steepest)
        slope = np.where(np.isnan(jet.slope), np.inf, jet.slope)
        seen[id(node)] = _Jet(jet.value, jet.gradient, np.minimum(slope, steepest))
    return seen[id(node)]


def _constant(value: Interval, x: Interval) -> _Jet:
    cells = x.lo.shape[1]
    zeros = np.zeros_like(x.lo)
    full = Interval(np.broadcast_to(value.lo, (cells,)), np.broadcast_to(value.hi, (cells,)))
    return _Jet(full, Interval(zeros, zeros), np.zeros(cells))


def _compute(node: Node, x: Interval, seen: dict[int, _Jet]) -> _Jet:
    match node:
        case Variable(_, index):
            unit = np.zeros_like(x.lo)
            unit[index] = 1.0
            return _Jet(x[index], Interval(unit, unit), np.ones(x.lo.shape[1]))
        case Constant(value):
            return _constant(Interval.of(value), x)
        case NamedConstant(_, enclosure):
            return _constant(Interval.of(enclosure()), x)
        case Sum(terms):
            return reduce(_sum, [_jet(term, x, seen) for term in terms])
        case Product(factors):
            return reduce(_product, [_jet(factor, x, seen) for factor in factors])
        case Power(base, exponent):
            u = _jet(base, x, seen)
            slope = intervals.power_derivative(u.value, exponent)
            return _chain(intervals.power(u.value, exponent), slope, u)
        case Call(function, arguments):
            return _call(function.name, [_jet(argument, x, seen) for argument in arguments])


def _sum(u: _Jet, v: _Jet) -> _Jet:
    return _Jet(u.value + v.value, u.gradient + v.gradient, intervals.up(u.slope + v.slope))


def _product(u: _Jet, v: _Jet) -> _Jet:
    a, b = u.value.magnitude(), v.value.magnitude()
    slope = intervals.up(upper_product(b, u.slope) + upper_product(a, v.slope))
    return _Jet(u.value * v.value, v.value * u.gradient + u.value * v.gradient, slope)


def _chain(value: Interval, derivative: Interval, u: _Jet) -> _Jet:
    return _Jet(value, derivative * u.gradient, upper_product(derivative.magnitude(), u.slope))


def _call(name: str, arguments: Sequence[_Jet]) -> _Jet:
    if name in ("max", "min"):
        return _extreme(arguments, 1.0 if name == "max" else -1.0)
    if name == "norm":
        square = reduce(lambda a, b: a + b, [u.value.square() for u in arguments])
        unit = np.ones_like(square.lo)
        gradient = reduce(lambda a, b: a + b, [Interval(-unit, unit) * u.gradient for u in arguments])
        length = Interval.sqrt(reduce(lambda a, b: a + b, [Interval(u.slope, u.slope).square() for u in arguments]))
        return _Jet(square.sqrt(), gradient, length.hi)
    u = arguments[0]
    return _chain(intervals.value(name, u.value), intervals.derivative(name, u.value), u)


def _extreme(arguments: Sequence[_Jet], sign: float) -> _Jet:
    choose = np.maximum if sign > 0 else np.minimum
    low, high = (reduce(choose, ends) for ends in zip(*[(u.value.lo, u.value.hi) for u in arguments], strict=True))
    g_low, g_high = np.full_like(arguments[0].gradient.lo, np.inf), np.full_like(arguments[0].gradient.lo, -np.inf)
    slope = np.zeros_like(low)
    for u in arguments:
        beaten = u.value.hi < low if sign > 0 else u.value.lo > high
        g_low = np.minimum(g_low, np.where(beaten, np.inf, u.gradient.lo))
        g_high = np.maximum(g_high, np.where(beaten, -np.inf, u.gradient.hi))
        slope = np.maximum(slope, np.where(beaten, 0.0, u.slope))
    return _Jet(Interval(low, high), Interval(g_low, g_high), slope)


def ranges(nodes: Sequence[Node], x: Interval) -> list[Interval]:
    """Enclosures [cells] of each component on the boxes x [n, cells]."""
    seen: dict[int, _Jet] = {}
    with np.errstate(all="ignore"):
        return [_jet(node, x, seen).value for node in nodes]


def _slopes(nodes: Sequence[Node], x: Interval) -> Floats:
    seen: dict[int, _Jet] = {}
    with np.errstate(all="ignore"):
        return reduce(np.maximum, [_jet(node, x, seen).slope for node in nodes])


def lipschitz(nodes: Sequence[Node], n: int) -> float:
    """An upper bound of the Lipschitz constant on [0,1]^n, maximum norms on both sides, by subdivision.

    Raises `HypothesisError` when no finite one is found.
    """
    rng = np.random.default_rng(0)
    points = rng.random((n, 512))
    points[:, 256:] = np.round(points[:, 256:])
    seen = _slopes(nodes, Interval(points, points))
    goal = float(np.max(seen[np.isfinite(seen)], initial=0.0)) * _CLOSE
    low, high = np.zeros((n, 1)), np.ones((n, 1))
    best = 0.0
    for _ in range(_ROUNDS):
        slopes = _slopes(nodes, Interval(low, high))
        if len(slopes) == 1 and slopes[0] <= goal:
            return float(slopes[0])
        open_ = slopes > goal
        best = max(best, float(np.max(slopes[~open_], initial=0.0)))
        if not open_.any():
            return best
        low, high = low[:, open_], high[:, open_]
        if 2 * low.shape[1] > MAX_BOXES:
            best = max(best, float(slopes.max()))
            break
        axis = np.argmax(high - low, axis=0)
        middle = (low + high) / 2
        mask = np.arange(n)[:, None] == axis
        low, high = (
            np.concatenate([low, np.where(mask, middle, low)], axis=1),
            np.concatenate([np.where(mask, middle, high), high], axis=1),
        )
    else:
        best = max(best, float(_slopes(nodes, Interval(low, high)).max(initial=0.0)))
    if not np.isfinite(best):
        raise HypothesisError(
            "no Lipschitz constant of the target on [0,1]^n could be proved: its slope is not seen to be bounded. "
            "If you know one (maximum norms), give it with --lipschitz L"
        )
    return best
