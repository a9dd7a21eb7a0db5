"""From two files to a verdict: consistency, the theorem's proof at a sufficient precision, the result."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from flint import arb, fmpq
from msgspec import UNSET

from verify.certificate import (
    CERTIFICATE_FILE,
    PREFIX_FILE,
    Certificate,
    CertificateError,
    F1Numbers,
    H3Numbers,
    UnusableInput,
    parse_certificate,
    printable,
    rational,
    read_regular_file,
    required_assumptions,
    sha256_hex,
)
from verify.checker.balls import Refused, Undecided, decimal_up, demand, largest, length, precision
from verify.checker.context import with_context
from verify.checker.jackson import sampled_form
from verify.checker.local import localisation
from verify.checker.mesh import mesh_form
from verify.checker.rounding import with_hardware
from verify.checker.spectral import aliasing_form, gram_form
from verify.checker.stored_head import StoredHead, read_prefix, rows
from verify.checker.target import Tape, parse

__all__ = ["CheckResult", "check", "check_files"]

MAX_CERTIFICATE_BYTES = 1 << 20
MAX_PREFIX_BYTES = 1 << 25
MAX_BITS = 16_384


class CheckResult(NamedTuple):
    """The verdict.  ``certified_error``: the re-proved bound, a decimal rounded up (None when INVALID).

    ``context``: the largest number of visible context tokens for which it holds.  ``hardware``: the re-proved bound
    for the evaluated head, "<= ERROR in TYPE", or empty.
    """

    valid: bool
    certified_error: str | None
    reason: str
    assumptions: tuple[str, ...]
    context: int = 0
    hardware: str = ""


def check(directory: str | os.PathLike[str]) -> CheckResult:
    """Re-prove the certificate in a directory written by ``build --out``.

    Raises `UnusableInput` when one of the two files is missing, unreadable or not a regular file; everything that is
    wrong inside them is an INVALID with its reason.
    """
    base = Path(directory)
    return check_files(base / PREFIX_FILE, base / CERTIFICATE_FILE)


def check_files(prefix: str | os.PathLike[str], certificate: str | os.PathLike[str]) -> CheckResult:
    """`check` for two paths."""
    assumptions: tuple[str, ...] = ()
    try:
        claim = parse_certificate(read_regular_file(certificate, MAX_CERTIFICATE_BYTES))
        assumptions = claim.assumptions
        data = read_regular_file(prefix, MAX_PREFIX_BYTES)
        if sha256_hex(data) != claim.prefix_sha256:
            raise Refused("prefix_sha256 is not the hash of the prefix file")
        bound = _prove(claim, read_prefix(data))
    except UnusableInput:
        raise
    except CertificateError as error:
        return CheckResult(False, None, printable(str(error)), assumptions)
    except Exception as error:  # hostile numbers may break any library below: whatever is not proved is INVALID
        return CheckResult(False, None, printable(f"cannot be checked ({type(error).__name__}: {error})"), assumptions)
    shown = decimal_up(bound)
    if rational(shown) > rational(claim.certified_error):  # rounding up must not hide that the claim itself is proved
        shown = claim.certified_error
    context = 0 if claim.context is UNSET else claim.context.tokens
    hardware = "" if claim.hardware is UNSET else f"<= {claim.hardware.error} in {claim.hardware.dtype}"
    return CheckResult(True, shown, f"re-proved by theorem {claim.theorem}", assumptions, context, hardware)


# --- the claim as a whole -------------------------------------------------------------------------------------------


def _bits(x: fmpq) -> int:
    """About log2 x, at least 0."""
    return max(0, int(x.p).bit_length() - int(x.q).bit_length() + 1)


def _prove(claim: Certificate, head: StoredHead) -> arb:
    """The re-proved bound; raises `CertificateError` with the reason when the claim is not re-proved."""
    N, q = head.values[0].shape
    eps, error, lam = rational(claim.eps), rational(claim.certified_error), rational(claim.lam)
    for name, stated, found in (
        ("sphere", claim.sphere, head.m),
        ("tokens", claim.tokens, N),
        ("outputs", claim.outputs, q),
        ("lam", lam, head.lam),
        ("target", claim.target, head.target),
    ):
        if stated != found:
            raise Refused(f"the certificate says {name} {str(stated)[:80]!r}, the prefix file {str(found)[:80]!r}")
    if not (lam > 0 and eps > 0):
        raise Refused("lam and eps must be positive")
    if not error <= eps:
        raise Refused(f"certified_error {claim.certified_error} is larger than eps {claim.eps}")
    missing = [line for line in required_assumptions(claim) if line not in claim.assumptions]
    if missing:
        raise Refused(f"the certificate does not list the assumption: {missing[0]}")
    tape = _target(claim, q)
    theorems = {"H2": gram_form, "H1": aliasing_form, "F1": localisation, "H3": sampled_form, "H6": mesh_form}
    attempt = theorems[claim.theorem]
    bits = 64 + 2 * (_bits(1 / error if error else 1 / eps) + _bits(rational(claim.max_value))) + 2 * _bits(lam)
    if bits > MAX_BITS:
        raise Refused(f"too large to check here: {bits} bits, at most {MAX_BITS}")
    with precision(bits):
        bound = attempt(claim, head, tape)
    while True:
        try:
            with precision(bits):
                size = largest([length(v) for v in rows(head.values)])
                demand(size, rational(claim.max_value), "max_value")
                found = with_context(claim, head, bound())
                demand(found, error, "the error bound")
                with_hardware(claim, head, tape)
                return found
        except Undecided:
            bits *= 2
            if bits > MAX_BITS:
                raise


def _target(claim: Certificate, q: int) -> Tape | None:
    """The program of the target; None for a callable, which is only named, never run."""
    if claim.target_kind == "callable":
        if re.fullmatch(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*", claim.target, re.ASCII) is None:
            raise Refused("a callable target is written module:function")
        if not isinstance(claim.numbers, F1Numbers | H3Numbers) or claim.numbers.lipschitz_status != "given":
            raise Refused("a callable target needs theorem F1 or H3 with a Lipschitz constant that is given")
        return None
    tape = parse(claim.target, claim.sphere)
    if len(tape.outputs) != q:
        raise Refused(f"the target has {len(tape.outputs)} components, the values have {q}")
    return tape
