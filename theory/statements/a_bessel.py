"""Chapter A: Bessel functions, from their series: the recurrence (A5a) and Amos' bounds of their ratios (A9)."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import And, Expr, Rational, besseli, sqrt, symbols  # type: ignore[import-untyped]

from theory.evaluation import agrees, holds
from theory.proof_steps import Deduction, Induction, Instances, Mutant, Use, integers, interval, positive, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le
from theory.statements.a_products import a, b, coefficient
from theory.statements.a_products import k as index
from theory.symbols import besselratio

mu, x, start = symbols("mu x start", positive=True)
n, term, below, here, above, low, high, cross, w = symbols("n term below here above low high cross w", nonnegative=True)
k = symbols("k", positive=True)
low_k, high_k, cross_k = symbols("low_k high_k cross_k", real=True)
HALF = Rational(1, 2)
LOWER = x / (mu - HALF + sqrt((mu + HALF) ** 2 + x**2))
UPPER = x / (mu - HALF + sqrt((mu - HALF) ** 2 + x**2))
COEFFICIENTS = (
    Use("A5b", {a: mu - 1, b: mu - 1, index: k, coefficient: low_k}),
    Use("A5b", {a: mu, b: mu, index: k - 1, coefficient: high_k}),
    Use("A5b", {a: mu, b: mu - 1, index: k, coefficient: cross_k}),
)
"""The coefficients of the three products, for k >= 1."""
AMOS = And(Le(LOWER, besselratio(mu, x)), Le(besselratio(mu, x), UPPER))

order = positive(mu, "order")
RECURRENCE = Eq(x * (besseli(mu - 1, x) - besseli(mu + 1, x)), 2 * mu * besseli(mu, x))

declare(
    Statement(
        label="A5a",
        title="Recurrence of Bessel functions",
        kind="lemma",
        says="x (I_{mu-1} - I_{mu+1}) = 2 mu I_mu for x > 0, from the series (x/2)^{mu+2n}/(n! Gamma(mu+n+1)).",
        formula=RECURRENCE,
        variables=(
            order,
            positive(x),
            quantity(n, "number of terms"),
            quantity(term, "the next term of I_mu"),
            quantity(below, "I_{mu-1}(x), the sum of its terms"),
            quantity(here, "I_mu(x), the sum of its terms"),
            quantity(above, "I_{mu+1}(x), the sum of its terms (one less)"),
        ),
        by_definition=(
            Hypothesis(Eq(below, besseli(mu - 1, x)), "the series, DLMF 10.25.2"),
            Hypothesis(Eq(here, besseli(mu, x)), "the series, DLMF 10.25.2"),
            Hypothesis(Eq(above, besseli(mu + 1, x)), "the series, DLMF 10.25.2"),
        ),
        source="dlmf 10.29.1",
        steps=(
            Induction(
                name="term by term",
                says="A term b of I_mu goes with b (mu+n) 2/x of I_{mu-1} and, one place before, b n 2/x of I_{mu+1}.",
                where=(positive(start, "(x/2)^mu/Gamma(mu+1)"),),
                start={n: 0, term: start, below: 0, here: 0, above: 0},
                becomes={
                    n: n + 1,
                    term: term * (x / 2) ** 2 / ((n + 1) * (mu + n + 1)),
                    below: below + term * (mu + n) * 2 / x,
                    here: here + term,
                    above: above + term * n * 2 / x,
                },
                claim=Eq(x * (below - above), 2 * mu * here),
                mutants=(Mutant("mu for 2 mu", {"claim": Eq(x * (below - above), mu * here)}),),
            ),
            Deduction(
                name="recurrence",
                says="In the limit.",
                claim=RECURRENCE,
                uses=("term by term",),
                mutants=(Mutant("without the series", {"uses": ()}),),
            ),
        ),
    )
)


def bounds_hold(mu_: str, x_: str, lower: Expr = LOWER, upper: Expr = UPPER) -> bool | None:
    """lower <= I_mu(x)/I_{mu-1}(x) <= upper for FLINT's Bessel functions."""
    from theory.balls import exact
    from theory.kernels import bessel_ratio_bounds

    ratio = besselratio(mu, x)
    at = {mu: exact(mu_), x: exact(x_)}
    if (lower, upper) == (LOWER, UPPER):
        computed = bessel_ratio_bounds(exact(mu_), exact(x_))
        if not all(agrees(e, at, value) for e, value in zip((LOWER, UPPER), computed, strict=True)):
            return False
    return holds(And(Le(lower, ratio), Le(ratio, upper)), at)


def points() -> Iterator[tuple[str, str]]:
    """Orders and arguments."""
    return ((mu, x) for mu in ("1/2", "1", "7/2", "50") for x in ("1/10", "3", "9"))


