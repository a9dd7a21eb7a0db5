"""Covering radii: every step of the facet proof has a mutant that it refuses, and sampling never beats the result."""

from __future__ import annotations

import itertools
import math
import time

import numpy as np
import pytest
from flint import arb, fmpq, fmpq_mat
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from constructions import covering as module
from constructions.covering import certify_facets, covering, covering_radius, facet_estimate, hull
from theory.balls import precision
from theory.errors import HypothesisError, InputError

Floats = NDArray[np.float64]


def random_points(seed: int, N: int, d: int) -> Floats:
    """Random directions with random lengths."""
    rng = np.random.default_rng(seed)
    points = rng.normal(size=(N, d))
    return np.asarray(points * rng.uniform(0.5, 2, (N, 1)))


def distance(x: Floats, points: Floats) -> float:
    """From a unit vector to the nearest of the normalised points; accurate also when it is small."""
    unit = points / np.linalg.norm(points, axis=1, keepdims=True)
    return float((2 * np.arcsin(np.minimum(1, np.linalg.norm(unit - x, axis=1) / 2))).min())


def spiral(N: int) -> Floats:
    j = np.arange(N) + 0.5
    z, phi = 1 - 2 * j / N, np.pi * (1 + 5**0.5) * j
    return np.stack([np.sqrt(1 - z * z) * np.cos(phi), np.sqrt(1 - z * z) * np.sin(phi), z], axis=1)


sets = st.tuples(st.integers(0, 10**6), st.integers(2, 5), st.integers(8, 60)).filter(lambda s: s[2] >= 4 * s[1])


@given(sets)
@settings(max_examples=60, deadline=None)
def test_no_sample_is_farther_and_the_hole_is_that_far(case: tuple[int, int, int]) -> None:
    seed, d, N = case
    points = random_points(seed, N, d)
    try:
        found = covering(points)
    except HypothesisError:
        assume(False)
    rng = np.random.default_rng(seed + 1)
    samples = rng.normal(size=(2000, d))
    # Samples near the hole, where a bound that is too small would show.
    samples = np.concatenate([samples, found.hole + 0.05 * rng.normal(size=(500, d)), [found.hole]])
    samples /= np.linalg.norm(samples, axis=1, keepdims=True)
    unit = points / np.linalg.norm(points, axis=1, keepdims=True)
    farthest = math.acos((samples @ unit.T).max(axis=1).min())
    radius = float(found.radius)
    assert farthest <= radius + 1e-12
    assert distance(found.hole, points) >= radius - 1e-9
    # The mutant claim, smaller by 1e-6, is refuted by the hole as a witness.
    assert distance(found.hole, points) > radius - 1e-6


