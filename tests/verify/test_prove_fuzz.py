"""Random statements: whatever is PROVED survives sampling at 200 bits, and statements that fail at a sample are never
PROVED."""

from __future__ import annotations

import json
import random

import pytest
from flint import arb, fmpq

from theory.balls import precision
from theory.errors import InputError
from verify.prove import PROVED, REFUTED, prove
from verify.proving.enclose import Tape
from verify.proving.functions import Conditions
from verify.proving.points import lowered
from verify.proving.syntax import parse_term
from verify.proving_checker import check_proof

PIECES = ["sin({})", "cos({})", "exp({})", "atan({})", "tanh({})", "abs({})",
          "sqrt(1+({})**2)", "({})**2", "log(2+cos({}))",
          "erf({})", "cosh(({})/2)", "1/(3+sin({}))", "besselratio(1,{})", "max({},1/3)", "min({},1)"]  # fmt: skip
DOMAINS = [["x in [0, 2]"], ["x in [-1, 1]"], ["x in (0, 3/2]"], ["x in [0, inf)"], ["x in R"]]


def statement(rng: random.Random) -> tuple[str, list[str]]:
    def term(depth: int) -> str:
        if depth == 0:
            return rng.choice(["x", "x", "2*x", "x/3", "1", "-x/2"])
        kind = rng.randrange(4)
        if kind == 0:
            return f"({term(depth - 1)} + {rng.choice(['', '-', '2*', '-3/4*'])}{term(depth - 1)})"
        if kind == 1:
            return f"({term(depth - 1)})*({term(depth - 1)})"
        return rng.choice(PIECES).format(term(depth - 1))

    return term(rng.randint(1, 3)), rng.choice(DOMAINS)


def run(seed: int, seconds: float) -> str:
    rng = random.Random(seed)
    text, domain = statement(rng)
    tape = Tape(lowered(parse_term(text, frozenset("x"), Conditions())), ("x",))
    low, high = {"x in [0, 2]": (0, 2), "x in [-1, 1]": (-1, 1), "x in (0, 3/2]": (0, 1.5)}.get(domain[0], (0, 40))
    points = [fmpq(int(1000 * low), 1000) + fmpq(int(1000 * (high - low)), 1000) * fmpq(k, 97) for k in range(1, 98)]
    with precision(200):
        values = [tape.value([arb(q)]) for q in points]
    least = min(float(v.mid()) for v in values)
    if not abs(least) < 2.0**60:  # grows beyond float64: no level near its least value
        return "out of range"
    level = fmpq(round(least * 4096) + rng.choice([-400, -3, 0, 1, 3, 400]), 4096)
    verdict = prove(f"{text} >= {level}", domain, seconds=seconds, boxes=4000)
    violated = any(v < level for v in values)
    if verdict.verdict == PROVED:
        assert not violated, (seed, verdict)
        assert check_proof(json.loads(json.dumps(verdict.certificate))).valid, (seed, verdict)
    if verdict.verdict == REFUTED:
        assert verdict.witness is not None
    return verdict.verdict


def test_random_statements() -> None:
    verdicts = []
    for seed in range(60):
        try:
            verdicts.append(run(seed, 0.4))
        except InputError:
            continue
    assert verdicts.count(PROVED) >= 10
    assert verdicts.count(REFUTED) >= 10


@pytest.mark.slow
def test_many_random_statements() -> None:
    for seed in range(1000, 3000):
        try:
            run(seed, 1.0)
        except InputError:
            continue
