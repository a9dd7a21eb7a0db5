"""QK-normalised heads: RMS-normalised queries and keys are exactly the core head, with lam bounded by the scale.

RMS normalisation in R^d with gain g and epsilon e0 is z -> g z / sqrt(|z|^2/d + e0) = sqrt(d) rho(|z|) g z/|z| with the
radius factor rho(l) = sqrt(l^2/(l^2 + d e0)).  So for a query of length l in the direction x and a key k
    scale <norm(l x), norm(k)> = scale d rho(l) rho(|k|) <g_q g_k x, k/|k|>,
a core head of lam = scale d rho(l) rho(|k|) when the gains are 1.  Keys of any shorter effective length need a spare
coordinate, where queries are 0: all keys lie on one sphere, and what of a key lies in the spare coordinate is not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from flint import arb, fmpq

from constructions.prefix import Floats, StoredPrefix
from theory.balls import ball, lower_decimal, maximum, minimum, precision, upper, upper_decimal
from theory.errors import InputError

__all__ = ["NormedHead", "NormedPrefix"]


class NormedPrefix(NamedTuple):
    """``keys`` [N, d] before normalisation and ``values`` [N, q], float64, for queries (l x, c, 0, ...), |x| = 1.

    No logit differs by more than ``moved`` from lam <x,k_i> + b_i, up to a number that all tokens share, so the head
    moves by at most diam(v) tanh(moved/2) (theory L).
    """

    keys: Floats
    values: Floats
    moved: arb


@dataclass(frozen=True)
class NormedHead:
    """A head with RMS-normalised queries and keys in R^d: scores ``scale`` <norm(q), norm(k)>.

    ``query_gain`` and ``key_gain`` [d] are the learned gains, ``epsilon`` e0 >= 0 that of the normalisation (both
    alike).  Raises `InputError` for gains that are not finite, zero where they are needed, or of different shapes.
    """

    scale: fmpq
    query_gain: Floats
    key_gain: Floats
    epsilon: fmpq

    def __post_init__(self) -> None:
        shapes = self.query_gain.shape, self.key_gain.shape
        if len(shapes[0]) != 1 or shapes[0] != shapes[1] or not shapes[0][0]:
            raise InputError(f"gains need one shape [head_dim], got {shapes[0]} and {shapes[1]}")
        if not (np.isfinite(self.query_gain).all() and np.isfinite(self.key_gain).all()):
            raise InputError("every gain must be finite")
        if not (self.scale > 0 and self.epsilon >= 0):
            raise InputError(f"scale {self.scale} must be > 0 and epsilon {self.epsilon} >= 0")

    @property
    def head_dim(self) -> int:
        """The dimension d of queries and keys."""
        return len(self.query_gain)

    def radius(self, length: arb) -> arb:
        """The radius factor rho(l) = sqrt(l^2/(l^2 + d e0)) of a vector of this length > 0."""
        square = length * length
        return (square / (square + self.head_dim * ball(self.epsilon))).sqrt()

    def seen(self, query_length: arb, key: list[arb]) -> list[arb]:
        """The vector c with score <c, z/l> for every query z of length l: scale d rho(l) rho(|k|) g_q g_k k/|k|."""
        length = sum((c * c for c in key), arb(0)).sqrt()
        factor = ball(self.scale) * self.head_dim * self.radius(query_length) * self.radius(length) / length
        gains = zip(self.query_gain.tolist(), self.key_gain.tolist(), key, strict=True)
        return [factor * arb(a) * arb(b) * c for a, b, c in gains]

    def prefix(self, stored: StoredPrefix, length: float = 1.0, constant: float | None = None) -> NormedPrefix:
        """The stored prefix as keys before normalisation, for queries (``length`` x, ``constant``, 0, ...), x on S^m.

        Biases need a ``constant`` in every query.  Raises `InputError` when gains in these coordinates are 0, when the
        biases differ and there is no constant, when lam is larger than the scale allows, and when keys are not on the
        one sphere of all normalised keys and no spare coordinate is left.
        """
        with precision(max(128, stored.working_precision())):
            lam, d, used = ball(stored.lam), stored.d, stored.d + (constant is not None)
            if used > self.head_dim:
                raise InputError(f"head_dim is {self.head_dim}: queries need {used} coordinates")
            gains = [arb(a) * arb(b) for a, b in zip(self.query_gain.tolist(), self.key_gain.tolist(), strict=True)]
            if any(g == 0 for g in gains[:used]):
                raise InputError(
                    f"the first {used} gains must not be 0: those coordinates of queries would not be seen"
                )
            bias = stored.exact_bias()
            shift = (maximum(bias) + minimum(bias)) / 2
            if constant is None and not maximum(abs(b - shift) for b in bias) < arb(2) ** -60:
                raise InputError(
                    "the biases differ: give queries a constant coordinate, or take nodes of equal weights"
                )
            if not (length > 0 and np.isfinite(length) and (constant is None or (constant and np.isfinite(constant)))):
                raise InputError(f"length {length} must be > 0 and finite, the constant {constant} not 0")
            whole = (arb(length) ** 2 + arb(constant or 0) ** 2).sqrt()
            wanted = [[lam * c for c in key] for key in stored.exact_keys()]
            if constant is not None:
                wanted = [[*key, (b - shift) * length / arb(constant)] for key, b in zip(wanted, bias, strict=True)]
            rows = self._keys(wanted, gains, whole, arb(length))
            keys = np.array([[float(c.mid()) for c in row] for row in rows])
            moved = arb(0)
            for key, goal in zip(keys.tolist(), wanted, strict=True):
                found = self.seen(whole, [arb(c) for c in key])[:used]
                off = [c * arb(length) / whole - g for c, g in zip(found, goal, strict=True)]
                last = abs(off[d] * arb(constant) / arb(length)) if constant is not None else arb(0)
                moved = moved.max(sum((c * c for c in off[:d]), arb(0)).nonnegative_part().sqrt() + last)
            if not moved.is_finite():
                raise InputError("a key is 0 or has no finite size: it cannot be normalised")
            values = np.array([[float(c.mid()) for c in row] for row in stored.exact_values()])
            return NormedPrefix(keys, values, upper(moved))

    def _keys(self, wanted: list[list[arb]], gains: list[arb], whole: arb, length: arb) -> list[list[arb]]:
        """Keys whose normalised product with a query (l x, c, ...) of length ``whole`` is <``wanted``, (x, c/l)>."""
        d, used = self.head_dim, len(wanted[0])
        reach = ball(self.scale) * d * self.radius(whole) * length / whole
        unit = [[c / (reach * g) for c, g in zip(row, gains[:used], strict=True)] for row in wanted]
        sizes = [sum((c * c for c in row), arb(0)).sqrt() for row in unit]
        largest = maximum(sizes)
        # Keys of length sqrt(d): their own radius factor is nearly 1.
        own = self.radius(arb(d).sqrt())
        if used < d:
            if not largest <= own:
                raise InputError(
                    f"lam is {upper_decimal(largest / own, 4)} times as large as the scale allows: raise the scale or "
                    "the gains, or build with a smaller lam"
                )
            rest = [((own * own - s * s) / (own * own)).nonnegative_part().sqrt() for s in sizes]
            padding = [arb(0)] * (d - used - 1)
            root = arb(d).sqrt()
            return [[*(root * c / own for c in row), root * r, *padding] for row, r in zip(unit, rest, strict=True)]
        if self.epsilon > 0 and largest < 1:
            # rho(|k|) = s for |k|^2 = d e0 s^2/(1 - s^2): the epsilon makes short keys.
            scales = [(d * ball(self.epsilon) / (1 - s * s)).sqrt() for s in sizes]
            return [[t * c for c in row] for t, row in zip(scales, unit, strict=True)]
        if largest < 1 + arb(2) ** -40 and minimum(sizes) > 1 - arb(2) ** -40:
            return unit
        low, high = lower_decimal(minimum(sizes), 6), upper_decimal(largest, 6)
        raise InputError(
            f"normalised keys lie on one sphere, these need lengths from {low} to {high} of its radius: "
            f"choose a head with a spare coordinate (head_dim > {used})"
        )
