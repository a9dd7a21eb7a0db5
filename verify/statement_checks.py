"""Checks one proof step of the registry: by the prover, the SMT solver, exact arithmetic or enclosures.

The outcome is "passed", "refuted" (with the counterexample), "undecided" or "error"; only "passed" counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from theory.errors import InputError, PrefixproofError
from theory.proof_steps import (
    Citation,
    Deduction,
    Expr,
    Identity,
    Induction,
    Inequality,
    Instances,
    Step,
    Use,
    Variable,
)
from theory.registry import Statement, uses_of

__all__ = ["Outcome", "check_mutant", "check_step", "step_claim"]

MAX_CASES = 5_000_000


@dataclass(frozen=True)
class Outcome:
    """``result`` of a check, ``detail`` for the reader, ``covers`` what it holds for ("all" or a range in words),
    ``rests_on`` beyond the checker itself (assumptions of the prover)."""

    result: Literal["passed", "refuted", "undecided", "error"]
    detail: str = ""
    covers: str = "all"
    rests_on: tuple[str, ...] = ()
    cases: int = 0
    certificate: Mapping[str, Any] | None = field(default=None, compare=False)


def check_step(statement: Statement, step: Step, registry: Mapping[str, Statement]) -> Outcome:
    """Check one step; a crash is an "error" outcome of this step, never an exception."""
    try:
        _check_symbols(statement, step)
        match step:
            case Inequality() | Identity():
                return _prove(statement, step)
            case Deduction():
                return _deduce(statement, step, registry)
            case Induction():
                return _induct(statement, step, registry)
            case Instances():
                return _instances(step)
            case Citation():
                return Outcome("passed", rests_on=(f"{step.key} ({step.locator})",))
        return Outcome("error", f"no check for a step of kind {step.kind!r}")
    except Exception as error:  # the report names it, and the other statements go on
        named = str(error) if isinstance(error, PrefixproofError) else f"{type(error).__name__}: {error}"
        return Outcome("error", named)


def check_mutant(statement: Statement, step: Step, index: int, registry: Mapping[str, Statement]) -> Outcome:
    """Check the false twin number ``index`` of a step: it is killed when the outcome is "refuted"."""
    mutant = step.mutants[index]
    try:
        twin = replace(step, mutants=(), **mutant.change)
    except TypeError as error:
        return Outcome("error", f"the twin {mutant.says!r} changes a field that does not exist: {error}")
    if twin == replace(step, mutants=()):
        return Outcome("error", f"the twin {mutant.says!r} changes nothing")
    return check_step(statement, twin, registry)


# --- ranges -------------------------------------------------------------------------------------------------------


def _variables(statement: Statement, step: Step) -> tuple[Variable, ...]:
    over = step.over if isinstance(step, Identity | Inequality) and step.over is not None else ()
    narrowed = {v.name for v in over}
    return (*(v for v in statement.variables if v.name not in narrowed), *over, *step.where)


def _covers(statement: Statement, step: Identity | Inequality) -> str:
    """ "all", or the ranges that are smaller than those of the statement."""
    if step.over is None:
        return "all"
    whole = {v.domain for v in statement.variables}
    smaller = [v.domain for v in step.over if v.domain not in whole]
    return ", ".join(smaller) or "all"


def _check_symbols(statement: Statement, step: Step) -> None:
    """Every symbol has a range, and what sympy assumes of it is true there."""
    for variable in (*statement.variables, *step.where):
        _check_assumptions(variable)
    if getattr(step, "claim", None) in (True, False):
        raise InputError(f"sympy has decided the claim of {step.name} by itself ({step.claim}); use evaluate=False")  # type: ignore[attr-defined]
    known = {v.symbol for v in _variables(statement, step)}
    parts: list[Expr] = [getattr(step, "claim", None), *getattr(step, "given", ())]
    for part in parts:
        strange = sorted(str(s) for s in getattr(part, "free_symbols", set()) - known)
        if strange:
            raise InputError(f"{statement.label}, step {step.name}: no range for {', '.join(strange)}")


def _check_assumptions(variable: Variable) -> None:
    from sympy import sympify  # type: ignore[import-untyped]

    symbol = variable.symbol
    low = None if variable.low is None else sympify(variable.low)
    high = None if variable.high is None else sympify(variable.high)
    above = low is not None and bool(low.is_positive or (low.is_nonnegative and variable.low_open))
    below = high is not None and bool(high.is_negative or (high.is_nonpositive and variable.high_open))
    known = {
        "positive": above,
        "negative": below,
        "nonnegative": above or (low is not None and bool(low.is_nonnegative)),
        "nonpositive": below or (high is not None and bool(high.is_nonpositive)),
        "integer": variable.integer,
    }
    for name, guaranteed in known.items():
        if getattr(symbol, f"is_{name}") and not guaranteed:
            raise InputError(f"sympy assumes {name} of {symbol}, which its range {variable.domain} does not guarantee")
    if symbol.is_zero or symbol.is_even or symbol.is_odd:
        raise InputError(f"sympy assumes zero, even or odd of {symbol}; its range {variable.domain} does not say so")


# --- the prover ---------------------------------------------------------------------------------------------------


def _domains(claim: Expr, variables: Sequence[Variable]) -> list[str]:
    """The ranges of the symbols in the claim, and of those in the ends of these ranges."""
    from sympy import sympify

    needed = {s.name for s in claim.free_symbols}
    chosen: list[Variable] = []
    for variable in reversed(variables):
        if variable.name in needed:
            chosen.append(variable)
            for end in (variable.low, variable.high):
                needed |= {s.name for s in sympify(end).free_symbols} if end is not None else set()
    return [v.domain for v in reversed(chosen)]


def _prove(statement: Statement, step: Inequality | Identity) -> Outcome:
    from verify.prove import PROVED, REFUTED, prove
    from verify.proving.from_sympy import translate
    from verify.proving_checker import check_proof

    seconds = step.seconds if isinstance(step, Inequality) else 60.0
    # The text: what sympy assumes of the symbols has been compared with their ranges already.
    verdict = prove(translate(step.claim).text, _domains(step.claim, _variables(statement, step)), seconds=seconds)
    if verdict.verdict == PROVED:
        again = check_proof(json.loads(json.dumps(verdict.certificate)))
        if not again.valid:
            return Outcome("error", f"the certificate does not check: {again.reason}")
        detail = f"{', '.join(verdict.methods)}; {verdict.boxes} boxes"
        return Outcome("passed", detail, _covers(statement, step), verdict.assumptions, certificate=verdict.certificate)
    if verdict.verdict == REFUTED:
        return Outcome("refuted", ", ".join(f"{k} = {v}" for k, v in (verdict.witness or {}).items()))
    return Outcome("undecided", str(verdict))


# --- deductions ---------------------------------------------------------------------------------------------------


def step_claim(step: Step) -> Expr:
    """What a later step may use: ``given`` implies ``claim``."""
    from sympy import And, Implies

    claim = getattr(step, "claim", None)
    if claim is None:
        raise InputError(f"step {step.name} has no claim that could be used")
    given = getattr(step, "given", ()) if isinstance(step, Deduction) else ()
    return Implies(And(*given, evaluate=False), claim, evaluate=False) if given else claim


def _premises(statement: Statement, step: Step, registry: Mapping[str, Statement]) -> list[Expr]:
    out = [r for v in _variables(statement, step) for r in v.relations()]
    out += [h.relation for h in (*statement.hypotheses, *statement.by_definition)]
    out += [_used(statement, step, use, registry) for use in uses_of(step)]
    return out


def _used(statement: Statement, step: Step, use: Use, registry: Mapping[str, Statement]) -> Expr:
    """The claim of an earlier step or of another statement, at the given values, with its own ranges as premises."""
    from sympy import And, Implies

    earlier: dict[str, Step] = {}
    for other in statement.steps:
        if other.name == step.name:
            break
        earlier[other.name] = other
    if use.name in earlier:
        source = earlier[use.name]
        claim = step_claim(source)
        # Ranges of variables that do not occur in what is claimed only say that there are such values.
        ranges = [r for v in _variables(statement, source) if v.symbol in claim.free_symbols for r in v.relations()]
        if use.at:
            ranges += [h.relation for h in statement.hypotheses]
        if use.at or source.where or (isinstance(source, Identity | Inequality) and source.over is not None):
            claim = Implies(And(*ranges, evaluate=False), claim, evaluate=False) if ranges else claim
        fixed = {v.symbol for v in _variables(statement, source) if v.quantity}
        fixed |= set(source.start) if isinstance(source, Induction) else set()
    elif use.name in registry:
        claim = registry[use.name].claim()
        fixed = {v.symbol for v in registry[use.name].variables if v.quantity}
    else:
        raise InputError(f"step {step.name} uses {use.name}, which is neither an earlier step nor a statement")
    there = _variables(statement, earlier[use.name]) if use.name in earlier else registry[use.name].variables
    if strange := sorted(f"{s} {s.assumptions0}" for s in set(use.at) - {v.symbol for v in there}):
        raise InputError(f"step {step.name} uses {use.name}, which has no variable {strange[0]}")
    own = {v.symbol for v in _variables(statement, step) if v.quantity}
    renamed = {symbol: use.at.get(symbol, symbol) for symbol in fixed & claim.free_symbols}
    for symbol, image in renamed.items():
        if image not in own:
            raise InputError(
                f"step {step.name} uses {use.name} with {image} for {symbol}: only a quantity may stand there"
            )
    if len(set(renamed.values())) < len(renamed):
        raise InputError(f"step {step.name} uses {use.name} with one quantity in two places")
    if renamed:
        _check_determined(statement, use, registry, renamed, earlier)
    return _substitute(claim, use.at)


def _check_determined(
    statement: Statement,
    use: Use,
    registry: Mapping[str, Statement],
    renamed: Mapping[Expr, Expr],
    earlier: Mapping[str, Step],
) -> None:
    """A quantity is determined by the other data: it cannot stay the same while these change.

    So an earlier step is used at other values of its own auxiliary variables only, and another statement at the same
    values wherever one of our quantities stands for one of its own.
    """
    changed = {symbol: image for symbol, image in use.at.items() if symbol not in renamed}
    if use.name in earlier:
        source = earlier[use.name]
        independent = set(changed)
        for variable in _variables(statement, source):
            if variable.symbol in renamed:
                independent &= set(variable.free_of)
        auxiliary = {v.symbol for v in source.where if not v.quantity}
        if moved := sorted(map(str, set(changed) - auxiliary - independent)):
            raise InputError(
                f"{use.name} speaks of quantities that depend on {', '.join(moved)}: not to be used at other values "
                "of it (free_of says of a quantity what it does not depend on)"
            )
        return
    own = {v.symbol for v in registry[use.name].variables if v.quantity}
    for step in statement.steps:
        for other in uses_of(step):
            shared = {s for s, image in renamed.items() if other.at.get(s, s) == image}
            free = {s: image for s, image in other.at.items() if s not in own}
            if other.name == use.name and shared and free != changed:
                raise InputError(f"{use.name} is used for {', '.join(map(str, shared))} at two places")


def _substitute(claim: Expr, at: Mapping[Expr, Expr]) -> Expr:
    """Simultaneous substitution of symbols."""
    return claim.xreplace({k: _expr(v) for k, v in at.items()}) if at else claim


def _expr(value: Any) -> Expr:
    from sympy import sympify

    if isinstance(value, str):
        raise InputError("substitute sympy expressions, not text")
    return sympify(value)


def _deduce(statement: Statement, step: Deduction, registry: Mapping[str, Statement]) -> Outcome:
    from verify.deduction import deduce

    answer = deduce([*_premises(statement, step, registry), *step.given], step.claim)
    return _arithmetic(answer.outcome, answer.model)


def _induct(statement: Statement, step: Induction, registry: Mapping[str, Statement]) -> Outcome:
    from sympy import And

    from verify.deduction import deduce

    premises = _premises(statement, step, registry)
    state = set(step.start) | set(step.becomes)
    # Hypotheses and definitions that mention the state hold for its final values only: on the way just the claim and
    # the ranges of the state are known, and both are obligations.
    outer = [p for p in premises if not p.free_symbols & state]
    # What speaks of no quantity holds for all values, those of the state included.
    general = [_used(statement, step, use, registry) for use in uses_of(step) if _general(statement, use, registry)]
    ranges = [r for v in _variables(statement, step) if v.symbol in state for r in v.relations()]
    invariant = And(step.claim, *ranges, evaluate=False)
    begin = deduce(outer, _substitute(invariant, step.start))
    if begin.outcome != "proved":
        return _arithmetic(begin.outcome, f"at the start: {begin.model}")
    go = deduce([*outer, *general, *step.given, invariant], _substitute(invariant, step.becomes))
    return _arithmetic(go.outcome, f"in the step: {go.model}" if go.model else "")


def _general(statement: Statement, use: Use, registry: Mapping[str, Statement]) -> bool:
    """Whether what is used, another statement or an earlier step, speaks of no quantity."""
    for step in statement.steps:
        if step.name == use.name:
            fixed = {v.symbol for v in _variables(statement, step) if v.quantity}
            fixed |= set(step.start) if isinstance(step, Induction) else set()
            return not step_claim(step).free_symbols & fixed
    used = registry[use.name]
    return not used.claim().free_symbols & {v.symbol for v in used.variables if v.quantity}


def _arithmetic(outcome: str, model: str) -> Outcome:
    if outcome == "proved":
        return Outcome("passed", "real arithmetic (SMT)")
    if outcome == "refuted":
        return Outcome("refuted", f"does not follow: {model}")
    if outcome == "vacuous":
        return Outcome("error", "the premises contradict each other, so anything would follow")
    return Outcome("undecided", "the solver gives up")


# --- instances ----------------------------------------------------------------------------------------------------


def _instances(step: Instances) -> Outcome:
    count = 0
    for case in step.cases():
        count += 1
        if count > MAX_CASES:
            return Outcome("error", f"more than {MAX_CASES} cases")
        answer = step.holds(*case)
        if answer is False:
            return Outcome("refuted", f"fails for {', '.join(str(c) for c in case)}"[:300], cases=count)
        if answer is not True:
            return Outcome("undecided", f"undecided for {', '.join(str(c) for c in case)}"[:300], cases=count)
    if count == 0:
        return Outcome("error", "no cases: nothing was checked")
    return Outcome("passed", f"{count} cases, {step.mode}", "all" if step.complete else step.covers, cases=count)
