"""Ball enclosures of the prover's primitive functions: range, partial derivatives and Taylor jets over wide balls.

FLINT encloses a function tightly at a point but loosely over a wide ball, so every function that is monotone is
evaluated at the end points of its arguments; the facts used are stated at each function.  Undefined or unknown is
NaN, which no certain comparison accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from flint import arb, arb_poly, arb_series, ctx, fmpq

__all__ = ["KERNEL", "NAN", "Primitive", "integer_power", "jet_power", "rational_power"]

NAN = arb("nan")
_ZERO, _ONE = arb(0), arb(1)
_THIN = arb(2) ** -40


def _integer(x: arb) -> int:
    n = x.unique_fmpz()
    if n is None:
        raise ValueError("an integer parameter is not known exactly")
    return int(n)


def _thin(x: arb) -> bool:
    return bool(x.rad() <= _THIN * abs(x))


def _rising(point: Callable[[arb], arb]) -> Callable[[arb], arb]:
    """Range of a monotone function by its end points."""

    def value(x: arb) -> arb:
        return point(x) if _thin(x) else point(x.lower()).union(point(x.upper()))

    return value


def _clamped(x: arb) -> tuple[arb, arb]:
    """End points of x cut to [0, inf); the caller knows that the true argument is nonnegative."""
    low, high = x.lower(), x.upper()
    return (low if low > 0 else _ZERO), (high if high > 0 else _ZERO)


def integer_power(x: arb, n: int) -> arb:
    """x**n over a ball, tight for even and odd n; NaN when n < 0 and the ball contains 0."""
    if n < 0:
        return _ONE / integer_power(x, -n) if (x > 0 or x < 0) else NAN
    if n == 1:
        return x
    if _thin(x):
        return x**n
    if n % 2:
        return (x.lower() ** n).union(x.upper() ** n)
    return (x.abs_lower() ** n).union(x.abs_upper() ** n)


def rational_power(x: arb, e: fmpq) -> arb:
    """x**e for x >= 0 (the caller knows x >= 0; a ball that reaches below 0 is cut); NaN when e < 0 and 0 is inside."""
    p, q = int(e.p), int(e.q)
    if q == 1:
        return integer_power(x, p)
    if not x.is_finite():
        return NAN
    low, high = _clamped(x)
    if p < 0 and not low > 0:
        return NAN
    if _thin(x) and x > 0:
        return x.root(q) ** p if q != 2 else x.sqrt() ** p
    return (low.root(q) ** p).union(high.root(q) ** p)


def jet_power(x: arb, e: fmpq, n: int) -> list[arb]:
    """Taylor coefficients 0..n of u -> u**e over the ball x."""
    out, c = [], fmpq(1)
    for j in range(n + 1):
        out.append(arb(c) * rational_power(x, e - j) if c != 0 else _ZERO)
        c = c * (e - j) / (j + 1)
    return out


@dataclass(frozen=True)
class Primitive:
    """One primitive: ``value(*balls)``; ``partials(balls, value)`` (NaN where unknown); ``jet(*balls, n)`` in the
    last ball."""

    arity: int
    value: Callable[..., arb]
    partials: Callable[[Sequence[arb], arb], list[arb]]
    jet: Callable[..., list[arb]] | None = None


def _series(method: str) -> Callable[[arb, int], list[arb]]:
    def jet(x: arb, n: int) -> list[arb]:
        old, ctx.cap = ctx.cap, n + 1  # FLINT series are cut silently at ctx.cap, and coefficients beyond read as 0
        try:
            s = getattr(arb_series([x, 1], n + 1), method)()
            return [s[j] for j in range(n + 1)] if s.prec == n + 1 else [NAN] * (n + 1)
        finally:
            ctx.cap = old

    return jet


def _jet_exp(x: arb, n: int) -> list[arb]:
    out = [_exp(x)]
    for j in range(1, n + 1):
        out.append(out[-1] / j)
    return out


def _jet_log(x: arb, n: int) -> list[arb]:
    return [_log(x)] + [arb(fmpq((-1) ** (j + 1), j)) * integer_power(x, -j) for j in range(1, n + 1)]


def _jet_cycle(first: arb, second: arb, third: int, n: int) -> list[arb]:
    """f, f', third f, third f', ... over factorials (third = -1: circular, +1: hyperbolic)."""
    out, factorial = [], arb(1)
    for j in range(n + 1):
        factorial = factorial * max(j, 1)
        out.append((first, second)[j % 2] * (third if (j // 2) % 2 else 1) / factorial)
    return out


def _jet_riccati(value: arb, sign: int, n: int) -> list[arb]:
    """y' = 1 + sign y^2 (tan: +, tanh: -)."""
    y = [value]
    for j in range(n):
        s = sum((y[i] * y[j - i] for i in range(1, j)), _ZERO)
        s = s + (2 * y[0] * y[j] if j else integer_power(y[0], 2))
        y.append(((_ONE if j == 0 else _ZERO) + sign * s) / (j + 1))
    return y


