"""Chapter A: Gegenbauer's expansion of the exponential (A6a), by Taylor polynomials."""

from __future__ import annotations

from sympy import Abs, And, Or, exp, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Induction, Mutant, Use, integers, interval, positive, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Ne
from theory.statements.a_harmonics import k as order
from theory.statements.a_harmonics import m, sphere
from theory.statements.a_kernel import lam, scale
from theory.statements.a_legendre import i as another
from theory.statements.a_legendre import k as degree
from theory.statements.a_legendre import t as argument
from theory.statements.a_orthogonality import inner, norm
from theory.symbols import dimension, legendre_d

eps, power = symbols("eps power", positive=True)
N, delta, w, mass, sizes, z, steps, bound, first, top, n, j, next_norm, start, lead = symbols(
    "N delta w mass sizes z steps bound first top n j next_norm start lead", nonnegative=True
)
k, n_terms, term, other, rest, powers = symbols("degree i term other rest powers", nonnegative=True)
c, series, partial, taylor, gap, a, d, size, value = symbols("c series partial taylor gap a d size value", real=True)
mean, found, elsewhere = symbols("mean found elsewhere", real=True)
f = symbols("f", nonnegative=True)

P_K = legendre_d(m, k, c)

declare(
    Statement(
        label="A6a",
        title="Gegenbauer's expansion of the exponential",
        kind="theorem",
        says="e^{lam t} = sum_k Z(m,k) phihat_k P_k(t) for -1 <= t <= 1.",
        formula=Eq(series, exp(lam * c)),
        variables=(
            sphere,
            scale,
            interval(c, -1, 1),
            integers(k, 0, meaning="a degree"),
            integers(order, 1, meaning="a degree"),
            positive(eps, "any accuracy"),
            quantity(series, "sum_k Z(m,k) phihat_k P_k(c)", None, free_of=(eps, k, order)),
            quantity(partial, "its terms up to a degree N that depends on eps", None),
            quantity(taylor, "T_N(c) = sum_{k<=N} Z(m,k) a_k P_k(c), the Taylor polynomial of e^{lam t}", None),
            quantity(sizes, "sum_{k<=N} Z(m,k)"),
            quantity(delta, "max |e^{lam t} - T_N(t)| on [-1,1]"),
            quantity(gap, "phihat_k - a_k, the mean of (e^{lam t} - T_N) P_k, a_k that of T_N P_k", None),
            quantity(n, "a degree"),
            quantity(top, "leading coefficient of P_n"),
            quantity(norm, "the mean of P_K^2, K >= 1 the degree `order`"),
            quantity(next_norm, "the mean of P_{K+1}^2"),
            quantity(inner, "the mean of P_n P_K", None),
            quantity(elsewhere, "the mean of P_n P_{K-1}", None),
            quantity(mean, "the mean of T_N P_K", None),
            quantity(found, "c_K/Z(m,K)", None),
            quantity(mass, "the mean of 1"),
            quantity(N, "the degree"),
            quantity(steps, "N less some degree >= 2 lam (1+2m)"),
            quantity(power, "2^steps", 1),
            quantity(bound, "lam^{N+1}/(N+1)! e^lam times 1 + sum_{k<=N} Z(m,k)"),
            quantity(start, "the bound for the first degree"),
            quantity(lead, "lam^{N+1}/(N+1)!"),
            quantity(n_terms, "number of terms"),
            quantity(term, "lam^{N+1+i}/(N+1+i)!"),
            quantity(other, "lam^i/i!"),
            quantity(rest, "the sum of the first"),
            quantity(powers, "the sum of the second, e^lam"),
        ),
        by_definition=(
            Hypothesis(Eq(mass, 1), "a law"),
            Hypothesis(Le(Abs(exp(lam * c) - taylor), delta), "delta is a maximum"),
            Hypothesis(Le(delta, rest), "the terms beyond N of the exponential series, |t| <= 1"),
            Hypothesis(Eq(powers, exp(lam)), "the exponential series"),
            Hypothesis(Eq(bound, lead * exp(lam) * (1 + sizes)), "bound"),
            Hypothesis(Le(start, eps * (steps + 1)), "so far is N chosen"),
            Hypothesis(
                Le(Abs(series - partial), eps),
                "series is the limit of its partial sums; all late ones are near e^{lam c}, as the steps show",
            ),
        ),
        source="dlmf 10.23.9, 10.35.2",
        uses=("A5",),
        steps=(
            Induction(
                name="coefficients",
                says="|P_k| <= 1 (A2). Means are limits of sums: adding a node of weight w.",
                where=(interval(w, 0, None, "[)", "weight of the next node"), real(d, "e^{lam t} - T_N there")),
                start={gap: 0, mass: 0},
                becomes={gap: gap + w * d * P_K, mass: mass + w},
                given=(Le(Abs(d), delta),),
                claim=Le(Abs(gap), delta * mass),
                uses=(Use("A2", {degree: k, argument: c}),),
                mutants=(Mutant("without A2", {"uses": ()}),),
            ),
            Induction(
                name="leading coefficients",
                says="P_n has degree n, for its leading coefficient is positive: P_0..P_N span the polynomials.",
                start={n: 1, top: 1},
                becomes={n: n + 1, top: top * (2 * n + m - 1) / (n + m - 1)},
                claim=And(Gt(top, 0), Ge(n, 1)),
                mutants=(Mutant("2n-3m", {"becomes": {n: n + 1, top: top * (2 * n - 3 * m) / (n + m - 1)}}),),
            ),
            Induction(
                name="means",
                says="T_N = sum_n c_n P_n has the mean c_k/Z(m,k) with P_k: term after term.",
                where=(
                    real(value, "c_n"),
                    integers(j, 0, meaning="n"),
                    real(d, "the mean of P_n P_k"),
                    real(a, "1/Z(m,k) for n = k, otherwise 0"),
                ),
                start={mean: 0, found: 0},
                becomes={mean: mean + value * d, found: found + value * a},
                given=(
                    Or(
                        And(Eq(j, order), Eq(d, norm), Eq(a * dimension(m, order), 1)),
                        And(Ne(j, order), Eq(d, inner), Eq(a, 0)),
                    ),
                ),
                claim=Eq(mean, found),
                uses=(
                    "A1",
                    Use("A2c", {degree: order - 1, another: j, inner: elsewhere}),
                    Use("A2c", {degree: order, another: j, norm: next_norm}),
                ),
                mutants=(Mutant("without orthogonality", {"uses": ("A1",)}),),
            ),
            Induction(
                name="partial sums",
                says="Degree after degree, Z(m,k) times phihat_k = a_k + gap.",
                where=(interval(z, 0, None, "[)", "Z(m,k)"), real(a, "a_k")),
                start={taylor: 0, partial: 0, sizes: 0},
                becomes={taylor: taylor + z * a * P_K, partial: partial + z * (a + gap) * P_K, sizes: sizes + z},
                claim=Le(Abs(partial - taylor), delta * sizes),
                uses=("coefficients", Use("A2", {degree: k, argument: c})),
                mutants=(Mutant("half of it", {"claim": Le(2 * Abs(partial - taylor), delta * sizes)}),),
            ),
            Deduction(
                name="growth",
                says="Dimensions grow at most by the factor 2m.",
                where=(integers(order, 1),),
                claim=Le(dimension(m, order + 1), 2 * m * dimension(m, order)),
                uses=("A1",),
                mutants=(Mutant("2", {"claim": Le(dimension(m, order + 1), 2 * dimension(m, order))}),),
            ),
            Deduction(
                name="next bound",
                says="So the bound of the remainder is multiplied by at most lam (1+2m)/(N+2).",
                where=(
                    integers(order, 1, meaning="N"),
                    real(size, "1 + sum of the dimensions up to N, at least Z(m,N)"),
                    real(a, "the bound for N"),
                    interval(f, 0, None, "[)", "the bound for N+1"),
                ),
                given=(
                    Ge(size, dimension(m, order)),
                    Ge(a, 0),
                    Eq(f * (order + 2) * size, a * lam * (size + dimension(m, order + 1))),
                ),
                claim=Le(f * (order + 2), a * lam * (1 + 2 * m)),
                uses=("growth", "A1"),
                mutants=(Mutant("2m", {"claim": Le(f * (order + 2), a * lam * m)}),),
            ),
            Induction(
                name="halving",
                says="From some degree >= 2 lam (1+2m) on the bound is halved at every step, and 2^s >= s+1.",
                where=(interval(first, 2 * lam * (1 + 2 * m), None, "[)", "that degree"), interval(f, 0, None, "[)")),
                start={steps: 0, power: 1, bound: start, N: first},
                becomes={steps: steps + 1, power: 2 * power, bound: f, N: N + 1},
                given=(Le(f * (N + 2), bound * lam * (1 + 2 * m)),),
                claim=And(Le(bound * power, start), Ge(power, steps + 1), Ge(N, 2 * lam * (1 + 2 * m)), Ge(bound, 0)),
                mutants=(
                    Mutant(
                        "from a smaller degree on",
                        {"where": (interval(first, 0, None, "[)"), interval(f, 0, None, "[)"))},
                    ),
                ),
            ),
            Induction(
                name="remainder",
                says="The terms beyond N, divided by the first of them, lie below those of e^lam.",
                start={n_terms: 0, term: lead, other: 1, rest: 0, powers: 0},
                becomes={
                    n_terms: n_terms + 1,
                    term: term * lam / (N + 2 + n_terms),
                    other: other * lam / (n_terms + 1),
                    rest: rest + term,
                    powers: powers + other,
                },
                claim=And(Le(term, lead * other), Le(rest, lead * powers), Ge(n_terms, 0)),
                mutants=(Mutant("half of it", {"claim": And(Le(term, lead * other / 2), Ge(n_terms, 0))}),),
            ),
            Deduction(
                name="up to eps",
                says="T_N is near e^{lam t}, and the partial sum near T_N.",
                claim=Le(Abs(series - exp(lam * c)), 2 * eps),
                uses=("partial sums", "remainder", "halving"),
                mutants=(Mutant("half of it", {"claim": Le(Abs(series - exp(lam * c)), eps)}),),
            ),
            Deduction(
                name="equality",
                says="For every eps > 0.",
                claim=Eq(series, exp(lam * c)),
                uses=(Use("up to eps", {eps: Abs(series - exp(lam * c)) / 4}),),
                mutants=(Mutant("for one eps", {"uses": ("up to eps",)}),),
            ),
        ),
    )
)
