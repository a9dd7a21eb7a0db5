"""Polynomial models of smooth targets with a certified error: Taylor, then projection, then truncation.

A tree is evaluated to pairs (P, rho) with |node - P| <= rho on S^m (the MODEL rule).  An analytic function of u with
c - r <= u <= c + r on the sphere becomes its Taylor polynomial at c; on a circle |z - c| = R > r inside the domain of
analyticity Cauchy's estimate bounds the rest by max |phi| (r/R)^{t+1}/(1 - r/R).  The result is projected exactly onto
harmonics, and cut at the smallest degree n whose error rho + sum_{k>n} sqrt(Z(m,k)) |f_k|_2 is small enough.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add, mul
from typing import NamedTuple

import numpy as np
from flint import acb, arb, arb_series, ctx, fmpq, fmpq_mpoly

from theory.balls import maximum, minimum, precision
from theory.cells import Reduced
from theory.errors import HypothesisError, InputError
from theory.expressions import (
    MAX_TERMS,
    Call,
    NamedConstant,
    Node,
    Power,
    Product,
    Sum,
    polynomial_power,
    polynomial_product,
    to_polynomial,
    walk,
)
from theory.harmonics import component_norms_squared, project, ring
from theory.jets import Boxes
from theory.slope_rules import SlopeRules, is_polynomial
from theory.sphere_polynomials import harmonic_sup, harmonic_terms

__all__ = ["PolynomialModel", "model"]

MAX_ORDER = 400
"""Largest Taylor order that is tried."""
MAX_MODEL_TERMS = 20_000
"""Most terms of a model."""
MAX_POLYNOMIAL_DEGREE = 128
"""Largest degree of a polynomial (no function applied) whose truncation is looked for."""
SMALL_MODEL = 60
"""Polynomials with at most so many terms are kept whole."""
REMAINDER_SLACK = 8
"""How often the Taylor remainders are counted in the reported error."""


@dataclass(frozen=True)
class PolynomialModel:
    """f_{<=n} = sum_{k<=n} f_k near a target: sup |target - sum_{k<=n} f_k| <= error (Euclidean norm in R^q).

    ``components[k]`` lists the q polynomials of f_k in H_k, k <= ``degree`` = n.  ``taylor_order`` is the order t of
    the Taylor polynomials used, 0 if none was needed.
    """

    degree: int
    components: dict[int, list[fmpq_mpoly]]
    error: arb
    taylor_order: int


class _Impossible(Exception):
    """There is no model of this kind."""


# --- analytic functions ----------------------------------------------------------------------------------------------


class _Analytic(NamedTuple):
    """phi: the distance from a real c to its singularities, its series at c, and its values in the complex plane."""

    reach: Callable[[arb], arb]
    series: Callable[[arb_series], arb_series]
    value: Callable[[acb], acb]


def _entire(c: arb) -> arb:
    return arb.pos_inf()


def _half_line(c: arb) -> arb:
    return c


def _off_zero(c: arb) -> arb:
    return abs(c)


def _to_pole_of_tan(c: arb) -> arb:
    """Distance to pi/2 + k pi."""
    nearest = (c / arb.pi() - arb(0.5)).mid()
    k = arb((nearest + arb(0.5)).floor())
    poles = [abs(c - arb.pi() * (k + arb(0.5) + shift)) for shift in (-1, 0, 1)]
    return minimum(poles)


_FUNCTIONS: dict[str, _Analytic] = {
    "exp": _Analytic(_entire, arb_series.exp, acb.exp),
    "log": _Analytic(_half_line, arb_series.log, acb.log),
    "sin": _Analytic(_entire, arb_series.sin, acb.sin),
    "cos": _Analytic(_entire, arb_series.cos, acb.cos),
    "tan": _Analytic(_to_pole_of_tan, arb_series.tan, acb.tan),
    "sinh": _Analytic(_entire, lambda u: (u.exp() - (-u).exp()) / 2, acb.sinh),
    "cosh": _Analytic(_entire, lambda u: (u.exp() + (-u).exp()) / 2, acb.cosh),
    "tanh": _Analytic(lambda c: (c * c + arb.pi() ** 2 / 4).sqrt(), lambda u: 1 - 2 / ((2 * u).exp() + 1), acb.tanh),
    "asin": _Analytic(lambda c: 1 - abs(c), arb_series.asin, acb.asin),
    "acos": _Analytic(lambda c: 1 - abs(c), arb_series.acos, acb.acos),
    "atan": _Analytic(lambda c: (1 + c * c).sqrt(), arb_series.atan, acb.atan),
}


def _power(exponent: fmpq) -> _Analytic:
    if exponent.q == 1:
        n = int(exponent.p)
        return _Analytic(_off_zero, lambda u: u**n, lambda z: z**n)
    return _Analytic(
        _half_line, lambda u: (u.log() * arb_series([arb(exponent)])).exp(), lambda z: z ** acb(arb(exponent))
    )


def _circles(phi: _Analytic, c: arb, r: arb) -> list[tuple[arb, arb]]:
    """Pairs (R, M) with r < R and |phi| <= M on |z - c| = R, inside the disc of analyticity; [] if it is too small."""
    reach = phi.reach(c).lower()
    if not r < reach:
        return []
    if reach == arb.pos_inf():
        radii = [(r * (1 + arb(2) ** (arb(j) / 2))).mid() for j in range(-4, 20)]
    else:
        radii = [(r + (reach - r) * arb(share)).mid() for share in (0.1, 0.25, 0.5, 0.75, 0.875, 0.95, 0.98)]
    arcs = 32
    found = []
    for R in radii:
        largest = arb(0)
        for j in range(arcs):
            angle = (arb(2 * j + 1) + arb(0, 1.01)) * arb.pi() / (2 * arcs)  # upper half; the lower one is its mirror
            largest = largest.max(phi.value(acb(c) + acb(R) * acb(angle.cos(), angle.sin())).abs_upper())
        if r < R and reach > R and largest.is_finite():
            found.append((R, largest.upper()))
    return found


def _coefficients(phi: _Analytic, c: fmpq, order: int) -> list[arb]:
    """The Taylor coefficients at c up to this order."""
    cap, ctx.cap = ctx.cap, order + 1  # the library's own limit on the length of series
    try:
        series = phi.series(arb_series([arb(c), arb(1)], prec=order + 1))
        return [series[k] for k in range(order + 1)]
    finally:
        ctx.cap = cap


# --- the tree --------------------------------------------------------------------------------------------------------


class _Approximation(NamedTuple):
    """|node - polynomial| <= radius on the sphere; the polynomial is None while only radii are wanted."""

    polynomial: fmpq_mpoly | None
    radius: arb


class _Composition(NamedTuple):
    """phi(u) with c - r <= u <= c + r on the sphere, and Cauchy's circles."""

    phi: _Analytic
    centre: fmpq
    r: arb
    circles: list[tuple[arb, arb]]

    def remainder(self, order: int) -> arb:
        """An upper bound of |phi - its Taylor polynomial| on [c-r, c+r]."""
        if self.r.is_zero():
            return arb(0)
        return minimum([M * (self.r / R) ** (order + 1) / (1 - self.r / R) for R, M in self.circles]).upper()

    def steepness(self, radius: arb) -> arb:
        """An upper bound of |T'| on [c-r-radius, c+r+radius] for every Taylor polynomial T: sum k M R^-k s^(k-1)."""
        s = self.r + radius
        bounds = [M / (R * (1 - s / R) ** 2) for R, M in self.circles if s < R]
        return minimum(bounds).upper() if bounds else arb.pos_inf()


