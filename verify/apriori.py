"""From a stored prefix and a claim to a certificate: theorems H2, H1, H3 and F1 with balls plugged in.

Everything here speaks of the STORED numbers in exact real arithmetic.  A number that enters the certificate is first
rounded up to a short decimal, and the bound is computed from that decimal, so that whoever recomputes it from the
certificate finds the same bound.  `verify.checker` does that with code of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec
import numpy as np
from flint import arb, ctx, fmpq

from constructions import polynomials
from constructions.context import Context
from constructions.jackson import smoothed
from constructions.local import target_values
from constructions.nodes import Nodes, product_gauss
from constructions.plan import Claim, JacksonClaim, LocalClaim, Method, SpectralClaim, Truncation
from constructions.prefix import StoredPrefix, rational_text
from theory.balls import ball, certainly_le, exact, length, maximum, minimum, precision, unit, upper_decimal
from theory.errors import PrefixproofError
from theory.harmonics import components_sup_bound, dimensions, norm_squared
from theory.jackson import envelope, largest_zero
from theory.kernels import coefficients, eigenvalue, ratios, tail
from theory.prefix_length import local_error, spectral_error
from theory.targets import Target
from verify.certificate import (
    FORMATS,
    Certificate,
    F1Numbers,
    H1Numbers,
    H2Numbers,
    H3Numbers,
    Numbers,
    required_assumptions,
    theorem_of,
)
from verify.context_share import with_context
from verify.gram import legendre_sums

__all__ = ["Evidence", "assembled", "certify", "diameter", "f1_bound", "h2_bound", "prove"]

PRODUCER = "prefixproof 0.1.0"
_MAX_DOUBLINGS = 6
_NO_BOOST = fmpq(0)
_PROOF_SLACK = fmpq(1, 10**8)
"""Relative room for the covering radius, or the largest sample, that another proof finds."""
_CALLABLE_ERROR = fmpq(1, 10**12)
"""How accurate a callable target is assumed to be, relative to 1 + max |v|; shown as an assumption."""

_METHODS: dict[type[Claim], Method] = {SpectralClaim: "spectral", LocalClaim: "local", JacksonClaim: "jackson"}

Vectors = Sequence[Sequence[arb]]


@dataclass(frozen=True)
class Evidence:
    """An enclosure of a proved bound of sup |head - target|, and the numbers that it was computed from."""

    numbers: Numbers
    bound: arb


def certify(
    stored: StoredPrefix,
    claim: Claim,
    target: Target,
    eps: fmpq,
    context: Context | None = None,
) -> Certificate:
    """The certificate for the stored prefix; its ``certified_error`` is proved, the caller compares it with eps.

    With ``context`` it holds for the head with that many visible context tokens, or fewer.  Raises `PrefixproofError`
    when no finite bound can be proved (a hypothesis of the theorem fails by far).
    """
    evidence = prove(stored, claim, target, eps, _NO_BOOST if context is None else context.boost)
    bound, context_numbers = evidence.bound, None
    if context is not None:
        largest = upper_decimal(_largest(stored.exact_values()))
        bound, context_numbers = with_context(stored, evidence.numbers, largest, bound, context)
    method: Method = _METHODS[type(claim)]
    certificate = assembled(stored, target, eps, method, evidence.numbers, bound)
    if context_numbers is not None:
        certificate = msgspec.structs.replace(certificate, format=FORMATS[1], context=context_numbers)
    return msgspec.structs.replace(certificate, assumptions=required_assumptions(certificate))


def assembled(
    stored: StoredPrefix, target: Target, eps: fmpq, method: Method, numbers: Numbers, bound: arb
) -> Certificate:
    """The certificate of the stored prefix for a bound that its theorem's ``numbers`` prove."""
    certificate = Certificate(
        sphere=stored.m,
        target=target.text,
        target_kind=target.kind,
        outputs=stored.q,
        method=method,
        theorem=theorem_of(numbers),
        tokens=stored.tokens,
        lam=rational_text(stored.lam),
        eps=rational_text(eps),
        certified_error=_error_text(bound, eps),
        max_value=upper_decimal(_largest(stored.exact_values())),
        numbers=numbers,
        prefix_sha256=stored.sha256(),
        producer=PRODUCER,
    )
    return msgspec.structs.replace(certificate, assumptions=required_assumptions(certificate))


