"""The page docs/howto_torch.md is real: every section is run in a directory of its own, its outputs are compared.

Sections that need the extra [torch] are skipped without it.  Where a block is followed by no output, none is compared.
Rewrite the outputs of the commands from real runs with:  python tests/test_howto.py
"""

import contextlib
import io
import os
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "howto_torch.md"
FENCE = re.compile(r"```(console|python|text)\n(.*?)```", re.DOTALL)
shared = runpy.run_path(str(ROOT / "tests" / "test_transcripts.py"))


def sections() -> dict[str, list[tuple[str, str]]]:
    """Title -> its blocks (language, text), in order."""
    parts = re.split(r"^## (.*)\n", PAGE.read_text(), flags=re.MULTILINE)[1:]
    return {title: FENCE.findall(body) for title, body in zip(parts[::2], parts[1::2], strict=True)}


def needs(blocks: list[tuple[str, str]]) -> set[str]:
    return {
        name
        for name in ("torch", "transformers", "peft")
        for _, text in blocks
        if re.search(rf"import {name}|from {name}", text)
    }


def commands(text: str) -> list[tuple[str, str]]:
    return [
        (part.partition("\n")[0], part.partition("\n")[2]) for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    ]


@pytest.mark.parametrize("title", sections())
def test_section(title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = sections()[title]
    for name in sorted(needs(blocks)):
        pytest.importorskip(name)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    printed = io.StringIO()
    for language, text in blocks:
        if language == "python":
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(text, str(PAGE), "exec"), names)
        elif language == "text":
            assert printed.getvalue() == text
        else:
            for command, expected in commands(text):
                found = shared["run"](command, tmp_path)
                assert "prefixproof: " not in found, found
                assert "Traceback" not in found, found
                if expected:
                    assert shared["rounded"](found) == shared["rounded"](expected), command


def test_the_page_covers_what_it_promises() -> None:
    """Blocks without PyTorch for the default run, with PyTorch, with PEFT; the ten lines are few."""
    needed = [needs(blocks) for blocks in sections().values()]
    assert set() in needed
    assert {"torch"} in needed
    assert {"torch", "transformers", "peft"} in needed
    assert os.path.getsize(PAGE) < 10_000


def rewrite(directory: Path) -> None:
    """Replace the outputs of the commands that have one by those of real runs."""
    page = PAGE.read_text()
    for title, blocks in sections().items():
        scratch = directory / title.replace(" ", "_")
        scratch.mkdir()
        os.chdir(scratch)
        names: dict[str, object] = {}
        for language, text in blocks:
            if language == "python":
                exec(compile(text, str(PAGE), "exec"), names)
            elif language == "console":
                lines = []
                for command, expected in commands(text):
                    found = shared["run"](command, scratch).rstrip()
                    lines.append(f"$ {command}" + (f"\n{found}" if expected else ""))
                page = page.replace(f"```console\n{text}```", "```console\n" + "\n".join(lines) + "\n```")
    PAGE.write_text(page)


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        rewrite(Path(scratch))
