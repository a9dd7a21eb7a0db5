"""The fixed transformers: which coordinates of the residual stream mean what, and the matrices that move them.

`constant_depth` is ours (theory K4''): four attention layers for every T.  `per_position` is the paper's: two layers
that compress the sequence to one scalar, then one layer for each position.  `wide` gathers the sequence in one vector
(theory K6): two layers.  No matrix depends on the map, the error or the prefixes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from constructions.sequence.transformer import Floats, Layer, Transformer
from theory.errors import InputError

__all__ = ["GATHER_GAIN", "LAYOUTS", "layout_of"]

GATHER_GAIN = 128.0
"""Score of the position that a gathering head of `wide` reads; the others have score 0."""

MAX_FEATURES = 64
"""Most features n = T F of a sequence."""


class _Stream:
    """Names for the coordinates of the stream: name -> indices."""

    def __init__(self, **sizes: int) -> None:
        self.at: dict[str, list[int]] = {}
        self.width = 0
        for name, size in sizes.items():
            self.at[name] = list(range(self.width, self.width + size))
            self.width += size

    def read(self, heads: Sequence[Sequence[int]]) -> Floats:
        """Matrices [H, D, k] that copy these coordinates."""
        out = np.zeros((len(heads), self.width, len(heads[0])))
        for h, chosen in enumerate(heads):
            out[h, chosen, range(len(chosen))] = 1.0
        return out

    def write(self, heads: Sequence[Sequence[int]], factor: float = 1.0) -> Floats:
        """Matrices [H, v, D] that add a head's output to these coordinates."""
        return factor * np.swapaxes(self.read(heads), 1, 2)

    def layer(
        self, reads: Sequence[Sequence[int]], writes: Sequence[Sequence[int]], norm: tuple[int, int] | None = None
    ) -> Layer:
        """A layer whose heads see prefixes only: content positions have keys and values 0."""
        query = self.read(reads)
        out = self.write(writes)
        zeros = np.zeros((len(out), self.width, out.shape[1]))
        return Layer(query, np.zeros_like(query), zeros, out, norm)

    def mean(self, source: Sequence[int], goal: Sequence[int], factor: float) -> Layer:
        """A layer of uniform attention: the mean over the positions, times a factor."""
        zeros = np.zeros((1, self.width, 1))
        return Layer(zeros, zeros, self.read([source]), self.write([goal], factor))

    def inputs(self, T: int, F: int) -> tuple[Floats, Floats]:
        """The embedding x -> coordinates ``x``, and the position code in ``e`` with the constant ``one``."""
        embed = np.zeros((F, self.width))
        embed[range(F), self.at["x"]] = 1.0
        positions = np.zeros((T, self.width))
        positions[:, self.at["one"]] = 1.0
        positions[range(T), self.at["e"]] = 1.0
        return embed, positions


def constant_depth(T: int, F: int) -> Transformer:
    """Four attention layers: staircases, uniform sums, n+1 outer heads, division by RMS normalisation and a decode."""
    n = T * F
    Q = n + 1
    s = _Stream(x=F, one=1, e=T, r=Q, beta=Q, R=Q, b=Q, num=n, den=1, out=F)
    at = s.at
    sums = [*at["num"], *at["den"]]
    layers = (
        s.layer([[x, *at["one"], *at["e"]] for x in at["x"]], [[*at["r"], *at["beta"]]] * F),
        s.mean([*at["r"], *at["beta"]], [*at["R"], *at["b"]], float(T)),
        s.layer([[R, b, *at["one"]] for R, b in zip(at["R"], at["b"], strict=True)], [sums] * Q),
        s.layer(
            [[*at["num"][p::F], *at["den"], *at["e"]] for p in range(F)],
            [[out] for out in at["out"]],
            (sums[0], sums[-1] + 1),
        ),
    )
    return Transformer("constant_depth", *s.inputs(T, F), layers, s.read([at["out"]])[0])


def per_position(T: int, F: int) -> Transformer:
    """T+2 attention layers: a staircase, its uniform sum (one scalar), and one output layer for each position."""
    s = _Stream(x=F, one=1, e=T, r=1, R=1, out=F)
    at = s.at
    outer = s.layer([[*at["R"], *at["one"], *at["e"]]], [at["out"]])
    layers = (
        s.layer([[x, *at["one"], *at["e"]] for x in at["x"]], [at["r"]] * F),
        s.mean(at["r"], at["R"], float(T)),
        *[outer] * T,
    )
    return Transformer("per_position", *s.inputs(T, F), layers, s.read([at["out"]])[0])


def wide(T: int, F: int) -> Transformer:
    """Two attention layers: T heads gather z = 2x - 1, twice; one head reads one copy as (z, 1) on a sphere, by RMS
    normalisation, and the other as it is.
    """
    n = T * F
    s = _Stream(x=F, e=T, z=n, one=1, flat=n, out=F)
    at = s.at
    embed, positions = s.inputs(T, F)
    positions[:, at["z"]] = positions[:, at["flat"]] = -1.0
    own = [range(t * F, (t + 1) * F) for t in range(T)]
    copies = [s.write([[at[name][i] for i in part] for part in own], 2.0) for name in ("z", "flat")]
    gather = Layer(
        GATHER_GAIN * s.read([at["one"]] * T),
        s.read([[e] for e in at["e"]]),
        s.read([at["x"]] * T),
        copies[0] + copies[1],
    )
    head = s.layer([[*at["z"], *at["one"], *at["flat"], *at["e"]]], [at["out"]], (at["z"][0], at["one"][0] + 1))
    return Transformer("wide", embed, positions, (gather, head), s.read([at["out"]])[0])


LAYOUTS: dict[str, Callable[[int, int], Transformer]] = {
    "sup": constant_depth,
    "lp": per_position,
    "direct": wide,
}
"""Mode -> transformer for T positions with F features each."""


def layout_of(mode: str, T: int, F: int) -> Transformer:
    """The fixed transformer of a mode.  Raises `InputError` for T or F below 1, or too many features."""
    if T < 1 or F < 1 or T * F > MAX_FEATURES:
        raise InputError(f"length and features must be at least 1, their product at most {MAX_FEATURES}; got {T}, {F}")
    return LAYOUTS[mode](T, F)
