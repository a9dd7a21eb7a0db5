"""The checker's own verification of a claimed Lipschitz constant L (theory B2): exact rules, then a cover by cells.

L bounds the operator norm of the tangential Jacobian on S^m (geodesic distance).  Nothing is searched here: every bound
only has to stay below the claim.  Part of the independent checker: of the project it imports only its other parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from flint import arb, fmpq

from verify.checker.balls import Refused, dot, length
from verify.checker.slopes import GlobalSlope, global_slopes, linear_map_is_below
from verify.checker.target import Step, Tape, partials, second_partials, values

__all__ = ["verify_lipschitz"]

MAX_WORK = 8_000_000
"""Cells times operations per cell (about a microsecond each)."""
MIN_WIDTH = 2.0**-30

Cell = tuple[int, int, tuple[float, ...], tuple[float, ...]]
"""Face j, sign s, lower and upper ends of the m other coordinates y in [-1, 1]: the points (y, s at j)/|(y, s)|."""


# --- one cell -------------------------------------------------------------------------------------------------------


class _Jet(NamedTuple):
    """One step on the part of the sphere in a box.

    Its tangential gradient is P_x g plus a vector of length <= rest, g in ``gradient`` [d] (Clarke's hull at kinks);
    its Lipschitz constant there is at most ``slope``.
    """

    value: arb
    gradient: list[arb]
    rest: arb
    slope: arb

    @property
    def is_constant(self) -> bool:
        """Whether the step certainly does not move on the box."""
        return self.slope.is_zero() and all(c.is_zero() for c in self.gradient)


def _magnitude(u: arb) -> arb:
    return abs(u.lower()).max(abs(u.upper()))


def _square(u: arb) -> arb:
    return arb(0).union(_magnitude(u) * _magnitude(u)) if u.contains(0) else u * u


def _tangential_length(x: Sequence[arb], g: Sequence[arb]) -> arb:
    """An upper bound of |P_x g| = sqrt(|g|^2 - <x,g>^2)."""
    whole = sum(map(_square, g), arb(0))
    return whole.upper().min((whole - _square(dot(x, g))).upper()).nonnegative_part().sqrt()


def _step_jet(step: Step, value: arb, args: list[_Jet], known: arb, x: Sequence[arb]) -> _Jet:
    """The chain rule for gradients, and the rules for slopes; ``known`` bounds the slope on the whole sphere."""
    D = partials(step, [u.value for u in args], value)
    if step.op in ("min", "max"):
        args = [u for c, u in zip(D, args, strict=True) if not c.is_zero()]
        gradient, rest, slope = args[0].gradient, args[0].rest, args[0].slope
        for u in args[1:]:
            gradient = [a.union(b) for a, b in zip(gradient, u.gradient, strict=True)]
            rest, slope = rest.max(u.rest), slope.max(u.slope)
    else:
        live = [(c, u) for c, u in zip(D, args, strict=True) if not u.is_constant]
        gradient = [sum((c * u.gradient[j] for c, u in live), arb(0)) for j in range(len(x))]
        rest = sum((_magnitude(c) * u.rest for c, u in live if not u.rest.is_zero()), arb(0))
        if step.op in ("norm", "abs"):
            slope = length([u.slope for _, u in live])
        else:
            slope = sum((_magnitude(c) * u.slope for c, u in live), arb(0))
    if not slope <= known:
        slope = known
    if all(c.is_finite() for c in gradient) and rest.is_finite():
        steepest = _tangential_length(x, gradient) + rest
        slope = slope if slope <= steepest else steepest
    else:
        gradient, rest = [arb(0)] * len(x), slope
    return _Jet(value, gradient, rest, slope.upper())


def _jets(tape: Tape, x: Sequence[arb], known: dict[int, GlobalSlope]) -> list[_Jet]:
    """The jets of all steps on the box x."""
    d, zero = tape.d, arb(0)
    jets: list[_Jet] = []
    for index, (step, value) in enumerate(zip(tape.steps, values(tape, x), strict=True)):
        if step.op == "x":
            unit = [arb(int(i == int(step.value.p))) for i in range(d)]
            jets.append(_Jet(value, unit, zero, _tangential_length(x, unit).upper()))
        elif not step.args:
            jets.append(_Jet(value, [zero] * d, zero, zero))
        else:
            rule = known.get(index, GlobalSlope(arb.pos_inf()))
            bound = rule.base + sum((c * jets[i].slope for c, i in rule.others), arb(0))
            jets.append(_step_jet(step, value, [jets[i] for i in step.args], bound, x))
    return jets


def _is_positive_definite(A: list[list[arb]]) -> bool:
    """Whether every symmetric matrix in the enclosure is positive definite (all pivots certainly positive)."""
    A = [row[:] for row in A]
    n = len(A)
    for i in range(n):
        if not A[i][i] > 0:
            return False
        for j in range(i + 1, n):
            factor = A[j][i] / A[i][i]
            for k in range(j, n):
                A[j][k] = A[k][j] = A[j][k] - factor * A[i][k]
    return True


def _tangential_gram(x: Sequence[arb], rows: Sequence[Sequence[arb]]) -> list[list[arb]]:
    """J P_x J^T for the rows of J."""
    along = [dot(x, g) for g in rows]
    gram = [[dot(g, h) - s * t for h, t in zip(rows, along, strict=True)] for g, s in zip(rows, along, strict=True)]
    for i, g in enumerate(rows):
        gram[i][i] = sum(map(_square, g), arb(0)) - _square(along[i])
    return gram


def _first_order(L: fmpq, x: Sequence[arb], outputs: Sequence[_Jet]) -> bool:
    """Whether L bounds the slope of the map everywhere on the box: by slopes, or |J P_x| + rest <= L."""
    if length([u.slope for u in outputs]) <= L:
        return True
    left = L - length([u.rest for u in outputs])
    if not left >= 0:
        return False
    rows = [u.gradient for u in outputs]
    if length([_tangential_length(x, g) for g in rows]) <= left:
        return True
    gram, q = _tangential_gram(x, rows), len(rows)
    return q > 1 and _is_positive_definite(
        [[(left * left if i == j else arb(0)) - gram[i][j] for j in range(q)] for i in range(q)]
    )


# --- second order ---------------------------------------------------------------------------------------------------


def _hessians(tape: Tape, jets: Sequence[_Jet]) -> list[list[list[arb]]]:
    """Enclosures of the Hessians [d][d] of the outputs on the box of the jets; NaN where a step may have a kink."""
    d = tape.d
    zero = [[arb(0)] * d for _ in range(d)]
    found: list[list[list[arb]]] = []
    for step, jet in zip(tape.steps, jets, strict=True):
        H = zero
        args = [jets[i] for i in step.args]
        if args and not jet.is_constant:
            u = [arg.value for arg in args]
            for c, arg, inner in zip(partials(step, u, jet.value), args, step.args, strict=True):
                if not c.is_zero() and not arg.is_constant:
                    H = [[a + c * b for a, b in zip(r, s, strict=True)] for r, s in zip(H, found[inner], strict=True)]
            for (i, j), c in second_partials(step, u, jet.value).items():
                g, h = args[i].gradient, args[j].gradient
                if i == j:
                    H = [[a + c * s * t for a, t in zip(row, g, strict=True)] for row, s in zip(H, g, strict=True)]
                else:
                    H = [[H[k][l] + c * (g[k] * h[l] + h[k] * g[l]) for l in range(d)] for k in range(d)]
        found.append(H)
    return [found[i] for i in tape.outputs]


def _rotated(Q: Sequence[Sequence[float]], rows: Sequence[Sequence[arb]]) -> list[list[arb]]:
    """Q^T rows."""
    return [
        [sum((arb(Q[c][a]) * rows[c][k] for c in range(len(rows))), arb(0)) for k in range(len(rows[0]))]
        for a in range(len(rows))
    ]


def _second_order(L: fmpq, tape: Tape, cell: Cell, x: Sequence[arb], jets: Sequence[_Jet]) -> bool:
    """Whether L^2 I - J P J^T is positive definite on the cell, by the mean value theorem in the coordinates y.

    For smooth maps the error is of second order in the size of the cell.  M = J P J^T has the derivatives
    dM/dy_k = (P grad M)_k |x_j|, grad M_ab = H_a g_b + H_b g_a - (g_a + H_a x)<x,g_b> - <x,g_a>(g_b + H_b x).  The
    outputs are first turned by a matrix Q of floats (near eigenvectors of M; any Q would do): Q^T (L^2 I - M) Q > 0.
    """
    q, d = len(tape.outputs), tape.d
    j, sign, low, high = cell
    middle = tuple((a + b) / 2 for a, b in zip(low, high, strict=True))
    centre = _box((j, sign, middle, middle))
    inner = _jets(tape, centre, {})
    rows = [inner[i].gradient for i in tape.outputs]
    if not all(jet.rest.is_zero() for i in tape.outputs for jet in (jets[i], inner[i])):
        return False
    gram = _tangential_gram(centre, rows)
    if q == 1:
        if gram[0][0] > L * L:
            raise Refused(f"the slope at {[round(float(c.mid()), 6) for c in centre]} is larger")
        Q = [[1.0]]
    else:
        Q = np.linalg.eigh(np.array([[float(a.mid()) for a in row] for row in gram]))[1].tolist()
        gram = _tangential_gram(centre, _rotated(Q, rows))
    g = _rotated(Q, [jets[i].gradient for i in tape.outputs])
    flat = _rotated(Q, [[a for row in H for a in row] for H in _hessians(tape, jets)])
    H = [[row[k * d : (k + 1) * d] for k in range(d)] for row in flat]
    Hx = [[dot(row, x) for row in h] for h in H]
    along = [dot(x, row) for row in g]
    steps = [arb((b - a) / 2) for a, b in zip(low, high, strict=True)]
    steps.insert(j, arb(0))
    N = [[arb(0)] * q for _ in range(q)]
    for a in range(q):
        for b in range(a + 1):
            gradient = [
                dot(H[a][k], g[b])
                + dot(H[b][k], g[a])
                - (g[a][k] + Hx[a][k]) * along[b]
                - along[a] * (g[b][k] + Hx[b][k])
                for k in range(d)
            ]
            radial = dot(x, gradient)
            spread = sum((_magnitude(gradient[k] - radial * x[k]) * steps[k] for k in range(d)), arb(0)) * abs(x[j])
            unit = dot([arb(row[a]) for row in Q], [arb(row[b]) for row in Q])
            N[a][b] = N[b][a] = arb(L * L) * unit - gram[a][b] - spread.upper() * arb(0, 1)
    return _is_positive_definite(N)


# --- the cover ------------------------------------------------------------------------------------------------------


def _box(cell: Cell) -> list[arb]:
    """Enclosures of the coordinates on the cell: y_i/sqrt(1+|y|^2) increases in y_i; its size decreases in |y_k|."""
    j, sign, low, high = cell
    least = [arb(0) if a <= 0 <= b else arb(min(abs(a), abs(b))) ** 2 for a, b in zip(low, high, strict=True)]
    most = [arb(max(-a, b)) ** 2 for a, b in zip(low, high, strict=True)]
    small, large = sum(least, arb(1)), sum(most, arb(1))
    x = []
    for i, (a, b) in enumerate(zip(low, high, strict=True)):
        ends = []
        for end, outward in ((a, a < 0), (b, b > 0)):
            others = small - least[i] if outward else large - most[i]
            ends.append(arb(end) / (others + arb(end) ** 2).sqrt())
        x.append(ends[0].union(ends[1]))
    x.insert(j, sign * (1 / small.sqrt()).union(1 / large.sqrt()))
    return x


def _halves(cell: Cell) -> Iterator[Cell]:
    """The cell cut across its longest side."""
    j, sign, low, high = cell
    i = max(range(len(low)), key=lambda k: high[k] - low[k])
    if high[i] - low[i] < MIN_WIDTH:
        raise Refused(f"the slope near {[round(float(x.mid()), 6) for x in _box(cell)]} is not seen to be smaller")
    middle = (low[i] + high[i]) / 2
    yield j, sign, low, (*high[:i], middle, *high[i + 1 :])
    yield j, sign, (*low[:i], middle, *low[i + 1 :]), high


def _reduced(tape: Tape) -> Tape:
    """The same map on a smaller sphere when it uses only r < m of the coordinates: S^r, r >= 1.

    x -> (x_used, |x_unused|) maps S^m to S^r and shortens distances, by Cauchy and Schwarz; the map factors through it.
    """
    used = sorted({int(step.value.p) for step in tape.steps if step.op == "x"})
    d = max(2, len(used) + 1)
    if d >= tape.d:
        return tape
    steps = (s._replace(value=fmpq(used.index(int(s.value.p)))) if s.op == "x" else s for s in tape.steps)
    return Tape(d, tuple(steps), tape.outputs)


def verify_lipschitz(tape: Tape, L: fmpq) -> None:
    """Prove that the map is L-Lipschitz on the sphere in the geodesic distance, or raise `Refused`.

    Works at the current precision (64 bits are plenty).
    """
    if linear_map_is_below(tape, L):
        return
    for sphere in (tape, _reduced(tape)):
        known = global_slopes(sphere)
        everywhere = [arb(0, 1)] * sphere.d
        jets = _jets(sphere, everywhere, known)
        if _first_order(L, everywhere, [jets[i] for i in sphere.outputs]):
            return
    _cover(sphere, L, known)


def _cover(tape: Tape, L: fmpq, known: dict[int, GlobalSlope]) -> None:
    m, d, q = tape.d - 1, tape.d, len(tape.outputs)
    price = tape.cost * (d + 4) * (d + 2) // 2 + (d * q) ** 2
    # A map that does not use the last coordinate is seen completely where that is >= 0.
    least = -1.0 if any(step.op == "x" and step.value == m for step in tape.steps) else 0.0
    cells: list[Cell] = [(j, s, (*(-1.0,) * (m - 1), least), (1.0,) * m) for j in range(m) for s in (1, -1)]
    cells += [(m, s, (-1.0,) * m, (1.0,) * m) for s in (1, -1) if s >= least]
    work = 0
    while cells:
        cell = cells.pop()
        work += price
        if work > MAX_WORK:
            raise Refused("too large to check here: the cover by cells needs too many of them")
        x = _box(cell)
        jets = _jets(tape, x, known)
        if not _first_order(L, x, [jets[i] for i in tape.outputs]) and not _second_order(L, tape, cell, x, jets):
            cells.extend(_halves(cell))
