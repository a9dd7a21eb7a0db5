"""``prefixproof gallery``: the targets to try things on."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from verify.command_line import Json, app, reported

__all__ = ["gallery"]

_WIDTH = 60


@app.command()
@reported
def gallery(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="One entry, with its whole expression.")] = None,
    as_json: Json = False,
) -> int:
    """Targets to try: smooth, Lipschitz and Hoelder maps, fields, rotations, real data."""
    from theory import gallery as targets
    from verify.report import print_pairs, print_table

    chosen = targets.gallery() if name is None else (targets.entry(name),)
    if as_json:
        print(json.dumps({"targets": [e._asdict() for e in chosen]}))
    elif name is not None:
        (e,) = chosen
        known = "none known by hand" if e.lipschitz is None else f"{e.lipschitz} ({e.status})"
        print_pairs(
            [
                ("target", e.expression),
                ("sphere", f"S^{e.m} -> R^{e.q}"),
                ("kind", e.kind),
                ("Lipschitz", known),
                ("remark", e.remark),
                ("build", f"prefixproof build '{e.expression}' --sphere {e.m} --eps {e.eps}"),
            ]
        )
    else:
        print_table(
            ["name", "sphere", "q", "kind", "Lipschitz", "expression", "remark"],
            [[e.name, str(e.m), str(e.q), e.kind, e.lipschitz or "-", _cut(e.expression), e.remark] for e in chosen],
        )
    return 0


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 3] + "..."
