"""Tokens for the polynomials of the gallery, certified:  python tests/benchmarks/polynomial_tokens.py

The error is 1e-12, times |f|_inf for the two fields in microtesla, whose last binary place is 1e-14.
Two ways to store the numbers: as sums of float64 with values up to 10^6, and as plain float64 with values up to 10^3.
Beside the tokens stands their ratio to dim = the dimension of the polynomials of that degree on the sphere; a prefix
with product Gauss nodes of the exactness 2n + 4 is the rival in the same table.  A second table shows how few tokens a
linear map, a quadratic form and a cubic on S^3 .. S^8 take, and on which nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flint import fmpq

from constructions.nodes import product_gauss_size
from constructions.plan import Shortfall
from constructions.prefix import MAX_COMPONENTS
from constructions.spectral import plan
from theory.balls import exact
from theory.errors import UnreachableError
from theory.gallery import gallery
from theory.harmonics import dimensions
from theory.targets import Target
from verify.pipeline import realise

EPS = fmpq(1, 10**12)
STORAGE = {"extended": (fmpq(10**6), MAX_COMPONENTS), "float64": (fmpq(10**3), 1)}
"""Largest value and most float64 per number."""
GOALS = {(1, "extended"): 1.75, (1, "float64"): 2.0, (2, "extended"): 3.8, (2, "float64"): 7.0}
"""Most tokens over dim, by sphere and storage."""
LARGEST_DEGREE = 8


@dataclass(frozen=True)
class Row:
    """What a target took: ``tokens`` None when eps is out of reach within the limits."""

    name: str
    m: int
    degree: int
    storage: str
    tokens: int | None
    ratio: float
    nodes: str

    @property
    def met(self) -> bool:
        """Whether the goal for this sphere is met, or there is none."""
        goal = GOALS.get((self.m, self.storage))
        return goal is None or (self.tokens is not None and self.ratio <= goal)


def certified(name: str, target: Target, storage: str) -> Row:
    """The prefix with the fewest tokens, built and certified."""
    fact = target.degree
    assert fact is not None
    largest, components = STORAGE[storage]
    dim = sum(dimensions(target.m, fact.value))
    largest_target = int(target.sup_norm.value.upper().floor().fmpz())
    eps = EPS * (largest_target if largest_target >= 10 else 1)
    found = plan(target, eps, max_value=largest, max_tokens=5000, max_components=components)
    if isinstance(found, Shortfall):
        return Row(name, target.m, fact.value, storage, None, float("inf"), found.message)
    try:
        built = realise(found, target, eps, largest, 0, components)
    except UnreachableError as error:
        return Row(name, target.m, fact.value, storage, None, float("inf"), str(error))
    assert exact(built.certificate.certified_error) <= eps
    assert built.stored.components <= components
    tokens = built.stored.tokens
    return Row(name, target.m, fact.value, storage, tokens, tokens / dim, found.rule.make().family)


def goals() -> Iterator[Row]:
    """The polynomials of degree <= 8 on S^1 and S^2."""
    for entry in gallery():
        target = entry.target()
        degree = target.degree if entry.kind == "polynomial" and entry.m <= 2 else None
        if degree is not None and degree.value <= LARGEST_DEGREE:
            for storage in STORAGE:
                yield certified(entry.name, target, storage)


def higher_spheres() -> Iterator[Row]:
    """A linear map, a quadratic form and a cubic on S^3 .. S^8."""
    for m in range(3, 9):
        for name, text in (("linear", "x0"), ("quadratic", "x0*x1 + x2*x3"), ("cubic", "x0*x1*x2 - x3**3/2")):
            for storage in STORAGE:
                yield certified(name, Target.from_expression(text, m), storage)


def main() -> None:
    """Print both tables."""
    for title, rows in (("gallery", goals()), ("S^3 .. S^8", higher_spheres())):
        print(f"{title}: certified error 1e-12")
        print(f"{'target':<28}{'m':>2}{'n':>3}  {'storage':<10}{'tokens':>7}{'/dim':>7}{'Gauss':>7}  nodes")
        for row in rows:
            tokens = "-" if row.tokens is None else str(row.tokens)
            gauss = product_gauss_size(row.m, 2 * row.degree + 4)
            note = "" if row.met else "   GOAL MISSED"
            print(
                f"{row.name:<28}{row.m:>2}{row.degree:>3}  {row.storage:<10}{tokens:>7}{row.ratio:>7.2f}{gauss:>7}  "
                f"{row.nodes}{note}",
                flush=True,
            )


if __name__ == "__main__":
    main()
