"""prefixproof: attention-head prefixes with proved errors.

The public face of the project: a lazy door to the three packages, so that ``import prefixproof`` costs nothing.

>>> import prefixproof as pp
>>> result = pp.build("x0*x1 + x2**3", sphere=2, eps="1e-3")
>>> result.certificate.tokens < 72
True

``theory`` says what is true, ``constructions`` builds prefixes, ``verify`` proves their errors.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from constructions.prefix import Prefix, StoredPrefix
    from theory.targets import Target
    from verify.certificate import Certificate
    from verify.checker import CheckResult, check
    from verify.pipeline import BuildResult, build, save
    from verify.sequence.pipeline import build_sequence

__all__ = [
    "BuildResult",
    "Certificate",
    "CheckResult",
    "Prefix",
    "StoredPrefix",
    "Target",
    "build",
    "build_sequence",
    "check",
    "save",
]
__version__ = "0.1.0"

_HOME = {
    "BuildResult": "verify.pipeline",
    "Certificate": "verify.certificate",
    "CheckResult": "verify.checker",
    "Prefix": "constructions.prefix",
    "StoredPrefix": "constructions.prefix",
    "Target": "theory.targets",
    "build": "verify.pipeline",
    "build_sequence": "verify.sequence.pipeline",
    "check": "verify.checker",
    "save": "verify.pipeline",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'prefixproof' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
