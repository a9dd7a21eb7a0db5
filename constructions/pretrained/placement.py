"""Where the sphere goes in a layer's input, and how a head's output is read.

The query token is e(x) = anchor + directions x, x on S^m: the layer's input, or what the LayerNorm in front of the
layer reads.  With orthogonal directions of equal length, orthogonal to the anchor and to (1, ..., 1), the variance of
e(x) is the same for all x, so behind the LayerNorm the hidden vector is affine in x too.  Directions and read-out are
singular vectors: they decide the conditioning of the keys and of the values.  Everything here is a choice in float64;
what is proved uses the stored numbers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import Literal

import numpy as np

from constructions.prefix import Floats
from constructions.pretrained.model import Head, LayerInput
from theory.errors import InputError

__all__ = ["Kind", "Placement", "content_score", "place", "read_out"]

Kind = Literal["norm", "affine"]

_ANCHOR = 0.5
"""The anchor's share of the length of e(x): it makes the constant part of the query independent of the rest."""


@dataclass(frozen=True, eq=False)
class Placement:
    """e(x) = ``anchor`` [n_e] + ``directions`` [n_e, d] x; ``readout`` C [q, n] after the head.

    ``kind``: "norm" puts e(x) before the LayerNorm in front of the layer, "affine" makes it the layer's input itself
    (mu = anchor, rho B = directions in theory N, n_e = n).  Raises `InputError` for other shapes and for entries that
    are not finite.
    """

    anchor: Floats
    directions: Floats
    readout: Floats
    kind: Kind = "norm"

    def __post_init__(self) -> None:
        shapes = self.anchor.shape, self.directions.shape, self.readout.shape
        if [len(shape) for shape in shapes] != [1, 2, 2] or len(self.directions) != len(self.anchor):
            raise InputError(f"anchor [n_e], directions [n_e, m+1] and readout [q, n] have the shapes {shapes}")
        for name in ("anchor", "directions", "readout"):
            if not np.isfinite(getattr(self, name)).all():
                raise InputError(f"{name}: every number must be finite")

    @property
    def d(self) -> int:
        """The dimension m+1 of the space around the sphere."""
        return int(self.directions.shape[1])

    def embed(self, x: Floats) -> Floats:
        """e(x) [., n_e] for points ``x`` [., d], in float64."""
        result: Floats = self.anchor + x @ self.directions.T
        return result

    def hidden(self, source: LayerInput, x: Floats) -> Floats:
        """The layer's input h(x) [., n] for points ``x`` [., d], in float64."""
        e = self.embed(x)
        return e if self.kind == "affine" else source(e)


def _centred(head_map: Floats, source: LayerInput) -> tuple[Floats, Floats]:
    """The head's linear map after the LayerNorm as a function of the normalised vector: matrix [., n_e], constant."""
    matrix, constant = head_map, np.zeros(len(head_map))
    if source.mapping is not None:
        constant = matrix @ source.mapping.bias
        matrix = matrix @ source.mapping.weight
    constant = constant + matrix @ source.norm.bias
    matrix = matrix * source.norm.weight
    return matrix - matrix.mean(axis=1, keepdims=True), constant


def content_score(head: Head, source: LayerInput, placement: Placement) -> float:
    """About the largest score that any token may have at any query e(x): by norms, not proved."""
    n = len(source.norm.weight)
    K, k0 = _centred(head.key.weight, source)
    k0 = k0 + head.key.bias
    Q, q0, r = head.query.weight, np.zeros(head.width), 1.0
    if placement.kind == "norm":
        Q, q0 = _centred(head.query.weight, source)
        square = placement.anchor @ placement.anchor + (placement.directions**2).sum() / placement.d
        r = math.sqrt(n / square)
    M, b = r * Q @ placement.directions, head.query.bias + q0 + r * Q @ placement.anchor
    varying = math.sqrt(n) * (np.linalg.norm(M.T @ K, 2) + np.linalg.norm(b @ K)) + np.linalg.norm(M.T @ k0)
    return float((varying + b @ k0) / math.sqrt(head.width))


def place(head: Head, source: LayerInput, m: int, outputs: int, kind: Kind = "norm") -> Placement:
    """The placement of S^m for a head, with ``outputs`` coordinates read: singular vectors with small content scores.

    Raises `InputError` when the head is too narrow: logits of any height need rank [M b] = m+2 <= d_h (theory N).
    """
    if m < 1 or outputs < 1:
        raise InputError(f"the sphere S^m needs m >= 1 and at least one output, got m = {m}, {outputs} outputs")
    affine = kind == "affine"
    n, d = head.query.weight.shape[1] if affine else len(source.norm.weight), m + 1
    widest = min(head.width, n if affine else n - 1) - 2
    if m > widest:
        raise InputError(
            f"--sphere {m} does not fit: a head of width {head.width} realises all logits lam <x,p> + beta only if "
            f"rank [M b] = m+2 <= {widest + 2} (theory N): at most S^{widest}"
        )
    Q = head.query.weight if affine else _centred(head.query.weight, source)[0]
    vectors = np.linalg.svd(Q)[2][: head.width]
    vectors *= np.sign(vectors[np.arange(len(vectors)), np.abs(vectors).argmax(axis=1)])[:, np.newaxis]
    readout = read_out(head, outputs)
    slack = head.width - d - 1
    size = math.sqrt(n)
    best: tuple[float, Placement] | None = None
    for first, last, sign in product(sorted({0, slack // 2, slack}), (False, True), (1.0, -1.0)):
        window = vectors[first : first + d + 1]
        anchor, rest = (window[-1], window[:-1]) if last else (window[0], window[1:])
        directions = math.sqrt(1 - _ANCHOR**2) * size * rest.T
        found = Placement(sign * _ANCHOR * size * anchor, np.ascontiguousarray(directions), readout, kind)
        score = content_score(head, source, found)
        if best is None or score < best[0]:
            best = score, found
    if best is None or not math.isfinite(best[0]):
        raise InputError("the scores of this head are not finite: its weights are unusable")
    return best[1]


def read_out(head: Head, outputs: int) -> Floats:
    """C [q, n]: the leading left singular vectors of the head's W_O.  Raises `InputError` for more than d_h outputs."""
    if outputs > head.width:
        raise InputError(f"{outputs} outputs do not fit: a head of width {head.width} reads out at most {head.width}")
    left = np.linalg.svd(head.output, full_matrices=False)[0][:, :outputs].T
    left = left * np.sign(left[np.arange(outputs), np.abs(left).argmax(axis=1)])[:, np.newaxis]
    return np.ascontiguousarray(left)
