"""The registry as pages for the documentation: a table of all statements, and one page for each, from the last check.

Nothing here is typed by hand: formulas, statuses, steps, twins refuted and places in the code come from the objects.
``docs/conf.py`` writes these pages whenever the documentation is built.  Their roles (``source``) are those of
``docs/_ext``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from theory.proof_steps import Citation, Step, Variable
from theory.registry import Hypothesis, Statement
from verify.expectations import fingerprint
from verify.statement_graph import graph_svg, legend
from verify.statements import RANKS, Checked, rank, used_by

__all__ = [
    "counts",
    "graph_page",
    "index_page",
    "link",
    "page_name",
    "pages",
    "plain",
    "replace_page",
    "replace_pages",
    "statement_page",
    "statement_text",
    "twins",
]

CHECKED_WITH: Final = ("python-flint", "sympy", "z3-solver")
"""The libraries that decide the steps."""
LETTERS: Final = {"lam": r"\lambda", "eps": r"\varepsilon"}
"""Variables whose names in the code are short for a letter that sympy does not know by them."""


def page_name(label: str) -> str:
    """The file of a statement: primes are no good in addresses."""
    return label.replace("''", "-double-prime").replace("'", "-prime")


def latex(e: Any) -> str:
    """A formula in TeX."""
    from sympy import Symbol  # type: ignore[import-untyped]
    from sympy import latex as render

    names = {s: name for s in e.free_symbols if (name := _upright(s.name, lambda part: str(render(Symbol(part)))))}
    names |= {s: LETTERS[s.name] for s in e.free_symbols if s.name in LETTERS}
    text = str(render(e, fold_short_frac=False, mul_symbol=r"\,", symbol_names=names))
    return text.replace(r"\operatorname", r"\mathrm")


def _upright(name: str, letter: Callable[[str], str]) -> str:
    """A name of which a part is a word (``off_numerator``) with that part upright; "" if none is.

    ``letter`` gives the TeX of a part; that of a word is the word.
    """
    parts = {part: letter(part) for part in name.split("_")}
    words = [part for part, shown in parts.items() if len(part) > 1 and shown == part]
    if not words or name.count("_") > 1:
        return ""
    return "_".join(rf"{{\mathrm{{{part}}}}}" if part in words else f"{{{shown}}}" for part, shown in parts.items())


def _math(e: Any) -> str:
    return f"${latex(e)}$"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def link(label: str) -> str:
    """A link from one page of the registry to the page of a statement."""
    return f"[{label}]({page_name(label)}.md)"


def counts(checked: Mapping[str, Checked]) -> str:
    """How many statements have which status, best first."""
    number = {status: sum(rank(c.status) == i for c in checked.values()) for i, status in enumerate(RANKS)}
    return ", ".join(f"{n} {status}" for status, n in reversed(number.items()) if n)


def twins(checked: Mapping[str, Checked]) -> str:
    """How many false twins were refuted, of how many that were tried."""
    tried = [m for c in checked.values() for m in c.mutants]
    return f"{sum(m.killed for m in tried)} of {len(tried)}"


def provenance() -> str:
    """What decided the steps."""
    return ", ".join(f"{name} {version(name)}" for name in CHECKED_WITH)


def index_page(checked: Mapping[str, Checked]) -> str:
    """The table of all statements, and what their proofs cite."""
    lines = [
        "# The registry",
        "",
        f"{len(checked)} statements: {counts(checked)}.  A status is computed from checked steps and is never better "
        "than what the statement uses; `prefixproof verify` computes it anew, `prefixproof audit LABEL` prints what a "
        f"proof rests on.  False twins of the steps, which the same check has to refute: {twins(checked)} refuted "
        f"({provenance()}).",
        "",
        "The same as a picture: [](graph.md).",
        "",
        "| label | statement | status | rests on |",
        "|---|---|---|---|",
    ]
    for label, c in checked.items():
        rests = ", ".join([*map(link, c.rests_on), *map(_citation, c.citations)]) or "arithmetic"
        lines.append(f"| {link(label)} | {_cell(plain(c.statement.title))} | {c.status} | {_cell(rests)} |")
    return "\n".join([*lines, ""])


def graph_page(checked: Mapping[str, Checked], registry: Mapping[str, Statement]) -> str:
    """The graph of what uses what, as an SVG whose nodes are links."""
    lines = [
        "---",
        "hide-toc: true",
        "---",
        "",
        "# What uses what",
        "",
        "Each row is a chapter; a statement stands to the right of everything that it uses to be stated or proved. "
        "Point at a statement, or reach it with the tab key, to see its own lines; follow it to its page. The same as "
        "a table: [](index.md).",
        "",
        "```{raw} html",
        legend(checked),
        graph_svg(checked, registry, page_name),
        "```",
    ]
    return "\n".join([*lines, ""])


def statement_text(s: Statement) -> list[str]:
    """What a statement says: words, formula, variables, hypotheses (in Markdown)."""
    lines = [p for text in (s.says, s.note) if text for p in (plain(text), "")]
    lines += [f"$$ {latex(part)} $$\n" for part in s.conjuncts()]
    lines += ["where", "", *(_variable(v) for v in s.variables), ""]
    return lines + _relations("if", s.hypotheses) + _relations("by definition of these quantities", s.by_definition)


def statement_page(c: Checked, registry: Mapping[str, Statement]) -> str:
    """One statement: formula, hypotheses, proof steps and their outcomes, dependencies, place in the code."""
    s = c.statement
    lines = ["---", "orphan: true", "---", "", _neighbours(s.label, registry), ""]
    lines += [f"# {s.label}. {plain(s.title)}", "", f"*{s.kind}, **{c.status}**; source: {_citation(s.source)}*", ""]
    lines += statement_text(s)
    lines += ["## Proof" if any(not r.step.evidence for r in c.steps) else "## Checks", ""]
    for number, r in enumerate(c.steps, 1):
        role = ", evidence" if r.step.evidence else ""
        source = f"; {_citation(f'{r.step.key} ({r.step.locator})')}" if isinstance(r.step, Citation) else ""
        detail = f": {plain(r.outcome.detail)}" if r.outcome.detail else ""
        lines += [
            f"{number}. **{plain(r.step.name)}** ({r.step.kind}{role}{source}; {r.outcome.result}{detail}"
            f"{_twins(c, r.step)}). {plain(r.step.says)}",
            *_claim(r.step),
            "",
        ]
    lines += [f"- gap: {plain(gap)}" for gap in c.gaps] + [""]
    uses, users = [*map(link, c.rests_on), *map(_citation, c.citations)], used_by(registry, s.label)
    lines += ["## Place", "", f"- rests on: {', '.join(uses) or 'arithmetic alone'}"]
    lines += [f"- used by: {', '.join(map(link, users))}"] if users else []
    lines += [f"- declared in {{source}}`{s.file}:{s.line}`"]
    lines += [f"- computed by {{source}}`{place}`" for place in s.code]
    lines += [f"- checked with {provenance()}; fingerprint of the statement `{fingerprint(s)}`"]
    lines += [f'- in the terminal: `prefixproof show "{s.label}"`, `prefixproof verify "{s.label}" --fresh`']
    return "\n".join([*lines, ""])


def _twins(c: Checked, step: Step) -> str:
    """How many of the step's false twins the check refuted, where they were tried."""
    tried = [m for m in c.mutants if m.step == step.name]
    if not tried:
        return ""
    names = ", ".join(plain(m.says) + ("" if m.killed else f" (survives: {plain(m.survives)})") for m in tried)
    return f"; {sum(m.killed for m in tried)} of {len(tried)} false twins refuted: {names}"


