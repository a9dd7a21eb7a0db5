"""Theorem F1 for a stored local prefix (theory F)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flint import arb, ctx

from verify.certificate import Certificate, F1Numbers, rational
from verify.checker.balls import Refused, Vector, demand, directions, distance, largest, precision
from verify.checker.covering import facet_covering, signed_orbit_covering
from verify.checker.lipschitz import verify_lipschitz
from verify.checker.stored_head import StoredHead, rows
from verify.checker.target import Tape, values

__all__ = ["localisation"]

MAX_WORK = 60_000_000

T = TypeVar("T")


def localisation(claim: Certificate, head: StoredHead, tape: Tape | None) -> Callable[[], arb]:
    """Theorem F1: L, the covering radius delta of the directions of the keys, and how far values are from the target.

    The weights of the tokens at distance >= r sum to at most s = min(1, N exp(-lam (cos delta - cos r) + spread)), and
    s = 0 for r >= pi; the spread of the logits beyond lam <x,p_i> is 2 lam norm_defect + max b - min b.
    """
    numbers, lam, N = claim.numbers, head.lam, claim.tokens
    if not isinstance(numbers, F1Numbers):
        raise Refused("theorem F1 needs its own numbers")
    L, r, delta = rational(numbers.lipschitz), rational(numbers.radius), rational(numbers.covering_radius)
    if not (r > 0 and delta < r):
        raise Refused(f"theorem F1 needs covering_radius < radius, got {numbers.covering_radius} and {numbers.radius}")
    if tape is not None and N * tape.cost * (2 + ctx.prec // 256) > MAX_WORK:
        raise Refused(f"too large to check here: a target of {len(tape.steps)} operations at {N} keys")
    if numbers.lipschitz_status != "given":
        if tape is None:
            raise Refused("a Lipschitz constant can only be verified for an expression")
        with precision(64):
            _because(f"could not re-prove lipschitz {numbers.lipschitz}", lambda: verify_lipschitz(tape, L))
    if numbers.covering == "trivial":
        covering = arb.pi()
    else:
        cover = facet_covering if numbers.covering == "facets" else signed_orbit_covering
        with precision(128):
            exact_keys = rows(head.keys)
            covering = _because(
                f"could not re-prove covering_radius {numbers.covering_radius}",
                lambda: cover(directions(exact_keys)[0]),
            )
    demand(covering, delta, "covering_radius")

    def bound() -> arb:
        points, defect = directions(rows(head.keys))
        demand(defect, rational(numbers.norm_defect), "norm_defect")
        value_error = arb(rational(numbers.value_error))
        if tape is not None:
            f = [_at(tape, p) for p in points]
            value_error = largest(list(map(distance, rows(head.values), f)))
            demand(value_error, rational(numbers.value_error), "value_error")
            for i in range(N - 1):  # a constant that is only given may be plainly wrong
                if distance(f[i], f[i + 1]) > L * 2 * (distance(points[i], points[i + 1]) / 2).asin():
                    raise Refused(f"the target is steeper than lipschitz {numbers.lipschitz} between two keys")
        bias = [row[0] for row in rows(head.bias)]
        spread = 2 * arb(lam) * defect + largest(bias) + largest([-b for b in bias])
        pi, radius = arb.pi(), arb(r)
        far = (N * (spread - arb(lam) * (covering.cos() - radius.cos())).exp()).min(arb(1))
        if radius >= pi:
            radius, far = pi, arb(0)
        return value_error + arb(L) * (radius + pi * far)

    return bound


def _at(tape: Tape, x: Vector) -> Vector:
    found = values(tape, x)
    return [found[i] for i in tape.outputs]


def _because(what: str, action: Callable[[], T]) -> T:
    """The result of ``action``; a refusal says what it was about."""
    try:
        return action()
    except Refused as error:
        raise Refused(f"{what}: {error}") from None
