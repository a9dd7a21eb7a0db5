"""The registry as pages for the documentation: a table of all statements, and one page for each, from the last check.

Nothing here is typed by hand: formulas, statuses, steps, twins refuted and places in the code come from the objects.
``docs/conf.py`` writes these pages whenever the documentation is built.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from theory.proof_steps import Step, Variable
from theory.registry import Hypothesis, Statement
from verify.statements import RANKS, Checked, rank, used_by

__all__ = ["index_page", "page_name", "statement_page", "write_pages"]


def page_name(label: str) -> str:
    """The file of a statement: primes are no good in addresses."""
    return label.replace("''", "-double-prime").replace("'", "-prime")


def latex(e: Any) -> str:
    """A formula in TeX."""
    from sympy import latex as render  # type: ignore[import-untyped]

    names = {s: rf"\mathrm{{{s.name}}}" for s in e.free_symbols if len(s.name) > 1 and render(s) == s.name}
    names |= {s: r"\lambda" for s in e.free_symbols if s.name == "lam"}
    return str(render(e, fold_short_frac=False, symbol_names=names)).replace(r"\operatorname", r"\mathrm")


def _math(e: Any) -> str:
    return f"${latex(e)}$"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _link(label: str) -> str:
    return f"[{label}]({page_name(label)}.md)"


def index_page(checked: Mapping[str, Checked]) -> str:
    """The table of all statements, and what their proofs cite."""
    counts = {status: sum(rank(c.status) == i for c in checked.values()) for i, status in enumerate(RANKS)}
    shown = ", ".join(f"{n} {status}" for status, n in reversed(counts.items()) if n)
    lines = [
        "# The registry",
        "",
        f"{len(checked)} statements: {shown}.  A status is computed from checked steps and is never better than what "
        "the statement uses; `prefixproof verify` computes it anew, `prefixproof audit LABEL` prints what a proof "
        "rests on.",
        "",
        "| label | statement | status | rests on |",
        "|---|---|---|---|",
    ]
    for label, c in checked.items():
        rests = ", ".join([*map(_link, c.rests_on), *c.citations]) or "arithmetic"
        lines.append(f"| {_link(label)} | {_cell(c.statement.title)} | {c.status} | {_cell(rests)} |")
    lines += ["", "```{toctree}", ":hidden:", "", *map(page_name, checked), "```", ""]
    return "\n".join(lines)


def statement_page(c: Checked, registry: Mapping[str, Statement]) -> str:
    """One statement: formula, hypotheses, proof steps and their outcomes, dependencies, place in the code."""
    s = c.statement
    lines = [f"# {s.label}. {s.title}", "", f"*{s.kind}, {c.status}; source: {s.source}*", ""]
    lines += [p for text in (s.says, s.note) if text for p in (_plain(text), "")]
    lines += [f"$$ {latex(part)} $$\n" for part in s.conjuncts()]
    lines += ["where", "", *(_variable(v) for v in s.variables), ""]
    lines += _relations("if", s.hypotheses) + _relations("by definition of these quantities", s.by_definition)
    lines += ["## Proof" if any(not r.step.evidence for r in c.steps) else "## Checks", ""]
    for number, r in enumerate(c.steps, 1):
        twins = len(r.step.mutants)
        role = ", evidence" if r.step.evidence else ""
        lines += [
            f"{number}. **{_plain(r.step.name)}** ({r.step.kind}{role}; {r.outcome.result}: {_plain(r.outcome.detail)}"
            + (f"; {twins} false twins" if twins else "")
            + f"). {_plain(r.step.says)}",
            *_claim(r.step),
            "",
        ]
    lines += [f"- gap: {_plain(gap)}" for gap in c.gaps] + [""]
    uses, users = [*map(_link, c.rests_on), *c.citations], used_by(registry, s.label)
    lines += ["## Place", "", f"- rests on: {', '.join(uses) or 'arithmetic alone'}"]
    lines += [f"- used by: {', '.join(map(_link, users))}"] if users else []
    lines += [f"- declared in `{s.file}`, line {s.line}"] + [f"- computed by `{place}`" for place in s.code]
    return "\n".join([*lines, ""])


def _plain(text: str) -> str:
    """Text in which nothing is taken for markup."""
    return "".join(f"\\{ch}" if ch in "\\`*_{}[]<>#|$~^" else ch for ch in text.replace("\n", " "))


def _variable(v: Variable) -> str:
    return f"- {_math(v.symbol)}: `{v.domain}`" + (f", {_plain(v.meaning)}" if v.meaning else "")


def _relations(title: str, relations: Sequence[Hypothesis]) -> list[str]:
    if not relations:
        return []
    items = [f"- {_math(h.relation)}" + (f" ({_plain(h.says)})" if h.says else "") for h in relations]
    return [title, "", *items, ""]


def _claim(step: Step) -> list[str]:
    claim, given = getattr(step, "claim", None), getattr(step, "given", ())
    if claim is None:
        return []
    arrow = " \\;\\Rightarrow\\; " if given else ""
    return ["", "   $$ " + ",\\; ".join(map(latex, given)) + arrow + latex(claim) + " $$"]


def write_pages(folder: Path, checked: Mapping[str, Checked], registry: Mapping[str, Statement]) -> None:
    """Write the index and one page per statement; pages of statements that are gone are removed."""
    folder.mkdir(exist_ok=True)
    pages = {page_name(label): statement_page(c, registry) for label, c in checked.items()}
    pages["index"] = index_page(checked)
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    for stale in {file.stem for file in folder.glob("*.md")} - set(pages):
        (folder / f"{stale}.md").unlink()
