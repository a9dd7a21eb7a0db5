"""Exported prefixes in PyTorch and PEFT.  Needs the extra [torch]:  pytest tests/verify/test_torch.py"""

import contextlib
import json
import runpy
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from theory.balls import exact
from verify.export_command import export_command
from verify.pipeline import build, save

torch = pytest.importorskip("torch")

POINTS = 100_000


def cubic(x: Any) -> Any:
    return x[:, 0] * x[:, 1] + x[:, 2] ** 3


def points(count: int) -> Any:
    x = torch.randn(count, 3, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    return x / x.norm(dim=1, keepdim=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from constructions.formats import BINARY32
    from theory.targets import Target
    from verify.hardware import build_for

    goal = tmp_path_factory.mktemp("built") / "out"
    save(build_for(BINARY32, Target.from_expression("x0*x1 + x2**3", 2), "1e-4", context=512)[0], goal)
    return goal


def exported(built: Path, out: Path, capsys: Any, *arguments: Any, to: str = "torch", dtype: str = "float32") -> float:
    """Write the files; the proved error."""
    config, layer, head = arguments or (None, 0, 0)
    capsys.readouterr()
    assert export_command(built, to, out, dtype, config, layer, head, as_json=True) == 0
    return float(exact(json.loads(capsys.readouterr().out)["hardware_error"]))


@pytest.mark.parametrize("dtype", ["float64", "float32", "bfloat16"])
def test_the_snippet_runs_and_stays_below_the_bound(dtype: str, built: Path, tmp_path: Path, capsys: Any) -> None:
    bound = exported(built, tmp_path / "out", capsys, dtype=dtype)
    if dtype == "float32":
        assert bound <= 1e-4
    attend, x = runpy.run_path(str(tmp_path / "out" / "use.py"))["attend"], points(POINTS)
    error = (attend(x)[:, 0].double() - cubic(x)).abs().max().item()
    assert error <= bound


@pytest.mark.parametrize("dtype", ["float64", "float32", "bfloat16"])
def test_multihead_attention_with_fixed_matrices(dtype: str, built: Path, tmp_path: Path, capsys: Any) -> None:
    """`torch.nn.MultiheadAttention`, both of its ways, without and with context tokens under a causal mask."""
    bound = exported(built, tmp_path / "out", capsys, to="mha", dtype=dtype)
    used = runpy.run_path(str(tmp_path / "out" / "use.py"))
    head, prefix, x = used["head"].eval(), used["prefix"], points(POINTS)
    with torch.no_grad():
        assert (used["attend"](x)[:, 0].double() - cubic(x)).abs().max().item() <= bound
        for start in range(0, 2048, 512):
            part = x[start : start + 512]
            rows = torch.zeros(512, prefix.shape[1], dtype=torch.float64)
            rows[:, :3], rows[:, 3] = part, 1
            rows = rows.to(prefix.dtype)
            tokens = torch.cat([prefix, rows])
            hidden = torch.ones(512, len(tokens), dtype=torch.bool).triu(len(prefix) + 1)
            for weights in (False, True):
                out, _ = head(rows[None], tokens[None], tokens[None], attn_mask=hidden, need_weights=weights)
                assert (out[0, :, 0].double() - cubic(part)).abs().max().item() <= bound
        # Self-attention over the whole sequence: the prefix as ordinary tokens.
        sequence = torch.cat([prefix, rows])[None]
        out = head(sequence, sequence, sequence, need_weights=False)[0][0, len(prefix) :, 0]
        assert (out.double() - cubic(part)).abs().max().item() <= bound


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_one_head_applies_every_matrix(dtype: str, tmp_path: Path, capsys: Any) -> None:
    """Two 64 x 64 matrices, 128 tokens each: one module, within the proved error of W x for unit vectors."""
    from verify.linear import build_linear, save_linear

    x = torch.nn.functional.normalize(torch.randn(5000, 64, dtype=torch.float64), dim=1)
    x[:64] = torch.eye(64)
    modules = []
    for seed, eps in ((0, "1e-7"), (1, "1e-2")):
        W = np.random.default_rng(seed).normal(size=(64, 64)) / 8
        save_linear(build_linear(W, exact(eps)), tmp_path / str(seed))
        bound = exported(tmp_path / str(seed), tmp_path / f"out{seed}", capsys, to="mha", dtype=dtype)
        assert bound <= 2e-7 or dtype == "float32" or seed == 1
        used = runpy.run_path(str(tmp_path / f"out{seed}" / "use.py"))
        with torch.no_grad():
            error = (used["attend"](x).double() - x @ torch.from_numpy(W).T).norm(dim=1).max().item()
        assert error <= bound
        modules.append(used["head"].state_dict())
    assert all(torch.equal(a, b) for a, b in zip(modules[0].values(), modules[1].values(), strict=True))


@pytest.mark.slow
def test_a_million_points_with_random_context(built: Path, tmp_path: Path, capsys: Any) -> None:
    """Context tokens of score 0 and value 0, random numbers of them, and a causal mask over all of them."""
    bound = exported(built, tmp_path / "out", capsys)
    prefix = runpy.run_path(str(tmp_path / "out" / "use.py"))["prefix"]
    rng = np.random.default_rng(0)
    x = points(1_024_000)
    for start in range(0, len(x), 512):
        T = int(rng.integers(1, 513))
        part = x[start : start + T].float()
        n = len(prefix["keys"])
        q = torch.cat([part, part.new_ones(T, 1)], dim=1)
        k = torch.cat([prefix["keys"], torch.zeros(T, q.shape[1])])
        v = torch.cat([prefix["values"], torch.zeros(T, prefix["values"].shape[1])])
        mask = torch.cat([torch.ones(T, n, dtype=torch.bool), torch.ones(T, T, dtype=torch.bool).tril()], dim=1)
        out = torch.nn.functional.scaled_dot_product_attention(
            q[None, None], k[None, None], v[None, None], attn_mask=mask if start % 1024 else None, scale=1.0
        )[0, 0]
        assert (out[:, 0].double() - cubic(x[start : start + T])).abs().max().item() <= bound


def model(kind: str, directory: Path, head_dim: int) -> Any:
    transformers = pytest.importorskip("transformers")
    torch.manual_seed(0)
    if kind == "gpt2":
        config = transformers.GPT2Config(
            n_layer=2, n_head=2, n_embd=2 * head_dim, vocab_size=60, bos_token_id=0, eos_token_id=0
        )
        made = transformers.GPT2LMHeadModel(config)
    elif kind == "llama":
        config = transformers.LlamaConfig(
            hidden_size=4 * head_dim,
            num_attention_heads=4,
            num_key_value_heads=2,
            num_hidden_layers=2,
            intermediate_size=64,
            vocab_size=60,
        )
        made = transformers.LlamaForCausalLM(config)
    else:
        config = transformers.BertConfig(
            hidden_size=2 * head_dim, num_attention_heads=2, num_hidden_layers=2, intermediate_size=32, vocab_size=60
        )
        made = transformers.BertModel(config)
    made.config.save_pretrained(directory)
    return made.eval()


@pytest.mark.parametrize("head_dim", [8, 12, 16, 64])
@pytest.mark.parametrize("kind", ["gpt2", "llama", "bert"])
@pytest.mark.parametrize("dtype", ["float64", "float32", "bfloat16"])
def test_peft_loads_the_adapter(kind: str, dtype: str, head_dim: int, built: Path, tmp_path: Path, capsys: Any) -> None:
    """`PeftModel.from_pretrained`, then the attention function of the model's own code, sdpa and eager."""
    peft = pytest.importorskip("peft")
    base = model(kind, tmp_path, head_dim).to(getattr(torch, dtype))
    bound = exported(built, tmp_path / "out", capsys, tmp_path / "config.json", 1, 1, to="peft", dtype=dtype)
    loaded = peft.PeftModel.from_pretrained(base, tmp_path / "out")
    cache = loaded.get_prompt(1)
    layer = (getattr(cache, "self_attention_cache", None) or cache).layers[1]
    keys, values = layer.keys.to(getattr(torch, dtype)), layer.values.to(getattr(torch, dtype))
    assert not keys[0, 0].any()
    x = points(10_000)
    q = torch.zeros(len(x), head_dim, dtype=torch.float64)
    q[:, :3], q[:, 3] = x, 1
    q = q.to(keys.dtype)
    attention = next(part for name, part in base.named_modules() if name.endswith(PLACES[kind]))
    for answer in answers(kind, attention, q, keys, values):
        assert answer.dtype == keys.dtype
        assert (answer[:, 0].double() - cubic(x)).abs().max().item() <= bound
    if kind != "bert":
        tokens = torch.randint(0, 60, (1, 5), generator=torch.Generator().manual_seed(1))
        with torch.no_grad():
            assert loaded(tokens).logits.isfinite().all()


PLACES = {"gpt2": "h.1.attn", "llama": "layers.1.self_attn", "bert": "layer.1.attention.self"}
"""Where the attention of layer 1 lies."""


def answers(kind: str, attention: Any, q: Any, keys: Any, values: Any) -> Any:
    """The last head's outputs by the model's own attention functions: its scale, its groups of queries, no mask."""
    from importlib import import_module

    from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

    eager = import_module(f"transformers.models.{kind}.modeling_{kind}").eager_attention_forward
    from torch.nn.attention import SDPBackend, sdpa_kernel

    queries = q.expand(1, keys.shape[1] * getattr(attention, "num_key_value_groups", 1), *q.shape)
    sdpa = ALL_ATTENTION_FUNCTIONS["sdpa"]
    with torch.no_grad():
        for function, kernel in ((sdpa, None), (sdpa, SDPBackend.MATH), (eager, None)):
            with sdpa_kernel(kernel) if kernel else contextlib.nullcontext():
                outputs, _ = function(
                    attention, queries, keys, values, None, scaling=attention.scaling, dropout=0.0, is_causal=False
                )
            yield outputs[0, :, -1]


def test_all_of_it_without_context(tmp_path: Path, capsys: Any) -> None:
    save(build("[x0, x1]", 1, "1e-2", max_value=10), tmp_path / "built")
    bound = exported(tmp_path / "built", tmp_path / "out", capsys)
    attend = runpy.run_path(str(tmp_path / "out" / "use.py"))["attend"]
    angle = torch.linspace(0, 6.3, 10_001, dtype=torch.float64)
    x = torch.stack([angle.cos(), angle.sin()], dim=1)
    assert (attend(x).double() - x).norm(dim=1).max().item() <= bound
