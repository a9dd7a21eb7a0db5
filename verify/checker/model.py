"""The checker's own polynomial models of smooth targets: Taylor polynomials with proved remainders (theory H).

A step of the program becomes a polynomial and a radius, |step - polynomial| <= radius on the sphere; the result is
projected onto the harmonics and cut.  Part of the independent checker: of the project it imports only its other parts.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from flint import acb, arb, arb_series, ctx, fmpq, fmpq_mpoly

from verify.certificate import H1Numbers, H2Numbers, H6Numbers, rational
from verify.checker.balls import Refused, demand, length
from verify.checker.polynomial import Harmonics, bounds, harmonics, power, ring, sized, sup_norm, times
from verify.checker.target import Step, Tape, values

__all__ = ["Model", "claimed_model", "harmonic_model"]

MAX_ORDER = 400
MAX_TAYLOR_WORK = 10_000_000


class Model(NamedTuple):
    """f_{<=n}: its components per output, and proved upper bounds of sup |f - f_{<=n}| and sup |f_{<=n}|."""

    components: list[Harmonics]
    truncation: arb
    sup_norm: arb


class _Approximation(NamedTuple):
    """|u - polynomial| <= radius on the sphere."""

    polynomial: fmpq_mpoly
    radius: arb


class _Setting(NamedTuple):
    """The Taylor order, and what one step may drop of a polynomial."""

    order: int
    negligible: arb


def _swept(u: _Approximation, negligible: arb) -> _Approximation:
    """u without its smallest terms: |x^a| <= sqrt(prod a_i^a_i/|a|^|a|) on the sphere."""
    if len(u.polynomial) <= 40:
        return u
    sizes = []
    for monomial, coefficient in u.polynomial.terms():
        exponents = [int(a) for a in monomial if a]
        square = fmpq(math.prod(a**a for a in exponents), sum(exponents) ** sum(exponents))
        sizes.append((abs(arb(coefficient)) * arb(square).sqrt(), tuple(map(int, monomial)), coefficient))
    sizes.sort(key=lambda item: item[0].mid())
    dropped, kept = arb(0), 0
    for size, _, _ in sizes:
        if not dropped + size <= negligible:
            break
        dropped, kept = dropped + size, kept + 1
    polynomial = u.polynomial.context().from_dict({monomial: c for _, monomial, c in sizes[kept:]})
    return _Approximation(polynomial, u.radius + dropped)


def _range(u: _Approximation, box: arb) -> tuple[fmpq, arb]:
    """A rational c and r >= sup |u - c|: from the harmonics of the polynomial, or from the ``box`` that contains u."""
    low, high = bounds(harmonics(u.polynomial), u.polynomial.context().nvars() - 1)
    low, high = low.lower() - u.radius, high.upper() + u.radius
    if box.is_finite():
        low, high = low.max(box.lower()), high.min(box.upper())
    c = ((low + high) / 2).mid().fmpq()
    c = fmpq(int((c * 2**30 + fmpq(1, 2)).floor()), 2**30)
    return c, (high - c).max(c - low)


def _sup(u: _Approximation, box: arb) -> arb:
    c, r = _range(u, box)
    return abs(arb(c)) + r


def _product(u: _Approximation, v: _Approximation, boxes: tuple[arb, arb]) -> _Approximation:
    radius = arb(0)
    if not (u.radius.is_zero() and v.radius.is_zero()):
        radius = _sup(u, boxes[0]) * v.radius + _sup(v, boxes[1]) * u.radius + u.radius * v.radius
    return _Approximation(times(u.polynomial, v.polynomial), radius)


def _series(op: str, a: fmpq, c: arb, length: int) -> list[arb]:
    """The first ``length`` Taylor coefficients of phi at c."""
    cap, ctx.cap = ctx.cap, length  # the library's own limit on the length of series
    try:
        u = arb_series([c, 1], prec=length)
        match op:
            case "pow":
                s = u ** int(a.p) if a.q == 1 else (arb_series([arb(a)], prec=length) * u.log()).exp()
            case "sinh":
                s = (u.exp() - (-u).exp()) * arb(0.5)
            case "cosh":
                s = (u.exp() + (-u).exp()) * arb(0.5)
            case "tanh":
                s = 1 - 2 / ((2 * u).exp() + 1)
            case _:
                s = getattr(u, op)()
        if s.prec < length:
            raise Refused(f"no Taylor model: the series of {op} has only {s.prec} terms")
        return [s[k] for k in range(length)]
    finally:
        ctx.cap = cap


def _algebraic_tail(s: arb, c: arb, r: arb, a: fmpq, order: int) -> arb:
    """Tail of the series of u**a (or log, a = 0) at c after s = s_{t+1}: |s_{k+1}/s_k| <= |k-a|/((k+1)|c|), k > t."""
    q = r / abs(c) * max(fmpq(1), 1 + (-a - 1) / (order + 2))
    if order + 1 < a or not q < 1:
        raise Refused("no Taylor model: the argument of a power or logarithm comes too close to 0")
    return abs(s) * r ** (order + 1) / (1 - q)


def _to_pole_of_tan(c: arb) -> arb:
    """The distance of c to pi/2 + pi Z, or less: pi/2 minus the distance to a (the nearest) multiple of pi."""
    nearest = arb((c / arb.pi() + 0.5).mid().floor())
    return arb.pi() / 2 - abs(c - nearest * arb.pi())


_REACH: dict[str, Callable[[arb], arb]] = {
    "tan": _to_pole_of_tan,
    "tanh": lambda c: (c * c + arb.pi() ** 2 / 4).sqrt(),
    "asin": lambda c: 1 - abs(c),
    "acos": lambda c: 1 - abs(c),
    "atan": lambda c: (1 + c * c).sqrt(),
}
"""Radius of a disc around a real c in which the function is analytic."""


def _cauchy_tail(op: str, c: arb, r: arb, order: int) -> arb:
    """Cauchy's estimate M(R) (r/R)^{t+1}/(1 - r/R), M(R) = max |phi| on the circle of radius R; the best of a few R."""
    reach, best = _REACH[op](c).lower(), arb.pos_inf()
    if not r < reach:
        raise Refused(f"no Taylor model: the argument of {op} reaches the boundary of its disc of analyticity")
    for part in (0.25, 0.5, 0.75, 0.875, 0.95):
        R, largest = (r + (reach - r) * part).mid(), arb(0)
        if r < R < reach:
            for j in range(64):
                angle = arb(2 * j + 1, 1.0625) * arb.pi() / 64
                z = acb(c) + R * acb(angle.cos(), angle.sin())
                largest = largest.max(getattr(z, op)().abs_upper())
            bound = largest * (r / R) ** (order + 1) / (1 - r / R)
            if bound < best:
                best = bound
    return best


