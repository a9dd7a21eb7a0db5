"""Polynomial models: the error holds at 200 bits, is sharp where it can be, and the degree is the smallest."""

from __future__ import annotations

import numpy as np
import pytest
from flint import arb, fmpq, fmpq_mpoly

from theory.balls import precision
from theory.errors import HypothesisError
from theory.harmonics import is_harmonic
from theory.polynomial_model import PolynomialModel
from theory.targets import Target

MODELS = [
    # m, target, digits of the tolerance, degree
    (2, "exp(x0)", 12, 12),
    (2, "exp(x0*x1 + x2/2)", 12, 20),
    (2, "cos(5*x0)", 12, 22),
    (2, "1/(3 + x0)", 12, 16),
    (2, "log(2 + x1)", 12, 20),
    (2, "1/(2 + x0)", 12, 22),
    (2, "sqrt(2 + x1)", 6, 8),
    (2, "(2 + x1)**(-3/2)", 5, 10),
    (2, "sin(3*x0*x1)", 12, 26),
    (2, "[exp(x0), x1*sin(x2)]", 12, 12),
    (2, "exp(sin(x0))", 10, 16),
    (2, "exp(sin(x0*x1))", 6, 14),
    (2, "exp(sin(x0/2)/4)", 4, 4),
    (2, "tan(x0)", 8, 19),
    (2, "atan(x0/2)", 8, 11),
    (2, "tanh(x0)", 6, 11),
    (2, "asin(x0/2) + acos(x1/3)", 8, 11),
    (2, "sinh(x0)*cosh(x1)", 8, 9),
    (2, "exp(x0)/(3 + x1)", 8, 11),
    (2, "pi*x0 + 3**(1/2)", 20, 1),
    (2, "x0*x1 + x2**3", 12, 3),
    (1, "exp(x0 - x1)", 12, 13),
    (3, "exp(x0*x1 + x2/2)", 8, 14),
    (2, "exp(x0)", 40, 29),
]


def modelled(text: str, m: int, digits: int, max_degree: int = 64) -> PolynomialModel | None:
    return Target.from_expression(text, m).model(fmpq(1, 10**digits), max_degree)


def points_on(m: int, count: int) -> list[list[arb]]:
    """Points of the sphere at the current precision: the axes, the diagonals, and random ones."""
    random = np.random.default_rng(11).standard_normal((count, m + 1))
    chosen = [*np.eye(m + 1), *-np.eye(m + 1), np.ones(m + 1), -np.ones(m + 1), *random]
    result = []
    for row in chosen:
        vector = [arb(float(t)) for t in row]
        length = sum((t * t for t in vector), arb(0)).sqrt()
        result.append([t / length for t in vector])
    return result


def at(p: fmpq_mpoly, x: list[arb]) -> arb:
    total = arb(0)
    for monomial, coefficient in p.to_dict().items():
        term = arb(coefficient)
        for t, a in zip(x, monomial, strict=True):
            if a:
                term *= t ** int(a) if not t.is_zero() else arb(0)
        total += term
    return total


def worst(text: str, m: int, model: PolynomialModel, count: int = 12) -> arb:
    """The largest distance of the model from the target at sampled points, at 200 bits."""
    target = Target.from_expression(text, m)
    largest = arb(0)
    for x in points_on(m, count):
        truth = target.enclose(x)
        values = [sum((at(parts[i], x) for parts in model.components.values()), arb(0)) for i in range(target.q)]
        square = sum((abs(a - b).upper() ** 2 for a, b in zip(truth, values, strict=True)), arb(0))
        largest = largest.max(square.sqrt())
    return largest


@pytest.mark.parametrize(("m", "text", "digits", "degree"), MODELS)
def test_error_holds_and_degree_is_smallest(m: int, text: str, digits: int, degree: int) -> None:
    model = modelled(text, m, digits)
    assert model is not None
    assert model.degree == degree
    assert model.error <= arb(fmpq(1, 10**digits))
    assert max(model.components) == degree
    with precision(200):
        assert worst(text, m, model) <= model.error + arb(2) ** -180
    assert modelled(text, m, digits, degree - 1) is None


@pytest.mark.parametrize(
    ("m", "text", "digits"), [(2, "exp(x0)", 12), (2, "1/(3 - x1)", 10), (5, "exp(x2)", 8), (1, "exp(x0)", 12)]
)
def test_half_the_error_is_refuted_where_all_harmonics_add_up(m: int, text: str, digits: int) -> None:
    """For sum c_k P_k(<x,e>) with c_k > 0 the bound sum_{k>n} c_k is attained at e."""
    model = modelled(text, m, digits)
    assert model is not None
    with precision(200):
        seen = worst(text, m, model, count=0)
        assert seen <= model.error
        assert not seen <= model.error / 2


def test_components_are_harmonic_of_their_degree() -> None:
    model = modelled("[exp(x0*x1), cos(x2)]", 2, 8)
    assert model is not None
    for k, parts in model.components.items():
        assert len(parts) == 2
        for p in parts:
            assert is_harmonic(p)
            assert p.is_zero() or {sum(map(int, monomial)) for monomial in p.monoms()} == {k}


def test_order_is_zero_for_polynomials() -> None:
    model = modelled("x0*x1 + x2**3", 2, 12)
    assert model is not None
    assert (model.taylor_order, model.error) == (0, 0)
    rough = modelled("x0 + x1**3/1000", 2, 2)  # a polynomial may be cut too
    assert rough is not None
    assert rough.degree == 1


@pytest.mark.parametrize(
    "text", ["abs(x0)", "max(x0, x1)", "acos(x0)", "sqrt(1 - x2**2)", "norm(x0, x1)", "atan(x0)", "1/(1.001 + x0)"]
)
def test_no_model_where_taylor_does_not_converge(text: str) -> None:
    assert modelled(text, 2, 4) is None


def test_high_spheres() -> None:
    model = modelled("exp(x0)", 63, 3)
    assert model is not None
    assert model.degree == 6
    assert modelled("exp(x0)", 63, 12) is None  # the components would have millions of terms


def test_huge_polynomials_are_left_to_other_methods() -> None:
    assert modelled("x0**1000", 2, 10) is None


def test_the_tolerance_must_be_positive() -> None:
    with pytest.raises(HypothesisError, match="positive"):
        Target.from_expression("exp(x0)", 2).model(fmpq(0), 10)
