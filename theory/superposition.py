"""Kolmogorov-Arnold superpositions with explicit functions, exactly (theory K1, K3, K4, K4', K4'').

K1 interleaves binary digits: f(x) = g(3 sum_p 3^{-p} phi(x_p)) on [0,1]^n, with a phi that jumps at dyadic rationals.
`Superposition` holds the continuous substitutes: staircases with ramps, their codes, and the three ways to combine
shifted ones (mean, median, partition of unity).  All arithmetic is rational: results are exact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flint import fmpq

from theory.balls import Exact, exact
from theory.errors import InputError

__all__ = ["Gap", "Superposition", "code", "decode", "find_gap", "outer", "phi"]

Function = Callable[[Sequence[fmpq]], fmpq]
"""A real function on [0,1]^n."""

MAX_DIGITS = 100_000
"""Longest preperiod and period of a digit expansion together."""

ZERO, ONE = fmpq(0), fmpq(1)


def _unit(value: Exact, name: str) -> fmpq:
    x = exact(value)
    if not 0 <= x <= 1:
        raise InputError(f"{name} must lie in [0, 1]; got {x}")
    return x


def _features(n: int) -> int:
    if n < 1:
        raise InputError(f"the number of features must be at least 1; got {n}")
    return n


# --- K1: digits ---------------------------------------------------------------------------------------------------


class _Digits(NamedTuple):
    """An eventually periodic expansion: ``digits``, of which those from ``period`` on repeat for ever."""

    digits: list[int]
    period: int

    def value(self, weight: fmpq, ratio: fmpq) -> fmpq:
        """sum_j digits[j] weight ratio^j over all j, the repetitions included."""
        total, repeated = ZERO, ZERO
        for j, digit in enumerate(self.digits):
            term = digit * weight * ratio**j
            total, repeated = total + term, repeated + (term if j >= self.period else ZERO)
        once = ratio ** (len(self.digits) - self.period)
        return total + repeated * once / (1 - once)


def _binary(x: fmpq) -> _Digits:
    """The binary digits of x in [0,1]: terminating ones for dyadic x < 1, all ones for x = 1."""
    if x == 1:
        return _Digits([1], 0)
    seen: dict[tuple[int, int], int] = {}
    digits: list[int] = []
    while (key := (int(x.p), int(x.q))) not in seen:
        seen[key] = len(digits)
        _limit(digits)
        x = 2 * x
        digits.append(1 if x >= 1 else 0)
        x -= digits[-1]
    return _Digits(digits, seen[key])


def _limit(digits: Sequence[int]) -> None:
    if len(digits) >= MAX_DIGITS:
        raise InputError(f"the digit expansion does not repeat within {MAX_DIGITS} digits; use a simpler fraction")


def phi(x: Exact, n: int) -> fmpq:
    """The inner function of theory K1: sum_j 2 a_j(x) 3^{-1-n(j-1)} with the binary digits a_j of x in [0,1].

    Exact for every rational x.  Raises `InputError` outside [0,1] or for n < 1.

    >>> phi("1/2", 2), phi(1, 2)
    (2/3, 3/4)
    """
    _features(n)
    return _binary(_unit(x, "x")).value(fmpq(2, 3), fmpq(1, 3) ** n)


def code(xs: Sequence[Exact]) -> fmpq:
    """The scalar 3 sum_p 3^{-p} phi(x_p) in the Cantor set that holds all features (theory K1).

    >>> code(["1/2", "1/4"])
    56/81
    """
    n = _features(len(xs))
    return sum((phi(x, n) / fmpq(3) ** p for p, x in enumerate(xs)), ZERO)


class Gap(NamedTuple):
    """An open interval of [0,1] without points of the Cantor set, between two of its points."""

    left: fmpq
    right: fmpq


def _ternary(u: fmpq, n: int) -> _Digits | Gap:
    """The ternary digits 0 and 2 of u, the period counted in multiples of n; or the gap that u lies in."""
    seen: dict[tuple[int, int, int], int] = {}
    digits: list[int] = []
    rest = u
    while (key := (int(rest.p), int(rest.q), len(digits) % n)) not in seen:
        seen[key] = len(digits)
        _limit(digits)
        rest = 3 * rest
        if 1 < rest < 2:
            base = sum((d / fmpq(3) ** (i + 1) for i, d in enumerate(map(fmpq, digits))), ZERO)
            third = fmpq(1, 3) ** (len(digits) + 1)
            return Gap(base + third, base + 2 * third)
        digits.append(0 if rest <= 1 else 2)
        rest -= digits[-1]
    return _Digits(digits, seen[key])


def find_gap(u: Exact) -> Gap | None:
    """The gap of the Cantor set around u, or None if u belongs to the set.

    >>> find_gap("1/2"), find_gap("1/4")
    (Gap(left=1/3, right=2/3), None)
    """
    found = _ternary(_unit(u, "u"), 1)
    return found if isinstance(found, Gap) else None


def decode(u: Exact, n: int) -> list[fmpq]:
    """The n features whose binary digits are interleaved in the ternary digits of u: the inverse of `code`.

    Raises `InputError` if u is outside the Cantor set or of [0,1].

    >>> decode(code(["3/8", 1, "1/3"]), 3)
    [3/8, 1, 1/3]
    """
    found = _ternary(_unit(u, "u"), _features(n))
    if isinstance(found, Gap):
        raise InputError(f"{u} is not in the Cantor set: it lies between {found.left} and {found.right}")
    bits, period = [d // 2 for d in found.digits], found.period
    out = []
    for p in range(n):
        # Digit p + n j belongs to feature p; the period is a multiple of n long.
        own = bits[p::n]
        begins = sum(1 for i in range(p, period, n))
        out.append(_Digits(own, begins).value(fmpq(1, 2), fmpq(1, 2)))
    return out


def outer(f: Function, u: Exact, n: int) -> fmpq:
    """g(u) of theory K1: f(decode(u)) on the Cantor set, linear over its gaps.

    >>> outer(lambda x: x[0] + x[1], code(["1/2", "1/4"]), 2)
    3/4
    """
    x = _unit(u, "u")
    gap = find_gap(x)
    if gap is None:
        return f(decode(x, n))
    left, right = f(decode(gap.left, n)), f(decode(gap.right, n))
    return left + (right - left) * (x - gap.left) / (gap.right - gap.left)


# --- K3, K4: staircases -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Superposition:
    """Codes of [0,1]^n by ``shifts`` staircases with k ramps each, levels 0..k.

    Staircase s climbs from level j to j+1 on [j h + s h/Q, j h + (s+1) h/Q), h = 1/k, Q = ``shifts``; so ramps of
    different shifts are disjoint.  Theory K3 is one of them with Q = 1/tau.
    Raises `InputError` for n, k or shifts below 1.
    """

    n: int
    k: int
    shifts: int

    def __post_init__(self) -> None:
        for name, value in (("n", self.n), ("k", self.k), ("shifts", self.shifts)):
            if value < 1:
                raise InputError(f"{name} must be at least 1; got {value}")

    def _place(self, s: int, x: Exact) -> tuple[int, fmpq]:
        """Index j of the cell of x, and the position in its ramp: below 0 before it, from 1 on behind it."""
        if not 0 <= s < self.shifts:
            raise InputError(f"the shift must be 0..{self.shifts - 1}; got {s}")
        scaled = _unit(x, "x") * self.k
        j = int(scaled.floor())
        return (j, fmpq(-1)) if j == self.k else (j, (scaled - j) * self.shifts - s)

    def psi(self, s: int, x: Exact) -> fmpq:
        """The continuous staircase psi_s.

        >>> [Superposition(1, 2, 2).psi(1, x) for x in ("0.2", "0.375", "0.5")]
        [0, 1/2, 1]
        """
        j, place = self._place(s, x)
        return j + min(max(place, ZERO), ONE)

    def jump(self, s: int, x: Exact) -> int:
        """The staircase that jumps in the middle of each ramp instead (theory K4'')."""
        j, place = self._place(s, x)
        return j + (1 if place >= fmpq(1, 2) else 0)

    def bad(self, s: int, x: Exact) -> bool:
        """Whether x lies in a ramp of shift s."""
        return bool(0 <= self._place(s, x)[1] < 1)

    def bump(self, s: int, x: Exact) -> fmpq:
        """0 off the ramps of shift s, at least 1 in the middle half of each (a tent of height 2)."""
        place = self._place(s, x)[1]
        return 2 * max(ZERO, 1 - abs(2 * place - 1))

    def code(self, s: int, xs: Sequence[Exact]) -> fmpq:
        """R_s = sum_p (k+1)^{p-1} psi_s(x_p)."""
        return self._sum([self.psi(s, x) for x in self._point(xs)])

    def _sum(self, levels: Sequence[fmpq | int]) -> fmpq:
        return sum((level * fmpq(self.k + 1) ** p for p, level in enumerate(levels)), ZERO)

    def _point(self, xs: Sequence[Exact]) -> Sequence[Exact]:
        if len(xs) != self.n:
            raise InputError(f"a point has {self.n} features; got {len(xs)}")
        return xs

    def levels(self, number: int) -> list[int]:
        """The digits of a code in base k+1: one level per feature."""
        if not 0 <= number < (self.k + 1) ** self.n:
            raise InputError(f"a code is an integer 0..{(self.k + 1) ** self.n - 1}; got {number}")
        return [number // (self.k + 1) ** p % (self.k + 1) for p in range(self.n)]

    def plateau(self, s: int, level: int) -> tuple[fmpq, fmpq]:
        """The ends of the set on which psi_s has this level (a point where a ramp starts at 0 or ends at 1)."""
        before, after = fmpq(s + 1, self.shifts) - 1, fmpq(s, self.shifts)
        return max((level + before) / self.k, ZERO), min((level + after) / self.k, ONE)

    def centre(self, s: int, number: int) -> list[fmpq]:
        """The centre of the cell of that code: its values are within w(f; 1/(2k)) of f there."""
        return [sum(self.plateau(s, level), ZERO) / 2 for level in self.levels(number)]

    def outer(self, s: int, f: Function, u: Exact) -> fmpq:
        """g_s(u): the values of f at the centres of the cells, linear between neighbouring codes, constant outside."""
        last = (self.k + 1) ** self.n - 1
        x: fmpq = min(max(exact(u), ZERO), fmpq(last))
        low = min(int(x.floor()), last - 1)
        left, right = f(self.centre(s, low)), f(self.centre(s, low + 1))
        result: fmpq = left + (right - left) * (x - low)
        return result

    def single(self, s: int, f: Function, xs: Sequence[Exact]) -> fmpq:
        """g_s(R_s(x)) (theory K3)."""
        return self.outer(s, f, self.code(s, xs))

    def mean(self, f: Function, xs: Sequence[Exact]) -> fmpq:
        """(1/Q) sum_s g_s(R_s(x)) (theory K4)."""
        return sum((self.single(s, f, xs) for s in range(self.shifts)), ZERO) / self.shifts

    def median(self, f: Function, xs: Sequence[Exact]) -> fmpq:
        """The median of the g_s(R_s(x)) (theory K4', for Q = 2n+1); needs an odd number of shifts."""
        if self.shifts % 2 == 0:
            raise InputError(f"a median needs an odd number of shifts; got {self.shifts}")
        middle: fmpq = sorted(self.single(s, f, xs) for s in range(self.shifts))[self.shifts // 2]
        return middle

    def partition(self, f: Function, xs: Sequence[Exact]) -> fmpq:
        """sum_s w_s g_s(R_s) / sum_s w_s with jumping staircases and w_s = max(0, 1 - sum_p bump_s(x_p)) (theory K4'').

        Raises `InputError` if no weight is positive, which needs fewer than n+1 shifts.
        """
        top, bottom = ZERO, ZERO
        for s in range(self.shifts):
            weight = max(ZERO, 1 - sum((self.bump(s, x) for x in self._point(xs)), ZERO))
            if weight:
                top += weight * self.outer(s, f, self._sum([self.jump(s, x) for x in xs]))
                bottom += weight
        if not bottom:
            raise InputError(f"every shift is near a jump here: take at least {self.n + 1} shifts, not {self.shifts}")
        return top / bottom
