"""The paper's route as a prefix (theory C, E): its bound against certified errors, and what it costs."""

from __future__ import annotations

import numpy as np
import pytest
from flint import arb, fmpq

from constructions.prefix import Prefix
from constructions.smoothing import plan, softmax_error
from theory.balls import exact
from theory.errors import UnreachableError
from theory.prefix_length import local_prefix
from theory.targets import Target


def sampled_error(prefix: Prefix, target: Target) -> float:
    points = np.random.default_rng(0).normal(size=(300, target.d))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    stored = prefix.round(1)
    logits = float(arb(stored.lam)) * points @ stored.keys[0].T
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    found = weights @ stored.values[0] / weights.sum(axis=1, keepdims=True)
    return float(np.linalg.norm(found - target.sample(points), axis=1).max())


@pytest.mark.parametrize(("text", "m", "eps"), [("abs(x0)", 1, "0.5"), ("x0*x1 - 7", 1, "0.4"), ("[x0, x1]", 1, "0.6")])
def test_built_where_it_can_be_reached(text: str, m: int, eps: str) -> None:
    target = Target.from_expression(text, m)
    found = plan(target, exact(eps))
    assert found.error <= arb(exact(eps))
    prefix = found.build()
    assert 1000 < len(prefix.keys) < 40_000
    error = sampled_error(prefix, target)
    assert error <= float(found.error.upper())
    assert error > 0.001  # smoothing itself costs that much


@pytest.mark.slow
def test_on_the_sphere_only_for_the_coarsest_error() -> None:
    target = Target.from_expression("x0", 2)
    found = plan(target, fmpq(3, 2))
    assert sampled_error(found.build(10**6), target) <= float(found.error.upper())


@pytest.mark.parametrize(("m", "eps"), [(1, "0.01"), (2, "0.5"), (3, "0.5"), (8, "0.1")])
def test_what_it_costs_beside_the_local_prefix(m: int, eps: str) -> None:
    target = Target.from_expression("x0", m)
    found = plan(target, exact(eps))
    local = local_prefix(m, 1, exact(eps)).tokens
    assert found.tokens > 1000 * float(local)
    with pytest.raises(UnreachableError, match="tokens"):
        found.build()


def test_the_rate() -> None:
    """N ~ eps^-(m^2 + 3m): on the circle eps^-4."""
    target = Target.from_expression("x0", 1)
    few, many = (plan(target, fmpq(1, n)).tokens for n in (50, 100))
    assert np.log2(many / few) == pytest.approx(4, abs=0.2)


def test_cells_that_do_not_resolve_the_kernel_prove_nothing() -> None:
    """Mutant: without the denominator's share the bound would be finite for cells as wide as the sphere."""
    assert not softmax_error(2, arb(1), arb(2), fmpq(10), arb(1)).is_finite()
    assert softmax_error(2, arb(1), arb(2), fmpq(10), arb("1e-4")).is_finite()
