"""The report of one prefix in a real browser: silent, no network, contrast, widths, its picture and its words.

apt-get install chromium; pytest -m slow tests/browser/test_report.py     (PREFIXPROOF_SHOTS=DIR keeps screenshots)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from verify.html_report import html_report, read_subject
from verify.pipeline import build, save

sys.path.insert(0, str(Path(__file__).parent))
from chromium import Chromium, program

pytestmark = pytest.mark.slow
if program() is None:
    pytest.skip("no chromium on this machine: apt-get install chromium", allow_module_level=True)

SHOTS = os.environ.get("PREFIXPROOF_SHOTS")
CONTRAST = """(() => {
  const part = v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = c => { const [r, g, b] = c.map(v => part(v / 255)); return .2126 * r + .7152 * g + .0722 * b; };
  const parse = s => (s.match(/[0-9.]+/g) || []).map(Number);
  const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length == 3 || c[3] > .5) return c.slice(0, 3); } return [255, 255, 255]; };
  let worst = 99;
  for (const e of document.querySelectorAll('p,dt,dd,th,td,pre,h1,h2,figcaption,.ink,caption,li')) {
    const style = getComputedStyle(e), ink = parse(e instanceof SVGElement ? style.fill : style.color).slice(0, 3);
    const [a, b] = [light(ink), light(behind(e))].sort((x, y) => y - x);
    worst = Math.min(worst, (a + .05) / (b + .05));
  }
  return worst;
})()"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    for name, text, m, eps in (
        ("map", "x0*x1", 2, "1e-3"),
        ("curve", "x0**2", 1, "0.01"),
        ("circles", "x0*x3", 3, "0.1"),
    ):
        save(build(text, m, eps), folder / name)
        (folder / f"{name}.html").write_text(html_report(read_subject(folder / name)), encoding="utf-8")
    return {file.stem: file for file in folder.glob("*.html")}


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as tab:
        yield tab


@pytest.mark.parametrize("name", ["map", "curve", "circles"])
@pytest.mark.parametrize(("look", "width"), [("light", 1200), ("dark", 1200), ("phone", 390)])
def test_the_page(browser: Chromium, pages: dict[str, Path], name: str, look: str, width: int) -> None:
    browser.screen(width, 900, dark=look == "dark")
    browser.open(pages[name])
    if SHOTS:
        browser.picture(Path(SHOTS) / f"report-{name}-{look}.png", whole=True)
    assert browser.errors == []
    assert browser.outside == []
    assert len(browser.requests) == 1
    assert browser.value("document.documentElement.scrollWidth") <= width
    assert browser.value(CONTRAST) >= 4.5
    box = browser.value("(r => [r.width, r.height])(document.querySelector('svg').getBoundingClientRect())")
    assert box[0] > 0.8 * min(width, 800)
    assert box[1] > 100
    described = "[...document.querySelectorAll('svg')].every(s => s.getAttribute('aria-label').length > 40)"
    assert browser.value(described) is True
    shown = browser.value("getComputedStyle(document.body).backgroundColor")
    assert shown == ("rgb(22, 21, 27)" if look == "dark" else "rgb(255, 255, 255)")
