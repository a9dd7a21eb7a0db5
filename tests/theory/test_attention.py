"""Symbolic heads against a softmax that knows nothing of blocks."""

from __future__ import annotations

import numpy as np
import pytest
from sympy import Identity, MatrixSymbol, ZeroMatrix, symbols

from theory.attention import attend, classical_head, core_head, same

m, N, T, r = symbols("m N T r", integer=True, positive=True)


def dense_softmax(width, W_Q, W_K, W_V, tokens):
    scores = (W_K @ tokens).T @ (W_Q @ tokens) / np.sqrt(width)
    weights = np.exp(scores)
    return (W_V @ tokens) @ weights / weights.sum(axis=0)


@pytest.mark.parametrize(("dimension", "prefix", "context"), [(1, 3, 2), (2, 5, 1), (3, 2, 4)])
def test_classical_head_is_core_head_with_context(dimension, prefix, context):
    """Width 3(m+1): float64 softmax over dense matrices against numerator / (denominator + T) of the core head."""
    rng = np.random.default_rng(dimension)
    d = dimension + 1
    head = classical_head(dimension, d)
    assert head.width == 3 * d
    dense = [np.array(block.as_explicit(), dtype=float) for block in (head.W_Q, head.W_K, head.W_V)]
    x, keys, values = rng.normal(size=(d, context)), rng.normal(size=(d, prefix)), rng.normal(size=(d, prefix))
    tokens = np.zeros((3 * d, prefix + context))
    tokens[:d, prefix:], tokens[d : 2 * d, :prefix], tokens[2 * d :, :prefix] = x, np.sqrt(3 * d) * keys, values
    out = dense_softmax(3 * d, *dense, tokens)
    weights = np.exp(keys.T @ x)
    assert np.allclose(out[:, prefix:], values @ weights / (weights.sum(axis=0) + context))
    average = values.sum(axis=1, keepdims=True) / (prefix + context)
    assert np.allclose(out[:, :prefix], average)


def test_symbolic_head_has_the_shapes_of_its_blocks():
    """Symbolic dimensions stay symbolic; a causal mask shortens the denominator."""
    d = m + 1
    head = classical_head(m, r)
    rows = [
        [ZeroMatrix(d, N), MatrixSymbol("X", d, T)],
        [MatrixSymbol("K", d, N), ZeroMatrix(d, T)],
        [MatrixSymbol("V", r, N), ZeroMatrix(r, T)],
    ]
    everything, masked = attend(head, rows, 1), attend(head, rows, 1, visible=(0,))
    assert everything.numerator.shape == (r, T)
    assert everything.denominator.shape == (1, T)
    sizes = {m: 1, N: 2, T: 2, r: 1}
    assert same(everything.numerator, masked.numerator, sizes) is True
    assert same(everything.denominator, masked.denominator, sizes) is False


def test_same_is_three_valued():
    """Equal for all dimensions, different for some entries, and undecided when only an identity unknown to it helps."""
    A, B = MatrixSymbol("A", N, N), MatrixSymbol("B", N, N)
    assert same(A * Identity(N), A, {N: 2}) is True
    assert same(A, B, {N: 2}) is False
    assert same(A, MatrixSymbol("C", N, T), {N: 2, T: 2}) is False
    assert same(A**2 - B**2 + A * B - B * A, (A - B) * (A + B), {N: 2}) in (True, None)


def test_core_head_of_one_token_is_its_value():
    """N = 1: numerator = value times denominator, for any bias."""
    head = core_head(MatrixSymbol("K", 3, 1), MatrixSymbol("V", 2, 1), MatrixSymbol("X", 3, 4), MatrixSymbol("b", 1, 1))
    assert same(head.numerator, MatrixSymbol("V", 2, 1) * head.denominator, {}) is not False
