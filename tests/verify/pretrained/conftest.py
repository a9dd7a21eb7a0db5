"""Small random models in folders of their own: BERT and ALBERT types with two layers, two heads of width 16."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]
HIDDEN, HEADS, LAYERS, INNER, EMBEDDING = 32, 2, 2, 24, 20


def config(kind: str) -> dict[str, Any]:
    return {
        "model_type": kind,
        "hidden_size": HIDDEN,
        "num_attention_heads": HEADS,
        "num_hidden_layers": LAYERS,
        "intermediate_size": INNER,
        "layer_norm_eps": 1e-5,
        "hidden_act": "gelu" if kind == "bert" else "gelu_new",
        "vocab_size": 11,
        "max_position_embeddings": 12,
        "type_vocab_size": 2,
        "embedding_size": EMBEDDING,
    }


def weights(kind: str, seed: int = 0) -> Arrays:
    """Float32 tensors with the names of transformers."""
    rng = np.random.default_rng(seed)
    found: Arrays = {}

    def linear(name: str, out: int, into: int) -> None:
        found[f"{name}.weight"] = (rng.normal(size=(out, into)) / np.sqrt(into)).astype(np.float32)
        found[f"{name}.bias"] = (0.3 * rng.normal(size=out)).astype(np.float32)

    def norm(name: str, size: int) -> None:
        found[f"{name}.weight"] = (1 + 0.3 * rng.normal(size=size)).astype(np.float32)
        found[f"{name}.bias"] = (0.2 * rng.normal(size=size)).astype(np.float32)

    width = HIDDEN if kind == "bert" else EMBEDDING
    for name, rows in (("word", 11), ("position", 12), ("token_type", 2)):
        found[f"embeddings.{name}_embeddings.weight"] = rng.normal(size=(rows, width)).astype(np.float32)
    norm("embeddings.LayerNorm", width)
    if kind == "albert":
        linear("encoder.embedding_hidden_mapping_in", HIDDEN, EMBEDDING)
        base = "encoder.albert_layer_groups.0.albert_layers.0"
        names = ["attention.query", "attention.key", "attention.value", "attention.dense"]
        parts = [(base, names, "attention.LayerNorm", "ffn", "ffn_output", "full_layer_layer_norm")]
    else:
        names = ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"]
        inner = ("attention.output.LayerNorm", "intermediate.dense", "output.dense", "output.LayerNorm")
        parts = [(f"encoder.layer.{i}", names, *inner) for i in range(LAYERS)]
    for base, maps, first_norm, into, out, last_norm in parts:
        for name in maps:
            linear(f"{base}.{name}", HIDDEN, HIDDEN)
        norm(f"{base}.{first_norm}", HIDDEN)
        linear(f"{base}.{into}", INNER, HIDDEN)
        linear(f"{base}.{out}", HIDDEN, INNER)
        norm(f"{base}.{last_norm}", HIDDEN)
    return found


Toy = Callable[..., Path]


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Toy:
    """toy(kind, config=..., weights=...) -> a folder with a model; dictionaries of changes."""
    from safetensors.numpy import save_file

    def make(kind: str = "bert", changes: dict[str, Any] | None = None, tensors: Arrays | None = None) -> Path:
        folder = tmp_path_factory.mktemp("model")
        (folder / "config.json").write_text(json.dumps(config(kind) | (changes or {})))
        save_file(weights(kind) | (tensors or {}), folder / "model.safetensors")
        return folder

    return make
