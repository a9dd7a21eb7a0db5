"""Files for other programs: what is written is what was cast, and damaged files are refused by name."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load

from constructions.export import ModelShape, Place, files, key_rows, read_peft
from constructions.formats import BFLOAT16, BINARY16, BINARY32, BINARY64, FORMATS, CastHead, Format
from theory.errors import InputError

GPT2 = ModelShape(layers=3, heads=2, head_dim=16, model_type="gpt2")


def head(form: Format = BINARY32, biased: bool = True, n: int = 5, d: int = 3, q: int = 2) -> CastHead:
    rng = np.random.default_rng(0)
    bias = rng.normal(size=n) * biased
    return CastHead(form, form.round(rng.normal(size=(n, d))), form.round(bias), form.round(rng.normal(size=(n, q))))


@pytest.mark.parametrize("form", [BINARY64, BINARY32, BINARY16])
def test_npz_and_safetensors_hold_the_cast_numbers(form: Format) -> None:
    made = head(form)
    with np.load(io.BytesIO(files(made, "npz")["prefix.npz"])) as archive:
        npz = {name: archive[name] for name in archive.files}
    for tensors in (npz, load(files(made, "safetensors")["prefix.safetensors"])):
        for name in ("keys", "bias", "values"):
            assert tensors[name].dtype == np.dtype(form.name)
            assert (tensors[name] == getattr(made, name)).all()
    joined = load(files(made, "torch")["prefix.safetensors"])
    assert (joined["keys"] == np.column_stack([made.keys, made.bias])).all()


def test_biases_of_zero_need_no_coordinate() -> None:
    assert key_rows(head(biased=False)).shape == (5, 3)
    assert "new_ones" not in files(head(biased=False), "torch")["use.py"].decode()
    assert len(files(head(), "torch")["use.py"].decode().splitlines()) <= 12


@pytest.mark.parametrize("form", FORMATS.values())
def test_peft_round_trip(form: Format, tmp_path: Path) -> None:
    made = head(form)
    for name, data in files(made, "peft", Place(GPT2, layer=2, head=1)).items():
        (tmp_path / name).write_bytes(data)
    keys, values, head_dim = read_peft(tmp_path, 2, 1)
    assert head_dim == 16
    assert (keys[:, :4] == key_rows(made)).all()
    assert (values[:, :2] == made.values).all()
    assert not keys[:, 4:].any()
    for layer, other in ((0, 0), (2, 0), (1, 1)):
        assert not any(part.any() for part in read_peft(tmp_path, layer, other)[:2])


def test_grouped_queries_share_keys(tmp_path: Path) -> None:
    config = {"hidden_size": 32, "num_attention_heads": 4, "num_key_value_heads": 2, "num_hidden_layers": 2}
    (tmp_path / "config.json").write_text(json.dumps(config | {"model_type": "llama"}))
    shape = ModelShape.from_config(tmp_path / "config.json")
    assert shape == ModelShape(2, 2, 8, "llama")
    with pytest.raises(InputError, match="--head 2: the model has heads 0 to 1"):
        Place(shape, head=2)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{}", "no attention"),
        ("[]", "not a JSON object"),
        ("{", "not a readable JSON"),
        ('{"n_layer": 0, "n_head": 2, "n_embd": 4}', "num_hidden_layers is 0"),
        ('{"n_layer": 1.5, "n_head": 2, "n_embd": 4}', "num_hidden_layers is 1.5"),
        ('{"n_layer": 1, "n_head": 8, "n_embd": 4}', "8 heads do not fit in a hidden size of 4"),
        ('{"n_layer": 1, "n_head": 2, "n_embd": 4, "scale_attn_by_inverse_layer_idx": true}', "inverse_layer_idx"),
        ('{"n_layer": 1, "n_head": 2, "n_embd": 4, "attn_logit_softcapping": 50.0}', "softcapping"),
        ('{"n_layer": 1, "n_head": 2, "n_embd": 4, "query_pre_attn_scalar": 3}', "query_pre_attn_scalar"),
        ('{"n_layer": 1, "n_head": 2, "n_embd": 4, "model_type": "bloom"}', "alibi"),
    ],
)
def test_unusable_model_configs(text: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(text)
    with pytest.raises(InputError, match=reason):
        ModelShape.from_config(tmp_path / "config.json")


def test_what_does_not_fit() -> None:
    with pytest.raises(
        InputError, match=r"head_dim is 2, but 4 are needed for m\+1 coordinates and one for the biases"
    ):
        files(head(), "peft", Place(ModelShape(1, 1, 2, "")))
    with pytest.raises(InputError, match="head_dim is 4, but 9 are needed for the values"):
        files(head(q=9), "peft", Place(ModelShape(1, 1, 4, "")))
    with pytest.raises(InputError, match="needs --model-config"):
        files(head(), "peft")
    with pytest.raises(InputError, match="numpy has no bfloat16"):
        files(head(BFLOAT16), "npz")
    with pytest.raises(InputError, match="is not one of npz"):
        files(head(), "onnx")


@pytest.mark.parametrize("biased", [True, False])
def test_the_matrices_of_a_module_do_not_depend_on_the_prefix(biased: bool) -> None:
    """Only the rows of the prefix differ; keys and values lie in their subspaces."""
    made = [load(files(head(biased=biased, n=n), "mha")["prefix.safetensors"]) for n in (5, 9)]
    for name in ("in_proj_weight", "out_proj.weight"):
        assert (made[0][name] == made[1][name]).all()
    width = 12 if biased else 9
    assert made[0]["in_proj_weight"].shape == (3 * width, width)
    W_Q, W_K, W_V = made[0]["in_proj_weight"].reshape(3, width, width)
    rows, plain = made[0]["prefix"], head(biased=biased)
    assert not (rows @ W_Q.T).any()
    assert ((rows @ W_K.T)[:, : width // 3] == key_rows(plain).astype(np.float32)).all()
    assert ((rows @ W_V.T)[:, :2] == plain.values.astype(np.float32)).all()
    assert ("rows[:, 3] = 1" in files(plain, "mha")["use.py"].decode()) == biased


def adapter(directory: Path) -> Path:
    for name, data in files(head(), "peft", Place(GPT2)).items():
        (directory / name).write_bytes(data)
    return directory


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"peft_type": "LORA"}, "PREFIX_TUNING"),
        ({"prefix_projection": True}, "prefix_projection"),
        ({"num_layers": "3"}, "num_layers is '3'"),
        ({"num_virtual_tokens": 6}, "no usable tensor"),
        ({"num_attention_heads": 5}, "not a multiple"),
    ],
)
def test_unusable_adapters(changes: dict[str, object], reason: str, tmp_path: Path) -> None:
    file = adapter(tmp_path) / "adapter_config.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))
    with pytest.raises(InputError, match=reason):
        read_peft(tmp_path, 0, 0)


def test_damaged_tensors(tmp_path: Path) -> None:
    file = adapter(tmp_path) / "adapter_model.safetensors"
    good = file.read_bytes()
    for bad in (b"", good[:40], good[:-4], b"\xff" * len(good), good[:8] + b"[" * 2000 + good[2008:]):
        file.write_bytes(bad)
        with pytest.raises(InputError, match="no usable tensor"):
            read_peft(tmp_path, 0, 0)
    file.write_bytes(good[:-4] + np.float32("nan").tobytes())
    with pytest.raises(InputError, match="NaN"):
        read_peft(tmp_path, 0, 0)
