"""Laws of the harmonics: dimensions, Legendre polynomials, integrals, projection (theory A1-A4, A10, A12)."""

from __future__ import annotations

import math
import random
from itertools import combinations_with_replacement, islice, product

import numpy as np
import pytest
from flint import arb, ctx, fmpq, fmpq_mpoly, fmpq_poly

from theory import harmonics as h
from theory.balls import certainly_le, precision
from theory.errors import HypothesisError

SPHERES = (1, 2, 3, 4, 7)


def random_polynomial(m: int, degree: int, terms: int, seed: int) -> fmpq_mpoly:
    rng = random.Random(seed)
    p = h.ring(m + 1).constant(fmpq(rng.randint(-9, 9), 7))
    x = h.ring(m + 1).gens()
    for _ in range(terms):
        monomial = h.ring(m + 1).constant(fmpq(rng.randint(-9, 9), rng.randint(1, 9)))
        for i in rng.choices(range(m + 1), k=rng.randint(0, degree)):
            monomial *= x[i]
        p += monomial
    return p


def random_point(m: int, seed: int) -> list[arb]:
    rng = random.Random(seed)
    direction = [arb(rng.gauss(0, 1)) for _ in range(m + 1)]
    length = sum((c * c for c in direction), arb(0)).sqrt()
    return [c / length for c in direction]


def at(p: fmpq_mpoly, x: list[arb]) -> arb:
    total = arb(0)
    for monomial, coefficient in p.to_dict().items():
        total += math.prod((x[i] ** int(a) for i, a in enumerate(monomial) if a), start=arb(coefficient))
    return total


# --- A1, A2 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("m", SPHERES)
def test_dimension_is_the_size_of_the_kernel_of_the_laplacian(m: int) -> None:
    for k in range(6):
        monomials = math.comb(k + m, m)
        images = math.comb(k - 2 + m, m) if k >= 2 else 0
        assert h.dimension(m, k) == monomials - images == len(h.orthogonal_basis(m, k))
        assert h.dimension(m, k) > 0
    assert h.dimensions(m, 40) == [h.dimension(m, k) for k in range(41)]
    assert h.dimensions(m, 40, 38) == [h.dimension(m, k) for k in (38, 39, 40)]
    assert h.dimensions(m, 0) == [1]


def test_dimensions_of_large_spheres() -> None:
    assert h.dimensions(512, 60)[60] == h.dimension(512, 60)
    assert h.dimension(499, 1) == 500


@pytest.mark.parametrize("m", SPHERES)
def test_legendre_polynomials(m: int) -> None:
    """P_k(1) = 1, parity, P_k'(1) = k(k+m-1)/m, and the differential equation of A10 for zonal functions."""
    one, t = fmpq_poly([1]), fmpq_poly([0, 1])
    for k, p in enumerate(islice(h.legendre_sequence(m, one, t), 12)):
        derivative = p.derivative()
        assert p == h.legendre(m, k)
        assert p(1) == 1
        assert p(-1) == (-1) ** k
        assert p.degree() == k
        assert derivative(1) == fmpq(k * (k + m - 1), m)
        assert (t * t - 1) * derivative.derivative() + m * t * derivative - k * (k + m - 1) * p == 0


