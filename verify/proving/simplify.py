"""Rewritings that keep the truth of f >= 0: Bessel quotients to ratios, gamma quotients, common positive factors."""

from __future__ import annotations

from collections.abc import Callable

from flint import fmpq

from verify.proving.functions import HALF, make
from verify.proving.terms import ONE, Term, add, apply, is_number, mul, neg, number, power, substitute, walk

__all__ = [
    "choices",
    "clear_denominators",
    "derivative",
    "exponential",
    "lower",
    "nonnegative_term",
    "positive_term",
    "prepare",
]

Q0, Q1 = fmpq(0), fmpq(1)
ALWAYS_POSITIVE = (
    "exp",
    "erfc",
    "cosh",
    "besseln",
    "gammaratio",
    "gamma",
)  # on the domain where the prover admits them


def positive_term(t: Term, positive: frozenset[str]) -> bool:
    """A cheap proof that t > 0 when the variables ``positive`` are: all coefficients and bases positive."""
    if t.kind == "num":
        return bool(t.value > 0)
    if t.kind == "pi":
        return True
    if t.kind == "var":
        return t.name in positive
    if t.kind == "fn":
        if t.name in ("sinh", "tanh", "atan", "asinh", "erf", "besselratio"):
            return positive_term(t.args[-1], positive)
        return t.name in ALWAYS_POSITIVE
    if t.kind == "add":
        return (
            t.value >= 0
            and all(c > 0 for c in t.coefs)
            and all(positive_term(a, positive) or (t.value > 0 and nonnegative_term(a, positive)) for a in t.args)
        )
    return all(positive_term(a, positive) for a in t.args)


def nonnegative_term(t: Term, positive: frozenset[str]) -> bool:
    """A cheap proof that t >= 0."""
    if t.kind == "mul":
        return all(
            positive_term(a, positive) or (int(e.q) == 1 and int(e.p) > 0 and int(e.p) % 2 == 0) or int(e.q) % 2 == 0
            for a, e in zip(t.args, t.coefs, strict=True)
        )
    if t.kind == "fn" and t.name == "abs":
        return True
    return positive_term(t, positive)


def _summands(f: Term) -> list[tuple[fmpq, dict[Term, fmpq]]]:
    """f as a list of coefficient and {base: exponent}."""
    items = list(zip(f.coefs, f.args, strict=True)) if f.kind == "add" else [(Q1, f)]
    out = [(c, dict(zip(t.args, t.coefs, strict=True)) if t.kind == "mul" else {t: Q1}) for c, t in items]
    if f.kind == "add" and f.value != 0:
        out.append((f.value, {}))
    if f.kind == "num":
        out = [(f.value, {})]
    return out


def _assemble(parts: list[tuple[fmpq, dict[Term, fmpq]]]) -> Term:
    return add([mul(list(p), list(p.values())) for _, p in parts], [c for c, _ in parts])


def _bessel_family(
    parts: list[tuple[fmpq, dict[Term, fmpq]]],
) -> dict[tuple[Term, Term | None], list[tuple[Term, fmpq]]]:
    """Bessel factors grouped by argument and by order modulo integers: (argument, symbolic part) -> [(factor,
    order)]."""
    families: dict[tuple[Term, Term | None], list[tuple[Term, fmpq]]] = {}
    for _, factors in parts:
        for t in factors:
            if t.kind == "fn" and t.name == "besseli":
                order, u = t.args
                if is_number(order):
                    shift = order.value
                    base = number(shift - shift.floor())
                    level = fmpq(shift.floor())
                elif order.kind == "add":
                    base, level = add([order, number(-order.value)]), order.value
                    base, level = add([base, number(level - level.floor())]), fmpq(level.floor())
                else:
                    base, level = order, Q0
                family = families.setdefault((u, base), [])
                if (t, level) not in family:
                    family.append((t, level))
    return families


