"""Certified germs: one-sided expansions with remainder, at a point of contact or at infinity.

With s in (0, h], a germ is  exp(U(s)) * sum_j L^j T_j(s),  L = log(1/s), where each T_j is a Laurent polynomial with a
remainder,  T(s) = sum_i c_i s^(v+i) + r(s) s^(v+n),  r(s) in a ball for every s in (0, h] (and every value of the
parameters in their box), and U = sum_k (u_k + l_k L) s^-k.  Coefficients carry a formal exact value where one is known:
only formally exact zeros are dropped, so the order of contact is proved, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import floor

from flint import arb, fmpq

from verify.proving.exactfield import Exact, Field, TooLarge

__all__ = ["Germ", "GermError", "Local", "NeedsRoot", "Num", "Scale", "Series"]

_ZERO, _ONE = arb(0), arb(1)
Q0, Q1 = fmpq(0), fmpq(1)


class GermError(Exception):
    """The rules do not give a germ here (nothing is claimed)."""


class NeedsRoot(GermError):
    """Powers s^(p/q) occur: expand in s^(1/q) instead."""

    def __init__(self, denominator: int) -> None:
        self.denominator = denominator
        super().__init__(f"needs s^(1/{denominator})")


class Num:
    """A coefficient: an enclosure ``ball`` and, where known, an exact value (rational, or formal)."""

    __slots__ = ("ball", "exact")

    def __init__(self, ball: arb, exact: fmpq | Exact | None) -> None:
        if exact is None and ball.rad() == 0:  # a ball without radius is an exact number
            man, exp = ball.man_exp()
            exact = fmpq(man) * fmpq(2) ** int(exp) if abs(int(exp)) < 4000 else None
        self.ball, self.exact = ball, exact

    @staticmethod
    def of(value: fmpq | int) -> Num:
        """A rational number."""
        q = fmpq(value)
        return Num(arb(q), q)

    def is_zero(self) -> bool:
        """Proved to vanish."""
        e = self.exact
        return e is not None and (e == 0 if isinstance(e, fmpq) else e.is_zero())

    def _with(self, other: Num, ball: arb, op: Callable[[Exact, Exact], Exact], exact: fmpq | None) -> Num:
        if exact is not None:
            return Num(ball, exact)
        a, b = self.exact, other.exact
        if a is None or b is None:
            return Num(ball, None)
        f = a.field if isinstance(a, Exact) else b.field if isinstance(b, Exact) else None
        if f is None:
            return Num(ball, None)
        try:
            value = op(a if isinstance(a, Exact) else f.number(a), b if isinstance(b, Exact) else f.number(b))
            simple = value.rational()
        except (TooLarge, ZeroDivisionError):
            return Num(ball, None)
        return Num(arb(simple), simple) if simple is not None else Num(ball, value)

    def __add__(self, other: Num) -> Num:
        both = isinstance(self.exact, fmpq) and isinstance(other.exact, fmpq)
        exact = fmpq(self.exact + other.exact) if both else None  # type: ignore[operator, arg-type]
        return self._with(other, self.ball + other.ball, lambda a, b: a + b, exact)

    def __mul__(self, other: Num) -> Num:
        if self.is_zero() or other.is_zero():
            return Num.of(0)
        both = isinstance(self.exact, fmpq) and isinstance(other.exact, fmpq)
        exact = fmpq(self.exact * other.exact) if both else None  # type: ignore[operator, arg-type]
        return self._with(other, self.ball * other.ball, lambda a, b: a * b, exact)

    def __truediv__(self, other: Num) -> Num:
        if not (other.ball > 0 or other.ball < 0):
            raise GermError("division by a coefficient that may vanish")
        both = isinstance(self.exact, fmpq) and isinstance(other.exact, fmpq)
        exact = fmpq(self.exact / other.exact) if both else None  # type: ignore[operator, arg-type]
        return self._with(other, self.ball / other.ball, lambda a, b: a / b, exact)

    def scaled(self, q: fmpq | int) -> Num:
        """q * self."""
        return self * Num.of(q)


@dataclass
class Local:
    """Where the expansion is made: s in (0, h], ``n`` coefficients, x = c + sign s^den or x = sign s^-den."""

    h: fmpq
    n: int
    den: int = 1
    field: Field = field(default_factory=Field)

    @property
    def s(self) -> arb:
        """The ball [0, h]."""
        return _ZERO.union(arb(self.h))

    def s_power(self, k: int) -> arb:
        """The ball of s^k, k >= 0."""
        return _ONE if k == 0 else _ZERO.union(arb(self.h) ** k)


class Series:
    """sum_i coefs[i] s^(val+i) + rem s^(val+len(coefs)); ``rem`` None means exactly 0."""

    __slots__ = ("at", "coefs", "rem", "val")

    def __init__(self, at: Local, val: int, coefs: list[Num], rem: arb | None) -> None:
        while coefs and coefs[0].is_zero():
            coefs, val = coefs[1:], val + 1
        if rem is None:
            while coefs and coefs[-1].is_zero():
                coefs = coefs[:-1]
            if not coefs:
                val = 0
        if len(coefs) > at.n:
            tail, coefs = coefs[at.n :], coefs[: at.n]
            extra = sum((c.ball * at.s_power(i) for i, c in enumerate(tail)), _ZERO)
            rem = extra if rem is None else extra + rem * at.s_power(len(tail))
        self.at, self.val, self.coefs, self.rem = at, val, coefs, rem

    @staticmethod
    def constant(at: Local, c: Num) -> Series:
        """A constant."""
        return Series(at, 0, [c], None)

    def is_zero(self) -> bool:
        """Proved to be identically 0."""
        return not self.coefs and self.rem is None

    @property
    def end(self) -> int:
        """The power of s that the remainder multiplies."""
        return self.val + len(self.coefs)

    def quotient_range(self) -> arb:
        """The range of T(s)/s^val over (0, h]."""
        out = self.rem if self.rem is not None else _ZERO
        for c in reversed(self.coefs):
            out = c.ball + out * self.at.s
        return out

    def range(self) -> arb:
        """The range of T over (0, h] (val >= 0 needed)."""
        if self.val < 0:
            raise GermError("unbounded")
        return self.quotient_range() * self.at.s_power(self.val)

    def coefficient(self, k: int) -> Num:
        """The coefficient of s^k below the remainder."""
        i = k - self.val
        return self.coefs[i] if 0 <= i < len(self.coefs) else Num.of(0)

    def __add__(self, other: Series) -> Series:
        if self.is_zero():
            return other
        if other.is_zero():
            return self
        at, low = self.at, min(self.val, other.val)
        ends = [t.end for t in (self, other) if t.rem is not None]
        end = min(ends) if ends else max(self.end, other.end)
        coefs = [self.coefficient(k) + other.coefficient(k) for k in range(low, end)]
        if not ends:
            return Series(at, low, coefs, None)
        low = min(low, end)
        rem = _ZERO
        for t in (self, other):
            for k in range(max(end, t.val), t.end):
                rem = rem + t.coefficient(k).ball * at.s_power(k - end)
            if t.rem is not None:
                rem = rem + t.rem * at.s_power(t.end - end)
        return Series(at, low if coefs else end, coefs, rem)

    def __mul__(self, other: Series) -> Series:
        at = self.at
        if self.is_zero() or other.is_zero():
            return Series(at, 0, [], None)
        a, b = self.coefs, other.coefs
        limits = [at.n]
        if self.rem is not None:
            limits.append(len(a))
        if other.rem is not None:
            limits.append(len(b))
        n = min(limits)
        full = len(a) + len(b) - 1 if a and b else 0
        exact = self.rem is None and other.rem is None and full <= n
        if exact:
            n = full
        out = []
        for k in range(n):
            total: Num | None = None
            for i in range(max(0, k - len(b) + 1), min(k, len(a) - 1) + 1):
                p = a[i] * b[k - i]
                total = p if total is None else total + p
            out.append(total if total is not None else Num.of(0))
        if exact:
            return Series(at, self.val + other.val, out, None)
        rem = _ZERO
        for i, x in enumerate(a):
            inner = _ZERO  # the part of b that lands at or above s^n
            for j in range(len(b) - 1, max(n - i, 0) - 1, -1):
                inner = inner + b[j].ball * at.s_power(i + j - n)
            if other.rem is not None:
                inner = inner + other.rem * at.s_power(i + len(b) - n)
            rem = rem + x.ball * inner
        if self.rem is not None:
            rem = rem + self.rem * other.quotient_range() * at.s_power(len(a) - n)
        return Series(at, self.val + other.val, out, rem)

    def scaled(self, c: Num) -> Series:
        """c * self."""
        if c.is_zero():
            return Series(self.at, 0, [], None)
        return Series(self.at, self.val, [x * c for x in self.coefs], None if self.rem is None else self.rem * c.ball)

    def shifted(self, k: int) -> Series:
        """s^k * self."""
        return self if self.is_zero() else Series(self.at, self.val + k, self.coefs, self.rem)

    def compose(self, jets: list[Num], last: arb) -> Series:
        """phi(u0 + w) for this w (val >= 1): ``jets`` are phi's Taylor coefficients at u0, ``last`` encloses the next
        one over the whole range (Lagrange)."""
        if self.is_zero():
            return Series.constant(self.at, jets[0])
        if self.val < 1:
            raise GermError("composition needs a vanishing argument")
        out = Series(self.at, 0, [], last)
        for c in reversed(jets):
            out = self * out + Series.constant(self.at, c)
        return out

    def lead(self) -> Num:
        """The leading coefficient, certainly nonzero."""
        if not self.coefs or not (self.coefs[0].ball > 0 or self.coefs[0].ball < 0):
            raise GermError("the leading coefficient is not known to be nonzero")
        return self.coefs[0]


@dataclass
class Scale:
    """U = sum_k (plain[k] + logs[k] L) s^-k, k >= 1 for plain and k >= 0 for logs; exact zeros are absent."""

    plain: dict[int, Num] = field(default_factory=dict)
    logs: dict[int, Num] = field(default_factory=dict)

    def combine(self, other: Scale, factor: fmpq) -> Scale:
        """self + factor * other."""
        out = Scale(dict(self.plain), dict(self.logs))
        for mine, theirs in ((out.plain, other.plain), (out.logs, other.logs)):
            for k, c in theirs.items():
                total = mine.get(k, Num.of(0)) + c.scaled(factor)
                if total.is_zero():
                    mine.pop(k, None)
                else:
                    mine[k] = total
        return out

    def is_zero(self) -> bool:
        """No prefactor."""
        return not self.plain and not self.logs

    def order(self) -> list[tuple[int, int, Num]]:
        """Terms (k, 1 for L, coefficient) with the dominating one first."""
        items = [(k, 0, c) for k, c in self.plain.items()] + [(k, 1, c) for k, c in self.logs.items()]
        return sorted(items, key=lambda item: (-item[0], -item[1]))

    def decay(self, at: Local, extra: int = 0) -> Series:
        """exp(U) as a remainder at s^(n+6+extra), for U -> -infinity; `GermError` when that is not certain."""
        (k, log, c), *rest = self.order()
        if not c.ball < 0 or not at.h < 1:
            raise GermError("no certain decay")
        big_log = -arb(at.h).log()  # L >= big_log on (0, h]
        if k == 0:  # exp(c L) = s^-c
            if isinstance(c.exact, fmpq) and int(c.exact.q) != 1:
                raise NeedsRoot(int(c.exact.q))
            power = -c.ball
            whole = floor(float(power.lower()))
            if whole < 0 or not power >= whole:
                raise GermError("no certain decay")
            left = power - whole
            return Series(at, whole, [], _ZERO.union((left * arb(at.h).log()).exp()))
        rate = -c.ball  # U <= -rate * s^-k (L if log)
        for j, other_log, d in rest:
            top = abs(d.ball).upper()
            gap = k - j
            if gap == 0 or (other_log and not log):
                factor = _ONE if gap == 0 else self._power_log(at, gap)
                if gap == 0:
                    factor = _ONE / big_log
            elif other_log == log:
                factor = arb(at.h) ** gap
            else:
                factor = arb(at.h) ** gap / big_log
            rate = rate - top * factor
        rate = rate.lower()
        if not rate > 0:
            raise GermError("no certain decay for this h")
        if log:
            rate = rate * big_log
        order = at.n + 6 + max(extra, 0)
        y = arb(at.h) ** (-k)
        peak = arb(order) / (k * rate)
        place = peak if peak > y else y if peak < y else peak.union(y)
        bound = (place.log() * order / k - rate * place).exp()
        return Series(at, order, [], _ZERO.union(bound.upper()))

    @staticmethod
    def _power_log(at: Local, gap: int) -> arb:
        """sup of s^gap L over (0, h]."""
        h = arb(at.h)
        if (h.log() * gap + 1) < 0:
            return -(h**gap) * h.log()
        return _ONE / (arb(gap) * arb(1).exp())


class Germ:
    """exp(scale) * sum_j L^j parts[j]."""

    __slots__ = ("at", "parts", "scale")

    def __init__(self, at: Local, parts: dict[int, Series], scale: Scale | None = None) -> None:
        self.at = at
        self.parts = {j: t for j, t in parts.items() if not t.is_zero()}
        self.scale = scale if scale is not None and self.parts else Scale()

    @staticmethod
    def constant(at: Local, c: Num) -> Germ:
        """A constant germ."""
        return Germ(at, {0: Series.constant(at, c)})

    def is_zero(self) -> bool:
        """Proved to vanish identically."""
        return not self.parts

    def single(self) -> Series:
        """The series when there is neither prefactor nor logarithm (logarithms are absorbed, decay is flattened)."""
        if self.scale.is_zero():
            return self.collapsed()
        t = self.collapsed()
        return self.scale.decay(self.at, -t.val) * t

    def depth(self) -> int:
        """The largest negative power of s."""
        return max(0, *(-t.val for t in self.parts.values())) if self.parts else 0

    def height(self) -> int:
        """The lowest positive power of s (0 if none)."""
        return max(0, min((t.val for t in self.parts.values()), default=0))

    def collapsed(self) -> Series:
        """sum_j L^j parts[j] as one series: L^j s is bounded by its supremum, at the price of one power of s."""
        out = self.parts.get(0, Series(self.at, 0, [], None))
        for j, t in self.parts.items():
            if j:
                rem = t.quotient_range() * _ZERO.union(self._peak(j))
                out = out + Series(self.at, t.val - 1, [], rem)
        return out

    def __add__(self, other: Germ) -> Germ:
        if self.is_zero():
            return other
        if other.is_zero():
            return self
        gap = self.scale.combine(other.scale, fmpq(-1))
        a, b = self, other
        if not gap.is_zero():
            k, log, c = gap.order()[0]
            if k == 0 and log and isinstance(c.exact, fmpq):
                if int(c.exact.q) == 1:
                    shift = int(c.exact.p)  # exp(c L) = s^-c
                    a = Germ(self.at, {j: t.shifted(-shift) for j, t in self.parts.items()}, other.scale)
                else:
                    raise NeedsRoot(int(c.exact.q))
            elif c.ball > 0:
                flat = other.scale.combine(self.scale, fmpq(-1)).decay(self.at, other.depth() + self.height())
                b = Germ(self.at, {j: flat * t for j, t in other.parts.items()}, self.scale)
            elif c.ball < 0:
                flat = gap.decay(self.at, self.depth() + other.height())
                a = Germ(self.at, {j: flat * t for j, t in self.parts.items()}, other.scale)
            else:
                raise GermError("cannot compare growth")
        parts = dict(a.parts)
        for j, t in b.parts.items():
            parts[j] = parts[j] + t if j in parts else t
        return Germ(self.at, parts, b.scale)

    def __mul__(self, other: Germ) -> Germ:
        parts: dict[int, Series] = {}
        for i, a in self.parts.items():
            for j, b in other.parts.items():
                p = a * b
                parts[i + j] = parts[i + j] + p if i + j in parts else p
        return Germ(self.at, parts, self.scale.combine(other.scale, Q1))

    def scaled(self, c: Num) -> Germ:
        """c * self."""
        return Germ(self.at, {j: t.scaled(c) for j, t in self.parts.items()}, self.scale)

    def __neg__(self) -> Germ:
        return self.scaled(Num.of(-1))

    def power(self, e: fmpq, root: Callable[[Num, fmpq], Num]) -> Germ:
        """self ** e; ``root(c, e)`` gives c**e for the leading coefficient."""
        at = self.at
        integral = int(e.q) == 1
        if self.is_zero():
            if e > 0:
                return self
            raise GermError("division by zero")
        if integral and 0 < e <= 4:
            out = self
            for _ in range(int(e.p) - 1):
                out = out * self
            return out
        if set(self.parts) != {0}:
            raise GermError("powers of logarithmic germs")
        t = self.parts[0]
        lead = t.lead()
        if not integral and not lead.ball > 0:
            raise GermError("a root of a negative germ")
        w = Series(at, 1, [c / lead for c in t.coefs[1:]], None if t.rem is None else t.rem / lead.ball)
        jets, c = [], Q1
        for j in range(at.n):
            jets.append(Num.of(c))
            c = c * (e - j) / (j + 1)
        base = _ONE + (w.range() if not w.is_zero() else _ZERO)
        if not base > 0:
            raise GermError("h is too large")
        last = arb(c) * (base.log() * arb(e - at.n)).exp() if c != 0 else _ZERO
        body = w.compose(jets, last).scaled(root(lead, e))
        shift = e * t.val
        scale = Scale().combine(self.scale, e)
        if int(shift.q) == 1:
            return Germ(at, {0: body.shifted(int(shift.p))}, scale)
        whole = int(shift.floor())
        scale = scale.combine(Scale({}, {0: Num.of(-(shift - whole))}), Q1)
        return Germ(at, {0: body.shifted(whole)}, scale)

    def sign(self) -> str | None:
        """'+', '-', '0' over the whole of (0, h] (for every parameter value), or '>=' / '<=', or None if not
        certain."""
        if self.is_zero():
            return "0"
        low = min(t.val for t in self.parts.values())
        top = max(j for j, t in self.parts.items() if t.val == low)
        total, big_log = _ZERO, -arb(self.at.h).log()  # everything over s^low L^top, with L >= big_log > 0
        for j, t in self.parts.items():
            gap = t.val - low
            if j <= top:
                factor = self.at.s_power(gap) * (_ONE if j == top else _ZERO.union(big_log ** (j - top)))
            else:
                factor = self.at.s_power(gap - 1) * _ZERO.union(self._peak(j - top))
            total = total + t.quotient_range() * factor
        if total > 0:
            return "+"
        if total < 0:
            return "-"
        return None

    def _peak(self, j: int) -> arb:
        """sup of s L^j over (0, h]."""
        log_h = arb(self.at.h).log()
        if log_h < -j:
            return (-log_h) ** j * arb(self.at.h)
        return (arb(j) / arb(1).exp()) ** j
