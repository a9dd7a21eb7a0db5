"""The independent checker of prefixes for pretrained models: files -> VALID or INVALID.

In this order: the weight file and the configuration have the stored hashes; the core head's certificate is re-proved by
`verify.checker`; the query of the token e(x), the effective keys and the read-out values of the stored prefix, and the
largest score and value that any content token can have are computed from the weights in balls; then

    |out - f| <= core_error + value_error + diam(y) tanh(theta/2) + share (max |Y| + content_value).

Nothing in the files is believed and nothing that builds prefixes is imported.  Shared with the builder: the reader of
weight files (`verify.pretrained_weights`), where models are (`verify.pretrained_places`), the format of the claims.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from flint import arb, arb_mat, fmpq
from numpy.typing import NDArray

from verify.certificate import (
    CERTIFICATE_FILE,
    PREFIX_FILE,
    CertificateError,
    UnusableInput,
    printable,
    rational,
    read_regular_file,
    sha256_hex,
)
from verify.checker import check_files
from verify.checker.balls import Refused, decimal_up, demand, diameter, dot, largest, length, precision
from verify.checker.stored_head import StoredHead, read_prefix, rows
from verify.pretrained_certificate import (
    CLAIMS_FILE,
    MODEL_PREFIX_FILE,
    Claims,
    read_claims,
    read_model_prefix,
    read_prefix_file,
)
from verify.pretrained_places import locate
from verify.pretrained_weights import Tensors, read_weights

__all__ = [
    "Deviation",
    "HeadMaps",
    "PretrainedResult",
    "check_pretrained",
    "content_bounds",
    "deviation",
    "head_maps",
    "least_weight",
]

_BITS = 256
_MAX_CONFIG_BYTES = 1 << 20
_MAX_CORE_BYTES = 1 << 25
_MAX_HIDDEN = 20_000


class PretrainedResult(NamedTuple):
    """The verdict; ``certified_error``: the re-proved bound, rounded up (None when INVALID); ``claim`` in one line."""

    valid: bool
    claim: str
    certified_error: str | None
    reason: str
    assumptions: tuple[str, ...] = ()


def check_pretrained(directory: Path, model: str | None = None) -> PretrainedResult:
    """Re-prove the claims in a directory written by ``pretrained build``.

    ``model``: where the weights are, if not where they were.

    Raises `UnusableInput` when a file is missing or the model's package is not installed.
    """
    try:
        claims = read_claims(directory / CLAIMS_FILE)
        data = read_prefix_file(directory)
        if sha256_hex(data) != claims.prefix_sha256:
            raise Refused(f"prefix_sha256 is not the hash of {MODEL_PREFIX_FILE}")
        place = locate(claims.source if model is None else model)
        config_bytes = read_regular_file(place.config, _MAX_CONFIG_BYTES)
        if sha256_hex(config_bytes) != claims.config_sha256:
            raise Refused(f"{place.config} is not the configuration that the certificate speaks of (SHA-256)")
        weights = read_weights(place.weights)
        if weights.sha256 != claims.weights_sha256:
            raise Refused(f"{place.weights} is not the weight file that the certificate speaks of (SHA-256)")
        core_error, head, assumptions = _core(directory, claims)
        with precision(_BITS):
            maps = head_maps(weights.tensors, json.loads(config_bytes), claims.layer, claims.head)
            tensors, boost = read_model_prefix(data), rational(claims.boost)
            found = deviation(maps, head, tensors, boost, claims.context, affine=claims.input == "affine")
            bound = _judge(claims, core_error, found)
    except UnusableInput:
        raise
    except CertificateError as error:
        return PretrainedResult(False, "", None, printable(str(error)))
    except Exception as error:  # hostile numbers may break any library below: whatever is not proved is INVALID
        return PretrainedResult(False, "", None, printable(f"cannot be checked ({type(error).__name__}: {error})"))
    shown = decimal_up(bound)
    if rational(shown) > rational(claims.certified_error):
        shown = claims.certified_error
    claim = (
        f"sup |read-out of head {claims.head} in layer {claims.layer} of {printable(claims.source)} - target|"
        f" <= {shown} on S^{claims.sphere}, with any {claims.context} content tokens or fewer"
    )
    return PretrainedResult(True, claim, shown, "re-proved from the weights", assumptions)


def _core(directory: Path, claims: Claims) -> tuple[fmpq, StoredHead, tuple[str, ...]]:
    """The re-proved error of the core head, its numbers, and what its certificate assumes."""
    verdict = check_files(directory / PREFIX_FILE, directory / CERTIFICATE_FILE)
    if not verdict.valid or verdict.certified_error is None:
        raise Refused(f"the core head is not re-proved: {verdict.reason}")
    if verdict.context:
        raise Refused("the core head must be certified without context tokens: those of the model are its content")
    head = read_prefix(read_regular_file(directory / PREFIX_FILE, _MAX_CORE_BYTES))
    for name, stated, found in (
        ("sphere", claims.sphere, head.m),
        ("tokens", claims.tokens, len(head.bias[0])),
        ("outputs", claims.outputs, head.values[0].shape[1]),
        ("target", claims.target, head.target),
    ):
        if stated != found:
            raise Refused(f"{CLAIMS_FILE} says {name} {str(stated)[:80]!r}, the core head {str(found)[:80]!r}")
    return rational(verdict.certified_error), head, verdict.assumptions


# --- the weights ----------------------------------------------------------------------------------------------------


class HeadMaps(NamedTuple):
    """Query, key and value as functions W u + c of the normalised vector u of the layer's LayerNorm, rows of W centred,
    [d_h, n_e] and [d_h, 1]; ``plain``, ``plain_key``, ``plain_value``: W_Q [d_h, n] and b_Q, and so on; ``output``:
    W_O's columns of the head [n, d_h]; ``eps`` of the LayerNorm."""

    plain: tuple[arb_mat, arb_mat]
    plain_key: tuple[arb_mat, arb_mat]
    plain_value: tuple[arb_mat, arb_mat]
    query: tuple[arb_mat, arb_mat]
    key: tuple[arb_mat, arb_mat]
    value: tuple[arb_mat, arb_mat]
    output: arb_mat
    eps: arb


