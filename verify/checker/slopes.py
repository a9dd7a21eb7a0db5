"""The checker's own exact slopes: Lipschitz constants on the whole sphere by rule (theory B2, rules R2 and R3).

L bounds the operator norm of the tangential Jacobian on S^m (geodesic distance).  Part of the independent checker: of
the project it imports only its other parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flint import arb, fmpq, fmpq_mpoly

from verify.checker.balls import Refused
from verify.checker.polynomial import (
    MAX_MATRIX,
    Matrix,
    dimension,
    eigenvalue_range,
    harmonics,
    is_below,
    is_psd,
    power,
    quadratic_form,
    ring,
    sized,
    square_norm,
    times,
)
from verify.checker.target import Step, Tape, values

__all__ = ["GlobalSlope", "global_slopes", "linear_map_is_below"]

MAX_PROFILE_DEGREE = 60


class GlobalSlope(NamedTuple):
    """The slope of a step is at most ``base`` plus the sum of |c| times the slopes of other steps, for (|c|, step)."""

    base: arb
    others: tuple[tuple[arb, int], ...] = ()


# --- steps as polynomials -------------------------------------------------------------------------------------------


class _Scaled(NamedTuple):
    """A step that is scale * polynomial: the scale is 1 when everything is rational, otherwise a real such as pi."""

    scale: arb
    polynomial: fmpq_mpoly


def _exact(u: _Scaled | None) -> fmpq_mpoly | None:
    return u.polynomial if u is not None and u.scale == 1 else None


def _product(step: Step, args: Sequence[_Scaled]) -> _Scaled | None:
    u = args[0]
    match step.op:
        case "*":
            return _Scaled(u.scale * args[1].scale, times(u.polynomial, args[1].polynomial))
        case "/" if args[1].polynomial.is_constant() and not args[1].polynomial.is_zero():
            c = args[1].polynomial.leading_coefficient()
            return _Scaled(u.scale / args[1].scale, u.polynomial * (1 / c))
        case "pow" if step.value.q == 1 and step.value >= 0:
            n = int(step.value.p)
            return _Scaled(u.scale**n, power(u.polynomial, n))
        case "+" | "-" if u.scale == 1 and args[1].scale == 1:
            a, b = u.polynomial, args[1].polynomial
            return _Scaled(u.scale, sized(a + b if step.op == "+" else a - b))
    return None


def _expanded(tape: Tape) -> list[_Scaled | None]:
    """Each step as a polynomial, or None when it is not one (or too large)."""
    found: list[_Scaled | None] = []
    one, fixed = ring(tape.d).constant(1), list[bool]()
    for step, value in zip(tape.steps, values(tape, [arb(0, 1)] * tape.d), strict=True):
        fixed.append(step.op != "x" and all(fixed[i] for i in step.args))
        args = [u for u in (found[i] for i in step.args) if u is not None]
        result: _Scaled | None = None
        if step.op == "x":
            result = _Scaled(arb(1), ring(tape.d).gen(int(step.value.p)))
        elif step.op == "const":
            result = _Scaled(arb(1), one * step.value)
        elif fixed[-1]:
            result = _Scaled(value, one) if value.is_finite() else None
        elif len(args) == len(step.args):
            try:
                result = _product(step, args)
            except Refused:
                result = None
        found.append(result)
    return found


# --- exact rules ----------------------------------------------------------------------------------------------------


def _gram(rows: Matrix) -> Matrix:
    """A^T A or A A^T, the smaller: the same largest eigenvalue."""
    if len(rows) > len(rows[0]):
        rows = [list(column) for column in zip(*rows, strict=True)]
    if len(rows) > MAX_MATRIX:
        raise Refused(f"too large to check here: a matrix with {len(rows)} rows, at most {MAX_MATRIX}")
    return [[sum((a * b for a, b in zip(u, v, strict=True) if a and b), fmpq(0)) for v in rows] for u in rows]


def _dot(u: Sequence[fmpq], v: Sequence[fmpq]) -> fmpq:
    return sum((a * b for a, b in zip(u, v, strict=True)), fmpq(0))


def _is_scalar(A: Matrix) -> bool:
    """Whether a square matrix is a multiple of the identity."""
    return all(a == (A[0][0] if i == j else 0) for i, row in enumerate(A) for j, a in enumerate(row))


def _affine(p: fmpq_mpoly | None) -> list[fmpq] | None:
    """The coefficients a of p = <a, x> + c, or None."""
    if p is None or p.total_degree() > 1:
        return None
    a = [fmpq(0)] * p.context().nvars()
    for monomial, coefficient in p.terms():
        for j, exponent in enumerate(monomial):
            if exponent:
                a[j] = coefficient
    return a


def _harmonic_slope(p: fmpq_mpoly) -> arb:
    """sum_k sqrt(k(k+m-1) Z(m,k)/m) |p_k|_2 >= the Lipschitz constant of p on the sphere (rule R3).

    For the quadratic part x^T A x also the largest minus the smallest eigenvalue of A (theory B3).
    """
    if p.total_degree() > MAX_PROFILE_DEGREE:
        raise Refused(f"the harmonics of degree {p.total_degree()} are not worth their time here")
    m, total = p.context().nvars() - 1, arb(0)
    for k, h in harmonics(p).items():
        term = arb(fmpq(k * (k + m - 1) * dimension(m, k), m) * square_norm(h, k)).sqrt()
        A = quadratic_form(h) if k == 2 else None
        if A is not None:
            low, high = eigenvalue_range(A)
            term = term.min(arb(high - low))
        total += term
    return total


def _global_slope(step: Step, args: Sequence[fmpq_mpoly | None]) -> arb | None:
    """A Lipschitz constant of a step that is no polynomial, by an exact rule, or None.

    acos and asin of <a, x>, |a| <= 1: |a|; sqrt of x^T A x with A >= 0: sqrt of the largest eigenvalue; norm of affine
    functions with coefficient rows a_i: the largest singular value.  Both are constant when A, or the matrix of the
    a_i^T a_i, is a multiple of the identity.
    """
    if step.op in ("acos", "asin"):
        a = _affine(args[0])
        if a is not None and args[0] is not None and args[0](*[0] * len(a)) == 0:
            square = sum((c * c for c in a), fmpq(0))
            return arb(square).sqrt() if square <= 1 else None
    if step.op == "pow" and step.value == fmpq(1, 2):
        A = quadratic_form(args[0])
        if A is not None and _is_scalar(A):
            return arb(0)
        return arb(eigenvalue_range(A)[1]).sqrt() if A is not None and is_psd(A) else None
    if step.op == "norm":
        rows = [a for a in map(_affine, args) if a is not None]
        if len(rows) == len(args) and all(p is not None and p(*[0] * len(rows[0])) == 0 for p in args):
            columns = [list(column) for column in zip(*rows, strict=True)]
            if len(columns) <= MAX_MATRIX and _is_scalar([[_dot(u, v) for v in columns] for u in columns]):
                return arb(0)
        return arb(eigenvalue_range(_gram(rows))[1]).sqrt() if len(rows) == len(args) else None
    return None


_Form = tuple[fmpq_mpoly, dict[int, fmpq]]
"""polynomial + sum of c * step."""


def _linear_form(index: int, step: Step, p: fmpq_mpoly | None, forms: Sequence[_Form], zero: fmpq_mpoly) -> _Form:
    """The step (the polynomial p, if it is one) as a polynomial plus multiples of steps that are none."""
    if p is not None:
        return p, {}
    if step.op in ("+", "-", "*", "/"):
        (p, a), (q, b) = (forms[i] for i in step.args)
        if step.op in ("+", "-"):
            sign = 1 if step.op == "+" else -1
            return p + q * sign, {i: a.get(i, fmpq(0)) + b.get(i, fmpq(0)) * sign for i in a | b}
        if step.op == "*" and p.is_constant() and not a:
            (p, a), (q, b) = (q, b), (p, a)
        if q.is_constant() and not b and not q.is_zero():
            c = q.leading_coefficient() if step.op == "*" else 1 / q.leading_coefficient()
            return p * c, {i: x * c for i, x in a.items()}
    return zero, {index: fmpq(1)}


def global_slopes(tape: Tape) -> dict[int, GlobalSlope]:
    """What exact rules know of the slopes of the steps on the whole sphere, where it may help.

    A sum is seen as one polynomial (rule R3 for all its terms together) plus multiples of other steps.
    """
    found, forms, slopes = _expanded(tape), list[_Form](), dict[int, GlobalSlope]()
    for index, (step, u) in enumerate(zip(tape.steps, found, strict=True)):
        forms.append(_linear_form(index, step, _exact(u), forms, ring(tape.d).constant(0)))
    split = [index not in form[1] for index, form in enumerate(forms)]
    parts = {i for index, step in enumerate(tape.steps) if split[index] for i in step.args}
    for index, (step, (p, others), u) in enumerate(zip(tape.steps, forms, found, strict=True)):
        if split[index] and index in parts and index not in tape.outputs:
            continue  # the sum that it is a part of knows more
        try:
            if split[index]:
                terms = tuple((abs(arb(c)), i) for i, c in others.items())
                slopes[index] = GlobalSlope(_harmonic_slope(p).upper(), terms)
            elif u is not None:
                slopes[index] = GlobalSlope((abs(u.scale) * _harmonic_slope(u.polynomial)).upper())
            else:
                slope = _global_slope(step, [_exact(found[i]) for i in step.args])
                if slope is not None:
                    slopes[index] = GlobalSlope(slope.upper())
        except Refused:
            continue
    return slopes


def linear_map_is_below(tape: Tape, L: fmpq) -> bool:
    """Whether all outputs are affine and the largest singular value of their coefficients is at most L: exact."""
    found = _expanded(tape)
    rows = [a for a in (_affine(_exact(found[i])) for i in tape.outputs) if a is not None]
    return len(rows) == len(tape.outputs) and is_below(_gram(rows), L * L)
