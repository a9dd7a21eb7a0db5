"""The certified sup norm end to end: enclosures, verdicts, certificates, planted violations, resuming."""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import numpy as np
import pytest
from flint import arb, fmpq

from constructions.prefix import StoredPrefix
from theory.balls import exact, precision
from theory.errors import DiscontinuousTarget, InputError
from theory.expressions import evaluate
from theory.parser import parse_map
from verify.sup_norm import PROVED, REFUTED, UNKNOWN, SupNorm, certify, mean_distance, sup_norm
from verify.supnorm.blocks import Pool, Serial
from verify.supnorm.command import certify_command, load_prefix, tighten
from verify.supnorm.search import Tree
from verify.supnorm.writing import write_certificate
from verify.supnorm_checker import check_supnorm
from verify.supnorm_format import COVER_FILE, SUPNORM_FILE, Claim, pack_cover, read_claim, unpack_cover


def fibonacci(n: int) -> np.ndarray:
    i = np.arange(n) + 0.5
    z, angle = 1 - 2 * i / n, math.pi * (1 + 5**0.5) * i
    r = np.sqrt(1 - z * z)
    return np.stack([r * np.cos(angle), r * np.sin(angle), z], axis=1)


def prefix_of(keys: np.ndarray, lam: int | str, text: str) -> StoredPrefix:
    values = np.stack([evaluate(node, keys) for node in parse_map(text, keys.shape[1] - 1)[0]], axis=1)
    return StoredPrefix(keys.shape[1] - 1, exact(lam), (keys,), (values,), (np.zeros(len(keys)),), text)


def random_prefix(rng: np.random.Generator, n: int, d: int, q: int = 1) -> StoredPrefix:
    data = rng.normal(size=(n, d)), rng.normal(size=(n, q)), rng.normal(size=n)
    return StoredPrefix(d - 1, fmpq(int(rng.integers(1, 9)), 2), (data[0],), (data[1],), (data[2],), "")


def sampled(prefix: StoredPrefix, text: str, count: int = 20_000, norm: str = "euclidean") -> float:
    x = np.random.default_rng(0).normal(size=(count, prefix.d))
    x /= np.linalg.norm(x, axis=1)[:, None]
    logits = float(arb(prefix.lam)) * x @ prefix.keys[0].T + prefix.bias[0]
    weight = np.exp(logits - logits.max(axis=1, keepdims=True))
    head = weight @ prefix.values[0] / weight.sum(axis=1, keepdims=True)
    error = head - np.stack([evaluate(node, x) for node in parse_map(text, prefix.m)[0]], axis=1)
    return float((np.abs(error).max(axis=1) if norm == "max" else np.linalg.norm(error, axis=1)).max())


def width(result: SupNorm) -> float:
    return float((result.upper - result.lower) / result.upper)


KNOWN = [(8, 4, 0.46922), (16, 8, 0.25541), (32, 12, 0.15586)]  # measured by other means, see docs/sup_norm_rivals.md


@pytest.mark.parametrize(("n", "lam", "value"), KNOWN)
def test_known_values(n: int, lam: int, value: float) -> None:
    prefix = prefix_of(fibonacci(n), lam, "x0*x1 + x2/2")
    for tol in ("1e-4", "1e-8"):
        result = sup_norm(prefix, "x0*x1 + x2/2", tol)
        assert result.verdict == PROVED
        assert width(result) <= float(tol)
        assert abs(float(result.lower) - value) < 1e-5
        assert sampled(prefix, "x0*x1 + x2/2") <= float(result.upper)


CASES = [
    (1, 5, "abs(x0)", "euclidean"),
    (1, 1, "x0", "euclidean"),
    (2, 6, "[x0, x1*x2]", "euclidean"),
    (2, 6, "[x0, x1*x2]", "max"),
    (2, 5, "max(x0, x1) - norm(x1, x2)", "euclidean"),
    (3, 5, "exp(x0)*x3", "euclidean"),
    (4, 4, "x0 - x4", "euclidean"),
]


