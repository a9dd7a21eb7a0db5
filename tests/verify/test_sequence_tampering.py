"""Nobody gets a false sequence certificate past its checker: edited claims, prefixes, weights, and bad files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flint import fmpq
from safetensors.numpy import load

from constructions.sequence.modulus import lipschitz
from constructions.sequence.tasks import sequence_target
from constructions.tensor_file import float64_file
from verify.certificate import UnusableInput
from verify.checker.balls import Refused
from verify.checker.target import parse
from verify.sequence.certificate import CERTIFICATE_FILE, PREFIX_FILE, WEIGHTS_FILE
from verify.sequence.pipeline import build_sequence
from verify.sequence_checker import check_sequence
from verify.sequence_checker_target import demand_lipschitz, enclose_values

Edit = Callable[[dict[str, Any]], None]

LAYOUTS = {"sup": "constant_depth", "lp": "per_position", "direct": "wide", "polynomial": "wide"}
TASKS = {"sup": "sort", "lp": "sort", "direct": "sort", "polynomial": "[x1*x0, x0**3]"}
_SAVED: dict[str, dict[str, bytes]] = {}


def original(mode: str, directory: Path) -> Path:
    """A valid model of sort, T = 2, in ``directory``."""
    if mode not in _SAVED:
        eps = "1e-3" if mode == "polynomial" else "0.2"
        model = build_sequence(TASKS[mode], 2, eps=eps, mode="direct" if mode == "polynomial" else mode)
        model.save(directory, force=True)
        _SAVED[mode] = {name: (directory / name).read_bytes() for name in (CERTIFICATE_FILE, PREFIX_FILE, WEIGHTS_FILE)}
    for name, data in _SAVED[mode].items():
        (directory / name).write_bytes(data)
    return directory


def edit_claims(directory: Path, **changes: Any) -> None:
    claims = json.loads((directory / CERTIFICATE_FILE).read_text()) | changes
    (directory / CERTIFICATE_FILE).write_text(json.dumps(claims))


def edit_prefix(directory: Path, mode: str, change: Callable[[dict[str, Any]], None]) -> None:
    """Change tensors and give the certificate the new hash."""
    tensors = {name: value.copy() for name, value in load((directory / PREFIX_FILE).read_bytes()).items()}
    change(tensors)
    data = float64_file(dict(sorted(tensors.items())), {"layout": LAYOUTS[mode]})
    (directory / PREFIX_FILE).write_bytes(data)
    edit_claims(directory, prefix_sha256=hashlib.sha256(data).hexdigest())


def refused(directory: Path, match: str = "") -> None:
    verdict = check_sequence(directory)
    assert not verdict.valid
    assert match in verdict.reason, verdict.reason


CLAIMS = [
    ({"certified_error": "0.01"}, "certified error"),
    ({"eps": "0.01"}, "certified_error <= eps"),
    ({"target": "[x0, x1]"}, "certified error"),
    ({"target": "[min(x0, x1), 2*max(x0, x1)]"}, "Lipschitz"),
    ({"target": "[min(x0, x1)]"}, "components"),
    ({"target": "[min(x0, x1), exec(x0)]"}, "not readable"),
    ({"lipschitz": "0.5"}, "Lipschitz"),
    ({"lipschitz_status": "given"}, "assumptions"),
    ({"target_kind": "callable"}, ""),
    ({"target_kind": "discontinuous", "lipschitz_status": "none", "target": "parity"}, ""),
    ({"levels": 1}, ""),
    ({"levels": 50}, ""),
    ({"length": 1}, ""),
    ({"length": 1, "features": 2}, "weights"),
    ({"tokens": 7}, "tokens"),
    ({"attention_layers": 3}, "attention layers"),
    ({"weights_sha256": "0" * 64}, "hash"),
    ({"prefix_sha256": "0" * 64}, "hash"),
    ({"assumptions": ["the moon is made of cheese"]}, "assumptions"),
    ({"mode": "lp"}, "weights"),
    ({"certified_error": "nan"}, "decimal"),
    ({"certified_error": "-1"}, "decimal"),
    ({"more": 1}, "certificate"),
    ({"format": "prefixproof-sequence/2"}, "format"),
]


class TestClaims:
    @pytest.mark.parametrize(("changes", "match"), CLAIMS, ids=lambda x: str(x)[:50])
    def test_sup(self, changes: dict[str, Any], match: str, tmp_path: Path) -> None:
        directory = original("sup", tmp_path)
        assert check_sequence(directory).valid
        edit_claims(directory, **changes)
        refused(directory, match)

    @pytest.mark.parametrize("changes", [{"bad_measure": "0.001"}, {"margin": "0.0000001"}, {"margin": "0.2"}])
    def test_lp(self, changes: dict[str, Any], tmp_path: Path) -> None:
        directory = original("lp", tmp_path)
        assert check_sequence(directory).valid
        edit_claims(directory, **changes)
        refused(directory)

    @pytest.mark.parametrize("changes", [{"margin": "0.0000001"}, {"margin": "0.3"}, {"certified_error": "0.16"}])
    def test_direct(self, changes: dict[str, Any], tmp_path: Path) -> None:
        directory = original("direct", tmp_path)
        assert check_sequence(directory).valid
        edit_claims(directory, **changes)
        refused(directory)

    @pytest.mark.parametrize(
        "changes",
        [
            {"certified_error": "1e-6"},
            {"margin": "0.5"},
            {"margin": "0.1"},
            {"levels": 3},
            {"levels": 8},
            {"target": "[x1*x0, x0**2]"},
            {"target": "[x1*x0, sin(x0)]"},
            {"target": "[x1*x0, x0**30]"},
            {"variant": "cells"},
            {"lipschitz_status": "certified", "lipschitz": "3"},
        ],
        ids=str,
    )
    def test_polynomial(self, changes: dict[str, Any], tmp_path: Path) -> None:
        directory = original("polynomial", tmp_path)
        assert check_sequence(directory).valid
        edit_claims(directory, **changes)
        refused(directory)


class TestPrefix:
    @pytest.mark.parametrize("mode", ["sup", "lp", "direct", "polynomial"])
    def test_any_key_and_any_value(self, mode: str, tmp_path: Path) -> None:
        # all the form of a prefix is exact: a single changed number is either seen or changes the proved error
        rng = np.random.default_rng(0)
        directory = original(mode, tmp_path)
        names = sorted(load((directory / PREFIX_FILE).read_bytes()))
        for name in names:
            for _ in range(6):

                def change(tensors: dict[str, Any], name: str = name) -> None:
                    place = tuple(int(rng.integers(size)) for size in tensors[name].shape)
                    old = tensors[name][place]
                    tensors[name][place] = old + 0.5 if old < 0.5 else old - 0.5

                edit_prefix(original(mode, tmp_path), mode, change)
                refused(directory)

    def test_values_within_the_claim_are_accepted(self, tmp_path: Path) -> None:
        # not everything is refused: a smaller change of a value is paid for by the slack of a larger claim
        def change(tensors: dict[str, Any]) -> None:
            values = tensors["3.values"]
            values[0, 3, 0] = min(values[0, 3, 0] + 1e-3, 1.0)

        directory = original("sup", tmp_path)
        edit_prefix(directory, "sup", change)
        refused(directory, "certified error")
        edit_claims(directory, certified_error="0.199")
        assert check_sequence(directory).valid

    @pytest.mark.parametrize(
        ("mode", "name", "factor"),
        [
            ("sup", "1.keys", 2.0**-5),
            ("sup", "3.keys", 2.0**-5),
            ("sup", "4.keys", 4.0),
            ("lp", "3.keys", 2.0**-5),
            ("direct", "2.keys", 2.0**-5),
        ],
    )
    def test_scales(self, mode: str, name: str, factor: float, tmp_path: Path) -> None:
        # softer keys keep the exact form; the bound then grows beyond the claim (or the decode is too sharp)
        def change(tensors: dict[str, Any]) -> None:
            tensors[name] *= factor

        directory = original(mode, tmp_path)
        edit_prefix(directory, mode, change)
        refused(directory)

    def test_shapes_and_numbers(self, tmp_path: Path) -> None:
        edits: list[Edit] = [
            lambda t: t.update({"1.keys": t["1.keys"][:, :-1]}),
            lambda t: t.update({"3.values": t["3.values"][:, :, :-1]}),
            lambda t: t.pop("4.keys"),
            lambda t: t.update({"5.keys": t["4.keys"]}),
            lambda t: t["3.values"].__setitem__((0, 0, 0), np.nan),
            lambda t: t.update({"1.keys": t["1.keys"][0]}),
        ]
        for change in edits:
            directory = original("sup", tmp_path)
            edit_prefix(directory, "sup", change)
            refused(directory)


class TestFiles:
    def test_weights(self, tmp_path: Path) -> None:
        directory = original("sup", tmp_path)
        data = bytearray((directory / WEIGHTS_FILE).read_bytes())
        data[-1] ^= 1
        (directory / WEIGHTS_FILE).write_bytes(bytes(data))
        edit_claims(directory, weights_sha256=hashlib.sha256(data).hexdigest())
        refused(directory, "fixed ones")

    @pytest.mark.parametrize("content", [b"", b"{}", b"\xff" * 100, b"\x10" + b"\0" * 7 + b"{" * 16])
    @pytest.mark.parametrize("name", [CERTIFICATE_FILE, PREFIX_FILE, WEIGHTS_FILE])
    def test_garbage(self, name: str, content: bytes, tmp_path: Path) -> None:
        directory = original("sup", tmp_path)
        (directory / name).write_bytes(content)
        refused(directory)

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(UnusableInput):
            check_sequence(tmp_path)


class TestTarget:
    """The checker's own values and Lipschitz constants against those of the builder."""

    FORMULAS = (
        "[min(x0, x1), max(x0, x1)]",
        "[x0*x1, exp(x0 - 1)]",
        "[abs(x0 - x1), (x0 + x1)**2/4]",
        "[norm(x0, x1)/2, sin(3*x0)**2]",
        "[1/(1 + x0 + x1), atan(x0*x1)]",
        "[max(0, min(1, 3*x0 - x1))/3, cosh(x0 - x1)/2]",
    )

    @pytest.mark.parametrize("text", FORMULAS)
    def test_lipschitz(self, text: str) -> None:
        target = sequence_target(text, 2, 1)
        L = lipschitz(target.nodes, 2)
        tape = parse(text, 1)
        exact = fmpq(*L.as_integer_ratio())
        demand_lipschitz(tape, exact * (1 + fmpq(1, 10**6)))
        with pytest.raises(Refused):
            demand_lipschitz(tape, exact * fmpq(9, 10))
        # no pair of points is steeper
        rng = np.random.default_rng(0)
        x = rng.random((4000, 2))
        y = np.clip(x + 1e-3 * rng.normal(size=x.shape), 0, 1)
        change = np.abs(target.sample(x) - target.sample(y)).max(axis=1)
        assert (change <= L * np.abs(x - y).max(axis=1) * (1 + 1e-9) + 1e-12).all()

    @pytest.mark.parametrize("text", FORMULAS)
    def test_values(self, text: str) -> None:
        target = sequence_target(text, 2, 1)
        x = np.random.default_rng(1).random((50, 2))
        low, high = enclose_values(parse(text, 1), x)
        found, error = target.values(x)
        assert (low <= high).all()
        assert (high - low < 1e-12).all()
        assert (found - error <= high).all()
        assert (low <= found + error).all()
        assert np.allclose(found, target.sample(x), atol=1e-12)
