"""The error of a stored head over its sphere, at points: what `prefixproof report` draws.

S^1: a curve.  S^2: the centres of equal cells.  Above: great circles, one of them through the largest error seen.  Each
value is enclosed by FLINT as far as time allows, otherwise float64 and labelled as sampled.  Pictures prove nothing
about the points between; the certificate does.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from flint import arb

from constructions.head import evaluate_float, evaluate_many
from constructions.prefix import Floats, StoredPrefix
from theory.balls import float_upper, precision
from theory.targets import Target
from verify.sampling import directions, probes

__all__ = ["ErrorMap", "Line", "error_map", "great_circle", "grid"]

_BUDGET = 6_000_000
"""Most (point, coordinate, token) products that are evaluated by FLINT."""
_FLOAT_BUDGET = 600_000_000
_ROWS = (28, 56)
_CIRCLE = 361


@dataclass(frozen=True)
class Line:
    """Errors along a great circle: ``angle`` [n] in radians, ``error`` [n], first outputs of head and target [n]."""

    label: str
    angle: Floats
    error: Floats
    head: Floats
    target: Floats


@dataclass(frozen=True)
class ErrorMap:
    """Errors |A(x) - f(x)| at points of S^m.

    ``cells`` [rows, columns] for m = 2 (equal areas, row 0 in the south), ``lines`` otherwise.  ``enclosed``: every
    value is an upper end of a FLINT enclosure, not a float64 sample; ``largest`` the largest value at ``place``;
    ``points`` how many there are.
    """

    cells: Floats | None
    lines: tuple[Line, ...]
    enclosed: bool
    largest: float
    place: tuple[float, ...]
    points: int


def grid(rows: int, columns: int) -> Floats:
    """The centres [rows * columns, 3] of the cells of equal area of S^2, from the south, longitudes from -pi."""
    height = (np.arange(rows) + 0.5) * 2 / rows - 1
    longitude = (np.arange(columns) + 0.5) * 2 * np.pi / columns - np.pi
    z, phi = np.meshgrid(height, longitude, indexing="ij")
    radius = np.sqrt(1 - z * z)
    return np.stack([radius * np.cos(phi), radius * np.sin(phi), z], axis=-1).reshape(-1, 3)


def great_circle(a: Floats, b: Floats, count: int) -> tuple[Floats, Floats]:
    """``count`` angles from 0 to 2 pi, and the points [count, d] of the circle from a towards b."""
    first = a / np.linalg.norm(a)
    second = b - (b @ first) * first
    second /= np.linalg.norm(second)
    angle = np.linspace(0, 2 * np.pi, count)
    return angle, np.cos(angle)[:, None] * first + np.sin(angle)[:, None] * second


def _values(stored: StoredPrefix, target: Target, points: Floats, enclosed: bool) -> tuple[Floats, Floats, Floats]:
    """Errors [n] and the first outputs of head and target [n] at the directions of ``points``."""
    if not enclosed:
        head, exact = evaluate_float(stored, points), target.sample(points)
        return np.linalg.norm(head - exact, axis=1), head[:, 0], exact[:, 0]
    with precision(stored.working_precision()):
        x = directions(points)
        heads = evaluate_many(stored, x)
        theirs = [target.enclose(point) for point in x]
        errors = []
        for one, there in zip(heads, theirs, strict=True):
            gaps = [abs(a - b).upper() for a, b in zip(one, there, strict=True)]
            errors.append(float_upper(sum((g * g for g in gaps), arb(0)).sqrt()))
        return (
            np.array(errors),
            np.array([float(h[0].mid()) for h in heads]),
            np.array([float(t[0].mid()) for t in theirs]),
        )


def error_map(stored: StoredPrefix, target: Target) -> ErrorMap:
    """The map of an expression target on the sphere of the prefix.

    Raises `InputError` for a callable target, whose code is never run here.
    """
    target.enclose([arb(1)] + [arb(0)] * stored.m)  # refuses callables
    cost = stored.tokens * (stored.d + stored.q) * stored.components
    if stored.m == 2:
        rows, columns = _ROWS
        enclosed = cost * rows * columns <= 8 * _BUDGET
        if not enclosed and cost * rows * columns > _FLOAT_BUDGET:
            rows, columns = 14, 28
        points = grid(rows, columns)
        errors, _, _ = _values(stored, target, points, enclosed)
        worst = int(np.argmax(errors))
        return ErrorMap(
            errors.reshape(rows, columns),
            (),
            enclosed,
            float(errors[worst]),
            tuple(points[worst].tolist()),
            len(points),
        )
    circles = _circles(stored, target)
    enclosed = cost * len(circles) * _CIRCLE <= 8 * _BUDGET
    count = _CIRCLE if cost * len(circles) * _CIRCLE <= _FLOAT_BUDGET else 91
    lines, best = [], (-1.0, circles[0][1])
    for label, a, b in circles:
        angle, points = great_circle(a, b, count)
        errors, head, there = _values(stored, target, points, enclosed)
        lines.append(Line(label, angle, errors, head, there))
        worst = int(np.argmax(errors))
        if errors[worst] > best[0]:
            best = (float(errors[worst]), points[worst])
    return ErrorMap(None, tuple(lines), enclosed, best[0], tuple(best[1].tolist()), count * len(circles))


def _circles(stored: StoredPrefix, target: Target) -> list[tuple[str, Floats, Floats]]:
    """Named pairs of directions that span the great circles to be drawn."""
    axes = np.eye(stored.d)
    if stored.m == 1:
        return [("the circle, from x0 to x1", axes[0], axes[1])]
    points = probes(stored, max(64, min(2000, _FLOAT_BUDGET // (20 * stored.tokens * stored.d))))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    errors = np.linalg.norm(evaluate_float(stored, points) - target.sample(points), axis=1)
    worst = points[int(np.argmax(np.nan_to_num(errors, nan=-1.0)))]
    beside = axes[int(np.argmin(np.abs(worst)))]
    last = f"x{stored.m}"
    return [
        ("from x0 to x1", axes[0], axes[1]),
        (f"from x0 to {last}", axes[0], axes[-1]),
        ("through the largest error seen", worst, beside),
    ]
