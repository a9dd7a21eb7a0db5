"""Statements given as sympy relations, translated node by node through tables: nothing is evaluated or simplified.

The image is a statement of the language of ``verify.proving.syntax``, since that text is what the prover reads, what
the certificate says and what the checker reads again.  Anything that the tables do not list is refused by its name.
sympy has already rewritten the relation with the assumptions of its symbols when it arrives here, so these
assumptions come back as statements of their own, to be proved on the domain (`Translation.assumed`).
"""

from __future__ import annotations

import ast
import keyword
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from theory.errors import InputError
from verify.proving.functions import FUNCTIONS
from verify.proving.syntax import CONSTANTS, INFINITIES, MAX_DEPTH, MAX_NODES

__all__ = ["Translation", "translate"]

MAX_BITS: Final = 10_000
SAME_NAME: Final = (
    "exp", "log", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "sech", "asin", "acos",
    "atan", "asinh", "acosh", "atanh", "erf", "erfc", "gamma", "digamma", "trigamma", "polygamma", "factorial", "beta",
    "binomial", "besseli", "gegenbauer", "legendre",
)  # fmt: skip
OTHER_NAME: Final = {"loggamma": "lgamma", "Abs": "abs", "Max": "max", "Min": "min", "chebyshevt": "chebyshev"}
SIGNS: Final = {"positive": "{} > 0", "negative": "{} < 0", "nonnegative": "{} >= 0", "nonpositive": "{} <= 0"}


class Translation(NamedTuple):
    """A statement in the prover's language, what sympy has assumed of its symbols, and which of them are integers."""

    text: str
    assumed: tuple[str, ...]
    integers: tuple[str, ...]


@cache
def _functions() -> dict[Any, str]:
    """sympy function -> name in the statement language (same arguments)."""
    import sympy  # type: ignore[import-untyped]

    from theory.symbols import SYMBOLS

    table = {getattr(sympy, name): name for name in SAME_NAME}
    table |= {getattr(sympy, name): ours for name, ours in OTHER_NAME.items()}
    return {**table, **SYMBOLS}


@cache
def _relations() -> dict[Any, type[ast.cmpop]]:
    import sympy

    return {sympy.Le: ast.LtE, sympy.Lt: ast.Lt, sympy.Ge: ast.GtE, sympy.Gt: ast.Gt, sympy.Eq: ast.Eq}


def _integer(n: int) -> ast.expr:
    if n.bit_length() > MAX_BITS:
        raise InputError(f"numbers are limited to {MAX_BITS} bits; got one of {n.bit_length()}")
    return ast.Constant(n) if n >= 0 else ast.UnaryOp(ast.USub(), ast.Constant(-n))


def _call(name: str, args: Sequence[ast.expr]) -> ast.expr:
    return ast.Call(ast.Name(name), list(args), [])


def _balanced(op: ast.operator, parts: list[ast.expr]) -> ast.expr:
    """Long sums as shallow trees."""
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    return ast.BinOp(_balanced(op, parts[:middle]), op, _balanced(op, parts[middle:]))


