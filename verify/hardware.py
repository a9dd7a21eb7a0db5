"""``build --dtype``: the error of a prefix as hardware evaluates it, and prefixes for which it stays below eps.

`build_for` returns certificates that hold the claim (`verify.hardware_claim`), which `check` proves again.  For other
formats than a certificate speaks of, `hardware_error` adds the effect of casting the prefix (measured exactly) and the
rounding errors of one evaluation (`verify.floating`), for queries x of the sphere that are themselves rounded.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from flint import arb, fmpq

from constructions.choose import plans
from constructions.formats import FORMATS, CastHead, Format
from constructions.prefix import StoredPrefix, rational_text
from theory.balls import Exact, ball, exact, maximum, precision, upper, upper_decimal
from theory.errors import InputError, PrefixproofError, UnreachableError
from theory.targets import Target
from verify.certificate import Certificate, F1Numbers
from verify.context_share import size_of_target
from verify.floating import Arithmetic, gamma, rounding_bound, usual
from verify.hardware_claim import cast_for, distance, movement, shift_of, with_hardware
from verify.narrow_build import narrow_results
from verify.pipeline import BuildResult, build_prefix, planning_goal, realise

__all__ = ["HardwareError", "build_for", "cast_for", "hardware_error", "scaled"]

_SHARES = (fmpq(9, 10), fmpq(1, 2), fmpq(1, 5))
"""Shares of eps left to real arithmetic, tried in this order for every limit of the values."""
_VALUE_STEP = fmpq(1, 2)
"""The next limit of |v_i|, relative to the largest value of the prefix that was not good enough."""
_PROGRESS = fmpq(9, 10)
_MORE_TOKENS = 6
"""How many times the tokens of a prefix that was not good enough may be spent on smaller values."""
_EFFORT = 30_000
_STAGES = ("accumulate", "logits", "softmax", "weights")
_POWERS_OF_4 = tuple(4**k for k in range(12))
_MOST_ENCLOSED = 400
_MOST_CELLS = 300_000
"""Most tokens and cells for enclosing the error of a cast head."""


@dataclass(frozen=True)
class HardwareError:
    """``total`` >= |fl(A) - f| on the sphere; all numbers are decimals.

    Either ``total`` is the certified error plus ``rounding``, which includes the effect of casting, or ``cast_error``
    bounds the cast head in real arithmetic, enclosed by the sup norm engine, and ``rounding`` comes on top.
    ``arithmetic`` says which evaluations are covered, ``assumption`` what nobody proves.
    """

    total: str
    rounding: str
    arithmetic: Arithmetic
    cast_error: str | None = None

    @property
    def assumption(self) -> str:
        """The sentence about the library's exp."""
        return self.arithmetic.assumption


def hardware_error(
    stored: StoredPrefix,
    certificate: Certificate,
    form: Format,
    arithmetic: Arithmetic | None = None,
    head_dim: int | None = None,
) -> HardwareError:
    """The error of the stored prefix cast to ``form`` (default: evaluated as `usual`), from its certificate.

    ``head_dim``: keys are cast for a softmax scale 1/sqrt(head_dim), as `cast_for` does (default: scale 1).
    Raises `InputError` when the format cannot hold the numbers, `HypothesisError` when it is too narrow for a bound.
    """
    how = arithmetic or usual(form)
    claimed = _claimed(stored, certificate, how, head_dim)
    if claimed is not None:
        return claimed
    head = cast_for(stored, certificate, form, head_dim)
    with precision(stored.working_precision()):
        scaling = arb(0)
        if head_dim is not None:
            head, scaling = scaled(head, how, head_dim)
        real = ball(certificate.certified_error)
        moved, value_move = movement(stored, head, shift_of(stored, certificate, form))
        moved = upper(moved + scaling)
        spread = None
        if isinstance(certificate.numbers, F1Numbers):
            # Theorem F1 bounds sum w_i |v_i - f(x)|, and sum w_i |v_i - A| is at most twice that.
            spread = upper(2 * (real + value_move))
        tokens, share = 0, arb(0)
        if certificate.context:
            tokens, share = certificate.context.tokens, ball(certificate.context.share)
        found = rounding_bound(head, how, moved=moved, spread=spread, context=tokens, share=share, effort=_EFFORT)
        rounding = found.total + value_move
        enclosed = _enclosed(stored, certificate, head, share * moved.exp())
        if enclosed is not None:
            bare = rounding_bound(
                head, how, moved=scaling, context=tokens, share=share * moved.exp(), effort=_EFFORT
            ).total
            if enclosed + bare < real + rounding:
                return HardwareError(upper_decimal(enclosed + bare), upper_decimal(bare), how, upper_decimal(enclosed))
        return HardwareError(upper_decimal(real + rounding), upper_decimal(rounding), how)


