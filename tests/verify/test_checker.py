"""The parts of the independent checker, each against definitions, laws or other people's code."""

from __future__ import annotations

import itertools
import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import mpmath
import numpy as np
import pytest
from flint import arb, arb_series, ctx, fmpq, fmpq_mpoly
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.certificate import CertificateError, F1Numbers, rational
from verify.checker import balls, covering, kernel, lipschitz, model, polynomial, slopes, spectral, target
from verify.checker.balls import Refused, Undecided, precision
from verify.checker.target import parse, partials, second_partials, values


@pytest.fixture(autouse=True)
def _bits() -> Any:
    with precision(128):
        yield


# --- the whole --------------------------------------------------------------------------------------------------------


def test_every_hand_made_certificate_is_valid_and_true(craft: SimpleNamespace, tmp_path: Path) -> None:
    for name, make in craft.ALL.items():
        case = make().tight(tmp_path / name)
        found = case.check(tmp_path / name)
        assert found.valid, (name, found.reason)
        assert found.assumptions == ()
        assert rational(found.certified_error) <= rational(case.eps)
        assert case.sampled_error() <= float(found.certified_error)


def test_bounds_of_theorem_h2_are_sharp(craft: SimpleNamespace, tmp_path: Path) -> None:
    for make in (craft.circle_x0, craft.sphere_cubic, craft.cross_linear, craft.circle_exp):
        case = make()
        found = case.check(tmp_path / "x")
        assert case.sampled_error() <= float(found.certified_error) <= 1.2 * case.sampled_error()


def test_corrections_are_part_of_the_stored_numbers(craft: SimpleNamespace, tmp_path: Path) -> None:
    errors = []
    for components, goal in ((1, "1e-14"), (2, "1e-29"), (4, "1e-50")):
        case = craft.circle_x0(N=40, components=components).but(cutoff=38, certified_error=goal)
        found = case.check(tmp_path / "x")
        assert found.valid, found.reason
        errors.append(float(found.certified_error))
        assert not case.but(certified_error="1e-90").check(tmp_path / "x").valid
    assert errors[0] > 1e-18


def test_the_precision_in_use_is_left_alone(craft: SimpleNamespace, tmp_path: Path) -> None:
    with precision(77):
        cap = ctx.cap
        assert craft.circle_exp().check(tmp_path / "x").valid
        assert not craft.circle_exp().but(sup_norm="0.1").check(tmp_path / "x").valid
        assert (ctx.prec, ctx.cap) == (77, cap)


def test_the_checker_imports_nothing_that_made_the_certificate() -> None:
    code = "import sys, verify.checker; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    roots = {name.partition(".")[0] for name in loaded}
    assert not roots & {"theory", "constructions", "sympy", "scipy", "rich", "typer", "mpmath", "safetensors"}
    ours = {name for name in loaded if name.startswith("verify.")}
    assert all(
        name in ("verify.certificate", "verify.certificate_numbers") or name.startswith("verify.checker")
        for name in ours
    )


# --- comparison -------------------------------------------------------------------------------------------------------


def test_nothing_undecided_is_accepted() -> None:
    balls.demand(arb(1), fmpq(1), "x")
    balls.demand(arb(1, 0.5), fmpq(2), "x")
    for undecided in (arb(1, 0.5), arb.nan(), arb(0, "inf")):
        with pytest.raises(Undecided):
            balls.demand(undecided, fmpq(1), "x")
    with pytest.raises(Refused) as caught:
        balls.demand(arb(2), fmpq(1), "the bound")
    assert not isinstance(caught.value, Undecided)
    assert "could not re-prove the bound: got 2.0" in str(caught.value)


@given(st.integers(1, 10**40), st.integers(-200, 200), st.integers(1, 12))
def test_decimals_are_rounded_up_and_close(p: int, e: int, digits: int) -> None:
    ball = arb(p) * arb(2) ** e
    shown = rational(balls.decimal_up(ball, digits))
    top = ball.upper().fmpq()
    assert top <= shown <= top * (1 + fmpq(10, 10**digits))


# --- reading targets --------------------------------------------------------------------------------------------------

READABLE = [
    "x0", "x1*x2", "-x0**2", "x0**-2 + 5", "2 - -x1", "+x2", "[x0, x1]", " [ x0 ,\n x1 ] ", "x0 - x1 - x2", "x0/x1/7",
    "2**-3*x0", "1e-3*x0 + .5 + 5.", "0.1*pi", "sqrt(x0**2)", "abs(-x0)", "exp(x0)*log(3+x1)",
    "sin(x0)+cos(x1)*tan(x2)", "sinh(x0)-cosh(x1)+tanh(x2)", "asin(x0)-acos(x1)+atan(x2)", "min(x0, x1, x2)",
    "max(x0)", "norm(x0, x1, 2)", "(2 + x0)**(1/3)", "(x0**2)**0.75", "(1+1)**2*x0", "x0**2**3", "((((x0))))",
    "norm(x0)**3", "sqrt(2)", "x2**0",
]  # fmt: skip


