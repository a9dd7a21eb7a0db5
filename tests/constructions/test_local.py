"""Local planning and building: the fewest tokens, the smallest lam, the limits, callables."""

import math
import sys
from pathlib import Path

import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from constructions import local
from constructions.local import LocalPlan, plan
from constructions.plan import Built, LocalClaim, Shortfall
from theory.balls import ball, exact, precision, upper
from theory.errors import UnreachableError
from theory.prefix_length import fixed_keys_bound, local_error, local_prefix
from theory.targets import Target


def planned(text: str, m: int, eps: str, max_value: str = "1000", max_tokens: int = 200_000) -> LocalPlan | Shortfall:
    return plan(Target.from_expression(text, m), exact(eps), max_value=exact(max_value), max_tokens=max_tokens)


def built(text: str, m: int, eps: str) -> Built:
    found = planned(text, m, eps)
    assert isinstance(found, LocalPlan)
    return found.build(found.components)


def test_the_circle_is_within_two_percent_of_the_lower_bound() -> None:
    tokens = len(built("acos(x0)", 1, "0.01").prefix.keys)
    assert fixed_keys_bound(1, 1, "0.01") == 314
    assert tokens <= 1.02 * 314


@pytest.mark.parametrize(
    ("text", "m", "eps", "most"), [("abs(x0)", 3, "0.5", 343), ("acos(x2)", 2, "0.2", 140), ("x0", 8, "1.2", 600)]
)
def test_tokens(text: str, m: int, eps: str, most: int) -> None:
    tokens = len(built(text, m, eps).prefix.keys)
    assert tokens <= most
    promised = local_prefix(m, 1, eps).tokens
    assert isinstance(promised, int)
    assert tokens <= promised  # never more than theory F3 promises


@pytest.mark.parametrize(
    ("text", "m", "eps"), [("acos(x0)", 1, "0.01"), ("abs(x0)", 2, "0.3"), ("max(x0, x1)", 3, "0.7")]
)
def test_lam_is_sufficient_and_nearly_the_smallest(text: str, m: int, eps: str) -> None:
    """The bound of theory F1 is below eps, and above it for a lam two percent smaller, whatever the radius."""
    prefix, claim = (b := built(text, m, eps)).prefix, b.claim
    assert isinstance(claim, LocalClaim)
    assert claim.nodes is not None
    delta = claim.nodes.covering_radius
    assert delta is not None
    N = len(prefix.keys)
    assert local_error(1, N, prefix.lam, delta, claim.radius) < exact(eps)
    for step in range(1, 400):
        radius = upper(delta) + step * (ball(eps) * fmpq(11, 10) - upper(delta)) / 400
        assert not local_error(1, N, prefix.lam * fmpq(98, 100), delta, radius) < exact(eps)


def test_values_are_the_target_at_the_keys() -> None:
    prefix = built("[x0*x1, abs(x2)]", 2, "0.4").prefix
    for key, value in zip(prefix.keys, prefix.values, strict=True):
        with precision(100):
            length = sum((c * c for c in key), arb(0)).sqrt()
            x = [c / length for c in key]
            assert value[0].overlaps(x[0] * x[1])
            assert value[1].overlaps(abs(x[2]))
    assert all(b.is_zero() for b in prefix.bias)


# --- one token ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "eps"), [("acos(x2)", "3.15"), ("7/3", "1e-40"), ("0", "1e-300")])
def test_one_token(text: str, eps: str) -> None:
    found = planned(text, 2, eps)
    assert isinstance(found, LocalPlan)
    assert found.tokens == 1
    result = found.build(found.components)
    assert isinstance(result.claim, LocalClaim)
    assert result.claim.nodes is None
    assert result.claim.radius > arb.pi()


