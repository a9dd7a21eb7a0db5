"""What a certified prefix does to the whole attention layer: to the residual stream, and behind its LayerNorm.

The values of the prefix are least solutions, so W_O V_i = W y_i for one matrix W = W_O A^T (A A^T)^-1, A = C W_O
(theory N): the head adds W f(x) to the stream, not only in the direction of the read-out.  The other heads get tokens
of value 0 and of a logit that is high for every x, which drown whatever content they see.  For x on the sphere,

    |stream - (h(x) + b_O + W f(x))| <= delta,   |LayerNorm(stream) - LayerNorm(h(x) + b_O + W f(x))| <= after.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from flint import arb, arb_mat, fmpq

from constructions.prefix import Floats
from constructions.pretrained.forward import Cache
from constructions.pretrained.placement import Placement
from constructions.pretrained.transport import BITS, KEYS_RANK, VALUES_RANK, least_solution, query_map, value_map
from theory.balls import ball, length, maximum, precision
from theory.errors import InputError
from theory.targets import Target
from verify.checker.stored_head import StoredHead
from verify.pretrained_build import PretrainedResult
from verify.pretrained_checker import HeadMaps, content_bounds, deviation
from verify.pretrained_models import Loaded

__all__ = ["LayerEffect", "layer_effect"]


@dataclass(frozen=True, eq=False)
class LayerEffect:
    """``cache``: keys and values of all heads [heads, N, d_h]; ``writes`` W [n, q] as floats.

    ``delta`` and ``after`` are the bounds of the module, for any content tokens as in the claims; ``after`` is None if
    the LayerNorm cannot be bounded (the stream may be near a multiple of (1, ..., 1)).
    """

    cache: Cache
    writes: Floats
    delta: arb
    after: arb | None


def layer_effect(loaded: Loaded, result: PretrainedResult, target: Target) -> LayerEffect:
    """The effect of a built prefix on its whole layer.

    Raises `InputError` when the claims leave no room for the token itself (``context`` 0), or another head has no key
    whose logit is the same for every x (rank).
    """
    claims, placement = result.claims, result.prefix.placement
    if claims.context < 1:
        raise InputError("--context 0 leaves no room for the token itself, which a layer always sees; give at least 1")
    if placement.kind == "affine":
        raise InputError("--place affine: e(x) is no output of a LayerNorm, so what it sees of itself is not bounded")
    layer = loaded.model.layer(claims.layer)
    part = layer.attention.head(claims.head)
    shape = (layer.attention.heads, *result.prefix.keys.shape)
    keys, values = np.zeros(shape), np.zeros(shape)
    keys[claims.head], values[claims.head] = result.prefix.keys, result.prefix.values
    with precision(BITS):
        output = arb_mat(part.output.tolist())
        unit = arb_mat([[arb(int(i == j)) for j in range(claims.outputs)] for i in range(claims.outputs)])
        inverse = least_solution(value_map(part, placement), unit, VALUES_RANK)
        writes = output * inverse
        delta = _own_head(loaded, result, output, inverse, writes)
        for other in set(range(layer.attention.heads)) - {claims.head}:
            key, leak = _silent(loaded, claims.layer, other, placement, claims.context, delta / 1000)
            keys[other] = key
            delta += leak
        after = _after_norm(loaded, claims.layer, placement, writes, target, delta)
        floats = np.array([[float(x) for x in row] for row in writes.tolist()])
    return LayerEffect(Cache(keys, values), floats, delta, after)


def _norm(matrix: arb_mat) -> arb:
    """The Frobenius norm, at least the operator norm."""
    return length(matrix.entries())


def _own_head(loaded: Loaded, result: PretrainedResult, output: arb_mat, inverse: arb_mat, writes: arb_mat) -> arb:
    """How far this head's output is from W f(x): the core head's error, logits, values, content."""
    claims, core = result.claims, result.core
    core_values = core.stored.exact_values()
    ideal = arb_mat(core_values) * inverse.transpose()
    off = arb_mat(result.prefix.values.tolist()) - ideal
    value_error = _norm(output) * maximum(_norm(arb_mat([row])) for row in off.tolist())
    largest = ball(core.certificate.max_value)
    size = _norm(writes)
    moved = 2 * largest * (ball(claims.logit_error) / 2).tanh()
    content = _content_size(loaded, claims.layer, claims.head, result.prefix.placement)
    drowned = ball(claims.share) * (size * largest + value_error + content)
    return size * (ball(claims.core_error) + moved) + value_error + drowned


def _content_size(loaded: Loaded, layer: int, head: int, placement: Placement) -> arb:
    """At least |W_O v| for the value v of any content token: the norm of W_O times the size of v."""
    maps = loaded.maps(layer, head)
    _, size = content_bounds(*_whole(maps, placement), affine=placement.kind == "affine")
    return _norm(maps.output) * size


def _whole(maps: HeadMaps, placement: Placement) -> tuple[HeadMaps, dict[str, Floats]]:
    """The head with its values themselves as output, and the placement that reads them."""
    width = maps.value[0].nrows()
    unit = np.eye(width)
    tensors = {"anchor": placement.anchor, "directions": placement.directions, "readout": unit}
    return maps._replace(output=arb_mat(unit.tolist())), tensors


def _silent(
    loaded: Loaded, layer: int, head: int, placement: Placement, context: int, budget: arb
) -> tuple[Floats, arb]:
    """A key with the same high logit at every x (value 0), and a bound of what content can still write there."""
    source, part = loaded.model.layer_input(layer), loaded.model.layer(layer).attention.head(head)
    maps, affine = loaded.maps(layer, head), placement.kind == "affine"
    whole, tensors = _whole(maps, placement)
    score, size = content_bounds(whole, tensors, affine=affine)
    size *= _norm(maps.output)
    excess = (context * size / budget).max(arb(1)).log() + score
    boost = fmpq(max(int((4 * excess).upper().ceil().fmpz()), 0), 4)
    logits = arb_mat([[arb(0)] for _ in range(placement.d)] + [[arb(part.width).sqrt() * ball(boost)]])
    rows = query_map(part, source, placement).transpose()
    key = np.array([[float(x) for x in least_solution(rows, logits, KEYS_RANK).entries()]])
    zeros = np.zeros((1, part.width))
    core = StoredHead(placement.d - 1, fmpq(1), "", [np.zeros((1, placement.d))], [zeros], [np.zeros((1, 1))])
    found = deviation(whole, core, {**tensors, "keys": key, "values": zeros}, boost, context, affine=affine)
    return key, found.share * size


def _after_norm(
    loaded: Loaded, layer: int, placement: Placement, writes: arb_mat, target: Target, delta: arb
) -> arb | None:
    """The bound behind the LayerNorm: u -> u/sqrt(|u|^2/n + eps) moves by at most sqrt(n)/|u| times as much as u."""
    block = loaded.model.layer(layer)
    constant, directions, wobble = _hidden(loaded, layer, placement)
    constant = [c + arb(b) for c, b in zip(constant, block.attention.output.bias.tolist(), strict=True)]
    n = len(constant)
    middle, swing = _square([_centred(column) for column in [*directions, constant]])
    shortest = (middle - swing).nonnegative_part().sqrt() - wobble - _norm(writes) * target.sup_norm.value - delta
    if not shortest > 0:
        return None
    steepest = maximum(abs(arb(g)) for g in block.attention_norm.weight.tolist())
    return steepest * arb(n).sqrt() * delta / shortest


def _hidden(loaded: Loaded, layer: int, placement: Placement) -> tuple[list[arb], list[list[arb]], arb]:
    """h(x) = constant + directions x up to a length ``wobble`` (what the variance of e(x) depends on x)."""
    anchor = [arb(x) for x in placement.anchor.tolist()]
    columns = [[arb(x) for x in column] for column in placement.directions.T.tolist()]
    if placement.kind == "affine":
        return anchor, columns, arb(0)
    source = loaded.model.layer_input(layer)
    anchor, columns = _centred(anchor), [_centred(column) for column in columns]
    n, eps = len(anchor), arb(source.norm.eps)
    middle, swing = _square([*columns, anchor])
    r, fastest, slowest = (1 / (square / n + eps).sqrt() for square in (middle, middle - swing, middle + swing))
    drift = (fastest / r - 1).max(1 - slowest / r)
    scale = [arb(g) * r for g in source.norm.weight.tolist()]
    scaled = [[x * g for x, g in zip(column, scale, strict=True)] for column in [*columns, anchor]]
    shift = [arb(b) for b in source.norm.bias.tolist()]
    size = _norm(arb_mat(scaled))
    if source.mapping is not None:
        weight = arb_mat(source.mapping.weight.tolist())
        rows = (arb_mat([*scaled, shift]) * weight.transpose()).tolist()
        scaled, shift = rows[:-1], [x + arb(b) for x, b in zip(rows[-1], source.mapping.bias.tolist(), strict=True)]
        size = _norm(arb_mat(scaled))
    return [x + y for x, y in zip(scaled[-1], shift, strict=True)], scaled[:-1], drift.max(arb(0)) * 2 * size


def _square(columns: list[list[arb]]) -> tuple[arb, arb]:
    """|a + E x|^2 lies within the second number of the first, for every x on the sphere; ``columns``: those of E, then
    a."""
    gram = (arb_mat(columns) * arb_mat(columns).transpose()).tolist()
    d = len(columns) - 1
    spread = sum((gram[i][i] for i in range(d)), arb(0)) / d
    uneven = [gram[i][j] - (spread if i == j else 0) for i in range(d) for j in range(d)]
    return gram[d][d] + spread, 2 * _norm(arb_mat([gram[d][:d]])) + _norm(arb_mat([uneven]))


def _centred(column: list[arb]) -> list[arb]:
    mean = sum(column, arb(0)) / len(column)
    return [x - mean for x in column]