def prove(stored: StoredPrefix, claim: Claim, target: Target, eps: fmpq, boost: fmpq = _NO_BOOST) -> Evidence:
    """The bound that the claimed theorem gives for the stored prefix, at a precision where it no longer moves.

    ``boost`` was added to all biases, which does not change the head.  Raises `PrefixproofError` when it stays infinite
    or undecided.
    """
    bits = stored.working_precision() + 2 * _bits(1 / eps) + 64
    for _ in range(_MAX_DOUBLINGS):
        with precision(bits):
            if isinstance(claim, LocalClaim):
                evidence = _local(stored, claim, target)
            elif isinstance(claim, JacksonClaim):
                evidence = _sampled(stored, claim, target, boost)
            elif claim.theorem == "H2":
                evidence = _gram(stored, claim, eps)
            else:
                evidence = _aliasing(stored, claim, boost)
            bound = evidence.bound
            # Sharp to 2^-16, or so small that nobody minds.
            if bound.is_finite() and (bound.rad() * 2**16 < bound.mid() or certainly_le(bound, eps / 10**6)):
                return evidence
        bits *= 2
    raise PrefixproofError(
        f"theorem {theorem_of(evidence.numbers)} proves no finite bound for this prefix (at {bits // 2} bits)"
    )


def _error_text(bound: arb, eps: fmpq) -> str:
    """The bound rounded up to six digits, or to eps itself if it lies between."""
    text = upper_decimal(bound)
    return rational_text(eps) if exact(text) > eps and certainly_le(bound, eps) else text


# --- small geometry ------------------------------------------------------------------------------------------------


def _bits(value: fmpq) -> int:
    """About log2 of a number, at least 0."""
    return max(0, int(value.p).bit_length() - int(value.q).bit_length() + 1)


def _dot(x: Sequence[arb], y: Sequence[arb]) -> arb:
    return sum((a * b for a, b in zip(x, y, strict=True)), arb(0))


def _distance(x: Sequence[arb], y: Sequence[arb]) -> arb:
    return length([a - b for a, b in zip(x, y, strict=True)])


def _largest(vectors: Vectors) -> arb:
    return maximum(length(x) for x in vectors)


def _direction(key: Sequence[float] | Sequence[arb]) -> list[arb]:
    return unit([ball(c) for c in key])


def _directions(stored: StoredPrefix) -> tuple[list[list[arb]], arb]:
    """The points p_i = k_i/|k_i| [N][d] and the norm defect max ||k_i| - 1|."""
    keys = stored.exact_keys()
    return [_direction(key) for key in keys], maximum(abs(length(key) - 1) for key in keys)


def _weights(stored: StoredPrefix) -> list[arb]:
    """om_i = e^{b_i}/sum_j e^{b_j}."""
    exponentials = [b.exp() for b in stored.exact_bias()]
    total = sum(exponentials, arb(0))
    return [e / total for e in exponentials]


def diameter(values: Vectors) -> arb:
    """An upper bound of max_ij |v_i - v_j|: the diagonal of the bounding box (exact for q = 1), at most 2 max|v|."""
    columns = list(zip(*values, strict=True))
    sides = [maximum(column) + maximum(-c for c in column) for column in columns]
    return length(sides).min(2 * _largest(values))


# --- theorem H2 ----------------------------------------------------------------------------------------------------


def h2_bound(A: Sequence[arb], tau: arb, R: Sequence[arb], rho: Sequence[arb], mean: arb, sup: arb) -> arb:
    """The bound of theorem H2 from A_k, R_k, rho_k (k = 0..K), tau_K, mean = sum |u_i| and sup = |f|_inf.

    NaN when the denominator is not certainly positive.
    """
    head = sum((a * r for a, r in zip(A, R, strict=True)), arb(0)) + tau * mean
    alias = sum((a * r for a, r in zip(A[1:], rho[1:], strict=True)), arb(0)) + tau
    denominator = A[0] - alias
    return (head + sup * alias) / denominator if denominator > 0 else arb.nan()


def _gram(stored: StoredPrefix, claim: SpectralClaim, eps: fmpq) -> Evidence:
    """Theorem H2 for the stored prefix: exactness of the nodes is not needed, the Gram sums see what they alias."""
    m, lam, cut = stored.m, stored.lam, claim.truncation
    truncation, sup_norm = upper_decimal(cut.error, 9), upper_decimal(components_sup_bound(cut.components, m), 9)
    budget = ball(eps) - ball(truncation)
    values = stored.exact_values()
    mean = sum((w * length(v) for w, v in zip(_weights(stored), values, strict=True)), arb(0))
    K = _cutoff(m, lam, max(cut.degree, claim.exact_to - cut.degree), mean + ball(sup_norm), budget)
    with precision(ctx.prec + 2 * K):
        points, defect = _directions(stored)
        norm_defect = upper_decimal(defect)
        weights = _weights(stored)
        u = [[w * c for c in v] for w, v in zip(weights, stored.exact_values(), strict=True)]
        head, alias = legendre_sums(m, K, points, [u, [[w] for w in weights]])
        overlap, energy = _against_target(m, lam, cut, points, u)
        Z = dimensions(m, K)
        R = [(head[k] - 2 * overlap.get(k, 0) / Z[k] + energy.get(k, 0) / Z[k]) for k in range(K + 1)]
        bound = h2_bound(coefficients(m, K, lam), tail(m, K, lam), _roots(R), _roots(alias), mean, ball(sup_norm))
        bound += ball(truncation) + _largest(values) * ball(lam) * ball(norm_defect)
    numbers = H2Numbers(
        degree=cut.degree,
        cutoff=K,
        taylor_order=cut.taylor_order,
        truncation=truncation,
        sup_norm=sup_norm,
        norm_defect=norm_defect,
    )
    return Evidence(numbers, bound)


