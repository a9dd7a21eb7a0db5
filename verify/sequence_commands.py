"""``prefixproof seq build | run | check``: maps of sequences by prefixes on fixed transformers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from theory.errors import InputError
from verify.command_line import Json, app, reported

__all__ = ["seq"]

seq = typer.Typer(
    help="Maps of sequences: prefixes for fixed transformers, with the error proved through all layers.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(seq, name="seq")

Directory = Annotated[Path, typer.Argument(metavar="DIR", help="Written by `seq build --out`.")]


@seq.command("build")
@reported
def build(
    target: Annotated[
        str, typer.Argument(metavar="TASK", help="copy, sort, ..., a formula '[x1, x0]', or module:function.")
    ],
    length: Annotated[int, typer.Option(metavar="T", help="Positions of the sequence.")],
    eps: Annotated[str, typer.Option(metavar="E", help="The error to prove (maximum norm) on [0,1]^n.")],
    features: Annotated[int, typer.Option(metavar="F", help="Features of each position; n = T F.")] = 1,
    mode: Annotated[str, typer.Option(help="auto, sup (4 layers), direct (2 layers), lp (T+2 layers).")] = "auto",
    lipschitz: Annotated[
        str | None, typer.Option(metavar="L", help="A Lipschitz constant (maximum norms) that you vouch for.")
    ] = None,
    measure: Annotated[str, typer.Option(metavar="M", help="lp: measure of the set that is given up.")] = "0.01",
    max_tokens: Annotated[int, typer.Option(metavar="N", help="Largest number of tokens.")] = 1_000_000,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where weights, prefix and certificate go.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the files in DIR.")] = False,
    as_json: Json = False,
) -> int:
    """Build the prefixes of a fixed transformer for a map of sequences.

    Tasks: copy, reverse, sort, running_sum, running_mean, max, lookup, smooth_parity; parity and argmax in mode lp.
    """
    from verify.report import print_pairs, working
    from verify.sequence.pipeline import build_sequence

    if out is not None and out.exists() and not force:
        raise InputError(f"{out} exists; give --force to replace its files")
    with working("building"):
        model = build_sequence(
            target,
            length,
            features,
            eps=eps,
            mode=mode,
            lipschitz=lipschitz,
            measure=measure,
            max_tokens=max_tokens,
        )
        if out is not None:
            model.save(out, force=force)
    c = model.certificate
    facts = {
        "task": c.task,
        "target": c.target,
        "mode": c.mode,
        "variant": c.variant,
        "length": c.length,
        "features": c.features,
        "attention_layers": c.attention_layers,
        "tokens": c.tokens,
        "prefix_parameters": model.prefix_parameters,
        "weights": model.transformer.parameters,
        "levels": c.levels,
        "eps": c.eps,
        "certified_error": c.certified_error,
        "float64_error": model.float64_error,
        "bad_measure": c.bad_measure,
        "l1_error": model.mean_error(1) if c.mode == "lp" else c.certified_error,
        "l2_error": model.mean_error(2) if c.mode == "lp" else c.certified_error,
        "lipschitz": c.lipschitz,
        "lipschitz_status": c.lipschitz_status,
        "weights_sha256": c.weights_sha256,
        "prefix_sha256": c.prefix_sha256,
        "assumptions": list(c.assumptions),
        "out": None if out is None else str(out),
    }
    if as_json:
        print(json.dumps(facts))
        return 0
    n = c.length * c.features
    where = f"off a set of measure {c.bad_measure}" if c.mode == "lp" else "everywhere"
    print_pairs(
        [
            ("target", f"{c.target[:100]}  on [0,1]^{n}"),
            ("transformer", f"{c.attention_layers} attention layers, {facts['weights']} fixed weights"),
            ("", c.weights_sha256),
            ("prefixes", f"{c.tokens} tokens, {facts['prefix_parameters']} numbers"),
            ("certified error", f"{c.certified_error}  (asked: {c.eps}; {where} on [0,1]^{n}, for the stored numbers)"),
            ("in float64", f"{facts['float64_error']}  (every token in IEEE double, exp within 4 ulp)"),
            *[("assumption", line) for line in c.assumptions],
            ("written to", str(out or "nothing (give --out DIR to keep it)")),
        ]
    )
    return 0


@seq.command("run")
@reported
def run(
    directory: Directory,
    at: Annotated[list[str], typer.Option("--at", metavar="X", help="n numbers in [0,1], position by position.")],
    as_json: Json = False,
) -> int:
    """Evaluate a stored transformer, correct to one unit in the last digit shown."""
    from verify.report import print_table, working
    from verify.sequence.runner import run_directory

    with working("evaluating"):
        answer = run_directory(directory, at)
    if as_json:
        print(json.dumps(answer))
        return 0
    print_table(["input", "output"], [[row["input"], ", ".join(row["digits"])] for row in answer["rows"]])
    print(f"claimed: error <= {answer['certified_error']}  (`prefixproof seq check` re-proves it)")
    return 0


@seq.command("check")
@reported
def check(directory: Directory, as_json: Json = False) -> int:
    """Re-prove a certificate from the stored files."""
    from verify.recheck import Answer, print_answer, recheck_sequence
    from verify.report import working

    with working("checking"):
        answer = recheck_sequence(directory)
    return print_answer(answer, as_json=as_json, fields=Answer._fields)
