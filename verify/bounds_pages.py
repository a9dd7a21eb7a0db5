"""The table of bounds for the documentation: the paper's route, ours, and what is needed, for many spheres and errors.

Nothing is typed by hand: the answer to the paper's question is statement P5, the numbers are those of
`theory.token_bounds`.  ``docs/bounds.md`` is written whenever the documentation is built.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from flint import arb

from theory.balls import lower_decimal, upper_decimal
from theory.registry import Statement
from theory.token_bounds import TokenBound, token_bounds

__all__ = ["ERRORS", "SPHERES", "bounds_page", "size"]

SPHERES = (1, 2, 3, 4, 5, 6, 7, 8, 16, 64, 511)
"""The dimensions m of the table."""
ERRORS = tuple(f"1e-{k}" for k in range(1, 7))
"""The errors eps of the table, for L = 1."""

_PLAIN = 10**6
_COLUMNS = (
    ("the paper's claim P2, constant 1", ("P2",), True),
    ("the paper's route, our constants ([E1a](statements/E1a.md))", ("E1a",), True),
    ("ours ([F3](statements/F3.md))", ("F3 circle", "F3"), True),
    ("any selection ([G3'](statements/G3-prime.md))", ("G3'",), False),
    ("continuous selection ([G1](statements/G1.md))", ("G1",), False),
    ("keys fixed ([G2](statements/G2.md))", ("G2",), False),
)


def size(tokens: int | str, *, up: bool) -> str:
    """A number of tokens: digits up to a million, then a power of 10 whose exponent is rounded outwards.

    >>> size(1632, up=True), size("1.5e36", up=True), size("1.5e36", up=False)
    ('1632', '$10^{36.18}$', '$10^{36.17}$')
    """
    if isinstance(tokens, int) and tokens <= _PLAIN:
        return str(tokens)
    if exact_power := re.fullmatch(r"1e([0-9]+)", str(tokens)):
        return f"$10^{{{exact_power[1]}}}$"
    exponent = arb(str(tokens)).log() / arb.const_log10()
    digits = len(str(int(exponent.lower().floor().fmpz()))) + 2
    text = upper_decimal(exponent, digits) if up else lower_decimal(exponent, digits)
    return f"$10^{{{text}}}$"


def _row(m: int, eps: str) -> list[str]:
    table: dict[str, TokenBound] = {row.name: row for row in token_bounds(m, 1, eps)}
    cells = [str(m)]
    for _, names, up in _COLUMNS:
        found = next(table[name] for name in names if name in table)
        cells.append(size(found.tokens, up=up))
    return cells


def bounds_page(registry: Mapping[str, Statement], status: str) -> str:
    """The page: P5's answer, which has this ``status``, then a table per error."""
    answer = registry["P5"]
    lines = [
        "# How short can a prefix be?",
        "",
        f"**{answer.title}** ([P5](statements/P5.md), {status}). {_sentence(answer.says)} {_sentence(answer.note)}",
        "",
        "Numbers of tokens for the class of all maps $S^m \\to \\mathbb{R}$ with Lipschitz constant 1, in the sup "
        "norm. What suffices is rounded up and what is needed is rounded down; powers of 10 are logarithms of the same "
        "numbers. The claim of the paper has an unknown constant and is stated for $m \\ge 8$; its route is "
        "reconstructed with our constants, for $|f|_\\infty \\le \\pi/2$. `prefixproof bounds` prints these rows for "
        "any $m$, $L$, $\\varepsilon$, with `--build` also a prefix of the class as built, and with `--target` the "
        "constructions for one target.",
        "",
    ]
    heads = ["$m$", *(name for name, _, _ in _COLUMNS)]
    for eps in ERRORS:
        lines += [f"## $\\varepsilon = 10^{{{int(eps[2:])}}}$", ""]
        lines += ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
        lines += ["| " + " | ".join(_row(m, eps)) + " |" for m in SPHERES]
        lines.append("")
    return "\n".join(lines)


def _sentence(text: str) -> str:
    """Plain text in which nothing is taken for markup."""
    return "".join(f"\\{ch}" if ch in "\\`*_{}[]<>#|$~^" else ch for ch in text)
