"""Visible context tokens of score 0 and value 0, any number up to T (theory I3, I4, H1', F4)."""

from __future__ import annotations

from flint import arb
from msgspec import UNSET

from verify.certificate import Certificate, F1Numbers, H3Numbers, rational
from verify.checker.balls import demand, dot, length
from verify.checker.stored_head import StoredHead, rows

__all__ = ["with_context"]


def with_context(claim: Certificate, head: StoredHead, core: arb) -> arb:
    """A bound for the head with context from the bound ``core`` for the head alone.

    With tau visible tokens the head is (1 - s) A, s = tau/(tau + S(x)) <= T/(T + min S), and
    |(1 - s) A - f| <= (1 - s) core + s |f|.
    """
    if claim.context is UNSET:
        return core
    T, share = claim.context.tokens, rational(claim.context.share)
    found = 1 / (1 + _least_weight(claim, head) / T)
    demand(found, share, "the share of the context")
    return core.max((1 - arb(share)) * core + arb(share) * _size_of_target(claim))


def _least_weight(claim: Certificate, head: StoredHead) -> arb:
    """At most S(x) = sum_i e^{lam <x,k_i> + b_i} for every x: the better of two bounds.

    S >= W e^{-lam |sum_i om_i k_i|}, W = sum_i e^{b_i}, om_i = e^{b_i}/W (Jensen).  With a proved covering radius delta
    the nearest key alone gives |k| cos delta >= cos delta - norm_defect.
    """
    keys, bias, lam = rows(head.keys), [b for (b,) in rows(head.bias)], arb(head.lam)
    weights = [b.exp() for b in bias]
    total = sum(weights, arb(0))
    least = (
        total * (-lam * length([dot(weights, column) for column in map(list, zip(*keys, strict=True))]) / total).exp()
    )
    if isinstance(claim.numbers, F1Numbers):
        numbers = claim.numbers
        smallest = bias[0]
        for b in bias:
            smallest = smallest.min(b)
        cosine = arb(rational(numbers.covering_radius)).min(arb.pi()).cos() - rational(numbers.norm_defect)
        least = least.max((smallest + lam * cosine).exp())
    return least


def _size_of_target(claim: Certificate) -> arb:
    """At least |f|, from numbers that are re-proved: the polynomial and the rest of f, or the value at the nearest
    key."""
    numbers = claim.numbers
    if isinstance(numbers, F1Numbers):
        slope = arb(rational(numbers.lipschitz)) * rational(numbers.covering_radius)
        return rational(claim.max_value) + rational(numbers.value_error) + slope
    if isinstance(numbers, H3Numbers):  # the value at a node and the way from there
        return arb(rational(numbers.sup_norm)) + arb(rational(numbers.lipschitz)) * arb.pi()
    return arb(rational(numbers.sup_norm)) + rational(numbers.truncation)
