"""Targets: the maps f: S^m -> R^q that prefixes are built for, and what is known about each, with its status.

A `Target` is an expression in x0..xm (`theory.parser`) or a Python callable ``module:function`` whose Lipschitz
constant the user vouches for.  Facts are "exact", "certified" (a proved upper bound) or "given" (an assumption of the
user, listed in ``assumptions`` and repeated in every output).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Generic, Literal, NamedTuple, TypeVar

import numpy as np
from flint import arb, fmpq, fmpq_mpoly

from theory import domain, polynomial_model
from theory.balls import Exact, exact, maximum, precision, shown, upper_decimal
from theory.errors import HypothesisError, InputError
from theory.expressions import MAX_TERMS, Floats, Node, enclose, evaluate, to_polynomial
from theory.harmonics import component_norms_squared, project, ring
from theory.lipschitz import BITS, ExpressionMap
from theory.parser import parse_map
from theory.polynomial_model import PolynomialModel
from theory.slope_rules import is_polynomial
from theory.sphere_polynomials import harmonic_sup, harmonic_terms

__all__ = ["MAX_DIMENSION", "Fact", "Target", "imported_function"]

MAX_DIMENSION = 1000
"""Largest m of a target's sphere."""
MAX_OUTPUTS = 1000
"""Largest q."""

T = TypeVar("T")


class Fact(NamedTuple, Generic[T]):
    """A value and how it is known: "exact", "certified" (a proved upper bound) or "given" (by the user)."""

    value: T
    status: Literal["exact", "certified", "given"]


