"""The exponential kernel e^{lam<x,y>} on S^m: Funk-Hecke eigenvalues, their ratios, and the tails of its expansion.

Everything is computed from the positive series phihat_k = (lam/2)^k / (nu+1)_k 0F1(nu+k+1; lam^2/4) and the recurrence
phihat_{k-1} = phihat_{k+1} + (2(nu+k)/lam) phihat_k downwards, which only adds positive numbers: nothing cancels, for
lam from 0 to 10^8, degrees and dimensions in the hundreds.  nu = (m-1)/2.

The eigenvalues, ratios, coefficients and tails increase with lam, so a wide ball lam is replaced by its end points.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from flint import arb, ctx, fmpq

from theory.balls import Real, ball, certainly_le, certainly_lt, exact, precision, sharp, shown
from theory.errors import HypothesisError
from theory.harmonics import dimension, dimensions

__all__ = [
    "bessel_ratio_bounds",
    "coefficient",
    "coefficients",
    "defect_bound",
    "eigenvalue",
    "eigenvalues",
    "ratio",
    "ratios",
    "tail",
    "tail_closed_form",
    "tail_ratio",
]

Rational = fmpq | arb
"""An exact parameter: a rational, or a ball of radius 0."""


def _end_points(lam: Real) -> list[Rational]:
    """The exact numbers at which a function increasing in lam >= 0 must be evaluated: one, or both ends of a ball."""
    if isinstance(lam, arb):
        ends: list[Rational] = [lam] if lam.is_exact() else [lam.lower(), lam.upper()]
    else:
        ends = [exact(lam)]
    if not all(certainly_le(0, end) and ball(end).is_finite() for end in ends):
        raise HypothesisError(f"lam must be a finite number >= 0; got {shown(lam)}")
    return ends


def _check(m: int, k: int) -> None:
    if m < 1:
        raise HypothesisError(f"the sphere S^m needs m >= 1; got m = {m}")
    if k < 0:
        raise HypothesisError(f"a degree is at least 0; got {k}")


def _increasing(f: Callable[[Rational], arb], lam: Real) -> arb:
    """The enclosure of f over the members of lam, for f increasing in lam >= 0."""
    values = [f(end) for end in _end_points(lam)]
    return values[0] if len(values) == 1 else values[0].union(values[1])


def _increasing_list(f: Callable[[Rational], list[arb]], lam: Real) -> list[arb]:
    values = [f(end) for end in _end_points(lam)]
    return values[0] if len(values) == 1 else [a.union(b) for a, b in zip(*values, strict=True)]


def _eigenvalue(m: int, k: int, lam: Rational) -> arb:
    def product() -> arb:
        x, order = arb(lam) / 2, arb(m - 1) / 2 + k
        # 0F1 as 1F2(1; 1, .): FLINT sums the latter term by term, while its 0F1 picks asymptotic series that lose all
        # bits when the order is large.  For large lam it gives up (NaN), and I_{nu+k} has a good asymptotic series.
        series = (x * x).hypgeom([arb(1)], [arb(1), order + 1])
        if not series.is_finite():
            series = arb(lam).bessel_i(order) * (order + 1).gamma() / x**order
        return x**k / (order + 1 - k).rising(k) * series

    return sharp(product)


def eigenvalue(m: int, k: int, lam: Real) -> arb:
    """phihat_k(lam) = Gamma(nu+1) (2/lam)^nu I_{nu+k}(lam), the multiplier of e^{lam t} on H_k of S^m (theory A4, A5).

    Accurate to the current precision for exact lam; lam = 0 gives 1, 0, 0, ...  Raises `HypothesisError` unless m >= 1,
    k >= 0, lam >= 0.

    >>> (eigenvalue(2, 0, 3) - arb(3).sinh() / 3).contains(0)
    True
    """
    _check(m, k)
    return _increasing(lambda x: _eigenvalue(m, k, x), lam)


def _eigenvalues(m: int, first: int, last: int, lam: Rational) -> list[arb]:
    if lam == 0:
        return [arb(k == 0) for k in range(first, last + 1)]
    with precision(ctx.prec + 16 + 2 * last.bit_length()):
        above, here = _eigenvalue(m, last + 1, lam), _eigenvalue(m, last, lam)
        step = 1 / arb(lam)
        values = [here]
        for k in range(last, first, -1):
            above, here = here, above + step * (2 * k + m - 1) * here
            values.append(here)
    return [+value for value in reversed(values)]


def eigenvalues(m: int, K: int, lam: Real) -> list[arb]:
    """phihat_0(lam), ..., phihat_K(lam), by the downward recurrence (theory A5).  Raises as `eigenvalue`."""
    _check(m, K)
    return _increasing_list(lambda x: _eigenvalues(m, 0, K, x), lam)


def ratio(m: int, k: int, lam: Real) -> arb:
    """a_k(lam) = phihat_k/phihat_0 = I_{nu+k}(lam)/I_nu(lam), in [0, 1), increasing in lam (theory A8)."""
    _check(m, k)
    if k == 0:
        return arb(1)
    return _increasing(lambda x: sharp(lambda: _eigenvalue(m, k, x) / _eigenvalue(m, 0, x)), lam)


def ratios(m: int, K: int, lam: Real) -> list[arb]:
    """a_0(lam), ..., a_K(lam) (theory A8).  Raises as `eigenvalue`."""
    _check(m, K)

    def values(x: Rational) -> list[arb]:
        with precision(ctx.prec + 8):
            phihat = _eigenvalues(m, 0, K, x)
            quotients = [value / phihat[0] for value in phihat]
        return [+value for value in quotients]

    return _increasing_list(values, lam)


def coefficient(m: int, k: int, lam: Real) -> arb:
    """A_k(lam) = Z(m,k) phihat_k(lam), the coefficient in e^{lam t} = sum_k A_k P_k(t) (theory A6)."""
    return dimension(m, k) * eigenvalue(m, k, lam)


def _coefficients(m: int, first: int, last: int, lam: Rational) -> list[arb]:
    sizes = dimensions(m, last, first)
    return [z * value for z, value in zip(sizes, _eigenvalues(m, first, last, lam), strict=True)]


def coefficients(m: int, K: int, lam: Real) -> list[arb]:
    """A_0(lam), ..., A_K(lam) (theory A6).  Raises as `eigenvalue`."""
    _check(m, K)
    return _increasing_list(lambda x: _coefficients(m, 0, K, x), lam)


# --- Bessel ratios -------------------------------------------------------------------------------------------------


def bessel_ratio_bounds(mu: Real, x: Real) -> tuple[arb, arb]:
    """Enclosures of x/(mu-1/2+sqrt((mu+1/2)^2+x^2)) <= I_mu(x)/I_{mu-1}(x) <= x/(mu-1/2+sqrt((mu-1/2)^2+x^2)).

    Theory A9 (Amos 1974; Segura 2011).  Raises `HypothesisError` unless mu >= 1/2 (else the upper bound fails), x > 0.

    >>> low, high = bessel_ratio_bounds(1, 2)
    >>> low < arb(2).bessel_i(1) / arb(2).bessel_i(0) < high
    True
    """
    order, t = ball(mu), ball(x)
    if not certainly_le(fmpq(1, 2), order):
        raise HypothesisError(f"the bounds of I_mu/I_(mu-1) need mu >= 1/2; got mu = {shown(mu)}")
    if not certainly_lt(0, t):
        raise HypothesisError(f"the bounds of I_mu/I_(mu-1) need x > 0; got x = {shown(x)}")
    half = arb(fmpq(1, 2))
    # Divided by x, so that a wide x enters once: 1/(s + sqrt(u^2+1)) with s, u multiples of 1/x.
    inverse = 1 / t
    shift = (order - half) * inverse
    lower_bound = 1 / (shift + (((order + half) * inverse) ** 2 + 1).sqrt())
    upper_bound = 1 / (shift + (shift**2 + 1).sqrt())
    return lower_bound, upper_bound


def defect_bound(m: int, k: int, lam: Real) -> arb:
    """k(k+m-1)/m (m+1)/(lam+m+1) >= 1 - a_k(lam) (theory A9), valid for every m >= 1.

    Not m/(2 lam) for k = 1: that handy form fails on the circle (m=1, lam=2: 1-a_1 = .3022 > .25).
    """
    _check(m, k)
    if not all(certainly_le(0, end) for end in _end_points(lam)):
        raise HypothesisError(f"lam must be >= 0; got {shown(lam)}")
    return arb(fmpq(k * (k + m - 1) * (m + 1), m)) / (ball(lam) + (m + 1))


# --- tails ---------------------------------------------------------------------------------------------------------


def tail_ratio(m: int, K: int, lam: Real) -> arb:
    """q_K = lam (K+m)/((K+2)(2K+m+1)), an upper bound of A_{k+1}/A_k for every k > K (theory A7)."""
    _check(m, K)
    return ball(lam) * fmpq(K + m, (K + 2) * (2 * K + m + 1))


def tail_closed_form(m: int, K: int, lam: Real) -> arb:
    """Z(m,K+1) Gamma(nu+1)/Gamma(nu+K+2) (lam/2)^{K+1} exp(lam^2/(4(nu+K+2)))/(1-q_K) >= tau_K (theory A7).

    Raises `HypothesisError` unless q_K < 1 (raise K); `tail` needs no such hypothesis and is sharper.
    """
    q = tail_ratio(m, K, lam)
    if not certainly_lt(q, 1):
        raise HypothesisError(f"the closed form of the tail needs q_K < 1; got q_K = {q.str(6)} for K = {K}: raise K")
    x = ball(lam) / 2
    top = arb(m + 1) / 2
    return dimension(m, K + 1) * x ** (K + 1) / top.rising(K + 1) * (x * x / (top + K + 1)).exp() / (1 - q)


def _sharp_tail_ratio(m: int, K: int, lam: Rational) -> arb:
    """An upper bound of A_{k+1}/A_k for every k > K: the ratio of dimensions times the better of A7's and A9's bounds.

    Both factors decrease in k.  It falls below 1 for K of the order sqrt(m lam), where q_K of A7 waits for lam/2.
    """
    k = K + 1
    dimension_ratio = fmpq((2 * k + m + 1) * (k + m - 1), (2 * k + m - 1) * (k + 1))
    _, amos = bessel_ratio_bounds(fmpq(2 * k + m + 1, 2), lam)
    return amos.min(arb(lam) / (2 * k + m + 1)) * dimension_ratio


def _terms(m: int, K: int, lam: Rational, most: int) -> int | None:
    """About how many terms of tau_K bring the remainder below the current precision; None above ``most``.

    A plan, not a proof, so in floats: log I_mu(x) from Debye's uniform expansion, r + mu log(x/(mu+r)) - log(r)/2 up to
    a constant, with r = sqrt(mu^2+x^2).
    """
    x, log_x = float(arb(lam)), float(arb(lam).log())
    if not math.isfinite(x):
        return None

    def log_coefficient(k: int) -> float:
        mu = (m - 1) / 2 + k
        r = math.hypot(mu, x)
        log_dimension = math.log(2 * k + m - 1) + math.lgamma(k + m - 1) - math.lgamma(k + 1)
        return log_dimension + r + mu * (log_x - math.log(mu + r)) - math.log(r) / 2

    threshold = log_coefficient(K + 1) - (ctx.prec + 8) * math.log(2)
    n = 1
    while n <= most:
        gain = log_coefficient(K + n + 1) - log_coefficient(K + n + 2)
        if gain > 0 and log_coefficient(K + n + 1) - math.log(-math.expm1(-gain)) < threshold:
            return n
        n += 1 + n // 4
    return None


def _tail(m: int, K: int, lam: Rational) -> arb:
    if lam == 0:
        return arb(0)
    if n := _terms(m, K, lam, 2 * K + 64):
        with precision(ctx.prec + 16):
            q = _sharp_tail_ratio(m, K + n, lam)
            if q < 1:
                *terms, following = _coefficients(m, K + 1, K + n + 1, lam)
                total = sum(terms, arb(0))
                enclosure = total.union(total + following / (1 - q))
        if q < 1:
            return +enclosure
    # Most of e^lam lies beyond K: subtract the few terms before.
    return sharp(lambda: arb(lam).exp() - sum(_coefficients(m, 0, K, lam), arb(0)))


def tail(m: int, K: int, lam: Real) -> arb:
    """An enclosure of tau_K(lam) = sum_{k>K} A_k(lam), to about the current precision for exact lam (theory A7).

    Sums terms until a geometric remainder (A_{k+1}/A_k <= q < 1) is negligible, or subtracts the first K+1 terms from
    e^lam when those are fewer.  No hypothesis on K; raises `HypothesisError` unless m >= 1, K >= 0, lam >= 0.

    >>> tail(2, 9, "1/4") < ball("2e-15"), tail(1, 0, 2) < arb(2).exp()
    (True, True)
    """
    _check(m, K)
    return _increasing(lambda x: _tail(m, K, x), lam)
