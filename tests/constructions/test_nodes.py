"""Quadrature rules: exactness proved against exact sphere integrals, weights, order, sizes, precision, bad input."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import numpy as np
import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from constructions.covering import covering
from constructions.nodes import (
    Nodes,
    cross_polytope,
    equally_spaced,
    gauss,
    product_gauss,
    product_gauss_size,
    simplex,
)
from theory.balls import precision
from theory.errors import InputError, UnreachableError
from theory.harmonics import legendre_values, ring, sphere_integral

RULES: list[tuple[str, Callable[[], Nodes]]] = [
    *((f"equally_spaced({N})", lambda N=N: equally_spaced(N)) for N in (1, 2, 3, 4, 7, 12)),
    *((f"cross_polytope({m})", lambda m=m: cross_polytope(m)) for m in (1, 2, 3, 5)),
    *((f"simplex({m})", lambda m=m: simplex(m)) for m in (1, 2, 3, 5)),
    *(
        (f"product_gauss({m},{D})", lambda m=m, D=D: product_gauss(m, D))
        for m, degrees in ((1, (0, 5)), (2, (0, 1, 2, 3, 4, 7, 8)), (3, (2, 3, 4, 5)), (4, (1, 4)), (6, (3,)))
        for D in degrees
    ),
]
rules = pytest.mark.parametrize("make", [make for _, make in RULES], ids=[name for name, _ in RULES])


def moment(nodes: Nodes, powers: tuple[int, ...]) -> arb:
    total = arb(0)
    for point, weight in zip(nodes.points, nodes.weight_list(), strict=True):
        term = weight
        for c, e in zip(point, powers, strict=True):
            term = term * c**e
        total += term
    return total


def monomials(d: int, degree: int) -> list[tuple[int, ...]]:
    return [p for p in itertools.product(range(degree + 1), repeat=d) if sum(p) == degree]


def exact_moment(m: int, powers: tuple[int, ...]) -> fmpq:
    return sphere_integral(ring(m + 1).from_dict({powers: 1}), m)


@rules
def test_rule_is_exact_to_its_degree_and_no_further(make: Callable[[], Nodes]) -> None:
    nodes = make()
    D = nodes.exact_to
    assert D is not None
    for degree in range(D + 1):
        for powers in monomials(nodes.m + 1, degree):
            error = moment(nodes, powers) - exact_moment(nodes.m, powers)
            assert error.contains(0)
            assert error.abs_upper() < 1e-12
    # The mutant claim: exact to some higher degree (even rules may be exact to odd degrees for free).
    wrong = [
        powers
        for degree in (D + 1, D + 2)
        for powers in monomials(nodes.m + 1, degree)
        if not (moment(nodes, powers) - exact_moment(nodes.m, powers)).contains(0)
    ]
    assert wrong


@rules
def test_points_are_unit_and_weights_a_probability(make: Callable[[], Nodes]) -> None:
    nodes = make()
    assert all((sum((c * c for c in p), arb(0)) - 1).abs_upper() < 1e-14 for p in nodes.points)
    weights = nodes.weight_list()
    assert all(w > 0 for w in weights)
    assert sum(weights, arb(0)).contains(1)
    assert nodes.equal_weights == (nodes.weights is None)
    assert len(nodes) == len(nodes.points) == len(weights)


@rules
def test_claims_about_distances(make: Callable[[], Nodes]) -> None:
    nodes = make()
    points = np.array([[float(c) for c in p] for p in nodes.points])
    if nodes.separation is not None:
        gram = points @ points.T - 2 * np.eye(len(points))
        assert math.isclose(float(nodes.separation), math.acos(gram.max()), abs_tol=1e-7)
    if nodes.covering_radius is not None and len(points) > nodes.m + 1 and float(nodes.covering_radius) < 1.57:
        assert abs(float(nodes.covering_radius) - float(covering(points).radius)) < 1e-12


@pytest.mark.parametrize("m", [2, 3, 4])
@pytest.mark.parametrize("D", [4, 5])
def test_product_order_is_the_documented_one(m: int, D: int) -> None:
    nodes, inner = product_gauss(m, D), product_gauss(m - 1, D)
    roots, weights = gauss(m, (D + 2) // 2)
    index = 0
    for t, w in zip(roots, weights, strict=True):
        for y, u in zip(inner.points, inner.weight_list(), strict=True):
            x = nodes.points[index]
            assert x[m].overlaps(t)
            assert all(a.overlaps((1 - t * t).sqrt() * b) for a, b in zip(x[:m], y, strict=True))
            assert nodes.weight_list()[index].overlaps(w * u)
            index += 1
    assert index == len(nodes)


@given(st.integers(1, 12), st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_size_law(m: int, D: int) -> None:
    size = product_gauss_size(m, D)
    if size <= 3000:
        assert len(product_gauss(m, D)) == size


@given(st.integers(1, 60), st.integers(1, 16), st.sampled_from([53, 113, 400]))
@settings(max_examples=40, deadline=None)
def test_gauss_roots_and_weights(m: int, n: int, bits: int) -> None:
    with precision(bits):
        roots, weights = gauss(m, n)
        assert all(a < b for a, b in itertools.pairwise(roots))
        assert all(legendre_values(m, n, t)[n].contains(0) for t in roots)
        assert all(w.rel_accuracy_bits() >= bits - 8 for w in weights)
        assert sum(weights, arb(0)).contains(1)
        # Legendre orthogonality: every P_k, 1 <= k < 2n, has mean zero.
        for k in {1, n, 2 * n - 1}:
            mean = sum((w * legendre_values(m, k, t)[k] for t, w in zip(roots, weights, strict=True)), arb(0))
            assert mean.contains(0)
    with precision(2 * bits):
        finer, _ = gauss(m, n)
    assert all(a.overlaps(b) for a, b in zip(roots, finer, strict=True))


def test_gauss_is_not_exact_to_degree_2n() -> None:
    for m, n in ((1, 3), (2, 4), (7, 5)):
        roots, weights = gauss(m, n)
        mean = sum((w * legendre_values(m, 2 * n, t)[2 * n] for t, w in zip(roots, weights, strict=True)), arb(0))
        assert not mean.contains(0)


@pytest.mark.parametrize("bits", [64, 256, 2000])
def test_precision_is_delivered(bits: int) -> None:
    with precision(bits):
        nodes = product_gauss(3, 5)
        assert all(c.rad() < arb(2) ** (4 - bits) for p in nodes.points for c in p)
        assert all(w.rel_accuracy_bits() > bits - 8 for w in nodes.weight_list())


def test_exact_where_rational() -> None:
    assert all(c.is_exact() for p in cross_polytope(4).points for c in p)
    assert all(c.is_exact() for p in equally_spaced(4).points for c in p)
    assert equally_spaced(12).points[1][1] == fmpq(1, 2)


def test_large_rule_is_quick() -> None:
    with precision(256):
        assert len(product_gauss(2, 171)) == 14792


@pytest.mark.parametrize(
    "call",
    [
        lambda: equally_spaced(0),
        lambda: gauss(0, 3),
        lambda: gauss(2, 0),
        lambda: product_gauss(0, 3),
        lambda: product_gauss(2, -1),
        lambda: product_gauss_size(-1, 2),
        lambda: cross_polytope(0),
        lambda: simplex(0),
    ],
)
def test_bad_input_is_refused(call: Callable[[], object]) -> None:
    with pytest.raises(InputError, match=r"-?[0-9]"):
        call()


def test_huge_rules_are_refused_with_their_size() -> None:
    with pytest.raises(UnreachableError, match=r"product_gauss\(40, 9\)"):
        product_gauss(40, 9)
