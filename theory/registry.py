"""The registry: every statement of the theory by its permanent label, with its formula, hypotheses and proof steps.

    from theory.registry import load, statement
    print(statement("F3").formula)
    statement("H1").bound(m=2, n=3, D=9, ...)      # evaluated for symbols, rationals or balls

Statements are declared in ``theory/statements/``, one file per chapter; `declare` records file and line and refuses
duplicates.  A status is never written down here: `verify.statements` computes it from checked steps.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from theory.errors import HypothesisError, InputError
from theory.proof_steps import Deduction, Expr, Induction, Instances, Step, Use, Variable

__all__ = ["CHAPTERS", "Hypothesis", "Statement", "declare", "labels", "load", "statement"]

CHAPTERS = tuple(sorted(path.stem for path in (Path(__file__).parent / "statements").glob("[a-z]_*.py")))
"""The files of ``theory/statements/``: their first letters put them in the order of the mathematics."""

Kind = Literal["definition", "lemma", "theorem", "claim", "conjecture"]


@dataclass(frozen=True)
class Hypothesis:
    """A relation between the variables that must hold; ``says`` in words."""

    relation: Expr
    says: str = ""

    def __str__(self) -> str:
        return self.says or str(self.relation)


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One statement.  ``formula`` is a sympy relation or an ``And`` of relations over ``variables``.

    ``by_definition`` is what its quantities satisfy by their meaning (the weights of a head sum to 1): premises of the
    proof that a user of the statement need not establish.  ``uses`` are the labels needed to state it; those needed to
    prove it come from the steps (`proof_uses`).  ``value`` is the expression that `bound` evaluates; ``note`` holds
    corrections and counterexamples; ``code`` names the functions that compute with it (``module:function``);
    ``source`` is a bibliography key with a place, or "own".
    """

    label: str
    title: str
    kind: Kind
    formula: Expr
    variables: tuple[Variable, ...]
    hypotheses: tuple[Hypothesis, ...] = ()
    by_definition: tuple[Hypothesis, ...] = ()
    source: str = "own"
    uses: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    value: Expr | None = None
    note: str = ""
    code: tuple[str, ...] = ()
    says: str = ""
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    def step(self, name: str) -> Step:
        """The step of that name; raises `InputError` with the names there are."""
        for step in self.steps:
            if step.name == name:
                return step
        raise InputError(f"{self.label} has no step {name!r}; its steps: {', '.join(s.name for s in self.steps)}")

    @property
    def proof_uses(self) -> tuple[str, ...]:
        """Labels of the other statements that the proof uses, in order."""
        own = {step.name for step in self.steps}
        names = (use.name for step in self.steps if not step.evidence for use in uses_of(step))
        return tuple(dict.fromkeys(name for name in names if name not in own))

    def claim(self) -> Expr:
        """What a user of the statement gets: ranges and hypotheses imply the formula."""
        from sympy import And, Implies  # type: ignore[import-untyped]

        hypotheses = [h.relation for h in self.hypotheses]
        # The range of a variable that does not occur only says that there are such values.
        met = self.formula.free_symbols.union(*(h.free_symbols for h in hypotheses))
        ranges = [r for v in self.variables if v.symbol in met for r in v.relations()]
        premises = ranges + hypotheses
        return Implies(And(*premises, evaluate=False), self.formula, evaluate=False) if premises else self.formula

    def conjuncts(self) -> tuple[Expr, ...]:
        """The relations that together make the formula."""
        from sympy import And

        return tuple(self.formula.args) if isinstance(self.formula, And) else (self.formula,)

    def check_values(self, values: Mapping[str, Any]) -> None:
        """Refuse values outside the ranges and hypotheses; undecided counts as outside.

        Raises `HypothesisError` that names the hypothesis and shows both sides, `InputError` for unknown or missing
        names.
        """
        from theory.evaluation import holds, sides

        known = {v.name: v.symbol for v in self.variables}
        if strange := sorted(set(values) - set(known)):
            raise InputError(f"{self.label} has no variable {', '.join(strange)}; it has {', '.join(known)}")
        at = {known[name]: value for name, value in values.items()}
        for variable in self.variables:
            if variable.integer and variable.symbol in at and not _integral(at[variable.symbol]):
                raise HypothesisError(f"{self.label} needs an integer {variable.name}; got {at[variable.symbol]}")
            for relation in variable.relations():
                self._check(relation, variable.domain, at, holds, sides)
        for hypothesis in self.hypotheses:
            self._check(hypothesis.relation, str(hypothesis), at, holds, sides)

    def _check(self, relation: Expr, says: str, at: Mapping[Expr, Any], holds: Any, sides: Any) -> None:
        if not relation.free_symbols <= set(at):
            return
        if holds(relation, at) is not True:
            shown = ", ".join(f"{s.name} = {at[s]}" for s in sorted(relation.free_symbols, key=str))
            raise HypothesisError(f"{self.label} needs {says}; here {sides(relation, at)} for {shown}")

    def bound(self, **values: Any) -> Any:
        """The bound of the statement: exact for rationals where it is rational, a ball otherwise, sympy for symbols.

        ``values``: integers, rationals, decimal strings, balls or sympy expressions by name.  Variables that are left
        out stay symbols.  Raises as `check_values`.
        """
        from theory.evaluation import evaluate, is_symbolic

        if self.value is None:
            having = ", ".join(s.label for s in load().values() if s.value is not None)
            raise InputError(f"{self.label} is no bound with a value; statements with one: {having}")
        known = {v.name: v.symbol for v in self.variables}
        numbers = {name: value for name, value in values.items() if not is_symbolic(value)}
        self.check_values(numbers | {n: v for n, v in values.items() if n not in known})
        at = {known[name]: value for name, value in values.items()}
        return evaluate(self.value, at)


