"""Class prefixes: one proved number for all Lipschitz targets, against the lower bound G2 and against targets."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from constructions.class_prefix import class_plan, filled
from constructions.prefix import StoredPrefix
from theory.errors import InputError
from theory.prefix_length import fixed_keys_bound
from theory.targets import Target
from verify.class_bound import ClassBound, build_class
from verify.cli import app
from verify.recheck import recheck


def largest_error(stored: StoredPrefix, target: Target, count: int = 4000) -> float:
    points = np.random.default_rng(0).normal(size=(count, stored.d))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    logits = float(stored.lam.p) / float(stored.lam.q) * (points @ stored.keys[0].T)
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    return float(np.abs(weights @ stored.values[0] - target.sample(points)).max())


# (m, eps/L, proof, largest ratio of tokens to the lower bound G2): the goals of the project.
GOALS = [
    pytest.param(1, "0.001", "F1", None, id="circle-F1", marks=pytest.mark.slow),
    pytest.param(2, "0.05", "F1", 1.6, id="S2-F1", marks=pytest.mark.slow),
    pytest.param(3, "0.2", "F1", 3.3, id="S3-F1"),
    pytest.param(2, "0.2", "F6", 1.6, id="S2-F6", marks=pytest.mark.slow),
    pytest.param(1, "0.001", "F6", None, id="circle-F6", marks=pytest.mark.slow),
    pytest.param(2, "0.05", "F6", 1.6, id="S2-fine-F6", marks=pytest.mark.slow),
]


@pytest.mark.parametrize(("m", "radius", "proof", "ratio"), GOALS)
def test_goals(m: int, radius: str, proof: str, ratio: float | None) -> None:
    found = build_class(m, radius, proof=proof)
    assert found.proof == proof
    assert float(found.error) <= float(radius)
    least = fixed_keys_bound(m, 1, radius)
    assert isinstance(least, int)
    assert found.tokens <= (least + 2 if ratio is None else ratio * least)
    for text in (f"acos(x{m})", "x0", "abs(x0 - x1)/2", f"max(x0, x{m})"):
        target = Target.from_expression(text, m)
        assert largest_error(filled(found.stored, target), target) <= float(found.error) + 1e-9


@pytest.fixture(scope="module")
def coarse() -> ClassBound:
    return build_class(2, "0.5")


def test_f6_takes_a_much_smaller_lam(coarse: ClassBound) -> None:
    by_formula = build_class(2, "0.5", proof="F1")
    assert coarse.proof == "F6"
    assert by_formula.proof == "F1"
    assert coarse.tokens == by_formula.tokens
    assert 20 * coarse.stored.lam < by_formula.stored.lam
    # Mutant: that small a lam is not enough for the formula, and a still smaller one is not enough at all.
    stored = replace(coarse.stored, lam=coarse.stored.lam / 20)
    target = Target.from_expression("acos(x2)", 2)
    assert largest_error(filled(stored, target), target) > 0.5


@pytest.mark.parametrize("proof", ["F6", pytest.param("F1", marks=pytest.mark.slow)])
def test_saved_and_checked(proof: str, tmp_path: Path) -> None:
    found = build_class(2, "0.7", proof=proof)
    found.save(tmp_path / "a")
    answer = recheck(tmp_path / "a")
    assert answer.valid
    with pytest.raises(InputError, match="exists"):
        found.save(tmp_path / "a")
    build_class(2, "0.9", proof="F1" if proof == "F6" else "F6").save(tmp_path / "a", force=True)
    assert recheck(tmp_path / "a").valid
    assert len(list((tmp_path / "a").iterdir())) == (2 if proof == "F6" else 3)  # nothing of the first one is left


@pytest.mark.parametrize(("m", "radius"), [(0, "0.1"), (2, "0"), (2, "-1"), (2, "2"), (2, "x"), (2, "nan")])
def test_bad_input(m: int, radius: str) -> None:
    with pytest.raises(InputError):
        class_plan(m, radius)


def test_other_spheres_and_proofs_are_refused(coarse: ClassBound) -> None:
    with pytest.raises(InputError, match=r"S\^3"):
        filled(coarse.stored, Target.from_expression("x0", 3))
    with pytest.raises(InputError, match="F6"):
        build_class(2, "0.5", proof="F7")


def test_command(tmp_path: Path) -> None:
    runner = CliRunner()
    out = str(tmp_path / "c")
    result = runner.invoke(app, ["class", "--sphere", "2", "--eps", "1", "--lipschitz", "2", "--out", out, "--json"])
    assert result.exit_code == 0
    facts = json.loads(result.stdout)
    assert float(facts["class_error"]) <= 1
    assert facts["tokens"] >= facts["fixed_keys_bound"]
    assert "ratio" in runner.invoke(app, ["class", "--sphere", "2", "--eps", "0.9"]).stdout
    assert runner.invoke(app, ["class", "--sphere", "2", "--eps", "0"]).exit_code == 2
    assert runner.invoke(app, ["class", "--sphere", "2", "--eps", "0.1", "--out", out]).exit_code == 2
    assert runner.invoke(app, ["class", "--sphere", "30", "--eps", "0.1"]).exit_code == 1
