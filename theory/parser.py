"""The whitelist parser: user text -> ``ast`` -> a tree of `theory.expressions`.

Text is never evaluated, only looked at: what the `Grammar` does not list is refused with its column.
"""

from __future__ import annotations

import ast
import difflib
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from flint import arb, fmpq

from theory.balls import exact
from theory.errors import ExpressionError, InputError
from theory.expressions import (
    FUNCTIONS,
    Call,
    Constant,
    Function,
    NamedConstant,
    Node,
    Power,
    Product,
    Sum,
    Variable,
)

__all__ = ["Grammar", "Parser", "cube_grammar", "parse", "parse_map", "sphere_grammar"]

MAX_LENGTH = 20_000
"""Most characters of an expression."""
MAX_NESTING = 200
"""Deepest nesting of parentheses, signs, powers and calls."""
MAX_POWER = 1000
"""Largest numerator and denominator of an exponent."""
MAX_BITS = 50_000
"""Largest size of a number that constants fold into (9**9**9 is refused)."""


@dataclass(frozen=True)
class Grammar:
    """What a text may contain: variables (name -> index), functions, named constants, and words for the error messages.

    ``explain(name)`` may return a sentence for an unknown name ("the sphere S^2 has the coordinates x0..x2").
    """

    variables: Mapping[str, int]
    functions: Mapping[str, Function]
    constants: Mapping[str, Callable[[], arb]] = field(default_factory=lambda: {"pi": arb.pi})
    variables_shown: str = ""
    explain: Callable[[str], str | None] = lambda name: None

    def known(self) -> str:
        """The sentence that lists everything that the grammar knows."""
        names = self.variables_shown or ", ".join(self.variables)
        constants = "".join(f", {name}" for name in self.constants)
        return f"known are {names}{constants} and the functions {', '.join(sorted(self.functions))}"


def sphere_grammar(m: int) -> Grammar:
    """The grammar of targets on S^m: the coordinates x0..xm, pi and `FUNCTIONS`."""
    coordinates = f"the coordinates x0..x{m} of S^{m}"

    def explain(name: str) -> str | None:
        if re.fullmatch(r"x[0-9]+", name):
            return f"the sphere S^{m} in R^{m + 1} has the coordinates x0..x{m}"
        return None

    return Grammar({f"x{i}": i for i in range(m + 1)}, FUNCTIONS, variables_shown=coordinates, explain=explain)


def cube_grammar(n: int) -> Grammar:
    """The grammar of maps on [0,1]^n: the features x0..x{n-1}, pi and `FUNCTIONS`."""

    def explain(name: str) -> str | None:
        if re.fullmatch(r"x[0-9]+", name):
            return f"a point of [0,1]^{n} has the features x0..x{n - 1}"
        return None

    features = f"the features x0..x{n - 1} of [0,1]^{n}"
    return Grammar({f"x{i}": i for i in range(n)}, FUNCTIONS, variables_shown=features, explain=explain)


_FORBIDDEN = re.compile(r"[^ -~\t\r\n]|[#\\'\"`;$?!]")
_LONG_DIGITS = re.compile(r"[0-9]{2001,}")
_OPERATORS: Mapping[type[ast.AST], str] = {
    ast.BitXor: "^ is not a power here: write **",
    ast.FloorDiv: "// is not continuous and not part of expressions",
    ast.Mod: "% is not continuous and not part of expressions",
    ast.MatMult: "@ is not part of expressions: write the sum of products",
}
_REFUSED: Mapping[type[ast.AST], str] = {
    ast.Compare: "comparisons are not part of expressions",
    ast.BoolOp: "and/or are not part of expressions",
    ast.IfExp: "if/else is not part of expressions: use min, max and abs",
    ast.Lambda: "lambda is not part of expressions",
    ast.Attribute: "attribute access (.name) is not part of expressions",
    ast.Subscript: "indexing is not part of expressions: coordinates are called x0, x1, ...",
    ast.Tuple: "a vector is written in brackets: [u, v]",
    ast.List: "a vector [u, v, ...] can only be the whole expression, not part of one",
    ast.NamedExpr: "assignment is not part of expressions",
    ast.Starred: "a starred argument is not part of expressions",
}


