"""Other people's special functions against ours: scipy (floats), mpmath (arbitrary precision), sympy (symbols), and
formulas of the DLMF written out.

An enclosure must contain the reference value up to the reference's own error: 1e-13 relative for scipy, none for mpmath
at 60 digits beyond a last-place allowance.
"""

from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest
import scipy.special
import sympy as sp
from flint import arb, fmpq

from theory import harmonics, kernels, sphere
from theory.balls import precision

ORDERS = ((1, 0), (1, 3), (2, 0), (2, 1), (2, 20), (3, 2), (8, 5), (63, 0), (63, 40))
DIGITS = 60


def from_mpmath(value: mpmath.mpf) -> arb:
    """The number, with an allowance of 10^(10-DIGITS) relative for mpmath's rounding."""
    return arb(mpmath.nstr(value, DIGITS)) * arb(1, arb(10) ** (10 - DIGITS))


def close(enclosure: arb, reference: float, relative: float = 1e-13) -> bool:
    return bool(abs(enclosure - reference) <= abs(arb(reference)) * relative)


# --- scipy ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("m", "k"), ORDERS)
@pytest.mark.parametrize("lam", [0.25, 5.0, 300.0])
def test_eigenvalues_against_scipy(m: int, k: int, lam: float) -> None:
    nu = (m - 1) / 2
    log_value = lam + math.log(scipy.special.ive(nu + k, lam)) + math.lgamma(nu + 1) + nu * math.log(2 / lam)
    assert abs(float(kernels.eigenvalue(m, k, lam).log()) - log_value) < 1e-11 * max(1.0, abs(log_value))
    quotient = scipy.special.ive(nu + k, lam) / scipy.special.ive(nu, lam)
    assert close(kernels.ratio(m, k, lam), float(quotient), 1e-12)


@pytest.mark.parametrize("m", [1, 2, 3, 8, 63])
def test_legendre_values_against_scipy(m: int) -> None:
    t = np.linspace(-1, 1, 23)
    values = harmonics.legendre_values(m, 30, t)
    for k in range(31):
        if m == 1:
            reference = scipy.special.eval_chebyt(k, t)
        else:
            nu = (m - 1) / 2
            reference = scipy.special.eval_gegenbauer(k, nu, t) / scipy.special.eval_gegenbauer(k, nu, 1.0)
        np.testing.assert_allclose(values[k], reference, rtol=1e-11, atol=1e-13)
        enclosures = [harmonics.legendre_values(m, k, arb(float(x)))[k] for x in t]
        assert all(abs(e - float(r)) < 1e-12 for e, r in zip(enclosures, reference, strict=True))


@pytest.mark.parametrize("m", [1, 2, 3, 10, 63])
def test_caps_against_scipy(m: int) -> None:
    for t in (0.01, 0.5, 0.99, 1.01, 1.5, 2.0, 3.0):
        half = 0.5 * float(scipy.special.betainc(m / 2, 0.5, math.sin(t) ** 2))
        reference = half if t < math.pi / 2 else 1 - half
        assert close(sphere.cap_measure(m, t), reference, 1e-10)
        if t < math.pi / 2:
            sine_squared = scipy.special.betaincinv(m / 2, 0.5, 2 * half)
            assert abs(float(sphere.cap_radius(m, half)) - math.asin(math.sqrt(sine_squared))) < 1e-6


# --- mpmath --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("m", "k"), ORDERS)
@pytest.mark.parametrize("lam", ["1/1000000", "1/4", "5", "100"])
def test_eigenvalues_against_mpmath(m: int, k: int, lam: str) -> None:
    with mpmath.workdps(DIGITS + 20):
        x, nu = mpmath.mpf(fmpq_to_fraction(lam)[0]) / fmpq_to_fraction(lam)[1], mpmath.mpf(m - 1) / 2
        value = mpmath.gamma(nu + 1) * (2 / x) ** nu * mpmath.besseli(nu + k, x)
        quotient = mpmath.besseli(nu + k, x) / mpmath.besseli(nu, x)
    with precision(180):
        assert kernels.eigenvalue(m, k, lam).overlaps(from_mpmath(value))
        assert kernels.eigenvalues(m, k + 3, lam)[k].overlaps(from_mpmath(value))
        assert kernels.ratio(m, k, lam).overlaps(from_mpmath(quotient))
        assert not (kernels.eigenvalue(m, k, lam) * (1 + arb("1e-40"))).overlaps(from_mpmath(value))


def fmpq_to_fraction(text: str) -> tuple[int, int]:
    numerator, _, denominator = text.partition("/")
    return int(numerator), int(denominator or 1)


@pytest.mark.parametrize(("m", "K", "lam"), [(1, 0, 2), (2, 3, 2), (2, 9, 1), (5, 4, 10), (63, 2, 7)])
def test_tails_against_mpmath(m: int, K: int, lam: int) -> None:
    with mpmath.workdps(DIGITS + 20):
        nu = mpmath.mpf(m - 1) / 2
        value = mpmath.mpf(0)
        for k in range(K + 1, K + 120):
            size = math.comb(k + m, m) - math.comb(k + m - 2, m) if k > 1 else m + 1
            value += size * mpmath.gamma(nu + 1) * (mpmath.mpf(2) / lam) ** nu * mpmath.besseli(nu + k, lam)
    with precision(180):
        assert kernels.tail(m, K, lam).overlaps(from_mpmath(value))


