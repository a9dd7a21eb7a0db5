"""Identities: formal normal forms first (exact, own arithmetic), then sympy; numbers can only refute.

Legendre polynomials P_k of symbolic degree (integers k, by their side conditions) obey two theorems: parity,
P_k(-t) = (-1)^k P_k(t), and the three-term recurrence of theory A2, an induction that reduces P_{k+j} to P_k and
P_{k+1}, where k is the smallest degree of the statement: it is used upwards only, with indices n >= 1, so that its
divisors n+m-1 are positive.
"""

from __future__ import annotations

from flint import fmpq

from verify.proving.exactfield import Exact, Field, TooLarge
from verify.proving.terms import Term, add, number, walk

__all__ = ["formally_zero", "sympy_zero"]


def _degree(t: Term) -> tuple[Term, int]:
    """A symbolic degree as (rest, integer shift)."""
    shift = int((t.value if t.kind == "add" else fmpq(0)).floor())
    return add([t, number(-shift)]), shift


class _Normal:
    """Terms as rational functions in generators; exp of a sum splits, sin/cos and hyperbolic functions are related.

    ``whole`` is the term in question: its Legendre polynomials fix where their recurrences start.
    """

    def __init__(self, whole: Term) -> None:
        self.field = Field()
        self.done: dict[Term, Exact] = {}
        self.lowest: dict[Term, int] = {}
        for node in walk(whole):
            if node.kind == "fn" and node.name == "legendresymbol":
                rest, shift = _degree(node.args[1])
                self.lowest[rest] = min(shift, self.lowest.get(rest, shift))

    def form(self, t: Term) -> Exact:
        for node in walk(t):
            if node not in self.done:
                self.done[node] = self._node(node)
        return self.done[t]

    def _node(self, t: Term) -> Exact:
        f = self.field
        if t.kind == "num":
            return f.number(t.value)
        if t.kind in ("pi", "var"):
            return f.generator(("leaf", t.name))
        args = [self.done[a] for a in t.args]
        if t.kind == "add":
            out = f.number(t.value)
            for a, c in zip(args, t.coefs, strict=True):
                out = out + a * f.number(c)
            return out
        if t.kind == "mul":
            out = f.number(1)
            for a, base, e in zip(args, t.args, t.coefs, strict=True):
                root = a if int(e.q) == 1 else self._root(base, a, int(e.q))
                out = out * self._power(root, int(e.p))
            return out
        return self._function(t, args)

    def _power(self, a: Exact, n: int) -> Exact:
        if abs(n) > 200:
            raise TooLarge
        out = self.field.number(1)
        for _ in range(abs(n)):
            out = out * a
        return out if n >= 0 else self.field.number(1) / out

    def _root(self, base: Term, a: Exact, q: int) -> Exact:
        name = ("root", q, a.key())
        new = not self.field.known(name)
        g = self.field.generator(name)
        if new:
            self.field.relate(g, q, a)
        return g

    def _function(self, t: Term, args: list[Exact]) -> Exact:
        f = self.field
        if t.name == "exp":
            return self._exp(t.args[0], fmpq(1))
        if t.name in ("sinh", "cosh", "tanh"):
            up, down = self._exp(t.args[0], fmpq(1)), self._exp(t.args[0], fmpq(-1))
            half = f.number(fmpq(1, 2))
            if t.name == "tanh":
                return (up - down) / (up + down)
            return (up - down) * half if t.name == "sinh" else (up + down) * half
        if t.name in ("sin", "cos", "tan"):
            sine, cosine = self._angle(t.args[0])
            return sine if t.name == "sin" else cosine if t.name == "cos" else sine / cosine
        if t.name == "log":
            return self._log(t.args[0])
        if t.name == "gamma":
            return self._gamma(t.args[0])
        if t.name == "legendresymbol":
            return self._legendre(t.args[1], *args)
        return f.generator((t.name, *(a.key() for a in args)))

    def _pieces(self, u: Term) -> list[tuple[fmpq, Term]]:
        if u.kind == "add":
            out = list(zip(u.coefs, u.args, strict=True))
            return [*out, (u.value, number(1))] if u.value != 0 else out
        if u.kind == "num":
            return [(u.value, number(1))]
        return [(fmpq(1), u)]

    def _exp(self, u: Term, scale: fmpq) -> Exact:
        out = self.field.number(1)
        for c, piece in self._pieces(u):
            c = c * scale
            if piece.kind == "fn" and piece.name == "log" and int(c.q) == 1:
                out = out * self._power(self.form(piece.args[0]), int(c.p))
                continue
            unit = self.field.generator(("exp", self.form(piece).key(), int(c.q)))
            out = out * self._power(unit, int(c.p))
        return out

    def _angle(self, u: Term) -> tuple[Exact, Exact]:
        """sin and cos of a sum by addition theorems."""
        f = self.field
        sine, cosine = f.number(0), f.number(1)
        for c, piece in self._pieces(u):
            name = ("angle", self.form(piece).key(), int(c.q))
            new = not f.known((name, "cos"))
            s, k = f.generator((name, "sin")), f.generator((name, "cos"))
            if new:
                f.relate(k, 2, f.number(1) - s * s)
            n = int(c.p)
            if abs(n) > 40:
                raise TooLarge
            for _ in range(abs(n)):
                d = s if n > 0 else -s
                sine, cosine = sine * k + cosine * d, cosine * k - sine * d
        return sine, cosine

    def _log(self, u: Term) -> Exact:
        f = self.field
        if u.kind == "mul" and len(u.args) == 1:  # log a^e = e log a where the power is odd or fractional (then a > 0)
            a, e = u.args[0], u.coefs[0]
            if int(e.q) != 1 or int(e.p) % 2:
                return f.generator(("log", self.form(a).key())) * f.number(e)
        return f.generator(("log", self.form(u).key()))

    def _gamma(self, u: Term) -> Exact:
        """Gamma(u + n) = (u)_n Gamma(u) with the constant part of u in [0, 1)."""
        n = int((u.value if u.kind in ("add", "num") else fmpq(0)).floor())
        base = add([u, number(-n)])
        if abs(n) > 60 or (base.kind == "num"):
            return self.field.generator(("gamma", self.form(u).key()))
        out = self.field.generator(("gamma", self.form(base).key()))
        for i in range(abs(n)):
            factor = self.form(add([base, number(i if n > 0 else -1 - i)]))
            out = out * factor if n > 0 else out / factor
        return out

    def _legendre(self, degree: Term, m: Exact, k: Exact, t: Exact) -> Exact:
        """P_k(t) by the smallest degree of its family, at the one of t and -t that is named first."""
        f = self.field
        rest, shift = _degree(degree)
        steps = shift - self.lowest.get(rest, shift)
        if steps > 12:
            raise TooLarge
        if t.rational() == 1:
            return f.number(1)
        flip = t.rational() == -1 or str((-t).key()) < str(t.key())
        point = -t if flip else t
        base = k - f.number(steps)
        before, now = (
            f.generator(("legendresymbol", m.key(), (base + f.number(i)).key(), point.key())) for i in (0, 1)
        )
        for i in range(1, steps):  # (n + m - 1) P_{n+1} = (2n + m - 1) t P_n - n P_{n-1}, n = base + i
            n = base + f.number(i)
            top = (n + n + m - f.number(1)) * point * now - n * before
            before, now = now, top / (n + m - f.number(1))
        value = f.number(1) if point.rational() == 1 else now if steps else before
        if not flip:
            return value
        if rest.kind == "add" and all(int(c.q) == 1 and int(c.p) % 2 == 0 for c in rest.coefs):
            return value if shift % 2 == 0 else -value
        name = ("parity", base.key())
        new = not f.known(name)
        sign = f.generator(name)
        if new:
            f.relate(sign, 2, f.number(1))
        return value * sign if steps % 2 == 0 else -(value * sign)


