"""Deductions in real arithmetic, decided by an SMT solver: do the premises imply the conclusion for all real numbers?

Sympy relations are translated node by node.  Subterms that are not arithmetic (``exp(x)``, an eigenvalue, a symbol)
become real unknowns, the same one for the same subterm, so what is proved holds whatever they are; a few facts about
them that always hold are added (`_facts`).  Premises that contradict each other prove nothing: they are an error.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from theory.errors import InputError

__all__ = ["Answer", "deduce"]

Expr = Any
EFFORT: Final = 40_000_000
"""The solver's resource limit: deterministic, unlike a time limit."""
SECONDS: Final = 60


@dataclass(frozen=True)
class Answer:
    """ "proved", "refuted" (``model``: values at which the premises hold and the conclusion fails), "undecided", or
    "vacuous" (the premises contradict each other)."""

    outcome: Literal["proved", "refuted", "undecided", "vacuous"]
    model: str = ""


class _Translator:
    def __init__(self) -> None:
        self.unknowns: dict[Expr, Any] = {}
        self.definitions: list[Any] = []
        self.pending: list[Expr] = []
        self.inverses: dict[Expr, Any] = {}

    def unknown(self, e: Expr) -> Any:
        import z3  # type: ignore[import-untyped]

        if e not in self.unknowns:
            # Two symbols may have one name and different assumptions.
            plain = e.is_Symbol and all(str(e) != str(other) for other in self.unknowns)
            self.unknowns[e] = z3.Real(str(e) if plain else f"<{e}>#{len(self.unknowns)}")
            self.pending.append(e)
        return self.unknowns[e]

    def fresh(self, name: str) -> Any:
        import z3

        return z3.FreshReal(name)

    def term(self, e: Expr) -> Any:
        import sympy  # type: ignore[import-untyped]
        import z3

        match e:
            case sympy.Rational():
                return z3.Q(int(e.p), int(e.q))
            case sympy.Add():
                return z3.Sum([self.term(a) for a in e.args])
            case sympy.Mul():
                return z3.Product([self.term(a) for a in e.args])
            case sympy.Pow():
                return self.power(e)
            case sympy.Abs():
                x = self.term(e.args[0])
                return z3.If(x >= 0, x, -x)
            case sympy.Max() | sympy.Min():
                first, *others = [self.term(a) for a in e.args]
                for other in others:
                    larger = first >= other
                    first = z3.If(larger, first, other) if isinstance(e, sympy.Max) else z3.If(larger, other, first)
                return first
            case sympy.Piecewise():
                *branches, last = e.args
                value = self.term(last.expr)
                if last.cond != sympy.true:
                    raise InputError(f"{e} needs a last branch (otherwise) to be used in a deduction")
                for branch in reversed(branches):
                    value = z3.If(self.formula(branch.cond), self.term(branch.expr), value)
                return value
        if e.is_Float:
            raise InputError(f"the number {e} is rounded; write it exactly")
        return self.unknown(e)

    def power(self, e: Expr) -> Any:
        import sympy

        base, exponent = e.args
        if exponent.is_Integer and abs(int(exponent)) <= 64:
            return self.whole_power(base, self.term(base), int(exponent))
        if isinstance(exponent, sympy.Rational) and int(exponent.q) == 2 and abs(int(exponent.p)) <= 15:
            root = sympy.sqrt(base)
            return self.whole_power(root, self.unknown(root), int(exponent.p))
        if not exponent.is_number and exponent.could_extract_minus_sign():
            inverse = sympy.Pow(base, -exponent)
            return self.whole_power(inverse, self.unknown(inverse), -1)
        return self.unknown(e)

    def whole_power(self, base: Expr, x: Any, n: int) -> Any:
        """x^n, x the term of ``base``; 1/x is the same unknown wherever it occurs."""
        import z3

        if n < 0:
            if base not in self.inverses:
                self.inverses[base] = self.fresh("inverse")
                # Where the base is 0 nothing is said about the quotient, so nothing can be proved from it.
                self.definitions.append(z3.Implies(x != 0, self.inverses[base] * x == 1))
            x = self.inverses[base]
        return z3.Product([x] * abs(n)) if abs(n) > 1 else x

    def formula(self, e: Expr) -> Any:
        import sympy
        import z3

        match e:
            case sympy.logic.boolalg.BooleanTrue():
                return z3.BoolVal(True)
            case sympy.logic.boolalg.BooleanFalse():
                return z3.BoolVal(False)
            case sympy.And():
                return z3.And([self.formula(a) for a in e.args])
            case sympy.Or():
                return z3.Or([self.formula(a) for a in e.args])
            case sympy.Not():
                return z3.Not(self.formula(e.args[0]))
            case sympy.Implies():
                return z3.Implies(self.formula(e.args[0]), self.formula(e.args[1]))
            case sympy.Equivalent():
                first, *others = [self.formula(a) for a in e.args]
                return z3.And([first == other for other in others])
        relations = {
            sympy.Le: lambda a, b: a <= b, sympy.Lt: lambda a, b: a < b, sympy.Ge: lambda a, b: a >= b,
            sympy.Gt: lambda a, b: a > b, sympy.Eq: lambda a, b: a == b, sympy.Ne: lambda a, b: a != b,
        }  # fmt: skip
        if e.func not in relations:
            raise InputError(f"a deduction is about relations and their combinations; got {e} ({type(e).__name__})")
        return relations[e.func](self.term(e.lhs), self.term(e.rhs))

    def facts(self) -> list[Any]:
        """What always holds for the unknowns met, until no new ones appear."""
        out: list[Any] = []
        while self.pending:
            out += self._facts(self.pending.pop())
        out += self._monotone() + self._functional_equation() + self._shifts() + self._angles()
        while self.pending:  # numbers met in what relates the functions
            out += self._facts(self.pending.pop())
        return out

    def _monotone(self) -> list[Any]:
        """exp increases strictly, and is the inverse of log."""
        import sympy
        import z3

        def known(kind: Any) -> list[tuple[Any, Any]]:
            return [(self.term(e.args[0]), x) for e, x in list(self.unknowns.items()) if isinstance(e, kind)]

        exponentials, logarithms = known(sympy.exp), known(sympy.log)
        out = []
        for i, (a, x) in enumerate(exponentials):
            for b, y in exponentials[:i]:
                out += [(a <= b) == (x <= y), (b <= a) == (y <= x)]
            for argument, log in logarithms:
                out += [
                    z3.Implies(argument > 0, z3.And((a <= log) == (x <= argument), (a >= log) == (x >= argument))),
                    z3.Implies(argument > 0, (-a <= log) == (argument * x >= 1)),
                    z3.Implies(argument > 0, (-a >= log) == (argument * x <= 1)),
                ]
        for i, (a, x) in enumerate(logarithms):
            for b, y in logarithms[:i] + logarithms[i + 1 :]:
                out += [z3.Implies(z3.And(a > 0, b > 0), (a <= b) == (x <= y))]
        return out + self._powers()

    def _powers(self) -> list[Any]:
        """x**n increases with x > 0 for n >= 0, falls for n <= 0, and is exp(n log x) where log x is at hand.

        x**n y**n = (x y)**n for positive x, y if all three are at hand.
        """
        from itertools import combinations

        import sympy
        import z3

        logs = {e.args[0]: x for e, x in self.unknowns.items() if isinstance(e, sympy.log)}
        powers = [(e.args, x) for e, x in self.unknowns.items() if isinstance(e, sympy.Pow) and not e.args[1].is_number]
        out = []
        for i, ((base, power), x) in enumerate(powers):
            for argument, log in logs.items() if base in logs else ():
                b, c, n = self.term(base), self.term(argument), self.term(power)
                out.append(z3.Implies(z3.And(b > 0, c > 0), (x <= c) == (n * logs[base] <= log)))
            for (other, exponent), y in powers[:i] + powers[i + 1 :]:
                a, n, b, k = (self.term(e) for e in (base, power, other, exponent))
                if power == exponent:
                    out += [z3.Implies(z3.And(a > 0, a <= b), z3.And(z3.Or(n < 0, x <= y), z3.Or(n > 0, x >= y)))]
                    out += [z3.Implies(z3.And(a > 0, a * b == 1), x * y == 1)]
                elif base in logs and other in logs:
                    out += [z3.Implies(z3.And(a > 0, b > 0), (x <= y) == (n * logs[base] <= k * logs[other]))]
        known = {(sympy.expand(base), power): x for (base, power), x in powers}
        for ((base, power), x), ((other, exponent), y) in combinations(powers, 2):
            whole = known.get((sympy.expand(base * other), power))
            if power == exponent and whole is not None:
                positive = z3.And(self.term(base) > 0, self.term(other) > 0)
                out.append(z3.Implies(positive, x * y == whole))
        return out

    def _angles(self) -> list[Any]:
        """Sine and cosine: signs, values at 0, pi/2, pi, monotonicity, the addition theorem for the angles at hand."""
        from itertools import combinations_with_replacement, permutations

        import sympy
        import z3

        angles = dict.fromkeys(e.args[0] for e in self.unknowns if isinstance(e, sympy.sin | sympy.cos))
        if not angles:
            return []
        pi = self.term(sympy.pi)
        at = {sympy.expand(a): (self.term(a), self.term(sympy.sin(a)), self.term(sympy.cos(a))) for a in angles}
        out = self._facts(sympy.pi)
        for x, sine, cosine in at.values():
            out += [
                z3.Implies(z3.And(x >= 0, x <= pi), sine >= 0),
                z3.Implies(z3.And(2 * x >= -pi, 2 * x <= pi), cosine >= 0),
                z3.Implies(x == 0, z3.And(sine == 0, cosine == 1)),
                z3.Implies(2 * x == pi, z3.And(sine == 1, cosine == 0)),
                z3.Implies(x == pi, z3.And(sine == 0, cosine == -1)),
            ]
        for (x, sine, cosine), (y, other, second) in permutations(at.values(), 2):
            out += [
                z3.Implies(z3.And(2 * x >= -pi, x < y, 2 * y <= pi), sine < other),
                z3.Implies(z3.And(x >= 0, x < y, y <= pi), cosine > second),
                z3.Implies(x == y, z3.And(sine == other, cosine == second)),
            ]
        for a, b in combinations_with_replacement(at, 2):
            if (total := at.get(sympy.expand(a + b))) is not None:
                (_, s, c), (_, u, v) = at[a], at[b]
                out += [total[1] == s * v + c * u, total[2] == c * v - s * u]
        return out

    def _shifts(self) -> list[Any]:
        """Gamma(x+n) = x(x+1)...(x+n-1) Gamma(x) for x > 0; b**(x+n) = b**n b**x, b**(n-x) b**x = b**n for b > 0."""
        from itertools import permutations

        import sympy
        import z3

        gammas = [(e.args[0], x) for e, x in self.unknowns.items() if isinstance(e, sympy.gamma)]
        powers = [(e.args, x) for e, x in self.unknowns.items() if isinstance(e, sympy.Pow) and not e.args[1].is_number]
        out = []
        for (small, x), (large, y) in permutations(gammas, 2):
            n = sympy.expand(large - small)
            if n.is_Integer and 0 < int(n) <= 8:
                first = self.term(small)
                out.append(z3.Implies(first > 0, y == x * z3.Product([first + i for i in range(int(n))])))
        for ((base, small), x), ((other, large), y) in permutations(powers, 2):
            for n, left, right in ((large - small, y, x), (large + small, x * y, z3.RealVal(1))):
                shift = sympy.expand(n)
                if base == other and shift.is_Integer and 0 < abs(int(shift)) <= 8:
                    whole = self.whole_power(base, self.term(base), int(shift))
                    out.append(z3.Implies(self.term(base) > 0, left == right * whole))
        return out

    def _functional_equation(self) -> list[Any]:
        """e^a e^b = e^(a+b), c^a c^b = c^(a+b), log(a) + log(b) = log(ab) for those at hand (compared expanded)."""
        from itertools import combinations_with_replacement

        import sympy
        import z3

        exponentials = {sympy.expand(e.args[0]): x for e, x in self.unknowns.items() if isinstance(e, sympy.exp)}
        out = []
        for (a, x), (b, y) in combinations_with_replacement(exponentials.items(), 2):
            total = sympy.expand(a + b)
            if total == 0:
                out.append(x * y == 1)
            elif total in exponentials:
                out.append(x * y == exponentials[total])
        logarithms = {sympy.expand(e.args[0]): x for e, x in self.unknowns.items() if isinstance(e, sympy.log)}
        for (a, x), (b, y) in combinations_with_replacement(logarithms.items(), 2):
            if (product := sympy.expand(a * b)) in logarithms:
                positive = z3.And(self.term(a) > 0, self.term(b) > 0)
                out.append(z3.Implies(positive, x + y == logarithms[product]))
        powers = {
            (e.args[0], sympy.expand(e.args[1])): x
            for e, x in self.unknowns.items()
            if isinstance(e, sympy.Pow) and not e.args[1].is_number
        }
        for ((base, a), x), ((other, b), y) in combinations_with_replacement(powers.items(), 2):
            if base == other and (found := powers.get((base, sympy.expand(a + b)))) is not None:
                out.append(z3.Implies(self.term(base) > 0, x * y == found))
        return out

    def _facts(self, e: Expr) -> list[Any]:
        import sympy
        import z3

        x = self.unknowns[e]
        match e:
            case sympy.Symbol():
                signs = {"is_positive": x > 0, "is_negative": x < 0, "is_nonnegative": x >= 0, "is_nonpositive": x <= 0}
                return [fact for name, fact in signs.items() if getattr(e, name)]
            case _ if e is sympy.pi:
                return [x > z3.Q(314159265, 100000000), x < z3.Q(314159266, 100000000)]
            case _ if e is sympy.E:
                return [x > z3.Q(271828182, 100000000), x < z3.Q(271828183, 100000000)]
            case sympy.exp():
                inner = self.term(e.args[0])
                return [x > 0, x >= 1 + inner, z3.Implies(inner <= 0, x <= 1)]
            case sympy.tanh():
                twice = self.term(sympy.exp(2 * e.args[0]))
                return [x * (twice + 1) == twice - 1]
            case sympy.gamma():
                return [z3.Implies(self.term(e.args[0]) > 0, x > 0)]
            case sympy.besseli():
                order, argument = (self.term(a) for a in e.args)
                return [z3.Implies(z3.And(order > -1, argument > 0), x > 0)]
            case sympy.sin() | sympy.cos():
                other = self.unknown(sympy.cos(e.args[0]) if isinstance(e, sympy.sin) else sympy.sin(e.args[0]))
                return [x * x + other * other == 1, x <= 1, x >= -1]
            case sympy.Pow() if e.args[1] == sympy.Rational(1, 2):
                inner = self.term(e.args[0])
                return [z3.Implies(inner >= 0, z3.And(x >= 0, x * x == inner))]
            case sympy.Pow():
                base, exponent = (self.term(a) for a in e.args)
                return [
                    z3.Implies(base > 0, x > 0),
                    z3.Implies(z3.And(base == 0, exponent > 0), x == 0),
                    z3.Implies(z3.And(base >= 1, exponent >= 0), x >= 1),
                    z3.Implies(z3.And(base > 0, base <= 1, exponent >= 0), x <= 1),
                ]
            case sympy.atan():
                inner = self.term(e.args[0])
                return [(x >= 0) == (inner >= 0), z3.Implies(inner >= 0, x <= inner)]
            case sympy.log():
                inner = self.term(e.args[0])
                out = [z3.Implies(inner > 0, x <= inner - 1), z3.Implies(inner >= 1, x >= 0)]
                if isinstance(e.args[0], sympy.Pow):
                    base, exponent = (self.term(a) for a in e.args[0].args)
                    out.append(z3.Implies(base > 0, x == exponent * self.unknown(sympy.log(e.args[0].args[0]))))
                return out
        return []


