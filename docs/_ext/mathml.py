"""Render formulas as MathML with latex2mathml: browsers show it without a script and without a network."""

import functools
from typing import Any

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx


@functools.cache
def _mathml(formula: str, display: str) -> str:
    """The same formula stands on many pages."""
    return str(convert(formula, display=display))


def _visit(display: str) -> Any:
    def visit(self: Any, node: nodes.Element) -> None:
        body = _mathml(node.astext(), display)
        self.body.append(f'<div class="math">{body}</div>' if display == "block" else body)
        raise nodes.SkipNode

    return visit


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the renderer."""
    app.add_html_math_renderer("mathml", (_visit("inline"), None), (_visit("block"), None))
    app.config.html_math_renderer = "mathml"
    return {"parallel_read_safe": True, "parallel_write_safe": True}
