"""Induction over an unbounded integer: L(k) <= R(k) follows from one base case and L(k+1)/L(k) <= R(k+1)/R(k), L, R >
0."""

from __future__ import annotations

from flint import fmpq

from verify.proving.functions import make
from verify.proving.simplify import exponential, lower, positive_term, prepare
from verify.proving.spaces import Space
from verify.proving.syntax import Relation, Variable
from verify.proving.terms import ONE, Term, add, is_number, mul, neg, number, power, substitute, variable

__all__ = ["induction_parts", "shift_ratio"]


def shift_ratio(t: Term, k: str) -> Term:
    """t(k+1)/t(k), with gamma quotients and powers simplified (t a product)."""
    step = substitute(t, {variable(k): add([variable(k), ONE])}, _make)
    return prepare(mul([step, power(t, fmpq(-1))]), frozenset(), frozenset(), True)


def _make(name: str, *args: Term) -> Term:
    return exponential(_spread(args[0])) if name == "exp" else make(name, *args)


def _spread(u: Term) -> Term:
    """Products of a sum with logarithms multiplied out: (k+1) log c = k log c + log c."""
    if u.kind == "mul":
        sums = [a for a, e in zip(u.args, u.coefs, strict=True) if a.kind == "add" and e == 1]
        if sums:
            s = sums[0]
            rest = mul(
                [a for a in u.args if a is not s], [e for a, e in zip(u.args, u.coefs, strict=True) if a is not s]
            )
            return add([rest, *(mul([a, rest]) for a in s.args)], [s.value, *s.coefs])
    if u.kind == "add":
        return add([number(u.value), *(_spread(a) for a in u.args)], [fmpq(1), *u.coefs])
    return u


def lower_all(t: Term) -> Term:
    """Kernel primitives only."""
    return substitute(t, {}, lower)


def _products(*terms: Term) -> bool:
    """Sums have no simple shift ratio."""
    return all(not (t.kind == "add" and (t.value != 0 or len(t.args) > 1)) for t in terms)


def induction_parts(relation: Relation, k: Variable, space: Space) -> tuple[Term, Term] | None:
    """(base, step) with base >= 0 (> 0 if strict) at k.low and step >= 0 for all real k >= k.low; None if it does not
    apply.

    Both sides must be products that are positive on the space.
    """
    left, right = relation.left, relation.right
    if relation.kind == "==" or not _products(left, right) or k.low is None or not is_number(k.low):
        return None
    positive = space.positive()
    if not (positive_term(lower_all(left), positive) and positive_term(lower_all(right), positive)):
        return None
    at = {variable(k.name): k.low}
    base = add([substitute(right, at, make), neg(substitute(left, at, make))])
    step = add([shift_ratio(right, k.name), neg(shift_ratio(left, k.name))])
    return base, step
