"""Ranges and slopes of expressions on boxes of coordinates, in float64 intervals (rules R1 and R2).

The tangential gradient of a target is enclosed by forward differentiation, with Clarke's hulls at the kinks of abs,
max, min and norm; beside it runs a plain Lipschitz constant, which survives where a gradient is unbounded (acos at 1).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add, mul

import numpy as np

from theory import intervals
from theory.cells import Reduced
from theory.expressions import Call, Constant, Floats, NamedConstant, Node, Power, Product, Sum, Variable
from theory.intervals import Interval, upper_product, upper_sum

__all__ = ["Boxes", "Cap", "Caps", "Jet"]


@dataclass(frozen=True)
class Cap:
    """What is known of a subexpression on the whole sphere: range in [low, high], Lipschitz constant <= slope."""

    low: float = -np.inf
    high: float = np.inf
    slope: float = np.inf


Caps = Mapping[int, Cap]
"""Caps by ``id`` of the node."""


@dataclass(frozen=True)
class Jet:
    """A function on n boxes: its range, and its tangential gradient as P_x g plus a vector of length <= rest.

    ``value`` [n]; ``gradient`` g [r, n] in the used coordinates (None: zero); ``rest`` [n]; ``slope`` [n], an upper
    bound of the Lipschitz constant on each box (rule R2 joined with |P_x g| + rest).
    """

    value: Interval
    gradient: Interval | None
    rest: Floats
    slope: Floats


class Boxes:
    """Evaluates expressions on boxes x [r, n] of the used coordinates; ``caps`` say what is known beforehand."""

    def __init__(self, x: Interval, reduced: Reduced, caps: Caps) -> None:
        self.x, self.reduced, self.caps = x, reduced, caps

    def range(self, node: Node) -> Interval:
        """The range of the expression on each box, shape [n] ([] for constants)."""
        match node:
            case Variable(_, index):
                return self.x[self.reduced.slot(index)]
            case Constant(number):
                return Interval.of(number)
            case NamedConstant(_, enclosure):
                return Interval.of(enclosure())
            case Sum(terms):
                result = reduce(add, map(self.range, terms))
            case Product(factors):
                result = reduce(mul, map(self.range, factors))
            case Power(base, exponent):
                result = intervals.power(self.range(base), exponent)
            case Call(function, arguments):
                values = list(map(self.range, arguments))
                several = _SEVERAL.get(function.name)
                result = several(values) if several else intervals.value(function.name, values[0])
        return self._capped(result, node)

    def jet(self, node: Node) -> Jet:
        """The range and the slope of the expression on each box."""
        match node:
            case Variable(_, index):
                slot = self.reduced.slot(index)
                unit = np.zeros_like(self.x.lo)
                unit[slot] = 1.0
                zero = np.zeros_like(self.x.lo[slot])
                result = Jet(self.x[slot], Interval(unit, unit), zero, zero + np.inf)
            case Constant() | NamedConstant():
                zero = np.zeros(())
                return Jet(self.range(node), None, zero, zero)
            case Sum(terms):
                result = reduce(_sum, map(self.jet, terms))
            case Product(factors):
                result = reduce(_product, map(self.jet, factors))
            case Power(base, exponent):
                u = self.jet(base)
                result = _chain(intervals.power(u.value, exponent), intervals.power_derivative(u.value, exponent), u)
            case Call(function, arguments):
                result = self._call(function.name, list(map(self.jet, arguments)))
        return self._finished(result, node)

    def _call(self, name: str, arguments: list[Jet]) -> Jet:
        values = [u.value for u in arguments]
        match name:
            case "max" | "min":
                return _extreme(_SEVERAL[name](values), arguments, 1.0 if name == "max" else -1.0)
            case "norm":
                length = _length(values)
                inverse = length.inverse()
                parts = [_chain(u.value, _direction(u.value, length, inverse), u) for u in arguments]
                total = reduce(_sum, parts)
                squares = reduce(np.add, [upper_product(u.slope, u.slope) for u in arguments])
                return Jet(
                    length, total.gradient, total.rest, np.minimum(total.slope, _root_of_sum(squares, len(parts)))
                )
        (u,) = arguments
        return _chain(intervals.value(name, u.value), intervals.derivative(name, u.value), u)

    def _capped(self, u: Interval, node: Node) -> Interval:
        cap = self.caps.get(id(node))
        return u if cap is None else u.clip(cap.low, cap.high)

    def _finished(self, jet: Jet, node: Node) -> Jet:
        """The jet with all that is known of its slope; an unbounded gradient moves into ``rest``."""
        if jet.gradient is None:
            return jet
        slope = np.minimum(jet.slope, intervals.up(np.sqrt(self.tangent_square(jet.gradient)) + jet.rest))
        cap = self.caps.get(id(node))
        if cap is not None:
            slope = np.minimum(slope, cap.slope)
        gradient, rest = jet.gradient, jet.rest
        unbounded = ~(np.isfinite(gradient.lo).all(axis=0) & np.isfinite(gradient.hi).all(axis=0) & np.isfinite(rest))
        if unbounded.any():
            gradient = Interval(np.where(unbounded, 0.0, gradient.lo), np.where(unbounded, 0.0, gradient.hi))
            rest = np.where(unbounded, slope, rest)
        return Jet(self._capped(jet.value, node), gradient, rest, slope)

    def tangent_square(self, g: Interval) -> Floats:
        """Upper bounds [n] of |P_x g|^2 = |g|^2 - <x,g>^2."""
        square = g.square().sum()
        return np.maximum(np.minimum(square.hi, (square - (self.x * g).sum().square()).hi), 0.0)

    def slope(self, nodes: Sequence[Node]) -> Floats:
        """Upper bounds [n] of the Lipschitz constant of the map with these components on each box."""
        jets = [self.jet(node) for node in nodes]
        n = self.x.lo.shape[1:]
        if len(jets) == 1:
            return np.broadcast_to(jets[0].slope, n)
        squares = reduce(np.add, [upper_product(u.slope, u.slope) for u in jets])
        best = np.broadcast_to(_root_of_sum(squares, len(jets)), n)
        moving = [u for u in jets if u.gradient is not None]
        if 2 <= len(moving) <= _LARGEST_JACOBIAN:
            rest = _root_of_sum(reduce(np.add, [upper_product(u.rest, u.rest) for u in moving]), len(moving))
            best = np.minimum(
                best, intervals.up(self._operator_norm([u.gradient for u in moving if u.gradient]) + rest)
            )
        return best

    def _operator_norm(self, rows: Sequence[Interval]) -> Floats:
        """Upper bounds [n] of the largest singular value of the Jacobian with these rows on the tangent space.

        J P J^T has a midpoint C and a radius R entrywise; its largest eigenvalue is at most that of C plus the largest
        row sum of R, and that of C is bounded by Frobenius norms of C, C^2, C^4, C^8: (sum lam^16)^(1/16).
        """
        q = len(rows)
        radial = [(self.x * g).sum() for g in rows]
        middle = np.zeros((self.x.lo.shape[1], q, q))
        radius = np.zeros_like(middle)
        for i in range(q):
            for j in range(i + 1):
                diagonal = rows[i].square().sum() - radial[i].square()
                entry = diagonal if i == j else (rows[i] * rows[j]).sum() - radial[i] * radial[j]
                centre = 0.5 * (entry.lo + entry.hi)
                middle[:, i, j] = middle[:, j, i] = centre
                radius[:, i, j] = radius[:, j, i] = intervals.up(np.maximum(entry.hi - centre, centre - entry.lo))
        bound = _largest_eigenvalue(middle) + upper_sum(np.moveaxis(radius, 2, 0)).max(axis=1)
        return intervals.up(np.sqrt(np.maximum(intervals.up(bound), 0.0)))


_LARGEST_JACOBIAN = 8


def _largest_eigenvalue(matrices: Floats) -> Floats:
    """Upper bounds [n] of the spectral radius of symmetric matrices [n, q, q]; infinite where they overflow."""
    q = matrices.shape[1]
    error = (q + 4) * 2.0**-52
    bound = np.full(len(matrices), np.inf)
    # rho(C)^2 = rho(C^2) <= rho(fl(C C)) + error |C|_F^2, and so on; offsets[i] is that of the i-th squaring.
    offsets: list[Floats] = []
    for _ in range(4):
        squares = upper_sum(np.moveaxis(matrices * matrices, 0, 2).reshape(q * q, -1))
        top = intervals.up(np.sqrt(squares))
        for offset in reversed(offsets):
            top = intervals.up(np.sqrt(intervals.up(top + offset)))
        bound = np.fmin(bound, top)
        offsets.append(intervals.up(error * squares + 1e-300))
        matrices = matrices @ matrices
        matrices = 0.5 * (matrices + np.moveaxis(matrices, 1, 2))
    return np.where(np.isnan(bound), np.inf, bound)


def _root_of_sum(squares: Floats, count: int) -> Floats:
    """Upper bounds of the root of a float sum of ``count`` nonnegative upper bounds."""
    return intervals.up(np.sqrt(intervals.up(squares * (1 + count * 2.0**-51))))


def _added(a: Interval | None, b: Interval | None) -> Interval | None:
    return b if a is None else a if b is None else a + b


def _scaled(factor: Interval, g: Interval | None) -> Interval | None:
    return None if g is None else factor * g


def _sum(u: Jet, v: Jet) -> Jet:
    return Jet(
        u.value + v.value,
        _added(u.gradient, v.gradient),
        intervals.up(u.rest + v.rest),
        intervals.up(u.slope + v.slope),
    )


def _product(u: Jet, v: Jet) -> Jet:
    a, b = u.value.magnitude(), v.value.magnitude()
    return Jet(
        u.value * v.value,
        _added(_scaled(v.value, u.gradient), _scaled(u.value, v.gradient)),
        intervals.up(upper_product(b, u.rest) + upper_product(a, v.rest)),
        intervals.up(upper_product(b, u.slope) + upper_product(a, v.slope)),
    )


def _chain(value: Interval, derivative: Interval, u: Jet) -> Jet:
    most = derivative.magnitude()
    return Jet(value, _scaled(derivative, u.gradient), upper_product(most, u.rest), upper_product(most, u.slope))


def _direction(u: Interval, length: Interval, inverse: Interval) -> Interval:
    """u/|(u, ...)|, in [-1, 1]; all of [-1, 1] where the norm may vanish."""
    return Interval(
        np.where(length.lo > 0, (u * inverse).lo, -1.0), np.where(length.lo > 0, (u * inverse).hi, 1.0)
    ).clip(-1.0, 1.0)


def _extreme(value: Interval, arguments: Sequence[Jet], sign: float) -> Jet:
    """max (sign 1) or min (sign -1): the hull over the arguments that may attain it (Clarke)."""
    if all(u.gradient is None for u in arguments):
        return Jet(value, None, np.zeros(()), np.zeros(()))
    gradient: Interval | None = None
    rest, slope = np.zeros(()), np.zeros(())
    for u in arguments:
        beaten = u.value.hi < value.lo if sign > 0 else u.value.lo > value.hi
        g = u.gradient or Interval(np.zeros(()), np.zeros(()))
        # an empty interval [inf, -inf] for those that are beaten everywhere in the box
        g = Interval(np.where(beaten, np.inf, g.lo), np.where(beaten, -np.inf, g.hi))
        gradient = g if gradient is None else gradient.hull(g)
        rest = np.maximum(rest, np.where(beaten, 0.0, u.rest))
        slope = np.maximum(slope, np.where(beaten, 0.0, u.slope))
    return Jet(value, gradient, rest, slope)


def _largest(values: Sequence[Interval]) -> Interval:
    return Interval(reduce(np.maximum, [u.lo for u in values]), reduce(np.maximum, [u.hi for u in values]))


def _smallest(values: Sequence[Interval]) -> Interval:
    return Interval(reduce(np.minimum, [u.lo for u in values]), reduce(np.minimum, [u.hi for u in values]))


def _length(values: Sequence[Interval]) -> Interval:
    return reduce(add, [u.square() for u in values]).sqrt()


_SEVERAL: Mapping[str, Callable[[Sequence[Interval]], Interval]] = {"max": _largest, "min": _smallest, "norm": _length}
