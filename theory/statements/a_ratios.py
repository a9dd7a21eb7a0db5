"""Chapter A: how fast the smoothing coefficients a_k tend to 1 (A9a)."""

from __future__ import annotations

from sympy import And, Rational, besseli, symbols  # type: ignore[import-untyped]

from theory.evaluation import agrees, evaluate, holds
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
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Gt, Le
from theory.statements.a_bessel import mu, x
from theory.statements.a_harmonics import k, m, sphere
from theory.statements.a_kernel import k as index
from theory.statements.a_kernel import lam, scale
from theory.statements.a_legendre import k as degree
from theory.statements.a_legendre import t
from theory.symbols import besselratio, eigenvalue, legendre_d, smoothing

g = symbols("g", positive=True)
w, gap, first = symbols("w gap first", nonnegative=True)

DEFECT = (m + 1) / (lam + m + 1)
SPREAD = k * (k + m - 1) / m
RATIO = besselratio((m + 1) / 2, lam)


def handy_form_fails(lam_: str, factor: str = "1") -> bool | None:
    """1 - a_1 > factor/(2 lam) on the circle."""
    from theory.balls import exact

    at = {x: exact(lam_)}
    return holds(Gt(1 - besselratio(1, x), Rational(factor) / (2 * x)), at)


def defect_agrees(m_: int, k_: int, lam_: str, factor: int = 1) -> bool:
    """The bounds of 1 - a_k against theory.kernels.defect_bound and theory.kernels.ratio."""
    from theory.balls import exact
    from theory.kernels import defect_bound, ratio

    at = {m: m_, k: k_, lam: exact(lam_)}
    above = bool(evaluate(SPREAD * DEFECT / factor, at) > 1 - ratio(m_, k_, exact(lam_)))
    return above and agrees(SPREAD * DEFECT / factor, at, defect_bound(m_, k_, exact(lam_)))


def worst_place(low: str, high: str) -> bool:
    """On the circle the derivative of 2 lam (1 - a_1) changes sign from + to - between low and high."""
    from theory.balls import ball

    def sign(lam: str) -> int:
        y = ball(lam)
        r = y.bessel_i(1) / y.bessel_i(0)
        rising = 1 - r - y * (1 - r / y - r * r)
        return 1 if rising > 0 else -1 if rising < 0 else 0

    return sign(low) == 1 and sign(high) == -1


