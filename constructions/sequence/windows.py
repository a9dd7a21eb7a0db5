"""Which tokens of a large prefix can matter to a query: a window of sorted keys, or the nearest corners of a grid.

For the fast runner only: tokens left out have weights below e^-GAP times the largest one.  `window` recognises the two
forms of large prefixes (codes on a paraboloid and one more token; grids in T blocks); others are evaluated in full.
Nothing here is part of a proof: the float64 bound (`verify.sequence.rounding`) speaks of the runner without windows.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np
from numpy.typing import NDArray

from constructions.sequence.staircase import GAP
from constructions.sequence.transformer import Floats

__all__ = ["LARGE", "window"]

LARGE = 512
"""Prefixes with at most this many tokens are evaluated in full."""

Indices = NDArray[np.int64]
Choice = Callable[[Floats], Indices]
"""Queries [B, T, d_k] -> tokens [B, T, W] that may matter, -1 for none."""


def window(keys: Floats, T: int) -> Choice | None:
    """How to choose tokens of a head with keys [N, d_k]; None if the keys have no known form."""
    return _codes(keys) or _grid(keys, T)


def _codes(keys: Floats) -> Choice | None:
    lines, count = keys[:-1], len(keys) - 1
    moving = [j for j in range(keys.shape[1]) if not (lines[:, j] == lines[0, j]).all()]
    steps = np.diff(lines[:, 0])
    if len(moving) != 2 or moving[0] != 0 or not (steps > 0).all():
        return None
    one = moving[1]
    crossings = -np.diff(lines[:, one]) / steps
    if not (np.diff(crossings) > 0).all():
        return None
    reach, fall = 1, 0.0
    while fall < GAP and reach < count:
        reach += 1
        # how far the line ``reach`` cells away is below the best one, at least
        most = count - reach
        far = np.zeros(most)
        for k in range(1, reach):
            far += steps[k : most + k] * (crossings[k : most + k] - crossings[:most])
        fall = float(far.min(initial=np.inf))
    offsets = np.arange(-reach, reach + 1)

    def choose(q: Floats) -> Indices:
        centre = np.searchsorted(crossings, q[..., 0] / q[..., one])
        tokens = centre[..., None] + offsets
        tokens = np.where((tokens < 0) | (tokens >= count), -1, tokens)
        return np.concatenate([tokens, np.full((*q.shape[:-1], 1), count)], axis=-1)

    return choose


def _grid(keys: Floats, T: int) -> Choice | None:
    n, per_block = (keys.shape[1] - 1 - T) // 2, len(keys) // T
    K = round(per_block ** (1 / n)) if n >= 1 else 0
    if K < 3 or len(keys) != T * K**n or keys.shape[1] != 2 * n + 1 + T or keys[:, n + 1 : 2 * n + 1].any():
        return None
    powers = K ** np.arange(n, dtype=np.int64)
    digits = np.arange(per_block)[:, None] // powers % K
    axes = [keys[powers[p] * np.arange(K), p] for p in range(n)]
    for p, axis in enumerate(axes):
        if not ((np.diff(axis) > 0).all() and (axis[digits[:, p]] == keys[:per_block, p]).all()):
            return None
    # keys (s z, -s |z|^2/2): nearest grid points count
    squares = (keys[:per_block, :n] ** 2).sum(axis=1)
    scale = squares[0] / (-2 * keys[0, n]) if keys[0, n] < 0 else 0.0
    if not (scale > 0 and np.allclose(-squares / (2 * scale), keys[:per_block, n], rtol=1e-12)):
        return None
    corners = np.array(list(product((0, 1), repeat=n)))

    def choose(q: Floats) -> Indices:
        base = np.zeros((*q.shape[:-1], len(corners)), dtype=np.int64)
        for p, axis in enumerate(axes):
            low = np.clip(np.searchsorted(axis, scale * q[..., p] / q[..., n]) - 1, 0, K - 2)
            base += (low[..., None] + corners[:, p]) * powers[p]
        return base + np.arange(T)[:, None] * per_block

    return choose
