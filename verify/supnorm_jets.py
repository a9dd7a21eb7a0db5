"""Second-order jets of functions over one cell in FLINT balls: the independent checker's own arithmetic for targets.

Imports nothing of the producers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from flint import arb, fmpq

__all__ = [
    "FUNCTIONS",
    "ONE",
    "ZERO",
    "Balls",
    "Box",
    "Evaluator",
    "Jet",
    "absolute",
    "add",
    "compose",
    "constant",
    "multiply",
    "norm",
    "pairs_of",
    "phi_integer",
    "phi_rational",
    "plain_rational",
    "power",
    "scale",
    "size_of_form",
    "tight",
]

Balls: TypeAlias = list[arb]


@dataclass(slots=True)
class Box:
    """One cell x(u), |u_j| <= 1: ``point`` [i], ``slope`` [i][j] at the centre, ``bend`` [i][p] the second derivatives
    there (p numbers the pairs j <= k of `pairs_of`); |x - x(0)| <= ``reach``, |sum_k bend_ijk u_k| <= ``turn`` [j].

    ``third`` bounds the Taylor remainder of x after the second order; after the first order x is off by c x(0) + e
    times the linear part, 0 <= -c <= ``drop``, |e| <= ``stretch``.
    """

    point: Balls
    slope: list[Balls]
    bend: list[Balls]
    reach: arb
    turn: Balls
    third: arb
    drop: arb
    stretch: arb


@dataclass(slots=True)
class Jet:
    """f(u) in S(u) + [low, high]: ``value``, ``slope`` [j] of S at the centre; ``wide``, ``wide_slope`` [j] and
    ``curve`` [p] (pairs of `pairs_of`) over the cell.
    """

    value: arb
    slope: Balls
    wide: arb
    wide_slope: Balls
    curve: Balls
    low: arb
    high: arb


@cache
def pairs_of(m: int) -> tuple[tuple[int, int], ...]:
    """The pairs j <= k below m, row by row: the order of the entries of symmetric forms."""
    return tuple((j, k) for j in range(m) for k in range(j, m))


@cache
def _weights(m: int) -> tuple[int, ...]:
    return tuple(1 if j == k else 2 for j, k in pairs_of(m))


def size_of_form(form: Balls, m: int) -> arb:
    """The sum of the absolute values of all m^2 coefficients."""
    total = ZERO
    for c, weight in zip(form, _weights(m), strict=True):
        total += weight * abs(c)
    return total


ZERO, ONE = arb(0), arb(1)
Evaluator: TypeAlias = Callable[[Box, Balls], Jet]


def _total(u: Jet) -> arb:
    """The range of f over the cell."""
    if u.low is ZERO and u.high is ZERO:
        return u.wide
    return (u.wide + u.low).union(u.wide + u.high)


def constant(value: arb, m: int) -> Jet:
    """The jet of a constant."""
    none = [ZERO] * m
    return Jet(value, none, value, none, [ZERO] * len(pairs_of(m)), ZERO, ZERO)


def _sums(a: Balls, b: Balls) -> Balls:
    return [x + y for x, y in zip(a, b, strict=True)]


def add(u: Jet, w: Jet) -> Jet:
    """u + w."""
    return Jet(
        u.value + w.value,
        _sums(u.slope, w.slope),
        u.wide + w.wide,
        _sums(u.wide_slope, w.wide_slope),
        _sums(u.curve, w.curve),
        w.low if u.low is ZERO else u.low + w.low,
        w.high if u.high is ZERO else u.high + w.high,
    )


def scale(c: arb, u: Jet) -> Jet:
    """c u for a constant c."""
    low, high = u.low, u.high
    if not (low is ZERO and high is ZERO):
        spread = c * low.union(high)
        low, high = spread.lower().min(ZERO), spread.upper().max(ZERO)
    return Jet(
        c * u.value,
        [c * s for s in u.slope],
        c * u.wide,
        [c * s for s in u.wide_slope],
        [c * s for s in u.curve],
        low,
        high,
    )


def multiply(u: Jet, w: Jet) -> Jet:
    """u w."""
    low = high = ZERO
    if not (u.low is ZERO and u.high is ZERO and w.low is ZERO and w.high is ZERO):
        rest = u.low.union(u.high) * _total(w) + w.low.union(w.high) * u.wide
        low, high = rest.lower().min(ZERO), rest.upper().max(ZERO)
    a, b = u.wide_slope, w.wide_slope
    return Jet(
        u.value * w.value,
        [u.value * s + w.value * r for r, s in zip(u.slope, w.slope, strict=True)],
        u.wide * w.wide,
        [u.wide * s + w.wide * r for r, s in zip(a, b, strict=True)],
        [
            u.wide * s + w.wide * r + a[j] * b[k] + a[k] * b[j]
            for r, s, (j, k) in zip(u.curve, w.curve, pairs_of(len(a)), strict=True)
        ],
        low,
        high,
    )


def tight(u: Jet) -> Jet:
    """Cut the range by the mean value theorem."""
    reach = ZERO
    for s in u.wide_slope:
        reach += abs(s)
    other = u.value + arb(0, reach.upper()) if reach.is_finite() else u.wide
    if not u.wide.is_finite() or other.rad() < u.wide.rad():
        u.wide = other
    return u


def compose(u: Jet, phi: Callable[[arb], tuple[arb, arb, arb]], plain: Callable[[arb], arb]) -> Jet:
    """phi(u); where the smooth form is useless, the bare range ``plain``."""
    total = _total(u)
    value, first, _ = phi(u.value)
    wide, wide_first, wide_second = phi(total.union(u.wide) if u.low is not ZERO or u.high is not ZERO else total)
    good = value.is_finite() and first.is_finite() and wide_first.is_finite() and wide_second.is_finite()
    if good and wide.is_finite():
        low = high = ZERO
        if not (u.low is ZERO and u.high is ZERO):
            rest = u.low.union(u.high) * wide_first
            low, high = rest.lower().min(ZERO), rest.upper().max(ZERO)
        a, m = u.wide_slope, len(u.slope)
        curve = [wide_first * c + wide_second * a[j] * a[k] for c, (j, k) in zip(u.curve, pairs_of(m), strict=True)]
        loss = high - low
        for c, weight in zip(curve, _weights(m), strict=True):
            loss += weight * c.rad()
        if loss < 2 * wide.rad() or wide.is_exact():
            slope, wide_slope = [first * s for s in u.slope], [wide_first * s for s in a]
            return tight(Jet(value, slope, wide, wide_slope, curve, low, high))
    span = plain(total)
    if not span.is_finite():
        return constant(arb.nan(), len(u.slope))
    bare = constant(arb(span.mid()), len(u.slope))
    bare.low, bare.high = -arb(span.rad()), arb(span.rad())
    return bare


def absolute(u: Jet, hint: Balls) -> Jet:
    """|u|; across the kink theta u + [0, e], with theta u as near to the slope ``hint`` as |theta| <= 1 allows."""
    total = _total(u)
    low, high = total.lower(), total.upper()
    if low >= 0:
        return u
    if high <= 0:
        return scale(-ONE, u)
    theta = _match(hint, u.slope)
    result = scale(theta, u)
    top = (abs(high) * (1 - theta)).max(abs(low) * (1 + theta))
    result.high = (result.high + top).upper()
    return result


def _match(hint: Balls, slope: Balls) -> arb:
    """An exact number in [-1, 1] for which its product with ``slope`` comes near to ``hint``."""
    above = below = 0.0
    for g, s in zip(hint, slope, strict=True):
        size = float(s)
        above += float(g) * size
        below += size * size
    theta = above / below if below > 0 else 0.0
    return arb(min(1.0, max(-1.0, theta))) if theta == theta else ZERO


def norm(parts: list[Jet], hint: Balls) -> Jet:
    """The Euclidean norm of a vector; near 0 as in `absolute`."""
    if len(parts) == 1:
        return absolute(parts[0], hint)
    square = multiply(parts[0], parts[0])
    for part in parts[1:]:
        square = add(square, multiply(part, part))
    if _total(square).lower() > 0:
        return compose(square, _phi_sqrt, _plain_sqrt)
    theta = [float(_match(hint, part.slope).mid()) for part in parts]
    size = max(1.0, sum(t * t for t in theta) ** 0.5 * (1 + 1e-9))
    result = scale(arb(theta[0] / size), parts[0])
    for t, part in zip(theta[1:], parts[1:], strict=True):
        result = add(result, scale(arb(t / size), part))
    top = _total(square).upper().max(ZERO).sqrt()
    result.high = (result.high + 2 * top).upper()  # 0 <= |u| - theta.u <= 2|u|, |theta| <= 1
    return result


def _ends(u: arb, low: arb | None, high: arb | None, function: Callable[[arb], arb]) -> arb:
    """A monotone function on u clamped to [low, high]."""
    first, last = u.lower(), u.upper()
    if low is not None:
        first, last = first.max(low), last.max(low)
    if high is not None:
        first, last = first.min(high), last.min(high)
    return function(first).union(function(last))


def _plain_sqrt(u: arb) -> arb:
    return _ends(u, ZERO, None, arb.sqrt)


def _phi_sqrt(u: arb) -> tuple[arb, arb, arb]:
    if not u > 0:
        return arb.nan(), arb.nan(), arb.nan()
    root = u.sqrt()
    first = 1 / (2 * root)
    return root, first, -first / (2 * u)


def power(u: arb, n: int) -> arb:
    """u^n, not wider than the range of the power on u."""
    if n < 0:
        return 1 / power(u, -n)
    if n == 0:
        return ONE
    if n == 1:
        return u
    if u.is_exact() or not u.contains(0):
        return u**n
    low, high = u.lower(), u.upper()
    if n % 2:
        return (low**n).union(high**n)
    return ZERO.union(low**n).union(high**n)


def phi_integer(n: int) -> Callable[[arb], tuple[arb, arb, arb]]:
    """u -> u^n with its first two derivatives."""
    return lambda u: (power(u, n), n * power(u, n - 1), n * (n - 1) * power(u, n - 2))


def phi_rational(p: int, q: int) -> Callable[[arb], tuple[arb, arb, arb]]:
    """u -> u^(p/q) with its first two derivatives; not finite unless u > 0."""
    alpha = arb(fmpq(p, q))

    def phi(u: arb) -> tuple[arb, arb, arb]:
        if not u > 0:
            return arb.nan(), arb.nan(), arb.nan()
        value = u.root(q) ** p
        first = alpha * value / u
        return value, first, (alpha - 1) * first / u

    return phi


def plain_rational(p: int, q: int) -> Callable[[arb], arb]:
    """u -> max(u, 0)^(p/q)."""

    def positive(t: arb) -> arb:
        return ZERO if t == 0 else t.root(q) ** abs(p)

    return lambda u: _ends(u, ZERO, None, positive) if p > 0 else 1 / _ends(u, ZERO, None, positive)


def _inverse_root(u: arb) -> arb:
    """1/sqrt(1 - u^2), not finite unless |u| < 1 is certain."""
    rest = 1 - power(u, 2)
    return 1 / rest.sqrt() if rest > 0 else arb.nan()


def _phi_asin(u: arb) -> tuple[arb, arb, arb]:
    first = _inverse_root(u)
    return u.asin(), first, u * first**3


def _phi_acos(u: arb) -> tuple[arb, arb, arb]:
    first = _inverse_root(u)
    return u.acos(), -first, -u * first**3


def _phi_tan(u: arb) -> tuple[arb, arb, arb]:
    value = u.tan()
    first = 1 + power(value, 2)
    return value, first, 2 * value * first


def _phi_tanh(u: arb) -> tuple[arb, arb, arb]:
    value = u.tanh()
    first = 1 - power(value, 2)
    return value, first, -2 * value * first


def _phi_atan(u: arb) -> tuple[arb, arb, arb]:
    first = 1 / (1 + power(u, 2))
    return u.atan(), first, -2 * u * first * first


def _phi_exp(u: arb) -> tuple[arb, arb, arb]:
    e = u.exp()
    return e, e, e


FUNCTIONS: dict[str, tuple[Callable[[arb], tuple[arb, arb, arb]], Callable[[arb], arb]]] = {
    "sqrt": (_phi_sqrt, _plain_sqrt),
    "exp": (_phi_exp, arb.exp),
    "log": (lambda u: (u.log(), 1 / u, -1 / power(u, 2)), arb.log),
    "sin": (lambda u: (u.sin(), u.cos(), -u.sin()), arb.sin),
    "cos": (lambda u: (u.cos(), -u.sin(), -u.cos()), arb.cos),
    "tan": (_phi_tan, arb.tan),
    "sinh": (lambda u: (u.sinh(), u.cosh(), u.sinh()), arb.sinh),
    "cosh": (lambda u: (u.cosh(), u.sinh(), u.cosh()), arb.cosh),
    "tanh": (_phi_tanh, arb.tanh),
    "asin": (_phi_asin, lambda u: _ends(u, -ONE, ONE, arb.asin)),
    "acos": (_phi_acos, lambda u: _ends(u, -ONE, ONE, arb.acos)),
    "atan": (_phi_atan, arb.atan),
}
