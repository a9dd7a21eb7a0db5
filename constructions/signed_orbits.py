"""Nets in high dimensions: all vectors with k entries +-1/sqrt k and zeros otherwise, for the k of a set K.

Covering radius, for any d = m+1.  Signed permutations of the coordinates map the point set to itself and any x into the
cone x_1 >= ... >= x_d >= 0; there the best vector of type k has the inner product S_k(x)/sqrt k, S_k = x_1 + ... + x_k.
So cos(covering radius) = min over unit x of the cone of max_{k in K} S_k/sqrt k, and by homogeneity this is
1/sqrt(M), M = max { |x|^2 : x in the cone, S_k(x) <= sqrt k for k in K }.  The cone is spanned by the vectors
u_j = (1, .., 1, 0, ..) with j ones: x = sum t_j u_j, t_j >= 0, S_k = sum_j t_j min(j,k), and |x|^2 is
sum_ij t_i t_j min(i,j).  A convex function on a polytope takes its maximum at a vertex, and a vertex has r nonzero t_j
and r tight constraints for some r <= |K|: finitely many linear systems.  Replacing sqrt k by a rational upper bound
enlarges the polytope, so exact rational arithmetic on that one proves an upper bound of M.
(K = {1} is the cross-polytope: M = d; K = {k}: M = max(k, d/k).)
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import numpy as np
from flint import arb, fmpq, fmpq_mat
from numpy.typing import NDArray

from theory.errors import InputError

__all__ = ["best_types", "good_types", "signed_orbit_cosine", "signed_orbit_points", "signed_orbit_size"]

Floats = NDArray[np.float64]

_SQRT_BITS = 100
"""The rational upper bounds of sqrt k exceed it by at most 2^-100."""
MAX_TYPES = 4
"""Most elements of K that are tried."""
_MAX_SYSTEMS = 200_000
"""Most linear systems that one K may cost."""


def signed_orbit_size(d: int, K: tuple[int, ...]) -> int:
    """The number of points, sum over K of C(d,k) 2^k.

    >>> signed_orbit_size(64, (1,)), signed_orbit_size(11, (1, 3))
    (128, 1342)
    """
    return sum(math.comb(d, k) << k for k in K)


def _systems(d: int, K: tuple[int, ...]) -> int:
    return sum(math.comb(len(K), r) * math.comb(d, r) for r in range(1, len(K) + 1))


def _sqrt_upper(k: int) -> fmpq:
    """A rational number in [sqrt k, sqrt k + 2^-100], exact for squares."""
    root = math.isqrt(k << (2 * _SQRT_BITS))
    return fmpq(root + (root * root < k << (2 * _SQRT_BITS)), 1 << _SQRT_BITS)


def _largest_square(d: int, K: tuple[int, ...]) -> fmpq:
    """A rational upper bound of M (module docstring), by exact enumeration of the vertices."""
    bound = {k: _sqrt_upper(k) for k in K}
    best = fmpq(0)
    for r in range(1, len(K) + 1):
        for support in itertools.combinations(range(1, d + 1), r):
            square = fmpq_mat([[min(i, j) for j in support] for i in support])
            for tight in itertools.combinations(K, r):
                matrix = fmpq_mat([[min(j, k) for j in support] for k in tight])
                if matrix.det() == 0:
                    continue
                t = matrix.solve(fmpq_mat([[bound[k]] for k in tight]))
                if any(c < 0 for c in t.entries()):
                    continue
                if any(
                    sum((c * min(j, k) for c, j in zip(t.entries(), support, strict=True)), fmpq(0)) > bound[k]
                    for k in K
                ):
                    continue
                best = max(best, (t.transpose() * square * t)[0, 0])
    return best


def _largest_square_float(d: int, K: tuple[int, ...]) -> float:
    """M in float64, by the same enumeration done by columns; to choose K only."""
    best = 0.0
    types = np.array(K)
    for r in range(1, len(K) + 1):
        support = np.array(list(itertools.combinations(range(1, d + 1), r)))
        values = np.minimum(support[:, None, :], types[None, :, None]).astype(float)  # [systems, K, r]
        square = np.minimum(support[:, :, None], support[:, None, :])
        for tight in itertools.combinations(range(len(K)), r):
            matrix = values[:, tight, :]
            regular = np.abs(np.linalg.det(matrix)) > 0.5
            right = np.broadcast_to(np.sqrt(types[list(tight)])[:, None], (int(regular.sum()), r, 1))
            t = np.linalg.solve(matrix[regular], right)[..., 0]
            feasible = (t >= -1e-9).all(axis=1)
            feasible &= (np.einsum("skr,sr->sk", values[regular], t) <= np.sqrt(types) + 1e-9).all(axis=1)
            if feasible.any():
                t = t[feasible]
                best = max(best, float(np.einsum("si,sij,sj->s", t, square[regular][feasible], t).max()))
    return best


def signed_orbit_cosine(d: int, K: tuple[int, ...]) -> arb:
    """A proved lower bound of the cosine of the covering radius of the signed orbits K in R^d, sharp to rounding.

    Raises `InputError` when K is empty, not increasing, not within 1..d, or takes more systems than are worth it.

    >>> float(signed_orbit_cosine(64, (1,)))
    0.125
    """
    if not K or list(K) != sorted(set(K)) or K[0] < 1 or K[-1] > d:
        raise InputError(f"K = {K}: give increasing integers between 1 and d = {d}")
    if _systems(d, K) > _MAX_SYSTEMS:
        raise InputError(f"K = {K} in dimension d = {d} means {_systems(d, K)} linear systems; limit {_MAX_SYSTEMS}")
    return (1 / arb(_largest_square(d, K)).sqrt()).lower()


def signed_orbit_points(d: int, K: tuple[int, ...]) -> Floats:
    """The points, float64 [N, d]: rows of k entries +-fl(1/sqrt k), exactly proportional to the ideal unit vectors."""
    blocks = []
    for k in K:
        places = np.array(list(itertools.combinations(range(d), k)))
        signs = 1.0 - 2.0 * ((np.arange(1 << k)[:, None] >> np.arange(k)) & 1)
        block = np.zeros((len(places), 1 << k, d))
        np.put_along_axis(block, np.repeat(places[:, None, :], 1 << k, axis=1), signs[None] / math.sqrt(k), axis=2)
        blocks.append(block.reshape(-1, d))
    return np.concatenate(blocks)


def _by_size(d: int, max_points: int) -> Iterator[tuple[int, ...]]:
    """All sets K of at most `MAX_TYPES` types and ``max_points`` points, the smallest orbits first."""
    types = [k for k in range(1, d + 1) if signed_orbit_size(d, (k,)) <= max_points]
    sets = (K for r in range(1, MAX_TYPES + 1) for K in itertools.combinations(types, r))
    allowed = [K for K in sets if signed_orbit_size(d, K) <= max_points and _systems(d, K) <= _MAX_SYSTEMS]
    return iter(sorted(allowed, key=lambda K: (signed_orbit_size(d, K), K)))


def best_types(d: int, cosine: arb, max_points: int) -> tuple[int, ...] | None:
    """The K with the fewest points, at most ``max_points``, whose covering radius is proved to be <= arccos(cosine).

    None when there is none.

    >>> best_types(64, arb(1) / 9, 10_000), best_types(64, arb(1) / 7, 100)
    ((1,), None)
    """
    wanted = float(1 / (cosine * cosine).upper()) * (1 + 1e-9) if cosine > 0 else math.inf
    for K in _by_size(d, max_points):
        if _largest_square_float(d, K) <= wanted and signed_orbit_cosine(d, K) >= cosine:
            return K
    return None


def good_types(d: int, max_points: int = 5_000) -> list[tuple[tuple[int, ...], int, float]]:
    """(K, number of points, cosine in float64) of the signed orbits that no smaller ones beat, by size.

    >>> [K for K, size, cosine in good_types(4)][:3]
    [(1,), (1, 4), (1, 3)]
    """
    result: list[tuple[tuple[int, ...], int, float]] = []
    for K in _by_size(d, max_points):
        cosine = _largest_square_float(d, K) ** -0.5
        if not result or cosine > result[-1][2] * (1 + 1e-9):
            result.append((K, signed_orbit_size(d, K), cosine))
    return result
