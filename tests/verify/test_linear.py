"""``prefixproof linear``: files, the independent checker and its mutants, runs in the cast format, refusals."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from flint import fmpq
from numpy.typing import NDArray
from typer.testing import CliRunner

from constructions.formats import BFLOAT16, BINARY32, BINARY64, Format
from theory.balls import exact
from theory.errors import UnreachableError
from verify.certificate import PREFIX_FILE, ContextNumbers, sha256_hex
from verify.checker.linear import check_linear
from verify.cli import app
from verify.linear import (
    BuiltLinear,
    build_linear,
    build_linear_for,
    cast_linear,
    linear_hardware_error,
    matrix_bytes,
    read_linear,
    save_linear,
)
from verify.linear_format import LINEAR_FILE, MATRIX_FILE, read_claim, write_claim

Floats = NDArray[np.float64]


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    return result.exit_code, result.output


def orthogonal(d: int, seed: int = 0) -> Floats:
    return np.linalg.qr(np.random.default_rng(seed).normal(size=(d, d)))[0]


def unit(n: int, d: int) -> Floats:
    x = np.random.default_rng(2).normal(size=(n, d))
    return x / np.linalg.norm(x, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    goal = tmp_path_factory.mktemp("linear") / "out"
    save_linear(build_linear(orthogonal(5)[:3], fmpq(1, 1000), context=64), goal)
    return goal


def test_any_matrix_of_64_rows_and_columns(tmp_path: Path) -> None:
    """build, check, run, export: 128 tokens, error 1e-4 for all unit vectors."""
    W = np.random.default_rng(0).normal(size=(64, 64))
    np.save(tmp_path / "W.npy", W)
    status, text = run("linear", tmp_path / "W.npy", "--eps", "1e-4", "--out", tmp_path / "out", "--json")
    assert status == 0, text
    facts = json.loads(text)
    assert facts["tokens"] == 128
    assert exact(facts["certified_error"]) <= exact("1e-4")
    status, text = run("check", tmp_path / "out", "--json")
    assert status == 0, text
    assert json.loads(text)["valid"]
    np.save(tmp_path / "x.npy", unit(3, 64))
    status, text = run("run", tmp_path / "out", "--points", tmp_path / "x.npy", "--json")
    assert status == 0, text
    for row, x in zip(json.loads(text)["rows"], unit(3, 64), strict=True):
        assert exact(row["difference"]) <= exact(facts["certified_error"])
        assert np.allclose([float(c) for c in row["target"]], W @ x)
    for kind in ("npz", "torch", "mha"):
        status, text = run("export", tmp_path / "out", "--to", kind, "--dtype", "float64", "--out", tmp_path / kind)
        assert status == 0, text
    with np.load(tmp_path / "npz" / "prefix.npz") as archive:
        assert archive["keys"].shape == (128, 64)
        assert archive["values"].shape == (128, 64)


@pytest.mark.parametrize("domain", ["sphere", "ball"])
@pytest.mark.parametrize("context", [0, 9])
@pytest.mark.parametrize("eps", ["0.4", "1e-3", "1e-13", "1e-30"])
def test_the_checker_agrees(domain: Any, context: int, eps: str, tmp_path: Path) -> None:
    built = build_linear(orthogonal(4)[:, :3] * 7, exact(eps), domain=domain, context=context)
    save_linear(built, tmp_path / "out")
    verdict = check_linear(tmp_path / "out")
    assert verdict.valid
    assert verdict.context == context
    assert exact(verdict.certified_error) <= exact(eps)
    assert read_linear(tmp_path / "out").claim == built.claim


def test_the_zero_matrix(tmp_path: Path) -> None:
    save_linear(build_linear(np.zeros((2, 3)), fmpq(1, 10), context=4), tmp_path / "out")
    assert check_linear(tmp_path / "out").certified_error == "0"


def _claim(**changes: Any) -> Callable[[BuiltLinear, Path], None]:
    def tamper(built: BuiltLinear, directory: Path) -> None:
        write_claim(directory / LINEAR_FILE, msgspec.structs.replace(built.claim, **changes))

    return tamper


def _prefix(name: str, index: Any, value: float) -> Callable[[BuiltLinear, Path], None]:
    def tamper(built: BuiltLinear, directory: Path) -> None:
        part = getattr(built.stored, name)[0]
        part[index] = value
        built.stored.save(directory / PREFIX_FILE)
        _claim(prefix_sha256=built.stored.sha256())(built, directory)

    return tamper


def _matrix(index: Any, value: float) -> Callable[[BuiltLinear, Path], None]:
    def tamper(built: BuiltLinear, directory: Path) -> None:
        matrix = built.matrix.copy()
        matrix[index] = value
        data = matrix_bytes(matrix)
        (directory / MATRIX_FILE).write_bytes(data)
        _claim(matrix_sha256=sha256_hex(data))(built, directory)

    return tamper


@pytest.mark.parametrize(
    ("tamper", "reason"),
    [
        (_claim(certified_error="0.0009"), "the error bound"),
        (_claim(certified_error="0.0009", eps="0.0008"), "at most eps"),
        (_claim(domain="ball"), "the error bound"),
        (_claim(norm="0.999"), "spectral norm"),
        (_claim(max_value="1"), "max_value"),
        (_claim(scale="1"), "the error bound"),
        (_claim(scale="0"), "must be positive"),
        (_claim(lam="1"), "says lam"),
        (_claim(tokens=9), "says tokens"),
        (_claim(sphere=5), "says sphere"),
        (_claim(outputs=5), "says outputs"),
        (_claim(context=ContextNumbers(tokens=10**6, boost="0", share="1e-9")), "share of the context"),
        (_claim(context=ContextNumbers(tokens=64, boost="0", share="0.9")), "the error bound"),
        (_claim(prefix_sha256="0" * 64), "not the hash"),
        (_claim(matrix_sha256="0" * 64), "not the hash"),
        (_prefix("keys", (0, 1), 1e-300), "keys are not"),
        (_prefix("keys", (0, 0), 1 + 2**-52), "keys are not"),
        (_prefix("values", (0, 0), 3.0), "not opposite"),
        (_prefix("bias", 0, 0.0), "biases are not all equal"),
        (_matrix((0, 0), 0.9), "could not re-prove"),
        (_matrix((0, 0), 1e300), "spectral norm"),
        (_matrix((0, 0), np.nan), "NaN"),
    ],
)
def test_false_certificates(tamper: Callable[[BuiltLinear, Path], None], reason: str, saved: Path, tmp_path: Path):  # type: ignore[no-untyped-def]
    for name in (PREFIX_FILE, MATRIX_FILE, LINEAR_FILE):
        (tmp_path / name).write_bytes((saved / name).read_bytes())
    assert check_linear(tmp_path).valid
    tamper(read_linear(tmp_path), tmp_path)
    verdict = check_linear(tmp_path)
    assert not verdict.valid
    assert reason in verdict.reason
    assert run("check", tmp_path)[0] == 1


@pytest.mark.parametrize("name", [PREFIX_FILE, MATRIX_FILE, LINEAR_FILE])
def test_damaged_files(name: str, saved: Path, tmp_path: Path) -> None:
    for other in (PREFIX_FILE, MATRIX_FILE, LINEAR_FILE):
        (tmp_path / other).write_bytes((saved / other).read_bytes())
    good, claim = (tmp_path / name).read_bytes(), read_claim(saved / LINEAR_FILE)
    hashes = {PREFIX_FILE: "prefix_sha256", MATRIX_FILE: "matrix_sha256"}
    for bad in (b"", b"{}", b"[" * 5000, good[:-8], good + b"\0", b"\xff" * 40, good.replace(b"F64", b"F32")):
        (tmp_path / name).write_bytes(bad)
        if name in hashes:
            write_claim(tmp_path / LINEAR_FILE, msgspec.structs.replace(claim, **{hashes[name]: sha256_hex(bad)}))
        if bad != good:
            assert not check_linear(tmp_path).valid
    (tmp_path / name).unlink()
    assert run("check", tmp_path)[0] == 2


def hardware(built: BuiltLinear, x: Floats, form: Format, context: int = 0) -> Floats:
    """The cast head in float32 numpy with the roundings to the format in between."""
    wide = np.float64 if form is BINARY64 else np.float32
    head = cast_linear(built, form)
    keys, values, bias = (part.astype(wide) for part in (head.keys, head.values, head.bias))
    logits = form.round((form.round(x).astype(wide) @ keys.T + bias).astype(np.float64)).astype(wide)
    top = np.maximum(logits.max(axis=1, keepdims=True), 0 if context else -np.inf)
    weights = np.exp(logits - top)
    below = weights.sum(axis=1, keepdims=True) + wide(context) * np.exp(-top)
    return form.round((form.round(weights.astype(np.float64)).astype(wide) @ values / below).astype(np.float64))


@pytest.mark.parametrize("form", [BINARY64, BINARY32, BFLOAT16])
@pytest.mark.parametrize(("domain", "context"), [("sphere", 0), ("ball", 0), ("sphere", 30)])
def test_runs_stay_below_the_proved_sum(form: Format, domain: Any, context: int) -> None:
    W, x = orthogonal(12), unit(5000, 12)
    built, found = build_linear_for(form, W, domain=domain, context=context)
    if domain == "ball":
        x = x * np.linspace(0, 1, len(x))[:, None]
    for tokens in {0, context}:
        seen = np.linalg.norm(hardware(built, x, form, tokens) - x @ W.T, axis=1).max()
        assert seen <= float(exact(found.total))
    if context == 0 and domain == "sphere":
        assert seen >= float(exact(built.claim.certified_error)) / 4
    # lam is where the sum is least, to ten per cent.
    for factor in (fmpq(2, 3), fmpq(3, 2)):
        other = build_linear(W, exact(built.claim.certified_error) * factor**2, domain=domain, context=context)
        assert exact(linear_hardware_error(other, form).total) > exact(found.total) * fmpq(9, 10)


def test_an_error_out_of_reach_of_a_format(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="least error proved is"):
        build_linear_for(BFLOAT16, orthogonal(6), fmpq(1, 1000))
    np.save(tmp_path / "W.npy", orthogonal(6))
    status, text = run("linear", tmp_path / "W.npy", "--eps", "1e-5", "--dtype", "float16", "--json")
    assert status == 1
    assert json.loads(text)["limit"] == "--eps"
    assert run("linear", tmp_path / "W.npy", "--eps", "0.5", "--dtype", "bfloat16")[0] == 0


def test_a_head_that_is_too_narrow(saved: Path, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"n_layer": 1, "n_head": 2, "n_embd": 10}))
    status, text = run(
        "export", saved, "--to", "peft", "--out", tmp_path / "a", "--model-config", tmp_path / "config.json"
    )
    assert status == 2
    assert "head_dim is 5, but 6 are needed" in text  # 5 coordinates and one for the boost


def test_refusals(tmp_path: Path) -> None:
    (tmp_path / "text.npy").write_text("1, 2")
    np.savez(tmp_path / "two.npz", a=np.eye(2))
    np.save(tmp_path / "object.npy", np.array([[None]]), allow_pickle=True)
    np.save(tmp_path / "W.npy", np.eye(3))
    (tmp_path / "old").mkdir()
    for arguments, reason in (
        (("text.npy", "--eps", "0.1"), "not a readable .npy"),
        (("none.npy", "--eps", "0.1"), "not a readable .npy"),
        (("object.npy", "--eps", "0.1"), "not a readable .npy"),
        (("two.npz", "--eps", "0.1"), "several arrays"),
        (("W.npy",), "give --eps E, or --dtype"),
        (("W.npy", "--eps", "0"), "must be > 0"),
        (("W.npy", "--eps", "nan"), "not a finite number"),
        (("W.npy", "--eps", "0.1", "--dtype", "int8"), "is not one of float64"),
        (("W.npy", "--eps", "0.1", "--out", tmp_path / "old"), "exists"),
        (("W.npy", "--eps", "0.1", "--context", "-1"), "--context"),
    ):
        status, text = run("linear", tmp_path / arguments[0], *arguments[1:])
        assert status == 2, arguments
        assert reason in text
    assert list((tmp_path / "old").iterdir()) == []
