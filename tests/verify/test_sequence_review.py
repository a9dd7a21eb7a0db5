"""What a hostile reading of the checker of sequence models found, each test named after its cause.

The bounds are held against an interpreter that shares nothing with the project but the bytes of the files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flint import fmpq
from safetensors.numpy import load

from constructions.tensor_file import float64_file
from verify.checker.balls import Refused
from verify.checker.target import parse
from verify.sequence.certificate import (
    CERTIFICATE_FILE,
    PREFIX_FILE,
    WEIGHTS_FILE,
    read_sequence_certificate,
    required_assumptions,
)
from verify.sequence.pipeline import build_sequence
from verify.sequence_checker import SequenceVerdict, check_sequence
from verify.sequence_checker_target import demand_lipschitz

Tensors = dict[str, Any]
Change = Callable[[Tensors], None]

LAYOUTS = {"sup": "constant_depth", "lp": "per_position", "direct": "wide"}
CALLABLE = (
    "the target is Lipschitz with constant 1 in the maximum norm (vouched for, not proved)",
    "the values are the target's at the centres of the cells (computed by user code, not proved)",
)


def model(mode: str, directory: Path, T: int = 2, F: int = 1) -> Path:
    """The swap of neighbours (the identity of one number), with a loose error."""
    text = "[x1, x0]" if T * F == 2 else "[x0]"
    built = build_sequence(text, T, F, eps="0.26", mode=mode, measure="0.2")
    assert built.certificate.variant == "cells"
    built.save(directory, force=True)
    return directory


def write(directory: Path, data: bytes, **claims: Any) -> None:
    (directory / PREFIX_FILE).write_bytes(data)
    text = json.loads((directory / CERTIFICATE_FILE).read_text())
    text |= {"prefix_sha256": hashlib.sha256(data).hexdigest()} | claims
    (directory / CERTIFICATE_FILE).write_text(json.dumps(text))


def edited(directory: Path, mode: str, change: Change, **claims: Any) -> SequenceVerdict:
    tensors = {name: value.copy() for name, value in load((directory / PREFIX_FILE).read_bytes()).items()}
    change(tensors)
    write(directory, float64_file(dict(sorted(tensors.items())), {"layout": LAYOUTS[mode]}), **claims)
    return check_sequence(directory)


def raw(entries: Mapping[str, Any], body: bytes) -> bytes:
    header = json.dumps({"__metadata__": {"layout": "constant_depth"}, **entries}).encode()
    return len(header).to_bytes(8, "little") + header + body


def tensor(shape: list[int], stop: int = 8) -> dict[str, Any]:
    return {"dtype": "F64", "shape": shape, "data_offsets": [0, stop]}


class TestHostileFiles:
    @pytest.mark.parametrize("name", ["\N{SUPERSCRIPT TWO}.keys", "9" * 5000 + ".keys", "", "1.keys.keys"])
    def test_names_of_tensors(self, name: str, tmp_path: Path) -> None:
        # "²".isdigit() is true and int("²") raises; so does int of 5000 digits
        directory = model("sup", tmp_path)
        write(directory, raw({name: tensor([1])}, bytes(8)))
        assert not check_sequence(directory).valid

    def test_tensors_with_one_axis(self, tmp_path: Path) -> None:
        found = edited(model("sup", tmp_path), "sup", lambda t: t.update({"1.keys": t["1.keys"].reshape(-1)}))
        assert not found.valid
        assert "three axes" in found.reason

    @pytest.mark.parametrize("shape", [[0], [1, 0, 3], [0, 10**17, 10**17]])
    def test_empty_tensors_of_huge_shape(self, shape: list[int], tmp_path: Path) -> None:
        directory = model("sup", tmp_path)
        write(directory, raw({"1.keys": tensor(shape, 0)}, b""))
        assert "empty or too large" in check_sequence(directory).reason

    def test_keys_that_underflow_to_the_grid(self, tmp_path: Path) -> None:
        # 5e-324/scale is 0, which is a point of the grid; the key is not
        def change(tensors: Tensors) -> None:
            keys = tensors["2.keys"]
            keys[0, keys[0, :, 0] == 0, 0] = 5e-324

        directory = model("direct", tmp_path, T=1)
        build_sequence("[1 - abs(2*x0 - 1)/2]", 1, eps="0.2", mode="direct").save(directory, force=True)
        keys = load((directory / PREFIX_FILE).read_bytes())["2.keys"]
        assert (keys[0, :, 0] == 0).any()
        assert check_sequence(directory).valid
        assert not edited(directory, "direct", change).valid


class TestLongFormulas:
    def test_work_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # 100000 cells of a formula of 20000 characters took hours; the work counts, not the cells alone
        tape = parse("[x0*(1 - x0)*(2 - x0), x0]", 1)
        demand_lipschitz(tape, fmpq(21, 10))
        monkeypatch.setattr("verify.sequence_checker_target.MAX_WORK", 3 * tape.cost)
        with pytest.raises(Refused, match=r"not re-proved with [1-9] cells"):
            demand_lipschitz(tape, fmpq(21, 10))


class TestHonestModels:
    @pytest.mark.parametrize("text", ["[abs(2*x0 - 1)]", "[1 - abs(2*x0 - 1)/2]", "[abs(abs(4*x0 - 2) - 1)]"])
    def test_steepest_at_a_kink(self, text: str, tmp_path: Path) -> None:
        # slopes of abs were enclosed in a ball a little larger than [-1, 1]: true constants were not proved again
        build_sequence(text, 1, eps="0.2").save(tmp_path, force=True)
        assert check_sequence(tmp_path).valid


class TestTargetOfACallable:
    """A callable is only named: its text may neither pass for a formula nor hide the assumptions on a terminal."""

    @pytest.mark.parametrize("text", ["[x1, x0]", "x\x1b[2J:f", "m:f\nVALID", "m:f g", "", "m:"])
    def test_refused(self, text: str, tmp_path: Path) -> None:
        directory = model("sup", tmp_path)
        claims = {"target_kind": "callable", "lipschitz_status": "given", "assumptions": CALLABLE}
        assert edited(directory, "sup", lambda t: None, target="some.module:function", **claims).valid
        found = edited(directory, "sup", lambda t: None, target=text, **claims)
        assert not found.valid
        assert "module:function" in found.reason

    def test_assumptions_are_the_required_ones(self, tmp_path: Path) -> None:
        directory = model("sup", tmp_path)
        edited(directory, "sup", lambda t: None, target="m:f", target_kind="callable", lipschitz_status="given")
        assert required_assumptions(read_sequence_certificate(directory)) == CALLABLE

    def test_line_breaks_in_a_formula(self, tmp_path: Path) -> None:
        found = edited(model("sup", tmp_path), "sup", lambda t: None, target="[x1,\r\n\tx0]")
        assert found.valid
        assert found.claim.isprintable()


def interpret(directory: Path, x: Any) -> Any:
    """The output [B, T, F] by the bytes of the files alone, in extended precision."""
    data = (directory / WEIGHTS_FILE).read_bytes()
    header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])["__metadata__"]
    wide = np.longdouble
    w = {name: part.astype(wide) for name, part in load(data).items()}
    prefix = {name: part.astype(wide) for name, part in load((directory / PREFIX_FILE).read_bytes()).items()}
    h = x.astype(wide) @ w["embed"] + w["positions"]
    for i, norm in enumerate(header["norms"].split(","), 1):
        u = h.copy()
        if norm != "none":
            start, stop = map(int, norm.split(":"))
            square = (u[..., start:stop] ** 2).mean(axis=-1, keepdims=True)
            u[..., start:stop] /= np.sqrt(square + wide(header["rms_epsilon"]))
        for head in range(len(w[f"{i}.query"])):
            q, k, v = (u @ w[f"{i}.{part}"][head] for part in ("query", "key", "value"))
            scores = np.einsum("btd,bsd->bts", q, k)
            own = 0
            if f"{i}.keys" in prefix:
                own = prefix[f"{i}.keys"].shape[1]
                scores = np.concatenate([q @ prefix[f"{i}.keys"][head].T, scores], axis=-1)
            p = np.exp(scores - scores.max(axis=-1, keepdims=True))
            p /= p.sum(axis=-1, keepdims=True)
            mixed = p[..., own:] @ v
            if own:
                mixed = mixed + p[..., :own] @ prefix[f"{i}.values"][head]
            h = h + mixed @ w[f"{i}.out"][head]
    return h @ w["readout"]


def soften(tensors: Tensors, mode: str, T: int, n: int, power: int) -> Any:
    """Make the keys that select cells 2^power times softer; returns the ends of the cells in [0,1]."""
    if mode == "direct":
        keys = tensors["2.keys"]
        grid = np.unique(keys[0, :, 0] / np.ldexp(1.0, int(np.frexp(np.abs(keys[0, :, 0]).max())[1])))
        keys[:, :, : n + 1] *= 2.0**-power
        return ((grid[1:] + grid[:-1]) / 2 + 1) / 2
    keys = tensors["1.keys"]
    rows = keys[0, : keys.shape[1] // T, :2]
    ends = -np.diff(rows[:, 1]) / np.diff(rows[:, 0])
    keys[:, :, :2] *= 2.0**-power
    codes = keys[:, :, 2:]
    codes[codes > 0] -= 30.0 * power
    return ends


class TestBoundsOfSofterKeys:
    """Scales are made smaller until leaks show: the checker's bound grows with them, and still holds."""

    @pytest.mark.parametrize(("T", "F"), [(1, 1), (2, 1), (1, 2)])
    @pytest.mark.parametrize("mode", ["sup", "lp", "direct"])
    def test_sampled(self, mode: str, T: int, F: int, tmp_path: Path) -> None:
        rng = np.random.default_rng(0)
        n, accepted = T * F, 0
        for power in (0, 1, 2, 3):
            places: list[Any] = []
            directory = model(mode, tmp_path, T, F)

            def change(tensors: Tensors, power: int = power, places: list[Any] = places) -> None:
                places.append(soften(tensors, mode, T, n, power))

            found = edited(directory, mode, change, certified_error="90", eps="100", bad_measure="1")
            if not found.valid:
                continue
            accepted += 1
            ends = places[0]
            fixed = np.concatenate([ends, [0.0, 1.0, 0.5], rng.random(20)])
            near = fixed + rng.normal(size=len(fixed)) * 2.0 ** -rng.integers(4, 40, len(fixed))
            x = np.clip(np.concatenate([fixed, near]), 0, 1)[rng.integers(2 * len(fixed), size=(300, n))]
            if mode == "lp":
                eta = float(Fraction(json.loads((directory / CERTIFICATE_FILE).read_text())["margin"]))
                x = x[(np.abs(x[:, :, None] - ends) >= eta * (1 + 1e-9)).all(axis=(1, 2))]
            goal = x[:, [i ^ 1 if n > 1 else 0 for i in range(n)]]
            error = np.abs(interpret(directory, x.reshape(-1, T, F)).reshape(len(x), n) - goal).max()
            assert error <= float(found.certified_error or "nan")
        assert accepted >= 2
