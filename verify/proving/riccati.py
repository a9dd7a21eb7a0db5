"""Bessel ratios by comparison: r = I_mu/I_{mu-1} solves r' = 1 - (2mu-1)/x r - r^2 on (0, inf), r(0+) = 0 (mu >= 1/2).

Let B be C^1 on (0, X) with residual R = B' - 1 + (2mu-1)/x B + B^2, and M = x^(2mu-1) exp(int (B + r)), so that
((B - r) M)' = R M.  On (0, x0), M is bounded as x -> 0 when B >= 0 (then int_x^x0 (B + r) >= 0).
  upper  B >= 0 and R >= 0:  liminf (B - r) M >= lim -r M = 0, hence r <= B.
  lower  0 <= B <= C x (any C >= 0) and R <= 0:  (r - B) M -> 0, hence r >= B.
Everything left is algebra in B, which the exact rules of ``verify.proving.algebra`` (or the caller) decide.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from flint import fmpq

from verify.proving.simplify import derivative, positive_term
from verify.proving.terms import Term, add, mul, neg, number, power, walk

__all__ = ["Comparison", "comparison"]


class Comparison(NamedTuple):
    """``bound`` against the ratio in the variable ``x``; all ``needs`` must be >= 0 on the extended domain x in (0,
    X)."""

    x: str
    bound: Term
    upper: bool
    needs: tuple[tuple[str, Term], ...]


def comparison(f: Term, names: Collection[str], positive: frozenset[str]) -> Comparison | None:
    """Read f >= 0 as B - r >= 0 or r - B >= 0 for one Bessel ratio r(mu, x), x a variable; None if it is not of that
    form.

    ``names`` are the variables with a range of their own, ``positive`` those known to be positive.
    """
    ratios = [t for t in walk(f) if t.kind == "fn" and t.name == "besselratio"]
    if len(ratios) != 1 or f.kind != "add":
        return None
    r = ratios[0]
    mu, x = r.args
    if x.kind != "var" or x.name in mu.variables or x.name not in names:
        return None
    weights, scales, others, left = [], [], [], []
    for t, c in zip(f.args, f.coefs, strict=True):
        factors = dict(zip(t.args, t.coefs, strict=True)) if t.kind == "mul" else {t: fmpq(1)}
        if r in factors:
            if factors.pop(r) != 1:
                return None
            weights.append(mul(list(factors), list(factors.values())))
            scales.append(c)
        else:
            others.append(t)
            left.append(c)
    weight, rest = add(weights, scales), add([number(f.value), *others], [fmpq(1), *left])  # f = rest + weight r
    if r in set(walk(rest)) or r in set(walk(weight)):
        return None
    upper = positive_term(neg(weight), positive)
    if not upper and not positive_term(weight, positive):
        return None
    bound = neg(mul([rest, power(weight, fmpq(-1))]))
    try:
        slope = derivative(bound, x.name)
    except KeyError:
        return None
    slope_term = mul([add([mul([number(2), mu]), number(-1)]), power(x, fmpq(-1)), bound])
    residual = add([slope, number(-1), slope_term, power(bound, fmpq(2))])
    needs = [("B >= 0", bound)]
    if upper:
        needs.append(("residual >= 0", residual))
    else:
        needs.append(("B <= x", add([x, neg(bound)])))
        needs.append(("residual <= 0", neg(residual)))
    return Comparison(x.name, bound, upper, tuple(needs))
