"""Attention heads with symbolic block matrices, for symbolic m, N, T and q (theory I1-I5, J, N).

A sequence is a block matrix: its block rows are subspaces of the hidden space, its block columns groups of tokens (the
prefix, the context).  `attend` computes what a softmax head does with it, block by block; `same` decides exactly
whether two results agree.  So "classical head with prefix = core head + explicit context term" is an identity that is
checked for all dimensions at once (`classical_head`).

The module imports sympy when a function is called, not when it is imported.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

__all__ = ["ClassicalHead", "Head", "attend", "classical_head", "core_head", "same"]

Matrix = Any
"""A sympy matrix expression (sympy has no types)."""
Expr = Any


class Head(NamedTuple):
    """The unnormalised head: the head is ``numerator[:, j] / denominator[0, j]`` for query j.

    Shapes [q, queries] and [1, queries].
    """

    numerator: Matrix
    denominator: Matrix


class ClassicalHead(NamedTuple):
    """``width`` d_h = 2(m+1) + r with a value block of r coordinates; matrices [m+1, d_h], [m+1, d_h], [r, d_h]."""

    width: Expr
    W_Q: Matrix
    W_K: Matrix
    W_V: Matrix


def core_head(keys: Matrix, values: Matrix, points: Matrix, biases: Matrix | None = None) -> Head:
    """sum_i e^{<x, k_i> + b_i} v_i and sum_i e^{<x, k_i> + b_i} (theory I1, I4; the scale lam is part of k_i).

    ``keys`` [d, N], ``values`` [q, N], ``points`` [d, queries], ``biases`` [N, 1].

    >>> from sympy import MatrixSymbol
    >>> head = core_head(MatrixSymbol("K", 3, 8), MatrixSymbol("V", 2, 8), MatrixSymbol("X", 3, 5))
    >>> head.numerator.shape, head.denominator.shape
    ((2, 5), (1, 5))
    """
    from sympy import OneMatrix, block_collapse  # type: ignore[import-untyped]

    scores = keys.T * points
    if biases is not None:
        scores = scores + biases * OneMatrix(1, points.shape[1])
    weights = _exponential(block_collapse(scores))
    return Head(block_collapse(values * weights), block_collapse(OneMatrix(1, keys.shape[1]) * weights))


def classical_head(m: Expr, r: Expr) -> ClassicalHead:
    """The head of theory I3 for points of S^m and values of R^r: W_Q = [I 0 0], W_K = [0 I 0], W_V = [0 0 I].

    With r = m+1 its width is 3(m+1).  Integers or symbols.

    >>> from sympy.abc import m
    >>> classical_head(m, m + 1).width
    3*m + 3
    """
    from sympy import BlockMatrix, Identity, ZeroMatrix, expand

    d = m + 1
    return ClassicalHead(
        expand(2 * d + r),
        BlockMatrix([[Identity(d), ZeroMatrix(d, d), ZeroMatrix(d, r)]]),
        BlockMatrix([[ZeroMatrix(d, d), Identity(d), ZeroMatrix(d, r)]]),
        BlockMatrix([[ZeroMatrix(r, d), ZeroMatrix(r, d), Identity(r)]]),
    )


def attend(
    head: ClassicalHead, sequence: Sequence[Sequence[Matrix]], query: int, visible: Sequence[int] | None = None
) -> Head:
    """The head with scores <W_Q h, W_K h'>/sqrt(width) at the tokens of the group ``query``.

    ``sequence[row][group]``: the coordinates of that subspace for that group of tokens.  ``visible`` lists the groups
    that a query sees (all of them if None): a causal mask is a shorter list.
    """
    from sympy import BlockMatrix, OneMatrix, block_collapse, sqrt

    groups = range(len(sequence[0])) if visible is None else visible

    def project(weights: Matrix, group: int) -> Matrix:
        image = block_collapse(weights * BlockMatrix([[row[group]] for row in sequence]))
        return image.blocks[0, 0] if isinstance(image, BlockMatrix) and image.blocks.shape == (1, 1) else image

    asked = project(head.W_Q, query)
    numerator: Matrix = None
    denominator: Matrix = None
    for group in groups:
        key, value = project(head.W_K, group), project(head.W_V, group)
        weights = _exponential(block_collapse(key.T * asked / sqrt(head.width)))
        top, bottom = value * weights, OneMatrix(1, key.shape[1]) * weights
        numerator = top if numerator is None else numerator + top
        denominator = bottom if denominator is None else denominator + bottom
    return Head(block_collapse(numerator), block_collapse(denominator))


def _exponential(scores: Matrix) -> Matrix:
    """exp of every entry; the zero matrix gives the matrix of ones."""
    from sympy import Lambda, OneMatrix, Symbol, ZeroMatrix, exp

    # The same bound variable every time, so that equal results are equal expressions.
    score = Symbol("score")
    return OneMatrix(*scores.shape) if isinstance(scores, ZeroMatrix) else scores.applyfunc(Lambda(score, exp(score)))


def same(left: Matrix, right: Matrix, sizes: Mapping[Expr, int]) -> bool | None:
    """True if the two matrix expressions are one expression, whatever their symbols stand for.

    False if they differ for the dimensions ``sizes`` and some rational entries (decided by balls), otherwise None.

    >>> from sympy import MatrixSymbol, symbols
    >>> n = symbols("n", integer=True, positive=True)
    >>> A, B = MatrixSymbol("A", n, n), MatrixSymbol("B", n, n)
    >>> same((A * B).T, B.T * A.T, {n: 2}), same(A * B, B * A, {n: 2})
    (True, False)
    """
    from sympy import block_collapse

    if left.shape != right.shape:
        return False
    if block_collapse(left) == block_collapse(right):
        return True
    return False if _differ(left - right, sizes) else None


def _differ(difference: Matrix, sizes: Mapping[Expr, int]) -> bool:
    """Some entry is certainly not 0 when the matrices inside have the entries 1/2, 2/3, 3/4, ..."""
    from flint import arb
    from sympy import Rational
    from sympy.matrices.expressions.matexpr import MatrixElement  # type: ignore[import-untyped]

    from theory.evaluation import evaluate

    rows, columns = (int(n.subs(sizes)) if hasattr(n, "subs") else int(n) for n in difference.shape)
    numbers = (Rational(n, n + 1) for n in itertools.count(1))
    entries: dict[Expr, Expr] = {}
    for i in range(rows):
        for j in range(columns):
            entry = difference[i, j].subs(sizes).doit()
            for element in sorted(entry.atoms(MatrixElement), key=str):
                entries.setdefault(element, next(numbers))
            others = {s: Rational(5, 7) for s in entry.free_symbols if not getattr(s, "is_Matrix", False)}
            value = evaluate(entry.xreplace(entries).subs(others), {})
            if not arb(value).contains(0):
                return True
    return False
