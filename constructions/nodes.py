"""Node sets on S^m with their claims as attributes: exactness, covering radius, separation, weights.

Coordinates and weights are balls at the precision that is current when the nodes are built (exact where the number is
rational), so the same call at another precision gives the same ideal points.  Gauss roots are isolated by proved sign
changes.  Nets with a certified covering radius live in `constructions.nets`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from flint import arb, ctx, fmpq
from numpy.typing import NDArray

from theory.balls import certainly_lt, precision
from theory.errors import InputError, PrefixproofError, UnreachableError
from theory.harmonics import dimensions, legendre_values

__all__ = [
    "MAX_POINTS",
    "Nodes",
    "cross_polytope",
    "equally_spaced",
    "gauss",
    "product_gauss",
    "product_gauss_size",
    "simplex",
]

MAX_POINTS = 1_000_000
"""Largest node set that is built; larger requests raise `UnreachableError` with their size."""


@dataclass(frozen=True)
class Nodes:
    """N points of S^m, with what is known about them.

    ``points``: N lists of m+1 balls, enclosures of unit vectors.  ``weights``: N balls > 0 whose exact values sum to 1,
    or None for equal weights 1/N.  ``exact_to``: the quadrature is exact for polynomials up to this degree (proved in
    the docstring of the constructor), None when nothing is claimed.  ``covering_radius`` and ``separation`` (smallest
    distance of two points), in radians: enclosures whose upper, respectively lower, end is a proved bound; None when
    not known.  ``array``: float64 [N, m+1] whose rows, exactly normalised, are the points (nets only).
    ``covering_proof`` names the argument behind the covering radius: "formula", "facets", "signed_orbits" or "join";
    ``separation_proof`` that behind the separation: "formula" or "pairs" (`constructions.separation`);
    ``exactness_proof`` that behind ``exact_to``: "formula" (the constructor's docstring), "inner products"
    (`constructions.root_systems`) or "newton" (`constructions.orbit_designs`).  Each is None without its claim.
    ``cell_diameter``: the points lie in N cells of measure 1/N and at most that diameter (radians; equal_area only).
    """

    m: int
    points: list[list[arb]]
    weights: list[arb] | None
    family: str
    exact_to: int | None = None
    covering_radius: arb | None = None
    separation: arb | None = None
    array: NDArray[np.float64] | None = None
    covering_proof: str | None = None
    separation_proof: str | None = None
    exactness_proof: str | None = None
    cell_diameter: arb | None = None

    def __len__(self) -> int:
        return len(self.points)

    @property
    def equal_weights(self) -> bool:
        """Whether all weights are 1/N."""
        return self.weights is None

    def weight_list(self) -> list[arb]:
        """The N weights as balls, also when they are equal."""
        return [arb(fmpq(1, len(self)))] * len(self) if self.weights is None else self.weights


def _check_sphere(m: int) -> None:
    if m < 1:
        raise InputError(f"m = {m}: the sphere S^m needs m >= 1")


def _check_size(size: int, what: str) -> None:
    if size > MAX_POINTS:
        raise UnreachableError(
            f"{what} has {size:.4g} points, more than {MAX_POINTS}; ask for less exactness or a smaller sphere",
            limit="constructions.nodes.MAX_POINTS",
        )


def equally_spaced(N: int) -> Nodes:
    """N equally spaced points of the circle, (cos 2 pi j/N, sin 2 pi j/N), j = 0..N-1.

    Exact to degree N-1 (the characters of degree 1..N-1 sum to 0), covering radius pi/N, separation 2 pi/N (N >= 2).
    Raises `InputError` when N < 1.

    >>> nodes = equally_spaced(4)
    >>> nodes.points[1] == [0, 1], nodes.exact_to
    (True, 3)
    """
    if N < 1:
        raise InputError(f"N = {N}: at least one point is needed")
    _check_size(N, "the circle rule")
    points: list[list[arb]] = []
    for j in range(N):
        sine, cosine = arb.sin_cos_pi_fmpq(fmpq(2 * j, N))
        points.append([cosine, sine])
    return Nodes(
        m=1,
        points=points,
        weights=None,
        family="equally_spaced",
        exact_to=N - 1,
        covering_radius=arb.pi() / N,
        separation=2 * arb.pi() / N if N > 1 else None,
        covering_proof="formula",
        separation_proof="formula" if N > 1 else None,
        exactness_proof="formula",
    )


def _float_roots(m: int, n: int) -> NDArray[np.float64]:
    """Approximate roots of P_n in dimension m+1, increasing: eigenvalues of the Jacobi matrix (Golub and Welsch)."""
    nu = (m - 1) / 2
    k = np.arange(1, n, dtype=np.float64)
    # k = 1 apart: at nu = 0 (Chebyshev) the general formula is 0/0 there.
    square = np.ones(n - 1)
    square[:1] = 1 / (2 * (1 + nu))
    square[1:] = k[1:] * (k[1:] + 2 * nu - 1) / (4 * (k[1:] + nu) * (k[1:] + nu - 1))
    off = np.sqrt(square)
    roots: NDArray[np.float64] = np.linalg.eigvalsh(np.diag(off, 1) + np.diag(off, -1))
    return roots


def _positive_root(m: int, n: int, start: float, goal: int) -> arb:
    """A ball of radius 2^-goal that certainly contains a root of P_n, from an approximation ``start``."""
    t = arb(start)
    for _ in range(goal.bit_length() + 4):
        values = legendre_values(m, n, t)
        # (1-t^2) P_n' = n (P_{n-1} - t P_n); only the midpoint matters, the proof is the sign change below.
        step = (values[n] * (1 - t * t) / (n * (values[n - 1] - t * values[n]))).mid()
        t = (t - step).mid()
        if abs(step) < arb(2) ** (-goal - 2):
            break
    radius = arb(2) ** -goal
    left, right = (legendre_values(m, n, end)[n] for end in ((t - radius).mid(), (t + radius).mid()))
    if not (left * right < 0):
        raise PrefixproofError(f"no proved sign change of P_{n} (m = {m}) near {start}; raise the precision")
    return arb(t, radius)


def _gauss_at(m: int, n: int, goal: int) -> tuple[list[arb], list[arb]]:
    """Roots within 2^-goal and their weights, at the current (higher) precision."""
    positive = [_positive_root(m, n, start, goal) for start in _float_roots(m, n)[(n + 1) // 2 :]]
    roots = [-t for t in reversed(positive)] + ([arb(0)] if n % 2 else []) + positive
    if not all(certainly_lt(a, b) for a, b in pairwise(roots)):
        raise PrefixproofError(f"the root enclosures of P_{n} (m = {m}) are not disjoint at 2^-{goal}")
    Z = dimensions(m, n - 1)
    half = []
    for t in roots[n // 2 :]:
        values = legendre_values(m, n - 1, t)
        half.append(1 / sum((z * p * p for z, p in zip(Z, values, strict=True)), arb(0)))
    return roots, half[::-1][: n // 2] + half


@lru_cache(maxsize=64)
def _gauss(m: int, n: int, bits: int) -> tuple[tuple[arb, ...], tuple[arb, ...]]:
    guard = 40 + n
    while True:
        # P_n is as small as Z(m,n)^(-1/2) between its roots, so large m may need more bits than the first guess.
        with precision(bits + 2 * guard):
            try:
                roots, weights = _gauss_at(m, n, bits + guard)
            except PrefixproofError:
                if guard > 1 << 16:
                    raise
                guard *= 2
                continue
        with precision(bits):
            return tuple(+t for t in roots), tuple(+w for w in weights)


def gauss(m: int, n: int) -> tuple[list[arb], list[arb]]:
    """The n-point Gauss rule for the probability measure c (1-t^2)^{(m-2)/2} dt on [-1, 1]: (roots, weights).

    Roots of P_n (dimension m+1) in increasing order, each enclosed by a proved sign change; weights
    w_t = 1/sum_{k<n} Z(m,k) P_k(t)^2 (Christoffel numbers; sqrt(Z) P_k is orthonormal, theory A2, A3).  They sum to 1,
    and the rule is exact to degree 2n-1.  Raises `InputError` when m < 1 or n < 1.

    >>> roots, weights = gauss(2, 2)
    >>> (3 * roots[1] ** 2).contains(1), (2 * weights[0]).contains(1)
    (True, True)
    """
    _check_sphere(m)
    if n < 1:
        raise InputError(f"n = {n}: a Gauss rule needs at least one point")
    roots, weights = _gauss(m, n, ctx.prec)
    return list(roots), list(weights)


def product_gauss_size(m: int, D: int) -> int:
    """The number of points of `product_gauss`: (D+1) ceil((D+1)/2)^{m-1}.  Raises `InputError` as it does.

    >>> product_gauss_size(2, 11)
    72
    """
    _check_sphere(m)
    if D < 0:
        raise InputError(f"D = {D}: the degree of exactness must be at least 0")
    return int((D + 1) * ((D + 2) // 2) ** (m - 1))


def product_gauss(m: int, D: int) -> Nodes:
    """The product Gauss-Gegenbauer rule on S^m, exact to degree D.

    m = 1: `equally_spaced` (D+1).  m >= 2: with n = ceil((D+1)/2), for each root t of P_n (increasing) and each node y
    of product_gauss(m-1, D) the point (sqrt(1-t^2) y, t) with the product of the weights; this order is part of the
    contract.  Exact: the mean over y of a monomial in (sqrt(1-t^2) y, t) of degree <= D vanishes unless its degree in y
    is even, and then it is a polynomial of degree <= D <= 2n-1 in t.
    Raises `InputError` when m < 1 or D < 0, `UnreachableError` when there would be more than `MAX_POINTS` points.

    >>> len(product_gauss(3, 4)), product_gauss(2, 0).points[0] == [1, 0, 0]
    (45, True)
    """
    size = product_gauss_size(m, D)
    _check_size(size, f"product_gauss({m}, {D})")
    circle = equally_spaced(D + 1)
    points, weights = circle.points, [arb(fmpq(1, D + 1))] * (D + 1)
    n = (D + 2) // 2
    for sphere in range(2, m + 1):
        rule = [(t, (1 - t * t).sqrt(), w) for t, w in zip(*gauss(sphere, n), strict=True)]
        points = [[s * c for c in y] + [t] for t, s, _ in rule for y in points]
        weights = [w * u for _, _, w in rule for u in weights]
    # One root (D <= 1): t = 0 on every level, so all weights are equal; two: +-t, likewise.
    equal = m == 1 or n <= 2
    return Nodes(
        m=m,
        points=points,
        weights=None if equal else weights,
        family="product_gauss",
        exact_to=D,
        exactness_proof="formula",
    )


def _unit(d: int, index: int, value: int) -> list[arb]:
    return [arb(value) if i == index else arb(0) for i in range(d)]


def cross_polytope(m: int) -> Nodes:
    """The 2(m+1) points +-e_i of S^m, in the order e_0, -e_0, e_1, -e_1, ...

    Exact to degree 3 (a 3-design); covering radius arccos(1/sqrt(m+1)), at the sign vectors; separation pi/2.
    Raises `InputError` when m < 1.

    >>> len(cross_polytope(63))
    128
    """
    _check_sphere(m)
    d = m + 1
    _check_size(2 * d * d, f"the coordinates of cross_polytope({m})")
    return Nodes(
        m=m,
        points=[_unit(d, i, sign) for i in range(d) for sign in (1, -1)],
        weights=None,
        family="cross_polytope",
        exact_to=3,
        covering_radius=(1 / arb(d).sqrt()).acos(),
        separation=arb.pi() / 2,
        covering_proof="formula",
        separation_proof="formula",
        exactness_proof="formula",
    )


def simplex(m: int) -> Nodes:
    """The m+2 vertices of the regular simplex in S^m; inner products -1/(m+1).

    The last vertex is e_m; the others are (sqrt(1 - 1/d^2) y, -1/d) with y in the simplex one dimension lower, d = m+1.
    Exact to degree 2 (a 2-design); covering radius arccos(1/d), at the antipodes of the vertices; separation
    arccos(-1/d).  No set of m+2 points covers better.  Raises `InputError` when m < 1.

    >>> [float(c) for c in simplex(1).points[2]]
    [0.0, 1.0]
    """
    _check_sphere(m)
    _check_size((m + 1) * (m + 2), f"the coordinates of simplex({m})")
    points = [[arb(-1)], [arb(1)]]
    for d in range(2, m + 2):
        height, radius = arb(fmpq(-1, d)), (1 - arb(fmpq(1, d * d))).sqrt()
        points = [[radius * c for c in y] + [height] for y in points] + [_unit(d, d - 1, 1)]
    d = m + 1
    return Nodes(
        m=m,
        points=points,
        weights=None,
        family="simplex",
        exact_to=2,
        covering_radius=arb(fmpq(1, d)).acos(),
        separation=arb(fmpq(-1, d)).acos(),
        covering_proof="formula",
        separation_proof="formula",
        exactness_proof="formula",
    )
