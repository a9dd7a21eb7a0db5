"""The commands ``prefixproof certify`` and ``build --tighten`` without any command-line library."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from flint import fmpq

from constructions.prefix import StoredPrefix
from theory.balls import exact, float_upper
from theory.errors import InputError
from verify.sup_norm import PROVED, REFUTED, UNKNOWN, SupNorm, cells_estimate, certify, sup_norm
from verify.supnorm.arrays import Array
from verify.supnorm.blocks import Cluster, Executor
from verify.supnorm.bound import Norm
from verify.supnorm.writing import write_certificate
from verify.supnorm_format import PREFIX_FILE, Claim

__all__ = ["EXIT", "certify_command", "load_prefix", "tighten"]

EXIT = {PROVED: 0, REFUTED: 1, UNKNOWN: 3}
MAX_FILE = 1 << 32


def load_prefix(path: str | os.PathLike[str], sphere: int) -> StoredPrefix:
    """Read a prefix of anybody's: ``keys`` [N, m+1], ``values`` [N, q] or [N], optional ``bias`` [N], optional scalar
    ``lam`` (default 1); logits are lam <x, keys> + bias.

    A safetensors or npz file (floats of 16, 32 or 64 bits or integers, all taken exactly), or a file of this project.
    Raises `InputError` naming what is unusable.
    """
    goal = Path(path)
    if not goal.is_file():
        raise InputError(f"{goal}: no such file")
    if goal.stat().st_size > MAX_FILE:
        raise InputError(f"{goal} is larger than 4 GiB")
    try:
        return StoredPrefix.load(goal)
    except InputError:
        tensors = _tensors(goal)
    unknown = sorted(set(tensors) - {"keys", "values", "bias", "lam"})
    if unknown or not {"keys", "values"} <= set(tensors):
        names = ", ".join(sorted(tensors)) or "nothing"
        raise InputError(
            f"{goal} must hold keys, values and optionally bias and lam (in logits lam <x,k> + b); it holds {names}"
        )
    keys, values = _exact_floats("keys", tensors["keys"]), _exact_floats("values", tensors["values"])
    if keys.ndim != 2 or keys.shape[1] != sphere + 1 or not len(keys):
        raise InputError(f"keys has shape {keys.shape}; on S^{sphere} it must be [N, {sphere + 1}] with N >= 1")
    if values.ndim == 1:
        values = values[:, None]
    if values.ndim != 2 or len(values) != len(keys) or not values.shape[1]:
        raise InputError(f"values has shape {tensors['values'].shape}; it must be [N, q] or [N] with N = {len(keys)}")
    bias = _exact_floats("bias", tensors["bias"]) if "bias" in tensors else np.zeros(len(keys))
    if bias.shape != (len(keys),):
        raise InputError(f"bias has shape {bias.shape}; it must be [N] with N = {len(keys)}")
    lam = fmpq(1)
    if "lam" in tensors:
        number = _exact_floats("lam", tensors["lam"])
        if number.size != 1:
            raise InputError(f"lam has shape {number.shape}; it must be one number")
        lam = exact(float(number.reshape(())))
        if not lam > 0:
            raise InputError(f"lam = {float(number.reshape(()))} must be positive (the sign can go into the keys)")
    return StoredPrefix(sphere, lam, (keys,), (np.ascontiguousarray(values),), (bias,), "")


def _tensors(path: Path) -> dict[str, Any]:
    import zipfile

    if zipfile.is_zipfile(path):
        try:
            with np.load(path, allow_pickle=False) as archive:
                return {name: archive[name] for name in archive.files}
        except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
            raise InputError(f"{path}: not a readable npz file ({error})") from None
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        return dict(load_file(path))
    except (SafetensorError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: neither a readable safetensors nor npz file ({error})") from None


def _exact_floats(name: str, tensor: Any) -> Array:
    array = np.asarray(tensor)
    if array.dtype.kind in "iu":
        if array.size and int(np.abs(array.astype(object)).max()) > 2**53:
            raise InputError(f"{name}: an integer above 2^53 is not exact in float64")
    elif array.dtype.kind != "f" or array.dtype.itemsize > 8:
        raise InputError(f"{name} has type {array.dtype}; floats of 16, 32 or 64 bits or integers are read")
    result = np.ascontiguousarray(array, dtype=np.float64)
    if not np.isfinite(result).all():
        where = tuple(int(i) for i in np.argwhere(~np.isfinite(result))[0]) if result.ndim else ()
        raise InputError(f"{name}{list(where)} is {result[where]}: every number must be finite")
    return result


def certify_command(
    file: str | os.PathLike[str],
    target: str,
    sphere: int,
    eps: str | None = None,
    tol: str | None = None,
    out: str | os.PathLike[str] | None = None,
    checkpoint: str | os.PathLike[str] | None = None,
    scheduler: str | None = None,
    norm: Norm = "euclidean",
    max_cells: float | None = None,
    as_json: bool = False,
) -> int:
    """Run ``prefixproof certify``: print the bounds and return the exit status.

    0 PROVED (with --tol: enclosed to the tolerance), 1 REFUTED, 3 UNKNOWN; errors are raised.  With ``out`` the
    certificate is written there (not when REFUTED or UNKNOWN).  ``eps`` and ``tol`` exclude each other; default tol
    0.01.
    """
    if eps is not None and tol is not None:
        raise InputError("--eps asks a one-sided question and --tol for an enclosure: give one of them")
    prefix = load_prefix(file, sphere)
    if prefix.m != sphere:
        raise InputError(f"{file} is a prefix on S^{prefix.m}, not on S^{sphere}")
    executor: Executor | None = None if scheduler is None else Cluster(scheduler)
    if out is not None and Path(out).exists() and any(Path(out).iterdir()):
        raise InputError(f"{out} exists and is not empty; choose another --out")
    shown = _Progress() if sys.stderr.isatty() and not as_json else None
    ask, question = (certify, eps) if eps is not None else (sup_norm, tol or "0.01")
    result = ask(
        prefix,
        target,
        question,
        norm=norm,
        executor=executor,
        checkpoint=checkpoint,
        max_cells=float("inf") if max_cells is None else max_cells,
        progress=shown,
    )
    if shown is not None:
        shown.end()
    if out is not None and result.verdict == PROVED:
        Path(out).mkdir(parents=True, exist_ok=True)
        write_certificate(result, prefix, out)
    _report(result, as_json, out)
    return EXIT[result.verdict]


def _report(result: SupNorm, as_json: bool, out: str | os.PathLike[str] | None) -> None:
    lower, upper = result.texts() if result.upper.is_finite() else (result.texts_lower(), "inf")
    if as_json:
        facts = {"lower": lower, "upper": upper, "verdict": result.verdict, "cells": result.cells}
        facts |= {"seconds": round(result.seconds, 3)}
        if result.note:
            facts["note"] = result.note
        print(json.dumps(facts))
        return
    print(f"{result.verdict}: {lower} <= sup |head - target| <= {upper}")
    place = ", ".join(f"{c:.6g}" for c in result.point)
    print(f"largest error found at ({place}); {result.cells} cells, {result.seconds:.2f} s")
    if result.note:
        print(result.note)
    if out is not None and result.verdict == PROVED:
        print(f"certificate in {out}: prefixproof check {out}")


class _Progress:
    """One line on the terminal with the current bounds."""

    def __init__(self) -> None:
        self.last = 0.0

    def __call__(self, lower: float, upper: float, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self.last > 0.2 or done == total:
            self.last = now
            bar = "#" * (30 * done // total)
            sys.stderr.write(f"\r[{bar:<30}] {done}/{total} blocks, bounds {lower:.6g} .. {upper:.6g} (so far) ")
            sys.stderr.flush()

    def end(self) -> None:
        """Finish the line."""
        if self.last:
            sys.stderr.write("\n")


def tighten(
    directory: str | os.PathLike[str],
    tol: str = "0.01",
    executor: Executor | None = None,
    max_cells: float = 2_000_000,
) -> Claim:
    """Add a sup-norm certificate to a built prefix: ``supnorm.json`` and ``supnorm.cover`` beside
    ``prefix.safetensors``.

    Raises `InputError` when the directory holds no prefix, the target is not an expression, or the run does not finish.
    """
    folder = Path(directory)
    prefix = StoredPrefix.load(folder / PREFIX_FILE)
    needed = cells_estimate(prefix, prefix.target, float_upper(exact(tol)))
    if needed > 0.5 * max_cells:  # a rough estimate, sometimes half of what it takes
        raise InputError(
            f"not tightened: about {needed:.1g} cells would be needed and at most {max_cells:.1g} are tried; "
            "large values cancel to a tiny error here, and certificate.json already bounds it by a theorem"
        )
    result = sup_norm(prefix, prefix.target, tol, executor=executor, max_cells=max_cells)
    if result.verdict != PROVED:
        lower, upper = result.texts_lower(), f"{float_upper(result.upper):.6g}"
        raise InputError(f"not tightened: the error lies between {lower} and {upper} ({result.note})")
    return write_certificate(result, prefix, folder)
