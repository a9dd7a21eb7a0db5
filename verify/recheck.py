"""``prefixproof check PATH``: which independent checker judges what lies at PATH.

A directory holds a prefix with the certificate of its construction (`verify.checker`; for a matrix
`verify.checker.linear`), with a sup-norm certificate (`verify.supnorm_checker`), or with both, and then both must hold;
or the prefixes of a sequence model (`verify.sequence_checker`), or the claims for a pretrained model
(`verify.pretrained_checker`).  A file is the proof of an inequality (`verify.proving_checker`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from theory.balls import exact
from theory.errors import InputError
from verify.certificate import UnusableInput

__all__ = ["Answer", "print_answer", "recheck", "recheck_pretrained", "recheck_sequence"]


class Answer(NamedTuple):
    """``claim`` is what was re-proved in one line; ``certified_error`` a decimal string, None for an inequality."""

    valid: bool
    claim: str
    certified_error: str | None
    reason: str
    assumptions: tuple[str, ...]


def print_answer(
    answer: Answer,
    *,
    as_json: bool,
    fields: Sequence[str] = ("valid", "certified_error", "reason", "assumptions"),
) -> int:
    """Print the answer, as one JSON object of ``fields`` or for a reader; the exit status, 0 for VALID and 1 if not."""
    if as_json:
        print(json.dumps({name: getattr(answer, name) for name in fields}))
    elif answer.valid:
        print(f"VALID  {answer.claim}  (re-proved)")
        for line in answer.assumptions:
            print(f"  assuming: {line}")
    else:
        print(f"INVALID  {answer.reason}")
    return 0 if answer.valid else 1


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
        return recheck_pretrained(path)
    if (path / WEIGHTS_FILE).exists():
        return recheck_sequence(path)
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


@contextmanager
def _unusable_is_input() -> Iterator[None]:
    """The checkers raise errors of their own where a file is missing or unreadable."""
    try:
        yield
    except UnusableInput as error:
        raise InputError(str(error)) from None


def _construction(directory: Path) -> Answer:
    from verify.checker import check

    with _unusable_is_input():
        found = check(directory)
    claim = f"sup |head - target| <= {found.certified_error}"
    if found.context:
        claim += f" with up to {found.context} visible context tokens"
    if found.hardware:
        claim += f", and {found.hardware} as hardware evaluates it"
    return Answer(found.valid, claim, found.certified_error, found.reason, tuple(found.assumptions))


def recheck_pretrained(directory: Path, model: str | None = None) -> Answer:
    """Judge a prefix for a pretrained model, whose weights are at ``model`` if not where they were."""
    from verify.pretrained_checker import check_pretrained

    with _unusable_is_input():
        found = check_pretrained(directory, model)
    return Answer(found.valid, found.claim, found.certified_error, found.reason, found.assumptions)


def recheck_sequence(directory: Path) -> Answer:
    """Judge the prefixes of a sequence model."""
    from verify.sequence_checker import check_sequence

    with _unusable_is_input():
        found = check_sequence(directory)
    return Answer(found.valid, found.claim, found.certified_error, found.reason, found.assumptions)


def _linear(directory: Path) -> Answer:
    from verify.checker.linear import check_linear

    with _unusable_is_input():
        found = check_linear(directory)
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
