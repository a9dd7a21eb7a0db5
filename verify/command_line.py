"""What all commands of the program share: the application, the options, and how an error becomes an exit status.

A family of commands has a module of its own, ``verify/..._commands.py``, that registers them with ``@app.command()``
and ``@reported``; ``verify/cli.py`` imports them all.  Everything heavy is imported inside the commands, so that
``--help`` is instant.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, ParamSpec

import typer

from theory.errors import PrefixproofError, UnreachableError

__all__ = ["Context", "Dtype", "Fused", "Json", "Lipschitz", "Sphere", "app", "reported"]

app = typer.Typer(
    name="prefixproof",
    help="Attention-head prefixes with proved errors.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: importing rich alone would take longer than everything else
    pretty_exceptions_enable=False,
)

Sphere = Annotated[int, typer.Option("--sphere", metavar="M", help="Dimension m of the sphere S^m in R^(m+1).")]
Lipschitz = Annotated[
    str | None,
    typer.Option(metavar="L", help="A Lipschitz constant that you vouch for; shown as an assumption in every output."),
]
Context = Annotated[int, typer.Option(metavar="T", help="The error holds with up to T visible context tokens.")]
Dtype = Annotated[
    str | None, typer.Option(metavar="TYPE", help="E covers rounding too: float64, float32, bfloat16, float16.")
]
Fused = Annotated[
    bool, typer.Option("--fused", help="With --dtype: only kernels that do not round logits (FlashAttention).")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]

_P = ParamSpec("_P")


def reported(command: Callable[_P, int]) -> Callable[_P, None]:
    """Turn the project's errors into a message and an exit status; a command returns its own status."""

    @wraps(command)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            status = command(*args, **kwargs)
        except PrefixproofError as error:
            status = 1 if isinstance(error, UnreachableError) else 2
            if kwargs.get("as_json"):
                answer: dict[str, Any] = {"error": str(error)}
                if isinstance(error, UnreachableError):
                    answer |= {"best": error.best, "limit": error.limit}
                print(json.dumps(answer))
            else:
                print(f"prefixproof: {error}", file=sys.stderr)
        raise typer.Exit(status)

    return run
