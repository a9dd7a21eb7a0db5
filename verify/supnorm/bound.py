"""The bound of |A - f| over cells: head and target subtracted as quadratic polynomials, then a separable majorant.

With t_j t_k <= (t_j^2 h_k/h_j + t_k^2 h_j/h_k)/2 a polynomial c + a t + t H t/2 lies below
c + sum_j max_{|t_j| <= h_j} (a_j t_j + (H_jj + sum_{k != j} |H_jk| h_k/h_j) t_j^2/2), which is a maximum in one
variable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from verify.supnorm.arrays import TINY, UNIT, UP, Array
from verify.supnorm.cells import Chart
from verify.supnorm.head import Expansion
from verify.supnorm.target import Jet

__all__ = ["Bounds", "Norm", "combine"]

Norm = Literal["euclidean", "max"]


@dataclass(frozen=True)
class Bounds:
    """Per cell: ``upper`` >= sup |A - f| (inf when nothing is proved), ``floor`` the part of it that smaller cells
    keep.

    ``centre`` approximates |A - f| at the centre (a float, not a bound), ``slope`` [m, B] and ``curve`` [m, m, B] its
    derivatives, ``axis`` the chart axis whose bisection promises most.
    """

    upper: Array
    floor: Array
    centre: Array
    slope: Array
    curve: Array
    axis: np.ndarray[tuple[int, ...], np.dtype[np.int64]]


def _excess(slope: Array, curve: Array, half: Array) -> Array:
    """Return an upper bound [B] of slope t + curve t t / 2 over |t| <= half (rounding is added by the caller)."""
    every = np.arange(len(half))
    size = np.abs(slope)
    across = np.abs(curve)
    across[every, every] = 0.0
    bend = 0.5 * curve[every, every] + 0.5 * np.einsum("jkB,kB->jB", across, half) / half
    with np.errstate(divide="ignore", invalid="ignore"):
        peak = size * size / (-4.0 * bend)
    inside = (bend < 0) & (size < -2.0 * bend * half)
    total: Array = np.where(inside, peak, half * (size + bend * half)).sum(axis=0)
    return total


def _proved(bound: Array) -> Array:
    """Return the bound, inf where it is undecided (NaN)."""
    return np.where(np.isnan(bound), np.inf, bound)


def _sizes(value: Array, slope: Array, curve: Array, half: Array) -> tuple[Array, Array, Array]:
    linear = np.sum(np.abs(slope) * half, axis=0)
    pairs = 0.5 * half[:, None] * half[None]
    bent = np.sum(np.abs(curve) * pairs, axis=(0, 1))
    return np.abs(value), linear, bent


def combine(head: Expansion, targets: list[Jet], sampled: Array, chart: Chart, kind: Norm) -> Bounds:
    """Return the bounds of |A - f| over the cells: the better of the quadratic form and the spread of the values.

    ``sampled`` [q, B]: the target at the centres in floats, for ``centre`` only.
    """
    half = chart.half
    m = len(half)
    q = len(head.value)
    pairs = 0.5 * half[:, None] * half[None]
    loss = (40 + 12 * m * m) * UNIT
    value = np.array([head.value[c] - targets[c].value.mid for c in range(q)])
    slope = np.array([head.slope[c] - targets[c].slope.mid for c in range(q)])
    curve = np.array([head.curve[c] - targets[c].curve.mid for c in range(q)])
    below, above, coarse = np.empty_like(value), np.empty_like(value), np.empty_like(value)
    rounding = np.empty_like(value)
    with np.errstate(invalid="ignore", over="ignore"):
        for c in range(q):
            f = targets[c]
            size = np.abs(head.value[c]) + np.abs(f.value.mid)
            size = size + np.sum(half * (np.abs(head.slope[c]) + np.abs(f.slope.mid)), axis=0)
            size = size + np.sum(pairs * (np.abs(head.curve[c]) + np.abs(f.curve.mid)), axis=(0, 1))
            fixed = head.rounding[c] + f.value.rad + loss * size
            smooth = head.rest[c] + f.value.rad + loss * size
            smooth = smooth + np.sum(half * f.slope.rad, axis=0) + np.sum(pairs * f.curve.rad, axis=(0, 1))
            above[c] = (smooth - f.low) * UP + TINY  # A - f <= P + above
            below[c] = (smooth + f.high) * UP + TINY  # A - f >= P - below
            rounding[c] = fixed
            span = f.range
            coarse[c] = (np.abs(head.value[c] - span.mid) + span.rad + head.spread[c]) * UP + 4.0 * UNIT * np.abs(
                span.mid
            )
        if q == 1 or kind == "max":
            top = np.maximum(
                np.array([value[c] + _excess(slope[c], curve[c], half) + above[c] for c in range(q)]),
                np.array([-value[c] + _excess(slope[c], -curve[c], half) + below[c] for c in range(q)]),
            )
            upper = np.minimum(np.where(np.isnan(top), np.inf, top), np.where(np.isnan(coarse), np.inf, coarse)).max(
                axis=0
            )
            error = head.value - sampled
            c = np.argmax(np.abs(error), axis=0)
            every = np.arange(len(c))
            sign = np.sign(error[c, every])
            centre, floor = np.abs(error[c, every]), rounding.max(axis=0)
            grad = slope[c, :, every].T * sign
            bend = np.moveaxis(curve[c, :, :, every], 0, -1) * sign
            tail = np.maximum(above, below).max(axis=0)
        else:
            # |g|^2 = sum P_c^2 + (2 P_c rho_c + rho_c^2), P_c^2 expanded to second order
            square = np.sum(value * value, axis=0)
            grad2 = 2.0 * np.sum(value[:, None] * slope, axis=0)
            bend2 = 2.0 * np.sum(value[:, None, None] * curve + slope[:, :, None] * slope[:, None], axis=0)
            rest = np.zeros_like(square)
            for c in range(q):
                size0, size1, size2 = _sizes(value[c], slope[c], curve[c], half)
                rho = np.maximum(above[c], below[c])
                whole = size0 + size1 + size2
                rest = rest + 2.0 * size1 * size2 + size2 * size2 + rho * (2.0 * whole + rho) + loss * q * whole * whole
            total = square + _excess(grad2, bend2, half) + rest * (UP + q * 2.0**-50)
            fine = np.sqrt(np.maximum(total, 0.0)) * (1.0 + 2.0**-48) + 1e-150
            rough = np.sqrt(np.sum(coarse * coarse, axis=0)) * (1.0 + (q + 8) * 2.0**-50) + 1e-150
            upper = np.minimum(_proved(fine), _proved(rough))
            centre = np.sqrt(np.sum((head.value - sampled) ** 2, axis=0))
            floor = np.sqrt(np.sum(rounding * rounding, axis=0)) * (1.0 + 2.0**-40)
            safe = np.where(centre > 0, centre, 1.0)
            grad = 0.5 * grad2 / safe
            bend = (0.5 * bend2 - grad[:, None] * grad[None]) / safe
            tail = np.sqrt(np.sum(np.maximum(above, below) ** 2, axis=0))
    # isotropic remainders fall with the longest metric edge; linear and quadratic terms with their own axis
    edge = half * np.sqrt(np.sum(chart.dx * chart.dx, axis=0))
    share = edge / np.sum(edge, axis=0)
    tail = np.where(np.isfinite(tail), tail, 1e300 * (1.0 + np.max(share, axis=0)))
    score = np.nan_to_num(np.abs(grad) * half + np.sum(pairs * np.abs(bend), axis=0), posinf=0.0) + 3.0 * tail * share
    score = np.where(edge >= 0.3 * edge.max(axis=0), score, -1.0)
    axis = np.argmax(score, axis=0)
    return Bounds(upper, floor, np.nan_to_num(centre), np.nan_to_num(grad), np.nan_to_num(bend), axis)
