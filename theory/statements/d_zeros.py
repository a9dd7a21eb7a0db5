"""Chapter D: how far the largest zero of a Legendre polynomial is from 1, by Sturm's comparison theorem."""

from __future__ import annotations

from functools import partial
from itertools import product

from flint import arb, fmpq
from sympy import And, Expr, Function, Piecewise, Rational, acos, cos, integrate, pi, simplify, sin, sqrt, symbols  # type: ignore[import-untyped]

from theory import jackson
from theory.evaluation import agrees
from theory.harmonics import legendre_values
from theory.proof_steps import (
    Citation,
    Deduction,
    Induction,
    Inequality,
    Instances,
    Mutant,
    Use,
    integers,
    interval,
    quantity,
)
from theory.registry import Statement, declare
from theory.relations import Eq, Ge, Gt, Le
from theory.statements.a_legendre import ddp, dp, p
from theory.statements.a_legendre import k as index
from theory.statements.a_legendre import t as argument
from theory.statements.c_smoothing import m, sphere
from theory.symbols import largest_zero

n = symbols("n", positive=True)
j, top, bottom = symbols("j top bottom", nonnegative=True)
r, theta = symbols("r theta", positive=True)
bend = symbols("bend", real=True)

nu = (m - 1) / 2
ANGLE = acos(largest_zero(m, n))
BESSEL = sqrt(m * (m + 4) / 2)
"""At least the first positive zero of J_{m/2-1}."""


THIRD = Rational(1, 3)
KAPPA2 = (n + nu) ** 2 + nu * (1 - nu) * Piecewise((THIRD, m < 3), (1 - 4 / pi**2, True))
"""The square of a constant frequency that the equation below exceeds on (0, pi/2]."""
POTENTIAL = (n + nu) ** 2 + nu * (1 - nu) / sin(theta) ** 2
BEND = sin(theta) ** 2 * ddp - m * cos(theta) * dp + (nu * (nu - 1) * cos(theta) ** 2 / sin(theta) ** 2 - nu) * p


def is_second_derivative(expected: Expr) -> bool:
    """u''/sin^nu for u = sin^nu(theta) P(cos theta), P any function, with dp = P'(cos theta), ddp = P''(cos theta)."""
    P, x = Function("P"), symbols("x")
    u = sin(theta) ** nu * P(cos(theta))
    values = {p: P(x), dp: P(x).diff(x), ddp: P(x).diff(x, 2)}
    wanted = expected.subs(values).subs(x, cos(theta)).doit()
    return bool(simplify(u.diff(theta, 2) / sin(theta) ** nu - wanted).equals(0))


def energy_and_mass(top: Expr, bottom: Expr) -> bool:
    """int_0^1 r^{m-1} v'(r)^2 dr and int_0^1 r^{m-1} v(r)^2 dr for v = 1 - r^2, for symbolic m."""
    v = 1 - r**2
    energy = integrate((r ** (m - 1) * v.diff(r) ** 2).expand(), (r, 0, 1))
    mass = integrate((r ** (m - 1) * v**2).expand(), (r, 0, 1))
    return bool(simplify(energy - top) == 0 and simplify(mass - bottom) == 0)


TOP, BOTTOM = 4 / (m + 2), 8 / (m * (m + 2) * (m + 4))


def bessel_changes_sign(m: int, parts: int = 1) -> bool | None:
    """J_{m/2-1} is negative at sqrt(m(m+4)/2)/parts, so its first positive zero lies before."""
    x = arb(fmpq(m * (m + 4), 2)).sqrt() / parts
    value = x.bessel_j(arb(m) / 2 - 1)
    return True if value < 0 else False if value > 0 else None


def zeros_near_one(m: int, n: int, share: int = 1) -> bool | None:
    """share arccos t_n <= the bound, by enclosures."""
    angle, bound = share * jackson.largest_zero(m, n).acos(), jackson.zero_angle_bound(m, n)
    return True if angle <= bound else False if angle > bound else None


def bound_agrees(dimension: int, degree: int, shift: int = 0) -> bool:
    """The formula of D2a against `theory.jackson.zero_angle_bound`."""
    at = {m: dimension, n: degree + shift}
    return agrees(BESSEL / sqrt(KAPPA2), at, jackson.zero_angle_bound(dimension, degree))


