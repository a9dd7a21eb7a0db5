"""What the heads of a pretrained model can carry: certified ranks and conditioning (theory N), and what tables show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from flint import fmpq

from constructions.pretrained.model import Head, LayerInput
from constructions.pretrained.placement import content_score, place
from constructions.pretrained.transport import (
    BITS,
    KEYS_RANK,
    VALUES_RANK,
    Conditioning,
    conditioning,
    query_map,
    value_map,
)
from theory.balls import precision, upper_decimal
from theory.errors import InputError
from theory.targets import Target
from verify.pretrained_build import best_core, carry, placed
from verify.pretrained_models import Loaded

__all__ = ["COLUMNS", "PROVED_COLUMNS", "HeadReport", "all_heads", "head_report", "report_rows"]


@dataclass(frozen=True)
class HeadReport:
    """One head.  ``largest_sphere`` m: rank [M b] = m+2 is certified, so every logit lam <x,p> + beta on S^m has a key.

    Upper bounds, as decimals: ``keys_condition`` of [M b] on S^m, ``keys_condition_largest`` on the largest sphere,
    ``values_condition`` of C W_O.  ``content_score``: about the largest score of any content token (not proved here).
    """

    layer: int
    head: int
    sphere: int
    largest_sphere: int
    keys_condition: str
    keys_condition_largest: str
    values_condition: str
    content_score: float


COLUMNS = {
    "layer": "layer",
    "head": "head",
    "largest_sphere": "largest m",
    "keys_condition": "cond [M b] <=",
    "keys_condition_largest": "on the largest sphere <=",
    "values_condition": "cond C W_O <=",
    "content_score": "content score (about)",
}
PROVED_COLUMNS = {"certified_error": "error <=", "tokens": "tokens", "max_key": "largest key", "max_value": "value"}


def report_rows(
    loaded: Loaded, m: int, outputs: int, target: Target | None, tokens: int, max_value: fmpq, context: int
) -> list[dict[str, Any]]:
    """The reports of all heads as JSON-ready data, with what is proved of ``target`` on each if there is one.

    Raises as `head_report`, and `UnreachableError` when no prefix for the target fits the limits.
    """
    core = None if target is None else best_core(target, max_value, tokens)
    rows = []
    for layer, head in all_heads(loaded):
        row = asdict(head_report(loaded, layer, head, m, outputs if target is None else target.q))
        row["content_score"] = round(row["content_score"], 1)
        if core is not None:
            placement = placed(loaded, layer, head, m, core.stored.q)
            claims = carry(loaded, layer, head, core, placement, context=context).claims
            row |= {name: getattr(claims, name) for name in PROVED_COLUMNS}
        rows.append(row)
    return rows


def all_heads(loaded: Loaded) -> Iterator[tuple[int, int]]:
    """(layer, head) of every head whose weights or input differ: ALBERT's layers after the second repeat the second."""
    seen: set[tuple[int, int]] = set()
    for layer in range(len(loaded.model.layers)):
        key = id(loaded.model.layers[layer]), id(loaded.model.layer_input(layer).norm)
        if key not in seen:
            seen.add(key)
            yield from ((layer, head) for head in range(loaded.model.heads))


def head_report(loaded: Loaded, layer: int, head: int, m: int, outputs: int = 1) -> HeadReport:
    """One head and S^m; raises `InputError` when S^m or the outputs do not fit, or ranks are too small."""
    part, source = loaded.model.layer(layer).attention.head(head), loaded.model.layer_input(layer)
    placement = place(part, source, m, outputs)
    with precision(BITS):
        keys = conditioning(query_map(part, source, placement).transpose(), KEYS_RANK)
        values = conditioning(value_map(part, placement), VALUES_RANK)
    largest, widest = _largest(part, source)
    return HeadReport(
        layer=layer,
        head=head,
        sphere=m,
        largest_sphere=largest,
        keys_condition=upper_decimal(keys.high / keys.low, 3),
        keys_condition_largest=upper_decimal(widest.high / widest.low, 3),
        values_condition=upper_decimal(values.high / values.low, 3),
        content_score=content_score(part, source, placement),
    )


def _largest(head: Head, source: LayerInput) -> tuple[int, Conditioning]:
    """The largest m for which rank [M b] = m+2 is certified, and the conditioning there."""
    for m in range(min(head.width, len(source.norm.weight) - 1) - 2, 0, -1):
        with precision(BITS):
            try:
                return m, conditioning(query_map(head, source, place(head, source, m, 1)).transpose(), KEYS_RANK)
            except InputError:
                continue
    raise InputError(KEYS_RANK)
