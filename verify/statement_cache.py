"""Remembers outcomes of checks by content: the step, what it uses, and the code that checks it.

An edit of a statement or of a checker changes the key, so what it affects runs again; everything else is instant.
The files hold plain JSON, written atomically; an unreadable one counts as empty.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from theory.proof_steps import Deduction, Identity, Induction, Inequality, Instances, Step
from theory.registry import Statement, uses_of
from verify.certificate import write_atomically
from verify.statement_checks import Outcome

__all__ = ["Cache", "default_cache", "digest", "step_key"]

Check = tuple[str, str, int | None]
"""Label, step, and the number of the false twin (None for the step itself)."""
MAX_ENTRIES = 50_000

ROOT = Path(__file__).resolve().parent.parent


def default_cache() -> Path:
    """``$PREFIXPROOF_CACHE``, or ``prefixproof`` in the user's cache directory."""
    if chosen := os.environ.get("PREFIXPROOF_CACHE"):
        return Path(chosen)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "prefixproof"


class Cache:
    """Outcomes by key, in one file."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / "statements.json"
        self.entries: dict[str, dict[str, Any]] = _read(self.path)
        self.fresh: dict[str, dict[str, Any]] = {}

    def get(self, key: str) -> tuple[Outcome, float] | None:
        """The outcome and the seconds that it took, if this very check was made before."""
        entry = self.entries.get(key)
        try:
            if entry is None:
                return None
            outcome = Outcome(
                entry["result"], entry["detail"], entry["covers"], tuple(entry["rests_on"]), int(entry["cases"])
            )
            return outcome, float(entry["seconds"])
        except (KeyError, TypeError, ValueError):
            return None

    def keys(self, registry: Mapping[str, Statement], checks: Iterable[Check]) -> dict[Check, str]:
        """The key of each check; from the last run as long as no file of the project has changed (much faster)."""
        place, sources = self.path.with_name("keys.json"), _code("sources")
        known = _read(place)
        table = known.get("keys") if known.get("sources") == sources else None
        names = {check: "|".join(map(str, check)) for check in checks}
        if isinstance(table, dict) and all(isinstance(table.get(name), str) for name in names.values()):
            return {check: table[name] for check, name in names.items()}
        found = {check: step_key(registry, *check) for check in names}
        old = table if isinstance(table, dict) else {}
        _write(place, {"sources": sources, "keys": old | {names[check]: key for check, key in found.items()}})
        return found

    def certificate(self, key: str) -> Path:
        """Where the certificate of a step that the prover decided is kept; ``prefixproof check`` re-checks it."""
        return self.path.parent / "certificates" / f"{key[:40]}.json"

    def put(self, key: str, outcome: Outcome, seconds: float) -> None:
        """Remember an outcome, unless a crash or an exhausted budget made it."""
        if outcome.result in ("passed", "refuted"):
            self.fresh[key] = {
                "result": outcome.result,
                "detail": outcome.detail,
                "covers": outcome.covers,
                "rests_on": list(outcome.rests_on),
                "cases": outcome.cases,
                "seconds": round(seconds, 3),
            }
        if outcome.result == "passed" and outcome.certificate is not None:
            _write(self.certificate(key), outcome.certificate)

    def save(self) -> None:
        """Write what is new."""
        if not self.fresh:
            return
        newest = [*self.entries.items(), *self.fresh.items()][-MAX_ENTRIES:]
        self.entries, self.fresh = dict(newest), {}
        _write(self.path, self.entries)


def _read(path: Path) -> dict[str, Any]:
    """The object in a file; a missing or damaged one counts as empty."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _write(path: Path, data: Mapping[str, Any]) -> None:
    """Write a file, atomically; a directory that cannot be written is no reason to fail."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(data).encode())


# --- keys ---------------------------------------------------------------------------------------------------------

_PACKAGES = {
    "prover": ("verify/proving/*.py", "verify/prove.py", "theory/*.py"),
    "solver": ("verify/deduction.py",),
    "sources": ("verify/**/*.py", "constructions/**/*.py", "theory/**/*.py"),
    "everything": ("verify/**/*.py", "constructions/**/*.py", "theory/*.py"),
}
_VERSIONS = ("python-flint", "sympy", "z3-solver", "numpy", "scipy")


@cache
def _code(part: str) -> str:
    """A digest of the code that a kind of check runs, and of the versions of the libraries."""
    found = sorted({p for pattern in (*_PACKAGES[part], "verify/statement_checks.py") for p in ROOT.glob(pattern)})
    contents = [p.read_bytes() for p in found]
    return _hash([*contents, *(version(name).encode() for name in _VERSIONS)])


@cache
def _chapter(module: str) -> str:
    path = ROOT / f"{module.replace('.', '/')}.py"
    return _hash([path.read_bytes()]) if path.is_file() else module


def _hash(parts: Iterable[bytes]) -> str:
    total = hashlib.sha256()
    for part in parts:
        total.update(hashlib.sha256(part).digest())
    return total.hexdigest()


def digest(value: Any) -> str:
    """A digest of a formula, a step or a statement's data that does not depend on the run or the machine."""
    return _hash([_text(value).encode()])


def _text(value: Any) -> str:
    import sympy  # type: ignore[import-untyped]

    if isinstance(value, sympy.Basic):
        return str(sympy.srepr(value))
    if is_dataclass(value) and not isinstance(value, type):
        shown = (f"{f.name}={_text(getattr(value, f.name))}" for f in fields(value) if f.compare)
        return f"{type(value).__name__}({', '.join(shown)})"
    if isinstance(value, Mapping):
        return "{" + ", ".join(sorted(f"{_text(k)}: {_text(v)}" for k, v in value.items())) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_text, value)) + "]"
    if isinstance(value, partial):
        return f"partial({_text(value.func)}, {_text(value.args)}, {_text(value.keywords)})"
    if callable(value):
        return _function(value)
    return repr(value)


def _function(f: Any) -> str:
    """A function by its file, its place there (lambdas have no name of their own), and the values it has caught."""
    module = getattr(f, "__module__", "")
    text = f"{module}.{getattr(f, '__qualname__', '')}:{_chapter(module)}"
    if (code := getattr(f, "__code__", None)) is None:
        return text
    caught = [cell.cell_contents for cell in f.__closure__ or ()]
    return f"{text}:{list(code.co_positions())}:{_text(caught)}:{_text(f.__defaults__)}:{_text(f.__kwdefaults__)}"


def step_key(registry: Mapping[str, Statement], label: str, name: str, mutant: int | None) -> str:
    """The key of a check: it changes when the step, its statement's ranges, what it uses, or the checker changes."""
    s = registry[label]
    step = s.step(name)
    if mutant is not None:
        step = replace(step, mutants=(), **step.mutants[mutant].change)
    context = (s.variables, s.hypotheses, s.by_definition)
    used = [
        registry[use.name].claim() if use.name in registry else getattr(s.step(use.name), "claim", None)
        for use in uses_of(step)
    ]
    return _hash(
        part.encode()
        for part in (_code(_part(step)), _text(replace(step, mutants=(), says="")), _text(context), _text(used))
    )


def _part(step: Step) -> str:
    match step:
        case Inequality() | Identity():
            return "prover"
        case Deduction() | Induction():
            return "solver"
        case Instances():
            return "everything"
    return "solver"
