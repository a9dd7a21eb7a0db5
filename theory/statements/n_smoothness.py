"""Chapter N, second part: bounded keys make a head smooth, so no number of tokens beats a floor."""

from __future__ import annotations

from collections.abc import Iterator

from flint import fmpq
from sympy import Abs, And, Implies, sqrt, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Induction, Instances, Mutant, interval, positive, quantity
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le

K, V, L, eps = symbols("K V L eps", positive=True)
p, mass, spread, spread2, t, t0, w, error, drop, rise, second = symbols(
    "p mass spread spread2 t t0 w error drop rise second", nonnegative=True
)
s1, s2, v, e1, e2, ev, first, pv, pa, paa, pav, paav, pc, pcc, pcv, third, mixed, d1, d2 = symbols(
    "s1 s2 v e1 e2 ev first pv pa paa pav paav pc pcc pcv third mixed d1 d2", real=True
)

FLOOR = 2 * V * K**2 + V * K
"""Bound G of the second derivative of a head along great circles."""


def _heads() -> Iterator[tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]]:
    """Tokens with weights w, first and second logarithmic derivatives a and c of the weights, and values v."""
    yield (1, 2, 3), (1, -2, 0), (4, 0, -1), (2, -3, 5)
    yield (5, 1), (3, -1), (-2, 2), (1, 0)
    yield (1, 1, 2, 7), (0, 4, -3, 1), (1, 1, 0, -5), (-1, 6, 2, 0)


def _by_series(weights: tuple[int, ...], a: tuple[int, ...], c: tuple[int, ...], v: tuple[int, ...], twos: int) -> bool:
    """A' and A'' from the Taylor polynomials of numerator and denominator, against the moments of the statement."""
    p_ = [fmpq(x, sum(weights)) for x in weights]
    top = [sum((x * y * z for x, y, z in zip(p_, f, v, strict=True)), fmpq(0)) for f in _factors(a, c)]
    low = [sum((x * y for x, y in zip(p_, f, strict=True)), fmpq(0)) for f in _factors(a, c)]
    value = top[0]
    slope = top[1] - value * low[1]
    bend = top[2] - 2 * slope * low[1] - value * low[2]
    mean_a, mean_c, mean_v = (sum((x * y for x, y in zip(p_, f, strict=True)), fmpq(0)) for f in (a, c, v))
    first_ = sum((x * (y - mean_a) * z for x, y, z in zip(p_, a, v, strict=True)), fmpq(0))
    third_ = sum((x * (y - mean_a) ** 2 * (z - mean_v) for x, y, z in zip(p_, a, v, strict=True)), fmpq(0))
    mixed_ = sum((x * (y - mean_c) * z for x, y, z in zip(p_, c, v, strict=True)), fmpq(0))
    return bool(slope == first_ and bend == third_ * (twos - 1) + mixed_)


def _factors(a: tuple[int, ...], c: tuple[int, ...]) -> tuple[list[int], list[int], list[int]]:
    """w^(j)/w for j = 0, 1, 2, if ln w has the derivatives a and c."""
    return [1] * len(a), list(a), [x * x + y for x, y in zip(a, c, strict=True)]


MOMENTS = (
    quantity(mass, "sum of the weights p_i"),
    quantity(pa, "sum p a, a_i = <x', k_i> the derivative of the score along the great circle", None),
    quantity(paa, "sum p a^2", None),
    quantity(pv, "sum p v, v_i a component of the value in any unit direction", None),
    quantity(pav, "sum p a v", None),
    quantity(paav, "sum p a^2 v", None),
    quantity(pc, "sum p c, c_i = <x'', k_i> = -<x, k_i>", None),
    quantity(pcc, "sum p c^2", None),
    quantity(pcv, "sum p c v", None),
)
TOKEN = (
    interval(p, 0, None, "[)", "weight of the next token"),
    interval(s1, -K, K, "[]", "its a"),
    interval(s2, -K, K, "[]", "its c"),
    interval(v, -V, V, "[]", "its v"),
)
GROWTH = {
    mass: mass + p,
    pa: pa + p * s1,
    paa: paa + p * s1**2,
    pv: pv + p * v,
    pav: pav + p * s1 * v,
    paav: paav + p * s1**2 * v,
    pc: pc + p * s2,
    pcc: pcc + p * s2**2,
    pcv: pcv + p * s2 * v,
}


