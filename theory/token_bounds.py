"""All bounds on the number of tokens for a class of maps: what suffices, what is needed, what was claimed.

The class is that of all L-Lipschitz maps f: S^m -> R^q, as in `theory.prefix_length`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from flint import arb, fmpq

from theory.balls import Exact, Real, certainly_lt, lower_decimal, upper, upper_decimal
from theory.packing_limits import packing_limit
from theory.prefix_length import (
    ASTRONOMICAL,
    ETA,
    Count,
    LocalPrefix,
    check_share,
    circle_prefix,
    continuous_selection_bound,
    fixed_keys_bound,
    least,
    local_prefix,
    most,
    paper_exponent,
)
from theory.routes import any_selection_bound, paper_route
from theory.sphere import packing_volume_bound

__all__ = ["TokenBound", "lower_bounds", "paper_claim", "token_bound", "token_bounds"]


class TokenBound(NamedTuple):
    """A row of `token_bounds`; ``tokens`` is an integer, or a decimal string (safely rounded) from 10^18 on."""

    name: str
    kind: Literal["upper", "lower", "limit", "claim"]
    tokens: int | str
    remark: str


def token_bound(name: str, kind: Literal["upper", "lower", "limit"], tokens: Count, remark: str) -> TokenBound:
    """The row with its number safely rounded: down for a lower bound, up otherwise."""
    if isinstance(tokens, int) and tokens < 10**18:
        return TokenBound(name, kind, tokens, remark)
    decimal = lower_decimal if kind == "lower" else upper_decimal
    return TokenBound(name, kind, decimal(tokens), remark)


def _local_remark(prefix: LocalPrefix, eta: fmpq) -> str:
    if prefix.lam.is_zero():
        return "one token, whose value is the centre of the smallest ball around the range"
    delta, lam = lower_decimal(prefix.covering_radius), upper_decimal(prefix.lam)
    return f"local prefix, eta = {eta}: keys with covering radius {delta}, lam = {lam}"


def paper_claim(m: int, L: Real, eps: Real) -> Real:
    """max(1, L/eps)^(10+14m+4m^2), the paper's claim P2 with the constant 1; exactly unless it is astronomical."""
    base, exponent = most(L) / least(eps), paper_exponent(m)
    if base <= 1:
        return 1
    return base**exponent if base.height_bits() * exponent < 1 << 16 else arb(base) ** exponent


def lower_bounds(m: int, L: Real, eps: Real, q: int = 1) -> list[TokenBound]:
    """The rows G2 and G1 of `token_bounds`; raises as that."""
    return [
        token_bound(
            "G2", "lower", fixed_keys_bound(m, L, eps), "keys, lam and biases fixed before f is known, any values"
        ),
        token_bound(
            "G1", "lower", continuous_selection_bound(m, L, eps, q), f"keys and values continuous in f, q = {q}"
        ),
    ]


def _limit(m: int, L: Real, eps: Real) -> TokenBound:
    """What no packing can take G2 beyond."""
    slope, text = least(L), "no packing has more points, so G2 can never ask for more tokens"
    if not slope > 0:
        return TokenBound("G2 limit", "limit", 1, text)
    r = most(eps) / slope
    if not certainly_lt(packing_volume_bound(m, r), ASTRONOMICAL):
        return token_bound("G2 limit", "limit", upper(packing_volume_bound(m, r / 2)), f"{text} (volume)")
    points, whose = packing_limit(m, r)
    return token_bound("G2 limit", "limit", points, f"{text} ({whose})")


def token_bounds(m: int, L: Real, eps: Real, q: int = 1, eta: Exact = ETA) -> list[TokenBound]:
    """All bounds on the number of tokens for the class of L-Lipschitz maps S^m -> R^q at the error eps, side by side.

    Rows: F3 and on the circle its equally spaced form, the paper's route with our constants E1a (kind "upper"), G2, G1
    and G3' ("lower"), how far G2 can be improved ("limit"), the paper's rate P2 ("claim").  Raises `HypothesisError`
    unless m >= 1, L >= 0, eps > 0, q >= 1, 0 < eta < 1.

    >>> [(row.name, row.kind, row.tokens) for row in token_bounds(1, 1, "0.01") if row.kind != "claim"][:4]
    [('F3', 'upper', 634), ('F3 circle', 'upper', 318), ('E1a', 'upper', 46920219543), ('G2', 'lower', 314)]
    """
    share = check_share(eta)
    local, route = local_prefix(m, L, eps, share, q), paper_route(m, L, eps, q)
    rows = [token_bound("F3", "upper", local.tokens, _local_remark(local, share))]
    if m == 1:
        circle = circle_prefix(L, eps, share, q)
        rows.append(token_bound("F3 circle", "upper", circle.tokens, "equally spaced " + _local_remark(circle, share)))
    about = "the paper's route (smooth, then sum over cells; no softmax) with our constants: lam = "
    rows.append(token_bound("E1a", "upper", route.tokens, about + upper_decimal(route.lam)))
    rows += lower_bounds(m, L, eps, q)
    rows.append(token_bound("G3'", "lower", any_selection_bound(m, L, eps), "prefixes chosen in any way, no bounds"))
    rows.append(_limit(m, L, eps))
    remark = (
        f"(L/eps)^(10+14m+4m^2) = (L/eps)^{paper_exponent(m)} with an unknown constant; the paper states it for m >= 8"
    )
    return [*rows, TokenBound("P2", "claim", upper_decimal(paper_claim(m, L, eps)), remark)]
