"""Chapter F, third part: equally spaced keys on the circle, the covering radius of given keys, the mean distance."""

from __future__ import annotations

from functools import partial
from itertools import product

from flint import arb, fmpq
from sympy import And, Implies, Min, acos, cos, log, pi, sqrt, symbols  # type: ignore[import-untyped]

from theory import prefix_length, sphere
from theory.evaluation import agrees, evaluate
from theory.proof_steps import Citation, Deduction, Induction, Instances, Mutant, Use, integers, interval, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le
from theory.statements.f_local import (
    L,
    N,
    a,
    b,
    delta,
    error,
    head_definitions,
    head_quantities,
    lam,
    lipschitz,
    m,
    r,
    scale,
    u,
    w,
)
from theory.statements.f_prefix import eps, eta, precision, ratio

# --- F3 on the circle ----------------------------------------------------------------------------------------------

ARC = pi / N
SPACED = pi * (1 + 2 * eta) * L / eps
nearest = symbols("nearest", nonnegative=True)


def circle_agrees(constant: str, target: str, share: str, turns: int = 1) -> bool:
    """N is the least integer >= SPACED, lam that of F3 for delta = pi/N."""
    found = prefix_length.circle_prefix(constant, target, share)
    at = {L: constant, eps: target, eta: share, N: found.tokens}
    least = evaluate(turns * SPACED, at)
    needed = log(N**2 / eta) / (cos(ARC) - cos((1 + eta) * ARC))
    return bool(least <= found.tokens < least + 1) and agrees(needed, at, found.lam)


declare(
    Statement(
        label="F3b",
        title="Equally spaced keys on the circle",
        kind="theorem",
        says="On S^1 the error eps takes ceil(pi (1+2 eta) L/eps) equally spaced keys: delta = pi/N.",
        formula=And(Le(nearest, ARC), Le(error, eps)),
        variables=(
            integers(N, 2, meaning="number of equally spaced keys"),
            lipschitz,
            precision,
            ratio,
            scale,
            quantity(a, "distance of x to the next key on one side"),
            quantity(b, "distance of x to the next key on the other side"),
            quantity(nearest, "the smaller of the two"),
            *head_quantities("(1+eta) pi/N"),
        ),
        hypotheses=(
            Hypothesis(Ge(N, SPACED), "N >= pi (1+2 eta) L/eps"),
            Hypothesis(
                Ge(lam * (cos(ARC) - cos((1 + eta) * ARC)), log(N**2 / eta)),
                "lam >= ln(pi N/(eta delta))/(cos delta - cos((1+eta) delta)) for delta = pi/N",
            ),
        ),
        by_definition=(
            Hypothesis(Eq(a + b, 2 * pi / N), "x lies between two neighbouring keys"),
            Hypothesis(Eq(nearest, Min(a, b)), "the nearer one"),
            *head_definitions(ARC, (1 + eta) * ARC),
        ),
        value=SPACED,
        code=("theory.prefix_length:circle_prefix",),
        note="The bound is the real number whose ceiling is N.  By G2 no fixed keys do with fewer than 1/(1+2 eta) of "
        "these, up to one token.",
        steps=(
            Deduction(
                name="covering radius",
                says="The smaller of two numbers is at most their mean.",
                claim=Le(nearest, ARC),
                mutants=(Mutant("half of it", {"claim": Le(nearest, ARC / 2)}),),
            ),
            Deduction(
                name="error",
                says="F1 with delta = pi/N and r = (1+eta) delta.",
                claim=Le(error, eps),
                uses=(Use("F1", {delta: ARC, r: (1 + eta) * ARC}),),
                mutants=(Mutant("a smaller error", {"claim": Le(error, eps * (1 - eta / 8))}),),
            ),
            Instances(
                name="code",
                says="The formulas are what theory.prefix_length.circle_prefix computes.",
                holds=circle_agrees,
                cases=lambda: product(("1", "7/3"), ("0.5", "0.01"), ("1/200", "1/3")),
                mode="ball",
                covers="8 points",
                evidence=True,
                mutants=(Mutant("half as many keys", {"holds": partial(circle_agrees, turns=2)}),),
            ),
        ),
    )
)

# --- F5 ------------------------------------------------------------------------------------------------------------

offset, mass = symbols("offset mass", nonnegative=True)
h, c, slant, top, inner, gap, normal, cosine = symbols("h c slant top inner gap normal cosine", real=True)


def covering_cosine_agrees(dimension: str, shape: str, power: int = 1) -> bool:
    """The facet offset of a simplex or cross-polytope against its covering radius in `theory.sphere.small_net_size`."""
    n = int(dimension)
    size, facet = {"simplex": (n + 2, 1 / (m + 1)), "cross-polytope": (2 * n + 2, 1 / sqrt(m + 1))}[shape]
    radius = evaluate(acos(facet**power), {m: n})
    wider, closer = (sphere.small_net_size(n, radius + arb(d)) for d in (fmpq(1, 10**6), fmpq(-1, 10**6)))
    return wider is not None and wider <= size and closer != size


