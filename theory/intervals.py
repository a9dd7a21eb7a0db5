"""Arrays of float64 intervals with outward rounding: the fast path of branch and bound.

Sums, products, quotients and square roots rest on IEEE 754 (each is the correctly rounded exact result) and are pushed
outwards by at least one unit in the last place.  Every other function is evaluated by FLINT at the ends.  An operation
that overflows or is undefined gives an infinite end, never NaN.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from flint import arb, fmpq
from numpy.typing import NDArray

from theory.balls import float_lower, float_upper, precision

__all__ = ["Interval", "derivative", "down", "power", "power_derivative", "up", "upper_product", "upper_sum", "value"]

Floats: TypeAlias = NDArray[np.float64]
_STEP = 2.0**-52
_TINY = 5e-324


def down(a: Floats) -> Floats:
    """A float below every real number that rounds to a; -inf for NaN."""
    low: Floats = a - (np.abs(a) * _STEP + _TINY)
    return np.where(np.isnan(low), np.where(a == np.inf, np.finfo(np.float64).max, -np.inf), low)


def up(a: Floats) -> Floats:
    """A float above every real number that rounds to a; inf for NaN."""
    return -down(-a)


class Interval:
    """The closed intervals [lo, hi] of two arrays of one shape; operations broadcast like numpy's.

    Ends may be infinite.  Run operations inside ``numpy.errstate(all="ignore")``.

    >>> third = Interval.of(fmpq(1, 3))
    >>> bool(third.lo < third.hi), bool((third * third).hi >= 1 / 9)
    (True, True)
    """

    __slots__ = ("hi", "lo")

    def __init__(self, lo: Floats, hi: Floats) -> None:
        self.lo, self.hi = lo, hi

    @classmethod
    def of(cls, number: fmpq | arb | float) -> Interval:
        """The smallest interval (nearly) around one number; shape ()."""
        if isinstance(number, float | int):
            return cls(np.float64(number) * np.ones(()), np.float64(number) * np.ones(()))
        with precision(64):
            return cls(np.array(float_lower(number)), np.array(float_upper(number)))

    def __add__(self, other: Interval) -> Interval:
        return Interval(down(self.lo + other.lo), up(self.hi + other.hi))

    def __sub__(self, other: Interval) -> Interval:
        return Interval(down(self.lo - other.hi), up(self.hi - other.lo))

    def __neg__(self) -> Interval:
        return Interval(-self.hi, -self.lo)

    def __mul__(self, other: Interval) -> Interval:
        # 0 * inf is 0 here: an interval [a, inf] holds reals only.
        ends = [np.where((a == 0) | (b == 0), 0.0, a * b) for a in (self.lo, self.hi) for b in (other.lo, other.hi)]
        low = np.minimum(np.minimum(ends[0], ends[1]), np.minimum(ends[2], ends[3]))
        high = np.maximum(np.maximum(ends[0], ends[1]), np.maximum(ends[2], ends[3]))
        return Interval(down(low), up(high))

    def square(self) -> Interval:
        """The squares."""
        magnitude, mignitude = self.magnitude(), self.mignitude()
        return Interval(np.maximum(down(mignitude * mignitude), 0.0), up(magnitude * magnitude))

    def inverse(self) -> Interval:
        """1/u; the whole line where u may be 0."""
        crosses = (self.lo <= 0) & (self.hi >= 0)
        low, high = down(1 / self.hi), up(1 / self.lo)
        return Interval(np.where(crosses, -np.inf, low), np.where(crosses, np.inf, high))

    def sqrt(self) -> Interval:
        """The square roots of max(u, 0)."""
        low, high = np.sqrt(np.maximum(self.lo, 0.0)), np.sqrt(np.maximum(self.hi, 0.0))
        return Interval(np.maximum(down(low), 0.0), np.where(high == 0, 0.0, up(high)))

    def magnitude(self) -> Floats:
        """The largest |u|."""
        return np.maximum(np.abs(self.lo), np.abs(self.hi))

    def mignitude(self) -> Floats:
        """The smallest |u|."""
        return np.where((self.lo <= 0) & (self.hi >= 0), 0.0, np.minimum(np.abs(self.lo), np.abs(self.hi)))

    def clip(self, low: float, high: float) -> Interval:
        """The intervals of min(max(u, low), high)."""
        return Interval(np.clip(self.lo, low, high), np.clip(self.hi, low, high))

    def hull(self, other: Interval) -> Interval:
        """The smallest intervals around both."""
        return Interval(np.minimum(self.lo, other.lo), np.maximum(self.hi, other.hi))

    def __getitem__(self, index: Any) -> Interval:
        return Interval(self.lo[index], self.hi[index])

    def sum(self) -> Interval:
        """The sums over the first axis."""
        if len(self.lo) == 1:
            return self[0]
        # Summation in any order has an absolute error below count 2^-53 times the sum of the magnitudes.
        slack = up(upper_sum(self.magnitude()) * (len(self.lo) * _STEP))
        low, high = self.lo.sum(axis=0), self.hi.sum(axis=0)
        return Interval(down(down(low) - slack), up(up(high) + slack))


def upper_sum(terms: Floats) -> Floats:
    """Upper bounds of the sums over the first axis of nonnegative numbers."""
    count = len(terms)
    # Any order of summation has relative error below 2 count 2^-53 for count < 2^50.
    return up(up(terms.sum(axis=0) * (1 + count * 2 * _STEP)) + count * _TINY)


def upper_product(a: Floats, b: Floats) -> Floats:
    """Upper bounds of the products of nonnegative numbers; 0 * inf is 0."""
    return np.where((a == 0) | (b == 0), 0.0, up(a * b))


# --- functions by FLINT at the ends ----------------------------------------------------------------------------------


def _ends(function: Callable[[arb], arb], points: Floats) -> tuple[Floats, Floats]:
    """Lower and upper bounds of ``function`` at every point; infinite where it is undefined."""
    low, high = np.empty(points.size), np.empty(points.size)
    with precision(53):  # ends with 53 bits convert exactly, or overflow or underflow: hence one step further
        for i, t in enumerate(points.ravel().tolist()):
            ball = function(arb(t))
            if ball.is_finite():
                low[i], high[i] = float(ball.lower()), float(ball.upper())
            else:
                low[i], high[i] = (t, t) if math.isinf(t) else (-math.inf, math.inf)
    return down(low.reshape(points.shape)), up(high.reshape(points.shape))


def _monotone(function: Callable[[arb], arb], u: Interval, *, rising: bool = True) -> Interval:
    first, last = (u.lo, u.hi) if rising else (u.hi, u.lo)
    return Interval(_ends(function, first)[0], _ends(function, last)[1])


def _exp(u: Interval) -> Interval:
    # exp(-inf) = 0 and exp(inf) = inf, which FLINT's answers are not converted to.
    result = _monotone(arb.exp, u.clip(-1e6, 1e6))
    return Interval(np.maximum(result.lo, 0.0), np.where(u.hi > 1e6, np.inf, result.hi))


def _log(u: Interval) -> Interval:
    result = _monotone(arb.log, u)
    return Interval(np.where(u.lo > 0, result.lo, -np.inf), np.where(u.lo > 0, result.hi, np.inf))


def _cosine(u: Interval, shift: fmpq) -> Interval:
    """cos(u - shift pi)."""

    def function(t: arb) -> arb:
        return (t - arb.pi() * shift).cos()

    at_lo, at_hi = _ends(function, u.lo), _ends(function, u.hi)
    result = Interval(np.minimum(at_lo[0], at_hi[0]), np.maximum(at_lo[1], at_hi[1]))
    # The extrema are at shift pi + k pi, with value (-1)^k; a padded count of the k inside is a safe one.
    first, last = u.lo / math.pi - float(arb(shift)), u.hi / math.pi - float(arb(shift))
    pad = 1e-12 * (1 + np.abs(first) + np.abs(last))
    first, last = np.ceil(first - pad), np.floor(last + pad)
    wide = ~(last - first < 1)  # two extrema or more, or an infinite interval
    one, even = first <= last, np.mod(first, 2) == 0
    low = np.where(wide | (one & ~even), -1.0, np.maximum(result.lo, -1.0))
    high = np.where(wide | (one & even), 1.0, np.minimum(result.hi, 1.0))
    return Interval(low, high)


def _sin(u: Interval) -> Interval:
    return _cosine(u, fmpq(1, 2))


def _cos(u: Interval) -> Interval:
    return _cosine(u, fmpq(0))


def _tan(u: Interval) -> Interval:
    regular = _cos(u).mignitude() > 0
    result = _monotone(arb.tan, u)
    return Interval(np.where(regular, result.lo, -np.inf), np.where(regular, result.hi, np.inf))


def _cosh(u: Interval) -> Interval:
    return _monotone(arb.cosh, Interval(u.mignitude(), u.magnitude()))


def _one() -> Interval:
    return Interval.of(1.0)


def _abs(u: Interval) -> Interval:
    return Interval(u.mignitude(), u.magnitude())


def _sign(u: Interval) -> Interval:
    """Clarke's derivative of |u|."""
    return Interval(np.where(u.lo >= 0, 1.0, -1.0), np.where(u.hi <= 0, -1.0, 1.0))


