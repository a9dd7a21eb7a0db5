"""Keys, biases and values together, for targets that N tokens do not resolve: gradient steps, then the best values.

The p-th mean of the error on a sample, p = 2, 4, ..., 64, is minimised by L-BFGS with analytic gradients; for the keys
found, values by linear programming make the largest error on a mesh as small as it gets (theory H5).  Everything is
float64 and a choice, not a proof: the sup-norm engine certifies what comes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from flint import fmpq

from constructions.minimax import chebyshev_center
from constructions.prefix import Floats, StoredPrefix
from theory.targets import Target

__all__ = ["FloatHead", "descend", "objective", "random_head", "random_points", "searched", "spread", "starts"]

POWERS = (2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
"""The exponents p, one descent after the other."""


@dataclass(frozen=True)
class FloatHead:
    """A head in float64: ``keys`` [N, d] (lam is in their lengths), ``values`` [N, q], ``bias`` [N]."""

    keys: Floats
    values: Floats
    bias: Floats

    def weights(self, points: Floats) -> Floats:
        """The softmax weights [M, N] at the points [M, d]."""
        logits = points @ self.keys.T + self.bias
        logits -= logits.max(axis=1, keepdims=True)
        found: Floats = np.exp(logits)
        found /= found.sum(axis=1, keepdims=True)
        return found

    def error(self, points: Floats, wanted: Floats) -> float:
        """The largest |A - f| at the points, f given as [M, q]."""
        worst = 0.0
        for start in range(0, len(points), 4096):
            part = slice(start, start + 4096)
            found = self.weights(points[part]) @ self.values - wanted[part]
            worst = max(worst, float(np.linalg.norm(found, axis=1).max()))
        return worst

    def stored(self, target: Target) -> StoredPrefix:
        """The same head as a prefix with lam = 1."""
        keys, values, bias = (np.ascontiguousarray(x) for x in (self.keys, self.values, self.bias))
        return StoredPrefix(target.m, fmpq(1), (keys,), (values,), (bias,), target.text)


def objective(head: FloatHead, points: Floats, wanted: Floats, p: float) -> tuple[float, FloatHead]:
    """(mean over the points of |A - f|^p)^{1/p}, and its gradient in keys, values and bias."""
    weights = head.weights(points)
    error = weights @ head.values - wanted
    size = np.linalg.norm(error, axis=1)
    top = max(float(size.max()), 1e-300)
    powers = (size / top) ** p
    mean = float(powers.mean())
    loss = top * mean ** (1 / p)
    # d loss = sum_x loss |e|^{p-2} <e, de> / sum |e|^p
    with np.errstate(divide="ignore", invalid="ignore"):
        pull = np.where(size > 0, powers / size**2, 0.0) * (loss / (mean * len(size)))
    outer = error * pull[:, None]
    tilt = weights * (outer @ head.values.T)
    tilt -= weights * tilt.sum(axis=1, keepdims=True)
    return loss, FloatHead(tilt.T @ points, weights.T @ outer, tilt.sum(axis=0))


def _packed(head: FloatHead) -> Floats:
    return np.concatenate([head.keys.ravel(), head.values.ravel(), head.bias])


def _unpacked(x: Floats, like: FloatHead) -> FloatHead:
    first, second = like.keys.size, like.keys.size + like.values.size
    return FloatHead(x[:first].reshape(like.keys.shape), x[first:second].reshape(like.values.shape), x[second:])


def descend(
    head: FloatHead,
    points: Floats,
    wanted: Floats,
    powers: Sequence[float] = POWERS,
    steps: int = 150,
    max_value: float = np.inf,
) -> FloatHead:
    """The head after at most ``steps`` steps of L-BFGS for each p, every component of a value within ``max_value``."""
    from scipy.optimize import minimize

    x = _packed(head)
    boxed = (-max_value, max_value) if np.isfinite(max_value) else (None, None)
    bounds = [(None, None)] * head.keys.size + [boxed] * head.values.size + [(None, None)] * head.bias.size
    for power in powers:

        def loss(x: Floats, p: float = power) -> tuple[float, Floats]:
            value, gradient = objective(_unpacked(x, head), points, wanted, p)
            return value, _packed(gradient)

        x = minimize(loss, x, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": steps, "maxcor": 30}).x
    return _unpacked(x, head)


# --- where to start ------------------------------------------------------------------------------------------------


def random_points(m: int, N: int, seed: int) -> Floats:
    """N random points [N, m+1] of S^m."""
    points = np.random.default_rng(seed).normal(size=(N, m + 1))
    found: Floats = points / np.linalg.norm(points, axis=1, keepdims=True)
    return found


def spread(m: int, N: int, seed: int = 0, steps: int = 150) -> Floats:
    """N points [N, m+1] of S^m that keep away from each other: random ones, moved by a short-ranged repulsion."""
    points = random_points(m, N, seed)
    reach = max(1.0, 0.5 * N ** (2 / m))
    for step in range(steps):
        weights = np.exp(reach * (points @ points.T - 1))
        np.fill_diagonal(weights, 0.0)
        force = points * weights.sum(axis=1, keepdims=True) - weights @ points
        longest = float(np.linalg.norm(force, axis=1).max())
        if not longest > 0:
            break
        points = points + force * (0.3 * N ** (-1 / m) * (1 - step / steps) / longest)
        points /= np.linalg.norm(points, axis=1, keepdims=True)
    return points


def random_head(target: Target, N: int, seed: int) -> FloatHead:
    """What training starts from: random directions, keys of length 2, 6 or that of a local prefix (by the seed modulo
    3), small random values.
    """
    lam = (2.0, 6.0, N ** (2 / target.m))[seed % 3]
    rng = np.random.default_rng(seed)
    size = max(float(np.abs(target.sample(random_points(target.m, 100, seed))).max()), 1e-300)
    return FloatHead(
        lam * random_points(target.m, N, seed + 1000), 0.3 * size * rng.normal(size=(N, target.q)), np.zeros(N)
    )


def starts(target: Target, N: int, seeds: int = 1) -> list[FloatHead]:
    """Heads of N tokens to descend from: local prefixes (theory F) on spread points, the same in the few directions
    that the target depends on, and ``seeds`` random ones.
    """
    nodes = spread(target.m, N)
    gaps = np.arccos(np.clip(nodes @ nodes.T - 2 * np.eye(N), -1, 1)).min(axis=1)
    lam = 3.0 / max(float(np.median(gaps)), 1e-3) ** 2
    local = FloatHead(lam * nodes, target.sample(nodes), np.zeros(N))
    return [local, *_few_directions(target, N), *(random_head(target, N, seed) for seed in range(100, 100 + seeds))]


def _few_directions(target: Target, N: int) -> list[FloatHead]:
    """Local prefixes for f(x) = h(Ux), U [r, d] with r < d orthonormal rows: nodes c_i in the ball of R^r, keys
    lam U^T c_i and biases -lam |c_i|^2/2, so that the weights are those of Gaussians around Ux.
    """
    inside = 0.8 * random_points(target.m, 300, 5)
    step = 1e-5
    with np.errstate(all="ignore"):
        moved = target.sample((inside[:, None] + step * np.eye(target.d)).reshape(-1, target.d))
        slopes = (moved.reshape(len(inside), target.d, -1) - target.sample(inside)[:, None]) / step
    if not np.isfinite(slopes).all():  # an expression that lives on the sphere only
        return []
    sizes, vectors = np.linalg.eigh(np.einsum("nic,njc->ij", slopes, slopes))
    U = vectors[:, sizes > 1e-6 * sizes[-1]].T
    r = len(U)
    if not 1 <= r < target.d:
        return []
    nodes = np.linspace(-1, 1, N)[:, None] if r == 1 else spread(r + 1, N, 3)[:, :r]
    above = np.sqrt(np.maximum(1 - (nodes**2).sum(axis=1, keepdims=True), 0.0))
    values = target.sample(nodes @ U + above * np.linalg.svd(U)[2][-1])  # at points of the sphere over the nodes
    gap = 2.0 / max(N - 1, 1) if r == 1 else 2.0 * N ** (-1 / r)
    lams = (0.3 / gap**2, 1.5 / gap**2)
    return [FloatHead(lam * nodes @ U, values, -lam * (nodes**2).sum(axis=1) / 2) for lam in lams]


# --- the search ----------------------------------------------------------------------------------------------------


def searched(
    heads: Sequence[FloatHead],
    target: Target,
    max_value: float,
    *,
    points: int = 1500,
    pool: int = 30_000,
    steps: int = 150,
    rounds: int = 3,
) -> FloatHead:
    """The best head that descents from ``heads`` and best values for their keys find; a start, when nothing is better.

    The error is judged on a ``pool`` of random points; it is minimised on some of them, to which the worst others are
    added in each round.
    """
    everything = random_points(target.m, pool, 11)
    known = target.sample(everything)
    side = max_value / target.q**0.5
    best = min(heads, key=lambda head: head.error(everything, known))
    least = best.error(everything, known)
    descents = []
    for head in heads:
        found = descend(head, everything[:points], known[:points], POWERS[:3], steps, side)
        descents.append((found.error(everything, known), found))
    descents.sort(key=lambda pair: pair[0])
    for _, found in descents[:2]:
        head, mesh = found, np.arange(points)
        for turn in range(rounds):
            for tried in (head, _best_values(head, everything[mesh], known[mesh], side)):
                errors = np.linalg.norm(tried.weights(everything) @ tried.values - known, axis=1)
                if errors.max() < least:
                    best, least = tried, float(errors.max())
                mesh = np.union1d(mesh, np.argsort(-errors)[: points // 6])
            if turn < rounds - 1:
                head = descend(head, everything[mesh], known[mesh], POWERS[3:], steps, side)
    return best


def _best_values(head: FloatHead, mesh: Floats, wanted: Floats, side: float) -> FloatHead:
    """The best values for the keys of the head: each output for itself (the max norm on R^q)."""
    weights = head.weights(mesh)
    box = np.eye(len(head.keys)) / side
    columns = []
    for c in range(wanted.shape[1]):
        start = np.clip(head.values[:, c], -side, side)
        change, _ = chebyshev_center(weights, weights @ start - wanted[:, c], box, start / side)
        columns.append(np.clip(start + change, -side, side))
    return FloatHead(head.keys, np.stack(columns, axis=1), head.bias)
