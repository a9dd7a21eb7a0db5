"""The search that fills `theory.packing_table`: points of S^m far from each other, from many starts, floats only.

Run ``python -m constructions.packing_search M SIZE SECONDS SEED [GROUP]`` to print a row for the table.  Every start
draws points (orbits of the group, see `constructions.groups`), pushes them apart by a repulsive energy of growing
power, and then maximises the smallest distance by linear programs for small steps.  Nothing is proved here: the table
stores integers, and `theory.packings` computes the separation of what is stored.
"""

from __future__ import annotations

import sys
import time

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog, minimize
from scipy.sparse import coo_array

from constructions.groups import group, icosahedron, orbit
from theory.errors import InputError
from theory.packing_table import SCALE, encoded

__all__ = ["formatted", "search", "separated"]

Floats = NDArray[np.float64]


def _fixed(d: int, name: str, size: int) -> Floats | None:
    """Small orbits (vertices, faces, edges of the icosahedron) that make up ``size`` with full orbits, if needed."""
    order = len(group(d, name))
    if size % order == 0:
        return None
    if name != "I":
        raise InputError(f"{size} points are not full orbits of {name}, which has order {order}")
    vertices = icosahedron()
    unit = vertices @ vertices.T
    near = np.argwhere(np.triu((unit > 0.4) & (unit < 0.6)))
    edges = np.array([vertices[i] + vertices[j] for i, j in near])
    corners = [(i, j, k) for i, j in near for k in range(j + 1, 12) if unit[i, k] > 0.4 and unit[j, k] > 0.4]
    faces = np.array([vertices[list(corner)].sum(axis=0) for corner in corners])
    parts = {12: vertices, 20: faces, 30: edges}
    for mask in range(8):
        chosen = [part for bit, part in enumerate(parts.values()) if mask >> bit & 1]
        if (size - sum(map(len, chosen))) % order == 0 and size >= sum(map(len, chosen)):
            return np.concatenate([part / np.linalg.norm(part, axis=1, keepdims=True) for part in chosen])
    raise InputError(f"{size} points are not made of orbits of the icosahedral group")


