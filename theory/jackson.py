"""Jackson's inequality with explicit constants (theory C0, D1-D4): smoothing a function on S^m by a probability law.

Y is drawn around x so that Theta = dist(x, Y) has the same law for every x; then |E f(Y) - f(x)| <= E w(f; Theta).
The best nonnegative polynomial kernel of degree 2k on [-1,1] is Q_k, the square of the reproducing kernel at t_{k+1},
the largest zero of the Legendre polynomial P_{k+1} of dimension m+1; the mean of cos Theta is then t_{k+1} (D1).

Angles are in radians; enclosures come at about the current precision.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

from flint import acb, arb, ctx, fmpq

from theory.balls import Real, ball, certainly_le, precision, sharp, shown
from theory.errors import HypothesisError, InputError
from theory.harmonics import dimensions, legendre_sequence, legendre_values
from theory.kernels import eigenvalue
from theory.sphere import area_ratio

__all__ = [
    "MAX_DEGREE",
    "contact_angle",
    "envelope",
    "extremal_kernel",
    "jackson_constant",
    "jackson_error",
    "largest_zero",
    "mean_angle",
    "smoothing_angle",
    "smoothing_scale",
    "zero_angle_bound",
]

MAX_DEGREE = 2000
"""Largest degree of a polynomial whose largest zero is enclosed."""


# --- the concave envelope of arccos --------------------------------------------------------------------------------


def _contact_defect(theta: arb) -> arb:
    """1 + cos theta - (pi - theta) sin theta, which decreases on [0, pi/2]: its slope is -(pi - theta) cos theta."""
    sine, cosine = theta.sin_cos()
    return 1 + cosine - (arb.pi() - theta) * sine


def contact_angle() -> arb:
    """theta* in (0, pi/2) with (pi - theta*) sin theta* = 1 + cos theta* (theory C0): .81047...

    There the line through (-1, pi) touches the graph of arccos: theta* = pi - 2x with tan x = 2x.

    >>> 1e-6 * contact_angle().cos() < 6.8915775e-7
    True
    """

    def value() -> arb:
        theta = arb("0.8104708").mid()
        for _ in range(ctx.prec.bit_length()):
            theta = (theta + _contact_defect(theta) / ((arb.pi() - theta) * theta.cos())).mid()
        # Newton proposes; the two signs below prove.
        width = arb(2) ** (8 - ctx.prec)
        while not (_contact_defect(theta - width) > 0 and _contact_defect(theta + width) < 0):
            width *= 4
        return (theta - width).union(theta + width)

    return sharp(value)


def _envelope(a: arb) -> arb:
    """env at an exact number of [-1, 1]."""
    contact = contact_angle()
    curve = a.acos()
    if certainly_le(contact.cos(), a):
        return curve
    line = arb.pi() - (1 + a) / contact.sin()
    return line if certainly_le(a, contact.cos()) else line.union(curve)


def envelope(a: Real) -> arb:
    """env(a), the concave envelope of arccos on [-1, 1]: arccos a for a >= cos theta*, else pi - (1+a)/sin theta*.

    A law on [-1, 1] with mean a satisfies E arccos <= env(a) (theory C0).  It decreases, so a wide ball is replaced by
    its end points, cut to [-1, 1].  Raises `HypothesisError` when a is certainly outside [-1, 1] or not finite.

    >>> envelope(1), envelope("0.1") < arb.pi() / 2 + arb(1) / 10
    (0, True)
    """
    mean = ball(a)
    if not mean.is_finite() or mean < -1 or mean > 1:
        raise HypothesisError(f"the mean of a law on [-1, 1] lies in [-1, 1]; got {shown(a)}")
    if mean.is_exact():
        return _envelope(mean)
    ends = [end.max(arb(-1)).min(arb(1)) for end in (mean.lower(), mean.upper())]
    return _envelope(ends[0]).union(_envelope(ends[1]))


# --- the extremal kernel -------------------------------------------------------------------------------------------


def _check(m: int, n: int, least: int, what: str) -> None:
    if m < 1:
        raise HypothesisError(f"the sphere S^m needs m >= 1; got m = {m}")
    if n < least:
        raise HypothesisError(f"{what} must be at least {least}; got {n}")
    if n > MAX_DEGREE:
        raise InputError(f"{what} = {n} is more than {MAX_DEGREE}, the largest for which t_n is enclosed")


def largest_zero(m: int, n: int) -> arb:
    """t_n, the largest zero of the Legendre polynomial P_n of dimension m+1, n >= 1 (theory D1, D4).

    P_0, ..., P_n is a Sturm sequence: as many zeros of P_n exceed b as signs change in P_0(b), ..., P_n(b).  So t_n
    lies between a and b when all signs are + at b, and only the last is - at a (theory D4a).  Raises `HypothesisError`
    unless m, n >= 1, `InputError` beyond `MAX_DEGREE`.

    >>> (largest_zero(2, 2) ** 2 * 3).contains(1), largest_zero(5, 1)
    (True, 0)
    """
    _check(m, n, 1, "the degree n")
    if n == 1:
        return arb(0)
    if m in (1, 3):  # Chebyshev polynomials of the first and second kind
        turn = fmpq(1, 2 * n) if m == 1 else fmpq(1, n + 1)
        return sharp(lambda: arb(turn).cos_pi())

    def value() -> arb:
        t = arb(1)
        # P_n is convex and increasing beyond t_n, so Newton's method from 1 decreases to t_n.
        for _ in range(64 + 8 * n.bit_length() + ctx.prec.bit_length()):
            values = legendre_values(m, n, t)
            slope = n * (values[n - 1] - t * values[n]) / (1 - t * t) if t < 1 else arb(n * (n + m - 1)) / m
            step = (values[n] / slope).mid()
            t = (t - step).mid()
            if abs(step) < arb(2) ** (-ctx.prec // 2 - 8):
                break
        width = arb(2) ** (16 - ctx.prec)
        while not (_zeros_beyond(m, n, t + width) == 0 and _zeros_beyond(m, n, t - width) == 1):
            width *= 4
            if width > 1:
                return arb(0, 1)
        return (t - width).union(t + width)

    return sharp(value)


def _zeros_beyond(m: int, n: int, t: arb) -> int | None:
    """0 or 1 when that many zeros of P_n certainly exceed the exact number t, else None."""
    *before, last = legendre_values(m, n, t.mid())
    if not all(p > 0 for p in before):
        return None
    return 0 if last > 0 else 1 if last < 0 else None


def extremal_kernel(m: int, k: int, t: arb) -> arb:
    """Q_k(t), degree 2k, for t in [-1, 1] (theory D1): nonnegative, of integral 1, with the largest mean of t.

    Q_k = K(t_{k+1}, t)^2/K(t_{k+1}, t_{k+1}) with K(s, t) = sum_{j<=k} Z(m,j) P_j(s) P_j(t); by Christoffel's and
    Darboux's formula K(t_{k+1}, t) is a multiple of P_{k+1}(t)/(t - t_{k+1}).  Raises as `largest_zero`.

    >>> (extremal_kernel(2, 1, arb(1)) - (1 + arb(3).sqrt()) ** 2 / 2).contains(0)
    True
    """
    weights = _kernel_weights(m, k)
    here = sum((w * p for w, p in zip(weights, legendre_values(m, k, t), strict=True)), arb(0))
    return here * here / _kernel_mass(m, k)


def _kernel_weights(m: int, k: int) -> list[arb]:
    """Z(m,j) P_j(t_{k+1}) for j = 0, ..., k."""
    _check(m, k, 0, "the degree k")
    values = legendre_values(m, k, largest_zero(m, k + 1))
    return [z * p for z, p in zip(dimensions(m, k), values, strict=True)]


def _kernel_mass(m: int, k: int) -> arb:
    """K(t_{k+1}, t_{k+1}), the integral of K(t_{k+1}, .)^2."""
    values = legendre_values(m, k, largest_zero(m, k + 1))
    return sum((z * p * p for z, p in zip(dimensions(m, k), values, strict=True)), arb(0))


def _mean_angle(m: int, density: Callable[[acb], Any]) -> arb:
    """int_0^pi theta density(cos theta) sin^{m-1} theta dtheta |S^{m-1}|/|S^m|: the integrand is entire."""
    integral = acb.integral(lambda z, _: z * density(z.cos()) * z.sin() ** (m - 1), 0, arb.pi(), use_heap=True)
    return integral.real * area_ratio(m)


def mean_angle(m: int, k: int) -> arb:
    """E Theta for the kernel Q_k (theory D4): |f*Q_k - f| <= L E Theta for L-Lipschitz f, sharper than L env(t_{k+1}).

    Attained by f = dist(x, .) at x.  Raises as `largest_zero`.

    >>> mean_angle(2, 3) < ball("0.4761"), mean_angle(1, 0).overlaps(arb.pi() / 2)
    (True, True)
    """
    _check(m, k, 0, "the degree k")

    def value() -> arb:
        weights, mass = _kernel_weights(m, k), _kernel_mass(m, k)

        def density(t: acb) -> Any:
            terms = islice(legendre_sequence(m, acb(1), t), k + 1)
            return sum((w * p for w, p in zip(weights, terms, strict=True)), acb(0)) ** 2

        return _mean_angle(m, density) / mass

    with precision(ctx.prec + 2 * k + m):
        result = value()
    return +result


def smoothing_angle(m: int, lam: Real) -> arb:
    """E Theta for the vMF kernel K_lam(t) = e^{lam t}/phihat_0(lam) (theory C1), lam > 0.

    >>> smoothing_angle(2, 10) < envelope(1 - arb("0.1") + arb(-20).exp())
    True
    """
    scale = ball(lam)
    if m < 1 or not scale > 0:
        raise HypothesisError(f"smoothing on S^m needs m >= 1 and lam > 0; got m = {m}, lam = {shown(lam)}")
    mass = eigenvalue(m, 0, lam) * (-scale).exp()
    return _mean_angle(m, lambda t: ((t - 1) * scale).exp()) / mass


# --- explicit bounds -----------------------------------------------------------------------------------------------


def smoothing_scale(m: int, defect: Real) -> arb:
    """The lam from which on 1 - a_1(lam) <= q = ``defect`` is known, for 0 < q < 1 (theory C2).

    (1-q) (m/2 + sqrt(m^2/4 + (m+1) q (2-q))) / (q (2-q)), about m/(2q) for small q.

    >>> smoothing_scale(2, "0.01") < 101
    True
    """
    q = ball(defect)
    if m < 1 or not (q > 0 and q < 1):
        raise HypothesisError(f"theory C2 needs m >= 1 and 0 < q < 1; got m = {m}, q = {shown(defect)}")
    u = q * (2 - q)
    return (1 - q) * (arb(m) / 2 + (arb(m * m) / 4 + (m + 1) * u).sqrt()) / u


def zero_angle_bound(m: int, n: int) -> arb:
    """sqrt(m(m+4)/2)/kappa >= arccos t_n, kappa^2 = n^2 + 2 n nu + nu^2 - nu(nu-1)(1-4/pi^2) for m >= 3 and
    (n+nu)^2 + nu(1-nu)/3 for m = 1, 2 (theory D2).  Raises `HypothesisError` unless m, n >= 1.

    >>> largest_zero(6, 9).acos() < zero_angle_bound(6, 9)
    True
    """
    _check(m, min(n, MAX_DEGREE), 1, "the degree n")
    nu = fmpq(m - 1, 2)
    curve = arb(fmpq(1, 3)) if m <= 2 else 1 - 4 / arb.pi() ** 2
    return (arb(fmpq(m * (m + 4), 2)) / (curve * (nu * (1 - nu)) + (n + nu) ** 2)).sqrt()


def jackson_constant(m: int) -> arb:
    """(pi/2) sqrt(m(m+4)/2): E_{2k}(f) <= that L/(k+1) for every L-Lipschitz f on S^m and every k >= 0 (theory D2)."""
    _check(m, 1, 1, "the degree n")
    return arb.pi() / 2 * arb(fmpq(m * (m + 4), 2)).sqrt()


def jackson_error(m: int, k: int, L: Real = 1) -> arb:
    """L E Theta, the largest |f*Q_k - f| for L-Lipschitz f on S^m (theory D2, D4).  Raises as `largest_zero`.

    For the discrete form D3 it is not a bound: take L ``envelope(largest_zero(m, k + 1))``.

    >>> jackson_error(2, 3) < envelope(largest_zero(2, 4)) < jackson_constant(2) / 4
    True
    """
    constant = ball(L)
    if not constant >= 0:
        raise HypothesisError(f"a Lipschitz constant is at least 0; got {shown(L)}")
    return constant * mean_angle(m, k)
