"""Staircases, their lines, and the lattice polynomials: exact laws."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from flint import fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from constructions.sequence.layouts import layout_of
from constructions.sequence.polynomial import Lattice, monomial, terms_of
from constructions.sequence.staircase import GAP, Staircases, lines, single_staircase, slope_for
from constructions.sequence.tasks import DISCONTINUOUS, TASKS, sequence_target, task_formula
from theory.errors import InputError

sizes = st.tuples(st.integers(1, 12), st.integers(2, 9))


def cell(breakpoints: list[fmpq], x: fmpq) -> int:
    return sum(b <= x for b in breakpoints)


class TestStaircases:
    @given(sizes)
    @settings(max_examples=40, deadline=None)
    def test_cells(self, size: tuple[int, int]) -> None:
        K, Q = size
        stairs = Staircases(K, Q)
        ends = [fmpq(0), *stairs.breakpoints, fmpq(1)]
        assert all(a < b for a, b in pairwise(ends))
        levels, bumps = stairs.levels, stairs.bumps
        assert levels.shape == bumps.shape == (3 * (K - 1) * Q + 1, Q)
        # a level changes only between two cells with the bump; bumps of two shifts never meet
        changes = levels[1:] != levels[:-1]
        assert (~changes | ((bumps[1:] == 1) & (bumps[:-1] == 1))).all()
        assert (((bumps[1:] == 1) | (bumps[:-1] == 1)).sum(axis=1) <= 1).all()
        assert (levels[-1] == K - 1).all()
        assert (levels[0] == 0).all()

    @given(sizes, st.lists(st.fractions(0, 1), min_size=1, max_size=4))
    @settings(max_examples=60, deadline=None)
    def test_partition_of_unity(self, size: tuple[int, int], xs: list[Fraction]) -> None:
        # theory K4'' for hard cells: n features leave a shift without a bump, and such a shift knows x up to the radius
        K, _ = size
        n = len(xs)
        stairs = Staircases(K, n + 1)
        points = [fmpq(x.numerator, x.denominator) for x in xs]
        rows = [cell(stairs.breakpoints, x) for x in points]
        free = [s for s in range(n + 1) if not stairs.bumps[rows, s].any()]
        assert free
        for s in free:
            for x, row in zip(points, rows, strict=True):
                a, b = stairs.plateaus(s)[int(stairs.levels[row, s])]
                assert abs(x - (a + b) / 2) <= stairs.radius

    @pytest.mark.parametrize(("K", "Q"), [(5, 3), (5, 4), (8, 4), (40, 3), (2, 9), (3, 5)])
    def test_radius(self, K: int, Q: int) -> None:
        # packed zones when there are many levels, thin ones otherwise; never worse than about 1/(2K)
        radius = float(Staircases(K, Q).radius)
        assert radius <= 0.5 / K * (1 + 1e-3) + 1e-3
        if K > Q:
            assert abs(radius - (Q - 1) / (2 * Q * (K - 1))) < 0.08 * radius

    @pytest.mark.parametrize(("K", "Q"), [(1, 2), (2, 3), (7, 5), (30, 4)])
    def test_lines(self, K: int, Q: int) -> None:
        stairs = Staircases(K, Q)
        slope = slope_for(stairs.narrowest / 2)
        assert slope * stairs.narrowest / 2 >= GAP
        assert slope & (slope - 1) == 0
        rows = lines(stairs.breakpoints, slope)
        exact = [[fmpq(*v.as_integer_ratio()) for v in row] for row in rows.tolist()]
        for (a, b), (c, d), x in zip(exact, exact[1:], stairs.breakpoints, strict=False):
            assert a * x + b == c * x + d

    def test_too_fine(self) -> None:
        with pytest.raises(InputError, match="narrower"):
            _ = Staircases(1 << 22, 4).breakpoints

    @pytest.mark.parametrize("K", [1, 2, 7])
    def test_single(self, K: int) -> None:
        assert len(single_staircase(K)) == K - 1
        assert all(abs(x - fmpq(j, K)) < fmpq(1, 1 << 24) for j, x in enumerate(single_staircase(K), 1))


REFERENCE = {
    "copy": lambda x: x,
    "reverse": lambda x: x[:, ::-1],
    "sort": lambda x: np.sort(x, axis=1),
    "running_sum": lambda x: np.cumsum(x, axis=1) / x.shape[1],
    "running_mean": lambda x: np.cumsum(x, axis=1) / np.arange(1, x.shape[1] + 1)[:, None],
    "max": lambda x: np.repeat(x.max(axis=1, keepdims=True), x.shape[1], axis=1),
    "smooth_parity": lambda x: np.repeat((1 - np.prod(1 - 2 * x, axis=1, keepdims=True)) / 2, x.shape[1], axis=1),
}
"""The tasks in numpy, x [B, T, F]."""


class TestTasks:
    @pytest.mark.parametrize("task", sorted(REFERENCE))
    @pytest.mark.parametrize(("T", "F"), [(1, 1), (2, 1), (4, 1), (3, 2), (1, 3)])
    def test_formulas(self, task: str, T: int, F: int) -> None:
        x = np.random.default_rng(0).random((20, T, F))
        found = sequence_target(task, T, F).sample(x.reshape(20, -1)).reshape(x.shape)
        assert np.allclose(found, REFERENCE[task](x), atol=1e-12)

    def test_lookup(self) -> None:
        x = np.random.default_rng(0).random((50, 5))
        found = sequence_target("lookup", 5, 1).sample(x)
        want = [np.interp(row[0] * 3, np.arange(4), row[1:]) for row in x]
        assert np.allclose(found, np.array(want)[:, None])

    def test_all_tasks_are_tested(self) -> None:
        assert set(TASKS) == set(REFERENCE) | {"lookup"}
        assert task_formula("max", 1, 2) == "[x0, x1]"

    def test_discontinuous(self) -> None:
        x = np.array([[0.2, 0.7, 0.6]])
        assert sequence_target("parity", 3, 1).sample(x).tolist() == [[0, 0, 0]]
        assert sequence_target("argmax", 3, 1).sample(x).tolist() == [[0, 1, 0]]
        assert set(DISCONTINUOUS) == {"parity", "argmax"}


class TestLattice:
    def test_hermite(self) -> None:
        # E (c + X)-moments: g_2(c) = c^2 - 1/lam, g_3(c) = c^3 - 3 c/lam
        lam, c = fmpq(3, 2), fmpq(5, 7)
        assert [monomial(k, lam, c) for k in range(4)] == [1, c, c**2 - 1 / lam, c**3 - 3 * c / lam]

    @pytest.mark.parametrize("k", range(6))
    def test_gaussian_means(self, k: int) -> None:
        nodes, weights = np.polynomial.hermite_e.hermegauss(20)
        lam, z = 1.7, 0.3
        values = [
            float(monomial(k, fmpq(17, 10), fmpq(*float(z + u / np.sqrt(lam)).as_integer_ratio()))) for u in nodes
        ]
        assert abs(weights @ np.array(values) / weights.sum() - z**k) < 1e-12

    def test_terms(self) -> None:
        target = sequence_target("[x0*x1, (x0 - 1/2)**2]", 2, 1)
        terms = terms_of(target)
        assert terms is not None
        assert terms[1] == {(2, 0): fmpq(1, 4)}
        assert terms_of(sequence_target("[sin(x0), x1]", 2, 1)) is None
        assert Lattice(2, 3, fmpq(1)).points.shape == (49, 2)


def test_layout_limits() -> None:
    for T, F in ((0, 1), (1, 0), (33, 2)):
        with pytest.raises(InputError):
            layout_of("sup", T, F)
