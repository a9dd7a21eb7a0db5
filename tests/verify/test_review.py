"""Holes that a review of the checkers found, each named after its cause."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from flint import arb, fmpq
from typer.testing import CliRunner

from constructions.prefix import StoredPrefix
from verify.certificate import CERTIFICATE_FILE, Certificate, F1Numbers, H6Numbers, write_certificate
from verify.checker import check, floats, mesh
from verify.checker.floats import Errors
from verify.checker.rounding import Case, _by_values
from verify.cli import app
from verify.linear import build_linear, save_linear
from verify.pipeline import build, save
from verify.pretrained_weights import parse_weights
from verify.recheck import recheck
from verify.sup_norm import certify
from verify.supnorm.writing import write_certificate as write_sup_norm


def far_from_zero(x: np.ndarray) -> float:
    """A constant target that only user code knows."""
    return 100.0


def test_the_size_of_a_callable_target_is_an_assumption(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # sup_norm entered the proof of H3 but no sentence: a million tokens moved this head by 92, and 3.14 was VALID.
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    result = build(f"{Path(__file__).stem}:far_from_zero", 1, "1.2", method="jackson", lipschitz="1", context=4)
    save(result, tmp_path / "honest")
    assert check(tmp_path / "honest").valid
    facts = json.loads((tmp_path / "honest" / CERTIFICATE_FILE).read_text())
    facts["numbers"]["sup_norm"] = "0"
    facts["context"] |= {"tokens": 1_000_000, "share": "0.999"}
    facts |= {"certified_error": "3.15", "eps": "4"}
    (tmp_path / "honest" / CERTIFICATE_FILE).write_text(json.dumps(facts))
    verdict = check(tmp_path / "honest")
    assert not verdict.valid
    assert "at most 0 long" in verdict.reason


@pytest.mark.parametrize("d", [2, 4, 8])
def test_a_trace_that_is_a_power_of_two(d: int, tmp_path: Path) -> None:
    # The identity: log2 of its trace is a ball around an integer, whose floor is none.
    save_linear(build_linear(np.eye(d), fmpq(1, 1000)), tmp_path / "identity")
    assert recheck(tmp_path / "identity").valid


def test_long_keys_do_not_keep_the_checker_busy(tmp_path: Path) -> None:
    # lam is small, lam |k| is 10^9: the sum of the tail never ended.
    stored = StoredPrefix(1, fmpq(1), (np.array([[1e9, 0.0], [-1e9, 0.0]]),), (np.zeros((2, 1)),), (np.zeros(2),), "x0")
    numbers = H6Numbers(degree=1, taylor_order=0, truncation="0", sup_norm="2", cutoff=3, steps=100, head_error="5")
    certificate = Certificate(
        sphere=1, target="x0", target_kind="expression", outputs=1, method="minimax", theorem="H6", tokens=2, lam="1",
        eps="6", certified_error="6", max_value="0", numbers=numbers, prefix_sha256=stored.sha256(), producer="test",
    )  # fmt: skip
    stored.save(tmp_path / "prefix.safetensors")
    write_certificate(tmp_path / CERTIFICATE_FILE, certificate)
    verdict = check(tmp_path)
    assert not verdict.valid
    assert "too large to check here" in verdict.reason


def test_sizes_of_meshes_are_counted_once() -> None:
    mesh.mesh_size.cache_clear()
    assert mesh.mesh_size(60, 2) > mesh.MAX_WORK
    assert mesh.mesh_size.cache_info().misses < 200  # 2^24 visits took minutes


def test_the_length_of_a_query_moves_local_prefixes_too() -> None:
    # Theorem F1's way to bound rounding ignored that the query is r y: with lam = 1000 in bfloat16 four in a logit.
    numbers = F1Numbers(
        lipschitz="1", lipschitz_status="exact", covering="trivial", covering_radius="3.15", radius="3.2",
        norm_defect="0", value_error="0",
    )  # fmt: skip
    certificate = Certificate(
        sphere=1, target="x0", target_kind="expression", outputs=1, method="local", theorem="F1", tokens=2, lam="1000",
        eps="4", certified_error="4", max_value="100", numbers=numbers, prefix_sha256="0" * 64, producer="test",
    )  # fmt: skip
    case = Case([[arb(1000), arb(0)], [arb(-1000), arb(0)]], [arb(0)] * 2, [[arb(100)], [arb(-100)]])
    none = Errors(arb(0), arb(0), arb(0), arb(0), arb(0))
    found = [_by_values(certificate, case, none, arb(4), arb(0), arb(r), 0, arb(0)) for r in (0, 2**-8)]
    assert found[0] == 0
    assert found[1] > 100


def test_two_certificates_of_two_targets(tmp_path: Path) -> None:
    # The smaller of two errors was shown, whatever target it was about.
    result = build("x0", 1, "0.5")
    save(result, tmp_path / "one")
    found = certify(result.stored, "x0 + 5", fmpq(6))
    write_sup_norm(found, result.stored, tmp_path / "one")
    answer = recheck(tmp_path / "one")
    assert not answer.valid
    assert "one target" in answer.reason


def test_a_certificate_beside_that_of_a_matrix(tmp_path: Path) -> None:
    # `check` judged linear.json alone, `run` shows what certificate.json says.
    save_linear(build_linear(np.array([[1.0, 2.0]]), fmpq(1, 1000)), tmp_path / "matrix")
    (tmp_path / "matrix" / CERTIFICATE_FILE).write_text("{}")
    assert CliRunner().invoke(app, ["check", str(tmp_path / "matrix")]).exit_code == 1


@pytest.mark.parametrize("name", ["float16", "bfloat16", "float32"])
def test_small_logits_are_as_far_apart_as_subnormal_numbers(name: str) -> None:
    # Half a unit below 2^emin was taken to be half of what it is.
    form = floats.format_of(name)
    assert floats._half_unit(form, arb(0)) >= fmpq(2) ** (form.emin - form.bits)


@pytest.mark.parametrize("size", [128, 384, 640])
def test_headers_whose_length_looks_like_a_pickle(size: int) -> None:
    # One safetensors file in 32 has a header of 128 + 256 k bytes: its first byte is that of a pickle.
    header = json.dumps({"keys": {"dtype": "F64", "shape": [1], "data_offsets": [0, 8]}}).ljust(size).encode()
    data = size.to_bytes(8, "little") + header + np.array([2.5]).tobytes()
    assert parse_weights(data)["keys"].tolist() == [2.5]
