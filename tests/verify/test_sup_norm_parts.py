"""The parts of the sup norm: arithmetic, charts, target jets and head expansions never miss what they enclose."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from flint import arb, ctx, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from theory.balls import precision
from theory.expressions import evaluate as sample
from theory.parser import parse_map
from verify.supnorm.arrays import EXP_ERROR, Ball, exponential
from verify.supnorm.bound import combine
from verify.supnorm.cells import Cells, chart, roots
from verify.supnorm.evaluation import Problem
from verify.supnorm.head import HeadData, expand
from verify.supnorm.probe import probe, sampled_points
from verify.supnorm.target import jet
from verify.supnorm_chart import box_of, unit_point
from verify.supnorm_jets import pairs_of
from verify.supnorm_leaf import ExactHead, Kept, bound_cell, error_at, prune
from verify.supnorm_text import parse_target

TARGETS = [
    "x0*x1 + x2/2",
    "abs(x0 + 0.3*x1)",
    "max(x0, x1, x2*x1) + norm(x0, x1)",
    "acos(x2)",
    "asin(x0) - min(x1, x2)/3",
    "1/(2 + x0) + sqrt(1 - x1) + x2**3 - atan(x0)**2",
    "exp(x0)*sin(3*x1) + cosh(x2) - tanh(x0*x1) + log(3 + x2)",
    "sqrt(abs(x0)) + (2 + x1)**(1/3) - tan(x2/2) + pi*sinh(x1) - cos(x0)",
    "x0**(-2)/(1 + 1/x0**2)",
]


def random_cells(rng: np.random.Generator, m: int, count: int, half: float) -> Cells:
    halves = half * rng.uniform(0.2, 1.0, (m, count))
    return Cells(rng.integers(0, 2 * m + 2, count), rng.uniform(-1, 1, (m, count)) * (1 - halves), halves)


def random_head(rng: np.random.Generator, n: int, d: int, q: int, size: float = 3.0) -> HeadData:
    keys = rng.normal(size=(n, d))
    return HeadData.of((keys,), (rng.normal(size=(n, q)),), (rng.normal(size=n) * size,), fmpq(int(size * 8), 8))


def inside(rng: np.random.Generator, cells: Cells) -> Cells:
    """A random point of every cell, as a cell of (almost) no size."""
    centre = cells.centre + rng.uniform(-1, 1, cells.centre.shape) * cells.half
    return Cells(cells.face, centre, np.full_like(centre, 2.0**-60))


def test_exponential_is_within_its_bound_of_flint() -> None:
    rng = np.random.default_rng(1)
    x = np.concatenate([rng.uniform(-700, 700, 4000), rng.uniform(-1e-3, 1e-3, 500), [0.0, -700.0, 700.0, 1 / 2048]])
    with precision(120):
        worst = max(
            float(abs(arb(y) / arb(t).exp() - 1).upper())
            for t, y in zip(x.tolist(), exponential(x).tolist(), strict=True)
        )
    assert worst <= EXP_ERROR
    assert worst > 1e-17  # the test measures something: floats are not exact


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(-1e6, 1e6), st.floats(0, 10.0), st.floats(-1e6, 1e6), st.floats(0, 10.0)),
        min_size=1,
        max_size=30,
    )
)
def test_ball_arithmetic_contains_the_exact_results(rows: list[tuple[float, float, float, float]]) -> None:
    a, ra, b, rb = (np.array(column) for column in zip(*rows, strict=True))
    x, y = Ball(a, ra), Ball(b, rb)
    cases = [(x + y, "add"), (x - y, "sub"), (x * y, "mul"), (x / y, "div"), ((x * x + 1.0).sqrt(), "sqrt")]
    for result, name in cases:
        for i in range(len(rows)):
            for s in (-1, 0, 1):
                for t in (-1, 0, 1):
                    u = fmpq(*a[i].item().as_integer_ratio()) + s * fmpq(*ra[i].item().as_integer_ratio())
                    w = fmpq(*b[i].item().as_integer_ratio()) + t * fmpq(*rb[i].item().as_integer_ratio())
                    if not np.isfinite(result.rad[i]):
                        continue
                    with precision(400):
                        exact = {
                            "add": lambda u=u, w=w: arb(u + w),
                            "sub": lambda u=u, w=w: arb(u - w),
                            "mul": lambda u=u, w=w: arb(u * w),
                            "div": lambda u=u, w=w: arb(u / w),
                            "sqrt": lambda u=u, w=w: arb(u * u + 1).sqrt(),
                        }[name]()
                        assert abs(exact - arb(result.mid[i].item())) <= arb(result.rad[i].item())


@pytest.mark.parametrize("m", [1, 2, 3, 5])
def test_charts_contain_their_cells(m: int) -> None:
    rng = np.random.default_rng(m)
    for half in (0.5, 0.1, 1e-3, 1e-7):
        cells = random_cells(rng, m, 200, half)
        where = chart(cells)
        for _ in range(5):
            points = inside(rng, cells)
            t = points.centre - cells.centre
            x = chart(points).x0
            linear = where.x0 + np.einsum("ijB,jB->iB", where.dx, t)
            bent = linear + 0.5 * np.einsum("ijkB,jB,kB->iB", where.ddx, t, t)
            slack = 1e-14
            assert (np.linalg.norm(x - where.x0, axis=0) <= where.radius + slack).all()
            assert (np.linalg.norm(x - linear, axis=0) <= where.second + slack).all()
            assert (np.linalg.norm(x - bent, axis=0) <= where.third + slack).all()
            # x - linear = -s x0 + e dx t: along x0 and along the linear part
            moved = linear - where.x0
            along = np.sum((x - linear) * where.x0, axis=0)
            assert (-along <= where.drop + slack).all()
            assert (along <= slack).all()
            across = np.linalg.norm(x - linear - along * where.x0, axis=0)
            assert (across <= where.stretch * np.linalg.norm(moved, axis=0) + slack).all()
            assert (np.abs(np.einsum("ijkB,kB->ijB", where.ddx, t)).max(axis=(0, 1)) <= where.turn + slack).all()
            # a chart that pretended to be flat would fail: the second-order remainder is needed
        if half == 0.5:
            assert (np.linalg.norm(x - linear, axis=0) > 0.02 * where.second).any()


@pytest.mark.parametrize("m", [1, 2, 4])
def test_the_checkers_charts_contain_their_cells(m: int) -> None:
    """The same laws for the checker's own charts, in unit coordinates, exactly."""
    rng = np.random.default_rng(m)
    for half in (0.5, 0.05):
        cells = random_cells(rng, m, 12, half)
        for i in range(12):
            face, centre, size = int(cells.face[i]), cells.centre[:, i].tolist(), cells.half[:, i].tolist()
            with precision(128):
                box = box_of(face, centre, size)
                for _ in range(4):
                    u = [arb(c) for c in rng.uniform(-1, 1, m)]
                    y = [arb(c) + arb(h) * t for c, h, t in zip(centre, size, u, strict=True)]
                    x = unit_point(face, y)
                    pairs = list(enumerate(pairs_of(m)))
                    linear = [sum((a * t for a, t in zip(row, u, strict=True)), arb(0)) for row in box.slope]
                    bent = [sum((c[p] * u[j] * u[k] / (1 + (j == k)) for p, (j, k) in pairs), arb(0)) for c in box.bend]
                    apart = [a - b for a, b in zip(x, box.point, strict=True)]
                    rest = [a - b - c for a, b, c in zip(apart, linear, bent, strict=True)]
                    along = sum((a * (b - c) for a, b, c in zip(box.point, apart, linear, strict=True)), arb(0))
                    across = [a - b - along * c for a, b, c in zip(apart, linear, box.point, strict=True)]
                    assert length(apart) <= box.reach
                    assert length(rest) <= box.third
                    assert -along <= box.drop
                    assert length(across) <= box.stretch * length(linear)


