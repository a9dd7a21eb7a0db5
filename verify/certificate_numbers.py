"""The numbers of certificates: reals as text, and what every theorem and every claim about hardware needs.

Everything here may be a lie; this module only says what is claimed, and imports nothing of the project.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

import msgspec
from flint import fmpq

__all__ = [
    "REAL_NUMBERS", "CertificateError", "ContextNumbers", "Count", "F1Numbers", "FormatName", "H1Numbers", "H2Numbers",
    "H3Numbers", "H6Numbers", "HardwareNumbers", "Line", "MeshNumbers", "Numbers", "Real", "Sha256", "Theorem",
    "exp_assumption", "quoted", "rational", "reals_of", "theorem_of",
]  # fmt: skip

MAX_DIGITS = 2000
MAX_EXPONENT = 5000


class CertificateError(ValueError):
    """The content of a file is not what the format allows (the verdict is INVALID)."""


# --- numbers as text ------------------------------------------------------------------------------------------------

_DECIMAL = r"[0-9]{1,2000}(?:\.[0-9]{1,2000})?(?:[eE][+-]?[0-9]{1,4})?"
_RATIO = r"[0-9]{1,2000}/[0-9]{1,2000}"
_REAL = re.compile(rf"(?:{_DECIMAL}|{_RATIO})", re.ASCII)

Real = Annotated[str, msgspec.Meta(pattern=rf"\A(?:{_DECIMAL}|{_RATIO})\Z", max_length=2 * MAX_DIGITS + 8)]
"""A nonnegative real as text, exact: a decimal ("0.1" is 1/10, "6.4e-7") or a ratio of integers ("1/4")."""
Degree = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000)]
Line = Annotated[str, msgspec.Meta(max_length=25_000)]
Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z", max_length=64)]


def rational(text: str) -> fmpq:
    """The exact value of a `Real`; raises `CertificateError` for any other text (signs, nan, inf, spaces, ...).

    >>> rational("0.1"), rational("6.4e-7"), rational("1/4")
    (1/10, 1/1562500, 1/4)
    """
    if len(text) > 2 * MAX_DIGITS + 8 or _REAL.fullmatch(text) is None:
        raise CertificateError(f"{quoted(text)} is not a nonnegative decimal or ratio such as 0.1, 6.4e-7 or 1/4")
    if "/" in text:
        numerator, denominator = (int(part) for part in text.split("/"))
        if denominator == 0:
            raise CertificateError(f"the ratio {quoted(text)} has denominator 0")
        return fmpq(numerator, denominator)
    digits, _, exponent = text.lower().partition("e")
    whole, _, fraction = digits.partition(".")
    power = int(exponent or "0")
    if abs(power) > MAX_EXPONENT or len(whole) + len(fraction) > MAX_DIGITS:
        raise CertificateError(
            f"{quoted(text)}: at most {MAX_DIGITS} digits and decimal exponents up to {MAX_EXPONENT} are read"
        )
    power -= len(fraction)
    scale = 10 ** abs(power)
    value = int(whole + fraction)
    return fmpq(value * scale) if power >= 0 else fmpq(value, scale)


def quoted(text: str, width: int = 60) -> str:
    """``repr`` of a possibly endless hostile text, cut."""
    return repr(text if len(text) <= width else text[:width] + "...")


REAL_NUMBERS = {
    "truncation", "sup_norm", "norm_defect", "key_error", "bias_error", "value_error",
    "lipschitz", "covering_radius", "radius", "head_error",
}  # fmt: skip


# --- the claims -----------------------------------------------------------------------------------------------------


class H2Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="theorem", tag="H2"):
    """The spectral prefix by its Gram form (theory H2), for any nodes p_i = k_i/|k_i|.

    ``degree`` n of the polynomial f_{<=n} that the values are made for; ``cutoff`` K >= n of the Gram sums;
    ``taylor_order`` of the polynomial model (0 for a polynomial target); ``truncation`` >= sup |f - f_{<=n}|;
    ``sup_norm`` >= sup |f_{<=n}|; ``norm_defect`` >= max ||k_i| - 1|.
    """

    degree: Degree
    cutoff: Degree
    taylor_order: Degree
    truncation: Real
    sup_norm: Real
    norm_defect: Real


class H1Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="theorem", tag="H1"):
    """The spectral prefix on ideal product-Gauss nodes exact to degree ``exactness`` D >= 2n (theory H1).

    ``degree``, ``taylor_order``, ``truncation``, ``sup_norm`` as in `H2Numbers`; with the ideal nodes p_i and weights
    om_i in their fixed order and g = sum_{k<=n} f_k/a_k: ``key_error`` >= max |k_i - p_i|, ``bias_error`` >=
    max |b_i - ln om_i|, ``value_error`` >= max |v_i - g(p_i)|.
    """

    degree: Degree
    exactness: Degree
    nodes: Literal["product_gauss"] = "product_gauss"
    taylor_order: Degree
    truncation: Real
    sup_norm: Real
    key_error: Real
    bias_error: Real
    value_error: Real


class H3Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="theorem", tag="H3"):
    """The Jackson prefix on product-Gauss nodes exact to degree ``exactness`` D >= max(2k+1, 4k) (theory H3).

    ``kernel`` k: the values are those of the polynomial f_k = sum_j om_j f(p_j) Q_k(<x,p_j>) of degree 2k;
    ``lipschitz`` L of the target and how it is known; ``sup_norm`` >= max |f(p_j)|; the three errors as in `H1Numbers`.
    """

    kernel: Degree
    exactness: Degree
    lipschitz: Real
    lipschitz_status: Literal["exact", "certified", "given"]
    sup_norm: Real
    key_error: Real
    bias_error: Real
    value_error: Real


class H6Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="theorem", tag="H6"):
    """Any prefix, by its values on a mesh of ``steps`` latitudes (theory H6).

    ``degree``, ``taylor_order``, ``truncation``, ``sup_norm`` as in `H2Numbers`; exponentials count as polynomials of
    degree ``cutoff`` K; ``head_error`` >= sup |head - f_{<=n}|.
    """

    degree: Degree
    taylor_order: Degree
    truncation: Real
    sup_norm: Real
    cutoff: Degree
    steps: Count
    head_error: Real


class F1Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="theorem", tag="F1"):
    """The local prefix (theory F1).

    ``lipschitz`` L of the target in the geodesic distance and how it is known; ``covering_radius`` delta in radians of
    p_i = k_i/|k_i| and what proves it ("trivial": delta = pi, any upper decimal of pi); ``radius`` r > delta;
    ``norm_defect`` >= max ||k_i| - 1|; ``value_error`` >= max |v_i - f(p_i)|.
    """

    lipschitz: Real
    lipschitz_status: Literal["exact", "certified", "given"]
    covering: Literal["facets", "signed_orbits", "trivial"]
    covering_radius: Real
    radius: Real
    norm_defect: Real
    value_error: Real


Theorem = Literal["H2", "H1", "F1", "H3", "H6"]
Numbers = H2Numbers | H1Numbers | F1Numbers | H3Numbers | H6Numbers


def theorem_of(numbers: Numbers) -> Theorem:
    """The label of the theorem that speaks of these numbers."""
    tag: Theorem = numbers.__struct_config__.tag  # type: ignore[assignment]
    return tag


class ContextNumbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Visible context tokens of score 0 and value 0 (theory I3, I4): any number up to ``tokens``, under any mask.

    ``boost``: what was added to every bias (theorem H1 subtracts it again); ``share`` >= the largest share of the
    context in the softmax weights.
    """

    tokens: Count
    boost: Real
    share: Real


