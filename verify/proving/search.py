"""Branch and bound: decides f >= 0 or f > 0 over a box, keeping the tree of boxes with the method that settled each
leaf.

Leaf methods (each is a complete argument for its box):
  value      the ball of f is >= 0 (> 0)
  slope      mean value form: f(c) + sum_i df/dx_i(box) (x_i - c_i) is >= 0 (> 0)
  germ       the expansion of f from one end of one variable has a certain sign; the end face is a box of its own
  zero       f vanishes identically on this (degenerate) box, formally; settles >= only
Inner nodes: split (two halves), face (f is monotone in a variable: enough to look at one face), end (germ plus end
face).
"""

from __future__ import annotations

import heapq
import itertools
import time
from dataclasses import dataclass
from typing import Final

from flint import arb, fmpq

from theory.balls import precision
from verify.proving.boxes import Box, Goal, Node, Range, end_ball, far_form, germ_sign, is_exactly_zero
from verify.proving.enclose import Tape
from verify.proving.terms import Term, is_number, number

__all__ = ["Budget", "Outcome", "search"]

GERM_TERMS: Final = (6, 12)
TAYLOR_DEPTHS: Final = (4, 6, 8, 11)  # one variable: a high-order expansion instead of many small boxes
FORMAL_TESTS: Final = 100
FARTHEST: Final = 2**80
SMALLEST: Final = 44  # halvings of a side before a box counts as stuck


@dataclass
class Budget:
    """Limits of one proof: wall-clock ``deadline`` (time.monotonic), boxes left, working precision in bits."""

    deadline: float
    boxes: int = 200_000
    bits: int = 64

    def spent(self) -> bool:
        """Whether a limit is reached."""
        return self.boxes <= 0 or time.monotonic() > self.deadline


@dataclass
class Outcome:
    """``root`` is the tree when proved; ``witness`` an exact point with f certainly < 0 (<= 0); ``worst`` an open
    box."""

    proved: bool
    root: Node
    boxes: int
    witness: tuple[fmpq, ...] | None = None
    worst: Box | None = None
    reason: str = ""


def holds(value: arb, strict: bool) -> bool:
    """Certainly >= 0 (> 0)."""
    return bool(value > 0) if strict else bool(value >= 0)


def fails(value: arb, strict: bool) -> bool:
    """Certainly < 0 (<= 0)."""
    return bool(value <= 0) if strict else bool(value < 0)


