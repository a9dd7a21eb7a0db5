"""Linear maps by 2d tokens: the elementary bound against dense sampling, spectral norms, choices of lam."""

import numpy as np
import pytest
from flint import arb, arb_mat, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from constructions.formats import BFLOAT16, BINARY16, BINARY32
from constructions.head import evaluate, evaluate_float
from constructions.linear_map import (
    best_scale,
    largest_lam,
    linear_error,
    linear_prefix,
    relative_errors,
    spectral_norm,
    usable_matrix,
)
from constructions.prefix import StoredPrefix
from theory.balls import ball, precision
from theory.errors import InputError, UnreachableError

Floats = NDArray[np.float64]


def matrices(seed: int, q: int, d: int) -> dict[str, Floats]:
    rng = np.random.default_rng(seed)
    return {
        "normal": rng.normal(size=(q, d)),
        "rank one": np.outer(rng.normal(size=q), rng.normal(size=d)),
        "graded": rng.normal(size=(q, d)) * 10.0 ** -np.arange(d),
        "zero but one": np.eye(q, d) * (np.arange(d) == 0),
    }


def points(d: int, count: int = 1000) -> Floats:
    """Random unit vectors, vertices and vectors of equal coordinates: where the two ends are attained."""
    rng = np.random.default_rng(1)
    x = np.vstack([rng.normal(size=(count, d)), np.eye(d), rng.choice([-1.0, 1.0], size=(50, d))])
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def prefix(W: Floats, lam: fmpq, **options: object) -> StoredPrefix:
    return linear_prefix(W, lam, best_scale(W.shape[1], lam), "W", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("lam", [fmpq(1, 8), fmpq(1), fmpq(4)])
@pytest.mark.parametrize(("q", "d"), [(1, 2), (3, 2), (2, 3), (5, 17), (30, 30)])
def test_errors_stay_below_the_bound_and_reach_most_of_it(q: int, d: int, lam: fmpq) -> None:
    """For every matrix below; for multiples of isometries the bound is sharp where lam is small."""
    x = points(d)
    r = np.linspace(0.01, 1, 7)
    inside = (x[None, :200] * r[:, None, None]).reshape(-1, d)
    for W in [*matrices(d, q, d).values(), np.eye(max(q, d))[:, :d] * 3]:
        made = prefix(W, lam)
        found = linear_error(made, W, best_scale(d, lam), spectral_norm(arb_mat(W.tolist())))
        seen = np.linalg.norm(evaluate_float(made, x) - x @ W.T, axis=1).max()
        relative = np.linalg.norm(evaluate_float(made, inside) - inside @ W.T, axis=1) / np.linalg.norm(inside, axis=1)
        assert seen <= float(found.sphere)
        assert relative.max() <= float(found.inside)
        assert found.sphere <= found.inside
    if lam < 1:
        assert seen >= 0.95 * float(found.sphere)


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 40), st.floats(0.01, 4), st.integers(0, 10**6))
def test_the_ends_enclose_every_ratio(d: int, lam: float, seed: int) -> None:
    """rho_j in balls, at random points of the sphere with few or many coordinates; a third of the bound is refuted."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=d) * (rng.random(d) < rng.random())
    x[int(rng.integers(d))] += 1
    t = [arb(c) for c in x.tolist()]
    size = sum((c * c for c in t), arb(0)).sqrt()
    t = [c / size for c in t]
    scale = ball(best_scale(d, fmpq(*lam.as_integer_ratio())))
    bottom = sum(((arb(lam) * c).cosh() for c in t), arb(0))
    error = relative_errors(d, arb(lam), scale, arb(1))
    ratios = [scale * (arb(lam) * c).sinh() / (bottom * c) for c in t if not c.contains(0)]
    assert not any(abs(ratio - 1) > error.sphere for ratio in ratios)
    vertex = scale * arb(lam).sinh() / (d - 1 + arb(lam).cosh())
    spread = scale * (arb(lam) / arb(d).sqrt()).tanh() / arb(d).sqrt()
    if lam <= 1:  # d = 2: a third of the range of sinh(t)/t is lost to the range of the denominator
        assert (vertex - 1).max(1 - spread) > error.sphere / 3


def test_values_beyond_float64_carry_more_digits() -> None:
    """With two components an error of 1e-25 is proved, and holds at points in 400 bits."""
    W = matrices(3, 4, 5)["normal"]
    norm = spectral_norm(arb_mat(W.tolist()))
    with precision(400):
        lam = largest_lam(5, ball("1e-25") / norm)
        scale = best_scale(5, lam, 2)
        made = linear_prefix(W, lam, scale, "W", components=2)
        found = linear_error(made, W, scale, norm).sphere
        assert found <= ball("1e-25")
        for row in points(5, 3):
            x = [arb(c) for c in row.tolist()]
            size = sum((c * c for c in x), arb(0)).sqrt()
            x = [c / size for c in x]
            gap = [a - sum((w * c for w, c in zip(r, x)), arb(0)) for a, r in zip(evaluate(made, x), W.tolist())]  # noqa: B905
            assert sum((g * g for g in gap), arb(0)).sqrt() <= found
        one = linear_error(linear_prefix(W, lam, best_scale(5, lam), "W"), W, best_scale(5, lam), norm).sphere
        assert one > ball("1e-20")


@pytest.mark.parametrize("scale", [1.0, 1e-200, 1e200])
@pytest.mark.parametrize(("q", "d"), [(1, 1), (3, 7), (9, 2), (40, 40)])
def test_spectral_norms(q: int, d: int, scale: float) -> None:
    """Not below numpy's, and above it by less than 1e-9; the largest column is no bound."""
    for W in (scale * part for part in matrices(q, q, d).values()):
        found, sharp = spectral_norm(arb_mat(W.tolist())), np.linalg.norm(W / scale, 2) * scale
        assert found >= arb(sharp) * (1 - arb("1e-14"))
        assert found <= arb(sharp) * (1 + arb("1e-9"))
    assert spectral_norm(arb_mat(2, 3)) == 0
    assert (
        spectral_norm(arb_mat([[arb("nan"), arb(1)]])).is_nan()
        or not spectral_norm(arb_mat([[arb("nan"), arb(1)]])).is_finite()
    )