def _start(*names: object) -> dict[object, int]:
    return dict.fromkeys(names, 0)


def _grow(*names: object) -> dict[object, object]:
    return {name: GROWTH[name] for name in names}


declare(
    Statement(
        label="N0",
        title="A head with bounded keys and values is smooth",
        kind="lemma",
        says="|k_i| <= K (effective: scores <x,k_i> + b_i), |v_i| <= V, any number of tokens: along great circles "
        "|A'| <= V K and |A''| <= 2 V K^2 + V K.",
        formula=And(Le(Abs(d1), V * K), Le(Abs(d2), FLOOR)),
        variables=(
            positive(K, "bound of the keys"),
            positive(V, "bound of the values"),
            *MOMENTS,
            quantity(spread, "sum p (a - e1)^2, e1 = sum p a"),
            quantity(spread2, "sum p (c - e2)^2, e2 = sum p c"),
            quantity(first, "sum p (a - e1) v", None),
            quantity(third, "sum p (a - e1)^2 (v - ev), ev = sum p v", None),
            quantity(mixed, "sum p (c - e2) v", None),
            quantity(e1, "mean of the a", None),
            quantity(e2, "mean of the c", None),
            quantity(ev, "mean of the v: the head in that direction", None),
            quantity(d1, "first derivative of the head in that direction", None),
            quantity(d2, "second derivative", None),
        ),
        by_definition=(
            Hypothesis(Eq(mass, 1), "softmax weights sum to 1"),
            Hypothesis(And(Eq(e1, pa), Eq(e2, pc), Eq(ev, pv)), "means"),
            Hypothesis(Eq(d1, pav - ev * pa), "quotient rule: (sum w v)' = A' sum w + A (sum w)', w' = a w"),
            Hypothesis(
                Eq(d2, paav + pcv - 2 * d1 * pa - ev * (paa + pc)),
                "the same once more: (sum w v)'' = A'' sum w + 2 A' (sum w)' + A (sum w)'', w'' = (a^2 + c) w",
            ),
        ),
        note="Visible context tokens are tokens like the others. For vectors: the norm is the largest component in a "
        "unit direction.",
        steps=(
            Induction(
                name="moments",
                says="Sums over the tokens, one after another, for any numbers e1, e2 and ev.",
                where=TOKEN,
                start=_start(mass, pa, paa, pv, pav, paav, pc, pcc, pcv, spread, spread2, first, third, mixed),
                becomes={
                    **GROWTH,
                    spread: spread + p * (s1 - e1) ** 2,
                    spread2: spread2 + p * (s2 - e2) ** 2,
                    first: first + p * (s1 - e1) * v,
                    third: third + p * (s1 - e1) ** 2 * (v - ev),
                    mixed: mixed + p * (s2 - e2) * v,
                },
                claim=And(
                    Eq(spread, paa - 2 * e1 * pa + e1**2 * mass),
                    Eq(spread2, pcc - 2 * e2 * pc + e2**2 * mass),
                    Eq(first, pav - e1 * pv),
                    Eq(third, paav - 2 * e1 * pav + e1**2 * pv - ev * spread),
                    Eq(mixed, pcv - e2 * pv),
                ),
                mutants=(Mutant("a sign", {"claim": Eq(first, pav + e1 * pv)}),),
            ),
            Deduction(
                name="derivatives",
                says="A' is a covariance, A'' a third moment and a covariance.",
                claim=And(Eq(d1, first), Eq(d2, third + mixed), Le(spread, paa), Le(spread2, pcc)),
                uses=("moments",),
                mutants=(Mutant("without the third moment", {"claim": Eq(d2, mixed)}),),
            ),
            Induction(
                name="bounded moments",
                says="|a|, |c| <= K and |v| <= V.",
                where=TOKEN,
                start=_start(mass, paa, pcc, pv),
                becomes=_grow(mass, paa, pcc, pv),
                claim=And(Le(paa, K**2 * mass), Le(pcc, K**2 * mass), Le(Abs(pv), V * mass)),
                mutants=(Mutant("half of it", {"claim": Le(paa, K**2 * mass / 2)}),),
            ),
            Deduction(
                name="bounds",
                says="Variances are at most second moments, and |ev| <= V.",
                claim=And(Le(spread, K**2), Le(spread2, K**2), Le(Abs(ev), V)),
                uses=("derivatives", "bounded moments"),
                mutants=(Mutant("half of it", {"claim": Le(spread, K**2 / 2)}),),
            ),
            Deduction(
                name="head",
                says="The head itself is bounded by V.",
                claim=Le(Abs(ev), V),
                uses=("bounds",),
                mutants=(Mutant("half of it", {"claim": Le(Abs(ev), V / 2)}),),
            ),
            Induction(
                name="covariances",
                says="2 K |a - e1| <= (a - e1)^2 + K^2, and the same for c.",
                where=TOKEN,
                start=_start(mass, first, spread, mixed, spread2),
                becomes={
                    mass: mass + p,
                    first: first + p * (s1 - e1) * v,
                    spread: spread + p * (s1 - e1) ** 2,
                    mixed: mixed + p * (s2 - e2) * v,
                    spread2: spread2 + p * (s2 - e2) ** 2,
                },
                claim=And(
                    Le(2 * K * Abs(first), V * (spread + K**2 * mass)),
                    Le(2 * K * Abs(mixed), V * (spread2 + K**2 * mass)),
                ),
                mutants=(Mutant("half of it", {"claim": Le(4 * K * first, V * (spread + K**2 * mass))}),),
            ),
            Induction(
                name="third moment",
                says="|v - ev| <= 2 V.",
                where=TOKEN,
                start=_start(third, spread),
                becomes={third: third + p * (s1 - e1) ** 2 * (v - ev), spread: spread + p * (s1 - e1) ** 2},
                uses=("head",),
                claim=Le(Abs(third), 2 * V * spread),
                mutants=(
                    Mutant("half of it", {"claim": Le(Abs(third), V * spread)}),
                    Mutant("for any ev", {"uses": ()}),
                ),
            ),
            Deduction(
                name="first derivative",
                says="|A'| <= V (K^2 + K^2)/(2 K).",
                claim=Le(Abs(d1), V * K),
                uses=("derivatives", "bounds", "covariances"),
                mutants=(Mutant("half of it", {"claim": Le(Abs(d1), V * K / 2)}),),
            ),
            Deduction(
                name="parts of the second derivative",
                says="2 V times the variance, and a covariance.",
                claim=And(Le(Abs(third), 2 * V * K**2), Le(Abs(mixed), V * K)),
                uses=("bounds", "covariances", "third moment"),
                mutants=(Mutant("half of it", {"claim": Le(Abs(third), V * K**2)}),),
            ),
            Deduction(
                name="second derivative",
                says="Their sum.",
                claim=Le(Abs(d2), FLOOR),
                uses=("derivatives", "parts of the second derivative"),
                mutants=(Mutant("without the covariance", {"claim": Le(Abs(d2), 2 * V * K**2)}),),
            ),
            Instances(
                name="Taylor polynomials",
                says="Derivatives of the quotient of two power series, in rational arithmetic, against the moments.",
                holds=lambda w_, a, c, v_: _by_series(w_, a, c, v_, 2),
                cases=_heads,
                covers="3 heads",
                evidence=True,
                mutants=(Mutant("no third moment", {"holds": lambda w_, a, c, v_: _by_series(w_, a, c, v_, 1)}),),
            ),
        ),
    )
)

