"""The lattice A_m lifted to S^m: points of a triangular grid on every facet of the cross-polytope, pushed outwards.

The facet with signs s has the grid points sum_i s_i (k_i/n) e_i, k_i >= 0 integers with sum n; such a point goes to
(s_i (k_i/n)^a)/|.|, and the exponent a makes the images even: a = 1 is the central projection, smaller a moves points
towards the facets' borders.  Together these are all integer vectors with sum |k_i| = n.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from constructions.covering import hull
from constructions.nets import net_from_points
from constructions.nodes import MAX_POINTS, Nodes
from theory.errors import HypothesisError, InputError, UnreachableError

__all__ = ["lifted_lattice", "lifted_lattice_size", "lifted_lattice_sizes"]

Floats = NDArray[np.float64]

_EXPONENTS = np.linspace(0.5, 1.0, 11)
_TUNED = 48_000
"""Grids of more than this many points over m^4 take the exponent of a smaller one."""
_NUDGE = 2e-8
"""Facets with more than m+1 vertices are made simplices by moving the points this much."""


def lifted_lattice_size(m: int, n: int) -> int:
    """The number of integer vectors in R^(m+1) with sum |k_i| = n: sum_j 2^j C(m+1, j) C(n-1, j-1).

    >>> lifted_lattice_size(2, 1), lifted_lattice_size(2, 2), lifted_lattice_size(3, 3)
    (6, 18, 88)
    """
    return sum((math.comb(m + 1, j) * math.comb(n - 1, j - 1)) << j for j in range(1, min(m + 1, n) + 1))


def lifted_lattice_sizes(m: int) -> Iterator[tuple[int, int]]:
    """(n, number of points) for n = 1, 2, ... up to `MAX_POINTS`."""
    for n in itertools.count(1):
        if (size := lifted_lattice_size(m, n)) > MAX_POINTS:
            return
        yield n, size


def _grid(d: int, n: int) -> Floats:
    """All integer vectors in R^d with sum |k_i| = n, as rows."""
    rows: list[tuple[int, ...]] = []
    # Stars and bars: d non-negative numbers with sum n.
    for bars in itertools.combinations(range(n + d - 1), d - 1):
        ends = (-1, *bars, n + d - 1)
        k = [b - a - 1 for a, b in itertools.pairwise(ends)]
        rows += itertools.product(*((c,) if c == 0 else (c, -c) for c in k))
    return np.array(rows, dtype=np.float64)


def _lifted(grid: Floats, exponent: float) -> Floats:
    points = np.sign(grid) * np.abs(grid) ** exponent
    return np.asarray(points / np.linalg.norm(points, axis=1, keepdims=True))


@lru_cache(maxsize=64)
def _best_exponent(m: int, n: int) -> float:
    """The exponent with the smallest covering radius (float) of a few."""
    if n < 2 or lifted_lattice_size(m, n) * m**4 > _TUNED:
        return _best_exponent(m, n - 1) if n > 2 else 1.0
    grid = _grid(m + 1, n)

    def radius(exponent: float) -> float:
        try:
            return -float(hull(_lifted(grid, exponent)).offsets.min())
        except HypothesisError:
            return 1.0

    return float(min(_EXPONENTS, key=radius))


def lifted_lattice(m: int, n: int) -> Nodes:
    """The lattice A_m of frequency n on the facets of the cross-polytope, lifted to S^m; certified by its facets.

    Raises `InputError` unless m >= 2 and n >= 1, `UnreachableError` for more than `MAX_POINTS` points,
    `HypothesisError` when the hull is too large to be computed (m >= 8).

    >>> nodes = lifted_lattice(3, 2)
    >>> len(nodes), nodes.covering_proof
    (32, 'facets')
    """
    if m < 2 or n < 1:
        raise InputError(f"a lifted lattice needs m >= 2 and frequency n >= 1; got m = {m}, n = {n}")
    if (size := lifted_lattice_size(m, n)) > MAX_POINTS:
        raise UnreachableError(
            f"lifted_lattice({m}, {n}) has {size} points, more than {MAX_POINTS}; take a smaller n",
            limit="constructions.nodes.MAX_POINTS",
        )
    points = _lifted(_grid(m + 1, n), _best_exponent(m, n))
    points = points + np.random.default_rng(2024).uniform(-_NUDGE, _NUDGE, points.shape)
    return net_from_points(points, f"lattice A{m}, frequency {n}")
