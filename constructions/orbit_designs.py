"""Quadrature rules on orbits of finite groups of rotations, with free points solved for by Newton's method.

A rule that is invariant under a group integrates every polynomial of degree <= D as soon as it integrates the invariant
harmonics of degree 1..D, and those are few.  `constructions.design_table` holds starting values.  `orbit_rule` solves
to any precision without proof; `proved_orbit_rule` encloses an exact rule by Krawczyk's form of Newton's method.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from flint import arb, arb_mat, arb_poly, ctx, fmpq, fmpq_poly
from numpy.typing import NDArray

from constructions.design_table import OrbitRow
from constructions.nodes import Nodes
from theory.balls import precision, unit
from theory.errors import PrefixproofError
from theory.harmonics import legendre

__all__ = ["float_system", "orbit_rule", "proved_orbit_rule"]

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


def _axes(group: str) -> dict[int, Point]:
    """Points on the axes of the rotation group, by the size of their orbits (-4: the other tetrahedron)."""
    golden = (1 + arb(5).sqrt()) / 2
    corner, pole = unit([arb(1), arb(1), arb(1)]), unit([arb(0), arb(0), arb(1)])
    edge, vertex = unit([arb(0), arb(1), arb(1)]), unit([arb(0), arb(1), golden])
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
    """For k = 0..K the dimension of the rotation-invariant harmonics of degree k on S^2: the mean of the characters.

    The character of a rotation by a is 1 + 2 sum_{j<=k} cos(j a), and its trace is 1 + 2 cos a.
    """
    with precision(64 + 2 * K):
        elements = _group(group)
        totals = [arb(0)] * (K + 1)
        for g in elements:
            cosine = (g[0, 0] + g[1, 1] + g[2, 2] - 1) / 2
            before, now, character = arb(1), cosine, arb(1)
            totals[0] += character
            for k in range(1, K + 1):
                character += 2 * now
                totals[k] += character
                before, now = now, 2 * cosine * now - before
        counts = [(total / len(elements)).unique_fmpz() for total in totals]
    if None in counts:
        raise PrefixproofError(f"the invariants of {group} were not counted; raise the precision")
    return [int(count) for count in counts if count is not None]


# --- equations ------------------------------------------------------------------------------------------------------


def _references(d: int, count: int) -> list[Point]:
    """Fixed points in general position, for the invariants of `_System`."""
    return [unit([arb(fmpq((7 * j + 3 * i + 2) ** 2 % 31 - 15, 8 + i + j)) for i in range(d)]) for j in range(count)]


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
        self.references = [arb_mat([[c] for c in y]) for y in references]
        self.images = [arb_mat([(g * y).entries() for g in self.elements]) for y in self.references]

    def check_span(self) -> None:
        """Raise `PrefixproofError` unless the invariants of each degree are certainly linearly independent.

        Their Gram matrix in L^2 is that of the values mean_g P_k(<y_i, g y_j>), up to 1/Z(m,k).
        """
        for degree in {k for k, _ in self.invariants}:
            P, size = self.legendre[degree][0], sum(k == degree for k, _ in self.invariants)
            gram = arb_mat(
                [
                    [sum((P(t) for t in (self.images[j] * y).entries()), arb(0)) for j in range(size)]
                    for y in self.references[:size]
                ]
            )
            if gram.det().contains(0):
                raise PrefixproofError(f"the invariants of degree {degree} are not certainly independent")

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


def float_system(
    group: str, axes: tuple[int, ...], D: int
) -> tuple[list[tuple[int, int]], NDArray[np.float64], NDArray[np.float64]]:
    """The equations on S^2 for searches: invariants (k, j), the images g y_j [J, order, 3], the axis points [A, 3]."""
    with precision(64 + 2 * D):
        system, points = _System(2, group, D), _axes(group)
        images = np.array([[[float(c) for c in row] for row in image.tolist()] for image in system.images])
        chosen = np.array([[float(c) for c in points[size]] for size in axes]).reshape(-1, 3)
    return system.invariants, images, chosen


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
    d = system.m + 1
    values, jacobian = _equations(system, axes, [c for x in seeds for c in x] + weights, len(seeds))
    residual, J = [value.mid() for value in values], jacobian.mid()
    multipliers = (J * J.transpose()).mid().solve(arb_mat([[r] for r in residual]))
    step = _mid((J.transpose() * multipliers).entries())
    moved = [unit([c - s for c, s in zip(x, step[d * i : d * i + d], strict=True)]) for i, x in enumerate(seeds)]
    return [_mid(x) for x in moved], _mid([w - s for w, s in zip(weights, step[d * len(seeds) :], strict=True)])


@lru_cache(maxsize=32)
def _solved(m: int, row: OrbitRow, bits: int) -> tuple[list[Point], list[arb]]:
    """The free points and the weights of all orbits, to about ``bits`` bits."""
    seeds, weights = [unit([arb(c) for c in x]) for x in row.seeds], [arb(w) for w in row.weights]
    known = 36
    while known < bits:
        known = min(2 * known, bits)
        with precision(known + 64 + 2 * row.exact_to):
            system = _System(m, row.group, row.exact_to)
            seeds, weights = _newton(system, _axes_points(row), [_mid(unit(x)) for x in seeds], weights)
    return seeds, weights


def _axes_points(row: OrbitRow) -> list[Point]:
    axes = _axes(row.group)
    return [axes[size] for size in row.axes]


def orbit_rule(m: int, row: OrbitRow) -> Nodes:
    """The rule of a row of the table at the current precision: exact as far as Newton's method went, nothing proved."""
    seeds, weights = _solved(m, row, ctx.prec)
    return _rule(m, row, seeds, weights)


