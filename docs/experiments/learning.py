"""(e) Copy and sort: the prefix constructed, the prefix trained, everything trained.  Needs the extra ``[torch]``."""

from __future__ import annotations

from typing import Any

import numpy as np
from common import Options, options, short, table, write_page

from constructions.sequence.transformer import RMS_EPSILON
from theory.errors import InputError
from verify.sequence.pipeline import build_sequence

try:
    import torch
except ImportError:
    raise SystemExit("this experiment trains with PyTorch: pip install 'prefixproof[torch]'") from None

TASKS = {"copy": lambda x: x, "sort": lambda x: x.sort(dim=1).values}
LENGTH, SEED, BATCH = 2, 0, 256


class Network(torch.nn.Module):  # type: ignore[misc]
    """The project's transformer with prefixes, every number a parameter: ``prefix.*`` and ``weights.*``."""

    def __init__(self, transformer: Any, prefixes: Any) -> None:
        super().__init__()

        def store(**arrays: Any) -> Any:
            return torch.nn.ParameterDict({k: torch.nn.Parameter(torch.tensor(v)) for k, v in arrays.items()})

        self.ends = store(embed=transformer.embed, positions=transformer.positions, readout=transformer.readout)
        layers = transformer.layers
        self.weights = torch.nn.ModuleList(
            store(query=one.query, key=one.key, value=one.value, out=one.out) for one in layers
        )
        self.prefix = torch.nn.ModuleList(store(past_keys=one.keys, past_values=one.values) for one in prefixes)
        self.norms = [one.norm for one in layers]

    def forward(self, x: Any) -> Any:
        """Sequences [B, T] -> [B, T]."""
        h = x[..., None] @ self.ends["embed"] + self.ends["positions"]
        for weights, prefix, norm in zip(self.weights, self.prefix, self.norms, strict=True):
            u = h
            if norm is not None:
                part = h[..., norm[0] : norm[1]]
                part = part / (part.square().mean(-1, keepdim=True) + RMS_EPSILON).sqrt()
                u = torch.cat([h[..., : norm[0]], part, h[..., norm[1] :]], dim=-1)
            for head in range(len(weights["query"])):
                q, k, v = (u @ weights[name][head] for name in ("query", "key", "value"))
                keys, values = prefix["past_keys"][head], prefix["past_values"][head]
                weight = torch.softmax(torch.cat([q @ keys.T, q @ k.transpose(1, 2)], dim=-1), dim=-1)
                seen = weight[..., : len(keys)] @ values + weight[..., len(keys) :] @ v
                h = h + seen @ weights["out"][head]
        return (h @ self.ends["readout"])[..., 0]


def trained(network: Network, names: tuple[str, ...], f: Any, steps: int) -> int:
    """Train the parameters whose names begin with one of ``names`` (Adam, fourth power of the error); how many."""
    generator = torch.Generator().manual_seed(SEED)
    chosen = [p for name, p in network.named_parameters() if name.startswith(names) and p.numel()]
    optimiser = torch.optim.Adam(chosen, lr=3e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for _ in range(steps):
        x = torch.rand(BATCH, LENGTH, dtype=torch.float64, generator=generator)
        loss = (network(x) - f(x)).pow(4).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return sum(p.numel() for p in chosen)


def errors(network: Network, f: Any) -> tuple[float, float]:
    """(largest, root mean square) error on a fine grid with its corners."""
    axis = torch.linspace(0, 1, 151, dtype=torch.float64)
    x = torch.cartesian_prod(*[axis] * LENGTH)
    with torch.no_grad():
        off = (network(x) - f(x)).abs()
    return float(off.max()), float(off.square().mean().sqrt())


def randomise(network: Network, names: tuple[str, ...]) -> Network:
    rng = torch.Generator().manual_seed(SEED)
    for name, p in network.named_parameters():
        if name.startswith(names):
            p.data = 0.5 * torch.randn(p.shape, dtype=torch.float64, generator=rng)
    return network


def main(chosen: Options) -> None:
    torch.set_num_threads(1)
    steps = 100 if chosen.quick else 1500
    everything = ("prefix", "weights", "ends")
    rows = []
    for task, f in TASKS.items():
        for eps in ("0.2",) if chosen.quick else ("0.1",):
            model = build_sequence(
                task, LENGTH, 1, eps=eps, mode="direct", lipschitz=None, measure="0.01", max_tokens=10**5
            )
            c = model.certificate
            network = Network(model.transformer, model.prefixes)
            size = model.prefix_parameters
            worst, mean = errors(network, f)
            if worst > float(c.certified_error):
                raise InputError(f"{task}: sampled error {worst} above the proved {c.certified_error}")
            rows.append(
                [f"`{task}`", c.tokens, "constructed", size, short(c.certified_error), short(worst), short(mean)]
            )
            for name, start, parts in (
                ("prefix trained, random start", ("prefix",), ("prefix",)),
                ("prefix trained, constructed start", (), ("prefix",)),
                ("prefix and weights trained, random start", everything, everything),
            ):
                network = randomise(Network(model.transformer, model.prefixes), start)
                count = trained(network, parts, f, steps)
                rows.append(["", "", name, count, "-", *map(short, errors(network, f))])
    text = (
        f"Sequences of {LENGTH} numbers in $[0,1]$, the two-layer transformer of `seq build --mode direct`, the same "
        f"number of tokens for all. Training: Adam, {steps} steps of {BATCH} sequences, fourth power of the "
        "error, float64, one seed. *Certified* holds for all inputs; *largest* and *rms* are sampled on a grid of "
        "151 x 151 inputs. Only the construction comes with a proof."
    )
    columns = ["task", "tokens", "how", "numbers made or trained", "certified", "largest (sampled)", "rms (sampled)"]
    page = chosen.out / "experiments_learning.md"
    write_page(page, "learning.py", "Constructed against trained: copy and sort", text, table(columns, rows))


if __name__ == "__main__":
    np.random.seed(SEED)
    main(options(__doc__ or ""))
