"""``build --effort`` for smooth targets: the fewest tokens that minimax values and theorem H6 allow.

Theorems H1 and H2 speak of values f_k/a_k on rules exact to twice the degree; minimax values (theory H5) need no exact
rule, only a rich one, and theorem H6 judges what they achieve.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import msgspec
import numpy as np
from flint import arb, fmpq

from constructions.minimax import minimax
from constructions.nodes import Nodes
from constructions.plan import Plan, Truncation
from constructions.prefix import MAX_COMPONENTS, Prefix, StoredPrefix
from constructions.spectral import MAX_DEGREE, Rule, SpectralPlan, design_rules, product_rule, truncations
from theory.balls import Exact, ball, exact, lower_decimal, precision, upper_decimal
from theory.errors import PrefixproofError
from theory.harmonics import dimensions
from theory.targets import Target
from verify.certificate import Certificate
from verify.pipeline import BuildResult
from verify.supnorm.mesh import latitude_mesh, mesh_certificate, mesh_size

__all__ = ["MOST_TOKENS", "best_on_rule", "fewest", "on_nodes", "sharpened", "sharpest"]

MOST_TOKENS = 200
"""Most tokens of a rule whose values are optimised here: a program takes seconds."""
_GOOD = 0.93
"""Errors on the mesh up to this share of eps are worth a proof."""
_HOPELESS = 30.0
"""A rule whose error stays that many times above eps at every lam is given up at once."""
_LARGEST_LAM = 8.0
_SMALLEST_LAM = 1e-6
_PAIRS = 6_000_000


@dataclass(frozen=True)
class _Found:
    """Minimax values at one lam, and about the largest error on the mesh."""

    prefix: Prefix
    components: int
    error: float


def fewest(
    target: Target, eps: Exact, max_value: Exact = 1000, fewer_than: int = MOST_TOKENS + 1
) -> BuildResult | None:
    """A prefix of fewer than ``fewer_than`` tokens within ``eps`` by theorem H6, or None.

    For targets with a polynomial model much closer than eps; rules are tried by increasing size.
    """
    goal, limit = exact(eps), exact(max_value)
    if target.kind == "callable":
        return None
    cut = next((cut for cut in truncations(target, goal, MAX_DEGREE) if cut.error * 8 < goal), None)
    if cut is None:
        return None
    for rule in _rules(target.m, cut.degree, min(fewer_than - 1, MOST_TOKENS)):
        found = best_on_rule(target, cut, rule, limit, goal)
        if found is not None and found.error <= _GOOD * float(ball(goal)):
            certificate = _proved(target, cut, found, goal, limit)
            if certificate is not None:
                return certificate
    return None


def sharpest(target: Target, tokens: int, max_value: Exact = 1000, eps: Exact = "1e-12") -> BuildResult | None:
    """The smallest certified error of minimax values on the largest rule of at most ``tokens`` points, or None.

    ``eps``: how accurate numbers are kept and how close the polynomial model of the target must be.
    """
    goal, limit = exact(eps), exact(max_value)
    cut = next(truncations(target, goal, MAX_DEGREE), None) if target.kind == "expression" else None
    if cut is None:
        return None
    rules = list(_rules(target.m, min(cut.degree, 40), min(tokens, MOST_TOKENS)))
    if not rules:
        return None
    found = best_on_rule(target, cut, rules[-1], limit, goal, hopeless=math.inf)
    if found is None:
        return None
    reach = exact(upper_decimal(2 * ball(found.error) + cut.error + goal, 3))
    return _proved(target, cut, found, reach, limit)


def sharpened(target: Target, result: BuildResult, plan: Plan, max_value: Exact = 1000) -> BuildResult:
    """``result`` (what ``plan`` builds), or the same nodes with minimax values, or with a sharper proof: whatever has
    the smallest certified error, which is never larger than before.
    """
    if not isinstance(plan, SpectralPlan) or plan.tokens > MOST_TOKENS:
        return result
    cut, limit, best = plan.truncation, exact(max_value), result
    eps = exact(result.certificate.certified_error)
    certificate = mesh_certificate(result.stored, target, cut, eps, "spectral", _PAIRS)
    if certificate is not None:
        best, eps = BuildResult(result.stored, certificate), exact(certificate.certified_error)
    found = _at(target, cut, plan.rule, plan.lam, limit, eps, fine=True)
    better = None if found is None else _proved(target, cut, found, eps, limit)
    best = better or best
    asked = msgspec.structs.replace(best.certificate, eps=result.certificate.eps)
    return BuildResult(best.stored, asked)


def _rules(m: int, n: int, most: int) -> Iterator[Rule]:
    """Rules that may do for degree n, by size: of as many points as the harmonics of one parity, at least."""
    sizes = dimensions(m, n)
    least = min(sum(sizes[n::-2]), sum(sizes[n - 1 :: -2]) if n else 1)
    rules = [rule for rule in design_rules(m) if rule.exact_to >= n]
    D = n
    while (rule := product_rule(m, D, "H2")).size <= most:
        rules.append(rule)
        D += 1
    size = 0
    for rule in sorted(rules, key=lambda rule: (rule.size, -rule.exact_to)):
        if least <= rule.size <= most and rule.size > size:
            size = rule.size
            yield rule


def best_on_rule(
    target: Target, cut: Truncation, rule: Rule, max_value: fmpq, eps: fmpq, hopeless: float = _HOPELESS
) -> _Found | None:
    """The minimax values of at most ``max_value`` at the lam where they are best, on the nodes of the rule.

    The error falls with lam until the limit of the values stops it: steps of two, then of the square root of two.
    """
    best: _Found | None = None
    lam, step, worse = _LARGEST_LAM, 0.5, 0
    while lam > _SMALLEST_LAM and worse < 2:
        found = _at(target, cut, rule, exact(lower_decimal(ball(lam), 3)), max_value, eps, fine=False)
        if found is not None:
            # what only aliasing limits falls at least as fast as lam
            worse = worse + 1 if best is not None and found.error > 0.7 * best.error else 0
            if best is None or found.error < best.error:
                best, centre = found, lam
        lam *= step
    if best is None or best.error > hopeless * float(ball(eps)):
        return best
    for factor in (2**0.5, 2**-0.5, 2**0.25, 2**-0.25):
        lam = centre * factor
        found = _at(target, cut, rule, exact(lower_decimal(ball(lam), 3)), max_value, eps, fine=False)
        if found is not None and found.error < best.error:
            best, centre = found, lam
    return _at(target, cut, rule, best.prefix.lam, max_value, eps, fine=True)


def _components(lam: fmpq, max_value: fmpq, eps: fmpq) -> int:
    excess = (ball(max_value) * (1 + 4 * ball(lam)) * 1000 / eps).log()
    return min(MAX_COMPONENTS, max(1, math.ceil(float(excess) / (53 * math.log(2)))))


def _at(
    target: Target, cut: Truncation, rule: Rule, lam: fmpq, max_value: fmpq, eps: fmpq, *, fine: bool
) -> _Found | None:
    components = _components(lam, max_value, eps)
    plan = SpectralPlan(target, eps, cut, rule, lam, 0.0, float(ball(max_value).log()))
    degree = rule.exact_to + 4
    s = max(4, math.ceil(math.sqrt(target.m) * math.pi * degree / (0.8 if fine else 1.6)))
    most = max(4 * rule.size, (100_000_000 if fine else 20_000_000) // rule.size**2)
    while mesh_size(target.m, s, most) > most:
        s -= 1
    try:
        start = plan.build(components).prefix
        with precision(53 * components + 128):
            prefix, error = minimax(_within(start, max_value), target, list(latitude_mesh(target.m, s)), max_value)
    except PrefixproofError:
        return None
    return _Found(prefix, components, error)


def on_nodes(
    target: Target, cut: Truncation, make: Callable[[], Nodes], lam: fmpq, shift: float, *, best: bool
) -> StoredPrefix:
    """The spectral prefix on nodes that are moved at random by about ``shift`` (radians) each.

    Values: f_k/a_k at the moved nodes, or (``best``) minimax values for them.
    """
    design = make()
    noise = np.random.default_rng(0).normal(size=(len(design), target.d))
    points = []
    for p, extra in zip(design.points, noise.tolist(), strict=True):
        moved = [c + shift * e for c, e in zip(p, extra, strict=True)]
        length = sum((c * c for c in moved), arb(0)).sqrt()
        points.append([c / length for c in moved])
    rule = Rule(0, len(points), lambda: Nodes(target.m, points, design.weights, "moved"))
    prefix = SpectralPlan(target, fmpq(1), cut, rule, lam, 0.0, 30.0).build(2).prefix
    if best:
        with precision(256):
            prefix, _ = minimax(prefix, target, list(latitude_mesh(target.m, 30)), fmpq(10**6))
    return prefix.round(2)


def _within(prefix: Prefix, max_value: fmpq) -> Prefix:
    """The prefix with its values scaled down together until none is above the limit."""
    largest = max((abs(c) for row in prefix.values for c in row), key=lambda c: float(c.mid()))
    if largest * arb(len(prefix.values[0])).sqrt() <= max_value:
        return prefix
    share = (ball(max_value) / (largest * arb(len(prefix.values[0])).sqrt()) * fmpq(999, 1000)).mid()
    return replace(prefix, values=[[share * c for c in row] for row in prefix.values])


def _proved(target: Target, cut: Truncation, found: _Found, eps: fmpq, max_value: fmpq) -> BuildResult | None:
    stored = found.prefix.round(found.components)
    certificate: Certificate | None = mesh_certificate(stored, target, cut, eps, "minimax", _PAIRS)
    if certificate is None or exact(certificate.max_value) > max_value:
        return None
    return BuildResult(stored, certificate)
