"""``export`` and ``import`` on the command line: files, proved errors, refusals."""

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from theory.balls import exact
from verify.cli import app
from verify.pipeline import build, save


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    goal = tmp_path_factory.mktemp("built") / "out"
    save(build("x0*x1 + x2**3", 2, "1e-2", max_value=30, context=64), goal)
    (goal.parent / "config.json").write_text(
        json.dumps({"model_type": "gpt2", "n_layer": 2, "n_head": 2, "n_embd": 32})
    )
    return goal


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    return result.exit_code, result.output


def test_export_says_what_is_proved(built: Path, tmp_path: Path) -> None:
    for kind, names in (
        ("npz", ["prefix.npz"]),
        ("torch", ["prefix.safetensors", "use.py"]),
        ("peft", ["adapter_config.json", "adapter_model.safetensors"]),
    ):
        out = tmp_path / kind
        status, text = run(
            "export", built, "--to", kind, "--out", out, "--model-config", built.parent / "config.json", "--json"
        )
        assert status == 0, text
        facts = json.loads(text)
        assert facts["files"] == names == sorted(path.name for path in out.iterdir())
        assert facts["context"] == 64
        assert exact(facts["certified_error"]) < exact(facts["hardware_error"]) < exact("0.02")
    status, text = run("export", built, "--to", "npz", "--out", tmp_path / "plain")
    assert "error in float32 <= " in text
    assert "with up to 64 visible context tokens" in text


def test_a_peft_prefix_comes_back(built: Path, tmp_path: Path) -> None:
    """Written for a head, read back, certified: the same function up to float32."""
    config = built.parent / "config.json"
    assert run("export", built, "--to", "peft", "--out", tmp_path / "a", "--model-config", config, "--layer", 1)[0] == 0
    status, text = run(
        "import", tmp_path / "a", "--sphere", 2, "--constant", "--layer", 1, "--out", tmp_path / "p.npz", "--json"
    )
    assert status == 0, text
    assert json.loads(text)["lam"] == 0.25
    status, text = run(
        "certify", tmp_path / "p.npz", "--target", "x0*x1 + x2**3", "--sphere", 2, "--eps", "0.011", "--json"
    )
    assert status == 0, text
    with np.load(tmp_path / "p.npz") as archive:
        assert archive["keys"].shape[1] == 3
        assert archive["bias"].min() > 5


def test_no_bound_for_an_inexact_softmax_scale(built: Path, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "x", "n_layer": 1, "n_head": 4, "n_embd": 32}))
    arguments = ("export", built, "--to", "peft", "--out", tmp_path / "a", "--model-config", tmp_path / "config.json")
    facts = json.loads(run(*arguments, "--json")[1])
    assert facts["hardware_error"] is None
    assert "not a power of two" in facts["remark"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--to", "onnx", "--out", "new"), "is not one of npz"),
        (("--to", "npz", "--out", "new", "--dtype", "int8"), "is not one of float64"),
        (("--to", "peft", "--out", "new"), "--model-config"),
        (("--to", "npz", "--out", "."), "exists"),
        (("--to", "npz", "--out", "no/where"), "not a directory"),
    ],
)
def test_export_refusals(arguments: tuple[str, ...], reason: str, built: Path, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    status, text = run("export", built, *arguments)
    assert status == 2
    assert reason in text
    assert list(tmp_path.iterdir()) == []


def test_import_refusals(built: Path, tmp_path: Path) -> None:
    config = built.parent / "config.json"
    run("export", built, "--to", "peft", "--out", tmp_path / "a", "--model-config", config)
    for extra, reason in (
        (("--sphere", 16, "--out", tmp_path / "p.npz"), "has no 17 coordinates"),
        (("--sphere", 2, "--out", tmp_path / "p.txt"), "must be a new file"),
        (("--sphere", 2, "--out", tmp_path / "p.npz", "--layer", 7), "layers 0 to 1"),
        (("--sphere", 0, "--out", tmp_path / "p.npz"), "at least 1"),
    ):
        status, text = run("import", tmp_path / "a", *extra)
        assert status == 2
        assert reason in text
    assert run("import", built, "--sphere", 2, "--out", tmp_path / "p.npz")[0] == 2
    assert not (tmp_path / "p.npz").exists()
