"""The classical head with fixed matrices: what its blocks compute, and that one head serves every target."""

import hashlib

import numpy as np
import pytest
from flint import arb, fmpq
from sympy import Integer

from constructions.classical import ClassicalHead, SplitHead, visible_counts
from constructions.head import evaluate_many
from constructions.prefix import StoredPrefix
from theory import attention
from theory.balls import ball, precision, upper
from theory.errors import HypothesisError, InputError
from theory.targets import Target
from verify.pipeline import build

TARGETS = [
    *(f"{a}*x0**2 + x1*x2" for a in range(1, 7)),
    *(f"x0*x1 + x2**{n}" for n in range(1, 7)),
    *(f"sin({n}*x0) + x1" for n in range(1, 4)),
    *(f"exp(x{i})/2" for i in range(3)),
    *(f"x{i}*x{j}" for i in range(3) for j in range(i, 3)),
    "abs(x0)/2", "max(x0, x1)/2", "norm(x0, x1)/2", "acos(x2)/4", "1", "0",
]  # fmt: skip


def sphere(m: int, count: int, seed: int = 0) -> list[list[arb]]:
    """Points of the sphere: directions of random vectors, exact up to the precision."""
    rows = np.random.default_rng(seed).standard_normal((count, m + 1)).tolist()
    balls = [[arb(c) for c in row] for row in rows]
    return [[c / sum((a * a for a in row), arb(0)).sqrt() for c in row] for row in balls]


def stored(m: int, q: int, n: int, biased: bool, seed: int = 0) -> StoredPrefix:
    rng = np.random.default_rng(seed)
    keys, values = rng.normal(size=(n, m + 1)), rng.normal(size=(n, q))
    return StoredPrefix(m, fmpq(7, 3), (keys,), (values,), (rng.normal(size=n) * biased,), "")


@pytest.mark.parametrize("constant", [False, True])
@pytest.mark.parametrize(("m", "q"), [(1, 1), (2, 3), (3, 9), (7, 2)])
def test_the_matrices_are_those_of_the_theory(m: int, q: int, constant: bool) -> None:
    """theory.attention gives them for symbols; a constant coordinate is one more dimension."""
    head = ClassicalHead(m, q, constant)
    symbolic = attention.classical_head(Integer(m + constant), Integer(head.value_block))
    assert head.width == symbolic.width
    for found, expected in zip(head.matrices(), (symbolic.W_Q, symbolic.W_K, symbolic.W_V), strict=True):
        assert (found == np.array(expected.as_explicit(), dtype=float)).all()
    covered = sorted(i for place in head.subspaces.values() for i in range(head.width)[place])
    assert covered == [*range(2 * head.block + q)]


