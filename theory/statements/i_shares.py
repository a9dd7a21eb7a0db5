"""Chapter I, second part: biases, the share of visible context tokens, and one head for all targets."""

from __future__ import annotations

from flint import arb
from sympy import And, BlockMatrix, MatrixSymbol, OneMatrix, cos, exp, log, pi, symbols  # type: ignore[import-untyped]

from theory.attention import classical_head, same
from theory.proof_steps import (
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
from theory.relations import Eq, Ge, Le
from theory.statements.i_heads import DIMENSION, SIZES, K, N, T, lam, m, r

delta, eta, eps, sup = symbols("delta eta eps sup", positive=True)
a, b, c, s, z, mean, logit = symbols("a b c s z mean logit", real=True)
S, share, offset, mass, om, T0, size = symbols("S share offset mass om T0 size", nonnegative=True)
error, core_error = symbols("error core_error", nonnegative=True)


def _logit_with_bias(constant: int) -> bool | None:
    """Keys (lam p_i, b_i) and queries (x, constant): the logits are lam <x,p_i> + b_i."""
    biases = MatrixSymbol("b", N, 1)
    points = MatrixSymbol("X", DIMENSION, T)
    keys = BlockMatrix([[lam * K], [biases.T]])
    queries = BlockMatrix([[points], [constant * OneMatrix(1, T)]])
    return same(keys.T * queries, lam * K.T * points + biases * OneMatrix(1, T), SIZES)


def _theory_share(weighted: bool, scale: int, boost: int, tokens: int) -> bool | None:
    """Does T e^-c (weights of sum 1 with another mean than 0, or T e^{-c - lam cos delta} with weights) hold here?

    ``weighted`` False: the one key e_1 at x = -e_1.  True: N equal weights 1/N on the circle, delta = pi/N.
    """
    lam_, c_ = arb(scale), arb(boost)
    if not weighted:
        mean, claimed = (-lam_).exp(), tokens * (-c_).exp()
    else:
        n = 64
        angles = [arb.pi() * 2 * i / n for i in range(n)]
        mean = sum(((lam_ * t.cos()).exp() for t in angles), arb(0)) / n
        claimed = tokens * (-c_ - lam_ * (arb.pi() / n).cos()).exp()
    share_ = tokens / (tokens + c_.exp() * mean)
    return True if share_ <= claimed else False if share_ > claimed else None


def _theory_share_fails(*case: object) -> bool | None:
    answer = _theory_share(*case)  # type: ignore[arg-type]
    return None if answer is None else not answer


CONTEXT = (
    integers(T0, 0, meaning="visible context tokens"),
    real(c, "common boost of the logits of the prefix"),
)
SHARE = Hypothesis(Eq(share * (T0 + exp(c) * S), T0), "context tokens have weight 1, the prefix has e^c S")

declare(
    Statement(
        label="I4",
        title="Biases from a constant coordinate, and the share of the context",
        kind="lemma",
        says="Points (x, 1) and keys (lam p_i, b_i) give logits lam <x,p_i> + b_i; with b_i = ln om_i + c and "
        "sum om_i = 1 the context keeps at most T e^{lam |sum om_i p_i| - c} of the weight.",
        formula=And(
            Eq(logit, lam * s + b),
            Le(share * exp(c) * S, T0),
            Ge(S, exp(-lam * offset)),
            Le(share, T0 * exp(lam * offset - c)),
        ),
        variables=(
            *CONTEXT,
            positive(lam, "scale of the logits"),
            quantity(S, "sum_i om_i e^{lam <x,p_i>}"),
            quantity(mass, "sum of the weights om_i"),
            quantity(mean, "<x, sum om_i p_i>", None),
            quantity(offset, "|sum om_i p_i|; 0 for rules that are exact to degree 1"),
            quantity(share, "share of the context in the softmax weights"),
            quantity(s, "<x, p_i>", None),
            quantity(b, "the bias stored with key i", None),
            quantity(logit, "the logit of key i at (x, 1)", None),
        ),
        by_definition=(
            SHARE,
            Hypothesis(Eq(mass, 1), "the weights om_i sum to 1"),
            Hypothesis(Ge(mean, -offset), "|x| = 1, so <x, u> >= -|u| (Cauchy and Schwarz)"),
        ),
        value=T0 * exp(lam * offset - c),
        note="Theory I4 gives T e^-c under sum om_i p_i = 0; for any weights the factor is e^{lam |sum om_i p_i|}. "
        "Without it the claim is false: p = e_1, x = -e_1, lam = 10, c = 5, T = 1 has share .9933 > e^-5.",
        steps=(
            Instances(
                name="logits",
                says="Block matrices with symbolic m, N, T.",
                holds=_logit_with_bias,
                cases=lambda: [(1,)],
                covers="all m, N, T",
                complete=True,
                claim=Eq(logit, lam * s + b),
                mutants=(Mutant("the constant coordinate is 2", {"cases": lambda: [(2,)]}),),
            ),
            Identity(
                name="exponential",
                says="The weight of a logit a + z.",
                where=(real(a), real(z)),
                claim=Eq(exp(a + z), exp(a) * exp(z)),
                mutants=(Mutant("a sum", {"claim": Eq(exp(a + z), exp(a) + exp(z))}),),
            ),
            Induction(
                name="Jensen",
                says="Adding token after token, its logit written as a + z: e^{a+z} >= e^a (1 + z).",
                where=(real(a), real(z), interval(om, 0, None, "[)", "weight of the next token")),
                start={S: 0, mass: 0, mean: 0},
                becomes={S: S + om * exp(a + z), mass: mass + om, mean: mean + om * (a + z) / lam},
                claim=Ge(S, exp(a) * (mass + lam * mean - a * mass)),
                uses=("exponential",),
                mutants=(
                    Mutant("a factor 2", {"claim": Ge(S, 2 * exp(a) * (mass + lam * mean - a * mass))}),
                    Mutant("without the functional equation", {"uses": ()}),
                ),
            ),
            Deduction(
                name="denominator",
                says="At a = -lam |sum om_i p_i|.",
                claim=Ge(S, exp(-lam * offset)),
                uses=(Use("Jensen", {a: -lam * offset}),),
                mutants=(Mutant("1 for any weights", {"claim": Ge(S, 1)}),),
            ),
            Deduction(
                name="share",
                says="share <= T/(e^c S).",
                claim=Le(share * exp(c) * S, T0),
                mutants=(Mutant("half of it", {"claim": Le(share * exp(c) * S, T0 / 2)}),),
            ),
            Identity(
                name="exponents",
                says="e^{lam |sum om_i p_i| - c} e^c e^{-lam |sum om_i p_i|} = 1.",
                claim=Eq(exp(lam * offset - c) * exp(c) * exp(-lam * offset), 1),
                mutants=(Mutant("a sign", {"claim": Eq(exp(lam * offset + c) * exp(c) * exp(-lam * offset), 1)}),),
            ),
            Deduction(
                name="bound",
                says="Put together.",
                claim=Le(share, T0 * exp(lam * offset - c)),
                uses=("denominator", "share", "exponents"),
                mutants=(Mutant("half of it", {"claim": Le(share, T0 * exp(lam * offset - c) / 2)}),),
            ),
            Instances(
                name="T e^-c fails without balance",
                says="Counterexample to theory I4 without sum om_i p_i = 0.",
                holds=_theory_share_fails,
                cases=lambda: [(False, 10, 5, 1)],
                mode="ball",
                covers="one example",
                evidence=True,
                mutants=(Mutant("lam = 0 is balanced", {"cases": lambda: [(False, 0, 5, 1)]}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="I4'",
        title="The share of the context on a delta-net",
        kind="lemma",
        says="Keys that form a delta-net, logits lam <x,p_i> + c without weights: the nearest key alone gives "
        "e^{c + lam cos delta}.",
        formula=Le(share, T0 * exp(-c - lam * cos(delta))),
        variables=(
            *CONTEXT,
            positive(lam, "scale of the logits"),
            interval(delta, 0, pi, "(]", "covering radius of the keys (radians)"),
            quantity(S, "sum_i e^{lam <x,p_i>}"),
            quantity(s, "<x,p> for the key p nearest to x", -1, 1),
            quantity(share, "share of the context in the softmax weights"),
        ),
        by_definition=(
            SHARE,
            Hypothesis(Ge(s, cos(delta)), "the nearest key is at distance <= delta"),
            Hypothesis(Ge(S, exp(lam * s)), "the nearest key is one of the terms"),
        ),
        value=T0 * exp(-c - lam * cos(delta)),
        note="Not for weights om_i of sum 1 (then divide by the smallest om_i): 64 equal weights on the circle, "
        "lam = 1, c = 5, T = 1 have the share .0053 > e^{-5 - cos(pi/64)} = .0025.",
        steps=(
            Deduction(
                name="nearest key",
                says="exp increases.",
                claim=Ge(S, exp(lam * cos(delta))),
                mutants=(Mutant("twice as much", {"claim": Ge(S, 2 * exp(lam * cos(delta)))}),),
            ),
            Identity(
                name="exponents",
                says="The exponentials cancel.",
                claim=Eq(exp(-c - lam * cos(delta)) * exp(c) * exp(lam * cos(delta)), 1),
                mutants=(Mutant("a sign", {"claim": Eq(exp(-c + lam * cos(delta)) * exp(c) * exp(lam), 1)}),),
            ),
            Deduction(
                name="share",
                says="share <= T/(e^c S).",
                claim=Le(share * exp(c) * S, T0),
                mutants=(Mutant("half of it", {"claim": Le(share * exp(c) * S, T0 / 2)}),),
            ),
            Deduction(
                name="bound",
                says="Put together.",
                claim=Le(share, T0 * exp(-c - lam * cos(delta))),
                uses=("nearest key", "exponents", "share"),
                mutants=(Mutant("half of it", {"claim": Le(share, T0 * exp(-c - lam * cos(delta)) / 2)}),),
            ),
            Instances(
                name="fails with weights of sum 1",
                says="Equal weights 1/N: the bound of theory I4 for a delta-net does not hold.",
                holds=_theory_share_fails,
                cases=lambda: [(True, 1, 5, 1)],
                mode="ball",
                covers="one example",
                evidence=True,
                mutants=(Mutant("lam = 0", {"cases": lambda: [(True, 0, 5, 1)]}),),
            ),
        ),
    )
)

# --- I5 -----------------------------------------------------------------------------------------------------------


def _entries(blocks: int) -> bool | None:
    """The three matrices have no symbol but m and r, and (2(m+1)+r) d_h entries."""
    head = classical_head(m, r)
    matrices = (head.W_Q, head.W_K, head.W_V)
    entries = sum(w.shape[0] * w.shape[1] for w in matrices)
    symbols_ = set().union(*(w.free_symbols for w in matrices))
    return bool(symbols_ <= {m, r} and (entries - (blocks * (m + 1) + r) * head.width).expand() == 0)


declare(
    Statement(
        label="I5",
        title="One classical head, many prefixes",
        kind="theorem",
        says="The matrices of I3 depend on m and q only. Whatever f and eps: if the core head with keys that form a "
        "delta-net, delta < pi/2, comes within (1-eta) eps of f (F3 has such prefixes, lam as large as wanted), then "
        "the same prefix brings the classical head with T visible context tokens within eps.",
        formula=And(Eq(size, (2 * (m + 1) + r) ** 2), Le(error, eps)),
        variables=(
            integers(m, 1),
            integers(r, 1, meaning="size of the value block"),
            integers(T, 1, meaning="visible context tokens"),
            positive(sup, "upper bound of |f|"),
            positive(eps, "the error asked for"),
            interval(eta, 0, 1, "()", "share of the error left to the context"),
            interval(delta, 0, pi / 2, "()", "covering radius of the keys (radians)"),
            positive(lam, "scale of the logits"),
            quantity(core_error, "error |A(x) - f(x)| of the core head"),
            quantity(S, "denominator of the core head at x"),
            quantity(s, "<x,p> for the key p nearest to x", -1, 1),
            quantity(share, "share of the context in the weights of the classical head"),
            quantity(error, "error of the classical head at x"),
            quantity(size, "number of entries of W_Q, W_K and W_V"),
        ),
        hypotheses=(
            Hypothesis(Le(core_error, (1 - eta) * eps), "the core head is within (1-eta) eps of f"),
            Hypothesis(Ge(lam * cos(delta), log(sup * T / (eta * eps))), "lam >= ln(sup|f| T/(eta eps))/cos delta"),
        ),
        by_definition=(
            Hypothesis(Eq(share * (T + S), T), "by I3 the context has T weights 1 beside the core head's sum S"),
            Hypothesis(
                Le(error, (1 - share) * core_error + share * sup),
                "by I3 the head is (1 - share) A + share 0, and |f(x)| <= sup",
            ),
            Hypothesis(Ge(s, cos(delta)), "the nearest key is at distance <= delta"),
            Hypothesis(Ge(S, exp(lam * s)), "the nearest key is one of the terms"),
        ),
        uses=("I3", "F3"),
        steps=(
            Instances(
                name="matrices",
                says="Nothing but m and r occurs in the matrices.",
                holds=_entries,
                cases=lambda: [(2,)],
                covers="all m, r",
                complete=True,
                claim=Eq(size, (2 * (m + 1) + r) ** 2),
                mutants=(Mutant("one block fewer", {"cases": lambda: [(1,)]}),),
            ),
            Deduction(
                name="nearest key",
                says="The bound for lam: e^{lam cos delta} >= sup|f| T/(eta eps).",
                claim=Ge(S * eta * eps, sup * T),
                mutants=(Mutant("twice as much", {"claim": Ge(S * eta * eps, 2 * sup * T)}),),
            ),
            Deduction(
                name="context",
                says="share |f| <= T |f|/S.",
                claim=Le(share * sup, eta * eps),
                uses=("nearest key",),
                mutants=(Mutant("half of it", {"claim": Le(share * sup, eta * eps / 2)}),),
            ),
            Deduction(
                name="error",
                says="(1-eta) eps + eta eps.",
                claim=Le(error, eps),
                uses=("context",),
                mutants=(Mutant("a smaller error", {"claim": Le(error, eps * (1 - eta / 8))}),),
            ),
        ),
    )
)