def length(vector: list[arb]) -> arb:
    return sum((c * c for c in vector), arb(0)).sqrt()


def test_faces_cover_the_sphere_and_halves_cover_their_cell() -> None:
    cells = roots(3)
    assert len(cells) == 6
    low, high = cells.halves(np.zeros(6, dtype=int))
    assert np.array_equal(low.centre[0] + low.half[0], high.centre[0] - high.half[0])
    assert np.array_equal(low.centre[0] - low.half[0], cells.centre[0] - cells.half[0])
    assert np.array_equal(high.centre[0] + high.half[0], cells.centre[0] + cells.half[0])


@pytest.mark.parametrize("text", TARGETS)
def test_target_jets_contain_the_target(text: str) -> None:
    rng = np.random.default_rng(7)
    node = parse_map(text, 2)[0][0]
    for half in (0.3, 0.03, 1e-4):
        cells = random_cells(rng, 2, 150, half)
        where = chart(cells)
        f = jet(node, where, rng.normal(size=(2, 150)))
        for _ in range(8):
            points = inside(rng, cells)
            t = points.centre - cells.centre
            value = sample(node, chart(points).x0.T)
            smooth = f.value.mid + np.sum(f.slope.mid * t, axis=0) + 0.5 * np.einsum("jkB,jB,kB->B", f.curve.mid, t, t)
            slack = f.value.rad + np.sum(f.slope.rad * abs(t), axis=0)
            slack = slack + 0.5 * np.einsum("jkB,jB,kB->B", f.curve.rad, abs(t), abs(t)) + 1e-12
            good = np.isfinite(slack) & np.isfinite(f.low) & np.isfinite(f.high)  # where something is claimed
            assert good.mean() > 0.5 or "x0**(-2)" in text
            assert (value >= smooth + f.low - slack)[good].all()
            assert (value <= smooth + f.high + slack)[good].all()
            span = f.range
            good = np.isfinite(span.mid + span.rad)
            assert (value <= span.high + 1e-12)[good].all()
            assert (value >= span.low - 1e-12)[good].all()


