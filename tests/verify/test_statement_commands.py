"""verify, show and audit as a user meets them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from theory.registry import load
from verify import statement_commands, statements
from verify.cli import app
from verify.proving_checker import check_file
from verify.statement_checks import Outcome
from verify.statements import run, tasks


@pytest.fixture(scope="module", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of these tests' own; runs with --fresh neither read nor write it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PREFIXPROOF_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


def call(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_verify_prints_one_json_list() -> None:
    result = call("verify", "F1", "--json", "--jobs", "1")
    assert result.exit_code == 0, result.output
    [entry] = json.loads(result.stdout)
    assert set(entry) == {"label", "title", "status", "rests_on", "seconds"}
    assert (entry["label"], entry["status"]) == ("F1", "proved")


def test_verify_with_mutants_counts_them() -> None:
    result = call("verify", "F1", "--json", "--mutants", "--jobs", "1")
    [entry] = json.loads(result.stdout)
    assert result.exit_code == 0
    assert entry["mutants"] == entry["killed"] > 0
    shown = call("verify", "F1", "--mutants", "--jobs", "1").stdout
    assert "noticed" in shown
    assert "refuted" in shown


def test_two_processes_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = load()
    todo = tasks(registry, ["F1"], mutants=True)
    one, two = run(todo, jobs=1), run(todo, jobs=2)
    assert {t: o.result for t, (o, _) in one.items()} == {t: o.result for t, (o, _) in two.items()}


def test_the_second_run_takes_everything_from_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("verify", "F1", "--jobs", "1").exit_code == 0

    def never(task: object) -> None:
        raise AssertionError(f"{task} ran again")

    monkeypatch.setattr(statements, "run_task", never)
    assert call("verify", "F1", "--jobs", "1").exit_code == 0
    again = call("verify", "F1", "--jobs", "1", "--fresh")
    assert isinstance(again.exception, AssertionError)


def test_a_status_below_the_recorded_one_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "run_task", lambda task: (Outcome("undecided", "a slow machine"), 0.0))
    result = call("verify", "F1", "--jobs", "1", "--fresh")
    assert result.exit_code == 1
    assert "F1 is open; recorded: proved" in result.output


def test_a_surviving_twin_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "run_task", lambda task: (Outcome("passed", "anything goes"), 0.0))
    result = call("verify", "F1", "--mutants", "--jobs", "1", "--fresh")
    assert result.exit_code == 1
    assert "a false twin survives: F1" in result.output


def test_an_unrecorded_statement_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statement_commands, "read", dict)
    result = call("verify", "F1", "--jobs", "1")
    assert result.exit_code == 1
    assert "F1 is not recorded" in result.output


@pytest.mark.parametrize("command", ["verify", "show", "audit"])
def test_an_unknown_label_names_the_nearest(command: str) -> None:
    result = call(command, "F33")
    assert result.exit_code == 2
    assert "F3" in result.output


def test_show_names_formula_proof_dependencies_and_place() -> None:
    shown = call("show", "F3").stdout
    for part in ("formula", "proof", "rests on", "F1", "theory/statements/f_", "theory.prefix_length:local_prefix"):
        assert part in shown


def test_audit_lists_the_trust_base() -> None:
    found = json.loads(call("audit", "F3", "--json").stdout)
    assert found["status"] == "proved"
    assert "F1" in found["labels"]
    assert found["citations"] == []
    assert "F1" in call("audit", "F3").stdout


def test_the_code_that_statements_name_exists() -> None:
    from importlib import import_module

    for s in load().values():
        for place in s.code:
            module, name = place.split(":")
            owner = import_module(module)
            for part in name.split("."):
                assert hasattr(owner, part), f"{s.label}: {place}"
                owner = getattr(owner, part)


def test_sources_are_in_the_bibliography() -> None:
    from theory.proof_steps import Citation

    bibliography = (Path(__file__).parents[2] / "docs" / "references.bib").read_text(encoding="utf-8")
    for s in load().values():
        for step in s.steps:
            if isinstance(step, Citation):
                assert f"{{{step.key}," in bibliography, f"{s.label}, step {step.name}: {step.key}"


def test_every_checkable_step_has_a_false_twin() -> None:
    missing = [
        f"{s.label}: {step.name}"
        for s in load().values()
        for step in s.steps
        if step.kind != "citation" and not step.evidence and not step.mutants
    ]
    assert missing == []


def test_certificates_of_the_prover_are_kept_and_check() -> None:
    shown = call("show", "C0a").stdout
    kept = [line.split(": ", 1)[1] for line in shown.splitlines() if line.strip().startswith("certificate: ")]
    assert kept
    assert all(check_file(path).valid for path in kept)