declare(
    Statement(
        label="D2a",
        title="The largest zero of a Legendre polynomial",
        kind="theorem",
        says="arccos t_n <= j/kappa <= sqrt(m(m+4)/2)/n, j the first positive zero of J_{m/2-1}.",
        formula=And(Le(ANGLE * sqrt(KAPPA2), j), Le(j, BESSEL), Le(n**2, KAPPA2), Le(ANGLE, BESSEL / n)),
        variables=(
            sphere,
            integers(n, 1, meaning="degree"),
            quantity(j, "the first positive zero of J_{m/2-1}"),
            quantity(top, "int_0^1 r^{m-1} v'^2 dr for v = 1 - r^2"),
            quantity(bottom, "int_0^1 r^{m-1} v^2 dr"),
            quantity(p, "P_n(cos theta)", None),
            quantity(dp, "P_n'(cos theta)", None),
            quantity(ddp, "P_n''(cos theta)", None),
            quantity(bend, "u''(theta)/sin^nu(theta) for u = sin^nu(theta) P_n(cos theta)", None),
        ),
        value=BESSEL / sqrt(KAPPA2),
        code=("theory.jackson:zero_angle_bound", "theory.jackson:largest_zero"),
        note="kappa^2 = (n+nu)^2 + nu(1-nu) c with c = 1/3 for m <= 2 and 1 - 4/pi^2 for m >= 3.",
        steps=(
            Instances(
                name="second derivative",
                says="By the rules of calculus, for symbolic nu and any function P.",
                where=(interval(theta, 0, pi, "()"),),
                holds=is_second_derivative,
                cases=lambda: [(BEND,)],
                covers="the formula",
                claim=Eq(bend, BEND),
                complete=True,
                mutants=(Mutant("(m+1) cos theta", {"cases": lambda: [(BEND - cos(theta) * dp,)]}),),
            ),
            Inequality(
                name="sine",
                says="The sine of an angle in (0, pi) is positive.",
                where=(interval(theta, 0, pi, "()"),),
                claim=Gt(sin(theta), 0),
                mutants=(Mutant("at least 1/9", {"claim": Ge(sin(theta), Rational(1, 9))}),),
            ),
            Deduction(
                name="normal form",
                says="u'' + V u = 0 with V = (n+nu)^2 + nu(1-nu)/sin^2 theta.",
                where=(interval(theta, 0, pi, "()"),),
                claim=Eq(bend, -POTENTIAL * p),
                uses=("sine", "second derivative", Use("A2b", {index: n, argument: cos(theta)})),
                mutants=(Mutant("a wrong sign", {"claim": Eq(bend, POTENTIAL * p)}),),
            ),
            Inequality(
                name="cosecant",
                says="1/sin^2 theta - 1/theta^2 grows from 1/3 to 1 - 4/pi^2 on (0, pi/2].",
                where=(interval(theta, 0, pi / 2, "(]"),),
                claim=And(
                    Le(Rational(1, 3), 1 / sin(theta) ** 2 - 1 / theta**2),
                    Le(1 / sin(theta) ** 2 - 1 / theta**2, 1 - 4 / pi**2),
                ),
                mutants=(Mutant("from 0.34", {"claim": Le(Rational(34, 100), 1 / sin(theta) ** 2 - 1 / theta**2)}),),
            ),
            Deduction(
                name="comparison",
                says="V is at least kappa^2 + nu(1-nu)/theta^2, the potential of sqrt(theta) J_{nu-1/2}(kappa theta).",
                where=(interval(theta, 0, pi / 2, "(]"),),
                claim=Ge(POTENTIAL, KAPPA2 + nu * (1 - nu) / theta**2),
                uses=("cosecant",),
                mutants=(
                    Mutant(
                        "1/2 for m <= 2",
                        {"claim": Ge(POTENTIAL, KAPPA2.subs(THIRD, Rational(1, 2)) + nu * (1 - nu) / theta**2)},
                    ),
                ),
            ),
            Citation(
                name="Sturm",
                says=(
                    "So u vanishes no later than that function, whose first zero is j/kappa; if this is beyond pi/2, "
                    "then because arccos t_n <= pi/2 by symmetry."
                ),
                key="szego1975",
                locator="Theorem 1.82.1 (Sturm's comparison); DLMF 10.13.1 for the Bessel function",
                claim=Le(ANGLE * sqrt(KAPPA2), j),
            ),
            Instances(
                name="integrals",
                says="By integration, for symbolic m.",
                holds=energy_and_mass,
                cases=lambda: [(TOP, BOTTOM)],
                covers="the formulas",
                claim=And(Eq(top, TOP), Eq(bottom, BOTTOM)),
                complete=True,
                mutants=(Mutant("4/(m+1)", {"cases": lambda: [(4 / (m + 1), BOTTOM)]}),),
            ),
            Citation(
                name="Rayleigh quotient",
                says="j^2 is the lowest Dirichlet eigenvalue of -Delta on the unit ball of R^m: at most that of v.",
                key="courant1953",
                locator="Chapter VI, section 1; eigenfunction r^{1-m/2} J_{m/2-1}(j r)",
                claim=Le(j**2 * bottom, top),
            ),
            Deduction(
                name="first zero",
                says="The quotient is m(m+4)/2.",
                claim=Le(j, BESSEL),
                uses=("integrals", "Rayleigh quotient"),
                mutants=(Mutant("m(m+3)/2", {"claim": Le(j, sqrt(m * (m + 3) / 2))}),),
            ),
            Deduction(
                name="frequency",
                says="kappa >= n.",
                claim=Le(n**2, KAPPA2),
                mutants=(Mutant("kappa >= n + 1", {"claim": Le((n + 1) ** 2, KAPPA2)}),),
            ),
            Deduction(
                name="angle",
                says="Altogether.",
                claim=Le(ANGLE, BESSEL / n),
                uses=("Sturm", "first zero", "frequency"),
                mutants=(Mutant("half of it", {"claim": Le(ANGLE, BESSEL / n / 2)}),),
            ),
            Instances(
                name="Bessel functions",
                says="J_{m/2-1} is negative at sqrt(m(m+4)/2), by enclosures.",
                holds=bessel_changes_sign,
                cases=lambda: ((m,) for m in range(1, 31)),
                mode="ball",
                covers="m <= 30",
                evidence=True,
                mutants=(Mutant("at half of it", {"holds": partial(bessel_changes_sign, parts=2)}),),
            ),
            Instances(
                name="zeros",
                says="Enclosures of t_n against the bound.",
                holds=zeros_near_one,
                cases=lambda: product((1, 2, 3, 4, 9, 20), (1, 2, 3, 10, 41)),
                mode="ball",
                covers="30 zeros",
                evidence=True,
                mutants=(Mutant("a third of it", {"holds": partial(zeros_near_one, share=3)}),),
            ),
            Instances(
                name="code",
                says="The formula is what theory.jackson.zero_angle_bound computes.",
                holds=bound_agrees,
                cases=lambda: product((1, 2, 3, 8), (1, 5, 100)),
                mode="ball",
                covers="12 points",
                evidence=True,
                mutants=(Mutant("n + 1", {"holds": partial(bound_agrees, shift=1)}),),
            ),
        ),
    )
)