class _Translator:
    def __init__(self) -> None:
        self.count, self.symbols = 0, dict[str, Any]()

    def term(self, e: Any, depth: int = 0) -> ast.expr:
        import sympy

        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            raise InputError(f"a statement has at most {MAX_DEPTH} levels and {MAX_NODES} parts")
        if isinstance(e, sympy.Symbol):
            return self.symbol(e)
        if isinstance(e, sympy.Rational):
            top = _integer(int(e.p))
            return top if e.q == 1 else ast.BinOp(top, ast.Div(), _integer(int(e.q)))
        if e is sympy.pi or e is sympy.E:
            return ast.Name("pi" if e is sympy.pi else "e")
        if isinstance(e, sympy.Float):
            raise InputError(f"the number {e} is rounded; write it exactly, for example sympy.Rational('{e!s:.12}')")
        args = [self.term(a, depth + 1) for a in e.args] if self.known(e) else []
        match e:
            case sympy.Add():
                return _balanced(ast.Add(), args)
            case sympy.Mul():
                return _balanced(ast.Mult(), args)
            case sympy.Pow():
                return ast.BinOp(args[0], ast.Pow(), args[1])
            case sympy.betainc() | sympy.betainc_regularized():
                if e.args[2] != 0:
                    raise InputError(f"incomplete beta functions start at 0 here; got {e}")
                ours = _call("betainc", [args[0], args[1], args[3]])
                whole = _call("beta", args[:2])
                return ours if e.func is sympy.betainc_regularized else ast.BinOp(whole, ast.Mult(), ours)
        return _call(_functions()[e.func], args)

    def known(self, e: Any) -> bool:
        import sympy

        plain = (sympy.Add, sympy.Mul, sympy.Pow, sympy.betainc, sympy.betainc_regularized)
        if not isinstance(e, sympy.Expr) or not (e.func in plain or e.func in _functions()) or not e.args:
            name = str(e) if isinstance(e, sympy.Atom) else getattr(e.func, "__name__", type(e).__name__)
            listed = ", ".join(sorted({f.__name__ for f in _functions()}))
            hint = "; give the symbols real=True" if name in ("re", "im", "arg", "conjugate") else ""
            raise InputError(f"{name} is not known to the prover{hint}; known functions: {listed}")
        return True

    def symbol(self, s: Any) -> ast.expr:
        name = s.name
        if not (name.isascii() and name.isidentifier()) or keyword.iskeyword(name):
            raise InputError(f"the symbol {name!r} cannot be a variable: use letters, digits and _")
        if name in CONSTANTS or name in INFINITIES or name in FUNCTIONS:
            raise InputError(f"the symbol {name!r} has the name of a constant or function; rename it")
        if self.symbols.setdefault(name, s) != s:
            raise InputError(f"two different symbols are called {name!r}; rename one")
        return ast.Name(name)

    def statement(self, e: Any) -> ast.expr:
        import sympy

        if isinstance(e, sympy.And):
            return ast.BoolOp(ast.And(), [self.statement(a) for a in sympy.ordered(e.args)])
        if e.func not in _relations():
            raise InputError(f"a statement is a relation <=, <, >=, >, Eq or their And; got {type(e).__name__}")
        operator: Callable[[], ast.cmpop] = _relations()[e.func]
        return ast.Compare(self.term(e.lhs), [operator()], [self.term(e.rhs)])


def _assumptions(s: Any) -> tuple[list[str], bool]:
    """What the symbol's assumptions say, as statements, and whether it is an integer."""
    import sympy

    facts = dict(s.assumptions0)
    given = {key: True for key in (*SIGNS, "integer", "zero") if facts.get(key)}
    apart = {"nonzero": True} if facts.get("nonzero") and not {"positive", "negative"} & set(given) else {}
    understood = sympy.Symbol(s.name, real=True, **given, **apart).assumptions0
    strange = sorted(key for key, value in facts.items() if understood.get(key) != value)
    if strange or apart or "zero" in given:
        shown = ", ".join([*strange, *apart, *(["zero"] if "zero" in given else [])])
        raise InputError(
            f"the symbol {s.name} is assumed {shown}; use real, integer or a sign, and say it in the domain"
        )
    strict = given.keys() & {"positive", "negative"}
    strongest = [key for key in SIGNS if key in (strict or given)]
    return [SIGNS[key].format(s.name) for key in strongest], "integer" in given


def translate(statement: Any) -> Translation:
    """A sympy relation, or an ``And`` of relations, in the prover's language.

    Raises `InputError` for everything else, naming the unknown function, rounded number or unusable symbol.

    >>> import sympy
    >>> x = sympy.Symbol("x", positive=True)
    >>> translate(1 / sympy.besseli(0, x) < 1)
    Translation(text='besseli(0, x) ** (-1) < 1', assumed=('x > 0',), integers=())
    """
    import sympy

    if statement is sympy.true or statement is sympy.false or not isinstance(statement, sympy.Basic):
        raise InputError(
            f"a statement is a string or a sympy relation; got {statement!r} of type {type(statement).__name__} "
            "(sympy decides some relations at once; evaluate=False keeps them)"
        )
    translator = _Translator()
    text = ast.unparse(translator.statement(statement))
    assumed, integers = list[str](), list[str]()
    for name in sorted(translator.symbols):
        signs, integer = _assumptions(translator.symbols[name])
        assumed += signs
        integers += [name] * integer
    return Translation(text, tuple(assumed), tuple(integers))
