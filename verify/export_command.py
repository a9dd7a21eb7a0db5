"""``prefixproof export`` and ``prefixproof import``: files out, with the error proved for them, and trained ones in."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from constructions.export import KINDS, ModelShape, Place, classical_head, files, read_peft
from constructions.formats import CastHead, Format, format_named
from constructions.prefix import StoredPrefix
from theory.balls import shown
from theory.errors import HypothesisError, InputError
from verify.certificate import (
    CERTIFICATE_FILE,
    PREFIX_FILE,
    CertificateError,
    UnusableInput,
    read_certificate,
    write_atomically,
)
from verify.floating import Arithmetic, usual
from verify.hardware import HardwareError, cast_for, hardware_error
from verify.linear import cast_linear, linear_hardware_error, read_linear
from verify.linear_format import LINEAR_FILE

__all__ = ["export_command", "import_command"]


def export_command(
    directory: Path,
    to: str,
    out: Path,
    dtype: str,
    model_config: Path | None,
    layer: int,
    head: int,
    *,
    context: int = 0,
    fused: bool = False,
    as_json: bool,
) -> int:
    """Write the files of one kind into the new directory ``out`` and report the error on hardware.

    ``context``: the error is to hold with so many visible context tokens.  Raises `InputError` for unusable input, for
    what the format or the model cannot hold, and for more context than is certified.
    """
    if to not in KINDS:
        raise InputError(f"--to {shown(to)} is not one of {', '.join(KINDS)}")
    form = format_named(dtype)
    if out.exists() or out.is_symlink():
        raise InputError(f"{out} exists; choose another --out")
    if not out.parent.is_dir():
        raise InputError(f"{out.parent} is not a directory; create it first")
    subject = _Linear(directory) if (directory / LINEAR_FILE).is_file() else _Certified(directory)
    tokens = subject.context
    if not 0 <= context <= tokens:
        raise InputError(
            f"--context {context}: the certificate covers {tokens} visible context tokens; build with more"
        )
    place = None if model_config is None else Place(ModelShape.from_config(model_config), layer, head)
    if place is not None and place.shape.window is not None and subject.tokens + tokens + 1 > place.shape.window:
        raise InputError(
            f"the model's mask hides the prefix: sliding_window is {place.shape.window}, but {subject.tokens} tokens "
            f"of the prefix and {tokens} of context come before the query; use a model without a sliding window"
        )
    head_dim, made = _cast(subject, form, to, place)
    content = files(made, to, place)
    bound: str | None = None
    try:
        found = subject.hardware_error(form, usual(form, fused=fused), head_dim)
        bound, remark = found.total, found.assumption
    except HypothesisError as reason:
        remark = f"no bound for rounding: {reason}"
    _write(content, out)
    facts: dict[str, Any] = {
        "out": str(out),
        "files": sorted(content),
        "dtype": dtype,
        "hardware_error": bound,
        "remark": remark,
        "query": "x, 1" if made.bias.any() else "x",
    }
    facts |= {"certified_error": subject.certified_error, "context": tokens}
    if as_json:
        print(json.dumps(facts))
        return 0
    print(f"written to {out}: {', '.join(sorted(content))}")
    where = f" with up to {tokens} visible context tokens" if tokens else " without visible context tokens"
    if bound is not None:
        print(f"error in {dtype} <= {bound}{where}")
    print(f"in real arithmetic, before casting: error <= {subject.certified_error}  (`check` re-proves this one)")
    print(remark)
    if to in ("mha", "peft"):
        print(f"queries are ({facts['query']}, 0, ...), x on the sphere")
    if to == "peft":
        print("keys are given as the model caches them (with rotary positions: rotated); other heads get zeros")
    return 0


class _Certified:
    """A prefix with the certificate of its construction: what export asks of it."""

    def __init__(self, directory: Path) -> None:
        self.stored = StoredPrefix.load(directory / PREFIX_FILE)
        try:
            self.certificate = read_certificate(directory / CERTIFICATE_FILE)
        except (UnusableInput, CertificateError) as error:
            raise InputError(str(error)) from None
        if self.certificate.prefix_sha256 != self.stored.sha256():
            raise InputError(f"{directory}: the certificate is about another prefix")
        self.tokens, self.certified_error = self.stored.tokens, self.certificate.certified_error
        self.context: int = getattr(self.certificate.context, "tokens", 0)

    def cast(self, form: Format, head_dim: int | None = None) -> CastHead:
        return cast_for(self.stored, self.certificate, form, head_dim)

    def hardware_error(self, form: Format, how: Arithmetic, head_dim: int | None) -> HardwareError:
        return hardware_error(self.stored, self.certificate, form, how, head_dim)


class _Linear:
    """The same for the prefix of a matrix."""

    def __init__(self, directory: Path) -> None:
        self.built = read_linear(directory)
        self.tokens, self.certified_error = self.built.stored.tokens, self.built.claim.certified_error
        self.context: int = getattr(self.built.claim.context, "tokens", 0)

    def cast(self, form: Format, head_dim: int | None = None) -> CastHead:
        return cast_linear(self.built, form, head_dim)

    def hardware_error(self, form: Format, how: Arithmetic, head_dim: int | None) -> HardwareError:
        return linear_hardware_error(self.built, form, how, head_dim)


def _cast(subject: _Certified | _Linear, form: Format, to: str, place: Place | None) -> tuple[int | None, CastHead]:
    """head_dim where the softmax has the scale 1/sqrt(head_dim), and the prefix cast for it."""
    if to == "peft" and place is not None:
        return place.shape.head_dim, subject.cast(form, place.shape.head_dim)
    head, head_dim = subject.cast(form), None
    while to == "mha" and classical_head(head).width != head_dim:  # a tiny bias may appear when it is scaled
        head_dim = classical_head(head).width
        head = subject.cast(form, head_dim)
    return head_dim, head


def _write(content: dict[str, bytes], out: Path) -> None:
    """All files or none."""
    scratch = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        for name, data in content.items():
            (scratch / name).write_bytes(data)
        scratch.chmod(0o755)
        scratch.rename(out)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise


def import_command(
    directory: Path, sphere: int, out: Path, layer: int, head: int, outputs: int, *, constant: bool, as_json: bool
) -> int:
    """Write keys, values, bias and lam of one head of a PEFT prefix to ``out``, for `certify`.  Raises `InputError`."""
    if sphere < 1 or outputs < 1:
        raise InputError(f"--sphere and --outputs must be at least 1, got {sphere} and {outputs}")
    if out.suffix != ".npz" or out.exists() or not out.parent.is_dir():
        raise InputError(f"--out {out} must be a new file FILE.npz in an existing directory")
    keys, values, head_dim = read_peft(directory, layer, head)
    need = sphere + 1 + constant
    if need > head_dim or outputs > head_dim:
        raise InputError(f"head_dim is {head_dim}: it has no {need} coordinates of keys or {outputs} of values")
    # The model multiplies scores by a float64 number, too; it is exactly 1/sqrt(head_dim) for powers of 4.
    lam = np.float64(1 / np.sqrt(head_dim))
    bias = keys[:, sphere + 1] * lam if constant else np.zeros(len(keys))
    content = io.BytesIO()
    np.savez(content, keys=keys[:, : sphere + 1], values=values[:, :outputs], bias=bias, lam=lam)
    write_atomically(out, content.getvalue())
    facts = {"out": str(out), "tokens": len(keys), "head_dim": head_dim, "lam": float(lam)}
    if as_json:
        print(json.dumps(facts))
        return 0
    print(f"{len(keys)} tokens of layer {layer}, head {head} (head_dim {head_dim}) written to {out}")
    print(f"next: prefixproof certify {out} --target EXPR --sphere {sphere} --eps E")
    return 0
