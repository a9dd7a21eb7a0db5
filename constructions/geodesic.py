"""Icosahedral nets of S^2: triangular lattices on the faces of an icosahedron, relaxed under its 60 rotations.

The class (a, b), a >= b >= 0, has T = a^2 + ab + b^2 lattice triangles per face and N = 10 T + 2 points; relaxed,
N sigma(cap_delta) is about 1.24, and 2 pi/sqrt 27 = 1.2092 is the limit for any net as delta -> 0 (hexagons).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from constructions.groups import group, icosahedron, in_domain, orbit
from constructions.relaxation import STAGES, Stages, relax

__all__ = ["classes", "geodesic", "geodesic_radius", "likely_classes"]

Floats = NDArray[np.float64]

_LARGE = 2_000
"""From so many points on fewer iterations are made."""
_LARGE_STAGES: Stages = ((10, 40), (30, 30), (100, 30))


def classes(smallest: int) -> Iterator[tuple[int, int]]:
    """The classes (a, b) with at least ``smallest`` points, in the order of their sizes.

    >>> list(itertools.islice(classes(40), 4))
    [(2, 0), (2, 1), (3, 0), (2, 2)]
    """
    T = max(1, math.ceil((smallest - 2) / 10))
    while True:
        for b in range(math.isqrt(T // 3) + 1):
            a = (math.isqrt(4 * T - 3 * b * b) - b) // 2
            if a >= b and a * a + a * b + b * b == T:
                yield a, b
        T += 1


def geodesic_radius(N: int) -> float:
    """About the covering radius of the relaxed net of N points (radians; an estimate, slightly small)."""
    # Large nets are relaxed less.
    return math.acos(max(-1.0, 1 - 2 * 1.229 * (1 + N / 5e6) / N))


def likely_classes(radius: float) -> Iterator[tuple[tuple[int, int], int]]:
    """Classes and sizes worth trying for a covering radius: the first ones that may reach it, then ever larger ones."""
    smallest = 12
    while geodesic_radius(smallest) > radius:
        smallest = max(smallest + 10, smallest * 1001 // 1000)
    sizes = ((c, 10 * (c[0] ** 2 + c[0] * c[1] + c[1] ** 2) + 2) for c in classes(smallest - 10))
    yield from itertools.islice(((c, N) for c, N in sizes if geodesic_radius(N) <= radius), 6)
    for growth in (1.01, 1.02, 1.04, 1.08, 1.16, 1.4):
        yield next((c, N) for c, N in sizes if growth * smallest <= N)


def _grid(a: int, b: int) -> Floats:
    """The projected lattice of class (a, b), unit rows [10 T + 2, 3]."""
    corners, T = icosahedron(), a * a + a * b + b * b
    near = corners @ corners.T > 0.4
    faces = [(i, j, k) for i, j, k in itertools.combinations(range(12), 3) if near[i, j] and near[j, k] and near[i, k]]
    # In the basis of the lattice a face has the corners 0, (a, b) and (-b, a+b); x, y run over its lattice points.
    x, y = (c.ravel() for c in np.meshgrid(np.arange(-b, a + 1), np.arange(a + b + 1)))
    s, t = (a + b) * x + b * y, a * y - b * x
    inside = (s >= 0) & (t >= 0) & (s + t <= T)
    barycentric = np.stack([T - s - t, s, t], axis=1)[inside] / T
    # A chiral lattice (a != b, b > 0) needs faces of one orientation.
    oriented = [f if np.linalg.det(corners[list(f)]) > 0 else (f[0], f[2], f[1]) for f in faces]
    points = np.concatenate([barycentric @ corners[list(f)] for f in oriented])
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    # Points on edges and corners were made by several faces; + 0.0 turns -0.0 into 0.0.
    _, index = np.unique(np.round(points, 7) + 0.0, axis=0, return_index=True)
    return points[np.sort(index)]


def geodesic(a: int, b: int) -> Floats:
    """The relaxed icosahedral net of class (a, b), unit rows [10 (a^2+ab+b^2) + 2, 3]."""
    points, rotations = _grid(a, b), group(3, "I")
    images = np.einsum("gij,nj->gni", rotations[1:], points)
    axis = (np.abs(images - points).max(axis=2) < 1e-6).any(axis=0)
    free, fixed = points[~axis & in_domain(points, rotations)], points[axis]
    if not len(free):
        return points
    _, free = relax(free, rotations, fixed, _LARGE_STAGES if len(points) >= _LARGE else STAGES)
    return orbit(free, rotations, fixed)
