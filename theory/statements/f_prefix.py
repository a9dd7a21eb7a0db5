"""Chapter F, second part: the local prefix, whose number of tokens grows like eps^-m, alone and with visible context.

Other forms of its error are in `theory.statements.f_variants`.
"""

from __future__ import annotations

from functools import partial
from itertools import product

from sympy import And, Expr, Max, cos, exp, log, pi, sqrt, symbols  # type: ignore[import-untyped]

from theory import prefix_length
from theory.evaluation import agrees, holds
from theory.proof_steps import (
    Citation,
    Deduction,
    Induction,
    Instances,
    Mutant,
    Use,
    Variable,
    integers,
    interval,
    positive,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.statements.f_local import (
    COUNT,
    L,
    N,
    covering,
    delta,
    error,
    head_definitions,
    head_quantities,
    lam,
    least,
    lipschitz,
    m,
    osc,
    r,
    reach,
    scale,
    sphere_dimension,
    sup,
    tokens,
    top,
    total,
    u,
    w,
)
from theory.symbols import cap

q, eta, eps = symbols("q eta eps", positive=True)

# --- F3 ------------------------------------------------------------------------------------------------------------

DELTA = eps / (L * (1 + 2 * eta))
REACH = (1 + eta) * DELTA
NEEDED = log(pi * N / (eta * delta)) / (cos(delta) - cos((1 + eta) * delta))
"""The smallest lam of F3 on a delta-net of N points."""
ratio = interval(eta, 0, 1, "()", "share of the error left to far tokens")
precision = positive(eps, "the error asked for")


def prefix_agrees(dimension: str, constant: str, target: str, share: str, factor: int = 1) -> bool:
    """The formulas of F3 against `theory.prefix_length`: the covering radius, lam, and no more tokens than F2 says."""
    found = prefix_length.local_prefix(int(dimension), constant, target, share)
    at = {m: dimension, L: constant, eps: target, eta: share, N: found.tokens, delta: found.covering_radius}
    right = agrees(factor * DELTA, at, found.covering_radius) and agrees(NEEDED, at, found.lam)
    return right and holds(Le(N, 1 / cap(m, DELTA / 2)), at) is True


declare(
    Statement(
        label="F3",
        title="A local prefix reaches eps with O((L/eps)^m) tokens",
        kind="theorem",
        says="With a delta-net as keys, delta = eps/(L(1+2 eta)), and lam large enough the error is at most eps.",
        formula=And(
            Le(error, eps),
            Le(least, 1 / cap(m, DELTA / 2)),
            Le(least, COUNT * (pi * (1 + 2 * eta) * L / eps) ** m),
        ),
        variables=(
            sphere_dimension,
            tokens,
            lipschitz,
            precision,
            ratio,
            scale,
            quantity(reach, "covering radius of a largest set with pairwise distances > delta"),
            quantity(least, "number of points of the smallest delta-net"),
            *head_quantities("(1+eta) delta"),
        ),
        hypotheses=(
            Hypothesis(Le(REACH, pi), "(1+eta) delta <= pi"),
            Hypothesis(
                Ge(lam * (cos(DELTA) - cos(REACH)), log(pi * N / (eta * DELTA))),
                "lam >= ln(pi N/(eta delta))/(cos delta - cos((1+eta) delta))",
            ),
        ),
        by_definition=head_definitions(DELTA, REACH),
        value=1 / cap(m, DELTA / 2),
        code=("theory.prefix_length:local_prefix", "theory.prefix_length:concentration"),
        note="One fixed head; lam is part of the prefix (it scales the keys).  The bound is the number of tokens.  "
        "When (1+eta) delta > pi or L = 0 one token does (F3a).",
        steps=(
            Deduction(
                name="error",
                says="F1 with r = (1+eta) delta: the far tokens cost eta delta L, the others (1+eta) delta L.",
                claim=Le(error, eps),
                uses=(Use("F1", {delta: DELTA, r: REACH}),),
                mutants=(
                    Mutant("a smaller error", {"claim": Le(error, eps * (1 - eta / 8))}),
                    Mutant("without F1", {"uses": ()}),
                ),
            ),
            Deduction(
                name="tokens",
                says="F2.",
                claim=Le(least, 1 / cap(m, DELTA / 2)),
                uses=(Use("F2", {delta: DELTA}),),
                mutants=(Mutant("one token fewer", {"claim": Le(least + 1, 1 / cap(m, DELTA / 2))}),),
            ),
            Deduction(
                name="rate",
                says="F2.",
                claim=Le(least, COUNT * (pi * (1 + 2 * eta) * L / eps) ** m),
                uses=(Use("F2", {delta: DELTA}),),
                mutants=(Mutant("half of it", {"claim": Le(least, COUNT * (pi * (1 + 2 * eta) * L / eps) ** m / 2)}),),
            ),
            Instances(
                name="code",
                says="The formulas are what theory.prefix_length computes.",
                holds=prefix_agrees,
                cases=lambda: product("128", ("1", "7/3"), ("0.5", "0.01"), ("1/200", "1/3")),
                mode="ball",
                covers="24 points",
                evidence=True,
                mutants=(Mutant("twice delta", {"holds": partial(prefix_agrees, factor=2)}),),
            ),
        ),
    )
)

single, centre, bound = symbols("single centre L", nonnegative=True)

declare(
    Statement(
        label="F3a",
        title="One token",
        kind="lemma",
        says="When the net of F3 would be a point, or L = 0, a single token with any value of f reaches eps; its best "
        "value is the centre of the smallest ball around the range.",
        formula=And(Le(single, eps), Le(centre, pi * bound * sqrt(q / (2 * (q + 1))))),
        variables=(
            interval(bound, 0, None, "[)", "Lipschitz constant of f"),
            precision,
            ratio,
            integers(q, 1, meaning="dimension of the values"),
            quantity(osc, "w(f; pi), the diameter of the range of f"),
            quantity(single, "|f(p) - f(x)|, the error of one token with the value f(p)"),
            quantity(centre, "radius of the smallest ball around the range of f"),
        ),
        hypotheses=(
            Hypothesis(
                Gt((1 + eta) * eps, pi * bound * (1 + 2 * eta)), "(1+eta) delta > pi, delta = eps/(L (1 + 2 eta))"
            ),
        ),
        by_definition=(
            Hypothesis(Le(osc, bound * pi), "f is L-Lipschitz"),
            Hypothesis(Le(single, osc), "w(f; pi) is the largest |f(p) - f(x)|"),
        ),
        code=("theory.prefix_length:local_prefix",),
        value=pi * bound * sqrt(q / (2 * (q + 1))),
        steps=(
            Deduction(
                name="any value",
                says="eps > pi L (1+2 eta)/(1+eta) >= pi L.",
                claim=Le(single, eps),
                mutants=(Mutant("half of it", {"claim": Le(single, eps / 2)}),),
            ),
            Citation(
                name="Jung",
                says="A set of diameter D in R^q lies in a ball of radius D sqrt(q/(2(q+1))).",
                key="jung1901",
                locator="p. 241",
                claim=Le(centre, osc * sqrt(q / (2 * (q + 1)))),
            ),
            Deduction(
                name="best value",
                says="The range has diameter at most pi L.",
                claim=Le(centre, pi * bound * sqrt(q / (2 * (q + 1)))),
                uses=("Jung",),
                mutants=(Mutant("3 for pi", {"claim": Le(centre, 3 * bound * sqrt(q / (2 * (q + 1))))}),),
            ),
        ),
    )
)


# --- F4 ------------------------------------------------------------------------------------------------------------

T = symbols("T", positive=True)
share, size, mass, shift, seen = symbols("share size mass shift seen", nonnegative=True)

context = integers(T, 1, meaning="visible context tokens with score 0 and value 0")


def context_quantities() -> tuple[Variable, ...]:
    """What the context does to the head at x."""
    return (
        quantity(mass, "sum of the softmax weights of the prefix tokens among themselves"),
        quantity(size, "sum of these weights times |f(p_i)|, at least |A(x)|"),
        quantity(share, "softmax weight of all context tokens"),
        quantity(shift, "|A_T(x) - A(x)|, A_T the head with the context"),
    )


def context_definitions(net: Expr) -> tuple[Hypothesis, ...]:
    """What these quantities satisfy by their meaning."""
    terms = T * exp(-lam * cos(net))
    return (
        Hypothesis(Eq(mass, 1), "softmax weights sum to 1"),
        Hypothesis(Eq(share * (total + terms), terms), "T terms e^0 among all, divided by e^{lam cos delta}"),
        Hypothesis(Le(shift, share * size), "A_T(x) = (1 - share) A(x)"),
    )


CONTEXT = sup * T * exp(-lam * cos(delta))
"""What T context tokens add to the error."""

declare(
    Statement(
        label="F4a",
        title="Visible context tokens",
        kind="lemma",
        says="T context tokens with score 0 and value 0 move the head by at most |f|_inf T e^{-lam cos delta}.",
        formula=Le(shift, CONTEXT),
        variables=(
            context,
            scale,
            covering,
            quantity(top, "largest <x, p_i>", -1, 1),
            quantity(total, "sum over the prefix tokens of e^{lam (<x,p_i> - cos delta)}"),
            quantity(sup, "|f|_inf"),
            *context_quantities(),
        ),
        by_definition=(
            Hypothesis(Ge(top, cos(delta)), "some key lies within delta of x"),
            Hypothesis(Ge(total, exp(lam * (top - cos(delta)))), "the term of the nearest key is one of the sum"),
            *context_definitions(delta),
        ),
        value=CONTEXT,
        steps=(
            Induction(
                name="mean",
                says="|A(x)| <= sum w_i |f(p_i)| <= |f|_inf sum w_i.",
                where=(
                    interval(w, 0, None, "[)", "weight of the next prefix token"),
                    interval(u, 0, None, "[)", "|f(p_i)|"),
                ),
                start={size: 0, mass: 0},
                becomes={size: size + w * u, mass: mass + w},
                given=(Le(u, sup),),
                claim=Le(size, sup * mass),
                mutants=(Mutant("values up to 2 |f|_inf", {"given": (Le(u, 2 * sup),)}),),
            ),
            Deduction(
                name="context",
                says="The prefix tokens' sum is at least e^{lam cos delta}.",
                claim=Le(shift, CONTEXT),
                uses=("mean",),
                mutants=(
                    Mutant("half of it", {"claim": Le(shift, CONTEXT / 2)}),
                    Mutant("values of any size", {"uses": ()}),
                ),
            ),
        ),
    )
)

SPARE = eps / (L * (1 + 3 * eta))
SPARE_REACH = (1 + eta) * SPARE
CONTEXT_LAM = Max(
    log(pi * N / (eta * SPARE)) / (cos(SPARE) - cos(SPARE_REACH)), log(sup * T / (eta * L * SPARE)) / cos(SPARE)
)

declare(
    Statement(
        label="F4",
        title="A local prefix with visible context tokens",
        kind="theorem",
        says="With delta = eps/(L(1+3 eta)) < pi/2 and lam large enough, T context tokens leave the error at most eps.",
        formula=Le(seen, eps),
        variables=(
            tokens,
            context,
            lipschitz,
            precision,
            ratio,
            scale,
            *head_quantities("(1+eta) delta"),
            *context_quantities(),
            quantity(seen, "|A_T(x) - f(x)|, the error in the presence of the context"),
        ),
        hypotheses=(
            Hypothesis(Lt(SPARE, pi / 2), "delta < pi/2"),
            Hypothesis(
                Ge(lam * (cos(SPARE) - cos(SPARE_REACH)), log(pi * N / (eta * SPARE))),
                "lam >= ln(pi N/(eta delta))/(cos delta - cos((1+eta) delta))",
            ),
            Hypothesis(
                Ge(lam * cos(SPARE), log(sup * T / (eta * L * SPARE))),
                "lam >= ln(|f|_inf T/(eta L delta))/cos delta",
            ),
        ),
        by_definition=(
            *head_definitions(SPARE, SPARE_REACH),
            *context_definitions(SPARE),
            Hypothesis(Le(seen, error + shift), "triangle inequality"),
        ),
        value=CONTEXT_LAM,
        note="The bound is the smallest lam.  The covering radius is smaller than in F3 only by (1+2 eta)/(1+3 eta).",
        steps=(
            Deduction(
                name="prefix",
                says="F1 with r = (1+eta) delta.",
                claim=Le(error, L * SPARE * (1 + 2 * eta)),
                uses=(Use("F1", {delta: SPARE, r: SPARE_REACH}),),
                mutants=(Mutant("without the far tokens", {"claim": Le(error, L * SPARE * (1 + eta))}),),
            ),
            Deduction(
                name="context",
                says="F4a: at most eta L delta.",
                claim=Le(shift, eta * L * SPARE),
                uses=(Use("F4a", {delta: SPARE}),),
                mutants=(Mutant("half of it", {"claim": Le(shift, eta * L * SPARE / 2)}),),
            ),
            Deduction(
                name="error",
                says="(1 + 2 eta) + eta = 1 + 3 eta.",
                claim=Le(seen, eps),
                uses=("prefix", "context"),
                mutants=(Mutant("a smaller error", {"claim": Le(seen, eps * (1 - eta / 8))}),),
            ),
        ),
    )
)
