"""Figures that are made from the objects while the documentation is built: the directive `drawing`.

``{drawing} NAME`` calls the function NAME of `figures`, which returns a `Plot`.  The SVG stands in the page itself, so
its colours follow light and dark; its description is text for those who do not see it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

LEFT, RIGHT, TOP, BOTTOM = 62, 120, 18, 46
WIDTH, HEIGHT = 640, 360


@dataclass
class Axis:
    """What an axis shows; ``log``: powers of ten."""

    label: str
    log: bool = False
    low: float = math.inf
    high: float = -math.inf

    def include(self, values: Sequence[float]) -> None:
        self.low, self.high = min(self.low, *values), max(self.high, *values)

    def scale(self, v: float) -> float:
        """Place between 0 and 1."""
        a, b, x = (math.log10(u) if self.log else u for u in (self.low, self.high, v))
        return (x - a) / (b - a) if b > a else 0.5

    def ticks(self) -> list[tuple[float, str]]:
        """A handful of round places with their names."""
        if self.log:
            first, last = math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9)
            decades = range(first, last + 1, max(1, math.ceil((last - first) / 6)))
            return [(10.0**e, f"1e{e}" if abs(e) > 3 else f"{10.0**e:g}") for e in decades]
        raw = (self.high - self.low) / 5
        step = min((f * 10.0 ** math.floor(math.log10(raw)) for f in (1, 2, 5, 10)), key=lambda s: abs(s - raw))
        steps = range(math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9) + 1)
        return [(i * step, f"{i * step:.6g}") for i in steps]


@dataclass
class Plot:
    """Lines over two axes; ``says`` describes the figure in words, ``caption`` stands below it."""

    x: Axis
    y: Axis
    says: str
    caption: str
    lines: list[tuple[str, list[tuple[float, float]], bool]] = field(default_factory=list)

    def add(self, name: str, points: Sequence[tuple[float, float]], *, dashed: bool = False) -> None:
        """A line with its name at the right end."""
        self.lines.append((name, list(points), dashed))
        self.x.include([p[0] for p in points])
        self.y.include([p[1] for p in points])

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        px = LEFT + self.x.scale(point[0]) * (WIDTH - LEFT - RIGHT)
        return px, HEIGHT - BOTTOM - self.y.scale(point[1]) * (HEIGHT - TOP - BOTTOM)

    def svg(self) -> str:
        """The figure."""
        right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
        out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
               f' aria-label="{escape(self.says)}">']  # fmt: skip
        for value, name in self.x.ticks():
            px = self.place((value, self.y.low))[0]
            out.append(f'<path class="grid" d="M{px:.1f} {TOP}V{bottom}"/>')
            out.append(f'<text x="{px:.1f}" y="{bottom + 17}" text-anchor="middle">{name}</text>')
        for value, name in self.y.ticks():
            py = self.place((self.x.low, value))[1]
            out.append(f'<path class="grid" d="M{LEFT} {py:.1f}H{right}"/>')
            out.append(f'<text x="{LEFT - 6}" y="{py + 4:.1f}" text-anchor="end">{name}</text>')
        out.append(f'<path class="axis" d="M{LEFT} {TOP}V{bottom}H{right}"/>')
        out.append(
            f'<text x="{(LEFT + right) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{escape(self.x.label)}</text>'
        )
        middle = (TOP + bottom) / 2
        out.append(f'<text x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">'
                   f"{escape(self.y.label)}</text>")  # fmt: skip
        ends: list[float] = []
        for number, (name, points, dashed) in enumerate(self.lines, 1):
            style = ' stroke-dasharray="6 4"' if dashed else ""
            path = "L".join(f"{px:.1f} {py:.1f}" for px, py in map(self.place, points))
            out.append(f'<path class="line c{number}"{style} d="M{path}"/>')
            px, py = self.place(points[-1])
            while any(abs(py - other) < 14 for other in ends):  # names must not cover each other
                py += 14
            ends.append(py)
            out.append(f'<text class="c{number}" x="{px + 6:.1f}" y="{py + 4:.1f}">{escape(name)}</text>')
        return "\n".join([*out, "</svg>"])


class DrawingDirective(SphinxDirective):
    """The figure with the given name."""

    required_arguments = 1
    has_content = False

    def run(self) -> list[nodes.Node]:
        import figures

        self.env.note_reread()  # what it draws may change while the page does not
        name = self.arguments[0]
        if name not in figures.__all__:
            return [self.state.document.reporter.error(f"no figure {name!r}", line=self.lineno)]
        plot = getattr(figures, name)()
        html = f'<figure class="drawing">\n{plot.svg()}\n<figcaption>{escape(plot.caption)}</figcaption>\n</figure>'
        return [nodes.raw("", html, format="html")]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("drawing", DrawingDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
