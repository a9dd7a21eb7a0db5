"""Terms: the immutable expression trees of the prover, with exact rational constants.

A term is kept in a light canonical form: sums with rational coefficients, products with rational exponents, function
applications.  Equal terms are the same object, so ``is`` compares and caches are keyed by the term itself.

The canonical form may cancel (x/x becomes 1).  That is sound only where the uncancelled expression is defined; the
parser (``verify.proving.syntax``) therefore records every denominator, logarithm and root as a side condition, and a
statement is proved only if its side conditions are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from flint import fmpq, fmpz

__all__ = [
    "E_CONST",
    "PI",
    "Term",
    "add",
    "apply",
    "is_number",
    "mul",
    "neg",
    "number",
    "power",
    "substitute",
    "to_text",
    "variable",
    "walk",
]

MAX_POWER_BITS: Final = 20_000  # rational powers larger than this stay symbolic


class Term:
    """One node: ``kind`` is num, pi, var, add, mul or fn.

    num: ``value``;  var and fn: ``name``;  add: ``value`` + sum of ``coefs[i] * args[i]``;
    mul: product of ``args[i] ** coefs[i]``;  fn: ``name(*args)``.
    """

    __slots__ = ("args", "coefs", "kind", "name", "order", "value", "variables")

    def __init__(self, kind: str, name: str, value: fmpq, args: tuple[Term, ...], coefs: tuple[fmpq, ...]) -> None:
        self.kind, self.name, self.value, self.args, self.coefs = kind, name, value, args, coefs
        self.order = 0
        self.variables: frozenset[str] = (
            frozenset([name]) if kind == "var" else frozenset().union(*(a.variables for a in args))
        )

    def __repr__(self) -> str:
        return to_text(self)


_table: dict[tuple[object, ...], Term] = {}
ZERO_Q, ONE_Q = fmpq(0), fmpq(1)


def _make(kind: str, name: str, value: fmpq, args: tuple[Term, ...] = (), coefs: tuple[fmpq, ...] = ()) -> Term:
    key = (
        kind,
        name,
        int(value.p),
        int(value.q),
        tuple(a.order for a in args),
        tuple((int(c.p), int(c.q)) for c in coefs),
    )
    found = _table.get(key)
    if found is None:
        found = Term(kind, name, value, args, coefs)
        found.order = len(_table)
        _table[key] = found
    return found


def number(value: int | fmpq | fmpz) -> Term:
    """The constant ``value``.

    >>> number(fmpq(1, 3))
    1/3
    """
    return _make("num", "", fmpq(value))


def variable(name: str) -> Term:
    """The variable called ``name``."""
    return _make("var", name, ZERO_Q)


PI: Final = _make("pi", "pi", ZERO_Q)
ZERO: Final = number(0)
ONE: Final = number(1)


def is_number(t: Term) -> bool:
    """Whether the term is a rational constant."""
    return t.kind == "num"


def add(terms: Iterable[Term], scale: Iterable[fmpq] | None = None) -> Term:
    """Sum of ``scale[i] * terms[i]`` in canonical form."""
    constant, table = fmpq(0), dict[Term, fmpq]()

    def put(t: Term, c: fmpq) -> None:
        nonlocal constant
        if t.kind == "num":
            constant += c * t.value
        elif t.kind == "add":
            constant += c * t.value
            for a, k in zip(t.args, t.coefs, strict=True):
                table[a] = table.get(a, ZERO_Q) + c * k
        else:
            table[t] = table.get(t, ZERO_Q) + c

    if scale is None:
        for t in terms:
            put(t, ONE_Q)
    else:
        for t, c in zip(terms, scale, strict=True):
            put(t, c)
    items = sorted(((t, c) for t, c in table.items() if c != 0), key=lambda item: item[0].order)
    if not items:
        return number(constant)
    if constant == 0 and len(items) == 1 and items[0][1] == 1:
        return items[0][0]
    return _make("add", "", constant, tuple(t for t, _ in items), tuple(c for _, c in items))


def neg(t: Term) -> Term:
    """-t."""
    return add([t], [fmpq(-1)])


def mul(factors: Iterable[Term], exponents: Iterable[fmpq] | None = None) -> Term:
    """Product of ``factors[i] ** exponents[i]`` in canonical form (see the module docstring on cancellation)."""
    coefficient, table = fmpq(1), dict[Term, fmpq]()

    def put(t: Term, e: fmpq) -> None:
        nonlocal coefficient
        if e == 0:
            return
        integral = int(e.q) == 1
        if t.kind == "num" and integral and _small_power(t.value, int(e.p)):
            coefficient *= t.value ** int(e.p)
        elif t.kind == "mul" and integral:
            for a, k in zip(t.args, t.coefs, strict=True):
                put(a, k * e)
        elif t.kind == "add" and t.value == 0 and len(t.args) == 1 and integral and _small_power(t.coefs[0], int(e.p)):
            coefficient *= t.coefs[0] ** int(e.p)
            put(t.args[0], e)
        else:
            table[t] = table.get(t, ZERO_Q) + e

    pairs = ((t, ONE_Q) for t in factors) if exponents is None else zip(factors, exponents, strict=True)
    for t, e in pairs:
        put(t, e)
    for t in [t for t in table if t.kind == "num" and int(table[t].q) == 1]:  # 2^(1/2) * 2^(1/2)
        coefficient *= t.value ** int(table.pop(t).p)
    if coefficient == 0:
        return ZERO
    items = sorted(((t, e) for t, e in table.items() if e != 0), key=lambda item: item[0].order)
    if not items:
        return number(coefficient)
    if len(items) == 1 and items[0][1] == 1:
        core = items[0][0]
    else:
        core = _make("mul", "", ONE_Q, tuple(t for t, _ in items), tuple(e for _, e in items))
        if any(t.kind in ("mul",) and int(e.q) == 1 for t, e in items):
            core = mul(core.args, core.coefs)
    if coefficient == 1:
        return core
    return add([core], [coefficient])


def _small_power(value: fmpq, exponent: int) -> bool:
    if value == 0:
        return exponent > 0
    bits = max(int(value.p).bit_length(), int(value.q).bit_length())
    return bits * abs(exponent) <= MAX_POWER_BITS


def power(base: Term, exponent: fmpq) -> Term:
    """base ** exponent for a rational exponent; exact roots of rationals are taken."""
    if base.kind == "num" and int(exponent.q) != 1 and base.value > 0:
        p, q = _root(int(base.value.p), int(exponent.q)), _root(int(base.value.q), int(exponent.q))
        if p is not None and q is not None:
            return power(number(fmpq(p, q)), fmpq(exponent.p))
    if int(exponent.q) == 2 and base.kind == "mul" and len(base.args) == 1 and base.coefs[0] == 2:  # sqrt(u^2) = |u|
        return power(apply("abs", base.args[0]), fmpq(exponent.p))
    if base.kind == "num" and base.value == 0 and exponent > 0:
        return ZERO
    if base.kind == "num" and base.value == 0 and exponent < 0:
        return _make("mul", "", ONE_Q, (base,), (exponent,))  # undefined; the side condition refuses it
    return mul([base], [exponent])


def _root(n: int, k: int) -> int | None:
    from math import isqrt

    r = isqrt(n) if k == 2 else round(n ** (1 / k)) if n < 1 << 900 else 0
    for candidate in (r - 1, r, r + 1):
        if candidate >= 0 and candidate**k == n:
            return candidate
    return None


def apply(name: str, *args: Term) -> Term:
    """The function ``name`` applied to terms, without simplification."""
    return _make("fn", name, ZERO_Q, tuple(args))


E_CONST: Final = apply("exp", ONE)


def walk(t: Term) -> Iterator[Term]:
    """Every subterm once, arguments before what uses them."""
    seen: set[Term] = set()
    stack: list[tuple[Term, bool]] = [(t, False)]
    while stack:
        node, ready = stack.pop()
        if ready:
            yield node
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((a, False) for a in reversed(node.args))


def rebuild(t: Term, args: tuple[Term, ...], make: Callable[..., Term] = apply) -> Term:
    """``t`` with its arguments replaced."""
    if t.kind == "add":
        return add([number(1), *args], [t.value, *t.coefs])
    if t.kind == "mul":
        out = ONE
        for a, e in zip(args, t.coefs, strict=True):
            out = mul([out, power(a, e)])
        return out
    if t.kind == "fn":
        return make(t.name, *args)
    return t


def substitute(t: Term, table: dict[Term, Term], make: Callable[..., Term] = apply) -> Term:
    """Replace variables (or any subterms) by terms; functions are rebuilt with ``make``."""
    done: dict[Term, Term] = {}
    for node in walk(t):
        if node in table:
            done[node] = table[node]
        elif not node.args:
            done[node] = node
        else:
            done[node] = rebuild(node, tuple(done[a] for a in node.args), make)
    return done[t]


def _q_text(q: fmpq) -> str:
    return str(q.p) if int(q.q) == 1 else f"{q.p}/{q.q}"


def to_text(t: Term, level: int = 0) -> str:
    """The term in the statement language (parses back to the same term).

    >>> to_text(add([variable("x"), number(1)], [fmpq(2), fmpq(1)]))
    '2*x + 1'
    """
    if t.kind == "num":
        s = _q_text(t.value)
        return f"({s})" if level and (t.value < 0 or int(t.value.q) != 1) else s
    if t.kind in ("pi", "var"):
        return t.name
    if t.kind == "fn":
        return f"{t.name}({', '.join(to_text(a) for a in t.args)})"
    if t.kind == "add":
        parts = []
        for a, c in zip(t.args, t.coefs, strict=True):
            body = to_text(a, 2)
            if abs(c) != 1:
                body = f"{_q_text(abs(c))}*{body}" if int(c.q) == 1 else f"({_q_text(abs(c))})*{body}"
            parts.append((" - " if c < 0 else " + ", body))
        if t.value != 0:
            parts.append((" - " if t.value < 0 else " + ", _q_text(abs(t.value))))
        first = ("-" if parts[0][0] == " - " else "") + parts[0][1]
        s = first + "".join(sign + body for sign, body in parts[1:])
        return f"({s})" if level else s
    pieces = []
    for a, e in zip(t.args, t.coefs, strict=True):
        if e == 1:
            pieces.append(to_text(a, 2))
        else:
            exponent = _q_text(e) if int(e.q) == 1 and e > 0 else f"({_q_text(e)})"
            base = to_text(a, 3)
            pieces.append(f"{base}**{exponent}")
    s = "*".join(pieces)
    return f"({s})" if level >= 3 or (level and len(pieces) > 1 and level > 2) else s
