"""Laws of the token bounds (theory F1, F3, G1, G2, H1, P2): consistency, sampled heads below them, refuted twins."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pytest
from flint import arb, ctx, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from theory import prefix_length as pl
from theory.balls import exact, float_upper, precision
from theory.errors import InputError
from theory.harmonics import legendre_values
from theory.kernels import ratio
from theory.sphere import cap_measure
from theory.token_bounds import token_bounds

FloatArray = npt.NDArray[np.float64]
REACHES = ("1e-300", "1e-7", "0.01", "0.1", "0.49", "0.7", "1.2", "1.5", "1.57", "1.58", "2.3", "3.15", "1e300")


def circle(n: int) -> FloatArray:
    angles = 2 * math.pi * np.arange(n) / n
    return np.stack([np.cos(angles), np.sin(angles)], axis=1)


def fibonacci(n: int) -> FloatArray:
    z = 1 - (2 * np.arange(n) + 1) / n
    angles = math.pi * (3 - math.sqrt(5)) * np.arange(n)
    return np.stack([np.sqrt(1 - z * z) * np.cos(angles), np.sqrt(1 - z * z) * np.sin(angles), z], axis=1)


def weights(x: FloatArray, keys: FloatArray, lam: float) -> FloatArray:
    logits = lam * x @ keys.T
    scores = np.exp(logits - logits.max(axis=1)[:, None])
    return np.asarray(scores / scores.sum(axis=1)[:, None])


def distances(x: FloatArray, keys: FloatArray) -> FloatArray:
    return np.arccos(np.clip(x @ keys.T, -1, 1))


# --- F1, F3 --------------------------------------------------------------------------------------------------------


def far_mass(x: FloatArray, keys: FloatArray, lam: float, r: float) -> float:
    """The largest softmax mass, over x, of the keys at distance >= r."""
    return float(np.where(distances(x, keys) >= r, weights(x, keys, lam), 0).sum(axis=1).max())


@pytest.mark.parametrize(
    ("keys", "lam", "r"), [(circle(30), 200.0, 0.2), (circle(200), 8.0, 0.6), (fibonacci(400), 300.0, 0.3)]
)
def test_localisation(keys: FloatArray, lam: float, r: float) -> None:
    """The mass beyond r is at most N exp(-lam (cos delta - cos r)), and the error at most that of theory F1."""
    x = circle(3001) if keys.shape[1] == 2 else fibonacci(4001)
    delta = 1.0001 * float(distances(x, keys).min(axis=1).max()) + 2e-3
    mass = far_mass(x, keys, lam, r)
    bound = pl.local_error(1, len(keys), lam, delta, r) - r
    assert mass * math.pi <= float_upper(bound)
    f = distances(x, keys[:1])[:, 0]  # 1-Lipschitz
    head = weights(x, keys, lam) @ distances(keys, keys[:1])[:, 0]
    assert np.abs(head - f).max() <= float_upper(bound + r)


def test_localisation_without_the_number_of_tokens_is_refuted() -> None:
    crowded = np.vstack([circle(3), np.tile(circle(1), (2000, 1))])  # many keys at one place
    delta, r, lam = math.pi / 3, 1.2, 6.0
    assert far_mass(circle(301), crowded, lam, r) > math.exp(-lam * (math.cos(delta) - math.cos(r)))


@pytest.mark.parametrize("eps", [0.5, 0.2, 0.05])
def test_the_circle_prefix_reaches_eps(eps: float) -> None:
    """Sampled: the distance to a point is the extreme 1-Lipschitz function."""
    prefix = pl.circle_prefix(1, eps)
    assert isinstance(prefix.tokens, int)
    keys, lam = circle(prefix.tokens), float(prefix.lam)
    x = circle(40 * prefix.tokens + 1)
    f = distances(x, keys[:1])[:, 0]
    head = weights(x, keys, lam) @ distances(keys, keys[:1])[:, 0]
    error = np.abs(head - f).max()
    assert error <= eps
    assert error > eps / 4
    coarse = circle(prefix.tokens // 4)
    twin = weights(x, coarse, lam) @ distances(coarse, keys[:1])[:, 0]
    assert np.abs(twin - f).max() > eps


def test_the_theorem_adds_up() -> None:
    """F1 at r = (1+eta) delta with F3's lam is (1+2 eta) L delta = eps, to rounding; half that lam misses eps."""
    for m in (1, 2, 5, 63):
        for eta in ("1/200", "1/3"):
            eps = fmpq(1, 50)
            prefix = pl.local_prefix(m, 3, eps, eta)
            assert isinstance(prefix.tokens, int)
            r = (1 + exact(eta)) * prefix.covering_radius
            assert (pl.local_error(3, prefix.tokens, prefix.lam, prefix.covering_radius, r) - eps).contains(0)
            assert pl.local_error(3, prefix.tokens, prefix.lam / 2, prefix.covering_radius, r) > eps


