"""Chapter B: moduli of continuity, Lipschitz constants, and the exact moduli of a few functions."""

from __future__ import annotations

from functools import partial

from sympy import Abs, And, Function, Implies, Max, Min, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Induction, Instances, Mutant, Use, interval, positive, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le, Lt

s, t, c, n, reach, w = symbols("s t c n reach w", nonnegative=True)
apart, near, far, diff, first, second, top = symbols("apart near far diff first second top", nonnegative=True)
modulus = Function("w")
"""w(f;t) for the function f of the statement."""

declare(
    Statement(
        label="B1",
        title="Moduli of continuity",
        kind="lemma",
        says="w(f;t) does not fall in t, is subadditive, and w(f;ct) <= (1+c) w(f;t) for real c >= 0.",
        formula=And(
            Implies(Le(s, t), Le(modulus(s), modulus(t))),
            Le(modulus(s + t), modulus(s) + modulus(t)),
            Le(modulus(c * t), (1 + c) * modulus(t)),
        ),
        variables=(
            interval(s, 0, None, "[)", "a distance (radians)"),
            interval(t, 0, None, "[)", "a distance (radians)"),
            interval(c, 0, None, "[)", "a factor"),
            quantity(apart, "distance of a pair x, y, at most s, with |f(x)-f(y)| = w(s)"),
            quantity(top, "|f(x)-f(y)| for that pair"),
            quantity(diff, "|f(x)-f(y)| for a pair at distance <= s+t with |f(x)-f(y)| = w(s+t)"),
            quantity(near, "distance of x and y in that pair"),
            quantity(far, "distance of x and z on the geodesic from x to y, min(s, near)"),
            quantity(first, "|f(x)-f(z)|"),
            quantity(second, "|f(z)-f(y)|"),
            quantity(n, "the integer ceil(c)"),
            quantity(reach, "n t"),
        ),
        by_definition=(
            Hypothesis(And(Le(apart, s), Eq(top, modulus(s))), "the pair attains w(s) (f is continuous, S^m compact)"),
            Hypothesis(Implies(Le(apart, t), Le(top, modulus(t))), "w(t) is a supremum"),
            Hypothesis(And(Le(near, s + t), Eq(diff, modulus(s + t))), "the pair attains w(s+t)"),
            Hypothesis(Eq(far, Min(s, near)), "z on the geodesic, at distance near - far from y (S^m is convex)"),
            Hypothesis(Implies(Le(far, s), Le(first, modulus(s))), "w(s) is a supremum"),
            Hypothesis(Implies(Le(near - far, t), Le(second, modulus(t))), "w(t) is a supremum"),
            Hypothesis(Le(diff, first + second), "triangle inequality in R^q"),
            Hypothesis(Eq(modulus(0), 0), "f is a function"),
            Hypothesis(Ge(modulus(t), 0), "a supremum of absolute values"),
            Hypothesis(And(Le(c, n), Lt(n, c + 1)), "n = ceil(c)"),
        ),
        source="own",
        code=("theory.moduli:modulus_of_hoelder",),
        steps=(
            Deduction(
                name="monotone",
                says="A pair at distance <= s is one at distance <= t.",
                claim=Implies(Le(s, t), Le(modulus(s), modulus(t))),
                mutants=(Mutant("for s <= 2t", {"claim": Implies(Le(s, 2 * t), Le(modulus(s), modulus(t)))}),),
            ),
            Deduction(
                name="subadditive",
                says="A point on the geodesic splits the distance.",
                claim=Le(modulus(s + t), modulus(s) + modulus(t)),
                mutants=(Mutant("without the second part", {"claim": Le(modulus(s + t), modulus(s))}),),
            ),
            Induction(
                name="multiples",
                says="n steps.",
                start={n: 0, reach: 0},
                becomes={n: n + 1, reach: reach + t},
                claim=And(Le(modulus(reach), n * modulus(t)), Eq(reach, n * t)),
                uses=(Use("subadditive", {s: reach}),),
                mutants=(Mutant("without subadditivity", {"uses": ()}),),
            ),
            Deduction(
                name="real factors",
                says="c t <= n t with n = ceil(c) < 1+c.",
                claim=Le(modulus(c * t), (1 + c) * modulus(t)),
                uses=("multiples", Use("monotone", {s: c * t, t: reach})),
                mutants=(Mutant("c instead of 1+c", {"claim": Le(modulus(c * t), c * modulus(t))}),),
            ),
        ),
    )
)

