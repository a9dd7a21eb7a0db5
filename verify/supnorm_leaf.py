"""The bound of |A - f| on one cell in FLINT balls: the trusted kernel behind sup-norm certificates.

Method (theory F1 for the tokens left out).  On the cell x(t) = (y + t)/|y + t|, t_j = h_j u_j, |u_j| <= 1, w_i =
softmax weights at x(0), q = sum w_i k_i, z_i = lam <x - x(0), k_i - q>, so sum w_i z_i = 0 and
    A - vbar = N/D,  N = sum w_i e^{z_i} (v_i - vbar),  D = sum w_i e^{z_i} in [1, 1 + eta].
With zeta_i = sum_j alpha_ij u_j the part of z_i that is linear in u, |zeta_i| <= L_i, |z_i - zeta_i| <= X_i, Z_i =
L_i + X_i, C_i = X_i (Z_i + L_i) >= |z_i^2 - zeta_i^2| and e^z - 1 - z = z^2/2 + z^2 g, |g| <= g_i for |z| <= Z_i:
    |e^{z_i} - 1 - z_i - zeta_i^2/2| <= g_i zeta_i^2 + (1/2 + g_i) C_i,  eta = sum w_i (1/2 + g_i) (zeta_i^2 + C_i),
where sums of zeta_i^2 are quadratic forms in u, below the sum of the absolute values of their coefficients; and
|N/D - N| <= |N| eta/(1 + eta).  Nothing here is rounded by hand: every number is a ball.  Independent of the float64
search (no shared code).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import sub

from flint import arb, arb_mat, fmpq

from verify.supnorm_jets import ONE, ZERO, Balls, Box, Jet, pairs_of, size_of_form
from verify.supnorm_text import TargetText

__all__ = ["ExactHead", "Kept", "bound_cell", "error_at", "prune"]


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
    biased: bool = True

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
        biased = not all(b == 0 for b in exact_bias)
        return ExactHead(rows(keys), exact_values, exact_bias, arb(lam), norm, spread, biased)


@dataclass
class Kept:
    """The tokens listed on a cell: their numbers and the rows [keys, bias, 1]; ``far`` bounds the weight of all others
    relative to them, everywhere on the cell."""

    tokens: list[int]
    rows: arb_mat
    far: arb

    @staticmethod
    def of(head: ExactHead, tokens: list[int], far: arb) -> Kept:
        """Return the list of some tokens."""
        return Kept(tokens, arb_mat([[*head.keys[i], head.bias[i], ONE] for i in tokens]), far)

    @staticmethod
    def all(head: ExactHead) -> Kept:
        """Return the list of all tokens."""
        return Kept.of(head, list(range(len(head.keys))), ZERO)


def _norm(vector: Sequence[arb]) -> arb:
    total = ZERO
    for c in vector:
        total += c * c
    return total.upper().sqrt().upper() if total.is_finite() else arb.pos_inf()


@dataclass
class _Local:
    """What both pruning and bounding need of a cell: weights (their sum is ``total``), the mean row [keys, bias, 1],
    alpha, and per token Z and C of the module's docstring.
    """

    weight: Balls
    total: arb
    mean: Balls
    alpha: list[Balls]
    z: Balls
    cross: Balls


def _local(head: ExactHead, kept: Kept, box: Box) -> _Local:
    d, m = len(box.point), len(box.turn)
    lam = head.lam
    frame = [[lam * x, *(lam * c for c in row)] for x, row in zip(box.point, box.slope, strict=True)]
    none = [ZERO] * m
    frame += [[ONE, *none], [ZERO, *none]]
    matrix = arb_mat(frame)
    table = (kept.rows * matrix).tolist()
    top = arb(max([float(row[0]) for row in table]))
    weight = [(row[0] - top).exp() for row in table]
    sums = (arb_mat([weight]) * kept.rows).tolist()[0]
    total = sums[-1]
    mean = [c / total for c in sums]
    shift, *slopes = (arb_mat([[*mean[:d], ZERO, ZERO]]) * matrix).tolist()[0]
    biases = [head.bias[i] for i in kept.tokens] if head.biased else None
    alpha, z, cross = [], [], []
    drop, stretch = box.drop, box.stretch
    for i, row in enumerate(table):
        along = row[0] - shift
        if biases is not None:
            along -= biases[i]
        tilts = list(map(sub, row[1:], slopes))
        linear = abs(tilts[0])
        for a in tilts[1:]:
            linear += abs(a)
        xi = drop * abs(along) + stretch * linear
        reach = linear + xi
        alpha.append(tilts)
        z.append(reach)
        cross.append(xi * (reach + linear))
    return _Local(weight, total, mean, alpha, z, cross)


def prune(head: ExactHead, kept: Kept, box: Box, threshold: arb) -> Kept:
    """Return the tokens whose share may exceed ``threshold`` somewhere in the cell; the others go into ``far``.

    The share of token i among the listed ones is w_i e^{z_i}/D <= w_i e^{Z_i} everywhere in the cell, as D >= 1.
    """
    local = _local(head, kept, box)
    gone = ZERO
    stay: list[int] = []
    limit = threshold * local.total
    for i, (w, z) in enumerate(zip(local.weight, local.z, strict=True)):
        share = w * z.exp()
        if share < limit:
            gone += share
        else:
            stay.append(i)
    gone = (gone / local.total).upper()
    if len(stay) == len(kept.tokens) or not stay or not gone < 1:
        return kept
    return Kept.of(head, [kept.tokens[i] for i in stay], ((kept.far + gone) / (1 - gone)).upper())


def _excess(slope: Balls, curve: Balls) -> arb:
    """An upper bound of slope u + curve u u/2 over |u_j| <= 1: |H_jk u_j u_k| <= |H_jk| (u_j^2 + u_k^2)/2."""
    bends = [ZERO] * len(slope)
    for c, (j, k) in zip(curve, pairs_of(len(slope)), strict=True):
        if j == k:
            bends[j] += c
        else:
            size = abs(c)
            bends[j] += size
            bends[k] += size
    total = ZERO
    for a, bend in zip(slope, bends, strict=True):
        size, bend = abs(a).upper(), bend.upper()
        if bend < 0 and size < -bend:
            total += size * size / (-2 * bend)
        else:
            total += size + bend / 2
    return total.upper()


HALF, TWO, SIX, SLOPE = arb(fmpq(1, 2)), arb(2), arb(6), arb(fmpq(3, 2))


def _growth(z: arb) -> arb:
    """An upper bound of (e^t - 1 - t)/t^2 for |t| <= z."""
    if z < TWO:
        return HALF + z / (SIX - SLOPE * z)  # sum_{k>=3} z^{k-2}/k! <= (z/6) sum (z/4)^j
    return (z.exp() - 1 - z) / (z * z)


def bound_cell(head: ExactHead, kept: Kept, target: TargetText | None, box: Box) -> arb:
    """Return an upper bound of |A - f| over the cell (NaN or infinite when nothing can be said).

    Without a target: of the mean distance sum w_i(x) dist(x, k_i/|k_i|) (theory F6).
    """
    d, m = len(box.point), len(box.turn)
    pairs = pairs_of(m)
    local = _local(head, kept, box)
    weight, total = local.weight, local.total
    growth = [_growth(z) for z in local.z]
    outputs = (_nothing,) if target is None else target.outputs
    lines = None if target is not None else _lines(head, kept, box)
    # rows of weights times columns of moments (zeta, zeta zeta, C): all sums over tokens in one product
    heavy = [w * e for w, e in zip(weight, growth, strict=True)]
    rows: list[Balls] = [heavy]
    pulls: list[Balls] = []
    means = []
    for c in range(len(outputs)):
        column = [head.values[i][c] for i in kept.tokens] if lines is None else [line[0] for line in lines]
        vbar = ZERO
        for w, v in zip(weight, column, strict=True):
            vbar += w * v
        vbar /= total
        pull = [w * (v - vbar) for w, v in zip(weight, column, strict=True)]
        sizes = [abs(p) for p in pull]
        rows += [pull, sizes, [e * p for e, p in zip(growth, sizes, strict=True)]]
        pulls.append(pull)
        means.append(vbar)
    moments = [
        [*row, *(row[j] * row[k] for j, k in pairs), cross] for row, cross in zip(local.alpha, local.cross, strict=True)
    ]
    sums = (arb_mat(rows) * arb_mat(moments)).tolist()
    drift = (arb_mat(pulls) * kept.rows).tolist()
    bends = arb_mat(box.bend)
    eta = (size_of_form(sums[0][m:-1], m) + sums[0][-1]) / total
    shrink = (eta / (1 + eta)).upper() if eta.is_finite() else ONE
    values, slopes, curves, rests, jets = [], [], [], [], []
    for c, evaluator in enumerate(outputs):
        pulled, sized, strong = sums[3 * c + 1 : 3 * c + 4]
        g = [head.lam * (a - drift[c][-1] * b) for a, b in zip(drift[c][:d], local.mean[:d], strict=True)]
        slope = [a / total for a in pulled[:m]]
        bowl = (arb_mat([g]) * bends).tolist()[0]
        curve = [(a + b) / total for a, b in zip(pulled[m:-1], bowl, strict=True)]
        excess = [a - HALF * b for a, b in zip(strong[m:-1], sized[m:-1], strict=True)]
        rest = (size_of_form(excess, m) + strong[-1] + box.third * _norm(g)) / total
        if lines is not None:
            rest += _add_lines(local, growth, lines, box, slope, curve)
        size = size_of_form(curve, m) / 2
        for a in slope:
            size += abs(a)
        rest += (size + rest) * shrink
        jet = evaluator(box, slope)
        values.append(means[c] - jet.value)
        slopes.append([a - b for a, b in zip(slope, jet.slope, strict=True)])
        curves.append([a - b for a, b in zip(curve, jet.curve, strict=True)])
        rests.append((rest + kept.far * (head.spread[c] if lines is None else arb.pi())).upper())
        jets.append(jet)
    if len(values) == 1 or head.norm == "max":
        worst = ZERO
        for value, slope, curve, rest, jet in zip(values, slopes, curves, rests, jets, strict=True):
            above = value + _excess(slope, curve) + rest - jet.low
            below = -value + _excess(slope, [-e for e in curve]) + rest + jet.high
            if not (above.is_finite() and below.is_finite()):
                return arb.pos_inf()
            worst = worst.max(above.upper()).max(below.upper())
        return worst
    return _euclidean(values, slopes, curves, rests, jets)


def _euclidean(values: Balls, slopes: list[Balls], curves: list[Balls], rests: Balls, jets: list[Jet]) -> arb:
    """sqrt of a bound of sum |g_c|^2, g_c = P_c + rho_c: P_c^2 to second order, all else by sizes."""
    m = len(slopes[0])
    pairs = pairs_of(m)
    constant, rest = ZERO, ZERO
    slope = [ZERO] * m
    curve = [ZERO] * len(pairs)
    for value, a, h, r, jet in zip(values, slopes, curves, rests, jets, strict=True):
        rho = (r - jet.low).upper().max((r + jet.high).upper())
        linear, bent = ZERO, size_of_form(h, m) / 2
        for j, s in enumerate(a):
            linear += abs(s)
            slope[j] += 2 * value * s
        for p, (j, k) in enumerate(pairs):
            curve[p] += 2 * (value * h[p] + a[j] * a[k])
        constant += value * value
        rest += 2 * linear * bent + bent * bent + rho * (2 * (abs(value) + linear + bent) + rho)
    total = constant + _excess(slope, curve) + rest
    return total.upper().sqrt().upper() if total.is_finite() and total.upper() >= 0 else arb.pos_inf()


def _nothing(box: Box, hint: Balls) -> Jet:
    m = len(box.turn)
    none = [ZERO] * m
    return Jet(ZERO, none, ZERO, none, [ZERO] * len(pairs_of(m)), ZERO, ZERO)


def _unit(key: Balls) -> Balls:
    square = ZERO
    for c in key:
        square += c * c
    length = square.sqrt()
    return [c / length for c in key]


def _lines(head: ExactHead, kept: Kept, box: Box) -> list[tuple[arb, Balls]]:
    """dist(x, p_i) <= value + <x - x(0), vector> over the cell: arccos lies below its tangents on [0, 1]."""
    d = len(box.point)
    reach = box.reach  # |<x, p> - t| <= |x - x(0)|
    result = []
    for i in kept.tokens:
        p = _unit(head.keys[i])
        t = ZERO
        for a in range(d):
            t += p[a] * box.point[a]
        if t > reach:
            tau = min(float(t.mid()), 1.0 - max(float(reach) ** 2 / 8, 1e-12))
            tangent = arb(tau)
            factor = 1 / (1 - tangent * tangent).sqrt()
            result.append((tangent.acos() + (tangent - t) * factor, [-factor * c for c in p]))
        else:
            result.append((arb.pi(), [ZERO] * d))
    return result


def _add_lines(
    local: _Local, growth: Balls, lines: list[tuple[arb, Balls]], box: Box, slope: Balls, curve: Balls
) -> arb:
    """Add sum w_i e^{z_i} <x - x(0), l_i> to the expansion; return what its remainder adds."""
    d, m = len(box.point), len(slope)
    pairs = pairs_of(m)
    second = 2 * box.drop / arb(3).sqrt()  # |x - x(0) - dx t|
    mean = [ZERO] * d
    rest = ZERO
    for w, (_, vector), e, alpha, z in zip(local.weight, lines, growth, local.alpha, local.z, strict=True):
        share = w / local.total
        linear = ZERO
        for a in alpha:
            linear += abs(a)
        # |e^z - 1 - zeta| <= Z^2 growth + (Z - |zeta|)
        rest += share * _norm(vector) * ((z * z * e + z - linear) * box.reach + z * second)
        lean = []
        for j in range(m):
            dot = ZERO
            for i in range(d):
                dot += box.slope[i][j] * vector[i]
            lean.append(share * dot)
        for i in range(d):
            mean[i] += share * vector[i]
        for p, (j, k) in enumerate(pairs):
            curve[p] += lean[j] * alpha[k] + lean[k] * alpha[j]
    for i in range(d):
        for j in range(m):
            slope[j] += mean[i] * box.slope[i][j]
        for p in range(len(pairs)):
            curve[p] += mean[i] * box.bend[i][p]
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
    none, flat = [[ZERO] * m for _ in x], [[ZERO] * len(pairs_of(m)) for _ in x]
    box = Box(x, none, flat, ZERO, [ZERO] * m, ZERO, ZERO, ZERO)
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
