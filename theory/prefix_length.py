"""How long a prefix must be, and how long is enough: a function per theorem (theory F, G, H1, P2).

The class is that of all L-Lipschitz maps f: S^m -> R^q, Euclidean norms, geodesic distance in radians, sup-norm error
eps.  Upper bounds are rounded up and lower bounds down, also where an enclosure of L is given.  Slower roads are in
`theory.routes`, all bounds side by side in `theory.token_bounds`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from flint import arb, ctx, fmpq

from theory.balls import (
    Exact,
    Real,
    ball,
    certainly_le,
    certainly_lt,
    exact,
    integer_ceiling,
    integer_floor,
    lower,
    shown,
    upper,
)
from theory.errors import HypothesisError
from theory.kernels import eigenvalue, tail
from theory.sphere import (
    net_size_bound,
    net_size_greedy_bound,
    packing_lower_bound,
    packing_volume_bound,
    small_net_size,
)

__all__ = [
    "ASTRONOMICAL",
    "ETA",
    "Count",
    "LocalPrefix",
    "check_class",
    "check_share",
    "circle_prefix",
    "concentration",
    "continuous_selection_bound",
    "fixed_keys_bound",
    "least",
    "local_error",
    "local_prefix",
    "most",
    "paper_exponent",
    "spectral_error",
]

ETA = fmpq(1, 200)
"""The share eta of theory F3 by default: the circle's prefix is then within 1.01 of the lower bound G2."""

Count = int | arb
"""A number of tokens: an integer, or a safely rounded real number where it has more than 600 digits."""

ASTRONOMICAL = arb(2) ** 2000
"""Numbers of tokens from here on are real numbers."""
_HUGE = arb(10) ** 6000


def check_class(m: int, L: Real, eps: Real, q: int = 1) -> None:
    """Raise `HypothesisError` unless m, q >= 1, 0 <= L < 1e6000 and 1e-6000 < eps < 1e6000."""
    if m < 1:
        raise HypothesisError(f"the sphere S^m needs m >= 1; got m = {m}")
    if q < 1:
        raise HypothesisError(f"a map S^m -> R^q needs q >= 1; got q = {q}")
    if certainly_lt(L, 0) or not certainly_lt(L, _HUGE):
        raise HypothesisError(f"a Lipschitz constant L satisfies 0 <= L < 1e6000; got {shown(L)}")
    if not (certainly_lt(1 / _HUGE, eps) and certainly_lt(eps, _HUGE)):
        raise HypothesisError(f"the error must satisfy 1e-6000 < eps < 1e6000; got {shown(eps)}")


def most(value: Real) -> fmpq:
    """The value, or the upper end of a ball, as a rational number."""
    return upper(value).fmpq() if isinstance(value, arb) else exact(value)


def least(value: Real) -> fmpq:
    """The value, or the lower end of a ball, as a rational number."""
    return -most(-value) if isinstance(value, arb) else exact(value)


def check_share(eta: Exact) -> fmpq:
    """eta as a rational; raises `HypothesisError` unless 0 < eta < 1."""
    share = exact(eta)
    if not 0 < share < 1:
        raise HypothesisError(f"theory F3 needs 0 < eta < 1; got eta = {share}")
    return share


# --- upper bounds: the local prefix --------------------------------------------------------------------------------


class LocalPrefix(NamedTuple):
    """A prefix of theory F3: how many tokens suffice, the covering radius (radians) of their keys, and lam.

    One token (covering radius pi, lam 0) when that suffices.
    """

    tokens: Count
    covering_radius: arb
    lam: arb


def local_error(L: Real, tokens: Real, lam: Real, covering_radius: Real, radius: Real) -> arb:
    """L (r + pi N exp(-lam (cos delta - cos r))), the error of the head with values f(p_i) (theory F1).

    The N keys p_i form a delta-net, delta = ``covering_radius`` < r = ``radius`` <= pi (radians), logits lam<x,p_i>.
    Raises `HypothesisError` unless delta < r <= pi.
    """
    delta, r = ball(covering_radius), ball(radius)
    if not (certainly_lt(delta, r) and certainly_le(r, arb.pi())):
        raise HypothesisError(f"theory F1 needs delta < r <= pi; got delta = {delta.str(6)}, r = {r.str(6)}")
    return ball(L) * (r + arb.pi() * ball(tokens) * (-ball(lam) * _cosine_gap(delta, r)).exp())


