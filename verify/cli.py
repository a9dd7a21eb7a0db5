"""The command line: ``prefixproof build | check | run | bounds | prove | certify | verify | show | audit``.

Exit status: 0 done, VALID or PROVED; 1 the honest "no" (INVALID, REFUTED, accuracy out of reach); 2 unusable input;
3 UNKNOWN.
With ``--json`` exactly one JSON object goes to stdout and nothing else.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from theory.errors import InputError
from verify.command_line import Context, Dtype, Fused, Json, Lipschitz, Sphere, app, reported

__all__ = ["app", "main"]


@app.command()
@reported
def build(
    expression: Annotated[
        str, typer.Argument(metavar="EXPR", help="'x0*x1 + x2**3', '[x0, abs(x1)]', module:function")
    ],
    sphere: Sphere,
    eps: Annotated[str, typer.Option(metavar="E", help="The error to prove, over the whole sphere.")],
    method: Annotated[str, typer.Option(help="auto, local, spectral or jackson.")] = "auto",
    max_value: Annotated[str, typer.Option(metavar="V", help="Largest |value| of a token.")] = "1000",
    max_tokens: Annotated[int, typer.Option(metavar="N", help="Largest number of tokens.")] = 200_000,
    lipschitz: Lipschitz = None,
    context: Context = 0,
    dtype: Dtype = None,
    fused: Fused = False,
    components: Annotated[
        int | None, typer.Option(metavar="C", help="Store every number as a sum of at most C float64 (1: plain).")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where prefix.safetensors and certificate.json go.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace DIR if it exists.")] = False,
    tighten: Annotated[bool, typer.Option("--tighten", help="Enclose the true error as well (needs --out).")] = False,
    effort: Annotated[
        bool, typer.Option("--effort", help="Fewer tokens and a smaller lam, by the true error.")
    ] = False,
    as_json: Json = False,
) -> int:
    """Build a prefix and prove its error.

    The error is that of one attention head with the stored prefix, over the whole sphere S^m.
    """
    from verify.build_command import build_command

    return build_command(
        expression,
        sphere,
        eps,
        method,
        max_value,
        max_tokens,
        lipschitz,
        context,
        dtype,
        out,
        components=components,
        fused=fused,
        force=force,
        tighten=tighten,
        effort=effort,
        as_json=as_json,
    )


@app.command()
@reported
def check(
    path: Annotated[
        Path, typer.Argument(metavar="DIR|FILE", help="Written by `build`, `certify` or `prove` with --out.")
    ],
    as_json: Json = False,
) -> int:
    """Re-prove a certificate from its files.

    Trusts nothing that made the certificate, and runs nothing that is stored in it.
    """
    from verify.recheck import print_answer, recheck
    from verify.report import working

    with working("checking"):
        answer = recheck(path)
    return print_answer(answer, as_json=as_json)


@app.command()
@reported
def export(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A directory written by `build --out`.")],
    to: Annotated[str, typer.Option(metavar="KIND", help="npz, safetensors, torch, mha or peft.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="A new directory for the files.")],
    dtype: Annotated[str, typer.Option(metavar="TYPE", help="float64, float32, bfloat16 or float16.")] = "float32",
    model_config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="For peft: the config.json of the transformers model.")
    ] = None,
    fused: Annotated[bool, typer.Option("--fused", help="The error for kernels that do not round logits.")] = False,
    layer: Annotated[int, typer.Option(metavar="L", help="For peft: the layer, from 0.")] = 0,
    head: Annotated[int, typer.Option(metavar="H", help="For peft: the (key) head, from 0.")] = 0,
    context: Annotated[
        int, typer.Option(metavar="T", help="Refuse unless the error covers T visible context tokens.")
    ] = 0,
    as_json: Json = False,
) -> int:
    """Write a prefix for PyTorch, PEFT or numpy.

    torch is for scaled_dot_product_attention, mha for torch.nn.MultiheadAttention.  Says what error is proved for the
    exported numbers on hardware.  Needs none of these libraries.
    """
    from verify.export_command import export_command

    return export_command(
        directory, to, out, dtype, model_config, layer, head, context=context, fused=fused, as_json=as_json
    )


@app.command("import")
@reported
def import_(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A PEFT adapter of type PREFIX_TUNING.")],
    sphere: Sphere,
    out: Annotated[Path, typer.Option(metavar="FILE.npz", help="What `certify` reads.")],
    layer: Annotated[int, typer.Option(metavar="L", help="The layer, from 0.")] = 0,
    head: Annotated[int, typer.Option(metavar="H", help="The (key) head, from 0.")] = 0,
    outputs: Annotated[int, typer.Option(metavar="Q", help="How many coordinates of the values are kept.")] = 1,
    constant: Annotated[
        bool, typer.Option("--constant", help="The query has a 1 after x: that key coordinate is the bias.")
    ] = False,
    as_json: Json = False,
) -> int:
    """Read a trained PEFT prefix, to certify it.

    Queries are taken to be (x, 0, ...), x on the sphere, or (x, 1, 0, ...) with --constant.
    """
    from verify.export_command import import_command

    return import_command(directory, sphere, out, layer, head, outputs, constant=constant, as_json=as_json)


@app.command()
@reported
def run(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A directory written by `build --out`.")],
    at: Annotated[
        list[str] | None, typer.Option("--at", metavar="X", help="A point such as '0.6,0,0.8'; repeatable.")
    ] = None,
    points: Annotated[Path | None, typer.Option(metavar="FILE.npy", help="Points, an array [n, m+1].")] = None,
    as_json: Json = False,
) -> int:
    """Evaluate a stored head at points.

    Every digit shown is correct.
    """
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
    print(f"claimed for all of the sphere: error <= {answer['certified_error']}  (`prefixproof check` re-proves it)")
    return 0


@app.command()
@reported
def prove(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="'sin(x) <= x', chains, 'and', '=='.")],
    domains: Annotated[
        list[str] | None,
        typer.Option(
            "--for", metavar="DOMAIN", help="'x in (0, inf)', 'y in [0, x]', 'k in 1..20', 'k >= 1'; repeatable."
        ),
    ] = None,
    budget: Annotated[float, typer.Option(metavar="SECONDS", help="Time after which the answer is UNKNOWN.")] = 60.0,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where the certificate goes.")] = None,
    as_json: Json = False,
) -> int:
    """Prove or refute an inequality.

    Exit status 0 PROVED, 1 REFUTED, 3 UNKNOWN.
    """
    from verify.proving.command import prove_command

    return prove_command(
        statement, domains or [], as_json=as_json, seconds=budget, out=None if out is None else str(out)
    )


@app.command()
@reported
def certify(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="keys, values, optional bias and lam: safetensors or npz.")
    ],
    target: Annotated[str, typer.Option(metavar="EXPR", help="The map that the head should be near.")],
    sphere: Sphere,
    eps: Annotated[str | None, typer.Option(metavar="E", help="Is the error at most E?")] = None,
    tol: Annotated[str | None, typer.Option(metavar="T", help="Enclose the error to this relative width.")] = None,
    norm: Annotated[str, typer.Option(help="euclidean or max: the norm on R^q.")] = "euclidean",
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the certificate goes.")] = None,
    checkpoint: Annotated[Path | None, typer.Option(metavar="FILE", help="Resume from here after a kill.")] = None,
    scheduler: Annotated[str | None, typer.Option(metavar="tcp://...", help="A dask.distributed scheduler.")] = None,
    max_cells: Annotated[float | None, typer.Option(metavar="CELLS", help="Stop with the bounds reached.")] = None,
    as_json: Json = False,
) -> int:
    """Enclose the true error of any prefix.

    Over the whole sphere; exit status 0 PROVED, 1 REFUTED, 3 UNKNOWN.
    """
    from verify.supnorm.command import certify_command

    if norm not in ("euclidean", "max"):
        raise InputError(f"--norm {norm!r} is not euclidean or max")
    return certify_command(
        file,
        target,
        sphere,
        eps=eps,
        tol=tol,
        out=out,
        checkpoint=checkpoint,
        scheduler=scheduler,
        norm="max" if norm == "max" else "euclidean",
        max_cells=max_cells,
        as_json=as_json,
    )


Label = Annotated[str, typer.Argument(metavar="LABEL", help="F3, H1, ...")]


@app.command()
@reported
def verify(
    labels: Annotated[
        list[str] | None, typer.Argument(metavar="[LABELS]...", help="All statements by default.")
    ] = None,
    mutants: Annotated[bool, typer.Option("--mutants", help="Check that every false twin is refuted.")] = False,
    jobs: Annotated[int, typer.Option(metavar="N", min=1, help="Processes.")] = 2,
    fresh: Annotated[bool, typer.Option("--fresh", help="Do not use what was checked before.")] = False,
    recording: Annotated[bool, typer.Option("--record", help="Record the statuses as the expected ones.")] = False,
    as_json: Json = False,
) -> int:
    """Check the theory: every step of every proof.

    Exit status 0 only if no statement is worse than recorded and no false twin survives.
    """
    from verify.statement_commands import verify_command

    return verify_command(
        labels or [], as_json=as_json, mutants=mutants, jobs=jobs, cache=not fresh, recording=recording
    )


@app.command()
@reported
def show(label: Label) -> int:
    """One statement: formula, proof, dependencies, code."""
    from verify.statement_commands import show_command

    return show_command(label)


@app.command()
@reported
def audit(label: Label, as_json: Json = False) -> int:
    """Everything that a statement rests on."""
    from verify.statement_commands import audit_command

    return audit_command(label, as_json=as_json)


# The other families register their commands when they are imported: a line each, here, so that --help lists them last.
from verify import (  # noqa: E402
    bounds_commands,  # noqa: F401
    confusion_commands,  # noqa: F401
    gallery_commands,  # noqa: F401
    linear_commands,  # noqa: F401
    node_commands,  # noqa: F401
    pareto_commands,  # noqa: F401
    pretrained_commands,  # noqa: F401
    report_commands,  # noqa: F401
    sequence_commands,  # noqa: F401
)


def main() -> None:
    """Entry point of the console script ``prefixproof``."""
    app()
