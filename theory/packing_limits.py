"""Upper limits of M(r), the largest number of points of S^m with pairwise distance >= 2r: how far G1 and G2 can go.

Volume, Rankin's bounds for obtuse separations, Fejes Toth's bound on S^2, and Delsarte's linear programming bound.  The
program (scipy, floats) only proposes the polynomial of the last; what is proved is read off the exact rationals.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from flint import arb, fmpq, fmpq_poly

from theory.balls import Real, ball, certainly_le, certainly_lt, integer_floor, precision, shown
from theory.errors import HypothesisError
from theory.harmonics import legendre
from theory.sphere import cap_measure

__all__ = ["Delsarte", "delsarte", "delsarte_limit", "packing_limit", "polynomial_maximum"]

_GRID = 24
"""Grid points per degree of the linear program."""
_BITS = 44
"""Coefficients of the dual polynomial are multiples of 2^-44."""


_MAX_DEGREE = 48
"""Beyond this degree the linear program in floats is too inaccurate to be worth its time."""


_TINY = arb(2) ** -200
"""Below, the closed form of Fejes Toth's bound would need thousands of bits."""


class Delsarte(NamedTuple):
    """sum_{k >= 1} c_k P_k, c_k >= 0 rational, and a bound ``top`` < 0 of it on [-1, s]: M <= 1 - sum c_k/top.

    ``coefficients`` c_1, c_2, ..., ``cosine`` s, a rational that is at least cos 2r.
    """

    m: int
    cosine: fmpq
    coefficients: tuple[fmpq, ...]
    top: fmpq

    @property
    def limit(self) -> fmpq:
        """1 - sum c_k/top, at least the size of every set with inner products <= s (Delsarte, Goethals, Seidel 1977).

        Proof: f = -top + sum c_k P_k <= 0 on [-1, s], so sum_{x,y} f(<x,y>) <= M f(1); each sum of P_k(<x,y>) is >= 0,
        so it is also >= -top M^2.
        """
        return 1 - sum(self.coefficients, fmpq(0)) / self.top


def _bernstein(p: fmpq_poly, low: fmpq, high: fmpq) -> list[fmpq]:
    """Coefficients of p on [low, high] in Bernstein's basis: their maximum bounds p."""
    shifted = p(fmpq_poly([low, high - low]))
    n = max(p.degree(), 0)
    a = [shifted[k] for k in range(n + 1)]
    # b_i = sum_k C(i,k)/C(n,k) a_k, by repeated sums of a_k/C(n,k).
    c, binomial = [], fmpq(1)
    for k in range(n + 1):
        c.append(a[k] / binomial)
        binomial = binomial * (n - k) / (k + 1)
    row = list(c)
    result = [row[0]]
    for _ in range(n):
        row = [x + y for x, y in pairwise(row)]
        result.append(row[0])
    return result


def polynomial_maximum(p: fmpq_poly, low: fmpq, high: fmpq, slack: fmpq) -> fmpq:
    """An upper bound of p on [low, high] by Bernstein's basis, at most about ``slack`` above the maximum.

    >>> polynomial_maximum(fmpq_poly([0, 1, -1]), fmpq(0), fmpq(1), fmpq(1, 100)) < fmpq(26, 100)
    True
    """
    best, top = max(p(low), p(high)), fmpq(0)
    todo, bounds = [(low, high)], [best]
    while todo:
        a, b = todo.pop()
        coefficients = _bernstein(p, a, b)
        best = max(best, coefficients[0], coefficients[-1])
        top = max(coefficients)
        middle = (a + b) / 2
        if top <= best + slack or b - a < fmpq(1, 2**20):
            bounds.append(top)
        else:
            todo += [(a, middle), (middle, b)]
    return max(bounds)


