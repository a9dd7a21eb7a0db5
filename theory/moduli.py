"""Moduli of continuity w(f;t) = sup{|f(x)-f(y)| : dist(x,y) <= t} on the sphere (theory B).

The exact moduli of B3 are the oracles of everything that claims a modulus or a Lipschitz constant; certified Lipschitz
constants of arbitrary expressions are in `theory.lipschitz`.
"""

from __future__ import annotations

from flint import arb

from theory.balls import Real, ball, minimum
from theory.errors import HypothesisError

__all__ = [
    "modulus_of_absolute_value",
    "modulus_of_distance",
    "modulus_of_hoelder",
    "modulus_of_linear",
    "modulus_of_quadratic",
]


def _distance(t: Real) -> arb:
    """min(t, pi), t >= 0 in radians."""
    if not ball(t) >= 0:
        raise HypothesisError(f"a modulus of continuity needs a distance t >= 0; got {t}")
    return minimum([ball(t), arb.pi()])


def modulus_of_linear(norm: Real, t: Real) -> arb:
    """w(<x,a>; t) = 2|a| sin(t/2), with |a| = ``norm``, t in radians (theory B3).  `HypothesisError` unless t >= 0.

    >>> modulus_of_linear(1, arb.pi()).overlaps(arb(2))
    True
    """
    return 2 * ball(norm) * (_distance(t) / 2).sin()


def modulus_of_quadratic(spread: Real, t: Real) -> arb:
    """w(x^T A x; t) = (largest - smallest eigenvalue) sin(min(t, pi/2)); ``spread`` is that difference (theory B3)."""
    return ball(spread) * minimum([_distance(t), arb.pi() / 2]).sin()


def modulus_of_absolute_value(norm: Real, t: Real) -> arb:
    """w(|<x,a>|; t) = |a| sin(min(t, pi/2)), with |a| = ``norm`` (theory B3)."""
    return ball(norm) * minimum([_distance(t), arb.pi() / 2]).sin()


def modulus_of_distance(t: Real) -> arb:
    """w(dist(x,a); t) = min(t, pi) (theory B3); dist(x,a) = arccos <x,a>."""
    return _distance(t)


def modulus_of_hoelder(constant: Real, exponent: Real, t: Real) -> arb:
    """L t^beta, an upper bound of the modulus of a function with Hoelder constant L and exponent beta in (0, 1].

    Raises `HypothesisError` unless 0 < beta <= 1 and t >= 0.
    """
    beta = ball(exponent)
    if not (beta > 0 and beta <= 1):
        raise HypothesisError(f"a Hoelder exponent lies in (0, 1]; got {exponent}")
    reach = _distance(t)
    return ball(constant) * (reach**beta if reach > 0 else arb(0) if reach.is_zero() else arb.nan())