@pytest.mark.parametrize("m", [1, 2, 3, 6])
def test_funk_hecke_against_quadrature(m: int) -> None:
    """phihat_k = (|S^{m-1}|/|S^m|) int e^{lam t} P_k(t) (1-t^2)^{(m-2)/2} dt by mpmath's tanh-sinh rule (theory A4)."""
    lam = mpmath.mpf(3) / 2
    with mpmath.workdps(30):
        constant = mpmath.gamma(mpmath.mpf(m + 1) / 2) / (mpmath.sqrt(mpmath.pi) * mpmath.gamma(mpmath.mpf(m) / 2))
        for k in (0, 1, 4):
            coefficients = [mpmath.mpf(int(c.p)) / int(c.q) for c in reversed(harmonics.legendre(m, k).coeffs())]

            def integrand(angle: mpmath.mpf, c: list[mpmath.mpf] = coefficients) -> mpmath.mpf:
                t = mpmath.cos(angle)
                return mpmath.exp(lam * t) * mpmath.polyval(c, t) * mpmath.sin(angle) ** (m - 1)

            value = constant * mpmath.quad(integrand, [0, mpmath.pi])
            assert abs(kernels.eigenvalue(m, k, "3/2") - arb(mpmath.nstr(value, 25))) < 1e-14
    assert abs(float(sphere.area_ratio(m)) - float(constant)) < 1e-14


@pytest.mark.parametrize("m", [1, 2, 5, 20])
def test_caps_against_mpmath(m: int) -> None:
    for t in ("0.001", "0.7", "1.2", "1.6"):
        with mpmath.workdps(DIGITS + 20):
            x = mpmath.mpf(t)
            inside = mpmath.betainc(mpmath.mpf(m) / 2, mpmath.mpf(1) / 2, 0, mpmath.sin(x) ** 2, regularized=True) / 2
            value = inside if x < mpmath.pi / 2 else 1 - inside
        with precision(180):
            assert sphere.cap_measure(m, t).overlaps(from_mpmath(value))


# --- sympy ---------------------------------------------------------------------------------------------------------


def test_projection_against_sympy() -> None:
    """A quartic on S^2: coefficients by sympy's integrals in spherical coordinates."""
    theta, phi = sp.symbols("theta phi", real=True)
    point = (sp.sin(theta) * sp.cos(phi), sp.sin(theta) * sp.sin(phi), sp.cos(theta))
    x = harmonics.ring(3).gens()
    p = x[0] * x[1] + x[2] ** 3 - 2 * x[0] ** 2 * x[2] ** 2
    values = point[0] * point[1] + point[2] ** 3 - 2 * point[0] ** 2 * point[2] ** 2

    def mean(expression: sp.Expr) -> sp.Expr:
        inner = sp.integrate(sp.expand(expression * sp.sin(theta)), (phi, 0, 2 * sp.pi))
        return sp.simplify(sp.integrate(sp.expand(inner), (theta, 0, sp.pi)) / (4 * sp.pi))

    assert sp.Rational(*as_pair(harmonics.sphere_integral(p, 2))) == mean(values)
    components = harmonics.project(p, 2)
    assert sorted(components) == [0, 1, 2, 3, 4]
    zonal = {1: point[2], 2: (3 * point[2] ** 2 - 1) / 2}
    for k, harmonic in zonal.items():
        ours = harmonics.sphere_integral(components[k] * harmonics.project(x[2] ** k, 2)[k], 2)
        leading = {1: 1, 2: sp.Rational(2, 3)}[k]
        assert sp.Rational(*as_pair(ours)) == leading * mean(values * harmonic)


def as_pair(value: fmpq) -> tuple[int, int]:
    return int(value.p), int(value.q)


# --- DLMF, written out ---------------------------------------------------------------------------------------------


def test_dlmf_formulas() -> None:
    x = arb(fmpq(7, 3))
    circle = kernels.coefficients(1, 40, x)
    # DLMF 10.32 (i): I_0(x) is the mean of e^{x cos t}; the rule of 64 points is accurate to e^x I_64.
    mean = sum(((x * arb.cos_pi_fmpq(fmpq(2 * j, 64))).exp() for j in range(64)), arb(0)) / 64
    assert abs(circle[0] - mean) < 1e-13
    # DLMF 10.35.2: e^{x cos t} = I_0 + 2 sum_k I_k cos kt: theory A6 on the circle; 10.35.5 is t = 0.
    assert (circle[0] - x.bessel_i(0)).contains(0)
    assert all((circle[k] - 2 * x.bessel_i(k)).contains(0) for k in range(1, 12))
    assert (sum(circle, arb(0)) + kernels.tail(1, 40, x) - x.exp()).contains(0)
    # DLMF 10.60.9: e^{-x cos t} = sum_k (-1)^k (2k+1) i_k(x) P_k(cos t), i_k = sqrt(pi/(2x)) I_{k+1/2}: theory A6, S^2.
    for k, value in enumerate(kernels.coefficients(2, 12, x)):
        assert (value - (2 * k + 1) * (arb.pi() / (2 * x)).sqrt() * x.bessel_i(k + fmpq(1, 2))).contains(0)
    # DLMF 10.39 (i), I_{1/2} = sqrt(2/(pi x)) sinh x: phihat_0 = sinh(x)/x on S^2.
    assert (kernels.eigenvalue(2, 0, x) - x.sinh() / x).contains(0)
    # DLMF 18.5: P_4 on S^2, T_k(cos a) = cos ka on S^1, U_k(cos a)/(k+1) = sin((k+1)a)/((k+1) sin a) on S^3.
    t = fmpq(3, 5)
    angle = arb(t).acos()
    assert harmonics.legendre(2, 4)(t) == (35 * t**4 - 30 * t**2 + 3) / 8
    for k in range(13):
        first, third = (harmonics.legendre_values(m, 12, arb(t))[k] for m in (1, 3))
        assert (first - (k * angle).cos()).contains(0)
        assert (third - ((k + 1) * angle).sin() / ((k + 1) * angle.sin())).contains(0)
