"""Chapter A: exact projection onto the harmonics, and exact integrals of monomials (A12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sympy import And, Expr, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Induction, Instances, Mutant, Use, integers, interval, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le
from theory.statements.a_harmonics import m, sphere

k, i, power, powers, coordinates = symbols("k i power powers coordinates", nonnegative=True)
residual, image, after, weight, first, second, third, lap, radial, square, count, y = symbols(
    "residual image after weight first second third lap radial square count y", real=True
)
moment, raised, other, summed = symbols("moment raised other summed", real=True)
j, exponent, n = symbols("j exponent n", nonnegative=True)


def example(m: int) -> Any:
    """A polynomial in every variable, of mixed degree and parity."""
    from theory.harmonics import ring

    x = ring(m + 1).gens()
    return (x[0] - 2 * x[1] + x[m] / 3) ** 4 + x[0] ** 3 * x[m] - x[1] + 5


def projections_agree(m_: int, k_: int, scale: int = 1) -> bool:
    """The part in H_k by repeated Laplacians, through the orthonormal basis, and by the reproducing kernel."""
    from theory.basis import expansion
    from theory.funk_hecke import reproduce
    from theory.harmonics import project, ring

    p = example(m_)
    part = scale * project(p, m_).get(k_, ring(m_ + 1).constant(0))
    sums = (a * Y.polynomial() for Y, a in expansion(p, m_, k_).items())
    return bool(part == sum(sums, ring(m_ + 1).constant(0)) == reproduce(k_, p, m_))


def moments_agree(m_: int, exponents: tuple[int, ...], shift: int = 0) -> bool:
    """theory.harmonics.sphere_integral satisfies the recurrence of the moments."""
    from theory.harmonics import ring, sphere_integral

    x = ring(m_ + 1).gens()
    monomial = x[0] ** exponents[0] * x[1] ** exponents[1] * x[m_] ** exponents[2]
    a = int(monomial.degrees()[0])
    left = (sum(exponents) + m_ + 1 + shift) * sphere_integral(monomial * x[0] ** 2, m_)
    return bool(left == (a + 1) * sphere_integral(monomial, m_))


def monomials() -> Iterator[tuple[int, tuple[int, ...]]]:
    """Spheres and exponents of x_0, x_1, x_m."""
    return ((m, (a, b, c)) for m in range(1, 5) for a in (0, 2, 6) for b in (0, 4) for c in (0, 2))


def next_weight(shift: int) -> Expr:
    """c_{i+1} from c_i."""
    return -weight / (2 * (i + 1) * (m + 2 * k - 3 - 2 * i + shift))


RAISED = Eq((powers + m + 1) * raised, (power + 1) * moment)

declare(
    Statement(
        label="A12",
        title="Exact projection and exact integrals",
        kind="theorem",
        says=(
            "For p homogeneous of degree k, sum_i c_i |x|^{2i} Delta^i p with c_{i+1} = -c_i/(2(i+1)(m+2k-3-2i)) is "
            "harmonic; int x_i^2 x^a dsigma = (a_i+1)/(|a|+m+1) int x^a dsigma."
        ),
        formula=And(Eq(residual, 0), RAISED),
        variables=(
            sphere,
            integers(k, 0, meaning="degree of p"),
            quantity(i, "number of terms so far, less one"),
            quantity(weight, "c_i", None),
            quantity(image, "|x|^{2i} Delta^{i+1} p at a point; 0 after the last term", None),
            quantity(residual, "the Laplacian of the sum of the terms at that point", None),
            quantity(radial, "Delta r^{2j} at r = 1", None),
            quantity(square, "sum of the squares of the coordinates", None),
            quantity(count, "number of coordinates", None),
            quantity(power, "a_i"),
            quantity(powers, "|a|"),
            quantity(coordinates, "number of coordinates"),
            quantity(moment, "int x^a dsigma", None),
            quantity(raised, "int x_i^2 x^a dsigma", None),
            quantity(summed, "int |x|^2 x^a dsigma", None),
        ),
        by_definition=(
            Hypothesis(Eq(image, 0), "there is a last Laplacian that is not 0"),
            Hypothesis(Eq(square, 1), "r = 1"),
            Hypothesis(Eq(count, m + 1), "coordinates x_0..x_m"),
            Hypothesis(Eq(coordinates, m + 1), "coordinates x_0..x_m"),
            Hypothesis(Eq(summed, moment), "|x|^2 = 1 on the sphere"),
        ),
        source="own",
        code=("theory.harmonics:project", "theory.harmonics:sphere_integral", "theory.basis:expansion"),
        steps=(
            Induction(
                name="powers of the radius",
                says="At r = 1 the second derivative of r^{2j} in a coordinate y is 2j + 2j(2j-2) y^2.",
                where=(interval(j, 0, None, "[)"), real(y, "the next coordinate")),
                start={count: 0, square: 0, radial: 0},
                becomes={
                    count: count + 1,
                    square: square + y**2,
                    radial: radial + 2 * j + 2 * j * (2 * j - 2) * y**2,
                },
                claim=Eq(radial, 2 * j * count + 2 * j * (2 * j - 2) * square),
                mutants=(Mutant("2j-1", {"claim": Eq(radial, 2 * j * count + 2 * j * (2 * j - 1) * square)}),),
            ),
            Deduction(
                name="radius",
                says="In R^{m+1}.",
                where=(interval(j, 0, None, "[)"),),
                claim=Eq(radial, 2 * j * (2 * j + m - 1)),
                uses=("powers of the radius",),
                mutants=(Mutant("m for m-1", {"claim": Eq(radial, 2 * j * (2 * j + m))}),),
            ),
            Deduction(
                name="product rule",
                says="At r = 1, for g homogeneous of degree n: x . grad g = n g, grad r^{2j} = 2j x, step radius.",
                where=(
                    interval(j, 0, None, "[)"),
                    interval(n, 0, None, "[)", "degree of g"),
                    real(first, "Delta(r^{2j} g)"),
                    real(second, "Delta g"),
                    real(third, "g"),
                    real(lap, "Delta r^{2j}"),
                ),
                given=(Eq(lap, 2 * j * (2 * j + m - 1)), Eq(first, second + 2 * (2 * j) * (n * third) + lap * third)),
                claim=Eq(first, second + 2 * j * (2 * j + 2 * n + m - 1) * third),
                mutants=(Mutant("m for m-1", {"claim": Eq(first, second + 2 * j * (2 * j + 2 * n + m) * third)}),),
            ),
            Induction(
                name="telescope",
                says="Each term cancels what the one before left; g = Delta^{i+1} p, j = i+1, n = k-2j.",
                where=(
                    real(after, "|x|^{2i+2} Delta^{i+2} p"),
                    real(first, "Delta of |x|^{2i+2} Delta^{i+1} p"),
                    real(lap, "Delta r^{2i+2}"),
                ),
                start={i: 0, weight: 1, residual: image},
                becomes={i: i + 1, weight: next_weight(0), residual: residual + next_weight(0) * first, image: after},
                given=(
                    Le(2 * (i + 1), k),
                    Eq(lap, 2 * (i + 1) * (2 * (i + 1) + m - 1)),
                    Eq(first, after + 4 * (i + 1) * (k - 2 * i - 2) * image + lap * image),
                ),
                claim=And(Eq(residual, weight * image), Ge(i, 0)),
                uses=(Use("product rule", {j: i + 1, n: k - 2 * i - 2, second: after, third: image}),),
                mutants=(
                    Mutant(
                        "another coefficient",
                        {
                            "becomes": {
                                i: i + 1,
                                weight: next_weight(1),
                                residual: residual + next_weight(1) * first,
                                image: after,
                            }
                        },
                    ),
                ),
            ),
            Deduction(
                name="harmonic",
                says="After the last term nothing is left; p minus the sum is |x|^2 times a polynomial of degree k-2.",
                claim=Eq(residual, 0),
                uses=("telescope",),
                mutants=(Mutant("without the telescope", {"uses": ()}),),
            ),
            Induction(
                name="rotations",
                says=(
                    "The integral of x_i^{a_i+1} x_j^{b+1} ... does not change when x_i and x_j are turned in their "
                    "plane: (b+1) int x_i^2 x^a = (a_i+1) int x_j^2 x^a, b = a_j. Sum over j, j = i included."
                ),
                where=(
                    interval(exponent, 0, None, "[)", "a_j, the next exponent"),
                    real(other, "int x_j^2 x^a dsigma"),
                ),
                start={summed: 0, powers: 0, coordinates: 0},
                becomes={summed: summed + other, powers: powers + exponent, coordinates: coordinates + 1},
                given=(Eq((exponent + 1) * raised, (power + 1) * other),),
                claim=Eq((powers + coordinates) * raised, (power + 1) * summed),
                mutants=(Mutant("a_j for a_j+1", {"given": (Eq(exponent * raised, (power + 1) * other),)}),),
            ),
            Deduction(
                name="moments",
                says="|x|^2 = 1 on the sphere.",
                claim=RAISED,
                uses=("rotations",),
                mutants=(Mutant("m for m+1", {"claim": Eq((powers + m) * raised, (power + 1) * moment)}),),
            ),
            Instances(
                name="three projections",
                says="By Laplacians, through the orthonormal basis and by the reproducing kernel: the same polynomial.",
                holds=projections_agree,
                cases=lambda: ((m, k) for m in (1, 2, 3) for k in range(6)),
                covers="m <= 3, k <= 5",
                evidence=True,
                mutants=(Mutant("twice the part", {"holds": lambda m, k: projections_agree(m, k, 2)}),),
            ),
            Instances(
                name="integrals",
                says="theory.harmonics.sphere_integral.",
                holds=moments_agree,
                cases=monomials,
                covers="48 monomials",
                evidence=True,
                mutants=(Mutant("one dimension more", {"holds": lambda m, a: moments_agree(m, a, 1)}),),
            ),
        ),
    )
)
