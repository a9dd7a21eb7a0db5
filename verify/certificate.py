"""The certificate: what is claimed of a stored prefix, every number that enters the proof, how it is read and written.

A certificate is a small JSON file beside ``prefix.safetensors``.  It is read strictly (no unknown, missing or
duplicated field, no real number outside text, caps on size and depth), because everything in it may be a lie:
``verify.checker`` believes none of its numbers.  This module only says what the claims are; it imports nothing of the
project.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import tempfile
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

import msgspec
from flint import fmpq

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
MAX_DIGITS = 2000
MAX_EXPONENT = 5000
MAX_JSON_DEPTH = 8


class UnusableInput(Exception):
    """A file is missing, unreadable or not a file: there is nothing to judge (exit status 2)."""


class CertificateError(ValueError):
    """The content of a file is not what the format allows (the verdict is INVALID)."""


# --- numbers as text ------------------------------------------------------------------------------------------------

_DECIMAL = r"[0-9]{1,2000}(?:\.[0-9]{1,2000})?(?:[eE][+-]?[0-9]{1,4})?"
_RATIO = r"[0-9]{1,2000}/[0-9]{1,2000}"
_REAL = re.compile(rf"(?:{_DECIMAL}|{_RATIO})", re.ASCII)

Real = Annotated[str, msgspec.Meta(pattern=rf"\A(?:{_DECIMAL}|{_RATIO})\Z", max_length=2 * MAX_DIGITS + 8)]
"""A nonnegative real as text, exact: a decimal ("0.1" is 1/10, "6.4e-7") or a ratio of integers ("1/4")."""
Degree = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000)]
Line = Annotated[str, msgspec.Meta(max_length=25_000)]
Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z", max_length=64)]


def rational(text: str) -> fmpq:
    """The exact value of a `Real`; raises `CertificateError` for any other text (signs, nan, inf, spaces, ...).

    >>> rational("0.1"), rational("6.4e-7"), rational("1/4")
    (1/10, 1/1562500, 1/4)
    """
    if len(text) > 2 * MAX_DIGITS + 8 or _REAL.fullmatch(text) is None:
        raise CertificateError(f"{_shown(text)} is not a nonnegative decimal or ratio such as 0.1, 6.4e-7 or 1/4")
    if "/" in text:
        numerator, denominator = (int(part) for part in text.split("/"))
        if denominator == 0:
            raise CertificateError(f"the ratio {_shown(text)} has denominator 0")
        return fmpq(numerator, denominator)
    digits, _, exponent = text.lower().partition("e")
    whole, _, fraction = digits.partition(".")
    power = int(exponent or "0")
    if abs(power) > MAX_EXPONENT or len(whole) + len(fraction) > MAX_DIGITS:
        raise CertificateError(
            f"{_shown(text)}: at most {MAX_DIGITS} digits and decimal exponents up to {MAX_EXPONENT} are read"
        )
    power -= len(fraction)
    scale = 10 ** abs(power)
    value = int(whole + fraction)
    return fmpq(value * scale) if power >= 0 else fmpq(value, scale)


def _shown(text: str, width: int = 60) -> str:
    """``repr`` of a possibly endless hostile text, cut."""
    return repr(text if len(text) <= width else text[:width] + "...")


_REAL_NUMBERS = {
    "truncation", "sup_norm", "norm_defect", "key_error", "bias_error", "value_error",
    "lipschitz", "covering_radius", "radius", "head_error",
}  # fmt: skip


# --- the claims -----------------------------------------------------------------------------------------------------


class H2Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="theorem", tag="H2"):
    """The spectral prefix by its Gram form (theory H2), for any nodes p_i = k_i/|k_i|.

    ``degree`` n of the polynomial f_{<=n} that the values are made for; ``cutoff`` K >= n of the Gram sums;
    ``taylor_order`` of the polynomial model (0 for a polynomial target); ``truncation`` >= sup |f - f_{<=n}|;
    ``sup_norm`` >= sup |f_{<=n}|; ``norm_defect`` >= max ||k_i| - 1|.
    """

    degree: Degree
    cutoff: Degree
    taylor_order: Degree
    truncation: Real
    sup_norm: Real
    norm_defect: Real


class H1Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="theorem", tag="H1"):
    """The spectral prefix on ideal product-Gauss nodes exact to degree ``exactness`` D >= 2n (theory H1).

    ``degree``, ``taylor_order``, ``truncation``, ``sup_norm`` as in `H2Numbers`; with the ideal nodes p_i and weights
    om_i in their fixed order and g = sum_{k<=n} f_k/a_k: ``key_error`` >= max |k_i - p_i|, ``bias_error`` >=
    max |b_i - ln om_i|, ``value_error`` >= max |v_i - g(p_i)|.
    """

    degree: Degree
    exactness: Degree
    nodes: Literal["product_gauss"] = "product_gauss"
    taylor_order: Degree
    truncation: Real
    sup_norm: Real
    key_error: Real
    bias_error: Real
    value_error: Real


class H3Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="theorem", tag="H3"):
    """The Jackson prefix on product-Gauss nodes exact to degree ``exactness`` D >= max(2k+1, 4k) (theory H3).

    ``kernel`` k: the values are those of the polynomial f_k = sum_j om_j f(p_j) Q_k(<x,p_j>) of degree 2k;
    ``lipschitz`` L of the target and how it is known; ``sup_norm`` >= max |f(p_j)|; the three errors as in `H1Numbers`.
    """

    kernel: Degree
    exactness: Degree
    lipschitz: Real
    lipschitz_status: Literal["exact", "certified", "given"]
    sup_norm: Real
    key_error: Real
    bias_error: Real
    value_error: Real


class H6Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="theorem", tag="H6"):
    """Any prefix, by its values on a mesh of ``steps`` latitudes (theory H6).

    ``degree``, ``taylor_order``, ``truncation``, ``sup_norm`` as in `H2Numbers`; exponentials count as polynomials of
    degree ``cutoff`` K; ``head_error`` >= sup |head - f_{<=n}|.
    """

    degree: Degree
    taylor_order: Degree
    truncation: Real
    sup_norm: Real
    cutoff: Degree
    steps: Count
    head_error: Real


class F1Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="theorem", tag="F1"):
    """The local prefix (theory F1).

    ``lipschitz`` L of the target in the geodesic distance and how it is known; ``covering_radius`` delta in radians of
    p_i = k_i/|k_i| and what proves it ("trivial": delta = pi, any upper decimal of pi); ``radius`` r > delta;
    ``norm_defect`` >= max ||k_i| - 1|; ``value_error`` >= max |v_i - f(p_i)|.
    """

    lipschitz: Real
    lipschitz_status: Literal["exact", "certified", "given"]
    covering: Literal["facets", "signed_orbits", "trivial"]
    covering_radius: Real
    radius: Real
    norm_defect: Real
    value_error: Real


Theorem = Literal["H2", "H1", "F1", "H3", "H6"]
Numbers = H2Numbers | H1Numbers | F1Numbers | H3Numbers | H6Numbers


def theorem_of(numbers: Numbers) -> Theorem:
    """The label of the theorem that speaks of these numbers."""
    tag: Theorem = numbers.__struct_config__.tag  # type: ignore[assignment]
    return tag


class ContextNumbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Visible context tokens of score 0 and value 0 (theory I3, I4): any number up to ``tokens``, under any mask.

    ``boost``: what was added to every bias (theorem H1 subtracts it again); ``share`` >= the largest share of the
    context in the softmax weights.
    """

    tokens: Count
    boost: Real
    share: Real


