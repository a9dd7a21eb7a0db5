"""Maps that act on every position by itself: one prefix for all positions (theory J, J', J'').

A map that is the same everywhere needs nothing new: the head of `constructions.head` serves every position.  Maps f_t
that depend on the position: the tokens of all f_t together, logits lam_t <x,k> + b + mu <c_s,c_t> at position s, with a
code c_t of the positions.  What the other positions do to A_s is bounded, and undone exactly where all f_t have one set
of nodes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from flint import arb, fmpq

from constructions.context import least_weight
from constructions.prefix import Floats, StoredPrefix, split
from theory.balls import ball, length, maximum
from theory.errors import InputError

__all__ = ["ElementwiseHead", "corrected"]


@dataclass(frozen=True, eq=False)
class ElementwiseHead:
    """One head for the maps f_t of T positions, f_t the head of ``parts[t]``; ``gain`` mu of the code.

    ``codes`` [T, p] are the codes c_t, None for orthonormal ones; ``context`` visible tokens have score and value 0.
    Raises `InputError` for parts on different spheres or with different numbers of outputs, and wrong codes.
    """

    parts: tuple[StoredPrefix, ...]
    gain: fmpq
    codes: Floats | None = None
    context: int = 0

    def __post_init__(self) -> None:
        if not self.parts or {(p.m, p.q) for p in self.parts} != {(self.parts[0].m, self.parts[0].q)}:
            raise InputError("an element-wise head needs prefixes on one sphere with one number of outputs")
        if not self.gain >= 0 or self.context < 0:
            raise InputError(f"gain {self.gain} and context {self.context} must be >= 0")
        if self.codes is not None and (self.codes.ndim != 2 or len(self.codes) != len(self.parts)):
            raise InputError(f"codes have shape [{len(self.parts)}, p]; got {list(self.codes.shape)}")

    @property
    def T(self) -> int:
        """The number of positions."""
        return len(self.parts)

    @property
    def tokens(self) -> int:
        """All tokens."""
        return sum(part.tokens for part in self.parts)

    def _boost(self, s: int, t: int) -> arb:
        """mu <c_s, c_t>."""
        if self.codes is None:
            return ball(self.gain if s == t else fmpq(0))
        product = sum((arb(a) * arb(b) for a, b in zip(self.codes[s], self.codes[t], strict=True)), arb(0))
        return ball(self.gain) * product

    def has_common_nodes(self) -> bool:
        """Whether all parts have the same keys, biases and lam, so that theory J holds exactly."""
        first = self.parts[0]
        return all(
            part.lam == first.lam
            and part.components == first.components
            and all(
                np.array_equal(a, b) for a, b in zip((*part.keys, *part.bias), (*first.keys, *first.bias), strict=True)
            )
            for part in self.parts
        )

    def share(self, s: int) -> arb:
        """A bound of the weight that other positions and the context have at position s, over the whole sphere.

        Theory J (common nodes: the sums of weights are equal) or J' with the lower bound of `least_weight`.
        """
        own = self._boost(s, s)
        others = [t for t in range(self.T) if t != s]
        least = _least(self.parts[s])
        if self.has_common_nodes():
            rest = sum(((self._boost(s, t) - own).exp() for t in others), arb(0))
        else:
            rest = sum(((self._boost(s, t) - own).exp() * _most(self.parts[t]) / least for t in others), arb(0))
        rest += self.context * (-own).exp() / least
        return (rest / (1 + rest)).upper()

    def leakage(self, s: int) -> arb:
        """A bound of |A_s(x) - h_s(x)| on the sphere: share times the largest difference of values."""
        largest = [_largest_value(part) for part in self.parts]
        return (self.share(s) * (largest[s] + maximum([*largest, arb(0)]))).upper()

    def enclose(self, s: int, x: Sequence[arb]) -> list[arb]:
        """An enclosure [q] of A_s(x) at the current precision.  Raises `InputError` for a wrong position or point."""
        if not 0 <= s < self.T or len(x) != self.parts[0].d:
            raise InputError(
                f"positions are 0..{self.T - 1}, points have {self.parts[0].d} coordinates; got {s}, {len(x)}"
            )
        below, above = arb(self.context), [arb(0)] * self.parts[0].q
        for t, part in enumerate(self.parts):
            boost, lam = self._boost(s, t), ball(part.lam)
            for key, value, bias in zip(part.exact_keys(), part.exact_values(), part.exact_bias(), strict=True):
                score = lam * sum((a * b for a, b in zip(key, x, strict=True)), arb(0)) + bias + boost
                weight = score.exp()
                below += weight
                above = [a + weight * v for a, v in zip(above, value, strict=True)]
        return [a / below for a in above]

    def tensors(self) -> tuple[Floats, Floats]:
        """Keys [N, m+2+p] for queries (x, 1, c_s), and values [N, q], rounded to float64."""
        codes = np.eye(self.T) if self.codes is None else self.codes
        mu = float(ball(self.gain))
        keys = [
            np.hstack([float(ball(part.lam)) * part.keys[0], part.bias[0][:, None], np.tile(mu * c, (part.tokens, 1))])
            for part, c in zip(self.parts, codes, strict=True)
        ]
        return np.concatenate(keys), np.concatenate([part.values[0] for part in self.parts])


def _least(part: StoredPrefix) -> arb:
    """A lower bound of sum_i e^{lam <x,k_i> + b_i} on the sphere."""
    return least_weight(part.lam, part.exact_keys(), part.exact_bias())


def _most(part: StoredPrefix) -> arb:
    """An upper bound of sum_i e^{lam <x,k_i> + b_i} on the sphere."""
    lam = ball(part.lam)
    return sum(
        ((lam * length(key) + bias).exp() for key, bias in zip(part.exact_keys(), part.exact_bias(), strict=True)),
        arb(0),
    )


def _largest_value(part: StoredPrefix) -> arb:
    return maximum(length(value) for value in part.exact_values())


def corrected(head: ElementwiseHead) -> tuple[ElementwiseHead, arb]:
    """The head with values ((e^mu+T-1) v_s - sum_t v_t)/(e^mu-1), and what rounding them leaves of the leakage.

    Exactly h_s at every position but for that rounding (theory J).  Raises `InputError` unless the nodes are common,
    the codes orthonormal (None), mu > 0, and no context is visible.
    """
    if not head.has_common_nodes() or head.codes is not None or not head.gain > 0 or head.context:
        raise InputError("the correction needs one set of nodes, orthonormal codes, mu > 0 and no visible context")
    gain = ball(head.gain).exp()
    tables = [part.exact_values() for part in head.parts]
    sums = [[sum(column, arb(0)) for column in zip(*rows, strict=True)] for rows in zip(*tables, strict=True)]
    parts, worst = [], arb(0)
    for part, table in zip(head.parts, tables, strict=True):
        ideal = [
            [((gain + head.T - 1) * v - total) / (gain - 1) for v, total in zip(row, totals, strict=True)]
            for row, totals in zip(table, sums, strict=True)
        ]
        flat = split([v for row in ideal for v in row], part.components)
        stored = StoredPrefix(
            m=part.m,
            lam=part.lam,
            keys=part.keys,
            values=tuple(component.reshape(part.tokens, part.q) for component in flat),
            bias=part.bias,
            target=part.target,
        )
        gaps = (
            length([a - b for a, b in zip(row, exact, strict=True)])
            for row, exact in zip(ideal, stored.exact_values(), strict=True)
        )
        worst = maximum([worst, *gaps])
        parts.append(stored)
    return ElementwiseHead(tuple(parts), head.gain), worst.upper()
