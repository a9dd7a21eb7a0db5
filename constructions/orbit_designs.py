"""Quadrature rules on orbits of finite groups of rotations, with free points solved for by Newton's method.

A rule that is invariant under a group integrates every polynomial of degree <= D as soon as it integrates the invariant
harmonics of degree 1..D, and those are few.  `constructions.design_table` holds starting values; nothing is proved.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from flint import arb, arb_mat, arb_poly, ctx, fmpq, fmpq_poly

from constructions.design_table import OrbitRow
from constructions.nodes import Nodes
from theory.balls import precision
from theory.errors import PrefixproofError
from theory.harmonics import legendre

__all__ = ["orbit_rule"]

Point = list[arb]

# --- groups ---------------------------------------------------------------------------------------------------------


def _closure(generators: Sequence[arb_mat]) -> list[arb_mat]:
    """The finite matrix group with these generators."""

    def key(g: arb_mat) -> tuple[int, ...]:
        return tuple(round(1e6 * float(c)) for c in g.entries())

    d = generators[0].nrows()
    elements = [arb_mat([[int(i == j) for j in range(d)] for i in range(d)])]
    seen = {key(elements[0])}
    for g in elements:  # grows while it is read
        for h in generators:
            product = g * h
            if key(product) not in seen:
                seen.add(key(product))
                elements.append(product)
    return elements


def _left(q: Sequence[arb]) -> arb_mat:
    """Left multiplication by the quaternion q as a matrix."""
    a, b, c, d = q
    return arb_mat([[a, -b, -c, -d], [b, a, -d, c], [c, d, a, -b], [d, -c, b, a]])


def _group(name: str) -> list[arb_mat]:
    """The rotation groups T, O, I of the regular solids (12, 24, 60 matrices); 2T, 2O, 2I act on S^3 from the left."""
    half = arb(0.5)
    golden = (1 + arb(5).sqrt()) / 2
    small = golden - 1
    turn, flip = arb_mat([[0, 0, 1], [1, 0, 0], [0, 1, 0]]), arb_mat([[1, 0, 0], [0, -1, 0], [0, 0, -1]])
    third = [half, half, half, half]
    generators = {
        "T": [turn, flip],
        "O": [turn, arb_mat([[0, -1, 0], [1, 0, 0], [0, 0, 1]])],
        "I": [turn, flip, arb_mat([[small, -golden, 1], [golden, 1, small], [-1, small, golden]]) * half],
        "2T": [_left(third), _left([arb(0), arb(1), arb(0), arb(0)])],
        "2O": [_left(third), _left([half.sqrt(), half.sqrt(), arb(0), arb(0)])],
        "2I": [_left(third), _left([golden / 2, half, small / 2, arb(0)])],
    }
    return _closure(generators[name])


def _unit(x: Sequence[arb]) -> Point:
    length = sum((c * c for c in x), arb(0)).sqrt()
    return [c / length for c in x]


def _axes(group: str) -> dict[int, Point]:
    """Points on the axes of the rotation group, by the size of their orbits (-4: the other tetrahedron)."""
    golden = (1 + arb(5).sqrt()) / 2
    corner, pole = _unit([arb(1), arb(1), arb(1)]), _unit([arb(0), arb(0), arb(1)])
    edge, vertex = _unit([arb(0), arb(1), arb(1)]), _unit([arb(0), arb(1), golden])
    axes = {
        "T": {4: corner, -4: [-c for c in corner], 6: pole},
        "O": {6: pole, 8: corner, 12: edge},
        "I": {12: vertex, 20: corner, 30: pole},
    }
    return axes.get(group, {})


def _invariants(group: str, D: int) -> list[tuple[int, int]]:
    """(k, j) for j < the number of independent invariant harmonics of degree k, k = 1..D (Molien)."""
    if group.startswith("2"):
        # A binary group acts on H_k of S^3 as k+1 copies of its action on binary forms of degree k.
        base = _character_counts(group[1:], D // 2)
        return [(2 * k, j) for k in range(1, D // 2 + 1) for j in range((2 * k + 1) * base[k])]
    counts = _character_counts(group, D)
    return [(k, j) for k in range(1, D + 1) for j in range(counts[k])]


def _character_counts(group: str, K: int) -> list[int]:
    """For k = 0..K the dimension of the rotation-invariant harmonics of degree k on S^2."""
    with precision(64):
        elements = _group(group)
    traces = [float(sum((g[i, i] for i in range(3)), arb(0))) for g in elements]
    angles = [math.acos(max(-1.0, min(1.0, (t - 1) / 2))) for t in traces]
    return [
        round(sum(2 * k + 1 if a < 1e-6 else math.sin((k + 0.5) * a) / math.sin(a / 2) for a in angles) / len(elements))
        for k in range(K + 1)
    ]


# --- equations ------------------------------------------------------------------------------------------------------


def _references(d: int, count: int) -> list[Point]:
    """Fixed points in general position, for the invariants of `_System`."""
    return [_unit([arb(fmpq((7 * j + 3 * i + 2) ** 2 % 31 - 15, 8 + i + j)) for i in range(d)]) for j in range(count)]


class _System:
    """The equations of a design: every invariant of degree 1..D averages to 0, and the weights sum to 1.

    Invariant (k, j) is x -> mean over g of P_k(<x, g y_j>) with a fixed reference point y_j.
    """

    def __init__(self, m: int, group: str, D: int) -> None:
        self.m, self.elements = m, _group(group)
        self.invariants = _invariants(group, D)
        self.legendre = {
            k: (_ball_poly(legendre(m, k)), _ball_poly(legendre(m, k).derivative())) for k, _ in self.invariants
        }
        references = _references(m + 1, 1 + max((j for _, j in self.invariants), default=-1))
        # Rows [order, d] of g y_j for each j.
        self.images = [arb_mat([(g * arb_mat([[c] for c in y])).entries() for g in self.elements]) for y in references]

    def at(self, x: Point) -> tuple[list[arb], list[Point]]:
        """Values [E] of the invariants at x, and their tangential gradients [E][d]."""
        order = len(self.elements)
        values, slopes = [], []
        cosines = [(images * arb_mat([[c] for c in x])).entries() for images in self.images]
        for k, j in self.invariants:
            P, derivative = self.legendre[k]
            values.append(sum((P(t) for t in cosines[j]), arb(0)) / order)
            gradient = (arb_mat([[derivative(t) / order for t in cosines[j]]]) * self.images[j]).entries()
            slopes.append(_tangent(gradient, x))
        return values, slopes


def _ball_poly(p: fmpq_poly) -> arb_poly:
    return arb_poly([arb(c) for c in p.coeffs()])


def _tangent(v: Point, x: Point) -> Point:
    along = sum((a * b for a, b in zip(v, x, strict=True)), arb(0))
    return [a - along * b for a, b in zip(v, x, strict=True)]


def _mid(x: Sequence[arb]) -> Point:
    return [c.mid() for c in x]


def _newton(
    system: _System, axes: list[Point], seeds: list[Point], weights: list[arb]
) -> tuple[list[Point], list[arb]]:
    """One Gauss-Newton step of least length for the free points ``seeds`` and the weights of all orbits."""
    found = [system.at(x) for x in axes + seeds]
    count, d, first = len(system.invariants), system.m + 1, len(axes)
    jacobian, residual = [], []
    for e in range(count):
        moves = [w * c for (_, slopes), w in zip(found[first:], weights[first:], strict=True) for c in slopes[e]]
        column = [values[e] for values, _ in found]
        jacobian.append(_mid(moves + column))
        residual.append(sum((w * v for w, v in zip(weights, column, strict=True)), arb(0)).mid())
    jacobian.append([arb(0)] * (d * len(seeds)) + [arb(1)] * len(weights))
    residual.append((sum(weights, arb(0)) - 1).mid())
    J = arb_mat(jacobian)
    multipliers = (J * J.transpose()).mid().solve(arb_mat([[r] for r in residual]))
    step = _mid((J.transpose() * multipliers).entries())
    moved = [_unit([c - s for c, s in zip(x, step[d * i : d * i + d], strict=True)]) for i, x in enumerate(seeds)]
    return [_mid(x) for x in moved], _mid([w - s for w, s in zip(weights, step[d * len(seeds) :], strict=True)])


@lru_cache(maxsize=32)
def _solved(m: int, row: OrbitRow, bits: int) -> tuple[list[Point], list[arb]]:
    """The free points and the weights of all orbits, to about ``bits`` bits."""
    seeds, weights = [_unit([arb(c) for c in x]) for x in row.seeds], [arb(w) for w in row.weights]
    known = 36
    while known < bits:
        known = min(2 * known, bits)
        with precision(known + 64 + 2 * row.exact_to):
            system = _System(m, row.group, row.exact_to)
            seeds, weights = _newton(system, _axes_points(row), [_mid(_unit(x)) for x in seeds], weights)
    return seeds, weights


def _axes_points(row: OrbitRow) -> list[Point]:
    axes = _axes(row.group)
    return [axes[size] for size in row.axes]


def orbit_rule(m: int, row: OrbitRow) -> Nodes:
    """The rule of a row of the table at the current precision."""
    seeds, weights = _solved(m, row, ctx.prec)
    elements = _group(row.group)
    points: list[Point] = []
    all_weights: list[arb] = []
    for size, x, weight in zip(
        [*map(abs, row.axes), *[len(elements)] * len(seeds)], _axes_points(row) + seeds, weights, strict=True
    ):
        column = arb_mat([[c] for c in x])
        orbit: dict[tuple[int, ...], Point] = {}
        for g in elements:
            image = (g * column).entries()
            orbit.setdefault(tuple(round(1e6 * float(c)) for c in image), _unit(image))
        if len(orbit) != size:
            raise PrefixproofError(f"an orbit of {row.group} has {len(orbit)} points instead of {size}")
        points += orbit.values()
        all_weights += [weight / size] * size
    equal = len(weights) == 1
    return Nodes(m, points, None if equal else all_weights, f"{row.group} orbits")
