"""The transcripts in README and docs are real: every ``$ prefixproof ...`` is run and its output compared, and so is
every ``>>>`` of a Python block.  A code block with a file name as its caption is a file that the commands find.

Decimals are compared to two digits only: how far a bound is from the truth may differ a little between versions of
NumPy, and times differ always.
Rewrite them from real runs with:  python tests/test_transcripts.py [PAGE ...]
"""

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = "import sys; sys.argv[0] = 'prefixproof'; from verify.cli import main; main()"
"""What the installed command does, for the checkout whose tests these are."""
WRITTEN_BY_PROGRAMS = ("GENERATED", "Written by `python", "orphan: true")
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
FILE = re.compile(r"```\{code-block\} python\n:caption: (\w+\.py)\n\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def written_by_hand(path: Path) -> bool:
    return not any(mark in path.read_text(encoding="utf-8")[:600] for mark in WRITTEN_BY_PROGRAMS)


def pages() -> list[str]:
    """The pages with transcripts, README first."""
    found = [path for folder in ("docs", "docs/guide") for path in sorted((ROOT / folder).glob("*.md"))]
    found = [path for path in found if not path.name.startswith("howto_")]  # tests/test_howto.py runs these
    shown = [p for p in found if written_by_hand(p) and (BLOCK.search(p.read_text()) or PYTHON.search(p.read_text()))]
    return ["README.md", *(path.relative_to(ROOT).as_posix() for path in shown)]


def commands(page: str) -> list[tuple[str, str]]:
    """The pairs (command, output) of a page's console blocks, in order."""
    found = []
    for block in BLOCK.findall((ROOT / page).read_text()):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def write_files(page: str, directory: Path) -> None:
    """The files that a page shows, for its commands to find."""
    for name, text in FILE.findall((ROOT / page).read_text()):
        (directory / name).write_text(text)


def run(command: str, directory: Path) -> str:
    words = shlex.split(command)
    assert words[0] == "prefixproof", "only our own program runs here"
    environment = os.environ | {"COLUMNS": "200", "TERMINAL_WIDTH": "200", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words[1:]],
        cwd=directory,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def rounded(text: str) -> str:
    """The text with every decimal number rounded, and without the times."""
    text = re.sub(r"\d+\.\d+ s\b", "TIME", text)
    text = re.sub(r"\d+\.\d+(?:e[+-]?\d+)?|\d+e[+-]?\d+", lambda number: f"{float(number.group()):.1e}", text)
    return re.sub(r" +", " ", text).strip()


def marked(found: list[str]) -> list[Any]:
    """The other pages are run by .ci/run's docs step, not by default."""
    default = ("README.md", "docs/tour.md")
    return [pytest.param(page, marks=pytest.mark.slow) if page not in default else page for page in found]


@pytest.mark.parametrize("page", marked(pages()))
def test_transcript(page: str, tmp_path: Path) -> None:
    write_files(page, tmp_path)
    for command, output in commands(page):
        assert rounded(run(command, tmp_path)) == rounded(output), command


def test_the_pages_that_live_by_transcripts_have_them() -> None:
    assert len(commands("README.md")) > 2
    assert len(commands("docs/tour.md")) > 10


# --- Python blocks ------------------------------------------------------------------------------------------------


def results(source: str, names: dict[str, Any], directory: Path) -> list[tuple[str, str]]:
    """The pairs (statement, what it prints) of a block; names live on from block to block of a page."""
    found = []
    for example in doctest.DocTestParser().get_examples(source):
        printed = io.StringIO()
        with contextlib.chdir(directory), contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<page>", "single"), names)  # the page's own code
        found.append((example.source, printed.getvalue()))
    return found


@pytest.mark.parametrize("page", [page for page in pages() if PYTHON.search((ROOT / page).read_text())])
def test_python_block(page: str, tmp_path: Path) -> None:
    names: dict[str, Any] = {"__name__": "page"}
    for block in PYTHON.findall((ROOT / page).read_text()):
        wanted = [example.want for example in doctest.DocTestParser().get_examples(block)]
        assert wanted, f"a Python block of {page} that nothing runs: {block[:80]}"
        for (source, got), want in zip(results(block, names, tmp_path), wanted, strict=True):
            assert rounded(got) == rounded(want), source


# --- rewriting ----------------------------------------------------------------------------------------------------


def rewrite(page: str, directory: Path) -> None:
    """Replace the outputs of a page by those of real runs."""
    names: dict[str, Any] = {"__name__": "page"}

    def renew(match: re.Match[str]) -> str:
        parts = re.split(r"^\$ ", match.group(1), flags=re.MULTILINE)[1:]
        lines = [part.partition("\n")[0] for part in parts]
        body = "\n".join(f"$ {line}\n{run(line, directory).rstrip()}" for line in lines)
        return f"```console\n{body}\n```"

    def renew_python(match: re.Match[str]) -> str:
        shown = []
        for source, printed in results(match.group(1), names, directory):
            first, *rest = source.rstrip("\n").split("\n")
            shown += [f">>> {first}", *(f"... {line}" for line in rest)]
            shown += [printed.rstrip("\n")] if printed else []
        return "```python\n" + "\n".join(shown) + "\n```"

    path = ROOT / page
    write_files(page, directory)
    path.write_text(PYTHON.sub(renew_python, BLOCK.sub(renew, path.read_text())))


if __name__ == "__main__":
    for name in sys.argv[1:] or pages():
        with tempfile.TemporaryDirectory() as scratch:
            rewrite(name, Path(scratch))
