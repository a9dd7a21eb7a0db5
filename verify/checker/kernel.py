"""The checker's own numbers of the exponential kernel and of the product Gauss rules (theory A, H).

Everything is scaled by e^{-lam}; the bounds that use it are homogeneous.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from operator import mul

import numpy as np
from flint import arb, arb_mat, ctx, fmpq, fmpq_poly

from verify.checker.balls import Undecided, Vector, precision
from verify.checker.polynomial import dimension

__all__ = ["eigenvalue", "gauss", "gram_work", "legendre", "legendre_sums", "product_gauss", "tail"]


def eigenvalue(m: int, k: int, lam: fmpq) -> arb:
    """e^{-lam} phihat_k(lam) = e^{-lam} Gamma(nu+1) (2/lam)^nu I_{nu+k}(lam), nu = (m-1)/2 (theory A5)."""
    nu, x = fmpq(m - 1, 2), arb(lam)
    return arb(nu + 1).gamma() * (2 / x) ** arb(nu) * x.bessel_i(arb(nu + k), scaled=True)


def tail(m: int, K: int, lam: fmpq) -> arb:
    """An enclosure of e^{-lam} tau_K = sum_{k>K} Z(m,k) e^{-lam} phihat_k (theory A7).

    Terms are summed until the ratio bound q_k = lam (k+m-1)/((k+1)(2k+m-1)) of the next to the k-th is below 1/2 and
    the k-th is negligible; q_k decreases, so what follows is a geometric series.
    """
    total, k = arb(0), K + 1
    while True:
        term = dimension(m, k) * eigenvalue(m, k, lam)
        ratio = lam * (k + m - 1) / ((k + 1) * (2 * k + m - 1))
        if ratio < fmpq(1, 2) and (term <= total * fmpq(1, 2**40) or k > K + 200):
            return total + term.union(term / (1 - arb(ratio)))
        total, k = total + term, k + 1


def gram_work(m: int, K: int, N: int) -> int:
    """How many powers the sums up to degree K take: of all monomials at N points, or of all pairs of points."""
    return min(math.comb(K + m + 1, K) * N, N * (N - 1) // 2 * (K + 1))


def legendre_sums(m: int, K: int, points: Sequence[Vector], columns: Sequence[Sequence[Vector]]) -> list[list[arb]]:
    """For k = 0..K and each column of vectors c_i: sum_ij <c_i, c_j> P_k(<p_i, p_j>) (theory A2).

    From the power sums sum_ij <c_i, c_j> <p_i, p_j>^s; the change of basis multiplies radii by at most (1+sqrt 2)^K.
    """
    N = len(points)
    few = math.comb(K + m + 1, K) * N == gram_work(m, K, N)
    powers = (_power_sums_by_moments if few else _power_sums_by_pairs)(K, points, columns)
    p, result = [fmpq_poly([1]), fmpq_poly([0, 1])], []
    for k in range(1, K):
        p.append((fmpq_poly([0, 2 * k + m - 1]) * p[k] - k * p[k - 1]) / (k + m - 1))
    for k in range(K + 1):
        terms = [(s, arb(c)) for s, c in enumerate(p[k].coeffs()) if c]
        result.append([sum((c * powers[s][column] for s, c in terms), arb(0)) for column in range(len(columns))])
    return result


def _power_sums_by_pairs(K: int, points: Sequence[Vector], columns: Sequence[Sequence[Vector]]) -> list[list[arb]]:
    """The power sums for s = 0..K as they stand; <p_i, p_i> = 1."""
    N = len(points)
    total = arb_mat(K + 1, len(columns))
    flipped, others = arb_mat(points).transpose(), [arb_mat(column).transpose() for column in columns]
    for i in range(1, N):
        gram = (arb_mat([points[i]]) * flipped).entries()[:i]
        powers = [[arb(1)] * i]
        for _ in range(K):
            powers.append(list(map(mul, powers[-1], gram)))
        products = [(arb_mat([column[i]]) * other).entries()[:i] for column, other in zip(columns, others, strict=True)]
        total += arb_mat(powers) * arb_mat(products).transpose()
    diagonal = [sum((x * x for row in column for x in row), arb(0)) for column in columns]
    return [[one + 2 * x for one, x in zip(diagonal, row, strict=True)] for row in total.tolist()]


def _power_sums_by_moments(K: int, points: Sequence[Vector], columns: Sequence[Sequence[Vector]]) -> list[list[arb]]:
    """The same by <p, q>^s = sum_{|a|=s} s!/a! p^a q^a: they are sum_a s!/a! |sum_i c_i p_i^a|^2."""
    # Monomials as (place of a parent, variable, exponent of that variable, s!/a!), variables in increasing order.
    steps, layers = [(0, 0, 0, 1)], [range(1)]
    for s in range(1, K + 1):
        start = len(steps)
        for place in layers[-1]:
            _, last, exponent, count = steps[place]
            for j in range(last, len(points[0])):
                times = exponent + 1 if j == last else 1
                steps.append((place, j, times, count * s // times))
        layers.append(range(start, len(steps)))
    moments = [arb_mat(len(column[0]), len(steps)) for column in columns]
    for start in range(0, len(points), 256):
        table = []
        for x in points[start : start + 256]:
            row = [arb(1)]
            for place, j, _, _ in steps[1:]:
                row.append(row[place] * x[j])
            table.append(row)
        for c, column in enumerate(columns):
            moments[c] += arb_mat(column[start : start + 256]).transpose() * arb_mat(table)
    rows = [matrix.tolist() for matrix in moments]
    return [[sum((steps[a][3] * u[a] * u[a] for u in r for a in layer), arb(0)) for r in rows] for layer in layers]


def gauss(m: int, n: int) -> list[tuple[arb, arb]]:
    """Roots (increasing) and weights of the n-point Gauss rule for c (1-t^2)^{(m-2)/2} dt: P_n of dimension m+1.

    Floats propose the roots; n disjoint intervals with a change of sign prove that they are all.  The weights are
    Christoffel's, 1/sum_{k<n} Z(m,k) P_k(t)^2.
    """
    nu, k = (m - 1) / 2, np.arange(1, n)
    square = k * (k + 2 * nu - 1) / (4 * (k + nu) * (k + nu - 1)) if m > 1 else np.where(k == 1, 0.5, 0.25)
    guesses = np.linalg.eigvalsh(np.diag(np.sqrt(square), 1) + np.diag(np.sqrt(square), -1))
    bits = ctx.prec
    with precision(2 * bits + 3 * n + 64):
        roots = []
        for guess in guesses.tolist():
            t = arb(guess)
            for _ in range(bits.bit_length()):
                p = legendre(m, n, t)
                t = (t - p[n] * (1 - t * t) / (n * (p[n - 1] - t * p[n]))).mid()
            width = arb(2) ** -(bits + n)
            ends = (t - width).mid(), (t + width).mid()
            if not legendre(m, n, ends[0])[n] * legendre(m, n, ends[1])[n] < 0:
                raise Undecided(f"no change of sign of P_{n} near {guess}")
            roots.append(ends[0].union(ends[1]))
        if not all(s < t for s, t in pairwise(roots)):
            raise Undecided(f"the roots of P_{n} are not separated")
        rule = []
        for t in roots:
            p = legendre(m, n - 1, t)
            rule.append((t, 1 / sum((dimension(m, j) * p[j] * p[j] for j in range(n)), arb(0))))
        return rule


def legendre(m: int, n: int, t: arb) -> list[arb]:
    """P_0(t), ..., P_n(t) of dimension m+1 (theory A2)."""
    p = [arb(1), t]
    for k in range(1, n):
        p.append(((2 * k + m - 1) * t * p[k] - k * p[k - 1]) / (k + m - 1))
    return p[: n + 1]


def product_gauss(m: int, D: int) -> tuple[list[Vector], list[arb]]:
    """Nodes and weights of the product Gauss rule on S^m, exact to degree D, in the order of the format.

    The circle: (cos 2 pi j/(D+1), sin ...), j = 0..D.  Then for each root t (increasing) of P_n, n = ceil((D+1)/2), and
    each node y of the sphere below: (sqrt(1-t^2) y, t).
    """
    points = [[c, s] for s, c in (arb.sin_cos_pi_fmpq(fmpq(2 * j, D + 1)) for j in range(D + 1))]
    weights = [arb(fmpq(1, D + 1))] * (D + 1)
    for sphere in range(2, m + 1):
        rule = gauss(sphere, (D + 2) // 2)
        roots = [(t, (1 - t * t).sqrt()) for t, _ in rule]
        points = [[s * x for x in y] + [t] for t, s in roots for y in points]
        weights = [w * u for _, w in rule for u in weights]
    return points, weights
