"""Other roads to a number of tokens: the paper's route with our constants (E1a), Jackson (D3), counting signs (G3').

The class is that of `theory.prefix_length`.
"""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

from flint import arb, fmpq

from theory.balls import Real, ball, certainly_le, certainly_lt, integer_ceiling, lower, sharp, upper
from theory.jackson import contact_angle, smoothing_scale, zero_angle_bound
from theory.kernels import eigenvalue
from theory.prefix_length import ASTRONOMICAL, Count, check_class, least, most
from theory.sphere import cap_measure, net_size_bound

__all__ = ["PaperRoute", "any_selection_bound", "jackson_degree", "paper_route"]


# --- the paper's route ---------------------------------------------------------------------------------------------


class PaperRoute(NamedTuple):
    """Theory E1a: ``tokens`` cells of diameter ``diameter`` (radians), smoothing with the scale ``lam``."""

    tokens: Count
    lam: arb
    diameter: arb


def _peak(m: int, lam: arb) -> arb:
    """e^lam/phihat_0(lam) for an exact lam > 0."""
    order = arb(m - 1) / 2

    def value() -> arb:
        scaled = lam.bessel_i(order, scaled=True)
        if scaled.is_finite() and not scaled.contains(0):
            return (lam / 2) ** order / (order + 1).gamma() / scaled
        return lam.exp() / eigenvalue(m, 0, lam)

    return sharp(value)


def paper_route(m: int, L: Real, eps: Real, q: int = 1) -> PaperRoute:
    """Enough tokens for the sum sum_i xi_i e^{lam<x,b_i>} of the paper (no softmax), with our constants (theory E1a).

    For L-Lipschitz f with |f|_inf <= pi L sqrt(q/(2(q+1))): up to a constant every f is such.  The share (m+2)/(m+3) of
    eps goes to smoothing (C2), the rest to cells of diameter h; the Voronoi cells of an h/2-net are such, so
    N <= 1/sigma(cap_{h/4}) (F2).  Raises `HypothesisError` unless m, q >= 1, L >= 0, eps > 0.

    >>> paper_route(2, 1, "0.1").tokens > 10**9
    True
    """
    check_class(m, L, eps, q)
    slope, error = most(L), least(eps)
    if slope == 0:
        return PaperRoute(1, arb(0), arb.pi())
    size = arb.pi() * slope * arb(fmpq(q, 2 * q + 2)).sqrt()
    smoothing = min(error * fmpq(m + 2, m + 3), slope * fmpq(4, 5))
    # 1 - cos(s/L), without cancellation.
    defect = 2 * (ball(smoothing) / (2 * slope)).sin() ** 2
    lam = upper(smoothing_scale(m, defect.lower()))
    diameter = ((error - smoothing) / (slope + lam * size * _peak(m, lam))).lower().min(arb(3))
    tokens = net_size_bound(m, diameter / 2)
    if tokens < ASTRONOMICAL:
        return PaperRoute(int(tokens.upper().floor().fmpz()), lam, diameter)
    return PaperRoute(upper(tokens), lam, diameter)


# --- Jackson -------------------------------------------------------------------------------------------------------


def jackson_degree(m: int, L: Real, eps: Real) -> int:
    """A k with L env(t_{k+1}) < eps: values of f at nodes exact to degree 4k are enough (theory D2, D3, H3).

    By the closed form of D2 (arccos t_n <= j/kappa), within its range env = arccos.  For D = 4k the aliasing of H1
    tends to 0 with lam, so some lam > 0 gives an error <= eps.  Raises `HypothesisError` unless m >= 1, L >= 0 and
    eps > 0.

    >>> jackson_degree(2, 1, "0.1")
    23
    """
    check_class(m, L, eps)
    if most(L) == 0:
        return 0
    angle = lower(ball(least(eps)) / most(L)).min(contact_angle().lower())

    def enough(n: int) -> bool:
        return certainly_lt(zero_angle_bound(m, n), angle)

    high = 1
    while not enough(high):
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high - 1


# --- any selection -------------------------------------------------------------------------------------------------


def _volume(m: int, radius: arb) -> arb:
    return 1 / cap_measure(m, radius)


def _log_denominator(s: int) -> arb:
    """ln Q, Q = prod_{i<=s} (4^i + 1), or beyond s = 64 the upper bound (s(s+1) + .45) ln 2 of G3b."""
    if s > 64:
        return (s * (s + 1) + fmpq(9, 20)) * arb(2).log()
    return arb(math.prod(4**i + 1 for i in range(1, s + 1))).log()


def _impossible(m: int, points: arb, log_denominator: arb, tokens: arb) -> bool:
    """Whether W = N(m+2) <= M' and (4 e (1 + N sqrt(m+1) Q^m) M'/W)^W < 2^{M'}, by logarithms."""
    parameters = tokens * (m + 2)
    if not parameters <= points:
        return False
    # ln(1 + N sqrt(m+1) Q^m) without the astronomical number itself.
    size = (tokens * arb(m + 1).sqrt()).log() + m * log_denominator
    degree = size + (-size).exp().log1p()
    return bool(parameters * (arb(4).log() + 1 + degree + (points / parameters).log()) < points * arb(2).log())


def _most_impossible(m: int, points: arb, log_denominator: arb) -> arb:
    """The largest N that `_impossible` excludes, or one near it when it is beyond 2^50; 0 when there is none.

    The right-hand side of G3' increases with N as long as W <= M', so smaller N are excluded too.
    """
    low, high = arb(0), lower(points / (m + 2)).floor()
    for _ in range(120):
        if not high - low > 1:
            break
        middle = ((low + high) / 2).mid().floor().mid()
        if not (middle > low and middle < high):
            break
        if _impossible(m, points, log_denominator, middle):
            low = middle
        else:
            high = middle
    return low


def any_selection_bound(m: int, L: Real, eps: Real) -> Count:
    """Theory G3': however prefixes are chosen, and without any bound on logits, biases or values, N is at least this.

    The best over some s (precision e = 2 arctan 2^-s of the rational points).  As in `fixed_keys_bound` the
    ceiling of 1/sigma(cap_{2r+2me}) is taken at r = eps/L.  Raises `HypothesisError` unless m >= 1, L >= 0, eps > 0.

    >>> any_selection_bound(1, 1, "1e-4") > 10
    True
    """
    check_class(m, L, eps)
    slope = least(L)
    if not slope > 0:
        return 1
    r = ball(most(eps)) / slope
    if certainly_le(arb.pi(), 2 * r):
        return 1
    # The angles are as fine as the packing about where m 2^-s = r; beyond, finer points cost more than they bring.
    matching = max(0, math.ceil(float(((m / r).log() / arb(2).log()).mid())))
    best = arb(0)
    for s in range(max(1, matching - 6), matching + 8):
        reach = 2 * r + 4 * m * (arb(2) ** -s).atan()
        if not certainly_le(reach, arb.pi()):
            continue
        volume = _volume(m, reach)
        points = arb(integer_ceiling(partial(_volume, m, reach), "down", 64)) if volume < 2**60 else lower(volume)
        best = best.max(_most_impossible(m, points, _log_denominator(s)))
    return int(best.fmpz()) + 1 if best < ASTRONOMICAL else best