def _python(text: str, x: list[mpmath.mpf]) -> list[mpmath.mpf]:
    """The text by Python itself over mpmath: an oracle for our own trusted texts only."""
    names: dict[str, Any] = {f"x{i}": v for i, v in enumerate(x)}
    names |= {n: getattr(mpmath, n) for n in ("sin", "cos", "tan", "sinh", "cosh", "tanh", "atan", "exp", "log", "pi")}
    clamp = lambda u: max(min(u, mpmath.mpf(1)), mpmath.mpf(-1))  # noqa: E731
    names |= {"sqrt": lambda u: mpmath.sqrt(max(u, 0)), "abs": abs, "min": min, "max": max}
    names |= {"asin": lambda u: mpmath.asin(clamp(u)), "acos": lambda u: mpmath.acos(clamp(u))}
    names |= {"norm": lambda *u: mpmath.sqrt(sum(v * v for v in u)), "min": lambda *u: min(u), "max": lambda *u: max(u)}
    found = eval(" ".join(text.split()), {"__builtins__": {}}, names)
    return [mpmath.mpf(v) for v in (found if isinstance(found, list) else [found])]


@pytest.mark.parametrize("text", READABLE)
def test_values_agree_with_mpmath(text: str) -> None:
    tape = parse(text, 2)
    rng = np.random.default_rng(1)
    for x in [rng.uniform(-1, 1, 3).tolist() for _ in range(10)]:
        found = values(tape, [arb(c) for c in x])
        with mpmath.workdps(30):
            expected = _python(text, [mpmath.mpf(c) for c in x])
        assert len(tape.outputs) == len(expected)
        for i, value in zip(tape.outputs, expected, strict=True):
            assert abs(found[i] - arb(mpmath.nstr(value, 25))) < arb("1e-13") * (1 + abs(found[i]))


def test_numbers_in_targets_are_exact() -> None:
    for text, value in (
        ("0.1", fmpq(1, 10)),
        ("1e-3", fmpq(1, 1000)),
        ("2**-3/3", fmpq(1, 24)),
        ("-.5+5.", fmpq(9, 2)),
    ):
        (step,) = [parse(text, 1).steps[i] for i in parse(text, 1).outputs]
        assert (step.op, step.value) == ("const", value)


UNREADABLE = [
    "", " ", "[]", "[[x0]]", "x3", "x", "x00", "x01", "y", "X0", "e", "x0;x1", "x0^2", "x0//2", "x0%2", "x0@x1",
    "x0<1", "x0 if x1 else x2", "x0 and x1", "not x0", "~x0", "lambda: x0", "x0.real", "x0[0]", "(x0, x1)", "{x0}",
    "f(x0)", "exp()", "exp(x0, x1)", "min()", "exp(x=x0)", "exp(*[x0])", "1j", "0x10", "1_000", "True", "None",
    "'x0'", '"x0"', "x0**x1", "x0**1001", "x0**10**10", "9**9**9*x0", "((9**1000)**1000)**1000", "1/0", "0**-1",
    "x0**(1/1001)", "1e99999", "1e5001", "1e9999999999", "9" * 5000, "x0+" * 3000, "x0" + "+x0" * 10_000,
    "(" * 300 + "x0" + ")" * 300, "-" * 19_999 + "x0", "x0" + "**2" * 200, "abs(" * 150 + "x0",
    "__import__('os').system('touch /tmp/hacked')", "exec('1')", "x0:=1", "print(x0)", "open('x')", "x0\x00",
    "\u0445" + "0", "x\uff10", "x0 # comment", "x0\\\n+x1", "x1000000000000", "sqrt", "pi()", "x0=x1", "import os",
    "(yield)", "await x0", "f'{x0}'", "[x for x in y]", "...", "x0,", "[x0,,x1]", "nan", "inf", "1e400*inf",
]  # fmt: skip


@pytest.mark.parametrize("text", UNREADABLE, ids=lambda text: ascii(text[:24]))
def test_what_is_outside_the_grammar_is_refused(text: str) -> None:
    with pytest.raises(CertificateError):
        parse(text, 2)


@given(st.text(alphabet="x012.e+-*/(),[] abspinorm", max_size=40))
@settings(max_examples=300)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        tape = parse(text, 2)
    except CertificateError:
        return
    assert all(j < i for i, step in enumerate(tape.steps) for j in step.args)


def test_long_and_deep_texts_are_read() -> None:
    assert len(parse("+".join(f"{i}*x0" for i in range(900)), 1).outputs) == 1
    assert len(parse("abs(" * 150 + "x0" + ")" * 150, 1).outputs) == 1
    assert len(parse("[" + ",".join(["x0"] * 900) + "]", 1).outputs) == 900


