"""Prover against Sollya, CoqInterval and alkahest on what they can express; writes docs/prove_rivals.md.

    python tests/benchmarks/prove_rivals.py [--seconds 20] [--out docs/prove_rivals.md] [--alkahest-python PYTHON]

Every tool is optional; a missing one is reported as skipped.  Shared cases: real variables on closed finite boxes,
elementary functions.  Sollya: checkinfnorm (one variable).  CoqInterval: the interval tactic with bisection and
Taylor models.  alkahest: bound_on_box of right - left, solved when its lower end is >= 0 (> 0).
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from flint import fmpq

from theory.balls import precision
from verify.prove import PROVED, prove
from verify.proving.boxes import end_ball
from verify.proving.syntax import Variable, parse_domain, parse_statement
from verify.proving.terms import Term, add, neg

CORPUS = Path(__file__).parents[1] / "conformance" / "inequalities.toml"
ELEMENTARY = {"sin", "cos", "tan", "exp", "log", "atan", "abs"}
EXTRA = [
    ("sin(x) >= 0.6*x", ["x in [0, 3/2]"]),
    ("exp(x) >= 1 + x + 0.4*x**2", ["x in [1/10, 1]"]),
    ("cos(x) <= 1 - 0.4*x**2", ["x in [1/4, 1]"]),
    ("log(1+x) <= 0.99*x", ["x in [1/4, 4]"]),
    ("x*(1-x)*exp(x) <= 0.44", ["x in [0, 1]"]),
    ("sin(x)*cos(y) + x*y <= 1.6", ["x in [0, 1]", "y in [0, 1]"]),
    ("exp(-x**2-y**2) + sin(3*x*y) <= 1.5", ["x in [-1, 1]", "y in [-1, 1]"]),
    ("atan(x*y) + exp(x-y) <= 3.6", ["x in [0, 1]", "y in [0, 1]"]),
]


def show(t: Term, tool: str) -> str:
    """The term in a tool's syntax; KeyError if a part has none."""

    def number(q: fmpq) -> str:
        text = f"({q.p})" if int(q.q) == 1 else f"(({q.p})/{q.q})"
        return text if tool != "alkahest" else f"Q({q.p},{q.q})"

    if t.kind == "num":
        return number(t.value)
    if t.kind == "pi":
        return {"sollya": "pi", "coq": "PI", "alkahest": "PI"}[tool] if tool != "alkahest" else _missing("pi")
    if t.kind == "var":
        return t.name
    args = [show(a, tool) for a in t.args]
    if t.kind == "add":
        parts = [f"{number(c)}*{a}" if c != 1 else a for a, c in zip(args, t.coefs, strict=True)]
        return "(" + " + ".join(parts + ([number(t.value)] if t.value != 0 else [])) + ")"
    if t.kind == "mul":
        top, bottom = [], []
        for a, e in zip(args, t.coefs, strict=True):
            p, q = abs(int(e.p)), int(e.q)
            if q == 2:
                a = f"sqrt({a})"
            elif q != 1:
                _missing("root")
            (top if e > 0 else bottom).append(a if p == 1 else (f"({a})^{p}" if tool != "alkahest" else f"({a})**{p}"))
        over = "*".join(top) if top else number(fmpq(1))
        return f"({over})" if not bottom else f"(({over})/({'*'.join(bottom)}))"
    if t.name not in ELEMENTARY:
        _missing(t.name)
    name = {"coq": {"log": "ln", "abs": "Rabs"}}.get(tool, {}).get(t.name, t.name)
    return f"{name}({args[0]})" if tool != "coq" else f"({name} {args[0]})"


def _missing(what: str) -> str:
    raise KeyError(what)


class Case:
    """One shared case: every relation as right - left >= 0 (> 0) on a closed box."""

    def __init__(self, statement: str, domain: list[str]) -> None:
        self.statement, self.domain = statement, domain
        self.variables, _ = parse_domain(domain)
        parsed = parse_statement(statement, frozenset(v.name for v in self.variables))
        self.goals = [(add([r.right, neg(r.left)]), r.kind == "<") for r in parsed.relations]
        for v in self.variables:
            if v.integer or v.low is None or v.high is None or v.low.variables or v.high.variables:
                _missing("unbounded or dependent domain")
            if v.low_open or v.high_open:
                _missing("open end")
        if any(r.kind == "==" for r in parsed.relations):
            _missing("identity")
        for f, _strict in self.goals:
            show(f, "sollya")


