"""Chapter A: the addition theorem (A3) and the Funk-Hecke formula (A4)."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Abs, And, Expr, Or, symbols  # type: ignore[import-untyped]

from theory.proof_steps import (
    Citation,
    Deduction,
    Identity,
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
from theory.relations import Eq, Ge, Le, Ne
from theory.statements.a_harmonics import BACK, PRODUCT, degree, k, m, reals, shifted, sphere
from theory.statements.a_legendre import ddp, dp, p
from theory.statements.a_legendre import i as another
from theory.statements.a_legendre import k as index
from theory.statements.a_legendre import t as argument
from theory.statements.a_orthogonality import inner, norm
from theory.symbols import dimension, legendre_d

c, kernel, pole, turned, rest, s, A, A1, B, B1, co, si, y = symbols(
    "c kernel pole turned rest s A A1 B B1 co si y", real=True
)
j, n, count, l = symbols("j n count l", nonnegative=True)


def laplacian(n: Expr, j: Expr, l: Expr, weight: int = 4) -> Expr:
    """G_ss + 4 s G_sw + 4 w G_ww + (2(j+1)+4l) G_w at w = 1, for G = w^{n/2} P(s/sqrt w) and s = ``argument``."""
    s = argument
    Gw = n * p / 2 - s * dp / 2
    Gsw = n * dp / 2 - dp / 2 - s * ddp / 2
    Gww = n * (n - 2) * p / 4 - s * (2 * n - 3) * dp / 4 + s**2 * ddp / 4
    return ddp + 4 * s * Gsw + 4 * Gww + (2 * (j + 1) + weight * l) * Gw


def spheres(highest: int, degree: int) -> Iterator[tuple[int, int]]:
    """All (m, k), m <= highest, k <= degree; and the sphere in R^20."""
    yield from ((m, k) for m in range(1, highest + 1) for k in range(degree + 1))
    yield 19, 3


def addition_holds(m: int, k: int) -> bool:
    """The addition theorem on S^m in degrees <= k: all differences are the zero polynomial."""
    from theory.basis import addition_differences

    return all(difference.is_zero() for difference in addition_differences(m, k))


def kernel_agrees(m: int, k: int, scale: int = 1) -> bool:
    """sum_j Y_j(x) Y_j(y) = Z(m,k) P_k(<x,y>) at two rational points of S^m."""
    from flint import fmpq

    from theory import basis, harmonics

    def point(first: int) -> list[fmpq]:
        u = [fmpq(first + i, 3 + i) for i in range(m)]
        square = sum((a * a for a in u), fmpq(0))
        return [*(2 * a / (square + 1) for a in u), (square - 1) / (square + 1)]

    x, y = point(1), point(-2)
    value = sum((Y.square * Y.part(x) * Y.part(y) for Y in basis.orthonormal_basis(m, k)), fmpq(0))
    product = sum((a * b for a, b in zip(x, y, strict=True)), fmpq(0))
    return bool(value == scale * harmonics.dimension(m, k) * harmonics.legendre(m, k)(product))


NEW_DIMENSION = Eq(
    PRODUCT.xreplace({m: m + 1, k: k + 1}),
    PRODUCT.xreplace({m: m + 1}) + PRODUCT.xreplace({k: k + 1}),
)

declare(
    Statement(
        label="A3",
        title="Addition theorem",
        kind="theorem",
        says="sum_j Y_j(x) Y_j(y) = Z(m,k) P_k(<x,y>) for every orthonormal basis of H_k, k >= 1.",
        formula=Eq(kernel, dimension(m, k) * legendre_d(m, k, c)),
        variables=(
            sphere,
            degree,
            interval(c, -1, 1, "[]", "<x,y>"),
            quantity(kernel, "sum_j Y_j(x) Y_j(y), x, y on S^m, an orthonormal basis of H_k", None),
            quantity(s, "1/sqrt of the mean of P_k(x_m)^2", None),
            quantity(norm, "the mean of P_k(x_m)^2"),
            quantity(inner, "the mean of P_k(x_m) P_i(x_m)", None),
            quantity(pole, "s P_k(x_m) at the pole", None),
            quantity(turned, "s P_k(x_m) at the image of y when x is turned to the pole", None),
            quantity(rest, "the part of the sum with the other functions of the basis of theory.basis", None),
            quantity(p, "P_n(s)", None),
            quantity(dp, "P_n'(s)", None),
            quantity(ddp, "P_n''(s)", None),
        ),
        by_definition=(
            Hypothesis(Eq(s**2 * norm, 1), "s P_k(x_m) has norm 1"),
            Hypothesis(Eq(pole, s), "P_k(1) = 1"),
            Hypothesis(Eq(turned, s * legendre_d(m, k, c)), "the image of y has x_m = <x,y>"),
            Hypothesis(
                Eq(kernel, pole * turned + rest), "step rotations: the basis may be chosen, and turned with x, y"
            ),
        ),
        source="atkinsonhan2012, Theorem 2.9",
        value=dimension(m, k) * legendre_d(m, k, c),
        code=("theory.basis:orthonormal_basis", "theory.basis:kernel", "theory.basis:addition_differences"),
        steps=(
            Deduction(
                name="rotations",
                says=(
                    "A rotation in the plane of two functions leaves the sum alone (a change of sign does too); these "
                    "generate all changes of orthonormal basis, among them the rotations of the sphere."
                ),
                where=(real(A), real(B), real(A1), real(B1), real(co), real(si)),
                given=(Eq(co**2 + si**2, 1),),
                claim=Eq(
                    (co * A + si * B) * (co * A1 + si * B1) + (co * B - si * A) * (co * B1 - si * A1), A * A1 + B * B1
                ),
                mutants=(Mutant("no rotation", {"given": ()}),),
            ),
            Deduction(
                name="harmonic",
                says=(
                    "G = r_j^n P_n(x_j/r_j) of dimension j+2l+1, times h in H_l of S^{j-1}, is harmonic: Delta(G h) = "
                    "(G_ss + 4 s G_sw + 4 w G_ww + (2(j+1)+4l) G_w) h in s = x_j, w = r_j^2."
                ),
                where=(
                    interval(argument, -1, 1),
                    interval(n, 0, None, "[)"),
                    interval(j, 2, None, "[)"),
                    interval(l, 0, None, "[)"),
                ),
                claim=Eq(laplacian(n, j, l), 0),
                uses=(Use("A2b", {m: j + 2 * l, index: n, argument: argument}),),
                mutants=(Mutant("dimension j+l+1", {"claim": Eq(laplacian(n, j, l, 2), 0)}),),
            ),
            Identity(
                name="one dimension more",
                says="Z(m+1,k+1) = Z(m+1,k) + Z(m,k+1).",
                where=reals,
                claim=shifted(NEW_DIMENSION),
                mutants=(
                    Mutant(
                        "Z(m,k)", {"claim": shifted(NEW_DIMENSION.xreplace({PRODUCT.xreplace({k: k + 1}): PRODUCT}))}
                    ),
                ),
            ),
            Induction(
                name="count",
                says="The products with all l <= k, h in a basis of H_l of S^m, are Z(m+1,k) functions on S^{m+1}.",
                where=(quantity(n, "a degree"), quantity(count, "the number of products of degree n")),
                start={n: 1, count: 1 + dimension(m, 1)},
                becomes={n: n + 1, count: count + dimension(m, n + 1)},
                claim=And(Eq(count, dimension(m + 1, n)), Ge(n, 1)),
                uses=(
                    Use("A1", {k: 1}),
                    Use("A1", {k: 1, m: m + 1}),
                    Use("A1", {k: n + 1}),
                    Use("A1", {k: n, m: m + 1}),
                    Use("A1", {k: n + 1, m: m + 1}),
                    Use("one dimension more", {a: e.xreplace({k: n}) for a, e in BACK.items()}),
                ),
                mutants=(Mutant("without the constants", {"start": {n: 1, count: dimension(m, 1)}}),),
            ),
            Induction(
                name="at the pole",
                says="h in H_l, l >= 1, is homogeneous, so it vanishes at the pole, where x_0 = ... = x_{m-1} = 0.",
                where=(
                    real(A, "value of the next function with l >= 1 at the pole"),
                    real(B, "its value at the image of y"),
                ),
                start={rest: 0},
                becomes={rest: rest + A * B},
                given=(Eq(A, 0),),
                claim=Eq(rest, 0),
                mutants=(Mutant("they may not vanish", {"given": ()}),),
            ),
            Deduction(
                name="sum",
                says="Only the zonal function is left, and its norm is that of P_k.",
                claim=Eq(kernel, dimension(m, k) * legendre_d(m, k, c)),
                uses=("at the pole", Use("A2c", {index: k - 1})),
                mutants=(Mutant("without the norm", {"uses": ("at the pole",)}),),
            ),
            Instances(
                name="zero polynomial",
                says="The basis of theory.basis satisfies it: the difference is the zero polynomial.",
                holds=addition_holds,
                cases=lambda: spheres(5, 5),
                covers="m <= 5, k <= 5; m = 19, k <= 3",
                evidence=True,
            ),
            Instances(
                name="rational points",
                says="Function by function at rational points.",
                holds=kernel_agrees,
                cases=lambda: spheres(4, 3),
                covers="m <= 4, k <= 3; m = 19, k = 3",
                evidence=True,
                mutants=(Mutant("twice the sum", {"holds": lambda m, k: kernel_agrees(m, k, 2)}),),
            ),
        ),
    )
)

# --- A4 ------------------------------------------------------------------------------------------------------------

value, share, total, piece, image, multiplier = symbols("value share total piece image multiplier", real=True)
elsewhere = symbols("elsewhere", real=True)
near_image, near_multiplier, first, second, f, g, h = symbols(
    "near_image near_multiplier first second f g h", real=True
)
delta, w, bound, next_norm = symbols("delta w bound next_norm", nonnegative=True)
eta = symbols("eta", positive=True)
DEFECT = Abs(image - multiplier * value)


def funk_hecke_holds(m: int, k: int, scale: int = 1) -> bool:
    """For phi = t^n, n <= k+4, and every function of the basis: both sides are the same polynomial."""
    from flint import fmpq_poly

    from theory import basis, funk_hecke, harmonics

    for n in range(k, k + 5, 2):
        factor = funk_hecke.multiplier(fmpq_poly([0] * n + [1]), m, k)
        for Y in basis.orthonormal_basis(m, k):
            p = Y.polynomial()
            right = scale * factor * harmonics.radius_squared(m + 1) ** ((n - k) // 2) * p
            if funk_hecke.convolve(n, p, m) != right:
                return False
    return True


declare(
    Statement(
        label="A4",
        title="Funk-Hecke formula",
        kind="theorem",
        says=(
            "int phi(<x,y>) Y(y) dsigma(y) = phihat_k Y(x) for Y in H_k, phihat_k the mean of phi P_k for the law "
            "of one coordinate, of density |S^{m-1}|/|S^m| (1-t^2)^{m/2-1}."
        ),
        formula=Eq(image, multiplier * value),
        variables=(
            sphere,
            degree,
            positive(eta, "any accuracy"),
            quantity(value, "Y(x), Y in H_k", None, free_of=(eta,)),
            quantity(image, "int phi(<x,y>) Y(y) dsigma(y)", None, free_of=(eta,)),
            quantity(multiplier, "phihat_k, the mean of phi P_k", None, free_of=(eta,)),
            quantity(bound, "max |Y|"),
            quantity(delta, "the mean of |phi - p| for a polynomial p that depends on eta"),
            quantity(near_image, "the image for p = sum_n a_n Z(m,n) P_n", None),
            quantity(near_multiplier, "the multiplier of p", None),
            quantity(total, "the same, sum of a_n with n = k", None),
            quantity(first, "the integral of (phi - p) Y", None),
            quantity(second, "the mean of (phi - p) P_k", None),
            quantity(norm, "the mean of P_k^2"),
            quantity(inner, "the mean of P_n P_k", None),
            quantity(next_norm, "the mean of P_{k+1}^2"),
            quantity(elsewhere, "the mean of P_{k-1} P_n", None),
            quantity(share, "sum over a basis of H_k of Y_i(x) <Y_i, Y>", None),
        ),
        by_definition=(
            Hypothesis(Eq(share, value), "the coordinates of Y in an orthonormal basis"),
            Hypothesis(Le(Abs(value), bound), "a largest value"),
            Hypothesis(Eq(first, image - near_image), "linear in phi"),
            Hypothesis(Eq(second, multiplier - near_multiplier), "linear in phi"),
        ),
        source="atkinsonhan2012, Theorem 2.22",
        code=("theory.funk_hecke:multiplier", "theory.funk_hecke:convolve"),
        steps=(
            Deduction(
                name="one degree",
                says="int Z(m,n) P_n(<x,y>) Y(y) = sum_i Y_i(x) <Y_i, Y> by A3: Y(x) if n = k, otherwise 0.",
                where=(
                    quantity(kernel, "sum_i Y_i(x) Y_i(y)", None),
                    interval(c, -1, 1, "[]", "<x,y>"),
                    real(f, "Z(m,k) P_k(<x,y>) Y(y)"),
                    real(g, "Y(y)"),
                ),
                given=(Eq(f, dimension(m, k) * legendre_d(m, k, c) * g),),
                claim=Eq(f, kernel * g),
                uses=("A3",),
                mutants=(Mutant("without the addition theorem", {"uses": ()}),),
            ),
            Induction(
                name="polynomials",
                says="Degree after degree of phi = sum_n a_n Z(m,n) P_n.",
                where=(
                    real(f, "a_n"),
                    integers(n, 0, meaning="n"),
                    real(piece, "int Z(m,n) P_n(<x,y>) Y(y)"),
                    real(g, "1 for n = k, otherwise 0"),
                ),
                start={near_image: 0, total: 0},
                becomes={near_image: near_image + f * piece, total: total + f * g},
                given=(Or(And(Eq(n, k), Eq(piece, share), Eq(g, 1)), And(Ne(n, k), Eq(piece, 0), Eq(g, 0))),),
                claim=Eq(near_image, total * share),
                mutants=(
                    Mutant(
                        "other degrees contribute",
                        {"given": (Or(And(Eq(n, k), Eq(piece, share), Eq(g, 1)), And(Ne(n, k), Eq(g, 0))),)},
                    ),
                ),
            ),
            Induction(
                name="multiplier of p",
                says="a_n Z(m,n) times the mean of P_n P_k: a_k for n = k, otherwise 0.",
                where=(
                    real(f, "a_n"),
                    integers(n, 0, meaning="n"),
                    real(h, "Z(m,n) times the mean of P_n P_k"),
                    real(g, "1 for n = k, otherwise 0"),
                ),
                start={near_multiplier: 0, total: 0},
                becomes={near_multiplier: near_multiplier + f * h, total: total + f * g},
                given=(
                    Or(
                        And(Eq(n, k), Eq(h, dimension(m, k) * norm), Eq(g, 1)),
                        And(Ne(n, k), Eq(h, dimension(m, n) * inner), Eq(g, 0)),
                    ),
                ),
                claim=Eq(near_multiplier, total),
                uses=(
                    Use("A2c", {index: k - 1, another: n, inner: elsewhere}),
                    Use("A2c", {index: k, another: n, norm: next_norm}),
                ),
                mutants=(
                    Mutant(
                        "without orthogonality", {"uses": (Use("A2c", {index: k - 1, another: n, inner: elsewhere}),)}
                    ),
                ),
            ),
            Induction(
                name="integrals",
                says="|P_k| <= 1 (A2), |Y| <= max |Y|; <x,y> has the law of one coordinate. Adding a node of weight w.",
                where=(
                    interval(w, 0, None, "[)", "weight of the next node"),
                    real(f, "phi - p there"),
                    real(g, "Y there"),
                    interval(c, -1, 1, "[]", "the next node"),
                ),
                start={first: 0, second: 0, delta: 0},
                becomes={
                    first: first + w * f * g,
                    second: second + w * f * legendre_d(m, k, c),
                    delta: delta + w * Abs(f),
                },
                given=(Le(Abs(g), bound),),
                claim=And(Le(Abs(first), bound * delta), Le(Abs(second), delta)),
                uses=(Use("A2", {index: k, argument: c}),),
                mutants=(Mutant("without A2", {"uses": ()}),),
            ),
            Citation(
                name="density",
                says="Polynomials are dense in L^1 of the law (Weierstrass), so some p makes delta small enough.",
                key="rudin1976",
                locator="Theorem 7.26 (Weierstrass), and density of the continuous functions in L^1",
                claim=Le(2 * bound * delta, eta),
            ),
            Deduction(
                name="estimate",
                says="Both sides change by at most max |Y| delta.",
                claim=Le(DEFECT, eta),
                uses=("polynomials", "multiplier of p", "integrals", "density"),
                mutants=(Mutant("half of it", {"claim": Le(DEFECT, eta / 2)}),),
            ),
            Deduction(
                name="equality",
                says="For every eta > 0.",
                claim=Eq(image, multiplier * value),
                uses=(Use("estimate", {eta: DEFECT / 2}),),
                mutants=(Mutant("for one eta", {"uses": ("estimate",)}),),
            ),
            Instances(
                name="exact identities",
                says="For powers phi = t^n and the functions of theory.basis, as polynomials.",
                holds=funk_hecke_holds,
                cases=lambda: ((m, k) for m in range(1, 5) for k in range(4)),
                covers="m <= 4, k <= 3, n <= k + 4",
                evidence=True,
                mutants=(Mutant("twice the multiplier", {"holds": lambda m, k: funk_hecke_holds(m, k, 2)}),),
            ),
        ),
    )
)
