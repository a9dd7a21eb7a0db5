"""The precision floor: kinks as in theory N'', never above the error of a head, zero for a map that is a head."""

from __future__ import annotations

import numpy as np
import pytest
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st

import verify.pretrained_floor
from theory.targets import Target
from verify.pretrained_floor import precision_floor


@pytest.mark.parametrize("K", [1, 10, 1000, 10**5])
def test_kinks_cost_what_the_theorem_says(K: int) -> None:
    """f = |x0|: slope 1 on both sides of the equator, so at least L^2/(4G) less the curvature of the sphere."""
    floor = float(precision_floor(Target.from_expression("abs(x0)", 2), K, 1).mid())
    expected = 1 / (4 * (2 * K**2 + K))
    assert 0.85 * expected <= floor <= expected


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**6), tokens=st.integers(1, 6), size=st.sampled_from([0.1, 1.0, 4.0, 30.0]))
def test_no_head_is_better_than_the_floor(seed: int, tokens: int, size: float) -> None:
    rng = np.random.default_rng(seed)
    keys, values = size * rng.normal(size=(tokens, 3)), rng.normal(size=tokens)
    x = rng.normal(size=(4000, 3))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    logits = x @ keys.T + rng.normal(size=tokens)
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    off = weights @ values / weights.sum(axis=1) - np.maximum(x[:, 0], 0.5 * x[:, 1])
    K, V = float(np.linalg.norm(keys, axis=1).max()), float(np.abs(values).max())
    floor = precision_floor(Target.from_expression("max(x0, 0.5*x1)", 2), repr(K), repr(V))
    assert float(floor.mid()) <= np.abs(off).max()


def test_a_map_that_is_a_head_has_no_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    """tanh(8 x0) is the head with keys +-8 e_0 and values +-1."""
    target = Target.from_expression("tanh(8*x0)", 1)
    assert precision_floor(target, 8, 1).is_zero()
    # Smaller keys do have one; so has a smaller bound of the second derivative, which would be false.
    assert precision_floor(target, 2, 1) > 0
    monkeypatch.setattr(verify.pretrained_floor, "ball", lambda value: arb(value) / 2)
    assert precision_floor(target, 8, 1) > 0


def test_vectors_and_callables() -> None:
    one = precision_floor(Target.from_expression("abs(x0)", 2), 5, 1)
    assert precision_floor(Target.from_expression("[x1, abs(x0)]", 2), 5, 1).overlaps(one)
    assert precision_floor(Target.from_callable("builtins:abs", 2, lipschitz=1), 5, 1).is_zero()
