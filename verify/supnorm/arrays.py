"""Rigorous arithmetic on float64 arrays: balls (midpoint, radius) and an exponential with a proved error.

Only the IEEE 754 operations + - * / sqrt, rint and comparisons are trusted (round to nearest, u = 2^-53); no libm.

STATEMENT (rounding).  For finite results without underflow fl(a op b) = (a op b)(1 + e), |e| <= u; underflow adds at
most 2^-1074.  A sum of n terms, in any order, of products of k factors each has error at most
gamma_{n+k} sum |terms|, gamma_j = j u / (1 - j u) <= 1.01 j u for j <= 10^13 (Higham, Accuracy and Stability, 3.1).
``UP`` = 1 + 2^-49 exceeds the product of the (1 + u) factors met while a radius of few terms is itself computed, and
``TINY`` exceeds the underflow of every operation here (fewer than 10^15 of 2^-1074 each).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

import numpy as np
from flint import arb, ctx
from numpy.typing import NDArray

__all__ = ["EXP_ERROR", "TINY", "UNIT", "UP", "Array", "Ball", "exponential"]

Array: TypeAlias = NDArray[np.float64]

UNIT = 2.0**-53  #: unit roundoff u
UP = 1.0 + 2.0**-49
TINY = 1e-300
EXP_ERROR = 2.0**-49  #: bound of the relative error of :func:`exponential`


@cache
def _tables() -> tuple[Array, Array]:
    """Return e^(j/1024), 0 <= j < 1024, and e^k, |k| <= 701: floats with relative error below 2^-52 (by FLINT)."""
    precision = ctx.prec
    ctx.prec = 100
    try:
        fine = [float((arb(j) / 1024).exp().mid()) for j in range(1024)]
        coarse = [float(arb(k).exp().mid()) for k in range(-701, 702)]
    finally:
        ctx.prec = precision
    return np.array(fine), np.array(coarse)


def exponential(x: Array) -> Array:
    """Return e^x for -700 <= x <= 700 with relative error at most ``EXP_ERROR``; outside, x is clipped to that range.

    Proof.  n = rint(1024 x) and r = x - n/1024 are exact (|r| <= 1/2048 and |r| <= |x| or n = 0, so r is a multiple of
    ulp(x) with at most 53 bits).  The Taylor polynomial of degree 4 leaves |r|^5 e^|r| / 120 < 2^-61; Horner rounds by
    less than 1.01 u; the two table entries carry 2 u each and the two products u each: below 8 u = 2^-50.

    >>> float(abs(exponential(np.array([1.0]))[0] - np.e)) < 1e-14
    True
    """
    x = np.clip(x, -700.0, 700.0)
    n = np.rint(x * 1024.0)
    r = x - n * (1.0 / 1024.0)
    k = n.astype(np.int32)
    fine, coarse = _tables()
    p = r * 0.25
    p += 1.0
    p *= r
    p *= 1.0 / 3.0
    p += 1.0
    p *= r
    p *= 0.5
    p += 1.0
    p *= r
    p += 1.0
    p *= fine.take(k & 1023)
    p *= coarse.take((k >> 10) + 701)
    return p


@dataclass(frozen=True)
class Ball:
    """An array of balls: every entry encloses a real number in [mid - rad, mid + rad].

    A non-finite entry (overflow, division by a ball around 0) has no finite radius: comparisons with it are false, so
    it can never prove anything.
    """

    mid: Array
    rad: Array

    @staticmethod
    def exact(mid: Any) -> Ball:
        """Return the ball of radius 0 around exact float64 data."""
        array = np.asarray(mid, dtype=np.float64)
        return Ball(array, np.zeros_like(array))

    @staticmethod
    def hull(low: Array, high: Array) -> Ball:
        """Return the smallest such ball around [low, high]; unbounded or undecided ends give radius inf."""
        bounded = np.isfinite(low) & np.isfinite(high)
        low, high = np.where(bounded, low, 0.0), np.where(bounded, high, 0.0)
        mid = 0.5 * low + 0.5 * high
        return Ball(mid, np.where(bounded, np.maximum(high - mid, mid - low) * UP + TINY, np.inf))

    def __add__(self, other: Ball | float) -> Ball:
        other = _as_ball(other)
        mid = self.mid + other.mid
        return Ball(mid, (self.rad + other.rad + UNIT * abs(mid)) * UP)

    __radd__ = __add__

    def __neg__(self) -> Ball:
        return Ball(-self.mid, self.rad)

    def __sub__(self, other: Ball | float) -> Ball:
        return self + -_as_ball(other)

    def __rsub__(self, other: Ball | float) -> Ball:
        return _as_ball(other) + -self

    def __mul__(self, other: Ball | float) -> Ball:
        other = _as_ball(other)
        with np.errstate(invalid="ignore", over="ignore"):
            mid = self.mid * other.mid
            rad = abs(self.mid) * other.rad + self.rad * (abs(other.mid) + other.rad) + UNIT * abs(mid)
            return Ball(mid, rad * UP + TINY)

    __rmul__ = __mul__

    def inverse(self) -> Ball:
        """Return 1/x; entries that contain 0 become non-finite."""
        size = abs(self.mid)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            mid = 1.0 / self.mid
            gap = (size - self.rad) * (1.0 - 4.0 * UNIT)
            rad = np.where(gap > 0, self.rad / (size * gap) + UNIT * abs(mid), np.inf)
        return Ball(mid, rad * UP + TINY)

    def __truediv__(self, other: Ball | float) -> Ball:
        return self * _as_ball(other).inverse()

    def sqrt(self) -> Ball:
        """Return sqrt(x); entries not certainly positive become non-finite."""
        with np.errstate(invalid="ignore", divide="ignore"):
            mid = np.sqrt(self.mid)
            # |sqrt b - sqrt a| = |b - a| / (sqrt a + sqrt b) <= rad / sqrt(mid)
            rad = np.where(self.mid > self.rad, self.rad / mid + UNIT * mid, np.inf)
        return Ball(mid, rad * UP + TINY)

    def __getitem__(self, key: Any) -> Ball:
        return Ball(self.mid[key], self.rad[key])

    @property
    def low(self) -> Array:
        """A lower end point, rounded down."""
        low = self.mid - self.rad
        return low - (2 * UNIT) * abs(low) - TINY

    @property
    def high(self) -> Array:
        """An upper end point, rounded up."""
        high = self.mid + self.rad
        return high + (2 * UNIT) * abs(high) + TINY

    @property
    def magnitude(self) -> Array:
        """An upper bound of |x|."""
        return (abs(self.mid) + self.rad) * UP


def _as_ball(value: Ball | float) -> Ball:
    return value if isinstance(value, Ball) else Ball.exact(value)
