"""Largest softmax means over the sphere: above every sample, close to it, and refuted when cells are made too small."""

import numpy as np
import pytest
from flint import arb
from numpy.typing import NDArray

from verify import local_means
from verify.local_means import Rows, largest_mean

Floats = NDArray[np.float64]


def random_rows(seed: int, n: int, d: int, q: int, lam: float) -> tuple[Floats, Floats, Floats]:
    rng = np.random.default_rng(seed)
    keys = rng.standard_normal((n, d))
    keys *= lam / np.linalg.norm(keys, axis=1, keepdims=True)
    return keys, rng.normal(size=n), rng.standard_t(2, size=(n, q))


def sampled(parts: tuple[Floats, Floats, Floats], first: float, second: float, margin: float = 0.0) -> float:
    keys, bias, values = parts
    d = keys.shape[1]
    rng = np.random.default_rng(1)
    x = np.concatenate([rng.standard_normal((20_000, d)), keys, -keys])
    x *= (1 + margin * rng.uniform(-1, 1, len(x)) if margin else 1)[..., None] if margin else 1
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    x *= 1 + margin
    logits = x @ keys.T + bias
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    away = np.linalg.norm(values[None] - (weights @ values)[:, None], axis=2)
    means = first * (weights * away).sum(axis=1) + second * weights @ np.linalg.norm(values, axis=1)
    return float(means.max())


@pytest.mark.parametrize(
    ("n", "d", "q", "lam"), [(7, 2, 1, 2.0), (20, 2, 2, 30.0), (12, 3, 1, 3.0), (9, 4, 3, 0.5), (1, 3, 2, 5.0)]
)
def test_above_every_sample_and_close(n: int, d: int, q: int, lam: float) -> None:
    parts = random_rows(n, n, d, q, lam)
    rows = Rows(*parts)
    for first, second in ((1.0, 0.0), (0.0, 1.0), (2.0, 0.5)):
        seen = sampled(parts, first, second)
        for effort in (0, 300, 20_000):
            found = float(largest_mean(rows, arb(first), arb(second), arb(0), effort))
            assert seen <= found * (1 + 1e-12)
        assert found <= 1.3 * seen + 1e-12


def test_the_margin_around_the_sphere_is_covered() -> None:
    parts = random_rows(3, 8, 2, 1, 6.0)
    for margin in (0.01, 0.3):
        found = float(largest_mean(Rows(*parts), arb(1), arb(1), arb(margin), 10_000))
        assert sampled(parts, 1.0, 1.0, margin) <= found
        assert sampled(parts, 1.0, 1.0, -margin) <= found


def test_cells_that_are_too_small_are_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Radii of 0 instead of the true ones: coarse cells miss the maximum."""
    parts = (np.array([[3.0, 0.4], [-3.0, 0.4], [0.5, 3.0]]), np.array([0.0, 0, -1.0]), np.array([[0.0], [0.0], [9.0]]))
    true = local_means._Cell.ball
    monkeypatch.setattr(local_means._Cell, "ball", lambda cell: (true(cell)[0], arb(0)))
    parts[0][2] = [2.0, 2.2]
    rows = Rows(*parts)
    assert float(largest_mean(rows, arb(1), arb(0), arb(0), 12)) < sampled(parts, 1.0, 0.0)


def test_hopeless_cells_fall_back() -> None:
    parts = random_rows(5, 6, 3, 2, 1e6)
    found = float(largest_mean(Rows(*parts), arb(1), arb(1), arb(0), 1000))
    assert found >= sampled(parts, 1.0, 1.0)
    assert np.isfinite(found)
