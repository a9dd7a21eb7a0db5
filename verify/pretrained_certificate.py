"""The certificate of a prefix for a pretrained model: what is claimed, how it is read and written.

A directory holds the core head with its own certificate (``prefix.safetensors``, ``certificate.json``), the prefix in
the model's coordinates (``model_prefix.safetensors``) and the claims below (``pretrained.json``).  This module imports
nothing that makes certificates.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from verify.certificate import CertificateError, rational, read_regular_file, strict_json
from verify.certificate_numbers import Real
from verify.pretrained_weights import parse_weights

__all__ = [
    "CLAIMS_FILE",
    "MODEL_PREFIX_FILE",
    "Claims",
    "encode_claims",
    "model_prefix_bytes",
    "read_claims",
    "read_model_prefix",
    "read_prefix_file",
]

CLAIMS_FILE = "pretrained.json"
MODEL_PREFIX_FILE = "model_prefix.safetensors"
_MAX_CLAIMS_BYTES = 1 << 16
_MAX_PREFIX_BYTES = 1 << 28
_TENSORS = {"keys": 2, "values": 2, "anchor": 1, "directions": 2, "readout": 2}

Hash = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z", max_length=64)]
Index = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000)]


class Claims(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """For every x on S^m: the read-out of this head's output at the token e(x) differs from the target by at most
    ``certified_error``, whatever up to ``context`` content tokens stand beside the prefix.

    The token e(x) = anchor + directions x is what the LayerNorm in front of the layer reads (``input`` "norm"), or the
    layer's input itself ("affine"); a content token is any output of that LayerNorm or any e(x').  ``boost`` c is what
    the prefix's logits have more than the core head's; ``core_error`` bounds the core head's error, ``logit_error``
    theta and ``value_error`` the distance of the model's logits (less c) and read-out values from the core head's;
    ``content_score``, ``content_value`` >= any score, read-out value of a content token, ``share`` >= their weight;
    ``max_key``, ``max_value`` >= the lengths of the stored keys and values.
    """

    format: Literal["prefixproof-pretrained/1"] = "prefixproof-pretrained/1"
    source: Annotated[str, msgspec.Meta(max_length=4000)]
    weights_sha256: Hash
    config_sha256: Hash
    layer: Index
    head: Index
    input: Literal["norm", "affine"]
    sphere: Count
    outputs: Count
    tokens: Count
    target: Annotated[str, msgspec.Meta(max_length=25_000)]
    context: Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)]
    boost: Real
    core_error: Real
    logit_error: Real
    value_error: Real
    content_score: Real
    content_value: Real
    share: Real
    max_key: Real
    max_value: Real
    eps: Real
    certified_error: Real
    prefix_sha256: Hash
    producer: Annotated[str, msgspec.Meta(max_length=200)]


def read_claims(path: str | os.PathLike[str]) -> Claims:
    """The claims stored at ``path``; raises `UnusableInput` (no such file) or `CertificateError` (bad content)."""
    return _parse(read_regular_file(path, _MAX_CLAIMS_BYTES))


def _parse(data: bytes) -> Claims:
    try:
        claims = msgspec.convert(strict_json(data), Claims, strict=True)
    except (msgspec.ValidationError, RecursionError) as error:
        raise CertificateError(f"{CLAIMS_FILE}: {str(error)[:300]}") from None
    for field, value in msgspec.structs.asdict(claims).items():
        if field in _REALS:
            rational(value)
    if not claims.source.isprintable() or not claims.producer.isprintable():
        raise CertificateError("source and producer must be printable text")
    return claims


_REALS = {
    "boost", "core_error", "logit_error", "value_error", "content_score", "content_value", "share", "max_key",
    "max_value", "eps", "certified_error",
}  # fmt: skip


def encode_claims(claims: Claims) -> bytes:
    """The bytes of ``pretrained.json``; raises `CertificateError` when they would not be readable again."""
    data = msgspec.json.format(msgspec.json.encode(claims), indent=2) + b"\n"
    if len(data) > _MAX_CLAIMS_BYTES or _parse(data) != claims:
        raise CertificateError("the claims do not survive being written and read")
    return data


def model_prefix_bytes(tensors: dict[str, NDArray[np.float64]]) -> bytes:
    """The bytes of ``model_prefix.safetensors``: keys [N, d_h], values [N, d_h], anchor [n_e], directions [n_e, m+1],
    readout [q, n], float64."""
    from safetensors.numpy import save

    return save({name: np.ascontiguousarray(tensors[name], dtype="<f8") for name in _TENSORS})


def read_model_prefix(data: bytes) -> dict[str, NDArray[Any]]:
    """The tensors of ``model_prefix.safetensors``; raises `CertificateError` for other names, types, shapes, NaN."""
    found = parse_weights(data)
    if set(found) != set(_TENSORS):
        raise CertificateError(f"{MODEL_PREFIX_FILE}: the tensors must be {', '.join(_TENSORS)}")
    for name, rank in _TENSORS.items():
        array = found[name]
        if array.dtype != np.dtype("<f8") or array.ndim != rank or not array.size or not np.isfinite(array).all():
            raise CertificateError(f"{MODEL_PREFIX_FILE}: {name} must be finite float64 with {rank} dimensions")
    if found["keys"].shape != found["values"].shape or len(found["anchor"]) != len(found["directions"]):
        raise CertificateError(f"{MODEL_PREFIX_FILE}: the shapes do not fit each other")
    return found


def read_prefix_file(directory: Path) -> bytes:
    """The bytes of the model prefix in a directory; raises `UnusableInput`, `CertificateError`."""
    return read_regular_file(directory / MODEL_PREFIX_FILE, _MAX_PREFIX_BYTES)
