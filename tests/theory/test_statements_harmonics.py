"""Chapters A and B of the registry beyond what the generic run checks: bounds at numbers, uses inside inductions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from flint import arb, fmpq
from sympy import Function, Ge, Le, Symbol, symbols  # type: ignore[import-untyped]

from theory import harmonics, kernels, sphere
from theory.errors import HypothesisError
from theory.proof_steps import Deduction, Induction, Use, quantity, real
from theory.registry import Hypothesis, Statement, statement
from verify.statement_checks import check_step

x = symbols("x", real=True)
total = symbols("total", real=True)


def test_bounds_at_numbers() -> None:
    assert statement("A1").bound(m=19, k=6) == harmonics.dimension(19, 6) == 168_245
    assert statement("A2a").bound(m=2, k=3) == fmpq(10)
    assert statement("A3").bound(m=2, k=3, c="1/2").overlaps(7 * arb(harmonics.legendre(2, 3)(fmpq(1, 2))))
    assert statement("A5").bound(m=2, k=0, lam=3).overlaps(arb(3).sinh() / 3)
    assert statement("A7").bound(m=2, K=9, lam="1/4") > kernels.tail(2, 9, "1/4")
    assert statement("A8").bound(m=1, k=1, lam=2).overlaps(kernels.ratio(1, 1, 2))
    assert statement("A9a").bound(m=1, k=1, lam=2) == fmpq(1, 2)
    assert statement("A10").bound(m=2, k=3) == 12
    assert statement("A11").bound(m=2, t=1).overlaps(sphere.cap_measure(2, 1))
    with pytest.raises(HypothesisError, match="q_K"):
        statement("A7").bound(m=2, K=0, lam=40)


def make(label: str, *steps: Any, **fields: Any) -> Statement:
    table = {"label": label, "title": "", "kind": "lemma", "formula": Le(x, x**2 + 1), "variables": (real(x),)}
    return Statement(**(table | {"steps": steps} | fields))


def test_a_symbol_of_the_same_name_is_not_the_variable() -> None:
    """Sympy tells symbols apart by their assumptions; a substitution for the wrong one would do nothing."""
    source = make("T1")
    for symbol, result in ((x, "passed"), (Symbol("x", positive=True), "error")):
        step = Deduction(name="d", says="", claim=Le(2 * x, 4 * x**2 + 1), uses=(Use("T1", {symbol: 2 * x}),))
        assert check_step(make("T2", step), step, {"T1": source}).result == result


def test_hypotheses_stay_when_a_step_is_used_elsewhere() -> None:
    first = Deduction(name="a", says="", claim=Le(x, x**2))
    second = Deduction(name="b", says="", claim=Le(x / 2, x**2 / 4), uses=(Use("a", {x: x / 2}),))
    bounded = make("T1", first, second, hypotheses=(Hypothesis(Ge(x, 1), "x >= 1"),))
    assert check_step(bounded, first, {}).result == "passed"
    assert check_step(bounded, second, {}).result == "refuted"


def test_inductions_use_what_holds_for_all_values() -> None:
    """A statement without quantities may be used at the running state, a step about the final state may not."""
    f = Function("f")
    positive = make("T1", formula=Ge(f(x), 0))
    add = Induction(
        name="i",
        says="",
        start={total: 0},
        becomes={total: total + f(total)},
        claim=Ge(total, 0),
        uses=(Use("T1", {x: total}),),
    )
    fields: dict[str, Any] = {"formula": Ge(total, 0), "variables": (quantity(total, "a sum", None), real(x))}
    assert check_step(make("T2", add, **fields), add, {"T1": positive}).result == "passed"
    alone = replace(add, uses=())
    assert check_step(make("T2", alone, **fields), alone, {}).result == "refuted"
    last = Deduction(name="last", says="", claim=Le(total, 1), given=(Le(total, 1),))
    leak = Induction(
        name="leak",
        says="",
        start={total: 0},
        becomes={total: total + 1},
        claim=Le(total, 1),
        uses=("last",),
    )
    assert check_step(make("T3", last, leak, **fields), leak, {}).result == "refuted"
