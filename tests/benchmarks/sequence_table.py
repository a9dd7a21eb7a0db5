"""Writes docs/sequences.md and its figures from real builds:  python tests/benchmarks/sequence_table.py

Every model is built, saved, re-proved by the independent checker, and sampled.  ``--quick`` leaves the large ones out.
The section on training is that of tests/benchmarks/sequence_training.py and is kept as it is.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
from flint import fmpq
from numpy.typing import NDArray

from constructions.sequence.layouts import LAYOUTS, layout_of
from constructions.sequence.run import run
from constructions.sequence.tasks import sequence_target
from theory.balls import exact
from verify.confusion import Task, confuse
from verify.sequence.bottleneck import single_scalar
from verify.sequence.pipeline import SequenceModel, build_sequence
from verify.sequence_checker import check_sequence

Floats = NDArray[np.float64]
ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "sequences.md"
FIGURES = ROOT / "docs" / "_static"
BEGIN, END = "<!-- training: begin -->", "<!-- training: end -->"


class Row(NamedTuple):
    """A model that was built, checked and sampled."""

    model: SequenceModel
    sampled: float
    points: int
    build: float
    check: float

    @property
    def layers(self) -> str:
        """Tokens layer by layer."""
        return " + ".join(str(p.tokens) for p in self.model.prefixes)


def probe(model: SequenceModel, count: int) -> Floats:
    """A grid, random points, and points on the ramps or cell boundaries, [N, n]."""
    c = model.certificate
    n, rng = c.length * c.features, np.random.default_rng(0)
    side = max(int(count ** (1 / n)), 2)
    grid = np.array(list(product(np.linspace(0, 1, side), repeat=n)))
    uniform = rng.random((count, n))
    if c.mode == "direct":
        ramps = np.arange(1, max(c.levels, 2)) / max(c.levels, 2)
    else:
        rows = model.prefixes[0].keys[0, : model.prefixes[0].keys.shape[1] // c.length]
        ramps = -np.diff(rows[:, 1]) / np.diff(rows[:, 0]) if len(rows) > 1 else np.array([0.5])
    near = rng.choice(ramps, (count, n)) + rng.normal(size=(count, n)) * 10.0 ** -rng.integers(1, 10, (count, n))
    mixed = np.where(rng.random((count, n)) < 0.5, near, uniform)
    return np.clip(np.concatenate([grid, uniform, near, mixed]), 0, 1)


def measured(task: str, T: int, F: int, eps: str, mode: str, *, count: int = 2000, measure: str = "0.01") -> Row:
    """Build, save, check and sample one model."""
    start = time.process_time()
    model = build_sequence(task, T, F, eps=eps, mode=mode, measure=measure)
    built = time.process_time()
    with tempfile.TemporaryDirectory() as directory:
        model.save(Path(directory), force=True)
        saved = time.process_time()
        verdict = check_sequence(Path(directory))
        checked = time.process_time()
    if not verdict.valid:
        raise SystemExit(f"{task}, T = {T}: {verdict.reason}")
    x = np.random.default_rng(1).random((5 * count, T * F)) if mode == "lp" else probe(model, count)
    target = sequence_target(model.certificate.target, T, F)
    out = run(model.transformer, model.prefixes, x.reshape(-1, T, F)).reshape(x.shape)
    gaps = np.abs(out - target.sample(x)).max(axis=1)
    bound = model.float64_error
    if bound is None:
        raise SystemExit(f"{task}, T = {T}: rounding is not bounded")
    worst = float(gaps.max())
    if mode == "lp":
        worst = float((gaps > float(bound)).mean())
    elif worst > float(bound):
        raise SystemExit(f"{task}, T = {T}: {worst} exceeds {bound}")
    print(f"{task[:20]:20} T={T} F={F} eps={eps:6} {model.certificate.mode:6} {model.certificate.tokens:8} {worst:.5f}")
    return Row(model, worst, len(gaps), built - start, checked - saved)


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [columns, ["---"] * len(columns), *[[str(cell) for cell in row] for row in rows]]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def figure(
    name: str, x_label: str, y_label: str, series: dict[str, list[tuple[float, float]]], *, logx: bool = True
) -> None:
    """A plot with a logarithmic y axis as ``docs/_static/NAME.svg``."""
    width, height, left, right, top, bottom = 700, 360, 70, 210, 16, 48
    xs = [math.log10(x) if logx else x for line in series.values() for x, _ in line]
    ys = [math.log10(y) for line in series.values() for _, y in line]
    low_x, high_x, low_y, high_y = min(xs), max(xs), math.floor(min(ys)), math.ceil(max(ys))

    def at(x: float, y: float) -> tuple[float, float]:
        u = ((math.log10(x) if logx else x) - low_x) / (high_x - low_x or 1)
        v = (math.log10(y) - low_y) / (high_y - low_y or 1)
        return left + u * (width - left - right), height - bottom - v * (height - top - bottom)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif"',
        ' font-size="12">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for e in range(low_y, high_y + 1):
        _, y = at(10**low_x if logx else low_x, 10.0**e)
        parts.append(f'<path d="M{left} {y:.1f}H{width - right}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">1e{e}</text>')
    for x in sorted({x for line in series.values() for x, _ in line}):
        u, _ = at(x, 10.0**low_y)
        parts.append(f'<text x="{u:.1f}" y="{height - bottom + 18}" text-anchor="middle">{x:g}</text>')
    colours = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
    for i, (label, line) in enumerate(series.items()):
        colour, dash = colours[i % len(colours)], ' stroke-dasharray="5 4"' if label.startswith("bound") else ""
        places = [at(x, y) for x, y in line]
        path = "M" + "L".join(f"{u:.1f} {v:.1f}" for u, v in places)
        parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
        parts += [f'<circle cx="{u:.1f}" cy="{v:.1f}" r="3" fill="{colour}"/>' for u, v in places]
        parts.append(f'<text x="{width - right + 10}" y="{top + 16 + 18 * i}" fill="{colour}">{label}</text>')
    parts.append(f'<text x="{(left + width - right) / 2}" y="{height - 8}" text-anchor="middle">{x_label}</text>')
    middle = (top + height - bottom) / 2
    parts.append(f'<text transform="translate(14 {middle}) rotate(-90)" text-anchor="middle">{y_label}</text></svg>')
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / f"{name}.svg").write_text("\n".join(parts) + "\n")


def needed(n: int, eps: fmpq) -> int:
    """Tokens that one head with fixed keys needs for all 1-Lipschitz maps of [0,1]^n (theory G2 on the cube)."""
    count = 1 / (2 * eps)  # points at distances 2r for every r > eps
    per_axis = int(count.floor()) + (0 if count.q == 1 else 1)
    return int(per_axis**n)


def sup_table(quick: bool) -> tuple[str, list[Row]]:
    """The certified sup norms."""
    cases = [
        (task, T, 1, eps, "sup")
        for T, eps in ((2, "0.1"), (3, "0.1"), (4, "0.25"))
        for task in ("sort", "reverse", "copy")
    ]
    cases += [
        ("running_sum", 3, 1, "0.1", "sup"),
        ("running_mean", 3, 1, "0.1", "sup"),
        ("max", 3, 1, "0.1", "sup"),
        ("lookup", 3, 1, "0.2", "sup"),
        ("smooth_parity", 3, 1, "0.25", "sup"),
        ("sort", 2, 2, "0.25", "sup"),
        ("sort", 3, 1, "0.1", "direct"),
        ("reverse", 3, 1, "1e-3", "direct"),
        ("sort", 4, 1, "0.1", "sup"),
        ("sort", 4, 1, "0.1", "direct"),
    ]
    if not quick:
        cases += [
            ("sort", 5, 1, "0.1", "sup"),
            ("sort", 6, 1, "0.1", "sup"),
            ("sort", 6, 1, "0.1", "direct"),
            ("sort", 8, 1, "0.25", "sup"),
            ("copy", 3, 2, "0.1", "sup"),
        ]
    rows = [measured(*case) for case in cases]
    columns = [
        "task",
        "T",
        "F",
        "asked",
        "mode",
        "layers",
        "tokens by layer",
        "tokens",
        "numbers in prefixes",
        "certified error",
        "in float64",
        "largest sampled",
        "points",
        "build s",
        "check s",
    ]
    body = []
    for row in rows:
        c = row.model.certificate
        body.append(
            [
                *(c.task, c.length, c.features, c.eps, c.mode, c.attention_layers, row.layers, c.tokens),
                *(row.model.prefix_parameters, c.certified_error, row.model.float64_error, f"{row.sampled:.6f}"),
                *(row.points, f"{row.build:.2f}", f"{row.check:.2f}"),
            ]
        )
    return table(columns, body), rows


def hash_table(rows: Sequence[Row]) -> str:
    """One hash for each mode and shape."""
    seen: dict[tuple[str, int, int], dict[str, set[str]]] = {}
    for row in rows:
        c = row.model.certificate
        entry = seen.setdefault((c.mode, c.length, c.features), {"hash": set(), "tasks": set(), "eps": set()})
        entry["hash"].add(c.weights_sha256[:16])
        entry["tasks"].add(c.task)
        entry["eps"].add(c.eps)
    body = [
        [
            mode,
            T,
            F,
            ", ".join(sorted(e["tasks"])),
            ", ".join(sorted(e["eps"])),
            " ".join(sorted(f"`{h}`" for h in e["hash"])),
        ]
        for (mode, T, F), e in sorted(seen.items())
    ]
    return table(["mode", "T", "F", "tasks", "errors", "SHA-256 of the weights (begins)"], body)


def depth_table() -> str:
    """Depth and size of the three layouts."""
    body = []
    for T in (1, 2, 3, 4, 6, 8, 16):
        cells: list[object] = [T]
        for mode in ("lp", "sup", "direct"):
            model = LAYOUTS[mode](T, 1)
            cells += [len(model.layers), model.parameters]
        body.append(cells)
    return table(
        [
            "T",
            "paper's layout (lp): layers",
            "weights",
            "ours (sup): layers",
            "weights",
            "wide (direct): layers",
            "weights",
        ],
        body,
    )


def lp_table() -> str:
    """The L^p mode."""
    body = []
    for task, T, F, eps, measure in (
        ("sort", 2, 1, "0.1", "0.01"),
        ("sort", 3, 1, "0.1", "0.01"),
        ("copy", 4, 1, "0.25", "0.001"),
        ("parity", 4, 1, "0.1", "0.01"),
        ("argmax", 2, 1, "0.1", "0.01"),
        ("argmax", 3, 1, "0.1", "0.1"),
    ):
        row = measured(task, T, F, eps, "lp", measure=measure)
        c = row.model.certificate
        body.append(
            [task, T, c.attention_layers, c.levels, c.tokens, c.certified_error, c.bad_measure, f"{row.sampled:.5f}"]
        )
    return table(
        [
            "task",
            "T",
            "layers",
            "levels",
            "tokens",
            "error, certified",
            "off a set of measure",
            "share of random points above it",
        ],
        body,
    )


def growth(quick: bool) -> str:
    """Tokens against eps, T and smoothness, from real builds, with figures."""
    eps_rows, series = [], {}
    grids = {2: ("0.2", "0.15", "0.1", "0.045", "0.02", "0.01"), 3: ("0.2", "0.15", "0.1", "0.045", "0.025")}
    for T, errors in grids.items():
        for mode in ("sup", "direct"):
            line = []
            for eps in errors[:3] if quick else errors:
                c = build_sequence("sort", T, eps=eps, mode=mode).certificate
                line.append((float(eps), float(c.tokens)))
                if mode == "sup":
                    eps_rows.append([T, eps, c.levels, c.tokens])
                else:
                    own = next(r for r in eps_rows if r[0] == T and r[1] == eps)
                    own += [c.levels, c.tokens, needed(T, exact(eps)), T * needed(T, exact(eps))]
            series[f"T = {T}, {mode}"] = line
    figure("sequences_eps", "eps", "tokens (sort)", series)
    by_eps = table(
        [
            "T",
            "eps",
            "K, sup",
            "tokens, sup",
            "K, direct",
            "tokens, direct",
            "bound: one head, one position",
            "bound times T",
        ],
        eps_rows,
    )
    lengths, by_T = (1, 2, 3, 4) if quick else (1, 2, 3, 4, 5, 6), {}
    for eps in ("0.25", "0.1"):
        for mode in ("sup", "direct"):
            by_T[f"{mode}, eps = {eps}"] = [
                (float(T), float(build_sequence("sort", T, eps=eps, mode=mode).certificate.tokens)) for T in lengths
            ]
    figure("sequences_length", "T", "tokens (sort)", by_T, logx=False)
    smooth_rows, line_sup, line_direct = [], [], []
    for k in (1, 2, 3, 4, 6, 8):
        text = f"[sin({k}*x0*x1)**2, (1 + cos({k}*x0))/2]"
        sup, direct = (build_sequence(text, 2, eps="0.1", mode=mode).certificate for mode in ("sup", "direct"))
        smooth_rows.append([f"`{text}`", f"{float(sup.lipschitz):.4g}", sup.tokens, direct.tokens])
        line_sup.append((round(float(sup.lipschitz), 2), float(sup.tokens)))
        line_direct.append((round(float(direct.lipschitz), 2), float(direct.tokens)))
    label = "Lipschitz constant (maximum norms), eps = 0.1, T = 2"
    figure("sequences_lipschitz", label, "tokens", {"sup": line_sup, "direct": line_direct})
    smooth = table(["target, T = 2, eps = 0.1", "Lipschitz constant", "tokens, sup", "tokens, direct"], smooth_rows)
    lattice_rows, lattices = [], {}
    for text, T in (
        ("copy", 2),
        ("smooth_parity", 2),
        ("[x0**3*x1, (x0 - x1)**2]", 2),
        ("reverse", 3),
        ("running_mean", 3),
    ):
        line = []
        for eps in ("1e-2", "1e-4", "1e-6", "1e-8"):
            start = time.process_time()
            model = build_sequence(text, T, eps=eps)
            seconds, c = time.process_time() - start, model.certificate
            if c.variant != "polynomial":
                raise SystemExit(f"{text}, {eps}: {c.mode}, {c.variant}")
            line.append((float(eps), float(c.tokens)))
            lattice_rows.append(
                [text, T, eps, c.levels, c.margin, c.tokens, c.certified_error, model.float64_error, f"{seconds:.2f}"]
            )
        lattices[f"{text if len(text) < 20 else 'x0^3 x1, (x0-x1)^2'}, T = {T}"] = line
    figure("sequences_polynomials", "eps", "tokens (lattice)", lattices)
    columns = ["map", "T", "eps", "points of an axis", "lam", "tokens", "certified error", "in float64", "build s"]
    polynomials = table(columns, lattice_rows)
    return f"""![tokens against eps](_static/sequences_eps.svg)

