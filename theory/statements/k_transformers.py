"""Chapter K, sixth part: superpositions by prefixes on a fixed transformer, and the wide alternative."""

from __future__ import annotations

from sympy import Abs, And, Or, Rational, cos, gamma, log, pi, sqrt, symbols  # type: ignore[import-untyped]

from theory.proof_steps import (
    Deduction,
    Induction,
    Mutant,
    Use,
    integers,
    interval,
    positive,
    quantity,
    real,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le
from theory.statements.k_staircases import FEATURES, MODULUS, OSCILLATION, RAMPS, Q, k, n, osc, w
from theory.statements.k_superpositions import median
from theory.statements.k_to_sphere import B, dist, span

e_psi, e_g, e_m, U, e0 = symbols("e_psi e_g e_m U e0", nonnegative=True)
P, count, above, below, smaller, larger, moved, output, averaged, radius, a, b, error = symbols(
    "P count above below smaller larger moved output averaged radius a b error", nonnegative=True
)
drift, u, v, y, t, approximate, mean = symbols("drift u v y t approximate mean", real=True)
norm = symbols("norm", positive=True)
m, L, N, lam, eta, eps = symbols("m L N lam eta eps", positive=True)
least, change, wide, z2, x2, d1, d2, d12 = symbols("least change wide z2 x2 d1 d2 d12", nonnegative=True)
g1, g2, other = symbols("g1 g2 other", real=True)

CODE_ERROR = osc * e_psi * ((k + 1) ** n - 1) / k
"""What errors e_psi of the staircases do to the values: osc(f) times the error of the code."""

# --- K5 -----------------------------------------------------------------------------------------------------------

declare(
    Statement(
        label="K5",
        title="Sequence to sequence by prefixes on a fixed transformer: the error budget",
        kind="theorem",
        says="Staircases within e_psi, outer functions within e_g (both local prefixes on the circle, theory F), the "
        "median within e_m: the output is within w(f; 1/(2k)) + osc(f) e_psi ((k+1)^n - 1)/k + e_g + e_m of f; with "
        "the mean (n/Q) osc(f) stands for e_m. A scalar u reaches the circle as (u,1)/|(u,1)|, which costs Lipschitz "
        "constants a factor 1+U^2; an RMS normalisation with a norm epsilon e0 shrinks the radius by a known factor.",
        formula=And(
            Le(output, w + CODE_ERROR + e_g + e_m),
            Le(averaged, w + n * osc / Q + CODE_ERROR + e_g),
            Le(Abs(u - v), (1 + U**2) * dist),
            Eq(radius**2 * (norm**2 + 2 * e0), norm**2),
            Ge(radius**2 * (1 + 2 * e0), 1),
        ),
        variables=(
            FEATURES,
            RAMPS,
            integers(Q, 1, meaning="number of shifts of the mean form"),
            MODULUS,
            OSCILLATION,
            interval(e_psi, 0, None, "[)", "sup-norm error of the staircases"),
            interval(e_g, 0, None, "[)", "sup-norm error of the outer functions"),
            interval(e_m, 0, None, "[)", "error of the network or prefix that takes the median"),
            interval(U, 0, None, "[)", "bound of the scalars |u|"),
            interval(u, -U, U, "[]", "a scalar"),
            interval(v, -U, U, "[]", "another scalar"),
            interval(norm, 1, None, "[)", "|(u,1)| = sqrt(u^2 + 1)"),
            interval(e0, 0, None, "[)", "norm epsilon"),
            quantity(P, "(k+1)^(features counted)"),
            quantity(drift, "computed code minus exact code", None),
            quantity(moved, "largest change of the values of the outer functions, over the shifts"),
            quantity(median, "exact median of the shifted values minus f(x)", None),
            quantity(approximate, "median of the computed values minus f(x)", None),
            quantity(above, "computed values >= their median"),
            quantity(below, "exact values <= their median"),
            quantity(smaller, "computed values <= their median"),
            quantity(larger, "exact values >= their median"),
            quantity(count, "shifts counted"),
            quantity(mean, "error of the exact mean", 0),
            quantity(output, "error of the output, median form"),
            quantity(averaged, "error of the output, mean form"),
            quantity(span, "|u - v|"),
            quantity(dist, "angle between (u,1) and (v,1)", 0, pi),
            quantity(radius, "length of (u,1)/sqrt(|(u,1)|^2/2 + e0)/sqrt(2)"),
        ),
        by_definition=(
            Hypothesis(Eq(P, (k + 1) ** n), "all features"),
            Hypothesis(
                Le(moved, e_g + osc * Abs(drift)),
                "g_s is linear between neighbouring codes, whose values differ by at most osc(f)",
            ),
            Hypothesis(And(Ge(above, n + 1), Ge(below, n + 1), Eq(count, 2 * n + 1)), "medians of 2n+1 values"),
            Hypothesis(And(Ge(smaller, n + 1), Ge(larger, n + 1)), "medians of 2n+1 values"),
            Hypothesis(Le(output, Abs(approximate) + e_m), "triangle inequality"),
            Hypothesis(Le(averaged, mean + moved), "a mean moves by no more than its terms"),
            Hypothesis(Eq(span, Abs(u - v)), "distance of the scalars"),
            Hypothesis(Eq(radius**2 * 2 * (norm**2 / 2 + e0), norm**2), "RMS normalisation, mean square |z|^2/2"),
        ),
        uses=("F3", "J"),
        value=w + CODE_ERROR + e_g + e_m,
        note="Architecture: lift, one head with vector values for all staircases, uniform attention for the sums "
        "(values by position: J), one head for the outer functions, a comparison network or a head for the median; "
        "none of this depends on eps with K4' or K4'' (theory P6). The mean form needs Q >= 2 n osc(f)/eps shifts for "
        "eps/2. Divide lam by the least radius 1/sqrt(1 + 2 e0): F1's bound only improves with lam.",
        steps=(
            Induction(
                name="code",
                says="Feature after feature: errors e_psi (k+1)^{p-1}.",
                where=(interval(t, -e_psi, e_psi, "[]", "error of the next staircase"),),
                start={P: 1, drift: 0},
                becomes={P: P * (k + 1), drift: drift + P * t},
                claim=And(Le(Abs(drift) * k, e_psi * (P - 1)), Ge(P, 1)),
                mutants=(Mutant("half of it", {"claim": Le(Abs(drift) * k, e_psi * (P - 1) / 2)}),),
            ),
            Deduction(
                name="values",
                says="Each value moves by at most e_g plus the slope times the code's error.",
                claim=Le(moved, CODE_ERROR + e_g),
                uses=("code",),
                mutants=(
                    Mutant("without the code's error", {"claim": Le(moved, e_g)}),
                    Mutant("half of it", {"claim": Le(moved, CODE_ERROR / 2 + e_g)}),
                ),
            ),
            Induction(
                name="upwards",
                says="If the median rose by more than the values, no shift would have a computed value above the one "
                "and an exact value below the other.",
                where=(
                    real(y, "exact value of the next shift"),
                    interval(t, -moved, moved, "[]", "its change"),
                    integers(a, 0, 1),
                    integers(b, 0, 1),
                ),
                start={above: 0, below: 0, count: 0},
                becomes={above: above + a, below: below + b, count: count + 1},
                given=(Or(Eq(a, 0), Ge(y + t, approximate)), Or(Eq(b, 0), Le(y, median))),
                claim=Or(Le(approximate, median + moved), Le(above + below, count)),
                mutants=(
                    Mutant(
                        "rose by more than half of it",
                        {"claim": Or(Le(approximate, median + moved / 2), Le(above + below, count))},
                    ),
                ),
            ),
            Induction(
                name="downwards",
                says="The same for a median that fell (values below the computed, above the exact median).",
                where=(
                    real(y, "exact value of the next shift"),
                    interval(t, -moved, moved, "[]", "its change"),
                    integers(a, 0, 1),
                    integers(b, 0, 1),
                ),
                start={smaller: 0, larger: 0, count: 0},
                becomes={smaller: smaller + a, larger: larger + b, count: count + 1},
                given=(Or(Eq(a, 0), Le(y + t, approximate)), Or(Eq(b, 0), Ge(y, median))),
                claim=Or(Ge(approximate, median - moved), Le(smaller + larger, count)),
                mutants=(
                    Mutant(
                        "fell by more than half of it",
                        {"claim": Or(Ge(approximate, median - moved / 2), Le(smaller + larger, count))},
                    ),
                ),
            ),
            Deduction(
                name="median form",
                says="2n+2 values are not among 2n+1; K4' for the exact median.",
                claim=Le(output, w + CODE_ERROR + e_g + e_m),
                uses=("values", "upwards", "downwards", "K4'"),
                mutants=(
                    Mutant("without e_m", {"claim": Le(output, w + CODE_ERROR + e_g)}),
                    Mutant("without K4'", {"uses": ("values", "upwards", "downwards")}),
                ),
            ),
            Deduction(
                name="mean form",
                says="K4 for the exact mean.",
                claim=Le(averaged, w + n * osc / Q + CODE_ERROR + e_g),
                uses=("values", Use("K4", {error: mean})),
                mutants=(Mutant("without K4", {"uses": ("values",)}),),
            ),
            Deduction(
                name="lift",
                says="K5'' for the numbers u and v.",
                claim=Le(Abs(u - v), (1 + U**2) * dist),
                uses=(Use("K5''", {B: U**2}),),
                mutants=(Mutant("without the factor", {"claim": Le(Abs(u - v), dist)}),),
            ),
            Deduction(
                name="radius",
                says="So the radius is sqrt(|z|^2/(|z|^2 + 2 e0)), which grows with |z| >= 1.",
                claim=And(Eq(radius**2 * (norm**2 + 2 * e0), norm**2), Ge(radius**2 * (1 + 2 * e0), 1)),
                mutants=(
                    Mutant("as for one coordinate", {"claim": Eq(radius**2 * (norm**2 + e0), norm**2)}),
                    Mutant("no shrinking", {"claim": Ge(radius, 1)}),
                ),
            ),
        ),
    )
)

# --- K6 -----------------------------------------------------------------------------------------------------------

SPHERE_LIPSCHITZ = L * sqrt(n)
DELTA = eps / (SPHERE_LIPSCHITZ * (1 + 2 * eta))
TOKENS = sqrt(pi) * n * (pi / DELTA) ** n * gamma(n / 2) / gamma(n / 2 + Rational(1, 2))
"""The number of tokens of theory F3 on S^n with that Lipschitz constant."""

declare(
    Statement(
        label="K6",
        title="The wide alternative: one head on S^n for the whole sequence",
        kind="theorem",
        says="z = (2/sqrt n)(x - 1/2) has |z| <= 1, y = (z,1)/|(z,1)| lies on S^n: an L-Lipschitz f (maximum norm) is "
        "L sqrt(n)-Lipschitz in y, extends so to S^n, and one local prefix (F3) with O((L sqrt n/eps)^n) tokens "
        "serves it.",
        formula=And(
            Le(z2, 1),
            Le(change, SPHERE_LIPSCHITZ * dist),
            Le(g1 - g2, SPHERE_LIPSCHITZ * d12),
            Le(error, eps),
            Le(least, TOKENS),
        ),
        variables=(
            FEATURES,
            positive(L, "Lipschitz constant of a component of f for the maximum norm"),
            positive(eps, "the error asked for"),
            interval(eta, 0, 1, "()", "share of the error left to far tokens"),
            positive(lam, "scale of the logits"),
            integers(N, 1, meaning="number of tokens"),
            quantity(count, "features counted"),
            quantity(x2, "sum over the features of (x_p - 1/2)^2"),
            quantity(z2, "|z|^2"),
            quantity(span, "|z - z'|"),
            quantity(wide, "|x - x'|, maximum norm"),
            quantity(dist, "angle between the lifts y and y'", 0, pi),
            quantity(change, "|f(x) - f(x')|"),
            quantity(g1, "the extension at one point of S^n: min over y' in the image of f(y') + L sqrt(n) dist", None),
            quantity(g2, "the extension at another point", None),
            quantity(other, "f at the y' that is minimal for the other point", None),
            quantity(d1, "distance of the first point from it"),
            quantity(d2, "distance of the other point from it"),
            quantity(d12, "distance of the two points"),
            quantity(error, "|A(y) - f(y)|"),
            quantity(least, "tokens that suffice"),
        ),
        hypotheses=(
            Hypothesis(Le((1 + eta) * DELTA, pi), "(1+eta) delta <= pi, delta = eps/(L sqrt(n) (1 + 2 eta))"),
            Hypothesis(
                Ge(lam * (cos(DELTA) - cos((1 + eta) * DELTA)), log(pi * N / (eta * DELTA))),
                "lam of theory F3",
            ),
        ),
        by_definition=(
            Hypothesis(And(Eq(count, n), Eq(z2 * n, 4 * x2)), "z = (2/sqrt n)(x - 1/2)"),
            Hypothesis(Le(4 * wide**2, n * span**2), "4 |x_p - x'_p|^2 <= 4 sum_p |x_p - x'_p|^2 = n |z - z'|^2"),
            Hypothesis(Le(change, L * wide), "f is L-Lipschitz for the maximum norm"),
            Hypothesis(
                And(Le(g1, other + SPHERE_LIPSCHITZ * d1), Eq(g2, other + SPHERE_LIPSCHITZ * d2), Le(d1, d12 + d2)),
                "minima, and the triangle inequality on S^n",
            ),
        ),
        note="The gather needs x_t (x) e_t from the embedding, or T heads. Vector values: component by component. "
        "Keys in the convex image suffice; the count is for the whole sphere.",
        steps=(
            Induction(
                name="length",
                says="Each feature adds at most 1/4.",
                where=(interval(t, 0, 1, "[]", "the next feature"),),
                start={x2: 0, count: 0},
                becomes={x2: x2 + (t - Rational(1, 2)) ** 2, count: count + 1},
                claim=Le(4 * x2, count),
                mutants=(Mutant("half of it", {"claim": Le(8 * x2, count)}),),
            ),
            Deduction(
                name="ball",
                says="|z|^2 = 4 x2/n.",
                claim=Le(z2, 1),
                uses=("length",),
                mutants=(Mutant("half of it", {"claim": Le(z2, Rational(1, 2))}),),
            ),
            Deduction(
                name="chord",
                says="K5'' with B = 1.",
                claim=Le(span, 2 * dist),
                uses=(Use("K5''", {B: 1}),),
                mutants=(Mutant("without the factor", {"claim": Le(span, dist)}),),
            ),
            Deduction(
                name="maximum norm",
                says="2 |x - x'| <= sqrt(n) |z - z'|.",
                claim=Le(2 * wide, sqrt(n) * span),
                mutants=(Mutant("without sqrt n", {"claim": Le(2 * wide, span)}),),
            ),
            Deduction(
                name="Lipschitz constant",
                says="L (sqrt(n)/2) 2 dist.",
                claim=Le(change, SPHERE_LIPSCHITZ * dist),
                uses=("chord", "maximum norm"),
                mutants=(Mutant("half of it", {"claim": Le(change, SPHERE_LIPSCHITZ * dist / 2)}),),
            ),
            Deduction(
                name="extension",
                says="McShane's extension keeps the Lipschitz constant.",
                claim=Le(g1 - g2, SPHERE_LIPSCHITZ * d12),
                mutants=(Mutant("half of it", {"claim": Le(g1 - g2, SPHERE_LIPSCHITZ * d12 / 2)}),),
            ),
            Deduction(
                name="local prefix",
                says="F3 on S^n with the Lipschitz constant L sqrt(n).",
                claim=And(
                    Le(error, eps),
                    Le(least, TOKENS),
                ),
                uses=(Use("F3", {m: n, L: SPHERE_LIPSCHITZ}),),
                mutants=(
                    Mutant("without F3", {"uses": ()}),
                    Mutant("a smaller error", {"claim": Le(error, eps / 2)}),
                ),
            ),
        ),
    )
)
