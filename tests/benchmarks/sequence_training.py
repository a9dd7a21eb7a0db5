"""Constructed against trained (needs torch): rewrites the last section of docs/sequences.md.

    python tests/benchmarks/sequence_training.py [--steps 4000] [--lengths 2 3]

Rows: the constructed prefixes; prefixes of the same number of tokens on the same transformer, trained by Adam from
random numbers; and a transformer of its own with about as many trained weights.  Everything trained is sampled only.
"""

from __future__ import annotations

import argparse
import time
from typing import Any

import numpy as np
import torch
from sequence_table import BEGIN, END, PAGE, probe, table

from constructions.sequence.tasks import sequence_target
from constructions.sequence.torch_module import torch_module
from verify.sequence.pipeline import SequenceModel, build_sequence

BATCH = 512


class SmallTransformer(torch.nn.Module):
    """Two pre-norm layers of attention and MLP with learned positions, width d."""

    def __init__(self, T: int, F: int, d: int) -> None:
        super().__init__()
        self.inner = torch.nn.Linear(F, d)
        self.positions = torch.nn.Parameter(torch.randn(T, d) / d**0.5)
        layer = torch.nn.TransformerEncoderLayer(d, 2, 2 * d, dropout=0.0, batch_first=True, norm_first=True)
        self.layers = torch.nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.outer = torch.nn.Linear(d, F)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """x [B, T, F] -> [B, T, F]."""
        found: torch.Tensor = self.outer(self.layers(self.inner(x) + self.positions))
        return found


def size(module: torch.nn.Module) -> int:
    """The number of trained weights."""
    return sum(p.numel() for p in module.parameters() if p.requires_grad)


def like(T: int, F: int, parameters: int) -> SmallTransformer:
    """The smallest transformer of even width with at least that many weights."""
    d = 2
    while size(SmallTransformer(T, F, d)) < parameters:
        d += 2
    return SmallTransformer(T, F, d)


def train(module: Any, T: int, F: int, steps: int, rate: float) -> float:
    """Adam with a decaying rate on fresh random sequences for sorting; CPU seconds."""
    start = time.process_time()
    trained = [p for p in module.parameters() if p.requires_grad]
    optimiser = torch.optim.Adam(trained, lr=rate)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for _ in range(steps):
        x = torch.rand(BATCH, T, F)
        loss = (module(x) - x.sort(dim=1).values).square().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return time.process_time() - start


def errors(module: Any, model: SequenceModel, dtype: torch.dtype) -> tuple[float, float]:
    """Largest error over the points of the tables, and root mean square over random ones."""
    c = model.certificate
    target = sequence_target(c.target, c.length, c.features)
    random = np.random.default_rng(7).random((20_000, c.length * c.features))
    found = []
    for x in (np.concatenate([probe(model, 5000), random]), random):
        with torch.no_grad():
            out = module(torch.tensor(x.reshape(-1, c.length, c.features), dtype=dtype)).numpy().reshape(x.shape)
        found.append(np.abs(out - target.sample(x)))
    return float(found[0].max()), float(np.sqrt((found[1] ** 2).mean()))


def randomised(model: SequenceModel) -> Any:
    """The module with random prefixes of the same shapes."""
    module = torch_module(model.transformer, model.prefixes, "float32")
    for keys, values in zip(module.keys, module.values, strict=True):
        torch.nn.init.normal_(keys, std=3.0)
        torch.nn.init.uniform_(values)
    return module


def main() -> None:
    """Measure and rewrite the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--lengths", type=int, nargs="+", default=[2])
    options = parser.parse_args()
    steps = options.steps
    torch.set_num_threads(1)
    torch.manual_seed(0)
    rows: list[list[object]] = []
    for T in options.lengths:
        for mode in ("sup", "direct"):
            start = time.process_time()
            model = build_sequence("sort", T, eps="0.1", mode=mode)
            seconds = time.process_time() - start
            c = model.certificate
            exact = torch_module(model.transformer, model.prefixes)
            worst, mean = errors(exact, model, torch.float64)
            numbers = model.prefix_parameters
            rows.append([T, f"constructed prefix, {mode}", c.tokens, numbers, c.certified_error])
            rows[-1] += [f"{worst:.4f}", f"{mean:.4f}", f"{seconds:.2f}"]
            module = randomised(model)
            seconds = train(module, T, 1, steps, 1e-2)
            worst, mean = errors(module, model, torch.float32)
            rows.append([T, f"trained prefix, {mode}", c.tokens, numbers, "none"])
            rows[-1] += [f"{worst:.4f}", f"{mean:.4f}", f"{seconds:.0f}"]
            print(rows[-1])
        module = like(T, 1, numbers)
        seconds = train(module, T, 1, steps, 3e-3)
        module.eval()
        worst, mean = errors(module, model, torch.float32)
        rows.append([T, "trained transformer, all weights", "0", size(module), "none"])
        rows[-1] += [f"{worst:.4f}", f"{mean:.4f}", f"{seconds:.0f}"]
        print(rows[-1])
    columns = [
        "T",
        "sorting by",
        "tokens",
        "numbers",
        "certified error",
        "largest sampled",
        "root mean square",
        "CPU s",
    ]
    text = (
        f"`python tests/benchmarks/sequence_training.py --steps {steps}` (torch, one thread, float32, Adam, batches of "
        f"{BATCH} fresh random sequences, one seed). Nothing is proved of the trained ones: their errors are sampled, "
        "so the true ones are at least as large.\n\n" + table(columns, rows)
    )
    old = PAGE.read_text()
    before, _, rest = old.partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}")


if __name__ == "__main__":
    main()
