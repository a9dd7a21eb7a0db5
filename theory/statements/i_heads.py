"""Chapter I: the heads, and what visible context tokens add to them."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import And, BlockMatrix, MatrixSymbol, OneMatrix, ZeroMatrix, sqrt, symbols  # type: ignore[import-untyped]

from theory.attention import ClassicalHead, Head, attend, classical_head, core_head, same
from theory.proof_steps import (
    Deduction,
    Induction,
    Instances,
    Mutant,
    integers,
    interval,
    positive,
    quantity,
    real,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le

m, N, T, r, tau = symbols("m N T r tau", integer=True, positive=True)
lam = symbols("lam", positive=True)
low, high, v, num, core_num, core, head, average, total, split = symbols(
    "low high v num core_num core head average total split", real=True
)
w, den, core_den, width = symbols("w den core_den width", nonnegative=True)

SIZES = {m: 1, N: 2, T: 3, r: 1, tau: 2}
"""Dimensions at which two different block matrices are told apart."""

DIMENSION = m + 1
K = MatrixSymbol("K", DIMENSION, N)
V = MatrixSymbol("V", r, N)
POINT = MatrixSymbol("x", DIMENSION, 1)


# --- I1, I2 -------------------------------------------------------------------------------------------------------

tokens = integers(N, 1, meaning="number of tokens")

declare(
    Statement(
        label="I1",
        title="The core head",
        kind="definition",
        says="A = sum e^{lam <x,p_i> + b_i} v_i / sum e^{...}: a mean of the values, whatever the logits.",
        formula=And(Gt(den, 0), Ge(core, low), Le(core, high)),
        variables=(
            quantity(den, "sum of the weights e^{lam <x,p_i> + b_i} of the N >= 1 tokens (unnormalised denominator)"),
            quantity(num, "sum of the weights times one component of the values (unnormalised head)", None),
            quantity(core, "that component of the head", None),
            real(low, "smallest of these components"),
            interval(high, low, None, "[)", "largest of these components"),
        ),
        by_definition=(Hypothesis(Eq(core * den, num), "the head is numerator / denominator"),),
        code=("constructions.head:evaluate", "theory.attention:core_head"),
        source="petrov2024",
        steps=(
            Induction(
                name="sums",
                says="One token after another; weights are exponentials, so positive.",
                where=(
                    positive(w, "weight of the next token"),
                    interval(v, low, high, "[]", "component of its value"),
                ),
                start={den: w, num: w * v},
                becomes={den: den + w, num: num + w * v},
                claim=And(Gt(den, 0), Ge(num, low * den), Le(num, high * den)),
                mutants=(Mutant("the sum of the weights is at least 1", {"claim": Ge(den, 1)}),),
            ),
            Deduction(
                name="mean",
                says="Divide by the positive denominator.",
                claim=And(Gt(den, 0), Ge(core, low), Le(core, high)),
                uses=("sums",),
                mutants=(
                    Mutant("strictly above the smallest value", {"claim": Gt(core, low)}),
                    Mutant("without the sums", {"uses": ()}),
                ),
            ),
        ),
    )
)


def _all_same(*pairs: tuple[object, object]) -> bool | None:
    answers = [same(left, right, SIZES) for left, right in pairs]
    return False if False in answers else None if None in answers else True


def _split_head(queries_beside_keys: bool) -> bool | None:
    """Keys and values in separate blocks, W_Q = W_K = [I 0], W_V = [0 I]; the query token itself is not seen."""
    from sympy import Identity

    d = DIMENSION
    on_keys = BlockMatrix([[Identity(d), ZeroMatrix(d, r)]])
    on_values = BlockMatrix([[ZeroMatrix(r, d), Identity(r)]])
    split = ClassicalHead(d + r, on_keys, on_keys, on_values)
    rows = [[sqrt(d + r) * lam * K, POINT], [V, ZeroMatrix(r, 1)]]
    got = attend(split, rows, 1, (0,) if queries_beside_keys else (0, 1))
    expected = core_head(lam * K, V, POINT)
    return _all_same((got.numerator, expected.numerator), (got.denominator, expected.denominator))


declare(
    Statement(
        label="I2",
        title="The split head",
        kind="lemma",
        says="Tokens (k_i, v_i), queries (x, 0), W_Q = W_K = [I 0], W_V = [0 I]: the core head if a query sees the "
        "prefix only (as in cross-attention).",
        formula=Eq(split, core),
        variables=(
            integers(m, 1),
            tokens,
            integers(r, 1, meaning="dimension of the values"),
            positive(lam, "scale of the logits"),
            quantity(split, "a component of the split head at x, with k_i = sqrt(m+1+r) lam p_i", None),
            quantity(core, "the same component of the core head at x", None),
        ),
        code=("theory.attention:attend",),
        note="A query that sees itself adds the score lam |x|^2 to the sum: I3 gives queries a subspace of their own.",
        steps=(
            Instances(
                name="block matrices",
                says="Scores, weights and sums of the blocks are those of the core head, for symbolic m, N and r.",
                holds=_split_head,
                cases=lambda: [(True,)],
                covers="all m, N, r",
                complete=True,
                claim=Eq(split, core),
                mutants=(Mutant("a query that sees itself", {"cases": lambda: [(False,)]}),),
            ),
        ),
    )
)

# --- I3 -----------------------------------------------------------------------------------------------------------


def _classical(wrong_context: int, wrong_scale: int) -> Iterator[tuple[Head, Head]]:
    """The classical head with prefix (0, k_i, v_i) and context (x, 0, 0), without a mask and with the causal one,
    each beside what theory I3 says: the core head and ``tau`` visible tokens of weight 1."""
    d, head = DIMENSION, classical_head(m, r)
    keys = sqrt(head.width) ** wrong_scale * lam * K
    ones = OneMatrix(1, 1)
    before, after = MatrixSymbol("before", d, tau - 1), MatrixSymbol("after", d, T - tau)
    rows = [
        [ZeroMatrix(d, N), before, POINT, after],
        [keys, ZeroMatrix(d, tau - 1), ZeroMatrix(d, 1), ZeroMatrix(d, T - tau)],
        [V, ZeroMatrix(r, tau - 1), ZeroMatrix(r, 1), ZeroMatrix(r, T - tau)],
    ]
    expected = core_head(lam * K, V, POINT)
    for visible, seen in (((0, 1, 2), tau), ((0, 1, 2, 3), T)):
        denominator = expected.denominator + (seen + wrong_context) * ones
        yield attend(head, rows, 2, visible), Head(expected.numerator, denominator)


def _context_tokens(wrong_context: int, wrong_scale: int) -> bool | None:
    pairs = list(_classical(wrong_context, wrong_scale))
    return _all_same(
        *((got.numerator, expected.numerator) for got, expected in pairs),
        *((got.denominator, expected.denominator) for got, expected in pairs),
    )


def _prefix_tokens(outside: int) -> bool | None:
    """A token of the prefix as a query: its query is 0, so all N+T tokens have weight 1."""
    d, head = DIMENSION, classical_head(m, r)
    rows = [
        [ZeroMatrix(d, N), MatrixSymbol("X", d, T)],
        [K, ZeroMatrix(d, T)],
        [V, ZeroMatrix(r, T)],
    ]
    got = attend(head, rows, 0)
    return _all_same((got.numerator, V * OneMatrix(N, N)), (got.denominator, (N + outside * T) * OneMatrix(1, N)))


def _width(blocks: int) -> bool | None:
    head = classical_head(m, m + 1)
    d = 3 * (m + 1)
    wide = (classical_head(m, r).width - 2 * (m + 1) - r).expand() == 0
    shapes = [tuple(int(n.subs(m, 4)) for n in w.shape) for w in (head.W_Q, head.W_K, head.W_V)]
    return wide and (head.width - blocks * (m + 1)).expand() == 0 and shapes == [(5, int(d.subs(m, 4)))] * 3


declare(
    Statement(
        label="I3",
        title="A classical head of width 3(m+1) with a prefix is the core head and a context term",
        kind="theorem",
        says="W_Q = [I 0 0], W_K = [0 I 0], W_V = [0 0 I], context (x, 0, 0), prefix (0, sqrt(d_h) lam p_i, v_i): the "
        "numerator is that of the core head, the denominator has one more for every visible context token.",
        formula=And(
            Eq(num, core_num),
            Eq(den, core_den + tau),
            Eq(head * (core_den + tau), core * core_den),
            Eq(average * (N + T), total),
            Eq(width, 2 * (m + 1) + r),
        ),
        variables=(
            integers(m, 1),
            tokens,
            integers(T, 1, meaning="context tokens"),
            integers(tau, 1, T, meaning="context tokens that the query sees, itself included (T without a mask)"),
            integers(r, 1, meaning="size of the value block: m+1 for values in R^q with q <= m+1, otherwise q"),
            positive(lam, "scale of the logits"),
            quantity(num, "a component of the classical head's numerator at a context token x", None),
            quantity(den, "its denominator"),
            quantity(head, "the component of the head", None),
            quantity(core_num, "numerator of the core head at x", None),
            quantity(core_den, "its denominator"),
            quantity(core, "the component of the core head", None),
            quantity(average, "a component of the head's output at a token of the prefix", None),
            quantity(total, "sum of the values' components", None),
            quantity(width, "width d_h of the head"),
        ),
        by_definition=(
            Hypothesis(Eq(head * den, num), "the head is numerator / denominator"),
            Hypothesis(Eq(core * core_den, core_num), "so is the core head"),
        ),
        source="petrov2024",
        code=("theory.attention:classical_head", "theory.attention:attend"),
        note="Outputs at the prefix's own positions are uniform averages, which nobody reads. With 3(m+1) replaced by "
        "2(m+1)+q the same holds for values of any dimension q.",
        steps=(
            Instances(
                name="context tokens",
                says="Block matrices with symbolic m, N, T, tau, r; without a mask and with the causal mask.",
                holds=_context_tokens,
                cases=lambda: [(0, 1)],
                covers="all m, N, T, tau, r",
                complete=True,
                claim=And(Eq(num, core_num), Eq(den, core_den + tau)),
                mutants=(
                    Mutant("one context token fewer", {"cases": lambda: [(-1, 1)]}),
                    Mutant("keys without the factor sqrt(d_h)", {"cases": lambda: [(0, 0)]}),
                ),
            ),
            Instances(
                name="prefix tokens",
                says="The query of a prefix token is 0: all N+T weights are 1.",
                holds=_prefix_tokens,
                cases=lambda: [(1,)],
                covers="all m, N, T, r",
                complete=True,
                claim=Eq(average * (N + T), total),
                mutants=(Mutant("they do not see the context", {"cases": lambda: [(0,)]}),),
            ),
            Instances(
                name="width",
                says="Three blocks; 3(m+1) coordinates if r = m+1.",
                holds=_width,
                cases=lambda: [(3,)],
                covers="all m, r",
                complete=True,
                claim=Eq(width, 2 * (m + 1) + r),
                mutants=(Mutant("two blocks", {"cases": lambda: [(2,)]}),),
            ),
            Deduction(
                name="context term",
                says="So the head is the core head times 1 - tau/(core_den + tau).",
                claim=Eq(head * (core_den + tau), core * core_den),
                uses=("context tokens",),
                mutants=(Mutant("no context term", {"claim": Eq(head * core_den, core * core_den)}),),
            ),
        ),
    )
)
