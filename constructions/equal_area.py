"""Centres of the equal-area partition EQ(m, N) of `theory.partitions`: N points of S^m, each in a cell of measure 1/N.

Every point of a cell of a collar is within the collar's half height along the meridian and within the radius of a cell
of S^{m-1} across it, so the covering radius follows from the collars alone, whatever m and N (theory E3).
"""

from __future__ import annotations

from functools import lru_cache

from flint import arb, ctx, fmpq

from constructions.nodes import MAX_POINTS, Nodes
from theory.errors import InputError, UnreachableError
from theory.partitions import Collar, equal_area_collars, equal_area_diameter
from theory.sphere import cap_radius

__all__ = ["equal_area"]


def equal_area(m: int, N: int) -> Nodes:
    """The centres of the N regions of EQ(m, N), with certified ``cell_diameter`` and ``covering_radius``.

    m = 1: the midpoints of N equal arcs from the angle 0.  m >= 2: the pole e_m, the collars from it, the pole -e_m.
    All weights are equal because all cells have measure 1/N; no exactness beyond degree 0 is claimed.
    Raises `InputError` unless m >= 1 and N >= 1, `UnreachableError` for more than `MAX_POINTS` points.

    >>> nodes = equal_area(2, 12)
    >>> len(nodes), nodes.covering_radius < nodes.cell_diameter
    (12, True)
    """
    if m < 1 or N < 1:
        raise InputError(f"an equal-area partition needs m >= 1 and N >= 1; got m = {m}, N = {N}")
    if N > MAX_POINTS:
        raise UnreachableError(
            f"equal_area({m}, {N}) has more than {MAX_POINTS} points; ask for fewer",
            limit="constructions.nodes.MAX_POINTS",
        )
    return Nodes(
        m=m,
        points=[list(point) for point in _centres(m, N, ctx.prec)],
        weights=None,
        family="equal_area",
        exact_to=0,
        covering_radius=_radius(m, N, ctx.prec),
        covering_proof="formula",
        exactness_proof="formula",
        cell_diameter=equal_area_diameter(m, N),
    )


@lru_cache(maxsize=4096)
def _centres(m: int, N: int, bits: int) -> tuple[tuple[arb, ...], ...]:
    pole = (*[arb(0)] * m, arb(1))
    if m == 1:
        angles = [arb.sin_cos_pi_fmpq(fmpq(2 * j + 1, N)) for j in range(N)]
        return tuple((cosine, sine) for sine, cosine in angles)
    if N == 1:
        return (pole,)
    points = [pole]
    for collar in _collars(m, N):
        sine, cosine = ((collar.inner + collar.outer) / 2).sin_cos()
        points += [(*(sine * c for c in y), cosine) for y in _centres(m - 1, collar.regions, bits)]
    return (*points, (*[arb(0)] * m, arb(-1)))


def _collars(m: int, N: int) -> list[Collar]:
    return equal_area_collars(m, N) if N > 2 else []


@lru_cache(maxsize=4096)
def _radius(m: int, N: int, bits: int) -> arb:
    """The largest distance of a point of a cell from the centre of the cell, at most, in radians.

    Two points at colatitudes a, b whose directions across differ by the angle D have sin^2(dist/2) = sin^2((a-b)/2)
    + sin a sin b sin^2(D/2), and one of them is the centre.
    """
    if N == 1:
        return arb.pi().upper()
    if m == 1:
        return (arb.pi() / N).upper()
    best = cap_radius(m, fmpq(1, N)).upper()
    for inner, outer, regions in _collars(m, N):
        height, centre = (outer - inner) / 2, (inner + outer) / 2
        half_turn = arb.pi() / 2
        widest = arb(1) if not (outer < half_turn or inner > half_turn) else inner.sin().max(outer.sin())
        across = centre.sin() * widest * (_radius(m - 1, regions, bits).min(arb.pi()) / 2).sin() ** 2
        square = ((height / 2).sin() ** 2 + across).upper()
        best = best.max((2 * square.sqrt().asin()).upper() if square < 1 else arb.pi().upper())
    return best.min(arb.pi()).upper()
