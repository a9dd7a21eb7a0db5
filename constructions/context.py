"""Visible context tokens: a common boost of the prefix's logits keeps their share of the softmax small (theory I4).

In the classical head a context token has score 0 and value 0 (theory I3), so with tau of them visible the head is
(1 - share) A(x), share = tau/(tau + S(x)), S(x) = sum_i e^{lam <x,k_i> + b_i}.  The share is largest with all of them:
a bound for T tokens holds for every mask, causal or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flint import arb, fmpq

from constructions.plan import Claim, JacksonClaim, SpectralClaim
from constructions.prefix import MAX_COMPONENTS, Prefix
from theory.balls import ball, length, maximum, precision
from theory.errors import InputError
from theory.harmonics import components_sup_bound
from theory.targets import Target

__all__ = ["MOST_TOKENS", "Context", "for_context", "least_weight"]

MOST_TOKENS = 10**9
"""Largest number of context tokens that a certificate speaks of."""


@dataclass(frozen=True)
class Context:
    """Up to ``tokens`` visible context tokens; ``boost`` c >= 0 was added to all biases.

    Raises `InputError` for a number of tokens that is not between 1 and `MOST_TOKENS`.
    """

    tokens: int
    boost: fmpq

    def __post_init__(self) -> None:
        if not 1 <= self.tokens <= MOST_TOKENS:
            raise InputError(f"--context {self.tokens} is not between 1 and {MOST_TOKENS} visible tokens")


def least_weight(lam: fmpq, keys: Sequence[Sequence[arb]], bias: Sequence[arb]) -> arb:
    """A lower bound of S(x) = sum_i e^{lam <x,k_i> + b_i} on the sphere: W e^{-lam |sum_i om_i k_i|} with
    W = sum_i e^{b_i} and om_i = e^{b_i}/W (theory I4, Jensen).

    >>> least_weight(fmpq(2), [[arb(1), arb(0)], [arb(-1), arb(0)]], [arb(0), arb(0)])
    2.00000000000000
    """
    weights = [b.exp() for b in bias]
    total = sum(weights, arb(0))
    mean = [sum((w * c for w, c in zip(weights, column, strict=True)), arb(0)) for column in zip(*keys, strict=True)]
    middle = length(mean) / total
    return (total * (-ball(lam) * middle).exp()).lower()


def for_context(prefix: Prefix, claim: Claim, target: Target, tokens: int, budget: fmpq) -> tuple[Prefix, Context]:
    """The prefix with the smallest boost (a multiple of 1/4) with which ``tokens`` context tokens cost at most about
    ``budget``.

    A choice, not a proof: `verify.context_share` proves what they cost.  Raises as `Context`.
    """
    Context(tokens, fmpq(0))
    with precision(64):
        least = least_weight(prefix.lam, prefix.keys, prefix.bias)
        if isinstance(claim, SpectralClaim):
            size = components_sup_bound(claim.truncation.components, target.m) + claim.truncation.error
        elif isinstance(claim, JacksonClaim):
            size = claim.sup + target.lipschitz.value * arb.pi()
        else:
            delta = arb.pi() if claim.nodes is None else claim.nodes.covering_radius or arb.pi()
            least = least.max((ball(prefix.lam) * delta.cos()).exp())
            size = maximum(sum((c * c for c in v), arb(0)).sqrt() for v in prefix.values)
            size += target.lipschitz.value * delta
        excess = tokens * size / (least * budget)
        steps = int((4 * excess.log()).upper().ceil().fmpz()) if excess > 1 else 0
    boost = fmpq(steps, 4)
    if boost:
        # At the precision of the biases themselves, which the caller has built for its components.
        with precision(64 * MAX_COMPONENTS):
            prefix = replace(prefix, bias=[b + boost for b in prefix.bias])
    return prefix, Context(tokens, boost)
