"""Sympy expressions evaluated by balls: the bridge from the formulas of the registry to numbers with a guarantee.

Rational expressions of rational numbers stay exact; everything else becomes an `arb` that contains the true value.
Integrals, sums with infinite ends and anything that the tables do not list are refused by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flint import arb, fmpq

from theory.balls import exact
from theory.errors import HypothesisError, InputError

__all__ = ["agrees", "evaluate", "holds", "is_symbolic", "sides"]

Expr = Any
Number = fmpq | arb
MAX_TERMS = 100_000
"""Longest finite sum that is evaluated."""


def is_symbolic(value: Any) -> bool:
    """A sympy expression with free symbols."""
    return bool(getattr(value, "free_symbols", None))


def _number(value: Any) -> Number:
    import sympy  # type: ignore[import-untyped]

    if isinstance(value, arb):
        return value
    if isinstance(value, sympy.Basic):
        result = _Evaluator({}).value(value)
        return result
    return exact(value)


def evaluate(expression: Expr, at: Mapping[Expr, Any]) -> Any:
    """The value at the given numbers: `fmpq` if the formula is rational there, otherwise `arb`.

    Symbols that get no value, or a symbolic one, give a sympy expression (numbers are then made rational; balls are
    refused with `InputError`).

    >>> from sympy.abc import x
    >>> evaluate((x + 1) / 3, {x: "0.5"})
    1/2
    """
    import sympy

    left = expression.free_symbols - set(at)
    if left or any(is_symbolic(v) for v in at.values()):
        table = {}
        for symbol, value in at.items():
            if isinstance(value, arb):
                raise InputError(f"{symbol} is a ball, but {', '.join(sorted(map(str, left)))} has no value")
            number = value if isinstance(value, sympy.Basic) else exact(value)
            table[symbol] = number if isinstance(number, sympy.Basic) else sympy.Rational(int(number.p), int(number.q))
        return expression.subs(table, simultaneous=True)
    return _Evaluator({symbol: _number(value) for symbol, value in at.items()}).value(expression)


def agrees(expression: Expr, at: Mapping[Expr, Any], computed: Any) -> bool:
    """Whether a number that was computed elsewhere can be the value of the formula: equal rationals, overlapping balls.

    >>> from sympy.abc import x
    >>> agrees((x + 1) / 3, {x: 1}, fmpq(2, 3)), agrees((x + 1) / 3, {x: 1}, arb("0.67"))
    (True, False)
    """
    value, other = evaluate(expression, at), _number(computed)
    if isinstance(value, fmpq) and isinstance(other, fmpq):
        return bool(value == other)
    return bool(arb(value).overlaps(arb(other)))


def holds(relation: Expr, at: Mapping[Expr, Any]) -> bool | None:
    """True or False when certain, None when the balls do not decide.  ``relation``: a relation, And, Or, Not."""
    import sympy

    if relation in (sympy.true, sympy.false):
        return bool(relation)
    if isinstance(relation, sympy.And | sympy.Or):
        answers = [holds(arg, at) for arg in relation.args]
        deciding = isinstance(relation, sympy.Or)
        return deciding if deciding in answers else None if None in answers else not deciding
    if isinstance(relation, sympy.Not):
        inner = holds(relation.args[0], at)
        return None if inner is None else not inner
    if not isinstance(relation, sympy.core.relational.Relational):
        raise InputError(f"{type(relation).__name__} is not a relation that numbers decide")
    a, b = evaluate(relation.lhs, at), evaluate(relation.rhs, at)
    return _decide(relation, a, b)


def _decide(relation: Expr, a: Number, b: Number) -> bool | None:
    import sympy

    if isinstance(relation, sympy.Eq | sympy.Ne):
        equal = a == b if isinstance(a, fmpq) and isinstance(b, fmpq) else None
        if equal is None and not arb(a).overlaps(arb(b)):
            equal = False
        return None if equal is None else equal is isinstance(relation, sympy.Eq)
    tests: dict[type, tuple[Callable[[Any, Any], bool], Callable[[Any, Any], bool]]] = {
        sympy.Le: (lambda x, y: x <= y, lambda x, y: x > y),
        sympy.Lt: (lambda x, y: x < y, lambda x, y: x >= y),
        sympy.Ge: (lambda x, y: x >= y, lambda x, y: x < y),
        sympy.Gt: (lambda x, y: x > y, lambda x, y: x <= y),
    }
    yes, no = tests[relation.func]
    if not (isinstance(a, fmpq) and isinstance(b, fmpq)):
        a, b = arb(a), arb(b)
    return True if yes(a, b) else False if no(a, b) else None


def sides(relation: Expr, at: Mapping[Expr, Any]) -> str:
    """``left <sign> right`` with numbers, for error messages."""
    import sympy

    if not isinstance(relation, sympy.core.relational.Relational):
        return f"{relation} is not certain"
    shown = [x.str(8) if isinstance(x, arb) else str(x) for x in (evaluate(s, at) for s in relation.args)]
    return f"the left side is {shown[0]}, the right side {shown[1]}"


class _Evaluator:
    """Walks an expression; every value is exact or a ball."""

    def __init__(self, at: Mapping[Expr, Number]) -> None:
        self.at = dict(at)

    def value(self, e: Expr) -> Number:
        import sympy

        if e in self.at:
            return self.at[e]
        if isinstance(e, sympy.Rational):
            return fmpq(int(e.p), int(e.q))
        if e is sympy.pi:
            return arb.pi()
        if e is sympy.E:
            return arb.const_e()
        match e:
            case sympy.Add():
                return self._fold(e.args, lambda a, b: a + b)
            case sympy.Mul():
                return self._fold(e.args, lambda a, b: a * b)
            case sympy.Pow():
                return self._power(*e.args)
            case sympy.Piecewise():
                return self._piecewise(e)
            case sympy.Sum() | sympy.Product():
                return self._series(e)
            case sympy.Max() | sympy.Min():
                return self._extreme(e)
            case sympy.Function():
                return self._function(e)
        raise InputError(f"{e} ({type(e).__name__}) has no value here")

    def _fold(self, args: Any, op: Callable[[Number, Number], Any]) -> Number:
        total = self.value(args[0])
        for arg in args[1:]:
            total = op(total, self.value(arg))
        return total

    def _power(self, base: Expr, exponent: Expr) -> Number:
        b, p = self.value(base), self.value(exponent)
        if isinstance(p, fmpq) and int(p.q) == 1:
            n = int(p.p)
            if isinstance(b, fmpq) and b == 0 and n < 0:
                raise HypothesisError(f"division by zero in {base}**{exponent}")
            if isinstance(b, fmpq) and abs(n) * b.height_bits() < 1 << 20:
                return b**n
            return arb(b) ** n
        if isinstance(p, fmpq) and p == fmpq(1, 2):
            return arb(b).sqrt()
        return arb(b) ** arb(p)

    def _piecewise(self, e: Expr) -> Number:
        for expression, condition in e.args:
            answer = holds(condition, self.at)
            if answer is True:
                return self.value(expression)
            if answer is None:
                raise HypothesisError(f"undecided which branch of {e} applies: {condition}")
        raise HypothesisError(f"no branch of {e} applies")

    def _series(self, e: Expr) -> Number:
        import sympy

        body, *limits = e.args
        if len(limits) != 1:
            raise InputError(f"{e}: one index at a time")
        index, low, high = limits[0]
        first, last = self.value(low), self.value(high) if high is not sympy.oo else arb("inf")
        if not (isinstance(first, fmpq) and isinstance(last, fmpq)) or last - first > MAX_TERMS:
            raise InputError(f"{e} is not a finite sum or product of at most {MAX_TERMS} terms")
        total: Number = fmpq(0) if isinstance(e, sympy.Sum) else fmpq(1)
        for i in range(int(first.p), int(last.p) + 1):
            term = _Evaluator(self.at | {index: fmpq(i)}).value(body)
            total = total + term if isinstance(e, sympy.Sum) else total * term
        return total

    def _extreme(self, e: Expr) -> Number:
        import sympy

        from theory.balls import maximum, minimum

        values = [self.value(arg) for arg in e.args]
        largest = isinstance(e, sympy.Max)
        if all(isinstance(v, fmpq) for v in values):
            return max(values) if largest else min(values)
        return (maximum if largest else minimum)(arb(v) for v in values)

    def _function(self, e: Expr) -> Number:
        import sympy

        from theory.symbols import EVALUATED

        args = [self.value(arg) for arg in e.args]
        if e.func in EVALUATED:
            places = {i for i, _, _ in e.integers}
            for i in places:
                if not (isinstance(args[i], fmpq) and int(args[i].q) == 1):
                    raise HypothesisError(f"{e.func.__name__} needs an integer {e.integers[0][1]}; got {args[i]}")
            found: arb = e.balls(*(int(str(a)) if i in places else a for i, a in enumerate(args)))
            return found
        rounding = {sympy.floor: (lambda x: x.floor()), sympy.ceiling: (lambda x: x.ceil())}
        if e.func in rounding:
            x = args[0]
            if isinstance(x, fmpq):
                return fmpq(rounding[e.func](x))
            low, high = rounding[e.func](x.lower()), rounding[e.func](x.upper())
            return arb(low).union(arb(high))
        if isinstance(e, sympy.Abs):
            return abs(args[0]) if isinstance(args[0], arb) else fmpq(abs(args[0]))
        plain: dict[Any, Callable[..., arb]] = {
            sympy.exp: arb.exp, sympy.log: arb.log, sympy.sin: arb.sin, sympy.cos: arb.cos, sympy.tan: arb.tan,
            sympy.acos: arb.acos, sympy.asin: arb.asin, sympy.atan: arb.atan, sympy.sinh: arb.sinh,
            sympy.cosh: arb.cosh, sympy.tanh: arb.tanh, sympy.gamma: arb.gamma, sympy.loggamma: arb.lgamma,
            sympy.erf: arb.erf, sympy.besseli: lambda nu, x: x.bessel_i(nu),
            sympy.factorial: lambda n: (n + 1).gamma(),
        }  # fmt: skip
        if isinstance(e, sympy.binomial) and all(isinstance(a, fmpq) and int(a.q) == 1 for a in args):
            from math import comb

            n, k = (int(a.p) for a in args)  # type: ignore[union-attr]
            if n >= 0:
                return fmpq(comb(n, k) if k >= 0 else 0)
        if e.func not in plain:
            raise InputError(f"{e.func.__name__} has no value here; known: {', '.join(f.__name__ for f in plain)}")
        return plain[e.func](*(arb(a) for a in args))
