"""Certified covering radius of a finite point set on S^m, by a cycle of facets (theory F5).

Qhull only proposes simplices; what is proved does not depend on how they were found.

Covering.  Let every simplex F have d = m+1 linearly independent vertices, and let every ridge (m of its vertices) lie
in exactly two simplices, whose opposite vertices lie strictly on opposite sides of the hyperplane through 0 and the
ridge.  A generic path on S^m meets cones over ridges only in their relative interiors, where it leaves one cone and
enters another; so the number of cones that contain a generic x is constant, it is at least 1 because a cone over a
simplex has interior, and by closedness the cones cover R^d.

Radius.  Let c be any vector with <p_i, c> >= alpha |c| > 0 for the unit vertices p_i of F, and let x = sum t_i p_i be a
unit vector of cone(F), t_i >= 0.  Then alpha |c| sum t_i <= <x, c> <= |c|, and 1 = <x, x> = sum t_i <x, p_i> <=
max_i <x, p_i> sum t_i, hence max_i <x, p_i> >= alpha.  With c the normal of F (p_i . c equal) alpha is its offset; for
the facets of the convex hull the bound is attained at c, the deepest hole.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from flint import arb, fmpq, fmpq_mat
from numpy.typing import NDArray

from theory.errors import HypothesisError, InputError

__all__ = ["Covering", "certify_facets", "covering", "covering_radius", "facet_estimate", "hull", "scaled_rows"]

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]

UNIT_ROUNDOFF = 2.0**-53
_UNDERFLOW = 2.0**-900
"""Dwarfs all underflow errors of the computations below (at most 2^30 operations with factors of at most 2^50)."""
MAX_FACETS = 1_000_000
"""Largest expected number of facets for which Qhull is started."""
_THIN = 1e-6
"""Facets whose determinant is smaller than this part of the largest count as thin."""
_EXACT_WORK = 5_000_000
"""Most determinants decided by exact rational arithmetic, times d^3 (some seconds)."""


class Covering(NamedTuple):
    """A proved covering radius with what proves it.

    ``radius``: exact arb, upper bound in radians.  ``hole``: float64 [d], unit to rounding: the centre of the worst
    facet, whose distance from the nearest point is ``radius`` up to rounding (and to ``nudge``).  ``simplices``: int64
    [F, d].  ``nudge``: float >= the angle by which points were moved for the proof, already contained in ``radius``.
    """

    radius: arb
    hole: Floats
    simplices: Indices
    nudge: float


def _gamma(n: int) -> float:
    """Upper bound of Higham's n u/(1 - n u): relative error of n rounded operations."""
    return n * UNIT_ROUNDOFF * (1 + 2**-20)


def _refuse(message: str) -> HypothesisError:
    return HypothesisError(f"no covering radius below pi/2 is proved: {message}")


def scaled_rows(points: Floats) -> Floats:
    """The rows scaled by powers of two so that the largest entry lies in [1/2, 1): the directions are unchanged.

    ``points``: float64 [N, d], N >= 1, d >= 2.  Raises `InputError` on another shape, non-finite entries or zero rows.
    (Entries more than 2^-1000 times smaller than the largest may underflow; the error bounds below contain that.)
    """
    points = np.asarray(points, dtype=np.float64)
    if points.ndim != 2 or points.shape[0] < 1 or points.shape[1] < 2:
        raise InputError(f"points have shape {points.shape}; give an array [N, m+1] with N >= 1 and m >= 1")
    if not np.isfinite(points).all():
        raise InputError("points contain nan or inf")
    largest = np.abs(points).max(axis=1)
    if not (largest > 0).all():
        raise InputError(f"point {int(np.argmin(largest))} is the zero vector and has no direction")
    _, exponent = np.frexp(largest)
    scaled: Floats = np.ldexp(points, -exponent[:, None])
    return scaled


