"""The domain of a statement as a box: dependent ranges mapped to [0, 1], emptiness, sample points."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from flint import arb, fmpq

from theory.balls import precision
from theory.errors import InputError
from verify.proving.boxes import Box, Goal, Range, end_ball
from verify.proving.functions import make
from verify.proving.syntax import Variable
from verify.proving.terms import ONE, ZERO, Term, add, is_number, mul, neg, number, substitute, to_text, variable

__all__ = ["Space", "charts", "integer_cases", "make_space", "sample_points"]

HALF_LINE_SAMPLES: Final = (
    fmpq(1, 2**200),
    fmpq(1, 2**20),
    fmpq(1, 64),
    fmpq(1, 3),
    fmpq(1),
    fmpq(5, 2),
    fmpq(9),
    fmpq(40),
    fmpq(1000),
    fmpq(2**40),
)
MAX_CASES: Final = 20_000


@dataclass(frozen=True)
class Space:
    """A box domain for the real variables; dependent ranges are mapped to [0, 1] by ``maps`` (old variable -> term)."""

    names: tuple[str, ...]
    box: Box
    low_open: tuple[bool, ...]
    high_open: tuple[bool, ...]
    maps: tuple[tuple[str, Term], ...]

    def positive(self) -> frozenset[str]:
        """Variables that are > 0 on the domain."""
        return frozenset(n for n, s, o in zip(self.names, self.box, self.low_open, strict=True) if _above(s.low, o))

    def nonnegative(self) -> frozenset[str]:
        """Variables that are >= 0 on the domain."""
        return frozenset(
            n for n, s in zip(self.names, self.box, strict=True) if s.low is not None and end_ball(s.low) >= 0
        )

    def lows(self) -> dict[str, tuple[fmpq, bool]]:
        """The rational lower ends of the variables and whether they are excluded."""
        return {
            n: (s.low.value, o)
            for n, s, o in zip(self.names, self.box, self.low_open, strict=True)
            if s.low is not None and is_number(s.low)
        }

    def only(self, names: Collection[str]) -> Space:
        """The same box without the variables that are not in ``names``: a goal does not depend on the others."""
        if set(self.names) <= set(names):
            return self
        kept = [i for i, name in enumerate(self.names) if name in names]
        return Space(
            tuple(self.names[i] for i in kept),
            tuple(self.box[i] for i in kept),
            tuple(self.low_open[i] for i in kept),
            tuple(self.high_open[i] for i in kept),
            self.maps,
        )

    def pull(self, t: Term) -> Term:
        """The term in the variables of the box."""
        for name, image in reversed(self.maps):
            t = substitute(t, {variable(name): image}, make)
        return t

    def goal(self, f: Term, strict: bool) -> Goal:
        """f >= 0 (> 0) on this space."""
        return Goal(f, self.names, self.box, self.low_open, self.high_open, strict)


def _above(low: Term | None, is_open: bool) -> bool:
    if low is None:
        return False
    ball = end_ball(low)
    return bool(ball > 0) or (bool(ball >= 0) and is_open)


def make_space(variables: tuple[Variable, ...], bound: Mapping[str, Term]) -> Space:
    """The box of the variables that are not bound to integers; raises `InputError` on an empty domain."""
    names, box, low_open, high_open, maps = [], [], [], [], []
    table: dict[Term, Term] = {variable(n): t for n, t in bound.items()}
    for v in variables:
        if v.name in bound:
            continue
        low = None if v.low is None else substitute(v.low, table, make)
        high = None if v.high is None else substitute(v.high, table, make)
        names.append(v.name)
        if (low is None or not low.variables) and (high is None or not high.variables):
            _nonempty(v, low, high)
            side = Range(low, low if high is low else high)
            box.append(side)
            low_open.append(v.low_open)
            high_open.append(v.high_open)
            continue
        u = variable(v.name)
        if low is not None and high is not None:
            image, side = add([low, mul([u, add([high, neg(low)])])]), Range(ZERO, ONE)
            opens = (v.low_open, v.high_open)
        elif low is not None:
            image, side, opens = add([low, u]), Range(ZERO, None), (v.low_open, True)
        else:
            assert high is not None
            image, side, opens = add([high, neg(u)]), Range(ZERO, None), (v.high_open, True)
        maps.append((v.name, image))
        box.append(side)
        low_open.append(opens[0])
        high_open.append(opens[1])
    return Space(tuple(names), tuple(box), tuple(low_open), tuple(high_open), tuple(maps))


def _nonempty(v: Variable, low: Term | None, high: Term | None) -> None:
    if low is None or high is None or low is high:
        if low is not None and low is high and (v.low_open or v.high_open):
            raise InputError(f"empty domain: {v}")
        return
    for bits in (64, 256, 1024):
        with precision(bits):
            a, b = end_ball(low), end_ball(high)
            if a < b:
                return
            if a > b:
                raise InputError(f"empty domain: {v}")
    raise InputError(f"cannot tell the ends of the domain apart: {v}")


def integer_cases(variables: tuple[Variable, ...]) -> Iterator[dict[str, Term]]:
    """Every combination of the bounded integer variables (ranges may use earlier integers)."""
    wanted = [v for v in variables if v.integer and v.high is not None]
    count = 0

    def walk(i: int, bound: dict[str, Term]) -> Iterator[dict[str, Term]]:
        nonlocal count
        if i == len(wanted):
            count += 1
            if count > MAX_CASES:
                raise InputError(f"more than {MAX_CASES} integer cases; split the statement")
            yield dict(bound)
            return
        v = wanted[i]
        table = {variable(n): t for n, t in bound.items()}
        low, high = (substitute(t, table, make) for t in (v.low, v.high) if t is not None)
        for name, t in (("lower", low), ("upper", high)):
            if not is_number(t) or int(t.value.q) != 1:
                raise InputError(f"the {name} end of the integer range {v} must be an integer; got {to_text(t)}")
        if low.value > high.value and not bound:
            raise InputError(f"empty domain: {v}")
        for k in range(int(low.value.p), int(high.value.p) + 1):
            yield from walk(i + 1, {**bound, v.name: number(k)})

    yield from walk(0, {})


def sample_points(space: Space) -> list[list[fmpq]]:
    """Some rational points of the box: inner ones, near the ends, and far out."""
    axes: list[list[fmpq]] = []
    many = len(space.names) == 1
    for side in space.box:
        if side.point():
            axes.append([side.low.value] if side.low is not None and is_number(side.low) else [])
            continue
        if side.low is not None and side.high is not None:
            a, b = side.low, side.high
            qa = _rational_near(a)
            width = _rational_near(b) - qa
            steps = 24 if many else 5
            ends = [fmpq(1, 2**k) for k in (8, 20, 200)] if many else [fmpq(1, 2**8)]
            grid = [fmpq(2 * i + 1, 2 * steps) for i in range(steps)] + ends + [1 - e for e in ends]
            axes.append([q for q in (qa + g * width for g in grid) if _strictly_inside(q, side)])
        elif side.low is None and side.high is None:
            axes.append([fmpq(0), *HALF_LINE_SAMPLES, *(-q for q in HALF_LINE_SAMPLES)])
        else:
            end, sign = (side.low, 1) if side.low is not None else (side.high, -1)
            assert end is not None
            near = _rational_near(end)
            axes.append([q for q in (near + sign * step for step in HALF_LINE_SAMPLES) if _strictly_inside(q, side)])
    points: list[list[fmpq]] = [[]]
    for axis in axes:
        points = [[*p, q] for p in points for q in axis]
        if len(points) > 400:
            points = points[:: len(points) // 400 + 1]
    return points


def _strictly_inside(q: fmpq, side: Range) -> bool:
    with precision(512):
        x = arb(q)
        return (side.low is None or bool(end_ball(side.low) < x)) and (
            side.high is None or bool(x < end_ball(side.high))
        )


def charts(g: Term, space: Space, corner: tuple[str, str]) -> tuple[tuple[Term, Space], tuple[Term, Space]]:
    """Blow-up of a corner of a finite two-dimensional box: x = c + w s, y = d + v s u, and with the roles exchanged.

    Both charts together (s in (0, 1], u in [0, 1]) cover the closed box without the corner itself.
    """
    x, y = (variable(n) for n in space.names)
    unit = Space(space.names, (Range(ZERO, ONE), Range(ZERO, ONE)), (True, False), (False, False), ())
    starts, widths = [], []
    for side, end in zip(space.box, corner, strict=True):
        c, other = (side.low, side.high) if end == "low" else (side.high, side.low)
        if c is None or other is None:
            raise InputError("a blow-up needs a finite box")
        starts.append(c)
        widths.append(add([other, neg(c)]))
    first = {x: add([starts[0], mul([widths[0], x])]), y: add([starts[1], mul([widths[1], x, y])])}
    second = {x: add([starts[0], mul([widths[0], x, y])]), y: add([starts[1], mul([widths[1], x])])}
    return (substitute(g, first, make), unit), (substitute(g, second, make), unit)


def _rational_near(t: Term) -> fmpq:
    if is_number(t):
        return t.value
    man, exp = end_ball(t).mid().man_exp()
    return fmpq(man) * fmpq(2) ** int(exp)