class _Builder:
    """Models of the subexpressions of one target on S^m."""

    def __init__(self, m: int, negligible: arb) -> None:
        self.m, self.context, self.rules = m, ring(m + 1), SlopeRules(m)
        self.negligible = negligible  # what one step may drop
        self.ranges: dict[int, tuple[arb, arb]] = {}
        self.compositions: dict[int, _Composition] = {}
        self.order, self.expand, self.used = 0, False, False

    def range(self, node: Node) -> tuple[arb, arb]:
        """Bounds of the node on the sphere: by intervals over [-1, 1]^d, and by the harmonics of polynomials."""
        if id(node) not in self.ranges:
            reduced = Reduced.of((node,), self.m)
            with np.errstate(all="ignore"):
                found = Boxes(reduced.ball(), reduced, {}).range(node)
            low, high = arb(float(found.lo.min())), arb(float(found.hi.max()))
            polynomial = self.rules.polynomial(node)
            if polynomial is not None:
                moving = {k: square for k, square in polynomial.norms_squared.items() if k}
                reach = harmonic_sup(moving, self.m)
                low = maximum([low, (polynomial.mean - reach).lower()])
                high = minimum([high, (polynomial.mean + reach).upper()])
            self.ranges[id(node)] = low, high
        return self.ranges[id(node)]

    def size(self, node: Node) -> arb:
        """An upper bound of |node| on the sphere."""
        low, high = self.range(node)
        return maximum([-low, high]).upper()

    def build(self, node: Node) -> _Approximation:
        """The model of the node at the current order."""
        if is_polynomial(node):
            return _Approximation(to_polynomial(node, self.context) if self.expand else None, arb(0))
        match node:
            case NamedConstant(_, enclosure):
                number = enclosure()
                return _Approximation(self.context.constant(number.mid().fmpq()) if self.expand else None, number.rad())
            case Sum(terms):
                parts = [self.build(term) for term in terms]
                total = reduce(add, [p.polynomial for p in parts]) if self.expand else None
                return _Approximation(total, sum((p.radius for p in parts), arb(0)))
            case Product(factors):
                return self._product(factors)
            case Power(base, exponent) if exponent.q == 1 and exponent >= 0:
                return self._power(base, int(exponent.p))
            case Power(base, exponent):
                return self._compose(node, base, _power(exponent))
            case Call(function, (u,)) if function.name in _FUNCTIONS:
                return self._compose(node, u, _FUNCTIONS[function.name])
            case Call(function, (u,)) if function.name == "sqrt":
                return self._compose(node, u, _power(fmpq(1, 2)))
        raise _Impossible

    def _product(self, factors: Sequence[Node]) -> _Approximation:
        result = self.build(factors[0])
        for count, node in enumerate(factors[1:], 1):
            part = self.build(node)
            radius = arb(0)
            if not (result.radius.is_zero() and part.radius.is_zero()):
                size = reduce(mul, map(self.size, factors[:count]))
                radius = size * part.radius + self.size(node) * result.radius + result.radius * part.radius
            polynomial = None
            if result.polynomial is not None and part.polynomial is not None:
                polynomial, dropped = self._swept(polynomial_product(result.polynomial, part.polynomial))
                radius += dropped
            result = _Approximation(polynomial, radius)
        return result

    def _power(self, base: Node, n: int) -> _Approximation:
        u = self.build(base)
        radius = arb(0)
        if not u.radius.is_zero():
            radius = n * (self.size(base) + u.radius) ** max(n - 1, 0) * u.radius
        if u.polynomial is None:
            return _Approximation(None, radius)
        polynomial, dropped = self._swept(polynomial_power(u.polynomial, n))
        return _Approximation(polynomial, radius + dropped)

    def _composition(self, node: Node, argument: Node, phi: _Analytic) -> _Composition:
        if id(node) not in self.compositions:
            low, high = self.range(argument)
            if not (low.is_finite() and high.is_finite()):
                raise _Impossible
            centre = ((low + high) / 2).mid().fmpq()
            centre = fmpq((centre * 2**40).floor(), 2**40)
            r = maximum([high - arb(centre), arb(centre) - low]).upper()
            circles = _circles(phi, arb(centre), r if r > 0 else arb(2) ** -40)
            if not circles:
                raise _Impossible
            self.compositions[id(node)] = _Composition(phi, centre, r, circles)
        return self.compositions[id(node)]

    def _compose(self, node: Node, argument: Node, phi: _Analytic) -> _Approximation:
        u = self.build(argument)
        step = self._composition(node, argument, phi)
        self.used = True
        radius = step.remainder(self.order)
        if not u.radius.is_zero():
            radius += step.steepness(u.radius) * u.radius
        if u.polynomial is None:
            return _Approximation(None, radius)
        shifted = u.polynomial - step.centre
        reach = step.r + u.radius
        result = self.context.constant(0)
        for k, coefficient in reversed(list(enumerate(_coefficients(phi, step.centre, self.order)))):
            result = polynomial_product(result, shifted) + coefficient.mid().fmpq()
            radius += coefficient.rad() * reach**k
            if len(result) > MAX_MODEL_TERMS:
                raise _Impossible
        result, dropped = self._swept(result)
        return _Approximation(result, radius + dropped)

    def _swept(self, p: fmpq_mpoly) -> tuple[fmpq_mpoly, arb]:
        """p without its smallest terms, and a bound of what was dropped: |x^a| <= sqrt(prod a_i^a_i / |a|^|a|)."""
        if len(p) <= SMALL_MODEL:
            return p, arb(0)
        terms = p.to_dict()
        sizes = sorted(
            ((abs(arb(c)) * _monomial_size(a), a) for a, c in terms.items()), key=lambda t: float(t[0].log())
        )
        dropped = arb(0)
        for size, monomial in sizes:
            if not dropped + size <= self.negligible:
                break
            dropped += size
            del terms[monomial]
        return self.context.from_dict(terms), dropped.upper()


