"""Chapters F, G, H: a formula of `verify.apriori`, which statements cannot import, and bounds that refuse."""

from __future__ import annotations

import pytest
from flint import arb, fmpq

from theory import kernels
from theory.errors import HypothesisError
from theory.registry import statement
from verify.apriori import h2_bound

SIZES = [(2, 5, "1/4"), (1, 8, "1"), (7, 3, "2")]


@pytest.mark.parametrize(("m", "K", "lam"), SIZES)
def test_h2_is_what_apriori_computes(m: int, K: int, lam: str) -> None:
    A, tau = kernels.coefficients(m, K, lam), kernels.tail(m, K, lam)
    R = [arb(fmpq(1, 50 + k)) for k in range(K + 1)]
    rho = [arb(fmpq(1, 100 + k)) for k in range(K + 1)]
    sums = {
        "numerator_sum": sum((a * r for a, r in zip(A, R, strict=True)), arb(0)),
        "denominator_sum": sum((a * r for a, r in zip(A[1:], rho[1:], strict=True)), arb(0)),
    }
    formula = statement("H2").bound(m=m, K=K, lam=lam, amount=3, size=2, **sums)
    assert formula.overlaps(h2_bound(A, tau, R, rho, arb(3), arb(2)))
    assert not formula.overlaps(h2_bound(A, tau, R, rho, arb(3), arb(3)))


@pytest.mark.parametrize(
    ("label", "values", "words"),
    [
        ("F1", {"L": 1, "N": 9, "lam": 5, "delta": "1/2", "r": "1/3"}, "delta < r"),
        ("F2", {"m": 2, "delta": 4}, "delta"),
        ("F3", {"m": 2, "L": 1, "eps": 9, "eta": "9/10"}, "eta\\) delta <= pi"),
        ("G3'", {"m": 2, "N": 3, "W": 12, "s": 1, "r": "1/5", "L": 1, "eps": "1/10", "points": 20}, "2r \\+ 2 m e"),
        ("H1", {"m": 2, "n": 3, "D": 5, "lam": 1, "weight": 1, "size": 1}, "D >= 2n"),
        ("H1", {"m": 2, "n": 1, "D": 2, "lam": 9, "weight": 1, "size": 1}, "tau_D < phihat_0"),
    ],
)
def test_a_bound_refuses_what_its_hypotheses_exclude(label: str, values: dict[str, object], words: str) -> None:
    with pytest.raises(HypothesisError, match=words):
        statement(label).bound(**values)
