"""Certified against sampled errors for a table of targets, and the two independent programs against each other."""

from functools import cache
from pathlib import Path

import pytest

from theory.balls import ball, exact, upper_decimal
from theory.targets import Target
from verify.certificate import CERTIFICATE_FILE, PREFIX_FILE, write_certificate
from verify.checker import check
from verify.pipeline import BuildResult, build_prefix
from verify.sampling import probes, sampled_error

CASES = [
    # target, m, eps, max_value, theorem that proves it
    ("x0", 1, "1e-12", 1000, "H2"),
    ("x0**5 - x1/3", 1, "1e-8", 1000, "H2"),
    ("exp(2*x0)", 1, "1e-10", 1000, "H2"),
    ("acos(x0)", 1, "0.02", 1000, "F1"),
    ("abs(x0) - x1", 1, "0.05", 1000, "F1"),
    ("max(x0, x1, 0)", 1, "0.1", 1000, "F1"),
    ("[x0, x1]", 1, "1e-6", 1000, "H2"),
    ("x0*x1 + x2**3", 2, "1e-6", 1000, "H2"),
    ("x0*x1 + x2**3", 2, "1e-20", "1e6", "H2"),
    ("x0*x1 + x2**3", 2, "1e-6", 2, "H2"),
    ("x0*x1*x2", 2, "1e-9", "1e5", "H2"),
    ("exp(x0)", 2, "1e-6", 1000, "H2"),
    ("sin(3*x0*x1)", 2, "1e-2", 1000, "H2"),
    ("1/(2 + x0)", 2, "1e-3", 1000, "H2"),
    ("sqrt(2 + x1)", 2, "1e-4", 1000, "H2"),
    ("[x0, x1*x2]", 2, "1e-5", 1000, "H2"),
    ("acos(x2)", 2, "0.2", 1000, "F1"),
    ("abs(x0 + 0.3*x1)", 2, "0.2", 1000, "F1"),
    ("norm(x0, x1)", 2, "0.2", 1000, "F1"),
    ("[x0, abs(x1), x2]", 2, "0.5", 1000, "F1"),
    ("x0**20*x1", 2, "1e-6", 1000, "H1"),
    ("exp(10*x0)", 2, "1e-3", "1e8", "H1"),
    ("x0", 2, "2", 1000, "H2"),
    ("1/3 + 0*x0", 2, "1e-30", 1000, "F1"),
    ("x0*x1*x2", 3, "1e-3", 1000, "H2"),
    ("x0**2 - x3**2", 3, "1e-6", "1e5", "H2"),
    ("abs(x0)", 3, "0.5", 1000, "F1"),
    ("max(x0, x1, x2, x3)", 3, "0.6", 1000, "F1"),
    ("[x0*x1, x2]", 3, "1e-4", "1e4", "H2"),
    ("x0*x4", 4, "1e-4", "1e5", "H2"),
    ("exp(x0/2)", 4, "1e-2", 1000, "H2"),
    ("abs(x0)", 4, "0.9", 1000, "F1"),
    ("x0**3 - x1", 4, "1e-3", "1e4", "H2"),
    ("x0*x1 - x5**2", 5, "1e-3", "1e4", "H2"),
    ("x0", 5, "1e-6", "1e5", "H2"),
    ("abs(x2)", 5, "1.1", 1000, "F1"),
    ("sin(x0)", 5, "1e-2", 1000, "H2"),
]
assert len(CASES) >= 30


@cache
def built(text: str, m: int, eps: str, max_value: int | str) -> tuple[Target, BuildResult]:
    target = Target.from_expression(text, m)
    return target, build_prefix(target, eps, max_value=max_value)


def certified_against_sampled(case: tuple, most_points: int, most_work: int) -> None:
    target, result = built(*case[:4])
    certificate = result.certificate
    assert exact(certificate.certified_error) <= exact(case[2])
    points = probes(result.stored, min(most_points, most_work // certificate.tokens))
    sampled = sampled_error(result.stored, target, points)
    print(
        f"{case[0]:22} S^{case[1]}  {certificate.theorem}  {certificate.tokens:5} tokens  "
        f"certified {certificate.certified_error:>14}  sampled {upper_decimal(sampled, 4):>12} at {len(points)} points"
    )
    assert sampled <= exact(certificate.certified_error)
    # The sampled number is a number: its enclosure is narrow compared with what is claimed.
    assert sampled.rad() * 1000 <= ball(certificate.certified_error)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} m={case[1]} eps={case[2]} V={case[3]}")
def test_sampled_error_never_exceeds_the_certified_one(case: tuple) -> None:
    certified_against_sampled(case, 2_000, 400_000)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} m={case[1]} eps={case[2]} V={case[3]}")
def test_sampled_error_never_exceeds_the_certified_one_densely(case: tuple) -> None:
    certified_against_sampled(case, 100_000, 20_000_000)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} m={case[1]} eps={case[2]} V={case[3]}")
def test_the_independent_checker_finds_the_same_bound(case: tuple, tmp_path: Path) -> None:
    _, result = built(*case[:4])
    certificate = result.certificate
    assert certificate.theorem == case[4]
    result.stored.save(tmp_path / PREFIX_FILE)
    write_certificate(tmp_path / CERTIFICATE_FILE, certificate)
    verdict = check(tmp_path)
    assert verdict.valid, verdict.reason
    claimed, again = exact(certificate.certified_error), exact(verdict.certified_error or "0")
    assert again <= claimed <= again * exact("1.01")


@pytest.mark.parametrize("case", [CASES[0], CASES[7], CASES[16], CASES[35]], ids=lambda case: case[0])
def test_shrinking_the_claim_below_the_sampled_error_is_detected(case: tuple, tmp_path: Path) -> None:
    """Mutant: a certified_error that a sampled point refutes."""
    import msgspec

    target, result = built(*case[:4])
    sampled = sampled_error(result.stored, target, probes(result.stored, 500))
    shrunk = msgspec.structs.replace(result.certificate, certified_error=upper_decimal(sampled * exact("0.999"), 6))
    result.stored.save(tmp_path / PREFIX_FILE)
    write_certificate(tmp_path / CERTIFICATE_FILE, shrunk)
    assert not check(tmp_path).valid
