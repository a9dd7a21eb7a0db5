"""An inequality prover for the functions of this field: PROVED, REFUTED with a rational point, or UNKNOWN with the
place.

    prove("besseli(1,x)/besseli(0,x) >= x/(1+sqrt(1+x**2))", ["x in (0, inf)"])

A statement is proved when every side condition (denominators, logarithms, roots, ...) and every relation is proved on
the whole domain.  It is refuted only by an exact rational point at which a plain FLINT evaluation of both sides
confirms the failure (for ==, which is undecidable by numbers alone, that is the only use of numbers).  Everything
else is UNKNOWN.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from flint import fmpq

from theory.balls import precision
from theory.errors import InputError
from verify.proving.enclose import Tape
from verify.proving.functions import Condition
from verify.proving.goals import Answer, decide, decide_condition
from verify.proving.identities import formally_zero, sympy_zero
from verify.proving.integers import induction
from verify.proving.points import confirm, inside, lowered
from verify.proving.search import Budget
from verify.proving.signs import integral
from verify.proving.spaces import Space, integer_cases, make_space, sample_points
from verify.proving.syntax import Relation, Statement, Variable, parse_domain, parse_statement
from verify.proving.terms import Term, add, is_number, neg, number, substitute, to_text, variable

__all__ = ["PROVED", "REFUTED", "UNKNOWN", "Verdict", "confirm", "prove"]

PROVED: Final = "PROVED"
REFUTED: Final = "REFUTED"
UNKNOWN: Final = "UNKNOWN"
FORMAT: Final = "prefixproof-proof/1"


@dataclass(frozen=True)
class Verdict:
    """The answer: ``verdict``; ``witness`` (exact, REFUTED only); ``place`` and ``reason`` (what is left, UNKNOWN
    only); ``boxes`` looked at; ``time`` in seconds; ``methods`` used; ``certificate`` (a JSON-ready object, unless
    UNKNOWN)."""

    verdict: str
    statement: str
    domain: tuple[str, ...]
    witness: dict[str, str] | None = None
    failed: str = ""
    place: dict[str, list[str]] | None = None
    reason: str = ""
    boxes: int = 0
    time: float = 0.0
    methods: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    certificate: dict[str, Any] | None = field(default=None, repr=False)

    def __str__(self) -> str:
        head = f"{self.verdict}  {self.statement}   for {', '.join(self.domain) or 'all (no variables)'}"
        if self.verdict == PROVED:
            tail = f"by {', '.join(self.methods)}; {self.boxes} boxes; {self.time:.2f} s"
            return f"{head}\n  {tail}" + "".join(f"\n  rests on: {a}" for a in self.assumptions)
        if self.verdict == REFUTED:
            point = ", ".join(f"{k} = {v}" for k, v in (self.witness or {}).items())
            return f"{head}\n  {self.failed} fails at {point or 'every point'}; {self.time:.2f} s"
        where = ", ".join(f"{k} in [{a}, {b}]" for k, (a, b) in (self.place or {}).items())
        return f"{head}\n  {self.reason}{'; left: ' + where if where else ''}; {self.boxes} boxes; {self.time:.2f} s"


class _Run:
    def __init__(self, statement: str, domain: Sequence[str], budget: Budget) -> None:
        self.text, self.domain, self.budget = statement, tuple(domain), budget
        self.variables, self.bound_conditions = parse_domain(list(domain))
        self.names = frozenset(v.name for v in self.variables)
        self.boxes, self.cases = 0, list[dict[str, Any]]()
        self.methods: dict[str, None] = {}
        self.assumptions: dict[str, None] = {}

    # -- one case --------------------------------------------------------------------------------------------------

    def parse(self, bound: Mapping[str, Term]) -> Statement:
        scope = {name: bound.get(name, variable(name)) for name in self.names}
        return parse_statement(self.text, scope)

    def case(self, bound: Mapping[str, Term], variables: tuple[Variable, ...]) -> Verdict | None:
        """None when everything is proved for this case (the proofs are appended)."""
        statement = self.parse(bound)
        space = make_space(variables, bound)
        proofs: dict[str, Any] = {"bound": {k: to_text(t) for k, t in bound.items()}, "conditions": [], "relations": []}
        integers = frozenset(v.name for v in variables if v.integer)
        for condition in (*self.bound_conditions.items, *statement.conditions.items):
            table = {variable(n): t for n, t in bound.items()}
            condition = condition._replace(term=substitute(condition.term, table))
            if condition.kind == "integer":
                if not integral(condition.term, integers):
                    what = f"{condition.reason} needs {to_text(condition.term)} to be an integer"
                    raise InputError(f"the expression leaves its domain: {what}; for example  k in 0..inf")
                proofs["conditions"].append({"method": "integer"})
                continue
            answer = decide_condition(condition, space, self.budget)
            self.boxes += answer.boxes
            if answer.kind != "proved":
                return self.out_of_domain(condition, answer, space, bound)
            proofs["conditions"].append({"method": answer.method, **answer.proof, "tree": answer.root})
        for relation in statement.relations:
            if relation.kind == "==":
                verdict = self.identity(relation, space, bound, variables, proofs)
            else:
                verdict = self.inequality(relation, space, bound, variables, proofs)
            if verdict is not None:
                return verdict
        self.cases.append(proofs)
        return None

    def out_of_domain(self, c: Condition, answer: Answer, space: Space, bound: Mapping[str, Term]) -> Verdict:
        what = f"{c.reason} needs {to_text(c.term)} to be {c.kind}"
        if answer.kind == "refuted" and answer.point is not None:
            place = ", ".join(f"{k} = {v}" for k, v in self.full_point(answer.point, space, bound).items())
            raise InputError(f"the expression leaves its domain: {what}, which fails (or the sign changes) at {place}")
        return self.verdict(UNKNOWN, reason=f"could not show that {what}", place=answer.place)

    def inequality(
        self,
        relation: Relation,
        space: Space,
        bound: Mapping[str, Term],
        variables: tuple[Variable, ...],
        proofs: dict[str, Any],
    ) -> Verdict | None:
        f = space.pull(add([relation.right, neg(relation.left)]))
        answer = decide(f, relation.kind == "<", space, self.budget)
        self.boxes += answer.boxes
        if answer.kind == "refuted" and answer.point is not None:
            return self.refute(relation, answer.point, space, bound, variables)
        if answer.kind != "proved":
            extra = f" ({', '.join(f'{k} = {to_text(t)}' for k, t in bound.items())})" if bound else ""
            return self.verdict(UNKNOWN, reason=f"{relation.text}{extra}: {answer.reason}", place=answer.place)
        self.methods[answer.method] = None
        proofs["relations"].append({"method": answer.method, **answer.proof, "tree": answer.root})
        return None

    def identity(
        self,
        relation: Relation,
        space: Space,
        bound: Mapping[str, Term],
        variables: tuple[Variable, ...],
        proofs: dict[str, Any],
    ) -> Verdict | None:
        for point in sample_points(space)[:60]:
            full = self.full_point(dict(zip(space.names, point, strict=True)), space, bound)
            full |= {v.name: fmpq(full[v.name].ceil()) for v in variables if v.integer}
            if all(inside(v, full) for v in variables if v.name in full) and confirm(relation, full):
                return self.refuted(relation, full)
        gap = add([relation.left, neg(relation.right)])
        if formally_zero(lowered(gap)) or formally_zero(gap):
            method = "normal form"
        elif sympy_zero(gap, frozenset(v.name for v in variables if v.integer), space.positive()):
            method = "sympy"
            self.assumptions["sympy's simplification (identity)"] = None
        else:
            return self.verdict(
                UNKNOWN, reason=f"{relation.text}: no normal form shows the identity, and no point refutes it"
            )
        self.methods[method] = None
        proofs["relations"].append({"method": method})
        return None

    # -- points ----------------------------------------------------------------------------------------------------

    def full_point(self, point: Mapping[str, fmpq], space: Space, bound: Mapping[str, Term]) -> dict[str, fmpq]:
        """The point in the user's variables; irrational images are rounded to nearby rationals (checked afterwards)."""
        if missing := [n for n in space.names if n not in point]:
            # The goal did not depend on these: any values of the domain will do.
            usual = sample_points(space)[:1] or [[fmpq(0)] * len(space.names)]
            point = {**{n: q for n, q in zip(space.names, usual[0], strict=True) if n in missing}, **point}
        out: dict[str, fmpq] = {n: t.value for n, t in bound.items()}
        maps = dict(space.maps)
        for v in self.variables:
            if v.name in out:
                continue
            value = point.get(v.name, fmpq(0))
            if v.name in maps:
                table = {variable(n): number(q) for n, q in out.items()}
                table[variable(v.name)] = number(value)
                image = substitute(maps[v.name], table)
                if is_number(image):
                    value = image.value
                else:
                    man, exp = Tape(lowered(image), []).value([]).mid().man_exp()
                    value = fmpq(man) * fmpq(2) ** int(exp)
            out[v.name] = value
        return out

    def refute(
        self,
        relation: Relation,
        point: Mapping[str, fmpq],
        space: Space,
        bound: Mapping[str, Term],
        variables: tuple[Variable, ...],
    ) -> Verdict:
        full = self.full_point(point, space, bound)
        for candidate in (_simpler(full, relation, variables), full):
            if candidate is None:
                continue
            if any(v.integer and int(candidate[v.name].q) != 1 for v in variables):
                continue
            if all(inside(v, candidate) for v in variables) and confirm(relation, candidate):
                return self.refuted(relation, candidate)
        return self.verdict(UNKNOWN, reason=f"{relation.text} seems to fail near a point that is not confirmed")

    def refuted(self, relation: Relation, point: Mapping[str, fmpq]) -> Verdict:
        shown = {v.name: str(point[v.name]) for v in self.variables}
        record = {"format": FORMAT, "statement": self.text, "domain": list(self.domain), "witness": shown}
        return self.verdict(REFUTED, witness=shown, failed=relation.text, certificate=record)

    def verdict(self, kind: str, **more: Any) -> Verdict:
        return Verdict(
            kind,
            self.text,
            tuple(str(v) for v in self.variables),
            boxes=self.boxes,
            methods=tuple(self.methods),
            assumptions=tuple(self.assumptions),
            **more,
        )

    # -- everything ------------------------------------------------------------------------------------------------

    def run(self) -> Verdict:
        endless = [v for v in self.variables if v.integer and v.high is None]
        if not endless:
            self.parse({}) if not any(v.integer for v in self.variables) else None
            for bound in integer_cases(self.variables):
                verdict = self.case(bound, self.variables)
                if verdict is not None:
                    return verdict
            return self.verdict(PROVED, certificate=self.certificate())
        return self.run_endless(endless)

    def run_endless(self, endless: list[Variable]) -> Verdict:
        """Integer variables without an upper end: small cases by themselves, then induction or real values."""
        if len(endless) > 1:
            return self.relaxed(self.variables)
        v = endless[0]
        if v.low is None or not is_number(v.low):
            raise InputError(f"the lower end of {v} must be an integer")
        start = int(v.low.value.p)
        last: Verdict | None = None
        for first in (start, start + 1, start + 3, start + 10):
            while len([c for c in self.cases if "base" in c]) < first - start:
                k = start + len([c for c in self.cases if "base" in c])
                verdict = self.bases(v, k)
                if verdict is not None:
                    return verdict
            tail = Variable(v.name, number(first), None, False, True, True)
            variables = tuple(tail if u.name == v.name else u for u in self.variables)
            saved, self.budget.deadline = (
                self.budget.deadline,
                time.monotonic() + (self.budget.deadline - time.monotonic()) / 3,
            )
            try:
                proof = induction(self.parse({}), variables, tail, self.budget)
                if proof is not None:
                    self.cases.append(proof)
                    self.methods["induction"] = None
                    return self.verdict(PROVED, certificate=self.certificate())
                last = self.relaxed(variables)
            finally:
                self.budget.deadline = saved
            if last.verdict != UNKNOWN:
                return last
            if self.budget.spent():
                break
        for k in range(start, start + 30):
            verdict = self.bases(v, k, keep=False)
            if verdict is not None and verdict.verdict == REFUTED:
                return verdict
            if self.budget.spent():
                break
        return last if last is not None else self.verdict(UNKNOWN, reason="no method for this integer variable")

    def bases(self, v: Variable, k: int, keep: bool = True) -> Verdict | None:
        """The cases v = k."""
        before = len(self.cases)
        others = tuple(u for u in self.variables if u.name != v.name)
        inner = [u for u in others if u.integer and u.high is not None]
        if inner:
            return self.verdict(UNKNOWN, reason="bounded and unbounded integer variables together")
        verdict = self.case({v.name: number(k)}, self.variables)
        new = self.cases[before:]
        del self.cases[before:]
        if keep and verdict is None:
            self.cases.append({"base": k, "cases": new})
        return verdict

    def relaxed(self, variables: tuple[Variable, ...]) -> Verdict:
        """Unbounded integer variables as real ones (stronger, so only PROVED and integral witnesses count)."""
        try:
            verdict = self.case({}, variables)
        except InputError:
            return self.verdict(UNKNOWN, reason="the statement does not extend to real values of the integer variable")
        if verdict is None:
            self.methods["real values"] = None
            return self.verdict(PROVED, certificate=self.certificate())
        return verdict

    def certificate(self) -> dict[str, Any]:
        from verify.proving.certificate import as_json

        return {
            "format": FORMAT,
            "statement": self.text,
            "domain": list(self.domain),
            "assumptions": list(self.assumptions),
            "cases": [as_json(c) for c in self.cases],
        }


