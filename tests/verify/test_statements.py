"""The machinery of the registry: what counts as proved, what is refused, and what is remembered."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from flint import arb, fmpq
from sympy import And, E, Eq, Ge, Le, Lt, Symbol, atan, cos, exp, log, sqrt, symbols  # type: ignore[import-untyped]

from theory import registry
from theory.errors import HypothesisError, InputError
from theory.proof_steps import (
    Citation,
    Deduction,
    Identity,
    Induction,
    Inequality,
    Instances,
    Mutant,
    Step,
    Use,
    integers,
    interval,
    positive,
    quantity,
    real,
)
from theory.registry import Hypothesis, Statement, statement
from verify.deduction import deduce
from verify.expectations import edits, findings, fingerprint
from verify.statement_cache import Cache, digest, step_key
from verify.statement_checks import check_mutant, check_step
from verify.statements import Checked, Task, audit, statuses, used_by

x, y, z = symbols("x y z", real=True)
n, k = symbols("n k", integer=True)
total, part = symbols("total part", nonnegative=True)


def make(*steps: Step, formula: Any = None, **more: Any) -> Statement:
    fields: dict[str, Any] = {
        "label": "T1",
        "title": "a test",
        "kind": "lemma",
        "formula": Le(x * y, (x**2 + y**2) / 2) if formula is None else formula,
        "variables": (real(x), real(y)),
        "steps": steps,
    }
    return Statement(**(fields | more))


MEAN = Deduction(
    name="square",
    says="(x - y)^2 >= 0",
    claim=Le(x * y, (x**2 + y**2) / 2),
    mutants=(Mutant("smaller", {"claim": Le(x * y, (x**2 + y**2) / 3)}),),
)


def status(*statements: Statement) -> Checked:
    """Check all and return the last one."""
    table = {s.label: s for s in statements}
    results = {Task(s.label, p.name): (check_step(s, p, table), 0.0) for s in statements for p in s.steps}
    return statuses(table, results)[statements[-1].label]


# --- what a status is worth ---------------------------------------------------------------------------------------


def test_a_proof_that_ends_in_the_formula_is_a_proof() -> None:
    assert status(make(MEAN)).status == "proved"


def test_a_proof_of_something_else_leaves_the_statement_open() -> None:
    checked = status(make(MEAN, formula=Le(x * y, (x**2 + y**2) / 4)))
    assert checked.status == "open"
    assert "no proof step concludes" in checked.gaps[0]


def test_a_step_with_assumptions_of_its_own_does_not_conclude() -> None:
    step = replace(MEAN, given=(Ge(x, 0),))
    assert status(make(step)).status == "open"


def test_every_part_of_the_formula_needs_a_conclusion() -> None:
    both = And(MEAN.claim, Le(-x * y, (x**2 + y**2) / 2))
    assert status(make(MEAN, formula=both)).status == "open"
    [missing] = set(both.args) - {MEAN.claim}
    other = Deduction(name="other", says="(x + y)^2 >= 0", claim=missing)
    assert status(make(MEAN, other, formula=both)).status == "proved"


def test_a_false_step_refutes() -> None:
    assert status(make(replace(MEAN, claim=Le(x * y, x**2)), formula=Le(x * y, x**2))).status == "refuted"


def test_a_citation_shows_in_the_status_of_everything_above_it() -> None:
    cited = make(
        Citation(name="book", says="known", key="dlmf", locator="1.2.3", claim=Le(x, x**2 + 1)), formula=Le(x, x**2 + 1)
    )
    above = make(
        Deduction(name="d", says="by T1", claim=Le(2 * x, 2 * x**2 + 2), uses=("T1",)),
        label="T2",
        formula=Le(2 * x, 2 * x**2 + 2),
    )
    checked = status(cited, above)
    assert checked.status == "proved modulo citations"
    assert checked.citations == ("dlmf (1.2.3)",)
    table = {"T1": status(cited), "T2": checked}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("verify.statements.statement", lambda label: above)
        assert audit("T2", table).citations == ("dlmf (1.2.3)",)
    assert used_by({"T1": cited, "T2": above}, "T1") == ["T2"]


def test_a_statement_is_never_better_than_what_it_uses() -> None:
    weak = make(formula=Le(x, x**2 + 1), steps=(), label="T1")
    above = make(
        Deduction(name="d", says="by T1", claim=Le(x, x**2 + 2), uses=("T1",)), label="T2", formula=Le(x, x**2 + 2)
    )
    assert status(weak, above).status == "open"


def test_a_smaller_range_is_reported_as_that_range() -> None:
    claim = Le(x, x**2 + 1)
    step = Inequality(name="range", says="on a box", claim=claim, over=(interval(x, 0, 1),))
    checked = status(make(step, formula=claim))
    assert checked.status == "certified on a range"
    assert "x in [0, 1]" in checked.gaps[0]


def test_instances_certify_their_range_and_samples_only_test() -> None:
    claim = Le(n, n**2)
    step = Instances(
        name="cases",
        says="n <= n^2",
        claim=claim,
        holds=lambda v: v <= v * v,
        cases=lambda: ((v,) for v in range(9)),
        covers="n <= 8",
    )
    whole = make(step, formula=claim, variables=(integers(n, 0),))
    assert status(whole).status == "certified on a range"
    assert status(replace(whole, steps=(replace(step, mode="sampled"),))).status == "tested only"
    assert status(replace(whole, steps=(replace(step, complete=True),))).status == "proved"
    assert status(replace(whole, steps=(replace(step, holds=lambda v: v < v * v),))).status == "refuted"
    assert status(replace(whole, steps=(replace(step, holds=lambda v: None),))).status == "open"
    assert status(replace(whole, steps=(replace(step, cases=lambda: iter(())),))).status == "error"


def test_evidence_cannot_help_but_it_can_refute() -> None:
    claim = Le(x, x**2 + 1)
    good = Instances(name="e", says="cases", holds=lambda v: True, cases=lambda: [(1,)], covers="1", evidence=True)
    assert status(make(good, formula=claim)).status == "certified on a range"
    assert status(make(good, replace(MEAN, name="m"))).status == "proved"
    assert status(make(replace(good, holds=lambda v: False), MEAN)).status == "refuted"


def test_a_crash_is_an_error_of_its_statement_alone() -> None:
    def broken(v: int) -> bool:
        raise ZeroDivisionError("boom")

    step = Instances(name="crash", says="crashes", holds=broken, cases=lambda: [(1,)], covers="1")
    bad = make(step, label="T0")
    assert status(bad).status == "error"
    assert status(bad, make(MEAN)).status == "proved"


def test_definitions_need_no_proof() -> None:
    assert status(make(kind="definition")).status == "definition"


# --- deductions and inductions ------------------------------------------------------------------------------------


def test_contradictory_premises_prove_nothing() -> None:
    step = replace(MEAN, claim=Le(x, y), given=(Lt(x, 0), Lt(0, x)))
    assert check_step(make(step), step, {}).result == "error"


@pytest.mark.parametrize(
    ("premises", "conclusion", "outcome"),
    [
        ([], Ge(exp(x), 1 + x), "proved"),
        ([Le(x, y)], Le(exp(x), exp(y)), "proved"),
        ([], Le(exp(x), exp(y)), "refuted"),
        ([], Le(cos(x) ** 2, 1), "proved"),
        ([Ge(x, 0)], Eq(sqrt(x) ** 2, x), "proved"),
        ([Lt(x, 0)], Lt(sqrt(x), 5), "refuted"),  # nothing is known of a root outside its domain
        ([], Le(1 / x * x, 1), "proved"),
        ([], Eq(y / x * x, y, evaluate=False), "proved"),
        ([Eq(x, 0)], Eq(y / x, 3), "refuted"),  # nothing is known of a quotient by 0
        ([Le(abs(x), 1)], Le(x**2, 1), "proved"),
        ([Lt(0, x), Le(x, y), Ge(n, 0)], Le(x**n, y**n), "proved"),
        ([Lt(0, x), Le(x, y)], Le(x**n, y**n), "refuted"),  # false for n < 0
        ([Le(x, y), Ge(n, 0)], Le(x**n, y**n), "refuted"),  # false for x < 0
        ([Lt(0, x)], Eq(x**n * x ** (-n), 1, evaluate=False), "proved"),
        ([Lt(0, x), Eq(x * y, 1)], Eq(x**n * y**n, 1), "proved"),
        ([Lt(0, x), Lt(0, y), Le(x**n, y**k)], Le(n * log(x), k * log(y)), "proved"),
        ([Lt(0, x), Lt(0, y), Le(x**n, y**k)], Le(n * log(x), n * log(y)), "refuted"),
        ([Le(exp(x), exp(y))], Le(x, y), "proved"),
        ([Lt(0, x), Lt(0, y)], Eq(log(x * y), log(x) + log(y)), "proved"),
        ([], Eq(log(x * y), log(x) + log(y)), "refuted"),
        ([Ge(x, 1)], Ge(log(x), 0), "proved"),
        ([Lt(0, x)], Le(log(x), x - 1), "proved"),
        ([Lt(0, x)], Ge(log(x), 0), "refuted"),
        ([Ge(x, 0)], And(Ge(atan(x), 0), Le(atan(x), x)), "proved"),
        ([], Ge(atan(x), 0), "refuted"),
        ([Lt(0, x), Le(2**n, x)], Le(n * log(2), log(x)), "proved"),
        ([Lt(0, x), Le(2**n, x)], Le((n + 1) * log(2), log(x)), "refuted"),
        ([Lt(0, x)], Eq(log(x**y), y * log(x)), "proved"),
        ([Eq(x, 0), Lt(0, n)], Eq(x**n, 0), "proved"),
        ([Eq(x, 0)], Eq(x**n, 0), "refuted"),
        ([Ge(x, 1), Ge(n, 0)], Ge(x**n, 1), "proved"),
        ([Lt(0, x), Le(x, 1), Ge(n, 0)], Le(x**n, 1), "proved"),
        ([Lt(0, x), Le(x, 1)], Le(x**n, 1), "refuted"),
        ([Lt(0, x)], Eq(x**n * x**k, x ** (n + k), evaluate=False), "proved"),
        ([], Eq(x**n * x**k, x ** (n + k), evaluate=False), "refuted"),
        ([Lt(0, x)], Eq(log(E * x), log(E * x / 2) + log(2)), "proved"),
        ([Le(exp(x), exp(y))], Lt(x, y), "refuted"),
    ],
)
def test_what_the_solver_knows(premises: list[Any], conclusion: Any, outcome: str) -> None:
    assert deduce(premises, conclusion).outcome == outcome


def test_hypotheses_of_a_used_statement_must_be_established() -> None:
    source = make(MEAN, label="T1", formula=MEAN.claim, hypotheses=(Hypothesis(Ge(x, 1), "x >= 1"),))
    source = replace(source, formula=Le(x, x**2), steps=(Deduction(name="s", says="", claim=Le(x, x**2)),))
    free = make(Deduction(name="d", says="", claim=Le(x / 2, x**2 / 4), uses=(Use("T1", {x: x / 2}),)), label="T2")
    assert check_step(free, free.steps[0], {"T1": source}).result == "refuted"
    bound = replace(free, variables=(interval(x, 2, None, "[)"), real(y)))
    assert check_step(bound, bound.steps[0], {"T1": source}).result == "passed"


def test_nobody_substitutes_a_number_for_a_quantity() -> None:
    source = make(label="T1", formula=Le(total, 3), variables=(quantity(total, "a sum"),))
    step = Deduction(name="d", says="", claim=Le(y, 3), uses=(Use("T1", {total: y}),))
    outcome = check_step(make(step, label="T2"), step, {"T1": source})
    assert (outcome.result, "only a quantity" in outcome.detail) == ("error", True)


def test_a_quantity_does_not_stay_the_same_at_other_values() -> None:
    step = Deduction(name="a", says="", claim=Le(total, x + 1), given=(Le(total, x),))
    other = Deduction(name="b", says="", claim=Le(total, y + 1), given=(Le(total, y),), uses=(Use("a", {x: y}),))
    fields = {"formula": Le(total, x), "variables": (quantity(total, "a sum"), real(x), real(y))}
    outcome = check_step(make(step, other, **fields), other, {})
    assert (outcome.result, "depend on x" in outcome.detail) == ("error", True)
    fields["variables"] = (quantity(total, "a sum", free_of=(x,)), real(x), real(y))
    assert check_step(make(step, other, **fields), other, {}).result == "passed"


def test_a_statement_about_a_quantity_is_used_at_one_place() -> None:
    source = make(label="T1", formula=Le(total, x), variables=(quantity(total, "a sum"), real(x)))
    first = Deduction(name="a", says="", claim=Le(total, y), uses=(Use("T1", {x: y}),))
    second = Deduction(name="b", says="", claim=Le(total, 2), uses=(Use("T1", {x: 2}),))
    fields = {"label": "T2", "variables": (quantity(total, "a sum"), real(y))}
    assert check_step(make(first, **fields), first, {"T1": source}).result == "passed"
    outcome = check_step(make(first, second, **fields), first, {"T1": source})
    assert (outcome.result, "at two places" in outcome.detail) == ("error", True)


SUM = Induction(
    name="sum",
    says="each summand is at most 1",
    where=(interval(z, 0, 1),),
    start={total: 0, part: 0},
    becomes={total: total + z, part: part + 1},
    claim=Le(total, part),
    mutants=(Mutant("half", {"claim": Le(total, part / 2)}), Mutant("start", {"start": {total: 1, part: 0}})),
)
SUMS = make(SUM, formula=SUM.claim, variables=(quantity(total, "sum"), quantity(part, "number of summands")))


def test_induction() -> None:
    assert status(SUMS).status == "proved"
    assert [check_mutant(SUMS, SUM, i, {}).result for i in (0, 1)] == ["refuted", "refuted"]


def test_induction_knows_of_the_final_values_only_what_it_proves() -> None:
    """What holds for the whole sum by definition need not hold for a part of it."""
    parts = make(
        SUM,
        formula=SUM.claim,
        variables=SUMS.variables,
        by_definition=(Hypothesis(Eq(total, part)), Hypothesis(Ge(total, 1))),
    )
    leak = replace(SUM, claim=Ge(total, 1), start={total: 1, part: 1}, becomes={total: total - z, part: part})
    assert check_step(parts, leak, {}).result == "refuted"
    negative = replace(SUM, start={total: -1, part: 0}, becomes={total: total, part: part})
    assert check_step(parts, negative, {}).result == "refuted"


# --- symbols and ranges -------------------------------------------------------------------------------------------


def test_sympy_must_not_assume_what_the_range_does_not_say() -> None:
    p = Symbol("p", positive=True)
    step = Deduction(name="d", says="", claim=Le(p, p**2 + 1))
    assert check_step(make(step, variables=(positive(p),)), step, {}).result == "passed"
    for wrong in (real(p), interval(p, 0, 1)):
        assert check_step(make(step, variables=(wrong,)), step, {}).result == "error"


def test_every_symbol_has_a_range() -> None:
    outcome = check_step(make(MEAN), replace(MEAN, claim=Le(x, y + z**2)), {})
    assert (outcome.result, "no range for z" in outcome.detail) == ("error", True)


def test_what_sympy_decides_by_itself_is_not_a_check() -> None:
    for step in (Identity(name="i", says="", claim=Eq(x, x)), Deduction(name="d", says="", claim=Le(x, x + 1))):
        assert check_step(make(step), step, {}).result == "error"


def test_a_twin_that_changes_nothing_is_an_error() -> None:
    step = replace(MEAN, mutants=(Mutant("same", {"claim": MEAN.claim}), Mutant("typo", {"clam": 1})))
    assert [check_mutant(make(step), step, i, {}).result for i in (0, 1)] == ["error", "error"]


# --- bounds -------------------------------------------------------------------------------------------------------

BOUND = make(
    MEAN,
    formula=Le(x, y),
    variables=(positive(Symbol("L", positive=True)), interval(Symbol("t", positive=True), 0, 2, "(]"), integers(k, 1)),
    hypotheses=(Hypothesis(Lt(Symbol("t", positive=True), Symbol("L", positive=True)), "t < L"),),
    value=Symbol("L", positive=True) * k / Symbol("t", positive=True),
)


def test_a_bound_for_rationals_balls_and_symbols() -> None:
    assert BOUND.bound(L="1.5", t="0.5", k=3) == fmpq(9)
    assert BOUND.bound(L=arb.pi(), t=1, k=2).overlaps(2 * arb.pi())
    assert BOUND.bound(t=Symbol("t", positive=True), L=3, k=1) == 3 / Symbol("t", positive=True)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"L": 1, "t": 2, "k": 1}, "t < L"),
        ({"L": arb(3, 2), "t": 2, "k": 1}, "t < L"),  # undecided counts as outside
        ({"L": 5, "t": 3, "k": 1}, r"t in \(0, 2\]"),
        ({"L": 5, "t": 1, "k": 0}, "k in 1..inf"),
        ({"L": 5, "t": 1, "k": "1/2"}, "integer k"),
        ({"L": arb("nan"), "t": 1, "k": 1}, "needs"),
    ],
)
def test_values_outside_the_hypotheses_are_refused_by_name(values: dict[str, Any], words: str) -> None:
    with pytest.raises(HypothesisError, match=words):
        BOUND.bound(**values)


def test_unknown_names_and_statements_without_a_value() -> None:
    with pytest.raises(InputError, match="no variable q"):
        BOUND.bound(q=1)
    with pytest.raises(InputError, match="no bound with a value"):
        make(MEAN).bound(x=1)


# --- registration -------------------------------------------------------------------------------------------------


@pytest.fixture
def empty(monkeypatch: pytest.MonkeyPatch) -> None:
    registry.load()
    monkeypatch.setattr(registry, "_REGISTRY", {})
    monkeypatch.setattr(registry, "CHAPTERS", ())


@pytest.mark.usefixtures("empty")
def test_duplicates_unknown_references_and_circles_are_errors() -> None:
    placed = registry.declare(make(MEAN))
    assert placed.file.endswith("test_statements.py")
    with pytest.raises(InputError, match="declared twice"):
        registry.declare(make(MEAN))
    with pytest.raises(InputError, match="two steps called square"):
        registry.declare(make(MEAN, MEAN, label="T2"))
    registry.declare(make(Deduction(name="d", says="", claim=Le(x, x), uses=("T3",)), label="T2"))
    with pytest.raises(InputError, match="T3, which is unknown"):
        registry.load()
    registry.declare(make(Deduction(name="d", says="", claim=Le(x, x), uses=("T2",)), label="T3"))
    with pytest.raises(InputError, match="circular proof: T2 -> T3 -> T2"):
        registry.load()


def test_an_unknown_label_names_the_nearest() -> None:
    with pytest.raises(InputError, match=r"the nearest: .*F3"):
        statement("f33")


# --- memory and expectations --------------------------------------------------------------------------------------


def test_the_cache_remembers_only_this_very_check(tmp_path: Path) -> None:
    table = {"T1": make(MEAN)}
    key = step_key(table, "T1", "square", None)
    cache = Cache(tmp_path)
    cache.put(key, check_step(table["T1"], MEAN, table), 1.5)
    cache.save()
    found = Cache(tmp_path).get(key)
    assert found is not None
    assert (found[0].result, found[1]) == ("passed", 1.5)
    for other in (
        make(replace(MEAN, claim=Le(x * y, (x**2 + y**2) / 3))),
        make(MEAN, variables=(positive(x), real(y))),
        make(MEAN, hypotheses=(Hypothesis(Ge(x, 1)),)),
    ):
        assert step_key({"T1": other}, "T1", "square", None) != key
    assert step_key(table, "T1", "square", 0) != key
    assert step_key({"T1": make(replace(MEAN, says="other words"))}, "T1", "square", None) == key


def test_functions_without_a_name_are_not_taken_for_each_other() -> None:
    """A step and its false twin had one key when both were lambdas, so the twin's refutation was taken for the step."""
    one, two = (lambda v: v > 0), (lambda v: v > 1)

    def above(w: int) -> Callable[[int], bool]:
        return lambda v: v > w

    caught = [lambda v, w=w: v > w for w in (0, 1)] + [above(0), above(1)]
    others = [partial(max, 0), partial(max, 1), max, min]
    texts = [digest(f) for f in (one, two, *caught, *others)]
    assert len(set(texts)) == len(texts)
    step = Instances(
        name="i", says="", holds=one, cases=lambda: [(1,)], covers="", mutants=(Mutant("m", {"holds": two}),)
    )
    table = {"T1": make(step)}
    assert step_key(table, "T1", "i", None) != step_key(table, "T1", "i", 0)


