"""A small writer of SVG: curves and maps of the sphere as text, with titles and descriptions for screen readers.

Colours come from classes that the page's style sheet defines for light and dark, and from one ramp whose lightness
rises with the value, so that it reads in grey as well.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "RAMP",
    "Curve",
    "chart",
    "chart_size",
    "figure",
    "legend",
    "mollweide",
    "number",
    "ramp",
    "sphere_map",
    "tag",
]

Floats = NDArray[np.float64]

RAMP = ((0, (38, 20, 72)), (0.25, (62, 74, 137)), (0.5, (38, 130, 142)), (0.75, (100, 195, 104)), (1, (250, 230, 80)))
"""Value in [0, 1] to red, green, blue; the lightness rises throughout."""

Curve = tuple[str, Floats, Floats]
"""Label, abscissas, ordinates."""


def tag(name: str, body: str = "", **attributes: object) -> str:
    """An element; ``class_`` for class, underscores for hyphens; attribute values are escaped, the body is not."""
    text = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(str(v))}"' for key, v in attributes.items())
    return f"<{name}{text}>{body}</{name}>" if body else f"<{name}{text}/>"


def figure(body: str, width: int, height: int, title: str, description: str) -> str:
    """An image with a title and a description that stand for it where it cannot be seen."""
    head = tag("title", escape(title)) + tag("desc", escape(description))
    return tag(
        "svg",
        head + body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_label=f"{title}. {description}",
    )


def ramp(value: float) -> str:
    """The colour of a value in [0, 1] (cut to it; grey for NaN)."""
    if not math.isfinite(value):
        return "#888888"
    t = min(max(value, 0.0), 1.0)
    for (a, low), (b, high) in pairwise(RAMP):
        if t <= b:
            share = (t - a) / (b - a)
            return "#" + "".join(f"{round(u + share * (v - u)):02x}" for u, v in zip(low, high, strict=True))
    return "#" + "".join(f"{u:02x}" for u in RAMP[-1][1])


def legend(x: float, y: float, width: float, labels: tuple[str, str], what: str) -> str:
    """The ramp from its least to its largest value, with both written under it."""
    steps = 40
    boxes = "".join(
        tag(
            "rect",
            x=number(x + i * width / steps),
            y=number(y),
            width=number(width / steps + 0.5),
            height=10,
            fill=ramp(i / (steps - 1)),
        )
        for i in range(steps)
    )
    low = tag("text", escape(labels[0]), x=number(x), y=number(y + 26), class_="ink")
    high = tag("text", escape(labels[1]), x=number(x + width), y=number(y + 26), class_="ink", text_anchor="end")
    name = tag("text", escape(what), x=number(x + width / 2), y=number(y - 6), class_="ink", text_anchor="middle")
    return boxes + low + high + name


def number(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


# --- curves --------------------------------------------------------------------------------------------------------

_DASHES = ("", "7 4", "2 3", "9 3 2 3")


def chart(
    curves: Sequence[Curve], x_label: str, ticks: Sequence[tuple[float, str]], bound: tuple[float, str] | None
) -> str:
    """Curves over a common axis, told apart by their dashes and named beside the plot; ``bound``: a horizontal line."""
    width, height, left, top = 640.0, 240.0, 64.0, 14.0
    xs = np.concatenate([x for _, x, _ in curves])
    ys = np.concatenate([y for _, _, y in curves] + ([np.array([bound[0]])] if bound else []))
    ys = ys[np.isfinite(ys)]
    low, high = (float(ys.min()), float(ys.max())) if len(ys) else (0.0, 1.0)
    low = min(low, 0.0)
    high = high + 0.08 * (high - low) if high > low else low + 1.0
    x0, x1 = float(xs.min()), float(xs.max())

    def place(x: float, y: float) -> tuple[float, float]:
        return left + (x - x0) / (x1 - x0) * width, top + height - (y - low) / (high - low) * height

    parts = [tag("rect", x=number(left), y=number(top), width=number(width), height=number(height), class_="frame")]
    for value in (low, (low + high) / 2, high):
        _, y = place(x0, value)
        parts.append(tag("line", x1=number(left), x2=number(left + width), y1=number(y), y2=number(y), class_="grid"))
        parts.append(tag("text", f"{value:.3g}", x=number(left - 6), y=number(y + 4), class_="ink", text_anchor="end"))
    for value, label in ticks:
        x, _ = place(value, low)
        parts.append(tag("line", x1=number(x), x2=number(x), y1=number(top), y2=number(top + height), class_="grid"))
        parts.append(
            tag("text", escape(label), x=number(x), y=number(top + height + 18), class_="ink", text_anchor="middle")
        )
    if bound:
        _, y = place(x0, bound[0])
        parts.append(tag("line", x1=number(left), x2=number(left + width), y1=number(y), y2=number(y), class_="bound"))
        parts.append(tag("text", escape(bound[1]), x=number(left + 6), y=number(y - 4), class_="ink"))
    for index, (label, abscissas, ordinates) in enumerate(curves):
        points = " ".join(
            f"{number(a)},{number(b)}"
            for a, b in (place(float(u), float(v)) for u, v in zip(abscissas, ordinates, strict=True))
            if math.isfinite(b)
        )
        dash = _DASHES[index % len(_DASHES)]
        style = {"stroke_dasharray": dash} if dash else {}
        parts.append(tag("polyline", points=points, class_=f"curve c{index % 4}", **style))
        key = top + height + 44 + 18 * index
        parts.append(
            tag(
                "line",
                x1=number(left),
                x2=number(left + 40),
                y1=number(key - 4),
                y2=number(key - 4),
                class_=f"curve c{index % 4}",
                **style,
            )
        )
        parts.append(tag("text", escape(label), x=number(left + 50), y=number(key), class_="ink"))
    parts.append(
        tag(
            "text",
            escape(x_label),
            x=number(left + width),
            y=number(top + height + 36),
            class_="ink",
            text_anchor="end",
        )
    )
    return "".join(parts)


def chart_size(curves: int) -> tuple[int, int]:
    """Width and height of a `chart`."""
    return 730, 290 + 18 * curves


# --- maps of S^2 ---------------------------------------------------------------------------------------------------


def mollweide(latitude: Floats, longitude: Floats) -> tuple[Floats, Floats]:
    """Mollweide's equal-area projection, x in [-2, 2], y in [-1, 1]; angles in radians."""
    sine = np.sin(latitude)
    theta = np.asarray(latitude, dtype=np.float64) * 0.9
    for _ in range(50):
        slope = np.maximum(2 + 2 * np.cos(2 * theta), 1e-6)
        theta = theta - (2 * theta + np.sin(2 * theta) - np.pi * sine) / slope
        theta = np.clip(theta, -np.pi / 2, np.pi / 2)
    return 2 * np.asarray(longitude) / np.pi * np.cos(theta), np.sin(theta)