_exp = _rising(lambda x: x.exp())


def _log(x: arb) -> arb:
    return _rising(lambda u: u.log())(x) if x > 0 else NAN


_sinh, _tanh = _rising(lambda x: x.sinh()), _rising(lambda x: x.tanh())
_atan, _asinh, _erf = _rising(lambda x: x.atan()), _rising(lambda x: x.asinh()), _rising(lambda x: x.erf())


def _cosh(x: arb) -> arb:
    return x.cosh() if _thin(x) else x.abs_lower().cosh().union(x.abs_upper().cosh())


def _cut(x: arb) -> tuple[arb, arb]:
    """End points cut to [-1, 1]; the caller knows that the true argument lies there."""
    low, high = x.lower(), x.upper()
    return (low if low > -1 else arb(-1)), (high if high < 1 else arb(1))


def _asin(x: arb) -> arb:
    if not x.is_finite():
        return NAN
    low, high = _cut(x)
    return low.asin().union(high.asin())


def _acos(x: arb) -> arb:
    if not x.is_finite():
        return NAN
    low, high = _cut(x)
    return low.acos().union(high.acos())


def _tan(x: arb) -> arb:
    return _rising(lambda u: u.tan())(x) if _thin(x) or x.cos() > 0 or x.cos() < 0 else NAN


@lru_cache(maxsize=8)
def _gamma_minimum(prec: int) -> tuple[arb, arb]:
    """A ball around the minimiser of gamma on (0, inf), where gamma >= 0.885603194..."""
    x = arb("1.46163214496836234126", "1e-19")
    return x, arb("0.8856031944108887003", "1e-17")


def _gamma(x: arb) -> arb:
    if _thin(x) or not x > 0:
        return x.gamma() if _thin(x) else NAN
    low, high = x.lower(), x.upper()
    out = low.gamma().union(high.gamma())
    turn, least = _gamma_minimum(ctx.prec)
    return out if (x < turn or x > turn) else out.union(least)


def _lgamma(x: arb) -> arb:
    if not x > 0:
        return NAN
    if _thin(x):
        return x.lgamma()
    out = x.lower().lgamma().union(x.upper().lgamma())
    turn, least = _gamma_minimum(ctx.prec)
    return out if (x < turn or x > turn) else out.union(least.log())


def _digamma(x: arb) -> arb:  # increasing on (0, inf)
    if x > 0:
        return _rising(lambda u: u.digamma())(x)
    return x.digamma() if _thin(x) else NAN


def _polygamma(k: arb, x: arb) -> arb:
    """psi^(k)(x) = (-1)^(k+1) k! zeta(k+1, x), k >= 1, x > 0: monotone in x."""
    if not x > 0 or not k >= 1 or not k.is_integer():
        return NAN
    n = _integer(k)
    sign = 1 if n % 2 else -1
    at = _rising(lambda u: arb(n + 1).zeta(u))
    return sign * arb(n).fac() * at(x)


