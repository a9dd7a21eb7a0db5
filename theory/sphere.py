"""The sphere S^m itself: areas, caps, nets (covering numbers) and packings.  Angles and distances are in radians.

sigma is the uniform probability measure.  A cap of radius t holds the points at geodesic distance <= t from its centre.
"""

from __future__ import annotations

from itertools import pairwise

from flint import arb, ctx, fmpq

from theory.balls import (
    Real,
    ball,
    certainly_le,
    certainly_lt,
    integer_ceiling,
    integer_floor,
    lower,
    precision,
    sharp,
    shown,
)
from theory.bands import MOST_BANDS, banded_packing
from theory.errors import HypothesisError
from theory.packings import named_packings, stored_packing

__all__ = [
    "area",
    "area_ratio",
    "cap_measure",
    "cap_radius",
    "net_size_bound",
    "net_size_closed_form",
    "net_size_greedy_bound",
    "packing_lower_bound",
    "packing_volume_bound",
    "small_net_size",
]


def _check(m: int) -> None:
    if m < 1:
        raise HypothesisError(f"the sphere S^m needs m >= 1; got m = {m}")


def area(m: int) -> arb:
    """|S^m| = 2 pi^{(m+1)/2} / Gamma((m+1)/2), with |S^0| = 2.

    >>> (area(2) - 4 * arb.pi()).contains(0)
    True
    """
    if m < 0:
        raise HypothesisError(f"the sphere S^m needs m >= 0; got m = {m}")
    half = arb(m + 1) / 2
    return 2 * arb.pi() ** half / half.gamma()


def area_ratio(m: int) -> arb:
    """|S^{m-1}|/|S^m| = Gamma((m+1)/2) / (sqrt(pi) Gamma(m/2)), the constant of Funk-Hecke (theory A4)."""
    _check(m)
    return (arb(m) / 2).rising(fmpq(1, 2)) / arb.pi().sqrt()


def _cap_measure(m: int, t: arb) -> arb:
    """sigma of a cap whose radius t is an exact number."""
    if t <= 0:
        return arb(0)
    if t >= arb.pi():
        return arb(1)

    def value() -> arb:
        sine, cosine = t.sin_cos()
        if t < 1:
            return (sine * sine).beta_lower(arb(m) / 2, fmpq(1, 2), 1) / 2
        if t < 2:
            # 1/2 - area_ratio int_0^{cos t} (1-u^2)^{(m-2)/2} du, as a series of positive terms: no case at pi/2.
            series = (cosine * cosine).hypgeom_2f1(1, arb(m + 1) / 2, fmpq(3, 2))
            return arb(fmpq(1, 2)) - area_ratio(m) * cosine * sine**m * series
        return 1 - (sine * sine).beta_lower(arb(m) / 2, fmpq(1, 2), 1) / 2

    result = sharp(value)
    return result if t < arb.pi() else result.union(1)


def cap_measure(m: int, t: Real) -> arb:
    """sigma(cap_t) on S^m (theory A11): half the regularised incomplete beta I_{sin^2 t}(m/2, 1/2) for t <= pi/2.

    Increasing in t, so a wide ball t is replaced by its end points; 0 for t <= 0 and 1 for t >= pi.  Accurate to the
    current precision for exact t.  Raises `HypothesisError` unless m >= 1.

    >>> (cap_measure(2, 1) - (1 - arb(1).cos()) / 2).contains(0)
    True
    """
    _check(m)
    radius = ball(t)
    if radius.is_nan():
        return arb.nan()
    if radius.is_exact():
        return _cap_measure(m, radius)
    return _cap_measure(m, radius.lower()).union(_cap_measure(m, radius.upper()))


