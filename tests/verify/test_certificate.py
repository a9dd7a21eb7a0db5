"""The certificate format: exact numbers, strict reading, atomic writing."""

from __future__ import annotations

import json
import os
import stat
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from verify import certificate as module
from verify.certificate import (
    Certificate,
    CertificateError,
    F1Numbers,
    H2Numbers,
    UnusableInput,
    parse_certificate,
    rational,
    read_certificate,
    read_regular_file,
    required_assumptions,
    strict_json,
    write_certificate,
)


def plain(**changes: Any) -> Certificate:
    numbers = H2Numbers(degree=1, cutoff=2, taylor_order=0, truncation="0", sup_norm="1", norm_defect="0")
    base = Certificate(
        sphere=2,
        target="x0",
        target_kind="expression",
        outputs=1,
        method="spectral",
        theorem="H2",
        tokens=8,
        lam="1/4",
        eps="1e-6",
        certified_error="6.4e-7",
        max_value="3.5",
        numbers=numbers,
        prefix_sha256="0" * 64,
        producer="a test",
    )
    return msgspec.structs.replace(base, **changes)


def as_json(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(msgspec.json.encode(plain()))
    for name, value in changes.items():
        if value is ...:
            del found[name]
        else:
            found[name] = value
    return found


def refusal(found: Any) -> str:
    data = found if isinstance(found, bytes) else json.dumps(found).encode()
    with pytest.raises(CertificateError) as caught:
        parse_certificate(data)
    return str(caught.value)


# --- numbers ----------------------------------------------------------------------------------------------------------


@given(st.from_regex(r"[0-9]{1,30}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?", fullmatch=True))
def test_decimals_are_exact(text: str) -> None:
    value = Fraction(text)
    assert rational(text) == fmpq(value.numerator, value.denominator)


@given(st.integers(0, 10**40), st.integers(1, 10**40))
def test_ratios_are_exact(p: int, q: int) -> None:
    assert rational(f"{p}/{q}") == fmpq(p, q)


NOT_NUMBERS = (
    *(
        "",
        " ",
        "nan",
        "inf",
        "Infinity",
        "-1",
        "+1",
        "1_0",
        " 1",
        "1 ",
        "1\n",
        "0x10",
        "1.",
        ".5",
        "1e",
        "e5",
        "1,5",
        "True",
    ),
    *("1/0", "1/-2", "1//2", "1/2/3", "1e99999", "1e5001", "\u0661", "\uff11", "\u00b2", "1e1.5", "__import__('os')"),
    *("9" * 2001, "9" * 10**6, "1/" + "9" * 2001, "0." + "0" * 2001),
)


@pytest.mark.parametrize("text", NOT_NUMBERS, ids=lambda text: ascii(text[:20]))
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(CertificateError):
        rational(text)
    assert refusal(as_json(eps=text))
    assert refusal(as_json(numbers=as_json()["numbers"] | {"sup_norm": text}))


def test_the_largest_numbers_are_read() -> None:
    assert rational("1e5000") == fmpq(10**5000)
    assert rational("1e-5000") * 10**5000 == 1
    assert rational("9" * 2000) == fmpq(int("9" * 2000))


# --- reading ----------------------------------------------------------------------------------------------------------


def test_a_certificate_survives_writing_and_reading(tmp_path: Path) -> None:
    for certificate in (plain(), plain(assumptions=("a", "b")), plain(target="[x0, x1*x2]", outputs=2)):
        write_certificate(tmp_path / "c.json", certificate)
        assert read_certificate(tmp_path / "c.json") == certificate
    assert list(tmp_path.iterdir()) == [tmp_path / "c.json"]
    assert stat.S_IMODE((tmp_path / "c.json").stat().st_mode) == 0o644


def test_all_theorems_are_read(craft: SimpleNamespace) -> None:
    theorems = set()
    for make in craft.ALL.values():
        certificate = make().certificate()
        assert parse_certificate(msgspec.json.encode(certificate)) == certificate
        theorems.add(certificate.theorem)
    assert theorems == {"H1", "H2", "F1"}


@pytest.mark.parametrize("name", sorted(as_json()))
def test_every_field_is_needed_and_typed(name: str) -> None:
    if name not in ("assumptions", "context"):  # the fields that may be left out
        assert refusal(as_json(**{name: ...}))
    for wrong in (None, True, 1.5, -1, [], {}, "\u0000", [[]]):
        if (name, wrong) not in (("assumptions", []), ("target", "\u0000")):  # the checker reads targets
            assert refusal(as_json(**{name: wrong}))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"extra": 1}, "extra"),
        ({"format": "prefixproof-certificate/2"}, "format"),
        ({"theorem": "F1"}, "theorem"),
        ({"method": "local"}, "does not prove"),
        ({"target_kind": "python"}, "target_kind"),
        ({"sphere": 0}, "sphere"),
        ({"tokens": 10**10}, "tokens"),
        ({"outputs": 0}, "outputs"),
        ({"prefix_sha256": "G" * 64}, "prefix_sha256"),
        ({"prefix_sha256": "0" * 63}, "prefix_sha256"),
        ({"prefix_sha256": "0" * 64 + "\n"}, "prefix_sha256"),
        ({"eps": "1e-6\n"}, "eps"),
        ({"eps": 1e-6}, "bare JSON number"),
        ({"target": "x" * 30_000}, "target"),
        ({"assumptions": ["x"] * 21}, "assumptions"),
        ({"assumptions": ["\x1b[2J"]}, "printable"),
        ({"assumptions": ["true\nVALID"]}, "printable"),
        ({"producer": "\x07"}, "printable"),
    ],
)
def test_lies_about_the_format_are_named(changes: dict[str, Any], reason: str) -> None:
    assert reason in refusal(as_json(**changes))