def masks(n: int, T: int) -> dict[str, np.ndarray]:
    padding = np.ones((T, n + T), dtype=bool)
    padding[:, n + T // 2 :] = False
    return {"none": np.ones((T, n + T), dtype=bool), "causal": np.tri(T, n + T, n, dtype=bool), "padding": padding}


@pytest.mark.parametrize("kind", ["none", "causal", "padding"])
@pytest.mark.parametrize(("m", "q", "biased"), [(1, 1, False), (2, 5, True), (4, 2, True)])
def test_it_is_the_core_head_and_a_context_term(m: int, q: int, biased: bool, kind: str) -> None:
    """Its matrices, applied to all tokens with balls, against numerator/(denominator + tau): 200 bits agree.  The
    twin without the context term, and the one with all tokens for any mask, are refuted."""
    n, T = 6, 5
    head, prefix, mask = ClassicalHead(m, q, constant=biased), stored(m, q, n, biased), masks(n, T)[kind]
    with precision(256):
        x = sphere(m, T)
        found = head.attend(prefix, x, mask)
        counts = visible_counts(mask, n, T)
        assert counts == {"none": [5] * 5, "causal": [1, 2, 3, 4, 5], "padding": [2] * 5}[kind]
        for row, expected in zip(found, head.core_with_context(prefix, x, counts), strict=True):
            for a, b in zip(row, expected, strict=True):
                assert a.overlaps(b)
                assert abs(a - b) < arb(2) ** -200
        core = evaluate_many(prefix, x)
        assert not any(
            a.overlaps(b) for row, other in zip(found, core, strict=True) for a, b in zip(row, other, strict=True)
        )
        if kind == "causal":
            everything = head.core_with_context(prefix, x, [T] * T)
            assert not found[0][0].overlaps(everything[0][0])
            assert found[-1][0].overlaps(everything[-1][0])


@pytest.mark.parametrize(("m", "q", "biased"), [(1, 1, False), (2, 5, True)])
def test_the_split_head_is_the_core_head(m: int, q: int, biased: bool) -> None:
    """Its width is that of keys and values; without context it agrees with the core head in 200 bits."""
    head, prefix = SplitHead(m, q, constant=biased), stored(m, q, 7, biased)
    assert head.width == m + 1 + biased + q
    W_Q, W_K, W_V = head.matrices()
    assert (W_Q == W_K).all()
    assert (np.vstack([W_Q, W_V]) == np.eye(head.width)).all()
    with precision(256):
        x = sphere(m, 4)
        for row, expected in zip(head.attend(prefix, x), evaluate_many(prefix, x), strict=True):
            for a, b in zip(row, expected, strict=True):
                assert abs(a - b) < arb(2) ** -200


def test_one_head_serves_thirty_targets() -> None:
    """The same matrices (one hash) with thirty prefixes, each within its certified error at 6 points, T = 6, causal."""
    head = ClassicalHead(2, 1, constant=True)
    hashes, x, T = set(), sphere(2, 6), 6
    assert len(TARGETS) >= 30
    for text in TARGETS:
        result = build(text, 2, "0.15", max_value=20, context=T)
        made, target = result.stored, Target.from_expression(text, 2)
        with precision(made.working_precision()):
            outputs = head.attend(made, x, np.tri(T, made.tokens + T, made.tokens, dtype=bool))
            bound = ball(result.certificate.certified_error)
            for point, (value,) in zip(x, outputs, strict=True):
                assert upper(abs(value - target.enclose(point)[0])) <= bound, text
        hashes.add(hashlib.sha256(b"".join(w.tobytes() for w in head.matrices())).hexdigest())
    assert len(hashes) == 1


def test_prefixes_of_another_head_are_refused() -> None:
    with pytest.raises(HypothesisError, match=r"S\^2 with 1 outputs is none of a head for S\^3"):
        ClassicalHead(3, 1).prefix_rows(stored(2, 1, 4, False))
    with pytest.raises(HypothesisError, match="biases, which need a head with a constant"):
        ClassicalHead(2, 1).prefix_rows(stored(2, 1, 4, True))
    with pytest.raises(InputError, match="has 3 coordinates, got 2"):
        ClassicalHead(2, 1).context_rows([[arb(1), arb(0)]])
    with pytest.raises(InputError, match="m, q >= 1"):
        ClassicalHead(0, 1)


def test_masks_that_hide_the_prefix() -> None:
    mask = np.tri(4, 7, 3, dtype=bool)
    with pytest.raises(HypothesisError, match="4 context tokens, the certificate covers 3: build with --context 4"):
        visible_counts(mask, 3, 3)
    window = np.tri(4, 7, 3, dtype=bool) & ~np.tri(4, 7, 0, dtype=bool)
    with pytest.raises(HypothesisError, match="hides token 0 of the prefix from query 0"):
        visible_counts(window, 3, 9)
    for wrong in (np.ones((4, 6), dtype=bool), np.ones((4, 7)), np.ones(7, dtype=bool)):
        with pytest.raises(InputError, match=r"boolean \[T, N\+T\]"):
            visible_counts(wrong, 3, 9)
    assert visible_counts(np.ones((0, 3), dtype=bool), 3, 9) == []