def _neighbours(label: str, registry: Mapping[str, Statement]) -> str:
    """Links to the table, the graph, and the statements before and after."""
    order = list(registry)
    at = order.index(label)
    before = [f"[← {order[at - 1]}]({page_name(order[at - 1])}.md)"] if at else []
    after = [f"[{order[at + 1]} →]({page_name(order[at + 1])}.md)"] if at + 1 < len(order) else []
    return " · ".join([*before, "[The registry](index.md)", "[graph](graph.md)", *after])


def _citation(source: str) -> str:
    """A source with its bibliography key as a link: ``dlmf (10.40.1)``."""
    return re.sub(r"\b([a-z]+[0-9]{4}|dlmf)\b", r"{cite}`\1`", plain(source))


def plain(text: str) -> str:
    """Text in which nothing is taken for markup."""
    return "".join(f"\\{ch}" if ch in "\\`*_{}[]<>#|$~^" else ch for ch in text.replace("\n", " "))


def _variable(v: Variable) -> str:
    return f"- {_math(v.symbol)}: `{v.domain}`" + (f", {plain(v.meaning)}" if v.meaning else "")


def _relations(title: str, relations: Sequence[Hypothesis]) -> list[str]:
    if not relations:
        return []
    items = [f"- {_math(h.relation)}" + (f" ({plain(h.says)})" if h.says else "") for h in relations]
    return [title, "", *items, ""]


def _claim(step: Step) -> list[str]:
    claim, given = getattr(step, "claim", None), getattr(step, "given", ())
    if claim is None:
        return []
    arrow = " \\;\\Rightarrow\\; " if given else ""
    return ["", "   $$ " + ",\\; ".join(map(latex, given)) + arrow + latex(claim) + " $$"]


def pages(checked: Mapping[str, Checked], registry: Mapping[str, Statement]) -> dict[str, str]:
    """The table, the graph and one page per statement, by file name."""
    each = {page_name(label): statement_page(c, registry) for label, c in checked.items()}
    return each | {"index": index_page(checked), "graph": graph_page(checked, registry)}


def replace_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Make these the only pages of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        replace_page(folder / f"{name}.md", text)
    for stale in {file.stem for file in folder.glob("*.md")} - set(pages):
        (folder / f"{stale}.md").unlink()


def replace_page(file: Path, text: str) -> None:
    """Write a page; one that says the same already stays untouched, so that it is not built again."""
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