def _smooth(op: str, a: fmpq, u: _Approximation, box: arb, setting: _Setting) -> _Approximation:
    """phi(u) by the Taylor polynomial of phi at the centre c of u's range, |u - c| <= r."""
    (centre, r), order = _range(u, box), setting.order
    c = arb(centre)
    s = _series(op, a, c, order + 2)
    r = r.upper()
    if op in ("pow", "log"):
        tail = _algebraic_tail(s[order + 1], c, r, a if op == "pow" else fmpq(0), order)
        if (a.q != 1 or op == "log") and not c > r:  # they live on the positive half-line only
            tail = arb.nan()
    elif op in _REACH:
        tail = _cauchy_tail(op, c, r, order)
    else:  # entire: Lagrange
        largest = (c + r).exp() if op == "exp" else arb(1) if op in ("sin", "cos") else (abs(c) + r).cosh()
        tail = largest * r ** (order + 1) * arb(order + 2).rgamma()
    if not tail.is_finite():
        raise Refused(f"no Taylor model of {op} at the values of its argument")
    reach = r + u.radius  # |polynomial - c| <= reach
    shifted, result = u.polynomial - centre, u.polynomial.context().constant(0)
    work = 0
    for k in reversed(range(order + 1)):
        work += len(result) * len(shifted)
        if work > MAX_TAYLOR_WORK:
            raise Refused(f"too large to check here: a Taylor polynomial of order {order}")
        result = times(result, shifted) + s[k].mid().fmpq()
        tail += s[k].rad() * reach**k
        if k and not u.radius.is_zero():
            tail += k * abs(s[k]) * reach ** (k - 1) * u.radius
    return _swept(_Approximation(result, tail.upper()), setting.negligible)


