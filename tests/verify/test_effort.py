"""``build --effort``: fewer tokens or a smaller lam than by theorems, and the proof of eps is independent of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flint import arb
from typer.testing import CliRunner

from constructions.key_search import FloatHead, random_points
from constructions.prefix import StoredPrefix
from theory.balls import exact
from theory.errors import InputError
from theory.targets import Target
from verify.cli import app
from verify.effort import build_leaner, class_constant, leaner, searched_keys
from verify.pipeline import build_prefix, save
from verify.recheck import recheck
from verify.sup_norm import SupNorm
from verify.supnorm_checker import check_supnorm


@pytest.mark.parametrize(
    ("text", "m", "eps"), [pytest.param("x0*x1 + abs(x2)/2", 2, "0.2", marks=pytest.mark.slow), ("abs(x0)", 1, "0.1")]
)
def test_fewer_tokens_and_a_smaller_lam(text: str, m: int, eps: str) -> None:
    target = Target.from_expression(text, m)
    plain = build_prefix(target, eps, "local")
    result, found = build_leaner(target, eps, "local")
    assert found is not None
    assert found.upper <= arb(exact(eps))
    assert result.stored.tokens < plain.stored.tokens
    assert recheck_bound(result.stored, text, found) <= found.upper


def recheck_bound(stored: StoredPrefix, text: str, found: SupNorm) -> arb:
    """The largest error at random points (floats), a little less."""
    head = FloatHead(float(arb(stored.lam)) * stored.keys[0], stored.values[0], stored.bias[0])
    points = random_points(stored.m, 3000, 8)
    return arb(head.error(points, Target.from_expression(text, stored.m).sample(points)) * (1 - 1e-9))


def test_a_net_serves_the_class_of_its_target() -> None:
    """Theory F6: the certified error is at most L times the mean distance (slope 1 here)."""
    target = Target.from_expression("abs(x0)", 1)
    result, found = leaner(target, "0.1") or pytest.fail("no net reaches eps")
    assert float(found.lower) <= float(class_constant(result.stored))
    few, proof = searched_keys(target, "0.1", fewer_than=result.stored.tokens) or pytest.fail("no keys reach eps")
    assert few.stored.tokens < result.stored.tokens
    assert proof.upper <= arb(exact("0.1"))


def test_the_spectral_prefix_gets_minimax_values(tmp_path: Path) -> None:
    target = Target.from_expression("x0*x1", 1)
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
