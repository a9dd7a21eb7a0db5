"""Certified bounds: each term is needed (mutants without it are refuted by a sampled point), and each claim is true."""

from collections.abc import Callable
from dataclasses import replace

import msgspec
import numpy as np
import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from constructions import local, spectral
from constructions.nodes import product_gauss
from constructions.plan import Built, LocalClaim, SpectralClaim, Truncation
from constructions.prefix import Prefix, StoredPrefix
from theory.balls import ball, exact, maximum, precision, upper_decimal
from theory.errors import PrefixproofError
from theory.kernels import ratios
from theory.targets import Target
from verify import apriori
from verify.apriori import certify, diameter, prove
from verify.certificate import F1Numbers, H1Numbers, H2Numbers
from verify.sampling import probes, sampled_error

CUBIC = Target.from_expression("x0*x1 + x2**3", 2)
KINK = Target.from_expression("abs(x0)", 2)


def spectral_build(target: Target, D: int, lam: str, theorem: str = "H2") -> Built:
    """The spectral prefix on product Gauss nodes with any lam, good or bad."""
    cut = list(spectral.truncations(target, exact("1e-3"), 40))[-1]
    rule = spectral.product_rule(target.m, D, theorem)  # type: ignore[arg-type]
    return spectral.SpectralPlan(target, exact("1e-3"), cut, rule, exact(lam), 0.0, 30.0).build(2)


def local_build(target: Target, eps: str) -> Built:
    plan = local.plan(target, exact(eps), max_value=fmpq(1000), max_tokens=5000)
    assert isinstance(plan, local.LocalPlan)
    return plan.build(1)


def bound(stored: StoredPrefix, built: Built, target: Target) -> arb:
    return prove(stored, built.claim, target, exact("1e-3")).bound


def refuted(stored: StoredPrefix, built: Built, target: Target) -> bool:
    """Whether some sampled point has a larger error than the "proved" bound."""
    return bool(sampled_error(stored, target, probes(stored, 600)) > bound(stored, built, target))


# --- bounds hold, also far from the intended parameters ---------------------------------------------------------------


@settings(max_examples=12, deadline=None)
@given(st.integers(6, 10), st.sampled_from(["0.3", "1", "3", "6"]), st.sampled_from(["H2", "H1"]), st.floats(0, 1e-2))
def test_spectral_bounds_hold_for_perturbed_prefixes(D: int, lam: str, theorem: str, size: float) -> None:
    """Whatever the stored numbers are, the bound covers them; H1's numbers grow with the perturbation."""
    built = spectral_build(CUBIC, D, lam, theorem)
    stored = built.prefix.round()
    rng = np.random.default_rng(D)

    def moved(part: np.ndarray) -> np.ndarray:
        return part + size * rng.uniform(-1, 1, part.shape)

    stored = replace(
        stored, keys=(moved(stored.keys[0]),), values=(moved(stored.values[0]),), bias=(moved(stored.bias[0]),)
    )
    try:
        certified = bound(stored, built, CUBIC)
    except PrefixproofError:
        assert lam in ("3", "6")  # the denominator is not positive: nothing is claimed
        return
    assert sampled_error(stored, CUBIC, probes(stored, 300)) <= certified


@settings(max_examples=8, deadline=None)
@given(st.floats(0, 1e-3), st.integers(0, 100))
def test_local_bounds_hold_for_perturbed_values_and_biases(size: float, seed: int) -> None:
    built = local_build(KINK, "0.5")
    stored, rng = built.prefix.round(), np.random.default_rng(seed)
    values = stored.values[0] + size * rng.uniform(-1, 1, stored.values[0].shape)
    bias = stored.bias[0] + size * rng.uniform(-1, 1, stored.bias[0].shape)
    stored = replace(stored, values=(values,), bias=(bias,))
    assert sampled_error(stored, KINK, probes(stored, 300)) <= bound(stored, built, KINK)


# --- every term is needed: mutants ------------------------------------------------------------------------------------


