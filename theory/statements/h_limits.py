"""Chapter H, fifth part: what a spectral prefix costs as lam -> 0 (H4), and minimax values (H5)."""

from __future__ import annotations

from functools import partial
from itertools import product

from sympy import And, Expr, Max, Or, Rational, besseli, exp, gamma, symbols  # type: ignore[import-untyped]

from theory import kernels
from theory.balls import exact
from theory.evaluation import evaluate
from theory.proof_steps import (
    Citation,
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
from theory.relations import Eq, Ge, Le, Lt
from theory.statements.a_expansion import K
from theory.statements.a_harmonics import k as order
from theory.statements.a_harmonics import m, sphere
from theory.statements.a_kernel import k as any_degree
from theory.statements.a_kernel import lam
from theory.statements.a_smoothing import later
from theory.statements.h_aliasing import D, exactness, n, weight
from theory.statements.h_spectral import error, size
from theory.symbols import dimension, eigenvalue, smoothing, tail

y, star, p, arg = symbols("y star p arg", positive=True)
mu = symbols("mu", nonnegative=True)
G, reached, u, w = symbols("G reached u w", nonnegative=True)

SMALL = 2 * y
MASS = eigenvalue(m, 0, SMALL)
QUARTER = exp(Rational(1, 4))


def factor(k: Expr) -> Expr:
    """Gamma(nu+1)/Gamma(nu+k+1)."""
    return gamma((m + 1) / 2) / gamma((m + 1) / 2 + k)


def tail_factor(k: Expr) -> Expr:
    """2 e^{1/4} Z(m,k+1) Gamma(nu+1)/Gamma(nu+k+2)."""
    return 2 * QUARTER * dimension(m, k + 1) * factor(k + 1)


def start(k: Expr) -> Expr:
    """The first term of phihat_k(2y)."""
    return factor(k) * y**k


def tail_bound(k: Expr) -> Expr:
    """At least tau_k(2y), for 2y <= 1."""
    return tail_factor(k) * y ** (k + 1)


VALUES = G * MASS / start(n)
"""Bound of sum_i om_i |v_i|."""
CONSTANT = 2 * (G * tail_factor(D - n) / factor(n) + size * tail_factor(D))

half_scale = interval(y, 0, Rational(1, 2), "(]", "lam/2, lam <= 1")
high_exactness = integers(D, 2, meaning="the nodes are exact to degree D")


def eigenvalue_above(m_: int, k: int, scaled: str, parts: int = 1) -> bool:
    """phihat_k(2y)/parts >= its first term, and parts tau_k(2y) <= the bound."""
    at = {m: m_, y: scaled}
    low = evaluate(start(order), at | {order: k})
    high = evaluate(tail_bound(K), at | {K: k})
    twice = 2 * exact(scaled)
    return bool(parts * low <= kernels.eigenvalue(m_, k, twice)) and bool(parts * kernels.tail(m_, k, twice) <= high)


declare(
    Statement(
        label="H4a",
        title="Small lam: eigenvalues from below, tails from above",
        kind="lemma",
        says="phihat_k(2y) >= Gamma(nu+1)/Gamma(nu+k+1) y^k, phihat_0 >= 1; for 2y <= 1 the tail tau_k is at most "
        "2 e^{1/4} Z(m,k+1) Gamma(nu+1)/Gamma(nu+k+2) y^{k+1}.",
        formula=And(
            Ge(eigenvalue(m, any_degree, SMALL), start(any_degree)),
            Ge(MASS, 1),
            Le(tail(m, any_degree, SMALL), tail_bound(any_degree)),
        ),
        variables=(sphere, half_scale, integers(any_degree, 0, meaning="degree")),
        value=tail_bound(any_degree),
        code=("theory.kernels:tail", "theory.kernels:eigenvalue"),
        steps=(
            Citation(
                name="series",
                says="The series of I_mu has positive terms; its first is (x/2)^mu/Gamma(mu+1).",
                key="dlmf",
                locator="10.25.2",
                where=(interval(mu, 0, None, "[)"), positive(arg)),
                claim=Ge(besseli(mu, arg) * gamma(mu + 1), (arg / 2) ** mu),
            ),
            Deduction(
                name="eigenvalues",
                says="A5: phihat_k = Gamma(nu+1) y^-nu I_{nu+k}(2y).",
                claim=And(Ge(eigenvalue(m, any_degree, SMALL), start(any_degree)), Ge(MASS, 1)),
                uses=(
                    Use("A5", {lam: SMALL}),
                    Use("A5", {lam: SMALL, any_degree: 0}),
                    Use("series", {mu: (m - 1) / 2 + any_degree, arg: SMALL}),
                    Use("series", {mu: (m - 1) / 2, arg: SMALL}),
                ),
                mutants=(Mutant("twice that", {"claim": Ge(eigenvalue(m, any_degree, SMALL), 2 * start(any_degree))}),),
            ),
            Deduction(
                name="tail",
                says="A7 with q_K <= 1/2 and lam^2/(4(nu+K+2)) <= 1/4.",
                claim=Le(tail(m, any_degree, SMALL), tail_bound(any_degree)),
                uses=(Use("A7", {lam: SMALL, K: any_degree}), Use("A1", {order: any_degree + 1})),
                mutants=(Mutant("half of it", {"claim": Le(tail(m, any_degree, SMALL), tail_bound(any_degree) / 2)}),),
            ),
            Instances(
                name="code",
                says="The bounds against theory.kernels.",
                holds=eigenvalue_above,
                cases=lambda: product((1, 2, 7), (0, 1, 5), ("1/2", "1/5", "1/1000")),
                mode="ball",
                covers="27 points",
                evidence=True,
                mutants=(Mutant("a third of both", {"holds": partial(eigenvalue_above, parts=3)}),),
            ),
        ),
    )
)

# --- H4 ------------------------------------------------------------------------------------------------------------

least, largest, unit = symbols("least largest unit", nonnegative=True)
OF_DEGREE = smoothing(m, n, SMALL)

declare(
    Statement(
        label="H4",
        title="Finitely many tokens reach any precision",
        kind="theorem",
        says="For a polynomial f of degree n and nodes exact to degree D >= 2n the error of H1 is O(lam^{D-2n+1}) "
        "as lam -> 0, with values of the order (2/lam)^n Gamma(nu+n+1)/Gamma(nu+1): tokens do not grow with 1/eps, "
        "bits do.",
        formula=And(Le(weight, VALUES), Le(error, CONSTANT * y ** (D - 2 * n + 1))),
        variables=(
            sphere,
            half_scale,
            integers(n, 1, meaning="degree of f"),
            exactness,
            quantity(G, "sum_k |f_k|_inf"),
            quantity(weight, "V = sum_i om_i |v_i|, v_i = g(p_i), g = sum_k f_k/a_k"),
            quantity(size, "|f|_inf"),
            quantity(error, "|A(x) - f(x)| at any x, for the head of H1"),
            quantity(least, "least a_k, k <= n"),
            quantity(order, "the k >= 1 where it is attained, if it is not a_0 = 1", 1),
            quantity(reached, "a degree from there up to n"),
            quantity(largest, "sum_k |g_k|_inf"),
            quantity(unit, "sum_i om_i"),
        ),
        hypotheses=(
            Hypothesis(Ge(D, 2 * n), "D >= 2n"),
            Hypothesis(Le(2 * tail(m, D, SMALL), MASS), "tau_D <= phihat_0/2"),
        ),
        by_definition=(
            Hypothesis(Or(Eq(least, 1), Eq(least, smoothing(m, order, SMALL))), "attained"),
            Hypothesis(Eq(smoothing(m, reached, SMALL), OF_DEGREE), "reached = n"),
            Hypothesis(Eq(OF_DEGREE * MASS, eigenvalue(m, n, SMALL)), "a_n = phihat_n/phihat_0"),
            Hypothesis(Eq(unit, 1), "the weights of the rule sum to 1"),
        ),
        value=CONSTANT * y ** (D - 2 * n + 1),
        note="The constant is free of lam.  For linear maps on S^m (n = 1) the 2m+2 nodes +-e_i have D = 3.",
        steps=(
            Induction(
                name="smallest multiplier",
                says="a_k falls in k (A8), from the k where it is least on to n.",
                start={reached: order},
                becomes={reached: reached + 1},
                claim=And(Ge(reached, order), Le(smoothing(m, reached, SMALL), smoothing(m, order, SMALL))),
                uses=(Use("A8", {order: reached, lam: SMALL, later: 1}),),
                mutants=(Mutant("without A8", {"uses": ()}),),
            ),
            Deduction(
                name="least",
                says="So it is a_n < 1.",
                claim=And(Ge(least, OF_DEGREE), Lt(0, OF_DEGREE)),
                uses=("smallest multiplier", Use("A8", {order: n, lam: SMALL, later: 1})),
                mutants=(Mutant("twice that", {"claim": Ge(least, 2 * OF_DEGREE)}),),
            ),
            Induction(
                name="coefficients",
                says="|g_k| = |f_k|/a_k, degree after degree.",
                where=(interval(u, 0, None, "[)", "|g_k|_inf"), interval(w, 0, None, "[)", "a_k")),
                start={largest: 0, G: 0},
                becomes={largest: largest + u, G: G + u * w},
                given=(Ge(w, least),),
                claim=Le(largest * least, G),
                mutants=(Mutant("half of it", {"claim": Le(largest * least, G / 2)}),),
            ),
            Induction(
                name="mean",
                says="|g(p_i)| <= sum_k |g_k|_inf, node after node.",
                where=(interval(u, 0, None, "[)", "|g(p_i)|"), interval(w, 0, None, "[)", "om_i")),
                start={weight: 0, unit: 0},
                becomes={weight: weight + w * u, unit: unit + w},
                given=(Le(u, largest),),
                claim=Le(weight, largest * unit),
                mutants=(Mutant("half of it", {"claim": Le(weight, largest * unit / 2)}),),
            ),
            Deduction(
                name="values",
                says="V a_n <= sum_k |f_k|, and a_n phihat_0 = phihat_n (H4a).",
                claim=Le(weight, VALUES),
                uses=("least", "coefficients", "mean", Use("H4a", {any_degree: n})),
                mutants=(
                    Mutant("half of it", {"claim": Le(weight, VALUES / 2)}),
                    Mutant("without H4a", {"uses": ("least", "coefficients", "mean")}),
                ),
            ),
            Deduction(
                name="two tails",
                says="H1 with phihat_0 - tau_D >= phihat_0/2, phihat_0 >= 1.",
                claim=Le(error, 2 * G / start(n) * tail_bound(D - n) + 2 * size * tail_bound(D)),
                uses=(
                    "values",
                    Use("H1", {lam: SMALL}),
                    Use("H4a", {any_degree: n}),
                    Use("H4a", {any_degree: D - n}),
                    Use("H4a", {any_degree: D}),
                    Use("A1", {order: D - n + 1}),
                    Use("A1", {order: D + 1}),
                ),
                mutants=(
                    Mutant("half of it", {"claim": Le(error, G / start(n) * tail_bound(D - n) + size * tail_bound(D))}),
                ),
            ),
            Deduction(
                name="powers",
                says="y^{D-n+1} = y^n y^{D-2n+1}, and y^{D+1} = y^{2n} y^{D-2n+1} <= y^{D-2n+1}.",
                claim=And(
                    Eq(y ** (D - n + 1), y**n * y ** (D - 2 * n + 1)),
                    Eq(y ** (D + 1), y ** (2 * n) * y ** (D - 2 * n + 1)),
                    Le(y ** (2 * n), 1),
                ),
                mutants=(Mutant("y^{2n} <= 1/2^100", {"claim": Le(y ** (2 * n), Rational(1, 2) ** 100)}),),
            ),
            Deduction(
                name="error",
                says="The factors y^{D-2n+1} taken out.",
                claim=Le(error, CONSTANT * y ** (D - 2 * n + 1)),
                uses=("two tails", "powers", Use("A1", {order: D + 1})),
                mutants=(Mutant("half of it", {"claim": Le(error, CONSTANT * y ** (D - 2 * n + 1) / 2)}),),
            ),
        ),
    )
)

ROUNDED = star ** (p + n)
FLOOR = star**p

declare(
    Statement(
        label="H4b",
        title="The best lam at a given unit roundoff",
        kind="lemma",
        says="The larger of lam^p and u lam^-n, p = D-2n+1, is least at lam = u^{1/(p+n)} = u^{1/(D-n+1)}, where both "
        "are u^{p/(p+n)}: the floor is u^{(D-2n+1)/(D-n+1)}.",
        formula=And(Ge(Max(y**p, ROUNDED * y ** (-n)), FLOOR), Eq(ROUNDED * star ** (-n), FLOOR)),
        variables=(
            positive(y, "lam"),
            positive(star, "u^{1/(p+n)}, u the unit roundoff"),
            positive(p, "order D-2n+1 of the error"),
            integers(n, 0, meaning="degree of f, the order of growth of the values"),
        ),
        value=FLOOR,
        steps=(
            Deduction(
                name="balance",
                says="star^{p+n} star^-n = star^p.",
                claim=Eq(ROUNDED * star ** (-n), FLOOR),
                mutants=(Mutant("star^n", {"claim": Eq(ROUNDED * star ** (-n), star**n)}),),
            ),
            Deduction(
                name="floor",
                says="Either lam >= star, or lam^-n >= star^-n.",
                claim=Ge(Max(y**p, ROUNDED * y ** (-n)), FLOOR),
                uses=("balance",),
                mutants=(Mutant("twice that", {"claim": Ge(Max(y**p, ROUNDED * y ** (-n)), 2 * FLOOR)}),),
            ),
        ),
    )
)

# --- H5 ------------------------------------------------------------------------------------------------------------

mesh, best, planned, rounded, moved, far = symbols("mesh best planned rounded moved far", nonnegative=True)

declare(
    Statement(
        label="H5",
        title="Minimax values",
        kind="theorem",
        says="For fixed keys and lam the head is linear in the values.  The least largest error on a mesh, a linear "
        "program, is at most the best error over the sphere; rounding its values by at most rho costs at most rho.",
        formula=And(Le(mesh, best), Le(best, rounded), Le(rounded, planned + far)),
        variables=(
            quantity(mesh, "least over the values of the largest error on the mesh"),
            quantity(best, "least over the values of the largest error on the sphere"),
            quantity(planned, "largest error on the sphere with the values of the linear program"),
            quantity(rounded, "the same with these values rounded"),
            quantity(far, "rho, the largest change of a value by rounding"),
            quantity(least, "largest error on the mesh with the values that are best on the sphere"),
            quantity(moved, "largest |sum_i w_i(x) (v_i - v_i')|, the change of the head by rounding"),
            quantity(unit, "sum_i w_i(x)"),
        ),
        by_definition=(
            Hypothesis(Eq(unit, 1), "softmax weights sum to 1"),
            Hypothesis(And(Le(mesh, least), Le(least, best)), "the mesh is a part of the sphere"),
            Hypothesis(Le(best, rounded), "the rounded values are some values"),
            Hypothesis(Le(rounded, planned + moved), "triangle inequality; the head is linear in the values"),
        ),
        note="What the program certifies is the largest error with the rounded values (sup norms); with visible "
        "context tokens the weights sum to less than 1.",
        steps=(
            Induction(
                name="rounding",
                says="|sum_i w_i (v_i - v_i')| <= rho sum_i w_i, token after token.",
                where=(interval(w, 0, None, "[)", "w_i(x)"), interval(u, 0, None, "[)", "|v_i - v_i'|")),
                start={moved: 0, unit: 0},
                becomes={moved: moved + w * u, unit: unit + w},
                given=(Le(u, far),),
                claim=Le(moved, far * unit),
                mutants=(Mutant("half of it", {"claim": Le(moved, far * unit / 2)}),),
            ),
            Deduction(
                name="chain",
                says="mesh <= best <= rounded <= planned + rho.",
                claim=And(Le(mesh, best), Le(best, rounded), Le(rounded, planned + far)),
                uses=("rounding",),
                mutants=(
                    Mutant("no loss", {"claim": And(Le(mesh, best), Le(best, rounded), Le(rounded, planned))}),
                    Mutant("without the weights", {"uses": ()}),
                ),
            ),
        ),
    )
)
