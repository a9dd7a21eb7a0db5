"""Bessel ratios by comparison: r = I_mu/I_{mu-1} solves r' = 1 - (2mu-1)/x r - r^2 on (0, inf), r(0+) = 0 (mu >= 1/2).

Let B be C^1 on (0, X) with residual R = B' - 1 + (2mu-1)/x B + B^2, and M = x^(2mu-1) exp(int (B + r)), so that
((B - r) M)' = R M.  On (0, x0), M is bounded as x -> 0 when B >= 0 (then int_x^x0 (B + r) >= 0).
  upper  B >= 0 and R >= 0:  liminf (B - r) M >= lim -r M = 0, hence r <= B.
  lower  0 <= B <= C x (any C >= 0) and R <= 0:  (r - B) M -> 0, hence r >= B.
Everything left is algebra in B, which the exact rules of ``verify.proving.algebra`` (or the caller) decide.
"""

from __future__ import annotations

from collections.abc import Mapping
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


def comparison(f: Term, lows: Mapping[str, tuple[fmpq, bool]], positive: frozenset[str]) -> Comparison | None:
    """Read f >= 0 as B - r >= 0 or r - B >= 0 for one Bessel ratio r(mu, x), x a variable; None if it is not of that
    form.

    ``lows`` gives the lower end (and whether it is open) of each variable, ``positive`` the variables known to be
    positive. None also when B is not evidently smooth on the whole of (0, X): its radicands and denominators must be
    positive there.
    """
    ratios = [t for t in walk(f) if t.kind == "fn" and t.name == "besselratio"]
    if len(ratios) != 1 or f.kind != "add":
        return None
    r = ratios[0]
    mu, x = r.args
    if x.kind != "var" or x.name in mu.variables or x.name not in lows:
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
    wide = {**lows, x.name: (fmpq(0), True)}
    if not _smooth(bound, wide) or not _smooth(mu, wide) or not evident(mu, wide, True):
        return None
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


def _smooth(t: Term, lows: Mapping[str, tuple[fmpq, bool]]) -> bool:
    """Whether t is C^1 wherever the variables are above their lower ends, by signs alone."""
    for node in walk(t):
        if node.kind == "mul":
            for base, e in zip(node.args, node.coefs, strict=True):
                if (e < 0 or int(e.q) != 1) and not (evident(base, lows, True) or evident(neg(base), lows, True)):
                    return False
                if int(e.q) != 1 and not evident(base, lows, True):
                    return False
        elif node.kind == "fn":
            if node.name == "log" and not evident(node.args[0], lows, True):
                return False
            if node.name not in ("log", "exp", "sin", "cos", "sinh", "cosh", "tanh", "atan"):
                return False
    return True


def evident(t: Term, lows: Mapping[str, tuple[fmpq, bool]], strict: bool) -> bool:
    """t > 0 (>= 0) above the lower ends of the variables: the linear part is bounded below, the rest has one sign."""
    if t.kind == "num":
        return bool(t.value > 0) if strict else bool(t.value >= 0)
    if t.kind == "pi":
        return True
    if t.kind == "var":
        if t.name not in lows:
            return False
        low, is_open = lows[t.name]
        return low > 0 or (low == 0 and (is_open or not strict))
    if t.kind == "fn":
        return t.name in ("exp", "cosh")
    if t.kind == "mul":
        for base, e in zip(t.args, t.coefs, strict=True):
            even = int(e.q) == 1 and int(e.p) % 2 == 0
            if not evident(base, lows, strict or e < 0) and not (even and e > 0 and not strict):
                return False
        return True
    least, positive = t.value, False
    for a, c in zip(t.args, t.coefs, strict=True):
        if a.kind == "var" and a.name in lows and c > 0:
            low, is_open = lows[a.name]
            least = least + c * low
            positive = positive or is_open
        elif c > 0 and evident(a, lows, False):
            positive = positive or evident(a, lows, True)
        else:
            return False
    return least > 0 or (least == 0 and (positive or not strict))