def _asin_slope(u: Interval) -> Interval:
    """1/sqrt(1-u^2), Clarke's derivative of asin with a clamped argument."""
    inside = u.clip(-1.0, 1.0)
    slope = (_one() - inside.square()).sqrt().inverse()
    touches = (inside.lo <= -1) | (inside.hi >= 1)
    low = np.where(touches, 1.0, slope.lo)  # the inverse of an interval that touches 0 lost its sign
    return Interval(np.where((u.lo < -1) | (u.hi > 1), 0.0, low), np.where(touches, np.inf, slope.hi))


def _power_of_size(a: Floats, n: int) -> tuple[Floats, Floats]:
    """Lower and upper bounds of a**n, a >= 0, n >= 1, by repeated squaring."""
    low = high = a
    for bit in bin(n)[3:]:
        low, high = np.maximum(down(low * low), 0.0), up(high * high)
        if bit == "1":
            low, high = np.maximum(down(low * a), 0.0), upper_product(high, a)
    return low, high


def _integer_power(u: Interval, n: int) -> Interval:
    """u**n for any integer n."""
    if n < 0:
        return _integer_power(u, -n).inverse()
    if n == 0:
        return Interval(np.ones_like(u.lo), np.ones_like(u.hi))
    if n % 2 == 0:
        return Interval(_power_of_size(u.mignitude(), n)[0], _power_of_size(u.magnitude(), n)[1])
    # odd powers are monotone
    first, last = _power_of_size(np.abs(u.lo), n), _power_of_size(np.abs(u.hi), n)
    return Interval(np.where(u.lo < 0, -first[1], first[0]), np.where(u.hi < 0, -last[0], last[1]))


