"""The recorded expectations: the status that each statement must at least have, and its formula as it was recorded.

The file ``theory/statements/expected.json`` is checked in.  A status that falls, a formula that changes and a statement
that nobody has recorded are all findings; ``prefixproof verify --record`` writes the file anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from theory.errors import InputError
from theory.registry import Statement
from verify.certificate import write_atomically
from verify.statement_cache import digest
from verify.statements import Checked, rank, unconcluded

__all__ = ["EXPECTED", "Edit", "edits", "findings", "fingerprint", "read", "record"]

EXPECTED = Path(__file__).resolve().parent.parent / "theory" / "statements" / "expected.json"


def fingerprint(s: Statement) -> str:
    """A digest of what the statement says: its formula, ranges, hypotheses and meanings of its quantities."""
    return digest((s.formula, s.variables, s.hypotheses, s.by_definition))[:16]


def read(path: Path = EXPECTED) -> dict[str, dict[str, str]]:
    """status and fingerprint by label; raises `InputError` if the file is unusable."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"the recorded expectations {path.name} cannot be read: {error}") from error
    if not isinstance(data, dict) or not all(
        isinstance(v, dict) and {"status", "formula"} <= set(v) for v in data.values()
    ):
        raise InputError(f"the recorded expectations {path.name} are not a table of status and formula by label")
    return data


def record(checked: Mapping[str, Checked], path: Path = EXPECTED) -> None:
    """Write the statuses as they are now, atomically."""
    table = {label: {"status": c.status, "formula": fingerprint(c.statement)} for label, c in checked.items()}
    try:
        write_atomically(path, (json.dumps(table, indent=1) + "\n").encode())
    except OSError as error:
        raise InputError(f"the expectations cannot be written: {error}") from error


def findings(checked: Mapping[str, Checked], expected: Mapping[str, Mapping[str, str]]) -> list[str]:
    """What is worse than recorded, or not recorded; empty if all is well."""
    out = []
    for label, c in checked.items():
        if label not in expected:
            out.append(f"{label} is not recorded: run  prefixproof verify --record")
            continue
        wanted = expected[label]
        if rank(c.status) < rank(wanted["status"]):
            out.append(f"{label} is {c.status}; recorded: {wanted['status']}" + "".join(f"\n    {g}" for g in c.gaps))
        if fingerprint(c.statement) != wanted["formula"]:
            out.append(f"{label}: the formula, its ranges or hypotheses differ from the recorded ones")
    return out


class Edit(NamedTuple):
    """One constant of a statement changed: is it noticed because the proof no longer ends in the formula, or because
    the statement differs from the recorded one?"""

    label: str
    constant: str
    by_proof: bool
    by_record: bool


def edits(s: Statement, expected: Mapping[str, Mapping[str, str]]) -> Iterator[Edit]:
    """Change each constant of the formula and the hypotheses, one at a time, and see what notices it."""
    proved = any(not step.evidence for step in s.steps)
    recorded = expected.get(s.label, {}).get("formula")
    for place in range(_count(s.formula)):
        formula, constant = _edit(s.formula, place)
        edited = replace(s, formula=formula)
        yield Edit(s.label, constant, proved and bool(unconcluded(edited)), fingerprint(edited) != recorded)
    for i, hypothesis in enumerate(s.hypotheses):
        for place in range(_count(hypothesis.relation)):
            relation, constant = _edit(hypothesis.relation, place)
            others = (*s.hypotheses[:i], replace(hypothesis, relation=relation), *s.hypotheses[i + 1 :])
            yield Edit(s.label, constant, False, fingerprint(replace(s, hypotheses=others)) != recorded)


def _count(e: Any) -> int:
    import sympy  # type: ignore[import-untyped]

    if isinstance(e, sympy.Rational):
        return 1
    return sum(_count(a) for a in getattr(e, "args", ()))


def _edit(e: Any, place: int) -> tuple[Any, str]:
    """The expression with its rational constant number ``place`` replaced by a larger one."""
    import sympy

    if isinstance(e, sympy.Rational):
        return e + 1, str(e)
    args = list(e.args)
    for i, a in enumerate(args):
        inside = _count(a)
        if place < inside:
            args[i], constant = _edit(a, place)
            return e.func(*args), constant
        place -= inside
    raise IndexError(place)
