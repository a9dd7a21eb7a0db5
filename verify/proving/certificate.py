"""Proof certificates: the tree of boxes (or the exact argument) as JSON, written atomically and read strictly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from flint import fmpq

from theory.errors import InputError
from verify.certificate import write_atomically
from verify.proving.boxes import Node
from verify.proving.terms import Term, to_text

__all__ = ["as_json", "read", "write"]

MAX_BYTES = 200_000_000


def as_json(value: Any) -> Any:
    """Terms and rationals as text, trees as nested objects."""
    if isinstance(value, Node):
        return _node(value)
    if isinstance(value, Term):
        return to_text(value)
    if isinstance(value, fmpq):
        return str(value)
    if isinstance(value, dict):
        return {k: as_json(v) for k, v in value.items() if not (k == "tree" and v is None)}
    if isinstance(value, (list, tuple)):
        return [as_json(v) for v in value]
    return value


def _node(root: Node) -> dict[str, Any]:
    """Iterative: trees can be deep."""
    done: dict[int, dict[str, Any]] = {}
    stack: list[tuple[Node, bool]] = [(root, False)]
    while stack:
        node, ready = stack.pop()
        if not ready:
            stack.append((node, True))
            stack.extend((c, False) for c in node.children)
            continue
        out: dict[str, Any] = {"method": node.method, **{k: as_json(v) for k, v in node.data.items()}}
        if node.children:
            out["children"] = [done.pop(id(c)) for c in node.children]
        done[id(node)] = out
    return done[id(root)]


def write(certificate: dict[str, Any], path: str | Path) -> None:
    """Write the certificate; an interrupted write leaves no partial file."""
    write_atomically(path, json.dumps(certificate).encode())


def read(path: str | Path) -> dict[str, Any]:
    """Read a certificate; raises `InputError` when it is missing, too large or not one."""
    source = Path(path)
    try:
        if source.stat().st_size > MAX_BYTES:
            raise InputError(f"{source} is larger than {MAX_BYTES} bytes")
        data = json.loads(source.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"cannot read {source}: {error}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{source} is not a proof certificate: {error}") from error
    if not isinstance(data, dict) or data.get("format") != "prefixproof-proof/1":
        raise InputError(f"{source} is not a proof certificate of format prefixproof-proof/1")
    return data