def _rational_power(u: Interval, exponent: fmpq) -> Interval:
    """max(u, 0)**exponent for a rational exponent; up to infinity where it is negative and u may be <= 0."""
    inside = Interval(np.maximum(u.lo, 0.0), np.maximum(u.hi, 0.0))
    if exponent < 0:
        positive = _rational_power(inside, -exponent)
        return Interval(np.maximum(down(1 / positive.hi), 0.0), np.where(positive.lo > 0, up(1 / positive.lo), np.inf))
    if exponent == fmpq(1, 2):
        return inside.sqrt()

    def function(t: arb) -> arb:
        return arb(0) if t.is_zero() else t.root(int(exponent.q)) ** int(exponent.p)

    result = _monotone(function, inside)
    return Interval(np.maximum(result.lo, 0.0), result.hi)


def power(u: Interval, exponent: fmpq) -> Interval:
    """u**exponent in the sense of `theory.expressions.Power`."""
    return _integer_power(u, int(exponent.p)) if exponent.q == 1 else _rational_power(u, exponent)


def power_derivative(u: Interval, exponent: fmpq) -> Interval:
    """Clarke's derivative of u**exponent; infinite where it is unbounded."""
    result = Interval.of(exponent) * power(u, exponent - 1)
    if exponent.q != 1 and exponent > 0:  # constant 0 left of 0
        return Interval(np.where(u.lo <= 0, 0.0, result.lo), result.hi)
    return result


_VALUES: dict[str, Callable[[Interval], Interval]] = {
    "abs": _abs,
    "sqrt": Interval.sqrt,
    "exp": _exp,
    "log": _log,
    "sin": _sin,
    "cos": _cos,
    "tan": _tan,
    "sinh": lambda u: _monotone(arb.sinh, u),
    "cosh": _cosh,
    "tanh": lambda u: _monotone(arb.tanh, u).clip(-1.0, 1.0),
    "asin": lambda u: _monotone(arb.asin, u.clip(-1.0, 1.0)),
    "acos": lambda u: _monotone(arb.acos, u.clip(-1.0, 1.0), rising=False),
    "atan": lambda u: _monotone(arb.atan, u),
}

_DERIVATIVES: dict[str, Callable[[Interval], Interval]] = {
    "abs": _sign,
    "sqrt": lambda u: power_derivative(u, fmpq(1, 2)),
    "exp": _exp,
    "log": Interval.inverse,
    "sin": _cos,
    "cos": lambda u: -_sin(u),
    "tan": lambda u: _one() + _tan(u).square(),
    "sinh": _cosh,
    "cosh": lambda u: _monotone(arb.sinh, u),
    "tanh": lambda u: _cosh(u).square().inverse(),
    "asin": _asin_slope,
    "acos": lambda u: -_asin_slope(u),
    "atan": lambda u: (_one() + u.square()).inverse(),
}


def value(name: str, u: Interval) -> Interval:
    """The range of a function of one argument (its name in `theory.expressions.FUNCTIONS`) over u."""
    return _VALUES[name](u)


def derivative(name: str, u: Interval) -> Interval:
    """The range of Clarke's derivative of the function over u; infinite ends where it is unbounded."""
    return _DERIVATIVES[name](u)
