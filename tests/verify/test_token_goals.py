"""How few tokens polynomials take at 1e-12, certified: the project's goals for the gallery, for two ways of storage."""

from __future__ import annotations

import json

import pytest
from flint import fmpq
from typer.testing import CliRunner

from constructions.choose import plans
from theory.balls import exact
from theory.errors import InputError, UnreachableError
from theory.gallery import entry, gallery
from theory.harmonics import dimensions
from theory.targets import Target
from verify.cli import app
from verify.pipeline import build

# sphere: (largest ratio to the dimension with extended storage and values up to 1e6, with float64 and up to 1e3)
GOALS = {1: (1.75, 2.0), 2: (3.8, 7.0)}
QUICK = ("height", "tour", "cosine of 3", "gradient")


def polynomials() -> list[str]:
    names = []
    for found in gallery():
        if found.kind == "polynomial" and found.m <= 2:
            degree = found.target().degree
            if degree is not None and degree.value <= 8:
                names.append(found.name)
    return names


NAMES = [pytest.param(name, marks=[] if name in QUICK else pytest.mark.slow) for name in polynomials()]


@pytest.mark.parametrize("name", NAMES)
def test_gallery_polynomials(name: str) -> None:
    found = entry(name)
    target = found.target()
    degree = target.degree
    assert degree is not None
    size = int(target.sup_norm.value.upper().floor().fmpz())
    # Fields in microtesla reach 100, where 1e-12 would be a hundred units in the last place of float64.
    eps = fmpq(1, 10**12) * (size if size >= 10 else 1)
    dim = sum(dimensions(found.m, degree.value))
    for goal, value, components in zip(GOALS[found.m], ("1e6", "1e3"), (4, 1), strict=True):
        result = build(found.expression, found.m, eps, max_value=value, max_components=components)
        assert exact(result.certificate.certified_error) <= eps
        assert exact(result.certificate.max_value) <= exact(value)
        assert result.stored.components <= components
        assert result.stored.tokens <= goal * dim


@pytest.mark.parametrize(("value", "most"), [("100", 50), ("1e4", 38)])
def test_the_example_of_the_first_page(value: str, most: int) -> None:
    result = build("x0*x1 + x2**3", 2, "1e-6", max_value=value)
    assert result.stored.tokens <= most
    assert exact(result.certificate.certified_error) <= exact("1e-6")


def test_command() -> None:
    runner = CliRunner()
    arguments = ["build", "x0*x1 + x2**3", "--sphere", "2", "--eps", "1e-12", "--components"]
    result = runner.invoke(app, [*arguments, "1", "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["tokens"] == 68
    assert runner.invoke(app, [*arguments, "1", "--dtype", "float32"]).exit_code == 2
    assert runner.invoke(app, [*arguments, "0"]).exit_code == 2


def test_fold_on_the_three_sphere() -> None:
    assert build("abs(x0)", 3, "0.5").stored.tokens <= 120


def test_plain_storage_takes_more_tokens_or_says_why_not() -> None:
    free = build("x0*x1 + x2**3", 2, "1e-12", max_value="1e6")
    plain = build("x0*x1 + x2**3", 2, "1e-12", max_value="1e6", max_components=1)
    assert free.stored.components > 1
    assert plain.stored.components == 1
    assert plain.stored.tokens > free.stored.tokens
    with pytest.raises(UnreachableError, match="float64 per number"):
        build("x0*x1 + x2**3", 2, "1e-20", max_value="1e9", max_tokens=60, max_components=1)
    with pytest.raises(InputError, match="components"):
        plans(Target.from_expression("x0", 2), fmpq(1), max_value=fmpq(1), max_tokens=9, max_components=0)
