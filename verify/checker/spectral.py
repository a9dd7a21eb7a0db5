"""Theorems H2 and H1 for a stored spectral prefix (theory H)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flint import arb, ctx, fmpq
from msgspec import UNSET

from verify.certificate import Certificate, H1Numbers, H2Numbers, rational
from verify.checker.balls import (
    Refused,
    Undecided,
    demand,
    diameter,
    directions,
    distance,
    dot,
    largest,
    length,
    precision,
)
from verify.checker.kernel import eigenvalue, gram_work, legendre_sums, product_gauss, tail
from verify.checker.model import Model, claimed_model
from verify.checker.polynomial import Harmonics, dimension, square_norms, values_at
from verify.checker.stored_head import StoredHead, rows
from verify.checker.target import Tape

__all__ = ["aliasing_form", "gram_form", "softmax_weights"]

MAX_DEGREE = 2000
MAX_CUTOFF = 500
MAX_LAM = 500
MAX_WORK = 40_000_000


def _model(claim: Certificate, tape: Tape | None, numbers: H1Numbers | H2Numbers) -> Model:
    if tape is None or numbers.degree > MAX_DEGREE or rational(claim.lam) > MAX_LAM:
        raise Refused(f"too large to check here: degree at most {MAX_DEGREE} and lam at most {MAX_LAM} for H1 and H2")
    return claimed_model(tape, numbers)


def _ratios(m: int, lam: fmpq, components: Sequence[Harmonics]) -> dict[int, arb]:
    """a_k = phihat_k/phihat_0 for the degrees of the components (theory A8)."""
    first = eigenvalue(m, 0, lam)
    return {k: eigenvalue(m, k, lam) / first for k in sorted(set().union(*components))}


def gram_form(claim: Certificate, head: StoredHead, tape: Tape | None) -> Callable[[], arb]:
    """Theorem H2 for the directions p_i of the keys, any nodes; keys off the sphere move the logits by lam norm_defect.

    Moving all logits by at most theta moves the head by at most diam(v) tanh(theta/2) <= max|v| theta.
    """
    numbers, m, lam = claim.numbers, head.m, head.lam
    if not isinstance(numbers, H2Numbers):
        raise Refused("theorem H2 needs its own numbers")
    n, K, N = numbers.degree, numbers.cutoff, claim.tokens
    if n > K:
        raise Refused(f"the cutoff {K} is below the degree {n}")
    if K > MAX_CUTOFF or gram_work(m, K, N) * (2 + claim.outputs // 4 + ctx.prec // 256) > 2 * MAX_WORK:
        raise Refused(f"too large to check here: Gram sums of {N} tokens up to degree {K}")
    model = _model(claim, tape, numbers)

    def bound() -> arb:
        with precision(ctx.prec + 13 * K // 10 + 16):  # the recurrence loses a factor 1 + sqrt 2 per degree
            points, defect = directions(rows(head.keys))
            demand(defect, rational(numbers.norm_defect), "norm_defect")
            weights, v = softmax_weights(head), rows(head.values)
            u = [[w * x for x in row] for w, row in zip(weights, v, strict=True)]
            a, f = _ratios(m, lam, model.components), values_at(model.components, points)
            phi, tau, squares = eigenvalue(m, 0, lam), tail(m, K, lam), square_norms(model.components)
            mismatch = alias = arb(0)  # sum_{k<=K} A_k R_k and sum_{1<=k<=K} A_k rho_k
            for k, (uu, ww) in enumerate(legendre_sums(m, K, points, [u, [[w] for w in weights]])):
                Z = dimension(m, k)
                A = Z * eigenvalue(m, k, lam)
                if k in a:
                    uu += (arb(squares[k]) / a[k] ** 2 - 2 * sum(map(dot, u, f[k]), arb(0)) / a[k]) / Z
                mismatch += A * uu.nonnegative_part().sqrt()
                if k:
                    alias += A * ww.nonnegative_part().sqrt()
            sizes = [length(row) for row in v]
            below = phi - alias - tau
            if not below > 0:
                raise Undecided("the denominator of theorem H2 is not seen to be positive")
            above = mismatch + tau * dot(weights, sizes) + model.sup_norm * (alias + tau)
            return model.truncation + above / below + largest(sizes) * arb(lam) * defect

    return bound


def softmax_weights(head: StoredHead) -> list[arb]:
    """om_i = e^{b_i}/sum_j e^{b_j}, without overflow."""
    bias = [b for (b,) in rows(head.bias)]
    top = largest(bias).mid()
    weights = [(b - top).exp() for b in bias]
    total = sum(weights, arb(0))
    return [w / total for w in weights]


def aliasing_form(claim: Certificate, head: StoredHead, tape: Tape | None) -> Callable[[], arb]:
    """Theorem H1 for the ideal product Gauss prefix, and how far the stored numbers are from it.

    Logits that move by at most theta = lam key_error + bias_error move the head by at most diam(v) tanh(theta/2).  A
    boost that all biases share does not move it.
    """
    numbers, m, lam = claim.numbers, head.m, head.lam
    boost = fmpq(0) if claim.context is UNSET else rational(claim.context.boost)
    if not isinstance(numbers, H1Numbers):
        raise Refused("theorem H1 needs its own numbers")
    n, D = numbers.degree, numbers.exactness
    if 2 * n > D:
        raise Refused(f"theorem H1 needs exactness D >= 2n, got D = {D}, n = {n}")
    if D > MAX_DEGREE or (D + 1) * ((D + 2) // 2) ** (m - 1) != claim.tokens:
        raise Refused(f"a product Gauss rule exact to degree {D} on S^{m} does not have {claim.tokens} points")
    model = _model(claim, tape, numbers)

    def bound() -> arb:
        points, weights = product_gauss(m, D)
        a = _ratios(m, lam, model.components)
        g = [[arb(0)] * claim.outputs for _ in points]
        for k, f in values_at(model.components, points).items():
            g = [[x + y / a[k] for x, y in zip(row, more, strict=True)] for row, more in zip(g, f, strict=True)]
        keys, v, bias = rows(head.keys), rows(head.values), [b for (b,) in rows(head.bias)]
        key_error = largest(list(map(distance, keys, points)))
        bias_error = largest([abs(b - boost - w.log()) for b, w in zip(bias, weights, strict=True)])
        value_error = largest(list(map(distance, v, g)))
        demand(key_error, rational(numbers.key_error), "key_error")
        demand(bias_error, rational(numbers.bias_error), "bias_error")
        demand(value_error, rational(numbers.value_error), "value_error")
        phi, tau = eigenvalue(m, 0, lam), tail(m, D, lam)
        if not phi - tau > 0:
            raise Undecided("theorem H1 needs tau_D < phihat_0")
        size = dot(weights, [length(row) for row in g])
        ideal = (size * tail(m, D - n, lam) + model.sup_norm * tau) / (phi - tau)
        theta = arb(lam) * key_error + bias_error
        return model.truncation + ideal + value_error + diameter(v) * (theta / 2).tanh()

    return bound
