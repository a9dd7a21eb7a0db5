"""Values of exact polynomials at many points of the sphere, by matrix products."""

from __future__ import annotations

from collections.abc import Sequence

from flint import arb, arb_mat, fmpq, fmpq_mpoly

__all__ = ["count_terms", "log_fmpq", "sphere_reduced", "sphere_values"]

Monomial = tuple[int, ...]

_FEW_TERMS = 60
_BLOCK = 1 << 18
"""Monomial values held at once."""


def count_terms(polynomials: Sequence[fmpq_mpoly]) -> int:
    """How many monomials occur in some of the polynomials."""
    return len(set().union(*(p.monoms() for p in polynomials)))


def _without_squares(p: fmpq_mpoly, j: int) -> fmpq_mpoly:
    """p with x_j^2 replaced by 1 - sum_{i != j} x_i^2."""
    context = p.context()
    rest = 1 - sum((x * x for i, x in enumerate(context.gens()) if i != j), context.constant(0))
    by_power: dict[int, dict[Monomial, fmpq]] = {}
    for monomial, c in p.to_dict().items():
        half, odd = divmod(int(monomial[j]), 2)
        place = tuple(odd if i == j else int(a) for i, a in enumerate(monomial))
        by_power.setdefault(half, {})[place] = c
    result = context.constant(0)
    for half in range(max(by_power, default=0), -1, -1):
        result = result * rest + context.from_dict(by_power.get(half, {}))
    return result


def sphere_reduced(polynomials: Sequence[fmpq_mpoly]) -> list[fmpq_mpoly]:
    """Polynomials that agree with the given ones on the sphere |x| = 1 and have few monomials altogether.

    Harmonic components of a function of one coordinate are polynomials in that coordinate alone, once the square of
    another one is eliminated.
    """
    best = list(polynomials)
    if best and count_terms(best) > _FEW_TERMS:
        used = [j for j in range(best[0].context().nvars()) if any(p.degrees()[j] > 1 for p in best)]
        candidates = [[_without_squares(p, j) for p in polynomials] for j in used[:4]]
        best = min([best, *candidates], key=count_terms)
    return best


def _table(polynomials: Sequence[fmpq_mpoly]) -> tuple[list[Monomial], list[dict[Monomial, fmpq]]]:
    """All monomials that occur, and the coefficients of each polynomial by monomial."""
    coefficients: list[dict[Monomial, fmpq]] = [
        {tuple(int(a) for a in monomial): c for monomial, c in p.to_dict().items()} for p in polynomials
    ]
    return sorted(set().union(*coefficients)), coefficients


def sphere_values(polynomials: Sequence[fmpq_mpoly], points: Sequence[Sequence[arb]]) -> list[list[arb]]:
    """Enclosures [N][len(polynomials)] of every polynomial at every point [N][d] of the sphere, current precision."""
    if not polynomials:
        return [[] for _ in points]
    monomials, coefficients = _table(sphere_reduced(polynomials))
    if not monomials:
        return [[arb(0)] * len(polynomials) for _ in points]
    factors = [[(j, a) for j, a in enumerate(monomial) if a] for monomial in monomials]
    highest = [max(monomial[j] for monomial in monomials) for j in range(len(points[0]))]
    columns = arb_mat([[arb(c.get(monomial, fmpq(0))) for c in coefficients] for monomial in monomials])
    result: list[list[arb]] = []
    step = max(1, _BLOCK // len(monomials))
    for start in range(0, len(points), step):
        rows = [_monomial_values(x, highest, factors) for x in points[start : start + step]]
        result += (arb_mat(rows) * columns).tolist()
    return result


def _monomial_values(x: Sequence[arb], highest: list[int], factors: list[list[tuple[int, int]]]) -> list[arb]:
    powers = [[arb(1)] for _ in x]
    for j, value in enumerate(x):
        for _ in range(highest[j]):
            powers[j].append(powers[j][-1] * value)
    row: list[arb] = []
    for factor in factors:
        product = arb(1)
        for j, a in factor:
            product *= powers[j][a]
        row.append(product)
    return row


def log_fmpq(value: fmpq) -> float:
    """ln(value) for an exact value > 0 of any size, to float accuracy."""
    return float(arb(value).log())
