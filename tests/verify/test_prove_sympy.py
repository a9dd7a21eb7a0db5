"""Statements that come as sympy relations: verdicts, certificates, refusals; the assumptions of symbols are no gift."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sympy  # type: ignore[import-untyped]
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from theory.errors import ExpressionError, InputError
from theory.symbols import cap, coefficient, dimension, eigenvalue, legendre_d, smoothing, tail
from verify.prove import PROVED, REFUTED, prove
from verify.proving.enclose import Tape
from verify.proving.from_sympy import translate
from verify.proving.points import lowered
from verify.proving.syntax import parse_statement
from verify.proving_checker import check_proof

X, Y = sympy.symbols("x y")
P = sympy.Symbol("x", positive=True)
K = sympy.Symbol("k", integer=True, nonnegative=True)
HALF_LINE = ["x in (0, inf)"]

TRUE: list[tuple[Any, list[str]]] = [
    (sympy.besseli(1, P) / sympy.besseli(0, P) >= P / (1 + sympy.sqrt(1 + P**2)), HALF_LINE),
    (sympy.And(sympy.sin(P) < P, sympy.log(1 + P) > P / (1 + P)), HALF_LINE),
    (sympy.Eq(coefficient(3, 4, P), dimension(3, 4) * eigenvalue(3, 4, P)), HALF_LINE),
    (smoothing(3, 2, P) < smoothing(3, 1, P), HALF_LINE),
    (1 - smoothing(3, 1, P) <= 4 / (P + 4), HALF_LINE),
    (tail(2, 3, P) <= sympy.exp(P), ["x in (0, 5]"]),
    (cap(2, X) <= X, ["x in [0, pi/2]"]),
    (sympy.Abs(legendre_d(3, K, X)) <= 1, ["k >= 0", "x in [-1, 1]"]),
    (legendre_d(4, 3, X) ** 2 <= 1, ["x in [-1, 1]"]),
    (sympy.betainc_regularized(2, 3, 0, X) <= 1, ["x in [0, 1]"]),
    (sympy.Max(X, -X) >= 0, ["x in R"]),
]
FALSE: list[tuple[Any, list[str]]] = [
    (1 - smoothing(1, 1, P) <= 1 / (2 * P), HALF_LINE),
    (sympy.Eq(coefficient(3, 4, P), (dimension(3, 4) - 1) * eigenvalue(3, 4, P)), HALF_LINE),
    (legendre_d(4, 3, X) ** 2 < 1, ["x in [-1, 1]"]),
    (cap(2, X) <= X / 4, ["x in [0, pi/2]"]),
    (sympy.Rational(1, 3) - 2**X <= X**2 - Y, ["x in [0, 1]", "y in [0, 3]"]),
]


@pytest.mark.parametrize(("statement", "domain"), TRUE)
def test_true_relations_are_proved_and_checked(statement: Any, domain: list[str]) -> None:
    verdict = prove(statement, domain)
    assert verdict.verdict == PROVED, verdict
    assert check_proof(json.loads(json.dumps(verdict.certificate))).valid


@pytest.mark.parametrize(("statement", "domain"), FALSE)
def test_false_relations_are_refuted(statement: Any, domain: list[str]) -> None:
    verdict = prove(statement, domain)
    assert verdict.verdict == REFUTED, verdict
    assert check_proof(verdict.certificate or {}).valid


@pytest.mark.parametrize(
    ("statement", "domain", "message"),
    [
        (sympy.floor(X) <= X + Y, ["x in R", "y in R"], "floor is not known"),
        (sympy.zeta(X) <= 2, ["x in [2, 3]"], "zeta is not known"),
        (sympy.Sum(X, (X, 0, 3)) <= Y, ["y in R"], "Sum is not known"),
        (sympy.Le(sympy.I * X, 1, evaluate=False), ["x in R"], "I is not known"),
        (sympy.Le(X, sympy.oo, evaluate=False), ["x in R"], "oo is not known"),
        (
            sympy.cos(sympy.Abs(sympy.exp(X))) <= Y,
            ["x in R", "y in R"],
            "re is not known to the prover; give the symbols",
        ),
        (sympy.Function("f")(X) <= 1, ["x in R"], "f is not known"),
        (0.1 * X <= Y, ["x in R", "y in R"], "rounded"),
        (sympy.Ne(X, Y), ["x in R", "y in R"], "Unequality"),
        (sympy.Or(X < 1, X > 2), ["x in R"], "got Or"),
        (X + 1, ["x in R"], "got Add"),
        (sympy.true, [], "BooleanTrue"),
        (3, [], "type int"),
        (sympy.betainc(1, 2, Y, X) <= 3, ["x in [0,1]", "y in [0,1]"], "start at 0"),
        (sympy.Symbol("pi") >= 3, [], "rename"),
        (sympy.Symbol("x) < 1 and (0") >= 3, ["x in R"], "cannot be a variable"),
        (sympy.Symbol("lambda") >= 3, ["x in R"], "cannot be a variable"),
        (X <= P, ["x in R"], "two different symbols"),
        (sympy.Symbol("n", even=True) >= 0, ["n >= 0"], "assumed even"),
        (sympy.sqrt(P**2) < 1, ["x in R"], "has assumed x > 0"),
        (K**2 >= 0.5 + K - 1, ["k in 0..2"], "rounded"),
        (K**2 >= K - 1, ["k in [0, 2]"], "assumed integer"),
        (X <= Y**2, ["x in R"], "unknown name 'y'"),
    ],
)
def test_what_cannot_be_read_is_named(statement: Any, domain: list[str], message: str) -> None:
    with pytest.raises(InputError, match=message.replace("(", r"\(")):
        prove(statement, domain)


def test_assumptions_do_not_leak() -> None:
    """sqrt(x^2) <= x exp(x) has become x <= x exp(x) in sympy's hands: meant for x > 0 only, and refused elsewhere."""
    statement = sympy.sqrt(P**2) <= P * sympy.exp(P)
    assert prove(statement, HALF_LINE).verdict == PROVED
    with pytest.raises(InputError, match="has assumed x > 0"):
        prove(statement, ["x in [-1, 1]"])


