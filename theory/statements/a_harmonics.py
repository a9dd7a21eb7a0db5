"""Chapter A, first part: dimensions, Legendre polynomials, the addition theorem, Funk-Hecke, caps, projection.

The second part, about the kernel e^{lam t}, is in `theory.statements.a_kernel`.
"""

from __future__ import annotations

from sympy import And, Expr, Rational, binomial, gamma, symbols  # type: ignore[import-untyped]

from theory.evaluation import agrees
from theory.proof_steps import (
    Deduction,
    Identity,
    Induction,
    Inequality,
    Instances,
    Mutant,
    Use,
    integers,
    interval,
    positive,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Gt
from theory.symbols import dimension

m, k = symbols("m k", positive=True)
j = symbols("j", nonnegative=True)
a, b = symbols("a b", positive=True)

sphere = integers(m, 1, meaning="dimension of the sphere S^m in R^{m+1}")
degree = integers(k, 1, meaning="degree")

HALF = Rational(1, 2)
SHIFT = {m: a + HALF, k: b + HALF}
"""For the prover: real m, k > 1/2 as positive variables."""
BACK = {a: m - HALF, b: k - HALF}
reals = (positive(a, "m - 1/2"), positive(b, "k - 1/2"))


def shifted(claim: Expr) -> Expr:
    """The claim for real m, k > 1/2 instead of integers >= 1."""
    return claim.xreplace(SHIFT)


# --- A1 ------------------------------------------------------------------------------------------------------------

free, rank, unknowns, w = symbols("free rank unknowns w", nonnegative=True)

MONOMIALS = binomial(k + m + 1, m) - binomial(k + m - 1, m)
"""C(n+m,m) - C(n+m-2,m) for n = k+1 >= 2."""
LAYERS = binomial(k + m - 1, m - 1) + binomial(k + m - 2, m - 1)
PRODUCT = (2 * k + m - 1) * gamma(k + m - 1) / (gamma(m) * gamma(k + 1))
RATIO = Eq(
    dimension(m, k + 1) * (2 * k + m - 1) * (k + 1), dimension(m, k) * (2 * k + m + 1) * (k + m - 1), evaluate=False
)


def dimension_agrees(m_: int, k_: int, shift: int = 0) -> bool:
    """The formulas against theory.harmonics.dimension, exactly, and against the number of functions of theory.basis."""
    from theory.basis import orthonormal_basis
    from theory.harmonics import dimension as computed

    size = computed(m_, k_)
    number = sum(1 for _ in orthonormal_basis(m_, k_)) if size < 500 else size
    return number == size and all(agrees(e, {m: m_, k: k_ + shift}, size) for e in (LAYERS, PRODUCT))


declare(
    Statement(
        label="A1",
        title="The dimension of H_k",
        kind="lemma",
        says="Z(m,k) independent harmonics of degree k >= 1 on S^m (k = 0: the constants); the ratio of two of them.",
        formula=And(
            Eq(dimension(m, k), LAYERS),
            Eq(dimension(m, k + 1), MONOMIALS),
            Eq(dimension(m, k), PRODUCT),
            Gt(dimension(m, k), 0),
            RATIO,
        ),
        variables=(
            sphere,
            degree,
            quantity(unknowns, "coefficients of a homogeneous polynomial of degree k in m+1 variables"),
            quantity(rank, "rank of the equations Delta p = 0 for them"),
            quantity(free, "monomials of degree k or k-1 in x_0..x_{m-1}"),
        ),
        by_definition=(
            Hypothesis(Eq(dimension(m, k), unknowns - rank), "Z(m,k) is the dimension of the solutions of Delta p = 0"),
            Hypothesis(Eq(free, LAYERS), "there are C(k+m-1,m-1) monomials of degree k in m variables"),
        ),
        source="atkinsonhan2012, (2.10)",
        value=LAYERS,
        code=("theory.harmonics:dimension", "theory.symbols:dimension"),
        steps=(
            Inequality(
                name="pivots",
                says="p = sum_j q_j x_m^j solves Delta p = 0 iff (j+1)(j+2) q_{j+2} = -Delta q_j: no equation is lost.",
                where=(interval(j, 0, None, "[)", "a power of x_m"),),
                claim=Gt((j + 1) * (j + 2), 0, evaluate=False),
                mutants=(Mutant("for the derivative (j-1) j", {"claim": Gt((j - 1) * j, 0, evaluate=False)}),),
            ),
            Induction(
                name="elimination",
                says="q_0 and q_1 are free; each further q_j brings as many pivots as coefficients.",
                where=(interval(w, 0, None, "[)", "number of coefficients of the next q_j"),),
                start={unknowns: free, rank: 0},
                becomes={unknowns: unknowns + w, rank: rank + w},
                claim=Eq(unknowns - rank, free),
                mutants=(Mutant("one equation lost", {"becomes": {unknowns: unknowns + w, rank: rank + w - 1}}),),
            ),
            Identity(
                name="Pascal",
                says="Pascal's rule twice.",
                where=reals,
                claim=shifted(Eq(MONOMIALS, LAYERS.xreplace({k: k + 1}))),
                mutants=(Mutant("a degree off", {"claim": shifted(Eq(MONOMIALS, LAYERS))}),),
            ),
            Identity(
                name="product",
                says="The same number as a product.",
                where=reals,
                claim=shifted(Eq(LAYERS, PRODUCT)),
                mutants=(
                    Mutant(
                        "2k+m instead of 2k+m-1",
                        {"claim": shifted(Eq(LAYERS, PRODUCT * (2 * k + m) / (2 * k + m - 1)))},
                    ),
                ),
            ),
            Deduction(
                name="dimension",
                says="Unknowns minus rank.",
                claim=And(Eq(dimension(m, k), LAYERS), Eq(dimension(m, k), PRODUCT)),
                uses=("elimination", Use("product", BACK)),
                mutants=(Mutant("without elimination", {"uses": (Use("product", BACK),)}),),
            ),
            Deduction(
                name="classical form",
                says="For k+1 >= 2.",
                claim=Eq(dimension(m, k + 1), MONOMIALS),
                uses=(Use("dimension", {k: k + 1}), Use("Pascal", BACK)),
                mutants=(Mutant("for k", {"uses": ("dimension", Use("Pascal", BACK))}),),
            ),
            Deduction(
                name="sign and ratio",
                says="For k and k+1: Gamma(x+1) = x Gamma(x) > 0.",
                claim=And(Gt(dimension(m, k), 0), RATIO),
                uses=("dimension", Use("dimension", {k: k + 1})),
                mutants=(Mutant("without k+1", {"uses": ("dimension",)}),),
            ),
            Instances(
                name="code",
                says="The formulas are what theory.harmonics computes and theory.basis enumerates.",
                holds=dimension_agrees,
                cases=lambda: ((m, k) for m in (1, 2, 3, 7, 40) for k in (1, 2, 3, 12)),
                covers="20 pairs (m, k)",
                evidence=True,
                mutants=(Mutant("degree k+1", {"holds": lambda m, k: dimension_agrees(m, k, 1)}),),
            ),
        ),
    )
)
