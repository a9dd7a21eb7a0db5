"""Stored prefixes: rounding is nearest, components sum, the file is exact, deterministic, and strict."""

import json
import math
import os
from fractions import Fraction

import numpy as np
import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from constructions.prefix import Prefix, StoredPrefix, rational_text
from theory.balls import exact, precision
from theory.errors import InputError


def ideal(values: list[str]) -> Prefix:
    with precision(1200):
        numbers = [arb(exact(value)) for value in values]
        n = len(numbers)
        return Prefix(
            1,
            fmpq(3, 4),
            [[number, -number] for number in numbers],
            [[number] for number in numbers],
            [arb(0)] * n,
            "x0",
            "test",
        )


def small(components: int = 1) -> StoredPrefix:
    return ideal(["1/3", "-2/7", "0.1"]).round(components)


def total(parts: tuple[np.ndarray, ...], index: tuple[int, ...]) -> Fraction:
    return sum((Fraction(float(part[index])) for part in parts), Fraction(0))


@settings(max_examples=60, deadline=None)
@given(st.fractions(min_value=-1000, max_value=1000, max_denominator=10**40), st.integers(1, 4))
def test_components_are_nearest_floats_and_their_sum_converges(value: Fraction, components: int) -> None:
    stored = ideal([f"{value.numerator}/{value.denominator}"]).round(components)
    assert stored.keys[0][0, 0] == float(value)  # the nearest float64
    error = abs(total(stored.keys, (0, 0)) - value)
    assert error <= abs(value) * Fraction(1, 2 ** (53 * components))
    for first, second in zip(stored.values, stored.values[1:], strict=False):
        assert abs(Fraction(float(second[0, 0]))) <= Fraction(math.ulp(float(first[0, 0]))) / 2


def test_a_component_more_is_better_and_one_less_is_refused() -> None:
    third = Fraction(1, 3)
    errors = [abs(total(ideal(["1/3"]).round(c).values, (0, 0)) - third) for c in (1, 2, 3)]
    assert errors[0] > errors[1] * 2**50 > errors[2] * 2**100 > 0
    for count in (0, 17):
        with pytest.raises(InputError, match="between 1 and 16"):
            ideal(["1"]).round(count)


def test_values_beyond_the_float_range_are_refused() -> None:
    with pytest.raises(InputError, match="finite"):
        ideal(["1e400"]).round()


def test_exact_numbers_are_the_sums() -> None:
    stored = ideal(["1/3", "2/7"]).round(3)
    with precision(400):
        for i, row in enumerate(stored.exact_values()):
            assert row[0].contains(exact(total(stored.values, (i, 0))))
            assert row[0].rel_accuracy_bits() > 300
        assert stored.exact_keys()[1][1].contains(exact(total(stored.keys, (1, 1))))
        assert stored.exact_bias() == [0, 0]


def test_shape_facts() -> None:
    stored = small(components=2)
    assert (stored.m, stored.d, stored.q, stored.tokens, stored.components) == (1, 2, 1, 3, 2)
    assert stored.working_precision() >= 2 * 53 + 64


BAD = {
    "m": {"m": 0},
    "lam": {"lam": fmpq(0)},
    "negative lam": {"lam": fmpq(-1)},
    "no components": {"keys": ()},
    "too many components": {"keys": (np.eye(2),) * 17, "values": (np.ones((2, 1)),) * 17, "bias": (np.zeros(2),) * 17},
    "unequal components": {"keys": (np.eye(2), np.eye(2))},
    "key shape": {"keys": (np.ones((2, 3)),)},
    "value shape": {"values": (np.ones(2),)},
    "no outputs": {"values": (np.ones((2, 0)),)},
    "no tokens": {"keys": (np.ones((0, 2)),), "values": (np.ones((0, 1)),), "bias": (np.zeros(0),)},
    "bias shape": {"bias": (np.zeros(3),)},
    "nan": {"values": (np.array([[math.nan], [0.0]]),)},
    "inf": {"bias": (np.array([math.inf, 0.0]),)},
    "float32": {"keys": (np.eye(2, dtype=np.float32),)},
}


@pytest.mark.parametrize("name", BAD)
def test_unusable_data_is_refused(name: str) -> None:
    good = {
        "m": 1,
        "lam": fmpq(1),
        "keys": (np.eye(2),),
        "values": (np.ones((2, 1)),),
        "bias": (np.zeros(2),),
        "target": "x0",
    }
    StoredPrefix(**good)
    with pytest.raises(InputError):
        StoredPrefix(**(good | BAD[name]))


