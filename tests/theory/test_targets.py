"""Targets: what is known of them and how, where they are refused, and what the user vouches for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from flint import arb, fmpq

from theory.balls import precision
from theory.errors import DiscontinuousTarget, ExpressionError, HypothesisError, InputError
from theory.targets import Fact, Target

# --- expressions ------------------------------------------------------------------------------------------------------


def test_facts_of_a_polynomial() -> None:
    f = Target.from_expression("x0*x1 + x2**3", 2)
    assert (f.m, f.d, f.q, f.kind, f.is_vector, f.assumptions) == (2, 3, 1, "expression", False, ())
    assert f.degree == Fact(3, "exact")
    assert sorted(f.components) == [1, 2, 3]
    assert f.polynomial is not None
    point = [fmpq(2, 3), fmpq(-2, 3), fmpq(1, 3)]
    assert sum((f.components[k][0](*point) for k in f.components), fmpq(0)) == f.polynomial[0](*point)
    assert f.lipschitz.status == "certified"
    assert f.sup_norm.value >= 1  # at the north pole
    assert f.sup_norm.value <= arb(1.03)


def test_the_degree_is_the_degree_on_the_sphere() -> None:
    assert Target.from_expression("x0**2 + x1**2 + x2**2", 2).degree == Fact(0, "exact")
    assert Target.from_expression("(x0**2 + x1**2)*x0 + x2**2*x0", 2).degree == Fact(1, "exact")
    assert Target.from_expression("0*x0", 2).degree == Fact(0, "exact")
    assert Target.from_expression("0*x0", 2).components == {}
    assert Target.from_expression("exp(x0)", 2).degree is None
    with pytest.raises(InputError, match="no exact harmonic components"):
        _ = Target.from_expression("exp(x0)", 2).components


def test_vectors() -> None:
    f = Target.from_expression("[x0, x1*x2, 1/3]", 2)
    assert (f.q, f.is_vector, f.degree) == (3, True, Fact(2, "exact"))
    assert {k: [p.is_zero() for p in parts] for k, parts in f.components.items()} == {
        0: [True, True, False],
        1: [False, True, True],
        2: [True, False, True],
    }
    assert Target.from_expression("[x0]", 2).is_vector
    assert [str(v) for v in f.enclose([arb(1), arb(0), arb(0)])[:2]] == ["1.00000000000000", "0"]


def test_sampling_agrees_with_enclosures() -> None:
    f = Target.from_expression("[exp(x0)*x1, abs(x2) - 1/3, acos(x0)]", 2)
    points = np.random.default_rng(0).standard_normal((50, 3))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    sampled = f.sample(points)
    assert sampled.shape == (50, 3)
    for x, row in zip(points, sampled, strict=True):
        for value, truth in zip(row, f.enclose([arb(float(t)) for t in x]), strict=True):
            assert abs(arb(float(value)) - truth) < arb(1e-13)


def test_enclosures_use_the_current_precision() -> None:
    f = Target.from_expression("exp(x0/10)", 1)
    with precision(300):
        (value,) = f.enclose([arb(1), arb(0)])
        assert value.rad() < arb(2) ** -290


@pytest.mark.parametrize("points", [np.zeros(3), np.zeros((2, 4)), np.zeros((2, 3, 1))])
def test_points_of_the_wrong_shape(points: np.ndarray) -> None:
    f = Target.from_expression("x0", 2)
    with pytest.raises(InputError, match=r"\[n, 3\]"):
        f.sample(points)
    with pytest.raises(InputError, match="3 coordinates"):
        f.enclose([arb(0)] * 2)


@pytest.mark.parametrize("m", [0, -1, 1001, 2.0, "2", True, None])
def test_unusable_spheres(m: object) -> None:
    with pytest.raises(HypothesisError, match="1 <= m <= 1000"):
        Target.from_expression("x0", m)  # type: ignore[arg-type]


def test_coordinates_outside_the_sphere() -> None:
    with pytest.raises(ExpressionError, match=r"S\^2 in R\^3 has the coordinates x0..x2"):
        Target.from_expression("x5", 2)


def test_high_spheres_say_what_is_too_large_by_not_being_polynomials() -> None:
    total = " + ".join(f"x{i}" for i in range(64))
    huge = Target.from_expression(f"({total})**10", 63)
    assert huge.polynomial is None
    assert huge.degree is None
    assert huge.model(fmpq(1, 1000), 20) is None
    assert huge.lipschitz.value.is_finite()
    assert Target.from_expression("x0**8", 200).polynomial is None  # its components hold |x|^8 in 201 variables
    assert Target.from_expression("x0**4*x1", 200).degree == Fact(5, "exact")
    linear = Target.from_expression(total, 63)
    assert linear.lipschitz.value == 8
    assert linear.sup_norm.value == 8


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3", 3, 3),
        ("x0 - 2*x1", 5**0.5, 5**0.5 * 1.0001),
        ("[x0, x1, x2]", 1, 1.7321),  # the components are bounded one by one
        ("x0*x1", 0.5, 0.5001),
        ("exp(x0) - 1", np.e - 1, (np.e - 1) * 1.02),
        ("acos(x2)", np.pi, np.pi * 1.02),
        ("abs(x0) - abs(x1)", 1, 1.02),
    ],
)
def test_sup_norm(text: str, low: float, high: float) -> None:
    bound = Target.from_expression(text, 2).sup_norm
    assert bound.status == "certified"
    assert float(bound.value) >= low * (1 - 1e-12)
    assert float(bound.value) <= high


# --- where targets are not defined ------------------------------------------------------------------------------------

REFUSED = [
    # m, target, words of the reason, a quantity that is (nearly) 0 at the place, or None
    (2, "1/x0", "denominator x0 vanishes", lambda x: x[0]),
    (2, "x0**-1", "denominator x0 vanishes", lambda x: x[0]),
    (2, "x1 + 3/(x0*x1)", "denominator x0*x1 vanishes", lambda x: x[0] * x[1]),
    (2, "1/x0**2", "vanishes", lambda x: x[0]),
    (2, "1/abs(x0 - x1)", "vanishes", lambda x: x[0] - x[1]),
    (1, "1/(x0 - x1)**2", "vanishes", lambda x: x[0] - x[1]),
    (2, "0*(1/x0)", "vanishes", lambda x: x[0]),
    (2, "1/(1 - x0)", "vanishes", lambda x: x[0] - 1),
    (2, "1/(x0 - 0.999)", "vanishes", lambda x: x[0] - 0.999),
    (2, "1/(x0 + x1 + x2 - 1.73)", "vanishes", lambda x: sum(x) - 1.73),
    (2, "1/norm(x0, x1)", "vanishes", lambda x: np.hypot(x[0], x[1])),
    (2, "1/(exp(x0) - 1)", "vanishes", lambda x: x[0]),
    (63, "1/(x0 + x63)", "vanishes", lambda x: x[0] + x[63]),
    (2, "x0/(x1/x2)", "denominator x2 vanishes", lambda x: x[2]),
    (2, "log(x0)", "argument of log, is not positive", lambda x: min(-x[0], 0)),
    (2, "log(1 + x0)", "argument of log", lambda x: 1 + x[0]),
    (2, "log(abs(x0))", "argument of log", lambda x: x[0]),
    (2, "abs(x0)**(-1/3)", "raised to -1/3", lambda x: x[0]),
    (2, "tan(2*x0)", "argument of tan", lambda x: np.cos(2 * x[0])),
    (2, "sqrt(x0)", "argument of sqrt, is negative", lambda x: min(-x[0], 0)),
    (2, "x0**(1/3)", "raised to 1/3, is negative", lambda x: min(-x[0], 0)),
    (2, "acos(2*x0)", "outside [-1, 1]", lambda x: min(abs(2 * x[0]) - 1, 0)),
    (2, "asin(x0 + x1)", "outside [-1, 1]", lambda x: min(abs(x[0] + x[1]) - 1, 0)),
    (2, "[x0, 1/x1]", "denominator x1 vanishes", lambda x: x[1]),
    (2, "1/(x0 + x1 + x2 - sqrt(3))", "could not be certified", lambda x: 0.01 * (sum(x) - 3**0.5)),
    (2, "1/(x0**2 + x1**2 + x2**2 - 1)", "could not be certified", lambda x: 0),
]


@pytest.mark.parametrize(("m", "text", "reason", "zero"), REFUSED, ids=[row[1] for row in REFUSED])
def test_poles_are_refused_with_the_place(m: int, text: str, reason: str, zero) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DiscontinuousTarget) as caught:
        Target.from_expression(text, m)
    assert reason in str(caught.value)
    place = np.array(caught.value.place)
    assert place.shape == (m + 1,)
    assert np.linalg.norm(place) == pytest.approx(1, abs=1e-4)
    assert abs(zero(place)) < 1e-4


@pytest.mark.parametrize(
    ("m", "text"),
    [
        (2, "1/(3 + x0)"),
        (2, "1/(1.0000001 + x0)"),
        (2, "1/(x0 + x1 + x2 - 1.74)"),
        (2, "log(2 + x1)"),
        (2, "tan(x0)"),
        (2, "tan(1.57*x0)"),
        (2, "sqrt(1 - x2**2)"),
        (2, "acos(x2)"),
        (2, "sqrt(abs(x0))"),
        (1, "1/(x0**2 + x1**2)"),
        (2, "1/(pi - 3)"),
        (3, "1/(x0**2 + x1**2 + x2**2 + x3**4)"),
        (63, "1/(2 + x0*x1)"),
        (2, "acos(norm(x0, x1))"),
        (2, "(2 + sin(5*x0*x1))**(-5/3)"),
    ],
)
def test_targets_without_poles_are_accepted(m: int, text: str) -> None:
    f = Target.from_expression(text, m)
    points = np.random.default_rng(0).standard_normal((200, m + 1))
    assert np.isfinite(f.sample(points / np.linalg.norm(points, axis=1, keepdims=True))).all()


@pytest.mark.parametrize("text", ["sign(x0)", "floor(x0)", "f(x0)"])
def test_unknown_functions_list_the_known_ones(text: str) -> None:
    with pytest.raises(ExpressionError, match=r"unknown function .* functions abs, acos, asin, atan"):
        Target.from_expression(text, 2)


# --- given Lipschitz constants ----------------------------------------------------------------------------------------


def test_without_a_provable_constant_the_message_names_a_place_and_the_option() -> None:
    f = Target.from_expression("sqrt(abs(x0))", 2)
    with pytest.raises(HypothesisError, match=r"near the point \(.*--lipschitz") as caught:
        _ = f.lipschitz
    assert "(1.5e-05, 1, 0)" in str(caught.value)
    assert f.assumptions == ()


def test_a_given_constant_is_an_assumption_only_where_it_is_needed() -> None:
    f = Target.from_expression("sqrt(x0**4 + x1**4)", 2, lipschitz="2.5")
    assert f.lipschitz == Fact(arb(2.5), "given")
    assert f.assumptions == (
        "the target is Lipschitz on S^2 with constant 2.5 (geodesic distance, Euclidean norm of the values): "
        "given, not proved",
    )
    proved = Target.from_expression("acos(x2)", 2, lipschitz=2)
    assert proved.lipschitz == Fact(arb(1), "exact")
    assert proved.assumptions == ()


def test_a_given_constant_that_two_points_refute() -> None:
    with pytest.raises(HypothesisError, match="is too small: near the point"):
        Target.from_expression("sin(3*x0)", 2, lipschitz=2)
    assert Target.from_expression("sin(3*x0)", 2, lipschitz=3).lipschitz == Fact(arb(3), "given")
    with pytest.raises(HypothesisError, match="at least 0"):
        Target.from_expression("x0", 2, lipschitz=-1)
    for junk in ("nan", "inf", float("nan"), "1/0", "__import__('os')"):
        with pytest.raises(InputError):
            Target.from_expression("x0", 2, lipschitz=junk)


# --- callables --------------------------------------------------------------------------------------------------------

MODULE = """
import numpy as np
calls = []
def height(x):
    calls.append(x)
    assert x.shape == (3,) and x.dtype == np.float64
    return x[2]
