"""The functions of the statement language against mpmath and scipy: same definitions, same argument order."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, exp, pi, sin
from typing import Any

import mpmath
import pytest
from flint import arb
from scipy import integrate, special

from theory.balls import precision
from verify.proving.enclose import Tape
from verify.proving.functions import Conditions
from verify.proving.simplify import lower
from verify.proving.syntax import parse_term
from verify.proving.terms import substitute


def _eigenvalue(m: int, k: int, lam: float) -> float:
    """int e^(lam t) P_k(t) dmu over the probability measure (1-t^2)^((m-2)/2) dt (theory A4, A5)."""
    nu = (m - 1) / 2

    def harmonic(t: float) -> float:
        if m == 1:
            return float(special.eval_chebyt(k, t))
        return float(special.eval_gegenbauer(k, nu, t) / special.eval_gegenbauer(k, nu, 1.0))

    # t = cos(a): dmu = sin(a)^(m-1) da / int sin^(m-1)
    top = integrate.quad(lambda a: exp(lam * cos(a)) * harmonic(cos(a)) * sin(a) ** (m - 1), 0, pi)[0]
    return top / integrate.quad(lambda a: sin(a) ** (m - 1), 0, pi)[0]


def _dimension(m: int, k: int) -> int:
    from math import comb

    return comb(k + m, m) - (comb(k + m - 2, m) if k >= 2 else 0)


def _tail(m: int, K: int, lam: float) -> float:
    return float(mpmath.exp(lam)) - sum(_dimension(m, k) * _eigenvalue(m, k, lam) for k in range(K + 1))


ORACLES: list[tuple[str, Callable[[float], Any]]] = [
    ("besseli(1,x)", lambda x: mpmath.besseli(1, x)),
    ("besseli(5/2,x)", lambda x: mpmath.besseli(2.5, x)),
    ("besseli(-1/2,x)", lambda x: mpmath.besseli(-0.5, x)),
    ("besselratio(3/2,x)", lambda x: mpmath.besseli(1.5, x) / mpmath.besseli(0.5, x)),
    ("gamma(x)", mpmath.gamma),
    ("lgamma(x)", mpmath.loggamma),
    ("digamma(x)", mpmath.digamma),
    ("trigamma(x)", lambda x: mpmath.polygamma(1, x)),
    ("polygamma(2,x)", lambda x: mpmath.polygamma(2, x)),
    ("beta(x,1/3)", lambda x: mpmath.beta(x, mpmath.mpf(1) / 3)),
    ("betainc(2,1/2,x/9)", lambda x: mpmath.betainc(2, 0.5, 0, x / 9, regularized=True)),
    ("betainc(1/2,3,x/9)", lambda x: mpmath.betainc(0.5, 3, 0, x / 9, regularized=True)),
    ("erf(x)", mpmath.erf),
    ("erfc(x)", mpmath.erfc),
    ("binomial(x+4,3)", lambda x: mpmath.binomial(x + 4, 3)),
    ("binomial(x+4,x)", lambda x: mpmath.binomial(x + 4, x)),
    ("factorial(x)", mpmath.factorial),
    ("gegenbauer(4,3/2,x/9)", lambda x: mpmath.gegenbauer(4, 1.5, x / 9)),
    ("legendre(5,x/9)", lambda x: mpmath.legendre(5, x / 9)),
    ("chebyshev(6,x/9)", lambda x: mpmath.chebyt(6, x / 9)),
    ("legendre_d(4,3,x/9)", lambda x: mpmath.gegenbauer(3, 1.5, x / 9) / mpmath.gegenbauer(3, 1.5, 1)),
    ("eigenvalue(1,2,x)", lambda x: _eigenvalue(1, 2, x)),
    ("eigenvalue(2,3,x)", lambda x: _eigenvalue(2, 3, x)),
    ("eigenvalue(5,1,x)", lambda x: _eigenvalue(5, 1, x)),
    ("coefficient(3,2,x)", lambda x: _dimension(3, 2) * _eigenvalue(3, 2, x)),
    ("smoothing(4,2,x)", lambda x: _eigenvalue(4, 2, x) / _eigenvalue(4, 0, x)),
    ("tail(1,2,x)", lambda x: _tail(1, 2, x)),
    ("tail(4,1,x)", lambda x: _tail(4, 1, x)),
    ("cap(1,x/6)", lambda x: x / 6 / mpmath.pi),
    ("cap(2,x/6)", lambda x: (1 - mpmath.cos(x / 6)) / 2),
    ("acosh(1+x)", lambda x: mpmath.acosh(1 + x)),
    ("atanh(x/9)", lambda x: mpmath.atanh(x / 9)),
    ("asinh(x)", mpmath.asinh),
    ("coth(x)", mpmath.coth),
    ("sech(x)", mpmath.sech),
    ("sec(x/9)", lambda x: mpmath.sec(x / 9)),
    ("csc(x/9)", lambda x: mpmath.csc(x / 9)),
    ("cot(x/9)", lambda x: mpmath.cot(x / 9)),
    ("x**x", lambda x: mpmath.mpf(x) ** x),
    ("x**(-2/3)", lambda x: mpmath.mpf(x) ** (-mpmath.mpf(2) / 3)),
]


@pytest.mark.parametrize(("text", "oracle"), ORACLES, ids=[t for t, _ in ORACLES])
def test_same_function(text: str, oracle: Callable[[float], Any]) -> None:
    term = substitute(parse_term(text, frozenset("x"), Conditions()), {}, lower)
    tape = Tape(term, ("x",))
    for x in (0.375, 1.5, 6.25):
        with precision(128):
            ours = tape.value([arb(x)])
        assert ours.is_finite()
        other = float(mpmath.re(oracle(x)))
        assert abs(float(ours.mid()) - other) <= 1e-9 * max(1.0, abs(other)), (text, x)
        with precision(64):  # the wide ball contains the neighbours
            wide = tape.value([arb(x).union(arb(x + 0.25))])
        assert not wide.is_finite() or wide.overlaps(ours)
        assert not wide.is_finite() or wide.overlaps(tape.value([arb(x + 0.125)]))
