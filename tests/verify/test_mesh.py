"""Theorem H6: errors on a mesh against errors everywhere, and against forged certificates."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import numpy as np
import pytest
from flint import arb, fmpq

from constructions.choose import plans
from constructions.plan import Truncation
from constructions.prefix import StoredPrefix
from constructions.spectral import SpectralPlan
from theory.balls import ball, exact
from theory.targets import Target
from verify.certificate import CERTIFICATE_FILE, PREFIX_FILE, Certificate, H6Numbers, write_certificate
from verify.checker import check
from verify.checker import mesh as checker_mesh
from verify.pipeline import build_prefix
from verify.supnorm import mesh

CASES = [("x0*x1 + x2**3", 2, "1e-3"), ("[x0, x1*x2]", 2, "1e-4"), ("x0**5 - x1/3", 1, "1e-8"), ("x0", 3, "1e-2")]


@cache
def proved(text: str, m: int, eps: str) -> tuple[StoredPrefix, Certificate]:
    target = Target.from_expression(text, m)
    built = build_prefix(target, eps, max_value=10**6)
    (plan, *_), _ = plans(target, exact(eps), max_value=fmpq(10**6), max_tokens=10**5)
    assert isinstance(plan, SpectralPlan)
    found = mesh.mesh_certificate(built.stored, target, plan.truncation, 2 * exact(eps), "spectral", 200_000)
    assert found is not None
    return built.stored, found


def verdict(stored: StoredPrefix, certificate: Certificate, folder: Path) -> tuple[bool, str]:
    stored.save(folder / PREFIX_FILE)
    write_certificate(folder / CERTIFICATE_FILE, certificate)
    result = check(folder)
    return result.valid, result.reason


def sampled_error(stored: StoredPrefix, target: Target, count: int = 400) -> float:
    """The largest error at random points, with balls."""
    points = np.random.default_rng(1).normal(size=(count, stored.d))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    rows = [[arb(c) for c in x] for x in points.tolist()]
    found = mesh.residuals(stored, target, iter(rows))
    return max(float(r / w) for r, w in zip(found.size, found.mass, strict=True))


@pytest.mark.parametrize(("text", "m", "eps"), CASES)
def test_the_checker_agrees_and_samples_stay_below(text: str, m: int, eps: str, tmp_path: Path) -> None:
    stored, certificate = proved(text, m, eps)
    assert verdict(stored, certificate, tmp_path) == (True, "re-proved by theorem H6")
    error, seen = float(ball(certificate.certified_error)), sampled_error(stored, Target.from_expression(text, m))
    assert 0.3 * error < seen <= error


@pytest.mark.parametrize(
    ("forged", "reason"),
    [
        ({"steps": 3}, "too coarse"),
        ({"steps": 16}, "does not follow"),
        ({"cutoff": 4}, "does not follow"),
        ({"degree": 2}, "truncation"),
        ({"sup_norm": "0.01"}, "sup_norm"),
        ({"head_error": "1e-5"}, "does not follow"),
    ],
)
def test_forged_numbers_are_refused(forged: dict[str, object], reason: str, tmp_path: Path) -> None:
    stored, certificate = proved(*CASES[0])
    numbers = msgspec.structs.replace(certificate.numbers, **forged)
    valid, said = verdict(stored, msgspec.structs.replace(certificate, numbers=numbers), tmp_path)
    assert not valid
    assert reason in said


def test_a_value_that_was_moved_is_refused(tmp_path: Path) -> None:
    stored, certificate = proved(*CASES[0])
    values = stored.values[0].copy()
    values[3] += 0.5
    moved = StoredPrefix(stored.m, stored.lam, stored.keys, (values, *stored.values[1:]), stored.bias, stored.target)
    changed = msgspec.structs.replace(certificate, prefix_sha256=moved.sha256(), max_value="1000")
    valid, said = verdict(moved, changed, tmp_path)
    assert not valid
    assert "does not follow" in said


def test_points_between_the_mesh_matter() -> None:
    """Mutant: without the factor 1/cos((K+n) delta) a coarse mesh proves too little, and samples refute it."""
    target = Target.from_expression("x0**5 - x1/3", 1)
    stored, certificate = proved("x0**5 - x1/3", 1, "1e-8")
    numbers = certificate.numbers
    assert isinstance(numbers, H6Numbers)
    zeros = _near_zeros(stored, target)
    found = mesh.residuals(stored, target, iter([[arb(c) for c in x] for x in zeros.tolist()]))
    seen = sampled_error(stored, target)
    none = arb(0)
    assert mesh.follows(found, none, arb(2), arb(seen / 2), none, none)  # no factor: "proved", and false
    turns = np.unwrap(np.arctan2(zeros[:, 1], zeros[:, 0]))
    radius = np.diff(turns, append=turns[0] + 2 * np.pi).max() / 2
    angle = arb(min(1.5, radius * (numbers.cutoff + numbers.degree)))
    assert not mesh.follows(found, none, arb(2), arb(seen / 2), none, angle)


def _near_zeros(stored: StoredPrefix, target: Target) -> np.ndarray:
    """Points of the circle where the error is below a third of its maximum."""
    angle = np.linspace(0, 2 * np.pi, 600)
    points = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    found = mesh.residuals(stored, target, iter([[arb(c) for c in x] for x in points.tolist()]))
    size = np.array([float(r) for r in found.size])
    small: np.ndarray = points[size < size.max() / 3]
    return small


@pytest.mark.parametrize(("m", "s"), [(1, 5), (2, 7), (3, 6), (4, 4)])
def test_meshes_cover_and_agree(m: int, s: int) -> None:
    ours = list(mesh.latitude_mesh(m, s))
    theirs = list(checker_mesh.mesh(m, s))
    floats = mesh.float_mesh(m, s)
    assert len(ours) == len(theirs) == len(floats) == mesh.mesh_size(m, s, 10**6) == checker_mesh.mesh_size(m, s)
    assert all(a.overlaps(b) for x, y in zip(ours, theirs, strict=True) for a, b in zip(x, y, strict=True))
    assert np.abs(np.array([[float(c) for c in x] for x in ours]) - floats).max() < 1e-14
    points = np.random.default_rng(2).normal(size=(2000, m + 1))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    farthest = np.arccos(np.clip(points @ floats.T, -1, 1)).min(axis=1).max()
    radius = np.pi * np.sqrt(m) / (2 * s)
    assert 0.5 * radius < farthest <= radius


def test_nothing_is_claimed_when_eps_is_out_of_reach() -> None:
    target = Target.from_expression("x0*x1", 2)
    built = build_prefix(target, "1e-3")
    cut = Truncation(2, target.components, arb(0), 0, arb(0))
    assert mesh.mesh_certificate(built.stored, target, cut, fmpq(1, 10**9)) is None
    assert mesh.mesh_certificate(built.stored, target, cut, fmpq(1, 100), pairs=100) is None
