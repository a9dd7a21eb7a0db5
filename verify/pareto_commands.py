"""``prefixproof pareto``: certified error against tokens against value size, as a table and a picture."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from theory.errors import InputError, UnreachableError
from verify.command_line import Json, Lipschitz, Sphere, app, reported

__all__ = ["pareto"]


@app.command()
@reported
def pareto(
    expression: Annotated[str, typer.Argument(metavar="EXPR", help="As for `build`.")],
    sphere: Sphere,
    eps: Annotated[
        list[str] | None, typer.Option(metavar="E", help="An error to ask for; repeatable; several by default.")
    ] = None,
    max_value: Annotated[
        list[str] | None, typer.Option(metavar="V", help="A limit of the value size; repeatable; several by default.")
    ] = None,
    max_tokens: Annotated[int, typer.Option(metavar="N", help="Most tokens.")] = 2000,
    lipschitz: Lipschitz = None,
    effort: Annotated[bool, typer.Option("--effort", help="With the search of `build --effort`: slower.")] = False,
    out: Annotated[Path | None, typer.Option(metavar="FILE.svg", help="A picture as well.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE.svg if it exists.")] = False,
    as_json: Json = False,
) -> int:
    """Trade error against tokens and value size.

    Builds and proves many prefixes and shows those that no other one beats.
    """
    from theory.balls import exact
    from verify.certificate import write_atomically
    from verify.pareto import ERRORS, VALUES, front, picture, sweep
    from verify.pipeline import target_from
    from verify.report import print_table, working

    if out is not None:
        if out.suffix != ".svg":
            raise InputError(f"{out}: pictures are SVG files, name it FILE.svg")
        if not out.resolve().parent.is_dir():
            raise InputError(f"{out.parent} is not a directory; create it first")
        if out.exists() and not force:
            raise InputError(f"{out} exists; give --force to replace it, or choose another name")
    errors, values = eps or list(ERRORS), max_value or list(VALUES)
    for name, texts in (("--eps", errors), ("--max-value", values)):
        if not all(exact(text) > 0 for text in texts):
            raise InputError(f"{name} must be > 0, got {', '.join(texts)}")
    sys.path.insert(0, "")  # module:function may be the user's own module, as for `build`
    target = target_from(expression, sphere, lipschitz)
    with working("building and proving"):
        points = list(sweep(target, errors, values, max_tokens, effort=effort))
    if not points:
        raise UnreachableError(
            f"no error of {', '.join(errors)} is reached with {max_tokens} tokens: raise --max-tokens or --eps",
            limit="--max-tokens",
        )
    best = front(points)
    if out is not None:
        write_atomically(out, picture(best, expression).encode("utf-8"))
    if as_json:
        rows = [{key: value for key, value in point._asdict().items() if key != "asked"} for point in best]
        answer = {"target": expression, "sphere": sphere, "built": len(points), "points": rows}
        print(json.dumps({**answer, "assumptions": list(target.assumptions), "out": None if out is None else str(out)}))
        return 0
    columns = ["tokens", "certified error", "largest value", "method", "theorem", "lam", "float64 per number"]
    print_table(
        columns, [[str(p.tokens), p.error, p.max_value, p.method, p.theorem, p.lam, str(p.components)] for p in best]
    )
    print(f"{len(points)} prefixes built and proved; shown are those that no other one beats in all three")
    for line in target.assumptions:
        print(f"  assuming: {line}")
    if out is not None:
        print(f"picture in {out}")
    return 0
