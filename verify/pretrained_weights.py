"""Weight files as exact numbers, without torch: safetensors, and the two formats of ``torch.save``.

The pickles of ``torch.save`` are *interpreted* here, by a machine that knows 30 opcodes and 13 names: nothing is
imported, nothing is called, so a hostile file can only be refused.  The builder and the independent checker of prefixes
for pretrained models both read their weights with this module, which imports nothing that makes certificates.
"""

from __future__ import annotations

import io
import math
import os
import pickletools
import zipfile
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from verify.certificate import CertificateError, read_regular_file, sha256_hex

__all__ = ["MAX_WEIGHT_BYTES", "Tensors", "WeightFile", "parse_weights", "read_weights"]

Tensors = dict[str, NDArray[Any]]

MAX_WEIGHT_BYTES = 1 << 32
_MAGIC = 0x1950A86A20F9469CFC6C
_PROTOCOL = 1001
_MAX_STEPS = 2_000_000


class WeightFile(NamedTuple):
    """Tensors by name, in the file's own dtypes (bfloat16 as float32, which keeps it exact), and the file's SHA-256."""

    tensors: Tensors
    sha256: str


def read_weights(path: str | os.PathLike[str]) -> WeightFile:
    """The tensors of a ``.safetensors`` or ``torch.save`` file, whatever it is called.

    Raises `UnusableInput` (no such file) and `CertificateError` (damaged, of another format, or not plain tensors).
    """
    data = read_regular_file(path, MAX_WEIGHT_BYTES)
    try:
        return WeightFile(parse_weights(data), sha256_hex(data))
    except CertificateError as error:
        raise CertificateError(f"{os.fspath(path)}: {error}") from None


def parse_weights(data: bytes) -> Tensors:
    """`read_weights` for bytes; raises `CertificateError`."""
    try:
        if data[:4] == b"PK\x03\x04":
            return _zip_file(data)
        if data[:1] == b"\x80" and data[8:9] != b"{":  # a safetensors header of 128 + 256 k bytes starts like a pickle
            return _legacy_file(data)
        return _safetensors(data)
    except CertificateError:
        raise
    except (
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        EOFError,
        OverflowError,
        MemoryError,
        RuntimeError,  # encrypted, or (NotImplementedError) of a kind that no torch.save writes
        zipfile.BadZipFile,
    ) as error:
        raise CertificateError(f"not a readable weight file ({type(error).__name__}: {str(error)[:200]})") from None


# --- numbers --------------------------------------------------------------------------------------------------------

_DTYPES = {
    "F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "|i1",
    "U8": "|u1", "BOOL": "|b1",
}  # fmt: skip
_STORAGES = {
    "DoubleStorage": "F64", "FloatStorage": "F32", "HalfStorage": "F16", "BFloat16Storage": "BF16",
    "LongStorage": "I64", "IntStorage": "I32", "ShortStorage": "I16", "CharStorage": "I8", "ByteStorage": "U8",
    "BoolStorage": "BOOL",
}  # fmt: skip


def _array(data: bytes | memoryview, dtype: str) -> NDArray[Any]:
    """The numbers [n] in ``data``; a bfloat16 is the upper half of a float32."""
    found: NDArray[Any] = np.frombuffer(data, dtype=_DTYPES[dtype])
    return (found.astype("<u4") << 16).view("<f4") if dtype == "BF16" else found


def _safetensors(data: bytes) -> Tensors:
    from safetensors import SafetensorError, deserialize

    try:
        entries = deserialize(data)  # type: ignore[no-untyped-call]
    except SafetensorError as error:
        raise CertificateError(
            f"neither safetensors nor a file of torch.save ({str(error)[:100]}); convert the model to safetensors"
        ) from None
    found: Tensors = {}
    for name, entry in entries:
        if entry["dtype"] not in _DTYPES:
            raise CertificateError(
                f"tensor {name[:80]!r} has the dtype {entry['dtype']}, not one of {', '.join(_DTYPES)}"
            )
        found[name] = _array(bytes(entry["data"]), entry["dtype"]).reshape(entry["shape"])
    return found


# --- pickles: a machine without imports and calls ------------------------------------------------------------------


class _Name(NamedTuple):
    """A global that the pickle mentions: a word, never the object."""

    word: str


class _Storage(NamedTuple):
    dtype: str
    key: str
    numel: int


class _View(NamedTuple):
    """A strided view into a storage: what ``torch._utils._rebuild_tensor_v2`` would make."""

    storage: _Storage
    offset: int
    shape: tuple[int, ...]
    stride: tuple[int, ...]


