"""The target of a sequence model as its checker reads it: values at points, and its Lipschitz constant on [0,1]^n.

Formulas are read by `verify.checker.target`.  All enclosures are rigorous: float64 ends moved outwards where arrays of
points are evaluated, balls where a Lipschitz constant is verified by subdivision.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from flint import arb, fmpq

from verify.checker.balls import Refused, largest, length
from verify.checker.target import Step, Tape, partials, values
from verify.sequence_checker_files import Floats

__all__ = ["demand_lipschitz", "enclose_values"]

MAX_CELLS = 100_000
MAX_WORK = 20_000_000
"""Most steps and arguments of formulas that are evaluated on all cells together: some minutes."""
_CHUNK = 1 << 15
Pair = tuple[Floats, Floats]


# --- values ---------------------------------------------------------------------------------------------------------


def _out(low: Floats, high: Floats) -> Pair:
    return np.nextafter(low, -np.inf), np.nextafter(high, np.inf)


def _number(x: arb) -> Pair:
    low, high = np.asarray(float(x.lower())), np.asarray(float(x.upper()))
    # A float that is the number itself needs no room; every other one was rounded.
    return (low, high) if x.is_exact() and arb(float(low)) == x else _out(low, high)


def _times(u: Pair, v: Pair) -> Pair:
    ends = [a * b for a in u for b in v]
    return _out(np.minimum.reduce(ends), np.maximum.reduce(ends))


def _array_step(step: Step, args: list[Pair]) -> Pair | None:
    """The step over arrays of intervals; None where only balls can do it."""
    match step.op:
        case "+":
            return _out(args[0][0] + args[1][0], args[0][1] + args[1][1])
        case "-":
            return _out(args[0][0] - args[1][1], args[0][1] - args[1][0])
        case "*":
            return _times(args[0], args[1])
        case "/" if bool(np.all(args[1][0] > 0)):
            return _times(args[0], _out(1 / args[1][1], 1 / args[1][0]))
        case "min" | "max":
            choose = np.minimum if step.op == "min" else np.maximum
            low, high = args[0]
            for u in args[1:]:
                low, high = choose(low, u[0]), choose(high, u[1])
            return low, high
        case "abs":
            low, high = args[0]
            least = np.where((low <= 0) & (high >= 0), 0.0, np.minimum(np.abs(low), np.abs(high)))
            return least, np.maximum(np.abs(low), np.abs(high))
        case "pow" if step.value.q == 1 and 1 <= step.value <= 8:
            result = args[0]
            for _ in range(int(step.value.p) - 1):
                result = _times(result, args[0])
            return result
    return None


def _by_arrays(tape: Tape, points: Floats) -> list[Pair] | None:
    found: list[Pair] = []
    for step in tape.steps:
        match step.op:
            case "const":
                found.append(_number(arb(step.value)))
            case "pi":
                found.append(_number(arb.pi()))
            case "x":
                column = points[:, int(step.value.p)]
                found.append((column, column))
            case _:
                value = _array_step(step, [found[i] for i in step.args])
                if value is None:
                    return None
                found.append(value)
    return [found[i] for i in tape.outputs]


def _by_balls(tape: Tape, points: Floats) -> list[Pair]:
    rows = []
    for point in points.tolist():
        found = values(tape, [arb(c) for c in point])
        rows.append([found[i] for i in tape.outputs])
    pairs = []
    for column in zip(*rows, strict=True):
        if not all(v.is_finite() for v in column):
            raise Refused("the target is not finite at the centre of a cell")
        pairs.append(_out(np.array([float(v.lower()) for v in column]), np.array([float(v.upper()) for v in column])))
    return pairs


def enclose_values(tape: Tape, points: Floats) -> Pair:
    """Lower and upper bounds [N, q] of the target at the rows of ``points`` [N, n]."""
    lows, highs = [], []
    with np.errstate(all="ignore"):
        for start in range(0, len(points), _CHUNK):
            block = points[start : start + _CHUNK]
            pairs = _by_arrays(tape, block) or _by_balls(tape, block)
            lows.append(np.stack([np.broadcast_to(p[0], len(block)) for p in pairs], axis=1))
            highs.append(np.stack([np.broadcast_to(p[1], len(block)) for p in pairs], axis=1))
    return np.concatenate(lows), np.concatenate(highs)


# --- Lipschitz constant ---------------------------------------------------------------------------------------------


class _Jet(NamedTuple):
    """A step on a box: gradient (Clarke's hull), and a Lipschitz constant for the maximum norm."""

    gradient: list[arb]
    slope: arb


def _magnitude(u: arb) -> arb:
    return arb(u.abs_upper())


def _jet(step: Step, value: arb, ranges: list[arb], args: list[_Jet], n: int) -> _Jet:
    weights = partials(step, ranges, value)
    live = [(c, u) for c, u in zip(weights, args, strict=True) if not u.slope.is_zero()]
    if step.op in ("min", "max"):
        # An unbeaten constant takes part in the hull with slope 0.
        kept = [u for c, u in zip(weights, args, strict=True) if not c.is_zero()]
        gradient = kept[0].gradient
        for u in kept[1:]:
            gradient = [a.union(b) for a, b in zip(gradient, u.gradient, strict=True)]
        slope = largest([u.slope for u in kept])
    else:
        gradient = [sum((c * u.gradient[j] for c, u in live), arb(0)) for j in range(n)]
        slope = sum((_magnitude(c) * u.slope for c, u in live), arb(0))
        if step.op == "norm" and live:
            slope = length([u.slope for _, u in live])
        elif step.op == "abs":  # 1-Lipschitz; the radius of the ball [-1, 1] is a little more than 1
            slope = args[0].slope
    steepest = sum(map(_magnitude, gradient), arb(0))
    if steepest <= slope or not slope.is_finite():
        slope = steepest
    return _Jet(gradient, slope if slope.is_zero() else arb(slope.upper()))


def _slope(tape: Tape, box: Sequence[arb]) -> arb:
    """A Lipschitz constant on the box of the last step of a tape."""
    zero = [arb(0)] * tape.d
    jets: list[_Jet] = []
    found = values(tape, box)
    for step, value in zip(tape.steps, found, strict=True):
        if step.op == "x":
            unit = [arb(int(i == int(step.value.p))) for i in range(tape.d)]
            jets.append(_Jet(unit, arb(1)))
        elif not step.args:
            jets.append(_Jet(zero, arb(0)))
        else:
            jets.append(_jet(step, value, [found[i] for i in step.args], [jets[i] for i in step.args], tape.d))
    return jets[-1].slope


def _component(tape: Tape, output: int) -> Tape:
    """The part of the tape that one output needs, which is its last step."""
    needed, stack = {output}, [output]
    while stack:
        fresh = [i for i in tape.steps[stack.pop()].args if i not in needed]
        needed.update(fresh)
        stack += fresh
    order = sorted(needed)
    place = {old: new for new, old in enumerate(order)}
    steps = [tape.steps[i]._replace(args=tuple(place[a] for a in tape.steps[i].args)) for i in order]
    return Tape(tape.d, tuple(steps), (place[output],))


def demand_lipschitz(tape: Tape, L: fmpq) -> None:
    """Go on only if every component has Lipschitz constant <= L on [0,1]^n (maximum norm), proved by subdivision.

    Raises `Refused` when that fails at a point, or takes more than `MAX_CELLS` cells or `MAX_WORK` operations.
    """
    cells = work = 0
    for part in {_component(tape, output) for output in tape.outputs}:
        axes = sorted({int(step.value.p) for step in part.steps if step.op == "x"})
        open_ = [([fmpq(0)] * tape.d, [fmpq(1)] * tape.d)]
        while open_:
            low, high = open_.pop()
            cells, work = cells + 1, work + part.cost
            if cells > MAX_CELLS or work > MAX_WORK:
                raise Refused(f"the Lipschitz constant {L} is not re-proved with {cells - 1} cells")
            if _slope(part, [arb(a).union(arb(b)) for a, b in zip(low, high, strict=True)]) <= arb(L):
                continue
            centre = [(a + b) / 2 for a, b in zip(low, high, strict=True)]
            # What fails at a point fails on every box around it.
            if not axes or not _slope(part, [arb(c) for c in centre]) <= arb(L):
                place = ", ".join(f"{float(arb(c)):.6g}" for c in centre)
                raise Refused(f"the Lipschitz constant {L} is not re-proved at ({place})")
            axis = max(axes, key=lambda i: high[i] - low[i])
            middle = centre[axis]
            open_ += [
                (low, [*high[:axis], middle, *high[axis + 1 :]]),
                ([*low[:axis], middle, *low[axis + 1 :]], high),
            ]
