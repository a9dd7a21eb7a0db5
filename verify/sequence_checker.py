"""Re-proves the certificate of a sequence model from its three files (theory J, K3, K4b, K6); a small second opinion.

It imports nothing that builds and believes no number of the certificate.  What is proved, in real arithmetic with the
stored numbers: |model - target| <= certified_error on [0,1]^n (mode lp: off a set of bounded measure).

Lines.  Scores a_i x + b_i with a_i increasing and increasing crossings x_i of neighbours: between the middles of cells
i and i+1 every other token is at least  g = min (a_{i+1} - a_i) (half a cell)  below the best one, because score
differences are monotone.  So the head is a mean of v_i and v_{i+1} up to a share N e^-g of everything else.
Position codes add a share 2T e^-gain for other positions (theory J) and the context, whose scores and values are 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from flint import arb, fmpq

from verify.certificate import CertificateError, rational, read_regular_file
from verify.checker.balls import Refused, decimal_up, demand, precision
from verify.sequence.certificate import (
    PREFIX_FILE,
    WEIGHTS_FILE,
    read_sequence_certificate,
)
from verify.sequence_checker_files import GATHER_GAIN, RMS_EPSILON, Floats
from verify.sequence_checker_parts import StoredModel, e, require, same
from verify.sequence_checker_polynomial import polynomial_error

__all__ = ["SequenceVerdict", "check_sequence"]

BITS = 256
MAX_FILE = 500_000_000


class SequenceVerdict(NamedTuple):
    """Is the certificate proved again?  ``certified_error`` is the bound found here, ``claim`` what it means."""

    valid: bool
    claim: str = ""
    certified_error: str | None = None
    reason: str = ""
    assumptions: tuple[str, ...] = ()


def check_sequence(directory: Path) -> SequenceVerdict:
    """Judge the files in a directory.  Raises `UnusableInput` when a file is missing or unreadable."""
    try:
        certificate = read_sequence_certificate(directory)
        weights = read_regular_file(directory / WEIGHTS_FILE, MAX_FILE)
        prefix = read_regular_file(directory / PREFIX_FILE, MAX_FILE)
        with precision(BITS):
            error, measure = _bound(StoredModel(certificate, weights, prefix))
            demand(error, rational(certificate.certified_error), "the certified error")
            demand(arb(rational(certificate.certified_error)), rational(certificate.eps), "certified_error <= eps")
            demand(measure, rational(certificate.bad_measure), "the measure of the exceptional set")
            found, small = decimal_up(error, 8), decimal_up(measure, 4)
    except CertificateError as error:
        return SequenceVerdict(False, reason=_printable(str(error)))
    where = f"off a set of measure {small}" if certificate.mode == "lp" else "everywhere"
    n = certificate.length * certificate.features
    claim = f"sup |transformer - target| <= {found} on [0,1]^{n}, {where}; target {_printable(certificate.target)}"
    return SequenceVerdict(True, claim, found, "", certificate.assumptions)


def _printable(text: str) -> str:
    """The text without control characters: it may be a hostile file's, and goes to a terminal."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "?" for c in text)


def _bound(p: StoredModel) -> tuple[arb, arb]:
    """(error, measure of the exceptional set)."""
    require(p.c.target_kind != "discontinuous" or p.c.mode == "lp", "discontinuous targets need mode lp")
    match p.c.mode:
        case "sup":
            return _sup(p), arb(0)
        case "direct" if p.c.variant == "polynomial":
            return polynomial_error(p), arb(0)
        case "direct":
            return _direct(p), arb(0)
    return _lp(p)


# --- mode sup ----------------------------------------------------------------------------------------------------


