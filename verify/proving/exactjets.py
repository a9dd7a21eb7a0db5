"""Exact Taylor coefficients where they are known: values of the elementary functions at special points, roots, and jets
whose derivative is algebraic.  Everything else is an opaque generator, which still cancels against itself.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from math import factorial, isqrt

from flint import arb, fmpq

from verify.proving.exactfield import Exact, TooLarge
from verify.proving.functions import make
from verify.proving.germs import Germ, GermError, Local, Num, Series
from verify.proving.kernel import rational_power
from verify.proving.terms import Term, mul, number, power

__all__ = ["ExactJets"]

_ZERO, _ONE = arb(0), arb(1)
HALF = fmpq(1, 2)


class ExactJets:
    """The exact side of `Expander`: names numbers by generators of the field of ``at``."""

    def __init__(self, at: Local, germs: Mapping[str, Germ]) -> None:
        self.at, self.germs = at, germs

    def expand(self, term: Term) -> Germ:
        """The germ of a term (given by `Expander`)."""
        raise NotImplementedError

    def _compose(self, name: str, params: list[Num], g: Germ) -> Germ:
        raise NotImplementedError

    # -- exact coefficients ---------------------------------------------------------------------------------------

    def named(self, name: Hashable, ball: arb) -> Num:
        """The coefficient with this ball whose exact value is the generator ``name``."""
        try:
            return Num(ball, self.at.field.generator(name))
        except TooLarge:
            return Num(ball, None)

    def exact_key(self, c: Num) -> Hashable | None:
        """A canonical name of an exact coefficient."""
        if isinstance(c.exact, fmpq):
            return (int(c.exact.p), int(c.exact.q))
        return c.exact.key() if isinstance(c.exact, Exact) else None

    def root(self, c: Num, e: fmpq) -> Num:
        """c ** e for c > 0 (any c when e is an integer)."""
        if int(e.q) == 1:
            n = int(e.p)
            out = Num.of(1)
            for _ in range(abs(n)):
                out = out * c
            return out if n >= 0 else Num.of(1) / out
        ball = rational_power(c.ball, e)
        q, exact = int(e.q), c.exact
        if isinstance(exact, fmpq):
            known = power(number(exact), e)  # exact roots of rationals
            if known.kind == "num":
                return Num(ball, known.value)
        if isinstance(exact, fmpq) and q == 2:
            p, d = int(exact.p), int(exact.q)
            free, square = _square_part(p * d)  # sqrt(p/d) = square sqrt(free) / d
            g = Num.of(1) if free == 1 else self._root_generator(Num.of(free), 2)
            half = g * Num.of(fmpq(square, d))
            return Num(ball, self.root(half, fmpq(int(e.p))).exact)
        if isinstance(exact, Exact) and q == 2:  # sqrt(r P/Q) = sqrt(r) sqrt(P Q)/Q
            try:
                product = exact.top * exact.bottom
                lead = fmpq(product.leading_coefficient())
                if lead > 0 and (exact.bottom != self.at.field.one or lead != 1):
                    inner = Num(arb(0), self.at.field.reduced(product / lead, self.at.field.one))
                    below = Num(_ONE, Exact(self.at.field, exact.bottom, self.at.field.one))
                    rational = self.root(Num.of(lead), HALF)
                    name = self._root_generator(Num(_ONE, inner.exact), 2)
                    if name.exact is not None and rational.exact is not None:
                        half = (Num(_ONE, name.exact) * Num(_ONE, rational.exact)) / below
                        return Num(ball, self.root(Num(_ONE, half.exact), fmpq(int(e.p))).exact)
            except TooLarge:
                return Num(ball, None)
        g = self._root_generator(c, q)
        return Num(ball, self.root(g, fmpq(int(e.p))).exact) if g.exact is not None else Num(ball, None)

    def _root_generator(self, c: Num, q: int) -> Num:
        key, ball = self.exact_key(c), rational_power(c.ball, fmpq(1, q))
        if key is None:
            return Num(ball, None)
        name = ("root", q, key)
        try:
            new = not self.at.field.known(name)
            g = self.at.field.generator(name)
            if new:
                value = c.exact if isinstance(c.exact, Exact) else self.at.field.number(c.exact)  # type: ignore[arg-type]
                self.at.field.relate(g, q, value)
        except TooLarge:
            return Num(ball, None)
        return Num(ball, g)

    def _opaque(self, name: str, params: list[Num], c: Num, j: int, ball: arb) -> Num:
        keys = [self.exact_key(p) for p in [*params, c]]
        if any(k is None for k in keys):
            return Num(ball, None)
        return self.named((name, tuple(keys), j), ball)

    def _exact_jets(self, name: str, params: list[Num], u0: Num, thin: list[arb]) -> list[Num]:
        n, f = len(thin), Num
        if name == "exp":
            first = self._exact_exp(u0, thin[0])
            return [first.scaled(fmpq(1, factorial(j))) for j in range(n)]
        if name in ("sin", "cos", "sinh", "cosh"):
            first, second = self._circular(name, u0, thin)
            hyper = 1 if name.endswith("h") else -1
            return [(first, second)[j % 2].scaled(fmpq(hyper if (j // 2) % 2 else 1, factorial(j))) for j in range(n)]
        if name in ("tan", "tanh") and u0.is_zero():
            sign = 1 if name == "tan" else -1
            y = [fmpq(0)]
            for j in range(n - 1):
                s = sum((y[i] * y[j - i] for i in range(j + 1)), fmpq(0))
                y.append(((1 if j == 0 else 0) + sign * s) / (j + 1))
            return [f.of(c) for c in y]
        if name in ("atan", "asin", "erf", "log", "acos"):
            return self._integrated(name, u0, thin)
        if name == "besseln" and u0.is_zero() and isinstance(params[0].exact, fmpq):
            nu, c, out = params[0].exact, fmpq(1), []
            for j in range(n):
                out.append(f.of(c) if j % 2 == 0 else f.of(0))
                if j % 2 == 1:
                    k = (j + 1) // 2
                    c = c / (4 * k * (nu + k))
            return out
        if name == "tailn" and u0.is_zero():
            return [f.of(c) for c in _tail_exact(int(params[0].exact.p), int(params[1].exact.p), n)]  # type: ignore[union-attr]
        out = []
        for j, ball in enumerate(thin):
            if (
                j == 0
                and name == "gammaratio"
                and all(isinstance(v.exact, fmpq) and int(v.exact.q) <= 2 for v in (params[0], u0))
            ):
                low = fmpq(u0.exact)  # type: ignore[arg-type]
                top = low + fmpq(params[0].exact)  # type: ignore[arg-type]
                value = self.expand(mul([make("gamma", number(top)), power(make("gamma", number(low)), fmpq(-1))]))
                out.append(f(ball, value.single().coefficient(0).exact))
            elif j == 0 and name in ("lgamma", "log") and u0.exact == 1:
                out.append(f.of(0))
            elif (
                j == 0 and name == "gamma" and isinstance(u0.exact, fmpq) and int(u0.exact.q) <= 2 and 0 < u0.exact < 99
            ):
                known = self.expand(make("gamma", number(u0.exact))).single().coefficient(0)
                out.append(f(ball, known.exact))
            else:
                out.append(self._opaque(name, params, u0, j, ball) if j < 3 else f(ball, None))
        return out

    def _exact_exp(self, u0: Num, ball: arb) -> Num:
        """exp(u0), as a power of exp(1/q) for rational u0; its logarithm is remembered."""
        if u0.is_zero():
            return Num.of(1)
        if isinstance(u0.exact, fmpq) and abs(u0.exact.p) <= 60:
            unit = self._opaque("exp", [], Num.of(fmpq(1, u0.exact.q)), 0, arb(fmpq(1, u0.exact.q)).exp())
            value = Num(ball, self.root(unit, fmpq(u0.exact.p)).exact)
        else:
            value = self._opaque("exp", [], u0, 0, ball)
        key = self.exact_key(value)
        if key is not None:
            self.at.field.logarithms[key] = u0.exact
        return value

    def _circular(self, name: str, u0: Num, thin: list[arb]) -> tuple[Num, Num]:
        """The value and the derivative at u0, exactly."""
        if u0.is_zero():
            return (Num.of(0), Num.of(1)) if name in ("sin", "sinh") else (Num.of(1), Num.of(0))
        derivative = thin[1] if len(thin) > 1 else _ZERO
        quarter = self._quarter_turns(u0)
        if quarter is not None and name in ("sin", "cos"):
            s, c = [(0, 1), (1, 0), (0, -1), (-1, 0)][quarter]
            return (Num.of(s), Num.of(c)) if name == "sin" else (Num.of(c), Num.of(-s))
        key = self.exact_key(u0)
        hyper = name in ("sinh", "cosh")
        if key is None:
            return Num(thin[0], None), Num(derivative, None)
        is_sine = name in ("sin", "sinh")
        sine_ball = thin[0] if is_sine else derivative if hyper else -derivative
        cosine_ball = derivative if is_sine else thin[0]
        base = ("hyperbolic" if hyper else "circle", key)
        try:
            new = not self.at.field.known((base, "cos"))
            sine, cosine = self.at.field.generator((base, "sin")), self.at.field.generator((base, "cos"))
            if new:
                one = self.at.field.number(1)
                self.at.field.relate(cosine, 2, one + sine * sine if hyper else one - sine * sine)
        except TooLarge:
            return Num(thin[0], None), Num(derivative, None)
        s_num, c_num = Num(sine_ball, sine), Num(cosine_ball, cosine)
        if is_sine:
            return s_num, c_num
        return c_num, s_num if hyper else s_num.scaled(-1)

    def _quarter_turns(self, u0: Num) -> int | None:
        """k mod 4 when u0 = k pi/2 formally."""
        if not isinstance(u0.exact, Exact):
            return None
        try:
            turns = (u0.exact / self.at.field.generator("pi")).rational()
        except (TooLarge, ZeroDivisionError):
            return None
        if turns is None or int((2 * turns).q) != 1:
            return None
        return int((2 * turns).p) % 4

    def _integrated(self, name: str, u0: Num, thin: list[arb]) -> list[Num]:
        """Exact jets of functions with an algebraic derivative, from the germ of the derivative at u0 + s."""
        n = len(thin)
        first: Num
        if name == "log":
            known = self.at.field.logarithms.get(self.exact_key(u0))
            first = (
                Num.of(0)
                if u0.exact == 1
                else Num(thin[0], known)
                if known is not None
                else self._opaque("log", [], u0, 0, thin[0])
            )
        elif name == "atan" and isinstance(u0.exact, fmpq) and u0.exact in (-1, 0, 1):
            first = self.named("pi", arb.pi()).scaled(u0.exact / 4)
        elif name == "acos" and u0.is_zero():
            first = self.named("pi", arb.pi()).scaled(HALF)
        elif u0.is_zero():
            first = Num.of(0)
        else:
            first = self._opaque(name, [], u0, 0, thin[0])
        local = Local(fmpq(1, 2**30), n, 1, self.at.field)
        x = Germ(local, {0: Series(local, 0, [u0, Num.of(1)], None)})
        inner = type(self)(local, {})
        one = Germ.constant(local, Num.of(1))
        try:
            if name == "log":
                d = x.power(fmpq(-1), inner.root)
            elif name == "atan":
                d = (one + x * x).power(fmpq(-1), inner.root)
            elif name == "erf":
                root_pi = inner.root(inner.named("pi", arb.pi()), HALF)
                d = inner._compose("exp", [], -(x * x)).scaled(Num.of(2) / root_pi)
            else:
                d = (one + -(x * x)).power(-HALF, inner.root)
                d = -d if name == "acos" else d
            t = d.single()
        except GermError:
            return [first] + [Num(b, None) for b in thin[1:]]
        out = [first]
        for j in range(1, n):
            exact = t.coefficient(j - 1).scaled(fmpq(1, j)).exact if j - 1 < t.end else None
            out.append(Num(thin[j], exact))
        return out


def _square_part(n: int) -> tuple[int, int]:
    """n = free * square^2 with small squares taken out."""
    square, r = 1, isqrt(n)
    if r * r == n:
        return 1, r
    p = 2
    while p * p <= n and p < 1000:
        while n % (p * p) == 0:
            n //= p * p
            square *= p
        p += 1
    return n, square


def _tail_exact(m: int, K: int, n: int) -> list[fmpq]:
    """The first n coefficients of tau_K(lam)/lam^(K+1), exactly."""
    from theory.harmonics import dimension

    nu, out = fmpq(m - 1, 2), []
    for degree in range(K + 1, K + 1 + n):
        total = fmpq(0)
        for k in range(K + 1, degree + 1):
            if (degree - k) % 2 == 0:
                j = (degree - k) // 2
                c = fmpq(dimension(m, k), 2**degree * factorial(j))
                for i in range(1, k + j + 1):
                    c = c / (nu + i)
                total += c
        out.append(total)
    return out