def _simpler(point: Mapping[str, fmpq], relation: Relation, variables: tuple[Variable, ...]) -> dict[str, fmpq] | None:
    """A nearby point with smaller denominators that still refutes."""
    from fractions import Fraction

    for limit in (1, 4, 16, 128, 4096):
        rounded = {}
        for name, q in point.items():
            near = Fraction(int(q.p), int(q.q)).limit_denominator(limit)
            rounded[name] = fmpq(near.numerator, near.denominator)
        if all(inside(v, rounded) for v in variables if v.name in rounded) and confirm(relation, rounded):
            return rounded
    return None


def _from_sympy(statement: object, domain: Sequence[str], seconds: float) -> str:
    """The text of a sympy relation, once the assumptions that sympy has used are proved on the domain."""
    from verify.proving.from_sympy import translate

    text, assumed, integers = translate(statement)
    ranges = {v.name: v for v in parse_domain(list(domain))[0]}
    for name in integers:
        if name in ranges and not ranges[name].integer:
            raise InputError(f"the symbol {name} is assumed integer, but its domain is {ranges[name]}")
    for claim in assumed:
        if prove(claim, domain, seconds=min(seconds, 10)).verdict != PROVED:
            raise InputError(f"sympy has assumed {claim}, which the domain {', '.join(domain)} does not guarantee")
    return text


