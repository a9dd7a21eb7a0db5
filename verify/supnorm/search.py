"""Branch and bound over cells in float64 batches, breadth first; the tree of decisions is the certificate.

`grow` bisects
until every cell is proved below its goal, handed over, or given up; it returns the tree level by level (`Tree`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verify.supnorm.arrays import Array
from verify.supnorm.cells import Cells
from verify.supnorm.evaluation import Evaluation, Frontier, Index, Precise, Problem, evaluate

__all__ = ["LEAF", "OPEN", "Goal", "Tree", "climb", "grow"]

LEAF = 0  #: code of a proved leaf
OPEN = 255  #: code of a cell that is handed over to another block (or was left undecided)
EAGER = 3_000  #: (cell, token) pairs below which generations of halves are evaluated together: numpy calls cost more
SMALLEST = 2.0**-44  #: half-width below which cells are not bisected


@dataclass
class Tree:
    """The decisions on a block of cells, level by level.

    ``codes``: one byte per node: `LEAF`, `OPEN`, or 1 + the axis bisected (children low, high next to each other in the
    next level).  ``bounds``: proved bounds of leaves and open cells in the order of the codes.  ``best``: the largest
    sampled |A - f| and where (face, cube coordinates).
    """

    codes: list[NDArray[np.uint8]] = field(default_factory=list)
    bounds: list[Array] = field(default_factory=list)
    best: float = -1.0
    face: int = 0
    place: Array = field(default_factory=lambda: np.zeros(0))
    cells: int = 0
    pairs: int = 0
    interrupted: bool = False


@dataclass(frozen=True)
class Goal:
    """When a cell is done: its bound is at most ``eps``, or at most best/(1 - tol) for the best sampled value so
    far.
    """

    tol: float
    eps: float | None = None
    known: float = 0.0

    @property
    def margin(self) -> float:
        """The relative accuracy that is wanted."""
        return self.tol if self.eps is None else 1e-3

    def level(self, best: float) -> float:
        """Return the bound that a cell must reach."""
        if self.eps is not None:
            return self.eps
        return max(best, self.known) / (1.0 - self.tol) * (1.0 - 2.0**-50)


def climb(
    problem: Problem, front: Frontier, value: Evaluation, tree: Tree, rounds: int, width: int, margin: float
) -> None:
    """Improve the best sampled point by Newton steps inside the cells with the largest values at their centres.

    It ends when a round improves the best value by less than ``margin``/20 (relative).
    """
    top = np.argsort(-value.centre, kind="stable")[:width]
    if not len(top):
        return
    # not more work than the generation itself
    affordable = np.cumsum(value.count[top]) * rounds <= max(EAGER, int(front.count[front.row].sum()) // 2)
    top = top[: max(1, int(np.count_nonzero(affordable)))]
    first = int(top[0])
    if value.centre[first] > tree.best:
        tree.best = float(value.centre[first])
        tree.face, tree.place = int(front.cells.face[first]), front.cells.centre[:, first].copy()
    cells = front.cells.take(top)
    box = cells.half.copy()
    origin = cells.centre.copy()
    slope, curve, centre = value.slope[:, top], value.curve[:, :, top], value.centre[top]
    rows = np.arange(len(top))
    lists = Frontier(
        cells, rows, value.tokens, value.start[top], value.count[top], value.far[top], value.lead[top], centre
    )
    trust = np.ones(len(top))
    for _ in range(rounds):
        step = _step(slope, curve, box * trust)
        place = np.clip(cells.centre + step, origin - box, origin + box)
        if not np.any(place != cells.centre):
            return
        trial = replace(lists, cells=Cells(cells.face, place, np.full_like(place, 2.0**-60)))
        found = evaluate(problem, trial)
        better = found.centre > centre
        cells.centre = np.where(better, place, cells.centre)
        slope = np.where(better, found.slope, slope)
        curve = np.where(better, found.curve, curve)
        centre = np.where(better, found.centre, centre)
        trust = np.where(better, trust, 0.25 * trust)
        i = int(np.argmax(centre))
        before = tree.best
        if centre[i] > tree.best:
            tree.best, tree.face, tree.place = float(centre[i]), int(cells.face[i]), cells.centre[:, i].copy()
        if not tree.best > before * (1.0 + 0.05 * margin):
            return


def _step(slope: Array, curve: Array, box: Array) -> Array:
    """Return steps that increase slope t + curve t t/2 inside the box: Newton where concave, else to the edge."""
    m = len(slope)
    size = np.abs(slope)
    damped = np.moveaxis(curve, -1, 0).copy()
    eigen, vectors = np.linalg.eigh(damped)
    coordinates = np.einsum("Bij,iB->Bj", vectors, slope)
    with np.errstate(divide="ignore", invalid="ignore"):
        newton = np.where(eigen < 0, coordinates / -eigen, np.sign(coordinates) * np.inf)
    reach = np.sqrt(np.sum(box * box, axis=0))[:, None]
    newton = np.clip(np.nan_to_num(newton, posinf=1e300, neginf=-1e300), -reach, reach)
    step: Array = np.einsum("Bij,Bj->iB", vectors, newton)
    return np.clip(step, -box, box) if m and size.size else step


def _woven(a: NDArray[Any], b: NDArray[Any]) -> NDArray[Any]:
    return np.stack([a, b], axis=-1).reshape(*a.shape[:-1], -1)


def _bisected(front: Frontier, axis: Index) -> Frontier:
    low, high = front.cells.halves(axis)
    cells = Cells(np.repeat(low.face, 2), _woven(low.centre, high.centre), _woven(low.half, high.half))
    return replace(front, cells=cells, row=np.repeat(front.row, 2), bound=np.repeat(front.bound, 2))


def _children(parents: Cells, value: Evaluation, which: Index, bound: Array) -> Frontier:
    """Return the halves of the cells ``which`` (positions in ``value``) with the lists found for them."""
    lists = Frontier(
        parents,
        np.arange(len(which)),
        value.tokens,
        value.start[which],
        value.count[which],
        value.far[which],
        value.lead[which],
        bound,
    )
    return _bisected(lists, value.axis[which])


def grow(
    problem: Problem,
    front: Frontier,
    goal: Goal,
    max_cells: float,
    handover: tuple[float, int] | None = None,
    found: Tree | None = None,
) -> tuple[Tree, Frontier]:
    """Bisect until all cells reach the goal; return the tree and the cells left open.

    The work is given up after ``max_cells``.  With ``handover`` = (pairs, cells) it stops once that many (cell, token)
    pairs are spent and at least that many cells are live: other blocks go on with them.  Such a run also ends at an
    interrupt (Ctrl-C), with what is proved by then and ``tree.interrupted``.  ``found``: a tree without cells that
    already knows a large error.
    """
    tree = Tree(best=goal.known) if found is None else found
    step = 0
    while len(front):
        spent = tree.cells >= max_cells
        if handover is not None:
            spent |= tree.pairs >= handover[0] and len(front) >= handover[1]
        if spent or not np.any(front.cells.half.max(axis=0) >= SMALLEST):
            return _abandon(tree, front)
        complete = len(tree.codes), len(tree.bounds)
        try:
            following = _generation(problem, front, goal, tree, step)
        except KeyboardInterrupt:
            if handover is None:
                raise
            del tree.codes[complete[0] :], tree.bounds[complete[1] :]
            tree.interrupted, following = True, None
        if following is None:
            return _abandon(tree, front)
        front = following
        step += 1
    return tree, front


def _generation(problem: Problem, front: Frontier, goal: Goal, tree: Tree, step: int) -> Frontier | None:
    """Evaluate and decide the live cells; return the next ones, or None when the question is decided."""
    levels, axes = _ahead(front)
    whole = _joined(levels)
    value = evaluate(problem, whole)
    tree.cells += len(whole)
    tree.pairs += int(front.count[whole.row].sum())
    if value.centre.max() > tree.best:
        before = tree.best, tree.face, tree.place
        climb(problem, whole, value, tree, 3 if step % 2 else 1, 12, goal.margin)
        noise = float(value.floor[np.argmax(value.centre)])
        if problem.precise is not None and tree.best > before[0] and not noise < 0.02 * goal.margin * tree.best:
            tree.best = problem.precise.value(tree.face, tree.place)  # float64 would overstate it
            if not tree.best > before[0]:
                tree.best, tree.face, tree.place = before
    if goal.eps is not None and tree.best > goal.eps:  # refuted: the rest does not matter
        return None
    needed = goal.level(tree.best)
    if problem.precise is not None:
        _settle(problem.precise, whole, value, needed, len(whole) - len(levels[-1]), goal, tree)
        needed = goal.level(tree.best)
    return _decide(tree, levels, axes, value, front.bound, needed)


def _abandon(tree: Tree, front: Frontier) -> tuple[Tree, Frontier]:
    tree.codes.append(np.full(len(front), OPEN, dtype=np.uint8))
    tree.bounds.append(front.bound)
    return tree, front


def _ahead(front: Frontier) -> tuple[list[Frontier], list[Index]]:
    """Return the cells and, when they are few, some generations of their halves: one batch costs less than many."""
    levels, axes = [front], []
    width = int(front.count.max())
    while len(levels[-1]) * width < EAGER:
        axes.append(np.argmax(levels[-1].cells.half, axis=0))
        levels.append(_bisected(levels[-1], axes[-1]))
    return levels, axes


def _joined(levels: list[Frontier]) -> Frontier:
    cells = Cells(
        np.concatenate([front.cells.face for front in levels]),
        np.concatenate([front.cells.centre for front in levels], axis=1),
        np.concatenate([front.cells.half for front in levels], axis=1),
    )
    row = np.concatenate([front.row for front in levels])
    return replace(levels[0], cells=cells, row=row, bound=np.concatenate([front.bound for front in levels]))


def _settle(
    precise: Precise, whole: Frontier, value: Evaluation, needed: float, skip: int, goal: Goal, tree: Tree
) -> None:
    """Ask FLINT about the cells of the last generation that rounding, not size, keeps above the goal."""
    floor = value.floor
    hopeless = (value.upper > needed) & (value.centre - 2.0 * floor <= needed) & ~(value.centre + 2.0 * floor < needed)
    hopeless &= np.isfinite(floor) & ~(floor < 0.05 * needed * goal.margin)
    hopeless[:skip] = False
    which = np.flatnonzero(hopeless)
    if len(which):
        bounds = precise(whole.cells.take(which), needed)
        value.upper[which] = np.fmin(value.upper[which], bounds)
        if goal.eps is None:
            i = which[int(np.argmax(bounds))]
            found = precise.value(int(whole.cells.face[i]), whole.cells.centre[:, i])
            if found > tree.best:
                tree.best, tree.face, tree.place = found, int(whole.cells.face[i]), whole.cells.centre[:, i].copy()


def _decide(
    tree: Tree, levels: list[Frontier], axes: list[Index], value: Evaluation, bound: Array, needed: float
) -> Frontier:
    """Record leaves and bisections generation by generation; return the halves of what is left of the last one."""
    active = np.arange(len(levels[0]))
    offset = 0
    for front, axis in zip(levels, [*axes, None], strict=True):
        index = offset + active
        upper = np.fmin(value.upper[index], bound)
        done = upper <= needed
        split = active[~done]
        chosen = value.axis[offset + split] if axis is None else axis[split]
        codes = np.zeros(len(active), dtype=np.uint8)
        codes[~done] = 1 + chosen
        tree.codes.append(codes)
        tree.bounds.append(upper[done])
        bound = upper[~done]
        if axis is None:
            return _children(front.cells.take(split), value, offset + split, bound)
        active = _woven(2 * split, 2 * split + 1)
        bound = np.repeat(bound, 2)
        offset += len(front)
    raise AssertionError("unreachable: the last generation has no axis")
