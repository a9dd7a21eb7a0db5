"""Nodes and coverings against other people's numbers: scipy's Gauss rules, classical polytopes, SphericalVoronoi."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np
import pytest
from flint import arb
from numpy.typing import NDArray
from scipy.spatial import SphericalVoronoi
from scipy.special import roots_chebyt, roots_gegenbauer, roots_legendre

from constructions.covering import covering
from constructions.groups import icosahedron
from constructions.nets import net
from constructions.nodes import gauss, product_gauss

Floats = NDArray[np.float64]


def as_floats(values: Sequence[arb]) -> Floats:
    return np.array([float(v) for v in values])


@pytest.mark.parametrize("n", [1, 2, 5, 16, 63, 100])
def test_gauss_legendre(n: int) -> None:
    roots, weights = map(as_floats, gauss(2, n))
    x, w = roots_legendre(n)
    assert np.allclose(roots, x, rtol=0, atol=1e-14)
    assert np.allclose(weights, w / 2, rtol=1e-11, atol=0)


@pytest.mark.parametrize("m", [3, 4, 5, 8, 20])
@pytest.mark.parametrize("n", [1, 3, 10, 40])
def test_gauss_gegenbauer(m: int, n: int) -> None:
    roots, weights = map(as_floats, gauss(m, n))
    x, w = roots_gegenbauer(n, (m - 1) / 2)
    assert np.allclose(roots, x, rtol=0, atol=1e-13)
    assert np.allclose(weights, w / w.sum(), rtol=1e-9, atol=1e-300)


@pytest.mark.parametrize("n", [1, 2, 9, 50])
def test_gauss_chebyshev(n: int) -> None:
    roots, weights = map(as_floats, gauss(1, n))
    x, _ = roots_chebyt(n)
    assert np.allclose(roots, np.sort(x), rtol=0, atol=1e-14)
    assert np.allclose(weights, 1 / n, rtol=1e-13, atol=0)


def test_a_rule_from_a_table() -> None:
    """Abramowitz and Stegun, table 25.4, n = 3: abscissas 0, .7745966692, weights .8888888889, .5555555556."""
    roots, weights = map(as_floats, gauss(2, 3))
    assert np.round(roots, 10).tolist() == [-0.7745966692, 0.0, 0.7745966692]
    assert np.round(2 * weights, 10).tolist() == [0.5555555556, 0.8888888889, 0.5555555556]


def test_product_rule_integrates_the_exponential() -> None:
    """The mean of e^{<x,a>} over S^2 is sinh|a|/|a|."""
    nodes = product_gauss(2, 30)
    points = np.array([as_floats(p) for p in nodes.points])
    weights = as_floats(nodes.weight_list())
    a = np.array([0.3, -1.1, 0.7])
    size = float(np.linalg.norm(a))
    assert math.isclose(float(weights @ np.exp(points @ a)), math.sinh(size) / size, rel_tol=1e-13)


def even_permutations(rows: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    result = []
    for row in rows:
        for p in itertools.permutations(range(4)):
            if sum(a > b for i, a in enumerate(p) for b in p[i + 1 :]) % 2 == 0:
                result.append(tuple(row[i] for i in p))
    return result


def polytopes() -> dict[str, tuple[Floats, float]]:
    """Vertices and covering radius (circumradius of a facet seen from the centre), from the literature (Coxeter)."""
    golden = (1 + 5**0.5) / 2
    signs = list(itertools.product((1, -1), repeat=3))
    snub = even_permutations([(s * golden / 2, t / 2, u / (2 * golden), 0.0) for s, t, u in signs])
    cell24 = [*np.vstack([np.eye(4), -np.eye(4)]), *(np.array(s) / 2 for s in itertools.product((1, -1), repeat=4))]
    inradius = math.sqrt((5 + 2 * 5**0.5) / 15)
    return {
        "icosahedron": (icosahedron(), math.acos(inradius)),
        "24-cell": (np.array(cell24), math.pi / 4),
        "600-cell": (np.array([*cell24, *snub]), math.acos(golden**2 / math.sqrt(8))),
    }


@pytest.mark.parametrize("name", polytopes())
def test_polytopes(name: str) -> None:
    points, radius = polytopes()[name]
    found = covering(points)
    assert radius <= found.radius + 1e-15
    assert found.radius <= radius + 1e-8


def test_600_cell_is_found_by_the_net_builder() -> None:
    nodes = net(3, 0.3882)
    assert len(nodes) == 120
    assert nodes.covering_radius is not None
    assert abs(float(nodes.covering_radius) - 0.388135) < 1e-5


@pytest.mark.parametrize("N", [30, 400])
def test_covering_against_spherical_voronoi(N: int) -> None:
    points = np.random.default_rng(N).normal(size=(N, 3))
    unit = points / np.linalg.norm(points, axis=1, keepdims=True)
    vertices = SphericalVoronoi(unit).vertices  # type: ignore[attr-defined]
    assert abs(float(covering(points).radius) - math.acos((vertices @ unit.T).max(axis=1).min())) < 1e-9


@pytest.mark.parametrize(
    ("N", "degrees"),
    [(4, 70.528779), (5, 63.434949), (6, 54.735610), (7, 51.026553), (8, 48.139529), (10, 42.307827), (12, 37.377368)],
)
def test_best_known_coverings(N: int, degrees: float) -> None:
    """Optimal or best known coverings of S^2 (L. Fejes Toth; Hardin, Sloane, Smith), within 1 %."""
    nodes = net(2, math.radians(degrees) * 1.01)
    assert len(nodes) <= N
    with_less = net(2, math.radians(degrees) * 0.99)
    assert len(with_less) > N
