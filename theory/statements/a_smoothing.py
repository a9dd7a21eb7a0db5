"""Chapter A: the smoothing coefficients a_k = phihat_k/phihat_0 (A8), and that the first one rises (A9b)."""

from __future__ import annotations

from sympy import And, Implies, besseli, exp, symbols  # type: ignore[import-untyped]

from theory.evaluation import agrees
from theory.proof_steps import (
    Deduction,
    Induction,
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
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.statements.a_bessel import HALF, mu, x
from theory.statements.a_harmonics import k, m, sphere
from theory.statements.a_kernel import k as index
from theory.statements.a_kernel import lam, multiplier, points, scale
from theory.statements.a_ratios import DEFECT, SPREAD
from theory.symbols import besselratio, eigenvalue, smoothing

later = symbols("later", positive=True)
n, j = symbols("n j", nonnegative=True)
t, mean, first, first_later = symbols("t mean first first_later", real=True)
w, zeroth, zeroth_later = symbols("w zeroth zeroth_later", nonnegative=True)
g = symbols("g", positive=True)

RISING = Le(smoothing(m, 1, lam), smoothing(m, 1, later))
GAIN = later - lam

declare(
    Statement(
        label="A9b",
        title="The first smoothing coefficient rises",
        kind="lemma",
        says="a_1(lam), the mean of t under the weight e^{lam t}, does not fall in lam: Chebyshev's association.",
        formula=RISING,
        variables=(
            sphere,
            scale,
            positive(later, "a larger scale"),
            quantity(mean, "a_1(lam)", None),
            quantity(zeroth, "phihat_0(lam), the mean of e^{lam t}"),
            quantity(first, "phihat_1(lam), the mean of e^{lam t} t", None),
            quantity(zeroth_later, "phihat_0(later)"),
            quantity(first_later, "phihat_1(later)", None),
        ),
        hypotheses=(Hypothesis(Lt(lam, later), "lam < later"),),
        by_definition=(
            Hypothesis(Eq(mean, smoothing(m, 1, lam)), "mean"),
            Hypothesis(Eq(smoothing(m, 1, lam), eigenvalue(m, 1, lam) / eigenvalue(m, 0, lam)), "a_1"),
            Hypothesis(Eq(smoothing(m, 1, later), eigenvalue(m, 1, later) / eigenvalue(m, 0, later)), "a_1"),
            Hypothesis(And(Eq(zeroth, eigenvalue(m, 0, lam)), Eq(first, eigenvalue(m, 1, lam))), "P_0 = 1, P_1 = t"),
            Hypothesis(
                And(Eq(zeroth_later, eigenvalue(m, 0, later)), Eq(first_later, eigenvalue(m, 1, later))),
                "P_0 = 1, P_1 = t",
            ),
        ),
        source="own",
        steps=(
            Induction(
                name="nodes",
                says="e^{(later-lam) t} and t lie on one side of their values at the mean: add a node, g = e^{lam t}.",
                where=(
                    interval(w, 0, None, "[)", "weight of the next node"),
                    positive(g, "e^{lam t} there"),
                    real(t, "the next node"),
                ),
                start={zeroth: 0, first: 0, zeroth_later: 0, first_later: 0},
                becomes={
                    zeroth: zeroth + w * g,
                    first: first + w * g * t,
                    zeroth_later: zeroth_later + w * g * exp(GAIN * t),
                    first_later: first_later + w * g * exp(GAIN * t) * t,
                },
                claim=Ge(first_later - mean * zeroth_later, exp(GAIN * mean) * (first - mean * zeroth)),
                mutants=(
                    Mutant(
                        "the other side",
                        {"claim": Le(first_later - mean * zeroth_later, exp(GAIN * mean) * (first - mean * zeroth))},
                    ),
                ),
            ),
            Deduction(
                name="rising",
                says="The right side is 0, since the mean is first/zeroth.",
                claim=RISING,
                uses=("nodes", Use("A5", {index: 0}), Use("A5", {index: 0, lam: later})),
                mutants=(
                    Mutant("without the nodes", {"uses": (Use("A5", {index: 0}), Use("A5", {index: 0, lam: later}))}),
                ),
            ),
        ),
    )
)


def ratio_agrees(m_: int, k_: int, lam_: str, shift: int = 0) -> bool:
    """phihat_k/phihat_0 by the formulas of A5 against theory.kernels.ratio, by enclosures."""
    from theory.balls import exact
    from theory.kernels import ratio

    formula = multiplier(m, index, lam) / multiplier(m, 0, lam)
    return agrees(formula, {m: m_, index: k_ + shift, lam: exact(lam_)}, ratio(m_, k_, exact(lam_)))


QUOTIENT = Eq(smoothing(m, j + 1, lam), smoothing(m, j, lam) * besselratio((m + 1) / 2 + j, lam))
BELOW = And(Gt(besselratio((m + 1) / 2 + j, lam), 0), Lt(besselratio((m + 1) / 2 + j, lam), 1))

declare(
    Statement(
        label="A8",
        title="Smoothing coefficients",
        kind="theorem",
        says="a_k = phihat_k/phihat_0 lies in (0,1) for k >= 1, falls in k, and rises to 1 in lam.",
        formula=And(
            Gt(smoothing(m, k, lam), 0),
            Lt(smoothing(m, k, lam), 1),
            Lt(smoothing(m, k + 1, lam), smoothing(m, k, lam)),
            Implies(Lt(lam, later), Le(smoothing(m, k, lam), smoothing(m, k, later))),
            Le(1 - smoothing(m, k, lam), SPREAD * DEFECT),
        ),
        variables=(
            sphere,
            integers(k, 1, meaning="degree"),
            integers(j, 0, meaning="any degree"),
            scale,
            positive(later, "another scale"),
            quantity(n, "the degree k"),
        ),
        by_definition=(
            Hypothesis(Eq(smoothing(m, j, lam), eigenvalue(m, j, lam) / eigenvalue(m, 0, lam)), "a_k"),
            Hypothesis(Eq(smoothing(m, j + 1, lam), eigenvalue(m, j + 1, lam) / eigenvalue(m, 0, lam)), "a_{k+1}"),
            Hypothesis(
                Eq(
                    besselratio((m + 1) / 2 + j, lam),
                    besseli((m + 1) / 2 + j, lam) / besseli((m - 1) / 2 + j, lam),
                ),
                "the Bessel ratio",
            ),
            Hypothesis(Eq(smoothing(m, n, lam), smoothing(m, k, lam)), "n = k"),
            Hypothesis(Eq(smoothing(m, n, later), smoothing(m, k, later)), "n = k"),
        ),
        source="own",
        value=smoothing(m, k, lam),
        code=("theory.kernels:ratio", "theory.symbols:smoothing"),
        steps=(
            Deduction(
                name="quotient",
                says="a_{k+1} = a_k I_{nu+k+1}/I_{nu+k}, by A5.",
                claim=QUOTIENT,
                uses=(Use("A5", {index: j}), Use("A5", {index: j + 1})),
                mutants=(Mutant("without A5", {"uses": ()}),),
            ),
            Deduction(
                name="below 1",
                says="The upper bound of A9 is below 1 for orders above 1/2, the lower one positive.",
                claim=BELOW,
                uses=(Use("A9", {mu: (m + 1) / 2 + j, x: lam}),),
                mutants=(Mutant("below 1/2", {"claim": Lt(besselratio((m + 1) / 2 + j, lam), HALF)}),),
            ),
            Induction(
                name="all degrees",
                says="From degree 1 on.",
                start={n: 1},
                becomes={n: n + 1},
                claim=And(Gt(smoothing(m, n, lam), 0), Lt(smoothing(m, n, lam), 1), Ge(n, 1)),
                uses=(
                    Use("quotient", {j: 0}),
                    Use("below 1", {j: 0}),
                    Use("quotient", {j: n}),
                    Use("below 1", {j: n}),
                ),
                mutants=(Mutant("without the ratios", {"uses": (Use("quotient", {j: 0}), Use("quotient", {j: n}))}),),
            ),
            Induction(
                name="rising",
                says="A product of positive ratios, the a_1 of S^{m+2n} by A9a, which do not fall in lam (A9b).",
                start={n: 1},
                becomes={n: n + 1},
                claim=Implies(
                    Lt(lam, later),
                    And(Le(smoothing(m, n, lam), smoothing(m, n, later)), Gt(smoothing(m, n, lam), 0), Ge(n, 1)),
                ),
                uses=(
                    Use("quotient", {j: 0}),
                    Use("quotient", {j: 0, lam: later}),
                    Use("below 1", {j: 0}),
                    "A9a",
                    Use("A9a", {lam: later}),
                    "A9b",
                    Use("quotient", {j: n}),
                    Use("quotient", {j: n, lam: later}),
                    Use("below 1", {j: n}),
                    Use("A9a", {m: m + 2 * n}),
                    Use("A9a", {m: m + 2 * n, lam: later}),
                    Use("A9b", {m: m + 2 * n}),
                ),
                mutants=(
                    Mutant(
                        "without A9b",
                        {
                            "uses": (
                                Use("quotient", {j: 0}),
                                Use("quotient", {j: 0, lam: later}),
                                Use("quotient", {j: n}),
                                Use("quotient", {j: n, lam: later}),
                            )
                        },
                    ),
                ),
            ),
            Deduction(
                name="smoothing",
                says="For n = k; A9a gives the rate.",
                claim=And(
                    Gt(smoothing(m, k, lam), 0),
                    Lt(smoothing(m, k, lam), 1),
                    Lt(smoothing(m, k + 1, lam), smoothing(m, k, lam)),
                    Implies(Lt(lam, later), Le(smoothing(m, k, lam), smoothing(m, k, later))),
                    Le(1 - smoothing(m, k, lam), SPREAD * DEFECT),
                ),
                uses=("all degrees", "rising", Use("quotient", {j: k}), Use("below 1", {j: k}), "A9a"),
                mutants=(Mutant("half the rate", {"claim": Le(1 - smoothing(m, k, lam), SPREAD * DEFECT / 2)}),),
            ),
            Instances(
                name="code",
                says="The ratio of the formulas is what theory.kernels computes.",
                holds=ratio_agrees,
                cases=points,
                mode="ball",
                covers="36 triples (m, k, lam)",
                evidence=True,
                mutants=(Mutant("degree k+1", {"holds": lambda m, k, lam: ratio_agrees(m, k, lam, 1)}),),
            ),
        ),
    )
)
