"""How long a prefix must be, and how long is enough: a function per theorem (theory F, G, H1, P2) and a table of all.

The class is that of all L-Lipschitz maps f: S^m -> R^q, Euclidean norms, geodesic distance in radians, sup-norm error
eps.  Upper bounds are rounded up and lower bounds down, also where an enclosure of L is given.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from flint import arb, fmpq

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
    lower_decimal,
    shown,
    upper,
    upper_decimal,
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
    "ETA",
    "Count",
    "LocalPrefix",
    "TokenBound",
    "circle_prefix",
    "concentration",
    "continuous_selection_bound",
    "fixed_keys_bound",
    "local_error",
    "local_prefix",
    "paper_exponent",
    "spectral_error",
    "token_bounds",
]

ETA = fmpq(1, 200)
"""The share eta of theory F3 by default: the circle's prefix is then within 1.01 of the lower bound G2."""

Count = int | arb
"""A number of tokens: an integer, or a safely rounded real number where it has more than 600 digits."""

_ASTRONOMICAL = arb(2) ** 2000
_HUGE = arb(10) ** 6000


def _check_class(m: int, L: Real, eps: Real, q: int = 1) -> None:
    if m < 1:
        raise HypothesisError(f"the sphere S^m needs m >= 1; got m = {m}")
    if q < 1:
        raise HypothesisError(f"a map S^m -> R^q needs q >= 1; got q = {q}")
    if certainly_lt(L, 0) or not certainly_lt(L, _HUGE):
        raise HypothesisError(f"a Lipschitz constant L satisfies 0 <= L < 1e6000; got {shown(L)}")
    if not (certainly_lt(1 / _HUGE, eps) and certainly_lt(eps, _HUGE)):
        raise HypothesisError(f"the error must satisfy 1e-6000 < eps < 1e6000; got {shown(eps)}")


def _most(value: Real) -> fmpq:
    """The value, or the upper end of a ball, as a rational number."""
    return upper(value).fmpq() if isinstance(value, arb) else exact(value)


def _least(value: Real) -> fmpq:
    return -_most(-value) if isinstance(value, arb) else exact(value)


def _check_eta(eta: Exact) -> fmpq:
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
    share, delta = _check_eta(eta), ball(covering_radius)
    if not (certainly_lt(0, delta) and certainly_le((1 + share) * delta, arb.pi())):
        raise HypothesisError(f"theory F3 needs 0 < (1+eta) delta <= pi; got delta = {delta.str(6)}, eta = {share}")
    return (arb.pi() * ball(tokens) / (share * delta)).log() / _cosine_gap(delta, (1 + share) * delta)


def _one_token(L: Real, eps: Real, q: int) -> LocalPrefix | None:
    """One token if eps >= pi L sqrt(q/(2(q+1))): the range has diameter <= pi L, so lies in such a ball (Jung 1901).

    For q = 1 this is eps >= pi L/2, where the lower bound G2 becomes 1 as well.
    """
    suffices = certainly_le(arb.pi() * _most(L) * arb(fmpq(q, 2 * q + 2)).sqrt(), eps)
    return LocalPrefix(1, arb.pi(), arb(0)) if suffices else None


def local_prefix(m: int, L: Real, eps: Real, eta: Exact = ETA, q: int = 1) -> LocalPrefix:
    """The prefix of theory F3 for L-Lipschitz maps S^m -> R^q: a delta-net, delta = eps/(L(1+2 eta)), as keys.

    The number of tokens is that of the smallest net known here: N <= 1/sigma(cap_{delta/2}) (theory F2), the greedy
    bound, a simplex or a cross-polytope.  Raises `HypothesisError` unless m >= 1, L >= 0, eps > 0, 0 < eta < 1, q >= 1.

    >>> local_prefix(2, 1, "0.1").tokens
    1632
    """
    _check_class(m, L, eps, q)
    share = _check_eta(eta)
    if one := _one_token(L, eps, q):
        return one
    delta = _least(eps) / (_most(L) * (1 + 2 * share))
    size, bound = min(
        ((f(m, delta).upper(), f) for f in (net_size_bound, net_size_greedy_bound)), key=lambda pair: pair[0]
    )
    tokens: Count = upper(size)
    if size < _ASTRONOMICAL:
        tokens = integer_floor(lambda: bound(m, delta), "up", 512)
        tokens = min(tokens, small_net_size(m, delta) or tokens)
    return LocalPrefix(tokens, arb(delta), concentration(tokens, delta, share))