TOO_LARGE = x / (mu - HALF + sqrt((mu + HALF / 2) ** 2 + x**2))
"""The lower bound with 1/4 in place of 1/2."""

declare(
    Statement(
        label="A9",
        title="Bounds of Bessel ratios",
        kind="theorem",
        says="Amos' bounds of I_mu(x)/I_{mu-1}(x), for every real mu >= 1/2 and x > 0.",
        formula=AMOS,
        variables=(
            interval(mu, HALF, None, "[)", "order"),
            positive(x),
            integers(k, 1, meaning="index of a term"),
            quantity(low_k, "coefficient of (x/2)^{2 mu-2+2k} in I_{mu-1}^2", None),
            quantity(high_k, "the same in I_mu^2", None),
            quantity(cross_k, "coefficient of (x/2)^{2 mu-1+2k} in I_mu I_{mu-1}", None),
            quantity(low, "I_{mu-1}(x)^2"),
            quantity(cross, "I_mu(x) I_{mu-1}(x)"),
            quantity(high, "I_mu(x)^2"),
        ),
        by_definition=(
            Hypothesis(Eq(low, besseli(mu - 1, x) ** 2), "square"),
            Hypothesis(Eq(cross, besseli(mu, x) * besseli(mu - 1, x)), "product"),
            Hypothesis(Eq(high, besseli(mu, x) ** 2), "square"),
            Hypothesis(Eq(besselratio(mu, x), besseli(mu, x) / besseli(mu - 1, x)), "the ratio"),
            Hypothesis(Eq(besselratio(mu + 1, x), besseli(mu + 1, x) / besseli(mu, x)), "the ratio"),
        ),
        source="amos1974",
        note="The upper bound fails for mu < 1/2 (evidence step `small orders`).",
        code=("theory.kernels:bessel_ratio_bounds",),
        steps=(
            Deduction(
                name="coefficients",
                says="Their ratios: Gamma(x+1) = x Gamma(x).",
                claim=And(
                    Eq(high_k * (2 * mu - 1 + k), low_k * k),
                    Eq(cross_k * (mu + k) * (2 * mu - 1 + k), low_k * (2 * mu - 1 + 2 * k)),
                    Ge(low_k, 0),
                ),
                uses=COEFFICIENTS,
                mutants=(Mutant("without the products", {"uses": COEFFICIENTS[:2]}),),
            ),
            Induction(
                name="term by term",
                says="x (I_{mu-1}^2 - I_mu^2) - (2 mu - 1) I_mu I_{mu-1} has no negative coefficient.",
                where=(
                    positive(start, "(x/2)^{2 mu-2}/Gamma(mu)^2, the terms for k = 0"),
                    interval(w, 0, None, "[)", "the power of x/2"),
                ),
                start={low: start, high: 0, cross: start * x / (2 * mu)},
                becomes={low: low + low_k * w, high: high + high_k * w, cross: cross + cross_k * w * x / 2},
                claim=Ge(x * (low - high), (2 * mu - 1) * cross),
                uses=("coefficients",),
                mutants=(Mutant("2 mu", {"claim": Ge(x * (low - high), 2 * mu * cross)}),),
            ),
            Deduction(
                name="upper bound",
                says="r^2 + (2 mu - 1) r/x <= 1, so r is at most the positive root.",
                claim=Le(besselratio(mu, x), UPPER),
                uses=("term by term",),
                mutants=(Mutant("the lower bound", {"claim": Le(besselratio(mu, x), LOWER)}),),
            ),
            Deduction(
                name="lower bound",
                says="1/r_mu = 2 mu/x + r_{mu+1} by A5a, and the upper bound for mu+1.",
                claim=Le(LOWER, besselratio(mu, x)),
                uses=("A5a", Use("upper bound", {mu: mu + 1})),
                mutants=(Mutant("the upper bound", {"claim": Le(UPPER, besselratio(mu, x))}),),
            ),
            Instances(
                name="code",
                says="The bounds hold for FLINT's Bessel functions, and theory.kernels computes them.",
                holds=bounds_hold,
                cases=points,
                mode="ball",
                covers="12 pairs (mu, x)",
                evidence=True,
                mutants=(
                    Mutant(
                        "the lower bound with 1/4 for 1/2",
                        {"holds": lambda a, b: bounds_hold(a, b, TOO_LARGE)},
                    ),
                ),
            ),
            Instances(
                name="small orders",
                says="Below mu = 1/2 the upper bound fails: I_{1/4}/I_{-3/4} lies above it.",
                holds=lambda a, b: bounds_hold(a, b, UPPER, Rational(10**9)),
                cases=lambda: (("1/4", "3"), ("2/5", "5")),
                mode="ball",
                covers="two points",
                evidence=True,
                mutants=(Mutant("at mu = 1/2", {"cases": lambda: (("3/4", "3"),)}),),
            ),
        ),
    )
)
