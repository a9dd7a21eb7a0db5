"""Digit interleaving and staircases: round trips, moduli and error bounds in exact arithmetic."""

from __future__ import annotations

from itertools import product

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from theory.errors import InputError
from theory.superposition import Superposition, code, decode, find_gap, outer, phi

dyadic = st.integers(0, 256).map(lambda a: fmpq(a, 256))
unit = st.fractions(0, 1, max_denominator=60).map(lambda x: fmpq(x.numerator, x.denominator))


@given(st.lists(dyadic, min_size=1, max_size=4))
def test_round_trip_of_dyadic_features(xs):
    """decode is a left inverse of code, ends of the interval included."""
    assert decode(code(xs), len(xs)) == xs


@given(st.lists(unit, min_size=1, max_size=3))
def test_round_trip_of_rational_features(xs):
    """Also for periodic expansions."""
    assert decode(code(xs), len(xs)) == xs


@given(st.lists(st.integers(0, 1 << 64), min_size=1, max_size=8))
def test_round_trip_of_64_bit_features(numerators):
    """Up to 8 features of 64 bits, and the outer function at their code."""
    xs = [fmpq(a, 1 << 64) for a in numerators]
    assert decode(code(xs), len(xs)) == xs
    assert outer(lambda x: sum(x, fmpq(0)), code(xs), len(xs)) == sum(xs, fmpq(0))


@given(dyadic, st.integers(1, 4))
def test_phi_is_the_sum_of_its_digits(x, n):
    """Against the definition for dyadic x < 1, and the closed form at 1."""
    total, rest = fmpq(0), x
    for j in range(1, 10):
        rest *= 2
        digit = 1 if rest >= 1 else 0
        rest -= digit
        total += fmpq(2 * digit) / fmpq(3) ** (1 + n * (j - 1))
    assert phi(x, n) == (total if x < 1 else fmpq(2 * 3 ** (n - 1), 3**n - 1))


@pytest.mark.parametrize("n", [1, 2, 3, 5])
def test_phi_jumps_at_one_half(n):
    """phi(1/2) - phi(1/2 - 2^-40) is within 3^-39n of 2/3 - 2/(3(3^n - 1))."""
    jump = fmpq(2, 3) - fmpq(2, 3 * (3**n - 1))
    measured = phi("1/2", n) - phi(fmpq(1, 2) - fmpq(1, 2**40), n)
    assert 0 <= measured - jump <= fmpq(1, 3) ** (39 * n)


@given(unit)
def test_gaps_hold_no_points_of_the_cantor_set(u):
    """A gap is an open interval around u whose ends belong to the set; decode refuses what lies inside."""
    gap = find_gap(u)
    if gap is None:
        decode(u, 2)
        return
    assert gap.left < u < gap.right
    assert find_gap(gap.left) is None
    assert find_gap(gap.right) is None
    with pytest.raises(InputError, match="Cantor"):
        decode(u, 2)


@given(unit, unit)
def test_outer_function_keeps_the_modulus_over_the_gaps(u, v):
    """f(x) = x_1 - x_2/2 (Q = 3/2, beta = 1, n = 2): |g(u)-g(v)| <= 2 Q |u-v|^{ln 2/(2 ln 3)}, in integers: powers of 2
    and 3 bracket the right side by a factor sqrt 2."""

    def f(x):
        return x[0] - x[1] / 2

    if u == v:
        return
    difference, step = abs(outer(f, u, 2) - outer(f, v, 2)), 0
    while fmpq(1, 3 ** (step + 1)) >= abs(u - v):
        step += 1
    # |u-v| <= 3^-step, so (|u-v|^{ln 2/(2 ln 3)})^2 <= 2^-step.
    assert (difference / 3) ** 2 <= fmpq(1, 2**step)


def test_outer_function_of_a_constant_and_at_the_ends():
    """Constants stay constant across gaps; u = 0 and u = 1 are the corners."""
    assert outer(lambda x: fmpq(7), "1/2", 3) == 7
    assert outer(lambda x: x[0] + 10 * x[1], 0, 2) == 0
    assert outer(lambda x: x[0] + 10 * x[1], 1, 2) == 11


SUPERPOSITIONS = [Superposition(1, 3, 2), Superposition(2, 3, 3), Superposition(2, 2, 5), Superposition(3, 2, 4)]


@pytest.mark.parametrize("one", SUPERPOSITIONS, ids=str)
def test_ramps_are_disjoint_and_levels_decode(one):
    """Every x < 1 lies in a ramp of exactly one shift; off the ramps the code is that of the cell."""
    for x in (fmpq(i, 60) for i in range(61)):
        assert sum(one.bad(s, x) for s in range(one.shifts)) == (1 if x < 1 else 0)
        for s in range(one.shifts):
            level = one.psi(s, x)
            assert one.bad(s, x) or level == one.jump(s, x)
            if not one.bad(s, x):
                low, high = one.plateau(s, int(level))
                assert low <= x <= high
                assert high - low <= fmpq(1, one.k)
    for number in range((one.k + 1) ** one.n):
        assert one.centre(0, number) == [sum(one.plateau(0, level)) / 2 for level in one.levels(number)]


@pytest.mark.parametrize("k", [2, 3, 5])
def test_errors_of_mean_median_and_partition(k):
    """f = x_1 - 2 x_2 x_1 on a grid: w(f;1/k) <= 5/k in sup norm; bounds of K4, K4' and K4''."""

    def f(x):
        return x[0] - 2 * x[0] * x[1]

    modulus, osc, n = fmpq(5, k), fmpq(2), 2
    grid = [fmpq(i, 11) for i in range(12)] + [fmpq(1, k), fmpq(1, 2 * k)]
    mean, median, partition = Superposition(n, k, 7), Superposition(n, k, 2 * n + 1), Superposition(n, k, n + 1)
    for x in product(grid, repeat=n):
        assert abs(mean.mean(f, x) - f(x)) <= modulus + fmpq(n, 7) * osc
        assert abs(median.median(f, x) - f(x)) <= modulus
        assert abs(partition.partition(f, x) - f(x)) <= modulus


def test_continuity_of_the_partition_form():
    """Where a staircase jumps its weight is 0, so the quotient does not jump: values at both sides are close."""
    one, h = Superposition(1, 2, 2), fmpq(1, 10**9)
    for jump in (fmpq(1, 8), fmpq(3, 8), fmpq(5, 8), fmpq(7, 8)):
        values = [one.partition(lambda x: x[0], [jump + e]) for e in (-h, fmpq(0), h)]
        assert max(values) - min(values) < fmpq(1, 10**6)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: phi("1.5", 2), r"\[0, 1\]"),
        (lambda: phi("0.5", 0), "at least 1"),
        (lambda: code([]), "at least 1"),
        (lambda: decode("1/2", 2), "Cantor"),
        (lambda: Superposition(0, 1, 1), "n must"),
        (lambda: Superposition(2, 2, 2).median(lambda x: x[0], ["0.5", "0.5"]), "odd"),
        (lambda: Superposition(2, 2, 1).partition(lambda x: x[0], ["0.25", "0.25"]), "3 shifts"),
        (lambda: Superposition(2, 2, 1).code(0, ["0.5"]), "2 features"),
        (lambda: Superposition(2, 2, 1).psi(1, "0.5"), "shift"),
        (lambda: Superposition(2, 2, 1).levels(9), r"0\.\.8"),
    ],
)
def test_bad_input_is_named(call, message):
    """Each refusal says what is wrong and what is allowed."""
    with pytest.raises(InputError, match=message):
        call()