def test_numbers_belong_to_their_theorem() -> None:
    numbers = as_json()["numbers"]
    for changed in (
        {**numbers, "theorem": "H1"},
        {**numbers, "x": 1},
        {**numbers, "degree": -1},
        {},
        numbers | {"cutoff": "2"},
    ):
        assert refusal(as_json(numbers=changed))
    assert refusal(as_json(numbers={k: v for k, v in numbers.items() if k != "cutoff"}))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"\xff\xfe",
        b"\xef\xbb\xbf{}",
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": 1.0}',
        b'{"a": 1e5}',
        b'{"a": ' + b"9" * 10**6 + b"}",
        b"[" * 10**6,
        b'{"a":' * 10**5,
        b"[" * 9 + b"]" * 9,
        b'{"a": 1, "a": 2}',
        b'{"b": {"a": 1, "a": 1}}',
        b'{"a": 1} x',
        b'{"a": "\x00"}',
        b"{'a': 1}",
    ],
)
def test_what_is_not_strict_json_is_refused(data: bytes) -> None:
    if data not in (b"null", b"[]"):
        with pytest.raises(CertificateError):
            strict_json(data)
    assert refusal(data)


def test_a_duplicated_field_never_hides_a_claim() -> None:
    text = json.dumps(as_json())
    for name in as_json():
        again = json.dumps({name: as_json()[name]})[1:-1]
        assert "twice" in refusal((text[:-1] + ", " + again + "}").encode())


# --- files ------------------------------------------------------------------------------------------------------------


def test_what_is_no_file_is_unusable(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").write_bytes(b"data")
    for path in (
        tmp_path / "missing",
        tmp_path,
        tmp_path / "fifo",
        tmp_path / "loop",
        tmp_path / "broken",
        tmp_path / "file" / "inside",
        tmp_path / ("x" * 300),
        Path("/dev/zero"),
        "a\0b",
    ):
        with pytest.raises(UnusableInput):
            read_regular_file(path, 100)


def test_symlinks_to_files_are_followed_and_sizes_bounded(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 100)
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert read_regular_file(tmp_path / "link", 100) == b"x" * 100
    with pytest.raises(CertificateError, match="too large to check here"):
        read_regular_file(tmp_path / "link", 99)


def test_writing_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    goal = tmp_path / "c.json"
    write_certificate(goal, plain())
    before = goal.read_bytes()
    for broken in (plain(eps="nan"), plain(theorem="F1"), plain(prefix_sha256="?")):
        with pytest.raises(CertificateError):
            write_certificate(goal, broken)

    def fail(*args: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(module.os, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        write_certificate(goal, plain(eps="1"))
    assert goal.read_bytes() == before
    assert list(tmp_path.iterdir()) == [goal]


# --- assumptions ------------------------------------------------------------------------------------------------------


def test_what_nobody_proves_must_be_listed(craft: SimpleNamespace) -> None:
    certificate = craft.circle_acos().certificate()
    assert required_assumptions(plain()) == required_assumptions(certificate) == ()
    assert isinstance(certificate.numbers, F1Numbers)
    given_L = msgspec.structs.replace(certificate.numbers, lipschitz_status="given", lipschitz="7/3")
    (line,) = required_assumptions(msgspec.structs.replace(certificate, numbers=given_L))
    assert "7/3" in line
    lines = required_assumptions(msgspec.structs.replace(certificate, numbers=given_L, target_kind="callable"))
    assert lines[0] == line
    assert certificate.numbers.value_error in lines[1]