@pytest.mark.parametrize("form", [BINARY32, BINARY16, BFLOAT16])
def test_numbers_of_narrow_formats(form) -> None:  # type: ignore[no-untyped-def]
    W = matrices(0, 8, 8)["normal"]
    made = prefix(W, fmpq(1, 2), form=form)
    assert (form.round(made.values[0]) == made.values[0]).all()
    found = linear_error(made, W, best_scale(8, fmpq(1, 2)), spectral_norm(arb_mat(W.tolist())))
    x = points(8)
    assert np.linalg.norm(evaluate_float(made, x) - x @ W.T, axis=1).max() <= float(found.sphere)
    if form is BINARY16:
        with pytest.raises(InputError, match="too large for float16: raise --eps"):
            prefix(W, fmpq(1, 2**20), form=form)


def test_the_largest_lam() -> None:
    for d in (2, 64):
        lam = largest_lam(d, arb("1e-3"))
        worse = lam * fmpq(65, 64)
        assert relative_errors(d, ball(lam), ball(best_scale(d, lam)), arb(1)).sphere <= arb("1e-3")
        assert relative_errors(d, ball(worse), ball(best_scale(d, worse)), arb(1)).sphere > arb("1e-3")
        assert largest_lam(d, arb(1000)) == 4
    for hopeless in (arb(0), arb("nan"), arb(-1), arb("1e-400")):
        with pytest.raises(UnreachableError):
            largest_lam(3, hopeless)


@pytest.mark.parametrize(
    ("matrix", "reason"),
    [
        (np.ones(3), r"real matrix \[q, d\]"),
        (np.ones((2, 2, 2)), r"real matrix \[q, d\]"),
        (np.ones((2, 2), dtype=complex), "real matrix"),
        (np.array([["a", "b"]]), "real matrix"),
        (np.ones((3, 1)), "d >= 2"),
        (np.ones((0, 3)), "q >= 1"),
        (np.array([[1, np.nan]]), r"entry \[0, 1\]"),
        (np.array([[1, np.inf]]), r"entry \[0, 1\]"),
        (np.array([[1, 2**53 + 1]]), "above 2"),
        (np.ones((1, 2000)), "more than 2000000 numbers"),
    ],
)
def test_unusable_matrices(matrix: NDArray[np.generic], reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        usable_matrix(matrix)
