"""Explicit packings in coordinates, the stored table, and upper limits: nothing stored is believed."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
from flint import arb, fmpq, fmpq_poly

from theory import packings
from theory.errors import HypothesisError, InputError
from theory.harmonics import legendre_values
from theory.packing_limits import delsarte, delsarte_limit, packing_limit, polynomial_maximum
from theory.packing_table import SCALE, decoded, encoded
from theory.sphere import packing_lower_bound

Floats = npt.NDArray[np.float64]
GOLDEN = (1 + math.sqrt(5)) / 2


def roots(d: int) -> Floats:
    return np.array(sorted({v for v in product((-1.0, 0.0, 1.0), repeat=d) if sum(map(abs, v)) == 2}))


def e8() -> Floats:
    halves = np.array([v for v in product((-0.5, 0.5), repeat=8) if sum(x < 0 for x in v) % 2 == 0])
    return np.vstack([roots(8), halves])


def section(points: Floats, *conditions: tuple[Floats, float]) -> Floats:
    """The points with the given inner products, projected to the orthogonal complement."""
    directions = np.array([a for a, _ in conditions])
    chosen = points[np.all([np.abs(points @ a - c) < 1e-9 for a, c in conditions], axis=0)]
    basis = np.linalg.qr(directions.T)[0]
    return np.asarray(chosen - chosen @ basis @ basis.T)


def icosahedron() -> Floats:
    return np.array([np.roll((0, a, b * GOLDEN), k) for a, b, k in product((-1, 1), (-1, 1), range(3))])


def cell600() -> Floats:
    even = [(0, 1, 2, 3), (1, 2, 0, 3), (2, 0, 1, 3), (1, 0, 3, 2), (0, 2, 3, 1), (0, 3, 1, 2)]
    even += [(2, 1, 3, 0), (3, 0, 2, 1), (1, 3, 2, 0), (2, 3, 0, 1), (3, 1, 0, 2), (3, 2, 1, 0)]
    cell = [np.eye(4), -np.eye(4), np.array(list(product((-0.5, 0.5), repeat=4)))]
    for a, b, c in product((-0.5, 0.5), repeat=3):
        base = np.array([a * GOLDEN, b, c / GOLDEN, 0])
        cell.append(np.array([base[list(p)] for p in even]))
    return np.vstack(cell)


E8 = e8()
A, B = E8[0], next(x for x in E8 if x @ E8[0] == -1)
SPECIAL = {
    2: [icosahedron()],
    3: [cell600()],
    4: [np.array([v for v in product((-1.0, 1.0), repeat=5) if np.prod(v) > 0])],
    5: [section(E8, (A, 1.0), (B, 0.0)), section(E8, (A, 0.0), (B, 0.0))],
    6: [section(E8, (A, 1.0)), section(E8, (A, 0.0))],
    7: [E8],
}


@pytest.mark.parametrize("m", [1, 2, 3, 4, 5, 6, 7])
def test_named_configurations_are_as_far_apart_as_claimed(m: int) -> None:
    d = m + 1
    simplex = np.eye(d + 1) - 1 / (d + 1)
    configurations = [np.eye(d)[:1] * [[1], [-1]], simplex, np.vstack([np.eye(d), -np.eye(d)]), roots(d)]
    claimed = packings.named_packings(m)
    configurations += SPECIAL.get(m, [])
    assert len(claimed) == len(configurations)
    for points, (count, distance) in zip(configurations, claimed, strict=True):
        unit = points / np.linalg.norm(points, axis=1)[:, None]
        gram = unit @ unit.T
        np.fill_diagonal(gram, -1)
        assert len(points) == count
        assert np.linalg.matrix_rank(unit) <= d
        assert math.acos(gram.max()) >= float(distance) - 1e-7


# --- stored points -------------------------------------------------------------------------------------------------


def exact_cosine(points: npt.NDArray[np.int64]) -> arb:
    """The largest cosine of two of the vectors, from Python integers."""
    rows = points.tolist()
    cosines = [
        arb(sum(a * b for a, b in zip(x, y, strict=True))) / arb(sum(a * a for a in x) * sum(b * b for b in y)).sqrt()
        for i, x in enumerate(rows)
        for y in rows[:i]
    ]
    return max(cosines, key=lambda c: float(c.mid()))


def test_separation_is_a_lower_bound_and_tight() -> None:
    rng = np.random.default_rng(3)
    for shape in ((2, 2), (20, 3), (30, 5), (9, 8)):
        points = rng.integers(-SCALE, SCALE + 1, size=shape)
        found, truth = packings.separation(points), exact_cosine(points).acos()
        assert found <= truth
        assert found > truth - arb("1e-6")
    doubled = np.array([[1, 2, 3], [4, -1, 0], [2, 4, 6]])
    assert packings.separation(doubled) < arb("1e-6")  # mutant: a point twice


@pytest.mark.parametrize(
    "bad",
    [np.zeros((2, 3)), np.ones((1, 3)), np.array([[2**20, 1], [1, 0]]), np.ones(3)],
    ids=("0", "one", "huge", "1d"),
)
def test_unusable_points(bad: Floats) -> None:
    with pytest.raises(InputError):
        packings.separation(bad.astype(np.int64))


def test_the_table_is_read_as_written_and_beats_what_else_is_known() -> None:
    points = np.random.default_rng(0).integers(-SCALE, SCALE + 1, size=(17, 4))
    assert np.array_equal(decoded(encoded(points)), points)
    for m in range(1, 8):
        sizes = packings.stored_sizes(m)
        assert sizes == sorted(sizes, reverse=True)
        for index, size in enumerate(sizes):
            if index % 8:
                continue
            distance = packings._stored_separation(m, index)
            r = (distance / 2).lower()
            assert packing_lower_bound(m, r) >= size
            assert packing_lower_bound(m, r * 1.3) < size  # a separation that is not there is not used
            assert size <= packing_limit(m, r)[0]


def test_a_spoilt_row_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutant: a point moved onto another one; the header of the row still claims the size."""
    rows = packings._rows()
    index = packings.stored_sizes(2).index(24)
    points = decoded(rows[2][index]).copy()
    points[0] = points[1]
    monkeypatch.setitem(rows, 2, [encoded(points)])
    packings._stored_separation.cache_clear()
    try:
        found = packings.stored_packing(2, arb("0.3"), more_than=5, at_most=arb(100), strictly=True)
    finally:
        packings._stored_separation.cache_clear()
    assert found == 5