def bounds_of(data: HeadData, text: str, m: int, cells: Cells, log_drop: float = -60.0) -> np.ndarray:
    n = data.keys.shape[1]
    problem = Problem(data, parse_map(text, m)[0], "euclidean", log_drop)
    near = np.broadcast_to(np.arange(n), (len(cells), n))
    where = chart(cells)
    head = expand(data, where, near, np.zeros(len(cells), dtype=int), np.zeros(len(cells)), log_drop)
    return problem.bounds(where, head).upper


def exact_head(data: HeadData, norm: str = "euclidean") -> ExactHead:
    lam = fmpq(*float(data.lam).as_integer_ratio())
    return ExactHead.of([data.keys.T.tolist()], [data.values.T.tolist()], [data.bias.tolist()], lam, norm)


@pytest.mark.parametrize("text", [*TARGETS[:8], "[x0, sin(3*x1)*exp(x2)]"])
def test_two_independent_enclosures_agree_and_contain_200_bit_values(text: str) -> None:
    """Float64 with proved rounding against FLINT balls: both above the exact values, nearly equal on small cells."""
    rng = np.random.default_rng(11)
    nodes = parse_map(text, 2)[0]
    data = random_head(rng, 9, 3, len(nodes))
    target = parse_target(text, 2)
    for half in (0.2, 0.02, 1e-4):
        cells = random_cells(rng, 2, 12, half)
        upper = bounds_of(data, text, 2, cells)
        for i in range(12):
            with precision(64):
                head = exact_head(data)
                box = box_of(int(cells.face[i]), cells.centre[:, i].tolist(), cells.half[:, i].tolist())
                flint = bound_cell(head, Kept.all(head), target, box)
            with precision(200):
                head = exact_head(data)
                for _ in range(4):
                    place = (cells.centre[:, i] + rng.uniform(-1, 1, 2) * cells.half[:, i]).tolist()
                    value = error_at(head, target, unit_point(int(cells.face[i]), place))
                    assert value <= arb(upper[i])
                    assert not value > flint
            if half == 1e-4:
                assert abs(float(flint) / upper[i] - 1) < 1e-3


def test_ten_thousand_cells_hold_against_200_bit_values() -> None:
    """No false bound over many random cells, heads and targets (the slow test does 10^5)."""
    violations, cells_seen, tight = random_cells_hold(np.random.default_rng(5), 10_000)
    assert violations == 0
    assert cells_seen >= 10_000
    assert tight > 0.2  # most bounds are close to the values: a mutant that shrinks them by 10 % fails


@pytest.mark.slow
def test_hundred_thousand_cells_hold_against_200_bit_values() -> None:
    violations, cells_seen, _ = random_cells_hold(np.random.default_rng(6), 100_000)
    assert violations == 0
    assert cells_seen >= 100_000


def random_cells_hold(rng: np.random.Generator, wanted: int) -> tuple[int, int, float]:
    """Return (violations, cells, share of cells whose bound is within 10 % of the value at the worst of two points)."""
    seen = violations = close = 0
    while seen < wanted:
        m = int(rng.integers(1, 5))
        q = int(rng.integers(1, 3))
        n = int(rng.integers(1, 12))
        parts = [
            str(rng.choice(["x0*x1", "abs(x0+0.3*x1)", "exp(x1)", "x0**3-x1/3", "acos(x1)", "max(x0,2*x1)"]))
            for _ in range(q)
        ]
        text = "[" + ", ".join(parts) + "]" if q > 1 else parts[0]
        data = random_head(rng, n, m + 1, q, float(rng.choice([0.25, 3.0, 30.0])))
        count = 250
        cells = random_cells(rng, m, count, float(rng.choice([0.3, 0.03, 1e-3, 1e-6])))
        upper = bounds_of(data, text, m, cells)
        places = inside(rng, cells).centre
        target = parse_target(text, m)
        with precision(200):
            head = exact_head(data)
            for i in range(count):
                if not np.isfinite(upper[i]):
                    continue
                value = error_at(head, target, unit_point(int(cells.face[i]), places[:, i].tolist()))
                violations += not value <= arb(upper[i].item())
                close += bool(value * fmpq(11, 10) >= arb(upper[i].item()))
        seen += count
    return violations, seen, close / seen


