"""Writes the pages that are made when the documentation is built; none of them is under version control.

``docs/api/``: a page per module, so that no module can be forgotten; ``docs/statements/``: the registry, from a check
of every step and every false twin; ``docs/bounds.md``: numbers of tokens; ``docs/measured.md``: a list of the committed
pages that benchmarks have written.
"""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[1]
ROOT = DOCS.parent
PACKAGES = ("theory", "constructions", "verify")
WRITTEN_ELSEWHERE = re.compile(r"GENERATED|Written by `python")
"""What the head of a committed page says that a program has written."""
WRITTEN_HERE = ("index", "tour", "contract", "certificate", "howto", "theory", "bibliography", "measured", "bounds")
"""The other pages at the top."""


def modules() -> Iterator[tuple[str, Path]]:
    """Name and file of every module that has a page of its own (statements have pages of the registry)."""
    yield "prefixproof", ROOT / "prefixproof.py"
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            if parts[-1] != "__main__" and parts[:2] != ("theory", "statements"):
                yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), file


def write_api_pages() -> None:
    """One page per module, and the table of them with their first sentences."""
    from verify.statement_pages import plain, replace_pages

    pages, rows = {}, []
    again = "   :no-index:\n"  # the public face shows objects whose home is another page
    for name, file in modules():
        said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
        pages[name] = (
            f"---\norphan: true\n---\n\n[The modules](index.md)\n\n# `{name}`\n\n"
            f"```{{eval-rst}}\n.. automodule:: {name}\n   :members:\n{again if name == 'prefixproof' else ''}```\n"
        )
        rows.append(f"| [`{name}`]({name}.md) | {plain(said.partition(chr(10) * 2)[0]).replace('|', chr(92) + '|')} |")
    table = "\n".join(["| module | what it is for |", "|---|---|", *rows])
    pages["index"] = f"# The modules\n\nThe layers are verify → constructions → theory, never back.\n\n{table}\n"
    replace_pages(DOCS / "api", pages)


@functools.cache
def checked() -> dict[str, Any]:
    """Every statement with its status, steps and twins, checked now or taken from the cache of checks."""
    from verify.statements import check_all

    return dict(check_all(jobs=2, mutants=True))


def write_statement_pages() -> None:
    """The registry: table, graph, a page per statement, the paper's claims, failures."""
    from theory.registry import load
    from verify.statement_pages import pages, replace_pages
    from verify.statement_reports import failures_page, paper_page

    registry = load()
    gallery = (DOCS / "prove_gallery.md").read_text(encoding="utf-8")
    reports = {"paper": paper_page(checked()), "failures": failures_page(checked(), registry, gallery)}
    replace_pages(DOCS / "statements", pages(checked(), registry) | reports)


def write_bounds_page() -> None:
    """The paper's route, ours, and lower bounds, for many spheres and errors."""
    from theory.registry import load
    from verify.bounds_pages import bounds_page
    from verify.statement_pages import replace_page

    replace_page(DOCS / "bounds.md", bounds_page(load(), checked()["P5"].status))


def write_list_of_measurements() -> None:
    """The committed pages that say GENERATED: what was measured, with the command that measures it anew."""
    from verify.statement_pages import replace_page

    found: list[str] = []
    recipes: list[str] = []
    for file in sorted(DOCS.glob("*.md")):
        head = file.read_text(encoding="utf-8")[:600]
        if file.stem not in WRITTEN_HERE and re.search(r"^# ", head, re.MULTILINE):
            (found if WRITTEN_ELSEWHERE.search(head) else recipes).append(file.stem)
    listed = ["```{toctree}", ":maxdepth: 1", "", *found, "```", ""]
    listed += ["## Written by hand", "", "```{toctree}", ":maxdepth: 1", "", *recipes, "```", ""] if recipes else []
    lines = [
        "# Measured",
        "",
        "Comparisons, galleries and experiments. Each page is written by a program from real runs and names that "
        "program: nothing on it is typed by hand.",
        "",
        *listed,
    ]
    replace_page(DOCS / "measured.md", "\n".join(lines))