{by_eps}

The bound: a head with keys that are fixed in advance is linear in its N values, so for all 1-Lipschitz maps of [0,1]^n
(maximum norm) it needs as many tokens as there are points at distances > 2 eps (theory G2, the same proof on the cube).
Where 1/(2 eps) is no integer, the grid of mode direct has exactly that many tokens for each position.

![tokens against T](_static/sequences_length.svg)

{smooth}

![tokens against the Lipschitz constant](_static/sequences_lipschitz.svg)

### Polynomial maps

One head on a lattice, two layers; the cells of the other tables would need (1/(2 eps))^n tokens for each position.

{polynomials}

![tokens of lattices](_static/sequences_polynomials.svg)"""


def confusion() -> str:
    """Theory K2 for the scalar that is built."""
    body = []
    for task, T in (("copy", 2), ("sort", 2), ("reverse", 3)):
        model = build_sequence(task, T, eps="0.2", mode="lp")
        found = confuse(single_scalar(model), Task.named(task, T))
        x, y = (", ".join(f"{float(v):.6f}" for v in point) for point in (found.x, found.y))
        body.append([task, T, f"({x})", f"({y})", str(found.error), model.certificate.certified_error])
    columns = ["task", "T", "x", "y", "every model behind this scalar errs by at least", "error off the small set"]
    return table(columns, body)


def main() -> None:
    """Build everything and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    sup, rows = sup_table(quick)
    old = PAGE.read_text() if PAGE.exists() else ""
    training = (
        old.partition(BEGIN)[2].partition(END)[0].strip()
        or "Not measured yet: `python tests/benchmarks/sequence_training.py`."
    )
    fields = {
        "sup": sup,
        "hashes": hash_table(rows),
        "depth": depth_table(),
        "lp": lp_table(),
        "growth": growth(quick),
        "confusion": confusion(),
        "training": f"{BEGIN}\n{training}\n{END}",
        "weights": str(layout_of("sup", 3, 1).parameters),
    }
    page = (Path(__file__).parent / "sequence_page.md").read_text()
    for name, text in fields.items():
        page = page.replace("{{" + name + "}}", text)
    PAGE.write_text(page)


if __name__ == "__main__":
    main()
