"""Targets f: [0,1]^n -> [0,1]^n, n = T F: maps of T positions with F features each, feature p of position t at t F + p.

Continuous tasks are formulas in x0..x{n-1} (`task_formula`), so that whoever checks a certificate reads the map itself.
The discontinuous tasks ``parity`` and ``argmax`` exist for the L^p mode only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, pairwise
from typing import Literal

import numpy as np
from flint import fmpq

from constructions.sequence.modulus import lipschitz, ranges
from theory.balls import Exact, exact, shown
from theory.errors import InputError
from theory.expressions import Floats, Node, evaluate
from theory.intervals import Interval
from theory.parser import Parser, cube_grammar
from theory.targets import imported_function

__all__ = ["DISCONTINUOUS", "TASKS", "SequenceTarget", "sequence_target", "task_formula"]

DISCONTINUOUS = ("argmax", "parity")
"""parity: 1 where an odd number of the x_t is > 1/2.  argmax: 1 at the position of the largest x_t, else 0."""

_BLOCK = 1 << 14
"""Points whose values are computed at once."""

Column = list[str]
"""The formulas of one feature at the T positions, from its T variables."""


def _order_statistics(x: Column) -> Column:
    """The t-th smallest is the smallest of the maxima of t+1 of them."""
    return [_call("min", [_call("max", list(chosen)) for chosen in combinations(x, t + 1)]) for t in range(len(x))]


def _call(name: str, parts: Column) -> str:
    return parts[0] if len(parts) == 1 else f"{name}({', '.join(parts)})"


def _sum(x: Column, scale: int) -> str:
    return x[0] if scale == 1 else f"({' + '.join(x)})/{scale}"


def _lookup(x: Column) -> str:
    """x_0 is an address in a table x_1..x_{T-1}, read with linear interpolation."""
    table = x[1:] or x
    if len(table) == 1:
        return table[0]
    steps = len(table) - 1
    rises = [f"min(1, max(0, {steps}*{x[0]} - {j}))" for j in range(steps)] if steps > 1 else [x[0]]
    return " + ".join([table[0], *[f"{r}*({v} - {u})" for r, (u, v) in zip(rises, pairwise(table), strict=True)]])


TASKS: dict[str, Callable[[Column], Column]] = {
    "copy": lambda x: list(x),
    "reverse": lambda x: x[::-1],
    "sort": _order_statistics,
    "running_sum": lambda x: [_sum(x[: t + 1], len(x)) for t in range(len(x))],
    "running_mean": lambda x: [_sum(x[: t + 1], t + 1) for t in range(len(x))],
    "max": lambda x: [_call("max", x)] * len(x),
    "lookup": lambda x: [_lookup(x)] * len(x),
    "smooth_parity": lambda x: [f"(1 - {'*'.join(f'(1 - 2*{v})' for v in x)})/2"] * len(x),
}
"""Continuous tasks by name, feature by feature: the formulas at the positions."""


def task_formula(name: str, T: int, F: int) -> str:
    """The formula of a task as a vector in x0..x{TF-1}.

    >>> task_formula("sort", 2, 1)
    '[min(x0, x1), max(x0, x1)]'
    """
    columns = [TASKS[name]([f"x{t * F + p}" for t in range(T)]) for p in range(F)]
    return "[" + ", ".join(columns[p][t] for t in range(T) for p in range(F)) + "]"


@dataclass(frozen=True, eq=False)
class SequenceTarget:
    """A map f: [0,1]^n -> R^n.

    ``text`` spells it: a formula, ``module:function`` (float64 [n] -> n numbers), or a task of `DISCONTINUOUS`.
    """

    text: str
    T: int
    F: int
    kind: Literal["expression", "callable", "discontinuous"]
    nodes: tuple[Node, ...] = ()
    function: Callable[[Floats], Floats] | None = field(default=None, repr=False)
    given: fmpq | None = None

    @property
    def n(self) -> int:
        """The number of features T F."""
        return self.T * self.F

    @cached_property
    def lipschitz(self) -> fmpq:
        """A Lipschitz constant for the maximum norm: proved, or given (then an assumption).  Raises as `lipschitz`."""
        if self.given is not None:
            return self.given
        return fmpq(*lipschitz(self.nodes, self.n).as_integer_ratio())

    def values(self, points: Floats) -> tuple[Floats, float]:
        """Float64 values [N, n] at the rows of ``points`` [N, n], and a bound of their error (0 for a callable's own).

        Raises `InputError` where a value is not a finite number in [0, 1] or has the wrong shape.
        """
        if self.kind == "expression":
            columns = np.ascontiguousarray(points.T)
            low, high = np.empty_like(points), np.empty_like(points)
            for start in range(0, len(points), _BLOCK):
                block = slice(start, start + _BLOCK)
                for i, u in enumerate(ranges(self.nodes, Interval(columns[:, block], columns[:, block]))):
                    low[block, i], high[block, i] = u.lo, u.hi
            found = (low + high) / 2
            self._in_cube(found, points)
            found = np.clip(found, 0.0, 1.0)
            error = max(float((high - found).max()), float((found - low).max()), 0.0)
            return found, float(np.nextafter(error, 1.0)) if error else 0.0
        found = self.sample(points)
        self._in_cube(found, points)
        return np.clip(found, 0.0, 1.0), 0.0

    def sample(self, points: Floats) -> Floats:
        """Values [N, n] in float64, as they come."""
        shape = (len(points), self.T, self.F)
        if self.kind == "expression":
            return np.stack([evaluate(node, points) for node in self.nodes], axis=1)
        if self.kind == "discontinuous":
            x = points.reshape(shape)
            if self.text == "parity":
                odd = (x > 0.5).sum(axis=1, keepdims=True) % 2
                return np.broadcast_to(odd.astype(np.float64), shape).reshape(points.shape)
            first = np.argmax(x, axis=1, keepdims=True)
            chosen: Floats = (np.arange(self.T)[None, :, None] == first).astype(np.float64)
            return chosen.reshape(points.shape)
        if self.function is None:
            raise InputError("a callable target needs its function")
        rows = [self.function(x.copy()) for x in points]
        for row in rows:
            if row.size != self.n:
                raise InputError(f"{self.text} returned {row.size} number(s), expected n = {self.n}")
        return np.array(rows).reshape(points.shape)

    def _in_cube(self, values: Floats, points: Floats) -> None:
        wrong = ~((values >= -1e-9) & (values <= 1 + 1e-9))
        if wrong.any():
            row, column = np.argwhere(wrong)[0]
            raise InputError(
                f"the target leaves [0, 1]: component {column} is {values[row, column]:.6g} at "
                f"({', '.join(f'{v:.6g}' for v in points[row])}); rescale it"
            )


def sequence_target(text: str, T: int, F: int, lipschitz: Exact | None = None) -> SequenceTarget:
    """The target that ``text`` names or spells: a task, a formula, or ``module:function`` with a Lipschitz constant.

    A formula has n = T F components, or F that every position outputs.  ``lipschitz`` (maximum norms) is vouched for
    by the user.  Raises `InputError` and `ExpressionError`.
    """
    n = T * F
    given = None if lipschitz is None else exact(lipschitz)
    if given is not None and given < 0:
        raise InputError(f"--lipschitz {given} must be >= 0")
    if text in DISCONTINUOUS:
        return SequenceTarget(text, T, F, "discontinuous")
    if ":" in text:
        if given is None:
            raise InputError(
                f"the callable target {shown(text)} needs a Lipschitz constant for the maximum norm that you vouch "
                "for (--lipschitz L)"
            )
        return SequenceTarget(text, T, F, "callable", function=imported_function(text), given=given)
    if text in TASKS:
        text = task_formula(text, T, F)
    nodes, is_vector = Parser(text, cube_grammar(n)).items()
    if len(nodes) == F < n:
        inner = text.strip()[1:-1] if is_vector else text
        text = f"[{', '.join([inner] * T)}]"
        nodes = nodes * T
    if len(nodes) != n:
        raise InputError(f"the target has {len(nodes)} components; {T} positions with {F} feature(s) need {n} (or {F})")
    return SequenceTarget(text, T, F, "expression", tuple(nodes), given=given)
