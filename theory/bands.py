"""Packings of S^2 by rings of latitude: bands of rings with equally many points, each ring turned by half a step (G0d).

Inside a band the points lie almost like a hexagonal lattice; bands are a latitude 2r apart.  As r falls the share of
the sphere that the caps of radius r cover tends to that of the hexagonal lattice, pi/sqrt 12.
"""

from __future__ import annotations

from typing import NamedTuple

from flint import arb, fmpq

__all__ = ["MOST_BANDS", "Band", "banded_packing", "bands"]

MOST_BANDS = 400
"""About the largest number of bands of a hemisphere."""


_POLAR = fmpq(1, 10_000)
"""The caps of this radius around the poles stay empty but for the poles: they are 5e-9 of the sphere."""


class Band(NamedTuple):
    """``rings`` rings of ``points`` points at the latitudes ``lowest`` + j ``step`` (radians)."""

    points: int
    rings: int
    lowest: arb
    step: arb


def _points(r: arb, top: arb) -> int:
    """The number of points of distance >= 2r that the ring of latitude ``top`` in [0, pi/2) holds, at least 1."""
    ratio = r.sin() / top.cos()
    if not (ratio > 0 and ratio <= 1):
        return 1
    return max(1, int((arb.pi() / ratio.asin()).lower().floor().fmpz()))


def _step(r: arb, top: arb, points: int) -> arb | None:
    """A difference of latitudes h >= r for rings up to ``top``: neighbours, turned by pi/points, are 2r apart (G0d).

    The chord c of two such points has c^2/4 = sin^2(h/2) + cos(b) cos(b-h) sin^2(pi/(2 points)), b the higher latitude;
    cos b cos(b-h) falls with b, so the rings at the top decide, and there cos(b-h) >= cos b.  None when no h below 2r
    is proved to do.
    """
    half_turn = (arb.pi() / (2 * points)).sin() ** 2
    wanted, step = r.sin() ** 2, 2 * r
    for _ in range(4):
        rest = wanted - top.cos() * (top - step).cos() * half_turn
        if not rest > 0:
            rest = (r / 2).sin() ** 2
        step = (2 * rest.sqrt().asin()).mid()
    step = (step * (1 + fmpq(1, 2**40))).mid().max(r.upper())
    enough = (step / 2).sin() ** 2 + top.cos() * (top - step).cos() * half_turn >= wanted
    return step if enough and step < 2 * r else None


def _band(r: arb, lowest: arb, rings: int, most: arb) -> Band | None:
    """The band of ``rings`` rings from ``lowest``, its top at most ``most``; None when it does not fit."""
    if rings == 1:
        return Band(_points(r, lowest), 1, lowest, 2 * r) if lowest <= most else None
    height = fmpq(7, 8) * 2 * r  # hexagonal rings are sqrt 3 r apart
    for _ in range(12):
        top = lowest + (rings - 1) * height
        if not top < most:
            return None
        points = _points(r, top.upper())
        step = _step(r, top.upper(), points) if points > 1 else None
        if step is not None and step <= height:
            return Band(points, rings, lowest, step)
        height = height * fmpq(51, 50)
    return None


def _density(band: Band, start: arb, end: arb) -> float:
    """Points per area of the zone between two latitudes, as a float: it only guides the choice."""
    return float((band.points * band.rings / (end.sin() - start.sin())).mid())


def _widths(r: arb, lowest: arb, most_bands: int) -> list[int]:
    """Numbers of rings worth trying."""
    slope = float((lowest.sin() / lowest.cos()).mid()) + 0.05
    gap = float((r * fmpq(1, 2)).mid())
    ideal = max((gap / slope) ** 0.5, 1.57 / most_bands)
    rings = arb(ideal) / (r * arb(3).sqrt())
    middle = int(rings.mid().floor().fmpz())
    if middle > 40 or (most_bands < MOST_BANDS and middle > 2):
        return [middle]
    return [k for k in range(middle - 2, middle + 6) if k >= 1]


def _densest(r: arb, lowest: arb, most: arb, most_bands: int) -> Band | None:
    """The densest of some bands from ``lowest``; near the pole, where none fits, of half the rings, and so on."""
    widths, chosen, best = [*_widths(r, lowest, most_bands), 1], None, -1.0
    while widths and chosen is None:
        for rings in widths:
            candidate = _band(r, lowest, rings, most)
            if candidate is None or (rings == 1 and widths[0] > 8):
                continue
            value = _density(candidate, lowest - r, lowest + (rings - 1) * candidate.step + r)
            if value > best:
                chosen, best = candidate, value
        widths = [] if max(widths) == 1 else [max(widths) // 2]
    return chosen


def bands(r: arb, most_bands: int = MOST_BANDS) -> tuple[Band, list[Band], bool]:
    """The band around the equator, the bands of one hemisphere north of it, and whether a pole is left for a point.

    ``r`` is an exact number in (0, pi/4].  The rings of the first band have the latitudes -k h, ..., k h.
    """
    quarter = (arb.pi() / 2).lower()
    zero = arb(0)
    middle: Band | None = None
    best = -1.0
    for k in {0, *(n // 2 for n in _widths(r, zero, most_bands))}:
        half = _band(r, zero, k + 1, quarter)
        if half is None:
            continue
        found = half._replace(rings=2 * k + 1, lowest=-k * half.step)
        reach = k * half.step + r
        value = _density(found, -reach, reach)
        if value > best:
            middle, best = found, value
    if middle is None:
        middle = Band(_points(r, zero), 1, zero, 2 * r)
    top = middle.lowest + (middle.rings - 1) * middle.step
    north: list[Band] = []
    while (top + 2 * r).upper() < quarter - _POLAR and len(north) < 2 * most_bands + 20:
        lowest = (top + 2 * r).upper()
        chosen = _densest(r, lowest, quarter, most_bands)
        if chosen is None:
            break
        if chosen.points == 1:  # one point serves as well at the pole
            return middle, north, True
        north.append(chosen)
        top = chosen.lowest + (chosen.rings - 1) * chosen.step
    return middle, north, bool(top + 2 * r <= quarter)


def banded_packing(r: arb, most_bands: int = MOST_BANDS) -> int:
    """A number of points of S^2 with pairwise distance >= 2r, for an exact number r in (0, pi/4].

    Points of one ring are 2r apart by `_points`, of neighbouring rings of a band by `_step`, of rings two or more apart
    because their latitudes differ by 2h >= 2r, and of different bands because these are 2r apart.

    >>> banded_packing(arb(0.05)) > 1290
    True
    """
    middle, north, pole = bands(r, most_bands)
    return middle.points * middle.rings + 2 * (sum(band.points * band.rings for band in north) + pole)
