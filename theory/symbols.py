"""The functions of the field as sympy functions: the formulas of theory A1, A2, A5-A9, A11, each written once.

``doit()`` (also ``rewrite(sympy.gamma)``, or any other sympy function) replaces a symbol by its definition;
``evalf`` computes it by the balls of `theory.kernels`, `theory.harmonics` and `theory.sphere`, independently of the
definition.  ``verify.prove.prove`` accepts relations between these symbols and sympy's own functions.  Names and
arguments are those of the statement language of the prover: m is the dimension of the sphere S^m in R^d, d = m + 1,
nu = (m-1)/2; k and K are degrees; lam > 0; t is in [-1, 1] for polynomials and an angle in radians for caps.

This module needs sympy, so nothing imports it at start-up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import sympy  # type: ignore[import-untyped]
from flint import arb, fmpq

from theory.balls import precision
from theory.errors import HypothesisError

__all__ = [
    "EVALUATED",
    "SYMBOLS",
    "besselratio",
    "cap",
    "coefficient",
    "contact_angle",
    "dimension",
    "eigenvalue",
    "largest_zero",
    "legendre_d",
    "smoothing",
    "tail",
]

Expr = Any
"""A sympy expression (sympy has no types)."""

HALF = sympy.Rational(1, 2)


def _exact(value: Expr, bits: int) -> fmpq:
    """A rational as it is; another real number rounded to ``bits`` bits."""
    number = sympy.Rational(value if value.is_Rational or value.is_Float else value._eval_evalf(bits))
    return fmpq(int(number.p), int(number.q))


def _float(value: arb, bits: int) -> Expr:
    """The midpoint of a ball as a sympy Float of ``bits`` bits."""
    man, exp = value.mid().man_exp()
    return sympy.Float(sympy.Integer(int(man)) * sympy.Integer(2) ** int(exp), precision=bits)


class _Symbol(sympy.Function):  # type: ignore[misc]
    """A function of this field.  ``integers`` lists (position, name, smallest value) of its integer arguments."""

    integers: ClassVar[tuple[tuple[int, str, int], ...]] = ()

    @classmethod
    def eval(cls, *args: Expr) -> Expr:
        """The value where it is known without computing; refuses numbers outside the domain."""
        for i, name, low in cls.integers:
            if args[i].is_Number and not (args[i].is_Integer and args[i] >= low):
                raise HypothesisError(f"{cls.__name__} needs an integer {name} >= {low}; got {name} = {args[i]}")
        return cls.known(*args)

    @classmethod
    def known(cls, *args: Expr) -> Expr:
        """Exact trivial values, or None."""
        return None

    def definition(self) -> Expr:
        """The defining formula in sympy's own functions and the other symbols."""
        raise NotImplementedError

    pattern: ClassVar[str] = ""
    """How TeX writes it: {0}, {1}, ... are the arguments."""

    def _latex(self, printer: Any, exp: str | None = None) -> str:
        text = self.pattern.format(*(printer._print(a) for a in self.args))
        return text if exp is None else rf"\left({text}\right)^{{{exp}}}"

    def doit(self, **hints: Any) -> Expr:
        """The definition, and those of the symbols within it unless ``deep=False``."""
        formula = self.func(*(a.doit(**hints) for a in self.args)) if hints.get("deep", True) else self
        if not isinstance(formula, _Symbol):
            return formula
        formula = formula.definition()
        if hints.get("deep", True):
            formula = formula.replace(lambda e: isinstance(e, _Symbol), lambda e: e.doit(**hints))
        return formula

    def _eval_rewrite(self, rule: Any, args: Any, **hints: Any) -> Expr:
        return self.func(*args).doit()

    def balls(self, *args: Any) -> arb:
        """The value at concrete integers and exact rationals, as an enclosure."""
        raise NotImplementedError

    def _eval_evalf(self, prec: int) -> Expr:
        places = {i for i, _, _ in self.integers}
        if not all(a.is_Integer if i in places else a.is_number and a.is_real for i, a in enumerate(self.args)):
            return None
        bits = prec + 32
        values = [int(a) if i in places else _exact(a, bits) for i, a in enumerate(self.args)]
        with precision(bits):
            return _float(self.balls(*values), prec)


_M, _K = (0, "m", 1), (1, "k", 0)


class dimension(_Symbol):
    """Z(m,k) = dim H_k = C(k+m,m) - C(k+m-2,m), without the second term for k < 2 (theory A1).

    >>> dimension(2, 3)
    7
    """

    nargs = 2
    pattern = r"Z({0}, {1})"
    integers = (_M, _K)

    @classmethod
    def known(cls, m: Expr, k: Expr) -> Expr:
        """Concrete arguments give an integer."""
        from theory.harmonics import dimension as exact_dimension

        if m.is_Integer and k.is_Integer:
            return sympy.Integer(exact_dimension(int(m), int(k)))
        return sympy.S.One if k.is_zero else None

    def definition(self) -> Expr:
        """Theory A1."""
        m, k = self.args
        whole = sympy.binomial(k + m, m)
        return sympy.Piecewise((whole, k < 2), (whole - sympy.binomial(k + m - 2, m), True))

    def balls(self, m: int, k: int) -> arb:
        """Exactly."""
        from theory.harmonics import dimension as exact_dimension

        return arb(exact_dimension(m, k))


