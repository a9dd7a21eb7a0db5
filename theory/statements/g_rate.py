"""Chapter G: what G3' says of the number of tokens, with explicit constants: eps^-m up to log^2 for every selection."""

from __future__ import annotations

from sympy import And, E, Rational, atan, log, pi, sqrt, symbols  # type: ignore[import-untyped]

from theory.proof_steps import (
    Deduction,
    Inequality,
    Mutant,
    Use,
    interval,
    positive,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le
from theory.statements.f_local import COUNT, L, N, m
from theory.statements.f_prefix import eps
from theory.statements.g_lattice import DENOMINATOR, rotation_quantities, s, theta
from theory.statements.g_packings import HALF, packing, r
from theory.statements.g_unbounded import CELL, DEGREE, REACHED, count_hypotheses, count_variables, every_point, points
from theory.statements.g_warren import (
    EVERY_FUNCTION,
    W,
)
from theory.symbols import cap

v = symbols("v", nonnegative=True)
x, y, z = symbols("x y z", positive=True)

# --- solved for N --------------------------------------------------------------------------------------------------

LOG = log(4 * E * DEGREE)
SLACK = Rational(3, 50)
NINE = Rational(9, 20)
EXPLICIT = log(4 * E * (1 + N * sqrt(m + 1))) + m * (s * (s + 1) + NINE) * log(2) + SLACK

declare(
    Statement(
        label="G3d",
        title="The rate eps^-m is optimal up to log^2 for every way of choosing prefixes",
        kind="theorem",
        says="G3' solved for N, without any hypothesis on W: N >= log(2) M'/(2 (m+2) (log(4e(1 + N sqrt(m+1))) + "
        "m (s(s+1) + .45) log 2 + .06)); with 2^-s of the order r/m and r > eps/L this is c_m (L/eps)^m/log^2(L/eps).",
        formula=And(
            Ge(2 * W * (LOG + SLACK), points * log(2)),
            Ge(2 * N * (m + 2) * EXPLICIT, log(2) / CELL),
        ),
        variables=(
            *count_variables,
            every_point,
            *rotation_quantities,
        ),
        hypotheses=count_hypotheses,
        by_definition=(Hypothesis(Ge(points, 1 / CELL), "M' = ceil(1/sigma(cap_{2r+2me}))"),),
        note="1/sigma(cap_t) >= COUNT t^-m by G0.  If N <= (L/eps)^m the first logarithm is O(m log(L/eps)), and "
        "m s(s+1) = O(m log^2(m L/eps)); otherwise there is nothing to show.",
        steps=(
            Inequality(
                name="half of the logarithm",
                says="log z <= z log(2)/2 + .06: the largest difference is at z = 2/log 2.",
                where=(positive(z, "M'/W"),),
                claim=Le(log(z), z * log(2) / 2 + SLACK),
                mutants=(Mutant(".05", {"claim": Le(log(z), z * log(2) / 2 + Rational(1, 20))}),),
            ),
            Inequality(
                name="many parameters",
                says="log(4e(1+v)) >= log(4e) >= 1.",
                where=(interval(v, 0, None, "[)"),),
                claim=Ge(log(4 * E * (1 + v)), 1),
                mutants=(Mutant("3", {"claim": Ge(log(4 * E * (1 + v)), 3)}),),
            ),
            Inequality(
                name="log 2",
                says="1/2 <= log 2 <= 1.",
                claim=And(Ge(log(2), HALF, evaluate=False), Le(log(2), 1, evaluate=False)),
                mutants=(Mutant("above 1", {"claim": Ge(log(2), 1, evaluate=False)}),),
            ),
            Deduction(
                name="powers",
                says="z^m >= 1 for z >= 1.",
                where=(interval(z, 1, None, "[)"),),
                claim=Ge(z**m, 1),
                mutants=(Mutant("at least 2", {"claim": Ge(z**m, 2)}),),
            ),
            Deduction(
                name="logarithms",
                says="Logarithms of both sides of G3'.",
                where=(positive(x, "4e(1 + N sqrt(m+1) Q^m)"), positive(y, "M'"), positive(z, "M'/W")),
                given=(Eq(z * W, y), Le(2**y, (x * z) ** W), Le(log(z), z * log(2) / 2 + SLACK)),
                claim=And(Le(y * log(2), W * log(x * z)), Le(y * log(2), 2 * W * (log(x) + SLACK))),
                mutants=(
                    Mutant("half of it", {"claim": Le(y * log(2), W * (log(x) + SLACK))}),
                    Mutant("without the lemma", {"given": (Eq(z * W, y), Le(2**y, (x * z) ** W))}),
                ),
            ),
            Deduction(
                name="count",
                says="G3' if W <= M'; otherwise log(4e(1 + N sqrt(m+1) Q^m)) >= 1 is enough.",
                claim=Ge(2 * W * (LOG + SLACK), points * log(2)),
                uses=(
                    "G3'",
                    Use("half of the logarithm", {z: points / W}),
                    Use("many parameters", {v: DEGREE - 1}),
                    "log 2",
                    Use("logarithms", {x: 4 * E * DEGREE, y: points, z: points / W}),
                    Use("G3b", {theta: 0}),
                    Use("powers", {z: DENOMINATOR}),
                ),
                mutants=(
                    Mutant("half of it", {"claim": Ge(W * (LOG + SLACK), points * log(2))}),
                    Mutant("without G3'", {"uses": ("log 2",)}),
                ),
            ),
            Deduction(
                name="split",
                says="1 + v z <= (1+v) z for z >= 1.",
                where=(interval(v, 0, None, "[)", "N sqrt(m+1)"), interval(z, 1, None, "[)", "Q^m")),
                claim=And(
                    Le(log(4 * E * (1 + v * z)), log(4 * E * (1 + v) * z)),
                    Eq(log(4 * E * (1 + v) * z), log(4 * E * (1 + v)) + log(z)),
                ),
                mutants=(Mutant("without z", {"claim": Le(log(4 * E * (1 + v * z)), log(4 * E * (1 + v)))}),),
            ),
            Deduction(
                name="explicit",
                says="log Q < (s(s+1) + .45) log 2 (G3b).",
                claim=Ge(2 * N * (m + 2) * EXPLICIT, log(2) / CELL),
                uses=(
                    "count",
                    "log 2",
                    Use("G3b", {theta: 0}),
                    Use("split", {v: N * sqrt(m + 1), z: DENOMINATOR**m}),
                    Use("powers", {z: DENOMINATOR}),
                ),
                mutants=(
                    Mutant("half of it", {"claim": Ge(N * (m + 2) * EXPLICIT, log(2) / CELL)}),
                    Mutant("without G3b", {"uses": ("count", "log 2")}),
                ),
            ),
        ),
    )
)

# --- the rate ------------------------------------------------------------------------------------------------------

TWICE = 2 * eps / L
BITS = log(2 * m * L / eps) / log(2)
RATE = COUNT * (L / (8 * eps)) ** m

declare(
    Statement(
        label="G3e",
        title="At least (L/eps)^m tokens up to log^2, in numbers",
        kind="theorem",
        says="If every L-Lipschitz f: S^m -> R has an N-token prefix with error <= eps <= L/3, then N is at least of "
        "the order (L/eps)^m/log^2(L/eps): G3d with r = 2 eps/L and m L/eps <= 2^s <= 2 m L/eps.",
        formula=Ge(
            2 * N * (m + 2) * (log(4 * E * (1 + N * sqrt(m + 1))) + m * (BITS * (BITS + 1) + NINE) * log(2) + SLACK),
            log(2) * RATE,
        ),
        variables=(
            *(v for v in count_variables if v.symbol not in (r, W)),
            quantity(points, "M' of G3d", 1),
            quantity(packing, "M(2 eps/L + m e), as in G3'"),
            *rotation_quantities,
        ),
        hypotheses=(
            EVERY_FUNCTION,
            Hypothesis(Le(3 * eps, L), "eps <= L/3"),
            Hypothesis(And(Ge(2**s * eps, m * L), Le(2**s * eps, 2 * m * L)), "m L/eps <= 2^s <= 2 m L/eps"),
        ),
        note="COUNT = 2 sqrt(pi) Gamma(m/2+1)/Gamma((m+1)/2); such an s exists for every eps.  If N >= (L/eps)^m there "
        "is nothing to show; otherwise log(1 + N sqrt(m+1)) <= m log(L/eps) + log(2 sqrt(m+1)).",
        steps=(
            Inequality(
                name="arc tangent",
                says="arctan x <= x.",
                where=(positive(x, "2^-s"),),
                claim=Le(atan(x), x),
                mutants=(Mutant("x/2", {"claim": Le(atan(x), x / 2)}),),
            ),
            Deduction(
                name="radius",
                says="m e <= 2 m 2^-s <= 2 eps/L, so 2r + 2 m e <= 8 eps/L <= 8/3.",
                claim=And(Le(REACHED, TWICE), Le(2 * TWICE + 2 * REACHED, pi)),
                uses=(Use("arc tangent", {x: 2 ** (-s)}),),
                mutants=(Mutant("half of it", {"claim": Le(REACHED, TWICE / 2)}),),
            ),
            Deduction(
                name="powers",
                says="x^m increases with x > 0.",
                where=(positive(x), positive(y)),
                given=(Le(x, y),),
                claim=Le(x**m, y**m),
                mutants=(Mutant("for all x and y", {"given": ()}),),
            ),
            Deduction(
                name="cap",
                says="G0 for a cap of radius at most 8 eps/L.",
                claim=Ge(1 / cap(m, 2 * TWICE + 2 * REACHED), RATE),
                uses=(
                    "radius",
                    Use("G0", {r: TWICE + REACHED}),
                    Use("powers", {x: L / (8 * eps), y: 1 / (2 * TWICE + 2 * REACHED)}),
                ),
                mutants=(Mutant("L/(4 eps)", {"claim": Ge(1 / cap(m, 2 * TWICE + 2 * REACHED), RATE * 2**m)}),),
            ),
            Deduction(
                name="bits",
                says="s log 2 <= log(2 m L/eps).",
                where=(positive(x, "2 m L/eps"),),
                given=(Le(2**s, x),),
                claim=Le(s * log(2), log(x)),
                mutants=(Mutant("one bit fewer", {"claim": Le((s + 1) * log(2), log(x))}),),
            ),
            Inequality(
                name="log 2",
                says="1/2 <= log 2 <= 1.",
                claim=And(Ge(log(2), HALF, evaluate=False), Le(log(2), 1, evaluate=False)),
                mutants=(Mutant("above 1", {"claim": Ge(log(2), 1, evaluate=False)}),),
            ),
            Deduction(
                name="few bits",
                says="s <= BITS.",
                claim=And(Le(s, BITS), Le(s * (s + 1), BITS * (BITS + 1))),
                uses=(Use("bits", {x: 2 * m * L / eps}), "log 2"),
                mutants=(Mutant("half of it", {"claim": Le(s, BITS / 2)}),),
            ),
            Deduction(
                name="rate",
                says="G3d.",
                claim=Ge(
                    2
                    * N
                    * (m + 2)
                    * (log(4 * E * (1 + N * sqrt(m + 1))) + m * (BITS * (BITS + 1) + NINE) * log(2) + SLACK),
                    log(2) * RATE,
                ),
                uses=("radius", "cap", "few bits", "log 2", Use("G3d", {r: TWICE, W: N * (m + 2)})),
                mutants=(Mutant("without G3d", {"uses": ("radius", "cap", "few bits", "log 2")}),),
            ),
        ),
    )
)
