"""The graph of what uses what, as a plain SVG: a band per chapter, used statements to the left of those that use them.

Statuses differ by shape and letter as well as by colour; nodes are links; the lines of a node stand out when it is
pointed at or focused (by style rules alone, no script).  Colours are variables that the page may set for dark mode.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Final, NamedTuple

from theory.registry import Statement
from verify.statements import Checked

__all__ = ["MARKS", "Node", "graph_svg", "layout", "legend"]

MARKS: Final = {
    "proved": ("●", "proved"),
    "definition": ("◆", "definition"),
    "proved modulo citations": ("◐", "cited"),
    "certified on a range": ("▲", "range"),
    "tested only": ("□", "tested"),
    "open": ("○", "open"),
    "refuted": ("✕", "refuted"),
    "error": ("!", "error"),
}
"""Mark and style class of each status."""
WIDTH, HEIGHT, GAP_X, GAP_Y, BAND_GAP, LEFT = 56, 22, 22, 6, 14, 30
"""Size of a node, gaps between nodes and between bands, margin for the chapters' letters (pixels)."""


class Node(NamedTuple):
    """Where a statement is drawn: upper left corner."""

    label: str
    x: int
    y: int


def used_directly(s: Statement) -> list[str]:
    """The labels that a statement uses to be stated or proved."""
    return list(dict.fromkeys((*s.uses, *s.proof_uses)))


def layout(registry: Mapping[str, Statement]) -> dict[str, Node]:
    """Places: the column is the longest chain of uses below a statement, the band its chapter."""
    depth: dict[str, int] = {}

    def visit(label: str, path: frozenset[str]) -> int:
        if label not in depth:
            below = [u for u in used_directly(registry[label]) if u in registry and u not in path]
            depth[label] = max((1 + visit(u, path | {label}) for u in below), default=0)
        return depth[label]

    for label in registry:
        visit(label, frozenset())
    nodes: dict[str, Node] = {}
    top = BAND_GAP // 2
    for chapter in dict.fromkeys(label[0] for label in registry):
        filled: dict[int, int] = {}
        for label in registry:
            if label[0] == chapter:
                row = filled[depth[label]] = filled.get(depth[label], -1) + 1
                nodes[label] = Node(label, LEFT + depth[label] * (WIDTH + GAP_X), top + row * (HEIGHT + GAP_Y))
        top += (max(filled.values()) + 1) * (HEIGHT + GAP_Y) + BAND_GAP
    return nodes


def graph_svg(checked: Mapping[str, Checked], registry: Mapping[str, Statement], page: Callable[[str], str]) -> str:
    """The graph; ``page`` gives the file name (without extension) that a label's node links to."""
    nodes = layout({label: registry[label] for label in checked})
    width = max(n.x for n in nodes.values()) + WIDTH + 4
    height = max(n.y for n in nodes.values()) + HEIGHT + BAND_GAP // 2
    edges = [(u, label) for label in nodes for u in used_directly(registry[label]) if u in nodes]
    said = (
        f"{len(nodes)} statements and {len(edges)} uses, by chapter; the table of the registry says the same in words"
    )
    out = [
        '<div class="statement-graph" tabindex="0" role="region" aria-label="graph of the registry, scrollable">',
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="group" aria-label="{said}">',
        f"<style>{_rules(nodes, page)}</style>",
        *_bands(nodes, width),
        *(_edge(nodes[a], nodes[b], page) for a, b in edges),
        *(_node(nodes[label], checked[label], page(label)) for label in nodes),
        "</svg>",
        "</div>",
    ]
    return "\n".join(out)


def legend(checked: Mapping[str, Checked]) -> str:
    """What the marks mean, with how many statements bear each."""
    items = []
    for status, (mark, kind) in MARKS.items():
        if number := sum(c.status == status for c in checked.values()):
            items.append(f'<span class="mark {kind}">{mark}</span> {status} ({number})')
    return f'<p class="graph-legend">{" &nbsp; ".join(items)}</p>'


def _rules(nodes: Mapping[str, Node], page: Callable[[str], str]) -> str:
    """One rule per node: its lines stand out while it is pointed at or focused."""
    each = []
    for label in nodes:
        name = page(label)
        each.append(f"svg:has(#node-{name}:is(:hover,:focus)) .e-{name}{{stroke-opacity:1;stroke-width:2}}")
    return "\n".join(each)


def _bands(nodes: Mapping[str, Node], width: int) -> list[str]:
    out = []
    for chapter in dict.fromkeys(label[0] for label in nodes):
        rows = [n.y for n in nodes.values() if n.label[0] == chapter]
        top, bottom = min(rows) - BAND_GAP // 2 + 1, max(rows) + HEIGHT + BAND_GAP // 2 - 1
        out.append(f'<rect class="band" x="0" y="{top}" width="{width}" height="{bottom - top}"/>')
        out.append(f'<text class="chapter" x="8" y="{min(rows) + HEIGHT - 5}">{chapter}</text>')
    return out


def _edge(used: Node, user: Node, page: Callable[[str], str]) -> str:
    x1, y1, x2, y2 = used.x + WIDTH, used.y + HEIGHT // 2, user.x, user.y + HEIGHT // 2
    bend = max(GAP_X, (x2 - x1) // 2)
    curve = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    return f'<path class="edge e-{page(used.label)} e-{page(user.label)}" d="{curve}"/>'


def _node(node: Node, c: Checked, name: str) -> str:
    mark, kind = MARKS[c.status]
    title = escape(f"{node.label}. {c.statement.title}: {c.status}")
    corner = 10 if kind == "proved" else 0
    return (
        f'<a id="node-{name}" class="node {kind}" href="{name}.html" aria-label="{title}"><title>{title}</title>'
        f'<rect x="{node.x}" y="{node.y}" width="{WIDTH}" height="{HEIGHT}" rx="{corner}"/>'
        f'<text x="{node.x + 6}" y="{node.y + HEIGHT - 7}">{mark} {escape(node.label)}</text></a>'
    )
