"""The built site in a real browser: console, network, maths, links, search, widths, contrast.

apt-get install chromium; sphinx-build -j 2 -W -b html docs docs/_build
PREFIXPROOF_SITE=docs/_build pytest tests/browser          (PREFIXPROOF_SHOTS=DIR keeps screenshots)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SITE = Path(os.environ.get("PREFIXPROOF_SITE", "nowhere"))
if not (SITE / "index.html").is_file():
    pytest.skip("PREFIXPROOF_SITE names no built site", allow_module_level=True)

sys.path.insert(0, str(Path(__file__).parent))
from chromium import Chromium, program  # noqa: E402

if program() is None:
    pytest.skip("no chromium on this machine: apt-get install chromium", allow_module_level=True)

SHOTS = os.environ.get("PREFIXPROOF_SHOTS")
PAGES = (
    "index", "tour", "contract", "howto", "theory", "certificate", "bibliography", "measured", "prove_gallery",
    "statements/index", "statements/graph", "statements/paper", "statements/failures", "statements/F3", "statements/H2",
    "statements/L", "guide/spheres", "guide/smoothing", "guide/jackson", "guide/prefixes", "guide/lower_bounds",
    "guide/heads", "guide/sequences", "guide/pretrained", "api/index", "api/theory.kernels", "source/theory/kernels",
)  # fmt: skip
DESKTOP, PHONE = (1300, 900), (390, 844)
CONTRAST = """(() => {
  const part = v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = c => { const [r, g, b] = c.map(v => part(v / 255));
    return .2126 * r + .7152 * g + .0722 * b; };
  const parse = s => (s.match(/[0-9.]+/g) || []).map(Number);
  const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length == 3 || c[3] > .5) return c.slice(0, 3); } return [255, 255, 255]; };
  const bad = [];
  for (const e of document.querySelectorAll(SELECTOR)) {
    const style = getComputedStyle(e), ink = parse(e instanceof SVGElement ? style.fill : style.color).slice(0, 3);
    if (ink.length < 3) continue;
    const [a, b] = [light(ink), light(behind(e))].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) bad.push(e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + ratio.toFixed(2));
  }
  return [...new Set(bad)].slice(0, 10);
})()"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as tab:
        yield tab


def shoot(browser: Chromium, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        browser.picture(Path(SHOTS) / f"{name.replace('/', '-')}.png")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_a_page_loads_in_silence(browser: Chromium, page: str, look: str) -> None:
    width, height = PHONE if look == "phone" else DESKTOP
    browser.screen(width, height, dark=look == "dark")
    browser.open(SITE / f"{page}.html")
    shoot(browser, f"{page}-{look}")
    assert browser.errors == []
    assert browser.outside == []
    assert browser.value("document.querySelectorAll('h1').length") == 1
    wide = browser.value("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 1, "the page scrolls sideways"


@pytest.mark.parametrize("page", ["statements/F3", "statements/H2", "theory", "guide/spheres"])
def test_maths_is_laid_out(browser: Chromium, page: str) -> None:
    browser.screen(*DESKTOP)
    browser.open(SITE / f"{page}.html")
    assert browser.value("document.querySelectorAll('article math').length") > 5
    flat = "[...document.querySelectorAll('article math')].filter(m => !m.getBoundingClientRect().height).length"
    assert browser.value(flat) == 0
    stacked = "f => f.children[0].getBoundingClientRect().top < f.children[1].getBoundingClientRect().top"
    assert browser.value(f"[...document.querySelectorAll('article mfrac')].every({stacked})")
    shown = browser.value("[...document.querySelectorAll('article p, article li')].map(e => e.innerText).join(' ')")
    assert not [mark for mark in ("\\frac", "$$", "\\mathrm") if mark in shown]


def test_a_node_of_the_graph_leads_to_its_statement(browser: Chromium) -> None:
    browser.screen(*DESKTOP)
    browser.open(SITE / "statements" / "graph.html")
    assert browser.value("document.querySelectorAll('.statement-graph a.node').length") > 100
    browser.value("document.querySelector('#node-F3').focus()")
    assert browser.value("document.activeElement.id") == "node-F3", "nodes are reached by keyboard"
    lit = "[...document.querySelectorAll('.e-F3')].map(e => getComputedStyle(e).strokeOpacity)"
    assert set(browser.value(lit)) == {"1"}, "the lines of the focused node stand out"
    browser.value("document.querySelector('#node-F3').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    assert browser.until("document.querySelector('h1')?.innerText.startsWith('F3.')")


def test_two_clicks_from_the_paper_to_the_code(browser: Chromium) -> None:
    browser.screen(*DESKTOP)
    browser.open(SITE / "statements" / "paper.html")
    browser.value("[...document.querySelectorAll('article a')].find(a => a.innerText == 'P1').click()")
    assert browser.until(
        "document.readyState == 'complete' && document.querySelector('h1').innerText.startsWith('P1.')"
    )
    browser.value("[...document.querySelectorAll('article a')].find(a => a.innerText.includes('p_claims.py')).click()")
    assert browser.until("location.hash.startsWith('#L-') && document.querySelector(location.hash) !== null")


def test_search_finds(browser: Chromium) -> None:
    browser.screen(*DESKTOP)
    browser.open(SITE / "search.html", "?q=localisation")
    assert browser.until("document.querySelectorAll('#search-results li').length > 0")
    assert browser.value("[...document.querySelectorAll('#search-results a')].some(a => a.href.includes('F1'))")
    assert browser.outside == []


@pytest.mark.parametrize("dark", [False, True])
def test_text_has_contrast(browser: Chromium, dark: bool) -> None:
    browser.screen(*DESKTOP, dark=dark)
    for page, selector in (
        ("statements/graph", "article p, .mark, .statement-graph text"),
        ("statements/F3", "article p, article li, article h1, article a, article code"),
        ("guide/lower_bounds", "article p, article a, .drawing text, figcaption, .highlight span:not(.w)"),
        ("source/theory/kernels", ".highlight span:not(.w)"),
    ):
        browser.open(SITE / f"{page}.html")
        assert browser.value(CONTRAST.replace("SELECTOR", repr(selector))) == [], page
