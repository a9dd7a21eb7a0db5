"""The pictures of `verify.html_report`: the error on the sphere as a map or as curves, described in words as well."""

from __future__ import annotations

import math
from html import escape

import numpy as np

from theory.balls import upper_decimal
from verify.error_map import ErrorMap
from verify.svg import chart, chart_size, figure, legend, sphere_map

__all__ = ["pictures"]

_TICKS = [
    (0.0, "0"),
    (math.pi / 2, "\u03c0/2"),
    (math.pi, "\u03c0"),
    (1.5 * math.pi, "3\u03c0/2"),
    (2 * math.pi, "2\u03c0"),
]
_COORDINATES = 8


def pictures(found: ErrorMap, claimed: str | None) -> str:
    """HTML: what the map is, and its figures with captions; ``claimed`` is the certified error."""
    if found.enclosed:
        how = f"Errors at {found.points} points, rounded up from enclosures."
    else:
        how = f"Errors at {found.points} points, sampled in float64 (no enclosures: the prefix is large)."
    text = (
        f"<p>{how} The largest of them is {_up(found.largest)}, at {_place(found)}. The certified error, "
        f"{escape(claimed or 'none')}, holds at all points, also between these. Context tokens are not drawn.</p>"
    )
    return text + (_sphere(found, claimed) if found.cells is not None else _curves(found, claimed))


def _up(value: float) -> str:
    """A float rounded up to four digits."""
    return upper_decimal(value, 4) if math.isfinite(value) else "not finite"


def _place(found: ErrorMap) -> str:
    numbers = ", ".join(f"{c:.4g}" for c in found.place[:_COORDINATES])
    return f"({numbers}{', ...' if len(found.place) > _COORDINATES else ''})"


def _figure(image: str, caption: str) -> str:
    return f"<figure>{image}<figcaption>{escape(caption)}</figcaption></figure>"


def _sphere(found: ErrorMap, claimed: str | None) -> str:
    cells = found.cells if found.cells is not None else np.zeros((1, 1))
    x, y, z = found.place
    marks = [
        ("x0", 0.0, 0.0),
        ("x1", 0.0, math.pi / 2),
        ("-x1", 0.0, -math.pi / 2),
        ("x2", math.pi / 2, 0.0),
        ("-x2", -math.pi / 2, 0.0),
        ("largest", math.asin(max(-1.0, min(1.0, z))), math.atan2(y, x)),
    ]
    top = _up(found.largest)
    body = sphere_map(cells / max(found.largest, 1e-300), marks) + legend(180, 374, 320, ("0", top), "error")
    quarter, half, most = np.quantile(cells, [0.25, 0.5, 0.75])
    described = (
        "The whole sphere in an equal-area projection, x2 at the top, x0 in the middle, x1 to the right; lighter is "
        f"larger. Largest {top} at {_place(found)}; a quarter of the points lie below about {quarter:.2e}, half below "
        f"{half:.2e}, three quarters below {most:.2e}. Certified everywhere: {claimed or 'nothing'}."
    )
    return _figure(figure(body, 680, 410, "Error of the head", described), described)


def _curves(found: ErrorMap, claimed: str | None) -> str:
    bound = None
    if claimed is not None and float(claimed) < 20 * max(found.largest, 1e-300):
        bound = (float(claimed), f"certified: {claimed}")
    errors = [(line.label, line.angle, line.error) for line in found.lines]
    tops = "; ".join(f"{line.label}: {_up(float(line.error.max()))}" for line in found.lines)
    described = f"Error along great circles. Largest values: {tops}. Certified everywhere: {claimed or 'nothing'}."
    image = figure(
        chart(errors, "angle along the circle", _TICKS, bound), *chart_size(len(errors)), "Error of the head", described
    )
    varied = max(found.lines, key=lambda line: float(np.ptp(line.target)))
    pair = [("head, first output", varied.angle, varied.head), ("target, first output", varied.angle, varied.target)]
    beside = f"First output of head and target along the great circle {varied.label}."
    second = figure(chart(pair, "angle along the circle", _TICKS, None), *chart_size(2), "Head and target", beside)
    return _figure(image, described) + _figure(second, beside)
