"""Softmax heads with fixed matrices (theory I2-I5): one head, every target; only its prefix changes.

A hidden vector has named subspaces: ``context`` (x, then ``constant``, a 1 that meets the biases), ``key`` and
``value``.  Context tokens are (x, 1, 0, 0), prefix tokens (0, 0, k_i, v_i); W_Q = [I 0 0], W_K = [0 I 0],
W_V = [0 0 I].  So a prefix token has the core head's score and value, a context token has score and value 0: the head
is the core head times S/(S + tau), S its denominator, tau the number of visible context tokens.
`theory.attention.classical_head` is the same head for symbolic m; `SplitHead` is the narrower one for cross-attention.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from flint import arb, arb_mat
from numpy.typing import NDArray

from constructions.prefix import Floats, StoredPrefix
from theory.balls import ball
from theory.errors import HypothesisError, InputError

__all__ = ["ClassicalHead", "SplitHead", "visible_counts"]

Rows = list[list[arb]]


@dataclass(frozen=True)
class _FixedHead(ABC):
    """A softmax head for points of S^m and values of R^q; ``constant``: queries carry a 1 after x, so prefixes have
    biases.  Its matrices depend on these three only.
    """

    m: int
    q: int
    constant: bool = False

    def __post_init__(self) -> None:
        if self.m < 1 or self.q < 1:
            raise InputError(f"a head on S^m with values in R^q needs m, q >= 1, got m = {self.m}, q = {self.q}")

    @property
    def block(self) -> int:
        """Coordinates of a query and of a key: m+1, or m+2 with the constant one."""
        return self.m + 1 + self.constant

    @property
    @abstractmethod
    def value_block(self) -> int:
        """Coordinates of a value."""

    @property
    @abstractmethod
    def starts(self) -> tuple[int, int, int]:
        """Where the blocks of context, key and value begin in a hidden vector."""

    @property
    def width(self) -> int:
        """d_h, the number of coordinates of a hidden vector."""
        return self.starts[2] + self.value_block

    @property
    def subspaces(self) -> dict[str, slice]:
        """Where in a hidden vector context, constant (maybe empty), key and value lie; the key's last is the bias."""
        context, key, value = self.starts
        return {
            "context": slice(context, context + self.m + 1),
            "constant": slice(context + self.m + 1, context + self.block),
            "key": slice(key, key + self.block),
            "value": slice(value, value + self.q),
        }

    def matrices(self) -> tuple[Floats, Floats, Floats]:
        """W_Q and W_K [block, width], W_V [value_block, width]: zeros and ones, exact in every number format."""
        one = np.eye(self.width)
        context, key, value = self.starts
        return one[context : context + self.block], one[key : key + self.block], one[value:]

    def _token(self, **parts: Sequence[arb]) -> list[arb]:
        row = [arb(0)] * self.width
        for name, numbers in parts.items():
            row[self.subspaces[name]] = numbers
        return row

    def context_rows(self, points: Sequence[Sequence[arb]]) -> Rows:
        """The tokens (x, 1, 0, 0) [T][width].  Raises `InputError` for points of another dimension."""
        for x in points:
            if len(x) != self.m + 1:
                raise InputError(f"a point of S^{self.m} has {self.m + 1} coordinates, got {len(x)}")
        return [self._token(context=x, constant=[arb(1)] * self.constant) for x in points]

    def prefix_rows(self, stored: StoredPrefix) -> Rows:
        """The tokens (0, 0, sqrt(width) (lam k_i, b_i), v_i) [N][width] of a stored prefix, at the current precision.

        Raises `HypothesisError` for a prefix that is not one of this head: another sphere, another number of outputs,
        or biases where there is no constant coordinate.
        """
        if (stored.m, stored.q) != (self.m, self.q):
            raise HypothesisError(
                f"a prefix for S^{stored.m} with {stored.q} outputs is none of a head for S^{self.m} with {self.q}"
            )
        if not self.constant and any(part.any() for part in stored.bias):
            raise HypothesisError("the prefix has biases, which need a head with a constant coordinate (constant=True)")
        root, lam = arb(self.width).sqrt(), ball(stored.lam)
        return [
            self._token(key=[*(root * lam * c for c in key), *[root * b] * self.constant], value=value)
            for key, b, value in zip(stored.exact_keys(), stored.exact_bias(), stored.exact_values(), strict=True)
        ]

    def _softmax(self, queries: Rows, tokens: Rows, mask: NDArray[np.bool_]) -> Rows:
        """The head by its matrices and nothing else: [queries][q], ``mask`` [queries, tokens]."""
        hidden = arb_mat(tokens)
        W_Q, W_K, W_V = (arb_mat(w.tolist()) for w in self.matrices())
        scores = (arb_mat(queries) * W_Q.transpose()) * (hidden * W_K.transpose()).transpose()
        values = (hidden * W_V.transpose()).tolist()
        root = arb(self.width).sqrt()
        found: Rows = []
        for row, seen in zip(scores.tolist(), mask.tolist(), strict=True):
            weights = [(score / root).exp() if sees else arb(0) for score, sees in zip(row, seen, strict=True)]
            found.append(_mean(weights, values, sum(weights, arb(0)), self.q))
        return found


