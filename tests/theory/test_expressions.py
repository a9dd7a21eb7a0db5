"""The parser refuses all that is not listed, with its column; the tree means what the text says."""

from __future__ import annotations

import math
from contextlib import suppress
from fractions import Fraction

import numpy as np
import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from theory.balls import precision
from theory.errors import ExpressionError, InputError
from theory.expressions import Constant, Power, Product, Sum, enclose, evaluate, to_polynomial, variables, walk
from theory.harmonics import ring
from theory.parser import parse, parse_map, sphere_grammar

S2 = sphere_grammar(2)

REFUSED = [
    # text, column (0-based) or None, a word of the reason
    ("", 0, "empty"),
    ("   ", 0, "empty"),
    ("x0 + ", 4, "not an expression"),
    ("x0 x1", None, "not an expression"),
    ("(x0", 0, "never closed"),
    ("x0)", 2, "unmatched"),
    ("x0 + x5", 5, "S^2 in R^3 has the coordinates x0..x2"),
    ("1 + sign(x0)", 4, "unknown function sign"),
    ("floor(x0)", 0, "known are the coordinates x0..x2 of S^2, pi and the functions abs, acos"),
    ("arcos(x0)", 0, "did you mean acos?"),
    ("y", 0, "unknown name y"),
    ("e**x0", 0, "unknown name e"),
    ("x0**x1", 4, "write exp(v*log(u))"),
    ("2**pi", 3, "rational number"),
    ("x0**1001", 4, "at most 1000"),
    ("x0**(1/1001)", 5, "at most 1000"),
    ("9**9**9", 3, "at most 1000"),
    ("(9**1000)**1000", 0, "more than 50000 bits"),
    ("1/0", 2, "division by zero"),
    ("x0/(1-1)", 4, "division by zero"),
    ("x0^2", 2, "write **"),
    ("x0//2", 2, "//"),
    ("x0 % 2", 2, "%"),
    ("x0 @ x1", 2, "@"),
    ("x0 | x1", 2, "this operator"),
    ("~x0", 0, "UnaryOp"),
    ("x0 < x1", 0, "comparisons"),
    ("x0 if x1 else x2", 0, "if/else"),
    ("x0 and x1", 0, "and/or"),
    ("lambda: x0", 0, "lambda"),
    ("x0.real", 0, "attribute"),
    ("x0[0]", 0, "indexing"),
    ("x0, x1", 0, "brackets"),
    ("[]", 0, "no components"),
    ("[x0, [x1]]", 5, "only be the whole expression"),
    ("x0 + [x1]", 5, "only be the whole expression"),
    ("[x0 for x0 in x1]", 0, "ListComp"),
    ("(x0 := x1)", 1, "assignment"),
    ("exp(x=x0)", 6, "keyword"),
    ("exp(*x0)", 4, "starred"),
    ("exp()", 0, "takes 1 argument"),
    ("exp(x0, x1)", 0, "takes 1 argument, got 2"),
    ("max()", 0, "at least 1"),
    ("exp(x0)(x1)", 0, "only the listed"),
    ("x0(x1)", 0, "not a function"),
    ("exp + 1", 0, "write exp(...)"),
    ("__import__('os')", 11, "character"),
    ("'x0'", 0, "character"),
    ("x0 # hidden", 3, "character"),
    ("x0; x1", 2, "character"),
    ("x\u2080", 1, "'\\u2080'"),
    ("x0\x00", 2, "'\\x00'"),
    ("x0\x7f", 2, "character"),
    ("True", 0, "True"),
    ("1j*x0", 0, "not a finite number"),
    ("0x10", 0, "not a finite number"),
    ("1_000", 0, "not a finite number"),
    ("2x0", None, "not an expression"),
    ("9" * 2001, 0, "2000 digits"),
    ("x0 + 1e6000", 5, "decimal exponents up to 5000"),
    ("1" + "+x0" * 7000, None, "20000"),
    ("(" * 250 + "x0" + ")" * 250, None, "nested"),
    ("-" * 19_000 + "x0", None, "nested"),
    ("-" * 500 + "x0", 201, "nested deeper"),
]


