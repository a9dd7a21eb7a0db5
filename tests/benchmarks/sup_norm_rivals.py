"""Sup norms of attention heads: this project against other rigorous tools, the same heads in the same run.

    python tests/benchmarks/sup_norm_rivals.py [--quick] [--limit SECONDS] [--out docs/sup_norm_rivals.md]

Rivals that are not installed are skipped and named: alkahest (pip install alkahest), Sollya (sollya on the PATH),
CoqInterval (coqc with Interval).  Always there: a plain python-flint branch and bound and mpmath's intervals.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import math
import multiprocessing
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from flint import arb, fmpq

from constructions.prefix import StoredPrefix
from theory.expressions import evaluate
from theory.parser import parse_map
from verify.sup_norm import sup_norm
from verify.supnorm.writing import write_certificate
from verify.supnorm_checker import check_supnorm

TEXT = "x0*x1 + x2/2"


def fibonacci(n: int) -> np.ndarray:
    """n points on S^2."""
    i = np.arange(n) + 0.5
    z, angle = 1 - 2 * i / n, math.pi * (1 + 5**0.5) * i
    r = np.sqrt(1 - z * z)
    return np.stack([r * np.cos(angle), r * np.sin(angle), z], axis=1)


def spread(n: int, d: int) -> np.ndarray:
    """n pseudo-random points on S^(d-1), pushed apart."""
    x = np.random.default_rng(1).normal(size=(n, d))
    for _ in range(200):
        x /= np.linalg.norm(x, axis=1)[:, None]
        gram = np.clip(x @ x.T, -1, 1) - 2 * np.eye(n)
        x = x - 0.05 * np.exp(4 * gram) @ x
    return x / np.linalg.norm(x, axis=1)[:, None]


@dataclass(frozen=True)
class Head:
    """One case: the head, its target in x0..xm, and the tolerance (relative)."""

    name: str
    prefix: StoredPrefix
    tol: float


def head(name: str, keys: np.ndarray, lam: int, text: str, tol: float) -> Head:
    """Values are the target at the keys."""
    values = np.stack([evaluate(node, keys) for node in parse_map(text, keys.shape[1] - 1)[0]], axis=1)
    prefix = StoredPrefix(keys.shape[1] - 1, fmpq(lam), (keys,), (values,), (np.zeros(len(keys)),), text)
    return Head(name, prefix, tol)


Answer = tuple[float | None, float | None, str]
"""Proved lower and upper bound, and a remark."""


@dataclass(frozen=True)
class Row:
    """One measurement."""

    case: str
    tool: str
    seconds: float | None
    lower: float | None
    upper: float | None
    remark: str = ""


def timed(function: Callable[[], Answer], case: str, tool: str, repeat: int = 1) -> Row:
    """Run and take the fastest of ``repeat``."""
    best = math.inf
    for _ in range(repeat):
        began = time.perf_counter()
        lower, upper, remark = function()
        best = min(best, time.perf_counter() - began)
    print(f"{case}: {tool} {best:.3g} s [{lower}, {upper}] {remark}", file=sys.stderr, flush=True)
    return Row(case, tool, best, lower, upper, remark)


def limited(function: Callable[[], Answer], case: str, tool: str, limit: float) -> Row:
    """Run in a process of its own that is ended after ``limit`` seconds."""
    context = multiprocessing.get_context("fork")
    receive, send = context.Pipe(duplex=False)
    process = context.Process(target=lambda: send.send(function()))
    began = time.perf_counter()
    process.start()
    send.close()
    try:
        if receive.poll(limit):
            lower, upper, remark = receive.recv()
            seconds = time.perf_counter() - began
            print(f"{case}: {tool} {seconds:.3g} s [{lower}, {upper}] {remark}", file=sys.stderr, flush=True)
            return Row(case, tool, seconds, lower, upper, remark)
    except EOFError:
        return Row(case, tool, None, None, None, "failed")
    finally:
        process.terminate()
        process.join()
    print(f"{case}: {tool} nothing after {limit:g} s", file=sys.stderr, flush=True)
    return Row(case, tool, limit, None, None, f"no answer within {limit:g} s, then ended")


def ours(case: Head, check: bool) -> Answer:
    """This project, with or without writing the certificate and re-checking it with FLINT."""
    result = sup_norm(case.prefix, case.prefix.target, str(case.tol))
    if check:
        with tempfile.TemporaryDirectory() as folder:
            write_certificate(result, case.prefix, folder)
            verdict = check_supnorm(folder)
            if not verdict.valid:
                raise SystemExit(f"{case.name}: the checker refuses: {verdict.reason}")
    return float(result.lower), float(result.upper), f"{result.cells} cells"


def alkahest_bound(case: Head) -> Answer:
    """alkahest.bound_on_box in polar angles."""
    import alkahest as ak

    pool = ak.ExprPool()
    m = case.prefix.m
    angles = [pool.symbol(f"t{j}") for j in range(m)]
    coordinates = []
    rest = pool.integer(1)
    for angle in angles:
        coordinates.append(rest * ak.cos(angle))
        rest = rest * ak.sin(angle)
    coordinates.append(rest)
    coordinates = coordinates[::-1]  # x_m = cos t_0 is the pole

    def number(value: float) -> object:
        fraction = value.as_integer_ratio()
        return pool.rational(*fraction)

    top = bottom = pool.integer(0)
    lam = float(arb(case.prefix.lam))
    for key, value in zip(case.prefix.keys[0].tolist(), case.prefix.values[0][:, 0].tolist(), strict=True):
        score = pool.integer(0)
        for k, x in zip(key, coordinates, strict=True):
            score = score + number(lam * k) * x
        weight = ak.exp(score)
        top = top + number(value) * weight
        bottom = bottom + weight
    x = coordinates
    target = x[0] * x[1] + x[2] * pool.rational(1, 2)
    box = [(angle, 0.0, math.pi) for angle in angles[:-1]] + [(angles[-1], 0.0, 2 * math.pi)]
    error = top * bottom**-1 - target
    found = ak.bound_on_box(error, box, tol=case.tol, max_subdivisions=10**7)
    if found.budget_exhausted:
        raise SystemExit(f"{case.name}: alkahest ran out of subdivisions")
    upper = max(abs(float(found.lower)), abs(float(found.upper)))
    return None, upper, f"tol {case.tol:g} absolute, {found.subdivisions} subdivisions"


def plain_flint(case: Head) -> Answer:
    """Depth-first branch and bound with the mean value form in python-flint (angles, first derivatives)."""
    keys = [[arb(c) for c in row] for row in case.prefix.keys[0].tolist()]
    values = [arb(v) for v in case.prefix.values[0][:, 0].tolist()]
    lam = arb(case.prefix.lam)
    m = case.prefix.m

    def point(angles: list[arb]) -> tuple[list[arb], list[list[arb]]]:
        rest, x = arb(1), []
        trig = [(t.cos(), t.sin()) for t in angles]
        for c, s in trig:
            x.append(rest * c)
            rest = rest * s
        x.append(rest)
        slopes = []
        for j in range(m):
            row, rest = [], arb(1)
            for i, (c, s) in enumerate(trig):
                row.append(arb(0) if i < j else rest * (-s if i == j else c))
                rest = rest * (c if i == j else s)
            slopes.append([*row, rest])
        return x[::-1], [row[::-1] for row in slopes]

    def error(angles: list[arb], slope: bool) -> tuple[arb, list[arb]]:
        x, dx = point(angles)
        scores = [sum((a * b for a, b in zip(x, k, strict=True)), arb(0)) * lam for k in keys]
        weights = [s.exp() for s in scores]
        total = sum(weights, arb(0))
        value = sum((w * v for w, v in zip(weights, values, strict=True)), arb(0)) / total
        g = value - x[0] * x[1] - x[2] / 2
        if not slope:
            return g, []
        grads = []
        for row in dx:
            pull = arb(0)
            for w, v, k in zip(weights, values, keys, strict=True):
                pull += w * (v - value) * sum((a * b for a, b in zip(row, k, strict=True)), arb(0))
            grads.append(lam * pull / total - row[0] * x[1] - x[0] * row[1] - row[2] / 2)
        return g, grads

    import heapq

    def bound(low: list[float], high: list[float]) -> tuple[float, float]:
        wide = [arb(a).union(arb(b)) for a, b in zip(low, high, strict=True)]
        centre = [arb((a + b) / 2) for a, b in zip(low, high, strict=True)]
        natural, slopes = error(wide, True)
        at, _ = error(centre, False)
        mean = at
        for slope, w, c in zip(slopes, wide, centre, strict=True):
            mean += slope * (w - c)
        ends = [float(abs(g).upper()) for g in (natural, mean) if g.is_finite()]
        return min(ends, default=math.inf), float(abs(at).lower())

    start = [0.0] * m, [math.pi] * (m - 1) + [2 * math.pi]
    top, best = bound(*start)
    heap = [(-top, *start)]
    count = 1
    while -heap[0][0] * (1 - case.tol) > best:
        _, low, high = heapq.heappop(heap)
        axis = max(range(m), key=lambda j: high[j] - low[j])
        middle = (low[axis] + high[axis]) / 2
        for a, b in ((low[axis], middle), (middle, high[axis])):
            l2, h2 = list(low), list(high)
            l2[axis], h2[axis] = a, b
            upper, lower = bound(l2, h2)
            best = max(best, lower)
            heapq.heappush(heap, (-upper, l2, h2))
            count += 1
    return best, -heap[0][0], f"{count} cells"


def mpmath_sampling(case: Head) -> Answer:
    """mpmath: its intervals are not rigorous (iv.exp misses values), so only a sampled lower bound."""
    import mpmath

    rng = np.random.default_rng(0)
    best = mpmath.mpf(0)
    keys, values = case.prefix.keys[0].tolist(), case.prefix.values[0][:, 0].tolist()
    lam = float(arb(case.prefix.lam))
    for _ in range(500):
        x = rng.normal(size=case.prefix.d)
        x /= np.linalg.norm(x)
        weights = [mpmath.exp(lam * mpmath.fdot(x.tolist(), key)) for key in keys]
        value = mpmath.fdot(weights, values) / mpmath.fsum(weights)
        best = max(best, abs(value - x[0] * x[1] - x[2] / 2))
    return float(best), None, "500 sampled points, not a bound"


def sollya(prefix: StoredPrefix, bits: int) -> Answer:
    """Sollya's certified supnorm on the circle: the error as a univariate function of the angle, accuracy 2^-bits."""
    lam = float(arb(prefix.lam))
    exps = [f"exp({lam!r}*({k[0]!r}*cos(x)+({k[1]!r})*sin(x)))" for k in prefix.keys[0].tolist()]
    top = "+".join(f"({v!r})*{e}" for v, e in zip(prefix.values[0][:, 0].tolist(), exps, strict=True))
    code = f"display=dyadic!; prec=165!; f=({top})/({'+'.join(exps)})-cos(x)*sin(x)-cos(x)/2;"
    pieces = 16
    edges = [f"({j}*355/113/8)" for j in range(pieces + 1)]
    code += "m=0;" + "".join(
        f"s=supnorm(0,f,[{a};{b}],absolute,2^-{bits});if sup(s)>m then {{m=sup(s); l=inf(s);}};"
        for a, b in pairwise(edges)
    )
    code += 'display=decimal!; print("RESULT",l,m); quit;'
    done = subprocess.run(["sollya"], input=code, capture_output=True, text=True, timeout=300, check=False)
    for line in done.stdout.splitlines():
        if line.strip().startswith("RESULT"):
            _, low, high = line.split()
            return float(low), float(high), f"16 pieces, accuracy 2^-{bits}"
    return None, None, "no answer: " + (done.stdout + done.stderr).strip()[-120:].replace("\n", " ")