_REBUILD = "torch._utils _rebuild_tensor_v2"
_PARAMETER = "torch._utils _rebuild_parameter"
_ORDERED = "collections OrderedDict"
_NAMES = {_REBUILD, _PARAMETER, _ORDERED, *(f"torch {name}" for name in _STORAGES)}
_MARK = object()


def _counts(found: object) -> tuple[int, ...]:
    if not isinstance(found, tuple) or not all(type(n) is int and n >= 0 for n in found):
        raise CertificateError("the pickle has a tensor whose shape or stride is no tuple of numbers >= 0")
    return found


def _reduce(function: object, args: object) -> object:
    """What the named function would return, made here."""
    if not isinstance(function, _Name) or not isinstance(args, tuple):
        raise CertificateError("the pickle calls something that is no known name")
    if function.word == _ORDERED and args == ():
        return {}
    if function.word == _REBUILD and len(args) >= 4 and isinstance(args[0], _Storage) and type(args[1]) is int:
        return _View(args[0], args[1], _counts(args[2]), _counts(args[3]))
    if function.word == _PARAMETER and args and isinstance(args[0], _View):
        return args[0]
    raise CertificateError(f"the pickle calls {function.word!r} with arguments that torch.save does not write")


def _storage(found: object) -> _Storage:
    match found:
        case ("storage", _Name(word), str() as key, str(), int() as numel, *_) if numel >= 0:
            name = word.removeprefix("torch ")
            if name in _STORAGES:
                return _Storage(_STORAGES[name], key, numel)
    raise CertificateError("the pickle has a persistent id that is no storage")


_PUSHED = {
    "BININT", "BININT1", "BININT2", "LONG1", "BINFLOAT", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8", "BINBYTES",
    "SHORT_BINBYTES",
}  # fmt: skip
_CONSTANTS: dict[str, Callable[[], object]] = {
    "NONE": lambda: None, "NEWTRUE": lambda: True, "NEWFALSE": lambda: False, "EMPTY_DICT": dict, "EMPTY_LIST": list,
    "EMPTY_TUPLE": tuple, "MARK": lambda: _MARK,
}  # fmt: skip


def _since_mark(stack: list[Any]) -> list[Any]:
    at = max(i for i, item in enumerate(stack) if item is _MARK)
    items = stack[at + 1 :]
    del stack[at:]
    return items


def _fill(target: object, items: list[Any], *, pairs: bool) -> None:
    if pairs and isinstance(target, dict):
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, str | int):
                raise CertificateError("the pickle has a dictionary with keys that are neither text nor numbers")
            target[key] = value
    elif not pairs and isinstance(target, list):
        target.extend(items)
    else:
        raise CertificateError("the pickle fills something that is no list or dictionary")


def _unpickle(stream: io.BytesIO) -> Any:
    """The plain value of one pickle: text, numbers, lists, tuples, dictionaries, tensor views.

    Raises `CertificateError` at the first opcode or name outside the lists above.
    """
    stack: list[Any] = []
    memo: dict[int, Any] = {}
    argument: Any
    for step, (opcode, argument, _) in enumerate(pickletools.genops(stream)):
        name = opcode.name
        if step > _MAX_STEPS:
            raise CertificateError(f"the pickle has more than {_MAX_STEPS} steps")
        if name in ("PROTO", "FRAME"):
            continue
        if name in _PUSHED:
            stack.append(argument)
        elif name in _CONSTANTS:
            stack.append(_CONSTANTS[name]())
        elif name in ("BINPUT", "LONG_BINPUT"):
            memo[argument] = stack[-1]
        elif name == "MEMOIZE":
            memo[len(memo)] = stack[-1]
        elif name in ("BINGET", "LONG_BINGET"):
            stack.append(memo[argument])
        elif name in ("GLOBAL", "STACK_GLOBAL"):
            word = argument if name == "GLOBAL" else " ".join(map(str, (stack.pop(-2), stack.pop())))
            if word not in _NAMES:
                raise CertificateError(
                    f"the pickle names {str(word)[:80]!r}, which no plain state dictionary needs; nothing of it was "
                    "run. Convert the model to safetensors with a program that you trust"
                )
            stack.append(_Name(word))
        elif name == "REDUCE":
            args = stack.pop()
            stack.append(_reduce(stack.pop(), args))
        elif name == "BINPERSID":
            stack.append(_storage(stack.pop()))
        elif name == "TUPLE":
            stack.append(tuple(_since_mark(stack)))
        elif name in ("TUPLE1", "TUPLE2", "TUPLE3"):
            size = int(name[-1])
            stack[-size:] = [tuple(stack[-size:])]
        elif name in ("SETITEMS", "APPENDS"):
            items = _since_mark(stack)
            _fill(stack[-1], items, pairs=name == "SETITEMS")
        elif name in ("SETITEM", "APPEND"):
            size = 2 if name == "SETITEM" else 1
            items = stack[-size:]
            del stack[-size:]
            _fill(stack[-1], items, pairs=size == 2)
        elif name == "BUILD":
            # The attribute `_metadata` of a state dictionary: version numbers, of no interest here.
            if not isinstance(stack.pop(), dict) or not isinstance(stack[-1], dict):
                raise CertificateError("the pickle sets attributes of something that is no dictionary")
        elif name == "STOP":
            return stack.pop()
        else:
            raise CertificateError(f"the pickle uses the opcode {name}, which no plain state dictionary needs")
    raise CertificateError("the pickle does not end")


