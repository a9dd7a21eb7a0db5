"""Chapter H, third part: the spectral prefix on any nodes, by Gram sums over their Legendre polynomials (H2)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from flint import arb, fmpq
from sympy import Abs, And, Implies, Max, Or, exp, sqrt, symbols  # type: ignore[import-untyped]

from theory.proof_steps import Deduction, Induction, Instances, Mutant, Use, integers, interval, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Gt, Le
from theory.statements.a_addition import kernel
from theory.statements.a_expansion import K as last
from theory.statements.a_gegenbauer import c, series
from theory.statements.a_harmonics import k as order
from theory.statements.a_harmonics import m, sphere
from theory.statements.a_kernel import lam, scale
from theory.statements.a_legendre import k as any_degree
from theory.statements.a_legendre import t
from theory.symbols import coefficient, dimension, eigenvalue, legendre_d, smoothing, tail

Z = dimension(m, order)
gap, bound, defect, squares, energy = symbols("gap bound defect squares energy", nonnegative=True)
amount, pairs, norm = symbols("amount pairs norm", nonnegative=True)
cross, sum_kernel, sum_legendre, double_kernel, double_gram, moments, mixed, target = symbols(
    "cross sum_kernel sum_legendre double_kernel double_gram moments mixed target", real=True
)
gram, pairing, u, v, w = symbols("gram pairing u v w", real=True)
GRAM = gram - 2 * pairing / Z + norm / Z

# --- one degree ----------------------------------------------------------------------------------------------------


def circle_nodes() -> Iterator[tuple[int, tuple[fmpq, ...], fmpq]]:
    """(degree, angles of the nodes, angle of x) in units of pi, with equal weights."""
    for nodes in ((0, 1, 3), (0, 2, 5, 9, 14)):
        angles = tuple(fmpq(a, 8) for a in nodes)
        for degree in (1, 2, 5):
            for at in (fmpq(0), fmpq(1, 7), fmpq(3, 5)):
                yield degree, angles, at


def circle_sum_at_most(degree: int, angles: tuple[fmpq, ...], at: fmpq, share: int = 1) -> bool | None:
    """share |sum_i om_i P_k(<x,p_i>)| <= rho_k on the circle, where P_k(cos a) = cos(k a)."""

    def cosine(angle: fmpq) -> arb:
        return (arb.pi() * arb(degree * angle)).cos()

    count = len(angles)
    found = abs(sum((cosine(a - at) for a in angles), arb(0))) / count * share
    rho = (sum((cosine(a - b) for a in angles for b in angles), arb(0))).sqrt() / count
    return True if found <= rho + arb(2) ** -40 else False if found > rho else None


declare(
    Statement(
        label="H2a",
        title="Gram bound in one degree",
        kind="lemma",
        says="R_k^2 = sum_ij u_i u_j P_k(<p_i,p_j>) - (2/Z) sum_i u_i g_k(p_i) + |g_k|_2^2/Z bounds "
        "|sum_i u_i P_k(<x,p_i>) - g_k(x)/Z|^2 for any nodes and g_k in H_k.",
        formula=Le(gap**2, GRAM),
        variables=(
            sphere,
            integers(order, 1, meaning="degree k; Y_1, ..., Y_Z an orthonormal basis of H_k"),
            interval(c, -1, 1, "[]", "<y,z> for a pair y, z where the defect is attained"),
            quantity(kernel, "sum_j Y_j(y) Y_j(z)", None),
            quantity(defect, "largest |sum_j Y_j(y) Y_j(z) - Z P_k(<y,z>)| over all y, z in S^m"),
            quantity(gap, "|sum_i u_i P_k(<x,p_i>) - g_k(x)/Z|"),
            quantity(gram, "sum_ij u_i u_j P_k(<p_i,p_j>)", None),
            quantity(pairing, "sum_i u_i g_k(p_i)", None),
            quantity(norm, "|g_k|_2^2 = sum_j ghat_j^2"),
            quantity(cross, "sum_j Y_j(x) d_j, d_j = sum_i u_i Y_j(p_i) - ghat_j", None),
            quantity(squares, "sum_j Y_j(x)^2"),
            quantity(energy, "sum_j d_j^2"),
            quantity(moments, "sum_j (sum_i u_i Y_j(p_i))^2", None),
            quantity(mixed, "sum_j ghat_j sum_i u_i Y_j(p_i)", None),
            quantity(sum_kernel, "sum_i u_i sum_j Y_j(x) Y_j(p_i)", None),
            quantity(sum_legendre, "sum_i u_i P_k(<x,p_i>)", None),
            quantity(amount, "sum_i |u_i|"),
            quantity(double_kernel, "sum_ii' u_i u_i' sum_j Y_j(p_i) Y_j(p_i')", None),
            quantity(double_gram, "sum_ii' u_i u_i' P_k(<p_i,p_i'>)", None),
            quantity(pairs, "sum_ii' |u_i u_i'|"),
            quantity(target, "g_k(x)", None),
        ),
        by_definition=(
            Hypothesis(Eq(defect, Abs(kernel - Z * legendre_d(m, order, c))), "where it is attained"),
            Hypothesis(Le(Abs(squares - Z), defect), "the case y = z = x, P_k(1) = 1"),
            Hypothesis(Eq(cross, sum_kernel - target), "g_k = sum_j ghat_j Y_j; finite sums exchanged"),
            Hypothesis(Eq(gap, Abs(sum_legendre - target / Z)), "definition"),
            Hypothesis(And(Eq(moments, double_kernel), Eq(double_gram, gram)), "finite sums exchanged"),
            Hypothesis(Eq(mixed, pairing), "g_k(p_i) = sum_j ghat_j Y_j(p_i); finite sums exchanged"),
        ),
        note="rho_k is the case u_i = om_i, g_k = 0.  For vectors u_i, g_k take the components in the direction e of "
        "the difference: sum_j <d_j, e>^2 <= sum_j |d_j|^2, so Euclidean products in R_k^2 are a bound too.",
        steps=(
            Deduction(
                name="addition theorem",
                says="A3.",
                claim=Eq(defect, 0),
                uses=("A3",),
                mutants=(Mutant("without A3", {"uses": ()}),),
            ),
            Induction(
                name="Cauchy-Schwarz",
                says="(sum_j Y_j d_j)^2 <= sum_j Y_j^2 sum_j d_j^2, term after term.",
                where=(real(u, "Y_j(x)"), real(v, "d_j")),
                start={cross: 0, squares: 0, energy: 0},
                becomes={cross: cross + u * v, squares: squares + u**2, energy: energy + v**2},
                claim=Le(cross**2, squares * energy),
                mutants=(Mutant("half of it", {"claim": Le(cross**2, squares * energy / 2)}),),
            ),
            Induction(
                name="expanded",
                says="d_j^2 = (d_j + ghat_j)^2 - 2 (d_j + ghat_j) ghat_j + ghat_j^2.",
                where=(real(u, "sum_i u_i Y_j(p_i)"), real(v, "ghat_j")),
                start={energy: 0, moments: 0, mixed: 0, norm: 0},
                becomes={
                    energy: energy + (u - v) ** 2,
                    moments: moments + u**2,
                    mixed: mixed + u * v,
                    norm: norm + v**2,
                },
                claim=Eq(energy, moments - 2 * mixed + norm),
                mutants=(Mutant("one mixed term", {"claim": Eq(energy, moments - mixed + norm)}),),
            ),
            Induction(
                name="one sum",
                says="Node after node.",
                where=(real(u, "u_i"), real(v, "sum_j Y_j(x) Y_j(p_i)"), real(w, "P_k(<x,p_i>)")),
                start={sum_kernel: 0, sum_legendre: 0, amount: 0},
                becomes={
                    sum_kernel: sum_kernel + u * v,
                    sum_legendre: sum_legendre + u * w,
                    amount: amount + Abs(u),
                },
                given=(Le(Abs(v - Z * w), defect),),
                claim=Le(Abs(sum_kernel - Z * sum_legendre), defect * amount),
                mutants=(Mutant("half of it", {"claim": Le(Abs(sum_kernel - Z * sum_legendre), defect * amount / 2)}),),
            ),
            Induction(
                name="double sum",
                says="Pair after pair.",
                where=(real(u, "u_i u_i'"), real(v, "sum_j Y_j(p_i) Y_j(p_i')"), real(w, "P_k(<p_i,p_i'>)")),
                start={double_kernel: 0, double_gram: 0, pairs: 0},
                becomes={
                    double_kernel: double_kernel + u * v,
                    double_gram: double_gram + u * w,
                    pairs: pairs + Abs(u),
                },
                given=(Le(Abs(v - Z * w), defect),),
                claim=Le(Abs(double_kernel - Z * double_gram), defect * pairs),
                mutants=(
                    Mutant("half of it", {"claim": Le(Abs(double_kernel - Z * double_gram), defect * pairs / 2)}),
                ),
            ),
            Deduction(
                name="sums",
                says="No defect.",
                claim=And(Eq(sum_kernel, Z * sum_legendre), Eq(moments, Z * gram), Eq(squares, Z)),
                uses=("addition theorem", "one sum", "double sum"),
                mutants=(Mutant("without A3", {"uses": ("one sum", "double sum")}),),
            ),
            Deduction(
                name="Gram bound",
                says="(Z gap)^2 <= Z (Z gram - 2 pairing + norm).",
                claim=Le(gap**2, GRAM),
                uses=("sums", "Cauchy-Schwarz", "expanded", "A1"),
                mutants=(
                    Mutant("without the norm of g_k", {"claim": Le(gap**2, gram - 2 * pairing / Z)}),
                    Mutant("without Cauchy-Schwarz", {"uses": ("sums", "expanded", "A1")}),
                ),
            ),
            Instances(
                name="circle",
                says="|sum_i om_i P_k(<x,p_i>)| <= rho_k at points of the circle.",
                holds=circle_sum_at_most,
                cases=circle_nodes,
                mode="ball",
                covers="18 cases",
                evidence=True,
                mutants=(Mutant("a tenth of it", {"holds": partial(circle_sum_at_most, share=10)}),),
            ),
        ),
    )
)

# --- all degrees ---------------------------------------------------------------------------------------------------

K, j = symbols("K j", nonnegative=True)
E = symbols("error", nonnegative=True)
undone = symbols("undone", nonnegative=True)
place = symbols("place", positive=True)
of_g, of_f = symbols("of_g of_f", real=True)
size, off_numerator, off_denominator, numerator_sum, denominator_sum, heads, tails, reached, first, unit, slack = (
    symbols(
        "size off_numerator off_denominator numerator_sum denominator_sum heads tails reached first unit slack",
        nonnegative=True,
    )
)
numerator, denominator, f, gained, rule, weights_rule = symbols(
    "numerator denominator f gained rule weights_rule", real=True
)
mass, TAIL = eigenvalue(m, 0, lam), tail(m, K, lam)
A = coefficient(m, order, lam)
MARGIN = mass - denominator_sum - TAIL
SUMS = ("nodes of the numerator", "nodes of the denominator")
GRAM_ERROR = (numerator_sum + TAIL * amount + size * (denominator_sum + TAIL)) / MARGIN

declare(
    Statement(
        label="H2",
        title="The spectral prefix on any nodes",
        kind="theorem",
        says="With u_i = om_i v_i, K >= n and a positive denominator: |A-f| <= (sum_{k<=K} A_k R_k + tau_K sum|u_i| + "
        "|f|_inf (sum_{1<=k<=K} A_k rho_k + tau_K))/(phihat_0 - sum_{1<=k<=K} A_k rho_k - tau_K).",
        formula=Le(E, GRAM_ERROR),
        variables=(
            sphere,
            scale,
            integers(K, 0, meaning="last degree that is summed, at least the degree of f"),
            integers(order, 1, meaning="degree of the next term"),
            interval(c, -1, 1, "[]", "<x,p_i>"),
            quantity(series, "sum_k A_k P_k(c)", None),
            quantity(amount, "sum_i |u_i|"),
            quantity(size, "|f|_inf"),
            quantity(numerator_sum, "sum_{k<=K} A_k R_k"),
            quantity(denominator_sum, "sum_{1<=k<=K} A_k rho_k"),
            quantity(f, "f(x), its component in the direction of the error", None),
            quantity(numerator, "sum_i om_i e^{lam<x,p_i>} v_i, in the same direction", None),
            quantity(denominator, "sum_i om_i e^{lam<x,p_i>}", None),
            quantity(off_numerator, "sum_k |A_k (sum_i u_i P_k(<x,p_i>) - g_k(x)/Z)|"),
            quantity(off_denominator, "sum_{k>=1} |A_k sum_i om_i P_k(<x,p_i>)|"),
            quantity(slack, "largest gap - R_k or rho_k over k <= K, or 0"),
            quantity(gap, "the left side of H2a where that is attained"),
            quantity(gram, "its Gram sum", None),
            quantity(pairing, "its mixed sum", None),
            quantity(norm, "|g_k|_2^2 there, or 0 for the weights"),
            quantity(heads, "sum of A_k over the degrees 1 <= k <= K"),
            quantity(tails, "sum of A_k over the degrees k > K"),
            quantity(reached, "the last degree"),
            quantity(first, "A_0 |sum_i u_i - g_0| = A_0 R_0, the term of degree 0 of the numerator"),
            quantity(rule, "sum_i u_i P_k(<x,p_i>), at the k > K where it is largest", None),
            quantity(weights_rule, "sum_i om_i P_k(<x,p_i>), at the k > K where it is largest", None),
            quantity(unit, "sum_i om_i"),
            quantity(undone, "largest |A_k g_k(x)/Z - phihat_0 f_k(x)| over 1 <= k <= n"),
            quantity(place, "that k", 1),
            quantity(of_g, "g_k(x)", None),
            quantity(of_f, "f_k(x)", None),
            quantity(E, "|A(x) - f(x)| at any x"),
        ),
        hypotheses=(Hypothesis(Gt(MARGIN, 0), "the denominator is positive"),),
        by_definition=(
            Hypothesis(Le(Abs(f), size), "|f(x)| <= |f|_inf"),
            Hypothesis(Eq(unit, 1), "the weights sum to 1"),
            Hypothesis(Eq(tails, TAIL), "the sum over all degrees k > K"),
            Hypothesis(Eq(slack, Max(0, gap - sqrt(GRAM))), "R_k and rho_k are the roots of the right side of H2a"),
            Hypothesis(
                Implies(
                    And(Eq(series, exp(lam * c)), Eq(undone, 0)),
                    And(Le(Abs(numerator - mass * f), off_numerator), Le(Abs(denominator - mass), off_denominator)),
                ),
                "expanded in degrees k, if e^{lam t} is its series and phihat_0 f = sum_k A_k g_k/Z",
            ),
            Hypothesis(
                Eq(undone, Abs(coefficient(m, place, lam) * of_g / dimension(m, place) - mass * of_f)),
                "where it is attained",
            ),
            Hypothesis(Eq(of_g * smoothing(m, place, lam), of_f), "g_k = f_k/a_k"),
            Hypothesis(Eq(smoothing(m, place, lam) * mass, eigenvalue(m, place, lam)), "a_k = phihat_k/phihat_0"),
            Hypothesis(Eq(E * Abs(denominator), Abs(numerator - f * denominator)), "A = numerator/denominator"),
        ),
        value=GRAM_ERROR,
        code=("verify.apriori:h2_bound",),
        note="No exactness of the nodes is assumed.  On the same nodes it beats H1 by 7 to 660 times (sampled).",
        steps=(
            Deduction(
                name="series",
                says="A6a.",
                claim=Eq(series, exp(lam * c)),
                uses=("A6a",),
                mutants=(Mutant("without A6a", {"uses": ()}),),
            ),
            Deduction(
                name="smoothing undone",
                says="A_k g_k/Z = phihat_k g_k = phihat_0 a_k g_k = phihat_0 f_k.",
                claim=Eq(undone, 0),
                uses=(Use("A1", {order: place}), Use("A6", {last: 0, order: place}), Use("A5", {any_degree: 0})),
                mutants=(Mutant("without A6", {"uses": (Use("A1", {order: place}), Use("A5", {any_degree: 0}))}),),
            ),
            Deduction(
                name="Gram bounds",
                says="H2a.",
                claim=Eq(slack, 0),
                uses=("H2a",),
                mutants=(Mutant("without H2a", {"uses": ()}),),
            ),
            *(
                Induction(
                    name=f"nodes of the {name}",
                    says="|P_k| <= 1, node after node.",
                    where=(
                        real(v, "u_i or om_i"),
                        interval(t, -1, 1, "[]", "<x,p_i>"),
                        integers(j, 0, meaning="k"),
                    ),
                    start={largest: 0, absolute: 0},
                    becomes={
                        largest: largest + v * legendre_d(m, j, t),
                        absolute: absolute + Abs(v),
                    },
                    claim=Le(Abs(largest), absolute),
                    uses=(Use("A2", {any_degree: j}),),
                    mutants=(
                        Mutant("half of it", {"claim": Le(Abs(largest), absolute / 2)}),
                        Mutant("without A2", {"uses": ()}),
                    ),
                )
                for name, largest, absolute in (("numerator", rule, amount), ("denominator", weights_rule, unit))
            ),
            *(
                Induction(
                    name=name,
                    says="H2a up to K; beyond, the sum over the nodes is bounded.",
                    where=(
                        real(v, "the sum over the nodes, less g_k(x)/Z for the numerator; its absolute value counts"),
                        interval(bound, 0, None, "[)", "R_k or rho_k if k <= K, else 0"),
                        real(w, "A_k if k <= K, else 0"),
                        real(gained, "A_k if k > K, else 0"),
                    ),
                    start={off: begin, upto: begin, heads: 0, tails: 0, reached: 0},
                    becomes={
                        off: off + A * Abs(v),
                        upto: upto + A * bound,
                        heads: heads + w,
                        tails: tails + gained,
                        reached: reached + 1,
                    },
                    given=(
                        Eq(order, reached + 1),
                        Or(
                            And(Le(order, K), Le(Abs(v), bound + slack), Eq(w, A), Eq(gained, 0)),
                            And(Gt(order, K), Le(Abs(v), Abs(largest)), Eq(bound, 0), Eq(w, 0), Eq(gained, A)),
                        ),
                    ),
                    claim=Le(off, upto + slack * heads + tails * Abs(largest)),
                    uses=(Use("A6", {last: 0}),),
                    mutants=(
                        Mutant("without the tail", {"claim": Le(off, upto + slack * heads)}),
                        Mutant("coefficients of any sign", {"uses": ()}),
                    ),
                )
                for name, off, upto, begin, largest in (
                    ("numerator", off_numerator, numerator_sum, first, rule),
                    ("denominator", off_denominator, denominator_sum, 0, weights_rule),
                )
            ),
            Deduction(
                name="quotient",
                says="|numerator - f denominator| <= |numerator - phihat_0 f| + |f| |denominator - phihat_0|.",
                claim=Le(E, GRAM_ERROR),
                uses=("series", "smoothing undone", "Gram bounds", *SUMS, "numerator", "denominator"),
                mutants=(
                    Mutant("without |f|_inf", {"claim": Le(E, (numerator_sum + TAIL * amount) / MARGIN)}),
                    Mutant(
                        "without the denominator",
                        {"uses": ("series", "smoothing undone", "Gram bounds", *SUMS, "numerator")},
                    ),
                ),
            ),
        ),
    )
)