FormatName = Literal["float64", "float32", "bfloat16", "float16"]


class MeshNumbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the means that rounding errors depend on are bounded from a mesh (theory L, H6).

    ``cutoff`` K and ``steps`` as in `H6Numbers`; ``turn_square`` >= C, the mean of c_i^2; ``scales``: where tangents of
    the square roots of V, C and U touch (any positive numbers will do, good ones make the bound small); ``mean``: at
    least what these tangents make of the rounding error, without the part that is the same everywhere.
    """

    cutoff: Degree
    steps: Count
    turn_square: Real
    scales: tuple[Real, Real, Real]
    mean: Real


class HardwareNumbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What hardware computes from the prefix cast to ``dtype``, at any x of S^m rounded to it, is within ``error`` <=
    ``eps`` of f(x).

    The next five name the formats of the sums of products, of stored logits, of the softmax and of the factors of the
    values; sums of n terms in blocks of ``block`` (null: in any order), ``online`` softmax over so many keys at a time
    (null: the maximum first), exp accurate to ``exp_ulp``.  ``cast_sha256``: of the cast keys, biases and values, as
    float64.  ``lipschitz``: the Lipschitz constant of the target that pays for moving x onto the sphere (null: all
    logits pay for rounding x).  ``mesh``: null when the means are bounded by other numbers.
    """

    dtype: FormatName
    accumulate: FormatName
    logits: FormatName
    softmax: FormatName
    weights: FormatName
    block: Count | None
    online: Count | None
    exp_ulp: Count
    cast_sha256: Sha256
    eps: Real
    error: Real
    lipschitz: Real | None
    mesh: MeshNumbers | None


def _reals_of(hardware: HardwareNumbers) -> list[str]:
    mesh = [] if hardware.mesh is None else [hardware.mesh.turn_square, hardware.mesh.mean, *hardware.mesh.scales]
    return [hardware.eps, hardware.error, *([] if hardware.lipschitz is None else [hardware.lipschitz]), *mesh]


def exp_assumption(softmax: str, exp_ulp: int, *, gradual: bool) -> str:
    """The sentence about hardware that nobody proves; ``gradual``: float16 is among the formats."""
    return (
        f"exp in {softmax} is accurate to {exp_ulp} ulp, the other operations are IEEE 754 to nearest "
        "(results below the normal range may be replaced by 0" + (", except in float16)" if gradual else ")")
    )


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
        made = "the target's at the keys" if isinstance(numbers, F1Numbers) else "made from the target's at the keys"
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
    raise CertificateError(f"a bare JSON number must be an integer, got {_shown(text)}; reals are written as text")


def _integer(text: str) -> int:
    if len(text) > 18:
        _refuse_number(text)
    return int(text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise CertificateError(f"the JSON field {_shown(twice)} occurs twice")
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
        raise CertificateError(f"the format is {_shown(str(found.get('format')))}, this program reads {FORMATS}")
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
        for text in _reals_of(certificate.hardware):
            rational(text)
    numbers = msgspec.structs.asdict(certificate.numbers)
    for text in (certificate.lam, certificate.eps, certificate.certified_error, certificate.max_value):
        rational(text)
    for name in _REAL_NUMBERS & set(numbers):
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
