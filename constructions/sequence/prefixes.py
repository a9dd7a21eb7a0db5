"""The prefixes of the three fixed transformers for a target f: the only part that knows f and the error.

Every head here selects: scores are linear in what the head reads, with slopes and biases chosen so that the tokens
that should count lead by at least `GAP` (`constructions.sequence.staircase`).  Powers of 2 as scales and grid points
with few bits keep keys and biases exact.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from flint import fmpq

from constructions.sequence.staircase import (
    GAP,
    UNIT_BITS,
    Staircases,
    lines,
    nearest_float,
    single_staircase,
    slope_for,
)
from constructions.sequence.tasks import SequenceTarget
from constructions.sequence.transformer import Floats, Prefix

__all__ = [
    "Decode",
    "decode_for",
    "direct_centres",
    "direct_eta_fits",
    "direct_prefixes",
    "lp_prefixes",
    "sup_prefixes",
]

GAIN = 4.0 * GAP
"""Score that the position code gives to a token's own position."""
SHARPNESS = 2.0 * GAP
"""Scale of the paraboloid of the outer heads: neighbouring codes are at score distance SHARPNESS/2."""


def _power_of_two(x: float) -> float:
    return float(2.0 ** math.ceil(math.log2(x)))


def digits(number: Floats, base: int, n: int) -> Floats:
    """The digits [N, n] of codes in this base, lowest first."""
    return number[:, None] // base ** np.arange(n, dtype=np.int64) % base


def _first_layer(rows: Floats, values: Floats, T: int, F: int, base: int, scaled: int) -> Prefix:
    """Lines ``rows`` [N, 2] for every position t, told apart by the position code; ``values`` [N, v].

    The first ``scaled`` value columns are multiplied by base^(t F + p) for feature p at position t.
    """
    codes = np.eye(T) * GAIN
    keys = np.concatenate([np.hstack([rows, np.tile(codes[t], (len(rows), 1))]) for t in range(T)])
    blocks = []
    for p in range(F):
        parts = []
        for t in range(T):
            block = values.copy()
            block[:, :scaled] *= float(base ** (t * F + p))
            parts.append(block)
        blocks.append(np.concatenate(parts))
    return Prefix(np.stack([keys] * F), np.stack(blocks))


def _none(d_k: int, d_v: int) -> Prefix:
    return Prefix(np.zeros((1, 0, d_k)), np.zeros((1, 0, d_v)))


def _codes(count: int) -> Floats:
    """The paraboloid keys (slope, bias) [count, 2] of the codes 0..count-1: neighbours meet half way."""
    m = np.arange(count, dtype=np.float64)
    return SHARPNESS * np.stack([m, -m * m / 2], axis=1)


@dataclass(frozen=True)
class Decode:
    """The division: nodes first..last on the integers, weights e^{-kappa (r-i)^2/2}, kappa <= scale sqrt(n+1)."""

    first: int
    last: int
    scale: float


def decode_for(n: int, eps: fmpq) -> Decode:
    """Nodes and scale for quotients in [0,1] after the RMS normalisation of n+1 numbers."""
    kappa = 1.0 if eps > fmpq(1, 10_000) else 0.5
    tail = 20 + math.log(float(1 / eps))
    reach = math.ceil(math.sqrt(2 * tail * math.sqrt(n + 2) / kappa))
    return Decode(-reach, reach + 1, math.floor(2**20 * kappa / math.sqrt(n + 1)) / 2**20)


def _decode_prefix(decode: Decode, T: int, F: int) -> Prefix:
    r = np.arange(decode.first, decode.last + 1, dtype=np.float64)
    blocks = []
    for t in range(T):
        keys = np.zeros((len(r), 2 * T + 1))
        keys[:, t], keys[:, T], keys[:, T + 1 + t] = decode.scale * r, -decode.scale * r * r / 2, GAIN
        blocks.append(keys)
    keys = np.concatenate(blocks)
    return Prefix(np.stack([keys] * F), np.stack([np.tile(r, T)[:, None]] * F))


