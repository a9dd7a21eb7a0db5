"""Random edits of the two files: never VALID for a claim that is false.

Each edit changes one digit of the certificate, of the metadata or of a stored number.  Without a new hash any change of
the prefix is INVALID; an adversary who also renews the hash may be left with a true bound, and then sampling with FLINT
must not exceed it.
"""

import json
import random
import re
import struct
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from flint import arb

from constructions.head import evaluate_many
from constructions.prefix import StoredPrefix
from theory.balls import certainly_lt, exact, precision
from theory.targets import Target
from verify.certificate import CERTIFICATE_FILE, PREFIX_FILE, parse_certificate, sha256_hex
from verify.checker import check
from verify.pipeline import build, save

CASES = {
    "spectral": ("x0*x1 + x2**3", 2, "1e-4"),
    "vector": ("[x0, x1*x2]", 2, "1e-3"),
    "smooth": ("exp(x0)", 1, "1e-6"),
    "local": ("acos(x0)", 1, "0.3"),
    "net": ("abs(x0)", 2, "0.6"),
}
EDITS = 500  # for each case


@pytest.fixture(scope="module", params=CASES)
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes, bytes]:
    text, m, eps = CASES[request.param]
    directory = tmp_path_factory.mktemp("edits") / "prefix"
    save(build(text, m, eps), directory)
    return request.param, (directory / PREFIX_FILE).read_bytes(), (directory / CERTIFICATE_FILE).read_bytes()


def is_valid(prefix: bytes, certificate: bytes, directory: Path) -> bool:
    """The verdict of the checker on these two files."""
    (directory / PREFIX_FILE).write_bytes(prefix)
    (directory / CERTIFICATE_FILE).write_bytes(certificate)
    return check(directory).valid


def other_digit(rng: random.Random, data: bytes, start: int = 0, end: int | None = None) -> bytes:
    """The bytes with one decimal digit of data[start:end] changed."""
    places = [match.start() + start for match in re.finditer(rb"[0-9]", data[start:end])]
    place = rng.choice(places)
    digit = rng.choice([d for d in b"0123456789" if d != data[place]])
    return data[:place] + bytes([digit]) + data[place + 1 :]


def other_number(rng: random.Random, prefix: bytes, header: int) -> bytes:
    """The prefix with one decimal digit of one stored float64 changed."""
    index = header + 8 * rng.randrange((len(prefix) - header) // 8)
    (value,) = struct.unpack("<d", prefix[index : index + 8])
    changed = other_digit(rng, f"{value:.17e}".encode()).decode()
    try:
        number = float(changed)
    except ValueError:
        number = 0.5
    return prefix[:index] + struct.pack("<d", number) + prefix[index + 8 :]


def is_true(prefix: bytes, certificate: bytes, directory: Path) -> bool:
    """Whether no sampled point refutes |head - target| <= certified_error."""
    (directory / PREFIX_FILE).write_bytes(prefix)
    claim = parse_certificate(certificate)
    stored = StoredPrefix.load(directory / PREFIX_FILE)
    target = Target.from_expression(claim.target, claim.sphere)
    bound = exact(claim.certified_error)
    rng = np.random.default_rng(5)
    with precision(stored.working_precision()):
        points = []
        for row in rng.normal(size=(60, claim.sphere + 1)).tolist():
            norm = sum((arb(c) ** 2 for c in row), arb(0)).sqrt()
            points.append([arb(c) / norm for c in row])
        for x, head in zip(points, evaluate_many(stored, points), strict=True):
            square = sum((abs(a - b) ** 2 for a, b in zip(head, target.enclose(x), strict=True)), arb(0))
            if certainly_lt(bound**2, square):
                return False
    return True


def test_without_a_new_hash_no_change_of_the_prefix_is_valid(files: tuple[str, bytes, bytes], tmp_path: Path) -> None:
    name, prefix, certificate = files
    rng = random.Random(f"bytes {name}")
    for _ in range(EDITS):
        place = rng.randrange(len(prefix))
        edited = prefix[:place] + bytes([prefix[place] ^ (1 << rng.randrange(8))]) + prefix[place + 1 :]
        assert not is_valid(edited, certificate, tmp_path)


def test_edited_certificates_are_invalid_or_true(files: tuple[str, bytes, bytes], tmp_path: Path) -> None:
    name, prefix, certificate = files
    rng = random.Random(f"digits {name}")
    fields = Counter[str]()
    for _ in range(EDITS):
        edited = other_digit(rng, certificate)
        if not is_valid(prefix, edited, tmp_path):
            continue
        before, after = json.loads(certificate), json.loads(edited)
        changed = next(key for key in before if before[key] != after[key])
        fields[changed] += 1
        # What may differ and still be VALID: weaker claims and the name of the producer.
        if changed in ("eps", "certified_error", "max_value"):
            assert exact(after["certified_error"]) <= exact(after["eps"])
        else:
            assert changed in ("numbers", "producer"), changed
        assert is_true(prefix, edited, tmp_path)
    assert fields["eps"] > 0, "edits of eps that leave a true claim must occur, else the test is empty"


def test_adversary_with_a_new_hash_cannot_prove_a_falsehood(files: tuple[str, bytes, bytes], tmp_path: Path) -> None:
    name, prefix, certificate = files
    rng = random.Random(f"hash {name}")
    header = 8 + int.from_bytes(prefix[:8], "little")
    old = sha256_hex(prefix).encode()
    valid = 0
    for _ in range(EDITS):
        edited = other_number(rng, prefix, header) if rng.random() < 0.7 else other_digit(rng, prefix, 8, header)
        renewed = certificate.replace(old, sha256_hex(edited).encode())
        if rng.random() < 0.3:  # the same digit in both files: the target, lam or the sphere
            renewed = other_digit(rng, renewed)
        if is_valid(edited, renewed, tmp_path):
            valid += 1
            assert is_true(edited, renewed, tmp_path)
    assert valid < EDITS


def test_sampling_refutes_a_claim_that_is_too_small(files: tuple[str, bytes, bytes], tmp_path: Path) -> None:
    """The mutant of this file's own oracle: a bound a thousand times smaller is seen to be false."""
    _, prefix, certificate = files
    claim = json.loads(certificate)
    small = json.dumps(claim | {"certified_error": str(float(claim["certified_error"]) / 1000)}).encode()
    assert not is_valid(prefix, small, tmp_path)
    assert not is_true(prefix, small, tmp_path)
