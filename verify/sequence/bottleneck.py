"""The single scalar of a per-position transformer as a bottleneck for `verify.confusion` (theory K2, K3)."""

from __future__ import annotations

import numpy as np
from flint import arb, fmpq

from constructions.sequence import run
from constructions.sequence.transformer import Floats
from theory.errors import InputError
from verify.confusion import Bottleneck
from verify.sequence import runner
from verify.sequence.pipeline import SequenceModel

__all__ = ["single_scalar"]


def single_scalar(model: SequenceModel) -> Bottleneck:
    """R(x): [0,1]^n -> R, what the first two layers of a model of mode lp leave; all outputs are functions of it.

    Softmax heads are continuous, so nothing has to be assumed.  Raises `InputError` for the other modes.
    """
    c = model.certificate
    if c.mode != "lp":
        raise InputError(f"mode {c.mode} has no single scalar; mode lp has")
    T, F = c.length, c.features
    column = int(np.argmax(model.transformer.layers[2].query[0, :, 0]))  # the outer heads read (R, 1, position)

    def values(x: tuple[fmpq, ...]) -> list[arb]:
        return [runner.stream(model.transformer, model.prefixes, [arb(t) for t in x], 2)[0][column]]

    def sample(points: Floats) -> Floats:
        h = run.stream(model.transformer, model.prefixes, points.reshape(-1, T, F), depth=2)
        return h[:, 0, column : column + 1]

    return Bottleneck(T * F, 1, f"the scalar of {c.task} in mode lp, {c.levels} levels", values, sample)
