"""How prefixes answer to worse nodes, to rougher targets and to targets that jump: tables, every number certified.

    python -m verify.sensitivity [--quick] [--out docs/sensitivity.md]

Node quality: the error is about the covering radius times the slope, whatever else is wrong with the nodes.
Smoothness: tokens against the Lipschitz constant, error against derivatives.  Jumps: a proved lower bound of the error.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from flint import arb, fmpq

from constructions.covering import covering_radius
from constructions.designs import designs
from constructions.key_search import random_points, searched, spread, starts
from constructions.prefix import Floats, StoredPrefix
from constructions.spectral import truncations
from theory.balls import ball, exact, lower, lower_decimal, precision, upper_decimal
from theory.errors import DiscontinuousTarget, HypothesisError, PrefixproofError
from theory.targets import Target
from verify.apriori import diameter
from verify.certificate import write_atomically
from verify.effort import class_constant
from verify.minimax_search import on_nodes
from verify.pipeline import build_prefix
from verify.sup_norm import SupNorm, sup_norm
from verify.supnorm.mesh import mesh_certificate

__all__ = [
    "breaking",
    "damaged_nodes",
    "gap_bound",
    "local_on",
    "node_quality",
    "page",
    "smoothness",
    "spectral_damage",
    "steepness",
]

COMMAND = "python -m verify.sensitivity --out docs/sensitivity.md"
Row = tuple[str, ...]


# --- nodes ---------------------------------------------------------------------------------------------------------


def damaged_nodes(m: int, N: int, seed: int = 0) -> Iterator[tuple[str, Floats]]:
    """Node sets [N', m+1] of falling quality, with what was done to them."""
    even = spread(m, N, seed)
    step = N ** (-1 / m)
    rng = np.random.default_rng(seed + 1)
    yield "evenly spread", even
    for share in (0.2, 0.5, 1.0):
        moved = even + share * step * rng.normal(size=even.shape)
        yield f"moved by about {share:g} N^(-1/{m})", moved / np.linalg.norm(moved, axis=1, keepdims=True)
    yield "random", random_points(m, N, seed + 2)
    drawn = even + 0.8 * np.eye(m + 1)[0]
    yield "clustered around e_0", drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    for radius in (0.3, 0.6):
        yield f"without the cap of radius {radius:g}", even[even[:, 0] < np.cos(radius)]


def local_on(nodes: Floats, target: Target, steepness: float = 8.0) -> tuple[StoredPrefix, arb]:
    """The local prefix on the nodes [N, m+1] with lam = steepness/delta^2, and their certified covering radius delta.

    Raises `HypothesisError` when 0 is not interior to their hull (then delta >= pi/2).
    """
    delta = covering_radius(nodes)
    lam = exact(lower_decimal(steepness / delta**2, 3))
    keys = np.ascontiguousarray(nodes)
    values = np.ascontiguousarray(target.sample(keys / np.linalg.norm(keys, axis=1, keepdims=True)))
    return StoredPrefix(target.m, lam, (keys,), (values,), (np.zeros(len(keys)),), target.text), delta


def node_quality(text: str, m: int, N: int, tol: str = "0.02") -> list[Row]:
    """Per node set: N, delta, certified error, error/(L delta), and the F6 constant over delta."""
    target = Target.from_expression(text, m)
    L = target.lipschitz.value
    rows: list[Row] = []
    for name, nodes in damaged_nodes(m, N):
        try:
            stored, delta = local_on(nodes, target)
        except HypothesisError:
            rows.append((name, str(len(nodes)), ">= pi/2", "", "", ""))
            continue
        found = sup_norm(stored, text, tol, max_cells=1_000_000)
        mean = ball(class_constant(stored))
        ratio, constant = (upper_decimal(x, 3) for x in (found.upper / (L * delta.upper()), mean / delta))
        rows.append((name, str(len(nodes)), upper_decimal(delta, 4), _ends(found), ratio, constant))
    return rows


def _ends(found: SupNorm) -> str:
    if not found.upper <= 2 * found.lower:
        return f">= {lower_decimal(found.lower, 3)}"
    return f"{lower_decimal(found.lower, 3)} .. {upper_decimal(found.upper, 3)}"


def spectral_damage(text: str, m: int, tokens: int, lam: str, shifts: Sequence[str]) -> list[Row]:
    """Per size of a random shift of the nodes of a design: certified error with analytic and with minimax values."""
    target = Target.from_expression(text, m)
    design = next(design for design in designs(m) if design.size == tokens)
    cut = next(truncations(target, fmpq(1, 10**9), 40))
    rows: list[Row] = []
    for shift in shifts:
        errors = []
        for best in (False, True):
            stored = on_nodes(target, cut, design.make, exact(lam), float(exact(shift)), best=best)
            certificate = mesh_certificate(stored, target, cut, fmpq(10), "minimax" if best else "spectral")
            errors.append("-" if certificate is None else upper_decimal(exact(certificate.certified_error), 3))
        rows.append((shift, *errors))
    return rows


# --- smoothness ----------------------------------------------------------------------------------------------------


def steepness(m: int, eps: str, constants: Sequence[int], max_tokens: int = 20_000) -> list[Row]:
    """Per k: tokens of the local prefix for k |x0| (L = k), and of the spectral prefix for sin(k x0), as certified."""
    rows: list[Row] = []
    for k in constants:
        row = [str(k)]
        for text, method in ((f"{k}*abs(x0)", "local"), (f"sin({k}*x0)", "spectral")):
            try:
                built = build_prefix(Target.from_expression(text, m), eps, method, 10**4, max_tokens)
            except PrefixproofError:
                row += [f"> {max_tokens}", "-"]
            else:
                row += [str(built.certificate.tokens), upper_decimal(exact(built.certificate.certified_error), 3)]
        rows.append(tuple(row))
    return rows


def smoothness(m: int, tokens: Sequence[int], powers: Sequence[int], *, quick: bool = False) -> list[Row]:
    """Per power p: the certified error for |x0|^p (p - 1 derivatives) with searched keys, at each number of tokens."""
    rows: list[Row] = []
    for p in powers:
        target = Target.from_expression(f"abs(x0)**{p}", m)
        row = [f"abs(x0)**{p}"]
        for N in tokens:
            settings = {"steps": 20, "rounds": 1, "pool": 3000} if quick else {"steps": 60, "rounds": 2}
            head = searched(starts(target, N), target, 100.0, **settings)
            found = sup_norm(head.stored(target), target.text, "0.05", max_cells=1_000_000)
            row.append(upper_decimal(found.upper, 3) if found.upper.is_finite() else "-")
        rows.append(tuple(row))
    return rows


# --- jumps ---------------------------------------------------------------------------------------------------------


def gap_bound(stored: StoredPrefix, jump: fmpq, width: arb) -> arb:
    """A lower bound of the error against any target that changes by ``jump`` within the distance ``width`` (radians).

    The derivative of the head is lam times the covariance of values and keys under its weights, and a standard
    deviation is at most half the diameter: the head is Lipschitz with M = lam diam(v) diam(k)/4, so the error is at
    least (jump - M width)/2 somewhere.  At width 0, a jump, half of it, whatever the prefix.
    """
    M = ball(stored.lam) * diameter(stored.exact_values()) * diameter(stored.exact_keys()) / 4
    return lower((ball(jump) - M * width) / 2).max(arb(0))


@dataclass(frozen=True)
class Ramp:
    """max(-1, min(1, x0/half)): 2 within the angle 2 asin(half), a jump in the limit."""

    half: fmpq

    @property
    def text(self) -> str:
        return f"max(-1, min(1, {self.half.q}*x0/{self.half.p}))"

    @property
    def width(self) -> arb:
        return 2 * ball(self.half).asin()


def breaking(m: int, sizes: Sequence[int], halves: Sequence[str]) -> list[Row]:
    """Per half-width: for each N the certified error of the local prefix, and the lower bound of `gap_bound`."""
    rows: list[Row] = []
    for half in halves:
        ramp = Ramp(exact(half))
        row = [half]
        for N in sizes:
            stored, _ = local_on(spread(m, N), Target.from_expression(ramp.text, m))
            found = sup_norm(stored, ramp.text, "0.05", max_cells=30_000)
            with precision(128):
                row += [_ends(found), lower_decimal(gap_bound(stored, fmpq(2), ramp.width), 3)]
        rows.append(tuple(row))
    return rows


def refusal(m: int) -> str:
    """What is said about a formula that jumps."""
    try:
        Target.from_expression("x0/abs(x0)", m)
    except DiscontinuousTarget as error:
        return str(error)
    raise AssertionError("x0/abs(x0) was accepted")


# --- the page ------------------------------------------------------------------------------------------------------


def _table(head: Sequence[str], rows: Sequence[Row]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines] + [""]


def page(*, quick: bool = False) -> str:
    """All tables; ``quick``: fewer and smaller cases."""
    N = 40 if quick else 80
    sizes, few = ((30, 60), (6, 8)) if quick else ((40, 120), (6, 12))
    constants = (1, 2) if quick else (1, 2, 4)
    halves = ("0.5", "1e-6") if quick else ("0.5", "0.1", "1e-6")
    shifts = ("0", "1e-2") if quick else ("0", "1e-6", "1e-3", "1e-1")
    text = "abs(x0 + 0.3*x1)"
    lines = [
        "# Sensitivity: nodes, smoothness, jumps",
        "",
        f"GENERATED by `{COMMAND}`.  Do not edit.",
        "",
        "Every error is certified over the whole sphere (a range: its two certified ends).",
        "",
        "## Worse nodes: local prefixes",
        "",
        f"`{text}` on S^2 (L = 1.0441), values f(key), lam = 8/delta^2, delta the certified covering radius. Whatever "
        "was done to the nodes, delta explains the error: error/(L delta) stays below the F6 constant over delta, "
        "which serves every Lipschitz target.",
        "",
        *_table(
            ("nodes", "N", "delta", "certified error", "error/(L delta)", "F6 constant/delta"), node_quality(text, 2, N)
        ),
        "## Worse nodes: spectral prefixes",
        "",
        "`x0*x1 + x2**3` on S^2, the 48 points of an 11-design shifted at random, lam = 1 (theorem H6). Values of the "
        "formula f_k/a_k need the exactness of the nodes; minimax values for the shifted nodes hardly do.",
        "",
        *_table(
            ("shift", "error, values f_k/a_k", "error, minimax values"),
            spectral_damage("x0*x1 + x2**3", 2, 48, "1", shifts),
        ),
        "## Steeper targets",
        "",
        "Tokens on S^2 at eps = 0.5: the local prefix for k |x0| (theorem F1, any Lipschitz target: tokens grow like "
        "k^2), the spectral one for sin(k x0), whose j-th derivatives are k^j (tokens grow with k, not with 1/eps).",
        "",
        *_table(
            ("k", "local, k abs(x0)", "certified error", "spectral, sin(k x0)", "certified error"),
            steepness(2, "0.5", constants),
        ),
        "## Smoother targets",
        "",
        "`abs(x0)**p` has p - 1 continuous derivatives at the kink. Certified error with keys searched for the target, "
        "on S^2.",
        "",
        *_table(("target", *(f"N = {n}" for n in few)), smoothness(2, few, (1, 3), quick=quick)),
        "## Jumps",
        "",
        "The step from -1 to 1 at x0 = 0 is no target: every continuous map misses it by at least half the jump, 1. "
        f"The formula is refused: *{refusal(2)}*",
        "",
        "Ramps of half-width h, `max(-1, min(1, x0/h))`, with local prefixes on N evenly spread nodes: more tokens "
        "help a ramp once delta is below h, and never a jump. The second number is a lower bound of the error from "
        "lam, values and keys alone: a head is Lipschitz with M = lam diam(v) diam(k)/4, so it errs by at least "
        "1 - M asin(h).",
        "",
        *_table(
            ("h", *(x for n in sizes for x in (f"N = {n}: certified error", "lower bound"))), breaking(2, sizes, halves)
        ),
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the page, or write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer and smaller cases")
    parser.add_argument("--out", type=Path, help="write the page there")
    options = parser.parse_args(arguments)
    text = page(quick=options.quick)
    if options.out is None:
        print(text)
    else:
        write_atomically(options.out, text.encode())


if __name__ == "__main__":
    main()
