"""A cast head as files that other programs load: npz, safetensors, torch, PEFT; trained PEFT prefixes read back.

Nothing here imports torch: the formats are written byte by byte.  Queries are (x, 1, 0, ...): the coordinate after x
meets the biases and is left out when there are none.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np

from constructions.classical import ClassicalHead
from constructions.formats import BFLOAT16, BINARY16, BINARY32, BINARY64, CastHead, Format
from constructions.prefix import Floats
from constructions.tensor_file import Encoded, tensor_file
from theory.balls import shown
from theory.errors import InputError

__all__ = ["KINDS", "ModelShape", "Place", "classical_head", "files", "key_rows", "read_peft"]

Kind = Literal["npz", "safetensors", "torch", "mha", "peft"]
KINDS = get_args(Kind)
_CODES = {"F64": BINARY64, "F32": BINARY32, "BF16": BFLOAT16, "F16": BINARY16}
_MOST_HEADER_BYTES = 1 << 20
_ENCODERS = ("albert", "bert", "distilbert", "electra", "roberta")


@dataclass(frozen=True)
class ModelShape:
    """What a prefix needs to know of a transformer: ``layers``, ``heads`` whose keys are stored (with grouped queries
    fewer than there are queries), ``head_dim``; ``model_type`` as transformers names it; ``window``: a query sees at
    most so many tokens up to itself (None: all of them).
    """

    layers: int
    heads: int
    head_dim: int
    model_type: str
    window: int | None = None

    @classmethod
    def from_config(cls, path: Path) -> ModelShape:
        """From the ``config.json`` of a transformers model.

        Raises `InputError` when it has no attention heads, or heads that are no softmax of <q, k>/sqrt(head_dim).
        """
        config = _json_object(path)

        def number(*names: str) -> int | None:
            found = next((config[name] for name in names if config.get(name) is not None), None)
            if found is not None and (type(found) is not int or found < 1):
                raise InputError(f"{path}: {names[0]} is {shown(found)}, expected an integer >= 1")
            return found

        layers, queries = number("num_hidden_layers", "n_layer"), number("num_attention_heads", "n_head")
        hidden = number("hidden_size", "n_embd", "dim")
        if layers is None or queries is None or hidden is None:
            raise InputError(
                f"{path}: no attention (num_hidden_layers, num_attention_heads and hidden_size are needed)"
            )
        head_dim = number("head_dim") or hidden // queries
        if not head_dim:
            raise InputError(f"{path}: {queries} heads do not fit in a hidden size of {hidden}")
        _refuse_other_scores(path, config, head_dim)
        window = number("sliding_window") if config.get("use_sliding_window", True) else None
        kind = str(config.get("model_type", ""))
        return cls(layers, number("num_key_value_heads") or queries, head_dim, kind, window)


def _refuse_other_scores(path: Path, config: Mapping[str, Any], head_dim: int) -> None:
    """Raise `InputError` for models whose scores are not <q, k>/sqrt(head_dim): no bound would hold there."""
    other = {
        "attn_logit_softcapping": config.get("attn_logit_softcapping") is not None,
        "query_pre_attn_scalar": config.get("query_pre_attn_scalar", head_dim) != head_dim,
        "attention_multiplier": config.get("attention_multiplier") is not None,
        "scale_attn_weights": config.get("scale_attn_weights", True) is not True,
        "scale_attn_by_inverse_layer_idx": bool(config.get("scale_attn_by_inverse_layer_idx")),
        "alibi": bool(config.get("alibi")) or config.get("model_type") == "bloom",
        "relative_attention_num_buckets": config.get("relative_attention_num_buckets") is not None,
    }
    found = [name for name, differs in other.items() if differs]
    if found:
        raise InputError(
            f"{path}: its scores are not <q, k>/sqrt(head_dim) ({', '.join(found)}), so nothing would be proved there; "
            "use a model with plain softmax attention (GPT-2, BERT, Llama, ...)"
        )


@dataclass(frozen=True)
class Place:
    """One head of a model, counted from 0; with grouped queries ``head`` counts key heads."""

    shape: ModelShape
    layer: int = 0
    head: int = 0

    def __post_init__(self) -> None:
        for name, found, size in (("layer", self.layer, self.shape.layers), ("head", self.head, self.shape.heads)):
            if not 0 <= found < size:
                raise InputError(
                    f"--{name} {found}: the model has {name}s 0 to {size - 1} (heads with keys of their own)"
                )

    @property
    def columns(self) -> tuple[slice, slice]:
        """Where the keys and the values of this head lie in PEFT's ``prompt_embeddings``."""
        width = self.shape.heads * self.shape.head_dim
        start = 2 * self.layer * width + self.head * self.shape.head_dim
        return slice(start, start + self.shape.head_dim), slice(start + width, start + width + self.shape.head_dim)