class Parser:
    """Turns the ``ast`` of one text into nodes; ``convert`` is also the entry for parsers of larger grammars."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text, self.grammar = text, grammar

    # A parser of statements (comparisons of expressions) calls `tree`, splits it, and `convert`s the sides.

    def fail(self, message: str, column: int | None) -> ExpressionError:
        """The error with the text and the 0-based column attached."""
        return ExpressionError(message, self.text, column)

    def tree(self) -> ast.expr:
        """The text as an ``ast`` expression; everything unusable becomes `ExpressionError`."""
        text = self.text
        if len(text) > MAX_LENGTH:
            raise self.fail(f"the expression has {len(text)} characters; at most {MAX_LENGTH} are read", None)
        if found := _FORBIDDEN.search(text):
            raise self.fail(f"the character {found[0]!a} is not part of expressions", found.start())
        if found := _LONG_DIGITS.search(text):
            raise self.fail("a number has at most 2000 digits", found.start())
        blank = re.sub(r"\s", " ", text)  # one line, so that columns are offsets
        start = len(blank) - len(blank.lstrip())
        if start == len(blank):
            raise self.fail("the expression is empty", 0)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # e.g. "2if x0 else 1" warns before it is refused
                body = ast.parse(blank[start:].rstrip(), mode="eval").body
        except SyntaxError as error:
            offset = error.offset or 0
            column = start + offset - 1 if offset >= 1 else len(blank.rstrip())
            raise self.fail(f"not an expression ({error.msg.split(' (')[0]})", column) from None
        except (RecursionError, MemoryError):
            raise self.fail(
                f"too deeply nested, or too long a chain of operators (at most {MAX_NESTING} levels)", None
            ) from None
        except ValueError as error:
            raise self.fail(f"not an expression ({error})", None) from None
        self._start = start
        return body

    def span(self, tree: ast.expr) -> tuple[int, int]:
        """The place of a subexpression in the text."""
        return self._start + tree.col_offset, self._start + (tree.end_col_offset or tree.col_offset + 1)

    def convert(self, tree: ast.expr, depth: int = 0) -> Node:
        """The node of an ``ast`` expression.  Raises `ExpressionError` with the column of what is not listed."""
        span = self.span(tree)
        if depth > MAX_NESTING:
            raise self.fail(f"nested deeper than {MAX_NESTING} levels", span[0])
        match tree:
            case ast.Constant():
                return self._literal(span)
            case ast.Name(id=name):
                return self._name(name, span)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self._product([Constant(fmpq(-1)), self.convert(operand, depth + 1)], span)
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.convert(operand, depth + 1)
            case ast.BinOp(op=ast.Add() | ast.Sub()):
                return self._chain_of_sums(tree, span, depth)
            case ast.BinOp(op=ast.Mult() | ast.Div()):
                return self._chain_of_products(tree, span, depth)
            case ast.BinOp(left=left, op=ast.Pow(), right=right):
                return self._power(self.convert(left, depth + 1), self.convert(right, depth + 1), span)
            case ast.Call():
                return self._call(tree, span, depth)
            case ast.BinOp(op=operator):
                column = self.span(tree.left)[1]
                raise self.fail(_OPERATORS.get(type(operator), "this operator is not part of expressions"), column)
        raise self.fail(_REFUSED.get(type(tree), f"{type(tree).__name__} is not part of expressions"), span[0])

    def items(self) -> tuple[list[Node], bool]:
        """The components of the text ([u, v, ...] or one expression) and whether it was written as a vector."""
        tree = self.tree()
        if not isinstance(tree, ast.List):
            return [self.convert(tree)], False
        if not tree.elts:
            raise self.fail("the vector [] has no components; a target needs at least one", self.span(tree)[0])
        return [self.convert(element) for element in tree.elts], True

    # --- leaves

    def _literal(self, span: tuple[int, int]) -> Node:
        literal = self.text[slice(*span)]
        if literal[:1].isalpha():  # True, False, None
            raise self.fail(f"{literal} is not part of expressions", span[0])
        try:
            return Constant(exact(literal), span)
        except InputError as error:
            raise self.fail(str(error), span[0]) from None

    def _name(self, name: str, span: tuple[int, int]) -> Node:
        grammar = self.grammar
        if name in grammar.variables:
            return Variable(name, grammar.variables[name], span)
        if name in grammar.constants:
            return NamedConstant(name, grammar.constants[name], span)
        if name in grammar.functions:
            raise self.fail(f"{name} is a function: write {name}(...)", span[0])
        raise self._unknown(name, span, "name")

    def _unknown(self, name: str, span: tuple[int, int], kind: str) -> ExpressionError:
        grammar = self.grammar
        near = difflib.get_close_matches(name, [*grammar.variables, *grammar.functions, *grammar.constants], 1, 0.75)
        reason = grammar.explain(name) or (f"did you mean {near[0]}? " if near else "") + grammar.known()
        return self.fail(f"unknown {kind} {name[:60]}: {reason}", span[0])

    # --- operators

    def _bounded(self, value: fmpq, span: tuple[int, int]) -> Constant:
        if value.height_bits() > MAX_BITS:
            raise self.fail(f"a number of more than {MAX_BITS} bits", span[0])
        return Constant(value, span)

    def _chain_of_sums(self, tree: ast.expr, span: tuple[int, int], depth: int) -> Node:
        parts: list[Node] = []
        while isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Add | ast.Sub):
            right = self.convert(tree.right, depth + 1)
            if isinstance(tree.op, ast.Sub):
                right = self._product([Constant(fmpq(-1)), right], right.span)
            parts.append(right)
            tree = tree.left
        parts.append(self.convert(tree, depth + 1))
        terms: list[Node] = []
        constant = fmpq(0)
        for part in reversed(parts):
            for term in part.terms if isinstance(part, Sum) else (part,):
                if isinstance(term, Constant):
                    constant = self._bounded(constant + term.value, span).value
                else:
                    terms.append(term)
        if not terms:
            return Constant(constant, span)
        if constant != 0:
            terms.append(Constant(constant, span))
        return terms[0] if len(terms) == 1 else Sum(tuple(terms), span)

    def _chain_of_products(self, tree: ast.expr, span: tuple[int, int], depth: int) -> Node:
        parts: list[Node] = []
        while isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Mult | ast.Div):
            right = self.convert(tree.right, depth + 1)
            if isinstance(tree.op, ast.Div):
                right = self._power(right, Constant(fmpq(-1)), right.span)
            parts.append(right)
            tree = tree.left
        parts.append(self.convert(tree, depth + 1))
        return self._product(parts[::-1], span)

    def _product(self, parts: Sequence[Node], span: tuple[int, int]) -> Node:
        """The product with its rational factors gathered in front; 0*u keeps u, whose poles still count."""
        factors: list[Node] = []
        coefficient = fmpq(1)
        for part in parts:
            for factor in part.factors if isinstance(part, Product) else (part,):
                if isinstance(factor, Constant):
                    coefficient = self._bounded(coefficient * factor.value, span).value
                else:
                    factors.append(factor)
        if not factors:
            return Constant(coefficient, span)
        if coefficient != 1:
            factors.insert(0, Constant(coefficient, span))
        return factors[0] if len(factors) == 1 else Product(tuple(factors), span)

    def _power(self, base: Node, exponent: Node, span: tuple[int, int]) -> Node:
        if not isinstance(exponent, Constant):
            hint = "write exp(v*log(u)) for u**v with u > 0"
            raise self.fail(f"an exponent must be a rational number; {hint}", exponent.span[0])
        power = exponent.value
        if max(abs(int(power.p)), int(power.q)) > MAX_POWER:
            raise self.fail(f"an exponent has numerator and denominator at most {MAX_POWER}", exponent.span[0])
        if power == 1:
            return base
        if isinstance(base, Constant) and power.q == 1:
            if base.value == 0 and power < 0:
                raise self.fail("division by zero", span[0])
            if base.value.height_bits() * abs(int(power.p)) > MAX_BITS:
                raise self.fail(f"a number of more than {MAX_BITS} bits", span[0])
            return Constant(base.value ** int(power.p), span)
        return Power(base, power, span)

    def _call(self, tree: ast.Call, span: tuple[int, int], depth: int) -> Node:
        if not isinstance(tree.func, ast.Name):
            raise self.fail("only the listed functions can be called", span[0])
        name = tree.func.id
        function = self.grammar.functions.get(name)
        if function is None:
            if name in self.grammar.variables or name in self.grammar.constants:
                raise self.fail(f"{name} is not a function: write {name}*(...) for a product", span[0])
            raise self._unknown(name, span, "function")
        if tree.keywords:
            value = tree.keywords[0].value
            raise self.fail("keyword arguments are not part of expressions", self.span(value)[0])
        count = len(tree.args)
        if count < function.fewest or (function.most is not None and count > function.most):
            wanted = f"{function.fewest}" if function.most == function.fewest else f"at least {function.fewest}"
            raise self.fail(f"{name} takes {wanted} argument{'s' * (wanted != '1')}, got {count}", span[0])
        return Call(function, tuple(self.convert(argument, depth + 1) for argument in tree.args), span)


def parse(text: str, grammar: Grammar) -> Node:
    """The expression that ``text`` spells.  Raises `ExpressionError` (with the column) for all that is not listed.

    >>> parse("0.1*x0 + 1/10", sphere_grammar(1))
    Sum(terms=(Product(factors=(Constant(value=1/10), Variable(name='x0', index=0))), Constant(value=1/10)))
    """
    parser = Parser(_text(text), grammar)
    return parser.convert(parser.tree())


def parse_map(text: str, m: int) -> tuple[tuple[Node, ...], bool]:
    """The components of a target on S^m and whether it is written as a vector ``[u, v, ...]``.  Raises as `parse`.

    >>> nodes, is_vector = parse_map("[x0, x1*x2]", 2)
    >>> len(nodes), is_vector
    (2, True)
    """
    nodes, is_vector = Parser(_text(text), sphere_grammar(m)).items()
    return tuple(nodes), is_vector


def _text(text: object) -> str:
    if not isinstance(text, str):
        raise InputError(f"an expression is text, got {type(text).__name__}")
    return text
