"""The project's source as pages with an anchor per line, and the role that links to them.

``{source}`theory/statements/f_local.py:59``` leads to a line, ``{source}`theory.jackson:envelope``` to an object.
Objects documented by autodoc get their link through `sphinx.ext.linkcode`.  A place that does not exist is an error.
"""

import ast
import functools
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from docutils import nodes
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole

ROOT = Path(__file__).parents[2]
PACKAGES = ("theory", "constructions", "verify")


def file_of(module: str) -> Path:
    """The file of a module or package, from the root of the checkout."""
    path = ROOT.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    if not file.is_file():
        raise ValueError(f"no file for the module {module}")
    return file.relative_to(ROOT)


@functools.cache
def lines_of(file: Path) -> dict[str, int]:
    """Line of each definition by qualified name (functions, classes, assigned names)."""
    found: dict[str, int] = {}

    def visit(body: list[ast.stmt], prefix: str) -> None:
        for item in body:
            if isinstance(item, ast.FunctionDef | ast.ClassDef):
                found.setdefault(prefix + item.name, item.lineno)
                if isinstance(item, ast.ClassDef):
                    visit(item.body, f"{prefix}{item.name}.")
            elif isinstance(item, ast.Assign | ast.AnnAssign):
                for target in item.targets if isinstance(item, ast.Assign) else [item.target]:
                    if isinstance(target, ast.Name):
                        found.setdefault(prefix + target.id, item.lineno)

    visit(ast.parse((ROOT / file).read_text(encoding="utf-8")).body, "")
    return found


def address(place: str) -> str:
    """The address of ``file:line`` or ``module:name`` from the root of the site; raises ValueError."""
    where, _, what = place.partition(":")
    file = Path(where) if where.endswith(".py") else file_of(where)
    if not (ROOT / file).is_file():
        raise ValueError(f"no file {file}")
    line = int(what) if what.isdigit() else lines_of(file).get(what)
    if line is None:
        raise ValueError(f"{file} does not define {what}")
    return f"source/{file.with_suffix('').as_posix()}.html#L-{line}"


class SourceRole(SphinxRole):
    """``{source}`place```."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        try:
            target = address(self.text)
        except ValueError as error:
            message = self.inliner.reporter.error(f"source: {error}", line=self.lineno)
            return [nodes.literal(text=self.text)], [message]
        up = "../" * self.env.docname.count("/")
        link = nodes.reference("", "", nodes.literal(text=self.text), internal=True, refuri=up + target)
        return [link], []


def linkcode_resolve(domain: str, info: dict[str, str]) -> str | None:
    """For `sphinx.ext.linkcode`: the pages that autodoc fills are all in ``api/``."""
    if domain != "py" or not info["module"]:
        return None
    try:
        return "../" + address(f"{info['module']}:{info['fullname']}")
    except ValueError:
        return None  # a re-exported name: its own module has the link


def highlighted(file: Path) -> str:
    """A file as HTML with an anchor per line."""
    formatter = HtmlFormatter(linenos="inline", lineanchors="L", anchorlinenos=True, wrapcode=True)
    return str(highlight(file.read_text(encoding="utf-8"), PythonLexer(), formatter))


def source_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """One page per file."""
    files = [ROOT / "prefixproof.py", *(f for p in PACKAGES for f in sorted((ROOT / p).rglob("*.py")))]
    with ProcessPoolExecutor(app.parallel, mp_context=get_context("fork")) as pool:
        for file, code in zip(files, pool.map(highlighted, files, chunksize=8), strict=True):
            name = file.relative_to(ROOT)
            body = f"<h1><code>{name.as_posix()}</code></h1>\n{code}"
            yield f"source/{name.with_suffix('').as_posix()}", {"title": name.as_posix(), "body": body}, "page.html"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the role and the pages."""
    app.add_role("source", SourceRole())
    app.connect("html-collect-pages", source_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
