"""Chapter C, first part: the mean distance of a law on the sphere with a known mean cosine."""

from __future__ import annotations

from sympy import And, Expr, Min, Piecewise, Rational, acos, cos, pi, sin, sqrt, symbols  # type: ignore[import-untyped]

from theory.proof_steps import (
    Citation,
    Deduction,
    Identity,
    Induction,
    Inequality,
    Mutant,
    Use,
    interval,
    quantity,
    real,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.symbols import contact_angle

a, s, t, x, y = symbols("a s t x y", real=True)
alpha, h, theta = symbols("alpha h theta", nonnegative=True)
v, moment = symbols("v moment", real=True)
mean, mass, w = symbols("mean mass w", nonnegative=True)

CONTACT = contact_angle()
"""theta* = .81047..., where the tangent of arccos passes through (-1, pi)."""
BELOW, ABOVE = Rational(8104, 10000), Rational(8105, 10000)


def envelope(a: Expr) -> Expr:
    """env(a), the concave envelope of arccos on [-1, 1] (theory C0)."""
    return Piecewise((acos(a), Ge(a, cos(CONTACT))), (pi - (1 + a) / sin(CONTACT), True))


cosine = interval(a, -1, 1, meaning="mean of t = cos Theta")
mean_angle = quantity(mean, "mean of Theta = arccos t (radians)")
LAW = (quantity(mass, "total mass of the law"), quantity(moment, "integral of cos Theta", None))
LAW_IS = (Hypothesis(Eq(mass, 1), "a law has mass 1"), Hypothesis(Eq(moment, a), "a is the mean of cos Theta"))
CONTACT_IS = (
    Hypothesis(
        Eq(sin(CONTACT) * (pi - CONTACT), 1 + cos(CONTACT), evaluate=False),
        "theta* is the root of (pi-x) sin x = 1 + cos x",
    ),
    Hypothesis(Le(BELOW, CONTACT, evaluate=False), "above .8104"),
    Hypothesis(Le(CONTACT, ABOVE, evaluate=False), "below .8105"),
)
"""What theta* is by definition."""

acute = interval(alpha, 0, pi / 2)
small = interval(h, 0, pi / 2)

ADDITION = And(
    Eq(cos(s + t), cos(s) * cos(t) - sin(s) * sin(t), evaluate=False),
    Eq(sin(s + t), sin(s) * cos(t) + cos(s) * sin(t), evaluate=False),
)
WRONG = (Mutant("a wrong sign", {"claim": Eq(cos(s + t), cos(s) * cos(t) + sin(s) * sin(t), evaluate=False)}),)

declare(
    Statement(
        label="C0a",
        title="The cosine decreases",
        kind="lemma",
        says="On [0, pi] the smaller angle has the larger cosine.",
        formula=Gt(cos(x), cos(y)),
        variables=(interval(x, 0, pi), interval(y, 0, pi)),
        hypotheses=(Hypothesis(Lt(x, y), "x < y"),),
        source="own",
        steps=(
            Identity(
                name="addition", says="Addition theorems.", where=(real(s), real(t)), claim=ADDITION, mutants=WRONG
            ),
            Inequality(
                name="sine",
                says="The sine of an angle in (0, pi) is positive.",
                where=(interval(s, 0, pi, "()"),),
                claim=Gt(sin(s), 0),
                mutants=(Mutant("of a larger angle", {"where": (interval(s, 0, 4, "()"),)}),),
            ),
            Deduction(
                name="half angles",
                says="cos x - cos y = 2 sin((x+y)/2) sin((y-x)/2).",
                claim=Gt(cos(x), cos(y)),
                uses=(
                    Use("addition", {s: (x + y) / 2, t: (y - x) / 2}),
                    Use("addition", {s: (x + y) / 2, t: (x - y) / 2}),
                    Use("sine", {s: (x + y) / 2}),
                    Use("sine", {s: (y - x) / 2}),
                ),
                mutants=(Mutant("the other way round", {"claim": Lt(cos(x), cos(y))}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="C0",
        title="The mean distance of a law with a given mean cosine",
        kind="lemma",
        says="If t = cos Theta has mean a, then Theta has mean at most env(a), the concave envelope of arccos at a.",
        formula=And(Le(mean, envelope(a)), Le(envelope(a), pi / sqrt(2) * sqrt(1 - a))),
        variables=(cosine, mean_angle, *LAW),
        by_definition=(*CONTACT_IS, *LAW_IS),
        value=envelope(a),
        code=("theory.jackson:envelope", "theory.jackson:contact_angle"),
        steps=(
            Inequality(
                name="contact",
                says="theta* exists, and is the only root between .8104 and .8105: the difference of the sides falls.",
                where=(interval(x, BELOW, ABOVE),),
                claim=And(
                    Ge(1 + cos(BELOW), (pi - BELOW) * sin(BELOW), evaluate=False),
                    Le(1 + cos(ABOVE), (pi - ABOVE) * sin(ABOVE), evaluate=False),
                    Ge((pi - x) * cos(x), 1),
                ),
                evidence=True,
                mutants=(
                    Mutant(
                        "the root is below .8104",
                        {"claim": Le(1 + cos(BELOW), (pi - BELOW) * sin(BELOW), evaluate=False)},
                    ),
                ),
            ),
            Identity(
                name="addition", says="Addition theorems.", where=(real(s), real(t)), claim=ADDITION, mutants=WRONG
            ),
            Inequality(
                name="acute",
                says="For acute angles h cos h <= sin h <= h, cos h >= 1 - 2h/pi, and sine and cosine are >= 0.",
                where=(small,),
                claim=And(
                    Le(h * cos(h), sin(h)), Le(sin(h), h), Ge(cos(h), 1 - 2 * h / pi), Ge(sin(h), 0), Ge(cos(h), 0)
                ),
                mutants=(Mutant("a steeper chord", {"claim": Ge(cos(h), 1 - Rational(63, 100) * h)}),),
            ),
            Inequality(
                name="sine",
                says="The sine of an angle in (0, pi) is positive.",
                where=(interval(s, 0, pi, "()"),),
                claim=Gt(sin(s), 0),
                mutants=(Mutant("of a larger angle", {"where": (interval(s, 0, 4, "()"),)}),),
            ),
            Inequality(
                name="arc",
                says="arccos takes values in [0, pi].",
                claim=And(Ge(acos(a), 0), Le(acos(a), pi)),
                mutants=(Mutant("in [0, 3]", {"claim": Le(acos(a), 3)}),),
            ),
            Deduction(
                name="tangent to the right",
                says="cos lies below its tangents on [0, pi/2]; tan h >= h does it, as cos(alpha+h) >= 0.",
                where=(acute, small),
                given=(Le(alpha + h, pi / 2),),
                claim=Le(cos(alpha + h), cos(alpha) - h * sin(alpha)),
                uses=(
                    Use("addition", {s: alpha, t: h}),
                    "acute",
                    Use("acute", {h: alpha}),
                    Use("acute", {h: alpha + h}),
                ),
                mutants=(Mutant("beyond pi/2", {"given": ()}),),
            ),
            Deduction(
                name="tangent to the left",
                says="The same on the other side.",
                where=(acute, small),
                given=(Le(h, alpha),),
                claim=Le(cos(alpha - h), cos(alpha) + h * sin(alpha)),
                uses=(Use("addition", {s: alpha, t: -h}), "acute", Use("acute", {h: alpha})),
                mutants=(Mutant("half the slope", {"claim": Le(cos(alpha - h), cos(alpha) + h * sin(alpha) / 2)}),),
            ),
            Inequality(
                name="at theta*",
                says="Sine and cosine near theta*, and sin h >= .8 h up to there.",
                where=(interval(x, BELOW, ABOVE), interval(h, 0, ABOVE)),
                claim=And(
                    Le(sin(x), Rational(7247, 10000)),
                    Ge(sin(x), Rational(7245, 10000)),
                    Ge(cos(x), Rational(689, 1000)),
                    Le(cos(x), Rational(69, 100)),
                    Ge(sin(h), 4 * h / 5),
                ),
                mutants=(Mutant("a smaller sine", {"claim": Le(sin(x), Rational(7246, 10000))}),),
            ),
            Deduction(
                name="slopes",
                says="For v = theta* - alpha: sin v >= .8 v, its factor is at least 2.2, and sin alpha <= .7247.",
                where=(interval(v, 0, CONTACT),),
                claim=Le(v * sin(CONTACT - v), sin(v) * (sin(CONTACT) + (pi - CONTACT) * cos(CONTACT))),
                uses=(
                    Use("addition", {s: CONTACT, t: -v}),
                    Use("at theta*", {x: CONTACT, h: v}),
                    Use("acute", {h: v}),
                ),
                mutants=(Mutant("without the factor", {"claim": Le(v * sin(CONTACT - v), sin(v) * sin(CONTACT) / 2)}),),
            ),
            Deduction(
                name="left end",
                says="For alpha <= theta* the tangent of arccos at cos alpha passes above (-1, pi).",
                where=(interval(v, 0, CONTACT),),
                claim=Le((pi - CONTACT + v) * sin(CONTACT - v), 1 + cos(CONTACT - v)),
                uses=("slopes", Use("addition", {s: CONTACT, t: -v})),
                mutants=(Mutant("on the other side", {"where": (interval(v, -Rational(1, 100), 0),)}),),
            ),
            Deduction(
                name="to the left end",
                says="For obtuse theta = pi - h the chord of cos h makes the claim linear in h.",
                where=(interval(alpha, 0, CONTACT), small),
                claim=Le((pi - h - alpha) * sin(alpha), cos(alpha) + cos(h)),
                uses=(
                    Use("left end", {v: CONTACT - alpha}),
                    "acute",
                    Use("acute", {h: alpha}),
                    Use("acute", {h: pi / 2 - alpha}),
                ),
                mutants=(
                    Mutant("a steeper line", {"claim": Le((pi - h - alpha) * sin(alpha), cos(alpha) + cos(h) - h / 2)}),
                ),
            ),
            Deduction(
                name="supporting line",
                says="Altogether: the tangent of arccos at cos alpha is a majorant on [-1, 1] when alpha <= theta*.",
                where=(interval(alpha, 0, CONTACT), interval(theta, 0, pi)),
                claim=Le((theta - alpha) * sin(alpha), cos(alpha) - cos(theta)),
                uses=(
                    Use("tangent to the right", {h: theta - alpha}),
                    Use("tangent to the left", {h: alpha - theta}),
                    Use("to the left end", {h: pi - theta}),
                ),
                mutants=(Mutant("a minorant", {"claim": Ge((theta - alpha) * sin(alpha), cos(alpha) - cos(theta))}),),
            ),
            Induction(
                name="law",
                says="One atom after another: mass w at the angle theta.",
                where=(
                    interval(alpha, 0, CONTACT),
                    interval(theta, 0, pi, meaning="angle of the next atom"),
                    interval(w, 0, None, "[)", "its mass"),
                ),
                start={mass: 0, moment: 0, mean: 0},
                becomes={mass: mass + w, moment: moment + w * cos(theta), mean: mean + w * theta},
                claim=Le((mean - mass * alpha) * sin(alpha), mass * cos(alpha) - moment),
                uses=("supporting line", Use("acute", {h: alpha})),
                mutants=(
                    Mutant(
                        "a lower line",
                        {"claim": Le((mean - mass * alpha) * sin(alpha), mass * cos(alpha) - moment - mass / 9)},
                    ),
                ),
            ),
            Citation(
                name="limit",
                says="Laws with finitely many atoms are weakly dense; mean cosine and angle are continuous in the law.",
                key="parthasarathy1967",
                locator="Theorem II.6.3",
            ),
            Deduction(
                name="tangents",
                says="Before theta* the tangent at a (for a = 1 those near it), beyond it the line through (-1, pi).",
                claim=Le(mean, envelope(a)),
                uses=(
                    "arc",
                    Use("law", {alpha: acos(a)}),
                    Use("law", {alpha: CONTACT}),
                    Use("law", {alpha: Min(mean / 2, CONTACT)}),
                    Use("sine", {s: Min(mean / 2, CONTACT)}),
                    Use("sine", {s: acos(a)}),
                    Use("C0a", {x: CONTACT, y: acos(a)}),
                    Use("acute", {h: CONTACT}),
                    Use("at theta*", {x: CONTACT, h: 0}),
                ),
                mutants=(Mutant("the curve everywhere", {"claim": Le(mean, acos(a))}),),
            ),
            Inequality(
                name="square root",
                says="Both pieces lie below (pi/sqrt 2) sqrt(1-a).",
                where=(interval(x, -1, Rational(69, 100)),),
                claim=And(
                    Le(acos(a), pi / sqrt(2) * sqrt(1 - a)),
                    Le(pi - (1 + x) * Rational(10000, 7247), pi / sqrt(2) * sqrt(1 - x)),
                ),
                mutants=(Mutant("for 2.22", {"claim": Le(acos(a), Rational(222, 100) * sqrt(1 - a))}),),
            ),
            Deduction(
                name="closed form",
                says="As sin theta* <= .7247.",
                claim=Le(envelope(a), pi / sqrt(2) * sqrt(1 - a)),
                uses=(Use("square root", {x: -1}), Use("square root", {x: a}), Use("at theta*", {x: CONTACT, h: 0})),
                mutants=(Mutant("a smaller factor", {"claim": Le(envelope(a), 2 * sqrt(1 - a))}),),
            ),
        ),
    )
)
