"""Certified separation: a proved lower bound of the smallest distance between two points of a finite set on S^m.

Unit vectors at the distance s in radians are 2 sin(s/2) apart.  The points are sorted by one coordinate; only pairs
that are close in it are compared, and all others are farther apart than what was found.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from flint import arb
from numpy.typing import NDArray

from constructions.covering import scaled_rows
from theory.errors import HypothesisError, UnreachableError

__all__ = ["Separation", "separation"]

Floats = NDArray[np.float64]

_ROUNDOFF = 2.0**-53
_BLOCK = 2_000_000
"""Pairs that are compared at once."""
MAX_PAIRS = 20_000_000_000
"""Most numbers (pairs times coordinates) that are compared: about a minute."""


class Separation(NamedTuple):
    """A proved separation: exact arb ``radians``, at most the distance of any two points, and the closest ``pair``."""

    radians: arb
    pair: tuple[int, int]


def separation(points: Floats, moved: float = 0.0) -> Separation:
    """A proved lower bound of the pairwise distances of the normalised rows of ``points``, float64 [N, m+1], N >= 2.

    ``moved`` >= 0: how far (Euclidean) the true points may be from the normalised rows.
    Raises `InputError` for unusable arrays, `HypothesisError` for fewer than two points or points that coincide within
    rounding, `UnreachableError` for more than `MAX_PAIRS` comparisons.

    >>> 1.57079632679489 < separation(np.vstack([np.eye(3), -np.eye(3)])).radians <= arb.pi() / 2
    True
    """
    rows = scaled_rows(points)
    N, d = rows.shape
    if N < 2:
        raise HypothesisError(f"a separation needs at least two points; got {N}")
    # Relative error of the length: d roundings under a square root and one for it, then one for the quotient.
    unit: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    off = (d + 5) * _ROUNDOFF + moved
    best, pair = _nearest(unit)
    # Along the coordinate with the widest spread fewest pairs are close.
    axis = int(np.argmax(unit.std(axis=0)))
    order = np.argsort(unit[:, axis], kind="stable")
    unit = unit[order]
    place: Floats = unit[:, axis]
    reach = best * (1 + 1e-6)
    last = np.searchsorted(place, place + reach, side="right")
    if float((last - np.arange(N)).sum()) * d > MAX_PAIRS:
        raise UnreachableError(
            f"the separation of {N} points of S^{d - 1} takes too many comparisons; give fewer points",
            limit="constructions.separation.MAX_PAIRS",
        )
    square = reach * reach
    for first, end in pairwise(_blocks(last)):
        i, j = slice(first, end), slice(first, int(last[end - 1]))
        total = np.zeros((end - first, j.stop - first))
        for x in unit.T:
            step = x[i, None] - x[None, j]
            total += step * step
        total[:, : end - first][np.tril_indices(end - first)] = np.inf
        at = int(np.argmin(total))
        if total.flat[at] < square:
            square = float(total.flat[at])
            pair = (int(order[first + at // total.shape[1]]), int(order[first + at % total.shape[1]]))
    # Pairs left out differ by more than reach (1 - 2u) in one coordinate; the sum of squares has d+1 relative errors.
    chord = arb(square).sqrt() * (1 - arb((d + 4) * _ROUNDOFF)) - 2 * arb(off)
    if not chord > 0:
        raise HypothesisError(f"points {pair[0]} and {pair[1]} coincide within rounding: their separation is 0")
    return Separation((2 * (chord / 2).min(arb(1)).asin()).lower(), pair)


def _nearest(unit: Floats) -> tuple[float, tuple[int, int]]:
    """The smallest chord that a search tree finds, and its pair: no proof needed."""
    from scipy.spatial import cKDTree

    chords, partners = map(np.asarray, cKDTree(unit).query(unit, 2))
    i = int(np.argmin(chords[:, 1]))
    # With coinciding points the first neighbour may be another point.
    j = next(int(k) for k in partners[i][::-1] if k != i)
    return float(chords[i, 1]), (i, j)


def _blocks(last: NDArray[np.intp]) -> list[int]:
    """Block boundaries 0 .. N; row i is compared with the rows up to last[i], and blocks stay near `_BLOCK` pairs."""
    N, ends = len(last), [0]
    while ends[-1] < N:
        start = ends[-1]
        partners = int(last[start]) - start
        # Few rows against their number of partners: the rows of one block share theirs.
        ends.append(min(N, start + max(1, min(_BLOCK // partners, partners // 6 + 8))))
    return ends