def _jet_polygamma(k: arb, x: arb, n: int) -> list[arb]:
    out, factorial = [], arb(1)
    for j in range(n + 1):
        factorial = factorial * max(j, 1)
        out.append(_polygamma(k + j, x) / factorial)
    return out


def _jet_digamma(x: arb, n: int) -> list[arb]:
    out, factorial = [_digamma(x)], arb(1)
    for j in range(1, n + 1):
        factorial = factorial * j
        out.append(_polygamma(arb(j), x) / factorial)
    return out


def _jet_lgamma(x: arb, n: int) -> list[arb]:
    return [_lgamma(x)] + [c / (j + 1) for j, c in enumerate(_jet_digamma(x, n - 1))] if n else [_lgamma(x)]


def _jet_gamma(x: arb, n: int) -> list[arb]:
    """gamma' = gamma psi."""
    psi, y = _jet_digamma(x, n), [_gamma(x)]
    for j in range(n):
        y.append(sum((y[i] * psi[j - i] for i in range(j + 1)), _ZERO) / (j + 1))
    return y


def _gamma_ratio(d: arb, u: arb) -> arb:
    """Gamma(u+d)/Gamma(u), u > 0, d >= 0: increasing in u because psi is; d is a constant."""
    if not (u > 0 and d >= 0):
        return NAN
    return _rising(lambda v: (v + d).gamma() / v.gamma() if v < 200 else ((v + d).lgamma() - v.lgamma()).exp())(u)


def _psi_gap(d: arb, u: arb) -> arb:
    """psi(u+d) - psi(u), d >= 0: decreasing in u because psi' is."""
    return _rising(lambda v: (v + d).digamma() - v.digamma())(u)


def _polygamma_gap(k: arb, d: arb) -> Callable[[arb], arb]:
    return lambda v: _polygamma(k, v + d) - _polygamma(k, v)


def _jet_gamma_ratio(d: arb, u: arb, n: int) -> list[arb]:
    if not (u > 0 and d >= 0):
        return [NAN] * (n + 1)
    gap, factorial = [_psi_gap(d, u)], arb(1)
    for j in range(1, n + 1):
        factorial = factorial * j
        k = arb(j)
        gap.append(_rising(_polygamma_gap(k, d))(u) / factorial)  # monotone in v
    y = [_gamma_ratio(d, u)]
    for j in range(n):
        y.append(sum((y[i] * gap[j - i] for i in range(j + 1)), _ZERO) / (j + 1))
    return y


def _bessel_point(nu: arb, x: arb) -> arb:
    return (x * x / 4).hypgeom_0f1(nu + 1)


def _bessel_normal(nu: arb, x: arb) -> arb:
    """Gamma(nu+1) (2/x)^nu I_nu(x) = 0F1(nu+1; x^2/4), nu > -1: even, rising in |x|, falling in nu (termwise)."""
    if not nu > -1 or not x.is_finite():
        return NAN
    low, high = (nu, nu) if nu.is_exact() else (nu.lower(), nu.upper())
    if _thin(x):
        return _bessel_point(low, x) if nu.is_exact() else _bessel_point(low, x).union(_bessel_point(high, x))
    return _bessel_point(high, x.abs_lower()).union(_bessel_point(low, x.abs_upper()))


def _bessel_normal_partials(a: Sequence[arb], _: arb) -> list[arb]:
    nu, x = a
    return [NAN, x / (2 * (nu + 1)) * _bessel_normal(nu + 1, x)]


def _jet_bessel_normal(nu: arb, x: arb, n: int) -> list[arb]:
    """With w = x^2/4 the j-th derivative of 0F1(nu+1; w) is 0F1(nu+1+j; w)/(nu+1)_j; then w = (x+t)^2/4."""
    inner = [_ZERO, x / 2, arb(fmpq(1, 4))]
    total, scale, power = [_ZERO] * (n + 1), _ONE, [_ONE] + [_ZERO] * n
    for j in range(n + 1):
        f = _bessel_normal(nu + j, x) / scale
        total = [a + f * b for a, b in zip(total, power, strict=True)]
        scale = scale * (nu + 1 + j) * (j + 1)
        power = [
            (power[i - 1] * inner[1] if i >= 1 else _ZERO) + (power[i - 2] * inner[2] if i >= 2 else _ZERO)
            for i in range(n + 1)
        ]
    return total


