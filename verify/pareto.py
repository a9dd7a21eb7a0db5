"""Trade-offs of one target: certified error against tokens against value size.  Every point is built and proved."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from flint import arb, fmpq

from theory.balls import ball, exact
from theory.errors import UnreachableError
from theory.targets import Target
from verify.pipeline import build_prefix
from verify.svg import figure, number, tag

__all__ = ["ERRORS", "VALUES", "Point", "front", "picture", "sweep"]

ERRORS = ("0.5", "0.2", "0.1", "0.05", "0.02", "1e-2", "1e-3", "1e-4", "1e-6", "1e-8", "1e-10")
"""The errors asked for by default."""
VALUES = ("10", "100", "1000", "1e4", "1e6")
"""The limits of the value size by default."""


class Point(NamedTuple):
    """A prefix that was built and proved; ``error`` and ``max_value`` are decimals rounded up.

    ``theorem`` is what proves it; ``components``: float64 per stored number; ``asked``: the error that was asked for.
    """

    tokens: int
    error: str
    max_value: str
    method: str
    theorem: str
    lam: str
    components: int
    asked: str

    def dominates(self, other: Point) -> bool:
        """Whether this one is at least as good in error, tokens and value size, and better in one of them."""
        mine, theirs = self._sizes(), other._sizes()
        return mine != theirs and all(a <= b for a, b in zip(mine, theirs, strict=True))

    def _sizes(self) -> tuple[fmpq, fmpq, fmpq]:
        return exact(self.error), fmpq(self.tokens), exact(self.max_value)


def sweep(
    target: Target, errors: Iterable[str], values: Iterable[str], max_tokens: int, *, effort: bool = False
) -> Iterator[Point]:
    """Build for every error and every limit of the value size, largest first; what is out of reach is left out.

    A limit that the prefix found for a larger one keeps anyway is not tried again.  ``effort``: with the search of
    ``build --effort``.  Raises what `build_prefix` raises for unusable input.
    """
    limits = sorted(values, key=exact, reverse=True)
    for eps in sorted(errors, key=exact, reverse=True):
        size: fmpq | None = None
        reached = False
        for limit in limits:
            if size is not None and exact(limit) >= size:
                continue
            try:
                point = _built(target, eps, limit, max_tokens, effort)
            except UnreachableError:
                break
            reached, size = True, exact(point.max_value)
            yield point
        if not reached:
            return  # smaller errors are out of reach as well


def _built(target: Target, eps: str, limit: str, max_tokens: int, effort: bool) -> Point:
    enclosure = None
    if effort:
        from verify.effort import build_leaner

        result, enclosure = build_leaner(target, eps, "auto", limit, max_tokens)
    else:
        result = build_prefix(target, eps, "auto", limit, max_tokens)
    c = result.certificate
    error, proof = (c.certified_error, c.theorem) if enclosure is None else (enclosure.texts()[1], "sup norm")
    return Point(c.tokens, error, c.max_value, c.method, proof, c.lam, result.stored.components, eps)


def front(points: Iterable[Point]) -> list[Point]:
    """The points that no other one dominates, fewest tokens first, each once."""
    different = list(dict.fromkeys(point._replace(asked="") for point in points))
    kept = [p for p in different if not any(other.dominates(p) for other in different)]
    return sorted(kept, key=lambda p: (p.tokens, exact(p.error), exact(p.max_value)))


# --- the picture ---------------------------------------------------------------------------------------------------

_STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#1c1b22}.g{stroke:#d5d3de}.m{fill:#2a4b8d;stroke:#fff;stroke-width:.8}"
    ".f{fill:none;stroke:#8a8798}.paper{fill:#fff}"
    "@media(prefers-color-scheme:dark){text{fill:#eceaf2}.g{stroke:#3c3a47}.m{fill:#9db9f5;stroke:#16151b}"
    ".paper{fill:#16151b}}"
)
_CORNERS = {
    "square": ((-5, -5), (5, -5), (5, 5), (-5, 5)),
    "triangle": ((0, -6.5), (6, 5), (-6, 5)),
    "diamond": ((0, -7), (7, 0), (0, 7), (-7, 0)),
    "plus": (
        *((-2, -7), (2, -7), (2, -2), (7, -2), (7, 2), (2, 2)),
        *((2, 7), (-2, 7), (-2, 2), (-7, 2), (-7, -2), (-2, -2)),
    ),
    "cross": (
        *((-6, -3), (-3, -6), (0, -3), (3, -6), (6, -3), (3, 0)),
        *((6, 3), (3, 6), (0, 3), (-3, 6), (-6, 3), (-3, 0)),
    ),
}
_SHAPES = ("circle", *_CORNERS)


def _marker(shape: str, x: float, y: float) -> str:
    """A marker of radius 6."""
    if shape == "circle":
        return tag("circle", cx=number(x), cy=number(y), r=5.5, class_="m")
    points = " ".join(f"{number(x + a)},{number(y + b)}" for a, b in _CORNERS[shape])
    return tag("polygon", points=points, class_="m")


def _classes(points: Sequence[Point]) -> dict[int, str]:
    """A shape for every size class that occurs: k for values up to 10^k; the largest classes may have to share one."""
    found = sorted({_class(p) for p in points})
    return {k: _SHAPES[min(i, len(_SHAPES) - 1)] for i, k in enumerate(found)}


def _class(point: Point) -> int:
    size = exact(point.max_value)
    k = 0
    while fmpq(10) ** k < size:
        k += 1
    return k


def picture(points: Sequence[Point], title: str) -> str:
    """A standalone SVG: certified error against tokens, both logarithmic; the shape of a point is its value size."""
    width, height, left, top = 560.0, 330.0, 84.0, 30.0
    shapes = _classes(points)
    x = {p: math.log10(p.tokens) for p in points}
    y = {p: _log10(p.error) for p in points}
    x0, x1 = math.floor(min(x.values()) * 2) / 2, math.ceil(max(x.values()) * 2 + 1e-9) / 2
    y0, y1 = math.floor(min(y.values())), math.ceil(max(y.values()) + 1e-9)
    x1, y1 = max(x1, x0 + 0.5), max(y1, y0 + 1)

    def place(a: float, b: float) -> tuple[float, float]:
        return left + (a - x0) / (x1 - x0) * width, top + height - (b - y0) / (y1 - y0) * height

    parts = [tag("style", _STYLE), tag("rect", width=760, height=440, class_="paper")]
    parts.append(tag("rect", x=left, y=top, width=width, height=height, class_="f"))
    for k in range(y0, y1 + 1, max(1, (y1 - y0) // 8)):
        _, at = place(x0, k)
        parts.append(tag("line", x1=left, x2=left + width, y1=number(at), y2=number(at), class_="g"))
        parts.append(tag("text", f"1e{k}", x=left - 8, y=number(at + 4), text_anchor="end"))
    for tokens in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000):
        if x0 <= math.log10(tokens) <= x1:
            at, _ = place(math.log10(tokens), y0)
            parts.append(tag("line", x1=number(at), x2=number(at), y1=top, y2=top + height, class_="g"))
            parts.append(tag("text", str(tokens), x=number(at), y=top + height + 18, text_anchor="middle"))
    for p in points:
        told = f"{p.tokens} tokens, error at most {p.error}, values at most {p.max_value}, {p.method}"
        parts.append(tag("g", tag("title", escape(told)) + _marker(shapes[_class(p)], *place(x[p], y[p]))))
    largest = {shape: k for k, shape in shapes.items()}  # of classes that share a shape
    for i, (shape, k) in enumerate(largest.items()):
        at = top + 14 + 22 * i
        parts.append(_marker(shape, left + width + 20, at))
        parts.append(tag("text", f"|v| &#8804; 1e{k}", x=left + width + 34, y=number(at + 4)))
    parts.append(tag("text", "tokens", x=left + width / 2, y=top + height + 42, text_anchor="middle"))
    parts.append(tag("text", "certified error", x=left - 70, y=top - 12))
    parts.append(tag("text", escape(_cut(title)), x=left + width / 2, y=top - 12, text_anchor="middle"))
    best = min(points, key=lambda p: exact(p.error))
    least = min(points, key=lambda p: p.tokens)
    described = (
        f"{len(points)} proved prefixes: from {least.tokens} tokens with error at most {least.error} to {best.tokens} "
        f"tokens with error at most {best.error}. Shapes tell the value size."
    )
    return figure("".join(parts), 760, 440, f"Error against tokens for {title}", described)


def _log10(text: str) -> float:
    """log10 of a positive decimal of any size, for drawing."""
    return float((ball(exact(text)).log() / arb.const_log10()).mid())


def _cut(text: str) -> str:
    return text if len(text) <= 50 else text[:47] + "..."
