"""Chapter A: the expansion of the kernel e^{lam t} in Legendre polynomials, and its tail (A6, A7)."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import And, exp, symbols  # type: ignore[import-untyped]

from theory.evaluation import agrees, evaluate
from theory.proof_steps import (
    Deduction,
    Induction,
    Instances,
    Mutant,
    Use,
    integers,
    interval,
    positive,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.statements.a_bessel import mu
from theory.statements.a_bessel import x as x_bessel
from theory.statements.a_gegenbauer import c, series
from theory.statements.a_harmonics import k as order
from theory.statements.a_harmonics import m, sphere
from theory.statements.a_kernel import ceiling, k, lam, scale
from theory.symbols import coefficient, dimension, eigenvalue, tail

gain = symbols("gain", positive=True)
K, n, part, x = symbols("K n part x", nonnegative=True)
head, value = symbols("head value", real=True)

PRODUCT = Eq(coefficient(m, order, lam), dimension(m, order) * eigenvalue(m, order, lam))

declare(
    Statement(
        label="A6",
        title="Coefficients of the exponential kernel",
        kind="theorem",
        says="A_k = Z(m,k) phihat_k > 0 sum to e^lam (A_0 = phihat_0), so no tail reaches e^lam.",
        formula=And(PRODUCT, Gt(coefficient(m, order, lam), 0), Lt(tail(m, K, lam), exp(lam))),
        variables=(
            sphere,
            integers(order, 1, meaning="degree"),
            integers(K, 0, meaning="last degree of the head"),
            scale,
            quantity(head, "A_0 + ... + A_K", None),
            quantity(value, "sum_k A_k P_k(1)", None),
        ),
        by_definition=(
            Hypothesis(PRODUCT, "A_k = Z(m,k) phihat_k"),
            Hypothesis(Eq(head + tail(m, K, lam), value), "P_k(1) = 1: head and tail of the series at 1"),
        ),
        value=coefficient(m, order, lam),
        code=("theory.kernels:coefficients", "theory.kernels:tail"),
        steps=(
            Deduction(
                name="coefficients",
                says="A product of positive numbers.",
                claim=And(PRODUCT, Gt(coefficient(m, order, lam), 0)),
                uses=("A1", Use("A5", {k: order})),
                mutants=(Mutant("without A5", {"uses": ("A1",)}),),
            ),
            Induction(
                name="head",
                says="A_0 = phihat_0 > 0, and the others are positive.",
                where=(positive(gain, "the next coefficient"),),
                start={head: eigenvalue(m, 0, lam)},
                becomes={head: head + gain},
                claim=Gt(head, 0),
                uses=(Use("A5", {k: 0}),),
                mutants=(Mutant("without A_0", {"start": {head: 0}}),),
            ),
            Deduction(
                name="tail",
                says="e^lam is the value at t = 1.",
                claim=Lt(tail(m, K, lam), exp(lam)),
                uses=("head", Use("A6a", {c: 1, series: value})),
                mutants=(Mutant("half of it", {"claim": Lt(tail(m, K, lam), exp(lam) / 2)}),),
            ),
        ),
    )
)

# --- A7 ------------------------------------------------------------------------------------------------------------

QUOTIENT = lam * (K + m) / ((K + 2) * (2 * K + m + 1))
NEXT = K + 1
CLOSED = dimension(m, NEXT) * ceiling(m, NEXT, lam) / (1 - QUOTIENT)


def cases() -> Iterator[tuple[int, int, str]]:
    """Spheres, last degrees and scales with q_K < 1."""
    return ((m, K, lam) for m in (1, 2, 5, 20) for K, lam in ((0, "1/3"), (4, "2"), (9, "1/4"), (60, "40")))


def tail_agrees(m_: int, K_: int, lam_: str, factor: int = 1) -> bool:
    """The closed form lies above theory.kernels.tail, and is the one that theory.kernels computes."""
    from theory.balls import exact
    from theory.kernels import tail as computed
    from theory.kernels import tail_closed_form

    at = {m: m_, K: K_, lam: exact(lam_)}
    above = bool(evaluate(CLOSED / factor, at) > computed(m_, K_, exact(lam_)))
    return above and agrees(CLOSED / factor, at, tail_closed_form(m_, K_, exact(lam_)))


STEP = Le(
    coefficient(m, order + 1, lam) * (2 * order + m - 1) * (order + 1),
    coefficient(m, order, lam) * lam * (order + m - 1),
)

declare(
    Statement(
        label="A7",
        title="Tail of the expansion",
        kind="lemma",
        says="Beyond degree K the coefficients fall at least geometrically, with ratio q_K where that is below 1.",
        formula=And(Le(tail(m, K, lam), coefficient(m, NEXT, lam) / (1 - QUOTIENT)), Le(tail(m, K, lam), CLOSED)),
        variables=(
            sphere,
            integers(K, 0, meaning="last degree kept"),
            integers(order, 1, meaning="any degree"),
            scale,
            quantity(n, "a degree above K"),
            quantity(part, "A_{K+1} + ... + A_{n-1}, in the limit the tail"),
        ),
        hypotheses=(Hypothesis(Lt(QUOTIENT, 1), "q_K = lam (K+m)/((K+2)(2K+m+1)) < 1"),),
        by_definition=(Hypothesis(Eq(part, tail(m, K, lam)), "the sum of the terms beyond K"),),
        uses=("A6",),
        value=CLOSED,
        code=("theory.kernels:tail_closed_form", "theory.kernels:tail_ratio", "theory.kernels:tail"),
        steps=(
            Deduction(
                name="one ratio",
                says="A_{k+1}/A_k <= lam (k+m-1)/((2k+m-1)(k+1)), since I_{mu+1} > 0 with mu = nu+k+1.",
                claim=STEP,
                uses=(
                    "A1",
                    Use("A1", {order: order + 1}),
                    Use("A5", {k: order}),
                    Use("A5", {k: order + 1}),
                    "A6",
                    Use("A6", {order: order + 1}),
                    Use("A5a", {mu: (m + 1) / 2 + order, x_bessel: lam}),
                ),
                mutants=(
                    Mutant(
                        "half of it",
                        {
                            "claim": Le(
                                coefficient(m, order + 1, lam) * (2 * order + m - 1) * (order + 1),
                                coefficient(m, order, lam) * lam * (order + m - 1) / 2,
                            )
                        },
                    ),
                ),
            ),
            Deduction(
                name="ratios fall",
                says="For k = K+1+x the ratio is at most q_K.",
                where=(interval(x, 0, None, "[)", "k - K - 1"),),
                claim=Le(lam * (K + x + m), QUOTIENT * (2 * (K + 1 + x) + m - 1) * (K + 2 + x)),
                mutants=(
                    Mutant(
                        "half of q_K",
                        {"claim": Le(2 * lam * (K + x + m), QUOTIENT * (2 * (K + 1 + x) + m - 1) * (K + 2 + x))},
                    ),
                ),
            ),
            Deduction(
                name="geometric step",
                says="So A_{k+1} <= q_K A_k for k > K.",
                where=(interval(x, 0, None, "[)", "k - K - 1"),),
                claim=And(
                    Le(coefficient(m, K + 2 + x, lam), QUOTIENT * coefficient(m, NEXT + x, lam)),
                    Gt(coefficient(m, NEXT + x, lam), 0),
                ),
                uses=(Use("one ratio", {order: NEXT + x}), "ratios fall", Use("A6", {order: NEXT + x})),
                mutants=(Mutant("without the ratio", {"uses": ("ratios fall", Use("A6", {order: NEXT + x}))}),),
            ),
            Induction(
                name="geometric series",
                says="Term after term.",
                start={n: NEXT, part: 0},
                becomes={n: n + 1, part: part + coefficient(m, n, lam)},
                claim=And(
                    Le(part * (1 - QUOTIENT) + coefficient(m, n, lam), coefficient(m, NEXT, lam)),
                    Ge(n, NEXT),
                    Gt(coefficient(m, n, lam), 0),
                ),
                uses=(
                    Use("geometric step", {x: n - NEXT}),
                    Use("geometric step", {x: n - K}),
                    Use("geometric step", {x: 0}),
                ),
                mutants=(Mutant("without the step", {"uses": (Use("geometric step", {x: 0}),)}),),
            ),
            Deduction(
                name="tail",
                says="In the limit; A5 bounds the eigenvalue.",
                claim=And(Le(tail(m, K, lam), coefficient(m, NEXT, lam) / (1 - QUOTIENT)), Le(tail(m, K, lam), CLOSED)),
                uses=("geometric series", Use("A6", {order: NEXT}), Use("A5", {k: NEXT}), Use("A1", {order: NEXT})),
                mutants=(Mutant("half of it", {"claim": Le(tail(m, K, lam), CLOSED / 2)}),),
            ),
            Instances(
                name="code",
                says="The closed form against the tail that theory.kernels sums.",
                holds=tail_agrees,
                cases=cases,
                mode="ball",
                covers="16 triples (m, K, lam)",
                evidence=True,
                mutants=(Mutant("half of it", {"holds": lambda m, K, lam: tail_agrees(m, K, lam, 2)}),),
            ),
        ),
    )
)