def scaled_keys(stored: StoredPrefix, factor: float) -> StoredPrefix:
    return replace(stored, keys=tuple(part * factor for part in stored.keys))


def test_dropping_the_tail_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutant of H2: cut the sums at K = D-n and forget tau_K."""
    built = spectral_build(CUBIC, 7, "1")
    stored = built.prefix.round()
    monkeypatch.setattr(apriori, "_cutoff", lambda m, lam, K, size, budget: K)
    assert not refuted(stored, built, CUBIC)
    monkeypatch.setattr(apriori, "tail", lambda m, K, lam: arb(0))
    assert refuted(stored, built, CUBIC)


def test_dropping_the_mismatch_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutant of H2: believe that the nodes integrate everything (R_k = 0)."""
    built = spectral_build(CUBIC, 7, "1")
    stored, honest = built.prefix.round(), apriori.h2_bound
    assert not refuted(stored, built, CUBIC)
    monkeypatch.setattr(
        apriori, "h2_bound", lambda A, tau, R, rho, mean, sup: honest(A, tau, [arb(0)] * len(R), rho, mean, sup)
    )
    assert refuted(stored, built, CUBIC)


def test_dropping_the_aliases_of_the_denominator_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutant of H2: believe that the denominator is constant (rho_k = 0); seen for values that hide the mismatch."""
    target = Target.from_expression("1 + 0*x0", 2)
    nodes = product_gauss(2, 2)
    values = [[arb(1)]] * len(nodes)
    prefix = Prefix(2, fmpq(6), nodes.points, values, [w.log() for w in nodes.weight_list()], target.text, nodes.family)
    claim = SpectralClaim("H2", Truncation(0, target.components, arb(0), 0, arb(0)), 2)
    with pytest.raises(PrefixproofError, match="no finite bound"):  # lam = 6 on 8 nodes: denominator not positive
        prove(prefix.round(), claim, target, fmpq(1, 10))
    monkeypatch.setattr(apriori, "h2_bound", lambda A, tau, R, rho, mean, sup: arb(0))
    assert prove(prefix.round(), claim, target, fmpq(1, 10)).bound < 1e-10  # the mutant proves anything


def test_dropping_theta_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutant of H2: ignore that keys are off the sphere."""
    built = spectral_build(CUBIC, 9, "0.1")
    stored = built.prefix.round()
    stored = replace(stored, keys=(stored.keys[0] * (1 + 1e-3 * np.arange(stored.tokens)[:, None] / stored.tokens),))
    assert not refuted(stored, built, CUBIC)
    honest = apriori._directions
    monkeypatch.setattr(apriori, "_directions", lambda stored: (honest(stored)[0], arb(0)))
    assert refuted(stored, built, CUBIC)


def test_dropping_the_error_of_the_values_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutant of F1 and H1: ignore what the stored values differ by."""
    for built, target in ((local_build(KINK, "0.5"), KINK), (spectral_build(CUBIC, 8, "0.5", "H1"), CUBIC)):
        stored = built.prefix.round()
        stored = replace(stored, values=(stored.values[0] + 1.0,))
        assert not refuted(stored, built, target)
        with monkeypatch.context() as patch:
            patch.setattr(apriori, "_distance", lambda x, y: arb(0))
            patch.setattr(apriori, "_value_error", lambda stored, target, points: "0")
            assert refuted(stored, built, target)


def test_dropping_the_far_tokens_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutant of F1: L r alone, although lam is far too small to localise."""
    built = local_build(KINK, "0.3")
    stored = replace(built.prefix.round(), lam=fmpq(1, 2))
    assert not refuted(stored, built, KINK)
    monkeypatch.setattr(apriori, "local_error", lambda L, N, lam, delta, r: L * r)
    assert refuted(stored, built, KINK)


