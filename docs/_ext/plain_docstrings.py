"""Docstrings here are plain text with mathematics (|x|, a*b, x_): keep reStructuredText from reading it as markup.

Types in signatures that have no page here (other libraries', aliases, type variables) are shown by their names.
"""

import re
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

_CODE = re.compile(r"(``.+?``|`[^`]+`)")
_MARKUP = re.compile(r"[|*]|_(?=\W|$)")


def _escape(line: str) -> str:
    parts = _CODE.split(line)
    return "".join(part if i % 2 else _MARKUP.sub(r"\\\g<0>", part) for i, part in enumerate(parts))


def _process(app: Sphinx, what: str, name: str, thing: Any, options: Any, lines: list[str]) -> None:
    done: list[str] = []
    doctest = display = False
    for line in lines:
        blank = not line.strip()
        doctest = line.lstrip().startswith(">>>") or (doctest and not blank)
        indented = line.startswith("  ") and not doctest
        before = done[-1] if done else ""
        if indented and not display and not re.match(r"\s*(\d+\.|\(\w+\)|[-*])\s", before):
            done += ["", "::", ""]  # an indented formula is shown as it stands
            display = True
        elif display and not (indented or blank):
            done.append("")
            display = False
        done.append(line if doctest or display else _escape(line))
    lines[:] = done


OURS = ("theory.", "constructions.", "verify.", "prefixproof.")


def _names_of_others(app: Sphinx, doctree: nodes.document) -> None:
    """Names in descriptions that are not ours cannot lead anywhere: looking for them in every page would take long."""
    for described in list(doctree.findall(addnodes.desc_signature)):
        for reference in list(described.findall(addnodes.pending_xref)):
            if not str(reference["reftarget"]).startswith(OURS):
                reference.replace_self(reference.children)


def _name_only(app: Sphinx, env: Any, node: addnodes.pending_xref, shown: nodes.Element) -> nodes.Element | None:
    """The text of a reference from a description by autodoc; a reference that somebody wrote must resolve."""
    at: Any = node
    while at is not None and not isinstance(at, addnodes.desc):
        at = at.parent
    return None if at is None else shown


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the filter."""
    app.connect("autodoc-process-docstring", _process)
    app.connect("doctree-read", _names_of_others)
    app.connect("missing-reference", _name_only)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
