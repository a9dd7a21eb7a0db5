"""The germ of a term at a one-sided point: the rules for constants, variables and every primitive function."""

from __future__ import annotations

from collections.abc import Mapping
from math import factorial, isqrt

from flint import arb, fmpq

from verify.proving.exactjets import ExactJets
from verify.proving.functions import make
from verify.proving.germs import Germ, GermError, Local, Num, Scale, Series
from verify.proving.kernel import KERNEL
from verify.proving.terms import Term, number, walk

__all__ = ["expand"]

_ZERO, _ONE = arb(0), arb(1)
HALF = fmpq(1, 2)


class Expander(ExactJets):
    """Expands terms at one place; ``germs`` gives the germ of each variable."""

    def __init__(self, at: Local, germs: Mapping[str, Germ]) -> None:
        super().__init__(at, germs)
        self.done: dict[Term, Germ] = {}

    def expand(self, term: Term) -> Germ:
        """The germ of a term; raises `GermError` where no rule applies."""
        for node in walk(term):
            if node not in self.done:
                self.done[node] = self._node(node)
        return self.done[term]

    def _node(self, t: Term) -> Germ:
        at = self.at
        if t.kind == "num":
            return Germ.constant(at, Num.of(t.value))
        if t.kind == "pi":
            return Germ.constant(at, self.named("pi", arb.pi()))
        if t.kind == "var":
            return self.germs[t.name]
        args = [self.done[a] for a in t.args]
        if t.kind == "add":
            out = Germ.constant(at, Num.of(t.value))
            for g, c in zip(args, t.coefs, strict=True):
                out = out + g.scaled(Num.of(c))
            return out
        if t.kind == "mul":
            out = Germ.constant(at, Num.of(1))
            for g, e in zip(args, t.coefs, strict=True):
                out = out * g.power(e, self.root)
            return out
        rule = getattr(self, "_" + t.name, None)
        if rule is not None:
            return rule(*args)  # type: ignore[no-any-return]
        return self._regular(t.name, args)

    # -- analytic functions at a finite point ---------------------------------------------------------------------

    def _finite(self, g: Germ) -> tuple[Num, Series]:
        """g = u0 + w with w of positive order."""
        t = g.single()
        if t.is_zero():
            return Num.of(0), t
        if t.val < 0 or (t.end < 1 and t.rem is not None):
            raise GermError("the argument has no known finite limit")
        u0 = t.coefficient(0)
        if t.val > 0:
            return u0, t
        return u0, Series(self.at, 1, t.coefs[1:], t.rem) if t.coefs else t

    def _compose(self, name: str, params: list[Num], g: Germ) -> Germ:
        primitive = KERNEL[name]
        if primitive.jet is None:
            raise GermError(f"no jets for {name}")
        balls = [p.ball for p in params]
        t = g.single()
        if not t.is_zero() and t.val >= 0 and t.end < 1 and t.rem is not None:  # bounded, without a known limit
            value = primitive.value(*balls, t.range())
            if not value.is_finite():
                raise GermError(f"{name} is unbounded over this range")
            return Germ(self.at, {0: Series(self.at, 0, [], value)})
        u0, w = self._finite(g)
        n = self.at.n
        thin = primitive.jet(*balls, u0.ball, n - 1)
        whole = u0.ball + (w.range() if not w.is_zero() else _ZERO)
        last = primitive.jet(*balls, whole, n)[n]
        if not last.is_finite():
            raise GermError(f"{name} is not analytic over this range")
        jets = self._exact_jets(name, params, u0, thin)
        return Germ(self.at, {0: w.compose(jets, last)})

    def _regular(self, name: str, args: list[Germ]) -> Germ:
        """A primitive at a finite point; its leading arguments are constants."""
        params = [self._constant(a) for a in args[:-1]]
        return self._compose(name, params, args[-1])

    def _constant(self, g: Germ) -> Num:
        if g.is_zero():
            return Num.of(0)
        if g.scale.is_zero() and set(g.parts) == {0}:
            t = g.parts[0]
            if t.val == 0 and len(t.coefs) == 1 and t.rem is None:
                return t.coefs[0]
        raise GermError("a parameter varies with the point")

    # -- growth ----------------------------------------------------------------------------------------------------

    def _diverges(self, g: Germ) -> bool:
        """Whether the argument is not bounded near the point (or carries a prefactor)."""
        if not g.scale.is_zero():
            _, _, c = g.scale.order()[0]
            return not c.ball < 0
        if any(j for j in g.parts):
            return any(t.val <= 0 for j, t in g.parts.items() if j) or g.parts.get(0, _empty(self.at)).val < 0
        return g.parts.get(0, _empty(self.at)).val < 0

    def _positive(self, g: Germ) -> bool:
        """Sign of a germ; raises when it is not certain."""
        sign = g.sign()
        if sign not in ("+", "-"):
            raise GermError("unknown sign")
        return sign == "+"

    def _lower_bound(self, g: Germ) -> arb:
        """A lower bound of |g| over (0, h] for a series germ of negative order."""
        t = g.single()
        q = t.quotient_range()
        low = q.abs_lower()
        return low * arb(self.at.h) ** t.val if t.val < 0 else low * _ZERO

    def _exp(self, g: Germ) -> Germ:
        at = self.at
        if not g.scale.is_zero():
            return self._compose("exp", [], g)
        scale, rest = Scale(), Series(at, 0, [], None)
        for j, t in g.parts.items():
            if t.end < 0 and t.rem is not None:
                raise GermError("exp of an argument known too roughly")
            if j > 1:
                raise GermError("exp of powers of logarithms")
            keep = []
            for k in range(t.val, t.end):
                c = t.coefficient(k)
                if c.is_zero():
                    continue
                if j == 0 and k < 0:
                    scale.plain[-k] = c
                elif j == 1 and k <= 0:
                    scale.logs[-k] = c
                else:
                    keep.append((k, c))
            low = min((k for k, _ in keep), default=t.end)
            table = dict(keep)
            part = Series(at, low, [table.get(k, Num.of(0)) for k in range(low, t.end)], t.rem)
            rest = rest + (part if j == 0 else Germ(at, {1: part}).collapsed())
        out = self._compose("exp", [], Germ(at, {0: rest}))
        shift = scale.logs.get(0)
        if shift is not None and isinstance(shift.exact, fmpq) and int(shift.exact.q) == 1:
            del scale.logs[0]
            out = Germ(at, {j: t.shifted(-int(shift.exact.p)) for j, t in out.parts.items()}, out.scale)
        return Germ(at, out.parts, out.scale.combine(scale, fmpq(1)))

    def _log(self, g: Germ) -> Germ:
        at = self.at
        if set(g.parts) != {0}:
            raise GermError("log of a logarithmic germ")
        t = g.parts[0]
        lead = t.lead()
        if not lead.ball > 0:
            raise GermError("log of a negative germ")
        w = Series(at, 1, [c / lead for c in t.coefs[1:]], None if t.rem is None else t.rem / lead.ball)
        one_plus = Germ(at, {0: Series.constant(at, Num.of(1)) + w})
        out = self._compose("log", [], one_plus)
        if lead.exact != 1:
            out = out + Germ.constant(at, self._exact_jets("log", [], lead, [lead.ball.log()])[0])
        parts = dict(out.parts)
        extra: dict[int, Series] = {}
        if t.val:
            extra[1] = Series.constant(at, Num.of(-t.val))
        for k, c in g.scale.plain.items():
            extra[0] = extra.get(0, _empty(at)) + Series(at, -k, [c], None)
        for k, c in g.scale.logs.items():
            extra[1] = extra.get(1, _empty(at)) + Series(at, -k, [c], None)
        for j, s in extra.items():
            parts[j] = parts[j] + s if j in parts else s
        return Germ(at, parts)

    def _one(self) -> Germ:
        return Germ.constant(self.at, Num.of(1))

    def _inverse(self, g: Germ) -> Germ:
        return g.power(fmpq(-1), self.root)

    def _sinh(self, g: Germ) -> Germ:
        if self._diverges(g):
            return (self._exp(g) + -self._exp(-g)).scaled(Num.of(HALF))
        return self._compose("sinh", [], g)

    def _cosh(self, g: Germ) -> Germ:
        if self._diverges(g):
            return (self._exp(g) + self._exp(-g)).scaled(Num.of(HALF))
        return self._compose("cosh", [], g)

    def _tanh(self, g: Germ) -> Germ:
        if not self._diverges(g):
            return self._compose("tanh", [], g)
        if not self._positive(g):
            return -self._tanh(-g)
        small = self._exp(g.scaled(Num.of(-2)))
        return (self._one() + -small) * self._inverse(self._one() + small)

    def _sin(self, g: Germ) -> Germ:
        return self._bounded() if self._diverges(g) else self._compose("sin", [], g)

    def _cos(self, g: Germ) -> Germ:
        return self._bounded() if self._diverges(g) else self._compose("cos", [], g)

    def _bounded(self) -> Germ:
        """Anything in [-1, 1]."""
        return Germ(self.at, {0: Series(self.at, 0, [], arb(0, 1))})

    def _tan(self, g: Germ) -> Germ:
        return self._compose("sin", [], g) * self._inverse(self._compose("cos", [], g))

    def _atan(self, g: Germ) -> Germ:
        if not self._diverges(g):
            return self._compose("atan", [], g)
        if not self._positive(g):
            return -self._atan(-g)
        half_pi = Germ.constant(self.at, self.named("pi", arb.pi()).scaled(HALF))
        return half_pi + -self._compose("atan", [], self._inverse(g))

    def _asinh(self, g: Germ) -> Germ:
        if not self._positive(g):
            return -self._asinh(-g)
        return self._log(g + (g * g + self._one()).power(HALF, self.root))

    def _erf(self, g: Germ) -> Germ:
        if not self._diverges(g):
            return self._compose("erf", [], g)
        if not self._positive(g):
            return -self._erf(-g)
        bound = Germ(self.at, {0: Series(self.at, 0, [], _ZERO.union(_ONE))})  # 0 < erfc(u) <= exp(-u^2)
        return self._one() + -(self._exp(-(g * g)) * bound)

    def _erfc(self, g: Germ) -> Germ:
        """e^-u^2/(u sqrt pi) sum_j (-1)^j (1/2)_j u^-2j, u -> +inf, enveloping (DLMF 7.12.1)."""
        if not self._diverges(g) or not self._positive(g):
            return self._one() + -self._erf(g)
        inverse = self._inverse(g)
        square, power, total, c = inverse * inverse, self._one(), Germ(self.at, {}), fmpq(1)
        terms = max(2, self.at.n // 2)
        for j in range(terms + 1):
            part = power.scaled(Num.of(c))
            if j == terms:
                part = power * Germ(self.at, {0: Series(self.at, 0, [], _ZERO.union(arb(c)))})
            total, power, c = total + part, power * square, -c * (HALF + j)
        root_pi = Germ.constant(self.at, self.named("pi", arb.pi())).power(-HALF, self.root)
        return self._exp(-(g * g)) * inverse * root_pi * total

    def _acos(self, g: Germ) -> Germ:
        u0 = self._finite(g)[0]
        if u0.exact == 1:
            w = (self._one() + -g).scaled(Num.of(HALF))
            return self._compose("asin", [], w.power(HALF, self.root)).scaled(Num.of(2))
        if u0.exact == -1:
            return Germ.constant(self.at, self.named("pi", arb.pi())) + -self._acos(-g)
        return self._compose("acos", [], g)

    def _asin(self, g: Germ) -> Germ:
        if self._finite(g)[0].exact in (1, -1):
            return Germ.constant(self.at, self.named("pi", arb.pi()).scaled(HALF)) + -self._acos(g)
        return self._compose("asin", [], g)

    def _abs(self, g: Germ) -> Germ:
        if g.is_zero():
            return g
        sign = g.sign()
        if sign in ("+", "-"):
            return g if sign == "+" else -g
        t = g.single()  # |s^v q| = s^v |q|
        return Germ(self.at, {0: Series(self.at, t.val, [], _ZERO.union(t.quotient_range().abs_upper()))})

    def _max(self, a: Germ, b: Germ) -> Germ:
        gap = a + -b
        return b if gap.is_zero() else a if self._positive(gap) else b

    def _min(self, a: Germ, b: Germ) -> Germ:
        return -self._max(-a, -b)

    # -- gamma functions -------------------------------------------------------------------------------------------

    def _stirling(self, g: Germ, order: int) -> Germ:
        """order 0: lgamma, order 1: digamma at u -> +inf; the remainder is below the first omitted term (DLMF
        5.11(ii))."""
        if not self._positive(g):
            raise GermError("gamma at -infinity")
        at = self.at
        inverse, log_u = self._inverse(g), self._log(g)
        square = inverse * inverse
        terms = max(2, at.n // 2)
        total, power = Germ(at, {}), inverse if order == 0 else square
        for k in range(1, terms + 1):
            b = _bernoulli(2 * k)
            c = b / (2 * k * (2 * k - 1)) if order == 0 else -b / (2 * k)
            if k == terms:
                rem = Germ(at, {0: Series(at, 0, [], _ZERO.union(arb(c)))})
                total = total + power * rem
            else:
                total = total + power.scaled(Num.of(c))
            power = power * square
        if order == 1:
            return log_u + inverse.scaled(Num.of(-HALF)) + total
        two_pi = self._log(Germ.constant(at, self.named("pi", arb.pi()).scaled(2))).scaled(Num.of(HALF))
        return (g + Germ.constant(at, Num.of(-HALF))) * log_u + -g + two_pi + total

    def _lgamma(self, g: Germ) -> Germ:
        if self._diverges(g):
            return self._stirling(g, 0)
        if self._finite(g)[0].is_zero():
            return self._lgamma(g + self._one()) + -self._log(g)
        return self._compose("lgamma", [], g)

    def _digamma(self, g: Germ) -> Germ:
        if self._diverges(g):
            return self._stirling(g, 1)
        if self._finite(g)[0].is_zero():
            return self._digamma(g + self._one()) + -self._inverse(g)
        return self._compose("digamma", [], g)

    def _gamma(self, g: Germ) -> Germ:
        if self._diverges(g):
            return self._exp(self._stirling(g, 0))
        if self._finite(g)[0].is_zero():
            return self._gamma(g + self._one()) * self._inverse(g)
        return self._compose("gamma", [], g)

    def _gammaratio(self, d: Germ, g: Germ) -> Germ:
        if self._diverges(g):
            return self._exp(self._stirling(g + d, 0) + -self._stirling(g, 0))
        if self._finite(g)[0].is_zero():
            return self._gamma(g + d) * self._inverse(self._gamma(g))
        return self._compose("gammaratio", [self._constant(d)], g)

    def _polygamma(self, order: Germ, g: Germ) -> Germ:
        k = self._constant(order)
        if not isinstance(k.exact, fmpq):
            raise GermError("polygamma needs a concrete order")
        n = int(k.exact.p)
        if not self._diverges(g):
            if self._finite(g)[0].is_zero():
                jump = g.power(fmpq(-n - 1), self.root).scaled(Num.of((-1) ** (n + 1) * factorial(n)))
                return self._polygamma(order, g + self._one()) + jump
            return self._compose("polygamma", [k], g)
        if not self._positive(g):
            raise GermError("polygamma at -infinity")
        inverse = self._inverse(g)
        total = inverse.power(fmpq(n), self.root).scaled(Num.of(factorial(n - 1)))
        total = total + inverse.power(fmpq(n + 1), self.root).scaled(Num.of(fmpq(factorial(n), 2)))
        terms = max(2, self.at.n // 2)
        for j in range(1, terms + 1):  # remainder below the first omitted term, with its sign
            c = _bernoulli(2 * j) * fmpq(factorial(2 * j + n - 1), factorial(2 * j))
            p = inverse.power(fmpq(2 * j + n), self.root)
            if j == terms:
                total = total + p * Germ(self.at, {0: Series(self.at, 0, [], _ZERO.union(arb(c)))})
            else:
                total = total + p.scaled(Num.of(c))
        return total if n % 2 else -total

    # -- Bessel functions ------------------------------------------------------------------------------------------

    def _hankel(self, nu: Num, g: Germ) -> Germ:
        """W with I_nu(u) = e^u/sqrt(2 pi u) W(u), u -> +inf.

        I_nu(u) = e^u/(sqrt(2 pi u) Gamma(a+1)) int_0^{2u} e^-t t^a (1-t/2u)^a dt, a = nu - 1/2 > -1.  On t <= u the
        binomial series is cut after N > a terms; its tail divided by y^N (y = t/2u <= 1/2) is monotone because its
        coefficients have one sign.  What the cuts at t = u leave is below C e^-u u^(a+1).
        """
        if not isinstance(nu.exact, fmpq):
            raise GermError("an asymptotic expansion needs a rational order")
        a = nu.exact - HALF
        if not a > -1:
            raise GermError("order > -1/2 needed")
        terms = max(self.at.n, int(a.ceil()) + 2)
        u_low = self._lower_bound(g)
        if not self._positive(g) or not u_low >= 1 + 2 * (arb(a) + terms):
            raise GermError("not far enough for the asymptotic expansion")
        inverse = self._inverse(g.scaled(Num.of(2)))
        total, power, c, rising = Germ(self.at, {}), self._one(), fmpq(1), fmpq(1)
        partial, size = fmpq(0), fmpq(0)
        for j in range(terms):
            total = total + power.scaled(Num.of(c * rising))
            partial, size = partial + c * fmpq(1, 2**j), size + abs(c) * fmpq(1, 2**j)
            power = power * inverse
            rising = rising * (a + 1 + j)
            c = c * (j - a) / (j + 1)
        if c != 0:
            at_half = (arb(2) ** -arb(a) - arb(partial)) * 2**terms
            factor = _ZERO.union(arb(c).union(at_half) * arb(rising))
            total = total + power * Germ(self.at, {0: Series(self.at, 0, [], factor)})
        gamma = arb(a + 1).gamma()
        cut = (2 * arb(size) + arb(2) ** arb(a) * gamma**2 / arb(2 * a + 2).gamma()) / gamma
        whole = int((a + 1).ceil())
        flat = self._exp(-g) * g.power(fmpq(whole), self.root) if whole else self._exp(-g)
        return total + flat * Germ(self.at, {0: Series(self.at, 0, [], (-cut).union(cut))})

    def _besseln(self, order: Germ, g: Germ) -> Germ:
        nu = self._constant(order)
        if not self._diverges(g):
            return self._compose("besseln", [nu], g)
        if not self._positive(g):
            g = -g
        w = self._hankel(nu, g)
        e = nu.exact
        if not isinstance(e, fmpq):
            raise GermError("an asymptotic expansion needs a rational order")
        constant = self.expand(make("gamma", number(e + 1)))
        two_pi = Germ.constant(self.at, self.named("pi", arb.pi()).scaled(2)).power(-HALF, self.root)
        two = Germ.constant(self.at, Num.of(2)).power(e, self.root)
        return constant * two_pi * two * self._exp(g) * g.power(-e - HALF, self.root) * w

    def _besselratio(self, order: Germ, g: Germ) -> Germ:
        mu = self._constant(order)
        below = Germ.constant(self.at, mu + Num.of(-1))
        if self._diverges(g):
            if not self._positive(g):
                return -self._besselratio(order, -g)
            if mu.exact == HALF:
                return self._tanh(g)
            return self._hankel(mu, g) * self._inverse(self._hankel(self._constant(below), g))
        half = g * self._inverse(order.scaled(Num.of(2)))
        return half * self._besseln(order, g) * self._inverse(self._besseln(below, g))

    def _betainc(self, a: Germ, b: Germ, g: Germ) -> Germ:
        """x^a/B(a,b) int_0^1 v^(a-1) (1-xv)^(b-1) dv near x = 0; the complement near x = 1."""
        p, q = self._constant(a), self._constant(b)
        u0, w = self._finite(g)
        if u0.exact == 1:
            return self._one() + -self._betainc(b, a, self._one() + -g)
        if not u0.is_zero() or not isinstance(p.exact, fmpq) or not isinstance(q.exact, fmpq):
            raise GermError("betainc is expanded at 0 and 1 only")
        jets, c = [], fmpq(1)
        for j in range(self.at.n):
            jets.append(Num.of(c / (p.exact + j)))
            c = c * (1 - q.exact + j) / (j + 1)
        x = w.range()
        if not x < 1:
            raise GermError("h is too large")
        last = arb(c) / arb(p.exact + self.at.n) * _ONE.union(((_ONE - x).log() * arb(q.exact - 1 - self.at.n)).exp())
        series = Germ(self.at, {0: w.compose(jets, last)})
        gammas = [self.expand(make("gamma", number(v))) for v in (p.exact + q.exact, p.exact, q.exact)]
        return g.power(p.exact, self.root) * series * gammas[0] * self._inverse(gammas[1] * gammas[2])

    def _legendresymbol(self, m: Germ, k: Germ, t: Germ) -> Germ:
        return self._bounded()


def _empty(at: Local) -> Series:
    return Series(at, 0, [], None)


def _bernoulli(n: int) -> fmpq:
    """B_n for even n by von Staudt-Clausen: the fraction with the known denominator, rounded from a ball."""
    denominator = 1
    for p in range(2, n + 2):
        if n % (p - 1) == 0 and all(p % r for r in range(2, isqrt(p) + 1)):
            denominator *= p
    from theory.balls import precision

    with precision(64 + 8 * n):
        numerator = (arb.bernoulli(n) * denominator).unique_fmpz()
    if numerator is None:
        raise GermError("Bernoulli number out of reach")
    return fmpq(numerator, denominator)


def expand(term: Term, at: Local, germs: Mapping[str, Germ]) -> Germ:
    """The germ of ``term`` where the variables have the germs ``germs``."""
    return Expander(at, germs).expand(term)