def ends(v: Variable) -> tuple[float, float]:
    """Decimal ends for tools that take floats (used for alkahest only)."""
    assert v.low is not None
    assert v.high is not None
    with precision(53):
        return float(end_ball(v.low).mid()), float(end_ball(v.high).mid())


def execute(command: list[str], seconds: float, text: str = "") -> tuple[str, float]:
    """Output and wall time of a process; '' on a timeout."""
    start = time.monotonic()
    try:
        done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=seconds, check=False)
        return done.stdout + done.stderr, time.monotonic() - start
    except subprocess.TimeoutExpired:
        return "", seconds


def own(case: Case, seconds: float) -> tuple[bool, float]:
    verdict = prove(case.statement, case.domain, seconds=seconds)
    return verdict.verdict == PROVED, verdict.time


def sollya(case: Case, seconds: float) -> tuple[bool, float]:
    if len(case.variables) != 1:
        _missing("one variable only")
    v = case.variables[0]
    assert v.low is not None
    assert v.high is not None
    total = 0.0
    for f, strict in case.goals:
        body = re.sub(rf"\b{v.name}\b", "_x_", show(f, "sollya"))
        less = "M*(1-1b-40)" if strict else "M"
        script = (
            f"g={body}; I=[{show(v.low, 'sollya')};{show(v.high, 'sollya')}]; M=sup(evaluate(g,I))/2;"
            f" checkinfnorm(g-M,I,{less});\n"
        )
        output, spent = execute(["sollya", "--warnonstderr"], seconds, script)
        total += spent
        if "true" not in output:
            return False, total
    return True, total


def coq(case: Case, seconds: float) -> tuple[bool, float]:
    total = 0.0
    for f, strict in case.goals:
        names = " ".join(v.name for v in case.variables)
        hypotheses = " -> ".join(f"{show(v.low, 'coq')} <= {v.name} <= {show(v.high, 'coq')}" for v in case.variables)  # type: ignore[arg-type]
        first = case.variables[0].name
        bisect = ", ".join(f"i_bisect {v.name}" for v in case.variables) + ", i_depth 40"
        best: float | None = None
        for extra in ("", f", i_taylor {first}", f", i_autodiff {first}"):  # the best of its three methods
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "case.v"
                file.write_text(
                    "From Coq Require Import Reals.\nFrom Interval Require Import Tactic.\nOpen Scope R_scope.\n"
                    f"Goal forall {names}, {hypotheses} -> 0 {'<' if strict else '<='} {show(f, 'coq')}.\n"
                    f"Proof. intros. time interval with ({bisect}{extra}). Qed.\n"
                )
                output, _ = execute(["coqc", str(file)], seconds + 5)
            match = re.search(r"ran for ([0-9.]+) secs.*success", output)
            if match is not None and "Error" not in output:
                best = float(match[1]) if best is None else min(best, float(match[1]))
        if best is None:
            return False, total
        total += best
    return True, total


