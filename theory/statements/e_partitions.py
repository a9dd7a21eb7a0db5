"""Chapter E, second part: partitions into small cells, and the diameters of equal-area partitions."""

from __future__ import annotations

from itertools import product

from flint import arb
from sympy import And, cos, gamma, pi, sin, sqrt, symbols  # type: ignore[import-untyped]

from theory import partitions
from theory.proof_steps import Deduction, Identity, Instances, Mutant, Use, interval, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Le
from theory.statements.c_smoothing import m, sphere
from theory.statements.e_paper_route import h, size
from theory.statements.f_local import delta, least, reach
from theory.symbols import cap

near, far, apart = symbols("near far apart", nonnegative=True)
CELLS = m * sqrt(pi) * gamma(m / 2) / gamma((m + 1) / 2) * (2 * pi / h) ** m

declare(
    Statement(
        label="E3",
        title="Partitions into small cells",
        kind="lemma",
        says="S^m has a partition into N <= 1/sigma(cap_{h/4}) = O(h^-m) measurable cells of diameter at most h.",
        formula=And(Le(apart, h), Le(least, 1 / cap(m, h / 4)), Le(least, CELLS)),
        variables=(
            sphere,
            size,
            quantity(reach, "covering radius of a smallest h/2-net"),
            quantity(least, "number of its points, and of the cells"),
            quantity(near, "distance of a point of a cell from the point of the net"),
            quantity(far, "distance of another point of the cell from it"),
            quantity(apart, "distance of the two"),
        ),
        by_definition=(
            Hypothesis(
                And(Le(near, h / 2), Le(far, h / 2)),
                "the cell of a point of the net holds what is nearest to it, the first such point in case of a tie",
            ),
            Hypothesis(Le(apart, near + far), "triangle inequality"),
        ),
        value=CELLS,
        note="Equal areas cost a constant factor: Leopardi's partitions have diameters <= K_m N^{-1/m} (leopardi2009).",
        steps=(
            Deduction(
                name="cells",
                says="The net is one of F2 for the radius h/2.",
                claim=And(Le(apart, h), Le(least, 1 / cap(m, h / 4)), Le(least, CELLS)),
                uses=(Use("F2", {delta: h / 2}),),
                mutants=(
                    Mutant("half the diameter", {"claim": Le(apart, h / 2)}),
                    Mutant("without F2", {"uses": ()}),
                ),
            ),
        ),
    )
)

height, width, top = symbols("height width top", nonnegative=True)
t, x, y, z, u, v, w, U, V = symbols("t x y z u v w U V", real=True)
INNER = cos(2 * x) * cos(2 * y) + sin(2 * x) * sin(2 * y) * cos(2 * z)
"""<p,q> for colatitudes 2x, 2y and longitudes at the distance 2z in S^{m-1}."""
SQUARE = sin(x - y) ** 2 + sin(2 * x) * sin(2 * y) * sin(z) ** 2
HALF_ANGLES = sin(height / 2) ** 2 + top**2 * sin(width / 2) ** 2


def diameter_below(dimension: int, N: int, constant: int) -> bool | None:
    """The certified diameter of EQ(m, N) is at most constant N^{-1/m}."""
    scaled = partitions.equal_area_diameter(dimension, N) * arb(N) ** (arb(1) / dimension)
    return True if scaled <= constant else False if scaled > constant else None


declare(
    Statement(
        label="E3a",
        title="The diameter of a region of an equal-area partition",
        kind="lemma",
        says=(
            "Points p, q of a part of a collar of the given height, with longitudes in a region of S^{m-1} of "
            "diameter `width`: sin^2(d/2) = (1 - <p,q>)/2 <= sin^2(height/2) + top^2 sin^2(width/2), d their distance."
        ),
        formula=And(Eq(1 - INNER, 2 * SQUARE), Le(SQUARE, HALF_ANGLES)),
        variables=(
            interval(height, 0, pi, meaning="height of the collar (radians)"),
            interval(width, 0, pi, meaning="diameter of the region of S^{m-1} (radians)"),
            interval(top, 0, 1, meaning="largest sine of the colatitudes of the collar"),
            interval(x, 0, pi / 2, meaning="half the colatitude of the lower point p"),
            interval(y, 0, pi / 2, meaning="half the colatitude of the other point q"),
            interval(z, 0, pi / 2, meaning="half the distance of their longitudes"),
        ),
        hypotheses=(
            Hypothesis(And(Le(y, x), Le(2 * (x - y), height)), "both lie in the collar"),
            Hypothesis(Le(2 * z, width), "the longitudes lie in one region"),
            Hypothesis(And(Le(sin(2 * x), top), Le(sin(2 * y), top)), "no sine exceeds the largest"),
        ),
        source="leopardi2009",
        code=("theory.partitions:equal_area_diameter", "theory.partitions:equal_area_collars"),
        note=(
            "Leopardi's EQ(m, N): two caps and collars whose numbers of regions are rounded, all of measure 1/N.  On "
            "S^2 the certified diameter is at most 6.13/sqrt(N) for N = 10^4, 10^6: far fewer than the cells of E3."
        ),
        steps=(
            Identity(
                name="haversine",
                says="1 - <p,q> by addition theorems.",
                claim=Eq(1 - INNER, 2 * SQUARE),
                mutants=(Mutant("without the second term", {"claim": Eq(1 - INNER, 2 * sin(x - y) ** 2)}),),
            ),
            Deduction(
                name="monotone",
                says="Sums of products of nonnegative numbers.",
                where=(real(u), real(v), real(w), real(U), real(V), interval(t, 0, top)),
                given=(Le(0, u), Le(u, U), Le(0, v), Le(v, V), Le(0, w), Le(w, top)),
                claim=Le(u**2 + w * t * v**2, U**2 + top**2 * V**2),
                mutants=(Mutant("half of it", {"claim": Le(u**2 + w * t * v**2, (U**2 + top**2 * V**2) / 2)}),),
            ),
            Deduction(
                name="sines",
                says="The sine grows up to pi/2.",
                claim=And(
                    Le(sin(x - y), sin(height / 2)),
                    Le(0, sin(x - y)),
                    Le(sin(z), sin(width / 2)),
                    Le(0, sin(z)),
                    Le(0, sin(2 * x)),
                    Le(0, sin(2 * y)),
                ),
                mutants=(Mutant("half of it", {"claim": Le(2 * sin(x - y), sin(height / 2))}),),
            ),
            Deduction(
                name="diameter",
                says="Each factor is at most its bound.",
                claim=Le(SQUARE, HALF_ANGLES),
                uses=(
                    "sines",
                    Use(
                        "monotone",
                        {
                            u: sin(x - y),
                            v: sin(z),
                            w: sin(2 * x),
                            t: sin(2 * y),
                            U: sin(height / 2),
                            V: sin(width / 2),
                        },
                    ),
                ),
                mutants=(Mutant("half of it", {"claim": Le(SQUARE, HALF_ANGLES / 2)}),),
            ),
            Instances(
                name="partitions",
                says="Certified diameters of EQ(m, N) are at most 9 N^{-1/m}.",
                holds=diameter_below,
                cases=lambda: product((1, 2, 3, 5), (10, 100, 1000), (9,)),
                mode="ball",
                covers="12 partitions",
                evidence=True,
                mutants=(Mutant("at most 3 N^{-1/m}", {"cases": lambda: [(2, 100, 3)]}),),
            ),
        ),
    )
)
