"""Chapter K, second part: what a continuous bottleneck cannot do in the sup norm, and what it can."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from flint import fmpq
from sympy import Abs, And, Or, Rational, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Citation, Deduction, Instances, Mutant, integers, interval, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt

n, p, s, t = symbols("n p s t", nonnegative=True)
coordinate, first, second = symbols("coordinate first second", real=True)
gap, error = symbols("gap error", nonnegative=True)

HALF = Rational(1, 2)

# --- K2 -----------------------------------------------------------------------------------------------------------


def _points() -> Iterator[tuple[tuple[fmpq, ...]]]:
    """Points of [0,1]^3."""
    grid = [fmpq(i, 4) for i in range(5)]
    return (((x),) for x in product(grid, repeat=3))


def _reads_itself(xs: tuple[fmpq, ...], slope: int = 1) -> bool:
    """Identity map, position t reads x_t: the model G_t(R, x_t) = x_t has error 0 and needs no R at all."""
    return [slope * x for x in xs] == list(xs)


def _as_many_scalars(xs: tuple[fmpq, ...], scalars: int = 3) -> bool:
    """R = the first s features, G = R and 1/2 for the others: error 0 for s = n, only <= 1/2 for s < n."""
    model = [*xs[:scalars], *[fmpq(1, 2)] * (len(xs) - scalars)]
    return max(abs(a - b) for a, b in zip(model, xs, strict=True)) == 0


declare(
    Statement(
        label="K2",
        title="Obstruction: a continuous bottleneck of s < n - p scalars is no better than a constant",
        kind="theorem",
        says="A model whose output at some position is G(R(x), x_I), R: [0,1]^n -> R^s continuous, G any function, "
        "x_I the p features that the position reads past the bottleneck: if the target at this position holds the "
        "other n-p features and s < n-p, the sup-norm error is >= 1/2, that of the constant 1/2. With p = 0: the "
        "identity.",
        formula=And(Ge(error, HALF), Le(Abs(t - HALF), HALF)),
        variables=(
            integers(n, 1, meaning="features"),
            integers(p, 0, meaning="features that the position reads past the bottleneck"),
            integers(s, 0, meaning="scalars of the bottleneck"),
            interval(t, 0, 1, "[]", "a feature"),
            quantity(gap, "|R(x) - R(x')| for the points that the theorem of Borsuk and Ulam gives"),
            quantity(coordinate, "a feature of x outside x_I that is 0 or 1; it is 1 - coordinate in x'", None),
            quantity(first, "the model's output for it at x", None),
            quantity(second, "the model's output for it at x'", None),
            quantity(error, "sup-norm error of the model"),
        ),
        hypotheses=(Hypothesis(Lt(s, n - p), "s < n - p"),),
        by_definition=(
            Hypothesis(Or(Eq(coordinate, 0), Eq(coordinate, 1)), "x is on the boundary of the cube of other features"),
            Hypothesis(Or(Gt(gap, 0), Eq(first, second)), "the same scalars and the same x_I give the same output"),
            Hypothesis(Ge(error, Abs(first - coordinate)), "the error at x"),
            Hypothesis(Ge(error, Abs(second - (1 - coordinate))), "the error at x'"),
        ),
        note="What does not follow. (1) For the identity with x_t read by position t (theory K2 says the same holds "
        "for s < n-p) nothing: G_t = x_t is exact for s = 0; the target has to hold the features that are not read. "
        "Targets with one feature per position: K2'. (2) Nothing for s >= n-p: R = the other features is exact. (3) "
        "Nothing for a discontinuous R: K1 is exact with s = 1. (4) Nothing in L^p or off a small set: K3 has s = 1. "
        "(5) Nothing for a target that ignores enough features. So one scalar works in L^p, and not uniformly for all "
        "targets.",
        steps=(
            Citation(
                name="Borsuk-Ulam",
                says="Fix x_I = 1/2. The boundary of the cube of the other n-p features is a sphere S^{n-p-1} "
                "(central projection) with x -> 1 - x as antipodal map; R maps it to R^s, s <= n-p-1, so R(x) = "
                "R(1-x) for some x.",
                key="borsuk1933",
                locator="Satz II",
                claim=Eq(gap, 0),
            ),
            Deduction(
                name="error",
                says="One output serves two targets at distance 1.",
                claim=Ge(error, HALF),
                uses=("Borsuk-Ulam",),
                mutants=(
                    Mutant("more than 1/2", {"claim": Gt(error, HALF)}),
                    Mutant("different scalars", {"uses": ()}),
                ),
            ),
            Deduction(
                name="constant",
                says="No feature is further than 1/2 from 1/2.",
                claim=Le(Abs(t - HALF), HALF),
                mutants=(Mutant("nor further than 1/3", {"claim": Le(Abs(t - HALF), Rational(1, 3))}),),
            ),
            Instances(
                name="identity is no obstruction if positions read themselves",
                says="Counterexample to theory K2's last sentence for the identity: n = 3, p = 1, s = 0.",
                holds=_reads_itself,
                cases=_points,
                covers="125 points (an identity)",
                evidence=True,
                mutants=(Mutant("another map", {"holds": lambda xs: _reads_itself(xs, 2)}),),
            ),
            Instances(
                name="s = n scalars suffice",
                says="R = x, G = R.",
                holds=_as_many_scalars,
                cases=_points,
                covers="125 points, n = 3",
                evidence=True,
                mutants=(Mutant("the same model with s = 2", {"holds": lambda xs: _as_many_scalars(xs, 2)}),),
            ),
        ),
    )
)

# --- K2' ----------------------------------------------------------------------------------------------------------

R = {v: symbols("R" + "".join(map(str, v)), real=True) for v in product((0, 1), repeat=3)}
"""The scalar at the corners (x_1, x_2, x_3) of the cube."""
closest = symbols("closest", nonnegative=True)

PAST_THE_SCALAR = (
    Hypothesis(Or(Gt(closest, 0), Eq(first, second)), "the same scalar and the same x_t give the same output"),
    Hypothesis(And(Ge(error, Abs(first)), Ge(error, Abs(second - 1))), "the errors at x and x'"),
)
"""What a model G_t(R(x), x_t) is, for K2' and K2b."""
EQUAL_SCALARS = Deduction(
    name="equal scalars",
    says="One output serves the targets 0 and 1.",
    claim=Or(Gt(closest, 0), Ge(error, HALF)),
    mutants=(Mutant("more than 1/2", {"claim": Or(Gt(closest, 0), Gt(error, HALF))}),),
)