# --- consistency of the table --------------------------------------------------------------------------------------


def as_number(tokens: int | str) -> arb:
    return arb(tokens)


@pytest.mark.parametrize("m", [1, 2, 3, 5, 8, 63, 512])
@pytest.mark.parametrize("eps", REACHES)
def test_upper_bounds_are_above_lower_bounds(m: int, eps: str) -> None:
    for q in (1, 3, 600):
        table = {row.name: row for row in token_bounds(m, 1, eps, q) if row.kind in ("upper", "lower")}
        lower = [as_number(row.tokens) for row in table.values() if row.kind == "lower"]
        upper = [as_number(row.tokens) for row in table.values() if row.kind == "upper"]
        assert len(lower) == 3
        assert len(upper) == 2 + (m == 1)
        assert all(a <= b for a in lower for b in upper)
        assert all(a >= 1 for a in lower)
        assert all(isinstance(row.tokens, str) == (as_number(row.tokens) >= 10**18) for row in table.values())


def test_the_circle_is_optimal_up_to_one_percent() -> None:
    for eps in ("1e-9", "0.001", "0.01", "0.02"):
        tokens, bound = pl.circle_prefix(1, eps).tokens, pl.fixed_keys_bound(1, 1, eps)
        assert isinstance(tokens, int)
        assert isinstance(bound, int)
        assert bound < tokens <= bound * 1.01 + 2
        with precision(200):
            assert bound == int((arb.pi() / exact(eps)).ceil().unique_fmpz()) - 1


@given(
    st.integers(1, 7),
    st.fractions("1/20", 3, max_denominator=1000),
    st.fractions(1, 2, max_denominator=100),
    st.integers(1, 5),
)
@settings(deadline=None, max_examples=60)
def test_bounds_are_monotone_and_scale(m: int, eps: Fraction, factor: Fraction, q: int) -> None:
    """More error allowed never needs more tokens by the volume bounds, and only eps/L counts."""
    for L in (Fraction(1), Fraction(7, 3)):
        prefix = pl.local_prefix(m, L, L * eps, q=q)
        bound = pl.fixed_keys_bound(m, L, L * eps)
        assert prefix.tokens == pl.local_prefix(m, 1, eps, q=q).tokens
        assert bound == pl.fixed_keys_bound(m, 1, eps)
        assert pl.local_prefix(m, L, L * eps * factor, q=q).tokens <= prefix.tokens
        assert pl.continuous_selection_bound(m, L, L * eps, q) <= bound


def test_one_token() -> None:
    """A scalar map needs one token iff eps >= pi L/2; in many dimensions eps >= pi L/sqrt 2 always suffices."""
    for m in (1, 2, 63):
        for eps, one in (("1.5707963267", False), ("1.5707963268", True)):
            assert (pl.local_prefix(m, 1, eps).tokens == 1) == one
            assert (pl.fixed_keys_bound(m, 1, eps) == 1) == one
        assert pl.local_prefix(m, 1, "1.6", q=2).tokens > 1
        assert pl.local_prefix(m, 1, "1.82", q=2).tokens == 1
        assert pl.local_prefix(m, 1, "2.2215", q=10**6).tokens == 1
        assert pl.local_prefix(m, 0, "1e-300").tokens == pl.fixed_keys_bound(m, 0, "1e-300") == 1
    single = pl.circle_prefix(1, 4)
    assert (single.tokens, single.lam) == (1, 0)
    assert single.covering_radius.overlaps(arb.pi())