def _mean(weights: Sequence[arb], values: Rows, total: arb, q: int) -> list[arb]:
    return [sum((w * v[j] for w, v in zip(weights, values, strict=True)), arb(0)) / total for j in range(q)]


class SplitHead(_FixedHead):
    """Keys and values in blocks of their own, queries in that of the keys (theory I2): W_Q = W_K = [I 0], W_V = [0 I].

    A query would see itself with the score |x|^2, so it sees the prefix only, as in cross-attention.

    >>> SplitHead(2, 1).width, SplitHead(2, 4, constant=True).width
    (4, 8)
    """

    @property
    def value_block(self) -> int:
        """q coordinates."""
        return self.q

    @property
    def starts(self) -> tuple[int, int, int]:
        """Context and key share their place."""
        return 0, 0, self.block

    def attend(self, stored: StoredPrefix, points: Sequence[Sequence[arb]]) -> Rows:
        """What the head computes at the queries ``points``, [n][q], by its matrices.  Raises as `prefix_rows`."""
        prefix = self.prefix_rows(stored)
        return self._softmax(self.context_rows(points), prefix, np.ones((len(points), len(prefix)), dtype=bool))


class ClassicalHead(_FixedHead):
    """Context, key and value in blocks of their own (theory I3): W_Q = [I 0 0], W_K = [0 I 0], W_V = [0 0 I].

    >>> ClassicalHead(2, 1).width, ClassicalHead(2, 1, constant=True).width, ClassicalHead(2, 9).width
    (9, 12, 15)
    """

    @property
    def value_block(self) -> int:
        """As many coordinates as a key has when q fits in, otherwise q: the width is 3(m+1), as in the paper, while
        q <= m+1 and there is no constant."""
        return max(self.q, self.block)

    @property
    def starts(self) -> tuple[int, int, int]:
        """Three blocks."""
        return 0, self.block, 2 * self.block

    def attend(self, stored: StoredPrefix, points: Sequence[Sequence[arb]], mask: NDArray[np.bool_]) -> Rows:
        """What the head computes at the T context tokens ``points``, [T][q], by its matrices and nothing else.

        ``mask`` [T, N+T]: which tokens (prefix first) a query sees.  Enclosures at the current precision; the cost is
        that of dense attention.  Raises as `prefix_rows` and `visible_counts`.
        """
        prefix, context = self.prefix_rows(stored), self.context_rows(points)
        visible_counts(mask, len(prefix), len(points))
        return self._softmax(context, prefix + context, mask)

    def core_with_context(self, stored: StoredPrefix, points: Sequence[Sequence[arb]], visible: Sequence[int]) -> Rows:
        """The core head and the explicit context term: sum w_i v_i/(sum w_i + tau) with tau = ``visible``, [T][q]."""
        lam = ball(stored.lam)
        keys, bias, values = stored.exact_keys(), stored.exact_bias(), stored.exact_values()
        found: Rows = []
        for x, tau in zip(points, visible, strict=True):
            scores = (sum((a * c for a, c in zip(x, key, strict=True)), arb(0)) for key in keys)
            weights = [(lam * score + b).exp() for score, b in zip(scores, bias, strict=True)]
            found.append(_mean(weights, values, sum(weights, arb(tau)), self.q))
        return found


def visible_counts(mask: NDArray[np.bool_], tokens: int, most: int) -> list[int]:
    """How many context tokens each query sees, tau [T]: all that a mask means to these heads (theory I3).

    ``mask`` [T, N+T], True where a query sees a token, the N = ``tokens`` of the prefix first: no mask, a causal one,
    padding, or any other.  ``most``: the certificate covers so many.  Raises `HypothesisError` when a query does not
    see all of the prefix, or sees more context than that.

    >>> visible_counts(np.tri(3, 5, 2, dtype=bool), tokens=2, most=512)
    [1, 2, 3]
    """
    if mask.ndim != 2 or mask.dtype != np.bool_ or mask.shape[1] != tokens + mask.shape[0]:
        raise InputError(
            f"a mask is boolean [T, N+T] with N = {tokens}, True where a query sees a token; got {mask.dtype} of shape "
            f"{mask.shape}"
        )
    hidden = np.argwhere(~mask[:, :tokens])
    if len(hidden):
        query, token = hidden[0].tolist()
        raise HypothesisError(
            f"the mask hides token {token} of the prefix from query {query}: every query must see all {tokens} tokens "
            "(unmask the first columns)"
        )
    counts: list[int] = mask[:, tokens:].sum(axis=1).tolist()
    if counts and max(counts) > most:
        raise HypothesisError(
            f"a query sees {max(counts)} context tokens, the certificate covers {most}: build with --context "
            f"{max(counts)}"
        )
    return counts
