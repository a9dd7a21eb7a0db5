"""Values of exact polynomials at many points: enclosures by one matrix product, or plain float64 for planning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from flint import arb, arb_mat, fmpq, fmpq_mpoly

from constructions.prefix import Floats

__all__ = ["float_values", "log_fmpq", "values"]

Monomial = tuple[int, ...]


def _table(polynomials: Sequence[fmpq_mpoly]) -> tuple[list[Monomial], list[dict[Monomial, fmpq]]]:
    """All monomials that occur, and the coefficients of each polynomial by monomial."""
    coefficients: list[dict[Monomial, fmpq]] = [
        {tuple(int(a) for a in monomial): c for monomial, c in p.to_dict().items()} for p in polynomials
    ]
    return sorted(set().union(*coefficients)), coefficients


def values(polynomials: Sequence[fmpq_mpoly], points: Sequence[Sequence[arb]]) -> arb_mat:
    """Enclosures [N, len(polynomials)] of every polynomial at every point [N][d], at the current precision."""
    if not polynomials:
        return arb_mat(len(points), 0)
    monomials, coefficients = _table(polynomials)
    factors = [[(j, a) for j, a in enumerate(monomial) if a] for monomial in monomials]
    highest = [max((monomial[j] for monomial in monomials), default=0) for j in range(len(points[0]))]
    rows: list[list[arb]] = []
    for x in points:
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
        rows.append(row)
    columns = [[arb(c.get(monomial, fmpq(0))) for c in coefficients] for monomial in monomials]
    if not monomials:
        return arb_mat(len(points), len(polynomials))
    return arb_mat(rows) * arb_mat(columns)


def float_values(polynomials: Sequence[fmpq_mpoly], points: Floats) -> Floats:
    """Float64 values [N, len(polynomials)] at the points [N, d]: no error bound.

    Coefficients beyond the float64 range raise OverflowError.
    """
    result = np.zeros((len(points), len(polynomials)))
    monomials, coefficients = _table(polynomials)
    for monomial in monomials:
        product = np.ones(len(points))
        for j, a in enumerate(monomial):
            if a:
                product *= points[:, j] ** a
        for column, c in enumerate(coefficients):
            if monomial in c:
                result[:, column] += product * (int(c[monomial].p) / int(c[monomial].q))
    return result


def log_fmpq(value: fmpq) -> float:
    """ln(value) for an exact value > 0 of any size, to float accuracy."""
    return float(arb(value).log())
