"""Chapter A: the smoothing coefficients a_k = phihat_k/phihat_0 (A8), and that Bessel ratios rise (A9b)."""

from __future__ import annotations

from sympy import And, Eq, Ge, Gt, Implies, Le, Lt, besseli, symbols  # type: ignore[import-untyped]

from theory.evaluation import agrees
from theory.proof_steps import (
    Citation,
    Deduction,
    Induction,
    Instances,
    Mutant,
    Use,
    integers,
    interval,
    positive,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.statements.a_bessel import HALF, mu, x
from theory.statements.a_harmonics import k, m, sphere
from theory.statements.a_kernel import k as index
from theory.statements.a_kernel import lam, multiplier, points, scale
from theory.statements.a_ratios import DEFECT, SPREAD
from theory.symbols import besselratio, eigenvalue, smoothing

later = symbols("later", positive=True)
n, j = symbols("n j", nonnegative=True)
I, J, dI, dJ, derivative = symbols("I J dI dJ derivative", real=True)

RISING = Le(besselratio(mu, x), besselratio(mu, later))

declare(
    Statement(
        label="A9b",
        title="Bessel ratios rise",
        kind="lemma",
        says="I_mu(x)/I_{mu-1}(x) does not fall in x, for mu >= 1/2.",
        formula=RISING,
        variables=(
            interval(mu, HALF, None, "[)", "order"),
            positive(x),
            positive(later, "a larger argument"),
            quantity(I, "I_mu(x)", None),
            quantity(J, "I_{mu-1}(x)", None),
            quantity(dI, "I_mu'(x)", None),
            quantity(dJ, "I_{mu-1}'(x)", None),
            quantity(derivative, "derivative of the ratio in x", None),
        ),
        hypotheses=(Hypothesis(Lt(x, later), "x < later"),),
        by_definition=(
            Hypothesis(Eq(I, besseli(mu, x)), "I"),
            Hypothesis(Eq(J, besseli(mu - 1, x)), "J"),
            Hypothesis(Eq(besselratio(mu, x), I / J), "the ratio"),
            Hypothesis(Eq(derivative, (dI * J - I * dJ) / J**2), "derivative of a quotient"),
        ),
        source="own",
        steps=(
            Citation(
                name="derivatives",
                says="Of Bessel functions.",
                key="dlmf",
                locator="10.29.2",
                claim=And(Eq(dI, J - mu / x * I), Eq(dJ, I + (mu - 1) / x * J)),
            ),
            Deduction(
                name="slope",
                says="r' = 1 - (2 mu - 1) r/x - r^2 is not negative up to its root, the upper bound of A9.",
                claim=Ge(derivative, 0),
                uses=("derivatives", "A9"),
                mutants=(Mutant("without A9", {"uses": ("derivatives",)}),),
            ),
            Citation(
                name="mean value theorem",
                says="A function whose derivative is nowhere negative does not fall.",
                key="rudin1976",
                locator="Theorem 5.11",
                claim=Implies(Ge(derivative, 0), RISING),
            ),
            Deduction(
                name="rising",
                says="On [x, later].",
                claim=RISING,
                uses=("slope", "mean value theorem"),
                mutants=(Mutant("without the slope", {"uses": ("mean value theorem",)}),),
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
                says="A product of positive ratios that do not fall in lam (A9b).",
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
                    Use("A9b", {mu: (m + 1) / 2, x: lam, later: later}),
                    Use("quotient", {j: n}),
                    Use("quotient", {j: n, lam: later}),
                    Use("below 1", {j: n}),
                    Use("A9b", {mu: (m + 1) / 2 + n, x: lam, later: later}),
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