def deduce(premises: Sequence[Expr], conclusion: Expr) -> Answer:
    """Do the premises imply the conclusion, for all real values of all symbols and non-arithmetical subterms?

    Raises `InputError` for formulas that are not relations or their Boolean combinations.

    >>> from sympy.abc import x, y
    >>> deduce([x >= 1, y >= 1], x * y >= 1).outcome, deduce([x >= 1], x * y >= 1).outcome
    ('proved', 'refuted')
    >>> from sympy import Eq, exp
    >>> deduce([x > 0, y > 0], Eq(x**(x + 1) * y**(x + 1), (x * y)**(x + 1), evaluate=False)).outcome
    'proved'
    >>> deduce([], Eq(exp(x - y) * exp(y), exp(x), evaluate=False)).outcome
    'proved'
    """
    import z3

    translator = _Translator()
    given = [translator.formula(p) for p in premises]
    goal = translator.formula(conclusion)
    given += translator.facts()
    given += translator.definitions
    state, model = _solve([*given, z3.Not(goal)])
    if state == z3.sat:
        return Answer("refuted", model)
    if state == z3.unknown:
        return Answer("undecided")
    # The certificate of a proof is worthless if nothing satisfies the premises; "unknown" is not a contradiction.
    return Answer("vacuous") if _solve(given)[0] == z3.unsat else Answer("proved")


def _solve(formulas: Sequence[Any]) -> tuple[Any, str]:
    """The solver's verdict; nonlinear real arithmetic first, the general solver if that gives up."""
    import z3

    state, model = z3.unknown, ""
    for make in (lambda: z3.SolverFor("QF_NRA"), z3.Solver):
        solver = make()
        solver.set("rlimit", EFFORT)
        solver.set("timeout", SECONDS * 1000)
        solver.add(list(formulas))
        state = solver.check()
        if state == z3.sat:
            found = solver.model()
            shown = sorted((str(d.name()), found[d]) for d in found.decls())
            model = ", ".join(f"{name} = {_shown(value)}" for name, value in shown if not name.startswith("inverse"))
        if state != z3.unknown:
            break
    return state, model


def _shown(value: Any) -> str:
    import z3

    return value.as_decimal(8) if z3.is_algebraic_value(value) else str(value)
