"""Every target of the gallery is built at its coarse error, and the checker agrees (most of them in slow tests)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from theory.balls import exact
from theory.gallery import Entry, entry, gallery
from verify.checker import check
from verify.cli import app
from verify.pipeline import build_prefix, save, target_from

QUICK = {"cosine of 3", "spin", "triangle wave"}
UNSEEN = {"chord", "octahedron"}
"""Lipschitz targets whose constant the program does not find: it is vouched for."""


@pytest.mark.parametrize(
    "e",
    [
        pytest.param(e, id=e.name, marks=() if e.name in QUICK else pytest.mark.slow)
        for e in gallery()
        if e.kind != "hoelder"
    ],
)
def test_builds(e: Entry, tmp_path: Path) -> None:
    given = e.lipschitz if e.name in UNSEEN else None
    result = build_prefix(target_from(e.expression, e.m, given), e.eps)
    assert exact(result.certificate.certified_error) <= exact(e.eps)
    save(result, tmp_path / "out")
    verdict = check(tmp_path / "out")
    assert verdict.valid, verdict.reason
    assert bool(verdict.assumptions) == (result.certificate.method == "local" and given is not None)


def test_the_command_lists_them() -> None:
    found = CliRunner().invoke(app, ["gallery", "--json"])
    names = [row["name"] for row in json.loads(found.stdout)["targets"]]
    assert names == [e.name for e in gallery()]
    assert "tour" in CliRunner().invoke(app, ["gallery"]).stdout
    shown = CliRunner().invoke(app, ["gallery", "cities"]).stdout
    assert entry("cities").expression in shown
    wrong = CliRunner().invoke(app, ["gallery", "nothing"])
    assert wrong.exit_code == 2
    assert "tour" in wrong.stderr
