"""The certificate of a sequence model: what is claimed, how it is written and read.

A directory holds ``weights.safetensors`` (fixed), ``prefix.safetensors`` (keys and values per layer) and
``certificate.json``.  This module imports nothing that builds; `verify.sequence_checker` believes none of the numbers.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from verify.certificate import CertificateError, rational, read_regular_file, strict_json, write_atomically

__all__ = [
    "CERTIFICATE_FILE",
    "PREFIX_FILE",
    "WEIGHTS_FILE",
    "SequenceCertificate",
    "read_sequence_certificate",
    "required_assumptions",
    "write_sequence_certificate",
]

FORMAT = "prefixproof-sequence/1"
CERTIFICATE_FILE = "certificate.json"
PREFIX_FILE = "prefix.safetensors"
WEIGHTS_FILE = "weights.safetensors"
MAX_BYTES = 1 << 20

Real = Annotated[str, msgspec.Meta(max_length=5000)]
Size = Annotated[int, msgspec.Meta(ge=1, le=64)]
Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000)]
Hash = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z", max_length=64)]
Text = Annotated[str, msgspec.Meta(max_length=25_000)]


class SequenceCertificate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The transformer with these weights and prefixes is within ``certified_error`` of ``target`` on [0,1]^n.

    n = ``length`` times ``features``; maximum norm; real arithmetic with the stored numbers.  In mode "lp" the bound
    holds off a set of measure at most ``bad_measure`` ("0" in the other modes: everywhere).  ``levels`` K per feature,
    ``lipschitz`` the constant of the target in the maximum norm ("0" where none is needed).  ``margin``: of lp and of
    direct, the width eta of what lies between two cells; of a polynomial map on a lattice, its sharpness lam.
    """

    format: Literal["prefixproof-sequence/1"] = "prefixproof-sequence/1"
    mode: Literal["sup", "lp", "direct"]
    variant: Literal["cells", "polynomial"] = "cells"
    length: Size
    features: Size
    task: Annotated[str, msgspec.Meta(max_length=200)]
    target: Text
    target_kind: Literal["expression", "callable", "discontinuous"]
    lipschitz: Real
    lipschitz_status: Literal["certified", "given", "none"]
    levels: Count
    margin: Real
    eps: Real
    certified_error: Real
    bad_measure: Real
    attention_layers: Count
    tokens: Count
    weights_sha256: Hash
    prefix_sha256: Hash
    assumptions: Annotated[tuple[Text, ...], msgspec.Meta(max_length=20)] = ()
    producer: Annotated[str, msgspec.Meta(max_length=200)]


def required_assumptions(certificate: SequenceCertificate) -> tuple[str, ...]:
    """The sentences that the certificate must list because nobody proves them."""
    sentences = []
    if certificate.lipschitz_status == "given":
        L = certificate.lipschitz
        sentences.append(f"the target is Lipschitz with constant {L} in the maximum norm (vouched for, not proved)")
    if certificate.target_kind == "callable":
        sentences.append("the values are the target's at the centres of the cells (computed by user code, not proved)")
    return tuple(sentences)


def read_sequence_certificate(directory: Path) -> SequenceCertificate:
    """The certificate in a directory; raises `UnusableInput` (no file) or `CertificateError` (bad content)."""
    found = strict_json(read_regular_file(directory / CERTIFICATE_FILE, MAX_BYTES))
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise CertificateError(f"the certificate is not of format {FORMAT!r}")
    try:
        certificate = msgspec.convert(found, SequenceCertificate, strict=True)
    except (msgspec.ValidationError, RecursionError) as error:
        raise CertificateError(f"not a sequence certificate: {str(error)[:300]}") from None
    for name in ("lipschitz", "margin", "eps", "certified_error", "bad_measure"):
        rational(getattr(certificate, name))
    if not all(line.isprintable() for line in (*certificate.assumptions, certificate.producer, certificate.task)):
        raise CertificateError("task, assumptions and producer must be printable text")
    return certificate


def write_sequence_certificate(directory: Path, certificate: SequenceCertificate) -> None:
    """Write ``certificate.json`` atomically."""
    write_atomically(
        directory / CERTIFICATE_FILE, msgspec.json.format(msgspec.json.encode(certificate), indent=2) + b"\n"
    )
