"""Element-wise maps with a certified error: prefixes of `verify.pipeline` for each position, and a position code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flint import arb, fmpq

from constructions.sequence.elementwise import ElementwiseHead
from theory.balls import Exact, ball, certainly_le, exact, precision
from theory.errors import InputError
from verify.pipeline import build

__all__ = ["ElementwiseResult", "build_elementwise"]

BITS = 256
_LEAK = fmpq(1, 20)
"""The share of eps that other positions may cost."""


@dataclass(frozen=True, eq=False)
class ElementwiseResult:
    """A head for all positions; at position t it is within ``errors[t]`` <= eps of f_t on the whole sphere."""

    head: ElementwiseHead
    errors: tuple[arb, ...]


def build_elementwise(targets: Sequence[str], sphere: int, eps: Exact, *, context: int = 0) -> ElementwiseResult:
    """One prefix for the maps f_t of the positions, each within ``eps`` on S^m, with ``context`` visible tokens.

    Equal maps share their tokens when all are equal: then no code is needed.  The gain of the code is the smallest
    multiple of 1 that keeps the leakage below eps/20.  Raises what `verify.pipeline.build` raises.

    >>> build_elementwise(["x0", "x1*x2"], 2, "1e-3").head.T
    2
    """
    if not targets:
        raise InputError("an element-wise map needs a position")
    goal = exact(eps)
    made = {text: build(text, sphere, goal * (1 - 2 * _LEAK)) for text in set(targets)}
    parts = tuple(made[text].stored for text in targets)
    gain = fmpq(0)
    with precision(BITS):
        while True:
            head = ElementwiseHead(parts, gain, context=context)
            leaks = [head.leakage(s) for s in range(head.T)]
            if all(certainly_le(leak, ball(goal * _LEAK)) for leak in leaks):
                break
            excess = max(float((leak / ball(goal * _LEAK)).log().upper()) for leak in leaks)
            gain += max(int(excess), 1)
        claims = [ball(exact(made[text].certificate.certified_error)) for text in targets]
        return ElementwiseResult(head, tuple((a + b).upper() for a, b in zip(claims, leaks, strict=True)))
