"""Chapter K, fifth part: lifting a bounded vector z to the sphere as (z,1)/|(z,1)|."""

from __future__ import annotations

from sympy import And, pi, sin, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Inequality, Mutant, interval, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le

B, a, b, product, span, dist = symbols("B a b product span dist", nonnegative=True)
c = symbols("c", real=True)

# --- K5', K5'' ----------------------------------------------------------------------------------------------------

declare(
    Statement(
        label="K5'",
        title="The angle between lifted vectors",
        kind="lemma",
        says="For the angle between (z,1) and (z',1): |z - z'|^2 <= (1+|z|^2)(1+|z'|^2) sin^2.",
        formula=And(Le(span**2, product * sin(dist) ** 2), Le(product, (1 + B) ** 2)),
        variables=(
            interval(B, 0, None, "[)", "bound of |z|^2 and |z'|^2"),
            quantity(a, "|z|^2", 0, B),
            quantity(b, "|z'|^2", 0, B),
            quantity(c, "<z, z'>", None),
            quantity(product, "(1+|z|^2)(1+|z'|^2)"),
            quantity(span, "|z - z'|"),
            quantity(dist, "angle between (z,1) and (z',1)", 0, pi),
        ),
        by_definition=(
            Hypothesis(Eq(span**2, a + b - 2 * c), "|z - z'|^2"),
            Hypothesis(Le(c**2, a * b), "Cauchy and Schwarz"),
            Hypothesis(Eq(product, (1 + a) * (1 + b)), "product of the squared lengths"),
            Hypothesis(Eq(product * sin(dist) ** 2, product - (1 + c) ** 2), "cos^2 dist = (1+c)^2/product"),
        ),
        steps=(
            Deduction(
                name="difference",
                says="(1+a)(1+b) - (1+c)^2 = |z-z'|^2 + ab - c^2.",
                claim=Le(span**2, product * sin(dist) ** 2),
                mutants=(Mutant("half of it", {"claim": Le(span**2, product * sin(dist) ** 2 / 2)}),),
            ),
            Deduction(
                name="factors",
                says="Each factor is at most 1+B.",
                claim=Le(product, (1 + B) ** 2),
                mutants=(Mutant("1+B", {"claim": Le(product, 1 + B)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="K5''",
        title="Lifting a bounded vector to the sphere",
        kind="lemma",
        says="z -> (z,1)/|(z,1)| maps the ball |z|^2 <= B into a cap of the sphere, and |z - z'| <= (1+B) dist: "
        "Lipschitz constants grow by at most 1+B.",
        formula=Le(span, (1 + B) * dist),
        variables=(
            interval(B, 0, None, "[)", "bound of |z|^2"),
            quantity(product, "(1+|z|^2)(1+|z'|^2)"),
            quantity(span, "|z - z'|"),
            quantity(dist, "angle between (z,1) and (z',1)", 0, pi),
        ),
        steps=(
            Inequality(
                name="sine",
                says="Between 0 and its angle.",
                claim=And(Ge(sin(dist), 0), Le(sin(dist), dist)),
                mutants=(Mutant("half of it", {"claim": Le(sin(dist), dist / 2)}),),
            ),
            Deduction(
                name="lift",
                says="|z - z'| <= (1+B) sin dist.",
                claim=Le(span, (1 + B) * dist),
                uses=("sine", "K5'"),
                mutants=(
                    Mutant("without the factor", {"claim": Le(span, dist)}),
                    Mutant("without K5'", {"uses": ("sine",)}),
                ),
            ),
        ),
    )
)
