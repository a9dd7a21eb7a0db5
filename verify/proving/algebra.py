"""Exact decisions where the statement is algebraic: Sturm sequences, positive coefficients, quadratic forms, one
root."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from flint import fmpq, fmpq_mpoly, fmpq_mpoly_ctx, fmpq_poly

from verify.proving.boxes import Range
from verify.proving.terms import ZERO, Term, is_number, number, walk

__all__ = [
    "Fraction",
    "as_fraction",
    "decide_polynomial",
    "nonnegative_by_halving",
    "nonnegative_on_box",
    "quadratic_nonnegative",
]

MAX_TERMS = 3000
MAX_DEGREE = 400


class Fraction(NamedTuple):
    """top/bottom as polynomials in ``names`` (and roots, which are the last generators)."""

    top: fmpq_mpoly
    bottom: fmpq_mpoly
    names: tuple[str, ...]
    roots: tuple[tuple[Term, fmpq_mpoly, fmpq_mpoly], ...]  # (root term, radicand top, radicand bottom)


def as_fraction(t: Term, names: tuple[str, ...], roots: int = 0) -> Fraction | None:
    """t as a quotient of polynomials; up to ``roots`` different square roots become generators of their own."""
    bases: list[Term] = []
    for node in walk(t):
        if node.kind in ("fn", "pi"):
            return None
        if node.kind == "mul":
            for a, e in zip(node.args, node.coefs, strict=True):
                if int(e.q) == 2:
                    if a not in bases:
                        bases.append(a)
                elif int(e.q) != 1:
                    return None
    if len(bases) > roots:
        return None
    ctx = fmpq_mpoly_ctx.get((*names, *(f"root{i}" for i in range(len(bases)))), "lex")
    gens = ctx.gens()
    one = ctx.from_dict({(0,) * len(gens): 1})
    done: dict[Term, tuple[fmpq_mpoly, fmpq_mpoly]] = {}
    for node in walk(t):
        if node.kind == "num":
            top, bottom = one * node.value, one
        elif node.kind == "var":
            top, bottom = gens[names.index(node.name)], one
        elif node.kind == "add":
            top, bottom = one * node.value, one
            for a, c in zip(node.args, node.coefs, strict=True):
                p, q = done[a]
                if q == bottom:
                    top = top + c * p
                else:
                    top, bottom = top * q + c * p * bottom, bottom * q
                if len(top) > MAX_TERMS or len(bottom) > MAX_TERMS:
                    return None
        else:
            top, bottom = one, one
            for a, e in zip(node.args, node.coefs, strict=True):
                p, q = done[a]
                if int(e.q) == 2:
                    p, q = gens[len(names) + bases.index(a)], one
                n = int(e.p)
                if abs(n) > MAX_DEGREE or (len(p) > 1 and abs(n) > 60):
                    return None
                if n < 0:
                    p, q, n = q, p, -n
                top, bottom = top * p**n, bottom * q**n
                if len(top) > MAX_TERMS or len(bottom) > MAX_TERMS:
                    return None
        done[node] = (top, bottom)
    top, bottom = done[t]
    if not top.is_zero():
        common = top.gcd(bottom)
        if not common.is_constant():
            top, bottom = divmod(top, common)[0], divmod(bottom, common)[0]
    return Fraction(top, bottom, names, tuple((b, *done[b]) for b in bases))


def univariate(p: fmpq_mpoly, i: int) -> fmpq_poly:
    """A polynomial that involves only the generator i."""
    coefs: dict[int, fmpq] = {}
    for monomial, c in p.to_dict().items():
        coefs[monomial[i]] = fmpq(c)
    return fmpq_poly([coefs.get(k, fmpq(0)) for k in range(max(coefs, default=0) + 1)])


def _sturm(p: fmpq_poly) -> list[fmpq_poly]:
    chain = [p, p.derivative()]
    while chain[-1].degree() > 0:
        rest = -(chain[-2] % chain[-1])
        if rest.is_zero():
            break
        chain.append(rest / abs(rest.leading_coefficient()))
    return chain


def _changes(chain: list[fmpq_poly], x: fmpq | None, side: int) -> int:
    """Sign changes at x, or at side * infinity."""
    signs = []
    for p in chain:
        v = p.leading_coefficient() * (side if p.degree() % 2 else 1) if x is None else p(x)
        if v != 0:
            signs.append(v > 0)
    return sum(a != b for a, b in pairwise(signs))


def roots_inside(p: fmpq_poly, low: fmpq | None, high: fmpq | None) -> int:
    """The number of distinct real roots of a squarefree p in the open interval (low, high)."""
    if p.degree() < 1:
        return 0
    for x in (low, high):
        if x is not None and p(x) == 0:
            return roots_inside(p // fmpq_poly([-x, 1]), low, high)
    chain = _sturm(p)
    return _changes(chain, low, -1) - _changes(chain, high, 1)


def _sample(low: fmpq | None, high: fmpq | None) -> fmpq:
    if low is None and high is None:
        return fmpq(0)
    if low is None:
        return fmpq(high) - 1  # type: ignore[arg-type]
    return low + 1 if high is None else (low + high) / 2


class PolynomialAnswer(NamedTuple):
    """``holds`` is certain either way; ``witness`` is a point of the domain where it fails."""

    holds: bool
    witness: fmpq | None


def decide_polynomial(
    p: fmpq_poly, low: fmpq | None, high: fmpq | None, low_open: bool, high_open: bool, strict: bool
) -> PolynomialAnswer | None:
    """Decides p >= 0 (p > 0) on the interval by Sturm's theorem, exactly.  None only if no rational witness was
    found."""
    if p.is_zero():
        return PolynomialAnswer(not strict, _sample(low, high) if strict else None)
    for x, is_open in ((low, low_open), (high, high_open)):
        if x is not None and not is_open and (p(x) < 0 or (strict and p(x) == 0)):
            return PolynomialAnswer(False, x)
    content, factors = p.factor_squarefree()
    odd = fmpq_poly([content])
    for factor, exponent in factors:
        if exponent % 2:
            odd = odd * factor
    whole = fmpq_poly([1])
    for factor, _ in factors:
        whole = whole * factor
    x = _sample(low, high)
    for _ in range(200):
        if p(x) != 0:
            break
        x = x + fmpq(1, 977) * ((high - low) if low is not None and high is not None else 1) / 2
    if p(x) < 0:
        return PolynomialAnswer(False, x)
    if roots_inside(odd, low, high) == 0:
        if strict and roots_inside(whole, low, high):
            return _even_root(p, whole, low, high)
        return PolynomialAnswer(True, None)
    witness = _negative_point(p, odd, low, high)
    return PolynomialAnswer(False, witness) if witness is not None else None


def _even_root(p: fmpq_poly, whole: fmpq_poly, low: fmpq | None, high: fmpq | None) -> PolynomialAnswer | None:
    """Strictness fails at a root of even order; it is a witness if rational."""
    _, factors = whole.factor()
    for factor, _ in factors:
        if factor.degree() == 1:
            r = -factor[0] / factor[1]
            if (low is None or r > low) and (high is None or r < high):
                return PolynomialAnswer(False, r)
    return None


def _negative_point(p: fmpq_poly, odd: fmpq_poly, low: fmpq | None, high: fmpq | None) -> fmpq | None:
    """Bisect towards the sign changes of ``odd`` until p < 0 shows."""
    bound = sum((abs(c / odd.leading_coefficient()) for c in odd.coeffs()), fmpq(2))
    a = low if low is not None else min(-bound, -bound - 1 if high is None else high - 1)
    b = high if high is not None else max(bound, a + 1)
    queue = [(a, b)]
    for _ in range(20_000):
        if not queue:
            return None
        a, b = queue.pop(0)
        m = (a + b) / 2
        if p(m) < 0:
            return m
        for u, v in ((a, m), (m, b)):
            if roots_inside(odd, u, v) or odd(m) == 0:
                queue.append((u, v))
    return None


def nonnegative_on_box(p: fmpq_mpoly, sides: tuple[Range, ...]) -> str | None:
    """Positive coefficients after moving the box to the positive orthant: '>=' or '>' on the open box, or None.

    A half-line [a, inf) becomes x = a + u; a segment [a, b] becomes x = (a + b u)/(1 + u) times (1 + u)^degree.
    """
    for i, side in enumerate(sides):
        low, high = side.low, side.high
        flip = low is None
        if flip:
            if high is None:
                if any(m[i] % 2 for m in p.monoms()):
                    return None
                continue
            low, high = high, low
        if low is None or not is_number(low) or (high is not None and not is_number(high)):
            return None
        p = _moved(p, i, low.value, None if high is None else high.value, -1 if flip else 1)
        if len(p) > MAX_TERMS:
            return None
    coefficients = [fmpq(c) for c in p.coeffs()]
    if all(c >= 0 for c in coefficients):
        return ">" if coefficients else ">="
    return None


def nonnegative_by_halving(p: fmpq_mpoly, sides: tuple[Range, ...], depth: int) -> bool:
    """Positive coefficients on each of up to 2^depth boxes; p < 0 at a corner stops the search."""
    if len(p) > 200 or p.total_degree() > 24:
        return False
    queue = [(sides, depth)]
    while queue:
        box, left = queue.pop()
        if nonnegative_on_box(p, box) is not None:
            continue
        if left == 0 or not all(
            s.low is not None and is_number(s.low) and (s.high is None or is_number(s.high)) for s in box
        ):
            return False
        i = (depth - left) % len(box)
        side = box[i]
        low = side.low.value  # type: ignore[union-attr]
        middle = number(low + 1 if side.high is None else (low + side.high.value) / 2)
        for part in (Range(side.low, middle), Range(middle, side.high)):
            queue.append(((*box[:i], part, *box[i + 1 :]), left - 1))
    return True


def _moved(p: fmpq_mpoly, i: int, a: fmpq, b: fmpq | None, sign: int) -> fmpq_mpoly:
    ctx = p.context()
    u = ctx.gens()[i]
    one = ctx.from_dict({(0,) * len(ctx.gens()): 1})
    table = p.to_dict()
    degree = max((m[i] for m in table), default=0)
    top, bottom = (a * one + sign * u, one) if b is None else (a * one + b * u, one + u)
    tops, bottoms = [one], [one]
    for _ in range(degree):
        tops.append(tops[-1] * top)
        bottoms.append(bottoms[-1] * bottom)
    slices: dict[int, dict[tuple[int, ...], fmpq]] = {}
    for monomial, c in table.items():
        rest = (*monomial[:i], 0, *monomial[i + 1 :])
        slices.setdefault(monomial[i], {})[rest] = c
    out = one * 0
    for k, part in slices.items():
        out = out + ctx.from_dict(part) * tops[k] * bottoms[degree - k]
    return out


def quadratic_nonnegative(p: fmpq_mpoly) -> bool:
    """Whether a polynomial of degree <= 2 is >= 0 on the whole space: the homogenised form is positive semidefinite."""
    if p.total_degree() > 2:
        return False
    n = len(p.context().gens()) + 1
    rows = [[fmpq(0)] * n for _ in range(n)]
    for monomial, c in p.to_dict().items():
        places = [i for i, e in enumerate(monomial) for _ in range(e)]
        places += [n - 1] * (2 - len(places))
        i, j = places
        rows[i][j] += fmpq(c) / 2
        rows[j][i] += fmpq(c) / 2
    return _semidefinite(rows)


def _semidefinite(rows: list[list[fmpq]]) -> bool:
    """Exact symmetric elimination."""
    n = len(rows)
    for k in range(n):
        pivot = rows[k][k]
        if pivot < 0 or (pivot == 0 and any(rows[k][j] != 0 for j in range(k, n))):
            return False
        if pivot == 0:
            continue
        for i in range(k + 1, n):
            factor = rows[i][k] / pivot
            for j in range(k, n):
                rows[i][j] -= factor * rows[k][j]
    return True


def root_sign(f: Fraction, sides: tuple[Range, ...]) -> str | None:
    """Sign of P + Q s for one square root s > 0 of D over the box: '>=' or None (P, Q, D polynomials; squaring
    rule)."""
    if len(f.roots) != 1 or not f.roots[0][2].is_constant():
        return None
    n = len(f.names)
    ctx = f.top.context()
    radicand = f.roots[0][1] / fmpq(f.roots[0][2][(0,) * (n + 1)])
    relation = ctx.gens()[n] ** 2 - radicand
    full = f.top
    parts = _split_root(full, relation, n)
    below = _split_root(f.bottom, relation, n)
    sign_below = _sign_pq(*below, radicand, sides, n)
    if sign_below is None:
        return None
    p, q = parts if sign_below > 0 else (-parts[0], -parts[1])
    sign = _sign_pq(p, q, radicand, sides, n)
    return ">=" if sign == 1 else None


def _split_root(p: fmpq_mpoly, relation: fmpq_mpoly, n: int) -> tuple[fmpq_mpoly, fmpq_mpoly]:
    """p mod relation as P + Q s."""
    ctx = p.context()
    s2 = ctx.gens()[n] ** 2 - relation
    zero = ctx.from_dict({})
    even, odd = zero, zero
    for monomial, c in p.to_dict().items():
        rest = ctx.from_dict({(*monomial[:n], 0): c})
        k = monomial[n]
        if k % 2:
            odd = odd + rest * s2 ** (k // 2)
        else:
            even = even + rest * s2 ** (k // 2)
    return even, odd


def _sign_pq(p: fmpq_mpoly, q: fmpq_mpoly, d: fmpq_mpoly, sides: tuple[Range, ...], n: int) -> int | None:
    """+1 if P + Q sqrt(D) >= 0 on the box, -1 if <= 0, None unknown."""
    whole = (*sides, Range(ZERO, None))
    sp = _poly_sign(p, whole)
    sq = _poly_sign(q, whole)
    if sp is None or sq is None:
        return None
    if sp >= 0 and sq >= 0:
        return 1
    if sp <= 0 and sq <= 0:
        return -1
    gap = _poly_sign(p * p - q * q * d, whole)  # opposite signs: compare P^2 with Q^2 D
    if gap is None:
        return None
    return (1 if sp > 0 else -1) if gap >= 0 else (1 if sq > 0 else -1)


def _poly_sign(p: fmpq_mpoly, sides: tuple[Range, ...]) -> int | None:
    if p.is_zero():
        return 0
    if nonnegative_on_box(p, sides):
        return 1
    return -1 if nonnegative_on_box(-p, sides) else None
