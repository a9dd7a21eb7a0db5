"""Chapter E: the paper's route with explicit constants (a reconstruction): smooth, then sum over a partition."""

from __future__ import annotations

from functools import partial
from itertools import product

from flint import arb
from sympy import Abs, And, Expr, cos, exp, expand_log, gamma, limit, log, oo, pi, simplify, sin, sqrt, symbols  # type: ignore[import-untyped]

from theory import kernels
from theory.evaluation import evaluate
from theory.proof_steps import (
    Citation,
    Deduction,
    Identity,
    Induction,
    Inequality,
    Instances,
    Mutant,
    Use,
    interval,
    positive,
    quantity,
    real,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le
from theory.statements.a_kernel import k as index
from theory.statements.c_envelope import CONTACT, envelope
from theory.statements.c_means import AVERAGE, L, lipschitz, neighbourhood, radius
from theory.statements.c_means import error as smoothing_error
from theory.statements.c_smoothing import MEAN_COSINE, SMOOTHING_IS, concentration, lam, m, s, scale, sphere
from theory.symbols import eigenvalue

h, eps = symbols("h_cells epsilon", positive=True)
F, w, change, difference = symbols("F w change difference", nonnegative=True)
error, cells, kernel, total = symbols("sum_error cells kernel total", nonnegative=True)
alpha, alpha2, x, y, z = symbols("alpha alpha2 x y z", real=True)

size = interval(h, 0, pi, "(]", "diameter of the cells (radians)")
sup_norm = interval(F, 0, None, "[)", "|f|_inf")
PHI = eigenvalue(m, 0, lam)
ROUTE = h * (L + lam * F * exp(lam) / PHI)
"""|sum_i xi_i e^{lam<x,b_i>} - f*K_lam| at most."""
PARTITION = (
    quantity(error, "|sum_i xi_i e^{lam<x,b_i>} - (f*K_lam)(x)|"),
    quantity(cells, "sum of the measures of the cells"),
    quantity(kernel, "sum of the integrals of K_lam(<x,.>) over the cells"),
)
PARTITION_IS = (
    Hypothesis(Eq(cells, 1), "the cells have measure 1 together"),
    Hypothesis(Eq(kernel, 1), "K_lam has integral 1"),
)

declare(
    Statement(
        label="E1",
        title="The smoothed function as a sum over cells",
        kind="theorem",
        says="Cells C_i of diameter <= h, b_i in C_i, xi_i = sigma(C_i) f(b_i)/phihat_0: the sum is close to f*K_lam.",
        formula=Le(error, ROUTE),
        variables=(sphere, concentration, lipschitz, size, sup_norm, *PARTITION),
        by_definition=PARTITION_IS,
        value=ROUTE,
        source="own; reconstruction of the route of petrov2024",
        steps=(
            Identity(
                name="product of sines",
                says="Twice their product is a difference of cosines.",
                where=(real(x), real(y)),
                claim=Eq(cos(x - y) - cos(x + y), 2 * sin(x) * sin(y), evaluate=False),
                mutants=(Mutant("without the factor 2", {"claim": Eq(cos(x - y) - cos(x + y), sin(x) * sin(y))}),),
            ),
            Inequality(
                name="sine",
                says="0 <= sin x <= x for acute x.",
                where=(interval(x, 0, pi / 2),),
                claim=And(Le(0, sin(x)), Le(sin(x), x)),
                mutants=(Mutant("with 99/100", {"claim": Le(sin(x), 99 * x / 100)}),),
            ),
            Deduction(
                name="product",
                says="A sine times a small number.",
                where=(interval(x, -1, 1), interval(y, 0, None, "[)"), interval(z, 0, None, "[)")),
                given=(Le(y, z),),
                claim=Le(x * y, z),
                mutants=(Mutant("half of it", {"claim": Le(x * y, z / 2)}),),
            ),
            Deduction(
                name="cosines",
                says="<x,y> changes by at most h over a cell: the distances alpha, alpha2 from x differ by at most h.",
                where=(interval(alpha, 0, pi), interval(alpha2, 0, pi)),
                given=(Le(alpha2, alpha), Le(alpha - alpha2, h)),
                claim=Le(cos(alpha2) - cos(alpha), h),
                uses=(
                    Use("product of sines", {x: (alpha + alpha2) / 2, y: (alpha - alpha2) / 2}),
                    Use("sine", {x: (alpha - alpha2) / 2}),
                    Use(
                        "product",
                        {x: sin((alpha + alpha2) / 2), y: sin((alpha - alpha2) / 2), z: (alpha - alpha2) / 2},
                    ),
                ),
                mutants=(Mutant("half of it", {"claim": Le(cos(alpha2) - cos(alpha), h / 2)}),),
            ),
            Inequality(
                name="convexity",
                says="e^{-z} >= 1 - z.",
                where=(interval(z, 0, None, "[)"),),
                claim=Ge(exp(-z), 1 - z),
                mutants=(Mutant("1 - z/2", {"claim": Ge(exp(-z), 1 - z / 2)}),),
            ),
            Deduction(
                name="exponentials",
                says="So e^{lam<x,y>} changes by at most lam e^lam h.",
                where=(interval(alpha, -1, 1), interval(alpha2, -1, 1)),
                given=(Le(alpha - alpha2, h), Ge(alpha, alpha2)),
                claim=Le(exp(lam * alpha) - exp(lam * alpha2), lam * exp(lam) * h),
                uses=(Use("convexity", {z: lam * (alpha - alpha2)}),),
                mutants=(
                    Mutant("half of it", {"claim": Le(exp(lam * alpha) - exp(lam * alpha2), lam * exp(lam) * h / 2)}),
                ),
            ),
            Deduction(
                name="cell",
                says="For b and y in one cell the distances alpha, alpha2 from x differ by at most dist(b, y) <= h.",
                where=(interval(alpha, 0, pi), interval(alpha2, 0, pi)),
                given=(Le(Abs(alpha - alpha2), h),),
                claim=Le(Abs(exp(lam * cos(alpha)) - exp(lam * cos(alpha2))), lam * exp(lam) * h),
                uses=(
                    "cosines",
                    Use("cosines", {alpha: alpha2, alpha2: alpha}),
                    Use("exponentials", {alpha: cos(alpha), alpha2: cos(alpha2)}),
                    Use("exponentials", {alpha: cos(alpha2), alpha2: cos(alpha)}),
                ),
                mutants=(Mutant("without the cosines", {"uses": ()}),),
            ),
            Deduction(
                name="positive",
                says="phihat_0 > 0.",
                claim=Gt(PHI, 0),
                uses=(Use("A5", {index: 0}),),
                mutants=(Mutant("without A5", {"uses": ()}),),
            ),
            Induction(
                name="pieces",
                says=(
                    "One piece y of a cell after another, b its cell's point: |f(b) e_b - f(y) e_y| <= "
                    "|f(b) - f(y)| e_y + |f|_inf |e_b - e_y| for e_y = e^{lam<x,y>}."
                ),
                where=(
                    interval(w, 0, None, "[)", "sigma of the next piece"),
                    interval(alpha, 0, pi, meaning="dist(x, b)"),
                    interval(alpha2, 0, pi, meaning="dist(x, y)"),
                    interval(difference, 0, None, "[)", "|f(b) e_b - f(y) e_y|"),
                    interval(change, 0, None, "[)", "|f(b) - f(y)|"),
                ),
                start={error: 0, cells: 0, kernel: 0},
                becomes={
                    error: error + w * difference / PHI,
                    cells: cells + w,
                    kernel: kernel + w * exp(lam * cos(alpha2)) / PHI,
                },
                given=(
                    Le(
                        difference,
                        change * exp(lam * cos(alpha2)) + F * Abs(exp(lam * cos(alpha)) - exp(lam * cos(alpha2))),
                    ),
                    Le(change, L * h),
                    Le(Abs(alpha - alpha2), h),
                ),
                claim=Le(error, L * h * kernel + F * lam * exp(lam) * h * cells / PHI),
                uses=("cell", "positive"),
                mutants=(
                    Mutant("without the gap", {"claim": Le(error, L * h * kernel)}),
                    Mutant("b anywhere", {"uses": ("positive",)}),
                ),
            ),
            Citation(
                name="limit",
                says="On each cell finitely supported measures are weakly dense, and both sides are continuous.",
                key="parthasarathy1967",
                locator="Theorem II.6.3",
            ),
            Deduction(
                name="sum",
                says="Both totals are 1.",
                claim=Le(error, ROUTE),
                uses=("pieces", "positive"),
                mutants=(Mutant("without |f|_inf", {"claim": Le(error, h * L)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="E1a",
        title="The paper's route, with explicit constants",
        kind="theorem",
        says="With lam from C2a for the error s and cells of diameter h: |f - sum_i xi_i e^{lam<x,b_i>}| <= eps.",
        formula=Le(total, eps),
        variables=(
            sphere,
            concentration,
            lipschitz,
            size,
            sup_norm,
            positive(eps, "the error asked for"),
            interval(s, 0, CONTACT * L, "()", "the part of it left to smoothing"),
            neighbourhood,
            *AVERAGE,
            *PARTITION,
            quantity(total, "|f(x) - sum_i xi_i e^{lam<x,b_i>}|"),
        ),
        hypotheses=(
            Hypothesis(Ge(lam, scale(1 - cos(s / L))), "lam from C2 for q = 1 - cos(s/L)"),
            Hypothesis(Le(envelope(MEAN_COSINE), radius), "h of C1 is at least env(a_1(lam))"),
            Hypothesis(Le(s + ROUTE, eps), "s + h (L + lam |f|_inf e^lam/phihat_0(lam)) <= eps"),
        ),
        by_definition=(
            *SMOOTHING_IS,
            *PARTITION_IS,
            Hypothesis(Le(total, smoothing_error + error), "triangle inequality"),
        ),
        source="own; reconstruction of the route of petrov2024",
        note="The number of cells of diameter h is of the order h^-m (E3); its growth is derived in E2.",
        steps=(
            Deduction(
                name="two errors",
                says="Smoothing costs s (C2a), the sum the rest (E1).",
                claim=Le(total, eps),
                uses=("C2a", "E1"),
                mutants=(
                    Mutant("without C2a", {"uses": ("E1",)}),
                    Mutant("without E1", {"uses": ("C2a",)}),
                ),
            ),
        ),
    )
)

# --- E2 ------------------------------------------------------------------------------------------------------------

p, u, ell, count, peak = symbols("p u ell C c", positive=True)
own, outer, growth = symbols("own outer growth", real=True)

ASYMPTOTIC = sqrt(2 * pi * lam) * (lam / 2) ** ((m - 1) / 2) / gamma((m + 1) / 2)
"""e^lam/phihat_0(lam) as lam grows, with I_nu(lam) ~ e^lam/sqrt(2 pi lam)."""
OWN, OUTER = m + p * m * (m + 2) / 2, 2 * (m + 1) + p * (m + 1) * (m + 2)


def degree(grows: Expr, base: Expr) -> Expr:
    """lim log(grows)/log(base) as the symbol ``base`` grows, by sympy's limit."""
    return simplify(limit(expand_log(log(grows), force=True) / log(base), base, oo))


def exponent(tokens: Expr) -> Expr:
    """lim log N/log(1/eps) as eps falls to 0: eps = e^-u, u -> oo."""
    return simplify(limit(expand_log(log(tokens.subs(eps, exp(-u))), force=True) / u, u, oo))


def cells_needed(power: Expr) -> Expr:
    """N = C h^-power for the h that E1 allows at the error eps/2, lam = ell eps^-p, e^lam/phihat_0 = c lam^{m/2}."""
    scale = ell * eps**-p
    return count * ((L + scale * F * peak * scale ** (m / 2)) / (eps / 2)) ** power


def kernel_grows(expected: Expr) -> bool:
    """The degree of e^lam/phihat_0 in lam, from its asymptotic form."""
    return bool(simplify(degree(ASYMPTOTIC, lam) - expected) == 0)


def exponent_is(power: Expr, expected: Expr) -> bool:
    """The exponent of `cells_needed`."""
    return bool(simplify(exponent(cells_needed(power)) - expected) == 0)


def close_to_asymptotic(dimension: int, concentration: int, factor: int = 1) -> bool:
    """factor e^lam/phihat_0(lam) is within 2 m^2/lam of its asymptotic form, by enclosures."""
    value = factor * arb(concentration).exp() / kernels.eigenvalue(dimension, 0, concentration)
    ratio = value / evaluate(ASYMPTOTIC, {m: dimension, lam: concentration})
    return bool(abs(ratio - 1) < arb(2 * dimension**2) / concentration)


declare(
    Statement(
        label="E2",
        title="The exponents of the paper's route",
        kind="theorem",
        says="For lam ~ eps^-p: N ~ eps^-(m + p m(m+2)/2) cells, and eps^-(2(m+1) + p(m+1)(m+2)) for the power 2(m+1).",
        formula=And(Eq(own, OWN), Eq(outer, OUTER)),
        variables=(
            sphere,
            positive(p, "lam grows like eps^-p"),
            quantity(own, "lim log N/log(1/eps) for N ~ h^-m cells (E3)", None),
            quantity(outer, "lim log N/log(1/eps) for N ~ h^-2(m+1)", None),
            quantity(growth, "lim log(e^lam/phihat_0)/log lam", None),
        ),
        note=(
            "p = 2 is C2 and gives m^2 + 3m and 2m^2 + 8m + 6; p = 4 comes from summing (1-a_k)|f_k| over k <= n ~ 1/s "
            "and gives 2m^2 + 5m and 4m^2 + 14m + 10, the exponent of petrov2024."
        ),
        steps=(
            Citation(
                name="Bessel function",
                says="I_nu(lam) ~ e^lam/sqrt(2 pi lam), so e^lam/phihat_0 has the asymptotic form used below.",
                key="dlmf",
                locator="10.40.1",
            ),
            Instances(
                name="growth of the kernel",
                says="Its degree in lam, by the limit for symbolic m.",
                holds=kernel_grows,
                cases=lambda: [(m / 2,)],
                covers="the limit",
                claim=Eq(growth, m / 2),
                complete=True,
                mutants=(Mutant("(m+1)/2", {"cases": lambda: [((m + 1) / 2,)]}),),
            ),
            Instances(
                name="exponents",
                says="The limits of log N/log(1/eps) for symbolic m and p, N from the h that E1 allows.",
                holds=exponent_is,
                cases=lambda: [(m, OWN), (2 * (m + 1), OUTER)],
                covers="both limits",
                claim=And(Eq(own, OWN), Eq(outer, OUTER)),
                complete=True,
                mutants=(
                    Mutant("p m(m+1)/2", {"cases": lambda: [(m, m + p * m * (m + 1) / 2)]}),
                    Mutant("the power 2m+1", {"cases": lambda: [(2 * m + 1, OUTER)]}),
                ),
            ),
            Instances(
                name="kernel",
                says="e^lam/phihat_0 itself, enclosed, is near its asymptotic form.",
                holds=close_to_asymptotic,
                cases=lambda: product((1, 2, 5, 9), (1000, 10**6)),
                mode="ball",
                covers="8 points",
                evidence=True,
                mutants=(Mutant("twice it", {"holds": partial(close_to_asymptotic, factor=2)}),),
            ),
        ),
    )
)