def test_components_follow_the_accuracy() -> None:
    counts = [planned("7/3", 2, eps).components for eps in ("1e-9", "1e-30", "1e-45")]  # type: ignore[union-attr]
    assert counts == [1, 2, 3]
    assert planned("abs(x0)", 2, "0.1").components == 1  # type: ignore[union-attr]
    # 1e9 + |x0| / 1000: values of 1e9, an error of 1e-3, of which rounding may use a millionth.
    assert planned("1e9 + abs(x0)/1000", 2, "1e-3").components == 2  # type: ignore[union-attr]


# --- limits ---------------------------------------------------------------------------------------------------------


def test_too_few_tokens() -> None:
    found = planned("acos(x2)", 2, "0.01", max_tokens=300)
    assert isinstance(found, Shortfall)
    assert found.limit == "--max-tokens"
    attempt = found.attempt()
    assert isinstance(attempt, LocalPlan)
    assert exact("0.01") < attempt.eps < exact("0.2")
    assert len(attempt.build(1).prefix.keys) <= 300


def test_astronomical_requests_are_refused_at_once() -> None:
    for m, eps in ((2, "1e-9"), (40, "0.01"), (200, "1e-100")):
        found = planned("abs(x0)", m, eps)
        assert isinstance(found, Shortfall)
        assert "takes at least" in found.message


def test_values_beyond_the_limit() -> None:
    found = planned("5*abs(x0)", 1, "0.5", max_value="4")
    assert isinstance(found, LocalPlan)
    with pytest.raises(UnreachableError, match="values up to 5") as caught:
        found.build(1)
    assert caught.value.limit == "--max-value"


def test_a_net_that_does_not_cover_well_enough_is_refused() -> None:
    with pytest.raises(UnreachableError, match="covers with radius"):
        local._radius_and_lam(10, arb("0.3"), arb("0.29"))
    with pytest.raises(UnreachableError, match="unknown"):
        local._radius_and_lam(10, None, arb("0.29"))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10**6), st.floats(1e-4, 1.4), st.floats(1.001, 1.6))
def test_radius_and_lam_prove_the_bound(N: int, delta: float, ratio: float) -> None:
    bound = delta * ratio
    radius, lam = local._radius_and_lam(N, arb(delta), arb(bound))
    with precision(200):
        assert exact(delta) < radius < exact(bound)
        assert local_error(1, N, lam, arb(delta), radius) < exact(bound)


# --- quick answers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["x0*x1 + x2**3", "abs(x0)", "acos(x2)", "[x0, x1]", "3", "exp(2*x0)", "norm(x0, x1)"])
def test_sampled_slopes_never_exceed_the_lipschitz_constant(text: str) -> None:
    target = Target.from_expression(text, 2)
    slope = local._sampled_slope(target)
    assert arb(slope) <= target.lipschitz.value
    assert slope > 0.5 * float(target.lipschitz.value) or text == "3"


@pytest.mark.parametrize(("m", "delta"), [(1, "0.1"), (2, "0.3"), (3, "0.6"), (5, "1.2"), (2, "4")])
def test_no_net_is_smaller_than_the_least_size(m: int, delta: str) -> None:
    from constructions.nets import net

    least = local._least_size(m, exact(delta), arb(1))
    assert math.ceil(float(least) - 1e-9) <= len(net(m, delta))
    assert not least > 1 or exact(delta) < arb.pi()


# --- callables ------------------------------------------------------------------------------------------------------


def test_a_callable_is_sampled_at_the_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "users_target_c.py").write_text("def f(x):\n    return [abs(x[0]), 2.5]\n")
    monkeypatch.syspath_prepend(tmp_path)
    target = Target.from_callable("users_target_c:f", 2, lipschitz=1)
    found = plan(target, exact("0.5"), max_value=exact("10"), max_tokens=1000)
    assert isinstance(found, LocalPlan)
    prefix = found.build(found.components).prefix
    assert prefix.target == "users_target_c:f"
    for key, value in zip(prefix.keys, prefix.values, strict=True):
        assert value == [abs(key[0]), arb(2.5)]
    sys.modules.pop("users_target_c")
