"""The attention head  A(x) = sum_i w_i v_i / sum_i w_i,  w_i = e^{lam <x,k_i> + b_i},  of a stored prefix (theory I1).

`evaluate` and `evaluate_many` enclose its exact value with FLINT; `evaluate_float` is the ordinary float64 softmax and
promises nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from flint import arb, arb_mat, ctx
from numpy.typing import NDArray

from constructions.prefix import Floats, StoredPrefix
from theory.balls import ball, upper
from theory.errors import InputError

__all__ = ["evaluate", "evaluate_float", "evaluate_many"]

Point = Sequence[arb]
"""Enclosures of the d = m+1 coordinates of a point."""

_BLOCK = 1 << 20
"""Logits held at once (tokens times points)."""


def evaluate_float(stored: StoredPrefix, points: Floats) -> Floats:
    """The head at ``points`` [n, d] in plain float64 (first components only) -> [n, q].  No error bound."""
    result = np.empty((len(points), stored.q))
    step = max(_BLOCK // stored.tokens, 1)
    for start in range(0, len(points), step):
        logits = _float_logits(stored, points[start : start + step])
        weights = np.exp(logits - logits.max(axis=1, keepdims=True))
        result[start : start + step] = weights @ stored.values[0] / weights.sum(axis=1, keepdims=True)
    return result


def evaluate(stored: StoredPrefix, point: Point) -> list[arb]:
    """An enclosure of A(x) in R^q for every x in the enclosure ``point`` (d coordinates), at the current precision.

    `StoredPrefix.working_precision` says which precision keeps all digits.  Raises `InputError` on a wrong dimension.
    """
    return evaluate_many(stored, [point])[0]


def evaluate_many(stored: StoredPrefix, points: Sequence[Point]) -> list[list[arb]]:
    """`evaluate` at many points: enclosures [n][q].

    Tokens whose weight is certainly below 2^-precision of the largest one are dropped and paid for in the radius.
    """
    for point in points:
        if len(point) != stored.d:
            raise InputError(f"a point of S^{stored.m} has {stored.d} coordinates, got {len(point)}")
    keys, values, bias = stored.exact_keys(), stored.exact_values(), stored.exact_bias()
    lam = ball(stored.lam)
    # Everything at once: [N, 1+q] = (1 | v), so that one product gives denominator and numerators.
    table = [[arb(1), *row] for row in values]
    key_matrix, table_matrix = arb_mat(keys), arb_mat(table)
    result: list[list[arb]] = []
    step = max(_BLOCK // stored.tokens, 1)
    for start in range(0, len(points), step):
        block = points[start : start + step]
        near, dropped = _significant(stored, block)
        for x, mask in zip(block, near, strict=True):
            if mask.all():
                scores = (key_matrix * arb_mat([[value] for value in x])).entries()
                weights = [(lam * score + b).exp() for score, b in zip(scores, bias, strict=True)]
                sums = (arb_mat([weights]) * table_matrix).entries()
            else:
                chosen = np.flatnonzero(mask).tolist()
                weights = []
                for i in chosen:
                    score = sum((a * b for a, b in zip(x, keys[i], strict=True)), arb(0))
                    weights.append((lam * score + bias[i]).exp())
                sums = (arb_mat([weights]) * arb_mat([table[i] for i in chosen])).entries()
            radius = arb(0, dropped)
            result.append([value / sums[0] + radius for value in sums[1:]])
    return result


def _float_logits(stored: StoredPrefix, points: Floats) -> Floats:
    lam = float(ball(stored.lam))
    logits: Floats = lam * (points @ stored.keys[0].T) + stored.bias[0]
    return logits


def _significant(stored: StoredPrefix, block: Sequence[Point]) -> tuple[NDArray[np.bool_], arb]:
    """Which tokens [n, N] may matter at each point, and a bound for what dropping the others changes.

    Float64 logits differ from the exact ones by gamma_{d+2} (lam |x| |k| + |b|) and the effect of rounding x and of the
    corrections of k and b: less than ``slack`` when the points are narrower than 2^-50.  Dropped tokens together have
    at most N e^-cut of the largest weight, so they move A by at most 2 max|v| N e^-cut.
    """
    n, q, d = stored.tokens, stored.q, stored.d
    everything = np.ones((len(block), n), dtype=bool)
    middle = np.array([[float(value) for value in point] for point in block])
    width = max(float(value.rad()) for point in block for value in point)
    key, *key_corrections = (float(np.abs(part).max()) for part in stored.keys)
    bias, *bias_corrections = (float(np.abs(part).max()) for part in stored.bias)
    scale = float(upper(stored.lam)) * d * max(float(np.abs(middle).max()), 1.0)
    slack = 2.0**-48 * (d + 8) * (scale * key + bias + 1) + 2 * (scale * sum(key_corrections) + sum(bias_corrections))
    if n < 64 or not (width <= 2.0**-50 and slack < 1e300 and ctx.prec >= 53):
        return everything, arb(0)
    logits = _float_logits(stored, middle)
    cut = ctx.prec * math.log(2) + math.log(n)
    near: NDArray[np.bool_] = logits >= logits.max(axis=1, keepdims=True) - (cut + 1 + 2 * slack)
    largest = sum((arb(float(np.abs(part).max())) for part in stored.values), arb(0)) * arb(q).sqrt()
    return near, upper(2 * n * largest * (-ball(cut)).exp())