def _claimed(
    stored: StoredPrefix, certificate: Certificate, how: Arithmetic, head_dim: int | None
) -> HardwareError | None:
    """What the certificate claims, if that covers this arithmetic: wider formats for the same cast prefix err less."""
    hardware = certificate.hardware
    if not hardware or hardware.dtype != how.data.name or (head_dim is not None and head_dim not in _POWERS_OF_4[::2]):
        return None
    stages = [(FORMATS[getattr(hardware, name)], getattr(how, name)) for name in _STAGES]
    if any(claimed.bits > form.bits or claimed.emax > form.emax for claimed, form in stages):
        return None
    if (hardware.block, hardware.online) != (how.block, how.online) or hardware.exp_ulp < how.exp_ulp:
        return None
    if head_dim is not None:  # a power of two for every score: refused only where it overflows
        scaled(cast_for(stored, certificate, how.data, head_dim), how, head_dim)
    return _error_of(certificate, how)


def _error_of(certificate: Certificate, how: Arithmetic) -> HardwareError:
    """The claim of a certificate of format 3."""
    hardware = certificate.hardware or None
    if hardware is None:
        raise InputError("the certificate makes no claim about hardware")
    rest = exact(hardware.error) - exact(certificate.certified_error)
    return HardwareError(hardware.error, upper_decimal(rest), how)


def _enclosed(stored: StoredPrefix, certificate: Certificate, head: CastHead, share: arb) -> arb | None:
    """The error of the cast head in real arithmetic with at most ``share`` of context; None where that takes long.

    For 16-bit formats: there casting moves a head less than its worst case says.
    """
    small = head.form.bits <= 11 and stored.m <= 2 and stored.tokens <= _MOST_ENCLOSED
    if not small or certificate.target_kind != "expression":
        return None
    from verify.sup_norm import sup_norm

    exact_head = StoredPrefix(stored.m, fmpq(1), (head.keys,), (head.values,), (head.bias,), stored.target)
    found = sup_norm(exact_head, certificate.target, "0.05", max_cells=_MOST_CELLS).upper
    if not found.is_finite():
        return None
    if certificate.context:
        s = share.min(arb(1))
        found = found.max((1 - s) * found + s * size_of_target(certificate.numbers, certificate.max_value))
    return found


