"""From a parsed statement to goals f >= 0 on a box, and the decision of one goal by the best method that applies."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, SupportsFloat

from flint import arb, fmpq

from theory.balls import precision
from verify.proving.algebra import (
    as_fraction,
    decide_polynomial,
    nonnegative_by_halving,
    nonnegative_on_box,
    quadratic_nonnegative,
    root_sign,
    univariate,
)
from verify.proving.boxes import Node, Range, box_text, end_ball, is_exactly_zero
from verify.proving.enclose import Tape
from verify.proving.functions import Condition, make
from verify.proving.riccati import comparison
from verify.proving.search import Budget, Outcome, search, split_point
from verify.proving.signs import bounded_below, obvious
from verify.proving.simplify import choices, clear_denominators, lower, prepare
from verify.proving.spaces import Space, charts, sample_points
from verify.proving.terms import ONE, PI, ZERO, Term, is_number, mul, neg, number, power, substitute

__all__ = ["Answer", "decide", "decide_condition"]


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


def decide_condition(condition: Condition, space: Space, budget: Budget) -> Answer:
    """Prove a side condition on the space."""
    t = substitute(space.pull(condition.term), {}, lower)
    if obvious(t, condition.kind, space.positive()):
        return Answer("proved", "signs")
    if condition.kind in ("positive", "nonnegative"):
        return decide(t, condition.kind == "positive", space, budget)
    points = sample_points(space)
    tape = Tape(t, space.names)
    for point in points:
        value = tape.value([arb(q) for q in point])
        if value > 0 or value < 0:
            answer = decide(t if value > 0 else neg(t), True, space, budget)
            answer.proof["sign"] = "+" if value > 0 else "-"
            return answer
    return Answer("unknown", reason="no point with a known sign")


def decide(f: Term, strict: bool, space: Space, budget: Budget, depth: int = 0) -> Answer:
    """Decide f >= 0 (f > 0) on the space; f is in the variables of the box."""
    tape = Tape(f, space.names)
    for point in sample_points(space):
        if _signed(point, tape, strict):
            return Answer("refuted", "value", point=dict(zip(space.names, point, strict=True)), boxes=1)
    g = prepare(f, space.positive(), space.nonnegative(), strict)
    if is_number(g):
        good = g.value > 0 or (g.value == 0 and not strict)
        points = sample_points(space)
        if good:
            return Answer("proved", "constant", {"method": "constant"})
        if points:
            return Answer("refuted", "constant", point=dict(zip(space.names, points[0], strict=True)))
    space = space.only(g.variables)
    if bounded_below(g, strict, space.nonnegative(), space.lows()):
        return Answer("proved", "bounded", {"method": "bounded"})
    for attempt in (_algebraic, _riccati, _radical, _choices):
        answer = attempt(g, strict, space, budget, depth)
        if answer is not None:
            return answer
    full, now = budget.deadline, time.monotonic()
    cleared = clear_denominators(g) if depth < 6 else None
    corner = depth < 6 and not strict and len(space.names) == 2
    share = (full - now) * (0.5 if cleared is not None or corner else 1.0)
    budget.deadline = now + (min(share, 0.6) if corner else share)
    answer = _by_search(g, strict, space, budget)
    budget.deadline = full
    if answer.kind == "unknown" and corner:
        second = _blow_up(g, strict, space, budget, depth)
        if second is None:
            budget.deadline = time.monotonic() + (full - time.monotonic()) * (0.5 if cleared is not None else 1.0)
            second = _by_search(g, strict, space, budget)
            budget.deadline = full
        second.boxes += answer.boxes
        answer = second
    if answer.kind != "unknown" or cleared is None:
        return answer
    below, product = cleared
    positive = decide(below, True, space, budget, depth + 6)
    if positive.kind != "proved":
        return answer
    rest = decide(product, strict, space, budget, depth + 6)
    rest.boxes += positive.boxes + answer.boxes
    if rest.kind == "proved":
        parts = [{**positive.proof, "tree": positive.root}, {**rest.proof, "tree": rest.root}]
        return Answer("proved", rest.method, {"method": "denominators", "parts": parts}, boxes=rest.boxes)
    return rest if rest.kind == "refuted" else answer


def _blow_up(g: Term, strict: bool, space: Space, budget: Budget, depth: int) -> Answer | None:
    """A corner of a two-dimensional box where g vanishes: both charts of its blow-up."""
    if strict or len(space.names) != 2 or not all(side.finite() and not side.point() for side in space.box):
        return None
    for corner in (("low", "low"), ("low", "high"), ("high", "low"), ("high", "high")):
        place = [s.low if e == "low" else s.high for s, e in zip(space.box, corner, strict=True)]
        if not is_exactly_zero(g, space.names, tuple(Range(c, c) for c in place)):
            continue
        parts, boxes = [], 0
        for term, unit in charts(g, space, corner):
            answer = decide(term, False, unit, budget, depth + 6)
            boxes += answer.boxes
            if answer.kind != "proved":
                break
            parts.append({**answer.proof, "tree": answer.root})
        if len(parts) == 2:
            return Answer(
                "proved", "blow-up", {"method": "blowup", "corner": list(corner), "parts": parts}, boxes=boxes
            )
    return None


def _choices(g: Term, strict: bool, space: Space, budget: Budget, depth: int) -> Answer | None:
    """-|u|, -max(u, v) and min(u, v) as summands: the statement for either choice."""
    pair = choices(g)
    if pair is None or depth >= 5:
        return None
    proofs, boxes = [], 0
    for choice in pair:
        answer = decide(choice, strict, space, budget, depth + 1)
        boxes += answer.boxes
        if answer.kind != "proved":
            answer.boxes = boxes
            return answer
        proofs.append({**answer.proof, "tree": answer.root})
    return Answer("proved", "cases", {"method": "choices", "parts": proofs}, boxes=boxes)


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
    if not strict:
        for halvings in (4, 8):
            if nonnegative_by_halving(p, space.box, halvings):
                return Answer("proved", "coefficients", {"method": "halving", "depth": halvings})
    if not strict and quadratic_nonnegative(p):
        return Answer("proved", "quadratic form", {"method": "quadratic"})
    return None


def _inside(side: Range) -> fmpq:
    t = side.low if side.point() else split_point(side)
    return t.value if t is not None and is_number(t) else fmpq(0)


def _riccati(g: Term, strict: bool, space: Space, budget: Budget, depth: int) -> Answer | None:
    if depth > 0 or strict:
        return None
    step = comparison(g, space.lows(), space.positive())
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
            proofs.append({**answer.proof, "tree": answer.root})
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


def _by_search(g: Term, strict: bool, space: Space, budget: Budget, cuts: int = 0) -> Answer:
    """Branch and bound at growing precision; a stuck one-dimensional search is cut at a guessed point of contact."""
    if not space.names:
        space = Space(("_",), (Range(ZERO, ONE),), (False,), (False,), ())
    total, outcome, full = 0, None, budget.deadline
    if len(space.names) == 1 and not strict and cuts == 0:
        for c in usual_contacts(space.box[0]):
            if Tape(g, space.names).value([end_ball(c)]).contains(0):
                answer = _cut_at(g, space, budget, c, cuts)
                if answer is not None:
                    return answer
    for bits, share in ((64, 0.5), (192, 1.0)):
        now = time.monotonic()
        budget.bits, budget.deadline = bits, now + (full - now) * share
        outcome = search(space.goal(g, strict), budget)
        budget.deadline = full
        total += outcome.boxes
        if outcome.proved or outcome.witness is not None:
            break
        if len(space.names) == 1 and outcome.worst is not None and not strict and cuts < 3:
            answer = _cut_at_contact(g, space, budget, outcome, cuts)
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


def _cut_at_contact(g: Term, space: Space, budget: Budget, outcome: Outcome, cuts: int) -> Answer | None:
    side = outcome.worst[0] if outcome.worst is not None else None
    if side is None or not side.finite():
        return None
    for c in contact_candidates(side):
        answer = _cut_at(g, space, budget, c, cuts)
        if answer is not None:
            return answer
    return None


def _cut_at(g: Term, space: Space, budget: Budget, c: Term, cuts: int) -> Answer | None:
    """Prove g >= 0 on both sides of a point c where g vanishes exactly."""
    if budget.spent():
        return None
    ball, whole = end_ball(c), space.box[0]
    if (whole.low is not None and not end_ball(whole.low) < ball) or (
        whole.high is not None and not end_ball(whole.high) > ball
    ):
        return None
    if not is_exactly_zero(g, space.names, (Range(c, c),)):
        return None
    parts, boxes, bits = [], 0, 64
    for part, opens in (
        (Range(whole.low, c), (space.low_open[0], False)),
        (Range(c, whole.high), (False, space.high_open[0])),
    ):
        sub = Space(space.names, (part,), (opens[0],), (opens[1],), ())
        answer = _by_search(g, False, sub, budget, cuts + 1)
        boxes += answer.boxes
        if answer.kind != "proved":
            answer.boxes = boxes
            return answer if answer.kind == "refuted" else None
        parts.append(answer)
        bits = max(bits, int(answer.proof.get("bits", 64)))
    children = [answer.root for answer in parts if answer.root is not None]
    node = Node(space.box, False, 0, "split", {"variable": 0, "at": c}, children)
    return Answer("proved", "search", {"method": "search", "bits": bits}, boxes=boxes, root=node)


def usual_contacts(whole: Range) -> list[Term]:
    """Points where inequalities of the literature touch."""
    half, e = fmpq(1, 2), make("exp", ONE)
    found = [ZERO, ONE, number(-1), number(2), number(half), e, make("exp", number(-1)), mul([number(half), PI]), PI]
    return [
        c
        for c in found
        if (whole.low is None or end_ball(whole.low) < end_ball(c))
        and (whole.high is None or end_ball(whole.high) > end_ball(c))
    ]


def contact_candidates(side: Range) -> list[Term]:
    """Simple numbers close to a small box: rationals, multiples of pi, square roots, logarithms, e."""
    from fractions import Fraction

    a, b = end_ball(side.low).mid(), end_ball(side.high).mid()  # type: ignore[arg-type]
    x = (float(a) + float(b)) / 2
    width = max(float(b) - float(a), 1e-9) * 64
    out: list[Term] = []

    def near(v: SupportsFloat, limit: float) -> bool:
        return abs(float(v) - x) <= limit

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
