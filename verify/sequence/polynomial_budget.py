"""The error of a head on a lattice for a polynomial map, and the smallest lattice that reaches an error.

Poisson summation: sum_c g_k(c) e^{-lam (z-c)^2/2} = const sum_l e^{-2 pi i l z} q^{l^2} (z - 2 pi i l/lam)^k, with
q = e^{-2 pi^2/lam}.  So the quotient with k = 0 is z^k on [-1,1] up to
    e_k = 2 sum_{l>=1} q^{l^2} ((1 + (2 pi l/lam)^2)^{k/2} + 1)/(1 - 2 sum_{l>=1} q^{l^2});   coordinates multiply.
  Then the points beyond the lattice, other positions, the context.
"""

from __future__ import annotations

from math import prod

from flint import arb, fmpq

from constructions.sequence.layouts import GATHER_GAIN
from constructions.sequence.polynomial import MAX_NODES, Lattice, Terms, monomial
from constructions.sequence.prefixes import GAIN
from theory.balls import ball, certainly_le

__all__ = ["lattice_error", "smallest_lattice"]


def _waves(k: int, lam: arb, q: arb) -> arb:
    """e_k of the module docstring; the sum over l is at most twice its first term if q^3 2^k <= 1/2."""
    if not q**3 * 2**k < arb("0.5"):
        return arb("inf")
    frequency = 2 * arb.pi() / lam
    size = (1 + frequency * frequency).sqrt() ** k + 1
    return 4 * q * size / (1 - 4 * q)


def _beyond(k: int, lattice: Lattice, lam: arb) -> arb:
    """sum_{|c| > reach} |g_k(c)| w(c), relative to the sum of the weights, for one coordinate in [-1,1]."""
    d = lattice.reach + 1
    ratio = (1 + arb(1) / d) ** k * (-lam * (2 * d - 1) / 2).exp()
    if not ratio < 1:
        return arb("inf")
    first = ball(monomial(k, lattice.lam, fmpq(d), 1)) * (-lam * (d - 1) ** 2 / 2).exp()
    return 2 * (lam / 8).exp() * first / (1 - ratio)


def lattice_error(lattice: Lattice, terms: list[Terms], T: int) -> arb:
    """A bound of |head - f| on [0,1]^n for exact values, all components."""
    n, lam = lattice.n, ball(lattice.lam)
    q = (-2 * arb.pi() ** 2 / lam).exp()
    degrees = range(max((max(k, default=0) for part in terms for k in part), default=0) + 1)
    waves = [_waves(k, lam, q) for k in degrees]
    beyond = [_beyond(k, lattice, lam) for k in degrees]
    inside = [ball(monomial(k, lattice.lam, fmpq(lattice.reach), 1)) + beyond[k] for k in degrees]
    outside = n * beyond[0]
    if not outside < arb("0.5"):
        return arb("inf")
    share = (T - 1) * arb(-GAIN).exp() + T * (n * lam / 8 - GAIN).exp()
    gathered = 2 * (T - 1) * arb(-GATHER_GAIN).exp()
    worst = arb(0)
    for part in terms:
        total, largest = arb(0), arb(0)
        for k, a in part.items():
            full = prod((1 + waves[p] for p in k), start=arb(1))
            missing = arb(0)
            for i, p in enumerate(k):
                missing += beyond[p] * prod((inside[r] for j, r in enumerate(k) if j != i), start=arb(1))
            error = full - 1 + (missing + full * outside) / (1 - outside)
            total += abs(ball(a)) * (error + gathered * sum(k))
            largest += abs(ball(a)) * prod((inside[p] for p in k), start=arb(1))
        worst = worst.max(total + 2 * share * largest)
    return arb(worst.upper())


def smallest_lattice(n: int, T: int, terms: list[Terms], eps: fmpq, most: int) -> Lattice | None:
    """The lattice with the fewest points, at most ``most``, whose bound is below ``eps``; None if there is none."""
    best: Lattice | None = None
    for eighths in range(2, 49):
        lam = fmpq(eighths, 8)
        limit = min(most, MAX_NODES) if best is None else best.side**n - 1
        reach = 1
        while (2 * reach + 1) ** n <= limit:
            lattice = Lattice(n, reach, lam)
            if certainly_le(lattice_error(lattice, terms, T), ball(eps)):
                best = lattice
                break
            reach += 1
    return best
