"""Random expressions: natural values, gradients, mean value forms and germs contain what 200-bit samples say."""

from __future__ import annotations

import random

import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from theory.balls import precision
from verify.proving.boxes import Range, expand_at
from verify.proving.enclose import Tape
from verify.proving.functions import FUNCTIONS, Conditions, call
from verify.proving.germs import GermError, Local
from verify.proving.simplify import lower
from verify.proving.terms import Term, add, apply, mul, neg, number, power, substitute, variable

X, Y = variable("x"), variable("y")
UNARY = ["exp", "sin", "cos", "sinh", "cosh", "tanh", "asinh", "atan", "erf", "abs", "erfc"]
POSITIVE = ["log", "gamma", "lgamma", "digamma", "trigamma"]


def random_term(rng: random.Random, depth: int) -> Term:
    """A term in x, y, defined on [1/8, 3] x [1/8, 3]."""
    if depth == 0:
        return rng.choice([X, Y, number(rng.randint(-3, 3)), number(fmpq(rng.randint(1, 9), 4))])
    kind = rng.randrange(9)
    sub = lambda: random_term(rng, depth - 1)  # noqa: E731
    if kind <= 1:
        return add([sub(), sub()], [fmpq(rng.randint(-3, 3)), fmpq(1)])
    if kind == 2:
        return mul([sub(), sub()])
    if kind == 3:
        return call(Conditions(), rng.choice(UNARY), [mul([number(fmpq(1, 3)), call(Conditions(), "atan", [sub()])])])
    if kind == 4:
        inside = add([power(sub(), fmpq(2)), number(fmpq(1, 2))])
        return call(Conditions(), rng.choice(POSITIVE), [call(Conditions(), "min", [inside, number(20)])])
    if kind == 5:
        return power(
            add([power(sub(), fmpq(2)), number(1)]), rng.choice([fmpq(1, 2), fmpq(-1), fmpq(-1, 3), fmpq(3, 2)])
        )
    if kind == 6:
        order = number(rng.choice([fmpq(0), fmpq(1), fmpq(1, 2), fmpq(5, 2)]))
        return lower_all(call(Conditions(), "besseli", [order, rng.choice([X, Y])]))
    if kind == 7:
        return call(
            Conditions(), "besselratio", [number(rng.choice([fmpq(1, 2), fmpq(1), fmpq(7, 2)])), rng.choice([X, Y])]
        )
    unit = call(Conditions(), "betainc", [number(2), number(fmpq(1, 2)), mul([number(fmpq(1, 4)), rng.choice([X, Y])])])
    return call(Conditions(), rng.choice(["max", "min"]), [unit, sub()])


def lower_all(t: Term) -> Term:
    return substitute(t, {}, lower)


def _box(rng: random.Random, width: fmpq) -> tuple[list[arb], list[list[fmpq]]]:
    balls, corners = [], []
    for _ in range(2):
        low = fmpq(rng.randint(8, 150), 64)
        high = low + width
        balls.append(arb(low).union(arb(high)))
        corners.append([low, high, (low + high) / 2, low + (high - low) * fmpq(rng.randint(0, 100), 100)])
    return balls, corners


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**48))
def test_natural_and_mean_value_enclosures_contain_samples(seed: int) -> None:
    violations(seed)


@pytest.mark.slow
def test_thousands_of_enclosures() -> None:
    for seed in range(6000):
        violations(seed)


@pytest.mark.slow
def test_thousands_of_germs() -> None:
    for seed in range(3000):
        rng = random.Random(seed)
        term = random_term(rng, rng.randint(1, 3))
        germ_violations(rng, term, number(fmpq(rng.randint(1, 8), 4)), rng.choice(["low", "high"]))


def violations(seed: int) -> None:
    rng = random.Random(seed)
    term = random_term(rng, rng.randint(1, 3))
    tape = Tape(term, ("x", "y"))
    for width in (fmpq(1, 2), fmpq(1, 64), fmpq(1, 10**6)):
        balls, corners = _box(rng, width)
        with precision(64):
            value, slopes = tape.gradient(balls)
            centre = [b.mid() for b in balls]
            mean = tape.value(centre)
            for s, b, c in zip(slopes, balls, centre, strict=True):
                mean = mean + s * (b - c)
        for _ in range(4):
            point = [rng.choice(c) for c in corners]
            with precision(200):
                exact = tape.value([arb(q) for q in point])
                if not exact.is_finite():
                    continue
                for enclosure in (value, mean):
                    if enclosure.is_finite():
                        assert enclosure.overlaps(exact), (seed, term, point)
                slopes_here = tape.gradient([arb(q) for q in point])[1]
            for wide, thin in zip(slopes, slopes_here, strict=True):
                if wide.is_finite() and thin.is_finite():
                    assert wide.overlaps(thin), (seed, term, point)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**48))
