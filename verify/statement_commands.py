"""``prefixproof verify | show | audit``: the registry on the terminal; `verify.cli` adds the options."""

from __future__ import annotations

import json
import sys
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from theory.registry import Hypothesis, Statement, load, statement
from verify.expectations import edits, findings, read, record
from verify.report import print_table
from verify.statement_cache import Cache, default_cache, step_key
from verify.statements import Checked, Task, audit, closure, rank, run, statuses, tasks, used_by

__all__ = ["audit_command", "show_command", "verify_command"]


def _check(labels: Sequence[str], *, mutants: bool = False, jobs: int = 1, cache: bool = True) -> dict[str, Checked]:
    """Check the labels and everything they use."""
    registry = load()
    todo = tasks(registry, labels, mutants=mutants)
    with _progress(len(todo)) as done:
        results = run(todo, jobs=jobs, cache=Cache(default_cache()) if cache else None, done=done)
    return statuses({label: registry[label] for label in registry if label in closure(registry, labels)}, results)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Task], None]]:
    """A progress bar on stderr, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda task: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        number = bar.add_task("checking", total=total)

        def done(task: Task) -> None:
            twin = "" if task.mutant is None else f", false twin {task.mutant + 1}"
            bar.update(number, advance=1, description=f"{task.label}: {task.step}{twin}"[:48])

        yield done


def verify_command(
    labels: Sequence[str],
    *,
    as_json: bool = False,
    mutants: bool = False,
    jobs: int = 1,
    cache: bool = True,
    recording: bool = False,
) -> int:
    """Check statements and print their statuses; 0 only if none is worse than recorded and no false twin survives."""
    registry = load()
    chosen = [statement(label).label for label in labels] or list(registry)
    start = time.perf_counter()
    everything = _check(chosen, mutants=mutants, jobs=jobs, cache=cache)
    checked = {label: everything[label] for label in registry if label in chosen}
    if recording:
        record(everything if not labels else {**_recorded(), **everything})
    problems = findings(checked, read())
    survivors = [
        f"{label}, step {m.step}: {m.says} ({m.outcome.result}: {m.outcome.detail[:160]})"
        for label, c in checked.items()
        for m in c.mutants
        if not m.killed and not m.survives
    ]
    if as_json:
        print(json.dumps([_json(c, mutants=mutants) for c in checked.values()]))
    else:
        _print_table(checked, mutants=mutants, seconds=time.perf_counter() - start)
    for line in [*problems, *(f"a false twin survives: {s}" for s in survivors)]:
        print(f"prefixproof: {line}", file=sys.stderr)
    return 1 if problems or survivors else 0


def _recorded() -> dict[str, Checked]:
    """All statements, for a record of everything."""
    return _check(list(load()))


def _json(c: Checked, *, mutants: bool) -> dict[str, object]:
    out: dict[str, object] = {
        "label": c.statement.label,
        "title": c.statement.title,
        "status": c.status,
        "rests_on": [*c.rests_on, *c.citations],
        "seconds": round(c.seconds, 3),
    }
    if mutants:
        out |= {"mutants": len(c.mutants), "killed": sum(m.killed for m in c.mutants)}
    return out


def _print_table(checked: dict[str, Checked], *, mutants: bool, seconds: float) -> None:
    rows = []
    for label, c in checked.items():
        rests = ", ".join([*c.rests_on, *c.citations]) or "arithmetic"
        row = [label, c.statement.title, c.status, textwrap.shorten(rests, 60), f"{c.seconds:.1f}"]
        if mutants:
            row.append(f"{sum(m.killed for m in c.mutants)}/{len(c.mutants)}")
        rows.append(row)
    print_table(
        ["label", "title", "status", "rests on", "seconds", *(["false twins refuted"] if mutants else [])], rows
    )
    counts: dict[str, int] = {}
    for c in checked.values():
        counts[c.status] = counts.get(c.status, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: -rank(item[0]))
    print(f"\n{len(checked)} statements: {', '.join(f'{n} {status}' for status, n in ordered)}; {seconds:.1f} s")
    for c in checked.values():
        for gap in c.gaps:
            print(f"  {c.statement.label}: {gap}")
    if mutants:
        _print_mutants(checked)


def _print_mutants(checked: dict[str, Checked]) -> None:
    twins = [m for c in checked.values() for m in c.mutants]
    print(f"false twins of steps: {sum(m.killed for m in twins)} of {len(twins)} refuted")
    for label, c in checked.items():
        for m in c.mutants:
            if not m.killed and m.survives:
                print(f"  survives: {label}, step {m.step}: {m.says}, because {m.survives}")
    expected = read()
    changed = [e for c in checked.values() for e in edits(c.statement, expected)]
    noticed, by_proof = sum(e.by_proof or e.by_record for e in changed), sum(e.by_proof for e in changed)
    print(
        f"constants of formulas and hypotheses changed one at a time: {noticed} of {len(changed)} noticed, {by_proof} "
        "of them by the proof (it no longer ends in the formula), the others by the recorded statement"
    )


# --- one statement ------------------------------------------------------------------------------------------------


def show_command(label: str) -> int:
    """Print one statement: formula, hypotheses, proof steps with their outcomes, dependencies, place in the code."""
    s = statement(label)
    registry, memory = load(), Cache(default_cache())
    checked = _check([s.label])
    c = checked[s.label]
    print(f"{s.label}  {s.title}  ({s.kind}, {c.status})")
    for paragraph in filter(None, (s.says, s.note)):
        print(textwrap.fill(paragraph, 110, initial_indent="  ", subsequent_indent="  "))
    print("\nformula")
    for part in s.conjuncts():
        print(f"  {part}")
    print("for")
    for v in s.variables:
        print(f"  {v.domain}" + (f"   {v.meaning}" if v.meaning else "") + ("   (determined)" if v.quantity else ""))
    _print_relations("if", s.hypotheses)
    _print_relations("by definition", s.by_definition)
    print(f"source\n  {s.source}")
    print("proof" if any(not step.evidence for step in s.steps) else "checks")
    for r in c.steps:
        what = f"{r.step.kind}{', evidence' if r.step.evidence else ''}"
        print(f"  {r.step.name} [{what}: {r.outcome.result}; {r.outcome.detail}; {len(r.step.mutants)} false twins]")
        print(textwrap.fill(r.step.says, 110, initial_indent="    ", subsequent_indent="    "))
        kept = memory.certificate(step_key(registry, s.label, r.step.name, None))
        if kept.is_file():
            print(f"    certificate: {kept}")
        if getattr(r.step, "claim", None) is not None:
            given = getattr(r.step, "given", ())
            print(f"    {', '.join(map(str, given))}{' => ' if given else ''}{r.step.claim}")  # type: ignore[attr-defined]
    print("rests on")
    _print_tree(s, checked, "  ", set())
    if users := used_by(registry, s.label):
        print(f"used by\n  {', '.join(users)}")
    print(f"declared in\n  {s.file}:{s.line}")
    for place in s.code:
        print(f"  computed by {place}")
    return 0


def _print_relations(title: str, relations: Sequence[Hypothesis]) -> None:
    if relations:
        print(title)
        for h in relations:
            print(f"  {h.relation}" + (f"   {h.says}" if h.says else ""))


def _print_tree(s: Statement, checked: dict[str, Checked], indent: str, seen: set[str]) -> None:
    own = [source for r in checked[s.label].steps if not r.step.evidence for source in r.outcome.rests_on]
    for source in dict.fromkeys(own):
        print(f"{indent}{source}")
    for label in s.proof_uses:
        used = checked[label]
        again = " (see above)" if label in seen else ""
        print(f"{indent}{label}  {used.statement.title}: {used.status}{again}")
        if label not in seen:
            seen.add(label)
            _print_tree(used.statement, checked, indent + "  ", seen)
    if not own and not s.proof_uses and indent == "  ":
        print(f"{indent}arithmetic alone")


def audit_command(label: str, *, as_json: bool = False) -> int:
    """Print the trust base of a statement, transitively: labels, citations, and the methods that decide its steps."""
    s = statement(label)
    checked = _check([s.label])
    found = audit(s.label, checked)
    if as_json:
        print(
            json.dumps(
                {
                    "label": s.label,
                    "status": checked[s.label].status,
                    "labels": dict(found.labels),
                    "citations": list(found.citations),
                    "methods": dict(found.methods),
                    "by_definition": {
                        k: [str(h) for h in load()[k].by_definition] for k in (s.label, *dict(found.labels))
                    },
                }
            )
        )
        return 0
    print(f"{s.label}  {s.title}: {checked[s.label].status}")
    print("citations\n" + ("\n".join(f"  {c}" for c in found.citations) or "  none"))
    print("statements\n" + ("\n".join(f"  {name}: {status}" for name, status in found.labels) or "  none"))
    print("decided by\n" + ("\n".join(f"  {n} {method}" for method, n in found.methods) or "  nothing"))
    facts = [f"  {name}: {h}" for name in (s.label, *dict(found.labels)) for h in load()[name].by_definition]
    if facts:
        print("true by definition of the quantities\n" + "\n".join(facts))
    return 0
