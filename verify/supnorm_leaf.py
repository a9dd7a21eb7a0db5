"""The bound of |A - f| on one cell in FLINT balls: the trusted kernel behind sup-norm certificates.

Method (theory F1 for the tokens left out).  On the cell x(t) = (y + t)/|y + t|, |t_j| <= h_j, w_i = softmax weights at
x(0), q = sum w_i k_i, z_i = lam <x - x(0), k_i - q>, so sum w_i z_i = 0 and
    A - vbar = N/D,  N = sum w_i e^{z_i} (v_i - vbar),  D = sum w_i e^{z_i} in [1, 1 + eta].
N is expanded to second order in t with |e^z - 1 - z - z^2/2| <= e^Z - 1 - Z - Z^2/2, |z| <= Z; |N/D - N| <= |N| eta/(1
+ eta). Nothing here is rounded by hand: every number is a ball.  Independent of the float64 search (no shared code).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from flint import arb, arb_mat, fmpq

from verify.supnorm_jets import ZERO, Balls, Box, Jet, TargetText

__all__ = ["ExactHead", "Kept", "bound_cell", "box_of", "error_at", "prune", "unit_point"]


@dataclass
class ExactHead:
    """A stored head in balls at the current precision: ``keys`` [N][d], ``values`` [N][q], ``bias`` [N], ``lam``.

    ``norm`` is "euclidean" or "max"; ``spread`` [q] bounds the differences of the values of each output.
    """

    keys: list[Balls]
    values: list[Balls]
    bias: Balls
    lam: arb
    norm: str
    spread: Balls = field(default_factory=list)

    @staticmethod
    def of(
        keys: Sequence[Sequence[Sequence[float]]],
        values: Sequence[Sequence[Sequence[float]]],
        bias: Sequence[Sequence[float]],
        lam: fmpq,
        norm: str,
    ) -> ExactHead:
        """Return the head whose numbers are the exact sums of float components (first index: component)."""

        def rows(parts: Sequence[Sequence[Sequence[float]]]) -> list[Balls]:
            total = [[arb(number) for number in row] for row in parts[0]]
            for part in parts[1:]:
                total = [[a + b for a, b in zip(row, more, strict=True)] for row, more in zip(total, part, strict=True)]
            return total

        exact_values = rows(values)
        spread = []
        for column in zip(*exact_values, strict=True):
            low = high = column[0]
            for value in column[1:]:
                low, high = low.min(value), high.max(value)
            spread.append((high - low).abs_upper())
        exact_bias = [row[0] for row in rows([[[b] for b in part] for part in bias])]
        return ExactHead(rows(keys), exact_values, exact_bias, arb(lam), norm, spread)


@dataclass
class Kept:
    """The tokens listed on a cell: their numbers and matrix of keys; ``far`` bounds the weight of all others relative
    to them, everywhere on the cell."""

    tokens: list[int]
    keys: arb_mat
    far: arb

    @staticmethod
    def all(head: ExactHead) -> Kept:
        """Return the list of all tokens."""
        return Kept(list(range(len(head.keys))), arb_mat(head.keys), ZERO)


def _norm(vector: Sequence[arb]) -> arb:
    total = ZERO
    for c in vector:
        total += c * c
    return total.upper().sqrt().upper() if total.is_finite() else arb.pos_inf()


def _free(face: int, d: int) -> list[int]:
    return [i for i in range(d) if i != face // 2]


def unit_point(face: int, place: Sequence[float]) -> Balls:
    """Return y/|y| for the point ``place`` of a face of the cube (face = 2 axis + (1 if the sign is -))."""
    d = len(place) + 1
    y = [ZERO] * d
    y[face // 2] = arb(-1 if face % 2 else 1)
    for i, number in zip(_free(face, d), place, strict=True):
        y[i] = arb(number)
    square = ZERO
    for c in y:
        square += c * c
    length = square.sqrt()
    return [c / length for c in y]


def box_of(face: int, centre: Sequence[float], half: Sequence[float]) -> Box:
    """Return the chart of a cell with enclosures of its first and second derivatives (the module's docstring)."""
    m = len(centre)
    d = m + 1
    axes = _free(face, d)
    h = [arb(c) for c in half]
    square, nearest, size = arb(1), arb(1), ZERO
    for y, r in zip(centre, half, strict=True):
        square += arb(y) ** 2
        nearest += arb(max(abs(y) - r, 0.0)) ** 2
        size += arb(r) ** 2
    size = size.sqrt()
    point = unit_point(face, centre)
    inverse = 1 / square.sqrt()
    lipschitz = 1 / nearest.sqrt()  # the projection to the sphere is (1/min|y|)-Lipschitz
    reach = (size * lipschitz).upper()
    wide = [c + arb(0, reach) for c in point]
    wide_inverse = lipschitz.union(1 / (nearest.sqrt() + 2 * size))
    slope = [[((1 if axes[j] == i else 0) - point[i] * point[axes[j]]) * inverse for j in range(m)] for i in range(d)]
    wide_slope = [
        [((1 if axes[j] == i else 0) - wide[i] * wide[axes[j]]) * wide_inverse for j in range(m)] for i in range(d)
    ]
    # along y + s u, u/|y| with parts a along and b across y: the second derivative of x has norm
    # |b| sqrt(b^2 + 4 a^2) <= (2/sqrt 3) |u|^2/|y|^2, the third |b| sqrt(36 a^4 + 9 b^4) <= 3 |u|^3/|y|^3
    turn = (size * lipschitz).upper()
    second = (turn * turn / arb(3).sqrt()).upper()
    third = (turn * turn * turn / 2).upper()
    curve = _curve(wide, axes, wide_inverse)
    return Box(h, point, slope, wide, wide_slope, curve, _curve(point, axes, inverse), second, third)


def _curve(x: Balls, axes: list[int], inverse: arb) -> list[list[Balls]]:
    """d_jk x_i = (3 x_i x_j x_k - [i=j] x_k - [i=k] x_j - [j=k] x_i)/|y|^2 for x = y/|y|."""
    m = len(axes)
    scale = inverse * inverse
    curve = []
    for i, xi in enumerate(x):
        rows: list[Balls] = [[ZERO] * m for _ in range(m)]
        for j in range(m):
            for k in range(j, m):
                entry = 3 * xi * x[axes[j]] * x[axes[k]]
                if j == k:
                    entry -= xi
                if axes[j] == i:
                    entry -= x[axes[k]]
                if axes[k] == i:
                    entry -= x[axes[j]]
                rows[j][k] = rows[k][j] = entry * scale
        curve.append(rows)
    return curve


@dataclass
class _Local:
    """What both pruning and bounding need of a cell: relative weights, tilts and their bounds."""

    weight: Balls
    mean: Balls
    alpha: list[Balls]
    size: Balls
    xi: Balls
    z: Balls


def _local(head: ExactHead, kept: Kept, box: Box) -> _Local:
    d, m = len(box.point), len(box.half)
    lam, tokens = head.lam, kept.tokens
    n = len(tokens)
    frame = arb_mat([[box.point[i], *box.slope[i]] for i in range(d)])
    table = (kept.keys * frame).tolist()
    logits = [lam * table[i][0] + head.bias[tokens[i]] for i in range(n)]
    top = max(logits, key=lambda s: float(s.mid()))
    top = arb(top.mid())
    weight = [(s - top).exp() for s in logits]
    total = ZERO
    for w in weight:
        total += w
    weight = [w / total for w in weight]
    mean = (arb_mat([weight]) * kept.keys).tolist()[0]
    bend = (lam * box.second).upper()
    slopes = [ZERO] * m
    for j in range(m):
        for i in range(d):
            slopes[j] += mean[i] * box.slope[i][j]
    alpha, size, xi, z = [], [], [], []
    for i in range(n):
        row = [lam * (table[i][1 + j] - slopes[j]) for j in range(m)]
        length = _norm([k - q for k, q in zip(head.keys[tokens[i]], mean, strict=True)])
        extra = bend * length
        reach = extra
        for h, a in zip(box.half, row, strict=True):
            reach += h * abs(a)
        alpha.append(row)
        size.append(length)
        xi.append(extra.upper())
        z.append(reach.upper())
    return _Local(weight, mean, alpha, size, xi, z)


def prune(head: ExactHead, kept: Kept, box: Box, threshold: arb) -> Kept:
    """Return the tokens whose share may exceed ``threshold`` somewhere in the cell; the others go into ``far``.

    The share of token i among the listed ones is w_i e^{z_i}/D <= w_i e^{Z_i} everywhere in the cell, as D >= 1.
    """
    local = _local(head, kept, box)
    gone = ZERO
    stay: list[int] = []
    for i, (w, z) in enumerate(zip(local.weight, local.z, strict=True)):
        share = (w * z.exp()).upper()
        if share < threshold:
            gone += share
        else:
            stay.append(i)
    gone = gone.upper()
    if len(stay) == len(kept.tokens) or not stay or not gone < 1:
        return kept
    far = ((kept.far + gone) / (1 - gone)).upper()
    tokens = [kept.tokens[i] for i in stay]
    return Kept(tokens, arb_mat([head.keys[i] for i in tokens]), far)


def _excess(slope: Balls, curve: list[Balls], half: Balls) -> arb:
    """An upper bound of slope t + curve t t/2 over |t| <= half: |H_jk t_j t_k| <= |H_jk| (t_j^2 h_k/h_j + t_k^2
    h_j/h_k)/2.
    """
    total = ZERO
    for j, h in enumerate(half):
        bend = curve[j][j].upper()
        for k, other in enumerate(half):
            if k != j:
                bend += (abs(curve[j][k]) * other / h).upper()
        size = abs(slope[j]).upper()
        if bend < 0 and size < -bend * h:
            total += size * size / (-2 * bend)
        else:
            total += h * (size + bend * h / 2)
    return total.upper()


def bound_cell(head: ExactHead, kept: Kept, target: TargetText | None, box: Box) -> arb:
    """Return an upper bound of |A - f| over the cell (NaN or infinite when nothing can be said).

    Without a target: of the mean distance sum w_i(x) dist(x, k_i/|k_i|) (theory F6).
    """
    d, m = len(box.point), len(box.half)
    local = _local(head, kept, box)
    n = len(kept.tokens)
    growth, cubic = [], []
    eta = ZERO
    for w, z, xi in zip(local.weight, local.z, local.xi, strict=True):
        e = z.exp()
        tail = e - 1 - z
        eta += w * tail
        growth.append(e)
        cubic.append((tail - z * z / 2 + xi * z).upper())
    shrink = (eta / (1 + eta)).upper() if eta.is_finite() else ONE_UP
    values, slopes, curves, rests, jets = [], [], [], [], []
    lines = None if target is not None else _lines(head, kept, box)
    outputs = (_nothing,) if target is None else target.outputs
    for c, evaluator in enumerate(outputs):
        column = [head.values[i][c] for i in kept.tokens] if lines is None else [line[0] for line in lines]
        vbar = ZERO
        for w, v in zip(local.weight, column, strict=True):
            vbar += w * v
        pull = [w * (v - vbar) for w, v in zip(local.weight, column, strict=True)]
        g = [ZERO] * d
        rest = ZERO
        slope = [ZERO] * m
        quadratic = [[ZERO] * m for _ in range(m)]
        for i in range(n):
            p, row = pull[i], local.alpha[i]
            rest += abs(p) * cubic[i]
            for j in range(m):
                pa = p * row[j]
                slope[j] += pa
                for k in range(j, m):
                    quadratic[j][k] += pa * row[k]
        weighted = (arb_mat([pull]) * kept.keys).tolist()[0]
        total_pull = ZERO
        for p in pull:
            total_pull += p
        g = [head.lam * (weighted[i] - total_pull * local.mean[i]) for i in range(d)]
        size = ZERO
        for j in range(m):
            for k in range(j, m):
                entry = quadratic[j][k]
                for i in range(d):
                    entry += g[i] * box.bend[i][j][k]
                quadratic[j][k] = quadratic[k][j] = entry
        for j in range(m):
            size += box.half[j] * abs(slope[j])
            for k in range(m):
                size += box.half[j] * box.half[k] * abs(quadratic[j][k]) / 2
        rest += box.third * _norm(g)
        if lines is not None:
            rest += _add_lines(local, lines, growth, box, slope, quadratic)
            size = ZERO
            for j in range(m):
                size += box.half[j] * abs(slope[j])
                for k in range(m):
                    size += box.half[j] * box.half[k] * abs(quadratic[j][k]) / 2
        rest += (size + rest) * shrink
        outside = kept.far * (head.spread[c] if lines is None else arb.pi())
        jet = evaluator(box, slope)
        values.append(vbar - jet.value)
        slopes.append([a - b for a, b in zip(slope, jet.slope, strict=True)])
        curves.append([[a - b for a, b in zip(u, w, strict=True)] for u, w in zip(quadratic, jet.curve, strict=True)])
        rests.append((rest + outside).upper())
        jets.append(jet)
    if len(values) == 1 or head.norm == "max":
        worst = ZERO
        for value, slope, curve, rest, jet in zip(values, slopes, curves, rests, jets, strict=True):
            above = value + _excess(slope, curve, box.half) + rest - jet.low
            below = -value + _excess(slope, [[-e for e in row] for row in curve], box.half) + rest + jet.high
            if not (above.is_finite() and below.is_finite()):
                return arb.pos_inf()
            worst = worst.max(above.upper()).max(below.upper())
        return worst
    return _euclidean(values, slopes, curves, rests, jets, box)


ONE_UP = arb(1)


def _euclidean(
    values: Balls, slopes: list[Balls], curves: list[list[Balls]], rests: Balls, jets: list[Jet], box: Box
) -> arb:
    """sqrt of a bound of sum |g_c|^2, g_c = P_c + rho_c: P_c^2 to second order, all else by sizes."""
    m = len(box.half)
    half = box.half
    constant, rest = ZERO, ZERO
    slope = [ZERO] * m
    curve = [[ZERO] * m for _ in range(m)]
    for value, a, h, r, jet in zip(values, slopes, curves, rests, jets, strict=True):
        rho = (r - jet.low).upper().max((r + jet.high).upper())
        linear, bent = ZERO, ZERO
        for j in range(m):
            linear += half[j] * abs(a[j])
            slope[j] += 2 * value * a[j]
            for k in range(m):
                bent += half[j] * half[k] * abs(h[j][k]) / 2
                curve[j][k] += 2 * (value * h[j][k] + a[j] * a[k])
        constant += value * value
        rest += 2 * linear * bent + bent * bent + rho * (2 * (abs(value) + linear + bent) + rho)
    total = constant + _excess(slope, curve, half) + rest
    return total.upper().sqrt().upper() if total.is_finite() and total.upper() >= 0 else arb.pos_inf()


def _nothing(box: Box, hint: Balls) -> Jet:
    m = len(box.half)
    none = [ZERO] * m
    return Jet(ZERO, none, ZERO, none, [none] * m, ZERO, ZERO)


def _unit(key: Balls) -> Balls:
    square = ZERO
    for c in key:
        square += c * c
    length = square.sqrt()
    return [c / length for c in key]


def _lines(head: ExactHead, kept: Kept, box: Box) -> list[tuple[arb, Balls]]:
    """dist(x, p_i) <= value + <x - x(0), vector> over the cell: arccos lies below its tangents on [0, 1]."""
    d = len(box.point)
    # the radius of every coordinate's ball exceeds |x - x(0)|, see box_of
    reach = arb(max(float(c.rad()) for c in box.wide) * (1 + 1e-9))
    result = []
    for i in kept.tokens:
        p = _unit(head.keys[i])
        t = ZERO
        for a in range(d):
            t += p[a] * box.point[a]
        if t > reach:  # |<x, p> - t| <= |x - x(0)|
            tau = min(float(t.mid()), 1.0 - max(float(reach) ** 2 / 8, 1e-12))
            tangent = arb(tau)
            factor = 1 / (1 - tangent * tangent).sqrt()
            result.append((tangent.acos() + (tangent - t) * factor, [-factor * c for c in p]))
        else:
            result.append((arb.pi(), [ZERO] * d))
    return result


def _add_lines(
    local: _Local, lines: list[tuple[arb, Balls]], growth: Balls, box: Box, slope: Balls, quadratic: list[Balls]
) -> arb:
    """Add sum w_i e^{z_i} <x - x(0), l_i> to the expansion; return what its remainder adds."""
    d, m = len(box.point), len(box.half)
    first, second = ZERO, box.second
    for j in range(m):
        first += box.half[j] * _norm([box.slope[i][j] for i in range(d)])
    mean = [ZERO] * d
    rest = ZERO
    for w, (_, vector), e, alpha, z, xi in zip(
        local.weight, lines, growth, local.alpha, local.z, local.xi, strict=True
    ):
        size = w * _norm(vector)
        # |e^z - 1 - zeta| <= e^Z - 1 - Z + Xi
        rest += size * ((e - 1 - z + xi) * (first + second) + z * second)
        lean = []
        for j in range(m):
            total = ZERO
            for i in range(d):
                total += box.slope[i][j] * vector[i]
            lean.append(w * total)
        for i in range(d):
            mean[i] += w * vector[i]
        for j in range(m):
            for k in range(m):
                quadratic[j][k] += lean[j] * alpha[k] + lean[k] * alpha[j]
    for j in range(m):
        for i in range(d):
            slope[j] += mean[i] * box.slope[i][j]
            for k in range(m):
                quadratic[j][k] += mean[i] * box.bend[i][j][k]
    return (rest + box.third * _norm(mean)).upper()


def _mean_distance_at(head: ExactHead, x: Balls, weight: Balls) -> arb:
    total, mass = ZERO, ZERO
    for w, key in zip(weight, head.keys, strict=True):
        t = ZERO
        for a, b in zip(_unit(key), x, strict=True):
            t += a * b
        angle = t.acos()
        if not angle.is_finite():
            low, high = t.lower().max(arb(-1)).min(arb(1)), t.upper().max(arb(-1)).min(arb(1))
            angle = low.acos().union(high.acos())
        total += w * angle
        mass += w
    return total / mass


def error_at(head: ExactHead, target: TargetText | None, x: Balls) -> arb:
    """Return |A(x) - f(x)| at a point of the sphere, with all tokens (without a target: the mean distance)."""
    m = len(x) - 1
    none = [[ZERO] * m for _ in x]
    bend = [[[ZERO] * m for _ in range(m)] for _ in x]
    box = Box([ZERO] * m, x, none, x, none, bend, bend, ZERO, ZERO)
    scores = (arb_mat(head.keys) * arb_mat([[c] for c in x])).tolist()
    logits = [head.lam * row[0] + b for row, b in zip(scores, head.bias, strict=True)]
    top = arb(max(logits, key=lambda s: float(s.mid())).mid())
    weight = [(s - top).exp() for s in logits]
    total = ZERO
    for w in weight:
        total += w
    if target is None:
        return _mean_distance_at(head, x, weight)
    errors = []
    for c, evaluator in enumerate(target.outputs):
        value = ZERO
        for w, v in zip(weight, head.values, strict=True):
            value += w * v[c]
        jet = evaluator(box, [ZERO] * m)
        f = jet.value if jet.low is ZERO and jet.high is ZERO else (jet.value + jet.low).union(jet.value + jet.high)
        errors.append(abs(value / total - f))
    if head.norm == "max" or len(errors) == 1:
        worst = errors[0]
        for error in errors[1:]:
            worst = worst.max(error)
        return worst
    square = ZERO
    for error in errors:
        square += error * error
    return square.sqrt()
