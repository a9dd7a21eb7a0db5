"""Root systems, regular polytopes and other classical spherical designs, with exactness proved in exact arithmetic.

All vectors of one configuration have coordinates in Z[sqrt r] and one length, so their inner products are exact numbers
of Q(sqrt r), and a set is a spherical D-design (equal weights exact to degree D) exactly when
sum_ij P_k(<x_i, x_j>) = 0 for k = 1..D (Delsarte, Goethals, Seidel 1977; theory A3).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from flint import arb, arb_mat, fmpq
from numpy.typing import NDArray

from constructions.nodes import Nodes
from theory.balls import unit
from theory.errors import HypothesisError, InputError

__all__ = ["CONFIGURATIONS", "Configuration", "Quadratic", "configuration", "exact_degree", "root_system"]

Integers = NDArray[np.int64]

_MOST_DEGREES = 60
"""`exact_degree` stops here; only sets in general position for some group get that far."""


class Quadratic(NamedTuple):
    """a + b sqrt r with rational a, b; r >= 2 a fixed integer, no square."""

    a: fmpq
    b: fmpq

    def times(self, other: Quadratic, r: int) -> Quadratic:
        """The product."""
        return Quadratic(self.a * other.a + r * self.b * other.b, self.a * other.b + self.b * other.a)

    def inverse(self, r: int) -> Quadratic:
        """1/self, self != 0."""
        norm = self.a * self.a - r * self.b * self.b
        return Quadratic(self.a / norm, -self.b / norm)

    def ball(self, r: int) -> arb:
        """An enclosure."""
        return arb(self.a) + arb(self.b) * arb(r).sqrt()


class Configuration(NamedTuple):
    """Vectors of one length with coordinates a + b sqrt r: integers ``a``, ``b`` [N, D]; ``normals`` [n, D] integers
    orthogonal to all of them, so that they lie in a space of dimension m+1 = D - n.
    """

    r: int
    a: Integers
    b: Integers
    normals: tuple[tuple[int, ...], ...] = ()

    @property
    def m(self) -> int:
        """The dimension of the sphere."""
        return int(self.a.shape[1]) - len(self.normals) - 1

    def cosines(self) -> list[tuple[Quadratic, int]]:
        """The inner products of the unit vectors over all ordered pairs, exactly, with their multiplicities.

        Raises `HypothesisError` when the lengths differ, a vector is not orthogonal to a normal, or two are the same.
        """
        if self.normals and ((self.a @ np.array(self.normals).T).any() or (self.b @ np.array(self.normals).T).any()):
            raise HypothesisError("a vector of the configuration is not orthogonal to the given normals")
        first = self.a @ self.a.T + self.r * (self.b @ self.b.T)
        second = self.a @ self.b.T
        second = second + second.T
        if np.ptp(np.diag(first)) or np.ptp(np.diag(second)):
            raise HypothesisError("the vectors of the configuration have different lengths")
        if ((first == first[0, 0]) & (second == second[0, 0])).sum() != len(first):
            raise HypothesisError("two vectors of the configuration are the same")
        scale = Quadratic(fmpq(int(first[0, 0])), fmpq(int(second[0, 0]))).inverse(self.r)
        pairs, counts = np.unique(np.stack([first.ravel(), second.ravel()]), axis=1, return_counts=True)
        return [
            (Quadratic(fmpq(int(a)), fmpq(int(b))).times(scale, self.r), int(count))
            for (a, b), count in zip(pairs.T, counts, strict=True)
        ]


def exact_degree(found: Configuration) -> int:
    """The largest D for which the vectors are a spherical D-design: decided in exact arithmetic (at most 60).

    Raises as `Configuration.cosines`.

    >>> exact_degree(configuration("E8"))
    7
    """
    m, r, cosines = found.m, found.r, found.cosines()
    # P_0, P_1 at each cosine, then the recurrence of theory A2: (k+m-1) P_{k+1} = (2k+m-1) t P_k - k P_{k-1}.
    before = [Quadratic(fmpq(1), fmpq(0))] * len(cosines)
    now = [t for t, _ in cosines]
    for k in range(1, _MOST_DEGREES + 1):
        total = [sum((c * p[i] for p, (_, c) in zip(now, cosines, strict=True)), fmpq(0)) for i in (0, 1)]
        if total[0] != 0 or total[1] != 0:
            return k - 1
        step = []
        for (t, _), p, q in zip(cosines, now, before, strict=True):
            up = t.times(p, r)
            a, b = fmpq(2 * k + m - 1, k + m - 1), fmpq(k, k + m - 1)
            step.append(Quadratic(a * up.a - b * q.a, a * up.b - b * q.b))
        before, now = now, step
    return _MOST_DEGREES


# --- the configurations ----------------------------------------------------------------------------------------------


def _rational(vectors: Sequence[Sequence[int]], *normals: tuple[int, ...]) -> Configuration:
    a = np.array(vectors, dtype=np.int64)
    return Configuration(2, a, np.zeros_like(a), normals)


def _golden(vectors: Iterable[Sequence[tuple[int, int]]]) -> Configuration:
    """Vectors with entries (a, b) = a + b sqrt 5."""
    pairs = np.array(list(vectors), dtype=np.int64)
    return Configuration(5, pairs[:, :, 0], pairs[:, :, 1])


def _signs(pattern: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """All choices of signs of the entries that are not zero."""
    choices = [[c] if c == (0, 0) else [c, (-c[0], -c[1])] for c in pattern]
    return [list(choice) for choice in itertools.product(*choices)]


def _even_permutations(pattern: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    result = []
    for order in itertools.permutations(range(len(pattern))):
        odd = sum(order[i] > order[j] for i, j in itertools.combinations(range(len(order)), 2)) % 2
        if not odd:
            result.append([pattern[i] for i in order])
    return result


def _unique(vectors: Iterable[Sequence[tuple[int, int]]]) -> list[Sequence[tuple[int, int]]]:
    return list({tuple(v): v for v in vectors}.values())


_ZERO, _ONE, _TWO, _FOUR = (0, 0), (1, 0), (2, 0), (4, 0)
_PHI2, _SMALL2 = (1, 1), (-1, 1)
"""Twice the golden ratio and twice its inverse."""


def _icosahedron() -> Configuration:
    return _golden(v for p in _even_permutations([_ZERO, _TWO, _PHI2]) for v in _signs(p))


def _dodecahedron() -> Configuration:
    cube = _signs([_TWO, _TWO, _TWO])
    return _golden(cube + [v for p in _even_permutations([_ZERO, _SMALL2, _PHI2]) for v in _signs(p)])


def _600_cell() -> Configuration:
    units = [v for i in range(4) for v in _signs([_FOUR if j == i else _ZERO for j in range(4)])]
    mixed = [v for p in _even_permutations([_PHI2, _TWO, _SMALL2, _ZERO]) for v in _signs(p)]
    return _golden(_unique(units + _signs([_TWO] * 4) + mixed))


def _d_roots(d: int) -> list[list[int]]:
    """+-e_i +- e_j, i < j."""
    vectors = []
    for i, j in itertools.combinations(range(d), 2):
        for s, t in itertools.product((1, -1), repeat=2):
            vectors.append([s if k == i else t if k == j else 0 for k in range(d)])
    return vectors


def _a_roots(d: int) -> Configuration:
    """e_i - e_j in R^(d+1)."""
    vectors = [[(k == i) - (k == j) for k in range(d + 1)] for i, j in itertools.permutations(range(d + 1), 2)]
    return _rational(vectors, (1,) * (d + 1))


def _e8_vectors() -> list[list[int]]:
    """The 240 roots of E8, doubled."""
    halves = [list(s) for s in itertools.product((1, -1), repeat=8) if s.count(-1) % 2 == 0]
    return [[2 * c for c in v] for v in _d_roots(8)] + halves


def _e7_roots() -> Configuration:
    """The roots of E8 orthogonal to one of them."""
    apex = (1,) * 8
    return _rational([v for v in _e8_vectors() if sum(v) == 0], apex)


def _e6_roots() -> Configuration:
    """The roots of E8 orthogonal to a hexagonal pair of them."""
    first, second = (1,) * 8, (-2, -2, 0, 0, 0, 0, 0, 0)
    vectors = [v for v in _e8_vectors() if sum(v) == 0 and v[0] + v[1] == 0]
    return _rational(vectors, first, second)


def _e7_weights() -> list[list[int]]:
    """(3, 3, -1, -1, -1, -1, -1, -1), its permutations and their opposites: 56 vectors of R^8 with sum 0."""
    vectors = [[3 if i in pair else -1 for i in range(8)] for pair in itertools.combinations(range(8), 2)]
    return vectors + [[-c for c in v] for v in vectors]


def _e6_weights(opposite: bool) -> Configuration:
    """The 27 weights of E7 at the angle arccos 1/3 to one of them, seen from its orthogonal complement."""
    weights = _e7_weights()
    apex = weights[0]
    near = [v for v in weights if sum(a * b for a, b in zip(v, apex, strict=True)) == 8]
    # <v, apex> = 8 and |apex|^2 = 24: v - apex/3 is orthogonal to apex.
    flat = [[3 * a - b for a, b in zip(v, apex, strict=True)] for v in near]
    if opposite:
        flat += [[-c for c in v] for v in flat]
    return _rational(flat, (1,) * 8, tuple(apex))


CONFIGURATIONS: dict[str, Callable[[], Configuration]] = {
    "icosahedron": _icosahedron,
    "dodecahedron": _dodecahedron,
    "cuboctahedron": lambda: _rational(_d_roots(3)),
    "24-cell": lambda: _rational(_d_roots(4)),
    "600-cell": _600_cell,
    "E6 weights": lambda: _e6_weights(False),
    "E6 weights and opposites": lambda: _e6_weights(True),
    "E6": _e6_roots,
    "E7 weights": lambda: _rational(_e7_weights(), (1,) * 8),
    "E7": _e7_roots,
    "E8": lambda: _rational(_e8_vectors()),
}
"""Classical designs by name; "A<d>" and "D<d>" are the roots of those systems in dimension d >= 2."""

_LARGEST = 40
"""Largest dimension of A and D."""


@lru_cache(maxsize=32)
def configuration(name: str) -> Configuration:
    """The configuration of that name.  Raises `InputError` for an unknown one.

    >>> len(configuration("600-cell").a), configuration("D5").m
    (120, 4)
    """
    if name in CONFIGURATIONS:
        return CONFIGURATIONS[name]()
    kind, number = name[:1], name[1:]
    if kind in ("A", "D") and number.isdecimal() and 2 <= int(number) <= _LARGEST:
        return _a_roots(int(number)) if kind == "A" else _rational(_d_roots(int(number)))
    known = ", ".join(CONFIGURATIONS)
    raise InputError(f"no configuration {name!r}; known: {known}, A2..A{_LARGEST}, D2..D{_LARGEST}")


def _frame(found: Configuration) -> arb_mat | None:
    """An orthonormal basis of the complement of the normals as rows [m+1, D]; None when there are none."""
    if not found.normals:
        return None
    D = found.a.shape[1]
    basis: list[list[arb]] = []
    for v in [*found.normals, *([int(i == j) for j in range(D)] for i in range(D))]:
        x = [arb(c) for c in v]
        for b in basis:
            along = sum((p * q for p, q in zip(x, b, strict=True)), arb(0))
            x = [p - along * q for p, q in zip(x, b, strict=True)]
        if sum((c * c for c in x), arb(0)) > 1e-9:
            basis.append(unit(x))
    return arb_mat(basis[len(found.normals) :])


@lru_cache(maxsize=32)
def _proved(name: str) -> tuple[int, Quadratic]:
    """The degree of exactness and the largest cosine of two different points, both exact."""
    found = configuration(name)
    one = Quadratic(fmpq(1), fmpq(0))
    others = [t for t, _ in found.cosines() if t != one]
    return exact_degree(found), max(others, key=lambda t: float(t.ball(found.r)))


def root_system(name: str) -> Nodes:
    """The normalised vectors of a configuration with exactness and separation proved exactly (module docstring).

    Raises `InputError` for an unknown name.

    >>> nodes = root_system("E8")
    >>> len(nodes), nodes.m, nodes.exact_to, (nodes.separation * 3 - arb.pi()).contains(0)
    (240, 7, 7, True)
    """
    found = configuration(name)
    root, frame = arb(found.r).sqrt(), _frame(found)
    points = []
    for a, b in zip(found.a.tolist(), found.b.tolist(), strict=True):
        x = [arb(p) + root * q if q else arb(p) for p, q in zip(a, b, strict=True)]
        points.append(unit(x if frame is None else (frame * arb_mat([[c] for c in x])).entries()))
    degree, cosine = _proved(name)
    return Nodes(
        m=found.m,
        points=points,
        weights=None,
        family=name,
        exact_to=degree,
        exactness_proof="inner products",
        separation=cosine.ball(found.r).acos(),
        separation_proof="inner products",
    )
