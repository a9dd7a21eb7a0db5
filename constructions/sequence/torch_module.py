"""The transformer with its prefixes as a torch module (optional extra ``torch``): weights frozen, prefixes trainable.

Plain softmax attention; nothing here is proved.  In float64 it agrees with `constructions.sequence.run`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from constructions.sequence.transformer import RMS_EPSILON, Prefix, Transformer

__all__ = ["torch_module"]


def torch_module(transformer: Transformer, prefixes: Sequence[Prefix], dtype: str = "float64") -> Any:
    """A ``torch.nn.Module`` with x [B, T, F] -> [B, T, F].

    Buffers: the fixed weights; parameters: keys and values of each layer's prefix.  Raises ImportError without torch.
    """
    torch: Any = import_module("torch")
    kind = getattr(torch, dtype)

    class PrefixTransformer(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            for name in ("embed", "positions", "readout"):
                self.register_buffer(name, torch.tensor(getattr(transformer, name), dtype=kind))
            for i, layer in enumerate(transformer.layers):
                for name in ("query", "key", "value", "out"):
                    self.register_buffer(f"{name}_{i}", torch.tensor(getattr(layer, name), dtype=kind))
            self.keys = torch.nn.ParameterList([torch.tensor(p.keys, dtype=kind) for p in prefixes])
            self.values = torch.nn.ParameterList([torch.tensor(p.values, dtype=kind) for p in prefixes])

        def forward(self, x: Any) -> Any:
            h = x @ self.embed + self.positions
            for i, layer in enumerate(transformer.layers):
                h = h + self._attend(i, layer.norm, h)
            return h @ self.readout

        def _attend(self, i: int, norm: tuple[int, int] | None, h: Any) -> Any:
            u = h
            if norm is not None:
                part = h[..., norm[0] : norm[1]]
                part = part / torch.sqrt(part.square().mean(-1, keepdim=True) + RMS_EPSILON)
                u = torch.cat([h[..., : norm[0]], part, h[..., norm[1] :]], dim=-1)
            # b sequence, t position, h head, n prefix token, d stream, k key, v value
            q, k, v = (
                torch.einsum("btd,hdk->bhtk", u, getattr(self, f"{name}_{i}")) for name in ("query", "key", "value")
            )
            scores = torch.cat([torch.einsum("bhtk,hnk->bhtn", q, self.keys[i]), q @ k.transpose(-1, -2)], dim=-1)
            weights = scores.softmax(-1)
            count = self.keys[i].shape[1]
            seen = torch.einsum("bhtn,hnv->bhtv", weights[..., :count], self.values[i]) + weights[..., count:] @ v
            return torch.einsum("bhtv,hvd->btd", seen, getattr(self, f"out_{i}"))

    return PrefixTransformer()
