"""Separation: never more than the true smallest distance, hardly less, and pairs that a sweep might miss."""

from __future__ import annotations

import math

import numpy as np
import pytest
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from constructions.families import fibonacci, random_nodes
from constructions.nodes import equally_spaced
from constructions.separation import separation
from theory.errors import HypothesisError, InputError, UnreachableError

Floats = NDArray[np.float64]


def exact_smallest(points: Floats) -> arb:
    rows = [[arb(c) for c in row] for row in points.tolist()]
    lengths = [sum((c * c for c in row), arb(0)).sqrt() for row in rows]
    unit = [[c / n for c in row] for row, n in zip(rows, lengths, strict=True)]
    best = arb.pi()
    for i, x in enumerate(unit):
        for y in unit[:i]:
            chord = sum(((a - b) * (a - b) for a, b in zip(x, y, strict=True)), arb(0)).sqrt()
            best = best.min(2 * (chord / 2).asin())
    return best


@given(st.integers(0, 10**6), st.integers(2, 7), st.integers(2, 40), st.integers(-40, 40))
@settings(max_examples=20, deadline=None)
def test_bound_is_below_and_close(seed: int, d: int, N: int, exponent: int) -> None:
    rng = np.random.default_rng(seed)
    points = np.ldexp(rng.normal(size=(N, d)) * rng.uniform(0.5, 2, (N, 1)), exponent)
    found, truth = separation(points).radians, exact_smallest(points)
    assert found <= truth
    # Relative to the chord the rounding of coordinates counts.
    assert float(truth) - float(found) <= 1e-13 + 1e-14 / max(float(truth), 1e-6)
    # The mutant claim, larger by 1e-9, is false.
    assert found + arb("1e-9") > truth or float(truth) > 3.14


@pytest.mark.parametrize("block", [7, 300, 2_000_000])
def test_blocks_do_not_matter(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    points = random_nodes(2, 400, seed=5).array
    assert points is not None
    expected = separation(points)
    monkeypatch.setattr("constructions.separation._BLOCK", block)
    assert separation(points) == expected


def test_known_distances() -> None:
    polygon = np.array([[float(c) for c in p] for p in equally_spaced(1001).points])
    assert abs(float(separation(polygon).radians) - 2 * math.pi / 1001) < 1e-12
    nodes = fibonacci(3000)
    assert nodes.array is not None
    # The two first and the two last points of the spiral are the closest, at 3.09/sqrt N.
    assert set(separation(nodes.array).pair) <= {0, 1, 2, 3, 2996, 2997, 2998, 2999}


def test_points_that_may_have_moved() -> None:
    points = np.eye(3)
    assert separation(points, moved=0.1).radians <= separation(points).radians - 0.19


@pytest.mark.parametrize(
    "points", [np.ones((1, 3)), np.array([[1.0, 2], [2, 4]]), np.array([[1.0, 0, 0], [1, 1e-17, 0]])]
)
def test_no_separation(points: Floats) -> None:
    with pytest.raises(HypothesisError):
        separation(points)


def test_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError):
        separation(np.array([[1.0, np.nan], [0, 1]]))
    monkeypatch.setattr("constructions.separation.MAX_PAIRS", 10)
    with pytest.raises(UnreachableError, match="too many comparisons"):
        separation(np.eye(5))
