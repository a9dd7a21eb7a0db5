"""Re-checks a proof certificate of ``verify.prove`` without the prover's search.

Trusted: the language (``syntax``, ``functions``, ``terms``), the rewritings (``simplify``), the enclosures (``kernel``,
``enclose``), germs (``germs``, ``expansion``) and the exact rules (``algebra``, ``identities``, ``riccati``).  Not
trusted and not imported: the strategy (``prove``, ``goals``, ``integers``) and everything the file says.  The checker
enumerates the cases itself, rebuilds every goal from the statement, follows the tree of boxes from the whole domain
down, and repeats the argument of every leaf at a higher precision.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from flint import arb, fmpq

from theory.balls import exact, precision
from theory.errors import InputError
from verify.proving.algebra import (
    as_fraction,
    decide_polynomial,
    nonnegative_by_halving,
    nonnegative_on_box,
    quadratic_nonnegative,
    root_sign,
    univariate,
)
from verify.proving.boxes import Box, Range, far_form, germ_sign, is_exactly_zero
from verify.proving.certificate import read
from verify.proving.enclose import Tape
from verify.proving.functions import Condition, Conditions, make
from verify.proving.identities import formally_zero, sympy_zero
from verify.proving.induction import induction_parts
from verify.proving.riccati import comparison
from verify.proving.simplify import choices, clear_denominators, lower, prepare
from verify.proving.spaces import Space, charts, integer_cases, make_space
from verify.proving.syntax import Variable, parse_domain, parse_statement, parse_term
from verify.proving.terms import ONE, ZERO, Term, add, is_number, neg, number, substitute, variable

__all__ = ["ProofCheck", "check_file", "check_proof"]

EXTRA_BITS = 64


class ProofCheck(NamedTuple):
    """Whether the certificate proves (or refutes) its statement, and why not."""

    valid: bool
    statement: str
    reason: str
    assumptions: tuple[str, ...] = ()


class _Refused(Exception):
    """The certificate does not prove what it says."""


def _need(condition: bool, reason: str) -> None:
    if not condition:
        raise _Refused(reason)


class _Tree:
    """Follows a tree of boxes for one goal f >= 0 (> 0)."""

    def __init__(self, f: Term, space: Space, bits: int) -> None:
        self.f, self.space, self.bits = f, space, bits
        self.tape, self.far = Tape(f, space.names), far_form(f)

    def check(self, tree: Any, strict: bool) -> None:
        stack: list[tuple[Any, Box, bool]] = [(tree, self.space.box, strict)]
        with precision(self.bits + EXTRA_BITS):
            while stack:
                stack.extend(self.node(*stack.pop()))

    def node(self, node: Any, box: Box, strict: bool) -> list[tuple[Any, Box, bool]]:
        _need(isinstance(node, dict), "a node is an object")
        children = node.get("children", [])
        _need(isinstance(children, list), "children are a list")
        match node.get("method"):
            case "value":
                bits = node.get("bits", 64)
                _need(isinstance(bits, int) and 2 <= bits <= 4096, "bits out of range")
                with precision(bits + EXTRA_BITS):
                    self.holds(self.tape.value([side.ball() for side in box]), strict)
                return []
            case "slope":
                balls = [side.ball() for side in box]
                _, slopes = self.tape.gradient(balls)
                centre = [b if side.point() else b.mid() for b, side in zip(balls, box, strict=True)]
                total = self.tape.value(centre)
                for i, side in enumerate(box):
                    if not side.point():
                        total = total + slopes[i] * (balls[i] - centre[i])
                self.holds(total, strict)
                return []
            case "zero":
                _need(not strict and is_exactly_zero(self.f, self.space.names, box), "not formally zero")
                return []
            case "split":
                i, at = self.index(node), _constant(node.get("at"))
                side = box[i]
                _need(_between(side, at), "a cut outside the box")
                _need(len(children) == 2, "a split has two children")
                return [
                    (children[0], _replace(box, i, Range(side.low, at)), strict),
                    (children[1], _replace(box, i, Range(at, side.high)), strict),
                ]
            case "face":
                _need(len(children) == 1, "a face has one child")
                return [self.face(node, box, strict)]
            case "germ":
                return self.germ(node, box, strict, children)
        raise _Refused(f"unknown method {node.get('method')!r}")

    def holds(self, value: arb, strict: bool) -> None:
        _need(bool(value > 0) if strict else bool(value >= 0), "an enclosure does not show the sign")

    def index(self, node: Mapping[str, Any]) -> int:
        i = node.get("variable")
        _need(isinstance(i, int) and not isinstance(i, bool) and 0 <= i < len(self.space.names), "no such variable")
        return int(i)  # type: ignore[arg-type]

    def face(self, node: Mapping[str, Any], box: Box, strict: bool) -> tuple[Any, Box, bool]:
        _, slopes = self.tape.gradient([side.ball() for side in box])
        relaxed = False
        ends = node.get("ends")
        _need(isinstance(ends, list) and bool(ends), "a face names its ends")
        for i, end in ends:  # type: ignore[union-attr]
            _need(isinstance(i, int) and 0 <= i < len(box) and end in ("low", "high"), "bad face")
            _need(bool(slopes[i] >= 0) if end == "low" else bool(slopes[i] <= 0), "the derivative has no certain sign")
            c = box[i].low if end == "low" else box[i].high
            whole = self.space.box[i].low if end == "low" else self.space.box[i].high
            is_open = (self.space.low_open if end == "low" else self.space.high_open)[i] and c is whole
            relaxed = relaxed or (is_open and bool(slopes[i] > 0 or slopes[i] < 0))
            box = _replace(box, i, Range(c, c))
        return node["children"][0], box, strict and not relaxed

    def germ(self, node: Mapping[str, Any], box: Box, strict: bool, children: list[Any]) -> list[tuple[Any, Box, bool]]:
        i, end, terms = self.index(node), node.get("end"), node.get("terms")
        _need(end in ("low", "high") and isinstance(terms, int) and 1 <= terms <= 60, "bad germ")
        c = box[i].low if end == "low" else box[i].high
        term = self.far if c is None else self.f
        sign, _ = germ_sign(term, self.space.names, box, i, str(end), int(terms))  # type: ignore[arg-type]
        _need(sign == "+" or (sign == "0" and not strict), "the germ has no certain sign")
        whole = self.space.box[i].low if end == "low" else self.space.box[i].high
        is_open = (self.space.low_open if end == "low" else self.space.high_open)[i] and c is whole
        if c is None or is_open:
            return []
        _need(len(children) == 1, "the end face is missing")
        return [(children[0], _replace(box, i, Range(c, c)), strict)]


def _replace(box: Box, i: int, side: Range) -> Box:
    return (*box[:i], side, *box[i + 1 :])


def _constant(text: Any) -> Term:
    _need(isinstance(text, str) and len(text) < 20_000, "a cut is a number in the statement language")
    return substitute(parse_term(text, frozenset(), Conditions()), {}, make)


def _between(side: Range, at: Term) -> bool:
    from verify.proving.boxes import end_ball

    x = end_ball(at)
    return (side.low is None or bool(end_ball(side.low) < x)) and (side.high is None or bool(end_ball(side.high) > x))


def _argument(f: Term, strict: bool, space: Space, proof: Any, depth: int = 0) -> None:
    """Repeat the argument ``proof`` for f >= 0 (> 0) on the space."""
    _need(isinstance(proof, dict), "a proof is an object")
    g = prepare(f, space.positive(), space.nonnegative(), strict)
    space = space.only(g.variables)
    method = proof.get("method")
    all_open = all(space.low_open) and all(space.high_open)
    if method == "constant":
        _need(is_number(g) and (g.value > 0 or (g.value == 0 and not strict)), "not a constant of the right sign")
    elif method == "bounded":
        from verify.proving.signs import bounded_below

        _need(bounded_below(g, strict, space.nonnegative(), space.lows()), "the summands are not bounded that way")
    elif method == "sturm":
        fraction = as_fraction(g, space.names)
        _need(fraction is not None, "not a rational function")
        p = fraction.top * fraction.bottom  # type: ignore[union-attr]
        used = [i for i in range(len(space.names)) if any(m[i] for m in p.monoms())]
        i = used[0] if used else 0
        side = space.box[i] if space.box else Range(ZERO, ONE)
        _need(len(used) <= 1 and all(e is None or is_number(e) for e in (side.low, side.high)), "not univariate")
        low, high = (None if e is None else e.value for e in (side.low, side.high))
        answer = decide_polynomial(univariate(p, i), low, high, space.low_open[i], space.high_open[i], strict)
        _need(answer is not None and answer.holds, "Sturm's theorem says otherwise")
    elif method == "blowup":
        corner, parts = proof.get("corner"), proof.get("parts")
        _need(not strict and len(space.names) == 2 and depth < 20, "rule does not apply")
        _need(isinstance(corner, list) and len(corner) == 2 and set(corner) <= {"low", "high"}, "no such corner")
        _need(isinstance(parts, list) and len(parts) == 2, "a blow-up has two charts")
        place = [s.low if e == "low" else s.high for s, e in zip(space.box, corner, strict=True)]
        _need(all(c is not None for c in place), "the corner is not finite")
        _need(is_exactly_zero(g, space.names, tuple(Range(c, c) for c in place)), "the corner is not a zero")
        for (term, unit), part in zip(charts(g, space, tuple(corner)), parts, strict=True):
            _argument(term, False, unit, part, depth + 1)
    elif method == "halving":
        fraction, halvings = as_fraction(g, space.names), proof.get("depth")
        _need(
            fraction is not None and not strict and isinstance(halvings, int) and 0 <= halvings <= 12,
            "rule does not apply",
        )
        p = fraction.top * fraction.bottom  # type: ignore[union-attr]
        _need(nonnegative_by_halving(p, space.box, int(halvings)), "a coefficient is negative")
    elif method in ("coefficients", "quadratic"):
        fraction = as_fraction(g, space.names)
        _need(fraction is not None and (not strict or (method == "coefficients" and all_open)), "rule does not apply")
        p = fraction.top * fraction.bottom  # type: ignore[union-attr]
        if method == "quadratic":
            _need(quadratic_nonnegative(p), "the form is not semidefinite")
        else:
            sign = nonnegative_on_box(p, space.box)
            _need(sign == ">" or (sign == ">=" and not strict), "a coefficient is negative")
    elif method == "radical":
        fraction = as_fraction(g, space.names, roots=1)
        _need(fraction is not None and not strict and root_sign(fraction, space.box) == ">=", "the squaring rule fails")
    elif method == "riccati":
        _riccati(g, strict, space, proof, depth)
    elif method in ("choices", "denominators"):
        pair = choices(g) if method == "choices" else clear_denominators(g)
        parts = proof.get("parts")
        _need(pair is not None and isinstance(parts, list) and len(parts) == 2 and depth < 20, "rule does not apply")
        first, second = pair  # type: ignore[misc]
        _argument(first, True if method == "denominators" else strict, space, parts[0], depth + 1)
        _argument(second, strict, space, parts[1], depth + 1)
    elif method == "search":
        bits = proof.get("bits", 192)
        _need(isinstance(bits, int) and 2 <= bits <= 4096, "bits out of range")
        if not space.names:
            space = Space(("_",), (Range(ZERO, ONE),), (False,), (False,), ())
        _Tree(g, space, bits).check(proof.get("tree"), strict)
    else:
        raise _Refused(f"unknown argument {method!r}")


def _riccati(g: Term, strict: bool, space: Space, proof: Mapping[str, Any], depth: int) -> None:
    step = comparison(g, space.lows(), space.positive())
    _need(step is not None and not strict and depth == 0, "not a comparison")
    assert step is not None
    i = space.names.index(step.x)
    low = space.box[i].low
    from verify.proving.boxes import end_ball

    _need(low is not None and bool(end_ball(low) >= 0), "the comparison starts at 0")
    box = _replace(space.box, i, Range(ZERO, space.box[i].high))
    opens = (*space.low_open[:i], True, *space.low_open[i + 1 :])
    wide = Space(space.names, box, opens, space.high_open, ())
    parts = proof.get("parts")
    _need(isinstance(parts, list) and len(parts) == len(step.needs), "parts are missing")
    for (_, need), part in zip(step.needs, parts, strict=True):  # type: ignore[arg-type]
        _argument(need, False, wide, part, depth + 1)


def _condition(condition: Condition, space: Space, proof: Any, variables: tuple[Variable, ...]) -> None:
    from verify.proving.signs import integral, obvious

    _need(isinstance(proof, dict), "a proof is an object")
    if condition.kind == "integer":
        integers = frozenset(v.name for v in variables if v.integer)
        _need(integral(condition.term, integers), f"{condition.reason}: not evidently an integer")
        return
    t = substitute(space.pull(condition.term), {}, lower)
    if proof.get("method") == "signs":
        _need(obvious(t, condition.kind, space.positive()), f"{condition.reason}: the signs do not show it")
    elif condition.kind == "nonzero":
        _argument(t if proof.get("sign") == "+" else neg(t), True, space, proof)
    else:
        _argument(t, condition.kind == "positive", space, proof)


class _Checker:
    def __init__(self, data: Mapping[str, Any]) -> None:
        text, domain = data.get("statement"), data.get("domain")
        if not isinstance(text, str) or not isinstance(domain, list) or not all(isinstance(d, str) for d in domain):
            raise InputError("the certificate has no statement and domain")
        self.text, self.data = text, data
        self.variables, self.bounds = parse_domain(domain)
        self.names = [v.name for v in self.variables]
        self.uses_sympy = False

    def run(self) -> None:
        cases = self.data.get("cases")
        _need(isinstance(cases, list), "the certificate has no cases")
        assert isinstance(cases, list)
        endless = [v for v in self.variables if v.integer and v.high is None]
        if not endless:
            expected = list(integer_cases(self.variables))
            _need(len(expected) == len(cases), "the number of cases is wrong")
            for bound, case in zip(expected, cases, strict=True):
                self.case(bound, case, self.variables)
            return
        if len(endless) > 1:
            _need(len(cases) == 1, "the number of cases is wrong")
            self.case({}, cases[0], self.variables)
            return
        v = endless[0]
        _need(v.low is not None and is_number(v.low), "the integer range needs a number")
        assert v.low is not None
        k = int(v.low.value.p)
        for case in cases[:-1]:
            _need(
                isinstance(case, dict) and case.get("base") == k and len(case.get("cases", ())) == 1,
                "a base case is missing",
            )
            self.case({v.name: number(k)}, case["cases"][0], self.variables)
            k += 1
        tail = Variable(v.name, number(k), None, False, True, True)
        variables = tuple(tail if u.name == v.name else u for u in self.variables)
        last = cases[-1] if cases else None
        _need(isinstance(last, dict), "no case for the large integers")
        assert isinstance(last, dict)
        if "induction" in last:
            self.induction(last, variables, tail)
        else:
            self.case({}, last, variables)

    def case(self, bound: Mapping[str, Term], case: Any, variables: tuple[Variable, ...]) -> None:
        _need(isinstance(case, dict), "a case is an object")
        statement = parse_statement(self.text, {n: bound.get(n, variable(n)) for n in self.names})
        space = make_space(variables, bound)
        table = {variable(n): t for n, t in bound.items()}
        conditions = [
            c._replace(term=substitute(c.term, table)) for c in (*self.bounds.items, *statement.conditions.items)
        ]
        given, relations = case.get("conditions"), case.get("relations")
        _need(isinstance(given, list) and len(given) == len(conditions), "side conditions are missing")
        _need(isinstance(relations, list) and len(relations) == len(statement.relations), "relations are missing")
        for condition, proof in zip(conditions, given, strict=True):
            _condition(condition, space, proof, variables)
        for relation, proof in zip(statement.relations, relations, strict=True):
            if relation.kind == "==":
                gap = add([relation.left, neg(relation.right)])
                if proof.get("method") == "sympy":
                    self.uses_sympy = True
                    integers = frozenset(v.name for v in variables if v.integer)
                    _need(sympy_zero(gap, integers, space.positive()), "sympy does not reduce the identity")
                else:
                    low = substitute(gap, {}, lower)
                    _need(formally_zero(low) or formally_zero(gap), "the normal form is not zero")
            else:
                f = space.pull(add([relation.right, neg(relation.left)]))
                _argument(f, relation.kind == "<", space, proof)

    def induction(self, record: Mapping[str, Any], variables: tuple[Variable, ...], tail: Variable) -> None:
        statement = parse_statement(self.text, frozenset(self.names))
        space = make_space(variables, {})
        base_space = make_space(tuple(v for v in variables if v.name != tail.name), {})
        given, relations = record.get("conditions"), record.get("relations")
        _need(isinstance(given, list) and len(given) == len(statement.conditions.items), "side conditions are missing")
        _need(isinstance(relations, list) and len(relations) == len(statement.relations), "relations are missing")
        for condition, proof in zip(statement.conditions.items, given, strict=True):  # type: ignore[arg-type]
            _condition(condition, space, proof, variables)
        for relation, proof in zip(statement.relations, relations, strict=True):  # type: ignore[arg-type]
            parts = induction_parts(relation, tail, space)
            _need(parts is not None and isinstance(proof, dict), "induction does not apply")
            base, step = parts  # type: ignore[misc]
            _argument(base, relation.kind == "<", base_space, proof.get("base"))
            _argument(step, False, space, proof.get("step"))


def _refutation(data: Mapping[str, Any], checker: _Checker) -> None:
    """The witness lies in the domain and a plain evaluation of both sides violates a relation."""
    from verify.proving.points import confirm, inside

    witness = data.get("witness")
    _need(isinstance(witness, dict) and set(witness) == set(checker.names), "the witness names every variable")
    point: dict[str, fmpq] = {n: exact(str(q)) for n, q in witness.items()}  # type: ignore[union-attr]
    _need(
        all(not v.integer or int(point[v.name].q) == 1 for v in checker.variables),
        "an integer variable is not integral",
    )
    _need(all(inside(v, point) for v in checker.variables), "the witness is not certainly in the domain")
    scope = {v.name: number(point[v.name]) if v.integer else variable(v.name) for v in checker.variables}
    statement = parse_statement(checker.text, scope)
    _need(any(confirm(r, point) for r in statement.relations), "no relation certainly fails at the witness")


def check_proof(data: Mapping[str, Any]) -> ProofCheck:
    """Re-check a certificate already read; raises `InputError` when it is not usable at all."""
    checker = _Checker(data)
    try:
        if "witness" in data:
            _refutation(data, checker)
            return ProofCheck(True, checker.text, "refuted: the witness is confirmed")
        checker.run()
    except _Refused as error:
        return ProofCheck(False, checker.text, str(error))
    except (InputError, ValueError, TypeError, KeyError, ArithmeticError, AttributeError) as error:
        return ProofCheck(False, checker.text, f"malformed: {error}")
    notes = ("sympy's simplification (identity)",) if checker.uses_sympy else ()
    return ProofCheck(True, checker.text, "proved: every case, side condition and leaf was checked", notes)


def check_file(path: str | Path) -> ProofCheck:
    """Re-check the certificate file ``path`` (from ``prefixproof prove --out``)."""
    return check_proof(read(path))
