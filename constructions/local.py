"""The local prefix: values f(p_i) on a net of certified covering radius, and a lam that localises (theory F1, F3, F5).

For every Lipschitz target; N = O((L/eps)^m).  `plan` needs only the Lipschitz constant; `LocalPlan.build` makes the net
and chooses lam.  What holds for the prefix is proved in `verify.apriori`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from flint import arb, fmpq

from constructions.nets import net, net_size_estimate
from constructions.nodes import Nodes
from constructions.plan import Built, LocalClaim, Shortfall
from constructions.prefix import MAX_COMPONENTS, Prefix
from theory.balls import ball, certainly_le, exact, float_upper, lower_decimal, maximum, precision, upper_decimal
from theory.errors import UnreachableError
from theory.prefix_length import ETA
from theory.sphere import cap_measure
from theory.targets import Target

__all__ = ["LocalPlan", "plan", "target_values"]

HALF_TURN = fmpq(355, 113)
"""A rational just above pi."""
_SAFETY = fmpq(999_998, 1_000_000)
"""The share of eps that is planned with; the rest pays for rounding values, keys and printed numbers."""
_ATTEMPT = 2000
"""Most tokens of the net that is built only to say how far one gets."""


@dataclass(frozen=True)
class LocalPlan:
    """A local prefix to build: a net of covering radius ``delta`` (radians; None: one token), for L-Lipschitz targets.

    ``tokens`` is an estimate until the net is built.
    """

    target: Target
    eps: fmpq
    lipschitz: arb
    delta: fmpq | None
    tokens: int
    max_value: fmpq
    max_tokens: int

    method: Literal["local"] = "local"

    @property
    def components(self) -> int:
        """The fewest float64 per value that round it within 1e-6 eps (within eps/2 for constants)."""
        pole = self.target.sample(np.eye(1, self.target.d))
        largest = ball(float(np.abs(pole).max())) + arb.pi() * self.lipschitz
        room = 2 if self.lipschitz.is_zero() else 10**6
        size = float((1 + room * largest / self.eps).log().upper())
        return min(max(1, math.ceil(size / (53 * math.log(2)))), MAX_COMPONENTS)

    def build(self, components: int) -> Built:
        """The ideal prefix, accurate enough to be rounded to ``components`` float64 numbers per number.

        Raises `UnreachableError` when the net or the values turn out to be beyond the limits.
        """
        m, target = self.target.m, self.target
        with precision(53 * components + 64):
            if self.delta is None:
                nodes = None
                keys = [[arb(1)] + [arb(0)] * m]
                radius, lam = HALF_TURN, fmpq(1)
            else:
                nodes = self._net(self.delta)
                # The rows of a net are exact data; normalised, they are its points.
                keys = nodes.points if nodes.array is None else [[arb(c) for c in row] for row in nodes.array.tolist()]
                radius, lam = _radius_and_lam(len(nodes), nodes.covering_radius, self.eps * _SAFETY / self.lipschitz)
            values = target_values(target, keys)
            largest = maximum(sum((c * c for c in v), arb(0)).sqrt() for v in values)
        if not largest <= ball(self.max_value):
            message = f"the target takes values up to {upper_decimal(largest, 3)}, and so must the tokens"
            raise UnreachableError(message, limit="--max-value")
        family = "one token" if nodes is None else nodes.family
        prefix = Prefix(m, lam, keys, values, [arb(0)] * len(keys), target.text, family)
        return Built(prefix, LocalClaim(nodes, radius), components)

    def _net(self, delta: fmpq) -> Nodes:
        try:
            return net(self.target.m, ball(delta), max_points=self.max_tokens)
        except UnreachableError as error:
            raise UnreachableError(str(error), limit="--max-tokens") from None


def target_values(target: Target, keys: list[list[arb]]) -> list[list[arb]]:
    """f(k/|k|) for every key; of a callable, what it returns at the float64 key."""
    if target.kind == "callable":
        points = np.array([[float(c) for c in key] for key in keys])
        return [[arb(c) for c in row] for row in target.sample(points).tolist()]
    values = []
    for key in keys:
        length = sum((c * c for c in key), arb(0)).sqrt()
        values.append(target.enclose([c / length for c in key]))
    return values


def _radius_and_lam(N: int, delta: arb | None, bound: arb) -> tuple[fmpq, fmpq]:
    """The radius r and the smallest lam with r + pi N exp(-lam (cos delta - cos r)) <= bound = eps/L (theory F1).

    Float64: delta is widened first, and lam is rounded up to three digits after 1e-4 was added, which covers every
    rounding here and in the keys.
    """
    if delta is None or not delta * (1 + fmpq(1, 10**7)) < bound:
        reached = "unknown" if delta is None else upper_decimal(delta, 6)
        message = f"the net covers with radius {reached}, but {lower_decimal(bound, 6)} is needed"
        raise UnreachableError(message, limit="--max-tokens")
    near, far = float_upper(delta) * (1 + 3e-8), min(float(bound), 3.0)
    r = near + (far - near) * np.linspace(0, 1, 4001)[1:-1]
    gap = 2 * np.sin((r + near) / 2) * np.sin((r - near) / 2)
    lams = np.log(N * math.pi / (float(bound) - r)) / gap
    best = int(np.argmin(lams))
    mantissa, exponent = f"{max(float(lams[best]), 1.0) * (1 + 1e-4):.15e}".split("e")
    lam = fmpq(math.ceil(float(mantissa) * 100)) * fmpq(10) ** (int(exponent) - 2)
    return _short(arb(float(r[best]))), lam


def plan(target: Target, eps: fmpq, *, max_value: fmpq, max_tokens: int) -> LocalPlan | Shortfall:
    """The local prefix with about the fewest tokens that reaches ``eps`` (theory F3).

    A `Shortfall` says how many tokens it takes when they are more than ``max_tokens``.  Raises what the target raises
    when it is asked for its Lipschitz constant.
    """
    m = target.m

    def short(size: str) -> Shortfall:
        limit = min(max_tokens, _ATTEMPT)
        message = f"the local prefix takes {size} tokens"
        return Shortfall(message, "--max-tokens", lambda: _coarser(target, max_value, limit))

    # A quick no, before the Lipschitz constant is computed: any two values bound it from below.
    least = _least_size(m, eps, arb(_sampled_slope(target)))
    if least > max_tokens:
        return short(f"at least {lower_decimal(least, 3)}")
    L = target.lipschitz.value.upper()
    if certainly_le(L * HALF_TURN, eps * _SAFETY):
        return LocalPlan(target, eps, L, None, 1, max_value, max_tokens)
    least = _least_size(m, eps, L)
    if least > max_tokens:
        return short(f"at least {lower_decimal(least, 3)}")
    delta = _short(ball(eps * _SAFETY) / (L * (1 + 2 * ETA)))
    tokens = net_size_estimate(m, ball(delta))
    if tokens > max_tokens:
        return short(f"about {tokens}")
    return LocalPlan(target, eps, L, delta, tokens, max_value, max_tokens)


def _least_size(m: int, eps: fmpq, L: arb) -> arb:
    """No (eps/L)-net is smaller: its caps cover the sphere."""
    return 1 / cap_measure(m, (ball(eps) / L).min(arb.pi()).lower()) if L > 0 else arb(1)


def _sampled_slope(target: Target) -> float:
    """The steepest of some chords of the target; at most its Lipschitz constant, up to float rounding."""
    rng = np.random.default_rng(0)
    x = rng.standard_normal((200, target.d))
    y = x + 0.05 * rng.standard_normal(x.shape)
    x, y = (z / np.linalg.norm(z, axis=1, keepdims=True) for z in (x, y))
    change = np.linalg.norm(target.sample(x) - target.sample(y), axis=1)
    slope = (change / (2 * np.arcsin(np.linalg.norm(x - y, axis=1) / 2))).max()
    return float(slope) * (1 - 1e-6) if math.isfinite(slope) else 0.0


def _short(delta: arb) -> fmpq:
    """delta > 0 rounded down to 12 significant digits."""
    return exact(lower_decimal(delta, 12))


def _coarser(target: Target, max_value: fmpq, max_tokens: int) -> LocalPlan | None:
    """A plan with at most ``max_tokens`` tokens, whatever error it reaches; None when that is no net at all."""
    m, L = target.m, target.lipschitz.value.upper()
    safe = max_tokens - max_tokens // 8  # sizes of nets are estimates

    def fits(delta: fmpq) -> bool:
        return not _least_size(m, delta, arb(1)) > safe and net_size_estimate(m, ball(delta)) <= safe

    low, high = fmpq(0), fmpq(3, 2)
    if not fits(high):
        return None
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    eps = exact(upper_decimal(L * high * (1 + 2 * ETA) / _SAFETY, 12))
    return LocalPlan(target, eps, L, high, net_size_estimate(m, ball(high)), max_value, max_tokens)
