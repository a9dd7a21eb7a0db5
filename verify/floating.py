"""What hardware computes: a proved bound for |fl(A) - A|, the rounding error of one evaluation of a head (theory L).

The head is exact data (`constructions.formats.CastHead`); `Arithmetic` states the number formats of every stage.  The
bound covers max-subtracted softmax, divided at the end or normalised first, and the online form in blocks of keys
(FlashAttention).  That the library's exp is accurate to ``exp_ulp`` is the one assumption about hardware beyond IEEE
754's basic operations.  Balls, rounded outwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from flint import arb, fmpq

from constructions.formats import BINARY32, BINARY64, CastHead, Format
from theory.balls import ball, maximum, minimum, precision, upper
from theory.errors import HypothesisError, InputError
from verify.certificate import exp_assumption
from verify.local_means import Rows, largest_mean

__all__ = [
    "Arithmetic",
    "Errors",
    "RoundingBound",
    "errors_of",
    "gamma",
    "growth",
    "query_error",
    "rounding_bound",
    "usual",
]


@dataclass(frozen=True)
class Arithmetic:
    """The formats of one evaluation at queries x (and a constant coordinate 1 that meets the biases).

    ``data``: x and the result.  ``accumulate``: sums of products, products exact or rounded, fused or not.  ``logits``:
    stored logits.  ``softmax``: subtraction of the maximum, exp, sum and quotient.  ``weights``: the factors of the
    values.  ``block``: sums of n terms are taken in blocks of this many, which are then added (None: any order).
    ``online``: the online softmax over blocks of this many keys.  ``exp_ulp``: accuracy of exp, an assumption.
    """

    data: Format
    accumulate: Format
    logits: Format
    softmax: Format
    weights: Format
    block: int | None = None
    online: int | None = None
    exp_ulp: int = 4

    def __post_init__(self) -> None:
        for name, size in (("block", self.block), ("online", self.online), ("exp_ulp", self.exp_ulp)):
            if size is not None and size < 1:
                raise InputError(f"{name} = {size} must be at least 1")
        for name, form in (("data", self.data), ("weights", self.weights)):
            if form.bits > self.accumulate.bits:
                raise InputError(f"sums in {self.accumulate.name} of {name} in {form.name} are not covered: sum wider")

    @property
    def assumption(self) -> str:
        """The sentence about hardware that nobody proves here."""
        forms = (self.data, self.accumulate, self.logits, self.softmax, self.weights)
        return exp_assumption(self.softmax.name, self.exp_ulp, gradual="float16" in [form.name for form in forms])


def usual(form: Format, *, fused: bool = False, online: int | None = None) -> Arithmetic:
    """What libraries do: float32 sums and softmax for the 16-bit formats, whose logits and weights may be rounded too;
    everything in the format itself for float32 and float64.

    ``fused``: only kernels that keep logits in the format of the sums, as FlashAttention does; without it both kinds.
    """
    wide = form if form in (BINARY32, BINARY64) else BINARY32
    return Arithmetic(
        data=form,
        accumulate=wide,
        logits=wide if fused else form,
        softmax=wide,
        weights=form,
        online=online,
        exp_ulp=_FAST_EXP if wide is BINARY32 else 4,
    )


_FAST_EXP = 20
"""Accuracy in ulp of the fast float32 exp in PyTorch's fused kernels for the CPU, as their source states it."""


class RoundingBound(NamedTuple):
    """The bound and its parts, upper bounds over the whole sphere.

    ``logits`` theta: how far logits may be off, errors of exp included; ``sums`` rho: relative error of the weighted
    sums and their quotient; ``total``: the bound of |fl(A) - A|.
    """

    logits: arb
    sums: arb
    total: arb


def gamma(j: int, u: fmpq) -> fmpq:
    """gamma_j = j u/(1 - j u), the relative error of j roundings (Higham 2002); `HypothesisError` unless j u < 1/2.

    >>> gamma(3, fmpq(1, 2**24)) < fmpq(301, 100 * 2**24)
    True
    """
    if not 2 * j * u < 1:
        raise HypothesisError(f"{j} roundings of {u} each may lose every digit: sum in a wider format or in blocks")
    return j * u / (1 - j * u)


