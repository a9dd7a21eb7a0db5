"""The reader of weight files: what torch.save writes is read, everything else is refused and nothing is run."""

from __future__ import annotations

import contextlib
import io
import pickle
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.certificate import CertificateError
from verify.pretrained_weights import parse_weights, read_weights

NUMBERS = np.arange(12, dtype="<f4")


def text(word: str) -> bytes:
    return b"X" + struct.pack("<I", len(word)) + word.encode()


def number(n: int) -> bytes:
    return b"J" + struct.pack("<i", n)


def names(module: str, name: str) -> bytes:
    return f"c{module}\n{name}\n".encode()


def storage(key: str = "0", numel: int = 12, kind: str = "FloatStorage") -> bytes:
    return b"(" + text("storage") + names("torch", kind) + text(key) + text("cpu") + number(numel) + b"tQ"


def tensor(
    offset: int = 0, shape: tuple[int, int] = (3, 4), stride: tuple[int, int] = (4, 1), kept: bytes = b""
) -> bytes:
    sizes = b"".join(number(a) + number(b) + b"\x86" for a, b in (shape, stride))
    hooks = names("collections", "OrderedDict") + b")R"
    return (
        names("torch._utils", "_rebuild_tensor_v2")
        + b"("
        + (kept or storage())
        + number(offset)
        + sizes
        + b"\x89"
        + hooks
        + b"tR"
    )


def state(*entries: tuple[str, bytes]) -> bytes:
    body = b"".join(text(name) + value for name, value in entries)
    # An OrderedDict with the attribute that torch sets on it.
    return b"\x80\x02" + names("collections", "OrderedDict") + b")R(" + body + b"u}" + text("_metadata") + b"}sb."


def legacy(pickled: bytes, keys: list[str] | None = None, data: bytes | None = None) -> bytes:
    head = b"".join(pickle.dumps(x, 2) for x in (0x1950A86A20F9469CFC6C, 1001, {"little_endian": True}))
    tail = struct.pack("<q", 12) + NUMBERS.tobytes() if data is None else data
    return head + pickled + pickle.dumps(["0"] if keys is None else keys, 2) + tail


def zipped(pickled: bytes, data: bytes = NUMBERS.tobytes(), method: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("model/data.pkl", pickled)
        archive.writestr("model/byteorder", "little")
        archive.writestr("model/data/0", data)
    return stream.getvalue()


@pytest.mark.parametrize("pack", [legacy, zipped])
def test_views_of_one_storage(pack: Any) -> None:
    found = parse_weights(pack(state(("a", tensor()), ("b", tensor(1, (2, 3), (1, 4))), ("empty", tensor(0, (0, 4))))))
    assert np.array_equal(found["a"], NUMBERS.reshape(3, 4))
    assert np.array_equal(found["b"], NUMBERS.reshape(3, 4).T[1:3])
    assert found["empty"].shape == (0, 4)


def test_bfloat16_is_exact() -> None:
    halves = np.array([1.0, -2.5, 3.0e38, 2.0**-130] * 3, "<f4")
    data = (halves.view("<u4") >> 16).astype("<u2").tobytes()
    found = parse_weights(zipped(state(("a", tensor(kept=storage(kind="BFloat16Storage")))), data))
    assert np.array_equal(found["a"].ravel().view("<u4"), halves.view("<u4") & 0xFFFF0000)


CANARY = "/nonexistent/canary"
MALICIOUS = {
    "os.system": b"\x80\x02" + names("os", "system") + text(f"touch {CANARY}") + b"\x85R.",
    "eval": b"\x80\x02" + names("builtins", "eval") + text("1/0") + b"\x85R.",
    "getattr": b"\x80\x02" + names("builtins", "getattr") + b".",
    "torch.load": b"\x80\x02" + names("torch", "load") + text("x") + b"\x85R.",
    "a known name with other arguments": b"\x80\x02" + names("torch", "FloatStorage") + number(9) + b"\x85R.",
    "OrderedDict of pairs": b"\x80\x02" + names("collections", "OrderedDict") + b"]\x85R.",
    "INST": b"(" + text("x") + b"ios\nsystem\n.",
    "OBJ": b"(" + names("torch", "FloatStorage") + b"o.",
    "NEWOBJ": b"\x80\x02" + names("collections", "OrderedDict") + b")\x81.",
    "STACK_GLOBAL": b"\x80\x04" + text("os") + text("system") + b"\x93.",
    "EXT1": b"\x80\x02\x82\x01.",
    "PERSID": b"P0\n.",
    "BUILD of a storage": b"\x80\x02" + storage() + b"}b.",
    "no state dictionary": b"\x80\x02" + number(1) + b".",
    "does not end": b"\x80\x02" + number(1),
    "empty stack": b"\x80\x02R.",
    "unknown memo": b"\x80\x02h\x07.",
    "unhashable key": b"\x80\x02}]" + number(1) + b"s.",
    "tensor beyond its storage": state(("a", tensor(1))),
    "huge tensor": state(("a", tensor(0, (2**30, 2**30), (0, 0)))),
    "repeated number": state(("a", tensor(0, (2**30, 4), (0, 1)))),
    "negative shape": state(("a", tensor(0, (-1, 4)))),
    "negative stride": state(("a", tensor(11, (3, 4), (-4, -1)))),
    "negative offset": state(("a", tensor(-1))),
    "unknown storage": state(("a", tensor(kept=storage("7")))),
    "false size of the storage": state(("a", tensor(kept=storage(numel=99)))),
    "quantised storage": state(("a", tensor(kept=storage(kind="QInt8Storage")))),
}  # fmt: skip


@pytest.mark.parametrize("name", MALICIOUS)
@pytest.mark.parametrize("pack", [legacy, zipped])
def test_hostile_pickles_are_refused(name: str, pack: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def ran(*_: object) -> None:
        raise SystemExit("the pickle was run")

    monkeypatch.setattr("os.system", ran)
    monkeypatch.setattr("builtins.eval", ran)
    with pytest.raises(CertificateError):
        parse_weights(pack(MALICIOUS[name]))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80",
        b"PK\x03\x04 no archive",
        b"\xff" * 64,
        zipped(state(("a", tensor())), method=zipfile.ZIP_DEFLATED),
        zipped(state(("a", tensor())), data=b"short"),
        legacy(state(("a", tensor())), data=struct.pack("<q", 12)),
        legacy(state(("a", tensor())), data=struct.pack("<q", 2**40) + NUMBERS.tobytes()),
        legacy(state(("a", tensor())), keys=["9"]),
        pickle.dumps(0x1950A86A20F9469CFC6C, 2) + pickle.dumps(7, 2),
    ],
)
def test_damaged_files_are_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "pytorch_model.bin"
    path.write_bytes(data)
    with pytest.raises(CertificateError, match="pytorch_model"):
        read_weights(path)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_flipped_bytes_give_tensors_or_a_refusal(data: st.DataObject) -> None:
    whole = bytearray(
        data.draw(st.sampled_from([legacy, zipped]))(state(("a", tensor()), ("b", tensor(1, (2, 3), (1, 4)))))
    )
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(CertificateError):
        parse_weights(bytes(whole))
