"""Laws of Leopardi's equal-area partitions (theory E3a)."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise, product

import numpy as np
import numpy.typing as npt
import pytest
from flint import arb

from theory import partitions
from theory.errors import HypothesisError, InputError
from theory.sphere import cap_measure

FloatArray = npt.NDArray[np.float64]


@pytest.mark.parametrize(("m", "N"), list(product((2, 3, 5), (3, 4, 17, 400))))
def test_collars_have_equal_areas_and_no_gaps(m: int, N: int) -> None:
    collars = partitions.equal_area_collars(m, N)
    assert sum(collar.regions for collar in collars) == N - 2
    for inner, outer, regions in collars:
        assert regions >= 1
        assert (N * (cap_measure(m, outer) - cap_measure(m, inner))).overlaps(arb(regions))
    assert all(a.outer is b.inner for a, b in pairwise(collars))
    assert (N * cap_measure(m, collars[0].inner)).overlaps(arb(1))
    assert (collars[-1].outer + collars[0].inner).overlaps(arb.pi())


@cache
def _collars(m: int, N: int) -> list[partitions.Collar]:
    return partitions.equal_area_collars(m, N)


def _sample(m: int, N: int, rng: np.random.Generator) -> FloatArray:
    """Two points of one region, as rows of coordinates; regions of the circle are arcs."""
    if m == 1:
        angles = rng.uniform(0, 2 * math.pi / N, 2)
        return np.stack([np.cos(angles), np.sin(angles)], axis=1)
    if N <= 2:
        points: FloatArray = rng.normal(size=(2, m + 1))
        points /= np.linalg.norm(points, axis=1)[:, None]
        return points
    collar = _collars(m, N)[rng.integers(len(_collars(m, N)))]
    heights = rng.uniform(float(collar.inner), float(collar.outer), 2)
    below = _sample(m - 1, collar.regions, rng)
    return np.column_stack([below * np.sin(heights)[:, None], np.cos(heights)])


@pytest.mark.parametrize(("m", "N"), [(1, 7), (2, 30), (3, 60), (4, 200)])
def test_no_pair_of_a_region_is_farther_apart_than_the_diameter(m: int, N: int) -> None:
    rng = np.random.default_rng(1)
    bound = float(partitions.equal_area_diameter(m, N))
    largest = 0.0
    for _ in range(400):
        x, y = _sample(m, N, rng)
        largest = max(largest, math.acos(float(np.clip(x @ y, -1, 1))))
    assert largest <= bound + 1e-12
    assert largest > bound / 3


def test_diameters_shrink_like_the_root_of_the_number() -> None:
    for m, constant in ((2, 7), (3, 7), (5, 9)):
        for N in (50, 500):
            diameter = partitions.equal_area_diameter(m, N)
            assert diameter * arb(N) ** (arb(1) / m) < constant


def test_small_numbers_and_refusals() -> None:
    assert not partitions.equal_area_diameter(3, 1) < arb.pi()
    assert (partitions.equal_area_diameter(1, 5) - 2 * arb.pi() / 5).overlaps(arb(0, "1e-14"))
    for m, N in ((0, 3), (2, 0)):
        with pytest.raises(HypothesisError):
            partitions.equal_area_diameter(m, N)
    with pytest.raises(HypothesisError, match="collars need"):
        partitions.equal_area_collars(1, 5)
    with pytest.raises(InputError, match="collars, more than"):
        partitions.equal_area_collars(2, 10**12)
