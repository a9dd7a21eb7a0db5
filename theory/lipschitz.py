"""Ranges and certified Lipschitz constants of expressions on the sphere (theory B2).

Rules that hold for every m come first (`theory.slope_rules`); then one interval gradient over the whole sphere; then
branch and bound over cells, for expressions in few coordinates.  All bounds are valid; the smallest one is reported.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from flint import arb, fmpq

from theory.balls import minimum, precision
from theory.cells import Maximum, Reduced, maximise
from theory.expressions import Call, Floats, Node, Power, walk
from theory.intervals import Interval
from theory.jets import Boxes, Caps
from theory.slope_rules import SlopeRules

__all__ = ["ExpressionMap", "LipschitzBound"]

BITS = 128
"""Precision of the rules."""
SECONDS = 0.3
"""About how long a search may take.  It fixes a number of cells, so that results do not depend on the clock."""
MOST_COORDINATES = 6
"""Most coordinates of an expression for branch and bound over cells."""
CLOSE = 1 / 128
"""Relative gap to the largest slope seen at which the search stops."""
SLACK = fmpq(257, 256)
"""Bounds by other than plain rules are enlarged by this factor: their re-verification by a cover needs strict slack."""


class LipschitzBound(NamedTuple):
    """An upper bound of L (infinite if none was found), whether it is L itself, and a point of S^m of large slope."""

    value: arb
    exact: bool
    place: tuple[float, ...]


class ExpressionMap:
    """A map S^m -> R^q given by expressions: what is proved about its size and its slope."""

    def __init__(self, nodes: Sequence[Node], m: int) -> None:
        self.nodes, self.m = tuple(nodes), m
        self.reduced = Reduced.of(self.nodes, m)
        self.rules = SlopeRules(m)

    @cached_property
    def _caps(self) -> Caps:
        with precision(BITS):
            return self.rules.caps(self.nodes)

    def place(self, point: Floats) -> tuple[float, ...]:
        """A point [d] of the lower sphere as a point of S^m, for messages."""
        return tuple(round(float(t), 6) + 0.0 for t in self.reduced.points(point[None])[0])

    def lipschitz(self, seconds: float = SECONDS) -> LipschitzBound:
        """The smallest upper bound of the Lipschitz constant that was found in about ``seconds``."""
        with precision(BITS):
            rule = self.rules.joint(self.nodes)
            if rule is not None and rule.exact and (rule.plain or rule.value == 0):
                return LipschitzBound(rule.value.upper(), True, ())
            known = arb.pos_inf() if rule is None else (rule.value if rule.plain else rule.value * SLACK).upper()
        found = self._maximise(
            lambda boxes: boxes.slope(self.nodes), lambda seen, _: seen * (1 + CLOSE), seconds, known=float(known)
        )
        with precision(BITS):
            return LipschitzBound(minimum([known, arb(found.upper) * SLACK]).upper(), False, self.place(found.place))

    def range(self, seconds: float = SECONDS / 10) -> tuple[float, float]:
        """Bounds (lower, upper) over the sphere of the single expression that this map consists of."""
        (node,) = self.nodes

        def enough(seen: float, spread: float) -> float:
            return seen + CLOSE * spread

        low = self._maximise(lambda boxes: -boxes.range(node).lo, enough, seconds)
        high = self._maximise(lambda boxes: boxes.range(node).hi, enough, seconds)
        return -low.upper, high.upper

    def boxes(self, x: Interval) -> Boxes:
        """The evaluator on boxes x [r, n] of the used coordinates."""
        return Boxes(x, self.reduced, self._caps)

    def cells(self, seconds: float) -> int:
        """How many cells take about ``seconds``."""
        parts = [part for node in self.nodes for part in walk(node)]
        by_flint = sum(isinstance(part, Call) or (isinstance(part, Power) and part.exponent.q != 1) for part in parts)
        r, q = len(self.reduced.used), min(len(self.nodes), 8)
        return int(seconds * 1e6 / (1 + 0.12 * len(parts) * (r + 4) + 6 * by_flint + 0.2 * r * (r + q * q)))

    def sample(self, count: int = 256) -> Floats:
        """Points [n, d] of the lower sphere: axes, diagonals when there are few coordinates, and random ones."""
        d = self.reduced.d
        points = np.random.default_rng(0).standard_normal((count, d))
        if d <= MOST_COORDINATES + 1:
            signs = np.array(np.meshgrid(*[[-1.0, 0.0, 1.0]] * min(d, 4))).reshape(min(d, 4), -1).T
            signs = np.pad(signs[np.abs(signs).sum(axis=1) > 0], ((0, 0), (0, d - min(d, 4))))
            points = np.concatenate([np.eye(d), -np.eye(d), signs, points])
        result: Floats = points / np.sqrt((points * points).sum(axis=1))[:, None]
        return result

    def _maximise(
        self,
        quantity: Callable[[Boxes], Floats],
        enough: Callable[[float, float], float],
        seconds: float,
        known: float = np.inf,
    ) -> Maximum:
        """An upper bound of a quantity on boxes; ``known`` is a bound that may make the search unnecessary.

        ``enough`` (largest value seen, largest minus smallest value of a sample) is a bound that is good enough.
        """
        r = len(self.reduced.used)

        def bound(x: Interval) -> Floats:
            return np.broadcast_to(quantity(self.boxes(x)), x.lo.shape[1:])

        with np.errstate(all="ignore"):
            everywhere = float(bound(self.reduced.ball())[0])
            points = self.sample(256 if r <= MOST_COORDINATES else 8)
            values = bound(Interval(points.T[:r], points.T[:r]))
            finite = np.isfinite(values)
            seen = float(values[finite].max(initial=-np.inf))
            spread = seen - float(values[finite].min(initial=seen))
            if r <= MOST_COORDINATES and min(everywhere, known) > enough(seen, spread):
                found = maximise(self.reduced, bound, lambda most: enough(most, spread), self.cells(seconds), seen)
                if found.upper <= everywhere:
                    return found
            return Maximum(everywhere, seen, points[int(np.argmax(np.where(finite, values, np.inf)))])
