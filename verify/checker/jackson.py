"""Theorem H3 for a stored Jackson prefix: a Lipschitz target known at the nodes only (theory D3, H3)."""

from __future__ import annotations

from collections.abc import Callable

from flint import arb, arb_mat, arb_poly, ctx, fmpq, fmpq_poly
from msgspec import UNSET

from verify.certificate import Certificate, H3Numbers, rational
from verify.checker.balls import Refused, Undecided, Vector, demand, diameter, distance, dot, largest, length, precision
from verify.checker.kernel import eigenvalue, gauss, legendre, product_gauss, tail
from verify.checker.lipschitz import verify_lipschitz
from verify.checker.polynomial import dimension
from verify.checker.stored_head import StoredHead, rows
from verify.checker.target import Tape, values

__all__ = ["sampled_form"]

MAX_KERNEL = 200
MAX_LAM = 500
MAX_WORK = 40_000_000


def sampled_form(claim: Certificate, head: StoredHead, tape: Tape | None) -> Callable[[], arb]:
    """Theorem H3 for the ideal prefix on product Gauss nodes, and how far the stored numbers are from it.

    f_k = sum_j om_j f(p_j) Q_k(<x,p_j>) is a mean of the f(p_j) of degree 2k, within L env(t_{k+1}) of f (theory D3);
    the values are those of sum_l (f_k)_l/a_l, so theorem H1 bounds the head minus f_k.
    """
    numbers, m, lam, N = claim.numbers, head.m, head.lam, claim.tokens
    boost = fmpq(0) if claim.context is UNSET else rational(claim.context.boost)
    if not isinstance(numbers, H3Numbers):
        raise Refused("theorem H3 needs its own numbers")
    k, D, L = numbers.kernel, numbers.exactness, rational(numbers.lipschitz)
    if max(2 * k + 1, 4 * k) > D:
        raise Refused(f"theorem H3 needs exactness D >= max(2k+1, 4k), got D = {D}, k = {k}")
    if (D + 1) * ((D + 2) // 2) ** (m - 1) != N:
        raise Refused(f"a product Gauss rule exact to degree {D} on S^{m} does not have {N} points")
    if k > MAX_KERNEL or lam > MAX_LAM or N * N * (k + 1 + claim.outputs) * (2 + ctx.prec // 256) > 2 * MAX_WORK:
        raise Refused(f"too large to check here: {N} tokens with a kernel of degree {2 * k}")
    if numbers.lipschitz_status != "given":
        if tape is None:
            raise Refused("a Lipschitz constant can only be verified for an expression")
        with precision(64):
            verify_lipschitz(tape, L)

    def bound() -> arb:
        with precision(ctx.prec + 8 * k + 32):
            points, om = product_gauss(m, D)
            keys, v, bias = rows(head.keys), rows(head.values), [b for (b,) in rows(head.bias)]
            value_error, sup = arb(rational(numbers.value_error)), arb(rational(numbers.sup_norm))
            best, multiplier = _kernel(m, k)
            if tape is not None:
                found = [values(tape, p) for p in points]
                f = [[row[i] for i in tape.outputs] for row in found]
                demand(largest(list(map(length, f))), rational(numbers.sup_norm), "sup_norm")
                g = _smoothed(m, lam, multiplier, points, [[w * y for y in row] for w, row in zip(om, f, strict=True)])
                value_error = largest(list(map(distance, v, g)))
                demand(value_error, rational(numbers.value_error), "value_error")
            key_error = largest(list(map(distance, keys, points)))
            bias_error = largest([abs(b - boost - w.log()) for b, w in zip(bias, om, strict=True)])
            demand(key_error, rational(numbers.key_error), "key_error")
            demand(bias_error, rational(numbers.bias_error), "bias_error")
            phi, tau = eigenvalue(m, 0, lam), tail(m, D, lam)
            if not phi - tau > 0:
                raise Undecided("theorem H3 needs tau_D < phihat_0")
            size = dot(om, list(map(length, v))) + value_error
            ideal = (size * tail(m, D - 2 * k, lam) + sup * tau) / (phi - tau)
            theta = arb(lam) * key_error + bias_error
            return arb(L) * _envelope(best) + ideal + value_error + diameter(v) * (theta / 2).tanh()

    return bound


def _kernel(m: int, k: int) -> tuple[arb, list[arb]]:
    """t_{k+1}, and q_l = int Q_k P_l for l = 0..2k (theory D1), by the Gauss rule with 2k+1 nodes.

    Q_k = (sum_{j<=k} Z_j P_j(t_{k+1}) P_j)^2 / sum_{j<=k} Z_j P_j(t_{k+1})^2.
    """
    best = gauss(m, k + 1)[-1][0]
    weights = [dimension(m, j) * p for j, p in enumerate(legendre(m, k, best))]
    mass = dot(weights, legendre(m, k, best))
    q = [arb(0)] * (2 * k + 1)
    for t, w in gauss(m, 2 * k + 1):
        p = legendre(m, 2 * k, t)
        density = w * dot(weights, p[: k + 1]) ** 2 / mass
        q = [total + density * y for total, y in zip(q, p, strict=True)]
    return best, q


def _smoothed(m: int, lam: fmpq, q: list[arb], points: list[Vector], terms: list[Vector]) -> list[Vector]:
    """sum_j terms_j sum_l Z_l q_l/a_l P_l(<p_i,p_j>) for every i: a polynomial in the scalar products."""
    first = eigenvalue(m, 0, lam)
    p, whole = [fmpq_poly([1]), fmpq_poly([0, 1])], arb_poly([0])
    for l, multiplier in enumerate(q):
        if l > 1:
            p.append((fmpq_poly([0, 2 * l + m - 3]) * p[-1] - (l - 1) * p[-2]) / (l + m - 2))
        whole += arb_poly(p[l]) * (dimension(m, l) * multiplier * first / eigenvalue(m, l, lam))
    matrix, right = arb_mat(points), arb_mat(terms)
    flipped, found = matrix.transpose(), []
    for x in points:
        products = (arb_mat([x]) * flipped).entries()
        found.append((arb_mat([[whole(t) for t in products]]) * right).entries())
    return found


def _envelope(mean: arb) -> arb:
    """At least E arccos for every law on [-1, 1] with this mean (theory C0).

    arccos is concave beyond 0, and its tangents there pass above (-1, pi) from cos theta* on, where (pi - theta*) sin
    theta* = 1 + cos theta*.  The line from (-1, pi) of slope -1/sin theta lies above arccos for theta
    in [theta*, pi/2].
    """

    def defect(theta: arb) -> arb:
        return 1 + theta.cos() - (arb.pi() - theta) * theta.sin()

    theta = arb("0.8104708").mid()
    for _ in range(ctx.prec.bit_length()):
        theta = (theta + defect(theta) / ((arb.pi() - theta) * theta.cos())).mid()
    low, high = theta - arb(2) ** -(ctx.prec // 2), theta + arb(2) ** -(ctx.prec // 2)
    if not (defect(low) > 0 and defect(high) < 0 and high < arb.pi() / 2):  # it decreases on [0, pi/2]
        raise Undecided("the contact angle of the envelope of arccos is not enclosed")
    return mean.acos() if mean >= low.cos() else arb.pi() - (1 + mean) / high.sin()
