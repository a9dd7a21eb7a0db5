"""Side conditions that can be read off from the signs of coefficients and variables."""

from __future__ import annotations

from collections.abc import Mapping

from flint import fmpq

from verify.proving.simplify import nonnegative_term, positive_term
from verify.proving.terms import Term

__all__ = ["bounded_below", "integral", "obvious"]

BETWEEN_ONES = ("sin", "cos", "tanh", "erf")


def obvious(t: Term, kind: str, positive: frozenset[str]) -> bool:
    """Whether ``t`` is evidently nonnegative, positive or nonzero when the variables ``positive`` are positive."""
    if kind == "nonnegative":
        return nonnegative_term(t, positive) or _sum(t, positive)
    return positive_term(t, positive) or (t.kind == "add" and t.value > 0 and _sum(t, positive))


def bounded_below(t: Term, strict: bool, nonnegative: frozenset[str], lows: Mapping[str, tuple[fmpq, bool]]) -> bool:
    """t >= 0 (> 0) because its summands are nonnegative, or c times a function with values in [-1, 1], or constants,
    or variables with a lower end (and whether it is excluded).

    What is positive for positive variables is nonnegative for nonnegative ones, by continuity.
    """
    if t.kind != "add":
        return False
    rest, attained = t.value, True
    for a, c in zip(t.args, t.coefs, strict=True):
        if a.kind == "fn" and a.name in BETWEEN_ONES:
            rest -= abs(c)
            attained = attained and a.name in ("sin", "cos")
        elif c > 0 and a.kind == "var" and a.name in lows:
            low, is_open = lows[a.name]
            rest += c * low
            attained = attained and not is_open
        elif not (c > 0 and nonnegative_term(a, nonnegative)):
            return False
    return bool(rest > 0 or (rest == 0 and not (strict and attained)))


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