def _ratio_point(mu: arb, x: arb) -> arb:
    w = x * x / 4
    return x / (2 * mu) * w.hypgeom_0f1(mu + 1) / w.hypgeom_0f1(mu)


def _signed_ratio(mu_small: arb, mu_large: arb, x: arb, lower: bool) -> arb:
    """r is odd and increasing in x, and |r| falls with mu: the extreme mu depends on the sign of x."""
    take_small = (x < 0) if lower else (x > 0)
    return _ratio_point(mu_small if take_small else mu_large, x)


def _bessel_ratio(mu: arb, x: arb) -> arb:
    """I_mu(x)/I_{mu-1}(x), mu >= 1/2: odd, increasing in x, and falling in mu for x > 0.

    (In mu: s = dr/dmu solves s' = -((2mu-1)/x + 2r) s - 2r/x with s(0) = 0, so s < 0.  In x: theory A9 with the Riccati
    equation r' = 1 - (2mu-1)/x r - r^2, positive below the upper bound of A9.)
    """
    if not mu >= 0.5 or not x.is_finite():
        return NAN
    if mu.is_exact():
        return _rising(lambda u: _ratio_point(mu, u))(x)
    low, high = mu.lower(), mu.upper()
    if not low >= 0.5:
        low = arb(0.5)
    return _signed_ratio(low, high, x.lower(), True).union(_signed_ratio(low, high, x.upper(), False))


def _bessel_ratio_partials(a: Sequence[arb], value: arb) -> list[arb]:
    """r' = 1 - (2mu-1) r/x - r^2 with r/x = 1/(2mu + x r_{mu+1}), monotone because x r_{mu+1} is."""
    mu, x = a
    slope = _ONE / (2 * mu + x * _bessel_ratio(mu + 1, x)) if not x.contains(0) else _ratio_over_x(mu, x)
    return [NAN, _ONE - (2 * mu - 1) * slope - integer_power(value, 2)]


def _ratio_over_x(mu: arb, x: arb) -> arb:
    top = x.abs_upper()
    return (_ONE / (2 * mu)).union(_ONE / (2 * mu + top * _bessel_ratio(mu + 1, top)))


def _beta_point(a: arb, b: arb, x: arb) -> arb:
    if x.is_zero():
        return _ZERO
    if x < 0.5:
        return x.beta_lower(a, b, 1)
    return _ONE - (_ONE - x).beta_lower(b, a, 1)


def _betainc(a: arb, b: arb, x: arb) -> arb:
    """Regularised incomplete beta function: increasing in x and in b, decreasing in a."""
    if not (a > 0 and b > 0) or not x.is_finite():
        return NAN
    low, high = _clamped(x)
    low, high = (low if low < 1 else _ONE), (high if high < 1 else _ONE)
    if a.is_exact() and b.is_exact():
        return _beta_point(a, b, low).union(_beta_point(a, b, high))
    return _beta_point(a.upper(), b.lower(), low).union(_beta_point(a.lower(), b.upper(), high))


def _betainc_partials(args: Sequence[arb], _: arb) -> list[arb]:
    a, b, x = args
    density = ((a - 1) * _log(x) + (b - 1) * _log(_ONE - x) - a.lgamma() - b.lgamma() + (a + b).lgamma()).exp()
    return [NAN, NAN, density]


TAIL_TERMS = 260


