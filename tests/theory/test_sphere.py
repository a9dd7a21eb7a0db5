"""Laws of caps, nets and packings (theory A11, F2, G)."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pytest
from flint import arb, ctx, fmpq

from theory import sphere
from theory.balls import certainly_le, precision
from theory.bands import banded_packing, bands
from theory.errors import HypothesisError

SPHERES = (1, 2, 3, 6, 10, 63, 512)
ANGLES = ("1e-5000", "1e-30", "0.001", "0.3", "0.9999", "1.0001", "1.57", "1.571", "1.9999", "2.0001", "3", "3.1415")


# --- A11 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("m", SPHERES)
@pytest.mark.parametrize("t", ANGLES)
def test_cap_measure_and_its_inverse(m: int, t: str) -> None:
    for bits in (53, 150):
        with precision(bits):
            radius = arb(t).mid()
            measure = sphere.cap_measure(m, radius)
            assert measure.rel_accuracy_bits() >= bits - 3
            assert (measure + sphere.cap_measure(m, arb.pi() - radius)).contains(1)
            back = sphere.cap_radius(m, measure)
            assert back.overlaps(radius)
            assert measure > fmpq(999, 1000) or back.rel_accuracy_bits() >= bits - 20


def test_closed_forms_of_caps() -> None:
    """S^1: t/pi.  S^2: sin^2(t/2).  S^3: (t - sin t cos t)/pi (Archimedes and his successors)."""
    for t in ("1e-9", "0.4", "1.3", "1.6", "2.9"):
        x = arb(t).mid()
        with precision(150):
            closed = {1: x / arb.pi(), 2: (x / 2).sin() ** 2, 3: (x - x.sin() * x.cos()) / arb.pi()}
        assert all(sphere.cap_measure(m, x).overlaps(value) for m, value in closed.items())
        assert not sphere.cap_measure(4, x).overlaps(closed[3])
    for m in SPHERES:
        assert sphere.cap_measure(m, 0) == sphere.cap_measure(m, -1) == 0
        assert sphere.cap_measure(m, 4) == 1
        assert sphere.cap_measure(m, arb.pi() / 2).contains(fmpq(1, 2))
        assert sphere.cap_radius(m, 0) == 0
        assert sphere.cap_radius(m, 1).contains(arb.pi())
        assert sphere.cap_radius(m, "1/2").overlaps(arb.pi() / 2)


def test_cap_measure_of_wide_balls() -> None:
    wide = sphere.cap_measure(2, arb("1.5", "0.2"))
    for t in ("1.301", "1.5", "1.699"):
        assert wide.contains(sphere.cap_measure(2, arb(t)))
    assert wide.rad() < fmpq(11, 100)
    assert sphere.cap_measure(2, arb.nan()).is_nan()
    radius = sphere.cap_radius(2, arb("0.3", "0.01"))
    assert radius.contains(sphere.cap_radius(2, "0.295"))
    assert radius.rad() < fmpq(22, 1000)
    assert sphere.cap_measure(2, arb.pi()).contains(1)
    assert sphere.cap_measure(2, arb(0, 1)).contains(0)


@pytest.mark.parametrize("m", [1, 2, 3, 10, 63])
def test_areas(m: int) -> None:
    assert sphere.area_ratio(m).overlaps(sphere.area(m - 1) / sphere.area(m))
    step = arb(2) ** -20
    with precision(200):
        slope = (sphere.cap_measure(m, 1 + step) - sphere.cap_measure(m, 1 - step)) / (2 * step)
    assert abs(slope - sphere.area_ratio(m) * arb(1).sin() ** (m - 1)) < arb(2) ** -24
    assert sphere.area(0).contains(2)


# --- nets ----------------------------------------------------------------------------------------------------------


def covering_sizes(m: int, delta: fmpq) -> list[arb]:
    sizes = [sphere.net_size_bound(m, delta), sphere.net_size_greedy_bound(m, delta)]
    small = sphere.small_net_size(m, delta)
    return sizes if small is None else [*sizes, arb(small)]


@pytest.mark.parametrize("m", SPHERES)
def test_net_sizes_are_possible(m: int) -> None:
    """Any delta-net has at least 1/sigma(cap_delta) points; on the circle exactly ceil(pi/delta) are needed."""
    for delta in (fmpq(1, 10**9), fmpq(1, 100), fmpq(1, 3), fmpq(1), fmpq(3, 2), fmpq(157, 100), fmpq(3)):
        sizes = covering_sizes(m, delta)
        assert all(size.upper().floor() >= (1 / sphere.cap_measure(m, delta)).lower() for size in sizes)
        if m == 1:
            assert all(size.upper().floor() >= (arb.pi() / delta).lower().ceil() for size in sizes)
        closed = sphere.net_size_closed_form(m, delta)
        assert sizes[0].lower() <= closed.upper()
        assert closed <= sizes[0] * (2 * m + 4)


def test_sharpened_net_sizes_are_refuted() -> None:
    """Caps of radius delta instead of delta/2, or the greedy cover without its logarithm: too few on the circle."""
    needed = arb.pi().ceil()
    assert (1 / sphere.cap_measure(1, 1)).floor() < needed
    assert (1 / sphere.cap_measure(1, 1 - fmpq(1, 12))).floor() < needed


def test_greedy_bound_wins_for_large_m() -> None:
    for m in (8, 20, 63, 512):
        gain = sphere.net_size_bound(m, "0.1") / sphere.net_size_greedy_bound(m, "0.1")
        assert gain > arb(2) ** m / (16 * m * arb(m).log())
    assert sphere.net_size_bound(2, "0.1") < sphere.net_size_greedy_bound(2, "0.1")


@pytest.mark.parametrize("m", [1, 2, 3, 5])
def test_small_nets(m: int) -> None:
    """The covering radius of simplex and cross-polytope, sampled; a slightly smaller delta is refused."""
    rng = np.random.default_rng(m)
    x = rng.normal(size=(20_000, m + 1))
    x /= np.linalg.norm(x, axis=1)[:, None]
    d = m + 1
    simplex = np.eye(d + 1) - 1 / (d + 1)
    frame = np.linalg.svd(simplex)[0][:, :d]
    vertices = simplex @ frame
    vertices /= np.linalg.norm(vertices, axis=1)[:, None]
    for points, radius in ((vertices, math.acos(1 / d)), (np.vstack([np.eye(d), -np.eye(d)]), math.acos(d**-0.5))):
        farthest = np.arccos(np.clip(x @ points.T, -1, 1)).min(axis=1).max()
        assert farthest <= radius + 1e-9
        assert farthest > radius - 0.2
        assert sphere.small_net_size(m, radius + 1e-9) is not None
        size = sphere.small_net_size(m, radius + 1e-9)
        assert size is not None
        assert size <= len(points)
    assert sphere.small_net_size(m, math.acos(d**-0.5) - 1e-9) is None
    assert sphere.small_net_size(m, 4) == 1


# --- packings ------------------------------------------------------------------------------------------------------


def check_packings(m: int, radii: tuple[fmpq, ...]) -> None:
    for r in radii:
        for strictly in (False, True):
            count = sphere.packing_lower_bound(m, r, strictly=strictly)
            assert count >= 2
            assert arb(count) >= sphere.packing_volume_bound(m, r).lower()
            assert arb(count) <= (1 / sphere.cap_measure(m, r)).upper()
        assert sphere.packing_lower_bound(m, r, strictly=True) <= sphere.packing_lower_bound(m, r)


LARGE = (fmpq(1, 20), fmpq(1, 4), fmpq(1, 2), fmpq(78, 100), fmpq(3, 2))
SMALL = (fmpq(1, 10**6), fmpq(1, 100))


@pytest.mark.parametrize("m", [*range(1, 9), 23, 63, 512])
def test_packings_fit(m: int) -> None:
    """At most 1/sigma(cap_r) points fit, at least the volume bound does, and a larger r fits no more."""
    check_packings(m, LARGE if m in (4, 5, 6, 7) else LARGE + SMALL)


@pytest.mark.slow
@pytest.mark.parametrize("m", [4, 5, 6, 7])
def test_small_packings_fit(m: int) -> None:
    check_packings(m, SMALL)


def ring(points: int, latitude: float, turn: float) -> npt.NDArray[np.float64]:
    angles = 2 * math.pi * (np.arange(points) + turn) / points
    height = np.full(points, math.sin(latitude))
    return np.stack([math.cos(latitude) * np.cos(angles), math.cos(latitude) * np.sin(angles), height], axis=1)


def banded_points(r: arb) -> npt.NDArray[np.float64]:
    """The points that `theory.bands` counts; the turns of whole bands are random, since nothing is claimed of them."""
    rng = np.random.default_rng(1)
    middle, north, pole = bands(r)
    layers = [np.array([[0.0, 0, 1], [0, 0, -1]])[: 2 * pole]]
    for band, sides in [(middle, (1,)), *((band, (1, -1)) for band in north)]:
        for side in sides:
            shift = rng.random()
            for j in range(band.rings):
                layers.append(ring(band.points, side * float(band.lowest + j * band.step), shift + j / 2))
    return np.vstack(layers)


def smallest_distance(points: npt.NDArray[np.float64]) -> float:
    gram = points @ points.T
    np.fill_diagonal(gram, -1)
    return math.acos(gram.max())


@pytest.mark.parametrize("r", [0.77, 0.6, 0.45, 0.31, 0.2, 0.11, 0.05, 0.03])
def test_bands_are_as_far_apart_as_claimed(r: float) -> None:
    points = banded_points(arb(r))
    assert len(points) == banded_packing(arb(r))
    assert smallest_distance(points) >= 2 * r - 1e-9
    middle, north, _ = bands(arb(r))
    if any(band.rings > 1 for band in (middle, *north)):  # mutant: aligned rings are too near
        band = next(band for band in (middle, *north) if band.rings > 1)
        aligned = np.vstack([ring(band.points, float(band.lowest + j * band.step), 0) for j in range(2)])
        assert smallest_distance(aligned) < 2 * r


def test_bands_tend_to_the_hexagonal_density() -> None:
    covered = [float(banded_packing(arb(r)) * (arb(r) / 2).sin() ** 2) for r in (0.05, 0.01, 1e-3, 1e-6, 1e-30)]
    assert covered == sorted(covered)
    assert 0.904 < covered[-1] < math.pi / math.sqrt(12)


def layered_points(m: int, r: float) -> npt.NDArray[np.float64]:
    """The points that `packing_lower_bound` counts for m = 1, 2, 3, built in floats without gathering layers."""
    if r > math.pi / 2:
        return np.eye(m + 1)[:1]
    if m == 1:
        angles = 2 * math.pi * np.arange(math.floor(math.pi / r)) / math.floor(math.pi / r)
        return np.stack([np.cos(angles), np.sin(angles)], axis=1)
    if m == 2 and r <= math.pi / 4:
        return banded_points(arb(r))
    layers = []
    above = math.floor(math.pi / (4 * r))
    for j in range(-above, above + 1):
        a = 2 * r * j
        ratio = math.sin(r) / math.cos(a)
        layer = layered_points(m - 1, math.asin(ratio) if ratio <= 1 else 2.0)
        layers.append(np.column_stack([math.cos(a) * layer, np.full(len(layer), math.sin(a))]))
    return np.vstack(layers)


@pytest.mark.parametrize(("m", "r"), [(1, 0.21), (2, 0.3), (2, 0.11), (3, 0.31), (3, 0.2)])
def test_layers_are_as_far_apart_as_claimed(m: int, r: float) -> None:
    points = layered_points(m, r)
    assert smallest_distance(points) >= 2 * r - 1e-9
    counted = sphere._layered_packing(m, arb(r), 10**6)
    assert counted == len(points)
    if m != 2:  # fewer bands are not always worse
        assert sphere._layered_packing(m, arb(r), 3) <= counted


def test_the_circle_is_exact() -> None:
    for n in range(2, 40):
        r = arb.pi() / n
        assert sphere.packing_lower_bound(1, fmpq(int(314159 * 10**6 / n), 10**11)) == n
        assert sphere.packing_lower_bound(1, r) in (n - 1, n)  # undecided whether pi/r reaches n: rounded down
    assert sphere.packing_lower_bound(1, 2) == 1
    assert sphere.packing_lower_bound(1, "1.58", strictly=True) == 1
    assert sphere.packing_lower_bound(1, "1.57", strictly=True) == 2


def test_equality_is_strict_or_not() -> None:
    with precision(100):
        assert sphere.packing_lower_bound(2, "1.58") == 1
        assert sphere.packing_lower_bound(4, arb.pi() / 4, strictly=True) < 10
        assert sphere.packing_lower_bound(4, fmpq(785, 1000), strictly=True) == 10


def test_tiny_radii_cost_nothing() -> None:
    for m in (1, 2, 7, 512):
        count = sphere.packing_lower_bound(m, "1e-300")
        assert abs(math.log10(count) / (300 * m) - 1) < 0.2
    assert ctx.prec == 53


def test_hypotheses() -> None:
    for call in (
        lambda: sphere.cap_measure(0, 1),
        lambda: sphere.cap_radius(2, 2),
        lambda: sphere.cap_radius(2, -1),
        lambda: sphere.cap_radius(2, arb.nan()),
        lambda: sphere.net_size_bound(2, 0),
        lambda: sphere.net_size_bound(2, 4),
        lambda: sphere.net_size_greedy_bound(0, 1),
        lambda: sphere.net_size_closed_form(2, arb.nan()),
        lambda: sphere.packing_lower_bound(2, 0),
        lambda: sphere.packing_lower_bound(2, arb.nan()),
        lambda: sphere.packing_lower_bound(0, 1),
        lambda: sphere.area(-1),
        lambda: sphere.area_ratio(0),
    ):
        with pytest.raises(HypothesisError):
            call()
    assert certainly_le(1, sphere.net_size_bound(2, arb.pi()))
