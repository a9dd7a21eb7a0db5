"""Elementary functions of float64 balls with their first two derivatives; FLINT does what IEEE 754 does not promise."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from flint import arb, ctx, fmpq

from verify.supnorm.arrays import EXP_ERROR, TINY, UP, Ball, exponential

__all__ = ["PHI", "Phi", "arb_ball", "by_flint", "phi_power", "phi_root", "phi_sqrt", "rational"]

Phi = Callable[[Ball], tuple[Ball, Ball, Ball]]
"""u -> phi(u), phi'(u), phi''(u)."""


def arb_ball(value: arb) -> tuple[float, float]:
    """Return (mid, rad) floats of a ball around the arb."""
    mid = float(value.mid())
    rad = float((value - arb(mid)).abs_upper()) if value.is_finite() and np.isfinite(mid) else np.inf
    return mid, rad * UP + TINY


def by_flint(function: Callable[[arb], arb], u: Ball) -> Ball:
    """Return the enclosure of a function of each entry, by FLINT."""
    precision = ctx.prec
    ctx.prec = 80
    try:
        pairs = [
            arb_ball(function(arb(mid, rad))) if np.isfinite(rad) and np.isfinite(mid) else (0.0, np.inf)
            for mid, rad in zip(u.mid.ravel().tolist(), (u.rad * UP).ravel().tolist(), strict=True)
        ]
    finally:
        ctx.prec = precision
    table = np.array(pairs).reshape(*u.mid.shape, 2)
    return Ball(table[..., 0], table[..., 1])


def _exp(u: Ball) -> Ball:
    mid = exponential(u.mid)
    fine = (abs(u.mid) < 690.0) & (u.rad < 600.0)
    growth = u.rad * exponential(np.minimum(u.rad, 600.0)) * UP  # e^r - 1 <= r e^r
    with np.errstate(over="ignore", invalid="ignore"):
        rad = np.where(fine, mid * (growth + EXP_ERROR) * (1.0 + 2.0**-40), np.inf)
    return Ball(mid, rad + TINY)


def _square(u: Ball) -> Ball:
    """Return u^2, not negative."""
    product = u * u
    low = np.maximum(abs(u.mid) - u.rad, 0.0)
    lowest = low * low * (1.0 - 2.0**-50)
    return Ball.hull(np.maximum(product.low, lowest), np.maximum(product.high, 0.0))


def _power(u: Ball, n: int) -> Ball:
    if n < 0:
        return _power(u, -n).inverse()
    if n == 0:
        return Ball.exact(np.ones_like(u.mid))
    if n == 1:
        return u
    half = _square(_power(u, n // 2))
    return half * u if n % 2 else half


def phi_power(n: int) -> Phi:
    """Return u -> u^n with its derivatives."""
    return lambda u: (_power(u, n), float(n) * _power(u, n - 1), float(n * (n - 1)) * _power(u, n - 2))


def _phi_exp(u: Ball) -> tuple[Ball, Ball, Ball]:
    e = _exp(u)
    return e, e, e


def phi_sqrt(u: Ball) -> tuple[Ball, Ball, Ball]:
    """Return sqrt u with its derivatives."""
    root = u.sqrt()
    first = (2.0 * root).inverse()
    return root, first, -0.5 * (first * u.inverse())


def phi_root(exponent: fmpq) -> Phi:
    """Return u -> u^exponent, u > 0, for a rational exponent, with its derivatives."""
    p, q = int(exponent.p), int(exponent.q)
    alpha = rational(exponent)
    beta = rational(exponent - 1)

    def positive(u: arb) -> arb:
        return u.root(q) ** p if u > 0 else arb.nan()

    def phi(u: Ball) -> tuple[Ball, Ball, Ball]:
        value = by_flint(positive, u)
        inverse = u.inverse()
        first = alpha * value * inverse
        return value, first, beta * first * inverse

    return phi


def _phi_log(u: Ball) -> tuple[Ball, Ball, Ball]:
    first = u.inverse()
    return by_flint(arb.log, u), first, -(first * first)


def _phi_sin(u: Ball) -> tuple[Ball, Ball, Ball]:
    sine, cosine = by_flint(arb.sin, u), by_flint(arb.cos, u)
    return sine, cosine, -sine


def _phi_cos(u: Ball) -> tuple[Ball, Ball, Ball]:
    sine, cosine = by_flint(arb.sin, u), by_flint(arb.cos, u)
    return cosine, -sine, -cosine


def _phi_tan(u: Ball) -> tuple[Ball, Ball, Ball]:
    value = by_flint(arb.tan, u)
    first = 1.0 + _square(value)
    return value, first, 2.0 * (value * first)


def _phi_sinh(u: Ball) -> tuple[Ball, Ball, Ball]:
    sine, cosine = by_flint(arb.sinh, u), by_flint(arb.cosh, u)
    return sine, cosine, sine


def _phi_cosh(u: Ball) -> tuple[Ball, Ball, Ball]:
    sine, cosine = by_flint(arb.sinh, u), by_flint(arb.cosh, u)
    return cosine, sine, cosine


def _phi_tanh(u: Ball) -> tuple[Ball, Ball, Ball]:
    value = by_flint(arb.tanh, u)
    first = 1.0 - _square(value)
    return value, first, -2.0 * (value * first)


def _phi_atan(u: Ball) -> tuple[Ball, Ball, Ball]:
    first = (1.0 + _square(u)).inverse()
    return by_flint(arb.atan, u), first, -2.0 * (u * _square(first))


def _phi_asin(u: Ball) -> tuple[Ball, Ball, Ball]:
    first = (1.0 - _square(u)).sqrt().inverse()
    return by_flint(arb.asin, u), first, u * (first * _square(first))


def _phi_acos(u: Ball) -> tuple[Ball, Ball, Ball]:
    first = (1.0 - _square(u)).sqrt().inverse()
    return by_flint(arb.acos, u), -first, -(u * (first * _square(first)))


PHI: dict[str, Phi] = {
    "sqrt": phi_sqrt,
    "exp": _phi_exp,
    "log": _phi_log,
    "sin": _phi_sin,
    "cos": _phi_cos,
    "tan": _phi_tan,
    "sinh": _phi_sinh,
    "cosh": _phi_cosh,
    "tanh": _phi_tanh,
    "asin": _phi_asin,
    "acos": _phi_acos,
    "atan": _phi_atan,
}


def rational(value: fmpq) -> Ball:
    """Return the ball around an exact number (of radius 0 when it is a float)."""
    precision = ctx.prec
    ctx.prec = 80
    try:
        mid, rad = arb_ball(arb(value))
    finally:
        ctx.prec = precision
    exact = np.isfinite(mid) and fmpq(*mid.as_integer_ratio()) == value
    return Ball(np.array(mid), np.array(0.0 if exact else rad))
