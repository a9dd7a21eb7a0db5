"""Chapter J: maps that act on every position of a sequence, by one prefix."""

from __future__ import annotations

from flint import fmpq
from sympy import And, Implies, Or, cos, exp, pi, symbols  # type: ignore[import-untyped]

from theory.proof_steps import (
    Deduction,
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
from theory.relations import Eq, Ge, Gt, Le

T, mu, lam = symbols("T mu lam", positive=True)
h, H, head, num, f, F, corrected, u, w, nearest, delta = symbols(
    "h H head num f F corrected u w nearest delta", real=True
)
D, den, hits, count, leak, spread, others, share, C, S = symbols(
    "D den hits count leak spread others share C S", nonnegative=True
)
g, i, d, all_tokens, tokens_s = symbols("g i d all_tokens tokens_s", nonnegative=True)

GAIN = exp(mu)
positions = integers(T, 1, meaning="positions of the sequence")
gain = positive(mu, "gain of the position code: the logits are lam <x,p_i> + mu <c_t,c_s>")
scale = positive(lam, "scale of the logits")

Table = tuple[tuple[int, ...], ...]

# --- J ------------------------------------------------------------------------------------------------------------


def _exact_heads(
    boost: int, values: tuple[tuple[int, ...], ...], s: int, leaking: bool, *, wrong: int = 0
) -> bool | None:
    """The head at position s, token by token, against the formula of J; rational weights stand for e^{lam <x,p_i>}.

    ``values[t][i]`` are the values f_t(p_i); ``boost`` stands for e^mu.  With ``leaking`` False the corrected values.
    """
    total, e = len(values), fmpq(boost)
    weights = [fmpq(2 + i, 1 + i * i) for i in range(len(values[0]))]
    mass = sum(weights, fmpq(0))
    heads = [sum((w * v for w, v in zip(weights, row, strict=True)), fmpq(0)) / mass for row in values]
    used = [[fmpq(v) for v in row] for row in values]
    if not leaking:
        sums = [fmpq(sum(column)) for column in zip(*values, strict=True)]
        used = [[((e + total - 1) * v - sums[i]) / (e - 1) for i, v in enumerate(row)] for row in values]
    top, bottom = fmpq(0), (e + total - 1) * mass
    for t, row in enumerate(used):
        top += sum((w * v for w, v in zip(weights, row, strict=True)), fmpq(0)) * (e if t == s else 1)
    mixture = ((e - 1 - wrong) * heads[s] + sum(heads, fmpq(0))) / (e - wrong + total - 1)
    return bool(top / bottom == (mixture if leaking else heads[s]))


EXAMPLES = (
    (3, ((1, -2, 5), (0, 7, 1)), 0),
    (7, ((1, -2, 5), (0, 7, 1), (4, 4, -3)), 2),
    (2, ((9,), (1,), (0,), (-5,)), 1),
)

declare(
    Statement(
        label="J",
        title="Element-wise maps with position-dependent functions",
        kind="theorem",
        says="One prefix serves every position. Tokens (t,i) with logits lam <x,p_i> + mu [t = s] at position s and "
        "values f_t(p_i): the head mixes the heads h_t of the f_t by known weights; values "
        "((e^mu+T-1) f_s - sum_t f_t)/(e^mu-1) undo the mixing exactly.",
        formula=And(
            Eq(head * (GAIN + T - 1), (GAIN - 1) * h + H),
            Le(leak * (GAIN + T - 1), (T - 1) * spread),
            Eq(corrected, h),
        ),
        variables=(
            positions,
            gain,
            quantity(D, "sum_i e^{lam <x,p_i>}, common to all positions"),
            quantity(h, "h_s(x), a component of the head of f_s alone, at position s", None),
            quantity(H, "sum_t h_t(x)", None),
            quantity(hits, "number of positions t = s"),
            quantity(count, "number of positions"),
            quantity(others, "number of positions t != s"),
            quantity(num, "numerator of the head at position s", None),
            quantity(den, "its denominator"),
            quantity(head, "the head A_s(x) at position s", None),
            quantity(leak, "|A_s(x) - h_s(x)| in R^q"),
            quantity(spread, "max_t |h_t(x) - h_s(x)|"),
            quantity(S, "|sum_t (h_t(x) - h_s(x))|"),
            quantity(f, "the head of the corrected values of f_s alone", None),
            quantity(F, "sum over t of the heads of the corrected values", None),
            quantity(corrected, "the head at position s with the corrected values", None),
        ),
        by_definition=(
            Hypothesis(Gt(D, 0), "a sum of exponentials"),
            Hypothesis(Eq(head * den, num), "the head is numerator / denominator"),
            Hypothesis(
                And(Eq(hits, 1), Eq(count, T), Eq(others, T - 1)), "t runs through T positions, s is one of them"
            ),
            Hypothesis(
                Implies(Eq((head - h) * (GAIN + T - 1), H - T * h), Eq(leak * (GAIN + T - 1), S)),
                "norms are homogeneous: if (e^mu+T-1)(A_s - h_s) = sum_t (h_t - h_s) in every component, then in norm",
            ),
            Hypothesis(Eq(f * (GAIN - 1), (GAIN + T - 1) * h - H), "heads are linear in the values"),
            Hypothesis(Eq(F * (GAIN - 1), (GAIN + T - 1) * H - T * H), "and so is their sum over t"),
        ),
        note="mu > 0 is needed for the correction only. Vectors: the first and third claim hold componentwise.",
        steps=(
            Induction(
                name="sums",
                says="Position after position: its tokens add D e^{mu [t=s]} h_t and D e^{mu [t=s]}.",
                where=(integers(i, 0, 1, "1 for t = s, else 0"), real(u, "h_t")),
                start={num: 0, den: 0, hits: 0, count: 0, H: 0},
                becomes={
                    num: num + D * (1 + (GAIN - 1) * i) * u,
                    den: den + D * (1 + (GAIN - 1) * i),
                    hits: hits + i,
                    count: count + 1,
                    H: H + u,
                },
                given=(Or(Eq(i, 0), And(Eq(i, 1), Eq(u, h))),),
                claim=And(Eq(num, D * ((GAIN - 1) * hits * h + H)), Eq(den, D * ((GAIN - 1) * hits + count))),
                mutants=(
                    Mutant(
                        "gain for every position",
                        {"claim": And(Eq(num, D * GAIN * H), Eq(den, D * GAIN * count))},
                    ),
                ),
            ),
            Deduction(
                name="mixture",
                says="Divide; t = s comes once.",
                claim=Eq(head * (GAIN + T - 1), (GAIN - 1) * h + H),
                uses=("sums",),
                mutants=(Mutant("no leakage", {"claim": Eq(head, h)}),),
            ),
            Deduction(
                name="difference",
                says="The same, minus (e^mu+T-1) h_s.",
                claim=Eq((head - h) * (GAIN + T - 1), H - T * h),
                uses=("mixture",),
                mutants=(Mutant("a sign", {"claim": Eq((head - h) * (GAIN + T - 1), T * h - H)}),),
            ),
            Induction(
                name="triangle inequality",
                says="The other positions one after another.",
                where=(interval(d, 0, spread, "[]", "|h_t - h_s| for the next t != s"), interval(w, 0, None)),
                start={S: 0, others: 0},
                becomes={S: w, others: others + 1},
                given=(Le(w, S + d),),
                claim=Le(S, others * spread),
                mutants=(Mutant("half of it", {"claim": Le(S, others * spread / 2)}),),
            ),
            Deduction(
                name="leakage",
                says="There are T-1 others.",
                claim=Le(leak * (GAIN + T - 1), (T - 1) * spread),
                uses=("difference", "triangle inequality"),
                mutants=(Mutant("T-2 others", {"claim": Le(leak * (GAIN + T - 1), (T - 2) * spread)}),),
            ),
            Deduction(
                name="correction",
                says="The mixture of the corrected values: (e^mu-1) f + F.",
                claim=Eq(corrected, h),
                uses=(Use("mixture", {head: corrected, h: f, H: F}),),
                mutants=(Mutant("without the mixture", {"uses": ()}),),
            ),
            Instances(
                name="token by token",
                says="Exact heads with rational weights: mixture and correction.",
                holds=_exact_heads,
                cases=lambda: [(*case, leaking) for case in EXAMPLES for leaking in (True, False)],
                covers="6 heads",
                evidence=True,
                mutants=(
                    Mutant(
                        "the formula with gain e^mu - 1",
                        {"holds": lambda b, v, s, leaking: _exact_heads(b, v, s, leaking, wrong=1)},
                    ),
                ),
            ),
        ),
    )
)

# --- J', J'' ------------------------------------------------------------------------------------------------------

declare(
    Statement(
        label="J'",
        title="Element-wise maps with a node set per position",
        kind="theorem",
        says="Position t has its own N_t keys p_ti, nets of covering radius delta_t, with one lam: other positions and "
        "context of weight C keep a share at most ((N_tot - N_s) e^{lam (1 - cos delta_s)} + C e^{-lam cos delta_s}) "
        "e^{-mu} of the weight.",
        formula=And(
            Eq(share * (GAIN * D + others + C), others + C),
            Le(share, ((all_tokens - tokens_s) * exp(lam * (1 - cos(delta))) + C * exp(-lam * cos(delta))) * exp(-mu)),
            Le(leak, share * spread),
        ),
        variables=(
            gain,
            scale,
            interval(delta, 0, pi, "[]", "covering radius delta_s of the keys of position s (radians)"),
            integers(all_tokens, 1, meaning="N_tot"),
            integers(tokens_s, 1, all_tokens, meaning="N_s"),
            interval(C, 0, None, "[)", "weight of the visible context tokens, their values 0"),
            quantity(D, "D_s = sum_i e^{lam <x,p_si>}"),
            quantity(others, "sum over t != s of D_t = sum_i e^{lam <x,p_ti>}"),
            quantity(count, "number of the tokens of the other positions"),
            quantity(share, "share of the other positions and of the context in the weights"),
            quantity(leak, "|A_s(x) - h_s(x)|"),
            quantity(S, "|weighted sum of v - h_s(x)| over the other tokens and the context, divided by their weight"),
            quantity(spread, "largest |v - h_s(x)| of these tokens"),
            quantity(nearest, "<x,p> for the key p of position s nearest to x", -1, 1),
        ),
        by_definition=(
            Hypothesis(Eq(share * (GAIN * D + others + C), others + C), "the share of the rest"),
            Hypothesis(Eq(count, all_tokens - tokens_s), "tokens of the other positions"),
            Hypothesis(Ge(nearest, cos(delta)), "the nearest key is at distance <= delta_s"),
            Hypothesis(Ge(D, exp(lam * nearest)), "the nearest key is one of the terms"),
            Hypothesis(Eq(leak, share * S), "A_s = (1 - share) h_s + share (mean of the rest)"),
            Hypothesis(Le(S, spread), "a mean is no larger than the largest term"),
        ),
        note="Theory J states the bound for C = 0.",
        steps=(
            Induction(
                name="other tokens",
                says="Each has <x,p> <= 1.",
                where=(interval(u, -1, 1, "[]", "<x,p> for the next token"),),
                start={others: 0, count: 0},
                becomes={others: others + exp(lam * u), count: count + 1},
                claim=Le(others, count * exp(lam)),
                mutants=(Mutant("half of it", {"claim": Le(others, count * exp(lam) / 2)}),),
            ),
            Deduction(
                name="own keys",
                says="exp increases.",
                claim=Ge(D, exp(lam * cos(delta))),
                mutants=(Mutant("twice as much", {"claim": Ge(D, 2 * exp(lam * cos(delta)))}),),
            ),
            Deduction(
                name="share",
                says="share <= (others + C)/(e^mu D_s).",
                claim=And(
                    Eq(share * (GAIN * D + others + C), others + C),
                    Le(share * GAIN * D, others + C),
                ),
                mutants=(Mutant("half of it", {"claim": Le(share * GAIN * D, (others + C) / 2)}),),
            ),
            Deduction(
                name="rest",
                says="Put the two sums in.",
                claim=Le(share * GAIN * exp(lam * cos(delta)), (all_tokens - tokens_s) * exp(lam) + C),
                uses=("other tokens", "own keys", "share"),
                mutants=(
                    Mutant(
                        "one token fewer",
                        {"claim": Le(share * GAIN * exp(lam * cos(delta)), (all_tokens - tokens_s - 1) * exp(lam) + C)},
                    ),
                ),
            ),
            Deduction(
                name="bound",
                says="Multiply by e^{-mu - lam cos delta_s}.",
                claim=Le(
                    share,
                    ((all_tokens - tokens_s) * exp(lam * (1 - cos(delta))) + C * exp(-lam * cos(delta))) * exp(-mu),
                ),
                uses=("rest",),
                mutants=(
                    Mutant(
                        "without the context",
                        {"claim": Le(share, (all_tokens - tokens_s) * exp(lam * (1 - cos(delta))) * exp(-mu))},
                    ),
                ),
            ),
            Deduction(
                name="leakage",
                says="The rest moves the head by its share of the spread.",
                claim=Le(leak, share * spread),
                mutants=(Mutant("half of it", {"claim": Le(leak, share * spread / 2)}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="J''",
        title="Position codes of coherence g",
        kind="theorem",
        says="Unit codes with |<c_t,c_s>| <= g < 1 in fewer than T dimensions: in the leakage of J e^mu becomes "
        "e^{mu (1-g)}.",
        formula=And(
            Le(share * (exp(mu * (1 - g)) + T - 1), T - 1),
            Le(leak * (exp(mu * (1 - g)) + T - 1), (T - 1) * spread),
        ),
        variables=(
            positions,
            gain,
            interval(g, 0, 1, "[)", "coherence of the code"),
            quantity(others, "sum over t != s of e^{mu <c_t,c_s>}"),
            quantity(count, "number of positions t != s"),
            quantity(share, "share of the other positions in the weights at position s"),
            quantity(S, "|mean of h_t - h_s over the other positions, weighted by e^{mu <c_t,c_s>}|"),
            quantity(spread, "max_t |h_t(x) - h_s(x)|"),
            quantity(leak, "|A_s(x) - h_s(x)|"),
        ),
        by_definition=(
            Hypothesis(Eq(share * (GAIN + others), others), "common nodes: weights e^mu and e^{mu <c_t,c_s>}"),
            Hypothesis(Eq(count, T - 1), "t != s"),
            Hypothesis(Eq(leak, share * S), "A_s = (1 - share) h_s + share (mean of the h_t, t != s)"),
            Hypothesis(Le(S, spread), "a mean is no larger than the largest term"),
        ),
        note="Exact mixing and the exact correction of J need one value of <c_t,c_s> for all t != s.",
        steps=(
            Induction(
                name="other positions",
                says="Each has <c_t,c_s> <= g.",
                where=(interval(u, -g, g, "[]", "<c_t,c_s> for the next t"),),
                start={others: 0, count: 0},
                becomes={others: others + exp(mu * u), count: count + 1},
                claim=Le(others, count * exp(mu * g)),
                mutants=(Mutant("half of it", {"claim": Le(others, count * exp(mu * g) / 2)}),),
            ),
            Deduction(
                name="share",
                says="x/(e^mu + x) increases with x.",
                claim=Le(share * (exp(mu * (1 - g)) + T - 1), T - 1),
                uses=("other positions",),
                mutants=(Mutant("as if the codes were orthogonal", {"claim": Le(share * (exp(mu) + T - 1), T - 1)}),),
            ),
            Deduction(
                name="leakage",
                says="The others move the head by their share of the spread.",
                claim=Le(leak * (exp(mu * (1 - g)) + T - 1), (T - 1) * spread),
                uses=("share",),
                mutants=(
                    Mutant("half of it", {"claim": Le(leak * (exp(mu * (1 - g)) + T - 1), (T - 1) * spread / 2)}),
                ),
            ),
        ),
    )
)