@pytest.mark.parametrize(("m", "n", "text", "norm"), CASES)
def test_enclosures_contain_sampled_maxima(m: int, n: int, text: str, norm: str) -> None:
    rng = np.random.default_rng(m * 10 + n)
    prefix = random_prefix(rng, n, m + 1, len(parse_map(text, m)[0]))
    result = sup_norm(prefix, text, "0.02", norm=norm)  # type: ignore[arg-type]
    assert result.verdict == PROVED
    assert width(result) <= 0.02
    seen = sampled(prefix, text, norm=norm)
    assert seen <= float(result.upper) * (1 + 1e-14)
    assert seen >= 0.8 * float(result.upper)  # sampling comes close, so the bound is sharp


def test_duplicates_huge_lam_and_far_keys_get_rigorous_answers() -> None:
    keys = np.concatenate([np.eye(3), np.eye(3), -3.0 * np.eye(3)])
    prefix = StoredPrefix(2, fmpq(100_000_000), (keys,), (np.arange(9.0)[:, None],), (np.zeros(9),), "")
    result = sup_norm(prefix, "x0", "0.2", max_cells=3_000)
    assert sampled(prefix, "x0") <= float(result.upper)
    assert result.verdict == PROVED or result.note


def test_what_cannot_finish_says_so_and_returns_bounds() -> None:
    prefix = prefix_of(fibonacci(200), 60, "abs(x0+0.3*x1)")
    result = sup_norm(prefix, "abs(x0+0.3*x1)", "1e-6", max_cells=3000)
    assert result.verdict == UNKNOWN
    assert "max_cells" in result.note
    assert sampled(prefix, "abs(x0+0.3*x1)") <= float(result.upper)
    assert 0 < result.lower <= result.upper


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"values": np.full((4, 1), 1e300)}, "1e150"),
        ({"target": "[x0, x1]"}, "outputs"),
        ({"tol": "2"}, "between 0 and 1"),
    ],
)
def test_refusals_name_the_trouble(change: dict[str, object], words: str) -> None:
    values = change.get("values", np.ones((4, 1)))
    prefix = StoredPrefix(2, fmpq(1), (np.ones((4, 3)),), (values,), (np.zeros(4),), "")  # type: ignore[arg-type]
    with pytest.raises(InputError, match=words):
        sup_norm(prefix, str(change.get("target", "x0")), str(change.get("tol", "0.1")))


def test_discontinuous_targets_are_refused() -> None:
    prefix = random_prefix(np.random.default_rng(0), 4, 3)
    with pytest.raises(DiscontinuousTarget):
        sup_norm(prefix, "1/x0", "0.1")


def test_one_sided_questions() -> None:
    prefix = prefix_of(fibonacci(8), 4, "x0*x1 + x2/2")
    assert certify(prefix, "x0*x1 + x2/2", "0.47").verdict == PROVED
    refuted = certify(prefix, "x0*x1 + x2/2", "0.469")
    assert refuted.verdict == REFUTED
    assert refuted.lower > arb(exact("0.469"))
    assert certify(prefix, "x0*x1 + x2/2", "0.4692273", max_cells=200_000).verdict == REFUTED


@pytest.mark.parametrize("count", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_planted_violations_are_never_accepted(count: int) -> None:
    """Claims that shrink the true sup norm by 1e-3 ... 1e-12 are not PROVED; the honest twin is."""
    rng = np.random.default_rng(8)
    for i in range(count):
        m = 1 + i % 2
        text = ["x0", "abs(x0 + x1/3)", "x0*x1"][i % 3]
        prefix = random_prefix(rng, int(rng.integers(1, 7)), m + 1)
        found = sup_norm(prefix, text, "1e-6")
        assert found.verdict == PROVED
        for shrink in (1e-3, 1e-6, 1e-12):
            with precision(128):
                claim = found.lower * (1 - arb(shrink))
                text_claim = str(fmpq(*float(claim.lower()).as_integer_ratio()))
            assert certify(prefix, text, text_claim, max_cells=3000).verdict != PROVED
        with precision(128):
            honest = str(fmpq(*float(found.upper * arb("1.00001")).as_integer_ratio()))
        assert certify(prefix, text, honest).verdict == PROVED


def test_values_beyond_float64_rounding_go_to_flint() -> None:
    """Values of 1e9 that cancel: float64 rounding is larger than the tolerance asks for."""
    keys = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]])
    values = 1e9 + np.array([[1.0], [2.0], [3.0], [2.0]])
    prefix = StoredPrefix(1, fmpq(1, 4), (keys,), (values,), (np.zeros(4),), "")
    result = sup_norm(prefix, "1000000002 - x0/4", "1e-9")
    assert result.verdict == PROVED
    assert width(result) <= 1e-9


