"""A transformer of attention layers, linear maps and RMS normalisation only; a prefix of keys and values per layer.

One layer adds to the residual stream h [T, D] the heads  A_t = sum_i e^{<q_t, k_i>} v_i / sum_i e^{<q_t, k_i>},  the
sum over the prefix tokens and the T positions.  The weights never depend on the map; the prefixes hold it.
Scores have no factor 1/sqrt(d_k): it belongs to the keys.  All numbers are float64 data, taken exactly in proofs.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from constructions.tensor_file import float64_file

__all__ = ["RMS_EPSILON", "Floats", "Layer", "Prefix", "Transformer"]

Floats: TypeAlias = NDArray[np.float64]

RMS_EPSILON = 2.0**-20
"""The norm epsilon e0 of every RMS normalisation u -> u/sqrt(mean(u^2) + e0)."""


@dataclass(frozen=True, eq=False)
class Layer:
    """The fixed weights of one attention layer with H heads on the stream R^D.

    ``query`` and ``key`` [H, D, d_k], ``value`` [H, D, d_v], ``out`` [H, d_v, D].  ``norm`` = (start, stop): these
    coordinates of the stream are RMS-normalised before the layer reads it (the stream itself keeps them).
    """

    query: Floats
    key: Floats
    value: Floats
    out: Floats
    norm: tuple[int, int] | None = None


@dataclass(frozen=True, eq=False)
class Prefix:
    """Keys [H, N, d_k] and values [H, N, d_v] of one layer; N may be 0."""

    keys: Floats
    values: Floats

    @property
    def tokens(self) -> int:
        """Tokens in all heads together, H N."""
        return int(self.keys.shape[0] * self.keys.shape[1])


@dataclass(frozen=True, eq=False)
class Transformer:
    """Fixed weights: ``embed`` [F, D] and ``positions`` [T, D] make the stream, ``readout`` [D, F] the output.

    ``layout`` names the architecture; weights depend on it, on T and on F only.
    """

    layout: str
    embed: Floats
    positions: Floats
    layers: tuple[Layer, ...]
    readout: Floats

    @property
    def shape(self) -> tuple[int, int]:
        """(T, F)."""
        return len(self.positions), len(self.embed)

    def to_bytes(self) -> bytes:
        """The bytes of ``weights.safetensors``."""
        tensors = {"embed": self.embed, "positions": self.positions, "readout": self.readout}
        norms = []
        for i, layer in enumerate(self.layers, 1):
            tensors |= {
                f"{i}.query": layer.query,
                f"{i}.key": layer.key,
                f"{i}.value": layer.value,
                f"{i}.out": layer.out,
            }
            norms.append("none" if layer.norm is None else f"{layer.norm[0]}:{layer.norm[1]}")
        metadata = {"layout": self.layout, "norms": ",".join(norms), "rms_epsilon": repr(RMS_EPSILON)}
        return float64_file(tensors, metadata)

    def sha256(self) -> str:
        """The SHA-256 of `to_bytes`, in hexadecimal."""
        return hashlib.sha256(self.to_bytes()).hexdigest()

    @property
    def parameters(self) -> int:
        """How many numbers the fixed weights are."""
        parts = [self.embed, self.positions, self.readout]
        parts += [part for layer in self.layers for part in (layer.query, layer.key, layer.value, layer.out)]
        return sum(part.size for part in parts)
