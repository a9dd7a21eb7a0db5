"""The head over cells: its centred second-order expansion with a proved remainder, in float64.

STATEMENT.  Let w_i > 0, k_i, v_i be float data, X = x(t) on a cell with chart x0 + dx t + ddx t t/2 + rest, q near the
weighted mean of the keys, kappa_i = k_i - q, z_i(x) = lam <x - x0, kappa_i>, nu_i = v_i - vbar.  With
zeta_i = alpha_i t (alpha_ij = lam <dx_j, kappa_i>), Xi_i >= |z_i - zeta_i| and Z_i >= |zeta_i| + Xi_i on the
cell, Z_i < 4:
    e^{z_i} = 1 + z_i + zeta_i^2/2 + R_i,   |R_i| <= Xi_i Z_i + Z_i^3/(6 (1 - Z_i/4)),
so that  A - vbar = N/D,  N = sum w_i nu_i e^{z_i},  D = sum w_i e^{z_i},  N is a quadratic polynomial in t up to
sum w_i |nu_i| |R_i|, D >= sum w_i (1 + z_i) = 1 up to rounding, D - 1 <= sum w_i (e^{Z_i} - 1 - Z_i) up to rounding,
and |A - vbar - N| <= |N| |D - 1| / D.
Logits known up to theta change A by at most (e^{2 theta} - 1) sum w_i(x) |nu_i|: softmax weights change by factors in
[e^{-2 theta}, e^{2 theta}].  Tokens left out whose weights sum to at most ``far`` times those kept change A by at most
far * (diameter of the values).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from flint import arb, fmpq
from numpy.typing import NDArray

from verify.supnorm.arrays import EXP_ERROR, TINY, UNIT, UP, Array, exponential
from verify.supnorm.cells import Chart, norm
from verify.supnorm.distance import Sites, lines

__all__ = ["Expansion", "HeadData", "expand"]

Index = NDArray[np.int64]


@dataclass(frozen=True)
class HeadData:
    """A head as float data with proved distances from the exact head.

    ``keys`` [d, N], ``values`` [q, N], ``bias`` [N], ``lam``; ``lam_error`` >= |lam - exact| / lam, ``key_error`` >=
    max_i |k_i - exact|, ``bias_error``, ``value_error`` [q]; ``spread`` [q]: diameter of each output's values.
    """

    keys: Array
    values: Array
    bias: Array
    lam: float
    lam_error: float
    key_error: float
    bias_error: float
    value_error: Array
    spread: Array
    sites: Sites | None = None

    def for_distance(self) -> HeadData:
        """Return the same head with the distances to its keys as values (theory F6)."""
        zero = np.zeros((1, len(self.bias)))
        sites = Sites.of(self.keys, self.key_error)
        return replace(self, values=zero, value_error=np.zeros(1), spread=np.array([3.15]), sites=sites)

    @staticmethod
    def of(keys: tuple[Array, ...], values: tuple[Array, ...], bias: tuple[Array, ...], lam: fmpq) -> HeadData:
        """Return the data of exact sums of float64 components (first components kept, the rest bounded)."""

        def rest(parts: tuple[Array, ...]) -> Array:
            total = np.zeros_like(parts[0])
            for part in parts[1:]:
                total = (total + np.abs(part)) * UP
            return total

        number = float(arb(lam).mid())
        gap = abs(arb(lam) / arb(number) - 1)
        value_rest = rest(values).max(axis=0)
        low, high = values[0].min(axis=0), values[0].max(axis=0)
        return HeadData(
            keys=np.ascontiguousarray(keys[0].T),
            values=np.ascontiguousarray(values[0].T),
            bias=np.ascontiguousarray(bias[0]),
            lam=number,
            lam_error=float(gap.upper()) * UP,
            key_error=float(norm(rest(keys).T).max()) if len(keys) > 1 else 0.0,
            bias_error=float(rest(bias).max()),
            value_error=value_rest,
            spread=((high - low) + 2.0 * value_rest) * UP,
        )


@dataclass(frozen=True)
class Expansion:
    """A(t) = value + slope t + curve t t / 2 up to ``rest``: shapes [q, B], [q, m, B], [q, m, m, B], [q, B].

    ``rounding`` [q, B] is the part of ``rest`` that smaller cells do not reduce.  ``keep`` [n, B] marks the tokens
    whose weight may exceed the threshold somewhere in the cell; ``far`` [B] bounds all others relative to them;
    ``lead`` [B] is the heaviest token.  ``spread`` [q, B] bounds |A - vbar| by the spread of the values near the cell.
    """

    value: Array
    slope: Array
    curve: Array
    rest: Array
    rounding: Array
    keep: NDArray[np.bool_]
    far: Array
    lead: Index
    spread: Array
    sampled: Array | None = None


def _norms(vectors: Array) -> Array:
    """Return upper bounds of the norms over the first axis, without rescaling (overflow gives inf)."""
    square = vectors[0] * vectors[0]
    for part in vectors[1:]:
        square += part * part
    with np.errstate(over="ignore"):
        root = np.sqrt(square)
    root *= UP + len(vectors) * 2.0**-52
    root += 1e-150  # squares that underflow
    return np.asarray(root)


def expand(data: HeadData, chart: Chart, near: Index, lead: Index, far: Array, log_threshold: float) -> Expansion:
    """Return the expansion of the head over the cells.

    ``near`` [n, B] lists token numbers (N pads), ``lead`` [B] reference tokens, ``far`` [B] bounds the total weight of
    the tokens not listed, relative to the listed ones, everywhere in the cell.
    """
    d, count = data.keys.shape
    m = d - 1
    n, size = near.shape
    real = near < count
    token = np.where(real, near, lead[None])
    lam = data.lam

    base = data.keys[:, lead]
    dk = data.keys.take(token, axis=1)
    dk -= base[:, None]
    reach = _norms(dk).max(axis=0)

    # logits at x0 relative to the lead token
    s = dk[0] * chart.x0[0]
    for i in range(1, d):
        s += dk[i] * chart.x0[i]
    s *= lam
    bias_size = 0.0
    if data.bias.any():
        s += data.bias[token] - data.bias[lead]
        bias_size = 2.0 * float(np.abs(data.bias).max())
    s[~real] = -np.inf
    top = s.max(axis=0)
    s -= top
    weight = exponential(s)
    weight *= real
    total = weight.sum(axis=0)
    weight /= total
    # every logit at every x of the cell: data, products, sums, exponential, normalisation, and clipping at e^-700
    theta = (
        lam * reach * 1.01 * ((3 * d + 24) * UNIT + data.lam_error)
        + 2.02 * lam * data.key_error
        + 2.0 * data.bias_error
        + 16.0 * UNIT * bias_size
        + (2.0 * EXP_ERROR + 4.0 * UNIT)
    ) * UP

    mean = (weight * dk).sum(axis=1)
    dk -= mean[:, None]
    size_k = _norms(dk)
    alpha = dk[0] * chart.dx[0][:, None]
    for i in range(1, d):
        alpha += dk[i] * chart.dx[i][:, None]
    alpha *= lam
    bend = (lam * (1.0 + data.lam_error)) * (
        chart.second + (d + 12) * UNIT * chart.first + data.lam_error * chart.first
    )
    xi = size_k * (bend * UP)
    z = xi.copy()
    for j in range(m):
        z += np.abs(alpha[j]) * chart.half[j]
    z *= UP + (m + 2) * 2.0**-51
    gamma = (4 * (n + d + m) + 100) * UNIT
    moved = lam * 1.01 * (chart.first + chart.second)
    # sum w (1 + z) <= D over all listed tokens; mean is their weighted mean up to rounding
    low_all = 1.0 - gamma - 2.1 * gamma * moved * ((weight * size_k).sum(axis=0) + norm(mean))

    # dropping: w_i e^{Z_i} / D bounds the share of token i among the listed ones everywhere in the cell
    exponent = s + z
    gone = real & (exponent <= log_threshold)
    with np.errstate(invalid="ignore", divide="ignore"):
        dropped = np.where(gone, exponential(exponent + 2.0 * theta) + 1e-290, 0.0).sum(axis=0) / low_all
        dropped *= 1.0 + gamma
        share = (far + dropped) / (1.0 - dropped) * (1.0 + 2.0**-40)
    safe = (low_all > 0.5) & (dropped < 0.5) & np.isfinite(share) & (theta < 0.25)
    clipped = np.any((s < -690.0) & real & ~gone, axis=0)
    keep = real & ~(gone & safe)
    share = np.where(safe, share, far)
    weight *= keep
    z *= keep

    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        square = z * z
        cube = square * z
        cube /= np.where(z < 3.99, 6.0 * (1.0 - 0.25 * z), np.nan)
        cube *= UP
        rest_i = cube + xi * z
        grow = 1.0 + z + 0.5 * square + cube
        wz = weight * grow
        kept = weight.sum(axis=0)
        leak = moved * (norm((weight * dk).sum(axis=1)) + gamma * (weight * size_k).sum(axis=0))
        low_d = kept - gamma - leak
        eta = ((wz - weight * (1.0 + z)).sum(axis=0) + gamma * wz.sum(axis=0) + np.abs(1.0 - kept) + gamma + leak) * UP

    line = None if data.sites is None else lines(data.sites, chart, token)
    sampled = None if line is None else (weight * line.sampled).sum(axis=0)[None]
    q = len(data.values)
    value = np.empty((q, size))
    slope = np.empty((q, m, size))
    curve = np.empty((q, m, m, size))
    rest = np.empty((q, size))
    rounding = np.empty((q, size))
    spread = np.empty((q, size))
    pairs = 0.5 * chart.half[:, None] * chart.half[None]
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        for c in range(q):
            nu = data.values[c].take(token) if line is None else line.value.copy()
            vbar = (weight * nu).sum(axis=0)
            nu -= vbar
            wn = weight * nu
            wa = np.abs(wn)
            offset = wn.sum(axis=0)
            g = lam * (wn * dk).sum(axis=1)
            bowl = np.einsum("iB,ijkB->jkB", g, chart.ddx)
            for j in range(m):
                weighted = wn * alpha[j]
                slope[c, j] = weighted.sum(axis=0)
                for k in range(j, m):
                    curve[c, j, k] = (weighted * alpha[k]).sum(axis=0) + bowl[j, k]
                    curve[c, k, j] = curve[c, j, k]
            tilt_mass = tilt_rest = 0.0
            if line is not None:
                # values nu_i - factor_i <x - x0, unit_i>: their mean slope, and their product with the tilts z_i
                wf = weight * line.factor
                pull = -(wf * line.unit).sum(axis=1)
                bowl = np.einsum("iB,ijkB->jkB", pull, chart.ddx)
                slope[c] += np.einsum("iB,ijB->jB", pull, chart.dx)
                curve[c] += bowl
                for j in range(m):
                    lean = -(chart.dx[:, j][:, None] * line.unit).sum(axis=0) * wf
                    for k in range(m):
                        part = (lean * alpha[k]).sum(axis=0)
                        curve[c, j, k] += part
                        curve[c, k, j] += part
                tilt_mass = 1.01 * chart.radius * (wf * grow).sum(axis=0)
                tilt_rest = 1.01 * (
                    chart.third * norm(pull)
                    + (wf * (grow - 1.0 - z + xi)).sum(axis=0) * chart.radius
                    + (wf * z).sum(axis=0) * chart.second
                )
            value[c] = vbar + offset
            spread[c] = np.abs(nu * keep).max(axis=0) * UP
            if line is not None:
                spread[c] += 1.01 * (line.factor * keep).max(axis=0) * chart.radius
            mass = (wa * grow).sum(axis=0) + tilt_mass
            cubic = (wa * rest_i).sum(axis=0) + chart.third * norm(g) * 1.01 + tilt_rest
            rough = 2.0 * gamma * mass + 4.0 * UNIT * np.abs(value[c])
            numerator = (
                np.abs(offset)
                + (chart.half * np.abs(slope[c])).sum(axis=0)
                + (pairs * np.abs(curve[c])).sum(axis=(0, 1))
                + cubic
                + rough
            )
            bent = numerator * eta / low_d
            logits = 2.0 * theta * (1.0 + 2.0 * theta) * mass / low_d  # e^y - 1 <= y (1 + y) for y <= 1
            outside = share * data.spread[c]
            fixed = rough + logits + outside + data.value_error[c]
            grown = 1.0 + gamma
            total_rest = (cubic + bent + fixed) * grown * UP + TINY
            bad = ~safe | clipped | ~(low_d > 0.5) | ~(theta < 0.25) | ~np.isfinite(total_rest)
            rest[c] = np.where(bad, np.inf, total_rest)
            rounding[c] = fixed * UP

    order = np.argmax(s, axis=0)
    new_lead = token[order, np.arange(size)]
    return Expansion(value, slope, curve, rest, rounding, keep, share, new_lead, spread, sampled)
