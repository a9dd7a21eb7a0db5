"""Chapter F, fourth part: smaller nets and certified covering radii that the constructions use."""

from __future__ import annotations

from functools import partial
from itertools import product

from sympy import And, Implies, log, sqrt, symbols  # type: ignore[import-untyped]

from theory import sphere
from theory.balls import exact
from theory.evaluation import evaluate
from theory.proof_steps import (
    Citation,
    Deduction,
    Induction,
    Instances,
    Mutant,
    interval,
    positive,
    quantity,
    real,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.statements.f_local import a, b, common, covered, covering, delta, least, m, reach, sphere_dimension
from theory.symbols import cap

gap = symbols("gap", positive=True)
crowd, measure, whole, cover, fractional, spread, farthest, u, v, w = symbols(
    "crowd measure whole cover fractional spread farthest u v w", nonnegative=True
)
top, inner, outer, dot = symbols("top inner outer dot", real=True)

# --- greedy nets ---------------------------------------------------------------------------------------------------

CROWD = cap(m, delta - gap / 2) / cap(m, gap / 2)
GREEDY = (1 + log(CROWD)) / cap(m, delta - gap)


def greedy_is_one_of_them(dimension: int, angle: str, factor: int = 1) -> bool:
    """theory.sphere.net_size_greedy_bound is the least value of the formula over the gaps that it tries."""
    gaps = (exact(angle) / parts for parts in (2, 4 * dimension, 6 * dimension, 8 * dimension, 12 * dimension))
    values = [evaluate(factor * GREEDY, {m: dimension, delta: angle, gap: s}) for s in gaps]
    found = sphere.net_size_greedy_bound(dimension, angle)
    return any(value.overlaps(found) for value in values) and not any(value < found for value in values)


declare(
    Statement(
        label="F2a",
        title="Greedy nets",
        kind="lemma",
        says="For 0 < s < delta there is a delta-net of at most (1 + ln D)/sigma(cap_{delta-s}) points, "
        "D = sigma(cap_{delta-s/2})/sigma(cap_{s/2}): in high dimension far fewer than F2.",
        formula=Le(least, GREEDY),
        variables=(
            sphere_dimension,
            covering,
            positive(gap, "s, the separation of a maximal set X with pairwise distances > s"),
            quantity(reach, "covering radius of X"),
            quantity(crowd, "largest number of points of X in a cap of radius delta - s"),
            quantity(covered, "measure of the union of the caps of radius s/2 about these points"),
            quantity(measure, "measure of one of these"),
            quantity(common, "largest measure of what two of these have in common"),
            quantity(farthest, "largest distance of a point of these caps to the centre of the large one"),
            quantity(a, "distance of the point of X near it to that centre"),
            quantity(b, "distance of it to that point of X"),
            quantity(whole, "measure of a cap of radius delta - s/2"),
            quantity(fractional, "total weight of the lightest fractional cover of X by caps of radius delta - s"),
            quantity(cover, "number of caps of radius delta - s in the greedy cover of X"),
            quantity(spread, "covering radius of their centres"),
            quantity(least, "number of points of the smallest delta-net"),
        ),
        hypotheses=(Hypothesis(Lt(gap, delta), "s < delta"),),
        by_definition=(
            Hypothesis(And(Le(farthest, a + b), Le(a, delta - gap), Le(b, gap / 2)), "triangle inequality"),
            Hypothesis(Implies(Le(farthest, delta - gap / 2), Le(covered, whole)), "if they lie in that larger cap"),
            Hypothesis(Eq(common, 0), "X is s-separated, so these caps are disjoint (F2)"),
            Hypothesis(And(Eq(measure, cap(m, gap / 2)), Eq(whole, cap(m, delta - gap / 2))), "what cap stands for"),
            Hypothesis(And(Gt(cap(m, gap / 2), 0), Gt(cap(m, delta - gap), 0)), "caps of positive radius"),
            Hypothesis(Ge(crowd, 1), "a cap about a point of X"),
            Hypothesis(Le(reach, gap), "a point farther than s from X could be added to X (F2)"),
            Hypothesis(
                Le(fractional * cap(m, delta - gap), 1),
                "sigma divided by sigma(cap_{delta-s}) is a fractional cover: the centres near a point are a cap",
            ),
            Hypothesis(
                Le(spread, (delta - gap) + reach), "triangle inequality: every point is near X, X near a centre"
            ),
            Hypothesis(Implies(Le(spread, delta), Le(least, cover)), "then the centres are a delta-net"),
        ),
        value=GREEDY,
        code=("theory.sphere:net_size_greedy_bound",),
        note="Sharper than F2 for m >= 6, by a factor of the order 2^m/(m ln m) for large m.",
        steps=(
            Deduction(
                name="inside",
                says="Within s/2 of a point within delta - s of the centre.",
                claim=Le(covered, whole),
                mutants=(Mutant("half of it", {"claim": Le(covered, whole / 2)}),),
            ),
            Induction(
                name="additivity",
                says="As in F2.",
                where=(interval(w, 0, None, "[)", "measure of the next cap's part in the others"),),
                start={covered: 0, crowd: 0},
                becomes={covered: covered + measure - w, crowd: crowd + 1},
                given=(Le(w, crowd * common), Le(w, measure)),
                claim=Ge(covered, crowd * measure - crowd**2 * common),
                mutants=(Mutant("twice that", {"claim": Ge(covered, 2 * crowd * measure)}),),
            ),
            Citation(
                name="greedy cover",
                says="For sets of at most D elements the greedy cover is at most 1 + ln D times the fractional one.",
                key="lovasz1975",
                locator="Corollary 2",
                claim=Le(cover, (1 + log(crowd)) * fractional),
            ),
            Deduction(
                name="net",
                says="The centres of the caps.",
                claim=Le(least, GREEDY),
                uses=("inside", "additivity", "greedy cover"),
                mutants=(
                    Mutant("without ln D", {"claim": Le(least, 1 / cap(m, delta - gap))}),
                    Mutant("without the crowd", {"uses": ("greedy cover",)}),
                ),
            ),
            Instances(
                name="code",
                says="theory.sphere.net_size_greedy_bound is the formula at the best of a few s.",
                holds=greedy_is_one_of_them,
                cases=lambda: product((1, 2, 8, 30), ("0.2", "1", "2")),
                mode="ball",
                covers="12 points",
                evidence=True,
                mutants=(Mutant("twice that", {"holds": partial(greedy_is_one_of_them, factor=2)}),),
            ),
        ),
    )
)

# --- certified covering radii --------------------------------------------------------------------------------------

squares, inverse, mass, cones, h = symbols("squares inverse mass cones h", nonnegative=True)
c = symbols("c", positive=True)

declare(
    Statement(
        label="F5b",
        title="Nets of orthogonal blocks",
        kind="lemma",
        says="Nets of orthogonal coordinate blocks with covering cosines c_i together have covering cosine at least "
        "(sum_i c_i^-2)^(-1/2).",
        formula=Ge(top, 1 / sqrt(inverse)),
        variables=(
            quantity(top, "max <x, p> over all keys p, for any unit vector x with parts x_i in the blocks", None),
            quantity(squares, "sum of |x_i|^2"),
            quantity(inverse, "sum of c_i^-2"),
        ),
        by_definition=(
            Hypothesis(Eq(squares, 1), "|x| = 1"),
            Hypothesis(Gt(inverse, 0), "there is a block"),
            Hypothesis(Ge(top, 0), "some <x, p> >= c_i |x_i| >= 0"),
        ),
        steps=(
            Induction(
                name="blocks",
                says="In block i some key has <x, p> >= c_i |x_i|, so |x_i| <= max/c_i.",
                where=(interval(u, 0, None, "[)", "|x_i|"), positive(c, "c_i")),
                start={squares: 0, inverse: 0},
                becomes={squares: squares + u**2, inverse: inverse + 1 / c**2},
                given=(Le(c * u, top), Ge(top, 0)),
                claim=Le(squares, top**2 * inverse),
                mutants=(Mutant("half of it", {"claim": Le(squares, top**2 * inverse / 2)}),),
            ),
            Deduction(
                name="cosine",
                says="1 <= max^2 sum_i c_i^-2.",
                claim=Ge(top, 1 / sqrt(inverse)),
                uses=("blocks",),
                mutants=(Mutant("twice that", {"claim": Ge(top, 2 / sqrt(inverse))}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="F5c",
        title="The facet cycle",
        kind="lemma",
        says="Simplices of keys whose ridges each lie in exactly two of them, on opposite sides of the hyperplane "
        "through the ridge and 0, have cones that cover R^d; if their own hyperplanes are at distance >= h from 0, the "
        "covering cosine is at least h.",
        formula=And(Ge(cones, 1), Ge(top, h)),
        variables=(
            quantity(h, "smallest distance of the simplices' own hyperplanes from 0", 0, 1),
            quantity(cones, "number of cones that contain a generic point x, |x| = 1"),
            quantity(top, "max <x, p> over the keys", None),
            quantity(mass, "sum of c_i for x = sum c_i p_i, c_i >= 0, in one of the cones"),
            quantity(inner, "sum of c_i <x, p_i>", None),
            quantity(outer, "sum of c_i <n, p_i>, n the unit normal of that simplex", None),
        ),
        by_definition=(
            Hypothesis(Implies(Ge(cones, 1), Eq(inner, 1)), "<x, x> = 1 if x is in a cone"),
            Hypothesis(Le(outer, 1), "<n, x> <= 1"),
        ),
        note="Points that are not generic are limits of generic ones.  It certifies the covering radius of given keys "
        "without their convex hull (F5).",
        steps=(
            Induction(
                name="crossing",
                says="A generic path from inside a cone meets ridges one at a time, leaves one of the two cones there "
                "and enters the other.",
                where=(interval(u, 0, None, "[)", "cones that are left"), interval(v, 0, None, "[)", "cones entered")),
                start={cones: 1},
                becomes={cones: cones - u + v},
                given=(Eq(u, v),),
                claim=Ge(cones, 1),
                mutants=(Mutant("both on one side", {"given": (Eq(v, 0),)}),),
            ),
            Induction(
                name="normal",
                says="<n, p_i> is the distance of the hyperplane, at least h.",
                where=(interval(w, 0, None, "[)", "the next c_i"), interval(u, 0, None, "[)", "<n, p_i>")),
                start={mass: 0, outer: 0},
                becomes={mass: mass + w, outer: outer + w * u},
                given=(Ge(u, h),),
                claim=Ge(outer, h * mass),
                mutants=(Mutant("twice that", {"claim": Ge(outer, 2 * h * mass)}),),
            ),
            Induction(
                name="largest product",
                says="<x, p_i> <= max.",
                where=(interval(w, 0, None, "[)", "the next c_i"), real(dot, "<x, p_i>")),
                start={mass: 0, inner: 0},
                becomes={mass: mass + w, inner: inner + w * dot},
                given=(Le(dot, top),),
                claim=Le(inner, top * mass),
                mutants=(Mutant("half of it", {"claim": Le(inner, top * mass / 2)}),),
            ),
            Deduction(
                name="cosine",
                says="h <= h max sum c_i <= max <n, x> <= max.",
                claim=And(Ge(cones, 1), Ge(top, h)),
                uses=("crossing", "normal", "largest product"),
                mutants=(
                    Mutant("twice that", {"claim": And(Ge(cones, 1), Ge(top, 2 * h))}),
                    Mutant("without the covering", {"uses": ("normal", "largest product")}),
                ),
            ),
        ),
    )
)
