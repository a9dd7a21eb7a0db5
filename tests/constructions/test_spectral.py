"""Spectral planning and building: token counts, predictions, values against an oracle, what is said when it fails."""

import math

import mpmath
import numpy as np
import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from constructions import polynomials, predict, spectral
from constructions.nodes import product_gauss
from constructions.plan import Shortfall
from constructions.predict import Outlook, float_product_gauss, largest_lam, log_eigenvalues, smallest_lam
from constructions.spectral import SpectralPlan, largest_exactness, plan, truncations
from theory.balls import ball, exact, precision
from theory.harmonics import components_sup_bound, ring
from theory.kernels import eigenvalue
from theory.targets import Target

CUBIC = "x0*x1 + x2**3"


def planned(
    text: str, m: int, eps: str, max_value: str = "1000", max_tokens: int = 200_000
) -> SpectralPlan | Shortfall:
    return plan(Target.from_expression(text, m), exact(eps), max_value=exact(max_value), max_tokens=max_tokens)


# --- tokens ---------------------------------------------------------------------------------------------------------

TOKENS = [
    # target, m, eps, max_value, tokens at most
    (CUBIC, 2, "1e-6", "1000", 32),
    (CUBIC, 2, "1e-6", "100", 48),
    (CUBIC, 2, "1e-6", "1e4", 32),
    (CUBIC, 2, "1e-6", "1e7", 24),
    (CUBIC, 2, "1e-20", "1e6", 72),
    (CUBIC, 2, "1e-200", "1e3", 4500),
    ("x0", 63, "1e-3", "1e4", 128),
    ("x0", 63, "1e-3", "1e5", 65),
    ("x0", 120, "1e-3", "1e5", 122),
    ("x0*x1", 7, "1e-2", "1e6", 80),
    ("x0**5", 1, "1e-200", "1000", 110),
    ("[x0, x1*x2]", 2, "1e-5", "1000", 24),
    ("x0**8", 3, "1e-3", "1000", 600),
    ("exp(x0)", 2, "1e-6", "1000", 72),
    ("x0 + 1e-9*x1**12", 2, "1e-6", "1000", 6),
    ("3", 2, "1e-9", "10", 1),
    ("0", 2, "1e-9", "10", 1),
    ("x0", 2, "2", "1", 1),
]


@pytest.mark.parametrize(("text", "m", "eps", "max_value", "tokens"), TOKENS)
def test_tokens_and_limits(text: str, m: int, eps: str, max_value: str, tokens: int) -> None:
    found = planned(text, m, eps, max_value)
    assert isinstance(found, SpectralPlan)
    assert found.tokens <= tokens
    assert found.log_value <= polynomials.log_fmpq(exact(max_value))
    room = ball(exact(eps)) - found.truncation.error
    assert found.log_error <= float(room.log()) + math.log(0.91)
    assert found.rule.exact_to >= 2 * found.truncation.degree


def test_lam_is_the_largest_that_fits() -> None:
    """The values are as small as the error allows: a lam one percent larger would not do."""
    found = planned(CUBIC, 2, "1e-6")
    assert isinstance(found, SpectralPlan)
    outlook = spectral._outlook(found.target, found.truncation, found.rule)
    assert outlook.at(1.01 * float(ball(found.lam)))[0] > math.log(0.9e-6)
    assert len(str(found.lam.p)) <= 3 or found.lam.q == 1  # three digits


def test_a_smaller_value_limit_never_needs_fewer_tokens() -> None:
    tokens = [planned(CUBIC, 2, "1e-6", limit).tokens for limit in ("1e8", "1e4", "100", "10", "2", "1.2")]  # type: ignore[union-attr]
    assert tokens == sorted(tokens)
    assert tokens[0] < tokens[-1]


# --- what is missing ------------------------------------------------------------------------------------------------


def test_too_small_values_are_named() -> None:
    found = planned(CUBIC, 2, "1e-6", "0.3")
    assert isinstance(found, Shortfall)
    assert (found.limit, found.attempt()) == ("--max-value", None)
    found = planned(CUBIC, 2, "1e-6", "100", max_tokens=40)
    assert isinstance(found, Shortfall)
    assert found.limit == "--max-value"
    assert "at least 43" in found.message  # the 32 tokens of the default limit
    attempt = found.attempt()
    assert isinstance(attempt, SpectralPlan)
    assert attempt.tokens <= 40
    assert attempt.log_error > math.log(1e-6)


def test_too_few_tokens_are_named() -> None:
    found = planned(CUBIC, 2, "1e-6", "1e9", max_tokens=20)
    assert isinstance(found, Shortfall)
    assert found.limit == "--max-tokens"
    assert "at least 24 points" in found.message