def facet_estimate(N: int, m: int) -> float:
    """The expected number of facets of the hull of N random points of S^m, within 1 % (for well spread points: fewer).

    Any d = m+1 of the points span a hyperplane whose distance h from 0 has the density c (1-h^2)^{(d^2-2d-1)/2}
    (Miles), and a facet when the caps on one of its sides are free of the other N-d points.

    >>> round(facet_estimate(100, 2)), round(facet_estimate(10_000, 3) / 1000)
    (196, 67)
    """
    d = m + 1
    if d >= N:
        return 1.0
    # theta = angle of one cap; its measure and dh (1-h^2)^... = sin^{d^2-2d} theta dtheta, both by the midpoint rule.
    sine = np.sin((np.arange(8000) + 0.5) * (np.pi / 8000))
    measure = np.cumsum(sine ** (m - 1))
    measure = (measure - sine ** (m - 1) / 2) / measure[-1]
    log_density = (d * d - 2 * d) * np.log(sine)
    subsets = math.lgamma(N + 1) - math.lgamma(d + 1) - math.lgamma(N - d + 1)
    log_terms = log_density + (N - d) * np.log1p(-np.minimum(measure, 1 - 1e-16))
    total = _log_sum(log_terms) - _log_sum(log_density) + subsets + math.log(2)
    return math.exp(min(total, 700.0))


def _log_sum(logs: Floats) -> float:
    top = float(logs.max())
    return top + math.log(float(np.exp(logs - top).sum()))


class Hull(NamedTuple):
    """What Qhull says of the normalised points, unproved: simplices [F, d], their outward unit normals, offsets [F]."""

    simplices: Indices
    normals: Floats
    offsets: Floats


def hull(points: Floats) -> Hull:
    """The convex hull of the normalised rows of ``points`` by Qhull, facets triangulated: a proposal, no proof.

    Raises `HypothesisError` when the hull is flat or too large, or Qhull gives up.
    """
    from scipy.spatial import ConvexHull, QhullError

    rows = scaled_rows(points)
    rows = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    N, d = rows.shape
    if d >= N:
        raise _refuse(f"{N} points of S^{d - 1} lie in a closed hemisphere; give at least {d + 1}")
    if d + 1 < N and math.comb(N, d) > MAX_FACETS and facet_estimate(N, d - 1) > MAX_FACETS:
        raise _refuse(
            f"the hull of {N} points on S^{d - 1} may have {facet_estimate(N, d - 1):.2g} facets, more than the limit "
            f"{MAX_FACETS:.2g}; give fewer points, or a net with a structural proof (signed orbits)"
        )
    try:
        found = ConvexHull(rows, qhull_options="Qt")
    except QhullError as error:
        raise _refuse(f"Qhull finds no full-dimensional hull ({str(error).strip().splitlines()[0]})") from None
    return Hull(found.simplices.astype(np.int64), found.equations[:, :-1], -found.equations[:, -1])


# --- signs of determinants -----------------------------------------------------------------------------------------


