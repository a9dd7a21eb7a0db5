"""Second-order enclosures of a target over cells: expression trees evaluated in jets of float64 balls.

A `Jet` encloses f on every cell as  f(t) in S(t) + [low, high],  S twice differentiable with known value and gradient
at the centre and known range, gradient and Hessian over the cell.  Kinks (abs, max, min, norm) that a cell contains
become linear: |u| = theta u + [0, e] for any |theta| <= 1; theta is chosen so that the slope of the head is cancelled
(``hint``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from flint import arb
from numpy.typing import NDArray

from theory.expressions import Call, Constant, NamedConstant, Node, Power, Product, Sum, Variable, enclose, walk
from verify.supnorm.arrays import TINY, UP, Array, Ball
from verify.supnorm.cells import Chart
from verify.supnorm.functions import PHI, Phi, arb_ball, by_flint, phi_power, phi_root, phi_sqrt, rational

__all__ = ["Jet", "constant_jet", "jet"]

KINKS = frozenset({"abs", "max", "min", "norm"})


@dataclass(frozen=True)
class Jet:
    """f(t) in S(t) + [low, high] for |t_j| <= half_j, per cell.

    ``value`` [B], ``slope`` [m, B]: S at the centre; ``wide`` [B], ``wide_slope`` [m, B], ``curve`` [m, m, B]: S over
    the cell; ``low`` <= 0 <= ``high`` [B].
    """

    value: Ball
    slope: Ball
    wide: Ball
    wide_slope: Ball
    curve: Ball
    low: Array
    high: Array

    @property
    def range(self) -> Ball:
        """An enclosure of f over the cell."""
        return Ball.hull(self.wide.low + self.low * UP, self.wide.high + self.high * UP)

    def __add__(self, other: Jet) -> Jet:
        return Jet(
            self.value + other.value,
            self.slope + other.slope,
            self.wide + other.wide,
            self.wide_slope + other.wide_slope,
            self.curve + other.curve,
            (self.low + other.low) * UP,
            (self.high + other.high) * UP,
        )

    def scaled(self, factor: Ball) -> Jet:
        """Return the product with a constant (one ball, or one per cell)."""
        spread = Ball.hull(self.low, self.high) * factor
        plain = not (self.low.any() or self.high.any())
        zero = np.zeros_like(self.low)
        return Jet(
            self.value * factor,
            self.slope * factor,
            self.wide * factor,
            self.wide_slope * factor,
            self.curve * factor,
            zero if plain else np.minimum(spread.low, 0.0),
            zero if plain else np.maximum(spread.high, 0.0),
        )

    def __mul__(self, other: Jet) -> Jet:
        cross = _outer(self.wide_slope, other.wide_slope)
        cross = cross + Ball(cross.mid.swapaxes(0, 1), cross.rad.swapaxes(0, 1))
        low = high = np.zeros_like(self.low)
        if self.low.any() or self.high.any() or other.low.any() or other.high.any():
            mine, theirs = Ball.hull(self.low, self.high), Ball.hull(other.low, other.high)
            rest = mine * other.range + theirs * self.wide
            low, high = np.minimum(rest.low, 0.0), np.maximum(rest.high, 0.0)
        return Jet(
            self.value * other.value,
            self.value * other.slope + other.value * self.slope,
            self.wide * other.wide,
            self.wide * other.wide_slope + other.wide * self.wide_slope,
            self.wide * other.curve + other.wide * self.curve + cross,
            low,
            high,
        )

    def tightened(self, half: Array) -> Jet:
        """Return the jet with its range cut by the mean value theorem."""
        reach = np.sum(half * self.wide_slope.magnitude, axis=0) * (UP + len(half) * 2.0**-51)
        narrow = reach + self.value.rad
        better = narrow < self.wide.rad
        wide = Ball(np.where(better, self.value.mid, self.wide.mid), np.where(better, narrow * UP, self.wide.rad))
        return Jet(self.value, self.slope, wide, self.wide_slope, self.curve, self.low, self.high)


def _outer(a: Ball, b: Ball) -> Ball:
    return Ball(a.mid[:, None], a.rad[:, None]) * Ball(b.mid[None], b.rad[None])


def _constant(value: Ball, chart: Chart) -> Jet:
    m, size = chart.half.shape
    value = Ball(np.broadcast_to(value.mid, (size,)), np.broadcast_to(value.rad, (size,)))
    zero, none = np.zeros(size), Ball.exact(np.zeros((m, size)))
    return Jet(value, none, value, none, Ball.exact(np.zeros((m, m, size))), zero, zero)


def _from_range(span: Ball, chart: Chart) -> Jet:
    """Return the jet of a constant with the whole range as remainder."""
    base = _constant(Ball.exact(span.mid), chart)
    return Jet(base.value, base.slope, base.wide, base.wide_slope, base.curve, -span.rad, span.rad)


def _choose(first: NDArray[np.bool_], a: Jet, b: Jet) -> Jet:
    """Return a where ``first``, else b."""
    if first.all():
        return a
    if not first.any():
        return b

    def pick(x: Ball, y: Ball) -> Ball:
        return Ball(np.where(first, x.mid, y.mid), np.where(first, x.rad, y.rad))

    return Jet(
        pick(a.value, b.value),
        pick(a.slope, b.slope),
        pick(a.wide, b.wide),
        pick(a.wide_slope, b.wide_slope),
        pick(a.curve, b.curve),
        np.where(first, a.low, b.low),
        np.where(first, a.high, b.high),
    )


def _finite(u: Ball) -> Ball:
    """Return the ball with undecided (NaN) entries made infinite."""
    good = np.isfinite(u.mid) & np.isfinite(u.rad)
    return Ball(np.where(good, u.mid, 0.0), np.where(good, u.rad, np.inf))


def _compose(phi: Phi, enclosure: Callable[[arb], arb], u: Jet, chart: Chart) -> Jet:
    """Return phi(u); where phi is not smooth on the range of u, or the range is narrower, the bare range."""
    total = u.range
    whole = Ball.hull(np.minimum(total.low, u.wide.low), np.maximum(total.high, u.wide.high))
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        value, first, _ = phi(u.value)
        wide, wide_first, wide_second = phi(whole)
        cross = wide_second * _outer(u.wide_slope, u.wide_slope)
        plain = not (u.low.any() or u.high.any())
        rest = Ball.hull(u.low, u.high) * wide_first
        smooth = Jet(
            _finite(value),
            _finite(first * u.slope),
            _finite(wide),
            _finite(wide_first * u.wide_slope),
            _finite(wide_first * u.curve + cross),
            np.zeros_like(u.low) if plain else np.minimum(rest.low, 0.0),
            np.zeros_like(u.high) if plain else np.maximum(rest.high, 0.0),
        ).tightened(chart.half)
        pairs = 0.5 * chart.half[:, None] * chart.half[None]
        loss = np.sum(pairs * smooth.curve.rad, axis=(0, 1)) + (smooth.high - smooth.low)
        poor = ~(loss < 1.0)
        span = wide.rad
        again = poor | ~(loss < span) | ~np.isfinite(smooth.value.rad)
    if not again.any():
        return smooth
    bare = np.zeros_like(loss), np.full_like(loss, np.inf)
    part = by_flint(enclosure, total[again])
    bare[0][again], bare[1][again] = part.mid, part.rad
    better = again & ~(loss < bare[1])
    return _choose(better, _from_range(_finite(Ball(*bare)), chart), smooth)


# --- kinks -----------------------------------------------------------------------------------------------------------


def _match(hint: Array, slope: Array, half: Array) -> Array:
    """Return the factor theta in [-1, 1] for which theta * slope comes nearest to ``hint`` over the cell."""
    weight = half * half
    size = np.sum(weight * slope * slope, axis=0)
    theta = np.sum(weight * hint * slope, axis=0) / np.where(size > 0, size, 1.0)
    return np.asarray(np.clip(np.nan_to_num(theta), -1.0, 1.0))


def _absolute(u: Jet, chart: Chart, hint: Array) -> Jet:
    span = u.range
    sign = np.where(span.low >= 0, 1.0, np.where(span.high <= 0, -1.0, np.nan))
    straddles = np.isnan(sign)
    theta = np.where(straddles, _match(hint, u.slope.mid, chart.half), sign)
    smooth = u.scaled(Ball.exact(theta))
    if not straddles.any():
        return smooth
    # |w| - theta w is convex and >= 0: largest at an end of the range
    top = np.maximum(np.abs(span.high) * (1.0 - theta), np.abs(span.low) * (1.0 + theta)) * (1.0 + 2.0**-48)
    high = smooth.high + np.where(straddles, top + TINY, 0.0)
    return Jet(smooth.value, smooth.slope, smooth.wide, smooth.wide_slope, smooth.curve, smooth.low, high * UP)


def _largest(u: Jet, w: Jet, chart: Chart, hint: Array) -> Jet:
    """Return max(u, w) = (u + w)/2 + |u - w|/2."""
    half, minus = Ball.exact(0.5), Ball.exact(-1.0)
    mean = (u + w).scaled(half)
    return mean + _absolute(u + w.scaled(minus), chart, 2.0 * (hint - mean.slope.mid)).scaled(half)


def _norm(parts: Sequence[Jet], chart: Chart, hint: Array) -> Jet:
    if len(parts) == 1:
        return _absolute(parts[0], chart, hint)
    square = parts[0] * parts[0]
    for part in parts[1:]:
        square = square + part * part

    def root(s: arb) -> arb:
        low = s.lower()
        low = low if low > 0 else arb(0)
        high = s.upper()
        return low.sqrt().union(high.sqrt()) if high > 0 else arb(0)

    smooth = _compose(phi_sqrt, root, square, chart)
    touches = ~(square.range.low > 0)
    if not touches.any():
        return smooth
    theta = np.array([_match(hint, part.slope.mid, chart.half) for part in parts])
    theta /= np.maximum(np.sqrt(np.sum(theta * theta, axis=0)) * (1.0 + 2.0**-40), 1.0)
    linear = parts[0].scaled(Ball.exact(theta[0]))
    for part, factor in zip(parts[1:], theta[1:], strict=True):
        linear = linear + part.scaled(Ball.exact(factor))
    # 0 <= |u| - theta.u <= 2 |u| by Cauchy-Schwarz, |theta| <= 1
    top = np.sqrt(np.maximum(square.range.high, 0.0)) * (2.0 + 2.0**-40)
    kinked = Jet(
        linear.value, linear.slope, linear.wide, linear.wide_slope, linear.curve, linear.low, (linear.high + top) * UP
    )
    return _choose(touches, kinked, smooth)


# --- trees -----------------------------------------------------------------------------------------------------------


def _kinked(node: Node) -> bool:
    return any(isinstance(part, Call) and part.function.name in KINKS for part in walk(node))


def jet(node: Node, chart: Chart, hint: Array) -> Jet:
    """Return the enclosure of an expression over the cells; ``hint`` [m, B] is the slope that kinks try to match."""
    match node:
        case Variable(_, index):
            return Jet(*chart.coordinate(index))
        case Constant(value):
            return _constant(rational(value), chart)
        case NamedConstant():
            mid, rad = arb_ball(node.enclosure())
            return _constant(Ball(np.array(mid), np.array(rad)), chart)
        case Sum(terms):
            return _sum(terms, chart, hint)
        case Product(factors):
            return _product(factors, chart, hint)
        case Power(base, exponent):
            u = jet(base, chart, np.zeros_like(hint))
            phi = phi_power(int(exponent.p)) if exponent.q == 1 else phi_root(exponent)
            return _compose(phi, lambda t: enclose(Power(Variable("t", 0), exponent), [t]), u, chart)
        case Call(function, arguments):
            return _call(function.name, function.enclosure, arguments, chart, hint)


def _sum(terms: Sequence[Node], chart: Chart, hint: Array) -> Jet:
    smooth = [term for term in terms if not _kinked(term)]
    kinked = [term for term in terms if _kinked(term)]
    total: Jet | None = None
    for term in smooth:
        part = jet(term, chart, np.zeros_like(hint))
        total = part if total is None else total + part
    for term in kinked:
        part = jet(term, chart, hint if total is None else hint - total.slope.mid)
        total = part if total is None else total + part
    if total is None:
        raise ValueError("a sum has terms")
    return total.tightened(chart.half)


def _product(factors: Sequence[Node], chart: Chart, hint: Array) -> Jet:
    scale: Ball | None = None
    rest = list(factors)
    if isinstance(rest[0], Constant):
        scale = rational(rest[0].value)
        del rest[0]
    inner = np.zeros_like(hint)
    if len(rest) == 1:
        inner = hint / scale.mid if scale is not None and scale.mid != 0 else hint
    total = jet(rest[0], chart, inner)
    for factor in rest[1:]:
        total = total * jet(factor, chart, np.zeros_like(hint))
    if scale is not None:
        total = total.scaled(scale)
    return total.tightened(chart.half)


def _call(name: str, enclosure: Callable[..., arb], arguments: Sequence[Node], chart: Chart, hint: Array) -> Jet:
    zero = np.zeros_like(hint)
    if name == "abs":
        return _absolute(jet(arguments[0], chart, zero), chart, hint)
    if name == "norm":
        return _norm([jet(argument, chart, zero) for argument in arguments], chart, hint)
    if name in ("max", "min"):
        sign = Ball.exact(1.0 if name == "max" else -1.0)
        parts = [jet(argument, chart, sign.mid * hint).scaled(sign) for argument in arguments]
        total = parts[0]
        for part in parts[1:]:
            total = _largest(total, part, chart, sign.mid * hint)
        return total.scaled(sign)
    return _compose(PHI[name], enclosure, jet(arguments[0], chart, zero), chart)


def constant_jet(value: float, chart: Chart) -> Jet:
    """Return the jet of a constant."""
    return _constant(Ball.exact(value), chart)
