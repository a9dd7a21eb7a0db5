"""Nets of S^m put together from nets of smaller spheres in orthogonal coordinate blocks.

R^d is the sum of blocks R^{d_i}, with a net of cosine c_i = cos(covering radius) > 0 in the unit sphere of each (in R^1
the two points +-1, c = 1).  A unit x with block lengths r_i has max <x, p> >= max r_i c_i, and if r_i c_i < t for all
i then 1 = sum r_i^2 < t^2 sum c_i^-2.  So the union has the cosine (sum c_i^-2)^(-1/2): the sizes of the blocks add up,
and so do their costs c_i^-2.  (d blocks R^1: the cross-polytope.)
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from flint import arb
from numpy.typing import NDArray

__all__ = ["Block", "cheapest_blocks", "join_cosine", "joined"]

Floats = NDArray[np.float64]

_UNITS = 40
"""The budget sum c_i^-2 is split into so many units per dimension, but at least 1000 and at most 4000."""


class Block(NamedTuple):
    """A net that may fill a block: dimension d_i, number of points, cost c_i^-2 (float, not smaller than proved).

    ``make`` gives its points, float64 [size, d_i], and a proved lower bound of c_i.
    """

    d: int
    size: int
    cost: float
    make: Callable[[], tuple[Floats, arb]]


def cheapest_blocks(d: int, budget: float, catalogue: Sequence[Block]) -> list[Block] | None:
    """Blocks from the catalogue of total dimension d and total cost <= budget with the fewest points; None if none.

    Dynamic programming over (dimension, cost rounded up to units), so the result may be a little too large.
    """
    grid = min(max(1000, _UNITS * d), 4000)
    unit = budget * (1 + 1e-12) / grid
    units = [(block, math.ceil(block.cost / unit)) for block in catalogue]
    units = [(block, cost) for block, cost in units if cost <= grid and block.d <= d]
    fewest = np.full((d + 1, grid + 1), np.inf)
    fewest[0] = 0
    choice = np.full((d + 1, grid + 1), -1)
    for dimension in range(1, d + 1):
        for index, (block, cost) in enumerate(units):
            if block.d > dimension:
                continue
            total = fewest[dimension - block.d, : grid + 1 - cost] + block.size
            better = total < fewest[dimension, cost:]
            fewest[dimension, cost:][better] = total[better]
            choice[dimension, cost:][better] = index
    if not np.isfinite(fewest[d, grid]):
        return None
    blocks, dimension, left = [], d, grid
    while dimension:
        block, cost = units[choice[dimension, left]]
        blocks.append(block)
        dimension, left = dimension - block.d, left - cost
    return blocks


def join_cosine(cosines: Sequence[arb]) -> arb:
    """The cosine of the covering radius of the union, from those of the blocks (module docstring).

    >>> float(join_cosine([arb(1)] * 4))
    0.5
    """
    return 1 / sum((1 / (c * c) for c in cosines), arb(0)).sqrt()


def joined(blocks: Sequence[Floats]) -> Floats:
    """The union of the rows of the blocks [N_i, d_i] in orthogonal coordinates: float64 [sum N_i, sum d_i]."""
    result = np.zeros((sum(len(b) for b in blocks), sum(b.shape[1] for b in blocks)))
    row = column = 0
    for b in blocks:
        result[row : row + len(b), column : column + b.shape[1]] = b
        row, column = row + len(b), column + b.shape[1]
    return result
