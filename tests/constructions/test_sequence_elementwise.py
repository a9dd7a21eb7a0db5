"""Element-wise heads: the leakage never exceeds its bound, corrections undo it, every position keeps its error."""

from __future__ import annotations

import numpy as np
import pytest
from flint import arb, fmpq

from constructions.head import evaluate
from constructions.prefix import StoredPrefix
from constructions.sequence.elementwise import ElementwiseHead, corrected
from theory.balls import precision
from theory.errors import InputError
from theory.targets import Target
from verify.pipeline import build
from verify.sequence.elementwise import build_elementwise

Parts = tuple[StoredPrefix, ...]
TARGETS = ("x0*x1", "x2", "x0**2 - x1")


def sphere_points(count: int, d: int, seed: int = 0) -> list[list[arb]]:
    x = np.random.default_rng(seed).normal(size=(count, d))
    with precision(256):
        rows = [[arb(float(c)) for c in row] for row in x]
        return [[c / sum((v * v for v in row), arb(0)).sqrt() for c in row] for row in rows]


def distance(u: list[arb], v: list[arb]) -> arb:
    return sum(((a - b) ** 2 for a, b in zip(u, v, strict=True)), arb(0)).nonnegative_part().sqrt()


@pytest.fixture(scope="module")
def parts() -> Parts:
    return tuple(build(text, 2, "0.01").stored for text in TARGETS)


class TestLeakage:
    @pytest.mark.parametrize("gain", [0, 2, 6, 20])
    @pytest.mark.parametrize("context", [0, 5])
    def test_never_exceeded(self, parts: Parts, gain: int, context: int) -> None:
        head = ElementwiseHead(parts, fmpq(gain), context=context)
        with precision(128):
            for x in sphere_points(5, 3):
                for s in range(3):
                    moved = distance(head.enclose(s, x), evaluate(parts[s], x))
                    assert moved <= head.leakage(s)

    def test_bound_is_of_the_right_size(self, parts: Parts) -> None:
        same = (parts[0], parts[0])
        head = ElementwiseHead(same, fmpq(3))
        assert head.has_common_nodes()
        with precision(128):
            assert head.share(0) <= 1 / (arb(3).exp() + 1) + arb("1e-30")

    def test_codes_of_coherence(self, parts: Parts) -> None:
        # three codes in the plane, at 120 degrees (theory J'')
        angles = 2 * np.pi * np.arange(3) / 3
        codes = np.stack([np.cos(angles), np.sin(angles)], axis=1)
        head = ElementwiseHead(parts, fmpq(8), codes=codes)
        with precision(128):
            for x in sphere_points(3, 3, 1):
                for s in range(3):
                    assert distance(head.enclose(s, x), evaluate(parts[s], x)) <= head.leakage(s)

    def test_tensors(self, parts: Parts) -> None:
        head = ElementwiseHead(parts, fmpq(9))
        keys, values = head.tensors()
        x = np.array([0.6, 0.0, 0.8])
        for s in range(3):
            scores = keys @ np.concatenate([x, [1.0], np.eye(3)[s]])
            weights = np.exp(scores - scores.max())
            with precision(128):
                want = head.enclose(s, [arb("0.6"), arb(0), arb("0.8")])
            assert abs((weights @ values / weights.sum())[0] - float(want[0])) < 1e-6


class TestCorrection:
    def test_leakage_is_undone(self, parts: Parts) -> None:
        # one set of nodes: the values of the three maps on the nodes of the first
        first = parts[0]
        rng = np.random.default_rng(3)
        common = tuple(
            StoredPrefix(
                m=2,
                lam=first.lam,
                keys=first.keys,
                bias=first.bias,
                target="",
                values=tuple(v * f for v in first.values),
            )
            for f in rng.normal(size=3)
        )
        plain = ElementwiseHead(common, fmpq(1))
        fixed, rounding = corrected(plain)
        with precision(256):
            for x in sphere_points(4, 3, 2):
                for s in range(3):
                    want = evaluate(common[s], x)
                    assert distance(fixed.enclose(s, x), want) <= rounding
                    assert distance(plain.enclose(s, x), want) > 100 * rounding

    def test_needs_common_nodes(self, parts: Parts) -> None:
        with pytest.raises(InputError, match="one set of nodes"):
            corrected(ElementwiseHead((parts[0], build("x0", 2, "0.4", method="local").stored), fmpq(1)))
        with pytest.raises(InputError, match="mu > 0"):
            corrected(ElementwiseHead((parts[0], parts[0]), fmpq(0)))


class TestBuild:
    def test_every_position_keeps_its_error(self) -> None:
        result = build_elementwise(TARGETS, 2, "0.01", context=4)
        with precision(256):
            for x in sphere_points(6, 3, 4):
                for s, text in enumerate(TARGETS):
                    want = Target.from_expression(text, 2).enclose(x)
                    assert distance(result.head.enclose(s, x), want) <= result.errors[s]
                    assert result.errors[s] <= arb("0.01")

    def test_bad_input(self, parts: Parts) -> None:
        with pytest.raises(InputError):
            build_elementwise([], 2, "0.1")
        with pytest.raises(InputError, match="one sphere"):
            ElementwiseHead((parts[0], build("x0", 1, "0.1").stored), fmpq(1))
        with pytest.raises(InputError, match="codes"):
            ElementwiseHead(parts, fmpq(1), codes=np.eye(2))
        with pytest.raises(InputError, match="positions"):
            ElementwiseHead(parts, fmpq(1)).enclose(3, [arb(1), arb(0), arb(0)])
        with pytest.raises(InputError, match=">= 0"):
            ElementwiseHead(parts, fmpq(-1))
