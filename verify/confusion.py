"""Which inputs a bottleneck confuses, and the error that this forces on every model behind it (theory K2, K2a, K2').

A model that computes G(R(x)), or G_t(R(x), x_t) at position t, answers the same at two inputs with the same scalars
R(x) = R(x') (and x_t = x'_t): if the target differs there by g in a feature, the sup-norm error is at least g/2,
whatever G is.  One continuous scalar: the difference R(x') - R(x) changes its sign along a path of pairs on which the
target differs by at least g, so that a bracket of rational points holds a pair that is confused exactly.  More scalars:
such a pair exists by theory K2 or K2a, and a search finds a pair whose scalars nearly agree, with a proved difference.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Literal

import numpy as np
from flint import arb, fmpq
from numpy.typing import NDArray

from theory.balls import certainly_lt, exact, maximum, precision, shown, upper
from theory.errors import HypothesisError, InputError
from theory.expressions import Node, enclose, evaluate
from theory.parser import Parser, cube_grammar
from theory.superposition import Superposition
from theory.targets import imported_function

__all__ = ["Bottleneck", "Confusion", "Task", "confuse"]

Floats = NDArray[np.float64]
Point = tuple[fmpq, ...]
Pair = tuple[Point, Point]

MAX_FEATURES = 64
MAX_CORNERS = 16
"""Features up to which all corners of the cube are compared (positions that read their own feature)."""
HALVINGS = 40
"""A bracket of a pair with equal scalars is halved this often (its ends stay float64 numbers)."""
MAX_BITS = 2048
"""Precision up to which the order of two scalars is sought."""
STARTS, CLOSE, STEP = 12, 1e-9, np.array(1e-6)
"""The search for near pairs: starts for each face, a difference that ends it, and the step of its derivatives."""
MAX_BOXES = 20_000
"""Boxes of the cube on which an expression is enclosed, to see that it is continuous."""

ZERO, HALF, ONE = fmpq(0), fmpq(1, 2), fmpq(1)


# --- the bottleneck ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bottleneck:
    """A continuous map R: [0,1]^n -> R^s.

    ``values(x)`` encloses R at the rational point x [n], balls [s] at the current precision; ``sample`` gives float
    values [k, s] at points [k, n] and only guides searches; ``text`` names it; ``assumption`` says what the user
    vouches for (empty where the continuity is proved).
    """

    n: int
    s: int
    text: str
    values: Callable[[Point], list[arb]]
    sample: Callable[[Floats], Floats]
    assumption: str = ""

    @classmethod
    def from_expression(cls, text: str, n: int) -> Bottleneck:
        """The map that ``text`` spells in x0..x{n-1}: one expression, or ``[u, v, ...]``.

        Raises `ExpressionError` for text outside the grammar and `InputError` where it is not seen to be finite, hence
        continuous, on the whole cube.
        """
        _check_features(n)
        nodes = Parser(text, cube_grammar(n)).items()[0]
        _check_continuous(nodes, n, text)

        def values(x: Point) -> list[arb]:
            return [enclose(node, [arb(t) for t in x]) for node in nodes]

        def sample(points: Floats) -> Floats:
            return np.stack([evaluate(node, points) for node in nodes], axis=1)

        return cls(n, len(nodes), text, values, sample)

    @classmethod
    def staircase(cls, n: int, k: int, shifts: int) -> Bottleneck:
        """The single scalar of theory K3, the paper's way: R(x) = sum_p (k+1)^{p-1} psi(x_p), exactly.

        psi is the staircase with k ramps of relative width 1/``shifts``.  Raises `InputError` for k or shifts < 1.
        """
        _check_features(n)
        stairs = Superposition(n, k, shifts)

        def sample(points: Floats) -> Floats:
            place = (points * k - np.minimum(np.floor(points * k), k - 1)) * shifts
            levels = np.minimum(np.floor(points * k), k - 1) + np.clip(place, 0, 1)
            codes: Floats = (levels @ float(k + 1) ** np.arange(n))[:, None]
            return codes

        text = f"the staircase code with k = {k}, ramps of width 1/{k * shifts}"
        return cls(n, 1, text, lambda x: [arb(stairs.code(0, list(x)))], sample)

    @classmethod
    def from_callable(cls, path: str, n: int) -> Bottleneck:
        """``module:function`` of a float64 array [n]; its floats are taken as the exact values of a continuous map.

        Raises `InputError` when the import fails or a value is not a finite number.
        """
        _check_features(n)
        function = imported_function(path)
        first = function(np.zeros(n))

        def call(point: Floats) -> Floats:
            found = function(point).ravel()
            if found.size != first.size:
                raise InputError(f"{path} returned {first.size} numbers first and {found.size} at {point.tolist()}")
            return found

        def values(x: Point) -> list[arb]:
            return [arb(float(value)) for value in call(np.array([_float(t) for t in x]))]

        def sample(points: Floats) -> Floats:
            return np.stack([call(point.copy()) for point in points])

        vouched = f"{path} is continuous on [0,1]^{n}, and its floats are exact"
        return cls(n, int(first.size), path, values, sample, vouched)


def _float(t: fmpq) -> float:
    value = float(t)
    if exact(value) != t:
        raise InputError(f"{t} is no float64: a Python function can only be asked at floats")
    return value


def _check_features(n: int) -> None:
    if not 1 <= n <= MAX_FEATURES:
        raise InputError(f"the number of features must be 1..{MAX_FEATURES}; got {n}")


def _check_continuous(nodes: Sequence[Node], n: int, text: str) -> None:
    """The functions of the grammar are continuous where their enclosure is finite; boxes are halved until it is."""
    boxes: list[list[tuple[fmpq, fmpq]]] = [[(ZERO, ONE)] * n]
    seen = 0
    while boxes:
        box = boxes.pop()
        seen += 1
        x = [arb((a + b) / 2, upper(arb((b - a) / 2))) for a, b in box]
        if all(enclose(node, x).is_finite() for node in nodes):
            continue
        widest = max(range(n), key=lambda i: box[i][1] - box[i][0])
        a, b = box[widest]
        if seen >= MAX_BOXES or b - a < fmpq(1, 1 << 30):
            place = ", ".join(str(float((low + high) / 2))[:8] for low, high in box[:8])
            raise InputError(f"{shown(text)} is not seen to be continuous near ({place}): a bottleneck must be")
        for half in ((a, (a + b) / 2), ((a + b) / 2, b)):
            boxes.append([*box[:widest], half, *box[widest + 1 :]])


# --- the task ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Task:
    """What the model should compute: ``permutation`` (output t is feature permutation[t]), or sorting (None)."""

    name: str
    permutation: tuple[int, ...] | None

    @classmethod
    def named(cls, name: str, n: int) -> Task:
        """identity (or copy), reverse, rotate, sort, or a permutation such as "1,2,0".  Raises `InputError`."""
        _check_features(n)
        if name in ("identity", "copy"):
            return cls(name, tuple(range(n)))
        if name == "reverse":
            return cls(name, tuple(reversed(range(n))))
        if name == "rotate":
            return cls(name, tuple((t + 1) % n for t in range(n)))
        if name == "sort":
            return cls(name, None)
        places = name.split(",")
        if all(place.strip().isdecimal() for place in places) and sorted(map(int, places)) == list(range(n)):
            return cls(name, tuple(map(int, places)))
        raise InputError(
            f"the target {shown(name)} is not identity, copy, reverse, rotate, sort or a permutation of 0..{n - 1} "
            "such as 1,0"
        )


@dataclass(frozen=True)
class Confusion:
    """Two inputs that the bottleneck confuses.

    ``error``: every model behind the bottleneck errs by at least this much, in the sup norm (exact).
    ``kind``: "exact" (R(x) = R(x')), "bracketed" (a pair within ``width``, in each feature, has equal scalars) or
    "near" (the scalars of this pair differ by at most ``difference``; a pair with equal scalars exists by the
    theorem).  ``position`` is the output at which the model fails when positions read their own feature (else None).
    """

    error: fmpq
    x: Point
    y: Point
    kind: Literal["exact", "bracketed", "near"]
    width: fmpq
    difference: arb
    theorem: str
    position: int | None = None


def confuse(bottleneck: Bottleneck, task: Task, *, reads_own: bool = False) -> Confusion:
    """Inputs that ``bottleneck`` confuses, and the error of every model behind it on ``task``.

    With ``reads_own`` the output at position t may also use the feature x_t (theory K2', K2b; one scalar).
    Raises `HypothesisError` where no theorem gives an obstruction: s >= n, or pairs that are all told apart.
    """
    n, s = bottleneck.n, bottleneck.s
    if reads_own:
        return _past_the_bottleneck(bottleneck, task)
    if s >= n:
        raise HypothesisError(
            f"theory K2 needs fewer scalars than features; {shown(bottleneck.text)} has {s} for {n} features, "
            "and R(x) = x is exact"
        )
    if task.permutation is None:
        error, theorem = fmpq(1, 2 * (s + 1)), "K2a"
        corners = _sorted_corners(n, s)
        if s == 1:
            a, b, c = corners
            return _along(bottleneck, [(a, b), (a, c), (b, c), (b, a)], error, theorem)
        return _nearest(bottleneck, _disjoint_faces(corners), error, theorem)
    if s == 1:  # on the boundary of the cube from 0 to 1, one feature after the other: another feature is 0 or 1
        path = [(ONE,) * i + (ZERO,) * (n - i) for i in range(n + 1)]
        return _along(bottleneck, [(x, _opposite(x)) for x in path], HALF, "K2")
    return _nearest(bottleneck, _antipodes(n, s), HALF, "K2")


def _opposite(x: Point) -> Point:
    return tuple(ONE - t for t in x)


def _sorted_corners(n: int, s: int) -> list[Point]:
    """s+2 of the corners (0, ..., 0, 1, ..., 1), evenly spread."""
    ones = [n * i // (s + 1) for i in range(s + 2)]
    return [(ZERO,) * (n - j) + (ONE,) * j for j in ones]


# --- one scalar: a change of sign -------------------------------------------------------------------------------------


def _mix(weights: Sequence[fmpq], points: Sequence[Point]) -> Point:
    return tuple(sum((w * x[i] for w, x in zip(weights, points, strict=True)), ZERO) for i in range(len(points[0])))


def _at(path: Sequence[Pair], t: fmpq) -> Pair:
    """The pair at t in [0, len(path) - 1] of a polygon of pairs."""
    i = min(int(t.floor()), len(path) - 2)
    weights = (1 - (t - i), t - i)
    return _mix(weights, (path[i][0], path[i + 1][0])), _mix(weights, (path[i][1], path[i + 1][1]))


def _differences(bottleneck: Bottleneck, pair: Pair) -> list[arb]:
    return [b - a for a, b in zip(bottleneck.values(pair[0]), bottleneck.values(pair[1]), strict=True)]


def _difference(bottleneck: Bottleneck, pair: Pair) -> arb:
    """R(x') - R(x) for one scalar, as sharply as its sign needs."""
    bits = 64
    while True:
        with precision(bits):
            (found,) = _differences(bottleneck, pair)
        if _sign(found) or found.is_zero() or bits >= MAX_BITS:
            return found
        bits *= 2


def _sign(value: arb) -> int:
    return int(certainly_lt(0, value)) - int(certainly_lt(value, 0))


def _along(
    bottleneck: Bottleneck, path: Sequence[Pair], error: fmpq, theorem: str, position: int | None = None
) -> Confusion:
    """A pair with equal scalars on a polygon of pairs, at the ends of which R(x') - R(x) has different signs."""

    def exactly(pair: Pair) -> Confusion:
        return Confusion(error, *pair, "exact", ZERO, arb(0), theorem, position)

    signs: list[tuple[fmpq, int]] = []
    for i, pair in enumerate(path):
        value = _difference(bottleneck, pair)
        if value.is_zero():
            return exactly(pair)
        if _sign(value):
            signs.append((fmpq(i), _sign(value)))
    found = next(((a, b, sign) for (a, sign), (b, other) in pairwise(signs) if sign != other), None)
    if found is None:
        raise HypothesisError(
            f"the scalars of {shown(bottleneck.text)} are too close to each other to tell their order ({MAX_BITS} bits)"
        )
    low, high, sign = found
    for _ in range(HALVINGS):
        for share in (HALF, fmpq(3, 8), fmpq(5, 8)):  # the middle may be a zero that only an exact proof would see
            t = low + share * (high - low)
            value = _difference(bottleneck, _at(path, t))
            if value.is_zero():
                return exactly(_at(path, t))
            if _sign(value):
                low, high = (t, high) if _sign(value) == sign else (low, t)
                break
        else:
            break
    pairs = [_at(path, t) for t in (low, *map(fmpq, range(int(low.floor()) + 1, int(high.ceil()))), high)]
    width = sum((_distance(one, other) for one, other in pairwise(pairs)), ZERO)
    return Confusion(error, *pairs[0], "bracketed", width, abs(_difference(bottleneck, pairs[0])), theorem, position)


def _distance(one: Pair, other: Pair) -> fmpq:
    return max(abs(a - b) for x, y in zip(one, other, strict=True) for a, b in zip(x, y, strict=True))


def _corner(floats: Floats) -> Point:
    return tuple(ONE if t else ZERO for t in floats)


def _past_the_bottleneck(bottleneck: Bottleneck, task: Task) -> Confusion:
    """One scalar, positions that also read their own feature: corners of the cube decide (theory K2', K2b).

    The pairs with x_t = x'_t whose wanted features are 0 and 1 are a convex set: two of them with different signs of
    R(x') - R(x) have a pair with equal scalars between them.
    """
    n = bottleneck.n
    if task.permutation is None:
        raise HypothesisError("theory K2' is about permutations: leave out --own to see what one scalar sorts")
    if bottleneck.s != 1:
        raise HypothesisError(f"theory K2' and K2b are about one scalar; {shown(bottleneck.text)} has {bottleneck.s}")
    if n > MAX_CORNERS:
        raise InputError(f"all 2^n corners are compared: at most {MAX_CORNERS} features; got {n}")
    corners = np.array(list(product((0.0, 1.0), repeat=n)))
    scalars = bottleneck.sample(corners)[:, 0]
    for t, wanted in enumerate(task.permutation):
        pairs: list[Pair] = []
        for own in (0.0, 1.0):
            low, high = (np.flatnonzero((corners[:, t] == own) & (corners[:, wanted] == side)) for side in (0.0, 1.0))
            if len(low) and len(high):  # t itself is not wanted; the extreme differences, as the floats see them
                for x, y in (
                    (low[np.argmin(scalars[low])], high[np.argmax(scalars[high])]),
                    (low[np.argmax(scalars[low])], high[np.argmin(scalars[high])]),
                ):
                    pairs.append((_corner(corners[x]), _corner(corners[y])))
        signs = {_sign(_difference(bottleneck, pair)): pair for pair in pairs}
        if 1 in signs and -1 in signs:
            return _along(bottleneck, [signs[1], signs[-1]], HALF, "K2'", t)
        for pair in pairs:
            if _difference(bottleneck, pair).is_zero():
                return Confusion(HALF, *pair, "exact", ZERO, arb(0), "K2'", t)
    raise HypothesisError(
        f"{shown(bottleneck.text)} tells apart all corners that the positions cannot: no obstruction to "
        f"{shown(task.name)} was found (two positions swap their features exactly with R = x0 + x1)"
    )


# --- several scalars: a search, and a theorem -------------------------------------------------------------------------

Chart = Callable[[Floats], Pair]
"""Pairs of inputs with s free parameters in [0,1]."""


def _dyadic(t: float) -> fmpq:
    """The parameter as a multiple of 2^-40 of [0,1], so that 1 - t is a float64 too."""
    return fmpq(int(min(max(t, 0.0), 1.0) * 2.0**40), 1 << 40)


def _antipodes(n: int, s: int) -> list[Chart]:
    """Pairs (x, 1-x) on the boundary of the cube of the first s+1 features, the other features 1/2."""

    def chart(fixed: int) -> Chart:
        def pair(parameters: Floats) -> Pair:
            free = [_dyadic(t) for t in parameters]
            x = (*free[:fixed], ZERO, *free[fixed:], *[HALF] * (n - s - 1))
            return x, _opposite(x)

        return pair

    return [chart(fixed) for fixed in range(s + 1)]


def _disjoint_faces(corners: Sequence[Point]) -> list[Chart]:
    """Pairs of convex combinations of complementary sets of corners."""

    def combination(points: Sequence[Point], parameters: Floats) -> Point:
        weights, left = [], 1.0
        for t in parameters:  # a stick is broken: the last corner takes the rest
            weights.append(_dyadic(left * t))
            left -= left * t
        return _mix([*weights, 1 - sum(weights, ZERO)], points)

    def chart(chosen: Sequence[int]) -> Chart:
        one = [x for x, side in zip(corners, chosen, strict=True) if side]
        other = [x for x, side in zip(corners, chosen, strict=True) if not side]

        def pair(parameters: Floats) -> Pair:
            return combination(one, parameters[: len(one) - 1]), combination(other, parameters[len(one) - 1 :])

        return pair

    sides = product((0, 1), repeat=len(corners) - 1)
    return [chart((1, *side)) for side in sides if not all(side)]


def _nearest(bottleneck: Bottleneck, charts: Sequence[Chart], error: fmpq, theorem: str) -> Confusion:
    """The pair of the charts whose scalars differ least, as found by least squares from several starts."""
    from scipy.optimize import least_squares

    def residuals(parameters: Floats, /, chart: Chart) -> Floats:
        values = bottleneck.sample(np.array([[float(t) for t in x] for x in chart(parameters)]))
        difference: Floats = values[1] - values[0]
        return difference

    def size(parameters: Floats, chart: Chart) -> float:
        return float(np.max(np.abs(residuals(parameters, chart))))

    random = np.random.default_rng(0)
    best, pair = np.inf, charts[0](np.full(bottleneck.s, 0.5))
    for attempt in range(STARTS):
        for chart in charts:
            start = np.full(bottleneck.s, 0.5) if attempt == 0 else random.uniform(0.05, 0.95, bottleneck.s)
            fit = least_squares(residuals, start, args=(chart,), bounds=(0, 1), diff_step=STEP, xtol=1e-14, ftol=1e-14)
            if (found := size(fit.x, chart)) < best:
                best, pair = found, chart(fit.x)
        if best < CLOSE:
            break
    with precision(256):
        differences = _differences(bottleneck, pair)
    if all(value.is_zero() for value in differences):
        return Confusion(error, *pair, "exact", ZERO, arb(0), theorem)
    return Confusion(error, *pair, "near", ZERO, maximum([abs(value) for value in differences]), theorem)
