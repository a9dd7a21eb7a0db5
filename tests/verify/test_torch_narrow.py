"""bfloat16 prefixes in PyTorch, both kinds of kernels.  Needs the extra [torch]; slow: it builds and proves them."""

from typing import Any

import numpy as np
import pytest

from constructions.formats import BFLOAT16, cast
from theory.balls import exact
from theory.targets import Target
from verify.hardware import build_for

torch = pytest.importorskip("torch")

POINTS = 200_000


def kernels(q: Any, k: Any, v: Any) -> list[Any]:
    """`scaled_dot_product_attention`, and what eager attention does: logits and weights stored in the type."""
    fused = torch.nn.functional.scaled_dot_product_attention(q[None, None], k[None, None], v[None, None], scale=1.0)
    weights = torch.softmax(q @ k.T, dim=-1)
    return [fused[0, 0], weights @ v, (torch.softmax((q @ k.T).float(), dim=-1).to(q.dtype)) @ v]


@pytest.mark.slow
@pytest.mark.parametrize(("eps", "context"), [("0.02", 0), ("0.03", 512)])
def test_the_goals_in_bfloat16(eps: str, context: int) -> None:
    result, found = build_for(BFLOAT16, Target.from_expression("x0*x1 + x2**3", 2), eps, context=context)
    assert exact(found.total) <= exact(eps)
    head, rng = cast(result.stored, BFLOAT16), np.random.default_rng(0)
    x = rng.standard_normal((POINTS, 3))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    wanted = torch.from_numpy(x[:, 0] * x[:, 1] + x[:, 2] ** 3)
    rows = torch.from_numpy(np.column_stack([head.keys, head.bias])).to(torch.bfloat16)
    values, queries = torch.from_numpy(head.values).to(torch.bfloat16), torch.from_numpy(x).to(torch.bfloat16)
    worst = 0.0
    for start in range(0, POINTS, 2000):
        part = queries[start : start + 2000]
        tokens = int(rng.integers(0, context + 1))
        q = torch.cat([part, part.new_ones(len(part), 1)], dim=1)
        k, v = torch.cat([rows, rows.new_zeros(tokens, 4)]), torch.cat([values, values.new_zeros(tokens, 1)])
        for out in kernels(q, k, v):
            error = (out[:, 0].double() - wanted[start : start + 2000]).abs().max().item()
            worst = max(worst, error)
    print(f"worst seen {worst:.5f}, claimed {found.total}")
    assert worst <= float(found.total)
