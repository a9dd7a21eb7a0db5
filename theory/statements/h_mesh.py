"""Chapter H, fifth part: the error of any head from its values on a mesh, by M. Riesz's lemma (H6)."""

from __future__ import annotations

from sympy import And, cos, pi, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Citation, Deduction, Mutant, Use, integers, interval, positive, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Lt
from theory.statements.c_envelope import x as smaller
from theory.statements.c_envelope import y as larger

degree = symbols("degree", positive=True)
delta, angle, half, rho, eps, widest, seen, mass, off, error = symbols(
    "delta angle half rho eps widest seen mass off error", nonnegative=True
)
centre, least = symbols("centre least", real=True)

BOUND = (half + rho) / cos(degree * delta)

declare(
    Statement(
        label="H6",
        title="The error of a head from its values on a mesh",
        kind="theorem",
        says="Any keys, values and weights: N = sum_i om_i v_i e^{lam<x,k_i>}, S the same sum without the v_i, f_n a "
        "polynomial of degree n, e a unit vector, H_e = eps S - <e, N - f_n S>. If H_e is within rho of a polynomial "
        "of degree K + n for every e, within half of a centre c on a mesh of covering radius delta, (K+n) delta < "
        "pi/2 and c >= (half + rho)/cos((K+n) delta) + rho, then |N/S - f_n| <= eps on the whole sphere.",
        formula=Le(error, eps),
        variables=(
            integers(degree, 1, meaning="K + n, the degree of the polynomial p near H_e"),
            positive(delta, "covering radius of the mesh"),
            real(centre, "c"),
            interval(half, 0, None, "[)", "largest |H_e - c| on the mesh"),
            interval(rho, 0, None, "[)", "largest |H_e - p|"),
            interval(eps, 0, None, "[)", "claimed error"),
            quantity(widest, "largest |p - c| on the sphere, attained at x*"),
            quantity(angle, "distance of x* to the nearest point of the mesh"),
            quantity(seen, "|p - c| at this point"),
            quantity(least, "H_e at the point x where |N/S - f_n| is largest, e the direction of N - f_n S", None),
            quantity(mass, "S at this point"),
            quantity(off, "|N - f_n S| at this point"),
            quantity(error, "|N/S - f_n| at this point"),
        ),
        hypotheses=(
            Hypothesis(Lt(degree * delta, pi / 2), "(K+n) delta < pi/2"),
            Hypothesis(Ge(centre, BOUND + rho), "c >= (half + rho)/cos((K+n) delta) + rho"),
        ),
        by_definition=(
            Hypothesis(Le(angle, delta), "the covering radius"),
            Hypothesis(Le(seen, half + rho), "|p - c| <= |p - H_e| + |H_e - c| on the mesh"),
            Hypothesis(Ge(least, centre - widest - rho), "H_e >= p - rho and p >= c - |p - c|"),
            Hypothesis(Eq(least, eps * mass - off), "H_e for this e"),
            Hypothesis(And(Gt(mass, 0), Eq(error * mass, off)), "S > 0, and |N/S - f_n| = |N - f_n S|/S"),
        ),
        source="own",
        note="No hypothesis on the nodes: rules, optimised keys and trained prefixes alike. The polynomial is H_e with "
        "the expansion of every e^{lam<x,k_i>} cut at degree K, so that rho = tau_K(lam max|k_i|) (eps sum om_i + sum "
        "om_i |v_i| + |f_n| sum om_i) in the unit e^{lam max|k_i|} (A7).",
        steps=(
            Deduction(
                name="cosine",
                says="The nearest point is no further than delta, and the cosine decreases on [0, pi].",
                claim=Ge(cos(degree * angle), cos(degree * delta)),
                mutants=(
                    Mutant("strictly", {"claim": Gt(cos(degree * angle), cos(degree * delta))}),
                    Mutant("the other way round", {"claim": Le(cos(degree * angle), cos(degree * delta))}),
                ),
            ),
            Deduction(
                name="positive",
                says="cos(0) > cos(pi/2) = 0.",
                claim=Gt(cos(degree * delta), 0),
                uses=(Use("C0a", {smaller: degree * delta, larger: pi / 2}),),
                mutants=(
                    Mutant("more than 1/2", {"claim": Gt(2 * cos(degree * delta), 1)}),
                    Mutant("without C0a", {"uses": ()}),
                ),
            ),
            Citation(
                name="Riesz",
                says="A trigonometric polynomial T of degree d with |T| <= M = T(0) has T(t) >= M cos(dt) for |t| <= "
                "pi/d. Here T is p - c (or c - p) on the great circle through x* and the nearest point of the mesh.",
                key="riesz1914",
                locator="section 1",
                claim=Ge(seen, widest * cos(degree * angle)),
            ),
            Deduction(
                name="on the sphere",
                says="Together: |p - c| cos((K+n) delta) <= half + rho.",
                claim=Le(widest, BOUND),
                uses=("cosine", "positive", "Riesz"),
                mutants=(
                    Mutant("the mesh alone", {"claim": Le(widest, half + rho)}),
                    Mutant("without Riesz", {"uses": ("cosine", "positive")}),
                ),
            ),
            Deduction(
                name="error",
                says="H_e >= c - widest - rho >= 0.",
                claim=Le(error, eps),
                uses=("on the sphere",),
                mutants=(
                    Mutant("strictly", {"claim": Lt(error, eps)}),
                    Mutant("half of it", {"claim": Le(error, eps / 2)}),
                    Mutant("without the bound", {"uses": ()}),
                ),
            ),
        ),
    )
)
