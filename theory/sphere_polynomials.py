"""Polynomials on the sphere: exact ranges and Lipschitz constants in degree 2, proved bounds beyond.

On S^m a polynomial is <a,x> + x^T A x + (harmonics of degree >= 3), with constants c = c |x|^2 inside A.  The first two
parts have a range and a Lipschitz constant in closed form (theory B3); the others are bounded by their norms in
L^2(sigma): sup |f_k| <= sqrt(Z(m,k)) |f_k|_2 and, by the derivative of the addition theorem, Lip(f_k) is at most
sqrt(k(k+m-1)/m) times that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import comb
from typing import cast

from flint import acb, arb, fmpq, fmpq_mat, fmpq_mpoly, fmpq_poly

from theory.balls import maximum, minimum
from theory.harmonics import component_norms_squared, dimension, project

__all__ = [
    "SpherePolynomial",
    "extreme_eigenvalues",
    "harmonic_slope",
    "harmonic_sup",
    "harmonic_terms",
    "largest_singular_value",
]

Matrix = Mapping[tuple[int, int], fmpq]
"""A sparse symmetric matrix: both (i, j) and (j, i) are present."""

LARGEST_BLOCK = 100
"""Largest irreducible block whose characteristic polynomial is solved; beyond, the row-sum norm bounds the spectrum."""


def _blocks(matrix: Matrix, size: int) -> list[list[int]]:
    """The connected components of the graph of the nonzero entries."""
    neighbours: dict[int, list[int]] = {i: [] for i in range(size)}
    for (i, j), entry in matrix.items():
        if i != j and entry != 0:
            neighbours[i].append(j)
    blocks, seen = [], set[int]()
    for start in range(size):
        if start in seen:
            continue
        block, stack = [], [start]
        seen.add(start)
        while stack:
            i = stack.pop()
            block.append(i)
            for j in neighbours[i]:
                if j not in seen:
                    seen.add(j)
                    stack.append(j)
        blocks.append(sorted(block))
    return blocks


def _real_roots(polynomial: fmpq_poly) -> list[arb]:
    """Enclosures of all roots of a polynomial that only has real ones; rational roots are exact to the precision."""
    roots: list[arb] = []
    for factor, _ in polynomial.factor()[1]:
        if factor.degree() == 1:
            roots.append(arb(-fmpq(factor[0]) / fmpq(factor[1])))
        else:
            found = cast(list[tuple[acb, int]], factor.complex_roots())
            roots += [root.real for root, _ in found]
    return roots


def extreme_eigenvalues(matrix: Matrix, size: int) -> tuple[arb, arb]:
    """Bounds (at most the smallest, at least the largest) of the eigenvalues of a symmetric size x size matrix.

    Sharp to the working precision unless a block exceeds `LARGEST_BLOCK`; exact for rational eigenvalues that the
    precision can hold.

    >>> extreme_eigenvalues({(0, 1): fmpq(1, 2), (1, 0): fmpq(1, 2)}, 3)
    (-0.500000000000000, 0.500000000000000)
    """
    values: list[arb] = []
    for block in _blocks(matrix, size):
        if len(block) == 1:
            values.append(arb(matrix.get((block[0], block[0]), fmpq(0))))
        elif len(block) <= LARGEST_BLOCK:
            entries = [matrix.get((i, j), fmpq(0)) for i in block for j in block]
            values += _real_roots(fmpq_mat(len(block), len(block), entries).charpoly())
        else:
            sums = [sum((abs(matrix.get((i, j), fmpq(0))) for j in block), fmpq(0)) for i in block]
            values += [-arb(max(sums)), arb(max(sums))]
    return minimum(values).lower(), maximum(values).upper()


def harmonic_sup(norms_squared: Mapping[int, fmpq], m: int) -> arb:
    """sum_k sqrt(Z(m,k) |f_k|_2^2) >= sup |f|, for {k: |f_k|_2^2} (of all components of a vector together)."""
    return sum((arb(dimension(m, k) * square).sqrt() for k, square in norms_squared.items()), arb(0))


def harmonic_slope(norms_squared: Mapping[int, fmpq], m: int) -> arb:
    """sum_k sqrt(k(k+m-1)/m Z(m,k) |f_k|_2^2) >= the Lipschitz constant of f (rule R3), for {k: |f_k|_2^2}."""
    scaled = {k: fmpq(k * (k + m - 1), m) * square for k, square in norms_squared.items()}
    return harmonic_sup(scaled, m)


def harmonic_terms(p: fmpq_mpoly, m: int, highest: int) -> int:
    """About how many terms the harmonic components of degree <= ``highest`` have together, at most.

    A component of degree k is a sum of |x|^{2i} Delta^i q, q homogeneous of degree k in the variables of p.
    """
    degrees = [int(degree) for degree in p.degrees() if degree > 0]
    used, most = max(1, len(degrees)), sum(degree // 2 for degree in degrees)
    total = 0
    for k in range(highest + 1):
        i = min(k // 2, most)
        total += min(comb(m + k, k), min(len(p), comb(used - 1 + k, k)) * comb(m + i, i))
    return total


@dataclass(frozen=True)
class SpherePolynomial:
    """A polynomial in x0..xm, looked at on S^m."""

    polynomial: fmpq_mpoly
    m: int

    @cached_property
    def norms_squared(self) -> dict[int, fmpq]:
        """{k: |f_k|_2^2} of the nonzero harmonic components."""
        return component_norms_squared(self.polynomial, self.m)

    @property
    def degree(self) -> int:
        """The degree on the sphere (0 for constants and for zero)."""
        return max(self.norms_squared, default=0)

    @cached_property
    def _low(self) -> dict[int, fmpq_mpoly]:
        return project(self.polynomial, self.m, highest=2)

    @property
    def mean(self) -> fmpq:
        """The mean over the sphere, f_0."""
        return self._low[0].leading_coefficient() if 0 in self._low else fmpq(0)

    @cached_property
    def gradient(self) -> tuple[fmpq, ...]:
        """a, the coefficients of the linear component <a,x>; shape (m+1,)."""
        result = [fmpq(0)] * (self.m + 1)
        if 1 in self._low:
            for monomial, coefficient in self._low[1].to_dict().items():
                result[list(monomial).index(1)] = coefficient
        return tuple(result)

    @property
    def linear_norm(self) -> arb:
        """|a|."""
        return arb(sum((a * a for a in self.gradient), fmpq(0))).sqrt()

    @cached_property
    def eigenvalues(self) -> tuple[arb, arb]:
        """Bounds of the smallest and largest eigenvalue of A, rounded outwards (exact when rational)."""
        if 2 not in self.norms_squared:
            return arb(self.mean).lower(), arb(self.mean).upper()
        matrix = {(i, i): self.mean for i in range(self.m + 1)}
        for monomial, coefficient in self._low[2].to_dict().items():
            i, j = [i for i, a in enumerate(monomial) for _ in range(int(a))]
            if i == j:
                matrix[i, i] += coefficient
            else:
                matrix[i, j] = matrix[j, i] = coefficient / 2
        return extreme_eigenvalues(matrix, self.m + 1)

    @property
    def high(self) -> dict[int, fmpq]:
        """{k: |f_k|_2^2} for k >= 3."""
        return {k: square for k, square in self.norms_squared.items() if k >= 3}

    @cached_property
    def range(self) -> tuple[arb, arb]:
        """Bounds (lower, upper) of f on the sphere; exact up to the precision if f is linear or a quadratic form."""
        low, high = self.eigenvalues
        reach = self.linear_norm + harmonic_sup(self.high, self.m)
        return (low - reach).lower(), (high + reach).upper()

    @cached_property
    def slope(self) -> arb:
        """An upper bound of the Lipschitz constant: |a| + (largest - smallest eigenvalue of A) + the sum of rule R3."""
        low, high = self.eigenvalues
        quadratic = minimum([high - low, harmonic_slope({2: self.norms_squared.get(2, fmpq(0))}, self.m)])
        return self.linear_norm + quadratic + harmonic_slope(self.high, self.m)

    @property
    def slope_is_exact(self) -> bool:
        """Whether `slope` is the best Lipschitz constant: f is a constant plus a linear or a quadratic form."""
        degrees = set(self.norms_squared) - {0}
        return degrees <= {1} or degrees == {2}


def largest_singular_value(rows: Sequence[Sequence[fmpq]]) -> arb:
    """The largest singular value of a rational matrix, rounded up (exact when it is 0, 1 or another exact number).

    >>> largest_singular_value([[fmpq(3), fmpq(0)], [fmpq(4), fmpq(0)]])
    5.00000000000000
    """
    columns = [list(column) for column in zip(*rows, strict=True)]
    short = [list(row) for row in rows] if len(rows) <= len(columns) else columns
    gram: dict[tuple[int, int], fmpq] = {}
    for i, u in enumerate(short):
        for j, v in enumerate(short[: i + 1]):
            entry = sum((a * b for a, b in zip(u, v, strict=True) if a != 0 and b != 0), fmpq(0))
            if entry != 0:
                gram[i, j] = gram[j, i] = entry
    return extreme_eigenvalues(gram, len(short))[1].sqrt().upper()
