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
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinxcontrib.bibtex",
    "mathml",  # docs/_ext: formulas as MathML, no script and no network
]
bibtex_bibfiles = ["references.bib"]
myst_enable_extensions = ["dollarmath", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "prefixproof"
