"""The head over cells: its centred second-order expansion with a proved remainder, in float64.

STATEMENT.  Let w_i > 0, k_i, v_i be float data, X = x(t) on a cell with chart x0 + dx t + ddx t t/2 + rest, q near the
weighted mean of the keys, kappa_i = k_i - q, z_i(x) = lam <x - x0, kappa_i>, nu_i = v_i - vbar.  With
zeta_i = alpha_i t (alpha_ij = lam <dx_j, kappa_i>), Xi_i >= |z_i - zeta_i| and Z_i >= |zeta_i| + Xi_i on the
cell, Z_i < 4:
    e^{z_i} = 1 + z_i + zeta_i^2/2 + R_i,  |R_i| <= gamma_i zeta_i^2 + (1/2 + gamma_i) C_i,
    gamma_i = Z_i/(6 (1 - Z_i/4)),  C_i = Xi_i (Z_i + |zeta_i|) >= |z_i^2 - zeta_i^2|,
so that  A - vbar = N/D,  N = sum w_i nu_i e^{z_i},  D = sum w_i e^{z_i},  N is a quadratic polynomial in t up to
sum w_i |nu_i| |R_i|, D >= sum w_i (1 + z_i) = 1 up to rounding, D - 1 <= sum w_i (1/2 + gamma_i) (zeta_i^2 + C_i) up
to rounding, and |A - vbar - N| <= |N| |D - 1| / D.  Sums of weights times zeta_i^2 are quadratic forms in t, bounded by
the absolute values of their coefficients.
Logits known up to theta change A by at most (e^{2 theta} - 1) sum w_i(x) |nu_i|: softmax weights change by factors in
[e^{-2 theta}, e^{2 theta}].  Tokens left out whose weights sum to at most ``far`` times those kept change A by at most
far * (diameter of the values).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

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

    ``rounding`` [q, B] is the part of ``rest`` that smaller cells do not reduce.  ``tokens`` lists, cell by cell
    (``count`` [B] each), those whose weight may exceed the threshold somewhere in the cell; ``far`` [B] bounds all
    others relative to them;
    ``lead`` [B] is the heaviest token.  ``spread`` [q, B] bounds |A - value| by the spread of the values near the cell.
    """

    value: Array
    slope: Array
    curve: Array
    rest: Array
    rounding: Array
    tokens: NDArray[np.int32]
    count: Index
    far: Array
    lead: Index
    spread: Array
    sampled: Array | None = None

    @staticmethod
    def joined(parts: list[Expansion]) -> Expansion:
        """Return the expansions of consecutive cells as one."""
        if len(parts) == 1:
            return parts[0]
        columns: list[Any] = [[getattr(part, name) for part in parts] for name in Expansion.__dataclass_fields__]
        whole: list[Any] = [None if column[0] is None else np.concatenate(column, axis=-1) for column in columns]
        return Expansion(*whole)


def _norms(vectors: Array) -> Array:
    """Return upper bounds of the norms over the last axis, without rescaling (overflow gives inf)."""
    d = vectors.shape[-1]
    with np.errstate(over="ignore", invalid="ignore"):
        square = np.square(vectors).reshape(-1, d) @ np.ones(d)
        root = np.sqrt(square.reshape(vectors.shape[:-1]))
    root *= UP + d * 2.0**-52
    root += 1e-150  # squares that underflow
    return np.asarray(root)


def _weighted(weight: Array, vectors: Array) -> Array:
    """Return the sums over n of weight [B, n] times vectors [B, n, k]: [B, k]."""
    return np.asarray(np.matmul(weight[:, None], vectors)[:, 0])


def _form(weight: Array, alpha: Array) -> Array:
    """Return sum_jk |sum_i weight_i alpha_ij alpha_ik| [B] for weight [B, n], alpha [B, m, n].

    It bounds sum_i weight_i zeta_i^2 over the cell: much less than sum_i weight_i max zeta_i^2 in many dimensions.
    """
    moments = np.matmul(weight[:, None] * alpha, alpha.transpose(0, 2, 1))
    return np.asarray(np.abs(moments).sum(axis=(1, 2)))


