"""Chapter A: the Laplace-Beltrami operator (A10), caps (A11), exact projection and integration (A12)."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import And, Expr, Implies, Integral, Rational, betainc_regularized, gamma, pi, sin, sqrt, symbols  # type: ignore[import-untyped]

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
from theory.relations import Eq, Le
from theory.statements.a_harmonics import m, sphere
from theory.symbols import cap

k, w, count, square, i = symbols("k w count square i", nonnegative=True)
value, dot, flat, radial, laplace, part, y = symbols("value dot flat radial laplace part y", real=True)

degree = integers(k, 0, meaning="degree")


def spheres() -> Iterator[tuple[int, int]]:
    """Small spheres and degrees."""
    return ((m, k) for m in range(1, 5) for k in range(5))


def basis_is_harmonic(m_: int, k_: int) -> bool:
    """Every function of theory.basis is a harmonic polynomial."""
    from theory.basis import orthonormal_basis
    from theory.harmonics import is_harmonic

    return all(is_harmonic(Y.polynomial()) for Y in orthonormal_basis(m_, k_))


def eigenvalue_holds(m_: int, k_: int, shift: int = 0) -> bool:
    """-Delta_S of the homogeneous degree 0 extension of each basis function is k(k+m-1) times it, exactly.

    Delta(|x|^{-k} p) |x|^{k+2} = |x|^2 Delta p - 2k x.grad p - k(m-1-k) p for p homogeneous.
    """
    from theory.basis import orthonormal_basis
    from theory.harmonics import laplacian, radius_squared, ring

    x = ring(m_ + 1).gens()
    for Y in orthonormal_basis(m_, k_):
        p = Y.polynomial()
        euler = sum((x[j] * p.derivative(j) for j in range(m_ + 1)), 0 * x[0])
        operator = radius_squared(m_ + 1) * laplacian(p) - 2 * k_ * euler - k_ * (m_ - 1 - k_) * p
        if operator != -k_ * (k_ + m_ - 1 + shift) * p:
            return False
    return True


declare(
    Statement(
        label="A10",
        title="Laplace-Beltrami operator",
        kind="theorem",
        says="-Delta_S Y = k(k+m-1) Y for Y in H_k; Delta_S Y is the Laplacian of the extension of Y of degree 0.",
        formula=Eq(laplace, -k * (k + m - 1) * value),
        variables=(
            sphere,
            degree,
            quantity(value, "p(x) = Y(x), |x| = 1, p the harmonic polynomial", None),
            quantity(dot, "x . grad p(x)", None),
            quantity(flat, "Delta p(x)", None),
            quantity(radial, "Delta r^{-k} at |x| = 1", None),
            quantity(count, "number of coordinates"),
            quantity(square, "sum of the squares of the coordinates"),
            quantity(laplace, "Delta (r^{-k} p) at x, which is Delta_S Y(x)", None),
        ),
        by_definition=(
            Hypothesis(Eq(flat, 0), "p is harmonic"),
            Hypothesis(Eq(count, m + 1), "coordinates x_0..x_m"),
            Hypothesis(Eq(square, 1), "|x| = 1"),
            Hypothesis(Eq(laplace, flat - 2 * k * dot + value * radial), "product rule, grad r^{-k} = -k r^{-k-2} x"),
        ),
        source="atkinsonhan2012, Proposition 3.5",
        value=k * (k + m - 1),
        code=("theory.basis:harmonic_differences",),
        steps=(
            Induction(
                name="Euler",
                says="x . grad of a monomial of degree k is k times it.",
                where=(real(part, "the next term of p at x"),),
                start={value: 0, dot: 0},
                becomes={value: value + part, dot: dot + k * part},
                claim=Eq(dot, k * value),
                mutants=(Mutant("k-1", {"becomes": {value: value + part, dot: dot + (k - 1) * part}}),),
            ),
            Induction(
                name="radial",
                says="The second derivative of r^{-k} in x_i is -k + k(k+2) x_i^2 at r = 1.",
                where=(real(y, "the next coordinate"),),
                start={count: 0, square: 0, radial: 0},
                becomes={count: count + 1, square: square + y**2, radial: radial - k + k * (k + 2) * y**2},
                claim=Eq(radial, k * (k + 2) * square - k * count),
                mutants=(Mutant("k(k+1)", {"claim": Eq(radial, k * (k + 1) * square - k * count)}),),
            ),
            Deduction(
                name="eigenvalue",
                says="-2k k + k(k+2) - k(m+1) = -k(k+m-1).",
                claim=Eq(laplace, -k * (k + m - 1) * value),
                uses=("Euler", "radial"),
                mutants=(Mutant("k(k+m)", {"claim": Eq(laplace, -k * (k + m) * value)}),),
            ),
            Instances(
                name="basis",
                says="For the functions of theory.basis, as polynomials.",
                holds=lambda m, k: basis_is_harmonic(m, k) and eigenvalue_holds(m, k),
                cases=spheres,
                covers="m <= 4, k <= 4",
                evidence=True,
                mutants=(Mutant("k(k+m)", {"holds": lambda m, k: eigenvalue_holds(m, k, 1)}),),
            ),
        ),
    )
)

# --- A11 -----------------------------------------------------------------------------------------------------------

s, t = symbols("s t", nonnegative=True)
a, sine, cosine = symbols("a sine cosine", positive=True)
edge = symbols("edge", real=True)
low, high, inner, outer, measure, M, slices, beta, whole, g = symbols(
    "low high inner outer measure M slices beta whole g", nonnegative=True
)
n = symbols("n", positive=True)

DENSITY = gamma((m + 1) / 2) / (sqrt(pi) * gamma(m / 2))
"""|S^{m-1}|/|S^m|."""


def slices_to(angle: Expr, m: Expr = m) -> Expr:
    """The integral of sin^{m-1} over [0, angle]."""
    return Integral(sin(s) ** (m - 1), (s, 0, angle))


def total(m: Expr) -> Expr:
    """sqrt(pi) Gamma(m/2)/Gamma((m+1)/2), the integral of sin^{m-1} over [0, pi]."""
    return sqrt(pi) * gamma(m / 2) / gamma((m + 1) / 2)


def cap_agrees(m_: int, angle: str, factor: int = 1) -> bool:
    """half the incomplete beta function, and the integral of sin^{m-1}, against theory.sphere.cap_measure."""
    from flint import acb, arb

    from theory.balls import ball
    from theory.sphere import area_ratio, cap_measure

    t = ball(angle)
    computed = factor * cap_measure(m_, t)
    half = (t.sin() ** 2).beta_lower(arb(m_) / 2, arb("0.5"), 1) / 2
    integral = acb.integral(lambda x, _: x.sin() ** (m_ - 1), 0, acb(t)).real * area_ratio(m_)
    return bool(computed.overlaps(half) and computed.overlaps(integral))


CAP = Eq(cap(m, t), DENSITY * slices_to(t))
HALF_BETA = Implies(Le(t, pi / 2), Eq(cap(m, t), betainc_regularized(m / 2, Rational(1, 2), 0, sin(t) ** 2) / 2))

declare(
    Statement(
        label="A11",
        title="Measure of a cap",
        kind="theorem",
        says="sigma(cap_t) as an integral for 0 <= t <= pi, and as an incomplete beta function up to pi/2.",
        formula=And(CAP, HALF_BETA, Eq(cap(m, t) + cap(m, pi - t), 1)),
        variables=(
            sphere,
            interval(t, 0, pi, "[]", "radius of the cap (radians)"),
            quantity(edge, "the integral of the derivative of sin^m cos over [0, pi]", None),
            quantity(low, "the integral of sin^{m-1} over [0, pi]"),
            quantity(high, "the integral of sin^{m+1} over [0, pi]"),
            quantity(M, "a dimension", 1),
            quantity(slices, "the integral of sin^{m-1} over [0, t], t <= pi/2"),
            quantity(beta, "the integral of u^{m/2-1} (1-u)^{-1/2} over [0, sin^2 t]"),
            quantity(whole, "the same over [0, 1]"),
            quantity(inner, "the integral of sin^{m-1} over [0, pi/2]"),
        ),
        by_definition=(
            Hypothesis(
                Eq(cap(m, t) * slices_to(pi), slices_to(t)),
                "points at angle s from the centre: a sphere of radius sin s",
            ),
            Hypothesis(Eq(cap(m, pi - t) * slices_to(pi), slices_to(pi) - slices_to(t)), "the rest of the sphere"),
            Hypothesis(Eq(edge, 0), "sin^m cos vanishes at 0 and pi"),
            Hypothesis(Eq(low, slices_to(pi)), "low"),
            Hypothesis(Eq(high, slices_to(pi, m + 2)), "high"),
            Hypothesis(Eq(slices_to(pi, 1), pi), "the integral of 1"),
            Hypothesis(Eq(slices_to(pi, 2), 2), "the integral of sin"),
            Hypothesis(Eq(slices_to(pi, M), slices_to(pi)), "M = m"),
            Hypothesis(Eq(total(M), total(m)), "M = m"),
            Hypothesis(Implies(Le(t, pi / 2), Eq(slices, slices_to(t))), "slices"),
            Hypothesis(Eq(2 * inner, slices_to(pi)), "sin(pi - s) = sin s"),
            Hypothesis(
                Eq(betainc_regularized(m / 2, Rational(1, 2), 0, sin(t) ** 2) * whole, beta), "the regularised function"
            ),
        ),
        source="own",
        value=cap(m, t),
        code=("theory.sphere:cap_measure", "theory.sphere:cap_radius", "theory.symbols:cap"),
        steps=(
            Induction(
                name="by parts",
                says="The derivative of sin^m cos is m sin^{m-1} cos^2 - sin^{m+1}: adding a node, g = sin^{m-1}.",
                where=(
                    interval(w, 0, None, "[)", "weight of the next node"),
                    interval(g, 0, None, "[)", "sin^{m-1} there"),
                    interval(y, -1, 1, "[]", "cos there"),
                ),
                start={edge: 0, low: 0, high: 0},
                becomes={
                    edge: edge + w * g * (m * y**2 - (1 - y**2)),
                    low: low + w * g,
                    high: high + w * g * (1 - y**2),
                },
                claim=Eq(edge, m * low - (m + 1) * high),
                mutants=(Mutant("m instead of m+1", {"claim": Eq(edge, m * low - m * high)}),),
            ),
            Deduction(
                name="two dimensions more",
                says="Wallis.",
                claim=Eq((m + 1) * slices_to(pi, m + 2), m * slices_to(pi)),
                uses=("by parts",),
                mutants=(Mutant("m+2", {"claim": Eq((m + 2) * slices_to(pi, m + 2), m * slices_to(pi))}),),
            ),
            Induction(
                name="total",
                says="From pi and 2 for m = 1, 2, two by two; Gamma(x+1) = x Gamma(x).",
                start={M: 1},
                becomes={M: M + 1},
                claim=And(Eq(slices_to(pi, M), total(M)), Eq(slices_to(pi, M + 1), total(M + 1))),
                uses=(Use("two dimensions more", {m: M}),),
                mutants=(Mutant("without Wallis", {"uses": ()}),),
            ),
            Deduction(
                name="integral",
                says="Divided by the whole, which is positive; the complement is a cap about the antipode.",
                claim=And(CAP, Eq(cap(m, t) + cap(m, pi - t), 1)),
                uses=("total",),
                mutants=(Mutant("twice", {"claim": Eq(cap(m, t), 2 * DENSITY * slices_to(t))}),),
            ),
            Deduction(
                name="substitution",
                says="u = sin^2 s, du = 2 sin s cos s ds.",
                where=(positive(sine, "sin s"), positive(cosine, "cos s, s < pi/2")),
                given=(Eq(sine**2 + cosine**2, 1),),
                claim=Eq((sine**2) ** (m / 2 - 1) / sqrt(cosine**2) * 2 * sine * cosine, 2 * sine ** (m - 1)),
                mutants=(
                    Mutant(
                        "without du",
                        {"claim": Eq((sine**2) ** (m / 2 - 1) / sqrt(cosine**2), 2 * sine ** (m - 1))},
                    ),
                ),
            ),
            Induction(
                name="incomplete beta",
                says="Adding a node s in [0, t] of weight w, t <= pi/2.",
                where=(
                    interval(w, 0, None, "[)", "weight of the next node"),
                    positive(sine, "sin s"),
                    positive(cosine, "cos s"),
                ),
                start={slices: 0, beta: 0},
                becomes={
                    slices: slices + w * sine ** (m - 1),
                    beta: beta + w * (sine**2) ** (m / 2 - 1) / sqrt(cosine**2) * 2 * sine * cosine,
                },
                given=(Eq(sine**2 + cosine**2, 1),),
                claim=Eq(beta, 2 * slices),
                uses=("substitution",),
                mutants=(Mutant("without the factor 2", {"claim": Eq(beta, slices)}),),
            ),
            Induction(
                name="complete beta",
                says="The same over [0, pi/2].",
                where=(
                    interval(w, 0, None, "[)", "weight of the next node"),
                    positive(sine, "sin s"),
                    positive(cosine, "cos s"),
                ),
                start={inner: 0, whole: 0},
                becomes={
                    inner: inner + w * sine ** (m - 1),
                    whole: whole + w * (sine**2) ** (m / 2 - 1) / sqrt(cosine**2) * 2 * sine * cosine,
                },
                given=(Eq(sine**2 + cosine**2, 1),),
                claim=Eq(whole, 2 * inner),
                uses=("substitution",),
                mutants=(Mutant("without the factor 2", {"claim": Eq(whole, inner)}),),
            ),
            Deduction(
                name="half the beta function",
                says="2 slices over the whole.",
                claim=HALF_BETA,
                uses=("incomplete beta", "complete beta", "integral", "total"),
                mutants=(
                    Mutant(
                        "up to pi",
                        {"claim": Eq(cap(m, t), betainc_regularized(m / 2, Rational(1, 2), 0, sin(t) ** 2) / 2)},
                    ),
                ),
            ),
            Instances(
                name="code",
                says="theory.sphere.cap_measure against the incomplete beta function and the integral.",
                holds=cap_agrees,
                cases=lambda: ((m, t) for m in (1, 2, 3, 8, 19) for t in ("0.1", "0.7", "1.3", "1.55")),
                mode="ball",
                covers="20 pairs (m, t)",
                evidence=True,
                mutants=(Mutant("twice the measure", {"holds": lambda m, t: cap_agrees(m, t, 2)}),),
            ),
        ),
    )
)
