"""Chapter F, first part: localisation and nets.  The prefixes made of them are in `theory.statements.f_prefix`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import product

from flint import arb, fmpq
from sympy import And, Expr, Implies, Integral, Or, Rational, cos, exp, gamma, pi, sin, sqrt, symbols  # type: ignore[import-untyped]

from theory import prefix_length, sphere
from theory.evaluation import agrees
from theory.proof_steps import (
    Deduction,
    Induction,
    Inequality,
    Instances,
    Mutant,
    Use,
    Variable,
    integers,
    interval,
    positive,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.symbols import cap

m, N, L, lam, delta, r, x, y = symbols("m N L lam delta r x y", positive=True)
error, far, near, count, total = symbols("error far near count total", nonnegative=True)
omega, osc, sup = symbols("omega osc sup", nonnegative=True)
a, b, s, t, u, w = symbols("a b s t u w", nonnegative=True)
c, top = symbols("c top", real=True)

sphere_dimension = integers(m, 1, meaning="dimension of the sphere S^m in R^{m+1}")
tokens = integers(N, 1, meaning="number of tokens")
lipschitz = positive(L, "L w(f;t) <= L t for the distances t in question: a Lipschitz constant of f, if there is one")
scale = positive(lam, "scale of the logits lam <x, p_i>")
covering = interval(delta, 0, pi, "(]", "an upper bound of the covering radius of the keys (radians)")
radius = interval(r, 0, pi, "(]", "radius of the neighbourhood (radians)")

# --- F1 ------------------------------------------------------------------------------------------------------------

DECAY = exp(-lam * (cos(delta) - cos(r)))  # bounds the weight of a token at distance >= r
LOCAL_ERROR = L * (r + pi * N * DECAY)


def head_quantities(at: str) -> tuple[Variable, ...]:
    """What the head with values f(p_i) does at x, for the neighbourhood of radius ``at``."""
    return (
        quantity(top, "largest <x, p_i>", -1, 1),
        quantity(total, "sum over the tokens of e^{lam (<x,p_i> - cos delta)}"),
        quantity(count, f"number of tokens at distance >= {at} from x"),
        quantity(far, "sum of their softmax weights"),
        quantity(near, "sum of the other softmax weights"),
        quantity(omega, f"w(f; {at})"),
        quantity(osc, "w(f; pi), the largest |f(x) - f(y)|"),
        quantity(sup, "|f|_inf"),
        quantity(error, "|A(x) - f(x)| at any x, for the head A with values f(p_i)"),
    )


def head_definitions(net: Expr, at: Expr) -> tuple[Hypothesis, ...]:
    """What these quantities satisfy by their meaning, for a ``net``-net as keys."""
    return (
        Hypothesis(Ge(top, cos(net)), "some key lies within delta of x"),
        Hypothesis(Ge(total, exp(lam * (top - cos(net)))), "the term of the nearest key is one of the sum"),
        Hypothesis(Eq(far + near, 1), "softmax weights sum to 1"),
        Hypothesis(Le(count, N), "there are no more far tokens than tokens"),
        Hypothesis(Le(osc, 2 * sup), "|f(x) - f(y)| <= |f(x)| + |f(y)|"),
        Hypothesis(And(Le(omega, L * at), Le(osc, L * pi)), "f is L-Lipschitz"),
    )


def heads_on_the_circle() -> Iterator[tuple[int, fmpq, fmpq, fmpq]]:
    """(number of equally spaced keys, lam, angle of x in units of their covering radius, radius in the same unit)."""
    for n in (4, 7, 12):
        for scaled in (fmpq(1), fmpq(4), fmpq(20)):
            for at in (fmpq(0), fmpq(1, 3), fmpq(1)):
                yield n, scaled * n, at, fmpq(3, 2)


def far_weights(n: int, scaled: fmpq, at: fmpq, reach: fmpq, share: int = 1) -> bool | None:
    """The far softmax weights of a head on the circle are at most ``share`` times the bound of F1."""
    unit = arb.pi() / n
    angles = [unit * min(abs(2 * i - at), 2 * n - abs(2 * i - at)) for i in range(n)]
    weights = [(arb(scaled) * d.cos()).exp() for d in angles]
    beyond = sum((v for v, d in zip(weights, angles, strict=True) if not d < reach * unit), arb(0))
    bound = n * (-arb(scaled) * (unit.cos() - (reach * unit).cos())).exp()
    found = beyond / sum(weights, arb(0))
    return True if share * found <= bound else False if share * found > bound else None


def local_error_agrees(*numbers: str, formula: Expr = LOCAL_ERROR) -> bool:
    """The formula of F1 against `theory.prefix_length.local_error`."""
    at = dict(zip((L, N, lam, delta, r), numbers, strict=True))
    return agrees(formula, at, prefix_length.local_error(*numbers))


declare(
    Statement(
        label="F1",
        title="Localisation",
        kind="lemma",
        says="On a delta-net the softmax weights far from x are small, so the head averages f over a neighbourhood.",
        formula=And(
            Le(far, N * DECAY),
            Le(error, omega + osc * N * DECAY),
            Le(error, omega + 2 * sup * N * DECAY),
            Le(error, LOCAL_ERROR),
        ),
        variables=(tokens, lipschitz, scale, covering, radius, *head_quantities("r")),
        hypotheses=(Hypothesis(Lt(delta, r), "delta < r"),),
        by_definition=head_definitions(delta, r),
        value=LOCAL_ERROR,
        code=("theory.prefix_length:local_error",),
        note="Beyond r = pi there are no tokens at all.  Every continuous f has an L as in the last conjunct, for a "
        "given r: the larger of w(f;r)/r and w(f;pi)/pi.",
        steps=(
            Induction(
                name="far weights",
                says="A far token has <x,p_i> <= cos r; the nearest key gives a denominator >= e^{lam cos delta}.",
                where=(
                    interval(c, -1, 1, meaning="<x,p> for the next far key p"),
                    interval(w, 0, None, "[)", "its softmax weight"),
                ),
                start={far: 0, count: 0},
                becomes={far: far + w, count: count + 1},
                given=(Le(c, cos(r)), Eq(w * total, exp(lam * (c - cos(delta))))),
                claim=Le(far, count * DECAY),
                mutants=(
                    Mutant("half of it", {"claim": Le(far, count * DECAY / 2)}),
                    Mutant("keys at any distance", {"given": (Eq(w * total, exp(lam * (c - cos(delta)))),)}),
                ),
            ),
            Deduction(
                name="far",
                says="At most N tokens are far.",
                claim=Le(far, N * DECAY),
                uses=("far weights",),
                mutants=(Mutant("one token fewer", {"claim": Le(far, (N - 1) * DECAY)}),),
            ),
            Induction(
                name="triangle inequality",
                says="A(x) - f(x) = sum w_i (f(p_i) - f(x)); near terms are at most w(f;r), far ones w(f;pi).",
                where=(
                    interval(w, 0, None, "[)", "weight of the next token"),
                    interval(u, 0, None, "[)", "|f(p_i) - f(x)|"),
                    integers(t, 0, 1, "1 for a near token, 0 for a far one"),
                ),
                start={error: 0, near: 0, far: 0},
                becomes={error: error + w * u, near: near + w * t, far: far + w * (1 - t)},
                given=(Or(And(Eq(t, 1), Le(u, omega)), And(Eq(t, 0), Le(u, osc))),),
                claim=Le(error, omega * near + osc * far),
                mutants=(Mutant("far values as close as near ones", {"claim": Le(error, omega * (near + far))}),),
            ),
            Deduction(
                name="modulus",
                says="near <= 1 and far <= N e^{-lam (cos delta - cos r)}.",
                claim=Le(error, omega + osc * N * DECAY),
                uses=("triangle inequality", "far"),
                mutants=(Mutant("without the far tokens", {"claim": Le(error, omega)}),),
            ),
            Deduction(
                name="sup norm",
                says="w(f;pi) <= 2 |f|_inf.",
                claim=Le(error, omega + 2 * sup * N * DECAY),
                uses=("modulus",),
                mutants=(Mutant("w(f;pi) <= |f|_inf", {"claim": Le(error, omega + sup * N * DECAY)}),),
            ),
            Deduction(
                name="Lipschitz",
                says="w(f;r) <= L r and w(f;pi) <= L pi.",
                claim=Le(error, LOCAL_ERROR),
                uses=("modulus",),
                mutants=(Mutant("w(f;pi) <= 3 L", {"claim": Le(error, L * (r + 3 * N * DECAY))}),),
            ),
            Instances(
                name="heads",
                says="The far softmax weights of heads on the circle, against the bound.",
                holds=far_weights,
                cases=heads_on_the_circle,
                mode="ball",
                covers="27 heads on the circle",
                evidence=True,
                mutants=(Mutant("a hundredth of it", {"holds": partial(far_weights, share=100)}),),
            ),
            Instances(
                name="code",
                says="The formula is what theory.prefix_length.local_error computes.",
                holds=local_error_agrees,
                cases=lambda: product(("1", "7/3"), "18", ("1/2", "40"), ("1/5", "0.9"), "13"),
                mode="ball",
                covers="32 points",
                evidence=True,
                mutants=(
                    Mutant(
                        "pi = 22/7",
                        {"holds": partial(local_error_agrees, formula=LOCAL_ERROR.subs(pi, Rational(22, 7)))},
                    ),
                ),
            ),
        ),
    )
)

# --- F2 ------------------------------------------------------------------------------------------------------------

COUNT = m * sqrt(pi) * gamma(m / 2) / gamma((m + 1) / 2)  # 2 sqrt(pi) Gamma(m/2+1)/Gamma((m+1)/2)
SLICES = Integral(sin(s) ** (m - 1), (s, 0, delta / 2))
FLAT_SLICES = Integral(sin(s) ** (m - 1) * cos(s), (s, 0, delta / 2))
largest, least, covered, measure, reach, common, between, power = symbols(
    "largest least covered measure reach common between power", nonnegative=True
)
excess, density = symbols("excess density", real=True)


def is_primitive(power: Expr) -> bool:
    """sin(s)^m/m vanishes at 0 and has the derivative sin(s)^(power) cos(s), for symbolic m."""
    primitive = sin(s) ** m / m
    return bool((primitive.diff(s) - sin(s) ** power * cos(s)).simplify() == 0 and primitive.subs(s, 0).simplify() == 0)


def net_sizes_agree(dimension: str, angle: str, radii: int = 2) -> bool:
    """The formulas of F2 against `theory.sphere`."""
    at, n = {m: dimension, delta: angle}, int(dimension)
    closed = agrees(COUNT * sin(delta / 2) ** (-m), at, sphere.net_size_closed_form(n, angle))
    return closed and agrees(1 / cap(m, delta / radii), at, sphere.net_size_bound(n, angle))


declare(
    Statement(
        label="F2",
        title="Nets",
        kind="lemma",
        says="A largest set with pairwise distances > delta is a delta-net; its caps of radius delta/2 are disjoint.",
        formula=And(
            Le(reach, delta),
            Le(least, 1 / cap(m, delta / 2)),
            Le(1 / cap(m, delta / 2), COUNT * sin(delta / 2) ** (-m)),
            Le(least, COUNT * (pi / delta) ** m),
        ),
        variables=(
            sphere_dimension,
            covering,
            quantity(largest, "number of points in a largest set with pairwise distances > delta"),
            quantity(reach, "covering radius of that set"),
            quantity(least, "number of points of the smallest delta-net"),
            quantity(covered, "measure of the union of the caps of radius delta/2 about the points of that set"),
            quantity(measure, "measure of a cap of radius delta/2"),
            quantity(common, "largest measure of what two of these caps have in common"),
            quantity(a, "distance of a common point to the first centre, if there is one"),
            quantity(b, "distance of it to the second"),
            quantity(between, "distance of the two"),
            quantity(excess, "integral of sin^{m-1}(s) (1 - cos s) over [0, delta/2]", None),
            quantity(density, "least value of this function there", None),
            quantity(s, "where it is attained"),
            quantity(power, "sin^{m-1}(s) there"),
        ),
        by_definition=(
            Hypothesis(
                Implies(Gt(reach, delta), Le(largest + 1, largest)),
                "a point farther than delta from all of the set would make it larger",
            ),
            Hypothesis(
                Implies(Le(reach, delta), Le(least, largest)), "the smallest delta-net is not larger than this one"
            ),
            Hypothesis(Le(covered, 1), "sigma is a probability measure"),
            Hypothesis(And(Gt(between, delta), Le(between, a + b)), "the set is delta-separated; triangle inequality"),
            Hypothesis(Implies(Or(Gt(a, delta / 2), Gt(b, delta / 2)), Eq(common, 0)), "no point is in both caps"),
            Hypothesis(And(Eq(density, power * (1 - cos(s))), Ge(excess, density * delta / 2)), "an integral"),
            Hypothesis(Eq(SLICES, FLAT_SLICES + excess), "sin^{m-1} = sin^{m-1} cos + sin^{m-1} (1 - cos)"),
            Hypothesis(Eq(measure, cap(m, delta / 2)), "what cap(m, t) stands for"),
        ),
        value=1 / cap(m, delta / 2),
        code=("theory.sphere:net_size_bound", "theory.sphere:net_size_closed_form"),
        note="A largest set exists because N disjoint caps of positive measure have N sigma(cap) <= 1.",
        steps=(
            Deduction(
                name="disjoint",
                says="No point lies in two of the caps.",
                claim=Eq(common, 0),
                mutants=(Mutant("one does", {"claim": Gt(common, 0)}),),
            ),
            Induction(
                name="additivity",
                says="sigma is additive: a further cap adds its measure, less what it has in common with the others.",
                where=(interval(w, 0, None, "[)", "measure of the next cap's part in the others"),),
                start={covered: 0, largest: 0},
                becomes={covered: covered + measure - w, largest: largest + 1},
                given=(Le(w, largest * common), Le(w, measure)),
                claim=Ge(covered, largest * measure - largest**2 * common),
                mutants=(Mutant("twice that", {"claim": Ge(covered, 2 * largest * measure)}),),
            ),
            Deduction(
                name="maximal",
                says="A point that no point of the set reaches could be added to the largest set.",
                claim=Le(reach, delta),
                mutants=(Mutant("a finer net", {"claim": Le(reach, delta / 2)}),),
            ),
            Deduction(
                name="integrand",
                says="cos s <= 1.",
                claim=Ge(density, 0),
                mutants=(Mutant("strictly", {"claim": Gt(density, 0)}),),
            ),
            Instances(
                name="primitive",
                says="sin^m/m is the primitive of sin^{m-1} cos.",
                holds=is_primitive,
                cases=lambda: [(m - 1,)],
                covers="symbolic m",
                complete=True,
                claim=Eq(FLAT_SLICES, sin(delta / 2) ** m / m),
                mutants=(Mutant("of sin^m cos", {"cases": lambda: [(m,)]}),),
            ),
            Inequality(
                name="half angle",
                says="Jordan's inequality.",
                claim=Ge(sin(delta / 2), delta / pi),
                mutants=(Mutant("delta/3", {"claim": Ge(sin(delta / 2), delta / 3)}),),
            ),
            Deduction(
                name="cap from below",
                says="sigma(cap) >= sin^m(delta/2)/COUNT > 0.",
                claim=And(Ge(measure * COUNT, sin(delta / 2) ** m), Gt(measure, 0)),
                uses=("integrand", "primitive", "half angle", Use("A11", {t: delta / 2})),
                mutants=(
                    Mutant("twice that", {"claim": Ge(measure * COUNT, 2 * sin(delta / 2) ** m)}),
                    Mutant("without A11", {"uses": ("integrand", "primitive", "half angle")}),
                ),
            ),
            Deduction(
                name="volume",
                says="N sigma(cap_{delta/2}) <= 1.",
                claim=Le(least, 1 / cap(m, delta / 2)),
                uses=("maximal", "disjoint", "additivity", "cap from below"),
                mutants=(
                    Mutant("without additivity", {"uses": ("maximal", "disjoint", "cap from below")}),
                    Mutant("one point fewer", {"claim": Le(least + 1, 1 / cap(m, delta / 2))}),
                ),
            ),
            Deduction(
                name="closed form",
                says="The lower bound of the cap, inverted.",
                claim=Le(1 / cap(m, delta / 2), COUNT * sin(delta / 2) ** (-m)),
                uses=("cap from below", "half angle"),
                mutants=(
                    Mutant("half of it", {"claim": Le(1 / cap(m, delta / 2), COUNT * sin(delta / 2) ** (-m) / 2)}),
                ),
            ),
            Deduction(
                name="powers",
                says="x^m increases with x > 0.",
                where=(positive(x), positive(y)),
                given=(Le(x, y),),
                claim=Le(x**m, y**m),
                mutants=(Mutant("for all x and y", {"given": ()}),),
            ),
            Deduction(
                name="rate",
                says="sin(delta/2) >= delta/pi.",
                claim=Le(least, COUNT * (pi / delta) ** m),
                uses=("volume", "closed form", "half angle", Use("powers", {x: delta / pi, y: sin(delta / 2)})),
                mutants=(Mutant("pi/2 instead of pi", {"claim": Le(least, COUNT * (pi / delta / 2) ** m)}),),
            ),
            Instances(
                name="code",
                says="The formulas are what theory.sphere computes.",
                holds=net_sizes_agree,
                cases=lambda: product(("1", "2", "5", "40"), ("1/10", "1", "3")),
                mode="ball",
                covers="12 points",
                evidence=True,
                mutants=(Mutant("cap of radius delta", {"holds": partial(net_sizes_agree, radii=1)}),),
            ),
        ),
    )
)
