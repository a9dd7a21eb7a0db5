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
    Certificate,
    CertificateError,
    UnusableInput,
    read_certificate,
    write_atomically,
)
from verify.floating import usual
from verify.hardware import cast_for, hardware_error

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
    stored = StoredPrefix.load(directory / PREFIX_FILE)
    try:
        certificate = read_certificate(directory / CERTIFICATE_FILE)
    except (UnusableInput, CertificateError) as error:
        raise InputError(str(error)) from None
    if certificate.prefix_sha256 != stored.sha256():
        raise InputError(f"{directory}: the certificate is about another prefix")
    tokens = getattr(certificate.context, "tokens", 0)
    if not 0 <= context <= tokens:
        raise InputError(
            f"--context {context}: the certificate covers {tokens} visible context tokens; build with more"
        )
    place = None if model_config is None else Place(ModelShape.from_config(model_config), layer, head)
    if place is not None and place.shape.window is not None and stored.tokens + tokens + 1 > place.shape.window:
        raise InputError(
            f"the model's mask hides the prefix: sliding_window is {place.shape.window}, but {stored.tokens} tokens of "
            f"the prefix and {tokens} of context come before the query; use a model without a sliding window"
        )
    head_dim, made = _cast(stored, certificate, form, to, place)
    content = files(made, to, place)
    bound: str | None = None
    try:
        found = hardware_error(stored, certificate, form, usual(form, fused=fused), head_dim)
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
    }
    facts |= {"certified_error": certificate.certified_error, "context": tokens}
    if as_json:
        print(json.dumps(facts))
        return 0
    print(f"written to {out}: {', '.join(sorted(content))}")
    where = f" with up to {tokens} visible context tokens" if tokens else " without visible context tokens"
    if bound is not None:
        print(f"error in {dtype} <= {bound}{where}")
    print(f"in real arithmetic, before casting: error <= {certificate.certified_error}  (`check` re-proves this one)")
    print(remark)
    if to == "peft":
        print("keys are given as the model caches them (with rotary positions: rotated); other heads get zeros")
    return 0


def _cast(
    stored: StoredPrefix, certificate: Certificate, form: Format, to: str, place: Place | None
) -> tuple[int | None, CastHead]:
    """head_dim where the softmax has the scale 1/sqrt(head_dim), and the prefix cast for it."""
    if to == "peft" and place is not None:
        return place.shape.head_dim, cast_for(stored, certificate, form, place.shape.head_dim)
    head, head_dim = cast_for(stored, certificate, form), None
    while to == "mha" and classical_head(head).width != head_dim:  # a tiny bias may appear when it is scaled
        head_dim = classical_head(head).width
        head = cast_for(stored, certificate, form, head_dim)
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
