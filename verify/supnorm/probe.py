"""Where |A - f| is probably large: random points and points on the kinks of the target, improved by Newton steps.

A good lower bound from the start spares cells everywhere else.  Nothing here is a bound: the witness is enclosed later.
"""

from __future__ import annotations

import numpy as np

from theory.expressions import Call, Node, evaluate, walk
from verify.supnorm.arrays import Array
from verify.supnorm.cells import Cells, free_axes
from verify.supnorm.evaluation import Problem, start
from verify.supnorm.evaluation import evaluate as evaluate_cells
from verify.supnorm.search import Tree, climb

__all__ = ["probe", "sampled_points"]

PAIRS = 3_000_000  #: (point, token) pairs spent on random points
STARTS = 6  #: points that are improved
ROUNDS = 5  #: Newton steps


def sampled_points(problem: Problem) -> Array:
    """Return random points [n, d] of the sphere and points where an abs, max or min of the target has its kink."""
    d, count = problem.data.keys.shape
    points = np.random.default_rng(0).normal(size=(max(20, min(300, PAIRS // count)), d))
    points /= np.linalg.norm(points, axis=1)[:, None]
    pairs = np.random.default_rng(1).normal(size=(2, 200, d))
    ends = pairs / np.linalg.norm(pairs, axis=2)[:, :, None]
    kinks = [_zeros(nodes, ends)[: len(points) // 3] for nodes in _switches(problem.target)]
    return np.concatenate([points, *kinks])


def _switches(nodes: tuple[Node, ...]) -> list[tuple[Node, ...]]:
    """The functions (one node, or a difference of two) on whose zeros a target is not smooth; at most four."""
    found: list[tuple[Node, ...]] = []
    for node in nodes:
        for part in walk(node):
            if isinstance(part, Call) and part.function.name == "abs":
                found.append((part.arguments[0],))
            elif isinstance(part, Call) and part.function.name in ("max", "min"):
                found += [(part.arguments[0], other) for other in part.arguments[1:]]
    return found[:4]


def _zeros(nodes: tuple[Node, ...], ends: Array) -> Array:
    """Return points [n, d] between pairs of points [2, n, d] where the function changes its sign, by bisection."""

    def sign(points: Array) -> Array:
        values = [evaluate(node, points) for node in nodes]
        return np.sign(values[0] - values[1] if len(values) == 2 else values[0])

    with np.errstate(all="ignore"):
        low, high = ends
        before = sign(low)
        change = before * sign(high) < 0
        low, high, before = low[change], high[change], before[change]
        for _ in range(50):
            middle = low + high
            middle /= np.linalg.norm(middle, axis=1)[:, None]
            same = (sign(middle) == before)[:, None]
            low, high = np.where(same, middle, low), np.where(same, high, middle)
    return np.asarray(low[np.isfinite(low).all(axis=1)])


def probe(problem: Problem, points: Array, margin: float) -> Tree:
    """Return a tree without cells whose ``best`` is the largest error found from the best of the points [n, d].

    ``margin``: the relative accuracy at which a value must not be overstated.
    """
    d, count = problem.data.keys.shape
    m = d - 1
    points = points[np.argsort(-problem.errors(points), kind="stable")[:STARTS]]
    axis = np.argmax(np.abs(points), axis=1)
    size = np.take_along_axis(points, axis[:, None], axis=1)
    face = 2 * axis + (size[:, 0] < 0)
    half = 2.0 ** -np.ceil(np.log2(2.0 * max(count, 2)) / m + 1.0)
    place = np.take_along_axis(points, free_axes(d)[face], axis=1) / np.abs(size)
    cells = Cells(face, np.clip(place.T, half - 1.0, 1.0 - half), np.full((m, len(points)), half))
    front = start(problem, cells)
    value = evaluate_cells(problem, front)
    tree = Tree()
    climb(problem, front, value, tree, ROUNDS, STARTS, margin)
    if problem.precise is not None and not float(value.floor.max()) < 0.02 * margin * tree.best:
        tree.best = problem.precise.value(tree.face, tree.place)  # float64 would overstate it
    return tree
