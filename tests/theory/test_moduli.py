"""Certified Lipschitz constants: exact where they should be, never below a difference quotient, and not far above."""

from __future__ import annotations

import numpy as np
import pytest
from flint import arb, fmpq

from theory.balls import precision
from theory.cells import Cells, Reduced, maximise, subdivide
from theory.errors import HypothesisError
from theory.expressions import Floats, Node, enclose, evaluate
from theory.harmonics import legendre, ring
from theory.intervals import Interval
from theory.jets import Boxes
from theory.lipschitz import SLACK, ExpressionMap
from theory.moduli import modulus_of_distance, modulus_of_hoelder, modulus_of_linear
from theory.parser import parse_map
from theory.slope_rules import SlopeRules
from theory.sphere_polynomials import (
    SpherePolynomial,
    extreme_eigenvalues,
    harmonic_slope,
    harmonic_sup,
    harmonic_terms,
    largest_singular_value,
)


def nodes_of(text: str, m: int) -> tuple[Node, ...]:
    return parse_map(text, m)[0]


# --- values known in closed form -------------------------------------------------------------------------------------

EXACT = [
    # m, target, L^2
    (1, "3", 0),
    (2, "x0**2 + x1**2 + x2**2", 0),
    (2, "norm(x0, x1, x2)", 0),
    (2, "exp(2) + pi", 0),
    (2, "x0", 1),
    (63, "x0", 1),
    (2, "3*x0 - 4*x1 + 7", 25),
    (200, "3*x0 - 4*x199", 25),
    (2, "[x0, x1, x2]", 1),
    (63, "[x0, x1, 2*x63]", 4),
    (2, "[x0 + x1, x0 - x1, 1]", 2),
    (2, "abs(x0)", 1),
    (3, "2*abs(x0)", 4),
    (2, "abs(x0 + x1)", 2),
    (2, "acos(x2)", 1),
    (5, "acos(x2)", 1),
    (2, "asin(3/5*x0 + 4/5*x1)", 1),
    (2, "acos(x0/2)", fmpq(1, 4)),
    (2, "sqrt(1 - x2**2)", 1),
    (2, "(1 - x2**2)**(1/2)", 1),
    (2, "sqrt(4*x0**2 + x1**2)", 4),
    (200, "sqrt(1 - x2**2)", 1),
    (2, "norm(x0, 2*x1)", 4),
    (2, "x0*x1", 1),
    (63, "x0*x1", 1),
    (2, "-(x0*(x1/2))", fmpq(1, 4)),
    (2, "[x0*x1, 3]", 1),
    (2, "x0 + 0*x1", 1),
    (2, "x0 - (x1 - x1)", 1),
]


@pytest.mark.parametrize(("m", "text", "square"), EXACT)
def test_exact_constants(m: int, text: str, square: int | fmpq) -> None:
    bound = ExpressionMap(nodes_of(text, m), m).lipschitz()
    assert bound.exact
    with precision(400):
        excess = bound.value * bound.value - arb(square)
        root_is_rational = square in (0, 1, 4, 25, fmpq(1, 4))
        assert excess == 0 if root_is_rational else excess > 0
        assert excess < arb(2) ** -100


VALUES = [
    # m, target, the value of the bound (certified; attained)
    (2, "max(x0, x1)", 1),
    (63, "max(x0, x1, x2/2)", 1),
    (2, "min(x0, 2*x1) + acos(x2)", 3),
    (2, "max(abs(x0), acos(x1))", 1),
    (2, "abs(abs(x0) - 1)", 1),
]


@pytest.mark.parametrize(("m", "text", "value"), VALUES)
def test_slopes_of_kinks(m: int, text: str, value: int) -> None:
    bound = ExpressionMap(nodes_of(text, m), m).lipschitz()
    assert bound.value <= value


# --- soundness and sharpness against difference quotients -------------------------------------------------------------

