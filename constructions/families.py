"""All families of nodes by name: what documentation, tables and the command line walk.

A family is asked for at most N points; it gives its largest member of that size.  `certified` adds the covering radius
and the separation to nodes that come without: proved for the very numbers, not sampled.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from flint import arb
from numpy.typing import NDArray

from constructions.covering import covering, facet_estimate
from constructions.designs import designs
from constructions.equal_area import equal_area
from constructions.lattices import lifted_lattice, lifted_lattice_sizes
from constructions.nets import largest_net, signed_orbit_net, unit_points
from constructions.nodes import MAX_POINTS, Nodes, cross_polytope, equally_spaced, product_gauss, product_gauss_size
from constructions.nodes import simplex as simplex_nodes
from constructions.root_systems import CONFIGURATIONS, configuration, root_system
from constructions.separation import MAX_PAIRS, separation
from constructions.signed_orbits import good_types
from theory.balls import float_upper
from theory.errors import HypothesisError, InputError, UnreachableError

__all__ = ["FAMILIES", "Family", "certified", "families", "fibonacci", "float_rows", "nodes_named", "random_nodes"]

Floats = NDArray[np.float64]

_MOST_FACETS = 400_000
"""Most expected facets times (m/2)^3 for which `certified` computes a covering radius."""
SEED = 2024
"""Of the random family, unless another is given."""


class Family(NamedTuple):
    """``make(m, N)``: at most N points of S^m; ``spheres(m)``: whether the family lives there; ``summary``: a line."""

    name: str
    summary: str
    spheres: Callable[[int], bool]
    make: Callable[[int, int], Nodes]


def _too_few(m: int, N: int, least: int) -> UnreachableError:
    return UnreachableError(f"the smallest member on S^{m} has {least} points; {N} are too few", limit="--count")


def _from_rows(rows: Floats, family: str) -> Nodes:
    return Nodes(m=rows.shape[1] - 1, points=unit_points(rows), weights=None, family=family, array=rows)


def fibonacci(N: int) -> Nodes:
    """The Fibonacci spiral on S^2: heights 1 - (2j+1)/N, longitudes j times the golden angle, j = 0..N-1.

    The rows of ``array`` (float64) are exact data.  Raises `InputError` when N < 1, `UnreachableError` beyond
    `MAX_POINTS`.

    >>> len(fibonacci(100))
    100
    """
    if N < 1:
        raise InputError(f"N = {N}: at least one point is needed")
    _check_size(N)
    j = np.arange(N) + 0.5
    z, angle = 1 - 2 * j / N, np.pi * (1 + 5**0.5) * j
    r = np.sqrt(1 - z * z)
    return _from_rows(np.stack([r * np.cos(angle), r * np.sin(angle), z], axis=1), "fibonacci")


def random_nodes(m: int, N: int, seed: int = SEED) -> Nodes:
    """N independent uniform random points of S^m; the same for the same seed.

    Raises `InputError` unless m >= 1 and N >= 1, `UnreachableError` beyond `MAX_POINTS`.

    >>> len(random_nodes(4, 10))
    10
    """
    if m < 1 or N < 1:
        raise InputError(f"random points need m >= 1 and N >= 1; got m = {m}, N = {N}")
    _check_size(N * (m + 1) // 4)
    return _from_rows(np.random.default_rng(seed).normal(size=(N, m + 1)), f"random, seed {seed}")


def _check_size(N: int) -> None:
    if N > MAX_POINTS:
        raise UnreachableError(
            f"more than {MAX_POINTS} points are not built; ask for fewer", limit="constructions.nodes.MAX_POINTS"
        )


# --- largest members -------------------------------------------------------------------------------------------------


def _largest_gauss(m: int, N: int) -> Nodes:
    D = max(0, math.ceil(N ** (1 / m)) * 2)
    while D > 0 and product_gauss_size(m, D) > N:
        D -= 1
    return product_gauss(m, D)


def _largest_design(m: int, N: int) -> Nodes:
    fitting = [design for design in designs(m) if design.size <= N]
    if not fitting:
        raise _too_few(m, N, designs(m)[0].size)
    return fitting[-1].proved()


def _largest_net(m: int, N: int) -> Nodes:
    if m + 2 > N:
        raise _too_few(m, N, m + 2)
    return largest_net(m, N)


def _largest_orbit(m: int, N: int) -> Nodes:
    fitting = [K for K, size, _ in good_types(m + 1, min(N, 5000)) if size <= N]
    if not fitting:
        raise _too_few(m, N, 2 * (m + 1))
    return signed_orbit_net(m, fitting[-1])


def _largest_lattice(m: int, N: int) -> Nodes:
    n = 0
    for frequency, size in lifted_lattice_sizes(m):
        if size > N:
            break
        n = frequency
    if n == 0:
        raise _too_few(m, N, 2 * (m + 1))
    return lifted_lattice(m, n)


@lru_cache(maxsize=32)
def _roots(m: int) -> tuple[tuple[int, str], ...]:
    names = [name for name in CONFIGURATIONS if configuration(name).m == m]
    names += [f"{kind}{d}" for kind, d in (("A", m + 1), ("D", m + 1)) if 2 <= d <= 40]
    return tuple(sorted((len(configuration(name).a), name) for name in names))


def _largest_roots(m: int, N: int) -> Nodes:
    fitting = [name for size, name in _roots(m) if size <= N]
    if not fitting:
        raise _too_few(m, N, _roots(m)[0][0])
    return root_system(fitting[-1])


def _exactly(make: Callable[[int], Nodes], size: Callable[[int], int]) -> Callable[[int, int], Nodes]:
    """A family with one member on each sphere."""

    def member(m: int, N: int) -> Nodes:
        if size(m) > N:
            raise _too_few(m, N, size(m))
        return make(m)

    return member


def _any(m: int) -> bool:
    return m >= 1


FAMILIES: dict[str, Family] = {
    family.name: family
    for family in (
        Family("equally_spaced", "the regular polygon", lambda m: m == 1, lambda m, N: equally_spaced(N)),
        Family("product_gauss", "product Gauss-Gegenbauer quadrature", _any, _largest_gauss),
        Family("design", "small quadrature rules and spherical designs", _any, _largest_design),
        Family("fibonacci", "the Fibonacci spiral", lambda m: m == 2, lambda m, N: fibonacci(N)),
        Family("equal_area", "centres of Leopardi's equal-area partition", _any, equal_area),
        Family("net", "few points with a small covering radius, optimised", _any, _largest_net),
        Family("signed_orbits", "vectors with k equal entries up to signs", lambda m: m >= 2, _largest_orbit),
        Family(
            "lattice", "the lattice A_m on the facets of the cross-polytope", lambda m: 2 <= m <= 6, _largest_lattice
        ),
        Family("roots", "root systems and regular polytopes", lambda m: 1 <= m < 40, _largest_roots),
        Family("cross_polytope", "+-e_i", _any, _exactly(cross_polytope, lambda m: 2 * m + 2)),
        Family("simplex", "the regular simplex", _any, _exactly(simplex_nodes, lambda m: m + 2)),
        Family("random", "independent uniform points, seeded", _any, random_nodes),
    )
}


def families(m: int) -> Iterator[Family]:
    """The families that have members on S^m."""
    return (family for family in FAMILIES.values() if family.spheres(m))


def nodes_named(name: str, m: int, N: int) -> Nodes:
    """The largest member of the family with at most N points on S^m.

    Raises `InputError` for an unknown family, a sphere that it does not live on, m < 1 or N < 1, `UnreachableError`
    when even its smallest member is larger.

    >>> [len(nodes_named(name, 3, 100)) for name in ("product_gauss", "roots", "lattice", "design")]
    [54, 24, 88, 48]
    """
    if name not in FAMILIES:
        raise InputError(f"no family of nodes is called {name!r}; there are {', '.join(FAMILIES)}")
    if m < 1 or N < 1:
        raise InputError(f"nodes need m >= 1 and N >= 1; got m = {m}, N = {N}")
    family = FAMILIES[name]
    if not family.spheres(m):
        raise InputError(f"the family {name} ({family.summary}) has no members on S^{m}")
    return family.make(m, N)


# --- certificates ----------------------------------------------------------------------------------------------------


def float_rows(nodes: Nodes) -> tuple[Floats, float]:
    """Rows [N, m+1] whose directions are near the nodes, and a bound of how far, Euclidean (0 for nets: exact data)."""
    if nodes.array is not None:
        return nodes.array, 0.0
    rows = np.array([[float(c.mid()) for c in point] for point in nodes.points])
    largest = arb(0)
    for row, point in zip(rows.tolist(), nodes.points, strict=True):
        off = [c - x for c, x in zip(point, row, strict=True)]
        largest = largest.max(sum((c * c for c in off), arb(0)).abs_upper())
    # Normalising a row within e of a unit vector moves it by at most e more.
    return rows, float_upper(2 * largest.sqrt())


def certified(nodes: Nodes) -> Nodes:
    """The nodes with a proved covering radius and a proved separation, where these are missing and affordable.

    Facets (theory F5) for the covering radius, all close pairs for the separation.  What cannot be proved (points in a
    hemisphere, coinciding points, too many facets) stays None.

    >>> nodes = certified(fibonacci(50))
    >>> nodes.covering_proof, nodes.separation_proof
    ('facets', 'pairs')
    """
    N, m = len(nodes), nodes.m
    if nodes.covering_radius is not None and nodes.separation is not None:
        return nodes
    rows, moved = float_rows(nodes)
    if nodes.covering_radius is None and m + 2 <= N and facet_estimate(N, m) * max(1.0, (m / 2) ** 3) <= _MOST_FACETS:
        with suppress(HypothesisError):
            radius = covering(rows).radius + (2 * arb(moved)).min(arb(1)).asin()
            nodes = replace(nodes, covering_radius=radius.upper(), covering_proof="facets")
    if nodes.separation is None and N > 1 and float(N) * N * (m + 1) <= 2 * MAX_PAIRS * (1 if m > 3 else 100):
        with suppress(HypothesisError, UnreachableError):
            nodes = replace(nodes, separation=separation(rows, moved).radians, separation_proof="pairs")
    return nodes
