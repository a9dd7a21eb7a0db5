"""``prefixproof confuse``: inputs that a bottleneck confuses, and the error that this forces on any model behind it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from theory.errors import InputError
from verify.command_line import Json, app, reported

if TYPE_CHECKING:
    from flint import fmpq

    from verify.confusion import Bottleneck

__all__ = ["confuse"]


@app.command()
@reported
def confuse(
    bottleneck: Annotated[
        str,
        typer.Argument(
            metavar="R", help="'x0 + 5*x1', '[x0, x1*x2]', module:function, or staircase:K (theory K3), staircase:K:Q."
        ),
    ],
    features: Annotated[int, typer.Option(metavar="N", help="Number n of features x0..x{n-1}, each in [0,1].")],
    target: Annotated[
        str, typer.Option(metavar="TASK", help="identity, copy, reverse, rotate, sort, or a permutation '1,2,0'.")
    ] = "identity",
    own: Annotated[
        bool, typer.Option("--own", help="The output at each position may also use its own feature (residual).")
    ] = False,
    as_json: Json = False,
) -> int:
    """Two inputs that a continuous bottleneck confuses.

    And the sup-norm error that every model G(R(x)) has on the task, whatever G is.
    """
    from theory.balls import upper_decimal
    from verify.confusion import Task
    from verify.confusion import confuse as confused
    from verify.report import print_pairs

    chosen = _bottleneck(bottleneck, features)
    found = confused(chosen, Task.named(target, features), reads_own=own)
    x, y = ([t.str() for t in point] for point in (found.x, found.y))
    facts = {
        "bottleneck": chosen.text,
        "scalars": chosen.s,
        "features": features,
        "target": target,
        "reads_own": own,
        "error_at_least": found.error.str(),
        "theorem": found.theorem,
        "kind": found.kind,
        "x": x,
        "y": y,
        "width": upper_decimal(found.width),
        "difference": upper_decimal(found.difference),
        "position": found.position,
        "assumptions": [chosen.assumption] if chosen.assumption else [],
    }
    if as_json:
        print(json.dumps(facts))
        return 0
    model = "G_t(R(x), x_t)" if own else "G(R(x))"
    same = {
        "exact": "R(x) = R(y), exactly",
        "bracketed": f"a pair with R(x) = R(y) is within {facts['width']} of this one in every feature",
        "near": f"|R(x) - R(y)| <= {facts['difference']}; pairs with R(x) = R(y) exist by theory {found.theorem}",
    }[found.kind]
    pairs = [
        ("bottleneck", f"{chosen.text}  ({chosen.s} of {features})"),
        ("x", _decimals(found.x)),
        ("y", _decimals(found.y)),
        ("scalars", same),
        ("error", f"every model {model} errs by at least {found.error} on {target}  (theory {found.theorem})"),
    ]
    if found.position is not None:
        pairs.insert(-1, ("at", f"position {found.position}: x and y agree there, and its target is 0 and 1"))
    if chosen.assumption:
        pairs.append(("assumption", chosen.assumption))
    print_pairs(pairs)
    return 0


def _decimals(point: Sequence[fmpq]) -> str:
    """The point for reading: floats of its exact rational features, which --json gives."""
    return ", ".join(f"{float(t):.6g}" for t in point[:8]) + (", ..." if len(point) > 8 else "")


def _bottleneck(text: str, n: int) -> Bottleneck:
    from verify.confusion import Bottleneck

    word, *rest = text.split(":")
    if word.strip() == "staircase":
        if not 1 <= len(rest) <= 2 or not all(part.strip().isdecimal() for part in rest):
            raise InputError(f"a staircase is written staircase:K or staircase:K:Q with whole numbers; got {text!r}")
        k, *shifts = map(int, rest)
        return Bottleneck.staircase(n, k, shifts[0] if shifts else n + 1)
    if rest:
        sys.path.insert(0, "")  # the user's own module in the current directory, as for `python -m`
        return Bottleneck.from_callable(text, n)
    return Bottleneck.from_expression(text, n)
