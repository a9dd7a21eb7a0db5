"""What theorems H1 and H2 will prove for a rule and a lam, in float64: for planning only, nothing here is a bound.

All sizes are natural logarithms, so that eps = 1e-200 and values of 1e100 are ordinary.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from flint import arb, fmpq, fmpq_mpoly

from constructions.polynomials import count_terms, sphere_values
from constructions.prefix import Floats
from theory.balls import precision
from theory.harmonics import components_sup_bound, dimension, dimensions, legendre_sequence, norm_squared

__all__ = ["LARGEST", "Outlook", "float_product_gauss", "largest_lam", "log_eigenvalues", "smallest_lam"]

_EXTRA_DEGREES = 24
"""Degrees beyond the first aliased one whose Gram forms H2's outlook computes; the rest counts as the tail."""
_MOST_EVALUATIONS = 400_000
"""Most monomials times points for which the values of an H1 prefix are predicted by evaluation, not by bounds."""
_NOISE = 1e-13
"""Gram forms below this share of their size are zero by exactness or symmetry, up to float rounding."""


def log_eigenvalues(m: int, K: int, lam: float) -> Floats:
    """ln phihat_k(lam) for k = 0..K [K+1] (theory A5), by the power series of the Bessel function.

    >>> bool(abs(log_eigenvalues(2, 0, 1.0)[0] - math.log(math.sinh(1))) < 1e-14)
    True
    """
    nu = (m - 1) / 2
    k = np.arange(K + 1, dtype=np.float64)
    s = np.arange(1, 40 + int(1.2 * lam), dtype=np.float64)
    terms = np.cumsum(np.log(max(lam * lam / 4, 1e-300)) - np.log(s * (nu + k[:, None] + s)), axis=1)
    series = np.logaddexp(0.0, _logsumexp(terms))
    first = np.concatenate([[0.0], np.cumsum(math.log(lam / 2) - np.log(nu + k[1:]))])
    result: Floats = first + series
    return result


def _logsumexp(terms: Floats) -> Floats:
    top = terms.max(axis=-1, keepdims=True)
    with np.errstate(invalid="ignore"):
        result: Floats = np.where(
            np.isfinite(top[..., 0]), top[..., 0] + np.log(np.exp(terms - top).sum(axis=-1)), -np.inf
        )
    return result