def sphere_map(values: Floats, marks: Sequence[tuple[str, float, float]]) -> str:
    """The values [rows, columns] in [0, 1] of equal cells in sin(latitude) and longitude, and named points on them.

    Row 0 is in the south; ``marks``: (name, latitude, longitude) in radians.
    """
    rows, columns = values.shape
    edges = np.arcsin(np.clip(np.linspace(-1, 1, rows + 1), -1, 1))
    longitudes = np.linspace(-np.pi, np.pi, columns + 1)
    scale, cx, cy = 160.0, 340.0, 176.0
    parts = []
    # Six corners of every cell, so that curved edges look curved: [rows, columns, 6].
    steps = np.linspace(edges[:-1], edges[1:], 3, axis=-1)
    latitude = np.concatenate([steps, steps[:, ::-1]], axis=1)[:, None, :].repeat(columns, axis=1)
    sides = np.stack([longitudes[:-1]] * 3 + [longitudes[1:]] * 3, axis=-1)
    x, y = mollweide(latitude, np.broadcast_to(sides, latitude.shape))
    for i in range(rows):
        for j in range(columns):
            corners = zip(x[i, j], y[i, j], strict=True)
            points = " ".join(f"{cx + scale * a:.1f},{cy - scale * b:.1f}" for a, b in corners)
            colour = ramp(float(values[i, j]))
            parts.append(f'<polygon points="{points}" fill="{colour}" stroke="{colour}" stroke-width=".6"/>')
    parts.append(tag("ellipse", cx=number(cx), cy=number(cy), rx=number(2 * scale), ry=number(scale), class_="outline"))
    for name, lat, lon in marks:
        across, up = mollweide(np.array([lat]), np.array([lon]))
        u, v = cx + scale * float(across[0]), cy - scale * float(up[0])
        parts.append(tag("circle", cx=number(u), cy=number(v), r=4, class_="mark"))
        end = {"text_anchor": "end"} if u > cx + 1.6 * scale else {}
        parts.append(
            tag("text", escape(name), x=number(u + (-7 if end else 7)), y=number(v - 6), class_="label", **end)
        )
    return "".join(parts)