# --- mean distance (F6) ----------------------------------------------------------------------------------------------


def test_mean_distance_on_the_circle() -> None:
    n = 16
    angle = 2 * math.pi * np.arange(n) / n
    keys = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    delta = math.pi / n
    prefix = prefix_of(keys, str(fmpq(int(4 / delta**2))), "x0")
    result = mean_distance(prefix, "1e-5")
    assert abs(float(result.upper) / delta - 1) < 1e-3  # theory F6: 1.0000002 at lam = 4/delta^2
    assert result.lower <= result.upper


def test_mean_distance_serves_lipschitz_targets() -> None:
    prefix = prefix_of(fibonacci(40), 40, "abs(x0)")
    number = mean_distance(prefix, "0.02")
    error = sup_norm(prefix, "abs(x0)", "0.02")
    assert error.lower <= number.upper  # L = 1
    assert number.verdict == PROVED


def test_a_mean_distance_is_checked_as_one(tmp_path: Path) -> None:
    prefix = prefix_of(fibonacci(12), 6, "x0")
    write_certificate(mean_distance(prefix, "0.1"), prefix, tmp_path)
    found = check_supnorm(tmp_path, workers=1)
    assert found.valid, found.reason
    assert "mean distance" in found.quantity
    claim = read_claim((tmp_path / SUPNORM_FILE).read_bytes())
    lie = msgspec.structs.replace(claim, upper=f"{0.99 * float(claim.lower):.6f}", lower="0")
    (tmp_path / SUPNORM_FILE).write_bytes(msgspec.json.encode(lie))
    assert not check_supnorm(tmp_path, workers=1).valid


# --- certificates ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificate")
    prefix = prefix_of(fibonacci(24), 10, "abs(x0 + 0.3*x1)")
    write_certificate(sup_norm(prefix, prefix.target, "0.05"), prefix, folder)
    return folder


def test_the_checker_accepts_it(certified: Path) -> None:
    verdict = check_supnorm(certified, workers=1)
    assert verdict.valid, verdict.reason
    assert float(verdict.lower) < float(verdict.upper)


def rewrite(source: Path, goal: Path, **changes: object) -> Path:
    goal.mkdir()
    for file in source.iterdir():
        (goal / file.name).write_bytes(file.read_bytes())
    claim = msgspec.structs.replace(read_claim((source / SUPNORM_FILE).read_bytes()), **changes)
    (goal / SUPNORM_FILE).write_bytes(msgspec.json.encode(claim))
    return goal


def claim_of(folder: Path) -> Claim:
    return read_claim((folder / SUPNORM_FILE).read_bytes())


@pytest.mark.parametrize(
    "lie",
    [
        {"upper": lambda c: f"{float(c.lower) * 0.999:.12f}"},
        {"lower": lambda c: f"{float(c.upper) * 1.001:.12f}"},
        {"lam": lambda c: "11"},
        {"target": lambda c: "abs(x0 + 0.31*x1)"},
        {"target": lambda c: "x0 + ("},
        {"leaves": lambda c: c.leaves + 1},
        {"cover_sha256": lambda c: "0" * 64},
        {"tokens": lambda c: c.tokens - 1},
        {"sphere": lambda c: 3},
        {"target_kind": lambda c: "mean_distance"},
    ],
)
def test_the_checker_refuses_lies(certified: Path, tmp_path: Path, lie: dict[str, object]) -> None:
    claim = claim_of(certified)
    folder = rewrite(certified, tmp_path / "lie", **{key: make(claim) for key, make in lie.items()})  # type: ignore[operator]
    verdict = check_supnorm(folder, workers=1)
    assert not verdict.valid
    assert verdict.reason


