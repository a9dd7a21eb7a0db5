"""From a target to a certified prefix for a head of a pretrained model.

The core head (lam <x,p> + beta, theory F and H) is built and certified as by ``build``; `constructions.pretrained`
carries it into the model's coordinates; the numbers of the certificate are those that `verify.pretrained_checker` finds
from the weights.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import msgspec
from flint import arb, fmpq

from constructions.choose import plans
from constructions.plan import Method
from constructions.prefix import Floats, StoredPrefix, rational_text
from constructions.pretrained.placement import Kind, Placement, place
from constructions.pretrained.transport import BITS, ModelPrefix, transport
from theory.balls import ball, exact, maximum, precision, upper_decimal
from theory.errors import InputError, PrefixproofError, UnreachableError
from theory.targets import Target
from verify.apriori import PRODUCER, certify
from verify.certificate import (
    CERTIFICATE_FILE,
    PREFIX_FILE,
    CertificateError,
    UnusableInput,
    read_certificate,
    sha256_hex,
    write_atomically,
    write_certificate,
)
from verify.checker.stored_head import read_prefix
from verify.pipeline import BuildResult, build_prefix
from verify.pretrained_certificate import (
    CLAIMS_FILE,
    MODEL_PREFIX_FILE,
    Claims,
    encode_claims,
    model_prefix_bytes,
    read_claims,
    read_model_prefix,
    read_prefix_file,
)
from verify.pretrained_checker import check_pretrained, content_bounds, deviation, least_weight
from verify.pretrained_models import Loaded

__all__ = [
    "PretrainedResult",
    "best_core",
    "build_pretrained",
    "carry",
    "effective_sizes",
    "load_pretrained",
    "placed",
    "refuse_other_files",
    "save_pretrained",
]

_SHARE = fmpq(1, 100)
"""The share of eps that content tokens and the model's own rounding may cost."""
_DECADES = 12
"""`best_core` looks for errors down to 10^-12."""


@dataclass(frozen=True)
class PretrainedResult:
    """A prefix for one head of a model, the core head behind it, and the proved claims."""

    prefix: ModelPrefix
    core: BuildResult
    claims: Claims

    def tensors(self) -> bytes:
        """The bytes of ``model_prefix.safetensors``."""
        return _prefix_bytes(self.prefix)


def _placement_tensors(placement: Placement) -> dict[str, Floats]:
    return {"anchor": placement.anchor, "directions": placement.directions, "readout": placement.readout}


def _prefix_bytes(prefix: ModelPrefix) -> bytes:
    tensors = {"keys": prefix.keys, "values": prefix.values}
    return model_prefix_bytes(tensors | _placement_tensors(prefix.placement))


def best_core(
    target: Target, max_value: fmpq, max_tokens: int, methods: Collection[Method] = ("spectral", "local")
) -> BuildResult:
    """The core head with the smallest proved error within ``max_tokens`` tokens and |y_i| <= ``max_value``.

    Up to a factor 10^(1/4), and not below 10^-12.  Raises `UnreachableError` when no construction gives anything.
    """
    limits = _Limits(target, max_value, max_tokens)
    goals = [exact(f"{10.0 ** (-k / 4):.2e}") for k in range(4 * _DECADES + 1)]
    spectral = "spectral" in methods
    found = limits.within(goals[-1], "spectral") if spectral else []
    low, high = 0, len(goals) - 1  # nothing is known to reach goals[high]; goals[low] may not be reached either
    while spectral and high - low > 1:
        middle = (low + high) // 2
        reached = limits.within(goals[middle], "spectral")
        found += reached
        low, high = (middle, high) if any(_error(r) <= goals[middle] for r in reached) else (low, middle)
    if "local" in methods and not any(
        _error(r) * 1000 < 1 for r in found
    ):  # a local prefix is not that accurate with few tokens
        found += limits.within(goals[-1], "local")
    if not found:
        raise UnreachableError(f"no prefix within {max_tokens} tokens: {'; '.join(limits.missing)}", limit="--tokens")
    best = min(found, key=_error)
    certificate = msgspec.structs.replace(best.certificate, eps=best.certificate.certified_error)
    return BuildResult(best.stored, certificate)


def _error(result: BuildResult) -> fmpq:
    return exact(result.certificate.certified_error)


