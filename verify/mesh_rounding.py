"""Rounding errors over the whole sphere from a finite mesh (theory L, H6): bounds that a checker can prove again.

With R = max |k_i| and the softmax weights w_i at a query r y, |y| = 1, three means say what rounding costs:
    V = sum w_i |v_i - f_n(y)|^2 >= sum w_i |v_i - A|^2,   C = sum w_i c_i^2,   U = sum w_i |v_i|^2,
c_i = r R - <r y, k_i> >= 0.  By Cauchy and Schwarz sum w_i t_i |v_i - A| <= level sqrt V + slope sqrt(C V) for errors
t_i = level + slope c_i of the logits, and the head moves by at most (1/r) sqrt(C V) |r - 1| along a ray.  Each square
root lies below its tangents, so all that is below a constant plus a V + b C + c U, and a multiple of the denominator
minus that is a polynomial of degree K + 2n up to a tail, which a mesh proves to be nonnegative (M. Riesz's lemma, as in
theorem H6).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from flint import arb, arb_mat, fmpq

from constructions.latitude_mesh import batches, latitude_mesh, mesh_size
from constructions.prefix import Floats
from theory.balls import ball, maximum, precision, upper, upper_decimal
from theory.kernels import tail
from theory.targets import Target
from verify.certificate import H1Numbers, H2Numbers, H6Numbers, MeshNumbers
from verify.floating import Errors, growth
from verify.local_means import Rows

__all__ = ["mesh_bound"]

_BITS = 64
_MOST_PAIRS, _FEW_PAIRS = 2_000_000, 300_000
"""Most (mesh point, token) pairs: where rounding is all that matters, and where it should not."""
_ANGLES = (0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 1.1)
"""Degree times covering radius of the mesh, the first that is affordable."""
_TAIL = 1e-3
_MOST_CUTOFF = 300
_TANGENTS = 12
_ROOM = 1 + 1e-5


class Costs(NamedTuple):
    """What is paid for the square roots of V, C V and U (see above), and a constant."""

    spread: arb
    steep: arb
    size: arb
    constant: arb


def _costs(errors: Errors, rows: Rows, square: arb, moved: arb, margin: arb, context: int, share: arb) -> Costs:
    """What |fl(A)(r y) - A(y)|, |r - 1| <= ``margin``, costs per mean; ``moved`` as in `rounding_bound`.

    ``square`` >= C.  Along the ray the head before casting moves by |r - 1| times its slope at r, at most sqrt(C V)/r
    after casting, and by half (r - 1)^2 times a third cumulant, at most 2 max |v_i| C/r^2; casting changes that slope
    by a third cumulant too, and weights by at most e^(2 moved).  With M >= sum w_i t_i: the head moves by at most
    e^M sum w_i (e^{t_i} - 1) |v_i - A|, and the mean of |v_i| grows to at most e^M sum w_i e^{t_i} |v_i|.  Context
    tokens have logit 0 and value 0: they add at most twice their share to any mean.
    """
    M = errors.level + errors.slope * square.sqrt()
    steep, largest = (M + errors.theta).exp(), maximum(rows.value_lengths)
    cast, radial = growth(moved), margin / (1 - margin)
    constant = errors.sums * steep * M * largest + errors.underflow
    reach = maximum(rows.key_lengths) * (1 + margin)
    swing = margin * (square / (1 - margin) ** 2 + share * reach * reach).sqrt()
    constant += largest * (2 * moved).exp() * swing * (swing + 4 * moved)
    if context:
        constant += 2 * share * largest * (steep * M + cast + 2 * radial * reach)
    return Costs(steep * errors.level + cast, steep * errors.slope + radial, M.exp() * errors.sums, constant)


def _line(costs: Costs, scales: Sequence[arb]) -> tuple[list[arb], arb]:
    """a, b, c and the constant, for tangents at ``scales`` = (V, C, U): sqrt(x y) <= (x t + y/t)/2, t > 0."""
    v, c, u = (scale.sqrt() for scale in scales)
    line = [(costs.spread + costs.steep * c) / (2 * v), costs.steep * v / (2 * c), costs.size / (2 * u)]
    return line, (costs.spread * v + costs.size * u) / 2 + costs.constant


def _scales(means: Floats, costs: Costs) -> tuple[str, str, str]:
    """Where the tangents touch: a choice that makes the largest value on the mesh small."""
    v, c, u = np.sqrt(means).T
    worst = means[int(np.argmax(float(costs.spread) * v + float(costs.steep) * c * v + float(costs.size) * u))]
    best, found = math.inf, worst
    for _ in range(_TANGENTS):
        line, constant = _line(costs, [arb(float(z)) for z in worst])
        values = means @ np.array([float(z) for z in line]) + float(constant)
        top = int(np.argmax(values))
        if values[top] < best:
            best, found = float(values[top]), worst
        worst = worst**0.7 * means[top] ** 0.3
    first, second, third = (upper_decimal(arb(float(z)), 3) for z in found)
    return first, second, third


def mesh_bound(
    rows: Rows,
    errors: Errors,
    target: Target,
    numbers: H2Numbers | H1Numbers | H6Numbers,
    moved: arb,
    margin: arb,
    context: int,
    share: arb,
) -> tuple[arb, MeshNumbers] | None:
    """A bound of the rounding error over the sphere and the numbers behind it; None when a mesh would be too large.

    ``errors`` for a query that is exact data, ||x| - 1| <= ``margin``; ``numbers`` speak of the polynomial f_n near the
    target; ``moved`` as in `verify.floating.rounding_bound`, ``context`` tokens have at most ``share`` of the weight.
    """
    with precision(_BITS):
        m, rest = target.m, ball(numbers.truncation)
        reach = upper(maximum(rows.key_lengths))
        top = upper(reach * (1 + margin)).fmpq()
        K = _cutoff(top, margin, m)
        degree = K + max(2, 2 * numbers.degree)
        steps = _steps(m, degree, len(_merged(rows)), _MOST_PAIRS if margin > 0 else _FEW_PAIRS)
        if steps is None:
            return None
        means = _means(rows, target, rest, reach, margin, steps)
        angle = arb.pi() * arb(m).sqrt() * fmpq(degree, 2 * steps)
        proof = _Proof(rows, means, ball(numbers.sup_norm), ball(top), _tail(m, K, top, margin), angle)
        square = proof.least([arb(0), arb(1), arb(0)])
        if not square.is_finite():
            return None
        turn = upper_decimal(square)
        costs = _costs(errors, rows, ball(turn), moved, margin, context, share)
        scales = _scales(means.floats(), costs)
        line, constant = _line(costs, [ball(z) for z in scales])
        found = proof.least(line)
        if not found.is_finite():
            return None
        mean = upper_decimal(found)
        mesh = MeshNumbers(cutoff=K, steps=steps, turn_square=turn, scales=scales, mean=mean)
        return upper(ball(mean) + constant), mesh


def _tail(m: int, K: int, top: fmpq, margin: arb) -> arb:
    """What e^{<x,k> - r |k|} lacks as a polynomial of degree K in x/r, |k| r <= ``top``, |r - 1| <= margin."""
    return tail(m, K, top) * (-ball(top) * (1 - margin) / (1 + margin)).exp()


def _cutoff(top: fmpq, margin: arb, m: int) -> int:
    """A degree whose tail is a small part of every mean (a choice: the tail is paid for)."""
    goal = _TAIL / (2 * float(ball(top)) + 2) ** 2 / (1 + float(ball(top))) ** (m / 2)
    K = 0
    while not float(_tail(m, K, top, margin)) < goal and K < _MOST_CUTOFF:
        K += 1
    return K


def _steps(m: int, degree: int, tokens: int, pairs: int) -> int | None:
    """The steps of a mesh as fine as wished, or as fine as affordable; None when that is too coarse."""
    for angle in _ANGLES:
        steps = math.ceil(math.sqrt(m) * math.pi * degree / (2 * angle))
        if mesh_size(m, steps, pairs // tokens) * tokens <= pairs:
            return steps
    return None


# --- the means on a mesh ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Means:
    """At each point of a mesh: the denominator, and V, C and U times it, for all lengths r of the query."""

    mass: list[arb]
    moments: list[list[arb]]

    def floats(self) -> Floats:
        """V, C and U [points, 3]."""
        mass = np.array([float(d) for d in self.mass])
        moments = np.array([[float(c) for c in row] for row in self.moments])
        found: Floats = np.maximum(moments / mass[:, None], 1e-300)
        return found


def _means(rows: Rows, target: Target, truncation: arb, reach: arb, margin: arb, steps: int) -> _Means:
    """The means at the mesh of so many steps, all weights times e^{-r R} and one more constant; R = ``reach``."""
    q, highest = target.q, maximum(rows.biases)
    r, rest = 1 + arb(0, margin.upper()), arb(0, truncation.upper())
    heads = _merged(rows)
    keys = arb_mat([rows.keys[group[0]] for group in heads]).transpose()
    biases = [rows.biases[group[0]] - highest for group in heads]
    columns = [[arb(1), *v, size * size] for v, size in zip(rows.values, rows.value_lengths, strict=True)]
    table = arb_mat(
        [[sum(column, arb(0)) for column in zip(*(columns[i] for i in group), strict=True)] for group in heads]
    )
    counts = arb_mat([[arb(len(group))] for group in heads])
    mass, moments = [], []
    for batch in batches(latitude_mesh(target.m, steps)):
        c = [r * (z - reach) for z in (arb_mat(batch) * keys).entries()]
        w = [(z + b).exp() for z, b in zip(c, biases * len(batch), strict=True)]
        squares = [a * (z * z) for a, z in zip(w, c, strict=True)]
        plain = (arb_mat(len(batch), len(heads), w) * table).tolist()
        turned = (arb_mat(len(batch), len(heads), squares) * counts).entries()
        for y, (d, *v, vv), cc in zip(batch, plain, turned, strict=True):
            f = [a + rest for a in target.enclose(y)]
            spread = vv - 2 * sum((a * z for a, z in zip(f, v[:q], strict=True)), arb(0))
            spread += d * sum((abs(a) * abs(a) for a in f), arb(0))
            mass.append(d)
            moments.append([spread, cc, vv])
    return _Means(mass, moments)


def _merged(rows: Rows) -> list[list[int]]:
    """The tokens in groups of equal keys and biases, which have equal weights."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for i, (key, bias) in enumerate(zip(rows.keys, rows.biases, strict=True)):
        groups.setdefault(tuple(str(c.fmpq()) for c in (*key, bias)), []).append(i)
    return list(groups.values())


