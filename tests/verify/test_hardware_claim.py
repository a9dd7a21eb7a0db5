"""Claims about hardware in certificates: every number is proved again, and what is changed or false is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flint import arb, fmpq
from typer.testing import CliRunner

from constructions.formats import BFLOAT16, BINARY16, BINARY32, FORMATS, cast
from theory.balls import exact, precision
from theory.targets import Target
from verify import floating, hardware_claim
from verify.certificate import CERTIFICATE_FILE, parse_certificate, write_certificate
from verify.certificate import FORMATS as VERSIONS
from verify.checker import check, floats
from verify.checker.stored_head import read_prefix
from verify.cli import app
from verify.floating import usual
from verify.hardware import build_for, hardware_error
from verify.pipeline import BuildResult, build, save


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[BuildResult, Path]]:
    results = {
        "narrow": build_for(BFLOAT16, Target.from_expression("x0*x1", 1), "0.03")[0],
        "context": build_for(BFLOAT16, Target.from_expression("x0", 1), "0.05", context=20)[0],
        "spectral": build_for(BINARY32, Target.from_expression("[x0, x0*x1]", 1), "1e-3")[0],
        "local": build_for(BINARY32, Target.from_expression("abs(x0)", 1), "0.2")[0],
    }
    base = tmp_path_factory.mktemp("claims")
    for name, result in results.items():
        save(result, base / name)
    return {name: (result, base / name) for name, result in results.items()}


def changed(path: Path, out: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    out.mkdir()
    (out / "prefix.safetensors").write_bytes((path / "prefix.safetensors").read_bytes())
    facts = json.loads((path / CERTIFICATE_FILE).read_text())
    change(facts)
    (out / CERTIFICATE_FILE).write_text(json.dumps(facts))
    return out


def less(text: str) -> str:
    return str(exact(text) * fmpq(97, 100))


def test_what_is_built_is_valid(made: dict[str, tuple[BuildResult, Path]]) -> None:
    for name, (result, path) in made.items():
        verdict, hardware = check(path), result.certificate.hardware
        assert verdict.valid, verdict.reason
        assert hardware
        assert verdict.hardware == f"<= {hardware.error} in {hardware.dtype}"
        assert (hardware.mesh is None) == (name == "local")
        assert (hardware.lipschitz is not None) == (name in ("narrow", "context"))
        assert exact(hardware.error) <= exact(hardware.eps)
    text = CliRunner().invoke(app, ["check", str(made["narrow"][1])]).output
    assert "as hardware evaluates it" in text


def smaller(*names: str) -> Callable[[dict[str, Any]], None]:
    def change(facts: dict[str, Any]) -> None:
        place = facts
        for name in names[:-1]:
            place = place[name]
        place[names[-1]] = less(place[names[-1]])

    return change


def put(value: object, *names: str) -> Callable[[dict[str, Any]], None]:
    def change(facts: dict[str, Any]) -> None:
        place = facts
        for name in names[:-1]:
            place = place[name]
        place[names[-1]] = value

    return change


EDITS: dict[str, tuple[str, Callable[[dict[str, Any]], None], str]] = {
    "error": ("narrow", smaller("hardware", "error"), "the error on hardware"),
    "error, float32": ("spectral", smaller("hardware", "error"), "the error on hardware"),
    "error, local": ("local", smaller("hardware", "error"), "the error on hardware"),
    "eps": ("narrow", put("0.001", "hardware", "eps"), "larger than its eps"),
    "turn_square": ("narrow", smaller("hardware", "mesh", "turn_square"), "turn_square"),
    "mean": ("spectral", smaller("hardware", "mesh", "mean"), "mean"),
    "scales": ("narrow", put(["1e-9", "1", "1"], "hardware", "mesh", "scales"), "mean"),
    "a scale of 0": ("narrow", put(["0", "1", "1"], "hardware", "mesh", "scales"), "positive"),
    "cutoff": ("narrow", put(2, "hardware", "mesh", "cutoff"), "turn_square|mean"),
    "steps": ("narrow", put(3, "hardware", "mesh", "steps"), "too coarse"),
    "too many steps": ("spectral", put(10**6, "hardware", "mesh", "steps"), "too large"),
    "no mesh": ("narrow", put(None, "hardware", "mesh"), "the error on hardware"),
    "a mesh for a local prefix": (
        "local",
        put({"cutoff": 9, "steps": 90, "turn_square": "1", "scales": ["1", "1", "1"], "mean": "0"}, "hardware", "mesh"),
        "a theorem with a polynomial",
    ),
    "lipschitz": ("narrow", smaller("hardware", "lipschitz"), "Lipschitz|lipschitz"),
    "no lipschitz": ("narrow", put(None, "hardware", "lipschitz"), "turn_square|mean|hardware"),
    "hash": ("narrow", put("0" * 64, "hardware", "cast_sha256"), "hash of the prefix cast"),
    "dtype": ("spectral", put("bfloat16", "hardware", "dtype"), "hash of the prefix cast"),
    "sums": ("spectral", put("bfloat16", "hardware", "accumulate"), "not covered"),
    "logits": ("spectral", put("bfloat16", "hardware", "logits"), "mean|error on hardware"),
    "softmax": ("spectral", put("bfloat16", "hardware", "softmax"), "assumption"),
    "factors": ("spectral", put("bfloat16", "hardware", "weights"), "error on hardware|mean"),
    "exp": ("spectral", put(400000, "hardware", "exp_ulp"), "assumption"),
    "online": ("spectral", put(1, "hardware", "online"), "error on hardware|mean"),
    "share": ("context", smaller("context", "share"), "share"),
    "no assumption": ("narrow", put([], "assumptions"), "assumption"),
    "version": ("narrow", put(VERSIONS[0], "format"), "exactly if its format"),
    "no claim": ("narrow", lambda facts: facts.pop("hardware"), "exactly if its format"),
    "unknown format": ("narrow", put("float8", "hardware", "dtype"), "not a certificate"),
    "a sign": ("narrow", put("-1", "hardware", "error"), "not a certificate"),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_changed_number_is_refused(name: str, made: dict[str, tuple[BuildResult, Path]], tmp_path: Path) -> None:
    case, change, reason = EDITS[name]
    verdict = check(changed(made[case][1], tmp_path / "x", change))
    assert not verdict.valid
    assert re.search(reason, verdict.reason), verdict.reason


LIES: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "x is exact": lambda patch: patch.setattr(hardware_claim, "query_error", lambda form, d: arb(0)),
    "logits keep their digits": lambda patch: patch.setattr(
        floating, "_stored", lambda form, most, low, high: (arb(0), arb(0), arb(0))
    ),
    "sums keep their digits": lambda patch: patch.setattr(floating, "_narrowing", lambda source, goal: fmpq(0)),
    "casting moves nothing": lambda patch: patch.setattr(
        hardware_claim, "movement", lambda stored, head, shift: (arb(0), arb(0))
    ),
}


@pytest.mark.parametrize("name", LIES)
def test_a_producer_that_ignores_an_error_is_refused(
    name: str, made: dict[str, tuple[BuildResult, Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = "spectral" if name == "casting moves nothing" else "narrow"
    result, path = made[case]
    hardware = result.certificate.hardware
    assert hardware
    LIES[name](monkeypatch)
    target = Target.from_expression(result.certificate.target, result.stored.m)
    form = FORMATS[hardware.dtype]
    false = hardware_claim.with_hardware(result.stored, result.certificate, target, usual(form), exact(hardware.eps))
    assert false.hardware
    assert exact(false.hardware.error) < exact(hardware.error) * fmpq(999, 1000)
    out = changed(path, tmp_path / "x", lambda facts: None)
    write_certificate(out / CERTIFICATE_FILE, false)
    assert not check(out).valid


def test_casting_agrees() -> None:
    stored = build("[x0, exp(x1)/3]", 1, "1e-9").stored
    head = read_prefix(stored.to_bytes())
    for name, form in FORMATS.items():
        keys, bias, values, shift = floats.cast(head, floats.format_of(name), context=False)
        with precision(stored.working_precision()):
            other = cast(stored, form, shift)
        assert np.array_equal(keys, other.keys)
        assert np.array_equal(bias, other.bias)
        assert np.array_equal(values, other.values)


def test_the_claim_is_reused_and_survives_writing(made: dict[str, tuple[BuildResult, Path]], tmp_path: Path) -> None:
    result, path = made["narrow"]
    certificate = result.certificate
    assert certificate.hardware
    assert hardware_error(result.stored, certificate, BFLOAT16).total == certificate.hardware.error
    fused = hardware_error(result.stored, certificate, BFLOAT16, usual(BFLOAT16, fused=True))
    assert fused.total == certificate.hardware.error
    assert hardware_error(result.stored, certificate, BFLOAT16, usual(BFLOAT16, online=4)).total != fused.total
    assert hardware_error(result.stored, certificate, BINARY16).total != fused.total
    assert parse_certificate((path / CERTIFICATE_FILE).read_bytes()) == certificate
