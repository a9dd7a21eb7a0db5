"""(c) Smoothness against required length: how many tokens targets of different smoothness need on S^2."""

from __future__ import annotations

from common import Options, Series, chart, options, short, table, write_page

from theory.errors import UnreachableError
from theory.prefix_length import paper_exponent
from verify.pipeline import build_prefix, target_from

TARGETS = (
    ("max(x0, x1)", "a kink: Lipschitz"),
    ("abs(x0)*x0", "one derivative, a kink in the second"),
    ("1/(1.2 - x0)", "analytic near the sphere"),
    ("exp(2*x0)", "entire"),
    ("x0*x1 + x2**3", "a polynomial of degree 3"),
)
ERRORS = ("0.3", "0.1", "0.03", "0.01", "0.003", "0.001", "1e-4", "1e-6", "1e-8")
MOST = 20_000


def main(chosen: Options) -> None:
    most = 300 if chosen.quick else MOST
    rows, series = [], []
    for text, smooth in TARGETS:
        target, line, points = target_from(text, 2), [], []
        for eps in ERRORS:
            try:
                if line and line[-1] == "-":
                    raise UnreachableError("a larger error is out of reach already")
                found = build_prefix(target, eps, max_tokens=most).certificate
                points.append((float(eps), float(found.tokens)))
                line.append(f"{found.tokens} ({found.theorem})")
            except UnreachableError:
                line.append("-")
        rows.append([f"`{text}`", smooth, short(float(str(target.lipschitz.value.mid().str(6, radius=False)))), *line])
        if points:
            series.append(Series(text, points))
    alt = (
        "Tokens against the error asked for, both logarithmic, error falling to the left. The kinked target climbs "
        "like the inverse square of the error; analytic ones climb slowly, the polynomial hardly at all."
    )
    path = chosen.out / "experiments" / "smoothness.svg"
    picture = chart(path, "Tokens for an error on S^2", "error asked for", "tokens", series, alt)
    text = (
        f"Tokens that `build` needs on $S^2$ for a certified error, at most {most:,}, values at most 1000 (`-`: out of "
        "reach within these limits), and the theorem behind it. A Lipschitz target needs about $\\varepsilon^{-2}$ "
        f"tokens on $S^2$, and the class of all of them cannot do with fewer (theory G); the paper's bound grows like "
        f"$\\varepsilon^{{-{paper_exponent(2)}}}$. Smooth targets escape both: their harmonics die out."
    )
    columns = ["target", "smoothness", "Lipschitz <=", *(f"eps {eps}" for eps in ERRORS)]
    name = "experiments_smoothness.md"
    write_page(
        chosen.out / name, "smoothness.py", "Smoothness against required length", text, picture, table(columns, rows)
    )


if __name__ == "__main__":
    main(options(__doc__ or ""))
