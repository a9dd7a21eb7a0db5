"""``prefixproof nodes`` and ``prefixproof class``: node sets with certified attributes, and keys for a whole class."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from verify.command_line import Json, Sphere, app, reported

_NOT_DECIDED = 3


@app.command()
@reported
def nodes(
    family: Annotated[
        str | None, typer.Argument(metavar="[FAMILY|FILE.npz]", help="A family by name, or a file to judge again.")
    ] = None,
    sphere: Annotated[int, typer.Option("--sphere", metavar="M", help="Dimension m of the sphere S^m.")] = 2,
    count: Annotated[int, typer.Option(metavar="N", help="At most so many points.")] = 100,
    out: Annotated[Path | None, typer.Option(metavar="FILE.npz", help="Write points, weights and claims.")] = None,
    as_json: Json = False,
) -> int:
    """Node sets on the sphere: exactness, covering radius, separation, weights, each with its proof.

    Without FAMILY the families are listed.  A FILE.npz is judged by its numbers alone: 0 all claims proved, 1 one is
    refuted, 3 one is undecided.
    """
    if family is not None and family.endswith(".npz"):
        return _judge(Path(family), as_json)
    if family is None:
        return _list(sphere, as_json)
    return _show(family, sphere, count, out, as_json)


def _list(sphere: int, as_json: bool) -> int:
    from constructions.families import families
    from theory.errors import InputError
    from verify.report import print_table

    if sphere < 1:
        raise InputError(f"m = {sphere}: the sphere S^m needs m >= 1")
    found = [(family.name, family.summary) for family in families(sphere)]
    if as_json:
        print(json.dumps({"sphere": sphere, "families": dict(found)}))
    else:
        print_table(("family", f"on S^{sphere}"), found)
    return 0


def _facts(nodes: Any) -> dict[str, Any]:
    """The certified attributes of `constructions.nodes.Nodes`, decimals rounded outwards, with what proves each."""
    from theory.balls import lower_decimal, upper_decimal
    from theory.sphere import cap_measure

    facts: dict[str, Any] = {
        "family": nodes.family,
        "sphere": nodes.m,
        "count": len(nodes),
        "equal_weights": nodes.equal_weights,
        "exact_to": nodes.exact_to,
        "exactness_proof": nodes.exactness_proof,
        "covering_radius": None,
        "covering_proof": nodes.covering_proof,
        "covering_density": None,
        "separation": None if nodes.separation is None else lower_decimal(nodes.separation, 12),
        "separation_proof": nodes.separation_proof,
    }
    if nodes.covering_radius is not None:
        facts["covering_radius"] = upper_decimal(nodes.covering_radius, 12)
        facts["covering_density"] = upper_decimal(len(nodes) * cap_measure(nodes.m, nodes.covering_radius), 4)
    if nodes.cell_diameter is not None:
        facts["cell_diameter"] = upper_decimal(nodes.cell_diameter, 12)
    return facts


def _show(family: str, sphere: int, count: int, out: Path | None, as_json: bool) -> int:
    from constructions.families import certified, nodes_named
    from theory.errors import InputError
    from verify.node_claims import save_nodes
    from verify.report import print_pairs, working

    if out is not None and (out.suffix != ".npz" or out.exists() or not out.parent.is_dir()):
        raise InputError(f"--out {out} must be a new file in an existing directory, with the ending .npz")
    with working("proving"):
        found = certified(nodes_named(family, sphere, count))
        claims = None if out is None else save_nodes(found, out)
    facts = _facts(found)
    if claims is not None:
        facts["stored"] = {"file": str(out), **claims._asdict()}
    if as_json:
        print(json.dumps(facts))
        return 0

    def by(value: Any, proof: str | None) -> str:
        return "nothing is claimed" if value is None else f"{value}  (proof: {proof})"

    pairs = [
        (f"{facts['count']} points", f"{facts['family']}  on S^{sphere}"),
        ("weights", "all equal" if found.equal_weights else "positive, not equal"),
        ("exact to degree", by(facts["exact_to"], facts["exactness_proof"])),
        ("covering radius <=", by(facts["covering_radius"], facts["covering_proof"])),
        ("covering density", "unknown" if facts["covering_density"] is None else facts["covering_density"]),
        ("separation >=", by(facts["separation"], facts["separation_proof"])),
    ]
    if "cell_diameter" in facts:
        pairs.append(("cell diameter <=", facts["cell_diameter"]))
    if claims is not None:
        exact = (
            "no exactness" if claims.exact_to is None else f"exact to degree {claims.exact_to} within {claims.defect}"
        )
        pairs.append(("written to", f"{out}, with the claims for the rounded numbers: {exact}"))
    print_pairs(pairs)
    return 0


def _judge(path: Path, as_json: bool) -> int:
    from verify.node_claims import examine, load_nodes
    from verify.report import print_table

    findings = examine(*load_nodes(path))
    verdicts = {finding.verdict for finding in findings}
    if as_json:
        print(json.dumps({"valid": verdicts == {"PROVED"}, "findings": [finding._asdict() for finding in findings]}))
    else:
        print_table(("verdict", "claim", "reason"), [(f.verdict, f.claim, f.reason) for f in findings])
    return 1 if "REFUTED" in verdicts else _NOT_DECIDED if "UNKNOWN" in verdicts else 0


@app.command("class")
@reported
def class_(
    sphere: Sphere,
    eps: Annotated[str, typer.Option(metavar="E", help="The error for every target of the class.")],
    lipschitz: Annotated[str, typer.Option(metavar="L", help="The class: all L-Lipschitz targets.")] = "1",
    proof: Annotated[str, typer.Option(help="auto; F6: branch and bound, small lam; F1: a formula, any m.")] = "auto",
    max_tokens: Annotated[int, typer.Option(metavar="N", help="Largest number of tokens.")] = 200_000,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the prefix and its certificate go.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace DIR if it exists.")] = False,
    as_json: Json = False,
) -> int:
    """Keys and lam for ALL L-Lipschitz targets at once: with values f(key) the error is at most E, proved.

    The stored values are those of the distance to the last pole; the keys do not depend on the target.
    """
    from theory.balls import ball, exact, upper_decimal
    from theory.errors import InputError
    from verify.class_bound import build_class
    from verify.pipeline import refuse_existing
    from verify.report import print_pairs, working

    error, slope = exact(eps), exact(lipschitz)
    if not error > 0 or not slope > 0:
        raise InputError(f"--eps and --lipschitz must be > 0, got {eps} and {lipschitz}")
    if out is not None:
        refuse_existing(out, force=force)
    with working("proving"):
        found = build_class(sphere, error / slope, proof=proof, max_tokens=max_tokens)
    if out is not None:
        found.save(out, force=force)
    facts = found.facts() | {"lipschitz": str(slope), "eps": str(error)}
    facts["class_error"] = upper_decimal(ball(found.error) * ball(slope), 9)
    if as_json:
        print(json.dumps(facts | ({"out": str(out)} if out else {})))
        return 0
    pairs = [
        ("class", f"all {slope}-Lipschitz targets on S^{sphere}"),
        ("tokens", str(facts["tokens"])),
        ("lam", facts["lam"]),
        ("covering radius", facts["covering_radius"]),
        ("class error", f"{facts['class_error']}  (asked: {eps}; proved by theory {found.proof}, values f(key))"),
        (
            "lower bound G2",
            f"{facts['fixed_keys_bound']} tokens when keys are fixed in advance; ratio {facts['ratio']}",
        ),
    ]
    if out is not None:
        pairs.append(("written to", f"{out}, certified for L = 1 and the error eps/L"))
    print_pairs(pairs)
    return 0