@lru_cache(maxsize=64)
def tail_coefficients(m: int, terms: int, prec: int) -> tuple[tuple[arb, ...], ...]:
    """Row n holds [lam^n] A_k for k = 0..n (theory A5, A6); each is nonnegative and the row sums to 1/n!."""
    from theory.harmonics import dimension

    nu = fmpq(m - 1, 2)
    start, rows = [arb(dimension(m, 0))], []
    lead = fmpq(1)  # Gamma(nu+1)/Gamma(nu+k+1)
    leads = [lead]
    for k in range(1, terms):
        lead = lead / (nu + k)
        leads.append(lead)
        start.append(arb(dimension(m, k)))
    for n in range(terms):
        row = [_ZERO] * (n + 1)
        for k in range(n % 2, n + 1, 2):
            j = (n - k) // 2
            low = fmpq(nu + k + 1)
            row[k] = start[k] * arb(leads[k]) / (arb(low).rising(j) * arb(j).fac() * arb(2) ** n)
        rows.append(tuple(row))
    return tuple(rows)


@lru_cache(maxsize=4096)
def _tail_poly(m: int, K: int, prec: int) -> arb_poly:
    """Coefficients of tau_K(lam)/lam^(K+1) up to lam^(TAIL_TERMS-K-2)."""
    rows = tail_coefficients(m, TAIL_TERMS, prec)
    return arb_poly([sum(rows[n][K + 1 :], _ZERO) for n in range(K + 1, TAIL_TERMS)])


def _tail_point(m: int, K: int, x: arb, order: int) -> arb:
    """The order-th derivative of tau_K(x)/x^(K+1) over order!, x >= 0 exact; remainder: coefficients <= 1/n!, n >=
    TAIL_TERMS."""
    p = _tail_poly(m, K, ctx.prec)
    for _ in range(order):
        p = p.derivative()
    value = p(x) / arb(order).fac()
    n = TAIL_TERMS - K - 1  # first missing power; term ratio of C(n,order) x^(n-order)/(n+K+1)! is at most q
    q = x * fmpq(n + 1, n + 1 - order) / TAIL_TERMS
    if not q < 1:
        return NAN
    first = arb(n).bin(order) * x ** (n - order) / arb(TAIL_TERMS).fac()
    return value + _ZERO.union(first / (_ONE - q))


def _tail_args(m: arb, K: arb) -> tuple[int, int]:
    return _integer(m), _integer(K)


def _tail_jet(m: arb, K: arb, x: arb, n: int) -> list[arb]:
    if not x.is_finite():
        return [NAN] * (n + 1)
    mi, Ki = _tail_args(m, K)
    low, high = _clamped(x)
    return [_tail_point(mi, Ki, low, j).union(_tail_point(mi, Ki, high, j)) for j in range(n + 1)]


def _tail(m: arb, K: arb, x: arb) -> arb:
    """tau_K(x)/x^(K+1) on x >= 0: a power series with nonnegative coefficients, so every derivative is increasing."""
    return _tail_jet(m, K, x, 0)[0]


def _legendre(m: arb, k: arb, t: arb) -> arb:
    """P_k of dimension m+1 for a symbolic degree: only |P_k| <= 1 on [-1, 1] (theory A2) is used."""
    return arb(0, 1) if bool(t >= -1) and bool(t <= 1) else NAN


def _absolute(x: arb) -> arb:
    return abs(x) if x > 0 or x < 0 else x.abs_lower().union(x.abs_upper())


def _sign_hull(x: arb) -> arb:
    return _ONE if x > 0 else -_ONE if x < 0 else arb(0, 1)


def _maximum(a: arb, b: arb) -> arb:
    if a >= b:
        return a
    if b >= a:
        return b
    return a.lower().max(b.lower()).union(a.upper().max(b.upper()))


def _minimum(a: arb, b: arb) -> arb:
    return -_maximum(-a, -b)


def _choice(first: bool, second: bool) -> list[arb]:
    if first:
        return [_ONE, _ZERO]
    if second:
        return [_ZERO, _ONE]
    return [_ZERO.union(_ONE), _ZERO.union(_ONE)]


def _one(partial: Callable[[arb, arb], arb]) -> Callable[[Sequence[arb], arb], list[arb]]:
    return lambda a, v: [partial(a[0], v)]


def _pole_root(x: arb) -> arb:
    """1/sqrt(1-x^2), NaN when the ball reaches -1 or 1."""
    return rational_power((_ONE - x) * (_ONE + x), fmpq(-1, 2)) if x < 1 and x > -1 else NAN


