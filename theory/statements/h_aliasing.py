"""Chapter H, first part: what a quadrature rule makes of e^{lam<x,y>} g(y) (H1a)."""

from __future__ import annotations

from sympy import Abs, And, Implies, Or, exp, symbols  # type: ignore[import-untyped]

from theory.proof_steps import (
    Deduction,
    Induction,
    Mutant,
    Use,
    integers,
    interval,
    quantity,
    real,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le
from theory.statements.a_addition import eta, image, multiplier, value
from theory.statements.a_expansion import K as last
from theory.statements.a_gegenbauer import c, series
from theory.statements.a_harmonics import k as order
from theory.statements.a_harmonics import m, sphere
from theory.statements.a_kernel import lam, scale
from theory.statements.a_legendre import i as other
from theory.statements.a_legendre import k as degree
from theory.statements.a_legendre import t
from theory.statements.a_orthogonality import inner, norm
from theory.symbols import coefficient, legendre_d, tail

n, D, w, weight, alias, overlap = symbols("n D w weight alias overlap", nonnegative=True)
partial_sum, tails, reached = symbols("partial_sum tails reached", nonnegative=True)
beyond, below, j = symbols("beyond below j", nonnegative=True)
rule, gained, u, v = symbols("rule gained u v", real=True)

target_degree = integers(n, 0, meaning="degree of the polynomial g")
exactness = integers(D, 0, meaning="the nodes p_i, weights om_i > 0 of sum 1 are exact to degree D")

declare(
    Statement(
        label="H1a",
        title="Aliasing",
        kind="lemma",
        says="For nodes exact to degree D and a polynomial g of degree n, D >= 2n: sum_i om_i g(p_i) e^{lam<x,p_i>} "
        "differs from int e^{lam<x,y>} g(y) dsigma(y) by at most sum_i om_i |g(p_i)| tau_{D-n}.",
        formula=Le(alias, weight * tail(m, D - n, lam)),
        variables=(
            sphere,
            scale,
            target_degree,
            exactness,
            integers(order, 1, meaning="degree of the next term"),
            interval(c, -1, 1, "[]", "<x,p_i>"),
            quantity(series, "sum_k A_k P_k(c)", None),
            quantity(alias, "|sum_i om_i g(p_i) e^{lam<x,p_i>} - int e^{lam<x,y>} g(y) dsigma(y)|"),
            quantity(weight, "sum_i om_i |g(p_i)|"),
            quantity(rule, "sum_i om_i g(p_i) P_k(<x,p_i>), at the k > D-n where it is largest", None),
            quantity(overlap, "largest |int P_k(<x,y>) Y(y) dsigma(y)|, Y in H_j, j <= n, over k > n"),
            quantity(beyond, "that k"),
            quantity(below, "that j"),
            quantity(image, "int P_k(<x,y>) Y(y) dsigma(y) where that is attained", None),
            quantity(multiplier, "the mean of P_k P_j", None),
            quantity(value, "Y(x)", None),
            quantity(inner, "the mean of P_k P_j", None),
            quantity(norm, "the mean of P_{k+1}^2"),
            quantity(partial_sum, "sum over the degrees of A_k |rule - integral|"),
            quantity(tails, "sum of A_k over the degrees k > D-n"),
            quantity(reached, "the last degree"),
        ),
        hypotheses=(Hypothesis(Ge(D, 2 * n), "D >= 2n"),),
        by_definition=(
            Hypothesis(And(Eq(overlap, Abs(image)), Eq(multiplier, inner)), "the notation"),
            Hypothesis(And(Gt(beyond, D - n), Le(below, n)), "k > D-n >= n >= j"),
            Hypothesis(Eq(tails, tail(m, D - n, lam)), "the sum over all degrees k > D-n"),
            Hypothesis(
                Implies(Eq(series, exp(lam * c)), Le(alias, partial_sum)),
                "both sides expanded in degrees k, if e^{lam t} is its series (triangle inequality)",
            ),
        ),
        steps=(
            Deduction(
                name="orthogonality",
                says="Funk-Hecke for P_k: the multiplier on H_j, j < k, is the mean of P_k P_j = 0.",
                claim=Eq(overlap, 0),
                uses=(Use("A2c", {degree: beyond, other: below}), Use("A4", {eta: 1})),
                mutants=(
                    Mutant("without orthogonality", {"uses": (Use("A4", {eta: 1}),)}),
                    Mutant("without Funk-Hecke", {"uses": (Use("A2c", {degree: beyond, other: below}),)}),
                ),
            ),
            Deduction(
                name="series",
                says="A6a.",
                claim=Eq(series, exp(lam * c)),
                uses=("A6a",),
                mutants=(Mutant("without A6a", {"uses": ()}),),
            ),
            Induction(
                name="nodes",
                says="|P_k| <= 1, node after node.",
                where=(
                    interval(w, 0, None, "[)", "om_i"),
                    real(v, "g(p_i)"),
                    interval(t, -1, 1, "[]", "<x,p_i>"),
                    integers(j, 0, meaning="k"),
                ),
                start={rule: 0, weight: 0},
                becomes={rule: rule + w * v * legendre_d(m, j, t), weight: weight + w * Abs(v)},
                claim=Le(Abs(rule), weight),
                uses=(Use("A2", {degree: j}),),
                mutants=(
                    Mutant("half of it", {"claim": Le(Abs(rule), weight / 2)}),
                    Mutant("without A2", {"uses": ()}),
                ),
            ),
            Induction(
                name="degrees",
                says="The rule is exact for g P_k, k <= D-n; beyond, the integral is overlap = 0, the rule bounded.",
                where=(
                    real(u, "sum_i om_i g(p_i) P_k(<x,p_i>)"),
                    real(v, "int g(y) P_k(<x,y>) dsigma(y)"),
                    real(gained, "A_k if k > D-n, else 0"),
                ),
                start={partial_sum: 0, tails: 0, reached: 0},
                becomes={
                    partial_sum: partial_sum + coefficient(m, order, lam) * Abs(u - v),
                    tails: tails + gained,
                    reached: reached + 1,
                },
                given=(
                    Eq(order, reached + 1),
                    Or(
                        And(Le(order, D - n), Eq(u, v), Eq(gained, 0)),
                        And(
                            Gt(order, D - n),
                            Le(Abs(u), Abs(rule)),
                            Le(Abs(v), overlap),
                            Eq(gained, coefficient(m, order, lam)),
                        ),
                    ),
                ),
                claim=Le(partial_sum, (Abs(rule) + overlap) * tails),
                uses=(Use("A6", {last: 0}),),
                mutants=(
                    Mutant("half of it", {"claim": Le(partial_sum, (Abs(rule) + overlap) * tails / 2)}),
                    Mutant("coefficients of any sign", {"uses": ()}),
                ),
            ),
            Deduction(
                name="aliasing",
                says="Only the degrees k > D-n are left.",
                claim=Le(alias, weight * tail(m, D - n, lam)),
                uses=("orthogonality", "series", "nodes", "degrees"),
                mutants=(
                    Mutant("half of it", {"claim": Le(alias, weight * tail(m, D - n, lam) / 2)}),
                    Mutant("without orthogonality", {"uses": ("series", "nodes", "degrees")}),
                    Mutant("without the bound of the rule", {"uses": ("orthogonality", "series", "degrees")}),
                ),
            ),
        ),
    )
)
