"""From a target, a length and an error to a transformer with prefixes and its certificate, in memory or as files."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from flint import arb, fmpq

from constructions.prefix import rational_text
from constructions.sequence.layouts import layout_of
from constructions.sequence.polynomial import lattice_prefixes, terms_of
from constructions.sequence.prefixes import decode_for, direct_prefixes, lp_prefixes, sup_prefixes
from constructions.sequence.staircase import Staircases
from constructions.sequence.tasks import TASKS, SequenceTarget, sequence_target
from constructions.sequence.transformer import Floats, Prefix, Transformer
from constructions.tensor_file import float64_file
from theory.balls import Exact, ball, certainly_le, exact, float_upper, precision, shown, upper_decimal
from theory.errors import InputError, UnreachableError
from verify.certificate import write_atomically
from verify.sequence import discontinuous
from verify.sequence.budget import BITS, Plan, plan, polynomial_plan
from verify.sequence.certificate import (
    CERTIFICATE_FILE,
    PREFIX_FILE,
    WEIGHTS_FILE,
    SequenceCertificate,
    required_assumptions,
    write_sequence_certificate,
)
from verify.sequence.rounding import float64_error

__all__ = ["MAX_TOKENS", "MODES", "SequenceModel", "build_sequence", "prefix_bytes"]

MODES = ("auto", "sup", "lp", "direct")
MAX_TOKENS = 1_000_000
_LONG = 6
"""Sequences beyond this length may have long formulas; no lattice for a polynomial is smaller than cells there."""


def prefix_bytes(prefixes: Sequence[Prefix], layout: str) -> bytes:
    """The bytes of ``prefix.safetensors``: ``i.keys`` [H, N, d_k] and ``i.values`` [H, N, d_v] of each layer i."""
    tensors: dict[str, Floats] = {}
    for i, prefix in enumerate(prefixes, 1):
        if prefix.tokens:
            tensors |= {f"{i}.keys": prefix.keys, f"{i}.values": prefix.values}
    return float64_file(tensors, {"layout": layout})


@dataclass(frozen=True, eq=False)
class SequenceModel:
    """A fixed transformer, the prefixes that make it compute f, and what is proved of them."""

    transformer: Transformer
    prefixes: tuple[Prefix, ...]
    certificate: SequenceCertificate

    @property
    def prefix_parameters(self) -> int:
        """How many numbers the prefixes are."""
        return sum(prefix.keys.size + prefix.values.size for prefix in self.prefixes)

    @property
    def float64_error(self) -> str | None:
        """A bound of the error of the fast float64 runner (see `verify.sequence.rounding`), or None."""
        found = float64_error(self.certificate, self.prefixes)
        return None if found is None else upper_decimal(found, 8)

    def mean_error(self, p: int) -> str:
        """A bound of the L^p error, (e^p + m M^p)^(1/p): error e off a set of measure m, at most M on it (theory K3).

        Output and cell values lie in [0, 1], and f is within L/K of the value of its cell.
        """
        c = self.certificate
        with precision(BITS):
            error, measure = arb(exact(c.certified_error)), arb(exact(c.bad_measure))
            most = 1 + arb(exact(c.lipschitz)) / c.levels + error
            return upper_decimal((error**p + measure * most**p).root(p), 8)

    def save(self, directory: Path, *, force: bool = False) -> None:
        """Write the three files into a new directory.  Raises `InputError` if it exists (unless ``force``)."""
        directory = Path(directory)
        if directory.exists() and not force:
            raise InputError(f"{directory} exists; give --force to replace its files")
        if directory.exists() and not directory.is_dir():
            raise InputError(f"{directory} is not a directory")
        directory.mkdir(parents=True, exist_ok=True)
        # Without its certificate a half-written directory claims nothing.
        (directory / CERTIFICATE_FILE).unlink(missing_ok=True)
        write_atomically(directory / WEIGHTS_FILE, self.transformer.to_bytes())
        write_atomically(directory / PREFIX_FILE, prefix_bytes(self.prefixes, self.transformer.layout))
        write_sequence_certificate(directory, self.certificate)


def build_sequence(
    target: str | SequenceTarget,
    length: int,
    features: int = 1,
    *,
    eps: Exact,
    mode: str = "auto",
    lipschitz: Exact | None = None,
    measure: Exact = "0.01",
    max_tokens: int = MAX_TOKENS,
) -> SequenceModel:
    """The transformer and prefixes that compute the target on [0,1]^n within ``eps`` (maximum norm), n = T F.

    ``mode``: "sup" (theory K4'', four layers), "direct" (K6, two layers), "lp" (K3, T+2 layers, off a set of measure
    ``measure``), or "auto": fewest tokens of sup and direct, lp for a discontinuous target.  Raises `InputError`,
    `HypothesisError` (no Lipschitz constant), and `UnreachableError` (with the tokens needed, before building).
    """
    if mode not in MODES:
        raise InputError(f"mode {shown(mode)} is not one of {', '.join(MODES)}")
    eps, measure = exact(eps), exact(measure)
    for name, value in (("eps", eps), ("measure", measure)):
        if not 0 < value < 1:
            raise InputError(f"--{name} must lie strictly between 0 and 1; got {value}")
    layout_of("lp", length, features)  # refuses unusable sizes
    if target in TASKS and length > _LONG:  # their Lipschitz constants are >= 1: refused before formulas are read
        _plan(mode, length, features, fmpq(1), eps, max_tokens, measure)
    f = target if isinstance(target, SequenceTarget) else sequence_target(target, length, features, lipschitz)
    if f.kind == "discontinuous":
        if mode not in ("auto", "lp"):
            raise InputError(
                f"{f.text} is discontinuous: no transformer is near it in the sup norm; use --mode lp, which bounds "
                "the measure of the set where the error may be larger (or smooth_parity)"
            )
        chosen = discontinuous.plan(f.text, length, features, eps, max_tokens, measure)
    else:
        chosen = _best(f, mode, eps, max_tokens, measure)
    return _build(f, chosen, eps, target if isinstance(target, str) else f.text)


def _best(f: SequenceTarget, mode: str, eps: fmpq, max_tokens: int, measure: fmpq) -> Plan:
    """The plan with the fewest tokens; polynomial maps have a lattice as well in mode direct."""
    terms = terms_of(f) if mode in ("auto", "direct") and f.given is None else None
    other = None if terms is None else polynomial_plan(f.T, f.F, terms, eps, max_tokens)
    try:
        cells = _plan(mode, f.T, f.F, f.lipschitz, eps, max_tokens, measure)
    except UnreachableError:
        if other is None:
            raise
        return other
    return cells if other is None or cells.tokens <= other.tokens else other


def _plan(mode: str, T: int, F: int, L: fmpq, eps: fmpq, max_tokens: int, measure: fmpq) -> Plan:
    """The plan of a mode; for auto that of sup and direct with fewer tokens."""
    if mode != "auto":
        return plan(mode, T, F, L, eps, max_tokens, measure)
    plans, refusals = [], []
    for one in ("sup", "direct"):
        try:
            plans.append(plan(one, T, F, L, eps, max_tokens, measure))
        except UnreachableError as error:
            refusals.append(str(error))
    if not plans:
        raise UnreachableError("; ".join(refusals), limit="--max-tokens")
    return min(plans, key=lambda p: p.tokens)


def _build(f: SequenceTarget, chosen: Plan, eps: fmpq, task: str) -> SequenceModel:
    match chosen.mode:
        case "sup":
            prefixes, wrong = sup_prefixes(f, Staircases(chosen.K, f.n + 1), decode_for(f.n, eps))
        case "direct" if chosen.lattice is not None:
            f.values(np.array(list(product((0.0, 0.5, 1.0), repeat=f.n))))  # refuses a target that leaves [0, 1]
            made, rounded = lattice_prefixes(f, chosen.lattice, terms_of(f) or [])
            prefixes, wrong = made, float_upper(ball(rounded))
        case "direct":
            prefixes, wrong = direct_prefixes(f, chosen.K, chosen.eta)
        case _:
            prefixes, wrong = lp_prefixes(f, chosen.K, chosen.eta)
    with precision(BITS):
        # The checker encloses the values of cells in its own way, perhaps not as tightly.
        room = fmpq(1, 1 << 41) if wrong and chosen.lattice is None else fmpq(0)
        error = chosen.error + wrong + arb(room)
        certified = upper_decimal(error, 8)
        if not certainly_le(exact(certified), eps):
            certified = upper_decimal(error, 16)
        if not certainly_le(exact(certified), eps):
            raise UnreachableError(
                f"the stored values of the target are only known to {wrong:.3g}; take a larger eps", best=certified
            )
        measure = upper_decimal(chosen.measure, 8)
    transformer = layout_of(chosen.mode, f.T, f.F)
    kind = f.kind
    unneeded = kind == "discontinuous" or chosen.lattice is not None
    lipschitz = "0" if unneeded else upper_decimal(f.lipschitz, 16)
    certificate = SequenceCertificate(
        mode=chosen.mode,  # type: ignore[arg-type]
        variant="cells" if chosen.lattice is None else "polynomial",
        length=f.T,
        features=f.F,
        task=task[:200],
        target=f.text,
        target_kind=kind,
        lipschitz=lipschitz,
        lipschitz_status="none" if unneeded else "certified" if f.given is None else "given",
        levels=chosen.K,
        margin=rational_text(chosen.eta),
        eps=rational_text(eps),
        certified_error=certified,
        bad_measure=measure,
        attention_layers=len(transformer.layers),
        tokens=sum(prefix.tokens for prefix in prefixes),
        weights_sha256=transformer.sha256(),
        prefix_sha256=hashlib.sha256(prefix_bytes(prefixes, transformer.layout)).hexdigest(),
        producer="prefixproof",
    )
    return SequenceModel(transformer, tuple(prefixes), _with_assumptions(certificate))


def _with_assumptions(certificate: SequenceCertificate) -> SequenceCertificate:
    import msgspec

    return msgspec.structs.replace(certificate, assumptions=required_assumptions(certificate))
