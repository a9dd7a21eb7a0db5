"""Writing the certificate of a finished sup norm: claim, cover and prefix in one directory."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import numpy as np
from flint import arb, fmpq

from constructions.prefix import StoredPrefix
from theory.balls import exact, precision
from theory.errors import InputError
from verify.sup_norm import SupNorm
from verify.supnorm.blocks import BlockResult
from verify.supnorm_format import (
    COVER_FILE,
    PREFIX_FILE,
    SUPNORM_FILE,
    Block,
    Claim,
    Cover,
    pack_cover,
    write_bytes,
)

__all__ = ["write_certificate"]

PRODUCER = "prefixproof 0.1.0"


def write_certificate(
    result: SupNorm, prefix: StoredPrefix, directory: str | os.PathLike[str], assumptions: tuple[str, ...] = ()
) -> Claim:
    """Write ``supnorm.json``, ``supnorm.cover`` and ``prefix.safetensors``; return the claim.

    The prefix is not written when the very same file is there.  Raises `InputError` when the cover is not complete.
    """
    if (
        not result.upper.is_finite()
        or len(result.blocks) != len(result.roots) + 1
        or any(b.open for b in result.blocks[1:])
    ):
        raise InputError(f"the cover is not complete, so there is nothing to certify: {result.note or 'run again'}")
    if result.blocks[0].open and not result.roots:
        raise InputError(f"the cover is not complete, so there is nothing to certify: {result.note or 'run again'}")
    folder = Path(directory)
    lower, upper = result.texts()
    top = exact(upper)
    cover = Cover([_block(block, top) for block in result.blocks], list(result.roots))
    cover_sha = write_bytes(folder / COVER_FILE, pack_cover(cover))
    target = folder / PREFIX_FILE
    if not (target.is_file() and target.read_bytes() == prefix.to_bytes()):
        prefix.save(target)
    claim = Claim(
        format="prefixproof-supnorm/1",
        sphere=prefix.m,
        target=result.spec.target,
        target_kind="expression" if result.spec.target else "mean_distance",
        norm=result.spec.norm,
        outputs=prefix.q,
        tokens=prefix.tokens,
        lam=str(prefix.lam),
        upper=upper,
        lower=lower,
        face=result.face,
        place=[float(c).hex() for c in result.place],
        leaves=sum(len(block.leaves) for block in cover.blocks),
        prefix_sha256=prefix.sha256(),
        cover_sha256=cover_sha,
        assumptions=list(assumptions),
        producer=PRODUCER,
    )
    write_bytes(folder / SUPNORM_FILE, msgspec.json.format(msgspec.json.encode(claim), indent=1))
    return claim


def _block(result: BlockResult, upper: fmpq) -> Block:
    """Return the block with its leaves' claims as bytes, half of the way from the proved bound to ``upper``.

    The checker encloses in its own way and sometimes a little less tightly: the slack spares it most bisections.
    """
    bounds = np.frombuffer(result.bounds)
    if result.open:
        bounds = bounds[: len(bounds) - result.open]
    with precision(80):
        scale = 128.0 / float((arb(upper) * (1 - arb(2) ** -40)).lower())
    # a byte rounded the wrong way would only make the checker bisect once more
    steps = np.clip(np.ceil(bounds * scale + 128.0) - 1.0, 0.0, 255.0)
    return Block(result.levels, steps.astype(np.uint8).tobytes())
