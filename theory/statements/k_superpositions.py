"""Chapter K, fourth part: several shifted scalars combined by a mean, a median or a partition of unity."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flint import fmpq
from sympy import Abs, And, Max, Or, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Induction, Instances, Mutant, Use, integers, interval, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le
from theory.statements.k_staircases import (
    BAD_SHIFTS,
    FEATURES,
    GOOD_SHIFT,
    MODULUS,
    OSCILLATION,
    RAMPS,
    SIZES,
    Q,
    bad,
    count,
    error,
    grid,
    hits,
    i,
    n,
    off,
    osc,
    sample,
    sample_modulus,
    tau,
    total,
    u,
    v,
    w,
    y,
)
from theory.superposition import Superposition

median, top, value = symbols("median top value", real=True)
above, below, bottom, bump, badness, weight, a = symbols("above below bottom bump badness weight a", nonnegative=True)

Form = Callable[[Superposition, Callable[[Sequence[fmpq]], fmpq], Sequence[fmpq]], fmpq]


def _within(form: Form, bound: Callable[[int, int, int], fmpq]) -> Callable[..., bool]:
    """Does the exact value of a superposition of `sample` stay within the bound(n, k, Q)?"""

    def holds(size: int, ramps: int, shifts: int, xs: tuple[fmpq, ...]) -> bool:
        got = form(Superposition(size, ramps, shifts), sample, xs)
        return bool(abs(got - sample(xs)) <= bound(size, ramps, shifts))

    return holds


# --- K4, K4', K4'' ------------------------------------------------------------------------------------------------

SHIFTED = (
    FEATURES,
    RAMPS,
    MODULUS,
    GOOD_SHIFT,
    BAD_SHIFTS,
    quantity(hits, "bad shifts among those counted"),
    quantity(count, "shifts counted"),
)

declare(
    Statement(
        label="K4",
        title="Mean of shifted scalars",
        kind="theorem",
        says="|(1/Q) sum_s g_s(R_s(x)) - f(x)| <= w(f; 1/(2k)) + (n/Q) osc(f): continuous scalars, uniformly.",
        formula=Le(error, w + n * osc / Q),
        variables=(
            integers(Q, 1, meaning="number of shifts"),
            *SHIFTED,
            OSCILLATION,
            quantity(total, "sum over the shifts of |g_s(R_s(x)) - f(x)|"),
            quantity(error, "|mean - f(x)|"),
        ),
        by_definition=(
            Hypothesis(And(Eq(count, Q), Eq(hits, bad)), "all Q shifts"),
            Hypothesis(Le(error * Q, total), "triangle inequality for the mean"),
        ),
        value=w + n * osc / Q,
        code=("theory.superposition:Superposition",),
        steps=(
            Induction(
                name="sum",
                says="A good shift adds at most w by K3', a bad one at most osc(f).",
                where=(interval(u, 0, None, "[)", "|g_s(R_s(x)) - f(x)| for the next shift"), integers(i, 0, 1)),
                start={total: 0, hits: 0, count: 0},
                becomes={total: total + u, hits: hits + i, count: count + 1},
                given=(Or(And(Eq(i, 0), Eq(u, off)), And(Eq(i, 1), Le(u, osc))),),
                uses=(Use("K3'", {tau: 1 / Q}),),
                claim=Le(total, count * w + hits * osc),
                mutants=(
                    Mutant("without bad shifts", {"claim": Le(total, count * w)}),
                    Mutant("without K3'", {"uses": ()}),
                ),
            ),
            Deduction(
                name="mean",
                says="At most n of the Q shifts are bad.",
                claim=Le(error, w + n * osc / Q),
                uses=("sum", Use("K3'", {tau: 1 / Q})),
                mutants=(Mutant("half the bad shifts", {"claim": Le(error, w + n * osc / (2 * Q))}),),
            ),
            Instances(
                name="code",
                says="Exact means of theory.superposition.",
                holds=_within(Superposition.mean, lambda f, r, q: sample_modulus(f, r) + fmpq(f * f, q)),
                cases=lambda: grid(SIZES),
                covers="points of grids, n <= 2",
                evidence=True,
                mutants=(
                    Mutant(
                        "a tenth of w and no osc",
                        {"holds": _within(Superposition.mean, lambda f, r, q: sample_modulus(f, r) / 10)},
                    ),
                ),
            ),
        ),
    )
)

declare(
    Statement(
        label="K4'",
        title="Median of 2n+1 shifted scalars",
        kind="theorem",
        says="|median_s g_s(R_s(x)) - f(x)| <= w(f; 1/(2k)) for 2n+1 shifts (componentwise): a fixed number of "
        "continuous scalars, as in Kolmogorov's theorem, and no term with osc(f).",
        formula=Le(Abs(median), w),
        variables=(
            *SHIFTED,
            quantity(median, "the median minus f(x)", None),
            quantity(above, "number of shifts with a value >= the median"),
            quantity(below, "number of shifts with a value <= the median"),
        ),
        by_definition=(
            Hypothesis(Eq(hits, bad), "all shifts"),
            Hypothesis(And(Ge(above, n + 1), Ge(below, n + 1)), "of 2n+1 values n+1 are >= their median, and n+1 <="),
        ),
        value=w,
        note="Theory K4' has w(f; 1/k), which any values of f in the cells give; cell centres halve the distance.",
        code=("theory.superposition:Superposition",),
        steps=(
            Induction(
                name="large values",
                says="If the median exceeds f(x) + w, only bad shifts have a value that large.",
                where=(real(v, "g_s(R_s(x)) - f(x) for the next shift"), integers(i, 0, 1), integers(a, 0, 1)),
                start={above: 0, hits: 0},
                becomes={above: above + a, hits: hits + i},
                given=(Or(Eq(i, 1), And(Eq(i, 0), Eq(Abs(v), off))), Or(Eq(a, 0), And(Eq(a, 1), Ge(v, median)))),
                uses=(Use("K3'", {Q: 2 * n + 1, tau: 1 / (2 * n + 1)}),),
                claim=Or(Le(median, w), Le(above, hits)),
                mutants=(
                    Mutant("without K3'", {"uses": ()}),
                    Mutant("half of w", {"claim": Or(Le(median, w / 2), Le(above, hits))}),
                ),
            ),
            Induction(
                name="small values",
                says="The same below.",
                where=(real(v, "g_s(R_s(x)) - f(x) for the next shift"), integers(i, 0, 1), integers(a, 0, 1)),
                start={below: 0, hits: 0},
                becomes={below: below + a, hits: hits + i},
                given=(Or(Eq(i, 1), And(Eq(i, 0), Eq(Abs(v), off))), Or(Eq(a, 0), And(Eq(a, 1), Le(v, median)))),
                uses=(Use("K3'", {Q: 2 * n + 1, tau: 1 / (2 * n + 1)}),),
                claim=Or(Ge(median, -w), Le(below, hits)),
                mutants=(Mutant("without K3'", {"uses": ()}),),
            ),
            Deduction(
                name="majority",
                says="n+1 values are not all bad.",
                claim=Le(Abs(median), w),
                uses=("large values", "small values", Use("K3'", {Q: 2 * n + 1, tau: 1 / (2 * n + 1)})),
                mutants=(
                    Mutant("half of w", {"claim": Le(Abs(median), w / 2)}),
                    Mutant("without K3'", {"uses": ("large values", "small values")}),
                ),
            ),
            Instances(
                name="code",
                says="Exact medians of theory.superposition.",
                holds=_within(Superposition.median, lambda f, r, q: sample_modulus(f, r)),
                cases=lambda: grid(((1, 3, 3), (1, 2, 3), (2, 2, 5), (2, 3, 5))),
                covers="points of grids, n <= 2",
                evidence=True,
                mutants=(Mutant("one shift is not enough", {"cases": lambda: grid(((1, 3, 1), (2, 3, 1)))}),),
            ),
        ),
    )
)

declare(
    Statement(
        label="K4''",
        title="Partition of unity with n+1 shifted scalars",
        kind="theorem",
        says="Staircases that jump (or climb steeply) where their bump is >= 1, weights w_s = max(0, 1 - sum_p "
        "bump_s(x_p)): F = sum w_s g_s(R_s)/sum w_s satisfies |F - f| <= w(f; 1/(2k)) with n+1 shifts.",
        formula=And(Ge(bottom, 1), Le(Abs(value), w)),
        variables=(
            *SHIFTED,
            quantity(badness, "b_s(x), the sum of the bumps of one shift"),
            quantity(bump, "bump_s(x_p) for any feature"),
            quantity(weight, "w_s = max(0, 1 - b_s(x))"),
            quantity(v, "g_s(R_s(x)) - f(x) for this shift", None),
            quantity(top, "sum over the shifts of w_s (g_s(R_s(x)) - f(x))", None),
            quantity(bottom, "sum over the shifts of w_s"),
            quantity(value, "F(x) - f(x)", None),
        ),
        by_definition=(
            Hypothesis(And(Eq(count, n + 1), Eq(hits, bad)), "n+1 shifts"),
            Hypothesis(And(Eq(weight, Max(0, 1 - badness)), Ge(badness, bump)), "weights"),
            Hypothesis(
                Or(Ge(bump, 1), Eq(Abs(v), off)),
                "where no bump is >= 1 the staircases have their levels, as in K3'",
            ),
            Hypothesis(Eq(value * bottom, top), "F - f = top/bottom"),
        ),
        value=w,
        code=("theory.superposition:Superposition",),
        steps=(
            Deduction(
                name="one shift",
                says="A positive weight means that no bump is >= 1.",
                claim=Or(Eq(weight, 0), Le(Abs(v), w)),
                uses=(Use("K3'", {Q: n + 1, tau: 1 / (n + 1)}),),
                mutants=(
                    Mutant("half of w", {"claim": Or(Eq(weight, 0), Le(Abs(v), w / 2))}),
                    Mutant("without K3'", {"uses": ()}),
                ),
            ),
            Induction(
                name="sums",
                says="Shift after shift; a shift without a feature in a ramp has weight 1.",
                where=(interval(u, 0, 1, "[]", "weight of the next shift"), real(y, "its error"), integers(i, 0, 1)),
                start={top: 0, bottom: 0, hits: 0, count: 0},
                becomes={top: top + u * y, bottom: bottom + u, hits: hits + i, count: count + 1},
                given=(Or(Eq(u, 0), Le(Abs(y), w)), Or(Eq(i, 1), Eq(u, 1))),
                claim=And(Ge(bottom, count - hits), Le(Abs(top), w * bottom)),
                mutants=(
                    Mutant("half of w", {"claim": Le(Abs(top), w * bottom / 2)}),
                    Mutant("bad shifts count as well", {"claim": Ge(bottom, count)}),
                ),
            ),
            Deduction(
                name="quotient",
                says="At most n of n+1 shifts are bad, so the sum of the weights is at least 1.",
                claim=And(Ge(bottom, 1), Le(Abs(value), w)),
                uses=("sums", Use("K3'", {Q: n + 1, tau: 1 / (n + 1)})),
                mutants=(
                    Mutant("without K3'", {"uses": ("sums",)}),
                    Mutant("half of w", {"claim": Le(Abs(value), w / 2)}),
                ),
            ),
            Instances(
                name="code",
                says="Exact quotients of theory.superposition.",
                holds=_within(Superposition.partition, lambda f, r, q: sample_modulus(f, r)),
                cases=lambda: grid(((1, 3, 2), (1, 2, 2), (2, 2, 3), (2, 3, 3))),
                covers="points of grids, n <= 2",
                evidence=True,
                mutants=(
                    Mutant(
                        "a tenth of w",
                        {"holds": _within(Superposition.partition, lambda f, r, q: sample_modulus(f, r) / 10)},
                    ),
                ),
            ),
        ),
    )
)

e_w, e_div, moved, zeros = symbols("e_w e_div moved zeros", nonnegative=True)
PARTITION_BUDGET = w + moved + n * e_w * (osc + moved) / (1 - e_w) + e_div

declare(
    Statement(
        label="K4b",
        title="Partition of unity with inexact parts: the error budget",
        kind="theorem",
        says="K4'' by prefixes: weights within e_w < 1 of w_s (and >= 0), values within `moved` of g_s (K5: osc(f) "
        "e_psi ((k+1)^n - 1)/k + e_g) where w_s > 0 and within `moved` of [min f, max f] elsewhere, division within "
        "e_div.",
        formula=Le(error, PARTITION_BUDGET),
        variables=(
            *SHIFTED,
            OSCILLATION,
            interval(e_w, 0, 1, "[)", "error of the weights"),
            interval(moved, 0, None, "[)", "error of the values"),
            interval(e_div, 0, None, "[)", "error of the division (an RMS normalisation and a decode)"),
            quantity(top, "sum over the shifts of (computed weight) (computed value - f(x))", None),
            quantity(bottom, "sum of the computed weights"),
            quantity(zeros, "shifts with w_s = 0"),
            quantity(error, "|computed F(x) - f(x)|"),
        ),
        by_definition=(
            Hypothesis(And(Eq(count, n + 1), Eq(hits, bad)), "n+1 shifts"),
            Hypothesis(Le(zeros, hits), "a shift without a feature in a ramp has w_s = 1"),
            Hypothesis(Le((error - e_div) * bottom, Abs(top)), "the quotient, and the error of the division"),
        ),
        value=PARTITION_BUDGET,
        steps=(
            Induction(
                name="sums",
                says="Shift after shift: weight and value as w_s > 0 or w_s = 0, and as x is in a ramp of s or not.",
                where=(
                    interval(u, 0, None, "[)", "computed weight of the next shift"),
                    real(y, "its computed value minus f(x)"),
                    integers(i, 0, 1, "1 if some feature is in a ramp"),
                    integers(a, 0, 1, "1 if w_s = 0"),
                ),
                start={top: 0, bottom: 0, zeros: 0, hits: 0, count: 0},
                becomes={
                    top: top + u * y,
                    bottom: bottom + u,
                    zeros: zeros + a,
                    hits: hits + i,
                    count: count + 1,
                },
                given=(
                    Or(And(Eq(a, 0), Le(Abs(y), off + moved)), And(Eq(a, 1), Le(Abs(y), osc + moved), Le(u, e_w))),
                    Or(Eq(i, 1), And(Eq(i, 0), Ge(u, 1 - e_w))),
                ),
                uses=(Use("K3'", {Q: n + 1, tau: 1 / (n + 1)}),),
                claim=And(
                    Ge(bottom, (1 - e_w) * (count - hits)),
                    Le(Abs(top), (w + moved) * bottom + e_w * (osc + moved) * zeros),
                ),
                mutants=(
                    Mutant("without the zero weights", {"claim": Le(Abs(top), (w + moved) * bottom)}),
                    Mutant("without K3'", {"uses": ()}),
                ),
            ),
            Deduction(
                name="weights",
                says="One of n+1 shifts is good.",
                claim=And(Ge(bottom, 1 - e_w), Le(zeros, n)),
                uses=("sums", Use("K3'", {Q: n + 1, tau: 1 / (n + 1)})),
                mutants=(Mutant("exact weights", {"claim": Ge(bottom, 1)}),),
            ),
            Deduction(
                name="quotient",
                says="Divide by at least 1 - e_w.",
                claim=Le((error - e_div - w - moved) * (1 - e_w), n * e_w * (osc + moved)),
                uses=("sums", "weights"),
                mutants=(
                    Mutant(
                        "half of it",
                        {"claim": Le(2 * (error - e_div - w - moved) * (1 - e_w), n * e_w * (osc + moved))},
                    ),
                ),
            ),
            Deduction(
                name="budget",
                says="The same, solved for the error.",
                claim=Le(error, PARTITION_BUDGET),
                uses=("quotient",),
                mutants=(Mutant("without e_div", {"claim": Le(error, PARTITION_BUDGET - e_div)}),),
            ),
        ),
    )
)
