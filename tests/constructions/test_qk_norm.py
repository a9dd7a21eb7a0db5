"""QK-normalised heads against numpy with RMS normalisation: the core head, exactly, for all gains and epsilons."""

import numpy as np
import pytest
from flint import arb, fmpq
from numpy.typing import NDArray

from constructions.head import evaluate_float
from constructions.prefix import StoredPrefix
from constructions.qk_norm import NormedHead
from theory.errors import InputError
from verify.pipeline import build

Floats = NDArray[np.float64]


def rms_norm(z: Floats, gain: Floats, epsilon: float) -> Floats:
    return gain * z / np.sqrt((z * z).mean(axis=-1, keepdims=True) + epsilon)


def attend(head: NormedHead, queries: Floats, keys: Floats, values: Floats) -> Floats:
    e0 = float(arb(head.epsilon))
    scores = rms_norm(queries, head.query_gain, e0) @ rms_norm(keys, head.key_gain, e0).T * float(arb(head.scale))
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights @ values / weights.sum(axis=1, keepdims=True)


def sphere(d: int, n: int = 400) -> Floats:
    x = np.random.default_rng(d).standard_normal((n, d))
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def gains(seed: int, d: int) -> Floats:
    return np.random.default_rng(seed).uniform(0.5, 2.0, d) * np.where(np.arange(d) % 2, 1.0, -1.0)


def random_prefix(seed: int, m: int, lam: float, biased: bool) -> StoredPrefix:
    rng = np.random.default_rng(seed)
    keys = sphere(m + 1, 20) * rng.uniform(0.3, 1.0, (20, 1))
    bias = rng.uniform(-1, 1, 20) if biased else np.full(20, 0.25)
    return StoredPrefix(m, fmpq(*lam.as_integer_ratio()), (keys,), (rng.normal(size=(20, 3)),), (bias,), "x0")


@pytest.mark.parametrize("epsilon", ["0", "1/1000000", "1/10"])
@pytest.mark.parametrize("biased", [False, True])
@pytest.mark.parametrize("length", [1.0, 0.01, 40.0])
def test_the_core_head_with_a_spare_coordinate(epsilon: str, biased: bool, length: float) -> None:
    stored, d = random_prefix(1, 2, 2.0, biased), 8
    head = NormedHead(fmpq(900), gains(1, d), gains(2, d), fmpq(epsilon))
    constant = 0.5 * length if biased else None
    found = head.prefix(stored, length, constant)
    assert found.keys.shape == (20, d)
    x = sphere(3)
    queries = np.zeros((len(x), d))
    queries[:, :3] = length * x
    if constant is not None:
        queries[:, 3] = constant
    assert found.moved < arb("1e-10")
    assert np.abs(attend(head, queries, found.keys, found.values) - evaluate_float(stored, x)).max() < 1e-9


def test_the_scale_is_lam() -> None:
    """Without gains, epsilon and a spare coordinate: lam = scale d, and keys of one length only."""
    built = build("x0*x1", 2, "0.1").stored
    plain, lam = np.ones(3), built.lam
    head = NormedHead(lam / 3, plain, plain, fmpq(0))
    found = head.prefix(built, 7.0)
    x = sphere(3)
    assert np.abs(attend(head, 7 * x, found.keys, found.values) - evaluate_float(built, x)).max() < 1e-10
    with pytest.raises(InputError, match="on one sphere"):
        NormedHead(2 * lam / 3, plain, plain, fmpq(0)).prefix(built)


def test_epsilon_makes_short_keys() -> None:
    stored = random_prefix(2, 2, 1.5, biased=False)
    head = NormedHead(fmpq(1), np.ones(3), np.ones(3), fmpq(1, 100))
    found = head.prefix(stored)
    x = sphere(3)
    assert np.abs(attend(head, x, found.keys, found.values) - evaluate_float(stored, x)).max() < 1e-12


def test_the_radius_factor() -> None:
    head = NormedHead(fmpq(1), np.ones(4), np.ones(4), fmpq(1, 16))
    assert abs(head.radius(arb(1)) - (arb(4) / 5).sqrt()) < arb("1e-14")
    z = np.array([0.3, -0.2, 0.9, 0.1])
    size = np.linalg.norm(rms_norm(z, np.ones(4), 1 / 16)) / 2
    assert size == pytest.approx(float(head.radius(arb(float(np.linalg.norm(z))))))


def test_a_head_that_forgets_the_radius_factor_is_refuted() -> None:
    stored = random_prefix(3, 1, 2.0, biased=False)
    head = NormedHead(fmpq(8), np.ones(4), np.ones(4), fmpq(1, 10))
    wrong = NormedHead(fmpq(8), np.ones(4), np.ones(4), fmpq(0)).prefix(stored)
    x = sphere(2)
    queries = np.column_stack([x, np.zeros((len(x), 2))])
    assert np.abs(attend(head, queries, wrong.keys, wrong.values) - evaluate_float(stored, x)).max() > 1e-2


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"scale": fmpq(1, 100)}, "as large as the scale allows"),
        ({"key_gain": np.array([1.0, 0, 1, 1, 1])}, "must not be 0"),
        ({"key_gain": np.ones(4)}, "one shape"),
        ({"query_gain": np.array([1.0, np.nan, 1, 1, 1])}, "finite"),
        ({"epsilon": fmpq(-1)}, "epsilon"),
    ],
)
def test_refusals(change: dict[str, object], reason: str) -> None:
    stored = random_prefix(4, 2, 2.0, biased=False)
    head = {"scale": fmpq(4), "query_gain": np.ones(5), "key_gain": np.ones(5), "epsilon": fmpq(0)} | change
    with pytest.raises(InputError, match=reason):
        NormedHead(**head).prefix(stored)  # type: ignore[arg-type]


def test_refusals_of_queries() -> None:
    head = NormedHead(fmpq(4), np.ones(3), np.ones(3), fmpq(0))
    for stored, length, constant, reason in (
        (random_prefix(4, 2, 2.0, biased=True), 1.0, None, "biases differ"),
        (random_prefix(4, 2, 2.0, biased=True), 1.0, 1.0, "need 4 coordinates"),
        (random_prefix(4, 2, 2.0, biased=False), 0.0, None, "must be > 0"),
        (random_prefix(4, 2, 2.0, biased=False), float("nan"), None, "must be > 0"),
    ):
        with pytest.raises(InputError, match=reason):
            head.prefix(stored, length, constant)
