"""Relations that stay as they are written.

sympy decides some relations when they are made, with what it assumes of the symbols; a statement or a step that is
decided that way says nothing any more, and asking costs time.  These constructors keep both sides.

>>> from sympy.abc import x
>>> Le(x, x + 1)
x <= x + 1
"""

from __future__ import annotations

from functools import partial

import sympy  # type: ignore[import-untyped]

__all__ = ["Eq", "Ge", "Gt", "Le", "Lt", "Ne"]

Eq = partial(sympy.Eq, evaluate=False)
Ge = partial(sympy.Ge, evaluate=False)
Gt = partial(sympy.Gt, evaluate=False)
Le = partial(sympy.Le, evaluate=False)
Lt = partial(sympy.Lt, evaluate=False)
Ne = partial(sympy.Ne, evaluate=False)