@pytest.mark.parametrize(("text", "column", "reason"), REFUSED, ids=lambda value: repr(value)[:30])
def test_refusals_name_the_place_and_the_reason(text: str, column: int | None, reason: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_map(text, 2)
    assert reason in str(caught.value)
    if column is not None:
        assert caught.value.column == column
        assert f"at column {column + 1}" in str(caught.value)


@pytest.mark.parametrize("text", [None, 3, b"x0", ["x0"]])
def test_only_text_is_read(text: object) -> None:
    with pytest.raises(InputError, match="is text"):
        parse_map(text, 2)  # type: ignore[arg-type]


@given(st.text(alphabet="x0129.e+-*/()[], abspqrtin\n\t^<=:'", max_size=40))
@settings(max_examples=400, deadline=None)
def test_any_text_parses_or_is_refused(text: str) -> None:
    with suppress(ExpressionError):
        nodes, _ = parse_map(text, 2)
        assert nodes


def test_long_sums_and_products_stay_flat() -> None:
    node = parse(" + ".join(["x0*x1"] * 600), S2)
    assert isinstance(node, Sum)
    assert len(node.terms) == 600
    assert isinstance(parse("*".join(["x0"] * 600), S2), Product)
    deepest = parse("(" * 150 + "x0" + ")" * 150, S2)
    assert variables(deepest) == {0}


def test_numbers_are_exact() -> None:
    assert parse("0.1 + 2e-1", S2) == Constant(fmpq(3, 10))
    assert parse("1/3 - 1/3", S2) == Constant(fmpq(0))
    assert parse("x0**0.5", S2) == Power(parse("x0", S2), fmpq(1, 2))
    assert parse("(2/3)**-3", S2) == Constant(fmpq(27, 8))


def test_whitespace_is_free_and_columns_are_offsets_into_the_text() -> None:
    assert parse("  x0\n + x1\t", S2) == parse("x0+x1", S2)
    with pytest.raises(ExpressionError) as caught:
        parse("\n  x0 +\n y", S2)
    assert caught.value.column == "\n  x0 +\n y".index("y")
    text = "  1/(3 + x0)"
    assert text[slice(*parse(text, S2).span)] == "3 + x0"


def test_zero_times_a_pole_keeps_the_pole() -> None:
    assert any(isinstance(part, Power) for part in walk(parse("0*(1/x0)", S2)))


# Random polynomials as pairs (text, exact value at the point).
POINT = (Fraction(3, 7), Fraction(-2, 5), Fraction(1, 3))
_Pair = tuple[str, Fraction]
_LEAVES: list[_Pair] = [*((f"x{i}", value) for i, value in enumerate(POINT)), ("0.5", Fraction(1, 2))]
_LEAVES += [("1.25", Fraction(5, 4)), ("1e-1", Fraction(1, 10)), ("3/4", Fraction(3, 4)), ("7", Fraction(7))]


def _joined(parts: tuple[_Pair, str, _Pair]) -> _Pair:
    (left, u), operator, (right, v) = parts
    return f"({left}) {operator} ({right})", {"+": u + v, "-": u - v, "*": u * v}[operator]


_POLYNOMIALS = st.recursive(
    st.sampled_from(_LEAVES),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*"), inner).map(_joined),
        inner.map(lambda t: (f"-({t[0]})", -t[1])),
        inner.map(lambda t: (f"({t[0]})**2", t[1] ** 2)),
        inner.map(lambda t: (f"({t[0]})/4", t[1] / 4)),
    ),
    max_leaves=8,
)


@given(_POLYNOMIALS)
@settings(max_examples=200, deadline=None)
def test_polynomials_agree_with_exact_fractions(pair: _Pair) -> None:
    text, truth = pair
    x = [fmpq(value.numerator, value.denominator) for value in POINT]
    node = parse(text, S2)
    polynomial = to_polynomial(node, ring(3))
    assert polynomial is not None
    assert polynomial(*x) == fmpq(truth.numerator, truth.denominator)
    enclosure = enclose(node, [arb(value) for value in x])
    assert enclosure.overlaps(arb(fmpq(truth.numerator, truth.denominator)))
    sampled = evaluate(node, np.array([[float(value) for value in POINT]]))
    assert sampled[0] == pytest.approx(float(truth), rel=1e-9, abs=1e-9)


PRECEDENCE = {
    "1 - 2 - 3": -4,
    "2 + 3*4": 14,
    "12/3/2": 2,
    "12/(3/2)": 8,
    "12/3*2": 8,
    "2**3**2": 512,
    "-2**2": -4,
    "2*-3": -6,
    "2**-1*4": 2,
    "- -1": 1,
    "+1 - (2 - 3)": 2,
    "0**0": 1,
}


