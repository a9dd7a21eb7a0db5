"""Chapter F: the local prefix, whose number of tokens grows like eps^-m."""

from __future__ import annotations

from sympy import And, Eq, Le, Lt, Or, cos, exp, log, pi, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Induction, Mutant, Use, integers, interval, positive, quantity
from theory.registry import Hypothesis, Statement, declare

N, L, lam, delta, r, eta, eps = symbols("N L lam delta r eta eps", positive=True)
error, far, near, count, w, u, Z = symbols("error far near count w u Z", nonnegative=True)
c = symbols("c", real=True)
t = symbols("t", nonnegative=True)

tokens = integers(N, 1, meaning="number of tokens")
lipschitz = positive(L, "Lipschitz constant of f")
scale = positive(lam, "scale of the logits lam <x, p_i>")
covering = interval(delta, 0, pi, "(]", "covering radius of the keys (radians)")
radius = interval(r, 0, pi, "(]", "radius of the neighbourhood (radians)")

DECAY = exp(-lam * (cos(delta) - cos(r)))
"""Largest weight of a token at distance >= r."""

declare(
    Statement(
        label="F1",
        title="Localisation",
        kind="lemma",
        says="On a delta-net the softmax weights far from x are small, so the head averages f over a neighbourhood.",
        formula=And(Le(far, N * DECAY), Le(error, L * (r + pi * N * DECAY))),
        variables=(
            tokens,
            lipschitz,
            scale,
            covering,
            radius,
            quantity(count, "number of tokens at distance >= r from x"),
            quantity(far, "sum of their softmax weights"),
            quantity(near, "sum of the other softmax weights"),
            quantity(error, "|A(x) - f(x)| at any x, for the head A with values f(p_i), f L-Lipschitz"),
        ),
        hypotheses=(Hypothesis(Lt(delta, r), "delta < r"),),
        by_definition=(
            Hypothesis(Eq(far + near, 1), "softmax weights sum to 1"),
            Hypothesis(Le(count, N), "there are no more far tokens than tokens"),
        ),
        value=L * (r + pi * N * DECAY),
        code=("theory.prefix_length:local_error",),
        steps=(
            Deduction(
                name="one far weight",
                says="A far token has <x,p_i> = c <= cos r; the nearest key gives a denominator >= e^{lam cos delta}.",
                where=(interval(c, -1, 1),),
                given=(Le(c, cos(r)),),
                claim=Le(exp(lam * (c - cos(delta))), DECAY),
                mutants=(Mutant("the token may be nearer than r", {"given": ()}),),
            ),
            Induction(
                name="all far weights",
                says="Adding one far token after another.",
                where=(interval(w, 0, None, "[)", "weight of the next far token"),),
                start={far: 0, count: 0},
                becomes={far: far + w, count: count + 1},
                given=(Le(w, DECAY),),
                claim=Le(far, count * DECAY),
                mutants=(Mutant("half of it", {"claim": Le(far, count * DECAY / 2)}),),
            ),
            Deduction(
                name="far",
                says="At most N tokens are far.",
                claim=Le(far, N * DECAY),
                uses=("all far weights",),
                mutants=(Mutant("one token fewer", {"claim": Le(far, (N - 1) * DECAY)}),),
            ),
            Induction(
                name="triangle inequality",
                says="A(x) - f(x) = sum w_i (f(p_i) - f(x)); near terms are at most L r, far ones L pi.",
                where=(
                    interval(w, 0, None, "[)", "weight of the next token"),
                    interval(u, 0, None, "[)", "|f(p_i) - f(x)|"),
                    integers(t, 0, 1, "1 for a near token, 0 for a far one"),
                ),
                start={error: 0, near: 0, far: 0},
                becomes={error: error + w * u, near: near + w * t, far: far + w * (1 - t)},
                given=(Or(And(Eq(t, 1), Le(u, L * r)), And(Eq(t, 0), Le(u, L * pi))),),
                claim=Le(error, L * r * near + L * pi * far),
                mutants=(Mutant("far values as close as near ones", {"claim": Le(error, L * r * (near + far))}),),
            ),
            Deduction(
                name="error",
                says="near <= 1 and far <= N e^{-lam (cos delta - cos r)}.",
                claim=Le(error, L * (r + pi * N * DECAY)),
                uses=("triangle inequality", "far"),
                mutants=(Mutant("without the far tokens", {"claim": Le(error, L * r)}),),
            ),
        ),
    )
)

ratio = interval(eta, 0, 1, "()", "share of the error left to far tokens")
precision = positive(eps, "the error asked for")
REACH = (1 + eta) * delta

declare(
    Statement(
        label="F3",
        title="A local prefix reaches eps with O((L/eps)^m) tokens",
        kind="theorem",
        says="With a delta-net as keys, delta = eps/(L(1+2 eta)), and lam large enough the error is at most eps.",
        formula=Le(error, eps),
        variables=(
            tokens,
            lipschitz,
            precision,
            ratio,
            covering,
            scale,
            quantity(count, "number of tokens at distance >= (1+eta) delta from x"),
            quantity(far, "sum of their softmax weights"),
            quantity(near, "sum of the other softmax weights"),
            quantity(error, "|A(x) - f(x)| at any x, for the head A with values f(p_i), f L-Lipschitz"),
        ),
        hypotheses=(
            Hypothesis(Eq(delta * L * (1 + 2 * eta), eps), "delta = eps/(L (1 + 2 eta))"),
            Hypothesis(Le(REACH, pi), "(1+eta) delta <= pi"),
            Hypothesis(Eq(lam * (cos(delta) - cos(REACH)), log(pi * N / (eta * delta))), "lam of theory F3"),
        ),
        by_definition=(
            Hypothesis(Eq(far + near, 1), "softmax weights sum to 1"),
            Hypothesis(Le(count, N), "there are no more far tokens than tokens"),
        ),
        code=("theory.prefix_length:local_prefix",),
        steps=(
            Deduction(
                name="error",
                says="F1 with r = (1+eta) delta: the far tokens cost eta delta L, the others (1+eta) delta L.",
                claim=Le(error, eps),
                uses=(Use("F1", {r: REACH}),),
                mutants=(Mutant("a smaller error", {"claim": Le(error, eps * (1 - eta / 8))}),),
            ),
        ),
    )
)
