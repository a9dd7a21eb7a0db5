"""The independent checker of sup-norm certificates: every leaf of the cover is bounded again with FLINT alone.

Imports nothing of the search.  It walks the trees of bisections from the 2d faces of the cube (which cover S^m), drops
far tokens with its own proof, and bounds |A - f| on every leaf by `verify.supnorm_leaf`; a leaf whose claim it cannot
reach at once is bisected further.  The witness point must reach the claimed lower bound.
"""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from flint import arb, ctx, fmpq

from verify.supnorm_chart import box_of, unit_point
from verify.supnorm_cover import OPEN, Cell, Node, Trees
from verify.supnorm_format import (
    COVER_FILE,
    MAX_CLAIM_BYTES,
    MAX_COVER_BYTES,
    PREFIX_FILE,
    SUPNORM_FILE,
    Claim,
    Cover,
    CoverError,
    read_bytes,
    read_claim,
    unpack_cover,
)
from verify.supnorm_leaf import ExactHead, Kept, bound_cell, error_at, prune
from verify.supnorm_text import TargetText, parse_target

__all__ = ["ERROR", "SupNormCheck", "check_supnorm"]

ERROR = "sup |head - target|"
MEAN_DISTANCE = "sup of the mean distance to the keys, sum_i w_i(x) dist(x, k_i/|k_i|)"
BITS = 64
MAX_BITS = 1024
EXTRA_DEPTH = 24  #: bisections that the checker may add below a leaf
LIST = 12  #: lists of at most this many tokens are not shortened, others at first after a bisection of every axis
SHRUNK = 0.6  #: lists are shortened at the next bisection when the last time left less than this part of them
FEW = 400  #: covers of fewer leaves are checked in this process
TASKS = 32  #: subtrees per worker


@dataclass(frozen=True)
class SupNormCheck:
    """The verdict: ``valid``, the re-proved ``upper`` and ``lower`` (decimal strings of the claim) of ``quantity``, or
    the ``reason``.
    """

    valid: bool
    upper: str
    lower: str
    leaves: int
    reason: str
    assumptions: tuple[str, ...] = ()
    quantity: str = ERROR


@dataclass(frozen=True)
class _Case:
    """What a worker needs: the stored numbers, the claim, the number of bits."""

    keys: list[list[list[float]]]
    values: list[list[list[float]]]
    bias: list[list[float]]
    claim: Claim
    bits: int


class _Walker:
    """Bounds the leaves below a node, shortening the lists of tokens on the way."""

    def __init__(self, case: _Case, trees: Trees) -> None:
        ctx.prec = case.bits
        claim = case.claim
        self.case, self.trees = case, trees
        lam = _ratio(claim.lam)
        self.head = ExactHead.of(case.keys, case.values, case.bias, lam, claim.norm)
        self.target: TargetText | None = None
        if claim.target_kind == "expression":
            self.target = parse_target(claim.target, claim.sphere)
        elif claim.target:
            raise CoverError("a mean distance has no target")
        self.upper = _decimal(claim.upper)
        gap = _decimal(claim.upper) - _decimal(claim.lower)
        spread = arb(4) if self.target is None else arb(2) ** -200
        for size in self.head.spread if self.target is not None else ():
            spread = spread.max(size)
        scale = self.upper.max(arb(2) ** -200)
        self.threshold = (gap.max(scale / 10**6) / (300 * spread)).lower().min(arb(2) ** -10)
        self.delicate = bool(self.upper < spread.max(arb(4)) / 10**8)
        self.checked = 0

    def leaf(self, cell: Cell, kept: Kept, byte: int) -> None:
        """Prove the bound of one leaf, or raise `CoverError`."""
        claim = self.upper if byte == 255 else self.upper * (byte + 1) / 256
        self.checked += 1
        self._prove(cell, kept, claim, EXTRA_DEPTH)

    def _prove(self, cell: Cell, kept: Kept, claim: arb, depth: int) -> None:
        box = box_of(cell.face, cell.centre, cell.half)
        if bound_cell(self.head, kept, self.target, box) <= claim:
            return
        # rounding is to blame at once when the claim is tiny beside the values, otherwise only below many bisections
        if depth == (EXTRA_DEPTH if self.delicate else EXTRA_DEPTH - 6) and self._precisely(cell, claim):
            return
        if depth == 0:
            raise CoverError(f"the bound of a leaf near {_place(cell)} is not proved")
        axis = max(range(len(cell.half)), key=lambda j: cell.half[j])
        for side in (-1, 1):
            self._prove(cell.child(axis, side), kept, claim, depth - 1)

    def _precisely(self, cell: Cell, claim: arb) -> bool:
        """Try the leaf with all tokens at higher precisions while they make the bound smaller."""
        if len(self.head.keys) > 2000:
            return False
        before: arb | None = None
        try:
            bits = 2 * self.case.bits
            while bits <= MAX_BITS:
                ctx.prec = bits
                case = self.case
                head = ExactHead.of(case.keys, case.values, case.bias, _ratio(case.claim.lam), case.claim.norm)
                bound = bound_cell(head, Kept.all(head), self.target, box_of(cell.face, cell.centre, cell.half))
                if bound <= claim:
                    return True
                if before is not None and not bound < before * fmpq(9, 10):
                    return False
                before, bits = bound, 2 * bits
            return False
        finally:
            ctx.prec = self.case.bits

    def halves(self, code: int, node: Node) -> tuple[Node, Node]:
        """The children of a bisected node, with a shorter list of tokens when it may have become too long."""
        cell, kept, age, m = node.cell, node.kept, node.age + 1, self.case.claim.sphere
        before = len(kept.tokens)
        if before > LIST and age >= m:
            kept = prune(self.head, kept, box_of(cell.face, cell.centre, cell.half), self.threshold)
            age = m - 1 if len(kept.tokens) < SHRUNK * before else 0
        child = 2 * self.trees.forests[node.block].children[node.level][node.index]
        low, high = cell.child(code - 1, -1), cell.child(code - 1, 1)
        return (
            Node(node.block, node.level + 1, child, low, kept, age),
            Node(node.block, node.level + 1, child + 1, high, kept, age),
        )

    def walk(self, root: Node) -> int:
        """Prove all leaves below a node; return their number.  Raises `CoverError`."""
        stack = [root]
        self.checked = 0
        while stack:
            code, node = self.trees.code(stack.pop())
            if code == OPEN:
                raise CoverError("a cell is handed over outside block 0")
            if code:
                stack.extend(self.halves(code, node))
            else:
                forest = self.trees.forests[node.block]
                self.leaf(node.cell, node.kept, forest.leaves[forest.leaf[node.level][node.index]])
        return self.checked

    def tasks(self, wanted: int) -> list[Node]:
        """The nodes of the first generation of at least ``wanted`` nodes, and the leaves above it."""
        d = self.case.claim.sphere + 1
        whole = (0.0,) * (d - 1), (1.0,) * (d - 1)
        every = Kept.all(self.head)
        nodes = [Node(0, 0, face, Cell(face, *whole), every, d) for face in range(2 * d)]
        leaves: list[Node] = []
        while nodes and len(nodes) < wanted:
            following: list[Node] = []
            for code, node in map(self.trees.code, nodes):
                if 0 < code != OPEN:
                    following.extend(self.halves(code, node))
                else:
                    leaves.append(node)
            nodes = following
        return leaves + nodes


