"""Pages about the registry as a whole: the paper's claims beside ours, and everything that failed or was refused."""

from __future__ import annotations

import re
from collections.abc import Mapping

from theory.errors import InputError
from theory.paper_map import CORRECTED, load_map
from theory.registry import Statement
from verify.statement_pages import counts, link, plain, twins
from verify.statements import Checked, rank

__all__ = ["failures_page", "paper_page"]


def paper_page(checked: Mapping[str, Checked]) -> str:
    """The paper's claims, our statements of them with status, and the theorems that carry them."""
    lines = [
        "# The paper's claims",
        "",
        "The claims of {cite}`petrov2024` in our words, and where they stand here. Its proofs and the closed form of "
        "one of its functions are not at hand: what is rebuilt is called a reconstruction. A label leads to the "
        "statement with its proof steps, and from there one link leads to the line of code.",
        "",
    ]
    for row in load_map():
        lines += [f"## {plain(row.name)}", "", f"> {plain(row.claim)}", "", plain(row.verdict), ""]
        lines += [f"- {link(s)}. {plain(checked[s].statement.title)}: **{checked[s].status}**" for s in row.ours]
        lines += ["", f"Carried by {', '.join(map(link, row.through))}.", ""]
    return "\n".join(lines)


def failures_page(checked: Mapping[str, Checked], registry: Mapping[str, Statement], gallery: str) -> str:
    """What is not proved outright, what was believed and is false, and what the prover leaves open.

    ``gallery`` is the text of the prover's gallery (a page that is made from real runs).
    """
    lines = [
        "# Refusals and failures",
        "",
        "A tool that proves things is judged by what it declines. This page is made from the same objects as the "
        "others.",
        "",
        "## Claims that fell",
        "",
        "Formulas that were believed, in the specification of this project or elsewhere, and did not survive the "
        "check; the linked statement is what is true instead.",
        "",
    ]
    lines += [
        f"- {link(label)}. *{plain(registry[label].title)}.* {plain(registry[label].note)}" for label in CORRECTED
    ]
    lines += [
        "",
        "## Statements that are not proved outright",
        "",
        f"Of {len(checked)} statements: {counts(checked)}.",
        "",
    ]
    weak = [c for c in checked.values() if rank(c.status) < rank("proved modulo citations")]
    lines += [f"- {link(c.statement.label)}: {c.status}. {plain('; '.join(c.gaps))}" for c in weak]
    cited = {source: None for c in checked.values() for source in c.citations}
    lines += [
        "",
        "Those proved modulo citations rest on these theorems of the literature, which are used and not proved: "
        + "; ".join(re.sub(r"^([a-z]+[0-9]*)", r"{cite}`\1`", plain(source)) for source in sorted(cited))
        + ".",
        "",
        "## False twins",
        "",
        f"Every step of a proof has twins that are false; {twins(checked)} were refuted by the check that passes the "
        "step.",
        "",
    ]
    for label, c in checked.items():
        survivors = [m for m in c.mutants if not m.killed]
        lines += [
            f"- survives: {link(label)}, {plain(m.step)}: {plain(m.says)} ({plain(m.survives)})" for m in survivors
        ]
    lines += ["", "## What the prover leaves open", "", "From its [gallery](../prove_gallery.md):", ""]
    lines += section(gallery, "Still UNKNOWN")
    lines += ["", "## What the prover refuses", "", *section(gallery, "Refused"), ""]
    lines += [
        "## What the program refuses",
        "",
        "[](../tour.md#refusals) shows real refusals of `prefixproof build`; [](../contract.md#out-of-reach) says what "
        "is out of reach.",
    ]
    return "\n".join([*lines, ""])


def section(page: str, title: str) -> list[str]:
    """The lines of a section of a page; raises `InputError` if there is none."""
    found = re.search(rf"^## {re.escape(title)}.*?\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    if found is None:
        raise InputError(f"the gallery has no section {title!r}")
    return found.group(1).strip().splitlines()
