"""``prefixproof report``: one HTML page about one stored prefix."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from theory.errors import InputError
from verify.command_line import Json, app, reported

__all__ = ["report"]


@app.command()
@reported
def report(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="Written by `build --out` or `certify --out`.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE.html", help="The page.")],
    no_check: Annotated[bool, typer.Option("--no-check", help="Do not re-prove first; the page says so.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE.html if it exists.")] = False,
    as_json: Json = False,
) -> int:
    """Write one self-contained HTML page about a prefix.

    Target, prefix, certificate, error map, bounds, how to check and load it.  Exit status 1 if the proof does not hold.
    """
    from verify.certificate import write_atomically
    from verify.html_report import html_report, read_subject
    from verify.report import working

    if out.is_dir() or not out.resolve().parent.is_dir():
        raise InputError(f"{out} cannot be written: give -o a file name in a directory that exists")
    if out.exists() and not force:
        raise InputError(f"{out} exists; give --force to replace it, or choose another name")
    with working("re-proving and drawing"):
        subject = read_subject(directory, check=not no_check)
        page = html_report(subject)
    write_atomically(out, page.encode("utf-8"))
    valid = None if subject.answer is None else subject.answer.valid
    if as_json:
        print(json.dumps({"out": str(out), "bytes": len(page.encode()), "valid": valid, "claimed": subject.claimed}))
    else:
        state = {None: "not re-proved", True: "re-proved", False: "INVALID: the page says why"}[valid]
        print(f"written to {out}  ({state})")
    return 1 if valid is False else 0
