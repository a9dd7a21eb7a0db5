"""``prefixproof bounds``: how many tokens suffice, are needed, and were claimed, for a class of targets or for one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from theory.errors import InputError, PrefixproofError
from verify.command_line import Json, Sphere, app, reported

if TYPE_CHECKING:
    from flint import fmpq

    from theory.targets import Target
    from theory.token_bounds import TokenBound

__all__ = ["bounds", "built_for_class", "built_for_target", "class_rows"]

_LARGEST_CLASS = 20_000
"""Most tokens of a class prefix that ``--build`` makes."""


def class_rows(m: int, L: fmpq, eps: fmpq, q: int, *, search: bool = False) -> list[TokenBound]:
    """`theory.token_bounds.token_bounds` with a row for Jackson's route, and with the linear programming limit of G2.

    ``search``: solve the linear program as well (seconds at most).  Raises as `token_bounds`.
    """
    from constructions.nodes import product_gauss_size
    from theory.routes import jackson_degree
    from theory.token_bounds import token_bound, token_bounds

    rows = token_bounds(m, L, eps, q)
    k = jackson_degree(m, L, eps)
    remark = f"samples only, at product Gauss nodes exact to degree {4 * k}; some lam > 0 reaches eps"
    jackson = token_bound("D3+H3", "upper", product_gauss_size(m, 4 * k), remark)
    after = next(i for i, row in enumerate(rows) if row.kind != "upper")
    rows.insert(after, jackson)
    if search and (limit := _program_limit(m, L, eps)) is not None:
        at = next(i for i, row in enumerate(rows) if row.kind == "limit")
        if not isinstance(rows[at].tokens, int) or limit.tokens < rows[at].tokens:
            rows[at] = limit
    return rows


def _program_limit(m: int, L: fmpq, eps: fmpq) -> Any:
    from flint import arb

    from theory.packing_limits import delsarte_limit
    from theory.token_bounds import token_bound

    if m < 2 or not L > 0 or not 2 * eps / L < arb.pi():
        return None
    found = delsarte_limit(m, eps / L)
    if found is None:
        return None
    text = f"no packing has more points (linear program, degree {len(found.coefficients)}, verified in rationals)"
    return token_bound("G2 limit", "limit", int(found.limit.floor()), text)


def built_for_class(m: int, L: fmpq, eps: fmpq) -> list[dict[str, Any]]:
    """The class prefix as built: one set of keys and one lam for all L-Lipschitz targets, with its proof.

    Raises `InputError` when eps/L is not in (0, pi/2], `UnreachableError` beyond 20 000 tokens.
    """
    from verify.class_bound import build_class

    if not L > 0:
        raise InputError("--build makes a prefix for a class with L > 0: constants need one token")
    found = build_class(m, eps / L, max_tokens=_LARGEST_CLASS)
    remark = f"one prefix for all, built: covering radius {found.covering_radius}, lam = {found.stored.lam}"
    return [_row("class prefix", found.tokens, f"{remark}; proved by theory {found.proof}", f"{found.error} L")]


def built_for_target(
    target: Target, eps: fmpq, max_value: fmpq, max_tokens: int, *, effort: bool
) -> list[dict[str, Any]]:
    """A row for every construction, built and certified for this target, or with the reason why it is out of reach."""
    from constructions.choose import METHODS
    from verify.effort import build_leaner
    from verify.pipeline import build_prefix

    rows = []
    for name in [*METHODS[1:], *(["effort"] if effort else [])]:
        enclosure = None
        try:
            if name == "effort":
                result, enclosure = build_leaner(target, eps, "auto", max_value, max_tokens)
            else:
                result = build_prefix(target, eps, name, max_value, max_tokens)
        except PrefixproofError as error:
            rows.append(_row(name, None, f"not built: {error}", None))
            continue
        certificate = result.certificate
        error_text = certificate.certified_error if enclosure is None else enclosure.texts()[1]
        proof = f"theorem {certificate.theorem}" if enclosure is None else "its sup norm"
        how = f"{certificate.method}, " if name == "effort" else ""
        remark = f"{how}lam = {certificate.lam}, values up to {certificate.max_value}; proved by {proof}"
        rows.append(_row(name, certificate.tokens, remark, error_text))
    return rows


def _row(name: str, tokens: int | None, remark: str, error: str | None) -> dict[str, Any]:
    return {"name": name, "kind": "built", "tokens": tokens, "certified_error": error, "remark": remark}


def _ratio(tokens: int | str | None, kind: str, least: int | str) -> str | None:
    """tokens/G2, rounded up, for what suffices; None where that says nothing."""
    from flint import arb

    from theory.balls import upper_decimal

    if tokens is None or kind not in ("upper", "built"):
        return None
    return upper_decimal(arb(str(tokens)) / arb(str(least)), 4)


@app.command()
@reported
def bounds(
    sphere: Sphere,
    eps: Annotated[str, typer.Option(metavar="E", help="The error.")],
    lipschitz: Annotated[
        str | None, typer.Option(metavar="L", help="Lipschitz constant of the class of targets.")
    ] = None,
    outputs: Annotated[int, typer.Option(metavar="Q", help="Number q of outputs.")] = 1,
    target: Annotated[
        str | None, typer.Option(metavar="EXPR", help="Build for this target as well; its class by default.")
    ] = None,
    build: Annotated[bool, typer.Option("--build", help="Build the prefix for the whole class as well.")] = False,
    effort: Annotated[
        bool, typer.Option("--effort", help="With --target: also the search of `build --effort`.")
    ] = False,
    limits: Annotated[bool, typer.Option("--limits", help="Limit what packings can give by a linear program.")] = False,
    max_value: Annotated[str, typer.Option(metavar="V", help="With --target: largest |value|.")] = "1000",
    max_tokens: Annotated[int, typer.Option(metavar="N", help="With --target: most tokens.")] = 20_000,
    as_json: Json = False,
) -> int:
    """How many tokens suffice, and are needed.

    For the class of all L-Lipschitz targets on S^m at error eps, and for one target as built.
    """
    from theory.balls import exact
    from verify.report import print_table, working

    goal = exact(eps)
    if target is None and lipschitz is None:
        raise InputError("whose tokens? give --lipschitz L for a class, or --target EXPR")
    if effort and target is None:
        raise InputError("--effort searches for one target: give --target EXPR")
    one = None
    if target is not None:
        from verify.pipeline import target_from

        one = target_from(target, sphere, lipschitz)
    if one is None:
        slope, q = exact(lipschitz or "0"), outputs
    else:
        slope, q = one.lipschitz.value.upper().fmpq(), one.q
    rows: list[dict[str, Any]] = [row._asdict() for row in class_rows(sphere, slope, goal, q, search=limits)]
    with working("building and proving"):
        made = built_for_class(sphere, slope, goal) if build else []
        if one is not None:
            made += built_for_target(one, goal, exact(max_value), max_tokens, effort=effort)
    rows = made + rows
    least = next(row["tokens"] for row in rows if row["name"] == "G2")
    for row in rows:
        row["ratio"] = _ratio(row["tokens"], row["kind"], least)
    if as_json:
        from theory.balls import upper_decimal

        head = {"sphere": sphere, "lipschitz": upper_decimal(slope, 12), "eps": eps, "outputs": q, "target": target}
        print(json.dumps({**head, "rows": rows}))
        return 0
    columns = ["name", "kind", "tokens", "/ G2", *(["error"] if made else []), "remark"]
    shown = []
    for row in rows:
        cells = [row["name"], row["kind"], "-" if row["tokens"] is None else str(row["tokens"]), row["ratio"] or ""]
        shown.append([*cells, *([row.get("certified_error") or ""] if made else []), row["remark"]])
    print_table(columns, shown)
    return 0