def test_germs_contain_samples(seed: int) -> None:
    rng = random.Random(seed)
    term = random_term(rng, rng.randint(1, 3))
    germ_violations(rng, term, number(fmpq(rng.randint(1, 8), 4)), rng.choice(["low", "high"]))


@pytest.mark.parametrize(
    "text",
    ["sin(x)/x", "x/tanh(x)", "(1-cos(x))/x**2", "besseli(1,x)/besseli(0,x)", "x*log(x)", "gamma(x)*x",
     "sqrt(x)*exp(-x)",
     "asin(x)/x", "(exp(x)-1)/x", "log(1+x)/x", "betainc(1/2,2,x)", "digamma(x)*x", "x**x",
     "acos(1-x)/sqrt(x)", "trigamma(x)*x**2"],
)  # fmt: skip
def test_germs_at_removable_singularities(text: str) -> None:
    from verify.proving.syntax import parse_term

    term = lower_all(parse_term(text, frozenset("x"), Conditions()))
    germ_violations(random.Random(7), term, number(0), "low", required=True)


@pytest.mark.parametrize(
    "text",
    ["tanh(x)", "erf(x)", "besseli(1,x)/besseli(0,x)", "exp(-x)*sqrt(x)*besseli(3,x)", "log(1+x)-log(x)",
     "digamma(x)-log(x)",
     "gamma(x+1)/gamma(x+1/2)/sqrt(x)", "atan(x)", "sin(x)/x", "besselratio(7/3,x)", "lgamma(x)-x*log(x)+x",
     "coth(x)", "asinh(x)-log(x)", "sqrt(x+1)-sqrt(x)", "trigamma(x)*x", "erfc(x)*exp(x**2)*x"],
)  # fmt: skip
def test_germs_at_infinity(text: str) -> None:
    from verify.proving.syntax import parse_term

    term = lower_all(parse_term(text, frozenset("x"), Conditions()))
    germ_violations(random.Random(5), term, None, "high", required=True)


def germ_violations(rng: random.Random, term: Term, c: Term | None, end: str, required: bool = False) -> None:
    found = False
    for den in (1, 2):
        at = Local(fmpq(1, 128) if c is None else fmpq(1, 8), 6 * den, den)
        side = Range(c, None) if end == "low" else Range(None, c)
        other = fmpq(rng.randint(8, 150), 64)
        box = (side, Range(number(other), number(other)))
        try:
            germ = expand_at(term, ("x", "y"), box, 0, end, at)
            series = germ.collapsed() if germ.scale.is_zero() else None
        except (GermError, ZeroDivisionError):
            continue
        if series is None:
            continue
        found = True
        tape = Tape(term, ("x", "y"))
        for k in range(1, 12):
            s = at.h * fmpq(k, 11)
            step = s**den
            x = 1 / step if c is None else c.value + step * (1 if end == "low" else -1)
            with precision(200):
                exact = tape.value([arb(x), arb(other)])
                here = series.rem if series.rem is not None else arb(0)
                for coefficient in reversed(series.coefs):
                    here = coefficient.ball + arb(s) * here
                here = here * arb(s) ** series.val
                if exact.is_finite():
                    assert here.overlaps(exact), (term, x, other, here, exact)
    assert found or not required, term


def test_every_function_of_the_language_is_enclosed() -> None:
    """The table of functions and the kernel do not drift apart: each name evaluates at an ordinary point."""
    points = {"acosh": 2, "dimension": 3, "betainc": fmpq(1, 2), "tail": 1, "cap": fmpq(1, 2), "legendre_d": fmpq(1, 2)}
    for name, (low, _, _) in FUNCTIONS.items():
        last = number(points.get(name, fmpq(1, 2)))
        args = [number(2)] * (low - 1) + [last]
        with precision(64):
            value = Tape(lower_all(call(Conditions(), name, args)), ()).value([])
        assert value.is_finite(), name
    assert neg(apply("erfc", number(0))) is not None