def test_dropping_the_spread_of_the_biases_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutant of F1: a bias that makes one token dominate everywhere."""
    built = local_build(KINK, "0.3")
    stored = built.prefix.round()
    bias = stored.bias[0].copy()
    bias[0] = 1e7
    stored = replace(stored, bias=(bias,))
    assert not refuted(stored, built, KINK)
    honest = apriori.f1_bound
    monkeypatch.setattr(apriori, "f1_bound", lambda L, N, lam, delta, r, spread: honest(L, N, lam, delta, r, arb(0)))
    assert refuted(stored, built, KINK)


def test_a_covering_radius_that_is_too_small_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    built = local_build(Target.from_expression("acos(x2)", 2), "0.4")
    target, stored = Target.from_expression("acos(x2)", 2), built.prefix.round()
    assert isinstance(built.claim, LocalClaim)
    assert not refuted(stored, built, target)
    lie = Built(built.prefix, replace(built.claim, radius=fmpq(1, 5)), 1)
    monkeypatch.setattr(apriori, "_covering_radius", lambda stored, nodes: "0.1")
    assert refuted(stored, lie, target)


# --- hypotheses -------------------------------------------------------------------------------------------------------


def test_the_radius_must_exceed_the_covering_radius() -> None:
    built = local_build(KINK, "0.5")
    assert isinstance(built.claim, LocalClaim)
    with pytest.raises(PrefixproofError, match="delta < r"):
        prove(built.prefix.round(), replace(built.claim, radius=fmpq(1, 10)), KINK, fmpq(1, 2))


def test_keys_other_than_the_net_are_refused() -> None:
    built = local_build(KINK, "0.5")
    with pytest.raises(PrefixproofError, match="not the points of the net"):
        prove(scaled_keys(built.prefix.round(), 1.5), built.claim, KINK, fmpq(1, 2))


def test_too_little_exactness_for_theorem_h1_is_refused() -> None:
    built = spectral_build(CUBIC, 5, "0.5", "H1")
    with pytest.raises(PrefixproofError, match="D >= 2n"):
        prove(built.prefix.round(), built.claim, CUBIC, fmpq(1, 2))


# --- certificates -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "target", "numbers"),
    [
        (lambda: spectral_build(CUBIC, 9, "0.4"), CUBIC, H2Numbers),
        (lambda: spectral_build(CUBIC, 9, "0.2", "H1"), CUBIC, H1Numbers),
        (lambda: local_build(KINK, "0.5"), KINK, F1Numbers),
    ],
    ids=["H2", "H1", "F1"],
)
def test_certificates_say_what_was_proved(make: Callable[[], Built], target: Target, numbers: type) -> None:
    built = make()
    stored = built.prefix.round()
    certificate = certify(stored, built.claim, target, exact("0.5"))
    assert isinstance(certificate.numbers, numbers)
    assert certificate.prefix_sha256 == stored.sha256()
    assert (certificate.tokens, certificate.sphere, certificate.outputs) == (stored.tokens, stored.m, stored.q)
    assert exact(certificate.lam) == stored.lam
    largest = maximum(abs(v[0]) for v in stored.exact_values())
    assert largest <= exact(certificate.max_value) <= largest * exact("1.00001")
    proved = prove(stored, built.claim, target, exact("0.5")).bound
    assert proved <= exact(certificate.certified_error) <= proved * exact("1.00001")


def test_components_decide_how_small_an_error_can_be_proved() -> None:
    """x0*x1 + x2^3 to 1e-20: two components do, one does not (its rounding alone is 1e-12)."""
    plan = spectral.plan(CUBIC, exact("1e-20"), max_value=fmpq(10**6), max_tokens=200)
    assert isinstance(plan, spectral.SpectralPlan)
    assert plan.components == 2
    built = plan.build(2)
    errors = [prove(built.prefix.round(c), built.claim, CUBIC, exact("1e-20")).bound for c in (1, 2)]
    assert errors[1] < exact("1e-20")
    assert errors[0] > 1e-14


def test_callables_are_certified_under_assumptions(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "users_target_d.py").write_text("def f(x):\n    return abs(x[0])\n")
    monkeypatch.syspath_prepend(tmp_path)
    target = Target.from_callable("users_target_d:f", 1, lipschitz=1)
    built = local_build(target, "0.3")
    certificate = certify(built.prefix.round(), built.claim, target, exact("0.3"))
    assert certificate.target_kind == "callable"
    assert any("Lipschitz" in line for line in certificate.assumptions)
    assert any("user code" in line for line in certificate.assumptions)
    assert exact(certificate.certified_error) <= exact("0.3")


def test_a_given_lipschitz_constant_is_an_assumption() -> None:
    # The proved constant of sqrt(|x0| + 1e-9) is about 16,000; nobody proves that of sqrt(|x0|), there is none.
    for text, constant, status in (("abs(x0)", 2, "exact"), ("sqrt(abs(x0))", 50, "given")):
        target = Target.from_expression(text, 1, lipschitz=constant)
        assert target.lipschitz.status == status
        plan = local.plan(target, fmpq(200), max_value=fmpq(1000), max_tokens=10)
        assert isinstance(plan, local.LocalPlan)
        built = plan.build(1)
        certificate = certify(built.prefix.round(), built.claim, target, fmpq(200))
        assert bool(certificate.assumptions) == (status == "given")


# --- parts ------------------------------------------------------------------------------------------------------------


def test_diameter() -> None:
    assert diameter([[arb(1)], [arb(-2)], [arb(0)]]) == 3
    corners = [[arb(1), arb(0)], [arb(0), arb(1)]]
    assert diameter(corners).overlaps(arb(2).sqrt())
    assert diameter([[arb(5), arb(5)]]).is_zero()


def test_an_error_between_six_digits_and_eps_is_stated_as_eps() -> None:
    with precision(200):
        assert apriori._error_text(ball("0.09999999999"), exact("0.1")) == "0.1"
        assert apriori._error_text(ball("0.1000000001"), exact("0.1")) == "0.100001"
        assert apriori._error_text(ball("0.0123456789"), exact("0.1")) == "0.0123457"


def test_the_cutoff_leaves_a_small_tail() -> None:
    from theory.kernels import eigenvalue, tail

    K = apriori._cutoff(2, fmpq(2), 3, arb(5), arb(1e-9))
    assert tail(2, K, fmpq(2)) * 5 * 1000 < eigenvalue(2, 0, fmpq(2)) * arb(1e-9)
    assert not tail(2, K - 1, fmpq(2)) * 5 * 1000 < eigenvalue(2, 0, fmpq(2)) * arb(1e-9)


def test_numbers_are_what_they_say() -> None:
    """value_error and key_error of H1 are the distances to the ideal prefix, found here by another road."""
    built = spectral_build(CUBIC, 8, "0.5", "H1")
    stored = built.prefix.round()
    numbers = certify(stored, built.claim, CUBIC, exact("0.5")).numbers
    assert isinstance(numbers, H1Numbers)
    with precision(200):
        a = ratios(2, 3, fmpq(1, 2))
        worst = arb(0)
        for p, v in zip(product_gauss(2, 8).points, stored.exact_values(), strict=True):
            x, y, z = p
            f1, f2, f3 = z * fmpq(3, 5), x * y, z * z * z - z * fmpq(3, 5)
            worst = worst.max(abs(v[0] - f1 / a[1] - f2 / a[2] - f3 / a[3]))
        assert worst <= exact(numbers.value_error) <= worst * exact("1.001")
        assert exact(numbers.key_error) < exact("2e-16")
        assert upper_decimal(worst, 6) == numbers.value_error


def test_certificates_survive_writing(tmp_path) -> None:
    from verify.certificate import read_certificate, write_certificate

    built = local_build(KINK, "0.5")
    certificate = certify(built.prefix.round(), built.claim, KINK, exact("0.5"))
    write_certificate(tmp_path / "c.json", certificate)
    assert read_certificate(tmp_path / "c.json") == certificate
    assert msgspec.json.decode((tmp_path / "c.json").read_bytes())["theorem"] == "F1"
