"""The search that fills `constructions.design_table`: orbit rules on S^2 from many random starts, floats only.

Run ``python -m constructions.design_search GROUP AXES SEEDS D SECONDS`` (AXES like 6,8 or -) to print a row.  Every
start draws free points and weights and solves the invariant equations of `constructions.orbit_designs` by least
squares; kept is the rule with the most even positive weights.  That an exact rule is near is proved elsewhere
(`constructions.orbit_designs.proved_orbit_rule`).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from constructions.design_table import OrbitRow
from constructions.orbit_designs import float_system
from theory.errors import InputError

__all__ = ["search"]

Floats = NDArray[np.float64]

_SOLVED = 1e-11
"""Largest residual of a rule that is kept."""
_LEAST_WEIGHT = 0.15
"""Smallest weight of a point that is kept, as a part of 1/N."""


class _Equations:
    """The invariants of degree 1..D as functions of (free points, logarithms of the orbits' weights), a flat array."""

    def __init__(self, group: str, axes: Sequence[int], count: int, D: int) -> None:
        self.invariants, self.images, self.axes = float_system(group, tuple(axes), D)
        self.count, self.D = count, D
        order = self.images.shape[1]
        self.sizes = np.array([*map(abs, axes), *[order] * count])

    def _orbit_sums(self, x: Floats) -> tuple[Floats, Floats]:
        """Values [n, E] and gradients [n, E, 3] of the invariants at unit rows x [n, 3]."""
        cosines = np.einsum("jgc,nc->njg", self.images, x)
        before, now = np.ones_like(cosines), cosines
        slope_before, slope = np.zeros_like(cosines), np.ones_like(cosines)
        values, gradients = np.empty((len(x), len(self.invariants))), np.empty((len(x), len(self.invariants), 3))
        for k in range(1, self.D + 1):
            for e, (degree, j) in enumerate(self.invariants):
                if degree == k:
                    values[:, e] = now[:, j].mean(axis=1)
                    gradients[:, e] = slope[:, j] @ self.images[j] / cosines.shape[2]
            a, b = (2 * k + 1) / (k + 1), k / (k + 1)
            slope_before, slope = slope, a * (now + cosines * slope) - b * slope_before
            before, now = now, a * cosines * now - b * before
        return values, gradients

    def __call__(self, flat: Floats) -> Floats:
        return self.both(flat)[0]

    def jacobian(self, flat: Floats) -> Floats:
        """The derivative [E+1, unknowns]."""
        return self.both(flat)[1]

    def both(self, flat: Floats) -> tuple[Floats, Floats]:
        """Residuals [E+1] and their derivative [E+1, unknowns]."""
        free, weights = flat[: 3 * self.count].reshape(-1, 3), np.exp(flat[3 * self.count :])
        length = np.linalg.norm(free, axis=1, keepdims=True)
        unit = free / length
        values, gradients = self._orbit_sums(np.concatenate([self.axes, unit]))
        first = len(self.axes)
        tangent = gradients[first:] - np.einsum("nec,nc->ne", gradients[first:], unit)[:, :, None] * unit[:, None, :]
        moves = weights[first:, None, None] * tangent / length[:, :, None]
        jacobian = np.concatenate(
            [moves.transpose(1, 0, 2).reshape(values.shape[1], -1), (weights[:, None] * values).T], 1
        )
        last = np.concatenate([np.zeros(3 * self.count), weights])
        return np.append(weights @ values, weights.sum() - 1), np.vstack([jacobian, last])


def search(group: str, axes: Sequence[int], count: int, D: int, *, seconds: float, seed: int = 0) -> OrbitRow | None:
    """The rule with the most even weights found in ``seconds``, or None.  Raises `InputError` without any orbit."""
    from scipy.optimize import least_squares

    if not axes and not count:
        raise InputError("a rule has at least one orbit")
    equations, rng = _Equations(group, axes, count, D), np.random.default_rng(seed)
    N, best, evenness = int(equations.sizes.sum()), None, _LEAST_WEIGHT
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        start = np.concatenate([rng.normal(size=3 * count), np.log(equations.sizes / N)])
        found = least_squares(equations, start, equations.jacobian, xtol=1e-15, ftol=1e-15, gtol=1e-15, max_nfev=150)
        if np.abs(found.fun).max() > _SOLVED:
            continue
        free = found.x[: 3 * count].reshape(-1, 3)
        free /= np.linalg.norm(free, axis=1, keepdims=True)
        weights = np.exp(found.x[3 * count :])
        even = float((weights / equations.sizes).min() * N)
        if even > evenness:
            seeds = tuple(tuple(round(float(c), 12) for c in x) for x in free)
            shares = tuple(round(float(w), 12) for w in weights)
            best, evenness = OrbitRow(group, tuple(axes), seeds, shares, D, N), even
    return best


if __name__ == "__main__":
    name_, axes_, count_, degree_, seconds_ = sys.argv[1:]
    chosen_ = [] if axes_ == "-" else [int(size) for size in axes_.split(",")]
    print(search(name_, chosen_, int(count_), int(degree_), seconds=float(seconds_)))
