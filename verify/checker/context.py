"""Visible context tokens of score 0 and value 0, any number up to T (theory I3, I4, H1', F4)."""

from __future__ import annotations

from flint import arb, arb_mat, fmpq
from msgspec import UNSET

from verify.certificate import Certificate, F1Numbers, H3Numbers, H6Numbers, rational
from verify.checker.balls import Vector, demand, dot, largest, length
from verify.checker.kernel import tail
from verify.checker.mesh import batches, distinct, mesh, mesh_size
from verify.checker.stored_head import StoredHead, rows

__all__ = ["with_context"]

MAX_CUTOFF = 200
MAX_PAIRS = 4_000_000


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
    if isinstance(claim.numbers, H6Numbers):
        least = least.max(_least_on_mesh(head, weights))
    return least


def _least_on_mesh(head: StoredHead, weights: list[arb]) -> arb:
    """S is a polynomial of degree K up to a tail; p has |p - c| <= max |p - c| / cos(K delta) for the maximum over a
    mesh of covering radius delta (theory H6).  ``weights``: e^{b_i}."""
    m, (first, groups), keys = head.m, distinct(head.keys), rows(head.keys)
    scaled = arb_mat([[head.lam * c for c in keys[i]] for i in first]).transpose()
    table = arb_mat(len(first), 1)
    for i, w in zip(groups, weights, strict=True):
        table[i, 0] += w
    top = (arb(head.lam) * largest([length(key) for key in keys])).upper().max(arb(fmpq(1, 1024)))
    whole, (start,) = sum(weights, arb(0)) * top.exp(), _sums(scaled, table, [next(mesh(m, 1))])
    K = 0
    while K < MAX_CUTOFF and not whole * tail(m, K, top.fmpq()) * 1000 < start:
        K += 1
    rest = whole * tail(m, K, top.fmpq())
    s = int((arb(m).sqrt() * arb.pi() * K / fmpq(9, 5)).upper().ceil().fmpq().p) + 1
    if mesh_size(m, s) * len(first) > MAX_PAIRS:
        return arb(0)
    low, high = arb.pos_inf(), arb.neg_inf()
    for batch in batches(mesh(m, s)):
        for found in _sums(scaled, table, batch):
            low, high = low.min(found.lower()), high.max(found.upper())
    cosine = (arb.pi() * arb(m).sqrt() * fmpq(K, 2 * s)).cos()
    return ((low + high) / 2 - ((high - low) / 2 + rest) / cosine - rest).max(arb(0))


def _sums(scaled: arb_mat, table: arb_mat, points: list[Vector]) -> list[arb]:
    logits = arb_mat(points) * scaled
    return (arb_mat(logits.nrows(), logits.ncols(), [z.exp() for z in logits.entries()]) * table).entries()


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