declare(
    Statement(
        label="F5",
        title="The covering radius of given keys",
        kind="theorem",
        says="If 0 is interior to the convex hull of the keys, their covering radius is arccos of the smallest "
        "distance of a facet's hyperplane from 0; F1 and F3 need nothing else of the keys.",
        formula=Eq(cosine, h),
        variables=(
            quantity(h, "smallest distance of a facet's hyperplane from 0; negative if 0 is not inside", -1, 1),
            quantity(cosine, "cos of the covering radius: the least over x in S^m of max_i <x, p_i>", -1, 1),
            quantity(top, "max_i <x, p_i> at an x in S^m farthest from the keys", -1, 1),
            quantity(slant, "<x, n> for the outward unit normal n of a facet", -1, 1),
            quantity(offset, "distance of that facet's hyperplane {y: <y, n> = offset} from 0"),
            quantity(gap, "least offset - <h x, n> over the facets, taken at that facet", None),
            quantity(mass, "sum of c_i for h x = sum c_i p_i, c_i >= 0"),
            quantity(inner, "sum of c_i <x, p_i>", None),
            quantity(normal, "max_i <n, p_i> for the normal n of a facet nearest to 0", -1, 1),
        ),
        hypotheses=(Hypothesis(Gt(h, 0), "0 is interior to the convex hull"),),
        by_definition=(
            Hypothesis(Le(h, offset), "h is the smallest offset"),
            Hypothesis(Eq(gap, offset - h * slant), "definition of gap"),
            Hypothesis(Eq(normal, h), "the facet's keys have <n, p_i> = h, the others less"),
            Hypothesis(And(Eq(cosine, top), Le(cosine, normal)), "the least over all x is attained at x"),
        ),
        note="Any upper bound of the covering radius serves in F1.  In high dimension, where the facets are too many, "
        "the program bounds max_i <x, p_i> from below by branch and bound instead.",
        steps=(
            Deduction(
                name="inside",
                says="h x satisfies the inequality of every facet: <h x, n> <= h <= offset.",
                claim=Ge(gap, 0),
                mutants=(Mutant("strictly", {"claim": Ge(gap, h)}),),
            ),
            Citation(
                name="facets",
                says="A polytope is the set of the points that satisfy the inequalities of its facets, so h x is a "
                "convex combination of the keys; <x, h x> = h.",
                key="ziegler1995",
                locator="Theorem 2.15",
                claim=Implies(Ge(gap, 0), And(Eq(mass, 1), Eq(inner, h))),
            ),
            Induction(
                name="convex combination",
                says="sum c_i <x, p_i> <= max_i <x, p_i> sum c_i.",
                where=(interval(w, 0, None, "[)", "the next c_i"), interval(c, -1, 1, meaning="<x, p_i>")),
                start={inner: 0, mass: 0},
                becomes={inner: inner + w * c, mass: mass + w},
                given=(Le(c, top),),
                claim=Le(inner, top * mass),
                mutants=(Mutant("half of it", {"claim": Le(inner, top * mass / 2)}),),
            ),
            Deduction(
                name="equal",
                says="So every x has a key with <x, p_i> >= h, and the normal of the nearest facet has no better one.",
                claim=Eq(cosine, h),
                uses=("inside", "facets", "convex combination"),
                mutants=(Mutant("without the polytope", {"uses": ("inside", "convex combination")}),),
            ),
            Instances(
                name="code",
                says="Simplices and cross-polytopes: the covering radius that theory.sphere uses, to one part in 10^6.",
                holds=covering_cosine_agrees,
                cases=lambda: product(("1", "2", "7"), ("simplex", "cross-polytope")),
                mode="ball",
                covers="6 polytopes",
                evidence=True,
                mutants=(Mutant("squared offset", {"holds": partial(covering_cosine_agrees, power=2)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="F5a",
        title="Keys in a half space",
        kind="lemma",
        says="If 0 is not interior to the convex hull of the keys, their covering radius is at least pi/2.",
        formula=Le(cosine, 0),
        variables=(
            quantity(cosine, "cos of the covering radius: the least over x in S^m of max_i <x, p_i>", -1, 1),
            quantity(top, "max_i <x, p_i> for a unit vector x normal to a supporting hyperplane", -1, 1),
        ),
        by_definition=(Hypothesis(Le(cosine, top), "it is the least over all x"),),
        steps=(
            Citation(
                name="supporting hyperplane",
                says="A convex set without 0 in its interior lies in {y: <x, y> <= 0} for some unit vector x.",
                key="rockafellar1970",
                locator="Theorem 11.3",
                claim=Le(top, 0),
            ),
            Deduction(
                name="far point",
                says="That x is at distance >= pi/2 from every key.",
                claim=Le(cosine, 0),
                uses=("supporting hyperplane",),
                mutants=(Mutant("without the hyperplane", {"uses": ()}),),
            ),
        ),
    )
)

# --- F6 ------------------------------------------------------------------------------------------------------------

mean, worst, omega, omega_worst, slope = symbols("mean worst omega omega_worst slope", nonnegative=True)
centre = symbols("centre", nonnegative=True)


def mean_distance(n: int, scaled: int, at: fmpq) -> arb:
    """sum_i w_i(x) dist(x, p_i) in units of delta = pi/n, for n equally spaced keys on the circle.

    lam = ``scaled``/delta^2; ``at`` is the distance of x to a key, in the same unit.
    """
    unit = arb.pi() / n
    places = [min(abs(2 * i - at), 2 * n - abs(2 * i - at)) for i in range(n)]
    weights = [(scaled / unit**2 * ((place * unit).cos() - 1)).exp() for place in places]
    total = sum((v * place for v, place in zip(weights, places, strict=True)), arb(0))
    return total / sum(weights, arb(0))


def mean_distance_at_most(n: int, scaled: int, at: fmpq, excess: fmpq) -> bool | None:
    """The mean distance is at most (1 + excess) delta there."""
    found = mean_distance(n, scaled, at)
    return True if found <= 1 + excess else False if found > 1 + excess else None


declare(
    Statement(
        label="F6",
        title="The mean distance",
        kind="theorem",
        says="The error is at most L sup_x sum_i w_i(x) dist(x, p_i): one number of keys and lam for the whole class; "
        "for a concave modulus it is at most the modulus of that number.",
        formula=And(Le(error, L * worst), Le(error, omega_worst)),
        variables=(
            lipschitz,
            quantity(error, "|A(x) - f(x)| at any x, for a head A with softmax weights w_i and values f(p_i)"),
            quantity(mass, "sum of w_i(x)"),
            quantity(mean, "sum of w_i(x) dist(x, p_i)"),
            quantity(centre, "its value for all tokens"),
            quantity(worst, "largest such mean over all x"),
            quantity(omega, "w(f; mean) for a concave w(f; .)"),
            quantity(omega_worst, "w(f; worst)"),
            quantity(slope, "slope of a line that lies above w(f; .) and touches it at the mean"),
        ),
        by_definition=(
            Hypothesis(Eq(mass, 1), "softmax weights sum to 1"),
            Hypothesis(Eq(mean, centre), "all tokens"),
            Hypothesis(Le(mean, worst), "worst is the largest"),
            Hypothesis(Le(omega, omega_worst), "w(f; .) increases"),
        ),
        note="On the circle mean/delta stays below 1 + 3e-7 at lam = 4/delta^2 (32 keys: 1.00000026, 200: 1.00000023), "
        "a hundred times less than F3 asks for: eta is effectively 0 there.  Few keys need more: 4 keys 1.0002.  The "
        "figures of S^2 (1.00001 at 8/delta^2) and S^3 (1.0056 at 16/delta^2) are floating point samples.",
        steps=(
            Induction(
                name="Lipschitz",
                says="|f(p_i) - f(x)| <= L dist(x, p_i), token after token.",
                where=(
                    interval(w, 0, None, "[)", "weight of the next token"),
                    interval(u, 0, None, "[)", "|f(p_i) - f(x)|"),
                    interval(a, 0, pi, meaning="dist(x, p_i)"),
                ),
                start={error: 0, mean: 0},
                becomes={error: error + w * u, mean: mean + w * a},
                given=(Le(u, L * a),),
                claim=Le(error, L * mean),
                mutants=(Mutant("half of it", {"claim": Le(error, L * mean / 2)}),),
            ),
            Deduction(
                name="class",
                says="The mean is at most the largest mean.",
                claim=Le(error, L * worst),
                uses=("Lipschitz",),
                mutants=(Mutant("half of it", {"claim": Le(error, L * worst / 2)}),),
            ),
            Induction(
                name="Jensen",
                says="w(f; t) <= w(f; mean) + slope (t - mean), token after token.",
                where=(
                    interval(w, 0, None, "[)", "weight of the next token"),
                    interval(u, 0, None, "[)", "|f(p_i) - f(x)|"),
                    interval(a, 0, pi, meaning="dist(x, p_i)"),
                ),
                start={error: 0, mean: 0, mass: 0},
                becomes={error: error + w * u, mean: mean + w * a, mass: mass + w},
                given=(Le(u, omega + slope * (a - centre)),),
                claim=Le(error, (omega - slope * centre) * mass + slope * mean),
                mutants=(Mutant("without the slope", {"claim": Le(error, omega * mass)}),),
            ),
            Deduction(
                name="concave modulus",
                says="At the mean the line touches the modulus.",
                claim=Le(error, omega_worst),
                uses=("Jensen",),
                mutants=(Mutant("half of it", {"claim": Le(error, omega_worst / 2)}),),
            ),
            Instances(
                name="circle",
                says="At lam = 4/delta^2 the mean distance stays below (1 + 3e-7) delta at the points tried.",
                holds=mean_distance_at_most,
                cases=lambda: ((n, 4, fmpq(i, 32), fmpq(3, 10**7)) for n in (32, 200) for i in range(33)),
                mode="ball",
                covers="66 points of the circle",
                evidence=True,
                mutants=(
                    Mutant(
                        "no more than delta",
                        {"cases": lambda: [(32, 4, fmpq(i, 32), fmpq(0)) for i in range(25, 33)]},
                    ),
                ),
            ),
        ),
    )
)
