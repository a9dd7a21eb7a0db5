"""From the source paper's claims to our statements, and the claims of the specification that fell.

The paper's proofs and constants are not at hand: `claim` says in our words what is claimed, nothing more.  Labels are
those of the registry; `load_map` refuses one that does not exist.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from theory.errors import InputError
from theory.registry import load

__all__ = ["CORRECTED", "PAPER", "PaperClaim", "load_map"]


class PaperClaim(NamedTuple):
    """A claim of the paper: its label here, what it says, our statements, and how they relate to it.

    ``ours`` states the claim (or what is left of it); ``through`` are the theorems that carry it.
    """

    name: str
    claim: str
    ours: tuple[str, ...]
    through: tuple[str, ...]
    verdict: str


PAPER: Final = (
    PaperClaim(
        "Universality on the sphere",
        "One attention head with a suitable prefix approximates every continuous function on the hypersphere.",
        ("P1",),
        ("F1", "F2", "F3"),
        "Holds, for every dimension, with an explicit length and scale.",
    ),
    PaperClaim(
        "Jackson-type bound",
        "A prefix length for an error eps, a power of 1/eps whose exponent is quadratic in the dimension.",
        ("P2", "P2a"),
        ("C2a", "E1a", "E2"),
        "The exponent follows from the shape of the bound; the bound itself is reconstructed, its constants are not "
        "at hand.",
    ),
    PaperClaim(
        "Classical heads",
        "The head can be a softmax head with fixed matrices whose width is three times that of the input.",
        ("P3",),
        ("I3", "I4", "I5"),
        "Holds, for symbolic dimension; biases need one constant coordinate.",
    ),
    PaperClaim(
        "Element-wise maps",
        "An element-wise map of a sequence needs one head.",
        ("P4",),
        ("J", "J'", "J''"),
        "Holds, and for maps that depend on the position as well.",
    ),
    PaperClaim(
        "Sequence-to-sequence maps",
        "General maps of sequences need a depth linear in the length; two attention layers compress the sequence to "
        "one scalar.",
        ("P4a", "P4b"),
        ("K2", "K2'", "K4'", "K4''", "K5", "K6"),
        "Uniformly, one continuous scalar is not enough: a condition is missing. A fixed number of scalars is, at "
        "constant depth.",
    ),
    PaperClaim(
        "The open question",
        "Is there a tighter Jackson bound, or does prefix-tuning need more parameters than training a network?",
        ("P5",),
        ("F3", "G1", "G1a", "G2", "G3", "G3'", "G3d"),
        "Answered: the rate of networks is reached, and no way of choosing prefixes does better but for logarithms.",
    ),
    PaperClaim(
        "Precision and size",
        "The size of the model does not depend on the precision asked for: only the prefix grows.",
        ("P6",),
        ("I5",),
        "Holds.",
    ),
)

CORRECTED: Final = ("A9", "A9a", "D3", "I4", "I4'", "K2", "K2'", "L", "L'", "P4a")
"""Statements whose note tells of a claim that was believed and is false, or true only under another hypothesis."""


def load_map() -> tuple[PaperClaim, ...]:
    """The map; raises `InputError` for a label that the registry does not have, or a claim that the map forgets."""
    registry = load()
    labels = [label for row in PAPER for label in (*row.ours, *row.through)]
    if unknown := [label for label in (*labels, *CORRECTED) if label not in registry]:
        raise InputError(f"the paper's map names statements that do not exist: {', '.join(unknown)}")
    mapped = {label for row in PAPER for label in row.ours}
    if forgotten := [label for label, s in registry.items() if label.startswith("P") and label not in mapped]:
        raise InputError(f"the paper's map forgets {', '.join(forgotten)}")
    if silent := [label for label in CORRECTED if not registry[label].note]:
        raise InputError(f"the note says nothing of the correction: {', '.join(silent)}")
    return PAPER
