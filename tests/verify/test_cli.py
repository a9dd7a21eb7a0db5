"""The command line as a user meets it: exit status, JSON on stdout and nothing else, errors that say what to do."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from verify.cli import app

POLYNOMIAL = ["build", "x0*x1 + x2**3", "--sphere", "2", "--eps", "1e-6"]


def call(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def answer(*words: str, status: int = 0) -> dict[str, Any]:
    result = call(*words, "--json")
    assert result.exit_code == status, result.output
    assert result.stdout.count("\n") == 1
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("cli") / "poly"
    assert call(*POLYNOMIAL, "--out", str(directory)).exit_code == 0
    return directory


def test_build_reports_what_the_files_say(tmp_path: Path) -> None:
    directory = tmp_path / "poly"
    facts = answer(*POLYNOMIAL, "--out", str(directory))
    certificate = json.loads((directory / "certificate.json").read_text())
    wanted = "tokens sphere method lam max_value eps certified_error lower_bound_tokens out"
    assert set(wanted.split()) <= set(facts)
    for key in ("tokens", "sphere", "method", "lam", "eps", "certified_error"):
        assert facts[key] == certificate[key]
    assert facts["out"] == str(directory)
    assert facts["assumptions"] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["poly"]  # no scratch files stay behind


def test_check_is_valid_then_invalid(built: Path, tmp_path: Path) -> None:
    found = answer("check", str(built))
    assert found["valid"] is True
    text = (built / "certificate.json").read_text()
    claimed = json.loads(text)["certified_error"]
    assert float(found["certified_error"]) <= float(claimed)
    assert call("check", str(built)).stdout.startswith("VALID")
    # Mutant: the same files with a smaller claim.
    for name in ("prefix.safetensors", "certificate.json"):
        (tmp_path / name).write_bytes((built / name).read_bytes())
    (tmp_path / "certificate.json").write_text(text.replace(f'"{claimed}"', f'"0.0000{claimed}"'))
    found = answer("check", str(tmp_path), status=1)
    assert found["valid"] is False
    assert found["reason"]
    assert call("check", str(tmp_path)).stdout.startswith("INVALID")


def test_check_of_nothing_is_unusable(tmp_path: Path) -> None:
    assert "error" in answer("check", str(tmp_path / "nowhere"), status=2)


def test_existing_directory_needs_force(built: Path) -> None:
    before = (built / "certificate.json").read_bytes()
    result = call("build", "x0", "--sphere", "2", "--eps", "1e-3", "--out", str(built))
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert (built / "certificate.json").read_bytes() == before


def test_run_encloses_head_and_target(built: Path) -> None:
    facts = answer("run", str(built), "--at", "0.6,0,0.8", "--at", "0,1,0")
    first, second = facts["rows"]
    assert first["target"] == ["0.51200000000000000"]
    assert second["target"] == ["0"] or abs(float(second["target"][0])) < 1e-20
    for row in facts["rows"]:
        assert float(row["difference"]) <= float(facts["certified_error"])
        assert abs(float(row["head"][0]) - float(row["target"][0])) <= float(facts["certified_error"])


def test_run_reads_an_array(built: Path, tmp_path: Path) -> None:
    points = tmp_path / "points.npy"
    np.save(points, np.eye(3))
    assert len(answer("run", str(built), "--points", str(points))["rows"]) == 3
    np.save(points, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    assert "array" in call("run", str(built), "--points", str(points)).stderr


@pytest.mark.parametrize(
    ("point", "says"),
    [
        ("1,0", "3 coordinates"),
        ("1,1,1", "length 1"),
        ("nan,0,0", "nan"),
        ("__import__('os'),0,0", "--at"),
        ("0,0,0", "length 1"),
    ],
)
def test_unusable_points(built: Path, point: str, says: str) -> None:
    result = call("run", str(built), "--at", point)
    assert result.exit_code == 2
    assert says in result.stderr


def test_run_without_points(built: Path) -> None:
    assert "--at" in call("run", str(built)).stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["x0 +", "--sphere", "2", "--eps", "0.1"], "column"),
        (["x7", "--sphere", "2", "--eps", "0.1"], "x2"),
        (["sign(x0)", "--sphere", "2", "--eps", "0.1"], "abs"),
        (["1/x0", "--sphere", "2", "--eps", "0.1"], "x"),
        (["x0", "--sphere", "0", "--eps", "0.1"], "m >= 1"),
        (["x0", "--sphere", "-3", "--eps", "0.1"], "m >= 1"),
        (["x0", "--sphere", "2", "--eps", "0"], "eps"),
        (["x0", "--sphere", "2", "--eps", "-1"], "eps"),
        (["x0", "--sphere", "2", "--eps", "nan"], "nan"),
        (["x0", "--sphere", "2", "--eps", "inf"], "inf"),
        (["[]", "--sphere", "2", "--eps", "0.1"], "column"),
        (["x0", "--sphere", "2", "--eps", "0.1", "--method", "magic"], "magic"),
        (["x0", "--sphere", "2", "--eps", "0.1", "--max-value", "0"], "max-value"),
        (["no_such_module_here:f", "--sphere", "2", "--eps", "0.1", "--lipschitz", "1"], "no_such_module_here"),
    ],
)
def test_unusable_input(words: list[str], says: str) -> None:
    result = call("build", *words)
    assert result.exit_code == 2, result.output
    assert says in result.stderr
    assert "Traceback" not in result.output
    assert "error" in answer("build", *words, status=2)


def test_out_of_reach_says_which_limit() -> None:
    found = answer(*POLYNOMIAL, "--max-tokens", "30", status=1)
    assert found["limit"].startswith("--")
    assert found["best"] is None or float(found["best"]) > 1e-6
    result = call(*POLYNOMIAL, "--max-value", "1", "--method", "spectral")
    assert result.exit_code == 1
    assert "--max-value" in result.stderr


def test_callable_target_names_its_assumptions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "my_targets_for_cli.py").write_text("def f(x):\n    return abs(x[0])\n")
    monkeypatch.chdir(tmp_path)
    words = ["build", "my_targets_for_cli:f", "--sphere", "2", "--eps", "0.5"]
    assert call(*words).exit_code == 2  # without --lipschitz nothing is known
    facts = answer(*words, "--lipschitz", "1", "--out", "net")
    assert any("Lipschitz" in line for line in facts["assumptions"])
    (tmp_path / "my_targets_for_cli.py").write_text("raise SystemExit('the checker must not run this')\n")
    found = answer("check", "net")
    assert found["assumptions"] == facts["assumptions"]
    assert answer("run", "net", "--at", "1,0,0")["rows"][0]["target"] is None


def test_bounds_rows() -> None:
    rows = answer("bounds", "--sphere", "2", "--lipschitz", "1", "--eps", "0.1")["rows"]
    kinds = {row["name"]: row["kind"] for row in rows}
    assert kinds["F3"] == "upper"
    assert kinds["G1"] == kinds["G2"] == "lower"
    assert "claim" in kinds.values()
    tokens = {row["name"]: int(float(row["tokens"])) for row in rows}
    assert tokens["G1"] <= tokens["G2"] <= tokens["F3"]


@pytest.mark.parametrize("words", [["--lipschitz", "-1", "--eps", "0.1"], ["--lipschitz", "1", "--eps", "0"]])
def test_bounds_refuses(words: list[str]) -> None:
    assert call("bounds", "--sphere", "2", *words).exit_code == 2


def test_help_names_every_command() -> None:
    shown = call("--help").stdout
    assert all(name in shown for name in ("build", "check", "run", "bounds"))


def test_prove_and_recheck(tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    found = answer("prove", "sin(x) <= x", "--for", "x in [0, inf)", "--out", str(file))
    assert found["verdict"] == "PROVED"
    assert answer("check", str(file))["valid"] is True
    # Mutant: the certificate of a true statement does not prove a false one.
    file.write_text(file.read_text().replace("sin(x) <= x", "sin(x) >= x"))
    assert call("check", str(file)).exit_code != 0
    assert answer("prove", "sin(x) <= x/2", "--for", "x in (0, 1)", status=1)["witness"]
    assert call("prove", "sin(x) <= y", "--for", "x in (0, 1)").exit_code == 2


def test_certify_a_foreign_prefix(tmp_path: Path) -> None:
    file = tmp_path / "foreign.npz"
    np.savez(file, keys=np.vstack([np.eye(3), -np.eye(3)]), values=np.array([3.0, 0, 0, -3.0, 0, 0]))
    words = ["certify", str(file), "--target", "x0", "--sphere", "2"]
    found = answer(*words, "--tol", "0.01", "--out", str(tmp_path / "cover"))
    lower, upper = float(found["lower"]), float(found["upper"])
    assert 0 < lower <= upper <= 1.011 * lower
    assert answer("check", str(tmp_path / "cover"))["valid"] is True
    assert answer(*words, "--eps", str(upper * 1.1))["verdict"] == "PROVED"
    assert answer(*words, "--eps", str(lower * 0.9), status=1)["verdict"] == "REFUTED"


def test_tighten_adds_an_enclosure(tmp_path: Path) -> None:
    words = ["build", "abs(x0)", "--sphere", "1", "--eps", "0.2", "--out", str(tmp_path / "net"), "--tighten"]
    facts = answer(*words)
    assert float(facts["true_error_lower"]) <= float(facts["true_error_upper"]) <= float(facts["certified_error"])
    assert answer("check", str(tmp_path / "net"))["certified_error"] == facts["true_error_upper"]
