"""Laws of the Jackson kernels and of the envelope of arccos (theory C0-C2, D1-D4)."""

from __future__ import annotations

import math
from itertools import pairwise, product

import numpy as np
import pytest
from flint import arb, fmpq
from scipy.integrate import quad
from scipy.special import eval_gegenbauer, roots_gegenbauer

from theory import jackson
from theory.balls import precision
from theory.errors import HypothesisError, InputError
from theory.evaluation import agrees, evaluate
from theory.harmonics import legendre_values
from theory.kernels import ratio
from theory.symbols import contact_angle, largest_zero

SPHERES = (1, 2, 3, 4, 7, 16)
DEGREES = (0, 1, 2, 5, 12)


def test_contact_angle_is_the_tangent_from_the_left_end() -> None:
    for bits in (53, 300):
        with precision(bits):
            theta = jackson.contact_angle()
            assert theta.rel_accuracy_bits() > bits - 4
            x = (arb.pi() - theta) / 2
            assert x.tan().overlaps(2 * x)
    assert evaluate(contact_angle(), {}).overlaps(jackson.contact_angle())


def test_envelope_is_a_concave_decreasing_majorant_of_arccos() -> None:
    points = [fmpq(i, 40) for i in range(-40, 41)]
    values = [jackson.envelope(a) for a in points]
    assert values[0].overlaps(arb.pi())
    assert values[-1] == 0
    assert all(not value < arb(a).acos() for a, value in zip(points, values, strict=True))
    assert all(b < a for a, b in pairwise(values))
    middle = zip(values, values[1:], values[2:], strict=False)
    assert all(not 2 * b < a + c for a, b, c in middle)
    wide = jackson.envelope(arb("0.69", "0.01"))
    assert all(wide.overlaps(jackson.envelope(a)) for a in ("0.6801", "0.68915", "0.6999"))
    assert wide.rad() < fmpq(1, 50)
    assert jackson.envelope(arb(1, "1e-20")).contains(0)
    for bad in (2, "-1.1", arb.nan(), arb.pos_inf()):
        with pytest.raises(HypothesisError, match="mean of a law"):
            jackson.envelope(bad)


@pytest.mark.parametrize(("m", "n"), list(product(SPHERES, (1, 2, 3, 6, 13, 40))))
def test_largest_zero_agrees_with_scipy_and_its_bound(m: int, n: int) -> None:
    zero = jackson.largest_zero(m, n)
    expected = math.cos(math.pi / (2 * n)) if m == 1 else float(roots_gegenbauer(n, (m - 1) / 2)[0].max())
    assert abs(float(zero) - expected) < 1e-12
    assert n == 1 or zero.rel_accuracy_bits() > 50
    assert legendre_values(m, n, zero)[n].contains(0)
    assert zero.acos() < jackson.zero_angle_bound(m, n)
    assert agrees(largest_zero(m, n), {}, zero)


def test_largest_zero_at_high_precision_and_refusals() -> None:
    with precision(400):
        assert jackson.largest_zero(6, 50).rel_accuracy_bits() > 390
    for m, n in ((0, 3), (2, 0)):
        with pytest.raises(HypothesisError):
            jackson.largest_zero(m, n)
    with pytest.raises(InputError, match="2001"):
        jackson.largest_zero(2, 2001)


@pytest.mark.parametrize(("m", "k"), list(product(SPHERES, DEGREES)))
def test_mean_angle_lies_below_all_bounds(m: int, k: int) -> None:
    angle, zero = jackson.mean_angle(m, k), jackson.largest_zero(m, k + 1)
    assert angle < jackson.envelope(zero)
    assert jackson.envelope(zero) < arb.pi() * ((1 - zero) / 2).sqrt()
    assert jackson.envelope(zero) < jackson.jackson_constant(m) / (k + 1)
    assert (jackson.jackson_error(m, k, 3) - 3 * angle).contains(0)
    # Jensen the other way round: cos is 1-Lipschitz, 1 - t = E (1 - cos Theta) <= E Theta.
    assert not angle < 1 - zero


@pytest.mark.parametrize(("m", "k"), [(1, 3), (2, 3), (5, 4)])
def test_mean_angle_agrees_with_scipy(m: int, k: int) -> None:
    """Q_k from its other formula, (P_{k+1}(t)/(t - t_{k+1}))^2."""
    root = float(jackson.largest_zero(m, k + 1))

    def weight(theta: float) -> float:
        t = math.cos(theta)
        top = math.cos((k + 1) * theta) if m == 1 else eval_gegenbauer(k + 1, (m - 1) / 2, t)
        return float((top / (t - root)) ** 2 * math.sin(theta) ** (m - 1))

    cuts = [math.acos(root)]
    mass = quad(weight, 0, math.pi, points=cuts, limit=200)[0]
    angle = quad(lambda s: s * weight(s), 0, math.pi, points=cuts, limit=200)[0]
    cosine = quad(lambda s: math.cos(s) * weight(s), 0, math.pi, points=cuts, limit=200)[0]
    assert abs(angle / mass - float(jackson.mean_angle(m, k))) < 1e-7
    assert abs(cosine / mass - root) < 1e-7


def test_extremal_kernel_has_integral_one_and_no_negative_values() -> None:
    for m, k in ((1, 4), (2, 5), (4, 3)):
        nodes, weights = np.polynomial.legendre.leggauss(200)
        angles = (nodes + 1) * math.pi / 2
        mass, total = 0.0, 0.0
        for theta, w in zip(angles, weights, strict=True):
            density = w * math.sin(theta) ** (m - 1)
            value = float(jackson.extremal_kernel(m, k, arb(math.cos(theta))))
            assert value > -1e-12
            mass, total = mass + density, total + density * value
        assert abs(total / mass - 1) < 1e-10


def test_smoothing_scale_and_angle() -> None:
    for m, q in product(SPHERES, ("0.3", "0.01", "1e-6")):
        lam = jackson.smoothing_scale(m, q)
        assert not 1 - ratio(m, 1, lam) > arb(q)
        assert (lam * arb(q)) < m + 2
    for m, scale in product((1, 2, 5), (1, 10, 200)):
        assert jackson.smoothing_angle(m, scale) < jackson.envelope(ratio(m, 1, scale))
    for bad in (0, 1, "1.5", -1):
        with pytest.raises(HypothesisError, match="0 < q < 1"):
            jackson.smoothing_scale(2, bad)
    with pytest.raises(HypothesisError, match="lam > 0"):
        jackson.smoothing_angle(2, 0)
