"""Chapter A: orthogonality and norms of the Legendre polynomials (A2c)."""

from __future__ import annotations

from sympy import And, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Induction, Instances, Mutant, Use, integers, interval, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge
from theory.statements.a_harmonics import k as K
from theory.statements.a_legendre import ddp, dp, energy, i, k, m, p, t
from theory.symbols import dimension

e = symbols("e", nonnegative=True)
P, dP, ddP, inner, total, moved, slope, cross = symbols("P dP ddP inner total moved slope cross", real=True)
w, norm, after, second, mass = symbols("w norm after second mass", nonnegative=True)


def means_agree(m_: int, k_: int, i_: int, shift: int = 0) -> bool:
    """The mean of P_k P_i, exactly, from the moments of one coordinate."""
    from flint import fmpq

    from theory.funk_hecke import mean
    from theory.harmonics import dimension as computed
    from theory.harmonics import legendre

    expected = fmpq(1, computed(m_, k_ + shift)) if k_ == i_ else fmpq(0)
    return bool(mean(legendre(m_, k_) * legendre(m_, i_), m_) == expected)


declare(
    Statement(
        label="A2c",
        title="Orthogonality and norms of Legendre polynomials",
        kind="lemma",
        says="Orthogonal for the law of one coordinate of a uniform point of S^m; the mean square is 1/Z(m,k).",
        formula=And(Eq((i - k) * inner, 0), Eq(norm * dimension(m, k + 1), 1)),
        variables=(
            integers(m, 1, meaning="dimension of the sphere"),
            integers(k, 0, meaning="degree"),
            integers(i, 0, meaning="another degree"),
            interval(t, -1, 1),
            quantity(e, "the degree k+1"),
            quantity(p, "P_k(t)", None),
            quantity(dp, "P_k'(t)", None),
            quantity(ddp, "P_k''(t)", None),
            quantity(P, "P_i(t)", None),
            quantity(dP, "P_i'(t)", None),
            quantity(ddP, "P_i''(t)", None),
            quantity(slope, "derivative of (1-t^2)^{m/2} (P_k' P_i - P_k P_i'), divided by (1-t^2)^{m/2-1}", None),
            quantity(total, "the mean of that", None),
            quantity(inner, "the mean of P_k P_i for the law of t, of density ~ (1-t^2)^{m/2-1}", None),
            quantity(moved, "the mean of the derivative of t (1-t^2)^{m/2}, divided by (1-t^2)^{m/2-1}", None),
            quantity(second, "the mean of t^2"),
            quantity(mass, "the mean of 1"),
            quantity(norm, "the mean of P_{k+1}^2"),
        ),
        by_definition=(
            Hypothesis(Eq(dimension(m, e), dimension(m, k + 1)), "e = k+1"),
            Hypothesis(
                Eq(slope, (1 - t**2) * (ddp * P - p * ddP) - m * t * (dp * P - p * dP)), "product rule for the slope"
            ),
            Hypothesis(Eq(total, 0), "the integral of the derivative of a function that vanishes at both ends"),
            Hypothesis(Eq(moved, 0), "the integral of the derivative of a function that vanishes at both ends"),
            Hypothesis(Eq(mass, 1), "a law"),
        ),
        source="atkinsonhan2012, 2.7",
        code=("theory.basis:weight",),
        steps=(
            Deduction(
                name="Wronskian",
                says="The slope is a multiple of P_k P_i, by the equation for both degrees.",
                claim=Eq(slope, (energy(i) - energy(k)) * p * P),
                uses=("A2b", Use("A2b", {k: i, p: P, dp: dP, ddp: ddP})),
                mutants=(Mutant("plus", {"claim": Eq(slope, (energy(i) + energy(k)) * p * P)}),),
            ),
            Induction(
                name="integrated",
                says="Means are limits of sums: adding a node t of weight w.",
                where=(interval(w, 0, None, "[)", "weight of the next node"),),
                start={total: 0, inner: 0},
                becomes={total: total + w * slope, inner: inner + w * p * P},
                claim=Eq(total, (energy(i) - energy(k)) * inner),
                uses=("Wronskian",),
                mutants=(Mutant("without the Wronskian", {"uses": ()}),),
            ),
            Deduction(
                name="orthogonal",
                says="Different degrees have different energies.",
                claim=Eq((i - k) * inner, 0),
                uses=("integrated",),
                mutants=(Mutant("even for i = k", {"claim": Eq(inner, 0)}),),
            ),
            Induction(
                name="second moment",
                says="The derivative of t (1-t^2)^{m/2} is ((1-t^2) - m t^2)(1-t^2)^{m/2-1}.",
                where=(interval(w, 0, None, "[)", "weight of the next node"),),
                start={moved: 0, second: 0, mass: 0},
                becomes={moved: moved + w * (1 - t**2 - m * t**2), second: second + w * t**2, mass: mass + w},
                claim=Eq(moved, mass - (m + 1) * second),
                mutants=(Mutant("m instead of m+1", {"claim": Eq(moved, mass - m * second)}),),
            ),
            Deduction(
                name="first norm",
                says="The mean of P_1^2 = t^2.",
                claim=Eq((m + 1) * second, 1),
                uses=("second moment",),
                mutants=(Mutant("m instead of m+1", {"claim": Eq(m * second, 1)}),),
            ),
            Induction(
                name="norms",
                says="The mean of t P_n P_{n+1} in two ways: t P_n or t P_{n+1} by the recurrence, then orthogonality.",
                where=(quantity(after, "the mean of P_{n+1}^2"), quantity(cross, "the mean of t P_n P_{n+1}", None)),
                start={e: 1, norm: second},
                becomes={e: e + 1, norm: after},
                given=(
                    Eq((2 * e + m - 1) * cross, (e + m - 1) * after),
                    Eq((2 * e + m + 1) * cross, (e + 1) * norm),
                ),
                claim=And(Eq(norm * dimension(m, e), 1), Ge(e, 1)),
                uses=("first norm", Use("A1", {K: 1}), Use("A1", {K: e})),
                mutants=(
                    Mutant(
                        "P_{n+1} of another dimension",
                        {
                            "given": (
                                Eq((2 * e + m - 1) * cross, (e + m) * after),
                                Eq((2 * e + m + 1) * cross, (e + 1) * norm),
                            )
                        },
                    ),
                ),
            ),
            Deduction(
                name="norm",
                says="For degree k+1 (that of P_0 = 1 is 1).",
                claim=Eq(norm * dimension(m, k + 1), 1),
                uses=("norms",),
                mutants=(Mutant("twice that", {"claim": Eq(norm * dimension(m, k + 1), 2)}),),
            ),
            Instances(
                name="code",
                says="The polynomials of theory.harmonics, exactly.",
                holds=means_agree,
                cases=lambda: ((m, k, i) for m in (1, 2, 5, 20) for k in range(6) for i in range(k + 1)),
                covers="84 triples (m, k, i)",
                evidence=True,
                mutants=(Mutant("Z(m,k+1)", {"holds": lambda m, k, i: means_agree(m, k, i, 1)}),),
            ),
        ),
    )
)