def uses_of(step: Step) -> tuple[Use, ...]:
    """What a step uses, names without substitution included."""
    if isinstance(step, Deduction | Induction | Instances):
        return tuple(use if isinstance(use, Use) else Use(use) for use in step.uses)
    return ()


def _integral(value: Any) -> bool:
    from theory.balls import exact
    from theory.errors import PrefixproofError

    try:
        return int(exact(value).q) == 1
    except (PrefixproofError, TypeError):
        return False


_REGISTRY: dict[str, Statement] = {}


def declare(new: Statement) -> Statement:
    """Register a statement at the place of the call; raises `InputError` for a label that exists."""
    if not re.fullmatch(r"[A-Z]+[0-9]*[a-z']*", new.label):
        raise InputError(f"a label is a letter, a number and primes or a small letter; got {new.label!r}")
    if new.label in _REGISTRY:
        old = _REGISTRY[new.label]
        raise InputError(f"{new.label} is declared twice: {old.file}:{old.line} and again")
    for kind, names in (("variables", [v.name for v in new.variables]), ("steps", [step.name for step in new.steps])):
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise InputError(f"{new.label} has two {kind} called {', '.join(twice)}")
    caller = sys._getframe(1)
    placed = replace(new, file=_relative(caller.f_code.co_filename), line=caller.f_lineno)
    _REGISTRY[new.label] = placed
    return placed


def _relative(path: str) -> str:
    root = Path(__file__).resolve().parent.parent
    try:
        return Path(path).resolve().relative_to(root).as_posix()
    except ValueError:
        return path


def load() -> dict[str, Statement]:
    """All statements by label, in the order of the labels: A1, A2, A2a, ..., A10, B1, ...

    Raises `InputError` for a reference to a label or step that does not exist, and for a circle of proof-uses.
    """
    for chapter in CHAPTERS:
        import_module(f"theory.statements.{chapter}")
    _check_references(_REGISTRY)
    return dict(sorted(_REGISTRY.items(), key=lambda item: _order(item[0])))


def _order(label: str) -> tuple[str, int, str]:
    letter, number, rest = re.fullmatch(r"([A-Z]+)([0-9]*)(.*)", label, re.DOTALL).groups()  # type: ignore[union-attr]
    return letter, int(number or 0), rest


def _check_references(registry: Mapping[str, Statement]) -> None:
    for s in registry.values():
        seen: set[str] = set()
        for step in s.steps:
            for use in uses_of(step):
                if use.name not in registry and use.name not in seen:
                    raise InputError(
                        f"{s.label}, step {step.name} ({s.file}:{s.line}) uses {use.name}, which is unknown"
                    )
            seen.add(step.name)
        for label in s.uses:
            if label not in registry:
                raise InputError(f"{s.label} ({s.file}:{s.line}) uses {label}, which is unknown")
    state: dict[str, int] = {}

    def visit(label: str, path: tuple[str, ...]) -> None:
        if state.get(label) == 1:
            raise InputError(f"circular proof: {' -> '.join((*path, label))}")
        if label in state:
            return
        state[label] = 1
        for used in registry[label].proof_uses:
            visit(used, (*path, label))
        state[label] = 2

    for label in registry:
        visit(label, ())


def labels() -> tuple[str, ...]:
    """All labels, in the order of the chapters."""
    return tuple(load())


def statement(label: str) -> Statement:
    """The statement with that label; raises `InputError` with the nearest labels."""
    registry = load()
    if label in registry:
        return registry[label]
    folded = {name.casefold(): name for name in registry}
    near = [folded[n] for n in difflib.get_close_matches(label.casefold(), folded, n=5, cutoff=0.4)]
    near += [name for name in registry if name[:1] == label[:1].upper() and name not in near][:5]
    raise InputError(f"no statement {label!r}; the nearest: {', '.join(near) or ', '.join(registry)}")
