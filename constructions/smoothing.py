"""The paper's route as a prefix: smooth with the vMF kernel, then sum over equal-area cells (theory C, E; a
reconstruction).

It is here so that its cost can be shown and, where it can be reached, built: lam grows like 1/eps^2 and the cells must
resolve a kernel of height e^lam/phihat_0 ~ lam^{m/2}, so N ~ eps^-(m^2+3m).  `theory.routes.paper_route` counts the
paper's sum without a softmax; here numerator and denominator of a softmax head are such sums.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from flint import arb, fmpq

from constructions.equal_area import equal_area
from constructions.local import target_values
from constructions.nodes import MAX_POINTS, Nodes, equally_spaced
from constructions.prefix import Prefix
from theory.balls import ball, certainly_le, exact, lower_decimal, upper_decimal
from theory.errors import UnreachableError
from theory.jackson import envelope, smoothing_scale
from theory.kernels import eigenvalue, ratios
from theory.partitions import equal_area_diameter
from theory.targets import Target

__all__ = ["SmoothingPlan", "plan", "softmax_error"]


@dataclass(frozen=True)
class SmoothingPlan:
    """N equal-area cells of at most ``diameter`` (radians), smoothing with ``lam``; ``error`` bounds the head's error.

    ``tokens`` is about what cells of that diameter take; a float, since it may be astronomical (or inf).
    """

    target: Target
    lam: fmpq
    diameter: arb
    tokens: float
    error: arb

    def build(self, max_tokens: int = 100_000) -> Prefix:
        """The prefix with values f(b_i) at the centres b_i of the cells.

        Raises `UnreachableError` when the cells are more than ``max_tokens``.
        """
        nodes = _cells(self.target.m, self.diameter, self.tokens, min(max_tokens, MAX_POINTS))
        values = target_values(self.target, nodes.points)
        bias = [arb(0)] * len(nodes)
        return Prefix(self.target.m, self.lam, nodes.points, values, bias, self.target.text, nodes.family)


def softmax_error(m: int, L: arb, size: arb, lam: fmpq, diameter: arb) -> arb:
    """A bound of |A - f| for the head with values f(b_i) on cells of equal measure and that ``diameter`` (theory C, E).

    With K = e^{lam t}/phihat_0 the numerator is within h (L + lam F e^lam/phihat_0) of f*K (E1), the denominator within
    h lam e^lam/phihat_0 =: e of 1 (E1 for f = 1), and |f*K - f| <= L env(a_1) (C1); so A is within
    (L env(a_1) + h L + 2 F e)/(1 - e) of f.  F = ``size`` >= |f - c| for some c will do, as A - c is the head of f - c.
    Infinite unless e < 1.
    """
    e = diameter * ball(lam) * _peak(m, lam)
    if not e < 1:
        return arb.pos_inf()
    return (L * envelope(ratios(m, 1, lam)[1]) + diameter * L + 2 * size * e) / (1 - e)


def _peak(m: int, lam: fmpq) -> arb:
    """e^lam/phihat_0(lam), the height of the kernel."""
    return ball(lam).exp() / eigenvalue(m, 0, lam)


def plan(target: Target, eps: fmpq) -> SmoothingPlan:
    """lam and cells for which `softmax_error` is at most ``eps``, with about the fewest cells.

    Raises what the target raises when it is asked for its Lipschitz constant.
    """
    m, q = target.m, target.q
    L = target.lipschitz.value.upper()
    size = arb.pi() * L * arb(fmpq(q, 2 * q + 2)).sqrt()
    best: SmoothingPlan | None = None
    for share in (fmpq(1, 2), fmpq(2, 3), fmpq(3, 4), fmpq(4, 5), fmpq(7, 8)):
        lam = fmpq(1, 1000)
        if L > 0:
            angle = (ball(eps * share) / L).min(arb("0.8"))
            lam = exact(upper_decimal(smoothing_scale(m, (2 * (angle / 2).sin() ** 2).lower()), 3))
        room = eps - L * envelope(ratios(m, 1, lam)[1])
        steep = ball(lam) * _peak(m, lam)
        diameter = (room / (L + (2 * size + eps) * steep) * (1 - arb(2) ** -20)).lower().min(arb(3))
        error = softmax_error(m, L, size, lam, diameter)
        if diameter > 0 and certainly_le(error, eps):
            found = SmoothingPlan(target, lam, diameter, _count(m, diameter), error)
            if best is None or found.tokens < best.tokens:
                best = found
    if best is None:
        raise UnreachableError(f"no smoothing with cells is within {eps} of {target.text!r}", limit="--eps")
    return best


def _count(m: int, diameter: arb) -> float:
    """About the number of equal-area cells of that diameter: EQ's diameters are about 4 N^(-1/m) |S^m|^(1/m)/2."""
    if m == 1:
        return float((2 * arb.pi() / diameter).upper())
    probe = 20_000
    return float(probe * (equal_area_diameter(m, probe) / diameter) ** m)


def _cells(m: int, diameter: arb, about: float, most: int) -> Nodes:
    if not about <= 2.0 * most:
        raise UnreachableError(f"the smoothing prefix takes about {about:.3g} tokens", limit="--max-tokens")
    N = max(2 * m, int(np.ceil(about)))
    while most >= N:
        radius = 2 * arb.pi() / N if m == 1 else equal_area_diameter(m, N)
        if radius <= diameter:
            return equally_spaced(N) if m == 1 else equal_area(m, N)
        N = int(N * 1.05) + 1
    reached = lower_decimal(diameter, 3)
    raise UnreachableError(f"cells of diameter {reached} take more than {most} tokens", limit="--max-tokens")
