"""Interval arrays contain the exact results; without outward rounding they would not."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from flint import arb, fmpq

from theory.balls import precision
from theory.expressions import FUNCTIONS
from theory.intervals import Interval, derivative, down, power, power_derivative, up, upper_product, upper_sum, value

RANDOM = np.random.default_rng(1)


def intervals(n: int, low: float = -3.0, high: float = 3.0) -> Interval:
    """n intervals inside [low, high], of all widths down to points."""
    a = RANDOM.uniform(low, high, n)
    b = np.clip(a + RANDOM.uniform(0, 1, n) * 10.0 ** RANDOM.uniform(-12, 0.5, n), low, high)
    b[:: n // 5] = a[:: n // 5]
    return Interval(a, b)


def inside(u: Interval) -> list[Fraction]:
    """A rational point in each interval: the ends and the middle in turn."""
    points = []
    for i, (a, b) in enumerate(zip(u.lo.tolist(), u.hi.tolist(), strict=True)):
        weight = Fraction(i % 5, 4)
        points.append((1 - weight) * Fraction(a) + weight * Fraction(b))
    return points


def misses(u: Interval, truths: list[Fraction]) -> int:
    """How many intervals do not contain their number."""
    pairs = zip(u.lo.tolist(), u.hi.tolist(), truths, strict=True)
    return sum(
        not (lo == -np.inf or Fraction(lo) <= t) or not (hi == np.inf or t <= Fraction(hi)) for lo, hi, t in pairs
    )


BINARY = {
    "+": (lambda u, v: u + v, lambda s, t: s + t),
    "-": (lambda u, v: u - v, lambda s, t: s - t),
    "*": (lambda u, v: u * v, lambda s, t: s * t),
}


@pytest.mark.parametrize("name", BINARY)
def test_arithmetic_contains_the_exact_results(name: str) -> None:
    operation, exact = BINARY[name]
    u, v = intervals(3000), intervals(3000)
    truths = [exact(s, t) for s, t in zip(inside(u), inside(v), strict=True)]
    assert misses(operation(u, v), truths) == 0


def test_without_outward_rounding_results_are_missed() -> None:
    u, v = intervals(3000), intervals(3000)
    truths = [s + t for s, t in zip(inside(u), inside(v), strict=True)]
    assert misses(Interval(u.lo + v.lo, u.hi + v.hi), truths) > 0
    points = Interval(u.lo, u.lo)
    squares = [t * t for t in inside(points)]
    assert misses(Interval(u.lo * u.lo, u.lo * u.lo), squares) > 0
    assert misses(points.square(), squares) == 0


def test_sums_over_an_axis() -> None:
    parts = [intervals(200) for _ in range(7)]
    stacked = Interval(np.array([u.lo for u in parts]), np.array([u.hi for u in parts]))
    truths = [sum(column, Fraction(0)) for column in zip(*map(inside, parts), strict=True)]
    assert misses(stacked.sum(), truths) == 0
    magnitudes = np.abs(stacked.lo)
    exact = [sum((Fraction(t) for t in column), Fraction(0)) for column in magnitudes.T.tolist()]
    assert all(Fraction(bound) >= t for bound, t in zip(upper_sum(magnitudes).tolist(), exact, strict=True))


@pytest.mark.parametrize("n", [-3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 10])
def test_integer_powers(n: int) -> None:
    u = intervals(1000)
    with np.errstate(all="ignore"):
        result = power(u, fmpq(n))
    truths = [Fraction(1) if n == 0 else t**n for t in inside(u) if t != 0]
    assert len(truths) == 1000
    assert misses(result, truths) == 0


def enclosures(name: str, points: list[Fraction]) -> list[arb]:
    with precision(120):
        return [FUNCTIONS[name].enclosure(arb(fmpq(t.numerator, t.denominator))) for t in points]


UNARY = [name for name, function in FUNCTIONS.items() if function.most == 1]


@pytest.mark.parametrize("name", UNARY)
def test_functions_contain_their_values(name: str) -> None:
    low = 1e-3 if name == "log" else -3.0
    u = intervals(600, low, 3.0)
    with np.errstate(all="ignore"):
        result = value(name, u)
    for lo, hi, truth in zip(result.lo.tolist(), result.hi.tolist(), enclosures(name, inside(u)), strict=True):
        assert not truth < arb(lo)
        assert not truth > arb(hi)


@pytest.mark.parametrize("name", UNARY)
def test_derivatives_bound_difference_quotients(name: str) -> None:
    low = 1e-3 if name == "log" else -1.4 if name == "tan" else -3.0
    high = 1.4 if name == "tan" else 3.0
    u = intervals(400, low, high)
    with np.errstate(all="ignore"):
        slopes = derivative(name, u)
    ends = [[Fraction(t) for t in side.tolist()] for side in (u.lo, u.hi)]
    with precision(120):
        first, last = enclosures(name, ends[0]), enclosures(name, ends[1])
        for i, (a, b) in enumerate(zip(*ends, strict=True)):
            if a == b:
                continue
            width = arb(fmpq((b - a).numerator, (b - a).denominator))
            quotient = (last[i] - first[i]) / width  # a mean of the derivative over the interval
            assert not quotient < arb(float(slopes.lo[i]))
            assert not quotient > arb(float(slopes.hi[i]))


@pytest.mark.parametrize("exponent", [fmpq(1, 2), fmpq(1, 3), fmpq(3, 2), fmpq(5, 7)])
def test_rational_powers(exponent: fmpq) -> None:
    u = intervals(400)
    with np.errstate(all="ignore"):
        result, slopes = power(u, exponent), power_derivative(u, exponent)
    with precision(120):
        for i, t in enumerate(inside(u)):
            base = arb(max(fmpq(t.numerator, t.denominator), fmpq(0)))
            truth = arb(0) if base.is_zero() else base.root(int(exponent.q)) ** int(exponent.p)
            assert not truth < arb(float(result.lo[i]))
            assert not truth > arb(float(result.hi[i]))
            if t > 0:
                slope = arb(exponent) * truth / base
                assert not slope < arb(float(slopes.lo[i]))
                assert not slope > arb(float(slopes.hi[i]))


def test_extrema_of_sine_and_cosine_inside_an_interval_are_seen() -> None:
    u = Interval(np.array([0.0, 3.0, -0.1, -10.0, 1.5, 4.6]), np.array([3.0, 3.5, 0.1, 10.0, 1.6, 4.8]))
    sine, cosine = value("sin", u), value("cos", u)
    assert sine.hi[0] == 1
    assert sine.hi[4] == 1
    assert sine.lo[5] == -1
    assert cosine.lo[1] == -1
    assert cosine.hi[2] == 1
    assert (sine.lo[3], sine.hi[3], cosine.lo[3], cosine.hi[3]) == (-1, 1, -1, 1)


@pytest.mark.parametrize("name", ["log", "sqrt", "acos", "asin", "tan"])
def test_poles_give_infinite_slopes_never_nan(name: str) -> None:
    u = Interval(np.array([-0.5, 0.0, 1.0, -2.0]), np.array([0.5, 2.0, 2.0, 2.0]))
    with np.errstate(all="ignore"):
        slopes = derivative(name, u)
    assert not np.isnan(slopes.lo).any()
    assert not np.isnan(slopes.hi).any()
    assert np.isinf(slopes.hi).any() or np.isinf(slopes.lo).any()


def test_overflow_is_infinite_and_still_a_bound() -> None:
    big = Interval(np.array([1e200, -1e300]), np.array([1e300, 1e300]))
    with np.errstate(all="ignore"):
        square = big * big
        exponential = value("exp", big)
    assert square.hi[0] == np.inf
    assert square.lo[0] <= np.finfo(np.float64).max
    assert square.lo[1] == -np.inf
    assert exponential.hi[0] == np.inf
    assert exponential.lo[1] == 0
    assert down(np.array([np.nan]))[0] == -np.inf
    assert up(np.array([np.nan]))[0] == np.inf
    with np.errstate(all="ignore"):
        assert upper_product(np.array([0.0]), np.array([np.inf]))[0] == 0
