"""The page of bounds: P5 at its head, every cell rounded outwards, columns in order."""

from __future__ import annotations

import re

import pytest
from flint import arb

from theory.proof_steps import Variable
from theory.registry import Statement
from theory.token_bounds import token_bounds
from verify import bounds_pages
from verify.bounds_pages import ERRORS, SPHERES, bounds_page, size


def value(cell: str) -> arb:
    """The number that a cell says."""
    if power := re.fullmatch(r"\$10\^\{([0-9.]+)\}\$", cell):
        return arb(10) ** arb(power[1])
    return arb(cell)


@pytest.mark.parametrize("tokens", [1, 999_999, 10**6, 10**6 + 1, 123456789, "1.23457e20", "4.8e3079", "1e54"])
def test_sizes_are_rounded_outwards(tokens: int | str) -> None:
    true = arb(str(tokens))
    assert not value(size(tokens, up=True)) < true
    assert not value(size(tokens, up=False)) > true
    assert value(size(tokens, up=True)) / true < arb("1.03")
    assert value(size(tokens, up=False)) / true > arb("0.97")


@pytest.mark.parametrize("m", [1, 2, 64, 511])
def test_rows_are_the_bounds(m: int) -> None:
    cells = bounds_pages._row(m, "1e-3")
    assert cells[0] == str(m)
    claim, route, ours, anyhow, continuous, fixed = map(value, cells[1:])
    assert claim > route > ours >= fixed >= continuous >= anyhow >= 1
    table = {row.name: row.tokens for row in token_bounds(m, 1, "1e-3")}
    assert not ours < arb(str(table["F3 circle" if m == 1 else "F3"]))
    assert not fixed > arb(str(table["G2"]))


@pytest.mark.slow
def test_the_page() -> None:
    from theory.registry import load

    page = bounds_page(load(), "proved")
    head, *tables = page.split("\n## ")
    assert "P5" in head
    assert load()["P5"].title in head
    assert len(tables) == len(ERRORS)
    for table in tables:
        assert table.count("\n| ") == 1 + len(SPHERES)


def test_markup_in_statements_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds_pages, "ERRORS", ("1e-1",))
    monkeypatch.setattr(bounds_pages, "SPHERES", (1,))
    from sympy import Symbol, true  # type: ignore[import-untyped]

    x = Symbol("x")
    statement = Statement(
        label="P5",
        title="T",
        kind="claim",
        says="a|b < c_1*d",
        formula=true,
        variables=(Variable(x, "real"),),
        steps=(),
    )
    page = bounds_page({"P5": statement}, "open")
    assert r"a\|b \< c\_1\*d" in page
    assert "open" in page
