"""Rigorous evaluation of a stored head at given points: every digit shown is correct."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from flint import arb, arb_mat, fmpq

from theory.balls import ball, exact, precision, upper, upper_decimal
from theory.errors import InputError

if TYPE_CHECKING:
    from constructions.prefix import StoredPrefix
    from verify.certificate import Certificate

__all__ = ["Point", "evaluate_directory", "parse_point", "read_points"]

Point = list[fmpq]
"""An exact point of R^(m+1), as the user gave it."""

_OFF_SPHERE = fmpq(1, 1_000_000)
"""A typed point may be off the sphere by rounding; further off is a mistake of the user."""


def parse_point(text: str) -> Point:
    """The exact point named by ``"0.6,0,0.8"``; raises InputError for anything else."""
    try:
        return [exact(part.strip()) for part in text.split(",")]
    except InputError as error:
        raise InputError(f"--at {text!r}: {error}") from None


def read_points(path: Path) -> list[Point]:
    """The rows of a ``.npy`` array [n, d] of real numbers; raises InputError when it is not one."""
    try:
        array = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise InputError(f"--points {path}: not a readable .npy array ({error})") from None
    if not isinstance(array, np.ndarray) or array.ndim != 2 or array.dtype.kind not in "fiu":
        shape, kind = getattr(array, "shape", None), getattr(array, "dtype", None)
        raise InputError(f"--points {path}: needs a real array of shape [n, m+1], got shape {shape} of {kind}")
    return [[exact(value) for value in row] for row in array.tolist()]


def _on_sphere(point: Point, d: int) -> list[arb]:
    """The point of the sphere in the direction of ``point`` (current precision)."""
    if len(point) != d:
        raise InputError(f"a point of S^{d - 1} has {d} coordinates x0..x{d - 1}, got {len(point)}")
    square = sum((value * value for value in point), fmpq(0))
    if not (1 - _OFF_SPHERE) ** 2 <= square <= (1 + _OFF_SPHERE) ** 2:
        shown = ball(square).sqrt().str(8, radius=False)
        raise InputError(f"a point of the sphere has length 1; this one has length {shown}: divide it by its length")
    norm = ball(square).sqrt()
    return [ball(value) / norm for value in point]


def _digits(value: arb) -> str:
    return value.str(17, radius=False)


def _least_claim(directory: Path, certificate: Certificate) -> str:
    """The error claimed by the theorem's certificate, or by the enclosure of the true error beside it if that is less.

    Only a claim about the same prefix and target counts; `prefixproof check` re-proves whichever is there.
    """
    from verify.certificate import UnusableInput
    from verify.supnorm_format import MAX_CLAIM_BYTES, SUPNORM_FILE, read_bytes, read_claim

    if not (directory / SUPNORM_FILE).is_file():
        return certificate.certified_error
    try:
        claim = read_claim(read_bytes(directory / SUPNORM_FILE, MAX_CLAIM_BYTES))
    except (UnusableInput, ValueError) as error:
        raise InputError(f"{directory / SUPNORM_FILE}: {error}") from None
    same = claim.prefix_sha256 == certificate.prefix_sha256 and claim.target == certificate.target
    if not same or claim.norm != "euclidean":
        return certificate.certified_error
    return min(certificate.certified_error, claim.upper, key=exact)


def _subject(
    directory: Path,
) -> tuple[StoredPrefix, Callable[[Sequence[arb]], Sequence[arb]] | None, str, list[str]]:
    """The prefix at ``directory``, its target (None for a callable), the error claimed and what that assumes."""
    from constructions.prefix import StoredPrefix
    from theory.targets import Target
    from verify.certificate import CERTIFICATE_FILE, PREFIX_FILE, CertificateError, UnusableInput, read_certificate
    from verify.linear_format import LINEAR_FILE

    if (directory / LINEAR_FILE).is_file():
        from verify.linear import read_linear

        built = read_linear(directory)
        W = arb_mat(built.matrix.tolist())
        return built.stored, lambda x: (W * arb_mat([[c] for c in x])).entries(), built.claim.certified_error, []
    try:
        certificate = read_certificate(directory / CERTIFICATE_FILE)
    except (UnusableInput, CertificateError) as error:
        raise InputError(str(error)) from None
    stored = StoredPrefix.load(directory / PREFIX_FILE)
    if (stored.target, stored.m, stored.q) != (certificate.target, certificate.sphere, certificate.outputs):
        raise InputError(f"{directory}: the certificate is about another prefix (target, sphere or outputs differ)")
    target = None
    if certificate.target_kind == "expression":
        target = Target.from_expression(certificate.target, certificate.sphere).enclose
    return stored, target, _least_claim(directory, certificate), list(certificate.assumptions)


def evaluate_directory(directory: Path, points: Sequence[Point]) -> dict[str, Any]:
    """Head, target and a bound for their distance at each point of the sphere.

    ``directory`` is one written by ``build`` or ``linear``.  Points are normalised; one that is off the sphere by more
    than 1e-6, or of another dimension, raises InputError.  Strings are correct to all digits shown; ``difference`` is
    an upper bound (None for a callable target, which is never run here).
    """
    from constructions.head import evaluate
    from constructions.prefix import rational_text

    stored, target, certified, assumptions = _subject(directory)
    rows = []
    with precision(stored.working_precision()):
        for point in points:
            x = _on_sphere(point, stored.d)
            head = evaluate(stored, x)
            row: dict[str, Any] = {
                "point": ",".join(value.str(10, radius=False) for value in x),
                "head": [_digits(value) for value in head],
                "target": None,
                "difference": None,
            }
            if target is not None:
                there = target(x)
                row["target"] = [_digits(value) for value in there]
                gaps = (upper(abs(a - b)) for a, b in zip(head, there, strict=True))
                row["difference"] = upper_decimal(sum((gap * gap for gap in gaps), arb(0)).sqrt(), 3)
            rows.append(row)
    return {
        "rows": rows,
        "certified_error": certified,
        "lam": rational_text(stored.lam),
        "assumptions": assumptions,
    }