FormatName = Literal["float64", "float32", "bfloat16", "float16"]


class MeshNumbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the means that rounding errors depend on are bounded from a mesh (theory L, H6).

    ``cutoff`` K and ``steps`` as in `H6Numbers`; ``turn_square`` >= C, the mean of c_i^2; ``scales``: where tangents of
    the square roots of V, C and U touch (any positive numbers will do, good ones make the bound small); ``mean``: at
    least what these tangents make of the rounding error, without the part that is the same everywhere.
    """

    cutoff: Degree
    steps: Count
    turn_square: Real
    scales: tuple[Real, Real, Real]
    mean: Real


class HardwareNumbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What hardware computes from the prefix cast to ``dtype``, at any x of S^m rounded to it, is within ``error`` <=
    ``eps`` of f(x).

    The next five name the formats of the sums of products, of stored logits, of the softmax and of the factors of the
    values; sums of n terms in blocks of ``block`` (null: in any order), ``online`` softmax over so many keys at a time
    (null: the maximum first), exp accurate to ``exp_ulp``.  ``cast_sha256``: of the cast keys, biases and values, as
    float64.  ``lipschitz``: the Lipschitz constant of the target that pays for moving x onto the sphere (null: all
    logits pay for rounding x).  ``mesh``: null when the means are bounded by other numbers.
    """

    dtype: FormatName
    accumulate: FormatName
    logits: FormatName
    softmax: FormatName
    weights: FormatName
    block: Count | None
    online: Count | None
    exp_ulp: Count
    cast_sha256: Sha256
    eps: Real
    error: Real
    lipschitz: Real | None
    mesh: MeshNumbers | None


def reals_of(hardware: HardwareNumbers) -> list[str]:
    """All reals of a claim about hardware."""
    mesh = [] if hardware.mesh is None else [hardware.mesh.turn_square, hardware.mesh.mean, *hardware.mesh.scales]
    return [hardware.eps, hardware.error, *([] if hardware.lipschitz is None else [hardware.lipschitz]), *mesh]


def exp_assumption(softmax: str, exp_ulp: int, *, gradual: bool) -> str:
    """The sentence about hardware that nobody proves; ``gradual``: float16 is among the formats."""
    return (
        f"exp in {softmax} is accurate to {exp_ulp} ulp, the other operations are IEEE 754 to nearest "
        "(results below the normal range may be replaced by 0" + (", except in float16)" if gradual else ")")
    )
