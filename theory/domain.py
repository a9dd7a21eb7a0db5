"""Where an expression is defined: every pole must be certified away from the sphere, or the target is refused.

Divisions and negative powers need a base that never vanishes, log a positive argument, tan an argument whose cosine
never vanishes: proved by ranges over the whole sphere or by a cover with cells.  The root of a function that is
negative somewhere, or acos beyond [-1, 1], is refused where that is proved (else the DEFINITION of targets applies).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np
from flint import arb, fmpq

from theory.balls import precision
from theory.cells import Cells, Mask, subdivide
from theory.errors import DiscontinuousTarget
from theory.expressions import FUNCTIONS, Call, Constant, Floats, Node, Power, Product, Sum, enclose, evaluate, walk
from theory.intervals import Interval
from theory.lipschitz import MOST_COORDINATES, SECONDS, ExpressionMap

__all__ = ["check"]

BITS = 128
"""Precision at which a sign is proved."""

Need = Literal["nonzero", "positive", "nonnegative"]


class _Condition(NamedTuple):
    """``quantity`` must be nonzero, positive or nonnegative on the sphere; ``what`` says it in words."""

    quantity: Node
    need: Need
    what: str


def _conditions(node: Node, text: str) -> Iterator[_Condition]:
    """The conditions of all subexpressions, inner ones first."""
    one = Constant(fmpq(1))
    minus = Constant(fmpq(-1))
    for part in walk(node):
        match part:
            case Power(base, exponent) if exponent < 0 and exponent.q == 1:
                yield _Condition(base, "nonzero", f"the denominator {_shown(base, text)} vanishes")
            case Power(base, exponent) if exponent < 0:
                yield _Condition(base, "positive", f"{_shown(base, text)}, raised to {exponent}, is not positive")
            case Power(base, exponent) if exponent.q != 1:
                yield _Condition(base, "nonnegative", f"{_shown(base, text)}, raised to {exponent}, is negative")
            case Call(function, (u, *_)):
                match function.name:
                    case "log":
                        yield _Condition(u, "positive", f"{_shown(u, text)}, the argument of log, is not positive")
                    case "tan":
                        cosine = Call(FUNCTIONS["cos"], (u,))
                        yield _Condition(cosine, "nonzero", f"{_shown(u, text)}, the argument of tan, is pi/2 + k pi")
                    case "sqrt":
                        yield _Condition(u, "nonnegative", f"{_shown(u, text)}, the argument of sqrt, is negative")
                    case "acos" | "asin":
                        for signed in (u, Product((minus, u))):
                            what = f"{_shown(u, text)}, the argument of {function.name}, lies outside [-1, 1]"
                            yield _Condition(Sum((one, signed)), "nonnegative", what)


def _shown(node: Node, text: str) -> str:
    piece = text[slice(*node.span)].strip()
    return piece if len(piece) <= 60 else piece[:57] + "..."


def check(nodes: Sequence[Node], m: int, text: str) -> None:
    """Certify that the expressions are defined and continuous on S^m.

    Raises `DiscontinuousTarget` with a place where a condition fails or could not be certified.
    """
    for node in nodes:
        for condition in _conditions(node, text):
            _Check(condition, m).run()


class _Check:
    """One condition on S^m."""

    def __init__(self, condition: _Condition, m: int) -> None:
        self.quantity, self.need, self.what = condition
        self.m = m
        self.map = ExpressionMap((self.quantity,), m)

    def run(self) -> None:
        points = self.map.reduced.points(self.map.sample())
        self._refute(points)
        if self.need == "nonnegative":
            return
        with np.errstate(all="ignore"):
            left = self._undecided(self.map.reduced.ball())
            if not left.any():
                return
            if len(self.map.reduced.used) > MOST_COORDINATES:
                raise self._doubt(points)
            cells = subdivide(self.map.reduced, self._cell, self.map.cells(2 * SECONDS))
        if len(cells):
            centres = self.map.reduced.points(cells.centres())
            self._refute(np.concatenate([points, centres]))
            raise self._doubt(centres)

    def _cell(self, cells: Cells, x: Interval) -> Mask:
        return self._undecided(x)

    def _undecided(self, x: Interval) -> Mask:
        """The boxes on which the condition is not certain: the sign that nonzero quantities have must be one sign."""
        u = self.map.boxes(x).range(self.quantity)
        good = u.lo > 0 if self.need == "positive" or self.sign > 0 else u.hi < 0
        return np.broadcast_to(~good, x.lo.shape[1:])

    # --- proofs of the contrary

    def _at(self, point: Floats, node: Node | None = None) -> arb:
        """The quantity at the point of the sphere in the direction of ``point`` [m+1], proved."""
        with precision(BITS):
            vector = [arb(float(t)) for t in point]
            length = sum((t * t for t in vector), arb(0)).sqrt()
            return enclose(node or self.quantity, [t / length for t in vector])

    def _refute(self, points: Floats) -> None:
        """Raise if a violation is proved at, or between, some of the points [n, m+1]; remember the sign otherwise."""
        values = evaluate(self.quantity, points)
        values = np.where(np.isnan(values), np.inf, values)
        order = np.argsort(values)
        lowest, highest = points[order[0]], points[order[-1]]
        low, high = self._at(lowest), self._at(highest)
        self.sign = 1 if high > 0 else -1
        match self.need:
            case "nonnegative":
                if low < 0:
                    raise self._failure(lowest)
                return
            case "positive":
                if low <= 0:
                    raise self._failure(lowest)
            case "nonzero":
                for node in _vanishing(self.quantity):
                    self._refute_nonzero(node, points)
        for index in np.argsort(np.abs(values))[:64]:
            if self._at(points[index]).is_zero():
                raise self._failure(points[index])

    def _refute_nonzero(self, node: Node, points: Floats) -> None:
        """Raise if ``node``, whose zeros are zeros of the quantity, is proved to change its sign."""
        values = evaluate(node, points)
        values = np.where(np.isnan(values), 0.0, values)
        below, above = points[int(np.argmin(values))], points[int(np.argmax(values))]
        if not (self._at(below, node) < 0 and self._at(above, node) > 0):
            return
        if below @ above < -0.999999:  # antipodal: go through a third point
            third = points[int(np.argmin(np.abs(points @ above)))]
            below, above = (below, third) if self._at(third, node) > 0 else (third, above)
        for _ in range(60):
            middle = below + above
            middle = middle / np.sqrt(middle @ middle)
            value = self._at(middle, node)
            if value < 0:
                below = middle
            elif value > 0:
                above = middle
            else:
                break
        raise self._failure(below + above)

    def _failure(self, point: Floats) -> DiscontinuousTarget:
        place = _rounded(point)
        return DiscontinuousTarget(
            f"the target is not defined on all of S^{self.m}: {self.what} at or near the point {_listed(place)}", place
        )

    def _doubt(self, points: Floats) -> DiscontinuousTarget:
        values = np.abs(evaluate(self.quantity, points))
        place = _rounded(points[int(np.argmin(np.where(np.isnan(values), 0.0, values)))])
        return DiscontinuousTarget(
            f"the target could not be certified to be defined on all of S^{self.m}: perhaps {self.what} near the point "
            f"{_listed(place)}. Write it so that this is visibly impossible",
            place,
        )


def _vanishing(node: Node) -> Iterator[Node]:
    """Expressions whose zeros are zeros of ``node``: 1/x0**2 fails where x0 changes its sign."""
    yield node
    match node:
        case Power(base, exponent) if exponent > 0:
            yield from _vanishing(base)
        case Product(factors):
            for factor in factors:
                yield from _vanishing(factor)
        case Call(function, (u,)) if function.name in ("abs", "norm", "sin", "tan", "sinh", "tanh", "asin", "atan"):
            yield from _vanishing(u)


def _rounded(point: Floats) -> tuple[float, ...]:
    unit = point / np.sqrt(point @ point)
    return tuple(round(float(t), 6) + 0.0 for t in unit)


def _listed(place: Sequence[float]) -> str:
    shown = ", ".join(f"{t:g}" for t in place[:8])
    return f"({shown}{', ...' if len(place) > 8 else ''})"
