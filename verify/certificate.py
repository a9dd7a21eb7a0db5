"""The certificate: what is claimed of a stored prefix, every number that enters the proof, how it is read and written.

A certificate is a small JSON file beside ``prefix.safetensors``.  It is read strictly (no unknown, missing or
duplicated field, no real number outside text, caps on size and depth), because everything in it may be a lie:
``verify.checker`` believes none of its numbers.  This module only says what the claims are; of the project it imports
`verify.certificate_numbers` alone, which lists what every theorem needs.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

import msgspec

from verify.certificate_numbers import (
    REAL_NUMBERS,
    CertificateError,
    ContextNumbers,
    Count,
    F1Numbers,
    FormatName,
    H1Numbers,
    H2Numbers,
    H3Numbers,
    H6Numbers,
    HardwareNumbers,
    Line,
    MeshNumbers,
    Numbers,
    Real,
    Sha256,
    Theorem,
    exp_assumption,
    quoted,
    rational,
    reals_of,
    theorem_of,
)

__all__ = [
    "CERTIFICATE_FILE",
    "FORMATS",
    "PREFIX_FILE",
    "Certificate",
    "CertificateError",
    "ContextNumbers",
    "F1Numbers",
    "FormatName",
    "H1Numbers",
    "H2Numbers",
    "H3Numbers",
    "H6Numbers",
    "HardwareNumbers",
    "MeshNumbers",
    "Numbers",
    "UnusableInput",
    "exp_assumption",
    "parse_certificate",
    "printable",
    "rational",
    "read_certificate",
    "read_regular_file",
    "required_assumptions",
    "sha256_hex",
    "strict_json",
    "theorem_of",
    "write_atomically",
    "write_certificate",
]

FORMATS = ("prefixproof-certificate/1", "prefixproof-certificate/2", "prefixproof-certificate/3")
"""Version 3 speaks of rounding on hardware, with or without context tokens; 2 of visible context tokens in real
arithmetic, 1 of the head alone."""
CERTIFICATE_FILE = "certificate.json"
PREFIX_FILE = "prefix.safetensors"

MAX_CERTIFICATE_BYTES = 1 << 20
MAX_JSON_DEPTH = 8


def printable(text: str) -> str:
    """The text cut, without control characters: it may quote a hostile file to a terminal."""
    return "".join(c if c.isprintable() else "?" for c in text[:600])


class UnusableInput(Exception):
    """A file is missing, unreadable or not a file: there is nothing to judge (exit status 2)."""


class Certificate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One certificate: sup over S^m of |head - target| <= ``certified_error`` <= ``eps`` for the prefix with this hash.

    ``sphere`` m, ``outputs`` q, ``tokens`` N; ``max_value`` >= max |v_i|; ``numbers`` what the theorem needs.
    ``assumptions`` are sentences that nobody proves; `required_assumptions` must be among them.  With ``context``
    (format 2) the bound holds for the head with any number of visible context tokens up to ``context.tokens``; with
    ``hardware`` (format 3) that of the evaluated head is claimed as well.
    """

    format: Literal["prefixproof-certificate/1", "prefixproof-certificate/2", "prefixproof-certificate/3"] = (
        "prefixproof-certificate/1"
    )
    sphere: Count
    target: Line
    target_kind: Literal["expression", "callable"]
    outputs: Count
    method: Literal["spectral", "local", "jackson", "minimax", "narrow"]
    theorem: Theorem
    tokens: Count
    lam: Real
    eps: Real
    certified_error: Real
    max_value: Real
    numbers: Numbers
    context: ContextNumbers | msgspec.UnsetType = msgspec.UNSET
    hardware: HardwareNumbers | msgspec.UnsetType = msgspec.UNSET
    prefix_sha256: Sha256
    assumptions: Annotated[tuple[Line, ...], msgspec.Meta(max_length=20)] = ()
    producer: Annotated[str, msgspec.Meta(max_length=200)]


_METHODS = {
    "H1": ("spectral",),
    "H2": ("spectral", "minimax"),
    "F1": ("local",),
    "H3": ("jackson",),
    "H6": ("spectral", "minimax", "narrow"),
}
"""The constructions that each theorem speaks of."""


def required_assumptions(certificate: Certificate) -> tuple[str, ...]:
    """The sentences that the certificate must list because nobody proves them.

    A Lipschitz constant that the user vouches for, for a callable target (user code, never run by the checker) the
    values as well, and the accuracy of the library's exp.
    """
    numbers = certificate.numbers
    sentences = []
    if certificate.hardware is not msgspec.UNSET:
        how = certificate.hardware
        gradual = "float16" in (how.dtype, how.accumulate, how.logits, how.softmax, how.weights)
        sentences.append(exp_assumption(how.softmax, how.exp_ulp, gradual=gradual))
    if not isinstance(numbers, F1Numbers | H3Numbers):
        return tuple(sentences)
    if numbers.lipschitz_status == "given":
        L = numbers.lipschitz
        sentences.append(
            f"the target is Lipschitz with constant {L} in the geodesic distance (vouched for, not proved)"
        )
    if certificate.target_kind == "callable":
        e = numbers.value_error
        made = "the target's at the keys"
        if isinstance(numbers, H3Numbers):
            made = f"made from the target's at the keys, at most {numbers.sup_norm} long,"
        sentences.append(f"the values are {made} to within {e} (computed by user code, not proved)")
    return tuple(sentences)


