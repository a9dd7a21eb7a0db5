"""Chapter G: packings of S^2 in rings of latitude that are turned against each other, as `theory.bands` counts them."""

from __future__ import annotations

from functools import partial

from flint import arb
from sympy import Or, cos, pi, sin, symbols  # type: ignore[import-untyped]

from theory import sphere
from theory.bands import banded_packing
from theory.proof_steps import Deduction, Identity, Instances, Mutant, Use, interval, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le
from theory.statements.g_packings import r, separation

higher, top, between, turn, apart = symbols("higher top between turn apart", nonnegative=True)
x, y, z = symbols("x y z", real=True)


def rings_at_most(radius: str, more: int = 0) -> bool:
    """The rings of theory.bands fit: their caps of radius r are disjoint, M sigma(cap_r) <= 1."""
    count = banded_packing(arb(radius).mid()) * (1 + more)
    return bool(count * sphere.cap_measure(2, radius) <= 1)


declare(
    Statement(
        label="G0d",
        title="Packings of the sphere S^2 in turned rings",
        kind="lemma",
        says="Rings of n points at latitudes that differ by h >= r, each turned by pi/n against its neighbours: points "
        "of neighbouring rings are 2r apart if those of the two rings at the top are, and others by their latitudes.",
        formula=Ge(apart, 2 * r),
        variables=(
            separation,
            interval(top, 0, pi / 2, "[]", "largest absolute value of a latitude (radians)"),
            interval(higher, 0, pi / 2, "[]", "latitude b of the higher one of two rings; the other has b - h"),
            interval(between, 0, pi, "[]", "h, the difference of the latitudes of neighbouring rings"),
            interval(turn, 0, pi, "[]", "difference of the longitudes of two points of neighbouring rings"),
            quantity(apart, "least distance of two points of different rings", 0, pi),
        ),
        hypotheses=(
            Hypothesis(Ge(between, r), "h >= r"),
            Hypothesis(Le(higher, top), "b is at most the top"),
            Hypothesis(Ge(2 * higher, between), "b >= h/2: the other ring is not further from the equator"),
            Hypothesis(
                Ge(sin(between / 2) ** 2 + cos(top) * cos(top - between) * sin(turn / 2) ** 2, sin(r) ** 2),
                "at the top the condition holds",
            ),
        ),
        by_definition=(
            Hypothesis(
                Or(
                    Eq(
                        sin(apart / 2) ** 2,
                        sin(between / 2) ** 2 + cos(higher) * cos(higher - between) * sin(turn / 2) ** 2,
                    ),
                    Ge(apart, 2 * between),
                ),
                "a quarter of the squared chord, of neighbouring rings; or the rings are two or more apart",
            ),
        ),
        code=("theory.bands:banded_packing",),
        steps=(
            Identity(
                name="product of cosines",
                says="Twice their product is a sum of cosines.",
                where=(real(x), real(y)),
                claim=Eq(2 * cos(x) * cos(x - y), cos(2 * x - y) + cos(y), evaluate=False),
                mutants=(Mutant("without the factor 2", {"claim": Eq(cos(x) * cos(x - y), cos(2 * x - y) + cos(y))}),),
            ),
            Deduction(
                name="decreasing",
                says="The cosine decreases on [0, pi].",
                where=(interval(x, 0, pi), interval(y, 0, pi)),
                given=(Le(x, y),),
                claim=Ge(cos(x), cos(y)),
                mutants=(Mutant("increases", {"claim": Le(cos(x), cos(y))}),),
            ),
            Deduction(
                name="product",
                says="cos(2x-z) >= cos(2y-z), as 0 <= 2x-z <= 2y-z <= pi.",
                where=(interval(x, 0, pi / 2), interval(y, 0, pi / 2), interval(z, 0, pi)),
                given=(Le(x, y), Ge(2 * x, z)),
                claim=Ge(cos(x) * cos(x - z), cos(y) * cos(y - z)),
                uses=(
                    Use("product of cosines", {x: x, y: z}),
                    Use("product of cosines", {x: y, y: z}),
                    Use("decreasing", {x: 2 * x - z, y: 2 * y - z}),
                ),
                mutants=(Mutant("increases", {"claim": Le(cos(x) * cos(x - z), cos(y) * cos(y - z))}),),
            ),
            Deduction(
                name="top",
                says="So neighbouring points are nearest at the top.",
                claim=Ge(cos(higher) * cos(higher - between), cos(top) * cos(top - between)),
                uses=(Use("product", {x: higher, y: top, z: between}),),
                mutants=(Mutant("without the product", {"uses": ()}),),
            ),
            Deduction(
                name="distance",
                says="The sine increases on [0, pi/2].",
                claim=Ge(apart, 2 * r),
                uses=("top",),
                mutants=(Mutant("3r", {"claim": Ge(apart, 3 * r)}), Mutant("without the top", {"uses": ()})),
            ),
            Instances(
                name="code",
                says="theory.bands.banded_packing never exceeds what the volume allows, M(r) sigma(cap_r) <= 1.",
                holds=rings_at_most,
                cases=lambda: [(r,) for r in ("0.001", "0.05", "0.1", "0.4", "0.7")],
                mode="ball",
                covers="5 radii",
                evidence=True,
                mutants=(Mutant("ten times that", {"holds": partial(rings_at_most, more=9)}),),
            ),
        ),
    )
)