def test_large_statements_are_refused_not_overflowed() -> None:
    long = sympy.Add(*(sympy.sin(j * X) for j in range(1, 300)))
    assert len(parse_statement(translate(long <= 1).text, frozenset("x")).relations) == 1  # sums are balanced
    deep = X
    for _ in range(250):
        deep = sympy.sin(deep, evaluate=False)
    with pytest.raises(InputError, match="levels"):
        translate(deep <= 1)
    with pytest.raises((InputError, ExpressionError), match="bits"):
        translate(sympy.Integer(10) ** 5000 >= X)


U, V = sympy.symbols("x y", real=True)
LEAVES = st.sampled_from([U, V, sympy.pi, sympy.E, *(sympy.Rational(p, q) for p in (-2, 1, 3) for q in (1, 7))])
TERMS = st.recursive(
    LEAVES,
    lambda t: st.one_of(
        st.tuples(t, t).map(lambda p: p[0] + p[1]),
        st.tuples(t, t).map(lambda p: p[0] * p[1]),
        st.tuples(t, st.sampled_from([2, 3])).map(lambda p: p[0] ** p[1]),
        t.map(lambda u: 1 / (2 + sympy.sin(u))),
        t.map(lambda u: sympy.exp(sympy.cos(u))),
        t.map(lambda u: sympy.atan(u) - sympy.Abs(u)),
        t.map(lambda u: legendre_d(2, 3, sympy.cos(u)) + sympy.besseli(1, sympy.sin(u))),
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(TERMS)
def test_the_translation_keeps_the_value(term: Any) -> None:
    relation = sympy.Le(term, sympy.Symbol("z"))
    left = parse_statement(translate(relation).text, frozenset("xyz")).relations[0].left
    point = {U: sympy.Rational(2, 3), V: sympy.Rational(-5, 4)}
    value = Tape(lowered(left), ["x", "y"]).value([arb(fmpq(2, 3)), arb(fmpq(-5, 4))])
    numeric = sympy.sympify(term).subs(point).evalf(30)
    assert abs(value - arb(str(numeric))) <= arb("1e-9") * (1 + abs(value)), translate(relation).text