class _Search:
    def __init__(self, goal: Goal, budget: Budget) -> None:
        self.goal, self.budget = goal, budget
        self.tape = Tape(goal.term, goal.names)
        self.far = far_form(goal.term)
        self.count, self.stuck, self.formal = 0, list[Node](), FORMAL_TESTS
        self.ticket = itertools.count()
        self.queue: list[tuple[float, int, Node]] = []
        self.witness: tuple[fmpq, ...] | None = None
        self.contacts: set[Term] = set()

    def push(self, node: Node, bound: float) -> None:
        heapq.heappush(self.queue, (bound, next(self.ticket), node))

    def run(self) -> Outcome:
        root = Node(self.goal.domain, self.goal.strict)
        self.push(root, 0.0)
        while self.queue and self.witness is None:
            if self.budget.spent() or len(self.stuck) > 40:
                break
            _, _, node = heapq.heappop(self.queue)
            self.budget.boxes -= 1
            self.count += 1
            self.settle(node)
        if self.witness is not None:
            return Outcome(False, root, self.count, witness=self.witness)
        if self.queue or self.stuck:
            worst = self.stuck[0] if self.stuck else self.queue[0][2]
            reason = "boxes too small to go on" if self.stuck else "the budget is spent"
            return Outcome(False, root, self.count, worst=worst.box, reason=reason)
        return Outcome(True, root, self.count)

    def settle(self, node: Node) -> None:
        box = node.box
        if all(side.finite() for side in box):
            balls = [side.ball() for side in box]
            free = [i for i, side in enumerate(box) if not side.point()]
            if not free:
                self.at_point(node, balls)
                return
            value, slopes = self.tape.gradient(balls)
            if self.vanishes(node, value):
                node.method = "zero"
                return
            if holds(value, node.strict):
                node.method = "value"
                return
            bound = self.mean_value(node, balls, value, slopes, free)
            if node.method:
                return
            if self.try_face(node, slopes, free):
                return
            if self.refuted(node):
                return
        else:
            bound, slopes, free = -1e300, [], []
            if self.refuted(node):
                return
        if self.try_ends(node):
            return
        self.split(node, slopes, bound)

    def vanishes(self, node: Node, value: arb) -> bool:
        """Whether f is formally zero on the box; tried on faces and large boxes, a limited number of times."""
        if node.strict or not (node.face or node.depth <= 5) or self.formal <= 0 or not value.contains(0):
            return False
        self.formal -= 1
        return is_exactly_zero(self.goal.term, self.goal.names, node.box)

    def at_point(self, node: Node, balls: list[arb]) -> None:
        """All sides are points."""
        for bits in (self.budget.bits, 256, 1024):
            with precision(bits):
                value = self.tape.value([side.ball() for side in node.box])
            if holds(value, node.strict):
                node.method, node.data = "value", {"bits": bits}
                return
            if fails(value, node.strict):
                self.consider(node)
                if self.witness is None:
                    self.stuck.append(node)
                return
        if is_exactly_zero(self.goal.term, self.goal.names, node.box):
            if not node.strict:
                node.method = "zero"
                return
            self.consider(node, exact_zero=True)
        if self.witness is None:
            self.stuck.append(node)

    def mean_value(self, node: Node, balls: list[arb], value: arb, slopes: list[arb], free: list[int]) -> float:
        if not all(slopes[i].is_finite() for i in free):
            return float(value.lower()) if value.is_finite() else -1e300
        centre = [b.mid() if i in free else b for i, b in enumerate(balls)]
        total = self.tape.value(centre)
        for i in free:
            total = total + slopes[i] * (balls[i] - centre[i])
        if holds(total, node.strict):
            node.method = "slope"
        return float(total.lower()) if total.is_finite() else -1e300

    def try_face(self, node: Node, slopes: list[arb], free: list[int]) -> bool:
        """Monotone variables collapse to the end where f is smallest."""
        box, goal = list(node.box), self.goal
        used, strictly_inside = [], False
        for i in free:
            if slopes[i] >= 0:
                end, value, is_open = "low", box[i].low, goal.low_open[i] and box[i].low is goal.domain[i].low
            elif slopes[i] <= 0:
                end, value, is_open = "high", box[i].high, goal.high_open[i] and box[i].high is goal.domain[i].high
            else:
                continue
            if is_open and (slopes[i] > 0 or slopes[i] < 0):
                strictly_inside = True
            box[i] = Range(value, value)
            used.append([i, end])
        if not used:
            return False
        child = Node(tuple(box), node.strict and not strictly_inside, node.depth + 1, face=True)
        node.method, node.data, node.children = "face", {"ends": used}, [child]
        self.push(child, -1e301)
        return True

    def refuted(self, node: Node) -> bool:
        """Try the exact middle of the box."""
        point = []
        for i, side in enumerate(node.box):
            middle = rational_inside(side, self.goal.low_open[i], self.goal.high_open[i])
            if middle is None:
                return False
            point.append(middle)
        value = self.tape.value([arb(q) for q in point])
        if fails(value, self.goal.strict):
            self.witness = tuple(point)
            return True
        return False

    def consider(self, node: Node, exact_zero: bool = False) -> None:
        """A degenerate box where the goal fails is a witness if it is rational and belongs to the domain."""
        point = []
        for i, side in enumerate(node.box):
            t = side.low
            if t is None or not is_number(t):
                return
            if (t is self.goal.domain[i].low and self.goal.low_open[i]) or (
                t is self.goal.domain[i].high and self.goal.high_open[i]
            ):
                return
            point.append(t.value)
        value = self.tape.value([arb(q) for q in point])
        if fails(value, self.goal.strict) or (exact_zero and self.goal.strict):
            self.witness = tuple(point)

    def try_ends(self, node: Node) -> bool:
        """A germ from an end of the domain that this box touches."""
        goal = self.goal
        for i, side in enumerate(node.box):
            if side.point() or any(not s.finite() for j, s in enumerate(node.box) if j != i):
                continue
            for end in ("low", "high"):
                c, whole = getattr(side, end), getattr(goal.domain[i], end)
                inner = c is not whole and c not in self.contacts
                if inner and not (end == "low" and len(node.box) == 1 and node.depth in TAYLOR_DEPTHS):
                    continue
                if not inner and c is not None and not self.suspicious(node, i, c):
                    continue
                term = self.far if c is None else goal.term
                for count in GERM_TERMS:
                    sign, den = germ_sign(term, goal.names, node.box, i, end, count)
                    if sign is not None:
                        break
                if sign == "+" or (sign == "0" and not node.strict):
                    node.method = "germ"
                    node.data = {"variable": i, "end": end, "terms": count, "root": den, "far": c is None}
                    is_open = (goal.low_open if end == "low" else goal.high_open)[i] and c is whole
                    if not is_open and c is not None:
                        face = list(node.box)
                        face[i] = Range(c, c)
                        child = Node(tuple(face), node.strict, node.depth + 1, face=True)
                        node.children = [child]
                        self.push(child, -1e301)
                    return True
                if sign == "-" or (sign == "0" and node.strict):
                    self.probe(node, i, end)
                    if self.witness is not None:
                        return True
        return False

    def suspicious(self, node: Node, i: int, c: Term) -> bool:
        """Whether f may vanish on this end face."""
        balls = [end_ball(c) if j == i else side.ball() for j, side in enumerate(node.box)]
        value = self.tape.value(balls)
        return not (value > 0 or value < 0)

    def probe(self, node: Node, i: int, end: str) -> None:
        """f is negative along the whole germ: look for a rational point close to the end."""
        side = node.box[i]
        for k in (*range(0, 60, 4), *range(60, 600, 30)):
            point = []
            for j, other in enumerate(node.box):
                q = rational_inside(other, self.goal.low_open[j], self.goal.high_open[j])
                if q is None:
                    return
                if j == i:
                    c = side.low if end == "low" else side.high
                    if c is None:
                        q = q * 2**k
                    elif is_number(c):
                        q = c.value + (q - c.value) / 2**k
                    elif k:
                        return
                point.append(q)
            with precision(512):
                value = self.tape.value([arb(q) for q in point])
            if fails(value, self.goal.strict):
                self.witness = tuple(point)
                return

    def split(self, node: Node, slopes: list[arb], bound: float) -> None:
        best, best_score, cut = -1, -1.0, None
        for i, side in enumerate(node.box):
            if side.point():
                continue
            middle = split_point(side)
            if middle is None:
                continue
            if not side.finite():
                if abs(middle.value) > FARTHEST:
                    continue
                score = 1e300
            else:
                width = float((end_ball(side.high) - end_ball(side.low)).mid())  # type: ignore[arg-type]
                slope = slopes[i] if slopes else arb(1)
                weight = float(abs(slope).upper()) if slope.is_finite() else 1e30
                score = width * min(max(weight, 1e-12), 1e30)
                if self.relative_width(i, side) < 2.0**-SMALLEST:
                    continue
            if score > best_score:
                best, best_score, cut = i, score, middle
        if best < 0 or cut is None or node.depth > 400:
            self.stuck.append(node)
            return
        side = node.box[best]
        halves = []
        for part in (Range(side.low, cut), Range(cut, side.high)):
            box = list(node.box)
            box[best] = part
            halves.append(Node(tuple(box), node.strict, node.depth + 1))
        node.method, node.data, node.children = "split", {"variable": best, "at": cut}, halves
        for child in halves:
            self.push(child, bound)

    def relative_width(self, i: int, side: Range) -> float:
        whole = self.goal.domain[i]
        width = float((end_ball(side.high) - end_ball(side.low)).mid())  # type: ignore[arg-type]
        total = float((end_ball(whole.high) - end_ball(whole.low)).mid()) if whole.finite() else 1.0  # type: ignore[arg-type]
        size = max(abs(float(end_ball(side.low).mid())), abs(float(end_ball(side.high).mid())), 2.0**-40)  # type: ignore[arg-type]
        return max(width / max(total, 1e-300), width / size if whole.finite() is False else 0.0)