def alkahest(python: str) -> Callable[[Case, float], tuple[bool, float]]:
    def solve(case: Case, seconds: float) -> tuple[bool, float]:
        total = 0.0
        for f, strict in case.goals:
            box = ", ".join("({}, {!r}, {!r})".format(v.name, *ends(v)) for v in case.variables)
            lines = ["import time", "from alkahest import *", "pool = ExprPool()"]
            lines += [f"{v.name} = pool.symbol({v.name!r})" for v in case.variables]
            lines += ["def Q(p, q): return pool.rational(p, q) if q != 1 else pool.integer(p)"]
            lines += [f"e = {show(f, 'alkahest')}", "t = time.time()", f"r = bound_on_box(e, [{box}])"]
            lines += ["print('RESULT', r.lower, time.time() - t)"]
            output, spent = execute([python, "-c", "\n".join(lines)], seconds)
            match = re.search(r"RESULT (\S+) (\S+)", output)
            total += float(match[2]) if match else spent
            if match is None or not (float(match[1]) > 0 or (float(match[1]) >= 0 and not strict)):
                return False, total
        return True, total

    return solve


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--out", default="docs/prove_rivals.md")
    parser.add_argument("--alkahest-python", default=os.environ.get("ALKAHEST_PYTHON", sys.executable))
    parser.add_argument("--limit", type=int, default=1000)
    options = parser.parse_args()
    tools: dict[str, Callable[[Case, float], tuple[bool, float]]] = {"prefixproof": own}
    skipped = []
    for name, program, solve in (("Sollya", "sollya", sollya), ("CoqInterval", "coqc", coq)):
        if shutil.which(program):
            tools[name] = solve
        else:
            skipped.append(name)
    probe, _ = execute([options.alkahest_python, "-c", "import alkahest; print('OK', alkahest.__version__)"], 30)
    if "OK" in probe:
        tools["alkahest"] = alkahest(options.alkahest_python)
    else:
        skipped.append("alkahest")
    corpus = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["inequality"]
    statements = [(e["statement"], e["for"]) for e in corpus] + EXTRA
    cases = []
    for statement, domain in statements:
        try:
            cases.append(Case(statement, domain))
        except (KeyError, ValueError):  # not expressible by the others
            continue
    cases = cases[: options.limit]
    rows, wins = [], {name: [0, 0.0] for name in tools}
    for case in cases:
        cells = []
        for name, solve in tools.items():
            try:
                solved, spent = solve(case, options.seconds)
                cells.append(f"{spent:.3f}" if solved else "-")
                wins[name][0] += solved
                wins[name][1] += spent if solved else 0.0
            except KeyError:
                cells.append("n/a")
        rows.append((case, cells))
        print(case.statement, cells, flush=True)
    lines = [
        "<!-- GENERATED by python tests/benchmarks/prove_rivals.py; do not edit -->",
        "# The prover beside other tools",
        "",
        f"{datetime.date.today().isoformat()}, {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, "
        f"{options.seconds:g} s per case.  Seconds to a proof; '-' no proof within the limit; n/a not expressible.  "
        f"Load average {os.getloadavg()[0]:.1f}.",
        "",
        "What is counted: prefixproof the whole call of prove(); Sollya the whole process (checkinfnorm); "
        "CoqInterval the tactic alone "
        "(its Coq process takes seconds more); alkahest the call of bound_on_box alone.  "
        "CoqInterval's result is checked by Coq's "
        "kernel; ours by our own checker; Sollya's and alkahest's are not certificates.",
        "",
        "Skipped here: " + (", ".join(skipped) or "none") + ".",
        "",
        "| tool | solved | of | total seconds on solved |",
        "| --- | --- | --- | --- |",
        *(f"| {n} | {w[0]} | {len(cases)} | {w[1]:.2f} |" for n, w in wins.items()),
        "",
        "| statement | for | " + " | ".join(tools) + " |",
        "| --- | --- | " + " | ".join(["---"] * len(tools)) + " |",
    ]
    slower = []
    for case, cells in rows:
        statement, domain = case.statement.replace("|", "\\|"), ", ".join(case.domain)
        lines.append(f"| `{statement}` | `{domain}` | " + " | ".join(cells) + " |")
        numbers = {n: float(c) for n, c in zip(tools, cells, strict=True) if c not in ("-", "n/a")}
        best = min((n for n in numbers), key=lambda n: numbers[n], default="")
        if best and best != "prefixproof":
            mine = numbers.get("prefixproof")
            ours = "no proof" if mine is None else f"{mine:.3f} s"
            slower.append(f"- `{statement}`: {best} {numbers[best]:.3f} s, prefixproof {ours}")
    lines += [
        "",
        "## Where another tool is faster",
        "",
        "Ours is an interpreter over FLINT balls; the others are compiled, "
        "and CoqInterval's and alkahest's Taylor models need fewer "
        "boxes where there is a margin.  "
        "Ours also parses, samples for a refutation and proves the side conditions in the time shown.",
        "",
        *(slower or ["Nowhere in this run."]),
    ]
    Path(options.out).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