# --- N'' ----------------------------------------------------------------------------------------------------------

declare(
    Statement(
        label="N''",
        title="Precision floor of bounded keys",
        kind="theorem",
        says="|k_i| <= K (effective), |v_i| <= V, any N: the error is at least (w(f;t) - V K t)/2 for every t, and at "
        "least L^2/(4G), G = 2 V K^2 + V K, where a component of f is f_0 +- L|t| for |t| <= t_0, L/G <= t_0, along a "
        "great circle. So K grows at least like eps^{-1/2} at fixed V.",
        formula=And(
            Ge(error, (w - V * K * t) / 2),
            Ge(error, L**2 / (4 * FLOOR)),
            Ge(4 * K + 1, sqrt(1 + 2 * L**2 / (V * eps))),
        ),
        variables=(
            positive(K, "bound of the keys"),
            positive(V, "bound of the values"),
            positive(L, "slope of the kink"),
            positive(eps, "the error asked for"),
            positive(t0, "half-length of the kink (radians)"),
            interval(t, 0, None, "[)", "a distance (radians)"),
            quantity(w, "w(f; t), attained at two points at distance <= t"),
            quantity(drop, "|A(x) - A(y)| at these points"),
            quantity(second, "|A(t_1) + A(-t_1) - 2 A(0)| for the component, t_1 = L/G"),
            quantity(rise, "|f(t_1) + f(-t_1) - 2 f(0)| for the component"),
            quantity(d1, "largest |A'| along great circles"),
            quantity(d2, "largest |A''| along great circles"),
            quantity(error, "sup-norm error of the head"),
        ),
        hypotheses=(
            Hypothesis(Le(L, FLOOR * t0), "L/G <= t_0"),
            Hypothesis(Le(error, eps), "the head is within eps"),
        ),
        by_definition=(
            Hypothesis(Le(w, drop + 2 * error), "triangle inequality at two points"),
            Hypothesis(Le(drop, d1 * t), "the mean value theorem"),
            Hypothesis(Implies(Le(L / FLOOR, t0), Eq(rise, 2 * L * (L / FLOOR))), "the kink"),
            Hypothesis(Le(rise, second + 4 * error), "triangle inequality at three points, the middle one twice"),
            Hypothesis(Le(second, d2 * (L / FLOOR) ** 2), "Taylor's formula"),
        ),
        value=L**2 / (4 * FLOOR),
        steps=(
            Deduction(
                name="modulus",
                says="N0: |A'| <= V K.",
                claim=Ge(error, (w - V * K * t) / 2),
                uses=("N0",),
                mutants=(
                    Mutant("twice as much", {"claim": Ge(error, w - V * K * t)}),
                    Mutant("without N0", {"uses": ()}),
                ),
            ),
            Deduction(
                name="kink",
                says="2 L t_1 <= G t_1^2 + 4 error at t_1 = L/G.",
                claim=Ge(error, L**2 / (4 * FLOOR)),
                uses=("N0",),
                mutants=(
                    Mutant("twice as much", {"claim": Ge(error, L**2 / (2 * FLOOR))}),
                    Mutant("without N0", {"uses": ()}),
                ),
            ),
            Deduction(
                name="quadratic",
                says="2 V K^2 + V K >= L^2/(4 eps): complete the square.",
                claim=Ge((4 * K + 1) ** 2, 1 + 2 * L**2 / (V * eps)),
                uses=("kink",),
                mutants=(Mutant("twice as much", {"claim": Ge((4 * K + 1) ** 2, 1 + 4 * L**2 / (V * eps))}),),
            ),
            Deduction(
                name="keys",
                says="The square root.",
                claim=Ge(4 * K + 1, sqrt(1 + 2 * L**2 / (V * eps))),
                uses=("quadratic",),
                mutants=(Mutant("without the 1", {"claim": Ge(4 * K, sqrt(1 + 2 * L**2 / (V * eps)))}),),
            ),
        ),
    )
)