@pytest.mark.parametrize("content", ["", "[]", '{"a": 1}', "\x00"])
def test_a_damaged_cache_counts_as_empty(tmp_path: Path, content: str) -> None:
    (tmp_path / "statements.json").write_text(content)
    assert Cache(tmp_path).get("a") is None


def test_a_change_of_the_used_statement_changes_the_key() -> None:
    above = make(Deduction(name="d", says="", claim=Le(x, x**2 + 2), uses=("T1",)), label="T2")
    keys = {step_key({"T1": make(label="T1", formula=f), "T2": above}, "T2", "d", None) for f in (Le(x, 1), Le(x, 2))}
    assert len(keys) == 2


def test_findings_name_what_is_worse_than_recorded() -> None:
    good = status(make(MEAN))
    recorded = {"T1": {"status": "proved", "formula": fingerprint(good.statement)}}
    assert findings({"T1": good}, recorded) == []
    worse = replace(good, status="open")
    assert "T1 is open; recorded: proved" in findings({"T1": worse}, recorded)[0]
    assert "not recorded" in findings({"T1": good}, {})[0]
    edited = replace(good, statement=replace(good.statement, variables=(positive(x), real(y))))
    assert "differ" in findings({"T1": edited}, recorded)[0]
    better = {"T1": {"status": "open", "formula": fingerprint(good.statement)}}
    assert findings({"T1": good}, better) == []


def test_every_edited_constant_is_noticed() -> None:
    s = make(MEAN, hypotheses=(Hypothesis(Ge(x, 7)),))
    found = list(edits(s, {"T1": {"status": "proved", "formula": fingerprint(s)}}))
    assert len(found) >= 4
    assert all(e.by_record for e in found)
    assert [e.by_proof for e in found] == [True] * (len(found) - 1) + [False]


def test_the_recorded_file_is_whole(tmp_path: Path) -> None:
    from verify.expectations import read

    assert set(read()) == set(registry.labels())
    (tmp_path / "x.json").write_text(json.dumps({"F1": 3}))
    with pytest.raises(InputError, match="not a table"):
        read(tmp_path / "x.json")
