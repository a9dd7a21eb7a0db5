"""Chapter L, second part: errors of logits, factors of weights, underflow."""

from __future__ import annotations

from sympy import Abs, And, Or, exp, log, symbols  # type: ignore[import-untyped]

from theory.proof_steps import (
    Deduction,
    Induction,
    Mutant,
    integers,
    interval,
    positive,
    quantity,
    real,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le
from theory.statements.l_floating import diam, high, worst

d, n, S, V = symbols("d n S V", positive=True)
u_s, u_w, e_exp, omega, reach, R, g_d, g_m = symbols("u_s u_w e_exp omega reach R g_d g_m", nonnegative=True)
size, logit, terms, tokens, off, lost, junk, D0, w, o, load, base = symbols(
    "size logit terms tokens off lost junk D0 w o load base", nonnegative=True
)
moved, part, summed, e, r, eps, t, v, y = symbols("moved part summed e r eps t v y", real=True)

LOGITS = g_d * S + u_s * (1 + g_d) * S + (d * (1 + g_d) * (1 + u_s) + 1) * omega
"""E: how far a stored logit may be off; the last term is underflow."""
THETA = reach - log(1 - e_exp)

# --- L3, L4, L5 ---------------------------------------------------------------------------------------------------

DATA = (
    integers(d, 1, meaning="coordinates of a key"),
    positive(S, "max_i (sum_j |k_ij x_j| + |b_i|)"),
    interval(u_s, 0, 1, "[)", "unit of stored logits"),
    interval(omega, 0, None, "[)", "underflow error of one operation"),
    interval(g_d, 0, None, "[)", "gamma_{d+1} of the unit of sums"),
)

declare(
    Statement(
        label="L3",
        title="Error of a stored logit",
        kind="lemma",
        says="Sums with at most d+1 roundings per term, then one rounding to u_s: the logit is off by at most E = "
        "g_{d+1} S + u_s (1+g_{d+1}) S + underflow, and computed logits differ by at most 2 (S+E).",
        formula=And(Le(off, LOGITS), Le(R, 2 * (S + LOGITS))),
        variables=(
            *DATA,
            quantity(size, "sum of the absolute values of the terms summed"),
            quantity(part, "exact sum of the terms", None),
            quantity(summed, "the computed sum before it is stored", None),
            quantity(terms, "products summed"),
            quantity(off, "|computed - exact| logit"),
            quantity(logit, "largest exact |logit|"),
            quantity(R, "max_i (max_j s_j - s_i) of computed logits"),
        ),
        by_definition=(
            Hypothesis(And(Le(size, S), Le(logit, S), Eq(terms, d)), "d products and a bias; S is the largest sum"),
            Hypothesis(Le(off, Abs(summed - part) + u_s * Abs(summed) + omega), "storing rounds once more"),
            Hypothesis(Le(R, 2 * (logit + off)), "computed logits lie between -(logit + off) and logit + off"),
        ),
        source="higham2002, section 3.1",
        uses=("L1",),
        steps=(
            Induction(
                name="sum",
                says="Each term passes at most d+1 roundings: a factor within gamma_{d+1} of 1 (L1); products may "
                "underflow, the bias (added first) not.",
                where=(
                    real(v, "exact term"),
                    interval(y, -g_d, g_d, "[]", "its relative error"),
                    interval(t, -omega * (1 + g_d), omega * (1 + g_d), "[]", "underflow of its product in the sum"),
                ),
                start={part: v, summed: v * (1 + y), size: Abs(v), terms: 0},
                becomes={
                    part: part + v,
                    summed: summed + v * (1 + y) + t,
                    size: size + Abs(v),
                    terms: terms + 1,
                },
                claim=And(
                    Le(Abs(summed - part), g_d * size + terms * omega * (1 + g_d)),
                    Le(Abs(part), size),
                ),
                mutants=(
                    Mutant("half of it", {"claim": Le(2 * Abs(summed - part), g_d * size + terms * omega * (1 + g_d))}),
                ),
            ),
            Deduction(
                name="before storing",
                says="With all terms.",
                claim=And(
                    Le(Abs(summed - part), g_d * S + d * omega * (1 + g_d)),
                    Le(Abs(summed), (1 + g_d) * S + d * omega * (1 + g_d)),
                ),
                uses=("sum",),
                mutants=(Mutant("without underflow", {"claim": Le(Abs(summed - part), g_d * S)}),),
            ),
            Deduction(
                name="stored",
                says="Storing adds u_s times the sum, and omega.",
                claim=Le(off, LOGITS),
                uses=("before storing",),
                mutants=(Mutant("without underflow", {"claim": Le(off, g_d * S + u_s * (1 + g_d) * S)}),),
            ),
            Deduction(
                name="range",
                says="Twice the largest computed logit.",
                claim=Le(R, 2 * (S + LOGITS)),
                uses=("stored",),
                mutants=(Mutant("without the errors", {"claim": Le(R, 2 * S)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="L4",
        title="Factors of the computed weights",
        kind="lemma",
        says="Errors e of the logit and r of the subtraction, |e| + |r| <= reach, and exp with a relative error <= "
        "e_exp: factors between e^-theta and e^theta, theta = reach - ln(1 - e_exp).",
        formula=Le(worst, exp(THETA)),
        variables=(
            interval(reach, 0, None, "[)", "E + u_s R"),
            interval(e_exp, 0, 1, "[)", "relative error of exp: 2 kappa u for kappa ulp"),
            quantity(e, "error of a logit", None),
            quantity(r, "error of the subtraction of the maximum", None),
            quantity(eps, "relative error of exp, underflow apart", -e_exp, e_exp),
            quantity(worst, "largest of the factors e^{e+r} (1 + eps) and their inverses"),
        ),
        hypotheses=(Hypothesis(Le(Abs(e) + Abs(r), reach), "|e| + |r| <= reach"),),
        by_definition=(
            Hypothesis(
                Or(Eq(worst, exp(e + r) * (1 + eps)), Eq(worst * exp(e + r) * (1 + eps), 1)),
                "for the token with the largest factor or inverse factor",
            ),
        ),
        steps=(
            Deduction(
                name="exponential",
                says="exp increases, and e^-reach e^reach = 1.",
                claim=And(Le(exp(e + r), exp(reach)), Ge(exp(e + r), exp(-reach)), Ge(exp(e + r) * exp(reach), 1)),
                mutants=(Mutant("half of it", {"claim": Le(2 * exp(e + r), exp(reach))}),),
            ),
            Deduction(
                name="factors",
                says="1 + e_exp <= 1/(1 - e_exp).",
                claim=Le(worst * (1 - e_exp), exp(reach)),
                uses=("exponential",),
                mutants=(Mutant("exact exp", {"claim": Le(worst, exp(reach))}),),
            ),
            Deduction(
                name="theta",
                says="e^theta = e^reach/(1 - e_exp).",
                claim=Le(worst, exp(THETA)),
                uses=("factors",),
                mutants=(Mutant("half of it", {"claim": Le(2 * worst, exp(THETA))}),),
            ),
        ),
    )
)

HIGH = quantity(high, "1 + rho, for the factors 1 + u_out, 1 + u_acc, 1 + u_w, 1 + g_n and the divisor 1 - g_{n-1}")
SUMS = (
    integers(n, 1, meaning="tokens, context included"),
    positive(V, "max |v_i|"),
    interval(diam, 0, None, "[)", "diameter of the values"),
    interval(u_w, 0, 1, "[)", "unit of the weights"),
    interval(g_m, 0, 1, "[)", "gamma_{n-1} of the unit of sums"),
)

declare(
    Statement(
        label="L5",
        title="Underflow in a softmax head",
        kind="lemma",
        says="Weights may underflow at exp (lost), at the quotient and when they are rounded, products once, quotient "
        "and result once each: n tokens and the largest weight >= 1 - e_exp.",
        formula=And(
            Le(lost, n * omega * diam / (1 - e_exp)), Le(junk, omega * (n * (3 * V + 1) * high / (1 - e_exp) + 3))
        ),
        variables=(
            *SUMS,
            interval(omega, 0, None, "[)", "underflow error of one operation"),
            interval(e_exp, 0, 1, "[)", "relative error of exp"),
            HIGH,
            quantity(base, "(1 + u_out)(1 + u_acc)(1 + g_n)", 1),
            quantity(D0, "sum of the computed weights"),
            quantity(tokens, "tokens counted"),
            quantity(moved, "sum of o_i (v_i - A_1), o_i the underflow of exp, in the direction of the sum", None),
            quantity(lost, "what that moves the head"),
            quantity(load, "sum over the tokens of |o v + t|: o underflow of a weight, t that of a product"),
            quantity(junk, "all underflow after exp, largest component"),
        ),
        by_definition=(
            Hypothesis(Eq(tokens, n), "all tokens"),
            Hypothesis(Ge(D0, 1 - e_exp), "the largest logit has weight exp(0) (1 + eps), without underflow"),
            Hypothesis(Le(lost * D0, Abs(moved)), "sum of o_i (v_i - A_1)/D_0"),
            Hypothesis(Eq(high * (1 - g_m), base * (1 + u_w)), "the factors of 1 + rho"),
            Hypothesis(
                Or(
                    Le((junk - 3 * omega) * D0 * (1 - g_m), load * base),
                    Le(junk - 3 * omega, load * base),
                ),
                "divided last (quotient and result underflow: omega (1 + u_out) + omega), or normalised first",
            ),
        ),
        steps=(
            Induction(
                name="weights",
                says="|v_i - A_1| <= diam(v).",
                where=(interval(o, 0, omega, "[]", "|o_i|"), interval(v, -diam, diam, "[]", "v_i - A_1, a component")),
                start={moved: 0, tokens: 0},
                becomes={moved: moved + o * v, tokens: tokens + 1},
                claim=Le(Abs(moved), tokens * omega * diam),
                mutants=(Mutant("half of it", {"claim": Le(2 * Abs(moved), tokens * omega * diam)}),),
            ),
            Deduction(
                name="lost",
                says="Divide by D_0 >= 1 - e_exp.",
                claim=Le(lost, n * omega * diam / (1 - e_exp)),
                uses=("weights",),
                mutants=(Mutant("exact exp", {"claim": Le(lost, n * omega * diam)}),),
            ),
            Induction(
                name="products",
                says="Two roundings of a weight: at most omega (2 + u_w) <= 3 omega.",
                where=(
                    interval(o, 0, omega * (2 + u_w), "[]", "|o|"),
                    interval(v, 0, V, "[]", "|v_i|, a component"),
                    interval(t, 0, omega, "[]", "|t|"),
                ),
                start={load: 0, tokens: 0},
                becomes={load: load + o * v + t, tokens: tokens + 1},
                claim=Le(load, tokens * omega * (3 * V + 1)),
                mutants=(Mutant("one rounding", {"claim": Le(load, tokens * omega * (V + 1))}),),
            ),
            Deduction(
                name="amplified",
                says="base <= (1 - g_{n-1})(1 + rho), and 1 - e_exp <= D_0 or 1.",
                claim=Le((junk - 3 * omega) * (1 - e_exp), load * high),
                mutants=(Mutant("half of it", {"claim": Le(2 * (junk - 3 * omega) * (1 - e_exp), load * high)}),),
            ),
            Deduction(
                name="load",
                says="With n tokens.",
                claim=Le((junk - 3 * omega) * (1 - e_exp), n * omega * (3 * V + 1) * high),
                uses=("products", "amplified"),
                mutants=(
                    Mutant("without 3", {"claim": Le((junk - 3 * omega) * (1 - e_exp), n * omega * (V + 1) * high)}),
                ),
            ),
            Deduction(
                name="junk",
                says="Divide.",
                claim=Le(junk, omega * (n * (3 * V + 1) * high / (1 - e_exp) + 3)),
                uses=("load",),
                mutants=(Mutant("exact exp", {"claim": Le(junk, omega * (n * (3 * V + 1) * high + 3))}),),
            ),
        ),
    )
)