class legendre_d(_Symbol):
    """P_k(t) of dimension d = m+1 (theory A2): C_k^nu(t)/C_k^nu(1), and Chebyshev's T_k for m = 1.

    The first argument is m, as in `theory.harmonics.legendre`: legendre_d(2, k, t) is Legendre's own polynomial.

    >>> from sympy.abc import k, t
    >>> legendre_d(3, k, 1), legendre_d(2, 2, t).doit()
    (1, 3*t**2/2 - 1/2)
    """

    nargs = 3
    pattern = r"P^{{({0})}}_{{{1}}}\left({2}\right)"
    integers = (_M, _K)

    @classmethod
    def known(cls, m: Expr, k: Expr, t: Expr) -> Expr:
        """P_0 = 1, P_1 = t, P_k(1) = 1, P_k(-1) = (-1)^k."""
        if k.is_zero or t == 1:
            return sympy.S.One
        if k == 1:
            return t
        return sympy.S.NegativeOne**k if t == -1 else None

    def definition(self) -> Expr:
        """Theory A2; C_k^nu(1) = (2 nu)_k/k! (DLMF 18.6.1)."""
        m, k, t = self.args
        nu = (m - 1) / sympy.S(2)
        if m == 1:
            return sympy.chebyshevt(k, t)
        ratio = sympy.gegenbauer(k, nu, t) * sympy.factorial(k) / sympy.rf(2 * nu, k)
        if k.is_Integer:
            ratio = sympy.expand(ratio) if m.is_Integer else ratio
        return ratio if m.is_Integer else sympy.Piecewise((sympy.chebyshevt(k, t), sympy.Eq(m, 1)), (ratio, True))

    def balls(self, m: int, k: int, t: fmpq) -> arb:
        """By the recurrence, exactly."""
        from theory.harmonics import legendre

        return arb(legendre(m, k)(t))


class eigenvalue(_Symbol):
    """phihat_k(lam) = Gamma(nu+1) (2/lam)^nu I_{nu+k}(lam) (theory A5); 1, 0, 0, ... at lam = 0.

    >>> from sympy.abc import lamda
    >>> eigenvalue(3, 2, lamda).doit(), eigenvalue(3, 2, 0)
    (2*besseli(3, lamda)/lamda, 0)
    """

    nargs = 3
    pattern = r"\hat\varphi^{{({0})}}_{{{1}}}\left({2}\right)"
    integers = (_M, _K)

    @classmethod
    def known(cls, m: Expr, k: Expr, lam: Expr) -> Expr:
        """At lam = 0."""
        if lam.is_zero:
            return sympy.S.One if k.is_zero else sympy.S.Zero if k.is_positive else None
        return None

    def definition(self) -> Expr:
        """Theory A5."""
        m, k, lam = self.args
        nu = (m - 1) / sympy.S(2)
        return sympy.gamma(nu + 1) * (2 / lam) ** nu * sympy.besseli(nu + k, lam)

    def balls(self, m: int, k: int, lam: fmpq) -> arb:
        """By the positive series."""
        from theory.kernels import eigenvalue as enclosure

        return enclosure(m, k, lam)


class coefficient(_Symbol):
    """A_k(lam) = Z(m,k) phihat_k(lam), the coefficients of e^{lam t} = sum_k A_k P_k(t) (theory A6)."""

    nargs = 3
    pattern = r"A^{{({0})}}_{{{1}}}\left({2}\right)"
    integers = (_M, _K)
    known = eigenvalue.known

    def definition(self) -> Expr:
        """Theory A6."""
        m, k, lam = self.args
        return dimension(m, k) * eigenvalue(m, k, lam)

    def balls(self, m: int, k: int, lam: fmpq) -> arb:
        """By the positive series."""
        from theory.kernels import coefficient as enclosure

        return enclosure(m, k, lam)


class tail(_Symbol):
    """tau_K(lam) = sum_{k>K} A_k(lam) (theory A7)."""

    nargs = 3
    pattern = r"\tau^{{({0})}}_{{{1}}}\left({2}\right)"
    integers = (_M, (1, "K", 0))

    @classmethod
    def known(cls, m: Expr, K: Expr, lam: Expr) -> Expr:
        """At lam = 0."""
        return sympy.S.Zero if lam.is_zero else None

    def definition(self) -> Expr:
        """Theory A7."""
        m, K, lam = self.args
        k = sympy.Dummy("k", integer=True, positive=True)
        return sympy.Sum(coefficient(m, k, lam), (k, K + 1, sympy.oo))

    def balls(self, m: int, K: int, lam: fmpq) -> arb:
        """Terms and a geometric remainder."""
        from theory.kernels import tail as enclosure

        return enclosure(m, K, lam)