def circle_prefix(n: int = 5, lam: int = 3) -> StoredPrefix:
    """A head on S^1 with target x0*x1 + x0/2."""
    angle = 2 * np.pi * np.arange(n) / n
    keys = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return head("", keys, lam, "x0*x1 + x0/2", 1e-9).prefix


def version(name: str) -> str:
    """The installed version."""
    return importlib.metadata.version(name)


def circle(limit: float) -> list[Row]:
    """The case of Sollya."""
    prefix = circle_prefix()
    case = Head("S^1 N=5 lam=3 tol 2^-30", prefix, 2.0**-30)
    rows = [timed(lambda: ours(case, False), case.name, "prefixproof", 3)]
    if shutil.which("sollya"):
        rows.append(limited(lambda: sollya(prefix, 30), case.name, "Sollya supnorm", limit))
    else:
        rows.append(Row(case.name, "Sollya supnorm", None, None, None, "not installed: apt-get install sollya"))
    return rows


def sphere(case: Head, limit: float) -> list[Row]:
    """All tools on one head."""
    plain = f"plain python-flint {version('python-flint')}"
    rows = [
        timed(lambda: ours(case, False), case.name, "prefixproof", 3),
        timed(lambda: ours(case, True), case.name, "prefixproof + FLINT re-check", 3),
        limited(lambda: plain_flint(case), case.name, plain, limit),
        timed(lambda: mpmath_sampling(case), case.name, f"mpmath {version('mpmath')}"),
    ]
    try:
        name = f"alkahest {version('alkahest')}"
        rows.append(limited(lambda: alkahest_bound(case), case.name, name, limit))
    except importlib.metadata.PackageNotFoundError:
        rows.append(Row(case.name, "alkahest", None, None, None, "not installed: pip install alkahest"))
    return rows


