"""Claims about node sets, proved or refuted for the stored numbers alone, and the file that carries both.

What a construction says about its nodes (`constructions.nodes.Nodes`) is proved for ideal points.  Here the points are
the normalised rows of a float64 array and nothing is believed: exactness becomes a bound of the integration error.

Exactness.  For polynomials p of degree <= D:  |sum_i om_i p(x_i) - int p| <= eta |p|_2  with
eta^2 = sum_{k=1..D} Z(m,k) sum_ij om_i om_j P_k(<x_i, x_j>), by the addition theorem and Cauchy-Schwarz (theory A3).
"""

from __future__ import annotations

import io
import json
import math
import zipfile
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
from flint import arb
from numpy.typing import NDArray

from constructions.covering import covering
from constructions.families import certified, float_rows
from constructions.nets import unit_points
from constructions.nodes import Nodes
from constructions.separation import separation
from theory.balls import Exact, ball, certainly_le, certainly_lt, length, lower_decimal, precision, shown, upper_decimal
from theory.errors import HypothesisError, InputError, UnreachableError
from theory.harmonics import dimensions
from verify.certificate import write_atomically
from verify.gram import legendre_sums

__all__ = ["Claims", "Finding", "claims_for", "examine", "load_nodes", "save_nodes"]

Floats = NDArray[np.float64]
Verdict = Literal["PROVED", "REFUTED", "UNKNOWN"]

_MOST_GRAM_WORK = 4e6
"""Largest N (D+1)^2 for which the Gram sums of exactness are computed (N^2 D for small N)."""
_LARGEST_FILE = 1 << 28
_MOST_POINTS = 1_000_000


class Claims(NamedTuple):
    """What is said of a node set; decimals in radians, None where nothing is said.

    ``exact_to`` = D with ``defect`` >= eta of the module docstring; ``covering_radius`` is at least, ``separation`` at
    most the true one; ``equal_weights``: all weights are 1/N.
    """

    equal_weights: bool
    exact_to: int | None = None
    defect: Exact | None = None
    covering_radius: Exact | None = None
    separation: Exact | None = None


class Finding(NamedTuple):
    """The verdict on one claim, and what it rests on."""

    claim: str
    verdict: Verdict
    reason: str


def _judged(claim: str, holds: bool, fails: bool, reason: str) -> Finding:
    return Finding(claim, "PROVED" if holds else "REFUTED" if fails else "UNKNOWN", reason)


def _checked(rows: Floats, weights: Floats | None) -> None:
    if rows.ndim != 2 or rows.shape[0] < 1 or rows.shape[1] < 2 or rows.dtype != np.float64:
        raise InputError(f"points must be float64 [N, m+1] with N >= 1, m >= 1; got {rows.dtype} {rows.shape}")
    if len(rows) > _MOST_POINTS:
        raise InputError(f"{len(rows)} points are more than {_MOST_POINTS}")
    if not np.isfinite(rows).all() or not rows.any(axis=1).all():
        raise InputError("points must be finite and none of them zero")
    if weights is not None and (weights.shape != (len(rows),) or weights.dtype != np.float64):
        raise InputError(f"weights must be float64 [{len(rows)}]; got {weights.dtype} {weights.shape}")
    if weights is not None and not np.isfinite(weights).all():
        raise InputError("weights must be finite")


def examine(rows: Floats, weights: Floats | None, claims: Claims) -> list[Finding]:
    """A verdict on each claim about the normalised ``rows``, float64 [N, m+1], and ``weights`` [N] over their sum.

    ``weights`` None: all 1/N.  Nothing is taken from the construction.  Raises `InputError` for unusable arrays or
    claims.
    """
    _checked(rows, weights)
    findings = [_weights(weights, claims.equal_weights)]
    if findings[0].verdict == "REFUTED":
        return findings
    if claims.exact_to is not None:
        findings.append(_exactness(rows, weights, claims))
    if claims.covering_radius is not None:
        findings.append(_covering(rows, ball(claims.covering_radius)))
    if claims.separation is not None:
        findings.append(_separation(rows, ball(claims.separation)))
    return findings


def _weights(weights: Floats | None, equal: bool) -> Finding:
    if weights is None:
        return _judged("equal weights" if equal else "weights", equal, not equal, "no weights are stored: all are 1/N")
    if not (weights > 0).all():
        return Finding("positive weights", "REFUTED", f"weight {int(np.argmin(weights))} is {weights.min()}")
    if equal:
        different = int(np.argmax(weights != weights[0]))
        reason = "the stored weights are the same number" if different == 0 else f"weight {different} is not weight 0"
        return _judged("equal weights", different == 0, different != 0, reason)
    return Finding("positive weights", "PROVED", "they are, and they are divided by their sum")


