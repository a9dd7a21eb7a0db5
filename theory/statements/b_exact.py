"""Chapter B: the exact moduli of continuity of linear, quadratic and distance functions on the sphere (B3)."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Abs, And, Min, cos, pi, sin, symbols  # type: ignore[import-untyped]

from theory.evaluation import agrees
from theory.proof_steps import Deduction, Induction, Instances, Mutant, Use, interval, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le

t, s, A, spread, alpha, beta, near, far = symbols("t s A spread alpha beta near far", nonnegative=True)
linear, quadratic, absolute, distance, chord, sum_ = symbols(
    "linear quadratic absolute distance chord sum", nonnegative=True
)
low, high, square_a, square_z, dot, a_i, z, plus, minus = symbols(
    "low high square_a square_z dot a_i z plus minus", real=True
)
x, y = symbols("x y", nonnegative=True)

CUT, RIGHT = Min(t, pi), Min(t, pi / 2)
LINEAR, QUADRATIC, ABSOLUTE, DISTANCE = 2 * A * sin(CUT / 2), spread * sin(RIGHT), A * sin(RIGHT), CUT

distances = interval(t, 0, None, "[)", "distance (radians)")
pair = quantity(s, "distance of a pair x, y where the modulus is attained, at most min(t, pi)", 0, CUT)


def moduli_agree(t_: str, scale: str, shift: int = 0) -> bool:
    """The four formulas against theory.moduli."""
    from theory import moduli
    from theory.balls import exact

    at = {t: exact(t_) + shift, A: exact(scale), spread: exact(scale)}
    pairs = (
        (LINEAR, moduli.modulus_of_linear(scale, t_)),
        (QUADRATIC, moduli.modulus_of_quadratic(scale, t_)),
        (ABSOLUTE, moduli.modulus_of_absolute_value(scale, t_)),
        (DISTANCE, moduli.modulus_of_distance(t_)),
    )
    return all(agrees(formula, at, value) for formula, value in pairs)


def points() -> Iterator[tuple[str, str]]:
    """Distances and scales."""
    return ((t, scale) for t in ("0", "0.3", "1.5", "2.2", "3.1", "4") for scale in ("1", "7/3"))


declare(
    Statement(
        label="B3a",
        title="Modulus of a linear function",
        kind="lemma",
        says="w(<x,a>;t) = 2|a| sin(t/2), t cut at pi.",
        formula=Eq(linear, LINEAR),
        variables=(
            distances,
            pair,
            quantity(A, "|a|"),
            quantity(linear, "w(<x,a>;t)"),
            quantity(chord, "|x-y|"),
            quantity(dot, "<x-y,a>", None),
            quantity(square_a, "|a|^2", None),
            quantity(square_z, "|x-y|^2", None),
        ),
        by_definition=(
            Hypothesis(Eq(square_a, A**2), "a"),
            Hypothesis(Eq(square_z, chord**2), "x-y"),
            Hypothesis(Eq(chord**2, 2 - 2 * cos(s)), "|x| = |y| = 1, <x,y> = cos s"),
            Hypothesis(Eq(linear, Abs(dot)), "attained by the pair"),
            Hypothesis(
                Ge(linear, 2 * A * sin(CUT / 2)), "cos r e +- sin r a/|a| with e orthogonal to a, 2r = min(t, pi)"
            ),
        ),
        value=LINEAR,
        code=("theory.moduli:modulus_of_linear",),
        steps=(
            Induction(
                name="Cauchy-Schwarz",
                says="Coordinate after coordinate.",
                where=(real(a_i, "next coordinate of a"), real(z, "next coordinate of x-y")),
                start={dot: 0, square_a: 0, square_z: 0},
                becomes={dot: dot + a_i * z, square_a: square_a + a_i**2, square_z: square_z + z**2},
                claim=And(Le(dot**2, square_a * square_z), Ge(square_a, 0), Ge(square_z, 0)),
                mutants=(
                    Mutant(
                        "half of it",
                        {"claim": And(Le(2 * dot**2, square_a * square_z), Ge(square_a, 0), Ge(square_z, 0))},
                    ),
                ),
            ),
            Deduction(
                name="chord",
                says="|x-y| = 2 sin(s/2).",
                claim=Eq(chord, 2 * sin(s / 2)),
                mutants=(Mutant("|x-y| = s", {"claim": Eq(chord, s)}),),
            ),
            Deduction(
                name="linear",
                says="|<x-y,a>| <= |a| 2 sin(s/2), and s <= t.",
                claim=Eq(linear, LINEAR),
                uses=("Cauchy-Schwarz", "chord"),
                mutants=(Mutant("|a| t", {"claim": Eq(linear, A * CUT)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="B3b",
        title="Modulus of a quadratic form",
        kind="lemma",
        says="w(x^T A x;t) = (largest - smallest eigenvalue) sin t, t cut at pi/2.",
        formula=Eq(quadratic, QUADRATIC),
        variables=(
            distances,
            pair,
            quantity(low, "smallest eigenvalue of A", None),
            quantity(high, "largest eigenvalue of A", None),
            quantity(spread, "their difference"),
            quantity(quadratic, "w(x^T A x;t)"),
            quantity(chord, "|x-y|"),
            quantity(sum_, "|x+y|"),
            quantity(plus, "(u+v)^T A (u+v), u and v the unit vectors along x-y and x+y", None),
            quantity(minus, "(u-v)^T A (u-v)", None),
        ),
        by_definition=(
            Hypothesis(Eq(chord**2, 2 - 2 * cos(s)), "|x| = |y| = 1, <x,y> = cos s"),
            Hypothesis(Eq(sum_**2, 2 + 2 * cos(s)), "|x| = |y| = 1, <x,y> = cos s"),
            Hypothesis(Eq(spread, high - low), "spread"),
            Hypothesis(And(Le(2 * low, plus), Le(plus, 2 * high)), "|u+v|^2 = 2: x-y and x+y are orthogonal"),
            Hypothesis(And(Le(2 * low, minus), Le(minus, 2 * high)), "|u-v|^2 = 2"),
            Hypothesis(
                Eq(quadratic, chord * sum_ * Abs(plus - minus) / 4), "attained; x^T A x - y^T A y = (x-y)^T A (x+y)"
            ),
            Hypothesis(
                Ge(quadratic, spread / 2 * (cos(pi / 2 - RIGHT) - cos(pi / 2 + RIGHT))),
                "two points in the plane of extreme eigenvectors, where x^T A x = (high+low)/2 + spread/2 cos(2 angle)",
            ),
        ),
        value=QUADRATIC,
        code=("theory.moduli:modulus_of_quadratic",),
        steps=(
            Deduction(
                name="chord",
                says="|x-y| = 2 sin(s/2), |x+y| = 2 cos(s/2).",
                claim=And(Eq(chord, 2 * sin(s / 2)), Eq(sum_, 2 * cos(s / 2))),
                mutants=(Mutant("|x-y| = s", {"claim": Eq(chord, s)}),),
            ),
            Deduction(
                name="one pair",
                says="4 |u^T A v| = |plus - minus| <= 2 spread, and 2 sin(s/2) cos(s/2) = sin s.",
                claim=Le(quadratic, spread * sin(s)),
                uses=("chord",),
                mutants=(Mutant("half of it", {"claim": Le(quadratic, spread * sin(s) / 2)}),),
            ),
            Deduction(
                name="quadratic",
                says="sin s <= sin min(t, pi/2).",
                claim=Eq(quadratic, QUADRATIC),
                uses=("one pair",),
                mutants=(Mutant("without the cut", {"claim": Eq(quadratic, spread * sin(t))}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="B3c",
        title="Modulus of the absolute value of a linear function",
        kind="lemma",
        says="w(|<x,a>|;t) = |a| sin t, t cut at pi/2.",
        formula=Eq(absolute, ABSOLUTE),
        variables=(
            distances,
            pair,
            quantity(A, "|a|"),
            quantity(absolute, "w(|<x,a>|;t)"),
            quantity(near, "dist(x,a)", 0, pi),
            quantity(far, "dist(y,a)", 0, pi),
            quantity(alpha, "angle between x and the line through a, the smaller one by naming", 0, pi / 2),
            quantity(beta, "angle between y and that line", 0, pi / 2),
        ),
        by_definition=(
            Hypothesis(And(Le(near - far, s), Le(far - near, s)), "dist is a metric"),
            Hypothesis(And(Eq(alpha, Min(near, pi - near)), Eq(beta, Min(far, pi - far))), "angles with a line"),
            Hypothesis(Le(alpha, beta), "by naming"),
            Hypothesis(Eq(absolute, A * (cos(alpha) - cos(beta))), "attained; |<x,a>| = |a| cos of that angle"),
            Hypothesis(Ge(absolute, A * cos(pi / 2 - RIGHT)), "from the equator towards a"),
        ),
        value=ABSOLUTE,
        code=("theory.moduli:modulus_of_absolute_value",),
        steps=(
            Deduction(
                name="folded",
                says="The angles with the line differ by at most s.",
                claim=And(Le(beta - alpha, s), Le(beta - alpha, RIGHT)),
                mutants=(Mutant("half of it", {"claim": Le(beta - alpha, s / 2)}),),
            ),
            Deduction(
                name="cosines",
                says="cos x - cos y <= sin(y-x) for 0 <= x <= y <= pi/2.",
                where=(interval(y, 0, pi / 2), interval(x, 0, y)),
                claim=Le(cos(x) - cos(y), sin(y - x)),
                mutants=(Mutant("half of it", {"claim": Le(cos(x) - cos(y), sin(y - x) / 2)}),),
            ),
            Deduction(
                name="rising",
                says="sin x <= sin y for 0 <= x <= y <= pi/2.",
                where=(interval(y, 0, pi / 2), interval(x, 0, y)),
                claim=Le(sin(x), sin(y)),
                mutants=(Mutant("half of it", {"claim": Le(sin(x), sin(y) / 2)}),),
            ),
            Deduction(
                name="absolute value",
                says="beta - alpha <= min(t, pi/2).",
                claim=Eq(absolute, ABSOLUTE),
                uses=("folded", Use("cosines", {x: alpha, y: beta}), Use("rising", {x: beta - alpha, y: RIGHT})),
                mutants=(Mutant("without the sine", {"uses": ("folded", Use("cosines", {x: alpha, y: beta}))}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="B3d",
        title="Modulus of a distance",
        kind="lemma",
        says="w(dist(x,a);t) = t, cut at pi.",
        formula=Eq(distance, DISTANCE),
        variables=(
            distances,
            pair,
            quantity(distance, "w(dist(x,a);t)"),
            quantity(near, "dist(x,a)", 0, pi),
            quantity(far, "dist(y,a)", 0, pi),
        ),
        by_definition=(
            Hypothesis(And(Le(near - far, s), Le(far - near, s)), "dist is a metric"),
            Hypothesis(Eq(distance, Abs(near - far)), "attained by the pair"),
            Hypothesis(Ge(distance, CUT), "from a along a geodesic"),
        ),
        value=DISTANCE,
        code=("theory.moduli:modulus_of_distance",),
        steps=(
            Deduction(
                name="distance",
                says="The triangle inequality.",
                claim=Eq(distance, DISTANCE),
                mutants=(Mutant("without the cut", {"claim": Eq(distance, t)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="B3",
        title="Exact moduli",
        kind="theorem",
        says="The oracles of everything that claims a modulus: linear, quadratic, |linear| and distance functions.",
        formula=And(Eq(linear, LINEAR), Eq(quadratic, QUADRATIC), Eq(absolute, ABSOLUTE), Eq(distance, DISTANCE)),
        variables=(
            distances,
            quantity(A, "|a|"),
            quantity(spread, "largest minus smallest eigenvalue of A"),
            quantity(linear, "w(<x,a>;t)"),
            quantity(quadratic, "w(x^T A x;t)"),
            quantity(absolute, "w(|<x,a>|;t)"),
            quantity(distance, "w(dist(x,a);t)"),
        ),
        code=("theory.moduli:modulus_of_linear", "theory.moduli:modulus_of_quadratic"),
        steps=(
            Deduction(
                name="together",
                says="The four parts.",
                claim=And(Eq(linear, LINEAR), Eq(quadratic, QUADRATIC), Eq(absolute, ABSOLUTE), Eq(distance, DISTANCE)),
                uses=("B3a", "B3b", "B3c", "B3d"),
                mutants=(Mutant("without the distance", {"uses": ("B3a", "B3b", "B3c")}),),
            ),
            Instances(
                name="code",
                says="The formulas are what theory.moduli computes.",
                holds=moduli_agree,
                cases=points,
                mode="ball",
                covers="12 pairs (t, scale)",
                evidence=True,
                mutants=(Mutant("at t+1", {"holds": lambda t, scale: moduli_agree(t, scale, 1)}),),
            ),
        ),
    )
)
