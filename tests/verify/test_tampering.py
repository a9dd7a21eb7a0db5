"""Nobody gets a false claim past the checker: random edits, a lying producer, hostile files, mutants of the rules."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import mpmath
import msgspec
import numpy as np
import pytest
from flint import arb, ctx, fmpq

from verify.certificate import CERTIFICATE_FILE, PREFIX_FILE, UnusableInput, rational, sha256_hex
from verify.checker import check, covering, local, spectral, verdict
from verify.checker import model as models
from verify.checker.balls import Refused, directions
from verify.checker.model import Model
from verify.checker.stored_head import read_prefix

Case = Any


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "x"


# --- the truth, independently of the checker --------------------------------------------------------------------------


def _exactly_exceeds(case: Case, x: np.ndarray, bound: fmpq) -> bool:
    """Whether |head - target| > bound at x/|x|, by FLINT and mpmath with many digits."""

    def exact(parts: Any, i: int) -> list[arb]:
        return [sum((arb(float(part[i][j])) for part in parts), arb(0)) for j in range(parts[0].shape[1])]

    before, ctx.prec = ctx.prec, 300
    try:
        point = [arb(float(c)) for c in x]
        norm = sum((c * c for c in point), arb(0)).sqrt()
        point = [c / norm for c in point]
        bias = [part[:, None] for part in case.bias]
        weights, total = [], arb(0)
        for i in range(len(case.bias[0])):
            logit = arb(rational(case.lam)) * sum(
                (a * b for a, b in zip(exact(case.keys, i), point, strict=True)), arb(0)
            )
            weights.append((logit + exact(bias, i)[0]).exp())
            total += weights[-1]
        q = case.values[0].shape[1]
        head = [sum((w * exact(case.values, i)[c] for i, w in enumerate(weights)), arb(0)) / total for c in range(q)]
        names: dict[str, Any] = {n: getattr(mpmath, n) for n in ("exp", "acos")} | {"abs": abs}
        with mpmath.workdps(60):
            names |= {f"x{j}": mpmath.mpf(c.str(60, radius=False)) for j, c in enumerate(point)}
            names["acos"] = lambda u: mpmath.acos(max(min(u, mpmath.mpf(1)), mpmath.mpf(-1)))
            target = eval(
                re.sub(r"(?<![\w.])([0-9.]+)(?![\w.])", r"mpf('\1')", case.target), {"mpf": mpmath.mpf}, names
            )
            target = [arb(mpmath.nstr(v, 50)) for v in (target if isinstance(target, list) else [target])]
        gap = sum(((a - b) * (a - b) for a, b in zip(head, target, strict=True)), arb(0)).sqrt()
        return bool(gap > arb(bound))
    finally:
        ctx.prec = before


def _is_false(case: Case, bound: fmpq, count: int = 400) -> bool:
    """Whether some sampled point refutes |head - target| <= bound: floats look for it, exact arithmetic decides."""
    rng = np.random.default_rng(0)
    keys = sum(case.keys)
    x = np.concatenate([rng.standard_normal((count, case.m + 1)), keys, -keys, keys + rng.normal(0, 0.05, keys.shape)])
    x = x[np.linalg.norm(x, axis=1) > 1e-3]
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        logits = float(arb(rational(case.lam))) * x @ keys.T + sum(case.bias)
        weights = np.exp(logits - logits.max(axis=1, keepdims=True))
        head = weights @ sum(case.values) / weights.sum(axis=1, keepdims=True)
        error = np.linalg.norm(head - case.function(x), axis=1)
    worst = int(np.nanargmax(error))
    return bool(error[worst] > 0.99 * float(arb(bound))) and _exactly_exceeds(case, x[worst], bound)


def test_the_judge_sees_errors(craft: SimpleNamespace, directory: Path) -> None:
    for make in (craft.circle_x0, craft.cross_linear, craft.circle_acos):
        case = make().tight(directory)
        sampled = fmpq(*case.sampled_error().as_integer_ratio())
        assert not _is_false(case, rational(case.certified_error))
        assert _is_false(case, sampled * fmpq(9, 10))


# --- edits without the hash -------------------------------------------------------------------------------------------


def test_no_edit_of_the_prefix_file_is_valid(craft: SimpleNamespace, directory: Path) -> None:
    """Any byte changed, any cut, any addition: the hash notices."""
    rng = random.Random(1)
    for make in (craft.circle_x0, craft.circle_acos):
        case = make()
        case.write(directory)
        data, path = case.prefix(), directory / PREFIX_FILE
        for i in range(1200):
            place, edited = rng.randrange(len(data)), bytearray(data)
            match i % 4:
                case 0 | 1:
                    edited[place] ^= 1 << rng.randrange(8)
                case 2:
                    del edited[place : place + rng.randrange(1, 20)]
                case 3:
                    edited[place:place] = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 9)))
            path.write_bytes(edited)
            found = check(directory)
            assert not found.valid
            assert found.certified_error is None
            assert "hash" in found.reason


def _edits(text: str, rng: random.Random, count: int) -> Iterator[str]:
    """The text with one digit or letter changed, removed, doubled or two neighbours swapped."""
    places = [i for i, c in enumerate(text) if c.isalnum() or c in ".-+/*"]
    for _ in range(count):
        i = rng.choice(places)
        match rng.randrange(5):
            case 0 | 1:
                alphabet = "0123456789" if text[i].isdigit() else "abcdefx.-+/*e"
                yield text[:i] + rng.choice(alphabet) + text[i + 1 :]
            case 2:
                yield text[:i] + text[i + 1 :]
            case 3:
                yield text[:i] + text[i] + text[i:]
            case 4:
                yield text[:i] + text[i + 1 : i + 2] + text[i] + text[i + 2 :]


CLAIMS_OF_THE_PREFIX = ("sphere", "target", "outputs", "tokens", "lam", "prefix_sha256", "theorem", "method", "format")


def test_no_edit_of_the_certificate_makes_a_false_claim_valid(craft: SimpleNamespace, directory: Path) -> None:
    """A valid answer after an edit: what is claimed is still true (a larger eps, a larger bound, an unused digit)."""
    rng, valid = random.Random(2), 0
    for make, count in (
        (craft.circle_x0, 700),
        (craft.cross_linear, 500),
        (craft.circle_acos, 500),
        (craft.high_abs, 300),
    ):
        case = make().tight(directory)
        case.write(directory)
        path = directory / CERTIFICATE_FILE
        original = msgspec.json.decode(path.read_bytes())
        proved = rational(case.certified_error)
        for text in _edits(path.read_text(), rng, count):
            path.write_text(text)
            found = check(directory)
            if not found.valid:
                assert found.certified_error is None
                continue
            valid += 1
            claim = msgspec.json.decode(text)
            assert rational(claim["eps"]) >= rational(claim["certified_error"])
            assert rational(claim["certified_error"]) * (1 + fmpq(1, 10**5)) >= proved, "smaller than what is provable"
            assert rational(found.certified_error) <= rational(claim["certified_error"])
            for name in CLAIMS_OF_THE_PREFIX:
                if name == "lam":
                    assert rational(claim[name]) == rational(original[name])
                else:
                    assert claim[name] == original[name]
    assert valid > 100


@pytest.mark.parametrize(
    ("field", "smaller"),
    [
        ("certified_error", "0.9"),
        ("eps", "0.9"),
        ("max_value", "0.9"),
        ("sup_norm", "0.9"),
        ("norm_defect", "0"),
        ("lam", "2"),
    ],
)
def test_each_number_of_h2_is_checked(craft: SimpleNamespace, directory: Path, field: str, smaller: str) -> None:
    """Slightly smaller than true is refused, by the name of the number; slightly larger is true."""
    case = craft.circle_x0().but(max_value="8.1").tight(directory)
    value = {"0": "0", "2": "1/2"}.get(smaller)
    now = getattr(case, field, None) or getattr(case.numbers, field)
    value = value or f"{float(rational(now)) * float(smaller):.6e}"
    refused = case.claiming(lam=value) if field == "lam" else case.but(**{field: value})
    found = refused.check(directory)
    assert not found.valid
    assert field in found.reason or (field == "certified_error" and "error bound" in found.reason)


@pytest.mark.parametrize("field", ["key_error", "bias_error", "value_error", "sup_norm"])
def test_each_number_of_h1_is_checked(craft: SimpleNamespace, directory: Path, field: str) -> None:
    case = craft.sphere_cubic(7, "H1")
    assert case.check(directory).valid
    found = case.but(**{field: "1e-30"}).check(directory)
    assert not found.valid
    assert field in found.reason


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lipschitz", "0.99"),
        ("covering_radius", "0.05235"),
        ("radius", "0.05"),
        ("radius", "0"),
        ("norm_defect", "0"),
        ("value_error", "0"),
        ("covering", "signed_orbits"),
    ],
)
def test_each_number_of_f1_is_checked(craft: SimpleNamespace, directory: Path, field: str, value: str) -> None:
    case = craft.circle_acos()
    assert case.check(directory).valid
    found = case.but(**{field: value}).check(directory)
    assert not found.valid
    assert field in found.reason or "covering_radius" in found.reason


@pytest.mark.parametrize(
    "changes",
    [
        {"degree": 2},
        {"degree": 15},
        {"cutoff": 0},
        {"exactness": 6},
        {"exactness": 8},
        {"exactness": 5},
        {"tokens": 9},
        {"sphere": 3},
        {"outputs": 2},
        {"target": "x1"},
        {"target": "[x0]"},
        {"truncation": "1e-6", "degree": 1},
        {"eps": "0"},
        {"eps": "0", "certified_error": "0"},
        {"certified_error": "0"},
        {"lam": "0"},
    ],
)
def test_each_description_is_checked(craft: SimpleNamespace, directory: Path, changes: dict[str, Any]) -> None:
    base = craft.sphere_cubic(7, "H1") if "exactness" in changes else craft.sphere_cubic(7)
    claims = {
        k: v for k, v in changes.items() if k in ("tokens", "sphere", "outputs", "target", "eps", "certified_error")
    }
    rest = {k: v for k, v in changes.items() if k not in claims}
    found = base.but(**rest).claiming(**claims).check(directory)
    assert not found.valid, changes


# --- a producer who lies consistently ---------------------------------------------------------------------------------


def _lie(case: Case, rng: random.Random) -> Case:
    """One lie somewhere in the stored numbers, the target, lam, or the claims; hash and metadata are made to fit."""
    kind = rng.randrange(9)
    if kind < 4:
        name = ("keys", "values", "bias")[kind % 3]
        parts = [part.copy() for part in getattr(case, name)]
        flat = parts[rng.randrange(len(parts))].reshape(-1)
        i = rng.randrange(len(flat))
        match rng.randrange(5):
            case 0:
                flat[i] += 10.0 ** rng.randrange(-18, 1)
            case 1:
                flat[i] *= rng.choice([-1.0, 0.0, 2.0, 1 + 1e-9])
            case 2:
                bits = flat[i : i + 1].view(np.uint64)
                bits ^= np.uint64(1 << rng.randrange(64))
            case 3:
                flat *= 1 + 10.0 ** rng.randrange(-12, 0)
            case 4:
                flat[:] = np.roll(flat, 1)
        return case.but(**{name: tuple(parts)})
    if kind == 4:
        return case.but(lam=rng.choice(["1/8", "1/2", "0.2500001", "1", "4000.1", "100", "1e-3", "30"]))
    if kind == 5:
        places = [i for i, c in enumerate(case.target) if c.isdigit()]
        i = rng.choice(places)
        text = case.target[:i] + rng.choice("0123456789") + case.target[i + 1 :]
        return case.but(target=text, function=_function(text))
    names = [n for n in case.numbers.__struct_fields__ if n not in ("lipschitz_status", "covering", "nodes")]
    name = rng.choice([*names, "certified_error"])
    now = getattr(case.numbers, name, None)
    if isinstance(now, int):
        return case.but(**{name: max(0, now + rng.choice([-1, 1, 5]))})
    now = case.certified_error if now is None else now
    value = float(arb(rational(now))) * rng.choice([0.5, 0.9, 0.999, 1.1, 10.0, 0.0])
    return case.but(**{name: f"{value:.9e}"})


def _function(text: str) -> Callable[[Any], Any]:
    """The target of our own texts as a float function."""

    def evaluate(x: Any) -> Any:
        names = {f"x{j}": x[:, j] for j in range(x.shape[1])}
        names |= {"abs": np.abs, "exp": np.exp, "acos": lambda u: np.arccos(np.clip(u, -1, 1))}
        found = eval(text, {"__builtins__": {}}, names)
        return np.column_stack([np.broadcast_to(f, len(x)) for f in (found if isinstance(found, list) else [found])])

    return evaluate


def _liar(craft: SimpleNamespace, directory: Path, rounds: int, seed: int) -> int:
    rng, valid = random.Random(seed), 0
    makers = (craft.circle_x0, craft.cross_linear, craft.circle_acos, craft.circle_exp, craft.high_abs, craft.one_token)
    honest = [make().tight(directory) for make in makers]
    for _ in range(rounds):
        case = rng.choice(honest)
        if rng.random() < 0.5:
            loose = float(rational(case.certified_error)) * rng.choice([1.001, 1.5, 100.0])
            case = case.but(certified_error=f"{loose:.9e}", eps="1000")
        for _ in range(rng.choice([1, 1, 2])):
            try:
                case = _lie(case, rng)
            except IndexError:  # no digit to change in the target
                continue
        try:
            found = case.check(directory)
        except (NameError, SyntaxError, TypeError):
            continue
        if found.valid:
            valid += 1
            assert rational(found.certified_error) <= rational(case.certified_error)
            assert not _is_false(case, rational(found.certified_error)), case
        else:
            assert found.certified_error is None
            assert found.reason
    return valid


def test_a_lying_producer_is_never_believed(craft: SimpleNamespace, directory: Path) -> None:
    assert _liar(craft, directory, 900, seed=3) > 100


@pytest.mark.slow
def test_a_lying_producer_is_never_believed_for_long(craft: SimpleNamespace, directory: Path) -> None:
    assert sum(_liar(craft, directory, 2500, seed) for seed in range(4, 8)) > 1000


# --- mutants: which rule catches which lie ----------------------------------------------------------------------------


def _caught_by(
    monkeypatch: pytest.MonkeyPatch, case: Case, directory: Path, module: Any, name: str, mutant: Any, reason: str
) -> None:
    """The certificate is false; with the rule it is refused for this reason, without the rule it would be believed."""
    assert _is_false(case, rational(case.certified_error))
    found = case.check(directory)
    assert not found.valid
    assert reason in found.reason
    with monkeypatch.context() as patch:
        patch.setattr(module, name, mutant)
        believed = case.check(directory)
    assert believed.valid, believed.reason


def test_mutant_without_tail(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path) -> None:
    nothing = lambda m, K, lam: arb(0)  # noqa: E731
    case = craft.circle_x0().but(cutoff=6, certified_error="1e-12")
    _caught_by(monkeypatch, case, directory, spectral, "tail", nothing, "the error bound")
    case = craft.sphere_cubic(7, "H1").but(certified_error="1e-8")
    _caught_by(monkeypatch, case, directory, spectral, "tail", nothing, "the error bound")


def test_mutant_without_norm_defect(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path) -> None:
    case = craft.circle_x0()
    case = case.but(keys=tuple(k * 1.001 for k in case.keys), norm_defect="0", certified_error="1e-6")
    unit = lambda keys: (directions(keys)[0], arb(0))  # noqa: E731
    _caught_by(monkeypatch, case, directory, spectral, "directions", unit, "norm_defect")
    stated = case.but(norm_defect="0.00100001")
    assert "the error bound" in stated.check(directory).reason


def test_mutant_without_truncation(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path) -> None:
    case = craft.circle_exp().but(truncation="0", certified_error="1e-6")
    keep = models.harmonic_model
    exact = lambda *args: keep(*args)._replace(truncation=arb(0))  # noqa: E731
    _caught_by(monkeypatch, case, directory, models, "harmonic_model", exact, "truncation")


def test_mutant_without_the_values_of_the_target(
    monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path
) -> None:
    """Theorem H2 with the model of another target: R_k is what ties the values to f."""
    case = craft.circle_x0().but(target="x1", function=lambda x: x[:, 1:], certified_error="1e-6")
    other = models.harmonic_model

    def model(tape: Any, *args: Any) -> Model:
        found: Model = other(tape._replace(steps=tuple(s._replace(value=fmpq(0)) for s in tape.steps)), *args)
        return found

    _caught_by(monkeypatch, case, directory, models, "harmonic_model", model, "the error bound")


def test_mutant_without_the_sup_norm(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path) -> None:
    """The aliasing of the denominator is multiplied by |f|_inf."""
    case = craft.circle_x0()
    third = (case.values[0] * 0 + 1, case.keys[0][:, :1])  # the constant 1, with weights that do not sum harmonics away
    case = case.but(values=(1e3 + third[1] * 0,), target="1000", function=lambda x: x[:, :1] * 0 + 1000, degree=0)
    assert case.but(sup_norm="1000").check(directory).valid
    found = case.but(sup_norm="1").check(directory)
    assert not found.valid
    assert "sup_norm" in found.reason


def test_mutant_without_node_errors(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path) -> None:
    """Theorem H1 speaks of ideal nodes and values: others are refused by key_error, bias_error and value_error."""
    case = craft.sphere_cubic(7, "H1")
    zero = lambda u, v: arb(0)  # noqa: E731
    turned = case.but(keys=(case.keys[0][:, [1, 2, 0]],), certified_error="0.002")
    _caught_by(monkeypatch, turned, directory, spectral, "distance", zero, "key_error")
    louder = case.but(values=(case.values[0] * 1.1,), certified_error="0.002")
    _caught_by(monkeypatch, louder, directory, spectral, "distance", zero, "value_error")
    heavier = case.but(bias=(case.bias[0] + np.linspace(0, 0.5, 32),), certified_error="0.002", lam="1/4")
    found = heavier.check(directory)
    assert not found.valid
    assert "bias_error" in found.reason
    assert _is_false(heavier, fmpq(2, 1000))


def test_mutant_without_lipschitz(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path) -> None:
    case = craft.circle_acos().but(lipschitz="0.1", certified_error="0.02")
    believe = lambda tape, L: None  # noqa: E731
    assert _is_false(case, fmpq(2, 100))
    assert "lipschitz" in case.check(directory).reason
    with monkeypatch.context() as patch:
        patch.setattr(local, "verify_lipschitz", believe)
        second = case.check(directory)  # the second line of defence: two keys that refute it
        assert "steeper" in second.reason
        flat = craft.one_token().but(lipschitz="1/1000", certified_error="0.01")
        assert flat.check(directory).valid
    assert _is_false(flat, fmpq(1, 100))
    assert "lipschitz" in flat.check(directory).reason


def test_mutant_without_value_error(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path) -> None:
    case = craft.circle_acos()
    case = case.but(values=(case.values[0] + 0.5,), certified_error="0.2")
    zero = lambda u, v: arb(0)  # noqa: E731
    _caught_by(monkeypatch, case, directory, local, "distance", zero, "value_error")


def _half_circle(craft: SimpleNamespace) -> Case:
    """Keys on half of the circle only, claimed to cover all of it."""
    case = craft.circle_acos()
    angles = np.linspace(0, np.pi, 60)
    nodes = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    values = np.cos(angles)[:, None]
    return case.but(
        keys=(nodes,), values=(values,), target="x0 + 2*x1 - 2*abs(x1)", lipschitz="4.13", value_error="1e-14",
        covering_radius="0.0534", radius="0.0841", certified_error="1",
        function=lambda x: x[:, :1] + 2 * x[:, 1:] - 2 * np.abs(x[:, 1:]),
    )  # fmt: skip


def test_mutant_without_closed_cycle(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path) -> None:
    """An oracle that leaves out the simplex over the hole is refused by the ridges, and only by them."""
    case = _half_circle(craft)
    keep = covering._simplices
    monkeypatch.setattr(covering, "_simplices", lambda points: keep(points)[:-1])
    closed = lambda simplices, signs: None  # noqa: E731
    _caught_by(monkeypatch, case, directory, covering, "_demand_closed", closed, "close up")


def test_mutant_without_covering(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path) -> None:
    lie = lambda points: arb("0.05")  # noqa: E731
    _caught_by(monkeypatch, _half_circle(craft), directory, local, "facet_covering", lie, "covering_radius")


def test_mutant_without_the_far_tokens(
    monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path
) -> None:
    """A small lam spreads the attention: the share of the far tokens is what the claim forgets."""
    case = craft.circle_acos().but(lam="10", certified_error="0.1")
    far = case.check(directory)
    assert not far.valid
    assert "the error bound" in far.reason
    assert _is_false(case, fmpq(1, 10))


def test_mutant_without_bias_spread(craft: SimpleNamespace, directory: Path) -> None:
    """Biases can hide tokens: max b - min b enters the exponent."""
    case = craft.circle_acos()
    bias = np.zeros(60)
    bias[::2] = -1000.0
    case = case.but(bias=(bias,), certified_error="0.12")
    assert "the error bound" in case.check(directory).reason
    bias = np.where(np.arange(60) < 30, 0.0, -1e5)
    case = case.but(bias=(bias,), certified_error="1")
    assert _is_false(case, fmpq(1))
    assert not case.check(directory).valid


def test_mutant_without_hash(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path) -> None:
    case = craft.circle_x0().tight(directory).claiming(prefix_sha256="0" * 64)
    assert "hash" in case.check(directory).reason
    monkeypatch.setattr(verdict, "sha256_hex", lambda data: "0" * 64)
    assert case.check(directory).valid


def test_mutant_without_comparison(monkeypatch: pytest.MonkeyPatch, craft: SimpleNamespace, directory: Path) -> None:
    case = craft.circle_x0().but(certified_error="1e-12")
    _caught_by(monkeypatch, case, directory, verdict, "demand", lambda found, claimed, what: None, "the error bound")


# --- hostile files ----------------------------------------------------------------------------------------------------


def _header(case: Case) -> tuple[dict[str, Any], bytes]:
    data = case.prefix()
    size = int.from_bytes(data[:8], "little")
    return json.loads(data[8 : 8 + size]), data[8 + size :]


def _packed(header: Any, body: bytes) -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + body


def _with_hash(case: Case, directory: Path, data: bytes) -> Path:
    """The bytes as a prefix, with a certificate that has their true hash."""
    case.claiming(prefix_sha256=sha256_hex(data)).write(directory)
    (directory / PREFIX_FILE).write_bytes(data)
    return directory


def _hostile_prefixes(case: Case) -> Iterator[tuple[str, bytes]]:
    header, body = _header(case)
    N, d = case.keys[0].shape

    def changed(name: str, **changes: Any) -> bytes:
        return _packed(header | {name: header[name] | changes}, body)

    yield "empty", b""
    yield "seven bytes", b"1234567"
    for size in (2**63, 2**64 - 1, len(case.prefix()), 2**20 + 1):
        yield f"a header of {size}", size.to_bytes(8, "little") + case.prefix()[8:]
    for cut in (8, 20, 100, len(case.prefix()) - 1):
        yield f"cut at {cut}", case.prefix()[:cut]
    yield "bytes at the end", case.prefix() + b"\0"
    yield "no JSON", _packed(b"\xff" * 50, body)
    yield "a list", _packed([], body)
    yield "a deep header", _packed(b"[" * 100_000, body)
    yield (
        "a duplicated tensor",
        _packed(json.dumps(header)[:-1].encode() + b', "keys": ' + json.dumps(header["keys"]).encode() + b"}", body),
    )
    yield "a duplicated field", _packed(json.dumps(header).replace('"lam"', '"lam": "7", "lam"', 1).encode(), body)
    yield "a long integer", _packed(json.dumps(header).replace(str(N), "9" * 5000, 1).encode(), body)
    for offsets in (
        [0, 2**62],
        [-8, len(body)],
        [8, len(body)],
        [0, 8],
        [0, 0],
        [16, 8],
        [0],
        [0, 8, 16],
        "0",
        [0.0, 8.0],
        [True, 8],
    ):
        yield f"offsets {offsets}", changed("keys", data_offsets=offsets)
    overlap = header["values"]["data_offsets"]
    yield "overlapping tensors", changed("bias", data_offsets=[overlap[0], overlap[0] + 8 * N])
    for shape in (
        [-N, -d],
        [N * d],
        [d, N],
        [N, d, 1],
        [],
        [0, d],
        [2**40, 2**40],
        [N, 2**62],
        [float(N), d],
        [True, N * d],
        N,
        None,
    ):
        yield f"shape {shape}", changed("keys", shape=shape)
    for dtype in ("F32", "F16", "I64", "BF16", "f64", 64, None, ["F64"]):
        yield f"dtype {dtype}", changed("keys", dtype=dtype)
    yield "an unknown property", changed("keys", strides=[8, 8])
    yield "no properties", _packed(header | {"keys": {}}, body)
    for name in ("keys", "values", "bias", "__metadata__"):
        yield f"no {name}", _packed({k: v for k, v in header.items() if k != name}, body)
    yield "an unknown tensor", _packed(header | {"extra": header["bias"]}, body)
    yield "half a correction", _packed(header | {"keys_1": header["keys"]}, body)
    yield (
        "a correction without the first",
        _packed({f"{k}_1" if k != "__metadata__" else k: v for k, v in header.items()}, body),
    )
    meta = header["__metadata__"]
    for key, values in (
        ("format", ("prefixproof-prefix/2", "", 1)),
        ("lam", ("0", "-1/4", "nan", "1/0", 0.25, "1e9999", "")),
        ("sphere", ("0", "-1", "1.0", "\u0661", "01", "1001", "9" * 9999, 1)),
        ("target", (None, ["x0"], "x1", "x0 ")),
    ):
        for value in values:
            yield f"{key} {str(value)[:20]!r}", _packed(header | {"__metadata__": meta | {key: value}}, body)
        yield f"no {key}", _packed(header | {"__metadata__": {k: v for k, v in meta.items() if k != key}}, body)
    yield "more metadata", _packed(header | {"__metadata__": meta | {"extra": "1"}}, body)
    for name, part in (("keys", case.keys), ("values", case.values), ("bias", case.bias)):
        for bad in (np.nan, np.inf, -np.inf):
            numbers = part[0].copy()
            numbers.reshape(-1)[0] = bad
            yield f"{bad} in {name}", case.but(**{name: (numbers,)}).prefix()
    for k, v in (
        (np.zeros((0, d)), np.zeros((0, 1))),
        (case.keys[0], np.zeros((N, 0))),
        (np.zeros((N, 0)), case.values[0]),
    ):
        yield f"shapes {k.shape} {v.shape}", case.but(keys=(k,), values=(v,), bias=(np.zeros(len(k)),)).prefix()
    for k, v, b in ((N, N, N - 1), (N, N - 1, N), (N - 1, N, N)):
        rows = {"keys": (case.keys[0][:k],), "values": (case.values[0][:v],), "bias": (case.bias[0][:b],)}
        yield f"rows {k} {v} {b}", case.but(**rows).prefix()
    huge = case.keys[0] * 1e308
    yield "huge keys", case.but(keys=(huge,)).prefix()
    yield "zero keys", case.but(keys=(huge * 0,)).prefix()
    yield "denormal keys", case.but(keys=(case.keys[0] * 5e-324,)).prefix()
    yield "huge values", case.but(values=(case.values[0] * 1e300,)).prefix()


def test_huge_biases_are_judged_for_what_they_are(craft: SimpleNamespace, directory: Path) -> None:
    """One token takes all the weight: the head is its value, so only a bound above sup |v - x0| = |v| + 1 may pass."""
    case = craft.circle_x0()
    huge = case.but(bias=(1e308 * np.linspace(-1, 1, len(case.keys[0])),))
    found = check(_with_hash(case, directory, huge.prefix()))
    truth = abs(case.values[0][-1, 0]) + 1
    assert not found.valid or float(found.certified_error or 0) >= truth


def test_hostile_prefix_files_are_refused(craft: SimpleNamespace, directory: Path) -> None:
    count = 0
    for case in (craft.circle_x0(), craft.circle_acos()):
        for what, data in _hostile_prefixes(case):
            found = check(_with_hash(case, directory, data))
            assert not found.valid, what
            assert found.reason.isprintable()
            assert "Traceback" not in found.reason
            count += 1
    assert count > 150


def test_missing_and_odd_files_are_unusable(craft: SimpleNamespace, directory: Path) -> None:
    case = craft.circle_x0()
    with pytest.raises(UnusableInput):
        check(directory)
    for name in (PREFIX_FILE, CERTIFICATE_FILE):
        for make in (
            lambda path: None,
            lambda path: path.mkdir(),
            os.mkfifo,
            lambda path: path.symlink_to(path),
            lambda path: path.symlink_to("/nowhere/at/all"),
            lambda path: path.symlink_to("/dev/zero"),
        ):
            case.write(directory)
            path = directory / name
            path.unlink()
            make(path)
            with pytest.raises(UnusableInput, match=re.escape(name)):
                check(directory)
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            else:
                path.unlink(missing_ok=True)
    case.write(directory)
    with pytest.raises(UnusableInput):
        check(directory / PREFIX_FILE)  # a file where the directory should be
    (directory / "real").write_bytes((directory / PREFIX_FILE).read_bytes())
    (directory / PREFIX_FILE).unlink()
    (directory / PREFIX_FILE).symlink_to("real")
    assert check(directory).valid


def test_large_files_are_not_read(craft: SimpleNamespace, directory: Path) -> None:
    case = craft.circle_x0()
    case.write(directory)
    for name, size in ((CERTIFICATE_FILE, verdict.MAX_CERTIFICATE_BYTES), (PREFIX_FILE, verdict.MAX_PREFIX_BYTES)):
        kept = (directory / name).read_bytes()
        with open(directory / name, "r+b") as file:
            file.truncate(size + 1)  # sparse
        assert "too large to check here" in check(directory).reason
        (directory / name).write_bytes(kept)


def test_too_many_numbers_are_refused_before_they_are_made() -> None:
    meta = {"format": "prefixproof-prefix/1", "lam": "1", "target": "x0", "sphere": "1"}
    size = 8 * 10**12
    header = {"__metadata__": meta, "keys": {"dtype": "F64", "shape": [10**6, 10**6], "data_offsets": [0, size]}}
    header |= {"values": header["keys"], "bias": header["keys"]}
    with pytest.raises(Refused, match="too large"):
        read_prefix(_packed(header, b""))


TARGETS = [
    "__import__('os').system('touch HACKED')", "exec('import os')", "open('/etc/passwd').read()", "x0**10**10",
    "((x0+x1)**900)**900", "x0**1000*x0**1000*x0**1000", "+".join(f"x0**{i}*x1**{i}" for i in range(90)), "9" * 5000,
    "9**999*x0", "1e5000*x0", "1e-5000*x0", "exp(exp(exp(exp(x0))))", "exp(1000*x0)", "exp(1e300)*x0", "sin(1e1000*x0)",
    "abs(" * 150 + "x0" + ")" * 150, "x0" + "+x0" * 900, "x0" * 100, "1/(x0-x0)", "log(0)*x0", "tan(pi/2)*x0", "\x00",
    "[" + ",".join(["x0"] * 5000) + "]", "\u202ex0", "x0\nimport os", "x0;", "", "max(" + "x0," * 6000 + "x1)",
    "norm(" + "x0," * 6000 + "x1)", "sqrt(-1)*x0", "(-1)**(1/2)*x0", "x0/0", "atan(x0)**500", "acos(2)*x0",
]  # fmt: skip


@pytest.mark.parametrize("text", TARGETS, ids=lambda text: ascii(text[:20]))
def test_hostile_targets_are_refused_and_run_nothing(
    craft: SimpleNamespace, directory: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stored heads are x0 and acos(x0); no text above is within 0.4 of either, and none may run or hang."""
    directory.mkdir()
    monkeypatch.chdir(directory)
    for case in (craft.circle_x0().but(taylor_order=12, truncation="0.1"), craft.circle_acos(), craft.sphere_abs(30)):
        found = case.but(target=text, certified_error="0.4").check(directory)
        assert not found.valid
        assert found.reason.isprintable()
    assert {path.name for path in directory.iterdir()} == {PREFIX_FILE, CERTIFICATE_FILE}