def _gram_work(rows: Floats, D: int) -> float:
    N, m = len(rows), rows.shape[1] - 1
    return float(min(N * (D + 1.0) ** max(2, m), N * N * (D + 4) / 2))


def exactness_defect(rows: Floats, weights: Floats | None, D: int) -> arb:
    """An enclosure of eta for degree D (module docstring).  Raises `UnreachableError` when it takes too long."""
    if _gram_work(rows, D) > _MOST_GRAM_WORK:
        raise UnreachableError(f"the Gram sums of {len(rows)} points to degree {D} take too long", limit="--count")
    m, N = rows.shape[1] - 1, len(rows)
    # Sums near u^2: as many bits below.
    with precision(160 + 4 * D):
        points = unit_points(rows)
        if weights is None:
            shares = [arb(1) / N] * N
        else:
            total = sum((arb(w) for w in weights.tolist()), arb(0))
            shares = [arb(w) / total for w in weights.tolist()]
        sums = legendre_sums(m, D, points, [[[w] for w in shares]])[0]
        Z = dimensions(m, D)
        square = sum((z * s for z, s in zip(Z[1:], sums[1:], strict=True)), arb(0))
        return square.nonnegative_part().sqrt()


def _exactness(rows: Floats, weights: Floats | None, claims: Claims) -> Finding:
    D, defect = claims.exact_to, claims.defect
    if D is None or D < 0 or defect is None or not certainly_le(0, defect):
        raise InputError(f"exactness is claimed with a degree >= 0 and a defect >= 0; got {D} and {shown(defect)}")
    claim = f"exact to degree {D} within {upper_decimal(ball(defect), 3)}"
    try:
        eta = exactness_defect(rows, weights, D)
    except UnreachableError as error:
        return Finding(claim, "UNKNOWN", str(error))
    reason = f"the Gram sums give {lower_decimal(eta, 3)} <= eta <= {upper_decimal(eta, 3)}"
    return _judged(claim, certainly_le(eta, defect), certainly_lt(defect, eta), reason)


def _distance(x: list[arb], y: list[arb]) -> arb:
    """The angle between two unit vectors."""
    chord = length([a - b for a, b in zip(x, y, strict=True)])
    return 2 * (chord / 2).min(arb(1)).asin()


def _covering(rows: Floats, radius: arb) -> Finding:
    claim = f"covering radius <= {upper_decimal(radius, 9)}"
    try:
        found = covering(rows)
        hole = found.hole
        if certainly_le(found.radius, radius):
            return Finding(claim, "PROVED", f"the facets give {upper_decimal(found.radius, 9)}")
    except HypothesisError as error:
        if certainly_le(arb.pi(), radius):
            return Finding(claim, "PROVED", "no two points of the sphere are farther apart")
        found, hole, reason = None, _lonely(rows), str(error)
    # A point of the sphere that is certainly farther from every node.
    witness = unit_points(hole[None])[0]
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    near = np.argsort(-(unit @ hole))
    closest = 2 * math.asin(min(1.0, float(np.linalg.norm(unit[near[0]] - hole / np.linalg.norm(hole))) / 2))
    if not closest > float(radius.mid()) or not _all_beyond(rows, witness, radius):
        reason = f"the facets give {upper_decimal(found.radius, 9)}" if found else reason
        return Finding(claim, "UNKNOWN", reason)
    place = ", ".join(f"{c:.6g}" for c in hole)
    return Finding(claim, "REFUTED", f"the point ({place}) is {closest:.9g} from the nearest node")


def _lonely(rows: Floats) -> Floats:
    """A point that should be far from all rows: opposite to their mean, or else the best of a sample."""
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    sample = np.random.default_rng(0).normal(size=(2000, rows.shape[1]))
    mean = unit.mean(axis=0)
    sample = np.concatenate([sample, [-mean] if mean.any() else sample[:1]])
    sample /= np.linalg.norm(sample, axis=1, keepdims=True)
    nearest = np.concatenate([(part @ unit.T).max(axis=1) for part in np.array_split(sample, 40)])
    return np.asarray(sample[int(np.argmin(nearest))])


def _all_beyond(rows: Floats, x: list[arb], radius: arb) -> bool:
    """Whether every normalised row is certainly farther than ``radius`` from x."""
    point = np.array([float(c) for c in x])
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    cosines = unit @ point
    # Products that are clearly smaller are decided in floats; 1e-12 dwarfs d roundings and that of x.
    limit = float(radius.cos().lower()) - 1e-12 * rows.shape[1]
    near = rows[cosines >= limit]
    return all(certainly_lt(radius, _distance(y, x)) for y in unit_points(near))


