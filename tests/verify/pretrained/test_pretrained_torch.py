"""Against transformers: files of torch.save, the numpy forward to 1e-12, and the model's own code with a prefix inside.

Needs the extra [torch], and for real weights the packages of `prefixproof pretrained list`:

pytest -m slow tests/verify/pretrained/test_pretrained_torch.py
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flint import fmpq

from constructions.pretrained.forward import cache, encode
from verify.pipeline import target_from
from verify.pretrained_build import best_core, build_pretrained, carry, placed
from verify.pretrained_models import load_model
from verify.pretrained_places import PACKAGES, locate
from verify.pretrained_weights import read_weights

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

pytestmark = pytest.mark.slow
KINDS = ["bert", "albert"]


def official(kind: str, config: dict[str, Any], tensors: dict[str, Any]) -> Any:
    """The encoder of transformers with these weights, in float64, eager attention."""
    settings, model = {
        "bert": (transformers.BertConfig, transformers.BertModel),
        "albert": (transformers.AlbertConfig, transformers.AlbertModel),
    }[kind]
    found = model(settings(**config, attn_implementation="eager"), add_pooling_layer=False)
    state = {name.removeprefix("bert.").removeprefix("albert."): torch.tensor(v) for name, v in tensors.items()}
    missing, _ = found.load_state_dict(state, strict=False)
    assert not missing
    return found.double().eval()


def given(source: str) -> tuple[Any, Any]:
    place = locate(source)
    config = json.loads(place.config.read_text())
    return load_model(source), official(config["model_type"], config, read_weights(place.weights).tensors)


@pytest.fixture(params=[*KINDS, *PACKAGES])
def pair(request: Any, toy: Any) -> tuple[Any, Any]:
    """The model as read here and as transformers runs it."""
    if request.param in KINDS:
        return given(str(toy(request.param)))
    if find_spec(PACKAGES[request.param].module) is None:
        pytest.skip("the package is not installed")
    return given(request.param)


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_both_formats_of_torch_save_are_read(kind: str, zipped: bool, toy: Any, tmp_path: Path) -> None:
    tensors = read_weights(toy(kind) / "model.safetensors").tensors
    state = {name: torch.tensor(value) for name, value in tensors.items()}
    state["half"] = state["embeddings.word_embeddings.weight"].to(torch.bfloat16).t()
    torch.save(state, tmp_path / "x.bin", _use_new_zipfile_serialization=zipped)
    found = read_weights(tmp_path / "x.bin").tensors
    assert all(np.array_equal(found[name], value) for name, value in tensors.items())
    assert np.array_equal(found["half"], state["half"].float().numpy())


def test_numpy_forward_agrees_with_transformers(pair: tuple[Any, Any]) -> None:
    loaded, model = pair
    words = np.random.default_rng(0).normal(size=(2, 7, len(loaded.model.words[0]))) * loaded.model.words.std()
    from constructions.pretrained.forward import embed

    found = encode(loaded.model, embed(loaded.model, words))
    with torch.no_grad():
        states = model(inputs_embeds=torch.tensor(words), output_hidden_states=True).hidden_states
    # ALBERT's first state is taken after its mapping.
    assert len(states) == len(found)
    for ours, theirs in zip(found, states, strict=True):
        assert np.abs(ours - theirs.numpy()).max() <= 1e-12 * max(1.0, np.abs(ours).max())


def run_with_prefix(model: Any, result: Any, layer: int, words: Any) -> Any:
    """What the head sees, [.., T, d_h], when the model's own code runs with the prefix beside the words' keys."""
    head = result.claims.head
    seen: list[Any] = []
    calls = iter(range(10**9))
    prefix = result.prefix

    def prompted(module: Any, query: Any, key: Any, value: Any, mask: Any, **options: Any) -> Any:
        if next(calls) == layer:
            past = cache_like(prefix, head, key)
            key, value = (torch.cat([old, new], dim=2) for old, new in zip(past, (key, value), strict=True))
        weights = torch.softmax(query @ key.transpose(2, 3) * options["scaling"], dim=-1)
        output = (weights @ value).transpose(1, 2)
        seen.append(output[:, :, head])
        return output, weights

    transformers.AttentionInterface.register("prompted", prompted)
    model.set_attn_implementation("prompted")
    with torch.no_grad():
        model(inputs_embeds=words)
    return seen[layer]


def cache_like(prefix: Any, head: int, key: Any) -> tuple[Any, Any]:
    """Keys and values [batch, heads, N, d_h]: the prefix in one head, zeros in the others."""
    batch, heads, _, width = key.shape
    found = []
    for array in (prefix.keys, prefix.values):
        whole = torch.zeros(batch, heads, len(array), width, dtype=torch.float64)
        whole[:, head] = torch.tensor(array)
        found.append(whole)
    return found[0], found[1]


def test_the_models_own_code_is_within_the_certified_bound(pair: tuple[Any, Any]) -> None:
    """10^4 points, the first layer, through the embedding LayerNorm; real models: the cubic on S^7."""
    loaded, model = pair
    real = loaded.model.source in PACKAGES
    text, m, tokens, count = ("x0*x1 + x2**3", 7, 240, 10_000) if real else ("x0*x1", 2, 40, 500)
    result = build_pretrained(
        loaded, 0, 1, target_from(text, m), eps=fmpq(1, 1000), max_tokens=tokens, max_value=fmpq(10**5), context=16
    )
    placement, rng = result.prefix.placement, np.random.default_rng(0)
    fixed = loaded.model.positions + loaded.model.kinds[0]
    reading = torch.tensor(placement.readout @ loaded.model.layers[0].attention.head(1).output)
    worst = 0.0
    for _ in range(count // 500):
        x = rng.normal(size=(100, 5, m + 1))
        x /= np.linalg.norm(x, axis=-1, keepdims=True)
        others = loaded.model.words[rng.integers(0, len(loaded.model.words), (100, 5))]
        words = np.concatenate([placement.embed(x) - fixed[:5], others], axis=1)
        seen = run_with_prefix(model, result, 0, torch.tensor(words))
        found = (seen @ reading.T)[:, :5, 0].numpy()
        wanted = x[..., 0] * x[..., 1] + (x[..., 2] ** 3 if real else 0)
        worst = max(worst, float(np.abs(found - wanted).max()))
    assert 0 < worst <= float(result.claims.certified_error)


def test_a_dynamic_cache_carries_the_prefix_in_bert(toy: Any) -> None:
    """transformers' own cache, all layers: the outputs agree with the numpy forward."""
    loaded, model = given(str(toy("bert")))
    core = best_core(target_from("x0*x1", 2), fmpq(100), 12)
    result = carry(loaded, 0, 1, core, placed(loaded, 0, 1, 2, 1), context=4)
    past = {0: cache(loaded.model.layers[0].attention, 1, result.prefix)}
    past[1] = past[0]._replace(values=np.zeros_like(past[0].values))
    words = np.random.default_rng(0).normal(size=(1, 4, 32))
    stored = transformers.DynamicCache([tuple(torch.tensor(part)[None] for part in past[layer]) for layer in range(2)])
    n = len(result.prefix.keys)
    with torch.no_grad():
        theirs = model(
            inputs_embeds=torch.tensor(words),
            past_key_values=stored,
            use_cache=True,
            position_ids=torch.arange(4)[None],
            attention_mask=torch.ones(1, n + 4),
        ).last_hidden_state
    from constructions.pretrained.forward import embed

    ours = encode(loaded.model, embed(loaded.model, words), past)[-1]
    assert np.abs(ours - theirs.numpy()).max() <= 1e-11
