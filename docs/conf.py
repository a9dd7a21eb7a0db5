"""Sphinx configuration.  Build with warnings as errors:  sphinx-build -j 2 -W -b html docs docs/_build"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE / "_ext")]

import generated  # noqa: E402  (docs/_ext; the path above comes first)
from source_pages import linkcode_resolve  # noqa: E402, F401  (sphinx.ext.linkcode takes it from here)

from prefixproof import __version__  # noqa: E402

project = "prefixproof"
author = "The prefixproof authors"
copyright = "2026, the prefixproof authors"
release = version = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.linkcode",
    "sphinxcontrib.bibtex",
    # docs/_ext:
    "plain_docstrings",  # |x| and a*b in docstrings are mathematics
    "mathml",  # formulas as MathML, no script and no network
    "source_pages",  # the source with an anchor per line, and the role `source`
    "facts",  # the role `value` and the directive `statement`: numbers and formulas from the objects
    "drawing",  # the directive `drawing`: figures from the objects
]
bibtex_bibfiles = ["references.bib"]
myst_enable_extensions = ["dollarmath", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
exclude_patterns = ["_build"]
default_role = "literal"
nitpicky = True
html_theme = "furo"
html_title = "prefixproof"
html_static_path = ["_static"]
html_css_files = ["prefixproof.css"]
html_copy_source = False  # the statements' and modules' pages are generated; the others are in the repository

generated.write_api_pages()
generated.write_statement_pages()
generated.write_bounds_page()
generated.write_list_of_measurements()
