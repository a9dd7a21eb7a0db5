"""Points of the sphere with small rational coordinates, by CORDIC: with them G3' needs no bound on the logits.

The angles 2 arctan 2^-i have rational cosines and sines with the denominator 4^i + 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from flint import arb, fmpq
from sympy import Abs, And, Product, Rational, atan, log, pi, sqrt, symbols  # type: ignore[import-untyped]

from theory.proof_steps import (
    Deduction,
    Induction,
    Inequality,
    Instances,
    Mutant,
    Use,
    Variable,
    integers,
    interval,
    positive,
    quantity,
    real,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.statements.f_local import m, sphere_dimension

s, x, u, v, index = symbols("s x u v i", positive=True)
theta, left, level, following, a, b = symbols("theta left level following a b", nonnegative=True)
Q, P, power, share = symbols("Q P power share", positive=True)
c, e, p, h, sign, cosine, sine = symbols("c e p h sign cosine sine", real=True)

FINENESS = 2 * atan(2 ** (-s))
"""e = 2 arctan 2^-s."""
DENOMINATOR = Product(4**index + 1, (index, 1, s))
HALF = Rational(9, 20)
C = Rational(341, 250)

stages = integers(s, 1, meaning="number of CORDIC angles beyond arctan 1")
rotation_quantities = (
    quantity(left, "distance of an angle from the sum of the rotations, each one turning towards it"),
    quantity(cosine, "cosine of that sum", None),
    quantity(sine, "its sine", None),
    quantity(p, "an integer", None),
    quantity(h, "an integer", None),
)


def angles() -> Iterator[tuple[int, fmpq]]:
    """(s, angle in units of pi)."""
    return product((1, 2, 5), (fmpq(i, 16) for i in range(17)))


def reached(stage: int, angle: fmpq, less: int = 1) -> bool | None:
    """CORDIC comes within 2 arctan 2^-s of the angle, by rotations with the denominator prod (4^i + 1)."""
    aim, denominator = arb.pi() * arb(angle), 1
    cosine, sine, turned = 1, 0, arb(0)
    for i in range(stage + 1):
        step, up = 2 * arb(fmpq(1, 2**i)).atan(), 1 if turned <= aim else -1
        turned += up * step
        rise, run, scale = up * 2 ** (i + 1), 4**i - 1, 4**i + 1
        if i == 0:
            rise, scale = up, 1
        cosine, sine, denominator = cosine * run - sine * rise, sine * run + cosine * rise, denominator * scale
    right = (turned.cos() * denominator).overlaps(arb(cosine)) and (turned.sin() * denominator).overlaps(arb(sine))
    error, bound = abs(turned - aim), 2 * arb(fmpq(1, 2**stage)).atan() / less
    return False if not right or error > bound else True if error <= bound + fmpq(1, 10**12) else None


declare(
    Statement(
        label="G3b",
        title="Dense rational rotations",
        kind="lemma",
        says="The angles sum_{i=0..s} +-2 arctan 2^-i come within e = 2 arctan 2^-s of every angle; their cosines "
        "and sines are integers divided by Q = prod_{i=1..s} (4^i+1) < 2^{s(s+1)+.45}.",
        formula=And(
            Le(left, FINENESS),
            Ge(DENOMINATOR, 5),
            Lt(DENOMINATOR, 2**HALF * 2 ** (s * (s + 1))),
            Lt(log(DENOMINATOR), (s * (s + 1) + HALF) * log(2)),
            Eq(cosine * DENOMINATOR, p),
            Eq(sine * DENOMINATOR, h),
        ),
        variables=(
            stages,
            interval(theta, 0, pi, meaning="an angle"),
            *rotation_quantities,
            quantity(level, "2 arctan 2^-i for the last i"),
            Variable(Q, 0, None, low_open=True, meaning="the product of 4^i + 1", quantity=True),
            Variable(share, 0, None, low_open=True, meaning="4^-s", quantity=True),
            Variable(power, 0, None, low_open=True, meaning="4^1 4^2 ... 4^s", quantity=True),
        ),
        by_definition=(
            Hypothesis(Eq(level, FINENESS), "the last angle"),
            Hypothesis(Eq(Q, DENOMINATOR), "definition of Q"),
            Hypothesis(Eq(power, 2 ** (s * (s + 1))), "4^{1+...+s} = 2^{s(s+1)}"),
        ),
        note="By symmetry the angle lies in [0, pi].",
        steps=(
            Inequality(
                name="tangent",
                says="arctan x <= 2 arctan(x/2).",
                where=(interval(x, 0, 1, "(]", "2^-i"),),
                claim=And(Le(atan(x), 2 * atan(x / 2)), Le(atan(x / 2), atan(x))),
                mutants=(Mutant("3/2", {"claim": Le(atan(x), Rational(3, 2) * atan(x / 2))}),),
            ),
            Induction(
                name="CORDIC",
                says="After the rotation by +-pi/2 at most pi/2 is left, after each further one at most its own angle.",
                where=(
                    interval(x, 0, 1, "(]", "2^-i"),
                    interval(following, 0, None, "[)", "the next angle, 2 arctan 2^-(i+1)"),
                ),
                start={left: Abs(theta - pi / 2), level: pi / 2},
                becomes={left: Abs(left - following), level: following},
                given=(Eq(level, 2 * atan(x)), Eq(following, 2 * atan(x / 2))),
                claim=Le(left, level),
                uses=("tangent",),
                mutants=(
                    Mutant("half of it", {"claim": Le(left, level / 2)}),
                    Mutant("angles that fall faster", {"uses": ()}),
                ),
            ),
            Deduction(
                name="dense",
                says="The last angle is 2 arctan 2^-s.",
                claim=Le(left, FINENESS),
                uses=("CORDIC",),
                mutants=(Mutant("half of it", {"claim": Le(left, FINENESS / 2)}),),
            ),
            Deduction(
                name="cosines and sines",
                says="For tan t = 1/y, y = 2^i: cos 2t = (y^2-1)/(y^2+1) and sin 2t = 2y/(y^2+1).",
                where=(positive(u, "y = 2^i"), real(c, "cos t"), real(e, "sin t")),
                given=(Eq(e * u, c), Eq(c**2 + e**2, 1)),
                claim=And(Eq((c**2 - e**2) * (u**2 + 1), u**2 - 1), Eq(2 * e * c * (u**2 + 1), 2 * u)),
                mutants=(Mutant("tan t = y", {"given": (Eq(e, c * u), Eq(c**2 + e**2, 1))}),),
            ),
            Induction(
                name="numerators",
                says="Rotating (p/Q, h/Q) by +-2t gives integers over Q (y^2+1), by integer recurrences.",
                where=(
                    positive(u, "y = 2^i"),
                    real(c, "cos t"),
                    real(e, "sin t"),
                    interval(sign, -1, 1, meaning="the sign of the rotation, -1 or 1"),
                ),
                start={cosine: 0, sine: 1, p: 0, h: 1, Q: 1},
                becomes={
                    cosine: cosine * (c**2 - e**2) - sign * sine * 2 * e * c,
                    sine: sine * (c**2 - e**2) + sign * cosine * 2 * e * c,
                    p: p * (u**2 - 1) - sign * h * 2 * u,
                    h: h * (u**2 - 1) + sign * p * 2 * u,
                    Q: Q * (u**2 + 1),
                },
                given=(Eq(e * u, c), Eq(c**2 + e**2, 1), Eq(sign**2, 1)),
                claim=And(Eq(cosine * Q, p), Eq(sine * Q, h)),
                uses=("cosines and sines",),
                mutants=(Mutant("any angle", {"given": (Eq(c**2 + e**2, 1), Eq(sign**2, 1))}),),
            ),
            Deduction(
                name="coordinates",
                says="After the last rotation.",
                claim=And(Eq(cosine * DENOMINATOR, p), Eq(sine * DENOMINATOR, h)),
                uses=("numerators",),
                mutants=(Mutant("without the rotations", {"uses": ()}),),
            ),
            Inequality(
                name="constant",
                says="2^.45 > 1.364.",
                claim=Gt(2**HALF, C, evaluate=False),
                mutants=(Mutant("2^.44", {"claim": Gt(2 ** Rational(11, 25), C, evaluate=False)}),),
            ),
            Induction(
                name="product",
                says="prod (1 + 4^-i) <= 1.364 (1 - 4^-s/3).",
                start={Q: 5, share: Rational(1, 4), power: 4},
                becomes={Q: Q * (4 / share + 1), share: share / 4, power: power * 4 / share},
                claim=And(Le(share, Rational(1, 4)), Ge(Q, 5), Le(Q, C * (1 - share / 3) * power)),
                mutants=(
                    Mutant(
                        "1 - 4^-s/4",
                        {"claim": And(Le(share, Rational(1, 4)), Ge(Q, 5), Le(Q, C * (1 - share / 4) * power))},
                    ),
                ),
            ),
            Deduction(
                name="denominator",
                says="Q < 2^.45 2^{s(s+1)}.",
                claim=And(Ge(DENOMINATOR, 5), Lt(DENOMINATOR, 2**HALF * 2 ** (s * (s + 1)))),
                uses=("product", "constant"),
                mutants=(Mutant("without the power 2^.45", {"claim": Lt(DENOMINATOR, 2 ** (s * (s + 1)))}),),
            ),
            Deduction(
                name="logarithm",
                says="log(u v) = log u + log v, and log increases.",
                where=(positive(u), positive(v), positive(x)),
                given=(Lt(x, u * v),),
                claim=And(Lt(log(x), log(u * v)), Eq(log(u * v), log(u) + log(v))),
                mutants=(Mutant("x > u v", {"given": (Gt(x, u * v),)}),),
            ),
            Deduction(
                name="log of the denominator",
                says="log2 Q < s(s+1) + .45.",
                claim=Lt(log(DENOMINATOR), (s * (s + 1) + HALF) * log(2)),
                uses=(
                    "denominator",
                    Use("logarithm", {x: DENOMINATOR, u: 2**HALF, v: 2 ** (s * (s + 1))}),
                ),
                mutants=(Mutant("without .45", {"claim": Lt(log(DENOMINATOR), s * (s + 1) * log(2))}),),
            ),
            Instances(
                name="rotations",
                says="CORDIC itself, in integers: the angles reached and their cosines and sines.",
                holds=reached,
                cases=angles,
                mode="ball",
                covers="51 angles",
                evidence=True,
                mutants=(Mutant("half of it", {"holds": lambda stage, angle: reached(stage, angle, 2)}),),
            ),
        ),
    )
)

moved, one, two, turned, places = symbols("moved one two turned places", nonnegative=True)
lattice_quantities = (
    quantity(moved, "distance of a point of S^m to the point with those hyperspherical angles"),
    quantity(one, "|a|_1 for the coordinates a_l/Q^m of that point"),
)

declare(
    Statement(
        label="G3c",
        title="Dense points with one small denominator",
        kind="lemma",
        says="Every point of S^m has within m e a point with coordinates a_l/Q^m, a_l integers with "
        "sum |a_l| <= sqrt(m+1) Q^m.",
        formula=And(Le(moved, m * FINENESS), Le(one, sqrt(m + 1) * DENOMINATOR**m)),
        variables=(
            sphere_dimension,
            stages,
            *rotation_quantities,
            *lattice_quantities,
            quantity(turned, "number of hyperspherical angles that were rounded"),
            quantity(two, "|a|_2^2"),
            quantity(places, "number of coordinates"),
        ),
        by_definition=(
            Hypothesis(Eq(turned, m), "a point of S^m has m hyperspherical angles"),
            Hypothesis(Eq(places, m + 1), "and m+1 coordinates"),
            Hypothesis(Eq(sqrt(two), DENOMINATOR**m), "the coordinates a_l/Q^m are those of a unit vector"),
        ),
        note="Each coordinate is a product of at most m cosines and sines, so an integer over Q^m.",
        steps=(
            Induction(
                name="angles",
                says="Changing one hyperspherical angle by t moves the point on a circle of radius <= 1: at most |t|.",
                where=(
                    interval(a, 0, None, "[)", "change of the next angle"),
                    interval(b, 0, 1, meaning="radius of the circle"),
                ),
                start={moved: 0, turned: 0},
                becomes={moved: moved + a * b, turned: turned + 1},
                given=(Le(a, left),),
                claim=Le(moved, turned * left),
                mutants=(Mutant("half of it", {"claim": Le(moved, turned * left / 2)}),),
            ),
            Deduction(
                name="dense",
                says="G3b.",
                claim=Le(moved, m * FINENESS),
                uses=("angles", Use("G3b", {theta: 0})),
                mutants=(Mutant("e alone", {"claim": Le(moved, FINENESS)}),),
            ),
            Induction(
                name="Cauchy-Schwarz",
                says="(sum |a_l|)^2 <= (m+1) sum a_l^2, coordinate after coordinate.",
                where=(interval(a, 0, None, "[)", "the next |a_l|"),),
                start={one: 0, two: 0, places: 0},
                becomes={one: one + a, two: two + a**2, places: places + 1},
                claim=Le(one**2, places * two),
                mutants=(Mutant("half of it", {"claim": Le(one**2, places * two / 2)}),),
            ),
            Deduction(
                name="numerators",
                says="|a|_1 <= sqrt(m+1) |a|_2.",
                claim=Le(one, sqrt(m + 1) * DENOMINATOR**m),
                uses=("Cauchy-Schwarz",),
                mutants=(Mutant("sqrt(m)", {"claim": Le(one, sqrt(m) * DENOMINATOR**m)}),),
            ),
        ),
    )
)