class _Limits:
    """What the constructions give for a target within limits; ``missing`` says what more would need."""

    def __init__(self, target: Target, max_value: fmpq, max_tokens: int) -> None:
        self.target, self.max_value, self.max_tokens = target, max_value, max_tokens
        self.missing: list[str] = []

    def within(self, goal: fmpq, method: Method) -> list[BuildResult]:
        """Certified prefixes of one construction that aim at ``goal``, and reach it or not."""
        ready, short = plans(self.target, goal, method=method, max_value=self.max_value, max_tokens=self.max_tokens)
        self.missing = [f"{shortfall.message}: raise {shortfall.limit}" for shortfall in short] or self.missing
        found = []
        for plan in [*ready, *filter(None, (shortfall.attempt() for shortfall in short))]:
            try:
                built = plan.build(plan.components)
                stored = built.prefix.round(plan.components)
                certificate = certify(stored, built.claim, self.target, goal)
            except PrefixproofError:  # another goal or construction may do
                continue
            if certificate.tokens <= self.max_tokens and exact(certificate.max_value) <= self.max_value:
                found.append(BuildResult(stored, certificate))
        return found


def build_pretrained(
    loaded: Loaded,
    layer: int,
    head: int,
    target: Target,
    *,
    eps: fmpq | None,
    max_tokens: int,
    max_value: fmpq,
    context: int,
    kind: Kind = "norm",
) -> PretrainedResult:
    """The prefix for one head with error at most ``eps``, or with the best error for ``max_tokens`` tokens.

    ``max_value`` limits the read-out values |y_i|; ``context``: content tokens that may stand beside the prefix;
    ``kind``: where the sphere is (`Placement`).
    Raises `InputError` (no such head, sphere too large, rank) and `UnreachableError`.
    """
    placement = placed(loaded, layer, head, target.m, target.q, kind)
    if eps is None:
        core = best_core(target, max_value, max_tokens)
    else:
        core = build_prefix(target, eps * (1 - _SHARE), "auto", max_value, max_tokens)
    return carry(loaded, layer, head, core, placement, context=context, eps=eps)


def placed(loaded: Loaded, layer: int, head: int, m: int, outputs: int, kind: Kind = "norm") -> Placement:
    """The placement of S^m for one head; raises `InputError` when there is no such head, or it is too narrow."""
    return place(loaded.model.layer(layer).attention.head(head), loaded.model.layer_input(layer), m, outputs, kind)


def carry(
    loaded: Loaded,
    layer: int,
    head: int,
    core: BuildResult,
    placement: Placement,
    *,
    context: int,
    eps: fmpq | None = None,
) -> PretrainedResult:
    """A core head carried into one head of the model, and what is proved of it.

    Raises `InputError` when the head cannot carry it, `UnreachableError` when the error comes out above ``eps``.
    """
    if not 0 <= context <= 10**9:
        raise InputError(f"--context {context} is not between 0 and 10^9 content tokens")
    model, affine = loaded.model, placement.kind == "affine"
    source, part = model.layer_input(layer), model.layer(layer).attention.head(head)
    stored, core_error = core.stored, exact(core.certificate.certified_error)
    with precision(BITS):
        maps, ideal = loaded.maps(layer, head), read_prefix(stored.to_bytes())

        boost = fmpq(0)
        if context:
            # The smallest multiple of 1/4 with which content tokens cost no more than a share of the error.
            score, size = content_bounds(maps, _placement_tensors(placement), affine=affine)
            cost = context * score.exp() * (size + ball(core.certificate.max_value)) / least_weight(ideal)
            excess = cost / (_SHARE / 2 * (eps or core_error))
            boost = fmpq(int((4 * excess.log()).upper().ceil().fmpz()), 4) if excess > 1 else boost
        prefix = transport(stored, part, source, placement, boost)
        data = _prefix_bytes(prefix)
        found = deviation(maps, ideal, read_model_prefix(data), boost, context, affine=affine)
        total = upper_decimal(core_error + found.total)
    if eps is not None and exact(total) > eps:
        raise UnreachableError(
            f"the head of the model is proved to {total} only: the core head to {core.certificate.certified_error}, "
            "the rest is the rounding of keys and values to float64 and the content tokens",
            best=total,
            limit="--eps",
        )
    claims = Claims(
        source=model.source,
        weights_sha256=model.weights_sha256,
        config_sha256=model.config_sha256,
        layer=layer,
        head=head,
        input=placement.kind,
        sphere=stored.m,
        outputs=stored.q,
        tokens=stored.tokens,
        target=stored.target,
        context=context,
        boost=rational_text(prefix.boost),
        core_error=core.certificate.certified_error,
        eps=total if eps is None else rational_text(eps),
        certified_error=total,
        logit_error=upper_decimal(found.logit_error, 9),
        value_error=upper_decimal(found.value_error, 9),
        content_score=upper_decimal(found.content_score, 9),
        content_value=upper_decimal(found.content_value, 9),
        share=upper_decimal(found.share, 9),
        max_key=upper_decimal(found.max_key, 9),
        max_value=upper_decimal(found.max_value, 9),
        prefix_sha256=sha256_hex(data),
        producer=PRODUCER,
    )
    return PretrainedResult(prefix, core, claims)