# --- B2 ------------------------------------------------------------------------------------------------------------

best, largest, slope, dist, eta, quotient = symbols("best largest slope dist eta quotient", nonnegative=True)
eps = symbols("eps", positive=True)
a, b, a1, b1, u, v = symbols("a b a1 b1 u v", real=True)
bound, other = symbols("bound other", nonnegative=True)

EXACT = (
    ("x0*x1", 2, "1"),
    ("x0 + 2*x1 - 2*x2", 2, "3"),
    ("acos(x2)", 2, "1"),
    ("[3*x0/5, 4*x0/5]", 4, "1"),
)
"""Maps with their best Lipschitz constants (B3)."""
COMPOSED = (
    ("max(x0, x1, -x2)", 2, "1"),
    ("3*x0**2 - x1**2", 3, "4.02"),
    ("min(x0*x1, abs(x2))", 3, "1"),
    ("exp(x0)", 1, "1.475"),
)
"""Maps with numbers that exceed their best Lipschitz constants slightly."""


def constant_is_best(text: str, m: int, constant: str, factor: int = 1) -> bool:
    """`theory.targets` proves the constant, and says that it is exact."""
    from flint import arb

    from theory.balls import exact
    from theory.targets import Target

    fact = Target.from_expression(text, m).lipschitz
    return fact.status == "exact" and bool(fact.value.overlaps(factor * arb(exact(constant))))


def constant_is_certified(text: str, m: int, above: str, factor: int = 1) -> bool:
    """`theory.targets` proves a constant below ``above``."""
    from theory.balls import ball
    from theory.targets import Target

    return bool(factor * Target.from_expression(text, m).lipschitz.value <= ball(above))


