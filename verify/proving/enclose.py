"""Enclosures of a term over a box of balls: natural values and gradients (reverse accumulation of ball derivatives)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flint import arb, ctx

from verify.proving.kernel import KERNEL, NAN, integer_power, rational_power
from verify.proving.terms import Term, walk

__all__ = ["Tape", "constant_ball"]

_ZERO, _ONE = arb(0), arb(1)


class Tape:
    """A term compiled to a list of operations over the variables ``names`` (in this order).

    ``value(box)`` is a ball that contains the term's value at every point of the box where it is defined;
    ``gradient(box)`` is that ball and balls which contain every partial derivative over the box (Clarke hulls at kinks,
    NaN where a derivative is not known).
    """

    def __init__(self, term: Term, names: Sequence[str]) -> None:
        self.term, self.names = term, tuple(names)
        nodes = list(walk(term))
        index = {node: i for i, node in enumerate(nodes)}
        self.nodes = nodes
        self.places = [tuple(index[a] for a in node.args) for node in nodes]
        self.slots = [self.names.index(n.name) if n.kind == "var" else -1 for n in nodes]
        self.integral = [tuple(int(e.p) if int(e.q) == 1 else None for e in n.coefs) for n in nodes]
        self._constants: dict[int, list[tuple[arb, list[arb]]]] = {}

    def _balls(self) -> list[tuple[arb, list[arb]]]:
        found = self._constants.get(ctx.prec)
        if found is None:
            found = [
                (arb.pi() if n.kind == "pi" else arb(n.value), [arb(c) for c in n.coefs] if n.kind == "add" else [])
                for n in self.nodes
            ]
            self._constants[ctx.prec] = found
        return found

    def values(self, box: Sequence[arb]) -> list[arb]:
        """The ball of every subterm."""
        out: list[arb] = []
        constants = self._balls()
        for i, node in enumerate(self.nodes):
            kind = node.kind
            if kind == "add":
                value, coefs = constants[i]
                for j, c in zip(self.places[i], coefs, strict=True):
                    value = value + c * out[j]
            elif kind == "mul":
                value = _ONE
                for j, e, n in zip(self.places[i], node.coefs, self.integral[i], strict=True):
                    base = out[j]
                    value = value * (
                        base if n == 1 else integer_power(base, n) if n is not None else rational_power(base, e)
                    )
            elif kind == "var":
                value = box[self.slots[i]]
            elif kind == "fn":
                primitive = KERNEL.get(node.name)
                value = primitive.value(*[out[j] for j in self.places[i]]) if primitive else NAN
            else:
                value = constants[i][0]
            out.append(value)
        return out

    def value(self, box: Sequence[arb]) -> arb:
        """The ball of the term over the box."""
        return self.values(box)[-1]

    def gradient(self, box: Sequence[arb]) -> tuple[arb, list[arb]]:
        """The ball of the term and of each partial derivative over the box."""
        values = self.values(box)
        adjoint: list[arb | None] = [None] * len(values)
        adjoint[-1] = _ONE
        out = [_ZERO] * len(self.names)
        constants = self._balls()
        for i in range(len(values) - 1, -1, -1):
            weight, node = adjoint[i], self.nodes[i]
            if weight is None:
                continue
            if node.kind == "var":
                out[self.slots[i]] = out[self.slots[i]] + weight
                continue
            if not node.variables:
                continue
            if node.kind == "add":
                partials = constants[i][1]
            elif node.kind == "mul":
                partials = self._product_partials(i, node, values)
            else:
                partials = KERNEL[node.name].partials([values[j] for j in self.places[i]], values[i])
            for j, partial in zip(self.places[i], partials, strict=True):
                if self.nodes[j].variables:
                    old = adjoint[j]
                    adjoint[j] = weight * partial if old is None else old + weight * partial
        return values[-1], out

    def _product_partials(self, i: int, node: Term, values: list[arb]) -> list[arb]:
        factors = [
            integer_power(values[j], n) if n is not None else rational_power(values[j], e)
            for j, e, n in zip(self.places[i], node.coefs, self.integral[i], strict=True)
        ]
        out = []
        for k, (j, e) in enumerate(zip(self.places[i], node.coefs, strict=True)):
            part = arb(e) * rational_power(values[j], e - 1) if e != 1 else _ONE
            for other, factor in enumerate(factors):
                if other != k:
                    part = part * factor
            out.append(part)
        return out


def constant_ball(term: Term, values: Mapping[str, arb] | None = None) -> arb:
    """The ball of a term whose variables all have a value in ``values``.

    >>> from verify.proving.terms import PI
    >>> constant_ball(PI) > 3
    True
    """
    values = values or {}
    names = sorted(term.variables)
    return Tape(term, names).value([values[n] for n in names])
