"""``export`` and ``import`` on the command line: files, proved errors, refusals."""

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from typer.testing import CliRunner

from constructions.export import read_peft
from constructions.formats import BINARY32, CastHead
from theory.balls import exact
from verify.cli import app
from verify.floating import usual
from verify.hardware import scaled
from verify.pipeline import build, save


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rounding bounds hold whatever is spent on them."""
    monkeypatch.setattr("verify.hardware._EFFORT", 1000)


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
        ("mha", ["prefix.safetensors", "use.py"]),
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
        assert facts["query"] == "x, 1"
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


@pytest.mark.parametrize("head_dim", [6, 8, 16, 64])
def test_the_bound_covers_every_softmax_scale(head_dim: int, built: Path, tmp_path: Path) -> None:
    """Keys and queries scaled as libraries do it, in float32: the score, the query, or both by the square root."""
    (tmp_path / "config.json").write_text(json.dumps({"n_layer": 1, "n_head": 2, "n_embd": 2 * head_dim}))
    arguments = ("export", built, "--to", "peft", "--out", tmp_path / "a", "--model-config", tmp_path / "config.json")
    bound = float(exact(json.loads(run(*arguments, "--json")[1])["hardware_error"]))
    assert bound < 0.011
    keys, values, _ = read_peft(tmp_path / "a", 0, 0)
    x = np.random.default_rng(0).standard_normal((20_000, 3))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    q, k, v = (part.astype(np.float32) for part in (np.column_stack([x, np.ones(len(x))]), keys[:, :4], values[:, 0]))
    scale = head_dim**-0.5
    for scores in (q @ k.T * np.float32(scale), q * np.float32(scale) @ k.T, root(q, scale) @ root(k, scale).T):
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        error = np.abs(weights @ v / weights.sum(axis=1) - (x[:, 0] * x[:, 1] + x[:, 2] ** 3)).max()
        assert error <= bound


def root(rows: NDArray[np.float32], scale: float) -> NDArray[np.float32]:
    return rows * np.float32(scale**0.5)


def test_a_mutant_without_the_scale_is_refuted() -> None:
    """An inexact scale moves the logits of float32 by more than 2 u of their size, and by less than what is claimed."""
    rng = np.random.default_rng(0)
    for head_dim in (8, 64):
        keys = rng.normal(size=(1000, 3)).astype(np.float32).astype(np.float64)
        made, claimed = scaled(CastHead(BINARY32, keys, np.zeros(1000), keys), usual(BINARY32), head_dim)
        x = rng.normal(size=(1000, 3))
        x = (x / np.linalg.norm(x, axis=1, keepdims=True)).astype(np.float32)
        q, k = root(x, head_dim**-0.5).astype(np.float64), root(keys.astype(np.float32), head_dim**-0.5)
        seen = np.abs(q @ k.T.astype(np.float64) - x.astype(np.float64) @ made.keys.T).max()
        size = np.linalg.norm(made.keys, axis=1).max()
        assert 2**-24 * size < seen <= float(claimed)
        assert scaled(CastHead(BINARY32, keys, np.zeros(1000), keys), usual(BINARY32), 16)[1] < 1e-30


def test_what_no_bound_would_cover_is_refused(built: Path, tmp_path: Path) -> None:
    """More context than certified, and a sliding window that loses the prefix."""
    config = tmp_path / "config.json"
    config.write_text(json.dumps({"n_layer": 1, "n_head": 2, "n_embd": 32, "sliding_window": 80}))
    for extra, reason in (
        (("--to", "torch", "--context", 65), "covers 64 visible context tokens"),
        (("--to", "torch", "--context", -1), "covers 64"),
        (("--to", "peft", "--model-config", config), "mask hides the prefix: sliding_window is 80"),
    ):
        status, text = run("export", built, "--out", tmp_path / "new", *extra)
        assert status == 2
        assert reason in text
    assert run("export", built, "--to", "mha", "--context", 64, "--out", tmp_path / "new")[0] == 0


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
