"""(a) A cosine on the circle and on S^2: the error against the length of the prefix."""

from __future__ import annotations

import numpy as np
from common import Options, Series, chart, options, short, table, write_page
from flint import fmpq

from constructions.head import evaluate_float
from constructions.plan import Method
from theory.errors import PrefixproofError
from verify.pipeline import target_from
from verify.pretrained_build import best_core

CASES = (("the circle", 1, "cos(4*x0)"), ("S^2", 2, "cos(4*x0)"))
LENGTHS = (4, 8, 16, 32, 64, 128, 256, 512, 1024)


def sampled(stored: object, m: int) -> float:
    """The largest error at 20,000 random points, in float64."""
    x = np.random.default_rng(0).normal(size=(20_000, m + 1))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    return float(np.abs(evaluate_float(stored, x)[:, 0] - np.cos(4 * x[:, 0])).max())  # type: ignore[arg-type]


def measure(text: str, m: int, method: Method, lengths: tuple[int, ...]) -> list[tuple[int, float, float, str]]:
    """(tokens, certified error, sampled error, theorem) for each length at which there is something new."""
    found: list[tuple[int, float, float, str]] = []
    for length in lengths:
        try:
            best = best_core(target_from(text, m), fmpq(1000), length, (method,))
        except PrefixproofError:
            continue
        c = best.certificate
        if not found or c.tokens > found[-1][0]:
            found.append((c.tokens, float(c.certified_error), sampled(best.stored, m), c.theorem))
    return found


def main(chosen: Options) -> None:
    parts = [
        "The target is cos(4 x0), about two and a half periods once around the circle. *Spectral* prefixes (theory H) "
        "project it onto harmonics; *local* ones (theory F) store its values at well spread points. Values are at most "
        "1000. Certified errors hold on the whole sphere; *sampled* ones are the largest of 20,000 random points in "
        "float64 and show how much of the bound is caution."
    ]
    for name, m, text in CASES:
        lengths = tuple(n for n in LENGTHS if n <= (64 if chosen.quick else 1024))
        series, rows = [], []
        for method in ("spectral", "local"):
            found = measure(text, m, method, lengths)  # type: ignore[arg-type]
            rows += [[method, n, theorem, short(bound), short(seen)] for n, bound, seen, theorem in found]
            series.append(Series(f"{method}, certified", [(n, bound) for n, bound, _, _ in found]))
            series.append(Series(f"{method}, sampled", [(n, max(s, 1e-15)) for n, _, s, _ in found], dashed=True))
        first, last = series[0].points[-1], series[2].points[-1]
        alt = (
            f"Error against prefix length, both logarithmic. The spectral prefix falls to {short(first[1])} at "
            f"{first[0]} tokens; the local prefix is still at {short(last[1])} with {last[0]} tokens."
        )
        path = chosen.out / "experiments" / f"cosine_{m}.svg"
        picture = chart(path, f"cos(4 x0) on {name}", "tokens", "error", series, alt)
        columns = ["prefix", "tokens", "theorem", "certified error", "sampled error"]
        parts += [f"## On {name}", picture, table(columns, rows)]
    write_page(chosen.out / "experiments_cosine.md", "cosine.py", "Error against prefix length: a cosine", *parts)


if __name__ == "__main__":
    main(options(__doc__ or ""))
