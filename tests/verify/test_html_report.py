"""``prefixproof report``: one page, without network or scripts, everything escaped, the numbers of the files."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import numpy as np
import pytest
from flint import fmpq
from typer.testing import CliRunner, Result

from constructions.prefix import StoredPrefix
from theory.errors import InputError
from theory.targets import Target
from verify.cli import app
from verify.error_map import error_map, great_circle, grid
from verify.html_report import html_report, read_subject
from verify.pipeline import build, save
from verify.svg import figure, mollweide, ramp


class Page(HTMLParser):
    """Collects the tags, the attributes and the text; fails on tags that do not nest."""

    EMPTY = ("meta", "br")

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1] not in ("style",):
            self.text += data


def call(*words: str) -> Result:
    return CliRunner().invoke(app, ["report", *words])


def check_page(text: str) -> Page:
    page = Page(text)
    names = {name for name, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "form"}
    for _, attributes in page.tags:
        for key, value in attributes.items():
            assert not key.startswith("on")
            if key in ("href", "src") or (key == "xmlns" and value != "http://www.w3.org/2000/svg"):
                raise AssertionError((key, value))
    assert "url(" not in text
    assert "@import" not in text
    for name, attributes in page.tags:
        if name == "svg":
            assert attributes["role"] == "img"
            assert attributes["aria-label"]
    assert "prefers-color-scheme:dark" in text
    assert "@media print" in text
    return page


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("report") / "built"
    save(build("x0*x1", 2, "1e-3"), directory)
    return directory


def test_a_build(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    found = call(str(built), "-o", str(out), "--json")
    facts = json.loads(found.stdout)
    assert found.exit_code == 0, found.output
    assert facts["valid"] is True
    page = check_page(out.read_text())
    certificate = json.loads((built / "certificate.json").read_text())
    for wanted in ("x0*x1", certificate["certified_error"], certificate["prefix_sha256"], certificate["lam"], "VALID"):
        assert wanted in page.text
    for heading in ("What is claimed", "The prefix", "What the proof rests on", "The error on the sphere"):
        assert heading in page.text
    assert "How many tokens are needed" in page.text
    assert f"prefixproof check {built.name}" in page.text
    assert "theorem" in page.text.lower()
    # The largest error drawn is below the certified one, and is said in words as well.
    largest = re.search(r"The largest of them is ([0-9.e+-]+[0-9])", page.text)
    assert largest is not None
    assert 0 < float(largest[1]) <= float(certificate["certified_error"])
    again = call(str(built), "-o", str(out))
    assert again.exit_code == 2
    assert "--force" in again.stderr
    assert call(str(built), "-o", str(out), "--force", "--no-check").exit_code == 0
    assert "Not re-proved" in Page(out.read_text()).text


def test_a_false_claim_is_shown_as_invalid(built: Path, tmp_path: Path) -> None:
    directory = tmp_path / "false"
    directory.mkdir()
    for name in ("prefix.safetensors", "certificate.json"):
        (directory / name).write_bytes((built / name).read_bytes())
    text = (directory / "certificate.json").read_text()
    claimed = json.loads(text)["certified_error"]
    (directory / "certificate.json").write_text(text.replace(f'"{claimed}"', '"1e-30"'))
    out = tmp_path / "page.html"
    assert call(str(directory), "-o", str(out)).exit_code == 1
    page = check_page(out.read_text())
    assert "INVALID" in page.text
    assert "\u2713" not in page.text


def test_the_snippet_loads_the_head(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(html_report(read_subject(built, check=False)))
    source = page.text[page.text.index("import numpy as np") : page.text.index("prefixproof run")]
    monkeypatch.chdir(built.parent)
    scope: dict[str, object] = {}
    exec(compile(source, "snippet", "exec"), scope)  # our own page, with a directory name of ours
    head = scope["head"]
    x = np.array([0.6, 0.8, 0.0])
    assert abs(float(head(x)[0]) - 0.48) < 2e-3  # type: ignore[operator]


SUBJECTS = [
    ("[x0, -x1]", 1, "0.01", {}),
    ("abs(x0)", 1, "0.3", {}),
    ("[x0*x3 - x1*x2, x0, 0]", 3, "0.05", {"context": 7}),
    ("x0*x1", 1, "1e-25", {"max_value": "1e12"}),
    ("x0 + x15", 15, "0.1", {}),
    ("0", 2, "0.1", {}),
    ("acos(x4)", 4, "1.55", {}),
]


@pytest.mark.parametrize(
    ("text", "m", "eps", "more"),
    [pytest.param(*s, id=s[0], marks=() if s[1] in (1, 15) else pytest.mark.slow) for s in SUBJECTS],
)
def test_other_prefixes(text: str, m: int, eps: str, more: dict[str, object], tmp_path: Path) -> None:
    directory = tmp_path / "a & b <i>"
    save(build(text, m, eps, **more), directory)  # type: ignore[arg-type]
    page = check_page(html_report(read_subject(directory, check=False)))
    assert "a & b <i>" in page.text
    assert ("i", {}) not in page.tags
    if "context" in more:
        assert "up to 7" in page.text


def test_user_code_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "targets_for_report.py").write_text("def f(x):\n    return abs(x[0])\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    save(build("targets_for_report:f", 1, "0.5", lipschitz="1"), tmp_path / "net")
    (tmp_path / "targets_for_report.py").write_text("raise SystemExit('this must not run')\n")
    page = check_page(html_report(read_subject(tmp_path / "net")))
    assert "never run here" in page.text
    assert "vouched for, not proved" in page.text


@pytest.mark.slow
def test_certify_directories_and_class_claims(tmp_path: Path) -> None:
    file = tmp_path / "foreign.npz"
    np.savez(file, keys=np.vstack([np.eye(3), -np.eye(3)]), values=np.array([3.0, 0, 0, -3.0, 0, 0]))
    words = ["certify", str(file), "--target", "x0", "--sphere", "2", "--tol", "0.05", "--out", str(tmp_path / "cover")]
    assert CliRunner().invoke(app, words).exit_code == 0
    page = check_page(html_report(read_subject(tmp_path / "cover")))
    assert "A cover of the sphere by" in page.text
    assert "VALID" in page.text
    from verify.class_bound import build_class

    build_class(1, "0.3").save(tmp_path / "class", force=False)
    page = check_page(html_report(read_subject(tmp_path / "class")))
    assert "for every L-Lipschitz f" in page.text or "acos(x1)" in page.text


def test_hostile_texts_are_escaped(built: Path) -> None:
    subject = read_subject(built, check=False)
    assert subject.construction is not None
    evil = "<script>alert(1)</script>&\"'"
    lines = (evil,)
    hostile = replace(
        subject,
        construction=msgspec.structs.replace(subject.construction, target=evil, producer=evil, assumptions=lines),
    )
    page = check_page(html_report(hostile))
    assert page.text.count(evil) >= 3


@pytest.mark.parametrize("content", [None, "prefix.safetensors", "certificate.json"])
def test_unusable_directories(content: str | None, tmp_path: Path) -> None:
    directory = tmp_path / "d"
    if content is not None:
        directory.mkdir()
        (directory / content).write_text("{}")
    result = call(str(directory), "-o", str(tmp_path / "x.html"))
    assert result.exit_code == 2
    assert "build --out" in result.stderr
    assert not (tmp_path / "x.html").exists()


def test_unusable_output(built: Path, tmp_path: Path) -> None:
    for out in (tmp_path, tmp_path / "no" / "where.html"):
        assert call(str(built), "-o", str(out)).exit_code == 2


# --- the parts -----------------------------------------------------------------------------------------------------


def test_maps_show_what_the_head_does() -> None:
    """One token with value 0: the error of the target x2 is |x2|, on the map and on circles."""

    def constant(m: int) -> StoredPrefix:
        keys = (np.eye(1, m + 1),)
        return StoredPrefix(m, fmpq(1), keys, (np.zeros((1, 1)),), (np.zeros(1),), "")

    found = error_map(constant(2), Target.from_expression("x2", 2))
    assert found.cells is not None
    assert found.enclosed
    points = grid(*found.cells.shape)
    assert np.allclose(np.linalg.norm(points, axis=1), 1)
    assert np.allclose(found.cells.ravel(), np.abs(points[:, 2]))
    assert np.all(found.cells.ravel() >= np.abs(points[:, 2]) - 1e-15)
    circle = error_map(constant(1), Target.from_expression("x1", 1))
    (line,) = circle.lines
    assert np.allclose(line.error, np.abs(np.sin(line.angle)), atol=1e-12)
    assert np.allclose(line.target, np.sin(line.angle), atol=1e-12)
    high = error_map(constant(5), Target.from_expression("x5", 5))
    assert len(high.lines) == 3
    assert high.largest <= 1 + 1e-12
    angle, x = great_circle(np.array([3.0, 0, 0]), np.array([1.0, 2, 0]), 5)
    assert np.allclose(x[1], [0, 1, 0])
    assert angle[1] == pytest.approx(np.pi / 2)
    with pytest.raises(InputError):
        error_map(constant(2), Target.from_callable("math:fsum", 2, lipschitz=2))


def test_mollweide_is_equal_area() -> None:
    """The Jacobian of (sin latitude, longitude) -> (x, y) is constant: by differences."""
    latitude, longitude, h = np.linspace(-1.3, 1.3, 9), np.linspace(-3, 3, 9), 1e-5
    height = np.sin(latitude)
    _, y0 = mollweide(np.arcsin(height - h), longitude)
    _, y1 = mollweide(np.arcsin(height + h), longitude)
    x2, _ = mollweide(latitude, longitude - h)
    x3, _ = mollweide(latitude, longitude + h)
    area = (y1 - y0) / (2 * h) * (x3 - x2) / (2 * h)
    assert np.ptp(area) < 1e-4


def test_the_ramp_gets_lighter() -> None:
    light = [
        sum(int(ramp(t)[i : i + 2], 16) * w for i, w in ((1, 0.2), (3, 0.7), (5, 0.1))) for t in np.linspace(0, 1, 30)
    ]
    assert light == sorted(light)
    assert ramp(float("nan")) == "#888888"
    assert ramp(-5) == ramp(0)
    assert "&lt;b&gt;" in figure("", 1, 1, "<b>", "")
