"""Chapter D, second part: Jackson's inequality with an explicit constant, its discrete form, the true mean angle."""

from __future__ import annotations

from functools import partial
from itertools import product

from flint import arb, fmpq
from sympy import And, Piecewise, Rational, acos, cos, pi, sqrt, symbols  # type: ignore[import-untyped]

from theory import jackson
from theory.evaluation import agrees
from theory.proof_steps import Deduction, Induction, Inequality, Instances, Mutant, Use, interval, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le
from theory.statements.c_envelope import CONTACT, a, envelope, mass, mean, moment, theta, w, x
from theory.statements.c_means import AVERAGE, L, atom, atom_mass, error, lipschitz, mean_w, neighbourhood, radius, w_h
from theory.statements.c_smoothing import m, sphere
from theory.statements.d_extremal import ZERO, half_degree, k, mass_Q, mean_t
from theory.statements.d_zeros import BESSEL, j
from theory.statements.d_zeros import n as degree

best, worst = symbols("best worst", nonnegative=True)
CONSTANT = L * BESSEL / (k + 1)
"""Jackson's bound once t_{k+1} >= cos theta*; before, times pi/2."""
JACKSON = Piecewise((1, Ge(ZERO, cos(CONTACT))), (pi / 2, True)) * CONSTANT
KERNEL_IS = (
    Hypothesis(Eq(mass_Q, 1), "Q_k has integral 1"),
    Hypothesis(Eq(mass, mass_Q), "so the law of Y, of density Q_k(<x,.>), has mass 1"),
    Hypothesis(Eq(moment, mean_t), "its mean cosine is int t Q_k"),
)
KERNEL_QUANTITIES = (quantity(mass_Q, "int Q_k dmu"), quantity(mean_t, "int t Q_k dmu", None))
SQUARE_ROOT = pi / sqrt(2) * sqrt(1 - ZERO)


def constants_agree(dimension: int, degree: int, shift: int = 0) -> bool:
    """The formula (pi/2) L sqrt(m(m+4)/2)/(k+1) against `theory.jackson.jackson_constant`, L = 1."""
    formula = pi / 2 * CONSTANT.subs({L: 1, k: degree + shift})
    return agrees(formula, {m: dimension}, jackson.jackson_constant(dimension) / (degree + 1))


declare(
    Statement(
        label="D2",
        title="Jackson's inequality with an explicit constant",
        kind="theorem",
        says=(
            "|f*Q_k - f| <= 2 w(f; h), h = env(t_{k+1}), and <= L h: E_{2k}(f) <= (pi/2) L sqrt(m(m+4)/2)/(k+1) for "
            "all k, without pi/2 once t_{k+1} >= cos theta*."
        ),
        formula=And(
            Le(error, mean_w),
            Le(mean_w, 2 * w_h),
            Le(mean_w, L * envelope(ZERO)),
            Le(best, L * envelope(ZERO)),
            Le(best, pi / 2 * CONSTANT),
            Le(best, JACKSON),
        ),
        variables=(
            sphere,
            half_degree,
            lipschitz,
            neighbourhood,
            *AVERAGE,
            *KERNEL_QUANTITIES,
            quantity(best, "E_{2k}(f), the distance of f from the spherical polynomials of degree <= 2k"),
            quantity(j, "the first positive zero of J_{m/2-1}"),
        ),
        hypotheses=(Hypothesis(Le(envelope(ZERO), radius), "h >= env(t_{k+1})"),),
        by_definition=(
            *KERNEL_IS,
            Hypothesis(
                Le(best, error), "at the worst x; f*Q_k averages polynomials Q_k(<.,y>) of degree <= 2k, so it is one"
            ),
        ),
        source="own; replaces the constant C_R of petrov2024",
        value=L * envelope(ZERO),
        code=("theory.jackson:jackson_error", "theory.jackson:jackson_constant", "theory.jackson:envelope"),
        steps=(
            Deduction(
                name="average",
                says="C0b for the law with mean cosine t_{k+1}.",
                claim=And(Le(error, mean_w), Le(mean_w, 2 * w_h), Le(mean_w, L * envelope(ZERO))),
                uses=("D1a", "C0c", Use("C0b", {a: ZERO})),
                mutants=(Mutant("without D1a", {"uses": ("C0c", Use("C0b", {a: ZERO}))}),),
            ),
            Inequality(
                name="chord",
                says="(pi/sqrt 2) sqrt(1-t) <= (pi/2) arccos t.",
                where=(interval(x, -1, 1),),
                claim=And(Le(2 * (1 - x), acos(x) ** 2), Ge(acos(x), 0)),
                mutants=(Mutant("for 2.1", {"claim": Le(Rational(21, 10) * (1 - x), acos(x) ** 2)}),),
            ),
            Deduction(
                name="distance",
                says="E_{2k} is at most the error of f*Q_k.",
                claim=Le(best, L * envelope(ZERO)),
                uses=("average",),
                mutants=(Mutant("half of it", {"claim": Le(best, L * envelope(ZERO) / 2)}),),
            ),
            Deduction(
                name="half a turn",
                says="So env(t) <= (pi/2) arccos t.",
                claim=Le(envelope(ZERO), pi / 2 * acos(ZERO)),
                uses=("D1a", "C0c", Use("C0", {a: ZERO}), Use("chord", {x: ZERO})),
                mutants=(Mutant("without pi/2", {"claim": Le(envelope(ZERO), acos(ZERO))}),),
            ),
            Deduction(
                name="angle",
                says="arccos t_{k+1} <= sqrt(m(m+4)/2)/(k+1) by D2a.",
                claim=Le(best, pi / 2 * CONSTANT),
                uses=("distance", "half a turn", Use("D2a", {degree: k + 1})),
                mutants=(Mutant("without pi/2", {"claim": Le(best, CONSTANT)}),),
            ),
            Deduction(
                name="larger degrees",
                says="env(t) = arccos t from cos theta* on.",
                claim=Le(best, JACKSON),
                uses=("distance", "angle", Use("D2a", {degree: k + 1})),
                mutants=(Mutant("half of it", {"claim": Le(best, JACKSON / 2)}),),
            ),
            Instances(
                name="code",
                says="The constant is what theory.jackson.jackson_constant computes.",
                holds=constants_agree,
                cases=lambda: product((1, 2, 9), (0, 5)),
                mode="ball",
                covers="6 points",
                evidence=True,
                mutants=(Mutant("k + 2", {"holds": partial(constants_agree, shift=1)}),),
            ),
        ),
    )
)

