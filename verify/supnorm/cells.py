"""Cells of the sphere and their charts: the 2d faces of the cube [-1, 1]^d projected to S^m, bisected.

A cell is a face (axis j, sign) and a box of the other m cube coordinates, centre y and half-widths h (dyadic, exact in
float64).  x(t) = (y + t)/|y + t|, |t_j| <= h_j.  The faces cover the cube's surface and the radial projection is a
bijection onto S^m, so the leaves of bisection trees rooted at the faces cover S^m with no gap.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verify.supnorm.arrays import TINY, UNIT, UP, Array, Ball

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

    ``x0`` [d, B], ``dx`` [d, m, B], ``ddx`` [d, m, m, B] are float data; for |t| <= half (all bounds [B], Euclidean)
    |dx t| <= first, |x - x0 - dx t| <= second, |x - x0 - dx t - ddx t t/2| <= third, |x - x0| <= radius, and
    x - x0 - dx t = -s x0 + e dx t + r with 0 <= s <= drop, |e| <= stretch, |r| <= rounding; |ddx t| <= turn in every
    entry.
    """

    half: Array
    x0: Array
    dx: Array
    ddx: Array
    first: Array
    second: Array
    third: Array
    radius: Array
    drop: Array
    stretch: Array
    rounding: Array
    turn: Array

    def part(self, cut: slice) -> Chart:
        """Return the charts of consecutive cells."""
        return Chart(*(getattr(self, name)[..., cut] for name in self.__dataclass_fields__))

    def coordinate(self, i: int) -> tuple[Ball, Ball, Ball, Ball, Ball, Array, Array]:
        """Return x_i as a quadratic polynomial Q plus [low, high]: value [B] and slope [m, B] of Q at the centre, its
        range [B], slope [m, B] and curvature [m, m, B] over the cell, low and high [B].
        """
        dx = self.dx[i]
        point = Ball.exact(self.x0[i])
        span = Ball(self.x0[i], (self.radius + self.third) * UP)
        slope = Ball(dx, np.broadcast_to(self.turn, dx.shape))
        return point, Ball.exact(dx), span, slope, Ball.exact(self.ddx[i]), -self.third, self.third


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


def _central_curve(x: Array, axes: NDArray[np.int64], inverse: Array) -> Array:
    """Return d_jk x_i = (3 x_i x_j x_k - [i=j] x_k - [i=k] x_j - [j=k] x_i) / |y|^2 at the centres, [d, m, m, B]."""
    m = len(axes)
    every = np.arange(x.shape[1])
    tangent = x[axes, every]
    curve = (3.0 * x[:, None, None]) * (tangent[:, None] * tangent[None])
    for j in range(m):
        curve[:, j, j] -= x
        for k in range(m):
            curve[axes[j], j, k, every] -= tangent[k]
            curve[axes[k], j, k, every] -= tangent[j]
    curve *= inverse * inverse
    return np.asarray(curve)


def _point_loss(m: int) -> float:
    """Bound of |x0 - x| per entry: 1 + |c|^2, its root and inverse lose (m + 5) u, the product u."""
    return (m + 8) * UNIT


def _slope_loss(m: int) -> float:
    """Bound of the error of entries of ``dx`` = ([i=j] - x_i x_j)/|y|: two entries of x, three operations, 1/|y|."""
    return (3 * m + 32) * UNIT


def _curve_loss(m: int) -> float:
    """Bound of the error of entries of ``ddx``: 3 x_i x_j x_k and three entries of x, all of size <= 6, over |y|^2."""
    return (24 * m + 280) * UNIT


def chart(cells: Cells) -> Chart:
    """Return the rigorous second-order chart of every cell.

    Along the line y + s u, with a and b the parts of u/|y| along and across y, the second derivative of x has norm
    |b| sqrt(b^2 + 4 a^2) <= (2/sqrt 3) |u|^2/|y|^2 and the third |b| sqrt(36 a^4 + 9 b^4) <= 3 |u|^3/|y|^3; hence
    Taylor remainders r^2/sqrt 3 and r^3/2 with r = |h|/min|y|; a symmetric bilinear form is largest on the diagonal, so
    |ddx t| <= (2/sqrt 3) |h|/|y|^2.  With t/|y| = a x(0) + b, x = ((1 + a) x(0) + b) |y|/|y + t|: the part along x(0)
    is the cosine of the angle to x(0), at least 1 - |x - x(0)|^2/2, and b = dx t is stretched by |y|/|y + t|.
    """
    m, size = cells.centre.shape
    d = m + 1
    half = cells.half
    y, axes = _ambient(cells, d)
    every = np.arange(size)
    inverse = 1.0 / np.sqrt(1.0 + np.sum(cells.centre * cells.centre, axis=0))
    x0 = y * inverse
    tangent = x0[axes, every]
    dx = -(x0[:, None] * tangent[None])
    for j in range(m):
        dx[axes[j], j, every] += 1.0
    dx *= inverse

    loss = 4 * (m + 8) * UNIT
    near = np.maximum(np.abs(cells.centre) - half, 0.0)
    far = np.abs(cells.centre) + half
    lipschitz = (1.0 + loss) / np.sqrt(1.0 + np.sum(near * near, axis=0))  # the projection is (1/min|y|)-Lipschitz
    farthest = (1.0 - loss) / np.sqrt(1.0 + np.sum(far * far, axis=0))
    stretch = np.maximum(lipschitz / inverse - 1.0, 1.0 - farthest / inverse) + 2.0 * loss
    length = norm(half)
    reach = length * lipschitz * UP
    # the float x0 and dx differ from those of the formulas, also where multiplied by s <= 2 and e
    rounding = d**0.5 * 1.01 * (3.0 * _point_loss(m) + (1.0 + stretch) * _slope_loss(m) * np.sum(half, axis=0))
    bent = 0.5 * np.sum(half, axis=0) ** 2 * (d**0.5 * _curve_loss(m) * 1.01)
    radius = (reach + d * _point_loss(m)) * UP
    return Chart(
        half=half,
        x0=x0,
        dx=dx,
        ddx=_central_curve(x0, axes, inverse),
        first=(length * inverse + rounding) * (1.0 + loss),
        second=(rounding + 0.57736 * reach * reach) * UP,
        third=(rounding + bent + 0.5001 * reach * reach * reach) * UP,
        radius=radius,
        drop=0.5001 * reach * reach,
        stretch=stretch,
        rounding=rounding,
        turn=1.15471 * length * inverse * inverse + _curve_loss(m) * np.sum(half, axis=0),
    )