def key_rows(head: CastHead) -> Floats:
    """The keys that meet queries (x, 1): [N, d+1] with the biases, or [N, d] when they are all 0."""
    return np.column_stack([head.keys, head.bias]) if head.bias.any() else head.keys


def files(head: CastHead, kind: str, place: Place | None = None) -> dict[str, bytes]:
    """File name -> content; ``place`` is for PEFT.

    For "peft" and "mha" the head is one that was cast with the factor sqrt(head_dim), which the model divides by;
    for "mha" head_dim is the ``width`` of `classical_head`.
    Raises `InputError` for what the file format or the model cannot hold.
    """
    if kind == "npz":
        return {"prefix.npz": _npz(head)}
    if kind == "safetensors":
        tensors = {"keys": head.keys, "bias": head.bias, "values": head.values}
        return {"prefix.safetensors": _safetensors(tensors, head.form)}
    if kind == "torch":
        tensors = {"keys": key_rows(head), "values": head.values}
        return {"prefix.safetensors": _safetensors(tensors, head.form), "use.py": _snippet(head).encode()}
    if kind == "mha":
        return _mha(head)
    if kind == "peft":
        if place is None:
            raise InputError("--to peft needs --model-config FILE, the config.json of the model")
        return _peft(head, place)
    raise InputError(f"--to {shown(kind)} is not one of {', '.join(KINDS)}")


def _npz(head: CastHead) -> bytes:
    kinds: dict[str, type] = {"float64": np.float64, "float32": np.float32, "float16": np.float16}
    if head.form.name not in kinds:
        raise InputError(f"numpy has no {head.form.name}: give --to safetensors or another --dtype")
    kind, buffer = kinds[head.form.name], io.BytesIO()
    np.savez(buffer, keys=head.keys.astype(kind), bias=head.bias.astype(kind), values=head.values.astype(kind))
    return buffer.getvalue()


def _encode(numbers: Floats, form: Format) -> bytes:
    """Little-endian bytes of numbers that are in the format."""
    if form is BFLOAT16:
        return (numbers.astype("<f4").view("<u4") >> 16).astype("<u2").tobytes()
    return numbers.astype({53: "<f8", 24: "<f4", 11: "<f2"}[form.bits]).tobytes()


def _decode(data: bytes, form: Format) -> Floats:
    """The numbers [n] in these bytes, exactly."""
    if form is BFLOAT16:
        return (np.frombuffer(data, "<u2").astype("<u4") << 16).view("<f4").astype(np.float64)
    return np.frombuffer(data, {53: "<f8", 24: "<f4", 11: "<f2"}[form.bits]).astype(np.float64)


def _safetensors(tensors: Mapping[str, Floats], form: Format) -> bytes:
    code = next(code for code, known in _CODES.items() if known is form)
    return tensor_file({name: Encoded(code, t.shape, _encode(t, form)) for name, t in tensors.items()}, {})


def _snippet(head: CastHead) -> str:
    d, constant = head.keys.shape[1], ", 1" if head.bias.any() else ""
    cat = "x" if not head.bias.any() else "torch.cat([x, x.new_ones(len(x), 1)], dim=-1)"
    return f'''"""The prefix as one attention head: attend(x) for x [n, {d}] on the sphere, queries (x{constant})."""
from pathlib import Path
import torch
from safetensors.torch import load_file
from torch.nn.functional import scaled_dot_product_attention
prefix = load_file(Path(__file__).parent / "prefix.safetensors")
def attend(x):
    x = x.to(prefix["keys"].dtype)
    q = {cat}
    q, k, v = (part[None, None] for part in (q, prefix["keys"], prefix["values"]))
    return scaled_dot_product_attention(q, k, v, scale=1.0)[0, 0]
'''


def _mha(head: CastHead) -> dict[str, bytes]:
    """`torch.nn.MultiheadAttention` with the matrices of `constructions.classical`, and the rows of the prefix."""
    fixed, rows = classical_head(head), key_rows(head)
    places, width = fixed.subspaces, fixed.width
    prefix = np.zeros((len(rows), width))
    prefix[:, places["key"]], prefix[:, places["value"]] = rows, head.values
    # The module has square matrices: a block of rows each, zeros below; values come out first.
    square = [np.vstack([w, np.zeros((width - len(w), width))]) for w in fixed.matrices()]
    tensors = {"in_proj_weight": np.vstack(square), "out_proj.weight": np.eye(width), "prefix": prefix}
    return {"prefix.safetensors": _safetensors(tensors, head.form), "use.py": _module(fixed).encode()}


def classical_head(head: CastHead) -> ClassicalHead:
    """The fixed head that a cast prefix is one of: with a constant coordinate if there are biases."""
    return ClassicalHead(head.keys.shape[1] - 1, head.values.shape[1], constant=bool(head.bias.any()))