def load_pretrained(directory: Path) -> PretrainedResult:
    """What `save_pretrained` has written; raises `InputError` when a file is missing or unreadable.  Nothing is proved:
    `verify.pretrained_checker` does that."""
    try:
        claims = read_claims(directory / CLAIMS_FILE)
        tensors = read_model_prefix(read_prefix_file(directory))
        certificate = read_certificate(directory / CERTIFICATE_FILE)
    except (UnusableInput, CertificateError) as error:
        raise InputError(str(error)) from None
    placement = Placement(tensors["anchor"], tensors["directions"], tensors["readout"], claims.input)
    prefix = ModelPrefix(tensors["keys"], tensors["values"], placement, exact(claims.boost))
    return PretrainedResult(prefix, BuildResult(StoredPrefix.load(directory / PREFIX_FILE), certificate), claims)


def effective_sizes(result: PretrainedResult) -> tuple[arb, arb]:
    """(K, V) of theory N'': the largest effective key, as the logits see it, and the largest read-out value."""
    stored, claims = result.core.stored, result.claims
    with precision(BITS):
        longest = maximum(sum((c * c for c in key), arb(0)).sqrt() for key in stored.exact_keys())
        K = ball(stored.lam) * longest + ball(claims.logit_error)
        return K, ball(result.core.certificate.max_value) + ball(claims.value_error)


def save_pretrained(result: PretrainedResult, directory: Path, model: str, *, force: bool) -> None:
    """Write the four files into ``directory``: all, after `verify.pretrained_checker` agrees, or nothing.

    ``model``: where the checker finds the weights.  Raises `InputError` when the directory holds other files or exists
    without ``force``, `PrefixproofError` if the checker disagrees.
    """
    refuse_other_files(directory, force=force)
    scratch = Path(tempfile.mkdtemp(prefix=f".{directory.name}.", dir=directory.parent))
    try:
        fresh = scratch / "new"
        fresh.mkdir()
        result.core.stored.save(fresh / PREFIX_FILE)
        write_certificate(fresh / CERTIFICATE_FILE, result.core.certificate)
        write_atomically(fresh / MODEL_PREFIX_FILE, result.tensors())
        write_atomically(fresh / CLAIMS_FILE, encode_claims(result.claims))
        verdict = check_pretrained(fresh, model)
        if not verdict.valid:
            raise PrefixproofError(f"the independent checker does not agree, nothing is written: {verdict.reason}")
        if directory.exists():
            directory.rename(scratch / "old")
        fresh.rename(directory)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def refuse_other_files(directory: Path, *, force: bool) -> None:
    """Raise `InputError` unless ``directory`` is new, empty, or ours and ``force`` is given."""
    if not directory.parent.is_dir():
        raise InputError(f"{directory.parent} is not a directory; create it first")
    if not (directory.exists() or directory.is_symlink()):
        return
    if directory.is_symlink() or not directory.is_dir():
        raise InputError(f"{directory} exists and is not a directory; choose another --out")
    names = {entry.name for entry in directory.iterdir()}
    others = sorted(names - {PREFIX_FILE, CERTIFICATE_FILE, MODEL_PREFIX_FILE, CLAIMS_FILE})
    if others:
        raise InputError(f"{directory} holds other files ({', '.join(others[:3])}); choose another --out")
    if names and not force:
        raise InputError(f"{directory} exists; give --force to replace it, or choose another --out")
