"""Errors on hardware: the proved sum against actual runs of cast prefixes, and the search for prefixes that fit."""

import json
from collections.abc import Callable

import numpy as np
import pytest
from flint import arb
from numpy.typing import NDArray
from typer.testing import CliRunner

from constructions.formats import BFLOAT16, BINARY16, BINARY32, BINARY64, CastHead, Format, cast
from theory.balls import exact
from theory.errors import InputError, UnreachableError
from theory.targets import Target
from verify.cli import app
from verify.hardware import build_for, hardware_error
from verify.pipeline import build

Floats = NDArray[np.float64]
CUBIC = Target.from_expression("x0*x1 + x2**3", 2)


def cubic(x: Floats) -> Floats:
    return x[:, 0] * x[:, 1] + x[:, 2] ** 3


def run(head: CastHead, x: Floats, form: Format, context: int = 0) -> Floats:
    """The cast head: float32 numpy with the roundings to ``form`` in between (everything in float64 for float64)."""
    wide = np.float64 if form is BINARY64 else np.float32
    keys, values, bias = (part.astype(wide) for part in (head.keys, head.values, head.bias))
    logits = form.round((form.round(x).astype(wide) @ keys.T + bias).astype(np.float64)).astype(wide)
    top = np.maximum(logits.max(axis=1, keepdims=True), 0 if context else -np.inf)
    weights = np.exp(logits - top)
    below = weights.sum(axis=1, keepdims=True) + wide(context) * np.exp(-top)
    return form.round((form.round(weights.astype(np.float64)).astype(wide) @ values / below).astype(np.float64))


@pytest.mark.parametrize(
    ("form", "text", "f", "m", "eps", "context"),
    [
        (BINARY32, "x0*x1 + x2**3", cubic, 2, "1e-3", 0),
        (BINARY32, "x0*x1 + x2**3", cubic, 2, "1e-3", 512),
        (BFLOAT16, "x0*x1", lambda x: x[:, 0] * x[:, 1], 1, "0.02", 0),
        (BFLOAT16, "x0*x1", lambda x: x[:, 0] * x[:, 1], 1, "0.03", 512),
        (BINARY16, "x0", lambda x: x[:, 0], 1, "0.01", 9),
        pytest.param(BFLOAT16, "x0*x1 + x2**3", cubic, 2, "0.12", 0, marks=pytest.mark.slow),
        pytest.param(BINARY16, "x0*x1 + x2**3", cubic, 2, "0.08", 9, marks=pytest.mark.slow),
        (BINARY64, "x0*x1 + x2**3", cubic, 2, "1e-9", 0),
        (BINARY32, "abs(x0)", lambda x: np.abs(x[:, 0]), 1, "0.2", 0),
    ],
)
def test_runs_stay_below_the_proved_sum(
    form: Format, text: str, f: Callable[[Floats], Floats], m: int, eps: str, context: int
) -> None:
    result, found = build_for(form, Target.from_expression(text, m), eps, context=context)
    assert exact(result.certificate.certified_error) + exact(found.rounding) <= exact(found.total) * exact("1.00001")
    assert exact(found.total) <= exact(eps)
    x = np.random.default_rng(0).standard_normal((20_000, m + 1))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    head = cast(result.stored, form)
    for tokens in {0, 1, context}:
        seen = np.abs(run(head, x, form, tokens if context else 0)[:, 0] - f(x)).max()
        assert seen <= float(found.total)


@pytest.mark.slow
def test_large_values_are_no_good_in_narrow_formats() -> None:
    """The prefix that real arithmetic would choose, cast: seen to be wrong, and its bound says so."""
    plain = build("x0*x1 + x2**3", 2, "1e-3")
    x = np.random.default_rng(0).standard_normal((5000, 3))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    seen = np.abs(run(cast(plain.stored, BFLOAT16), x, BFLOAT16)[:, 0] - cubic(x)).max()
    bound = float(hardware_error(plain.stored, plain.certificate, BFLOAT16).total)
    assert 0.1 < seen <= bound
    chosen, found = build_for(BFLOAT16, CUBIC, "0.07")
    assert float(found.total) < bound / 4
    assert 3 * exact(chosen.certificate.max_value) < exact(plain.certificate.max_value)


def test_fused_kernels_round_less() -> None:
    result, found = build_for(BFLOAT16, Target.from_expression("x0*x1", 1), "0.02", fused=True)
    both = hardware_error(result.stored, result.certificate, BFLOAT16)
    assert exact(found.total) <= exact("0.02")
    assert exact(found.total) < exact(both.total)
    x = np.random.default_rng(0).standard_normal((20_000, 2))
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    head = cast(result.stored, BFLOAT16)
    assert np.array_equal(head.keys, result.stored.keys[0] * float(arb(result.stored.lam)))
    logits = BFLOAT16.round(x) @ head.keys.T + head.bias
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    out = BFLOAT16.round(BFLOAT16.round(weights) @ head.values / weights.sum(axis=1, keepdims=True))
    assert np.abs(out[:, 0] - x[:, 0] * x[:, 1]).max() <= float(found.total)


def test_casting_is_paid_for() -> None:
    """lam k and v are rounded before anything is evaluated."""
    plain = build("x0*x1 + x2**3", 2, "1e-3")
    single = float(hardware_error(plain.stored, plain.certificate, BINARY32).rounding)
    assert float(hardware_error(plain.stored, plain.certificate, BINARY64).rounding) < single * 1e-7


def test_refusals() -> None:
    with pytest.raises(UnreachableError, match=r"not reached in bfloat16: the best error proved is 0\.") as error:
        build_for(BFLOAT16, Target.from_expression("x0*x1", 1), "1e-3")
    assert error.value.best is not None
    with pytest.raises(InputError, match="too large for float16"):
        build_for(BINARY16, Target.from_expression("90000*x0", 1), "50000", max_value=10**6)
    with pytest.raises(UnreachableError, match="max-tokens"):
        build_for(BINARY32, CUBIC, "1e-4", max_tokens=5)


def test_the_command() -> None:
    arguments = ["build", "x0*x1", "--sphere", "1", "--eps", "1e-2", "--dtype"]
    facts = json.loads(CliRunner().invoke(app, [*arguments, "float32", "--json"]).output)
    assert exact(facts["hardware_error"]) <= exact("1e-2")
    assert any("exp in float32" in line for line in facts["assumptions"])
    text = CliRunner().invoke(app, [*arguments, "float32"]).output
    assert "in float32" in text
    assert "casting and rounding, that of x too, add at most" in text
    refused = CliRunner().invoke(app, [*arguments, "float8"])
    assert refused.exit_code == 2
    assert CliRunner().invoke(app, [*arguments, "float32", "--effort"]).exit_code == 2