def float_product_gauss(m: int, D: int) -> tuple[Floats, Floats]:
    """The points [N, m+1] and weights [N] of `constructions.nodes.product_gauss` in float64 (Golub and Welsch)."""
    angles = 2 * np.pi * np.arange(D + 1) / (D + 1)
    points = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    weights = np.full(D + 1, 1 / (D + 1))
    k = np.arange(1, (D + 2) // 2, dtype=np.float64)
    for sphere in range(2, m + 1):
        nu = (sphere - 1) / 2
        off = np.sqrt(k * (k + 2 * nu - 1) / (4 * (k + nu) * (k + nu - 1)))
        roots, vectors = np.linalg.eigh(np.diag(off, 1) + np.diag(off, -1))
        lower = np.sqrt(1 - roots**2)[:, None, None] * points
        heights = np.broadcast_to(roots[:, None, None], (*lower.shape[:2], 1))
        points = np.concatenate([lower, heights], axis=2).reshape(-1, sphere + 1)
        weights = np.outer(vectors[0] ** 2, weights).ravel()
    return points, weights


class Outlook:
    """The expected bound and the largest value of the spectral prefix on one quadrature rule, as functions of lam.

    ``points`` [N, d], ``weights`` [N] (sum 1), exact to degree ``exact_to`` = D >= 2n; ``components`` maps k <= n to
    the q polynomials f_k.  ``gram``: theorem H2 (costs N^2 (D+24) once), otherwise H1.
    """

    def __init__(
        self,
        m: int,
        points: Floats,
        weights: Floats,
        exact_to: int,
        components: Mapping[int, Sequence[fmpq_mpoly]],
        *,
        gram: bool,
    ) -> None:
        self.m, self.gram, self.exact_to = m, gram, exact_to
        self.degrees = np.array(sorted(components), dtype=np.int64)
        self.degree = int(self.degrees[-1]) if len(self.degrees) else 0
        sup = components_sup_bound(components, m)
        # Everything is computed for f/scale, scale a power of two, to stay inside the float range.
        exponent = int(float(sup.log()) / math.log(2)) if sup > 0 else 0
        self.log_scale = exponent * math.log(2)
        unit = fmpq(2) ** exponent
        self.log_sup = float(sup.log()) - self.log_scale if sup > 0 else -math.inf
        self.weights = weights
        columns = [f / unit for k in self.degrees.tolist() for f in components[k]]
        norms = [norm_squared([f / unit for f in components[k]], m) for k in self.degrees.tolist()]
        self.norms = np.array([math.sqrt(float(arb(norm))) for norm in norms])
        self.values: Floats | None = None
        if gram or len(points) * count_terms(columns) <= _MOST_EVALUATIONS:
            # At 64 bits beyond the cancellation: monomials of high degree are hopeless in float64.
            with precision(64 + 3 * self.degree):
                rows = sphere_values(columns, [[arb(c) for c in row] for row in points.tolist()])
            outputs = len(columns) // len(self.degrees) if columns else 1
            flat = np.array([[float(c) for c in row] for row in rows])
            self.values = flat.reshape(len(points), len(self.degrees), outputs)
        self.first = exact_to - self.degree + 1
        self.cutoff = self.first + _EXTRA_DEGREES if gram else exact_to
        if self.gram and self.values is not None:
            self._aliasing(points, self.values)

    def _aliasing(self, points: Floats, values: Floats) -> None:
        """rho_k^2 and the quadratic forms whose value at (1/a_j) is R_k^2, for first <= k <= cutoff (theory H2)."""
        weighted = self.weights[:, None] * values.reshape(len(points), -1)
        count, outputs = values.shape[1:]
        size = np.sqrt(np.einsum("i,ijc,ijc->j", self.weights, values, values))
        self.forms = np.zeros((self.cutoff - self.first + 1, count, count))
        self.rho = np.zeros(self.cutoff - self.first + 1)
        gram = np.clip(points @ points.T, -1.0, 1.0)
        for k, legendre in enumerate(legendre_sequence(self.m, np.ones_like(gram), gram)):
            if k > self.cutoff:
                break
            if k < self.first:
                continue
            form = (weighted.T @ (legendre @ weighted)).reshape(count, outputs, count, outputs)
            form = np.einsum("jclc->jl", form)
            self.forms[k - self.first] = np.where(np.abs(form) > _NOISE * np.outer(size, size), form, 0.0)
            square = float(self.weights @ (legendre @ self.weights)) if k > self.exact_to else 0.0
            self.rho[k - self.first] = math.sqrt(square) if square > _NOISE else 0.0

    def at(self, lam: float) -> tuple[float, float]:
        """(ln of the expected bound, ln of the largest |v_i|) at ``lam``; (inf, .) where the theorem does not apply."""
        reach = self.exact_to + _EXTRA_DEGREES + 40 + int(lam)
        log_eigen = log_eigenvalues(self.m, reach, lam)
        log_share = np.array([math.log(z) for z in dimensions(self.m, reach)]) + log_eigen - log_eigen[0]
        gains = log_eigen[0] - log_eigen[self.degrees]
        top = float(gains.max()) if len(gains) else 0.0
        gains = np.exp(gains - top)
        with np.errstate(divide="ignore"):
            largest, mean = self._sizes(gains)
            log_largest, log_mean = float(np.log(largest)) + top + self.log_scale, float(np.log(mean)) + top
            if self.gram:
                squares = np.einsum("kjl,j,l->k", self.forms, gains, gains)
                log_errors = 0.5 * np.log(np.maximum(squares, 0.0)) + top
                inside = log_share[self.first : self.cutoff + 1]
                tail = float(_logsumexp(log_share[self.cutoff + 1 :]))
                log_alias = float(np.logaddexp(_logsumexp(inside + np.log(self.rho)), tail))
                log_head = float(np.logaddexp(_logsumexp(inside + log_errors), tail + log_mean))
            else:
                log_alias = float(_logsumexp(log_share[self.exact_to + 1 :]))
                log_head = float(_logsumexp(log_share[self.first :])) + log_mean
        if log_alias >= 0:
            return math.inf, log_largest
        log_error = float(np.logaddexp(log_head, self.log_sup + log_alias)) - math.log1p(-math.exp(log_alias))
        return log_error + self.log_scale, log_largest

    def _sizes(self, gains: Floats) -> tuple[float, float]:
        """The largest and the mean |g(p_i)|, g = sum_j gains_j f_j; where f was not evaluated, upper bounds of them."""
        if self.values is None:
            dims = np.array([dimension(self.m, k) for k in self.degrees.tolist()], dtype=np.float64)
            return float(gains @ (np.sqrt(dims) * self.norms)), float(np.linalg.norm(gains * self.norms))
        sizes = np.linalg.norm(np.einsum("j,ijc->ic", gains, self.values), axis=1)
        return float(sizes.max()), float(self.weights @ sizes)


LARGEST = math.log(1000.0)
_SMALLEST = math.log(1e-280)


def _boundary(good: float, bad: float, fits: Callable[[float], bool]) -> float:
    """A number within .2 % of where ``fits`` changes between e^good and e^bad, on the good side (logarithms)."""
    while abs(good - bad) > 2e-3:
        middle = (good + bad) / 2
        if fits(middle):
            good = middle
        else:
            bad = middle
    return math.exp(good)


def largest_lam(outlook: Outlook, log_budget: float) -> float | None:
    """About the largest lam <= 1000 whose expected bound is within e^log_budget; None below 1e-280.

    The largest lam has the smallest values.  The bound increases with lam up to the answer.
    """

    def fits(log_lam: float) -> bool:
        return outlook.at(math.exp(log_lam))[0] <= log_budget

    # Beyond lam = 2 (D+1) most of e^{lam t} is of degree > D.
    above = below = min(LARGEST, math.log(2 * outlook.exact_to + 2))
    step = 0.5
    while not fits(below):
        above, below, step = below, below - step, 1.5 * step
        if below < _SMALLEST:
            return None
    return _boundary(below, above, fits)


def smallest_lam(outlook: Outlook, log_limit: float) -> float | None:
    """About the smallest lam in [1e-280, 1000] with |v_i| <= e^log_limit (they decrease with lam); None: no such."""

    def fits(log_lam: float) -> bool:
        return outlook.at(math.exp(log_lam))[1] <= log_limit

    if not fits(LARGEST):
        return None
    return math.exp(_SMALLEST) if fits(_SMALLEST) else _boundary(LARGEST, _SMALLEST, fits)
