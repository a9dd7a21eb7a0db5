"""The spectral prefix: values g = sum_k f_k/a_k(lam) at the nodes of a quadrature rule (theory H1, H2).

Exponentially accurate for polynomials and, through a polynomial model with a certified truncation error, for analytic
targets.  `plan` picks the degree, the rule and lam by float64 predictions; `SpectralPlan.build` computes the prefix
with balls.  What holds for it is proved in `verify.apriori`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
from flint import arb, arb_mat, fmpq

from constructions import polynomials
from constructions.designs import designs
from constructions.nodes import MAX_POINTS, Nodes, product_gauss, product_gauss_size
from constructions.plan import Built, Shortfall, SpectralClaim, Truncation
from constructions.predict import LARGEST, Outlook, float_product_gauss, largest_lam, smallest_lam
from constructions.prefix import MAX_COMPONENTS, Prefix
from theory.balls import ball, exact, lower, lower_decimal, precision, upper_decimal
from theory.errors import UnreachableError
from theory.harmonics import components_sup_bound, dimensions, norm_squared
from theory.kernels import ratios
from theory.polynomial_model import PolynomialModel
from theory.targets import Target

__all__ = ["GRAM_LIMIT", "Rule", "SpectralPlan", "plan", "truncations"]

GRAM_LIMIT = 700
"""Most product Gauss points for which the quadratic Gram sums of theorem H2 are worth their time; beyond, H1."""
_MOST_GRAM_WORK = 12_000_000
"""Most N^2 (D+4) for designs: a few seconds."""
MAX_DEGREE = 128
"""Largest degree of a polynomial model that is asked for."""
_MOST_GAIN = math.log(1e4)
"""Most |v|/|f| for analytic targets by theorem H1: their models must be that much more accurate than eps."""
_SHARE = math.log(0.9)
"""The expected bound is kept within 90 % of what is asked, so that rounding fits too."""


@dataclass(frozen=True)
class Rule:
    """A quadrature rule that can be built: ``size`` points, exact to degree ``exact_to``, proved by ``theorem``."""

    exact_to: int
    size: int
    make: Callable[[], Nodes]
    theorem: Literal["H2", "H1"] = "H2"


@dataclass(frozen=True)
class SpectralPlan:
    """A spectral prefix to build: truncation, rule and lam, with the float predictions that led to them.

    ``log_error`` is ln of the expected bound of the head (without the truncation error), ``log_value`` ln of the
    largest |v_i|.
    """

    target: Target
    eps: fmpq
    truncation: Truncation
    rule: Rule
    lam: fmpq
    log_error: float
    log_value: float

    method: Literal["spectral"] = "spectral"

    @property
    def tokens(self) -> int:
        """The number N of tokens."""
        return self.rule.size

    @property
    def components(self) -> int:
        """The fewest float64 per number whose rounding may fit: about max|v| (1 + 4 lam) 2^(-53 c) <= bound/4."""
        if self.log_value == -math.inf:
            return 1
        excess = self.log_value + math.log1p(4 * float(ball(self.lam))) - self.log_error + math.log(4)
        return min(math.ceil(max(1.0, excess / (53 * math.log(2)))), MAX_COMPONENTS)

    def build(self, components: int) -> Built:
        """The ideal prefix, accurate enough to be rounded to ``components`` float64 numbers per number."""
        cut, q = self.truncation, self.target.q
        if self.rule.theorem == "H1" and cut.taylor_order:
            cut = _refined(self.target, cut, self.lam, self.eps)
        degrees = sorted(cut.components)
        bits = 53 * components + 96 + 3 * cut.degree + math.ceil(max(0.0, self.log_value / math.log(2)))
        with precision(bits):
            nodes = self.rule.make()
            a = ratios(self.target.m, cut.degree, self.lam)
            # v = sum_k f_k/a_k: a column for each output of each f_k, then a product with the matrix of the 1/a_k.
            columns = [f for k in degrees for f in cut.components[k]]
            gains = [[1 / a[k] if c == output else arb(0) for c in range(q)] for k in degrees for output in range(q)]
            values = [[arb(0)] * q for _ in nodes.points]
            if columns:
                values = (arb_mat(polynomials.sphere_values(columns, nodes.points)) * arb_mat(gains)).tolist()
            # H1 speaks of ln om_i; for H2 a common constant does not matter, and 0 is exact.
            unbiased = self.rule.theorem == "H2" and nodes.equal_weights
            bias = [arb(0) if unbiased else weight.log() for weight in nodes.weight_list()]
        prefix = Prefix(self.target.m, self.lam, nodes.points, values, bias, self.target.text, nodes.family)
        return Built(prefix, SpectralClaim(self.rule.theorem, cut, self.rule.exact_to), components)


# --- the target as a polynomial ------------------------------------------------------------------------------------


def truncations(target: Target, eps: fmpq, max_degree: int) -> Iterator[Truncation]:
    """The truncations of the target with an error below eps, by increasing degree; none when it has no model."""
    if target.polynomial is not None:
        model = PolynomialModel(0, target.components, arb(0), 0)
    else:
        found = target.model(eps / 64, max_degree)
        if found is None:
            return
        model = found
    for n in sorted({0, *model.components}):
        cut = _cut(target, model, n)
        if cut.error < eps:
            yield cut


def _cut(target: Target, model: PolynomialModel, n: int) -> Truncation:
    kept = {k: f for k, f in model.components.items() if k <= n}
    rest = {k: f for k, f in model.components.items() if k > n}
    error = (model.error + components_sup_bound(rest, target.m)).upper() if rest else model.error
    return Truncation(n, kept, error, model.taylor_order, model.error)


def _refined(target: Target, cut: Truncation, lam: fmpq, eps: fmpq) -> Truncation:
    """The same truncation of a model so accurate that its values f_k/a_k are those of the target within eps/1000.

    Theorem H1 compares values with those of the target's own harmonic components.  Raises `UnreachableError`.
    """
    a = ratios(target.m, cut.degree, lam)
    gain = sum((arb(z).sqrt() / a_k for z, a_k in zip(dimensions(target.m, cut.degree), a, strict=True)), arb(0))
    model = target.model(exact(lower_decimal(eps / (1000 * gain), 2)), MAX_DEGREE)
    if model is None:
        raise UnreachableError(
            f"no polynomial model of {target.text!r} is accurate enough for theorem H1", limit="--eps"
        )
    return _cut(target, model, cut.degree)


# --- rules ---------------------------------------------------------------------------------------------------------


def design_rules(m: int) -> list[Rule]:
    """Small designs, by increasing size and exactness, as long as their Gram sums are affordable."""
    return [
        Rule(design.exact_to, design.size, design.make)
        for design in designs(m)
        if design.size**2 * (design.exact_to + 4) <= _MOST_GRAM_WORK
    ]


def product_rule(m: int, D: int, theorem: Literal["H2", "H1"]) -> Rule:
    """The product Gauss rule of exactness D."""
    return Rule(D, product_gauss_size(m, D), partial(product_gauss, m, D), theorem)


def largest_exactness(m: int, max_tokens: int) -> int:
    """The largest D for which product_gauss(m, D) has at most ``max_tokens`` points (and can be built).

    >>> largest_exactness(2, 72), largest_exactness(63, 100)
    (11, 1)
    """
    max_tokens = min(max_tokens, MAX_POINTS)
    D, step = 0, 1
    while product_gauss_size(m, D + step) <= max_tokens:
        step *= 2
    while step:
        if product_gauss_size(m, D + step) <= max_tokens:
            D += step
        step //= 2
    return D


def _first(
    low: int, high: int, fits: Callable[[int], SpectralPlan | None], hopeless: Callable[[], bool] = lambda: False
) -> SpectralPlan | None:
    """fits(D) for the smallest D in [low, high] where it is not None, supposing that it stays so from there on.

    The search ends without result when ``hopeless`` says after a failure that larger D fail too.
    """
    fails, works, step = low - 1, low, 1
    found = None
    while works <= high and found is None:
        found = fits(works)
        if found is None:
            if works == high or hopeless():
                return None
            fails, works, step = works, min(works + step, high), 2 * step
    while found is not None and works - fails > 1:
        middle = (works + fails) // 2
        better = fits(middle)
        if better is None:
            fails = middle
        else:
            works, found = middle, better
    return found


# --- planning ------------------------------------------------------------------------------------------------------


def _rounded(value: float, digits: int = 3) -> fmpq:
    """The largest decimal with ``digits`` digits below value > 0 (to float accuracy).

    >>> _rounded(0.41499)
    207/500
    """
    mantissa, exponent = f"{value:.15e}".split("e")
    return fmpq(math.floor(float(mantissa) * 10 ** (digits - 1))) * fmpq(10) ** (int(exponent) - digits + 1)


def _outlook(target: Target, cut: Truncation, rule: Rule) -> Outlook:
    if rule.theorem == "H1":
        points, weights = float_product_gauss(target.m, rule.exact_to)
    else:
        with precision(64):
            nodes = rule.make()
        points = np.array([[float(c) for c in point] for point in nodes.points])
        weights = np.array([float(weight) for weight in nodes.weight_list()])
    return Outlook(target.m, points, weights, rule.exact_to, cut.components, gram=rule.theorem == "H2")


class _Search:
    """Plans within the limits, and a memory of what was missed, to say what is missing when nothing fits.

    ``least_value``: the smallest max |v_i| with which eps was within reach; ``closest``: the plan that comes closest to
    eps within the value limit; ``saturated``: lam is as large as it may be, and the values are still too large;
    ``rounded``: the fewest float64 per number with which eps and the value limit were within reach.
    """

    def __init__(self, target: Target, eps: fmpq, max_value: fmpq, max_components: int) -> None:
        self.target, self.eps, self.max_components = target, eps, max_components
        self.log_limit = polynomials.log_fmpq(max_value)
        self.least_value: arb | None = None
        self.closest: SpectralPlan | None = None
        self.saturated = False
        self.rounded: int | None = None

    def _miss(self, log_value: float) -> None:
        value = arb(log_value + 1e-3).exp()
        if self.least_value is None or value < self.least_value:
            self.least_value = value

    def plan(self, cut: Truncation, rule: Rule) -> SpectralPlan | None:
        """The plan with the largest lam (so the smallest values) whose expected error fits; None if it is beyond."""
        outlook = _outlook(self.target, cut, rule)
        log_budget = float(lower(ball(self.eps) - cut.error).log()) + _SHARE

        def at(lam: float) -> SpectralPlan:
            short = _rounded(lam)
            return SpectralPlan(self.target, self.eps, cut, rule, short, *outlook.at(float(ball(short))))

        found = largest_lam(outlook, log_budget)
        if found is not None:
            plan = at(found)
            limit = self.log_limit
            if rule.theorem == "H1" and cut.taylor_order:
                limit = min(limit, outlook.log_sup + outlook.log_scale + _MOST_GAIN)
            if plan.log_value <= limit and plan.components <= self.max_components:
                return plan
            if plan.log_value <= limit:
                self.rounded = min(plan.components, self.rounded or MAX_COMPONENTS)
            else:
                self._miss(plan.log_value)
            self.saturated = math.log(found) > LARGEST - 0.1
        # Keep what could be proved within the value limit, if that costs little (H2).
        allowed = smallest_lam(outlook, self.log_limit) if rule.theorem == "H2" else None
        if allowed is not None:
            plan = at(1.01 * allowed)
            if self.closest is None or plan.log_error < self.closest.log_error:
                self.closest = plan
        return None

    def fewest(self, cut: Truncation, max_tokens: int) -> SpectralPlan | None:
        """The plan with the fewest tokens for this truncation: small designs first, then product Gauss by H2, by H1."""
        m, need = self.target.m, 2 * cut.degree
        # The root mean square of the values is |g|_2 >= |f_{<=n}|_2, whatever the rule and lam.
        mean_square = sum((norm_squared(f, m) for f in cut.components.values()), fmpq(0))
        if mean_square > 0 and polynomials.log_fmpq(mean_square) / 2 > self.log_limit:
            self._miss(polynomials.log_fmpq(mean_square) / 2)
            return None
        best: SpectralPlan | None = None
        for rule in design_rules(m):
            if need <= rule.exact_to and rule.size <= max_tokens:
                best = self.plan(cut, rule)
                if best is not None:
                    max_tokens = best.tokens - 1
                    break
                need = rule.exact_to + 1  # what fails here fails on larger rules of this exactness
        gram = largest_exactness(m, min(max_tokens, GRAM_LIMIT))
        found = _first(need, gram, lambda D: self.plan(cut, product_rule(m, D, "H2")))
        if found is None and best is None:
            low = max(need, gram + 1)
            high = largest_exactness(m, max_tokens)
            found = _first(low, high, lambda D: self.plan(cut, product_rule(m, D, "H1")), lambda: self.saturated)
        return found or best


def plan(
    target: Target, eps: fmpq, *, max_value: fmpq, max_tokens: int, max_components: int = MAX_COMPONENTS
) -> SpectralPlan | Shortfall:
    """The spectral prefix with the fewest tokens that is expected to reach ``eps`` with |v_i| <= ``max_value``.

    ``max_components``: most float64 per stored number; 1 is plain float64 storage.
    A `Shortfall` says what is missing when there is none with at most ``max_tokens`` tokens.  Raises what the target
    raises when it is asked for its polynomial model.
    """
    search = _Search(target, eps, max_value, max_components)
    best: SpectralPlan | None = None
    smallest: int | None = None
    for cut in truncations(target, eps, MAX_DEGREE):
        if smallest is None:
            smallest = _fewest_exact(target.m, 2 * cut.degree)
        room = max_tokens if best is None else best.tokens - 1
        best = search.fewest(cut, room) or best
    if best is not None:
        return best
    if smallest is None:
        message = f"{target.text!r} has no certified polynomial model of degree <= {MAX_DEGREE} with error below eps"
        return Shortfall(message, "--eps")
    if search.rounded is not None:
        message = f"the spectral prefix takes {search.rounded} float64 per number"
        return Shortfall(message, "--components", lambda: search.closest)
    if search.least_value is not None:
        value = upper_decimal(search.least_value, 3)
        return Shortfall(f"the spectral prefix needs values of at least {value}", "--max-value", lambda: search.closest)
    message = f"a rule exact to twice the degree of the target has at least {smallest} points"
    return Shortfall(message, "--max-tokens", lambda: search.closest)


def _fewest_exact(m: int, D: int) -> int:
    """The size of the smallest rule exact to degree D."""
    return min([rule.size for rule in design_rules(m) if rule.exact_to >= D] + [product_gauss_size(m, D)])