def _cosine_gap(delta: arb, r: arb) -> arb:
    """cos delta - cos r, without cancellation."""
    return 2 * ((r + delta) / 2).sin() * ((r - delta) / 2).sin()


def concentration(tokens: Real, covering_radius: Real, eta: Exact = ETA) -> arb:
    """lam = ln(pi N/(eta delta)) / (cos delta - cos((1+eta) delta)), for which the error is <= (1+2 eta) L delta (F3).

    Raises `HypothesisError` unless 0 < eta < 1 and 0 < (1+eta) delta <= pi.
    """
    share, delta = check_share(eta), ball(covering_radius)
    if not (certainly_lt(0, delta) and certainly_le((1 + share) * delta, arb.pi())):
        raise HypothesisError(f"theory F3 needs 0 < (1+eta) delta <= pi; got delta = {delta.str(6)}, eta = {share}")
    return (arb.pi() * ball(tokens) / (share * delta)).log() / _cosine_gap(delta, (1 + share) * delta)


def _one_token(L: Real, eps: Real, q: int) -> LocalPrefix | None:
    """One token if eps >= pi L sqrt(q/(2(q+1))): the range has diameter <= pi L, so lies in such a ball (Jung 1901).

    For q = 1 this is eps >= pi L/2, where the lower bound G2 becomes 1 as well.
    """
    suffices = certainly_le(arb.pi() * most(L) * arb(fmpq(q, 2 * q + 2)).sqrt(), eps)
    return LocalPrefix(1, arb.pi(), arb(0)) if suffices else None


def local_prefix(m: int, L: Real, eps: Real, eta: Exact = ETA, q: int = 1) -> LocalPrefix:
    """The prefix of theory F3 for L-Lipschitz maps S^m -> R^q: a delta-net, delta = eps/(L(1+2 eta)), as keys.

    The number of tokens is that of the smallest net known here: N <= 1/sigma(cap_{delta/2}) (theory F2), the greedy
    bound, a simplex or a cross-polytope.  Raises `HypothesisError` unless m >= 1, L >= 0, eps > 0, 0 < eta < 1, q >= 1.

    >>> local_prefix(2, 1, "0.1").tokens
    1632
    """
    check_class(m, L, eps, q)
    share = check_share(eta)
    if one := _one_token(L, eps, q):
        return one
    delta = least(eps) / (most(L) * (1 + 2 * share))
    size, bound = min(
        ((f(m, delta).upper(), f) for f in (net_size_bound, net_size_greedy_bound)), key=lambda pair: pair[0]
    )
    tokens: Count = upper(size)
    if size < ASTRONOMICAL:
        tokens = integer_floor(lambda: bound(m, delta), "up", 512)
        tokens = min(tokens, small_net_size(m, delta) or tokens)
    return LocalPrefix(tokens, arb(delta), concentration(tokens, delta, share))


def circle_prefix(L: Real, eps: Real, eta: Exact = ETA, q: int = 1) -> LocalPrefix:
    """Theory F3 on the circle: N = ceil(pi (1+2 eta) L/eps) equally spaced keys, delta = pi/N.

    Raises as `local_prefix`.

    >>> circle_prefix(1, "0.01").tokens, fixed_keys_bound(1, 1, "0.01")
    (318, 314)
    """
    check_class(1, L, eps, q)
    share = check_share(eta)
    if one := _one_token(L, eps, q):
        return one
    turns = (1 + 2 * share) * most(L) / least(eps)
    tokens: Count = upper(arb.pi() * turns + 1)
    if tokens < ASTRONOMICAL:
        tokens = integer_ceiling(lambda: arb.pi() * turns, "up")
    delta = arb.pi() / tokens
    return LocalPrefix(tokens, delta, concentration(tokens, delta, share))


