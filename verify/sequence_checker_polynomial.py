"""Re-proves a head on a lattice for a polynomial map (mode direct, variant polynomial).

Keys lam c and biases -lam |c|^2/2 at the points c of {-J..J}^n in the flat coordinates z = 2x - 1 in [-1,1]^n: weights
e^{-lam |z-c|^2/2}.  Let g_k be the polynomial with E g_k(z + X) = z^k, X Gaussian of variance 1/lam.  Poisson summation
of one coordinate over all integers gives
    sum_c g_k(c) w(c) = const sum_l e^{-2 pi i l z} q^{l^2} (z - 2 pi i l/lam)^k,      q = e^{-2 pi^2/lam},
so the mean is z^k up to  e_k = 2 sum_{l>=1} q^{l^2} (|1 + 2 pi i l/lam|^k + 1)/(1 - 2 sum_{l>=1} q^{l^2}).
Everything else is counted: points beyond the lattice, other positions, the context, rounding of the values.
"""

from __future__ import annotations

from math import comb, factorial

import numpy as np
from flint import arb, fmpq
from numpy.typing import NDArray

from verify.certificate import rational
from verify.checker.balls import Refused
from verify.checker.target import Tape
from verify.sequence_checker_files import GATHER_GAIN, Floats
from verify.sequence_checker_parts import StoredModel, e, exact, require, same

__all__ = ["polynomial_error"]

MAX_NODES = 60_000
MAX_TERMS = 3000
MAX_DEGREE = 16

Poly = dict[tuple[int, ...], fmpq]
"""Exponents of z -> coefficient."""


def _plus(u: Poly, v: Poly, factor: int = 1) -> Poly:
    out = dict(u)
    for k, a in v.items():
        out[k] = out.get(k, fmpq(0)) + factor * a
    return {k: a for k, a in out.items() if a != 0}


def _times(u: Poly, v: Poly) -> Poly:
    require(len(u) * len(v) <= 50 * MAX_TERMS, "the target has too many terms")
    out: Poly = {}
    for k, a in u.items():
        for r, b in v.items():
            key = tuple(i + j for i, j in zip(k, r, strict=True))
            out[key] = out.get(key, fmpq(0)) + a * b
    require(len(out) <= MAX_TERMS and all(sum(k) <= MAX_DEGREE for k in out), "the target is too large a polynomial")
    return {k: a for k, a in out.items() if a != 0}


def _polynomials(tape: Tape) -> list[Poly]:
    """The outputs as polynomials in z, x = (z + 1)/2."""
    n = tape.d
    zero = (0,) * n
    found: list[Poly] = []
    for step in tape.steps:
        args = [found[i] for i in step.args]
        match step.op:
            case "const":
                found.append({zero: step.value} if step.value != 0 else {})
            case "x":
                unit = tuple(int(i == int(step.value.p)) for i in range(n))
                found.append({zero: fmpq(1, 2), unit: fmpq(1, 2)})
            case "+":
                found.append(_plus(args[0], args[1]))
            case "-":
                found.append(_plus(args[0], args[1], -1))
            case "*":
                found.append(_times(args[0], args[1]))
            case "/" if set(args[1]) == {zero}:
                found.append({k: a / args[1][zero] for k, a in args[0].items()})
            case "pow" if step.value.q == 1 and 0 <= step.value <= MAX_DEGREE:
                power: Poly = {zero: fmpq(1)}
                for _ in range(int(step.value.p)):
                    power = _times(power, args[0])
                found.append(power)
            case _:
                raise Refused(f"the target is not a polynomial ({step.op})")
    return [found[i] for i in tape.outputs]


def _hermite(k: int, lam: fmpq) -> list[fmpq]:
    """Coefficients of g_k by its recurrence g_{k+1}(c) = c g_k(c) - (k/lam) g_{k-1}(c)."""
    before: list[fmpq] = []
    now = [fmpq(1)]
    for j in range(k):
        nxt = [fmpq(0), *now]
        for i, a in enumerate(before):
            nxt[i] -= j * a / lam
        before, now = now, nxt
    return now


def _at(coefficients: list[fmpq], c: fmpq) -> fmpq:
    total = fmpq(0)
    for a in reversed(coefficients):
        total = total * c + a
    return total