def test_dropped_tokens_are_paid_for() -> None:
    """The share that pruning promises covers the true weight of what it drops, in both engines."""
    rng = np.random.default_rng(3)
    data = random_head(rng, 40, 3, 1, 6.0)
    cells = random_cells(rng, 2, 60, 0.1)
    where = chart(cells)
    near = np.broadcast_to(np.arange(40), (60, 40))
    head = expand(data, where, near, np.zeros(60, dtype=int), np.zeros(60), -4.0)
    assert 0 < head.count.sum() < 40 * 60
    keep = np.zeros((40, 60), dtype=bool)
    keep[head.tokens, np.repeat(np.arange(60), head.count)] = True
    for _ in range(20):
        x = chart(inside(rng, cells)).x0
        weight = np.exp(data.lam * data.keys.T @ x + data.bias[:, None])
        share = np.where(keep, 0, weight).sum(axis=0) / np.where(keep, weight, 0).sum(axis=0)
        assert (share <= head.far * (1 + 1e-12)).all()
    with precision(64):
        exact = exact_head(data)
        for i in range(20):
            box = box_of(int(cells.face[i]), cells.centre[:, i].tolist(), cells.half[:, i].tolist())
            kept = prune(exact, Kept.all(exact), box, arb(0.02))
            gone = [j for j in range(40) if j not in kept.tokens]
            x0 = where.x0[:, i]
            weight = np.exp(data.lam * data.keys.T @ x0 + data.bias)
            assert weight[gone].sum() / weight[kept.tokens].sum() <= float(kept.far) * (1 + 1e-12)


def test_a_shrunk_remainder_is_refuted() -> None:
    """Mutant: with the third-order remainder of the head left out, the same sampling finds violations."""
    rng = np.random.default_rng(2)
    data = random_head(rng, 6, 3, 1, 8.0)
    nodes = parse_map("x0", 2)[0]
    cells = random_cells(rng, 2, 400, 0.15)
    where = chart(cells)
    near = np.broadcast_to(np.arange(6), (400, 6))
    head = expand(data, where, near, np.zeros(400, dtype=int), np.zeros(400), -300.0)
    flat = replace(head, rest=np.zeros_like(head.rest), spread=1e9 + head.spread)
    jets = [jet(nodes[0], where, head.slope[0])]
    honest, mutant = (combine(h, jets, head.value, where, "euclidean").upper for h in (head, flat))
    worst = np.zeros(400)
    for _ in range(200):
        x = chart(inside(rng, cells)).x0
        logits = data.lam * data.keys.T @ x + data.bias[:, None]
        weight = np.exp(logits - logits.max(axis=0))
        worst = np.maximum(worst, np.abs(data.values[0] @ (weight / weight.sum(axis=0)) - x[0]))
    assert (worst <= honest).all()
    assert (worst > mutant * (1 + 1e-9)).any()


def test_precision_is_left_as_it_was() -> None:
    before = ctx.prec
    exponential(np.zeros(1))
    jet(parse_map("sin(x0)", 1)[0][0], chart(roots(2)), np.zeros((1, 4)))
    assert ctx.prec == before


@pytest.mark.parametrize("text", ["abs(x0 + 0.3*x1)", "max(x0, x1*x2, -x1)", "x0*x1"])
def test_probes_find_a_large_error_and_overstate_nothing(text: str) -> None:
    rng = np.random.default_rng(4)
    data = random_head(rng, 20, 3, 1)
    problem = Problem(data, parse_map(text, 2)[0], "euclidean", -60.0)
    points = sampled_points(problem)
    assert np.allclose(np.linalg.norm(points, axis=1), 1.0)
    if text.startswith("abs"):
        assert (np.abs(points[:, 0] + 0.3 * points[:, 1]) < 1e-12).sum() > 50  # points on the kink
    found = probe(problem, points, 1e-3)
    with precision(128):
        true = error_at(exact_head(data), parse_target(text, 2), unit_point(found.face, found.place.tolist()))
    assert abs(float(true) - found.best) < 1e-9
    assert found.best >= problem.errors(points).max() * (1 - 1e-9)
