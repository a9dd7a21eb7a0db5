"""The trees of bisections in a sup-norm certificate, checked for holes when they are read.

Part of the independent checker of sup-norm certificates; shares no code with the float64 search.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate

from verify.supnorm_format import Block, Cover, CoverError
from verify.supnorm_leaf import Kept

__all__ = ["OPEN", "Cell", "Node", "Trees"]

OPEN = 255  #: code of a cell that is handed over to another block


@dataclass(frozen=True)
class Cell:
    """A box on a face of the cube (2 axis + (sign < 0)); centre and half-widths are exact floats."""

    face: int
    centre: tuple[float, ...]
    half: tuple[float, ...]

    def child(self, axis: int, side: int) -> Cell:
        """The half with the smaller (side -1) or larger (side 1) coordinate; exact in float64 or refused."""
        h = self.half[axis] / 2
        c = self.centre[axis] + side * h
        if h < 2.0**-48:
            raise CoverError("a cell is bisected more than 48 times along one axis")
        half = (*self.half[:axis], h, *self.half[axis + 1 :])
        return Cell(self.face, (*self.centre[:axis], c, *self.centre[axis + 1 :]), half)


class _Forest:
    """A block's codes, with the position of the children of every node and of every leaf's bound."""

    def __init__(self, block: Block, roots: int, m: int) -> None:
        self.levels = block.levels
        self.leaves = block.leaves
        self.children: list[array[int]] = []
        self.leaf: list[array[int]] = []
        self.open: list[array[int]] = []
        expected, leaves, handed = roots, 0, 0
        for codes in block.levels:
            if len(codes) != expected:
                raise CoverError(f"a level of the cover has {len(codes)} cells, expected {expected}")
            if any(code > m and code != OPEN for code in set(codes)):
                raise CoverError("a cell is bisected along an axis that does not exist")
            splits = array("q", accumulate((1 if 0 < code <= m else 0 for code in codes), initial=0))
            ends = array("q", accumulate((1 if code == 0 else 0 for code in codes), initial=leaves))
            hands = array("q", accumulate((1 if code == OPEN else 0 for code in codes), initial=handed))
            self.children.append(splits)
            self.leaf.append(ends)
            self.open.append(hands)
            expected, leaves, handed = 2 * splits[-1], ends[-1], hands[-1]
        if expected:
            raise CoverError("the cover ends before its leaves")
        if leaves != len(block.leaves):
            raise CoverError(f"{leaves} leaves but {len(block.leaves)} bounds")
        self.handed = handed


class Trees:
    """All blocks of a cover: block 0 starts at the 2d faces, its handed-over cells are the roots of the others."""

    def __init__(self, cover: Cover, m: int) -> None:
        if not cover.blocks or len(cover.roots) != len(cover.blocks) - 1 or any(count < 1 for count in cover.roots):
            raise CoverError("the cover has no blocks, or not one number of roots per block")
        roots = [2 * (m + 1), *cover.roots]
        self.forests = [_Forest(block, count, m) for block, count in zip(cover.blocks, roots, strict=True)]
        self.ends = list(accumulate(cover.roots))
        if sum(cover.roots) != self.forests[0].handed or any(forest.handed for forest in self.forests[1:]):
            raise CoverError("the blocks do not take up the cells handed over")

    def code(self, node: Node) -> tuple[int, Node]:
        """The code of a node, with the root of another block in place of a handed-over cell."""
        forest = self.forests[node.block]
        code = forest.levels[node.level][node.index]
        if code != OPEN:
            return code, node
        number = forest.open[node.level][node.index]
        block = bisect_right(self.ends, number)
        first = self.ends[block - 1] if block else 0
        node = replace(node, block=block + 1, level=0, index=number - first)
        return self.forests[node.block].levels[0][node.index], node


@dataclass(frozen=True)
class Node:
    """A node of a cover: where its code stands, its cell, its tokens, and how many bisections ago they were pruned."""

    block: int
    level: int
    index: int
    cell: Cell
    kept: Kept
    age: int