UNARY = ("abs", "exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos", "atan")
EXPRESSIONS = [f"{f}(x0)" for f in UNARY] + [
    *("sqrt(x0)", "x0**3", "x0**2", "x0**-1", "x0**-2", "x0**(2/3)", "x0**(-1/2)", "x0**(5/2)", "x0*x1", "x0/x1"),
    *(
        "min(x0, x1)",
        "max(x0, x1, 0)",
        "norm(x0, x1)",
        "x0 - x1",
        "exp(x0*x1) + x1**4/(3 + x0)",
        "abs(x0)*max(x1, -x0)",
    ),
]


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_values_on_boxes_contain_values_at_points(text: str) -> None:
    tape, rng = parse(text, 1), np.random.default_rng(2)
    finite = 0
    for _ in range(60):
        middle, radius = rng.uniform(-2, 2, 2), 10.0 ** rng.uniform(-6, 0.5)
        wide = values(tape, [arb(c, radius) for c in middle])
        finite += wide[-1].is_finite()
        for _ in range(5):
            point = values(
                tape, [arb(c) + arb(radius) * arb(t) for c, t in zip(middle, rng.uniform(-1, 1, 2), strict=True)]
            )
            assert wide[-1].overlaps(point[-1]) or not wide[-1].is_finite()
            assert not wide[-1].is_finite() or wide[-1].contains(point[-1].mid()) or not point[-1].is_finite()
    assert finite > 5


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_partial_derivatives_contain_difference_quotients(text: str) -> None:
    """First partials on a box contain every difference quotient of the step in it (mean values, also at kinks)."""
    tape, rng = parse(text, 1), np.random.default_rng(3)
    step = tape.steps[-1]
    finite = 0
    for _ in range(150):
        middle, radius = rng.uniform(-1.5, 1.5, len(step.args)), 10.0 ** rng.uniform(-4, 0)
        args = [arb(c, radius) for c in middle]
        D = partials(step, args, target._value(step, args))
        if not all(c.is_finite() for c in D):
            continue
        finite += 1
        first, second = rng.uniform(-1, 1, (2, len(args)))
        ends = [[arb(c) + arb(radius) * arb(t) for c, t in zip(middle, ts, strict=True)] for ts in (first, second)]
        moved = target._value(step, ends[0]) - target._value(step, ends[1])
        assert moved.overlaps(sum((d * (a - b) for d, a, b in zip(D, *ends, strict=True)), arb(0)))
    assert finite > 5


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_second_partials_contain_the_series(text: str) -> None:
    """Second partials at a point agree with differences of first partials beside it."""
    tape, rng = parse(text, 1), np.random.default_rng(4)
    step, decided = tape.steps[-1], 0
    for _ in range(60):
        point = [arb(c) for c in rng.uniform(-0.9, 0.9, len(step.args))]
        second = second_partials(step, point, target._value(step, point))
        if not all(c.is_finite() for c in second.values()):
            continue
        h = arb(2) ** -40
        for i in range(len(point)):
            beside = [[c + (s * h if k == i else 0) for k, c in enumerate(point)] for s in (1, -1)]
            D = [partials(step, p, target._value(step, p)) for p in beside]
            for j in range(len(point)):
                quotient = (D[0][j] - D[1][j]) / (2 * h)
                if quotient.is_finite():
                    decided += 1
                    assert abs(quotient - second.get((min(i, j), max(i, j)), arb(0))) < arb("1e-8") * (
                        1 + abs(quotient)
                    )
    assert decided > 5


# --- polynomials ------------------------------------------------------------------------------------------------------


def _random_polynomial(d: int, degree: int, terms: int, seed: int) -> fmpq_mpoly:
    rng = np.random.default_rng(seed)
    found = polynomial.ring(d).constant(0)
    for _ in range(terms):
        exponents = rng.multinomial(int(rng.integers(0, degree + 1)), np.ones(d) / d)
        found += polynomial.ring(d).from_dict({tuple(map(int, exponents)): fmpq(int(rng.integers(-9, 10)), 7)})
    return found


@pytest.mark.parametrize(("d", "degree", "terms"), [(2, 7, 8), (3, 6, 9), (3, 11, 12), (5, 4, 9), (30, 3, 6)])
def test_harmonics_are_harmonic_and_sum_to_the_polynomial(d: int, degree: int, terms: int) -> None:
    from theory.harmonics import norm_squared

    p = _random_polynomial(d, degree, terms, seed=d + degree)
    parts = polynomial.harmonics(p)
    rng = np.random.default_rng(0)
    for k, h in parts.items():
        assert polynomial._laplacian(h).is_zero()
        assert {sum(map(int, monomial)) for monomial in h.monoms()} == {k}
        assert polynomial.square_norm(h, k) == norm_squared([h], d - 1)
    for _ in range(3):
        v = [fmpq(int(c), 10) for c in rng.integers(-9, 10, d - 1)]
        s = sum((c * c for c in v), fmpq(0))
        x = [2 * c / (1 + s) for c in v] + [(1 - s) / (1 + s)]  # a rational point of the sphere
        assert sum((h(*x) for h in parts.values()), fmpq(0)) == p(*x)


def test_known_harmonics() -> None:
    x, y, z = polynomial.ring(3).gens()
    assert polynomial.harmonics(z**2) == {2: (2 * z**2 - x**2 - y**2) * fmpq(1, 3), 0: z * 0 + fmpq(1, 3)}
    assert polynomial.harmonics(x**2 + y**2 + z**2 - 1) == {}


