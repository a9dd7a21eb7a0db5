"""Chapter C, second part: averages of a function over a law with a known mean cosine."""

from __future__ import annotations

from sympy import And, cos, pi, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Citation, Deduction, Induction, Mutant, Use, interval, positive, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Ge, Le
from theory.statements.b_moduli import c as factor
from theory.statements.b_moduli import modulus
from theory.statements.b_moduli import s as other
from theory.statements.b_moduli import t as distance
from theory.statements.c_envelope import LAW, LAW_IS, a, cosine, envelope, mass, mean, mean_angle, moment, theta, w

L, radius = symbols("L h", positive=True)
error, mean_w, u = symbols("error mean_w u", nonnegative=True)
w_h = modulus(radius)
"""w(f; h)."""

lipschitz = positive(L, "Lipschitz constant of f")
neighbourhood = positive(radius, "radius of a neighbourhood (radians)")
AVERAGE = (
    mean_angle,
    *LAW,
    quantity(error, "|E f(Y) - f(x)|, Theta = dist(x, Y)"),
    quantity(mean_w, "E w(f; Theta)"),
)
"""The quantities of an average of f over a law around x."""
atom = interval(theta, 0, pi, meaning="distance from x of the next atom y")
atom_mass = interval(w, 0, None, "[)", "its mass")
atom_change = interval(u, 0, None, "[)", "|f(y) - f(x)|")

declare(
    Statement(
        label="C0b",
        title="Averages of a function over a law with a given mean cosine",
        kind="lemma",
        says="If Theta = dist(x, Y) has mean cosine a, then |E f(Y) - f(x)| <= E w(f; Theta) <= 2 w(f; h), h = env(a).",
        formula=And(Le(error, mean_w), Le(mean_w, 2 * w_h), Le(mean_w, L * envelope(a))),
        variables=(cosine, lipschitz, neighbourhood, *AVERAGE),
        hypotheses=(Hypothesis(Le(envelope(a), radius), "h >= env(a)"),),
        by_definition=LAW_IS,
        uses=("C0",),
        value=L * envelope(a),
        note="The law may be discrete; Y may be drawn from the sphere or from the nodes of a quadrature rule.",
        steps=(
            Induction(
                name="difference",
                says="The triangle inequality, one atom y after another: |f(y) - f(x)| <= w(f; dist(x, y)).",
                where=(atom, atom_mass, atom_change),
                start={error: 0, mean_w: 0},
                becomes={error: error + w * u, mean_w: mean_w + w * modulus(theta)},
                given=(Le(u, modulus(theta)),),
                claim=Le(error, mean_w),
                mutants=(Mutant("half of it", {"claim": Le(error, mean_w / 2)}),),
            ),
            Induction(
                name="neighbourhoods",
                says="w(f; theta) <= (1 + theta/h) w(f; h) by B1.",
                where=(atom, atom_mass, atom_change),
                start={mass: 0, mean: 0, mean_w: 0},
                becomes={mass: mass + w, mean: mean + w * theta, mean_w: mean_w + w * modulus(theta)},
                given=(Le(u, modulus(theta)),),
                claim=Le(mean_w * radius, (mass * radius + mean) * w_h),
                uses=(Use("B1", {factor: theta / radius, distance: radius, other: 0}),),
                mutants=(Mutant("without B1", {"uses": ()}),),
            ),
            Induction(
                name="Lipschitz",
                says="w(f; theta) <= L theta.",
                where=(atom, atom_mass, atom_change),
                start={mean: 0, mean_w: 0},
                becomes={mean: mean + w * theta, mean_w: mean_w + w * modulus(theta)},
                given=(Le(u, modulus(theta)), Le(modulus(theta), L * theta)),
                claim=Le(mean_w, L * mean),
                mutants=(Mutant("half of it", {"claim": Le(mean_w, L * mean / 2)}),),
            ),
            Citation(
                name="limit",
                says="Laws with finitely many atoms are weakly dense; for continuous f so are both sides.",
                key="parthasarathy1967",
                locator="Theorem II.6.3",
            ),
            Deduction(
                name="bounds",
                says="The mean of Theta is at most env(a) <= h by C0.",
                claim=And(Le(error, mean_w), Le(mean_w, 2 * w_h), Le(mean_w, L * envelope(a))),
                uses=("difference", "neighbourhoods", "Lipschitz", "C0"),
                mutants=(
                    Mutant("w(f; h) alone", {"claim": Le(mean_w, w_h)}),
                    Mutant("without C0", {"uses": ("difference", "neighbourhoods", "Lipschitz")}),
                ),
            ),
        ),
    )
)

declare(
    Statement(
        label="C0c",
        title="A mean of cosines",
        kind="lemma",
        says="The mean cosine of a law lies in [-1, 1].",
        formula=And(Le(moment, mass), Ge(moment, -mass)),
        variables=LAW,
        steps=(
            Induction(
                name="atoms",
                says="One atom after another.",
                where=(atom, atom_mass),
                start={mass: 0, moment: 0},
                becomes={mass: mass + w, moment: moment + w * cos(theta)},
                claim=And(Le(moment, mass), Ge(moment, -mass)),
                mutants=(Mutant("below 1/2", {"claim": Le(moment, mass / 2)}),),
            ),
        ),
    )
)
