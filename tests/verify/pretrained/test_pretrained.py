"""Prefixes for heads of small random models: built, re-proved, run, tampered with; unusable models are refused."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flint import fmpq
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from constructions.pretrained.forward import attend, cache, encode, head_read_out
from constructions.pretrained.placement import Kind
from theory.balls import exact, precision
from theory.errors import InputError, UnreachableError
from verify.certificate import UnusableInput
from verify.checker.stored_head import read_prefix
from verify.cli import app
from verify.pipeline import build, target_from
from verify.pretrained_build import best_core, build_pretrained, carry, placed, save_pretrained
from verify.pretrained_certificate import CLAIMS_FILE, MODEL_PREFIX_FILE, read_model_prefix
from verify.pretrained_checker import check_pretrained, deviation
from verify.pretrained_models import Loaded, load_model
from verify.pretrained_report import all_heads, head_report
from verify.pretrained_weights import read_weights

TARGET, CONTEXT = "x0*x1", 5
CASES: list[tuple[str, int, int, Kind]] = [
    ("bert", 0, 0, "norm"),
    ("bert", 1, 1, "affine"),
    ("albert", 0, 1, "norm"),
    ("albert", 0, 0, "affine"),
    ("albert", 1, 0, "norm"),
]


def sphere(count: int, d: int, seed: int = 0) -> Any:
    x = np.random.default_rng(seed).normal(size=(count, d))
    return x / np.linalg.norm(x, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def models(toy: Any) -> dict[str, Loaded]:
    return {kind: load_model(str(toy(kind))) for kind in ("bert", "albert")}


@pytest.fixture(scope="module")
def core() -> Any:
    return build(TARGET, sphere=2, eps="1e-3")


@pytest.fixture(scope="module")
def written(models: dict[str, Loaded], tmp_path_factory: pytest.TempPathFactory) -> Path:
    loaded, out = models["albert"], tmp_path_factory.mktemp("written") / "out"
    target = target_from(TARGET, 2)
    limits = {"eps": fmpq(1, 1000), "max_tokens": 500, "max_value": fmpq(10**5), "context": CONTEXT}
    save_pretrained(build_pretrained(loaded, 0, 1, target, **limits), out, loaded.model.source, force=False)  # type: ignore[arg-type]
    return out


# --- the head itself -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("family", "layer", "head", "kind"), CASES)
def test_model_with_the_prefix_in_its_cache_is_within_the_certified_bound(
    family: str, layer: int, head: int, kind: Kind, models: dict[str, Loaded], core: Any
) -> None:
    loaded = models[family]
    placement = placed(loaded, layer, head, 2, 1, kind)
    result = carry(loaded, layer, head, core, placement, context=CONTEXT)
    assert exact(result.claims.certified_error) < exact("1.02e-3")
    x, rng = sphere(300, 3), np.random.default_rng(1)
    source, attention = loaded.model.layer_input(layer), loaded.model.layers[layer].attention
    # Content tokens of all sizes, some of them placed tokens themselves.
    wide = len(source.norm.weight)
    content = source(rng.normal(size=(300, CONTEXT - 1, wide)) * 10.0 ** rng.integers(-3, 4, (300, 4, 1)))
    if kind == "norm":
        content[::3, 0] = placement.hidden(source, sphere(100, 3, seed=2))
    tokens = np.concatenate([placement.hidden(source, x)[:, np.newaxis], content], axis=1)
    seen = attend(attention, tokens, cache(attention, head, result.prefix))
    found = head_read_out(attention, head, seen, placement.readout)[:, 0, 0]
    assert np.abs(found - x[:, 0] * x[:, 1]).max() <= float(exact(result.claims.certified_error).p) / float(
        exact(result.claims.certified_error).q
    )


@pytest.mark.parametrize(("family", "layer", "head", "kind"), CASES)
def test_content_bounds_hold_for_adversarial_content(
    family: str, layer: int, head: int, kind: Kind, models: dict[str, Loaded], core: Any
) -> None:
    loaded = models[family]
    placement = placed(loaded, layer, head, 2, 1, kind)
    claims = carry(loaded, layer, head, core, placement, context=CONTEXT).claims
    part, source = loaded.model.layers[layer].attention.head(head), loaded.model.layer_input(layer)
    x = sphere(400, 3)
    query = part.query(placement.hidden(source, x))
    # The content that maximises the score of a query, and that which maximises the value: gradients as embeddings.
    linear = part.key.weight if source.mapping is None else part.key.weight @ source.mapping.weight
    values = part.value.weight if source.mapping is None else part.value.weight @ source.mapping.weight
    best = source((query @ linear) * source.norm.weight)
    scores = (query * part.key(best)).sum(axis=1) / np.sqrt(part.width)
    assert scores.max() <= float(claims.content_score) <= 2 * scores.max() + 5
    reading = placement.readout @ part.output
    far = source(np.array([sign * (reading @ values)[0] * source.norm.weight for sign in (1, -1)]))
    sizes = np.abs(part.value(far) @ reading.T)
    assert sizes.max() <= float(claims.content_value) <= 1.5 * sizes.max()


@pytest.mark.parametrize(("family", "layer", "head"), [("bert", 1, 1), ("albert", 0, 0)])
def test_the_token_itself_is_content_that_came_out_of_no_layer_norm(
    family: str, layer: int, head: int, models: dict[str, Loaded], core: Any
) -> None:
    loaded = models[family]
    placement = placed(loaded, layer, head, 2, 1, "affine")
    anchor = 1000 * np.random.default_rng(3).normal(size=placement.anchor.shape)
    placement = replace(placement, anchor=anchor)
    claims = carry(loaded, layer, head, core, placement, context=CONTEXT).claims
    part, h = loaded.model.layers[layer].attention.head(head), placement.hidden(None, sphere(400, 3))  # type: ignore[arg-type]
    scores = part.query(h) @ part.key(h).T / np.sqrt(part.width)
    sizes = np.linalg.norm(part.value(h) @ (placement.readout @ part.output).T, axis=1)
    assert scores.max() <= float(claims.content_score)
    assert sizes.max() <= float(claims.content_value)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), tilt=st.sampled_from([0.0, 1e-12, 1e-6, 1e-2]))
def test_logit_error_covers_tokens_whose_variance_depends_on_x(seed: int, tilt: float, models: Any, core: Any) -> None:
    """Directions that are neither orthogonal nor of equal length, and keys that are off."""
    loaded, rng = models["bert"], np.random.default_rng(seed)
    placement = placed(loaded, 0, 0, 2, 1)
    result = carry(loaded, 0, 0, core, placement, context=0)
    tensors = {
        "keys": result.prefix.keys * (1 + tilt * rng.normal(size=result.prefix.keys.shape)),
        "values": result.prefix.values,
        "anchor": placement.anchor + tilt * rng.normal(size=placement.anchor.shape),
        "directions": placement.directions + tilt * rng.normal(size=placement.directions.shape),
        "readout": placement.readout,
    }
    with precision(128):
        ideal = read_prefix(core.stored.to_bytes())
        found = deviation(loaded.maps(0, 0), ideal, tensors, fmpq(0), 0, affine=False)
    x = sphere(200, 3, seed)
    part, source = loaded.model.layers[0].attention.head(0), loaded.model.layer_input(0)
    query = part.query(source(tensors["anchor"] + x @ tensors["directions"].T))
    logits = query @ tensors["keys"].T / np.sqrt(part.width)
    lam = float(core.stored.lam.p) / float(core.stored.lam.q)
    off = np.abs(logits - lam * x @ core.stored.keys[0].T - core.stored.bias[0]).max()
    assert off <= float(found.logit_error.upper()) + 1e-13
    assert float(found.logit_error.upper()) <= 30 * off + 1e-12


def test_best_core_uses_the_tokens(models: dict[str, Loaded]) -> None:
    target = target_from("max(x0, x1)", 2)
    few, many = (best_core(target, fmpq(1000), n).certificate for n in (30, 60))
    assert few.tokens <= 30 < many.tokens <= 60
    assert exact(many.certified_error) < exact(few.certified_error)
    with pytest.raises(UnreachableError, match="3 tokens"):
        best_core(target_from("x0*x1 + x2**3", 2), fmpq(1000), 3)


def test_report_certifies_ranks(models: dict[str, Loaded]) -> None:
    assert list(all_heads(models["bert"])) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    for loaded in models.values():
        report = head_report(loaded, 1, 0, 3)
        assert report.largest_sphere == 14
        part, source = loaded.model.layers[1].attention.head(0), loaded.model.layer_input(1)
        placement = placed(loaded, 1, 0, 3, 1)
        e = placement.embed(np.vstack([np.eye(4), -np.eye(4)]))
        queries = part.query(source(e))
        M, b = (queries[:4] - queries[4:]).T / 2, queries.mean(axis=0)
        condition = np.linalg.cond(np.column_stack([M, b]))
        assert condition * (1 - 1e-9) <= float(report.keys_condition) <= 1.2 * condition


def test_encode_passes_prefixes_on(models: dict[str, Loaded], core: Any) -> None:
    loaded = models["bert"]
    result = carry(loaded, 0, 0, core, placed(loaded, 0, 0, 2, 1), context=2)
    e = result.prefix.placement.embed(sphere(2, 3))
    past = {0: cache(loaded.model.layers[0].attention, 0, result.prefix)}
    plain, prompted = encode(loaded.model, e), encode(loaded.model, e, past)
    assert len(plain) == 3
    assert np.array_equal(plain[0], prompted[0])
    assert not np.allclose(plain[2], prompted[2])


# --- the checker ---------------------------------------------------------------------------------------------------


def test_written_files_are_re_proved(written: Path) -> None:
    found = check_pretrained(written)
    assert found.valid, found.reason
    assert exact(str(found.certified_error)) <= fmpq(1, 1000)
    assert "head 1 in layer 0" in found.claim


def tampered(written: Path, tmp_path: Path, **changes: Any) -> Path:
    goal = tmp_path / "tampered"
    shutil.copytree(written, goal)
    claims = json.loads((goal / CLAIMS_FILE).read_text()) | changes
    (goal / CLAIMS_FILE).write_text(json.dumps(claims))
    return goal


SMALLER = (
    "logit_error",
    "value_error",
    "content_score",
    "content_value",
    "share",
    "max_key",
    "max_value",
    "core_error",
)


@pytest.mark.parametrize("name", [*SMALLER, "core_error", "certified_error"])
def test_smaller_numbers_are_not_re_proved(name: str, written: Path, tmp_path: Path) -> None:
    before = json.loads((written / CLAIMS_FILE).read_text())[name]
    found = check_pretrained(tampered(written, tmp_path, **{name: str(exact(before) * fmpq(999, 1000))}))
    assert not found.valid
    assert found.certified_error is None


@pytest.mark.parametrize(
    "changes",
    [
        {"layer": 1}, {"head": 0}, {"input": "affine"}, {"input": "other"},
        {"layer": 7}, {"head": 9}, {"context": 10**6}, {"boost": "0"}, {"sphere": 3},
        {"tokens": 1}, {"outputs": 2}, {"target": "x0*x2"}, {"eps": "1e-9"}, {"weights_sha256": "0" * 64},
        {"config_sha256": "0" * 64}, {"prefix_sha256": "0" * 64}, {"format": "prefixproof-pretrained/9"},
        {"certified_error": "nan"}, {"certified_error": "-1"}, {"boost": 1.5}, {"unknown": 1}, {"layer": -1},
    ],
)  # fmt: skip
def test_other_claims_are_not_re_proved(changes: dict[str, Any], written: Path, tmp_path: Path) -> None:
    found = check_pretrained(tampered(written, tmp_path, **changes))
    assert not found.valid
    assert found.reason


@pytest.mark.parametrize("name", ["keys", "values", "anchor", "directions", "readout"])
@pytest.mark.parametrize("change", [1e-3, np.nan, None])
def test_other_tensors_are_not_re_proved(name: str, change: float | None, written: Path, tmp_path: Path) -> None:
    from safetensors.numpy import save

    from verify.certificate import sha256_hex

    tensors = {
        key: value.copy() for key, value in read_model_prefix((written / MODEL_PREFIX_FILE).read_bytes()).items()
    }
    if change is None:
        tensors[name] = tensors[name][..., :-1]
    else:
        tensors[name].flat[0] += change
    data = save(tensors)
    goal = tampered(written, tmp_path, prefix_sha256=sha256_hex(data))
    (goal / MODEL_PREFIX_FILE).write_bytes(data)
    assert not check_pretrained(goal).valid


def test_another_core_head_is_not_re_proved(written: Path, tmp_path: Path) -> None:
    from verify.pipeline import save

    goal = tampered(written, tmp_path)
    for name in ("prefix.safetensors", "certificate.json"):
        (goal / name).unlink()
    save(build(TARGET, sphere=2, eps="1e-4"), tmp_path / "core")
    for path in (tmp_path / "core").iterdir():
        shutil.copy(path, goal)
    assert not check_pretrained(goal).valid


def test_other_weights_are_noticed(written: Path, tmp_path: Path) -> None:
    source = Path(json.loads((written / CLAIMS_FILE).read_text())["source"])
    moved = tmp_path / "moved"
    shutil.copytree(source, moved)
    assert check_pretrained(written, str(moved)).valid
    data = bytearray((moved / "model.safetensors").read_bytes())
    data[-1] ^= 1
    (moved / "model.safetensors").write_bytes(data)
    assert "weight file" in check_pretrained(written, str(moved)).reason
    shutil.copytree(source, tmp_path / "other")
    (tmp_path / "other" / "config.json").write_text("{}")
    assert "configuration" in check_pretrained(written, str(tmp_path / "other")).reason
    with pytest.raises(UnusableInput, match="neither a folder"):
        check_pretrained(written, str(tmp_path / "nothing"))


def test_huge_boosts_do_not_prove_anything_false(written: Path, tmp_path: Path) -> None:
    for boost in ("1e300", "1e-300"):
        assert not check_pretrained(tampered(written, tmp_path / boost, boost=boost)).valid


# --- unusable models ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"model_type": "llama"}, "RoPE"),
        ({"rope_theta": 10000.0}, "RoPE"),
        ({"model_type": "bloom"}, "ALiBi"),
        ({"alibi": True}, "ALiBi"),
        ({"model_type": "t5"}, "not supported"),
        ({"model_type": None}, "not supported"),
        ({"position_embedding_type": "relative_key"}, "relative_key"),
        ({"num_attention_heads": 3}, "3 heads"),
        ({"num_attention_heads": "two"}, "num_attention_heads"),
        ({"num_hidden_layers": 5}, "no tensor encoder.layer.2"),
        ({"layer_norm_eps": None}, "layer_norm_eps"),
        ({"layer_norm_eps": 2.0}, "eps = 2.0"),
    ],
)
def test_unsupported_configurations_are_named(changes: dict[str, Any], message: str, toy: Any) -> None:
    with pytest.raises(InputError, match=message):
        load_model(str(toy("bert", changes)))


QUERY = "encoder.layer.0.attention.self.query"


@pytest.mark.parametrize(
    ("tensors", "message"),
    [
        ({f"{QUERY}.bias": np.full(32, np.nan, np.float32)}, "NaN"),
        ({f"{QUERY}.weight": np.zeros((32, 30), np.float32)}, "shape"),
        ({f"{QUERY}.bias": np.zeros(30, np.float32)}, "shape"),
        ({f"{QUERY}.weight": np.zeros(32, np.float32)}, "two dimensions"),
    ],
)
def test_unusable_tensors_are_named(tensors: Any, message: str, toy: Any) -> None:
    with pytest.raises(InputError, match=message):
        load_model(str(toy("bert", tensors=tensors)))


def test_rank_deficient_heads_are_named(toy: Any, core: Any) -> None:
    weak = np.zeros((32, 32), np.float32)
    weak[:2] = np.eye(32)[:2]
    for tensors, message in (
        ({f"{QUERY}.weight": weak}, r"\[M b\] are not certainly independent"),
        ({"encoder.layer.0.attention.output.dense.weight": np.zeros((32, 32), np.float32)}, "C W_O"),
    ):
        loaded = load_model(str(toy("bert", tensors=tensors)))
        with pytest.raises(InputError, match=message):
            carry(loaded, 0, 0, core, placed(loaded, 0, 0, 2, 1), context=1)


def test_spheres_and_indices_that_do_not_fit(models: dict[str, Loaded], core: Any) -> None:
    loaded = models["bert"]
    for layer, head, m, outputs, message in (
        (0, 0, 15, 1, r"m\+2 <= 16"),
        (0, 0, 0, 1, "m >= 1"),
        (0, 2, 2, 1, "heads of this model are 0 to 1"),
        (2, 0, 2, 1, "layers of this model are 0 to 1"),
        (0, 0, 2, 17, "at most 16"),
    ):
        with pytest.raises(InputError, match=message):
            placed(loaded, layer, head, m, outputs)
    with pytest.raises(InputError, match="does not fit a placement"):
        carry(loaded, 0, 0, core, placed(loaded, 0, 0, 3, 1), context=1)
    with pytest.raises(UnreachableError, match="the rest is the rounding"):
        carry(loaded, 0, 0, core, placed(loaded, 0, 0, 2, 1), context=1, eps=exact(core.certificate.certified_error))
    with pytest.raises(InputError, match="context"):
        carry(loaded, 0, 0, core, placed(loaded, 0, 0, 2, 1), context=-1)


# --- the command line ------------------------------------------------------------------------------------------------


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["pretrained", *map(str, arguments)])


def test_commands(toy: Any, tmp_path: Path) -> None:
    model, out = toy("bert"), tmp_path / "out"
    options = ("--target", TARGET, "--sphere", 2, "--head", 1, "--tokens", 20, "--context", 3, "--out", out)
    built = run("build", model, *options)
    assert built.exit_code == 0, built.output
    assert "certified error" in built.output
    assert run("build", model, *options).exit_code == 2
    answer = json.loads(run("build", model, *options, "--force", "--json").output)
    assert answer["context"] == 3
    verdict = json.loads(run("check", out, "--json").output)
    assert verdict["valid"]
    assert exact(verdict["certified_error"]) <= exact(answer["certified_error"])
    assert CliRunner().invoke(app, ["check", str(out)]).output.startswith("VALID")
    sampled = json.loads(run("run", out, "--points", 100, "--json").output)
    assert 0 < sampled["sampled_error"] <= float(sampled["certified_error"])
    assert "in float32" in run("run", out, "--points", 10, "--dtype", "float32").output
    assert run("run", out, "--dtype", "float8").exit_code == 2
    layer = json.loads(run("layer", out, "--out", tmp_path / "cache.safetensors", "--json").output)
    assert 0 < float(layer["stream_error"]) < float(layer["norm_error"]) < 1e-3
    assert read_weights(tmp_path / "cache.safetensors").tensors["keys"].shape[0] == 2
    assert "residual stream" in run("layer", out).output
    report = json.loads(run("report", model, "--sphere", 3, "--json").output)
    assert [row["largest_sphere"] for row in report["heads"]] == [14] * 4
    proved = run("report", model, "--sphere", 2, "--target", TARGET, "--tokens", 20).output.splitlines()
    assert "largest m" in proved[0]
    assert len(proved) == 5
    listed = json.loads(run("list", "--json").output)
    assert {row["name"] for row in listed["models"]} == {"rxnmapper", "minilm"}


def test_commands_name_what_is_missing(toy: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify.pretrained_places.find_spec", lambda name: None)
    assert "pip install" in run("list").output
    for arguments, status, message in (
        (("report", "rxnmapper"), 2, "pip install --no-deps rxnmapper"),
        (("report", tmp_path), 2, "model.safetensors"),
        (("report", tmp_path / "none"), 2, "neither a folder"),
        (("build", toy("bert"), "--target", TARGET, "--sphere", 2, "--tokens", 0), 2, "at least one token"),
        (("build", toy("bert"), "--target", TARGET, "--sphere", 40), 2, "at most S"),
        (("check", tmp_path), 2, CLAIMS_FILE),
    ):
        answer = run(*arguments)
        assert answer.exit_code == status, answer.output
        assert message in answer.output + answer.stderr