@pytest.mark.parametrize("m", [2, 4, 6])
def test_legendre_polynomials_are_orthogonal_for_the_gegenbauer_weight(m: int) -> None:
    """For even m the weight (1-t^2)^{(m-2)/2} is a polynomial and the integrals are exact; the norm is 1/Z(m,k)."""
    weight = fmpq_poly([1, 0, -1]) ** ((m - 2) // 2)

    def integral(p: fmpq_poly) -> fmpq:
        primitive = (p * weight).integral()
        return primitive(1) - primitive(-1)

    for j, k in combinations_with_replacement(range(7), 2):
        mean = integral(h.legendre(m, j) * h.legendre(m, k)) / integral(fmpq_poly([1]))
        assert mean == (fmpq(1, h.dimension(m, k)) if j == k else 0)


@pytest.mark.parametrize("m", [1, 2, 3, 20, 300])
def test_legendre_values_enclose_and_stay_sharp(m: int) -> None:
    K = 30
    polynomials = [h.legendre(m, k) for k in range(K + 1)]
    for t in (arb(fmpq(1, 3)), arb(1), arb(-1), arb(0), arb("0.99999"), arb(1, 2.0**-40), arb("0.4", "0.01"), arb(1.5)):
        values = h.legendre_values(m, K, t)
        for j in (-7, -5, 0, 3, 7):
            with precision(400):
                x = (t.mid() + t.rad() * j / 8).fmpq()
                exact_values = [arb(p(x)) for p in polynomials]
            assert all(value.overlaps(exact) for value, exact in zip(values, exact_values, strict=True))
        inside = abs(t) <= 1
        for k, value in enumerate(values):
            if t.is_exact():
                assert value.rad() <= abs(value).upper() * arb(2) ** (4 - ctx.prec) + arb(2) ** -ctx.prec
            if inside:
                assert value.rad() <= t.rad() * k * (k + m - 1) / m * fmpq(101, 100) + arb(2) ** (2 - ctx.prec)


def test_a_plain_ball_recurrence_would_explode() -> None:
    """The twin without the mean value form loses the factor that the law above forbids."""
    t = arb("0.4", "0.01")
    naive = list(islice(h.legendre_sequence(2, arb(1), t), 31))[30]
    sharp = h.legendre_values(2, 30, t)[30]
    assert naive.rad() > 100 * sharp.rad()
    assert sharp.rad() <= arb("1.001")


def test_wide_balls_are_clipped() -> None:
    for value in h.legendre_values(3, 50, arb(0, 1)):
        assert value.rad() < 2500
    for value in h.legendre_values(3, 50, arb("0.5", "0.4")):
        assert abs(value) <= arb("1.000001")


@pytest.mark.parametrize("m", [1, 2, 5])
def test_legendre_values_of_arrays(m: int) -> None:
    t = np.linspace(-1, 1, 41).reshape(1, 41)
    values = h.legendre_values(m, 20, t)
    for k in range(21):
        assert values[k].shape == t.shape
        assert np.max(np.abs(values[k])) <= 1 + 1e-12
        for x, value in zip(t.flat, values[k].flat, strict=True):
            assert abs(h.legendre_values(m, 20, arb(float(x)))[k] - float(value)) < 1e-12


def test_legendre_sequence_over_symbols() -> None:
    import sympy as sp

    t = sp.Symbol("t")
    for m in (1, 2, 3):
        for k, p in enumerate(islice(h.legendre_sequence(m, sp.Integer(1), t), 6)):
            nu = sp.Rational(m - 1, 2)
            other = sp.chebyshevt(k, t) if m == 1 else sp.gegenbauer(k, nu, t) / sp.gegenbauer(k, nu, 1)
            assert sp.expand(p - other) == 0


# --- A3, A4, A12: integrals ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("m", SPHERES)
def test_integral_is_invariant_under_rotation(m: int) -> None:
    """In the plane of x0 and x1 by the rational rotation (3/5, 4/5), and |x|^2 = 1."""
    x = h.ring(m + 1).gens()
    turned = [fmpq(3, 5) * x[0] - fmpq(4, 5) * x[1], fmpq(4, 5) * x[0] + fmpq(3, 5) * x[1], *x[2:]]
    for seed in range(4):
        p = random_polynomial(m, 7, 12, seed)
        assert h.sphere_integral(p, m) == h.sphere_integral(p.compose(*turned), m)
        assert h.sphere_integral(p * h.radius_squared(m + 1), m) == h.sphere_integral(p, m)
    assert h.sphere_integral(h.ring(m + 1).constant(1), m) == 1


def test_integrals_on_the_circle_and_the_2_sphere() -> None:
    """Equally spaced points integrate exactly on the circle; Archimedes gives int z^(2n) = 1/(2n+1) on S^2."""
    p = random_polynomial(1, 6, 15, 3)
    nodes = [(arb.cos_pi_fmpq(fmpq(2 * j, 9)), arb.sin_pi_fmpq(fmpq(2 * j, 9))) for j in range(9)]
    assert (sum((at(p, list(node)) for node in nodes), arb(0)) / 9 - h.sphere_integral(p, 1)).contains(0)
    z = h.ring(3).gens()[2]
    assert [h.sphere_integral(z**k, 2) for k in range(5)] == [1, 0, fmpq(1, 3), 0, fmpq(1, 5)]


@pytest.mark.parametrize("m", SPHERES)
def test_inner_product_of_harmonics_is_the_integral_of_the_product(m: int) -> None:
    for seed in range(3):
        components = h.project(random_polynomial(m, 5, 12, seed), m)
        other = random_polynomial(m, 5, 12, seed + 50)
        for p in components.values():
            for q in (*components.values(), other):
                assert h.inner_product(p, q, m) == h.inner_product(q, p, m) == h.sphere_integral(p * q, m)
    x = h.ring(m + 1).gens()
    assert h.inner_product(x[0] ** 2, x[1] ** 2, m) == h.sphere_integral(x[0] ** 2 * x[1] ** 2, m)  # not harmonic
    assert h.inner_product(x[0], h.ring(m + 1).constant(0), m) == 0


@pytest.mark.parametrize(("m", "k"), [(1, 4), (2, 0), (2, 3), (3, 3), (4, 2)])
def test_basis_is_orthogonal_and_satisfies_the_addition_theorem(m: int, k: int) -> None:
    basis = h.orthogonal_basis(m, k)
    norms = [h.inner_product(p, p, m) for p in basis]
    for i, j in product(range(len(basis)), repeat=2):
        assert (h.sphere_integral(basis[i] * basis[j], m) > 0) == (i == j)
    assert all(h.is_harmonic(p) for p in basis)
    x, y = random_point(m, 1), random_point(m, 2)
    kernel = sum((at(p, x) * at(p, y) / norm for p, norm in zip(basis, norms, strict=True)), arb(0))
    t = sum((a * b for a, b in zip(x, y, strict=True)), arb(0))
    difference = kernel - h.dimension(m, k) * h.legendre_values(m, k, t)[k]
    assert difference.contains(0)
    assert difference.rad() < 1e-9


def test_funk_hecke_for_a_polynomial_kernel() -> None:
    """int <x,y>^3 Y(y) dsigma(y) = phihat_k Y(x) on S^2, exactly, with phihat_k = (1/2) int t^3 P_k dt (theory A4)."""
    m, n = 2, 3
    big = h.ring(6).gens()  # x in the first three variables, y in the last three
    inner = sum((a * b for a, b in zip(big[:3], big[3:], strict=True)), h.ring(6).constant(0)) ** n
    for k in (0, 1, 2, 3):
        primitive = (fmpq_poly([0] * n + [1]) * h.legendre(m, k)).integral()
        multiplier = (primitive(1) - primitive(-1)) / 2
        for harmonic in h.orthogonal_basis(m, k):
            integrand = inner * harmonic.compose(*big[3:], ctx=h.ring(6))
            image: dict[tuple[int, ...], fmpq] = {}
            for monomial, coefficient in integrand.to_dict().items():
                weight = h.sphere_integral(h.ring(3).from_dict({monomial[3:]: 1}), m)
                image[monomial[:3]] = image.get(monomial[:3], fmpq(0)) + coefficient * weight
            difference = h.ring(3).from_dict(image) - multiplier * harmonic
            assert all(f.is_zero() for f in h.project(difference, m).values())


# --- A12: projection -----------------------------------------------------------------------------------------------


def assert_is_projection(p: fmpq_mpoly, m: int, components: dict[int, fmpq_mpoly]) -> None:
    for k, f in components.items():
        assert not f.is_zero()
        assert h.is_harmonic(f)
        assert {sum(int(a) for a in monomial) for monomial in f.monoms()} == {k}
    assert list(components) == sorted(components)
    # p - sum f_k vanishes on the sphere iff its parts of each parity, raised to one degree by |x|^2, cancel.
    top = max([p.total_degree(), *components], default=0)
    square = h.radius_squared(m + 1)
    difference = p - sum(components.values(), h.ring(m + 1).constant(0))
    for parity in (0, 1):
        raised = h.ring(m + 1).constant(0)
        for monomial, coefficient in difference.to_dict().items():
            n = sum(int(a) for a in monomial)
            if n % 2 == parity:
                raised += h.ring(m + 1).from_dict({monomial: coefficient}) * square ** ((top + 1 - n) // 2)
        assert raised.is_zero()


@pytest.mark.parametrize("m", SPHERES)
def test_projection(m: int) -> None:
    for seed in range(6):
        p = random_polynomial(m, 6, 14, seed)
        components = h.project(p, m)
        assert_is_projection(p, m, components)
        for j, k in combinations_with_replacement(components, 2):
            assert j == k or h.sphere_integral(components[j] * components[k], m) == 0
        total = sum((h.inner_product(f, f, m) for f in components.values()), fmpq(0))
        assert total == h.sphere_integral(p * p, m) == h.norm_squared([p], m)
        norms = {k: h.sphere_integral(f * f, m) for k, f in components.items()}
        assert h.component_norms_squared(p, m) == norms
        assert h.project(p, m, highest=2) == {k: f for k, f in components.items() if k <= 2}
        for k, f in components.items():
            assert h.project(f, m) == {k: f}
            assert h.project(f * h.radius_squared(m + 1), m) == {k: f}


def test_projection_of_nothing_and_of_constants() -> None:
    one = h.ring(3).constant(1)
    assert h.project(0 * one, 2) == {}
    assert h.project(h.radius_squared(3) - 1, 2) == {}
    assert h.project(5 * one, 2) == {0: 5 * one}


def test_projection_that_forgets_a_constant_is_refuted() -> None:
    """x2^2 - 1/2 |x|^2 instead of 1/3: not harmonic on S^2 (it is the right one on the circle)."""
    x = h.ring(3).gens()
    wrong = {0: h.ring(3).constant(fmpq(1, 2)), 2: x[2] ** 2 - h.radius_squared(3) / 2}
    with pytest.raises(AssertionError):
        assert_is_projection(x[2] ** 2, 2, wrong)


def test_projection_at_scale() -> None:
    x = h.ring(3).gens()
    p = (x[0] + 2 * x[1] - x[2] + fmpq(1, 3)) ** 30
    components = h.project(p, 2)
    assert list(components) == list(range(31))
    assert sum((h.inner_product(f, f, 2) for f in components.values()), fmpq(0)) == h.sphere_integral(p * p, 2)
    x = h.ring(64).gens()
    p = x[0] ** 4 + x[1] * x[2] ** 2 * x[3] + 7 * x[5] - 1
    assert_is_projection(p, 63, h.project(p, 63))
    x = h.ring(500).gens()
    p = sum((i * x[i] for i in range(500)), h.ring(500).constant(3))
    components = h.project(p, 499)
    assert list(components) == [0, 1]
    assert components[1] == p - 3
    assert h.norm_squared([components[1]], 499) == fmpq(sum(i * i for i in range(500)), 500)


@pytest.mark.parametrize("m", [1, 2, 5])
def test_sup_bound(m: int) -> None:
    """Never below a sampled value, and attained by a zonal harmonic: sup |P_k(<x,e>)| = 1 = sqrt(Z) |P_k|_2."""
    p = [random_polynomial(m, 5, 10, seed) for seed in (1, 2)]
    parts = [h.project(component, m) for component in p]
    zero = h.ring(m + 1).constant(0)
    bound = h.components_sup_bound({k: [part.get(k, zero) for part in parts] for k in range(6)}, m)
    for seed in range(40):
        value = sum((at(component, random_point(m, seed)) ** 2 for component in p), arb(0)).sqrt()
        assert value <= bound
    zonal = h.ring(m + 1).constant(0)
    x = h.ring(m + 1).gens()
    for i, coefficient in enumerate(h.legendre(m, 4).coeffs()):
        zonal += coefficient * x[0] ** i * h.radius_squared(m + 1) ** ((4 - i) // 2) if coefficient else 0
    assert (h.components_sup_bound({4: [zonal]}, m) - 1).contains(0)
    assert certainly_le(h.components_sup_bound({}, m), 0)


def test_hypotheses() -> None:
    p = h.ring(3).gens()[0]
    for call in (
        lambda: h.dimension(0, 1),
        lambda: h.dimension(2, -1),
        lambda: h.legendre(0, 1),
        lambda: h.legendre_values(2, -1, arb(0)),
        lambda: h.project(p, 3),
        lambda: h.sphere_integral(p, 1),
        lambda: h.ring(0),
        lambda: h.orthogonal_basis(2, -1),
    ):
        with pytest.raises(HypothesisError):
            call()