# --- D4a -----------------------------------------------------------------------------------------------------------

b, t, later, rise, value, step = symbols("b t later rise value step", nonnegative=True)


def following(x: Expr, quotient: Expr) -> Expr:
    """P_{n+1}(x)/P_n(x) from P_n(x)/P_{n-1}(x), by the recurrence of A2."""
    return ((2 * step + m - 1) * x - step / quotient) / (step + m - 1)


def positive_beyond(dimension: int, degree: int, part: fmpq, shift: int = 1) -> bool | None:
    """P_0, ..., P_n > 0 at b = t_n + 2^-30, and P_n > 0 at b + part (1 - b); with ``shift`` -1 before t_n instead."""
    start = jackson.largest_zero(dimension, degree) + arb(shift) / 2**30
    here = legendre_values(dimension, degree, start.mid())
    beyond = legendre_values(dimension, degree, (start + part * (1 - start)).mid())[degree]
    if all(q > 0 for q in here) and beyond > 0:
        return True
    return False if any(q < 0 for q in (*here, beyond)) else None


declare(
    Statement(
        label="D4a",
        title="No zeros beyond a point where P_0, ..., P_n are positive",
        kind="lemma",
        says="If P_1(b), ..., P_n(b) > 0, then P_n > 0 on [b, 1]; if P_n(a) < 0, a < b, the largest zero is in (a, b).",
        formula=And(Gt(value, 0), Le(rise, later)),
        variables=(
            sphere,
            interval(b, 0, 1, "(]", "a point with P_1(b), ..., P_n(b) > 0"),
            interval(t, b, 1, meaning="a point beyond"),
            quantity(rise, "P_n(b)/P_{n-1}(b)"),
            quantity(later, "P_n(t)/P_{n-1}(t)"),
            quantity(value, "P_n(t)"),
            quantity(step, "the degree n"),
        ),
        code=("theory.jackson:largest_zero",),
        note="The enclosure of t_n by theory.jackson: an instance of Sturm's theorem, proved here by the quotients.",
        steps=(
            Induction(
                name="quotients",
                says="P_{n+1}/P_n = ((2n+m-1) x - n P_{n-1}/P_n)/(n+m-1) grows with x as long as P_n/P_{n-1} > 0 does.",
                start={rise: b, later: t, value: t, step: 1},
                becomes={
                    rise: following(b, rise),
                    later: following(t, later),
                    value: value * following(t, later),
                    step: step + 1,
                },
                given=(Gt(following(b, rise), 0),),
                claim=And(Gt(value, 0), Le(rise, later), Gt(rise, 0), Ge(step, 1)),
                mutants=(Mutant("P_{n+1}(b) of any sign", {"given": ()}),),
            ),
            Instances(
                name="zeros",
                says="Just beyond t_n all are positive, and P_n stays so, by enclosures.",
                holds=positive_beyond,
                cases=lambda: product((1, 2, 4, 9), (2, 5, 12), (fmpq(1, 100), fmpq(1, 2), fmpq(1))),
                mode="ball",
                covers="36 points",
                evidence=True,
                mutants=(Mutant("just before t_n", {"holds": partial(positive_beyond, shift=-1)}),),
            ),
        ),
    )
)
