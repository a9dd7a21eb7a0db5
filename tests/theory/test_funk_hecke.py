"""Funk-Hecke and the reproducing kernel as exact identities on polynomials (theory A3, A4)."""

from __future__ import annotations

from math import factorial

import pytest
from flint import fmpq, fmpq_mpoly, fmpq_poly

from theory import funk_hecke
from theory import harmonics as h
from theory.basis import orthonormal_basis
from theory.errors import HypothesisError, InputError
from theory.funk_hecke import convolve, moment, multiplier, reproduce


def power(n: int) -> fmpq_poly:
    return fmpq_poly([0] * n + [1])


def example(m: int) -> fmpq_mpoly:
    x = h.ring(m + 1).gens()
    return (x[0] + 2 * x[1] - x[m]) ** 4 + x[1] ** 3 * x[m] - x[0] * x[1] / 7 + 3


@pytest.mark.parametrize("m", [1, 2, 3, 6, 20])
def test_moments_are_sphere_integrals(m: int) -> None:
    t = h.ring(m + 1).gens()[m]
    for i in range(5):
        for l in range(4):
            assert moment(m, i, l) == h.sphere_integral(t ** (2 * i) * (1 - t * t) ** l, m)


@pytest.mark.parametrize("m", [1, 2, 3, 8])
def test_multipliers_of_powers(m: int) -> None:
    """The coefficients of t^n = sum_k Z(m,k) phihat_k P_k, and n!/((n-k)!! (m+1)(m+3)...(m+n+k-1))."""
    for n in range(9):
        multipliers = [multiplier(power(n), m, k) for k in range(n + 4)]
        total = sum((h.dimension(m, k) * c * h.legendre(m, k) for k, c in enumerate(multipliers)), fmpq_poly([0]))
        assert total == power(n)
        for k, c in enumerate(multipliers):
            if k > n or (n - k) % 2:
                assert c == 0
                continue
            below = 1
            for i in range(2, n - k + 1, 2):
                below *= i
            for i in range((n + k) // 2):
                below *= m + 1 + 2 * i
            assert c == fmpq(factorial(n), factorial(k) * below) * factorial(k)


@pytest.mark.parametrize(("m", "k", "n"), [(1, 3, 5), (2, 0, 4), (2, 3, 3), (2, 3, 7), (3, 2, 6), (4, 3, 3), (6, 2, 4)])
def test_funk_hecke(m: int, k: int, n: int) -> None:
    """The difference of both sides, homogenised, is the zero polynomial; a wrong multiplier is refuted."""
    scale = h.radius_squared(m + 1) ** ((n - k) // 2)
    for Y in orthonormal_basis(m, k):
        p = Y.polynomial()
        assert convolve(n, p, m) == multiplier(power(n), m, k) * scale * p
        assert convolve(n, p, m) != multiplier(power(n), m + 1, k) * scale * p
        assert convolve(n + 1, p, m).is_zero()
        assert not k > 1 or convolve(k - 2, p, m).is_zero()


@pytest.mark.parametrize("m", [1, 2, 4])
def test_convolution_is_self_adjoint(m: int) -> None:
    x = h.ring(m + 1).gens()
    p, q = example(m), x[0] ** 3 - x[1] * x[m] + x[m]
    for n in range(5):
        assert h.inner_product(convolve(n, p, m), q, m) == h.inner_product(p, convolve(n, q, m), m)


@pytest.mark.parametrize("m", [1, 2, 3, 5])
def test_reproducing_kernel(m: int) -> None:
    p = example(m)
    parts = h.project(p, m)
    for k in range(7):
        assert reproduce(k, p, m) == parts.get(k, 0)


def test_a_kernel_of_another_dimension_does_not_reproduce(monkeypatch: pytest.MonkeyPatch) -> None:
    p = example(3)
    monkeypatch.setattr(funk_hecke, "legendre", lambda m, k: h.legendre(m + 1, k))
    assert reproduce(4, p, 3) != h.project(p, 3)[4]


def test_refusals() -> None:
    p = h.ring(3).gens()[0]
    for call in (lambda: convolve(2, p, 3), lambda: convolve(-1, p, 2), lambda: multiplier(power(1), 0, 1)):
        with pytest.raises(HypothesisError):
            call()
    with pytest.raises(InputError, match="degree 30 in 20 variables has up to"):
        convolve(30, h.ring(20).gens()[0], 19)
