"""The Jackson prefix (theory D3, H3): values from samples alone, certificates that the checker re-proves or refuses."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import numpy as np
import pytest
from flint import arb, fmpq

from constructions.jackson import JacksonPlan, kernel_coefficients, plan, smoothed
from constructions.nodes import product_gauss
from constructions.plan import Shortfall
from theory.harmonics import dimensions, legendre_values
from theory.jackson import envelope, extremal_kernel, largest_zero, mean_angle
from theory.targets import Target
from verify.certificate import CERTIFICATE_FILE, PREFIX_FILE, write_certificate
from verify.checker import check
from verify.pipeline import BuildResult, build_prefix

CASES = [("abs(x0)", 1, "0.1"), ("[x0, abs(x1)]", 2, "0.7"), ("abs(x0)", 2, "0.5"), ("max(x0, x3)", 3, "1.2")]


def bent(x: np.ndarray) -> float:
    """A callable target, 1-Lipschitz."""
    return float(abs(x[0]))


@cache
def built(text: str, m: int, eps: str) -> BuildResult:
    return build_prefix(Target.from_expression(text, m), eps, method="jackson")


def verdict(result: BuildResult, folder: Path) -> tuple[bool, str]:
    result.stored.save(folder / PREFIX_FILE)
    write_certificate(folder / CERTIFICATE_FILE, result.certificate)
    found = check(folder)
    return found.valid, found.reason


def head(result: BuildResult, points: np.ndarray) -> np.ndarray:
    stored = result.stored
    logits = float(arb(stored.lam)) * points @ stored.keys[0].T + stored.bias[0]
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    found: np.ndarray = weights @ stored.values[0] / weights.sum(axis=1, keepdims=True)
    return found


@pytest.mark.parametrize(("text", "m", "eps"), CASES)
def test_samples_stay_below_the_bound_that_the_checker_re_proves(text: str, m: int, eps: str, tmp_path: Path) -> None:
    result = built(text, m, eps)
    assert verdict(result, tmp_path) == (True, "re-proved by theorem H3")
    points = np.random.default_rng(0).normal(size=(500, m + 1))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    error = np.linalg.norm(head(result, points) - Target.from_expression(text, m).sample(points), axis=1).max()
    assert error <= float(result.certificate.certified_error) <= float(eps)


def test_a_callable_needs_its_samples_only(tmp_path: Path) -> None:
    target = Target.from_callable("tests.constructions.test_jackson_prefix:bent", 2, lipschitz=1)
    result = build_prefix(target, "0.5", method="jackson")
    assert verdict(result, tmp_path)[0]
    assert any("made from the target's at the keys" in line for line in result.certificate.assumptions)
    same = built("abs(x0)", 2, "0.5")
    assert np.abs(result.stored.values[0] - same.stored.values[0]).max() < 1e-9


@pytest.mark.parametrize(
    ("forged", "reason"),
    [
        ({"kernel": 5}, "exactness"),
        ({"kernel": 3}, "value_error"),
        ({"exactness": 17}, "points"),
        ({"lipschitz": "0.9"}, "slope"),
        ({"sup_norm": "0.5"}, "sup_norm"),
        ({"key_error": "0"}, "key_error"),
        ({"bias_error": "0"}, "bias_error"),
        ({"value_error": "0"}, "value_error"),
    ],
)
def test_forged_numbers_are_refused(forged: dict[str, object], reason: str, tmp_path: Path) -> None:
    result = built("abs(x0)", 2, "0.5")
    numbers = msgspec.structs.replace(result.certificate.numbers, **forged)
    certificate = msgspec.structs.replace(result.certificate, numbers=numbers)
    valid, said = verdict(BuildResult(result.stored, certificate), tmp_path)
    assert not valid
    assert reason in said


@pytest.mark.parametrize(("m", "k"), [(1, 4), (2, 3), (5, 2)])
def test_the_kernel_is_its_expansion(m: int, k: int) -> None:
    q = kernel_coefficients(m, k)
    assert q[0].contains(1)
    assert q[1].overlaps(largest_zero(m, k + 1))  # the mean of t (theory D1)
    for t in (arb(-1), arb("0.3"), arb(1)):
        terms = zip(dimensions(m, 2 * k), q, legendre_values(m, 2 * k, t), strict=True)
        assert extremal_kernel(m, k, t).overlaps(sum((Z * c * p for Z, c, p in terms), arb(0)))


def test_values_smooth_back_to_the_discrete_mean() -> None:
    """With a_l = 1 (lam beyond all bounds) the values are f_k at the nodes; constants stay what they are."""
    nodes = product_gauss(2, 8)
    one = [[arb(1)] for _ in nodes.points]
    for value in smoothed(2, 2, fmpq(1), nodes.points, nodes.weight_list(), one):
        assert value[0].contains(1)


def test_the_mean_angle_is_no_bound_for_sums() -> None:
    """Mutant: E Theta in place of env(t_{k+1}) is refuted by the discrete form (theory D3: .5332 against .4761)."""
    nodes = product_gauss(2, 7)
    points = np.array([[float(c) for c in p] for p in nodes.points])
    weights = np.array([float(w) for w in nodes.weight_list()])
    x = np.array([0.01217, -0.0035, 0.99992])
    x /= np.linalg.norm(x)
    t = points @ x
    kernel = np.array([float(extremal_kernel(2, 3, arb(c))) for c in t])
    found = float(weights @ (np.arccos(t) * kernel))  # the mean of dist(x, .) at x
    assert found > mean_angle(2, 3)
    assert found <= envelope(largest_zero(2, 4))


def test_what_is_missing_is_said() -> None:
    target = Target.from_expression("abs(x0)", 2)
    few = plan(target, fmpq(1, 10), max_value=fmpq(1000), max_tokens=500)
    assert isinstance(few, Shortfall)
    assert few.limit == "--max-tokens"
    small = plan(target, fmpq(1, 2), max_value=fmpq(1, 2), max_tokens=200)
    assert isinstance(small, Shortfall)
    assert small.limit == "--max-value"
    exact = plan(target, fmpq(1, 2), max_value=fmpq(1000), max_tokens=200)
    assert isinstance(exact, JacksonPlan)
    assert exact.tokens == 153
