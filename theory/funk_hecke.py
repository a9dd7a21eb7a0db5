"""Integrals of one coordinate, the Funk-Hecke formula and the reproducing kernel of H_k as exact identities.

Everything is rational: phi is a polynomial in t = <x,y>, p one in `theory.harmonics.ring` (m+1), and sigma is the
uniform probability measure on S^m.
"""

from __future__ import annotations

from functools import cache
from math import comb, factorial, prod

from flint import fmpq, fmpq_mpoly, fmpq_poly

from theory.errors import HypothesisError, InputError
from theory.harmonics import dimension, legendre, radius_squared, ring

__all__ = ["MAX_TERMS", "check_terms", "convolve", "mean", "moment", "multiplier", "reproduce"]

MAX_TERMS = 1_000_000
"""Most terms that one expanded polynomial may have."""


def check_terms(d: int, k: int) -> None:
    """Raises `InputError` when a homogeneous polynomial of degree k in d variables may have more than `MAX_TERMS`."""
    terms = comb(k + d - 1, k)
    if terms > MAX_TERMS:
        raise InputError(
            f"a polynomial of degree {k} in {d} variables has up to {terms} terms, more than {MAX_TERMS}: "
            "keep it factored (evaluate it at points, or use the recursion over the dimension)"
        )


@cache
def moment(j: int, i: int, l: int = 0) -> fmpq:
    """The integral of t^{2i} (1-t^2)^l for the law of t = x_j on S^j: (1/2)_i (j/2)_l / ((j+1)/2)_{i+l}, exactly."""
    halves = prod(range(1, 1 + 2 * i, 2)) * prod(range(j, j + 2 * l, 2))
    return fmpq(halves, prod(range(j + 1, j + 1 + 2 * (i + l), 2)))


def mean(p: fmpq_poly, j: int, l: int = 0) -> fmpq:
    """The integral of p(t) (1-t^2)^l for the law of t = x_j on S^j."""
    return sum((c * moment(j, i // 2, l) for i, c in enumerate(p.coeffs()) if i % 2 == 0), fmpq(0))


def multiplier(phi: fmpq_poly, m: int, k: int) -> fmpq:
    """phihat_k of a polynomial phi, exactly (theory A4).

    >>> multiplier(fmpq_poly([0, 0, 0, 1]), 2, 1)
    1/5
    """
    dimension(m, k)
    return mean(phi * legendre(m, k), m)


def convolve(n: int, p: fmpq_mpoly, m: int) -> fmpq_mpoly:
    """The integral of <x,y>^n p(y) over y in S^m, exactly: a homogeneous polynomial of degree n in x.

    = sum over |a| = n of n!/a! x^a int y^a p(y).  On H_k it is multiplication by `multiplier` (t^n) and |x|^{n-k}
    (theory A4).  Raises `InputError` with the number of terms beyond `MAX_TERMS`.
    """
    dimension(m, n)
    d = m + 1
    if p.context().nvars() != d:
        raise HypothesisError(f"a polynomial on S^{m} has {d} variables; this one has {p.context().nvars()}")
    check_terms(d, n)
    result: dict[tuple[int, ...], fmpq] = {}
    for powers, coefficient in p.to_dict().items():
        b = [int(e) for e in powers]
        if (n + sum(b)) % 2:
            continue
        total = (n + sum(b)) // 2
        scale = coefficient * fmpq(factorial(n), prod(range(d, d + 2 * total, 2)))
        parts: dict[tuple[int, ...], fmpq] = {(): scale}
        for i, e in enumerate(b):
            new = {}
            for a, c in parts.items():
                left = n - sum(a)
                for power in range(e % 2, left + 1, 2) if i < m else [left] if (left + e) % 2 == 0 else []:
                    new[*a, power] = c * fmpq(prod(range(1, power + e, 2)), factorial(power))
            parts = new
        for a, c in parts.items():
            result[a] = result.get(a, fmpq(0)) + c
    return ring(d).from_dict(result)


def reproduce(k: int, p: fmpq_mpoly, m: int) -> fmpq_mpoly:
    """The integral of Z(m,k) |x|^k P_k(<x,y>/|x|) p(y) over y in S^m, exactly: the part of p in H_k (theory A3, A4)."""
    size = dimension(m, k)
    square, result = radius_squared(m + 1), ring(m + 1).constant(0)
    for i, c in enumerate(legendre(m, k).coeffs()):
        if c:
            result += c * square ** ((k - i) // 2) * convolve(i, p, m)
    return size * result
