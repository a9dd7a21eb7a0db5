"""Chapter A: the Legendre polynomials of dimension m+1 (A2), for every degree by induction over their recurrence."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Abs, And, Expr, Rational, symbols  # type: ignore[import-untyped]

from theory.proof_steps import (
    Deduction,
    Identity,
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
from theory.relations import Eq, Ge, Le
from theory.symbols import legendre_d

m, nu = symbols("m nu", positive=True)
k, i, j, l, n, f = symbols("k i j l n f", nonnegative=True)
t = symbols("t", real=True)

p, q, r, dp, dq, dr, ddp, ddq, u, v = symbols("p q r dp dq dr ddp ddq u v", real=True)
mode, more, c, S, C, si, co = symbols("mode more c S C si co", real=True)
weights, later, spread, further, gap, w = symbols("weights later spread further gap w", nonnegative=True)


def following(first: Expr, second: Expr, m: Expr = m, n: Expr = n) -> Expr:
    """P_{n+2} from P_n and P_{n+1} by the recurrence of dimension m+1."""
    return ((2 * n + m + 1) * t * second - (n + 1) * first) / (n + m)


def energy(k: Expr) -> Expr:
    """k(k+m-1), the eigenvalue of the Laplacian on H_k."""
    return k * (k + m - 1)


NEXT = {
    p: q, q: following(p, q), n: n + 1,
    dp: dq, dq: ((2 * n + m + 1) * (q + t * dq) - (n + 1) * dp) / (n + m),
    ddp: ddq, ddq: ((2 * n + m + 1) * (2 * dq + t * ddq) - (n + 1) * ddp) / (n + m),
}  # fmt: skip
"""From degree n to n+1: the recurrence and its first two derivatives."""

EQUATION = Eq((1 - t**2) * ddp, m * t * dp - energy(k) * p)
BOUND = energy(k) / m
SLOPE = (k + 1) * (k + m) / m


def equation_holds(m_: int, k_: int, shift: int = 0) -> bool:
    """The polynomial of theory.harmonics satisfies the differential equation, and its slope at 1 is k(k+m-1)/m."""
    from flint import fmpq, fmpq_poly

    from theory.harmonics import legendre

    p, t = legendre(m_, k_), fmpq_poly([0, 1])
    first, value = p.derivative(), fmpq(k_ * (k_ + m_ - 1 + shift))
    equation = (t * t - 1) * first.derivative() + m_ * t * first - value * p
    return bool(equation.degree() < 0 and first(1) == value / m_ and p(1) == 1)


def degrees() -> Iterator[tuple[int, int]]:
    """Spheres and degrees."""
    return ((m, k) for m in (1, 2, 3, 8, 41) for k in range(1, 13))


declare(
    Statement(
        label="A2",
        title="Legendre polynomials of dimension m+1",
        kind="lemma",
        says="P_k, defined by its recurrence, is bounded by P_k(1) = 1, and 1 - P_k lies below its tangent at 1.",
        formula=And(
            Le(legendre_d(m, k, t), 1),
            Le(-1, legendre_d(m, k, t)),
            Le(1 - legendre_d(m, k, t), BOUND * (1 - t)),
        ),
        variables=(
            integers(m, 1, meaning="dimension of the sphere"),
            integers(k, 0, meaning="degree"),
            interval(t, -1, 1),
            quantity(n, "the degree k"),
            quantity(p, "P_k(t)", None),
            quantity(q, "P_{k+1}(t)", None),
            quantity(
                mode,
                "sum_j w_j cos((k-2j) a), t = cos a; w_j ~ (nu)_j (nu)_{k-j}/(j! (k-j)!); cos(k a) for m = 1",
                None,
            ),
            quantity(more, "the same for k+1", None),
            quantity(weights, "the sum of the w_j, scaled to be 1 for k = 0, 1"),
            quantity(later, "the same for k+1"),
            quantity(spread, "sum_j w_j (k-2j)^2"),
            quantity(further, "the same for k+1"),
            quantity(gap, "sum_j w_j (1 - cos((k-2j) a))"),
            quantity(si, "sin(a/2)", None),
            quantity(co, "cos(a/2)", None),
            quantity(S, "sin(f a/2)", None),
            quantity(C, "cos(f a/2)", None),
            quantity(f, "a frequency, an integer"),
        ),
        by_definition=(
            Hypothesis(Eq(n, k), "n = k"),
            Hypothesis(Eq(legendre_d(m, k, t), p), "p is P_k(t)"),
            Hypothesis(Eq(gap, weights - mode), "the gap is the sum of the w_j less the sum of the modes"),
            Hypothesis(Eq(si**2 + co**2, 1), "sine and cosine"),
            Hypothesis(Eq(t, 1 - 2 * si**2), "cosine of the double angle"),
        ),
        source="atkinsonhan2012, 2.7",
        code=("theory.harmonics:legendre", "theory.harmonics:legendre_values", "theory.symbols:legendre_d"),
        steps=(
            Identity(
                name="modes",
                says="sum_{j+l=k} (nu)_j (nu)_l/(j! l!) cos((j-l) a) satisfies Gegenbauer's recurrence, mode by mode.",
                where=(positive(nu, "(m-1)/2, m > 1"), interval(j, 0, None, "[)"), interval(l, 0, None, "[)")),
                claim=Eq(
                    (j + l + 2) * (nu + j) * (nu + l),
                    (j + l + 1 + nu) * ((nu + l) * (j + 1) + (nu + j) * (l + 1)) - (j + l + 2 * nu) * (j + 1) * (l + 1),
                ),
                mutants=(
                    Mutant(
                        "nu instead of 2 nu",
                        {
                            "claim": Eq(
                                (j + l + 2) * (nu + j) * (nu + l),
                                (j + l + 1 + nu) * ((nu + l) * (j + 1) + (nu + j) * (l + 1))
                                - (j + l + nu) * (j + 1) * (l + 1),
                            )
                        },
                    ),
                ),
            ),
            Induction(
                name="same recurrence",
                says="So the sums of modes, normalised (for m = 1: cos k a), are the P_k: same recurrence, same start.",
                start={n: 0, p: 1, q: t, mode: 1, more: t},
                becomes={n: n + 1, p: q, q: following(p, q), mode: more, more: following(mode, more)},
                claim=And(Eq(p, mode), Eq(q, more)),
                mutants=(Mutant("another start", {"start": {n: 0, p: 1, q: t, mode: 1, more: 2 * t}}),),
            ),
            Induction(
                name="weights",
                says="The w_j sum to the value at t = 1, which is 1 by the recurrence.",
                start={n: 0, weights: 1, later: 1},
                becomes={n: n + 1, weights: later, later: following(weights, later).xreplace({t: 1})},
                claim=And(Eq(weights, 1), Eq(later, 1), Ge(n, 0)),
                mutants=(
                    Mutant(
                        "at t = 1/2",
                        {
                            "becomes": {
                                n: n + 1,
                                weights: later,
                                later: following(weights, later).xreplace({t: Rational(1, 2)}),
                            }
                        },
                    ),
                ),
            ),
            Induction(
                name="convex combination",
                says="A sum of cosines with weights w_j >= 0.",
                where=(interval(w, 0, None, "[)", "the next w_j"), interval(c, -1, 1, "[]", "its cosine")),
                start={mode: 0, weights: 0},
                becomes={mode: mode + w * c, weights: weights + w},
                claim=And(Le(mode, weights), Le(-weights, mode)),
                mutants=(Mutant("below -1", {"where": (interval(w, 0, None, "[)"), interval(c, None, 1))}),),
            ),
            Deduction(
                name="bounded",
                says="The sum of the weights is 1.",
                claim=And(Le(legendre_d(m, k, t), 1), Le(-1, legendre_d(m, k, t))),
                uses=("same recurrence", "weights", "convex combination"),
                mutants=(Mutant("without the weights", {"uses": ("same recurrence", "convex combination")}),),
            ),
            Induction(
                name="sine of a multiple",
                says="|sin f x| <= f |sin x| for integers f.",
                start={f: 0, S: 0, C: 1},
                becomes={f: f + 1, S: S * co + C * si, C: C * co - S * si},
                claim=And(Le(Abs(S), f * Abs(si)), Eq(S**2 + C**2, 1), Ge(f, 0)),
                mutants=(
                    Mutant("half of it", {"claim": And(Le(Abs(S), f * Abs(si) / 2), Eq(S**2 + C**2, 1), Ge(f, 0))}),
                ),
            ),
            Deduction(
                name="one gap",
                says="1 - cos f a = 2 sin^2(f a/2) <= f^2 (1 - cos a).",
                claim=Le(2 * S**2, f**2 * (1 - t)),
                uses=("sine of a multiple",),
                mutants=(Mutant("without the square", {"claim": Le(2 * S**2, f * (1 - t))}),),
            ),
            Induction(
                name="gaps",
                says="Weighted and added.",
                where=(interval(w, 0, None, "[)", "the next w_j"),),
                start={gap: 0, spread: 0},
                becomes={gap: gap + w * 2 * S**2, spread: spread + w * f**2},
                claim=Le(gap, spread * (1 - t)),
                uses=("one gap",),
                mutants=(Mutant("without the gap of one mode", {"uses": ()}),),
            ),
            Induction(
                name="spread",
                says="The recurrence, differentiated twice in a at a = 0: cos a of spread s has spread s+1.",
                start={n: 0, weights: 1, later: 1, spread: 0, further: 1},
                becomes={
                    n: n + 1,
                    weights: later,
                    later: following(weights, later).xreplace({t: 1}),
                    spread: further,
                    further: following(spread, further + later).xreplace({t: 1}),
                },
                claim=And(
                    Eq(weights, 1),
                    Eq(later, 1),
                    Ge(n, 0),
                    Eq(m * spread, energy(n)),
                    Eq(m * further, (n + 1) * (n + m)),
                ),
                mutants=(
                    Mutant(
                        "k^2",
                        {
                            "claim": And(
                                Eq(weights, 1), Eq(later, 1), Ge(n, 0), Eq(spread, n**2), Eq(further, (n + 1) ** 2)
                            )
                        },
                    ),
                ),
            ),
            Deduction(
                name="curvature",
                says="1 - P_k is the gap.",
                claim=Le(1 - legendre_d(m, k, t), BOUND * (1 - t)),
                uses=("same recurrence", "weights", "gaps", "spread"),
                mutants=(Mutant("half of it", {"claim": Le(1 - legendre_d(m, k, t), BOUND * (1 - t) / 2)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="A2a",
        title="The slope of a Legendre polynomial",
        kind="lemma",
        says="The derivative is a multiple of a Legendre polynomial in two dimensions more, so it is largest at 1.",
        formula=And(Eq(dq, SLOPE * legendre_d(m + 2, k, t)), Le(Abs(dq), SLOPE)),
        variables=(
            integers(m, 1, meaning="dimension of the sphere"),
            integers(k, 0, meaning="degree"),
            interval(t, -1, 1),
            quantity(n, "the degree k"),
            quantity(q, "P_{k+1}(t)", None),
            quantity(r, "P_{k+2}(t)", None),
            quantity(dq, "P_{k+1}'(t)", None),
            quantity(dr, "P_{k+2}'(t)", None),
            quantity(u, "the Legendre polynomial of dimension m+3, degree k, at t", None),
            quantity(v, "the Legendre polynomial of dimension m+3, degree k+1, at t", None),
        ),
        by_definition=(
            Hypothesis(Eq(n, k), "n = k"),
            Hypothesis(Eq(legendre_d(m + 2, k, t), u), "u is that polynomial"),
        ),
        source="atkinsonhan2012, 2.7",
        value=SLOPE,
        code=("theory.harmonics:legendre_values",),
        steps=(
            Induction(
                name="derivative",
                says="The derivative of P_{k+1} is a multiple of the polynomial of degree k in two dimensions more.",
                start={n: 0, q: t, r: ((m + 1) * t**2 - 1) / m, dq: 1, dr: 2 * (m + 1) * t / m, u: 1, v: t},
                becomes={
                    n: n + 1,
                    q: r,
                    r: following(q, r, n=n + 1),
                    dq: dr,
                    dr: ((2 * n + m + 3) * (r + t * dr) - (n + 2) * dq) / (n + m + 1),
                    u: v,
                    v: following(u, v, m=m + 2),
                },
                claim=And(
                    Eq(m * dq, (n + 1) * (n + m) * u),
                    Eq(m * dr, (n + 2) * (n + m + 1) * v),
                    Eq(t * (n + m) * dr - (n + 2) * dq, (n + 2) * (n + m) * r),
                    Eq((n + m) * dr, (n + 2) * (t * dq + (n + m) * q)),
                    Ge(n, 0),
                ),
                mutants=(
                    Mutant(
                        "one dimension more",
                        {
                            "becomes": {
                                n: n + 1,
                                q: r,
                                r: following(q, r, n=n + 1),
                                dq: dr,
                                dr: ((2 * n + m + 3) * (r + t * dr) - (n + 2) * dq) / (n + m + 1),
                                u: v,
                                v: following(u, v, m=m + 1),
                            }
                        },
                    ),
                ),
            ),
            Deduction(
                name="slope",
                says="The largest slope is the one at 1.",
                claim=And(Eq(dq, SLOPE * legendre_d(m + 2, k, t)), Le(Abs(dq), SLOPE)),
                uses=("derivative", Use("A2", {m: m + 2})),
                mutants=(Mutant("half of it", {"claim": Le(Abs(dq), SLOPE / 2)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="A2b",
        title="The differential equation of a Legendre polynomial",
        kind="lemma",
        says="(1-t^2) P'' - m t P' + k(k+m-1) P = 0, for every degree by induction.",
        formula=EQUATION,
        variables=(
            integers(m, 1, meaning="dimension of the sphere"),
            integers(k, 0, meaning="degree"),
            interval(t, -1, 1),
            quantity(n, "the degree k"),
            quantity(p, "P_k(t)", None),
            quantity(q, "P_{k+1}(t)", None),
            quantity(dp, "P_k'(t)", None),
            quantity(dq, "P_{k+1}'(t)", None),
            quantity(ddp, "P_k''(t)", None),
            quantity(ddq, "P_{k+1}''(t)", None),
        ),
        by_definition=(Hypothesis(Eq(n, k), "n = k"),),
        source="atkinsonhan2012, 2.7",
        steps=(
            Induction(
                name="differential equation",
                says="With the recurrence differentiated twice, and two relations of first order.",
                start={n: 0, p: 1, q: t, dp: 0, dq: 1, ddp: 0, ddq: 0},
                becomes=NEXT,
                claim=And(
                    Eq((1 - t**2) * dp, (n + m - 1) * (t * p - q)),
                    Eq((1 - t**2) * dq, (n + 1) * (p - t * q)),
                    Eq((1 - t**2) * ddp, m * t * dp - energy(n) * p),
                    Eq((1 - t**2) * ddq, m * t * dq - (n + 1) * (n + m) * q),
                    Ge(n, 0),
                ),
                mutants=(
                    Mutant(
                        "k(k+m)",
                        {
                            "claim": And(
                                Eq((1 - t**2) * dp, (n + m - 1) * (t * p - q)),
                                Eq((1 - t**2) * dq, (n + 1) * (p - t * q)),
                                Eq((1 - t**2) * ddp, m * t * dp - n * (n + m) * p),
                                Ge(n, 0),
                            )
                        },
                    ),
                ),
            ),
            Deduction(
                name="equation",
                says="For n = k.",
                claim=EQUATION,
                uses=("differential equation",),
                mutants=(Mutant("for k+1", {"claim": Eq((1 - t**2) * ddp, m * t * dp - energy(k + 1) * p)}),),
            ),
            Instances(
                name="code",
                says="theory.harmonics.legendre, exactly: the equation, the value and the slope at 1.",
                holds=equation_holds,
                cases=degrees,
                covers="60 pairs (m, k)",
                evidence=True,
                mutants=(Mutant("k(k+m)", {"holds": lambda m, k: equation_holds(m, k, 1)}),),
            ),
        ),
    )
)