def polynomial_error(p: StoredModel) -> arb:
    """A bound of |model - target| on [0,1]^n."""
    n, T, F, side = p.n, p.T, p.F, p.K
    require(p.tape is not None, "a polynomial target is a formula")
    require(side % 2 == 1 and side >= 3 and side**n <= MAX_NODES, "the lattice has an odd side and moderate size")
    J, count = side // 2, side**n
    keys, values = p.tensor(2, 1, 2 * n + 1 + T, F)
    require(keys.shape[1] == T * count, f"second layer: {T} blocks of {count} tokens expected")
    lam = rational(p.c.margin)
    scale = float(arb(lam))
    require(exact(scale) == lam and fmpq(1, 8) <= lam <= 8 and lam.q <= 1024, "the sharpness must be a short fraction")
    c = (p.digits() - J).astype(np.float64)
    bias = -scale * (c * c).sum(axis=1) / 2  # exact: few bits
    gain = float(keys[0, 0, 2 * n + 1] - bias[0])
    for t in range(T):
        part = keys[0, t * count : (t + 1) * count]
        code = np.tile(bias[:, None], (1, T))
        code[:, t] += gain
        ok = not part[:, : n + 1].any() and same(part[:, n + 1 : 2 * n + 1], scale * c)
        require(ok and same(part[:, 2 * n + 1 :], code), f"second layer: position {t}")
    require(gain == round(gain) and 0 < gain < 2**20, "second layer: the gain must be a moderate integer")
    worst = arb(0)
    largest = arb(float(np.abs(values).max()))
    share = (T - 1) * e(-gain) + T * (arb(n) * arb(lam) / 8 - gain).exp()
    for i, target in enumerate(_polynomials(p.tape) if p.tape is not None else []):
        stored = values[0, (i // F) * count : (i // F + 1) * count, i % F]
        error = _form(target, n, J, lam) + _rounding(target, stored, c.astype(np.int64), J, lam)
        slope = sum((abs(arb(a)) * sum(k) for k, a in target.items()), arb(0))
        worst = worst.max(error + slope * 2 * (T - 1) * e(-GATHER_GAIN))
    return worst + 2 * share * largest


def _rounding(target: Poly, stored: Floats, c: NDArray[np.int64], J: int, lam: fmpq) -> arb:
    """max |stored value - sum_k a_k prod g_{k_p}(c_p)|."""
    highest = max((max(k, default=0) for k in target), default=0)
    table = [[_at(_hermite(k, lam), fmpq(j)) for j in range(-J, J + 1)] for k in range(highest + 1)]
    worst = fmpq(0)
    for value, row in zip(stored.tolist(), (c + J).tolist(), strict=True):
        total = exact(value)
        for k, a in target.items():
            for power, j in zip(k, row, strict=True):
                if power:
                    a *= table[power][j]
            total -= a
        worst = max(worst, abs(total))
    return arb(worst)


def _form(target: Poly, n: int, J: int, lam: fmpq) -> arb:
    """|lattice mean of the exact values - target| on [-1,1]^n."""
    s = arb(lam)
    q = (-2 * arb.pi() ** 2 / s).exp()
    highest = max((max(k, default=0) for k in target), default=0)
    require(bool(q**3 * 2**highest < arb("0.5")), "the lattice is too coarse for this degree")
    ripple, missing, most = [], [], []
    for k in range(highest + 1):
        # l -> l+1 multiplies a term by at most q^3 2^k < 1/2: the sum over l is at most twice the first one
        ripple.append(4 * q * ((1 + (2 * arb.pi() / s) ** 2).sqrt() ** k + 1) / (1 - 4 * q))
        d = J + 1
        ratio = (1 + arb(1) / d) ** k * (-s * (2 * d - 1) / 2).exp()
        require(bool(ratio < 1), "the lattice is too small")
        # |g_k(c)| on |c| <= d: all signs +, that is sum_j C(k,2j) (2j)!/(j! 2^j lam^j) d^(k-2j)
        size = [
            sum(
                (fmpq(comb(k, 2 * j) * factorial(2 * j), factorial(j) * 2**j) / lam**j * fmpq(r) ** (k - 2 * j))
                for j in range(k // 2 + 1)
            )
            for r in (J, d)
        ]
        # the sum of the weights is at least e^{-lam/8}: some integer is within 1/2
        missing.append(2 * (s / 8).exp() * arb(size[1]) * (-s * (d - 1) ** 2 / 2).exp() / (1 - ratio))
        most.append(arb(size[0]) + missing[k])
    out = n * missing[0]
    require(bool(out < arb("0.5")), "the lattice is too small")
    total = arb(0)
    for exponents, a in target.items():
        whole, gaps = arb(1), arb(0)
        for i, k in enumerate(exponents):
            whole *= 1 + ripple[k]
            others = arb(1)
            for j, r in enumerate(exponents):
                if j != i:
                    others *= most[r]
            gaps += missing[k] * others
        total += abs(arb(a)) * (whole - 1 + (gaps + whole * out) / (1 - out))
    return total
