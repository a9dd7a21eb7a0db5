"""Claims about nodes: true ones are proved from the numbers alone, every wrong one is refuted; files and commands."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from constructions.families import fibonacci, nodes_named, random_nodes
from constructions.nodes import Nodes, product_gauss
from theory.errors import InputError
from verify.cli import app
from verify.node_claims import Claims, claims_for, examine, load_nodes, save_nodes, stored

NAMED = [
    ("design", 2, 40), ("design", 3, 60), ("product_gauss", 2, 60), ("roots", 2, 20), ("roots", 5, 60), ("net", 3, 50),
    ("fibonacci", 2, 60), ("equal_area", 3, 60), ("cross_polytope", 4, 20), ("simplex", 3, 5), ("random", 2, 60),
    ("equally_spaced", 1, 12), ("signed_orbits", 3, 80), ("lattice", 2, 40),
]  # fmt: skip
named = pytest.mark.parametrize(("name", "m", "N"), NAMED)


def verdicts(nodes: Nodes, claims: Claims) -> dict[str, str]:
    return {finding.claim.split(" ")[0]: finding.verdict for finding in examine(*stored(nodes), claims)}


@named
def test_what_is_claimed_is_proved(name: str, m: int, N: int) -> None:
    nodes = nodes_named(name, m, N)
    claims = claims_for(nodes)
    assert set(verdicts(nodes, claims).values()) == {"PROVED"}
    assert claims.separation is not None
    assert claims.covering_radius is not None
    if nodes.exact_to is not None:
        assert claims.exact_to == nodes.exact_to
        assert float(str(claims.defect)) < 1e-14


@named
def test_every_wrong_claim_is_refuted(name: str, m: int, N: int) -> None:
    """One exactness too many, a radius 1 % smaller, a separation 1e-6 larger, a smaller defect."""
    nodes = nodes_named(name, m, N)
    claims = claims_for(nodes)
    smaller = str(0.99 * float(str(claims.covering_radius)))
    assert verdicts(nodes, claims._replace(covering_radius=smaller))["covering"] == "REFUTED"
    larger = str((1 + 1e-6) * float(str(claims.separation)))
    assert verdicts(nodes, claims._replace(separation=larger))["separation"] == "REFUTED"
    if claims.exact_to is not None:
        # Antipodal rules are exact to one odd degree more for free: two degrees too many are false for all of them.
        more = claims.exact_to + (1 if name in ("design", "roots", "product_gauss") else 2)
        assert verdicts(nodes, claims._replace(exact_to=more, defect="1e-9"))["exact"] == "REFUTED"
        if float(str(claims.defect)) > 1e-20:  # not for points that are exact as they are stored
            assert verdicts(nodes, claims._replace(defect="1e-30"))["exact"] == "REFUTED"


def test_unequal_weights_are_not_equal() -> None:
    nodes = product_gauss(2, 6)
    rows, weights = stored(nodes)
    claims = claims_for(nodes)
    assert examine(rows, weights, claims._replace(equal_weights=True))[0].verdict == "REFUTED"
    # Without the weights, the exactness is gone.
    mutant = examine(rows, None, claims._replace(equal_weights=True))
    assert [f.verdict for f in mutant][:2] == ["PROVED", "REFUTED"]
    assert weights is not None
    weights[3] = -weights[3]
    assert examine(rows, weights, claims)[0].verdict == "REFUTED"


def test_moved_nodes_lose_their_exactness() -> None:
    nodes = nodes_named("design", 2, 40)
    rows, weights = stored(nodes)
    claims = claims_for(nodes)
    rows[0] += [1e-9, 0, 0]
    finding = next(f for f in examine(rows, weights, claims) if f.claim.startswith("exact"))
    assert finding.verdict == "REFUTED"


def test_covering_without_facets() -> None:
    """Points in a hemisphere: pi is proved, anything clearly smaller is refuted by a point."""
    rows = np.abs(random_nodes(2, 30, seed=1).array)  # type: ignore[arg-type]
    for radius, verdict in (("3.2", "PROVED"), ("1.5", "REFUTED"), ("3.1", "UNKNOWN")):
        assert examine(rows, None, Claims(True, covering_radius=radius))[1].verdict == verdict


def test_what_takes_too_long_is_undecided() -> None:
    nodes = fibonacci(20_000)
    rows, _ = stored(nodes)
    findings = examine(rows, None, Claims(True, exact_to=50, defect="1"))
    assert findings[1].verdict == "UNKNOWN"


@pytest.mark.parametrize(
    ("rows", "weights", "claims"),
    [
        (np.zeros((3, 3)), None, Claims(True)),
        (np.ones(3), None, Claims(True)),
        (np.ones((0, 3)), None, Claims(True)),
        (np.full((2, 3), np.nan), None, Claims(True)),
        (np.ones((2, 3), dtype=np.float32), None, Claims(True)),
        (np.eye(3), np.ones(2), Claims(True)),
        (np.eye(3), np.array([1, np.inf, 1]), Claims(True)),
        (np.eye(3), None, Claims(True, exact_to=2)),
        (np.eye(3), None, Claims(True, exact_to=-1, defect="0")),
        (np.eye(3), None, Claims(True, covering_radius="nan")),
    ],
)
def test_bad_input(rows: object, weights: object, claims: Claims) -> None:
    with pytest.raises(InputError):
        examine(rows, weights, claims)  # type: ignore[arg-type]


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    nodes = nodes_named("design", 2, 40)
    claims = save_nodes(nodes, path)
    rows, weights, again = load_nodes(path)
    assert again == claims
    assert all((a == b).all() for a, b in zip((rows, weights), stored(nodes), strict=True) if a is not None)
    for broken in (b"", b"PK", path.read_bytes()[:-40]):
        (tmp_path / "b.npz").write_bytes(broken)
        with pytest.raises(InputError, match="not a file of nodes"):
            load_nodes(tmp_path / "b.npz")
    with pytest.raises(InputError):
        load_nodes(tmp_path)


@pytest.mark.parametrize(
    "edit", [{"exact_to": True}, {"exact_to": 10**6}, {"equal_weights": 1}, {"separation": 0.1}, {"defect": []}]
)
def test_edited_claims_of_the_wrong_type(tmp_path: Path, edit: dict[str, object]) -> None:
    nodes = nodes_named("roots", 2, 12)
    fields = claims_for(nodes)._asdict() | edit
    np.savez(tmp_path / "a.npz", points=stored(nodes)[0], claims=np.array(json.dumps(fields)))
    with pytest.raises(InputError):
        load_nodes(tmp_path / "a.npz")


# --- the command -----------------------------------------------------------------------------------------------------


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["nodes", *arguments])
    return result.exit_code, result.stdout


def test_command(tmp_path: Path) -> None:
    out = str(tmp_path / "n.npz")
    code, text = run("design", "--count", "40", "--out", out, "--json")
    assert code == 0
    facts = json.loads(text)
    assert (facts["count"], facts["exact_to"], facts["exactness_proof"]) == (32, 9, "newton")
    assert run(out)[0] == 0
    code, text = run(out, "--json")
    assert json.loads(text)["valid"]
    rows, weights, claims = load_nodes(Path(out))
    fields = claims._replace(exact_to=10)._asdict()
    np.savez(tmp_path / "wrong.npz", points=rows, weights=weights, claims=np.array(json.dumps(fields)))  # type: ignore[arg-type]
    assert run(str(tmp_path / "wrong.npz"))[0] == 1
    assert run("design", "--out", out)[0] == 2  # exists


def test_command_without_files() -> None:
    assert run()[0] == 0
    assert "roots" in json.loads(run("--sphere", "7", "--json")[1])["families"]
    code, text = run("equal_area", "--sphere", "4", "--count", "30")
    assert code == 0
    assert "cell diameter" in text
    assert run("nothing")[0] == 2
    assert run("fibonacci", "--sphere", "3")[0] == 2
    assert run("--sphere", "0")[0] == 2
    assert run("simplex", "--sphere", "9", "--count", "5")[0] == 1
