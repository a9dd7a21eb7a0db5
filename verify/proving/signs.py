"""Side conditions that can be read off from the signs of coefficients and variables."""

from __future__ import annotations

from verify.proving.simplify import nonnegative_term, positive_term
from verify.proving.terms import Term

__all__ = ["obvious"]


def obvious(t: Term, kind: str, positive: frozenset[str]) -> bool:
    """Whether ``t`` is evidently nonnegative, positive or nonzero when the variables ``positive`` are positive."""
    if kind == "nonnegative":
        return nonnegative_term(t, positive) or _sum(t, positive)
    return positive_term(t, positive) or (t.kind == "add" and t.value > 0 and _sum(t, positive))


def _sum(t: Term, positive: frozenset[str]) -> bool:
    return (
        t.kind == "add"
        and t.value >= 0
        and all(c > 0 for c in t.coefs)
        and all(nonnegative_term(a, positive) for a in t.args)
    )
