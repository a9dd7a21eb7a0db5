"""Chapter L, fourth part: online softmax, and the rounding of ideal data."""

from __future__ import annotations

from sympy import Abs, And, Or, exp, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Induction, Mutant, integers, interval, positive, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le
from theory.statements.l_floating import worst
from theory.statements.l_rounding import R, S, V, e, e_exp, n, reach, u_s, v, w
from theory.statements.l_total import mass

u = symbols("u", positive=True)
eps, y, z, ideal, rounded = symbols("eps y z ideal rounded", real=True)
c, power, count, fac, size, size1, change, gap, path, shift = symbols(
    "c power count fac size size1 change gap path shift", nonnegative=True
)

# --- L', L'' ------------------------------------------------------------------------------------------------------

declare(
    Statement(
        label="L'",
        title="Online softmax over blocks of keys",
        kind="lemma",
        says="The running sums are multiplied by exp(m_old - m_new) whenever a block raises the maximum. The c "
        "factors are common to both sums: theta becomes reach - (1+c) ln(1 - e_exp), with the same reach; each block "
        "adds two roundings to both sums (gamma_{n+2c}, gamma_{n-1+2c}).",
        formula=And(Le(worst * power, exp(reach)), Le(shift, u_s * R), Le(size, n + 2 * c)),
        variables=(
            integers(n, 1, meaning="tokens"),
            integers(c, 0, meaning="blocks that rescale"),
            interval(u_s, 0, 1, "[)", "unit of the differences of logits"),
            interval(e_exp, 0, 1, "[)", "relative error of exp"),
            interval(reach, 0, None, "[)", "E + u_s R"),
            quantity(count, "exponentials multiplied"),
            quantity(fac, "product of their factors 1 + eps"),
            quantity(power, "(1 - e_exp)^(1+c)", 0, 1),
            quantity(e, "error of a logit", None),
            quantity(z, "sum of the errors of the differences", None),
            quantity(path, "sum of the differences m_new - m_old and m - s_i"),
            quantity(shift, "|sum of the errors of the differences|"),
            quantity(R, "max_i (max_j s_j - s_i) of computed logits"),
            quantity(worst, "largest of the factors e^{e + z} fac of the weights and their inverses"),
            quantity(size, "roundings that a term of a sum passes"),
        ),
        by_definition=(
            Hypothesis(And(Eq(count, 1 + c), Le(path, R)), "they add up to (last maximum) - s_i"),
            Hypothesis(And(Eq(shift, Abs(z)), Le(Abs(e) + u_s * R, reach)), "reach >= E + u_s R"),
            Hypothesis(Or(Eq(worst, exp(e + z) * fac), Eq(worst * exp(e + z) * fac, 1)), "the extreme token"),
            Hypothesis(Le(size, (n - 1) + 1 + 2 * c), "n-1 additions and a product, two for each block"),
        ),
        note="Theory L: (2 u_acc + e_exp) per block, which is the first order of this; -ln(1 - e_exp) > e_exp.",
        steps=(
            Induction(
                name="exponentials",
                says="(1+e)(1-e) <= 1.",
                where=(interval(eps, -e_exp, e_exp, "[]", "relative error of the next exponential"),),
                start={fac: 1, power: 1, count: 0},
                becomes={fac: fac * (1 + eps), power: power * (1 - e_exp), count: count + 1},
                claim=And(Le(power, fac), Le(fac * power, 1)),
                mutants=(Mutant("exact exp", {"claim": Le(fac, 1)}),),
            ),
            Induction(
                name="differences",
                says="Each is rounded relatively.",
                where=(
                    interval(w, 0, None, "[)", "the next difference"),
                    interval(y, -u_s, u_s, "[]", "its relative error"),
                ),
                start={z: 0, path: 0},
                becomes={z: z + w * y, path: path + w},
                claim=Le(Abs(z), u_s * path),
                mutants=(Mutant("half of it", {"claim": Le(2 * Abs(z), u_s * path)}),),
            ),
            Deduction(
                name="shift",
                says="The differences telescope.",
                claim=And(Le(shift, u_s * R), Le(Abs(e + z), reach)),
                uses=("differences",),
                mutants=(Mutant("half of it", {"claim": Le(2 * shift, u_s * R)}),),
            ),
            Deduction(
                name="exponential",
                says="exp increases.",
                claim=And(Le(exp(e + z), exp(reach)), Ge(exp(e + z), exp(-reach)), Ge(exp(e + z) * exp(reach), 1)),
                uses=("shift",),
                mutants=(Mutant("half of it", {"claim": Le(2 * exp(e + z), exp(reach))}),),
            ),
            Deduction(
                name="factors",
                says="Divide by (1 - e_exp)^(1+c).",
                claim=Le(worst * power, exp(reach)),
                uses=("exponentials", "exponential"),
                mutants=(Mutant("exact exp", {"claim": Le(worst, exp(reach))}),),
            ),
            Deduction(
                name="roundings",
                says="Counted.",
                claim=Le(size, n + 2 * c),
                mutants=(Mutant("one per block", {"claim": Le(size, n + c)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="L''",
        title="Rounding ideal keys, biases, points and values",
        kind="lemma",
        says="Rounding an ideal prefix and x with unit u moves logits by at most (2u + u^2) S, which is added to E; S "
        "of the stored data is at most (1+u)^2 S; rounded values move the head by at most u max|v|.",
        formula=And(Le(change, (2 * u + u**2) * S), Le(size1, (1 + u) ** 2 * S), Le(gap, u * V)),
        variables=(
            positive(u, "unit of the storage format"),
            positive(S, "sum_j |k_j x_j| + |b| of the ideal data"),
            positive(V, "max |v_i| of the ideal values"),
            quantity(ideal, "ideal logit", None),
            quantity(rounded, "logit of the stored data", None),
            quantity(size, "sum of the absolute values of the ideal terms"),
            quantity(size1, "the same for the stored data"),
            quantity(change, "|difference of the logits|"),
            quantity(mass, "sum of the softmax weights"),
            quantity(gap, "|head of the rounded values - head of the ideal values|"),
        ),
        by_definition=(
            Hypothesis(And(Le(size, S), Eq(mass, 1)), "S; normalised weights"),
            Hypothesis(Eq(change, Abs(rounded - ideal)), "difference"),
        ),
        note="Normal numbers; below the normal range rounding adds omega to every coordinate.",
        steps=(
            Induction(
                name="terms",
                says="Factors (1 + delta)(1 + delta').",
                where=(
                    real(v, "ideal term k_j x_j, or the bias"),
                    interval(y, -(2 * u + u**2), 2 * u + u**2, "[]", "(1 + delta)(1 + delta') - 1"),
                ),
                start={ideal: 0, rounded: 0, size: 0, size1: 0},
                becomes={
                    ideal: ideal + v,
                    rounded: rounded + v * (1 + y),
                    size: size + Abs(v),
                    size1: size1 + Abs(v * (1 + y)),
                },
                claim=And(Le(Abs(rounded - ideal), (2 * u + u**2) * size), Le(size1, (1 + u) ** 2 * size)),
                mutants=(Mutant("half of it", {"claim": Le(2 * Abs(rounded - ideal), (2 * u + u**2) * size)}),),
            ),
            Deduction(
                name="logits",
                says="All terms.",
                claim=And(Le(change, (2 * u + u**2) * S), Le(size1, (1 + u) ** 2 * S)),
                uses=("terms",),
                mutants=(Mutant("2 u", {"claim": Le(change, 2 * u * S)}),),
            ),
            Induction(
                name="values",
                says="Component by component at most u |v_ij|: at most u |v_i| in norm.",
                where=(
                    interval(w, 0, None, "[)", "weight of the next token"),
                    interval(z, 0, u * V, "[]", "|rounded - ideal value|"),
                    interval(shift, 0, None, "[)", "the norm with one token more"),
                ),
                start={gap: 0, mass: 0},
                becomes={gap: shift, mass: mass + w},
                given=(Le(shift, gap + w * z),),
                claim=Le(gap, u * V * mass),
                mutants=(Mutant("half of it", {"claim": Le(2 * gap, u * V * mass)}),),
            ),
            Deduction(
                name="head",
                says="The weights sum to 1.",
                claim=Le(gap, u * V),
                uses=("values",),
                mutants=(Mutant("half of it", {"claim": Le(2 * gap, u * V)}),),
            ),
        ),
    )
)
