"""Chapter K, first part: the exact representation by one scalar with interleaved digits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flint import fmpq
from sympy import And, Or, exp, log, symbols  # type: ignore[import-untyped]

from theory.proof_steps import (
    Deduction,
    Induction,
    Inequality,
    Instances,
    Mutant,
    Use,
    integers,
    interval,
    positive,
    quantity,
    real,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le
from theory.superposition import code, decode, outer, phi

n, k, J = symbols("n k J", nonnegative=True)
beta, Q = symbols("beta Q", positive=True)
d, e, phi_one, left_limit, jump = symbols("d e phi_one left_limit jump", real=True)
dist, diff, P, gap = symbols("dist diff P gap", nonnegative=True)

PLACE = exp(-k * log(3))
HOELDER = Q * exp(beta * log(2) * (1 + log(gap) / (n * log(3))))
"""2^beta Q gap^{beta ln 2/(n ln 3)}."""


def _dyadic_points(count: int, size: int) -> Iterator[tuple[fmpq, ...]]:
    """``count`` points of [0,1]^size with dyadic features, the corners 0 and 1 among them."""
    for i in range(count):
        yield tuple(fmpq((i * (2 * p + 3) + i * i * p) % 33, 32) for p in range(size))


def _round_trip(xs: Sequence[fmpq], factor: int = 1) -> bool:
    return [factor * x for x in decode(code(xs), len(xs))] == list(xs)


def _represents(xs: Sequence[fmpq], shift: int = 0) -> bool:
    """f(x) = g(u(x)) for one f, by the functions of theory.superposition."""

    def f(x: Sequence[fmpq]) -> fmpq:
        return sum(((p + 1) * v * v for p, v in enumerate(x)), fmpq(0)) - x[0] * x[-1]

    return bool(outer(f, code(xs), len(xs)) == f(xs) + shift)


def _closed_form(size: int, power: int = 1) -> bool:
    """phi(1) and the jump at 1/2 as the code computes them (the left limit through x = 1/2 - 2^-60)."""
    third = fmpq(1, 3**size)
    below = phi(fmpq(1, 2) - fmpq(1, 2**60), size)
    limit = fmpq(2, 3 * (3**size - 1))
    return bool(phi(1, size) == fmpq(2 * 3 ** (size - power), 3**size - 1) and 0 <= limit - below <= third**59)


declare(
    Statement(
        label="K1",
        title="One scalar represents every function on [0,1]^n exactly",
        kind="theorem",
        says="phi(x) = sum_j 2 a_j(x) 3^{-1-n(j-1)} writes the binary digits of the n features into the ternary digits "
        "of u = 3 sum_p 3^{-p} phi(x_p). Codes that first differ at place k are 3^-k apart, their features at most "
        "2^{1-k/n}, so f(x) = g(u), and g inherits a Hoelder bound; but phi jumps.",
        formula=And(
            Ge(gap, PLACE),
            Le(dist, exp(log(2) * (1 - k / n))),
            Le(diff, HOELDER),
            Eq(phi_one * (3**n - 1), 2 * 3**n / 3),
            Eq(jump * 3 * (3**n - 1), 2 * 3**n - 4),
            Gt(jump, 0),
        ),
        variables=(
            integers(n, 1, meaning="features"),
            integers(k, 1, meaning="first ternary place at which u and v differ"),
            interval(beta, 0, 1, "(]", "Hoelder exponent of f"),
            positive(Q, "Hoelder constant of f for the maximum norm"),
            quantity(J, "binary digits that all features have in common"),
            quantity(P, "3^-l after l >= k places"),
            quantity(d, "difference of the first l places of u and v", None),
            quantity(gap, "|u - v|"),
            quantity(dist, "|x - y|, maximum norm, for the features of u and v"),
            quantity(diff, "|f(x) - f(y)|"),
            quantity(phi_one, "phi(1)", None),
            quantity(left_limit, "limit of phi from the left at 1/2", None),
            quantity(jump, "phi(1/2) - that limit", None),
        ),
        by_definition=(
            Hypothesis(Ge(gap, d - P), "the places after l change a number by at most sum_{i>l} 2 3^-i = 3^-l"),
            Hypothesis(Ge(n * (J + 1), k), "place k = n(j-1) + p holds digit j of feature p, and J = j-1"),
            Hypothesis(Le(dist, exp(-J * log(2))), "J common binary digits: at most sum_{j>J} 2^-j = 2^-J apart"),
            Hypothesis(
                Or(Gt(dist, exp(log(2) * (1 - k / n))), Le(diff, Q * exp(beta * log(2) * (1 - k / n)))),
                "f is beta-Hoelder: |f(x)-f(y)| <= Q t^beta for points at distance <= t, here t = 2^{1-k/n}",
            ),
            Hypothesis(Eq(phi_one * 3**n, 2 * 3**n / 3 + phi_one), "all digits are 1: phi(1) = 2/3 + 3^-n phi(1)"),
            Hypothesis(Eq(left_limit * 3**n, phi_one), "digits 0, 1, 1, ...: the limit is 3^-n phi(1)"),
            Hypothesis(Eq(jump, 2 * 3**n / (3 * 3**n) - left_limit), "phi(1/2) = 2/3"),
        ),
        source="schmidthieber2021, section 2",
        code=("theory.superposition:phi", "theory.superposition:code", "theory.superposition:decode"),
        note="Exact, but no uniform approximation by continuous heads: phi jumps at every dyadic rational (K2). "
        "Linear interpolation over the gaps of the Cantor set keeps the bound: K1'.",
        steps=(
            Induction(
                name="places",
                says="The first difference is 2 3^-k; each later place takes at most 2 3^-i.",
                where=(real(e, "what the next place adds to u - v"),),
                start={P: PLACE, d: 2 * PLACE},
                becomes={P: P / 3, d: d + e},
                given=(Ge(e, -2 * P / 3),),
                claim=Ge(d, PLACE + P),
                mutants=(Mutant("twice as far apart", {"claim": Ge(d, 2 * PLACE)}),),
            ),
            Deduction(
                name="gap",
                says="What follows takes less than 3^-l: u and v differ, so u determines x.",
                claim=Ge(gap, PLACE),
                uses=("places",),
                mutants=(Mutant("more", {"claim": Gt(gap, PLACE)}), Mutant("without the places", {"uses": ()})),
            ),
            Inequality(
                name="logarithms",
                says="ln 2 and ln 3 are positive.",
                claim=And(Gt(log(2), 0, evaluate=False), Gt(log(3), 0, evaluate=False), evaluate=False),
                mutants=(Mutant("ln 2 > 1", {"claim": Gt(log(2), 1, evaluate=False)}),),
            ),
            Deduction(
                name="features",
                says="J >= k/n - 1.",
                claim=Le(dist, exp(log(2) * (1 - k / n))),
                uses=("logarithms",),
                mutants=(Mutant("without the factor 2", {"claim": Le(dist, exp(-log(2) * k / n))}),),
            ),
            Deduction(
                name="logarithm of the gap",
                says="k >= -ln|u-v|/ln 3.",
                claim=Le(1 - k / n, 1 + log(gap) / (n * log(3))),
                uses=("gap", "logarithms"),
                mutants=(Mutant("a place more", {"claim": Le(1 - (k - 1) / n, 1 + log(gap) / (n * log(3)))}),),
            ),
            Deduction(
                name="exponent",
                says="Times beta ln 2.",
                claim=Le(beta * log(2) * (1 - k / n), beta * log(2) * (1 + log(gap) / (n * log(3)))),
                uses=("logarithm of the gap", "logarithms"),
                mutants=(
                    Mutant(
                        "without the factor 2^beta",
                        {"claim": Le(beta * log(2) * (1 - k / n), beta * log(2) * log(gap) / (n * log(3)))},
                    ),
                ),
            ),
            Deduction(
                name="Hoelder bound",
                says="exp increases.",
                claim=Le(diff, HOELDER),
                uses=("features", "exponent"),
                mutants=(Mutant("half of it", {"claim": Le(diff, HOELDER / 2)}),),
            ),
            Inequality(
                name="powers of three",
                says="By induction.",
                claim=Ge(3**n, 3),
                mutants=(Mutant("9", {"claim": Ge(3**n, 9)}),),
            ),
            Deduction(
                name="jump",
                says="The geometric series of the digits 1, 1, 1, ...",
                claim=And(Eq(phi_one * (3**n - 1), 2 * 3**n / 3), Eq(jump * 3 * (3**n - 1), 2 * 3**n - 4), Gt(jump, 0)),
                uses=("powers of three",),
                mutants=(
                    Mutant("phi is continuous at 1/2", {"claim": Eq(jump, 0)}),
                    Mutant("another geometric series", {"claim": Eq(phi_one * (3**n - 1), 2 * 3**n)}),
                ),
            ),
            Instances(
                name="round trips",
                says="decode(code(x)) = x for dyadic features.",
                holds=_round_trip,
                cases=lambda: [(x,) for size in (1, 2, 3, 4) for x in _dyadic_points(40, size)],
                covers="160 points, n <= 4",
                evidence=True,
                mutants=(Mutant("decoded twice as large", {"holds": lambda x: _round_trip(x, 2)}),),
            ),
            Instances(
                name="representation",
                says="f(x) = g(u(x)) for a quadratic f.",
                holds=_represents,
                cases=lambda: [(x,) for size in (1, 2, 3) for x in _dyadic_points(40, size)],
                covers="120 points, n <= 3",
                evidence=True,
                mutants=(Mutant("another function", {"holds": lambda x: _represents(x, 1)}),),
            ),
            Instances(
                name="closed forms",
                says="phi(1) = 2 3^{n-1}/(3^n-1), and the limit at 1/2 is 2/(3(3^n-1)).",
                holds=_closed_form,
                cases=lambda: [(size,) for size in range(1, 9)],
                covers="n <= 8",
                evidence=True,
                mutants=(Mutant("2 3^n/(3^n-1)", {"holds": lambda size: _closed_form(size, 0)}),),
            ),
        ),
    )
)

alpha, s, z = symbols("alpha s z", real=True)
x, y, X, Y, W, across, inside, left, right, whole = symbols(
    "x y X Y W across inside left right whole", nonnegative=True
)
ell, power = symbols("ell power", nonnegative=True)


def _power(base: object, value: object) -> object:
    """value = base^alpha, for base >= 0."""
    return Or(And(Eq(base, 0), Eq(value, 0)), And(Gt(base, 0), Eq(value, exp(alpha * log(base)))))


declare(
    Statement(
        label="K1'",
        title="Linear interpolation over gaps keeps a Hoelder bound",
        kind="lemma",
        says="Let |g(a)-g(v)| <= W x^alpha and |g(b)-g(v)| <= W y^alpha for the ends a, b of a gap, x t and y t from "
        "v (W = C t^alpha): then |g(u)-g(v)| <= W for u in the gap at distance t, v not inside. Twice this gives "
        "points of two gaps. Two points at distance t of one gap of length ell t: the same.",
        formula=And(Le(across, W), Le(inside, W)),
        variables=(
            interval(alpha, 0, 1, "(]", "Hoelder exponent"),
            interval(s, 0, 1, "[]", "u = (1-s) a + s b"),
            interval(x, 0, None, "[)", "|v - a|/t"),
            interval(y, 0, None, "[)", "|v - b|/t"),
            interval(ell, 1, None, "[)", "length of the gap, divided by t"),
            quantity(W, "the bound C t^alpha at distance t = |u - v|"),
            quantity(X, "x^alpha"),
            quantity(Y, "y^alpha"),
            quantity(power, "ell^alpha"),
            quantity(left, "|g(a) - g(v)|"),
            quantity(right, "|g(b) - g(v)|"),
            quantity(across, "|g(u) - g(v)|, v outside the gap of u"),
            quantity(whole, "|g(b) - g(a)|"),
            quantity(inside, "|g(u) - g(v)|, u and v in one gap"),
        ),
        hypotheses=(Hypothesis(Eq((1 - s) * x + s * y, 1), "t = (1-s)|v-a| + s|v-b|: v is on one side of the gap"),),
        by_definition=(
            Hypothesis(And(_power(x, X), _power(y, Y), _power(ell, power)), "X, Y and power are powers"),
            Hypothesis(And(Le(left, W * X), Le(right, W * Y), Le(whole, W * power)), "the bound at the ends"),
            Hypothesis(Le(across, (1 - s) * left + s * right), "g is linear over the gap; triangle inequality"),
            Hypothesis(Eq(inside * ell, whole), "g is linear over the gap"),
        ),
        source="own",
        code=("theory.superposition:outer",),
        steps=(
            Deduction(
                name="first tangent",
                says="e^z = e^{alpha z} e^{(1-alpha) z}.",
                where=(real(z),),
                claim=And(
                    Ge(exp((1 - alpha) * z), 1 + (1 - alpha) * z), Ge(exp(z), exp(alpha * z) * (1 + (1 - alpha) * z))
                ),
                mutants=(Mutant("a steeper tangent", {"claim": Ge(exp(z), exp(alpha * z) * (1 + z))}),),
            ),
            Deduction(
                name="second tangent",
                says="1 = e^{alpha z} e^{-alpha z}.",
                where=(real(z),),
                claim=And(Ge(exp(-alpha * z), 1 - alpha * z), Ge(1, exp(alpha * z) * (1 - alpha * z))),
                mutants=(Mutant("a flatter tangent", {"claim": Ge(1, exp(alpha * z) * (1 - alpha * z / 2))}),),
            ),
            Deduction(
                name="Bernoulli",
                says="alpha times the first and 1-alpha times the second.",
                where=(real(z),),
                claim=Le(exp(alpha * z), 1 + alpha * (exp(z) - 1)),
                uses=("first tangent", "second tangent"),
                mutants=(Mutant("half the slope", {"claim": Le(exp(alpha * z), 1 + alpha * (exp(z) - 1) / 2)}),),
            ),
            Deduction(
                name="powers",
                says="x^alpha <= 1 + alpha (x - 1), also for x = 0.",
                claim=And(Le(X, 1 + alpha * (x - 1)), Le(Y, 1 + alpha * (y - 1))),
                uses=(Use("Bernoulli", {z: log(x)}), Use("Bernoulli", {z: log(y)})),
                mutants=(Mutant("half the slope", {"claim": Le(X, 1 + alpha * (x - 1) / 2)}),),
            ),
            Deduction(
                name="across",
                says="(1-s) X + s Y <= 1 + alpha ((1-s) x + s y - 1) = 1.",
                claim=Le(across, W),
                uses=("powers",),
                mutants=(Mutant("less than the bound", {"claim": Le(across, W * s)}),),
            ),
            Deduction(
                name="length",
                says="ell^alpha <= ell for ell >= 1.",
                claim=Le(power, ell),
                mutants=(Mutant("bounded", {"claim": Le(power, 1)}),),
            ),
            Deduction(
                name="inside",
                says="|g(u)-g(v)| = |g(b)-g(a)|/ell.",
                claim=Le(inside, W),
                uses=("length",),
                mutants=(Mutant("half of it", {"claim": Le(inside, W / 2)}),),
            ),
        ),
    )
)
