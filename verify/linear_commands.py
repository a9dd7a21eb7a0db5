"""``prefixproof linear``: one head, 2d tokens, any matrix."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from verify.command_line import Context, Dtype, Fused, Json, app, reported

__all__ = ["linear"]


@app.command()
@reported
def linear(
    matrix: Annotated[Path, typer.Argument(metavar="FILE.npy", help="The matrix W, an array [q, d], d >= 2.")],
    eps: Annotated[
        str | None, typer.Option(metavar="E", help="The error to prove; with --dtype: default, the least possible.")
    ] = None,
    ball: Annotated[
        bool, typer.Option("--ball", help="|A(x) - W x| <= E |x| for all |x| <= 1, not only |x| = 1.")
    ] = False,
    context: Context = 0,
    dtype: Dtype = None,
    fused: Fused = False,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where prefix, matrix and certificate go.")] = None,
    as_json: Json = False,
) -> int:
    """Make one head apply a matrix.

    Keys +-e_j, values in proportion to the columns of W: the head is W x up to a proved error, for all unit vectors.
    """
    from theory.balls import exact
    from theory.errors import InputError
    from verify.linear import Domain, build_linear, build_linear_for, read_matrix, save_linear
    from verify.report import working

    if eps is None and dtype is None:
        raise InputError("give --eps E, or --dtype TYPE for the least error on hardware")
    numbers = read_matrix(matrix)
    hardware = None
    with working("building and proving"):
        domain: Domain = "ball" if ball else "sphere"
        goal = None if eps is None else exact(eps)
        if dtype is not None:
            from constructions.formats import format_named

            form = format_named(dtype)
            built, hardware = build_linear_for(form, numbers, goal, domain=domain, context=context, fused=fused)
        else:
            built = build_linear(numbers, exact(eps or ""), domain=domain, context=context)
        if out is not None:
            save_linear(built, out)
    claim = built.claim
    facts: dict[str, Any] = {
        "sphere": claim.sphere,
        "outputs": claim.outputs,
        "tokens": claim.tokens,
        "lam": claim.lam,
        "norm": claim.norm,
        "max_value": claim.max_value,
        "domain": claim.domain,
        "eps": eps,
        "context": context,
        "certified_error": claim.certified_error,
        "out": None if out is None else str(out),
    }
    if hardware is not None:
        facts |= {"dtype": dtype, "fused": fused, "hardware_error": hardware.total, "rounding": hardware.rounding}
        facts["assumptions"] = [hardware.assumption]
    if as_json:
        print(json.dumps(facts))
    else:
        _print(facts)
    return 0


def _print(facts: dict[str, Any]) -> None:
    from verify.report import print_pairs

    d = facts["sphere"] + 1
    where = f"|A(x) - W x| <= error{' |x|, |x| <= 1' if facts['domain'] == 'ball' else ', |x| = 1'}"
    pairs = [
        ("target", f"W x, W [{facts['outputs']}, {d}], spectral norm <= {facts['norm']}"),
        ("tokens", f"{facts['tokens']}  (+-e_j)"),
        ("lam", facts["lam"]),
        ("largest value", facts["max_value"]),
        ("certified error", f"{facts['certified_error']}  ({where}; for the stored numbers)"),
    ]
    if facts["context"]:
        pairs.append(("context", f"with up to {facts['context']} visible context tokens, under any mask"))
    if "dtype" in facts:
        text = f"{facts['hardware_error']}  (rounding adds at most {facts['rounding']})"
        pairs += [(f"in {facts['dtype']}", text), ("assumption", facts["assumptions"][0])]
    pairs.append(("written to", facts["out"] or "nothing (give --out DIR to keep the prefix and its certificate)"))
    print_pairs(pairs)