def rational_inside(side: Range, low_open: bool, high_open: bool) -> fmpq | None:
    """A rational point of the range (its middle, simplified); None if there is no easy one."""
    if side.point() and side.low is not None:
        return side.low.value if is_number(side.low) else None
    t = split_point(side)
    return t.value if t is not None else None


def split_point(side: Range) -> Term | None:
    """Where to cut: the middle, doubling outwards on infinite ranges; a dyadic number."""
    if side.low is None and side.high is None:
        return number(0)
    if side.low is None or side.high is None:
        known = side.low if side.low is not None else side.high
        sign = 1 if side.high is None else -1
        x = float(end_ball(known).mid()) * sign  # type: ignore[arg-type]
        step = 2.0 if x < 1 else 2.0 ** (int(x).bit_length() + 1)
        return number(sign * fmpq(int(step)))
    a, b = end_ball(side.low), end_ball(side.high)
    low, high = float(a.mid()), float(b.mid())
    if low > 0 and high > 8 * low:
        middle = (low * high) ** 0.5
    elif high < 0 and low < 8 * high:
        middle = -((low * high) ** 0.5)
    else:
        middle = (low + high) / 2
    width = high - low
    if not width > 0:
        return None
    from math import floor, log2

    k = max(0, 3 - floor(log2(width)))
    q = fmpq(round(middle * 2**k), 2**k) if k < 1000 else None
    if q is None or not (arb(q) > a and arb(q) < b):
        exact = fmpq(*middle.as_integer_ratio())
        if not (arb(exact) > a and arb(exact) < b):
            return None
        q = exact
    return number(q)


def search(goal: Goal, budget: Budget, contacts: frozenset[Term] = frozenset()) -> Outcome:
    """Decide the goal; ``contacts`` are interior points (exact) where the domain was cut."""
    with precision(budget.bits):
        run = _Search(goal, budget)
        run.contacts = set(contacts)
        return run.run()