def head_maps(tensors: Tensors, config: Any, layer: int, head: int) -> HeadMaps:
    """The maps of one head at the current precision.  Raises `CertificateError` for anything but BERT and ALBERT."""
    if not isinstance(config, dict) or config.get("model_type") not in ("bert", "albert"):
        raise Refused("the model is neither BERT nor ALBERT")
    if config.get("position_embedding_type", "absolute") != "absolute":
        raise Refused("the model's positions change the scores of its heads")
    if (config.get("num_hidden_groups", 1), config.get("inner_group_num", 1)) != (1, 1):
        raise Refused("the model has several groups of layers")
    heads, hidden, depth = (_count(config, f) for f in ("num_attention_heads", "hidden_size", "num_hidden_layers"))
    eps: Any = config.get("layer_norm_eps")
    if hidden % heads or hidden > _MAX_HIDDEN or type(eps) not in (float, int) or not 0 <= eps < 1:
        raise Refused("the configuration does not fit the model: hidden_size, heads or layer_norm_eps")
    if layer >= depth or head >= heads:
        raise Refused(f"the model has no layer {layer} or no head {head}")

    def tensor(name: str, *shape: int) -> NDArray[np.float64]:
        for full in (name, f"bert.{name}", f"albert.{name}"):
            if full in tensors:
                found: NDArray[np.float64] = tensors[full].astype(np.float64)
                if (shape and found.shape != shape) or found.size > 10**9 or not np.isfinite(found).all():
                    raise Refused(f"tensor {full} has the shape {found.shape}, or NaN or infinite entries")
                return found
        raise Refused(f"the weight file has no tensor {name}")

    if config["model_type"] == "bert":
        base, between = f"encoder.layer.{layer}.attention", f"encoder.layer.{layer - 1}.output.LayerNorm"
        parts, dense = [f"{base}.self.{name}" for name in ("query", "key", "value")], f"{base}.output.dense"
    else:
        block = "encoder.albert_layer_groups.0.albert_layers.0"
        base, between = f"{block}.attention", f"{block}.full_layer_layer_norm"
        parts, dense = [f"{base}.{name}" for name in ("query", "key", "value")], f"{base}.dense"
    norm = between if layer else "embeddings.LayerNorm"
    scale = tensor(f"{norm}.weight")
    shift = tensor(f"{norm}.bias", len(scale))
    mapped = layer == 0 and config["model_type"] == "albert"
    mapping = _exact(tensor("encoder.embedding_hidden_mapping_in.weight", hidden, len(scale))) if mapped else None
    added = _exact(tensor("encoder.embedding_hidden_mapping_in.bias", hidden)[:, np.newaxis]) if mapped else None
    if not mapped and len(scale) != hidden:
        raise Refused(f"{norm} has {len(scale)} coordinates, not {hidden}")
    rows = slice(head * (hidden // heads), (head + 1) * (hidden // heads))

    def after_norm(name: str) -> tuple[arb_mat, arb_mat]:
        weight = _exact(tensor(f"{name}.weight", hidden, hidden)[rows])
        constant = _exact(tensor(f"{name}.bias", hidden)[rows, np.newaxis])
        if mapping is not None and added is not None:
            constant += weight * added
            weight = weight * mapping
        constant += weight * _exact(shift[:, np.newaxis])
        scaled = [[w * g for w, g in zip(row, scale.tolist(), strict=True)] for row in weight.tolist()]
        means = [sum(row, arb(0)) / len(row) for row in scaled]
        return arb_mat([[w - mean for w in row] for row, mean in zip(scaled, means, strict=True)]), constant

    def plain(name: str) -> tuple[arb_mat, arb_mat]:
        return _exact(tensor(f"{name}.weight")[rows]), _exact(tensor(f"{name}.bias")[rows, np.newaxis])

    output = _exact(tensor(f"{dense}.weight", hidden, hidden)[:, rows])
    query, key, value = map(after_norm, parts)
    return HeadMaps(plain(parts[0]), plain(parts[1]), plain(parts[2]), query, key, value, output, arb(eps))


def _count(config: dict[str, Any], name: str) -> int:
    found = config.get(name)
    if type(found) is not int or found < 1:
        raise Refused(f"the configuration has no {name}")
    return found


def _exact(array: NDArray[np.float64]) -> arb_mat:
    return arb_mat(array.tolist())


# --- the deviation --------------------------------------------------------------------------------------------------


class Deviation(NamedTuple):
    """Bounds of how far the model's head is from the core head: see `verify.pretrained_certificate.Claims`.

    ``total``: what is added to the core head's error.
    """

    logit_error: arb
    value_error: arb
    content_score: arb
    content_value: arb
    share: arb
    max_key: arb
    max_value: arb
    total: arb


def deviation(
    maps: HeadMaps, core: StoredHead, prefix: dict[str, NDArray[Any]], boost: fmpq, context: int, *, affine: bool
) -> Deviation:
    """How far the head with the stored prefix, and up to ``context`` content tokens, is from the core head.

    ``affine``: e(x) is the layer's input itself.  At the current precision.  Raises `CertificateError` when shapes do
    not fit or the variance of e(x) is not certainly positive.
    """
    source = maps.plain if affine else maps.query
    width, n = source[0].nrows(), source[0].ncols()
    N, d, q = len(core.bias[0]), core.m + 1, core.values[0].shape[1]
    hidden = maps.output.nrows()
    shapes = {"keys": (N, width), "values": (N, width), "anchor": (n,), "directions": (n, d), "readout": (q, hidden)}
    for name, shape in shapes.items():
        if prefix[name].shape != shape:
            raise Refused(f"{MODEL_PREFIX_FILE}: {name} has the shape {prefix[name].shape}, not {shape}")
    query = M, swinging, b, drift = _query(maps, prefix, affine=affine)
    root = 1 / arb(width).sqrt()
    stored = _exact(prefix["keys"])
    keys = (stored * M * root).tolist()
    own = [x for (x,) in (stored * swinging * root).tolist()]
    bias = [x for (x,) in (stored * b * root).tolist()]
    lam, c = arb(core.lam), arb(boost)
    core_keys, core_bias, core_values = rows(core.keys), [x for (x,) in rows(core.bias)], rows(core.values)
    theta = largest(
        [
            length([x - lam * y for x, y in zip(key, core_key, strict=True)])
            + abs(beta - core_beta - c)
            + drift * (length(key) + abs(swing))
            for key, core_key, beta, core_beta, swing in zip(keys, core_keys, bias, core_bias, own, strict=True)
        ]
    )
    reading = _exact(prefix["readout"]) * maps.output
    values = (_exact(prefix["values"]) * reading.transpose()).tolist()
    value_error = largest(
        [length([x - y for x, y in zip(u, v, strict=True)]) for u, v in zip(values, core_values, strict=True)]
    )
    total = value_error + diameter(core_values) * (theta / 2).tanh()
    score = size = share = arb(0)
    if context:
        score, size = _content(maps, prefix, query, reading, affine=affine)
        least = least_weight(core) * (c - theta).exp()
        share = 1 / (1 + least / (context * score.exp()))
        total += share * (largest([length(v) for v in values]) + size)
    return Deviation(
        theta,
        value_error,
        score.max(arb(0)),
        size,
        share,
        largest([length(row) for row in stored.tolist()]),
        largest([length(row) for row in _exact(prefix["values"]).tolist()]),
        total,
    )


_Query = tuple[arb_mat, arb_mat, arb_mat, arb]


def _query(maps: HeadMaps, prefix: dict[str, NDArray[Any]], *, affine: bool) -> _Query:
    """M, a, b, delta: the query of e(x) is r (M x + a) + (b - a) with |r - 1| <= delta for every x on the sphere.

    After centring e = a + E x has |e|^2 = |a|^2 + 2 <x, E^T a> + <x, E^T E x>, within ``swing`` of its mean.
    """
    if affine:
        (weight, constant), directions = maps.plain, _exact(prefix["directions"])
        b = weight * _exact(prefix["anchor"][:, np.newaxis]) + constant
        return weight * directions, 0 * b, b, arb(0)
    n, d = prefix["directions"].shape
    columns = [*_exact(prefix["directions"]).transpose().tolist(), *_exact(prefix["anchor"][np.newaxis]).tolist()]
    means = [sum(column, arb(0)) / n for column in columns]
    columns = [[x - mean for x in column] for column, mean in zip(columns, means, strict=True)]
    E, a = columns[:-1], columns[-1]
    gram = (arb_mat(E) * arb_mat(E).transpose()).tolist()
    spread = sum((gram[i][i] for i in range(d)), arb(0)) / d
    middle = dot(a, a) + spread
    swing = 2 * length([dot(e, a) for e in E]) + length(
        [gram[i][j] - (spread if i == j else 0) for i in range(d) for j in range(d)]
    )
    low = (middle - swing) / n + maps.eps
    if not low > 0:
        raise Refused("the variance of the token e(x) is not certainly positive for every x on the sphere")
    v = middle / n + maps.eps
    drift = ((v / low).sqrt() - 1).max(1 - (v / ((middle + swing) / n + maps.eps)).sqrt())
    r = 1 / v.sqrt()
    weight, constant = maps.query
    M = weight * arb_mat(E).transpose() * r
    swinging = weight * arb_mat([[x] for x in a]) * r
    return M, swinging, constant + swinging, drift.max(arb(0))


def content_bounds(maps: HeadMaps, prefix: dict[str, NDArray[Any]], *, affine: bool) -> tuple[arb, arb]:
    """Bounds of the scores and read-out values of content tokens; of ``prefix`` only the placement matters."""
    query, reading = _query(maps, prefix, affine=affine), _exact(prefix["readout"]) * maps.output
    return _content(maps, prefix, query, reading, affine=affine)


_Affine = tuple[arb_mat, arb_mat]


def _content(
    maps: HeadMaps, prefix: dict[str, NDArray[Any]], query: _Query, reading: arb_mat, *, affine: bool
) -> tuple[arb, arb]:
    """Bounds of the scores and read-out values of every content token, that at e(x) and others like it included.

    A LayerNorm makes u with |u|^2 = n_e var/(var + eps) <= n_e; an input a + E x that came out of none is bounded by
    itself.
    """
    radius = arb(maps.key[0].ncols()).sqrt()
    score, size = _token(maps.key, maps.value, radius, query, reading)
    if affine:
        E, a = _exact(prefix["directions"]), _exact(prefix["anchor"][:, np.newaxis])
        (K, k), (V, v) = maps.plain_key, maps.plain_value
        own = _token((K * E, K * a + k), (V * E, V * a + v), arb(1), query, reading)
        score, size = score.max(own[0]), size.max(own[1])
    return score, size


def _token(key: _Affine, value: _Affine, radius: arb, query: _Query, reading: arb_mat) -> tuple[arb, arb]:
    """Bounds of (M x + b).(K u + k)/sqrt(d_h) and |C W_O (V u + v)| for all |x| = 1 and |u| <= ``radius``."""
    (K, k), (V, v) = key, value
    M, swinging, b, drift = query
    linear = _norm(M.transpose() * K) + length((b.transpose() * K).entries())
    constant = length((M.transpose() * k).entries()) + dot(b.entries(), k.entries())
    wobble = drift * (length(M.entries()) + length(swinging.entries()))
    wobble *= radius * length(K.entries()) + length(k.entries())
    score = (radius * linear + constant + wobble) / arb(K.nrows()).sqrt()
    return score, radius * _norm(reading * V) + length((reading * v).entries())


def _norm(matrix: arb_mat, squarings: int = 6) -> arb:
    """At least the operator norm: |A|^2 <= (tr (A A^T)^(2^k))^(2^-k)."""
    gram = matrix * matrix.transpose()
    scale = sum((gram[i, i] for i in range(gram.nrows())), arb(0)).upper()
    if scale == 0:
        return arb(0)
    gram = gram * (1 / scale)
    for _ in range(squarings):
        gram = gram * gram
    trace = sum((gram[i, i] for i in range(gram.nrows())), arb(0)).nonnegative_part()
    return (scale * trace.root(2**squarings)).sqrt()


def least_weight(core: StoredHead) -> arb:
    """At most sum_i e^{lam <x,k_i> + b_i} for every x: W e^{-lam |sum_i om_i k_i|} (theory I4, Jensen)."""
    weights = [b.exp() for (b,) in rows(core.bias)]
    total = sum(weights, arb(0))
    mean = length([dot(weights, column) for column in map(list, zip(*rows(core.keys), strict=True))]) / total
    return (total * (-arb(core.lam) * mean).exp()).lower()


def _judge(claims: Claims, core_error: fmpq, found: Deviation) -> arb:
    """The total, after every claimed number has been compared with the one found."""
    if not core_error <= rational(claims.core_error):
        raise Refused(f"the core head is re-proved to {core_error}, claimed {claims.core_error}")
    for name in Deviation._fields[:-1]:
        demand(getattr(found, name), rational(getattr(claims, name)), name)
    error = rational(claims.certified_error)
    if not error <= rational(claims.eps):
        raise Refused(f"certified_error {claims.certified_error} is larger than eps {claims.eps}")
    total = core_error + found.total
    demand(total, error, "the error bound")
    return total
