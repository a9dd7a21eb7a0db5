"""Rigorous reals: exact rationals (`flint.fmpq`), balls (`flint.arb`), and the outward road back to text and floats.

Every inequality of the project is decided here or by the same rule: python-flint's ``a < b`` is True only when it holds
for all members of both balls, so an undecided (or NaN) comparison is False and must fall on the refusing side.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, SupportsIndex

from flint import arb, ctx, fmpq, fmpz

from theory.errors import InputError

__all__ = [
    "MAX_DIGITS",
    "MAX_EXPONENT",
    "Exact",
    "Real",
    "ball",
    "certainly_le",
    "certainly_lt",
    "exact",
    "float_lower",
    "float_upper",
    "integer_ceiling",
    "integer_floor",
    "length",
    "lower",
    "lower_decimal",
    "maximum",
    "minimum",
    "precision",
    "sharp",
    "shown",
    "unit",
    "upper",
    "upper_decimal",
]

Exact = int | float | str | Fraction | Decimal | fmpz | fmpq | SupportsIndex
"""What `exact` reads."""
Real = Exact | arb
"""What `ball` reads."""

MAX_DIGITS = 2000
"""Most digits of a number literal."""
MAX_EXPONENT = 5000
"""Largest absolute decimal exponent of a number literal."""

_LIMITS = f"at most {MAX_DIGITS} digits and decimal exponents up to {MAX_EXPONENT} are read"
_DECIMAL = re.compile(r"([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,6}))?")
_RATIO = re.compile(r"([+-]?[0-9]+)/([0-9]+)")


@contextmanager
def precision(bits: int) -> Iterator[None]:
    """Work at ``bits`` bits inside the block; the process-global precision is restored afterwards.

    >>> with precision(200):
    ...     arb.pi().rad() < arb(2) ** -190
    True
    """
    before = ctx.prec
    ctx.prec = bits
    try:
        yield
    finally:
        ctx.prec = before


def shown(value: object, width: int = 60) -> str:
    """The value as an error message shows it: ``repr``, cut to ``width`` characters."""
    text = repr(value[: width + 1] if isinstance(value, str) else value)
    return text if len(text) <= width else text[: width - 3] + "..."


def _exact_text(text: str) -> fmpq:
    if len(text) > 2 * MAX_DIGITS + 20:
        raise InputError(f"the number {shown(text)} is too long: {_LIMITS}")
    if ratio := _RATIO.fullmatch(text):
        numerator, denominator = ratio.groups()
        if max(len(numerator), len(denominator)) > MAX_DIGITS:
            raise InputError(f"the ratio {shown(text)} is too long: {_LIMITS}")
        if int(denominator) == 0:
            raise InputError(f"the ratio {shown(text)} has denominator 0")
        return fmpq(int(numerator), int(denominator))
    decimal = _DECIMAL.fullmatch(text)
    if decimal is None or not (decimal[2] or decimal[3]):
        raise InputError(
            f"{shown(text)} is not a finite number: write a decimal such as 0.1 or 1e-6, or a ratio such as 3/4"
        )
    sign, whole, fraction, exponent = decimal[1], decimal[2], decimal[3] or "", int(decimal[4] or 0)
    if len(whole) + len(fraction) > MAX_DIGITS or abs(exponent) > MAX_EXPONENT:
        raise InputError(f"the number {shown(text)} is too long: {_LIMITS}")
    value = fmpq(int(sign + whole + fraction), 1)
    shift = exponent - len(fraction)
    power = fmpz(10) ** abs(shift)
    return value * power if shift >= 0 else value / power


def exact(value: Exact) -> fmpq:
    """The rational number that ``value`` is: never rounded; a float is its dyadic value, ``"0.1"`` is 1/10.

    Raises `InputError` for nan, inf, bool, text that is not a decimal or a ratio of integers, and literals beyond
    `MAX_DIGITS` digits or `MAX_EXPONENT`.

    >>> exact("0.1"), exact("-2.5e-3"), exact("3/4"), exact(0.5)
    (1/10, -1/400, 3/4, 1/2)
    """
    if isinstance(value, fmpq):
        return value
    if isinstance(value, fmpz):
        return fmpq(value)
    if isinstance(value, str):
        return _exact_text(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise InputError(f"{shown(value)} is not a finite number")
        return fmpq(*value.as_integer_ratio())
    if isinstance(value, Decimal):
        if not value.is_finite() or abs(value.adjusted()) > MAX_EXPONENT or len(value.as_tuple().digits) > MAX_DIGITS:
            raise InputError(f"{shown(value)} is not a finite decimal within the limits: {_LIMITS}")
        return fmpq(*value.as_integer_ratio())
    if isinstance(value, Fraction):
        return fmpq(value.numerator, value.denominator)
    if not isinstance(value, bool):
        try:
            return fmpq(operator.index(value))
        except TypeError:
            pass
    raise InputError(
        f"{shown(value)} ({type(value).__name__}) is not a real number; give an int, a float, a Fraction or text"
    )


def ball(value: Real) -> arb:
    """An enclosure of ``value`` at the current precision (a ball passes unchanged).  Raises as `exact`.

    >>> ball("0.1") * 10 - 1 < ball("1e-12")
    True
    """
    if isinstance(value, arb):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return arb(float(value))
    return arb(exact(value))


def _comparable(a: Real, b: Real) -> tuple[Any, Any]:
    """Both exactly if both are rational, otherwise as balls."""
    return (ball(a), ball(b)) if isinstance(a, arb) or isinstance(b, arb) else (exact(a), exact(b))


def certainly_le(a: Real, b: Real) -> bool:
    """Whether a <= b for all members of both enclosures (exactly for rationals); False also when undecided or NaN."""
    x, y = _comparable(a, b)
    return bool(x <= y)


def certainly_lt(a: Real, b: Real) -> bool:
    """Whether a < b for all members of both enclosures (exactly for rationals); False also when undecided or NaN."""
    x, y = _comparable(a, b)
    return bool(x < y)


def upper(a: Real) -> arb:
    """The upper end of the enclosure as an exact number, rounded up to the current precision."""
    return ball(a).upper()


def lower(a: Real) -> arb:
    """The lower end of the enclosure as an exact number, rounded down to the current precision."""
    return ball(a).lower()


def _fold(values: Iterable[Real], choose: Callable[[arb, arb], arb], name: str) -> arb:
    result: arb | None = None
    for value in values:
        new = ball(value)
        if new.is_nan():
            return arb.nan()
        result = new if result is None else choose(result, new)
    if result is None:
        raise InputError(f"{name} of no numbers")
    return result


def maximum(values: Iterable[Real]) -> arb:
    """An enclosure of the largest value (NaN if one of them is NaN).  Raises `InputError` when there are none."""
    return _fold(values, lambda a, b: a.max(b), "the maximum")


def minimum(values: Iterable[Real]) -> arb:
    """An enclosure of the smallest value (NaN if one of them is NaN).  Raises `InputError` when there are none."""
    return _fold(values, lambda a, b: a.min(b), "the minimum")


# --- outward to text and floats ------------------------------------------------------------------------------------


def length(x: Sequence[arb]) -> arb:
    """The Euclidean length of a vector of balls, at the current precision."""
    # Products, not powers: python-flint's power of a ball around 0 is NaN.
    return sum((c * c for c in x), arb(0)).nonnegative_part().sqrt()


def unit(x: Sequence[arb]) -> list[arb]:
    """x/|x|; not finite where |x| may be 0."""
    size = length(x)
    return [c / size for c in x]


def _layout(mantissa: int, exponent: int) -> str:
    """The decimal mantissa * 10^exponent, mantissa > 0: plain between 1e-5 and 1e15, otherwise scientific."""
    digits = str(mantissa).rstrip("0")
    exponent += len(str(mantissa)) - len(digits)
    leading = exponent + len(digits) - 1
    if not -5 <= leading <= 15:
        return digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + f"e{leading}"
    if exponent >= 0:
        return digits + "0" * exponent
    if leading >= 0:
        return digits[: leading + 1] + "." + digits[leading + 1 :]
    return "0." + "0" * (-leading - 1) + digits


def _decimal(a: arb | fmpq, digits: int, up: bool) -> str:
    """A decimal >= the exact number a > 0 (up) or in [0, a] (not up), with ``digits`` digits."""
    ten = fmpq(10) if isinstance(a, fmpq) else arb(10)
    with precision(4 * digits + 128):
        # The estimate of the exponent may be off by one; the mantissa is rounded outwards whatever the exponent.
        leading = int((arb(a).log() / arb.const_log10()).mid().floor().fmpz())
        while True:
            exponent = leading - digits + 1
            power = ten ** abs(exponent)
            scaled = a / power if exponent >= 0 else a * power
            if isinstance(scaled, fmpq):
                mantissa = int(scaled.ceil() if up else scaled.floor())
            else:
                mantissa = int((scaled.upper().ceil() if up else scaled.lower().floor()).fmpz())
            if mantissa > 10**digits:
                leading += 1
            elif mantissa < 10 ** (digits - 1):
                leading -= 1
            else:
                return _layout(mantissa, exponent)


def _outward(a: Real, digits: int, up: bool) -> str:
    if digits < 1:
        raise InputError(f"digits = {digits} must be at least 1")
    if not isinstance(a, arb):
        end: arb | fmpq = exact(a)
    elif a.is_finite():
        end = a.upper() if up else a.lower()
    else:
        raise InputError(f"{a} is not finite, so it has no decimal bound; raise the precision or check the hypotheses")
    if end == 0:
        return "0"
    return _decimal(end, digits, up) if end > 0 else "-" + _decimal(-end, digits, not up)


def upper_decimal(a: Real, digits: int = 6) -> str:
    """A decimal string with at most ``digits`` digits, >= every member of the enclosure (scientific when tiny or huge).

    Raises `InputError` when the enclosure is not finite.

    >>> upper_decimal("6.40000001e-7", 3), upper_decimal(arb.pi()), upper_decimal(arb(10**9).exp(), 2)
    ('6.41e-7', '3.1416', '8.1e434294481')
    """
    return _outward(a, digits, True)


def lower_decimal(a: Real, digits: int = 6) -> str:
    """A decimal string with at most ``digits`` digits, <= every member of the enclosure.  Raises as `upper_decimal`.

    >>> lower_decimal(arb.pi()), lower_decimal("-1/3", 2)
    ('3.14159', '-0.34')
    """
    return _outward(a, digits, False)


def float_upper(a: Real) -> float:
    """A float >= every member of the enclosure, one of the nearest two (inf when too large).  `InputError` on NaN."""
    with precision(ctx.prec if isinstance(a, arb) else max(ctx.prec, 128)):  # a ball of 53 bits may reach over 3 floats
        end = upper(a)
    if end.is_nan():
        raise InputError("NaN has no float bound; raise the precision or check the hypotheses")
    value = float(end)
    while value != math.inf and not arb(value) >= end:
        value = math.nextafter(value, math.inf)
    return value


def float_lower(a: Real) -> float:
    """A float <= every member of the enclosure, one of the nearest two (-inf when too small).  `InputError` on NaN."""
    return -float_upper(-a if isinstance(a, arb) else -exact(a))


def sharp(value: Callable[[], arb], limit: int = 1 << 14) -> arb:
    """The enclosure that ``value()`` gives at a working precision high enough for the current one, then rounded to it.

    The working precision is raised until the enclosure has as many accurate bits as the current precision, or to
    ``limit`` bits; the last enclosure is returned whatever its accuracy (it is valid in any case).

    >>> sharp(lambda: 1 - arb("1e-30").cos()).rel_accuracy_bits() > 50
    True
    """
    wanted = ctx.prec
    bits = wanted + 32
    while True:
        with precision(bits):
            enclosure = value()
        if enclosure.is_exact() or enclosure.rel_accuracy_bits() > wanted or bits >= limit:
            return +enclosure
        bits = min(2 * bits, limit)


def integer_ceiling(value: Callable[[], arb], side: Literal["up", "down"], limit: int = 4096) -> int:
    """The ceiling of the real number that ``value()`` encloses at any precision.

    The precision is raised from the current one to ``limit`` bits until the ceiling is decided.  A number that is (or
    is very nearly) an integer may stay undecided: then ``side`` says which of the candidates is safe, "up" (for upper
    bounds) the largest, "down" (for lower bounds) the smallest.  Raises `InputError` when ``value()`` stays infinite.

    >>> integer_ceiling(lambda: arb.pi() ** 2, "up")
    10
    """
    bits = max(ctx.prec, 64)
    while True:
        with precision(bits):
            enclosure = value()
            if enclosure.is_finite():
                first, last = enclosure.lower().ceil().fmpz(), enclosure.upper().ceil().fmpz()
                if first == last or bits >= limit:
                    return int(last if side == "up" else first)
            elif bits >= limit:
                raise InputError(f"no finite enclosure at {bits} bits")
        bits *= 2


def integer_floor(value: Callable[[], arb], side: Literal["up", "down"], limit: int = 4096) -> int:
    """The floor of the real number that ``value()`` encloses at any precision; ``side`` as in `integer_ceiling`.

    >>> integer_floor(lambda: arb.pi() ** 2, "down")
    9
    """
    return -integer_ceiling(lambda: -value(), "down" if side == "up" else "up", limit)
