"""Certified covering radius and separation of many points, against tools that prove nothing.

    python tests/benchmarks/node_speed.py [RUNS]

CPU seconds of this process, medians; the rivals work on the same points in the same run: scipy's SphericalVoronoi (the
largest distance of a Voronoi vertex) on S^2, Qhull's hull alone on S^3, and a k-d tree's nearest neighbours.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import SphericalVoronoi, cKDTree

from constructions.covering import covering, hull
from constructions.families import fibonacci, random_nodes
from constructions.separation import separation

Floats = NDArray[np.float64]


def unit(points: Floats) -> Floats:
    return np.asarray(points / np.linalg.norm(points, axis=1, keepdims=True))


def by_voronoi(points: Floats) -> float:
    x = unit(points)
    found: Any = SphericalVoronoi(x)
    nearest = np.asarray(cKDTree(x).query(found.vertices)[0])
    return float(2 * np.arcsin(nearest.max() / 2))


def by_hull(points: Floats) -> float:
    return float(np.arccos(hull(points).offsets.min()))


def by_tree(points: Floats) -> float:
    chords = np.asarray(cKDTree(unit(points)).query(unit(points), 2)[0])
    return float(2 * np.arcsin(chords[:, 1].min() / 2))


def by_facets(points: Floats) -> float:
    return float(covering(points).radius)


def by_pairs(points: Floats) -> float:
    return float(separation(points).radians)


def seconds(call: Callable[[Floats], float], points: Floats, runs: int) -> tuple[float, float]:
    times, result = [], 0.0
    for _ in range(runs):
        start = time.process_time()
        result = call(points)
        times.append(time.process_time() - start)
    return statistics.median(times), result


def main(runs: int) -> None:
    """Print the table."""
    spiral, cloud, cloud3 = (
        nodes.array for nodes in (fibonacci(10**5), random_nodes(2, 10**5), random_nodes(3, 10**4))
    )
    assert spiral is not None
    assert cloud is not None
    assert cloud3 is not None
    cases = [
        ("covering, spiral, S^2, 100,000", spiral, by_facets, "SphericalVoronoi", by_voronoi),
        ("covering, random, S^2, 100,000", cloud, by_facets, "SphericalVoronoi", by_voronoi),
        ("covering, random, S^3, 10,000", cloud3, by_facets, "Qhull alone", by_hull),
        ("separation, spiral, S^2, 100,000", spiral, by_pairs, "k-d tree", by_tree),
        ("separation, random, S^3, 10,000", cloud3, by_pairs, "k-d tree", by_tree),
    ]
    print(f"load {os.getloadavg()[0]:.1f}, medians of {runs} runs, CPU seconds")
    print(f"{'':<34}{'proved':>16}{'s':>7}   {'rival':<18}{'unproved':>16}{'s':>7}")
    for name, points, ours, rival, theirs in cases:
        (t, value), (s, other) = seconds(ours, points, runs), seconds(theirs, points, runs)
        print(f"{name:<34}{value:>16.12f}{t:>7.2f}   {rival:<18}{other:>16.12f}{s:>7.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
