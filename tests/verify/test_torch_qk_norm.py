"""A QK-normalised head in PyTorch.  Needs the extra [torch]:  pytest tests/verify/test_torch_qk_norm.py"""

import numpy as np
import pytest
from flint import fmpq

from constructions.head import evaluate_float
from constructions.qk_norm import NormedHead
from verify.pipeline import build

torch = pytest.importorskip("torch")


def test_rms_norm_and_attention_are_the_core_head() -> None:
    stored, d, rng = build("x0*x1 + x2**3", 2, "1e-3").stored, 16, np.random.default_rng(0)
    head = NormedHead(fmpq(1, 4), rng.uniform(0.5, 2, d), rng.uniform(0.5, 2, d), fmpq(1, 10**6))
    prefix = head.prefix(stored, 3.0)
    x = rng.standard_normal((1000, 3))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    queries = torch.zeros(1000, d, dtype=torch.float64)
    queries[:, :3] = torch.from_numpy(3 * x)
    norm = torch.nn.functional.rms_norm
    q = norm(queries, (d,), torch.from_numpy(head.query_gain), 1e-6)
    k = norm(torch.from_numpy(prefix.keys), (d,), torch.from_numpy(head.key_gain), 1e-6)
    attend = torch.nn.functional.scaled_dot_product_attention
    found = attend(q[None, None], k[None, None], torch.from_numpy(prefix.values)[None, None], scale=0.25)[0, 0]
    assert np.abs(found.numpy() - evaluate_float(stored, x)).max() < 1e-9