def test_a_circle_bound_one_larger_is_refuted() -> None:
    """ceil(pi L/eps) instead of ceil(pi L/eps) - 1: for eps just above pi/2 it asks for 2 tokens where 1 does."""
    eps = fmpq(158, 100)
    assert (arb.pi() / eps).ceil() == 2
    assert pl.circle_prefix(1, eps).tokens == 1


# --- G1, G2 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("m", [1, 2, 3, 8, 63])
def test_lower_bounds_by_volume(m: int) -> None:
    """N >= ceil(1/sigma(cap_{2 eps/L})), and G1 = ceil(q M/(m+1+q)); caps of radius eps/L would be a false bound."""
    for eps in (fmpq(1, 10), fmpq(1, 2), fmpq(3, 2)):
        bound = pl.fixed_keys_bound(m, 1, eps)
        assert isinstance(bound, int)
        assert bound >= (1 / cap_measure(m, 2 * eps)).lower().ceil()
        for q in (1, 2, 100):
            assert pl.continuous_selection_bound(m, 1, eps, q) == -(-q * bound // (m + 1 + q))
        assert bound <= (1 / cap_measure(m, eps)).upper()
    false = (1 / cap_measure(1, fmpq(158, 100) / 2)).ceil()
    assert false > pl.circle_prefix(1, fmpq(158, 100)).tokens


def test_kolmogorov_width_on_the_circle() -> None:
    """G2 seen in numbers: 10 fixed keys cannot follow 11 bumps of height just above eps with signs as they like.

    Some combination of M bumps is orthogonal to the N < M weights at the bump centres, hence no values fit it.
    """
    N, M = 10, 11
    keys, centres = circle(N), circle(M)
    r = math.pi / M
    eps = 0.999 * r
    assert pl.fixed_keys_bound(1, 1, eps) == M
    W = weights(centres, keys, 5.0)
    signs = np.linalg.svd(W.T)[2][-1]  # W^T s = 0
    target = np.sign(signs) * r  # values at the centres of the 1-Lipschitz bump function
    # For every v: sum |s_j| r = s.(target - W v) <= sum|s_j| max_j |target - W v|, so the error is at least r > eps.
    v = np.linalg.lstsq(W, target, rcond=None)[0]
    assert abs(signs @ W @ v) < 1e-9
    assert np.abs(target - W @ v).max() >= r - 1e-9 > eps


def test_enclosures_of_the_lipschitz_constant_are_used_on_the_safe_side() -> None:
    wide = arb(1, "0.01")
    for m in (1, 2, 4):
        assert pl.local_prefix(m, wide, "0.1").tokens >= pl.local_prefix(m, "1.0099", "0.1").tokens
        assert pl.fixed_keys_bound(m, wide, "0.1") <= pl.fixed_keys_bound(m, "0.9901", "0.1")
        assert pl.local_prefix(m, 1, arb("0.1", "0.001")).tokens >= pl.local_prefix(m, 1, "0.0991").tokens
        assert pl.fixed_keys_bound(m, 1, arb("0.1", "0.001")) <= pl.fixed_keys_bound(m, 1, "0.1009")
    assert pl.fixed_keys_bound(2, arb(0, 1), "0.1") == 1
    third = fmpq(1, 3)
    assert pl.fixed_keys_bound(2, third, third / 100) == pl.fixed_keys_bound(2, 1, "0.01")


# --- H1 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("degree", "exactness", "lam"), [(1, 3, "1/2"), (2, 7, "1"), (3, 9, "1/4"), (3, 6, "1/10")])
def test_the_spectral_bound_on_the_circle(degree: int, exactness: int, lam: str) -> None:
    """f = T_n(x0) from D+1 equally spaced keys: the sampled error is below H1, by less than three orders."""
    with precision(200):
        N = exactness + 1
        a = ratio(1, degree, lam)
        keys = [(arb.cos_pi_fmpq(fmpq(2 * j, N)), arb.sin_pi_fmpq(fmpq(2 * j, N))) for j in range(N)]
        values = [legendre_values(1, degree, key[0])[degree] / a for key in keys]
        mean = sum((abs(v) for v in values), arb(0)) / N
        bound = pl.spectral_error(1, degree, exactness, lam, mean, 1)
        worst = arb(0)
        for j in range(101):
            x = (arb.cos_pi_fmpq(fmpq(2 * j, 101)), arb.sin_pi_fmpq(fmpq(2 * j, 101)))
            scores = [(arb(exact(lam)) * (x[0] * k[0] + x[1] * k[1])).exp() for k in keys]
            head = sum((s * v for s, v in zip(scores, values, strict=True)), arb(0)) / sum(scores, arb(0))
            worst = worst.max(abs(head - legendre_values(1, degree, x[0])[degree]))
        assert worst <= bound
        assert worst > bound / 1000  # a bound a thousand times sharper is refuted


def test_spectral_hypotheses() -> None:
    with pytest.raises(InputError, match="2n"):
        pl.spectral_error(2, 3, 5, 1, 1, 1)
    with pytest.raises(InputError, match="raise D or lower lam"):
        pl.spectral_error(2, 1, 2, 50, 1, 1)
    assert pl.spectral_error(2, 0, 0, "1e-6", 1, 1) < arb("1e-5")


# --- P2, limits, bad input -----------------------------------------------------------------------------------------


def test_the_papers_rate() -> None:
    assert [pl.paper_exponent(m) for m in (1, 8, 512)] == [28, 378, 1055754]
    for m in (1, 8, 40):
        claim = token_bounds(m, 1, "0.1")[-1]
        assert claim.kind == "claim"
        assert claim.tokens == f"1e{pl.paper_exponent(m)}"
        assert "(L/eps)^(10+14m+4m^2)" in claim.remark
        assert "unknown constant" in claim.remark
    # Consistency of theory P2 with E2: p(m+1)(m+2) + 2(m+1) is the exponent for all m exactly when p = 4.
    for m in range(1, 30):
        assert 4 * (m + 1) * (m + 2) + 2 * (m + 1) == pl.paper_exponent(m)
    assert pl.paper_exponent(1) != 3 * 2 * 3 + 2 * 2


def test_extreme_inputs_are_fast_and_finite() -> None:
    for m, L, eps in ((512, "1e5000", "1e-5000"), (1, "1e5000", "1e-5000"), (7, 1, "1e-80"), (512, 1, "1e5000")):
        for row in token_bounds(m, L, eps):
            assert as_number(row.tokens) >= 1
    assert ctx.prec == 53


@pytest.mark.parametrize(
    "bad",
    [
        {"m": 0},
        {"L": -1},
        {"L": "nan"},
        {"L": arb.nan()},
        {"L": arb.pos_inf()},
        {"L": math.inf},
        {"eps": 0},
        {"eps": -1},
        {"eps": math.nan},
        {"eps": arb(0, 1)},
        {"eps": "junk"},
        {"q": 0},
        {"eta": 0},
        {"eta": 1},
        {"eta": "2"},
    ],
    ids=str,
)
def test_bad_input_is_named(bad: dict[str, object]) -> None:
    arguments: dict[str, object] = {"m": 2, "L": 1, "eps": "0.1", "q": 1, "eta": "1/200"} | bad
    with pytest.raises(InputError):
        token_bounds(**arguments)  # type: ignore[arg-type]


def test_radii_out_of_order_are_refused() -> None:
    for delta, r in ((0.3, 0.2), (0.3, 0.3), (0.3, 3.2)):
        with pytest.raises(InputError, match="delta < r <= pi"):
            pl.local_error(1, 10, 1, delta, r)
    for delta in (0, -1, 3.2, arb.nan()):
        with pytest.raises(InputError, match="delta"):
            pl.concentration(10, delta)
