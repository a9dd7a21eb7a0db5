"""From the files of a model to its weights: which architectures are supported, and how their tensors are named."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import numpy as np

from constructions.prefix import Floats
from constructions.pretrained.model import Attention, Layer, LayerInput, LayerNorm, Linear, Model
from theory.balls import shown
from theory.errors import InputError
from verify.certificate import CertificateError, UnusableInput, read_regular_file, sha256_hex
from verify.pretrained_checker import HeadMaps, head_maps
from verify.pretrained_places import locate
from verify.pretrained_weights import Tensors, read_weights

__all__ = ["Loaded", "load_model"]

_MAX_CONFIG_BYTES = 1 << 20


class Loaded(NamedTuple):
    """A model and the files that it was read from, as the checker reads them."""

    model: Model
    tensors: Tensors
    config: dict[str, Any]

    def maps(self, layer: int, head: int) -> HeadMaps:
        """One head as `verify.pretrained_checker` reads it, at the current precision."""
        return head_maps(self.tensors, self.config, layer, head)


def load_model(source: str) -> Loaded:
    """The model, all weights as float64 (exactly the numbers of the file).

    Raises `InputError`: package or file missing, unsupported architecture, missing tensors, wrong shapes, NaN.
    """
    try:
        place = locate(source)
        config_bytes = read_regular_file(place.config, _MAX_CONFIG_BYTES)
        config = json.loads(config_bytes)
        file = read_weights(place.weights)
    except (UnusableInput, CertificateError) as error:
        raise InputError(str(error)) from None
    except ValueError:
        raise InputError(f"{place.config} is not JSON") from None
    if not isinstance(config, dict):
        raise InputError(f"{place.config} is not a JSON object")
    kind = _architecture(config)
    reader = _Reader(file.tensors, config)
    build = _albert if kind == "albert" else _bert
    model = build(reader, place.source, file.sha256, sha256_hex(config_bytes))
    return Loaded(model, file.tensors, config)


_ROTARY = ("llama", "mistral", "mixtral", "qwen", "gemma", "phi", "gpt_neox", "gptj", "falcon", "smollm", "modernbert")


def _architecture(config: dict[str, Any]) -> str:
    """ "albert" or "bert"; raises `InputError` that says why other architectures are not supported."""
    kind = str(config.get("model_type", "")).lower()
    supported = "Supported: model_type albert and bert with absolute positions."
    if "rope_theta" in config or "rope_scaling" in config or kind.startswith(_ROTARY):
        raise InputError(
            f"model_type {shown(kind)} rotates queries and keys by position (RoPE): a prefix would be exact for one "
            f"query position only (theory N), and no position is part of this certificate. {supported}"
        )
    if config.get("alibi") or kind in ("bloom", "mpt"):
        raise InputError(
            f"model_type {shown(kind)} adds a bias to every score that depends on the distance (ALiBi): a prefix would "
            f"hold for one query position only. {supported}"
        )
    if kind not in ("albert", "bert"):
        raise InputError(f"model_type {shown(kind)} is not supported. {supported}")
    position = config.get("position_embedding_type", "absolute")
    if position != "absolute":
        raise InputError(f"position_embedding_type {shown(position)} changes the scores of the heads. {supported}")
    if kind == "albert" and (config.get("num_hidden_groups", 1), config.get("inner_group_num", 1)) != (1, 1):
        raise InputError("ALBERT with several groups of layers is not supported: one shared block is.")
    return kind


class _Reader:
    """Tensors by name as float64, without the prefix that heads of transformers put before the encoder's names."""

    def __init__(self, tensors: Tensors, config: dict[str, Any]) -> None:
        self.tensors, self.config = tensors, config

    def count(self, name: str) -> int:
        found = self.config.get(name)
        if type(found) is not int or not 0 < found < 10**7:
            raise InputError(f"config.json: {name} is {shown(found)}, not a number of them")
        return found

    def __call__(self, name: str) -> Floats:
        for full in (name, f"bert.{name}", f"albert.{name}"):
            if full in self.tensors:
                found: Floats = self.tensors[full].astype(np.float64)
                return found
        raise InputError(f"the weight file has no tensor {name}; is it a whole encoder of the type in config.json?")

    def linear(self, name: str) -> Linear:
        return Linear(self(f"{name}.weight"), self(f"{name}.bias"))

    def norm(self, name: str) -> LayerNorm:
        eps = self.config.get("layer_norm_eps")
        if not isinstance(eps, int | float):
            raise InputError(f"config.json: layer_norm_eps is {shown(eps)}, not a number")
        return LayerNorm(self(f"{name}.weight"), self(f"{name}.bias"), float(eps))

    def attention(self, base: str, inner: str, output: str) -> Attention:
        query, key, value = (self.linear(f"{base}.{inner}{name}") for name in ("query", "key", "value"))
        return Attention(query, key, value, self.linear(f"{base}.{output}"), self.count("num_attention_heads"))


def _bert(read: _Reader, source: str, weights: str, config: str) -> Model:
    layers = []
    for i in range(read.count("num_hidden_layers")):
        base = f"encoder.layer.{i}"
        layers.append(
            Layer(
                read.attention(f"{base}.attention", "self.", "output.dense"),
                read.norm(f"{base}.attention.output.LayerNorm"),
                read.linear(f"{base}.intermediate.dense"),
                read.linear(f"{base}.output.dense"),
                read.norm(f"{base}.output.LayerNorm"),
            )
        )
    return _model(read, source, weights, config, LayerInput(read.norm("embeddings.LayerNorm")), layers)


def _albert(read: _Reader, source: str, weights: str, config: str) -> Model:
    base = "encoder.albert_layer_groups.0.albert_layers.0"
    layer = Layer(
        read.attention(f"{base}.attention", "", "dense"),
        read.norm(f"{base}.attention.LayerNorm"),
        read.linear(f"{base}.ffn"),
        read.linear(f"{base}.ffn_output"),
        read.norm(f"{base}.full_layer_layer_norm"),
    )
    embedding = LayerInput(read.norm("embeddings.LayerNorm"), read.linear("encoder.embedding_hidden_mapping_in"))
    return _model(read, source, weights, config, embedding, [layer] * read.count("num_hidden_layers"))


def _model(read: _Reader, source: str, weights: str, config: str, embedding: LayerInput, layers: list[Layer]) -> Model:
    words, positions, kinds = (
        read(f"embeddings.{name}_embeddings.weight") for name in ("word", "position", "token_type")
    )
    return Model(
        source=source,
        weights_sha256=weights,
        config_sha256=config,
        embedding=embedding,
        words=words,
        positions=positions,
        kinds=kinds,
        layers=tuple(layers),
        activation=str(read.config.get("hidden_act", "gelu")),
    )