def test_the_checker_refuses_covers_with_holes(certified: Path, tmp_path: Path) -> None:
    import hashlib

    cover = unpack_cover((certified / COVER_FILE).read_bytes())
    block = cover.blocks[0]
    mutants = {
        "short": [*block.levels[:-1]],
        "leafless": [bytes(len(block.levels[0])), *block.levels[1:]],
        "axis": [bytes([9] * len(block.levels[0])), *block.levels[1:]],
        "open": [bytes([255] * len(block.levels[0]))],
    }
    for name, levels in mutants.items():
        forged = msgspec.structs.replace(
            cover, blocks=[msgspec.structs.replace(block, levels=levels), *cover.blocks[1:]]
        )
        data = pack_cover(forged)
        folder = rewrite(certified, tmp_path / name, cover_sha256=hashlib.sha256(data).hexdigest())
        (folder / COVER_FILE).write_bytes(data)
        assert not check_supnorm(folder, workers=1).valid
    (tmp_path / "junk").mkdir()
    with pytest.raises(OSError, match="supnorm"):
        check_supnorm(tmp_path / "junk")


def test_the_checker_imports_nothing_of_the_search() -> None:
    names = "('theory', 'constructions', 'verify.supnorm.', 'verify.sup_norm')"
    code = f"import sys, verify.supnorm_checker; print([n for n in sys.modules if n.startswith({names})])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


# --- resuming, executors ---------------------------------------------------------------------------------------------

SCRIPT = """
import sys
from pathlib import Path
from constructions.prefix import StoredPrefix
from verify.sup_norm import sup_norm
from verify.supnorm.blocks import Serial
from verify.supnorm.writing import write_certificate
import verify.sup_norm
verify.sup_norm.FIRST_PAIRS = 40_000
prefix = StoredPrefix.load(sys.argv[1])
result = sup_norm(prefix, prefix.target, "0.02", executor=Serial(), checkpoint=sys.argv[2])
write_certificate(result, prefix, sys.argv[3])
"""


def test_kill_and_resume_give_the_same_certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prefix = prefix_of(fibonacci(150), 100, "abs(x0+0.3*x1)")
    prefix.save(tmp_path / "p.safetensors")
    for name in ("whole", "resumed"):
        (tmp_path / name).mkdir()

    def command(log: str, goal: str) -> list[str]:
        return [
            sys.executable,
            "-c",
            SCRIPT,
            str(tmp_path / "p.safetensors"),
            str(tmp_path / log),
            str(tmp_path / goal),
        ]

    subprocess.run(command("a.log", "whole"), check=True)
    log = tmp_path / "b.log"
    size = 0
    for _ in range(3):  # killed as soon as a new block is in the log, three times
        process = subprocess.Popen(command("b.log", "resumed"))
        deadline = time.monotonic() + 60
        while (
            process.poll() is None and time.monotonic() < deadline and (not log.exists() or log.stat().st_size <= size)
        ):
            time.sleep(0.005)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        size = log.stat().st_size
    assert not (tmp_path / "resumed" / SUPNORM_FILE).exists()  # it was killed before the end
    subprocess.run(command("b.log", "resumed"), check=True)
    for name in (SUPNORM_FILE, COVER_FILE):
        assert (tmp_path / "whole" / name).read_bytes() == (tmp_path / "resumed" / name).read_bytes()
    monkeypatch.setattr("verify.sup_norm.FIRST_PAIRS", 40_000)
    with pytest.raises(InputError, match="another problem"):
        sup_norm(prefix_of(fibonacci(151), 100, "abs(x0)"), "abs(x0)", "0.02", checkpoint=log)


def test_pool_and_serial_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    import verify.sup_norm

    monkeypatch.setattr(verify.sup_norm, "FIRST_PAIRS", 20_000)
    prefix = prefix_of(fibonacci(60), 40, "abs(x0+0.3*x1)")
    serial = sup_norm(prefix, prefix.target, "0.05", executor=Serial())
    pooled = sup_norm(prefix, prefix.target, "0.05", executor=Pool(2))
    assert len(serial.roots) > 1
    assert serial.texts() == pooled.texts()
    assert [block.levels for block in serial.blocks] == [block.levels for block in pooled.blocks]


