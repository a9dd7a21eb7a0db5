"""The Gram sums of theorem H2:  sum_ij <c_i, c_j> P_k(<p_i, p_j>),  k = 0..K, for unit vectors p_i and any vectors c_i.

Two ways, whichever is cheaper: over pairs of points (large dimensions), or over an orthogonal basis of the harmonics,
where by the addition theorem (theory A3) the sum is sum_Y |sum_i c_i Y(p_i)|^2 / (Z(m,k) |Y|_2^2) (small dimensions,
many points).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice, pairwise
from typing import NamedTuple

from flint import arb, arb_mat, arb_series, ctx, fmpq, fmpq_poly

from theory.balls import precision
from theory.errors import PrefixproofError
from theory.harmonics import dimension, dimensions, legendre_sequence

__all__ = ["by_harmonics", "by_pairs", "legendre_sums"]

Vectors = Sequence[Sequence[arb]]


def legendre_sums(m: int, K: int, points: Vectors, columns: Sequence[Vectors]) -> list[list[arb]]:
    """For each column of vectors c_i [N][.] the sums sum_ij <c_i, c_j> P_k(<p_i, p_j>), k = 0..K.

    ``points`` [N][m+1] enclose unit vectors.  The results are enclosures; a few bits per degree are lost on the way.
    """
    return (by_harmonics if _harmonics_are_cheaper(m, K, len(points)) else by_pairs)(m, K, points, columns)


def _harmonics_are_cheaper(m: int, K: int, N: int) -> bool:
    """Whether `by_harmonics` is expected to take less time (microseconds, measured for two columns of numbers)."""
    pairs = N * N / 2 * (6 + 0.4 * K)
    size = sum(dimensions(m, K))
    per_point = 0.45 * K * K + 2 * sum(dimensions(m - 1, K)) + 0.16 * size if m > 1 else size
    return N * per_point < pairs


# --- over pairs ----------------------------------------------------------------------------------------------------


def by_pairs(m: int, K: int, points: Vectors, columns: Sequence[Vectors]) -> list[list[arb]]:
    """`legendre_sums` from the power sums sum_ij <c_i,c_j> <p_i,p_j>^s, the coefficients of one power series per pair.

    The change of basis multiplies errors by at most (1+sqrt 2)^K: 1.28 K bits more are used.
    """
    length = K + 1
    with precision(ctx.prec + int(1.28 * K) + 16), _series_length(length):
        N = len(points)
        matrix = arb_mat(points)
        gram = (matrix * matrix.transpose()).tolist()
        sums = []
        for vectors in columns:
            product = (arb_mat(vectors) * arb_mat(vectors).transpose()).tolist()
            # <p_i, p_i> = 1 exactly.
            on_diagonal = arb_series([sum((product[i][i] for i in range(N)), arb(0))], prec=length)
            total = arb_series([0], prec=length)
            for i in range(N):
                for t, weight in zip(gram[i][:i], product[i][:i], strict=True):
                    total += arb_series([weight], prec=length) / arb_series([1, -t], prec=length)
            total = 2 * total + on_diagonal / arb_series([1, -1], prec=length)
            if total.prec != length:
                raise PrefixproofError(f"power series were cut at {total.prec} of {length} terms")
            sums.append([total[s] for s in range(length)])
        legendre = [p.coeffs() for p in islice(legendre_sequence(m, fmpq_poly([1]), fmpq_poly([0, 1])), length)]
        results = [
            [sum((power * c for power, c in zip(powers, p, strict=False) if c), arb(0)) for p in legendre]
            for powers in sums
        ]
    return [[+value for value in row] for row in results]


@contextmanager
def _series_length(length: int) -> Iterator[None]:
    """Let power series have ``length`` terms: python-flint silently cuts them at ctx.cap, ten by default."""
    before = ctx.cap
    ctx.cap = length
    try:
        yield
    finally:
        ctx.cap = before


# --- over an orthogonal basis --------------------------------------------------------------------------------------


class _Harmonic(NamedTuple):
    """A homogeneous harmonic polynomial: its values [N] at the points, and |.|_2^2 on the unit sphere, exactly."""

    values: list[arb]
    norm: fmpq


def _share(m: int, l: int) -> fmpq:
    """The integral of (1-t^2)^l over S^m, t one coordinate: prod_{s<l} (m+2s)/(m+1+2s)."""
    return math.prod((fmpq(m + 2 * s, m + 1 + 2 * s) for s in range(l)), start=fmpq(1))


def _zonal(m: int, l: int, J: int, t: list[arb], square: list[arb]) -> list[list[arb]]:
    """r^j P_j(t/r) for j = 0..J in dimension m+1+2l, r^2 = ``square``: rows [J+1][N] by the recurrence of theory A2."""
    order = m + 2 * l
    rows = [[arb(1)] * len(t), t]
    for j in range(1, J):
        a, b = arb(fmpq(2 * j + order - 1, j + order - 1)), arb(fmpq(j, j + order - 1))
        rows.append([a * (x * p) - b * (s * q) for x, s, p, q in zip(t, square, rows[j], rows[j - 1], strict=True)])
    return rows[: J + 1]


def _basis(K: int, coordinates: list[list[arb]], squares: list[list[arb]]) -> list[list[_Harmonic]]:
    """An orthogonal basis of the harmonics of each degree k = 0..K in the given coordinates [d][N], d >= 2.

    ``squares``[j] = x_0^2 + ... + x_j^2.  Induction on d: r^{k-l} P_{k-l}(x_{d-1}/r) H, H of degree l in d-1 variables.
    """
    d = len(coordinates)
    m, x = d - 1, coordinates[-1]
    if d == 2:
        real, imaginary = [arb(1)] * len(x), [arb(0)] * len(x)
        layers = [[_Harmonic(real, fmpq(1))]]
        for _ in range(K):
            pairs = list(zip(real, imaginary, coordinates[0], x, strict=True))
            real, imaginary = [a * u - b * v for a, b, u, v in pairs], [a * v + b * u for a, b, u, v in pairs]
            layers.append([_Harmonic(real, fmpq(1, 2)), _Harmonic(imaginary, fmpq(1, 2))])
        return layers
    layers = [[] for _ in range(K + 1)]
    for l, lower in enumerate(_basis(K, coordinates[:-1], squares[:-1])):
        for j, zonal in enumerate(_zonal(m, l, K - l, x, squares[-1])):
            norm = _share(m, l) / dimension(m + 2 * l, j)
            for values, size in lower:
                layers[l + j].append(_Harmonic([z * h for z, h in zip(zonal, values, strict=True)], norm * size))
    return layers


def by_harmonics(m: int, K: int, points: Vectors, columns: Sequence[Vectors]) -> list[list[arb]]:
    """`legendre_sums` by the addition theorem; the recurrences lose about 1.28 bits a degree, which are added."""
    with precision(ctx.prec + int(1.28 * K) + 16):
        coordinates = [list(column) for column in zip(*points, strict=True)]
        squares = [[x * x for x in coordinates[0]]]
        for column in coordinates[1:]:
            squares.append([s + x * x for s, x in zip(squares[-1], column, strict=True)])
        squares[-1] = [arb(1)] * len(points)
        widths = [len(vectors[0]) for vectors in columns]
        table = [[c for vectors in columns for c in vectors[i]] for i in range(len(points))]
        Z = dimensions(m, K)
        results = [[arb(0)] * (K + 1) for _ in columns]

        def add(k: int, norm: fmpq, sums: list[arb]) -> None:
            ends = [0]
            for width in widths:
                ends.append(ends[-1] + width)
            for row, (start, end) in zip(results, pairwise(ends), strict=True):
                row[k] += sum((c * c for c in sums[start:end]), arb(0)) / (norm * Z[k])

        if m == 1:
            matrix = arb_mat(table)
            for k, layer in enumerate(_basis(K, coordinates, squares)):
                for values, norm in layer:
                    add(k, norm, (arb_mat([values]) * matrix).entries())
        else:
            # The last coordinate apart: one matrix product [j, i] x [i, (H, c)] for each degree l of the factor H.
            total = len(table[0])
            for l, lower in enumerate(_basis(K, coordinates[:-1], squares[:-1])):
                zonal = arb_mat(_zonal(m, l, K - l, coordinates[-1], squares[-1]))
                factors = [
                    [h * c for h in row for c in cs]
                    for row, cs in zip(zip(*(f.values for f in lower), strict=True), table, strict=True)
                ]
                product = (zonal * arb_mat(factors)).tolist()
                for j, sums in enumerate(product):
                    norm = _share(m, l) / dimension(m + 2 * l, j)
                    for index, (_, size) in enumerate(lower):
                        add(l + j, norm * size, sums[total * index : total * (index + 1)])
    return [[+value for value in row] for row in results]
