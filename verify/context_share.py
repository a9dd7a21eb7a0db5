"""What visible context tokens add to a proved error: theory I3 and I4 with balls (F4, H1').

A bound for T tokens holds for fewer, so for every mask.
"""

from __future__ import annotations

import math

from flint import arb, arb_mat, fmpq

from constructions.context import Context, least_weight
from constructions.latitude_mesh import batches, latitude_mesh, mesh_size
from constructions.prefix import StoredPrefix, rational_text
from theory.balls import ball, maximum, minimum, precision, upper_decimal
from theory.kernels import tail
from verify.certificate import ContextNumbers, F1Numbers, H3Numbers, H6Numbers, Numbers

__all__ = ["size_of_target", "with_context"]

_ANGLE, _TAIL = 0.9, 1000
"""K delta of the mesh for S, and which part of S its tail may be (choices: both are paid for)."""
_MOST_CUTOFF, _MOST_PAIRS = 200, 3_000_000
_LEAST_SHARE = arb("1e-1000")
"""Shares below this are stated as this: certificates hold no smaller exponents."""


def size_of_target(numbers: Numbers, max_value: str) -> arb:
    """At least sup |f|: the polynomial and the rest of f, or the value at a key and the way from there."""
    if isinstance(numbers, F1Numbers):
        return ball(max_value) + ball(numbers.value_error) + ball(numbers.lipschitz) * ball(numbers.covering_radius)
    if isinstance(numbers, H3Numbers):
        return ball(numbers.sup_norm) + ball(numbers.lipschitz) * arb.pi()
    return ball(numbers.sup_norm) + ball(numbers.truncation)


def with_context(
    stored: StoredPrefix, numbers: Numbers, max_value: str, core: arb, context: Context
) -> tuple[arb, ContextNumbers]:
    """The bound (1 - s) core + s sup|f| for the head (1 - s) A, s <= T/(T + S), and the numbers behind it (theory I4).

    ``core`` is a bound of the head alone; the result is never smaller.
    """
    with precision(stored.working_precision()):
        bias = stored.exact_bias()
        least = least_weight(stored.lam, stored.exact_keys(), bias)
        if isinstance(numbers, F1Numbers):
            # The nearest key alone: <x,k> >= |k| cos delta >= cos delta - norm_defect (theory I4').
            cosine = ball(numbers.covering_radius).min(arb.pi()).cos() - ball(numbers.norm_defect)
            least = least.max((minimum(bias) + ball(stored.lam) * cosine).exp())
        if isinstance(numbers, H6Numbers):
            least = least.max(_least_on_mesh(stored))
        share = upper_decimal((1 / (1 + least / context.tokens)).max(_LEAST_SHARE))
        s = ball(share)
        bound = core.max((1 - s) * core + s * size_of_target(numbers, max_value))
    return bound, ContextNumbers(tokens=context.tokens, boost=rational_text(context.boost), share=share)


def _least_on_mesh(stored: StoredPrefix) -> arb:
    """A lower bound of S(x) = sum_i e^{lam <x,k_i> + b_i} from a mesh: S is a polynomial of degree K up to a tail, and
    a polynomial p has |p - c| <= max |p - c| / cos(K delta) for the maximum over points of covering radius delta
    (theory H6)."""
    m, (first, groups), every = stored.m, stored.distinct_keys(), stored.exact_keys()
    keys = arb_mat([[stored.lam * c for c in every[i]] for i in first]).transpose()
    reach = (ball(stored.lam) * maximum(sum((c * c for c in key), arb(0)).sqrt() for key in every)).upper().fmpq()
    weights = arb_mat(len(first), 1)
    for i, b in zip(groups, stored.exact_bias(), strict=True):
        weights[i, 0] += b.exp()
    total = sum(weights.entries(), arb(0))
    at_once = _sums(keys, weights, next(batches(latitude_mesh(m, 4))))
    K = 0
    while K < _MOST_CUTOFF and not tail(m, K, reach) * total * _TAIL < at_once[0]:
        K += 1
    steps = max(4, math.ceil(math.sqrt(m) * math.pi * K / (2 * _ANGLE)))
    if mesh_size(m, steps, _MOST_PAIRS) * len(first) > _MOST_PAIRS:
        return arb(0)
    low, high = arb.pos_inf(), arb.neg_inf()
    for batch in batches(latitude_mesh(m, steps)):
        for s in _sums(keys, weights, batch):
            low, high = low.min(s), high.max(s)
    rest = total * tail(m, K, reach)
    cosine = (arb.pi() * arb(m).sqrt() * fmpq(K, 2 * steps)).cos()
    return ((low + high) / 2 - ((high - low) / 2 + rest) / cosine - rest).lower().max(arb(0))


def _sums(keys: arb_mat, weights: arb_mat, points: list[list[arb]]) -> list[arb]:
    logits = arb_mat(points) * keys
    return (arb_mat(logits.nrows(), logits.ncols(), [z.exp() for z in logits.entries()]) * weights).entries()