# --- D3 ------------------------------------------------------------------------------------------------------------


def product_gauss(n: int) -> list[tuple[arb, list[arb]]]:
    """(weight, point) of the rule with n latitudes and 2n longitudes on S^2, exact to degree 2n-1."""
    rule = []
    for latitude in range(n):
        t, weight = arb.legendre_p_root(n, latitude, weight=True)
        for i in range(2 * n):
            sine, cosine = arb.sin_cos_pi_fmpq(fmpq(i, n))
            across = (1 - t * t).sqrt()
            rule.append((weight / (4 * n), [across * cosine, across * sine, t]))
    return rule


def discrete_angle(k: int, latitude: fmpq, longitude: fmpq) -> arb:
    """sum_j om_j Q_k(<x,p_j>) dist(x,p_j) at a point of S^2 (angles in units of pi), the error of D3 for dist(x, .)."""
    across, up = arb.cos_pi_fmpq(latitude), arb.sin_pi_fmpq(latitude)
    sine, cosine = arb.sin_cos_pi_fmpq(longitude)
    x = [across * cosine, across * sine, up]
    total = arb(0)
    for weight, node in product_gauss(k + 1):
        t = sum((u * v for u, v in zip(x, node, strict=True)), arb(0)).max(arb(-1)).min(arb(1))
        total += weight * jackson.extremal_kernel(2, k, t) * t.acos()
    return total


def exceeds_the_continuous_bound(k: int, latitude: fmpq, longitude: fmpq, factor: int = 1) -> bool | None:
    """The discrete mean angle exceeds factor E Theta, certified."""
    discrete, continuous = discrete_angle(k, latitude, longitude), factor * jackson.mean_angle(2, k)
    return True if discrete > continuous else False if discrete < continuous else None


def stays_below(k: int, latitude: fmpq, longitude: fmpq, share: int = 1) -> bool | None:
    """share times the discrete mean angle is at most env(t_{k+1})."""
    discrete, bound = share * discrete_angle(k, latitude, longitude), jackson.envelope(jackson.largest_zero(2, k + 1))
    return True if discrete <= bound else False if discrete > bound else None


