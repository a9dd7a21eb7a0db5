"""Polynomial maps by one head on a lattice: keys at the integer points c, weights e^{-lam |z-c|^2/2}, z = 2x - 1.

The sum over all integers of g_k(c) e^{-lam (z-c)^2/2} is a multiple of z^k up to e^{-2 pi^2/lam}, if g_k is the Hermite
polynomial that the Gaussian of variance 1/lam smooths to z^k.  So the number of tokens grows like a power of
log(1/eps), where grids of cells need a power of 1/eps; the flat counterpart of the spectral prefix (theory H).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import factorial

import numpy as np
from flint import fmpq

from constructions.sequence.prefixes import GAIN
from constructions.sequence.staircase import nearest_float
from constructions.sequence.tasks import SequenceTarget
from constructions.sequence.transformer import Floats, Prefix
from theory.errors import InputError
from theory.expressions import to_polynomial
from theory.harmonics import ring

__all__ = ["MAX_NODES", "Lattice", "Terms", "lattice_prefixes", "monomial", "terms_of"]

MAX_NODES = 60_000
"""Most lattice points: values there are computed exactly."""
_MAX_TERMS = 3000
_MAX_DEGREE = 16

Terms = dict[tuple[int, ...], fmpq]
"""A polynomial in z: exponents -> coefficient."""


def terms_of(target: SequenceTarget) -> list[Terms] | None:
    """The components as polynomials in z = 2x - 1; None if one is not written as a polynomial, or is too large."""
    if target.kind != "expression":
        return None
    R = ring(target.n)
    half = [(z + 1) / 2 for z in R.gens()]
    found = []
    for node in target.nodes:
        try:
            p = to_polynomial(node, R)
        except InputError:
            return None
        if p is None or len(p) > _MAX_TERMS or p.total_degree() > _MAX_DEGREE:
            return None
        terms = {tuple(map(int, k)): fmpq(a) for k, a in p.compose(*half).to_dict().items()}
        if len(terms) > _MAX_TERMS:
            return None
        found.append(terms)
    return found


def monomial(k: int, lam: fmpq, c: fmpq, sign: int = -1) -> fmpq:
    """g_k(c) = sum_j (sign)^j k!/(j! (k-2j)!) c^(k-2j)/(2 lam)^j; with sign 1 a bound of |g_k| on [-c, c]."""
    total = fmpq(0)
    for j in range(k // 2 + 1):
        total += fmpq(sign**j * factorial(k), factorial(j) * factorial(k - 2 * j)) * c ** (k - 2 * j) / (2 * lam) ** j
    return total


@dataclass(frozen=True)
class Lattice:
    """The points of {-reach..reach}^n, sharpness lam."""

    n: int
    reach: int
    lam: fmpq

    @property
    def side(self) -> int:
        """Points of an axis."""
        return 2 * self.reach + 1

    @cached_property
    def points(self) -> Floats:
        """[side^n, n], the first coordinate fastest."""
        axis = range(-self.reach, self.reach + 1)
        return np.array([row[::-1] for row in product(axis, repeat=self.n)], dtype=np.float64)

    def values(self, terms: Terms) -> list[fmpq]:
        """sum_k a_k prod_p g_{k_p}(c_p) at the points, exactly."""
        highest = max((max(k, default=0) for k in terms), default=0)
        axis = range(-self.reach, self.reach + 1)
        table = [[monomial(k, self.lam, fmpq(c)) for c in axis] for k in range(highest + 1)]
        rows = (self.points + self.reach).astype(np.int64).tolist()
        out = []
        for row in rows:
            total = fmpq(0)
            for k, a in terms.items():
                for p, i in zip(k, row, strict=True):
                    if p:
                        a *= table[p][i]
                total += a
            out.append(total)
        return out


def lattice_prefixes(target: SequenceTarget, lattice: Lattice, terms: list[Terms]) -> tuple[list[Prefix], fmpq]:
    """The prefixes of `layouts.wide` for a polynomial map, and the largest rounding error of a value."""
    T, F, n = target.T, target.F, target.n
    c, lam = lattice.points, nearest_float(lattice.lam)
    bias = -lam * (c * c).sum(axis=1, keepdims=True) / 2
    worst, columns = fmpq(0), []
    for part in terms:
        exact = lattice.values(part)
        rounded = [nearest_float(v) for v in exact]
        worst = max([worst, *(abs(fmpq(*r.as_integer_ratio()) - v) for r, v in zip(rounded, exact, strict=True))])
        columns.append(rounded)
    table = np.array(columns).T
    keys = np.zeros((T * len(c), 2 * n + 1 + T))
    for t in range(T):
        block = slice(t * len(c), (t + 1) * len(c))
        keys[block, n + 1 : 2 * n + 1] = lam * c
        keys[block, 2 * n + 1 :] = bias
        keys[block, 2 * n + 1 + t] += GAIN
    values = np.concatenate([table[:, t * F : (t + 1) * F] for t in range(T)])
    return [Prefix(np.zeros((T, 0, 1)), np.zeros((T, 0, F))), Prefix(keys[None], values[None])], worst
