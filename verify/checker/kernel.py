"""The checker's own numbers of the exponential kernel and of the product Gauss rules (theory A, H).

Everything is scaled by e^{-lam}; the bounds that use it are homogeneous.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from flint import arb, arb_mat, ctx, fmpq

from verify.checker.balls import Undecided, Vector, dot, precision
from verify.checker.polynomial import dimension

__all__ = ["eigenvalue", "legendre_sums", "product_gauss", "tail"]


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


def legendre_sums(m: int, K: int, points: list[Vector], columns: Sequence[list[Vector]]) -> Iterator[list[arb]]:
    """For k = 0..K and each column of vectors c_i: sum_ij <c_i, c_j> P_k(<p_i, p_j>) (theory A2)."""
    N = len(points)
    gram = (arb_mat(points) * arb_mat(points).transpose()).tolist()
    t = [x for i in range(N) for x in gram[i][:i]]
    weights, diagonal = [], []
    for column in columns:
        products = (arb_mat(column) * arb_mat(column).transpose()).tolist()
        weights.append([x for i in range(N) for x in products[i][:i]])
        diagonal.append(sum((products[i][i] for i in range(N)), arb(0)))  # P_k(1) = 1 for <p_i, p_i> = 1
    before, now = [arb(0)] * len(t), [arb(1)] * len(t)
    for k in range(K + 1):
        yield [one + 2 * dot(w, now) for one, w in zip(diagonal, weights, strict=True)]
        if k == 0:
            before, now = now, t
        else:
            a, b = arb(fmpq(2 * k + m - 1, k + m - 1)), arb(fmpq(k, k + m - 1))
            before, now = now, [a * x * y - b * z for x, y, z in zip(t, now, before, strict=True)]


def _gauss(m: int, n: int) -> list[tuple[arb, arb]]:
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
                p = _legendre(m, n, t)
                t = (t - p[n] * (1 - t * t) / (n * (p[n - 1] - t * p[n]))).mid()
            width = arb(2) ** -(bits + n)
            ends = (t - width).mid(), (t + width).mid()
            if not _legendre(m, n, ends[0])[n] * _legendre(m, n, ends[1])[n] < 0:
                raise Undecided(f"no change of sign of P_{n} near {guess}")
            roots.append(ends[0].union(ends[1]))
        if not all(s < t for s, t in pairwise(roots)):
            raise Undecided(f"the roots of P_{n} are not separated")
        rule = []
        for t in roots:
            p = _legendre(m, n - 1, t)
            rule.append((t, 1 / sum((dimension(m, j) * p[j] ** 2 for j in range(n)), arb(0))))
        return rule


def _legendre(m: int, n: int, t: arb) -> list[arb]:
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
        rule = _gauss(sphere, (D + 2) // 2)
        roots = [(t, (1 - t * t).sqrt()) for t, _ in rule]
        points = [[s * x for x in y] + [t] for t, s in roots for y in points]
        weights = [w * u for _, w in rule for u in weights]
    return points, weights
