"""What float64 adds to a certified error, for the runner without windows (theory L through all layers).

|computed output - f| <= `float64_error` for float64 inputs, if arithmetic is IEEE double, sums and products may be done
in any order, and exp is accurate to 4 ulp.  Not part of the certificate, which speaks of real arithmetic.

Scores carry an absolute error theta; a softmax with such scores has weights off by factors e^{+-theta}, which widens
the same proof: margins shrink by 2 theta, ends of cells move by theta divided by the step of the slopes.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from flint import arb, fmpq

from constructions.sequence.prefixes import SHARPNESS, decode_for
from constructions.sequence.staircase import GAP
from constructions.sequence.transformer import Prefix
from theory.balls import exact, precision
from verify.sequence.budget import BITS, decode_error
from verify.sequence.certificate import SequenceCertificate

__all__ = ["float64_error"]

UNIT = fmpq(1, 1 << 53)
_EXP = fmpq(1, 1 << 40)
"""More than exp (8 u), the subtraction of the largest score (64 u) and underflow do to a weight that counts."""


def _gamma(count: int) -> arb:
    return count * arb(UNIT) / (1 - count * arb(UNIT))


def _size(prefix: Prefix, query: Sequence[float]) -> arb:
    """max_i sum_j |k_ij| |q_j| for queries bounded by ``query``."""
    return arb(float((np.abs(prefix.keys) @ np.array(query)).max())) * arb("1.0001")


def float64_error(certificate: SequenceCertificate, prefixes: Sequence[Prefix]) -> arb | None:
    """A bound of |computed - f| (mode lp: off the exceptional set); None if rounding may be too large for the proof."""
    with precision(BITS):
        proved = arb(exact(certificate.certified_error))
        match certificate.mode:
            case "sup":
                added = _sup(certificate, prefixes)
            case "lp":
                added = _lp(certificate, prefixes)
            case _:
                added = _direct(certificate, prefixes)
        return None if added is None else (proved + added).upper()


def _code(c: SequenceCertificate, first: Prefix) -> tuple[arb, arb, arb, arb]:
    """(theta, foreign share, drift of the code, relative error of R) behind the first two layers."""
    T, n, K = c.length, c.length * c.features, c.levels
    theta = _gamma(T + 4) * _size(first, [1.0] * (2 + T)) + arb(_EXP)
    count = first.keys.shape[1]
    delta = count * (2 * theta - GAP).exp()
    relative = 4 * _gamma(count + T + 8) + 4 * _gamma(T + c.features + 8)
    return theta, delta, n * delta * arb(K) ** n + relative * arb(K) ** n, relative


def _wrong_codes(drift: arb, theta: arb, T: int) -> arb:
    q = (-SHARPNESS * (arb(1) / 2 - drift)).exp()
    return (2 * theta).exp() * (2 * q / (1 - q) + T * arb(-GAP).exp())


def _sup(c: SequenceCertificate, prefixes: Sequence[Prefix]) -> arb | None:
    T, n, K = c.length, c.length * c.features, c.levels
    L, count = arb(exact(c.lipschitz)), K**n
    theta, delta, drift, relative = _code(c, prefixes[0])
    slopes = prefixes[0].keys[0, : prefixes[0].keys.shape[1] // T, 0]
    step = arb(float(np.diff(slopes).min())) if len(slopes) > 1 else arb(1)
    outer = prefixes[2]
    theta_outer = _gamma(8) * _size(outer, [float(count), float(n + 1), 1.0]) + arb(_EXP)
    steep = arb(float(outer.keys[0, -1, 1]))
    if not (drift < arb("0.1") and relative < arb("0.001") and theta_outer < 1):
        return None
    leak = _wrong_codes(drift, theta_outer, T)
    # the margin 2 GAP of the budget, less what the bumps and the scores lose
    lost = (steep * (relative + 2 * n * delta) + 2 * theta_outer + SHARPNESS * count * drift).exp()
    e_w, e_on = arb(-2 * GAP).exp() * lost, (T + 1) * arb(-GAP).exp() * lost
    if not e_on < arb("0.5"):
        return None
    quotient = ((n + 1) * leak + n * e_w) * (2 + L) / (1 - e_on) + L * 2 * theta / step
    quotient += 8 * _gamma(count + T + n + 16)
    decode = decode_for(n, exact(c.eps))
    last = prefixes[3]
    query = [float(np.sqrt(n + 1)) * 1.001] * (T + 1) + [1.0] * T
    theta_decode = (_gamma(2 * T + 8) + _gamma(n + 16)) * _size(last, query) + arb(_EXP)
    reach = decode.last + 2
    added = decode_error(n, T, decode, 1 - e_on) * 2 + 2 * reach * 2 * theta_decode
    total: arb = quotient + added + 8 * _gamma(last.keys.shape[1] + T + 16) * reach
    return total


def _lp(c: SequenceCertificate, prefixes: Sequence[Prefix]) -> arb | None:
    T, n, K = c.length, c.length * c.features, c.levels
    _, _, drift, relative = _code(c, prefixes[0])
    count = K**n
    theta = arb(0)
    for prefix in prefixes[2:]:
        theta = theta.max(_gamma(T + 8) * _size(prefix, [float(count), *[1.0] * (T + 1)]) + arb(_EXP))
    if not (drift < arb("0.1") and relative < arb("0.001") and theta < 1):
        return None
    lost = (2 * theta + SHARPNESS * count * drift).exp()
    codes = _wrong_codes(drift, theta, T) + (T + 3) * arb(-GAP).exp() * lost
    total: arb = T * codes * (2 + arb(exact(c.lipschitz))) + 8 * T * _gamma(count + T + 16)
    return total


def _direct(c: SequenceCertificate, prefixes: Sequence[Prefix]) -> arb | None:
    T, n = c.length, c.length * c.features
    root = arb(n + 1).sqrt() * arb("1.001")
    grid = prefixes[1]
    # z has an absolute error of 16 u, the normalised query one of (n + 24) u sqrt(n+1)
    query = [float(root)] * (n + 1) + [1.0] * (n + T)
    theta = (_gamma(2 * n + T + 8) + _gamma(n + 32)) * _size(grid, query) + arb(_EXP)
    if not theta < arb("0.1"):
        return None
    # A softmax moves by at most tanh(theta) times twice its largest value; sums of N products follow.
    largest = arb(float(np.abs(grid.values).max())).max(arb(1))
    return largest * (2 * theta + 8 * _gamma(grid.keys.shape[1] + T + 16))
