"""The symbols against the balls of theory: definitions and evalf are two independent ways to the same number."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
import sympy  # type: ignore[import-untyped]
from flint import arb, fmpq

from theory import harmonics, kernels, sphere
from theory.balls import precision
from theory.errors import HypothesisError
from theory.symbols import besselratio, cap, coefficient, dimension, eigenvalue, legendre_d, smoothing, tail

M, K = sympy.symbols("m k", integer=True, positive=True)
LAM = sympy.Symbol("lam", positive=True)
T = sympy.Symbol("t", real=True)
DEGREES = [(1, 0), (1, 1), (1, 4), (2, 0), (2, 3), (3, 2), (5, 6), (8, 1)]
LAMS = [fmpq(1, 4), fmpq(7, 2), fmpq(30)]


def rational(q: fmpq) -> Any:
    return sympy.Rational(int(q.p), int(q.q))


def near(expression: Any, enclosure: arb, digits: int = 25) -> bool:
    """Whether sympy's value agrees with every member of the enclosure to ``digits`` digits."""
    with precision(200):
        value = arb(str(expression.evalf(digits + 10)))
        return bool(abs(value - enclosure) < abs(enclosure) * arb(10) ** -digits)


CASES: list[tuple[Any, Callable[[int, int, fmpq], arb]]] = [
    (eigenvalue, kernels.eigenvalue),
    (coefficient, kernels.coefficient),
    (smoothing, kernels.ratio),
]


@pytest.mark.parametrize(("symbol", "balls"), CASES)
def test_kernels_by_definition_and_by_balls(symbol: Any, balls: Callable[[int, int, fmpq], arb]) -> None:
    for m, k in DEGREES:
        for lam in LAMS:
            with precision(160):
                value = balls(m, k, lam)
            expression = symbol(m, k, rational(lam))
            assert near(expression.doit() + 0, value), (symbol, m, k, lam)
            assert near(expression + 0, value), (symbol, m, k, lam)
            assert not near(expression.doit() * (1 + sympy.Rational(1, 10**20)), value)  # the test can fail


def test_dimensions_by_definition() -> None:  # theory A1, also where the second binomial would be wrong (m=1, k=0)
    for m in range(1, 7):
        for k in range(7):
            assert dimension(M, K).doit().subs({M: m, K: k}) == harmonics.dimension(m, k) == dimension(m, k)


def test_legendre_by_definition() -> None:  # theory A2
    for m in (1, 2, 3, 6):
        for k in range(8):
            polynomial = sympy.Poly(legendre_d(m, k, T).doit(), T)
            exact = [rational(c) for c in harmonics.legendre(m, k).coeffs()]
            assert polynomial.all_coeffs() == exact[::-1]
            assert abs(legendre_d(m, k, rational(fmpq(2, 7))).evalf(30) - polynomial.eval(sympy.Rational(2, 7))) < 1e-28


def test_legendre_of_symbolic_degree() -> None:
    general = legendre_d(M, K, T).doit()
    assert sympy.expand_func(general.subs({M: 4, K: 3})).equals(legendre_d(4, 3, T).doit())
    assert legendre_d(M, K, 1) == 1
    assert legendre_d(M, K, -1) == (-1) ** K
    assert legendre_d(M, 0, T) == 1
    assert legendre_d(M, 1, T) == T


@pytest.mark.parametrize(("m", "K"), [(1, 0), (2, 3), (4, 2)])
def test_tails_are_the_sum_of_their_terms(m: int, K: int) -> None:  # theory A7, against exp(lam) = sum A_k (A6)
    lam = sympy.Rational(3, 2)
    head = sum(coefficient(m, k, lam).doit().evalf(40) for k in range(K + 1))
    assert abs(tail(m, K, lam).evalf(30) + head - sympy.exp(lam).evalf(40)) < sympy.Float(10) ** -28
    formula = tail(m, K, LAM).doit(deep=False)
    assert isinstance(formula, sympy.Sum)
    assert formula.limits[0][1:] == (K + 1, sympy.oo)
    assert formula.function.has(coefficient)


def test_caps_by_definition() -> None:  # theory A11, on both halves
    for m in (1, 2, 3, 7):
        for t in (fmpq(1, 3), fmpq(3, 2), fmpq(2), fmpq(3)):
            assert near(cap(m, rational(t)).doit() + 0, sphere.cap_measure(m, t), 12)
            assert near(cap(m, rational(t)) + 0, sphere.cap_measure(m, t), 12)
        assert [cap(m, v) for v in (0, sympy.pi / 2, sympy.pi)] == [0, sympy.Rational(1, 2), 1]


def test_identities_of_the_theory() -> None:
    assert coefficient(M, K, LAM).doit(deep=False) == dimension(M, K) * eigenvalue(M, K, LAM)  # A6
    assert smoothing(3, 2, LAM).doit().equals((besselratio(2, LAM) * besselratio(3, LAM)).doit())  # A8
    assert eigenvalue(2, 0, LAM).doit().rewrite(sympy.sinh).equals(sympy.sinh(LAM) / LAM)  # A5
    assert not eigenvalue(2, 0, LAM).doit().equals(sympy.cosh(LAM) / LAM)
    assert coefficient(M, K, LAM).rewrite(sympy.gamma) == coefficient(M, K, LAM).doit()
    nu = (M - 1) / sympy.S(2)
    recurrence = eigenvalue(3, 1, LAM) - eigenvalue(3, 3, LAM) - 2 * (1 + 2) / LAM * eigenvalue(3, 2, LAM)
    assert abs(recurrence.subs(LAM, 5).evalf(30, maxn=200)) < 1e-25
    assert eigenvalue(M, K, LAM).doit().has(sympy.besseli(nu + K, LAM))


def test_values_at_zero() -> None:
    for symbol in (eigenvalue, coefficient, smoothing):
        assert symbol(3, 0, 0) == 1
        assert symbol(3, 2, 0) == 0
        assert symbol(3, sympy.Symbol("j", integer=True, nonnegative=True), 0).func is symbol
    assert tail(3, 2, 0) == 0
    assert besselratio(2, 0) == 0
    assert smoothing(M, 0, LAM) == 1


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: legendre_d(0, 2, T), "integer m >= 1; got m = 0"),
        (lambda: legendre_d(2, -1, T), "integer k >= 0; got k = -1"),
        (lambda: eigenvalue(2, sympy.Rational(1, 2), LAM), "integer k >= 0; got k = 1/2"),
        (lambda: legendre_d(M, K, 1 + T).subs(M, 0), "integer m >= 1"),
        (lambda: cap(sympy.Float(2.5), T), "integer m >= 1"),
    ],
)
def test_numbers_outside_the_hypotheses_are_refused(build: Callable[[], Any], message: str) -> None:
    with pytest.raises(HypothesisError, match=message):
        build()


def test_nobody_imports_sympy_at_start_up() -> None:
    code = "import sys, verify.prove, verify.cli, theory.kernels; sys.exit('sympy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
