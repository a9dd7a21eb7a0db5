"""(f) All heads of real pretrained models: which can carry which sphere at which error.  Writes docs/pretrained.md.

Needs the packages that ``prefixproof pretrained list`` names (``--quick`` takes what is there, one layer each).
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from common import Options, options, short, table, write_page
from flint import fmpq

from theory.errors import PrefixproofError
from verify.certificate import UnusableInput
from verify.pipeline import BuildResult, target_from
from verify.pretrained_build import best_core, carry, placed
from verify.pretrained_models import Loaded, load_model
from verify.pretrained_places import PACKAGES, locate
from verify.pretrained_report import HeadReport, all_heads, head_report
from verify.pretrained_run import sampled_error

TARGETS = (("x0*x1 + x2**3", 7), ("exp(x0)*x1", 3), ("max(x0, x1)", 2))
BUDGETS = (64, 256, 1024)
MAX_VALUE, CONTEXT = 10**5, 16


class Row(NamedTuple):
    """One head: its report, the certified error for each target and budget (None: out of reach), and the sizes of keys,
    values and boost of the first target with the largest budget."""

    report: HeadReport
    errors: list[str | None]
    max_key: str
    max_value: str
    boost: str


@lru_cache
def core(text: str, m: int, tokens: int) -> BuildResult | None:
    """The best core head within the budget; None when there is none."""
    try:
        return best_core(target_from(text, m), fmpq(MAX_VALUE), tokens)
    except PrefixproofError:
        return None


@lru_cache
def model(name: str) -> Loaded:
    return load_model(name)


def row(name: str, layer: int, head: int) -> Row:
    """All certificates of one head."""
    loaded, errors, sizes = model(name), [], None
    for text, m in TARGETS:
        placement = placed(loaded, layer, head, m, 1)
        for tokens in BUDGETS:
            found = core(text, m, tokens)
            result = None if found is None else carry(loaded, layer, head, found, placement, context=CONTEXT).claims
            errors.append(None if result is None else result.certified_error)
            if (text, m) == TARGETS[0]:
                sizes = result or sizes
    report = head_report(loaded, layer, head, TARGETS[0][1])
    if sizes is None:
        return Row(report, errors, "-", "-", "-")
    return Row(report, errors, sizes.max_key, sizes.max_value, sizes.boost)


def shown(error: str | None) -> str:
    return "-" if error is None else short(error)


def section(name: str, rows: list[Row]) -> str:
    package = PACKAGES[name]
    columns = ["layer.head", "largest m", "cond, $S^7$", "cond, $S^m$", "score"]
    columns += [f"{label} {tokens}" for label in ("(1)", "(2)", "(3)") for tokens in BUDGETS] + [
        "key",
        "value",
        "boost",
    ]
    lines = []
    for r in rows:
        line = [f"{r.report.layer}.{r.report.head}", r.report.largest_sphere, r.report.keys_condition]
        line += [r.report.keys_condition_largest, f"{r.report.content_score:.0f}", *map(shown, r.errors)]
        lines.append([*line, short(r.max_key), short(r.max_value), r.boost])
    return f"## {name}\n\n{package.about}. Install: `{package.install}`\n\n" + table(columns, lines)


def sizes_of_values() -> str:
    """One head with smaller and larger values: what is proved, and what the model's layer does in 64 and 32 bits."""
    text, m = TARGETS[0]
    loaded, target, lines = model("rxnmapper"), target_from(*TARGETS[0]), []
    for limit in (300, 1000, 3000, 10**4, 10**5):
        built = best_core(target, fmpq(limit), 256)
        result = carry(loaded, 0, 2, built, placed(loaded, 0, 2, m, 1), context=CONTEXT)
        runs = [sampled_error(loaded, result, target, 2000, dtype=kind).largest for kind in (np.float64, np.float32)]
        lines.append([f"{limit:,}", short(result.claims.certified_error), *map(short, runs), result.claims.boost])
    columns = ["values up to", "certified", "sampled, 64 bits", "sampled, 32 bits", "boost"]
    return (
        "## Smaller values, and 32 bits\n\nLarge values cancel; in 32-bit arithmetic that costs more than it gains. "
        f"Head 0.2 of rxnmapper, `{text}` on $S^{m}$, 240 tokens, {CONTEXT} content tokens; *sampled*: the layer "
        "itself in numpy with the prefix in its cache, largest error at 2,048 random points (`prefixproof pretrained "
        "run`).\n\n" + table(columns, lines)
    )


