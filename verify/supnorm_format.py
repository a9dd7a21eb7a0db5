"""The sup-norm certificate: what is claimed, the cover of the sphere by cells, how both are read and written.

``supnorm.json`` is the claim; ``supnorm.cover`` (zstandard) the tree of bisections with a bound per leaf.  The cover is
read level by level: one byte per cell, 0 for a leaf, 1 + k for a bisection along chart axis k (children low, high next
to each other in the next level), 255 in block 0 for a cell that is the next root of the next block.  Every leaf, in
the order of the codes, has a byte b: |A - f| <= upper (b + 1)/256 on it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from verify.certificate import write_atomically

__all__ = [
    "COVER_FILE",
    "FORMAT",
    "PREFIX_FILE",
    "SUPNORM_FILE",
    "Block",
    "Claim",
    "Cover",
    "CoverError",
    "pack_cover",
    "read_bytes",
    "read_claim",
    "unpack_cover",
    "write_bytes",
]

FORMAT = "prefixproof-supnorm/1"
SUPNORM_FILE = "supnorm.json"
COVER_FILE = "supnorm.cover"
PREFIX_FILE = "prefix.safetensors"

MAX_CLAIM_BYTES = 1 << 20
MAX_COVER_BYTES = 1 << 29

Decimal = Annotated[str, msgspec.Meta(pattern=r"\A[0-9]{1,400}(\.[0-9]{1,400})?(e[+-]?[0-9]{1,4})?\Z", max_length=820)]
Ratio = Annotated[str, msgspec.Meta(pattern=r"\A[0-9]{1,2000}(/[0-9]{1,2000}|(\.[0-9]{1,2000})?(e[+-]?[0-9]{1,4})?)\Z")]
Sha = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z", max_length=64)]
Hex = Annotated[str, msgspec.Meta(pattern=r"\A-?0x[01]\.[0-9a-f]{1,13}p[+-][0-9]{1,4}\Z", max_length=30)]


class CoverError(ValueError):
    """The content of a file is not what the format allows (the verdict is INVALID)."""


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """lower <= sup over S^m of |A - f| <= upper for the prefix with this hash.

    ``target_kind`` "expression": f is ``target``; "mean_distance": the claim is sup sum_i w_i(x) dist(x, k_i/|k_i|)
    (theory F6) and ``target`` is empty.  ``norm``: "euclidean" or "max" on R^outputs.  ``face`` and ``place`` (floats
    in hexadecimal) name the point y/|y| that witnesses ``lower``.
    """

    format: Literal["prefixproof-supnorm/1"]
    sphere: Annotated[int, msgspec.Meta(ge=1, le=1000)]
    target: Annotated[str, msgspec.Meta(max_length=25_000)]
    target_kind: Literal["expression", "mean_distance"]
    norm: Literal["euclidean", "max"]
    outputs: Annotated[int, msgspec.Meta(ge=1, le=100_000)]
    tokens: Annotated[int, msgspec.Meta(ge=1, le=100_000_000)]
    lam: Ratio
    upper: Decimal
    lower: Decimal
    face: Annotated[int, msgspec.Meta(ge=0, le=2001)]
    place: list[Hex]
    leaves: Annotated[int, msgspec.Meta(ge=1)]
    prefix_sha256: Sha
    cover_sha256: Sha
    assumptions: list[str]
    producer: Annotated[str, msgspec.Meta(max_length=200)]


class Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """The trees of consecutive roots: codes level by level, a bound byte per leaf in the order of the codes."""

    levels: list[bytes]
    leaves: bytes


class Cover(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """Block 0 starts at the 2d faces, block i >= 1 at the next ``roots[i - 1]`` handed-over cells of block 0."""

    blocks: list[Block]
    roots: list[int]


def pack_cover(cover: Cover) -> bytes:
    """Return the compressed bytes (the same cover always gives the same bytes)."""
    import zstandard

    return zstandard.ZstdCompressor(level=9).compress(msgspec.msgpack.encode(cover))


def unpack_cover(data: bytes) -> Cover:
    """Read the cover.  Raises `CoverError` when it is not one or larger than ``MAX_COVER_BYTES``."""
    import zstandard

    try:
        raw = zstandard.ZstdDecompressor().decompress(data, max_output_size=MAX_COVER_BYTES)
        if len(raw) > MAX_COVER_BYTES:
            raise CoverError("the cover is larger than 512 MiB")
        return msgspec.msgpack.decode(raw, type=Cover)
    except (zstandard.ZstdError, msgspec.ValidationError, msgspec.DecodeError) as error:
        raise CoverError(f"not a readable cover ({str(error)[:200]})") from None


def read_claim(data: bytes) -> Claim:
    """Read the claim strictly.  Raises `CoverError`."""
    if len(data) > MAX_CLAIM_BYTES:
        raise CoverError("the claim is larger than 1 MiB")
    try:
        return msgspec.json.decode(data, type=Claim)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CoverError(f"not a sup-norm certificate: {str(error)[:300]}") from None


def read_bytes(path: Path, limit: int) -> bytes:
    """Read a regular file of at most ``limit`` bytes.  Raises OSError, or `CoverError` when it is larger."""
    if not path.is_file():
        raise FileNotFoundError(f"{path.name}: no such file")
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise CoverError(f"{path.name} is larger than {limit} bytes")
    return data


def write_bytes(path: Path, data: bytes) -> str:
    """Write a file atomically and return its SHA-256."""
    write_atomically(path, data)
    return hashlib.sha256(data).hexdigest()
