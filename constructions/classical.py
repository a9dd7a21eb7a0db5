"""The classical softmax head with fixed matrices (theory I3-I5): one head, every target; only its prefix changes.

A hidden vector has named subspaces: ``context`` (x, then ``constant``, a 1 that meets the biases), ``key`` and
``value``.  Context tokens are (x, 1, 0, 0), prefix tokens (0, 0, k_i, v_i); W_Q = [I 0 0], W_K = [0 I 0],
W_V = [0 0 I].  So a prefix token has the core head's score and value, a context token has score and value 0: the head
is the core head times S/(S + tau), S its denominator, tau the number of visible context tokens.
`theory.attention.classical_head` is the same head for symbolic m.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from flint import arb, arb_mat
from numpy.typing import NDArray

from constructions.prefix import Floats, StoredPrefix
from theory.balls import ball
from theory.errors import HypothesisError, InputError

__all__ = ["ClassicalHead", "visible_counts"]

Rows = list[list[arb]]


@dataclass(frozen=True)
class ClassicalHead:
    """The head for points of S^m and values of R^q; ``constant``: tokens carry a 1 after x, so prefixes have biases.

    Its matrices depend on these three only.  Raises `InputError` unless m >= 1 and q >= 1.

    >>> ClassicalHead(2, 1).width, ClassicalHead(2, 1, constant=True).width, ClassicalHead(2, 9).width
    (9, 12, 15)
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
    def value_block(self) -> int:
        """Coordinates of a value: as many as a key has when q fits in (theory I3), otherwise q."""
        return max(self.q, self.block)

    @property
    def width(self) -> int:
        """d_h: three blocks, 3(m+1) as in the paper, while q <= m+1 and there is no constant."""
        return 2 * self.block + self.value_block

    @property
    def subspaces(self) -> dict[str, slice]:
        """Where in a hidden vector context, constant (maybe empty), key and value lie; the key's last is the bias."""
        d, b = self.m + 1, self.block
        return {
            "context": slice(0, d),
            "constant": slice(d, b),
            "key": slice(b, 2 * b),
            "value": slice(2 * b, 2 * b + self.q),
        }

    def matrices(self) -> tuple[Floats, Floats, Floats]:
        """W_Q and W_K [block, width], W_V [value_block, width]: zeros and ones, exact in every number format."""
        one = np.eye(self.width)
        b = self.block
        return one[:b], one[b : 2 * b], one[2 * b :]

    def context_rows(self, points: Sequence[Sequence[arb]]) -> Rows:
        """The tokens (x, 1, 0, 0) [T][width].  Raises `InputError` for points of another dimension."""
        zeros = [arb(0)] * (self.width - self.block)
        for x in points:
            if len(x) != self.m + 1:
                raise InputError(f"a point of S^{self.m} has {self.m + 1} coordinates, got {len(x)}")
        return [[*x, *[arb(1)] * self.constant, *zeros] for x in points]

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
        before = [arb(0)] * self.block
        after = [arb(0)] * (self.value_block - self.q)
        return [
            [*before, *(root * lam * c for c in key), *[root * b] * self.constant, *value, *after]
            for key, b, value in zip(stored.exact_keys(), stored.exact_bias(), stored.exact_values(), strict=True)
        ]

    def attend(self, stored: StoredPrefix, points: Sequence[Sequence[arb]], mask: NDArray[np.bool_]) -> Rows:
        """What the head computes at the T context tokens ``points``, [T][q], by its matrices and nothing else.

        ``mask`` [T, N+T]: which tokens (prefix first) a query sees.  Enclosures at the current precision; the cost is
        that of dense attention.  Raises as `prefix_rows` and `visible_counts`.
        """
        prefix = self.prefix_rows(stored)
        visible_counts(mask, len(prefix), len(points))
        tokens = arb_mat(prefix + self.context_rows(points))
        W_Q, W_K, W_V = (arb_mat(w.tolist()) for w in self.matrices())
        scores = (arb_mat(self.context_rows(points)) * W_Q.transpose()) * (tokens * W_K.transpose()).transpose()
        values = (tokens * W_V.transpose()).tolist()
        root = arb(self.width).sqrt()
        found: Rows = []
        for row, seen in zip(scores.tolist(), mask.tolist(), strict=True):
            weights = [(score / root).exp() if sees else arb(0) for score, sees in zip(row, seen, strict=True)]
            total = sum(weights, arb(0))
            sums = (sum((w * v[j] for w, v in zip(weights, values, strict=True)), arb(0)) for j in range(self.q))
            found.append([value / total for value in sums])
        return found

    def core_with_context(self, stored: StoredPrefix, points: Sequence[Sequence[arb]], visible: Sequence[int]) -> Rows:
        """The core head and the explicit context term: sum w_i v_i/(sum w_i + tau) with tau = ``visible``, [T][q]."""
        lam = ball(stored.lam)
        keys, bias, values = stored.exact_keys(), stored.exact_bias(), stored.exact_values()
        found: Rows = []
        for x, tau in zip(points, visible, strict=True):
            scores = (sum((a * c for a, c in zip(x, key, strict=True)), arb(0)) for key in keys)
            weights = [(lam * score + b).exp() for score, b in zip(scores, bias, strict=True)]
            total = sum(weights, arb(tau))
            sums = (sum((w * v[j] for w, v in zip(weights, values, strict=True)), arb(0)) for j in range(self.q))
            found.append([value / total for value in sums])
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
