"""No page states a number that is typed by hand.

Numbers stand in code blocks (transcripts and snippets, which `tests/test_transcripts.py` runs and compares), come from
the objects through the role ``value`` or the directive ``statement``, or belong to a name: a label, a float type, a
year.  What is left of a page when those are taken away holds no digit but 0 and 1; formulas hold no decimals.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
NOT_PROSE = (
    r"\A---\n.*?\n---\n",  # front matter
    r"<!--.*?-->",
    r"^(`{3,}).*?^\1",  # fenced blocks
    r"\{[\w-]+\}`[^`]*`",  # roles
    r"`[^`]*`",  # code
    r"\]\([^)]*\)",  # targets of links
    r"\{#[^}]*\}",
)
NAMES = (
    r"\b[A-P]\d*[a-z]?(?:'|\b)",  # labels of statements: F3, K4', P2a
    r"\b(?:b?float|int|uint)\d+\b",
    r"\bIEEE 754\b",
    r"\bSHA-256\b",
    r"\bGPT-2\b",
    r"\b(?:16|32|64)[ -]bits?\b",  # float types by another name
    r"\bUTF-8\b",
    r"\b(?:\w-)?Lipschitz\b",
    r"\b1-Lipschitz\b",  # the class with constant one, a name
    r"\b[A-Z][A-Za-z]+ (?:18|19|20)\d\d\b",  # Amos 1974
    r"\bformats? \d+(?: and \d+)?\b",  # the file format's number
    r"^\d+\. ",  # a numbered list
    r"(?<![\d.])[01](?![\d.]*\d)",
)
MATHS = re.compile(r"\$\$.*?\$\$|\$[^$\n]*\$", re.DOTALL)


def prose(text: str) -> str:
    """A page without blocks, roles, code and targets of links."""
    for pattern in NOT_PROSE:
        text = re.sub(pattern, " ", text, flags=re.DOTALL | re.MULTILINE)
    return text


def typed_numbers(text: str) -> list[str]:
    """Digits in prose that belong to no name, and decimals in formulas, each with some context."""
    text = prose(text)
    found = [m for formula in MATHS.findall(text) for m in re.findall(r".{0,20}\d\.\d.{0,20}", formula)]
    rest = MATHS.sub(" ", text)
    for pattern in NAMES:
        rest = re.sub(pattern, " ", rest, flags=re.MULTILINE)
    return found + re.findall(r".{0,40}\d.{0,40}", rest)


def hand_written() -> list[Path]:
    pages = [p for folder in (DOCS, DOCS / "guide") for p in sorted(folder.glob("*.md"))]
    by_program = re.compile(r"GENERATED|Written by `python")
    pages = [p for p in pages if not by_program.search(p.read_text(encoding="utf-8")[:600])]
    return [p for p in pages if p.name not in {"measured.md", "bounds.md"}]


@pytest.mark.parametrize("page", hand_written(), ids=lambda p: p.stem)
def test_no_number_is_typed(page: Path) -> None:
    assert typed_numbers(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("The bound is 0.19.", True),
        ("There are 131 statements.", True),
        ("It takes $1.22$ of it.", True),
        ("A head of $m+1$ inputs and $2^s$ signs", False),
        ("By F3 and K4'', in float32 (Amos 1974).", False),
        ("{value}`statements` statements, `--eps 0.1`, [here](x.md#a-1)", False),
        ("```console\n$ prefixproof bounds --eps 0.1\n```\nas said", False),
    ],
)
def test_the_guard_sees_what_it_should(text: str, typed: bool) -> None:
    assert bool(typed_numbers(text)) is typed


def test_there_are_pages_to_guard() -> None:
    assert len(hand_written()) > 10