TARGETS = [
    # m, target, largest ratio of the bound to the best sampled slope
    (1, "x0**3 - x1/3", 1.03),
    (1, "acos(x0) + x1/2", 1.02),
    (1, "[x0**2, x1]", 1.03),
    (2, "x0*x1 + x2**3", 1.03),
    (2, "exp(x0)", 1.02),
    (2, "sin(5*x0*x1) - x2/2", 1.03),
    (2, "cos(3*x0)*x1", 1.03),
    (2, "1/(2 + x0)", 1.02),
    (2, "log(2 + x1*x2)", 1.03),
    (2, "atan(4*x0)", 1.02),
    (2, "tanh(2*x0 + x1)", 1.02),
    (2, "sinh(x0) + cosh(x1)", 1.03),
    (2, "tan(x0)", 1.02),
    (2, "asin(x0/2 + 1/4)", 1.02),
    (2, "acos(x2) + x0**3", 1.03),
    (2, "abs(x0) + abs(x1)", 1.03),
    (2, "max(x0*x1, x2/2, 0)", 1.03),
    (2, "norm(x0, x1 - 1/2)", 1.02),
    (2, "norm(x0, x1*x2)", 1.42),  # at the kink only the slopes of both arguments are used
    (2, "abs(x0)**(3/2)", 1.02),
    (2, "sqrt(2 + x0)", 1.02),
    (2, "x0/norm(x0, x1, 2)", 1.02),
    (2, "min(x0, acos(x1))*x2", 1.05),
    (2, "[x0*x1, x2]", 1.05),
    (2, "[sin(x0), cos(x1), x0*x2]", 1.1),
    (3, "x0*x1 - x2*x3", 1.01),
    (3, "exp(x0*x1 + x2/2)", 1.2),
    (3, "abs(x0 + x1/3) - x2", 1.1),
    (4, "x0*x1*x2", 1.3),
    (63, "exp(x0)*x1", 1.05),
    (200, "x0*x1 + x2", 1.05),
]


def direction(v: Floats) -> list[arb]:
    vector = [arb(float(t)) for t in v]
    length = sum((t * t for t in vector), arb(0)).sqrt()
    return [t / length for t in vector]


def quotient(nodes: tuple[Node, ...], first: Floats, second: Floats) -> arb:
    """|f(x)-f(y)| / dist(x,y), proved, for the points in two directions [m+1]."""
    with precision(200):
        x, y = direction(first), direction(second)
        change = sum(((enclose(node, x) - enclose(node, y)) ** 2 for node in nodes), arb(0)).sqrt()
        distance = 2 * (sum(((s - t) ** 2 for s, t in zip(x, y, strict=True)), arb(0)).sqrt() / 2).asin()
        return change / distance


def steep_pairs(nodes: tuple[Node, ...], m: int, rounds: int = 25) -> tuple[Floats, Floats]:
    """Pairs [n, m+1] of nearby points with large difference quotients, by random search."""
    random = np.random.default_rng(7)
    used = len(Reduced.of(nodes, m).used)
    n = 4000

    def unit(v: Floats) -> Floats:
        result: Floats = v / np.linalg.norm(v, axis=1, keepdims=True)
        return result

    def slopes(x: Floats, y: Floats) -> Floats:
        change = [evaluate(node, x) - evaluate(node, y) for node in nodes]
        result: Floats = np.sqrt(sum(c * c for c in change)) / np.linalg.norm(x - y, axis=1)
        return result

    shape = np.ones(m + 1) * (1.0 if m < 10 else 0.05)
    shape[: max(used, 2)] = 1.0  # on high spheres look where the target varies
    x = unit(random.standard_normal((n, m + 1)) * shape)
    y = unit(x + 1e-4 * random.standard_normal((n, m + 1)) * shape)
    for i in range(rounds):
        best = np.argsort(-slopes(x, y))[:200]
        spread = 0.5 * 0.75**i
        base, step = np.repeat(x[best], 19, axis=0), np.repeat((y - x)[best], 19, axis=0)
        moved = unit(base + spread * random.standard_normal(base.shape) * shape)
        turned = step + spread * 1e-4 * random.standard_normal(base.shape) * shape
        x = np.concatenate([x[best], moved])
        y = np.concatenate([y[best], unit(moved + turned)])
    best = np.argsort(-slopes(x, y))[:20]
    return x[best], y[best]


@pytest.mark.parametrize(("m", "text", "ratio"), TARGETS)
def test_bound_holds_is_sharp_and_a_smaller_one_is_refuted(m: int, text: str, ratio: float) -> None:
    nodes = nodes_of(text, m)
    bound = ExpressionMap(nodes, m).lipschitz().value
    steepest = max((quotient(nodes, x, y) for x, y in zip(*steep_pairs(nodes, m), strict=True)), key=float)
    assert steepest <= bound
    assert bound <= steepest * arb(ratio)
    mutant = bound / arb(1.01 * ratio)
    assert steepest > mutant


# --- boxes and cells -------------------------------------------------------------------------------------------------


def small_cells(reduced: Reduced, rounds: int = 7) -> Cells:
    cells = reduced.faces()
    for _ in range(rounds):
        cells = cells.halves()
    return cells


@pytest.mark.parametrize("m", [1, 2, 3, 5])
def test_cells_cover_the_sphere_and_their_boxes_contain_them(m: int) -> None:
    reduced = Reduced(m, tuple(range(m + 1)))
    cells = small_cells(reduced, 6)
    x = reduced.of_cells(cells)
    random = np.random.default_rng(3)
    for point in random.standard_normal((200, m + 1)):
        face = int(np.argmax(np.abs(point)))
        y = point / abs(point[face])
        owners = np.flatnonzero(((cells.lo <= y[:, None]) & (y[:, None] <= cells.hi)).all(axis=0))
        assert owners.size >= 1
        with precision(100):
            unit = direction(y)
        for owner in owners:
            for i, t in enumerate(unit):
                assert not t < arb(float(x.lo[i, owner]))
                assert not t > arb(float(x.hi[i, owner]))
    assert np.linalg.norm(cells.centres(), axis=1) == pytest.approx(1)


