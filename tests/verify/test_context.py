"""Certificates for heads with visible context tokens: true at sampled points, re-proved, and not by a lying file."""

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from flint import arb, fmpq
from typer.testing import CliRunner

from constructions import spectral
from constructions.context import Context, for_context, least_weight
from constructions.head import evaluate_float
from constructions.prefix import StoredPrefix
from theory.balls import exact
from theory.errors import InputError
from theory.targets import Target
from verify.apriori import certify
from verify.certificate import FORMATS, CertificateError, parse_certificate
from verify.checker import check
from verify.cli import app
from verify.pipeline import BuildResult, build, save

TARGETS = {
    "H2": ("x0*x1 + x2**3", 2, "1e-3", 512, lambda x: x[:, 0] * x[:, 1] + x[:, 2] ** 3),
    "F1": ("abs(x0)", 1, "0.3", 40, lambda x: np.abs(x[:, 0])),
    "F1, one token": ("x0 + 9", 1, "4", 3, lambda x: x[:, 0] + 9),
    "H1": ("x0*x1", 2, "1e-3", 100, lambda x: x[:, 0] * x[:, 1]),
}


@pytest.fixture(scope="module")
def results() -> dict[str, BuildResult]:
    made = {name: build(text, m, eps, context=T) for name, (text, m, eps, T, _) in TARGETS.items() if name != "H1"}
    return made | {"H1": by_h1(*TARGETS["H1"][:4])}


def by_h1(text: str, m: int, eps: str, tokens: int) -> BuildResult:
    """Theorem H1 on few tokens: no plan would choose it."""
    target = Target.from_expression(text, m)
    cut = next(iter(spectral.truncations(target, exact(eps), 9)))
    rule = spectral.product_rule(m, 9, "H1")
    built = spectral.SpectralPlan(target, exact(eps), cut, rule, exact("0.5"), 0.0, 30.0).build(2)
    prefix, context = for_context(built.prefix, built.claim, target, tokens, exact(eps) / 100)
    stored = prefix.round(2)
    return BuildResult(stored, certify(stored, built.claim, target, exact(eps), context))


def with_tokens(stored: StoredPrefix, points: np.ndarray, tokens: int) -> np.ndarray:
    """The head with so many more tokens of score 0 and value 0, in float64."""
    logits = float(arb(stored.lam)) * points @ stored.keys[0].T + stored.bias[0]
    top = np.maximum(logits.max(axis=1), 0)
    weights = np.exp(logits - top[:, None])
    return (weights @ stored.values[0]) / (weights.sum(axis=1) + tokens * np.exp(-top))[:, None]


