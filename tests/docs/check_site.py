"""Checks a built site without a browser: every internal link and anchor leads somewhere, nothing comes from a network.

python tests/docs/check_site.py docs/_build
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

RESOURCES = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "src"), ("use", "href")}
"""What a browser fetches by itself; links that a reader follows may lead out."""
NOT_FETCHED = {"canonical", "next", "prev", "author", "index", "search"}


TAG = re.compile(r"<(a|script|img|link|iframe|source|use|svg)\b([^>]*)>")
ATTRIBUTE = re.compile(r"""([\w-]+)=(?:"([^"]*)"|'([^']*)')""")
ANCHOR = re.compile(r"""\s(?:id|name)=(?:"([^"]*)"|'([^']*)')""")


class Page:
    """Addresses that a page links to and fetches, its anchors, and images without a description."""

    def __init__(self, text: str) -> None:
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.silent: list[str] = []
        self.anchors = {unescape(a or b) for a, b in ANCHOR.findall(text)}
        for tag, inside in TAG.findall(text):
            given = {name: unescape(a or b) for name, a, b in ATTRIBUTE.findall(inside)}
            for name, value in given.items():
                if (tag, name) in RESOURCES and given.get("rel") not in NOT_FETCHED:
                    self.fetched.append(value)
                elif tag == "a" and name == "href":
                    self.links.append(value)
            described = {"alt", "aria-label", "aria-hidden"} & set(given)
            if (tag == "img" or (tag == "svg" and given.get("role") == "img")) and not described:
                self.silent.append(inside)


def problems(site: Path) -> Iterator[str]:
    """One line for each thing that is wrong."""
    pages = {path.relative_to(site): Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    if len(pages) < 100:
        yield f"only {len(pages)} pages in {site}"
    for name, page in pages.items():
        for address in page.fetched:
            if urlsplit(address).netloc:
                yield f"{name} fetches {address}"
        yield from (f"{name}: an image without a description: {image[:100]}" for image in page.silent)
        for address in page.links:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not address.strip("#"):
                continue
            target = (site / name).parent / unquote(parts.path) if parts.path else site / name
            target = target.resolve().relative_to(site.resolve())
            if target not in pages:
                if not (site / target).is_file():
                    yield f"{name}: no page {address}"
            elif parts.fragment and unquote(parts.fragment) not in pages[target].anchors:
                yield f"{name}: no anchor {address}"
    for sheet in sorted(site.rglob("*.css")):
        for address in re.findall(r"(?:url\(|@import\s)['\"]?(https?:)?//", sheet.read_text(encoding="utf-8")):
            yield f"{sheet.relative_to(site)} fetches {address}"


if __name__ == "__main__":
    found = list(problems(Path(sys.argv[1])))
    print(*found[:200], sep="\n")
    print(f"{len(found)} problems")
    sys.exit(1 if found else 0)
