"""The checker's own proofs of covering radii: the largest distance of a point of S^m from a set of points (theory F5).

Part of the independent checker: of the project it imports only its other parts.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np
from flint import arb, arb_mat
from numpy.typing import NDArray

from verify.checker.balls import Refused, Undecided, directions, distance, length

__all__ = ["facet_covering", "signed_orbit_covering"]

MAX_FACETS = 400_000
MAX_FACET_WORK = 40_000_000
MAX_SYSTEMS = 200_000
NUDGES = (0.0, 1e-10, 1e-8)

Points = Sequence[Sequence[arb]]


# --- facets ---------------------------------------------------------------------------------------------------------


def facet_covering(points: Points) -> arb:
    """An upper bound of the covering radius of unit vectors that surround 0, any m.

    Simplices are proposed by Qhull, which is not trusted.  If every ridge (m vertices) lies in exactly two of them,
    with the opposite vertices strictly on opposite sides of the hyperplane through 0 and the ridge, then a generic path
    on the sphere always leaves one cone and enters another, so the cones over the simplices cover R^d.  For a unit x in
    the cone of a simplex with vertices p_i, and y with <p_i, y> = 1 for all of them: max <x, p_i> >= 1/|y|, because
    x = sum c_i p_i, c_i >= 0, has sum c_i = <x, y> <= |y| and 1 = <x, x> = sum c_i <x, p_i>.
    Degenerate points are nudged first; the angle by which they move is added.  Raises `Refused` when it fails.
    """
    floats = np.array([[float(c.mid()) for c in p] for p in points])
    refused: Refused | None = None
    for seed, size in enumerate(NUDGES):
        moved: Points = points
        angle = arb(0)
        if size:
            shifted = floats + size * np.random.default_rng(seed).uniform(-1, 1, floats.shape)
            moved, _ = directions([[arb(c) for c in row] for row in shifted.tolist()])
            for p, q in zip(points, moved, strict=True):
                angle = angle.max(2 * (distance(p, q) / 2).asin())
        try:
            proposed = _simplices(np.array([[float(c.mid()) for c in p] for p in moved]))
            return _cover_by_cones(moved, proposed) + angle
        except Refused as error:
            refused = refused or error
    raise refused or Refused("no facets")


def _simplices(points: NDArray[np.float64]) -> NDArray[np.int64]:
    """Simplices [F, d] that may surround 0: neighbours on the circle, Qhull's facets in general.  Not trusted."""
    N, d = points.shape
    if d >= N:
        raise Refused(f"{N} points of S^{d - 1} do not surround 0")
    if d == 2:
        order = np.argsort(np.arctan2(points[:, 1], points[:, 0])).astype(np.int64)
        return np.stack([order, np.roll(order, -1)], axis=1)
    from scipy.spatial import ConvexHull, QhullError  # scipy.spatial takes longer to import than most checks

    shuffled = np.random.default_rng(0).permutation(N)
    sizes = [N] if d == 3 else [n for n in (N // 8, N // 4, N // 2, N) if n > 2 * d or n == N]
    try:
        for n in sizes:
            found = ConvexHull(points[shuffled[:n]]).simplices
            # Facets grow at most about like n^(d/2): never start what would not end.
            if len(found) > MAX_FACETS or (n < N and len(found) * 2.0 ** (d // 2) > 8 * MAX_FACETS):
                raise Refused(f"too large to check here: a hull of {N} points on S^{d - 1} with too many facets")
    except (QhullError, ValueError) as error:
        raise Refused(f"Qhull finds no hull ({str(error).strip().splitlines()[0][:80]})") from None
    return shuffled[found].astype(np.int64)


def _cover_by_cones(points: Points, simplices: NDArray[np.int64]) -> arb:
    """The radius proved by these simplices, or `Refused`."""
    N, d = len(points), len(points[0])
    F = len(simplices)
    if not F or simplices.shape[1] != d or simplices.min() < 0 or simplices.max() >= N:
        raise Refused("no simplices")
    if F * d**3 > MAX_FACET_WORK:
        raise Refused(f"too large to check here: {F} facets in dimension {d}")
    simplices = np.sort(simplices, axis=1)
    one, largest = arb_mat([[1]] * d), arb(0)
    signs = np.zeros(F, dtype=np.int64)
    for index, vertices in enumerate(simplices.tolist()):
        matrix = arb_mat([points[i] for i in vertices])
        determinant = matrix.det()
        signs[index] = 1 if determinant > 0 else -1 if determinant < 0 else 0
        if not signs[index]:
            raise Refused(f"the simplex {vertices} is degenerate")
        y = matrix.solve(one, nonstop=True).entries()
        largest = largest.max(sum((c * c for c in y), arb(0)))
    _demand_closed(simplices, signs)
    return (1 / largest.sqrt()).acos()


def _demand_closed(simplices: NDArray[np.int64], signs: NDArray[np.int64]) -> None:
    """Every ridge in exactly two simplices, the opposite vertices on opposite sides: sign(det) (-1)^j is the side.

    ``simplices`` [F, d] has increasing rows, ``signs`` are those of their determinants; j is the place left out.
    """
    d = simplices.shape[1]
    ridges = np.concatenate([np.delete(simplices, j, axis=1) for j in range(d)])
    sides = np.concatenate([signs * (-1) ** j for j in range(d)])
    order = np.lexsort(ridges.T[::-1])
    ridges, sides = ridges[order], sides[order]
    if len(ridges) % 2:
        raise Refused("the simplices do not close up: an odd number of ridges")
    pairs, both = ridges.reshape(-1, 2, d - 1), sides.reshape(-1, 2)
    if not (pairs[:, 0] == pairs[:, 1]).all():
        raise Refused("the simplices do not close up: some ridge lies in one of them only")
    if len(pairs) > 1 and (pairs[1:, 0] == pairs[:-1, 0]).all(axis=1).any():
        raise Refused("the simplices do not close up: some ridge lies in more than two of them")
    if (both[:, 0] + both[:, 1]).any():
        raise Refused("the simplices do not close up: two of them lie on the same side of their ridge")


# --- signed orbits --------------------------------------------------------------------------------------------------


def signed_orbit_covering(points: Points) -> arb:
    """An upper bound of the covering radius of a set that contains, nearly, all vectors with k entries +-1/sqrt k.

    The k are read off the points.  By symmetry the cosine of the covering radius of the ideal set is the least
    max_k S_k(x)/sqrt k over unit x with x_1 >= ... >= x_d >= 0, S_k = x_1 + ... + x_k; by homogeneity that is
    1/sqrt M, M the largest |x|^2 with S_k <= sqrt k for all k.  A convex function is largest at a vertex:
    x = sum_j t_j (1, .., 1, 0, ..) with r nonzero t_j (j ones) and r tight constraints.
    The largest angle between a point and its ideal twin is added.  Raises `Refused`.
    """
    d = len(points[0])
    patterns: dict[int, set[tuple[int, ...]]] = {}
    angle = arb(0)
    for p in points:
        floats = [float(c.mid()) for c in p]
        largest = max(map(abs, floats))
        signs = tuple((c > 0) - (c < 0) if abs(c) > largest / 2 else 0 for c in floats)
        k = sum(map(abs, signs))
        root = arb(k).sqrt()
        chord = length([c - s / root for c, s in zip(p, signs, strict=True)])
        if not chord < arb("1e-3"):
            raise Refused("a point is not of the form (+-1, .., 0, ..)/sqrt k")
        patterns.setdefault(k, set()).add(signs)
        angle = angle.max(2 * (chord / 2).asin())
    kinds = sorted(k for k, found in patterns.items() if len(found) == math.comb(d, k) << k)
    if not kinds:
        raise Refused("the points do not contain a full set of signed vectors")
    if sum(math.comb(len(kinds), r) * math.comb(d, r) for r in range(1, len(kinds) + 1)) > MAX_SYSTEMS:
        raise Refused(f"too large to check here: signed vectors with {kinds} entries in dimension {d}")
    best = arb(0)
    for r in range(1, len(kinds) + 1):
        for ones in itertools.combinations(range(1, d + 1), r):
            overlap = arb_mat([[min(i, j) for j in ones] for i in ones])
            for tight in itertools.combinations(kinds, r):
                best = best.max(_vertex(ones, tight, kinds, overlap))
    return (1 / best.sqrt()).acos() + angle


def _vertex(ones: Sequence[int], tight: Sequence[int], kinds: Sequence[int], overlap: arb_mat) -> arb:
    """|x|^2 at the vertex with these blocks and tight constraints; 0 when there certainly is none."""
    matrix = arb_mat([[min(j, k) for j in ones] for k in tight])
    determinant = matrix.det()
    if not (determinant > 0.5 or determinant < -0.5):  # an integer
        if determinant > -0.5 and determinant < 0.5:
            return arb(0)
        raise Undecided("a determinant is not decided")
    t = matrix.solve(arb_mat([[arb(k).sqrt()] for k in tight]))
    if any(c < 0 for c in t.entries()):
        return arb(0)
    for k in kinds:
        if sum((c * min(j, k) for c, j in zip(t.entries(), ones, strict=True)), arb(0)) > arb(k).sqrt():
            return arb(0)
    square: arb = (t.transpose() * overlap * t)[0, 0]
    return square