def _determinants(matrices: Floats) -> tuple[Floats, Floats]:
    """Float determinants [F] of [F, d, d] matrices with entries in [-1, 1], and proved bounds of their errors [F].

    Laplace expansion over column sets, row by row.  Each product along the expansion meets at most sum_{j=2..d} j <=
    d(d+1)/2 rounded operations, so the error is at most gamma_{d(d+1)/2} perm|M| <= gamma prod_i |row_i|_1 plus
    underflow.  The bound itself is computed with 2d roundings, hence the factor 2.
    """
    count, d = matrices.shape[:2]
    minors: dict[int, Floats] = {1 << c: matrices[:, 0, c] for c in range(d)}
    for row in range(1, d):
        larger: dict[int, Floats] = {}
        for columns, minor in minors.items():
            for c in range(d):
                bit = 1 << c
                if columns & bit:
                    continue
                # The sign of expanding along the last row: the number of chosen columns to the right of c.
                odd = (columns >> (c + 1)).bit_count() & 1
                term = matrices[:, row, c] * minor
                key = columns | bit
                if key not in larger:
                    larger[key] = -term if odd else term
                elif odd:
                    larger[key] -= term
                else:
                    larger[key] += term
        minors = larger
    bound = np.prod(np.abs(matrices).sum(axis=2), axis=1)
    return minors[(1 << d) - 1] + np.zeros(count), 2 * _gamma(d * (d + 1) // 2) * bound + _UNDERFLOW


def _exact_sign(matrix: Floats) -> int:
    """The sign of the determinant of a float64 matrix, exactly."""
    value = fmpq_mat([[fmpq(*float(c).as_integer_ratio()) for c in row] for row in matrix]).det()
    return (value > 0) - (value < 0)


def _orientations(rows: Floats, simplices: Indices) -> NDArray[np.int8]:
    """The proved sign (+-1) of the determinant of every simplex; raises `HypothesisError` when one is degenerate."""
    d = rows.shape[1]
    signs = np.zeros(len(simplices), dtype=np.int8)
    if d <= 9:
        step = max(1, 20_000_000 >> (2 * d))
        for start in range(0, len(simplices), step):
            part = slice(start, start + step)
            values, errors = _determinants(rows[simplices[part]])
            signs[part] = np.where(np.abs(values) > errors, np.sign(values), 0)
    undecided = np.flatnonzero(signs == 0)
    if len(undecided) > max(_EXACT_WORK // d**3, d + 2):
        raise _refuse(f"{len(undecided)} facets are nearly degenerate, the first {simplices[undecided[0]].tolist()}")
    for F in undecided:
        signs[F] = _exact_sign(rows[simplices[F]])
        if signs[F] == 0:
            raise _refuse(f"facet {simplices[F].tolist()} is degenerate (its vertices are linearly dependent)")
    return signs


def _ridge_order(ridges: Indices, N: int) -> NDArray[np.intp]:
    """A permutation that puts equal rows side by side."""
    m = ridges.shape[1]
    if N**m < 2**62:
        code = ridges[:, 0].copy()
        for column in range(1, m):
            code *= N
            code += ridges[:, column]
        return np.argsort(code, kind="stable")
    return np.lexsort(ridges.T[::-1])


def _check_cycle(simplices: Indices, signs: NDArray[np.int8], N: int) -> None:
    """Raise `HypothesisError` unless every ridge lies in exactly two simplices, on opposite sides.

    ``simplices`` has increasing rows and ``signs`` are the orientations of the rows in that order; the vertex opposite
    to the ridge without position j lies on the side sign * (-1)^j (up to one common sign).
    """
    count, d = simplices.shape
    ridges = np.concatenate([np.delete(simplices, j, axis=1) for j in range(d)])
    sides = np.concatenate([signs if j % 2 == 0 else -signs for j in range(d)])
    order = _ridge_order(ridges, N)
    ridges, sides = ridges[order], sides[order]
    same = (ridges[1:] == ridges[:-1]).all(axis=1)
    # Exactly two: equal, different, equal, ...
    wrong = np.flatnonzero(same != (np.arange(len(same)) % 2 == 0))
    if len(ridges) % 2 or len(wrong):
        ridge = ridges[wrong[0] if len(wrong) else -1]
        shared = int((ridges == ridge).all(axis=1).sum())
        raise _refuse(f"the ridge {ridge.tolist()} lies in {shared} of the {count} facets instead of 2")
    flipped = np.flatnonzero(sides[0::2] + sides[1::2])
    if len(flipped):
        raise _refuse(f"both facets at the ridge {ridges[2 * flipped[0]].tolist()} lie on the same side of it")


# --- offsets -------------------------------------------------------------------------------------------------------


def _normals(vertices: Floats) -> Floats:
    """Approximate solutions c [F, d] of <p_i, c> = 1 for the unit vertices [F, d, d] of each facet: no proof needed.

    A thin facet (nearly dependent vertices) gets the shortest c that solves the equations nearly: its offset is larger.
    """
    d = vertices.shape[1]
    size = np.abs(np.linalg.det(vertices))
    thin = size <= _THIN * size.max()
    normals = np.empty(vertices.shape[:2])
    normals[~thin] = np.linalg.solve(vertices[~thin], np.ones((int((~thin).sum()), d, 1)))[..., 0]
    normals[thin] = np.linalg.pinv(vertices[thin], rcond=1e-4).sum(axis=2)
    return normals


def _cosines(rows: Floats, simplices: Indices, centres: Floats) -> Floats:
    """The smallest <p, c>/(|p||c|) over the vertices p of each facet, [F], in float64.

    Each differs from the exact value for the same floats by at most gamma_{3d+6}: d operations for the dot product
    (relative to |p||c|), d+1 for each norm, 2 for the quotient (Higham, Accuracy and Stability, 3.1).
    """
    dots = np.einsum("fij,fj->fi", rows[simplices], centres)
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))[simplices]
    norms = np.sqrt(np.einsum("fj,fj->f", centres, centres))
    return np.asarray((dots / (lengths * norms[:, None])).min(axis=1))