def _bessel(f: Term, positive: frozenset[str], strict: bool) -> Term:
    """Quotients of I's of orders that differ by integers become products of besselratio; a common factor is dropped."""
    parts = _summands(f)
    for (u, base), family in _bessel_family(parts).items():
        assert base is not None
        low = min(level for _, level in family)
        lowest = add([base, number(low)])
        if is_number(lowest) and not lowest.value >= -HALF:
            continue
        if not positive_term(u, positive):
            continue
        if len(family) < 2 and len(parts) > 1 and not all(family[0][0] in p for _, p in parts):
            continue
        degrees = set()
        for _, factors in parts:
            degree = Q0
            for t, level in family:
                e = factors.pop(t, Q0)
                degree += e
                for j in range(1, int(level - low) + 1):
                    if e != 0:
                        r = make("besselratio", add([lowest, number(j)]), u)
                        factors[r] = factors.get(r, Q0) + e
            degrees.add(degree)
            if degree != 0:
                lead = next((t for t, level in family if level == low), apply("besseli", lowest, u))
                factors[lead] = factors.get(lead, Q0) + degree
        if len(degrees) == 1 and degrees != {Q0}:
            for _, factors in parts:
                for t, level in family:
                    if level == low:
                        factors.pop(t, None)
                factors.pop(apply("besseli", lowest, u), None)
    return _assemble(parts)


def lower(name: str, *args: Term) -> Term:
    """besseli in terms of the normalised function: (u/2)^nu/Gamma(nu+1) 0F1."""
    if name != "besseli":
        return make(name, *args)
    nu, u = args
    normal = make("besseln", nu, u)
    half = mul([u, number(HALF)])
    gamma = make("gamma", add([nu, ONE]))
    if is_number(nu):
        return mul([power(half, nu.value), power(gamma, fmpq(-1)), normal])
    return mul([make("exp", mul([nu, make("log", half)])), power(gamma, fmpq(-1)), normal])


def _gamma_quotients(t: Term) -> Term:
    """gamma(u)/gamma(v) with u - v constant: a polynomial or the increasing function gammaratio."""
    done: dict[Term, Term] = {}
    for node in walk(t):
        if node.kind != "mul":
            continue
        tops = [(a, e) for a, e in zip(node.args, node.coefs, strict=True) if a.kind == "fn" and a.name == "gamma"]
        table = dict(zip(node.args, node.coefs, strict=True))
        changed = False
        for a, _ in tops:
            for b, _ in tops:
                ea, eb = table.get(a, Q0), table.get(b, Q0)
                if a is b or not (ea > 0 and eb < 0):
                    continue
                gap = add([a.args[0], neg(b.args[0])])
                if not is_number(gap):
                    continue
                d, e = gap.value, min(ea, -eb)
                low, sign = (b.args[0], 1) if d > 0 else (a.args[0], -1)
                d = abs(d)
                if int(d.q) == 1 and d <= 60:
                    ratio = mul([add([low, number(i)]) for i in range(int(d.p))])
                else:
                    ratio = make("gammaratio", number(d), low)
                table[a], table[b] = ea - e, eb + e
                rest = mul(list(table), list(table.values()))
                rest = mul([rest, ratio], [Q1, sign * e])
                table = {rest: Q1} if rest.kind != "mul" else dict(zip(rest.args, rest.coefs, strict=True))
                if rest.kind == "add" and len(rest.args) == 1 and rest.value == 0:
                    done[node] = rest
                    table = {rest: Q1}
                changed = True
        if changed:
            done[node] = mul(list(table), list(table.values()))
    return substitute(t, done, make) if done else t


