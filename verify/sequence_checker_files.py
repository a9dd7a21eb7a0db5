"""Files of a sequence model as its checker reads them, and the fixed weights as the checker knows them.

Every size is bounded before anything is made.  The three layouts are spelled out again here, index by index: the
checker imports nothing that builds.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verify.certificate import strict_json
from verify.checker.balls import Refused

__all__ = ["GATHER_GAIN", "RMS_EPSILON", "Floats", "expected_weights", "read_tensors"]

Floats = NDArray[np.float64]

RMS_EPSILON = 2.0**-20
GATHER_GAIN = 128.0
MAX_HEADER_BYTES = 1 << 20
MAX_NUMBERS = 50_000_000


def read_tensors(data: bytes) -> tuple[dict[str, Floats], dict[str, str]]:
    """All tensors and the metadata of a safetensors file of float64 numbers.  Raises `Refused` for anything else."""
    size = int.from_bytes(data[:8], "little")
    if len(data) < 8 or size > min(MAX_HEADER_BYTES, len(data) - 8):
        raise Refused(f"tensor file: a header of {size} bytes does not fit in {len(data)} bytes")
    header, body = strict_json(data[8 : 8 + size]), 8 + size
    meta = header.pop("__metadata__", None) if isinstance(header, dict) else None
    if not isinstance(meta, dict) or not all(isinstance(text, str) for text in meta.values()):
        raise Refused("tensor file: the header is not a JSON object with metadata")
    tensors: dict[str, Floats] = {}
    end = 0
    for name, entry in sorted(header.items(), key=lambda item: _span(item[1])):
        start, stop = _span(entry)
        if start != end or stop > len(data) - body:
            raise Refused(f"tensor file: {name[:40]!r} overlaps another tensor, leaves a gap or ends outside the file")
        tensors[name] = np.frombuffer(data, "<f8", (stop - start) // 8, body + start).reshape(entry["shape"])
        end = stop
    if end != len(data) - body:
        raise Refused("tensor file: there are bytes that belong to no tensor")
    if not all(np.isfinite(part).all() for part in tensors.values()):
        raise Refused("tensor file: NaN or infinity in a tensor")
    return tensors, meta


def _span(entry: Any) -> tuple[int, int]:
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"} or entry["dtype"] != "F64":
        raise Refused("tensor file: a tensor needs dtype F64, shape and data_offsets")
    shape, offsets = entry["shape"], entry["data_offsets"]
    if not all(isinstance(x, list) and all(type(n) is int and n >= 0 for n in x) for x in (shape, offsets)):
        raise Refused("tensor file: shape and data_offsets must be lists of nonnegative integers")
    if not 1 <= len(shape) <= 3 or 0 in shape or len(offsets) != 2 or offsets[1] > 8 * MAX_NUMBERS:
        raise Refused(f"tensor file: a tensor of shape {str(shape)[:60]} is empty or too large to check here")
    if offsets[1] - offsets[0] != 8 * math.prod(shape):
        raise Refused("tensor file: data_offsets do not fit the shape")
    return offsets[0], offsets[1]


class _Expected:
    """Collects the tensors that a layout must have."""

    def __init__(self, width: int) -> None:
        self.D = width
        self.tensors: dict[str, Floats] = {}
        self.norms: list[str] = []

    def layer(
        self,
        reads: list[list[int]],
        writes: list[list[int]],
        *,
        query: float = 1.0,
        keys: list[list[int]] | None = None,
        values: list[list[int]] | None = None,
        out: float = 1.0,
        norm: str = "none",
    ) -> None:
        """A layer with H heads: what they read, where they write, and (content attention) keys and values."""
        i, H = len(self.norms) + 1, len(reads)
        self.norms.append(norm)
        for name, columns, factor in (
            ("query", reads, query),
            ("key", keys, 1.0),
            ("value", values, 1.0),
            ("out", writes, out),
        ):
            width = len((columns or (writes if name == "value" else reads))[0]) or 1
            matrix = np.zeros((H, self.D, width))
            for h, chosen in enumerate(columns or []):
                for column, index in enumerate(chosen):
                    matrix[h, index, column] = factor
            self.tensors[f"{i}.{name}"] = np.swapaxes(matrix, 1, 2) if name == "out" else matrix


def expected_weights(mode: str, T: int, F: int) -> tuple[dict[str, Floats], dict[str, str]]:
    """The tensors and metadata of the fixed transformer of a mode."""
    n = T * F
    if mode == "sup":
        found = _constant_depth(T, F, n)
    elif mode == "lp":
        one, e = F, list(range(F + 1, F + 1 + T))
        r, R, out = F + 1 + T, F + 2 + T, F + 3 + T
        outs = list(range(out, out + F))
        found = _Expected(out + F)
        found.layer([[i, one, *e] for i in range(F)], [[r]] * F)
        found.layer([[]], [[R]], values=[[r]], out=float(T))
        for _ in range(T):
            found.layer([[R, one, *e]], [outs])
        _ends(found, T, F, one, e, [], outs)
    else:
        e, z, one = list(range(F, F + T)), list(range(F + T, F + T + n)), F + T + n
        flat = list(range(one + 1, one + 1 + n))
        outs = list(range(one + 1 + n, one + 1 + n + F))
        found = _Expected(one + 1 + n + F)
        found.layer(
            [[one]] * T,
            [z[t * F : (t + 1) * F] for t in range(T)],
            query=GATHER_GAIN,
            keys=[[i] for i in e],
            values=[list(range(F))] * T,
            out=2.0,
        )
        for t in range(T):  # the same numbers once more, in the flat copy
            for p in range(F):
                found.tensors["1.out"][t, p, flat[t * F + p]] = 2.0
        found.layer([[*z, one, *flat, *e]], [outs], norm=f"{z[0]}:{one + 1}")
        _ends(found, T, F, one, e, [*z, *flat], outs)
    layout = {"sup": "constant_depth", "lp": "per_position", "direct": "wide"}[mode]
    return found.tensors, {"layout": layout, "norms": ",".join(found.norms), "rms_epsilon": repr(RMS_EPSILON)}


def _constant_depth(T: int, F: int, n: int) -> _Expected:
    Q = n + 1
    one, e = F, list(range(F + 1, F + 1 + T))
    start = F + 1 + T
    r, beta, R, b = (list(range(start + i * Q, start + (i + 1) * Q)) for i in range(4))
    sums = list(range(start + 4 * Q, start + 4 * Q + n + 1))
    outs = list(range(sums[-1] + 1, sums[-1] + 1 + F))
    found = _Expected(outs[-1] + 1)
    found.layer([[i, one, *e] for i in range(F)], [[*r, *beta]] * F)
    found.layer([[]], [[*R, *b]], values=[[*r, *beta]], out=float(T))
    found.layer([[R[s], b[s], one] for s in range(Q)], [sums] * Q)
    found.layer(
        [[*[sums[t * F + p] for t in range(T)], sums[-1], *e] for p in range(F)],
        [[i] for i in outs],
        norm=f"{sums[0]}:{sums[-1] + 1}",
    )
    _ends(found, T, F, one, e, [], outs)
    return found


def _ends(found: _Expected, T: int, F: int, one: int, e: list[int], minus: list[int], outs: list[int]) -> None:
    embed, positions, readout = np.zeros((F, found.D)), np.zeros((T, found.D)), np.zeros((found.D, F))
    for p in range(F):
        embed[p, p] = 1.0
        readout[outs[p], p] = 1.0
    for t in range(T):
        positions[t, minus] = -1.0
        positions[t, one] = positions[t, e[t]] = 1.0
    found.tensors |= {"embed": embed, "positions": positions, "readout": readout}
