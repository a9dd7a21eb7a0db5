"""Chapter C, third part: smoothing by the vMF kernel K_lam(t) = e^{lam t}/phihat_0(lam)."""

from __future__ import annotations

from functools import partial
from itertools import product

from flint import arb, fmpq, fmpq_poly
from sympy import And, Expr, Rational, acos, cos, limit, pi, sqrt, symbols  # type: ignore[import-untyped]

from theory import funk_hecke, jackson
from theory.evaluation import agrees
from theory.kernels import ratio
from theory.proof_steps import (
    Deduction,
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
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.statements.a_addition import multiplier
from theory.statements.a_bessel import mu
from theory.statements.a_bessel import x as argument
from theory.statements.a_harmonics import k as order
from theory.statements.a_kernel import k as index
from theory.statements.c_envelope import CONTACT, CONTACT_IS, a, envelope, mass, moment, x, y
from theory.statements.c_means import AVERAGE, L, error, lipschitz, mean_w, neighbourhood, radius, w_h
from theory.symbols import eigenvalue, smoothing

# --- C1 ------------------------------------------------------------------------------------------------------------

m, lam = symbols("m lam", positive=True)
sphere = integers(m, 1, meaning="dimension of the sphere S^m in R^{m+1}")
concentration = positive(lam, "concentration of the kernel K_lam(t) = e^{lam t}/phihat_0(lam)")
MEAN_COSINE = smoothing(m, 1, lam)
SMOOTHING_IS = (
    Hypothesis(Eq(mass, 1), "K_lam has integral 1"),
    Hypothesis(Eq(moment, MEAN_COSINE), "a_1 = phihat_1/phihat_0 is the mean of P_1(t) = t under K_lam"),
)


def smoothing_angle_below(m: int, lam: str, share: int = 1) -> bool | None:
    """share E Theta <= env(a_1) for the kernel K_lam, certified."""
    mean, bound = share * jackson.smoothing_angle(m, lam), jackson.envelope(ratio(m, 1, lam))
    return True if mean <= bound else False if mean > bound else None


declare(
    Statement(
        label="C1",
        title="Smoothing by the vMF kernel",
        kind="theorem",
        says="|f*K_lam - f| <= E w(f; Theta) <= 2 w(f; h) with h = env(a_1(lam)), and <= L h for L-Lipschitz f.",
        formula=And(Le(error, mean_w), Le(mean_w, 2 * w_h), Le(mean_w, L * envelope(MEAN_COSINE))),
        variables=(sphere, concentration, lipschitz, neighbourhood, *AVERAGE),
        hypotheses=(Hypothesis(Le(envelope(MEAN_COSINE), radius), "h >= env(a_1(lam))"),),
        by_definition=SMOOTHING_IS,
        uses=("C0",),
        value=L * envelope(MEAN_COSINE),
        code=("theory.jackson:smoothing_angle", "theory.kernels:ratio"),
        steps=(
            Deduction(
                name="average",
                says="f*K_lam(x) is the mean of f for the density K_lam(<x,.>): C0b with a = a_1.",
                claim=And(Le(error, mean_w), Le(mean_w, 2 * w_h), Le(mean_w, L * envelope(MEAN_COSINE))),
                uses=("C0c", Use("C0b", {a: MEAN_COSINE})),
                mutants=(Mutant("half the distance", {"claim": Le(mean_w, L * envelope(MEAN_COSINE) / 2)}),),
            ),
            Instances(
                name="mean angle",
                says="The true E Theta, enclosed, is below env(a_1): f = dist(x, .) needs no more than the bound.",
                holds=smoothing_angle_below,
                cases=lambda: product((1, 2, 3, 8), ("1/2", "5", "60", "1000")),
                mode="ball",
                covers="16 kernels",
                evidence=True,
                mutants=(Mutant("twice that", {"holds": partial(smoothing_angle_below, share=2)}),),
            ),
        ),
    )
)


# --- C2 ------------------------------------------------------------------------------------------------------------

k, q, s = symbols("k q s", positive=True)
value, image, smoothed, factor = symbols("value image smoothed factor", real=True)


def scale(q: Expr) -> Expr:
    """The lam from which on 1 - a_1(lam) <= q is known."""
    u = q * (2 - q)
    return (1 - q) * (m / 2 + sqrt(m**2 / 4 + (m + 1) * u)) / u


LOWER = lam / (m / 2 + sqrt((m / 2 + 1) ** 2 + lam**2))
"""The lower bound of Amos for I_{nu+1}(lam)/I_nu(lam) = a_1(lam)."""
STEEPER = lam / (m / 2 + sqrt((m / 2 + Rational(9, 10)) ** 2 + lam**2))


def scale_agrees(m_: int, q_: str, shift: int = 0) -> bool:
    """The formula of C2 against `theory.jackson.smoothing_scale`."""
    return agrees(scale(q), {m: m_ + shift, q: q_}, jackson.smoothing_scale(m_, q_))


def is_the_limit(expected: Expr) -> bool:
    """lam of C2 for q = 1 - cos(s/L) times (s/L)^2, as s/L falls to 0, for symbolic m."""
    return bool(limit(scale(1 - cos(s)) * s**2, s, 0, "+").equals(expected))


declare(
    Statement(
        label="C2",
        title="A concentration for a given defect",
        kind="lemma",
        says="1 - a_1(lam) <= q for every lam >= (1-q)(m/2 + sqrt(m^2/4 + (m+1)q(2-q)))/(q(2-q)).",
        formula=Le(1 - MEAN_COSINE, q),
        variables=(sphere, interval(q, 0, 1, "()", "the defect 1 - a_1 allowed"), concentration),
        hypotheses=(Hypothesis(Ge(lam, scale(q)), "lam >= (1-q)(m/2+sqrt(m^2/4+(m+1)q(2-q)))/(q(2-q))"),),
        value=scale(q),
        code=("theory.jackson:smoothing_scale",),
        steps=(
            Deduction(
                name="Bessel ratio",
                says="a_1 = I_{nu+1}/I_nu, and the lower bound of A9.",
                claim=Ge(MEAN_COSINE, LOWER),
                uses=(Use("A9", {mu: (m + 1) / 2, argument: lam}), Use("A9a", {order: 1})),
                mutants=(Mutant("m/2 + 9/10", {"claim": Ge(MEAN_COSINE, STEEPER)}),),
            ),
            Deduction(
                name="quadratic",
                says="lam is at least the larger root, and the smaller one is negative.",
                claim=Ge(lam**2 * q * (2 - q) - (1 - q) * m * lam, (1 - q) ** 2 * (m + 1)),
                mutants=(
                    Mutant("m + 2", {"claim": Ge(lam**2 * q * (2 - q) - (1 - q) * m * lam, (1 - q) ** 2 * (m + 2))}),
                ),
            ),
            Deduction(
                name="defect",
                says="Then (lam - (1-q) m/2)^2 >= (1-q)^2 ((m/2+1)^2 + lam^2), so the lower bound is at least 1-q.",
                claim=Le(1 - MEAN_COSINE, q),
                uses=("Bessel ratio", "quadratic"),
                mutants=(
                    Mutant("half the defect", {"claim": Le(1 - MEAN_COSINE, q / 2)}),
                    Mutant("a smaller lam", {"uses": ("Bessel ratio",), "claim": Le(1 - MEAN_COSINE, q * (1 - q))}),
                ),
            ),
            Inequality(
                name="small spheres",
                says="The prover decides the lower bound by itself for m <= 6.",
                over=(integers(m, 1, 6),),
                claim=Ge(MEAN_COSINE, LOWER),
                evidence=True,
                mutants=(Mutant("m/2 + 9/10", {"claim": Ge(MEAN_COSINE, STEEPER)}),),
            ),
            Instances(
                name="code",
                says="The formula is what theory.jackson.smoothing_scale computes.",
                holds=scale_agrees,
                cases=lambda: product((1, 2, 7), ("1/100", "0.3", "9/10")),
                mode="ball",
                covers="9 points",
                evidence=True,
                mutants=(Mutant("another sphere", {"holds": partial(scale_agrees, shift=1)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="C2a",
        title="A concentration for a given error",
        kind="theorem",
        says="|f*K_lam - f| <= s for L-Lipschitz f, s < theta* L and lam as in C2, q = 1 - cos(s/L): about m L^2/s^2.",
        formula=Le(error, s),
        variables=(
            sphere,
            concentration,
            lipschitz,
            interval(s, 0, CONTACT * L, "()", "the error asked for"),
            neighbourhood,
            *AVERAGE,
        ),
        hypotheses=(
            Hypothesis(Ge(lam, scale(1 - cos(s / L))), "lam from C2 for q = 1 - cos(s/L)"),
            Hypothesis(Le(envelope(MEAN_COSINE), radius), "h >= env(a_1(lam))"),
        ),
        by_definition=(*SMOOTHING_IS, *CONTACT_IS),
        value=scale(1 - cos(s / L)),
        note="The paper's route needs lam ~ s^-4; see E2.",
        steps=(
            Inequality(
                name="acute",
                says="The defect lies in (0, 1).",
                where=(interval(x, 0, Rational(8105, 10000), "(]"),),
                claim=And(Lt(cos(x), 1), Gt(cos(x), 0)),
                mutants=(Mutant("below 1/2", {"claim": Lt(cos(x), Rational(1, 2))}),),
            ),
            Inequality(
                name="arc",
                says="arccos takes values in [0, pi].",
                where=(interval(x, -1, 1),),
                claim=And(Ge(acos(x), 0), Le(acos(x), pi)),
                mutants=(Mutant("in [0, 3]", {"claim": Le(acos(x), 3)}),),
            ),
            Deduction(
                name="cosine",
                says="By C2, a_1 >= cos(s/L) >= cos theta*.",
                claim=And(Ge(MEAN_COSINE, cos(s / L)), Ge(cos(s / L), cos(CONTACT))),
                uses=(
                    Use("C2", {q: 1 - cos(s / L)}),
                    Use("acute", {x: s / L}),
                    Use("C0a", {x: s / L, y: CONTACT}),
                ),
                mutants=(Mutant("a larger cosine", {"claim": Ge(MEAN_COSINE, cos(s / L) / 2 + Rational(1, 2))}),),
            ),
            Deduction(
                name="angle",
                says="So env(a_1) = arccos a_1 <= s/L.",
                claim=Le(envelope(MEAN_COSINE), s / L),
                uses=(
                    "cosine",
                    "C0c",
                    Use("arc", {x: MEAN_COSINE}),
                    Use("C0a", {x: s / L, y: acos(MEAN_COSINE)}),
                ),
                mutants=(Mutant("half of it", {"claim": Le(envelope(MEAN_COSINE), s / L / 2)}),),
            ),
            Deduction(
                name="error",
                says="By C1.",
                claim=Le(error, s),
                uses=("angle", "C1"),
                mutants=(Mutant("half of it", {"claim": Le(error, s / 2)}),),
            ),
            Instances(
                name="growth",
                says="lam s^2/L^2 tends to m as s/L falls to 0, by the limit for symbolic m.",
                holds=is_the_limit,
                cases=lambda: [(m,)],
                covers="the limit",
                complete=True,
                evidence=True,
                mutants=(Mutant("to m/2", {"cases": lambda: [(m / 2,)]}),),
            ),
        ),
    )
)

# --- C3 ------------------------------------------------------------------------------------------------------------


def series_agrees(m_: int, k_: int, scale: int, shift: int = 0) -> bool:
    """a_k by the multipliers of t^n/n! lam^n, n <= 60, exactly, and Taylor's remainder."""
    phihat = []
    for degree in (0, k_):
        total, power = fmpq(0), fmpq(1)
        for n in range(61):
            total += power * funk_hecke.multiplier(fmpq_poly([0] * n + [1]), m_, degree)
            power = power * scale / (n + 1)
        phihat.append(arb(total) + arb(0, 2 * arb(power)))
    return bool((phihat[1] / phihat[0]).overlaps(ratio(m_, k_ + shift, scale)))


declare(
    Statement(
        label="C3",
        title="Smoothing multiplies H_k by a_k",
        kind="theorem",
        says="Y*K_lam = a_k(lam) Y for every Y in H_k.",
        formula=Eq(smoothed, smoothing(m, k, lam) * value),
        variables=(
            sphere,
            integers(k, 1, meaning="degree"),
            concentration,
            quantity(value, "Y(x), Y in H_k", None),
            quantity(image, "int e^{lam<x,y>} Y(y) dsigma(y)", None),
            quantity(smoothed, "(Y*K_lam)(x)", None),
            quantity(factor, "the mean of e^{lam t} P_k", None),
        ),
        by_definition=(
            Hypothesis(Eq(factor, eigenvalue(m, k, lam)), "phihat_k is the mean of phi P_k"),
            Hypothesis(Eq(smoothed * eigenvalue(m, 0, lam), image), "K_lam = e^{lam t}/phihat_0"),
            Hypothesis(
                Eq(smoothing(m, k, lam) * eigenvalue(m, 0, lam), eigenvalue(m, k, lam)), "a_k = phihat_k/phihat_0"
            ),
        ),
        value=smoothing(m, k, lam),
        code=("theory.kernels:ratio", "theory.symbols:smoothing"),
        steps=(
            Deduction(
                name="positive",
                says="phihat_0 is the mean of a function >= e^{-lam}.",
                claim=Gt(eigenvalue(m, 0, lam), 0),
                uses=(Use("A5", {index: 0}),),
                mutants=(Mutant("without A5", {"uses": ()}),),
            ),
            Deduction(
                name="Funk-Hecke",
                says="A4 for phi = e^{lam t}, divided by phihat_0.",
                claim=Eq(smoothed, smoothing(m, k, lam) * value),
                uses=("positive", Use("A4", {multiplier: factor})),
                mutants=(Mutant("without A4", {"uses": ("positive",)}),),
            ),
            Instances(
                name="series",
                says="The power series of e^{lam t}, multiplied term by term in exact arithmetic.",
                holds=series_agrees,
                cases=lambda: product((1, 2, 5), (1, 2, 6), (1, 7)),
                mode="ball",
                covers="18 points",
                evidence=True,
                mutants=(Mutant("a_{k+1}", {"holds": partial(series_agrees, shift=1)}),),
            ),
        ),
    )
)
