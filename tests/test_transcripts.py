"""The transcripts in README and docs are real: every ``$ prefixproof ...`` is run and its output compared.

Decimals are compared to two digits only: how far a bound is from the truth may differ a little between versions of
NumPy, and times differ always.
Rewrite them from real runs with:  python tests/test_transcripts.py
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/tour.md")
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def commands(page: str) -> list[tuple[str, str]]:
    """The pairs (command, output) of a page's console blocks, in order."""
    found = []
    for block in BLOCK.findall((ROOT / page).read_text()):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def run(command: str, directory: Path) -> str:
    words = shlex.split(command)
    assert words[0] == "prefixproof", "only our own program runs here"
    environment = os.environ | {"COLUMNS": "200", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "verify", *words[1:]],
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


@pytest.mark.parametrize("page", PAGES)
def test_transcript(page: str, tmp_path: Path) -> None:
    pairs = commands(page)
    assert pairs, "a page without a transcript has lost its subject"
    for command, output in pairs:
        assert rounded(run(command, tmp_path)) == rounded(output), command


def rewrite(page: str, directory: Path) -> None:
    """Replace the outputs of a page by those of real runs."""

    def renew(match: re.Match[str]) -> str:
        parts = re.split(r"^\$ ", match.group(1), flags=re.MULTILINE)[1:]
        lines = [part.partition("\n")[0] for part in parts]
        body = "\n".join(f"$ {line}\n{run(line, directory).rstrip()}" for line in lines)
        return f"```console\n{body}\n```"

    path = ROOT / page
    path.write_text(BLOCK.sub(renew, path.read_text()))


if __name__ == "__main__":
    import tempfile

    for name in PAGES:
        with tempfile.TemporaryDirectory() as scratch:
            rewrite(name, Path(scratch))
