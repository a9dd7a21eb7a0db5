"""Chapter L, third part: the rounding error of one evaluation of a head."""

from __future__ import annotations

from collections.abc import Iterator

from flint import arb, fmpq
from sympy import Abs, And, exp, log, sqrt, symbols, tanh  # type: ignore[import-untyped]

from theory.evaluation import evaluate
from theory.proof_steps import (
    Deduction,
    Induction,
    Inequality,
    Instances,
    Mutant,
    Use,
    integers,
    interval,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le
from theory.statements.l_floating import diam, factor, g, head, head1, high, theta, worst
from theory.statements.l_rounding import (
    DATA,
    HIGH,
    LOGITS,
    SUMS,
    THETA,
    R,
    S,
    V,
    d,
    e,
    e_exp,
    g_d,
    g_m,
    junk,
    lost,
    n,
    off,
    omega,
    r,
    reach,
    u_s,
    u_w,
    v,
    w,
)

q = symbols("q", positive=True)
u_acc, u_out, g_n, mass, sums, stored, error = symbols("u_acc u_out g_n mass sums stored error", nonnegative=True)
drift = symbols("drift", real=True)

RHO = (1 + u_out) * (1 + u_acc) * (1 + u_w) * (1 + g_n) / (1 - g_m) - 1
UNDERFLOW = omega * (n * (diam + sqrt(q) * (3 * V + 1) * (1 + RHO)) / (1 - e_exp) + 3 * sqrt(q))
BOUND = diam * tanh(THETA / 2) + RHO * V + UNDERFLOW


# --- a small machine ----------------------------------------------------------------------------------------------


def _round(value: fmpq, bits: int) -> fmpq:
    """The nearest number with ``bits`` binary digits (unbounded exponents)."""
    if value == 0:
        return value
    step, size_ = fmpq(1), abs(value)
    while size_ >= step * 2**bits:
        step *= 2
    while size_ < step * 2 ** (bits - 1):
        step /= 2
    return (value / step + fmpq(1, 2)).floor() * step


def _exp(x: fmpq, bits: int) -> fmpq:
    """exp rounded from an enclosure much narrower than a unit: error <= 1 unit roundoff, relatively."""
    man, power = arb(x).exp().mid().man_exp()
    return _round(fmpq(int(man)) * fmpq(2) ** int(power), bits)


def _machines() -> Iterator[tuple[int, bool, int]]:
    """(bits, divide last?, number of the head)"""
    for bits in (6, 8, 11):
        for last in (True, False):
            for number in range(12):
                yield bits, last, number


def _measured(bits: int, last: bool, number: int, part_of_u: int = 1) -> bool | None:
    """|fl(A) - A| on a machine of ``bits`` digits against the bound of L without underflow."""
    d_, n_ = 2, 3 + number % 4
    grid = fmpq(1, 4)
    keys = [[grid * ((7 * i + 3 * j + number) % 9 - 4) for j in range(d_)] for i in range(n_)]
    values = [grid * ((5 * i + 2 * number) % 11 - 5) for i in range(n_)]
    x = [fmpq(3, 4), fmpq(-1, 2)]
    exact = [sum((a * b for a, b in zip(k, x, strict=True)), fmpq(0)) for k in keys]
    logits = []
    for k in keys:
        s = fmpq(0)
        for a, b in zip(k, x, strict=True):
            s = _round(s + _round(a * b, bits), bits)
        logits.append(s)
    top = max(logits)
    weights = [_exp(_round(s - top, bits), bits) for s in logits]
    low = fmpq(0)
    for weight in weights:
        low = _round(low + weight, bits)
    if not last:
        weights = [_round(weight / low, bits) for weight in weights]
    total = fmpq(0)
    for weight, value in zip(weights, values, strict=True):
        total = _round(total + _round(weight * value, bits), bits)
    computed = _round(total / low, bits) if last else total
    true_weights = [arb(s).exp() for s in exact]
    true = sum((a * arb(b) for a, b in zip(true_weights, values, strict=True)), arb(0)) / sum(true_weights, arb(0))

    unit = fmpq(1, 2**bits) / part_of_u
    largest = max(abs(value) for value in values)
    scale = max(sum((abs(a * b) for a, b in zip(k, x, strict=True)), fmpq(0)) for k in keys)
    at = {d: fmpq(d_), n: fmpq(n_), q: fmpq(1), S: scale, V: largest, diam: max(values) - min(values)}
    at |= {u_acc: unit, u_s: unit, u_w: fmpq(0), u_out: fmpq(0), e_exp: unit, omega: fmpq(0)}
    at |= {g_d: _gamma(d_ + 1, unit), g_n: _gamma(n_, unit), g_m: _gamma(n_ - 1, unit), R: top - min(logits)}
    at[reach] = evaluate(LOGITS + u_s * R, at)
    found, bound = abs(arb(computed) - true), arb(evaluate(BOUND, at))
    return True if found <= bound else False if found > bound else None


def _gamma(j: int, unit: fmpq) -> fmpq:
    return j * unit / (1 - j * unit)


def _unit(symbol: object, meaning: str) -> object:
    return interval(symbol, 0, 1, "[)", meaning)


def _theory_underflow(tokens: int) -> bool:
    """v = 0, one component: does omega from the quotient and omega (1 + u) from the result exceed theory L's underflow
    term n omega (diam + max|v| + 1)(1 + rho)/(1 - e_exp)?  In units of omega, all units 2^-11."""
    unit = fmpq(1, 2**11)
    rho = (1 + unit) ** 3 * (1 + _gamma(tokens, unit)) / (1 - _gamma(tokens - 1, unit)) - 1
    return bool(1 + (1 + unit) > tokens * (1 + rho) / (1 - unit))


# --- L ------------------------------------------------------------------------------------------------------------

declare(
    Statement(
        label="L",
        title="Rounding error of a softmax head",
        kind="theorem",
        says="Exact data, logits summed with unit u_acc and stored with u_s, maximum subtracted, exp accurate to "
        "e_exp, weights rounded with u_w, divided last or normalised first, result rounded with u_out, every "
        "operation with underflow error at most omega: |fl(A) - A| <= diam(v) tanh(theta/2) + rho max|v| + underflow.",
        formula=Le(error, BOUND),
        variables=(
            *DATA,
            *SUMS,
            integers(q, 1, meaning="dimension of the values"),
            interval(u_acc, 0, 1, "[)", "unit of sums, products and the quotient"),
            interval(u_out, 0, 1, "[)", "unit of the result"),
            interval(g_n, 0, None, "[)", "gamma_n of u_acc"),
            interval(e_exp, 0, 1, "[)", "relative error of exp: 2 kappa u for kappa ulp"),
            interval(reach, 0, None, "[)", "E + u_s R or more: theta = reach - ln(1 - e_exp)"),
            quantity(off, "|computed - exact| logit, the largest"),
            quantity(R, "max_i (max_j s_j - s_i) of computed logits"),
            quantity(e, "error of a logit", None),
            quantity(r, "error of the subtraction of the maximum", None),
            quantity(worst, "largest of the factors of the weights and their inverses", 1),
            quantity(head, "component of A in the direction of the first difference", None),
            quantity(head1, "the same for the head A_1 with the weights exp(t)(1 + eps)", None),
            quantity(lost, "what underflow of the weights at exp moves the head"),
            quantity(factor, "factor of one term of the weighted sum in the result", None),
            HIGH,
            quantity(mass, "sum of the normalised computed weights"),
            quantity(drift, "sum of p_i (factor_i - 1) v_i in its direction", None),
            quantity(sums, "what rounding of the weighted sum and the quotient moves the head"),
            quantity(junk, "all underflow after exp, largest component"),
            quantity(stored, "the same, Euclidean norm"),
            quantity(error, "|fl(A) - A|"),
        ),
        hypotheses=(Hypothesis(Ge(reach, LOGITS + u_s * R), "reach >= E + u_s R"),),
        by_definition=(
            Hypothesis(And(Le(Abs(e), off), Le(Abs(r), u_s * R)), "t_i = (s_i - max)(1 + delta), |delta| <= u_s"),
            Hypothesis(Eq(mass, 1), "normalised weights"),
            Hypothesis(Eq(sums, Abs(drift)), "rounded terms"),
            Hypothesis(Eq(high, 1 + RHO), "the product of the four factors, by 1 - gamma_{n-1}"),
            Hypothesis(Le(stored, sqrt(q) * junk), "q components"),
            Hypothesis(Le(error, (head1 - head) + lost + sums + stored), "triangle inequality"),
        ),
        value=BOUND,
        code=("verify.floating:rounding_bound",),
        note="Corrections of theory L: underflow also in the products of the logits; weights may underflow at the "
        "division and when they are rounded to u_w besides exp (3 max|v| instead of max|v|), and the quotient and the "
        "result once each (3 omega): with n = 1, v = 0 these two alone exceed n omega (diam + max|v| + "
        "1)(1+rho)/(1-e_exp) if every operation may err by omega. verify.floating has such terms too, with local "
        "means in place of diam(v) and max|v|. Online softmax and rounded ideal keys: L', L''.",
        source="higham2002, chapter 3",
        steps=(
            Inequality(
                name="theta is not negative",
                says="ln(1 - e_exp) <= 0.",
                claim=Le(log(1 - e_exp), 0),
                mutants=(
                    Mutant("ln(1 - e_exp) <= -e_exp^2 - e_exp", {"claim": Le(log(1 - e_exp), -e_exp - e_exp**2)}),
                ),
            ),
            Deduction(
                name="errors of the logits",
                says="L3.",
                claim=Le(Abs(e) + Abs(r), reach),
                uses=("L3",),
                mutants=(Mutant("without L3", {"uses": ()}),),
            ),
            Deduction(
                name="factors",
                says="L4.",
                claim=Le(worst, exp(THETA)),
                uses=("errors of the logits", "L4"),
                mutants=(Mutant("without the errors of the logits", {"uses": ("L4",)}),),
            ),
            Deduction(
                name="weights",
                says="L0.",
                claim=Le(head1 - head, diam * tanh(THETA / 2)),
                uses=("theta is not negative", "factors", Use("L0", {theta: THETA})),
                mutants=(
                    Mutant("without the factors", {"uses": ("theta is not negative", Use("L0", {theta: THETA}))}),
                ),
            ),
            Induction(
                name="weighted sum",
                says="Each factor is within rho of 1 (L2).",
                where=(
                    interval(w, 0, None, "[)", "normalised weight of the next token"),
                    interval(v, -V, V, "[]", "component of its value in the direction of the sum"),
                ),
                start={mass: 0, drift: 0},
                becomes={mass: mass + w, drift: drift + w * (factor - 1) * v},
                uses=(Use("L2", {g: g_m}),),
                claim=Le(Abs(drift), (high - 1) * V * mass),
                mutants=(
                    Mutant("half of it", {"claim": Le(2 * Abs(drift), (high - 1) * V * mass)}),
                    Mutant("without L2", {"uses": ()}),
                ),
            ),
            Deduction(
                name="rounding of the sum",
                says="rho max|v|.",
                claim=Le(sums, RHO * V),
                uses=("weighted sum",),
                mutants=(Mutant("half of it", {"claim": Le(sums, RHO * V / 2)}),),
            ),
            Deduction(
                name="underflow",
                says="L5.",
                claim=Le(lost + stored, UNDERFLOW),
                uses=("L5",),
                mutants=(Mutant("without 3 omega", {"claim": Le(lost + stored, UNDERFLOW - 3 * omega * sqrt(q))}),),
            ),
            Deduction(
                name="two parts",
                says="Logits and sums.",
                claim=Le(error - lost - stored, diam * tanh(THETA / 2) + RHO * V),
                uses=("weights", "rounding of the sum"),
                mutants=(Mutant("without logits", {"claim": Le(error - lost - stored, RHO * V)}),),
            ),
            Deduction(
                name="error",
                says="And underflow.",
                claim=Le(error, BOUND),
                uses=("two parts", "underflow"),
                mutants=(Mutant("without rho max|v|", {"claim": Le(error, BOUND - RHO * V)}),),
            ),
            Instances(
                name="small machines",
                says="Exact simulation of machines with 6, 8 and 11 binary digits, divided last and normalised first.",
                holds=_measured,
                cases=_machines,
                mode="ball",
                covers="72 heads",
                evidence=True,
                mutants=(
                    Mutant("a sixteenth of the unit", {"holds": lambda bits, last, i: _measured(bits, last, i, 16)}),
                ),
            ),
            Instances(
                name="underflow of theory L",
                says="Its underflow term is too small for one token if every operation may err by omega.",
                holds=_theory_underflow,
                cases=lambda: [(1,)],
                covers="one example",
                evidence=True,
                mutants=(Mutant("three tokens", {"cases": lambda: [(3,)]}),),
            ),
        ),
    )
)
