"""Many cells at once: what a sup-norm problem is, live cells with their token lists, and their bounds in batches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from theory.expressions import Node
from theory.expressions import evaluate as sample
from verify.supnorm.arrays import Array
from verify.supnorm.bound import Bounds, Norm, combine
from verify.supnorm.cells import Cells, Chart, chart, roots
from verify.supnorm.head import Expansion, HeadData, expand
from verify.supnorm.target import Jet, constant_jet, jet

__all__ = ["Evaluation", "Frontier", "Index", "Precise", "Problem", "evaluate", "start"]

Index = NDArray[np.int64]

CELLS = 2_048  #: cells whose charts and targets are evaluated at once
BATCH = 16_384  #: cells times tokens evaluated at once: the arrays stay in the cache


class Precise(Protocol):
    """A slow enclosure at rising precision for cells that float64 cannot decide."""

    def __call__(self, cells: Cells, goal: float) -> Array:
        """Return an upper bound per cell, inf where nothing better is known."""
        ...

    def value(self, face: int, place: Array) -> float:
        """Return a lower bound of |A - f| at a point, good to float64 precision."""
        ...


@dataclass(frozen=True)
class Problem:
    """sup |A - f| over S^m: the head as float data, the target as trees (one per output) and the norm on R^q.

    ``log_drop``: logarithm of the relative weight below which tokens leave the lists of a cell.  ``precise`` settles
    the cells that float64 rounding leaves open.
    """

    data: HeadData
    target: tuple[Node, ...]
    norm: Norm
    log_drop: float
    precise: Precise | None = None

    def errors(self, points: Array) -> Array:
        """Return |A - f| at points [n, d] in plain floats (sampled: a scale, never a bound)."""
        data = self.data
        found = []
        for part in np.array_split(points, max(1, len(points) * data.keys.shape[1] // 2_000_000)):
            with np.errstate(all="ignore"):
                logits = data.lam * (part @ data.keys) + data.bias
                weight = np.exp(logits - logits.max(axis=1, keepdims=True))
                weight /= weight.sum(axis=1, keepdims=True)
                if self.target:
                    error = weight @ data.values.T - np.stack([sample(node, part) for node in self.target], axis=1)
                else:
                    angle = np.arccos(np.clip(part @ (data.keys / np.sqrt(np.sum(data.keys**2, axis=0))), -1.0, 1.0))
                    error = np.sum(weight * angle, axis=1, keepdims=True)
                size = np.abs(error).max(axis=1) if self.norm == "max" else np.sqrt(np.sum(error * error, axis=1))
            found.append(np.nan_to_num(size))
        return np.concatenate(found)

    def jets(self, where: Chart, slope: Array) -> list[Jet]:
        """Return the enclosures of the target over the cells; ``slope`` [q, m, B] is the slope of the head."""
        if not self.target:
            return [constant_jet(0.0, where)]
        return [jet(node, where, slope[c]) for c, node in enumerate(self.target)]

    def bounds(self, where: Chart, head: Expansion) -> Bounds:
        """Return the bounds of |A - f| over the cells."""
        if head.sampled is None:
            centre = np.array([sample(node, where.x0.T) for node in self.target])
        else:
            centre = head.value - head.sampled
        return combine(head, self.jets(where, head.slope), centre, where, self.norm)


@dataclass
class Frontier:
    """Live cells: ``row`` [B] points into the token lists (``tokens``[start:start+count], ``far``, ``lead`` per row);

    ``bound`` [B] is an upper bound already proved on a larger cell.
    """

    cells: Cells
    row: Index
    tokens: NDArray[np.int32]
    start: Index
    count: Index
    far: Array
    lead: Index
    bound: Array

    def __len__(self) -> int:
        return len(self.cells)

    def take(self, which: Index) -> Frontier:
        """Return some of the cells with only the lists that they need."""
        rows, row = np.unique(self.row[which], return_inverse=True)
        count = self.count[rows]
        start = np.cumsum(count) - count
        source = np.repeat(self.start[rows] - start, count) + np.arange(int(count.sum()))
        return Frontier(
            self.cells.take(which),
            row.astype(np.int64),
            self.tokens[source],
            start,
            count,
            self.far[rows],
            self.lead[rows],
            self.bound[which],
        )


def start(problem: Problem, cells: Cells | None = None) -> Frontier:
    """Return cells (by default the 2d faces, which cover the sphere) with all tokens."""
    d, count = problem.data.keys.shape
    cells = roots(d) if cells is None else cells
    lead = int(np.argmax(problem.data.bias))
    return Frontier(
        cells,
        np.zeros(len(cells), dtype=np.int64),
        np.arange(count, dtype=np.int32),
        np.zeros(1, dtype=np.int64),
        np.array([count]),
        np.zeros(1),
        np.array([lead]),
        np.full(len(cells), np.inf),
    )


@dataclass
class Evaluation:
    """The results for a frontier, in its order; the new token lists as rows (one per cell)."""

    upper: Array
    floor: Array
    centre: Array
    slope: Array
    curve: Array
    axis: Index
    tokens: NDArray[np.int32]
    start: Index
    count: Index
    far: Array
    lead: Index


def evaluate(problem: Problem, front: Frontier) -> Evaluation:
    """Evaluate all cells in batches of similar list lengths."""
    size = len(front)
    m = len(front.cells.half)
    count = front.count[front.row]
    order = np.argsort(count, kind="stable")
    upper, floor, centre, far = (np.empty(size) for _ in range(4))
    slope, curve = np.empty((m, size)), np.empty((m, m, size))
    axis, lead, kept = (np.empty(size, dtype=np.int64) for _ in range(3))
    pieces: list[NDArray[np.int32]] = []
    for begin in range(0, size, CELLS):
        part = order[begin : begin + CELLS]
        where = chart(front.cells.take(part))
        rows = front.row[part]
        heads, done = [], 0
        while done < len(part):
            width = max(1, BATCH // max(8, int(count[part[done]])))
            longest = int(count[part[min(done + width, len(part)) - 1]])
            if width * longest > 2 * BATCH:
                width = max(1, BATCH // longest)
            cut = slice(done, done + width)
            done += width
            near = _lists(front, rows[cut], problem.data.keys.shape[1])
            lead_now, far_now = front.lead[rows[cut]], front.far[rows[cut]]
            heads.append(expand(problem.data, where.part(cut), near, lead_now, far_now, problem.log_drop))
        head = Expansion.joined(heads)
        bounds = problem.bounds(where, head)
        upper[part], floor[part], centre[part], axis[part] = bounds.upper, bounds.floor, bounds.centre, bounds.axis
        slope[:, part], curve[:, :, part] = bounds.slope, bounds.curve
        far[part], lead[part], kept[part] = head.far, head.lead, head.count
        pieces.append(head.tokens)
    # the lists lie in the order of the batches
    lengths = kept[order]
    begins = np.empty(size, dtype=np.int64)
    begins[order] = np.cumsum(lengths) - lengths
    return Evaluation(upper, floor, centre, slope, curve, axis, np.concatenate(pieces), begins, kept, far, lead)


def _lists(front: Frontier, rows: Index, total: int) -> Index:
    """Return the token lists of some rows as a table [rows, longest], padded with ``total``."""
    count = front.count[rows]
    offset = np.arange(int(count.max()))
    near = front.tokens.take(front.start[rows][:, None] + offset, mode="clip").astype(np.int64)
    short = np.flatnonzero(count < len(offset))
    if len(short):
        near[short] = np.where(offset < count[short][:, None], near[short], total)
    return near