@pytest.mark.parametrize("name", TARGETS)
def test_every_number_of_tokens_is_covered(name: str, results: dict[str, BuildResult], tmp_path: Path) -> None:
    result, (_, m, eps, T, f) = results[name], TARGETS[name]
    certificate = result.certificate
    assert certificate.theorem == name[:2]
    assert exact(certificate.certified_error) <= exact(eps)
    x = np.random.default_rng(0).standard_normal((2000, m + 1))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    for tokens in {0, 1, T // 2, T}:
        error = np.abs(with_tokens(result.stored, x, tokens)[:, 0] - f(x)).max()
        assert error <= float(certificate.certified_error) + 1e-9
    save(result, tmp_path / "out")  # the independent checker agrees
    assert check(tmp_path / "out").context == T


def test_the_boost_is_needed_and_changes_nothing_else() -> None:
    text, m, eps, T, f = TARGETS["H2"]
    boosted, plain = build(text, m, eps, context=T), build(text, m, eps)
    x = np.random.default_rng(1).standard_normal((500, m + 1))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    assert np.abs(with_tokens(plain.stored, x, T)[:, 0] - f(x)).max() > 0.1
    assert np.abs(evaluate_float(boosted.stored, x)[:, 0] - f(x)).max() < float(eps)
    assert boosted.stored.bias[0].min() > 10
    assert plain.certificate.context is msgspec.UNSET
    assert plain.certificate.format == FORMATS[0]


# --- lies -------------------------------------------------------------------------------------------------------------


def tampered(result: BuildResult, directory: Path, changes: dict[str, Any], fields: dict[str, Any]) -> str:
    save(result, directory)
    file = directory / "certificate.json"
    data = msgspec.json.decode(file.read_bytes())
    data["context"] |= changes
    file.write_bytes(msgspec.json.encode(data | fields))
    verdict = check(directory)
    assert not verdict.valid
    return verdict.reason


@pytest.mark.parametrize(
    ("name", "changes", "fields", "reason"),
    [
        ("H2", {"tokens": 1024}, {}, "share of the context"),
        ("H2", {"share": "1e-9"}, {}, "share of the context"),
        ("F1, one token", {"tokens": 10**9}, {}, "share of the context"),
        ("F1, one token", {"tokens": 10**9, "share": "1"}, {}, "the error bound"),
        ("H1", {"boost": "3"}, {}, "bias_error"),
        ("H2", {"share": "-1"}, {}, "share"),
        ("H2", {"more": 1}, {}, "more"),
        ("H2", {}, {"format": FORMATS[0]}, "format"),
        ("H2", {}, {"context": None}, "context"),
    ],
)
def test_lies(
    name: str,
    changes: dict[str, Any],
    fields: dict[str, Any],
    reason: str,
    results: dict[str, BuildResult],
    tmp_path: Path,
) -> None:
    assert reason in tampered(results[name], tmp_path / "out", changes, fields)


def test_a_head_without_a_boost_is_not_certified_with_context(results: dict[str, BuildResult], tmp_path: Path) -> None:
    """The certificate of the boosted head beside the head without its boost: the hash, then the share, refuse."""
    import hashlib

    result = results["H2"]
    save(result, tmp_path / "out")
    stored = result.stored
    plain = StoredPrefix(
        stored.m, stored.lam, stored.keys, stored.values, (stored.bias[0] * 0, *stored.bias[1:]), stored.target
    )
    plain.save(tmp_path / "out" / "prefix.safetensors")
    assert "prefix_sha256" in check(tmp_path / "out").reason
    file = tmp_path / "out" / "certificate.json"
    data = msgspec.json.decode(file.read_bytes())
    data["prefix_sha256"] = hashlib.sha256(plain.to_bytes()).hexdigest()
    file.write_bytes(msgspec.json.encode(data))
    assert "share of the context" in check(tmp_path / "out").reason


def test_format_two_needs_a_context(results: dict[str, BuildResult]) -> None:
    plain = build("x0", 1, "0.1").certificate
    with pytest.raises(CertificateError, match="format"):
        parse_certificate(msgspec.json.encode(msgspec.structs.replace(plain, format=FORMATS[1])))


# --- parts ------------------------------------------------------------------------------------------------------------


def test_least_weight_is_a_lower_bound() -> None:
    rng = np.random.default_rng(3)
    keys, bias = rng.normal(size=(9, 3)) + np.array([1.0, 0, 0]), rng.normal(size=9)
    least = least_weight(fmpq(3, 2), [[arb(c) for c in row] for row in keys.tolist()], [arb(b) for b in bias.tolist()])
    x = rng.standard_normal((5000, 3))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    seen = np.exp(1.5 * x @ keys.T + bias).sum(axis=1).min()
    assert float(least) <= seen
    # Theory I4's T e^-c, without the factor for the mean of the keys, is refuted.
    assert np.exp(bias).sum() > seen


def test_refusals() -> None:
    for tokens in (-1, 10**10):
        with pytest.raises(InputError, match="visible tokens"):
            build("x0", 1, "0.1", context=tokens)
    with pytest.raises(InputError, match="between 1 and"):
        Context(0, fmpq(0))


def test_the_command_says_what_it_covers(tmp_path: Path) -> None:
    run = CliRunner()
    out = tmp_path / "out"
    built = run.invoke(app, ["build", "x0", "--sphere", "1", "--eps", "0.1", "--context", "7", "--out", str(out)])
    assert "with up to 7 visible context tokens" in built.output
    assert "with up to 7 visible context tokens  (re-proved)" in run.invoke(app, ["check", str(out)]).output
    refused = run.invoke(app, ["build", "x0", "--sphere", "1", "--eps", "0.1", "--context", "7", "--effort"])
    assert refused.exit_code == 2