def pair(x):
    return [x[0], x[1] / 2]
def single(x):
    return [x[0]]
def vandal(x):
    x[:] = 0
    return 1.0
def nothing(x): return None
def words(x): return "0.5"
def table(x): return np.eye(2)
def empty(x): return []
def complex_number(x): return 1j
def not_a_number(x): return float("nan") if x[0] < 0.999 else 1.0
def ragged(x): return [1.0] if x[0] < 0.999 else [1.0, 2.0]
def broken(x): raise KeyError("lost")
def steep(x): return 10 * x[0]
number = 3
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    name = f"targets_of_{tmp_path.name.replace('-', '_')}"
    (tmp_path / f"{name}.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return name


def test_a_callable_target(module: str) -> None:
    f = Target.from_callable(f"{module}:height", 2, 1)
    assert (f.kind, f.q, f.is_vector, f.text) == ("callable", 1, False, f"{module}:height")
    assert f.lipschitz == Fact(arb(1), "given")
    assert f.polynomial is None
    assert f.degree is None
    assert f.model(fmpq(1, 10), 10) is None
    assert f.sample(np.eye(3)).tolist() == [[0.0], [0.0], [1.0]]
    assert f.sup_norm.status == "given"
    assert f.sup_norm.value >= arb.pi() - arb(1e-9)
    with pytest.raises(InputError, match="only be sampled"):
        f.enclose([arb(1), arb(0), arb(0)])
    lipschitz, values = f.assumptions
    assert "constant 1 (geodesic distance" in lipschitz
    assert "exact values of the target at the points of S^2 nearest to its arguments" in values
    assert values.endswith("given, not proved")


def test_a_callable_vector_target(module: str) -> None:
    f = Target.from_callable(f"{module}:pair", 1, "1")
    assert (f.q, f.is_vector) == (2, True)
    assert f.sample(np.eye(2)).tolist() == [[1.0, 0.0], [0.0, 0.5]]
    assert Target.from_callable(f"{module}:single", 1, 1).is_vector


def test_a_callable_cannot_change_the_points(module: str) -> None:
    points = np.eye(3)
    Target.from_callable(f"{module}:vandal", 2, 1).sample(points)
    assert (points == np.eye(3)).all()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nothing", "returned None"),
        ("words", "must return a float"),
        ("table", "must return a float"),
        ("empty", "must return a float"),
        ("complex_number", "must return a float"),
        ("not_a_number", "not a finite number"),
        ("ragged", "but 2 number"),
        ("broken", "raised KeyError at \\(1, 0, 0\\)"),
        ("number", "is not a function but int"),
        ("missing", "cannot be imported \\(AttributeError"),
        ("steep", "is too small"),
    ],
)
def test_unusable_callables_are_named(module: str, name: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        Target.from_callable(f"{module}:{name}", 2, 1)


@pytest.mark.parametrize("path", ["height", "a:b:c", "no_such_module_here:f", ":f", "os.path:", "os; x:f", "1a:f"])
def test_unusable_paths(path: str) -> None:
    with pytest.raises(InputError, match=r"module:function|cannot be imported"):
        Target.from_callable(path, 2, 1)


def test_a_callable_needs_a_constant(module: str) -> None:
    with pytest.raises(InputError, match="--lipschitz"):
        Target.from_callable(f"{module}:height", 2)


def test_expressions_never_import(module: str) -> None:
    with pytest.raises(ExpressionError):
        Target.from_expression(f"{module}:height", 2)
