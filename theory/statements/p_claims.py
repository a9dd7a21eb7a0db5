"""Chapter P: the claims of the source paper, each with a status of its own.

Formulas are what this project can say about a claim: what its own theorems imply, what is reconstructed, and where a
claim needs a condition.  The paper's proofs and the closed form of its Lambda are not at hand.
"""

from __future__ import annotations

from sympy import And, Equivalent, Expr, cos, gamma, limit, log, oo, pi, simplify, symbols  # type: ignore[import-untyped]

from theory import prefix_length
from theory.evaluation import agrees
from theory.proof_steps import (
    Citation,
    Deduction,
    Instances,
    Mutant,
    interval,
    positive,
    quantity,
)
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Le, Lt
from theory.statements.c_envelope import CONTACT, envelope
from theory.statements.c_means import AVERAGE, neighbourhood
from theory.statements.c_means import radius as smoothing_radius
from theory.statements.c_smoothing import MEAN_COSINE, s, scale
from theory.statements.e_paper_route import (
    ASYMPTOTIC,
    OUTER,
    OWN,
    PARTITION,
    ROUTE,
    ell,
    exponent,
    p,
    size,
    sup_norm,
    total,
)
from theory.statements.e_paper_route import eps as small
from theory.statements.f_local import (
    L,
    N,
    covering,
    delta,
    error,
    far,
    lam,
    least,
    lipschitz,
    m,
    omega,
    osc,
    r,
    radius,
    reach,
    sphere_dimension,
    sup,
    tokens,
)
from theory.statements.f_local import scale as logits
from theory.statements.f_prefix import eps, precision
from theory.symbols import cap

S, M, q, g, W = symbols("S M q g W", positive=True)

# --- P1 ------------------------------------------------------------------------------------------------------------

HEAD = (
    quantity(far, "sum of the softmax weights of the tokens at distance >= r from x"),
    quantity(omega, "w(f; r)"),
    quantity(osc, "w(f; pi), the largest |f(x) - f(y)|"),
    quantity(sup, "|f|_inf"),
    quantity(error, "|A(x) - f(x)| at any x, for the head A with values f(p_i)"),
    quantity(reach, "covering radius of a largest set with pairwise distances > delta"),
    quantity(least, "number of points of the smallest delta-net"),
)
BOUND = positive(S, "a bound of |f|")


def local_prefix_hypotheses(eps: Expr) -> tuple[Hypothesis, ...]:
    """When the head of F1 comes within eps of a continuous function."""
    return (
        Hypothesis(Lt(delta, r), "delta < r"),
        Hypothesis(Le(omega, eps / 2), "w(f; r) <= eps/2; such an r exists, as f is uniformly continuous"),
        Hypothesis(Le(sup, S), "|f| <= S"),
        Hypothesis(Ge(lam * (cos(delta) - cos(r)), log(4 * N * S / eps)), "lam >= ln(4 N S/eps)/(cos delta - cos r)"),
    )


declare(
    Statement(
        label="P1",
        title="One head approximates every continuous function on the sphere",
        kind="claim",
        says="Implied by F1 and F2: choose r with w(f; r) <= eps/2, delta < r, a delta-net as keys, and lam large.",
        formula=And(Le(error, eps), Le(least, 1 / cap(m, delta / 2))),
        variables=(sphere_dimension, tokens, lipschitz, precision, logits, covering, radius, BOUND, *HEAD),
        hypotheses=local_prefix_hypotheses(eps),
        source="petrov2024 (P1)",
        value=log(4 * N * S / eps) / (cos(delta) - cos(r)),
        note="The value is the lam that suffices.  For every m >= 1.",
        steps=(
            Deduction(
                name="localisation",
                says="The far tokens cost 2 |f|_inf N e^{-lam (cos delta - cos r)} <= eps/2.",
                claim=Le(error, eps),
                uses=("F1",),
                mutants=(
                    Mutant("half the error", {"claim": Le(error, eps / 2)}),
                    Mutant("without F1", {"uses": ()}),
                ),
            ),
            Deduction(
                name="net",
                says="A finite delta-net exists.",
                claim=Le(least, 1 / cap(m, delta / 2)),
                uses=("F2",),
                mutants=(Mutant("half as many", {"claim": Le(least, 1 / cap(m, delta / 2) / 2)}),),
            ),
        ),
    )
)

