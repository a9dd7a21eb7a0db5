"""Exact rational points: membership of the domain, and the plain evaluation that confirms a refutation."""

from __future__ import annotations

from collections.abc import Mapping

from flint import arb, fmpq

from theory.balls import precision
from verify.proving.enclose import Tape
from verify.proving.functions import make
from verify.proving.simplify import lower
from verify.proving.syntax import Relation, Variable
from verify.proving.terms import Term, add, is_number, neg, number, substitute, variable

__all__ = ["confirm", "inside", "lowered"]


def confirm(relation: Relation, point: Mapping[str, fmpq], bits: int = 128) -> bool:
    """Whether a plain ball evaluation of both sides at the exact point certainly violates the relation."""
    table = {variable(n): number(q) for n, q in point.items()}
    exact = substitute(add([relation.right, neg(relation.left)]), table, make)
    if is_number(exact):  # rational arithmetic decides
        gap = exact.value
        return bool({"<=": gap < 0, "<": gap <= 0, "==": gap != 0}[relation.kind])
    for b in (bits, 4 * bits, 16 * bits):
        with precision(b):
            sides = []
            for t in (relation.left, relation.right):
                names = sorted(t.variables)
                sides.append(Tape(lowered(t), names).value([arb(point[n]) for n in names]))
        left, right = sides
        if relation.kind == "<=" and left > right:
            return True
        if relation.kind == "<" and left >= right:
            return True
        if relation.kind == "==" and (left > right or left < right):
            return True
        if left < right or left > right:
            return False
    return False


def lowered(t: Term) -> Term:
    """The term in kernel primitives."""
    return substitute(t, {}, lower)


def inside(v: Variable, point: Mapping[str, fmpq]) -> bool:
    """Whether the coordinate certainly satisfies the variable's own range."""
    x = arb(point[v.name])
    for end, is_open, up in ((v.low, v.low_open, False), (v.high, v.high_open, True)):
        if end is None:
            continue
        names = sorted(end.variables)
        end = substitute(end, {variable(n): number(point[n]) for n in names if n in point}, make)
        if is_number(end):  # rational arithmetic decides
            gap = (end.value - point[v.name]) if up else (point[v.name] - end.value)
            if gap < 0 or (gap == 0 and is_open):
                return False
            continue
        value = Tape(lowered(end), []).value([])
        gap_ball = value - x if up else x - value
        if not (gap_ball > 0 or (gap_ball >= 0 and not is_open)):
            return False
    return True
