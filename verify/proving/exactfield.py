"""Exact numbers for proofs that something vanishes: rational functions over Q in formal generators.

A generator stands for a number (pi, sqrt(2), exp(1/3), sin(1), ...) or for a parameter.  Generators are treated as
independent except for the relations written down here (root^q = base, cos^2 = 1 - sin^2, sqrt(pi)^2 = pi).  So
"formally zero" implies zero, which is all that is used; "not formally zero" implies nothing.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from flint import fmpq, fmpq_mpoly, fmpq_mpoly_ctx

__all__ = ["Exact", "Field", "TooLarge"]

SLOTS: Final = 24
MAX_TERMS: Final = 400


class TooLarge(Exception):
    """An exact number outgrew its limits, or there are too many generators; the caller goes on without exactness."""


class Exact:
    """numerator/denominator in a `Field`; the denominator is known to be nonzero as a number."""

    __slots__ = ("bottom", "field", "top")

    def __init__(self, field: Field, top: fmpq_mpoly, bottom: fmpq_mpoly) -> None:
        self.field, self.top, self.bottom = field, top, bottom

    def is_zero(self) -> bool:
        """Formally zero, hence zero."""
        return bool(self.top.is_zero())

    def __add__(self, other: Exact) -> Exact:
        if self.bottom == other.bottom:
            return self.field.reduced(self.top + other.top, self.bottom)
        return self.field.reduced(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    def __sub__(self, other: Exact) -> Exact:
        return self + (-other)

    def __neg__(self) -> Exact:
        return Exact(self.field, -self.top, self.bottom)

    def __mul__(self, other: Exact) -> Exact:
        return self.field.reduced(self.top * other.top, self.bottom * other.bottom)

    def __truediv__(self, other: Exact) -> Exact:
        if other.is_zero():
            raise ZeroDivisionError
        return self.field.reduced(self.top * other.bottom, self.bottom * other.top)

    def rational(self) -> fmpq | None:
        """The value as a rational number if it is one formally."""
        if self.top.is_constant() and self.bottom.is_constant():
            zero = (0,) * SLOTS
            return fmpq(self.top[zero]) / fmpq(self.bottom[zero])
        return None

    def key(self) -> Hashable:
        """A canonical name (equal keys imply equal numbers)."""
        return (str(self.top), str(self.bottom))


class Field:
    """Generators on demand: ``generator(name)``; ``relate(g, power, value)`` imposes g^power = value."""

    def __init__(self) -> None:
        self.ctx = fmpq_mpoly_ctx.get(tuple(f"g{i}" for i in range(SLOTS)), "lex")
        self.gens = self.ctx.gens()
        self.one: fmpq_mpoly = self.ctx.from_dict({(0,) * SLOTS: 1})
        self.names: dict[Hashable, Exact] = {}
        self.relations: list[fmpq_mpoly] = []
        self.logarithms: dict[Hashable, fmpq | Exact | None] = {}  # key of exp(u) -> u

    def number(self, value: fmpq | int) -> Exact:
        """A rational number."""
        return Exact(self, self.one * fmpq(value), self.one)

    def generator(self, name: Hashable) -> Exact:
        """The generator called ``name`` (created on first use)."""
        if name not in self.names:
            if len(self.names) >= SLOTS:
                raise TooLarge
            # later generators come first in the lex order, so that relations rewrite them by earlier ones
            self.names[name] = Exact(self, self.gens[SLOTS - 1 - len(self.names)], self.one)
        return self.names[name]

    def known(self, name: Hashable) -> bool:
        """Whether the generator exists already."""
        return name in self.names

    def relate(self, g: Exact, degree: int, value: Exact) -> None:
        """Impose g^degree = value (a true relation between the numbers; the value's denominator is cleared)."""
        self.relations.append(value.bottom * g.top**degree - value.top)

    def reduced(self, top: fmpq_mpoly, bottom: fmpq_mpoly) -> Exact:
        """top/bottom with the relations applied and the common factor cancelled."""
        for relation in reversed(self.relations):
            lead = relation.leading_coefficient()
            if lead != 0:
                top = divmod(top, relation)[1]
                bottom = divmod(bottom, relation)[1]
        if len(top) > MAX_TERMS or len(bottom) > MAX_TERMS:
            raise TooLarge
        if top.is_zero():
            return Exact(self, top, self.one)
        if bottom.is_zero():
            raise ZeroDivisionError
        if bottom.is_constant():
            c = fmpq(bottom[(0,) * SLOTS])
            return Exact(self, top / c if c != 1 else top, self.one)
        common = top.gcd(bottom)
        if not common.is_constant():
            top, bottom = divmod(top, common)[0], divmod(bottom, common)[0]
        return Exact(self, top, bottom)