# --- from the mesh to the sphere -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Proof:
    """``tail``: of e^{<x,k>} and of weights times e^{-r top}; ``angle``: degree times covering radius of the mesh."""

    rows: Rows
    means: _Means
    sup: arb
    reach: arb
    tail: arb
    angle: arb

    def least(self, line: Sequence[arb]) -> arb:
        """T, as small as follows: V, C and U times the numbers of ``line`` are together at most T on the sphere."""
        sums = [sum((c * z for c, z in zip(line, row, strict=True)), arb(0)) for row in self.means.moments]
        T = arb(self._about(sums, line))
        low, high = arb.pos_inf(), arb.neg_inf()
        for d, z in zip(self.means.mass, sums, strict=True):
            h = T * d - z
            low, high = low.min(h.lower()), high.max(h.upper())
        narrow = self.angle < arb.pi() / 2
        return T if narrow and _nonnegative(low, high, self._rest(T, line), self.angle.cos()) else arb.pos_inf()

    def _rest(self, T: arb, line: Sequence[arb]) -> arb:
        """What the tails add to T times the denominator minus the sum."""
        highest, total = maximum(self.rows.biases), arb(0)
        for b, size in zip(self.rows.biases, self.rows.value_lengths, strict=True):
            each = T + line[0] * (size + self.sup) ** 2 + line[1] * (2 * self.reach) ** 2 + line[2] * size * size
            total += (b - highest).exp() * each
        return self.tail * total

    def _about(self, sums: Sequence[arb], line: Sequence[arb]) -> float:
        """The least T in float64, and a little more."""
        d_low, d_high = _ends(self.means.mass)
        z_low, z_high = _ends(sums)
        cosine, rest = float(self.angle.cos()), float(self._rest(arb(0), line))
        more = float(self._rest(arb(1), line)) - rest
        low, high = 0.0, float((z_high / d_low).max()) + 1e-300
        while high < 1e300 and not _nonnegative(
            (high * d_low - z_high).min(), (high * d_high - z_low).max(), rest + high * more, cosine
        ):
            low, high = high, 2 * high
        for _ in range(40):
            T = (low + high) / 2
            enough = _nonnegative((T * d_low - z_high).min(), (T * d_high - z_low).max(), rest + T * more, cosine)
            low, high = (low, T) if enough else (T, high)
        return high * _ROOM


def _nonnegative(low: Any, high: Any, rest: Any, cosine: Any) -> bool:
    """Whether a polynomial with values from ``low`` to ``high`` on the mesh, up to ``rest``, is >= 0 on the sphere."""
    return bool(cosine > 0 and (low + high) / 2 - ((high - low) / 2 + rest) / cosine - rest >= 0)


def _ends(numbers: Sequence[arb]) -> tuple[Floats, Floats]:
    return np.array([float(c.lower()) for c in numbers]), np.array([float(c.upper()) for c in numbers])