def measure(quick: bool, limit: float) -> Iterator[list[Row]]:
    """The rows so far, after every case."""
    sizes = ((8, 4), (16, 8), (32, 12))
    cases = [head(f"S^2 N={n} lam={lam} tol 1e-4", fibonacci(n), lam, TEXT, 1e-4) for n, lam in sizes]
    cases.append(head("S^3 N=8 lam=4 tol 1e-2", spread(8, 4), 4, TEXT, 1e-2))
    sup_norm(cases[0].prefix, TEXT, "0.1")  # imports and tables; start-up is measured on the command line
    rows = circle(limit)
    for case in cases[:1] if quick else cases:
        rows += sphere(case, limit)
        yield rows


def overlaps(rows: list[Row]) -> list[str]:
    """Name the cases whose enclosures contradict each other (there must be none)."""
    bad = []
    for case in dict.fromkeys(row.case for row in rows):
        mine = [row for row in rows if row.case == case]
        lows = [row.lower for row in mine if row.lower is not None]
        highs = [row.upper for row in mine if row.upper is not None]
        if lows and highs and max(lows) > min(highs):
            bad.append(case)
    return bad


def table(rows: list[Row], quick: bool) -> str:
    """The page."""
    lines = [
        "# Sup norms of attention heads: this project and others",
        "",
        "GENERATED by `python tests/benchmarks/sup_norm_rivals.py`.  Do not edit.",
        "",
        f"Python {platform.python_version()}, {platform.machine()}, {len(os.sched_getaffinity(0))} cores. "
        "Same heads, same run; target x0*x1 + x2/2 (on the circle x0*x1 + x0/2), values f(keys). "
        f"Ratio: the tool's time over that of prefixproof alone.  Load average at the end {os.getloadavg()[1]:.1f}"
        f"{' (quick run: the first case and the circle only)' if quick else ''}.",
        "",
        "| case | tool | seconds | ratio | proved lower | proved upper | remark |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        base = next(r.seconds for r in rows if r.case == row.case and r.tool == "prefixproof")
        seconds = "" if row.seconds is None else f"{row.seconds:.3g}"
        ratio = "" if row.seconds is None or not base else f"{row.seconds / base:.3g}"
        if row.remark.startswith("no answer within"):
            seconds, ratio = f"> {seconds}", f"> {ratio}"
        lower = "" if row.lower is None else f"{row.lower:.10g}"
        upper = "" if row.upper is None else f"{row.upper:.10g}"
        lines.append(f"| {row.case} | {row.tool} | {seconds} | {ratio} | {lower} | {upper} | {row.remark} |")
    bad = overlaps(rows)
    lines += ["", "All enclosures of a case overlap." if not bad else f"CONTRADICTION in {', '.join(bad)}."]
    lines += ["", "CoqInterval is not run here: it needed 42 s for a bound of .5 in the first case (N=8).", ""]
    return "\n".join(lines)


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="only the first case and the circle")
    parser.add_argument("--limit", type=float, default=3600.0, help="seconds after which a rival is ended")
    parser.add_argument("--out", type=Path, default=None)
    arguments = parser.parse_args()
    for rows in measure(arguments.quick, arguments.limit):  # the page is kept when the run is cut short
        page = table(rows, arguments.quick)
        if arguments.out is not None:
            arguments.out.write_text(page)
    print(page)
    if overlaps(rows):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
