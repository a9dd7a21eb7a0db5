"""Chapter A: the series of a product of two Bessel functions (A5b), by Vandermonde's sum."""

from __future__ import annotations

from sympy import And, Expr, gamma, symbols  # type: ignore[import-untyped]

from theory.evaluation import agrees
from theory.proof_steps import Deduction, Induction, Instances, Mutant, integers, interval, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le

a, b, coefficient, whole, lifted, following, part, j = symbols(
    "a b coefficient whole lifted following part j", real=True
)
k, n = symbols("k n", nonnegative=True)


def product_coefficient(a: Expr, b: Expr, k: Expr) -> Expr:
    """(a+b+k+1)_k/(k! Gamma(a+k+1) Gamma(b+k+1))."""
    return gamma(a + b + 2 * k + 1) / (gamma(k + 1) * gamma(a + b + k + 1) * gamma(a + k + 1) * gamma(b + k + 1))


def vandermonde(n: Expr) -> Expr:
    """C(a+b+2k, n)."""
    return gamma(a + b + 2 * k + 1) / (gamma(n + 1) * gamma(a + b + 2 * k - n + 1))


def coefficient_agrees(a_: str, b_: str, k_: int, shift: int = 0) -> bool:
    """The formula against the sum of k+1 terms."""
    from flint import arb

    from theory.balls import exact

    first, second = arb(exact(a_)), arb(exact(b_))
    total = sum(
        (
            1 / (arb(j + 1).gamma() * (first + j + 1).gamma() * arb(k_ - j + 1).gamma() * (second + k_ - j + 1).gamma())
            for j in range(k_ + 1)
        ),
        arb(0),
    )
    return agrees(product_coefficient(a, b, k), {a: exact(a_), b: exact(b_), k: k_ + shift}, total)


declare(
    Statement(
        label="A5b",
        title="Products of Bessel functions",
        kind="lemma",
        says=(
            "I_a(x) I_b(x) = sum_k (a+b+k+1)_k/(k! Gamma(a+k+1) Gamma(b+k+1)) (x/2)^{a+b+2k}: the coefficients of the "
            "product of the two series."
        ),
        formula=Eq(coefficient, product_coefficient(a, b, k)),
        variables=(
            interval(a, -1, None, "()", "order"),
            interval(b, -1, None, "()", "order"),
            integers(k, 0, meaning="index"),
            quantity(coefficient, "sum_j 1/(j! Gamma(a+j+1) (k-j)! Gamma(b+k-j+1)), j = 0..k", None),
            quantity(n, "an integer, at last k"),
            quantity(whole, "V_n = sum_j C(b+k,j) C(a+k,n-j), j = 0..n", None),
            quantity(lifted, "sum_j C(b+k,j) C(a+k,n-j) ((b+k-j) + (a+k-n+j))", None),
            quantity(following, "V_{n+1}", None),
        ),
        hypotheses=(Hypothesis(Gt(a + b + k + 1, 0), "a + b + k + 1 > 0"),),
        by_definition=(
            Hypothesis(
                Eq(lifted, (n + 1) * following), "(j+1) C(r,j+1) = (r-j) C(r,j), for both factors, by index n+1"
            ),
            Hypothesis(
                Eq(coefficient * gamma(a + k + 1) * gamma(b + k + 1), whole),
                "C(b+k,j) = Gamma(b+k+1)/(j! Gamma(b+k-j+1)), C(a+k,k-j) = Gamma(a+k+1)/((k-j)! Gamma(a+j+1)); n = k",
            ),
            Hypothesis(Eq(n, k), "at last"),
            Hypothesis(Eq(vandermonde(n), vandermonde(k)), "n = k"),
        ),
        source="dlmf 10.31.3",
        value=product_coefficient(a, b, k),
        steps=(
            Induction(
                name="one more",
                says="(n+1) V_{n+1} = (a+b+2k-n) V_n: the two factors add up to the same for every j.",
                where=(real(part, "C(b+k,j) C(a+k,n-j)"), real(j, "the next index")),
                start={whole: 0, lifted: 0},
                becomes={whole: whole + part, lifted: lifted + part * ((b + k - j) + (a + k - n + j))},
                claim=Eq(lifted, (a + b + 2 * k - n) * whole),
                mutants=(Mutant("plus n", {"claim": Eq(lifted, (a + b + 2 * k + n) * whole)}),),
            ),
            Induction(
                name="Vandermonde",
                says="V_0 = 1, and step `one more` up to n = k.",
                start={n: 0, whole: 1},
                becomes={n: n + 1, whole: following},
                given=(Le(n + 1, k), Eq((n + 1) * following, (a + b + 2 * k - n) * whole)),
                claim=And(Eq(whole, vandermonde(n)), Ge(n, 0), Le(n, k)),
                mutants=(
                    Mutant("a sign", {"given": (Le(n + 1, k), Eq((n + 1) * following, (a + b + 2 * k + n) * whole))}),
                ),
            ),
            Deduction(
                name="coefficient",
                says="For n = k.",
                claim=Eq(coefficient, product_coefficient(a, b, k)),
                uses=("Vandermonde",),
                mutants=(Mutant("without Vandermonde", {"uses": ()}),),
            ),
            Instances(
                name="sums",
                says="The sum of k+1 terms.",
                holds=coefficient_agrees,
                cases=lambda: ((a, b, k) for a, b in (("0", "1"), ("-1/2", "1/2"), ("7/2", "9/4")) for k in (0, 1, 6)),
                mode="ball",
                covers="9 triples (a, b, k)",
                evidence=True,
                mutants=(Mutant("the next index", {"holds": lambda a, b, k: coefficient_agrees(a, b, k, 1)}),),
            ),
        ),
    )
)
