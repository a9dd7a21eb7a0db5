"""Staircases on [0,1] as cells of a softmax head: increasing slopes and prescribed breakpoints.

A head with scores a_i x + beta_i, a_i increasing, is close to v_i on cell i, between the crossings x_{i-1} and x_i of
neighbouring lines.  `Staircases` lays out the cells for Q shifted staircases with K levels (theory K4''): staircase s
jumps in zones in which its bump is 1; zones of different shifts are separated by neutral cells, so at every x at most
one shift has a positive bump.  Ends of cells are multiples of `UNIT`, so all biases are exact float64 numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from flint import fmpq

from constructions.sequence.transformer import Floats
from theory.errors import InputError

__all__ = ["GAP", "UNIT_BITS", "Staircases", "lines", "nearest_float", "single_staircase", "slope_for"]

UNIT_BITS = 24
_UNITS = 1 << UNIT_BITS
GAP = 64
"""Scores of tokens that should not count stay at least this far below the largest one."""


def nearest_float(x: fmpq) -> float:
    """The float64 nearest to x."""
    return int(x.p) / int(x.q)


def slope_for(width: fmpq) -> int:
    """A power of 2, at least GAP/width: the slope per cell at which a score falls by GAP over this width."""
    least = -int((-GAP / width).floor())
    return 1 << max(least - 1, 0).bit_length()


def lines(breakpoints: Sequence[fmpq], slope: int) -> Floats:
    """Slopes and biases [N, 2] of lines a_i = slope i whose neighbours cross at the breakpoints; beta_0 = 0."""
    bias, rows = fmpq(0), [(0.0, 0.0)]
    for i, x in enumerate(breakpoints, 1):
        bias -= slope * x
        rounded = nearest_float(bias)
        if fmpq(*rounded.as_integer_ratio()) != bias:
            raise InputError(f"{len(breakpoints)} cells need biases of more than 53 bits; ask for a larger error")
        rows.append((float(slope * i), rounded))
    return np.array(rows)


@dataclass(frozen=True)
class Staircases:
    """K levels for each of ``shifts`` staircases; `breakpoints`, `levels` [N, Q] and `bumps` [N, Q] of the N cells.

    Raises `InputError` when the cells are narrower than the unit of their ends allows.
    """

    levels_count: int
    shifts: int

    @cached_property
    def _lengths(self) -> tuple[int, int, int, int]:
        """(first zone, distance of zones of neighbouring shifts, of neighbouring jumps, width of a zone) in units.

        Wide zones, packed, leave plateaus of about (Q-1)/(Q (K-1)); thin ones about 1/K.  The smaller counts.
        """
        K, Q = self.levels_count, self.shifts
        if K == 1:
            return _UNITS, 0, 0, 0
        if K > Q:
            step = 8 * _UNITS // (8 * (K - 1) * Q + 1)
            zone = (step - step // 8) // 2 * 2
        else:
            step = min(_UNITS >> 12, _UNITS // (32 * (K - 1) * Q)) // 4 * 4
            zone = step // 4 * 2
        if min(zone // 2, step - zone) < 2:
            raise InputError(f"{K} levels for {Q} shifts need cells narrower than 2^-23; ask for a larger error")
        span = (Q - 1) * step
        # 2 first + span + (K-2) period + zone = 1 with plateaus first + span = period - zone, if zones fit.
        period = 0 if K == 2 else max((_UNITS + span + zone) // K, Q * step)
        first = (_UNITS - span - (K - 2) * period - zone) // 2
        return first, step, period, zone

    def zone(self, s: int, j: int) -> tuple[fmpq, fmpq]:
        """The ends of the zone in which staircase s jumps from level j to j+1."""
        first, step, period, zone = self._lengths
        start = first + s * step + j * period
        return fmpq(start, _UNITS), fmpq(start + zone, _UNITS)

    @cached_property
    def breakpoints(self) -> list[fmpq]:
        """The ends x_0 < x_1 < ... between the cells."""
        out = []
        for j in range(self.levels_count - 1):
            for s in range(self.shifts):
                start, stop = self.zone(s, j)
                out += [start, (start + stop) / 2, stop]
        return out

    @cached_property
    def _tables(self) -> tuple[Floats, Floats]:
        level, levels, bumps = np.zeros(self.shifts), [np.zeros(self.shifts)], [np.zeros(self.shifts)]
        for _ in range(self.levels_count - 1):
            for s in range(self.shifts):
                unit = np.eye(1, self.shifts, s)[0]
                after = level + unit
                levels += [level, after, after]
                bumps += [unit, unit, np.zeros(self.shifts)]
                level = after
        return np.array(levels), np.array(bumps)

    @property
    def levels(self) -> Floats:
        """psi_s on each cell, [N, Q]."""
        return self._tables[0]

    @property
    def bumps(self) -> Floats:
        """bump_s on each cell, [N, Q]: 1 in the zones of shift s."""
        return self._tables[1]

    def plateaus(self, s: int) -> list[tuple[fmpq, fmpq]]:
        """The ends of the K intervals of shift s without a bump."""
        starts, stops = [fmpq(0)], []
        for j in range(self.levels_count - 1):
            start, stop = self.zone(s, j)
            stops.append(start)
            starts.append(stop)
        return list(zip(starts, [*stops, fmpq(1)], strict=True))

    @cached_property
    def radius(self) -> fmpq:
        """Half the length of the longest plateau: codes fix each x_p up to this."""
        return max((b - a) / 2 for s in range(self.shifts) for a, b in self.plateaus(s))

    @cached_property
    def narrowest(self) -> fmpq:
        """The width of the narrowest cell between two breakpoints (1 if there are no two)."""
        return min((b - a for a, b in pairwise(self.breakpoints)), default=fmpq(1))


def single_staircase(levels: int) -> list[fmpq]:
    """The K-1 breakpoints of one staircase with equal cells (theory K3), rounded to units."""
    return [fmpq(round(fmpq(j * _UNITS, levels)), _UNITS) for j in range(1, levels)]