def _separation(rows: Floats, least: arb) -> Finding:
    claim = f"separation >= {lower_decimal(least, 9)}"
    try:
        found = separation(rows)
    except (HypothesisError, UnreachableError) as error:
        if len(rows) > 1 and isinstance(error, HypothesisError) and certainly_lt("1e-6", least):
            return Finding(claim, "REFUTED", str(error))
        return Finding(claim, "UNKNOWN", str(error))
    if certainly_le(least, found.radians):
        return Finding(
            claim, "PROVED", f"all close pairs were compared; it is at least {lower_decimal(found.radians, 9)}"
        )
    i, j = found.pair
    x, y = unit_points(rows[[i, j]])
    distance = _distance(x, y)
    reason = f"points {i} and {j} are at most {upper_decimal(distance, 9)} apart"
    return _judged(claim, False, certainly_lt(distance, least), reason)


# --- files -----------------------------------------------------------------------------------------------------------


def stored(nodes: Nodes) -> tuple[Floats, Floats | None]:
    """The float64 rows [N, m+1] and weights [N] (None: equal) that a file holds for the nodes."""
    rows = float_rows(nodes)[0]
    weights = None if nodes.weights is None else np.array([float(w.mid()) for w in nodes.weights])
    return np.ascontiguousarray(rows), weights


def claims_for(nodes: Nodes) -> Claims:
    """The claims that hold for the stored numbers of the nodes, each proved here; None where the proof is too long."""
    rows, weights = stored(nodes)
    plain = Nodes(nodes.m, unit_points(rows), None, nodes.family, array=rows)
    found = certified(plain)
    exact_to, defect = nodes.exact_to, None
    if exact_to is not None and _gram_work(rows, exact_to) <= _MOST_GRAM_WORK:
        defect = upper_decimal(exactness_defect(rows, weights, exact_to), 3)
    return Claims(
        equal_weights=nodes.equal_weights,
        exact_to=None if defect is None else exact_to,
        defect=defect,
        covering_radius=None if found.covering_radius is None else upper_decimal(found.covering_radius, 12),
        separation=None if found.separation is None else lower_decimal(found.separation, 12),
    )


def save_nodes(nodes: Nodes, path: Path) -> Claims:
    """Write ``points``, ``weights`` (if they differ) and ``claims`` (JSON text) as npz; returns the claims."""
    claims = claims_for(nodes)
    rows, weights = stored(nodes)
    text = json.dumps({"family": nodes.family, **claims._asdict()})
    arrays: dict[str, Any] = {"points": rows, "claims": np.array(text)}
    if weights is not None:
        arrays["weights"] = weights
    data = io.BytesIO()
    np.savez_compressed(data, **arrays)
    write_atomically(path, data.getvalue())
    return claims


def load_nodes(path: Path) -> tuple[Floats, Floats | None, Claims]:
    """Points, weights and claims of a file written by `save_nodes`.  Raises `InputError` when it is not one."""
    if not path.is_file() or path.stat().st_size > _LARGEST_FILE:
        raise InputError(f"{path} is not a file of nodes (npz, at most {_LARGEST_FILE >> 20} MB)")
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST_FILE:
                raise InputError(f"{path} unpacks to more than {_LARGEST_FILE >> 20} MB")
        with np.load(path, allow_pickle=False) as data:
            rows, text = data["points"], str(data["claims"])
            weights = data.get("weights")
        fields = json.loads(text)
        claims = Claims(**{key: fields[key] for key in Claims._fields})
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
        raise InputError(f"{path} is not a file of nodes: {error}") from None
    _check_types(path, claims)
    _checked(rows, weights)
    return rows, weights, claims


def _check_types(path: Path, claims: Claims) -> None:
    texts = (claims.defect, claims.covering_radius, claims.separation)
    whole = claims.exact_to is None or (isinstance(claims.exact_to, int) and not isinstance(claims.exact_to, bool))
    if (
        not isinstance(claims.equal_weights, bool)
        or not whole
        or not all(t is None or isinstance(t, str) for t in texts)
    ):
        raise InputError(f"{path}: claims are a boolean, an integer and decimal texts; got {shown(str(claims))}")
    if claims.exact_to is not None and not 0 <= claims.exact_to <= 1000:
        raise InputError(f"{path}: a degree of exactness between 0 and 1000 is expected, not {claims.exact_to}")
