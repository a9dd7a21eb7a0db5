"""Laws of the exact rationals, the balls and the outward rounding."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from flint import arb, ctx, fmpq, fmpz
from hypothesis import example, given, settings
from hypothesis import strategies as st

from theory import balls
from theory.errors import InputError

rationals = st.fractions(max_denominator=10**12)
finite_floats = st.floats(allow_nan=False, allow_infinity=False)


def as_fraction(value: fmpq) -> Fraction:
    return Fraction(int(value.p), int(value.q))


@given(
    st.from_regex(r"[+-]?([0-9]{1,30}(\.[0-9]{0,20})?|\.[0-9]{1,20})([eE][+-]?[0-9]{1,2})?", fullmatch=True)
    | st.from_regex(r"[+-]?[0-9]{1,20}/[1-9][0-9]{0,20}", fullmatch=True)
)
@settings(deadline=None)
def test_text_is_read_exactly(text: str) -> None:
    assert as_fraction(balls.exact(text)) == Fraction(text)


@given(finite_floats)
@settings(deadline=None)
def test_a_float_is_its_dyadic_value(value: float) -> None:
    assert as_fraction(balls.exact(value)) == Fraction(value)
    assert balls.ball(value) == arb(balls.exact(value)) or not arb(balls.exact(value)).is_exact()


def test_other_exact_types() -> None:
    third = fmpq(1, 3)
    values = [third, Fraction(1, 3), "1/3"]
    assert all(balls.exact(value) == third for value in values)
    assert balls.exact(np.int64(-7)) == balls.exact(fmpz(-7)) == balls.exact(Decimal("-7.0")) == -7
    assert balls.exact(np.float64(0.1)) == balls.exact(0.1) != balls.exact("0.1") == balls.exact(Decimal("0.1"))
    assert balls.exact("1e5000") == fmpq(10) ** 5000
    assert balls.exact("9" * 2000) == 10**2000 - 1


LONG = ["1e5001", "1e-5001", "1e999999999", "9" * 2001, "1/" + "9" * 2001, "9" * 100_000]
JUNK_TEXT = [
    "",
    ".",
    "e5",
    "nan",
    "inf",
    "-Infinity",
    "1e",
    "0x10",
    "1_000",
    "١٢",
    " 1",
    "1\n",
    "1/0",
    "1/2/3",
    "1.5/2",
]
HOSTILE = ["--1", "1+1", "pi", "__import__('os')"]
NOT_FINITE = [
    math.nan,
    math.inf,
    -math.inf,
    Decimal("NaN"),
    Decimal("1e99999"),
    Decimal("-Infinity"),
    np.float64("nan"),
]
OTHER_TYPES = [True, None, 1j, [1], b"1"]


@pytest.mark.parametrize(
    "bad", [*LONG, *JUNK_TEXT, *HOSTILE, *NOT_FINITE, *OTHER_TYPES], ids=lambda bad: balls.shown(bad, 20)
)
def test_junk_is_refused(bad: object) -> None:
    with pytest.raises(InputError) as caught:
        balls.exact(bad)  # type: ignore[arg-type]
    assert len(str(caught.value)) < 300
    with pytest.raises(InputError):
        balls.ball(bad)  # type: ignore[arg-type]


@given(rationals)
@settings(deadline=None)
def test_a_ball_encloses_its_number_at_every_precision(value: Fraction) -> None:
    for bits in (8, 53, 200):
        with balls.precision(bits):
            enclosure = balls.ball(value)
            assert enclosure.contains(balls.exact(value))
            low, high = balls.lower(value), balls.upper(value)
            assert low.is_exact()
            assert high.is_exact()
            assert low <= balls.exact(value) <= high


def test_precision_is_restored_also_after_an_error() -> None:
    before = ctx.prec
    with balls.precision(777):
        assert ctx.prec == 777
    with pytest.raises(InputError), balls.precision(777):
        balls.exact("junk")
    assert ctx.prec == before


def test_undecided_is_false() -> None:
    wide = arb(1, 1)
    for a, b in ((wide, 1), (1, wide), (arb.nan(), 1), (1, arb.nan()), (arb.nan(), arb.nan()), (wide, wide)):
        assert not balls.certainly_lt(a, b)
        assert not balls.certainly_le(a, b)
    assert balls.certainly_le("0.1", "1/10")
    assert balls.certainly_lt(0, "1e-5000")
    assert not balls.certainly_lt("0.5", 0.5)


def test_extrema() -> None:
    numbers = ["1/3", 0.25, arb(2, 1)]
    assert balls.maximum(numbers).overlaps(arb(2, 1))
    assert balls.minimum(numbers) == 0.25
    assert balls.maximum([1, arb.nan(), 2]).is_nan()
    assert balls.minimum([arb.nan(), 2]).is_nan()
    for empty in (balls.maximum, balls.minimum):
        with pytest.raises(InputError):
            empty([])


# --- outward rounding ----------------------------------------------------------------------------------------------


def significant_digits(text: str) -> int:
    return len(text.lstrip("-").split("e")[0].replace(".", "").strip("0"))


@given(rationals | st.builds(lambda a, k: a * Fraction(10) ** k, rationals, st.integers(-400, 400)), st.integers(1, 12))
@settings(deadline=None)
def test_decimals_are_outward_tight_and_short(value: Fraction, digits: int) -> None:
    high, low = balls.upper_decimal(value, digits), balls.lower_decimal(value, digits)
    assert Fraction(low) <= value <= Fraction(high)
    assert max(Fraction(high) - value, value - Fraction(low)) <= abs(value) * Fraction(10) ** (1 - digits)
    assert max(significant_digits(high), significant_digits(low)) <= digits
    assert balls.exact(high) == balls.exact(Fraction(high))
    enclosure = balls.ball(value)
    assert balls.exact(balls.lower_decimal(enclosure, digits)) <= balls.exact(value)
    assert balls.exact(value) <= balls.exact(balls.upper_decimal(enclosure, digits))


def test_rounding_to_nearest_is_not_outward() -> None:
    """The twin that prints %.6g is refuted, so the law above can fail."""
    value = Fraction(1, 3)
    assert not value <= Fraction(f"{float(value):.6g}")


def test_decimal_layout() -> None:
    table = {"0": "0", "1e-5": "0.00001", "1e-6": "1e-6", "1e15": "1000000000000000", "1e16": "1e16", "-12.5": "-12.5"}
    for value, text in table.items():
        assert balls.upper_decimal(value) == balls.lower_decimal(value) == text
    assert balls.upper_decimal("0.9999999") == "1"
    assert balls.lower_decimal("0.9999999") == "0.999999"
    assert balls.upper_decimal(arb(10) ** 10**12) == "1.00001e1000000000000"
    assert balls.lower_decimal(arb(10) ** 10**12) == "9.99999e999999999999"
    assert balls.lower_decimal((-(arb(10) ** 9)).exp()).endswith("e-434294482")


@pytest.mark.parametrize("bad", [arb.nan(), arb.pos_inf(), arb(0, 1) / arb(0, 1)], ids=str)
def test_no_decimal_for_what_is_not_finite(bad: arb) -> None:
    for rounding in (balls.upper_decimal, balls.lower_decimal):
        with pytest.raises(InputError):
            rounding(bad)
        with pytest.raises(InputError):
            rounding(1, 0)


@given(
    rationals
    | finite_floats.map(Fraction)
    | st.builds(lambda a, k: a * Fraction(2) ** k, rationals, st.integers(-1100, 1100))
)
@example(Fraction(2**56 + 1))  # a ball of 53 bits around it reaches over three floats
@settings(deadline=None)
def test_floats_are_outward_and_adjacent(value: Fraction) -> None:
    high, low = balls.float_upper(value), balls.float_lower(value)
    assert high == math.inf or Fraction(high) >= value
    assert low == -math.inf or Fraction(low) <= value
    assert math.nextafter(math.nextafter(low, math.inf), math.inf) >= high or not math.isfinite(high - low)


def test_floats_beyond_the_range() -> None:
    assert balls.float_upper("1e400") == math.inf
    assert (
        balls.float_lower("1e400") == balls.float_upper("1.7976931348623157e308") or balls.float_lower("1e400") > 1e308
    )
    assert balls.float_upper("1e-400") == 5e-324
    assert balls.float_lower("1e-400") == 0
    for rounding in (balls.float_upper, balls.float_lower):
        with pytest.raises(InputError):
            rounding(arb.nan())


# --- adaptive precision --------------------------------------------------------------------------------------------


def test_integer_ceiling_decides_or_takes_the_safe_side() -> None:
    with balls.precision(20):
        assert balls.integer_ceiling(lambda: arb.pi() * 10**30, "up") == 3141592653589793238462643383280
        assert balls.integer_ceiling(lambda: arb.pi() * 10**30, "down") == 3141592653589793238462643383280
        assert balls.integer_floor(lambda: arb.pi() * 10**30, "up") == 3141592653589793238462643383279
        assert balls.integer_floor(lambda: -arb.pi(), "up") == -4
    almost_integer = (arb.pi() * arb(163).sqrt()).exp()  # 262537412640768743.99999999999925...
    assert not almost_integer.ceil().is_exact()
    assert balls.integer_ceiling(lambda: (arb.pi() * arb(163).sqrt()).exp(), "down") == 262537412640768744
    assert balls.integer_floor(lambda: (arb.pi() * arb(163).sqrt()).exp(), "up") == 262537412640768743

    def two() -> arb:
        return arb(2).sqrt() ** 2

    assert (balls.integer_ceiling(two, "down"), balls.integer_ceiling(two, "up")) == (2, 3)
    assert (balls.integer_floor(two, "down"), balls.integer_floor(two, "up")) == (1, 2)
    assert balls.integer_ceiling(lambda: arb(5), "up") == balls.integer_floor(lambda: arb(5), "up") == 5
    with pytest.raises(InputError):
        balls.integer_ceiling(arb.nan, "up")


def test_sharp_recovers_what_cancels() -> None:
    def cancelling() -> arb:
        return (1 + arb("1e-40")).log()

    assert cancelling().rel_accuracy_bits() < 0
    assert balls.sharp(cancelling).rel_accuracy_bits() >= ctx.prec - 2
    assert balls.sharp(cancelling).overlaps(arb("1e-40") - arb("1e-80") / 2)
    assert balls.sharp(lambda: arb(0)) == 0
    assert balls.sharp(lambda: arb.pi().sin()).contains(0)
