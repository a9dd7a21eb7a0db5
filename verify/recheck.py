"""``prefixproof check PATH``: which independent checker judges what lies at PATH.

A directory holds a prefix with the certificate of its construction (`verify.checker`; for a matrix
`verify.checker.linear`), with a sup-norm certificate (`verify.supnorm_checker`), or with both, and then both must hold;
or the prefixes of a sequence model (`verify.sequence_checker`), or the claims for a pretrained model
(`verify.pretrained_checker`).  A file is the proof of an inequality (`verify.proving_checker`).
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from theory.balls import exact
from theory.errors import InputError

__all__ = ["Answer", "recheck"]


class Answer(NamedTuple):
    """``claim`` is what was re-proved in one line; ``certified_error`` a decimal string, None for an inequality."""

    valid: bool
    claim: str
    certified_error: str | None
    reason: str
    assumptions: tuple[str, ...]


def recheck(path: Path) -> Answer:
    """Judge the certificates at ``path``; raises `InputError` when there is nothing to judge."""
    if path.is_file():
        return _proof(path)
    from verify.linear_format import LINEAR_FILE
    from verify.pretrained_certificate import CLAIMS_FILE
    from verify.sequence.certificate import WEIGHTS_FILE
    from verify.supnorm_format import SUPNORM_FILE

    if (path / LINEAR_FILE).exists():
        others = [name for name in ("certificate.json", CLAIMS_FILE, SUPNORM_FILE) if (path / name).exists()]
        return _mixed(LINEAR_FILE, others[0]) if others else _linear(path)
    if (path / CLAIMS_FILE).exists():
        return _pretrained(path)
    if (path / WEIGHTS_FILE).exists():
        return _sequence(path)
    answers = []
    if (path / SUPNORM_FILE).exists():
        answers.append(_supnorm(path))
    if not answers or (path / "certificate.json").exists():
        answers.append(_construction(path))
    refused = next((answer for answer in answers if not answer.valid), None)
    if refused is None and len(answers) == 2 and not _of_one_target(path):
        refused = _mixed(SUPNORM_FILE, "certificate.json")
    return refused or min(answers, key=lambda answer: exact(answer.certified_error or "0"))


def _mixed(first: str, second: str) -> Answer:
    reason = f"{first} and {second} do not speak of one target: keep them in directories of their own"
    return Answer(False, "", None, reason, ())


def _of_one_target(directory: Path) -> bool:
    """Whether the sup-norm certificate is about the target of the certificate (or about no target: mean distances)."""
    from verify.certificate import CERTIFICATE_FILE, read_certificate
    from verify.supnorm_format import MAX_CLAIM_BYTES, SUPNORM_FILE, read_bytes, read_claim

    found = read_claim(read_bytes(directory / SUPNORM_FILE, MAX_CLAIM_BYTES))
    if found.target_kind == "mean_distance":
        return True
    return found.target == read_certificate(directory / CERTIFICATE_FILE).target


def _construction(directory: Path) -> Answer:
    from verify.checker import UnusableInput, check

    try:
        found = check(directory)
    except UnusableInput as error:
        raise InputError(str(error)) from None
    claim = f"sup |head - target| <= {found.certified_error}"
    if found.context:
        claim += f" with up to {found.context} visible context tokens"
    if found.hardware:
        claim += f", and {found.hardware} as hardware evaluates it"
    return Answer(found.valid, claim, found.certified_error, found.reason, tuple(found.assumptions))


def _pretrained(directory: Path) -> Answer:
    from verify.certificate import UnusableInput
    from verify.pretrained_checker import check_pretrained

    try:
        found = check_pretrained(directory)
    except UnusableInput as error:
        raise InputError(str(error)) from None
    return Answer(found.valid, found.claim, found.certified_error, found.reason, found.assumptions)


def _sequence(directory: Path) -> Answer:
    from verify.certificate import UnusableInput
    from verify.sequence_checker import check_sequence

    try:
        found = check_sequence(directory)
    except UnusableInput as error:
        raise InputError(str(error)) from None
    return Answer(found.valid, found.claim, found.certified_error, found.reason, found.assumptions)


def _linear(directory: Path) -> Answer:
    from verify.certificate import UnusableInput
    from verify.checker.linear import check_linear

    try:
        found = check_linear(directory)
    except UnusableInput as error:
        raise InputError(str(error)) from None
    return Answer(found.valid, found.reason, found.certified_error, found.reason, ())


def _supnorm(directory: Path) -> Answer:
    from verify.supnorm_checker import ERROR, check_supnorm

    try:
        found = check_supnorm(directory)
    except OSError as error:
        raise InputError(str(error)) from None
    claim = f"{found.lower} <= {found.quantity} <= {found.upper}"
    bound = found.upper if found.quantity == ERROR else None  # a mean distance is no error
    return Answer(found.valid, claim, bound, found.reason, found.assumptions)


def _proof(file: Path) -> Answer:
    from verify.proving_checker import check_file

    found = check_file(file)
    return Answer(found.valid, found.statement, None, found.reason, found.assumptions)
