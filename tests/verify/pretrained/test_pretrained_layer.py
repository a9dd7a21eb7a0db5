"""The whole layer: the stream and its LayerNorm, run with the full cache and hostile content, stay within bounds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from constructions.pretrained.forward import attend
from constructions.pretrained.placement import Kind
from theory.errors import InputError
from verify.pipeline import build, target_from
from verify.pretrained_build import carry, placed
from verify.pretrained_layer import layer_effect
from verify.pretrained_models import load_model

CONTEXT = 4


@pytest.fixture(scope="module")
def core() -> Any:
    return build("[x0*x1, x2/2]", sphere=2, eps="1e-3", max_value=200)


@pytest.mark.parametrize(("family", "layer", "kind"), [("bert", 0, "norm"), ("bert", 1, "norm"), ("albert", 0, "norm")])
def test_stream_and_norm_stay_within_the_bounds(family: str, layer: int, kind: Kind, toy: Any, core: Any) -> None:
    loaded = load_model(str(toy(family)))
    placement = placed(loaded, layer, 1, 2, 2, kind)
    result = carry(loaded, layer, 1, core, placement, context=CONTEXT)
    effect = layer_effect(loaded, result, target_from("[x0*x1, x2/2]", 2))
    assert effect.after is not None
    block, source = loaded.model.layers[layer], loaded.model.layer_input(layer)
    rng = np.random.default_rng(0)
    x = rng.normal(size=(200, 3))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    own = placement.hidden(source, x)
    content = source(
        rng.normal(size=(200, CONTEXT - 1, len(source.norm.weight))) * 10.0 ** rng.integers(-2, 3, (200, 3, 1))
    )
    hidden = np.concatenate([own[:, np.newaxis], content], axis=1)
    seen = np.swapaxes(attend(block.attention, hidden, effect.cache), 1, 2)[:, 0].reshape(200, -1)
    stream = own + block.attention.output(seen)
    wanted = own + block.attention.output.bias + np.stack([x[:, 0] * x[:, 1], x[:, 2] / 2], axis=1) @ effect.writes.T
    off = np.linalg.norm(stream - wanted, axis=1).max()
    assert 0 < off <= float(effect.delta.upper()) < 0.02
    after = np.linalg.norm(block.attention_norm(stream) - block.attention_norm(wanted), axis=1).max()
    assert 0 < after <= float(effect.after.upper()) < 0.2


def test_the_token_itself_needs_room(toy: Any, core: Any) -> None:
    loaded = load_model(str(toy("bert")))
    result = carry(loaded, 0, 0, core, placed(loaded, 0, 0, 2, 2), context=0)
    with pytest.raises(InputError, match="the token itself"):
        layer_effect(loaded, result, target_from("[x0*x1, x2/2]", 2))
    result = carry(loaded, 0, 0, core, placed(loaded, 0, 0, 2, 2, "affine"), context=4)
    with pytest.raises(InputError, match="affine"):
        layer_effect(loaded, result, target_from("[x0*x1, x2/2]", 2))
