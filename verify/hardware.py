"""``build --dtype``: the error of a prefix as hardware evaluates it, and prefixes for which it stays below eps.

Error on hardware = error in real arithmetic (a certificate's) + effect of casting the prefix (measured exactly) +
rounding errors of one evaluation (`verify.floating`), for queries x of the sphere that are themselves rounded.
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import arb, fmpq

from constructions.choose import plans
from constructions.formats import CastHead, Format, cast
from constructions.prefix import StoredPrefix, rational_text
from theory.balls import Exact, ball, exact, maximum, precision, upper, upper_decimal
from theory.errors import InputError, PrefixproofError, UnreachableError
from theory.targets import Target
from verify.certificate import Certificate, F1Numbers
from verify.floating import Arithmetic, rounding_bound, usual
from verify.pipeline import BuildResult, build_prefix, planning_goal, realise

__all__ = ["HardwareError", "build_for", "cast_for", "hardware_error"]

_SHARES = (fmpq(9, 10), fmpq(1, 2))
"""Shares of eps left to real arithmetic, tried in this order for every limit of the values."""
_VALUE_STEP = fmpq(1, 2)
"""The next limit of |v_i|, relative to the largest value of the prefix that was not good enough."""
_PROGRESS = fmpq(9, 10)
_MORE_TOKENS = 6
"""How many times the tokens of a prefix that was not good enough may be spent on smaller values."""
_EFFORT = 10_000


@dataclass(frozen=True)
class HardwareError:
    """``total`` >= |fl(A) - f| on the sphere, ``rounding`` the part that is not in the certificate; decimals.

    ``arithmetic`` says which evaluations are covered, ``assumption`` what nobody proves.
    """

    total: str
    rounding: str
    arithmetic: Arithmetic

    @property
    def assumption(self) -> str:
        """The sentence about the library's exp."""
        return self.arithmetic.assumption


def hardware_error(
    stored: StoredPrefix, certificate: Certificate, form: Format, arithmetic: Arithmetic | None = None
) -> HardwareError:
    """The error of the stored prefix cast to ``form`` (default: evaluated as `usual`), from its certificate.

    Raises `InputError` when the format cannot hold the numbers, `HypothesisError` when it is too narrow for a bound.
    """
    how = arithmetic or usual(form)
    shift = _shift(stored, certificate)
    head = cast(stored, form, shift)
    with precision(stored.working_precision()):
        lam, real = ball(stored.lam), ball(certificate.certified_error)
        key_move = maximum(
            _distance([lam * c for c in k], row) for k, row in zip(stored.exact_keys(), head.keys.tolist(), strict=True)
        )
        bias_move = maximum(abs(b - shift - c) for b, c in zip(stored.exact_bias(), head.bias.tolist(), strict=True))
        value_move = maximum(_distance(v, w) for v, w in zip(stored.exact_values(), head.values.tolist(), strict=True))
        spread = None
        if isinstance(certificate.numbers, F1Numbers):
            # Theorem F1 bounds sum w_i |v_i - f(x)|, and sum w_i |v_i - A| is at most twice that.
            spread = upper(2 * (real + value_move))
        tokens, share = 0, arb(0)
        if certificate.context:
            tokens, share = certificate.context.tokens, ball(certificate.context.share)
        found = rounding_bound(
            head, how, moved=upper(key_move + bias_move), spread=spread, context=tokens, share=share, effort=_EFFORT
        )
        rounding = found.total + value_move
        return HardwareError(upper_decimal(real + rounding), upper_decimal(rounding), how)


def cast_for(stored: StoredPrefix, certificate: Certificate, form: Format) -> CastHead:
    """The cast prefix that `hardware_error` speaks of.  Raises `InputError` when the format cannot hold the numbers."""
    return cast(stored, form, _shift(stored, certificate))


def _shift(stored: StoredPrefix, certificate: Certificate) -> float:
    """Without context tokens the biases may be centred: small logits are rounded less."""
    return 0.0 if certificate.context else float(stored.bias[0].max() + stored.bias[0].min()) / 2


def _distance(u: list[arb], v: list[float]) -> arb:
    return sum(((a - b) * (a - b) for a, b in zip(u, v, strict=True)), arb(0)).nonnegative_part().sqrt()


def build_for(
    form: Format,
    target: Target,
    eps: Exact,
    method: str = "auto",
    max_value: Exact = 1000,
    max_tokens: int = 200_000,
    context: int = 0,
) -> tuple[BuildResult, HardwareError]:
    """`verify.pipeline.build_prefix` such that the error on hardware is at most ``eps``, too.

    Large values and logits are what rounding magnifies: smaller limits of |v_i| are tried until the sum fits (more
    tokens, larger lam).  Raises `UnreachableError` with the best error found, and as `build_prefix`.
    """
    goal, limit = exact(eps), exact(max_value)
    best: HardwareError | None = None
    failure: PrefixproofError | None = None
    room, seen = max_tokens, set[str]()
    while True:
        smallest, before = limit, best
        for share in _SHARES:
            real = goal * share
            ready, _ = plans(target, planning_goal(real, context), method=method, max_value=limit, max_tokens=room)
            for plan in ready:
                try:
                    result = realise(plan, target, real, limit, context)
                    sha = result.certificate.prefix_sha256
                    if sha in seen:
                        continue
                    seen.add(sha)
                    found = hardware_error(result.stored, result.certificate, form)
                except (UnreachableError, InputError) as error:  # InputError: too large or too steep for the format
                    failure = failure or error
                    continue
                if exact(found.total) <= goal:
                    return result, found
                smallest = min(smallest, exact(result.certificate.max_value))
                room = min(room, _MORE_TOKENS * result.certificate.tokens)
                if best is None or exact(found.total) < exact(best.total):
                    best = found
        # Smaller values mean more tokens and larger logits: they have stopped paying off.
        stuck = before is not None and best is not None and exact(best.total) > _PROGRESS * exact(before.total)
        if smallest == limit or stuck:
            break
        limit = smallest * _VALUE_STEP
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
