"""The torch module against the float64 runner (needs torch)."""

from __future__ import annotations

import numpy as np
import pytest

from constructions.sequence.run import run
from constructions.sequence.torch_module import torch_module
from verify.sequence.pipeline import build_sequence

torch = pytest.importorskip("torch")


@pytest.mark.parametrize("mode", ["sup", "lp", "direct"])
def test_agrees(mode: str) -> None:
    model = build_sequence("sort", 2, 2, eps="0.4", mode=mode)
    module = torch_module(model.transformer, model.prefixes)
    x = np.random.default_rng(0).random((50, 2, 2))
    with torch.no_grad():
        found = module(torch.tensor(x)).numpy()
    assert np.abs(found - run(model.transformer, model.prefixes, x)).max() < 1e-9
    # only the prefixes are trainable
    assert sum(p.numel() for p in module.parameters()) == model.prefix_parameters