def _offsets(rows: Floats, simplices: Indices) -> tuple[Floats, Floats]:
    """The `_cosines` [F] of the facets about their centres, and the centres c [F, d], unit to rounding."""
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    offsets, centres = np.empty(len(simplices)), np.empty((len(simplices), rows.shape[1]))
    step = max(1, 4_000_000 // rows.shape[1] ** 2)
    for start in range(0, len(simplices), step):
        part = slice(start, start + step)
        c = _normals(unit[simplices[part]])
        centres[part] = c / np.linalg.norm(c, axis=1, keepdims=True)
        offsets[part] = _cosines(rows, simplices[part], centres[part])
    return offsets, centres


def certify_facets(points: Floats, simplices: Indices) -> Covering:
    """The covering radius that the proposed simplices prove for the normalised rows (see the module docstring).

    ``points``: float64 [N, d], exact data, not necessarily unit; ``simplices``: integers [F, d].  Signs of determinants
    are proved by float64 with a forward error bound, and by exact rational arithmetic where that does not decide;
    offsets by float64 with the bound gamma_{3d+6}.  Raises `HypothesisError` when the simplices are no closed
    oriented cycle (a hole, a duplicate, a flipped or degenerate facet) or an offset is not positive.
    """
    rows = scaled_rows(points)
    N, d = rows.shape
    simplices = np.asarray(simplices, dtype=np.int64)
    if simplices.ndim != 2 or simplices.shape[1] != d or len(simplices) == 0:
        raise _refuse(f"facets have shape {simplices.shape}; [F, {d}] with F >= 1 is needed")
    if int(simplices.min()) < 0 or int(simplices.max()) >= N:
        raise _refuse(f"a facet names a point outside 0..{N - 1}")
    simplices = np.sort(simplices, axis=1)
    _check_cycle(simplices, _orientations(rows, simplices), N)
    offsets, centres = _offsets(rows, simplices)
    # NaN offsets: argmin returns the first of them, and the comparison below refuses it.
    worst = int(np.argmin(offsets))
    alpha = arb(float(offsets[worst])) - arb(_gamma(3 * d + 6)) - arb(_UNDERFLOW)
    if not (alpha > 0):
        raise _refuse(f"facet {simplices[worst].tolist()} has offset {offsets[worst]:.3g}, so 0 is not well inside")
    return Covering(radius=alpha.acos().upper(), hole=centres[worst], simplices=simplices, nudge=0.0)


def _nudged(points: Floats, size: float, seed: int) -> tuple[Floats, arb]:
    """Points moved by about ``size``, and a proved bound of the angles by which their directions moved."""
    rows = scaled_rows(points)
    moved = rows + size * np.random.default_rng(seed).uniform(-1, 1, rows.shape)
    # |row| >= 1/2; entries of moved - rows carry a relative error of u, their squares and sums gamma_{d+2}.
    step = float(np.sqrt(((moved - rows) ** 2).sum(axis=1).max())) * (1 + 1e-9)
    return moved, (2 * arb(step)).asin()


def covering(points: Floats) -> Covering:
    """A proved covering radius of the normalised rows of ``points``, float64 [N, d], exact data.

    The facets of the convex hull are certified by `certify_facets`.  When the points are degenerate (facets with more
    than d vertices) the proof runs on points nudged by 1e-10 .. 1e-6 radians, and that angle is added.
    Raises `InputError` for unusable arrays, `HypothesisError` when nothing is proved (the points lie in an open
    hemisphere, or their hull is too large to compute).

    >>> import numpy as np
    >>> octahedron = np.vstack([np.eye(3), -np.eye(3)])
    >>> print(f"{float(covering(octahedron).radius):.9f}", f"{np.arccos(3**-0.5):.9f}")
    0.955316618 0.955316618
    """
    try:
        return certify_facets(points, hull(points).simplices)
    except HypothesisError as error:
        refused = error
    for attempt, size in enumerate((1e-10, 1e-9, 1e-8, 1e-7, 1e-6)):
        try:
            moved, angle = _nudged(points, size, attempt)
            found = certify_facets(moved, hull(moved).simplices)
        except HypothesisError:
            continue
        return found._replace(radius=(found.radius + angle).upper(), nudge=float(angle.upper()))
    raise refused


def covering_radius(points: Floats) -> arb:
    """The certified upper bound (exact arb, radians) of `covering`; the same errors."""
    return covering(points).radius
