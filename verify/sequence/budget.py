"""What a construction will cost and prove, before it is built: tokens, and the error through all layers (theory K).

Real arithmetic.  delta is what tokens outside the right cell, other positions and the context do to a staircase; the
code R of the sequence moves by n delta K^n, so it stays a code; what the outer heads and the division add is
exponentially small in `GAP`.  The error that is left is w(f; r), r the radius of a cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from flint import arb, fmpq

from constructions.sequence.polynomial import Lattice, Terms
from constructions.sequence.prefixes import GAIN, SHARPNESS, Decode, decode_for, direct_centres, direct_eta_fits
from constructions.sequence.staircase import GAP, Staircases, single_staircase
from constructions.sequence.transformer import RMS_EPSILON
from theory.balls import ball, certainly_le, precision, upper_decimal
from theory.errors import InputError, UnreachableError
from verify.sequence.polynomial_budget import lattice_error, smallest_lattice

__all__ = ["Plan", "plan", "polynomial_plan"]

BITS = 192
_SPARE = fmpq(1, 1 << 40)
"""Kept for errors of the stored values; what they really are is added after they are computed."""


@dataclass(frozen=True)
class Plan:
    """A construction: mode, K levels per feature, the margin eta of lp and direct, what it costs and proves.

    ``lattice`` is set for a polynomial map in mode direct (then K is its side and eta its sharpness).

    ``error`` lacks the error of the stored values.  ``measure`` bounds the measure of the set where it may not hold.
    """

    mode: str
    K: int
    eta: fmpq
    tokens: int
    error: arb
    measure: arb
    lattice: Lattice | None = None


def tokens_of(mode: str, T: int, F: int, K: int, eps: fmpq) -> int:
    """How many tokens the prefixes hold in all heads and layers together."""
    n = T * F
    codes: int = K**n
    if mode == "sup":
        decode = decode_for(n, eps)
        staircase = F * T * (3 * (K - 1) * (n + 1) + 1)
        return staircase + (n + 1) * (codes + 1) + F * T * (decode.last - decode.first + 1)
    if mode == "lp":
        return F * T * K + T * (codes + 1)
    return T * codes


def _small(x: int | float) -> arb:
    return arb(-x).exp()


def _code_leak(n: int, T: int, K: int, delta: arb) -> tuple[arb, arb]:
    """Error of the code R, and the share of wrong codes in an outer head (their values differ by at most osc(f))."""
    drift = n * delta * arb(K) ** n
    q = (-SHARPNESS * (arb(1) / 2 - drift)).exp()
    return drift, 2 * q / (1 - q) + T * _small(GAP)


def sup_error(T: int, F: int, K: int, L: fmpq, radius: fmpq, decode: Decode) -> arb:
    """The bound of theory K4b for `constructions.sequence.prefixes.sup_prefixes`."""
    n = T * F
    S = 2 + arb(L)
    cells = 3 * (K - 1) * (n + 1) + 1
    delta = cells * _small(GAP) + 2 * T * _small(GAIN)
    _, leak = _code_leak(n, T, K, delta)
    steep = 2 * (SHARPNESS * arb(K) ** (2 * n) + 8 * GAP)  # at most twice what it has to be
    e_w = _small(2 * GAP) * (2 * n * delta * steep).exp()
    e_on = _small(GAP) * (2 * n * delta * steep).exp() + T * _small(GAP)
    before = arb(L * radius) + ((n + 1) * leak + n * e_w) * S / (1 - e_on)
    return before + decode_error(n, T, decode, 1 - e_on)


def decode_error(n: int, T: int, decode: Decode, least: arb) -> arb:
    """What RMS normalisation and decode add: sup |sum_i i w_i/sum_i w_i - r| for the weights e^{-kappa (r-i)^2/2}.

    Over all integers i the mean is r + theta'/(kappa theta) (Poisson summation); then the missing integers, the other
    positions and the context.  ``least`` bounds the sum of the weights of the shifts from below.
    """
    scale = arb(decode.scale)
    high = scale * arb(n + 1).sqrt()
    low = scale / (1 + arb(RMS_EPSILON) / (least * least)).sqrt()
    q = (-2 * arb.pi() ** 2 / high).exp()
    wave = 4 * arb.pi() / high * q / (1 - 4 * q) / (1 - 2 * q / (1 - q))
    reach = -decode.first + 1
    term = (reach + 1) * (-low * reach * reach / 2).exp()
    tail = 2 * term / (1 - arb(reach + 2) / (reach + 1) * (-low * (2 * reach + 1) / 2).exp()) * (high / 8).exp()
    count = decode.last - decode.first + 1
    foreign = ((T - 1) * count * (high / 2).exp() + T) * (high / 8 - GAIN).exp() * (decode.last + 2)
    return (wave + tail) / (1 - tail) + foreign


def lp_error(T: int, F: int, K: int, L: fmpq, radius: fmpq) -> arb:
    """The bound of theory K3 for `constructions.sequence.prefixes.lp_prefixes`, off the ramps."""
    n = T * F
    delta = K * _small(GAP) + 2 * T * _small(GAIN)
    _, leak = _code_leak(n, T, K, delta)
    return arb(L * radius) + T * (leak + (T + 3) * _small(GAP)) * (2 + arb(L))


def direct_error(T: int, F: int, K: int, L: fmpq, radius: fmpq) -> arb:
    """The bound of theory K6 with a grid of keys, for `constructions.sequence.prefixes.direct_prefixes`."""
    n = T * F
    gathered = 2 * T * _small(128)
    return arb(L) * (arb(radius) + gathered) + (n * K + 2 * T) * _small(GAP) * (2 + arb(L))


def _sup_plan(T: int, F: int, L: fmpq, eps: fmpq, K: int) -> Plan:
    stairs = Staircases(K, T * F + 1)
    error = sup_error(T, F, K, L, stairs.radius, decode_for(T * F, eps))
    return Plan("sup", K, fmpq(0), tokens_of("sup", T, F, K, eps), error, arb(0))


def _lp_plan(T: int, F: int, L: fmpq, eps: fmpq, K: int, measure: fmpq) -> Plan:
    n = T * F
    eta = measure / (2 * n * max(K - 1, 1))
    ends = [fmpq(0), *single_staircase(K), fmpq(1)]
    radius = max((b - a) / 2 for a, b in pairwise(ends))
    bad = 1 - (1 - 2 * arb(eta) * (K - 1)) ** n
    return Plan("lp", K, eta, tokens_of("lp", T, F, K, eps), lp_error(T, F, K, L, radius), bad.upper())


def _direct_plan(T: int, F: int, L: fmpq, eps: fmpq, K: int) -> Plan:
    centres = direct_centres(K)
    radius = max([centres[0], 1 - centres[-1], *[(b - a) / 2 for a, b in pairwise(centres)]])
    spare = eps / L - radius if L > 0 else fmpq(1)
    eta = direct_eta_fits(K, spare)
    return Plan("direct", K, eta, tokens_of("direct", T, F, K, eps), direct_error(T, F, K, L, radius + eta), arb(0))


def polynomial_plan(T: int, F: int, terms: list[Terms], eps: fmpq, max_tokens: int) -> Plan | None:
    """The lattice for a polynomial map in mode direct with the fewest tokens; None if it takes more than the limit."""
    n = T * F
    with precision(BITS):
        lattice = smallest_lattice(n, T, terms, eps - _SPARE, max_tokens // T)
        if lattice is None:
            return None
        error = lattice_error(lattice, terms, T)
        return Plan("direct", lattice.side, lattice.lam, T * lattice.side**n, error, arb(0), lattice)


def plan(mode: str, T: int, F: int, L: fmpq, eps: fmpq, max_tokens: int, measure: fmpq) -> Plan:
    """The construction of this mode with the fewest levels that proves ``eps`` for L-Lipschitz maps.

    Raises `UnreachableError` with the number of tokens that it takes, before anything is built.
    """
    n = T * F
    share = fmpq(n, n + 1) if mode == "sup" else fmpq(1)
    K = max(int((share * L / (2 * eps)).floor()) - 1, 1)
    with precision(BITS):
        while True:
            least = tokens_of(mode, T, F, K, eps)
            if least > max_tokens:
                raise UnreachableError(
                    f"{mode} mode needs at least {least} tokens for length {T}, {F} feature(s) and eps = {eps} "
                    f"(Lipschitz constant {upper_decimal(ball(L))}); at most {max_tokens} are allowed",
                    limit="--max-tokens",
                )
            if mode == "lp":
                found = _lp_plan(T, F, L, eps, K, measure)
            else:
                found = _sup_plan(T, F, L, eps, K) if mode == "sup" else _direct_plan(T, F, L, eps, K)
            if certainly_le(found.error + arb(_SPARE), ball(eps)):
                return found
            if 2 * K * eps > 8 * L + 8:
                raise InputError(f"eps = {eps} is below what float64 keys of {mode} mode can hold; take a larger one")
            K += 1