def _log_gamma_gaps(f: Term) -> Term:
    """lgamma(u) - lgamma(v) = log gammaratio, digamma(u+n) - digamma(u) = sum 1/(u+i) in one sum."""
    if f.kind != "add":
        return f
    table, extra = dict(zip(f.args, f.coefs, strict=True)), list[tuple[fmpq, Term]]()
    for name in ("lgamma", "digamma"):
        items = [t for t in f.args if t.kind == "fn" and t.name == name]
        for a in items:
            for b in items:
                ca, cb = table.get(a, Q0), table.get(b, Q0)
                gap = add([a.args[0], neg(b.args[0])])
                if a is b or not is_number(gap) or gap.value <= 0 or ca * cb >= 0:
                    continue
                d, integral = gap.value, int(gap.value.q) == 1 and gap.value <= 60
                if name == "digamma" and not integral:
                    continue
                c = min(abs(ca), abs(cb)) * (1 if ca > 0 else -1)
                if name == "digamma":
                    steps = [power(add([b.args[0], number(i)]), fmpq(-1)) for i in range(int(d.p))]
                    extra.append((c, add(steps)))
                else:
                    ratio = mul([add([b.args[0], number(i)]) for i in range(int(d.p))]) if integral else None
                    extra.append(
                        (c, make("log", ratio if ratio is not None else make("gammaratio", number(d), b.args[0])))
                    )
                table[a], table[b] = ca - c, cb + c
    if not extra:
        return f
    terms = [number(f.value), *table, *(t for _, t in extra)]
    return add(terms, [Q1, *table.values(), *(c for c, _ in extra)])


def _common_factor(f: Term, positive: frozenset[str], nonnegative: frozenset[str], strict: bool) -> Term:
    """Divide by factors that are positive on the domain (nonnegative is enough for f >= 0)."""
    parts = _summands(f)
    if len(parts) < 2:
        return f
    bases = set().union(*(p for _, p in parts))
    for base in bases:
        exponents = [p.get(base, Q0) for _, p in parts]
        least = min(exponents)
        if least == 0:
            continue
        known = positive_term(base, positive) or (
            not strict and base.kind == "var" and base.name in nonnegative and least > 0
        )
        even = int(least.q) == 1 and int(least.p) % 2 == 0 and (least < 0 or not strict)
        if not known and not even:
            continue
        for _, p in parts:
            p[base] = p.get(base, Q0) - least
    return _assemble(parts)


def _merge_exponentials(t: Term) -> Term:
    """exp(a)^p exp(b)^q = exp(p a + q b) in every product."""
    done: dict[Term, Term] = {}
    for node in walk(t):
        if node.kind == "mul":
            exps = [(a, e) for a, e in zip(node.args, node.coefs, strict=True) if a.kind == "fn" and a.name == "exp"]
            if exps and (len(exps) > 1 or exps[0][1] != 1):
                rest = [
                    (a, e)
                    for a, e in zip(node.args, node.coefs, strict=True)
                    if not (a.kind == "fn" and a.name == "exp")
                ]
                total = add([a.args[0] for a, _ in exps], [e for _, e in exps])
                done[node] = mul([*(power(a, e) for a, e in rest), exponential(total)])
    return substitute(t, done, make) if done else t


def exponential(u: Term) -> Term:
    """exp(u) with the integer multiples of logarithms taken out: exp(2 log a + v) = a^2 exp(v)."""
    items = list(zip(u.coefs, u.args, strict=True)) if u.kind == "add" else [(Q1, u)]
    outside = [(a.args[0], c) for c, a in items if a.kind == "fn" and a.name == "log" and int(c.q) == 1]
    if not outside:
        return make("exp", u)
    inside = [(c, a) for c, a in items if not (a.kind == "fn" and a.name == "log" and int(c.q) == 1)]
    rest = add([number(u.value if u.kind == "add" else 0), *(a for _, a in inside)], [Q1, *(c for c, _ in inside)])
    return mul([*(power(a, c) for a, c in outside), make("exp", rest)])


def prepare(f: Term, positive: frozenset[str], nonnegative: frozenset[str], strict: bool) -> Term:
    """A term whose sign decides that of f on the domain (f >= 0 follows from the result >= 0; likewise > 0)."""
    f = substitute(f, {}, make)
    f = _log_gamma_gaps(_gamma_quotients(_merge_exponentials(f)))
    f = _bessel(f, positive, strict)
    f = substitute(f, {}, lower)
    return _logarithms(_common_factor(_worst_harmonic(f), positive, nonnegative, strict))


