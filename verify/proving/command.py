"""``prefixproof prove``: the command without its typer signature; ``verify.cli`` adds the options."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Final, TextIO

from theory.errors import InputError
from verify.proving.certificate import write

__all__ = ["EXIT", "prove_command"]

EXIT: Final = {"PROVED": 0, "REFUTED": 1, "UNKNOWN": 3}
UNUSABLE: Final = 2


def prove_command(
    statement: str,
    domains: Sequence[str],
    *,
    as_json: bool = False,
    seconds: float = 60.0,
    boxes: int = 400_000,
    out: str | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Decide ``statement`` for ``domains`` and print the verdict; returns the exit status.

    0 PROVED, 1 REFUTED, 3 UNKNOWN, 2 unusable input.  With ``as_json`` exactly one JSON object goes to stdout: verdict,
    witness, boxes, certificate (the file if ``out`` is given, else the object), time, reason, place, methods,
    assumptions.
    """
    from verify.prove import prove

    stdout, stderr = stdout or sys.stdout, stderr or sys.stderr
    try:
        verdict = prove(statement, list(domains), seconds=seconds, boxes=boxes)
        if out is not None and verdict.certificate is not None:
            write(verdict.certificate, out)
    except (InputError, OSError) as error:
        if as_json:
            print(json.dumps({"verdict": None, "error": str(error)}), file=stdout)
        print(f"error: {error}", file=stderr)
        return UNUSABLE
    if as_json:
        record = {
            "verdict": verdict.verdict,
            "witness": verdict.witness,
            "boxes": verdict.boxes,
            "certificate": out if out is not None and verdict.certificate is not None else verdict.certificate,
            "time": round(verdict.time, 6),
            "failed": verdict.failed,
            "reason": verdict.reason,
            "place": verdict.place,
            "methods": list(verdict.methods),
            "assumptions": list(verdict.assumptions),
        }
        print(json.dumps(record), file=stdout)
    else:
        print(verdict, file=stdout)
        if out is not None:
            print(
                f"  certificate: {out}" if verdict.certificate is not None else "  no certificate written", file=stdout
            )
    return EXIT[verdict.verdict]
