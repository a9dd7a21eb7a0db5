"""Spherical harmonics on S^m in exact arithmetic: dimensions, Legendre polynomials of dimension d = m+1, an orthogonal
basis, integrals over the sphere and the projection of a polynomial onto the harmonics of each degree.

A polynomial is an element of `ring` (d), in the variables x0..xm.  sigma is the uniform probability measure, and norms
are L^2(sigma) norms.  The recurrence of the Legendre polynomials is written once, over any commutative ring.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar, overload

import numpy as np
import numpy.typing as npt
from flint import Ordering, arb, ctx, fmpq, fmpq_mpoly, fmpq_mpoly_ctx, fmpq_poly

from theory.balls import precision
from theory.errors import HypothesisError

__all__ = [
    "component_norms_squared",
    "components_sup_bound",
    "dimension",
    "dimensions",
    "inner_product",
    "is_harmonic",
    "laplacian",
    "legendre",
    "legendre_sequence",
    "legendre_values",
    "norm_squared",
    "orthogonal_basis",
    "project",
    "radius_squared",
    "ring",
    "sphere_integral",
]

T = TypeVar("T")
FloatArray = npt.NDArray[np.float64]


def _check(m: int, k: int = 0) -> None:
    if m < 1:
        raise HypothesisError(f"the sphere S^m needs m >= 1; got m = {m}")
    if k < 0:
        raise HypothesisError(f"a degree is at least 0; got {k}")


def dimension(m: int, k: int) -> int:
    """dim H_k = Z(m,k), the number of linearly independent harmonics of degree k on S^m (theory A1).

    Raises `HypothesisError` unless m >= 1 and k >= 0.

    >>> [dimension(2, k) for k in range(4)], dimension(1, 5)
    ([1, 3, 5, 7], 2)
    """
    _check(m, k)
    return math.comb(k + m, m) - (math.comb(k + m - 2, m) if k >= 2 else 0)


def dimensions(m: int, K: int, first: int = 0) -> list[int]:
    """Z(m,first), ..., Z(m,K) by the ratio of successive terms (theory A1)."""
    _check(m, min(first, K))
    result = [dimension(m, k) for k in range(first, min(K, first + 1) + 1)]
    for k in range(first + 1, K):
        result.append(result[-1] * (2 * k + m + 1) * (k + m - 1) // ((2 * k + m - 1) * (k + 1)))
    return result


# --- Legendre polynomials ------------------------------------------------------------------------------------------


def legendre_sequence(m: int, one: T, t: T, square: T | None = None) -> Iterator[T]:
    """P_0(t), P_1(t), ... of dimension m+1 by the three-term recurrence (theory A2), over the ring that holds t and 1.

    (k+m-1) P_{k+1} = (2k+m-1) t P_k - k P_{k-1}.  Works for polynomials, balls, arrays and sympy symbols alike.
    With ``square`` = w, the homogenised w^{k/2} P_k(t/sqrt(w)), polynomials in t and w.
    """
    _check(m)
    before: Any = one
    now: Any = t
    k = 1
    while True:
        yield before
        older = before if square is None else square * before
        before, now = now, ((2 * k + m - 1) * (t * now) - k * older) / (k + m - 1)
        k += 1


def legendre(m: int, k: int) -> fmpq_poly:
    """P_k, the Legendre polynomial of dimension m+1, exactly (theory A2); Chebyshev's T_k for m = 1.

    >>> legendre(2, 2), legendre(1, 3)
    (3/2*x^2 + (-1/2), 4*x^3 + (-3)*x)
    """
    _check(m, k)
    return next(islice(legendre_sequence(m, fmpq_poly([1]), fmpq_poly([0, 1])), k, None))


@overload
def legendre_values(m: int, K: int, t: arb) -> list[arb]: ...
@overload
def legendre_values(m: int, K: int, t: FloatArray) -> list[FloatArray]: ...
def legendre_values(m: int, K: int, t: arb | FloatArray) -> list[arb] | list[FloatArray]:
    """P_0(t), ..., P_K(t) of dimension m+1 (theory A2).

    A ball gives enclosures that stay sharp when it is wide or sticks out of [-1,1]: the recurrence runs at the exact
    midpoint, and the mean value theorem adds rad(t) max|P_k'|.  Here P_k' is k(k+m-1)/m times the Legendre polynomial
    of degree k-1 and dimension m+3, at most (T+sqrt(T^2-1))^(k-1) for |t| <= T, T >= 1 (Laplace's integral).
    A float array of any shape gives float arrays of that shape (not rigorous).
    """
    _check(m, K)
    if isinstance(t, np.ndarray):
        return list(islice(legendre_sequence(m, np.ones_like(t), t), K + 1))
    middle, radius = t.mid(), t.rad()
    # The recurrence multiplies a rounding error by at most |t|+sqrt(t^2+1) a step: 1.28 bits on [-1,1].
    with precision(ctx.prec + 16 + int(1.28 * K)):
        values = list(islice(legendre_sequence(m, arb(1), middle), K + 1))
    if radius.is_zero():
        return [+value for value in values]
    reach = arb(1).max(t.abs_upper())
    growth = (reach + (reach * reach - 1).nonnegative_part().sqrt()).upper()
    slope = arb(0, radius) / m
    clip = reach == 1 and not abs(slope) * (K * (K + m - 1)) < 1
    result = [+values[0]]
    for k in range(1, K + 1):
        wide = values[k] + slope * (k * (k + m - 1))
        result.append(wide.intersection(arb(0, 1)) if clip else wide)
        if reach != 1:
            slope *= growth
    return result


# --- polynomials on the sphere -------------------------------------------------------------------------------------


def ring(d: int) -> fmpq_mpoly_ctx:
    """The polynomials in x0, ..., x_{d-1} with rational coefficients.

    >>> x = ring(3).gens()
    >>> x[0] * x[1] + x[2] ** 3
    x2^3 + x0*x1
    """
    if d < 1:
        raise HypothesisError(f"a polynomial ring needs at least one variable; got {d}")
    return fmpq_mpoly_ctx.get([f"x{i}" for i in range(d)], Ordering.degrevlex)


def _check_ring(p: fmpq_mpoly, m: int) -> None:
    _check(m)
    if p.context().nvars() != m + 1:
        raise HypothesisError(f"a polynomial on S^{m} has {m + 1} variables; this one has {p.context().nvars()}")


def radius_squared(d: int) -> fmpq_mpoly:
    """|x|^2 = x0^2 + ... + x_{d-1}^2 in `ring` (d)."""
    return ring(d).from_dict({tuple(2 * (i == j) for j in range(d)): 1 for i in range(d)})


def laplacian(p: fmpq_mpoly) -> fmpq_mpoly:
    """The Laplacian of p in R^d."""
    result = p.context().constant(0)
    for i, degree in enumerate(p.degrees()):
        if degree >= 2:
            result += p.derivative(i).derivative(i)
    return result


def is_harmonic(p: fmpq_mpoly) -> bool:
    """Whether the Laplacian of p in R^d is zero."""
    return laplacian(p).is_zero()


def _rising_by_two(first: int, count: int) -> int:
    """first (first+2) ... (first+2(count-1))."""
    return math.prod(range(first, first + 2 * count, 2))


def sphere_integral(p: fmpq_mpoly, m: int) -> fmpq:
    """The integral of p over S^m for sigma, exactly (theory A12).

    Of a monomial x^a: prod (a_i-1)!! / (d(d+2)...(d+|a|-2)) if all a_i are even, otherwise 0.

    >>> x = ring(3).gens()
    >>> sphere_integral(x[0] ** 2 * x[1] ** 2, 2)
    1/15
    """
    _check_ring(p, m)
    total = fmpq(0)
    for monomial, coefficient in zip(p.monoms(), p.coeffs(), strict=True):
        powers = [int(a) for a in monomial if a]
        if all(a % 2 == 0 for a in powers):
            double_factorials = math.prod(_rising_by_two(1, a // 2) for a in powers)
            total += coefficient * fmpq(double_factorials, _rising_by_two(m + 1, sum(powers) // 2))
    return total


def _homogeneous_parts(p: fmpq_mpoly) -> dict[int, fmpq_mpoly]:
    parts: dict[int, dict[tuple[int, ...], fmpq]] = {}
    for monomial, coefficient in p.to_dict().items():
        parts.setdefault(sum(int(a) for a in monomial), {})[monomial] = coefficient
    return {n: p.context().from_dict(parts[n]) for n in sorted(parts)}


def _fischer(p: fmpq_mpoly, q: fmpq_mpoly) -> fmpq:
    """Fischer's inner product p(d/dx) q at 0 = sum_a a! p_a q_a, a! = a_0! ... a_m!; |x|^2 is adjoint to the Laplacian.

    For p, q homogeneous of degree k and one of them harmonic it is d(d+2)...(d+2k-2) times the integral of p q.
    """
    other = q.to_dict()
    total = fmpq(0)
    for monomial, coefficient in p.to_dict().items():
        if monomial in other:
            total += coefficient * other[monomial] * math.prod(math.factorial(int(a)) for a in monomial if a > 1)
    return total


def inner_product(p: fmpq_mpoly, q: fmpq_mpoly, m: int) -> fmpq:
    """The integral of p q over S^m for sigma, exactly (theory A12).

    Homogeneous polynomials of one degree, one of them harmonic, take the sparse Fischer product instead of p q.
    """
    _check_ring(p, m)
    _check_ring(q, m)
    if p.is_zero() or q.is_zero():
        return fmpq(0)
    degrees = {sum(int(a) for a in monomial) for r in (p, q) for monomial in r.monoms()}
    if len(degrees) == 1 and (is_harmonic(p) or is_harmonic(q)):
        return _fischer(p, q) / _rising_by_two(m + 1, degrees.pop())
    return sphere_integral(p * q, m)


def norm_squared(components: Sequence[fmpq_mpoly], m: int) -> fmpq:
    """The square of the L^2(sigma) norm of a map S^m -> R^q given by its q components, exactly."""
    return sum((inner_product(p, p, m) for p in components), fmpq(0))


def components_sup_bound(components: Mapping[int, Sequence[fmpq_mpoly]], m: int) -> arb:
    """An enclosure of sum_k sqrt(Z(m,k)) |f_k|_2, an upper bound of sup |f| (by theory A3 and Cauchy-Schwarz).

    ``components[k]`` holds the q components of f_k in H_k, as `project` gives them.
    """
    return sum(((norm_squared(f, m) * dimension(m, k) + arb(0)).sqrt() for k, f in components.items()), arb(0))


def _harmonic_terms(p: fmpq_mpoly, k: int, d: int) -> Iterator[tuple[fmpq, fmpq_mpoly]]:
    """The (c_i, Delta^i p), until Delta^i p = 0, of the harmonic part sum_i c_i |x|^{2i} Delta^i p of p.

    c_i = (-1)^i / (2^i i! (d+2k-4)(d+2k-6)...(d+2k-2-2i)) for p homogeneous of degree k.
    """
    coefficient, image = fmpq(1), p
    for i in range(k // 2 + 1):
        if image.is_zero():
            return
        yield coefficient, image
        coefficient /= -2 * (i + 1) * (d + 2 * k - 4 - 2 * i) or 1  # 0 only past the last i (d = 2)
        image = laplacian(image)


def _harmonic_part(p: fmpq_mpoly, k: int, d: int) -> fmpq_mpoly:
    """The harmonic h with p = h + |x|^2(...), for p homogeneous of degree k, by Horner's rule in |x|^2."""
    terms = [c * image for c, image in _harmonic_terms(p, k, d)]
    result = terms.pop() if terms else p
    if terms:
        square = radius_squared(d)
        while terms:
            result = result * square + terms.pop()
    return result


def _shares(p: fmpq_mpoly, m: int) -> dict[int, fmpq_mpoly]:
    """{k: p_k}, p_k homogeneous of degree k with harmonic part f_k, where p = sum_k f_k on the sphere.

    Uses Delta(|x|^{2j} h) = 2j(2j+2k+d-2) |x|^{2j-2} h for h harmonic and homogeneous of degree k: a homogeneous part
    of degree k+2j contributes Delta^j of it, divided by prod_{l<=j} 2l(2l+2k+d-2).
    """
    _check_ring(p, m)
    d = m + 1
    gathered: dict[int, fmpq_mpoly] = {}
    for n, image in _homogeneous_parts(p).items():
        for j in range(n // 2 + 1):
            k = n - 2 * j
            share = image / fmpq(math.prod(2 * i * (2 * i + 2 * k + d - 2) for i in range(1, j + 1)))
            gathered[k] = gathered[k] + share if k in gathered else share
            image = laplacian(image)
            if image.is_zero():
                break
    return {k: gathered[k] for k in sorted(gathered)}


def project(p: fmpq_mpoly, m: int, highest: int | None = None) -> dict[int, fmpq_mpoly]:
    """The harmonic components of p on S^m, exactly (theory A12): {k: f_k} for the degrees k with f_k != 0, increasing.

    f_k is a homogeneous harmonic polynomial of degree k, and p = sum_k f_k on the sphere.  With ``highest``, only the
    f_k with k <= highest.

    >>> x = ring(3).gens()
    >>> project(x[2] ** 2 + x[0], 2)
    {0: 1/3, 1: x0, 2: -1/3*x0^2 - 1/3*x1^2 + 2/3*x2^2}
    """
    shares = _shares(p, m).items()
    components = ((k, _harmonic_part(q, k, m + 1)) for k, q in shares if highest is None or k <= highest)
    return {k: f for k, f in components if not f.is_zero()}


def component_norms_squared(p: fmpq_mpoly, m: int) -> dict[int, fmpq]:
    """{k: |f_k|_2^2} of the harmonic components of p that are not 0, exactly, without expanding powers of |x|^2.

    |f_k|_2^2 d(d+2)...(d+2k-2) = sum_i c_i <Delta^i p_k, Delta^i p_k> in Fischer's product: polynomials in few
    variables stay small on spheres of any dimension, where `project` would write out |x|^{2i}.

    >>> x = ring(3).gens()
    >>> component_norms_squared(x[2] ** 2 + x[0], 2)
    {0: 1/9, 1: 1/3, 2: 4/45}
    """
    result = {}
    for k, share in _shares(p, m).items():
        fischer = sum((c * _fischer(image, image) for c, image in _harmonic_terms(share, k, m + 1)), fmpq(0))
        if fischer != 0:
            result[k] = fischer / _rising_by_two(m + 1, k)
    return result


def orthogonal_basis(m: int, k: int) -> list[fmpq_mpoly]:
    """An orthogonal basis of H_k: Z(m,k) homogeneous harmonic polynomials with rational coefficients (theory A3).

    Divided by their norms they satisfy sum_j Y_j(x) Y_j(y) = Z(m,k) P_k(<x,y>).  Built by induction on m from
    |x|^{k-l} P(x_m/|x|) H(x_0..x_{m-1}), H in H_l of S^{m-1}, P the Legendre polynomial of degree k-l, dimension d+2l.

    >>> orthogonal_basis(1, 2)
    [x0^2 - x1^2, 2*x0*x1]
    """
    _check(m, k)
    context = ring(m + 1)
    x = context.gens()
    if m == 1:
        real, imaginary = context.constant(1), context.constant(0)
        for _ in range(k):
            real, imaginary = real * x[0] - imaginary * x[1], real * x[1] + imaginary * x[0]
        return [real, imaginary] if k else [real]
    square = radius_squared(m + 1)
    result = []
    for l in range(k + 1):
        coefficients = legendre(m + 2 * l, k - l).coeffs()
        zonal = sum(
            (c * x[m] ** i * square ** ((k - l - i) // 2) for i, c in enumerate(coefficients) if c), context.constant(0)
        )
        result += [zonal * h.compose(*x[:m], ctx=context) for h in orthogonal_basis(m - 1, l)]
    return result