def _monomial_size(monomial: Sequence[int]) -> arb:
    """sup |x^a| on the sphere."""
    degree = sum(int(a) for a in monomial)
    product = arb(1)
    for a in monomial:
        if a:
            product *= (arb(int(a)) / degree) ** int(a)
    return product.sqrt()


# --- the model -------------------------------------------------------------------------------------------------------


def model(nodes: Sequence[Node], m: int, tolerance: fmpq, max_degree: int) -> PolynomialModel | None:
    """The model of the map with these components of smallest degree n <= ``max_degree`` and error <= ``tolerance``.

    None if the expressions are not analytic near their values on S^m, or the model would be too large.  The reported
    error counts the Taylor remainders `REMAINDER_SLACK` times, so that a verifier may bound them less sharply.
    Raises `HypothesisError` unless tolerance > 0.
    """
    if not tolerance > 0:
        raise HypothesisError(f"the tolerance of a polynomial model is positive; got {tolerance}")
    bits = 64 + max(0, math.ceil(-float(arb(tolerance).log()) / math.log(2)))
    with precision(bits):
        try:
            return _model(nodes, m, arb(tolerance), max_degree)
        except (_Impossible, InputError):  # InputError: too large to expand
            return None


def _model(nodes: Sequence[Node], m: int, tolerance: arb, max_degree: int) -> PolynomialModel | None:
    parts = sum(1 for node in nodes for _ in walk(node))
    allowed = (tolerance / (1000 * REMAINDER_SLACK * arb(len(nodes)).sqrt())).lower()  # to each component
    builder = _Builder(m, (allowed / (4 * parts)).lower())
    builder.order = _order(builder, nodes, allowed / 2)
    builder.expand = True
    built = [builder.build(node) for node in nodes]
    polynomials = [part.polynomial for part in built if part.polynomial is not None]
    if not builder.used and max(p.total_degree() for p in polynomials) > MAX_POLYNOMIAL_DEGREE:
        return None
    rho = sum((part.radius * part.radius for part in built), arb(0)).sqrt() * REMAINDER_SLACK
    norms: dict[int, fmpq] = {}
    for p in polynomials:
        for k, square in component_norms_squared(p, m).items():
            norms[k] = norms.get(k, fmpq(0)) + square
    error, degree = rho.upper(), 0
    for k in sorted(norms, reverse=True):
        further = (error + harmonic_sup({k: norms[k]}, m)).upper()
        if not further <= tolerance:
            degree = k
            break
        error = further
    if not error <= tolerance or degree > max_degree:
        return None
    if sum(harmonic_terms(p, m, degree) for p in polynomials) > MAX_TERMS:
        return None
    projections = [project(p, m, highest=degree) for p in polynomials]
    zero = ring(m + 1).constant(0)
    components = {k: [projection.get(k, zero) for projection in projections] for k in sorted(norms) if k <= degree}
    return PolynomialModel(degree, components, error, builder.order if builder.used else 0)


def _order(builder: _Builder, nodes: Sequence[Node], allowed: arb) -> int:
    """The smallest Taylor order at which the remainders of every component stay below ``allowed``."""

    def fits(order: int) -> bool:
        builder.order = order
        return all(builder.build(node).radius <= allowed for node in nodes)

    low, high = 0, 8
    while not fits(high):
        if high >= MAX_ORDER:
            raise _Impossible
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high
