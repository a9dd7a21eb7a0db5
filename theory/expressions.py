"""Expressions: immutable trees with exact rational constants, and their values as balls, floats and polynomials.

A tree is made of `Constant`, `NamedConstant`, `Variable`, `Sum`, `Product`, `Power` and `Call`; a - b is a + (-1) b and
a/b is a b**-1, so an analysis of expressions handles seven cases.  `theory.parser` makes trees from text.

Expressions are defined wherever they can be (the DEFINITION of targets): sqrt(u) is sqrt(max(u, 0)), u**(p/q) with a
non-integer p/q is max(u, 0)**(p/q), and acos and asin clamp their argument to [-1, 1].
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from flint import arb, fmpq, fmpq_mpoly, fmpq_mpoly_ctx
from numpy.typing import NDArray

from theory.balls import maximum, minimum
from theory.errors import InputError

__all__ = [
    "FUNCTIONS",
    "Call",
    "Constant",
    "Function",
    "NamedConstant",
    "Node",
    "Power",
    "Product",
    "Sum",
    "Variable",
    "children",
    "enclose",
    "evaluate",
    "polynomial_power",
    "polynomial_product",
    "to_polynomial",
    "variables",
    "walk",
]

Floats: TypeAlias = NDArray[np.float64]

MAX_TERMS = 200_000
"""Most terms of an expanded polynomial."""
MAX_DEGREE = 4000
"""Largest total degree of an expanded polynomial."""


# --- the tree --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Function:
    """A function that a grammar knows: its name, its arity, its enclosure and its float evaluation (sampling only)."""

    name: str
    fewest: int
    most: int | None
    enclosure: Callable[..., arb] = field(compare=False, repr=False)
    array: Callable[..., Floats] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Constant:
    """An exact rational number."""

    value: fmpq
    span: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class NamedConstant:
    """A real number with a name, such as pi."""

    name: str
    enclosure: Callable[[], arb] = field(compare=False, repr=False)
    span: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Variable:
    """The coordinate number ``index``."""

    name: str
    index: int
    span: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of two or more terms."""

    terms: tuple[Node, ...]
    span: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Product:
    """The product of two or more factors; a rational coefficient comes first."""

    factors: tuple[Node, ...]
    span: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Power:
    """base**exponent with a rational exponent; non-integer exponents mean max(base, 0)**exponent."""

    base: Node
    exponent: fmpq
    span: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the grammar's table applied to arguments."""

    function: Function
    arguments: tuple[Node, ...]
    span: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)


Node: TypeAlias = Constant | NamedConstant | Variable | Sum | Product | Power | Call
"""An expression; ``node.span`` is its place (start, end) in the text it was parsed from."""


def children(node: Node) -> tuple[Node, ...]:
    """The direct subexpressions."""
    match node:
        case Sum(terms):
            return terms
        case Product(factors):
            return factors
        case Power(base):
            return (base,)
        case Call(_, arguments):
            return arguments
    return ()


def walk(node: Node) -> Iterator[Node]:
    """The node and all its subexpressions, subexpressions first."""
    for child in children(node):
        yield from walk(child)
    yield node


def variables(node: Node) -> frozenset[int]:
    """The indices of the variables that occur."""
    return frozenset(part.index for part in walk(node) if isinstance(part, Variable))


# --- enclosures at points --------------------------------------------------------------------------------------------


def _hull_of_monotone(function: Callable[[arb], arb], u: arb, low: arb, high: arb) -> arb:
    """An enclosure of a monotone function on the part of u in [low, high], with u clamped to [low, high]."""
    if u.is_nan():
        return u
    first, last = u.lower().max(low).min(high), u.upper().max(low).min(high)
    return function(first).union(function(last))


def _sqrt(u: arb) -> arb:
    if u.lower() >= 0:
        return u.sqrt()
    return _hull_of_monotone(arb.sqrt, u, arb(0), arb.pos_inf())


def _acos(u: arb) -> arb:
    inside = u.acos()
    return inside if inside.is_finite() else _hull_of_monotone(arb.acos, u, arb(-1), arb(1))


