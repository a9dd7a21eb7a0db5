"""Class prefixes: keys and lam for all L-Lipschitz targets at once (theory F1, F6); the values are f(p_i), whatever f.

With error <= eps asked for the whole class, only the radius eps/L matters.  The prefix made here carries the values of
dist(x, e_m), a 1-Lipschitz target that needs every one of its tokens; `filled` puts those of another target in.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from flint import arb, fmpq

from constructions.local import LocalPlan
from constructions.nets import net_size_estimate
from constructions.prefix import StoredPrefix
from theory.balls import Exact, ball, certainly_le, exact, lower_decimal, upper_decimal
from theory.errors import InputError
from theory.targets import Target

__all__ = ["class_plan", "example", "filled", "gentler"]

_SHARE = fmpq(1, 10_000)
"""The part of the radius that is left to the tokens beside the nearest one: theorem F1 shrinks it by a large lam."""
_STEEPNESS = {1: 4, 2: 8, 3: 32}
"""lam delta^2 for which the mean distance is within 1e-3 of delta (theory F6, sampled)."""


def example(m: int) -> Target:
    """The target dist(x, e_m) = acos(x_m), Lipschitz with constant 1."""
    return Target.from_expression(f"acos(x{m})", m)


def class_plan(m: int, radius: Exact, *, max_tokens: int = 200_000) -> LocalPlan:
    """The local prefix with the fewest tokens whose error is at most ``radius`` L for every L-Lipschitz target.

    ``radius`` in radians, at most pi/2.  Unlike `constructions.local.plan` it spends the whole radius on the net,
    whatever lam that takes.  Raises `InputError` unless m >= 1 and 0 < radius <= pi/2.
    """
    goal = exact(radius)
    target = example(m)
    if not goal > 0 or not certainly_le(2 * ball(goal), arb.pi()):
        raise InputError(f"eps/L must lie between 0 and pi/2 radians, got {radius}: larger errors take one token")
    delta = exact(lower_decimal(ball(goal) * (1 - _SHARE), 12))
    return LocalPlan(target, goal, arb(1), delta, net_size_estimate(m, ball(delta)), fmpq(4), max_tokens)


def gentler(stored: StoredPrefix, covering_radius: arb) -> StoredPrefix:
    """The same keys with a lam of the order 1/delta^2, 50 to 1000 times smaller, where theory F6 still holds."""
    steepness = _STEEPNESS.get(stored.m, 32)
    return replace(stored, lam=exact(upper_decimal(ball(steepness) / covering_radius**2, 3)))


def filled(stored: StoredPrefix, target: Target) -> StoredPrefix:
    """The class prefix with the values f(p_i), evaluated in float64 (what that adds to the error is not proved here).

    Raises `InputError` for another sphere.
    """
    if target.m != stored.m:
        raise InputError(f"the target lives on S^{target.m}, the prefix on S^{stored.m}")
    keys = sum(stored.keys[1:], stored.keys[0])
    values = np.atleast_2d(target.sample(keys / np.linalg.norm(keys, axis=1, keepdims=True)))
    zeros = [np.zeros_like(values)] * (stored.components - 1)
    return replace(stored, values=(np.ascontiguousarray(values), *zeros), target=target.text)