@given(sets, st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_mutated_facets_are_refused(case: tuple[int, int, int], pick: int) -> None:
    seed, d, N = case
    points = random_points(seed, N, d)
    simplices = hull(points).simplices
    try:
        certify_facets(points, simplices)
    except HypothesisError:
        assume(False)
    index = pick % len(simplices)
    hole = np.delete(simplices, index, axis=0)
    twice = np.concatenate([simplices, simplices[index : index + 1]])
    shuffled = np.concatenate([simplices, simplices[index : index + 1, ::-1]])
    repeated = simplices.copy()
    repeated[index, 0] = repeated[index, 1]
    other = simplices.copy()
    outsiders = [v for v in range(N) if v not in simplices[index]]
    other[index, pick % d] = outsiders[pick % len(outsiders)]
    for mutant in (hole, twice, shuffled, repeated, other, simplices[:0], simplices[:, :-1], simplices + N):
        with pytest.raises(HypothesisError):
            certify_facets(points, mutant)


@given(sets, st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_flipped_facets_are_refused(case: tuple[int, int, int], pick: int) -> None:
    """A vertex pushed through 0 turns its facets over while every ridge still lies in two of them."""
    seed, d, N = case
    points = random_points(seed, N, d)
    simplices = hull(points).simplices
    try:
        certify_facets(points, simplices)
    except HypothesisError:
        assume(False)
    flipped = points.copy()
    flipped[simplices[pick % len(simplices), 0]] *= -1
    with pytest.raises(HypothesisError, match=r"same side|offset"):
        certify_facets(flipped, simplices)


def test_two_copies_of_one_simplex_cover_nothing() -> None:
    """Every ridge lies in exactly two simplices here, but both lie on the same side of it."""
    points = np.eye(3)
    with pytest.raises(HypothesisError, match="same side"):
        certify_facets(points, np.array([[0, 1, 2], [2, 1, 0]]))


@pytest.mark.parametrize("d", [2, 3, 4, 6])
def test_points_in_a_hemisphere_are_refused(d: int) -> None:
    rng = np.random.default_rng(d)
    points = rng.normal(size=(6 * d, d))
    points[:, 0] = np.abs(points[:, 0]) + 0.01
    with pytest.raises(HypothesisError, match="no covering radius below pi/2"):
        covering(points)
    with pytest.raises(HypothesisError, match="hemisphere"):
        covering(points[:d])


@pytest.mark.parametrize("height", [0.0, 0.8])
def test_a_closed_hemisphere_gives_at_least_a_right_angle(height: float) -> None:
    """0 on the boundary of the hull, or a flat hull: nudged points may prove pi/2 and a little more, never less."""
    equator = [[1.0, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0]]
    points = np.array([*equator, [0.6, 0, height], [-0.6, 0, height], [0, 0.6, height]])
    try:
        radius = covering(points).radius
    except HypothesisError:
        return
    assert radius >= arb.pi() / 2
    assert radius < 1.5709


def polytopes() -> dict[str, tuple[Floats, float]]:
    """Vertices and covering radius; facets with many vertices, so most need the nudge."""
    pairs = [(i, j) for i, j in itertools.combinations(range(4), 2)]
    roots = np.array([s * np.eye(4)[i] + t * np.eye(4)[j] for i, j in pairs for s in (1, -1) for t in (1, -1)])
    result = {"24-cell": (roots, math.pi / 4)}
    for d in (3, 4, 5):
        cube = np.array(list(itertools.product((1.0, -1.0), repeat=d)))
        result[f"cube {d}"] = (cube, math.acos(d**-0.5))
        result[f"cross-polytope {d}"] = (np.vstack([np.eye(d), -np.eye(d)]), math.acos(d**-0.5))
    return result


@pytest.mark.parametrize("name", polytopes())
def test_polytopes_with_degenerate_facets(name: str) -> None:
    points, radius = polytopes()[name]
    found = covering(points)
    assert radius <= found.radius
    assert found.radius <= radius + 1e-6
    assert found.nudge <= 1e-6


@given(sets)
@settings(max_examples=20, deadline=None)
def test_nudged_proofs_hold_too(case: tuple[int, int, int]) -> None:
    """The proof on moved points plus the angle is never below the proof on the points themselves."""
    seed, d, N = case
    points = random_points(seed, N, d)
    for size in (1e-9, 1e-4):
        moved, angle = module._nudged(points, size, seed)
        assert all(distance(q / np.linalg.norm(q), points[i : i + 1]) <= float(angle) for i, q in enumerate(moved))
        try:
            direct, shifted = covering(points), certify_facets(moved, hull(moved).simplices)
        except HypothesisError:
            continue
        assert shifted.radius + angle >= direct.radius - 1e-12


@given(sets, st.integers(-900, 900))
@settings(max_examples=40, deadline=None)
def test_lengths_do_not_matter(case: tuple[int, int, int], exponent: int) -> None:
    seed, d, N = case
    points = random_points(seed, N, d)
    try:
        expected = covering(points).radius
    except HypothesisError:
        assume(False)
    assert covering(np.ldexp(points, exponent)).radius == expected
    assert abs(covering(3.0 * points).radius - expected) < 1e-11


@given(st.integers(0, 10**6), st.integers(2, 8), st.sampled_from([0.0, 1e-3, 1e-9, 1e-14, 1e-16]))
@settings(max_examples=150, deadline=None)
def test_determinants_stay_within_their_error_bounds(seed: int, d: int, spread: float) -> None:
    """Near-singular matrices: the last row is almost a combination of the others."""
    rng = np.random.default_rng(seed)
    matrix = rng.uniform(-1, 1, (d, d))
    if spread:
        matrix[-1] = np.clip(rng.uniform(-1, 1, d - 1) @ matrix[:-1] / d + spread * rng.normal(size=d), -1, 1)
    (value,), (error,) = module._determinants(matrix[None])
    exact = fmpq_mat([[fmpq(*float(c).as_integer_ratio()) for c in row] for row in matrix]).det()
    assert abs(fmpq(*float(value).as_integer_ratio()) - exact) <= fmpq(*float(error).as_integer_ratio())
    assert abs(exact) <= math.factorial(d)
    assert module._exact_sign(matrix) == (exact > 0) - (exact < 0)
    assert error < 1e-9


@given(st.integers(0, 10**6), st.integers(2, 7))
@settings(max_examples=60, deadline=None)
def test_offsets_stay_within_their_error_bound(seed: int, d: int) -> None:
    """The float offset against the exact minimum of <p, c>/(|p||c|) for the same float vector c."""
    points = module.scaled_rows(random_points(seed, d, d))
    simplices = np.arange(d)[None]
    (offset,), (centre,) = module._offsets(points, simplices)
    assume(abs(offset) > 1e-6)
    cosines = []
    with precision(200):
        c = [arb(float(x)) for x in centre]
        for row in points.tolist():
            p = [arb(x) for x in row]
            dot, p2, c2 = (sum((a * b for a, b in zip(u, v, strict=True)), arb(0)) for u, v in ((p, c), (p, p), (c, c)))
            cosines.append(dot / (p2 * c2).sqrt())
    error = module._gamma(3 * d + 6)
    assert all(x >= offset - error for x in cosines)
    assert any(x <= offset + error for x in cosines)


@pytest.mark.parametrize(
    "points",
    [
        np.zeros((0, 3)),
        np.zeros(3),
        np.ones((4, 1)),
        np.array([[1.0, 0], [0, np.nan], [1, 1]]),
        np.array([[1.0, 0], [0, np.inf], [1, 1]]),
        np.array([[1.0, 0], [0, 0], [1, 1]]),
    ],
)
def test_unusable_arrays(points: Floats) -> None:
    with pytest.raises(InputError, match="point"):
        covering_radius(points)


def test_hulls_out_of_reach_are_refused_at_once() -> None:
    with pytest.raises(HypothesisError, match="facets, more than the limit"):
        covering(np.random.default_rng(0).normal(size=(500, 12)))


@pytest.mark.parametrize(("m", "N"), [(1, 20), (2, 100), (3, 300), (4, 200), (5, 100)])
def test_facet_estimate(m: int, N: int) -> None:
    mean = np.mean([len(hull(random_points(seed, N, m + 1)).simplices) for seed in range(8)])
    assert abs(mean / facet_estimate(N, m) - 1) < 0.06


def test_spiral_of_20000_points_is_quick() -> None:
    points = spiral(20_000)
    covering(spiral(100))
    start = time.process_time()
    radius = float(covering_radius(points))
    assert time.process_time() - start < 2
    assert abs(radius * math.sqrt(20_000) - 2.7281) < 1e-3


def test_circle_against_the_largest_gap() -> None:
    angles = np.sort(np.random.default_rng(3).uniform(0, 2 * np.pi, 40))
    gaps = np.diff(np.append(angles, angles[0] + 2 * np.pi))
    found = covering(np.stack([np.cos(angles), np.sin(angles)], axis=1))
    assert abs(float(found.radius) - gaps.max() / 2) < 1e-13