def _one_sign(own: int) -> object:
    """Position ``own`` wants the next feature: R(own, 1, .) - R(own, 0, .) has one sign at all corners."""
    wanted, other = (own + 1) % 3, (own + 2) % 3
    differences = []
    for c, a, b in product((0, 1), repeat=3):
        low, high = [0, 0, 0], [0, 0, 0]
        low[own], high[own], low[other], high[other], low[wanted], high[wanted] = c, c, a, b, 0, 1
        differences.append(R[tuple(high)] - R[tuple(low)])
    return Or(And(*(Gt(d, 0) for d in differences)), And(*(Lt(d, 0) for d in differences)))


def _two_positions(xs: tuple[fmpq, ...], sign: int = -1) -> bool:
    """Two positions that swap their features: R = x_1 + x_2 and G_t = R - x_t are exact with one scalar."""
    a, b, _ = xs
    scalar = a + b
    return bool((scalar + sign * a, scalar + sign * b) == (b, a))


declare(
    Statement(
        label="K2'",
        title="One scalar fails although every position reads its own feature",
        kind="theorem",
        says="T >= 3 positions, one feature each, outputs G_t(R(x), x_t) with one continuous scalar R and any "
        "functions G_t: for every target with the outputs x_2, x_3, x_1 at the positions 1, 2, 3 the sup-norm error "
        "is >= 1/2.",
        formula=Ge(error, HALF),
        variables=(
            *(quantity(symbol, f"R at the corner {corner} (other features 0)", None) for corner, symbol in R.items()),
            quantity(
                closest,
                "least |R(x') - R(x)| over all t = 1, 2, 3 and x, x' with x_t = x'_t, wanted feature 0 in x, 1 in x'",
            ),
            quantity(first, "the output at position t and x, where this least value is attained", None),
            quantity(second, "the output at position t and x'", None),
            quantity(error, "sup-norm error of the model"),
        ),
        by_definition=PAST_THE_SCALAR,
        note="Two positions that swap their features are no obstruction: R = x_1 + x_2, G_t = R - x_t. So the "
        "bottleneck of one scalar (theory P4) fails uniformly for sequence-to-sequence maps of three tokens, residual "
        "reading included.",
        steps=(
            EQUAL_SCALARS,
            Citation(
                name="intermediate values",
                says="For each t the difference R(x') - R(x) is continuous on the convex set of these pairs; if it "
                "has no zero, it has one sign.",
                key="rudin1976",
                locator="Theorems 4.16 and 4.22",
                claim=Or(Eq(closest, 0), And(*(_one_sign(own) for own in range(3)))),
            ),
            Deduction(
                name="cycle",
                says="After reflecting features all signs are +: R(101) < R(110) < R(011) < R(101).",
                claim=Ge(error, HALF),
                uses=("equal scalars", "intermediate values"),
                mutants=(
                    Mutant("more than 1/2", {"claim": Gt(error, HALF)}),
                    Mutant("without the signs", {"uses": ("equal scalars",)}),
                ),
            ),
            Instances(
                name="two positions",
                says="With T = 2 one scalar is enough to swap the features.",
                holds=_two_positions,
                cases=_points,
                covers="125 points (an identity)",
                evidence=True,
                mutants=(Mutant("added instead", {"holds": lambda xs: _two_positions(xs, 1)}),),
            ),
        ),
    )
)