def _roots(squares: Sequence[arb]) -> list[arb]:
    return [square.nonnegative_part().sqrt() for square in squares]


def _cutoff(m: int, lam: fmpq, K: int, size: arb, budget: arb) -> int:
    """The smallest K (from the given one on) whose tail costs less than a thousandth of the budget."""
    with precision(64):
        for _ in range(400):
            if tail(m, K, lam) * size * 1000 < eigenvalue(m, 0, lam) * budget:
                break
            K += 1
    return K


def _against_target(
    m: int, lam: fmpq, cut: Truncation, points: Vectors, u: Vectors
) -> tuple[dict[int, arb], dict[int, arb]]:
    """For each degree k of the target: sum_i <u_i, g_k(p_i)> and |g_k|_2^2, g_k = f_k/a_k."""
    a = ratios(m, cut.degree, lam)
    overlap, energy = {}, {}
    for k, f in cut.components.items():
        rows = polynomials.sphere_values(f, points)
        overlap[k] = sum((_dot(x, y) for x, y in zip(u, rows, strict=True)), arb(0)) / a[k]
        energy[k] = norm_squared(f, m) / a[k] ** 2
    return overlap, energy


# --- theorem H1 ----------------------------------------------------------------------------------------------------


def _aliasing(stored: StoredPrefix, claim: SpectralClaim, boost: fmpq) -> Evidence:
    """Theorem H1 for the ideal product Gauss prefix, and how far the stored one may be from it.

    Logits that move by at most theta move the head by at most diam(v) tanh(theta/2).
    """
    m, lam, cut, D = stored.m, stored.lam, claim.truncation, claim.exact_to
    with precision(ctx.prec + 3 * cut.degree):
        nodes = product_gauss(m, D)
        a = ratios(m, cut.degree, lam)
        g, weights = [[arb(0)] * stored.q for _ in nodes.points], nodes.weight_list()
        for k, f in cut.components.items():
            rows = polynomials.sphere_values(f, nodes.points)
            g = [[s + c / a[k] for s, c in zip(total, row, strict=True)] for total, row in zip(g, rows, strict=True)]
        # g = sum f_k/a_k is that of a polynomial model; a component of the target itself is off by at most this.
        gains = zip(dimensions(m, cut.degree), a, strict=True)
        model_error = cut.model_error * sum((arb(z).sqrt() / a_k for z, a_k in gains), arb(0))
    keys, values, bias = stored.exact_keys(), stored.exact_values(), stored.exact_bias()
    numbers = H1Numbers(
        degree=cut.degree,
        exactness=D,
        taylor_order=cut.taylor_order,
        truncation=upper_decimal(cut.error, 9),
        sup_norm=upper_decimal(components_sup_bound(cut.components, m), 9),
        key_error=upper_decimal(maximum(_distance(k, p) for k, p in zip(keys, nodes.points, strict=True))),
        bias_error=upper_decimal(maximum(abs(b - boost - w.log()) for b, w in zip(bias, weights, strict=True))),
        value_error=upper_decimal(maximum(_distance(v, w) for v, w in zip(values, g, strict=True)) + model_error),
    )
    mean = sum((w * length(v) for w, v in zip(weights, g, strict=True)), arb(0))
    head = spectral_error(m, cut.degree, D, lam, mean, numbers.sup_norm)
    theta = lam * ball(numbers.key_error) + ball(numbers.bias_error)
    moved = ball(numbers.value_error) + diameter(values) * (theta / 2).tanh()
    return Evidence(numbers, ball(numbers.truncation) + head + moved)


# --- theorem H3 ----------------------------------------------------------------------------------------------------


