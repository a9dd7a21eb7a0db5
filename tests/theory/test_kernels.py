"""Laws of the exponential kernel: eigenvalues, ratios, tails, Bessel bounds (theory A4-A9)."""

from __future__ import annotations

import math
import random

import pytest
from flint import arb, ctx, fmpq

from theory import kernels
from theory.balls import precision, upper
from theory.errors import HypothesisError, InputError
from theory.harmonics import dimension, dimensions, legendre_values

SPHERES = (1, 2, 3, 8, 63, 512)
LAMBDAS = (fmpq(1, 10**6), fmpq(1, 4), fmpq(5), fmpq(300), fmpq(10**4, 3), fmpq(10**8))
SMALL = (fmpq(1, 10**6), fmpq(1, 4), fmpq(2), fmpq(20))


def series_eigenvalue(m: int, k: int, lam: fmpq) -> arb:
    """int e^{lam t} P_k(t) dmu, term by term: the moments of the Gegenbauer weight, at high precision (theory A4)."""
    with precision(400):
        total, j = arb(0), 0
        term = (arb(lam) / 2) ** k / (arb(m + 1) / 2).rising(k)
        while j < 40 or term > total * arb(2) ** -400:
            total += term
            j += 1
            term = term * arb(lam) ** 2 / 4 / (j * (arb(m - 1) / 2 + k + j))
        return total.union(total + 2 * term)


# --- A5, A6, A8 ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("m", SPHERES)
@pytest.mark.parametrize("lam", SMALL, ids=str)
def test_eigenvalues_enclose_the_series(m: int, lam: fmpq) -> None:
    values, quotients, coefficients = (
        f(m, 12, lam) for f in (kernels.eigenvalues, kernels.ratios, kernels.coefficients)
    )
    top = series_eigenvalue(m, 0, lam)
    for k in range(13):
        reference = series_eigenvalue(m, k, lam)
        for value in (values[k], kernels.eigenvalue(m, k, lam)):
            assert value.overlaps(reference)
        for value in (quotients[k], kernels.ratio(m, k, lam)):
            assert value.overlaps(reference / top)
        for value in (coefficients[k], kernels.coefficient(m, k, lam)):
            assert value.overlaps(reference * dimension(m, k))


@pytest.mark.parametrize("m", SPHERES)
@pytest.mark.parametrize("lam", LAMBDAS, ids=str)
def test_everything_is_accurate_to_the_precision(m: int, lam: fmpq) -> None:
    for bits in (53, 200):
        with precision(bits):
            for k in (0, 1, 40, 400):
                values = [kernels.eigenvalue(m, k, lam), kernels.coefficient(m, k, lam), kernels.tail(m, k, lam)]
                values += [kernels.eigenvalues(m, k, lam)[j] for j in (0, k)]
                if k:
                    values.append(kernels.ratio(m, k, lam))
                assert all(value.rel_accuracy_bits() >= bits - 4 for value in values)
                assert all(value > 0 for value in values)


@pytest.mark.parametrize("lam", LAMBDAS, ids=str)
def test_list_and_single_values_agree(lam: fmpq) -> None:
    for m in (1, 2, 63):
        listed = kernels.eigenvalues(m, 60, lam)
        for k in (0, 1, 17, 60):
            assert listed[k].overlaps(kernels.eigenvalue(m, k, lam))
            assert kernels.ratios(m, 60, lam)[k].overlaps(kernels.ratio(m, k, lam))


def test_closed_forms() -> None:
    """S^2: sinh(lam)/lam and coth(lam) - 1/lam; S^1: I_k(lam); lam = 0: the constant function."""
    for lam in (fmpq(1, 1000), fmpq(3, 2), fmpq(50)):
        x = arb(lam)
        assert kernels.eigenvalue(2, 0, lam).overlaps(x.sinh() / x)
        assert kernels.ratio(2, 1, lam).overlaps(x.coth() - 1 / x)
        assert all(kernels.eigenvalue(1, k, lam).overlaps(x.bessel_i(k)) for k in range(6))
    for m in SPHERES:
        assert kernels.eigenvalues(m, 3, 0) == [1, 0, 0, 0]
        assert kernels.eigenvalue(m, 2, 0) == kernels.ratio(m, 2, 0) == kernels.tail(m, 0, 0) == 0


@pytest.mark.parametrize("m", [1, 2, 3, 20])
def test_the_expansion_of_the_exponential(m: int) -> None:
    """e^{lam t} = sum_{k<=K} A_k P_k(t) with an error of at most tau_K, attained at t = 1 (theory A6, A7)."""
    for lam in (fmpq(1, 4), fmpq(7)):
        for K in (0, 3, 12):
            tail = kernels.tail(m, K, lam)
            for t in (fmpq(-1), fmpq(-2, 7), fmpq(9, 10), fmpq(1)):
                with precision(200):
                    values = legendre_values(m, K, arb(t))
                    partial = sum((a * p for a, p in zip(kernels.coefficients(m, K, lam), values, strict=True)), arb(0))
                    error = (arb(lam) * t).exp() - partial
                assert abs(error) <= tail.upper()
                assert t != 1 or error.overlaps(tail)


