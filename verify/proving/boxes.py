"""Boxes with exact end points, and the questions that one box answers: enclosure, refutation, germ at an end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from flint import arb, fmpq

from verify.proving.enclose import constant_ball
from verify.proving.expansion import expand
from verify.proving.functions import make
from verify.proving.germs import Germ, GermError, Local, NeedsRoot, Num, Series
from verify.proving.terms import ONE, Term, add, apply, is_number, mul, neg, number, power, substitute, to_text

__all__ = ["Box", "Goal", "Node", "Range", "end_ball", "expand_at", "far_form", "germ_sign", "is_exactly_zero"]

MAX_ROOT: Final = 12


@dataclass(frozen=True)
class Range:
    """One side of a box: [low, high] with exact ends (terms without variables; None is infinite)."""

    low: Term | None
    high: Term | None

    def ball(self) -> arb:
        """The ball around the range (finite ends)."""
        if self.low is self.high and self.low is not None:
            return end_ball(self.low)
        if self.low is None or self.high is None:
            raise ValueError("an infinite range has no ball")
        return end_ball(self.low).union(end_ball(self.high))

    def point(self) -> bool:
        """Whether the range is one point."""
        return self.low is self.high and self.low is not None

    def finite(self) -> bool:
        """Whether both ends are finite."""
        return self.low is not None and self.high is not None


Box = tuple[Range, ...]


@dataclass(frozen=True)
class Goal:
    """f >= 0 (or f > 0 if ``strict``) on the domain; ``low_open``/``high_open`` tell which end faces are excluded."""

    term: Term
    names: tuple[str, ...]
    domain: Box
    low_open: tuple[bool, ...]
    high_open: tuple[bool, ...]
    strict: bool


@dataclass(eq=False)
class Node:
    """A box of the tree; ``method`` is one of those in ``verify.proving.search`` ('' while open)."""

    box: Box
    strict: bool
    depth: int = 0
    method: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    face: bool = False


def end_ball(t: Term) -> arb:
    """The value of an end point."""
    return arb(t.value) if is_number(t) else constant_ball(t)


def _constant_series(at: Local, c: Term) -> Germ:
    return expand(c, at, {})


def expand_at(term: Term, names: tuple[str, ...], box: Box, i: int, end: str, at: Local, point: bool = False) -> Germ:
    """The germ of ``term`` as variable i leaves the ``end`` ("low" or "high") of its range, the others being
    parameters.

    With ``point`` the variable stays at the end point (used to prove that something vanishes identically there).
    """
    germs: dict[str, Germ] = {}
    for j, name in enumerate(names):
        if j != i:
            side = box[j]
            if side.point() and side.low is not None:
                germs[name] = _constant_series(at, side.low)
            else:
                germs[name] = Germ.constant(at, Num(side.ball(), at.field.generator(("parameter", name))))
    if i >= 0:
        c = box[i].low if end == "low" else box[i].high
        sign = 1 if end == "low" else -1
        if c is None:
            germs[names[i]] = Germ(at, {0: Series(at, -at.den, [Num.of(-sign)], None)})
        else:
            step = Germ(at, {} if point else {0: Series(at, at.den, [Num.of(sign)], None)})
            germs[names[i]] = _constant_series(at, c) + step
    return expand(term, at, germs)


def _reach(side: Range, end: str, den: int) -> fmpq | None:
    """A rational h such that s in (0, h] covers the range from its end; None if it would be too long."""
    a, b = (side.low, side.high) if end == "low" else (side.high, side.low)
    if b is None:
        return None
    if a is None:
        other = end_ball(b) if end == "high" else -end_ball(b)
        if not other >= 2:
            return None
        width = 1 / other
    else:
        width = abs(end_ball(b) - end_ball(a))
        if not width <= 0.5 and not (den == 1 and width <= fmpq(1, 2)):
            return None
    root = width.root(den).upper() if den > 1 else width.upper()
    man, exp = (root * (1 + arb(2) ** -20)).upper().man_exp() if not is_exact_half(width, den) else (1, -1)
    return fmpq(man) * fmpq(2) ** int(exp)


def is_exact_half(width: arb, den: int) -> bool:
    """Widths of exactly 1/2 need no rounding up."""
    return den == 1 and bool(width == 0.5)


def germ_sign(term: Term, names: tuple[str, ...], box: Box, i: int, end: str, terms: int) -> tuple[str | None, int]:
    """The certain sign of ``term`` over the box without the end face of variable i, by a germ; and the root order
    used."""
    den = 1
    for _ in range(3):
        h = _reach(box[i], end, den)
        if h is None or not h < 1:
            return None, den
        at = Local(h, terms * den if den <= 2 else terms * 2, den)
        try:
            return expand_at(term, names, box, i, end, at).sign(), den
        except NeedsRoot as need:
            wider = den * need.denominator
            if wider > MAX_ROOT:
                return None, den
            den = wider
        except (GermError, ZeroDivisionError, KeyError, OverflowError, ValueError):
            return None, den
    return None, den


def is_exactly_zero(term: Term, names: tuple[str, ...], box: Box) -> bool:
    """Whether the term is formally zero at a box of exact points (and ranges, as parameters)."""
    at = Local(fmpq(1, 4), 2)
    try:
        return expand_at(term, names, box, -1, "low", at).is_zero()
    except (GermError, ZeroDivisionError, KeyError, OverflowError, ValueError):
        return False


def far_form(t: Term) -> Term:
    """tanh, coth, sinh, cosh, erf rewritten so that exponentially small differences survive at +infinity
    (identities)."""
    table: dict[Term, Term] = {}
    for node in sorted(_all(t), key=lambda n: n.order):
        if node.kind == "fn" and node.name == "tanh":
            u = node.args[0]
            table[node] = add([ONE, power(add([make("exp", mul([number(2), u])), ONE]), fmpq(-1))], [fmpq(1), fmpq(-2)])
        elif (
            node.kind == "fn"
            and node.name == "besselratio"
            and is_number(node.args[0])
            and node.args[0].value == fmpq(3, 2)
        ):
            u = node.args[1]
            u2 = make("exp", mul([number(2), u]))
            coth = add([ONE, power(add([u2, number(-1)]), fmpq(-1))], [fmpq(1), fmpq(2)])
            table[node] = add([coth, neg(power(u, fmpq(-1)))])
        elif node.kind == "fn" and node.name == "erf":
            table[node] = add([ONE, neg(apply("erfc", node.args[0]))])
        elif node.kind == "mul":
            for a, e in zip(node.args, node.coefs, strict=True):
                if a.kind == "fn" and a.name == "sinh" and e == -1:
                    other = make("cosh", *a.args)
                    if other in node.args and node.coefs[node.args.index(other)] == 1:
                        u2 = make("exp", mul([number(2), *a.args]))
                        coth = add([ONE, power(add([u2, number(-1)]), fmpq(-1))], [fmpq(1), fmpq(2)])
                        table[node] = mul([node, a, power(other, fmpq(-1)), coth])
    return _distributed(substitute(t, table, make)) if table else t


def _distributed(t: Term) -> Term:
    """Products with one sum multiplied out, so that equal terms cancel."""
    if t.kind != "add":
        return t
    parts, scales = [number(t.value)], [fmpq(1)]
    for a, c in zip(t.args, t.coefs, strict=True):
        factors = dict(zip(a.args, a.coefs, strict=True)) if a.kind == "mul" else {}
        sums = [b for b, e in factors.items() if b.kind == "add" and e == 1]
        if sums:
            s = sums[0]
            del factors[s]
            rest = mul(list(factors), list(factors.values()))
            parts.append(add([rest, *(mul([b, rest]) for b in s.args)], [s.value, *s.coefs]))
        else:
            parts.append(a)
        scales.append(c)
    return add(parts, scales)


def _all(t: Term) -> set[Term]:
    from verify.proving.terms import walk

    return set(walk(t))


def box_text(names: tuple[str, ...], box: Box) -> dict[str, list[str]]:
    """The box in the statement language."""
    out = {}
    for name, side in zip(names, box, strict=True):
        low = "-inf" if side.low is None else to_text(side.low)
        high = "inf" if side.high is None else to_text(side.high)
        out[name] = [low, high]
    return out
