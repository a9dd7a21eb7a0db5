"""The data of one attention head: an ideal `Prefix` (balls) and the `StoredPrefix` (exact numbers) rounded from it.

A head is  A(x) = sum_i e^{lam <x,k_i> + b_i} v_i / sum_i e^{lam <x,k_i> + b_i},  x on S^m.  What is stored is exact:
each number is the sum of one to sixteen float64 components, and certificates speak of the stored numbers only.
"""

from __future__ import annotations

import hashlib
import math
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from flint import arb, fmpq
from numpy.typing import NDArray

from constructions.tensor_file import float64_file
from theory.balls import exact, precision, shown, upper_decimal
from theory.errors import InputError

__all__ = ["FORMAT", "MAX_COMPONENTS", "Floats", "Prefix", "StoredPrefix", "rational_text", "split"]

Floats = NDArray[np.float64]

FORMAT = "prefixproof-prefix/1"
MAX_COMPONENTS = 16
"""Most float64 numbers that one stored number may be the sum of."""
_TENSORS = ("keys", "values", "bias")


def rational_text(value: fmpq) -> str:
    """An exact rational >= 0 as text: a decimal if it has at most 12 digits, otherwise a ratio.

    >>> rational_text(fmpq(83, 100)), rational_text(fmpq(1, 3)), rational_text(fmpq(1, 10**6))
    ('0.83', '1/3', '1e-6')
    """
    text = upper_decimal(value, 12)
    return text if exact(text) == value else str(value)


@dataclass(frozen=True)
class Prefix:
    """An ideal prefix on S^m for a map into R^q: enclosures of the numbers that a construction defines.

    ``keys`` [N][m+1], ``values`` [N][q], ``bias`` [N]; ``lam`` > 0 is exact.  ``family`` names the nodes.
    """

    m: int
    lam: fmpq
    keys: Sequence[Sequence[arb]]
    values: Sequence[Sequence[arb]]
    bias: Sequence[arb]
    target: str
    family: str

    def round(self, components: int = 1) -> StoredPrefix:
        """Round every number to the sum of ``components`` float64 numbers, the nearest one first.

        The ideal numbers must carry more than 53 ``components`` bits for the last component to mean anything.
        Raises `InputError` when a number is beyond the float64 range.
        """
        keys = split([value for row in self.keys for value in row], components)
        values = split([value for row in self.values for value in row], components)
        n = len(self.keys)
        return StoredPrefix(
            m=self.m,
            lam=self.lam,
            keys=tuple(part.reshape(n, -1) for part in keys),
            values=tuple(part.reshape(n, -1) for part in values),
            bias=split(self.bias, components),
            target=self.target,
        )


def split(numbers: Sequence[arb], components: int) -> tuple[Floats, ...]:
    """The float64 components [N] of each number: the nearest float, the nearest float to what remains, and so on."""
    if not 1 <= components <= MAX_COMPONENTS:
        raise InputError(f"components = {components} is not between 1 and {MAX_COMPONENTS}")
    parts: list[Floats] = []
    rest = list(numbers)
    with precision(53 * components + 64):
        for _ in range(components):
            nearest = [float(value) for value in rest]
            parts.append(np.array(nearest, dtype=np.float64))
            rest = [value - first for value, first in zip(rest, nearest, strict=True)]
    return tuple(parts)


