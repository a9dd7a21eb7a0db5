"""Families of nodes: at most N points, unit, deterministic; every certified attribute holds when sampled."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from flint import arb

from constructions.designs import designs
from constructions.equal_area import equal_area
from constructions.families import FAMILIES, certified, families, fibonacci, float_rows, nodes_named, random_nodes
from constructions.lattices import lifted_lattice, lifted_lattice_size
from constructions.nets import largest_net
from constructions.nodes import product_gauss_size
from theory.errors import InputError, UnreachableError
from theory.partitions import equal_area_diameter
from theory.sphere import cap_measure

CASES = [(name, m, N) for m, N in ((1, 30), (2, 60), (3, 90), (5, 40), (12, 40)) for name in FAMILIES]


@pytest.mark.parametrize(("name", "m", "N"), CASES)
def test_members(name: str, m: int, N: int) -> None:
    if not FAMILIES[name].spheres(m):
        with pytest.raises(InputError, match="no members"):
            nodes_named(name, m, N)
        return
    try:
        nodes = certified(nodes_named(name, m, N))
    except UnreachableError:
        return  # the smallest member is larger
    assert nodes.m == m
    assert 1 <= len(nodes) <= N
    rows = np.array([[float(c) for c in p] for p in nodes.points])
    assert np.abs(np.linalg.norm(rows, axis=1) - 1).max() < 1e-14
    for value, proof in (
        (nodes.covering_radius, nodes.covering_proof),
        (nodes.separation, nodes.separation_proof),
        (nodes.exact_to, nodes.exactness_proof),
    ):
        assert (value is None) == (proof is None)
    if nodes.covering_radius is not None:
        sample = np.random.default_rng(0).normal(size=(500, m + 1))
        sample /= np.linalg.norm(sample, axis=1, keepdims=True)
        assert math.acos(max(-1.0, (sample @ rows.T).max(axis=1).min())) <= float(nodes.covering_radius) + 1e-7
        if m <= 5:
            assert len(nodes) * cap_measure(m, nodes.covering_radius) > 1 - 1e-12
    if nodes.separation is not None:
        closest = (rows @ rows.T - 3 * np.eye(len(rows))).max()
        assert math.acos(min(1.0, closest)) >= float(nodes.separation) - 1e-6
    again = certified(nodes_named(name, m, N))
    assert all(
        x.overlaps(y) for p, q in zip(nodes.points, again.points, strict=True) for x, y in zip(p, q, strict=True)
    )


def test_every_sphere_has_families() -> None:
    assert [sum(1 for _ in families(m)) for m in (1, 2, 3, 6, 7, 50)] == [9, 11, 10, 10, 9, 8]


@pytest.mark.parametrize(("m", "N"), [(1, 5), (2, 1), (2, 2), (2, 3), (2, 77), (3, 50), (5, 40), (8, 30)])
def test_equal_area_centres(m: int, N: int) -> None:
    nodes = equal_area(m, N)
    assert len(nodes) == N
    assert nodes.cell_diameter is not None
    assert nodes.covering_radius is not None
    assert nodes.cell_diameter.overlaps(equal_area_diameter(m, N))
    # A cell lies within its diameter of its own centre.
    assert nodes.covering_radius <= nodes.cell_diameter + 1e-12
    # Mutant: no N caps of a radius below that of measure 1/N cover.
    assert N * cap_measure(m, nodes.covering_radius) >= 1 - 1e-12


@pytest.mark.parametrize("m", [2, 3, 4])
def test_lattice_sizes(m: int) -> None:
    for n in (1, 2, 3):
        assert len(lifted_lattice(m, n)) == lifted_lattice_size(m, n)


def test_lattice_is_better_than_random_and_a_net_better_still() -> None:
    radii = []
    for nodes in (largest_net(3, 90), lifted_lattice(3, 3), certified(random_nodes(3, 90))):
        assert nodes.covering_radius is not None
        radii.append(float(nodes.covering_radius))
    assert radii == sorted(radii)


def test_rows_enclose_the_points() -> None:
    for nodes in (nodes_named("design", 3, 100), nodes_named("product_gauss", 2, 50), fibonacci(20)):
        rows, moved = float_rows(nodes)
        assert 0 <= moved < 1e-12
        for row, point in zip(rows.tolist(), nodes.points, strict=True):
            x = [arb(c) for c in row]
            length = sum((c * c for c in x), arb(0)).sqrt()
            off = [c / length - p for c, p in zip(x, point, strict=True)]
            assert sum((c * c for c in off), arb(0)) <= arb(moved) ** 2 + arb("1e-30")


def test_designs_are_exact_by_proof() -> None:
    for m in (2, 3, 4):
        for design in designs(m):
            if design.size <= 130:
                nodes = design.proved()
                assert (nodes.exact_to, len(nodes)) == (design.exact_to, design.size)
                assert nodes.exactness_proof in ("formula", "newton", "inner products")


def test_the_best_rule_is_much_smaller_than_product_gauss() -> None:
    nodes = nodes_named("design", 2, 200)
    assert nodes.exact_to == 23
    assert product_gauss_size(2, 23) == 288


@pytest.mark.parametrize(
    "call",
    [
        lambda: nodes_named("nets", 2, 10),
        lambda: nodes_named("net", 0, 10),
        lambda: nodes_named("random", 2, 0),
        lambda: fibonacci(0),
        lambda: random_nodes(0, 5),
        lambda: equal_area(2, 0),
        lambda: lifted_lattice(1, 3),
        lambda: largest_net(3, 4),
    ],
)
def test_bad_input(call: Callable[[], object]) -> None:
    with pytest.raises(InputError):
        call()


@pytest.mark.parametrize(
    "call", [lambda: fibonacci(10**7), lambda: random_nodes(2, 10**8), lambda: equal_area(2, 10**7)]
)
def test_too_large(call: Callable[[], object]) -> None:
    with pytest.raises(UnreachableError):
        call()
