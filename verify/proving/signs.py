"""Side conditions that can be read off from the signs of coefficients and variables."""

from __future__ import annotations

from verify.proving.simplify import nonnegative_term, positive_term
from verify.proving.terms import Term

__all__ = ["integral", "obvious"]


def obvious(t: Term, kind: str, positive: frozenset[str]) -> bool:
    """Whether ``t`` is evidently nonnegative, positive or nonzero when the variables ``positive`` are positive."""
    if kind == "nonnegative":
        return nonnegative_term(t, positive) or _sum(t, positive)
    return positive_term(t, positive) or (t.kind == "add" and t.value > 0 and _sum(t, positive))


def integral(t: Term, integers: frozenset[str]) -> bool:
    """Whether ``t`` is evidently an integer when the variables ``integers`` are: sums and products of integers."""
    if t.kind == "num":
        return int(t.value.q) == 1
    if t.kind == "var":
        return t.name in integers
    if t.kind == "add" and (int(t.value.q) != 1 or any(int(c.q) != 1 for c in t.coefs)):
        return False
    if t.kind == "mul" and any(int(e.q) != 1 or e < 0 for e in t.coefs):
        return False
    return t.kind in ("add", "mul") and all(integral(a, integers) for a in t.args)


def _sum(t: Term, positive: frozenset[str]) -> bool:
    return (
        t.kind == "add"
        and t.value >= 0
        and all(c > 0 for c in t.coefs)
        and all(nonnegative_term(a, positive) for a in t.args)
    )
