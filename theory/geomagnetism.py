"""The Earth's magnetic field as targets on S^2: the main field of IGRF-14 at the epoch 2025.0, degrees 1 to 4.

The Gauss coefficients (nT, Schmidt semi-normalised) are those of the International Geomagnetic Reference Field, 14th
generation (IAGA Working Group V-MOD, https://doi.org/10.5281/zenodo.14012302), as the package ppigrf ships them.  The
expressions below round coefficients to 0.01 nT: such an expression IS the target, and the field is within the rounding.
"""

from __future__ import annotations

from math import factorial, sqrt

from flint import fmpq, fmpq_mpoly, fmpq_poly

from theory.errors import InputError
from theory.harmonics import legendre, ring

__all__ = ["COEFFICIENTS", "field", "radial_field"]

COEFFICIENTS: dict[tuple[int, int], float] = {
    (1, 0): -29350.0, (1, 1): -1410.3, (1, -1): 4545.5,
    (2, 0): -2556.2, (2, 1): 2950.9, (2, -1): -3133.6, (2, 2): 1648.7, (2, -2): -814.2,
    (3, 0): 1360.9, (3, 1): -2404.2, (3, -1): -56.9, (3, 2): 1243.8, (3, -2): 237.6, (3, 3): 453.4, (3, -3): -549.6,
    (4, 0): 894.7, (4, 1): 799.6, (4, -1): 278.6, (4, 2): 55.8, (4, -2): -134.0, (4, 3): -281.1, (4, -3): 212.0,
    (4, 4): 12.0, (4, -4): -375.4,
}  # fmt: skip
"""g_n^m as (n, m) and h_n^m as (n, -m), nT."""


def _harmonic(n: int, m: int) -> tuple[float, fmpq_mpoly]:
    """(Schmidt factor, d^m P_n/dz^m times Re or Im (x+iy)^m) for m >= 0 or m < 0: a polynomial in x0, x1, x2."""
    x0, x1, x2 = ring(3).gens()
    order = abs(m)
    profile: fmpq_poly = legendre(2, n)
    for _ in range(order):
        profile = profile.derivative()
    along = sum((c * x2**k for k, c in enumerate(profile.coeffs())), ring(3).constant(0))
    real, imaginary = ring(3).constant(1), ring(3).constant(0)
    for _ in range(order):
        real, imaginary = real * x0 - imaginary * x1, real * x1 + imaginary * x0
    factor = sqrt(2 * factorial(n - order) / factorial(n + order)) if order else 1.0
    return factor, along * (imaginary if m < 0 else real)


def _potential(degree: int, growth: bool) -> dict[int, fmpq_mpoly]:
    """{n: sum over m} of the coefficients in microtesla times the harmonics, times n+1 with ``growth``, rounded."""
    if not 1 <= degree <= 4:
        raise InputError(f"degrees 1 to 4 of the field are stored, not {degree}")
    parts: dict[int, fmpq_mpoly] = {}
    for (n, m), value in COEFFICIENTS.items():
        if n <= degree:
            factor, polynomial = _harmonic(n, m)
            scale = fmpq(round(100 * value * factor * ((n + 1) if growth else 1)), 100_000)
            parts[n] = parts.get(n, ring(3).constant(0)) + scale * polynomial
    return parts


def _text(p: fmpq_mpoly) -> str:
    terms = []
    for powers, c in sorted(p.to_dict().items(), reverse=True):
        names = [f"x{i}" if k == 1 else f"x{i}**{k}" for i, k in enumerate(powers) if k]
        terms.append("*".join([f"({c})", *names]))
    return " + ".join(terms)


def radial_field(degree: int = 4) -> str:
    """The outward radial field B_r at the mean radius of the Earth, in microtesla, as an expression on S^2.

    x2 points to the north pole, x0 to longitude 0.  B_r = sum (n+1) (g_n^m cos m phi + h_n^m sin m phi) P_n^m.

    >>> radial_field(1)
    '(-14103/5000)*x0 + (9091/1000)*x1 + (-587/10)*x2'
    """
    parts = _potential(degree, growth=True)
    return _text(sum(parts.values(), ring(3).constant(0)))


def field(degree: int = 3) -> str:
    """The field vector B = -grad V at the mean radius of the Earth, in microtesla, as a map S^2 -> R^3.

    With V = sum V_n, V_n a homogeneous polynomial of degree n divided by r^{2n+1}:  B = sum (2n+1) x V_n - grad V_n on
    the sphere.
    """
    parts = _potential(degree, growth=False)
    x = ring(3).gens()
    components = []
    for i in range(3):
        total = ring(3).constant(0)
        for n, p in parts.items():
            solid = _homogeneous(p, n)
            total += (2 * n + 1) * x[i] * solid - solid.derivative(i)
        components.append(_text(total))
    return f"[{', '.join(components)}]"


def _homogeneous(p: fmpq_mpoly, n: int) -> fmpq_mpoly:
    """The homogeneous polynomial of degree n that equals p on the sphere; p has only degrees n, n-2, ..."""
    square = sum((g * g for g in ring(3).gens()), ring(3).constant(0))
    result = ring(3).constant(0)
    for powers, c in p.to_dict().items():
        missing, odd = divmod(n - sum(powers), 2)
        if odd:
            raise InputError(f"a term of degree {sum(powers)} in a harmonic of degree {n}")
        term = ring(3).from_dict({powers: c})
        result += term * square**missing
    return result