declare(
    Statement(
        label="D3",
        title="Jackson's inequality from samples",
        kind="theorem",
        says=(
            "f_k(x) = sum_j om_j f(p_j) Q_k(<x,p_j>), nodes exact to degree 2k+1: |f_k - f| <= 2 w(f; h) and <= L h, "
            "h = env(t_{k+1})."
        ),
        formula=And(Le(error, mean_w), Le(mean_w, 2 * w_h), Le(mean_w, L * envelope(ZERO))),
        variables=(sphere, half_degree, lipschitz, neighbourhood, *AVERAGE, *KERNEL_QUANTITIES),
        hypotheses=(Hypothesis(Le(envelope(ZERO), radius), "h >= env(t_{k+1})"),),
        by_definition=(
            Hypothesis(Eq(mass_Q, 1), "Q_k has integral 1"),
            Hypothesis(Eq(mass, mass_Q), "mass = sum_j om_j Q_k(<x,p_j>): the rule is exact for Q_k(<x,.>), degree 2k"),
            Hypothesis(Eq(moment, mean_t), "sum_j om_j <x,p_j> Q_k(<x,p_j>): exact in degree 2k+1"),
        ),
        value=L * envelope(ZERO),
        code=("theory.jackson:envelope", "theory.jackson:extremal_kernel"),
        note=(
            "The bound L E Theta with the continuous law is false here.  On S^2 with k = 3, product Gauss nodes and "
            "f = dist(x, .), x the pole, the error is .53329 > E Theta = .47606.  It is arccos t_{k+1}, as Q_k "
            "vanishes on all circles of nodes but one.  So for t_{k+1} >= cos theta* L env(t_{k+1}) is attained."
        ),
        steps=(
            Deduction(
                name="average",
                says="C0b for the discrete law of weights om_j Q_k(<x,p_j>) >= 0: its mean cosine is t_{k+1} too.",
                claim=And(Le(error, mean_w), Le(mean_w, 2 * w_h), Le(mean_w, L * envelope(ZERO))),
                uses=("D1a", "C0c", Use("C0b", {a: ZERO})),
                mutants=(Mutant("half of it", {"claim": Le(mean_w, L * envelope(ZERO) / 2)}),),
            ),
            Instances(
                name="counterexample",
                says="At the pole of S^2, k = 1, ..., 6: the error for dist(x, .) exceeds the continuous E Theta.",
                holds=exceeds_the_continuous_bound,
                cases=lambda: ((degree, fmpq(1, 2), fmpq(0)) for degree in range(1, 7)),
                mode="ball",
                covers="6 rules",
                evidence=True,
                mutants=(Mutant("by a factor of 2", {"holds": partial(exceeds_the_continuous_bound, factor=2)}),),
            ),
            Instances(
                name="points",
                says="Elsewhere the error stays below env(t_{k+1}).",
                holds=stays_below,
                cases=lambda: product((1, 3, 6), (fmpq(-2, 7), fmpq(0), fmpq(2, 5)), (fmpq(0), fmpq(1, 5))),
                mode="ball",
                covers="18 points",
                evidence=True,
                mutants=(Mutant("below half of it", {"holds": partial(stays_below, share=2)}),),
            ),
        ),
    )
)

# --- D4 ------------------------------------------------------------------------------------------------------------


def beats_the_square_root(dimension: int, half: int, factor: int = 1) -> bool | None:
    """factor E Theta < env(t_{k+1}) < (pi/sqrt 2) sqrt(1-t_{k+1}), all three enclosed."""
    angle, zero = factor * jackson.mean_angle(dimension, half), jackson.largest_zero(dimension, half + 1)
    middle, outer = jackson.envelope(zero), arb.pi() * ((1 - zero) / 2).sqrt()
    if angle < middle < outer:
        return True
    return False if angle > middle or middle > outer else None


declare(
    Statement(
        label="D4",
        title="The true constant of the kernel Q_k",
        kind="theorem",
        says=(
            "The largest error of f*Q_k over the L-Lipschitz f is L E Theta, reached by L dist(x, .); "
            "E Theta <= env(t_{k+1}) <= (pi/sqrt 2) sqrt(1 - t_{k+1})."
        ),
        formula=And(
            Le(error, L * mean), Eq(worst, L * mean), Le(mean, envelope(ZERO)), Le(envelope(ZERO), SQUARE_ROOT)
        ),
        variables=(
            sphere,
            half_degree,
            lipschitz,
            *AVERAGE,
            *KERNEL_QUANTITIES,
            quantity(worst, "the error at x for the function L dist(x, .)"),
        ),
        by_definition=KERNEL_IS,
        code=("theory.jackson:mean_angle", "theory.jackson:largest_zero"),
        note=(
            "t_{k+1} is enclosed by the signs of P_0, ..., P_{k+1} at two points (D4a), E Theta by "
            "integrating an entire function in balls.  S^2, k = 3: E Theta = .47606, env = .53330, square root .82781."
        ),
        steps=(
            Induction(
                name="Lipschitz",
                says="|f(y) - f(x)| <= L theta, with equality for L dist(x, .), where nothing cancels.",
                where=(atom, atom_mass, interval(x, 0, None, "[)", "|f(y) - f(x)|")),
                start={error: 0, worst: 0, mean: 0},
                becomes={error: error + w * x, worst: worst + w * L * theta, mean: mean + w * theta},
                given=(Le(x, L * theta),),
                claim=And(Le(error, L * mean), Eq(worst, L * mean)),
                mutants=(Mutant("half of it", {"claim": Le(error, L * mean / 2)}),),
            ),
            Deduction(
                name="envelope",
                says="C0 at t_{k+1}.",
                claim=And(Le(mean, envelope(ZERO)), Le(envelope(ZERO), SQUARE_ROOT)),
                uses=("D1a", "C0c", Use("C0", {a: ZERO})),
                mutants=(Mutant("half of it", {"claim": Le(mean, envelope(ZERO) / 2)}),),
            ),
            Instances(
                name="beats the square root",
                says="E Theta < env(t_{k+1}) < (pi/sqrt 2) sqrt(1 - t_{k+1}), strictly, by enclosures of all three.",
                holds=beats_the_square_root,
                cases=lambda: product((1, 2, 3, 4, 8, 16), (0, 1, 2, 3, 7, 15)),
                mode="ball",
                covers="36 kernels",
                evidence=True,
                mutants=(Mutant("by a factor of 2", {"holds": partial(beats_the_square_root, factor=2)}),),
            ),
        ),
    )
)
