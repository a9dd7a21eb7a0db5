"""What the checker's parts share: refusals, three-valued comparison, precision, and a little geometry of balls.

A comparison of balls is true only when it holds for all their members; everything else, NaN included, is a refusal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from operator import mul

from flint import arb, ctx, fmpq

from verify.certificate import CertificateError

__all__ = [
    "Refused",
    "Undecided",
    "Vector",
    "decimal_up",
    "demand",
    "diameter",
    "directions",
    "distance",
    "dot",
    "largest",
    "length",
    "precision",
]

Vector = list[arb]


class Refused(CertificateError):
    """A claim is not re-proved, or the work is too large to do here."""


class Undecided(Refused):
    """Not decided at the current precision: more bits may help."""


@contextmanager
def precision(bits: int) -> Iterator[None]:
    """Work at ``bits`` bits; the process-global precision is restored."""
    before, ctx.prec = ctx.prec, bits
    try:
        yield
    finally:
        ctx.prec = before


def demand(found: arb, claimed: arb | fmpq, what: str) -> None:
    """Go on only if found <= claimed certainly; `Undecided` when more bits might decide it, `Refused` otherwise."""
    if found <= claimed:
        return
    got = f"could not re-prove {what}: got {found.str(8)}, claimed {arb(claimed).str(12, radius=False)}"
    raise Refused(got) if found > claimed else Undecided(got)


def decimal_up(bound: arb, digits: int = 6) -> str:
    """A decimal with ``digits`` digits that is at least every member of a finite ball >= 0.

    >>> decimal_up(arb("6.40000001e-7"), 3), decimal_up(arb(0)), decimal_up(arb(1234567), 3)
    ('6.41e-7', '0', '1240000')
    """
    top = bound.upper().fmpq()
    if top <= 0:
        return "0"
    exponent = 0  # top 10^-exponent lies in [10^(digits-1), 10^digits)
    while top >= 10**digits:
        top, exponent = top / 10, exponent + 1
    while top < 10 ** (digits - 1):
        top, exponent = top * 10, exponent - 1
    found = Decimal(int(top.ceil())).scaleb(exponent).normalize()
    return format(found, "f") if -5 <= found.adjusted() <= 15 else str(found).lower().replace("e+", "e")


def dot(u: Sequence[arb], v: Sequence[arb]) -> arb:
    """<u, v>."""
    return sum(map(mul, u, v), arb(0))


def length(u: Sequence[arb]) -> arb:
    """|u|."""
    # A product of a ball around 0 with itself reaches below 0, where sqrt is NaN; |u|^2 does not.
    return abs(u[0]) if len(u) == 1 else dot(u, u).nonnegative_part().sqrt()


def distance(u: Sequence[arb], v: Sequence[arb]) -> arb:
    """|u - v|."""
    return length([a - b for a, b in zip(u, v, strict=True)])


def largest(numbers: Sequence[arb]) -> arb:
    """The largest of the numbers (at least one)."""
    best = numbers[0]
    for number in numbers[1:]:
        best = best.max(number)
    return best


def directions(keys: Sequence[Vector]) -> tuple[list[Vector], arb]:
    """p_i = k_i/|k_i| and the norm defect max ||k_i| - 1|."""
    lengths = [length(key) for key in keys]
    return [[x / r for x in key] for key, r in zip(keys, lengths, strict=True)], largest([abs(r - 1) for r in lengths])


def diameter(vectors: Sequence[Vector]) -> arb:
    """At least max |v_i - v_j|: the diagonal of the bounding box, or twice the largest length."""
    sides = [largest(column) + largest([-x for x in column]) for column in map(list, zip(*vectors, strict=True))]
    return length(sides).min(2 * largest([length(v) for v in vectors]))