def prove(
    statement: object, domain: Sequence[str] | str = (), *, seconds: float = 60.0, boxes: int = 400_000
) -> Verdict:
    """Decide a statement on a domain; see ``verify.proving.syntax`` for the language.

    A statement is a text, or a sympy relation (or ``And`` of relations) in sympy's functions and those of
    ``theory.symbols``; assumptions of its symbols (positive, integer, ...) must follow from the domain.

    ``seconds`` and ``boxes`` bound the work: an exhausted budget gives UNKNOWN with the worst box left.  Raises
    `InputError` (`ExpressionError` with the column) when the statement is unusable: syntax, unknown names, variables
    without a domain, an empty domain, or a domain that certainly leaves the domain of a function.

    >>> prove("sin(x) <= x", ["x in [0, inf)"]).verdict
    'PROVED'
    >>> prove("1 - besseli(1,x)/besseli(0,x) <= 1/(2*x)", "x in (0, inf)").witness
    {'x': '2'}
    """
    if isinstance(domain, str):
        domain = [domain]
    if not (seconds > 0) or boxes < 1:
        raise InputError(f"the budget must be positive; got {seconds} s and {boxes} boxes")
    start = time.monotonic()
    if not isinstance(statement, str):
        statement = _from_sympy(statement, domain, seconds)
    with precision(64):
        run = _Run(statement, domain, Budget(start + min(seconds, 1e7), boxes))
        verdict = run.run()
    object.__setattr__(verdict, "time", time.monotonic() - start)
    return verdict
