"""Cells of the cube sphere, for branch and bound (rule R1).

The sphere is cut into cells of the cube sphere: a face x_j = +-1 of the cube, a box in its other coordinates y, pushed
to the sphere by x = y/|y|.  An expression in r of the m+1 coordinates is studied on S^min(r, m): one further coordinate
stands for all the absent ones, because (x_1..x_r) runs through the same ball and tangential slopes depend on it alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from theory.expressions import Floats, Node, variables
from theory.intervals import Interval

__all__ = ["Cells", "Maximum", "Reduced", "maximise", "subdivide"]

Mask: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True)
class Cells:
    """n cells of the cube sphere in R^d: faces [n], signs [n] and boxes lo, hi [d, n] with y_face = sign."""

    face: Floats
    lo: Floats
    hi: Floats

    def __len__(self) -> int:
        return len(self.face)

    def __getitem__(self, index: Any) -> Cells:
        return Cells(self.face[index], self.lo[:, index], self.hi[:, index])

    @classmethod
    def faces(cls, d: int, *, nonnegative_last: bool) -> Cells:
        """The 2d faces of the cube; only the half with x_{d-1} >= 0 if asked."""
        face, lo, hi = [], [], []
        for j in range(d):
            for sign in (1.0, -1.0):
                low, high = np.full(d, -1.0), np.full(d, 1.0)
                low[j] = high[j] = sign
                if nonnegative_last:
                    low[-1] = max(low[-1], 0.0)
                if low[-1] <= high[-1]:
                    face.append(j)
                    lo.append(low)
                    hi.append(high)
        return cls(np.array(face, dtype=np.float64), np.array(lo).T, np.array(hi).T)

    def halves(self) -> Cells:
        """The cells cut in two across the widest side: 2n cells."""
        widths = self.hi - self.lo
        side, column = np.argmax(widths, axis=0), np.arange(len(self))
        middle = 0.5 * (self.lo[side, column] + self.hi[side, column])
        left, right = self.hi.copy(), self.lo.copy()
        left[side, column] = right[side, column] = middle
        return Cells(
            np.concatenate([self.face, self.face]),
            np.concatenate([self.lo, right], axis=1),
            np.concatenate([left, self.hi], axis=1),
        )

    def joined(self, other: Cells) -> Cells:
        """The cells of both."""
        return Cells(
            np.concatenate([self.face, other.face]),
            np.concatenate([self.lo, other.lo], axis=1),
            np.concatenate([self.hi, other.hi], axis=1),
        )

    def coordinates(self) -> Interval:
        """Enclosures [d, n] of the coordinates x = y/|y|, monotone in y_i and in the sum R of the other squares."""
        y = Interval(self.lo, self.hi)
        squares = y.square()
        total = np.arange(len(self.lo))
        low, high = [], []
        for i in total:
            rest = squares[total != i].sum()
            ends = []
            for t, towards in ((self.lo[i], -1.0), (self.hi[i], 1.0)):
                far = np.where(t * towards >= 0, rest.lo, rest.hi)  # the smallest R makes |x_i| largest
                end = Interval(t, t)
                ends.append(end * (end.square() + Interval(far, far)).sqrt().inverse())
            low.append(np.maximum(ends[0].lo, -1.0))
            high.append(np.minimum(ends[1].hi, 1.0))
        return Interval(np.array(low), np.array(high))

    def centres(self) -> Floats:
        """Points [n, d] of the sphere (to rounding) in the cells."""
        y = 0.5 * (self.lo + self.hi)
        points: Floats = (y / np.sqrt((y * y).sum(axis=0))).T
        return points


@dataclass(frozen=True)
class Reduced:
    """The coordinates that some expressions on S^m use, and the lower sphere on which they are studied."""

    m: int
    used: tuple[int, ...]

    @classmethod
    def of(cls, nodes: Sequence[Node], m: int) -> Reduced:
        """The coordinates used by ``nodes``."""
        return cls(m, tuple(sorted(frozenset().union(*(variables(node) for node in nodes)))))

    @property
    def d(self) -> int:
        """Coordinates of the lower sphere."""
        return max(2, min(len(self.used) + 1, self.m + 1))

    def faces(self) -> Cells:
        """The coarsest cells."""
        return Cells.faces(self.d, nonnegative_last=len(self.used) < self.d)

    def ball(self) -> Interval:
        """One box [-1, 1]^r around everything, shape [r, 1]."""
        ones = np.ones((len(self.used), 1))
        return Interval(-ones, ones)

    def of_cells(self, cells: Cells) -> Interval:
        """Enclosures [r, n] of the used coordinates."""
        return cells.coordinates()[: len(self.used)]

    def points(self, centres: Floats) -> Floats:
        """Points [n, d] of the lower sphere as points [n, m+1] of S^m: the last coordinate goes to an unused one."""
        result = np.zeros((len(centres), self.m + 1))
        result[:, self.used] = centres[:, : len(self.used)]
        if len(self.used) <= self.m:
            free = next(i for i in range(self.m + 1) if i not in self.used)
            result[:, free] = centres[:, len(self.used)]
        return result

    def slot(self, index: int) -> int:
        """The row of coordinate ``index``."""
        return self.used.index(index)


def subdivide(reduced: Reduced, undecided: Callable[[Cells, Interval], Mask], budget: int) -> Cells:
    """Cut cells in halves for as long as ``undecided(cells, x)`` marks them (a mask [n]).

    Returns the cells still marked when ``budget`` evaluations are used up: none if everything was decided.
    """
    cells = reduced.faces()
    while True:
        cells = cells[undecided(cells, reduced.of_cells(cells))]
        budget -= len(cells) * 2
        if budget < 0 or len(cells) == 0:
            return cells
        cells = cells.halves()


@dataclass(frozen=True)
class Maximum:
    """sup <= ``upper``; ``lower`` is the largest value seen (not rigorous); ``place`` [d] lies in the worst cell."""

    upper: float
    lower: float
    place: Floats


def maximise(
    reduced: Reduced,
    bound: Callable[[Interval], Floats],
    enough: Callable[[float], float],
    budget: int,
    seen: float = -np.inf,
) -> Maximum:
    """A proved upper bound of a function over the sphere, by best-first branch and bound.

    ``bound(x)`` gives upper bounds [n] on boxes x [r, n]; the search stops when the bound is at most
    ``enough(largest value seen)`` or after ``budget`` evaluations, and never fails: the bound may be infinite.
    """
    cells = reduced.faces()
    upper = bound(reduced.of_cells(cells))
    done = -np.inf
    while True:
        best = int(np.argmax(upper))
        most, goal = float(upper[best]), enough(seen)
        pointlike = most == np.inf and float((cells.hi - cells.lo)[:, upper == np.inf].max()) < _POINT
        if most <= goal or budget <= 0 or pointlike:
            return Maximum(max(done, most), seen, cells.centres()[best])
        level = most if most == np.inf else max(goal, 0.5 * (seen + most)) if seen > -np.inf else -np.inf
        chosen = np.flatnonzero(upper >= (level if len(cells) > _FEW else goal))
        chosen = chosen[np.argsort(-upper[chosen], kind="stable")][: budget // 4 + 1]
        children = cells[chosen].halves().halves()
        bounds = np.minimum(bound(reduced.of_cells(children)), np.tile(upper[chosen], 4))
        budget -= max(len(children), _FEW)
        centres = children.centres()[np.argsort(-bounds, kind="stable")[:_PROBES]].T[: len(reduced.used)]
        values = bound(Interval(centres, centres))
        seen = max(seen, float(values[np.isfinite(values)].max(initial=-np.inf)))
        rest = np.ones(len(cells), dtype=np.bool_)
        rest[chosen] = False
        cells, upper = cells[rest].joined(children), np.concatenate([upper[rest], bounds])
        keep = upper > enough(seen)
        keep[int(np.argmax(upper))] = True
        done = max(done, float(upper[~keep].max(initial=-np.inf)))
        cells, upper = cells[keep], upper[keep]


_FEW = 256
"""Up to so many cells a step costs the same: all of them are cut, and no step is counted as less."""
_PROBES = 16
"""Centres of the most promising new cells that are evaluated for the largest value seen."""
_POINT = 1e-4
"""An infinite bound on a cell this narrow is taken to be a true singularity."""