def _asin(u: arb) -> arb:
    inside = u.asin()
    return inside if inside.is_finite() else _hull_of_monotone(arb.asin, u, arb(-1), arb(1))


def _abs(u: arb) -> arb:
    if u.contains(0):
        return arb(0).union(u.abs_upper())
    return abs(u)


def _norm(*components: arb) -> arb:
    total = arb(0)
    for u in components:
        total += _integer_power(u, 2)
    return _sqrt(total)


def _integer_power(u: arb, n: int) -> arb:
    """u**n without the dependency of u*u; arb ** int itself returns NaN on balls centred at 0."""
    if n < 0:
        return 1 / _integer_power(u, -n)
    if n == 0:
        return arb(1)
    if u.is_exact() or not u.contains(0):
        return u**n
    low, high = u.lower(), u.upper()
    if n % 2:
        return (low**n).union(high**n)
    return arb(0).union(u.abs_upper() ** n)


def _rational_power(u: arb, exponent: fmpq) -> arb:
    """max(u, 0)**exponent for a non-integer exponent; not finite when the exponent is negative and u may reach 0."""
    if exponent < 0:
        return 1 / _rational_power(u, -exponent)

    def power(t: arb) -> arb:
        return arb(0) if t.is_zero() else t.root(int(exponent.q)) ** int(exponent.p)

    if u.lower() > 0:
        return power(u)
    return _hull_of_monotone(power, u, arb(0), arb.pos_inf())


def enclose(node: Node, x: Sequence[arb]) -> arb:
    """An enclosure of the expression at the point x (shape (number of variables,)), at the current precision.

    Not finite where the enclosure meets a pole of a division, log or tan.

    >>> u = Call(FUNCTIONS["acos"], (Variable("x0", 0),))
    >>> enclose(Sum((u, Constant(fmpq(1, 10)))), [arb(1), arb(0)]).contains(fmpq(1, 10))
    True
    """
    match node:
        case Variable(_, index):
            return x[index]
        case Constant(value):
            return arb(value)
        case Sum(terms):
            total = enclose(terms[0], x)
            for term in terms[1:]:
                total = total + enclose(term, x)
            return total
        case Product(factors):
            total = enclose(factors[0], x)
            for factor in factors[1:]:
                total = total * enclose(factor, x)
            return total
        case Power(base, exponent):
            u = enclose(base, x)
            return _integer_power(u, int(exponent.p)) if exponent.q == 1 else _rational_power(u, exponent)
        case Call(function, arguments):
            return function.enclosure(*[enclose(argument, x) for argument in arguments])
        case NamedConstant(_, enclosure):
            return enclosure()


def evaluate(node: Node, points: Floats) -> Floats:
    """The expression at the rows of ``points`` (shape [n, d]) in float64, shape [n]: sampled, never part of a proof."""
    with np.errstate(all="ignore"):
        return _evaluate(node, points)


def _evaluate(node: Node, points: Floats) -> Floats:
    match node:
        case Variable(_, index):
            return points[:, index]
        case Constant(value):
            return np.full(len(points), float(arb(value)))
        case NamedConstant(_, enclosure):
            return np.full(len(points), float(enclosure()))
        case Sum(terms):
            total = _evaluate(terms[0], points)
            for term in terms[1:]:
                total = total + _evaluate(term, points)
            return total
        case Product(factors):
            total = _evaluate(factors[0], points)
            for factor in factors[1:]:
                total = total * _evaluate(factor, points)
            return total
        case Power(base, exponent):
            u = _evaluate(base, points)
            if exponent.q == 1:
                return np.power(u, float(exponent.p))
            return np.power(np.maximum(u, 0.0), float(arb(exponent)))
        case Call(function, arguments):
            return function.array(*[_evaluate(argument, points) for argument in arguments])


def _floats_acos(u: Floats) -> Floats:
    return np.arccos(np.clip(u, -1.0, 1.0))


def _floats_asin(u: Floats) -> Floats:
    return np.arcsin(np.clip(u, -1.0, 1.0))


