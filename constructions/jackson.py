"""The Jackson prefix: a Lipschitz target from its samples at the nodes of a quadrature rule (theory D3, H3).

f_k(x) = sum_j om_j f(p_j) Q_k(<x,p_j>) is a polynomial of degree 2k within L env(t_{k+1}) of f, and the spectral prefix
of f_k needs only the f(p_j): v = Qtilde(Gram) diag(om) f(P).  `plan` picks k, the exactness D and lam by predictions;
what holds for the prefix is proved in `verify.apriori`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from flint import arb, arb_mat, arb_poly, ctx, fmpq, fmpq_poly

from constructions.local import target_values
from constructions.nodes import gauss, product_gauss, product_gauss_size
from constructions.plan import Built, JacksonClaim, Shortfall
from constructions.predict import log_eigenvalues
from constructions.prefix import MAX_COMPONENTS, Prefix
from theory.balls import ball, certainly_lt, exact, lower_decimal, maximum, precision, upper_decimal
from theory.harmonics import dimensions, legendre_sequence
from theory.jackson import envelope, extremal_kernel, largest_zero
from theory.kernels import ratios
from theory.targets import Target

__all__ = ["JacksonPlan", "kernel_coefficients", "plan", "smoothed"]

_MOST_KERNEL = 150
_EXTRA = 12
"""Most degrees of exactness beyond 4k that are tried."""
_KERNELS = 12
"""Kernels beyond the first whose error is below eps that are tried."""
_MOST_WORK = 8_000_000
"""Most N^2 (k+1): some seconds."""
_SHARE = 0.98
"""The share of what H1 may cost that is planned with."""


@dataclass(frozen=True)
class JacksonPlan:
    """A Jackson prefix to build: kernel degree 2k on the product Gauss rule exact to degree D, with lam."""

    target: Target
    eps: fmpq
    kernel: int
    exact_to: int
    lam: fmpq
    log_value: float

    method: Literal["jackson"] = "jackson"

    @property
    def tokens(self) -> int:
        """The number N of tokens."""
        return product_gauss_size(self.target.m, self.exact_to)

    @property
    def components(self) -> int:
        """The fewest float64 per number whose rounding costs at most about eps/1000."""
        excess = self.log_value + math.log1p(4 * float(ball(self.lam))) - float(ball(self.eps).log()) + math.log(1000)
        return min(math.ceil(max(1.0, excess / (53 * math.log(2)))), MAX_COMPONENTS)

    def build(self, components: int) -> Built:
        """The ideal prefix, accurate enough to be rounded to ``components`` float64 numbers per number."""
        m, k = self.target.m, self.kernel
        with precision(53 * components + 96 + 8 * k + math.ceil(max(0.0, self.log_value / math.log(2)))):
            nodes = product_gauss(m, self.exact_to)
            samples = target_values(self.target, nodes.points)
            weights = nodes.weight_list()
            values = smoothed(m, k, self.lam, nodes.points, weights, samples)
            bias = [weight.log() for weight in weights]
            sup = maximum(sum((c * c for c in f), arb(0)).sqrt() for f in samples)
        prefix = Prefix(m, self.lam, nodes.points, values, bias, self.target.text, nodes.family)
        return Built(prefix, JacksonClaim(k, self.exact_to, sup), components)


@lru_cache(maxsize=256)
def _coefficients(m: int, k: int, bits: int) -> tuple[arb, ...]:
    with precision(bits + 4 * k + 16):
        q = [arb(0)] * (2 * k + 1)
        for t, w in zip(*gauss(m, 2 * k + 1), strict=True):
            density = w * extremal_kernel(m, k, t)
            legendre = legendre_sequence(m, arb(1), t)
            q = [total + density * p for total, p in zip(q, legendre, strict=False)]
    return tuple(q)


def kernel_coefficients(m: int, k: int) -> list[arb]:
    """q_l = int Q_k P_l dmu for l = 0, ..., 2k (theory D1, H3): 1, t_{k+1}, ..., at about the current precision.

    By the Gauss rule with 2k+1 nodes, which is exact for Q_k P_l.

    >>> [q.str(4, radius=False) for q in kernel_coefficients(2, 1)]
    ['1.000', '0.5774', '0.2000']
    """
    return [+q for q in _coefficients(m, k, ctx.prec)]


def smoothed(
    m: int, k: int, lam: fmpq, points: list[list[arb]], weights: list[arb], samples: list[list[arb]]
) -> list[list[arb]]:
    """The values sum_j om_j f(p_j) Qtilde(<p_i,p_j>) [N][q], Qtilde = sum_{l<=2k} Z q_l/a_l(lam) P_l (theory H3)."""
    with precision(ctx.prec + 4 * k + 16):
        whole = arb_poly([0])
        polynomials = legendre_sequence(m, fmpq_poly([1]), fmpq_poly([0, 1]))
        terms = zip(dimensions(m, 2 * k), kernel_coefficients(m, k), ratios(m, 2 * k, lam), polynomials, strict=False)
        for Z, q, a, legendre in terms:
            whole += arb_poly(legendre) * (Z * q / a)
        flipped = arb_mat(points).transpose()
        right = arb_mat([[w * c for c in f] for w, f in zip(weights, samples, strict=True)])
        found = []
        for p in points:
            products = (arb_mat([p]) * flipped).entries()
            found.append((arb_mat([[whole(t) for t in products]]) * right).entries())
    return [[+c for c in row] for row in found]


def plan(target: Target, eps: fmpq, *, max_value: fmpq, max_tokens: int) -> JacksonPlan | Shortfall:
    """The Jackson prefix with the fewest tokens that is expected to reach ``eps`` with |v_i| <= ``max_value``.

    A `Shortfall` says what is missing when there is none with at most ``max_tokens`` tokens.  Raises what the target
    raises when it is asked for its Lipschitz constant.
    """
    m, L = target.m, target.lipschitz.value.upper()
    first = next((k for k in range(_MOST_KERNEL) if certainly_lt(L * envelope(largest_zero(m, k + 1)), eps)), None)
    if first is None:
        return Shortfall(f"the Jackson prefix needs a kernel of degree above {2 * _MOST_KERNEL}", "--eps")
    least = product_gauss_size(m, max(2 * first + 1, 4 * first))
    if least > max_tokens or least**2 * (first + 1) > _MOST_WORK:
        return Shortfall(f"the Jackson prefix takes at least {least} tokens", "--max-tokens")
    points = np.random.default_rng(0).normal(size=(300, target.d))
    size = float(np.linalg.norm(target.sample(points / np.linalg.norm(points, axis=1, keepdims=True)), axis=1).max())
    best: JacksonPlan | None = None
    smallest = math.inf
    for k in range(first, first + _KERNELS):
        room = float((ball(eps) - L * envelope(largest_zero(m, k + 1))).lower())
        q = np.array([float(c) for c in kernel_coefficients(m, k)])
        for D in range(max(2 * k + 1, 4 * k), 4 * k + _EXTRA):
            N = product_gauss_size(m, D)
            if max_tokens < N or N * N * (k + 1) > _MOST_WORK or (best is not None and best.tokens <= N):
                break
            lam, log_value = _largest_lam(m, k, D, q, size, _SHARE * room)
            smallest = min(smallest, log_value)
            if log_value <= math.log(float(ball(max_value))):
                best = JacksonPlan(target, eps, k, D, exact(lower_decimal(ball(lam), 3)), log_value)
    if best is not None:
        return best
    value = upper_decimal(arb(smallest).exp(), 3)
    return Shortfall(f"the Jackson prefix needs values of about {value}", "--max-value")


def _largest_lam(m: int, k: int, D: int, q: np.ndarray, size: float, room: float) -> tuple[float, float]:
    """About the largest lam with (V tau_{D-2k} + S tau_D)/(phihat_0 - tau_D) <= room, and ln V (float64, no bounds).

    V <= max_l (q_l/a_l) S bounds the root mean square of the values, S = |f|_inf: Bessel's inequality on the rule.
    """

    def at(log_lam: float) -> tuple[float, float]:
        lam = math.exp(log_lam)
        log_eigen = log_eigenvalues(m, D + 60 + int(lam), lam)
        log_share = np.array([math.log(z) for z in dimensions(m, len(log_eigen) - 1)]) + log_eigen - log_eigen[0]
        gain = float((np.log(np.maximum(np.abs(q), 1e-300)) - log_eigen[: 2 * k + 1] + log_eigen[0]).max())
        log_value = gain + math.log(max(size, 1e-300))
        outer, inner = (np.logaddexp.reduce(log_share[cut + 1 :]) for cut in (D, D - 2 * k))
        if outer >= -1e-3:
            return math.inf, log_value
        error = np.logaddexp(log_value + inner, math.log(max(size, 1e-300)) + outer) - math.log1p(-math.exp(outer))
        return float(error), log_value

    low, high = math.log(1e-12), math.log(2.0 * D + 2)
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if at(middle)[0] <= math.log(room) else (low, middle)
    return math.exp(low), at(low)[1]
