"""Best values for given keys, biases and lam: minimax values by linear programming (theory H5).

The head is linear in its values, so the values of the least largest error on a mesh are a linear program.  Values of
size V leave errors far below V times the tolerance of a solver; so the program is solved for a CORRECTION: in the basis
of the functions that are 1 at one key and 0 at the others (made from softmax weights in extended precision, where all
cancellation happens), with the error scaled to 1.  Nothing here is a bound: what holds for the result is proved
afterwards, and a result that is not better is not used.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from flint import arb, arb_mat, ctx, fmpq

from constructions.prefix import Floats, Prefix
from theory.balls import ball, precision
from theory.errors import UnreachableError
from theory.targets import Target

__all__ = ["Correction", "chebyshev_center", "correction", "minimax"]

_MOST_BITS = 6000
_ROUNDS = 12
"""Exchanges: the program is solved on a part of the mesh, which takes in the worst of the other points."""
_LAWSON = 150
_BLOCK = 256

Rows = Sequence[Sequence[arb]]


@dataclass(frozen=True)
class Correction:
    """The corrections of the values of a prefix, on a mesh of M points.

    Coefficients c [N, q] change the values by ``gain`` c ([N, N], balls) and the head by ``basis`` c ([M, N], float64).
    ``residual`` [M, q]: the error now over ``scale``; ``values`` [N, q] in float64.
    """

    gain: arb_mat
    basis: Floats
    residual: Floats
    scale: arb
    values: Floats


def _softmax(prefix: Prefix, points: Rows) -> arb_mat:
    """The softmax weights [M, N] at the points, at the current precision."""
    scaled = arb_mat([[prefix.lam * c for c in key] for key in prefix.keys]).transpose()
    rows = []
    for row in (arb_mat(points) * scaled).tolist():
        logits = [s + b for s, b in zip(row, prefix.bias, strict=True)]
        top = logits[0].mid()
        exponentials = [(s - top).exp() for s in logits]
        total = sum(exponentials, arb(0))
        rows.append([e / total for e in exponentials])
    return arb_mat(rows)


def _middle(matrix: arb_mat) -> arb_mat:
    return arb_mat(matrix.nrows(), matrix.ncols(), [entry.mid() for entry in matrix.entries()])


def _floats(matrix: arb_mat) -> Floats:
    return np.array([float(entry) for entry in matrix.entries()]).reshape(matrix.nrows(), matrix.ncols())


def correction(prefix: Prefix, target: Target, points: Rows) -> Correction:
    """What changes of the values do to the error at ``points`` [M][m+1].

    Raises `UnreachableError` when the weights at the keys cannot be inverted (two keys that are one).
    """
    prefix = _centred(prefix)  # inverting needs exact numbers; what is stored is rounded anyway
    bits = max(ctx.prec, 128)
    while bits <= _MOST_BITS:
        with precision(bits):
            at_keys = _softmax(prefix, [_direction(key) for key in prefix.keys])
            try:
                gain = at_keys.inv()
            except ZeroDivisionError:
                gain = None
            if gain is not None and all(
                g.is_finite() and g.rad() < abs(g.mid()) * 2**-60 + 2**-60 for g in _some(gain)
            ):
                return _on_mesh(prefix, target, points, _middle(gain))
        bits *= 2
    raise UnreachableError("the softmax weights at the keys are not invertible: two keys point the same way")


def _centred(prefix: Prefix) -> Prefix:
    keys, values = ([[c.mid() for c in row] for row in rows] for rows in (prefix.keys, prefix.values))
    return replace(prefix, keys=keys, values=values, bias=[b.mid() for b in prefix.bias])


def _some(matrix: arb_mat) -> list[arb]:
    entries: list[arb] = matrix.entries()
    return entries[:: max(1, len(entries) // 2000)]


def _direction(key: Sequence[arb]) -> list[arb]:
    length = sum((c * c for c in key), arb(0)).sqrt()
    return [c / length for c in key]


def _on_mesh(prefix: Prefix, target: Target, points: Rows, gain: arb_mat) -> Correction:
    values = arb_mat([list(row) for row in prefix.values])
    basis, errors = [], []
    for start in range(0, len(points), _BLOCK):
        block = points[start : start + _BLOCK]
        weights = _softmax(prefix, block)
        basis.append(_floats(weights * gain))
        heads = (weights * values).tolist()
        errors += [
            [a - f for a, f in zip(head, target.enclose(x), strict=True)] for head, x in zip(heads, block, strict=True)
        ]
    scale = max((abs(e.mid()) for row in errors for e in row), key=float) or arb(1)
    scale = scale if scale > 0 else arb(1)
    residual = np.array([[float(e / scale) for e in row] for row in errors])
    return Correction(gain, np.concatenate(basis), residual, scale, _floats(values))


def _box(change: Correction, limit: float) -> Floats:
    """The rows that keep the values within the limit: |v + G c| <= limit, G [N, N] in float64."""
    scaled = [float(g * change.scale / limit) for g in change.gain.entries()]
    return np.array(scaled).reshape(change.gain.nrows(), -1)


def chebyshev_center(basis: Floats, residual: Floats, box: Floats, values: Floats) -> tuple[Floats, float]:
    """The c [N] with the least max |residual + basis c| subject to |values + box c| <= 1, and that maximum.

    One output (or one of several in the max norm).  Exchange: HiGHS solves the program on part of the rows, to which
    the worst of the others are added, until none is worse than 1 % above the optimum.
    """
    from scipy.optimize import linprog

    M, N = basis.shape
    chosen = np.unique(np.linspace(0, M - 1, min(M, 6 * N + 20)).astype(int))
    best, worst = np.zeros(N), float(np.abs(residual).max())
    for _ in range(_ROUNDS):
        A, r = basis[chosen], residual[chosen]
        one = -np.ones((len(chosen), 1))
        none = np.zeros((len(box), 1))
        rows = np.block([[A, one], [-A, one], [box, none], [-box, none]])
        right = np.concatenate([-r, r, 1 - values, 1 + values])
        cost = np.zeros(N + 1)
        cost[-1] = 1.0
        bounds = [(None, None)] * N + [(0, None)]
        solved = linprog(cost, rows, right, bounds=bounds, method="highs-ds")
        if solved.x is None:
            break
        errors = np.abs(residual + basis @ solved.x[:N])
        found = float(errors.max())
        if found < worst and np.abs(values + box @ solved.x[:N]).max() <= 1.0 + 1e-6:
            best, worst = solved.x[:N], found
        if found <= 1.01 * solved.x[-1]:
            break
        beyond = np.argsort(-errors)[: 2 * N]
        chosen = np.union1d(chosen, beyond[errors[beyond] > solved.x[-1]])
    return best, worst


def _lawson(basis: Floats, residual: Floats) -> tuple[Floats, float]:
    """About the c [N, q] with the least max over the mesh of |residual + basis c|, the Euclidean norm in R^q.

    Lawson's algorithm: least squares with weights that are multiplied by the errors.
    """
    weight = np.full(len(basis), 1 / len(basis))
    best, worst = np.zeros((basis.shape[1], residual.shape[1])), float(np.linalg.norm(residual, axis=1).max())
    for _ in range(_LAWSON):
        root = np.sqrt(weight)[:, None]
        c = np.linalg.lstsq(root * basis, -root * residual, rcond=1e-13)[0]
        errors = np.linalg.norm(residual + basis @ c, axis=1)
        if errors.max() < worst:
            best, worst = c, float(errors.max())
        weight = weight * errors
        total = weight.sum()
        if not total > 0:
            break
        weight /= total
    return best, worst


def minimax(prefix: Prefix, target: Target, points: Rows, max_value: fmpq) -> tuple[Prefix, float]:
    """The prefix with better values, at most ``max_value``, and about the largest error that they leave on the mesh.

    One output: the best values on the mesh.  Several: Lawson's algorithm for the Euclidean norm, as far as the values
    stay within the limit.  ``points`` [M][m+1].  Raises as `correction`.
    """
    change = correction(prefix, target, points)
    limit = float(ball(max_value)) * (1 - 1e-9)
    box = _box(change, limit)
    start = change.values / limit
    if prefix.values and len(prefix.values[0]) == 1:
        c, worst = chebyshev_center(change.basis, change.residual[:, 0], box, start[:, 0])
        coefficients = c[:, None]
    else:
        coefficients, _ = _lawson(change.basis, change.residual)
        share = _within(start, box @ coefficients)
        coefficients = share * coefficients
        worst = float(np.linalg.norm(change.residual + change.basis @ coefficients, axis=1).max())
    steps = (change.gain * arb_mat([[arb(x) * change.scale for x in row] for row in coefficients.tolist()])).tolist()
    with precision(max(ctx.prec, 256)):
        values = [[(v + s).mid() for v, s in zip(a, b, strict=True)] for a, b in zip(prefix.values, steps, strict=True)]
    return replace(prefix, values=values), worst * float(change.scale)


def _within(start: Floats, step: Floats) -> float:
    """The largest share in [0, 1] with |start_i + share step_i| <= 1 for every i."""
    a, b, c = (step * step).sum(axis=1), (start * step).sum(axis=1), (start * start).sum(axis=1) - 1
    with np.errstate(divide="ignore", invalid="ignore"):
        roots = (-b + np.sqrt(np.maximum(b * b - a * c, 0.0))) / a
    return float(min(1.0, max(0.0, np.nanmin(np.where(a > 0, roots, math.inf)))))
