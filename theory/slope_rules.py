"""Lipschitz constants by rules, without ranges (theory B2, rules R2 and R3): exact forms and the calculus of slopes.

The slope of a map on S^m is the supremum of the operator norm of its tangential Jacobian: its Lipschitz constant for
the geodesic distance.  Everything here works for every m.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import mul
from typing import NamedTuple

import numpy as np
from flint import arb, fmpq

from theory.balls import certainly_le, float_lower, float_upper, maximum, minimum
from theory.errors import InputError
from theory.expressions import (
    Call,
    NamedConstant,
    Node,
    Power,
    Product,
    Sum,
    children,
    enclose,
    to_polynomial,
    variables,
    walk,
)
from theory.harmonics import ring
from theory.jets import Cap
from theory.sphere_polynomials import SpherePolynomial, harmonic_slope, largest_singular_value

__all__ = ["Slope", "SlopeRules", "is_polynomial"]

PROFILE_TERMS = 3000
"""Largest expanded polynomial whose harmonics are looked at for bounds."""
PROFILE_DEGREE = 100
"""Largest degree of such a polynomial; in three coordinates or more, `PROFILE_DEGREE_SEVERAL`."""
PROFILE_DEGREE_SEVERAL = 60


class Slope(NamedTuple):
    """A Lipschitz constant by rule.

    ``exact``: it is the best one.  ``plain``: by rules R2 and R3 alone, which a verifier can repeat with equality.
    """

    value: arb
    exact: bool
    plain: bool


def is_polynomial(node: Node) -> bool:
    """Whether the expression is written as a polynomial with rational coefficients."""
    return not any(
        isinstance(part, Call | NamedConstant)
        or (isinstance(part, Power) and (part.exponent.q != 1 or part.exponent < 0))
        for part in walk(node)
    )


def _polynomial_slope(u: SpherePolynomial) -> Slope:
    harmonic = harmonic_slope(u.norms_squared, u.m)
    sharper = u.slope < harmonic
    linear = u.degree <= 1
    return Slope(u.slope if sharper or linear else harmonic, u.slope_is_exact, linear or not sharper)


def _root_slope(u: SpherePolynomial | None) -> Slope | None:
    """sqrt of a form x^T A x >= 0: sqrt(largest) - sqrt(smallest eigenvalue), exactly.

    With weights p_i = x_i^2 in the eigenbasis the squared slope is Var(lam)/E(lam), at most
    (sqrt(lam_max) - sqrt(lam_min))^2.
    """
    if u is None or not set(u.norms_squared) <= {0, 2}:
        return None
    low, high = u.eigenvalues
    if not low >= 0:
        return None
    return Slope(high.sqrt() - low.sqrt(), True, bool(low == 0))


class SlopeRules:
    """The rules for expressions on S^m, with memory."""

    def __init__(self, m: int) -> None:
        self.m = m
        self._polynomials: dict[int, tuple[Node, SpherePolynomial | None]] = {}  # the node keeps its id unique
        self._slopes: dict[int, tuple[Node, Slope | None]] = {}

    def polynomial(self, node: Node) -> SpherePolynomial | None:
        """The expression as a polynomial on the sphere, if it is written as one and small enough to look at."""
        if id(node) not in self._polynomials:
            self._polynomials[id(node)] = node, self._expanded(node)
        return self._polynomials[id(node)][1]

    def _expanded(self, node: Node) -> SpherePolynomial | None:
        if not is_polynomial(node):
            return None
        try:
            expanded = to_polynomial(node, ring(self.m + 1))
        except InputError:  # too large to expand: other rules remain
            return None
        if expanded is None or len(expanded) > PROFILE_TERMS:
            return None
        several = len(variables(node)) >= 3
        if expanded.total_degree() > (PROFILE_DEGREE_SEVERAL if several else PROFILE_DEGREE):
            return None
        return SpherePolynomial(expanded, self.m)

    def slope(self, node: Node) -> Slope | None:
        """A Lipschitz constant on the whole sphere; None if no rule applies."""
        if id(node) not in self._slopes:
            self._slopes[id(node)] = node, self._rule(node)
        return self._slopes[id(node)][1]

    def _rule(self, node: Node) -> Slope | None:
        if not variables(node):
            return Slope(arb(0), True, True)
        polynomial = self.polynomial(node)
        if polynomial is not None:
            return _polynomial_slope(polynomial)
        match node:
            case Sum(terms) if not is_polynomial(node):  # one too large as a whole is not worth its many parts
                return self._of_sum(node, terms)
            case Product(factors):
                return self._of_product(node, factors)
            case Power(base, exponent) if exponent == fmpq(1, 2):
                return _root_slope(self.polynomial(base))
            case Call(function, arguments):
                return self._of_call(function.name, arguments)
        return None

    def _of_sum(self, node: Sum, terms: Sequence[Node]) -> Slope | None:
        moving = [u for u in terms if variables(u)]
        parts = [u for u in moving if not is_polynomial(u)]
        together = tuple(u for u in moving if is_polynomial(u))
        if together:
            parts.append(together[0] if len(together) == 1 else Sum(together, node.span))
        slopes = self._all(parts)
        if slopes is None:
            return None
        total = sum((s.value for s in slopes), arb(0))
        return Slope(total, len(slopes) == 1 and slopes[0].exact, all(s.plain for s in slopes))

    def _of_product(self, node: Product, factors: Sequence[Node]) -> Slope | None:
        constants = [u for u in factors if not variables(u)]
        moving = tuple(u for u in factors if variables(u))
        if not constants:
            return None
        inner = self.slope(moving[0] if len(moving) == 1 else Product(moving, node.span))
        size = abs(reduce(mul, [enclose(u, []) for u in constants]))
        return inner._replace(value=size * inner.value) if inner is not None and size.is_finite() else None

    def _of_call(self, name: str, arguments: Sequence[Node]) -> Slope | None:
        match name:
            case "abs":
                inner = self.slope(arguments[0])
                # |u| has the slope of u wherever u != 0: almost everywhere, if u is a polynomial that is not 0
                analytic = self.polynomial(arguments[0]) is not None
                return inner and inner._replace(exact=inner.exact and analytic)
            case "max" | "min":
                slopes = self._all(arguments)
                if slopes is None:
                    return None
                one = len(slopes) == 1
                return Slope(maximum(s.value for s in slopes), one and slopes[0].exact, all(s.plain for s in slopes))
            case "acos" | "asin":
                u = self.polynomial(arguments[0])
                if u is None or u.degree > 1 or u.mean != 0 or not sum((a * a for a in u.gradient), fmpq(0)) <= 1:
                    return None
                return Slope(u.linear_norm, True, True)
            case "sqrt":
                return _root_slope(self.polynomial(arguments[0]))
            case "norm":
                square = self._sum_of_squares(arguments)
                root = None if square is None else _root_slope(square)
                joint = self.joint(arguments)
                if joint is None or (root is not None and certainly_le(root.value, joint.value)):
                    return root
                return joint._replace(exact=False)
        return None

    def _sum_of_squares(self, arguments: Sequence[Node]) -> SpherePolynomial | None:
        total = ring(self.m + 1).constant(0)
        for part in map(self.polynomial, arguments):
            if part is None or len(part.polynomial) ** 2 > PROFILE_TERMS or part.polynomial.total_degree() > 1:
                return None  # the root of a form is all that is asked for
            total += part.polynomial * part.polynomial
        return SpherePolynomial(total, self.m)

    def _all(self, nodes: Sequence[Node]) -> list[Slope] | None:
        slopes = [s for s in map(self.slope, nodes) if s is not None]
        return slopes if len(slopes) == len(nodes) else None

    def joint(self, nodes: Sequence[Node]) -> Slope | None:
        """A Lipschitz constant of the map with these components; None if no rule applies."""
        moving = [u for u in nodes if variables(u)]
        polynomials = [p for p in map(self.polynomial, moving) if p is not None]
        best: Slope | None = None
        if len(polynomials) == len(moving):
            if all(p.degree <= 1 for p in polynomials):
                rows = [p.gradient for p in polynomials]
                return Slope(largest_singular_value(rows) if rows else arb(0), True, True)
            norms: dict[int, fmpq] = {}
            for p in polynomials:
                for k, square in p.norms_squared.items():
                    norms[k] = norms.get(k, fmpq(0)) + square
            best = Slope(harmonic_slope(norms, self.m), False, False)
        slopes = self._all(moving)
        if slopes is None:
            return best
        if len(slopes) == 1:
            return slopes[0]
        total = minimum([sum((s.value * s.value for s in slopes), arb(0)).sqrt()])
        separate = Slope(total, False, all(s.plain for s in slopes))
        return best if best is not None and best.value < separate.value else separate

    def caps(self, nodes: Sequence[Node]) -> dict[int, Cap]:
        """What the rules know of the subexpressions: ranges and slopes, rounded outwards, by ``id`` of the node."""
        caps: dict[int, Cap] = {}
        stack = [*nodes]
        while stack:
            node = stack.pop()
            if not variables(node):
                continue
            polynomial, slope = self.polynomial(node), self.slope(node)
            steepest = np.inf if slope is None else float_upper(slope.value)
            if polynomial is not None:
                low, high = polynomial.range
                caps[id(node)] = Cap(float_lower(low), float_upper(high), steepest)
            else:
                caps[id(node)] = Cap(slope=steepest)
                if not (isinstance(node, Sum) and is_polynomial(node)):
                    stack.extend(children(node))
        return caps