def _tensors(root: Any, numbers: dict[str, NDArray[Any]]) -> Tensors:
    """The named tensors of a state dictionary, copied out of their storages within bounds."""
    if not isinstance(root, dict):
        raise CertificateError("the file holds no state dictionary (a whole pickled model cannot be read safely)")
    if isinstance(root.get("state_dict"), dict):
        root = root["state_dict"]
    found: Tensors = {}
    for name, view in root.items():
        if not isinstance(name, str) or not isinstance(view, _View):
            continue  # optimiser states, version numbers
        flat = numbers[view.storage.key]
        if len(view.shape) != len(view.stride) or view.offset < 0:
            raise CertificateError(f"tensor {name[:80]!r} has {len(view.shape)} sizes, {len(view.stride)} strides")
        size = math.prod(view.shape)
        last = view.offset + sum((n - 1) * s for n, s in zip(view.shape, view.stride, strict=True))
        if size > len(flat) or (size and last >= len(flat)):
            raise CertificateError(f"tensor {name[:80]!r} reaches beyond its storage of {len(flat)} numbers")
        if not size:
            found[name] = np.zeros(view.shape, flat.dtype)
            continue
        steps = tuple(s * flat.itemsize for s in view.stride)
        found[name] = np.lib.stride_tricks.as_strided(flat[view.offset :], view.shape, steps, writeable=False).copy()
    return found


def _views(root: Any) -> list[_View]:
    values = root.get("state_dict", root).values() if isinstance(root, dict) else ()
    return [value for value in values if isinstance(value, _View)]


def _legacy_file(data: bytes) -> Tensors:
    """``torch.save`` before 1.6: five pickles, then the storages one after another."""
    stream = io.BytesIO(data)
    if _unpickle(stream) != _MAGIC or _unpickle(stream) != _PROTOCOL:
        raise CertificateError("a pickle that torch.save did not write (wrong magic number)")
    system = _unpickle(stream)
    if not isinstance(system, dict) or system.get("little_endian") is not True:
        raise CertificateError("the numbers of the file are not little-endian")
    root = _unpickle(stream)
    keys = _unpickle(stream)
    if not isinstance(keys, list):
        raise CertificateError("the list of storages is missing")
    kinds = {view.storage.key: view.storage for view in _views(root)}
    numbers: dict[str, NDArray[Any]] = {}
    at = stream.tell()
    for key in keys:
        if key not in kinds:
            raise CertificateError(f"storage {str(key)[:80]!r} belongs to no tensor of the state dictionary")
        dtype = kinds[key].dtype
        count = int.from_bytes(data[at : at + 8], "little")
        end = at + 8 + count * np.dtype(_DTYPES[dtype]).itemsize
        if count != kinds[key].numel or end > len(data):
            raise CertificateError(f"storage {key!r} is cut: the file is damaged, install the package again")
        numbers[key] = _array(memoryview(data)[at + 8 : end], dtype)
        at = end
    return _tensors(root, numbers)


def _zip_file(data: bytes) -> Tensors:
    """``torch.save`` since 1.6: a zip archive, not compressed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {info.filename: info for info in archive.infolist()}
        main = [name for name in entries if name.endswith("data.pkl") and name.count("/") <= 1]
        if len(main) != 1 or any(info.compress_type != zipfile.ZIP_STORED for info in entries.values()):
            raise CertificateError("a zip archive that torch.save did not write")
        base = main[0].removesuffix("data.pkl")
        order = f"{base}byteorder"
        if order in entries and archive.read(order) != b"little":
            raise CertificateError("the numbers of the file are not little-endian")
        root = _unpickle(io.BytesIO(archive.read(main[0])))
        numbers: dict[str, NDArray[Any]] = {}
        for storage in {view.storage for view in _views(root)}:
            numbers[storage.key] = _array(archive.read(f"{base}data/{storage.key}"), storage.dtype)
            if len(numbers[storage.key]) != storage.numel:
                raise CertificateError(
                    f"storage {storage.key!r} is cut: the file is damaged, install the package again"
                )
    return _tensors(root, numbers)
