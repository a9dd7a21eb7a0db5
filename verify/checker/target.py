"""The checker's own reading of a target: text -> straight-line program -> values and partial derivatives.

DEFINITION.  Constants are exact (0.1 is 1/10); sqrt(u) is sqrt(max(u, 0)); u**(p/q) with a non-integer exponent is
max(u, 0)**(p/q); acos and asin clamp their argument to [-1, 1]; norm is the Euclidean norm.  Text is looked at through
``ast`` and never evaluated.  Part of the independent checker: of the project it imports only the certificate format.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from flint import arb, fmpq

from verify.certificate import rational
from verify.checker.balls import Refused

__all__ = ["Step", "Tape", "parse", "partials", "second_partials", "values"]

MAX_TEXT = 20_000
MAX_EXPONENT = 1000
MAX_BITS = 50_000
MAX_CURVED_NORM = 20
"""Most arguments of a norm whose second derivatives (one for each pair) are worth having."""
_INFINITY = float("inf")


class Step(NamedTuple):
    """One operation: its name, the indices of earlier steps, and its number (constant, coordinate or exponent)."""

    op: str
    args: tuple[int, ...] = ()
    value: fmpq = fmpq(0)


class Tape(NamedTuple):
    """A straight-line program on R^d; ``outputs`` are the steps that hold the q components of the target."""

    d: int
    steps: tuple[Step, ...]
    outputs: tuple[int, ...]

    @property
    def cost(self) -> int:
        """Steps and arguments: what one evaluation costs."""
        return sum(1 + len(step.args) for step in self.steps)


# --- parsing --------------------------------------------------------------------------------------------------------

_ALLOWED = re.compile(r"[0-9A-Za-z+\-*/().,\[\] \t\r\n]*", re.ASCII)
_NAME = re.compile(r"x(0|[1-9][0-9]{0,5})", re.ASCII)
_NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?", re.ASCII)
_BINARY = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "pow"}
_UNARY = ("abs", "sqrt", "exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos", "atan")
_VARIADIC = ("min", "max", "norm")


def _refuse(message: str) -> Refused:
    return Refused(f"the target is not readable: {message}")


def _number(text: str) -> fmpq:
    if _NUMBER.fullmatch(text) is None:
        raise _refuse(f"{text[:60]!r} is not a number")
    digits, exponent, power = text.lower().partition("e")
    whole, _, fraction = digits.partition(".")
    return rational(f"{whole or '0'}.{fraction or '0'}{exponent}{power}")


def _children(node: ast.expr) -> Sequence[ast.expr]:
    """The operands of an allowed operation; everything else is refused."""
    match node:
        case ast.Constant() | ast.Name():
            return ()
        case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=operand):
            return (operand,)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return (left, right)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            if (name in _UNARY and len(args) == 1) or (name in _VARIADIC and args):
                return args
    raise _refuse(f"{type(node).__name__} at column {node.col_offset + 1} is not in the grammar")


def _fold(op: str, u: fmpq, v: fmpq) -> fmpq:
    """An operation on constants, exactly; the size of the result is bounded before it is computed."""
    power = abs(int(v.p)) if op == "pow" else 1
    if (u.height_bits() + 1) * power + v.height_bits() > MAX_BITS:
        raise _refuse(f"a constant of more than {MAX_BITS} bits")
    if (op == "/" and v == 0) or (op == "pow" and u == 0 and v < 0):
        raise _refuse("division by zero")
    match op:
        case "+":
            return u + v
        case "-":
            return u - v
        case "*":
            return u * v
        case "/":
            return u / v
    return fmpq(u ** int(v.p))


class _Builder:
    """Collects steps; equal steps are shared, operations on rational constants are folded."""

    def __init__(self, text: str, m: int) -> None:
        self.text, self.m = text, m
        self.steps: dict[Step, int] = {}
        self.list: list[Step] = []

    def add(self, step: Step) -> int:
        if step not in self.steps:
            self.steps[step] = len(self.list)
            self.list.append(step)
        return self.steps[step]

    def step(self, node: ast.expr, args: tuple[int, ...]) -> int:
        match node:
            case ast.Constant():
                return self.add(Step("const", (), _number(self.text[node.col_offset : node.end_col_offset])))
            case ast.Name(id="pi"):
                return self.add(Step("pi"))
            case ast.Name(id=name):
                found = _NAME.fullmatch(name)
                if found is None or int(found[1]) > self.m:
                    raise _refuse(f"unknown name {name[:60]!r} on S^{self.m}")
                return self.add(Step("x", (), fmpq(int(found[1]))))
            case ast.UnaryOp(op=op):
                return args[0] if isinstance(op, ast.UAdd) else self.binary("-", self.add(Step("const")), args[0])
            case ast.BinOp(op=op):
                return self.binary(_BINARY[type(op)], *args)
            case ast.Call(func=ast.Name(id="sqrt")):
                return self.add(Step("pow", args, fmpq(1, 2)))
            case ast.Call(func=ast.Name(id=name)):
                return self.add(Step(name, args))
        raise _refuse(type(node).__name__)

    def binary(self, op: str, left: int, right: int) -> int:
        u, v = self.list[left], self.list[right]
        if op == "pow":
            if v.op != "const" or max(abs(int(v.value.p)), int(v.value.q)) > MAX_EXPONENT:
                raise _refuse(f"an exponent must be a rational constant with parts of at most {MAX_EXPONENT}")
            if u.op != "const" or v.value.q != 1:
                return self.add(Step("pow", (left,), v.value))
        if u.op == v.op == "const":
            return self.add(Step("const", (), _fold(op, u.value, v.value)))
        return self.add(Step(op, (left, right)))


def parse(text: str, m: int) -> Tape:
    """The program of a target on S^m: one expression, or a vector ``[u, v, ...]``.

    Raises `Refused` for everything outside the grammar; works without recursion, so nesting cannot exhaust the stack.

    >>> [step.op for step in parse("x0*x1 + 0.5", 2).steps]
    ['const', 'x', 'x', '*', '+']
    """
    if len(text) > MAX_TEXT or _ALLOWED.fullmatch(text) is None:
        raise _refuse(f"more than {MAX_TEXT} characters, or one outside the grammar")
    text = re.sub(r"\s", " ", text).strip()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _refuse(f"{type(error).__name__}") from None
    roots = body.elts if isinstance(body, ast.List) else [body]
    if not roots:
        raise _refuse("a vector without components")
    builder = _Builder(text, m)
    done: dict[int, int] = {}
    stack = [(root, False) for root in roots]
    while stack:
        node, ready = stack.pop()
        children = _children(node)
        if ready:
            done[id(node)] = builder.step(node, tuple(done[id(child)] for child in children))
        else:
            stack.append((node, True))
            stack.extend((child, False) for child in children)
    return Tape(m + 1, tuple(builder.list), tuple(done[id(root)] for root in roots))


# --- values ---------------------------------------------------------------------------------------------------------


def _monotone(f: Callable[[arb], arb], low: float, high: float) -> Callable[[arb], arb]:
    """The hull of a monotone f over a ball clamped to [low, high]: f at the two ends."""

    def value(u: arb) -> arb:
        a, b = u.lower().max(arb(low)).min(arb(high)), u.upper().max(arb(low)).min(arb(high))
        first = f(a)
        return first if a == b else first.union(f(b))

    return value


def _integer_power(u: arb, n: int) -> arb:
    """u**n, tight also on balls that contain 0 (where arb's own power is NaN)."""
    if n < 0:
        return 1 / _integer_power(u, -n)
    if n == 0:
        return arb(1) if u.is_finite() else arb.nan()
    low, u = (-_INFINITY, u) if n % 2 else (0, _absolute(u))
    return _monotone(lambda t: arb(0) if t == 0 else t**n, low, _INFINITY)(u)


def _power(u: arb, a: fmpq) -> arb:
    """max(u, 0)**a for a non-integer a."""
    if a < 0:
        return 1 / _power(u, -a)
    p, q = int(a.p), int(a.q)
    return _monotone(lambda t: arb(0) if t == 0 else t.root(q) ** p, 0, _INFINITY)(u)


def _absolute(u: arb) -> arb:
    return arb(0).union(u.abs_upper()) if u.contains(0) else abs(u)


def _norm(*u: arb) -> arb:
    return _power(sum((_integer_power(v, 2) for v in u), arb(0)), fmpq(1, 2))


def _extreme(choose: Callable[[arb, arb], arb]) -> Callable[..., arb]:
    def value(*u: arb) -> arb:
        best = u[0]
        for v in u[1:]:
            best = choose(best, v)
        return best

    return value


_VALUE: dict[str, Callable[..., arb]] = {
    "+": lambda u, v: u + v,
    "-": lambda u, v: u - v,
    "*": lambda u, v: u * v,
    "/": lambda u, v: u / v,
    "abs": _absolute,
    "exp": _monotone(arb.exp, -_INFINITY, _INFINITY),
    "log": _monotone(arb.log, -_INFINITY, _INFINITY),
    "sin": arb.sin,
    "cos": arb.cos,
    "tan": arb.tan,
    "sinh": _monotone(arb.sinh, -_INFINITY, _INFINITY),
    "cosh": lambda u: _monotone(arb.cosh, 0, _INFINITY)(_absolute(u)),
    "tanh": _monotone(arb.tanh, -_INFINITY, _INFINITY),
    "asin": _monotone(arb.asin, -1, 1),
    "acos": _monotone(arb.acos, -1, 1),
    "atan": _monotone(arb.atan, -_INFINITY, _INFINITY),
    "min": _extreme(lambda u, v: u.min(v)),
    "max": _extreme(lambda u, v: u.max(v)),
    "norm": _norm,
}


def _value(step: Step, args: Sequence[arb]) -> arb:
    if step.op == "pow":
        return _integer_power(args[0], int(step.value.p)) if step.value.q == 1 else _power(args[0], step.value)
    return _VALUE[step.op](*args)


def values(tape: Tape, x: Sequence[arb]) -> list[arb]:
    """Enclosures of all steps at all points of the box x (shape (d,)), at the current precision.

    NaN or infinite where the box meets a pole or a logarithm's end: no comparison with such a ball is ever true.
    """
    found: list[arb] = []
    for step in tape.steps:
        match step.op:
            case "const":
                found.append(arb(step.value))
            case "pi":
                found.append(arb.pi())
            case "x":
                found.append(x[int(step.value.p)])
            case _:
                found.append(_value(step, [found[i] for i in step.args]))
    return found


# --- partial derivatives --------------------------------------------------------------------------------------------


def _inside(u: arb) -> arb:
    """1/sqrt(1-u^2), the derivative of asin clamped to [-1, 1]; NaN when u may reach the ends."""
    if u < -1 or u > 1:
        return arb(0)
    return 1 / ((1 - u) * (1 + u)).sqrt() if u > -1 and u < 1 else arb.nan()


def _fraction(u: arb, a: fmpq) -> arb:
    """The derivative of max(u, 0)**a: continuous for a > 1, NaN where it may be infinite."""
    if u < 0 and a > 0:
        return arb(0)
    return arb(a) * _power(u, a - 1) if u > 0 or a > 1 else arb.nan()


_DERIVATIVE: dict[str, Callable[[arb], arb]] = {
    "abs": lambda u: arb(1) if u >= 0 else arb(-1) if u <= 0 else arb(0, 1),
    "exp": _VALUE["exp"],
    "log": lambda u: 1 / u if u > 0 else arb.nan(),
    "sin": arb.cos,
    "cos": lambda u: -u.sin(),
    "tan": lambda u: 1 + _integer_power(u.tan(), 2),
    "sinh": _VALUE["cosh"],
    "cosh": _VALUE["sinh"],
    "tanh": lambda u: 1 - _integer_power(_VALUE["tanh"](u), 2),
    "asin": _inside,
    "acos": lambda u: -_inside(u),
    "atan": lambda u: 1 / (1 + _integer_power(u, 2)),
}


def partials(step: Step, args: Sequence[arb], value: arb) -> list[arb]:
    """Enclosures of the partial derivatives of a step at all points of ``args`` (Clarke's hull at kinks).

    For min and max: the weights in [0, 1] of the arguments; their sum is 1.  NaN where a derivative may be infinite.
    """
    match step.op:
        case "+":
            return [arb(1), arb(1)]
        case "-":
            return [arb(1), arb(-1)]
        case "*":
            return [args[1], args[0]]
        case "/":
            return [1 / args[1], -value / args[1]]
        case "pow" if step.value.q == 1:
            n = int(step.value.p)
            return [n * _integer_power(args[0], n - 1) if n else arb(0)]
        case "pow":
            return [_fraction(args[0], step.value)]
        case "norm":
            return [u / value if value > 0 else arb(0, 1) for u in args]
        case "min" | "max":
            sign = 1 if step.op == "max" else -1
            beaten = [sign * (value - u) > 0 for u in args]
            single = beaten.count(False) == 1
            return [arb(0) if lost else arb(1) if single else arb(0.5, 0.5) for lost in beaten]
    return [_DERIVATIVE[step.op](args[0])]


def _atan_curvature(u: arb) -> arb:
    return -2 * u / _integer_power(1 + _integer_power(u, 2), 2)


_CURVATURE: Mapping[str, Callable[[arb], arb]] = {
    "abs": lambda u: arb(0) if u > 0 or u < 0 else arb.nan(),
    "exp": _VALUE["exp"],
    "log": lambda u: -1 / _integer_power(u, 2),
    "sin": lambda u: -u.sin(),
    "cos": lambda u: -u.cos(),
    "tan": lambda u: 2 * u.tan() * (1 + _integer_power(u.tan(), 2)),
    "sinh": _VALUE["sinh"],
    "cosh": _VALUE["cosh"],
    "tanh": lambda u: -2 * _VALUE["tanh"](u) * (1 - _integer_power(_VALUE["tanh"](u), 2)),
    "asin": lambda u: u * _integer_power(_inside(u), 3),
    "acos": lambda u: -u * _integer_power(_inside(u), 3),
    "atan": _atan_curvature,
}


def second_partials(step: Step, args: Sequence[arb], value: arb) -> dict[tuple[int, int], arb]:
    """Enclosures of the second partial derivatives (i <= j; zero ones left out) of a step at all points of ``args``.

    NaN where the step may not be twice differentiable.
    """
    match step.op:
        case "+" | "-":
            return {}
        case "*":
            return {(0, 1): arb(1)}
        case "/":
            square = _integer_power(args[1], 2)
            return {(0, 1): -1 / square, (1, 1): 2 * value / square}
        case "pow":
            a, u = step.value, args[0]
            if a.q == 1:
                return {(0, 0): arb(a * (a - 1)) * _integer_power(u, int(a.p) - 2)} if a not in (0, 1) else {}
            if u < 0 and a > 0:
                return {}
            return {(0, 0): arb(a * (a - 1)) * _power(u, a - 2) if u > 0 else arb.nan()}
        case "norm" if len(args) > MAX_CURVED_NORM:
            return {(0, 0): arb.nan()}
        case "norm":
            s = [u / value for u in args]
            pairs = [(i, j) for j in range(len(args)) for i in range(j + 1)]
            return {(i, j): (int(i == j) - s[i] * s[j]) / value if value > 0 else arb.nan() for i, j in pairs}
        case "min" | "max":
            kink = any(not (c == 0 or c == 1) for c in partials(step, args, value))
            return {(0, 0): arb.nan()} if kink else {}
    return {(0, 0): _CURVATURE[step.op](args[0])}
