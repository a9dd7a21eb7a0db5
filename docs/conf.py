"""Sphinx configuration.  Build with warnings as errors:  sphinx-build -W -b html docs docs/_build"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE / "_ext")]

from prefixproof import __version__  # noqa: E402  (the path above comes first)

project = "prefixproof"
author = "The prefixproof authors"
copyright = "2026, the prefixproof authors"
release = version = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.viewcode",
    "sphinxcontrib.bibtex",
    "plain_docstrings",  # docs/_ext: |x| and a*b in docstrings are mathematics
    "mathml",  # docs/_ext: formulas as MathML, no script and no network
]
bibtex_bibfiles = ["references.bib"]
myst_enable_extensions = ["dollarmath", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
exclude_patterns = ["_build"]
default_role = "literal"
html_theme = "furo"
html_title = "prefixproof"


def _write_api_pages() -> None:
    """GENERATED pages: one a module, so that no module can be forgotten (docs/api/ is not under version control)."""
    folder = HERE / "api"
    folder.mkdir(exist_ok=True)
    names = []
    for package in ("theory", "constructions", "verify"):
        for file in sorted((HERE.parent / package).rglob("*.py")):
            parts = file.relative_to(HERE.parent).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            if parts[-1] != "__main__" and parts[:2] != ("theory", "statements"):  # these have pages of their own
                names.append(name)
                page = f"# `{name}`\n\n```{{eval-rst}}\n.. automodule:: {name}\n   :members:\n```\n"
                (folder / f"{name}.md").write_text(page)
    for stale in {file.stem for file in folder.glob("*.md")} - {*names, "index"}:
        (folder / f"{stale}.md").unlink()
    toc = "\n".join(names)
    (folder / "index.md").write_text(f"# The modules\n\n```{{toctree}}\n:maxdepth: 1\n\n{toc}\n```\n")


_write_api_pages()


def _write_statement_pages() -> None:
    """GENERATED pages of the registry, from a check of every statement (docs/statements/ is not in version control)."""
    from theory.registry import load
    from verify.statement_pages import write_pages
    from verify.statements import check_all

    write_pages(HERE / "statements", check_all(jobs=2), load())


_write_statement_pages()