def _two_over_root_pi() -> arb:
    return 2 / arb.const_sqrt_pi()


KERNEL: dict[str, Primitive] = {
    "exp": Primitive(1, _exp, _one(lambda x, v: v), _jet_exp),
    "log": Primitive(1, _log, _one(lambda x, v: integer_power(x, -1)), _jet_log),
    "sin": Primitive(
        1, lambda x: x.sin(), _one(lambda x, v: x.cos()), lambda x, n: _jet_cycle(x.sin(), x.cos(), -1, n)
    ),
    "cos": Primitive(
        1, lambda x: x.cos(), _one(lambda x, v: -x.sin()), lambda x, n: _jet_cycle(x.cos(), -x.sin(), -1, n)
    ),
    "tan": Primitive(1, _tan, _one(lambda x, v: 1 + integer_power(v, 2)), lambda x, n: _jet_riccati(_tan(x), 1, n)),
    "asin": Primitive(1, _asin, _one(lambda x, v: _pole_root(x)), _series("asin")),
    "acos": Primitive(1, _acos, _one(lambda x, v: -_pole_root(x)), _series("acos")),
    "atan": Primitive(1, _atan, _one(lambda x, v: 1 / (1 + integer_power(x, 2))), _series("atan")),
    "sinh": Primitive(1, _sinh, _one(lambda x, v: _cosh(x)), lambda x, n: _jet_cycle(_sinh(x), _cosh(x), 1, n)),
    "cosh": Primitive(1, _cosh, _one(lambda x, v: _sinh(x)), lambda x, n: _jet_cycle(_cosh(x), _sinh(x), 1, n)),
    "tanh": Primitive(1, _tanh, _one(lambda x, v: 1 - integer_power(v, 2)), lambda x, n: _jet_riccati(_tanh(x), -1, n)),
    "asinh": Primitive(1, _asinh, _one(lambda x, v: rational_power(1 + integer_power(x, 2), fmpq(-1, 2))), None),
    "erf": Primitive(1, _erf, _one(lambda x, v: _two_over_root_pi() * _exp(-integer_power(x, 2))), _series("erf")),
    "erfc": Primitive(
        1,
        _rising(lambda x: x.erfc()),
        _one(lambda x, v: -_two_over_root_pi() * _exp(-integer_power(x, 2))),
        _series("erfc"),
    ),
    "gamma": Primitive(1, _gamma, _one(lambda x, v: v * _digamma(x)), _jet_gamma),
    "lgamma": Primitive(1, _lgamma, _one(lambda x, v: _digamma(x)), _jet_lgamma),
    "digamma": Primitive(1, _digamma, _one(lambda x, v: _polygamma(_ONE, x)), _jet_digamma),
    "polygamma": Primitive(2, _polygamma, lambda a, v: [NAN, _polygamma(a[0] + 1, a[1])], _jet_polygamma),
    "gammaratio": Primitive(2, _gamma_ratio, lambda a, v: [NAN, v * _psi_gap(a[0], a[1])], _jet_gamma_ratio),
    "besseln": Primitive(2, _bessel_normal, _bessel_normal_partials, _jet_bessel_normal),
    "besselratio": Primitive(2, _bessel_ratio, _bessel_ratio_partials, None),
    "betainc": Primitive(3, _betainc, _betainc_partials, None),
    "tailn": Primitive(3, _tail, lambda a, v: [NAN, NAN, _tail_jet(a[0], a[1], a[2], 1)[1]], _tail_jet),
    "legendresymbol": Primitive(3, _legendre, lambda a, v: [NAN, NAN, NAN], None),
    "abs": Primitive(1, _absolute, _one(lambda x, v: _sign_hull(x)), None),
    "max": Primitive(2, _maximum, lambda a, v: _choice(bool(a[0] >= a[1]), bool(a[1] >= a[0])), None),
    "min": Primitive(2, _minimum, lambda a, v: _choice(bool(a[0] <= a[1]), bool(a[1] <= a[0])), None),
}