def scaled(head: CastHead, how: Arithmetic, head_dim: int) -> tuple[CastHead, arb]:
    """The head with scale 1 that a head cast for the softmax scale 1/sqrt(head_dim) is, and a bound for how far the
    scaled logits of hardware may be from its logits.

    Covered: the scale times the score or times the query, rounded to the format of stored logits, and its square root
    times query and key each, in that of the sums, as PyTorch does it; the scale is a number of the format of the sums.
    Raises `InputError` when scores may overflow before they are scaled.
    """
    root = ball(head_dim).sqrt()
    keys = np.array([[float(arb(c) / root) for c in row] for row in head.keys.tolist()])
    bias = np.array([float(arb(c) / root) for c in head.bias.tolist()])
    d = keys.shape[1]
    size = upper(maximum(distance([arb(c) for c in row], [0.0] * d) for row in keys.tolist()))
    size = size * (1 + 2 * how.data.unit) + maximum(abs(arb(c)) for c in bias.tolist())
    for form in (how.accumulate, how.logits):
        if not 4 * size * root < ball(form.largest):
            raise InputError(f"scores before the scale 1/sqrt({head_dim}) may overflow in {form.name}: use a wider one")
    # Powers of 16 scale exactly, powers of 4 all but the square root.  Storing the logit is not counted here, storing
    # the unscaled score or the scaled query is.  Two square roots (two roundings each in float64), two products, one
    # quotient above; errors of the scores are scaled along with them.
    once = (1 + how.accumulate.unit) ** 7
    inexact = (1 + how.logits.unit) * once - 1
    if head_dim in _POWERS_OF_4:
        inexact = once - 1 if _POWERS_OF_4.index(head_dim) % 2 else fmpq(0)
    grown = (1 + gamma(d + 2, how.accumulate.unit)) * (1 + how.logits.unit) ** 2
    tiny = 2 * (d + 2) * max(how.data.underflow, how.logits.underflow) * (1 + size * root)
    return head._replace(keys=keys, bias=bias), upper(inexact * grown * size + tiny)


def _better(a: HardwareError | None, b: HardwareError | None) -> HardwareError | None:
    """The one with the smaller total."""
    return b if a is None or (b is not None and exact(b.total) < exact(a.total)) else a


def build_for(
    form: Format,
    target: Target,
    eps: Exact,
    method: str = "auto",
    max_value: Exact = 1000,
    max_tokens: int = 200_000,
    context: int = 0,
    fused: bool = False,
) -> tuple[BuildResult, HardwareError]:
    """`verify.pipeline.build_prefix` such that the error on hardware is at most ``eps``, too; the certificate says so.

    For 16-bit formats prefixes of such numbers are tried first (`constructions.narrow`).  Large values and logits are
    what rounding magnifies: smaller limits of |v_i| are tried until the sum fits (more tokens, larger lam).  Raises
    `UnreachableError` with the best error found, and as `build_prefix`.
    """
    goal, largest, how = exact(eps), exact(max_value), usual(form, fused=fused)
    best: HardwareError | None = None
    if method in ("auto", "spectral"):
        for result in narrow_results(form, target, goal, largest, max_tokens, context, how):
            tried = _error_of(result.certificate, how)
            if exact(tried.total) <= goal:
                return result, tried
            best = _better(best, tried)
    failure: PrefixproofError | None = None
    for share in _SHARES:
        limit, room, before = largest, max_tokens, None
        while True:
            found, smallest = None, limit
            ready, _ = plans(
                target, planning_goal(goal * share, context), method=method, max_value=limit, max_tokens=room
            )
            for plan in ready:
                try:
                    result = realise(plan, target, goal * share, limit, context)
                    certificate = with_hardware(result.stored, result.certificate, target, how, goal)
                except (UnreachableError, InputError) as error:  # InputError: too large or too steep for the format
                    failure = failure or error
                    continue
                tried = _error_of(certificate, how)
                if exact(tried.total) <= goal:
                    return BuildResult(result.stored, certificate), tried
                smallest = min(smallest, exact(result.certificate.max_value))
                room = min(room, _MORE_TOKENS * result.certificate.tokens)
                found = _better(found, tried)
            best = _better(best, found)
            # Smaller values mean more tokens and larger logits: at some point they no longer pay off.
            if found is None or (before is not None and exact(found.total) > _PROGRESS * exact(before.total)):
                break
            limit, before = smallest * _VALUE_STEP, found
    if best is None:
        # Nothing to cast: say what is missing in real arithmetic, or why the format cannot hold it.
        build_prefix(target, goal, method, max_value, max_tokens, context)
        raise failure or UnreachableError(f"no finite error is proved in {form.name}", limit="--eps")
    raise UnreachableError(
        f"an error of {rational_text(goal)} is not reached in {form.name}: the best error proved is {best.total}; "
        "raise --eps or use a wider --dtype",
        best=best.total,
        limit="--eps",
    )
