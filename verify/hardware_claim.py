"""The claim about hardware that enters a certificate (format 3): casting, rounding, and what proves the bound.

Error on hardware = error in real arithmetic (the certificate's) + effect of casting the prefix + rounding errors of one
evaluation, for queries x of the sphere that are themselves rounded.  `verify.checker.rounding` proves it again.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
import numpy as np
from flint import arb, fmpq

from constructions.formats import CastHead, Format, cast
from constructions.prefix import StoredPrefix, rational_text
from theory.balls import ball, length, maximum, precision, upper, upper_decimal
from theory.errors import HypothesisError
from theory.targets import Target
from verify.certificate import (
    FORMATS,
    Certificate,
    F1Numbers,
    H1Numbers,
    H2Numbers,
    H6Numbers,
    HardwareNumbers,
    MeshNumbers,
    required_assumptions,
)
from verify.floating import Arithmetic, Errors, errors_of, growth, query_error
from verify.local_means import Rows
from verify.mesh_rounding import mesh_bound

__all__ = ["cast_for", "distance", "movement", "shift_of", "with_hardware"]


def cast_for(stored: StoredPrefix, certificate: Certificate, form: Format, head_dim: int | None = None) -> CastHead:
    """The cast prefix that `verify.hardware.hardware_error` and certificates speak of.

    Raises `InputError` when the format cannot hold the numbers.
    """
    with precision(stored.working_precision()):
        return cast(stored, form, shift_of(stored, certificate, form), 1 if head_dim is None else ball(head_dim).sqrt())


def shift_of(stored: StoredPrefix, certificate: Certificate, form: Format) -> float:
    """What is subtracted from all biases: without context tokens they may be centred, for small logits are rounded
    less; biases that are numbers of the format stay as they are."""
    bias = stored.bias[0]
    if certificate.context or (stored.components == 1 and np.array_equal(form.round(bias), bias)):
        return 0.0
    return float(bias.max() + bias.min()) / 2


def distance(u: list[arb], v: list[float]) -> arb:
    """|u - v|."""
    return length([a - b for a, b in zip(u, v, strict=True)])


def movement(stored: StoredPrefix, head: CastHead, shift: float) -> tuple[arb, arb]:
    """How far casting moves a logit on the sphere, and a value, at most."""
    lam = ball(stored.lam)
    keys = maximum(
        distance([lam * c for c in k], row) for k, row in zip(stored.exact_keys(), head.keys.tolist(), strict=True)
    )
    biases = maximum(abs(b - shift - c) for b, c in zip(stored.exact_bias(), head.bias.tolist(), strict=True))
    values = maximum(distance(v, w) for v, w in zip(stored.exact_values(), head.values.tolist(), strict=True))
    return upper(keys + biases), upper(values)


def with_hardware(
    stored: StoredPrefix, certificate: Certificate, target: Target, how: Arithmetic, eps: fmpq
) -> Certificate:
    """The certificate with the claim that the evaluated head is within ``eps`` of the target; it is proved here, the
    caller compares its ``error`` with ``eps``.

    Raises `InputError` when the format cannot hold the numbers, `HypothesisError` when there is no finite bound.
    """
    form = how.data
    head = cast_for(stored, certificate, form)
    narrow = certificate.method == "narrow"
    lipschitz = upper_decimal(target.lipschitz.value, 9) if narrow else None
    with precision(stored.working_precision()):
        moved, value_move = movement(stored, head, shift_of(stored, certificate, form))
        real, away = ball(certificate.certified_error) + value_move, query_error(form, stored.d)
        rows = Rows(head.keys, head.bias, head.values)
        margin = away if narrow else arb(0)
        tokens, share = 0, arb(0)
        if certificate.context:
            tokens = certificate.context.tokens
            more = moved + margin * maximum(rows.key_lengths)
            share = (ball(certificate.context.share) * more.exp()).min(arb(1))
        errors = errors_of(rows, how, arb(0) if narrow else away, tokens, share)
        rounding, mesh = _rounding(rows, errors, target, certificate, real, moved, margin, tokens, share)
        total = real + rounding
        if lipschitz is not None:
            total += ball(lipschitz) * margin.asin()
    if not total.is_finite():
        raise HypothesisError("no finite bound for the rounding error: the logits are too large for these formats")
    formats = {name: getattr(how, name).name for name in ("accumulate", "logits", "softmax", "weights")}
    numbers: dict[str, Any] = {
        "dtype": form.name,
        **formats,
        "block": how.block,
        "online": how.online,
        "exp_ulp": how.exp_ulp,
        "cast_sha256": _digest(head),
        "eps": rational_text(eps),
        "error": upper_decimal(total),
        "lipschitz": lipschitz,
        "mesh": mesh,
    }
    hardware = msgspec.convert(numbers, HardwareNumbers)
    claimed = msgspec.structs.replace(certificate, format=FORMATS[2], hardware=hardware)
    return msgspec.structs.replace(claimed, assumptions=required_assumptions(claimed))


def _rounding(
    rows: Rows,
    errors: Errors,
    target: Target,
    certificate: Certificate,
    real: arb,
    moved: arb,
    margin: arb,
    tokens: int,
    share: arb,
) -> tuple[arb, MeshNumbers | None]:
    """The smallest bound of |fl(A) - A| that can be checked, and the mesh if it comes from one."""
    largest, numbers = maximum(rows.value_lengths), certificate.numbers
    # The values, and 0 for context tokens, lie in a ball of radius max |v|; what the length of a query costs on top.
    bound = 2 * largest * ((errors.theta / 2).tanh() + (moved / 2).tanh())
    bound += 2 * margin / (1 - margin) * maximum(rows.key_lengths) * largest
    mesh = None
    if isinstance(numbers, F1Numbers):
        # Theorem F1 bounds sum w_i |v_i - f(x)| at exact logits, and sum w_i |v_i - A| is at most twice that.
        mean = real + share * largest if tokens else real
        bound = bound.min(2 * growth(errors.theta + moved + margin * maximum(rows.key_lengths)) * mean)
    bound += errors.sums * largest + errors.underflow
    if isinstance(numbers, H2Numbers | H1Numbers | H6Numbers) and certificate.target_kind == "expression":
        found = mesh_bound(rows, errors, target, numbers, moved, margin, tokens, share)
        if found is not None and found[0] < bound:
            bound, mesh = found
    return bound, mesh


def _digest(head: CastHead) -> str:
    parts = (np.ascontiguousarray(part, dtype="<f8").tobytes() for part in (head.keys, head.bias, head.values))
    return hashlib.sha256(b"".join(parts)).hexdigest()
