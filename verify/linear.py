"""Linear maps from a matrix to files: choose lam, build, certify, bound the error on hardware, save.

`build_linear` is for an error in real arithmetic, `build_linear_for` for one that covers rounding too.  The proof is
that of `constructions.linear_map`; `verify.checker.linear` repeats it.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from flint import arb, arb_mat, fmpq
from msgspec import UNSET, UnsetType

from constructions.context import Context
from constructions.formats import BINARY64, CastHead, Format, cast
from constructions.linear_map import (
    best_scale,
    largest_lam,
    linear_error,
    linear_prefix,
    spectral_norm,
    usable_matrix,
)
from constructions.prefix import MAX_COMPONENTS, Floats, StoredPrefix, rational_text
from constructions.tensor_file import float64_file
from theory.balls import ball, exact, length, maximum, precision, upper, upper_decimal
from theory.errors import InputError, PrefixproofError, UnreachableError
from verify.certificate import PREFIX_FILE, CertificateError, ContextNumbers, UnusableInput, sha256_hex
from verify.checker.linear import check_linear
from verify.floating import Arithmetic, rounding_bound, usual
from verify.hardware import HardwareError, scaled
from verify.linear_format import (
    LINEAR_FILE,
    MATRIX_FILE,
    LinearClaim,
    parse_matrix,
    read_claim,
    write_claim,
)

__all__ = [
    "BuiltLinear",
    "Domain",
    "build_linear",
    "build_linear_for",
    "linear_hardware_error",
    "matrix_bytes",
    "read_linear",
    "read_matrix",
    "save_linear",
]

Domain = Literal["sphere", "ball"]

PRODUCER = "prefixproof 0.1.0"
_CONTEXT_SHARE = fmpq(1, 200)
"""The share of eps that visible context tokens may cost."""
_EFFORT = 0
"""No cells: over a head of small lam the means hardly vary, and what is left is a bound for the whole ball."""
_HARDWARE_SHARES = (fmpq(1, 200), fmpq(1, 5))
"""The same of the error in real arithmetic, for hardware: smaller boosts are rounded less."""
_STEPS = 4


@dataclass(frozen=True)
class BuiltLinear:
    """A stored prefix, the matrix [q, d] and the claim about them."""

    stored: StoredPrefix
    matrix: Floats
    claim: LinearClaim


def build_linear(matrix: Floats, eps: fmpq, *, domain: Domain = "sphere", context: int = 0) -> BuiltLinear:
    """2d tokens whose head is within ``eps`` of x -> W x in real arithmetic: on the sphere, or relative to |x| in the
    ball.  ``context``: with up to so many visible context tokens.

    Raises `InputError` when eps is not positive, `UnreachableError` when no prefix of float64 sums reaches it.
    """
    _positive(eps)
    if context:
        Context(context, fmpq(0))
    room = eps * (1 - _CONTEXT_SHARE) if context else eps
    norm = spectral_norm(arb_mat(matrix.tolist()))
    lam = (
        largest_lam(matrix.shape[1], ball(room) * fmpq(9999, 10_000) / norm, inside=domain == "ball") if norm > 0 else 1
    )
    for components in range(1, MAX_COMPONENTS + 1):
        built = _built(matrix, fmpq(lam), norm, domain, _CONTEXT_SHARE * eps, context, BINARY64, components, eps)
        if exact(built.claim.certified_error) <= eps:
            return built
    raise UnreachableError(
        f"an error of {rational_text(eps)} is not reached: {built.claim.certified_error} is proved; raise --eps",
        best=built.claim.certified_error,
        limit="--eps",
    )


def read_matrix(path: Path) -> Floats:
    """The matrix [q, d] in a ``.npy`` file, exactly.  Raises `InputError` when it is not one that can be used."""
    try:
        array = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise InputError(f"{path}: not a readable .npy array ({error})") from None
    if not isinstance(array, np.ndarray):
        raise InputError(f"{path}: holds several arrays, expected one .npy array")
    return usable_matrix(array)


def _positive(eps: fmpq) -> None:
    if not eps > 0:
        raise InputError(f"--eps {eps} must be > 0")


def _built(
    matrix: Floats,
    lam: fmpq,
    norm: arb,
    domain: Domain,
    budget: fmpq,
    context: int,
    form: Format,
    components: int = 1,
    eps: fmpq | None = None,
) -> BuiltLinear:
    """The prefix for this lam, and what is proved of it; the context is boosted away to cost about ``budget``.

    ``eps`` None: whatever is proved is what was asked.
    """
    q, d = matrix.shape
    scale = best_scale(d, lam, components, inside=domain == "ball")
    boost = _boost(d, norm, budget, context)
    label = f"W x, W [{q}, {d}]"
    stored = linear_prefix(matrix, lam, scale, label, form=form, components=components, boost=boost)
    numbers: ContextNumbers | UnsetType = UNSET
    with precision(stored.working_precision()):
        found = linear_error(stored, matrix, scale, norm)
        error = found.inside if domain == "ball" else found.sphere
        if context:
            share = upper_decimal((1 / (1 + 2 * d * ball(boost).exp() / context)).max(arb("1e-1000")))
            numbers = ContextNumbers(tokens=context, boost=rational_text(boost), share=share)
            s = ball(share)
            error = error.max((1 - s) * error + s * norm)
        largest = maximum(length(v) for v in stored.exact_values()[:d])
        claimed = upper_decimal(error)
    claim = LinearClaim(
        domain=domain,
        sphere=d - 1,
        outputs=q,
        tokens=2 * d,
        lam=rational_text(lam),
        scale=rational_text(scale),
        eps=claimed if eps is None else rational_text(eps),
        certified_error=claimed,
        norm=upper_decimal(norm, 17),
        max_value=upper_decimal(largest),
        prefix_sha256=stored.sha256(),
        matrix_sha256=sha256_hex(matrix_bytes(matrix)),
        producer=PRODUCER,
        context=numbers,
    )
    return BuiltLinear(stored, matrix, claim)


def _boost(d: int, norm: arb, budget: fmpq, context: int) -> fmpq:
    """A multiple of 1/4 with which the context costs at most about ``budget``."""
    if not context or not norm > 0:
        return fmpq(0)
    excess = context * norm / (2 * d * ball(budget))
    return fmpq(int((4 * excess.log()).upper().ceil().fmpz()), 4) if excess > 1 else fmpq(0)


# --- hardware --------------------------------------------------------------------------------------------------------


def cast_linear(built: BuiltLinear, form: Format, head_dim: int | None = None) -> CastHead:
    """The prefix as hardware holds it: keys lam e_j (times sqrt(head_dim)), values, biases if there is context."""
    shift = 0.0 if built.claim.context else float(built.stored.bias[0][0])
    with precision(built.stored.working_precision()):
        return cast(built.stored, form, shift, 1 if head_dim is None else ball(head_dim).sqrt())


def linear_hardware_error(
    built: BuiltLinear, form: Format, arithmetic: Arithmetic | None = None, head_dim: int | None = None
) -> HardwareError:
    """The error of the prefix cast to ``form``, |fl(A) - W x| for |x| <= 1 rounded to the format, as
    `verify.hardware.hardware_error`.

    A cast head of this kind is one of this kind, so casting costs no more than it changes What.  On the sphere, or for
    "ball" anywhere in the ball (absolutely, for rounding errors do not vanish with x).
    """
    how = arithmetic or usual(form)
    matrix, claim = built.matrix, built.claim
    d = matrix.shape[1]
    head = cast_linear(built, form, head_dim)
    with precision(built.stored.working_precision()):
        scaling, lam = arb(0), arb(float(head.keys[0, 0]))
        if head_dim is not None:
            lam = lam / ball(head_dim).sqrt()
            head, scaling = scaled(head, how, head_dim)
        norm, scale = ball(claim.norm), exact(claim.scale)
        u = how.data.unit
        # Rounding moves x by at most `off`, to a point of norm in [1 - off, 1 + off], or <= 1 + off.
        off = upper(u + arb(d).sqrt() * how.data.underflow)
        made = StoredPrefix(d - 1, built.stored.lam, (built.stored.keys[0],), (head.values,), (head.bias,), "")
        found = linear_error(made, matrix, scale, norm, lam, 1 + off)
        real = found.inside * (1 + off)
        if claim.domain == "sphere":
            # The error on the sphere of radius r, relative to r, for all r in [1 - off, 1 + off].
            real = linear_error(made, matrix, scale, norm, lam, arb(1, off)).sphere * (1 + off)
        tokens, share = 0, arb(0)
        if claim.context:
            tokens, share = claim.context.tokens, ball(claim.context.share)
            # The boost may have been rounded.
            bias = arb(float(head.bias.min())) - scaling
            share = upper(1 / (1 + 2 * d * bias.exp() / tokens))
            real = real.max((1 - share) * real + share * norm * (1 + off))
        bound = rounding_bound(
            head, how, query="exact", moved=scaling, context=tokens, share=share, effort=_EFFORT
        ).total
        rounding = bound + norm * off
        return HardwareError(upper_decimal(real + rounding), upper_decimal(rounding), how, upper_decimal(real))


def build_linear_for(
    form: Format,
    matrix: Floats,
    eps: fmpq | None = None,
    *,
    domain: Domain = "sphere",
    context: int = 0,
    fused: bool = False,
) -> tuple[BuiltLinear, HardwareError]:
    """The prefix with numbers of ``form`` whose proved error on hardware is least, over lam; at most ``eps`` if given.

    Real arithmetic costs about |W| lam^2/12, rounding about 1/lam: lam is moved to where they balance.
    Raises `UnreachableError` with the least error found when it is above ``eps``.
    """
    if eps is not None:
        _positive(eps)
    if context:
        Context(context, fmpq(0))
    d, norm, how = matrix.shape[1], spectral_norm(arb_mat(matrix.tolist())), usual(form, fused=fused)
    best: tuple[BuiltLinear, HardwareError] | None = None
    failure: InputError | None = None

    def attempt(relative: arb, share: fmpq) -> tuple[BuiltLinear, HardwareError] | None:
        nonlocal best, failure
        lam = largest_lam(d, relative, inside=domain == "ball")
        budget = exact(upper_decimal(share * relative * norm.max(arb("1e-300"))))
        try:
            built = _built(matrix, lam, norm, domain, budget, context, form)
            found = built, linear_hardware_error(built, form, how)
        except InputError as error:  # values too large for the format: a larger lam is needed
            failure = error
            return None
        if best is None or exact(found[1].total) < exact(best[1].total):
            best = found
        return found

    for share in _HARDWARE_SHARES if context else _HARDWARE_SHARES[:1]:
        relative = arb("0.01")
        for _ in range(_STEPS):
            found = attempt(relative, share)
            if found is None:
                relative = relative * 16
                continue
            # With a = |W| lam^2/12 and r = rounding ~ 1/lam the sum is least where 2 a = r: lam^3 grows by r/(2 a).
            ratio = ball(found[1].rounding) / (2 * ball(found[0].claim.certified_error))
            if not (norm > 0 and ratio > 0):
                break
            relative = (relative * (2 * ratio.log() / 3).exp()).mid()
        # Boosted logits are rounded whatever lam is, so less may be better.
        for _ in range(_STEPS if context else 0):
            relative = relative / 2
            before = best
            attempt(relative, share)
            if best is before:
                break
    if best is None:
        raise failure or UnreachableError(f"no error is proved in {form.name}", limit="--dtype")
    if eps is not None and exact(best[1].total) > eps:
        raise UnreachableError(
            f"an error of {rational_text(eps)} is not reached in {form.name}: the least error proved is "
            f"{best[1].total}; raise --eps or use a wider --dtype",
            best=best[1].total,
            limit="--eps",
        )
    return best


# --- files -----------------------------------------------------------------------------------------------------------


def matrix_bytes(matrix: Floats) -> bytes:
    """``matrix.safetensors``: the same matrix always gives the same bytes."""
    return float64_file({"matrix": matrix}, {})


def save_linear(built: BuiltLinear, directory: Path) -> None:
    """Write the three files into the new ``directory``, all or nothing, after the independent checker agreed.

    Raises `InputError` when it exists, OSError as the file system does, `PrefixproofError` if the checker disagrees.
    """
    if directory.exists() or directory.is_symlink():
        raise InputError(f"{directory} exists; choose another --out")
    if not directory.parent.is_dir():
        raise InputError(f"{directory.parent} is not a directory; create it first")
    scratch = Path(tempfile.mkdtemp(prefix=f".{directory.name}.", dir=directory.parent))
    try:
        built.stored.save(scratch / PREFIX_FILE)
        (scratch / MATRIX_FILE).write_bytes(matrix_bytes(built.matrix))
        write_claim(scratch / LINEAR_FILE, built.claim)
        verdict = check_linear(scratch)
        if not verdict.valid:
            raise PrefixproofError(f"the independent checker does not agree, nothing is written: {verdict.reason}")
        scratch.chmod(0o755)
        scratch.rename(directory)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise


def read_linear(directory: Path) -> BuiltLinear:
    """What `save_linear` wrote; raises `InputError` when it is unreadable or the hashes differ.  Nothing is proved."""
    try:
        claim = read_claim(directory / LINEAR_FILE)
        data = (directory / MATRIX_FILE).read_bytes()
        matrix = parse_matrix(data)
    except (UnusableInput, CertificateError, OSError) as error:
        raise InputError(f"{directory}: {error}") from None
    stored = StoredPrefix.load(directory / PREFIX_FILE)
    if (stored.sha256(), sha256_hex(data)) != (claim.prefix_sha256, claim.matrix_sha256):
        raise InputError(f"{directory}: the certificate is about another prefix or matrix")
    return BuiltLinear(stored, matrix, claim)