@pytest.mark.parametrize("text", PRECEDENCE)
def test_precedence(text: str) -> None:
    assert parse(text, S2) == Constant(fmpq(PRECEDENCE[text]))


# Every function, against Python's math, with the clamps of the DEFINITION.
FORMULAS = {
    "abs(x0)": lambda x, y: abs(x),
    "sqrt(x0)": lambda x, y: math.sqrt(max(x, 0.0)),
    "x0**(3/2)": lambda x, y: max(x, 0.0) ** 1.5,
    "x0**(1/3)": lambda x, y: max(x, 0.0) ** (1 / 3),
    "exp(x0)": lambda x, y: math.exp(x),
    "log(3+x0)": lambda x, y: math.log(3 + x),
    "sin(x0)": lambda x, y: math.sin(x),
    "cos(x0)": lambda x, y: math.cos(x),
    "tan(x0)": lambda x, y: math.tan(x),
    "sinh(x0)": lambda x, y: math.sinh(x),
    "cosh(x0)": lambda x, y: math.cosh(x),
    "tanh(x0)": lambda x, y: math.tanh(x),
    "asin(2*x0)": lambda x, y: math.asin(min(max(2 * x, -1.0), 1.0)),
    "acos(2*x0)": lambda x, y: math.acos(min(max(2 * x, -1.0), 1.0)),
    "atan(x0)": lambda x, y: math.atan(x),
    "min(x0, x1, 0)": lambda x, y: min(x, y, 0),
    "max(x0, x1, 0)": lambda x, y: max(x, y, 0),
    "norm(x0, x1)": lambda x, y: math.hypot(x, y),
    "x0**3/x1": lambda x, y: x**3 / y,
    "(3+x0)**(-1/2)": lambda x, y: (3 + x) ** -0.5,
    "pi*x0": lambda x, y: math.pi * x,
}


@pytest.mark.parametrize("text", FORMULAS)
def test_values_of_every_function(text: str) -> None:
    node = parse(text, sphere_grammar(1))
    points = np.array([[-1.0, 0.3], [-0.4, -0.7], [0.0, 1.0], [0.55, 0.1], [1.0, -0.2]])
    sampled = evaluate(node, points)
    for row, value in zip(points, sampled, strict=True):
        truth = FORMULAS[text](*row)
        enclosure = enclose(node, [arb(t) for t in row])
        assert value == pytest.approx(truth, rel=1e-12, abs=1e-12)
        assert enclosure.is_finite()
        assert abs(enclosure - arb(truth)) < arb(1e-12)


@pytest.mark.parametrize("text", FORMULAS)
@given(x=st.floats(-1, 1), y=st.floats(0.1, 1), radius=st.sampled_from([1e-12, 1e-3, 0.2, 1.0]), t=st.floats(-1, 1))
@settings(max_examples=25, deadline=None)
def test_wide_balls_contain_the_values_inside(text: str, x: float, y: float, radius: float, t: float) -> None:
    node = parse(text, sphere_grammar(1))
    wide = enclose(node, [arb(x, radius), arb(y, radius / 20)])
    with precision(120):
        inside = enclose(node, [arb(x) + arb(radius) * arb(t), arb(y) + arb(radius / 20) * arb(t)])
    assert wide.overlaps(inside) or not wide.is_finite()


def test_a_power_of_a_ball_around_zero_is_finite() -> None:
    assert enclose(parse("x0**2", S2), [arb(0, 1)]).is_finite()  # arb(0, 1)**2 itself is NaN
    assert enclose(parse("norm(x0, x1)", S2), [arb(0, 1), arb(0, 1)]).is_finite()


def test_a_half_radius_mutant_is_refuted() -> None:
    wide = enclose(parse("exp(x0)", S2), [arb(0, 1)])
    mutant = arb(wide.mid(), wide.rad() / 2)
    assert not mutant.overlaps(arb(1).exp())


def test_expansion_has_a_limit() -> None:
    m = 63
    total = " + ".join(f"x{i}" for i in range(m + 1))
    with pytest.raises(InputError, match="at most 200000 terms"):
        to_polynomial(parse(f"({total})**10", sphere_grammar(m)), ring(m + 1))
    with pytest.raises(InputError, match="degree"):
        to_polynomial(parse("((x0+1)**1000)**1000", S2), ring(3))
    assert to_polynomial(parse("exp(x0)", S2), ring(3)) is None
    assert to_polynomial(parse("pi*x0", S2), ring(3)) is None
