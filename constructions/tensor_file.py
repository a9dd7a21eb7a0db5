"""Safetensors files, byte for byte: the same tensors and metadata always give the same bytes, hence the same hash."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Encoded", "float64_file", "tensor_file"]


class Encoded(NamedTuple):
    """A tensor as it is stored: the format's code for its type, its shape, its little-endian bytes."""

    code: str
    shape: tuple[int, ...]
    data: bytes


def tensor_file(tensors: Mapping[str, Encoded], metadata: Mapping[str, str]) -> bytes:
    """The file with these tensors in this order, and the metadata, if any, by name."""
    header: dict[str, object] = {"__metadata__": dict(sorted(metadata.items()))} if metadata else {}
    offset = 0
    for name, (code, shape, data) in tensors.items():
        header[name] = {"dtype": code, "shape": list(shape), "data_offsets": [offset, offset + len(data)]}
        offset += len(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text + b"".join(tensor.data for tensor in tensors.values())


def float64_file(tensors: Mapping[str, NDArray[np.float64]], metadata: Mapping[str, str]) -> bytes:
    """`tensor_file` of float64 tensors."""
    encoded = {
        name: Encoded("F64", tensor.shape, np.ascontiguousarray(tensor, dtype="<f8").tobytes())
        for name, tensor in tensors.items()
    }
    return tensor_file(encoded, metadata)