# --- P2 ------------------------------------------------------------------------------------------------------------

power, spare = symbols("power spare", real=True)
norm, Phi, F = symbols("norm Phi F", positive=True)
PAPER = 10 + 14 * m + 4 * m**2
AREA = 2 * pi ** ((m + 1) / 2) / gamma((m + 1) / 2)
"""|S^m|; c_{m+1} = 1/(|S^m| phihat_0)."""


def paper_tokens(kernel: Expr) -> Expr:
    """Phi (3 pi (L + lam |f|_inf) c_{m+1} e^lam/eps)^{2(m+1)}, lam = ell (eps/2)^-p, c_{m+1} e^lam = kernel(lam)."""
    lam_eps = ell * (small / 2) ** -p
    return Phi * (3 * pi * (L + lam_eps * F) * kernel.subs(lam, lam_eps) / small) ** (2 * (m + 1))


KERNEL = (lam / (2 * pi)) ** (m / 2)


def normaliser_is(expected: Expr) -> bool:
    """c_{m+1} e^lam over ``expected`` tends to 1, from the asymptotic form of e^lam/phihat_0."""
    quotient = simplify(ASYMPTOTIC / AREA / expected)
    return bool(limit(quotient, lam, oo) == 1) if quotient.has(lam) else bool(quotient == 1)


def paper_exponent_is(expected: Expr) -> bool:
    """lim log N/log(1/eps) for the paper's N, symbolic in m and p."""
    return bool(simplify(exponent(paper_tokens(KERNEL)) - expected) == 0)


def paper_exponent_agrees(dimension: int, decay: int) -> bool:
    """The exponent for Lambda ~ s^-decay against `theory.prefix_length.paper_exponent`."""
    return agrees(OUTER, {m: dimension, p: decay}, prefix_length.paper_exponent(dimension))


declare(
    Statement(
        label="P2",
        title="The exponent of the paper's Jackson bound, and what it says of Lambda",
        kind="claim",
        says="N(lam, eps), lam = Lambda(eps/2), Lambda(s) ~ s^-p, grows like eps^-(10+14m+4m^2) exactly when p = 4.",
        formula=And(
            Eq(power, OUTER),
            Eq(power - PAPER, (p - 4) * (m + 1) * (m + 2)),
            Equivalent(Eq(power, PAPER), Eq(p, 4)),
        ),
        variables=(
            sphere_dimension,
            positive(p, "Lambda(s) grows like s^-p"),
            quantity(power, "lim log N/log(1/eps) for the paper's N(lam, eps)", None),
        ),
        source="petrov2024 (P2)",
        value=OUTER,
        code=("theory.prefix_length:paper_exponent",),
        note=(
            "The paper states the bound for m >= 8; the exponent is that for all m >= 1.  C_H, C_R and Lambda's closed "
            "form are not at hand, so the constant is not checked.  P2a: why the bound itself is true for small eps."
        ),
        steps=(
            Citation(
                name="Bessel function",
                says="I_nu(lam) ~ e^lam/sqrt(2 pi lam), so e^lam/phihat_0 has the asymptotic form of E2.",
                key="dlmf",
                locator="10.40.1",
            ),
            Instances(
                name="normaliser",
                says="c_{m+1} e^lam ~ (lam/2 pi)^{m/2}, for symbolic m.",
                holds=normaliser_is,
                cases=lambda: [(KERNEL,)],
                covers="the limit",
                complete=True,
                mutants=(Mutant("(lam/pi)^{m/2}", {"cases": lambda: [((lam / pi) ** (m / 2),)]}),),
            ),
            Instances(
                name="exponent",
                says="The limit of log N/log(1/eps), for symbolic m and p.",
                holds=paper_exponent_is,
                cases=lambda: [(OUTER,)],
                covers="the limit",
                claim=Eq(power, OUTER),
                complete=True,
                mutants=(Mutant("as for p + 1", {"cases": lambda: [(OUTER.subs(p, p + 1),)]}),),
            ),
            Deduction(
                name="p = 4",
                says="The difference of the exponents is (p-4)(m+1)(m+2).",
                claim=And(Eq(power - PAPER, (p - 4) * (m + 1) * (m + 2)), Equivalent(Eq(power, PAPER), Eq(p, 4))),
                uses=("exponent",),
                mutants=(Mutant("p = 3", {"claim": Equivalent(Eq(power, PAPER), Eq(p, 3))}),),
            ),
            Instances(
                name="code",
                says="At p = 4 it is theory.prefix_length.paper_exponent.",
                holds=paper_exponent_agrees,
                cases=lambda: ((dimension, 4) for dimension in (1, 2, 8, 100)),
                covers="4 dimensions",
                evidence=True,
                mutants=(Mutant("p = 2", {"cases": lambda: [(8, 2)]}),),
            ),
        ),
    )
)


