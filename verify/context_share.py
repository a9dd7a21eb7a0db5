"""What visible context tokens add to a proved error: theory I3 and I4 with balls (F4, H1').

A bound for T tokens holds for fewer, so for every mask.
"""

from __future__ import annotations

from flint import arb

from constructions.context import Context, least_weight
from constructions.prefix import StoredPrefix, rational_text
from theory.balls import ball, minimum, precision, upper_decimal
from verify.certificate import ContextNumbers, F1Numbers, H3Numbers, Numbers

__all__ = ["size_of_target", "with_context"]

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
        share = upper_decimal((1 / (1 + least / context.tokens)).max(_LEAST_SHARE))
        s = ball(share)
        bound = core.max((1 - s) * core + s * size_of_target(numbers, max_value))
    return bound, ContextNumbers(tokens=context.tokens, boost=rational_text(context.boost), share=share)
