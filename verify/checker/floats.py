"""Number formats, casting to them, and what one evaluation of a head in them may cost (theory L).

Part of the independent checker: of the project it imports only its other parts.  One computed number is
fl(y) = y (1 + d) + e with |d| <= u and |e| <= omega; that exp is accurate to so many ulp is assumed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from flint import arb, fmpq
from numpy.typing import NDArray

from verify.certificate import HardwareNumbers
from verify.checker.balls import Refused, Vector, largest, length, precision
from verify.checker.stored_head import StoredHead, rows

__all__ = ["Errors", "Form", "cast", "errors_of", "format_of", "growth", "query_error"]

Floats = NDArray[np.float64]


class Form(NamedTuple):
    """A binary format: bits of significand, exponents emin..emax; ``gradual``: arithmetic keeps subnormal numbers."""

    bits: int
    emin: int
    emax: int
    gradual: bool

    @property
    def u(self) -> fmpq:
        """The unit roundoff."""
        return fmpq(2) ** -self.bits

    @property
    def omega(self) -> fmpq:
        """What underflow may cost."""
        return fmpq(2) ** (self.emin - self.bits if self.gradual else self.emin)

    @property
    def top(self) -> fmpq:
        """The largest finite number."""
        return (2 - fmpq(2) ** (1 - self.bits)) * fmpq(2) ** self.emax


_FORMS = {
    "float64": Form(53, -1022, 1023, gradual=False),
    "float32": Form(24, -126, 127, gradual=False),
    "bfloat16": Form(8, -126, 127, gradual=False),
    "float16": Form(11, -14, 15, gradual=True),
}


def format_of(name: str) -> Form:
    """The format of that name."""
    return _FORMS[name]


# --- casting --------------------------------------------------------------------------------------------------------


def _round(numbers: Floats, form: Form) -> Floats:
    """The nearest numbers of the format, ties to even (numbers of float64 stay).  Raises `Refused` on overflow."""
    if form.bits < 53:
        exponent = np.maximum(np.frexp(numbers)[1], form.emin + 1) - form.bits
        numbers = np.ldexp(np.rint(np.ldexp(numbers, -exponent)), exponent)
    if not (np.abs(numbers) <= float(arb(form.top))).all():
        raise Refused("a number of the prefix is too large for the format")
    return numbers


def cast(head: StoredHead, form: Form, *, context: bool) -> tuple[Floats, Floats, Floats, float]:
    """lam k_i, b_i - shift and v_i in the format, and the shift: half the sum of the largest and the smallest bias
    unless there is context or the biases are numbers of the format.  Each number is rounded to float64 before."""
    first = head.bias[0][:, 0]
    fits = len(head.bias) == 1 and bool((_round(first, form) == first).all())
    shift = 0.0 if context or fits else float(first.max() + first.min()) / 2
    with precision(256 + 53 * len(head.keys)):
        keys = [[float((head.lam * c).mid()) for c in key] for key in rows(head.keys)]
        bias = [float((b - shift).mid()) for (b,) in rows(head.bias)]
        v = [[float(c.mid()) for c in row] for row in rows(head.values)]
    return _round(np.array(keys), form), _round(np.array(bias), form), _round(np.array(v), form), shift


# --- one evaluation -------------------------------------------------------------------------------------------------


class Errors(NamedTuple):
    """A logit is off by at most ``level`` + ``slope`` c_i and by at most ``theta``, c_i = |x| max |k_j| - <x, k_i>;
    then the quotient errs by ``sums`` times the mean of |v_i|, and by ``underflow``."""

    level: arb
    slope: arb
    theta: arb
    sums: arb
    underflow: arb


def growth(theta: arb) -> arb:
    """C with |A' - A| <= C sum w_i |v_i - A| when logits move by at most theta: e^theta sinh theta, since A' - A is the
    mean of (e^{t_i} - cosh theta)(v_i - A) divided by that of e^{t_i}."""
    return theta.exp() * theta.sinh()


def query_error(form: Form, d: int) -> arb:
    """|fl(x) - x| for unit x in R^d: at most u |x_j|, and at most u/2 since |x_j| <= 1, for every coordinate."""
    return arb(form.u) * (arb(d).sqrt() / 2).min(arb(1)) + d * form.omega


def _gamma(j: int, u: fmpq) -> fmpq:
    if not 2 * j * u < 1:
        raise Refused(f"{j} roundings of {u} each may lose every digit")
    return j * u / (1 - j * u)


def _lost(source: Form, goal: Form) -> fmpq:
    """The unit of storing numbers of one format in another."""
    return goal.u if goal.bits < source.bits else fmpq(0)


def _half_unit(form: Form, size: arb) -> fmpq:
    """Half a unit in the last place below a power of two that is at least ``size``."""
    power = fmpq(2) ** (form.emin + 1)  # below, subnormal numbers are as far apart
    while not size <= power:
        power *= 2
    return power * form.u / 2


def _stored(form: Form, most: arb, low: arb, high: arb) -> tuple[arb, arb, arb]:
    """(far, near, slope): storing a logit errs by at most far, and by at most near + slope c.

    Logits are at most ``most``, and c plus a logit lies between ``low`` and ``high``.  Beyond a power of two P that
    exceeds both, a logit is negative and c > P + low, while half a unit is P u up to 2 P.
    """
    far, near, slope = arb(_half_unit(form, most)), _half_unit(form, abs(low).max(abs(high))), arb(0)
    power = 2 * near / form.u
    while not most <= power:
        if not power + low > 0:
            return far, far, arb(0)
        slope = slope.max(arb(power * form.u - near) / (power + low))
        power *= 2
    return far, arb(near).min(far), slope


def errors_of(
    how: HardwareNumbers,
    keys: Sequence[Vector],
    bias: Sequence[arb],
    v: Sequence[Vector],
    query: arb,
    tokens: int,
    share: arb,
) -> Errors:
    """The errors at exact data x, ||x| - 1| <= u, with up to ``tokens`` more of score and value 0 that have at most
    ``share`` of the weight; ``query`` |k_i| is added to those of the logits."""
    data, acc, logits, soft, factors = map(format_of, (how.dtype, how.accumulate, how.logits, how.softmax, how.weights))
    if max(data.bits, factors.bits) > acc.bits:
        raise Refused("sums in a narrower format than their terms are not covered")
    N, d, n = len(keys), len(keys[0]), len(keys) + tokens
    longest, low, high = largest([length(k) for k in keys]), -largest([-b for b in bias]), largest(list(bias))
    reach, size_v = longest.upper() * (1 + 2 * data.u), largest([length(x) for x in v])
    size = reach + high.max(-low)
    omega = max(form.omega for form in (data, acc, logits, soft, factors))
    for form, need in (
        (acc, 2 * size), (logits, 2 * size), (soft, 4 * size), (soft, arb(2 * n)),
        (acc, 2 * n * (1 + size_v)), (data, 2 * (1 + size_v)),
    ):  # fmt: skip
        if not need < arb(form.top):
            raise Refused("logits, sums or results may overflow")

    # Logits: d products and a bias are summed and stored, the maximum subtracted, exp taken.
    level = _gamma(d + 1, acc.u) * size + 2 * (d + 2) * omega + query * reach
    most, far, near, slope = size + level, arb(0), arb(0), arb(0)
    if logits.bits < acc.bits:
        spare = (data.u + d * data.omega) * reach + level
        far, near, slope = _stored(logits, most, low + longest - spare, high + longest + spare)
    again = _lost(logits, soft) * (most + far)
    gap = (2 * reach + high - low).max(size if tokens else arb(0)) + 2 * (level + far + again)
    exp = 2 * how.exp_ulp * soft.u
    if not 2 * exp < 1:
        raise Refused("exp has no digit")
    blocks = 0 if how.online is None else -(-n // how.online)
    level += again + soft.u * gap + (2 + blocks) * soft.omega - (1 + blocks) * arb(1 - exp).log()
    theta, level = level + far, level + near

    # The sum of the weights (context tokens cost at most a few times their share), weighted values, quotient, result.
    depth = n - 1 if how.block is None or how.block >= n else min(n - 1, how.block - 2 - (-n // how.block))
    depth = min(depth, N - 1) + 2 * blocks
    wide = max(soft.u, acc.u)
    below = arb(_gamma(depth + blocks + 1, wide))
    if tokens:
        below = (below + 6 * share * (2 * theta).exp()).min(arb(_gamma(n + 3 * blocks, wide)))
    weight = (1 + _lost(soft, factors)) * (1 + soft.u) * (1 + _gamma(depth + 1, acc.u))
    sums = weight * (1 + wide) * (1 + max(_lost(acc, data), _lost(soft, data))) / (1 - below) - 1

    # Below the normal range: errors of each token's part of numerator and denominator, and of every rescaling.
    root = arb(len(v[0])).sqrt()
    above = n * (3 * size_v + 2 * root) * omega + blocks * (2 * root + n * size_v) * omega
    beneath = (2 * n + blocks * (n + 2)) * omega
    least = arb(1 - exp) ** (1 + blocks) * (1 - below) - (1 + sums) * beneath
    if not least > 0:
        raise Refused("all weights may underflow")
    tiny = (1 + sums) ** 3 * (above + beneath * size_v) / least + 2 * root * data.omega
    return Errors(level, slope, theta, sums, tiny)
