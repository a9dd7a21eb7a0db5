"""Number formats of hardware: binary64, binary32, bfloat16, binary16; rounding to them, and a head cast to one of them.

Numbers of every format are carried as float64, which holds them all exactly.  The rounding errors of evaluating a cast
head are bounded in `verify.floating` (theory L).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from flint import arb, fmpq

from constructions.prefix import Floats, StoredPrefix
from theory.balls import Real, ball, lower_decimal, shown, upper_decimal
from theory.errors import InputError

__all__ = ["BFLOAT16", "BINARY16", "BINARY32", "BINARY64", "FORMATS", "CastHead", "Format", "cast", "format_named"]


@dataclass(frozen=True)
class Format:
    """A binary floating-point format with ``bits`` of significand and exponents emin..emax (IEEE 754), and gradual
    underflow for stored numbers.

    ``flushes``: arithmetic may replace results below the smallest normal number by 0.
    """

    name: str
    bits: int
    emin: int
    emax: int
    flushes: bool = True

    @property
    def unit(self) -> fmpq:
        """The unit roundoff u = 2^-bits: |fl(y) - y| <= u |y| in the normal range, to nearest."""
        return fmpq(1, 2**self.bits)

    @property
    def underflow(self) -> fmpq:
        """omega: below the normal range |fl(y) - y| <= omega."""
        return fmpq(2) ** (self.emin if self.flushes else self.emin - self.bits)

    @property
    def largest(self) -> fmpq:
        """The largest finite number."""
        return (2 - fmpq(2) ** (1 - self.bits)) * fmpq(2) ** self.emax

    def round(self, numbers: Floats) -> Floats:
        """Each float64 rounded to the nearest number of the format, ties to even; infinite where it is too large.

        >>> BFLOAT16.round(np.array([1.00390625, 1e-45])).tolist()
        [1.0, 0.0]
        >>> BINARY16.round(np.array([65519.0, 65520.0])).tolist()
        [65504.0, inf]
        """
        if self.bits == 53:
            return numbers.copy()
        exponent = np.maximum(np.frexp(numbers)[1], self.emin + 1) - self.bits
        rounded: Floats = np.ldexp(np.rint(np.ldexp(numbers, -exponent)), exponent)
        return np.where(np.abs(rounded) > float(arb(self.largest)), np.copysign(np.inf, rounded), rounded)


BINARY64 = Format("float64", 53, -1022, 1023)
BINARY32 = Format("float32", 24, -126, 127)
BFLOAT16 = Format("bfloat16", 8, -126, 127)
BINARY16 = Format("float16", 11, -14, 15, flushes=False)

FORMATS = {form.name: form for form in (BINARY64, BINARY32, BFLOAT16, BINARY16)}
"""By name; binary16 with gradual underflow in arithmetic too, for its normal range ends at 6.1e-5."""


def format_named(name: str) -> Format:
    """The format of that name; raises `InputError` that lists the names."""
    if name not in FORMATS:
        raise InputError(f"dtype {shown(name)} is not one of {', '.join(FORMATS)}")
    return FORMATS[name]


class CastHead(NamedTuple):
    """A head as hardware holds it: logits <x, keys_i> + bias_i, with lam inside the keys.

    ``keys`` [N, d], ``bias`` [N], ``values`` [N, q]: float64 arrays of numbers of ``form``.  Cast for a softmax with a
    scale, keys and biases are larger by ``factor`` = 1/scale, which the softmax divides by.
    """

    form: Format
    keys: Floats
    bias: Floats
    values: Floats


def cast(stored: StoredPrefix, form: Format, shift: float = 0.0, factor: Real = 1) -> CastHead:
    """The stored prefix rounded to ``form``: factor lam k_i, factor (b_i - shift) and v_i.

    A common shift of the biases does not change the head alone.  Raises `InputError` when a number is
    too large for the format.
    """
    scale = ball(factor)
    lam = scale * ball(stored.lam)
    keys = np.array([[_nearest(lam * c, form, "lam k") for c in row] for row in stored.exact_keys()])
    bias = np.array([_nearest(scale * (c - shift), form, "a bias") for c in stored.exact_bias()])
    values = np.array([[_nearest(c, form, "a value") for c in row] for row in stored.exact_values()])
    return CastHead(form, keys, bias, values)


def _nearest(number: arb, form: Format, what: str) -> float:
    # Rounding twice (to 53 bits, then to fewer) may miss the nearest number at a tie.  No error is claimed here: the
    # result is exact data from here on.
    rounded = float(form.round(np.array([float(number.mid())]))[0])
    if not np.isfinite(rounded):
        value, top = upper_decimal(number.mid(), 5), lower_decimal(form.largest, 5)
        raise InputError(f"{what} = {value} is too large for {form.name} (at most {top})")
    return rounded