def concentration_is_negligible(exponent: int) -> bool:
    """C2's lam for the error s divided by s^-exponent tends to 0 with s (L = 1), for symbolic m."""
    return bool(limit(scale(1 - cos(s)) * s**exponent, s, 0, "+") == 0)


declare(
    Statement(
        label="P2a",
        title="The paper's bound holds for small eps, reconstructed",
        kind="claim",
        says=(
            "Any lam >= that of C2 and cells as in E1 and E3 give the error eps. Lambda ~ s^-4 exceeds that lam for "
            "small eps, and the paper's N, of a larger exponent, the number of cells: so such xi_k, b_k exist."
        ),
        formula=And(Le(total, small), Lt(OWN, OUTER), Eq(spare, 0)),
        variables=(
            sphere_dimension,
            logits,
            lipschitz,
            size,
            sup_norm,
            positive(small, "the error asked for"),
            interval(s, 0, CONTACT * L, "()", "the part of it left to smoothing"),
            neighbourhood,
            positive(p, "lam grows like eps^-p"),
            *AVERAGE,
            *PARTITION,
            quantity(total, "|f(x) - sum_i xi_i e^{lam<x,b_i>}|"),
            quantity(spare, "the limit of C2's lam for the error s over s^-4, as s falls to 0", None),
        ),
        hypotheses=(
            Hypothesis(Ge(lam, scale(1 - cos(s / L))), "lam from C2 for q = 1 - cos(s/L)"),
            Hypothesis(Le(envelope(MEAN_COSINE), smoothing_radius), "h of C1 is at least env(a_1(lam))"),
            Hypothesis(Le(s + ROUTE, small), "s + h (L + lam |f|_inf e^lam/phihat_0(lam)) <= eps"),
        ),
        source="petrov2024 (P2); own proof",
        note=(
            "A reconstruction, not the paper's proof.  With lam from C2 itself (p = 2) the exponent is m^2 + 3m, for "
            "every m >= 1: smaller than the claimed 4m^2 + 14m + 10.  Softmax prefixes need only m (F3)."
        ),
        steps=(
            Deduction(
                name="route",
                says="E1a.",
                claim=Le(total, small),
                uses=("E1a",),
                mutants=(Mutant("half the error", {"claim": Le(total, small / 2)}),),
            ),
            Deduction(
                name="exponents",
                says="The exponent of E1's own partition is smaller, for every growth p of lam.",
                claim=Lt(OWN, OUTER),
                mutants=(Mutant("even three times it", {"claim": Lt(3 * OWN, OUTER)}),),
            ),
            Instances(
                name="concentration",
                says="C2's lam is of smaller order than s^-4, by the limit for symbolic m.",
                holds=concentration_is_negligible,
                cases=lambda: [(4,)],
                covers="the limit",
                claim=Eq(spare, 0),
                complete=True,
                mutants=(Mutant("than s^-2", {"cases": lambda: [(2,)]}),),
            ),
        ),
    )
)
