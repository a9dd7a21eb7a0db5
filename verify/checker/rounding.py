"""Rounding on hardware: the prefix cast to a number format and evaluated there, at rounded queries (theory L, H6).

For x on S^m the hardware sees fl(x) = r y, |y| = 1, and computes fl(A) from the cast prefix.  With R = max |k_i| of the
cast keys and the softmax weights w_i at r y, three means bound what that costs:
    V = sum w_i |v_i - f_n(y)|^2 >= sum w_i |v_i - A|^2,   C = sum w_i c_i^2,   U = sum w_i |v_i|^2,
c_i = r R - <r y, k_i> >= 0.  A logit is off by at most t_i = level + slope c_i, so with M >= sum w_i t_i the head
moves by at most e^M sum w_i (e^{t_i} - 1) |v_i - A|, along a ray with a slope of at most (1/r) sum w_i c_i |v_i - A|,
and the sums and the quotient err by ``sums`` times the mean of |v_i|.  Cauchy and Schwarz, tangents of square roots,
and the mesh of theorem H6 do the rest.  Without a mesh: values no farther than max |v_i| from 0, or theorem F1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from flint import arb, arb_mat, fmpq
from msgspec import UNSET

from verify.certificate import (
    Certificate,
    F1Numbers,
    H1Numbers,
    H2Numbers,
    H6Numbers,
    MeshNumbers,
    rational,
)
from verify.checker.balls import Refused, Undecided, Vector, demand, distance, dot, largest, length
from verify.checker.floats import Errors, cast, errors_of, format_of, growth, query_error
from verify.checker.kernel import tail
from verify.checker.lipschitz import verify_lipschitz
from verify.checker.mesh import batches, distinct, mesh, mesh_size
from verify.checker.stored_head import StoredHead, rows
from verify.checker.target import Tape, values

__all__ = ["with_hardware"]

MAX_DEGREE = 500
MAX_PAIRS = 12_000_000


def with_hardware(claim: Certificate, head: StoredHead, tape: Tape | None) -> None:
    """Prove the claim about hardware from the error in real arithmetic, which is proved already, or raise `Refused`."""
    hardware = claim.hardware
    if hardware is UNSET:
        return
    form = format_of(hardware.dtype)
    keys, bias, v, shift = cast(head, form, context=claim.context is not UNSET)
    digest = b"".join(np.ascontiguousarray(part, dtype="<f8").tobytes() for part in (keys, bias, v))
    if hashlib.sha256(digest).hexdigest() != hardware.cast_sha256:
        raise Refused("cast_sha256 is not the hash of the prefix cast to the format")
    exact_keys, exact_bias, exact_values = rows(head.keys), [b for (b,) in rows(head.bias)], rows(head.values)
    case = Case(
        [list(map(arb, k)) for k in keys.tolist()],
        list(map(arb, bias.tolist())),
        [list(map(arb, x)) for x in v.tolist()],
    )
    logit = largest([distance([head.lam * c for c in a], b) for a, b in zip(exact_keys, case.keys, strict=True)])
    moved = logit + largest([abs(a - shift - b) for a, b in zip(exact_bias, case.bias, strict=True)])
    real = rational(claim.certified_error) + largest(list(map(distance, exact_values, case.values)))
    away = query_error(form, head.m + 1)
    total = arb(real)
    margin = arb(0)
    if hardware.lipschitz is not None:
        if tape is None:
            raise Refused("a Lipschitz constant can only be verified for an expression")
        L = rational(hardware.lipschitz)
        try:
            verify_lipschitz(tape, L)
        except Refused as error:
            raise type(error)(f"could not re-prove lipschitz {hardware.lipschitz}: {error}") from None
        margin = away
        total += L * away.asin()
    tokens, share = 0, arb(0)
    if claim.context is not UNSET:
        tokens = claim.context.tokens
        share = (rational(claim.context.share) * (moved + margin * case.reach).exp()).min(arb(1))
    errors = errors_of(hardware, case.keys, case.bias, case.values, away - margin, tokens, share)
    if hardware.mesh is None:
        total += _by_values(claim, case, errors, real, moved, margin, tokens, share)
    else:
        total += _by_mesh(claim, hardware.mesh, case, tape, errors, moved, margin, tokens, share)
    demand(total, rational(hardware.error), "the error on hardware")
    if not rational(hardware.error) <= rational(hardware.eps):
        raise Refused(f"the error on hardware {hardware.error} is larger than its eps {hardware.eps}")


@dataclass
class Case:
    """The cast head in balls: ``keys`` [N][d], ``bias`` [N], ``values`` [N][q]; R and max |v_i|."""

    keys: list[Vector]
    bias: list[arb]
    values: list[Vector]

    def __post_init__(self) -> None:
        self.reach = largest([length(k) for k in self.keys]).upper()
        self.sizes = [length(x) for x in self.values]
        self.size = largest(self.sizes)


def _by_values(
    claim: Certificate, case: Case, errors: Errors, real: arb, moved: arb, margin: arb, tokens: int, share: arb
) -> arb:
    """|fl(A) - A| from max |v_i|: logits that move by theta move the head by diam tanh(theta/2); or from theorem F1,
    which bounds sum w_i |v_i - f(x)| and so half of sum w_i |v_i - A|."""
    bound = 2 * case.size * ((errors.theta / 2).tanh() + (moved / 2).tanh())
    bound += 2 * margin / (1 - margin) * case.reach * case.size
    if isinstance(claim.numbers, F1Numbers):  # at exact logits: casting, the length r and rounding move them at once
        mean = real + share * case.size if tokens else real
        bound = bound.min(2 * growth(errors.theta + moved + margin * case.reach) * mean)
    return bound + errors.sums * case.size + errors.underflow


def _by_mesh(
    claim: Certificate,
    numbers: MeshNumbers,
    case: Case,
    tape: Tape | None,
    errors: Errors,
    moved: arb,
    margin: arb,
    tokens: int,
    share: arb,
) -> arb:
    """|fl(A)(r y) - A(y)| from the means V, C and U, which are bounded on a mesh."""
    if tape is None or not isinstance(claim.numbers, H2Numbers | H1Numbers | H6Numbers):
        raise Refused("a mesh needs a target that is an expression and a theorem with a polynomial near it")
    turn = rational(numbers.turn_square)
    v, c, u = (arb(rational(text)) for text in numbers.scales)
    if not (v > 0 and c > 0 and u > 0):
        raise Refused("the scales of the mesh must be positive")
    v, c, u = v.sqrt(), c.sqrt(), u.sqrt()
    mean = errors.level + errors.slope * arb(turn).sqrt()
    steep = (mean + errors.theta).exp()
    radial = margin / (1 - margin)
    spread, turned, size = steep * errors.level + growth(moved), steep * errors.slope + radial, mean.exp() * errors.sums
    constant = (spread * v + size * u) / 2 + errors.sums * steep * mean * case.size + errors.underflow
    # The head before casting, continued along the ray, moves by |r - 1| times its slope at r and by half (r - 1)^2
    # times a third cumulant, which is at most 2 max |v_i| times the mean of c_i^2/r^2 (R^2 for tokens of score 0), and
    # casting moves that slope by a third cumulant too: weights change by at most e^(2 moved).
    reach = case.reach * (1 + margin)
    swing = margin * (turn / (1 - margin) ** 2 + share * reach * reach).sqrt()
    constant += case.size * (2 * moved).exp() * swing * (swing + 4 * moved)
    if tokens:  # logit 0 and value 0: twice their share at most in any mean
        constant += 2 * share * case.size * (steep * mean + growth(moved) + 2 * radial * reach)
    line = [(spread + turned * c) / (2 * v), turned * v / (2 * c), size / (2 * u)]
    proof = _Mesh(claim.numbers, numbers, case, tape, margin)
    proof.demand(arb(turn), [arb(0), arb(1), arb(0)], f"turn_square {numbers.turn_square}")
    most = rational(numbers.mean)
    proof.demand(arb(most), line, f"mean {numbers.mean}")
    return constant + most


class _Mesh:
    """At each point of the mesh: the denominator D, and V, C and U times it, for all |r - 1| <= margin; all weights
    times e^{-r R} and one more constant."""

    def __init__(
        self, theorem: H2Numbers | H1Numbers | H6Numbers, numbers: MeshNumbers, case: Case, tape: Tape, margin: arb
    ) -> None:
        m, K, s = len(case.keys[0]) - 1, numbers.cutoff, numbers.steps
        first, groups = distinct(
            [np.array([[float(c) for c in (*k, b)] for k, b in zip(case.keys, case.bias, strict=True)])]
        )
        degree = K + max(2, 2 * theorem.degree)
        if degree > MAX_DEGREE or mesh_size(m, s) * (len(first) + tape.cost) > MAX_PAIRS:
            raise Refused(f"too large to check here: rounding of {len(first)} keys on a mesh of {s} steps on S^{m}")
        self.angle = arb.pi() * arb(m).sqrt() * fmpq(degree, 2 * s)
        if not self.angle < arb.pi() / 2:
            raise Refused(f"a mesh of {s} steps on S^{m} is too coarse for polynomials of degree {degree}")
        self.case, self.sup = case, arb(rational(theorem.sup_norm))
        self.top = case.reach * (1 + margin)
        high = self.top.upper().max(arb(fmpq(1, 1024)))
        self.tail = tail(m, K, high.fmpq()) * (high - case.reach * (1 - margin)).exp()
        self.mass: list[arb] = []
        self.means: list[Vector] = []
        self._fill(first, groups, tape, mesh(m, s), arb(0, rational(theorem.truncation)), 1 + arb(0, margin.upper()))

    def _fill(
        self, first: list[int], groups: list[int], tape: Tape, points: Iterator[Vector], rest: arb, r: arb
    ) -> None:
        case, highest = self.case, largest(self.case.bias)
        keys = arb_mat([case.keys[i] for i in first]).transpose()
        bias = [case.bias[i] - highest for i in first]
        table, counts = arb_mat(len(first), 2 + len(case.values[0])), arb_mat(len(first), 1)
        for i, value, size in zip(groups, case.values, case.sizes, strict=True):
            counts[i, 0] += 1
            for j, x in enumerate([arb(1), *value, size * size]):
                table[i, j] += x
        for batch in batches(points):
            c = [r * (z - case.reach) for z in (arb_mat(batch) * keys).entries()]
            w = [(z + b).exp() for z, b in zip(c, bias * len(batch), strict=True)]
            shape = len(batch), len(first)
            plain = (arb_mat(*shape, w) * table).tolist()
            turned = (arb_mat(*shape, [a * (z * z) for a, z in zip(w, c, strict=True)]) * counts).entries()
            for y, (mass, *v, vv), cc in zip(batch, plain, turned, strict=True):
                found = values(tape, y)
                f = [found[i] + rest for i in tape.outputs]
                spread = vv - 2 * dot(f, v) + mass * sum((abs(a) * abs(a) for a in f), arb(0))
                self.mass.append(mass)
                self.means.append([spread, cc, vv])

    def demand(self, most: arb, line: Vector, what: str) -> None:
        """Go on only if a V + b C + c U <= ``most`` on the whole sphere, (a, b, c) = ``line``: ``most`` D minus their
        sum is a polynomial, up to what the tail adds."""
        low, high = arb.pos_inf(), arb.neg_inf()
        for mass, row in zip(self.mass, self.means, strict=True):
            found = most * mass - dot(line, row)
            low, high = low.min(found.lower()), high.max(found.upper())
        case, highest, rest = self.case, largest(self.case.bias), arb(0)
        for b, size in zip(case.bias, case.sizes, strict=True):
            each = most + line[0] * (size + self.sup) ** 2 + line[1] * (2 * self.top) ** 2 + line[2] * size * size
            rest += (b - highest).exp() * each
        rest *= self.tail
        room = (low + high) / 2 - ((high - low) / 2 + rest) / self.angle.cos() - rest
        if not room >= 0:
            raise (Refused if room < 0 else Undecided)(f"{what} does not follow from the mesh")
