"""Chapter P, second part: the paper's claims about the head: a classical one (P3), of a fixed size (P6)."""

from __future__ import annotations

from sympy import And, Implies, cos, exp, log, pi, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Mutant, Use, integers, interval, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le
from theory.statements import i_heads
from theory.statements.f_local import N, delta, error, lam, lipschitz, m, radius, sphere_dimension, sup, tokens
from theory.statements.f_local import scale as logits
from theory.statements.f_prefix import eps, eta, precision, ratio
from theory.statements.p_claims import BOUND, HEAD, S, local_prefix_hypotheses

core_error, share = symbols("core_error share", nonnegative=True)
width = i_heads.width
near = symbols("near", real=True)
T = i_heads.T
CLASSICAL = (
    sphere_dimension,
    tokens,
    lipschitz,
    precision,
    ratio,
    logits,
    interval(delta, 0, pi / 2, "()", "covering radius of the keys (radians)"),
    radius,
    BOUND,
    integers(T, 1, meaning="visible context tokens"),
    *(v for v in HEAD if v.symbol != error),
    quantity(core_error, "error of the core head"),
    quantity(error, "error of the classical head at x"),
    quantity(near, "<x,p> for the key p nearest to x", -1, 1),
    quantity(share, "share of the context in the weights of the classical head"),
    quantity(i_heads.num, "a component of the classical head's numerator at a context token x", None),
    quantity(i_heads.den, "its denominator"),
    quantity(i_heads.head, "the component of the head", None),
    quantity(i_heads.core_num, "numerator of the core head at x", None),
    quantity(i_heads.core_den, "its denominator"),
    quantity(i_heads.core, "the component of the core head", None),
    quantity(i_heads.average, "a component of the head's output at a token of the prefix", None),
    quantity(i_heads.total, "sum of the values' components", None),
    quantity(width, "width d_h of the head"),
)
"""A classical head with a prefix, and what it does at a point."""
CLASSICAL_IF = (
    *local_prefix_hypotheses((1 - eta) * eps),
    Hypothesis(Ge(lam * cos(delta), log(T * S / (eps * eta))), "lam cos delta >= ln(T S/(eta eps))"),
)
CLASSICAL_IS = (
    Hypothesis(Ge(near, cos(delta)), "the nearest key is at distance <= delta"),
    Hypothesis(Ge(i_heads.core_den, exp(lam * near)), "its term is one of the core head's denominator"),
    Hypothesis(Eq(share * (i_heads.core_den + T), T), "the context has T weights 1 beside it"),
    Hypothesis(
        Implies(
            Eq(i_heads.head * (i_heads.core_den + T), i_heads.core * i_heads.core_den),
            Le(error, (1 - share) * core_error + share * sup),
        ),
        "if the head is (1 - share) times the core head: triangle inequality, |f(x)| <= sup",
    ),
)

declare(
    Statement(
        label="P3",
        title="The head can be a classical softmax head with fixed matrices, of width 3(m+1)",
        kind="claim",
        says="P1 within (1-eta) eps for the core head; by I3 T context tokens only take a share of the weights.",
        formula=And(Le(error, eps), Eq(width, 3 * (m + 1))),
        variables=CLASSICAL,
        hypotheses=CLASSICAL_IF,
        by_definition=CLASSICAL_IS,
        source="petrov2024 (P3)",
        note="For values in R^q with q <= m+1; wider values need 2(m+1) + q.  The matrices are fixed: zeros and ones.",
        steps=(
            Deduction(
                name="core head",
                says="P1 for (1-eta) eps.",
                claim=Le(core_error, (1 - eta) * eps),
                uses=(Use("P1", {error: core_error, eps: (1 - eta) * eps}),),
                mutants=(Mutant("half of it", {"claim": Le(core_error, (1 - eta) * eps / 2)}),),
            ),
            Deduction(
                name="context",
                says="Its share is at most T e^{-lam cos delta}.",
                claim=Le(share * S, eta * eps),
                mutants=(Mutant("half of it", {"claim": Le(share * S, eta * eps / 2)}),),
            ),
            Deduction(
                name="classical head",
                says="I3 with values in R^{m+1}, all context tokens visible.",
                claim=And(
                    Eq(width, 3 * (m + 1)),
                    Eq(i_heads.head * (i_heads.core_den + T), i_heads.core * i_heads.core_den),
                ),
                uses=(Use("I3", {i_heads.m: m, i_heads.N: N, i_heads.r: m + 1, i_heads.tau: T}),),
                mutants=(Mutant("without I3", {"uses": ()}),),
            ),
            Deduction(
                name="error",
                says="(1 - share) (1-eta) eps + eta eps <= eps.",
                claim=And(Le(error, eps), Eq(width, 3 * (m + 1))),
                uses=("core head", "context", "classical head"),
                mutants=(
                    Mutant("half the error", {"claim": Le(error, eps / 2)}),
                    Mutant("without I3", {"uses": ("core head", "context")}),
                ),
            ),
        ),
    )
)

entries = symbols("entries", nonnegative=True)

declare(
    Statement(
        label="P6",
        title="The model's size does not depend on the precision",
        kind="claim",
        says="Implied by P3: a head with (3(m+1))^2 entries in its matrices serves every precision and every f.",
        formula=And(Eq(entries, (3 * (m + 1)) ** 2), Le(error, eps)),
        variables=(*CLASSICAL, quantity(entries, "number of entries of W_Q, W_K and W_V")),
        hypotheses=CLASSICAL_IF,
        by_definition=(Hypothesis(Eq(entries, 3 * (m + 1) * width), "each of the three has m+1 rows and d_h columns"),),
        source="petrov2024 (P6)",
        note=(
            "Only N and the entries of the prefix grow, lam among them (I5).  Sequences: with K4', K4'' or K6 the "
            "architecture is fixed too; the mean form needs 2n osc(f)/eps shifts."
        ),
        steps=(
            Deduction(
                name="matrices",
                says="Neither eps nor f occurs in the number.",
                claim=And(Eq(entries, (3 * (m + 1)) ** 2), Le(error, eps)),
                uses=("P3",),
                mutants=(Mutant("without P3", {"uses": ()}),),
            ),
        ),
    )
)