def _depth(n: int, block: int | None) -> int:
    """The largest number of additions that a term of a sum of n terms goes through."""
    if block is None or block >= n:
        return n - 1
    return min(n - 1, block - 1 + -(-n // block) - 1)


def _narrowing(source: Format, goal: Format) -> fmpq:
    """The unit of the rounding when numbers of ``source`` become numbers of ``goal``; 0 if they all fit."""
    return goal.unit if goal.bits < source.bits else fmpq(0)


def rounding_bound(
    head: CastHead,
    arithmetic: Arithmetic,
    *,
    query: Literal["cast", "exact"] = "cast",
    moved: arb | None = None,
    spread: arb | None = None,
    context: int = 0,
    share: arb | None = None,
    effort: int = 10_000,
) -> RoundingBound:
    """A bound for |fl(A) - A|, Euclidean, over all x of S^m.

    ``query`` "cast": fl(A) is evaluated at x rounded to ``arithmetic.data``, A at x; "exact": x is exact data with
    |x| <= 1 + u, and both are taken there.  ``moved``: A is the head whose logits differ by up to this much from those
    of ``head``, which was cast from it (default 0).  ``spread`` >= sum_i w_i |v_i - A| for the weights of A on the
    sphere, if a theorem gives it.
    ``context``: up to so many visible tokens of score 0 and value 0, with at most ``share`` of the weight.  ``effort``:
    token evaluations that may be spent on the local means.  Raises `HypothesisError` when the formats are too narrow
    for a bound, `InputError` when sums may overflow.
    """
    with precision(128):
        zero, one = arb(0), arb(1)
        return _bound(
            head,
            arithmetic,
            query,
            zero if moved is None else moved,
            spread,
            context,
            one if share is None else share,
            effort,
        )


class Errors(NamedTuple):
    """What the formats cost, for a head and at most ``context`` tokens of score and value 0.

    With R = max |k_i|: the logit s_i at x, |x| = r, is off by at most ``level`` + ``slope`` (r R - <x,k_i>) and by at
    most ``theta``; then sum w_i v_i is off by at most ``sums`` sum w_i |v_i|; what underflows costs ``underflow``.
    """

    level: arb
    slope: arb
    theta: arb
    sums: arb
    underflow: arb


def query_error(form: Format, d: int) -> arb:
    """A bound of |fl(x) - x| for unit x in R^d: half a unit in the last place is at most u/2 below 1."""
    return ball(form.unit) * (arb(d).sqrt() / 2).min(arb(1)) + d * ball(form.underflow)


def _half_unit(form: Format, size: arb) -> fmpq:
    """Half a unit in the last place of the largest number of the format below a power of two >= ``size`` >= 0."""
    power = fmpq(2) ** (form.emin + 1)  # below, subnormal numbers are as far apart
    while not size <= power:
        power *= 2
    return power * form.unit / 2


def _stored(form: Format, most: arb, low: arb, high: arb) -> tuple[arb, arb, arb]:
    """Storing a logit s in the format errs by at most ``far`` and by at most ``near`` + ``slope`` c, c = r R - <x,k>.

    Computed logits are at most ``most``; c plus one of them lies between ``low`` and ``high``.  Half a unit grows at
    powers of two: those above all s with c = 0 fix the slope.
    """
    far = ball(_half_unit(form, most))
    near = _half_unit(form, abs(low).max(abs(high)))
    slope, power = arb(0), near / form.unit * 2
    while not most <= power:
        if not power + low > 0:
            return far, far, arb(0)
        slope = slope.max(ball(power * form.unit - near) / (power + low))
        power *= 2
    return far, ball(near).min(far), slope


def errors_of(rows: Rows, how: Arithmetic, query: arb, context: int, share: arb) -> Errors:
    """The errors at exact data x, ||x| - 1| <= u; ``query`` |k_i| is added to those of the logits.

    Raises as `rounding_bound`.
    """
    N, d, q = len(rows.keys), len(rows.keys[0]), len(rows.values[0])
    n = N + context
    u, acc, soft = how.data.unit, how.accumulate.unit, how.softmax.unit
    reach = upper(maximum(rows.key_lengths)) * (1 + 2 * u)  # |<k_i, x>|: |x| <= 1 + u and an underflow
    low, high = minimum(rows.biases), maximum(rows.biases)
    largest_value = maximum(rows.value_lengths)
    size = reach + high.max(-low)
    omega = max(form.underflow for form in (how.data, how.accumulate, how.logits, how.softmax, how.weights))
    _refuse_overflow(how, size, n, largest_value)

    # Logits: d products and a bias summed, perhaps stored in another format, the maximum subtracted, exp.
    g = gamma(d + 1, acc)
    level = g * size + 2 * (d + 2) * omega + query * reach
    most = size + level
    far, near, slope = arb(0), arb(0), arb(0)
    if how.logits.bits < how.accumulate.bits:
        length, spare = maximum(rows.key_lengths), (u + d * how.data.underflow) * reach + level
        far, near, slope = _stored(how.logits, most, low + length - spare, high + length + spare)
    again = _narrowing(how.logits, how.softmax) * (most + far)
    gap = (2 * reach + high - low).max(size if context else arb(0)) + 2 * (level + far + again)
    exp = 2 * how.exp_ulp * soft
    if not 2 * exp < 1:
        raise HypothesisError(f"exp to {how.exp_ulp} ulp in {how.softmax.name} has no digit: use a wider softmax")
    blocks = 0 if how.online is None else -(-n // how.online)
    level += again + soft * gap + (2 + blocks) * how.softmax.underflow - (1 + blocks) * ball(1 - exp).log()
    theta, level = level + far, level + near

    # Sums: weights rounded, products and sums (one more product and sum for each rescaling), quotient, result.
    # Context tokens add exact zeros to the numerator.  In the denominator a sum to nearest errs by at most its smaller
    # term, so they cost at most a few times their own share, however many they are.
    depth = min(_depth(n, how.block), N - 1) + 2 * blocks
    weight = (1 + _narrowing(how.softmax, how.weights)) * (1 + soft) * (1 + gamma(depth + 1, acc))
    below = ball(gamma(depth + blocks + 1, max(soft, acc)))
    if context:
        below = (below + 6 * share * (2 * theta).exp()).min(ball(gamma(n + 3 * blocks, max(soft, acc))))
    result = max(_narrowing(how.accumulate, how.data), _narrowing(how.softmax, how.data))
    out = (1 + max(soft, acc)) * (1 + result)
    rho = weight * out / (1 - below) - 1

    # Numbers below the normal range: at most three errors omega |v| and two of omega in each token's part of the
    # numerator, two in its part of the denominator, as many for every rescaling; the denominator is at least
    # (1 - exp)^(1 + blocks) (1 - below), since the largest logit has weight 1.
    root = arb(q).sqrt()
    top = n * (3 * largest_value + 2 * root) * omega + blocks * (2 * root + n * largest_value) * omega
    bottom = (2 * n + blocks * (n + 2)) * omega
    least = ball(1 - exp) ** (1 + blocks) * (1 - below) - (1 + rho) * bottom
    if not least > 0:
        raise HypothesisError(f"{n} weights may underflow: use a format with smaller numbers than {omega}")
    tiny = (1 + rho) ** 3 * (top + bottom * largest_value) / least + 2 * root * how.data.underflow
    return Errors(level, slope, theta, rho, tiny)


def _bound(
    head: CastHead, how: Arithmetic, query: str, moved: arb, spread: arb | None, context: int, share: arb, effort: int
) -> RoundingBound:
    if head.form.bits > how.accumulate.bits:
        raise InputError(f"a {head.form.name} prefix is not exact in sums of {how.accumulate.name}: cast it first")
    rows = Rows(head.keys, head.bias, head.values)
    share = (share * moved.exp()).min(arb(1)) if context else arb(0)  # of the cast prefix
    away = query_error(how.data, head.keys.shape[1])
    found = errors_of(rows, how, away if query == "cast" else arb(0), context, share)
    theta, rho, largest_value = found.theta, found.sums, maximum(rows.value_lengths)

    # |fl(A) - A| <= C_1 sum w_i |v_i - A| + C_2 sum w_i |v_i|; context adds at most 2 share max|v| to the spread.
    first, second = growth(theta) + growth(moved), rho * (2 * theta).exp()
    mean = largest_mean(rows, first, second, arb(0) if query == "cast" else ball(how.data.unit), effort)
    if context:
        mean += 2 * first * share * largest_value
    if spread is not None:  # of the exact logits, which casting and rounding move at once
        mean = mean.min(growth(theta + moved) * (spread + 2 * share * largest_value) + rho * largest_value)
    diameter = 2 * rows.radius
    if context:
        diameter = diameter.max(largest_value)
    mean = mean.min(diameter * ((theta / 2).tanh() + (moved / 2).tanh()) + rho * largest_value)
    total = mean + found.underflow
    if not total.is_finite():
        raise HypothesisError("no finite bound for the rounding error: the logits are too large for these formats")
    return RoundingBound(upper(theta), upper(rho), upper(total))


def growth(theta: arb) -> arb:
    """C with |A' - A| <= C sum w_i |v_i - A| when logits differ by at most theta: with c = cosh theta,
    A' - A = sum w_i (e^{theta_i} - c)(v_i - A) / sum w_i e^{theta_i}."""
    return theta.exp() * theta.sinh()


def _refuse_overflow(how: Arithmetic, size: arb, n: int, largest_value: arb) -> None:
    """Logits up to ``size`` (times two when subtracted), n weights up to 1 and their products with values must fit."""
    for form, need, what in (
        (how.accumulate, 2 * size, "logits"),
        (how.logits, 2 * size, "logits"),
        (how.softmax, 4 * size, "logits"),
        (how.softmax, ball(2 * n), "sums of weights"),
        (how.accumulate, 2 * n * (1 + largest_value), "sums of weighted values"),
        (how.data, 2 * (1 + largest_value), "results"),
    ):
        if not need < ball(form.largest):
            raise InputError(f"{what} may reach {need.str(4, radius=False)}, beyond {form.name}; use a wider format")