def _floats_norm(*components: Floats) -> Floats:
    return np.sqrt(sum((u * u for u in components), np.zeros_like(components[0])))


def _table(*functions: Function) -> Mapping[str, Function]:
    return {function.name: function for function in functions}


FUNCTIONS: Mapping[str, Function] = _table(
    Function("abs", 1, 1, _abs, np.abs),
    Function("sqrt", 1, 1, _sqrt, lambda u: np.sqrt(np.maximum(u, 0.0))),
    Function("exp", 1, 1, arb.exp, np.exp),
    Function("log", 1, 1, arb.log, np.log),
    Function("sin", 1, 1, arb.sin, np.sin),
    Function("cos", 1, 1, arb.cos, np.cos),
    Function("tan", 1, 1, arb.tan, np.tan),
    Function("sinh", 1, 1, arb.sinh, np.sinh),
    Function("cosh", 1, 1, arb.cosh, np.cosh),
    Function("tanh", 1, 1, arb.tanh, np.tanh),
    Function("asin", 1, 1, _asin, _floats_asin),
    Function("acos", 1, 1, _acos, _floats_acos),
    Function("atan", 1, 1, arb.atan, np.arctan),
    Function("min", 1, None, lambda *values: minimum(values), lambda *values: np.minimum.reduce(values)),
    Function("max", 1, None, lambda *values: maximum(values), lambda *values: np.maximum.reduce(values)),
    Function("norm", 1, None, _norm, _floats_norm),
)
"""The functions of targets; norm(u, ...) is the Euclidean norm."""


# --- polynomials -----------------------------------------------------------------------------------------------------


def _too_large(what: str) -> InputError:
    return InputError(
        f"the expanded polynomial has {what}; at most {MAX_TERMS} terms and degree {MAX_DEGREE} are expanded. "
        "Write the target with fewer products, or use the local method, which does not expand it"
    )


def polynomial_product(a: fmpq_mpoly, b: fmpq_mpoly) -> fmpq_mpoly:
    """a b; raises `InputError` when it exceeds `MAX_TERMS` terms or `MAX_DEGREE`."""
    if a.is_zero() or b.is_zero():
        return a * b
    degree = a.total_degree() + b.total_degree()
    if degree > MAX_DEGREE:
        raise _too_large(f"degree {degree}")
    if len(a) * len(b) > 20 * MAX_TERMS:
        raise _too_large(f"up to {len(a) * len(b)} terms")
    product = a * b
    if len(product) > MAX_TERMS:
        raise _too_large(f"{len(product)} terms")
    return product


def polynomial_power(base: fmpq_mpoly, exponent: int) -> fmpq_mpoly:
    """base**exponent for exponent >= 0; raises as `polynomial_product`."""
    result = base.context().constant(1)
    for bit in bin(exponent)[2:]:
        result = polynomial_product(result, result)
        if bit == "1":
            result = polynomial_product(result, base)
    return result


def to_polynomial(node: Node, ring: fmpq_mpoly_ctx) -> fmpq_mpoly | None:
    """The expression expanded in ``ring`` (one generator per variable), or None when it is not written as a polynomial.

    Raises `InputError` when the expansion exceeds `MAX_TERMS` terms or `MAX_DEGREE`.
    """
    match node:
        case Constant(value):
            return ring.constant(value)
        case Variable(_, index):
            return ring.gen(index)
        case Sum(terms):
            total = ring.constant(0)
            for term in terms:
                part = to_polynomial(term, ring)
                if part is None:
                    return None
                total = total + part
                if len(total) > MAX_TERMS:
                    raise _too_large(f"{len(total)} terms")
            return total
        case Product(factors):
            total = ring.constant(1)
            for factor in factors:
                part = to_polynomial(factor, ring)
                if part is None:
                    return None
                total = polynomial_product(total, part)
            return total
        case Power(base, exponent) if exponent.q == 1 and exponent >= 0:
            part = to_polynomial(base, ring)
            return None if part is None else polynomial_power(part, int(exponent.p))
    return None
