"""Chapter H, fourth part: a spectral prefix for every Lipschitz function, from its samples at the nodes alone (H3)."""

from __future__ import annotations

from functools import partial
from itertools import product

from flint import fmpq_poly
from sympy import Abs, Implies, symbols  # type: ignore[import-untyped]

from theory.funk_hecke import mean
from theory.harmonics import dimensions, legendre
from theory.proof_steps import Deduction, Induction, Instances, Mutant, Use, interval, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le, Lt
from theory.statements.a_harmonics import k as order
from theory.statements.a_harmonics import m, sphere
from theory.statements.a_kernel import lam, scale
from theory.statements.a_smoothing import later
from theory.statements.c_envelope import envelope
from theory.statements.c_means import L, lipschitz, mean_w, neighbourhood, radius
from theory.statements.c_means import error as average_error
from theory.statements.d_extremal import ZERO, half_degree, k
from theory.statements.h_aliasing import D, alias, exactness, n, weight
from theory.statements.h_spectral import SPECTRAL, TAIL, error, mass, off_denominator, size, unit
from theory.symbols import smoothing

sup, total, jackson_error, kernel_mass, w, u = symbols("sup total jackson_error kernel_mass w u", nonnegative=True)
off_value = symbols("off_value", nonnegative=True)
place = symbols("place", positive=True)
term, part = symbols("term part", real=True)

OF_SAMPLES = SPECTRAL.xreplace({n: 2 * k})
SAMPLED = L * envelope(ZERO) + OF_SAMPLES.xreplace({size: sup})


def expansion_agrees(dimension: int, coefficients: tuple[int, ...], missing: int = 0) -> bool:
    """Q = sum_j Z(m,j) q_j P_j, q_j = int Q P_j dmu, exactly, for a polynomial Q."""
    Q, found = fmpq_poly(list(coefficients)), fmpq_poly()
    for j, size_j in enumerate(dimensions(dimension, Q.degree() - missing)):
        found += size_j * mean(Q * legendre(dimension, j), dimension) * legendre(dimension, j)
    return bool(found == Q)


declare(
    Statement(
        label="H3",
        title="The spectral prefix of a Lipschitz function",
        kind="theorem",
        says="Nodes exact to degree D >= max(2k+1, 4k), f_k of D3, v = Qtilde(Gram) diag(om) f(P), Qtilde = "
        "sum_j Z q_j/a_j P_j, q_j = int Q_k P_j dmu: |A - f| <= L env(t_{k+1}) plus the bound of H1 for f_k, n = 2k.",
        formula=Le(total, SAMPLED),
        variables=(
            sphere,
            scale,
            half_degree,
            exactness,
            lipschitz,
            neighbourhood,
            quantity(weight, "V = sum_i om_i |v_i|"),
            quantity(sup, "|f|_inf"),
            quantity(size, "|f_k|_inf"),
            quantity(kernel_mass, "sum_j om_j Q_k(<x,p_j>)"),
            quantity(average_error, "|A(x) - f_k(x)|"),
            quantity(jackson_error, "|f_k(x) - f(x)|"),
            quantity(mean_w, "mean of w(f; .) as in D3"),
            quantity(
                off_value, "largest |v_j(x) a_j - the part of f_k of degree j|, v_j the part of degree j of the values"
            ),
            quantity(term, "the term of degree j of Qtilde(<x,p_i>) where it is attained", None),
            quantity(part, "that of Q_k(<x,p_i>), Z q_j P_j(<x,p_i>)", None),
            quantity(place, "that j", 1),
            quantity(total, "|A(x) - f(x)| at any x"),
            quantity(off_denominator, "|sum_i om_i e^{lam<x,p_i>} - phihat_0|"),
            quantity(unit, "sum_i om_i"),
        ),
        hypotheses=(
            Hypothesis(Ge(D, 4 * k), "D >= 4k"),
            Hypothesis(Ge(D, 2 * k + 1), "D >= 2k+1"),
            Hypothesis(Lt(TAIL, mass), "tau_D < phihat_0"),
            Hypothesis(Le(envelope(ZERO), radius), "h >= env(t_{k+1})"),
        ),
        by_definition=(
            Hypothesis(Eq(kernel_mass, 1), "the rule is exact for Q_k(<x,.>), of degree 2k and integral 1"),
            Hypothesis(Eq(off_value, Abs(term * smoothing(m, place, lam) - part)), "where it is attained"),
            Hypothesis(Eq(term, part / smoothing(m, place, lam)), "Qtilde = sum_j Z q_j/a_j P_j"),
            Hypothesis(
                Implies(Eq(off_value, 0), Le(total, average_error + jackson_error)),
                "if the values are those of H1 for f_k: triangle inequality",
            ),
            Hypothesis(Eq(unit, 1), "the weights of the rule sum to 1"),
        ),
        value=SAMPLED,
        note="Only the samples f(p_j) enter.  The part of f_k of degree j is sum_i om_i f(p_i) Z q_j P_j(<x,p_i>).",
        steps=(
            Induction(
                name="sup norm",
                says="f_k(x) is a mean of samples with weights om_j Q_k(<x,p_j>) >= 0.",
                where=(interval(w, 0, None, "[)", "om_j Q_k(<x,p_j>)"), interval(u, 0, None, "[)", "|f(p_j)|")),
                start={size: 0, kernel_mass: 0},
                becomes={size: size + w * u, kernel_mass: kernel_mass + w},
                given=(Le(u, sup),),
                claim=Le(size, sup * kernel_mass),
                mutants=(Mutant("half of it", {"claim": Le(size, sup * kernel_mass / 2)}),),
            ),
            Deduction(
                name="values",
                says="The values are those of H1 for f_k: the terms times a_j are those of Q_k.",
                claim=Eq(off_value, 0),
                uses=(Use("A8", {order: place, later: 1}),),
                mutants=(Mutant("without a_j > 0", {"uses": ()}),),
            ),
            Instances(
                name="expansion",
                says="Q = sum_j Z q_j P_j with q_j = int Q P_j dmu, for polynomials Q.",
                holds=expansion_agrees,
                cases=lambda: product((1, 2, 3, 8), ((1, 2, 3), (0, -1, 0, 5, 7), (2, 0, 0, 0, 0, 1, 4))),
                covers="12 polynomials",
                evidence=True,
                mutants=(Mutant("without the last degree", {"holds": partial(expansion_agrees, missing=1)}),),
            ),
            Deduction(
                name="tail",
                says="A tail bounds an absolute value (H1a).",
                claim=Ge(TAIL, 0),
                uses=(Use("H1a", {alias: off_denominator, n: 0, weight: unit}),),
                mutants=(Mutant("strictly", {"claim": Ge(TAIL, mass / 2)}),),
            ),
            Deduction(
                name="total",
                says="H1 for f_k, of degree 2k, and D3.",
                claim=Le(total, SAMPLED),
                uses=(
                    "sup norm",
                    "values",
                    "tail",
                    Use("H1", {n: 2 * k, error: average_error}),
                    Use("D3", {average_error: jackson_error}),
                ),
                mutants=(
                    Mutant(
                        "without D3",
                        {"uses": ("sup norm", "values", "tail", Use("H1", {n: 2 * k, error: average_error}))},
                    ),
                    Mutant(
                        "without H1",
                        {"uses": ("sup norm", "values", "tail", Use("D3", {average_error: jackson_error}))},
                    ),
                ),
            ),
        ),
    )
)