def test_targets_without_a_polynomial_model() -> None:
    found = planned("abs(x0)", 2, "1e-3")
    assert isinstance(found, Shortfall)
    assert found.limit == "--eps"


# --- values ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "m", "eps"), [(CUBIC, 2, "1e-6"), ("[x0, x1*x2]", 2, "1e-20"), ("x0*x1", 1, "1e-9"), ("x0*x3", 3, "1e-4")]
)
def test_values_are_the_components_divided_by_bessel_ratios(text: str, m: int, eps: str) -> None:
    found = planned(text, m, eps, "1e8")
    assert isinstance(found, SpectralPlan)
    built = found.build(2)
    nu = mpmath.mpf(m - 1) / 2
    with mpmath.workdps(40):
        lam = mpmath.mpf(int(found.lam.p)) / int(found.lam.q)
        ratio = {k: mpmath.besseli(nu + k, lam) / mpmath.besseli(nu, lam) for k in found.truncation.components}
    for key, value in zip(built.prefix.keys[:7], built.prefix.values[:7], strict=True):
        with precision(200):
            for c, v in enumerate(value):
                expected = arb(0)
                for k, f in found.truncation.components.items():
                    with mpmath.workdps(40):
                        a = mpmath.nstr(ratio[k], 36)
                    expected += polynomials.sphere_values([f[c]], [key])[0][0] / arb(f"{a} +/- 1e-30")
                assert abs(v - expected) < 1e-20 * (1 + abs(v))
                assert v.rad() < arb(2) ** -106  # accurate enough for two components


def test_values_average_to_the_norm_of_g() -> None:
    """sum om_i |v_i|^2 = sum_k |f_k|_2^2/a_k^2 by exactness."""
    found = planned(CUBIC, 2, "1e-6")
    assert isinstance(found, SpectralPlan)
    outlook = spectral._outlook(found.target, found.truncation, found.rule)
    lam = float(ball(found.lam))
    gains = np.exp(log_eigenvalues(2, 3, lam)[0] - log_eigenvalues(2, 3, lam))
    values = np.einsum("j,ijc->ic", gains[outlook.degrees], outlook.values)
    mean = outlook.weights @ (values**2).sum(axis=1) * math.exp(2 * outlook.log_scale)
    norms = {1: 3 / 25, 2: 1 / 15, 3: 4 / 175}  # (3/5 x2)^2, (x0 x1)^2, (2/5 P_3)^2 = 4/25/7
    assert math.isclose(mean, sum(norms[k] * gains[k] ** 2 for k in norms), rel_tol=1e-9)


# --- predictions ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("m", [1, 2, 3, 10, 63])
@pytest.mark.parametrize("lam", ["1e-30", "0.01", "3", "60"])
def test_float_eigenvalues_against_balls(m: int, lam: str) -> None:
    found = log_eigenvalues(m, 12, float(lam))
    with precision(200):
        for k in (0, 1, 5, 12):
            assert math.isclose(found[k], float(eigenvalue(m, k, exact(lam)).log()), rel_tol=1e-11, abs_tol=1e-11)


@pytest.mark.parametrize(("m", "D"), [(1, 5), (2, 0), (2, 8), (3, 7), (4, 4)])
def test_float_rules_are_the_rules(m: int, D: int) -> None:
    points, weights = float_product_gauss(m, D)
    nodes = product_gauss(m, D)
    assert np.abs(points - np.array([[float(c) for c in p] for p in nodes.points])).max() < 1e-14
    assert np.abs(weights - np.array([float(w) for w in nodes.weight_list()])).max() < 1e-14


@settings(max_examples=25, deadline=None)
@given(st.floats(-60, 5), st.booleans())
def test_largest_and_smallest_lam_are_boundaries(log_budget: float, gram: bool) -> None:
    target = Target.from_expression(CUBIC, 2)
    points, weights = float_product_gauss(2, 9)
    outlook = Outlook(2, points, weights, 9, target.components, gram=gram)
    found = largest_lam(outlook, log_budget)
    assert found is not None
    assert outlook.at(found)[0] <= log_budget
    assert found > 15 or outlook.at(found * 1.01)[0] > log_budget
    least = smallest_lam(outlook, 10 - log_budget)
    assert least is not None
    assert outlook.at(least)[1] <= 10 - log_budget < outlook.at(least / 1.01)[1]


def test_bounds_replace_evaluation_for_many_points(monkeypatch: pytest.MonkeyPatch) -> None:
    target = Target.from_expression(CUBIC, 2)
    points, weights = float_product_gauss(2, 12)
    evaluated = Outlook(2, points, weights, 12, target.components, gram=False)
    monkeypatch.setattr(predict, "_MOST_EVALUATIONS", 0)
    bounded = Outlook(2, points, weights, 12, target.components, gram=False)
    assert evaluated.values is not None
    assert bounded.values is None
    for lam in (1e-30, 0.3, 5.0):
        for sharp, safe in zip(evaluated.at(lam), bounded.at(lam), strict=True):
            assert sharp <= safe + 1e-9 <= sharp + math.log(4)