def expand(data: HeadData, chart: Chart, near: Index, lead: Index, far: Array, log_threshold: float) -> Expansion:
    """Return the expansion of the head over the cells.

    ``near`` [B, n] lists token numbers (N pads), ``lead`` [B] reference tokens, ``far`` [B] bounds the total weight of
    the tokens not listed, relative to the listed ones, everywhere in the cell.
    """
    d, count = data.keys.shape
    m = d - 1
    size, n = near.shape
    full = near[:, -1].max() < count  # no pads: they are at the end
    real = near < count
    token = near if full else np.where(real, near, lead[:, None])
    lam = data.lam
    frame = np.concatenate([chart.x0[:, None], chart.dx * chart.half], axis=1).transpose(2, 0, 1)  # [B, d, 1 + m]

    dk = data.keys.T.take(token, axis=0)  # [B, n, d]
    dk -= data.keys.T.take(lead, axis=0)[:, None]
    reach = _norms(dk).max(axis=1)

    # logits at x0 relative to the lead token
    s = np.matmul(dk, frame[:, :, :1])[:, :, 0]
    s *= lam
    bias_size = 0.0
    if data.bias.any():
        s += data.bias[token] - data.bias[lead][:, None]
        bias_size = 2.0 * float(np.abs(data.bias).max())
    if not full:
        s[~real] = -np.inf
    s -= s.max(axis=1)[:, None]
    weight = exponential(s)
    if not full:
        weight *= real
    weight /= weight.sum(axis=1)[:, None]
    # every logit at every x of the cell: data, products, sums, exponential, normalisation, and clipping at e^-700
    theta = (
        lam * reach * 1.01 * ((3 * d + 24) * UNIT + data.lam_error)
        + 2.02 * lam * data.key_error
        + 2.0 * data.bias_error
        + 16.0 * UNIT * bias_size
        + (2.0 * EXP_ERROR + 4.0 * UNIT)
    ) * UP

    mean = _weighted(weight, dk)
    dk -= mean[:, None]
    size_k = _norms(dk)
    table = np.matmul(frame.transpose(0, 2, 1), dk.transpose(0, 2, 1))  # [B, 1 + m, n]
    table *= lam
    alpha = table[:, 1:]  # in units of the half-widths: zeta_i = sum_j alpha_ij (t_j / half_j)
    linear = np.abs(alpha).sum(axis=1) * (UP + (m + 2) * 2.0**-51)
    # |z - zeta|: by the norm of x - x0 - dx t, or by its parts along x0 and along dx t
    slack = (d + 12) * UNIT + data.lam_error
    lean = np.abs(table[:, 0]) + (slack * lam) * size_k
    lean *= chart.drop[:, None]
    lean += chart.stretch[:, None] * linear
    np.minimum(lean, (lam * chart.second)[:, None] * size_k, out=lean)
    xi = lean + (lam * (chart.rounding + slack * (1.0 + chart.stretch) * chart.first))[:, None] * size_k
    xi *= UP * (1.0 + 2.0 * data.lam_error)
    z = linear + xi
    z *= UP
    gamma = (4 * (n + d + m) + 100) * UNIT
    moved = lam * 1.01 * (chart.first + chart.second)
    # sum w (1 + z) <= D over all listed tokens; mean is their weighted mean up to rounding
    low_all = 1.0 - gamma - 2.1 * gamma * moved * ((weight * size_k).sum(axis=1) + norm(mean.T))

    # dropping: w_i e^{Z_i} / D bounds the share of token i among the listed ones everywhere in the cell
    gone = s + z <= log_threshold
    if not full:
        gone &= real
    with np.errstate(invalid="ignore", divide="ignore"):
        light = np.flatnonzero(gone)
        share_of = np.zeros(gone.size)
        exponent = (s + z).ravel()[light] + 2.0 * theta[light // n]
        share_of[light] = exponential(exponent) + 1e-290
        dropped = share_of.reshape(size, n).sum(axis=1) / low_all
        dropped *= 1.0 + gamma
        share = (far + dropped) / (1.0 - dropped) * (1.0 + 2.0**-40)
    safe = (low_all > 0.5) & (dropped < 0.5) & np.isfinite(share) & (theta < 0.25)
    gone &= safe[:, None]
    keep = ~gone if full else real & ~gone
    clipped = np.any((s < -690.0) & keep, axis=1)
    share = np.where(safe, share, far)
    weight *= keep
    z *= keep

    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        half_up = 0.5 + z / np.where(z < 3.99, 6.0 * (1.0 - 0.25 * z), np.nan) * UP  # e^z - 1 - z <= z^2 half_up
        cross = xi * (z + linear)  # z^2 <= zeta^2 + cross
        tail = z * z * half_up
        grow = 1.0 + z
        grow += tail
        heavy = weight * half_up
        kept = weight.sum(axis=1)
        leak = moved * (norm(_weighted(weight, dk).T) + gamma * (weight * size_k).sum(axis=1))
        low_d = kept - gamma - leak
        eta = _form(heavy, alpha) + (heavy * cross).sum(axis=1)
        eta = (eta + 2.0 * gamma * (weight * grow).sum(axis=1) + np.abs(1.0 - kept) + gamma + leak) * UP

    line = None if data.sites is None else lines(data.sites, chart, token)
    sampled = None if line is None else (weight * line.sampled).sum(axis=1)[None]
    q = len(data.values)
    value, rest, rounding, spread = (np.empty((q, size)) for _ in range(4))
    slope, curve = np.empty((q, m, size)), np.empty((q, m, m, size))
    half = chart.half
    pairs = half[:, None] * half[None]
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        for c in range(q):
            nu = data.values[c].take(token) if line is None else line.value.copy()
            vbar = (weight * nu).sum(axis=1)
            nu -= vbar[:, None]
            wn = weight * nu
            wa = np.abs(wn)
            offset = wn.sum(axis=1)
            g = lam * _weighted(wn, dk).T
            tilted = wn[:, None] * alpha
            slope[c] = tilted.sum(axis=2).T / half
            curve[c] = np.matmul(tilted, alpha.transpose(0, 2, 1)).transpose(1, 2, 0) / pairs
            curve[c] += np.einsum("iB,ijkB->jkB", g, chart.ddx)
            curve[c] = 0.5 * (curve[c] + curve[c].swapaxes(0, 1))
            tilt_mass: Array | float = 0.0
            tilt_rest: Array | float = 0.0
            if line is not None:
                # values nu_i - factor_i <x - x0, unit_i>: their mean slope, and their product with the tilts z_i
                wf = weight * line.factor
                pull = -_weighted(wf, line.unit).T
                slope[c] += np.einsum("iB,ijB->jB", pull, chart.dx)
                curve[c] += np.einsum("iB,ijkB->jkB", pull, chart.ddx)
                lean = -np.matmul(chart.dx.transpose(2, 1, 0), line.unit.transpose(0, 2, 1)) * wf[:, None]
                mixed = np.matmul(lean, alpha.transpose(0, 2, 1)).transpose(1, 2, 0) / half
                curve[c] += mixed + mixed.swapaxes(0, 1)
                tilt_mass = 1.01 * chart.radius * (wf * grow).sum(axis=1)
                tilt_rest = 1.01 * (
                    chart.third * norm(pull)
                    + (wf * (tail + xi)).sum(axis=1) * chart.radius
                    + (wf * z).sum(axis=1) * chart.second
                )
            value[c] = vbar + offset
            spread[c] = np.abs(nu * keep).max(axis=1) * UP
            if line is not None:
                spread[c] += 1.01 * (line.factor * keep).max(axis=1) * chart.radius
            mass = (wa * grow).sum(axis=1) + tilt_mass
            cubic = _form(wa * (half_up - 0.5), alpha) + (wa * half_up * cross).sum(axis=1)
            cubic = cubic + chart.third * norm(g) * 1.01 + tilt_rest
            bowl = lam * chart.second * (wa * size_k).sum(axis=1)
            rough = 2.0 * gamma * (mass + bowl) + 4.0 * UNIT * np.abs(value[c])
            numerator = (
                np.abs(offset)
                + (half * np.abs(slope[c])).sum(axis=0)
                + 0.5 * np.einsum("jB,jkB,kB->B", half, np.abs(curve[c]), half)
                + cubic
                + rough
            )
            bent = numerator * eta / low_d
            logits = 2.0 * theta * (1.0 + 2.0 * theta) * mass / low_d  # e^y - 1 <= y (1 + y) for y <= 1
            outside = share * data.spread[c]
            fixed = rough + logits + outside + data.value_error[c]
            # A is a mean of the values whatever the weights are
            spread[c] += np.abs(offset) + outside + data.value_error[c] + 8.0 * UNIT * np.abs(value[c])
            spread[c] = spread[c] * UP + TINY
            grown = 1.0 + gamma
            total_rest = (cubic + bent + fixed) * grown * UP + TINY
            bad = ~safe | clipped | ~(low_d > 0.5) | ~(theta < 0.25) | ~np.isfinite(total_rest)
            rest[c] = np.where(bad, np.inf, total_rest)
            rounding[c] = fixed * UP

    new_lead = token[np.arange(size), np.argmax(s, axis=1)]
    tokens, counts = token[keep].astype(np.int32), keep.sum(axis=1)
    return Expansion(value, slope, curve, rest, rounding, tokens, counts, share, new_lead, spread, sampled)
