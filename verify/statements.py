"""Runs the registry: checks every step, computes the status of every statement, counts the false twins refuted.

The status is the worst of the proof steps and of what they use; it is never better than what it rests on:

    proved, proved modulo citations, certified on a range, tested only, open, refuted (and "error" if a check crashes).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Final

from theory.proof_steps import Citation, Deduction, Instances, Step
from theory.registry import Statement, load, statement, uses_of
from verify.statement_cache import Cache, default_cache
from verify.statement_checks import Outcome, check_mutant, check_step

__all__ = ["RANKS", "Checked", "MutantResult", "StepResult", "Task", "audit", "check_all", "closure", "rank", "run",
           "statuses", "tasks", "used_by"]  # fmt: skip

RANKS: Final = ("error", "refuted", "open", "tested only", "certified on a range", "proved modulo citations", "proved")
"""From worst to best; "definition" counts as proved."""


def rank(status: str) -> int:
    """The place of a status in `RANKS`; a definition is as good as proved."""
    return RANKS.index("proved" if status == "definition" else status)


@dataclass(frozen=True)
class Task:
    """A check to run: a step (``mutant`` None) or one of its false twins."""

    label: str
    step: str
    mutant: int | None = None


@dataclass(frozen=True)
class StepResult:
    """The outcome of a step, and the seconds it took (or took when it was last run)."""

    step: Step
    outcome: Outcome
    seconds: float


@dataclass(frozen=True)
class MutantResult:
    """A false twin, whether the check refuted it, and why it may survive."""

    step: str
    says: str
    outcome: Outcome
    survives: str

    @property
    def killed(self) -> bool:
        """Refuted by the check that passes the true step."""
        return self.outcome.result == "refuted"


@dataclass(frozen=True)
class Checked:
    """A statement with its computed status.

    ``rests_on`` are the labels that its proof uses, ``citations`` the trust base (its own and theirs), ``gaps`` say
    what is missing."""

    statement: Statement
    status: str
    steps: tuple[StepResult, ...]
    rests_on: tuple[str, ...]
    citations: tuple[str, ...]
    seconds: float
    gaps: tuple[str, ...] = ()
    mutants: tuple[MutantResult, ...] = field(default=())


# --- running ------------------------------------------------------------------------------------------------------


def tasks(registry: Mapping[str, Statement], labels: Sequence[str], *, mutants: bool) -> list[Task]:
    """The checks that the given labels need: their own steps and those of everything they use."""
    wanted = dict.fromkeys(closure(registry, labels))
    out = [Task(label, step.name) for label in wanted for step in registry[label].steps]
    if mutants:
        chosen = set(labels)
        out += [
            Task(label, step.name, i)
            for label in wanted
            if label in chosen
            for step in registry[label].steps
            for i in range(len(step.mutants))
        ]
    return out


def closure(registry: Mapping[str, Statement], labels: Sequence[str]) -> list[str]:
    """The labels and everything that they use to be stated or proved, used ones first."""
    seen: set[str] = set()
    order: list[str] = []

    def visit(label: str) -> None:
        if label not in seen:
            seen.add(label)
            for used in (*registry[label].proof_uses, *registry[label].uses):
                visit(used)
            order.append(label)

    for label in labels:
        visit(label)
    return order


def run_task(task: Task) -> tuple[Outcome, float]:
    """Run one check in this process."""
    registry = load()
    owner = registry[task.label]
    step = owner.step(task.step)
    start = time.perf_counter()
    if task.mutant is None:
        outcome = check_step(owner, step, registry)
    else:
        outcome = check_mutant(owner, step, task.mutant, registry)
    return outcome, time.perf_counter() - start


def run(
    todo: Sequence[Task], *, jobs: int = 1, cache: Cache | None = None, done: Callable[[Task], None] = lambda task: None
) -> dict[Task, tuple[Outcome, float]]:
    """Run the checks in ``jobs`` processes, taking from the cache what was checked before with the same code."""
    registry = load()
    results: dict[Task, tuple[Outcome, float]] = {}
    keys: dict[Task, str] = {}
    if cache:
        found_keys = cache.keys(registry, [(task.label, task.step, task.mutant) for task in todo])
        keys = {task: found_keys[task.label, task.step, task.mutant] for task in todo}
    left = []
    for task in todo:
        found = cache.get(keys[task]) if cache else None
        if found is None:
            left.append(task)
        else:
            results[task] = found
            done(task)
    for task, answer in _computed(left, jobs):
        results[task] = answer
        if cache:
            cache.put(keys[task], *answer)
        done(task)
    if cache:
        cache.save()
    return results


def _computed(todo: Sequence[Task], jobs: int) -> Iterator[tuple[Task, tuple[Outcome, float]]]:
    left = dict.fromkeys(todo)
    if jobs > 1 and len(todo) > 1:
        with ProcessPoolExecutor(min(jobs, len(todo)), mp_context=get_context("spawn")) as pool:
            futures = {pool.submit(run_task, task): task for task in todo}
            for future in as_completed(futures):
                try:
                    answer = future.result()
                except BrokenExecutor as error:
                    if len(left) == len(todo):
                        break  # no process ever started, as where the main program is not a file: go on in this one
                    answer = (Outcome("error", f"its process died: {error}"), 0.0)
                del left[futures[future]]
                yield futures[future], answer
    for task in left:
        yield task, run_task(task)


def check_all(*, jobs: int = 1, mutants: bool = False) -> dict[str, Checked]:
    """Every statement, with what was checked before taken from the cache."""
    registry = load()
    return statuses(
        registry, run(tasks(registry, list(registry), mutants=mutants), jobs=jobs, cache=Cache(default_cache()))
    )


# --- statuses -----------------------------------------------------------------------------------------------------


def statuses(registry: Mapping[str, Statement], results: Mapping[Task, tuple[Outcome, float]]) -> dict[str, Checked]:
    """The status of every statement whose steps have results, used statements first."""
    out: dict[str, Checked] = {}
    covered = [label for label, s in registry.items() if all(Task(label, step.name) in results for step in s.steps)]
    for label in closure(registry, covered):
        out[label] = _status(registry[label], results, out)
    return {label: out[label] for label in registry if label in out}


def _status(s: Statement, results: Mapping[Task, tuple[Outcome, float]], earlier: Mapping[str, Checked]) -> Checked:
    done = tuple(StepResult(step, *results[Task(s.label, step.name)]) for step in s.steps)
    ranks, gaps = [len(RANKS) - 1], list[str]()

    def lower(status: str, why: str) -> None:
        ranks.append(rank(status))
        if rank(status) < rank("proved modulo citations"):
            gaps.append(f"{status}: {why}")

    for r in done:
        status = _step_status(r.step, r.outcome)
        if r.step.evidence and rank(status) > rank("open"):
            continue
        lower(status, f"step {r.step.name}: {r.outcome.detail if r.outcome.result != 'passed' else r.outcome.covers}")
    for label in s.proof_uses:
        if label in earlier:
            lower(earlier[label].status, f"uses {label}")
        else:
            lower("open", f"uses {label}, which was not checked")
    definition = s.kind == "definition" and not any(not r.step.evidence for r in done)
    if not definition:
        for missing in unconcluded(s):
            lower("open", f"no proof step concludes {missing}")
        if not any(not r.step.evidence for r in done):
            tested = [_step_status(r.step, r.outcome) for r in done]
            ranks = [max((rank(t) for t in tested), default=rank("open"))]
    status = RANKS[min(ranks)]
    citations = [c for r in done if not r.step.evidence for c in r.outcome.rests_on]
    inherited = [c for label in s.proof_uses if label in earlier for c in earlier[label].citations]
    mutants = tuple(
        MutantResult(step.name, mutant.says, results[Task(s.label, step.name, i)][0], mutant.survives)
        for step in s.steps
        for i, mutant in enumerate(step.mutants)
        if Task(s.label, step.name, i) in results
    )
    return Checked(
        s,
        "definition" if definition and status == "proved" else status,
        done,
        s.proof_uses,
        tuple(dict.fromkeys([*citations, *inherited])),
        sum(r.seconds for r in done),
        tuple(gaps),
        mutants,
    )


def _step_status(step: Step, outcome: Outcome) -> str:
    """What a step alone is worth."""
    if outcome.result != "passed":
        return {"error": "error", "refuted": "refuted", "undecided": "open"}[outcome.result]
    if isinstance(step, Citation):
        return "proved modulo citations"
    if isinstance(step, Instances) and step.mode == "sampled":
        return "tested only"
    return "proved" if outcome.covers == "all" else "certified on a range"


def unconcluded(s: Statement) -> list[str]:
    """The parts of the formula that no proof step states: a proof must end in the formula, letter by letter.

    A step that assumes something of its own (``given``) states an implication, not the part.
    """
    from sympy import And  # type: ignore[import-untyped]

    stated = []
    for step in s.steps:
        claim = getattr(step, "claim", None)
        if step.evidence or claim is None or (isinstance(step, Deduction) and step.given):
            continue
        stated += list(claim.args) if isinstance(claim, And) else [claim]
    if not any(not step.evidence for step in s.steps):
        return []
    return [str(part) for part in s.conjuncts() if part not in stated]


# --- the trust base -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Audit:
    """Everything that a statement rests on: labels (with status), citations, and how many steps each method decides."""

    label: str
    labels: tuple[tuple[str, str], ...]
    citations: tuple[str, ...]
    methods: tuple[tuple[str, int], ...]


METHODS: Final = {
    "identity": "identities by normal forms (exact)",
    "inequality": "inequalities by the prover (ball arithmetic)",
    "deduction": "deductions by an SMT solver (real arithmetic)",
    "induction": "inductions by an SMT solver (real arithmetic)",
    "instances": "enumerated instances (exact or enclosed)",
}


def audit(label: str, checked: Mapping[str, Checked]) -> Audit:
    """What the proof of a statement rests on, transitively."""
    statement(label)  # names the nearest labels if there is none
    seen: dict[str, None] = {}

    def visit(name: str) -> None:
        for used in checked[name].statement.proof_uses:
            if used not in seen:
                seen[used] = None
                visit(used)

    visit(label)
    citations: dict[str, None] = {}
    methods: dict[str, int] = {}
    for name in (label, *seen):
        for r in checked[name].steps:
            if r.step.evidence:
                continue
            for source in r.outcome.rests_on:
                citations[source] = None
            if r.step.kind in METHODS:
                methods[METHODS[r.step.kind]] = methods.get(METHODS[r.step.kind], 0) + 1
    return Audit(
        label,
        tuple((name, checked[name].status) for name in seen),
        tuple(citations),
        tuple(methods.items()),
    )


def used_by(registry: Mapping[str, Statement], label: str) -> list[str]:
    """The labels whose statement or proof uses this one directly."""
    return [
        s.label
        for s in registry.values()
        if label in s.uses or any(use.name == label for step in s.steps for use in uses_of(step))
    ]
