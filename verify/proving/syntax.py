"""Statements and domains from text, by a whitelist over Python's ``ast``: nothing is ever evaluated.

A statement is a conjunction (``and``, chained comparisons) of relations <=, <, >=, >, ==.  A domain is a list of
``x in (0, inf)``, ``y in [0, x]``, ``k in 1..20``, ``k in 1..inf``, ``0 < x <= 1``, ``x > 0``; ``k >= 1`` with a name
beginning with one of i, j, k, l, m, n, K, N means an integer (``k in [1, inf)`` means a real number).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from flint import fmpq

from theory.balls import exact
from theory.errors import ExpressionError, InputError
from verify.proving.functions import ALIASES, FUNCTIONS, Conditions, call, raise_to
from verify.proving.terms import E_CONST, ONE, PI, Term, add, is_number, mul, neg, number, power, to_text, variable

__all__ = ["Relation", "Statement", "Variable", "parse_domain", "parse_statement", "parse_term"]

MAX_TEXT: Final = 20_000
MAX_DEPTH: Final = 200
MAX_NODES: Final = 20_000
MAX_EXPONENT: Final = 1000
INTEGER_NAMES: Final = tuple("ijklmnKN")
Names = Mapping[str, Term] | frozenset[str]  # variables in scope, with their terms if they are bound
CONSTANTS: Final = {"pi": PI, "e": E_CONST, "E": E_CONST}
INFINITIES: Final = {"inf", "infinity", "oo"}


class Relation(NamedTuple):
    """``left kind right`` with kind one of <=, <, ==  (>= and > are turned round)."""

    left: Term
    kind: str
    right: Term
    text: str


class Statement(NamedTuple):
    """A conjunction of relations with the side conditions of everything in it."""

    text: str
    relations: tuple[Relation, ...]
    conditions: Conditions


@dataclass(frozen=True)
class Variable:
    """A variable with its range; ``low``/``high`` None means unbounded; ``integer`` ranges are closed."""

    name: str
    low: Term | None
    high: Term | None
    low_open: bool
    high_open: bool
    integer: bool

    def __str__(self) -> str:
        if self.integer:
            end = "inf" if self.high is None else to_text(self.high)
            return f"{self.name} in {'-inf' if self.low is None else to_text(self.low)}..{end}"
        left = ("(" if self.low_open else "[") + ("-inf" if self.low is None else to_text(self.low))
        right = ("inf" if self.high is None else to_text(self.high)) + (")" if self.high_open else "]")
        return f"{self.name} in {left}, {right}"


class _Reader:
    """Turns checked ast nodes into terms; ``names`` are the variables in scope."""

    def __init__(self, text: str, names: Names, conditions: Conditions) -> None:
        table = names if isinstance(names, Mapping) else {name: variable(name) for name in names}
        self.text, self.names, self.conditions, self.count = text, table, conditions, 0

    def fail(self, message: str, node: ast.AST | None = None) -> ExpressionError:
        column = getattr(node, "col_offset", None)
        return ExpressionError(message, self.text, column)

    def term(self, node: ast.expr, depth: int = 0) -> Term:
        self.count += 1
        if depth > MAX_DEPTH:
            raise self.fail(f"nested deeper than {MAX_DEPTH} levels", node)
        if self.count > MAX_NODES:
            raise self.fail(f"more than {MAX_NODES} parts", node)
        try:
            return self._term(node, depth + 1)
        except ExpressionError:
            raise
        except InputError as error:
            raise self.fail(str(error), node) from error

    def _term(self, node: ast.expr, depth: int) -> Term:
        match node:
            case ast.Constant(value=bool()):
                raise self.fail("True and False are not numbers", node)
            case ast.Constant(value=int() | float()):
                source = ast.get_source_segment(self.text, node) or repr(node.value)
                return number(exact(source.replace("_", "")))
            case ast.Name(id=name):
                if name in self.names:
                    return self.names[name]
                if name in CONSTANTS:
                    return CONSTANTS[name]
                if name in INFINITIES:
                    raise self.fail("inf is allowed only as the end of a domain", node)
                raise self.fail(self._unknown(name), node)
            case ast.UnaryOp(op=ast.USub(), operand=a):
                return neg(self.term(a, depth))
            case ast.UnaryOp(op=ast.UAdd(), operand=a):
                return self.term(a, depth)
            case ast.BinOp(left=a, op=ast.Pow(), right=b):
                base, exponent = self.term(a, depth), self.term(b, depth)
                if is_number(exponent) and (abs(exponent.value) > MAX_EXPONENT or int(exponent.value.q) > MAX_EXPONENT):
                    raise self.fail(f"exponents are limited to {MAX_EXPONENT}", node)
                return raise_to(self.conditions, base, exponent)
            case ast.BinOp(left=a, op=op, right=b):
                left, right = self.term(a, depth), self.term(b, depth)
                match op:
                    case ast.Add():
                        return add([left, right])
                    case ast.Sub():
                        return add([left, neg(right)])
                    case ast.Mult():
                        return mul([left, right])
                    case ast.Div():
                        self.conditions.need("nonzero", right, "division")
                        return mul([left, power(right, fmpq(-1))])
                raise self.fail(f"operator {type(op).__name__} is not known", node)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
                name = ALIASES.get(name, name)
                if name not in FUNCTIONS:
                    raise self.fail(self._unknown(name), node)
                if any(isinstance(a, ast.Starred) for a in args):
                    raise self.fail("* is not allowed in arguments", node)
                return call(self.conditions, name, [self.term(a, depth) for a in args])
        raise self.fail(f"{type(node).__name__} is not part of the language", node)

    def _unknown(self, name: str) -> str:
        known = ", ".join(sorted(self.names)) or "none"
        return f"unknown name {name!r}; variables with a domain: {known}; functions: {', '.join(sorted(FUNCTIONS))}"


def _tree(text: str, what: str) -> ast.expr:
    if not isinstance(text, str):
        raise InputError(f"a {what} is a string; got {type(text).__name__}")
    if len(text) > MAX_TEXT:
        raise InputError(f"a {what} has at most {MAX_TEXT} characters; got {len(text)}")
    if not text.isascii():
        place = next(i for i, ch in enumerate(text) if not ch.isascii())
        raise ExpressionError(f"only ASCII characters; got {text[place]!r}", text, place)
    clean = text.replace("^", "**").strip()
    try:
        return ast.parse(clean, mode="eval").body
    except SyntaxError as error:
        raise ExpressionError(f"syntax error: {error.msg}", clean, (error.offset or 1) - 1) from error
    except (RecursionError, MemoryError, ValueError) as error:
        raise InputError(f"the {what} is too deeply nested or malformed: {error}") from error


def parse_term(text: str, names: Names, conditions: Conditions) -> Term:
    """One expression in the variables ``names``; raises `ExpressionError` with the column."""
    return _Reader(text.replace("^", "**").strip(), names, conditions).term(_tree(text, "expression"))


def parse_statement(text: str, names: Names) -> Statement:
    """A conjunction of relations.

    >>> [r.text for r in parse_statement("0 <= x <= 1 and x == x", frozenset("x")).relations]
    ['0 <= x', 'x <= 1', 'x == x']
    """
    tree = _tree(text, "statement")
    clean = text.replace("^", "**").strip()
    conditions = Conditions()
    reader = _Reader(clean, names, conditions)
    relations: list[Relation] = []

    def visit(node: ast.expr, depth: int = 0) -> None:
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) and depth < MAX_DEPTH:
            for part in node.values:
                visit(part, depth + 1)
        elif isinstance(node, ast.Compare):
            left = node.left
            for op, right in zip(node.ops, node.comparators, strict=True):
                a, b = reader.term(left), reader.term(right)
                shown = f"{ast.unparse(left)} {{}} {ast.unparse(right)}"
                match op:
                    case ast.LtE():
                        relations.append(Relation(a, "<=", b, shown.format("<=")))
                    case ast.Lt():
                        relations.append(Relation(a, "<", b, shown.format("<")))
                    case ast.GtE():
                        relations.append(Relation(b, "<=", a, shown.format(">=")))
                    case ast.Gt():
                        relations.append(Relation(b, "<", a, shown.format(">")))
                    case ast.Eq():
                        relations.append(Relation(a, "==", b, shown.format("==")))
                    case _:
                        raise reader.fail("relations are <=, <, >=, >, ==", node)
                left = right
        else:
            raise reader.fail("a statement is a comparison, or comparisons joined by 'and'", node)

    visit(tree)
    return Statement(clean, tuple(relations), conditions)


_IN = re.compile(r"^\s*([A-Za-z_]\w*)\s+in\s+(.+?)\s*$", re.S)


def _bound(text: str, names: Names, conditions: Conditions) -> Term | None:
    """A bound of a domain; None for an infinite one (its sign is checked by the caller)."""
    if text.strip().lstrip("+-") in INFINITIES:
        return None
    return parse_term(text, names, conditions)


def _split(body: str) -> list[str]:
    depth, parts, start = 0, [], 0
    for i, ch in enumerate(body):
        depth += (ch in "([") - (ch in ")]")
        if ch == "," and depth == 0:
            parts.append(body[start:i])
            start = i + 1
    return [*parts, body[start:]]


def _interval(name: str, text: str, names: Names, conditions: Conditions) -> Variable:
    if text in ("R", "reals", "real"):
        return Variable(name, None, None, True, True, False)
    if text[0] in "([" and text[-1] in ")]":
        parts = _split(text[1:-1])
        if len(parts) == 2:
            low, high = (_bound(p, names, conditions) for p in parts)
            if parts[0].strip().lstrip("+") in INFINITIES or parts[1].strip() in {"-" + s for s in INFINITIES}:
                raise InputError(f"empty domain: {name} in {text}")
            return Variable(name, low, high, text[0] == "(" or low is None, text[-1] == ")" or high is None, False)
    elif ".." in text:
        a, b = text.split("..", 1)
        low, high = _bound(a, names, conditions), _bound(b, names, conditions)
        if low is None:
            raise InputError(f"an integer range needs a finite lower end: {name} in {text}")
        return Variable(name, low, high, False, high is None, True)
    raise InputError(f"cannot read the domain {name} in {text!r}; write (a, b), [a, b], [a, inf), a..b or a..inf")


def _comparison(text: str, names: Names, conditions: Conditions) -> Variable:
    tree = _tree(text, "domain")
    if not isinstance(tree, ast.Compare):
        raise InputError(f"cannot read the domain {text!r}; write for example: x in (0, inf)")
    items = [tree.left, *tree.comparators]
    places = [i for i, n in enumerate(items) if isinstance(n, ast.Name) and n.id not in names and n.id not in CONSTANTS]
    if len(places) != 1 or len(items) > 3:
        raise InputError(f"the domain {text!r} must compare one new variable with bounds")
    place = places[0]
    name = ast.unparse(items[place])
    low: tuple[Term | None, bool] = (None, True)
    high: tuple[Term | None, bool] = (None, True)
    for i, op in enumerate(tree.ops):
        other = items[i + 1] if i == place else items[i]
        if i not in (place, place - 1):
            raise InputError(f"cannot read the domain {text!r}")
        bound = _bound(ast.unparse(other), names, conditions)
        up = isinstance(op, (ast.Lt, ast.LtE)) == (i == place)  # variable < bound
        if not isinstance(op, (ast.Lt, ast.LtE, ast.Gt, ast.GtE)):
            raise InputError(f"a domain uses <, <=, > or >=: {text!r}")
        value = (bound, isinstance(op, (ast.Lt, ast.Gt)) or bound is None)
        if up:
            high = value
        else:
            low = value
    integer = name.startswith(INTEGER_NAMES) and low[0] is not None
    if integer and low[0] is not None:
        low_term = low[0]
        if not is_number(low_term) or int(low_term.value.q) != 1:
            integer = False
        elif low[1]:
            low = (add([low_term, ONE]), False)
        if integer and high[0] is not None:
            if not is_number(high[0]) or int(high[0].value.q) != 1:
                integer = False
            elif high[1]:
                high = (add([high[0], number(-1)]), False)
    return Variable(name, low[0], high[0], low[1], high[1], integer)


def parse_domain(texts: list[str] | tuple[str, ...]) -> tuple[tuple[Variable, ...], Conditions]:
    """The variables in order (later ranges may use earlier variables) and the side conditions of their bounds.

    >>> [str(v) for v in parse_domain(["x in (0, pi/2]", "y in [0, x]", "k >= 1"])[0]]
    ['x in (0, (1/2)*pi]', 'y in [0, x]', 'k in 1..inf']
    """
    conditions, found = Conditions(), list[Variable]()
    for text in texts:
        if not isinstance(text, str):
            raise InputError(f"a domain is a string; got {type(text).__name__}")
        names = frozenset(v.name for v in found)
        match = _IN.match(text)
        v = _interval(match[1], match[2], names, conditions) if match else _comparison(text, names, conditions)
        if v.name in names:
            raise InputError(f"the variable {v.name} has two domains")
        if v.name in CONSTANTS or v.name in FUNCTIONS or v.name in INFINITIES:
            raise InputError(f"{v.name} is a constant or function and cannot be a variable")
        found.append(v)
    return tuple(found), conditions
