"""Prefixes of 16-bit numbers and their certificates: theorem H6 for the stored head, a mesh for its rounding errors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import numpy as np
from flint import fmpq

from constructions.context import Context
from constructions.formats import Format
from constructions.narrow import MOST_DIMENSIONS, narrow_prefix, sizes, spread_points
from constructions.plan import Truncation
from constructions.prefix import StoredPrefix
from constructions.spectral import MAX_DEGREE, truncations
from theory.balls import ball, exact, float_upper, upper_decimal
from theory.errors import InputError, PrefixproofError
from theory.targets import Target
from verify.certificate import FORMATS, Certificate
from verify.context_share import with_context
from verify.floating import Arithmetic
from verify.hardware_claim import with_hardware
from verify.pipeline import BuildResult
from verify.supnorm.mesh import mesh_certificate

__all__ = ["narrow_results"]

_SHARE = 0.08
"""Part of eps that visible context tokens may cost."""
_SAMPLES = 2000
_PROOF = 1.12
"""About what a proof costs: the bound over what it bounds, sampled."""
_COPIES = (1, 16)
"""How often each token may be there: copies raise the weight of the prefix without larger logits."""
_MOST_PAIRS = 1_500_000
_REFINED = fmpq(1, 20)
"""Part of eps that the polynomial near the target may miss."""


def narrow_results(
    form: Format, target: Target, eps: fmpq, max_value: fmpq, max_tokens: int, context: int, how: Arithmetic
) -> Iterator[BuildResult]:
    """Certified results that look as if they reached ``eps`` on hardware, by increasing cost; none where the method
    does not apply."""
    if target.kind != "expression" or target.m > MOST_DIMENSIONS or form.bits > 11:
        return
    cut = next(truncations(target, eps * _REFINED, MAX_DEGREE), None)
    if cut is None:
        return
    for lam, keys in sizes(target.m):
        for copies in _COPIES if context else _COPIES[:1]:
            if keys * copies > max_tokens:
                break
            try:
                trial = _trial(target, form, lam, keys, copies, eps, context, how)
            except InputError:  # values too large for the format
                break
            if not trial.estimate < float_upper(eps) or not trial.largest <= float_upper(max_value):
                continue
            try:
                certificate = _certify(
                    trial.stored, target, cut, eps, Context(context, trial.boost) if context else None
                )
                if certificate is not None:
                    yield BuildResult(trial.stored, with_hardware(trial.stored, certificate, target, how, eps))
            except (InputError, PrefixproofError):  # too steep for the format
                continue


class _Trial(NamedTuple):
    """A prefix, the common boost of its biases, its largest value and about its error on hardware, sampled."""

    stored: StoredPrefix
    boost: fmpq
    largest: float
    estimate: float


def _trial(
    target: Target, form: Format, lam: int, keys: int, copies: int, eps: fmpq, context: int, how: Arithmetic
) -> _Trial:
    """The prefix with so large a boost that the context takes about `_SHARE` of eps.  Choices, not proofs."""
    x = spread_points(target.m, _SAMPLES)
    wanted, stored = target.sample(x), narrow_prefix(target, form, lam, keys)
    size, allowed = float(np.linalg.norm(wanted, axis=1).max()), _SHARE * float_upper(eps)
    logits = lam * x @ stored.keys[0].T
    longest = lam * float(np.linalg.norm(stored.keys[0], axis=1).max())
    weights, values = np.exp(logits - longest), stored.values[0]
    mass = weights.sum(axis=1, keepdims=True)
    weights /= mass
    top = 0.0
    if context:
        top = max(float(np.log(context * max(size, 1e-9) / (allowed * copies * mass.min()))), 0.0)
    head = weights @ values
    away = np.linalg.norm(values[None] - head[:, None], axis=2)
    near, slope = 0.0, 2.0**-form.bits
    if how.logits.bits < how.accumulate.bits:
        near, slope = 2.0 ** (np.ceil(np.log2(top + 0.1)) - how.logits.bits - 1), slope + 2.0**-how.logits.bits
    logit = (weights * (near + slope * (longest - logits)) * away).sum(axis=1)
    sums = 2.0 ** (1 - form.bits) * (weights * np.linalg.norm(values, axis=1)).sum(axis=1)
    error = np.linalg.norm(head - wanted, axis=1).max() + 2.0**-form.bits * float_upper(target.lipschitz.value)
    estimate = float(error + _PROOF * (logit + sums).max() + (2 * allowed if context else 0.0))
    if context:
        stored = narrow_prefix(target, form, lam, keys, top, copies)
    boost = exact(round(max(float(stored.bias[0][0]) + longest, 0.0), 3)) if context else fmpq(0)
    return _Trial(stored, boost, float(np.linalg.norm(values, axis=1).max()), estimate)


def _certify(
    stored: StoredPrefix, target: Target, cut: Truncation, eps: fmpq, context: Context | None
) -> Certificate | None:
    """The certificate in real arithmetic; None when theorem H6 does not prove eps."""
    found = mesh_certificate(stored, target, cut, eps, "narrow", _MOST_PAIRS)
    if found is None or context is None:
        return found
    bound, numbers = with_context(stored, found.numbers, found.max_value, ball(found.certified_error), context)
    if not bound <= eps:
        return None
    return msgspec.structs.replace(found, certified_error=upper_decimal(bound), format=FORMATS[1], context=numbers)