class smoothing(_Symbol):
    """a_k(lam) = phihat_k/phihat_0 = I_{nu+k}(lam)/I_nu(lam) (theory A8)."""

    nargs = 3
    pattern = r"a^{{({0})}}_{{{1}}}\left({2}\right)"
    integers = (_M, _K)
    known = eigenvalue.known

    @classmethod
    def eval(cls, m: Expr, k: Expr, lam: Expr) -> Expr:
        """a_0 = 1."""
        found = super().eval(m, k, lam)
        return sympy.S.One if found is None and k.is_zero else found

    def definition(self) -> Expr:
        """Theory A8."""
        m, k, lam = self.args
        return eigenvalue(m, k, lam) / eigenvalue(m, 0, lam)

    def balls(self, m: int, k: int, lam: fmpq) -> arb:
        """A quotient of the positive series."""
        from theory.kernels import ratio as enclosure

        return enclosure(m, k, lam)


class besselratio(_Symbol):
    """I_mu(x)/I_{mu-1}(x), mu >= 1/2 (theory A9)."""

    nargs = 2
    pattern = r"\frac{{I_{{{0}}}\left({1}\right)}}{{I_{{{0}-1}}\left({1}\right)}}"

    @classmethod
    def known(cls, mu: Expr, x: Expr) -> Expr:
        """At x = 0, where the ratio continues x/(2 mu)."""
        return sympy.S.Zero if x.is_zero else None

    def definition(self) -> Expr:
        """Theory A9."""
        mu, x = self.args
        return sympy.besseli(mu, x) / sympy.besseli(mu - 1, x)

    def balls(self, mu: fmpq, x: fmpq) -> arb:
        """A quotient of FLINT's Bessel functions."""
        return arb(x).bessel_i(arb(mu)) / arb(x).bessel_i(arb(mu - 1))


class cap(_Symbol):
    """sigma(cap_t), the measure of a cap of angular radius t in [0, pi] on S^m (theory A11).

    >>> cap(5, sympy.pi / 2), cap(2, sympy.pi)
    (1/2, 1)
    """

    nargs = 2
    pattern = r"\sigma_{{{0}}}\left(\mathrm{{cap}}_{{{1}}}\right)"
    integers = (_M,)

    @classmethod
    def known(cls, m: Expr, t: Expr) -> Expr:
        """The empty cap, the half sphere and the sphere."""
        return {sympy.S.Zero: sympy.S.Zero, sympy.pi / 2: HALF, sympy.pi: sympy.S.One}.get(t)

    def definition(self) -> Expr:
        """Theory A11."""
        m, t = self.args
        small = sympy.betainc_regularized(m / sympy.S(2), HALF, 0, sympy.sin(t) ** 2) / 2
        return sympy.Piecewise((small, t <= sympy.pi / 2), (1 - small, True))

    def balls(self, m: int, t: fmpq) -> arb:
        """The regularised incomplete beta function."""
        from theory.sphere import cap_measure

        return cap_measure(m, t)


class _Root(_Symbol):
    """A root of an equation: it has an enclosure, but no formula."""

    is_number = False  # or sympy would decide relations between constants by floating point

    def doit(self, **hints: Any) -> Expr:
        """Itself, with the arguments done."""
        return self.func(*(a.doit(**hints) for a in self.args)) if hints.get("deep", True) else self


class contact_angle(_Root):
    """theta* = .81047..., where the tangent of arccos at cos theta* passes through (-1, pi) (theory C0)."""

    nargs = 0

    def balls(self) -> arb:
        """By two signs."""
        from theory.jackson import contact_angle as enclosure

        return enclosure()


class largest_zero(_Root):
    """t_n, the largest zero of P_n of dimension m+1, n >= 1 (theory D1).

    >>> largest_zero(2, 2).evalf(6)
    0.577350
    """

    nargs = 2
    integers = (_M, (1, "n", 1))

    @classmethod
    def known(cls, m: Expr, n: Expr) -> Expr:
        """t_1 = 0."""
        return sympy.S.Zero if n == 1 else None

    def balls(self, m: int, n: int) -> arb:
        """By signs of a Sturm sequence."""
        from theory.jackson import largest_zero as enclosure

        return enclosure(m, n)


_ALL: tuple[Callable[..., Expr], ...] = (
    besselratio, cap, coefficient, dimension, eigenvalue, legendre_d, smoothing, tail
)  # fmt: skip
SYMBOLS: dict[Callable[..., Expr], str] = {symbol: symbol.__name__ for symbol in _ALL}
"""Each symbol with its name in the statement language."""
EVALUATED: frozenset[Callable[..., Expr]] = frozenset((*_ALL, contact_angle, largest_zero))
"""The symbols with enclosures: those of the statement language, and roots that the prover does not know."""