@pytest.mark.parametrize(("m", "text", "ratio"), [t for t in TARGETS if t[0] <= 3])
def test_ranges_and_slopes_on_cells_bound_samples(m: int, text: str, ratio: float) -> None:
    nodes = nodes_of(text, m)
    one = ExpressionMap(nodes, m)
    cells = small_cells(one.reduced)
    with np.errstate(all="ignore"):
        boxes = one.boxes(one.reduced.of_cells(cells))
        slopes = boxes.slope(nodes)
        ranges = [boxes.range(node) for node in nodes]
    random = np.random.default_rng(5)
    inner = cells.lo + (cells.hi - cells.lo) * random.uniform(0.05, 0.95, cells.lo.shape)
    step = 1e-6 * random.standard_normal(cells.lo.shape)
    step[cells.face.astype(np.int64), np.arange(len(cells))] = 0
    first = one.reduced.points((inner / np.linalg.norm(inner, axis=0)).T)
    second = one.reduced.points(((inner + step) / np.linalg.norm(inner + step, axis=0)).T)
    change = np.sqrt(sum((evaluate(node, first) - evaluate(node, second)) ** 2 for node in nodes))
    assert (change / np.linalg.norm(first - second, axis=1) <= slopes * (1 + 1e-8) + 1e-8).all()
    for node, u in zip(nodes, ranges, strict=True):
        sampled = evaluate(node, first)
        assert (sampled >= u.lo - 1e-12).all()
        assert (sampled <= u.hi + 1e-12).all()


def test_smaller_sphere_has_the_same_slope() -> None:
    for text in ("exp(x0)*x1", "abs(x0) - x1**2", "acos(x0)"):
        bounds = [ExpressionMap(nodes_of(text, m), m).lipschitz().value for m in (2, 3, 63)]
        assert bounds[0] == bounds[1] == bounds[2]


def test_a_slope_without_bound_is_infinite_and_says_where() -> None:
    for text, axis in (("sqrt(abs(x0))", 0), ("acos(abs(x1))*x0", None), ("abs(x2)**(1/3)", 2)):
        bound = ExpressionMap(nodes_of(text, 2), 2).lipschitz()
        assert not bound.value.is_finite()
        if axis is not None:
            assert abs(bound.place[axis]) < 0.01


def test_many_coordinates_take_little_time_and_stay_bounded() -> None:
    text = " + ".join(f"exp(x{i}/3)" for i in range(64))
    bound = ExpressionMap(nodes_of(text, 63), 63).lipschitz()
    steepest = 64**0.5 / 3 * np.exp(1 / 3)  # |gradient| <= sqrt(64) max exp(x/3)/3
    assert bound.value <= arb(steepest * 1.01)
    assert bound.value > arb(8 / 3)  # the slope near the equator of the diagonal


def test_large_polynomials_still_have_a_bound() -> None:
    for text in ("+".join(f"x0**{i}/{i}" for i in range(1, 300)), "x0**1000", "(x0 + x1*x2 + 1)**90"):
        nodes = nodes_of(text, 2)
        bound = ExpressionMap(nodes, 2).lipschitz().value
        assert bound.is_finite()
        assert max((quotient(nodes, x, y) for x, y in zip(*steep_pairs(nodes, 2, 5), strict=True)), key=float) <= bound


def test_a_smaller_budget_gives_a_larger_but_valid_bound() -> None:
    nodes = nodes_of("exp(x0*x1 + x2/2)", 3)
    little, much = (ExpressionMap(nodes, 3).lipschitz(seconds).value for seconds in (0.01, 0.3))
    assert much < little
    assert little.is_finite()


def test_branch_and_bound_finds_the_maximum_of_a_coordinate() -> None:
    reduced = Reduced(2, (0, 1, 2))

    def bound(x: Interval) -> Floats:
        return (x[0] * x[1]).hi

    found = maximise(reduced, bound, lambda seen: seen + 1e-3, 20_000)
    assert 0.5 <= found.upper <= 0.502
    undecided = subdivide(reduced, lambda cells, x: x[0].hi > 0.5, 500)
    assert len(undecided) > 0
    assert len(subdivide(reduced, lambda cells, x: x[0].hi > 1.5, 500)) == 0


def test_a_range_that_ignores_the_cells_would_be_refuted() -> None:
    one = ExpressionMap(nodes_of("x0 - x0*x1", 2), 2)
    low, high = one.range()
    sampled = evaluate(one.nodes[0], one.sample(20_000))
    assert low <= sampled.min()
    assert high >= sampled.max()
    assert high <= sampled.max() * 1.02  # the natural interval extension gives 2