def delsarte(m: int, cosine: fmpq, degree: int) -> Delsarte | None:
    """A dual polynomial of at most that degree for inner products <= ``cosine`` = s in (-1, 1) on S^m, or None.

    scipy proposes c_k >= 0 that minimise sum c_k under sum c_k P_k <= -1 on a grid; they are rounded to rationals and
    the maximum on [-1, s] is bounded exactly.  Raises `HypothesisError` unless m, degree >= 1 and -1 < s < 1.
    """
    if m < 1 or degree < 1 or not -1 < cosine < 1:
        raise HypothesisError(
            f"Delsarte's bound needs m, degree >= 1 and -1 < s < 1; got m = {m}, degree = {degree}, s = {cosine}"
        )
    import numpy as np
    from scipy.optimize import linprog

    s = float(ball(cosine))
    angles = np.linspace(np.arccos(s), np.pi, _GRID * degree)
    t = np.cos(angles)
    rows = [np.ones_like(t), t]
    for k in range(1, degree):
        rows.append(((2 * k + m - 1) * t * rows[k] - k * rows[k - 1]) / (k + m - 1))
    A = np.stack(rows[1:], axis=1)
    found = linprog(np.ones(degree), A_ub=A, b_ub=-np.ones(len(t)), bounds=(0, None), method="highs")
    if found.x is None:
        return None
    coefficients = tuple(fmpq(round(max(float(c), 0.0) * 2**_BITS), 2**_BITS) for c in found.x)
    total = fmpq_poly([0])
    for k, c in enumerate(coefficients, 1):
        if c != 0:
            total = total + c * legendre(m, k)
    top = polynomial_maximum(total, fmpq(-1), cosine, fmpq(1, 2**14))
    return Delsarte(m, cosine, coefficients, top) if top < 0 else None


def _rational_cosine(r: arb) -> fmpq:
    """A rational >= cos 2r with a small denominator."""
    return fmpq((2**30 * (2 * r).cos()).upper().ceil().fmpz(), 2**30)


def delsarte_limit(m: int, r: Real, degree: int = 0) -> Delsarte | None:
    """The linear programming bound of M(r), 0 < r < pi/2, the best of a few degrees unless one is given.

    None when r is too small for the programs in floats (degrees beyond `_MAX_DEGREE`), or none of them has a solution.

    >>> found = delsarte_limit(7, arb.pi() / 6, 6)
    >>> found is not None and 240 <= found.limit < fmpq(2401, 10)
    True
    """
    radius = ball(r)
    with precision(64):
        cosine = _rational_cosine(radius)
    # Levenshtein's optimal polynomials have about the degree j/r, j the first zero of J_{m/2}.
    ideal = (m / 2 + 1.86 * (m / 2) ** (1 / 3) + 0.6) / float(radius)
    if not degree and ideal > _MAX_DEGREE:
        return None
    best: Delsarte | None = None
    for n in [degree] if degree else sorted({max(1, round(c * ideal)) for c in (0.8, 1.0, 1.2)}):
        found = delsarte(m, cosine, n)
        if found is not None and (best is None or found.limit < best.limit):
            best = found
    return best


def _fejes_toth(r: arb) -> arb:
    """2x/(x-1), x = (6/pi) arccot sqrt(1 + 2 cos 2r), for 0 < r <= pi/3 (Fejes Toth 1943).

    N points of S^2 have two at distance <= arccos((cot^2 w - 1)/2), w = N pi/(6(N-2)); solved for N.
    """
    x = 6 / arb.pi() * (1 / (1 + 2 * (2 * r).cos()).sqrt()).atan()
    return 2 * x / (x - 1)


def packing_limit(m: int, r: Real) -> tuple[int, str]:
    """An upper limit of M(r) without any search, and whose: volume, Rankin 1955, Fejes Toth 1943 (S^2), arcs (S^1).

    Raises `HypothesisError` unless m >= 1 and r > 0.

    >>> packing_limit(2, "0.05"), packing_limit(5, "0.8"), packing_limit(2, "2")
    ((1451, 'Fejes Toth'), (7, 'Rankin'), (1, 'one point'))
    """
    radius = ball(r)
    if m < 1 or not certainly_lt(0, radius):
        raise HypothesisError(f"M(r) needs m >= 1 and r > 0; got m = {m}, r = {shown(r)}")
    if certainly_lt(arb.pi(), 2 * radius):
        return 1, "one point"
    if m == 1:
        return max(1, integer_floor(lambda: arb.pi() / ball(r), "up")), "arcs"
    found = [(integer_floor(lambda: 1 / cap_measure(m, ball(r)), "up", 512), "volume")]
    cosine = (2 * radius).cos()
    if cosine <= 0:
        found.append((2 * (m + 1), "Rankin"))
    if cosine < 0:
        found.append((min(m + 2, integer_floor(lambda: 1 - 1 / (2 * ball(r)).cos(), "up", 512)), "Rankin"))
    if m == 2 and certainly_le(radius, fmpq(26, 25)) and certainly_lt(_TINY, radius):
        found.append((integer_floor(lambda: _fejes_toth(ball(r)), "up", 2048), "Fejes Toth"))
    return min(found)
