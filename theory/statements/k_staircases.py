"""Chapter K, third part: continuous staircases instead of digits, one or several shifted ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from flint import fmpq
from sympy import Abs, And, Max, Min, Or, Rational, symbols  # type: ignore[import-untyped]

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
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.superposition import Superposition

n, k, Q, w, osc, p, tau = symbols("n k Q w osc p tau", positive=True)
off, bad, good, hits, count, power = symbols("off bad good hits count power", nonnegative=True)
P, apart, error, total, measure, integral, on_good, on_bad = symbols(
    "P apart error total measure integral on_good on_bad", nonnegative=True
)
low, place, level, centre, e, u, v, y = symbols("low place level centre e u v y", real=True)
s1, s2, j1, j2, b, i, start = symbols("s1 s2 j1 j2 b i start", nonnegative=True)

FEATURES = integers(n, 1, meaning="features")
RAMPS = integers(k, 1, meaning="ramps of a staircase: its levels are 0..k")
MODULUS = positive(w, "w(f; 1/(2k)), maximum norm; w(f; 1/k) if g takes any values of f in the cells")
OSCILLATION = positive(osc, "max f - min f")
GOOD_SHIFT = quantity(off, "|g_s(R_s(x)) - f(x)| for a shift s with no x_p in a ramp (theory K4'': near a jump)")
BAD_SHIFTS = quantity(bad, "number of shifts for which some x_p lies in a ramp")


# --- K3' ----------------------------------------------------------------------------------------------------------


def grid(sizes: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int, tuple[fmpq, ...]]]:
    """(n, k, Q) and points of [0,1]^n, ends of ramps and corners among them."""
    for size, ramps, shifts in sizes:
        line = (
            [fmpq(i, 7) for i in range(8)] + [fmpq(2 * i + 1, 2 * ramps * shifts) for i in range(3)] + [fmpq(1, ramps)]
        )
        for xs in product(line, repeat=size):
            yield size, ramps, shifts, xs


def sample(xs: Sequence[fmpq]) -> fmpq:
    """A test function with slopes of different signs: x_1 - 2 x_1 x_2 + x_3^2 (as far as there are features)."""
    out = fmpq(xs[0])
    if len(xs) > 1:
        out -= 2 * xs[0] * xs[1]
    if len(xs) > 2:
        out += xs[2] * xs[2]
    return out


LIPSCHITZ = (1, 3, 5)
"""Lipschitz constants of `sample` for the maximum norm, n = 1, 2, 3: largest sums of the slopes."""
SIZES = ((1, 3, 2), (1, 2, 5), (2, 2, 3), (2, 3, 5))


def sample_modulus(size: int, ramps: int) -> fmpq:
    """A bound for w(f; 1/(2k)) of `sample`."""
    return fmpq(LIPSCHITZ[size - 1], 2 * ramps)


def _integral(first: object, second: object) -> object:
    """Two integers are equal or differ by at least 1."""
    return Or(Eq(first, second), Ge(Abs(first - second), 1))  # type: ignore[operator]


def _off_the_ramps(size: int, ramps: int, shifts: int, xs: tuple[fmpq, ...], part: int = 1) -> bool:
    """Every shift without a feature in a ramp is within w(f; 1/(2k))."""
    one = Superposition(size, ramps, shifts)
    good_shifts = [s for s in range(shifts) if not any(one.bad(s, x) for x in xs)]
    bound = sample_modulus(size, ramps) / part
    return all(abs(one.single(s, sample, xs) - sample(xs)) <= bound for s in good_shifts)


def _at_most_n_bad(size: int, ramps: int, shifts: int, xs: tuple[fmpq, ...], spare: int = 0) -> bool:
    one = Superposition(size, ramps, shifts)
    return sum(any(one.bad(s, x) for x in xs) for s in range(shifts)) <= size - spare


declare(
    Statement(
        label="K3'",
        title="Shifted staircases: codes, cells and bad shifts",
        kind="lemma",
        says="Staircase s climbs from j to j+1 on [j h + s h/Q, j h + s h/Q + tau h), h = 1/k, and R_s = sum_p "
        "(k+1)^{p-1} psi_s(x_p). Off the ramps the code fixes a cell of half-width <= 1/(2k); each x_p is in a ramp "
        "of at most one shift, so at most n shifts are bad.",
        formula=And(Le(off, w), Le(bad, n)),
        variables=(
            FEATURES,
            RAMPS,
            integers(Q, 1, meaning="number of shifts"),
            interval(tau, 0, 1, "(]", "relative width of the ramps"),
            MODULUS,
            quantity(P, "(k+1)^q for the highest feature q in whose levels two codes differ"),
            quantity(low, "what the lower features add to the difference of the two codes", None),
            quantity(apart, "difference of the two codes"),
            quantity(y, "k x_p for some feature", None),
            quantity(s1, "a shift with y in its ramp j1"),
            quantity(j1, "index of that ramp"),
            quantity(s2, "a shift with y in its ramp j2"),
            quantity(j2, "index of that ramp"),
            quantity(start, "a shift s divided by Q"),
            quantity(level, "level of x_p in psi_s", 0, k),
            quantity(place, "k x_p, anywhere between the middles of the ramps to and from this level", 0, k),
            quantity(centre, "k times the middle of the plateau of this level", None),
            GOOD_SHIFT,
            quantity(hits, "bad shifts, counted feature by feature"),
            quantity(count, "features counted"),
            BAD_SHIFTS,
        ),
        hypotheses=(Hypothesis(Le(Q * tau, 1), "tau <= 1/Q"),),
        by_definition=(
            Hypothesis(Ge(apart, P - Abs(low)), "the levels of feature q differ by at least 1"),
            Hypothesis(And(Le(j1 * Q + s1, y * Q), Lt(y * Q, j1 * Q + s1 + tau * Q)), "y is in ramp j1 of shift s1"),
            Hypothesis(And(Le(j2 * Q + s2, y * Q), Lt(y * Q, j2 * Q + s2 + tau * Q)), "y is in ramp j2 of shift s2"),
            Hypothesis(And(Le(s1, Q - 1), Le(s2, Q - 1)), "shifts are 0..Q-1"),
            Hypothesis(And(_integral(s1, s2), _integral(j1, j2), _integral(j1 * Q + s1, j2 * Q + s2)), "integers"),
            Hypothesis(Le(start + 1 / Q, 1), "s <= Q-1"),
            Hypothesis(Or(Eq(level, 0), And(Ge(level, 1), Le(level, k - 1)), Eq(level, k)), "levels are integers"),
            Hypothesis(
                And(Ge(place, Max(0, level - 1 + start + tau / 2)), Le(place, Min(k, level + start + tau / 2))),
                "x_p lies between the middles of the ramps",
            ),
            Hypothesis(
                Eq(2 * centre, Max(0, level - 1 + start + tau) + Min(k, level + start)), "middle of the plateau"
            ),
            Hypothesis(
                Or(Gt(Abs(place - centre), Rational(1, 2)), Le(off, w)),
                "g_s has the value f(centre) at the code of the cell, which no other cell has; w = w(f; 1/(2k))",
            ),
            Hypothesis(And(Eq(count, n), Le(bad, hits)), "a bad shift is counted at least once"),
        ),
        source="own",
        code=("theory.superposition:Superposition",),
        steps=(
            Induction(
                name="lower features",
                says="Digits of base k+1: the lower ones differ by at most k each.",
                where=(interval(e, -k, k, "[]", "difference of the levels of the next feature"),),
                start={P: 1, low: 0},
                becomes={P: P * (k + 1), low: low + e * P},
                claim=And(Le(Abs(low), P - 1), Ge(P, 1)),
                mutants=(Mutant("half of it", {"claim": And(Le(Abs(low), (P - 1) / 2), Ge(P, 1))}),),
            ),
            Deduction(
                name="codes",
                says="Different levels have codes at distance >= 1: the code fixes the cell.",
                claim=Ge(apart, 1),
                uses=("lower features",),
                mutants=(Mutant("distance 2", {"claim": Ge(apart, 2)}),),
            ),
            Deduction(
                name="cells",
                says="No point of the cell is further than h/2 from the middle of the plateau.",
                claim=Le(Abs(place - centre), Rational(1, 2)),
                mutants=(Mutant("h/3", {"claim": Le(Abs(place - centre), Rational(1, 3))}),),
            ),
            Deduction(
                name="good shift",
                says="So the value there is within w(f; 1/(2k)).",
                claim=Le(off, w),
                uses=("cells",),
                mutants=(Mutant("half of it", {"claim": Le(off, w / 2)}),),
            ),
            Deduction(
                name="disjoint ramps",
                says="Q j + s = floor(Q y), so j and s are determined by y.",
                claim=Eq(s1, s2),
                mutants=(Mutant("s1 is the next shift", {"claim": Eq(s1, s2 + 1)}),),
            ),
            Induction(
                name="bad shifts",
                says="Feature after feature; by `disjoint ramps` each makes at most one shift bad.",
                where=(interval(b, 0, 1, "[]", "number of shifts that have the next feature in a ramp"),),
                start={hits: 0, count: 0},
                becomes={hits: hits + b, count: count + 1},
                claim=Le(hits, count),
                mutants=(Mutant("half of them", {"claim": Le(hits, count / 2)}),),
            ),
            Deduction(
                name="number of bad shifts",
                says="There are n features.",
                claim=Le(bad, n),
                uses=("bad shifts",),
                mutants=(Mutant("one less", {"claim": Le(bad, n - 1)}),),
            ),
            Instances(
                name="code",
                says="theory.superposition has at most n bad shifts.",
                holds=_at_most_n_bad,
                cases=lambda: grid(SIZES),
                covers="points of grids, n <= 2",
                evidence=True,
                mutants=(Mutant("one less", {"holds": lambda n_, k_, Q_, xs: _at_most_n_bad(n_, k_, Q_, xs, 1)}),),
            ),
        ),
    )
)

# --- K3 -----------------------------------------------------------------------------------------------------------

declare(
    Statement(
        label="K3",
        title="A single scalar works off a small set, and in L^p",
        kind="theorem",
        says="One staircase with ramps of relative width tau: |g(R(x)) - f(x)| <= w(f; 1/(2k)) off a set of measure "
        "1-(1-tau)^n <= n tau, and the L^p error is at most (w^p + n tau osc(f)^p)^{1/p}.",
        formula=And(
            Le(off, w), Le(measure, 1 - (1 - tau) ** n), Le(measure, n * tau), Le(integral, w**p + n * tau * osc**p)
        ),
        variables=(
            FEATURES,
            RAMPS,
            interval(tau, 0, 1, "(]", "relative width of the ramps"),
            MODULUS,
            OSCILLATION,
            interval(p, 1, None, "[)", "the p of L^p"),
            GOOD_SHIFT,
            quantity(good, "measure of the points without a feature in a ramp"),
            quantity(power, "(1-tau) to the number of features counted"),
            quantity(count, "features counted"),
            quantity(measure, "measure of the other points"),
            quantity(on_good, "integral of |g(R(x)) - f(x)|^p over the good points"),
            quantity(on_bad, "the same over the bad points"),
            quantity(integral, "the same over [0,1]^n"),
            BAD_SHIFTS,
        ),
        by_definition=(
            Hypothesis(And(Eq(count, n), Eq(power, (1 - tau) ** n)), "n features"),
            Hypothesis(Eq(measure, 1 - good), "the cube has measure 1"),
            Hypothesis(Eq(integral, on_good + on_bad), "a sum of two integrals"),
            Hypothesis(Or(Gt(off, w), Le(on_good, w**p * good)), "an integral is at most supremum times measure"),
            Hypothesis(Le(on_bad, osc**p * measure), "g has values between min f and max f"),
        ),
        value=w**p + n * tau * osc**p,
        note="Theory K3 has w(f; 1/k) for any cell values and w(f; 1/(2k)) for cell centres; here centres. The value "
        "is the p-th power of the L^p error's bound.",
        steps=(
            Deduction(
                name="off the ramps",
                says="K3' for one shift.",
                claim=Le(off, w),
                uses=(Use("K3'", {Q: 1}),),
                mutants=(Mutant("half of it", {"claim": Le(off, w / 2)}),),
            ),
            Induction(
                name="measure",
                says="A product set: the ramps of each feature have measure <= tau; Bernoulli's inequality.",
                where=(interval(b, 0, tau, "[]", "measure of the ramps of the next feature"),),
                start={good: 1, power: 1, count: 0},
                becomes={good: good * (1 - b), power: power * (1 - tau), count: count + 1},
                claim=And(Ge(good, power), Le(good, 1), Le(power, 1), Ge(power, 1 - count * tau)),
                mutants=(Mutant("half of tau", {"claim": Ge(power, 1 - count * tau / 2)}),),
            ),
            Deduction(
                name="bad set",
                says="With all n features.",
                claim=And(Le(measure, 1 - (1 - tau) ** n), Le(measure, n * tau)),
                uses=("measure",),
                mutants=(Mutant("half of it", {"claim": Le(measure, n * tau / 2)}),),
            ),
            Deduction(
                name="integral",
                says="w^p on at most everything, osc^p on at most n tau.",
                claim=Le(integral, w**p + n * tau * osc**p),
                uses=("off the ramps", "measure", "bad set"),
                mutants=(
                    Mutant("without the bad set", {"claim": Le(integral, w**p)}),
                    Mutant("half of it", {"claim": Le(integral, w**p + n * tau * osc**p / 2)}),
                ),
            ),
            Instances(
                name="code",
                says="Exact values of theory.superposition off the ramps (tau = 1/Q).",
                holds=_off_the_ramps,
                cases=lambda: grid(SIZES),
                covers="points of grids, n <= 2",
                evidence=True,
                mutants=(
                    Mutant(
                        "a tenth of the modulus", {"holds": lambda n_, k_, Q_, xs: _off_the_ramps(n_, k_, Q_, xs, 10)}
                    ),
                ),
            ),
        ),
    )
)
