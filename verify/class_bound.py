"""Proved errors of class prefixes: one number for all L-Lipschitz targets (theory F1, F6)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, NamedTuple

from flint import arb

from constructions.class_prefix import class_plan, gentler
from constructions.prefix import StoredPrefix
from theory.balls import Exact, ball, exact, lower_decimal, upper_decimal
from theory.errors import InputError, PrefixproofError
from theory.prefix_length import fixed_keys_bound
from verify.certificate import F1Numbers, theorem_of
from verify.pipeline import BuildResult, realise, refuse_existing, save
from verify.sup_norm import PROVED, SupNorm, mean_distance

__all__ = ["PROOFS", "ClassBound", "build_class"]

Proof = Literal["F6", "F1"]
PROOFS = ("auto", "F6", "F1")

_CELLS = {1: 200, 2: 1000, 3: 15_000}
"""About how many cells a token costs the proof of theory F6 (measured at the steepness of `gentler`)."""
_MOST_CELLS = 2_500_000
"""Proofs by F6 that are expected to take more cells (a minute) are left to F1."""


class ClassBound(NamedTuple):
    """A class prefix with its proof: every L-Lipschitz target has error <= L ``error`` with values f(p_i).

    ``error`` in radians, a decimal rounded up; ``fixed_keys`` the lower bound of theory G2 for that class and error;
    ``built`` holds the certificate of theorem F1 (proof "F1"), ``distance`` that of the mean distance (proof "F6").
    """

    stored: StoredPrefix
    error: str
    proof: Proof
    covering_radius: str
    fixed_keys: int | arb
    built: BuildResult
    distance: SupNorm | None

    @property
    def tokens(self) -> int:
        """The number N of tokens."""
        return self.stored.tokens

    def facts(self) -> dict[str, Any]:
        """What the command line prints."""
        least = self.fixed_keys
        ratio = ball(self.tokens) / ball(least)
        return {
            "sphere": self.stored.m,
            "tokens": self.tokens,
            "lam": str(self.stored.lam),
            "covering_radius": self.covering_radius,
            "class_error": self.error,
            "proof": self.proof,
            "fixed_keys_bound": least if isinstance(least, int) else lower_decimal(least),
            "ratio": upper_decimal(ratio, 4),
        }

    def save(self, directory: Path, *, force: bool = False) -> None:
        """Write the prefix (with the values of dist(x, e_m)) and its certificate; `prefixproof check` re-proves it."""
        if self.distance is None:
            save(self.built, directory, force)
            return
        from verify.supnorm.writing import write_certificate

        refuse_existing(directory, force=force)
        directory.mkdir(exist_ok=True)
        (directory / "certificate.json").unlink(missing_ok=True)
        write_certificate(self.distance, self.stored, directory)


def build_class(m: int, radius: Exact, *, proof: str = "auto", max_tokens: int = 200_000) -> ClassBound:
    """Keys and lam with as few tokens as the nets here allow, and error <= ``radius`` L for every L-Lipschitz target.

    ``proof``: "F6" encloses sup_x sum_i w_i(x) dist(x, p_i) by branch and bound, with a lam of the order 1/delta^2;
    "F1" is a formula for every m, with a much larger lam (50 to 1000 times); "auto" takes F6 where it is affordable.
    Raises `InputError` for unusable parameters, `UnreachableError` when the net would be too large.
    """
    if proof not in PROOFS:
        raise InputError(f"proof {proof!r} is not one of {', '.join(PROOFS)}")
    plan, goal = class_plan(m, radius, max_tokens=max_tokens), exact(radius)
    built = realise(plan, plan.target, goal, plan.max_value, 0)
    least = fixed_keys_bound(m, 1, goal)
    tokens, numbers = built.stored.tokens, built.certificate.numbers
    if not isinstance(numbers, F1Numbers):
        raise PrefixproofError(f"a local prefix is proved by theorem F1, not {theorem_of(numbers)}")
    delta = numbers.covering_radius
    if proof == "F6" or (proof == "auto" and m in _CELLS and tokens * _CELLS[m] <= _MOST_CELLS):
        stored = gentler(built.stored, ball(delta))
        found = mean_distance(stored, "0.001", at_most=goal)
        if found.verdict == PROVED:
            return ClassBound(stored, found.texts()[1], "F6", delta, least, built, found)
        if proof == "F6":
            raise InputError(f"theory F6 is not decided for lam = {stored.lam}: {found.note or 'take a larger radius'}")
    return ClassBound(built.stored, built.certificate.certified_error, "F1", delta, least, built, None)
