"""``build --effort``: prefixes judged by their true error, not by a theorem that holds for every target.

Theorem F1 pays for the worst target and the worst point.  The head with values f(p_i) on a net of covering radius delta
errs by about delta times the slope near kinks and by less elsewhere (theory F6), so a coarser net and a smaller lam
often suffice for the target at hand; the sup norm engine proves it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from flint import arb

from constructions.choose import plans
from constructions.key_search import random_points, searched, starts
from constructions.local import HALF_TURN
from constructions.nets import net
from constructions.nodes import Nodes
from constructions.plan import LocalClaim
from constructions.prefix import StoredPrefix
from theory.balls import Exact, ball, exact, float_lower, float_upper, lower_decimal, upper_decimal
from theory.errors import InputError, PrefixproofError
from theory.targets import Target
from verify.apriori import certify as certify_by_theorem
from verify.certificate import Certificate
from verify.minimax_search import fewest, sharpened
from verify.pipeline import BuildResult, build_prefix
from verify.sup_norm import PROVED, SupNorm, certify, mean_distance
from verify.supnorm.problem import Spec

__all__ = ["build_leaner", "class_constant", "leaner", "searched_keys"]

_RATIO = 2.0**-0.25  #: step between the covering radii that are tried, largest first
_COARSEST = 1.3  #: largest covering radius tried (radians)
_STEEPNESS = (1.0, 2.0, 4.0, 8.0, 16.0)  #: lam delta^2 tried, smallest first
_MOST_TOKENS = 50_000
_MOST_CELLS = 3_000_000
_MOST_SEARCHED = 48  #: tokens whose keys are searched: some seconds
_SHARE = 0.98  #: sampled errors up to this share of eps are worth a proof


def build_leaner(
    target: Target, eps: Exact, method: str = "auto", max_value: Exact = 1000, max_tokens: int = 200_000
) -> tuple[BuildResult, SupNorm | None]:
    """`verify.pipeline.build_prefix` with more effort: fewer tokens, or as many with a smaller certified error.

    Local prefixes are judged by their true error (the `SupNorm` proves it), spectral ones get minimax values.  Raises
    as `build_prefix`, and `InputError` for callables and for the method jackson, which leave nothing to search.
    """
    if target.kind == "callable" or method == "jackson":
        raise InputError(
            "--effort encloses the true error of local and spectral prefixes: the target must be an expression, "
            "--method auto, local or spectral"
        )
    limit = exact(max_value)
    ready, _ = plans(target, exact(eps), method=method, max_value=limit, max_tokens=max_tokens)
    tokens = [plan.tokens + (plan.method == "local") for plan in ready]
    few = min([max_tokens + 1, *tokens])
    if method != "local":
        smooth = fewest(target, eps, limit, few)
        if smooth is not None:
            return smooth, None
    if method != "spectral":
        found = leaner(target, eps, limit, few)
        found = searched_keys(target, eps, limit, found[0].stored.tokens if found else few) or found
        if found is not None:
            return found
    result = build_prefix(target, eps, method, limit, max_tokens)
    if ready and result.certificate.method == "spectral":
        plan = next(plan for plan in ready if plan.method == "spectral")
        return sharpened(target, result, plan, limit), None
    return result, None


def leaner(
    target: Target, eps: Exact, max_value: Exact = 1000, fewer_than: int = _MOST_TOKENS
) -> tuple[BuildResult, SupNorm] | None:
    """Return a local prefix of fewer than ``fewer_than`` tokens whose error is proved to be at most eps, or None.

    The `BuildResult` carries the weaker certificate of theorem F1 (for whoever wants a bound from theorems alone), the
    `SupNorm` the proof of eps.  Raises `InputError` for targets that are not expressions.
    """
    goal, limit = exact(eps), exact(max_value)
    if target.kind == "callable":
        raise InputError("--effort encloses the true error, so the target must be an expression, not a callable")
    if not goal > 0:
        raise InputError(f"--eps must be > 0, got {goal}")
    finest = float(ball(goal) / target.lipschitz.value) if target.lipschitz.value > 0 else _COARSEST
    for nodes in _nets(target.m, finest / 2.0, min(fewer_than - 1, _MOST_TOKENS)):
        for stored in _worth_a_proof(target, nodes, float_lower(ball(goal)), float_lower(ball(limit))):
            found = certify(stored, target.text, goal, max_cells=_MOST_CELLS)
            if found.verdict == PROVED:
                return BuildResult(stored, _by_theorem(stored, nodes, target)), found
    return None


def searched_keys(
    target: Target, eps: Exact, max_value: Exact = 1000, fewer_than: int = _MOST_SEARCHED + 1
) -> tuple[BuildResult, SupNorm] | None:
    """A prefix of fewer than ``fewer_than`` tokens with keys searched for the target, its error proved to be at most
    eps, or None.

    Half as many tokens are tried as long as that succeeds.  The certificate in the `BuildResult` says next to nothing
    (theorem F1 without a net); the proof is the `SupNorm`.
    """
    goal, limit, best = exact(eps), exact(max_value), None
    wanted, N = float_lower(ball(goal)), min(fewer_than - 1, _MOST_SEARCHED)
    if goal <= 0 or target.lipschitz.value * arb.pi() <= goal:
        return None
    while N >= 2:
        head = searched(starts(target, N), target, float_lower(ball(limit)), points=800, pool=8000, steps=60, rounds=2)
        points = random_points(target.m, 20_000, 12)
        if head.error(points, target.sample(points)) > _SHARE * wanted:
            break
        stored = head.stored(target)
        found = certify(stored, target.text, goal, max_cells=_MOST_CELLS)
        if found.verdict != PROVED:
            break
        size = target.lipschitz.value * HALF_TURN + 2 * ball(limit)
        certificate = certify_by_theorem(stored, LocalClaim(None, HALF_TURN), target, exact(upper_decimal(size, 3)))
        best = BuildResult(stored, certificate), found
        N //= 2
    return best


def class_constant(stored: StoredPrefix) -> str:
    """Return a proved upper bound of sup_x sum_i w_i(x) dist(x, p_i), as a decimal (theory F6): the head with values
    f(p_i) errs by at most L times that for every L-Lipschitz f.
    """
    found = mean_distance(stored, "0.1", max_cells=_MOST_CELLS)
    return upper_decimal(found.upper, 6) if found.upper.is_finite() else "inf"


def _nets(m: int, finest: float, most: int) -> Iterator[Nodes]:
    """Nets of falling covering radius, each larger than the one before."""
    radius, size = _COARSEST, 0
    while radius > finest:
        try:
            nodes = net(m, ball(radius), max_points=most)
        except PrefixproofError:  # too many points
            return
        if len(nodes) > size and nodes.covering_radius is not None:
            size = len(nodes)
            yield nodes
        radius *= _RATIO


def _worth_a_proof(target: Target, nodes: Nodes, eps: float, max_value: float) -> Iterator[StoredPrefix]:
    """The prefixes on a net whose error at sampled points is below eps: that of the smallest lam, then the best one."""
    rows = nodes.array if nodes.array is not None else [[float(c) for c in point] for point in nodes.points]
    keys = np.ascontiguousarray(rows, dtype=np.float64)
    values = np.atleast_2d(target.sample(keys / np.linalg.norm(keys, axis=1, keepdims=True)))
    if not float(np.linalg.norm(values, axis=1).max()) < max_value or nodes.covering_radius is None:
        return
    points = np.random.default_rng(0).normal(size=(max(200, min(5000, 20_000_000 // len(keys))), target.d))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    tried = []
    for steepness in _STEEPNESS:
        lam = exact(upper_decimal(ball(steepness) / nodes.covering_radius**2, 3))
        stored = StoredPrefix(target.m, lam, (keys,), (values,), (np.zeros(len(keys)),), target.text)
        spec = Spec(target.m, str(lam), stored.keys, stored.values, stored.bias, target.text, "euclidean", -40.0)
        tried.append((float(spec.problem().errors(points).max()), stored))
    good = [stored for error, stored in tried if error <= _SHARE * eps]
    best = min(tried, key=lambda pair: pair[0])[1]
    yield from good[:1]
    if good and best is not good[0]:
        yield best


def _by_theorem(stored: StoredPrefix, nodes: Nodes, target: Target) -> Certificate:
    """The certificate of theorem F1, with the radius that suits lam best."""
    near, lam = float_upper(nodes.covering_radius or arb.pi()), float(arb(stored.lam))
    r = np.linspace(near, np.pi, 4001)[1:-1]
    bound = r + np.pi * len(nodes) * np.exp(-lam * (np.cos(near) - np.cos(r)))
    radius = exact(lower_decimal(arb(float(r[int(np.argmin(bound))])), 12))
    slope = target.lipschitz.value
    eps = exact(upper_decimal(slope * arb(float(bound.min())) * 1.01 + arb("1e-9"), 3))
    return certify_by_theorem(stored, LocalClaim(nodes, radius), target, eps)