@pytest.mark.parametrize("moment", [3, 6])
def test_an_interrupt_of_the_first_block_gives_the_bounds_so_far(moment: int, monkeypatch: pytest.MonkeyPatch) -> None:
    import verify.supnorm.search

    calls = []
    decide = verify.supnorm.search._decide

    def interrupted(tree: Tree, *rest: object) -> object:
        calls.append(1)
        if len(calls) == moment:
            tree.codes.append(np.zeros(3, dtype=np.uint8))  # half of a generation is written
            raise KeyboardInterrupt
        return decide(tree, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(verify.supnorm.search, "_decide", interrupted)
    prefix = prefix_of(fibonacci(300), 200, "abs(x0+0.3*x1)")
    result = sup_norm(prefix, prefix.target, "1e-4")
    assert result.verdict == UNKNOWN
    assert "interrupted" in result.note
    assert 0.08 < result.lower <= result.upper
    assert sampled(prefix, prefix.target) <= float(result.upper) < 6.0
    with pytest.raises(InputError, match="not complete"):
        write_certificate(result, prefix, "/nowhere")


@pytest.mark.slow
def test_a_dask_cluster_gives_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    import verify.sup_norm
    from verify.supnorm.blocks import Cluster

    monkeypatch.setattr(verify.sup_norm, "FIRST_PAIRS", 20_000)
    prefix = prefix_of(fibonacci(60), 40, "abs(x0+0.3*x1)")
    serial = sup_norm(prefix, prefix.target, "0.05", executor=Serial())
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        spread = sup_norm(prefix, prefix.target, "0.05", executor=Cluster(cluster.scheduler_address))
    assert serial.texts() == spread.texts()
    assert [block.levels for block in serial.blocks] == [block.levels for block in spread.blocks]


# --- the command -----------------------------------------------------------------------------------------------------


def foreign(path: Path, **changes: np.ndarray) -> Path:
    keys = fibonacci(8)
    data = {"keys": keys, "values": keys[:, 0] * keys[:, 1] + keys[:, 2] / 2, "lam": np.float64(4.0), **changes}
    if path.suffix == ".npz":
        np.savez(path, **data)
    else:
        from safetensors.numpy import save_file

        save_file({name: np.ascontiguousarray(np.atleast_1d(array)) for name, array in data.items()}, path)
    return path


@pytest.mark.parametrize("name", ["head.npz", "head.safetensors"])
def test_certify_foreign_prefixes(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = foreign(tmp_path / name)
    assert certify_command(file, "x0*x1 + x2/2", 2, tol="1e-3", out=tmp_path / "out", as_json=True) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["verdict"] == "PROVED"
    assert float(facts["lower"]) <= 0.4692273315 <= float(facts["upper"])
    assert check_supnorm(tmp_path / "out", workers=1).valid
    assert certify_command(file, "x0*x1 + x2/2", 2, eps="0.46", as_json=True) == 1
    assert certify_command(file, "x0*x1 + x2/2", 2, eps="0.4692273315", max_cells=300, as_json=True) == 3


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"keys": np.full((8, 3), np.nan)}, "finite"),
        ({"values": np.full(8, np.inf)}, "finite"),
        ({"values": np.zeros(7)}, "N = 8"),
        ({"keys": np.zeros((8, 4))}, r"\[N, 3\]"),
        ({"bias": np.zeros(3)}, "bias"),
        ({"lam": np.float64(-1.0)}, "positive"),
        ({"extra": np.zeros(1)}, "extra"),
    ],
)
def test_unusable_foreign_prefixes_are_named(changes: dict[str, np.ndarray], words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=words):
        load_prefix(foreign(tmp_path / "bad.npz", **changes), 2)


def test_tighten_refuses_at_once_what_would_take_too_many_cells(tmp_path: Path) -> None:
    """A spectral prefix cancels large values to a tiny error: cells of second order cannot see that."""
    from theory.targets import Target
    from verify.pipeline import build_prefix

    build_prefix(Target.from_expression("x0*x1 + x2**3", 2), exact("1e-8")).stored.save(tmp_path / "prefix.safetensors")
    with pytest.raises(InputError, match="cells"):
        tighten(tmp_path)


def test_tighten_adds_a_certificate(tmp_path: Path) -> None:
    prefix = prefix_of(fibonacci(20), 8, "x0")
    prefix.save(tmp_path / "prefix.safetensors")
    claim = tighten(tmp_path, tol="0.05")
    assert check_supnorm(tmp_path, workers=1).valid
    assert claim.target == "x0"
