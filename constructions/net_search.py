"""The search that fills `constructions.net_table`: symmetric nets from many random starts, floats only.

Run ``python -m constructions.net_search M SMALLEST LARGEST SECONDS SEED`` to print rows for the table.  Every start
draws a group and a number of orbits, spreads points (at random or by deep holes) and relaxes them; what improves on
the best net with as many points is relaxed further and kept.
"""

from __future__ import annotations

import math
import sys
import time
from base64 import b85encode
from collections.abc import Iterable
from textwrap import wrap

import numpy as np
from numpy.typing import NDArray

from constructions.covering import hull
from constructions.groups import group, orbit
from constructions.net_table import SCALE, Row
from constructions.relaxation import Stages, greedy_orbits, relax
from theory.errors import HypothesisError

__all__ = ["formatted", "pareto", "row", "search"]

Floats = NDArray[np.float64]

_QUICK: Stages = ((4, 20), (10, 20), (30, 20), (100, 20))
_LONG: Stages = ((30, 30), (100, 40), (300, 40), (1000, 40), (1000, 40))
_NAMED = {3: ("T", "O", "I", "-", "1"), 4: ("Q8", "2T", "2O", "2I", "-")}


def _random_name(d: int, largest: int, rng: np.random.Generator) -> str:
    if rng.random() < 0.25:
        return str(rng.choice(_NAMED.get(d, ("P", "P-", "-"))))
    order = int(rng.integers(2, 16 if rng.random() < 0.5 else min(60, max(4, largest // 2))))
    speeds = [1, *(int(rng.integers(1, order)) for _ in range(d // 2 - 1))]
    return f"C{order}:{','.join(map(str, speeds))}"


def row(name: str, free: Floats) -> Row:
    """The table row of a net, with coordinates rounded as the table stores them and the radius that remains."""
    stored = np.round(free * SCALE) / SCALE
    points = orbit(stored, group(free.shape[1], name))
    return Row(len(points), float(np.arccos(hull(points).offsets.min())), name, stored)


def search(m: int, smallest: int, largest: int, *, starts: int, seconds: float, seed: int) -> list[Row]:
    """The best nets of ``smallest`` to ``largest`` points of S^m from at most ``starts`` starts, in ``seconds``."""
    d, rng, best, until = m + 1, np.random.default_rng(seed), dict[int, Row](), time.monotonic() + seconds
    for _ in range(starts):
        if time.monotonic() > until:
            break
        name = _random_name(d, largest, rng)
        matrices = group(d, name)
        fewest, most = max(1, -(-smallest // len(matrices))), largest // len(matrices)
        if fewest > most:
            continue
        n = min(most, round(math.exp(rng.uniform(math.log(fewest), math.log(most + 0.49)))))
        N = n * len(matrices)
        try:
            if rng.random() < 0.5:
                free = rng.normal(size=(n, d))
                free /= np.linalg.norm(free, axis=1, keepdims=True)
            else:
                free = greedy_orbits(n, matrices, int(rng.integers(1 << 30)))
            radius, free = relax(free, matrices, None, _QUICK)
            rival = min((r.radius for size, r in best.items() if size <= N), default=math.inf)
            if radius > 1.04 * rival:
                continue
            found = row(name, relax(free, matrices, None, _LONG)[1])
        except (HypothesisError, np.linalg.LinAlgError):
            continue  # a start in a hemisphere, or with coinciding points
        if N not in best or found.radius < best[N].radius:
            best[N] = found
    return pareto(best.values())


def pareto(rows: Iterable[Row]) -> list[Row]:
    """The rows that no smaller or equal net beats, by increasing size."""
    kept: list[Row] = []
    for candidate in sorted(rows, key=lambda r: (r.size, r.radius)):
        if not kept or candidate.radius < kept[-1].radius:
            kept.append(candidate)
    return kept


def formatted(found: Row) -> str:
    """The text of a row as `constructions.net_table` reads it."""
    data = b85encode(np.round(found.free * SCALE).astype("<i4").tobytes()).decode()
    return "\n".join([f"{found.size} {found.radius:.7f} {found.group}", *wrap(data, 118)])


if __name__ == "__main__":
    m_, smallest_, largest_, seconds_, seed_ = map(int, sys.argv[1:])
    for found_ in search(m_, smallest_, largest_, starts=10**9, seconds=seconds_, seed=seed_):
        print(formatted(found_), end="\n\n")
