"""What a proof in the registry is made of: variables with their ranges, and steps that `verify.statements` checks.

A step is data: it says what it claims, for which variables, and from what it follows; it never says that it holds.
Claims are sympy relations (``<=``, ``<``, ``>=``, ``>``, ``Eq``, their ``And``).  Everything is universally quantified
over the variables of the statement and those that the step adds (`Step.where`).

This module does not import sympy (its expressions have no types anyway); the statements do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

__all__ = [
    "Citation",
    "Deduction",
    "Identity",
    "Induction",
    "Inequality",
    "Instances",
    "Mutant",
    "Step",
    "Use",
    "Variable",
    "integers",
    "interval",
    "positive",
    "quantity",
    "real",
]

Expr = Any
"""A sympy expression, relation or Boolean combination of relations."""


@dataclass(frozen=True)
class Variable:
    """A real or integer variable with its range; ``low`` or ``high`` None means unbounded.

    ``meaning`` says what the number stands for where the symbol alone does not ("the covering radius of the keys").
    A ``quantity`` is not free: the other data determine it ("the error of the head"), so nobody may substitute a number
    for it; a proof knows of it what its statement says `by definition` and what steps conclude.  It depends on all
    variables of the statement but those in ``free_of`` (an accuracy that may be as small as one likes, for example).
    """

    symbol: Expr
    low: Expr | None = None
    high: Expr | None = None
    low_open: bool = False
    high_open: bool = False
    integer: bool = False
    meaning: str = ""
    quantity: bool = False
    free_of: tuple[Expr, ...] = ()

    @property
    def name(self) -> str:
        """The symbol's name."""
        return str(self.symbol.name)

    @property
    def domain(self) -> str:
        """The range in the language of the prover: ``x in (0, inf)``, ``k in 1..20``.

        >>> from sympy.abc import k, x
        >>> positive(x).domain, integers(k, 1).domain
        ('x in (0, inf)', 'k in 1..inf')
        """
        low = "-inf" if self.low is None else str(self.low)
        high = "inf" if self.high is None else str(self.high)
        if self.integer:
            return f"{self.name} in {low}..{high}"
        left = "(" if self.low_open or self.low is None else "["
        right = ")" if self.high_open or self.high is None else "]"
        return f"{self.name} in {left}{low}, {high}{right}"

    def relations(self) -> list[Expr]:
        """The ends of the range as sympy relations (an integer variable counts as real: the claim is then stronger)."""
        from theory.relations import Ge, Gt, Le, Lt

        out = []
        if self.low is not None:
            out.append((Gt if self.low_open else Ge)(self.symbol, self.low))
        if self.high is not None:
            out.append((Lt if self.high_open else Le)(self.symbol, self.high))
        return out


def real(symbol: Expr, meaning: str = "") -> Variable:
    """Any real number."""
    return Variable(symbol, meaning=meaning)


def positive(symbol: Expr, meaning: str = "") -> Variable:
    """0 < symbol < inf."""
    return Variable(symbol, 0, None, low_open=True, meaning=meaning)


def interval(
    symbol: Expr, low: Expr | None, high: Expr | None, ends: Literal["[]", "[)", "(]", "()"] = "[]", meaning: str = ""
) -> Variable:
    """A real interval with the given kinds of ends."""
    return Variable(symbol, low, high, ends[0] == "(", ends[1] == ")", meaning=meaning)


def integers(symbol: Expr, low: Expr | None = None, high: Expr | None = None, meaning: str = "") -> Variable:
    """low..high, both included."""
    return Variable(symbol, low, high, integer=True, meaning=meaning)


def quantity(
    symbol: Expr, meaning: str, low: Expr | None = 0, high: Expr | None = None, *, free_of: tuple[Expr, ...] = ()
) -> Variable:
    """A number that the other data determine, such as the error of the head, except those in ``free_of``."""
    return Variable(symbol, low, high, meaning=meaning, quantity=True, free_of=free_of)