# --- lower bounds --------------------------------------------------------------------------------------------------


def fixed_keys_bound(m: int, L: Real, eps: Real) -> Count:
    """Theory G2: with keys, lam and biases fixed in advance and values chosen in any way, N is at least this.

    N >= M(r) for every r > eps/L, because "error <= eps" is "error < L r".  The volume bound ceil(1/sigma(cap_{2r}))
    grows as r falls to eps/L, so N >= ceil(1/sigma(cap_{2 eps/L})): each integer below that limit is exceeded by some
    1/sigma(cap_{2r}), also when the limit itself is an integer.  On the circle M(r) = max(1, floor(pi/r)), and the
    floors of the numbers just below pi L/eps give max(1, ceil(pi L/eps) - 1).  The other configurations of
    `packing_lower_bound` count when they fit with room to spare.  If 2 eps/L >= pi the bound is 1.
    """
    check_class(m, L, eps)
    smallest = least(L)
    if not smallest > 0:
        return 1
    r = most(eps) / smallest
    if certainly_le(arb.pi(), 2 * r):
        return 1
    return _packing(m, r, ctx.prec)


@lru_cache(maxsize=256)
def _packing(m: int, r: fmpq, _bits: int) -> Count:
    """A lower bound of the largest M(r') over r' > r; ``_bits`` is the current precision, which it depends on."""
    volume = packing_volume_bound(m, r)
    return packing_lower_bound(m, r, strictly=True) if volume < ASTRONOMICAL else lower(volume)


def continuous_selection_bound(m: int, L: Real, eps: Real, q: int = 1) -> Count:
    """Theory G1: if keys and values depend continuously on f, N >= q M/(m+1+q), M as in `fixed_keys_bound`.

    Raises `HypothesisError` unless m >= 1, L >= 0, eps > 0, q >= 1.
    """
    check_class(m, L, eps, q)
    packing = fixed_keys_bound(m, L, eps)
    if isinstance(packing, arb):
        return lower(q * packing / (m + 1 + q))
    return max(1, -(-q * packing // (m + 1 + q)))


# --- the spectral prefix, the paper --------------------------------------------------------------------------------


def spectral_error(m: int, degree: int, exactness: int, lam: Real, mean_value: Real, sup_norm: Real) -> arb:
    """(V tau_{D-n} + |f|_inf tau_D)/(phihat_0 - tau_D), the error of the spectral prefix of a polynomial (theory H1).

    n = ``degree``, D = ``exactness`` of the nodes, V = ``mean_value`` >= sum om_i |v_i|, |f|_inf <= ``sup_norm``.
    Raises `HypothesisError` unless D >= 2n >= 0 and tau_D < phihat_0.
    """
    if not 0 <= 2 * degree <= exactness:
        raise HypothesisError(f"theory H1 needs exactness D >= 2n >= 0; got D = {exactness}, n = {degree}")
    numerator_tail, denominator_tail = tail(m, exactness - degree, lam), tail(m, exactness, lam)
    denominator = eigenvalue(m, 0, lam) - denominator_tail
    if not denominator > 0:
        raise HypothesisError(
            f"theory H1 needs tau_D < phihat_0; got tau_D = {denominator_tail.str(6)} for D = {exactness}, "
            f"lam = {ball(lam).str(6)}: raise D or lower lam"
        )
    return (ball(mean_value) * numerator_tail + ball(sup_norm) * denominator_tail) / denominator


def paper_exponent(m: int) -> int:
    """10 + 14m + 4m^2: the paper claims O(eps^-that) tokens for m >= 8 (theory P2).

    >>> paper_exponent(8), paper_exponent(2)
    (378, 54)
    """
    if m < 1:
        raise HypothesisError(f"the sphere S^m needs m >= 1; got m = {m}")
    return 10 + 14 * m + 4 * m * m
