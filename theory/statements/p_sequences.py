"""Chapter P, third part: the paper's claims about sequences (P4), and its open question (P5)."""

from __future__ import annotations

from sympy import And, cos, log, pi, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Mutant, Use, integers, interval, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le
from theory.statements import g_lower_bounds, k_obstruction, k_staircases, k_transformers
from theory.statements import j_elementwise as elementwise
from theory.statements.f_local import L, N, error, lam, least, lipschitz, m, sphere_dimension, tokens
from theory.statements.f_local import scale as logits
from theory.statements.f_prefix import DELTA, REACH, eps, eta, precision, ratio
from theory.statements.g_packings import packed
from theory.statements.g_packings import r as separation
from theory.statements.k_staircases import FEATURES, MODULUS, OSCILLATION, RAMPS, n, osc, w
from theory.statements.k_to_sphere import dist

M, q = symbols("M q", positive=True)
alone = symbols("alone", nonnegative=True)
HALF = k_obstruction.HALF

# --- P4 ------------------------------------------------------------------------------------------------------------

declare(
    Statement(
        label="P4",
        title="Element-wise maps of a sequence need one head",
        kind="claim",
        says="Implied by J: one prefix serves every position, exactly, also when the map depends on the position.",
        formula=And(
            Eq(elementwise.corrected, elementwise.h),
            Le(elementwise.leak * (elementwise.GAIN + elementwise.T - 1), (elementwise.T - 1) * elementwise.spread),
        ),
        variables=(
            elementwise.positions,
            elementwise.gain,
            quantity(elementwise.h, "h_s(x), a component of the head of f_s alone, at position s", None),
            quantity(elementwise.H, "sum_t h_t(x)", None),
            quantity(elementwise.head, "the head A_s(x) at position s", None),
            quantity(elementwise.leak, "|A_s(x) - h_s(x)| in R^q"),
            quantity(elementwise.spread, "max_t |h_t(x) - h_s(x)|"),
            quantity(elementwise.corrected, "the head at position s with the corrected values", None),
        ),
        source="petrov2024 (P4)",
        note="With one map for all positions nothing has to be corrected: the head of P1 acts at each of them.",
        steps=(
            Deduction(
                name="one head",
                says="J.",
                claim=And(
                    Eq(elementwise.corrected, elementwise.h),
                    Le(
                        elementwise.leak * (elementwise.GAIN + elementwise.T - 1),
                        (elementwise.T - 1) * elementwise.spread,
                    ),
                ),
                uses=("J",),
                mutants=(Mutant("without J", {"uses": ()}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="P4a",
        title="One continuous scalar cannot carry a sequence uniformly",
        kind="claim",
        says=(
            "That attention layers compress the sequence to one scalar needs a condition: with one continuous scalar "
            "the sup-norm error is >= 1/2 for the identity on n >= 2 features, and for a map of T >= 3 positions even "
            "if every position reads its own feature as well."
        ),
        formula=And(Ge(error, HALF), Ge(alone, HALF)),
        variables=(
            integers(n, 1, meaning="features"),
            integers(k_obstruction.p, 0, meaning="features that the position reads past the bottleneck"),
            quantity(
                error, "sup-norm error of a model G(R(x), x_I) with one scalar R, for a map that holds the others"
            ),
            quantity(alone, "sup-norm error of G_t(R(x), x_t) with one scalar R, for x -> (x_2, x_3, x_1, ...)"),
        ),
        hypotheses=(Hypothesis(Gt(n - k_obstruction.p, 1), "at least two features do not pass by the bottleneck"),),
        source="petrov2024 (P4); own counterexample",
        note=(
            "What follows from the paper's route: approximation in L^p (K3) or off a small set; uniformly with a "
            "discontinuous scalar (K1), with 2n+1 continuous ones (P4b) or with one vector of width O(n) (K6).  What "
            "does not: uniform approximation through one continuous scalar, whatever the depth."
        ),
        steps=(
            Deduction(
                name="bottleneck",
                says="K2 with s = 1.",
                claim=Ge(error, HALF),
                uses=(Use("K2", {k_obstruction.n: n, k_obstruction.s: 1, k_obstruction.t: 0}),),
                mutants=(Mutant("more than that", {"claim": Ge(error, 2 * HALF)}),),
            ),
            Deduction(
                name="own feature",
                says="K2'.",
                claim=Ge(alone, HALF),
                uses=(Use("K2'", {k_obstruction.error: alone}),),
                mutants=(Mutant("more than that", {"claim": Ge(alone, 2 * HALF)}),),
            ),
        ),
    )
)

POWER = k_staircases.p
BUDGET = w + k_transformers.CODE_ERROR + k_transformers.e_g + k_transformers.e_m

declare(
    Statement(
        label="P4b",
        title="Sequence maps by prefixes: 2n+1 scalars uniformly, one scalar in L^p",
        kind="claim",
        says="K5 with the median of K4' (constant depth, architecture independent of eps), and K3.",
        formula=And(
            Le(k_transformers.output, BUDGET),
            Le(k_staircases.integral, w**POWER + n * k_staircases.tau * osc**POWER),
        ),
        variables=(
            FEATURES,
            RAMPS,
            MODULUS,
            OSCILLATION,
            interval(k_transformers.e_psi, 0, None, "[)", "sup-norm error of the staircases"),
            interval(k_transformers.e_g, 0, None, "[)", "sup-norm error of the outer functions"),
            interval(k_transformers.e_m, 0, None, "[)", "error of the network or prefix that takes the median"),
            interval(k_staircases.tau, 0, 1, "(]", "relative width of the ramps"),
            interval(POWER, 1, None, "[)", "the p of L^p"),
            quantity(k_staircases.off, "|g(R(x)) - f(x)| where no feature is in a ramp"),
            quantity(k_staircases.measure, "measure of the other points"),
            quantity(k_staircases.integral, "integral of |g(R(x)) - f(x)|^p, one scalar R"),
            quantity(k_transformers.output, "error of the output, median of 2n+1 scalars"),
            quantity(k_transformers.averaged, "error of the output, mean form with n shifts"),
            quantity(dist, "an angle", 0, pi),
            quantity(k_transformers.radius, "length of a lifted scalar after the RMS normalisation"),
        ),
        source="petrov2024 (P4); own proof",
        note="The paper's depth T+2 comes from one scalar; here it is constant, or T with one output layer each.",
        steps=(
            Deduction(
                name="median",
                says="K5; the scalars u, v of its lift are not needed here.",
                claim=Le(k_transformers.output, BUDGET),
                uses=(
                    Use(
                        "K5",
                        {
                            k_staircases.Q: n,
                            k_transformers.U: 0,
                            k_transformers.u: 0,
                            k_transformers.v: 0,
                            k_transformers.norm: 1,
                            k_transformers.e0: 0,
                        },
                    ),
                ),
                mutants=(Mutant("without the median's error", {"claim": Le(k_transformers.output, w)}),),
            ),
            Deduction(
                name="mean power",
                says="K3.",
                claim=Le(k_staircases.integral, w**POWER + n * k_staircases.tau * osc**POWER),
                uses=("K3",),
                mutants=(Mutant("without the ramps", {"claim": Le(k_staircases.integral, w**POWER)}),),
            ),
        ),
    )
)

# --- P5 ------------------------------------------------------------------------------------------------------------

FACTOR = (m + 1 + q) / q * (4 * pi * (1 + 2 * eta)) ** m

declare(
    Statement(
        label="P5",
        title="The open question: the rate of prefixes is eps^-m, up to a constant",
        kind="claim",
        says=(
            "A tighter bound exists: F3's prefix has error <= eps with at most a constant (in m, q, eta) times the "
            "tokens M that any prefix needs whose keys and values depend continuously on f (G1)."
        ),
        formula=And(Le(error, eps), Le(least, M * FACTOR)),
        variables=(
            sphere_dimension,
            integers(q, 1, meaning="dimension of the values"),
            tokens,
            lipschitz,
            precision,
            ratio,
            logits,
            integers(M, 1, meaning="tokens of a continuous selection with error <= eps for the whole class"),
            quantity(least, "number of points of the smallest delta-net, delta = eps/(L(1+2 eta)): tokens of F3"),
            quantity(error, "|A(x) - f(x)| at any x, for the head A of F3"),
            packed,
            quantity(g_lower_bounds.worst, "largest error of the continuous selection over the class"),
        ),
        hypotheses=(
            Hypothesis(Le(g_lower_bounds.worst, eps), "the continuous selection reaches eps"),
            Hypothesis(Le(4 * eps, pi * L), "eps <= pi L/4"),
            Hypothesis(Le(REACH, pi), "(1+eta) delta <= pi"),
            Hypothesis(
                Ge(lam * (cos(DELTA) - cos(REACH)), log(pi * N / (eta * DELTA))),
                "lam >= ln(pi N/(eta delta))/(cos delta - cos((1+eta) delta))",
            ),
        ),
        source="petrov2024 (P5); own answer",
        value=FACTOR,
        note=(
            "So a prefix needs no more parameters than networks, whose rate is eps^-m.  With keys, lam and biases "
            "fixed in advance the same holds for every choice of values (G2); any selection: up to log^2 (G3')."
        ),
        steps=(
            Deduction(
                name="enough",
                says="F3.",
                claim=Le(error, eps),
                uses=("F3",),
                mutants=(Mutant("half the error", {"claim": Le(error, eps / 2)}),),
            ),
            Deduction(
                name="necessary",
                says="F3's bound of the net over G1a's bound of M for r = 2 eps/L.",
                claim=Le(least, M * FACTOR),
                uses=(
                    "F3",
                    Use(
                        "G1a",
                        {
                            N: M,
                            g_lower_bounds.g: 0,
                            g_lower_bounds.W: M * (m + 1 + q),
                            separation: 2 * eps / L,
                        },
                    ),
                ),
                mutants=(Mutant("half of it", {"claim": Le(least, M * FACTOR / 2)}),),
            ),
        ),
    )
)
