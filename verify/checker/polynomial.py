"""The checker's own polynomials in exact arithmetic: capped products, harmonic components, norms, eigenvalues.

Harmonic components f_k of a polynomial are homogeneous harmonic polynomials of degree k that sum to it on the sphere
(theory A12).  Part of the independent checker: of the project it imports only its other parts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from math import comb, factorial

import numpy as np
from flint import Ordering, arb, arb_mat, fmpq, fmpq_mpoly, fmpq_mpoly_ctx, fmpz

from verify.checker.balls import Refused, Vector

__all__ = [
    "MAX_MATRIX",
    "Harmonics",
    "Matrix",
    "bounds",
    "dimension",
    "eigenvalue_range",
    "harmonics",
    "is_below",
    "is_psd",
    "power",
    "quadratic_form",
    "ring",
    "sized",
    "square_norm",
    "square_norms",
    "sup_norm",
    "times",
    "values_at",
]

MAX_TERMS = 200_000
MAX_PRODUCTS = 5_000_000
MAX_POLYNOMIAL_DEGREE = 2000
MAX_PROJECTION_WORK = 60_000_000
MAX_COEFFICIENT_BITS = 1 << 28
MAX_MATRIX = 200
MAX_EVALUATIONS = 30_000_000

Matrix = list[list[fmpq]]

Harmonics = dict[int, fmpq_mpoly]
"""Degree k -> the homogeneous harmonic polynomial f_k (zero components left out)."""


def dimension(m: int, k: int) -> int:
    """Z(m, k) = dim H_k on S^m (theory A1).

    >>> [dimension(2, k) for k in range(4)], [dimension(1, k) for k in range(3)]
    ([1, 3, 5, 7], [1, 2, 2])
    """
    return comb(k + m, m) - (comb(k + m - 2, m) if k >= 2 else 0)


def ring(d: int) -> fmpq_mpoly_ctx:
    """Q[x0, ..., x_{d-1}]."""
    return fmpq_mpoly_ctx.get([f"x{i}" for i in range(d)], Ordering.degrevlex)


# --- capped arithmetic ----------------------------------------------------------------------------------------------


def _bits(p: fmpq_mpoly) -> int:
    return max((c.height_bits() for c in p.coeffs()), default=0)


def sized(p: fmpq_mpoly) -> fmpq_mpoly:
    """p itself; `Refused` when it has too many terms."""
    if len(p) > MAX_TERMS:
        raise Refused(f"too large to check here: a polynomial of {len(p)} terms, at most {MAX_TERMS}")
    return p


def times(a: fmpq_mpoly, b: fmpq_mpoly) -> fmpq_mpoly:
    """The product; `Refused` when it is too large."""
    work = len(a) * len(b)
    if work and a.total_degree() + b.total_degree() > MAX_POLYNOMIAL_DEGREE:
        raise Refused(f"too large to check here: a polynomial of degree above {MAX_POLYNOMIAL_DEGREE}")
    if work > MAX_PRODUCTS or (work > 1000 and work * (_bits(a) + _bits(b)) > MAX_COEFFICIENT_BITS * 16):
        raise Refused(f"too large to check here: a product of polynomials with {len(a)} and {len(b)} terms")
    return sized(a * b)


def power(p: fmpq_mpoly, n: int) -> fmpq_mpoly:
    """p**n, n >= 0; `Refused` when it is too large."""
    result = p.context().constant(1)
    if n * _bits(p) > MAX_COEFFICIENT_BITS >> 8:
        raise Refused(f"too large to check here: the power {n} of a polynomial with {_bits(p)}-bit coefficients")
    for bit in bin(n)[2:]:
        result = times(result, result)
        if bit == "1":
            result = times(result, p)
    return result


# --- exact symmetric matrices ---------------------------------------------------------------------------------------


def is_psd(A: Matrix) -> bool:
    """Whether a symmetric rational matrix is positive semidefinite, by exact elimination."""
    A = [row[:] for row in A]
    n = len(A)
    for i in range(n):
        if A[i][i] < 0 or (A[i][i] == 0 and any(A[i][j] != 0 for j in range(i + 1, n))):
            return False
        for j in range(i + 1, n):
            if A[j][i] != 0:
                factor = A[j][i] / A[i][i]
                for k in range(j, n):
                    A[j][k] -= factor * A[i][k]
                    A[k][j] = A[j][k]
    return True


def is_below(A: Matrix, bound: fmpq) -> bool:
    """Whether every eigenvalue of the symmetric A is at most ``bound``."""
    return is_psd([[(bound if i == j else fmpq(0)) - a for j, a in enumerate(row)] for i, row in enumerate(A)])


def eigenvalue_range(A: Matrix) -> tuple[fmpq, fmpq]:
    """Proved bounds (lower, upper) of the eigenvalues of a symmetric A, sharp to about 1e-14; floats propose them."""
    return -_eigenvalue_bound([[-a for a in row] for row in A]), _eigenvalue_bound(A)


def _eigenvalue_bound(A: Matrix) -> fmpq:
    """An upper bound of the eigenvalues of A."""
    frobenius = arb(sum((a * a for row in A for a in row), fmpq(0))).sqrt().upper().fmpq()
    if frobenius == 0:
        return frobenius
    scaled = np.array([[float(arb(a / frobenius)) for a in row] for row in A])
    guess = float(np.linalg.eigvalsh(scaled)[-1])
    near = float(arb(frobenius)) * guess
    if math.isfinite(near):
        simple = Fraction(near).limit_denominator(1000)
        bound = fmpq(simple.numerator, simple.denominator)
        if abs(float(simple) - near) <= 1e-13 * float(arb(frobenius)) and is_below(A, bound):
            return bound
    for margin in (1e-14, 1e-12, 1e-9):
        bound = frobenius * fmpq(*(guess + margin).as_integer_ratio())
        if is_below(A, bound):
            return bound
    return frobenius


def quadratic_form(p: fmpq_mpoly | None) -> Matrix | None:
    """The symmetric A with p = x^T A x on the sphere (constants times |x|^2), or None."""
    if p is None or p.total_degree() > 2 or p.context().nvars() > MAX_MATRIX:
        return None
    d = p.context().nvars()
    A = [[fmpq(0)] * d for _ in range(d)]
    for monomial, coefficient in p.terms():
        where = [j for j, exponent in enumerate(monomial) for _ in range(int(exponent))]
        if len(where) == 1:
            return None
        for i, j in [where] if where else [(j, j) for j in range(d)]:
            A[i][j] += coefficient / 2
            A[j][i] += coefficient / 2
    return A


# --- harmonic projection --------------------------------------------------------------------------------------------


def _laplacian(p: fmpq_mpoly) -> fmpq_mpoly:
    used = [j for j, degree in enumerate(p.degrees()) if degree >= 2]
    return sum((p.derivative(j).derivative(j) for j in used), p.context().constant(0))


def _homogeneous(p: fmpq_mpoly, parity: int, square: fmpq_mpoly) -> tuple[int, fmpq_mpoly]:
    """A homogeneous polynomial equal on the sphere to the terms of p of this parity, with its degree."""
    by_degree: dict[int, dict[tuple[int, ...], fmpq]] = {}
    for monomial, coefficient in p.terms():
        degree = sum(monomial)
        if degree % 2 == parity:
            by_degree.setdefault(degree, {})[tuple(map(int, monomial))] = coefficient
    result, top = p.context().constant(0), max(by_degree, default=parity)
    for degree in range(parity, top + 1, 2):
        result = times(result, square)
        if degree in by_degree:
            result = sized(result + p.context().from_dict(by_degree[degree]))
    return top, result


def _spent(work: int, more: int) -> int:
    if work + more > MAX_PROJECTION_WORK:
        raise Refused("too large to check here: the harmonics of a polynomial of high degree")
    return work + more


def harmonics(p: fmpq_mpoly) -> Harmonics:
    """The harmonic components of p on the sphere, exactly (theory A12).

    With P homogeneous of degree J, P = sum_i |x|^{2i} h_{J-2i}: Laplace^i P has the leading harmonic part
    prod_{s<=i} 2s(2s+2l+d-2) h_l, l = J-2i, and the leading part of q of degree l is sum_j c_j |x|^{2j} Laplace^j q
    with c_0 = 1, c_j = -c_{j-1}/(2j(d+2l-2j-2)).
    """
    d = p.context().nvars()
    square = sum((x * x for x in p.context().gens()), p.context().constant(0))
    found: Harmonics = {}
    work = 0
    for parity in (0, 1):
        J, homogeneous = _homogeneous(p, parity, square)
        powers = [homogeneous]  # Laplace^i P
        while not powers[-1].is_zero():
            work = _spent(work, 4 * d * len(powers[-1]) * (1 + powers[-1].leading_coefficient().height_bits() // 64))
            powers.append(_laplacian(powers[-1]))
        scale = fmpq(1)
        for i in range(len(powers) - 1):
            l = J - 2 * i
            if i:
                scale = fmpq(1)
                for s in range(1, i + 1):
                    scale *= 2 * s * (2 * s + 2 * l + d - 2)
            c = [fmpq(1)]
            for j in range(1, len(powers) - 1 - i):
                c.append(-c[-1] / (2 * j * (d + 2 * l - 2 * j - 2)))
            h = p.context().constant(0)
            for j in reversed(range(len(c))):
                work = _spent(work, d * len(h) * (1 + c[j].height_bits() // 64))
                h = sized(h * square) + powers[i + j] * c[j]
            if not h.is_zero():
                found[l] = h * (1 / scale)
    return found


def square_norm(h: fmpq_mpoly, k: int) -> fmpq:
    """|h|_2^2 for the uniform probability measure, h homogeneous harmonic of degree k: Fischer's product

    sum_a a! c_a^2 / (d(d+2)...(d+2k-2)) over the coefficients c_a of x^a.
    """
    common, whole = fmpz(1), fmpz(0)  # over a common denominator: no fraction is reduced on the way
    for c in h.coeffs():
        common = common.lcm(c.q)
    for monomial, c in h.terms():
        weight = 1
        for exponent in monomial:
            weight *= factorial(int(exponent))
        whole += (c.p * (common // c.q)) ** 2 * weight
    total = fmpq(whole, common * common)
    for j in range(k):
        total /= h.context().nvars() + 2 * j
    return total


def square_norms(components: Sequence[Harmonics]) -> dict[int, fmpq]:
    """{k: |f_k|_2^2} of a map into R^q given by the components of its q outputs."""
    degrees = sorted(set().union(*components))
    return {k: sum((square_norm(parts[k], k) for parts in components if k in parts), fmpq(0)) for k in degrees}


def sup_norm(components: Sequence[Harmonics], m: int) -> arb:
    """Upper bound sum_k sqrt(Z(m,k)) |f_k|_2 of the sup norm of a map into R^q."""
    return sum((arb(dimension(m, k) * square).sqrt() for k, square in square_norms(components).items()), arb(0))


def bounds(parts: Harmonics, m: int) -> tuple[arb, arb]:
    """A lower and an upper bound of the sum: from the mean, the eigenvalues of the quadratic part, and `sup_norm`."""
    mean = arb(parts[0].leading_coefficient()) if 0 in parts else arb(0)
    A = quadratic_form(parts.get(2))
    low, high = eigenvalue_range(A) if A is not None else (fmpq(0), fmpq(0))
    reach = sup_norm([{k: h for k, h in parts.items() if k and (k != 2 or A is None)}], m)
    return (mean + low - reach).lower(), (mean + high + reach).upper()


# --- values at points -----------------------------------------------------------------------------------------------


def values_at(components: Sequence[Harmonics], points: Sequence[Vector]) -> dict[int, list[Vector]]:
    """For each degree k that occurs the values [N][q] of the k-th components of q polynomials at N points."""
    q = len(components)
    coefficients: dict[int, dict[tuple[int, ...], list[fmpq]]] = {}
    for c, parts in enumerate(components):
        for k, h in parts.items():
            for monomial, coefficient in h.terms():
                row = coefficients.setdefault(k, {}).setdefault(tuple(map(int, monomial)), [fmpq(0)] * q)
                row[c] = coefficient
    factors: dict[tuple[int, ...], tuple[int, int]] = {}  # monomial -> a monomial of one degree less, and the variable
    place = {(0,) * len(points[0]): 0}
    for k in sorted(coefficients):
        for monomial in coefficients[k]:
            chain = [monomial]
            while chain[-1] not in place:
                j = next(j for j, exponent in enumerate(chain[-1]) if exponent)
                chain.append((*chain[-1][:j], chain[-1][j] - 1, *chain[-1][j + 1 :]))
            for larger, smaller in zip(chain[-2::-1], chain[:0:-1], strict=True):
                place[larger] = len(place)
                j = next(j for j, exponent in enumerate(larger) if exponent)
                factors[larger] = (place[smaller], j)
    if len(place) * len(points) * q > MAX_EVALUATIONS:
        raise Refused(f"too large to check here: {len(place)} monomials at {len(points)} points")
    found: dict[int, list[list[arb]]] = {k: [] for k in sorted(coefficients)}
    matrices = {k: arb_mat([[arb(c) for c in row] for row in rows.values()]) for k, rows in coefficients.items()}
    for start in range(0, len(points), 512):
        block = []
        for x in points[start : start + 512]:
            powers = [arb(1)]
            for before, j in factors.values():
                powers.append(powers[before] * x[j])
            block.append(powers)
        for k, monomials in coefficients.items():
            chosen = [place[monomial] for monomial in monomials]
            found[k] += (arb_mat([[powers[i] for i in chosen] for powers in block]) * matrices[k]).tolist()
    return found
