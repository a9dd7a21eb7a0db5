"""Numbers and formulas in the text come from the objects: the role `value` and the directive `statement`.

``{value}`statements```, ``{value}`status F3```, ``{value}`bound F3 m=2 L=1 eps=1/10``` (only the facts of `FACTS`);
a ``statement`` block shows a statement of the registry: formula, hypotheses, status, link.
"""

from collections.abc import Callable, Mapping
from typing import Any

import generated
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole


def _status(label: str) -> str:
    return str(generated.checked()[label].status)


def _number(status: str) -> str:
    return str(sum(c.status == status for c in generated.checked().values()))


def _bound(words: str) -> str:
    """The value of a statement's bound, rounded up."""
    from flint import arb

    from theory.balls import upper_decimal
    from theory.registry import statement

    label, *settings = words.split()
    found = statement(label).bound(**dict(s.split("=") for s in settings))
    return upper_decimal(arb(found), 6)


def _steps(kind: str) -> str:
    return str(sum(r.step.kind == kind for c in generated.checked().values() for r in c.steps))


def _twins(_: str) -> str:
    from verify.statement_pages import twins

    return twins(generated.checked())


FACTS: Mapping[str, Callable[[str], str]] = {
    "statements": lambda _: str(len(generated.checked())),
    "with-status": _number,
    "status": _status,
    "title": lambda label: str(generated.checked()[label].statement.title),
    "bound": _bound,
    "steps": _steps,
    "twins": _twins,
    "modules": lambda _: str(len(list(generated.modules()))),
}
"""What `value` can show: the first word chooses, the rest are its arguments."""


class ValueRole(SphinxRole):
    """``{value}`fact arguments```."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        self.env.note_reread()  # what it shows may change while the page does not
        name, _, rest = self.text.partition(" ")
        try:
            return [nodes.inline(text=FACTS[name](rest), classes=["fact"])], []
        except Exception as error:  # whatever is wrong with it, the page must not be built
            said = f"value {self.text!r}: {type(error).__name__}: {error}"
            return [], [self.inliner.reporter.error(said, line=self.lineno)]


class StatementDirective(SphinxDirective):
    """A statement of the registry by its label."""

    required_arguments = 1
    has_content = False

    def run(self) -> list[nodes.Node]:
        from verify.statement_pages import latex, page_name, plain

        self.env.note_reread()
        label = self.arguments[0]
        if label not in generated.checked():
            return [self.state.document.reporter.error(f"no statement {label!r}", line=self.lineno)]
        c = generated.checked()[label]
        s = c.statement
        page = f"/statements/{page_name(label)}.md"
        lines = [f"**[{label}]({page}). {plain(s.title)}** ({c.status})", ""]
        lines += [plain(s.says), ""] if s.says else []
        lines += [f"$$ {latex(part)} $$\n" for part in s.conjuncts()]
        named = [v for v in s.variables if v.quantity and v.meaning and v.symbol in s.formula.free_symbols]
        if named:
            lines += ["where " + "; ".join(f"${latex(v.symbol)}$: {plain(v.meaning)}" for v in named), ""]
        if s.hypotheses:
            each = (plain(h.says) if h.says else f"${latex(h.relation)}$" for h in s.hypotheses)
            lines += ["if " + "; ".join(each), ""]
        box = nodes.container(classes=["statement-box", c.status.split()[-1]])
        box += self.parse_text_to_nodes("\n".join(lines))
        return [box]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the role and the directive."""
    app.add_role("value", ValueRole())
    app.add_directive("statement", StatementDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
