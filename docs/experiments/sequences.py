"""(b) Maps of fixed-length sequences by prefixes: tokens against the certified error, for two architectures."""

from __future__ import annotations

from common import Options, Series, chart, options, table, write_page

from theory.errors import PrefixproofError
from verify.sequence.pipeline import build_sequence

TASKS = ("copy", "sort", "running_mean", "lookup", "smooth_parity")
ERRORS = ("0.5", "0.3", "0.2", "0.1", "0.05", "0.03")
MODES = (("direct", "the whole sequence in one vector, 2 layers (K6)"), ("sup", "shifted scalars, 4 layers (K4'')"))
MOST = 200_000


def main(chosen: Options) -> None:
    lengths, errors = ((2,), ERRORS[:4]) if chosen.quick else ((2, 3, 4), ERRORS)
    parts = [
        "A fixed transformer (its weights know the length of the sequence, not the task), a prefix per layer for each "
        "task; the error is proved through all layers, maximum norm on $[0,1]^T$. Cells: tokens in all layers "
        f"together, `-` where more than {MOST:,} would be needed.\n\n"
        + "\n".join(f"- *{mode}*: {what}." for mode, what in MODES)
    ]
    series = []
    for T in lengths:
        rows = []
        for task in TASKS:
            for mode, _ in MODES:
                row: list[object] = [f"`{task}`", mode]
                points = []
                for eps in errors:
                    try:
                        model = build_sequence(
                            task, T, 1, eps=eps, mode=mode, lipschitz=None, measure="0.01", max_tokens=MOST
                        )
                    except PrefixproofError:
                        row.append("-")
                        continue
                    c = model.certificate
                    row.append(f"{c.tokens:,}")
                    points.append((float(c.certified_error), float(c.tokens)))
                rows.append(row)
                if task == "sort" and len(points) > 1:
                    series.append(Series(f"{mode}, T = {T}", points, dashed=mode == "sup"))
        parts.append(f"## T = {T}\n\n" + table(["task", "mode", *(f"eps {eps}" for eps in errors)], rows))
    alt = (
        "Tokens against the certified error of sorting, both logarithmic. Two layers need about eps^-T tokens, so the "
        "lines get steeper with the length; four layers cost more at large errors and catch up."
    )
    picture = chart(
        chosen.out / "experiments" / "sequences.svg", "Sorting T numbers", "certified error", "tokens", series, alt
    )
    parts.insert(1, picture)
    write_page(chosen.out / "experiments_sequences.md", "sequences.py", "Maps of fixed-length sequences", *parts)


if __name__ == "__main__":
    main(options(__doc__ or ""))
