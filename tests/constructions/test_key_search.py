"""Keys searched by gradients: the gradient itself, never worse than a start, values within their limit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructions.key_search import FloatHead, descend, objective, random_head, random_points, searched, spread, starts
from theory.targets import Target

NAMES = ("keys", "values", "bias")


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 4), st.integers(1, 6), st.integers(1, 3), st.sampled_from([2.0, 5.0, 32.0]), st.integers(0, 99))
def test_the_gradient_is_that_of_the_objective(m: int, N: int, q: int, p: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    points, wanted = random_points(m, 40, seed), rng.normal(size=(40, q))
    head = FloatHead(rng.normal(size=(N, m + 1)), rng.normal(size=(N, q)), rng.normal(size=N))
    loss, gradient = objective(head, points, wanted, p)
    assert loss <= head.error(points, wanted) * (1 + 1e-12)  # a mean is at most the largest
    for name in NAMES:
        direction = rng.normal(size=getattr(head, name).shape)

        def moved(h: float, name: str = name, direction: np.ndarray = direction) -> float:
            parts = {part: getattr(head, part) for part in NAMES}
            parts[name] = parts[name] + h * direction
            return objective(FloatHead(**parts), points, wanted, p)[0]

        slope = (moved(1e-5) - moved(-1e-5)) / 2e-5
        exact = float(np.sum(direction * getattr(gradient, name)))
        assert slope == pytest.approx(exact, rel=1e-4, abs=1e-6)
        assert abs(slope + exact) > abs(slope - exact) or abs(exact) < 1e-6  # mutant: the other sign


@pytest.mark.parametrize(
    ("text", "m", "N"), [("abs(x0 + 0.3*x1)", 2, 8), ("max(x0, x1)", 1, 6), ("[abs(x0), x1]", 2, 10)]
)
def test_better_than_every_start(text: str, m: int, N: int) -> None:
    target = Target.from_expression(text, m)
    points = random_points(m, 3000, 3)
    wanted = target.sample(points)
    heads = starts(target, N)
    best = searched(heads, target, 5.0, points=400, pool=4000, steps=40, rounds=2)
    assert best.error(points, wanted) < 0.7 * min(head.error(points, wanted) for head in heads)
    assert np.linalg.norm(best.values, axis=1).max() <= 5.0 * (1 + 1e-12)
    assert best.stored(target).tokens == N


def test_few_directions_are_found() -> None:
    """A target of one direction starts from keys on a line: with 12 tokens far better than from spread points."""
    target = Target.from_expression("abs(x0 + 0.3*x1)", 2)
    points = random_points(2, 2000, 4)
    local, *flat, _ = starts(target, 12)
    assert len(flat) == 2
    assert all(np.linalg.matrix_rank(head.keys, tol=1e-6) == 1 for head in flat)
    wanted = target.sample(points)
    assert min(head.error(points, wanted) for head in flat) < 0.5 * local.error(points, wanted)


def test_descents_go_down() -> None:
    target = Target.from_expression("x0*x1", 2)
    points = random_points(2, 300, 5)
    wanted = target.sample(points)
    head = random_head(target, 9, 0)
    assert (
        objective(descend(head, points, wanted, (2.0,), 30), points, wanted, 2.0)[0]
        < 0.5 * objective(head, points, wanted, 2.0)[0]
    )


@pytest.mark.parametrize(("m", "N"), [(1, 7), (2, 20), (3, 30), (2, 1)])
def test_spread_points_keep_apart(m: int, N: int) -> None:
    points = spread(m, N)
    assert np.allclose(np.linalg.norm(points, axis=1), 1)
    if N > 1:
        apart, random = (
            np.arccos(np.clip(x @ x.T - 2 * np.eye(N), -1, 1)).min() for x in (points, random_points(m, N, 0))
        )
        assert apart > 1.5 * random