class Target:
    """A continuous map f: S^m -> R^q, d = m+1; made by `from_expression` or `from_callable`.

    ``text`` is the expression or ``module:function``; ``is_vector`` says whether it was written as a vector.
    """

    def __init__(
        self,
        m: int,
        text: str,
        q: int,
        *,
        is_vector: bool,
        nodes: Sequence[Node] = (),
        function: Callable[[Floats], Floats] | None = None,
        given: fmpq | None = None,
    ) -> None:
        self.m, self.d, self.q, self.text, self.is_vector = m, m + 1, q, text, is_vector
        self.kind: Literal["expression", "callable"] = "expression" if function is None else "callable"
        self._nodes, self._function, self._given = tuple(nodes), function, given

    def __repr__(self) -> str:
        return f"<Target {shown(self.text)}: S^{self.m} -> R^{self.q}>"

    # --- making

    @classmethod
    def from_expression(cls, text: str, m: int, lipschitz: Exact | None = None) -> Target:
        """The target that ``text`` spells on S^m: one expression in x0..xm, or a vector ``[u, v, ...]``.

        ``lipschitz`` is a Lipschitz constant (geodesic distance in radians, Euclidean norm in R^q) that the user
        vouches for; it is only used where none as small can be proved.  Raises `ExpressionError` (with the column) for
        text outside the grammar, `DiscontinuousTarget` (with the place) where the expression is not defined on all of
        S^m, `HypothesisError` for unusable m or a refuted ``lipschitz``.

        >>> f = Target.from_expression("x0*x1 + x2**3", 2)
        >>> f.q, f.degree, sorted(f.components)
        (1, Fact(value=3, status='exact'), [1, 2, 3])
        """
        _check_dimension(m)
        given = _checked_constant(lipschitz)
        nodes, is_vector = parse_map(text, m)
        if len(nodes) > MAX_OUTPUTS:
            raise InputError(f"the target has {len(nodes)} components; at most {MAX_OUTPUTS} are supported")
        domain.check(nodes, m, text)
        target = cls(m, text, len(nodes), is_vector=is_vector, nodes=nodes, given=given)
        target._refute_given()
        return target

    @classmethod
    def from_callable(cls, path: str, m: int, lipschitz: Exact | None = None) -> Target:
        """The target ``module:function`` on S^m, imported here; its Lipschitz constant must be given.

        The function gets a float64 array x of shape (m+1,), a point of the sphere up to rounding, and returns a float
        or a sequence of q floats.  Raises `InputError` without ``lipschitz``, when the import fails, and when a value
        is not a finite number or has another shape than the first one.
        """
        _check_dimension(m)
        if lipschitz is None:
            raise InputError(
                f"the callable target {shown(path)} needs a Lipschitz constant that you vouch for (--lipschitz L)"
            )
        given = _checked_constant(lipschitz)
        function = imported_function(path)
        first = function(np.eye(1, m + 1)[0])
        is_vector = first.ndim == 1
        target = cls(m, path, first.size, is_vector=is_vector, function=function, given=given)
        target._refute_given()
        return target

    # --- values

    def enclose(self, x: Sequence[arb]) -> list[arb]:
        """Enclosures [q] of f at the point x [m+1] of the sphere, at the current precision.

        Raises `InputError` for a callable target, which can only be sampled.
        """
        self._need_expression("enclosed")
        if len(x) != self.d:
            raise InputError(f"a point of S^{self.m} has {self.d} coordinates; got {len(x)}")
        return [enclose(node, x) for node in self._nodes]

    def sample(self, points: Floats) -> Floats:
        """Values [n, q] at the rows of ``points`` [n, m+1] in float64: sampled, not proved (but a callable's data)."""
        points = np.asarray(points, dtype=np.float64)
        if points.ndim != 2 or points.shape[1] != self.d:
            raise InputError(f"points on S^{self.m} have shape [n, {self.d}]; got {list(points.shape)}")
        if self._function is None:
            return np.stack([evaluate(node, points) for node in self._nodes], axis=1)
        values = np.empty((len(points), self.q))
        for i, point in enumerate(points):
            value = self._function(point.copy())
            if value.size != self.q or (value.ndim == 1) != self.is_vector:
                raise InputError(
                    f"{self.text} returned {self._shape(value)} at {_listed(point)}, but {self.q} number(s) before"
                )
            values[i] = value
        return values

    @staticmethod
    def _shape(value: Floats) -> str:
        return f"{value.size} numbers" if value.ndim else "one number"

    def _need_expression(self, what: str) -> None:
        if self.kind == "callable":
            raise InputError(f"the callable target {shown(self.text)} can only be sampled, not {what}")

    # --- polynomials

    @cached_property
    def polynomial(self) -> list[fmpq_mpoly] | None:
        """The components as polynomials in ``ring(m+1)``, or None.

        None when the target is not written as a polynomial, or when it or its harmonic components are too large to
        expand (then bounds and the local method still work).
        """
        if self.kind == "callable" or not all(map(is_polynomial, self._nodes)):
            return None
        result = []
        try:
            for node in self._nodes:
                expanded = to_polynomial(node, ring(self.d))
                if expanded is not None:
                    result.append(expanded)
        except InputError:  # more terms than MAX_TERMS
            return None
        size = sum(harmonic_terms(p, self.m, max(p.total_degree(), 0)) for p in result)
        return result if size <= MAX_TERMS else None

    @cached_property
    def _norms_squared(self) -> dict[int, fmpq]:
        """{k: |f_k|_2^2} for a polynomial target, all outputs together."""
        norms: dict[int, fmpq] = {}
        for p in self.polynomial or ():
            for k, square in component_norms_squared(p, self.m).items():
                norms[k] = norms.get(k, fmpq(0)) + square
        return dict(sorted(norms.items()))

    @property
    def degree(self) -> Fact[int] | None:
        """The degree as a function on the sphere, or None when `polynomial` is None."""
        return None if self.polynomial is None else Fact(max(self._norms_squared, default=0), "exact")

    @cached_property
    def components(self) -> dict[int, list[fmpq_mpoly]]:
        """{k: [f_k of each output]}, the exact harmonic components (theory A12) that are not all zero, k increasing.

        Raises `InputError` when `polynomial` is None.
        """
        if self.polynomial is None:
            raise InputError(f"{self!r} has no exact harmonic components: it is not a polynomial of moderate size")
        projections = [project(p, self.m) for p in self.polynomial]
        zero = ring(self.d).constant(0)
        return {k: [parts.get(k, zero) for parts in projections] for k in self._norms_squared}

    def model(self, tolerance: fmpq, max_degree: int) -> PolynomialModel | None:
        """A polynomial model with certified error <= tolerance and degree <= max_degree (`polynomial_model.model`).

        None for a callable, and when the expression is not analytic around its values or the model is too large.

        >>> Target.from_expression("exp(x0)", 2).model(fmpq(1, 10**12), 20).degree
        12
        """
        if self.kind == "callable":
            return None
        return polynomial_model.model(self._nodes, self.m, tolerance, max_degree)

    # --- bounds

    @cached_property
    def _proved_slope(self) -> Fact[arb] | None:
        """The Lipschitz constant that can be proved, or None."""
        if self.kind == "callable":
            return None
        bound = ExpressionMap(self._nodes, self.m).lipschitz()
        self._steepest = bound.place
        if not bound.value.is_finite():
            return None
        return Fact(bound.value, "exact" if bound.exact else "certified")

    @cached_property
    def lipschitz(self) -> Fact[arb]:
        """An upper bound of the Lipschitz constant L, as a number (an exact arb): rules R1-R3, or what was given.

        L is for the geodesic distance (radians) and the Euclidean norm in R^q.  A proved bound that is at most the
        given one replaces it.  Raises `HypothesisError`, with a place, when none is found and none was given.

        >>> Target.from_expression("acos(x2)", 2).lipschitz
        Fact(value=1.00000000000000, status='exact')
        """
        proved = self._proved_slope
        if self._given is not None:
            with precision(BITS):
                given = arb(self._given).upper()
            if proved is None or not proved.value <= given:
                return Fact(given, "given")
        if proved is None:
            raise HypothesisError(
                f"no Lipschitz constant of {shown(self.text)} could be proved: its slope is not seen to be bounded "
                f"near the point {_listed(self._steepest)}. If you know one, give it with --lipschitz L "
                "(and write sqrt(u**2 + v**2) as norm(u, v))"
            )
        return proved

    @cached_property
    def sup_norm(self) -> Fact[arb]:
        """An upper bound of sup |f| (Euclidean norm in R^q); of a callable, from one value and the given constant."""
        with precision(BITS):
            if self.kind == "callable":
                first = self.sample(np.eye(1, self.d))[0]
                length = sum((arb(float(v)) ** 2 for v in first), arb(0)).sqrt()
                return Fact((length + arb.pi() * self.lipschitz.value).upper(), "given")
            total = arb(0)
            for node in self._nodes:
                low, high = ExpressionMap((node,), self.m).range()
                total += maximum([abs(arb(low)), abs(arb(high))]) ** 2
            bound = total.sqrt().upper()
            if self.polynomial is not None:
                bound = bound.min(harmonic_sup(self._norms_squared, self.m).upper())
            return Fact(bound, "certified")

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What the user vouches for, in full sentences; empty when everything is proved."""
        lines = []
        if self._given is not None and self.lipschitz.status == "given":
            constant = upper_decimal(self.lipschitz.value, 12)
            lines.append(
                f"the target is Lipschitz on S^{self.m} with constant {constant} "
                "(geodesic distance, Euclidean norm of the values): given, not proved"
            )
        if self.kind == "callable":
            lines.append(
                f"the numbers that {self.text} returned are the exact values of the target at the points of "
                f"S^{self.m} nearest to its arguments: given, not proved"
            )
        return tuple(lines)

    def _refute_given(self) -> None:
        """Raise `HypothesisError` if two points prove that the given Lipschitz constant is too small."""
        if self._given is None:
            return
        directions = np.random.default_rng(0).standard_normal((64, 2, self.d))
        first = directions[:, 0] / np.linalg.norm(directions[:, 0], axis=1, keepdims=True)
        nearby = first + 1e-3 * directions[:, 1] / np.linalg.norm(directions[:, 1], axis=1, keepdims=True)
        second = nearby / np.linalg.norm(nearby, axis=1, keepdims=True)
        u, v = self.sample(first), self.sample(second)
        slopes = np.linalg.norm(u - v, axis=1) / np.linalg.norm(first - second, axis=1)
        steepest = int(np.argmax(np.where(np.isfinite(slopes), slopes, 0.0)))
        with precision(BITS):
            x, y = _on_sphere(first[steepest]), _on_sphere(second[steepest])
            if self.kind == "callable":
                values = [[arb(float(c)) for c in row] for row in (u[steepest], v[steepest])]
            else:
                values = [self.enclose(x), self.enclose(y)]
            change = sum(((a - b) ** 2 for a, b in zip(*values, strict=True)), arb(0)).sqrt()
            distance = sum((a * b for a, b in zip(x, y, strict=True)), arb(0)).acos()
            if change > self._given * distance:
                raise HypothesisError(
                    f"the Lipschitz constant {self._given} given for {shown(self.text)} is too small: near the point "
                    f"{_listed(first[steepest])} the slope is at least {(change / distance).str(4, radius=False)}"
                )


# --- checks ----------------------------------------------------------------------------------------------------------


def _check_dimension(m: object) -> None:
    if not isinstance(m, int) or isinstance(m, bool) or not 1 <= m <= MAX_DIMENSION:
        raise HypothesisError(f"the sphere S^m needs a whole number 1 <= m <= {MAX_DIMENSION}; got {shown(m)}")


def _checked_constant(lipschitz: Exact | None) -> fmpq | None:
    if lipschitz is None:
        return None
    value = exact(lipschitz)
    if value < 0:
        raise HypothesisError(f"a Lipschitz constant is at least 0; got {value}")
    return value


def imported_function(path: str) -> Callable[[Floats], Floats]:
    """The function ``module:function`` of float64 arrays; its values are checked arrays of shape () or (q,).

    Raises `InputError` when the import fails or, on calls, when a value is not a finite number or sequence of numbers.
    """
    return _checked_function(_imported(path), path)


def _imported(path: str) -> Callable[[Floats], Any]:
    module, colon, name = path.partition(":")
    if not colon or not all(part.isidentifier() for part in [*module.split("."), name]):
        raise InputError(f"a callable target is written module:function; got {shown(path)}")
    try:
        function = getattr(importlib.import_module(module), name)
    except Exception as error:  # whatever the user's module raises
        raise InputError(f"{path} cannot be imported ({type(error).__name__}: {error})") from error
    if not callable(function):
        raise InputError(f"{path} is not a function but {type(function).__name__}")
    return function  # type: ignore[no-any-return]


def _checked_function(function: Callable[[Floats], Any], path: str) -> Callable[[Floats], Floats]:
    """The function with its result as a float64 array of shape () or (q,), checked."""

    def call(x: Floats) -> Floats:
        try:
            result = function(x)
        except Exception as error:  # whatever the user's function raises
            raise InputError(f"{path} raised {type(error).__name__} at {_listed(x)}: {error}") from error
        try:
            raw = np.asarray(result)
            value = raw.astype(np.float64) if raw.dtype.kind in "fiu" else None
        except (TypeError, ValueError):
            value = None
        if value is None or value.ndim > 1 or not 1 <= value.size <= MAX_OUTPUTS:
            raise InputError(
                f"{path} must return a float or a sequence of 1 to {MAX_OUTPUTS} floats; at {_listed(x)} it returned "
                f"{shown(result)}"
            )
        if not np.isfinite(value).all():
            raise InputError(f"{path} returned {shown(result)} at {_listed(x)}: not a finite number")
        return value

    return call


def _listed(point: Sequence[float] | Floats) -> str:
    shown_part = ", ".join(f"{float(t):.6g}" for t in point[:8])
    return f"({shown_part}{', ...' if len(point) > 8 else ''})"


def _on_sphere(point: Floats) -> list[arb]:
    """The point of the sphere in the direction of ``point``, at the current precision."""
    vector = [arb(float(t)) for t in point]
    length = sum((t * t for t in vector), arb(0)).sqrt()
    return [t / length for t in vector]
