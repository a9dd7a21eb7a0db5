"""Targets over one cell in FLINT balls, from their text: the independent checker's own parser and second-order jets.

Imports nothing of the producers.  The grammar is that of targets: numbers, pi, x0..xm, + - * / **, abs sqrt exp log sin
cos tan sinh cosh tanh asin acos atan min max norm, and [u, v, ...] for vectors.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from flint import arb, fmpq

__all__ = ["ONE", "ZERO", "Balls", "Box", "Jet", "TargetText", "pairs_of", "parse_target", "size_of_form"]

Balls: TypeAlias = list[arb]


@dataclass(slots=True)
class Box:
    """One cell x(u), |u_j| <= 1: ``point`` [i], ``slope`` [i][j] at the centre, ``bend`` [i][p] the second derivatives
    there (p numbers the pairs j <= k of `pairs_of`); |x - x(0)| <= ``reach``, |sum_k bend_ijk u_k| <= ``turn`` [j].

    ``third`` bounds the Taylor remainder of x after the second order; after the first order x is off by c x(0) + e
    times the linear part, 0 <= -c <= ``drop``, |e| <= ``stretch``.
    """

    point: Balls
    slope: list[Balls]
    bend: list[Balls]
    reach: arb
    turn: Balls
    third: arb
    drop: arb
    stretch: arb


@dataclass(slots=True)
class Jet:
    """f(u) in S(u) + [low, high]: ``value``, ``slope`` [j] of S at the centre; ``wide``, ``wide_slope`` [j] and
    ``curve`` [p] (pairs of `pairs_of`) over the cell.
    """

    value: arb
    slope: Balls
    wide: arb
    wide_slope: Balls
    curve: Balls
    low: arb
    high: arb


@cache
def pairs_of(m: int) -> tuple[tuple[int, int], ...]:
    """The pairs j <= k below m, row by row: the order of the entries of symmetric forms."""
    return tuple((j, k) for j in range(m) for k in range(j, m))


@cache
def _weights(m: int) -> tuple[int, ...]:
    return tuple(1 if j == k else 2 for j, k in pairs_of(m))


def size_of_form(form: Balls, m: int) -> arb:
    """The sum of the absolute values of all m^2 coefficients."""
    total = ZERO
    for c, weight in zip(form, _weights(m), strict=True):
        total += weight * abs(c)
    return total


ZERO, ONE = arb(0), arb(1)
Evaluator: TypeAlias = Callable[[Box, Balls], Jet]


class BadTarget(ValueError):
    """The text is not a target."""


def _total(u: Jet) -> arb:
    """The range of f over the cell."""
    if u.low is ZERO and u.high is ZERO:
        return u.wide
    return (u.wide + u.low).union(u.wide + u.high)


def _constant(value: arb, m: int) -> Jet:
    none = [ZERO] * m
    return Jet(value, none, value, none, [ZERO] * len(pairs_of(m)), ZERO, ZERO)


def _sums(a: Balls, b: Balls) -> Balls:
    return [x + y for x, y in zip(a, b, strict=True)]


def _add(u: Jet, w: Jet) -> Jet:
    return Jet(
        u.value + w.value,
        _sums(u.slope, w.slope),
        u.wide + w.wide,
        _sums(u.wide_slope, w.wide_slope),
        _sums(u.curve, w.curve),
        w.low if u.low is ZERO else u.low + w.low,
        w.high if u.high is ZERO else u.high + w.high,
    )


def _scale(c: arb, u: Jet) -> Jet:
    low, high = u.low, u.high
    if not (low is ZERO and high is ZERO):
        spread = c * low.union(high)
        low, high = spread.lower().min(ZERO), spread.upper().max(ZERO)
    return Jet(
        c * u.value,
        [c * s for s in u.slope],
        c * u.wide,
        [c * s for s in u.wide_slope],
        [c * s for s in u.curve],
        low,
        high,
    )


def _multiply(u: Jet, w: Jet) -> Jet:
    low = high = ZERO
    if not (u.low is ZERO and u.high is ZERO and w.low is ZERO and w.high is ZERO):
        rest = u.low.union(u.high) * _total(w) + w.low.union(w.high) * u.wide
        low, high = rest.lower().min(ZERO), rest.upper().max(ZERO)
    a, b = u.wide_slope, w.wide_slope
    return Jet(
        u.value * w.value,
        [u.value * s + w.value * r for r, s in zip(u.slope, w.slope, strict=True)],
        u.wide * w.wide,
        [u.wide * s + w.wide * r for r, s in zip(a, b, strict=True)],
        [
            u.wide * s + w.wide * r + a[j] * b[k] + a[k] * b[j]
            for r, s, (j, k) in zip(u.curve, w.curve, pairs_of(len(a)), strict=True)
        ],
        low,
        high,
    )


def _tight(u: Jet) -> Jet:
    """Cut the range by the mean value theorem."""
    reach = ZERO
    for s in u.wide_slope:
        reach += abs(s)
    other = u.value + arb(0, reach.upper()) if reach.is_finite() else u.wide
    if not u.wide.is_finite() or other.rad() < u.wide.rad():
        u.wide = other
    return u


def _compose(u: Jet, phi: Callable[[arb], tuple[arb, arb, arb]], plain: Callable[[arb], arb]) -> Jet:
    """phi(u); where the smooth form is useless, the bare range ``plain``."""
    total = _total(u)
    value, first, _ = phi(u.value)
    wide, wide_first, wide_second = phi(total.union(u.wide) if u.low is not ZERO or u.high is not ZERO else total)
    good = value.is_finite() and first.is_finite() and wide_first.is_finite() and wide_second.is_finite()
    if good and wide.is_finite():
        low = high = ZERO
        if not (u.low is ZERO and u.high is ZERO):
            rest = u.low.union(u.high) * wide_first
            low, high = rest.lower().min(ZERO), rest.upper().max(ZERO)
        a, m = u.wide_slope, len(u.slope)
        curve = [wide_first * c + wide_second * a[j] * a[k] for c, (j, k) in zip(u.curve, pairs_of(m), strict=True)]
        loss = high - low
        for c, weight in zip(curve, _weights(m), strict=True):
            loss += weight * c.rad()
        if loss < 2 * wide.rad() or wide.is_exact():
            slope, wide_slope = [first * s for s in u.slope], [wide_first * s for s in a]
            return _tight(Jet(value, slope, wide, wide_slope, curve, low, high))
    span = plain(total)
    if not span.is_finite():
        return _constant(arb.nan(), len(u.slope))
    bare = _constant(arb(span.mid()), len(u.slope))
    bare.low, bare.high = -arb(span.rad()), arb(span.rad())
    return bare


def _absolute(u: Jet, hint: Balls) -> Jet:
    total = _total(u)
    low, high = total.lower(), total.upper()
    if low >= 0:
        return u
    if high <= 0:
        return _scale(-ONE, u)
    theta = _match(hint, u.slope)
    result = _scale(theta, u)
    top = (abs(high) * (1 - theta)).max(abs(low) * (1 + theta))
    result.high = (result.high + top).upper()
    return result


def _match(hint: Balls, slope: Balls) -> arb:
    """An exact number in [-1, 1] for which its product with ``slope`` comes near to ``hint``."""
    above = below = 0.0
    for g, s in zip(hint, slope, strict=True):
        size = float(s)
        above += float(g) * size
        below += size * size
    theta = above / below if below > 0 else 0.0
    return arb(min(1.0, max(-1.0, theta))) if theta == theta else ZERO


def _norm(parts: list[Jet], hint: Balls) -> Jet:
    if len(parts) == 1:
        return _absolute(parts[0], hint)
    square = _multiply(parts[0], parts[0])
    for part in parts[1:]:
        square = _add(square, _multiply(part, part))
    if _total(square).lower() > 0:
        return _compose(square, _phi_sqrt, _plain_sqrt)
    theta = [float(_match(hint, part.slope).mid()) for part in parts]
    size = max(1.0, sum(t * t for t in theta) ** 0.5 * (1 + 1e-9))
    result = _scale(arb(theta[0] / size), parts[0])
    for t, part in zip(theta[1:], parts[1:], strict=True):
        result = _add(result, _scale(arb(t / size), part))
    top = _total(square).upper().max(ZERO).sqrt()
    result.high = (result.high + 2 * top).upper()  # 0 <= |u| - theta.u <= 2|u|, |theta| <= 1
    return result


def _ends(u: arb, low: arb | None, high: arb | None, function: Callable[[arb], arb]) -> arb:
    """A monotone function on u clamped to [low, high]."""
    first, last = u.lower(), u.upper()
    if low is not None:
        first, last = first.max(low), last.max(low)
    if high is not None:
        first, last = first.min(high), last.min(high)
    return function(first).union(function(last))


def _plain_sqrt(u: arb) -> arb:
    return _ends(u, ZERO, None, arb.sqrt)


def _phi_sqrt(u: arb) -> tuple[arb, arb, arb]:
    if not u > 0:
        return arb.nan(), arb.nan(), arb.nan()
    root = u.sqrt()
    first = 1 / (2 * root)
    return root, first, -first / (2 * u)


def _power(u: arb, n: int) -> arb:
    if n < 0:
        return 1 / _power(u, -n)
    if n == 0:
        return ONE
    if n == 1:
        return u
    if u.is_exact() or not u.contains(0):
        return u**n
    low, high = u.lower(), u.upper()
    if n % 2:
        return (low**n).union(high**n)
    return ZERO.union(low**n).union(high**n)


def _phi_integer(n: int) -> Callable[[arb], tuple[arb, arb, arb]]:
    return lambda u: (_power(u, n), n * _power(u, n - 1), n * (n - 1) * _power(u, n - 2))


def _phi_rational(p: int, q: int) -> Callable[[arb], tuple[arb, arb, arb]]:
    alpha = arb(fmpq(p, q))

    def phi(u: arb) -> tuple[arb, arb, arb]:
        if not u > 0:
            return arb.nan(), arb.nan(), arb.nan()
        value = u.root(q) ** p
        first = alpha * value / u
        return value, first, (alpha - 1) * first / u

    return phi


def _plain_rational(p: int, q: int) -> Callable[[arb], arb]:
    def positive(t: arb) -> arb:
        return ZERO if t == 0 else t.root(q) ** abs(p)

    return lambda u: _ends(u, ZERO, None, positive) if p > 0 else 1 / _ends(u, ZERO, None, positive)


def _inverse_root(u: arb) -> arb:
    """1/sqrt(1 - u^2), not finite unless |u| < 1 is certain."""
    rest = 1 - _power(u, 2)
    return 1 / rest.sqrt() if rest > 0 else arb.nan()


def _phi_asin(u: arb) -> tuple[arb, arb, arb]:
    first = _inverse_root(u)
    return u.asin(), first, u * first**3


def _phi_acos(u: arb) -> tuple[arb, arb, arb]:
    first = _inverse_root(u)
    return u.acos(), -first, -u * first**3


def _phi_tan(u: arb) -> tuple[arb, arb, arb]:
    value = u.tan()
    first = 1 + _power(value, 2)
    return value, first, 2 * value * first


def _phi_tanh(u: arb) -> tuple[arb, arb, arb]:
    value = u.tanh()
    first = 1 - _power(value, 2)
    return value, first, -2 * value * first


def _phi_atan(u: arb) -> tuple[arb, arb, arb]:
    first = 1 / (1 + _power(u, 2))
    return u.atan(), first, -2 * u * first * first


def _phi_exp(u: arb) -> tuple[arb, arb, arb]:
    e = u.exp()
    return e, e, e


FUNCTIONS: dict[str, tuple[Callable[[arb], tuple[arb, arb, arb]], Callable[[arb], arb]]] = {
    "sqrt": (_phi_sqrt, _plain_sqrt),
    "exp": (_phi_exp, arb.exp),
    "log": (lambda u: (u.log(), 1 / u, -1 / _power(u, 2)), arb.log),
    "sin": (lambda u: (u.sin(), u.cos(), -u.sin()), arb.sin),
    "cos": (lambda u: (u.cos(), -u.sin(), -u.cos()), arb.cos),
    "tan": (_phi_tan, arb.tan),
    "sinh": (lambda u: (u.sinh(), u.cosh(), u.sinh()), arb.sinh),
    "cosh": (lambda u: (u.cosh(), u.sinh(), u.cosh()), arb.cosh),
    "tanh": (_phi_tanh, arb.tanh),
    "asin": (_phi_asin, lambda u: _ends(u, -ONE, ONE, arb.asin)),
    "acos": (_phi_acos, lambda u: _ends(u, -ONE, ONE, arb.acos)),
    "atan": (_phi_atan, arb.atan),
}
KINKS = frozenset({"abs", "max", "min", "norm"})


# --- the parser ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TargetText:
    """A parsed target: one evaluator per output."""

    outputs: tuple[Evaluator, ...]


_NUMBER = re.compile(r"[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]{1,4})?")


def _rational_of(tree: ast.expr, text: str) -> Fraction | None:
    """The exact value of a constant expression, or None."""
    match tree:
        case ast.Constant():
            literal = ast.get_source_segment(text, tree) or ""
            if not literal or len(literal) > 2100 or not _NUMBER.fullmatch(literal):
                raise BadTarget(f"{literal[:40]!r} is not a decimal number")
            return Fraction(literal)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = _rational_of(operand, text)
            return None if inner is None else -inner
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _rational_of(operand, text)
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _rational_of(left, text), _rational_of(right, text)
            if a is None or b is None:
                return None
            if isinstance(op, ast.Add):
                return a + b
            if isinstance(op, ast.Sub):
                return a - b
            if isinstance(op, ast.Mult):
                return a * b
            if isinstance(op, ast.Div) and b != 0:
                return a / b
            if isinstance(op, ast.Pow) and b.denominator == 1 and abs(b) <= 1000 and (a != 0 or b >= 0):
                if max(a.numerator.bit_length(), a.denominator.bit_length()) * abs(int(b)) > 50_000:
                    raise BadTarget("a number of more than 50000 bits")
                return Fraction(a ** int(b))
    return None


def _constant_evaluator(make: Callable[[], arb]) -> Evaluator:
    return lambda box, hint: _constant(make(), len(box.turn))


def _is_kinked(tree: ast.expr) -> bool:
    return any(
        isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in KINKS
        for part in ast.walk(tree)
    )


def _terms(tree: ast.expr, sign: int) -> list[tuple[int, ast.expr]]:
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Add | ast.Sub):
        second = -sign if isinstance(tree.op, ast.Sub) else sign
        return [*_terms(tree.left, sign), *_terms(tree.right, second)]
    if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub):
        return _terms(tree.operand, -sign)
    return [(sign, tree)]


def _build(tree: ast.expr, text: str, m: int) -> Evaluator:
    constant = _rational_of(tree, text)
    if constant is not None:
        number = fmpq(constant.numerator, constant.denominator)
        return _constant_evaluator(lambda: arb(number))
    match tree:
        case ast.Name(id="pi"):
            return _constant_evaluator(arb.pi)
        case ast.Name(id=name) if re.fullmatch(r"x(0|[1-9][0-9]{0,3})", name) and int(name[1:]) <= m:
            return _variable(int(name[1:]))
        case ast.BinOp(op=ast.Add() | ast.Sub()) | ast.UnaryOp(op=ast.USub()):
            return _build_sum(tree, text, m)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _build(operand, text, m)
        case ast.BinOp(left=left, op=ast.Mult() | ast.Div() as op, right=right):
            return _build_product(left, right, isinstance(op, ast.Div), text, m)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            exponent = _rational_of(right, text)
            if exponent is None or max(abs(exponent.numerator), exponent.denominator) > 1000:
                raise BadTarget("an exponent must be a rational number of at most 1000")
            base = _build(left, text, m)
            p, q = exponent.numerator, exponent.denominator
            if q == 1:
                return lambda box, hint: _compose(base(box, _none(box)), _phi_integer(p), lambda u: _power(u, p))
            return lambda box, hint: _compose(base(box, _none(box)), _phi_rational(p, q), _plain_rational(p, q))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if args:
            return _build_call(name, [_build(argument, text, m) for argument in args])
    raise BadTarget(f"{type(tree).__name__} is not part of targets")


def _none(box: Box) -> Balls:
    return [ZERO] * len(box.turn)


def _variable(i: int) -> Evaluator:
    """x_i is its Taylor polynomial of second order up to ``third``."""

    def run(box: Box, hint: Balls) -> Jet:
        point, slope = box.point[i], box.slope[i]
        wide_slope = [s + arb(0, t) for s, t in zip(slope, box.turn, strict=True)]
        wide = point + arb(0, box.reach + box.third)
        return Jet(point, slope, wide, wide_slope, box.bend[i], -box.third, box.third)

    return run


def _build_sum(tree: ast.expr, text: str, m: int) -> Evaluator:
    terms = sorted(_terms(tree, 1), key=lambda term: _is_kinked(term[1]))
    parts = [(sign, _build(term, text, m), _is_kinked(term)) for sign, term in terms]

    def run(box: Box, hint: Balls) -> Jet:
        total: Jet | None = None
        for sign, part, kinked in parts:
            wanted = _none(box)
            if kinked:
                wanted = hint if total is None else [g - s for g, s in zip(hint, total.slope, strict=True)]
                wanted = wanted if sign > 0 else [-g for g in wanted]
            u = part(box, wanted)
            u = u if sign > 0 else _scale(-ONE, u)
            total = u if total is None else _add(total, u)
        if total is None:
            raise BadTarget("an empty sum")
        return _tight(total)

    return run


def _build_product(left: ast.expr, right: ast.expr, divide: bool, text: str, m: int) -> Evaluator:
    factor = _rational_of(right, text)
    inner_tree = left
    if factor is None and not divide:
        factor, inner_tree = _rational_of(left, text), right
    if factor is not None:
        if divide and factor == 0:
            raise BadTarget("division by zero")
        factor = 1 / factor if divide else factor
        number, inner = fmpq(factor.numerator, factor.denominator), _build(inner_tree, text, m)

        def scaled(box: Box, hint: Balls) -> Jet:
            c = arb(number)
            return _scale(c, inner(box, [g / c for g in hint] if number != 0 else hint))

        return scaled
    first, second = _build(left, text, m), _build(right, text, m)

    def run(box: Box, hint: Balls) -> Jet:
        u, w = first(box, _none(box)), second(box, _none(box))
        if divide:
            w = _compose(w, _phi_integer(-1), lambda t: 1 / t)
        return _tight(_multiply(u, w))

    return run


def _build_call(name: str, parts: Sequence[Evaluator]) -> Evaluator:
    if name in FUNCTIONS and len(parts) == 1:
        phi, plain = FUNCTIONS[name]
        only = parts[0]
        return lambda box, hint: _compose(only(box, _none(box)), phi, plain)
    if name == "abs" and len(parts) == 1:
        only = parts[0]
        return lambda box, hint: _absolute(only(box, _none(box)), hint)
    if name == "norm":
        return lambda box, hint: _norm([part(box, _none(box)) for part in parts], hint)
    if name in ("max", "min"):
        sign = ONE if name == "max" else -ONE
        half = arb(fmpq(1, 2))

        def run(box: Box, hint: Balls) -> Jet:
            wanted = [sign * g for g in hint]
            total = _scale(sign, parts[0](box, hint))
            for part in parts[1:]:
                w = _scale(sign, part(box, hint))
                mean = _scale(half, _add(total, w))
                slope = [2 * (g - s) for g, s in zip(wanted, mean.slope, strict=True)]
                total = _add(mean, _scale(half, _absolute(_add(total, _scale(-ONE, w)), slope)))
            return _scale(sign, total)

        return run
    raise BadTarget(f"unknown function {name[:40]}")


def parse_target(text: str, m: int) -> TargetText:
    """Parse a target on S^m.  Raises ValueError for everything that is not one."""
    if len(text) > 20_000:
        raise BadTarget("the target is longer than 20000 characters")
    blank = re.sub(r"\s", " ", text).strip()
    try:
        tree = ast.parse(blank, mode="eval").body
        parts = tree.elts if isinstance(tree, ast.List) else [tree]
        if not parts:
            raise BadTarget("the vector [] has no components")
        return TargetText(tuple(_build(part, blank, m) for part in parts))
    except (SyntaxError, RecursionError, MemoryError, OverflowError) as error:
        raise BadTarget(f"not an expression ({type(error).__name__})") from None
