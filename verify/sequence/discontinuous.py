"""Plans for targets with jumps in the L^p mode: cells where the target is constant, and the measure of the others."""

from __future__ import annotations

from itertools import pairwise

from flint import arb, fmpq

from constructions.sequence.staircase import single_staircase
from theory.balls import certainly_le, precision
from theory.errors import UnreachableError
from verify.sequence.budget import BITS, Plan, lp_error, tokens_of

__all__ = ["plan"]


def _mixed_share(name: str, T: int, F: int, K: int) -> fmpq:
    """The measure of the cells on which the target is not constant (a bound)."""
    ends = [fmpq(0), *single_staircase(K), fmpq(1)]
    widths = [b - a for a, b in pairwise(ends)]
    if name == "parity":
        mixed = sum((b - a for a, b in pairwise(ends) if a < fmpq(1, 2) < b), fmpq(0))
        return 1 - (1 - mixed) ** (T * F)
    # argmax: the largest level is reached once in each feature
    below, clear = fmpq(0), fmpq(0)
    for width in widths:
        clear += T * width * below ** (T - 1)
        below += width
    return 1 - clear**F


def plan(name: str, T: int, F: int, eps: fmpq, max_tokens: int, measure: fmpq) -> Plan:
    """Levels so that ``name`` is constant on all cells but for ``measure``/2; ramps take the other half.

    Raises `UnreachableError` with the tokens needed.
    """
    n = T * F
    K = 2
    while _mixed_share(name, T, F, K) > measure / 2:
        K += 1
        if tokens_of("lp", T, F, K, eps) > 10**18:
            break
    tokens = tokens_of("lp", T, F, K, eps)
    if tokens > max_tokens:
        raise UnreachableError(
            f"lp mode needs {tokens:.3g} tokens for {name} of length {T}, {F} feature(s) off a set of measure "
            f"{measure}; at most {max_tokens} are allowed",
            limit="--max-tokens or --measure",
        )
    eta = measure / (4 * n * (K - 1))
    with precision(BITS):
        ramps = 1 - (1 - 2 * arb(eta) * (K - 1)) ** n
        error = lp_error(T, F, K, fmpq(0), fmpq(1))
        # the checker adds up the cells in float64, with room for its rounding
        bad = (ramps + arb(_mixed_share(name, T, F, K)) * (1 + arb(2) ** -19)).upper()
        if not certainly_le(error, arb(eps)):
            raise UnreachableError(f"eps = {eps} is below the rounding of the construction")
    return Plan("lp", K, eta, tokens, error, bad)
