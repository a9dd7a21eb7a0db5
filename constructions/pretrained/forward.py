"""The model itself in numpy, float64, with prefixes in the caches of its heads; promises no rounding bound.

Agrees with ``transformers`` in float64 (tests/verify/test_pretrained_torch.py).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from constructions.prefix import Floats
from constructions.pretrained.model import Attention, Layer, Model
from constructions.pretrained.transport import ModelPrefix
from theory.errors import InputError

__all__ = ["Cache", "attend", "cache", "embed", "encode", "head_read_out"]


class Cache(NamedTuple):
    """Keys and values of past tokens for all heads of one layer, [heads, N, d_h] each."""

    keys: Floats
    values: Floats


def cache(attention: Attention, head: int, prefix: ModelPrefix) -> Cache:
    """The cache of a layer in which one head has the prefix and the others have zeros."""
    keys, values = (np.zeros((attention.heads, *prefix.keys.shape)) for _ in range(2))
    keys[head], values[head] = prefix.keys, prefix.values
    return Cache(keys, values)


def attend(attention: Attention, hidden: Floats, past: Cache | None = None, dtype: type = np.float64) -> Floats:
    """What the heads see of ``hidden`` [.., T, n] and the past, without mask: weighted values [.., heads, T, d_h].

    ``dtype``: queries, keys and values are rounded to it, scores and softmax computed in it.
    """

    def split(x: Floats) -> Floats:
        result: Floats = np.swapaxes(x.reshape(*x.shape[:-1], attention.heads, -1), -2, -3).astype(dtype)
        return result

    query, key, value = (split(part(hidden)) for part in (attention.query, attention.key, attention.value))
    if past is not None:
        key, value = (
            np.concatenate([np.broadcast_to(old.astype(dtype), (*new.shape[:-2], *old.shape[-2:])), new], axis=-2)
            for old, new in ((past.keys, key), (past.values, value))
        )
    scores = query @ np.swapaxes(key, -1, -2) * dtype(1 / math.sqrt(query.shape[-1]))
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = weights @ value / weights.sum(axis=-1, keepdims=True)
    return result


def head_read_out(attention: Attention, head: int, seen: Floats, readout: Floats) -> Floats:
    """C W_O of one head, for ``seen`` [.., heads, T, d_h] from `attend` -> [.., T, q]."""
    result: Floats = seen[..., head, :, :] @ (readout @ attention.head(head).output).T
    return result


def embed(model: Model, words: Floats, first_position: int = 0) -> Floats:
    """What the first LayerNorm reads for word vectors ``words`` [.., T, n_e] at consecutive positions, kind 0."""
    positions = model.positions[first_position : first_position + words.shape[-2]]
    if len(positions) != words.shape[-2]:
        raise InputError(f"the model has {len(model.positions)} positions, the text needs more")
    result: Floats = words + positions + model.kinds[0]
    return result


def encode(model: Model, embedded: Floats, caches: Mapping[int, Cache] | None = None) -> list[Floats]:
    """The input of each layer and the last output, [layers + 1] of [.., T, n], for ``embedded`` [.., T, n_e] (see
    `embed`) and the caches of some layers."""
    states = [model.embedding(embedded)]
    for index, layer in enumerate(model.layers):
        states.append(_block(model, layer, states[-1], (caches or {}).get(index)))
    return states


def _block(model: Model, layer: Layer, hidden: Floats, past: Cache | None) -> Floats:
    seen = np.swapaxes(attend(layer.attention, hidden, past), -2, -3)
    mixed = layer.attention.output(seen.reshape(*seen.shape[:-2], -1))
    middle = layer.attention_norm(hidden + mixed)
    return layer.output_norm(middle + layer.outer(_activation(model.activation, layer.inner(middle))))


def _activation(name: str, x: Floats) -> Floats:
    result: Floats
    if name == "gelu":
        from scipy.special import erf

        result = x * 0.5 * (1 + erf(x / math.sqrt(2)))
    elif name in ("gelu_new", "gelu_pytorch_tanh"):
        result = 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
    elif name == "relu":
        result = np.maximum(x, 0)
    else:
        raise InputError(f"the activation {name!r} of the model is not gelu, gelu_new or relu")
    return result
