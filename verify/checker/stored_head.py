"""The checker's own reader of ``prefix.safetensors``: every size is bounded before anything is made."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from flint import arb, fmpq
from numpy.typing import NDArray

from verify.certificate import rational, strict_json
from verify.checker.balls import Refused, Vector

__all__ = ["StoredHead", "read_prefix", "rows"]

FORMAT = "prefixproof-prefix/1"
MAX_HEADER_BYTES = 1 << 20
MAX_COMPONENTS = 17
MAX_DIMENSION = 1000
MAX_NUMBERS = 2_000_000


class StoredHead(NamedTuple):
    """The numbers of a head: each is the exact sum of its components, float64 arrays [N, d], [N, q] and [N, 1]."""

    m: int
    lam: fmpq
    target: str
    keys: list[NDArray[np.float64]]
    values: list[NDArray[np.float64]]
    bias: list[NDArray[np.float64]]


def read_prefix(data: bytes) -> StoredHead:
    """The head in a safetensors file of format prefixproof-prefix/1.  Raises `CertificateError` for anything else."""
    size = int.from_bytes(data[:8], "little")
    if len(data) < 8 or size > min(MAX_HEADER_BYTES, len(data) - 8):
        raise Refused(f"prefix file: a header of {size} bytes does not fit in {len(data)} bytes")
    header, body = strict_json(data[8 : 8 + size]), 8 + size
    if not isinstance(header, dict):
        raise Refused("prefix file: the header is not a JSON object")
    meta = header.pop("__metadata__", None)
    if not isinstance(meta, dict) or set(meta) != {"format", "lam", "target", "sphere"}:
        raise Refused("prefix file: the metadata must be format, lam, target and sphere")
    if not all(isinstance(text, str) for text in meta.values()) or meta["format"] != FORMAT:
        raise Refused(f"prefix file: the format is not {FORMAT!r}")
    if re.fullmatch(r"[1-9][0-9]{0,3}", meta["sphere"], re.ASCII) is None or int(meta["sphere"]) > MAX_DIMENSION:
        raise Refused(f"prefix file: sphere is not an integer between 1 and {MAX_DIMENSION}")
    names = [f"{kind}{'' if i == 0 else f'_{i}'}" for i in range(MAX_COMPONENTS) for kind in ("keys", "values", "bias")]
    if not header or len(header) % 3 or set(header) != set(names[: len(header)]):
        raise Refused("prefix file: the tensors must be keys, values and bias, with all corrections up to a number")
    tensors, end = {}, 0
    for name, entry in sorted(header.items(), key=lambda item: _span(item[1])):
        start, stop = _span(entry)
        if stop > 8 * MAX_NUMBERS:
            raise Refused(f"too large to check here: more than {MAX_NUMBERS} numbers")
        if start != end or stop > len(data) - body:
            raise Refused(f"prefix file: the tensor {name} overlaps another, leaves a gap or ends outside the file")
        tensors[name] = np.frombuffer(data, "<f8", (stop - start) // 8, body + start).reshape(entry["shape"])
        end = stop
    if end != len(data) - body:
        raise Refused("prefix file: there are bytes that belong to no tensor")
    keys, vectors, bias = ([tensors[name] for name in names[i : len(header) : 3]] for i in range(3))
    N, d = len(bias[0]), int(meta["sphere"]) + 1
    if vectors[0].ndim != 2 or any(
        part.shape != shape
        for parts, shape in ((keys, (N, d)), (vectors, (N, vectors[0].shape[-1])), (bias, (N,)))
        for part in parts
    ):
        raise Refused("prefix file: the shapes must be keys [N, m+1], values [N, q], bias [N] in all components")
    if not all(np.isfinite(part).all() for part in tensors.values()):
        raise Refused("prefix file: NaN or infinity in a tensor")
    return StoredHead(d - 1, rational(meta["lam"]), meta["target"], keys, vectors, [b.reshape(N, 1) for b in bias])


def _span(entry: Any) -> tuple[int, int]:
    """The place of a tensor in the body, after checking its description; sizes are bounded before anything is made."""
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"} or entry["dtype"] != "F64":
        raise Refused("prefix file: a tensor needs dtype F64, shape and data_offsets")
    shape, offsets = entry["shape"], entry["data_offsets"]
    if not all(isinstance(x, list) and all(type(n) is int and n >= 0 for n in x) for x in (shape, offsets)):
        raise Refused("prefix file: shape and data_offsets must be lists of nonnegative integers")
    if not 1 <= len(shape) <= 2 or not all(shape) or math.prod(shape) > MAX_NUMBERS:
        raise Refused(f"prefix file: a tensor of shape {str(shape)[:60]} is empty or too large to check here")
    if len(offsets) != 2 or offsets[1] - offsets[0] != 8 * math.prod(shape):
        raise Refused("prefix file: data_offsets do not fit the shape")
    return offsets[0], offsets[1]


def rows(parts: Sequence[NDArray[np.float64]]) -> list[Vector]:
    """Enclosures of the stored numbers, exact up to the current precision."""
    rows = [[arb(x) for x in row] for row in parts[0].tolist()]
    for part in parts[1:]:
        rows = [[a + x for a, x in zip(row, more, strict=True)] for row, more in zip(rows, part.tolist(), strict=True)]
    return rows
