"""The command line: ``prefixproof build | check | run | bounds``.

Exit status: 0 done or VALID; 1 the honest "no" (INVALID, accuracy out of reach); 2 unusable input.
With ``--json`` exactly one JSON object goes to stdout and nothing else.  Everything heavy is imported inside the
commands, so that ``--help`` is instant.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec

import typer

from theory.errors import InputError, PrefixproofError, UnreachableError

if TYPE_CHECKING:
    from theory.targets import Target
    from verify.pipeline import BuildResult

__all__ = ["app", "main"]

app = typer.Typer(
    name="prefixproof",
    help="Attention-head prefixes with proved errors.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Sphere = Annotated[int, typer.Option("--sphere", metavar="M", help="Dimension m of the sphere S^m in R^(m+1).")]
Lipschitz = Annotated[
    str | None,
    typer.Option(metavar="L", help="A Lipschitz constant that you vouch for; shown as an assumption in every output."),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]

_P = ParamSpec("_P")


def _reported(command: Callable[_P, int]) -> Callable[_P, None]:
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


def _target(expression: str, sphere: int, lipschitz: str | None) -> Target:
    """A target from a command-line argument: a formula, or ``module:function`` when it looks like that."""
    import re

    from theory.balls import exact
    from theory.targets import Target

    if sphere < 1:
        raise InputError(f"--sphere needs m >= 1, got {sphere}: S^m is the unit sphere of R^(m+1)")
    given = None if lipschitz is None else exact(lipschitz)
    if re.fullmatch(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*", expression):
        sys.path.insert(0, "")  # as `python -m` does: the user's own module in the current directory
        return Target.from_callable(expression, sphere, lipschitz=given)
    return Target.from_expression(expression, sphere, lipschitz=given)


@app.command()
@_reported
def build(
    expression: Annotated[str, typer.Argument(metavar="EXPR", help="'x0*x1 + x2**3', '[x0, abs(x1)]', module:function")],
    sphere: Sphere,
    eps: Annotated[str, typer.Option(metavar="E", help="The error to prove, over the whole sphere.")],
    method: Annotated[str, typer.Option(help="auto, local or spectral.")] = "auto",
    max_value: Annotated[str, typer.Option(metavar="V", help="Largest |value| of a token.")] = "1000",
    max_tokens: Annotated[int, typer.Option(metavar="N", help="Largest number of tokens.")] = 200_000,
    lipschitz: Lipschitz = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where prefix.safetensors and certificate.json go.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace DIR if it exists.")] = False,
    as_json: Json = False,
) -> int:
    """Build a prefix for one attention head and prove its error over the whole sphere."""
    from theory.balls import exact
    from verify.pipeline import build_prefix, refuse_existing, save
    from verify.report import working

    target = _target(expression, sphere, lipschitz)
    if out is not None:
        refuse_existing(out, force=force)  # before the work, not after it
    with working("building and proving"):
        result = build_prefix(
            target, exact(eps), method=method, max_value=exact(max_value), max_tokens=max_tokens
        )
        if out is not None:
            save(result, out, force=force)
    facts = _facts(result, target, out)
    if as_json:
        print(json.dumps(facts))
    else:
        _print_build(facts)
    return 0


def _facts(result: BuildResult, target: Target, out: Path | None) -> dict[str, Any]:
    """What `build` reports, as JSON-ready data."""
    from theory.balls import exact, upper_decimal
    from theory.prefix_length import paper_exponent, token_bounds

    certificate = result.certificate
    lipschitz, status = target.lipschitz
    tokens = {row.name: row.tokens for row in token_bounds(target.m, lipschitz, exact(certificate.eps), target.q)}
    return {
        "tokens": certificate.tokens,
        "sphere": certificate.sphere,
        "method": certificate.method,
        "theorem": certificate.theorem,
        "target": certificate.target,
        "lam": certificate.lam,
        "max_value": certificate.max_value,
        "eps": certificate.eps,
        "certified_error": certificate.certified_error,
        "lower_bound_tokens": tokens["G2"],
        "lower_bound_tokens_continuous": tokens["G1"],
        "lipschitz": upper_decimal(lipschitz, 12),
        "lipschitz_status": status,
        "paper_exponent": paper_exponent(target.m),
        "assumptions": list(certificate.assumptions),
        "out": None if out is None else str(out),
    }


def _print_build(facts: dict[str, Any]) -> None:
    from verify.report import print_pairs

    m, eps = facts["sphere"], facts["eps"]
    of_class = f"tokens for the class of all {facts['lipschitz']}-Lipschitz targets on S^{m} at eps = {eps}"
    pairs = [
        ("target", f"{facts['target']}  on S^{m}"),
        ("method", f"{facts['method']}, proved by theorem {facts['theorem']}"),
        ("tokens", str(facts["tokens"])),
        ("lam", facts["lam"]),
        ("largest value", facts["max_value"]),
        ("certified error", f"{facts['certified_error']}  (asked: {eps}; over the whole sphere, for the stored numbers)"),
        ("lower bound G2", f"{facts['lower_bound_tokens']} {of_class}, keys fixed in advance"),
        ("lower bound G1", f"{facts['lower_bound_tokens_continuous']} {of_class}, prefixes continuous in the target"),
        ("", "(bounds for the whole class: one smooth target may need fewer)"),
        ("paper's rate", f"eps^-{facts['paper_exponent']}  (claimed for m >= 8)"),
    ]
    pairs += [("assumption", line) for line in facts["assumptions"]]
    pairs.append(("written to", facts["out"] or "nothing (give --out DIR to keep the prefix and its certificate)"))
    print_pairs(pairs)


@app.command()
@_reported
def check(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A directory written by `build --out`.")],
    as_json: Json = False,
) -> int:
    """Re-prove a certificate from the two stored files alone."""
    from verify.checker import check as recheck
    from verify.checker import UnusableInput
    from verify.report import working

    try:
        with working("checking"):
            result = recheck(directory)
    except UnusableInput as error:
        raise InputError(str(error)) from None
    if as_json:
        answer = {
            "valid": result.valid,
            "certified_error": result.certified_error,
            "reason": result.reason,
            "assumptions": list(result.assumptions),
        }
        print(json.dumps(answer))
    elif result.valid:
        print(f"VALID  sup |head - target| <= {result.certified_error}  (re-proved)")
        for line in result.assumptions:
            print(f"  assuming: {line}")
    else:
        print(f"INVALID  {result.reason}")
    return 0 if result.valid else 1


@app.command()
@_reported
def run(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A directory written by `build --out`.")],
    at: Annotated[list[str] | None, typer.Option("--at", metavar="X", help="A point such as '0.6,0,0.8'; repeatable.")] = None,
    points: Annotated[Path | None, typer.Option(metavar="FILE.npy", help="Points, an array [n, m+1].")] = None,
    as_json: Json = False,
) -> int:
    """Evaluate the stored head at points of the sphere; every digit shown is correct."""
    from verify.evaluate import evaluate_directory, parse_point, read_points
    from verify.report import print_table, working

    chosen = [parse_point(text) for text in at or []]
    if points is not None:
        chosen += read_points(points)
    if not chosen:
        raise InputError("no points: give --at 'x0,x1,...' or --points FILE.npy")
    with working("evaluating"):
        answer = evaluate_directory(directory, chosen)
    if as_json:
        print(json.dumps(answer))
        return 0
    columns = ["point", "head"]
    rows = [[row["point"], ", ".join(row["head"])] for row in answer["rows"]]
    if answer["rows"][0]["target"] is not None:
        columns += ["target", "|difference| <="]
        rows = [
            [*line, ", ".join(row["target"]), row["difference"]] for line, row in zip(rows, answer["rows"], strict=True)
        ]
    print_table(columns, rows)
    print(f"claimed for every point of the sphere: error <= {answer['certified_error']}  (`prefixproof check` re-proves it)")
    return 0


@app.command()
@_reported
def bounds(
    sphere: Sphere,
    lipschitz: Annotated[str, typer.Option(metavar="L", help="Lipschitz constant of the class of targets.")],
    eps: Annotated[str, typer.Option(metavar="E", help="The error.")],
    outputs: Annotated[int, typer.Option(metavar="Q", help="Number q of outputs.")] = 1,
    as_json: Json = False,
) -> int:
    """How many tokens do all L-Lipschitz targets on S^m need at error eps?"""
    from theory.balls import exact
    from theory.prefix_length import token_bounds
    from verify.report import print_table

    rows = token_bounds(sphere, exact(lipschitz), exact(eps), outputs)
    if as_json:
        fields = [
            {"name": row.name, "kind": row.kind, "tokens": row.tokens, "remark": row.remark} for row in rows
        ]
        print(json.dumps({"sphere": sphere, "lipschitz": lipschitz, "eps": eps, "outputs": outputs, "rows": fields}))
        return 0
    print_table(["name", "kind", "tokens", "remark"], [[r.name, r.kind, str(r.tokens), r.remark] for r in rows])
    return 0


def main() -> None:
    """Entry point of the console script ``prefixproof``."""
    app()