def formally_zero(t: Term) -> bool:
    """Whether the term vanishes identically by formal rules alone (False proves nothing)."""
    try:
        return _Normal(t).form(t).is_zero()
    except (TooLarge, ZeroDivisionError, OverflowError):
        return False


def sympy_zero(t: Term, integers: frozenset[str], positive: frozenset[str]) -> bool:
    """Whether sympy's normal forms reduce the term to 0 (sympy is trusted here; the verdict says so)."""
    import sympy  # type: ignore[import-untyped]

    symbols = {
        name: sympy.Symbol(name, real=True, integer=(name in integers) or None, positive=(name in positive) or None)
        for name in t.variables
    }
    table: dict[Term, sympy.Expr] = {}
    names = {"erf": sympy.erf, "gamma": sympy.gamma, "lgamma": sympy.loggamma, "digamma": sympy.digamma,
             "polygamma": sympy.polygamma, "abs": sympy.Abs, "max": sympy.Max, "min": sympy.Min,
             "besseli": sympy.besseli}  # fmt: skip
    for node in walk(t):
        args = [table[a] for a in node.args]
        if node.kind == "num":
            table[node] = sympy.Rational(int(node.value.p), int(node.value.q))
        elif node.kind == "pi":
            table[node] = sympy.pi
        elif node.kind == "var":
            table[node] = symbols[node.name]
        elif node.kind == "add":
            parts = [sympy.Rational(int(c.p), int(c.q)) * a for c, a in zip(node.coefs, args, strict=True)]
            table[node] = sympy.Add(sympy.Rational(int(node.value.p), int(node.value.q)), *parts)
        elif node.kind == "mul":
            powers = [a ** sympy.Rational(int(e.p), int(e.q)) for e, a in zip(node.coefs, args, strict=True)]
            table[node] = sympy.Mul(*powers)
        else:
            function = names.get(node.name) or getattr(sympy, node.name, None)
            if function is None:
                return False
            table[node] = function(*args)
    expression = table[t]
    steps = (
        lambda e: sympy.expand(e),
        sympy.simplify,
        lambda e: sympy.simplify(sympy.expand_func(e.rewrite(sympy.exp))),
    )
    for step in steps:
        try:
            if step(expression) == 0:
                return True
        except (TypeError, ValueError, NotImplementedError, AttributeError, RecursionError):
            continue
    return False
