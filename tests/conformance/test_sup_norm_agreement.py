"""The certified sup norm against others: a-priori certificates of the gallery, Sollya, alkahest (where installed)."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest
from flint import arb

from theory.balls import exact
from theory.targets import Target
from verify.pipeline import build_prefix
from verify.sup_norm import sup_norm

GALLERY = [
    ("x0*x1 + x2**3", 2, "1e-3", "spectral"),
    ("x0", 1, "1e-4", "spectral"),
    ("abs(x0)", 1, "0.2", "local"),
    ("acos(x2)", 2, "0.4", "local"),
    ("[x0, abs(x1)]", 2, "0.5", "local"),
    ("max(x0, x1)", 2, "0.5", "local"),
]


def rivals() -> object:
    path = Path(__file__).parents[1] / "benchmarks" / "sup_norm_rivals.py"
    spec = importlib.util.spec_from_file_location("sup_norm_rivals", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["sup_norm_rivals"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("text", "m", "eps", "method"), GALLERY)
def test_a_priori_certificates_are_never_below_the_true_error(text: str, m: int, eps: str, method: str) -> None:
    result = build_prefix(Target.from_expression(text, m), exact(eps), method=method)
    found = sup_norm(result.stored, text, "0.2", max_cells=2500)
    assert 0 < found.lower <= arb(exact(result.certificate.certified_error))


def test_a_false_certificate_would_be_found() -> None:
    """Mutant: a claim of a twentieth of the a-priori error is refuted by the lower bound."""
    result = build_prefix(Target.from_expression("abs(x0)", 1), exact("0.2"), method="local")
    found = sup_norm(result.stored, "abs(x0)", "0.2", max_cells=2500)
    assert found.lower > arb(exact(result.certificate.certified_error)) / 20


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("sollya") is None, reason="sollya is not installed")
def test_agrees_with_sollya_to_thirty_bits_on_the_circle() -> None:
    module = rivals()
    prefix = module.circle_prefix()  # type: ignore[attr-defined]
    low, high, remark = module.sollya(prefix, 34)  # type: ignore[attr-defined]
    ours = sup_norm(prefix, prefix.target, "1e-10")
    assert low is not None, remark
    assert float(ours.lower) <= high * (1 + 2.0**-30)
    assert float(ours.upper) >= low * (1 - 2.0**-30)


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("alkahest") is None, reason="alkahest is not installed")
def test_agrees_with_alkahest() -> None:
    module = rivals()
    case = module.head("", module.fibonacci(4), 2, module.TEXT, 1e-2)  # type: ignore[attr-defined]
    _, high, _ = module.alkahest_bound(case)  # type: ignore[attr-defined]
    ours = sup_norm(case.prefix, module.TEXT, "1e-6")  # type: ignore[attr-defined]
    assert float(ours.lower) <= high
    assert high <= float(ours.upper) * 1.05
