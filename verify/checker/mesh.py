"""Theorem H6 for a stored head: its values on a finite mesh bound its error on the whole sphere (theory H6).

With u_i = om_i v_i, N = sum u_i e^{lam <x,k_i>} and S = sum om_i e^{lam <x,k_i>} the head is N/S.  Up to tau = tau_K of
theory A7 (at lam max|k_i|) every exponential is a polynomial of degree K, so for a target within ``truncation`` of a
polynomial f_n of degree n and |e| = 1 the function H_e = eps S - <e, N - f_n S> is a polynomial of degree K + n up to
rho = tau (eps + sum|u_i| + |f_n|).  By M. Riesz's lemma (|T| <= M = T(0) gives T(t) >= M cos(nt) for |t| <= pi/n, T a
trigonometric polynomial of degree n) such a polynomial p has |p - c| <= max_mesh |p - c| / cos((K+n) delta) on a mesh
of covering radius delta.  If that makes all H_e >= 0, then |N/S - f_n| <= eps everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import numpy as np
from flint import arb, arb_mat, ctx, fmpq
from numpy.typing import NDArray

from verify.certificate import Certificate, H6Numbers, rational
from verify.checker.balls import Refused, Undecided, Vector, largest, length
from verify.checker.kernel import tail
from verify.checker.model import claimed_model
from verify.checker.spectral import softmax_weights
from verify.checker.stored_head import StoredHead, rows
from verify.checker.target import Tape, values

__all__ = ["batches", "distinct", "mesh", "mesh_form", "mesh_size"]

MAX_DEGREE = 500
MAX_LAM = 500
MAX_WORK = 30_000_000
BATCH = 512


def mesh_form(claim: Certificate, head: StoredHead, tape: Tape | None) -> Callable[[], arb]:
    """Theorem H6 for the stored keys, values and biases, whatever they are."""
    numbers, m = claim.numbers, head.m
    if not isinstance(numbers, H6Numbers):
        raise Refused("theorem H6 needs its own numbers")
    if tape is None:
        raise Refused("theorem H6 needs a target that is an expression")
    n, K, s = numbers.degree, numbers.cutoff, numbers.steps
    if n > MAX_DEGREE or K > MAX_DEGREE or head.lam > MAX_LAM:
        raise Refused(f"too large to check here: degree and cutoff at most {MAX_DEGREE}, lam at most {MAX_LAM}")
    first, groups = distinct(head.keys)
    if mesh_size(m, s) * (len(first) + tape.cost) * (2 + ctx.prec // 256) > 2 * MAX_WORK:
        raise Refused(f"too large to check here: {len(first)} keys at a mesh of {s} steps on S^{m}")
    if not (K + n) * (K + n) * m < s * s:
        raise Refused(f"a mesh of {s} steps on S^{m} is too coarse for polynomials of degree {K + n}")
    model = claimed_model(tape, numbers)
    eps = rational(numbers.head_error)

    def bound() -> arb:
        keys, v, om = rows(head.keys), rows(head.values), softmax_weights(head)
        top = (arb(head.lam) * largest([length(key) for key in keys])).upper().max(arb(fmpq(1, 1024)))
        if not top <= 2 * MAX_LAM:  # lam alone says nothing of logits when keys may be long
            raise Refused(f"too large to check here: lam max|k_i| is above {2 * MAX_LAM}")
        low, high = arb.pos_inf(), arb.neg_inf()
        table = arb_mat(len(first), 1 + len(v[0]))
        for i, w, row in zip(groups, om, v, strict=True):
            for j, c in enumerate([arb(1), *row]):
                table[i, j] += w * c
        scaled = arb_mat([[head.lam * c for c in keys[i]] for i in first]).transpose()
        for points in batches(mesh(m, s)):
            logits = arb_mat(points) * scaled
            exponentials = [(z - top).exp() for z in logits.entries()]
            sums = (arb_mat(logits.nrows(), logits.ncols(), exponentials) * table).tolist()
            for x, (mass, *numerator) in zip(points, sums, strict=True):
                found = values(tape, x)
                rest = [a - found[i] * mass for a, i in zip(numerator, tape.outputs, strict=True)]
                size = length(rest) + model.truncation * mass
                low, high = low.min(eps * mass - size), high.max(eps * mass + size)
        tau = tail(m, K, top.fmpq())
        rho = tau * (eps + sum((w * length(row) for w, row in zip(om, v, strict=True)), arb(0)) + model.sup_norm)
        widest = ((high - low) / 2 + rho) / (arb.pi() * arb(m).sqrt() * fmpq(K + n, 2 * s)).cos()
        room = (low + high) / 2 - widest - rho
        if not room >= 0:
            raise (Refused if room < 0 else Undecided)(f"head_error {numbers.head_error} does not follow from the mesh")
        return eps + model.truncation

    return bound


def distinct(parts: Sequence[NDArray[np.float64]]) -> tuple[list[int], list[int]]:
    """The first row of each kind (components ``parts``), and for every row which of these it equals."""
    _, first, group = np.unique(np.concatenate(list(parts), axis=1), axis=0, return_index=True, return_inverse=True)
    return first.tolist(), group.ravel().tolist()


def mesh(m: int, s: int) -> Iterator[Vector]:
    """Points of S^m with covering radius at most sqrt(m) pi/(2s).

    The circle: 2s points.  Above it: the latitudes (2j+1) pi/(2s), each with the mesh of S^{m-1} of ceil(s sigma_j)
    steps, sigma_j the largest sine within pi/(2s) of the latitude.  A point moves to the nearest latitude and along it
    at once; the squares of the two lengths, at most pi/(2s) and sqrt(m-1) pi/(2s), add up.
    """
    if m == 1:
        for j in range(2 * s):
            sine, cosine = arb.sin_cos_pi_fmpq(fmpq(j, s))
            yield [cosine, sine]
        return
    for j in range(s):
        sine, cosine = arb.sin_cos_pi_fmpq(fmpq(2 * j + 1, 2 * s))
        for y in mesh(m - 1, _substeps(s, j)):
            yield [*(sine * c for c in y), cosine]


def _substeps(s: int, j: int) -> int:
    """ceil(s sigma_j), or one more."""
    near = fmpq(min(abs(s - 2 * j), abs(s - 2 * j - 2)), 2 * s) if s != 2 * j + 1 else fmpq(0)
    return int((s * arb.cos_pi_fmpq(near)).upper().ceil().fmpq().p)


@cache
def mesh_size(m: int, s: int) -> int:
    """The number of points, or the work limit when there are more."""
    if m == 1:
        return 2 * s
    total = 0
    for j in range(s):
        total += mesh_size(m - 1, _substeps(s, j))
        if total > MAX_WORK:
            break
    return total


def batches(points: Iterator[Vector]) -> Iterator[list[Vector]]:
    """The points, some hundreds at a time."""
    batch: list[Vector] = []
    for x in points:
        batch.append(x)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
