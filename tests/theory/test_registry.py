"""The content of the registry as a whole: every label of the theory, and statuses that are recorded honestly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from theory.proof_steps import Citation
from theory.registry import load, statement

CHAPTERS = (
    "A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 B1 B2 B3 C0 C1 C2 C3 D1 D2 D3 D4 E1 E2 E3 F1 F2 F3 F4 F5 F6 "
    "G1 G2 G3 G3' H1 H1' H2 H3 H4 H5 I1 I2 I3 I4 I5 J K1 K2 K3 K4 K4' K4'' K5 K6 L N P1 P2 P3 P4 P5 P6"
)
LABELS = CHAPTERS.split()


@pytest.fixture(scope="module")
def recorded() -> Mapping[str, Mapping[str, str]]:
    path = Path(__file__).parents[2] / "theory" / "statements" / "expected.json"
    table: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return table


def citations(label: str) -> set[str]:
    """The bibliography keys that a proof rests on, transitively."""
    registry, seen, found = load(), set[str](), set[str]()

    def visit(name: str) -> None:
        if name not in seen:
            seen.add(name)
            found.update(s.key for s in registry[name].steps if isinstance(s, Citation) and not s.evidence)
            for used in registry[name].proof_uses:
                visit(used)

    visit(label)
    return found


def test_every_label_of_the_theory_is_there() -> None:
    assert [label for label in LABELS if label not in load()] == []


def test_most_of_it_is_proved(recorded: Mapping[str, Mapping[str, str]]) -> None:
    proved = [
        label for label in LABELS if recorded[label]["status"] in ("proved", "proved modulo citations", "definition")
    ]
    assert len(proved) >= 0.8 * len(LABELS)


def test_what_is_only_tested_or_open_says_why(recorded: Mapping[str, Mapping[str, str]]) -> None:
    weak = [s for s in load().values() if recorded[s.label]["status"] in ("tested only", "open", "refuted", "error")]
    assert [s.label for s in weak if not s.note] == []


@pytest.mark.parametrize(
    ("label", "keys"), [("F3", set()), ("G3'", {"warren1968"}), ("G1", {"borsuk1933"}), ("K2", {"borsuk1933"})]
)
def test_what_the_main_theorems_rest_on(label: str, keys: set[str]) -> None:
    assert citations(label) == keys


def test_labels_are_where_their_letter_says() -> None:
    for s in load().values():
        assert Path(s.file).name.startswith(f"{s.label[0].lower()}_"), f"{s.label} is declared in {s.file}"
        assert s.line > 0


@pytest.mark.parametrize("label", ["F1", "H1"])
def test_bounds_are_functions(label: str) -> None:
    assert statement(label).value is not None
