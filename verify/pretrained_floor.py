"""The precision floor (theory N''): what no prefix with bounded effective keys and values can beat, of any length.

Along a great circle a head with |k_i| <= K and |v_i| <= V has |A''| <= G = 2 V K^2 + V K, so by second differences

    sup |A - f| >= (|f(s+t) - 2 f(s) + f(s-t)| - G t^2)/4     for every circle, s and t.

Where to look is chosen by sampling; the bound at the chosen place is computed in balls, so it holds.
"""

from __future__ import annotations

import math

import numpy as np
from flint import arb
from numpy.typing import NDArray

from constructions.prefix import Floats
from theory.balls import Real, ball, precision
from theory.targets import Target

__all__ = ["precision_floor"]

_CIRCLES = 48
_PLACES = 2048
_FINEST = 40
"""Halvings of the step: kinks are looked for down to 2^-40 of the coarsest step."""


def precision_floor(target: Target, K: Real, V: Real) -> arb:
    """A lower bound >= 0 of the error on the sphere of every head with effective keys |k_i| <= K, values |v_i| <= V.

    0 for a target that cannot be enclosed (a callable), and where sampling finds no place with a positive bound.
    """
    if target.kind == "callable":
        return arb(0)
    with precision(128):
        bend = 2 * ball(V) * ball(K) ** 2 + ball(V) * ball(K)
    u, w = _circles(target.m)
    best = arb(0)
    for component in range(target.q):
        found = _search(target, component, u, w, float(bend.upper()))
        if found is not None:
            circle, s, t = found
            with precision(256):
                best = best.max(_bound(target, component, u[circle], w[circle], s, t, bend))
    return best


def _circles(m: int) -> tuple[Floats, Floats]:
    """Orthonormal pairs [n, m+1]: the coordinate circles, and random ones."""
    d = m + 1
    rng = np.random.default_rng(0)
    pairs = [(np.eye(d)[i], np.eye(d)[j]) for i in range(d) for j in range(i)][:_CIRCLES]
    while len(pairs) < 2 * _CIRCLES:
        u, w = rng.normal(size=(2, d))
        u /= np.linalg.norm(u)
        w -= (u @ w) * u
        pairs.append((u, w / np.linalg.norm(w)))
    return np.array([u for u, _ in pairs]), np.array([w for _, w in pairs])


def _search(target: Target, component: int, u: Floats, w: Floats, bend: float) -> tuple[int, float, float] | None:
    """(circle, s, t) where the second difference less G t^2 is largest, as far as sampling sees."""

    def second(circle: NDArray[np.intp], s: Floats, t: float) -> Floats:
        angles = s[:, np.newaxis] + t * np.array([-1.0, 0.0, 1.0])
        points = np.cos(angles)[..., np.newaxis] * u[circle, np.newaxis]
        points += np.sin(angles)[..., np.newaxis] * w[circle, np.newaxis]
        f = target.sample(points.reshape(-1, target.d))[:, component].reshape(-1, 3)
        result: Floats = np.abs(f @ np.array([1.0, -2.0, 1.0]))
        return result

    t = math.pi / 4
    circle = np.repeat(np.arange(len(u)), _PLACES // 16)
    s = np.tile(np.arange(_PLACES // 16) * (2 * math.pi / (_PLACES // 16)), len(u))
    best: tuple[float, int, float, float] | None = None
    for _ in range(_FINEST):
        size = second(circle, s, t)
        kept = np.argsort(-size)[:64]
        gain = float(size[kept[0]]) - bend * t * t
        if gain > 1e-13 and (best is None or gain > best[0]):
            best = gain, int(circle[kept[0]]), float(s[kept[0]]), t
        # Finer: the best places, and between their neighbours.
        t /= 2
        shifts = t * np.array([-1.0, -0.5, 0.0, 0.5, 1.0])
        circle, s = np.repeat(circle[kept], len(shifts)), (s[kept][:, np.newaxis] + shifts).ravel()
    return None if best is None else best[1:]


def _bound(target: Target, component: int, u: Floats, w: Floats, s: float, t: float, bend: arb) -> arb:
    """The bound of the module for one circle, s and t; at most 0 counts as 0."""
    first, second = [arb(x) for x in u.tolist()], [arb(x) for x in w.tolist()]
    length = sum((x * x for x in first), arb(0)).sqrt()
    first = [x / length for x in first]
    overlap = sum((x * y for x, y in zip(first, second, strict=True)), arb(0))
    second = [y - overlap * x for x, y in zip(first, second, strict=True)]
    length = sum((y * y for y in second), arb(0)).sqrt()
    total = arb(0)
    for sign, factor in ((-1, 1), (0, -2), (1, 1)):
        angle = arb(s) + sign * arb(t)
        point = [angle.cos() * x + angle.sin() * y / length for x, y in zip(first, second, strict=True)]
        total += factor * target.enclose(point)[component]
    found = ((abs(total) - bend * arb(t) * arb(t)) / 4).lower()
    return found if found > 0 else arb(0)
