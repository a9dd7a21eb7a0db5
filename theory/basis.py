"""An exact orthonormal real basis of H_k on S^m, and the addition theorem as an exact identity.

A basis function is sqrt(square) times a product over the dimensions j = 2..m of homogenised Legendre polynomials,

    sqrt(square)  prod_j r_j^{n_j-n_{j-1}} P_{n_j-n_{j-1}}(x_j/r_j)  Re or Im (x_0 + i x_1)^{n_1},

    r_j^2 = x_0^2 + ... + x_j^2,   k = n_m >= ... >= n_2 >= n_1 >= 0,   P of dimension j + 2 n_{j-1} + 1,

and stays factored: there are Z(m,k) of them, but only O(m k^2) different factors, and whatever holds for all factors
holds for the basis by induction over the dimension.  x has rational coordinates, balls or variables: ``Sequence[T]`` is
a point of R^{m+1} over any commutative ring.  Orthonormal means for sigma, the uniform probability measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, islice, pairwise
from math import prod
from typing import Any, NamedTuple, TypeVar

from flint import arb, ctx, fmpq, fmpq_mpoly

from theory.balls import precision
from theory.errors import HypothesisError, InputError
from theory.funk_hecke import check_terms, mean
from theory.harmonics import dimension, inner_product, legendre, legendre_sequence, ring

__all__ = [
    "MAX_FUNCTIONS",
    "Harmonic",
    "addition_differences",
    "expansion",
    "harmonic_differences",
    "is_orthonormal",
    "kernel",
    "laplacian_of_factor",
    "orthonormal_basis",
    "values",
    "weight",
    "zonal",
]

T = TypeVar("T")

MAX_FUNCTIONS = 2_000_000
"""Most basis functions that are kept in one list."""


def _dimension_of(x: Sequence[Any]) -> int:
    """m for a point of R^{m+1}."""
    if len(x) < 2:
        raise HypothesisError(f"a point of S^m, m >= 1, has at least 2 coordinates; this one has {len(x)}")
    return len(x) - 1


# --- the factors ---------------------------------------------------------------------------------------------------


def weight(j: int, n: int, l: int) -> fmpq:
    """1 over the integral of (P_n(t) (1-t^2)^{l/2})^2 for the law of t = x_j on S^j, P_n of dimension j+2l+1.

    = Z(j+2l,n) ((j+1)/2)_l / (j/2)_l: that power of 1-t^2 turns the law into the one on S^{j+2l} (theory A2).
    """
    return dimension(j + 2 * l, n) * fmpq(prod(range(j + 1, j + 1 + 2 * l, 2)), prod(range(j, j + 2 * l, 2)))


def zonal(m: int, k: int, one: T, t: T, square: T) -> T:
    """square^{k/2} P_k(t/sqrt(square)) of dimension m+1, a polynomial in t and square (theory A2).

    >>> t, w = ring(2).gens()
    >>> zonal(2, 2, t**0, t, w)
    3/2*x0^2 - 1/2*x1
    """
    return next(islice(legendre_sequence(m, one, t, square), k, None))


def _powers(x: Sequence[Any], k: int) -> Iterator[tuple[Any, Any]]:
    """Re and Im of (x_0 + i x_1)^n for n = 0..k."""
    one = x[0] ** 0
    return accumulate(
        range(k), lambda z, _: (z[0] * x[0] - z[1] * x[1], z[0] * x[1] + z[1] * x[0]), initial=(one, 0 * one)
    )


def _radii(x: Sequence[Any]) -> list[Any]:
    """r_0^2, ..., r_m^2."""
    return list(accumulate(c * c for c in x))


def _table(x: Sequence[Any], k: int) -> dict[int, list[list[Any]]]:
    """table[j][l][n] = r_j^n P_n(x_j/r_j) of dimension j+2l+1, n <= k-l."""
    one, squares = x[0] ** 0, _radii(x)
    return {
        j: [list(islice(legendre_sequence(j + 2 * l, one, x[j], squares[j]), k - l + 1)) for l in range(k + 1)]
        for j in range(2, len(x))
    }


def _chains(m: int, k: int, start: T, step: Callable[[T, int, int, int], T]) -> Iterator[tuple[tuple[int, ...], T]]:
    """The chains (n_1, ..., n_m), n_m = k, and ``start`` folded by step(value, j, n_j - n_{j-1}, n_{j-1}), j = m..2.

    A factor with n_j = 0 is 1 and has weight 1, so a chain that has reached 0 is complete.
    """
    stack: list[tuple[tuple[int, ...], T]] = [((k,), start)]
    while stack:
        chain, value = stack.pop()
        j, top = m + 1 - len(chain), chain[0]
        if j == 1 or top == 0:
            yield (0,) * (j - 1) + chain, value
        else:
            stack += [((l, *chain), step(value, j, top - l, l)) for l in range(top, -1, -1)]


# --- the basis -----------------------------------------------------------------------------------------------------


class Harmonic(NamedTuple):
    """One basis function: sqrt(square) times a homogeneous harmonic polynomial with rational coefficients.

    ``degrees`` is (n_1, ..., n_m): m is its length, k its last entry.  ``sine`` chooses Im (x_0 + i x_1)^{n_1}.
    """

    degrees: tuple[int, ...]
    sine: bool
    square: fmpq

    def part(self, x: Sequence[T]) -> T:
        """The polynomial without sqrt(square), at a point over any ring (m+1 coordinates)."""
        if len(x) != len(self.degrees) + 1:
            raise HypothesisError(
                f"a point of S^{len(self.degrees)} has {len(self.degrees) + 1} coordinates, not {len(x)}"
            )
        *_, base = _powers(x, self.degrees[0])
        result: Any = base[self.sine]
        for j, (square, (l, n)) in enumerate(zip(_radii(x)[2:], pairwise(self.degrees), strict=True), 2):
            if n > l:
                result = result * zonal(j + 2 * l, n - l, x[0] ** 0, x[j], square)  # type: ignore[operator]
        return result  # type: ignore[no-any-return]

    def polynomial(self) -> fmpq_mpoly:
        """The polynomial without sqrt(square), expanded in `theory.harmonics.ring` (m+1).

        Raises `InputError` with the number of terms beyond `MAX_TERMS`.
        """
        d = len(self.degrees) + 1
        check_terms(d, self.degrees[-1])
        return self.part(ring(d).gens())

    def __call__(self, x: Sequence[arb]) -> arb:
        """An enclosure of Y(x), x of m+1 balls."""
        return (self.square + arb(0)).sqrt() * self.part(x)


def orthonormal_basis(m: int, k: int) -> Iterator[Harmonic]:
    """The Z(m,k) functions of an orthonormal real basis of H_k on S^m, one by one, with exact norms (theory A3).

    Raises `HypothesisError` unless m >= 1 and k >= 0.

    >>> for Y in orthonormal_basis(2, 1):
    ...     print(Y.square, Y.polynomial())
    3 x2
    3 x0
    3 x1
    """
    dimension(m, k)
    chains = _chains(m, k, fmpq(1), lambda square, j, n, l: square * weight(j, n, l))
    return (
        Harmonic(degrees, sine, 2 * square if degrees[0] else square)
        for degrees, square in chains
        for sine in ((False, True) if degrees[0] else (False,))
    )


def values(k: int, x: Sequence[arb]) -> list[arb]:
    """Enclosures of Y(x) for all Y of `orthonormal_basis` (m, k) in its order; x holds m+1 balls.

    Sharp for wide balls too: the recurrences run at the midpoint, and |grad Y| <= k sqrt(Z(m,k)) R^{k-1} in the ball of
    radius R >= 1 (sum_j (dY_j/du)^2 is at most k^2 Z(m,k) on the sphere, by two derivatives of the addition theorem).
    Raises `HypothesisError` unless m >= 1 and k >= 0, `InputError` beyond `MAX_FUNCTIONS` functions.

    >>> [value.str(5, radius=False) for value in values(1, [arb(0), arb(0), arb(1)])]
    ['1.7321', '0', '0']
    """
    m = _dimension_of(x)
    size = dimension(m, k)
    if size > MAX_FUNCTIONS:
        raise InputError(f"H_{k} on S^{m} has {size} basis functions, more than {MAX_FUNCTIONS}")
    with precision(ctx.prec + 16 + 3 * k):
        table = _table([c.mid() for c in x], k)
        for j, rows in table.items():
            for l, row in enumerate(rows):
                rows[l] = [(weight(j, n, l) + arb(0)).sqrt() * value for n, value in enumerate(row)]
        powers, root = list(_powers([c.mid() for c in x], k)), arb(2).sqrt()
        result = []
        for degrees, value in _chains(m, k, arb(1), lambda value, j, n, l: value * table[j][l][n]):
            base = powers[degrees[0]]
            result += [value * root * base[0], value * root * base[1]] if degrees[0] else [value]
        shift = sum((c.rad() * c.rad() for c in x), arb(0)).sqrt()
        reach = arb(1).max(sum((abs(c).upper() ** 2 for c in x), arb(0)).sqrt())
        slack = arb(0, (shift * k * arb(size).sqrt() * reach ** (k - 1)).upper()) if k else arb(0)
    return [value + slack for value in result]


# --- orthonormality and harmonicity, by induction over the dimension -------------------------------------------------


@cache
def _gram(j: int, l: int, n: int, other: int) -> fmpq:
    return mean(legendre(j + 2 * l, n) * legendre(j + 2 * l, other), j, l)


def is_orthonormal(functions: Iterable[Harmonic], m: int, k: int) -> bool:
    """Whether the functions are an orthonormal basis of H_k on S^m, decided exactly from integrals of the factors.

    Two different functions differ at a smallest j; on S^j their inner product has a factor int P_n P_n' (1-t^2)^l with
    n != n' (on the circle: two different Re, Im (x_0+ix_1)^n), and the integrals beyond j multiply it.  The norms are
    products of such integrals with n = n'; Z(m,k) orthonormal functions of H_k are a basis.
    """
    size = dimension(m, k)
    different = all(
        _gram(j, l, n, other) == 0
        for j in range(2, m + 1) for l in range(k + 1) for n in range(k - l + 1) for other in range(n)
    )  # fmt: skip
    seen = set()
    for degrees, sine, square in functions:
        norm = square / (2 if degrees[0] else 1)
        for j, (l, n) in enumerate(pairwise(degrees), 2):
            if not 0 <= l <= n:
                return False
            norm *= _gram(j, l, n - l, n - l)
        if norm != 1 or len(degrees) != m or degrees[-1] != k or (sine and degrees[0] == 0) or (degrees, sine) in seen:
            return False
        seen.add((degrees, sine))
    return different and len(seen) == size


def laplacian_of_factor(j: int, n: int, l: int) -> fmpq_mpoly:
    """g with Delta(G h) = g h, for G = r_j^n P_n(x_j/r_j) and any h in H_l of S^{j-1}; a polynomial in (x_j, r_j^2).

    g = G_ss + 4 s G_sw + 4 w G_ww + (2(j+1) + 4l) G_w in s = x_j and w = r_j^2.
    """
    s, w = ring(2).gens()
    G = zonal(j + 2 * l, n, s**0, s, w)
    Gs, Gw = G.derivative(0), G.derivative(1)
    return Gs.derivative(0) + 4 * s * Gs.derivative(1) + 4 * w * Gw.derivative(1) + (2 * (j + 1) + 4 * l) * Gw


def harmonic_differences(m: int, k: int) -> Iterator[fmpq_mpoly]:
    """Polynomials that are all zero exactly when every factor of the bases of degree <= k on S^2..S^m is harmonic.

    The functions of the basis are then harmonic and homogeneous of degree k: -Delta Y = k(k+m-1) Y on S^m (theory A10).
    """
    dimension(m, k)
    return (laplacian_of_factor(j, n, l) for j in range(2, m + 1) for l in range(k + 1) for n in range(k - l + 1))


# --- the addition theorem ------------------------------------------------------------------------------------------


def kernel(k: int, x: Sequence[T], y: Sequence[T]) -> T:
    """sum_j Y_j(x) Y_j(y) over the basis of H_k, by recursion over the dimension: O(m k^2) products, over any ring.

    At x, y in two sets of variables it is the polynomial of the addition theorem (theory A3), without the basis.
    """
    m = _dimension_of(x)
    dimension(m, k)
    if len(y) != m + 1:
        raise HypothesisError(f"two points of S^{m} have {m + 1} coordinates each; the second has {len(y)}")
    sums: list[Any] = []
    for l, (a, b) in enumerate(zip(_powers(x, k), _powers(y, k), strict=True)):
        sums.append(2 * (a[0] * b[0] + a[1] * b[1]) if l else a[0] * b[0])
    first, second = _table(x, k), _table(y, k)
    for j in range(2, m + 1):
        sums = [
            sum(
                (weight(j, n - l, l) * (first[j][l][n - l] * second[j][l][n - l] * sums[l]) for l in range(1, n + 1)),
                weight(j, n, 0) * (first[j][0][n] * second[j][0][n] * sums[0]),
            )
            for n in range(k + 1)
        ]
    return sums[k]  # type: ignore[no-any-return]


def _circle_difference(k: int) -> fmpq_mpoly:
    """The addition theorem of H_k on the circle, in the variables x0, x1, y0, y1."""
    x0, x1, y0, y1 = ring(4).gens()
    inner, squares = x0 * y0 + x1 * y1, (x0 * x0 + x1 * x1) * (y0 * y0 + y1 * y1)
    return kernel(k, [x0, x1], [y0, y1]) - dimension(1, k) * zonal(1, k, x0**0, inner, squares)


def _addition_difference(j: int, k: int) -> fmpq_mpoly:
    """The addition theorem of H_k on S^j, given those of H_0..H_k on S^{j-1}.

    The variables are s = x_j, t = y_j, a = |x'|^2, b = |y'|^2, u = <x',y'>, x' and y' without the last coordinate.
    """
    s, t, a, b, u = ring(5).gens()
    one = s**0
    result = dimension(j, k) * zonal(j, k, one, u + s * t, (a + s * s) * (b + t * t))
    for l in range(k + 1):
        pair = zonal(j + 2 * l, k - l, one, s, a + s * s) * zonal(j + 2 * l, k - l, one, t, b + t * t)
        result -= weight(j, k - l, l) * dimension(j - 1, l) * pair * zonal(j - 1, l, one, u, a * b)
    return result


def addition_differences(m: int, k: int) -> Iterator[fmpq_mpoly]:
    """Polynomials that are all zero exactly when the addition theorem holds for H_0..H_k on S^1..S^m (theory A3).

    sum_j Y_j(x) Y_j(y) = Z(m,k) P_k(<x,y>) for x, y on the sphere, both sides homogenised: an identity in 2(m+1)
    variables that follows from these in 4 and 5 variables, one per sphere and degree.
    """
    dimension(m, k)
    for l in range(k + 1):
        yield _circle_difference(l)
    for j in range(2, m + 1):
        for l in range(k + 1):
            yield _addition_difference(j, l)


# --- projection ------------------------------------------------------------------------------------------------------


def expansion(p: fmpq_mpoly, m: int, k: int) -> dict[Harmonic, fmpq]:
    """{Y: a} with a != 0 such that the part of p in H_k is the sum of the a times ``Y.part``, exactly (theory A12).

    The coefficient of the orthonormal Y itself is a/sqrt(Y.square), so |f_k|_2^2 is the sum of the a^2/Y.square.
    """
    coefficients = ((Y, Y.square * inner_product(p, Y.polynomial(), m)) for Y in orthonormal_basis(m, k))
    return {Y: a for Y, a in coefficients if a != 0}
