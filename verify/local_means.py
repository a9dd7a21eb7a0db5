"""The largest mean of |v_i| and of |v_i - A| under the softmax weights of a head, over the whole sphere: proved bounds.

Rounding errors of a head are proportional to these means, not to the largest value (theory L).  A cell of the sphere is
a piece of radius rho around x_0; with y_i = k_i - sum_j w_j k_j at x_0 and h_i = rho |y_i|,
    w_i(x) <= w_i(x_0) e^{h_i}   and   |w_i(x) - w_i(x_0)| <= w_i(x_0) (G e^{h_i} - 1),   G = sum_j w_j(x_0) e^{h_j},
because sum_j w_j e^{<x - x_0, y_j>} >= 1 (Jensen) and <= G.  Cells are bisected, the worst one first.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Sequence
from typing import NamedTuple

from flint import arb, arb_mat

from constructions.prefix import Floats
from theory.balls import length, maximum, minimum, unit, upper

__all__ = ["Rows", "largest_mean"]

_CLOSE = arb("1.125")
"""Refinement ends when the bound is this close to a value that is attained."""
_WIDEST = 40
"""Largest h_i for which a cell is looked at."""


class Rows:
    """Keys, biases and values of a head as exact balls, with what is needed of them again and again.

    ``radius`` >= |v_i - c| for some c, so 2 ``radius`` is at least the diameter of the values.
    """

    def __init__(self, keys: Floats, bias: Floats, values: Floats) -> None:
        self.keys = [[arb(c) for c in row] for row in keys.tolist()]
        self.biases = [arb(c) for c in bias.tolist()]
        self.values = [[arb(c) for c in row] for row in values.tolist()]
        self.key_lengths = [length(k) for k in self.keys]
        self.value_lengths = [length(v) for v in self.values]
        self.matrix = arb_mat(self.keys)
        columns = list(zip(*self.values, strict=True))
        centre = [(maximum(column) + minimum(column)) / 2 for column in columns]
        self.radius = upper(maximum(length([c - z for c, z in zip(v, centre, strict=True)]) for v in self.values))


class _Cell(NamedTuple):
    """A box of a face of the cube [-1,1]^d: the points (low..high) with +-1 at ``axis``, seen from the origin."""

    axis: int
    sign: int
    low: tuple[float, ...]
    high: tuple[float, ...]

    def children(self) -> tuple[_Cell, _Cell]:
        j = max(range(len(self.low)), key=lambda i: self.high[i] - self.low[i])
        middle = (self.low[j] + self.high[j]) / 2
        below, above = list(self.high), list(self.low)
        below[j] = above[j] = middle
        return self._replace(high=tuple(below)), self._replace(low=tuple(above))

    def ball(self) -> tuple[list[arb], arb]:
        """A point x_0 of the sphere and rho >= |x - x_0| for all x of the cell: y -> y/|y| brings points of norm >= 1
        no farther apart."""
        y = [(arb(a) + arb(b)) / 2 for a, b in zip(self.low, self.high, strict=True)]
        half = [(arb(b) - arb(a)) / 2 for a, b in zip(self.low, self.high, strict=True)]
        y.insert(self.axis, arb(self.sign))
        return unit(y), length(half)


def _means(rows: Rows, first: arb, second: arb, x: Sequence[arb], rho: arb) -> tuple[arb, arb]:
    """(sup over |y - x| <= rho, value at x) of  first sum w_i |v_i - A| + second sum w_i |v_i|."""
    scores = [s + b for s, b in zip((rows.matrix * arb_mat([[c] for c in x])).entries(), rows.biases, strict=True)]
    top = maximum(scores).mid()
    weights = [(s - top).exp() for s in scores]
    total = sum(weights, arb(0))
    row = arb_mat([[w / total for w in weights]])
    w = row.entries()
    mean_key, mean_value = (row * rows.matrix).entries(), (row * arb_mat(rows.values)).entries()
    away = [length([a - b for a, b in zip(v, mean_value, strict=True)]) for v in rows.values]
    here = [a * b for a, b in zip(w, away, strict=True)]
    size = sum((a * b for a, b in zip(w, rows.value_lengths, strict=True)), arb(0))
    value = first * sum(here, arb(0)) + second * size
    h = [rho * length([a - b for a, b in zip(k, mean_key, strict=True)]) for k in rows.keys]
    if not maximum(h) < _WIDEST:
        return arb.pos_inf(), value
    growth = [z.exp() for z in h]
    grown = [a * b for a, b in zip(w, growth, strict=True)]
    G = sum(grown, arb(0))
    near = sum((a * b for a, b in zip(growth, here, strict=True)), arb(0))
    # The mean of |v - A| is at most that of |v - A_0|, plus |A - A_0|; and its square at most that of |v - A_0|^2.
    moved = G * near - sum(here, arb(0))
    square = sum((a * b * b for a, b in zip(grown, away, strict=True)), arb(0))
    sizes = sum((a * b for a, b in zip(grown, rows.value_lengths, strict=True)), arb(0))
    return first * (near + moved).min(square.nonnegative_part().sqrt()) + second * sizes, value


def largest_mean(rows: Rows, first: arb, second: arb, margin: arb, effort: int) -> arb:
    """An upper bound of  first sum_i w_i |v_i - A| + second sum_i w_i |v_i|,  first, second >= 0, over all x with
    1 - margin <= |x| <= 1 + margin.

    ``effort``: how many token evaluations may be spent; whatever it is, the bound holds.
    """
    d, N = len(rows.keys[0]), len(rows.keys)
    # Everywhere at once: no spread exceeds the radius, no mean the largest; or the cell around 0.
    simple = first * rows.radius + second * maximum(rows.value_lengths)
    simple = upper(simple.min(_means(rows, first, second, [arb(0)] * d, 1 + margin)[0]))
    box = ((-1.0,) * (d - 1), (1.0,) * (d - 1))
    pending = [_Cell(axis, sign, *box) for axis in range(d) for sign in (-1, 1)]
    budget, order = effort // N - len(pending), itertools.count()
    if budget < 0:
        return simple
    heap: list[tuple[float, int, arb, _Cell]] = []
    attained = arb(0)
    while True:
        for cell in pending:
            x, rho = cell.ball()
            bound, value = _means(rows, first, second, x, rho + margin)
            attained = attained.max(value.lower())
            heapq.heappush(heap, (-float(bound), next(order), bound, cell))
        budget -= 2
        if heap[0][2] <= attained * _CLOSE or budget < 0:
            # The floats only order the heap: the bound is the largest of all cells.
            return upper(simple.min(maximum(entry[2] for entry in heap)))
        pending = list(heapq.heappop(heap)[3].children())