@pytest.mark.parametrize("m", [1, 2, 3, 63])
def test_ratios_are_monotone(m: int) -> None:
    """a_k lies in (0, 1), decreases in k and increases in lam (theory A8)."""
    for lam, more in ((fmpq(1, 100), fmpq(1, 10)), (fmpq(1), fmpq(3, 2)), (fmpq(100), fmpq(1000))):
        now, then = kernels.ratios(m, 20, lam), kernels.ratios(m, 20, more)
        assert now[0].contains(1)
        assert all(0 < now[k] < then[k] < 1 for k in range(1, 21))
        assert all(now[k + 1] < now[k] for k in range(1, 20))


def test_wide_balls_are_enclosed_without_explosion() -> None:
    """I_2/I_1 on 5 +- .5 is [.6914, .7428]; FLINT's own quotient of balls says nothing."""
    lam = arb(5, 0.5)
    value = kernels.ratio(3, 1, lam)
    assert 0.6914 < value < 0.7429
    assert not (lam.bessel_i(2) / lam.bessel_i(1)).rad() < 1
    rng = random.Random(1)
    for function in (kernels.eigenvalue, kernels.ratio, kernels.coefficient, kernels.tail):
        for m in (1, 2, 9):
            for k in (0, 1, 7):
                wide = function(m, k, lam)
                for _ in range(5):
                    inside = fmpq(rng.randint(46, 54), 10)
                    assert wide.overlaps(function(m, k, inside))
                assert wide.contains(function(m, k, fmpq(5)))
    for listed in (kernels.eigenvalues, kernels.ratios, kernels.coefficients):
        assert all(wide.contains(value) for wide, value in zip(listed(2, 5, lam), listed(2, 5, 5), strict=True))


# --- A9 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mu", [fmpq(1, 2), fmpq(3, 4), fmpq(1), fmpq(5, 2), fmpq(40), fmpq(500)], ids=str)
def test_bessel_ratio_bounds(mu: fmpq) -> None:
    for x in (fmpq(1, 1000), fmpq(1, 3), fmpq(2), fmpq(30), fmpq(5000)):
        with precision(300):
            value = arb(x).bessel_i(arb(mu), scaled=True) / arb(x).bessel_i(arb(mu) - 1, scaled=True)
        low, high = kernels.bessel_ratio_bounds(mu, x)
        assert low.lower() < value
        assert value.lower() <= high.upper()
        assert mu == fmpq(1, 2) or value < high.upper()


def test_bessel_upper_bound_fails_below_one_half() -> None:
    """The hypothesis mu >= 1/2 is needed: at mu = 1/4, x = 2 the formula is too small."""
    mu, x = arb(fmpq(1, 4)), arb(2)
    shift = mu - fmpq(1, 2)
    assert x.bessel_i(mu) / x.bessel_i(mu - 1) > x / (shift + (shift**2 + x**2).sqrt())
    with pytest.raises(HypothesisError, match="mu >= 1/2"):
        kernels.bessel_ratio_bounds(fmpq(1, 4), 2)


def naive_defect(m: int, lam: fmpq) -> arb:
    """The handy and false 1 - a_1 <= m/(2 lam)."""
    return arb(m) / (2 * arb(lam))


def defect_factor(lam: fmpq) -> arb:
    """By how much the naive form is too small on the circle."""
    return (1 - kernels.ratio(1, 1, lam)) / naive_defect(1, lam)


def test_defect_bound_and_its_naive_twin() -> None:
    for m in SPHERES:
        for lam in LAMBDAS:
            with precision(200):
                a = kernels.ratios(m, 10, lam)
                assert all(1 - a[k] <= kernels.defect_bound(m, k, lam) for k in range(1, 11))
                assert all(1 - a[k] <= fmpq(k * (k + m - 1), m) * (1 - a[1]) for k in range(2, 11))
    lam = fmpq(2)
    defect = 1 - kernels.ratio(1, 1, lam)
    assert defect > naive_defect(1, lam)
    assert abs(defect - arb("0.3022")) < arb("1e-4")
    assert kernels.defect_bound(1, 1, lam) >= defect
    assert all(1 - kernels.ratio(2, 1, x) <= naive_defect(2, x) for x in (fmpq(1, 10), fmpq(2), fmpq(8)))
    factors = {fmpq(j, 1000): defect_factor(fmpq(j, 1000)) for j in range(1600, 1800, 2)}
    assert max(factors, key=lambda lam: float(factors[lam])) == fmpq(1702, 1000)
    assert arb("1.2177") < factors[fmpq(1702, 1000)] < arb("1.2178")


# --- A7 ------------------------------------------------------------------------------------------------------------