@dataclass(frozen=True)
class Mutant:
    """A false twin of a step: the fields that change.  The check that passes the step must refute the twin.

    ``survives`` says why a twin is expected not to be refuted; the report lists it.
    """

    says: str
    change: Mapping[str, Any]
    survives: str = ""


@dataclass(frozen=True)
class Use:
    """An earlier step of the same proof (its name) or another statement (its label), for the given values.

    What is used is the implication: hypotheses and ranges imply the claim, with ``at`` substituted.  So the deduction
    has to establish the hypotheses itself.
    """

    name: str
    at: Mapping[Expr, Expr] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Step:
    """``name`` is unique in its statement; ``says`` is one sentence for the reader.

    ``evidence``: a check that supports the statement without being part of its proof; it cannot improve the status,
    but its failure refutes the statement.
    """

    name: str
    says: str
    where: tuple[Variable, ...] = ()
    mutants: tuple[Mutant, ...] = ()
    evidence: bool = False

    kind: ClassVar[str] = ""


@dataclass(frozen=True, kw_only=True)
class Identity(Step):
    """``claim`` is an ``Eq`` (or an ``And`` of them), decided exactly by normal forms; points can only refute.

    ``over`` replaces the ranges of the statement's variables
    (a smaller range is reported as that range only).
    """

    claim: Expr
    over: tuple[Variable, ...] | None = None

    kind: ClassVar[str] = "identity"


@dataclass(frozen=True, kw_only=True)
class Inequality(Step):
    """``claim`` is decided by `verify.prove.prove` on the ranges of its variables (``over``: smaller ranges)."""

    claim: Expr
    over: tuple[Variable, ...] | None = None
    seconds: float = 60.0

    kind: ClassVar[str] = "inequality"


@dataclass(frozen=True, kw_only=True)
class Deduction(Step):
    """``claim`` follows from the ranges and hypotheses, the assumptions ``given`` and what is used, by real arithmetic.

    Decided by an SMT solver.  Subterms that are not arithmetic (``exp``, eigenvalues, ...) are real numbers of which
    only the premises tell something.  The step states: ``given`` implies ``claim``.
    """

    claim: Expr
    given: tuple[Expr, ...] = ()
    uses: tuple[Use | str, ...] = ()

    kind: ClassVar[str] = "deduction"


@dataclass(frozen=True, kw_only=True)
class Induction(Step):
    """``claim`` holds for all n: it holds for ``start``, and ``becomes`` under ``given`` preserves it.

    The symbols of ``start`` are the state (partial sums, for example): quantities of which the claim speaks.
    ``becomes`` are their next values, and ``given`` relates the old state, the new one and the summand.  Both halves
    are decided by the SMT solver; what is used later is the claim for the final state.
    """

    claim: Expr
    start: Mapping[Expr, Expr]
    becomes: Mapping[Expr, Expr]
    given: tuple[Expr, ...] = ()
    uses: tuple[Use | str, ...] = ()

    kind: ClassVar[str] = "induction"


@dataclass(frozen=True, kw_only=True)
class Instances(Step):
    """``holds(*case)`` is True (certainly true), False (certainly false) or None (undecided) for each case.

    ``mode``: "exact" (rational arithmetic), "ball" (rigorous enclosures) or "sampled" (float64: tested only).
    ``claim`` may give the formula of which these are the instances.  ``complete``: the cases are all there are.
    """

    holds: Callable[..., bool | None]
    cases: Callable[[], Iterable[tuple[Any, ...]]]
    mode: Literal["exact", "ball", "sampled"] = "exact"
    covers: str
    claim: Expr | None = None
    complete: bool = False
    uses: tuple[Use | str, ...] = ()

    kind: ClassVar[str] = "instances"


@dataclass(frozen=True, kw_only=True)
class Citation(Step):
    """A classical theorem used without proof: part of the trust base.  ``key`` is in the bibliography."""

    key: str
    locator: str
    claim: Expr | None = None

    kind: ClassVar[str] = "citation"