@pytest.mark.parametrize(("d", "seed"), [(2, 1), (3, 2), (4, 3), (6, 4)])
def test_eigenvalue_bounds_are_bounds_and_close(d: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    A = rng.integers(-5, 6, (d, d))
    A = A + A.T
    low, high = polynomial.eigenvalue_range([[fmpq(int(a), 3) for a in row] for row in A])
    exact = np.linalg.eigvalsh(A / 3)
    assert exact[0] - 1e-9 <= float(arb(low)) <= exact[0] + 1e-12
    assert exact[-1] - 1e-12 <= float(arb(high)) <= exact[-1] + 1e-9


def test_rational_eigenvalues_are_exact() -> None:
    half = fmpq(1, 2)
    assert polynomial.eigenvalue_range([[fmpq(0), half], [half, fmpq(0)]]) == (-half, half)
    assert polynomial.is_psd([[fmpq(1), fmpq(1)], [fmpq(1), fmpq(1)]])
    assert not polynomial.is_psd([[fmpq(0), fmpq(1)], [fmpq(1), fmpq(1)]])
    assert not polynomial.is_psd([[fmpq(1), fmpq(1)], [fmpq(1), fmpq(999, 1000)]])


def test_values_at_points_are_the_polynomials() -> None:
    rng = np.random.default_rng(5)
    components = [polynomial.harmonics(_random_polynomial(3, 5, 6, seed)) for seed in (1, 2)]
    points = [[arb(c) for c in row] for row in rng.uniform(-1, 1, (700, 3)).tolist()]
    found = polynomial.values_at(components, points)
    assert set(found) == set().union(*components)
    for k, rows in found.items():
        for i in (0, 511, 512, 699):
            exact = [fmpq(*float(c).as_integer_ratio()) for c in points[i]]
            for c, parts in enumerate(components):
                expected = parts[k](*exact) if k in parts else fmpq(0)
                assert rows[i][c].overlaps(arb(expected))


# --- models -----------------------------------------------------------------------------------------------------------

SMOOTH = [
    ("exp(x0)", 2, 6, 14), ("sin(3*x0*x1)", 2, 8, 14), ("1/(2+x0)", 2, 9, 30), ("sqrt(2+x1)", 3, 6, 20),
    ("log(3+x0+x1*x2)", 2, 6, 24), ("atan(x0/2)*tanh(x1/2)", 2, 6, 24), ("tan(x1)", 1, 9, 30),
    ("cosh(x0)-sinh(x1)", 4, 4, 14), ("asin(x0/2)+acos(x1/3)", 2, 7, 30), ("(3+x0)**(-3/2)", 2, 6, 24),
    ("(2+x0*x1)**-3", 2, 6, 24), ("exp(sin(x0)/2)", 1, 8, 14), ("[exp(x0/2), cos(x1)]", 2, 5, 14),
    ("sqrt(2)*x0 + pi*x1*x2", 2, 2, 4), ("x0**5 - x1", 2, 3, 0), ("cos(9+x0)", 2, 5, 12),
]  # fmt: skip


@pytest.mark.parametrize(("text", "m", "degree", "order"), SMOOTH)
def test_models_are_as_close_as_they_say(text: str, m: int, degree: int, order: int) -> None:
    tape = parse(text, m)
    found = model.harmonic_model(tape, degree, order, arb("1e-12"))
    rng = np.random.default_rng(6)
    directions, _ = balls.directions([[arb(c) for c in row] for row in rng.standard_normal((300, m + 1)).tolist()])
    parts = polynomial.values_at(found.components, directions)
    worst = largest = 0.0
    for i, x in enumerate(directions):
        steps = values(tape, x)
        approximate = [sum((rows[i][c] for rows in parts.values()), arb(0)) for c in range(len(tape.outputs))]
        gap = balls.distance([steps[j] for j in tape.outputs], approximate)
        assert not gap > found.truncation
        assert not balls.length(approximate) > found.sup_norm
        worst, largest = max(worst, float(gap)), max(largest, float(balls.length(approximate)))
    assert float(found.truncation) <= 40 * worst + 1e-7  # sup norms by L2 norms lose a little
    assert float(found.sup_norm) <= 4 * largest


@pytest.mark.parametrize(
    "text",
    [
        *("abs(x0)", "max(x0, x1)", "1/x0", "sqrt(x0)", "log(1+x0)", "acos(x0)", "norm(x0, x1)", "tan(2*x0)"),
        *("x0**(1/3)", "exp(x0)/(x1-x1)", "log(-2+x0)", "(x0-3)**(1/2)", "atan(5*x0)"),
    ],
)
def test_what_is_not_smooth_has_no_model(text: str) -> None:
    with pytest.raises(Refused):
        model.harmonic_model(parse(text, 2), 5, 20, arb(0))


def test_power_series_are_not_silently_cut() -> None:
    """python-flint cuts series at ctx.cap, ten terms by default."""
    for op in ("exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos", "atan", "pow"):
        s = model._series(op, fmpq(1, 3), arb(fmpq(1, 2)), 30)
        assert len(s) == 30
        assert s[29] != 0
    cut = arb_series([arb(0.5), 1], prec=30).exp()
    assert cut.prec < 30, "the trap is gone: python-flint keeps long series"


# --- the kernel -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("m", [1, 2, 3, 7, 40])
@pytest.mark.parametrize("lam", ["1/4", "3", "40", "1/1000000"])
def test_eigenvalues_sum_to_the_exponential(m: int, lam: str) -> None:
    x = rational(lam)
    for K in (0, 1, 5, 60):
        head = sum((polynomial.dimension(m, k) * kernel.eigenvalue(m, k, x) for k in range(K + 1)), arb(0))
        tail = kernel.tail(m, K, x)
        assert (head + tail).overlaps(arb(1))  # everything is scaled by e^-lam
        assert tail > 0
        assert tail.rad() < tail.mid() / 2**20
    assert m != 2 or kernel.eigenvalue(2, 0, x).overlaps((arb(x).sinh() / arb(x)) * (-arb(x)).exp())


@pytest.mark.parametrize(("m", "n"), [(1, 4), (2, 1), (2, 2), (2, 13), (3, 6), (4, 9), (9, 5)])
def test_gauss_rules_are_exact(m: int, n: int) -> None:
    if m == 1:
        points, _ = kernel.product_gauss(1, n)
        assert [x.overlaps(arb(fmpq(2 * j, n + 1)).cos_pi()) for j, (x, _) in enumerate(points)] == [True] * (n + 1)
        return
    rule = kernel.gauss(m, n)
    assert all(s < t for (s, _), (t, _) in itertools.pairwise(rule))
    for s in range(2 * n):  # int t^s c (1-t^2)^{(m-2)/2} dt
        moment = arb(0)
        if s % 2 == 0:
            moment = arb(fmpq(s + 1, 2)).gamma() * arb(fmpq(m + 1, 2)).gamma()
            moment /= arb(fmpq(1, 2)).gamma() * arb(fmpq(s + m + 1, 2)).gamma()
        power = sum((w * (t**s if not t.contains(0) else arb(0 if s else 1)) for t, w in rule), arb(0))
        assert abs(power - moment) < arb("1e-25")


@pytest.mark.parametrize(("m", "D"), [(1, 5), (2, 6), (3, 5), (4, 3)])
def test_product_rules_integrate_monomials(m: int, D: int) -> None:
    from theory.harmonics import sphere_integral

    points, weights = kernel.product_gauss(m, D)
    assert len(points) == (D + 1) * ((D + 2) // 2) ** (m - 1)
    assert sum(weights, arb(0)).overlaps(arb(1))
    rng = np.random.default_rng(7)
    for _ in range(20):
        exponents = rng.multinomial(int(rng.integers(0, D + 1)), np.ones(m + 1) / (m + 1)).tolist()
        total = arb(0)
        for x, w in zip(points, weights, strict=True):
            term = w
            for c, e in zip(x, exponents, strict=True):
                for _ in range(e):
                    term *= c
            total += term
        exact = sphere_integral(polynomial.ring(m + 1).from_dict({tuple(exponents): fmpq(1)}), m)
        assert abs(total - arb(exact)) < arb("1e-30")


@pytest.mark.parametrize(("m", "N", "K"), [(1, 12, 7), (2, 25, 8), (4, 15, 5), (2, 3, 20)])
def test_gram_sums_agree_with_the_definition(m: int, N: int, K: int) -> None:
    rng = np.random.default_rng(8)
    points, _ = balls.directions([[arb(c) for c in row] for row in rng.standard_normal((N, m + 1)).tolist()])
    columns = [[[arb(c) for c in row] for row in rng.uniform(-1, 1, (N, q)).tolist()] for q in (1, 3)]
    pairs = kernel._power_sums_by_pairs(K, points, columns)
    moments = kernel._power_sums_by_moments(K, points, columns)
    assert all(a.overlaps(b) for r, s in zip(pairs, moments, strict=True) for a, b in zip(r, s, strict=True))
    found = kernel.legendre_sums(m, K, points, columns)
    for k in (0, 1, K // 2, K):
        for c, column in enumerate(columns):
            direct = arb(0)
            for p, u in zip(points, column, strict=True):
                for q, v in zip(points, column, strict=True):
                    t = balls.dot(p, q)
                    direct += balls.dot(u, v) * kernel.legendre(m, max(k, 1), t)[k]
            assert found[k][c].overlaps(direct)
            assert found[k][c].rad() < arb("1e-20")


# --- covering radii ---------------------------------------------------------------------------------------------------


def _balls(points: Any) -> list[list[arb]]:
    return balls.directions([[arb(c) for c in row] for row in np.asarray(points, dtype=float).tolist()])[0]


def _sampled_radius(points: Any, count: int = 20_000) -> float:
    rng = np.random.default_rng(9)
    x = rng.standard_normal((count, np.asarray(points).shape[1]))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    p = points / np.linalg.norm(points, axis=1, keepdims=True)
    return float(np.arccos(np.clip((x @ p.T).max(axis=1), -1, 1)).max())


def test_covering_radii_of_polytopes(craft: SimpleNamespace) -> None:
    cube = np.array(list(itertools.product((-1.0, 1.0), repeat=3)))
    for m in (1, 2, 3, 5):
        found = covering.facet_covering(_balls(craft.cross(m)))
        assert abs(found - (1 / arb(m + 1).sqrt()).acos()) < 1e-7
        assert found >= (1 / arb(m + 1).sqrt()).acos() - arb("1e-30")
    assert abs(covering.facet_covering(_balls(cube)) - (1 / arb(3).sqrt()).acos()) < 1e-7  # Qhull must cut its squares
    tesseract = np.array(list(itertools.product((-1.0, 1.0), repeat=4)))
    assert abs(covering.facet_covering(_balls(tesseract)) - arb.pi() / 3) < 1e-7


@pytest.mark.parametrize(("m", "N"), [(1, 7), (1, 50), (2, 30), (2, 400), (3, 60), (4, 40)])
def test_covering_radii_bound_sampled_holes(m: int, N: int) -> None:
    points = np.random.default_rng(N).standard_normal((N, m + 1))
    try:
        found = float(covering.facet_covering(_balls(points)))
    except Refused:  # all in a hemisphere after all
        assert _sampled_radius(points) > 1.5
        return
    seen = _sampled_radius(points)
    assert seen <= found <= seen + (0.6 if m > 2 else 0.1)


def test_no_covering_radius_without_surrounding_the_centre() -> None:
    rng = np.random.default_rng(10)
    for d, N in ((2, 9), (3, 40), (4, 30)):
        points = np.abs(rng.standard_normal((N, d)))
        with pytest.raises(Refused):
            covering.facet_covering(_balls(points))
    for points in ([[1.0, 0.0]], [[1.0, 0.0], [-1.0, 0.0]], [[1.0, 0, 0]] * 5, np.zeros((6, 3)), np.full((9, 3), 1.0)):
        with pytest.raises(CertificateError):
            covering.facet_covering(_balls(points))


def test_the_oracle_is_not_trusted(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace) -> None:
    """Whatever the simplices are: either the radius is a true bound, or they are refused."""
    points = craft.fibonacci(40)
    true = covering._simplices(points)
    seen, rng = _sampled_radius(points), np.random.default_rng(11)
    accepted = 0
    for _ in range(300):
        lie = true.copy()
        match rng.integers(0, 6):
            case 0:
                lie = np.delete(lie, rng.integers(0, len(lie)), axis=0)
            case 1:
                lie = np.concatenate([lie, lie[: rng.integers(1, 4)]])
            case 2:
                lie[rng.integers(0, len(lie)), rng.integers(0, 3)] = rng.integers(0, 40)
            case 3:
                lie = rng.permuted(lie, axis=1)[rng.permutation(len(lie))]
            case 4:
                a, b = rng.integers(0, 40, 2)
                lie = np.where(lie == a, b, np.where(lie == b, a, lie))
            case 5:
                lie = lie[: rng.integers(0, len(lie))]
        try:
            found = covering._cover_by_cones(_balls(points), lie)
        except Refused:
            continue
        accepted += 1
        assert seen <= float(found)
    assert accepted > 30  # the permuted ones, and swaps of equal points


def test_folded_and_double_covers_do_not_close_up(craft: SimpleNamespace) -> None:
    points = _balls([[1.0, 0.1], [1.0, 0.2], [1.0, 0.3]])  # a fold: every ridge in two simplices, on one side
    with pytest.raises(Refused, match="same side"):
        covering._cover_by_cones(points, np.array([[0, 1], [1, 2], [2, 0]]))
    circle = _balls(craft.circle(5))
    assert covering._cover_by_cones(circle, np.array([[i, (i + 2) % 5] for i in range(5)])) > 0.62  # winds twice: fine


@pytest.mark.parametrize(("d", "K"), [(3, (1,)), (5, (2,)), (6, (1, 3)), (4, (1, 2, 3, 4)), (8, (3,)), (12, (1, 2))])
def test_signed_orbits(d: int, K: tuple[int, ...]) -> None:
    rows = []
    for k in K:
        for places in itertools.combinations(range(d), k):
            for signs in itertools.product((-1.0, 1.0), repeat=k):
                row = np.zeros(d)
                row[list(places)] = np.array(signs) / math.sqrt(k)
                rows.append(row)
    points = np.array(rows)
    found = float(covering.signed_orbit_covering(_balls(points)))
    if len(K) == 1:
        (k,) = K
        assert math.isclose(found, math.acos(max(k, d / k) ** -0.5), rel_tol=1e-12)
    assert _sampled_radius(points) <= found <= _sampled_radius(points) + 0.5
    if d == 4:  # against the other proof
        assert math.isclose(found, float(covering.facet_covering(_balls(points))), abs_tol=1e-6)
    for broken in (points[1:], points[: len(points) // 2]):
        try:
            less = float(covering.signed_orbit_covering(_balls(broken)))
        except Refused:
            continue
        assert less >= found  # another orbit alone may still cover
    with pytest.raises(Refused):
        covering.signed_orbit_covering(_balls(points + 0.01))


# --- Lipschitz constants ----------------------------------------------------------------------------------------------

SLOPES: list[tuple[str, int, float]] = [
    ("x0", 1, 1), ("3*x0 - 4*x1 + 7", 5, 5), ("[x0, x1]", 3, 1), ("[x0+x1, x0-x1, 2*x2]", 2, 2), ("x0*x1", 2, 1),
    ("x0**2", 9, 1), ("x0**2 + x1", 2, 1.7601725), ("acos(x2)", 2, 1), ("acos(0.6*x0 + 0.8*x1)", 4, 1),
    ("asin(x1/2)", 2, 0.5), ("abs(x0)", 7, 1), ("max(x0, x1, x2)", 2, 1), ("sqrt(1-x0**2)", 2, 1),
    ("norm(x0-1, x1, x2)", 2, 1), ("norm(x0, 2*x1)", 3, 2), ("2*pi*x0*x1", 2, 2 * math.pi),
    ("acos(x2) + x0 + x1", 2, 1 + 2**0.5), ("7", 2, 0), ("exp(x0)", 2, 1.4585389), ("exp(x0)", 6, 1.4585389),
    ("sin(4*x0)", 1, 4), ("1/(2+x0)", 2, 0.4237433), ("tanh(5*x0)", 2, 5), ("x0**3", 2, 1.1547006),
    ("[x0*x1, x1*x2, x2*x0]", 2, 1.0), ("[sin(x0), cos(x0), x1]", 2, 1.0), ("x0**2 - x1**2 + x2", 3, 5**0.5),
]  # fmt: skip


@pytest.mark.parametrize(("text", "m", "L"), SLOPES)
def test_claims_above_the_lipschitz_constant_are_verified_and_below_refused(text: str, m: int, L: float) -> None:
    tape = parse(text, m)
    with precision(64):
        for claim in ((1.03 if "[" in text else 1.004) * L + 1e-9, 3 * L + 1):
            lipschitz.verify_lipschitz(tape, rational(f"{claim:.9f}"))
        if L:
            for claim in (0.97 * L, 0.5 * L, 0.0) if not text.startswith("acos(x2) +") else (0.0,):
                with pytest.raises(Refused):
                    lipschitz.verify_lipschitz(tape, rational(f"{claim:.9f}"))


def test_exact_rules_hold_with_equality() -> None:
    with precision(64):
        for text, m, L in SLOPES:
            by_cells = text.startswith(("sin", "tanh", "[sin", "[x0*x1"))
            if (float(L).is_integer() or L == 0.5) and not by_cells:
                lipschitz.verify_lipschitz(parse(text, m), rational(str(L)))


@pytest.mark.parametrize("m", [1, 2, 3])
def test_the_cells_cover_the_whole_sphere(m: int) -> None:
    """A bump at each axis in turn, steeper than the claim, is never missed."""
    with precision(64):
        extras = ("", f"+exp(x{m}/10)/1000", f"+x0*exp(x{m})/1000") if m < 3 else ("+x0*x1*x2*x3/1000",)
        for i, sign, extra in itertools.product(range(m + 1), "+-", extras):
            tape = parse(f"max(0, {sign}x{i} - 9/10){extra}", m)
            if m < 3:
                lipschitz.verify_lipschitz(tape, fmpq(47, 100))
            with pytest.raises(Refused):
                lipschitz.verify_lipschitz(tape, fmpq(3, 10))


@pytest.mark.parametrize(
    "text", ["1/x0", "log(x0)", "tan(2*x0)", "sqrt(x0)", "x0**(1/3)", "acos(2*x0)", "x0/(x1-x1)", "0*log(x0)+x1"]
)
def test_what_is_not_lipschitz_is_refused(text: str) -> None:
    with precision(64), pytest.raises(Refused):
        lipschitz.verify_lipschitz(parse(text, 2), fmpq(1000))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_verified_slopes_bound_difference_quotients(data: st.DataObject) -> None:
    """Random expressions: whenever a claim is verified, no sampled pair of points is steeper."""
    leaf = st.sampled_from(["x0", "x1", "x2", "0.5", "2", "x0*x1", "x1**2"])
    wrap = st.sampled_from(
        ["abs({})", "sin({})", "exp({})", "tanh({})", "norm({}, 1)", "({})**2", "max({}, x1)", "acos({}/4)"]
    )
    join = st.sampled_from(["({}) + ({})", "({}) * ({})", "({}) - ({})", "min({}, {})"])
    build: Callable[[int], str] = lambda depth: (  # noqa: E731
        data.draw(leaf)
        if depth == 0
        else data.draw(wrap).format(build(depth - 1))
        if data.draw(st.booleans())
        else data.draw(join).format(build(depth - 1), build(depth - 1))
    )
    text = build(2)
    tape, rng = parse(text, 2), np.random.default_rng(12)
    x = rng.standard_normal((40, 3))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    y = x + 0.01 * rng.standard_normal((40, 3))
    steepest = 0.0
    for p, q in zip(_balls(x), _balls(y), strict=True):
        angle = 2 * (balls.distance(p, q) / 2).asin()
        gap = abs(values(tape, p)[tape.outputs[0]] - values(tape, q)[tape.outputs[0]])
        steepest = max(steepest, float((gap / angle).lower()))
    with precision(64):
        if steepest > 0.01:
            with pytest.raises(Refused):
                lipschitz.verify_lipschitz(tape, fmpq(*(0.995 * steepest).as_integer_ratio()))


def test_hessians_and_boxes_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutants of the cell bound: without the spread of the derivatives over the cell, false claims pass."""
    tape = parse("sin(4*x0)*x1", 2)
    with precision(64):
        with pytest.raises(Refused):
            lipschitz.verify_lipschitz(tape, fmpq(3))
        zero = [[[arb(0)] * 3 for _ in range(3)]]
        monkeypatch.setattr(lipschitz, "_hessians", lambda tape, jets: zero)
        monkeypatch.setattr(lipschitz, "_magnitude", lambda u: arb(0))
        lipschitz.verify_lipschitz(tape, fmpq(3))


def test_reduction_to_fewer_coordinates_keeps_the_map() -> None:
    small = lipschitz._reduced(parse("exp(x3) + x5**2", 9))
    assert small.d == 3
    assert {int(s.value.p) for s in small.steps if s.op == "x"} == {0, 1}
    assert lipschitz._reduced(parse("x0*x1*x2", 2)).d == 3
    assert lipschitz._reduced(parse("5", 4)).d == 2


def test_sums_are_seen_whole() -> None:
    with precision(64):
        found = slopes.global_slopes(parse("abs(x2) + x0/2 - 3*acos(x1) + x1/2", 2))
    rule = max(found.items())[1]
    assert abs(rule.base - arb(0.5).sqrt()) < 1e-12
    assert sorted(float(c) for c, _ in rule.others) == [1.0, 3.0]


# --- the pipeline's own products --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "m", "eps"),
    [
        ("x0*x1 + x2**3", 2, "1e-6"),
        ("x0", 20, "1e-3"),
        ("acos(x0)", 1, "0.05"),
        ("abs(x0)", 3, "0.5"),
        ("exp(x0)", 1, "1e-9"),
        ("[x0*x1, x1*x2, x2*x0]", 2, "1e-6"),  # sup_norm is claimed as 1, exactly
        ("x0**2 + x1**2 + x2**2", 2, "1e-3"),
    ],
)
def test_what_is_built_is_valid(text: str, m: int, eps: str, tmp_path: Path) -> None:
    from theory.targets import Target
    from verify.checker import check
    from verify.pipeline import build_prefix, save

    save(build_prefix(Target.from_expression(text, m), eps), tmp_path / "out")
    found = check(tmp_path / "out")
    assert found.valid, found.reason
    assert rational(found.certified_error) <= rational(eps)


def test_a_callable_is_only_named(craft: SimpleNamespace, tmp_path: Path) -> None:
    base = craft.circle_acos()
    case = base.but(lipschitz_status="given", target="os:getcwd").claiming(target_kind="callable")
    found = case.check(tmp_path / "x")
    assert found.valid
    assert len(found.assumptions) == 2
    assert not case.claiming(assumptions=()).check(tmp_path / "x").valid
    assert not case.claiming(assumptions=found.assumptions[:1]).check(tmp_path / "x").valid
    assert not case.but(lipschitz_status="certified").check(tmp_path / "x").valid
    assert not case.but(target="os.system('x'):f").check(tmp_path / "x").valid
    assert not craft.circle_x0().claiming(target_kind="callable").check(tmp_path / "x").valid


def test_a_given_constant_is_an_assumption_but_not_against_the_evidence(craft: SimpleNamespace, tmp_path: Path) -> None:
    case = craft.circle_acos().but(lipschitz_status="given")
    found = case.check(tmp_path / "x")
    assert found.valid
    assert len(found.assumptions) == 1
    assert not case.claiming(assumptions=()).check(tmp_path / "x").valid
    assert "steeper" in case.but(lipschitz="1/2").check(tmp_path / "x").reason
    assert isinstance(case.numbers, F1Numbers)


def test_spectral_limits_are_named(craft: SimpleNamespace, tmp_path: Path) -> None:
    case = craft.circle_x0()
    for changed in (
        case.but(cutoff=spectral.MAX_CUTOFF + 1),
        case.but(degree=10**6, cutoff=10**6),
        case.but(taylor_order=10**6),
        case.but(lam="501"),
        case.but(max_value="1e4999"),
        case.but(certified_error="1e-4999"),
        case.but(target="(x0+x1)**1000"),
        case.but(target="x0**1000*x1**1000*x0**1000"),
        case.but(target="exp(exp(exp(x0)))", taylor_order=100),
    ):
        assert "too large to check here" in changed.check(tmp_path / "x").reason
