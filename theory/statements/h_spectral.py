"""Chapter H, second part: the spectral prefix on a quadrature rule (H1), alone and with visible context (H1')."""

from __future__ import annotations

from functools import partial
from itertools import product

from flint import arb
from sympy import Abs, exp, symbols  # type: ignore[import-untyped]

from theory import kernels, prefix_length
from theory.balls import ball
from theory.evaluation import agrees
from theory.proof_steps import (
    Deduction,
    Induction,
    Instances,
    Mutant,
    Use,
    integers,
    positive,
    quantity,
    real,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le, Lt
from theory.statements.a_addition import eta, image, multiplier, value
from theory.statements.a_gegenbauer import c
from theory.statements.a_harmonics import m, sphere
from theory.statements.a_kernel import k as last
from theory.statements.a_kernel import lam, scale
from theory.statements.h_aliasing import D, alias, beyond, exactness, n, target_degree, u, v, weight
from theory.symbols import eigenvalue, smoothing, tail

size, off_numerator, off_denominator, defect, error = symbols(
    "size off_numerator off_denominator defect error", nonnegative=True
)
numerator, denominator, integral, f, component, base, component_image = symbols(
    "numerator denominator integral f component base component_image", real=True
)
terms, unit = symbols("terms unit", nonnegative=True)
mass = eigenvalue(m, 0, lam)
NUMERATOR_TAIL, TAIL = tail(m, D - n, lam), tail(m, D, lam)
SPECTRAL = (weight * NUMERATOR_TAIL + size * TAIL) / (mass - TAIL)


def spectral_agrees(case: tuple[str, ...], factor: int = 1) -> bool:
    """The formula of H1 against `theory.prefix_length.spectral_error`."""
    at = dict(zip((m, n, D, lam, weight, size), case, strict=True))
    dimension, low, high = (int(v) for v in case[:3])
    computed = prefix_length.spectral_error(dimension, low, high, *case[3:])
    return agrees(factor * SPECTRAL, at, computed)


def cross_polytope_error(dimension: int, scaled: str, share: int = 1) -> bool | None:
    """H1 for f = x_0 and the nodes +-e_i of S^m (D = 3, n = 1), at x ~ (1, 2, ..., m+1): error <= bound/share."""
    norm = arb(sum(i * i for i in range(1, dimension + 2))).sqrt()
    x, exponent = [i / norm for i in range(1, dimension + 2)], ball(scaled)
    smoothed = kernels.ratio(dimension, 1, scaled)
    total = sum(((exponent * y).cosh() for y in x), arb(0))
    found = abs((exponent * x[0]).sinh() / smoothed / total - x[0])
    mean = 1 / (smoothed * (dimension + 1))
    bound = prefix_length.spectral_error(dimension, 1, 3, scaled, mean, 1)
    return True if share * found <= bound else False if share * found > bound else None


spectral_quantities = (
    quantity(weight, "V = sum_i om_i |v_i|, v_i = g(p_i)"),
    quantity(size, "|f|_inf"),
    quantity(f, "f(x), its component in the direction of the error", None),
    quantity(numerator, "sum_i om_i e^{lam<x,p_i>} v_i, in the same direction", None),
    quantity(denominator, "sum_i om_i e^{lam<x,p_i>}", None),
    quantity(off_numerator, "|numerator - int e^{lam<x,y>} g(y) dsigma(y)|"),
    quantity(off_denominator, "|denominator - phihat_0|"),
    quantity(integral, "int e^{lam<x,y>} g(y) dsigma(y)", None),
    quantity(unit, "sum_i om_i"),
)
spectral_definitions = (
    Hypothesis(Le(Abs(f), size), "|f(x)| <= |f|_inf"),
    Hypothesis(Eq(unit, 1), "the weights of the rule sum to 1"),
    Hypothesis(Eq(off_numerator, Abs(numerator - integral)), "definition"),
    Hypothesis(Eq(off_denominator, Abs(denominator - mass)), "phihat_0 = int e^{lam<x,y>} dsigma(y)"),
)

declare(
    Statement(
        label="H1b",
        title="The coefficients g = sum_k f_k/a_k undo the smoothing",
        kind="lemma",
        says="For f = sum_k f_k, a polynomial, and g = sum_k f_k/a_k: int e^{lam<x,y>} g(y) dsigma(y) = phihat_0 f(x).",
        formula=Eq(integral, mass * f),
        variables=(
            sphere,
            scale,
            quantity(integral, "int e^{lam<x,y>} g(y) dsigma(y)", None),
            quantity(f, "f(x)", None),
            quantity(defect, "largest |int e^{lam<x,y>} g_k(y) dsigma(y) - phihat_0 f_k(x)| over 1 <= k <= n"),
            quantity(image, "that integral where it is attained", None),
            quantity(multiplier, "phihat_k", None),
            quantity(value, "g_k(x)", None),
            quantity(component, "f_k(x)", None),
            quantity(base, "f_0 = g_0", None),
            quantity(terms, "number of degrees"),
            quantity(beyond, "the degree k"),
        ),
        by_definition=(
            Hypothesis(Eq(defect, Abs(image - mass * component)), "where it is attained"),
            Hypothesis(Eq(multiplier, eigenvalue(m, beyond, lam)), "phihat_k"),
            Hypothesis(Eq(value * smoothing(m, beyond, lam), component), "g_k = f_k/a_k"),
            Hypothesis(Eq(smoothing(m, beyond, lam), eigenvalue(m, beyond, lam) / mass), "a_k"),
        ),
        steps=(
            Deduction(
                name="one degree",
                says="Funk-Hecke: phihat_k g_k = phihat_0 a_k g_k = phihat_0 f_k.",
                claim=Eq(defect, 0),
                uses=(Use("A4", {eta: 1}), Use("A5", {last: 0})),
                mutants=(Mutant("without Funk-Hecke", {"uses": (Use("A5", {last: 0}),)}),),
            ),
            Induction(
                name="sum",
                says="Degree after degree, from the constant.",
                where=(real(u, "f_k(x)"), real(v, "int e^{lam<x,y>} g_k(y) dsigma(y)")),
                start={integral: mass * base, f: base, terms: 0},
                becomes={integral: integral + v, f: f + u, terms: terms + 1},
                given=(Le(Abs(v - mass * u), defect),),
                claim=Le(Abs(integral - mass * f), defect * terms),
                mutants=(Mutant("half of it", {"claim": Le(Abs(integral - mass * f), defect * terms / 2)}),),
            ),
            Deduction(
                name="all degrees",
                says="No defect.",
                claim=Eq(integral, mass * f),
                uses=("one degree", "sum"),
                mutants=(Mutant("twice", {"claim": Eq(integral, 2 * mass * f)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="H1",
        title="The spectral prefix",
        kind="theorem",
        says="Nodes exact to degree D, f a polynomial of degree n, D >= 2n, g = sum_k f_k/a_k(lam), values g(p_i), "
        "logits lam<x,p_i> + ln om_i, tau_D < phihat_0: the head is within the bound of f.",
        formula=Le(error, SPECTRAL),
        variables=(
            sphere,
            scale,
            target_degree,
            exactness,
            *spectral_quantities,
            quantity(error, "|A(x) - f(x)| at any x"),
        ),
        hypotheses=(Hypothesis(Ge(D, 2 * n), "D >= 2n"), Hypothesis(Lt(TAIL, mass), "tau_D < phihat_0")),
        by_definition=(
            *spectral_definitions,
            Hypothesis(Eq(error * Abs(denominator), Abs(numerator - f * denominator)), "A = numerator/denominator"),
        ),
        value=SPECTRAL,
        code=("theory.prefix_length:spectral_error",),
        note="Equal weights om_i need no biases.  Where A takes vectors, the direction is that of A(x) - f(x).",
        steps=(
            Deduction(
                name="numerator",
                says="H1b: the integral is phihat_0 f; H1a.",
                claim=Le(Abs(numerator - mass * f), weight * NUMERATOR_TAIL),
                uses=("H1b", Use("H1a", {alias: off_numerator})),
                mutants=(Mutant("without H1b", {"uses": (Use("H1a", {alias: off_numerator}),)}),),
            ),
            Deduction(
                name="denominator",
                says="H1a for g = 1: sum_i om_i = 1.",
                claim=Le(Abs(denominator - mass), TAIL),
                uses=(Use("H1a", {alias: off_denominator, n: 0, weight: unit}),),
                mutants=(Mutant("half of it", {"claim": Le(Abs(denominator - mass), TAIL / 2)}),),
            ),
            Deduction(
                name="quotient",
                says="|numerator - f denominator| <= |numerator - phihat_0 f| + |f| |denominator - phihat_0|.",
                claim=Le(error, SPECTRAL),
                uses=("numerator", "denominator", Use("A5", {last: 0})),
                mutants=(
                    Mutant(
                        "without the tail of the denominator", {"claim": Le(error * mass, SPECTRAL * (mass - TAIL))}
                    ),
                    Mutant("without |f|_inf", {"claim": Le(error * (mass - TAIL), weight * NUMERATOR_TAIL)}),
                ),
            ),
            Instances(
                name="cross-polytope",
                says="The head with the 2m+2 keys +-e_i for f = x_0, at a point, against the bound.",
                holds=cross_polytope_error,
                cases=lambda: product((1, 2, 5, 11), ("1/100", "1/4", "1")),
                mode="ball",
                covers="12 heads",
                evidence=True,
                mutants=(Mutant("a hundredth of it", {"holds": partial(cross_polytope_error, share=100)}),),
            ),
            Instances(
                name="code",
                says="The formula is what theory.prefix_length.spectral_error computes.",
                holds=lambda *case: spectral_agrees(case),
                cases=lambda: product("125", "03", ("6", "9"), ("1/4", "1"), ("7/3",), ("2",)),
                mode="ball",
                covers="24 points",
                evidence=True,
                mutants=(Mutant("twice that", {"holds": lambda *case: spectral_agrees(case, 2)}),),
            ),
        ),
    )
)

# --- H1' -----------------------------------------------------------------------------------------------------------

T, share, boost = symbols("T share boost", positive=True)
WITH_CONTEXT = (boost * weight * NUMERATOR_TAIL + size * TAIL) / (boost * mass - TAIL)

declare(
    Statement(
        label="H1'",
        title="The spectral prefix with visible context",
        kind="theorem",
        says="T visible context tokens with score 0 and value 0, T known: logits + c and values s v_i with "
        "s = 1 + T e^-c/phihat_0.",
        formula=Le(error, WITH_CONTEXT),
        variables=(
            sphere,
            scale,
            target_degree,
            exactness,
            integers(T, 1, meaning="number of visible context tokens"),
            real(c, "what is added to every logit of the prefix"),
            positive(boost, "s = 1 + T e^-c/phihat_0, the factor of the values"),
            *spectral_quantities,
            quantity(error, "|A(x) - f(x)| at any x"),
        ),
        hypotheses=(
            Hypothesis(Ge(D, 2 * n), "D >= 2n"),
            Hypothesis(Lt(TAIL, boost * mass), "tau_D < s phihat_0"),
            Hypothesis(Eq((boost - 1) * mass, T * exp(-c)), "s = 1 + T e^-c/phihat_0"),
        ),
        by_definition=(
            *spectral_definitions,
            Hypothesis(
                Eq(
                    error * Abs(denominator + T * exp(-c)),
                    Abs(boost * numerator - f * (denominator + T * exp(-c))),
                ),
                "A = s numerator/(denominator + T e^-c), divided by e^c",
            ),
        ),
        value=WITH_CONTEXT,
        note="The bound has V = sum_i om_i |v_i| for the values v_i before the factor s.  Equal weights and raw logits "
        "are c = ln N.  Under a causal mask T differs by position: then I4's boost.",
        steps=(
            Deduction(
                name="numerator",
                says="As in H1.",
                claim=Le(Abs(numerator - mass * f), weight * NUMERATOR_TAIL),
                uses=("H1b", Use("H1a", {alias: off_numerator})),
                mutants=(Mutant("without H1b", {"uses": (Use("H1a", {alias: off_numerator}),)}),),
            ),
            Deduction(
                name="denominator",
                says="As in H1.",
                claim=Le(Abs(denominator - mass), TAIL),
                uses=(Use("H1a", {alias: off_denominator, n: 0, weight: unit}),),
                mutants=(Mutant("half of it", {"claim": Le(Abs(denominator - mass), TAIL / 2)}),),
            ),
            Deduction(
                name="quotient",
                says="s phihat_0 = phihat_0 + T e^-c.",
                claim=Le(error, WITH_CONTEXT),
                uses=("numerator", "denominator", Use("A5", {last: 0})),
                mutants=(
                    Mutant("values without s", {"claim": Le(error * (boost * mass - TAIL), SPECTRAL * (mass - TAIL))}),
                    Mutant("without the denominator", {"uses": ("numerator", Use("A5", {last: 0}))}),
                ),
            ),
        ),
    )
)
