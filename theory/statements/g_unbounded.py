"""Chapter G: a lower bound for every way of choosing prefixes, without any bound on logits, biases or values.

Warren's count of sign patterns, on the points of `theory.statements.g_lattice`.
"""

from __future__ import annotations

from sympy import And, E, Implies, Max, Or, pi, sqrt, symbols  # type: ignore[import-untyped]

from theory.proof_steps import (
    Citation,
    Deduction,
    Mutant,
    Use,
    integers,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.statements.f_local import L, N, m, sphere_dimension, tokens
from theory.statements.f_prefix import eps, precision
from theory.statements.g_lattice import DENOMINATOR, FINENESS, lattice_quantities, moved, one, s
from theory.statements.g_lower_bounds import worst
from theory.statements.g_packings import bump_variables, d, difference, lipschitz, packing, r, separation
from theory.statements.g_warren import (
    EVERY_FUNCTION,
    W,
    degree,
    error,
    numerator,
    patterns,
    polynomial,
    sign_definitions,
    sign_quantities,
    t,
    worst_error,
)
from theory.symbols import cap

lowest = symbols("lowest", real=True)
points, apart, pos, neg, v = symbols("points apart pos neg v", nonnegative=True)
x, y, z = symbols("x y z", positive=True)

REACHED = m * FINENESS
CELL = cap(m, 2 * r + 2 * REACHED)
DEGREE = 1 + N * sqrt(m + 1) * DENOMINATOR**m
UNBOUNDED = (4 * E * DEGREE * points / W) ** W

count_variables = (
    sphere_dimension,
    tokens,
    integers(s, 1, meaning="number of CORDIC angles: e = 2 arctan 2^-s, Q = prod_{i=1..s} (4^i+1)"),
    lipschitz,
    precision,
    separation,
    worst_error,
    integers(W, 1, meaning="N(m+2), the number of real parameters y_il = exp(k_il/Q^m), u_i = v_i e^{beta_i}"),
)
count_hypotheses = (
    EVERY_FUNCTION,
    Hypothesis(Eq(W, N * (m + 2)), "W = N(m+2)"),
    Hypothesis(Lt(eps, L * r), "r > eps/L"),
    Hypothesis(Le(2 * r + 2 * REACHED, pi), "2r + 2 m e <= pi"),
)
every_point = quantity(points, "M' = ceil(1/sigma(cap_{2r+2me}))", 1)

declare(
    Statement(
        label="G3'",
        title="Any selection, no bound on logits, biases or values",
        kind="theorem",
        says="If every L-Lipschitz f: S^m -> R has an N-token prefix with error <= eps, then for all s >= 1, r > eps/L "
        "2^{M'} <= (4 e (1 + N sqrt(m+1) Q^m) M'/W)^W, M' = ceil(1/sigma(cap_{2r+2me})), as long as W = N(m+2) <= M'.",
        formula=Le(2**points, UNBOUNDED),
        variables=(
            *count_variables,
            every_point,
            quantity(packing, "M(r + m e), the largest number of points with pairwise distance >= 2r + 2me"),
            *lattice_quantities,
            quantity(apart, "least distance of the rational points near those of that packing"),
            quantity(lowest, "the lowest power of any y_il in these polynomials", None),
            quantity(t, "a_l where it occurs", None),
            quantity(pos, "sum of the positive a_l, for a point with coordinates a_l/Q^m"),
            quantity(neg, "sum of the negative ones, without sign"),
            *bump_variables,
            *sign_quantities,
        ),
        hypotheses=(*count_hypotheses, Hypothesis(Le(W, points), "W <= M'")),
        by_definition=(
            Hypothesis(Implies(Le(1 / CELL, packing), Le(points, packing)), "M(r + m e) is an integer"),
            Hypothesis(Ge(apart, 2 * (r + REACHED) - 2 * moved), "triangle inequality: both points of a pair moved"),
            Hypothesis(
                Implies(And(Ge(apart, 2 * r), Le(difference, L * d)), Le(error, worst)),
                "f_a on the rational points: if they have separation 2r, it is in the class (G0b)",
            ),
            *sign_definitions[1:],
            Hypothesis(Implies(Gt(numerator, 0), Gt(polynomial, 0)), "the numerator times a positive monomial"),
            Hypothesis(
                Or(Eq(lowest, t + Max(0, -t)), Eq(lowest, Max(0, -t))),
                "the monomial adds max(0, -a_l) to the power of every y_il: a_l in its own term, 0 in the others",
            ),
            Hypothesis(Eq(one, pos + neg), "|a|_1"),
            Hypothesis(Eq(degree, 1 + pos + (N - 1) * neg), "step polynomial, at a point with the largest degree"),
            Hypothesis(
                Implies(And(Le(points, packing), Gt(polynomial, 0)), Eq(patterns, 2**points)),
                "all sign vectors a of length M' occur",
            ),
        ),
        value=UNBOUNDED,
        note="The bound is the right-hand side.  For maps to R^q take f e_1.  At such a point the numerator is "
        "sum_i u_i prod_l y_il^{a_l}; the monomial is prod_{i,l} y_il^{max(0,-a_l)}.",
        steps=(
            Deduction(
                name="packing",
                says="G0 for r + m e.",
                claim=Le(points, packing),
                uses=(Use("G0", {r: r + REACHED}),),
                mutants=(Mutant("one point more", {"claim": Le(points + 1, packing)}),),
            ),
            Deduction(
                name="separation",
                says="The rational points near them (G3c) keep the distance 2r.",
                claim=Ge(apart, 2 * r),
                uses=("G3c",),
                mutants=(Mutant("3r", {"claim": Ge(apart, 3 * r)}),),
            ),
            Deduction(
                name="signs",
                says="a_j A(x_j) >= L r - worst > 0, so the numerator has the sign a_j.",
                claim=Gt(polynomial, 0),
                uses=("separation", "G0b"),
                mutants=(
                    Mutant("functions outside the class", {"uses": ("separation",)}),
                    Mutant("points too near", {"uses": ("G0b",)}),
                ),
            ),
            Deduction(
                name="polynomial",
                says="a_l + max(0, -a_l) = max(0, a_l): no negative powers.",
                claim=Ge(lowest, 0),
                mutants=(Mutant("no constant term", {"claim": Gt(lowest, 0)}),),
            ),
            Deduction(
                name="degree",
                says="Term i has degree 1 + sum a_l^+ + (N-1) sum a_l^- <= 1 + N |a|_1, and G3c.",
                claim=Le(degree, DEGREE),
                uses=("G3c",),
                mutants=(
                    Mutant("1 + |a|_1", {"claim": Le(degree, 1 + sqrt(m + 1) * DENOMINATOR**m)}),
                    Mutant("without G3c", {"uses": ()}),
                ),
            ),
            Citation(
                name="Warren",
                says="M' >= W polynomials of degree <= D in W variables take at most (4 e D M'/W)^W sign vectors "
                "without zeros.",
                key="warren1968",
                locator="Theorem 3",
                claim=Implies(And(Ge(lowest, 0), Le(degree, DEGREE), Le(W, points)), Le(patterns, UNBOUNDED)),
            ),
            Deduction(
                name="count",
                says="All 2^{M'} sign vectors occur.",
                claim=Le(2**points, UNBOUNDED),
                uses=("packing", "signs", "polynomial", "degree", "Warren"),
                mutants=(
                    Mutant("without the degree", {"uses": ("packing", "signs", "polynomial", "Warren")}),
                    Mutant("without Warren", {"uses": ("packing", "signs", "polynomial", "degree")}),
                ),
            ),
        ),
    )
)
