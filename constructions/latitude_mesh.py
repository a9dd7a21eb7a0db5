"""Points of S^m on latitudes, with a covering radius that is known without looking at them (theory H6)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from flint import arb, fmpq

from constructions.prefix import Floats

__all__ = ["batches", "float_mesh", "latitude_mesh", "mesh_size"]

_BATCH = 512


def _substeps(s: int, j: int) -> int:
    """ceil(s sigma_j) or one more, sigma_j the largest sine on the latitudes from j pi/s to (j+1) pi/s."""
    near = fmpq(0) if s == 2 * j + 1 else fmpq(min(abs(s - 2 * j), abs(s - 2 * j - 2)), 2 * s)
    return int((s * arb.cos_pi_fmpq(near)).upper().ceil().fmpq().p)


def latitude_mesh(m: int, s: int) -> Iterator[list[arb]]:
    """Points of S^m with covering radius at most sqrt(m) pi/(2s) (theory H6), in the order of the format.

    The circle: 2s points; above it the latitudes (2j+1) pi/(2s), each with a mesh of S^{m-1}.
    """
    if m == 1:
        for j in range(2 * s):
            sine, cosine = arb.sin_cos_pi_fmpq(fmpq(j, s))
            yield [cosine, sine]
        return
    for j in range(s):
        sine, cosine = arb.sin_cos_pi_fmpq(fmpq(2 * j + 1, 2 * s))
        for y in latitude_mesh(m - 1, _substeps(s, j)):
            yield [*(sine * c for c in y), cosine]


def float_mesh(m: int, s: int) -> Floats:
    """`latitude_mesh` in float64 [., m+1].

    >>> float_mesh(2, 12).shape, mesh_size(2, 12, 1000)
    ((216, 3), 216)
    """
    if m == 1:
        turn = np.pi * np.arange(2 * s) / s
        return np.stack([np.cos(turn), np.sin(turn)], axis=1)
    layers = []
    for j in range(s):
        angle = np.pi * (2 * j + 1) / (2 * s)
        below = float_mesh(m - 1, _substeps(s, j))
        layers.append(np.concatenate([np.sin(angle) * below, np.full((len(below), 1), np.cos(angle))], axis=1))
    return np.concatenate(layers)


def mesh_size(m: int, s: int, most: int) -> int:
    """The number of points of the mesh, or a number above ``most``."""
    if m == 1:
        return 2 * s
    total = 0
    for j in range(s):
        total += mesh_size(m - 1, _substeps(s, j), most - total)
        if total > most:
            break
    return total


def batches(points: Iterator[list[arb]]) -> Iterator[list[list[arb]]]:
    """The points, some hundreds at a time."""
    batch: list[list[arb]] = []
    for x in points:
        batch.append(x)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
