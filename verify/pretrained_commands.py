"""``prefixproof pretrained list | report | build | check | run | layer``: prefixes for pretrained models (theory N)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from theory.errors import InputError
from verify.command_line import Json, Sphere, app, reported

__all__ = ["pretrained"]

pretrained = typer.Typer(
    name="pretrained",
    help="Prefixes for the heads of pretrained models (theory N).",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(pretrained)

Source = Annotated[
    str, typer.Argument(metavar="MODEL", help="A name that `pretrained list` shows, or a folder with config.json.")
]
LayerIndex = Annotated[int, typer.Option("--layer", metavar="L", help="The layer, from 0.")]
HeadIndex = Annotated[int, typer.Option("--head", metavar="H", help="The head, from 0.")]


@pretrained.command("list")
@reported
def list_(as_json: Json = False) -> int:
    """The known models, and how to install them."""
    from verify.certificate import UnusableInput
    from verify.pretrained_places import PACKAGES, locate
    from verify.report import print_table

    rows: list[dict[str, Any]] = []
    for name, package in PACKAGES.items():
        try:
            locate(name)
            installed = True
        except UnusableInput:
            installed = False
        rows.append({"name": name, "installed": installed, "install": package.install, "about": package.about})
    if as_json:
        print(json.dumps({"models": rows}))
        return 0
    print_table(
        ["model", "installed", "install with", "what it is"],
        [[row["name"], "yes" if row["installed"] else "no", row["install"], row["about"]] for row in rows],
    )
    return 0


@pretrained.command()
@reported
def report(
    model: Source,
    sphere: Annotated[int, typer.Option(metavar="M", help="The sphere that the condition numbers are for.")] = 7,
    outputs: Annotated[int, typer.Option(metavar="Q", help="Number of coordinates read.")] = 1,
    target: Annotated[
        str | None, typer.Option(metavar="EXPR", help="Also prove the error of this map on every head.")
    ] = None,
    tokens: Annotated[int, typer.Option(metavar="N", help="With --target: largest number of tokens.")] = 256,
    max_value: Annotated[str, typer.Option(metavar="V", help="With --target: largest |y| of a token.")] = "100000",
    context: Annotated[int, typer.Option(metavar="T", help="With --target: content tokens.")] = 16,
    as_json: Json = False,
) -> int:
    """What each head can carry: certified ranks, conditions, errors.

    Heads whose weights and input are those of another head (ALBERT's later layers) are left out.
    """
    from theory.balls import exact
    from verify.pipeline import target_from
    from verify.pretrained_models import load_model
    from verify.pretrained_report import COLUMNS, PROVED_COLUMNS, report_rows
    from verify.report import print_table, working

    map_ = None if target is None else target_from(target, sphere)
    loaded = load_model(model)
    with working("certifying"):
        rows = report_rows(loaded, sphere, outputs, map_, tokens, exact(max_value), context)
    if as_json:
        print(json.dumps({"model": model, "sphere": sphere, "target": target, "heads": rows}))
        return 0
    columns = COLUMNS if target is None else COLUMNS | PROVED_COLUMNS
    print_table(list(columns.values()), [[str(row[name]) for name in columns] for row in rows])
    return 0


@pretrained.command()
@reported
def build(
    model: Source,
    target: Annotated[str, typer.Option(metavar="EXPR", help="The map, for example 'x0*x1 + x2**3'.")],
    sphere: Sphere,
    layer: LayerIndex = 0,
    head: HeadIndex = 0,
    eps: Annotated[str | None, typer.Option(metavar="E", help="The error to prove (default: the best for N).")] = None,
    tokens: Annotated[int, typer.Option(metavar="N", help="Largest number of tokens.")] = 1024,
    max_value: Annotated[str, typer.Option(metavar="V", help="Largest value |y| that is read of a token.")] = "100000",
    context: Annotated[
        int,
        typer.Option(metavar="T", help="Content tokens: any T or fewer; with --place norm the token itself is one."),
    ] = 16,
    place: Annotated[
        str, typer.Option(help="norm: the point goes through the LayerNorm in front of the layer; affine: it is h(x).")
    ] = "norm",
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="A new directory for the four files.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace DIR if it exists.")] = False,
    as_json: Json = False,
) -> int:
    """Build a prefix for one head and prove its error, from the weights as they are.

    The error is that of the head's read-out at the token whose embedding carries x, over the whole sphere.
    """
    from msgspec.structs import asdict

    from theory.balls import exact, lower_decimal
    from verify.pipeline import target_from
    from verify.pretrained_build import build_pretrained, effective_sizes, refuse_other_files, save_pretrained
    from verify.pretrained_floor import precision_floor
    from verify.pretrained_models import load_model
    from verify.report import print_pairs, working

    if tokens < 1:
        raise InputError(f"--tokens {tokens}: at least one token")
    if place not in ("norm", "affine"):
        raise InputError(f"--place {place!r} is neither norm nor affine")
    if out is not None:
        refuse_other_files(out, force=force)  # before the work, not after it
    goal, loaded, map_ = None if eps is None else exact(eps), load_model(model), target_from(target, sphere)
    with working("building and proving"):
        result = build_pretrained(
            loaded,
            layer,
            head,
            map_,
            eps=goal,
            max_tokens=tokens,
            max_value=exact(max_value),
            context=context,
            kind="affine" if place == "affine" else "norm",
        )
        if out is not None:
            save_pretrained(result, out, model, force=force)
    claims = result.claims
    floor = precision_floor(map_, *effective_sizes(result))
    if as_json:
        facts = {**asdict(claims), "precision_floor": lower_decimal(floor), "out": None if out is None else str(out)}
        print(json.dumps(facts))
        return 0
    print_pairs(
        [
            ("target", f"{claims.target}  on S^{claims.sphere}"),
            ("head", f"layer {claims.layer}, head {claims.head} of {claims.source}"),
            ("tokens", str(claims.tokens)),
            ("core head", f"error <= {claims.core_error}, proved by theorem {result.core.certificate.theorem}"),
            ("certified error", f"{claims.certified_error}  (whole sphere, stored numbers, the weights as they are)"),
            (
                "content tokens",
                f"any {claims.context} or fewer (with norm the token is one): scores below {claims.content_score},",
            ),
            ("", f"the prefix is raised by {claims.boost}, their share is at most {claims.share}"),
            ("largest key", claims.max_key),
            ("largest value", claims.max_value),
            (
                "precision floor",
                f"{lower_decimal(floor, 3)}  (no prefix of any length with such keys and values",
            ),
            ("", "is nearer to the target, without content tokens; theory N)"),
            (
                "written to",
                "nothing (give --out DIR to keep the prefix and its certificate)" if out is None else str(out),
            ),
        ]
    )
    return 0


@pretrained.command()
@reported
def check(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="Written by `pretrained build --out`.")],
    model: Annotated[
        str | None, typer.Option(metavar="MODEL", help="Where the weights are, if not where they were.")
    ] = None,
    as_json: Json = False,
) -> int:
    """Re-prove a prefix from the weights; `prefixproof check DIR` does the same.

    Trusts nothing that made the certificate, and runs nothing that is stored in it.
    """
    from verify.recheck import print_answer, recheck_pretrained
    from verify.report import working

    with working("checking"):
        answer = recheck_pretrained(directory, model)
    return print_answer(answer, as_json=as_json)


@pretrained.command()
@reported
def run(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="Written by `pretrained build --out`.")],
    points: Annotated[int, typer.Option(metavar="N", help="Random points of the sphere.")] = 1000,
    dtype: Annotated[str, typer.Option(metavar="TYPE", help="float64 or float32: what the attention computes in.")] = (
        "float64"
    ),
    as_json: Json = False,
) -> int:
    """Run the model's own layer with the prefix in its cache: sampled.

    Numpy only; each sequence has as many content tokens as the certificate allows, half of them random.
    """
    import numpy as np

    from verify.pipeline import target_from
    from verify.pretrained_build import load_pretrained
    from verify.pretrained_models import load_model
    from verify.pretrained_run import sampled_error
    from verify.report import print_pairs, working

    if dtype not in ("float64", "float32"):
        raise InputError(f"--dtype {dtype!r} is neither float64 nor float32")
    result = load_pretrained(directory)
    claims = result.claims
    target = target_from(claims.target, claims.sphere)
    with working("running"):
        kind = np.float64 if dtype == "float64" else np.float32
        found = sampled_error(load_model(claims.source), result, target, points, dtype=kind)
    facts = {"points": found.points, "sampled_error": found.largest, "certified_error": claims.certified_error}
    if as_json:
        print(json.dumps(facts))
        return 0
    print_pairs(
        [
            ("head", f"layer {claims.layer}, head {claims.head} of {claims.source}"),
            ("sampled", f"largest error {found.largest:.3g} at {found.points} points, in {dtype}"),
            ("claimed", f"{claims.certified_error} in real arithmetic  (`prefixproof check` re-proves it)"),
        ]
    )
    return 0


@pretrained.command("layer")
@reported
def layer_(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="Written by `pretrained build --out`.")],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the cache of the layer: safetensors [heads, N, d_h].")
    ] = None,
    as_json: Json = False,
) -> int:
    """What the prefix does to the whole layer: residual stream and LayerNorm.

    The other heads of the layer get tokens of value 0 that drown whatever content they see.
    """
    from safetensors.numpy import save

    from theory.balls import upper_decimal
    from verify.certificate import write_atomically
    from verify.pipeline import target_from
    from verify.pretrained_build import load_pretrained
    from verify.pretrained_checker import check_pretrained
    from verify.pretrained_layer import layer_effect
    from verify.pretrained_models import load_model
    from verify.report import print_pairs, working

    result = load_pretrained(directory)
    with working("checking and bounding"):
        verdict = check_pretrained(directory)
        if not verdict.valid:
            raise InputError(f"{directory} does not hold a valid prefix: {verdict.reason}")
        claims = result.claims
        effect = layer_effect(load_model(claims.source), result, target_from(claims.target, claims.sphere))
    if out is not None:
        cache = {"keys": effect.cache.keys, "values": effect.cache.values, "writes": effect.writes}
        write_atomically(out, save(cache))
    after = None if effect.after is None else upper_decimal(effect.after)
    facts = {"stream_error": upper_decimal(effect.delta), "norm_error": after, "out": None if out is None else str(out)}
    if as_json:
        print(json.dumps(facts))
        return 0
    print_pairs(
        [
            ("head", f"layer {claims.layer}, head {claims.head} of {claims.source}"),
            ("residual stream", f"h(x) + b_O + W f(x) up to {facts['stream_error']}, Euclidean norm, every x"),
            ("after LayerNorm", "not bounded" if after is None else f"its LayerNorm up to {after}"),
            ("content tokens", f"any {claims.context} or fewer, the token itself is one"),
            ("cache", facts["out"] or "not written (give --out FILE)"),
        ]
    )
    return 0
