"""Gram sums: two algorithms against each other and against the definition."""

import numpy as np
import pytest
from flint import arb, ctx

from theory.balls import precision
from theory.harmonics import legendre_values
from verify import gram
from verify.gram import by_harmonics, by_pairs, legendre_sums
from verify.sampling import directions

SHAPES = [
    (1, 40, 7, 1),
    (2, 15, 9, 1),
    (2, 25, 6, 3),
    (3, 12, 8, 2),
    (4, 6, 10, 1),
    (7, 4, 12, 2),
    (2, 0, 3, 1),
    (1, 1, 2, 1),
]


def data(m: int, N: int, q: int) -> tuple[list[list[arb]], list[list[arb]], list[list[arb]]]:
    rng = np.random.default_rng(m + N)
    vectors = [[arb(float(c)) for c in row] for row in rng.normal(size=(N, q))]
    return directions(rng.normal(size=(N, m + 1))), vectors, [[arb(1) / N]] * N


@pytest.mark.parametrize(("m", "K", "N", "q"), SHAPES)
def test_both_algorithms_are_the_definition(m: int, K: int, N: int, q: int) -> None:
    with precision(160):
        points, u, weights = data(m, N, q)
        direct = [[arb(0)] * (K + 1) for _ in (u, weights)]
        for i, p in enumerate(points):
            for j, r in enumerate(points):
                t = arb(1) if i == j else sum((a * b for a, b in zip(p, r, strict=True)), arb(0))
                for k, value in enumerate(legendre_values(m, K, t)):
                    for row, c in zip(direct, (u, weights), strict=True):
                        row[k] += value * sum((a * b for a, b in zip(c[i], c[j], strict=True)), arb(0))
        for algorithm in (by_pairs, by_harmonics, legendre_sums):
            found = algorithm(m, K, points, [u, weights])
            for row, expected in zip(found, direct, strict=True):
                assert all(a.overlaps(b) for a, b in zip(row, expected, strict=True))
                assert all(a.rad() < 1e-25 for a in row)


def test_series_are_as_long_as_needed() -> None:
    """Regression: python-flint cuts series at ctx.cap (ten terms), silently; the rest would read as zero."""
    with precision(128):
        points, u, _ = data(2, 5, 1)
        before = ctx.cap
        assert all(not value.contains(0) for value in by_pairs(2, 30, points, [u])[0])
        assert ctx.cap == before


def test_a_cut_series_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from contextlib import nullcontext

    from theory.errors import PrefixproofError

    monkeypatch.setattr(gram, "_series_length", lambda length: nullcontext())
    points, u, _ = data(2, 5, 1)
    with pytest.raises(PrefixproofError, match="cut at 10 of 31 terms"):
        by_pairs(2, 30, points, [u])
