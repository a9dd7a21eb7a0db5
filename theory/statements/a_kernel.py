"""Chapter A: the Funk-Hecke eigenvalues of the kernel e^{lam t} (A5)."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import And, Expr, besseli, exp, gamma, symbols  # type: ignore[import-untyped]

from theory.evaluation import agrees
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
    real,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le
from theory.statements.a_harmonics import k as order
from theory.statements.a_harmonics import m, sphere
from theory.statements.a_legendre import SLOPE, ddp, ddq, dp, dq, p, q, t
from theory.statements.a_legendre import k as index
from theory.statements.a_orthogonality import inner, norm
from theory.symbols import eigenvalue, legendre_d

lam = symbols("lam", positive=True)
k, n, i = symbols("k n i", nonnegative=True)
a, b, z = symbols("a b z", positive=True)
w, mass, weighted = symbols("w mass weighted", nonnegative=True)
u, du, slope, moved, first, second, here, there, g = symbols("u du slope moved first second here there g", real=True)

scale = positive(lam, "scale of the kernel e^{lam t}")
degree = integers(k, 0, meaning="degree")


def multiplier(m: Expr, k: Expr, lam: Expr) -> Expr:
    """Gamma(nu+1) (2/lam)^nu I_{nu+k}(lam), nu = (m-1)/2."""
    nu = (m - 1) / 2
    return gamma(nu + 1) * (2 / lam) ** nu * besseli(nu + k, lam)


def points() -> Iterator[tuple[int, int, str]]:
    """Spheres, degrees and scales for comparisons with the code."""
    return ((m, k, lam) for m in (1, 2, 5, 20) for k in (0, 1, 7) for lam in ("1/3", "2", "40"))


# --- A5 ------------------------------------------------------------------------------------------------------------

square, left, right, term, other, powers, lower, upper, lifted = symbols(
    "square left right term other powers lower upper lifted", nonnegative=True
)
M = symbols("M", positive=True)


def ceiling(m: Expr, k: Expr, lam: Expr) -> Expr:
    """Gamma(nu+1)/Gamma(nu+k+1) (lam/2)^k exp(lam^2/(4(nu+k+1)))."""
    nu = (m - 1) / 2
    return gamma(nu + 1) / gamma(nu + k + 1) * (lam / 2) ** k * exp(lam**2 / (4 * (nu + k + 1)))


def eigenvalue_agrees(m_: int, k_: int, lam_: str, shift: int = 0) -> bool:
    """The formula against theory.kernels, by enclosures."""
    from theory.balls import exact
    from theory.kernels import eigenvalue as computed

    return agrees(multiplier(m, k, lam), {m: m_, k: k_ + shift, lam: exact(lam_)}, computed(m_, k_, exact(lam_)))


declare(
    Statement(
        label="A5",
        title="Eigenvalues of the exponential kernel",
        kind="theorem",
        says="phihat_k(lam), the mean of e^{lam t} P_k for the law of one coordinate: its value, an upper bound.",
        formula=And(
            Eq(eigenvalue(m, k, lam), multiplier(m, k, lam)),
            Le(eigenvalue(m, k, lam), ceiling(m, k, lam)),
            Gt(eigenvalue(m, k, lam), 0),
        ),
        variables=(
            sphere,
            degree,
            scale,
            quantity(t, "a value of one coordinate", -1, 1),
            quantity(q, "P_{k+1}(t)", None),
            quantity(dq, "P_{k+1}'(t)", None),
            quantity(ddq, "P_{k+1}''(t)", None),
            quantity(u, "the Legendre polynomial of dimension m+3 and degree k at t", None),
            quantity(du, "its derivative", None),
            quantity(slope, "derivative of e^{lam t} (1-t^2)^{m/2} u, divided by e^{lam t} (1-t^2)^{m/2-1}", None),
            quantity(moved, "the mean of e^{lam t} times that", None),
            quantity(first, "the mean of e^{lam t} (1-t^2) u", None),
            quantity(second, "the mean of e^{lam t} P_{k+1}", None),
            quantity(square, "the mean of P_1^2 = t^2"),
            quantity(here, "the mean of P_1 P_i", None),
            quantity(there, "the mean of the derivative of t^{2i+1} (1-t^2)^{m/2}, divided by (1-t^2)^{m/2-1}", None),
            quantity(i, "an exponent, an integer"),
            quantity(lower, "the mean of t^{2i}"),
            quantity(upper, "the mean of t^{2i+2}"),
            quantity(term, "lam^{2i}/(2i)! times the mean of t^{2i}"),
            quantity(other, "(lam/2)^{2i} Gamma(nu+1)/(i! Gamma(nu+i+1))"),
            quantity(lifted, "z^i/i!, z = lam^2/(2(m+1))"),
            quantity(left, "the sum of the terms, phihat_0"),
            quantity(right, "the sum of the others, Gamma(nu+1) (2/lam)^nu I_nu(lam)"),
            quantity(powers, "the sum of the z^i/i!, e^z"),
            quantity(n, "the degree k"),
            quantity(M, "the dimension m", 1),
        ),
        by_definition=(
            Hypothesis(Eq(u, legendre_d(m + 2, k, t)), "u is a Legendre polynomial"),
            Hypothesis(Eq(ddq, SLOPE.xreplace({index: k}) * du), "the derivative of P_{k+1}' = (k+1)(k+m)/m u (A2a)"),
            Hypothesis(Eq(slope, lam * (1 - t**2) * u + (1 - t**2) * du - m * t * u), "product rule"),
            Hypothesis(Eq(moved, 0), "the integral of the derivative of a function that vanishes at both ends"),
            Hypothesis(Eq(there, 0), "the integral of the derivative of a function that vanishes at both ends"),
            Hypothesis(Eq(second, eigenvalue(m, k + 1, lam)), "phihat_{k+1}"),
            Hypothesis(
                Eq(first, (1 - square) * eigenvalue(m + 2, k, lam)),
                "the law on S^{m+2} is that on S^m times 1-t^2",
            ),
            Hypothesis(Eq(left, eigenvalue(m, 0, lam)), "the mean of the series; odd powers have mean 0"),
            Hypothesis(Eq(right, multiplier(m, 0, lam)), "the series of I_nu, DLMF 10.25.2"),
            Hypothesis(Eq(powers, exp(lam**2 / (2 * (m + 1)))), "the exponential series"),
            Hypothesis(Eq(eigenvalue(M, n, lam), eigenvalue(m, k, lam)), "M = m, n = k"),
            Hypothesis(Eq(multiplier(M, n, lam), multiplier(m, k, lam)), "M = m, n = k"),
            Hypothesis(Eq(ceiling(M, n, lam), ceiling(m, k, lam)), "M = m, n = k"),
        ),
        source="dlmf 10.25.2 and 10.32.2",
        uses=("A4",),
        value=multiplier(m, k, lam),
        code=("theory.kernels:eigenvalue", "theory.symbols:eigenvalue"),
        steps=(
            Deduction(
                name="lowering",
                says="The derivative of (1-t^2)^{m/2} u is -m (1-t^2)^{m/2-1} P_{k+1}, by the differential equation.",
                claim=Eq((1 - t**2) * du - m * t * u, -m * q),
                uses=(Use("A2a", {index: k}), Use("A2b", {index: k + 1, p: q, dp: dq, ddp: ddq})),
                mutants=(Mutant("without the equation", {"uses": (Use("A2a", {index: k}),)}),),
            ),
            Induction(
                name="by parts",
                says="Means are limits of sums: adding a node t of weight w, with g = e^{lam t} there.",
                where=(interval(w, 0, None, "[)", "weight of the next node"), positive(g, "e^{lam t}")),
                start={moved: 0, first: 0, second: 0},
                becomes={
                    moved: moved + w * g * slope,
                    first: first + w * g * (1 - t**2) * u,
                    second: second + w * g * q,
                },
                claim=Eq(moved, lam * first - m * second),
                uses=("lowering",),
                mutants=(Mutant("without the lowering", {"uses": ()}),),
            ),
            Deduction(
                name="one degree, two dimensions",
                says="phihat_{k+1} on S^m is lam/(m+1) phihat_k on S^{m+2}: the mean of t^2 is 1/(m+1).",
                claim=Eq((m + 1) * eigenvalue(m, k + 1, lam), lam * eigenvalue(m + 2, k, lam)),
                uses=("by parts", Use("A1", {order: 1}), Use("A2c", {index: 0, norm: square, inner: here})),
                mutants=(Mutant("without the mean of t^2", {"uses": ("by parts",)}),),
            ),
            Induction(
                name="even moments",
                says="The derivative of t^{2i+1} (1-t^2)^{m/2}; g = t^{2i}.",
                where=(interval(w, 0, None, "[)", "weight of the next node"), real(g, "t^{2i} there")),
                start={there: 0, lower: 0, upper: 0},
                becomes={
                    there: there + w * ((2 * i + 1) * g * (1 - t**2) - m * g * t**2),
                    lower: lower + w * g,
                    upper: upper + w * g * t**2,
                },
                given=(Ge(g, 0),),
                claim=Eq(there, (2 * i + 1) * lower - (2 * i + 1 + m) * upper),
                mutants=(Mutant("2i+m", {"claim": Eq(there, (2 * i + 1) * lower - (2 * i + m) * upper)}),),
            ),
            Deduction(
                name="next moment",
                says="Its mean is 0.",
                claim=Eq((2 * i + 1 + m) * upper, (2 * i + 1) * lower),
                uses=("even moments",),
                mutants=(Mutant("2i+m", {"claim": Eq((2 * i + m) * upper, (2 * i + 1) * lower)}),),
            ),
            Induction(
                name="series",
                says="So the series of phihat_0 is that of the Bessel function, term by term, and below that of e^z.",
                start={i: 0, term: 1, other: 1, lifted: 1, left: 0, right: 0, powers: 0},
                becomes={
                    i: i + 1,
                    term: term * lam**2 / ((2 * i + 1) * (2 * i + 2)) * (2 * i + 1) / (2 * i + 1 + m),
                    other: other * (lam / 2) ** 2 / ((i + 1) * ((m - 1) / 2 + i + 1)),
                    lifted: lifted * lam**2 / (2 * (m + 1)) / (i + 1),
                    left: left + term,
                    right: right + other,
                    powers: powers + lifted,
                },
                claim=And(Eq(term, other), Eq(left, right), Le(term, lifted), Le(left, powers), Ge(i, 0)),
                mutants=(
                    Mutant(
                        "z half as large",
                        {
                            "becomes": {
                                i: i + 1,
                                term: term * lam**2 / ((2 * i + 2) * (2 * i + 1 + m)),
                                other: other * (lam / 2) ** 2 / ((i + 1) * ((m - 1) / 2 + i + 1)),
                                lifted: lifted * lam**2 / (4 * (m + 1)) / (i + 1),
                                left: left + term,
                                right: right + other,
                                powers: powers + lifted,
                            }
                        },
                    ),
                ),
            ),
            Deduction(
                name="degree 0",
                says="In the limit.",
                claim=And(
                    Eq(eigenvalue(m, 0, lam), multiplier(m, 0, lam)),
                    Le(eigenvalue(m, 0, lam), exp(lam**2 / (2 * (m + 1)))),
                ),
                uses=("series",),
                mutants=(Mutant("without the series", {"uses": ()}),),
            ),
            Induction(
                name="all degrees",
                says="From degree 0 on S^{m+2k} to degree k on S^m: the formula and the bound have the same relation.",
                start={n: 0, M: m + 2 * k},
                becomes={n: n + 1, M: M - 2},
                given=(Le(n + 1, k),),
                claim=And(
                    Eq(eigenvalue(M, n, lam), multiplier(M, n, lam)),
                    Le(eigenvalue(M, n, lam), ceiling(M, n, lam)),
                    Eq(M, m + 2 * k - 2 * n),
                    Le(n, k),
                ),
                uses=(Use("degree 0", {m: m + 2 * k}), Use("one degree, two dimensions", {m: M - 2, k: n})),
                mutants=(Mutant("without degree 0", {"uses": (Use("one degree, two dimensions", {m: M - 2, k: n}),)}),),
            ),
            Deduction(
                name="eigenvalue",
                says="For degree k on S^m; the Bessel function is positive, a sum of positive terms.",
                claim=And(
                    Eq(eigenvalue(m, k, lam), multiplier(m, k, lam)),
                    Le(eigenvalue(m, k, lam), ceiling(m, k, lam)),
                    Gt(eigenvalue(m, k, lam), 0),
                ),
                uses=("all degrees",),
                mutants=(Mutant("at least 1", {"claim": Gt(eigenvalue(m, k, lam), 1)}),),
            ),
            Instances(
                name="code",
                says="The formula is what theory.kernels computes from its series.",
                holds=eigenvalue_agrees,
                cases=points,
                mode="ball",
                covers="36 triples (m, k, lam)",
                evidence=True,
                mutants=(Mutant("degree k+1", {"holds": lambda m, k, lam: eigenvalue_agrees(m, k, lam, 1)}),),
            ),
        ),
    )
)