def exact_tail(m: int, K: int, lam: fmpq) -> arb:
    """tau_K by adding 400 terms of the series at high precision, with the remainder bounded by A7."""
    with precision(500):
        last = K + 400
        terms = [z * a for z, a in zip(dimensions(m, last), kernels.eigenvalues(m, last, lam), strict=True)]
        q = kernels.tail_ratio(m, last - 1, lam)
        assert q < fmpq(1, 2)
        total = sum(terms[K + 1 : last], arb(0))
        return total.union(total + 2 * terms[last])


@pytest.mark.parametrize("m", [1, 2, 3, 8, 63])
@pytest.mark.parametrize("lam", [*SMALL, fmpq(150)], ids=str)
def test_tail_is_sharp_and_never_wrong(m: int, lam: fmpq) -> None:
    for K in (0, 1, 2, 9, 30, 100):
        exact = exact_tail(m, K, lam)
        tail = kernels.tail(m, K, lam)
        assert tail.overlaps(exact)
        assert tail.rel_accuracy_bits() >= ctx.prec - 4
        assert tail <= arb(lam).exp().upper()
        assert (tail - kernels.tail(m, K + 1, lam)).overlaps(kernels.coefficient(m, K + 1, lam))
        first = kernels.coefficient(m, K + 1, lam)
        assert tail.upper() >= first.lower()
        q = kernels.tail_ratio(m, K, lam)
        assert kernels.coefficient(m, K + 2, lam).lower() <= (q * first).upper()
        if q < 1:
            chain = [tail.lower(), (first / (1 - q)).upper(), kernels.tail_closed_form(m, K, lam).upper()]
            assert chain[0] <= chain[1]
            assert chain[1] <= chain[2] * (1 + arb(2) ** (8 - ctx.prec))
        else:
            with pytest.raises(HypothesisError, match="raise K"):
                kernels.tail_closed_form(m, K, lam)


def test_sharpened_tails_are_refuted() -> None:
    """Dropping the geometric factor, or one degree too many in q_K, gives false bounds that the sums refute."""
    m, K, lam = 2, 3, fmpq(2)
    exact, first = exact_tail(m, K, lam), kernels.coefficient(m, K + 1, lam)
    assert exact > first
    q = arb(lam) * fmpq(K + m, (K + 3) * (2 * K + m + 3))
    assert kernels.coefficient(m, K + 2, lam) > q * first


def test_sharp_tail_ratio_is_a_bound_for_all_later_terms() -> None:
    for m in SPHERES:
        for lam in LAMBDAS:
            a = [kernels.coefficient(m, k, lam) for k in range(1, 40)]
            for K in (0, 1, 5, 20):
                with precision(100):
                    q = kernels._sharp_tail_ratio(m, K, lam)
                assert all((a[k] / a[k - 1]).lower() <= q.upper() for k in range(K + 1, 38))


@pytest.mark.parametrize(("m", "K"), [(1, 0), (2, 10), (2, 30_000), (8, 20_000), (512, 400)])
def test_tail_for_large_lam(m: int, K: int) -> None:
    """lam = 10^8: both ways of summing agree with A_{K+1} = tau_K - tau_{K+1} and stay below e^lam."""
    lam = fmpq(10**8)
    with precision(120):
        here, there = kernels.tail(m, K, lam), kernels.tail(m, K + 1, lam)
        assert (here - there).overlaps(kernels.coefficient(m, K + 1, lam))
        assert there > 0
        assert there.lower() <= here.upper()
        assert here < arb(lam).exp().upper()
        assert here.rel_accuracy_bits() >= 116


@pytest.mark.parametrize("answer", [1, None])
def test_a_bad_plan_of_the_sum_cannot_make_the_tail_wrong(answer: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """`_terms` works in floats; whatever it answers, the tail is right (here: far too few terms, or none)."""
    monkeypatch.setattr(kernels, "_terms", lambda *_: answer)
    for m, K, lam in ((2, 5, fmpq(3)), (1, 0, fmpq(40)), (3, 50, fmpq(1, 4))):
        assert kernels.tail(m, K, lam).overlaps(exact_tail(m, K, lam))


# --- hypotheses ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bad", [-1, "-1e-9", arb(-1), arb(0, 1), arb.nan(), arb.pos_inf()], ids=str)
def test_lam_must_be_finite_and_nonnegative(bad: object) -> None:
    for function in (kernels.eigenvalue, kernels.eigenvalues, kernels.ratio, kernels.coefficient, kernels.tail):
        with pytest.raises(HypothesisError, match="lam"):
            function(2, 1, bad)  # type: ignore[operator]


def test_hypotheses() -> None:
    for call in (
        lambda: kernels.eigenvalue(0, 1, 1),
        lambda: kernels.tail(2, -1, 1),
        lambda: kernels.ratio(2, -1, 1),
        lambda: kernels.defect_bound(2, 1, -1),
        lambda: kernels.bessel_ratio_bounds(1, 0),
        lambda: kernels.bessel_ratio_bounds(1, arb(0, 1)),
        lambda: kernels.eigenvalue(2, 1, math.nan),
    ):
        with pytest.raises(InputError):
            call()
    assert upper(kernels.tail(2, 3, "0.5")) > 0
