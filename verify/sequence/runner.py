"""A stored sequence model at points: the reference interpreter in balls (slow, proved).

`constructions.sequence.run.run` is the fast runner in float64.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from flint import arb, arb_mat

from constructions.sequence.layouts import layout_of
from constructions.sequence.transformer import RMS_EPSILON, Floats, Layer, Prefix, Transformer
from theory.balls import exact, precision
from theory.errors import InputError
from verify.certificate import CertificateError, UnusableInput
from verify.sequence.certificate import PREFIX_FILE, WEIGHTS_FILE, SequenceCertificate, read_sequence_certificate

__all__ = ["enclose", "load", "run_directory", "stream"]

BITS = 256
DIGITS = 17


def load(directory: Path) -> tuple[Transformer, list[Prefix], SequenceCertificate]:
    """The transformer, its prefixes and the certificate in a directory; proves nothing (`seq check` does).

    Raises `InputError` when files are missing, or not what a certificate of this format describes.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        certificate = read_sequence_certificate(directory)
        tensors = load_file(directory / PREFIX_FILE)
        stored = (directory / WEIGHTS_FILE).read_bytes()
    except (CertificateError, UnusableInput, OSError, SafetensorError, ValueError) as error:
        raise InputError(f"{directory}: not a stored sequence model ({error})") from None
    transformer = layout_of(certificate.mode, certificate.length, certificate.features)
    if transformer.to_bytes() != stored:
        raise InputError(f"{directory}: the weights are not the fixed ones of mode {certificate.mode}")
    prefixes = []
    for i, layer in enumerate(transformer.layers, 1):
        H, _, d_k = layer.query.shape
        d_v = layer.value.shape[2]
        keys = tensors.get(f"{i}.keys", np.zeros((H, 0, d_k)))
        values = tensors.get(f"{i}.values", np.zeros((H, 0, d_v)))
        if keys.shape != (H, keys.shape[1], d_k) or values.shape != (H, keys.shape[1], d_v):
            raise InputError(f"{directory}: layer {i} has keys {keys.shape} and values {values.shape}")
        prefixes.append(Prefix(keys, values))
    return transformer, prefixes, certificate


def _matrix(rows: Floats) -> arb_mat:
    return arb_mat([[arb(x) for x in row] for row in rows.tolist()])


def _normalised(layer: Layer, h: list[list[arb]]) -> list[list[arb]]:
    if layer.norm is None:
        return h
    start, stop = layer.norm
    out = []
    for row in h:
        part = row[start:stop]
        mean = sum((abs(u) * abs(u) for u in part), arb(0)) / len(part)
        root = (mean + arb(RMS_EPSILON)).sqrt()
        out.append([*row[:start], *[u / root for u in part], *row[stop:]])
    return out


def _attend(layer: Layer, prefix: Prefix, h: list[list[arb]]) -> list[list[arb]]:
    """What a layer adds to the stream, in balls."""
    u = arb_mat(_normalised(layer, h))
    total = arb_mat(len(h), len(h[0]))
    for head in range(len(layer.query)):
        q, k, v = (u * _matrix(part[head]) for part in (layer.query, layer.key, layer.value))
        rows = []
        content_scores = q * k.transpose()
        for t in range(len(h)):
            query = [q[t, j] for j in range(q.ncols())]
            near = _near(prefix.keys[head], query)
            keys, values = prefix.keys[head][near], prefix.values[head][near]
            scores = (_matrix(keys) * arb_mat([[c] for c in query])).entries() if len(near) else []
            scores += [content_scores[t, i] for i in range(len(h))]
            top = max((s.mid() for s in scores), key=float)
            weights = [(s - top).exp() for s in scores]
            below = sum(weights, arb(0))
            dropped = len(prefix.keys[head]) - len(near)
            out = []
            for j in range(v.ncols()):
                column = [*values[:, j].tolist(), *[v[i, j] for i in range(len(h))]]
                value = sum((w * c for w, c in zip(weights, column, strict=True)), arb(0)) / below
                if dropped:
                    largest = float(np.abs(prefix.values[head][:, j]).max())
                    value += arb(0, 1) * (2 * dropped * arb(largest + 1) * arb(-_CUT).exp() / below)
                out.append(value)
            rows.append(out)
        total = total + arb_mat(rows) * _matrix(layer.out[head])
    return [[total[i, j] for j in range(total.ncols())] for i in range(total.nrows())]


_CUT = 220.0
"""Tokens whose score is certainly this far below the largest are dropped, and paid for in the radius."""


def _near(keys: Floats, query: Sequence[arb]) -> list[int]:
    """Indices of the tokens that may be within `_CUT` of the largest score."""
    if len(keys) < 64:
        return list(range(len(keys)))
    middle = np.array([float(c) for c in query])
    width = max(float(c.rad()) for c in query)
    scores = keys @ middle
    size = np.abs(keys) @ np.abs(middle)
    slack = 2.0**-48 * len(middle) * float(size.max()) + width * float(np.abs(keys).sum(axis=1).max())
    if not np.isfinite(slack):
        return list(range(len(keys)))
    return np.flatnonzero(scores >= scores.max() - _CUT - 2 * slack).tolist()


def enclose(transformer: Transformer, prefixes: Sequence[Prefix], x: Sequence[arb]) -> list[arb]:
    """Enclosures [n] of the output at the sequence x [n] (feature p of position t at t F + p), current precision.

    Raises `InputError` for a wrong number of features.
    """
    T, F = transformer.shape
    out = arb_mat(stream(transformer, prefixes, x)) * _matrix(transformer.readout)
    return [out[t, p] for t in range(T) for p in range(F)]


def stream(
    transformer: Transformer, prefixes: Sequence[Prefix], x: Sequence[arb], depth: int | None = None
) -> list[list[arb]]:
    """Enclosures [T][D] of the residual stream behind the first ``depth`` layers (all of them by default)."""
    T, F = transformer.shape
    if len(x) != T * F:
        raise InputError(f"a sequence of {T} positions with {F} feature(s) has {T * F} numbers; got {len(x)}")
    embedded = arb_mat([list(x[t * F : (t + 1) * F]) for t in range(T)]) * _matrix(transformer.embed)
    start = embedded + _matrix(transformer.positions)
    h = [[start[i, j] for j in range(start.ncols())] for i in range(T)]
    for layer, prefix in list(zip(transformer.layers, prefixes, strict=True))[:depth]:
        added = _attend(layer, prefix, h)
        h = [[a + b for a, b in zip(old, new, strict=True)] for old, new in zip(h, added, strict=True)]
    return h


def run_directory(directory: Path, texts: Sequence[str]) -> dict[str, Any]:
    """Evaluate a stored model at sequences written "0.3,0.1,0.7": what ``seq run`` reports.

    Raises `InputError` for unusable files or text.
    """
    transformer, prefixes, certificate = load(directory)
    rows = []
    with precision(BITS):
        for text in texts:
            numbers = [exact(part.strip()) for part in text.split(",")]
            if not all(0 <= x <= 1 for x in numbers):
                raise InputError(f"inputs must lie in [0, 1]; got {text}")
            found = enclose(transformer, prefixes, [arb(x) for x in numbers])
            digits = [value.str(DIGITS, radius=False) for value in found]
            rows.append({"input": text, "output": [float(d) for d in digits], "digits": digits})
    return {
        "output": rows[0]["output"],
        "rows": rows,
        "certified_error": certificate.certified_error,
        "mode": certificate.mode,
        "target": certificate.target,
    }
