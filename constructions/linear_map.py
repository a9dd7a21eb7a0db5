"""Linear maps by 2d tokens: keys +-e_j, values +-c W e_j (theory H4 with n = 1, by elementary bounds for every d).

    A(x) = What B(x),   B_j(x) = c sinh(lam x_j) / sum_i cosh(lam x_i),   What e_j = v_j/c the stored values.

B_j = rho_j x_j with rho_j between lower = c lam/(d-1 + cosh lam) and upper = c sinh(lam)/(d cosh(lam/sqrt d)) on the
sphere, because sinh(t)/t grows in |t| and sum_i cosh(lam x_i), convex in the x_i^2, lies between its values at
x_i^2 = 1/d and at a vertex.  So |A(x) - W x| <= |What| max(upper - 1, 1 - lower) + |What - W| in spectral norms.  In
the ball |x| <= 1 the same holds times |x|, with upper = c sinh(lam)/d: the head is linear up to a relative error.
The best c makes the two ends equally bad; the error is about |W| lam^2/12, the values about d |W e_j|/lam.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from flint import arb, arb_mat, fmpq

from constructions.formats import BINARY64, Format
from constructions.prefix import Floats, StoredPrefix, split
from theory.balls import ball, precision, upper
from theory.errors import InputError, UnreachableError

__all__ = [
    "MOST_NUMBERS",
    "LinearError",
    "best_scale",
    "largest_lam",
    "linear_error",
    "linear_prefix",
    "relative_errors",
    "spectral_norm",
    "usable_matrix",
]

MOST_NUMBERS = 2_000_000
"""Most numbers of one tensor that `prefixproof check` reads."""
_LARGEST_LAM = fmpq(4)
_LAM_BITS = 8
"""lam has so few bits: it is a number of every format."""


class LinearError(NamedTuple):
    """Upper bounds: ``sphere`` of |A(x) - W x| for |x| = 1; ``inside`` of |A(x) - W x|/|x| for 0 < |x| <= 1."""

    sphere: arb
    inside: arb


def usable_matrix(matrix: np.typing.NDArray[np.generic]) -> Floats:
    """The matrix [q, d] as float64, exactly.  Raises `InputError` unless it is a finite real matrix with d >= 2 that
    `prefixproof check` can read with its keys."""
    if matrix.ndim != 2 or matrix.dtype.kind not in "fiub" or matrix.dtype.itemsize > 8:
        raise InputError(f"a linear map is a real matrix [q, d] of at most 64 bits, got {matrix.dtype} {matrix.shape}")
    q, d = matrix.shape
    if q < 1 or d < 2:
        raise InputError(f"a linear map on S^(d-1) needs q >= 1 rows and d >= 2 columns, got shape {matrix.shape}")
    if 2 * d * max(d, q) > MOST_NUMBERS:
        raise InputError(f"a matrix of shape {matrix.shape} needs more than {MOST_NUMBERS} numbers: split it by rows")
    found = np.ascontiguousarray(matrix, dtype=np.float64)
    if not np.isfinite(found).all():
        raise InputError(f"entry {np.argwhere(~np.isfinite(found))[0].tolist()} of the matrix is not finite")
    if matrix.dtype.kind in "iu" and int(np.abs(matrix.astype(object)).max()) > 2**53:
        raise InputError("an integer above 2^53 is not exact in float64")
    return found


def spectral_norm(rows: arb_mat) -> arb:
    """An upper bound of the largest singular value, usually to ten digits.

    The smaller Gram matrix G is bounded by s^2 + |s^2 I - G - L L^T| (Frobenius) for every s and L; float64 chooses
    them, balls decide.  Never more than the Frobenius norm.
    """
    gram = rows * rows.transpose() if rows.nrows() <= rows.ncols() else rows.transpose() * rows
    trace = sum((gram[i, i] for i in range(gram.nrows())), arb(0))
    if not trace > 0:
        return upper(trace.nonnegative_part().sqrt())
    unit = arb(2) ** int((trace.mid().log() / arb(2).log()).mid().floor().fmpz())
    gram = gram * (1 / unit)
    n = gram.nrows()
    floats = np.array([float(c) for c in gram.entries()]).reshape(n, n)
    square = float(np.linalg.eigvalsh(floats)[-1]) * (1 + 1e-10) + 1e-300
    try:
        factor = arb_mat(np.linalg.cholesky(square * np.eye(n) - floats).tolist())
    except np.linalg.LinAlgError:
        return upper(trace.sqrt())
    rest = _frobenius(arb_mat(np.diag([square] * n).tolist()) - gram - factor * factor.transpose())
    return upper(((square + rest) * unit).sqrt().min(trace.sqrt()))


def _frobenius(rows: arb_mat) -> arb:
    line = arb_mat([rows.entries()])
    square: arb = (line * line.transpose())[0, 0]
    return square.nonnegative_part().sqrt()


def _ends(d: int, lam: arb, radius: arb) -> tuple[arb, arb, arb]:
    """lower, upper on the sphere of this radius, and upper in the ball, for c = 1."""
    t = lam * radius
    growth = t.sinh() / radius
    return lam / (d - 1 + t.cosh()), growth / (d * (t / arb(d).sqrt()).cosh()), growth / d


def best_scale(d: int, lam: fmpq, components: int = 1, *, inside: bool = False) -> fmpq:
    """The c, of 53 bits for each of the components, for which both ends are equally far from 1: on the sphere, or
    in the ball (``inside``)."""
    with precision(53 * components + 64):
        least, on_sphere, in_ball = _ends(d, ball(lam), arb(1))
        best = 2 / (least + (in_ball if inside else on_sphere))
    with precision(53 * components):
        rounded: arb = (+best).mid()
        return fmpq(rounded.fmpq())


def relative_errors(d: int, lam: arb, scale: arb, radius: arb) -> LinearError:
    """max |rho_j - 1| on the sphere of that radius and in the ball, for |What| = 1 and What = W."""
    least, most, inside = (scale * end for end in _ends(d, lam, radius))
    return LinearError(upper((most - 1).max(1 - least)), upper((inside - 1).max(1 - least)))


def largest_lam(d: int, error: arb, *, inside: bool = False) -> fmpq:
    """The largest lam <= 4 of `_LAM_BITS` bits with relative error at most ``error`` on the sphere, or in the ball.

    Raises `UnreachableError` when there is none above 2^-500.
    """

    def good(lam: fmpq) -> bool:
        # As many bits for c as it takes to tell its ends from 1.
        bits = 53 * (1 + int(abs(lam.p.bit_length() - lam.q.bit_length())) // 24)
        with precision(2 * bits + 64):
            found = relative_errors(d, ball(lam), ball(best_scale(d, lam, bits // 53, inside=inside)), arb(1))
            return bool((found.inside if inside else found.sphere) <= error)

    exponent = 2
    while not good(fmpq(2) ** exponent):
        exponent -= 1
        if exponent < -500:
            small = error.str(3, radius=False)
            raise UnreachableError(f"no lam >= 2^-500 gives a relative error of {small}: raise --eps", limit="--eps")
    # Between two powers of 2 the error grows with lam: bisect the bits.
    least, most = 2 ** (_LAM_BITS - 1), 2**_LAM_BITS
    step = fmpq(2) ** (exponent - _LAM_BITS + 1)
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if good(middle * step) else (least, middle)
    best: fmpq = least * step
    return min(best, _LARGEST_LAM)


def linear_prefix(
    matrix: Floats,
    lam: fmpq,
    scale: fmpq,
    label: str,
    *,
    form: Format = BINARY64,
    components: int = 1,
    boost: fmpq | None = None,
) -> StoredPrefix:
    """Keys e_1..e_d, -e_1..-e_d, values +-c W e_j rounded to ``form`` (or to several float64), biases ``boost``.

    c = ``scale``.  Raises `InputError` when a value is too large for the format.
    """
    q, d = matrix.shape
    with precision(53 * components + 96):
        c = ball(scale)
        half = [part.reshape(d, q) for part in split([c * w for w in matrix.T.ravel().tolist()], components)]
    if form is not BINARY64:
        half = [form.round(half[0])]
    if not np.isfinite(half[0]).all():
        raise InputError(f"values c W e_j, c = {float(c):.3g}, are too large for {form.name}: raise --eps")
    none = np.zeros((2 * d, d))
    return StoredPrefix(
        m=d - 1,
        lam=lam,
        keys=(np.vstack([np.eye(d), -np.eye(d)]), *[none] * (components - 1)),
        values=tuple(np.vstack([part, -part]) for part in half),
        bias=(np.full(2 * d, float(ball(boost or 0))), *[np.zeros(2 * d)] * (components - 1)),
        target=label,
    )


def linear_error(
    stored: StoredPrefix, matrix: Floats, scale: fmpq, norm: arb, lam: arb | None = None, radius: arb | None = None
) -> LinearError:
    """The errors, relative to |x|, of a prefix made by `linear_prefix` with that c, values as they are stored.

    ``norm`` >= |W|; ``lam``: the logits are lam x_j (default: as stored); ``radius``: of sphere and ball, default 1.
    """
    d = matrix.shape[1]
    c = ball(scale)
    found = arb_mat(stored.exact_values()[:d]).transpose() * (1 / c)
    rest = found - arb_mat(matrix.tolist())
    moved = upper(_frobenius(rest))
    if not moved <= norm * arb(2) ** -30:
        moved = spectral_norm(rest)  # a format of few bits: worth its time
    at = ball(stored.lam) if lam is None else lam
    sphere, inside = relative_errors(d, at, c, arb(1) if radius is None else radius)
    return LinearError(upper((norm + moved) * sphere + moved), upper((norm + moved) * inside + moved))
