"""Our basis of H_k against other people's: scipy's sph_harm_y on S^2, and the stored tables of
`spherical-harmonics-basis` (fundamental systems of points; skipped when it is not installed) up to 20 dimensions.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pytest
import scipy.special
from flint import arb

from theory import basis
from theory.harmonics import dimension, legendre_values

FloatArray = npt.NDArray[np.float64]


def points(d: int, n: int) -> FloatArray:
    x = np.random.default_rng(7).standard_normal((n, d))
    return np.asarray(x / np.linalg.norm(x, axis=1)[:, None])


def ours(k: int, x: FloatArray) -> FloatArray:
    return np.array([[float(value) for value in basis.values(k, [arb(float(c)) for c in row])] for row in x])


def assert_same_space(a: FloatArray, b: FloatArray) -> None:
    """The columns are two orthonormal bases, at more points than functions: an orthogonal matrix carries one over."""
    change, *_ = np.linalg.lstsq(a, b, rcond=None)
    np.testing.assert_allclose(a @ change, b, atol=1e-9)
    np.testing.assert_allclose(change.T @ change, np.eye(change.shape[1]), atol=1e-9)


@pytest.mark.parametrize("k", [0, 1, 4, 12])
def test_scipy_on_the_2_sphere(k: int) -> None:
    """Function by function: with x_2 = cos(theta), degrees (n, k) are sqrt(4 pi) Y_k^n up to Condon and Shortley's sign
    and sqrt(2)."""
    x = points(3, 9)
    theta, phi = np.arccos(x[:, 2]), np.arctan2(x[:, 1], x[:, 0])
    for Y, column in zip(basis.orthonormal_basis(2, k), ours(k, x).T, strict=True):
        n = Y.degrees[0]
        wave = scipy.special.sph_harm_y(k, n, theta, phi)
        part = (wave.imag if Y.sine else wave.real) * math.sqrt(4 * math.pi) * (-1) ** n * math.sqrt(2 if n else 1)
        np.testing.assert_allclose(column, part, atol=1e-12)


@pytest.mark.parametrize(("d", "highest"), [(3, 7), (4, 6), (6, 4), (10, 3), (20, 2)])
def test_stored_fundamental_systems(d: int, highest: int) -> None:
    package = pytest.importorskip("spherical_harmonics")
    x = points(d, 2 * dimension(d - 1, highest))
    theirs = np.asarray(package.SphericalHarmonics(d, highest + 1)(x))
    first = 0
    for k in range(highest + 1):
        block = theirs[:, first : first + dimension(d - 1, k)]
        first += block.shape[1]
        assert_same_space(ours(k, x), block)
        kernel = dimension(d - 1, k) * legendre_values(d - 1, k, np.clip(x @ x.T, -1, 1))[k]
        np.testing.assert_allclose(block @ block.T, kernel, atol=1e-8)
    assert first == theirs.shape[1]


def test_a_wrong_norm_is_noticed() -> None:
    x = points(4, 40)
    right = ours(3, x)
    wrong = right.copy()
    wrong[:, 5] *= 1.001
    with pytest.raises(AssertionError):
        assert_same_space(right, wrong)
