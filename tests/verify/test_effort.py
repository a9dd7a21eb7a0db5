"""``build --effort``: fewer tokens or a smaller lam than by theorems, and the proof of eps is independent of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flint import arb
from typer.testing import CliRunner

from theory.balls import exact
from theory.errors import InputError
from theory.targets import Target
from verify.cli import app
from verify.effort import build_leaner, class_constant
from verify.pipeline import build_prefix, save
from verify.recheck import recheck
from verify.supnorm_checker import check_supnorm


@pytest.mark.parametrize(("text", "m", "eps"), [("x0*x1 + abs(x2)/2", 2, "0.2"), ("abs(x0)", 1, "0.05")])
def test_fewer_tokens_and_a_smaller_lam(text: str, m: int, eps: str) -> None:
    target = Target.from_expression(text, m)
    plain = build_prefix(target, eps, "local")
    result, found = build_leaner(target, eps, "local")
    assert found is not None
    assert found.upper <= arb(exact(eps))
    assert result.stored.tokens < plain.stored.tokens
    assert result.stored.lam < plain.stored.lam
    # F6 serves the target as one of its class (slope at most 1.2 here)
    assert float(found.lower) <= 1.2 * float(class_constant(result.stored))


def test_the_spectral_prefix_gets_minimax_values(tmp_path: Path) -> None:
    target = Target.from_expression("x0*x1", 2)
    plain = build_prefix(target, "1e-4")
    result, found = build_leaner(target, "1e-4")
    assert found is None
    assert result.certificate.method in ("spectral", "minimax")
    assert result.stored.tokens <= plain.stored.tokens
    assert exact(result.certificate.certified_error) <= exact(plain.certificate.certified_error)
    save(result, tmp_path / "out")  # re-proved there


def test_callables_and_jackson_are_refused() -> None:
    with pytest.raises(InputError, match="expression"):
        build_leaner(Target.from_callable("math:fsum", 1, lipschitz=2), "0.1", "local")
    with pytest.raises(InputError, match="auto, local or spectral"):
        build_leaner(Target.from_expression("x0", 1), "0.1", "jackson")


def test_the_command_writes_what_the_checkers_accept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ["build", "abs(x0)", "--sphere", "1", "--eps", "0.1", "--effort", "--out", str(out), "--json"]
    answer = CliRunner().invoke(app, words)
    assert answer.exit_code == 0
    facts = json.loads(answer.stdout)
    assert float(facts["certified_error"]) <= 0.1
    assert facts["eps"] == "0.1"
    assert check_supnorm(out, workers=1).valid
    again = recheck(out)
    assert again.valid, again.reason
    assert again.certified_error == facts["certified_error"]
    # `run` names the error that `check` re-proves, not the weaker one of the theorem
    shown = CliRunner().invoke(app, ["run", str(out), "--at", "0.6,0.8", "--json"])
    assert json.loads(shown.stdout)["certified_error"] == facts["certified_error"]
    (out / "supnorm.json").write_text("{}")
    assert CliRunner().invoke(app, ["run", str(out), "--at", "0.6,0.8"]).exit_code == 2
