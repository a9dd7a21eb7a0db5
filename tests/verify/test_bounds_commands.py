"""``prefixproof bounds``: rows in order, ratios rounded up, built rows really built, unusable input named."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flint import arb
from typer.testing import CliRunner

from verify.cli import app


def rows(*words: str, status: int = 0) -> dict[str, Any]:
    result = CliRunner().invoke(app, ["bounds", *words, "--json"])
    assert result.exit_code == status, result.output
    found = json.loads(result.stdout)
    return {row["name"]: row for row in found["rows"]} if status == 0 else found


@pytest.mark.parametrize("m", [1, 2, 8, 512])
@pytest.mark.parametrize("eps", ["1", "1e-6"])
def test_rows_are_ordered(m: int, eps: str) -> None:
    table = rows("--sphere", str(m), "--lipschitz", "1", "--eps", eps)
    least = arb(str(table["G2"]["tokens"]))
    for name, row in table.items():
        tokens = arb(str(row["tokens"]))
        assert tokens >= 1
        if row["kind"] == "upper":
            assert not tokens < least
            assert not arb(row["ratio"]) < tokens / least
        if row["kind"] == "lower":
            assert not tokens > least
        if row["kind"] == "limit":
            assert not tokens < least
        assert (row["ratio"] is None) == (row["kind"] not in ("upper", "built")), name
    if eps != "1":
        assert arb(str(table["E1a"]["tokens"])) > arb(str(table["F3"]["tokens"]))
        assert arb(str(table["P2"]["tokens"])) > arb(str(table["E1a"]["tokens"])) or m == 1


def test_the_linear_program_lowers_the_limit() -> None:
    words = ("--sphere", "7", "--lipschitz", "1", "--eps", "0.5")
    without, limited = rows(*words), rows(*words, "--limits")
    assert limited["G2"]["tokens"] <= limited["G2 limit"]["tokens"] < without["G2 limit"]["tokens"]
    assert "linear program" in limited["G2 limit"]["remark"]


@pytest.mark.slow
def test_a_target_is_built_by_every_construction() -> None:
    table = rows("--sphere", "2", "--target", "x0*x1", "--eps", "1e-3", "--max-tokens", "300")
    assert table["spectral"]["tokens"] < 50
    assert arb(table["spectral"]["certified_error"]) <= arb("1e-3")
    assert table["local"]["tokens"] is None
    assert "raise --max-tokens" in table["local"]["remark"]
    assert "jackson" in table
    assert table["spectral"]["ratio"] is not None


def test_the_class_prefix_is_built() -> None:
    table = rows("--sphere", "1", "--lipschitz", "2", "--eps", "0.1", "--build")
    built = table["class prefix"]
    assert table["G2"]["tokens"] <= built["tokens"] <= table["G2"]["tokens"] + 2
    assert arb(built["certified_error"].removesuffix(" L")) * 2 <= arb("0.1") * (1 + arb("1e-12"))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--sphere", "2", "--eps", "0.1"), "--lipschitz"),
        (("--sphere", "2", "--eps", "0.1", "--lipschitz", "1", "--effort"), "--target"),
        (("--sphere", "0", "--eps", "0.1", "--lipschitz", "1"), "m >= 1"),
        (("--sphere", "2", "--eps", "nan", "--lipschitz", "1"), "nan"),
        (("--sphere", "2", "--eps", "0", "--lipschitz", "1"), "eps"),
        (("--sphere", "2", "--eps", "0.1", "--lipschitz", "-1"), "Lipschitz"),
        (("--sphere", "2", "--eps", "0.1", "--target", "sign(x0)"), "abs"),
        (("--sphere", "2", "--eps", "4", "--lipschitz", "1", "--build"), "pi/2"),
        (("--sphere", "2", "--eps", "1", "--lipschitz", "0", "--build"), "constants"),
    ],
)
def test_unusable_input(words: tuple[str, ...], says: str) -> None:
    assert says in rows(*words, status=2)["error"]
