"""Certified sup norm of the error of an attention head over the whole sphere: sup over S^m of |A(x) - f(x)|.

    sup_norm(prefix, target, tol)    an enclosure [lower, upper] with upper - lower <= tol * upper
    certify(prefix, target, eps)     PROVED, REFUTED (with a point) or UNKNOWN: is the sup norm <= eps?
    mean_distance(prefix, tol)       sup sum_i w_i(x) dist(x, p_i): one number for all Lipschitz targets (theory F6)

The float64 search (`verify.supnorm.search`) proves every bound with its own rounding analysis; the lower end is a
value at one point, enclosed by FLINT.  The tree of cells is a certificate that `verify.supnorm_checker` re-checks with
FLINT alone.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from flint import arb, fmpq

from constructions.prefix import StoredPrefix
from theory.balls import Exact, exact, lower_decimal, precision, upper_decimal
from theory.errors import InputError
from verify.supnorm.arrays import Array
from verify.supnorm.blocks import BlockResult, Executor, Log, Pool, Work
from verify.supnorm.bound import Norm
from verify.supnorm.evaluation import Frontier, start
from verify.supnorm.probe import probe, sampled_points
from verify.supnorm.problem import Spec
from verify.supnorm.search import Goal, grow
from verify.supnorm_chart import unit_point
from verify.supnorm_leaf import error_at
from verify.supnorm_text import parse_target

__all__ = ["PROVED", "REFUTED", "UNKNOWN", "SupNorm", "certify", "mean_distance", "sup_norm"]

PROVED, REFUTED, UNKNOWN = "PROVED", "REFUTED", "UNKNOWN"

FIRST_PAIRS = 1_500_000  #: (cell, token) pairs of the first block, which runs in this process
BLOCKS = 32  #: blocks that the cells handed over are divided into

Progress = Callable[[float, float, int, int], None]
"""Called with (lower, upper so far, blocks done, blocks)."""


@dataclass(frozen=True)
class SupNorm:
    """lower <= sup |A - f| <= upper, proved.

    ``lower`` and ``upper`` are exact dyadic balls; ``verdict`` is PROVED, REFUTED or UNKNOWN for one-sided questions,
    and PROVED or UNKNOWN (tolerance reached or not) otherwise.  ``point`` is where ``lower`` is attained (``face``,
    ``place``: the point y/|y| of the cube).  ``blocks`` hold the cover, ``note`` says what an unfinished run would
    need.
    """

    lower: arb
    upper: arb
    verdict: str
    cells: int
    seconds: float
    face: int
    place: tuple[float, ...]
    blocks: tuple[BlockResult, ...]
    roots: tuple[int, ...]
    spec: Spec
    note: str = ""

    @property
    def point(self) -> tuple[float, ...]:
        """The witness of ``lower`` in coordinates, rounded."""
        return tuple(float(c.mid()) for c in unit_point(self.face, self.place))

    def texts_lower(self) -> str:
        """Return lower as a decimal string rounded down."""
        return lower_decimal(self.lower, 12)

    def texts(self) -> tuple[str, str]:
        """Return (lower, upper) as decimal strings rounded outwards."""
        return self.texts_lower(), upper_decimal(self.upper, 12)


def sup_norm(
    prefix: StoredPrefix,
    target: str,
    tol: Exact,
    *,
    norm: Norm = "euclidean",
    executor: Executor | None = None,
    checkpoint: str | os.PathLike[str] | None = None,
    max_cells: float = math.inf,
    progress: Progress | None = None,
) -> SupNorm:
    """Enclose sup over S^m of |A(x) - f(x)| with upper - lower <= tol * upper (0 < tol < 1).

    ``target`` is an expression in x0..xm with as many outputs as the values.  ``norm``: Euclidean or max norm on R^q.
    A run that ends early (``max_cells``, interrupt) returns the bounds reached, with verdict UNKNOWN and a note.
    Raises `InputError` for unusable input and `DiscontinuousTarget` where the target is not continuous.
    """
    tolerance = exact(tol)
    if not 0 < tolerance < 1:
        raise InputError(f"tol = {tol} must lie between 0 and 1: the enclosure has upper - lower <= tol * upper")
    goal = _Request(float(arb(tolerance).mid()), None)
    return _solve(prefix, target, goal, norm, executor, checkpoint, max_cells, progress)


def certify(
    prefix: StoredPrefix,
    target: str,
    eps: Exact,
    *,
    norm: Norm = "euclidean",
    executor: Executor | None = None,
    checkpoint: str | os.PathLike[str] | None = None,
    max_cells: float = math.inf,
    progress: Progress | None = None,
) -> SupNorm:
    """Decide sup over S^m of |A(x) - f(x)| <= eps, eps > 0; stops as soon as it is decided.

    Otherwise as `sup_norm`.
    """
    bound = exact(eps)
    if bound <= 0:
        raise InputError(f"eps = {eps} must be positive")
    return _solve(prefix, target, _Request(0.0, bound), norm, executor, checkpoint, max_cells, progress)


def mean_distance(
    prefix: StoredPrefix,
    tol: Exact,
    *,
    at_most: Exact | None = None,
    executor: Executor | None = None,
    checkpoint: str | os.PathLike[str] | None = None,
    max_cells: float = math.inf,
    progress: Progress | None = None,
) -> SupNorm:
    """Enclose sup over S^m of sum_i w_i(x) dist(x, k_i/|k_i|) in radians (theory F6); the values are not used.

    For every L-Lipschitz f the head with values f(k_i/|k_i|) has error <= L * upper.  With ``at_most`` > 0 (radians)
    the question is whether the supremum is at most that, as in `certify`; the search stops when it is decided.
    """
    tolerance = exact(tol)
    if not 0 < tolerance < 1:
        raise InputError(f"tol = {tol} must lie between 0 and 1: the enclosure has upper - lower <= tol * upper")
    goal = _Request(float(arb(tolerance).mid()), None)
    if at_most is not None:
        if not exact(at_most) > 0:
            raise InputError(f"at_most = {at_most} must be positive")
        goal = _Request(0.0, exact(at_most))
    return _solve(prefix, "", goal, "euclidean", executor, checkpoint, max_cells, progress)


@dataclass(frozen=True)
class _Request:
    tol: float
    eps: fmpq | None

    def goal(self, known: float) -> Goal:
        if self.eps is None:
            return Goal(self.tol, None, known)
        below = float(arb(self.eps).mid())
        while fmpq(*below.as_integer_ratio()) > self.eps:
            below = math.nextafter(below, 0.0)
        return Goal(1e-3, below, known)


def _spec(prefix: StoredPrefix, target: str, norm: Norm, request: _Request) -> tuple[Spec, Array]:
    """Return the problem, checked, and some points of the sphere where the error may be large."""
    from theory.parser import parse_map
    from theory.targets import Target

    if target:
        Target.from_expression(target, prefix.m)  # refuses what is not continuous on the whole sphere
        outputs = len(parse_map(target, prefix.m)[0])
        if outputs != prefix.q:
            raise InputError(f"the target has {outputs} outputs but the values have {prefix.q}: they must agree")
    largest = max(float(np.abs(part).max()) for part in (*prefix.keys, *prefix.values, *prefix.bias))
    if largest > 1e150:
        raise InputError(f"a stored number of size {largest:.3g} exceeds 1e150: scale values and target down together")
    spec = Spec(prefix.m, str(prefix.lam), prefix.keys, prefix.values, prefix.bias, target, norm, 0.0)
    problem = spec.problem()
    points = sampled_points(problem)
    guess = float(problem.errors(points).max())
    spread = float(np.ptp(prefix.values[0], axis=0).max()) if target else math.pi
    scale = guess if request.eps is None else max(guess, float(arb(request.eps).mid()))
    wanted = (request.tol or 1e-3) * scale / max(spread, 1e-300) / 400.0
    log_drop = math.floor(math.log(min(max(wanted, 1e-250), 1e-3)))
    return replace(spec, log_drop=float(log_drop)), points


def cells_estimate(prefix: StoredPrefix, target: str, tol: float) -> float:
    """Return roughly how many cells an enclosure to ``tol`` takes when the error is near its maximum everywhere.

    A cell of radius r has a third-order remainder of about r^3 lam^3 sum w |v - vbar| |k - q|^3 / 6; sampled, no bound.
    """
    spec = Spec(prefix.m, str(prefix.lam), prefix.keys, prefix.values, prefix.bias, target, "euclidean", -40.0)
    problem = spec.problem()
    scale = float(problem.errors(sampled_points(problem)).max())
    points = np.random.default_rng(1).normal(size=(20, prefix.d))
    points /= np.linalg.norm(points, axis=1)[:, None]
    lam = float(arb(prefix.lam))
    cubes = []
    for x in points:
        logits = lam * prefix.keys[0] @ x + prefix.bias[0]
        weight = np.exp(logits - logits.max())
        weight /= weight.sum()
        apart = np.linalg.norm(prefix.keys[0] - weight @ prefix.keys[0], axis=1)
        pull = np.linalg.norm(prefix.values[0] - weight @ prefix.values[0], axis=1)
        cubes.append(float(np.sum(weight * pull * (lam * apart) ** 3)) / 6.0)
    radius = (tol * max(scale, 1e-300) / max(float(np.median(cubes)), 1e-300)) ** (1.0 / 3.0)
    return float(2 * prefix.d * max(1.0, 1.0 / min(radius, 1.0)) ** prefix.m)


def _solve(
    prefix: StoredPrefix,
    target: str,
    request: _Request,
    norm: Norm,
    executor: Executor | None,
    checkpoint: str | os.PathLike[str] | None,
    max_cells: float,
    progress: Progress | None,
) -> SupNorm:
    began = time.perf_counter()
    spec, points = _spec(prefix, target, norm, request)
    problem, goal = spec.problem(), request.goal(0.0)
    found = probe(problem, points, goal.margin)
    tree, left = grow(problem, start(problem), goal, max_cells, (FIRST_PAIRS, 64), found)
    first = BlockResult.of(0, tree, len(left))
    refuted = request.eps is not None and tree.best > float(arb(request.eps).mid())
    results: dict[int, BlockResult] = {}
    blocks: list[Frontier] = []
    note = ""
    if len(left) and not refuted:
        if tree.interrupted:
            note = f"interrupted after {tree.cells} cells, with the bounds reached by then"
        elif tree.cells >= max_cells:
            note = f"stopped after {tree.cells} cells: raise max_cells"
        else:
            blocks = _divide(left)
            work = Work(
                spec, dict(enumerate(blocks, 1)), request.goal(tree.best), (max_cells - tree.cells) / len(blocks)
            )
            note = _run(work, executor or Pool(), checkpoint, results, progress)
    return _result(spec, request, first, left, blocks, results, note, began)


def _divide(left: Frontier) -> list[Frontier]:
    """Cut the cells into consecutive blocks (they lie next to each other on the sphere)."""
    edges = np.linspace(0, len(left), min(BLOCKS, len(left)) + 1).astype(int)
    return [left.take(np.arange(a, b)) for a, b in pairwise(edges.tolist())]


def _run(
    work: Work,
    executor: Executor,
    checkpoint: str | os.PathLike[str] | None,
    results: dict[int, BlockResult],
    progress: Progress | None,
) -> str:
    """Run the blocks into ``results``; return a note when not all were run."""
    log = None if checkpoint is None else Log(checkpoint, f"{work.spec.digest()} {work.goal} {len(work.todo)}")
    total = len(work.todo)
    if log is not None:
        results.update(log.done)
    todo = {index: front for index, front in work.todo.items() if index not in results}
    try:
        for result in executor.run(Work(work.spec, todo, work.goal, work.max_cells)) if todo else ():
            results[result.index] = result
            if log is not None:
                log.add(result)
            if progress is not None:
                best = max(entry.best for entry in results.values())
                upper = max((_top(entry) for entry in results.values()), default=0.0)
                progress(best, upper, len(results), total)
            if work.goal.eps is not None and result.best > work.goal.eps:
                return "decided"
    except KeyboardInterrupt:
        advice = "a checkpoint lets another run go on from there" if log is None else "run again with this checkpoint"
        return f"interrupted with {len(results)} of {total} blocks done: {advice}"
    finally:
        if log is not None:
            log.close()
    return ""


def _top(result: BlockResult) -> float:
    bounds = np.frombuffer(result.bounds)
    return float(bounds.max()) if len(bounds) else 0.0


def _result(
    spec: Spec,
    request: _Request,
    first: BlockResult,
    left: Frontier,
    blocks: list[Frontier],
    results: dict[int, BlockResult],
    note: str,
    began: float,
) -> SupNorm:
    finished = [results[index] for index in sorted(results)]
    bounds = np.frombuffer(first.bounds)
    closed = bounds[: len(bounds) - len(left)]
    tops = [float(closed.max())] if len(closed) else [0.0]
    tops += [_top(result) for result in finished]
    missing = [front for index, front in enumerate(blocks, 1) if index not in results]
    tops += [float(front.bound.max()) for front in missing]
    if len(left) and not blocks:
        tops.append(float(left.bound.max()))
    best = max((first, *finished), key=lambda result: (result.best, -result.index))
    with precision(192):
        lower = _value_at(spec, best.face, best.place).lower()
        top = max(tops)
        upper = arb(top) if math.isfinite(top) else arb.pos_inf()
        if not lower.is_finite() or lower < 0:
            lower = arb(0)
        verdict = _verdict(request, lower, upper)
    still_open = sum(result.open for result in finished)
    if verdict == UNKNOWN and not note:
        note = (
            f"{still_open} cells are left open: raise max_cells" if still_open else "float64 and 512 bits do not decide"
        )
    return SupNorm(
        lower,
        upper,
        verdict,
        first.cells + sum(result.cells for result in finished),
        time.perf_counter() - began,
        best.face,
        tuple(best.place),
        (first, *finished),
        tuple(len(front) for front in blocks),
        spec,
        note if verdict == UNKNOWN else "",
    )


def _verdict(request: _Request, lower: arb, upper: arb) -> str:
    if request.eps is None:
        reached = upper.is_finite() and upper - lower <= arb(request.tol) * upper
        return PROVED if reached else UNKNOWN
    if upper <= arb(request.eps):
        return PROVED
    return REFUTED if lower > arb(request.eps) else UNKNOWN


def _value_at(spec: Spec, face: int, place: list[float]) -> arb:
    """Return an enclosure of |A - f| at a point."""
    target = parse_target(spec.target, spec.m) if spec.target else None
    return error_at(spec.exact_head(), target, unit_point(face, place))