def _relaxed(free: Floats, matrices: Floats, fixed: Floats | None, power: int) -> Floats:
    """Move the free points to a local minimum of the sum over pairs of (smallest distance/distance)^power."""
    shape = free.shape

    def energy(flat: Floats) -> tuple[float, Floats]:
        x = flat.reshape(shape)
        length = np.linalg.norm(x, axis=1, keepdims=True)
        unit = x / length
        everyone = orbit(unit, matrices, fixed)
        square = np.maximum(2 - 2 * unit @ everyone.T, 1e-12)
        square[np.arange(len(unit)), own] = 1e300
        terms = np.exp(np.minimum(power / 2 * np.log(scale / square), 60.0))
        gradient = 2 * power * (terms / square) @ everyone
        gradient -= np.sum(gradient * unit, axis=1, keepdims=True) * unit
        return float(np.sum(terms @ weight)), (gradient / length).ravel()

    count = 0 if fixed is None else len(fixed)
    own = np.arange(len(free)) + count
    # A pair of free orbits is seen from both sides, a pair (free, fixed) from one: it counts twice.
    weight = np.repeat([2.0, 1.0], [count, len(free) * len(matrices)])
    scale = max(2 - 2 * _largest_cosine(free, matrices, fixed), 1e-9)
    found = minimize(energy, free.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    x = found.x.reshape(shape)
    return np.asarray(x / np.linalg.norm(x, axis=1, keepdims=True))


def _tangents(x: Floats) -> Floats:
    """An orthonormal basis [n, d, d-1] of the tangent space at each row."""
    q = np.linalg.qr(
        np.concatenate([x[:, :, None], np.broadcast_to(np.eye(x.shape[1]), (len(x), *2 * x.shape[1:]))], 2)
    )[0]
    return np.asarray(q[:, :, 1 : x.shape[1]])


def _largest_cosine(free: Floats, matrices: Floats, fixed: Floats | None) -> float:
    cosines = free @ orbit(free, matrices, fixed).T
    start = 0 if fixed is None else len(fixed)
    cosines[np.arange(len(free)), np.arange(len(free)) + start] = -1
    return float(cosines.max())


def separated(free: Floats, matrices: Floats, fixed: Floats | None = None, steps: int = 40) -> Floats:
    """The free points after small steps that each maximise the smallest linearised distance."""
    n, d = free.shape
    start = 0 if fixed is None else len(fixed)
    best = _largest_cosine(free, matrices, fixed)
    trust = 0.2 * float(np.sqrt(max(2 - 2 * best, 0)))
    for _ in range(steps):
        everyone, frames = orbit(free, matrices, fixed), _tangents(free)
        cosines = free @ everyone.T
        cosines[np.arange(n), np.arange(n) + start] = -1
        reach = np.cos(np.arccos(min(best, 1.0)) + 4 * trust)
        i, column = np.nonzero(cosines > reach)
        moves = column >= start
        g, j = np.divmod(np.where(moves, column - start, 0), n)
        # Row of a pair: u_i . y + x_i . g u_j - t <= -x_i . y
        first = np.einsum("pa,pak->pk", everyone[column], frames[i])
        second = np.einsum("pa,pak->pk", np.einsum("pba,pb->pa", matrices[g], free[i]), frames[j]) * moves[:, None]
        k = np.arange(d - 1)
        rows = np.repeat(np.arange(len(i)), d - 1)
        cols = [(i[:, None] * (d - 1) + k).ravel(), (j[:, None] * (d - 1) + k).ravel()]
        size = n * (d - 1)
        data = np.concatenate([first.ravel(), second.ravel(), -np.ones(len(i))])
        where = (np.concatenate([rows, rows, np.arange(len(i))]), np.concatenate([*cols, np.full(len(i), size)]))
        A = coo_array((data, where), shape=(len(i), size + 1)).tocsr()
        cost = np.zeros(size + 1)
        cost[-1] = 1
        found = linprog(  # type: ignore[call-overload]  # the stubs know dense matrices only
            cost, A_ub=A, b_ub=-cosines[i, column], bounds=[*[(-trust, trust)] * size, (-1, 1)], method="highs"
        )
        if found.x is None:
            break
        moved = free + np.einsum("nak,nk->na", frames, found.x[:-1].reshape(n, d - 1))
        moved /= np.linalg.norm(moved, axis=1, keepdims=True)
        value = _largest_cosine(moved, matrices, fixed)
        if value < best - 1e-13:
            gain, best, free = best - value, value, moved
            if gain < 1e-9:
                break
        else:
            trust /= 3
            if trust < 1e-9:
                break
    return free


def search(m: int, size: int, *, seconds: float, seed: int, name: str = "1") -> Floats:
    """The best ``size`` points found, float64 [size, m+1]: orbits of the group, from as many starts as fit in."""
    d, rng, until = m + 1, np.random.default_rng(seed), time.monotonic() + seconds
    matrices, fixed = group(d, name), _fixed(d, name, size)
    n = (size - (0 if fixed is None else len(fixed))) // len(matrices)
    best: tuple[float, Floats] | None = None
    while best is None or time.monotonic() < until:
        free = rng.normal(size=(n, d))
        free /= np.linalg.norm(free, axis=1, keepdims=True)
        for power in (2, 8, 24, 80, 200)[int(rng.integers(3)) :]:
            free = _relaxed(free, matrices, fixed, power)
        cosine = _largest_cosine(free, matrices, fixed)
        if best is None or np.arccos(cosine) > 0.985 * np.arccos(best[0]):
            free = separated(free, matrices, fixed)
            cosine = _largest_cosine(free, matrices, fixed)
            if best is None or cosine < best[0]:
                best = (cosine, free)
    return orbit(best[1], matrices, fixed)


def formatted(points: Floats) -> str:
    """The text of a row as `theory.packing_table` reads it."""
    return encoded(np.round(points * SCALE).astype(np.int64))


if __name__ == "__main__":
    m_, size_, seconds_, seed_ = map(int, sys.argv[1:5])
    print(formatted(search(m_, size_, seconds=seconds_, seed=seed_, name=(sys.argv[5:] or ["1"])[0])))
