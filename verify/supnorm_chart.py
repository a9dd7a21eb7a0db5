"""Charts of cells in FLINT balls: the faces of the cube [-1, 1]^d projected to the sphere, to second order.

Part of the independent checker of sup-norm certificates; shares no code with the float64 search.
"""

from __future__ import annotations

from collections.abc import Sequence

from flint import arb

from verify.supnorm_jets import ONE, ZERO, Balls, Box, pairs_of

__all__ = ["box_of", "unit_point"]


def _free(face: int, d: int) -> list[int]:
    return [i for i in range(d) if i != face // 2]


def unit_point(face: int, place: Sequence[float]) -> Balls:
    """Return y/|y| for the point ``place`` of a face of the cube (face = 2 axis + (1 if the sign is -))."""
    d = len(place) + 1
    y = [ZERO] * d
    y[face // 2] = arb(-1 if face % 2 else 1)
    for i, number in zip(_free(face, d), place, strict=True):
        y[i] = arb(number)
    square = ZERO
    for c in y:
        square += c * c
    length = square.sqrt()
    return [c / length for c in y]


def box_of(face: int, centre: Sequence[float], half: Sequence[float]) -> Box:
    """Return the chart of a cell: its second-order expansion in u and bounds of the remainders.

    Along y + s u, with parts a along and b across y of u/|y|, the second derivative of x has norm
    |b| sqrt(b^2 + 4 a^2) <= (2/sqrt 3) |u|^2/|y|^2, the third |b| sqrt(36 a^4 + 9 b^4) <= 3 |u|^3/|y|^3.  With t/|y| =
    a x(0) + b, x - x(0) - b = (c - 1) x(0) + (|y|/|y + t| - 1) b, where c = <x, x(0)> = 1 - |x - x(0)|^2/2.
    """
    m = len(centre)
    d = m + 1
    axes = _free(face, d)
    square, nearest, farthest, size = ONE, ONE, ONE, ZERO
    for c, r in zip(map(arb, centre), map(arb, half), strict=True):
        square += c * c
        nearest += (abs(c) - r).max(ZERO) ** 2
        farthest += (abs(c) + r) ** 2
        size += r * r
    length, size = square.sqrt(), size.sqrt()
    inverse = 1 / length
    lipschitz = 1 / nearest.sqrt()  # the projection to the sphere is (1/min|y|)-Lipschitz
    reach = (size * lipschitz).upper()
    y = [ZERO] * d
    y[face // 2] = -ONE if face % 2 else ONE
    for i, number in zip(axes, centre, strict=True):
        y[i] = arb(number)
    point = [c * inverse for c in y]
    h = [arb(c) for c in half]
    turn = size * inverse * inverse * 2 / arb(3).sqrt()
    lean = [point[axis] * inverse * c for axis, c in zip(axes, h, strict=True)]
    slope = [[-xi * c for c in lean] for xi in point]
    for j, axis in enumerate(axes):
        slope[axis][j] += h[j] * inverse
    pairs = pairs_of(m)
    # d_jk x_i = (3 x_i x_j x_k - [i=j] x_k - [i=k] x_j - [j=k] x_i)/|y|^2, here times h_j h_k
    products = [3 * lean[j] * lean[k] for j, k in pairs]
    steps = [c * inverse for c in h]
    for p, j in enumerate(k for k, pair in enumerate(pairs) if pair[0] == pair[1]):
        products[j] -= steps[p] * steps[p]
    bend = [[xi * c for c in products] for xi in point]
    for p, (j, k) in enumerate(pairs):
        bend[axes[j]][p] -= steps[j] * lean[k]
        bend[axes[k]][p] -= steps[k] * lean[j]
    stretch = (length * lipschitz - 1).upper().max((1 - (square / farthest).sqrt()).upper())
    square_reach = reach * reach / 2
    return Box(
        point,
        slope,
        bend,
        reach,
        [(c * turn).upper() for c in h],
        (reach * square_reach).upper(),
        square_reach.upper(),
        stretch,
    )
