"""What deductions know of functions: true facts are used, false twins are refuted, and names do not confuse symbols."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import And, Eq, Gt, Le, Lt, Rational, Symbol, besseli, cos, gamma, pi, sin, symbols  # type: ignore[import-untyped]

from verify.deduction import deduce

x, y, s, t = symbols("x y s t", positive=True)
n = symbols("n", real=True)
HALF = Rational(1, 2)

TRUE: list[tuple[list[Any], Any]] = [
    ([], Gt(gamma(x), 0)),
    ([n > -1], Gt(besseli(n, x), 0)),
    ([], Eq(gamma(x + 2), x * (x + 1) * gamma(x))),
    ([], Eq(y ** (x + 2) * y**HALF, y**2 * y**x * y**HALF)),
    ([], Eq(y ** (x - s) * y ** (s - x + 1), y)),
    ([s <= t, t <= pi / 2], Le(sin(s), sin(t))),
    ([s < t, t <= pi], Lt(cos(t), cos(s))),
    ([s <= pi], Eq(cos(s), 1 - 2 * sin(s / 2) ** 2)),
    ([], Eq(sin(s + t), sin(s) * cos(t) + cos(s) * sin(t))),
    ([Eq(2 * s, pi)], And(Eq(sin(s), 1), Eq(cos(s), 0))),
    ([], Eq(1 / (x + y) + 1 / (x + y), 2 / (x + y))),
]
FALSE: list[tuple[list[Any], Any]] = [
    ([], Gt(gamma(n), 0)),
    ([], Gt(besseli(n, x), 0)),
    ([], Eq(gamma(x + 2), (x + 1) * gamma(x))),
    ([], Eq(gamma(n + 1), n * gamma(n))),
    ([], Eq(y ** (x + 2), y * y**x)),
    ([s <= t, t <= pi], Le(sin(s), sin(t))),
    ([s < t], Lt(cos(t), cos(s))),
    ([], Eq(sin(s + t), sin(s) * cos(t) - cos(s) * sin(t))),
    ([Eq(s, pi)], Eq(sin(s), 1)),
]


@pytest.mark.parametrize(("premises", "claim"), TRUE)
def test_facts(premises: list[Any], claim: Any) -> None:
    assert deduce(premises, claim).outcome == "proved"


@pytest.mark.parametrize(("premises", "claim"), FALSE)
def test_false_twins(premises: list[Any], claim: Any) -> None:
    assert deduce(premises, claim).outcome == "refuted"


def test_symbols_of_one_name_are_different_numbers() -> None:
    """Sympy distinguishes them by their assumptions."""
    k, other = Symbol("k", positive=True), Symbol("k", nonnegative=True)
    assert deduce([], Eq(k, other, evaluate=False)).outcome == "refuted"
    assert deduce([], Gt(other, 0)).outcome == "refuted"
    assert deduce([], Gt(k + other, 0, evaluate=False)).outcome == "proved"
