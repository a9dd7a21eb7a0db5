"""Small quadrature rules with positive weights, far smaller than product Gauss.

Theorem H2 needs no proof of exactness (its Gram sums see what the nodes really alias), so `Design.make` claims none and
the degrees steer the planning.  `Design.proved` encloses an exact rule: by a formula, in exact arithmetic (root
systems), or by Newton's method with an existence proof (orbits).

S^2: orbits of the tetrahedral, octahedral and icosahedral rotation groups.  S^3: orbits of the binary polyhedral groups
acting from the left.  S^m: signed permutation orbits, sign vectors of a linear code, some root systems, and parallels
that carry a design of the sphere below.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from flint import arb, fmpq

from constructions.design_table import S2_ROWS, S3_ROWS
from constructions.nodes import Nodes, cross_polytope, gauss, simplex
from constructions.orbit_designs import orbit_rule, proved_orbit_rule
from constructions.root_systems import root_system

__all__ = ["Design", "designs"]

Point = list[arb]

_MOST_SUSPENDED = 8
_MOST_SUSPENDED_POINTS = 1500
"""Suspensions are made up to this dimension and size."""


class Design(NamedTuple):
    """A rule of ``size`` points and positive weights, exact to degree ``exact_to``.

    ``make`` builds it to the current precision; ``proved`` gives enclosures of an exact rule with ``exact_to`` set.
    """

    exact_to: int
    size: int
    make: Callable[[], Nodes]
    proved: Callable[[], Nodes]


@lru_cache(maxsize=32)
def designs(m: int) -> tuple[Design, ...]:
    """The designs of S^m that no smaller one matches, by increasing size.

    >>> [(design.exact_to, design.size) for design in designs(3)][:6]
    [(2, 5), (3, 8), (5, 24), (7, 48), (11, 120), (12, 420)]
    """
    d = m + 1
    found = [_claiming(2, d + 1, partial(simplex, m)), _claiming(3, 2 * d, partial(cross_polytope, m))]
    found += [
        Design(row.exact_to, row.size, partial(orbit_rule, m, row), partial(proved_orbit_rule, m, row))
        for row in {2: S2_ROWS, 3: S3_ROWS}.get(m, ())
    ]
    if m >= 3:
        found += _code_designs(d) + _signed_designs(d) + _root_designs(d) + _suspensions(m)
    best: list[Design] = []
    for design in sorted(found, key=lambda design: (design.size, -design.exact_to)):
        if not best or design.exact_to > best[-1].exact_to:
            best.append(design)
    return tuple(best)


def _claiming(exact_to: int, size: int, make: Callable[[], Nodes]) -> Design:
    """A design whose nodes are exact by construction."""
    return Design(exact_to, size, make, make)


def _nodes(m: int, points: list[Point], weights: list[arb], family: str, exact_to: int) -> Nodes:
    return Nodes(m, points, weights, family, exact_to=exact_to, exactness_proof="formula")


# --- signed permutation orbits -------------------------------------------------------------------------------------


def _sign_orbit(d: int, k: int) -> list[Point]:
    """All vectors with k entries +-1/sqrt k and zeros otherwise: C(d,k) 2^k points."""
    entry = 1 / arb(k).sqrt()
    return [
        [entry * signs[chosen.index(i)] if i in chosen else arb(0) for i in range(d)]
        for chosen in itertools.combinations(range(d), k)
        for signs in itertools.product((1, -1), repeat=k)
    ]


def _signed_designs(d: int) -> list[Design]:
    """The smallest rules exact to degree 5 and 7 on three orbits of signed permutations, d <= 12.

    Invariants of degree <= 7 are polynomials in sum x_i^4 and sum x_i^6, which are 1/k and 1/k^2 on the vectors with k
    equal entries: positive weights w_k with sum w_k/k = 3/(d+2) and sum w_k/k^2 = 15/((d+2)(d+4)).
    """
    if d > 12:
        return []
    best: Design | None = None
    for types in itertools.combinations(range(1, d + 1), 3):
        size = sum(math.comb(d, k) << k for k in types)
        weights = _moment_weights(types, [fmpq(1), fmpq(3, d + 2), fmpq(15, (d + 2) * (d + 4))])
        if min(weights) > 0 and size <= 2000 and (best is None or size < best.size):
            best = _claiming(7, size, partial(_signed, d, types, tuple(weights)))
    return [best] if best else []


def _moment_weights(types: Sequence[int], moments: Sequence[fmpq]) -> list[fmpq]:
    """The solution w of sum_k w_k k^-s = moments[s], s = 0..len-1 (Lagrange's form of a Vandermonde system)."""
    weights = []
    for k in types:
        # The Lagrange polynomial of the node 1/k, applied to the moments.
        coefficients = [fmpq(1)]
        for l in types:
            if l != k:
                scale = 1 / (fmpq(1, k) - fmpq(1, l))
                shifted = [fmpq(0), *coefficients]
                coefficients = [
                    scale * (s - c * fmpq(1, l)) for s, c in zip(shifted, [*coefficients, fmpq(0)], strict=True)
                ]
        weights.append(sum((c * mu for c, mu in zip(coefficients, moments, strict=True)), fmpq(0)))
    return weights


def _signed(d: int, types: tuple[int, ...], weights: tuple[fmpq, ...]) -> Nodes:
    points: list[Point] = []
    all_weights: list[arb] = []
    for k, weight in zip(types, weights, strict=True):
        orbit = _sign_orbit(d, k)
        points += orbit
        all_weights += [arb(weight / len(orbit))] * len(orbit)
    return _nodes(d - 1, points, all_weights, f"signed orbits {','.join(map(str, types))}", 7)


# --- sign vectors of a linear code ---------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _code_columns(d: int) -> tuple[int, list[int]]:
    """(r, c_1..c_d): vectors of F_2^r, any four of them linearly independent; r as small as a greedy choice finds.

    The 2^r sign vectors ((-1)^{<c_1,y>}, ..., (-1)^{<c_d,y>}), y in F_2^r, then have the moments of independent signs
    up to order 4.
    """
    for r in itertools.count(1):
        chosen: list[int] = []
        sums = {0}
        pairs = {0}
        for c in range(1, 1 << r):
            # c is no sum of at most three chosen vectors.
            if c not in sums:
                triples = {c ^ p for p in pairs}
                pairs |= {c ^ b for b in chosen} | {c}
                chosen.append(c)
                sums |= triples | pairs | {p ^ b for p in pairs for b in chosen}
                if len(chosen) == d:
                    return r, chosen
    raise AssertionError


def _code_designs(d: int) -> list[Design]:
    """+-e_i and the sign vectors of a code: exact to degree 4, and to degree 5 with the opposite sign vectors too.

    Weights 2/(d+2) for the +-e_i and d/(d+2) for the sign vectors: then sum x_i^4 averages to 3/(d+2).
    """
    if d > 40:
        return []
    r, _ = _code_columns(d)
    return [
        _claiming(4, 2 * d + (1 << r), partial(_code, d, False)),
        _claiming(5, 2 * d + (2 << r), partial(_code, d, True)),
    ]


def _code(d: int, opposite: bool) -> Nodes:
    r, columns = _code_columns(d)
    entry = 1 / arb(d).sqrt()
    signs = [[-1 if (c & y).bit_count() % 2 else 1 for c in columns] for y in range(1 << r)]
    if opposite:
        signs += [[-s for s in row] for row in signs]
    cross = _sign_orbit(d, 1)
    points = cross + [[entry * s for s in row] for row in signs]
    weights = [arb(fmpq(2, (d + 2) * len(cross)))] * len(cross) + [arb(fmpq(d, (d + 2) * len(signs)))] * len(signs)
    return _nodes(d - 1, points, weights, "cross-polytope and sign code", 5 if opposite else 4)


# --- suspensions ---------------------------------------------------------------------------------------------------


def _suspensions(m: int) -> list[Design]:
    """Designs of the sphere below on the n parallels of a Gauss rule: exact to the smaller of their degree and 2n-1."""
    if m > _MOST_SUSPENDED:
        return []
    return [
        Design(
            min(base.exact_to, 2 * n - 1),
            n * base.size,
            partial(_suspended, m, base.make, n),
            partial(_suspended, m, base.proved, n),
        )
        for base in designs(m - 1)
        for n in range(2, (base.exact_to + 2) // 2 + 1)
        if n * base.size <= _MOST_SUSPENDED_POINTS
    ]


def _suspended(m: int, base: Callable[[], Nodes], n: int) -> Nodes:
    nodes = base()
    rule = [(t, (1 - t * t).sqrt(), w) for t, w in zip(*gauss(m, n), strict=True)]
    points = [[s * c for c in y] + [t] for t, s, _ in rule for y in nodes.points]
    weights = [w * u for _, _, w in rule for u in nodes.weight_list()]
    family = f"{n} parallels of {nodes.family}"
    if nodes.exact_to is None:
        return Nodes(m, points, weights, family)
    degree = min(nodes.exact_to, 2 * n - 1)
    return Nodes(m, points, weights, family, exact_to=degree, exactness_proof=nodes.exactness_proof)


# --- root systems --------------------------------------------------------------------------------------------------


def _root_designs(d: int) -> list[Design]:
    """E8 (240 roots), the 56 and 27 weights of E7 and E6: tight or nearly tight designs on S^7, S^6, S^5."""
    return {
        8: [_claiming(7, 240, partial(root_system, "E8"))],
        7: [_claiming(5, 56, partial(root_system, "E7 weights"))],
        6: [
            _claiming(4, 27, partial(root_system, "E6 weights")),
            _claiming(5, 54, partial(root_system, "E6 weights and opposites")),
        ],
    }.get(d, [])
