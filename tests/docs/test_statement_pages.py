"""The pages of the registry follow the registry: nothing on them is typed by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from sympy import Rational  # type: ignore[import-untyped]

from theory import paper_map
from theory.errors import InputError
from theory.proof_steps import Deduction
from theory.registry import Statement, load
from verify.statement_checks import check_mutant, check_step
from verify.statement_graph import MARKS, graph_svg, layout, used_directly
from verify.statement_pages import index_page, page_name, pages, replace_pages, statement_page
from verify.statement_reports import failures_page, paper_page, section
from verify.statements import RANKS, Checked, statuses, tasks

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def registry() -> dict[str, Statement]:
    return load()


@pytest.fixture(scope="module")
def unchecked(registry: dict[str, Statement]) -> dict[str, Checked]:
    """Every statement as if all of it were proved: enough for the shape of the pages."""
    return {label: Checked(s, "proved", (), s.proof_uses, (), 0.0) for label, s in registry.items()}


def check(registry: dict[str, Statement], label: str) -> Checked:
    """The statement with the statuses of all it uses; the steps of this registry, which may be edited."""
    results = {}
    for task in tasks(registry, [label], mutants=True):
        owner = registry[task.label]
        step = owner.step(task.step)
        done = (
            check_step(owner, step, registry)
            if task.mutant is None
            else check_mutant(owner, step, task.mutant, registry)
        )
        results[task] = (done, 0.0)
    return statuses(registry, results)[label]


def test_a_page_shows_what_was_checked(registry: dict[str, Statement]) -> None:
    found = check(registry, "F1")
    page = statement_page(found, registry)
    for part in ("**proved**", "$$", "## Proof", "false twins refuted", "{source}`theory/statements/f_", "used by: "):
        assert part in page
    assert all(re.sub(r"\W", "", r.step.name) in re.sub(r"\W", "", page) for r in found.steps)


def formulas(page: str) -> set[str]:
    return set(re.findall(r"\$\$.*?\$\$", page))


def test_a_changed_constant_changes_page_and_status(registry: dict[str, Statement]) -> None:
    """tanh(theta/2) becomes tanh(theta/4): the proof no longer ends in the formula, and the pages say so."""
    before = check(registry, "L0")
    false = registry["L0"].formula.xreplace({Rational(1, 2): Rational(1, 4)})
    assert false != registry["L0"].formula
    edited = registry | {"L0": replace(registry["L0"], formula=false)}
    after = check(edited, "L0")
    assert (before.status, after.status) == ("proved", "open")
    old, new = statement_page(before, registry), statement_page(after, edited)
    assert "**open**" in new
    assert "gap: open: no proof step concludes" in new
    assert formulas(new) - formulas(old)
    assert "| open |" in index_page({"L0": after})
    assert "1 open" in index_page({"L0": after})
    assert 'class="node open"' in graph_svg({"L0": after}, edited, page_name)


def test_a_constant_changed_in_formula_and_steps_alike_is_no_better(registry: dict[str, Statement]) -> None:
    s = registry["L0"]
    change = {Rational(1, 2): Rational(1, 4)}
    steps = tuple(
        replace(step, claim=step.claim.xreplace(change))
        if isinstance(step, Deduction) and step.claim == s.formula
        else step
        for step in s.steps
    )
    assert steps != s.steps
    after = check(registry | {"L0": replace(s, formula=s.formula.xreplace(change), steps=steps)}, "L0")
    assert after.status in {"refuted", "open"}


def test_a_missing_hypothesis_turns_the_status(registry: dict[str, Statement]) -> None:
    weaker = registry | {"F1": replace(registry["F1"], hypotheses=(), by_definition=())}
    fallen = check(weaker, "F1")
    assert fallen.status in {"refuted", "open"}
    assert "delta < r" not in statement_page(fallen, weaker)


def test_pages_that_are_gone_are_removed(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("gone")
    (tmp_path / "same.md").write_text("same")
    stamp = (tmp_path / "same.md").stat().st_mtime_ns
    replace_pages(tmp_path, {"same": "same", "new": "new"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["new.md", "same.md"]
    assert (tmp_path / "same.md").stat().st_mtime_ns == stamp


def test_every_statement_has_a_page_and_every_link_leads_to_one(
    registry: dict[str, Statement], unchecked: dict[str, Checked]
) -> None:
    written = pages(unchecked, registry)
    assert set(written) == {*map(page_name, registry), "index", "graph"}
    for name, text in written.items():
        for target in re.findall(r"\]\(([\w-]+)\.md\)", text):
            assert target in written, f"{name} links to {target}"


def test_page_names_are_good_in_addresses(registry: dict[str, Statement]) -> None:
    names = [page_name(label) for label in registry]
    assert len(set(map(str.casefold, names))) == len(names)
    assert all(re.fullmatch(r"[\w-]+", name) for name in names)


# --- the graph ----------------------------------------------------------------------------------------------------


def test_used_statements_stand_to_the_left(registry: dict[str, Statement]) -> None:
    nodes = layout(registry)
    assert set(nodes) == set(registry)
    assert len({(n.x, n.y) for n in nodes.values()}) == len(nodes), "two nodes cover each other"
    for label, s in registry.items():
        assert all(nodes[used].x < nodes[label].x for used in used_directly(s)), label


def test_a_node_is_a_link_with_a_name_and_a_mark(registry: dict[str, Statement], unchecked: dict[str, Checked]) -> None:
    svg = graph_svg(unchecked | {"F1": replace(unchecked["F1"], status="tested only")}, registry, page_name)
    assert svg.count('<a id="node-') == len(registry)
    assert 'href="K4-double-prime.html"' in svg
    assert 'class="node tested" href="F1.html" aria-label="F1. Localisation: tested only"' in svg
    assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_every_status_has_a_mark_of_its_own() -> None:
    assert set(MARKS) == {*RANKS, "definition"}
    assert len({mark for mark, _ in MARKS.values()}) == len(MARKS)


# --- the paper, failures -------------------------------------------------------------------------------------------


def test_the_paper_map_names_statements_that_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paper_map.load_map() == paper_map.PAPER
    monkeypatch.setattr(paper_map, "PAPER", (paper_map.PAPER[0]._replace(through=("Z9",)), *paper_map.PAPER[1:]))
    with pytest.raises(InputError, match="Z9"):
        paper_map.load_map()
    monkeypatch.setattr(paper_map, "PAPER", paper_map.PAPER[1:])
    with pytest.raises(InputError, match="forgets P1"):
        paper_map.load_map()


def test_the_paper_page_shows_computed_statuses(unchecked: dict[str, Checked]) -> None:
    title = "One head approximates every continuous function on the sphere"
    assert f"[P1](P1.md). {title}: **proved**" in paper_page(unchecked)
    fallen = unchecked | {"P1": replace(unchecked["P1"], status="open")}
    assert f"[P1](P1.md). {title}: **open**" in paper_page(fallen)


def test_failures_lists_what_is_weak(registry: dict[str, Statement], unchecked: dict[str, Checked]) -> None:
    gallery = (ROOT / "docs" / "prove_gallery.md").read_text(encoding="utf-8")
    fallen = unchecked | {"F1": replace(unchecked["F1"], status="open", gaps=("open: nobody knows",))}
    page = failures_page(fallen, registry, gallery)
    assert "[F1](F1.md): open. open: nobody knows" in page
    assert all(line in page for line in section(gallery, "Still UNKNOWN"))
    with pytest.raises(InputError, match="no section"):
        section(gallery, "Nothing of the kind")