def _rule(m: int, row: OrbitRow, seeds: list[Point], weights: list[arb], exact_to: int | None = None) -> Nodes:
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
            orbit.setdefault(tuple(round(1e6 * float(c)) for c in image), unit(image))
        if len(orbit) != size:
            raise PrefixproofError(f"an orbit of {row.group} has {len(orbit)} points instead of {size}")
        points += orbit.values()
        all_weights += [weight / size] * size
    equal = len(weights) == 1
    proof = None if exact_to is None else "newton"
    return Nodes(
        m, points, None if equal else all_weights, f"{row.group} orbits", exact_to=exact_to, exactness_proof=proof
    )


# --- existence ------------------------------------------------------------------------------------------------------


def proved_orbit_rule(m: int, row: OrbitRow) -> Nodes:
    """The rule of a row with points and weights that enclose those of a rule that is exact to ``row.exact_to``: proved.

    The unknowns z (free points, as x/|x|, and weights) are sought in z~ + B c, c in R^E, with B J(z~) near the identity
    on the equations F.  If K = -F(z~) + (1 - J(z~ + B C) B) C lies inside C for the box C = [-r, r]^E, a zero of F lies
    in z~ + B C (Krawczyk).  All invariant harmonics of degree <= D are integrated then, because the invariants of F
    span them: their number is the dimension, and their Gram matrices are certainly regular.
    Raises `PrefixproofError` when the proof does not go through at the current precision.
    """
    bits = ctx.prec
    seeds, weights = _solved(m, row, bits + 24)
    with precision(2 * bits + 96 + 4 * row.exact_to):
        system, axes = _System(m, row.group, row.exact_to), _axes_points(row)
        system.check_span()
        n, d = len(seeds), m + 1
        centre = [c for x in seeds for c in x] + list(weights)
        residual, jacobian = _equations(system, axes, centre, n)
        J = jacobian.mid()
        B = (J.transpose() * (J * J.transpose()).mid().inv()).mid()
        E, r = len(residual), arb(2) ** -bits
        box = arb_mat([[arb(0, r)]] * E)
        moved = [c + s for c, s in zip(centre, (B * box).entries(), strict=True)]
        _, slopes = _equations(system, axes, moved, n)
        identity = arb_mat([[int(i == j) for j in range(E)] for i in range(E)])
        K = ((identity - slopes * B) * box - arb_mat([[c] for c in residual])).entries()
        if not all(abs(c) < r for c in K) or not all(w > 0 for w in moved[d * n :]):
            raise PrefixproofError(f"no exact rule is proved near {row.group} orbits of degree {row.exact_to}")
        free = [unit(moved[d * i : d * i + d]) for i in range(n)]
    return _rule(m, row, free, moved[d * n :], row.exact_to)


def _equations(system: _System, axes: list[Point], unknowns: Sequence[arb], n: int) -> tuple[list[arb], arb_mat]:
    """F [E] and its Jacobian [E, n d + orbits] at the n free points (any length, they are normalised) and weights."""
    d = system.m + 1
    free, weights = [unknowns[d * i : d * i + d] for i in range(n)], unknowns[d * n :]
    found = [system.at(x) for x in axes + [unit(x) for x in free]]
    lengths = [sum((c * c for c in x), arb(0)).sqrt() for x in free]
    rows, residual = [], []
    for e in range(len(system.invariants)):
        moves = [
            w * c / length
            for (_, slopes), w, length in zip(found[len(axes) :], weights[len(axes) :], lengths, strict=True)
            for c in slopes[e]
        ]
        column = [values[e] for values, _ in found]
        rows.append(moves + column)
        residual.append(sum((w * v for w, v in zip(weights, column, strict=True)), arb(0)))
    rows.append([arb(0)] * (d * n) + [arb(1)] * len(weights))
    residual.append(sum(weights, arb(0)) - 1)
    return residual, arb_mat(rows)
