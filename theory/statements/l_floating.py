"""Chapter L: a head in floating-point arithmetic, first the two lemmas."""

from __future__ import annotations

from flint import fmpq
from sympy import And, Or, exp, symbols, tanh  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Induction, Instances, Mutant, integers, interval, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt

u, g, x = symbols("u g x", nonnegative=True)
j, count, product, high = symbols("j count product high", nonnegative=True)
theta, diam, w, a, b, a1, b1, worst, total, total1 = symbols(
    "theta diam w a b a1 b1 worst total total1", nonnegative=True
)
num, num1, low, v, mult, head, head1, y, factor = symbols("num num1 low v mult head head1 y factor", real=True)
ceiling, f = symbols("ceiling f", nonnegative=True)

# --- L1 -----------------------------------------------------------------------------------------------------------

declare(
    Statement(
        label="L1",
        title="Products of rounding factors",
        kind="lemma",
        says="j factors 1 + delta, |delta| <= u, have a product in [1 - g_j, 1 + g_j], g_j = j u/(1 - j u), if j u < "
        "1.",
        formula=And(Le(product, 1 + g), Ge(product, 1 - g)),
        variables=(
            integers(j, 0, meaning="number of factors"),
            interval(u, 0, 1, "[)", "unit roundoff"),
            interval(g, 0, None, "[)", "g_j"),
            quantity(product, "product of the factors"),
            quantity(count, "factors multiplied"),
        ),
        hypotheses=(Hypothesis(Lt(j * u, 1), "j u < 1"), Hypothesis(Eq(g * (1 - j * u), j * u), "g = j u/(1 - j u)")),
        by_definition=(Hypothesis(Eq(count, j), "all factors"),),
        source="higham2002, Lemma 3.1",
        steps=(
            Induction(
                name="factors",
                says="(1+u)(1-(c+1)u) <= 1-cu, and Bernoulli's inequality below.",
                where=(interval(y, 1 - u, 1 + u, "[]", "the next factor"),),
                start={product: 1, count: 0},
                becomes={product: product * y, count: count + 1},
                claim=Or(
                    Ge(count * u, 1), And(Le(product * (1 - count * u), 1), Ge(product, 1 - count * u), Ge(product, 0))
                ),
                mutants=(Mutant("half the roundoff", {"claim": Or(Ge(count * u, 1), Ge(product, 1 - count * u / 2))}),),
            ),
            Deduction(
                name="bounds",
                says="1/(1-ju) = 1 + g_j and 1 - ju >= 1 - g_j.",
                claim=And(Le(product, 1 + g), Ge(product, 1 - g)),
                uses=("factors",),
                mutants=(Mutant("half of it", {"claim": Le(product, 1 + g / 2)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="L2",
        title="Rounding factors above and below",
        kind="lemma",
        says="Factors in [1-x_j, 1+x_j], x_j >= 0, and one divisor in [1-g, 1+g], g < 1: the quotient is in [1-rho, "
        "1+rho] with 1 + rho = prod (1 + x_j)/(1-g).",
        formula=And(Le(factor, high), Ge(factor, 2 - high)),
        variables=(
            interval(g, 0, 1, "[)", "bound of the divisor's error"),
            quantity(f, "product of the factors"),
            quantity(ceiling, "product of the 1 + x_j", 1),
            quantity(y, "the divisor", 1 - g, 1 + g),
            quantity(factor, "f/y", None),
            quantity(high, "1 + rho = ceiling/(1-g)"),
        ),
        by_definition=(Hypothesis(And(Eq(factor * y, f), Eq(high * (1 - g), ceiling)), "quotients"),),
        steps=(
            Induction(
                name="factors",
                says="(2-H)(1-x) >= 2 - H(1+x) for H >= 1.",
                where=(interval(x, 0, 1, "[]"), interval(v, -x, x, "[]", "the next factor is 1 + v")),
                start={f: 1, ceiling: 1},
                becomes={f: f * (1 + v), ceiling: ceiling * (1 + x)},
                claim=And(Le(f, ceiling), Ge(f, 2 - ceiling)),
                mutants=(Mutant("half as far", {"claim": Le(2 * f, 1 + ceiling)}),),
            ),
            Deduction(
                name="above",
                says="Divide by at least 1-g.",
                claim=Le(factor, high),
                uses=("factors",),
                mutants=(Mutant("without the divisor", {"claim": Le(factor, ceiling)}),),
            ),
            Deduction(
                name="below",
                says="(2-H)/(1+g) >= 2 - H/(1-g).",
                claim=Ge(factor, 2 - high),
                uses=("factors",),
                mutants=(Mutant("without the divisor", {"claim": Ge(factor, 2 - ceiling)}),),
            ),
        ),
    )
)


def _attained(factor_: int, power: int = 1) -> bool:
    """Two tokens with weights 1 and X, values 1 and 0, factors X and 1/X: the head moves by (X-1)/(X+1)."""
    X = fmpq(factor_) ** power
    before, after = 1 / (1 + fmpq(factor_)), X / (X + factor_ / X)
    return bool(after - before == fmpq(factor_ - 1, factor_ + 1))


# --- L0 -----------------------------------------------------------------------------------------------------------

TANH = tanh(theta / 2)

declare(
    Statement(
        label="L0",
        title="Perturbed logits move a softmax head by at most diam(v) tanh(theta/2)",
        kind="lemma",
        says="Weights multiplied by factors between e^-theta and e^theta (errors <= theta of the logits): in every "
        "direction the head moves by at most the values' diameter times tanh(theta/2). The bound is attained.",
        formula=Le(head1 - head, diam * TANH),
        variables=(
            interval(theta, 0, None, "[)", "bound of the errors of the logits"),
            interval(diam, 0, None, "[)", "diameter of the values"),
            real(low, "smallest component of the values in the direction"),
            quantity(worst, "largest of the factors and their inverses", 1),
            quantity(total, "sum of the exact weights", 0),
            quantity(total1, "sum of the perturbed weights", 0),
            quantity(a, "exact weights of the tokens whose share grows"),
            quantity(b, "exact weights of the others"),
            quantity(a1, "perturbed weights of the tokens whose share grows"),
            quantity(b1, "perturbed weights of the others"),
            quantity(num, "exact weights times components", None),
            quantity(num1, "perturbed weights times components", None),
            quantity(head, "component of the head", None),
            quantity(head1, "component of the perturbed head", None),
        ),
        hypotheses=(Hypothesis(Le(worst, exp(theta)), "factors between e^-theta and e^theta"),),
        by_definition=(
            Hypothesis(And(Eq(a + b, total), Eq(a1 + b1, total1), Gt(total, 0), Gt(total1, 0)), "sums of the weights"),
            Hypothesis(And(Eq(head * total, num), Eq(head1 * total1, num1)), "the heads"),
        ),
        note="Both signs: apply it to -v. Vectors: the direction of the difference. Attained by two tokens with "
        "e^theta a = b, the one weight multiplied by e^theta and the other by e^-theta.",
        steps=(
            Induction(
                name="weights",
                says="Each weight by its factor.",
                where=(
                    interval(w, 0, None, "[)", "weight of the next token"),
                    interval(mult, 1 / worst, worst, "[]", "its factor"),
                    integers(j, 0, 1, "1 if its share grows"),
                ),
                start={a: 0, b: 0, a1: 0, b1: 0},
                becomes={
                    a: a + j * w,
                    b: b + (1 - j) * w,
                    a1: a1 + j * w * mult,
                    b1: b1 + (1 - j) * w * mult,
                },
                given=(Or(Eq(j, 0), Eq(j, 1)),),
                claim=And(Le(a1, worst * a), Le(b, worst * b1)),
                mutants=(Mutant("half of it", {"claim": Le(2 * a1, worst * a)}),),
            ),
            Induction(
                name="difference",
                says="Times both sums: a token whose share grows adds at most diam, another one at most 0.",
                where=(
                    interval(w, 0, None, "[)", "weight of the next token"),
                    interval(mult, 0, None, "[)", "its factor"),
                    interval(v, low, low + diam, "[]", "component of its value"),
                    integers(j, 0, 1, "1 if its share grows"),
                ),
                start={a: 0, b: 0, a1: 0, b1: 0, num: 0, num1: 0},
                becomes={
                    a: a + j * w,
                    b: b + (1 - j) * w,
                    a1: a1 + j * w * mult,
                    b1: b1 + (1 - j) * w * mult,
                    num: num + w * v,
                    num1: num1 + w * mult * v,
                },
                given=(Or(And(Eq(j, 1), Ge(mult * total, total1)), And(Eq(j, 0), Le(mult * total, total1))),),
                claim=Le(
                    (num1 - low * (a1 + b1)) * total - (num - low * (a + b)) * total1,
                    diam * (a1 * total - a * total1),
                ),
                mutants=(
                    Mutant(
                        "half of it",
                        {
                            "claim": Le(
                                (num1 - low * (a1 + b1)) * total - (num - low * (a + b)) * total1,
                                diam * (a1 * total - a * total1) / 2,
                            )
                        },
                    ),
                ),
            ),
            Deduction(
                name="factors",
                says="They are at most e^theta.",
                claim=And(Le(a1, exp(theta) * a), Le(b, exp(theta) * b1)),
                uses=("weights",),
                mutants=(Mutant("half of it", {"claim": Le(2 * a1, exp(theta) * a)}),),
            ),
            Deduction(
                name="shares",
                says="2 X a b <= (X a)^2 + b^2 with X = e^theta: the share of the growing tokens grows most if X a = "
                "b.",
                claim=Le((a1 * total - a * total1) * (exp(theta) + 1), (exp(theta) - 1) * total * total1),
                uses=("weights",),
                mutants=(
                    Mutant(
                        "half of it",
                        {
                            "claim": Le(
                                2 * (a1 * total - a * total1) * (exp(theta) + 1), (exp(theta) - 1) * total * total1
                            )
                        },
                    ),
                ),
            ),
            Deduction(
                name="head",
                says="Divide by both sums.",
                claim=Le(head1 - head, diam * TANH),
                uses=("difference", "shares"),
                mutants=(Mutant("half of it", {"claim": Le(head1 - head, diam * TANH / 2)}),),
            ),
            Instances(
                name="attained",
                says="Two tokens, X = e^theta: the difference is (X-1)/(X+1) = tanh(theta/2).",
                holds=_attained,
                cases=lambda: [(2,), (3,), (10,), (1000,)],
                covers="four values of e^theta",
                evidence=True,
                mutants=(Mutant("factors X^2", {"holds": lambda x_: _attained(x_, 2)}),),
            ),
        ),
    )
)