# --- K2a ----------------------------------------------------------------------------------------------------------

distance, total, ends, inner = symbols("distance total ends inner", nonnegative=True)
x_feature, x_other = symbols("x_feature x_other", real=True)

Mixture = tuple[fmpq, ...]
"""Weights of the corners v_0, ..., v_n of {x_1 <= ... <= x_n}; v_j has j features 1, the others 0."""


def _mixtures() -> Iterator[tuple[Mixture, Mixture]]:
    """Points of disjoint faces of the simplex of sorted points with n = 2, 3, 4, as weights of its n+1 corners."""
    for size in (2, 3, 4):
        for chosen in product((0, 1), repeat=size + 1):
            if 0 < sum(chosen) <= size:
                parts = [
                    [fmpq((j * j + 2 * j) % 5 + 1) * (side == own) for j, side in enumerate(chosen)] for own in (0, 1)
                ]
                yield (
                    tuple(w / sum(parts[0], fmpq(0)) for w in parts[0]),
                    tuple(w / sum(parts[1], fmpq(0)) for w in parts[1]),
                )
    for size in (2, 3, 4):  # the closest points: both alternate, the ends weigh half
        weights = [fmpq(1 if j in (0, size) else 2, size) for j in range(size + 1)]
        yield tuple(w * (1 - j % 2) for j, w in enumerate(weights)), tuple(w * (j % 2) for j, w in enumerate(weights))


def _sorted_point(weights: Mixture) -> list[fmpq]:
    """Feature i of sum_j weights_j v_j: the weights of the corners with j > n - i."""
    return [sum(weights[len(weights) - i :], fmpq(0)) for i in range(1, len(weights))]


def _far_apart(one: Mixture, other: Mixture, more: int = 0) -> bool:
    """Points of disjoint faces differ by at least 1/n in a feature."""
    gaps = [abs(a - b) for a, b in zip(_sorted_point(one), _sorted_point(other), strict=True)]
    return bool(max(gaps) >= fmpq(1 + more, len(one) - 1))