def _logarithms(f: Term) -> Term:
    """a e^u - b e^v (a, b > 0) has the sign of u - v + log(a/b)."""
    parts = _summands(f)
    if len(parts) != 2 or not parts[0][0] * parts[1][0] < 0:
        return f
    (a, first), (b, second) = parts if parts[0][0] > 0 else (parts[1], parts[0])
    bases = [*first, *second]
    if not bases or not all(base.kind == "fn" and base.name == "exp" for base in bases):
        return f
    powers = [(base.args[0], e) for base, e in first.items()] + [(base.args[0], -e) for base, e in second.items()]
    return add([make("log", number(a / -b)), *(u for u, _ in powers)], [Q1, *(e for _, e in powers)])


def _worst_harmonic(f: Term) -> Term:
    """Summands c P_k of symbolic degree are at least -|c| (theory A2)."""
    if f.kind == "fn" and f.name == "legendresymbol":
        return number(-1)
    if f.kind != "add" or not any(t.kind == "fn" and t.name == "legendresymbol" for t in f.args):
        return f
    parts = [
        (number(1), -abs(c)) if t.kind == "fn" and t.name == "legendresymbol" else (t, c)
        for t, c in zip(f.args, f.coefs, strict=True)
    ]
    return add([number(f.value), *(t for t, _ in parts)], [Q1, *(c for _, c in parts)])


def clear_denominators(g: Term) -> tuple[Term, Term] | None:
    """(D, g D) for the product D of the sums and logarithms that occur with negative powers; None without any."""
    parts = _summands(g)
    least: dict[Term, fmpq] = {}
    for _, factors in parts:
        for base, e in factors.items():
            if e < 0 and (
                base.kind == "add" or (base.kind == "fn" and base.name in ("log", "sin", "cos", "sinh", "tan"))
            ):
                least[base] = min(least.get(base, Q0), e)
    if not least or len(parts) < 2:
        return None
    below = mul(list(least), [-e for e in least.values()])
    for _, factors in parts:
        for base, e in least.items():
            factors[base] = factors.get(base, Q0) - e
    return below, _assemble(parts)


def choices(g: Term) -> tuple[Term, Term] | None:
    """g >= 0 for a summand -c |u|, -c max(u, v) or c min(u, v) (c > 0) means g >= 0 for both choices."""
    if g.kind != "add":
        return None
    for t, c in zip(g.args, g.coefs, strict=True):
        if t.kind == "fn" and ((c < 0 and t.name in ("abs", "max")) or (c > 0 and t.name == "min")):
            rest = add([g, t], [Q1, -c])
            first, second = (t.args[0], neg(t.args[0])) if t.name == "abs" else t.args
            return add([rest, first], [Q1, c]), add([rest, second], [Q1, c])
    return None


def derivative(t: Term, x: str) -> Term:
    """d/dx as a term (for algebraic and elementary terms; `KeyError` for functions without a rule)."""
    rules: dict[str, Callable[[Term, Term], Term]] = {
        "exp": lambda u, v: v,
        "log": lambda u, v: power(u, fmpq(-1)),
        "sin": lambda u, v: make("cos", u),
        "cos": lambda u, v: neg(make("sin", u)),
        "sinh": lambda u, v: make("cosh", u),
        "cosh": lambda u, v: make("sinh", u),
        "tan": lambda u, v: add([ONE, power(v, fmpq(2))]),
        "tanh": lambda u, v: add([ONE, neg(power(v, fmpq(2)))]),
        "atan": lambda u, v: power(add([ONE, power(u, fmpq(2))]), fmpq(-1)),
    }
    done: dict[Term, Term] = {}
    for node in walk(t):
        if node.kind == "var":
            done[node] = number(1 if node.name == x else 0)
        elif x not in node.variables:
            done[node] = number(0)
        elif node.kind == "add":
            done[node] = add([done[a] for a in node.args], node.coefs)
        elif node.kind == "mul":
            done[node] = add(
                [
                    mul(
                        [
                            done[a],
                            power(a, e - 1),
                            *(power(b, k) for b, k in zip(node.args, node.coefs, strict=True) if b is not a),
                        ]
                    )
                    for a, e in zip(node.args, node.coefs, strict=True)
                ],
                node.coefs,
            )
        else:
            done[node] = mul([rules[node.name](node.args[0], node), done[node.args[0]]])
    return done[t]
