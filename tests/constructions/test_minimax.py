"""Minimax values (theory H5): never worse on the mesh, as good as linear programming allows, within the value limit."""

from __future__ import annotations

import numpy as np
import pytest
from flint import arb, fmpq

from constructions.choose import plans
from constructions.minimax import chebyshev_center, correction, minimax
from constructions.prefix import Prefix
from constructions.spectral import SpectralPlan
from theory.balls import exact, precision
from theory.errors import UnreachableError
from theory.targets import Target
from verify.minimax_search import sharpened
from verify.pipeline import build_prefix
from verify.supnorm.mesh import latitude_mesh

CASES = [("x0*x1 + x2**3", 2, "1e-3", 1000), ("x0**3", 1, "1e-12", 10**6), ("[x0, x1*x2]", 2, "1e-4", 10**5)]


def analytic(text: str, m: int, eps: str, limit: int) -> tuple[Target, SpectralPlan, Prefix]:
    target = Target.from_expression(text, m)
    (plan, *_), _ = plans(target, exact(eps), max_value=fmpq(limit), max_tokens=1000)
    assert isinstance(plan, SpectralPlan)
    return target, plan, plan.build(plan.components).prefix


def errors(prefix: Prefix, target: Target, points: list[list[arb]]) -> np.ndarray:
    found = correction(prefix, target, points)
    sizes: np.ndarray = np.linalg.norm(found.residual, axis=1) * float(found.scale)
    return sizes


@pytest.mark.parametrize(("text", "m", "eps", "limit"), CASES)
def test_smaller_on_the_mesh_and_within_the_limit(text: str, m: int, eps: str, limit: int) -> None:
    target, plan, prefix = analytic(text, m, eps, limit)
    with precision(53 * plan.components + 128):
        points = list(latitude_mesh(m, 24))
        better, worst = minimax(prefix, target, points, fmpq(limit))
        before, after = errors(prefix, target, points).max(), errors(better, target, points).max()
    assert after <= before
    assert after == pytest.approx(worst, rel=1e-3)
    largest = max(float(sum((c * c for c in row), arb(0)).sqrt()) for row in better.values)
    assert largest <= limit


def test_the_error_alternates() -> None:
    """Chebyshev: at the optimum the error is extremal at more points than there are free values (here, antipodes)."""
    target, plan, prefix = analytic("x0*x1 + x2**3", 2, "1e-3", 1000)
    with precision(53 * plan.components + 128):
        points = list(latitude_mesh(2, 30))
        better, worst = minimax(prefix, target, points, fmpq(10**9))
        found = errors(better, target, points)
    assert np.count_nonzero(found > 0.98 * worst) > len(prefix.keys) // 2


def test_the_tolerance_of_the_solver_does_not_show() -> None:
    """An error of 1e-12 beside values of 1e6: the program for the values themselves is lost (mutant), the one for the
    scaled correction is not.
    """
    target, plan, prefix = analytic("x0**3", 1, "1e-12", 10**6)
    with precision(53 * plan.components + 128):
        points = list(latitude_mesh(1, 40))
        found = correction(prefix, target, points)
        _, worst = minimax(prefix, target, points, fmpq(10**6))
    assert worst <= np.abs(found.residual).max() * float(found.scale) <= 1e-12
    free = np.zeros((1, len(prefix.keys)))
    x = np.array([[float(c) for c in p] for p in points])
    keys = np.array([[float(c) for c in key] for key in prefix.keys])
    weights = np.exp(float(arb(prefix.lam)) * x @ keys.T + np.array([float(b) for b in prefix.bias]))
    weights /= weights.sum(axis=1, keepdims=True)
    c, _ = chebyshev_center(weights, -target.sample(x)[:, 0], free, np.zeros(1))
    assert np.abs(weights @ c - target.sample(x)[:, 0]).max() > 1e-10


def test_the_best_constant() -> None:
    basis = np.ones((5, 1))
    c, worst = chebyshev_center(basis, np.array([0.0, 1.0, 4.0, 2.0, 3.0]), np.zeros((1, 1)), np.zeros(1))
    assert c[0] == pytest.approx(-2)
    assert worst == pytest.approx(2)
    c, worst = chebyshev_center(basis, np.array([0.0, 1.0, 4.0, 2.0, 3.0]), np.ones((1, 1)), np.zeros(1))
    assert c[0] == pytest.approx(-1)  # |c| <= 1
    assert worst == pytest.approx(3)


@pytest.mark.parametrize(
    ("text", "m", "eps", "limit"),
    [
        ("x0**3", 1, "1e-12", 10**6),
        ("[x0, x1]", 1, "1e-4", 1000),
        *(pytest.param(*case, marks=pytest.mark.slow) for case in (CASES[0], CASES[2], ("x0*x1", 3, "1e-2", 1000))),
    ],
)
def test_certified_never_worse(text: str, m: int, eps: str, limit: int) -> None:
    target, plan, _ = analytic(text, m, eps, limit)
    plain = build_prefix(target, eps, "spectral", limit)
    best = sharpened(target, plain, plan, limit)
    assert best.stored.tokens == plain.stored.tokens
    assert exact(best.certificate.certified_error) <= exact(plain.certificate.certified_error)
    assert exact(best.certificate.max_value) <= limit


def test_equal_keys_are_refused() -> None:
    target, _, prefix = analytic("x0**3", 1, "1e-3", 1000)
    twice = Prefix(1, prefix.lam, [prefix.keys[0]] * len(prefix.keys), prefix.values, prefix.bias, "x0**3", "twice")
    with pytest.raises(UnreachableError, match="two keys"):
        minimax(twice, target, list(latitude_mesh(1, 8)), fmpq(100))
