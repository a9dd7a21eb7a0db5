"""The errors a user can meet.  Each message names what fails, the value, and what to do."""

from __future__ import annotations

__all__ = [
    "DiscontinuousTarget",
    "ExpressionError",
    "HypothesisError",
    "InputError",
    "PrefixproofError",
    "UnreachableError",
]


class PrefixproofError(Exception):
    """Base of every error that this project raises on purpose."""


class InputError(PrefixproofError, ValueError):
    """Unusable input (exit status 2)."""


class HypothesisError(InputError):
    """A hypothesis of a theorem does not hold for the given values; the message says which and by how much."""


class ExpressionError(InputError):
    """An expression that the whitelist parser refuses.

    ``text`` is the expression, ``column`` the 0-based offset of the offending place; ``str(error)`` shows both
    with a caret under the column.
    """

    def __init__(self, message: str, text: str = "", column: int | None = None) -> None:
        self.text, self.column = text, column
        where = ""
        if column is not None:
            start = max(0, column - 60)
            where = f" at column {column + 1}\n  {text[start : column + 60]}\n  {' ' * (column - start)}^"
        super().__init__(message + where)


class DiscontinuousTarget(InputError):
    """The target is not defined, or not continuous, somewhere on the sphere; ``place`` is a point near there."""

    def __init__(self, message: str, place: tuple[float, ...] = ()) -> None:
        self.place = place
        super().__init__(message)


class UnreachableError(PrefixproofError):
    """The requested accuracy cannot be reached within the limits (exit status 1).

    ``best`` is the best bound reached as a decimal string (or None), ``limit`` the limit to raise.
    """

    def __init__(self, message: str, best: str | None = None, limit: str | None = None) -> None:
        self.best, self.limit = best, limit
        super().__init__(message)
