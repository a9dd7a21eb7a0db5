"""Chapter D, first part: the best nonnegative kernel of degree 2k, and its mean cosine t_{k+1}."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from flint import arb, arb_poly, fmpq_poly
from sympy import And, Or, symbols  # type: ignore[import-untyped]

from theory import jackson
from theory.funk_hecke import mean as integral
from theory.funk_hecke import moment as power_mean
from theory.harmonics import dimensions, legendre
from theory.proof_steps import Citation, Deduction, Induction, Instances, Mutant, integers, interval, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Le, Lt
from theory.statements.c_smoothing import m, sphere
from theory.symbols import largest_zero

k, z = symbols("k z", real=True)
mass_Q, sum_Q, w = symbols("mass_Q sum_Q w", nonnegative=True)
mean_t, sum_t, value = symbols("mean_t sum_t value", real=True)

half_degree = integers(k, 0, meaning="half the degree of the kernel")
ZERO = largest_zero(m, k + 1)
"""t_{k+1}, the largest zero of P_{k+1}."""

KERNEL = (
    quantity(mass_Q, "int Q dmu"),
    quantity(mean_t, "int t Q dmu", None),
    quantity(sum_Q, "sum of w_i Q(t_i) over the Gauss nodes t_i, the zeros of P_{k+1}"),
    quantity(sum_t, "sum of w_i t_i Q(t_i)", None),
)
GAUSS = Citation(
    name="Gauss quadrature",
    says="With the zeros of P_{k+1} and positive weights: exact for Q and t Q, whose degrees are at most 2k+1.",
    key="szego1975",
    locator="Theorems 3.4.1 and 3.4.2",
    claim=And(Eq(mass_Q, sum_Q), Eq(mean_t, sum_t)),
)
node_weight = interval(w, 0, None, "[)", "weight of the next node")
node_value = interval(value, 0, None, "[)", "Q there")
node = interval(z, -1, ZERO, meaning="the next node")


def squares(highest: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Spheres and the coefficients of polynomials p, for Q a multiple of p^2."""
    for dimension, degree, first in product((1, 2, 5), range(1, highest), (1, 2, 3)):
        yield dimension, (*((first * i + 1) % 5 - 1 for i in range(degree)), 1)


def mean_below(m: int, coefficients: tuple[int, ...], degree: int = 1) -> bool:
    """int t p^2 <= t_{k+1} int p^2 on S^m for p of degree k; with ``degree`` = 0 against t_k."""
    p = fmpq_poly(list(coefficients))
    Q = p * p
    return bool(integral(Q * fmpq_poly([0, 1]), m) / integral(Q, m) <= jackson.largest_zero(m, p.degree() + degree))


def reaches(m: int, k: int, shift: int = 0) -> bool:
    """Q_k from its coefficients has integral 1 and mean t_{k+1}; with ``shift`` another zero is asked for."""
    zero = jackson.largest_zero(m, k + 1)
    terms = [arb_poly(legendre(m, j)) * z for j, z in enumerate(dimensions(m, k))]
    K = sum((term * arb_poly(legendre(m, j))(zero) for j, term in enumerate(terms)), arb_poly())
    coefficients = (K * K * (1 / K(zero))).coeffs()
    mass = sum((c * power_mean(m, i // 2) for i, c in enumerate(coefficients) if i % 2 == 0), arb(0))
    mean = sum((c * power_mean(m, (i + 1) // 2) for i, c in enumerate(coefficients) if i % 2 == 1), arb(0))
    return bool(mass.overlaps(arb(1)) and mean.overlaps(jackson.largest_zero(m, k + 1 + shift)))


declare(
    Statement(
        label="D1",
        title="The largest mean cosine of a nonnegative kernel",
        kind="theorem",
        says="A polynomial Q >= 0 on [-1,1] of degree <= 2k with int Q dmu = 1 has int t Q dmu <= t_{k+1}.",
        formula=Le(mean_t, ZERO),
        variables=(sphere, half_degree, *KERNEL),
        by_definition=(Hypothesis(Eq(mass_Q, 1), "Q has integral 1"),),
        value=ZERO,
        code=("theory.jackson:largest_zero",),
        note="dmu is the law of one coordinate, c (1-t^2)^{(m-2)/2} dt.  For k = 0: Q = 1, t_1 = 0.",
        steps=(
            GAUSS,
            Induction(
                name="nodes",
                says="No node exceeds t_{k+1}; one node after another.",
                where=(node_weight, node_value, node),
                start={sum_Q: 0, sum_t: 0},
                becomes={sum_Q: sum_Q + w * value, sum_t: sum_t + w * z * value},
                claim=Le(sum_t, ZERO * sum_Q),
                mutants=(
                    Mutant("nodes anywhere", {"where": (node_weight, node_value, interval(z, -1, 1))}),
                    Mutant("Q may be negative", {"where": (node_weight, interval(value, -1, 1), node)}),
                ),
            ),
            Deduction(
                name="mean",
                says="As int Q = 1.",
                claim=Le(mean_t, ZERO),
                uses=("Gauss quadrature", "nodes"),
                mutants=(Mutant("strictly", {"claim": Lt(mean_t, ZERO)}),),
            ),
            Instances(
                name="squares",
                says="Squares of polynomials with small integer coefficients, in exact arithmetic.",
                holds=mean_below,
                cases=lambda: squares(7),
                mode="ball",
                covers="54 kernels",
                evidence=True,
                mutants=(
                    Mutant(
                        "against t_k, for p = t + 1 on the circle",
                        {"holds": lambda m, p: mean_below(m, p, 0), "cases": lambda: [(1, (1, 1))]},
                    ),
                ),
            ),
        ),
    )
)

declare(
    Statement(
        label="D1a",
        title="The extremal kernel",
        kind="theorem",
        says="Q_k = c (P_{k+1}(t)/(t - t_{k+1}))^2, of integral 1, has int t Q_k dmu = t_{k+1}.",
        formula=Eq(mean_t, ZERO),
        variables=(sphere, half_degree, *KERNEL),
        by_definition=(Hypothesis(Eq(mass_Q, 1), "Q_k has integral 1"),),
        value=ZERO,
        code=("theory.jackson:extremal_kernel",),
        steps=(
            GAUSS,
            Induction(
                name="nodes",
                says="Q_k vanishes at all nodes but t_{k+1}.",
                where=(node_weight, node_value, node),
                start={sum_Q: 0, sum_t: 0},
                becomes={sum_Q: sum_Q + w * value, sum_t: sum_t + w * z * value},
                given=(Or(Eq(z, ZERO), Eq(value, 0)),),
                claim=Eq(sum_t, ZERO * sum_Q),
                mutants=(Mutant("for any Q", {"given": ()}),),
            ),
            Deduction(
                name="mean",
                says="As int Q_k = 1.",
                claim=Eq(mean_t, ZERO),
                uses=("Gauss quadrature", "nodes"),
                mutants=(Mutant("0 instead", {"claim": Eq(mean_t, 0)}),),
            ),
            Instances(
                name="code",
                says="The kernel of theory.jackson from its coefficients, by exact moments: integral 1, mean t_{k+1}.",
                holds=reaches,
                cases=lambda: ((m, k) for m in (1, 2, 3, 7) for k in range(7)),
                mode="ball",
                covers="28 kernels",
                evidence=True,
                mutants=(Mutant("t_{k+2}", {"holds": lambda m, k: reaches(m, k, 1)}),),
            ),
        ),
    )
)
