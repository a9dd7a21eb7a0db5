"""The model's own attention layer, in numpy, with a certified prefix in its cache: sampled errors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from constructions.prefix import Floats
from constructions.pretrained.forward import attend, cache, embed, head_read_out
from theory.errors import InputError
from theory.targets import Target
from verify.pretrained_build import PretrainedResult
from verify.pretrained_models import Loaded

__all__ = ["Sampled", "sampled_error"]

_BATCH = 32
"""Sequences at once."""


@dataclass(frozen=True)
class Sampled:
    """The largest Euclidean error of the read-out at ``points`` random points of the sphere, among content."""

    points: int
    largest: float


def sampled_error(
    loaded: Loaded, result: PretrainedResult, target: Target, points: int, seed: int = 0, dtype: type = np.float64
) -> Sampled:
    """Run sequences of as many tokens as the claims allow: the first half carry points, the rest are random content.

    Content is random words at their positions (the first layer) or random outputs of the layer's LayerNorm; the placed
    tokens see each other too.  ``dtype``: queries, keys, values and softmax are computed in it.  Raises `InputError`
    when the claims leave no room for the token itself.
    """
    claims, placement, model = result.claims, result.prefix.placement, loaded.model
    if claims.context < 1 or points < 1:
        raise InputError("a run needs at least one point and room for the token itself: build with --context 1 or more")
    length = min(claims.context, len(model.positions))
    carried = length // 2 or 1
    attention, source = model.layer(claims.layer).attention, model.layer_input(claims.layer)
    past, rng = cache(attention, claims.head, result.prefix), np.random.default_rng(seed)
    worst, done = 0.0, 0
    while done < points:
        x = rng.normal(size=(_BATCH, carried, placement.d))
        x /= np.linalg.norm(x, axis=-1, keepdims=True)
        others = _content(loaded, claims.layer, length, carried, rng)
        hidden = np.concatenate([placement.hidden(source, x), others], axis=1)
        seen = attend(attention, hidden, past, dtype)
        found = head_read_out(attention, claims.head, seen, placement.readout)[:, :carried].reshape(-1, claims.outputs)
        off = np.linalg.norm(found - target.sample(x.reshape(-1, placement.d)), axis=1)
        worst, done = max(worst, float(off.max())), done + len(off)
    return Sampled(done, worst)


def _content(loaded: Loaded, layer: int, length: int, carried: int, rng: np.random.Generator) -> Floats:
    """Hidden vectors [batch, length - carried, n] of content tokens."""
    model, source = loaded.model, loaded.model.layer_input(layer)
    shape = (_BATCH, length - carried)
    if layer == 0:
        return source(embed(model, model.words[rng.integers(0, len(model.words), shape)], carried))
    return source(rng.normal(size=(*shape, len(source.norm.weight))))