# --- reading --------------------------------------------------------------------------------------------------------


def read_regular_file(path: str | os.PathLike[str], limit: int) -> bytes:
    """All bytes of a regular file of at most ``limit`` bytes.  Never blocks on a FIFO or a device.

    Raises `UnusableInput` when there is no readable regular file, `CertificateError` when it is too large to read here.
    """
    shown = os.fspath(path)
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:  # ValueError: an embedded null byte
        raise UnusableInput(f"{shown}: cannot be opened ({getattr(error, 'strerror', None) or error})") from None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise UnusableInput(f"{shown}: is not a regular file")
        if status.st_size > limit:
            size = status.st_size
            raise CertificateError(f"{shown}: too large to check here: {size} bytes, at most {limit} are read")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(limit)
    except OSError as error:
        raise UnusableInput(f"{shown}: cannot be read ({error.strerror})") from None
    finally:
        os.close(handle)


def _refuse_number(text: str) -> NoReturn:
    raise CertificateError(f"a bare JSON number must be an integer, got {quoted(text)}; reals are written as text")


def _integer(text: str) -> int:
    if len(text) > 18:
        _refuse_number(text)
    return int(text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise CertificateError(f"the JSON field {quoted(twice)} occurs twice")
    return found


def _depth(data: Any) -> int:
    """Nesting depth, cut at one more than allowed."""
    layer, depth = [data], 0
    while layer and depth <= MAX_JSON_DEPTH:
        layer = [v for x in layer for v in (x.values() if isinstance(x, dict) else x if isinstance(x, list) else ())]
        depth += 1
    return depth


def strict_json(data: bytes) -> Any:
    """Plain JSON: UTF-8, no duplicated field, integers of at most 18 digits, no floats, nesting of at most 8.

    Raises `CertificateError` for everything else.
    """
    try:
        found = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
        )
    except CertificateError:
        raise
    except (ValueError, RecursionError, MemoryError) as error:
        raise CertificateError(f"not readable as JSON ({str(error)[:100] or type(error).__name__})") from None
    if _depth(found) > MAX_JSON_DEPTH:
        raise CertificateError(f"JSON nested deeper than {MAX_JSON_DEPTH}")
    return found


def parse_certificate(data: bytes) -> Certificate:
    """The certificate in these bytes; raises `CertificateError` that says what is wrong; nothing is verified here."""
    found = strict_json(data)
    if isinstance(found, dict) and found.get("format") not in FORMATS:
        raise CertificateError(f"the format is {quoted(str(found.get('format')))}, this program reads {FORMATS}")
    try:
        certificate = msgspec.convert(found, Certificate, strict=True)
    except (msgspec.ValidationError, RecursionError) as error:
        raise CertificateError(f"not a certificate: {str(error)[:300]}") from None
    if (certificate.format == FORMATS[2]) != (certificate.hardware is not msgspec.UNSET):
        raise CertificateError(f"a certificate has a claim about hardware exactly if its format is {FORMATS[2]!r}")
    if certificate.format != FORMATS[2] and (certificate.format == FORMATS[1]) != (
        certificate.context is not msgspec.UNSET
    ):
        raise CertificateError(f"a certificate of format {FORMATS[1]!r} has a context, one of {FORMATS[0]!r} has none")
    if certificate.context is not msgspec.UNSET:
        rational(certificate.context.boost)
        rational(certificate.context.share)
    if certificate.hardware is not msgspec.UNSET:
        for text in reals_of(certificate.hardware):
            rational(text)
    numbers = msgspec.structs.asdict(certificate.numbers)
    for text in (certificate.lam, certificate.eps, certificate.certified_error, certificate.max_value):
        rational(text)
    for name in REAL_NUMBERS & set(numbers):
        rational(numbers[name])
    if not all(line.isprintable() for line in (*certificate.assumptions, certificate.producer)):
        raise CertificateError("assumptions and producer must be printable text")
    claimed = theorem_of(certificate.numbers)
    if claimed != certificate.theorem:
        raise CertificateError(f"theorem is {certificate.theorem}, but the numbers are those of {claimed}")
    if certificate.method not in _METHODS[claimed]:
        raise CertificateError(f"theorem {claimed} does not prove a {certificate.method} prefix")
    return certificate


def read_certificate(path: str | os.PathLike[str]) -> Certificate:
    """The certificate stored at ``path``; raises `UnusableInput` (no such file) or `CertificateError` (bad content)."""
    return parse_certificate(read_regular_file(path, MAX_CERTIFICATE_BYTES))


# --- writing --------------------------------------------------------------------------------------------------------


def sha256_hex(data: bytes) -> str:
    """The SHA-256 of ``data`` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file, readable by all; an interrupted or failed write leaves the old file and no scratch file.

    Raises OSError as the file system does.
    """
    goal = Path(path)
    handle, name = tempfile.mkstemp(prefix=f".{goal.name}.", dir=goal.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, goal)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_certificate(path: str | os.PathLike[str], certificate: Certificate) -> None:
    """Write ``certificate`` atomically (complete or absent), after reading back what will be written.

    Raises `CertificateError` when it would not be readable again, OSError as the file system does.
    """
    data = msgspec.json.format(msgspec.json.encode(certificate), indent=2) + b"\n"
    if parse_certificate(data) != certificate or len(data) > MAX_CERTIFICATE_BYTES:
        raise CertificateError("the certificate does not survive being written and read")
    write_atomically(path, data)
