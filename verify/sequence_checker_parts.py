"""What the checker of sequence models sees in the files: lines, codes, values, each verified exactly before use.

Every method raises `Refused` when the stored numbers are not of the form that the proof speaks of.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from flint import arb, fmpq
from numpy.typing import NDArray

from verify.certificate import rational
from verify.checker.balls import Refused
from verify.checker.target import Tape, parse
from verify.sequence.certificate import SequenceCertificate, required_assumptions
from verify.sequence_checker_files import Floats, expected_weights, read_tensors
from verify.sequence_checker_target import demand_lipschitz, enclose_values

__all__ = ["Lines", "StoredModel", "e", "exact", "lines", "require", "same"]

MAX_NUMBERS = 50_000_000
"""Most digits of codes, K^n n."""


def e(exponent: arb | fmpq | float) -> arb:
    """e^exponent."""
    return arb(exponent).exp()


def exact(x: float) -> fmpq:
    """The rational number that a float is."""
    return fmpq(*float(x).as_integer_ratio())


def require(condition: bool, message: str) -> None:
    """Refuse unless the condition holds."""
    if not condition:
        raise Refused(message)


def same(a: NDArray[np.generic], b: NDArray[np.generic]) -> bool:
    """Equal shapes and equal numbers."""
    return a.shape == b.shape and bool((a == b).all())


class Lines(NamedTuple):
    """Lines of a head: crossings of neighbours (exact), and the smallest step of the slopes."""

    crossings: list[fmpq]
    step: fmpq

    @property
    def cells(self) -> list[tuple[fmpq, fmpq]]:
        """The parts of [0,1] where each line is the largest."""
        ends = [fmpq(0), *self.crossings, fmpq(1)]
        return list(pairwise(ends))

    @property
    def gap(self) -> fmpq | None:
        """g of the module docstring; None when no cell has two neighbours."""
        widths = [b - a for a, b in pairwise(self.crossings)]
        return self.step * min(widths) / 2 if widths else None


def lines(rows: Floats) -> Lines:
    """The lines of slopes and biases [N, 2]; refused unless each is the largest on a part of [0,1], in order."""
    a, b = ([exact(x) for x in column] for column in (rows[:, 0], rows[:, 1]))
    require(a[0] == 0 and b[0] == 0, "first layer: the first line must be 0")
    steps = [v - u for u, v in pairwise(a)]
    require(all(step > 0 for step in steps), "first layer: slopes must increase")
    crossings = [(p - q) / step for (p, q), step in zip(pairwise(b), steps, strict=True)]
    ends = [fmpq(0), *crossings, fmpq(1)]
    require(all(u < v for u, v in pairwise(ends)), "first layer: crossings must increase within (0, 1)")
    return Lines(crossings, min(steps, default=fmpq(1)))


class StoredModel:
    """One certificate with its files, and what all modes have to see in them.

    Hashes, fixed weights, shapes and the target's Lipschitz constant are judged when it is made; raises `Refused`.
    """

    def __init__(self, certificate: SequenceCertificate, weights: bytes, prefix: bytes) -> None:
        c = self.c = certificate
        self.T, self.F, self.K = c.length, c.features, c.levels
        self.n = self.T * self.F
        self.L = rational(c.lipschitz)
        require(self.n <= 64, "more than 64 features")
        require(self.K**self.n * self.n <= MAX_NUMBERS, "too many cells to check here")
        require(
            hashlib.sha256(weights).hexdigest() == c.weights_sha256, "the hash of the weights is not the claimed one"
        )
        require(hashlib.sha256(prefix).hexdigest() == c.prefix_sha256, "the hash of the prefix is not the claimed one")
        tensors, meta = read_tensors(weights)
        expected, expected_meta = expected_weights(c.mode, self.T, self.F)
        require(
            meta == expected_meta
            and set(tensors) == set(expected)
            and all(same(tensors[k], expected[k]) for k in expected),
            f"the weights are not the fixed ones of mode {c.mode} for this length",
        )
        self.layers = meta["norms"].count(",") + 1
        require(c.attention_layers == self.layers, f"the transformer has {self.layers} attention layers")
        self.prefix, meta = read_tensors(prefix)
        require(meta == {"layout": expected_meta["layout"]}, "the prefix is made for another layout")
        used = {"sup": [1, 3, 4], "lp": [1, *range(3, self.T + 3)], "direct": [2]}[c.mode]
        names = {f"{i}.{part}" for i in used for part in ("keys", "values")}
        require(set(self.prefix) == names, f"mode {c.mode} has keys and values in layers {used}, and no other tensors")
        require(all(part.ndim == 3 for part in self.prefix.values()), "keys and values have three axes")
        tokens = sum(self.prefix[f"{i}.keys"].shape[0] * self.prefix[f"{i}.keys"].shape[1] for i in used)
        require(tokens == c.tokens, f"the prefix holds {tokens} tokens")
        require(tuple(c.assumptions) == required_assumptions(c), "the assumptions are not those that must be listed")
        self.tape: Tape | None = None
        require(c.variant == "cells" or (c.mode, c.target_kind) == ("direct", "expression"), "the variant does not fit")
        known = {"expression": ("certified", "given"), "callable": ("given",), "discontinuous": ("none",)}
        fits = known[c.target_kind] if c.variant == "cells" else ("none",)
        require(c.lipschitz_status in fits, "the status of the Lipschitz constant does not fit")
        if c.target_kind == "callable":  # only named, so it must not look like a formula that was read
            named = re.fullmatch(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*", c.target, re.ASCII) is not None
            require(named, "a callable target is written module:function")
        if c.target_kind == "expression":
            self.tape = parse(c.target, self.n - 1)
            require(len(self.tape.outputs) == self.n, f"the target needs {self.n} components")
            if c.lipschitz_status == "certified":
                demand_lipschitz(self.tape, self.L)
        # |g - f| <= S: g is a stored value of some cell in [0,1], f is within L of its value at a centre.
        self.S = 2 + arb(self.L)

    def tensor(self, layer: int, heads: int, d_k: int, d_v: int) -> tuple[Floats, Floats]:
        """Keys [H, N, d_k] and values [H, N, d_v] of a layer."""
        keys, values = self.prefix[f"{layer}.keys"], self.prefix[f"{layer}.values"]
        ok = keys.ndim == values.ndim == 3 and keys.shape[::2] == (heads, d_k) and values.shape[::2] == (heads, d_v)
        require(
            ok and keys.shape[1] == values.shape[1] >= 1, f"layer {layer}: keys {keys.shape}, values {values.shape}"
        )
        return keys, values

    def digits(self) -> NDArray[np.int64]:
        """The digits [K^n, n] of the codes, base K, lowest first."""
        codes = np.arange(self.K**self.n, dtype=np.int64)
        return codes[:, None] // self.K ** np.arange(self.n, dtype=np.int64) % self.K

    def first(self, columns: int, scaled: int) -> tuple[Lines, Floats, arb]:
        """Lines, values [N, columns] and gain of the first layer: equal for all heads and positions but for scales."""
        T, F, K = self.T, self.F, self.K
        keys, values = self.tensor(1, F, 2 + T, columns)
        N = keys.shape[1] // T
        require(keys.shape[1] == N * T, "first layer: the tokens are not T blocks")
        rows, gain, base = keys[0, :N, :2], keys[0, 0, 2], values[0, :N]
        require(K**self.n < 2**53 and gain > 0, "first layer: scales beyond 2^53, or no gain")
        for p in range(F):
            for t in range(T):
                block = slice(t * N, (t + 1) * N)
                code = np.zeros(T)
                code[t] = gain
                factors = np.ones(columns)
                factors[:scaled] = float(K ** (t * F + p))
                ok = same(keys[p, block, :2], rows) and bool((keys[p, block, 2:] == code).all())
                require(ok and same(values[p, block], base * factors), f"first layer: position {t}, feature {p}")
        levels = base[:, :scaled]
        ok = bool(((levels == np.round(levels)) & (levels >= 0) & (levels < K)).all())
        require(ok, "first layer: levels must be integers 0..K-1")
        return lines(rows), base, arb(float(gain))

    def codes(self, on: Floats) -> tuple[arb, float]:
        """Scale s and lift c of on-tokens (slope, bias) [K^n, 2] = (s m, -s m^2/2 + c), exactly."""
        m = np.arange(len(on), dtype=np.int64)
        scale = on[1, 0] if len(on) > 1 else 128.0  # a single code has no rival: any scale describes it
        lift = float(on[0, 1])
        ok = scale == round(scale) and lift == round(lift) and 1 <= scale * len(on) ** 2 < 2**52 and abs(lift) < 2**50
        require(ok, "codes: scale and lift must be moderate integers")
        ok = bool((on[:, 0] == scale * m).all())
        require(ok and bool((2 * on[:, 1] == (2 * int(lift) - int(scale) * m * m)).all()), "codes: not a paraboloid")
        return arb(float(scale)), lift

    def leak(self, scale: arb, drift: arb) -> arb:
        """The share of wrong codes when R is within ``drift`` of a code: 2 sum_d e^{-s (d^2/2 - d drift)}."""
        q = (-scale * (arb(1) / 2 - drift)).exp()
        require(bool(q < arb(1) / 2), "the codes are not told apart")
        return 2 * q / (1 - q)

    def value_error(self, stored: Floats, points: Floats) -> arb:
        """max |stored - f| at the points [N, n]."""
        require(bool(((stored >= 0) & (stored <= 1)).all()), "stored values must lie in [0, 1]")
        if self.tape is None:  # a callable: an assumption
            return arb(0)
        low, high = enclose_values(self.tape, points)
        gap = float(np.maximum(stored - low, high - stored).max())
        require(gap <= 1, "a stored value is further than 1 from the target")
        return arb(float(np.nextafter(gap, np.inf))) if gap != 0 else arb(0)

    def centres(self, cells: Sequence[tuple[fmpq, fmpq]]) -> tuple[Floats, fmpq]:
        """A float in each interval, and the largest distance from it to the ends."""
        middles = np.array([float(arb((a + b) / 2).mid()) for a, b in cells])
        return middles, max(max(exact(x) - a, b - exact(x)) for x, (a, b) in zip(middles, cells, strict=True))
