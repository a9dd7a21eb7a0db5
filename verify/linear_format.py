"""The certificate of a linear map: what is claimed of a prefix and a matrix, and how both are read and written.

Beside ``prefix.safetensors`` lie ``matrix.safetensors`` (the tensor ``matrix`` [q, d], float64) and ``linear.json``.
Read as strictly as `verify.certificate` reads, for `verify.checker.linear` believes none of it; nothing of the project
but that module is imported.
"""

from __future__ import annotations

import os
from typing import Annotated, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from verify.certificate import (
    CertificateError,
    ContextNumbers,
    rational,
    read_regular_file,
    strict_json,
    write_atomically,
)
from verify.certificate_numbers import Count, Real

__all__ = [
    "LINEAR_FILE",
    "MATRIX_FILE",
    "LinearClaim",
    "parse_claim",
    "parse_matrix",
    "read_claim",
    "write_claim",
]

LINEAR_FILE = "linear.json"
MATRIX_FILE = "matrix.safetensors"
MAX_CLAIM_BYTES = 1 << 16
MAX_HEADER_BYTES = 1 << 10
MAX_NUMBERS = 2_000_000

Hash = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z", max_length=64)]


class LinearClaim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """For the stored head A and the stored matrix W [outputs, sphere + 1]: |A(x) - W x| <= ``certified_error`` for all
    |x| = 1 (``domain`` "sphere") or <= ``certified_error`` |x| for all |x| <= 1 ("ball"), and it is <= ``eps``.

    ``scale`` c: values are near +-c W e_j.  ``norm`` >= |W| (spectral), ``max_value`` >= max |v_i|.  With ``context``
    the same with any number of visible context tokens up to ``context.tokens``.
    """

    format: Literal["prefixproof-linear/1"] = "prefixproof-linear/1"
    domain: Literal["sphere", "ball"]
    sphere: Count
    outputs: Count
    tokens: Count
    lam: Real
    scale: Real
    eps: Real
    certified_error: Real
    norm: Real
    max_value: Real
    context: ContextNumbers | msgspec.UnsetType = msgspec.UNSET
    prefix_sha256: Hash
    matrix_sha256: Hash
    producer: Annotated[str, msgspec.Meta(max_length=200)]


def parse_claim(data: bytes) -> LinearClaim:
    """The claim in these bytes; raises `CertificateError` that says what is wrong; nothing is verified here."""
    try:
        claim = msgspec.convert(strict_json(data), LinearClaim, strict=True)
    except (msgspec.ValidationError, RecursionError) as error:
        raise CertificateError(f"not a certificate of a linear map: {str(error)[:300]}") from None
    for text in (claim.lam, claim.scale, claim.eps, claim.certified_error, claim.norm, claim.max_value):
        rational(text)
    if claim.context is not msgspec.UNSET:
        rational(claim.context.boost)
        rational(claim.context.share)
    if not claim.producer.isprintable():
        raise CertificateError("producer must be printable text")
    return claim


def read_claim(path: str | os.PathLike[str]) -> LinearClaim:
    """The claim stored at ``path``; raises `UnusableInput` (no such file) or `CertificateError` (bad content)."""
    return parse_claim(read_regular_file(path, MAX_CLAIM_BYTES))


def write_claim(path: str | os.PathLike[str], claim: LinearClaim) -> None:
    """Write ``claim`` atomically, after reading back what will be written; raises as `write_atomically`."""
    data = msgspec.json.format(msgspec.json.encode(claim), indent=2) + b"\n"
    if parse_claim(data) != claim:
        raise CertificateError("the certificate does not survive being written and read")
    write_atomically(path, data)


def parse_matrix(data: bytes) -> NDArray[np.float64]:
    """The matrix [q, d] in the bytes of ``matrix.safetensors``; raises `CertificateError` for anything else."""
    size = int.from_bytes(data[:8], "little")
    if len(data) < 8 or size > min(MAX_HEADER_BYTES, len(data) - 8):
        raise CertificateError(f"matrix file: a header of {size} bytes does not fit in {len(data)} bytes")
    header, length = strict_json(data[8 : 8 + size]), len(data) - 8 - size
    entry = header.get("matrix") if isinstance(header, dict) and len(header) == 1 else None
    shape = entry.get("shape") if isinstance(entry, dict) else None
    if not (isinstance(shape, list) and len(shape) == 2 and all(type(n) is int and 1 <= n <= 10**6 for n in shape)):
        raise CertificateError("matrix file: it must hold one tensor, matrix, of shape [q, d]")
    if entry != {"dtype": "F64", "shape": shape, "data_offsets": [0, length]} or length != 8 * shape[0] * shape[1]:
        raise CertificateError("matrix file: a float64 matrix that fills the file is expected")
    if shape[0] * shape[1] > MAX_NUMBERS:
        raise CertificateError(f"matrix file: more than {MAX_NUMBERS} numbers are too many to check here")
    matrix = np.frombuffer(data, "<f8", shape[0] * shape[1], 8 + size).reshape(shape)
    if not np.isfinite(matrix).all():
        raise CertificateError("matrix file: NaN or infinity")
    return matrix