def _place(cell: Cell) -> str:
    return "(" + ", ".join(f"{float(c.mid()):.4g}" for c in unit_point(cell.face, cell.centre)) + ")"


def _ratio(text: str) -> fmpq:
    numerator, _, denominator = text.partition("/")
    if denominator:
        return fmpq(int(numerator), int(denominator))
    return _exact_decimal(text)


def _exact_decimal(text: str) -> fmpq:
    mantissa, _, exponent = text.lower().partition("e")
    whole, _, fraction = mantissa.partition(".")
    shift = int(exponent or 0) - len(fraction)
    value = fmpq(int(whole + fraction))
    return value * fmpq(10) ** shift if shift >= 0 else value / fmpq(10) ** -shift


def _decimal(text: str) -> arb:
    return arb(_exact_decimal(text))


# --- workers ---------------------------------------------------------------------------------------------------------

_walker: _Walker | None = None


def _begin(case: _Case, trees: Trees) -> None:
    global _walker
    _walker = _Walker(case, trees)


def _run(task: tuple[int, int, int, Cell, list[int], float]) -> tuple[int, str]:
    """Return the number of leaves proved below a node and the reason of a failure, or ""."""
    walker = _walker
    if walker is None:
        raise RuntimeError("the worker was not initialised")
    block, level, index, cell, tokens, far = task
    try:
        return walker.walk(Node(block, level, index, cell, Kept.of(walker.head, tokens, arb(far)), 0)), ""
    except CoverError as error:
        return walker.checked, str(error)


def _float_up(value: arb) -> float:
    number = float(value.upper())
    while not arb(number) >= value:
        number = number * (1 + 2.0**-50) + 5e-324
    return number


# --- the entry -------------------------------------------------------------------------------------------------------