def _sampled(stored: StoredPrefix, claim: JacksonClaim, target: Target, boost: fmpq) -> Evidence:
    """Theorem H3 for the ideal Jackson prefix, and how far the stored one may be from it."""
    m, lam, k, D = stored.m, stored.lam, claim.kernel, claim.exact_to
    lipschitz, status = target.lipschitz
    with precision(ctx.prec + 8 * k + 32):
        nodes = product_gauss(m, D)
        weights, values = nodes.weight_list(), stored.exact_values()
        if target.kind == "callable":
            value_error = upper_decimal(_CALLABLE_ERROR * (1 + _largest(values)))
        else:
            samples = target_values(target, nodes.points)
            ideal = smoothed(m, k, lam, nodes.points, weights, samples)
            value_error = upper_decimal(maximum(_distance(v, w) for v, w in zip(values, ideal, strict=True)))
        keys, bias = stored.exact_keys(), stored.exact_bias()
        numbers = H3Numbers(
            kernel=k,
            exactness=D,
            lipschitz=upper_decimal(lipschitz, 12),
            lipschitz_status=status,
            sup_norm=upper_decimal(claim.sup * (1 + _PROOF_SLACK), 9),
            key_error=upper_decimal(maximum(_distance(x, p) for x, p in zip(keys, nodes.points, strict=True))),
            bias_error=upper_decimal(maximum(abs(b - boost - w.log()) for b, w in zip(bias, weights, strict=True))),
            value_error=value_error,
        )
        mean = sum((w * length(v) for w, v in zip(weights, values, strict=True)), arb(0)) + ball(value_error)
        head = spectral_error(m, 2 * k, D, lam, mean, numbers.sup_norm)
        theta = lam * ball(numbers.key_error) + ball(numbers.bias_error)
        moved = ball(value_error) + diameter(values) * (theta / 2).tanh()
        smoothing = ball(numbers.lipschitz) * envelope(largest_zero(m, k + 1))
    return Evidence(numbers, smoothing + head + moved)


# --- theorem F1 ----------------------------------------------------------------------------------------------------


def f1_bound(L: arb, N: int, lam: fmpq, delta: arb, r: arb, spread: arb) -> arb:
    """The bound of theorem F1 for N tokens whose logits differ from lam <x,p_i> by ``spread`` (largest minus smallest).

    The weight of the tokens at distance >= r is at most N exp(-lam (cos delta - cos r) + spread), at most 1, and 0 when
    r > pi.  Raises `HypothesisError` unless delta < r.
    """
    if r > arb.pi():
        return L * r
    return local_error(L, N * spread.exp(), lam, delta, r).min(L * (r + arb.pi()))


def _local(stored: StoredPrefix, claim: LocalClaim, target: Target) -> Evidence:
    """Theorem F1: certified covering radius of the stored directions, Lipschitz constant, error of the values."""
    lipschitz, status = target.lipschitz
    points, defect = _directions(stored)
    bias = stored.exact_bias()
    numbers = F1Numbers(
        lipschitz=upper_decimal(lipschitz, 12),
        lipschitz_status=status,
        covering=_covering_proof(claim.nodes),
        covering_radius=_covering_radius(stored, claim.nodes),
        radius=rational_text(claim.radius),
        norm_defect=upper_decimal(defect),
        value_error=_value_error(stored, target, points),
    )
    spread = 2 * ball(stored.lam) * ball(numbers.norm_defect) + maximum(bias) - minimum(bias)
    L = ball(numbers.lipschitz)
    bound = ball(numbers.value_error)
    if not L.is_zero():
        bound += f1_bound(L, stored.tokens, stored.lam, ball(numbers.covering_radius), ball(numbers.radius), spread)
    return Evidence(numbers, bound)


def _covering_proof(nodes: Nodes | None) -> Literal["facets", "signed_orbits", "trivial"]:
    if nodes is None:
        return "trivial"
    return "signed_orbits" if nodes.covering_proof == "signed_orbits" else "facets"


def _covering_radius(stored: StoredPrefix, nodes: Nodes | None) -> str:
    """The covering radius of the stored directions: that of the nodes, and the largest angle to them if they differ.

    A little is added, because another proof (in float64) may come out a little larger.
    """
    if nodes is None:
        return upper_decimal(arb.pi(), 12)
    if nodes.covering_radius is None:
        raise PrefixproofError(f"the nodes {nodes.family!r} have no proved covering radius")
    radius = nodes.covering_radius
    if nodes.array is None:
        chord = maximum(_distance(p, c) for p, c in zip(_directions(stored)[0], nodes.points, strict=True))
        radius += 2 * (chord / 2).asin()
    elif not (np.array_equal(stored.keys[0], nodes.array) and not any(part.any() for part in stored.keys[1:])):
        raise PrefixproofError("the stored keys are not the points of the net whose covering radius is proved")
    return upper_decimal(radius * (1 + _PROOF_SLACK) + _PROOF_SLACK**2, 12)


def _value_error(stored: StoredPrefix, target: Target, points: Vectors) -> str:
    """At least max |v_i - f(p_i)|; for a callable target an assumption, generous for float64 code."""
    values = stored.exact_values()
    if target.kind == "callable":
        return upper_decimal(_CALLABLE_ERROR * (1 + _largest(values)))
    return upper_decimal(maximum(_distance(v, target.enclose(p)) for v, p in zip(values, points, strict=True)))