declare(
    Statement(
        label="B2",
        title="Best Lipschitz constants",
        kind="theorem",
        says=(
            "For f of class C^1 the best constant is the largest operator norm of the tangential Jacobian; rules for "
            "max, min, abs, products and Hoelder functions."
        ),
        formula=And(
            Eq(best, largest),
            Le(Abs(Max(a, b) - Max(a1, b1)), Max(Abs(a - a1), Abs(b - b1))),
            Le(Abs(Min(a, b) - Min(a1, b1)), Max(Abs(a - a1), Abs(b - b1))),
            Le(Abs(Abs(a) - Abs(a1)), Abs(a - a1)),
            Implies(
                And(Le(Abs(a), bound), Le(Abs(b1), other)),
                Le(Abs(a * b - a1 * b1), bound * Abs(b - b1) + other * Abs(a - a1)),
            ),
        ),
        variables=(
            positive(eps, "any accuracy"),
            real(a, "u(x)"),
            real(a1, "u(y)"),
            real(b, "v(x)"),
            real(b1, "v(y)"),
            interval(bound, 0, None, "[)", "a bound of |u|"),
            interval(other, 0, None, "[)", "a bound of |v|"),
            quantity(best, "best Lipschitz constant of f for the geodesic distance", free_of=(eps,)),
            quantity(largest, "sup of the operator norm of the tangential Jacobian", free_of=(eps,)),
            quantity(slope, "|Df(x) u| for the unit tangent vector u at x where it is largest"),
            quantity(quotient, "|f(y)-f(x)|/dist(x,y) for y near x on the geodesic along u"),
            quantity(diff, "|f(x)-f(y)| for any pair"),
            quantity(dist, "dist(x,y), the length of a shortest geodesic"),
        ),
        by_definition=(
            Hypothesis(Eq(largest, slope), "a largest value (f is C^1, the unit tangent bundle compact)"),
            Hypothesis(Le(slope, quotient + eps), "u is the direction, y close enough: the derivative"),
            Hypothesis(Le(quotient, best), "best is a Lipschitz constant"),
            Hypothesis(Implies(Le(diff, largest * dist), Le(best, largest)), "best is the least Lipschitz constant"),
        ),
        source="own",
        uses=("B1",),
        value=largest,
        code=("theory.targets:Target.lipschitz", "theory.lipschitz:ExpressionMap.lipschitz"),
        steps=(
            Induction(
                name="along a geodesic",
                says="f(y) - f(x) is the integral of Df along the geodesic: adding a piece of length w.",
                where=(
                    interval(w, 0, None, "[)", "length of the next piece"),
                    interval(t, 0, None, "[)", "|Df| on it"),
                ),
                start={diff: 0, dist: 0},
                becomes={diff: diff + w * t, dist: dist + w},
                given=(Le(t, largest),),
                claim=Le(diff, largest * dist),
                mutants=(Mutant("a slope above the largest", {"given": (Le(t, 2 * largest),)}),),
            ),
            Deduction(
                name="up to eps",
                says="The largest slope is a limit of difference quotients.",
                claim=Le(largest, best + eps),
                mutants=(Mutant("with half of it", {"claim": Le(largest, best + eps / 2)}),),
            ),
            Deduction(
                name="best constant",
                says="For every eps > 0; and the other direction by the geodesics.",
                claim=Eq(best, largest),
                uses=("along a geodesic", Use("up to eps", {eps: (largest - best) / 2})),
                mutants=(Mutant("for one eps", {"uses": ("along a geodesic", "up to eps")}),),
            ),
            Deduction(
                name="max and min",
                says="Case by case.",
                claim=And(
                    Le(Abs(Max(a, b) - Max(a1, b1)), Max(Abs(a - a1), Abs(b - b1))),
                    Le(Abs(Min(a, b) - Min(a1, b1)), Max(Abs(a - a1), Abs(b - b1))),
                ),
                mutants=(
                    Mutant("min of both", {"claim": Le(Abs(Max(a, b) - Max(a1, b1)), Min(Abs(a - a1), Abs(b - b1)))}),
                ),
            ),
            Deduction(
                name="abs",
                says="Case by case.",
                claim=Le(Abs(Abs(a) - Abs(a1)), Abs(a - a1)),
                mutants=(Mutant("half of it", {"claim": Le(Abs(Abs(a) - Abs(a1)), Abs(a - a1) / 2)}),),
            ),
            Deduction(
                name="products",
                says="u v - u' v' = u (v - v') + v' (u - u').",
                claim=Implies(
                    And(Le(Abs(a), bound), Le(Abs(b1), other)),
                    Le(Abs(a * b - a1 * b1), bound * Abs(b - b1) + other * Abs(a - a1)),
                ),
                mutants=(
                    Mutant(
                        "one term",
                        {
                            "claim": Implies(
                                And(Le(Abs(a), bound), Le(Abs(b1), other)),
                                Le(Abs(a * b - a1 * b1), bound * Abs(b - b1)),
                            )
                        },
                    ),
                ),
            ),
            Instances(
                name="exact constants",
                says="theory.targets finds the best constants of maps whose moduli are known.",
                holds=constant_is_best,
                cases=lambda: EXACT,
                mode="ball",
                covers=f"{len(EXACT)} maps",
                evidence=True,
                mutants=(Mutant("twice", {"holds": partial(constant_is_best, factor=2)}),),
            ),
            Instances(
                name="certified constants",
                says="theory.targets certifies constants slightly above the best ones.",
                holds=constant_is_certified,
                cases=lambda: COMPOSED,
                mode="ball",
                covers=f"{len(COMPOSED)} maps",
                evidence=True,
                mutants=(Mutant("twice", {"holds": partial(constant_is_certified, factor=2)}),),
            ),
        ),
    )
)
