"""The command line: ``prefixproof build | check | run | bounds | prove | certify | verify | show | audit``.

Exit status: 0 done, VALID or PROVED; 1 the honest "no" (INVALID, REFUTED, accuracy out of reach); 2 unusable input;
3 UNKNOWN.
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
    from flint import fmpq

    from theory.targets import Target
    from verify.pipeline import BuildResult

__all__ = ["app", "main"]

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


@app.command()
@_reported
def build(
    expression: Annotated[
        str, typer.Argument(metavar="EXPR", help="'x0*x1 + x2**3', '[x0, abs(x1)]', module:function")
    ],
    sphere: Sphere,
    eps: Annotated[str, typer.Option(metavar="E", help="The error to prove, over the whole sphere.")],
    method: Annotated[str, typer.Option(help="auto, local or spectral.")] = "auto",
    max_value: Annotated[str, typer.Option(metavar="V", help="Largest |value| of a token.")] = "1000",
    max_tokens: Annotated[int, typer.Option(metavar="N", help="Largest number of tokens.")] = 200_000,
    lipschitz: Lipschitz = None,
    context: Annotated[int, typer.Option(metavar="T", help="The error holds with up to T visible context tokens.")] = 0,
    dtype: Annotated[
        str | None, typer.Option(metavar="TYPE", help="E covers rounding too: float64, float32, bfloat16, float16.")
    ] = None,
    fused: Annotated[
        bool, typer.Option("--fused", help="With --dtype: only kernels that do not round logits (FlashAttention).")
    ] = False,
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
    from theory.balls import exact
    from verify.pipeline import build_prefix, refuse_existing, save, target_from
    from verify.report import working

    sys.path.insert(0, "")  # module:function may be the user's own module in the current directory, as for `python -m`
    target = target_from(expression, sphere, lipschitz)
    if tighten and out is None:
        raise InputError("--tighten adds files to the result: give --out DIR")
    if context and (tighten or effort):
        raise InputError("--tighten and --effort judge the head without context tokens: leave out --context")
    if dtype is not None and (tighten or effort):
        raise InputError("--tighten and --effort judge real arithmetic: leave out --dtype")
    if out is not None:
        refuse_existing(out, force=force)  # before the work, not after it
    enclosure = hardware = None
    with working("building and proving"):
        if effort:
            from verify.effort import build_leaner

            result, enclosure = build_leaner(target, exact(eps), method, exact(max_value), max_tokens)
        elif dtype is not None:
            from constructions.formats import format_named
            from verify.hardware import build_for

            form = format_named(dtype)
            result, hardware = build_for(form, target, exact(eps), method, exact(max_value), max_tokens, context, fused)
        else:
            result = build_prefix(target, exact(eps), method, exact(max_value), max_tokens, context)
        if out is not None:
            save(result, out, force=force)
    facts = _facts(result, target, out, exact(eps))
    if hardware is not None:
        facts |= {"dtype": dtype, "fused": fused, "hardware_error": hardware.total, "rounding": hardware.rounding}
        facts["cast_error"] = hardware.cast_error
        facts["assumptions"].append(hardware.assumption)
    if enclosure is not None:
        from verify.effort import class_constant
        from verify.supnorm.writing import write_certificate

        if out is not None:
            write_certificate(enclosure, result.stored, out)
        lower, upper = enclosure.texts()
        facts |= {"certified_error": upper, "theorem": "sup norm"}
        facts |= {"true_error_lower": lower, "true_error_upper": upper}
        facts |= {"mean_distance": class_constant(result.stored)}
    if tighten and out is not None:
        from verify.supnorm.command import tighten as enclose_error

        try:
            with working("enclosing the true error"):
                claim = enclose_error(out)
            facts |= {"true_error_lower": claim.lower, "true_error_upper": claim.upper}
        except InputError as error:  # the prefix and its certificate stand as they are
            print(f"prefixproof: {error}", file=sys.stderr)
    if as_json:
        print(json.dumps(facts))
    else:
        _print_build(facts)
    return 0


def _facts(result: BuildResult, target: Target, out: Path | None, eps: fmpq) -> dict[str, Any]:
    """What `build` reports, as JSON-ready data."""
    from constructions.prefix import rational_text
    from theory.balls import upper_decimal
    from theory.prefix_length import paper_exponent, token_bounds

    certificate = result.certificate
    lipschitz, status = target.lipschitz
    tokens = {row.name: row.tokens for row in token_bounds(target.m, lipschitz, eps, target.q)}
    return {
        "tokens": certificate.tokens,
        "sphere": certificate.sphere,
        "method": certificate.method,
        "theorem": certificate.theorem,
        "target": certificate.target,
        "lam": certificate.lam,
        "max_value": certificate.max_value,
        "eps": rational_text(eps),
        "context": getattr(certificate.context, "tokens", 0),
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
    from theory.balls import exact, upper_decimal
    from verify.report import print_pairs

    effort = "mean_distance" in facts
    m, eps = facts["sphere"], facts["eps"]
    L = exact(facts["lipschitz"])
    pairs = [
        ("target", f"{facts['target']}  on S^{m}"),
        ("method", f"{facts['method']}, proved by {'the' if effort else 'theorem'} {facts['theorem']}"),
        ("tokens", str(facts["tokens"])),
        ("lam", facts["lam"]),
        ("largest value", facts["max_value"]),
        (
            "certified error",
            f"{facts['certified_error']}  (asked: {eps}; over the whole sphere, for the stored numbers)",
        ),
        ("lower bounds", f"for the class of all {upper_decimal(L)}-Lipschitz targets on S^{m} at eps = {eps};"),
        ("", "one smooth target may need fewer"),
        ("  G2", f"{facts['lower_bound_tokens']} tokens when keys are fixed in advance"),
        ("  G1", f"{facts['lower_bound_tokens_continuous']} tokens when the prefix depends continuously on the target"),
        ("paper's rate", f"eps^-{facts['paper_exponent']}  (claimed for m >= 8)"),
    ]
    if "true_error_upper" in facts:
        pairs.insert(
            6, ("true error", f"between {facts['true_error_lower']} and {facts['true_error_upper']}  (proved)")
        )
    if facts["context"]:
        pairs.insert(6, ("context", f"with up to {facts['context']} visible context tokens, under any mask"))
    if "dtype" in facts:
        real, rounding = facts["certified_error"], facts["rounding"]
        at = next(i for i, (name, _) in enumerate(pairs) if name == "certified error")
        pairs[at] = ("certified error", f"{real}  (real arithmetic, whole sphere; what `check` re-proves)")
        parts = f"casting and rounding add at most {rounding}"
        if facts["cast_error"] is not None:
            parts = f"the cast head errs by {facts['cast_error']}, rounding adds at most {rounding}"
        text = f"{facts['hardware_error']}  (asked: {eps}; {parts})"
        pairs.insert(at + 1, (f"in {facts['dtype']}", text))
    if effort:
        text = f"the error is at most {facts['mean_distance']} L with values f(key) (theory F6)"
        pairs.append(("L-Lipschitz f", text))
    pairs += [("assumption", line) for line in facts["assumptions"]]
    pairs.append(("written to", facts["out"] or "nothing (give --out DIR to keep the prefix and its certificate)"))
    print_pairs(pairs)


@app.command()
@_reported
def check(
    path: Annotated[
        Path, typer.Argument(metavar="DIR|FILE", help="Written by `build`, `certify` or `prove` with --out.")
    ],
    as_json: Json = False,
) -> int:
    """Re-prove a certificate from its files.

    Trusts nothing that made the certificate, and runs nothing that is stored in it.
    """
    from verify.recheck import recheck
    from verify.report import working

    with working("checking"):
        answer = recheck(path)
    if as_json:
        fields = answer._asdict()
        print(json.dumps({key: fields[key] for key in ("valid", "certified_error", "reason", "assumptions")}))
    elif answer.valid:
        print(f"VALID  {answer.claim}  (re-proved)")
        for line in answer.assumptions:
            print(f"  assuming: {line}")
    else:
        print(f"INVALID  {answer.reason}")
    return 0 if answer.valid else 1


@app.command()
@_reported
def export(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A directory written by `build --out`.")],
    to: Annotated[str, typer.Option(metavar="KIND", help="npz, safetensors, torch or peft.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="A new directory for the files.")],
    dtype: Annotated[str, typer.Option(metavar="TYPE", help="float64, float32, bfloat16 or float16.")] = "float32",
    model_config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="For peft: the config.json of the transformers model.")
    ] = None,
    fused: Annotated[bool, typer.Option("--fused", help="The error for kernels that do not round logits.")] = False,
    layer: Annotated[int, typer.Option(metavar="L", help="For peft: the layer, from 0.")] = 0,
    head: Annotated[int, typer.Option(metavar="H", help="For peft: the (key) head, from 0.")] = 0,
    as_json: Json = False,
) -> int:
    """Write a prefix for PyTorch, PEFT or numpy.

    Says what error is proved for the exported numbers on hardware.  Needs none of these libraries.
    """
    from verify.export_command import export_command

    return export_command(directory, to, out, dtype, model_config, layer, head, fused=fused, as_json=as_json)


@app.command("import")
@_reported
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
@_reported
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
@_reported
def bounds(
    sphere: Sphere,
    lipschitz: Annotated[str, typer.Option(metavar="L", help="Lipschitz constant of the class of targets.")],
    eps: Annotated[str, typer.Option(metavar="E", help="The error.")],
    outputs: Annotated[int, typer.Option(metavar="Q", help="Number q of outputs.")] = 1,
    as_json: Json = False,
) -> int:
    """How many tokens suffice, and are needed.

    For the class of all L-Lipschitz targets on S^m at error eps.
    """
    from theory.balls import exact
    from theory.prefix_length import token_bounds
    from verify.report import print_table

    rows = token_bounds(sphere, exact(lipschitz), exact(eps), outputs)
    if as_json:
        fields = [{"name": row.name, "kind": row.kind, "tokens": row.tokens, "remark": row.remark} for row in rows]
        print(json.dumps({"sphere": sphere, "lipschitz": lipschitz, "eps": eps, "outputs": outputs, "rows": fields}))
        return 0
    print_table(["name", "kind", "tokens", "remark"], [[r.name, r.kind, str(r.tokens), r.remark] for r in rows])
    return 0


@app.command()
@_reported
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
@_reported
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
@_reported
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
@_reported
def show(label: Label) -> int:
    """One statement: formula, proof, dependencies, code."""
    from verify.statement_commands import show_command

    return show_command(label)


@app.command()
@_reported
def audit(label: Label, as_json: Json = False) -> int:
    """Everything that a statement rests on."""
    from verify.statement_commands import audit_command

    return audit_command(label, as_json=as_json)


def main() -> None:
    """Entry point of the console script ``prefixproof``."""
    app()