def _module(fixed: ClassicalHead) -> str:
    d, width = fixed.m + 1, fixed.width
    one, constant = (f"\n    rows[:, {d}] = 1", ", 1") if fixed.constant else ("", "")
    return f'''"""The prefix in nn.MultiheadAttention: attend(x) for x [n, {d}] on the sphere, rows (x{constant}, 0)."""
from pathlib import Path
import torch
from safetensors.torch import load_file
tensors = load_file(Path(__file__).parent / "prefix.safetensors")
prefix = tensors.pop("prefix")
head = torch.nn.MultiheadAttention({width}, 1, bias=False, batch_first=True, dtype=prefix.dtype)
head.load_state_dict(tensors)
def attend(x):
    rows = torch.nn.functional.pad(x.to(prefix.dtype), (0, {width - d})){one}
    return head(rows[None], prefix[None], prefix[None], need_weights=False)[0][0, :, :{fixed.q}]
'''


def _peft(head: CastHead, place: Place) -> dict[str, bytes]:
    """An adapter directory of PEFT 0.21: ``prompt_embeddings`` [N, layers * 2 * width], columns k_0, v_0, k_1, ...

    All other heads get keys and values 0.
    """
    shape, rows = place.shape, key_rows(head)
    need = max(rows.shape[1], head.values.shape[1])
    if need > shape.head_dim:
        why = "m+1 coordinates and one for the biases" if rows.shape[1] == need else "the values"
        raise InputError(f"head_dim is {shape.head_dim}, but {need} are needed for {why}: choose a wider head")
    width = shape.heads * shape.head_dim
    table = np.zeros((len(rows), shape.layers * 2 * width))
    keys, values = place.columns
    table[:, keys.start : keys.start + rows.shape[1]] = rows
    table[:, values.start : values.start + head.values.shape[1]] = head.values
    config = {
        "peft_type": "PREFIX_TUNING",
        "task_type": "FEATURE_EXTRACTION" if shape.model_type in _ENCODERS else "CAUSAL_LM",
        "inference_mode": True,
        "num_virtual_tokens": len(rows),
        "num_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "token_dim": width,
        "num_transformer_submodules": 1,
        "encoder_hidden_size": width,
        "prefix_projection": False,
        "base_model_name_or_path": None,
    }
    return {
        "adapter_config.json": json.dumps(config, indent=2).encode() + b"\n",
        "adapter_model.safetensors": _safetensors({"prompt_embeddings": table}, head.form),
    }


# --- reading a trained prefix ---------------------------------------------------------------------------------------


def read_peft(directory: Path, layer: int, head: int) -> tuple[Floats, Floats, int]:
    """Keys [N, head_dim] and values [N, head_dim] of one head of a PEFT prefix, exactly as stored, and head_dim.

    Scores are <query, key>/sqrt(head_dim).  Raises `InputError` when the directory is not such an adapter.
    """
    config = _json_object(directory / "adapter_config.json")
    if config.get("peft_type") != "PREFIX_TUNING" or config.get("prefix_projection"):
        raise InputError(f"{directory}: a PEFT adapter of type PREFIX_TUNING without prefix_projection is needed")
    sizes: list[int] = []
    for name in ("num_layers", "num_attention_heads", "token_dim", "num_virtual_tokens"):
        size = config.get(name)
        if type(size) is not int or size < 1:
            raise InputError(f"{directory}: {name} is {shown(size)}, expected an integer >= 1")
        sizes.append(size)
    layers, heads, width, tokens = sizes
    if width % heads:
        raise InputError(f"{directory}: token_dim {width} is not a multiple of num_attention_heads {heads}")
    table = _read_tensor(directory / "adapter_model.safetensors", "prompt_embeddings", (tokens, layers * 2 * width))
    keys, values = Place(ModelShape(layers, heads, width // heads, ""), layer, head).columns
    return table[:, keys], table[:, values], width // heads


def _json_object(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"{path}: not a readable JSON file ({error})") from None
    if not isinstance(found, dict):
        raise InputError(f"{path}: not a JSON object")
    return found


def _read_tensor(path: Path, name: str, shape: tuple[int, ...]) -> Floats:
    """One tensor of a safetensors file; its description is checked before anything of its size is made."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from None
    size = int.from_bytes(data[:8], "little")
    try:
        if len(data) < 8 or size > min(_MOST_HEADER_BYTES, len(data) - 8):
            raise ValueError("header")
        entry = json.loads(data[8 : 8 + size])[name]
        form, (start, stop) = _CODES[entry["dtype"]], entry["data_offsets"]
        width = {53: 8, 24: 4}.get(form.bits, 2)
        body = data[8 + size :]
        if (
            tuple(entry["shape"]) != shape
            or not 0 <= start <= stop <= len(body)
            or stop - start != width * math.prod(shape)
        ):
            raise ValueError(f"shape {entry['shape']} instead of {list(shape)}")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{path}: no usable tensor {name} ({error})") from None
    numbers = _decode(body[start:stop], form).reshape(shape)
    if not np.isfinite(numbers).all():
        raise InputError(f"{path}: {name} has NaN or infinite entries")
    return numbers
