"""Tables for the terminal: rich on a terminal, aligned plain text in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

__all__ = ["print_pairs", "print_table", "working"]


def print_pairs(pairs: Sequence[tuple[str, str]], title: str = "") -> None:
    """Print labelled facts, one a line."""
    width = max(len(label) for label, _ in pairs)
    if title:
        print(title)
    for label, value in pairs:
        print(f"  {label:<{width}}  {value}")


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table with a header row."""
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.table import Table

        table = Table(*columns)
        for row in rows:
            table.add_row(*row)
        Console().print(table)
        return
    widths = [max(len(str(line[i])) for line in [columns, *rows]) for i in range(len(columns))]
    for line in [columns, *rows]:
        print("  ".join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)).rstrip())


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on stderr, on a terminal only, that long work goes on."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield
