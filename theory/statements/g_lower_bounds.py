"""Chapter G, second part: how many tokens are needed with continuous selection (G1) or fixed keys (G2).

Any selection at all is the subject of `theory.statements.g_warren`.
"""

from __future__ import annotations

from functools import partial
from itertools import product

from sympy import And, Implies, Or, pi, symbols  # type: ignore[import-untyped]

from theory import prefix_length
from theory.evaluation import evaluate, holds
from theory.proof_steps import (
    Citation,
    Deduction,
    Induction,
    Instances,
    Mutant,
    Use,
    integers,
    interval,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.statements.f_local import L, N, m, sphere_dimension, tokens
from theory.statements.f_prefix import eps, eta, precision, q, ratio
from theory.statements.g_packings import (
    POWER_BOUND,
    bump_variables,
    d,
    difference,
    lipschitz,
    packed,
    packing,
    r,
    separation,
)
from theory.symbols import cap

# --- G1: continuous selection --------------------------------------------------------------------------------------

W, g = symbols("W g", nonnegative=True)
worst, apart, top, split = symbols("worst apart top split", nonnegative=True)

parameters = integers(W, 0, meaning="number of real parameters, on which the head depends")

declare(
    Statement(
        label="G1",
        title="Continuous selection needs q M(r) parameters",
        kind="theorem",
        says="If every L-Lipschitz f: S^m -> R^q is approximated with error < L r by a head whose W real parameters "
        "depend continuously on f (sup norm), then W >= q M(r).",
        formula=Ge(W, q * packing),
        variables=(
            sphere_dimension,
            integers(q, 1, meaning="dimension of the values"),
            lipschitz,
            separation,
            parameters,
            packed,
            quantity(worst, "largest error over the class"),
            quantity(split, "least |p(a) - p(-a)| over max_j |a_j| = 1, p(a) the parameters chosen for f_a of G0b"),
            quantity(apart, "sup norm of f_a - f_{-a} for an a where that is attained"),
            quantity(top, "its largest |a_j|"),
            *bump_variables,
        ),
        hypotheses=(Hypothesis(Lt(worst, L * r), "every error is below L r"),),
        by_definition=(
            Hypothesis(Or(Le(W, q * packing - 1), Ge(W, q * packing)), "these are integers"),
            Hypothesis(Eq(top, 1), "max_j |a_j| = 1"),
            Hypothesis(Ge(apart, 2 * top * L * r), "f_a - f_{-a} = 2 a_j L r at x_j"),
            Hypothesis(
                Implies(And(Eq(split, 0), Le(difference, L * d)), Le(apart, worst + worst)),
                "equal parameters give one head; if f_a and f_{-a} are in the class, it is near both",
            ),
        ),
        code=("theory.prefix_length:continuous_selection_bound",),
        note="The a with |a| = 1 form a sphere of dimension q M - 1 (project radially), and a -> f_a is continuous.",
        steps=(
            Citation(
                name="Borsuk-Ulam",
                says="A continuous map of a sphere of dimension >= W into R^W takes the same value at some a and -a.",
                key="borsuk1933",
                locator="Satz II",
                claim=Implies(Le(W, q * packing - 1), Eq(split, 0)),
            ),
            Deduction(
                name="parameters",
                says="2 L r <= |f_a - f_{-a}| <= 2 worst < 2 L r is impossible.",
                claim=Ge(W, q * packing),
                uses=("Borsuk-Ulam", "G0b"),
                mutants=(
                    Mutant("functions outside the class", {"uses": ("Borsuk-Ulam",)}),
                    Mutant("one parameter more", {"claim": Ge(W, q * packing + 1)}),
                    Mutant("without Borsuk-Ulam", {"uses": ("G0b",)}),
                ),
            ),
        ),
    )
)


def continuous_selection_agrees(dimension: str, target: str, values: str, less: int = 0) -> bool:
    """`theory.prefix_length.continuous_selection_bound` is the ceiling of q M/(m+1+q)."""
    found = prefix_length.continuous_selection_bound(int(dimension), 1, target, int(values))
    points = prefix_length.fixed_keys_bound(int(dimension), 1, target)
    bound = evaluate(q * packing / (m + 1 + q), {m: dimension, q: values, packing: points})
    return bool(bound <= found - less < bound + 1)


TOKENS = q * packing / (m + 1 + q)
RATE = q * POWER_BOUND / (m + 1 + q)

declare(
    Statement(
        label="G1a",
        title="Continuous selection needs (L/eps)^m tokens",
        kind="theorem",
        says="N tokens with free keys and values have W = N(m+1+q) parameters, of which m+1 are superfluous when no "
        "context is visible (k_i -> k_i - k_1 changes no weight): so N >= q M(r)/(m+1+q), of the order of F3.",
        formula=And(Ge(N, TOKENS), Ge(N, (q * packing + g * (m + 1)) / (m + 1 + q)), Ge(N, RATE)),
        variables=(
            sphere_dimension,
            integers(q, 1, meaning="dimension of the values"),
            lipschitz,
            separation,
            tokens,
            integers(g, 0, 1, meaning="1 if no context is visible, else 0"),
            integers(W, 0, meaning="number of parameters that matter"),
            packed,
            quantity(worst, "largest error over the class"),
        ),
        hypotheses=(
            Hypothesis(Eq(W, N * (m + 1 + q) - g * (m + 1)), "W = N(m+1+q) - g(m+1)"),
            Hypothesis(Lt(worst, L * r), "every error is below L r, keys and values continuous in f"),
        ),
        value=TOKENS,
        code=("theory.prefix_length:continuous_selection_bound",),
        steps=(
            Deduction(
                name="tokens",
                says="G1.",
                claim=And(Ge(N, TOKENS), Ge(N, (q * packing + g * (m + 1)) / (m + 1 + q))),
                uses=("G1",),
                mutants=(
                    Mutant("one token more", {"claim": Ge(N, TOKENS + 1)}),
                    Mutant("without G1", {"uses": ()}),
                ),
            ),
            Deduction(
                name="rate",
                says="G0.",
                claim=Ge(N, RATE),
                uses=("tokens", "G0"),
                mutants=(Mutant("twice that", {"claim": Ge(N, 2 * RATE)}),),
            ),
            Instances(
                name="code",
                says="The formula is what theory.prefix_length.continuous_selection_bound computes.",
                holds=continuous_selection_agrees,
                cases=lambda: product("125", ("0.5", "0.03"), "13"),
                covers="12 points",
                evidence=True,
                mutants=(Mutant("one token fewer", {"holds": partial(continuous_selection_agrees, less=1)}),),
            ),
        ),
    )
)

# --- G2: fixed keys ------------------------------------------------------------------------------------------------

mass, signal, missed, leak, at_points = symbols("mass signal missed leak at_points", nonnegative=True)
a, v, u, n, keys = symbols("a v u n keys", nonnegative=True)

fixed_quantities = (
    quantity(mass, "sum of |a_j|, where sum_j a_j w_i(x_j) = 0 for the weights w_i of all N tokens, not all a_j = 0"),
    quantity(signal, "sum of a_j f(x_j) for f = f_s of G0b, s_j = sign a_j"),
    quantity(leak, "sum of a_j A(x_j), any values v_i"),
    quantity(missed, "sum of |a_j| |f(x_j) - A(x_j)|"),
    quantity(at_points, "largest |f(x_j) - A(x_j)|"),
    quantity(worst, "largest error over the class"),
)
fixed_definitions = (
    Hypothesis(Le(signal - leak, missed), "sum_j a_j (f(x_j) - A(x_j)) is at most the sum of the absolute values"),
    Hypothesis(Or(Le(N, packing - 1), Ge(N, packing)), "these are integers"),
    Hypothesis(Implies(Le(difference, L * d), Le(at_points, worst)), "if f is in the class"),
)


def fixed_keys_agree(dimension: str, target: str, factor: int = 1) -> bool | None:
    """The volume bound at r = eps/L is a lower bound of `theory.prefix_length.fixed_keys_bound`."""
    found = prefix_length.fixed_keys_bound(int(dimension), 1, target)
    return holds(Le(factor / cap(m, 2 * r), N), {m: dimension, r: target, N: found})


declare(
    Statement(
        label="G2",
        title="Fixed keys need M(r) tokens",
        kind="theorem",
        says="If keys, lam and biases are fixed before f is known, and the values are chosen in any way, errors < L r "
        "for all L-Lipschitz f: S^m -> R need N >= M(r) >= 1/sigma(cap_{2r}) tokens.",
        formula=And(Ge(N, packing), Ge(N, 1 / cap(m, 2 * r)), Ge(N, POWER_BOUND)),
        variables=(sphere_dimension, lipschitz, separation, tokens, packed, *bump_variables, *fixed_quantities),
        hypotheses=(Hypothesis(Lt(worst, L * r), "every error is below L r"),),
        by_definition=fixed_definitions,
        value=1 / cap(m, 2 * r),
        code=("theory.prefix_length:fixed_keys_bound",),
        note="Values in R^q are no help: take f e_1.  The elementary form of Kolmogorov width >= Bernstein width; "
        "visible context tokens with value 0 change nothing.  'Error <= eps' gives this for every r > eps/L.",
        steps=(
            Citation(
                name="linear algebra",
                says="N homogeneous linear equations in more than N unknowns have a nonzero solution.",
                key="axler2015",
                locator="3.24",
                claim=Implies(Le(N, packing - 1), Gt(mass, 0)),
            ),
            Induction(
                name="head",
                says="sum_j a_j A(x_j) = sum_i v_i sum_j a_j w_i(x_j): nothing from any token, whatever its value.",
                where=(
                    interval(v, 0, None, "[)", "|v_i| of the next token"),
                    interval(u, 0, None, "[)", "|sum_j a_j w_i(x_j)| for it"),
                ),
                start={leak: 0},
                becomes={leak: leak + u * v},
                given=(Eq(u, 0),),
                claim=Eq(leak, 0),
                mutants=(Mutant("weights that are not annihilated", {"given": ()}),),
            ),
            Induction(
                name="bumps",
                says="a_j f(x_j) = |a_j| L r, point after point.",
                where=(interval(a, 0, None, "[)", "the next |a_j|"),),
                start={signal: 0, mass: 0},
                becomes={signal: signal + a * L * r, mass: mass + a},
                claim=Eq(signal, L * r * mass),
                mutants=(Mutant("half as high", {"claim": Eq(signal, L * r * mass / 2)}),),
            ),
            Induction(
                name="errors",
                says="The errors at the x_j, point after point.",
                where=(
                    interval(a, 0, None, "[)", "the next |a_j|"),
                    interval(u, 0, None, "[)", "|f(x_j) - A(x_j)|"),
                ),
                start={missed: 0, mass: 0},
                becomes={missed: missed + a * u, mass: mass + a},
                given=(Le(u, at_points),),
                claim=Le(missed, at_points * mass),
                mutants=(Mutant("half of it", {"claim": Le(missed, at_points * mass / 2)}),),
            ),
            Deduction(
                name="packing",
                says="With fewer tokens L r mass <= worst mass, mass > 0.",
                claim=Ge(N, packing),
                uses=("linear algebra", "head", "bumps", "errors", "G0b"),
                mutants=(
                    Mutant("one token more", {"claim": Ge(N, packing + 1)}),
                    Mutant("without linear algebra", {"uses": ("head", "bumps", "errors", "G0b")}),
                    Mutant("keys that see f", {"uses": ("linear algebra", "bumps", "errors", "G0b")}),
                    Mutant("functions outside the class", {"uses": ("linear algebra", "head", "bumps", "errors")}),
                ),
            ),
            Deduction(
                name="volume",
                says="G0.",
                claim=And(Ge(N, 1 / cap(m, 2 * r)), Ge(N, POWER_BOUND)),
                uses=("packing", "G0"),
                mutants=(Mutant("twice that", {"claim": Ge(N, 2 / cap(m, 2 * r))}),),
            ),
            Instances(
                name="code",
                says="theory.prefix_length.fixed_keys_bound is at least the volume bound.",
                holds=fixed_keys_agree,
                cases=lambda: product("1258", ("0.5", "0.03")),
                mode="ball",
                covers="8 points",
                evidence=True,
                mutants=(Mutant("ten times that", {"holds": partial(fixed_keys_agree, factor=10)}),),
            ),
        ),
    )
)

CIRCLE = pi * L / eps - 1


def circle_agrees(constant: str, target: str, more: int = 0) -> bool:
    """`fixed_keys_bound` on the circle is ceil(pi L/eps) - 1 (at least 1)."""
    found = prefix_length.fixed_keys_bound(1, constant, target)
    bound = evaluate(CIRCLE, {L: constant, eps: target})
    return bool(bound <= found + more < bound + 1)


declare(
    Statement(
        label="G2a",
        title="Fixed keys on the circle: F3b is optimal up to 1 + 2 eta",
        kind="theorem",
        says="On S^1 fixed keys need N >= ceil(pi L/eps) - 1 tokens for the error eps; F3b takes no more than "
        "(1+2 eta)(N+1) + 1.",
        formula=And(Ge(N, CIRCLE), Le(keys, (1 + 2 * eta) * (N + 1) + 1)),
        variables=(
            lipschitz,
            precision,
            ratio,
            tokens,
            quantity(n, "ceil(pi L/eps) - 1"),
            quantity(keys, "ceil(pi (1+2 eta) L/eps), the number of keys of F3b"),
            quantity(packing, "M(pi/n), if n >= 2", 2),
            quantity(worst, "largest error over the class"),
        ),
        hypotheses=(Hypothesis(Le(worst, eps), "every error is at most eps"),),
        by_definition=(
            Hypothesis(And(Lt(n * eps, pi * L), Ge((n + 1) * eps, pi * L)), "n = ceil(pi L/eps) - 1"),
            Hypothesis(Le(keys, pi * (1 + 2 * eta) * L / eps + 1), "a ceiling"),
            Hypothesis(And(Or(Le(n, 1), Ge(n, 2)), Or(Le(packing, n - 1), Ge(packing, n))), "these are integers"),
        ),
        value=CIRCLE,
        code=("theory.prefix_length:fixed_keys_bound", "theory.prefix_length:circle_prefix"),
        steps=(
            Deduction(
                name="packing",
                says="For n >= 2 and r = pi/n > eps/L: M(r) >= n (G0a), and G2.",
                claim=Ge(N, n),
                uses=(Use("G2", {m: 1, r: pi / n}), Use("G0a", {r: pi / n})),
                mutants=(
                    Mutant("one token more", {"claim": Ge(N, n + 1)}),
                    Mutant("without G2", {"uses": (Use("G0a", {r: pi / n}),)}),
                ),
            ),
            Deduction(
                name="circle",
                says="n + 1 >= pi L/eps.",
                claim=And(Ge(N, CIRCLE), Le(keys, (1 + 2 * eta) * (N + 1) + 1)),
                uses=("packing",),
                mutants=(
                    Mutant("one token more", {"claim": Ge(N, CIRCLE + 1)}),
                    Mutant("optimal", {"claim": Le(keys, N + 1)}),
                ),
            ),
            Instances(
                name="code",
                says="The formula is what theory.prefix_length.fixed_keys_bound computes.",
                holds=circle_agrees,
                cases=lambda: product(("1", "7/3"), ("0.5", "0.1", "0.01")),
                mode="ball",
                covers="6 points",
                evidence=True,
                mutants=(Mutant("one token fewer", {"holds": partial(circle_agrees, more=1)}),),
            ),
        ),
    )
)
