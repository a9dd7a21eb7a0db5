"""The fast runner: a transformer with prefixes in float64, with windows for large prefixes.  Sampled, not proved."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from constructions.sequence.transformer import RMS_EPSILON, Floats, Layer, Prefix, Transformer
from constructions.sequence.windows import LARGE, Choice, window
from theory.errors import InputError

__all__ = ["run", "stream"]

_BLOCK = 1 << 22
"""Scores held at once."""


def run(transformer: Transformer, prefixes: Sequence[Prefix], x: Floats, *, windows: bool = True) -> Floats:
    """The output [B, T, F] at the sequences x [B, T, F].

    ``windows`` = False takes every token into account.  Raises `InputError` for a wrong shape.
    """
    result: Floats = stream(transformer, prefixes, x, windows=windows) @ transformer.readout
    return result


def stream(
    transformer: Transformer, prefixes: Sequence[Prefix], x: Floats, *, depth: int | None = None, windows: bool = True
) -> Floats:
    """The residual stream [B, T, D] behind the first ``depth`` layers (all of them by default)."""
    T, F = transformer.shape
    x = np.asarray(x, dtype=np.float64)
    if x.ndim != 3 or x.shape[1:] != (T, F):
        raise InputError(f"sequences have shape [B, {T}, {F}]; got {list(x.shape)}")
    h = x @ transformer.embed + transformer.positions
    for layer, prefix in list(zip(transformer.layers, prefixes, strict=True))[:depth]:
        large = windows and prefix.keys.shape[1] > LARGE
        choices = [window(keys, T) if large else None for keys in prefix.keys]
        widest = max(prefix.keys.shape[1] if choice is None else LARGE for choice in choices) + T
        step = max(_BLOCK // (widest * T), 1)
        parts = [_attend(layer, prefix, h[i : i + step], choices) for i in range(0, len(h), step)]
        h = h + np.concatenate(parts) if parts else h
    return h


def _attend(layer: Layer, prefix: Prefix, h: Floats, choices: Sequence[Choice | None]) -> Floats:
    """What a layer adds to the stream h [B, T, D]."""
    u = h
    if layer.norm is not None:
        start, stop = layer.norm
        part = h[..., start:stop]
        u = h.copy()
        u[..., start:stop] = part / np.sqrt(np.mean(part * part, axis=-1, keepdims=True) + RMS_EPSILON)
    total = np.zeros_like(h)
    for head, choose in enumerate(choices):
        q, k, v = (u @ part[head] for part in (layer.query, layer.key, layer.value))
        keys, values = prefix.keys[head], prefix.values[head]
        if choose is None:
            scores = q @ keys.T
        else:
            tokens = choose(q)
            scores = np.where(tokens < 0, -np.inf, np.einsum("btd,btwd->btw", q, keys[tokens]))
        scores = np.concatenate([scores, q @ np.swapaxes(k, 1, 2)], axis=-1)
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        own, content = weights[..., : -h.shape[1]], weights[..., -h.shape[1] :]
        seen = own @ values if choose is None else np.einsum("btw,btwv->btv", own, values[tokens])
        total += (seen + content @ v) @ layer.out[head]
    return total