def circle_prefix(L: Real, eps: Real, eta: Exact = ETA, q: int = 1) -> LocalPrefix:
    """Theory F3 on the circle: N = ceil(pi (1+2 eta) L/eps) equally spaced keys, delta = pi/N.

    Raises as `local_prefix`.

    >>> circle_prefix(1, "0.01").tokens, fixed_keys_bound(1, 1, "0.01")
    (318, 314)
    """
    _check_class(1, L, eps, q)
    share = _check_eta(eta)
    if one := _one_token(L, eps, q):
        return one
    turns = (1 + 2 * share) * _most(L) / _least(eps)
    tokens: Count = upper(arb.pi() * turns + 1)
    if tokens < _ASTRONOMICAL:
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
    _check_class(m, L, eps)
    smallest = _least(L)
    if not smallest > 0:
        return 1
    r = _most(eps) / smallest
    if certainly_le(arb.pi(), 2 * r):
        return 1
    volume = packing_volume_bound(m, r)
    return packing_lower_bound(m, r, strictly=True) if volume < _ASTRONOMICAL else lower(volume)


def continuous_selection_bound(m: int, L: Real, eps: Real, q: int = 1) -> Count:
    """Theory G1: if keys and values depend continuously on f, N >= q M/(m+1+q), M as in `fixed_keys_bound`.

    Raises `HypothesisError` unless m >= 1, L >= 0, eps > 0, q >= 1.
    """
    _check_class(m, L, eps, q)
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


# --- the table -----------------------------------------------------------------------------------------------------


class TokenBound(NamedTuple):
    """A row of `token_bounds`; ``tokens`` is an integer, or a decimal string (safely rounded) from 10^18 on."""

    name: str
    kind: Literal["upper", "lower", "claim"]
    tokens: int | str
    remark: str


def _token_bound(name: str, kind: Literal["upper", "lower"], tokens: Count, remark: str) -> TokenBound:
    if isinstance(tokens, int) and tokens < 10**18:
        return TokenBound(name, kind, tokens, remark)
    decimal = upper_decimal if kind == "upper" else lower_decimal
    return TokenBound(name, kind, decimal(tokens), remark)


def _local_remark(prefix: LocalPrefix, eta: fmpq) -> str:
    if prefix.lam.is_zero():
        return "one token, whose value is the centre of the smallest ball around the range"
    delta, lam = lower_decimal(prefix.covering_radius), upper_decimal(prefix.lam)
    return f"local prefix, eta = {eta}: keys with covering radius {delta}, lam = {lam}"


def _power(base: fmpq, exponent: int) -> Real:
    """max(1, base)^exponent, exactly unless it is astronomical."""
    if base <= 1:
        return 1
    return base**exponent if base.height_bits() * exponent < 1 << 16 else arb(base) ** exponent


def token_bounds(m: int, L: Real, eps: Real, q: int = 1, eta: Exact = ETA) -> list[TokenBound]:
    """All bounds on the number of tokens for the class of L-Lipschitz maps S^m -> R^q at the error eps, side by side.

    Rows: F3 and on the circle its equally spaced form (kind "upper"), G2 and G1 ("lower"), the paper's rate P2
    ("claim").  Raises `HypothesisError` unless m >= 1, L >= 0, eps > 0, q >= 1, 0 < eta < 1.

    >>> [(row.name, row.kind, row.tokens) for row in token_bounds(1, 1, "0.01")][:4]
    [('F3', 'upper', 634), ('F3 circle', 'upper', 318), ('G2', 'lower', 314), ('G1', 'lower', 105)]
    """
    share = _check_eta(eta)
    local = local_prefix(m, L, eps, share, q)
    rows = [_token_bound("F3", "upper", local.tokens, _local_remark(local, share))]
    if m == 1:
        circle = circle_prefix(L, eps, share, q)
        rows.append(_token_bound("F3 circle", "upper", circle.tokens, "equally spaced " + _local_remark(circle, share)))
    rows.append(
        _token_bound(
            "G2", "lower", fixed_keys_bound(m, L, eps), "keys, lam and biases fixed before f is known, any values"
        )
    )
    rows.append(
        _token_bound(
            "G1", "lower", continuous_selection_bound(m, L, eps, q), f"keys and values continuous in f, q = {q}"
        )
    )
    exponent = paper_exponent(m)
    remark = f"(L/eps)^(10+14m+4m^2) = (L/eps)^{exponent} with an unknown constant; the paper states it for m >= 8"
    return [*rows, TokenBound("P2", "claim", upper_decimal(_power(_most(L) / _least(eps), exponent)), remark)]
