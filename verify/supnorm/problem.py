"""What travels to a worker process: the head and the target as plain data, and the `Problem` made from them there."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from flint import arb, ctx, fmpq

from theory.balls import float_lower, precision
from theory.parser import parse_map
from verify.supnorm.arrays import Array
from verify.supnorm.bound import Norm
from verify.supnorm.cells import Cells
from verify.supnorm.evaluation import Problem
from verify.supnorm.head import HeadData
from verify.supnorm_chart import box_of, unit_point
from verify.supnorm_leaf import ExactHead, Kept, bound_cell, error_at
from verify.supnorm_text import parse_target

__all__ = ["Spec"]


@dataclass(frozen=True, eq=False)
class Spec:
    """A sup-norm problem as picklable data.

    ``keys`` [N, d], ``values`` [N, q], ``bias`` [N] are tuples of float64 components (exact sums), ``lam`` a ratio as
    text, ``target`` an expression, or "" for the mean distance to the keys (theory F6).
    """

    m: int
    lam: str
    keys: tuple[Array, ...]
    values: tuple[Array, ...]
    bias: tuple[Array, ...]
    target: str
    norm: Norm
    log_drop: float

    def digest(self) -> str:
        """Return a hash of everything that decides the result."""
        hasher = hashlib.sha256()
        hasher.update(repr((self.m, self.lam, self.target, self.norm, self.log_drop, len(self.keys))).encode())
        for parts in (self.keys, self.values, self.bias):
            for part in parts:
                hasher.update(np.ascontiguousarray(part).tobytes())
        return hasher.hexdigest()

    def exact_lam(self) -> fmpq:
        """Return lam."""
        return fmpq(*(int(part) for part in (*self.lam.split("/"), "1")[:2]))

    def exact_head(self) -> ExactHead:
        """Return the head in balls of the current precision."""
        keys = [part.tolist() for part in self.keys]
        values = [part.tolist() for part in self.values]
        return ExactHead.of(keys, values, [part.tolist() for part in self.bias], self.exact_lam(), self.norm)

    def problem(self) -> Problem:
        """Return the problem for the float64 search."""
        data = HeadData.of(self.keys, self.values, self.bias, self.exact_lam())
        if not self.target:
            data = data.for_distance()
        nodes = parse_map(self.target, self.m)[0] if self.target else ()
        return Problem(data, nodes, self.norm, self.log_drop, _Precise(self) if len(self.bias[0]) <= 2000 else None)


class _Precise:
    """Bounds of single cells by FLINT at rising precision, for what float64 rounding leaves open."""

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        self.heads = lru_cache(maxsize=4)(self._head)

    def _head(self, bits: int) -> tuple[ExactHead, Kept]:
        head = self.spec.exact_head()
        return head, Kept.all(head)

    def __call__(self, cells: Cells, goal: float) -> Array:
        """Return an upper bound per cell; the precision is doubled while it still helps."""
        bounds = np.full(len(cells), np.inf)
        before = ctx.prec
        try:
            for i in range(len(cells)):
                for bits in (128, 256, 512):
                    ctx.prec = bits
                    head, kept = self.heads(bits)
                    target = parse_target(self.spec.target, self.spec.m) if self.spec.target else None
                    box = box_of(int(cells.face[i]), cells.centre[:, i].tolist(), cells.half[:, i].tolist())
                    bound = bound_cell(head, kept, target, box)
                    value = _float_up(bound)
                    gain = value < 0.9 * bounds[i]
                    bounds[i] = min(bounds[i], value) if value == value else bounds[i]
                    if bounds[i] <= goal or not gain:
                        break
        finally:
            ctx.prec = before
        return bounds

    def value(self, face: int, place: Array) -> float:
        """Return a lower bound of |A - f| at a point."""
        with precision(256):
            head, _ = self.heads(256)
            target = parse_target(self.spec.target, self.spec.m) if self.spec.target else None
            return float_lower(error_at(head, target, unit_point(face, place.tolist())))


def _float_up(value: arb) -> float:
    end = value.upper()
    if not end.is_finite():
        return float("inf")
    number = float(end)
    while not arb(number) >= end:
        number = float(np.nextafter(number, np.inf))
    return number
