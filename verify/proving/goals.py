"""From a parsed statement to goals f >= 0 on a box, and the decision of one goal by the best method that applies."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from flint import arb, fmpq

from theory.balls import precision
from theory.errors import InputError
from verify.proving.algebra import (
    as_fraction,
    decide_polynomial,
    nonnegative_on_box,
    quadratic_nonnegative,
    root_sign,
    univariate,
)
from verify.proving.boxes import Box, Range, box_text, end_ball, is_exactly_zero
from verify.proving.enclose import Tape
from verify.proving.functions import Condition, make
from verify.proving.riccati import comparison
from verify.proving.search import Budget, Goal, Node, Outcome, search, split_point
from verify.proving.simplify import lower, nonnegative_term, positive_term, prepare
from verify.proving.syntax import Variable
from verify.proving.terms import ONE, PI, ZERO, Term, add, is_number, mul, neg, number, power, substitute, to_text

__all__ = ["Answer", "Space", "decide", "decide_condition", "make_space"]

HALF_LINE_SAMPLES: Final = (fmpq(1, 64), fmpq(1, 3), fmpq(1), fmpq(5, 2), fmpq(9), fmpq(40), fmpq(1000))


@dataclass(frozen=True)
class Space:
    """A box domain for the real variables; dependent ranges are mapped to [0, 1] by ``maps`` (old variable -> term)."""

    names: tuple[str, ...]
    box: Box
    low_open: tuple[bool, ...]
    high_open: tuple[bool, ...]
    maps: tuple[tuple[str, Term], ...]

    def positive(self) -> frozenset[str]:
        """Variables that are > 0 on the domain."""
        return frozenset(n for n, s, o in zip(self.names, self.box, self.low_open, strict=True) if _above(s.low, o))

    def nonnegative(self) -> frozenset[str]:
        """Variables that are >= 0 on the domain."""
        return frozenset(n for n, s in zip(self.names, self.box, strict=True) if s.low is not None and end_ball(s.low) >= 0)

    def pull(self, t: Term) -> Term:
        """The term in the variables of the box."""
        for name, image in reversed(self.maps):
            t = substitute(t, {variable_term(name): image}, make)
        return t

    def goal(self, f: Term, strict: bool) -> Goal:
        """f >= 0 (> 0) on this space."""
        return Goal(f, self.names, self.box, self.low_open, self.high_open, strict)


@dataclass
class Answer:
    """``kind`` is proved, refuted or unknown; ``point`` is in the variables of the box."""

    kind: str
    method: str = ""
    proof: dict[str, Any] = field(default_factory=dict)
    point: dict[str, fmpq] | None = None
    place: dict[str, list[str]] | None = None
    reason: str = ""
    boxes: int = 0
    root: Node | None = None


def variable_term(name: str) -> Term:
    """The variable as a term."""
    from verify.proving.terms import variable

    return variable(name)


def _above(low: Term | None, is_open: bool) -> bool:
    if low is None:
        return False
    ball = end_ball(low)
    return bool(ball > 0) or (bool(ball >= 0) and is_open)


def make_space(variables: tuple[Variable, ...], bound: Mapping[str, Term]) -> Space:
    """The box of the variables that are not bound to integers; raises `InputError` on an empty domain."""
    names, box, low_open, high_open, maps = [], [], [], [], []
    table: dict[Term, Term] = {variable_term(n): t for n, t in bound.items()}
    for v in variables:
        if v.name in bound:
            continue
        low = None if v.low is None else substitute(v.low, table, make)
        high = None if v.high is None else substitute(v.high, table, make)
        names.append(v.name)
        if (low is None or not low.variables) and (high is None or not high.variables):
            _nonempty(v, low, high)
            side = Range(low, low if high is low else high)
            box.append(side)
            low_open.append(v.low_open)
            high_open.append(v.high_open)
            continue
        u = variable_term(v.name)
        if low is not None and high is not None:
            image, side = add([low, mul([u, add([high, neg(low)])])]), Range(ZERO, ONE)
            opens = (v.low_open, v.high_open)
        elif low is not None:
            image, side, opens = add([low, u]), Range(ZERO, None), (v.low_open, True)
        else:
            assert high is not None
            image, side, opens = add([high, neg(u)]), Range(ZERO, None), (v.high_open, True)
        maps.append((v.name, image))
        box.append(side)
        low_open.append(opens[0])
        high_open.append(opens[1])
    return Space(tuple(names), tuple(box), tuple(low_open), tuple(high_open), tuple(maps))


def _nonempty(v: Variable, low: Term | None, high: Term | None) -> None:
    if low is None or high is None or low is high:
        if low is not None and low is high and (v.low_open or v.high_open):
            raise InputError(f"empty domain: {v}")
        return
    for bits in (64, 256, 1024):
        with precision(bits):
            a, b = end_ball(low), end_ball(high)
            if a < b:
                return
            if a > b:
                raise InputError(f"empty domain: {v}")
    raise InputError(f"cannot tell the ends of the domain apart: {v}")


def _signed(point: list[fmpq], tape: Tape, strict: bool) -> bool:
    """Whether f certainly fails at the point."""
    for bits in (64, 256):
        with precision(bits):
            value = tape.value([arb(q) for q in point])
            if value < 0 or (strict and value <= 0):
                return True
            if value > 0:
                return False
    return False


def sample_points(space: Space) -> list[list[fmpq]]:
    """Some rational points of the box: inner ones, near the ends, and far out."""
    axes: list[list[fmpq]] = []
    many = len(space.names) == 1
    for side in space.box:
        if side.point():
            axes.append([side.low.value] if side.low is not None and is_number(side.low) else [])
            continue
        if side.low is not None and side.high is not None:
            a, b = side.low, side.high
            qa = _rational_near(a)
            width = _rational_near(b) - qa
            steps = 24 if many else 5
            ends = [fmpq(1, 2**k) for k in (8, 20)]
            grid = [fmpq(2 * i + 1, 2 * steps) for i in range(steps)] + ends + [1 - e for e in ends]
            axes.append([qa + g * width for g in grid])
        elif side.low is None and side.high is None:
            axes.append([fmpq(0), *HALF_LINE_SAMPLES, *(-q for q in HALF_LINE_SAMPLES)])
        else:
            end, sign = (side.low, 1) if side.low is not None else (side.high, -1)
            assert end is not None
            axes.append([_rational_near(end) + sign * q for q in HALF_LINE_SAMPLES])
    points: list[list[fmpq]] = [[]]
    for axis in axes:
        points = [[*p, q] for p in points for q in axis]
        if len(points) > 400:
            points = points[:: len(points) // 400 + 1]
    return points


def _rational_near(t: Term) -> fmpq:
    if is_number(t):
        return t.value
    man, exp = end_ball(t).mid().man_exp()
    return fmpq(man) * fmpq(2) ** int(exp)


def decide_condition(condition: Condition, space: Space, budget: Budget) -> Answer:
    """Prove a side condition on the space."""
    t = substitute(space.pull(condition.term), {}, lower)
    positive = space.positive()
    if condition.kind == "nonnegative":
        if nonnegative_term(t, positive) or _sum_nonnegative(t, positive):
            return Answer("proved", "signs")
        return decide(t, False, space, budget)
    if positive_term(t, positive) or _sum_positive(t, positive):
        return Answer("proved", "signs")
    if condition.kind == "positive":
        return decide(t, True, space, budget)
    points = sample_points(space)
    tape = Tape(t, space.names)
    for point in points:
        value = tape.value([arb(q) for q in point])
        if value > 0 or value < 0:
            answer = decide(t if value > 0 else neg(t), True, space, budget)
            answer.proof["sign"] = "+" if value > 0 else "-"
            return answer
    return Answer("unknown", reason="no point with a known sign")


def _sum_positive(t: Term, positive: frozenset[str]) -> bool:
    return t.kind == "add" and t.value > 0 and _sum_nonnegative(add([t], None), positive)


def _sum_nonnegative(t: Term, positive: frozenset[str]) -> bool:
    return (
        t.kind == "add"
        and t.value >= 0
        and all(c > 0 for c in t.coefs)
        and all(nonnegative_term(a, positive) for a in t.args)
    )


def decide(f: Term, strict: bool, space: Space, budget: Budget, depth: int = 0) -> Answer:
    """Decide f >= 0 (f > 0) on the space; f is in the variables of the box."""
    tape = Tape(f, space.names)
    for point in sample_points(space):
        if _signed(point, tape, strict):
            return Answer("refuted", "value", point=dict(zip(space.names, point, strict=True)), boxes=1)
    g = prepare(f, space.positive(), space.nonnegative(), strict)
    if is_number(g):
        good = g.value > 0 or (g.value == 0 and not strict)
        point = next(iter(sample_points(space)), None)
        if good:
            return Answer("proved", "constant", {"method": "constant"})
        if point is not None:
            return Answer("refuted", "constant", point=dict(zip(space.names, point, strict=True)))
    for attempt in (_algebraic, _riccati, _radical):
        answer = attempt(g, strict, space, budget, depth)
        if answer is not None:
            return answer
    return _by_search(g, strict, space, budget)


def _algebraic(g: Term, strict: bool, space: Space, budget: Budget, depth: int) -> Answer | None:
    fraction = as_fraction(g, space.names)
    if fraction is None:
        return None
    p = fraction.top * fraction.bottom
    used = [i for i in range(len(space.names)) if any(m[i] for m in p.monoms())]
    if len(used) <= 1:
        i = used[0] if used else 0
        side = space.box[i] if space.box else Range(ZERO, ONE)
        ends = (side.low, side.high)
        if all(e is None or is_number(e) for e in ends):
            low, high = (None if e is None else e.value for e in ends)
            if side.point():
                low = high = None
                return None
            answer = decide_polynomial(univariate(p, i), low, high, space.low_open[i], space.high_open[i], strict)
            if answer is not None and answer.holds:
                return Answer("proved", "sturm", {"method": "sturm", "variable": space.names[i]})
            if answer is not None and answer.witness is not None:
                point = {n: _inside(s) for n, s in zip(space.names, space.box, strict=True)}
                point[space.names[i]] = answer.witness
                return Answer("refuted", "sturm", point=point)
        return None
    all_open = all(space.low_open) and all(space.high_open)
    if not strict or all_open:
        sign = nonnegative_on_box(p, space.box)
        if sign is not None and (not strict or sign == ">"):
            return Answer("proved", "coefficients", {"method": "coefficients"})
    if not strict and quadratic_nonnegative(p):
        return Answer("proved", "quadratic form", {"method": "quadratic"})
    return None


def _inside(side: Range) -> fmpq:
    t = side.low if side.point() else split_point(side)
    return t.value if t is not None and is_number(t) else fmpq(0)


def _riccati(g: Term, strict: bool, space: Space, budget: Budget, depth: int) -> Answer | None:
    if depth > 0 or strict:
        return None
    step = comparison(g, lambda name: name in space.names)
    if step is None:
        return None
    i = space.names.index(step.x)
    side = space.box[i]
    if side.low is None or not end_ball(side.low) >= 0:
        return None
    box = (*space.box[:i], Range(ZERO, side.high), *space.box[i + 1 :])
    low_open = (*space.low_open[:i], True, *space.low_open[i + 1 :])
    wide = Space(space.names, box, low_open, space.high_open, ())
    proofs = []
    saved = budget.deadline
    budget.deadline = min(saved, time.monotonic() + max(1.0, (saved - time.monotonic()) / 8))
    try:
        for _, need in step.needs:
            answer = decide(need, False, wide, budget, depth + 1)
            if answer.kind != "proved":
                return None
            proofs.append({"need": to_text(need), **answer.proof})
    finally:
        budget.deadline = saved
    side_name = "upper" if step.upper else "lower"
    return Answer("proved", "riccati", {"method": "riccati", "variable": step.x, "side": side_name, "parts": proofs})


def _radical(g: Term, strict: bool, space: Space, budget: Budget, depth: int) -> Answer | None:
    if strict:
        return None
    fraction = as_fraction(g, space.names, roots=1)
    if fraction is None or not fraction.roots:
        return None
    if root_sign(fraction, space.box) is None:
        return None
    return Answer("proved", "radical", {"method": "radical"})


def _by_search(g: Term, strict: bool, space: Space, budget: Budget) -> Answer:
    """Branch and bound at growing precision; a stuck one-dimensional search is cut at a guessed point of contact."""
    if not space.names:
        space = Space(("_",), (Range(ZERO, ONE),), (False,), (False,), ())
    total, outcome, full = 0, None, budget.deadline
    for bits, share in ((64, 0.5), (192, 1.0)):
        now = time.monotonic()
        budget.bits, budget.deadline = bits, now + (full - now) * share
        outcome = search(space.goal(g, strict), budget)
        budget.deadline = full
        total += outcome.boxes
        if outcome.proved or outcome.witness is not None:
            break
        if len(space.names) == 1 and outcome.worst is not None and not strict:
            answer = _cut_at_contact(g, space, budget, outcome)
            if answer is not None:
                answer.boxes += total
                return answer
        if budget.spent():
            break
    assert outcome is not None
    if outcome.proved:
        proof = {"method": "search", "bits": budget.bits}
        return Answer("proved", "search", proof, boxes=total, root=outcome.root)
    if outcome.witness is not None:
        point = dict(zip(space.names, outcome.witness, strict=True))
        return Answer("refuted", "search", point=point, boxes=total)
    place = box_text(space.names, outcome.worst) if outcome.worst is not None else None
    return Answer("unknown", "search", place=place, reason=outcome.reason, boxes=total)


def _cut_at_contact(g: Term, space: Space, budget: Budget, outcome: Outcome) -> Answer | None:
    side = outcome.worst[0] if outcome.worst is not None else None
    if side is None or not side.finite():
        return None
    for c in contact_candidates(side):
        ball = end_ball(c)
        whole = space.box[0]
        if (whole.low is not None and not end_ball(whole.low) < ball) or (
            whole.high is not None and not end_ball(whole.high) > ball
        ):
            continue
        if not is_exactly_zero(g, space.names, (Range(c, c),)):
            continue
        parts, boxes = [], 0
        for part, opens in (
            (Range(whole.low, c), (space.low_open[0], False)),
            (Range(c, whole.high), (False, space.high_open[0])),
        ):
            sub = Space(space.names, (part,), (opens[0],), (opens[1],), ())
            answer = _by_search(g, False, sub, budget)
            boxes += answer.boxes
            if answer.kind != "proved":
                return answer if answer.kind == "refuted" else None
            parts.append(answer)
        node = Node(space.box, False, 0, "split", {"variable": 0, "at": c}, [])
        proof = {"method": "cut", "at": to_text(c), "parts": []}
        for answer in parts:
            if answer.root is not None:
                node.children.append(answer.root)
            proof["parts"].append(answer.proof)
        return Answer("proved", "search", proof, boxes=boxes, root=node)
    return None


def contact_candidates(side: Range) -> list[Term]:
    """Simple numbers close to a small box: rationals, multiples of pi, square roots, logarithms, e."""
    from fractions import Fraction

    a, b = end_ball(side.low).mid(), end_ball(side.high).mid()  # type: ignore[arg-type]
    x = (float(a) + float(b)) / 2
    width = max(float(b) - float(a), 1e-9) * 64
    out: list[Term] = []
    near = lambda v, limit: abs(float(v) - x) <= limit  # noqa: E731
    for bound in (1, 2, 6, 12, 60, 1000):
        q = Fraction(x).limit_denominator(bound)
        if near(q, width):
            out.append(number(fmpq(q.numerator, q.denominator)))
    from math import e, exp, pi

    for bound in (2, 12):
        q = Fraction(x / pi).limit_denominator(bound)
        if q and near(q * Fraction(pi), width):
            out.append(mul([number(fmpq(q.numerator, q.denominator)), PI]))
    q = Fraction(x * x).limit_denominator(12)
    if q and near(float(q) ** 0.5 * (1 if x > 0 else -1), width):
        root = power(number(fmpq(q.numerator, q.denominator)), fmpq(1, 2))
        out.append(root if x > 0 else neg(root))
    q = Fraction(x / e).limit_denominator(6)
    if q and near(float(q) * e, width):
        out.append(mul([number(fmpq(q.numerator, q.denominator)), make("exp", ONE)]))
    if abs(x) < 20:
        q = Fraction(exp(x)).limit_denominator(12)
        if q > 0:
            out.append(make("log", number(fmpq(q.numerator, q.denominator))))
        if x > 0:
            out.append(make("exp", number(-1)))
    unique: list[Term] = []
    for t in out:
        if t not in unique and near(end_ball(t).mid(), max(width, 1e-6)):
            unique.append(t)
    return unique
