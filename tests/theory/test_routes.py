"""Laws of the other roads: the paper's route sampled, Jackson's degree against the exact zero, G3' against a count."""

from __future__ import annotations

import math

import numpy as np
import pytest
from flint import arb, fmpq

from theory import routes
from theory.balls import ball, precision
from theory.errors import HypothesisError
from theory.jackson import envelope, largest_zero
from theory.kernels import eigenvalue
from theory.prefix_length import fixed_keys_bound, local_prefix
from theory.sphere import cap_measure

# --- the paper's route ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("m", [1, 2, 3, 9, 512])
@pytest.mark.parametrize("lam", ["0.01", "3", "40", "5000", "1e9"])
def test_the_peak_of_the_kernel(m: int, lam: str) -> None:
    """e^lam/phihat_0 both ways."""
    found = routes._peak(m, arb(lam).mid())
    assert found > 1 or lam == "0.01"
    assert found.rel_accuracy_bits() > 40
    if lam != "1e9":
        assert found.overlaps(arb(lam).mid().exp() / eigenvalue(m, 0, arb(lam).mid()))


def test_the_route_reaches_eps_on_the_circle() -> None:
    """The sum over N arcs with our lam is within eps of an extreme function, |f| <= pi/2."""
    eps = 0.6
    route = routes.paper_route(1, 1, eps)
    assert isinstance(route.tokens, int)
    N, lam = route.tokens, float(route.lam)
    assert float(route.diameter) <= 2 * math.pi
    angles = 2 * math.pi * np.arange(N) / N
    x = np.linspace(0, 2 * math.pi, 200)
    f = np.abs((angles + math.pi) % (2 * math.pi) - math.pi) - math.pi / 2
    target = np.abs((x + math.pi) % (2 * math.pi) - math.pi) - math.pi / 2
    kernel = np.exp(lam * (np.cos(x[:, None] - angles[None]) - 1))
    peak = float(routes._peak(1, route.lam))
    head = kernel @ f / N * peak
    assert np.abs(head - target).max() <= eps
    assert np.abs(head - target).max() > eps / 20


@pytest.mark.parametrize("m", [1, 2, 8, 64])
def test_the_route_costs_more_than_the_local_prefix(m: int) -> None:
    for eps in ("0.5", "1e-2", "1e-6"):
        route = routes.paper_route(m, 1, eps)
        assert ball(route.tokens) > ball(local_prefix(m, 1, eps).tokens)
        # E2 with p = 2: the exponent m^2 + 3m.
        finer = routes.paper_route(m, 1, fmpq(1, 10) * ball(eps).mid().fmpq())
        growth = float((ball(finer.tokens) / ball(route.tokens)).log() / arb(10).log())
        assert growth == pytest.approx(m * m + 3 * m, rel=0.25 if eps == "0.5" else 0.02)
    assert routes.paper_route(m, 0, "0.1").tokens == 1


# --- Jackson -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("m", [1, 2, 3, 7])
@pytest.mark.parametrize("eps", ["1.5", "0.5", "0.1"])
def test_jackson_degree_suffices(m: int, eps: str) -> None:
    k = routes.jackson_degree(m, 2, 2 * ball(eps))
    assert envelope(largest_zero(m, k + 1)) < ball(eps)
    if eps == "0.1":
        assert envelope(largest_zero(m, k // 2 + 1)) > ball(eps)


# --- G3' -----------------------------------------------------------------------------------------------------------


def warren_excludes(m: int, points: int, s: int, tokens: int) -> bool:
    """G3' itself, with integers and one logarithm at 400 bits."""
    W = tokens * (m + 2)
    Q = math.prod(4**i + 1 for i in range(1, s + 1))
    if points < W:
        return False
    with precision(400):
        base = 4 * arb(1).exp() * (1 + tokens * arb(m + 1).sqrt() * arb(Q) ** m) * points / W
        return bool(base.log() * W < points * arb(2).log())


@pytest.mark.parametrize(("m", "eps"), [(1, "1e-5"), (2, "1e-3"), (3, "0.01")])
def test_any_selection_is_what_the_statement_says(m: int, eps: str) -> None:
    found = routes.any_selection_bound(m, 1, eps)
    assert isinstance(found, int)
    assert found > 1
    excluded, allowed = False, True
    for s in range(1, 40):
        reach = 2 * ball(eps) + 4 * m * (arb(2) ** -s).atan()
        if reach < arb.pi():
            points = int((1 / cap_measure(m, reach)).lower().ceil().fmpz())
            excluded |= warren_excludes(m, points, s, found - 1)
            allowed &= not warren_excludes(m, points, s, found)
    assert excluded
    assert allowed


def test_any_selection_is_weaker_than_fixed_keys_and_grows_like_eps_to_the_minus_m() -> None:
    for m in (1, 2, 64):
        before = 1.0
        for digits in (3, 6, 24):
            eps = fmpq(1, 10**digits)
            found, keys = ball(routes.any_selection_bound(m, 1, eps)), ball(fixed_keys_bound(m, 1, eps))
            assert 1 <= found <= keys
            assert float(found.log()) >= before
            before = float(found.log())
        assert before / (24 * math.log(10)) > 0.8 * m
    assert routes.any_selection_bound(2, 0, "0.1") == routes.any_selection_bound(2, 1, 2) == 1


def test_hypotheses() -> None:
    for call in (routes.paper_route, routes.jackson_degree, routes.any_selection_bound):
        for bad in ((0, 1, "0.1"), (2, -1, "0.1"), (2, 1, 0), (2, arb.nan(), "0.1")):
            with pytest.raises(HypothesisError):
                call(*bad)
