"""Chapter G, first part: packings of the sphere and the bumps on them, which the lower bounds are made of."""

from __future__ import annotations

from functools import partial
from itertools import product

from sympy import Abs, And, Implies, Integral, Max, Or, Rational, cos, pi, sin, symbols  # type: ignore[import-untyped]

from theory import sphere
from theory.evaluation import agrees
from theory.proof_steps import (
    Deduction,
    Induction,
    Inequality,
    Instances,
    Mutant,
    Use,
    interval,
    positive,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.statements.f_local import COUNT, L, m, sphere_dimension, t
from theory.symbols import cap

r, M = symbols("r M", positive=True)
x, y, z = symbols("x y z", positive=True)
s, packing, covered, measure, gain, reach = symbols("s packing covered measure gain reach", nonnegative=True)
excess, density = symbols("excess density", real=True)
a, b, d, u, v = symbols("a b d u v", nonnegative=True)

lipschitz = positive(L, "Lipschitz constant of the class")
HALF = Rational(1, 2)

separation = interval(r, 0, pi / 2, "(]", "half of the separation of a packing (radians)")
packed = quantity(packing, "M(r), the largest number of points of S^m with pairwise distance >= 2r")

# --- G0: packings --------------------------------------------------------------------------------------------------

VOLUME = 1 / cap(m, 2 * r)
POWER_BOUND = COUNT * (1 / (2 * r)) ** m
SLICES = Integral(sin(s) ** (m - 1), (s, 0, 2 * r))
POWERS = Integral(s ** (m - 1), (s, 0, 2 * r))


def is_primitive(shift: int) -> bool:
    """s^m/m has the derivative s^(m-1), for symbolic m; it vanishes at 0 since m >= 1."""
    return bool(((s**m / m).diff(s) - s ** (m - shift)).simplify() == 0)


def packing_agrees(dimension: str, radius: str, factor: int = 1) -> bool:
    """The formula of G0 against `theory.sphere.packing_volume_bound`."""
    at = {m: dimension, r: radius}
    return agrees(factor * VOLUME, at, sphere.packing_volume_bound(int(dimension), radius))


declare(
    Statement(
        label="G0",
        title="Packings by volume",
        kind="lemma",
        says="The caps of radius 2r about a largest packing of separation 2r cover the sphere.",
        formula=And(Ge(packing, VOLUME), Ge(VOLUME, POWER_BOUND), Ge(packing, POWER_BOUND)),
        variables=(
            sphere_dimension,
            separation,
            packed,
            quantity(reach, "covering radius of a largest packing of separation 2r"),
            quantity(covered, "measure of the union of the caps of radius 2r about its points"),
            quantity(measure, "measure of a cap of radius 2r"),
            quantity(excess, "integral of s^{m-1} - sin^{m-1}(s) over [0, 2r]", None),
            quantity(density, "least value of this function there", None),
            quantity(s, "where it is attained", 0, pi),
        ),
        by_definition=(
            Hypothesis(
                Implies(Gt(reach, 2 * r), Le(packing + 1, packing)),
                "a point at distance >= 2r from all points of the packing would make it larger",
            ),
            Hypothesis(Implies(Le(reach, 2 * r), Eq(covered, 1)), "every point lies in one of the caps"),
            Hypothesis(Eq(measure, cap(m, 2 * r)), "what cap(m, t) stands for"),
            Hypothesis(
                Or(
                    And(Or(Eq(s, 0), Eq(s, pi)), Ge(density, 0)),
                    And(Lt(0, s), Gt(sin(s), 0), Eq(density, s ** (m - 1) - sin(s) ** (m - 1))),
                ),
                "at the ends the function is 0 or a power of pi",
            ),
            Hypothesis(Ge(excess, density * 2 * r), "an integral"),
            Hypothesis(Eq(POWERS, SLICES + excess), "s^{m-1} = sin^{m-1} + (s^{m-1} - sin^{m-1})"),
        ),
        value=VOLUME,
        code=("theory.sphere:packing_volume_bound",),
        note="COUNT = 2 sqrt(pi) Gamma(m/2+1)/Gamma((m+1)/2) as in F2.  M is finite because a set of separation 2r has "
        "disjoint caps of radius r.",
        steps=(
            Deduction(
                name="maximal",
                says="A point farther than 2r from all others could be added.",
                claim=Le(reach, 2 * r),
                mutants=(Mutant("a finer net", {"claim": Le(reach, r)}),),
            ),
            Induction(
                name="subadditivity",
                says="A further cap adds at most its own measure.",
                where=(interval(gain, 0, None, "[)", "what the next cap adds to the union"),),
                start={covered: 0, packing: 0},
                becomes={covered: covered + gain, packing: packing + 1},
                given=(Le(gain, measure),),
                claim=Le(covered, packing * measure),
                mutants=(Mutant("half of each", {"claim": Le(covered, packing * measure / 2)}),),
            ),
            Inequality(
                name="integrand",
                says="sin s <= s.",
                where=(interval(v, 0, pi, meaning="angle from the centre of the cap"),),
                claim=Le(sin(v), v, evaluate=False),
                mutants=(Mutant("sin s <= s/2", {"claim": Le(sin(v), v / 2, evaluate=False)}),),
            ),
            Deduction(
                name="powers of it",
                says="x^{m-1} increases with x > 0.",
                where=(positive(x, "sin s"), positive(y, "s")),
                given=(Le(x, y),),
                claim=Le(x ** (m - 1), y ** (m - 1)),
                mutants=(Mutant("for all x and y", {"given": ()}),),
            ),
            Deduction(
                name="difference",
                says="s^{m-1} >= sin^{m-1}(s).",
                claim=Ge(density, 0),
                uses=(Use("integrand", {v: s}), Use("powers of it", {x: sin(s), y: s})),
                mutants=(Mutant("without sin s <= s", {"uses": (Use("powers of it", {x: sin(s), y: s}),)}),),
            ),
            Instances(
                name="primitive",
                says="s^m/m is the primitive of s^{m-1}.",
                holds=is_primitive,
                cases=lambda: [(1,)],
                covers="symbolic m",
                complete=True,
                claim=Eq(POWERS, (2 * r) ** m / m),
                mutants=(Mutant("of s^m", {"cases": lambda: [(0,)]}),),
            ),
            Deduction(
                name="volume",
                says="1 <= M sigma(cap_{2r}).",
                claim=Ge(packing, VOLUME),
                uses=("maximal", "subadditivity"),
                mutants=(
                    Mutant("one point more", {"claim": Ge(packing, VOLUME + 1)}),
                    Mutant("without subadditivity", {"uses": ("maximal",)}),
                ),
            ),
            Deduction(
                name="cap from above",
                says="sin s <= s: sigma(cap_{2r}) <= (2r)^m/COUNT.",
                claim=Ge(VOLUME, POWER_BOUND),
                uses=("maximal", "subadditivity", "difference", "primitive", Use("A11", {t: 2 * r})),
                mutants=(Mutant("twice that", {"claim": Ge(VOLUME, 2 * POWER_BOUND)}),),
            ),
            Deduction(
                name="rate",
                says="Both together.",
                claim=Ge(packing, POWER_BOUND),
                uses=("maximal", "subadditivity", "difference", "primitive", Use("A11", {t: 2 * r})),
                mutants=(
                    Mutant("twice that", {"claim": Ge(packing, 2 * POWER_BOUND)}),
                    Mutant("without A11", {"uses": ("maximal", "subadditivity", "difference", "primitive")}),
                ),
            ),
            Instances(
                name="code",
                says="The formula is what theory.sphere.packing_volume_bound computes.",
                holds=packing_agrees,
                cases=lambda: product(("1", "2", "5", "40"), ("1/10", "1", "3/2")),
                mode="ball",
                covers="12 points",
                evidence=True,
                mutants=(Mutant("twice that", {"holds": partial(packing_agrees, factor=2)}),),
            ),
        ),
    )
)

turn, arcs, next_arc, fit = symbols("turn arcs next_arc fit", nonnegative=True)
declare(
    Statement(
        label="G0a",
        title="Packings of the circle",
        kind="lemma",
        says="On the circle M(r) = floor(pi/r): M(r) r <= pi < (M(r) + 1) r.",
        formula=And(Le(packing * r, pi), Gt((packing + 1) * r, pi)),
        variables=(
            separation,
            quantity(packing, "M(r), the largest number of points of S^1 with pairwise distance >= 2r", 2),
            quantity(turn, "sum of the arcs between neighbouring points of a largest packing of the circle"),
            quantity(arcs, "number of these arcs"),
            quantity(fit, "floor(pi/r)"),
        ),
        by_definition=(
            Hypothesis(And(Eq(turn, 2 * pi), Eq(arcs, packing)), "M >= 2 points cut the circle into M arcs"),
            Hypothesis(And(Le(fit * r, pi), Gt((fit + 1) * r, pi)), "floor(pi/r)"),
            Hypothesis(
                Implies(Ge(2 * pi, fit * 2 * r), Le(fit, packing)),
                "n equally spaced points have distance 2 pi/n; if that is >= 2r, they are a packing",
            ),
        ),
        code=("theory.sphere:packing_lower_bound",),
        steps=(
            Induction(
                name="arcs",
                says="Each arc is at least as long as the distance of its ends, 2r.",
                where=(interval(next_arc, 0, None, "[)", "length of the next arc"),),
                start={turn: 0, arcs: 0},
                becomes={turn: turn + next_arc, arcs: arcs + 1},
                given=(Ge(next_arc, 2 * r),),
                claim=Ge(turn, arcs * 2 * r),
                mutants=(Mutant("arcs of 3r", {"claim": Ge(turn, arcs * 3 * r)}),),
            ),
            Deduction(
                name="circle",
                says="No more than pi/r points, and floor(pi/r) equally spaced ones are a packing.",
                claim=And(Le(packing * r, pi), Gt((packing + 1) * r, pi)),
                uses=("arcs",),
                mutants=(
                    Mutant("half a point more", {"claim": And(Le(packing * r, pi), Gt((packing + HALF) * r, pi))}),
                    Mutant("without the arcs", {"uses": ()}),
                ),
            ),
        ),
    )
)

difference, height, other = symbols("difference height other", nonnegative=True)
bump_variables = (
    interval(u, 0, pi, meaning="distance of x to the nearest point of the packing"),
    interval(v, 0, pi, meaning="distance of y to the nearest point of the packing"),
    interval(d, 0, pi, meaning="dist(x, y)"),
    quantity(height, "largest value at x of a bump, L (r - u)_+"),
    quantity(other, "largest value at y of a bump, L (r - v)_+"),
    quantity(difference, "|f_a(x) - f_a(y)|"),
)

declare(
    Statement(
        label="G0b",
        title="Disjoint bumps are Lipschitz",
        kind="lemma",
        says="f_a(x) = sum_j a_j L (r - dist(x, x_j))_+ is L-Lipschitz for x_j of separation 2r and |a_j| <= 1.",
        formula=Le(difference, L * d),
        variables=(
            lipschitz,
            separation,
            *bump_variables,
        ),
        by_definition=(
            Hypothesis(And(Eq(height, L * Max(r - u, 0)), Eq(other, L * Max(r - v, 0))), "the bumps"),
            Hypothesis(Le(Abs(u - v), d), "the distance to the packing is 1-Lipschitz"),
            Hypothesis(
                Or(
                    Le(difference, Abs(height - other)),
                    And(Le(difference, height + other), Le(2 * r, u + d + v)),
                ),
                "the nearest points of the packing are the same, or they are at distance >= 2r (triangle inequality)",
            ),
        ),
        steps=(
            Deduction(
                name="bumps",
                says="t -> L (r-t)_+ is L-Lipschitz, and two bumps are disjoint.",
                claim=Le(difference, L * d),
                mutants=(Mutant("half of it", {"claim": Le(difference, L * d / 2)}),),
            ),
        ),
    )
)

# --- layers --------------------------------------------------------------------------------------------------------

apart, own, latitude, step = symbols("apart own latitude step", nonnegative=True)


def layered_at_most(dimension: int, radius: str, more: int = 0) -> bool:
    """The layers of theory.sphere.packing_lower_bound fit: their caps of radius r are disjoint, M sigma(cap_r) <= 1."""
    count = sphere.packing_lower_bound(dimension, radius) * (1 + more)
    return bool(count * sphere.cap_measure(dimension, radius) <= 1)


declare(
    Statement(
        label="G0c",
        title="Packings in layers",
        kind="lemma",
        says="Points on latitudes that differ by 2r or more, on each latitude a packing of S^{m-1} with own angles >= "
        "2 arcsin(sin r/cos(latitude)), have pairwise distance >= 2r: so M(r) is at least a sum over the latitudes.",
        formula=Ge(apart, 2 * r),
        variables=(
            separation,
            interval(latitude, 0, pi / 2, "[)", "absolute value of a latitude (radians)"),
            interval(step, 0, pi, meaning="difference of the latitudes of two points"),
            quantity(own, "angle of two points of one latitude, as points of S^{m-1}", 0, pi),
            quantity(apart, "least distance of two points of such layers", 0, pi),
        ),
        by_definition=(
            Hypothesis(
                Or(
                    And(
                        Eq(sin(apart / 2), cos(latitude) * sin(own / 2)),
                        Ge(cos(latitude) * sin(own / 2), sin(r)),
                    ),
                    And(Ge(apart, step), Ge(step, 2 * r)),
                ),
                "two points of one latitude (their chord is 2 cos(latitude) sin(own/2)), or of two",
            ),
        ),
        code=("theory.sphere:packing_lower_bound",),
        note="S^2 is packed in turned rings (G0d).  The program also uses well-known configurations (antipodes, "
        "simplex, cross-polytope, root systems, icosahedron, 600-cell, ...) and stored points, whose separation it "
        "computes from their integer coordinates (theory.packings).",
        steps=(
            Deduction(
                name="distance",
                says="The sine increases on [0, pi/2].",
                claim=Ge(apart, 2 * r),
                mutants=(Mutant("3r", {"claim": Ge(apart, 3 * r)}),),
            ),
            Instances(
                name="code",
                says="theory.sphere.packing_lower_bound never exceeds what the volume allows, M(r) sigma(cap_r) <= 1.",
                holds=layered_at_most,
                cases=lambda: product((2, 3, 4, 7), ("0.05", "0.1", "0.4")),
                mode="ball",
                covers="12 points",
                evidence=True,
                mutants=(Mutant("ten times that", {"holds": partial(layered_at_most, more=9)}),),
            ),
        ),
    )
)