def test_no_lam_is_small_enough_below_twice_the_degree() -> None:
    """Exactness D < 2n leaves an error that does not vanish with lam: largest_lam must say so."""
    target = Target.from_expression("x0**2", 2)
    points, weights = float_product_gauss(2, 3)
    assert largest_lam(Outlook(2, points, weights, 3, target.components, gram=True), math.log(1e-3)) is None


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 12), st.integers(1, 10**6))
def test_largest_exactness(m: int, tokens: int) -> None:
    from constructions.nodes import product_gauss_size

    D = largest_exactness(m, tokens)
    assert product_gauss_size(m, D) <= tokens or D == 0
    assert product_gauss_size(m, D + 1) > tokens


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 70))
def test_first_is_the_first(low: int, length: int, threshold: int) -> None:
    asked = []

    def fits(D: int) -> int | None:
        asked.append(D)
        return D if threshold <= D else None

    high = low + length
    expected = max(low, threshold) if threshold <= high else None
    assert spectral._first(low, high, fits) == expected  # type: ignore[arg-type, comparison-overlap]
    assert len(asked) <= 2 * max(length, 1).bit_length() + 4
    assert all(low <= D <= high for D in asked)


@given(st.floats(1e-280, 1e6))
def test_rounded_lam_has_three_digits_and_is_not_larger(value: float) -> None:
    rounded = spectral._rounded(value)
    assert exact(value) * fmpq(99, 100) <= rounded <= exact(value) * (1 + fmpq(1, 10**12))


# --- truncation -----------------------------------------------------------------------------------------------------


def test_truncations_of_a_polynomial_cut_small_components() -> None:
    target = Target.from_expression("x0 + 1e-9*x1**12", 2)
    cuts = list(truncations(target, exact("1e-6"), 50))
    assert [cut.degree for cut in cuts][:2] == [1, 2]
    assert cuts[-1].degree == 12
    assert cuts[-1].error == 0
    for cut in cuts[:-1]:
        rest = {k: f for k, f in target.components.items() if k > cut.degree}
        assert cut.error >= components_sup_bound(rest, 2).lower()
        assert cut.error < exact("1e-6")


def test_truncations_of_an_analytic_target() -> None:
    cuts = list(truncations(Target.from_expression("exp(x0)", 2), exact("1e-6"), 50))
    assert all(cut.taylor_order > 0 and 0 < cut.error < exact("1e-6") for cut in cuts)
    assert list(truncations(Target.from_expression("abs(x0)", 2), exact("1e-6"), 50)) == []


# --- polynomials at points ------------------------------------------------------------------------------------------


def on_sphere(m: int, seed: int) -> list[fmpq]:
    """A rational point of S^m (inverse stereographic projection)."""
    t = [fmpq(int(c), 7) for c in np.random.default_rng(seed).integers(-9, 10, m)]
    square = sum((c * c for c in t), fmpq(0))
    return [2 * c / (1 + square) for c in t] + [(1 - square) / (1 + square)]


def test_polynomial_values_agree_with_exact_evaluation() -> None:
    x = ring(3).gens()
    polys = [x[0] ** 3 * x[1] - x[2] / 7, ring(3).constant(0), ring(3).constant(fmpq(2, 3)), x[2] ** 5]
    polys += [f[0] for f in Target.from_expression("x0**9*x1 + (x2 - x1)**12", 2).components.values()]
    points = [on_sphere(2, seed) for seed in range(4)]
    with precision(200):
        found = polynomials.sphere_values(polys, [[arb(c) for c in p] for p in points])
    for i, p in enumerate(points):
        for j, f in enumerate(polys):
            value = f(*p)
            with precision(200):
                assert abs(found[i][j] - value) < 1e-40


@pytest.mark.parametrize("axis", [0, 2, 3])
def test_functions_of_one_coordinate_become_polynomials_in_it(axis: int) -> None:
    target = Target.from_expression(f"x{axis}**12 + x{axis}", 3)
    reduced = polynomials.sphere_reduced([f[0] for f in target.components.values()])
    assert all(sum(map(int, monomial)) == monomial[axis] for p in reduced for monomial in p.monoms())
    p = on_sphere(3, 5)
    assert [f(*p) for f in reduced] == [f[0](*p) for f in target.components.values()]


def test_no_polynomials_and_no_monomials() -> None:
    points = [[arb(1), arb(0)]] * 3
    assert polynomials.sphere_values([], points) == [[], [], []]
    assert polynomials.sphere_values([ring(2).constant(0)], points) == [[0], [0], [0]]