def _approximate(step: Step, args: list[_Approximation], boxes: list[arb], setting: _Setting) -> _Approximation:
    """One step of the model; ``boxes`` enclose the arguments on the sphere."""
    match step.op:
        case "+":
            return _Approximation(sized(args[0].polynomial + args[1].polynomial), args[0].radius + args[1].radius)
        case "-":
            return _Approximation(sized(args[0].polynomial - args[1].polynomial), args[0].radius + args[1].radius)
        case "*":
            return _swept(_product(args[0], args[1], (boxes[0], boxes[1])), setting.negligible)
        case "/" if args[1].polynomial.is_constant() and args[1].radius.is_zero() and not args[1].polynomial.is_zero():
            inverse = 1 / args[1].polynomial.leading_coefficient()
            return _Approximation(args[0].polynomial * inverse, args[0].radius * abs(arb(inverse)))
        case "/":
            inverted = _smooth("pow", fmpq(-1), args[1], boxes[1], setting)
            return _swept(_product(args[0], inverted, (boxes[0], 1 / boxes[1])), setting.negligible)
        case "pow" if step.value.q == 1:
            n, u, box = int(step.value.p), args[0], boxes[0]
            if n < 0:
                u, box, n = _smooth("pow", fmpq(-1), u, box, setting), 1 / box, -n
            S = arb(0) if u.radius.is_zero() else _sup(u, box)
            return _swept(_Approximation(power(u.polynomial, n), (S + u.radius) ** n - S**n), setting.negligible)
        case "pow":
            return _smooth("pow", step.value, args[0], boxes[0], setting)
        case "exp" | "log" | "sin" | "cos" | "tan" | "sinh" | "cosh" | "tanh" | "asin" | "acos" | "atan":
            return _smooth(step.op, fmpq(0), args[0], boxes[0], setting)
    raise Refused(f"no polynomial model: {step.op} is not smooth here")


def _leaf(step: Step, d: int) -> _Approximation | None:
    match step.op:
        case "const":
            return _Approximation(ring(d).constant(step.value), arb(0))
        case "x":
            return _Approximation(ring(d).gen(int(step.value.p)), arb(0))
        case "pi":
            return _Approximation(ring(d).constant(arb.pi().mid().fmpq()), arb.pi().rad())
    return None


def claimed_model(tape: Tape, numbers: H1Numbers | H2Numbers | H6Numbers) -> Model:
    """The harmonic model that re-proves ``truncation`` and ``sup_norm``; more Taylor terms than claimed may help.

    Theorem H1 compares values with g = sum f_k/a_k, which magnifies what the Taylor polynomials of two programs differ
    by: there more terms are taken at once.  Raises `Refused` or `Undecided`.
    """
    truncation = rational(numbers.truncation)
    extras, spare_bits = ((16, 40), 100) if isinstance(numbers, H1Numbers) else ((0, 2, 6, 14), 20)
    for extra in extras if numbers.taylor_order else (0,):
        negligible = arb(truncation) / len(tape.steps) * arb(2) ** -spare_bits
        model = harmonic_model(tape, numbers.degree, numbers.taylor_order + extra, negligible)
        if model.truncation <= truncation:
            break
    demand(model.truncation, truncation, "truncation")
    demand(model.sup_norm, rational(numbers.sup_norm), "sup_norm")
    return model


def harmonic_model(tape: Tape, degree: int, order: int, negligible: arb) -> Model:
    """The components of degree <= ``degree`` of a polynomial near the target, with proved distances.

    Taylor polynomials of degree ``order`` stand for smooth functions (none are needed for polynomials: order 0), and
    terms that sum to at most ``negligible`` may be dropped at every step.
    Raises `Refused` when the target is not smooth enough or too large.
    """
    if order > MAX_ORDER:
        raise Refused(f"too large to check here: taylor_order {order}, at most {MAX_ORDER}")
    boxes, constant, setting = values(tape, [arb(0, 1)] * tape.d), list[bool](), _Setting(order, negligible)
    steps: list[_Approximation] = []
    for step, box in zip(tape.steps, boxes, strict=True):
        args = [steps[i] for i in step.args]
        constant.append(step.op != "x" and all(constant[i] for i in step.args))
        leaf = _leaf(step, tape.d)
        if leaf is None and constant[-1] and box.is_finite():  # such as sqrt(2)
            leaf = _Approximation(ring(tape.d).constant(box.mid().fmpq()), box.rad())
        steps.append(leaf or _approximate(step, args, [boxes[i] for i in step.args], setting))
    outputs = [steps[i] for i in tape.outputs]
    whole, m = [harmonics(u.polynomial) for u in outputs], tape.d - 1
    kept = [{k: h for k, h in parts.items() if k <= degree} for parts in whole]
    cut = [{k: h for k, h in parts.items() if k > degree} for parts in whole]
    return Model(kept, length([u.radius for u in outputs]) + sup_norm(cut, m), sup_norm(kept, m))
