"""The functions of the statement language: each is rewritten into the kernel's primitives, with its domain as side
conditions.

Definitions are those of DLMF and of the theory page (A1 dimension, A2 legendre_d, A5 eigenvalue, A6 coefficient, A7
tail, A8 smoothing, A11 cap).  A function is undefined, not extended, outside its natural domain: the side conditions
say so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import factorial
from typing import Final, NamedTuple

from flint import fmpq

from theory.errors import InputError
from verify.proving.terms import ONE, PI, ZERO, Term, add, apply, is_number, mul, neg, number, power, to_text

__all__ = ["FUNCTIONS", "Condition", "Conditions", "call", "make"]

MAX_DEGREE: Final = 200
HALF: Final = fmpq(1, 2)
ARTICLE: Final = {"integer": "an integer"}


class Condition(NamedTuple):
    """A side condition: ``term`` must be nonzero, positive, nonnegative or an integer (``kind``); ``reason`` names
    where it comes from."""

    kind: str
    term: Term
    reason: str


@dataclass
class Conditions:
    """Collects the side conditions of one statement; constants that fail are refused at once."""

    items: list[Condition] = field(default_factory=list)

    def need(self, kind: str, term: Term, reason: str) -> None:
        """Record a condition unless it is a true statement about a rational constant."""
        if is_number(term):
            v = term.value
            if not {"nonzero": v != 0, "positive": v > 0, "nonnegative": v >= 0, "integer": int(v.q) == 1}[kind]:
                raise InputError(
                    f"the expression leaves its domain: {reason} needs {to_text(term)} to be {ARTICLE.get(kind, kind)}"
                )
            return
        condition = Condition(kind, term, reason)
        if condition not in self.items:
            self.items.append(condition)


def make(name: str, *args: Term) -> Term:
    """A primitive applied to terms, with exact values at the points where everybody knows them."""
    x = args[-1]
    if name in ("sin", "tan", "asin", "atan", "sinh", "tanh", "asinh", "erf") and x is ZERO:
        return ZERO
    if (name in ("exp", "cos", "cosh") and x is ZERO) or (name == "besseln" and x is ZERO):
        return ONE
    if name == "erfc" and x is ZERO:
        return ONE
    if name == "log" and x is ONE:
        return ZERO
    if name in ("sin", "cos") and x.kind in ("pi", "add"):
        exact = _circle(name, x)
        if exact is not None:
            return exact
    if name == "exp" and x.kind == "fn" and x.name == "log":
        return x.args[0]
    if name == "log" and x.kind == "fn" and x.name == "exp":
        return x.args[0]
    if name in ("atan", "asin", "acos") and is_number(x) and x.value in (-1, 0, 1):
        v = int(x.value.p)
        quarter = mul([number(fmpq(v, 4)), PI])
        half = mul([number(fmpq(v, 2)), PI])
        return quarter if name == "atan" else half if name == "asin" else add([mul([number(HALF), PI]), neg(half)])
    if name == "gamma" and is_number(x):
        value = _gamma(x.value)
        if value is not None:
            return value
    if name == "lgamma" and is_number(x) and x.value in (1, 2):
        return ZERO
    if name == "abs" and is_number(x):
        return number(abs(x.value))
    if name == "legendresymbol":
        m, k, _ = args
        if x is ONE:  # P_k(1) = 1 (theory A2)
            return ONE
        if is_number(m) and is_number(k) and int(m.value.q) == int(k.value.q) == 1 and 0 <= k.value <= MAX_DEGREE:
            return legendre_term(int(m.value.p), int(k.value.p), x)
    if name in ("max", "min"):
        a, b = args
        if a is b:
            return a
        if is_number(a) and is_number(b):
            return a if (a.value >= b.value) == (name == "max") else b
    return apply(name, *args)


def _circle(name: str, x: Term) -> Term | None:
    """sin and cos at multiples of pi/2 (and pi/3, pi/4, pi/6)."""
    if x is PI:
        turn = fmpq(1)
    elif x.kind == "add" and x.value == 0 and len(x.args) == 1 and x.args[0] is PI:
        turn = x.coefs[0]
    else:
        return None
    if name == "cos":
        turn = turn + HALF
    turn = turn - 2 * (turn / 2).floor()  # in [0, 2)
    sign = 1
    if turn >= 1:
        turn, sign = turn - 1, -1
    if turn > HALF:
        turn = 1 - turn
    table = {(0, 1): fmpq(0), (1, 6): HALF, (1, 2): fmpq(1)}
    roots = {(1, 4): 2, (1, 3): 3}
    key = (int(turn.p), int(turn.q))
    if key in table:
        return number(sign * table[key])
    if key in roots:
        return add([power(number(roots[key]), HALF)], [fmpq(sign, 2)])
    return None


def _gamma(v: fmpq) -> Term | None:
    if int(v.q) == 1 and 1 <= v <= 400:
        return number(fmpq(factorial(int(v.p) - 1)))
    if int(v.q) == 2 and 0 < v <= 200:
        c = fmpq(1)
        while v > HALF:
            v = v - 1
            c = c * v
        return add([power(PI, HALF)], [c])
    return None


def _int(t: Term, what: str, low: int = 0, high: int = MAX_DEGREE) -> int:
    if not is_number(t) or int(t.value.q) != 1:
        raise InputError(f"{what} must be a concrete integer; got {to_text(t)}")
    n = int(t.value.p)
    if not low <= n <= high:
        raise InputError(f"{what} must lie in {low}..{high}; got {n}")
    return n


def _sqrt(c: Conditions, u: Term) -> Term:
    c.need("nonnegative", u, "sqrt")
    return power(u, HALF)


def _divide(c: Conditions, a: Term, b: Term, reason: str = "division") -> Term:
    c.need("nonzero", b, reason)
    return mul([a, power(b, fmpq(-1))])


def _log(c: Conditions, u: Term) -> Term:
    c.need("positive", u, "log")
    return make("log", u)


def _unit(c: Conditions, name: str, u: Term) -> Term:
    c.need("nonnegative", add([ONE, neg(u)]), name)
    c.need("nonnegative", add([ONE, u]), name)
    return make(name, u)


def _gamma_call(c: Conditions, name: str, u: Term) -> Term:
    """Real gamma functions are used on (0, inf) only."""
    c.need("positive", u, name)
    return make(name, u)


def _bessel(c: Conditions, nu: Term, u: Term) -> Term:
    """I_nu(u): kept as ``besseli`` until quotients have been recognised (``verify.proving.simplify``)."""
    if is_number(nu) and int(nu.value.q) == 1:
        return apply("besseli", number(abs(nu.value)), u)
    c.need("positive", add([nu, ONE]), "besseli (order > -1)")
    strict = not (is_number(nu) and nu.value > 0)
    c.need("positive" if strict else "nonnegative", u, "besseli (argument, non-integer order)")
    return apply("besseli", nu, u)


def _bessel_ratio(c: Conditions, mu: Term, u: Term) -> Term:
    c.need("nonnegative", add([mu, number(-HALF)]), "besselratio (mu >= 1/2)")
    return make("besselratio", mu, u)


def _betainc(c: Conditions, a: Term, b: Term, x: Term) -> Term:
    c.need("positive", a, "betainc")
    c.need("positive", b, "betainc")
    c.need("nonnegative", x, "betainc")
    c.need("nonnegative", add([ONE, neg(x)]), "betainc")
    return make("betainc", a, b, x)


def _beta(c: Conditions, a: Term, b: Term) -> Term:
    top = mul([_gamma_call(c, "gamma", a), _gamma_call(c, "gamma", b)])
    return mul([top, power(_gamma_call(c, "gamma", add([a, b])), fmpq(-1))])


def _rising(a: Term, n: int) -> Term:
    return mul([add([a, number(i)]) for i in range(n)]) if n else ONE


def _binomial(c: Conditions, n: Term, k: Term) -> Term:
    if is_number(k) and int(k.value.q) == 1:
        j = _int(k, "the lower index of binomial")
        return mul([_rising(add([n, number(1 - j)]), j), number(fmpq(1, factorial(j)))])
    top = _gamma_call(c, "gamma", add([n, ONE]))
    below = [_gamma_call(c, "gamma", add([k, ONE])), _gamma_call(c, "gamma", add([n, neg(k), ONE]))]
    return mul([top, *below], [fmpq(1), fmpq(-1), fmpq(-1)])


def _gegenbauer(c: Conditions, n: Term, lam: Term, t: Term) -> Term:
    """C_n^lam(t), DLMF 18.5.10."""
    degree = _int(n, "the degree of gegenbauer")
    terms, scale = [], []
    for k in range(degree // 2 + 1):
        terms.append(mul([_rising(lam, degree - k), power(t, fmpq(degree - 2 * k))]))
        scale.append(fmpq((-1) ** k * 2 ** (degree - 2 * k), factorial(k) * factorial(degree - 2 * k)))
    return add(terms, scale)


def legendre_term(m: int, k: int, t: Term) -> Term:
    """P_k of dimension m+1 (theory A2) as a polynomial in ``t``."""
    from theory.harmonics import legendre

    coefs = legendre(m, k).coeffs()
    return add([power(t, fmpq(j)) for j in range(len(coefs))], [fmpq(q) for q in coefs])


def _legendre_d(c: Conditions, m: Term, k: Term, t: Term) -> Term:
    if is_number(m) and is_number(k):
        return legendre_term(_int(m, "m", 1, 100_000), _int(k, "the degree"), t)
    c.need("nonnegative", add([ONE, neg(t)]), "legendre_d (symbolic degree)")
    c.need("nonnegative", add([ONE, t]), "legendre_d (symbolic degree)")
    c.need("nonnegative", add([m, number(-1)]), "legendre_d (m >= 1)")
    c.need("nonnegative", k, "legendre_d (k >= 0)")
    c.need("integer", k, "legendre_d (|P_k| <= 1 and P_k(1) = 1 are theorems about integers k)")
    return make("legendresymbol", m, k, t)


def _legendre(c: Conditions, n: Term, t: Term) -> Term:
    return _legendre_d(c, number(2), n, t)


def _chebyshev(c: Conditions, n: Term, t: Term) -> Term:
    return _legendre_d(c, ONE, n, t)


def _dimension(c: Conditions, m: Term, k: Term) -> Term:
    from theory.harmonics import dimension

    return number(dimension(_int(m, "m", 1, 100_000), _int(k, "k", 0, 100_000)))


def _eigenvalue(c: Conditions, m: Term, k: Term, lam: Term) -> Term:
    """phihat_k = (lam/2)^k Gamma(nu+1)/Gamma(nu+k+1) 0F1(nu+k+1; lam^2/4) (theory A5)."""
    mi, ki = _int(m, "m", 1, 1000), _int(k, "k", 0, 1000)
    nu = fmpq(mi - 1, 2)
    scale = fmpq(1, 2**ki)
    for j in range(1, ki + 1):
        scale = scale / (nu + j)
    return add([mul([power(lam, fmpq(ki)), make("besseln", number(nu + ki), lam)])], [scale])


def _smoothing(c: Conditions, m: Term, k: Term, lam: Term) -> Term:
    """a_k = I_{nu+k}/I_nu (theory A8) as a product of ratios."""
    mi, ki = _int(m, "m", 1, 1000), _int(k, "k", 0, 1000)
    nu = fmpq(mi - 1, 2)
    return mul([make("besselratio", number(nu + j), lam) for j in range(1, ki + 1)]) if ki else ONE


def _tail(c: Conditions, m: Term, K: Term, lam: Term) -> Term:
    mi, Ki = _int(m, "m", 1, 1000), _int(K, "K", 0, 150)
    c.need("nonnegative", lam, "tail")
    return mul([power(lam, fmpq(Ki + 1)), make("tailn", number(mi), number(Ki), lam)])


def _cap(c: Conditions, m: Term, t: Term) -> Term:
    """sigma(cap_t), 0 <= t <= pi/2 (theory A11)."""
    c.need("nonnegative", t, "cap")
    c.need("nonnegative", add([PI, t], [HALF, fmpq(-1)]), "cap (t <= pi/2)")
    square = power(make("sin", t), fmpq(2))
    half_m = mul([m, number(HALF)])
    c.need("positive", half_m, "cap")
    return add([make("betainc", half_m, number(HALF), square)], [HALF])


def _tan(c: Conditions, u: Term) -> Term:
    c.need("nonzero", make("cos", u), "tan")
    return make("tan", u)


def _fold(name: str) -> Callable[..., Term]:
    def build(c: Conditions, *args: Term) -> Term:
        out = args[0]
        for a in args[1:]:
            out = make(name, out, a)
        return out

    return build


def _simple(name: str) -> Callable[[Conditions, Term], Term]:
    return lambda c, u: make(name, u)


def _polygamma(c: Conditions, n: Term, u: Term) -> Term:
    order = _int(n, "the order of polygamma", 0, 50)
    c.need("positive", u, "polygamma")
    return make("polygamma", n, u) if order else make("digamma", u)


# name -> (smallest number of arguments, largest or None, builder)
FUNCTIONS: Final[dict[str, tuple[int, int | None, Callable[..., Term]]]] = {
    **{
        name: (1, 1, _simple(name))
        for name in ("exp", "sin", "cos", "sinh", "cosh", "tanh", "asinh", "atan", "erf", "abs")
    },
    "sqrt": (1, 1, _sqrt),
    "log": (1, 1, _log),
    "tan": (1, 1, _tan),
    "cot": (1, 1, lambda c, u: _divide(c, make("cos", u), make("sin", u), "cot")),
    "sec": (1, 1, lambda c, u: _divide(c, ONE, make("cos", u), "sec")),
    "csc": (1, 1, lambda c, u: _divide(c, ONE, make("sin", u), "csc")),
    "coth": (1, 1, lambda c, u: _divide(c, make("cosh", u), make("sinh", u), "coth")),
    "sech": (1, 1, lambda c, u: mul([power(make("cosh", u), fmpq(-1))])),
    "asin": (1, 1, lambda c, u: _unit(c, "asin", u)),
    "acos": (1, 1, lambda c, u: _unit(c, "acos", u)),
    "acosh": (1, 1, lambda c, u: _log(c, add([u, _sqrt(c, add([power(u, fmpq(2)), number(-1)]))]))),
    "atanh": (
        1,
        1,
        lambda c, u: add([_log(c, add([ONE, u])), _log(c, add([ONE, neg(u)]))], [HALF, -HALF]),
    ),
    "erfc": (1, 1, lambda c, u: make("erfc", u)),
    "gamma": (1, 1, lambda c, u: _gamma_call(c, "gamma", u)),
    "lgamma": (1, 1, lambda c, u: _gamma_call(c, "lgamma", u)),
    "digamma": (1, 1, lambda c, u: _gamma_call(c, "digamma", u)),
    "trigamma": (1, 1, lambda c, u: _polygamma(c, ONE, u)),
    "polygamma": (2, 2, _polygamma),
    "factorial": (1, 1, lambda c, n: _gamma_call(c, "gamma", add([n, ONE]))),
    "beta": (2, 2, _beta),
    "betainc": (3, 3, _betainc),
    "binomial": (2, 2, _binomial),
    "besseli": (2, 2, _bessel),
    "besselratio": (2, 2, _bessel_ratio),
    "gegenbauer": (3, 3, _gegenbauer),
    "legendre": (2, 2, _legendre),
    "chebyshev": (2, 2, _chebyshev),
    "legendre_d": (3, 3, _legendre_d),
    "dimension": (2, 2, _dimension),
    "eigenvalue": (3, 3, _eigenvalue),
    "coefficient": (3, 3, lambda c, m, k, lam: mul([_dimension(c, m, k), _eigenvalue(c, m, k, lam)])),
    "smoothing": (3, 3, _smoothing),
    "tail": (3, 3, _tail),
    "cap": (2, 2, _cap),
    "max": (1, None, _fold("max")),
    "min": (1, None, _fold("min")),
}
ALIASES: Final = {
    "ln": "log", "arcsin": "asin", "arccos": "acos", "arctan": "atan", "psi": "digamma", "arsinh": "asinh",
    "loggamma": "lgamma", "Abs": "abs", "Max": "max", "Min": "min", "legendre_p": "legendre", "bessel_i": "besseli",
}  # fmt: skip


def call(conditions: Conditions, name: str, args: list[Term]) -> Term:
    """The user's ``name(args)`` as a term; records side conditions.  Raises `InputError` on a wrong number of
    arguments."""
    low, high, build = FUNCTIONS[name]
    if len(args) < low or (high is not None and len(args) > high):
        wanted = f"{low}" if high == low else f"at least {low}"
        raise InputError(f"{name} takes {wanted} argument(s); got {len(args)}")
    return build(conditions, *args)


def raise_to(conditions: Conditions, base: Term, exponent: Term) -> Term:
    """base ** exponent: integer, rational (base >= 0) or real (base > 0) exponents."""
    if is_number(exponent):
        e = exponent.value
        if int(e.q) == 1:
            if e < 0:
                conditions.need("nonzero", base, "a negative power")
        else:
            conditions.need("positive" if e < 0 else "nonnegative", base, "a fractional power")
        return power(base, e)
    conditions.need("positive", base, "a power with a variable exponent")
    return make("exp", mul([exponent, make("log", base)]))
