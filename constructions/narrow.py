"""Prefixes whose numbers are those of a narrow format: bfloat16 and binary16, on the circle and on S^2.

Casting a prefix that was made for real arithmetic moves its logits by u lam, far too much for 8 or 11 bits.  Here the
keys are rounded first, any lengths that come out are theirs, and the values are fitted to the head with those keys and
rounded one after the other, each with regard to the others.  So the stored numbers are the cast ones, and whatever
proves the error of a stored head (theory H6) proves that of the cast one.

One common bias, near minus the largest logit, makes the logits of near keys small: rounding errs by u |s|, not u lam.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from flint import fmpq

from constructions.formats import Format
from constructions.prefix import Floats, StoredPrefix
from theory.errors import InputError
from theory.targets import Target

__all__ = ["MOST_DIMENSIONS", "narrow_prefix", "sizes", "spread_points"]

MOST_DIMENSIONS = 2
"""Spheres S^m up to this m have nodes here."""
_POINTS_PER_TOKEN = 10
_RIDGE = 3e-4
"""Keeps the values of the fit bounded where the nodes are closer than the weights can tell."""
_SWEEPS = 2
_SIZES = ((2, 32), (4, 48), (8, 96), (8, 128), (16, 192), (16, 288), (32, 448), (64, 1024))
_CIRCLE_SIZES = ((4, 16), (8, 24), (16, 40), (64, 80), (256, 160), (1024, 320))


def sizes(m: int) -> Iterator[tuple[int, int]]:
    """Pairs (lam, N), lam a power of two, in the order of their cost; N grows like lam^(m/2) and faster than that."""
    yield from _CIRCLE_SIZES if m == 1 else _SIZES


def spread_points(m: int, count: int, turn: float = 0.0) -> Floats:
    """Well spread points [count, m+1]: equally spaced on the circle, a Fibonacci spiral on S^2."""
    i = np.linspace(0.5, count - 0.5, count)
    if m == 1:
        angle = 2 * np.pi * i / count + turn
        return np.stack([np.cos(angle), np.sin(angle)], axis=1)
    height = 1 - 2 * i / count
    angle = np.pi * (1 + math.sqrt(5)) * i + turn
    radius = np.sqrt(1 - height * height)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), height], axis=1)


def narrow_prefix(target: Target, form: Format, lam: int, keys: int, top: float = 0.0, copies: int = 1) -> StoredPrefix:
    """A prefix whose numbers lam k_i, b_i, v_i are all of ``form``; lam is a power of two, m <= `MOST_DIMENSIONS`.

    Logits reach about ``top``; each token is there ``copies`` times.  Nothing is claimed of its error.
    Raises `InputError` when a value is too large for the format.
    """
    rows = form.round(lam * spread_points(target.m, keys))
    longest = float(np.linalg.norm(rows, axis=1).max())
    points = spread_points(target.m, _POINTS_PER_TOKEN * keys, 0.1)
    weights = np.exp(points @ rows.T - longest)
    weights /= weights.sum(axis=1, keepdims=True)
    wanted = target.sample(points)
    values = np.stack([_fit(weights, column, form) for column in wanted.T], axis=1)
    bias = np.full(keys * copies, float(form.round(np.array([top - longest]))[0]))
    stored_keys, stored_values = (np.repeat(part, copies, axis=0) for part in (rows / lam, values))
    return StoredPrefix(target.m, fmpq(lam), (stored_keys,), (stored_values,), (bias,), target.text)


def _fit(weights: Floats, wanted: Floats, form: Format) -> Floats:
    """Values v of ``form`` with ``weights`` v near ``wanted``: least squares, then coordinate descent on the grid."""
    points, tokens = weights.shape
    gram, moment = weights.T @ weights, weights.T @ wanted
    ridge = _RIDGE**2 * points / tokens * np.eye(tokens)
    values = form.round(np.linalg.solve(gram + ridge, moment))
    if not np.isfinite(values).all():
        raise InputError(f"a value is too large for {form.name}: use a wider format or a smaller target")
    slope = gram @ values - moment
    order = np.random.default_rng(0).permutation(tokens)
    for i in np.tile(order, _SWEEPS):
        best = form.round(values[i : i + 1] - slope[i] / gram[i, i])[0]
        if best != values[i]:
            slope += (best - values[i]) * gram[:, i]
            values[i] = best
    return values