declare(
    Statement(
        label="A9a",
        title="How fast the smoothing coefficients tend to 1",
        kind="lemma",
        says="1 - a_1 <= (m+1)/(lam+m+1) for every m >= 1, and 1 - a_k is at most k(k+m-1)/m times 1 - a_1.",
        formula=And(
            Le(1 - smoothing(m, 1, lam), DEFECT),
            Le(1 - smoothing(m, k, lam), SPREAD * (1 - smoothing(m, 1, lam))),
            Eq(smoothing(m, 1, lam), RATIO),
        ),
        variables=(
            sphere,
            integers(k, 1, meaning="degree"),
            scale,
            quantity(t, "a value of one coordinate", -1, 1),
            quantity(gap, "the mean of e^{lam t} (1 - P_k)"),
            quantity(first, "the mean of e^{lam t} (1 - t)"),
        ),
        by_definition=(
            Hypothesis(Eq(smoothing(m, 1, lam), eigenvalue(m, 1, lam) / eigenvalue(m, 0, lam)), "a_1"),
            Hypothesis(Eq(smoothing(m, k, lam), eigenvalue(m, k, lam) / eigenvalue(m, 0, lam)), "a_k"),
            Hypothesis(Eq(RATIO, besseli((m + 1) / 2, lam) / besseli((m - 1) / 2, lam)), "the Bessel ratio"),
            Hypothesis(Eq(gap, eigenvalue(m, 0, lam) - eigenvalue(m, k, lam)), "phihat_0 - phihat_k"),
            Hypothesis(Eq(first, eigenvalue(m, 0, lam) - eigenvalue(m, 1, lam)), "phihat_0 - phihat_1, P_1 = t"),
        ),
        value=DEFECT,
        note=(
            "The handy 1 - a_1 <= m/(2 lam) is false on the circle: .3022 > .25 at lam = 2. The largest ratio of the "
            "two sides there is 1.2178, at lam = 1.70238, not at 1.695 as once thought."
        ),
        code=("theory.kernels:defect_bound",),
        steps=(
            Deduction(
                name="first ratio",
                says="By A5 the powers and Gamma cancel.",
                claim=Eq(smoothing(m, 1, lam), RATIO),
                uses=(Use("A5", {index: 0}), Use("A5", {index: 1})),
                mutants=(Mutant("without degree 0", {"uses": (Use("A5", {index: 1}),)}),),
            ),
            Deduction(
                name="defect",
                says="A9 with mu = (m+1)/2, and sqrt((m/2+1)^2 + lam^2) <= m/2 + 1 + lam.",
                claim=Le(1 - smoothing(m, 1, lam), DEFECT),
                uses=("first ratio", Use("A9", {mu: (m + 1) / 2, x: lam})),
                mutants=(Mutant("m/(lam+m+1)", {"claim": Le(1 - smoothing(m, 1, lam), m / (lam + m + 1))}),),
            ),
            Induction(
                name="gaps",
                says="1 - P_k(t) <= k(k+m-1)/m (1-t) by A2; a mean is a limit of sums: adding a node of weight w.",
                where=(interval(w, 0, None, "[)", "weight of the next node"), positive(g, "e^{lam t} there")),
                start={gap: 0, first: 0},
                becomes={gap: gap + w * g * (1 - legendre_d(m, k, t)), first: first + w * g * (1 - t)},
                claim=Le(gap, SPREAD * first),
                uses=(Use("A2", {degree: k}),),
                mutants=(Mutant("half of it", {"claim": Le(gap, SPREAD * first / 2)}),),
            ),
            Deduction(
                name="higher degrees",
                says="Divided by phihat_0 > 0.",
                claim=Le(1 - smoothing(m, k, lam), SPREAD * (1 - smoothing(m, 1, lam))),
                uses=("gaps", Use("A5", {index: 0})),
                mutants=(
                    Mutant("k for k(k+m-1)/m", {"claim": Le(1 - smoothing(m, k, lam), k * (1 - smoothing(m, 1, lam)))}),
                ),
            ),
            Instances(
                name="code",
                says="theory.kernels.defect_bound is this bound, and 1 - a_k lies below it.",
                holds=defect_agrees,
                cases=lambda: ((m, k, lam) for m in (1, 2, 20) for k in (1, 5) for lam in ("1/3", "9", "300")),
                mode="ball",
                covers="18 triples (m, k, lam)",
                evidence=True,
                mutants=(Mutant("half of it", {"holds": lambda m, k, lam: defect_agrees(m, k, lam, 2)}),),
            ),
            Instances(
                name="the handy form",
                says="1 - a_1 <= m/(2 lam) fails for m = 1 at lam = 2, by more than a factor 1.2.",
                holds=handy_form_fails,
                cases=lambda: (("2", "1.2"), ("1.70238", "1.2177")),
                mode="ball",
                covers="two points of the circle",
                evidence=True,
                mutants=(Mutant("by a factor 1.22", {"cases": lambda: (("2", "1.22"),)}),),
            ),
            Inequality(
                name="worst factor",
                says="On the circle 2 lam (1 - a_1) is nowhere above 1.2179.",
                where=(positive(x, "lam"),),
                claim=Le(1 - besseli(1, x) / besseli(0, x), Rational("1.2179") / (2 * x)),
                evidence=True,
                mutants=(
                    Mutant("1.2177", {"claim": Le(1 - besseli(1, x) / besseli(0, x), Rational("1.2177") / (2 * x))}),
                ),
            ),
            Instances(
                name="worst place",
                says="The derivative changes sign between 1.7023 and 1.7024.",
                holds=worst_place,
                cases=lambda: (("1.7023", "1.7024"),),
                mode="ball",
                covers="one bracket",
                evidence=True,
                mutants=(Mutant("near 1.695", {"cases": lambda: (("1.6945", "1.6955"),)}),),
            ),
        ),
    )
)
