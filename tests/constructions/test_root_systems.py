"""Classical designs: exact degrees against the literature, exact arithmetic against balls, refused mutants."""

from __future__ import annotations

import numpy as np
import pytest
from flint import arb

from constructions.root_systems import CONFIGURATIONS, Configuration, configuration, exact_degree, root_system
from theory.errors import HypothesisError, InputError
from verify.gram import legendre_sums

# name, m, N, degree of the design (Delsarte, Goethals, Seidel 1977; Conway and Sloane, chapters 3 and 4).
KNOWN = [
    ("icosahedron", 2, 12, 5), ("dodecahedron", 2, 20, 5), ("cuboctahedron", 2, 12, 3), ("24-cell", 3, 24, 5),
    ("600-cell", 3, 120, 11), ("E6", 5, 72, 5), ("E7", 6, 126, 5), ("E8", 7, 240, 7), ("E6 weights", 5, 27, 4),
    ("E6 weights and opposites", 5, 54, 5), ("E7 weights", 6, 56, 5), ("A2", 1, 6, 5), ("A3", 2, 12, 3),
    ("A5", 4, 30, 3), ("D4", 3, 24, 5), ("D6", 5, 60, 3),
]  # fmt: skip
known = pytest.mark.parametrize(("name", "m", "size", "degree"), KNOWN)


@known
def test_exactness_is_that_of_the_books(name: str, m: int, size: int, degree: int) -> None:
    nodes = root_system(name)
    assert (nodes.m, len(nodes), nodes.exact_to, nodes.exactness_proof) == (m, size, degree, "inner products")
    assert all((sum((c * c for c in p), arb(0)) - 1).abs_upper() < 1e-12 for p in nodes.points)


@known
def test_balls_agree_and_one_degree_more_is_refuted(name: str, m: int, size: int, degree: int) -> None:
    nodes = root_system(name)
    weights = [[w] for w in nodes.weight_list()]
    sums = legendre_sums(m, degree + 1, nodes.points, [weights])[0]
    assert all(s.contains(0) and s.abs_upper() < 1e-10 for s in sums[1:-1])
    assert sums[-1] > 1e-6
    rows = np.array([[float(c) for c in p] for p in nodes.points])
    largest = (rows @ rows.T - 2 * np.eye(size)).max()
    assert nodes.separation is not None
    assert abs(float(nodes.separation.cos()) - largest) < 1e-12


def test_every_name_is_tested() -> None:
    assert set(CONFIGURATIONS) <= {name for name, *_ in KNOWN}


def test_a_vector_moved_is_no_design_any_more() -> None:
    """Mutants: a vector replaced by another of the same length, taken away, doubled, or of another length."""
    cell = configuration("24-cell")
    assert exact_degree(cell._replace(a=cell.a[1:], b=cell.b[1:])) < 5
    other = np.concatenate([cell.a[:-1], [[1, 1, 1, 1]]])
    with pytest.raises(HypothesisError, match="lengths"):
        exact_degree(cell._replace(a=other))
    with pytest.raises(HypothesisError, match="same"):
        exact_degree(cell._replace(a=np.concatenate([cell.a[:-1], cell.a[:1]])))
    ico = configuration("icosahedron")
    turned = np.concatenate([ico.a[:-1], [[2, 0, 1]]]), np.concatenate([ico.b[:-1], [[0, 0, 1]]])
    assert exact_degree(Configuration(5, *turned)) == 0  # an odd permutation in the place of a vertex
    octagon_like = np.array([[3, 4], [4, 3], [-3, -4], [-4, -3]])
    assert exact_degree(Configuration(2, octagon_like, np.zeros_like(octagon_like))) == 1
    with pytest.raises(HypothesisError, match="orthogonal"):
        exact_degree(configuration("E7")._replace(normals=((1, 0, 0, 0, 0, 0, 0, 0),)))


@pytest.mark.parametrize("name", ["E9", "", "A1", "D41", "A²", "D-3", "icosahedron "])
def test_unknown_names(name: str) -> None:
    with pytest.raises(InputError, match="no configuration"):
        configuration(name)
