"""Evaluation of heads: against an mpmath oracle, float64 against balls, dropped tokens are paid for."""

import math

import mpmath
import numpy as np
import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from constructions import head
from constructions.head import evaluate, evaluate_float, evaluate_many
from constructions.prefix import StoredPrefix
from theory.balls import exact, precision
from theory.errors import InputError


def random_prefix(
    seed: int, n: int = 12, m: int = 2, q: int = 2, lam: str = "7/2", components: int = 1
) -> StoredPrefix:
    rng = np.random.default_rng(seed)
    keys = rng.normal(size=(n, m + 1))
    keys /= np.linalg.norm(keys, axis=1, keepdims=True)
    tiny = [2.0 ** (-53 * c) for c in range(components)]
    return StoredPrefix(
        m,
        exact(lam),
        tuple(keys * t for t in tiny),
        tuple(rng.normal(size=(n, q)) * t for t in tiny),
        tuple(rng.normal(size=n) * t for t in tiny),
        "x0",
    )


def unit(x: np.ndarray) -> list[arb]:
    row = [arb(float(c)) for c in x]
    length = sum((c * c for c in row), arb(0)).sqrt()
    return [c / length for c in row]


def points(seed: int, n: int, m: int) -> np.ndarray:
    x = np.random.default_rng(seed).normal(size=(n, m + 1))
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def oracle(stored: StoredPrefix, x: np.ndarray) -> list[mpmath.mpf]:
    """The definition, in mpmath with 60 digits, at x/|x|."""

    def sums(parts: tuple[np.ndarray, ...]) -> np.ndarray:
        return sum(np.vectorize(lambda c: mpmath.mpf(float(c)), otypes=[object])(part) for part in parts)

    with mpmath.workdps(60):
        direction = sums((x,))
        direction = direction / mpmath.sqrt(np.dot(direction, direction))
        lam = mpmath.mpf(int(stored.lam.p)) / int(stored.lam.q)
        logits = lam * np.dot(sums(stored.keys), direction) + sums(stored.bias)
        weights = np.array([mpmath.exp(s) for s in logits])
        return list(np.dot(weights, sums(stored.values)) / sum(weights))


@pytest.mark.parametrize(("seed", "n", "components"), [(0, 12, 1), (1, 100, 1), (2, 7, 3)])
def test_enclosures_contain_the_oracle(seed: int, n: int, components: int) -> None:
    stored = random_prefix(seed, n=n, components=components)
    for x in points(seed, 5, 2):
        with precision(stored.working_precision()):
            found = evaluate(stored, unit(x))
        for value, true in zip(found, oracle(stored, x), strict=True):
            with mpmath.workdps(60):
                text = mpmath.nstr(true, 45)
            with precision(200):
                assert value.overlaps(arb(f"{text} +/- 1e-44"))
            assert value.rad() < 1e-20


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 10**6),
    st.integers(1, 200),
    st.integers(1, 5),
    st.integers(1, 3),
    st.sampled_from(["1/8", "4", "4000"]),
)
def test_float_evaluation_agrees_with_the_enclosures(seed: int, n: int, m: int, q: int, lam: str) -> None:
    stored = random_prefix(seed, n=n, m=m, q=q, lam=lam)
    x = points(seed, 4, m)
    floats = evaluate_float(stored, x)
    assert floats.shape == (4, q)
    with precision(stored.working_precision()):
        balls = evaluate_many(stored, [unit(row) for row in x])
    for row, enclosure in zip(floats, balls, strict=True):
        for a, b in zip(row, enclosure, strict=True):
            assert abs(arb(float(a)) - b) < 1e-9  # float64 logits of size 4000: plausibility, not a proof


def test_one_point_is_the_batch() -> None:
    stored = random_prefix(5)
    with precision(120):
        x = [unit(row) for row in points(5, 3, 2)]
        for one, many in zip((evaluate(stored, p) for p in x), evaluate_many(stored, x), strict=True):
            assert all(a.overlaps(b) for a, b in zip(one, many, strict=True))


def test_a_ball_of_points_gives_all_values() -> None:
    stored = random_prefix(6)
    x = points(6, 1, 2)[0]
    wide = [arb(float(c), 1e-3) for c in x]
    with precision(100):
        image = evaluate(stored, wide)
        for corner in (-1, 1):
            inside = evaluate(stored, [arb(float(c)) + corner * arb(1e-3) for c in x])
            assert all(a.overlaps(b) for a, b in zip(image, inside, strict=True))


def everything(stored: StoredPrefix, block: list[list[arb]]) -> tuple[np.ndarray, arb]:
    return np.ones((len(block), stored.tokens), dtype=bool), arb(0)


def test_dropping_far_tokens_changes_nothing_but_the_radius(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = random_prefix(7, n=300, lam="3000")
    with precision(stored.working_precision()):
        x = [unit(row) for row in points(7, 20, 2)]
        near, dropped = head._significant(stored, x)
        fast = evaluate_many(stored, x)
        monkeypatch.setattr(head, "_significant", everything)
        full = evaluate_many(stored, x)
    assert near.mean() < 0.5  # the filter does something
    assert 0 < dropped < 1e-30
    for a, b in zip(fast, full, strict=True):
        for first, second in zip(a, b, strict=True):
            assert first.overlaps(second)
            assert first.rad() < 1e-30


def test_the_filter_must_know_about_corrections(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutant: a filter that looks at first components only drops the token that a large correction makes dominant."""
    n = 100
    keys, values, bias, zero = np.zeros((n, 2)), np.zeros((n, 1)), np.zeros(n), np.zeros(n)
    keys[:, 0], keys[0, 0], values[0], bias[0] = 1.0, 0.5, 1.0, 1000.0
    correction = np.zeros((n, 2))
    correction[0, 0] = 0.5
    stored = StoredPrefix(1, fmpq(4000), (keys, correction), (values, 0 * values), (bias, zero), "x0")
    forgetful = StoredPrefix(1, fmpq(4000), (keys,), (values,), (bias,), "x0")
    honest = head._significant
    with precision(200):
        x = [arb(1), arb(0)]
        assert abs(evaluate(stored, x)[0] - 1) < 1e-50
        monkeypatch.setattr(head, "_significant", lambda _, block: honest(forgetful, block))
        assert not abs(evaluate(stored, x)[0] - 1) < 0.5


def test_wrong_dimension_is_refused() -> None:
    with pytest.raises(InputError, match="has 3 coordinates, got 2"):
        evaluate(random_prefix(0), [arb(1), arb(0)])


def test_float_evaluation_survives_large_lam() -> None:
    stored = random_prefix(8, lam="1e8")
    assert np.isfinite(evaluate_float(stored, points(8, 3, 2))).all()
    assert math.isclose(float(np.abs(stored.keys[0]).max()), 1.0, abs_tol=0.2)
