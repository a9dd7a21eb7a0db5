"""The weights of an encoder with LayerNorm after each block (BERT, ALBERT), as exact float64 arrays.

Every layer of such a model reads the output of a LayerNorm (for ALBERT's first layer followed by an affine map): that
bounds the content tokens of a certificate, whatever they are, and puts a sphere into the layer's input.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from constructions.prefix import Floats
from theory.errors import InputError

__all__ = ["Attention", "Head", "Layer", "LayerInput", "LayerNorm", "Linear", "Model"]


def _checked(name: str, array: Floats, *shape: int) -> None:
    if array.shape != shape or array.dtype != np.float64:
        raise InputError(f"{name}: expected float64 of shape {shape}, got {array.dtype} of {array.shape}")
    if not np.isfinite(array).all():
        raise InputError(
            f"{name}: has NaN or infinite entries; the weight file is damaged, install or download it again"
        )


@dataclass(frozen=True, eq=False)
class Linear:
    """x -> W x + b: ``weight`` [out, in], ``bias`` [out].  Raises `InputError` for shapes that do not fit, NaN."""

    weight: Floats
    bias: Floats

    def __post_init__(self) -> None:
        if self.weight.ndim != 2:
            raise InputError(f"a weight matrix has two dimensions, got shape {self.weight.shape}")
        _checked("weight", self.weight, *self.weight.shape)
        _checked("bias", self.bias, len(self.weight))

    def __call__(self, x: Floats) -> Floats:
        """``x`` [..., in] -> [..., out] in float64."""
        result: Floats = x @ self.weight.T + self.bias
        return result


@dataclass(frozen=True, eq=False)
class LayerNorm:
    """e -> weight * (e - mean e)/sqrt(var e + eps) + bias, all of size n; ``eps`` >= 0 is exactly this float."""

    weight: Floats
    bias: Floats
    eps: float

    def __post_init__(self) -> None:
        _checked("LayerNorm weight", self.weight, len(self.weight))
        _checked("LayerNorm bias", self.bias, len(self.weight))
        if not 0 <= self.eps < 1:
            raise InputError(f"LayerNorm: eps = {self.eps} is not between 0 and 1")

    def __call__(self, e: Floats) -> Floats:
        """``e`` [..., n] -> [..., n] in float64."""
        centred = e - e.mean(axis=-1, keepdims=True)
        variance = (centred * centred).mean(axis=-1, keepdims=True)
        result: Floats = centred / np.sqrt(variance + self.eps) * self.weight + self.bias
        return result


@dataclass(frozen=True, eq=False)
class LayerInput:
    """How a layer's input comes about: h = LayerNorm(e), then ``mapping`` if there is one (ALBERT's first layer)."""

    norm: LayerNorm
    mapping: Linear | None = None

    def __call__(self, e: Floats) -> Floats:
        """``e`` [..., n_e] -> h [..., n] in float64."""
        h = self.norm(e)
        return h if self.mapping is None else self.mapping(h)


@dataclass(frozen=True, eq=False)
class Head:
    """One attention head: scores (W_Q h + b_Q).(W_K h' + b_K)/sqrt(d_h), output W_O (W_V h' + b_V), hidden size n.

    ``query``, ``key``, ``value`` map n -> d_h; ``output`` [n, d_h] holds this head's columns of W_O.
    """

    query: Linear
    key: Linear
    value: Linear
    output: Floats

    def __post_init__(self) -> None:
        width, hidden = self.query.weight.shape
        for name, part in (("key", self.key), ("value", self.value)):
            _checked(f"{name} weight of the head", part.weight, width, hidden)
        _checked("output weight of the head", self.output, hidden, width)

    @property
    def width(self) -> int:
        """The head's dimension d_h."""
        return len(self.query.bias)


@dataclass(frozen=True, eq=False)
class Attention:
    """All heads of a layer side by side: ``query``, ``key``, ``value`` n -> n, ``output`` n -> n; d_h = n/heads."""

    query: Linear
    key: Linear
    value: Linear
    output: Linear
    heads: int

    def __post_init__(self) -> None:
        hidden = len(self.query.bias)
        if self.heads < 1 or hidden % self.heads:
            raise InputError(f"{hidden} hidden coordinates do not split into {self.heads} heads")
        for part in (self.query, self.key, self.value, self.output):
            _checked("attention weight", part.weight, hidden, hidden)

    def head(self, index: int) -> Head:
        """The head with this index from 0; raises `InputError` when there is none."""
        if not 0 <= index < self.heads:
            raise InputError(f"--head {index}: the heads of this model are 0 to {self.heads - 1}")
        width = len(self.query.bias) // self.heads
        rows = slice(index * width, (index + 1) * width)
        query, key, value = (Linear(part.weight[rows], part.bias[rows]) for part in (self.query, self.key, self.value))
        return Head(query, key, value, self.output.weight[:, rows])


@dataclass(frozen=True, eq=False)
class Layer:
    """One block: attention, LayerNorm, feed-forward with ``activation`` between its two maps, LayerNorm."""

    attention: Attention
    attention_norm: LayerNorm
    inner: Linear
    outer: Linear
    output_norm: LayerNorm


@dataclass(frozen=True, eq=False)
class Model:
    """An encoder.  ``source``: where it was read from; ``weights_sha256`` and ``config_sha256``: of which files.

    ``embedding`` is the first layer's input; ``words``, ``positions`` [., n_e] and ``kinds`` [., n_e] are summed before
    its LayerNorm.  ``activation``: "gelu" (erf), "gelu_new" (tanh) or "relu".
    """

    source: str
    weights_sha256: str
    config_sha256: str
    embedding: LayerInput
    words: Floats
    positions: Floats
    kinds: Floats
    layers: tuple[Layer, ...]
    activation: str

    @property
    def heads(self) -> int:
        """Heads in each layer."""
        return self.layers[0].attention.heads

    def layer(self, index: int) -> Layer:
        """The layer with this index from 0; raises `InputError` when there is none."""
        if not 0 <= index < len(self.layers):
            raise InputError(f"--layer {index}: the layers of this model are 0 to {len(self.layers) - 1}")
        return self.layers[index]

    def layer_input(self, index: int) -> LayerInput:
        """What the layer with this index reads."""
        self.layer(index)
        return self.embedding if index == 0 else LayerInput(self.layers[index - 1].output_norm)
