"""The corpus of inequalities: no wrong verdict, at least 90 % decided, refutations confirmed by plain FLINT
evaluation."""

from __future__ import annotations

import json
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest
from flint import fmpq

from verify.prove import PROVED, REFUTED, UNKNOWN, confirm, prove
from verify.proving.syntax import parse_domain, parse_statement
from verify.proving.terms import number, variable
from verify.proving_checker import check_proof

CORPUS = tomllib.loads((Path(__file__).parent / "inequalities.toml").read_text(encoding="utf-8"))["inequality"]
HARD = {
    "young": "contact along a curve inside the box",
    "metitarski abs log": "equality on half of the domain, hidden in |x|",
    "mills lower": "relatively close terms that are exponentially small",
    "sub additive log": "contact along two whole edges of the box",
    "near the diagonal": "contact along the diagonal of a transcendental statement",
}  # reasons are shown in docs/prove_gallery.md too


SLOW = {
    "camel", "dreal exp product", "central binomial lower", "legendre recurrence", "sine sum corner", "exponential sum",
    "gaussian product", "schwefel", "rastrigin", "bessel product bound", "coqinterval sqrt",
}  # fmt: skip
ENTRIES = [pytest.param(e, id=e["name"], marks=[pytest.mark.slow] if e["name"] in SLOW else []) for e in CORPUS]


def test_the_corpus_is_large_and_sourced() -> None:
    assert len(CORPUS) >= 150
    assert len({e["name"] for e in CORPUS}) == len(CORPUS)
    for e in CORPUS:
        assert e["source"].strip()
        assert e["false"]


def _confirmed(statement: str, domain: list[str], witness: dict[str, str]) -> bool:
    point = {n: fmpq(Fraction(q).numerator, Fraction(q).denominator) for n, q in witness.items()}
    variables, _ = parse_domain(domain)
    scope = {v.name: number(point[v.name]) if v.integer else variable(v.name) for v in variables}
    return any(confirm(r, point) for r in parse_statement(statement, scope).relations)


@pytest.mark.parametrize("entry", ENTRIES)
def test_true_and_false_variants(entry: dict[str, object]) -> None:
    domain, name = list(entry["for"]), str(entry["name"])  # type: ignore[call-overload]
    seconds = 0.5 if name in HARD else 120.0
    verdict = prove(str(entry["statement"]), domain, seconds=seconds)
    assert verdict.verdict != REFUTED, verdict  # wrong
    if name in HARD:
        assert verdict.verdict == UNKNOWN
        assert verdict.place
    else:
        assert verdict.verdict == PROVED, verdict
        if verdict.boxes < 400:
            assert check_proof(json.loads(json.dumps(verdict.certificate))).valid
    for false in entry["false"]:  # type: ignore[attr-defined]
        verdict = prove(false, domain, seconds=seconds if name not in HARD else 60.0)
        assert verdict.verdict == REFUTED, verdict
        assert verdict.witness is not None
        assert _confirmed(false, domain, verdict.witness)


def test_at_least_nine_tenths_are_decided() -> None:
    assert len(HARD) <= len(CORPUS) / 10
    assert set(HARD) <= {e["name"] for e in CORPUS}