# --- the file -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("components", [1, 2, 5])
def test_save_and_load(tmp_path, components: int) -> None:
    stored = small(components=components)
    path = tmp_path / "prefix.safetensors"
    stored.save(path)
    again = StoredPrefix.load(path)
    assert again.to_bytes() == stored.to_bytes() == path.read_bytes()
    assert again.sha256() == stored.sha256()
    assert (again.m, again.lam, again.target, again.components) == (1, fmpq(3, 4), "x0", components)
    for name in ("keys", "values", "bias"):
        for a, b in zip(getattr(again, name), getattr(stored, name), strict=True):
            assert (a == b).all()
    assert [entry.name for entry in tmp_path.iterdir()] == ["prefix.safetensors"]
    assert path.stat().st_mode & 0o777 == 0o644


def test_the_file_is_ordinary_safetensors(tmp_path) -> None:
    from safetensors.numpy import load_file

    stored = small(components=2)
    stored.save(tmp_path / "p")
    tensors = load_file(tmp_path / "p")
    assert sorted(tensors) == ["bias", "bias_1", "keys", "keys_1", "values", "values_1"]
    assert (tensors["keys_1"] == stored.keys[1]).all()


def test_saving_twice_gives_the_same_bytes_and_replaces(tmp_path) -> None:
    path = tmp_path / "p"
    small().save(path)
    first = path.read_bytes()
    small(2).save(path)
    assert StoredPrefix.load(path).components == 2
    small().save(path)
    assert path.read_bytes() == first


def test_a_failed_save_leaves_nothing(tmp_path, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        small().save(tmp_path / "p")
    assert list(tmp_path.iterdir()) == []


def rewrite(data: bytes, change) -> bytes:
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    change(header)
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + data[8 + size :]


def metadata(**items: str):
    return lambda header: header["__metadata__"].update(items)


EDITS = {
    "other format": metadata(format="prefixproof-prefix/2"),
    "no metadata": lambda header: header.pop("__metadata__"),
    "extra metadata": metadata(note="hello"),
    "missing target": lambda header: header["__metadata__"].pop("target"),
    "sphere code": metadata(sphere="__import__('os')"),
    "sphere signed": metadata(sphere="+1"),
    "sphere other": metadata(sphere="2"),
    "sphere zero": metadata(sphere="0"),
    "lam nan": metadata(lam="nan"),
    "lam zero": metadata(lam="0"),
    "lam code": metadata(lam="1+1"),
    "lam huge": metadata(lam="1e999999"),
    "renamed tensor": lambda header: header.__setitem__("key", header.pop("keys")),
    "float32": lambda header: header["keys"].update(dtype="F32"),
    "huge shape": lambda header: header["keys"].update(shape=[10**12, 2]),
    "negative offset": lambda header: header["keys"].update(data_offsets=[-8, 40]),
}


@pytest.mark.parametrize("name", EDITS)
def test_edited_headers_are_refused(tmp_path, name: str) -> None:
    path = tmp_path / "p"
    path.write_bytes(rewrite(small().to_bytes(), lambda header: None))
    StoredPrefix.load(path)  # rewriting alone does no harm
    path.write_bytes(rewrite(small().to_bytes(), EDITS[name]))
    with pytest.raises(InputError):
        StoredPrefix.load(path)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_truncated_and_damaged_files_are_refused_or_another_finite_prefix(tmp_path_factory, data) -> None:
    good = small(components=2).to_bytes()
    cut = data.draw(st.integers(0, len(good) - 1))
    path = tmp_path_factory.mktemp("damaged") / "p"
    path.write_bytes(good[:cut])
    with pytest.raises(InputError):
        StoredPrefix.load(path)
    damaged = bytearray(good)
    damaged[cut] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(damaged))
    try:
        again = StoredPrefix.load(path)
    except InputError:
        return
    assert again.lam > 0
    assert all(np.isfinite(part).all() for part in (*again.keys, *again.values, *again.bias))


def test_missing_files_directories_and_junk_are_refused(tmp_path) -> None:
    for path in (tmp_path / "absent", tmp_path):
        with pytest.raises(InputError, match="not a readable safetensors file"):
            StoredPrefix.load(path)
    (tmp_path / "junk").write_bytes(b"\xff" * 64)
    with pytest.raises(InputError):
        StoredPrefix.load(tmp_path / "junk")


@given(st.fractions(min_value=Fraction(1, 10**30), max_value=10**30))
def test_rational_text_is_exact(value: Fraction) -> None:
    number = fmpq(value.numerator, value.denominator)
    assert exact(rational_text(number)) == number
