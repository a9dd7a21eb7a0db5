"""Sampled errors: what a head does at many points, each enclosed by FLINT.

A sampled maximum is a lower bound of the error, never a proof.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from flint import arb

from constructions.head import evaluate_many
from constructions.prefix import Floats, StoredPrefix
from theory.balls import length, maximum, precision
from theory.targets import Target

__all__ = ["directions", "probes", "sampled_error"]


def directions(points: Floats) -> list[list[arb]]:
    """The points x/|x| of the sphere for the rows x [n, d], read exactly, at the current precision."""
    result = []
    for row in points.tolist():
        exact_row = [arb(c) for c in row]
        length = sum((c * c for c in exact_row), arb(0)).sqrt()
        result.append([c / length for c in exact_row])
    return result


def probes(stored: StoredPrefix, count: int, seed: int = 0) -> Floats:
    """Rows [n, d], not unit: the axes, some keys and midpoints of keys, and random directions, ``count`` in all."""
    rng = np.random.default_rng(seed)
    keys, d = stored.keys[0], stored.d
    chosen = keys[rng.integers(len(keys), size=(2, count // 8))]
    special = np.concatenate([np.eye(d), -np.eye(d), chosen[0], chosen[0] + chosen[1]])[:count]
    special = special[np.linalg.norm(special, axis=1) > 1e-6]
    return np.concatenate([special, rng.standard_normal((count - len(special), d))])


def sampled_error(stored: StoredPrefix, target: Target, points: Floats) -> arb:
    """An enclosure of max |A(x) - f(x)| over the directions of the rows ``points`` [n, d]: sampled, not proved.

    Raises `InputError` for a callable target, which cannot be enclosed.
    """
    with precision(stored.working_precision()):
        x = directions(points)
        heads = evaluate_many(stored, x)
        return maximum(_distance(head, target.enclose(point)) for head, point in zip(heads, x, strict=True))


def _distance(a: Sequence[arb], b: Sequence[arb]) -> arb:
    return length([s - t for s, t in zip(a, b, strict=True)])