def _sup(p: StoredModel) -> arb:
    n, T, K = p.n, p.T, p.K
    Q = n + 1
    lines, table, gain = p.first(2 * Q, Q)
    levels, bumps = table[:, :Q], table[:, Q:]
    require(bool(((bumps == 0) | (bumps == 1)).all()), "first layer: bumps must be 0 or 1")
    touched = (bumps[1:] == 1) | (bumps[:-1] == 1)
    require(bool((touched.sum(axis=1) <= 1).all()), "first layer: bumps of two shifts meet")
    jumps = levels[1:] != levels[:-1]
    require(bool((~jumps | ((bumps[1:] == 1) & (bumps[:-1] == 1))).all()), "first layer: a jump without its bump")
    N = len(table)
    delta = (N * e(-lines.gap) if lines.gap is not None else arb(0)) + 2 * T * e(-gain)
    drift = n * delta * arb(K) ** n
    keys, values = p.tensor(3, Q, 3, n + 1)
    count = K**n
    require(keys.shape[1] == count + 1, f"third layer: {count} codes and one more token expected")
    on, off = keys[:, :count], keys[:, count]
    require(all(same(keys[s], keys[0]) for s in range(Q)), "third layer: the heads have one set of keys")
    require(bool((on[:, :, 1] == 0).all()) and off[0, 0] == 0 and off[0, 1] > 0, "third layer: keys")
    require(bool((values[:, :count, n] == 1).all() and (values[:, count] == 0).all()), "third layer: weights")
    scale, lift = p.codes(on[0][:, ::2])
    steep, low = arb(float(off[0, 1])), arb(float(off[0, 2]))
    highest = scale * (count - 1 + drift) ** 2 / 2 + lift
    e_w = count * (highest - steep * (arb(1) / 2 - n * delta) - low).exp()
    e_on = (steep * n * delta + low - lift).exp() + T * e(-lift)
    require(bool(e_on < arb(1) / 2), "third layer: the tokens of the codes do not prevail off the bumps")
    leak = p.leak(scale, drift)
    digits = p.digits()
    radius, wrong = fmpq(0), arb(0)
    for s in range(Q):
        cells = _plateaus(p, lines.cells, levels[:, s], bumps[:, s])
        centres, r = p.centres(cells)
        radius = max(radius, r)
        wrong = wrong.max(p.value_error(values[s, :count, :n], centres[digits]))
    # The weights of theory K4b: at most e_w where a bump is >= 1/2, and some shift has all bumps 0.
    quotient: arb = arb(p.L * radius) + wrong + ((n + 1) * leak + n * e_w) * p.S / (1 - e_on)
    return quotient + _decode(p, 1 - e_on)


def _plateaus(
    p: StoredModel, cells: Sequence[tuple[fmpq, fmpq]], levels: Floats, bumps: Floats
) -> list[tuple[fmpq, fmpq]]:
    """For each level the hull of the cells without a bump: where a weight may be positive."""
    found: list[tuple[fmpq, fmpq] | None] = [None] * p.K
    for (a, b), level, bump in zip(cells, levels, bumps, strict=True):
        if bump == 0:
            old = found[int(level)]
            found[int(level)] = (a, b) if old is None else (min(a, old[0]), max(b, old[1]))
    require(all(hull is not None for hull in found), "first layer: a level without a cell")
    return [hull for hull in found if hull is not None]


def _decode(p: StoredModel, least: arb) -> arb:
    """RMS normalisation and decode: |sum_i i w_i/sum_i w_i - r|, w_i = e^{-kappa (r-i)^2/2}, 0 <= r <= 1.

    All integers i: theta'/(kappa theta) with theta = 1 + 2 sum_l q^{l^2} cos(2 pi l r), q = e^{-2 pi^2/kappa}
    (Poisson summation); it grows with kappa < 2 pi^2.  Then the integers that are missing, and the other tokens.
    """
    T, F, n = p.T, p.F, p.n
    keys, values = p.tensor(4, F, 2 * T + 1, 1)
    N = keys.shape[1] // T
    require(keys.shape[1] == N * T and N >= 4, "fourth layer: the tokens are not T blocks")
    nodes = values[0, :N, 0]
    first, last = int(nodes[0]), int(nodes[-1])
    ok = bool((nodes == np.arange(first, first + N)).all()) and first <= -1 and last >= 2
    require(ok and abs(first) + last < 2**10, "fourth layer: the nodes must be consecutive integers around [0, 1]")
    scale, gain = keys[0, 1 - first, 0], keys[0, 0, T + 1]
    m, _ = np.frexp(scale)
    require(bool(scale > 0) and gain > 0 and float(m) * 2**30 == round(float(m) * 2**30), "fourth layer: scale")
    for t in range(T):
        block = np.zeros((N, 2 * T + 1))
        block[:, t], block[:, T], block[:, T + 1 + t] = scale * nodes, -scale * nodes * nodes / 2, gain
        part = slice(t * N, (t + 1) * N)
        ok = all(same(keys[h, part], block) and same(values[h, part, 0], nodes) for h in range(F))
        require(ok, f"fourth layer: position {t}")
    s = arb(float(scale))
    high, low = s * arb(n + 1).sqrt(), s / (1 + arb(RMS_EPSILON) / least**2).sqrt()
    require(bool(high < 4), "fourth layer: the decode is too sharp for this bound")
    q = (-2 * arb.pi() ** 2 / high).exp()
    # sum_l l q^{l^2} <= q/(1-4q) because l q^{l^2-1} <= (4q)^{l-1};  sum_l q^{l^2} <= q/(1-q)
    wave = (4 * arb.pi() / high) * (q / (1 - 4 * q)) / (1 - 2 * q / (1 - q))
    near = min(-first, last - 1) + 1
    ratio = arb(near + 2) / (near + 1) * (-low * (2 * near + 1) / 2).exp()
    require(bool(ratio < 1), "fourth layer: too few nodes")
    tail = 2 * (near + 1) * (-low * near * near / 2).exp() / (1 - ratio) * (high / 8).exp()
    require(bool(tail < 1), "fourth layer: too few nodes")
    share = ((T - 1) * N * (high / 2).exp() + T) * (high / 8 - arb(float(gain))).exp()
    error: arb = (wave + tail) / (1 - tail) + share * (max(-first, last) + 2)
    return error