# --- limits --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("m", [1, 2, 3, 4, 7, 16, 63])
def test_no_packing_beats_a_limit(m: int) -> None:
    for r in ("0.02", "0.1", "0.3", "0.52", "0.6", "0.785", "0.79", "0.9", "1.2", "1.57", "1.6", "3"):
        assert packing_lower_bound(m, r) <= packing_limit(m, r)[0]


def test_limits_that_are_reached() -> None:
    """Simplex, cross-polytope, icosahedron, the kissing numbers of E_8 and of the plane: no limit can be smaller."""
    assert packing_limit(4, "0.7853")[0] > 10
    assert packing_limit(4, "0.7854") == (6, "Rankin")
    icosahedron_radius = (1 / arb(5).sqrt()).acos() / 2
    assert packing_limit(2, icosahedron_radius.lower()) == (12, "Fejes Toth")
    found = delsarte_limit(7, (arb.pi() / 6).lower(), 6)
    assert found is not None
    assert 240 <= found.limit < 241
    assert packing_lower_bound(7, "0.5235") == 240
    assert packing_limit(1, "1") == (3, "arcs")
    assert packing_limit(5, 4) == (1, "one point")


@pytest.mark.parametrize(("m", "r"), [(2, 0.4), (3, 0.35), (5, 0.5)])
def test_the_dual_polynomial_is_what_it_claims(m: int, r: float) -> None:
    """Sampled: sum c_k P_k <= top < 0 on [-1, s]; a little beyond s it is not."""
    found = delsarte_limit(m, r)
    assert found is not None
    assert all(c >= 0 for c in found.coefficients)
    s = float(arb(found.cosine))
    assert s >= math.cos(2 * r) - 1e-12
    top = float(arb(found.top))

    def value(t: float) -> float:
        values = legendre_values(m, len(found.coefficients), arb(t))
        return float(sum((c * p for c, p in zip(found.coefficients, values[1:], strict=True)), arb(0)))

    assert max(value(t) for t in np.linspace(-1, s, 400)) <= top + 1e-9
    assert value(s + 0.05) > 0
    assert packing_lower_bound(m, r) <= found.limit


def test_polynomial_maximum_encloses() -> None:
    rng = np.random.default_rng(5)
    for degree in (0, 1, 4, 11):
        p = fmpq_poly([int(c) for c in rng.integers(-9, 10, size=degree + 1)])
        bound = polynomial_maximum(p, fmpq(-1), fmpq(1, 2), fmpq(1, 1000))
        sampled = max(p(fmpq(i, 400)) for i in range(-400, 201))
        assert sampled <= bound <= sampled + fmpq(1, 50)


def test_unusable_limits() -> None:
    for call in (
        lambda: packing_limit(0, 1),
        lambda: packing_limit(2, 0),
        lambda: packing_limit(2, arb.nan()),
        lambda: delsarte(2, fmpq(1), 3),
        lambda: delsarte(0, fmpq(0), 3),
        lambda: delsarte(2, fmpq(0), 0),
    ):
        with pytest.raises(HypothesisError):
            call()
