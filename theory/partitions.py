"""Equal-area partitions of S^m (Leopardi's EQ) with certified diameters (theory E3): two caps and collars between them.

A collar between two circles of latitude is divided like the sphere S^{m-1} of its longitudes, so every region is a cap
or a product.  All regions have measure 1/N exactly, by the choice of the colatitudes; only these are enclosed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from flint import arb, ctx, fmpq

from theory.errors import HypothesisError, InputError
from theory.sphere import area, cap_measure, cap_radius

__all__ = ["MAX_COLLARS", "Collar", "equal_area_collars", "equal_area_diameter"]

MAX_COLLARS = 20_000
"""Most collars of one partition."""


class Collar(NamedTuple):
    """The points at a distance between ``inner`` and ``outer`` (radians) from the pole, in ``regions`` equal parts."""

    inner: arb
    outer: arb
    regions: int


def _check(m: int, N: int) -> None:
    if m < 1:
        raise HypothesisError(f"the sphere S^m needs m >= 1; got m = {m}")
    if N < 1:
        raise HypothesisError(f"a partition has at least one region; got N = {N}")


def _nearest(x: arb) -> int:
    """The integer nearest to the midpoint."""
    return int((x.mid() + fmpq(1, 2)).floor().fmpz())


def equal_area_collars(m: int, N: int) -> list[Collar]:
    """The collars of EQ(m, N), m >= 2, N >= 3, from pole to pole; the two polar caps are the regions beside them.

    As many collars as make their regions about as wide as high; their numbers of regions are rounded so that the
    rounding errors do not add up, and the colatitudes follow from the areas.  Raises `HypothesisError` unless m >= 2
    and N >= 3, `InputError` for more than `MAX_COLLARS` collars.

    >>> [collar.regions for collar in equal_area_collars(2, 12)]
    [5, 5]
    """
    _check(m, N)
    if m < 2 or N < 3:
        raise HypothesisError(f"collars need m >= 2 and N >= 3; got m = {m}, N = {N}")
    polar = cap_radius(m, fmpq(1, N))
    wanted = (area(m) / N) ** (arb(1) / m)
    number = max(1, _nearest((arb.pi() - 2 * polar) / wanted))
    if number > MAX_COLLARS:
        raise InputError(f"EQ({m}, {N}) has {number} collars, more than {MAX_COLLARS}: take fewer regions")
    height = (arb.pi() - 2 * polar) / number
    collars, inner, done = [], polar, 1
    for i in range(1, number + 1):
        last = i == number
        # Regions up to the ideal colatitude, the polar cap included.
        upto = N - 1 if last else _nearest(N * cap_measure(m, (polar + i * height).mid()))
        upto = min(max(upto, done), N - 1)
        if upto > done:
            outer = arb.pi() - polar if last else cap_radius(m, fmpq(upto, N))
            collars.append(Collar(inner, outer, upto - done))
            inner, done = outer, upto
    return collars


def _largest_sine(inner: arb, outer: arb) -> arb:
    """An upper bound of sin on [inner, outer]."""
    half = arb.pi() / 2
    if outer <= half:
        return outer.sin().upper()
    return inner.sin().upper() if inner >= half else arb(1)


@lru_cache(maxsize=4096)
def _diameter(m: int, N: int, bits: int) -> arb:
    if N <= 2:
        return arb.pi().upper()
    if m == 1:
        return (2 * arb.pi() / N).upper()
    collars = equal_area_collars(m, N)
    best = 2 * cap_radius(m, fmpq(1, N)).upper()
    for inner, outer, regions in collars:
        across = _largest_sine(inner, outer) * (_diameter(m - 1, regions, bits).min(arb.pi()) / 2).sin()
        square = (((outer - inner) / 2).sin() ** 2 + across**2).upper()
        best = best.max(2 * square.sqrt().asin() if square < 1 else arb.pi())
    return best.min(arb.pi()).upper()


def equal_area_diameter(m: int, N: int) -> arb:
    """An upper bound, in radians, of the diameter of each region of EQ(m, N): N regions of measure 1/N (theory E3a).

    Two points of a region have sin^2(d/2) <= sin^2(h/2) + s^2 sin^2(D/2): h the height of the collar, s its largest
    sine, D the diameter of the region of S^{m-1}.  Raises as `equal_area_collars`, but for every m, N >= 1.

    >>> equal_area_diameter(2, 100) < arb("0.62"), equal_area_diameter(1, 8) < arb("0.7854")
    (True, True)
    """
    _check(m, N)
    return _diameter(m, N, ctx.prec)
