"""The choice between constructions: fewest tokens first, local on a tie, and reasons when nothing fits."""

import pytest
from flint import fmpq

from constructions.choose import METHODS, plans
from constructions.plan import Plan, Shortfall
from theory.balls import exact
from theory.errors import InputError
from theory.targets import Target


def chosen(
    text: str, m: int, eps: str, method: str = "auto", max_value: str = "1000", max_tokens: int = 200_000
) -> tuple[list[Plan], list[Shortfall]]:
    target = Target.from_expression(text, m)
    return plans(target, exact(eps), method=method, max_value=exact(max_value), max_tokens=max_tokens)


@pytest.mark.parametrize(
    ("text", "m", "eps", "method"),
    [
        ("x0*x1 + x2**3", 2, "1e-6", "spectral"),  # smooth, small error
        ("abs(x0)", 2, "0.3", "local"),  # no polynomial model
        ("x0", 2, "4", "local"),  # one token either way
        ("3", 2, "1e-9", "local"),
    ],
)
def test_auto_takes_the_fewest_tokens(text: str, m: int, eps: str, method: str) -> None:
    ready, _ = chosen(text, m, eps)
    assert ready[0].method == method
    assert [plan.tokens for plan in ready] == sorted(plan.tokens for plan in ready)
    single = [plan.tokens for name in ("local", "spectral") for plan in chosen(text, m, eps, name)[0]]
    assert ready[0].tokens == min(single)


@pytest.mark.parametrize("method", ["local", "spectral"])
def test_a_method_can_be_demanded(method: str) -> None:
    ready, short = chosen("x0", 1, "0.2", method)
    assert [plan.method for plan in ready] == [method]
    assert short == []


def test_reasons_when_nothing_fits() -> None:
    ready, short = chosen("abs(x0)", 2, "1e-3", max_tokens=100)
    assert ready == []
    assert {shortfall.limit for shortfall in short} == {"--eps", "--max-tokens"}


def test_unusable_parameters() -> None:
    target = Target.from_expression("x0", 2)
    good = {"eps": fmpq(1, 10), "method": "auto", "max_value": fmpq(10), "max_tokens": 100}
    for change in ({"eps": fmpq(0)}, {"eps": fmpq(-1)}, {"max_value": fmpq(0)}, {"max_tokens": 0}, {"method": "magic"}):
        with pytest.raises(InputError):
            plans(target, **(good | change))  # type: ignore[arg-type]
    assert METHODS == ("auto", "local", "spectral", "jackson")