@dataclass(frozen=True, eq=False)
class StoredPrefix:
    """A prefix as it is stored: exact numbers.

    ``keys``, ``values`` and ``bias`` are tuples of equally many float64 arrays [N, m+1], [N, q] and [N]; the stored
    number is the exact SUM of its components.  ``target`` is the text of the map, kept as a label and never run here.
    Raises `InputError` when shapes, counts or numbers are unusable.
    """

    m: int
    lam: fmpq
    keys: tuple[Floats, ...]
    values: tuple[Floats, ...]
    bias: tuple[Floats, ...]
    target: str

    def __post_init__(self) -> None:
        if self.m < 1:
            raise InputError(f"the sphere S^m needs m >= 1, got m = {self.m}")
        if not self.lam > 0:
            raise InputError(f"lam = {self.lam} must be > 0")
        count = len(self.keys)
        if not 1 <= count <= MAX_COMPONENTS or len(self.values) != count or len(self.bias) != count:
            counts = f"{count}, {len(self.values)} and {len(self.bias)}"
            raise InputError(f"keys, values and bias need equally many components, 1 to {MAX_COMPONENTS}; got {counts}")
        n = len(self.bias[0])
        if n < 1 or self.values[0].ndim != 2 or self.values[0].shape[1] < 1:
            raise InputError(f"a prefix needs a token and an output; got values of shape {self.values[0].shape}")
        q = self.values[0].shape[1]
        for name, parts, shape in (
            ("keys", self.keys, (n, self.m + 1)),
            ("values", self.values, (n, q)),
            ("bias", self.bias, (n,)),
        ):
            for part in parts:
                if part.shape != shape or part.dtype != np.float64:
                    raise InputError(f"{name}: expected float64 of shape {shape}, got {part.dtype} of {part.shape}")
                if not np.isfinite(part).all():
                    raise InputError(f"{name}: every number must be finite (a float64 reaches 1.8e308)")

    @property
    def d(self) -> int:
        """The dimension m+1 of the space around the sphere."""
        return self.m + 1

    @property
    def q(self) -> int:
        """The number of outputs."""
        return int(self.values[0].shape[1])

    @property
    def tokens(self) -> int:
        """The number N of tokens."""
        return len(self.bias[0])

    @property
    def components(self) -> int:
        """How many float64 numbers each stored number is the sum of."""
        return len(self.keys)

    def exact_keys(self) -> list[list[arb]]:
        """The keys k_i [N][m+1] at the current precision (exact for one component)."""
        return _rows(self.keys)

    def exact_values(self) -> list[list[arb]]:
        """The values v_i [N][q] at the current precision (exact for one component)."""
        return _rows(self.values)

    def exact_bias(self) -> list[arb]:
        """The biases b_i [N] at the current precision (exact for one component)."""
        return [row[0] for row in _rows(tuple(part[:, np.newaxis] for part in self.bias))]

    def distinct_keys(self) -> tuple[list[int], list[int]]:
        """The first token with each key, and for every token which of these has its key."""
        parts = np.concatenate(self.keys, axis=1)
        _, first, group = np.unique(parts, axis=0, return_index=True, return_inverse=True)
        return first.tolist(), group.ravel().tolist()

    def working_precision(self) -> int:
        """Bits at which `constructions.head.evaluate` gives all digits that the stored numbers carry."""
        largest = max(float(np.abs(self.values[0]).max()), 1.0)
        spread = max(float(np.abs(self.bias[0]).max()), 1.0)
        lam_bits = max(int(self.lam.p).bit_length() - int(self.lam.q).bit_length(), 0)
        return 96 + 53 * self.components + lam_bits + math.ceil(math.log2(largest)) + math.ceil(math.log2(spread))

    # --- the file ---------------------------------------------------------------------------------------------------

    def _tensors(self) -> Iterator[tuple[str, Floats]]:
        for index in range(self.components):
            for name, parts in zip(_TENSORS, (self.keys, self.values, self.bias), strict=True):
                yield name if index == 0 else f"{name}_{index}", parts[index]

    def to_bytes(self) -> bytes:
        """The bytes of ``prefix.safetensors``: the same prefix always gives the same bytes."""
        metadata = {"format": FORMAT, "lam": rational_text(self.lam), "sphere": str(self.m), "target": self.target}
        return float64_file(dict(self._tensors()), metadata)

    def sha256(self) -> str:
        """The SHA-256 of `to_bytes`, in hexadecimal."""
        return hashlib.sha256(self.to_bytes()).hexdigest()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the file atomically: it is complete or absent.  Raises OSError as the file system does."""
        goal = Path(path)
        handle, name = tempfile.mkstemp(prefix=f".{goal.name}.", dir=goal.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self.to_bytes())
            os.chmod(name, 0o644)
            os.replace(name, goal)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> StoredPrefix:
        """Read a file written by `save`.  Raises `InputError` when it is unreadable or not exactly of this format."""
        from safetensors import SafetensorError, safe_open

        try:
            # safetensors hands out copies, bounded by the size of the file, and runs nothing.
            with safe_open(os.fspath(path), framework="numpy") as file:
                metadata = dict(file.metadata() or {})
                tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (not a dict)
        except (OSError, SafetensorError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise InputError(f"{os.fspath(path)}: not a readable safetensors file ({error})") from None
        try:
            return cls._from_tensors(metadata, tensors)
        except InputError as error:
            raise InputError(f"{os.fspath(path)}: {error}") from None

    @classmethod
    def _from_tensors(cls, metadata: dict[str, str], tensors: dict[str, Floats]) -> StoredPrefix:
        if metadata.get("format") != FORMAT:
            raise InputError(f"format is {shown(metadata.get('format'))}, expected {FORMAT!r}")
        if sorted(metadata) != ["format", "lam", "sphere", "target"]:
            raise InputError(f"metadata must be format, lam, sphere and target; got {shown(sorted(metadata))}")
        if not (metadata["sphere"].isascii() and metadata["sphere"].isdigit() and len(metadata["sphere"]) <= 6):
            raise InputError(f"sphere is {shown(metadata['sphere'])}, expected the integer m >= 1")
        components, extra = divmod(len(tensors), len(_TENSORS))
        expected = {name if i == 0 else f"{name}_{i}" for i in range(components) for name in _TENSORS}
        if extra or set(tensors) != expected:
            raise InputError(
                f"tensors must be keys, values, bias and complete corrections; got {shown(sorted(tensors))}"
            )

        def parts(name: str) -> tuple[Floats, ...]:
            return tuple(tensors[name if i == 0 else f"{name}_{i}"] for i in range(components))

        return cls(
            m=int(metadata["sphere"]),
            lam=exact(metadata["lam"]),
            keys=parts("keys"),
            values=parts("values"),
            bias=parts("bias"),
            target=metadata["target"],
        )


def _rows(parts: tuple[Floats, ...]) -> list[list[arb]]:
    """The sums of the components [N][columns] as balls at the current precision."""
    rows = [[arb(value) for value in row] for row in parts[0].tolist()]
    for part in parts[1:]:
        rows = [[a + b for a, b in zip(row, more, strict=True)] for row, more in zip(rows, part.tolist(), strict=True)]
    return rows
