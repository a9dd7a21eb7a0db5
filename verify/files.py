"""Files that are complete or absent: the one place where the packages above ``constructions`` write.

Nothing of the project is imported here, so that the independent checkers' formats may use it.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = ["write_atomically"]


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file, readable by all; an interrupted or failed write leaves the old file and no scratch file.

    Raises OSError as the file system does.
    """
    goal = Path(path)
    handle, name = tempfile.mkstemp(prefix=f".{goal.name}.", dir=goal.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, goal)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