# --- polynomials -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [1, 2, 3, 8, 20])
def test_extreme_eigenvalues_against_lapack(n: int) -> None:
    random = np.random.default_rng(n)
    half = random.integers(-9, 10, (n, n))
    half[random.uniform(size=(n, n)) < 0.5] = 0
    matrix = half + half.T
    sparse = {(i, j): fmpq(int(matrix[i, j]), 7) for i in range(n) for j in range(n) if matrix[i, j]}
    low, high = extreme_eigenvalues(sparse, n)
    truth = np.linalg.eigvalsh(matrix / 7)
    assert float(low) == pytest.approx(truth[0], abs=1e-9)
    assert float(high) == pytest.approx(truth[-1], abs=1e-9)
    rows = [[fmpq(int(t), 3) for t in row] for row in half[: max(1, n // 2)]]
    largest = np.linalg.norm(half[: max(1, n // 2)] / 3, 2)
    assert float(largest_singular_value(rows)) == pytest.approx(largest, rel=1e-12)


def test_large_blocks_fall_back_to_row_sums() -> None:
    n = 130
    chain = {(i, j): fmpq(1) for i in range(n) for j in (i - 1, i + 1) if 0 <= j < n}
    low, high = extreme_eigenvalues(chain, n)
    assert (low, high) == (-2, 2)  # the true ones are 2 cos(pi k/131)


@pytest.mark.parametrize("m", [1, 2, 3, 7])
@pytest.mark.parametrize("k", [1, 2, 3, 6])
def test_harmonic_bounds_of_zonal_polynomials_are_attained(m: int, k: int) -> None:
    context = ring(m + 1)
    x = context.gen(0)
    zonal = sum((c * x**i for i, c in enumerate(legendre(m, k).coeffs())), context.constant(0))
    square = SpherePolynomial(zonal, m).norms_squared
    # P_k(<x,e>) + (terms |x|^2 - 1 left out) is not homogeneous; its harmonic part of degree k is P_k
    assert list(square) == [k]
    assert harmonic_sup(square, m).overlaps(arb(1))
    slope = harmonic_slope(square, m)
    t = np.linspace(-1, 1, 4001)
    derivative = np.polyval([float(c) for c in legendre(m, k).derivative().coeffs()][::-1], t)
    sampled = float(np.max(np.abs(derivative) * np.sqrt(1 - t * t)))
    assert sampled <= float(slope) * (1 + 1e-12)
    assert not arb(sampled * 0.999) > slope


def test_harmonic_terms_bounds_the_size_of_projections() -> None:
    from theory.harmonics import project

    for m, text in ((2, "(x0 + 2*x1 - x2)**7"), (20, "x0**4*x1 + x2"), (5, "x0*x1*x2*x3")):
        polynomial = SlopeRules(m).polynomial(nodes_of(text, m)[0])
        assert polynomial is not None
        p = polynomial.polynomial
        size = sum(len(f) for f in project(p, m).values())
        assert size <= harmonic_terms(p, m, p.total_degree())


def test_jacobians_are_bounded_by_their_operator_norm() -> None:
    nodes = nodes_of("[x0, x1, x2, x0/2, x1/2, x2/2]", 2)
    reduced = Reduced.of(nodes, 2)
    cells = small_cells(reduced, 12)
    with np.errstate(all="ignore"):
        slopes = Boxes(reduced.of_cells(cells), reduced, {}).slope(nodes)
    assert slopes.max() >= 1.25**0.5  # sqrt(1 + 1/4); the Frobenius norm is sqrt 2 times that
    assert slopes.max() <= 1.25**0.5 * 1.12


def test_slack_is_only_added_where_a_verifier_needs_it() -> None:
    padded = ExpressionMap(nodes_of("x0**2", 2), 2).lipschitz()
    assert not padded.exact
    assert padded.value == arb(SLACK)  # largest - smallest eigenvalue = 1; rule R3 gives more
    assert ExpressionMap(nodes_of("2*abs(x0) - acos(x1)", 2), 2).lipschitz().value == 3


# --- moduli ----------------------------------------------------------------------------------------------------------


def test_moduli_refuse_negative_distances_and_exponents() -> None:
    with pytest.raises(HypothesisError, match="t >= 0"):
        modulus_of_linear(1, -1)
    with pytest.raises(HypothesisError, match="exponent"):
        modulus_of_hoelder(1, 2, 1)
    assert modulus_of_hoelder(3, "1/2", 0) == 0
    assert modulus_of_hoelder(3, "1/2", "1/4").overlaps(arb(1.5))
    assert modulus_of_distance(10).overlaps(arb.pi())
