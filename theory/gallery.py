"""Targets to try: smooth, Lipschitz and Hoelder maps of spheres, fields, rotations, nearest points, real data.

Every entry is an expression that `theory.targets.Target` reads.  ``lipschitz`` is a constant that is known by hand
(geodesic distance in radians, Euclidean norm): what the program proves is compared with it, never replaced by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from theory.errors import InputError
from theory.geomagnetism import field, radial_field
from theory.targets import Target

__all__ = ["Entry", "entry", "gallery"]

Kind = Literal["polynomial", "analytic", "lipschitz", "hoelder"]


class Entry(NamedTuple):
    """One target f: S^m -> R^q.

    ``kind``: a polynomial, analytic near the sphere, Lipschitz with kinks, or Hoelder only.  ``lipschitz``: an
    expression for the best Lipschitz constant, ``status`` "exact", or a "bound" of it; None where none is known by hand
    (or none exists: kind "hoelder").  ``eps``: a coarse error that is quick to build for.
    """

    name: str
    expression: str
    m: int
    q: int
    kind: Kind
    lipschitz: str | None
    status: Literal["exact", "bound", ""]
    eps: str
    remark: str

    def target(self) -> Target:
        """The target itself."""
        return Target.from_expression(self.expression, self.m)


def _cities() -> str:
    """Distance to the nearest of nine cities: unit vectors rounded to 1/1000 (x2 north, x0 towards longitude 0)."""
    places = (
        (0.623, -0.001, 0.782),  # London
        (0.212, -0.726, 0.653),  # New York, with longitude 74 W
        (-0.621, 0.523, 0.583),  # Tokyo
        (-0.705, 0.421, -0.570),  # Sydney, 34 S 151 E
        (0.626, -0.662, -0.412),  # near Sao Paulo
        (0.737, 0.448, -0.506),  # near Durban
        (0.285, 0.903, 0.320),  # Mumbai
        (-0.444, -0.692, 0.569),  # near Los Angeles
        (0.740, 0.449, 0.500),  # Cairo
    )
    distances = ", ".join("acos(" + " + ".join(f"({a})*x{i}" for i, a in enumerate(p)) + ")" for p in places)
    return f"min({distances})"


def _sum(terms: Sequence[str]) -> str:
    return " + ".join(terms)


@lru_cache(maxsize=1)
def gallery() -> tuple[Entry, ...]:
    """All entries, simple ones first.

    >>> len(gallery()) >= 40, gallery()[0].name
    (True, 'height')
    """
    P, A, L, H = "polynomial", "analytic", "lipschitz", "hoelder"
    rows: list[tuple[str, str, int, int, str, str | None, str, str, str]] = [
        # --- polynomials
        ("height", "x2", 2, 1, P, "1", "exact", "0.01", "a linear function: 2d tokens +-e_i are enough (H4)"),
        ("saddle", "x0*x1", 2, 1, P, "1", "exact", "0.01", "x^T A x with eigenvalues 1/2, 0, -1/2"),
        ("tour", "x0*x1 + x2**3", 2, 1, P, None, "", "1e-4", "the example of the first page"),
        ("cubic", "x0**4 + x1**4 + x2**4", 2, 1, P, None, "", "0.01", "the cube's symmetry"),
        ("triple product", "x0*x1*x2", 2, 1, P, None, "", "0.01", "a harmonic of degree 3"),
        ("cosine of 3", "4*x0**3 - 3*x0", 1, 1, P, "3", "exact", "0.01", "cos 3 theta on the circle"),
        (
            "cosine of 8", "128*x0**8 - 256*x0**6 + 160*x0**4 - 32*x0**2 + 1", 1, 1, P, "8", "exact", "0.01",
            "cos 8 theta on the circle",
        ),
        (
            "sectoral", "x0**6 - 15*x0**4*x1**2 + 15*x0**2*x1**4 - x1**6", 2, 1, P, "6", "exact", "0.01",
            "Re (x0 + i x1)^6: six waves around the equator",
        ),
        (
            "zonal", "(6435*x2**8 - 12012*x2**6 + 6930*x2**4 - 1260*x2**2 + 35)/128", 2, 1, P, None, "", "0.01",
            "the Legendre polynomial P_8 of the height",
        ),
        ("determinant", "x0*x3 - x1*x2", 3, 1, P, "1", "exact", "0.01", "of a 2x2 matrix on S^3"),
        ("pairs", _sum([f"x{2 * i}*x{2 * i + 1}" for i in range(4)]), 7, 1, P, "1", "exact", "0.05", "on S^7"),
        ("mean", "(" + _sum([f"x{i}" for i in range(16)]) + ")/4", 15, 1, P, "1", "exact", "0.05", "linear on S^15"),
        ("wide quadratic", "x0*x1 + x2*x3", 31, 1, P, "1", "exact", "1.6", "too wide for a rule"),
        # --- polynomial maps: rotations, fields
        ("identity", "[x0, x1, x2]", 2, 3, P, "1", "exact", "0.01", "the sphere itself"),
        (
            "rotation", "[(3*x0 - 4*x1)/5, (4*x0 + 3*x1)/5, x2]", 2, 3, P, "1", "exact", "0.01",
            "by the angle of the 3-4-5 triangle",
        ),
        (
            "double rotation", "[(3*x0 - 4*x1)/5, (4*x0 + 3*x1)/5, (5*x2 - 12*x3)/13, (12*x2 + 5*x3)/13]", 3, 4, P, "1",
            "exact", "0.01", "two planes of R^4 at two angles",
        ),
        ("antipode", "[-x0, -x1, -x2, -x3]", 3, 4, P, "1", "exact", "0.01", "x -> -x on S^3"),
        ("spin", "[-x1, x0, 0]", 2, 3, P, "1", "exact", "0.01", "the velocity of a turning globe"),
        ("Hopf field", "[-x1, x0, -x3, x2]", 3, 4, P, "1", "exact", "0.01", "a tangent field on S^3 without zeros"),
        ("gradient", "[-x0*x2, -x1*x2, 1 - x2**2]", 2, 3, P, "1", "exact", "0.01", "tangent gradient of the height"),
        ("dipole", "[3*x0*x2, 3*x1*x2, 3*x2**2 - 1]", 2, 3, P, "3", "exact", "0.02", "field of a bar magnet"),
        (
            "Hopf map", "[2*(x0*x2 + x1*x3), 2*(x1*x2 - x0*x3), x0**2 + x1**2 - x2**2 - x3**2]", 3, 3, P, "2", "exact",
            "0.02", "S^3 -> S^2, every point a circle",
        ),
        (
            "quaternion square", "[x0**2 - x1**2 - x2**2 - x3**2, 2*x0*x1, 2*x0*x2, 2*x0*x3]", 3, 4, P, "2", "exact",
            "0.02", "doubles every rotation angle",
        ),
        (
            "projector", "[x0**2, x1**2, x2**2, x0*x1, x0*x2, x1*x2]", 2, 6, P, "sqrt(2)", "exact", "0.02",
            "the entries of x x^T: the projective plane",
        ),
        (
            "geomagnetic radial field", radial_field(4), 2, 1, P, None, "", "1",
            "real data: IGRF-14 at 2025.0, degrees 1 to 4, microtesla",
        ),
        (
            "geomagnetic field", field(2), 2, 3, P, None, "", "2",
            "real data: the vector of IGRF-14 at 2025.0, degrees 1 and 2, microtesla",
        ),
        # --- analytic
        ("exponential", "exp(x0)", 2, 1, A, "exp((sqrt(5) - 1)/2)*sqrt((sqrt(5) - 1)/2)", "exact", "1e-3", "zonal"),
        ("bump", "exp(4*x2 - 4)", 2, 1, A, None, "", "0.01", "a von Mises-Fisher density with lam = 4"),
        ("waves", "cos(4*x0 + 2*x1)", 2, 1, A, "sqrt(20)", "bound", "0.02", "a plane wave seen on the sphere"),
        ("sine and slope", "sin(3*x0)*x1", 2, 1, A, None, "", "0.01", "an example of theory K4"),
        ("Poisson kernel", "3/4/(5/4 - x0)", 1, 1, A, None, "", "0.02", "of the disc, at radius 1/2"),
        ("reciprocal", "1/(2 + x0)", 3, 1, A, None, "", "0.01", "rational, analytic up to distance 1"),
        ("logarithm", "log(2 + x0*x1)", 2, 1, A, None, "", "0.01", "of a quadratic form"),
        ("logistic", "1/(1 + exp(-4*x0))", 2, 1, A, "1", "exact", "0.02", "a soft half-space"),
        ("three bumps", "exp(6*x0 - 6) + exp(6*x1 - 6) + exp(6*x2 - 6)", 2, 1, A, None, "", "0.02", "a mixture"),
        ("hyperbolic tangent", "tanh(2*x0 + x1)", 2, 1, A, "sqrt(5)", "exact", "0.05", "one hidden unit"),
        (
            "soft choice",
            "[exp(2*x0)/(exp(2*x0) + exp(2*x1) + exp(2*x2)), exp(2*x1)/(exp(2*x0) + exp(2*x1) + exp(2*x2)), "
            "exp(2*x2)/(exp(2*x0) + exp(2*x1) + exp(2*x2))]",
            2, 3, A, "1", "bound", "0.05", "softmax with gain 2",
        ),
        (
            "shifted sphere", "[(x0 + 1/2)/sqrt(5/4 + x0), x1/sqrt(5/4 + x0), x2/sqrt(5/4 + x0)]", 2, 3, A, "2",
            "exact", "0.05", "the direction of x + e_0/2",
        ),
        ("six coordinates", "exp(x0 + x1)", 6, 1, A, None, "", "0.3", "an exponential on S^6"),
        # --- Lipschitz, with kinks
        ("fold", "abs(x0)", 2, 1, L, "1", "exact", "0.2", "a kink on a great circle"),
        ("fold on S^3", "abs(x0)", 3, 1, L, "1", "exact", "0.6", "a kink on a great sphere"),
        ("distance", "acos(x2)", 2, 1, L, "1", "exact", "0.2", "the hardest 1-Lipschitz function for local prefixes"),
        ("distance on S^5", "acos(x5)", 5, 1, L, "1", "exact", "1.2", "to a pole of S^5"),
        ("triangle wave", "asin(x0)", 1, 1, L, "1", "exact", "0.05", "on the circle"),
        ("saw", "abs(abs(x0) - 1/2)", 2, 1, L, "1", "exact", "0.25", "kinks on three circles"),
        ("largest", "max(x0, x1, x2)", 2, 1, L, "1", "exact", "0.25", "the support function of a triangle"),
        ("middle", "max(min(x0, x1), min(max(x0, x1), x2))", 2, 1, L, "1", "exact", "0.25", "the median of three"),
        ("off the axis", "norm(x0, x1)", 2, 1, L, "1", "exact", "0.25", "distance from an axis of R^3"),
        ("one-norm", "abs(x0) + abs(x1) + abs(x2)", 2, 1, L, "sqrt(2)", "exact", "0.3", "an octahedron's gauge"),
        ("chord", "sqrt(2 - 2*x2)", 2, 1, L, "1", "exact", "0.25", "|x - e_2|; its slope is hard to see for a program"),
        (
            "octahedron", "acos(max(abs(x0), abs(x1), abs(x2)))", 2, 1, L, "1", "exact", "0.3",
            "distance to the nearest vertex",
        ),
        ("hat", "max(0, 1 - 2*acos(x2))", 2, 1, L, "2", "exact", "0.4", "a bump of theory G1"),
        ("hidden unit", "max(0, x0 + x1 - 1/2)", 2, 1, L, "sqrt(2)", "bound", "0.3", "one rectified linear unit"),
        (
            "half-space", "[max(x0, 0), x1, x2]", 2, 3, L, "1", "exact", "0.4",
            "the nearest-point map onto a half-space; such maps are 1-Lipschitz",
        ),
        (
            "box", "[min(max(x0, -1/2), 1/2), min(max(x1, -1/2), 1/2), min(max(x2, -1/2), 1/2)]", 2, 3, L, "1", "exact",
            "0.4", "the nearest-point map onto a cube",
        ),
        (
            "sorting", "[min(x0, x1, x2), max(min(x0, x1), min(max(x0, x1), x2)), max(x0, x1, x2)]", 2, 3, L, "1",
            "exact", "0.4", "the nearest-point map onto a cone of sorted vectors keeps this order",
        ),
        ("cities", _cities(), 2, 1, L, "1", "bound", "0.3", "real data: distance to the nearest of nine cities"),
        # --- Hoelder
        ("root", "sqrt(abs(x0))", 2, 1, H, None, "", "0.5", "exponent 1/2 across a great circle"),
        ("cusp", "abs(x0)**(1/3)", 1, 1, H, None, "", "0.5", "exponent 1/3 at two points of the circle"),
        ("rim", "sqrt(max(0, x2))", 2, 1, H, None, "", "0.5", "exponent 1/2, on one side of a circle only"),
    ]  # fmt: skip
    return tuple(Entry(*row) for row in rows)  # type: ignore[arg-type]


def entry(name: str) -> Entry:
    """The entry of that name.  Raises `InputError` when there is none."""
    for found in gallery():
        if found.name == name:
            return found
    raise InputError(f"the gallery has no {name!r}; its names: {', '.join(e.name for e in gallery())}")
