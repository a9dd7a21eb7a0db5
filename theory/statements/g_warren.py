"""Chapter G: a lower bound for every way of choosing prefixes with bounded logits, by Warren's count of sign patterns.

G3', in `theory.statements.g_unbounded`, needs no bounds.
"""

from __future__ import annotations

from collections.abc import Iterator

from flint import arb, fmpq, fmpq_poly
from sympy import Abs, And, E, Implies, Max, exp, gamma, log, symbols  # type: ignore[import-untyped]

from theory.balls import exact
from theory.balls import precision as working_precision
from theory.proof_steps import (
    Citation,
    Deduction,
    Induction,
    Inequality,
    Instances,
    Mutant,
    integers,
    interval,
    positive,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.statements.f_local import L, N, m, sphere_dimension, tokens
from theory.statements.f_prefix import eps, precision
from theory.statements.g_lower_bounds import worst
from theory.statements.g_packings import bump_variables, d, difference, lipschitz, packing, r, separation

n, B, V, W, h, x, y, z = symbols("n B V W h x y z", positive=True)
g, spread, error, patterns, degree, total, context = symbols(
    "g spread error patterns degree total context", nonnegative=True
)
gap, u, w = symbols("gap u w", nonnegative=True)
t = symbols("t", real=True)
head, numerator, polynomial = symbols("head numerator polynomial", real=True)

# --- G3: bounded logits --------------------------------------------------------------------------------------------

remainder = symbols("remainder", nonnegative=True)


def taylor_error_at_most(order: int, at: str, share: fmpq) -> bool | None:
    """|e^s - T_D(s)| <= share e^s for order = D + 1."""
    point, factorial, terms = exact(at), fmpq(1), [fmpq(1)]
    for i in range(1, order):
        factorial /= i
        terms.append(factorial)
    with working_precision(256):
        value = arb(point).exp()
        off = abs(value - arb(fmpq_poly(terms)(point)))
        return True if off <= share * value else False if off > share * value else None


def taylor_cases() -> Iterator[tuple[int, str, fmpq]]:
    """Orders D + 1 >= max(e^2 B, B + ln(1/eta')) for |s| <= B, the bound e^{-k} rounded down."""
    for bound, k in ((1, 2), (1, 20), (3, 5), (6, 40)):
        order = max(-(-739 * bound // 100), bound + k)
        share = fmpq(1000, 2719) ** k
        for at in (-bound, -fmpq(bound, 3), fmpq(bound, 2), bound):
            yield order, str(at), share


declare(
    Statement(
        label="G3a",
        title="Taylor polynomials approximate exp relatively",
        kind="lemma",
        says="|e^s - T_D(s)| <= eta' e^s on [-B, B] if D+1 >= max(e^2 B, B + ln(1/eta')).",
        formula=Le(spread, h),
        variables=(
            integers(n, 1, meaning="D + 1, D the degree of the Taylor polynomial T_D"),
            positive(B, "bound of |s|"),
            positive(h, "the relative accuracy eta'"),
            quantity(spread, "largest |e^s - T_D(s)| e^{-s} over |s| <= B"),
            quantity(t, "an s where it is attained", None),
            quantity(remainder, "|e^s - T_D(s)| there"),
        ),
        hypotheses=(
            Hypothesis(Ge(n, exp(2) * B), "D+1 >= e^2 B"),
            Hypothesis(Ge(n, B - log(h)), "D+1 >= B + ln(1/eta')"),
        ),
        by_definition=(
            Hypothesis(And(Le(-B, t), Le(t, B)), "|s| <= B"),
            Hypothesis(Eq(remainder, spread * exp(t)), "spread is attained at s"),
        ),
        steps=(
            Citation(
                name="Taylor",
                says="|e^s - T_D(s)| = |s|^{D+1}/(D+1)! e^c for a c between 0 and s.",
                key="dlmf",
                locator="1.4.36, 1.4.37",
                claim=Le(remainder * gamma(n + 1), Abs(t) ** n * Max(1, exp(t))),
            ),
            Inequality(
                name="factorial",
                says="n! >= (n/e)^n.",
                claim=Le((n * exp(-2)) ** n, exp(-n) * gamma(n + 1)),
                mutants=(Mutant("n! >= (n/2)^n", {"claim": Le((n / 2) ** n, gamma(n + 1))}),),
            ),
            Deduction(
                name="power",
                says="|s|^n <= (n/e^2)^n <= e^{-n} n!.",
                claim=Le(Abs(t) ** n, exp(-n) * gamma(n + 1)),
                uses=("factorial",),
                mutants=(Mutant("without the factorial", {"uses": ()}),),
            ),
            Deduction(
                name="accuracy",
                says="n >= B + ln(1/eta').",
                claim=And(Le(exp(B - n), h), Le(exp(-n), h * exp(-B))),
                mutants=(Mutant("half of it", {"claim": Le(exp(B - n), h / 2)}),),
            ),
            Deduction(
                name="relative",
                says="e^{-n} <= eta' e^{-B} <= eta' e^s.",
                claim=Le(spread, h),
                uses=("Taylor", "power", "accuracy"),
                mutants=(
                    Mutant("half of it", {"claim": Le(spread, h / 2)}),
                    Mutant("of a lower degree", {"uses": ("Taylor", "power")}),
                ),
            ),
            Instances(
                name="polynomials",
                says="Taylor polynomials against exp.",
                holds=taylor_error_at_most,
                cases=taylor_cases,
                mode="ball",
                covers="16 points",
                evidence=True,
                mutants=(Mutant("degree 2", {"cases": lambda: [(3, "1", fmpq(1, 100))]}),),
            ),
        ),
    )
)

sign_quantities = (
    quantity(error, "largest |A(x_j) - f_a(x_j)|, first components, for the head A of f_a"),
    quantity(head, "a_j A(x_j), first component, at any x_j, for a sign vector a", None),
    quantity(total, "sum of e^{s_i} over the tokens"),
    quantity(context, "what visible context tokens with value 0 add to it"),
    quantity(numerator, "a_j sum_i e^{s_i} v_i, first component", None),
    quantity(polynomial, "the polynomial in its place", None),
    quantity(degree, "largest degree of these polynomials"),
    quantity(patterns, "number of sign vectors (-1 or 1) that these polynomials take over all parameters"),
)
worst_error = quantity(worst, "largest error over all L-Lipschitz f, with the best of the prefixes admitted for each")
EVERY_FUNCTION = Hypothesis(Le(worst, eps), "every L-Lipschitz f has such a prefix with error <= eps")
sign_definitions = (
    Hypothesis(Implies(Le(difference, L * d), Le(error, worst)), "if f_a is in the class (G0b)"),
    Hypothesis(Ge(head, L * r - error), "a_j f_a(x_j) = L r"),
    Hypothesis(Gt(total, 0), "exponentials are positive"),
    Hypothesis(Eq(numerator, head * (total + context)), "the head is numerator/denominator"),
)

BOUNDED = (4 * E * n * packing / W) ** W

declare(
    Statement(
        label="G3",
        title="Any selection with bounded logits and values",
        kind="theorem",
        says="If every L-Lipschitz f has an N-token prefix with |score| <= B, |v_i| <= V and error <= eps, then "
        "2^M <= (4 e (D+1) M/W)^W for M = M(r), eps + V eta' < L r, as long as W = N(m+2) <= M (N(m+3) with biases).",
        formula=Le(2**packing, BOUNDED),
        variables=(
            sphere_dimension,
            tokens,
            integers(g, 0, 1, meaning="1 with biases, else 0"),
            integers(W, 1, meaning="number of real parameters that the first component depends on"),
            lipschitz,
            precision,
            separation,
            positive(V, "bound of the values"),
            positive(B, "bound of the scores"),
            positive(h, "eta'"),
            integers(n, 1, meaning="D + 1"),
            quantity(packing, "M(r), the largest number of points of S^m with pairwise distance >= 2r", 1),
            quantity(spread, "largest |e^s - T_D(s)| e^{-s} over |s| <= B"),
            quantity(gap, "|sum_i (e^{s_i} - T_D(s_i)) v_i|"),
            *bump_variables,
            worst_error,
            *sign_quantities,
        ),
        hypotheses=(
            EVERY_FUNCTION,
            Hypothesis(Eq(W, N * (m + 2 + g)), "W = N(m+2), or N(m+3) with biases"),
            Hypothesis(Le(W, packing), "W <= M"),
            Hypothesis(Lt(eps + V * h, L * r), "eps + V eta' < L r"),
            Hypothesis(Ge(n, exp(2) * B), "D+1 >= e^2 B"),
            Hypothesis(Ge(n, B - log(h)), "D+1 >= B + ln(1/eta')"),
        ),
        by_definition=(
            *sign_definitions,
            Hypothesis(Ge(polynomial, numerator - gap), "T_D(s_i) in place of e^{s_i}"),
            Hypothesis(Eq(degree, (n - 1) + 1), "T_D(<k,x> + b) v has degree D + 1 in k, b, v"),
            Hypothesis(Implies(Gt(polynomial, 0), Eq(patterns, 2**packing)), "all sign vectors a of length M occur"),
        ),
        value=BOUNDED,
        note="The bound is the right-hand side.  Only the numerator's sign matters, so V eta' (not 2 V eta') is right; "
        "visible context tokens with value 0 change nothing.",
        steps=(
            Induction(
                name="numerators",
                says="Each token contributes at most spread e^{s_i} V.",
                where=(
                    interval(w, 0, None, "[)", "e^{s_i} of the next token"),
                    interval(u, 0, None, "[)", "|e^{s_i} - T_D(s_i)| |v_i|"),
                ),
                start={gap: 0, total: 0},
                becomes={gap: gap + u, total: total + w},
                given=(Le(u, spread * w * V),),
                claim=Le(gap, spread * V * total),
                mutants=(Mutant("half of it", {"claim": Le(gap, spread * V * total / 2)}),),
            ),
            Deduction(
                name="signs",
                says="|numerator| >= (L r - worst) total > V eta' total.",
                claim=Gt(polynomial, 0),
                uses=("numerators", "G3a", "G0b"),
                mutants=(
                    Mutant("functions outside the class", {"uses": ("numerators", "G3a")}),
                    Mutant("without Taylor", {"uses": ("numerators", "G0b")}),
                ),
            ),
            Citation(
                name="Warren",
                says="M >= W polynomials of degree <= D+1 in W variables take at most (4 e (D+1) M/W)^W sign vectors "
                "without zeros.",
                key="warren1968",
                locator="Theorem 3",
                claim=Implies(And(Le(degree, n), Le(W, packing)), Le(patterns, BOUNDED)),
            ),
            Deduction(
                name="count",
                says="All 2^M sign vectors occur.",
                claim=Le(2**packing, BOUNDED),
                uses=("signs", "Warren"),
                mutants=(
                    Mutant("without the signs", {"uses": ("Warren",)}),
                    Mutant("without Warren", {"uses": ("signs",)}),
                ),
            ),
        ),
    )
)
