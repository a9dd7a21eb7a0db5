"""What prove() promises: verdicts, refusals, witnesses, budgets, the command and its certificate."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from fractions import Fraction

import pytest
from flint import fmpq

from theory.errors import ExpressionError, InputError
from verify.prove import PROVED, REFUTED, UNKNOWN, confirm, prove
from verify.proving.command import prove_command
from verify.proving.syntax import parse_statement
from verify.proving_checker import check_file, check_proof

HALF_LINE = ["x in (0, inf)"]

TRUE = [
    ("sin(x) < x", HALF_LINE),
    ("sin(x) <= x", ["x in [0, inf)"]),
    ("cos(x) < (sin(x)/x)**3", ["x in (0, pi/2)"]),
    ("t <= (pi/sqrt(2))*sqrt(1-cos(t))", ["t in [0, pi]"]),
    ("cos(d) - cos(2*d) >= d**2/2", ["d in (0, 1/2]"]),
    ("besseli(1,x)/besseli(0,x) >= x/(1+sqrt(1+x**2))", HALF_LINE),
    ("x**2 + y**2 >= 2*x*y", ["x in R", "y in R"]),
    ("sin(x+y) <= x + y", ["x in [0, 1]", "y in [0, 1]"]),
    ("2**k >= k+1", ["k >= 1"]),
    ("factorial(k) >= 2**(k-1)", ["k in 1..inf"]),
    ("y <= x and 0 <= y", ["x in [0, 1]", "y in [0, x]"]),
    ("max(x, 1-x) >= 1/2 and min(x, 0) <= 0", ["x in R"]),
    ("abs(sin(x)) <= abs(x)", ["x in R"]),
    ("gamma(x+1) == x*gamma(x)", HALF_LINE),
    ("0.1 + 0.2 == 0.3", []),
    ("tanh(x) < 1", ["x in R"]),
    ("cos(x) <= 1 and sin(x) < x", HALF_LINE),
    ("3*sin(x) - 4*cos(y) <= 7 + x**2", ["x in R", "y in R"]),
    ("exp(-a*x) <= exp(-a*y)", ["a in (0, inf)", "y in (0, inf)", "x in [y, inf)"]),
    ("3*exp(x) <= 2*exp(y)", ["x in [0, inf)", "y in [x + 1, inf)"]),
    ("a + b + 3 > 0", ["a in [0, inf)", "b in [0, inf)"]),
    ("m + k - 1 > 0", ["m in 1..inf", "k in 1..inf"]),
    ("2*a + 3*b > 5", ["a in (1, inf)", "b in [1, inf)"]),
    ("d > 0", ["d in (0, pi]", "x in (0, inf)", "t in [-1, 1]", "c in [-1, t]"]),
]
FALSE = [
    ("1 - besseli(1,x)/besseli(0,x) <= 1/(2*x)", HALF_LINE),
    ("sin(x) < x", ["x in [0, 1]"]),
    ("x**2 > 0", ["x in R"]),
    ("y < x", ["x in [0, 1]", "y in [0, x]"]),
    ("2**k >= k + 2", ["k >= 1"]),
    ("sin(x) == x", ["x in R"]),
    ("0 < x - x", ["x in R"]),
    ("exp(x) <= 1 + x + x**2", ["x in [0, 3]"]),
    ("1/10 < 0.1", []),
    ("3*sin(x) - 4*cos(y) <= 6.999 + x**2/10**9", ["x in [-4, 4]", "y in [-4, 4]"]),
    ("3*exp(x) <= 2*exp(y)", ["x in [0, inf)", "y in [x + 1/3, inf)"]),
    ("2*a + 3*b > 5", ["a in [1, inf)", "b in [1, inf)"]),
    ("d > 1", ["d in (0, pi]", "x in (0, inf)", "t in [-1, 1]", "c in [-1, t]"]),
]


@pytest.mark.parametrize(("statement", "domain"), TRUE)
def test_true_statements_are_proved_and_their_certificates_check(statement: str, domain: list[str]) -> None:
    verdict = prove(statement, domain, seconds=120)
    assert verdict.verdict == PROVED, verdict
    assert check_proof(json.loads(json.dumps(verdict.certificate))).valid


@pytest.mark.parametrize(("statement", "domain"), FALSE)
def test_false_statements_are_refuted_at_a_rational_point(statement: str, domain: list[str]) -> None:
    verdict = prove(statement, domain, seconds=120)
    assert verdict.verdict == REFUTED, verdict
    assert verdict.witness is not None
    point = {name: fmpq(Fraction(q).numerator, Fraction(q).denominator) for name, q in verdict.witness.items()}
    relations = parse_statement(statement, frozenset(point)).relations
    assert any(confirm(r, point) for r in relations)
    assert check_proof(verdict.certificate or {}).valid


@pytest.mark.parametrize("mu", ["1/2", "1", "3/2", "2", "7", "63/2"])
def test_both_sides_of_the_bessel_ratio_bounds(mu: str) -> None:  # theory A9
    lower, upper = (f"x/({mu}-1/2+sqrt(({mu}{sign}1/2)**2+x**2))" for sign in "+-")
    text = f"{lower} <= besseli({mu},x)/besseli({mu}-1,x) <= {upper}"
    if mu == "1/2":  # the upper bound is x/|x|
        text = "x/sqrt(1+x**2) <= besseli(1/2,x)/besseli(-1/2,x) <= 1"
    assert prove(text, HALF_LINE).verdict == PROVED


def test_the_bessel_ratio_bounds_jointly() -> None:
    ratio = "besseli(mu,x)/besseli(mu-1,x)"
    text = f"x/(mu-1/2+sqrt((mu+1/2)**2+x**2)) <= {ratio} <= x/(mu-1/2+sqrt((mu-1/2)**2+x**2))"
    assert prove(text, ["mu in [1/2, 32]", "x in [1/100, 1000]"]).verdict == PROVED
    false = f"{ratio} <= x/(mu-1/2+sqrt((mu+1/2)**2+x**2))"
    assert prove(false, ["mu in [1/2, 32]", "x in [1/100, 1000]"]).verdict == REFUTED


@pytest.mark.slow
def test_the_tail_bound_everywhere() -> None:  # theory A7, both inequalities, m <= 16 and K <= 40
    q = "x*(K+m)/((K+2)*(2*K+m+1))"
    domain = ["m in 1..16", "K in 0..40", "x in (0, min(50, (K+2)*(2*K+m+1)/(K+m)))"]
    assert prove(f"tail(m,K,x)*(1-{q}) <= coefficient(m,K+1,x)", domain, seconds=900, boxes=10**7).verdict == PROVED
    growth = "dimension(m,K+1)*gamma((m+1)/2)/gamma((m+1)/2+K+1)*(x/2)**(K+1)*exp(x**2/(4*((m-1)/2+K+2)))"
    domain = ["m in 1..16", "K in 0..40", "x in (0, 50]"]
    assert prove(f"coefficient(m,K+1,x) <= {growth}", domain, seconds=900, boxes=10**7).verdict == PROVED


@pytest.mark.parametrize(
    ("statement", "domain", "message"),
    [
        ("z >= 0", ["x in R"], "unknown name 'z'"),
        ("x >= ", ["x in R"], "syntax error"),
        ("x + 1", ["x in R"], "comparison"),
        ("x >= 0", ["x in (1, 0)"], "empty domain"),
        ("x >= 0", ["x in (0, 0]"], "empty domain"),
        ("x >= 0", ["x in [0, 1]", "x in [0, 2]"], "two domains"),
        ("x >= 0", ["x between 0 and 1"], "syntax error"),
        ("k >= 0", ["k in 3..1"], "empty domain"),
        ("1/x >= 0", ["x in [0, 1]"], "leaves its domain"),
        ("1/x <= 1", ["x in [-1, 1]"], "leaves its domain"),
        ("log(x) <= 1", ["x in [0, 1]"], "leaves its domain"),
        ("sqrt(x) >= 0", ["x in [-1, 1]"], "leaves its domain"),
        ("tan(x) >= x", ["x in [0, 2]"], "leaves its domain"),
        ("1/x - 1/x >= 0", ["x in [-1, 1]"], "leaves its domain"),
        ("gamma(x) > 0", ["x in (-1/2, 1)"], "leaves its domain"),
        ("1/0 >= 0", [], "leaves its domain"),
        ("__import__('os').system('true') >= 0", [], "not part of the language"),
        ("x.real >= 0", ["x in R"], "not part of the language"),
        ("(lambda: 1)() >= 0", [], "not part of the language"),
        ("sin(x, x) <= 1", ["x in R"], "1 argument"),
        ("x**1e9 >= 0", ["x in R"], "exponents"),
        ("x >= 1e99999", ["x in R"], "expon"),
        ("nan >= 0", [], "unknown name"),
        ("inf >= 0", [], "inf is allowed only"),
        ("True >= 0", [], "not numbers"),
        ("x >= 0", ["sin in [0, 1]"], "cannot be a variable"),
        ("(" * 300 + "x" + ")" * 300 + " >= 0", ["x in R"], "nested parentheses"),
        ("-" * 400 + "x >= 0", ["x in R"], "nested"),
    ],
)
def test_unusable_input_is_a_named_error(statement: str, domain: list[str], message: str) -> None:
    with pytest.raises(InputError, match=message.replace("(", r"\(")):
        prove(statement, domain, seconds=5)


def test_errors_point_at_the_column() -> None:
    with pytest.raises(ExpressionError) as caught:
        prove("x + foo(x) >= 0", ["x in R"])
    assert caught.value.column == 4


def test_removable_singularities_inside_the_domain_are_not_passed_over() -> None:
    with pytest.raises(InputError, match="leaves its domain"):
        prove("sin(x)/x <= 1", ["x in [-1, 1]"])


def test_a_spent_budget_is_unknown_with_the_place() -> None:
    verdict = prove("x*y <= x**3/3 + 2*y**(3/2)/3", ["x in [0, 3]", "y in [4, 5]"], seconds=1)
    assert verdict.verdict == UNKNOWN
    assert verdict.place is not None
    assert set(verdict.place) == {"x", "y"}
    assert verdict.time < 8
    assert prove("sin(x) <= x", ["x in [0, 1]"], boxes=1).verdict in (PROVED, UNKNOWN)


def test_integer_and_real_variables_are_not_confused() -> None:
    assert prove("2**k >= k + 1", ["k >= 1"]).verdict == PROVED  # integer by its name
    assert prove("2**k >= k + 1", ["k in [0, 1]"]).verdict == REFUTED  # real: fails at 1/2
    assert prove("2**x >= x + 1", ["x >= 0"]).verdict == REFUTED


def test_command_exit_codes_json_and_file(tmp_path: pytest.TempPathFactory) -> None:
    file = str(tmp_path / "proof.json")  # type: ignore[operator]
    out = io.StringIO()
    assert prove_command("sin(x) <= x", ["x in [0, inf)"], as_json=True, out=file, stdout=out) == 0
    record = json.loads(out.getvalue())
    assert record["verdict"] == PROVED
    assert {"verdict", "witness", "boxes", "certificate", "time"} <= set(record)
    assert check_file(file).valid
    quiet = io.StringIO()
    assert prove_command("sin(x) >= x", ["x in [0, inf)"], stdout=quiet) == 1
    assert prove_command("x*y <= x**3/3 + 2*y**(3/2)/3", ["x in [0, 3]", "y in [4, 5]"], seconds=0.5, stdout=quiet) == 3
    assert prove_command("q >= 0", ["x in R"], stdout=quiet, stderr=quiet) == 2


def test_the_checker_does_not_load_the_strategy() -> None:
    code = (
        "import sys, verify.proving_checker; "
        "print([m for m in sys.modules if m in {'verify.prove', 'verify.proving.search', 'verify.proving.goals', "
        "'verify.proving.integers', 'sympy'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(("m", "K"), [(1, 0), (2, 5), (16, 40)])
def test_the_tail_bound(m: int, K: int) -> None:  # theory A7; all of m <= 16, K <= 40 in the slow test
    q = f"x*({K}+{m})/(({K}+2)*(2*{K}+{m}+1))"
    domain = [f"x in (0, min(50, ({K}+2)*(2*{K}+{m}+1)/({K}+{m})))"]
    assert prove(f"tail({m},{K},x)*(1-{q}) <= coefficient({m},{K}+1,x)", domain).verdict == PROVED
    assert prove(f"tail({m},{K},x)*(1-{q}/2) <= coefficient({m},{K}+1,x)", domain).verdict == REFUTED


def test_the_comparison_needs_a_smooth_bound_down_to_zero() -> None:
    """A bound with a pole or a root below the domain must not pass through the Riccati comparison."""
    from verify.proving.riccati import evident
    from verify.proving.terms import add, number, power, variable

    x = variable("x")
    assert not evident(add([x, number(-1)]), {"x": (fmpq(0), True)}, True)
    assert evident(add([power(x, fmpq(2)), number(1)]), {"x": (fmpq(0), True)}, True)
    verdict = prove("besseli(1,x)/besseli(0,x) <= sqrt(x-1)", ["x in [3, 5]"])
    assert verdict.verdict == PROVED
    assert "riccati" not in verdict.methods
    assert prove("besseli(1,x)/besseli(0,x) <= sqrt(x-2)", ["x in [5/2, 5]"]).verdict == REFUTED