def cores() -> str:
    lines = []
    for index, (text, m) in enumerate(TARGETS, 1):
        for tokens in BUDGETS:
            found = core(text, m, tokens)
            if found is None:
                lines.append([f"({index})", f"`{text}`", m, tokens, "none within the limits", "-", "-"])
            else:
                c = found.certificate
                lines.append([f"({index})", f"`{text}`", m, tokens, c.tokens, c.theorem, short(c.certified_error)])
    return table(["", "target", "m", "budget", "tokens used", "theorem", "error of the core head"], lines)


def main(chosen: Options) -> None:
    parts = [INTRODUCTION, cores()]
    for name in PACKAGES:
        try:
            locate(name)
        except UnusableInput as error:
            if not chosen.quick:
                raise SystemExit(str(error)) from None
            continue
        heads = list(all_heads(model(name)))[: 1 if chosen.quick else None]
        with ProcessPoolExecutor(1 if chosen.quick else 2) as pool:
            rows = list(pool.map(row, [name] * len(heads), *zip(*heads, strict=True)))
        parts.append(section(name, rows))
        if name == "rxnmapper" and not chosen.quick:
            parts.insert(2, sizes_of_values())
    write_page(
        chosen.out / "pretrained.md", "pretrained_heads.py", "Prefixes for the heads of pretrained models", *parts
    )


INTRODUCTION = f"""
Each error below is a certificate of theory N: the weights are taken as they are (32-bit floats are exact numbers), a
prefix of stored float64 keys and values stands in the cache of one head, and for **every** $x \\in S^m$ the read-out of
that head differs from the target by at most the error shown, whatever {CONTEXT} content tokens or fewer stand beside
the prefix (the token itself is one of them). `prefixproof pretrained build` writes such a certificate, and
`prefixproof check` re-proves it from the weights:

```console
$ prefixproof pretrained build rxnmapper --layer 0 --head 3 --target "x0*x1 + x2**3" --sphere 7 --tokens 240 --out head
$ prefixproof check head
```

**Where the sphere is.** The token is $e(x) = a + E x$, read by the LayerNorm in front of the layer (for layer 0 the
model's own embedding LayerNorm, elsewhere that of the layer before). The hidden vector is then affine in $x$, the query
is $Mx + b$, and a key with $M^T k = \\sqrt{{d_h}}\\,\\lambda p$, $b \\cdot k = \\sqrt{{d_h}}\\,\\beta$ gives the logit
$\\lambda\\langle x,p\\rangle + \\beta$. All of them can be had if rank $[M\\ b] = m+2 \\le d_h$: *largest m* is the
largest sphere for which that is certified. $E$ consists of singular vectors of the head's query map; *cond* is an upper
bound of the condition number of $[M\\ b]$, on $S^7$ and on the largest sphere.

**Content tokens.** Every hidden vector of such a model comes out of a LayerNorm, so the score and the read-out value of
*any* content token are bounded by the weights (*score*: about the largest). The prefix's logits are raised by *boost*
until the content's share of the softmax is negligible.

**The whole layer.** `prefixproof pretrained layer head` bounds what the same prefix does to the residual stream and
behind the layer's LayerNorm, with tokens of value 0 that drown what the
other heads see, and writes the cache of the layer.

**The files.** `prefix.safetensors` and `certificate.json` are the core head with its own certificate;
`model_prefix.safetensors` holds `keys` and `values` [N, d_h], `anchor` [n_e], `directions` [n_e, m+1] and `readout`
[q, n] in float64; `pretrained.json` names layer, head and the SHA-256 of weights and configuration, and every number of
the bound core_error + value_error + diam(y) tanh(logit_error/2) + share (max |Y| + content_value).

**Limits.** Read-out values up to {MAX_VALUE:,}; the read-out is the leading left singular vector of the head's W_O.
*key* and *value* are the largest lengths of stored keys and values for target (1) with 1024 tokens. ALBERT's layers
share their weights: layers 2 to 11 are layer 1 again. "-": no construction within the budget.

The core heads (the same for all; what float64 keys and content tokens add in the model is about a hundredth):
"""


if __name__ == "__main__":
    main(options(__doc__ or ""))