# --- mode lp ----------------------------------------------------------------------------------------------------


def _lp(p: StoredModel) -> tuple[arb, arb]:
    n, T, F, K = p.n, p.T, p.F, p.K
    lines, table, gain = p.first(1, 1)
    require(same(table[:, 0], np.arange(K, dtype=np.float64)), "first layer: the levels must be 0..K-1")
    eta = rational(p.c.margin)
    require(eta > 0, "margin must be > 0")
    delta = K * e(-lines.step * eta) + 2 * T * e(-gain)
    drift = n * delta * arb(K) ** n
    count = K**n
    stored = np.empty((count, n))
    shares = arb(0)
    for t in range(T):
        keys, values = p.tensor(3 + t, 1, 2 + T, F)
        require(keys.shape[1] == count + 1, f"layer {3 + t}: {count} codes and one more token expected")
        scale, bias = p.codes(keys[0, :count, :2])
        lift, null = float(keys[0, 0, 2 + t]), keys[0, count].copy()
        code = np.zeros(T)
        code[t] = lift
        ok = bias == 0 and bool((keys[0, :count, 2:] == code).all()) and bool((values[0, count] == 0).all())
        require(ok and null[0] == null[1] == 0, f"layer {3 + t}: keys")
        own, null[2 + t] = arb(float(null[2 + t])), np.inf
        silence = arb(float(null[2:].min())) if T > 1 else arb(0)
        here = p.leak(scale, drift) + (own - lift).exp() + T * e(-lift)
        there = count * (scale * (count - 1 + drift) ** 2 / 2 - silence).exp() if T > 1 else arb(0)
        shares = shares + here.max(there) + there
        stored[:, t * F : (t + 1) * F] = values[0, :count]
    centres, radius = p.centres(lines.cells)
    measure = 1 - (1 - 2 * arb(eta) * (K - 1)) ** n
    require(bool(2 * arb(eta) * (K - 1) < 1), "margin: the ramps fill the interval")
    if p.c.target_kind == "discontinuous":
        require(bool(((stored >= 0) & (stored <= 1)).all()), "stored values must lie in [0, 1]")
        return shares * p.S, measure + _mixed(p, lines.cells, stored)
    wrong = p.value_error(stored, centres[p.digits()])
    return arb(p.L * radius) + wrong + shares * p.S, measure


def _mixed(p: StoredModel, cells: Sequence[tuple[fmpq, fmpq]], stored: Floats) -> arb:
    """The measure of the cells on which the target is not certainly the stored value."""
    T, F, n = p.T, p.F, p.n
    levels = p.digits().reshape(-1, T, F)
    half = fmpq(1, 2)
    if p.c.target == "parity":
        below = np.array([b <= half for _, b in cells])
        clear = (below | np.array([a >= half for a, _ in cells]))[levels].all(axis=1)
        odd = (~below[levels]).sum(axis=1) % 2
        want = np.broadcast_to(odd[:, None, :], levels.shape)
    elif p.c.target == "argmax":
        top = levels == levels.max(axis=1, keepdims=True)
        clear, want = top.sum(axis=1) == 1, top
    else:
        raise Refused("discontinuous targets are parity and argmax")
    good = clear.all(axis=1) & (want.reshape(-1, n) == stored).all(axis=1)
    widths = np.array([float(arb(b - a).upper()) for a, b in cells])
    volume = float(np.prod(widths[p.digits()], axis=1)[~good].sum())
    return arb(volume) * (1 + arb(2) ** -20)  # far above the rounding of these sums and products


