"""Mean distance (theory F6): geodesic distances to the tokens replaced by tangent lines from above.

arccos is concave on [0, 1], so for every angle a in (0, pi/2]: arccos t <= a + (cos a - t)/sin a while t >= 0.  The
line is linear in x with t = <x, p_i>, so sum_i w_i(x) dist(x, p_i) gets the second-order expansion of a head.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from theory.errors import InputError
from verify.supnorm.arrays import UNIT, UP, Array
from verify.supnorm.cells import Chart

__all__ = ["Lines", "Sites", "lines"]


@dataclass(frozen=True)
class Sites:
    """The unit vectors p_i = k_i/|k_i| as floats ``unit`` [d, N], with |unit - p_i| <= ``error``."""

    unit: Array
    error: float

    @staticmethod
    def of(keys: Array, key_error: float) -> Sites:
        """Return the sites of keys [d, N].  Raises `InputError` when a key is (or may be) zero."""
        size = np.sqrt(np.sum(keys * keys, axis=0))
        smallest = float(size.min())
        if not smallest > 1e-100 + 4.0 * key_error:
            raise InputError(
                "a key is zero, so its direction k/|k| is not defined: the mean distance needs nonzero keys"
            )
        error = (2 * len(keys) + 16) * UNIT + 4.0 * key_error / smallest
        return Sites(keys / size, error * UP)


@dataclass(frozen=True)
class Lines:
    """dist(x, p_i) <= value_i - factor_i <x - x0, unit_i> over the cell: [B, n], [B, n], [B, n, d]; ``sampled`` [B,
    n].
    """

    value: Array
    factor: Array
    unit: Array
    sampled: Array


def _series(angle: Array, start: int) -> Array:
    """Return the Taylor polynomial of cos (start 0) or sin (start 1) to degree 25: truncation < 1e-19 on [0, pi/2]."""
    square = angle * angle
    total = np.full_like(angle, 1.0)
    for k in range(24 + start, start, -2):
        total *= square
        total *= -1.0 / (k * (k - 1))
        total += 1.0
    return total * angle if start else total


def lines(sites: Sites, chart: Chart, token: NDArray[np.int64]) -> Lines:
    """Return upper tangent lines of the distances to ``token`` [B, n] over the cells."""
    d = len(sites.unit)
    unit = sites.unit.T.take(token, axis=0)
    t = np.matmul(unit, chart.x0.T[:, :, None])[:, :, 0]
    radius = chart.radius[:, None]
    sampled = np.arccos(np.clip(t, -1.0, 1.0))
    ahead = t > radius + 1e-9  # <x, p> stays positive over the cell
    angle = np.maximum(sampled, 0.5 * np.minimum(radius, 1.0) + 1e-5)
    angle = np.minimum(angle, 1.57)
    cosine, sine = _series(angle, 0), _series(angle, 1)
    factor = 1.0 / sine
    # both series carry less than 40 u (Horner with terms below 1.3); t carries (d + 2) u and the error of the site
    slack = ((60 + 2 * d) * UNIT + sites.error) * (1.0 + radius + np.abs(cosine - t)) * factor * factor * 2.0
    value = np.where(ahead, angle + (cosine - t) * factor + slack, math.pi + 1e-15)
    return Lines(value, np.where(ahead, factor, 0.0), unit, sampled)