def sup_prefixes(target: SequenceTarget, stairs: Staircases, decode: Decode) -> tuple[list[Prefix], float]:
    """The prefixes of `layouts.constant_depth` (theory K4''), and the largest error of the stored values of f."""
    T, F, n = target.T, target.F, target.n
    K, Q = stairs.levels_count, stairs.shifts
    rows = lines(stairs.breakpoints, slope_for(stairs.narrowest / 2))
    first = _first_layer(rows, np.hstack([stairs.levels, stairs.bumps]), T, F, K, Q)
    count = K**n
    highest = SHARPNESS * count * count / 2
    steep = _power_of_two(2 * (highest + math.log(count) + 4 * GAP))
    on = _codes(count)
    keys = np.zeros((Q, count + 1, 3))
    values = np.zeros((Q, count + 1, n + 1))
    levels = digits(np.arange(count), K, n)
    worst = 0.0
    for s in range(Q):
        centres = np.array([nearest_float((a + b) / 2) for a, b in stairs.plateaus(s)])
        found, error = target.values(centres[levels])
        worst = max(worst, error)
        keys[s, :count, 0], keys[s, :count, 2] = on[:, 0], on[:, 1] + GAP
        keys[s, count] = 0.0, steep, 0.0
        values[s, :count, :n], values[s, :count, n] = found, 1.0
    return [first, _none(1, 2 * Q), Prefix(keys, values), _decode_prefix(decode, T, F)], worst


def lp_prefixes(target: SequenceTarget, K: int, eta: fmpq) -> tuple[list[Prefix], float]:
    """The prefixes of `layouts.per_position` (theory K3): K levels, exact but for points within eta of a jump."""
    T, F, n = target.T, target.F, target.n
    breaks = single_staircase(K)
    first = _first_layer(lines(breaks, slope_for(eta)), np.arange(K, dtype=np.float64)[:, None], T, F, K, 1)
    ends = [fmpq(0), *breaks, fmpq(1)]
    centres = np.array([nearest_float((a + b) / 2) for a, b in pairwise(ends)])
    count = K**n
    found, worst = target.values(centres[digits(np.arange(count), K, n)])
    highest = SHARPNESS * count * count / 2
    silence = _power_of_two(highest + math.log(count) + 4 * GAP)
    prefixes = [first, _none(1, 1)]
    for t in range(T):
        keys = np.zeros((1, count + 1, T + 2))
        values = np.zeros((1, count + 1, F))
        keys[0, :count, :2] = _codes(count)
        keys[0, :count, 2 + t] = GAP
        keys[0, count, 2:] = silence
        keys[0, count, 2 + t] = 0.0
        values[0, :count] = found[:, t * F : (t + 1) * F]
        prefixes.append(Prefix(keys, values))
    return prefixes, worst


def direct_centres(K: int) -> list[fmpq]:
    """K points of [0,1], about (2l+1)/(2K), with few bits."""
    bits = UNIT_BITS - 6
    return [fmpq(round(fmpq((2 * level + 1) << bits, 2 * K)), 1 << bits) for level in range(K)]


def direct_eta_fits(K: int, spare: fmpq) -> fmpq:
    """The width eta of the transitions between neighbouring cells of K levels: at most half of ``spare``, no finer
    than keys with few bits allow.
    """
    return max(min(spare / 2, fmpq(1, 8 * K)), fmpq(1, 1 << 20))


def direct_prefixes(target: SequenceTarget, K: int, eta: fmpq) -> tuple[list[Prefix], float]:
    """The prefixes of `layouts.wide` (theory K6): a grid of K^n keys, sharp up to eta around the cells."""
    T, F, n = target.T, target.F, target.n
    centres = direct_centres(K)
    gap = min((b - a for a, b in pairwise(centres)), default=fmpq(1))
    widest = max(max(b - a for a, b in zip([fmpq(0), *centres], [*centres, fmpq(1)], strict=True)), gap)
    scale = float(slope_for(4 * gap * eta * fmpq(9, 10)))
    c = np.array([nearest_float(u) for u in centres])
    points = c[digits(np.arange(K**n), K, n)]
    found, worst = target.values(points)
    z = 2 * points - 1
    base = np.hstack([scale * z, -scale * (z * z).sum(axis=1, keepdims=True) / 2])
    # The best score may be as low as -lam |z - c|^2/2; what is added to all tokens lifts it above the context's 0.
    lift = _power_of_two(scale * math.sqrt(n + 1) * n * float(widest) ** 2 / 2 + GAP)
    codes = np.eye(T) * GAIN + lift
    base = np.hstack([base, np.zeros_like(points)])  # nothing from the flat copy
    keys = np.concatenate([np.hstack([base, np.tile(codes[t], (len(base), 1))]) for t in range(T)])
    values = np.concatenate([found[:, t * F : (t + 1) * F] for t in range(T)])
    return [Prefix(np.zeros((T, 0, 1)), np.zeros((T, 0, F))), Prefix(keys[None], values[None])], worst
