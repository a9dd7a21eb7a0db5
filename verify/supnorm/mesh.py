"""Theorem H6: the values of a head on a finite mesh bound its error on the whole sphere (M. Riesz's lemma).

For errors that are tiny beside the values, where cells of second order would have to be tiny too.  With u_i = om_i v_i,
N = sum u_i e^{lam <x,k_i>} and S = sum om_i e^{lam <x,k_i>} the head is N/S; for |e| = 1 and a polynomial f_n of degree
n, H_e = eps S - <e, N - f_n S> is a polynomial of degree K + n up to rho = tau_K (eps + sum|u_i| + |f_n|), and a
polynomial p of degree k has |p - c| <= max_mesh |p - c| / cos(k delta) on a mesh of covering radius delta < pi/(2k).
If that makes every H_e >= 0, the head is within eps of f_n.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from flint import arb, arb_mat, fmpq

from constructions.latitude_mesh import batches, float_mesh, latitude_mesh, mesh_size
from constructions.plan import Method, Truncation
from constructions.prefix import StoredPrefix
from theory.balls import ball, float_upper, length, maximum, precision, upper_decimal
from theory.harmonics import components_sup_bound
from theory.kernels import tail
from theory.targets import Target
from verify.apriori import assembled
from verify.certificate import Certificate, H6Numbers

__all__ = ["MAX_PAIRS", "Residuals", "float_mesh", "latitude_mesh", "mesh_certificate", "mesh_size", "residuals"]

MAX_PAIRS = 3_000_000
"""Most (mesh point, token) pairs: some seconds."""
_ANGLES = (0.05, 0.22, 0.45)
"""(K+n) delta that is aimed at on S^1, on S^2 and beyond: the mesh then costs .1, 2.5 or 10 % of the error."""
_COARSEST = 1.2
_MOST_CUTOFF = 400
_SHARE = 200
"""The tail is to cost less than one such part of the error."""


# --- the bound -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Residuals:
    """On a mesh: S [M] and |N - f S| [M], divided by e^``top``, top >= lam max|k_i|; mean = sum om_i |v_i|."""

    mass: list[arb]
    size: list[arb]
    top: fmpq
    mean: arb


def _head(stored: StoredPrefix) -> tuple[arb_mat, arb_mat, arb, arb]:
    """lam k_i as columns, the rows om_i (1, v_i), the top logit and mean |v_i|."""
    keys, values = stored.exact_keys(), stored.exact_values()
    exponentials = [b.exp() for b in stored.exact_bias()]
    total = sum(exponentials, arb(0))
    om = [e / total for e in exponentials]
    top = maximum(_length(key) for key in keys) * ball(stored.lam)
    first, groups = stored.distinct_keys()
    table = arb_mat(len(first), 1 + stored.q)
    for i, w, row in zip(groups, om, values, strict=True):
        for j, c in enumerate([arb(1), *row]):
            table[i, j] += w * c
    mean = sum((w * _length(row) for w, row in zip(om, values, strict=True)), arb(0))
    scaled = arb_mat([[stored.lam * c for c in keys[i]] for i in first]).transpose()
    return scaled, table, top.upper().max(arb(fmpq(1, 1024))), mean


def residuals(stored: StoredPrefix, target: Target, points: Iterator[list[arb]]) -> Residuals:
    """The residuals at the points, at the current precision."""
    scaled, table, top, mean = _head(stored)
    mass, size = [], []
    for batch in batches(points):
        logits = arb_mat(batch) * scaled
        exponentials = [(z - top).exp() for z in logits.entries()]
        sums = (arb_mat(logits.nrows(), logits.ncols(), exponentials) * table).tolist()
        for x, (whole, *numerator) in zip(batch, sums, strict=True):
            mass.append(whole)
            size.append(_length([a - f * whole for a, f in zip(numerator, target.enclose(x), strict=True)]))
    return Residuals(mass, size, top.fmpq(), mean)


def _length(x: Sequence[arb]) -> arb:
    return abs(x[0]) if len(x) == 1 else length(x)


def follows(found: Residuals, truncation: arb, sup: arb, eps: arb, tau: arb, angle: arb) -> bool:
    """Whether |A - f_n| <= ``eps`` on the sphere follows from the residuals on a mesh (theory H6).

    ``truncation`` >= |f - f_n|, ``sup`` >= |f_n|, ``tau`` >= e^-top tau_K, ``angle`` = (K+n) delta.
    """
    sizes = [size + truncation * mass for size, mass in zip(found.size, found.mass, strict=True)]
    low, high = arb.pos_inf(), arb.neg_inf()
    for size, mass in zip(sizes, found.mass, strict=True):
        low, high = low.min(eps * mass - size), high.max(eps * mass + size)
    rho = tau * (eps + found.mean + sup)
    cosine = angle.cos()
    if not (angle < arb.pi() / 2 and cosine > 0):
        return False
    return bool((low + high) / 2 - ((high - low) / 2 + rho) / cosine - rho >= 0)


def _least(found: Residuals, truncation: arb, sup: arb, tau: arb, angle: arb) -> float:
    """About the least eps that follows, a little more than that (float64)."""
    mass = np.array([float(w) for w in found.mass])
    size = np.array([float(r) for r in found.size]) + float(truncation) * mass
    share, rest = float(tau), float(found.mean + sup)
    cosine = float(angle.cos())

    def enough(eps: float) -> bool:
        low, high, rho = (eps * mass - size).min(), (eps * mass + size).max(), share * (eps + rest)
        return bool((low + high) / 2 - ((high - low) / 2 + rho) / cosine - rho >= 0)

    high = max(float(size.max() / mass.min()), 1e-290)
    while not enough(high) and high < 1e300:
        high *= 2
    low = high / 4
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high * (1 + 1e-7)


def mesh_certificate(
    stored: StoredPrefix,
    target: Target,
    cut: Truncation,
    eps: fmpq,
    method: Method = "minimax",
    pairs: int = MAX_PAIRS,
) -> Certificate | None:
    """The certificate of theorem H6 for the stored prefix, or None when it proves no error up to ``eps``.

    ``cut``: the polynomial f_n near the target.  ``pairs``: most (mesh point, token) pairs.
    """
    m, n = stored.m, cut.degree
    truncation, sup = upper_decimal(cut.error, 9), upper_decimal(components_sup_bound(cut.components, m), 9)
    bits = stored.working_precision() + 2 * int(max(0.0, -math.log2(float_upper(ball(eps))))) + 16
    with precision(bits):
        rough = residuals(stored, target, latitude_mesh(m, max(4, round(40 ** (1 / m) * 2))))
        scale = maximum(s / w for s, w in zip(rough.size, rough.mass, strict=True)).upper()
        if not scale + ball(truncation) < eps:
            return None
        K = _cutoff(m, rough, ball(sup) + scale, scale.max(ball(truncation)))
        s = None if K is None else _steps(m, K + n, len(stored.distinct_keys()[0]), pairs)
        if K is None or s is None:
            return None
        found = residuals(stored, target, latitude_mesh(m, s))
        tau = _tail(m, K, found.top)
        angle = arb.pi() * arb(m).sqrt() * fmpq(K + n, 2 * s)
        given = ball(truncation), ball(sup)
        head_error = upper_decimal(_least(found, *given, tau, angle), 6)
        if not follows(found, *given, ball(head_error), tau, angle):
            return None
        bound = ball(head_error) + ball(truncation)
    if not bound <= eps:
        return None
    numbers = H6Numbers(
        degree=n,
        taylor_order=cut.taylor_order,
        truncation=truncation,
        sup_norm=sup,
        cutoff=K,
        steps=s,
        head_error=head_error,
    )
    return assembled(stored, target, eps, method, numbers, bound)


def _tail(m: int, K: int, top: fmpq) -> arb:
    """e^-top tau_K(top)."""
    return tail(m, K, top) * (-ball(top)).exp()


def _cutoff(m: int, found: Residuals, size: arb, scale: arb) -> int | None:
    """The smallest K whose tail costs a small part of the error."""
    least = min(found.mass, key=lambda w: float(w.log().mid()))
    for K in range(_MOST_CUTOFF):
        if _tail(m, K, found.top) * (found.mean + size) * _SHARE <= scale * least:
            return K
    return None


def _steps(m: int, degree: int, tokens: int, pairs: int) -> int | None:
    """The steps of a mesh as fine as wished, or as fine as affordable; None when that is too coarse."""

    def affordable(s: int) -> bool:
        return mesh_size(m, s, pairs // tokens) * tokens <= pairs

    def steps(angle: float) -> int:
        return math.ceil(math.sqrt(m) * math.pi * max(degree, 1) / (2 * angle)) + 1

    best = steps(_ANGLES[min(m, 3) - 1])
    while not affordable(best):
        best = min(best - 1, int(best * 0.93))
        if best < steps(_COARSEST):
            return None
    return best
