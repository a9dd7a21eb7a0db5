"""Explicit packings of S^m: named configurations, and the table of points found by a search.

M(r) is the largest number of points with pairwise distance >= 2r (theory G).  The separation of stored points is
computed here from their integer coordinates; nothing that a search claimed is believed.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from flint import arb, fmpq

from theory.errors import InputError
from theory.packing_table import ROWS, Integers, decoded

__all__ = ["named_packings", "separation", "stored_packing", "stored_sizes"]

_QUOTIENT = arb(2) ** -50
"""Relative error of a quotient of exact integers below 2^53 by a float64 square root, generously."""


def named_packings(m: int) -> list[tuple[int, arb]]:
    """(number of points, smallest distance of two of them in radians) of well-known configurations on S^m.

    A pair of antipodes, the regular simplex, the cross-polytope, the root system D_d (d = m+1); where they exist the
    icosahedron, the 600-cell, the half-cube in R^5, the 27 points of Schlaefli, the roots of E_6, E_7 and E_8 and the
    56 weights of E_7.  Their coordinates are in ``tests/theory/test_packings.py``.
    """
    d = m + 1
    known = [(2, arb(-1)), (d + 1, arb(fmpq(-1, d))), (2 * d, arb(0)), (2 * d * (d - 1), arb(fmpq(1, 2)))]
    special = {
        2: [(12, 1 / arb(5).sqrt())],
        3: [(120, (1 + arb(5).sqrt()) / 4)],
        4: [(16, arb(fmpq(1, 5)))],
        5: [(27, arb(fmpq(1, 4))), (72, arb(fmpq(1, 2)))],
        6: [(56, arb(fmpq(1, 3))), (126, arb(fmpq(1, 2)))],
        7: [(240, arb(fmpq(1, 2)))],
    }
    return [(points, inner_product.acos()) for points, inner_product in known + special.get(m, [])]


def separation(points: Integers) -> arb:
    """A lower bound, in radians, of the smallest angle between two of the integer vectors [N, d], N >= 2.

    Inner products and squared lengths are exact in int64, the largest quotient is enlarged by more than its rounding.
    Raises `InputError` for a zero vector, fewer than two points, or coordinates beyond 2^15.

    >>> arb("1.57079") < separation(np.array([[3, 0], [0, 5], [-1, -1]])) < arb("1.57080")
    True
    """
    points = np.asarray(points, dtype=np.int64)
    if points.ndim != 2 or len(points) < 2 or np.abs(points).max() > 2**15 or not points.any(axis=1).all():
        raise InputError(f"a packing has two or more nonzero integer vectors up to 2^15; got shape {points.shape}")
    products = points @ points.T
    lengths = np.sqrt(np.diag(products).astype(np.float64))
    cosines = products.astype(np.float64) / (lengths[:, None] * lengths[None, :])
    np.fill_diagonal(cosines, -1.0)
    largest = arb(float(cosines.max()))
    return (largest + abs(largest) * _QUOTIENT).min(arb(1)).acos().lower()


@lru_cache(maxsize=1)
def _rows() -> dict[int, list[str]]:
    """The rows of the table by m, largest sets first."""
    rows: dict[int, list[tuple[int, str]]] = {}
    for row in filter(None, ROWS):
        m, size = map(int, row.split("\n", 1)[0].split())
        rows.setdefault(m, []).append((size, row))
    return {m: [row for _, row in sorted(found, reverse=True)] for m, found in rows.items()}


def stored_sizes(m: int) -> list[int]:
    """The sizes of the stored sets on S^m, largest first."""
    return [int(row.split("\n", 1)[0].split()[1]) for row in _rows().get(m, [])]


@lru_cache(maxsize=256)
def _stored_separation(m: int, index: int) -> arb:
    return separation(decoded(_rows()[m][index]))


def stored_packing(m: int, r: arb, *, more_than: int, at_most: arb, strictly: bool) -> int:
    """The size of the largest stored set whose separation is >= 2r (> 2r with ``strictly``), or ``more_than``.

    Only sets of more than ``more_than`` and at most ``at_most`` points (the volume's limit) are looked at.
    """
    for index, size in enumerate(stored_sizes(m)):
        if size <= more_than:
            break
        if size > at_most:
            continue
        distance = _stored_separation(m, index)
        if 2 * r < distance or (not strictly and 2 * r <= distance):
            return size
    return more_than
