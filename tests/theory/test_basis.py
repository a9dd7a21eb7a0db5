"""Laws of the orthonormal basis: norms, harmonicity, the addition theorem, projection (theory A3, A10, A12).

Each exact check refutes a basis with a wrong norm, a wrong sign, a function dropped or taken twice.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import Any

import pytest
from flint import arb, fmpq, fmpq_mpoly

from theory import basis
from theory import harmonics as h
from theory.basis import Harmonic, orthonormal_basis
from theory.errors import HypothesisError, InputError

SMALL = ((1, 0), (1, 1), (1, 5), (2, 0), (2, 1), (2, 4), (3, 3), (4, 2), (5, 1), (6, 2))


def rational_point(m: int, seed: int) -> list[fmpq]:
    """A point of S^m with rational coordinates, by stereographic projection."""
    rng = random.Random(seed)
    u = [fmpq(rng.randint(-9, 9), rng.randint(1, 9)) for _ in range(m)]
    square = sum((c * c for c in u), fmpq(0))
    return [2 * c / (square + 1) for c in u] + [(square - 1) / (square + 1)]


def inner(x: Sequence[Any], y: Sequence[Any]) -> Any:
    return sum((a * b for a, b in zip(x, y, strict=True)), 0 * x[0])


def two_points(m: int) -> tuple[list[fmpq_mpoly], list[fmpq_mpoly]]:
    """x and y in R^{m+1} as 2(m+1) variables."""
    variables = list(h.ring(2 * m + 2).gens())
    return variables[: m + 1], variables[m + 1 :]


def right_side(k: int, x: Sequence[Any], y: Sequence[Any]) -> Any:
    """Z(m,k) P_k(<x,y>), homogenised."""
    m = len(x) - 1
    return h.dimension(m, k) * basis.zonal(m, k, x[0] ** 0, inner(x, y), inner(x, x) * inner(y, y))


def summed(functions: Iterable[Harmonic], x: Sequence[Any], y: Sequence[Any]) -> Any:
    """sum_j Y_j(x) Y_j(y), function by function."""
    return sum((Y.square * (Y.part(x) * Y.part(y)) for Y in functions), 0 * x[0])


def mutants(functions: list[Harmonic]) -> Iterator[list[Harmonic]]:
    last = functions[-1]
    yield functions[:-1]
    yield [*functions[1:], last]
    yield [*functions, last]
    yield [*functions[:-1], last._replace(square=2 * last.square)]
    yield [*functions[:-1], last._replace(square=-last.square)]
    yield [*functions[:-1], last._replace(square=last.square * fmpq(10**9 + 1, 10**9))]


# --- the basis -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("m", "k"), SMALL)
def test_basis_by_full_expansion(m: int, k: int) -> None:
    """Orthonormal, harmonic, of degree k, Z(m,k) of them: decided on the expanded polynomials."""
    functions = list(orthonormal_basis(m, k))
    polynomials = [Y.polynomial() for Y in functions]
    assert len(functions) == h.dimension(m, k)
    assert polynomials == h.orthogonal_basis(m, k)  # built in another way, with other products
    for Y, p in zip(functions, polynomials, strict=True):
        assert Y.square * h.sphere_integral(p * p, m) == 1
        assert h.is_harmonic(p)
        assert {sum(int(a) for a in powers) for powers in p.monoms()} == {k}
    for p, q in combinations(polynomials, 2):
        assert h.sphere_integral(p * q, m) == 0
    assert basis.is_orthonormal(functions, m, k)


@pytest.mark.parametrize(("m", "k"), [(m, k) for m, k in SMALL if k])
def test_a_wrong_basis_is_refuted(m: int, k: int) -> None:
    x, y = rational_point(m, 1), rational_point(m, 2)
    right = right_side(k, x, y)
    assert summed(orthonormal_basis(m, k), x, y) == right
    for wrong in mutants(list(orthonormal_basis(m, k))):
        assert not basis.is_orthonormal(wrong, m, k)
        assert summed(wrong, x, y) != right


def test_foreign_functions_are_refuted() -> None:
    functions = list(orthonormal_basis(2, 2))
    for degrees, sine in (((0, 2), True), ((2, 1), False), ((-1, 2), False), ((1, 3), False), ((1, 1, 2), False)):
        assert not basis.is_orthonormal([*functions[1:], Harmonic(degrees, sine, fmpq(5))], 2, 2)
    assert not basis.is_orthonormal(orthonormal_basis(3, 2), 2, 2)


def test_high_dimension() -> None:
    """168,245 functions of degree 6 in R^20, each norm exact."""
    functions = list(orthonormal_basis(19, 6))
    assert len(functions) == h.dimension(19, 6) == 168_245
    assert basis.is_orthonormal(functions, 19, 6)
    assert all(g.is_zero() for g in basis.harmonic_differences(19, 6))
    assert all(g.is_zero() for g in basis.addition_differences(19, 6))


def test_factors_are_harmonic_only_with_their_own_dimension(monkeypatch: pytest.MonkeyPatch) -> None:
    for j, n, l in ((2, 3, 1), (5, 2, 4), (7, 6, 0)):
        assert basis.laplacian_of_factor(j, n, l).is_zero()
    right = basis.zonal
    monkeypatch.setattr(basis, "zonal", lambda m, k, one, t, square: right(m + 1, k, one, t, square))
    assert not basis.laplacian_of_factor(2, 3, 1).is_zero()
    assert any(not g.is_zero() for g in basis.harmonic_differences(2, 2))


def test_the_laplacian_of_a_factor_is_what_it_says() -> None:
    """Delta(G h) = g h by full expansion, for a G that is not harmonic."""
    context = h.ring(3)
    x = context.gens()
    right = basis.zonal
    G = right(3, 2, x[0] ** 0, x[2], h.radius_squared(3))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(basis, "zonal", lambda m, k, one, t, square: right(3, 2, one, t, square))
        g = basis.laplacian_of_factor(2, 2, 1)
    assert not g.is_zero()
    assert h.laplacian(G * x[0]) == g.compose(x[2], h.radius_squared(3), ctx=context) * x[0]


# --- the addition theorem ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("m", "k"), SMALL)
def test_addition_theorem_by_full_expansion(m: int, k: int) -> None:
    """The difference is the zero polynomial in 2(m+1) variables, summed function by function and by recursion."""
    x, y = two_points(m)
    assert (summed(orthonormal_basis(m, k), x, y) - right_side(k, x, y)).is_zero()
    assert (basis.kernel(k, x, y) - right_side(k, x, y)).is_zero()


@pytest.mark.parametrize(("m", "k"), [(1, 9), (2, 12), (7, 5), (19, 6), (40, 3)])
def test_addition_theorem_by_recursion_over_the_dimension(m: int, k: int) -> None:
    differences = list(basis.addition_differences(m, k))
    assert len(differences) == m * (k + 1)
    assert all(g.is_zero() for g in differences)


@pytest.mark.parametrize(("m", "k"), [(1, 40), (2, 30), (19, 6), (63, 8), (499, 3)])
def test_addition_theorem_at_rational_points(m: int, k: int) -> None:
    x, y = rational_point(m, 3), rational_point(m, 4)
    assert inner(x, x) == inner(y, y) == 1
    assert basis.kernel(k, x, y) == h.dimension(m, k) * h.legendre(m, k)(inner(x, y))
    assert basis.kernel(k, x, x) == h.dimension(m, k)


@pytest.mark.parametrize(("m", "k"), [(2, 7), (9, 3), (19, 2)])
def test_the_recursion_sums_the_basis(m: int, k: int) -> None:
    x, y = rational_point(m, 5), [2 * c for c in rational_point(m, 6)]
    assert basis.kernel(k, x, y) == summed(orthonormal_basis(m, k), x, y) == right_side(k, x, y)


def test_a_wrong_weight_or_sign_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    right_weight, right_sequence = basis.weight, h.legendre_sequence

    def refuted(m: int, k: int) -> bool:
        x, y = rational_point(m, 1), rational_point(m, 2)
        wrong_sum = bool(basis.kernel(k, x, y) != h.dimension(m, k) * h.legendre(m, k)(inner(x, y)))
        return wrong_sum and any(not g.is_zero() for g in basis.addition_differences(m, k))

    assert not refuted(3, 3)
    with monkeypatch.context() as patch:
        patch.setattr(basis, "weight", lambda j, n, l: right_weight(j, n, l) + (j == 3 and n == 1 and l == 2))
        assert refuted(3, 3)
        assert not basis.is_orthonormal(orthonormal_basis(3, 3), 3, 3)
    with monkeypatch.context() as patch:
        patch.setattr(basis, "legendre_sequence", lambda m, one, t, w: right_sequence(m, one, t, -w))
        assert refuted(3, 3)
        assert any(not g.is_zero() for g in basis.harmonic_differences(3, 3))
    with monkeypatch.context() as patch:
        patch.setattr(basis, "dimension", lambda m, k: h.dimension(m, k) + (k == 2))
        assert any(not g.is_zero() for g in basis.addition_differences(3, 3))
        assert not basis.is_orthonormal(orthonormal_basis(3, 2), 3, 2)


# --- values --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("m", "k"), [(1, 6), (2, 5), (4, 3), (9, 2)])
def test_values(m: int, k: int) -> None:
    """All values at once, one by one, and their squares sum to Z(m,k)."""
    for seed in range(3):
        x = [arb(c) for c in rational_point(m, seed)]
        found = basis.values(k, x)
        for Y, value in zip(orthonormal_basis(m, k), found, strict=True):
            assert value.overlaps(Y(x))
            assert value.overlaps((Y.square + arb(0)).sqrt() * arb(Y.part(rational_point(m, seed))))
        total = sum((value * value for value in found), arb(0))
        assert total.contains(h.dimension(m, k))
        assert total.rad() < 1e-10


def test_values_at_a_pole_and_in_high_degree() -> None:
    """At a pole only the zonal function, the first, is not zero; it is sqrt(Z(m,k))."""
    for m, k in ((2, 40), (7, 9), (30, 3)):
        first, *rest = basis.values(k, [arb(0)] * m + [arb(1)])
        assert (first * first).overlaps(arb(h.dimension(m, k)))
        assert all(value.is_zero() for value in rest)
    found = basis.values(200, [arb(c) for c in rational_point(2, 8)])
    assert sum((value * value for value in found), arb(0)).contains(401)
    assert max(float(value.rad()) for value in found) < 1e-10


@pytest.mark.parametrize(("m", "k"), [(1, 3), (2, 6), (5, 2)])
def test_values_of_wide_balls_enclose_and_stay_sharp(m: int, k: int) -> None:
    centre, radius = rational_point(m, 9), fmpq(1, 1000)
    found = basis.values(k, [arb(c, arb(radius)) for c in centre])
    bound = k * (m + 1) * fmpq(101, 100) * radius * arb(h.dimension(m, k)).sqrt()
    rng = random.Random(3)
    for _ in range(20):
        inside = [c + radius * rng.randint(-100, 100) / 100 for c in centre]
        for Y, value in zip(orthonormal_basis(m, k), found, strict=True):
            assert value.overlaps(Y([arb(c) for c in inside]))
            assert value.rad() < bound


def test_the_slope_that_values_rest_on() -> None:
    """sum_j <grad Y_j, u>^2 = Z(m,k) (a^2 k(k+m-1)/m + b^2 k^2) for u = a tangent + b x, exactly; <= k^2 Z |u|^2."""
    for m, k in ((1, 4), (2, 3), (4, 2)):
        x = rational_point(m, 2)
        u = rational_point(m, 11)
        along = inner(u, x)
        total = fmpq(0)
        for Y in orthonormal_basis(m, k):
            p = Y.polynomial()
            slope = sum((c * p.derivative(i)(*x) for i, c in enumerate(u)), fmpq(0))
            total += Y.square * slope * slope
        tangential = 1 - along * along
        assert total == h.dimension(m, k) * (tangential * fmpq(k * (k + m - 1), m) + along * along * k * k)
        assert total <= h.dimension(m, k) * k * k


# --- projection ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("m", [1, 2, 3, 5])
def test_projection_through_the_basis(m: int) -> None:
    x = h.ring(m + 1).gens()
    p = (x[0] - 2 * x[1] + x[m] / 3) ** 3 + x[0] * x[m] - 5
    parts = h.project(p, m)
    for k in range(5):
        terms = basis.expansion(p, m, k)
        part = sum((a * Y.polynomial() for Y, a in terms.items()), h.ring(m + 1).constant(0))
        assert part == parts.get(k, 0)
        square = sum((a * a / Y.square for Y, a in terms.items()), fmpq(0))
        assert square == h.norm_squared([part], m)
        wrong = sum((a * Y.polynomial() for Y, a in islice(terms.items(), 1, None)), h.ring(m + 1).constant(0))
        assert not terms or wrong != parts[k]


# --- refusals ------------------------------------------------------------------------------------------------------


def test_hypotheses() -> None:
    one = [arb(1)]
    for call in (
        lambda: orthonormal_basis(0, 1),
        lambda: orthonormal_basis(2, -1),
        lambda: basis.values(1, one),
        lambda: basis.values(-1, one * 3),
        lambda: basis.kernel(1, one * 3, one * 2),
        lambda: basis.is_orthonormal([], 0, 0),
        lambda: basis.addition_differences(0, 1).__next__(),
        lambda: basis.harmonic_differences(1, -1),
        lambda: next(orthonormal_basis(2, 1)).part(one * 2),
    ):
        with pytest.raises(HypothesisError):
            call()


def test_out_of_reach() -> None:
    with pytest.raises(InputError, match="H_12 on S\\^19 has 121090515 basis functions"):
        basis.values(12, [arb(0)] * 20)
    Y = next(orthonormal_basis(40, 12))
    with pytest.raises(InputError, match="up to 206379406870 terms"):
        Y.polynomial()
    assert Y.part([fmpq(0)] * 40 + [fmpq(1)]) == 1  # still factored, hence still there
