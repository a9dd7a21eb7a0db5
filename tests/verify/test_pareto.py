"""``prefixproof pareto``: proved points only, none of them beaten by another, and a picture that says what it shows."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from theory.balls import exact
from verify.cli import app
from verify.pareto import Point, front, picture, sweep
from verify.pipeline import build_prefix, target_from


def call(*words: str) -> Result:
    return CliRunner().invoke(app, ["pareto", *words])


def point(tokens: int, error: str, value: str) -> Point:
    return Point(tokens, error, value, "spectral", "H2", "1", 1, "")


def test_the_front_is_what_nothing_beats() -> None:
    points = [point(10, "0.1", "5"), point(10, "0.2", "5"), point(12, "0.1", "5"), point(10, "0.1", "6")]
    points += [point(20, "0.01", "5"), point(10, "0.2", "1"), point(10, "0.1", "5")]
    kept = front(points)
    assert kept == [point(10, "0.1", "5"), point(10, "0.2", "1"), point(20, "0.01", "5")]
    for p in points:
        assert p in kept or any(q.dominates(p) for q in kept)
    assert not any(p.dominates(q) for p in kept for q in kept)
    assert not points[0].dominates(points[0])


def test_points_are_proved_and_keep_their_limits() -> None:
    target = target_from("x0*x1", 2)
    points = list(sweep(target, ["1e-3", "0.1"], ["1", "10", "1000"], 100))
    assert len(points) >= 4
    for p in points:
        assert exact(p.error) <= exact(p.asked)
        assert exact(p.max_value) <= 1000
        assert p.tokens <= 100
    again = build_prefix(target, "1e-3", max_value="1000", max_tokens=100).certificate
    assert any((p.tokens, p.error, p.theorem) == (again.tokens, again.certified_error, again.theorem) for p in points)
    assert list(sweep(target, ["1e-9"], ["10"], 3)) == []


def test_the_command(tmp_path: Path) -> None:
    out = tmp_path / "p.svg"
    words = ("x0**2", "--sphere", "1", "--eps", "0.1", "--eps", "1e-4", "--max-value", "100", "--out", str(out))
    found = json.loads(call(*words, "--json").stdout)
    assert found["built"] >= len(found["points"]) >= 2
    assert found["assumptions"] == []
    root = ET.fromstring(out.read_text())
    assert root.attrib["role"] == "img"
    assert "proved prefixes" in root.attrib["aria-label"]
    space = "{http://www.w3.org/2000/svg}"
    told = [title.text for title in root.iter(f"{space}title")]
    for row in found["points"]:
        assert any(f"error at most {row['error']}" in (text or "") for text in told)
    assert "<script" not in out.read_text()
    assert call(*words).exit_code == 2  # the picture exists
    table = call(*words, "--force").stdout
    assert "certified error" in table
    assert str(out) in table


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("x0", "--sphere", "2", "--out", "a.png"), 2, ".svg"),
        (("x0", "--sphere", "2", "--out", "no/where/a.svg"), 2, "directory"),
        (("x0", "--sphere", "2", "--eps", "0"), 2, "--eps"),
        (("x0", "--sphere", "2", "--eps", "nan"), 2, "nan"),
        (("x0", "--sphere", "2", "--max-value", "-1"), 2, "--max-value"),
        (("sign(x0)", "--sphere", "2"), 2, "abs"),
        (("acos(x0)", "--sphere", "1", "--eps", "1e-3", "--max-tokens", "5"), 1, "--max-tokens"),
    ],
)
def test_unusable_input(words: tuple[str, ...], status: int, says: str) -> None:
    result = call(*words)
    assert result.exit_code == status, result.output
    assert says in result.stderr


def test_pictures_of_hostile_and_extreme_points() -> None:
    points = [point(1, "1e-40", "1e12"), *(point(5 * k, f"1e-{k}", f"1e{k}") for k in range(1, 9))]
    text = picture(points, "<b>&\"' x0")
    ET.fromstring(text)
    assert "<b>" not in text
    assert text.count("&#8804;") == 6
    ET.fromstring(picture(points[:1], "one"))