# --- mode direct ----------------------------------------------------------------------------------------------------


def _direct(p: StoredModel) -> arb:
    n, T, F, K = p.n, p.T, p.F, p.K
    keys, values = p.tensor(2, 1, 2 * n + 1 + T, F)
    count = K**n
    require(keys.shape[1] == T * count, f"second layer: {T} blocks of {count} tokens expected")
    base, digits = keys[0, :count, : n + 1], p.digits()
    squares = float((base[0, :n] ** 2).sum())
    scale = squares / float(-2 * base[0, n]) if squares > 0 and base[0, n] < 0 else 1.0
    fraction, power = np.frexp(scale)
    require(float(fraction) == 0.5 and abs(int(power)) <= 200, "second layer: the scale of the keys: a power of 2")
    z = base[:, :n] / scale * 2**24
    require(bool((np.abs(z) <= 2**24).all() and (z == np.round(z)).all()), "second layer: keys off the grid of 2^-24")
    grid = z.astype(np.int64)
    squared = (grid * grid).sum(axis=1)
    require(int(squared.max()) < 2**53, "second layer: keys too long for exact biases")
    # From the grid to the keys these products are exact; the way back may have rounded.
    require(bool((base[:, :n] == grid * (scale * 2.0**-24)).all()), "second layer: keys off the grid of 2^-24")
    require(bool((base[:, n] == -squared * (scale * 2.0**-49)).all()), "second layer: biases")
    first = 2 * n + 1
    require(not keys[0, :, n + 1 : first].any(), "second layer: grids do not read the flat copy")
    own, other = float(keys[0, 0, first]), float(keys[0, 0, first + 1]) if T > 1 else 0.0
    gain = arb(own) - other if T > 1 else arb(own)
    for t in range(T):
        block = slice(t * count, (t + 1) * count)
        code = np.full(T, other)
        code[t] = own
        ok = same(keys[0, block, : n + 1], base) and bool((keys[0, block, first:] == code).all())
        require(ok, f"second layer: position {t}")
    eta = rational(p.c.margin)
    axes = [np.array([grid[np.argmax(digits[:, i] == level), i] for level in range(K)]) for i in range(n)]
    require(all(same(axes[i][digits[:, i]], grid[:, i]) for i in range(n)), "second layer: keys are not a grid")
    reach, gap, near = fmpq(0), fmpq(4), fmpq(0)
    for axis in axes:
        points = [fmpq(int(u), 1 << 24) for u in axis]
        require(all(u < v for u, v in pairwise(points)), "second layer: the grid must increase")
        ends = [fmpq(-1), *[(u + v) / 2 for u, v in pairwise(points)], fmpq(1)]
        require(all(v - u >= 4 * eta for u, v in pairwise(ends)) and eta > 0, "margin: wider than half a cell")
        near = max([near, *[max(u - a, b - u) for u, (a, b) in zip(points, pairwise(ends), strict=True)]])
        gap = min([gap, *[v - u for u, v in pairwise(points)]])
    # Tokens count whose cell is within 2 eta (of z) of the point, in every coordinate.
    reach = near + 2 * eta
    low, high = arb(scale) / (1 + arb(RMS_EPSILON)).sqrt(), arb(scale) * arb(n + 1).sqrt()
    leak = n * (K - 1) * (-low * gap * 2 * eta).exp() + (T - 1) * (-gain).exp()
    leak += T * (high * n * near**2 / 2 - own).exp()
    gathered = (T - 1) * e(-GATHER_GAIN)
    found = np.concatenate([values[0, t * count : (t + 1) * count] for t in range(T)], axis=1)
    wrong = p.value_error(found, (grid / 2.0**24 + 1) / 2)
    return p.L * (arb(reach / 2) + gathered) + wrong + leak * p.S