def _cap_radius(m: int, measure: arb) -> arb:
    """The radius of a cap of exact measure in (0, 1/2]."""
    with precision(ctx.prec + 32):
        density = area_ratio(m)
        # log sigma(cap_t) is a concave function of log t, so Newton's method from the left increases to the root;
        # sigma(cap_t) <= area_ratio t^m / m starts it on the left.
        t = lower((m * measure / density) ** (arb(1) / m)).mid()
        for _ in range(200):
            value = _cap_measure(m, t)
            step = ((measure / value).log() * value / (t * density * t.sin() ** (m - 1))).mid()
            t = (t * step.exp()).mid()
            if abs(step) < arb(2) ** (-ctx.prec // 2 - 4):
                break
        # Newton proposes; only the two signs below prove.
        width = t * arb(2) ** (16 - ctx.prec)
        while not (_cap_measure(m, lower(t - width)) <= measure <= _cap_measure(m, (t + width).upper())):
            width *= 4
        return lower(t - width).union((t + width).upper())


def cap_radius(m: int, measure: Real) -> arb:
    """The radius t in [0, pi] with sigma(cap_t) = measure, the inverse of `cap_measure` (theory A11).

    Raises `HypothesisError` unless m >= 1 and the measure can lie in [0, 1].

    >>> (cap_radius(2, "1/4") - arb.pi() / 3).contains(0)
    True
    """
    _check(m)
    value = ball(measure)
    if not value.is_finite() or certainly_lt(value, 0) or certainly_lt(1, value):
        raise HypothesisError(f"the measure of a cap lies in [0, 1]; got {shown(measure)}")

    def radius(s: arb) -> arb:
        if s <= 0:
            return arb(0)
        if s >= 1:
            return arb.pi()
        return +_cap_radius(m, s) if s <= fmpq(1, 2) else arb.pi() - radius(1 - s)

    if value.is_exact():
        return radius(value)
    return radius(value.lower()).union(radius(value.upper()))


# --- nets ----------------------------------------------------------------------------------------------------------


def _check_net(m: int, delta: Real) -> None:
    _check(m)
    if not (certainly_lt(0, delta) and not certainly_lt(arb.pi(), delta)):
        raise HypothesisError(f"the radius of a net lies in (0, pi]; got {shown(delta)}")


def net_size_bound(m: int, delta: Real) -> arb:
    """1/sigma(cap_{delta/2}): S^m has a delta-net of at most that many points (theory F2).

    Raises `HypothesisError` unless m >= 1 and 0 < delta <= pi (radians).
    """
    _check_net(m, delta)
    return 1 / cap_measure(m, ball(delta) / 2)


def net_size_closed_form(m: int, delta: Real) -> arb:
    """2 sqrt(pi) Gamma(m/2+1)/Gamma((m+1)/2) sin(delta/2)^-m >= `net_size_bound` (theory F2).  Raises as that."""
    _check_net(m, delta)
    half = arb(m + 1) / 2
    return 2 * arb.pi().sqrt() * half.rising(fmpq(1, 2)) * (ball(delta) / 2).sin() ** -m


def net_size_greedy_bound(m: int, delta: Real) -> arb:
    """(1 + ln D)/sigma(cap_{delta-s}) with D = sigma(cap_{delta-s/2})/sigma(cap_{s/2}): a delta-net that small exists.

    Sharper than theory F2 for m >= 6 and by a factor of the order 2^m/(m ln m) for large m.  Any s in (0, delta) is
    valid, the best of a few near delta/(m ln m) is used.  Proof: a maximal s-separated set X is an s-net, so caps of
    radius delta-s that cover X give a delta-net.  A cap of radius delta-s holds at most D points of X (disjoint caps of
    radius s/2 in one of radius delta-s/2), sigma is a fractional cover of X of size 1/sigma(cap_{delta-s}), and the
    greedy cover is at most 1 + ln D times larger (Lovasz 1975, Stein 1974).  Raises as `net_size_bound`.
    """
    _check_net(m, delta)
    radius = ball(delta)
    best: arb | None = None
    for parts in (2, 4 * m, 6 * m, 8 * m, 12 * m):
        gap = radius / parts
        crowd = cap_measure(m, radius - gap / 2) / cap_measure(m, gap / 2)
        size = (1 + crowd.log()) / cap_measure(m, radius - gap)
        best = size if best is None or size < best else best
    return arb.pos_inf() if best is None else best


def small_net_size(m: int, delta: Real) -> int | None:
    """The size of the smallest delta-net among a point, the regular simplex and the cross-polytope, if any is one.

    Their covering radii are pi, arccos(1/(m+1)) and arccos(1/sqrt(m+1)).  Raises `HypothesisError` unless m >= 1.
    """
    _check(m)
    d = arb(m + 1)
    for size, covering_radius in ((1, arb.pi()), (m + 2, (1 / d).acos()), (2 * m + 2, d.rsqrt().acos())):
        if certainly_le(covering_radius, delta):
            return size
    return None


# --- packings ------------------------------------------------------------------------------------------------------


_LAYER_GROUPS = {2: (MOST_BANDS, 24, 8, 3), 3: (24,), 4: (7,), 5: (4,), 6: (4,), 7: (4,)}
"""Into how many groups `_layered_packing` gathers its layers on S^m (the best counts); other spheres do without it."""
_COARSE_LAYERS = fmpq(1, 50)
"""On S^6 and S^7 few groups of layers gain next to nothing over the volume bound when r is smaller."""


def packing_volume_bound(m: int, r: Real) -> arb:
    """1/sigma(cap_{2r}) <= M(r): the caps of radius 2r about a maximal set of separation 2r cover S^m (theory G)."""
    _check(m)
    return 1 / cap_measure(m, 2 * ball(r))


def _layered_packing(m: int, r: arb, groups: int) -> int:
    """A number of points of S^m with pairwise distance >= 2r, in layers of latitudes 0, +-2r, +-4r, ...; r exact.

    S^2 is packed in bands of rings (`theory.bands`).  The layer of latitude a is a sphere S^{m-1} of radius cos a; two
    of its points are 2r apart when its own angle between them is at least 2 arcsin(sin r / cos a).  Fewer points fit as
    |a| grows, so a group of consecutive layers is counted by its last.
    """
    if not r <= arb.pi() / 2:
        return 1
    if m == 1:
        return int((arb.pi() / r).lower().floor().fmpz())
    if m == 2 and r <= arb.pi() / 4:
        return banded_packing(r, groups)
    above = int((arb.pi() / (4 * r)).lower().floor().fmpz())
    total = _layered_packing(m - 1, r, groups)
    ends = sorted({above * g // groups for g in range(groups + 1)})
    for first, last in pairwise(ends):
        ratio = (r.sin() / (2 * last * r).cos()).upper()
        layer = _layered_packing(m - 1, ratio.asin().upper(), groups) if 0 <= ratio <= 1 else 1
        total += 2 * (last - first) * layer
    return total


def packing_lower_bound(m: int, r: Real, *, strictly: bool = False) -> int:
    """A lower bound of M(r), the largest number of points of S^m with pairwise distance >= 2r (theory G).

    With ``strictly``, of the largest M(r') over all r' > r instead.  The circle is exact: max(1, floor(pi/r)), strictly
    max(1, ceil(pi/r)-1).  Otherwise the best of the volume bound ceil(1/sigma(cap_{2r})) (which tends to itself as r'
    falls to r), layers, well-known configurations, and the stored points of `theory.packings`.  Raises
    `HypothesisError` unless m >= 1 and r > 0.

    >>> packing_lower_bound(1, "1/2"), packing_lower_bound(63, "0.78"), packing_lower_bound(2, "0.01")
    (6, 128, 34385)
    """
    _check(m)
    if not certainly_lt(0, r):
        raise HypothesisError(f"the radius of a packing must be positive; got r = {shown(r)}")
    if m == 1 and strictly:
        return max(1, integer_ceiling(lambda: arb.pi() / ball(r), "down") - 1)
    if m == 1:
        return max(1, integer_floor(lambda: arb.pi() / ball(r), "down"))
    radius = ball(r)
    if not radius < arb.pi() / 2:
        return 1 if strictly or not certainly_le(radius, arb.pi() / 2) else 2
    count = integer_ceiling(lambda: packing_volume_bound(m, r), "down", 512)
    for points, distance in named_packings(m):
        if 2 * radius < distance or (not strictly and 2 * radius <= distance):
            count = max(count, points)
    if m in _LAYER_GROUPS and radius > (_COARSE_LAYERS if m > 5 else arb(2) ** -300):
        beyond = radius * (1 + fmpq(1, 2**40)) if strictly else radius
        count = max(count, *(_layered_packing(m, beyond.upper(), groups) for groups in _LAYER_GROUPS[m]))
    room = 1 / cap_measure(m, radius)
    return stored_packing(m, radius, more_than=count, at_most=room, strictly=strictly)
