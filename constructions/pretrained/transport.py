"""A core head  sum e^{lam <x,k_i> + b_i} y_i / sum e^{...}  carried into the coordinates of a given head (theory N).

The query of the placed token is M x + b; keys K_i with M^T K_i = sqrt(d_h) lam k_i and b.K_i = sqrt(d_h) (b_i + c) have
exactly the core head's logits, raised by the boost c; values V_i with C W_O V_i = y_i have its values.  Both of least
length, solved in balls: a Gram matrix that is inverted there is certainly regular, which proves the rank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from flint import arb, arb_mat, fmpq

from constructions.prefix import Floats, StoredPrefix
from constructions.pretrained.model import Head, LayerInput, Linear
from constructions.pretrained.placement import Placement
from theory.balls import ball, precision
from theory.errors import InputError

__all__ = [
    "BITS",
    "Conditioning",
    "ModelPrefix",
    "conditioning",
    "least_solution",
    "query_map",
    "transport",
    "value_map",
]

BITS = 256
"""Bits of the solves: far more than float64 keeps of them."""


@dataclass(frozen=True, eq=False)
class ModelPrefix:
    """What goes into the cache of one head: ``keys`` [N, d_h] and ``values`` [N, d_h], float64, exact data.

    ``placement``: where the sphere is; ``boost``: what was added to all logits, against content tokens.
    """

    keys: Floats
    values: Floats
    placement: Placement
    boost: fmpq


def _matrix(array: Floats) -> arb_mat:
    return arb_mat(array.tolist())


def _column(array: Floats) -> arb_mat:
    return _matrix(array[:, np.newaxis])


def _after_norm(part: Linear, source: LayerInput) -> tuple[arb_mat, arb_mat]:
    """W and b with part(h) = W e' + b, e' the centred and scaled vector inside the LayerNorm."""
    weight, bias = _matrix(part.weight), _column(part.bias)
    if source.mapping is not None:
        bias = weight * _column(source.mapping.bias) + bias
        weight = weight * _matrix(source.mapping.weight)
    bias = weight * _column(source.norm.bias) + bias
    scale = [arb(g) for g in source.norm.weight.tolist()]
    rows = [[w * g for w, g in zip(row, scale, strict=True)] for row in weight.tolist()]
    return arb_mat(rows), bias


def query_map(head: Head, source: LayerInput, placement: Placement) -> arb_mat:
    """[M b], an enclosure [d_h, d+1] at the current precision: the query of the token e(x) is M x + b.

    Behind a LayerNorm: for the mean variance of e(x); `verify.pretrained_checker` bounds how far it depends on x.
    """
    if placement.kind == "affine":
        found = (
            _matrix(head.query.weight) * _matrix(np.column_stack([placement.directions, placement.anchor]))
        ).tolist()
        bias = head.query.bias.tolist()
        return arb_mat([[*row[:-1], row[-1] + b] for row, b in zip(found, bias, strict=True)])
    weight, constant = _after_norm(head.query, source)
    n = len(placement.anchor)
    columns = _matrix(np.column_stack([placement.directions, placement.anchor])).transpose().tolist()
    means = [sum(column, arb(0)) / n for column in columns]
    centred = [[c - mean for c in column] for column, mean in zip(columns, means, strict=True)]
    squares = [sum((c * c for c in column), arb(0)) for column in centred]
    variance = (sum(squares[:-1], arb(0)) / placement.d + squares[-1]) / n
    scaled = (arb_mat(centred) * weight.transpose()) * (1 / (variance + arb(source.norm.eps)).sqrt())
    rows = scaled.tolist()
    rows[-1] = [a + b for a, b in zip(rows[-1], constant.entries(), strict=True)]
    return arb_mat(rows).transpose()


def value_map(head: Head, placement: Placement) -> arb_mat:
    """C W_O, an enclosure [q, d_h] at the current precision."""
    return _matrix(placement.readout) * _matrix(head.output)


def least_solution(rows: arb_mat, data: arb_mat, what: str) -> arb_mat:
    """The solution v = A^T (A A^T)^-1 r of least length of A v = r, for each column r of ``data``.

    Raises `InputError` when the rows of A are not certainly independent: ``what`` says what that means.
    """
    return rows.transpose() * _solved(rows * rows.transpose(), data, what)


def _solved(gram: arb_mat, data: arb_mat, what: str) -> arb_mat:
    try:
        found = gram.solve(data)
    except (ZeroDivisionError, ValueError):
        raise InputError(what) from None
    if not all(entry.is_finite() for entry in found.entries()):
        raise InputError(what)
    return found


@dataclass(frozen=True)
class Conditioning:
    """Enclosures of the extreme singular values of a matrix of certified full rank: smallest >= ``low``, largest <=
    ``high``; their quotient bounds the condition number."""

    low: arb
    high: arb


def conditioning(rows: arb_mat, what: str) -> Conditioning:
    """Bounds of the singular values of a matrix with independent rows; raises `InputError` with ``what`` otherwise."""
    gram = rows * rows.transpose()
    size = gram.nrows()
    unit = arb_mat([[arb(int(i == j)) for j in range(size)] for i in range(size)])
    inverse = _solved(gram, unit, what)
    return Conditioning(1 / _spectral_radius(inverse).sqrt(), _spectral_radius(gram).sqrt())


def _spectral_radius(matrix: arb_mat, squarings: int = 6) -> arb:
    """At least the largest eigenvalue of a symmetric positive matrix: (tr S^(2^k))^(2^-k)."""
    scale = sum((abs(matrix[i, i]) for i in range(matrix.nrows())), arb(0)).upper()
    power = matrix * (1 / scale)
    for _ in range(squarings):
        power = power * power
    trace = sum((power[i, i] for i in range(power.nrows())), arb(0))
    return scale * trace.root(2**squarings)


KEYS_RANK = (
    "the columns of [M b] are not certainly independent (rank m+2 is needed, theory N): this head cannot give every "
    "logit at this placement; choose another head, a smaller sphere or other directions"
)
VALUES_RANK = (
    "the rows of C W_O are not certainly independent (rank q is needed, theory N): this head cannot write every value; "
    "choose another head or read-out"
)


def transport(core: StoredPrefix, head: Head, source: LayerInput, placement: Placement, boost: fmpq) -> ModelPrefix:
    """Keys and values of the given head with the core head's logits, raised by ``boost``, and the core head's values.

    Rounded to float64: how far the head with the rounded numbers is from the core head is proved, not assumed, by
    `verify.pretrained_checker`.  Raises `InputError` when the ranks are too small or a number leaves float64.
    """
    if (core.d, core.q) != (placement.d, len(placement.readout)):
        raise InputError(f"a head on S^{core.m} with {core.q} outputs does not fit a placement of S^{placement.d - 1}")
    with precision(BITS):
        keys, bias, values = core.exact_keys(), core.exact_bias(), core.exact_values()
        root, lam, c = arb(head.width).sqrt(), ball(core.lam), ball(boost)
        logits = [[root * lam * k for k in key] + [root * (b + c)] for key, b in zip(keys, bias, strict=True)]
        found = least_solution(query_map(head, source, placement).transpose(), arb_mat(logits).transpose(), KEYS_RANK)
        written = least_solution(value_map(head, placement), arb_mat(values).transpose(), VALUES_RANK)
        return ModelPrefix(_floats(found.transpose().tolist()), _floats(written.transpose().tolist()), placement, boost)


def _floats(rows: Sequence[Sequence[arb]]) -> Floats:
    array = np.array([[float(value) for value in row] for row in rows], dtype=np.float64)
    if not np.isfinite(array).all():
        raise InputError("a key or value of the prefix is beyond the float64 range; ask for smaller values")
    return array