declare(
    Statement(
        label="K2a",
        title="Sorting through a continuous bottleneck of s < n scalars errs by 1/(2(s+1))",
        kind="theorem",
        says="Models G(R(x)), R: [0,1]^n -> R^s continuous, s < n, G any function, that sort the n features: the "
        "sup-norm error is >= 1/(2(s+1)). The s+2 corners (0,...,0,1,...,1) chosen span a simplex of sorted points, on "
        "which sorting is the identity.",
        formula=Ge(error, 1 / (2 * (s + 1))),
        variables=(
            integers(n, 1, meaning="features"),
            integers(s, 0, meaning="scalars of the bottleneck"),
            quantity(gap, "|R(x) - R(x')| for the points of disjoint faces that Radon's theorem gives"),
            quantity(distance, "|x - x'|, maximum norm"),
            quantity(total, "sum of the weights of x and of x', over the s+2 corners"),
            quantity(ends, "the part of the first and the last corner"),
            quantity(inner, "the part of the s other corners"),
            quantity(x_feature, "a feature of x, at which the distance is attained", None),
            quantity(x_other, "this feature of x'", None),
            quantity(first, "the model's output for it at x", None),
            quantity(second, "the model's output for it at x'", None),
            quantity(error, "sup-norm error of the model"),
        ),
        hypotheses=(Hypothesis(Lt(s, n), "s < n, so that there are s+2 corners"),),
        by_definition=(
            Hypothesis(Eq(total, 2), "x and x' are convex combinations"),
            Hypothesis(Eq(total, ends + inner), "the corners are the first, the last and s others"),
            Hypothesis(
                Le(ends, 2 * distance),
                "a weight is a step between neighbouring features of x - x', which is 0 "
                "before the first corner and behind the last",
            ),
            Hypothesis(Le(inner, 2 * distance * s), "steps between two numbers of [-distance, distance]"),
            Hypothesis(Eq(Abs(x_feature - x_other), distance), "the feature where x and x' differ most"),
            Hypothesis(Or(Gt(gap, 0), Eq(first, second)), "the same scalars give the same output"),
            Hypothesis(Ge(error, Abs(first - x_feature)), "the error at x, which is sorted"),
            Hypothesis(Ge(error, Abs(second - x_other)), "the error at x'"),
        ),
        source="own",
        note="Attained for n = 2, s = 1 by R = x_1 + x_2. The restriction is no obstruction for s = n: R = x.",
        steps=(
            Citation(
                name="Radon",
                says="Topological form: a continuous map of a simplex with s+2 corners to R^s takes the same value at "
                "two points of disjoint faces.",
                key="bajmoczy1979",
                locator="Theorem 1",
                claim=Eq(gap, 0),
            ),
            Deduction(
                name="distance",
                says="2 = ends + inner <= 2 (s+1) distance.",
                claim=Ge(distance * (s + 1), 1),
                mutants=(
                    Mutant("further apart", {"claim": Gt(distance * (s + 1), 1)}),
                    Mutant("s instead of s+1", {"claim": Ge(distance * s, 1)}),
                ),
            ),
            Deduction(
                name="half the distance",
                says="One output serves two targets.",
                claim=Ge(2 * error, distance),
                uses=("Radon",),
                mutants=(
                    Mutant("the whole distance", {"claim": Ge(error, distance)}),
                    Mutant("different scalars", {"uses": ()}),
                ),
            ),
            Deduction(
                name="error",
                says="Together.",
                claim=Ge(error, 1 / (2 * (s + 1))),
                uses=("distance", "half the distance"),
                mutants=(
                    Mutant("more", {"claim": Gt(error, 1 / (2 * (s + 1)))}),
                    Mutant("2s+1", {"claim": Ge(error, 1 / (2 * s + 1))}),
                ),
            ),
            Instances(
                name="disjoint faces",
                says="Their points differ by 1/n in a feature, and alternating weights attain it.",
                holds=_far_apart,
                cases=_mixtures,
                covers="n = 2, 3, 4, all pairs of complementary faces",
                evidence=True,
                mutants=(Mutant("by 2/n", {"holds": lambda one, other: _far_apart(one, other, 1)}),),
            ),
        ),
    )
)

# --- K2b ----------------------------------------------------------------------------------------------------------

corner_a, corner_b = symbols("R0001 R0010", real=True)

declare(
    Statement(
        label="K2b",
        title="One scalar cannot reverse four features, although every position reads its own",
        kind="theorem",
        says="T >= 4 positions, one feature each, outputs G_t(R(x), x_t) with one continuous scalar R and any "
        "functions G_t: for every target with the outputs x_4, x_3, x_2, x_1 at the positions 1 to 4 the sup-norm "
        "error is >= 1/2.",
        formula=Ge(error, HALF),
        variables=(
            quantity(corner_a, "R at the corner (0, 0, 0, 1)", None),
            quantity(corner_b, "R at the corner (0, 0, 1, 0)", None),
            quantity(
                closest,
                "least |R(x') - R(x)| over t = 1, 2 and x, x' with x_t = x'_t, wanted feature 0 in x, 1 in x'",
            ),
            quantity(first, "the output at position t and x, where this least value is attained", None),
            quantity(second, "the output at position t and x'", None),
            quantity(error, "sup-norm error of the model"),
        ),
        by_definition=PAST_THE_SCALAR,
        source="own",
        note="Three positions are reversed exactly by R = x_1 + x_3. The signs are those after reflecting x_3 and x_4.",
        steps=(
            EQUAL_SCALARS,
            Citation(
                name="intermediate values",
                says="For each t the difference R(x') - R(x) is continuous on the convex set of these pairs; if it "
                "has no zero, it has one sign, + after reflecting a feature. Position 1 wants x_4: x = (0,0,1,0), "
                "x' = (0,0,0,1); position 2 wants x_3: x = (0,0,0,1), x' = (0,0,1,0).",
                key="rudin1976",
                locator="Theorems 4.16 and 4.22",
                claim=Or(Eq(closest, 0), And(Gt(corner_a, corner_b), Gt(corner_b, corner_a))),
            ),
            Deduction(
                name="two orders",
                says="R(0001) > R(0010) > R(0001).",
                claim=Ge(error, HALF),
                uses=("equal scalars", "intermediate values"),
                mutants=(
                    Mutant("more than 1/2", {"claim": Gt(error, HALF)}),
                    Mutant("without the order", {"uses": ("equal scalars",)}),
                ),
            ),
        ),
    )
)
