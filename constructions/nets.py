"""Nets: few points of S^m with a certified covering radius, for every m (theory F2, F5).

m = 1: equally spaced.  m = 2: icosahedral nets.  m = 2..8: symmetric nets from a table of good ones, or made by adding
deep holes and relaxing.  Every m: signed orbits.  Search and relaxation are floating point and prove nothing; what is
returned was certified by `constructions.covering` or has a structural proof.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import takewhile
from typing import NamedTuple

import numpy as np
from flint import arb
from numpy.typing import NDArray

from constructions.covering import certify_facets, facet_estimate, hull
from constructions.geodesic import classes, geodesic, likely_classes
from constructions.groups import group, orbit
from constructions.joins import Block, cheapest_blocks, join_cosine, joined
from constructions.net_table import rows
from constructions.nodes import Nodes, equally_spaced
from constructions.relaxation import STAGES, greedy, greedy_orbits, relax
from constructions.signed_orbits import (
    best_types,
    good_types,
    signed_orbit_cosine,
    signed_orbit_points,
    signed_orbit_size,
)
from theory.balls import Real, ball, certainly_le, certainly_lt, integer_ceiling, lower_decimal, shown
from theory.errors import HypothesisError, InputError, UnreachableError
from theory.sphere import cap_measure, net_size_bound

__all__ = ["MAX_NET_POINTS", "largest_net", "net", "net_from_points", "net_size_estimate", "signed_orbit_net"]

Floats = NDArray[np.float64]

MAX_NET_POINTS = 200_000
"""Largest net that `net` makes unless told otherwise."""
_NUDGE = 2e-8
"""Relaxed and symmetric nets have facets with more than m+1 vertices; points moved by this much make simplices."""
_DENSITY = {2: 1.3, 3: 2.0, 4: 2.5, 5: 3.3, 6: 4.5, 7: 4.5, 8: 6.0}
"""N sigma(cap_delta) of the nets made by relaxation on S^m, about."""
_ATTEMPTS = 5
"""Nets that are relaxed in search of the smallest one; fewer when they are expensive."""
_LARGEST_BLOCK = 10
"""Largest dimension of the blocks of a join, apart from those of a cross-polytope."""
_EXPENSIVE, _TOO_EXPENSIVE = 1e6, 6e6
"""Expected facets times m^3: from here on relaxations are shorter, and not tried at all."""


def unit_points(rows_: Floats) -> list[list[arb]]:
    """The exactly normalised rows of a float64 array, as balls at the current precision."""
    result = []
    for row in rows_.tolist():
        exact_row = [arb(c) for c in row]
        length = sum((c * c for c in exact_row), arb(0)).sqrt()
        result.append([c / length for c in exact_row])
    return result


def net_from_points(points: Floats, family: str) -> Nodes:
    """The normalised rows of ``points``, float64 [N, m+1], with the covering radius that their hull proves.

    Raises `InputError` and `HypothesisError` as `constructions.covering.certify_facets`.

    >>> nodes = net_from_points(np.vstack([np.eye(3), -np.eye(3)]), "octahedron")
    >>> nodes.covering_proof, f"{float(nodes.covering_radius):.6f}"
    ('facets', '0.955317')
    """
    points = np.asarray(points, dtype=np.float64)
    certified = certify_facets(points, hull(points).simplices)
    return Nodes(
        m=points.shape[1] - 1,
        points=unit_points(points),
        weights=None,
        family=family,
        covering_radius=certified.radius,
        array=points,
        covering_proof="facets",
    )


def _nudged(points: Floats) -> Floats:
    moved = points + np.random.default_rng(2024).uniform(-_NUDGE, _NUDGE, points.shape)
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True))


def signed_orbit_net(m: int, K: tuple[int, ...]) -> Nodes:
    """All vectors with k entries +-1/sqrt k, k in K, with the proved radius of `constructions.signed_orbits`.

    Raises `InputError` when K is not an increasing tuple of integers in 1..m+1.

    >>> len(signed_orbit_net(63, (1,)))
    128
    """
    array = signed_orbit_points(m + 1, K)
    zero, entry = arb(0), {k: 1 / arb(k).sqrt() for k in K}
    points = []
    for row in array.tolist():
        plus = entry[len(row) - row.count(0.0)]
        minus = -plus
        points.append([zero if c == 0.0 else plus if c > 0.0 else minus for c in row])
    radius = signed_orbit_cosine(m + 1, K).acos().upper()
    family = "signed_orbits " + ",".join(map(str, K))
    return Nodes(m, points, None, family, None, radius, array=array, covering_proof="signed_orbits")


# --- candidates ----------------------------------------------------------------------------------------------------


class _Candidate(NamedTuple):
    """A way to a net: the number of points (expected, or exact) and the construction, which may miss delta."""

    size: int
    make: Callable[[], Nodes]


def _from_table(index: int, m: int) -> Nodes:
    row = rows(m)[index]
    points = orbit(row.free, group(m + 1, row.group))
    return net_from_points(_nudged(points), f"symmetric {row.group}")


def _geodesic_net(a: int, b: int) -> Nodes:
    return net_from_points(_nudged(geodesic(a, b)), f"icosahedral {a},{b}")


def _symmetry(m: int, N: int) -> str:
    """The group that nets of about N points are made with: large enough to be quick, small enough to leave freedom."""
    if m == 3:
        sizes = (("-", 60), ("Q8", 200), ("2T", 700), ("2O", 1500))
        return next((name for name, largest in sizes if largest >= N), "2I")
    if m == 5 and N > 28:
        return "C14:1,3,5"
    if m in (4, 6, 7, 8) and N // (m + 1) >= 4:
        return "P-"
    return "-"


def _work(m: int, N: int) -> float:
    return facet_estimate(N, m) * m**3


def _relaxed_points(m: int, N: int, seed: int) -> tuple[float, Floats]:
    """About N points and their covering radius (float)."""
    matrices = group(m + 1, _symmetry(m, N))
    stages = STAGES if _work(m, N) < _EXPENSIVE else STAGES[1::2]
    radius, free = relax(greedy_orbits(max(1, round(N / len(matrices))), matrices, seed), matrices, None, stages)
    return radius, orbit(free, matrices)


def _relaxed_net(m: int, delta: float, N: int) -> Nodes:
    """The smallest of a few relaxed nets of covering radius <= delta, started at size N; else deep holes alone."""
    wanted, best = delta * (1 - 1e-6), None
    for seed in range(_ATTEMPTS if _work(m, N) < _EXPENSIVE else 3):
        try:
            radius, points = _relaxed_points(m, N, seed)
        except (HypothesisError, np.linalg.LinAlgError):
            # Too few points to surround 0, or a start without hull: ask for more.
            N = max(N + 1, N * 5 // 4, 2 * m + 4)
            continue
        size = len(points)
        scaled = size * (radius / delta) ** m
        step = len(group(m + 1, _symmetry(m, N)))
        if radius <= wanted and (best is None or size < len(best)):
            best = points
        N = min(math.floor(scaled), size - step) if radius <= wanted else max(math.ceil(scaled), size + step)
        if m + 2 > N or (best is not None and len(best) <= N):
            break
    if best is None:
        corners = np.concatenate([np.eye(m + 1), -np.eye(m + 1)])
        return net_from_points(_nudged(greedy(corners, min(wanted, math.pi / 2 * (1 - 1e-9)))), "deep holes")
    return net_from_points(_nudged(best), f"relaxed {_symmetry(m, len(best))}")


# --- joins ---------------------------------------------------------------------------------------------------------


def _polygon_net(n: int) -> Nodes:
    angles = 2 * np.pi * np.arange(n) / n
    return net_from_points(np.stack([np.cos(angles), np.sin(angles)], axis=1), "polygon")


def _simplex_net(d: int) -> Nodes:
    """A regular simplex in R^d: the unit vectors and a multiple of (1, .., 1), centred."""
    corners = np.vstack([np.eye(d), np.full(d, (1 + math.sqrt(d + 1)) / d)])
    corners -= corners.mean(axis=0)
    return net_from_points(corners / np.linalg.norm(corners, axis=1, keepdims=True), "simplex")


def _certified(nodes: Nodes) -> tuple[Floats, arb]:
    assert nodes.array is not None
    assert nodes.covering_radius is not None
    return nodes.array, nodes.covering_radius.cos().lower()


def _block(d: int, size: int, cosine: float, make: Callable[[], Nodes]) -> Block:
    # The margin pays for nudges and rounding between the expected and the certified cosine.
    return Block(d, size, (1 + 1e-6) / cosine**2, lambda: _certified(make()))


@lru_cache(maxsize=1)
def _catalogue() -> tuple[Block, ...]:
    """The nets that joins are made of: per dimension those that are not beaten in both size and cost."""
    blocks = [Block(1, 2, 1.0, lambda: (np.array([[1.0], [-1.0]]), arb(1)))]
    blocks += [_block(2, n, math.cos(math.pi / n), partial(_polygon_net, n)) for n in range(3, 100)]
    for d in range(3, _LARGEST_BLOCK + 1):
        blocks.append(_block(d, d + 1, 1 / d, partial(_simplex_net, d)))
        blocks += [
            _block(d, row.size, math.cos(row.radius), partial(_from_table, index, d - 1))
            for index, row in enumerate(rows(d - 1))
        ]
        blocks += [_block(d, size, cosine, partial(signed_orbit_net, d - 1, K)) for K, size, cosine in good_types(d)]
    kept: list[Block] = []
    for block in sorted(blocks, key=lambda b: (b.d, b.size, b.cost)):
        if not kept or kept[-1].d != block.d or block.cost < kept[-1].cost:
            kept.append(block)
    return tuple(kept)


def _join_net(blocks: Sequence[Block]) -> Nodes:
    arrays, cosines = zip(*(block.make() for block in blocks), strict=True)
    array = joined(arrays)
    radius = join_cosine(cosines).acos().upper()
    family = f"join of {len(blocks)} nets"
    return Nodes(array.shape[1] - 1, unit_points(array), None, family, None, radius, array=array, covering_proof="join")


def _expected_size(m: int, delta: float) -> int:
    """About the size of a relaxed net (m in 2..8)."""
    return max(m + 2, math.ceil(_DENSITY[m] / float(cap_measure(m, delta).mid())))


def _candidates(m: int, delta: arb, max_points: int, joins: bool) -> Iterator[_Candidate]:
    """Constructions that should reach delta with at most about max_points points, in no particular order."""
    d, radius = m + 1, float(delta)
    if d <= 9 and radius > math.acos(1 / d):
        yield _Candidate(d + 1, partial(_simplex_net, d))
    for index, row in enumerate(rows(m)):
        if row.radius < radius and row.size <= max_points:
            yield _Candidate(row.size, partial(_from_table, index, m))
            break
    if m == 2 and radius < 0.7:
        for (a, b), size in likely_classes(radius):
            yield _Candidate(size, partial(_geodesic_net, a, b))
    elif m in _DENSITY:
        size = _expected_size(m, radius)
        if _work(m, size) <= _TOO_EXPENSIVE:
            yield _Candidate(size, partial(_relaxed_net, m, radius, size))
    types = best_types(d, delta.cos().upper(), max_points)
    if types is not None:
        yield _Candidate(signed_orbit_size(d, types), partial(signed_orbit_net, m, types))
    blocks = cheapest_blocks(d, 1 / math.cos(radius) ** 2, _catalogue()) if joins and radius < 1.57 else None
    if blocks is not None and len(blocks) > 1:
        yield _Candidate(sum(block.size for block in blocks), partial(_join_net, blocks))


def _circle_size(delta: arb) -> int:
    return max(1, integer_ceiling(lambda: arb.pi() / delta, "up"))


def _check(m: int, delta: Real) -> arb:
    """The lower end of delta."""
    if m < 1:
        raise InputError(f"m = {m}: the sphere S^m needs m >= 1")
    radius = ball(delta).lower()
    if not certainly_lt(0, radius):
        raise InputError(f"the covering radius must be positive; got delta = {shown(delta)}")
    return radius


def net(m: int, delta: Real, *, max_points: int = MAX_NET_POINTS, joins: bool = False) -> Nodes:
    """A delta-net of S^m with as few points as the constructions here find, and a certified covering radius <= delta.

    ``delta`` in radians.  Deterministic.  m = 1: ceil(pi/delta) equally spaced points.  delta >= pi: one point.
    m >= 2: ``array`` holds the points as float64 rows (normalised they are exactly the points); ``covering_proof`` is
    "facets" (theory F5), "signed_orbits", or with ``joins`` also "join" (`constructions.joins`; in high dimensions many
    times fewer points).  Raises `InputError` unless m >= 1 and delta > 0, and `UnreachableError`
    when no construction gives a net of at most ``max_points`` points; the message says how many theory F2 promises.

    >>> nodes = net(2, 0.4)
    >>> len(nodes), nodes.family, nodes.covering_radius <= 0.4
    (32, 'icosahedral 1,1', True)
    """
    radius = _check(m, delta)
    if certainly_le(arb.pi(), radius):
        array = np.eye(1, m + 1)
        return Nodes(m, unit_points(array), None, "one point", 0, arb.pi(), array=array, covering_proof="formula")
    if m == 1:
        if (size := _circle_size(radius)) <= max_points:
            return equally_spaced(size)
        raise _unreachable(m, radius, max_points)
    best: Nodes | None = None
    for candidate in sorted(_candidates(m, radius, max_points, joins), key=lambda c: c.size):
        if candidate.size > 1.25 * max_points or (best is not None and len(best) <= candidate.size):
            break
        nodes = candidate.make()
        found = nodes.covering_radius
        if found is not None and certainly_le(found, radius) and (best is None or len(nodes) < len(best)):
            best = nodes
    if best is None or len(best) > max_points:
        raise _unreachable(m, radius, max_points)
    return best


def largest_net(m: int, N: int) -> Nodes:
    """The net of S^m with a small certified covering radius that N points allow, made without a search over radii.

    m = 1: N equally spaced points.  m = 2: the largest icosahedral class or a table row.  m = 3..8: a row of the table,
    or about N relaxed points.  Other m, or too many facets: signed orbits.  Raises `InputError` unless m >= 1 and
    N >= m + 2.

    >>> [len(largest_net(m, 50)) for m in (1, 2, 3)]
    [50, 48, 48]
    """
    if m < 1 or m + 2 > N:
        raise InputError(
            f"a net of S^m with a covering radius below pi/2 has at least m + 2 points; got m = {m}, N = {N}"
        )
    if m == 1:
        return equally_spaced(N)
    table = [index for index, row in enumerate(rows(m)) if row.size <= N]
    largest = rows(m)[-1].size if table else 0
    if m == 2 and 2 * largest < N:
        *_, (a, b) = takewhile(lambda c: 10 * (c[0] ** 2 + c[0] * c[1] + c[1] ** 2) + 2 <= N, classes(max(12, N - 150)))
        return _geodesic_net(a, b)
    if table and 1.5 * largest >= N:
        return _from_table(table[-1], m)
    if m in _DENSITY and _work(m, N) <= _TOO_EXPENSIVE:
        order = len(group(m + 1, _symmetry(m, N)))
        if max(2 * m + 4, order) <= N:
            return net_from_points(_nudged(_relaxed_points(m, N - N % order, 0)[1]), f"relaxed {_symmetry(m, N)}")
    fitting = [K for K, size, _ in good_types(m + 1, min(N, 5_000)) if size <= N]
    return signed_orbit_net(m, fitting[-1]) if fitting else _simplex_net(m + 1)


def _unreachable(m: int, radius: arb, max_points: int) -> UnreachableError:
    promised = integer_ceiling(lambda: net_size_bound(m, radius), "up", 256)
    size = str(promised) if promised < 10**12 else f"10^{len(str(promised)) - 1}"
    return UnreachableError(
        f"no net of S^{m} with covering radius {lower_decimal(radius, 6)} and at most {max_points} points can be made; "
        f"one of at most {size} points exists (theory F2); convex hulls end at m = 8, signed orbits and the number of "
        f"points are limited by max_points = {max_points}: raise it, or ask for a larger radius",
        limit="max_points",
    )


def net_size_estimate(m: int, delta: Real, *, max_points: int = MAX_NET_POINTS, joins: bool = False) -> int:
    """About the number of points of ``net(m, delta)``, without making it (exact for m = 1 and for signed orbits).

    Where no construction reaches ``max_points`` the number that theory F2 promises (it may be astronomical).
    Raises `InputError` unless m >= 1 and delta > 0.

    >>> net_size_estimate(1, "0.01"), net_size_estimate(63, 1.45)
    (315, 128)
    """
    radius = _check(m, delta)
    if certainly_le(arb.pi(), radius):
        return 1
    if m == 1:
        return _circle_size(radius)
    sizes = [candidate.size for candidate in _candidates(m, radius, max_points, joins)]
    return min(sizes) if sizes else integer_ceiling(lambda: net_size_bound(m, radius), "up", 256)