def check_supnorm(directory: str | os.PathLike[str], workers: int | None = None) -> SupNormCheck:
    """Check ``supnorm.json`` and ``supnorm.cover`` against ``prefix.safetensors`` in ``directory``.

    Raises OSError when a file is missing or unreadable (unusable input); everything else that is wrong is a verdict.
    """
    folder = Path(directory)
    data = {
        SUPNORM_FILE: read_bytes_or_reason(folder / SUPNORM_FILE, MAX_CLAIM_BYTES),
        COVER_FILE: read_bytes_or_reason(folder / COVER_FILE, MAX_COVER_BYTES),
        PREFIX_FILE: read_bytes_or_reason(folder / PREFIX_FILE, 1 << 32),
    }
    before = ctx.prec
    upper = lower = ""
    leaves = 0
    try:
        claim = read_claim(data[SUPNORM_FILE])
        upper, lower = claim.upper, claim.lower
        for name, sha in ((COVER_FILE, claim.cover_sha256), (PREFIX_FILE, claim.prefix_sha256)):
            if hashlib.sha256(data[name]).hexdigest() != sha:
                raise CoverError(f"{name} is not the file that the certificate speaks of (SHA-256 differs)")
        case = _case(claim, data[PREFIX_FILE])
        cover = unpack_cover(data[COVER_FILE])
        if claim.leaves != sum(len(block.leaves) for block in cover.blocks):
            raise CoverError("the number of leaves is not the claimed one")
        leaves = _check(case, cover, workers)
        quantity = ERROR if claim.target_kind == "expression" else MEAN_DISTANCE
        return SupNormCheck(True, upper, lower, leaves, "", tuple(claim.assumptions), quantity)
    except (CoverError, ValueError, OverflowError) as error:
        return SupNormCheck(False, upper, lower, leaves, str(error))
    finally:
        ctx.prec = before


def read_bytes_or_reason(path: Path, limit: int) -> bytes:
    """Read a file; too large is unusable input as well."""
    try:
        return read_bytes(path, limit)
    except CoverError as error:
        raise OSError(str(error)) from None


def _case(claim: Claim, prefix: bytes) -> _Case:
    """Read the prefix and compare it with the claim."""
    import numpy as np
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        tensors: dict[str, Any] = load(prefix)
    except (SafetensorError, ValueError, KeyError) as error:
        raise CoverError(f"{PREFIX_FILE} is not readable: {error}") from None
    size = int.from_bytes(prefix[:8], "little")
    import json

    metadata = json.loads(prefix[8 : 8 + size]).get("__metadata__", {})
    count = len(tensors) // 3
    names = [("keys", "values", "bias"), *((f"keys_{i}", f"values_{i}", f"bias_{i}") for i in range(1, count))]
    if not 1 <= count <= 16 or set(tensors) != {name for group in names for name in group}:
        raise CoverError(f"{PREFIX_FILE} must hold keys, values, bias and complete corrections")
    n, q, d = claim.tokens, claim.outputs, claim.sphere + 1
    for group in names:
        for name, shape in zip(group, ((n, d), (n, q), (n,)), strict=True):
            tensor = tensors[name]
            if tensor.dtype != np.float64 or tensor.shape != shape or not np.isfinite(tensor).all():
                raise CoverError(f"{name} must be finite float64 of shape {shape}")
    if metadata.get("sphere") != str(claim.sphere) or _ratio(str(metadata.get("lam"))) != _ratio(claim.lam):
        raise CoverError("sphere or lam of the prefix is not that of the claim")
    if not _ratio(claim.lam) > 0:
        raise CoverError("lam must be positive")
    return _Case(
        [tensors[group[0]].tolist() for group in names],
        [tensors[group[1]].tolist() for group in names],
        [tensors[group[2]].tolist() for group in names],
        claim,
        BITS,
    )


def _check(case: _Case, cover: Cover, workers: int | None) -> int:
    """Prove the claim; return the number of leaves.  Raises `CoverError`."""
    claim = case.claim
    walker = _Walker(case, Trees(cover, claim.sphere))
    outputs = claim.outputs if walker.target is None else len(walker.target.outputs)
    if outputs != claim.outputs:
        raise CoverError(f"the target has {outputs} outputs, the claim {claim.outputs}")
    _check_witness(walker, claim)
    workers = workers or len(os.sched_getaffinity(0))
    if workers <= 1 or claim.leaves < FEW:
        return sum(walker.walk(node) for node in walker.tasks(1))
    tasks = [
        (node.block, node.level, node.index, node.cell, node.kept.tokens, _float_up(node.kept.far))
        for node in walker.tasks(TASKS * workers)
    ]
    # fork shares the trees and starts in milliseconds; this process runs no threads of its own
    context = get_context("fork" if hasattr(os, "fork") else "spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(case, walker.trees))
    leaves = 0
    try:
        for count, reason in pool.map(_run, tasks):
            if reason:
                raise CoverError(reason)
            leaves += count
    finally:
        pool.shutdown(cancel_futures=True)
    return leaves


def _check_witness(walker: _Walker, claim: Claim) -> None:
    if len(claim.place) != claim.sphere or claim.face >= 2 * (claim.sphere + 1):
        raise CoverError("the witness point does not lie on the cube")
    place = [float.fromhex(text) for text in claim.place]
    if not all(abs(c) <= 1 for c in place):
        raise CoverError("the witness point does not lie on the cube")
    bits = BITS
    try:
        while bits <= MAX_BITS:
            ctx.prec = bits
            case = walker.case
            head = ExactHead.of(case.keys, case.values, case.bias, _ratio(claim.lam), claim.norm)
            if error_at(head, walker.target, unit_point(claim.face, place)) >= _decimal(claim.lower):
                return
            bits *= 4
    finally:
        ctx.prec = walker.case.bits
    raise CoverError(f"the error at the witness point is not proved to be at least {claim.lower}")
