"""Bounds for rounding errors against the worst error seen, as a page of docs.

    python tests/benchmarks/rounding_table.py > docs/rounding.md

Heads of 40 random keys and vector values; every operation is rounded as the row says (`tests/verify/test_floating.py`),
with an exp that is accurate to 1/2 ulp, so that the assumption about exp does not flatter the ratio.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "verify"))

from test_floating import bound, emulate, narrow, native, random_head, uniform, worst
from test_hardware import cubic, run

from constructions.formats import BFLOAT16, BINARY16, BINARY32, BINARY64, cast
from theory.targets import Target
from verify.floating import Arithmetic, usual
from verify.hardware import build_for

POINTS, PREFIX_POINTS = 20_000, 5_000
LAMS = (1.0, 6.0)
EFFORT = 20_000
ROWS: list[tuple[str, str, Arithmetic, type | None]] = [
    ("float64", "float64, any order (numpy)", narrow(BINARY64, exp_ulp=1), np.float64),
    ("float32", "float32, any order (numpy)", narrow(BINARY32, exp_ulp=1), np.float32),
    ("float32", "float32, blocks of 8", narrow(BINARY32, block=8, exp_ulp=1), None),
    (
        "float32",
        "float32, blocks of 4, online over 8 keys",
        narrow(BINARY32, block=4, online=8, exp_ulp=1),
        None,
    ),
    ("bfloat16", "float32", usual(BFLOAT16), None),
    ("bfloat16", "float32, logits not rounded (fused)", usual(BFLOAT16, fused=True), None),
    ("bfloat16", "float32, online over 8 keys", usual(BFLOAT16, online=8), None),
    ("bfloat16", "bfloat16, blocks of 6", narrow(BFLOAT16, block=6, exp_ulp=1), None),
    ("float16", "float32", usual(BINARY16), None),
    ("float16", "float16, blocks of 6", narrow(BINARY16, block=6, exp_ulp=1), None),
]


def heads() -> None:
    """The table of bounds and errors."""
    print("| dtype | sums | lam | proved bound | worst seen | ratio |")
    print("|---|---|---|---|---|---|")
    for name, sums, how, kind in ROWS:
        for seed, lam in enumerate(LAMS):
            head = random_head(seed + 1, how.data, lam=lam, n=40)
            x = uniform(seed + 50, POINTS, 3)
            floats = x.astype(np.float64)
            seen = 0.0
            for part in range(0, POINTS, 5_000):
                piece = floats[part : part + 5_000]
                computed = emulate(head, piece, how, ulp=1) if kind is None else native(head, piece, kind)
                seen = max(seen, worst(head, computed, x[part : part + 5_000]))
            proved = bound(head, how, effort=EFFORT)
            print(f"| {name} | {sums} | {lam:g} | {proved:.2e} | {seen:.2e} | {proved / seen:.1f} |", flush=True)


def prefixes() -> None:
    """Certified prefixes: the error claimed for hardware, and the worst that was seen, against the target itself."""
    print("| target | dtype | context | tokens | claimed | worst seen |")
    print("|---|---|---|---|---|---|")
    target = Target.from_expression("x0*x1 + x2**3", 2)
    x = uniform(7, PREFIX_POINTS, 3).astype(np.float64)
    for form, eps, context in ((BINARY32, "1e-4", 512), (BFLOAT16, "0.02", 0), (BFLOAT16, "0.03", 512)):
        result, found = build_for(form, target, eps, context=context)
        head, seen = cast(result.stored, form), 0.0
        for tokens in {0, context // 2, context}:
            for part in range(0, PREFIX_POINTS, 1_000):
                piece = x[part : part + 1_000]
                seen = max(seen, float(np.abs(run(head, piece, form, tokens)[:, 0] - cubic(piece)).max()))
        stored = result.stored.tokens
        print(f"| `x0*x1 + x2**3` | {form.name} | {context} | {stored} | {found.total} | {seen:.2e} |", flush=True)


INTRODUCTION = f"""# Rounding: proved bounds and the worst errors seen

*Proved* bounds hold at every point of the sphere (theory L, `verify.floating`); *worst seen* is sampled at {POINTS}
points and proves nothing. Made by `python tests/benchmarks/rounding_table.py > docs/rounding.md`.

Random heads of 40 keys on $S^2$ with two outputs. Every operation is rounded as stated, exp to half a unit in the last
place; the bounds take it for accurate to 1 ulp (16-bit types with sums in float32: to 20 ulp, as PyTorch's kernels).
"""
PREFIXES = f"""
Prefixes whose certificates claim an error on hardware (`build --dtype`), of the target itself, rounding of $x$
included; `check` proves these claims again. Evaluated at {PREFIX_POINTS} points with float32 sums, logits and weights
rounded to the type.
"""

if __name__ == "__main__":
    print(INTRODUCTION)
    heads()
    print(PREFIXES)
    prefixes()
