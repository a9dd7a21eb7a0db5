"""Linear maps by the keys +-e_j: the head of a stored prefix against a stored matrix W, re-proved.

With keys e_1..e_d, -e_1..-e_d, equal biases and values v_j, -v_j the head is exactly
    A(x) = sum_j v_j sinh(lam x_j) / sum_i cosh(lam x_i) = What B(x),   What e_j = v_j/c,   B_j(x) = rho_j x_j,
    rho_j = c lam s(lam x_j) / sum_i cosh(lam x_i),   s(t) = sinh(t)/t,
for any c > 0.  For |x| <= 1: 1 <= s(lam x_j) <= s(lam); sum_i cosh(lam x_i), convex and symmetric in the x_i^2, is at
most its value at a vertex, d - 1 + cosh lam, and at least that at equal squares: d cosh(lam/sqrt d) if |x| = 1, d in
any case.  So |B(x) - x| <= K |x|, and |A(x) - W x| <= (|What| K + |What - W|) |x|.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from flint import arb, arb_mat, fmpq
from msgspec import UNSET
from numpy.typing import NDArray

from verify.certificate import (
    PREFIX_FILE,
    CertificateError,
    UnusableInput,
    printable,
    rational,
    read_regular_file,
    sha256_hex,
)
from verify.checker.balls import Refused, Undecided, decimal_up, demand, largest, length, precision
from verify.checker.stored_head import StoredHead, read_prefix, rows
from verify.checker.verdict import MAX_BITS, MAX_PREFIX_BYTES, CheckResult
from verify.linear_format import (
    LINEAR_FILE,
    MATRIX_FILE,
    MAX_CLAIM_BYTES,
    LinearClaim,
    parse_claim,
    parse_matrix,
)

__all__ = ["check_linear"]


def check_linear(directory: str | os.PathLike[str]) -> CheckResult:
    """Re-prove the certificate in a directory written by ``prefixproof linear``.

    The ``reason`` of a VALID is what was proved.  Raises `UnusableInput` when a file is missing, unreadable or not a
    regular file; everything that is wrong inside is an INVALID with its reason.
    """
    base = Path(directory)
    try:
        claim = parse_claim(read_regular_file(base / LINEAR_FILE, MAX_CLAIM_BYTES))
        data = read_regular_file(base / PREFIX_FILE, MAX_PREFIX_BYTES)
        matrix = read_regular_file(base / MATRIX_FILE, MAX_PREFIX_BYTES)
        if (sha256_hex(data), sha256_hex(matrix)) != (claim.prefix_sha256, claim.matrix_sha256):
            raise Refused("prefix_sha256 or matrix_sha256 is not the hash of its file")
        bound = _prove(claim, read_prefix(data), parse_matrix(matrix))
    except UnusableInput:
        raise
    except CertificateError as error:
        return CheckResult(False, None, printable(str(error)), ())
    except Exception as error:  # hostile numbers may break any library below: whatever is not proved is INVALID
        return CheckResult(False, None, printable(f"cannot be checked ({type(error).__name__}: {error})"), ())
    shown = decimal_up(bound)
    if rational(shown) > rational(claim.certified_error):  # rounding up must not hide that the claim itself is proved
        shown = claim.certified_error
    context = 0 if claim.context is UNSET else claim.context.tokens
    where = f"{shown} |x| for |x| <= 1" if claim.domain == "ball" else f"{shown} for |x| = 1"
    with_context = f", with up to {context} visible context tokens" if context else ""
    return CheckResult(True, shown, f"|head(x) - W x| <= {where}{with_context}", (), context)


def _prove(claim: LinearClaim, head: StoredHead, matrix: NDArray[np.float64]) -> arb:
    """The re-proved bound; raises `CertificateError` with the reason when the claim is not re-proved."""
    q, d = matrix.shape
    eps, error, lam, c = (rational(text) for text in (claim.eps, claim.certified_error, claim.lam, claim.scale))
    for name, stated, found in (
        ("sphere", (claim.sphere, claim.sphere), (head.m, d - 1)),
        ("outputs", (claim.outputs, claim.outputs), (head.values[0].shape[1], q)),
        ("tokens", (claim.tokens, claim.tokens), (len(head.keys[0]), 2 * d)),
        ("lam", lam, head.lam),
    ):
        if stated != found:
            raise Refused(f"the certificate says {name} {str(stated)[:80]}, the files {str(found)[:80]}")
    if not (lam > 0 and eps > 0 and c > 0 and error <= eps):
        raise Refused("lam, eps and scale must be positive and certified_error at most eps")
    _keys_and_signs(head, d)
    bits = 64 + 4 * (_bits(1 / (error or eps)) + _bits(rational(claim.max_value)) + _bits(1 / lam) + _bits(lam))
    while True:
        if bits > MAX_BITS:
            raise Refused(f"too large to check here: {bits} bits, at most {MAX_BITS}")
        try:
            with precision(bits):
                return _bound(claim, head, matrix, arb(lam), arb(c))
        except Undecided:
            bits *= 2


def _bits(x: fmpq) -> int:
    return max(0, int(x.p).bit_length() - int(x.q).bit_length() + 1)


def _keys_and_signs(head: StoredHead, d: int) -> None:
    """Keys e_1..e_d, -e_1..-e_d exactly, values v_j and -v_j, one bias for all."""
    unit = np.eye(d)
    for i, key in enumerate(head.keys):
        if not (key == (np.vstack([unit, -unit]) if i == 0 else 0)).all():
            raise Refused("the keys are not e_1..e_d, -e_1..-e_d")
    for value in head.values:
        if not (value[:d] == -value[d:]).all():
            raise Refused("the values of e_j and -e_j are not opposite")
    for bias in head.bias:
        if not (bias == bias[0]).all():
            raise Refused("the biases are not all equal")


def _bound(claim: LinearClaim, head: StoredHead, matrix: NDArray[np.float64], lam: arb, c: arb) -> arb:
    d = matrix.shape[1]
    values = rows([part[:d] for part in head.values])
    demand(largest([length(v) for v in values]), rational(claim.max_value), "max_value")
    W = arb_mat(matrix.tolist())
    norm = spectral_norm(W)
    demand(norm, rational(claim.norm), "the spectral norm of the matrix")
    rest = arb_mat(values).transpose() * (1 / c) - W
    least = c * lam / (d - 1 + lam.cosh())
    most = c * lam.sinh() / d
    if claim.domain == "sphere":
        most = most / (lam / arb(d).sqrt()).cosh()
    K = (most - 1).max(1 - least)

    share = _share(claim, head, d)

    def total(moved: arb) -> arb:
        core: arb = (norm + moved) * K + moved
        return core.max((1 - share) * core + share * norm)

    found = total(length(rest.entries()))
    if not found <= rational(claim.certified_error):  # the Frobenius norm was too much: numbers of a narrow format
        found = total(spectral_norm(rest))
    demand(found, rational(claim.certified_error), "the error bound")
    return found


def _share(claim: LinearClaim, head: StoredHead, d: int) -> arb:
    """The largest share of the context: with tau tokens the head is (1 - s) A, s = tau/(tau + 2 e^b sum cosh)."""
    if claim.context is UNSET:
        return arb(0)
    share = rational(claim.context.share)
    bias = sum((arb(float(part[0, 0])) for part in head.bias), arb(0))
    demand(1 / (1 + 2 * d * bias.exp() / claim.context.tokens), share, "the share of the context")
    return arb(share)


def spectral_norm(W: arb_mat) -> arb:
    """An upper bound of the largest singular value: G <= s^2 + |s^2 I - G - L L^T| (Frobenius norm) for the smaller
    Gram matrix G and any s and L.

    Floats choose s and L; NaN in them gives NaN, which proves nothing.
    """
    gram = W * W.transpose() if W.nrows() <= W.ncols() else W.transpose() * W
    n = gram.nrows()
    plain = sum((gram[i, i] for i in range(n)), arb(0)).nonnegative_part()
    if not plain > 0:
        return plain.sqrt()
    unit = arb(2) ** int((plain.mid().log() / arb(2).log()).mid().floor().fmpz())
    gram = gram * (1 / unit)
    floats = np.array([float(x) for x in gram.entries()]).reshape(n, n)
    square = float(np.linalg.eigvalsh(floats)[-1]) * (1 + 1e-10) + 1e-300
    try:
        factor = arb_mat(np.linalg.cholesky(square * np.eye(n) - floats).tolist())
    except np.linalg.LinAlgError:
        return plain.sqrt()
    rest = arb_mat((square * np.eye(n)).tolist()) - gram - factor * factor.transpose()
    sharp = ((square + length(rest.entries())) * unit).sqrt()
    return sharp if sharp < plain.sqrt() else plain.sqrt()
