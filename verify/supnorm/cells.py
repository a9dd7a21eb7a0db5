"""Cells of the sphere and their charts: the 2d faces of the cube [-1, 1]^d projected to S^m, bisected.

A cell is a face (axis j, sign) and a box of the other m cube coordinates, centre y and half-widths h (dyadic, exact in
float64).  x(t) = (y + t)/|y + t|, |t_j| <= h_j.  The faces cover the cube's surface and the radial projection is a
bijection onto S^m, so the leaves of bisection trees rooted at the faces cover S^m with no gap.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verify.supnorm.arrays import TINY, UP, Array, Ball

__all__ = ["Cells", "Chart", "chart", "free_axes", "norm", "roots"]


@dataclass
class Cells:
    """B cells: ``face`` [B] (2 axis + (sign < 0)), ``centre`` and ``half`` [m, B]."""

    face: NDArray[np.int64]
    centre: Array
    half: Array

    def __len__(self) -> int:
        return len(self.face)

    def take(self, which: NDArray[np.int64]) -> Cells:
        """Return the cells of the given indices."""
        return Cells(self.face[which], self.centre[:, which], self.half[:, which])

    def halves(self, axis: NDArray[np.int64]) -> tuple[Cells, Cells]:
        """Return the two children of every cell, bisected along its own ``axis`` [B]."""
        every = np.arange(len(self))
        half = self.half.copy()
        half[axis, every] *= 0.5
        low, high = self.centre.copy(), self.centre.copy()
        low[axis, every] -= half[axis, every]
        high[axis, every] += half[axis, every]
        return Cells(self.face, low, half), Cells(self.face, high, half)


@dataclass(frozen=True)
class Chart:
    """The expansion x(t) = x0 + dx t + ddx t t / 2 + rest over each cell, with proved remainders.

    ``x0`` [d, B], ``dx`` [d, m, B], ``ddx`` [d, m, m, B] are exact float data; for |t| <= half
    |x - x0|_2 <= radius, |x - x0 - dx t|_2 <= second, |x - x0 - dx t - ddx t t/2|_2 <= third;
    ``first`` >= |dx t|_2.  ``point``, ``slope``, ``curve`` enclose the coordinates and derivatives: at the centre
    (``point`` [d, B], ``slope`` [d, m, B]) and over the cell (``wide`` [d, B], ``wide_slope``, ``wide_curve``).
    """

    half: Array
    x0: Array
    dx: Array
    ddx: Array
    first: Array
    second: Array
    third: Array
    radius: Array
    point: Ball
    slope: Ball
    wide: Ball
    wide_slope: Ball
    wide_curve: Ball


def free_axes(d: int) -> NDArray[np.int64]:
    """Return [2d, m]: the ambient coordinate of each chart coordinate, per face."""
    return np.array([[a for a in range(d) if a != face // 2] for face in range(2 * d)], dtype=np.int64)


def roots(d: int) -> Cells:
    """Return the 2d faces of the cube, which cover S^m."""
    m = d - 1
    return Cells(np.arange(2 * d), np.zeros((m, 2 * d)), np.ones((m, 2 * d)))


def norm(array: Array) -> Array:
    """Return an upper bound of the Euclidean norm over the first axis."""
    top = np.max(np.abs(array), axis=0)
    safe = np.where(top > 0, top, 1.0)
    # n squares, n - 1 additions and a root lose at most (n + 2) u
    square = np.square(array / safe).sum(axis=0)
    return np.asarray(safe * np.sqrt(square) * (UP + len(array) * 2.0**-52) + TINY)


def _ambient(cells: Cells, d: int) -> tuple[Array, NDArray[np.int64]]:
    axes = free_axes(d)[cells.face].T
    every = np.arange(len(cells))
    y = np.empty((d, len(cells)))
    y[cells.face // 2, every] = np.where(cells.face % 2 == 0, 1.0, -1.0)
    y[axes, every] = cells.centre
    return y, axes


def _central_curve(x: Array, axes: NDArray[np.int64], unit: Array, inverse: Array) -> Array:
    """Return the second derivatives [d, m, m, B] of x(t) at t = 0 in floats."""
    every = np.arange(x.shape[1])
    tangent = x[axes, every]
    curve = 3.0 * x[:, None, None] * tangent[None, :, None] * tangent[None, None]
    curve -= unit[:, :, None] * tangent[None, None]
    curve -= unit[:, None] * tangent[None, :, None]
    curve -= np.eye(len(tangent))[None, :, :, None] * x[:, None, None]
    curve *= inverse * inverse
    return np.asarray(curve)


def chart(cells: Cells) -> Chart:
    """Return the rigorous second-order chart of every cell.

    Along the line y + s u, with a and b the parts of u/|y| along and across y, the second derivative of x has norm
    |b| sqrt(b^2 + 4 a^2) <= (2/sqrt 3) |u|^2/|y|^2 and the third |b| sqrt(36 a^4 + 9 b^4) <= 3 |u|^3/|y|^3; hence
    Taylor remainders r^2/sqrt 3 and r^3/2 with r = |h|/min|y|.
    """
    m, size = cells.centre.shape
    d = m + 1
    half = cells.half
    y, axes = _ambient(cells, d)
    every = np.arange(size)
    unit = np.zeros((d, m, size))
    for j in range(m):
        unit[axes[j], j, every] = 1.0

    square = Ball.exact(np.ones(size))
    for j in range(m):
        c = Ball.exact(cells.centre[j])
        square = square + c * c
    inverse = square.sqrt().inverse()
    point = Ball.exact(y) * inverse
    tangent = Ball(point.mid[axes, every], point.rad[axes, every])
    outer = Ball(point.mid[:, None], point.rad[:, None]) * Ball(tangent.mid[None], tangent.rad[None])
    slope = (Ball.exact(unit) - outer) * inverse

    # over the cell: the projection to the sphere is (1/min|y|)-Lipschitz, so |x - x(0)| <= |h| / min|y|
    nearest = Ball.exact(np.ones(size))
    for j in range(m):
        c = Ball.exact(np.maximum(np.abs(cells.centre[j]) - half[j], 0.0))
        nearest = nearest + c * c
    closest = np.maximum(nearest.low, 1.0)
    lipschitz = Ball.exact(closest).sqrt().inverse().high
    # |y| over the cell: between sqrt(closest) and sqrt(closest) + 2|h|
    reach = norm(half) * lipschitz * UP
    wide = Ball(point.mid, (point.rad + reach) * UP)
    shrink = lipschitz / (1.0 + 2.0 * norm(half) * lipschitz) * (1.0 - 2.0**-40)  # lipschitz itself is rounded up
    wide_inverse = Ball.hull(shrink, lipschitz)
    wide_tangent = Ball(wide.mid[axes, every], wide.rad[axes, every])
    wide_outer = Ball(wide.mid[:, None], wide.rad[:, None]) * Ball(wide_tangent.mid[None], wide_tangent.rad[None])
    wide_slope = (Ball.exact(unit) - wide_outer) * wide_inverse

    # d_jk x_i = (3 x_i x_j x_k - [i=j] x_k - [i=k] x_j - [j=k] x_i) / |y|^2
    same = np.eye(m)[None, :, :, None]
    cubic = Ball(wide_outer.mid[:, :, None], wide_outer.rad[:, :, None]) * Ball(
        wide_tangent.mid[None, None], wide_tangent.rad[None, None]
    )
    at_j = Ball.exact(unit[:, :, None]) * Ball(wide_tangent.mid[None, None], wide_tangent.rad[None, None])
    at_k = Ball(at_j.mid.swapaxes(1, 2), at_j.rad.swapaxes(1, 2))
    at_i = Ball.exact(same) * Ball(wide.mid[:, None, None], wide.rad[:, None, None])
    curve = (3.0 * cubic - at_j - at_k - at_i) * (wide_inverse * wide_inverse)

    h_dx = half[None] * slope.mid
    grow = UP + m * m * 2.0**-51
    first = np.sum(norm(h_dx), axis=0) * grow
    rounding = norm(point.rad) + np.sum(norm(half[None] * slope.rad), axis=0)
    turn = norm(half) * lipschitz * UP
    bend = _central_curve(point.mid, axes, unit, inverse.mid)
    # entries of ``bend`` are off by less than 150 u: four products of size <= 3 with relative errors below 24 u
    loss = 0.5 * np.sum(half, axis=0) ** 2 * ((d + 1) ** 0.5 * 2.0**-44)
    second = (rounding + 0.57736 * turn * turn) * grow
    third = (rounding + loss + 0.5001 * turn * turn * turn) * grow
    return Chart(
        half=half,
        x0=point.mid,
        dx=slope.mid,
        ddx=bend,
        first=first,
        second=second,
        third=third,
        radius=np.minimum((reach + norm(point.rad)) * UP, (first + second) * grow),
        point=point,
        slope=slope,
        wide=wide,
        wide_slope=wide_slope,
        wide_curve=curve,
    )
