"""Targets from their text, for the independent checker: its own parser into evaluators of jets over cells.

Imports nothing of the producers.  The grammar is that of targets: numbers, pi, x0..xm, + - * / **, abs sqrt exp log sin
cos tan sinh cosh tanh asin acos atan min max norm, and [u, v, ...] for vectors.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from flint import arb, fmpq

from verify.supnorm_jets import (
    FUNCTIONS,
    ONE,
    ZERO,
    Balls,
    Box,
    Evaluator,
    Jet,
    absolute,
    add,
    compose,
    constant,
    multiply,
    norm,
    phi_integer,
    phi_rational,
    plain_rational,
    power,
    scale,
    tight,
)

__all__ = ["TargetText", "parse_target"]

KINKS = frozenset({"abs", "max", "min", "norm"})


class BadTarget(ValueError):
    """The text is not a target."""


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
    return lambda box, hint: constant(make(), len(box.turn))


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
                return lambda box, hint: compose(base(box, _none(box)), phi_integer(p), lambda u: power(u, p))
            return lambda box, hint: compose(base(box, _none(box)), phi_rational(p, q), plain_rational(p, q))
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
            u = u if sign > 0 else scale(-ONE, u)
            total = u if total is None else add(total, u)
        if total is None:
            raise BadTarget("an empty sum")
        return tight(total)

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
            return scale(c, inner(box, [g / c for g in hint] if number != 0 else hint))

        return scaled
    first, second = _build(left, text, m), _build(right, text, m)

    def run(box: Box, hint: Balls) -> Jet:
        u, w = first(box, _none(box)), second(box, _none(box))
        if divide:
            w = compose(w, phi_integer(-1), lambda t: 1 / t)
        return tight(multiply(u, w))

    return run


def _build_call(name: str, parts: Sequence[Evaluator]) -> Evaluator:
    if name in FUNCTIONS and len(parts) == 1:
        phi, plain = FUNCTIONS[name]
        only = parts[0]
        return lambda box, hint: compose(only(box, _none(box)), phi, plain)
    if name == "abs" and len(parts) == 1:
        only = parts[0]
        return lambda box, hint: absolute(only(box, _none(box)), hint)
    if name == "norm":
        return lambda box, hint: norm([part(box, _none(box)) for part in parts], hint)
    if name in ("max", "min"):
        sign = ONE if name == "max" else -ONE
        half = arb(fmpq(1, 2))

        def run(box: Box, hint: Balls) -> Jet:
            wanted = [sign * g for g in hint]
            total = scale(sign, parts[0](box, hint))
            for part in parts[1:]:
                w = scale(sign, part(box, hint))
                mean = scale(half, add(total, w))
                slope = [2 * (g - s) for g, s in zip(wanted, mean.slope, strict=True)]
                total = add(mean, scale(half, absolute(add(total, scale(-ONE, w)), slope)))
            return scale(sign, total)

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
