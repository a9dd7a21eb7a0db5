"""Moving points of S^m so that their covering radius shrinks, with a symmetry group kept; floats only, no proofs.

The objective is the L^p norm, p growing, of tan^2 R over the facets of the convex hull, R the circumradius of a facet:
with the vertices as rows of V and V y = 1, tan^2 R = |y|^2 - 1, and the gradient of |y|^2 in vertex i is -2 a_i y,
where V^T a = y.  With a group G only one facet of each orbit is summed and one point of each orbit moves: the search
space and the cost shrink by |G|, and symmetric optima are usually among the best ones.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from constructions.covering import Hull, hull
from constructions.groups import in_domain, orbit

__all__ = ["STAGES", "greedy", "greedy_orbits", "relax"]

Floats = NDArray[np.float64]
Stages = Sequence[tuple[float, int]]

STAGES: Stages = ((4, 15), (10, 20), (10, 20), (30, 20), (30, 20), (100, 30), (100, 30), (300, 30), (1000, 30))
"""(p, iterations) of one relaxation; the hull is computed anew before each stage."""
_CENTRED = 0.3
"""Facets whose centre has a barycentric coordinate below -0.3 are left out of the objective."""
_SLIVER = 1e-3
"""So are those whose determinant is smaller than this part of the largest."""


# --- the objective -------------------------------------------------------------------------------------------------


class _Objective:
    """(1/p) log sum tan^{2p} R and its gradient, over given facets, as a function of the free points (flat array)."""

    def __init__(
        self, free: Floats, group: Floats, fixed: Floats | None, simplices: NDArray[np.int64], p: float
    ) -> None:
        used, self.simplices = np.unique(simplices, return_inverse=True)
        self.simplices = self.simplices.reshape(simplices.shape)
        n, first = len(free), 0 if fixed is None else len(fixed)
        moving = used >= first
        index = used[moving] - first
        self.moving, self.matrices, self.source = moving, group[index // n], index % n
        self.constant = free[:0] if fixed is None else fixed[used[~moving]]
        self.shape, self.p = free.shape, p

    def __call__(self, flat: Floats) -> tuple[float, Floats]:
        n, d = self.shape
        x = flat.reshape(n, d)
        length = np.linalg.norm(x, axis=1, keepdims=True)
        unit = x / length
        points = np.empty((len(self.moving), d))
        points[self.moving] = np.einsum("uij,uj->ui", self.matrices, unit[self.source])
        points[~self.moving] = self.constant
        try:
            inverse = np.linalg.inv(points[self.simplices])
        except np.linalg.LinAlgError:
            return 1e3, np.zeros_like(flat)  # a line search that went too far
        y = inverse.sum(axis=2)
        a = np.einsum("fij,fi->fj", inverse, y)
        log_tan = np.log(np.maximum((y * y).sum(axis=1) - 1, 1e-300))
        top = log_tan.max()
        power = np.exp(self.p * (log_tan - top))
        total = power.sum()
        weight = -2 * power / total * np.exp(-log_tan)
        pull = (weight[:, None] * a)[:, :, None] * y[:, None, :]
        flat_simplices = self.simplices.ravel()
        gradient = np.stack(
            [np.bincount(flat_simplices, pull[:, :, k].ravel(), minlength=len(points)) for k in range(d)], axis=1
        )
        back = np.einsum("uij,ui->uj", self.matrices, gradient[self.moving])
        result = np.stack([np.bincount(self.source, back[:, k], minlength=n) for k in range(d)], axis=1)
        result = (result - (result * unit).sum(axis=1, keepdims=True) * unit) / length
        return float(top + np.log(total) / self.p), result.ravel()


def _angle(found: Hull) -> float:
    return float(np.arccos(min(1.0, found.offsets.min())))


def _chosen(found: Hull, points: Floats, group: Floats) -> NDArray[np.int64]:
    """One facet of each orbit, without those that cannot matter.

    The covering radius is attained at a facet that contains its own centre.  Facets whose centre is far outside and
    slivers, whose centres are numerically wild, would only slow down.
    """
    simplices = found.simplices[in_domain(points[found.simplices].sum(axis=1), group)]
    vertices = points[simplices]
    size = np.abs(np.linalg.det(vertices))
    thick = size > _SLIVER * size.max()
    simplices, vertices = simplices[thick], vertices[thick]
    inverse = np.linalg.inv(vertices)
    a = np.einsum("fij,fi->fj", inverse, inverse.sum(axis=2))
    chosen: NDArray[np.int64] = simplices[(a >= -_CENTRED * a.sum(axis=1, keepdims=True)).all(axis=1)]
    return chosen


def relax(free: Floats, group: Floats, fixed: Floats | None = None, stages: Stages = STAGES) -> tuple[float, Floats]:
    """Move the ``free`` points [n, d] (unit rows) to shrink the covering radius of their orbits with ``fixed`` [F, d].

    Returns the smallest covering radius seen (float, radians, not certified) and its free points.  Deterministic.
    Raises `HypothesisError` when the points lie in a hemisphere.
    """
    from scipy.optimize import minimize

    points = orbit(free, group, fixed)
    found = hull(points)
    best = _angle(found)
    best_free = current = free
    for p, iterations in stages:
        chosen = _chosen(found, points, group)
        objective = _Objective(current, group, fixed, chosen, p)
        with np.errstate(all="ignore"):  # line searches may step far out
            moved = minimize(
                objective, current.ravel(), (), "L-BFGS-B", jac=True, options={"maxiter": iterations, "maxcor": 20}
            )
        if not np.isfinite(moved.x).all():
            break
        current = moved.x.reshape(free.shape)
        current = current / np.linalg.norm(current, axis=1, keepdims=True)
        points = orbit(current, group, fixed)
        found = hull(points)
        if _angle(found) < best:
            best, best_free = _angle(found), current
    return best, best_free


# --- deep holes ----------------------------------------------------------------------------------------------------


def greedy(points: Floats, delta: float) -> Floats:
    """Deep holes added until the covering radius is at most ``delta`` (to rounding): a maximal delta-separated set.

    ``points``: unit rows [N, d] with pairwise distances >= delta and 0 inside their hull.  Each round adds, deepest
    first, all holes that keep distance delta from one another.  The size is at most 1/sigma(cap_{delta/2}), theory F2.
    """
    limit = float(np.cos(delta))
    while True:
        found = hull(points)
        deep = np.flatnonzero(found.offsets < limit)
        if not len(deep):
            return points
        deep = deep[np.argsort(found.offsets[deep], kind="stable")]
        points = np.concatenate([points, _separated(found.normals[deep], limit)])


def _separated(points: Floats, cosine: float) -> Floats:
    """The points in order, each kept if its inner products with the kept ones are at most ``cosine``."""
    kept: list[int] = []
    free = np.ones(len(points), dtype=bool)
    while free.any():
        first = int(np.argmax(free))
        kept.append(first)
        free &= points @ points[first] <= cosine
        free[first] = False
    return points[kept]


def greedy_orbits(count: int, group: Floats, seed: int) -> Floats:
    """``count`` free points [count, d] whose orbits are spread out: deep holes added, a tenth of the number at a time.

    A start for `relax`; deterministic.  Holes are displaced a little, since many lie where the group has fixed points.
    """
    d = group.shape[1]
    rng = np.random.default_rng(seed)
    frame = np.linalg.qr(rng.normal(size=(d, d)))[0]
    first = 1 if len(group) > d else min(count, -(-2 * d // len(group)))
    free = np.concatenate([frame, -frame])[:first]
    while len(free) < count:
        found = hull(orbit(free, group))
        inside = in_domain(found.normals, group)
        normals, offsets = found.normals[inside], found.offsets[inside]
        order = np.argsort(offsets, kind="stable")
        depth = float(np.arccos(min(1.0, offsets[order[0]])))
        deep = order[offsets[order] <= np.cos(0.8 * depth)]
        room = min(count - len(free), max(1, len(free) // 10))
        holes = _separated(normals[deep], float(np.cos(0.9 * depth)))[:room]
        holes = holes + 0.1 * depth / np.sqrt(d) * rng.normal(size=holes.shape)
        free = np.concatenate([free, holes / np.linalg.norm(holes, axis=1, keepdims=True)])
    return free
