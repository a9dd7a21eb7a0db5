"""Chapter N, first part: which prefixes given weights can realise."""

from __future__ import annotations

from sympy import And, MatrixSymbol, cos, sin, sqrt, symbols  # type: ignore[import-untyped]

from theory.attention import same
from theory.proof_steps import Deduction, Instances, Mutant, integers, interval, positive, quantity, real
from theory.registry import Hypothesis, Statement, declare
from theory.relations import Eq, Ge, Gt, Le, Ne

m, width, n, q = symbols("m width n q", integer=True, positive=True)
lam, L = symbols("lam L", positive=True)
length, dist, centres, reach, speed = symbols("length dist centres reach speed", nonnegative=True)
Y = symbols("Y", nonnegative=True)
logit, s, beta, on_point, on_bias, inner, out, rest, target = symbols(
    "logit s beta on_point on_bias inner out rest target", real=True
)
theta, q1, q2, k1, k2, rotated, yp, c, along, across, pull = symbols(
    "theta q1 q2 k1 k2 rotated yp c along across pull", real=True
)

SIZES = {m: 1, width: 4, n: 3, q: 2}
W_Q, B = MatrixSymbol("W_Q", width, n), MatrixSymbol("B", n, m + 1)
MU, B_Q = MatrixSymbol("mu", n, 1), MatrixSymbol("b_Q", width, 1)
X, KEY = MatrixSymbol("x", m + 1, 1), MatrixSymbol("k", width, 1)
RHO = symbols("rho", positive=True)
M, BIAS = RHO * W_Q * B, W_Q * MU + B_Q


def _logit(factor: int) -> bool | None:
    """(W_Q h + b_Q)^T k with h = mu + rho B x is <x, M^T k> + <b, k>."""
    score = (W_Q * (MU + RHO * B * X) + factor * B_Q).T * KEY
    return same(score.expand(), (X.T * (M.T * KEY) + BIAS.T * KEY).expand(), SIZES)


def _right_inverse(rows: object, sign: int) -> bool | None:
    """A linear system A v = r with invertible A A^T is solved by v = A^T (A A^T)^-1 r."""
    system, data = MatrixSymbol("A", rows, width), MatrixSymbol("r", rows, 1)
    gram = system * system.T
    return same((system * (system.T * gram ** (-1) * data)).doit(), sign * data, SIZES)


def _kernel(wrong: bool) -> bool | None:
    """<c, C^T k> = <C c, k>: a key cannot see a vector of the kernel."""
    C, vector = MatrixSymbol("C", width, m + 2), MatrixSymbol("c", m + 2, 1)
    return same(vector.T * (C.T * KEY), (2 if wrong else 1) * (C * vector).T * KEY, SIZES)


declare(
    Statement(
        label="N",
        title="Prefixes for given weights: which logits and values can be realised",
        kind="theorem",
        says="Head with scores (W_Q h + b_Q).k/sqrt(d_h), h = mu + rho B x; M = rho W_Q B, b = W_Q mu + b_Q. If the "
        "columns of [M b] are independent (rank m+2, so d_h >= m+2), every logit lam <x,p> + beta has a key, k = C "
        "(C^T C)^{-1} r with C = [M b]; if not, some logits have none. If C' W_O has rank q, every value is read out, "
        "after the residual, b_O and the other heads are subtracted from f. RoPE: exact for one query position.",
        formula=And(Eq(logit, lam * s + beta), Ne(inner, length), Eq(out, target), Eq(rotated, q1 * k1 + q2 * k2)),
        variables=(
            integers(m, 1),
            integers(width, 1, meaning="d_h"),
            integers(q, 1, meaning="dimension of the values"),
            positive(lam, "scale of the logits"),
            real(beta, "the bias asked for"),
            real(target, "a component of f"),
            quantity(s, "<x, p>", None),
            quantity(on_point, "<x, M^T k>", None),
            quantity(on_bias, "<b, k>", None),
            quantity(logit, "the score of the key k at the point x", None),
            quantity(inner, "<c, C^T k> for a vector c with C c = 0, for any key k", None),
            quantity(length, "|c|^2, what <c, C^T k> should be for the data r = c"),
            quantity(rest, "a component of what the rest of the block adds: C'(residual + b_O + other heads)", None),
            quantity(out, "that component of the read-out C'(residual + b_O + other heads + W_O v)", None),
            real(theta, "angle of the rotation of RoPE at the query's position, for one pair of coordinates"),
            real(q1, "query"),
            real(q2, "query"),
            real(k1, "key"),
            real(k2, "key"),
            quantity(rotated, "product of the rotated query with the key stored after the same rotation", None),
        ),
        by_definition=(
            Hypothesis(Eq(logit * sqrt(width), on_point + on_bias), "the score, by the step `logit`"),
            Hypothesis(Gt(length, 0), "c is not 0"),
            Hypothesis(
                Eq(
                    rotated,
                    (q1 * cos(theta) - q2 * sin(theta)) * (k1 * cos(theta) - k2 * sin(theta))
                    + (q1 * sin(theta) + q2 * cos(theta)) * (k1 * sin(theta) + k2 * cos(theta)),
                ),
                "the rotation",
            ),
        ),
        note="Then F and H apply verbatim; conditioning of C and the visible content tokens enter a certificate. At "
        "another query position RoPE turns the key by the difference of the positions: another prefix. GQA: the heads "
        "of a group share the keys.",
        steps=(
            Instances(
                name="logit",
                says="Block matrices with symbolic dimensions: (W_Q h + b_Q)^T k = <x, M^T k> + <b, k>.",
                holds=_logit,
                cases=lambda: [(1,)],
                covers="all dimensions",
                complete=True,
                mutants=(Mutant("b_Q twice", {"cases": lambda: [(2,)]}),),
            ),
            Instances(
                name="keys",
                says="C^T k = r for r = sqrt(d_h) (lam p, beta): C^T C (C^T C)^-1 = 1.",
                holds=_right_inverse,
                cases=lambda: [(m + 2, 1)],
                covers="all dimensions",
                complete=True,
                claim=And(Eq(on_point, sqrt(width) * lam * s), Eq(on_bias, sqrt(width) * beta)),
                mutants=(Mutant("the negative", {"cases": lambda: [(m + 2, -1)]}),),
            ),
            Deduction(
                name="realised",
                says="Divide by sqrt(d_h).",
                claim=Eq(logit, lam * s + beta),
                uses=("keys",),
                mutants=(Mutant("without the bias", {"claim": Eq(logit, lam * s)}), Mutant("other keys", {"uses": ()})),
            ),
            Instances(
                name="kernel",
                says="<c, C^T k> = <C c, k> = 0.",
                holds=_kernel,
                cases=lambda: [(False,)],
                covers="all dimensions",
                complete=True,
                claim=Eq(inner, 0),
                mutants=(Mutant("twice as large", {"cases": lambda: [(True,)]}),),
            ),
            Deduction(
                name="not realised",
                says="The data r = c would need <c, C^T k> = |c|^2 > 0.",
                claim=Ne(inner, length),
                uses=("kernel",),
                mutants=(Mutant("equal", {"claim": Eq(inner, length)}),),
            ),
            Instances(
                name="values",
                says="A = C' W_O, v = A^T (A A^T)^-1 (f - rest): the read-out is rest + (f - rest).",
                holds=_right_inverse,
                cases=lambda: [(q, 1)],
                covers="all dimensions",
                complete=True,
                claim=Eq(out - rest, target - rest),
                mutants=(Mutant("the negative", {"cases": lambda: [(q, -1)]}),),
            ),
            Deduction(
                name="read-out",
                says="Add the rest.",
                claim=Eq(out, target),
                uses=("values",),
                mutants=(Mutant("without the values", {"uses": ()}),),
            ),
            Deduction(
                name="RoPE",
                says="A rotation keeps products.",
                claim=Eq(rotated, q1 * k1 + q2 * k2),
                mutants=(Mutant("a sign", {"claim": Eq(rotated, q1 * k1 - q2 * k2)}),),
            ),
        ),
    )
)

# --- N' -----------------------------------------------------------------------------------------------------------


def _forced(factor: int) -> bool | None:
    """<b, k> = <y, M^T k> if b = M y."""
    y = MatrixSymbol("y", m + 1, 1)
    return same((M * y).T * KEY, factor * y.T * (M.T * KEY), SIZES)


declare(
    Statement(
        label="N'",
        title="Prefixes for given weights: forced biases",
        kind="theorem",
        says="If rank M = m+1 and b = M y, the bias lam <y,p> is forced: the head localises at (x+y)/|x+y|. For |y| < "
        "1 the scale stays >= lam (1-|y|), and an L-Lipschitz f is L (1+|y|)-Lipschitz in the new centre.",
        formula=And(
            Eq(beta, lam * yp),
            Eq(logit, lam * (s + yp)),
            Ge(reach, 1 - Y),
            Le(speed, 1 + Y),
            Le(L * dist, L * (1 + Y) * centres),
        ),
        variables=(
            integers(m, 1),
            integers(width, 1, meaning="d_h"),
            positive(lam, "scale of the logits"),
            positive(L, "Lipschitz constant of f"),
            interval(Y, 0, 1, "[)", "|y|"),
            quantity(s, "<x, p>", None),
            quantity(yp, "<y, p>", None),
            quantity(on_point, "<x, M^T k>", None),
            quantity(on_bias, "<b, k>", None),
            quantity(beta, "the bias of the key", None),
            quantity(logit, "the score of the key k at the point x", None),
            quantity(c, "<x, y>", -Y, Y),
            quantity(reach, "|x + y|"),
            quantity(along, "<x, u> for the centre u = (x+y)/|x+y|", None),
            quantity(across, "<x, w> for the unit direction w in which u moves", None),
            quantity(pull, "rate of |x+y| when u moves with speed 1", None),
            quantity(speed, "speed of x when u moves with speed 1"),
            quantity(centres, "distance of two centres u"),
            quantity(dist, "distance of their points x"),
        ),
        by_definition=(
            Hypothesis(Eq(logit * sqrt(width), on_point + on_bias), "the score (N)"),
            Hypothesis(Eq(on_point, sqrt(width) * lam * s), "M^T k = sqrt(d_h) lam p"),
            Hypothesis(Eq(beta * sqrt(width), on_bias), "the bias of the logit"),
            Hypothesis(Eq(reach**2, 1 + 2 * c + Y**2), "|x+y|^2"),
            Hypothesis(Eq(along * reach, 1 + c), "<x, x+y> = 1 + <x,y>"),
            Hypothesis(Le(along**2 + across**2, 1), "u and w are orthonormal"),
            Hypothesis(Eq(pull * along, -reach * across), "|x| = 1: x' = pull u + |x+y| w is orthogonal to x"),
            Hypothesis(Eq(speed**2, pull**2 + reach**2), "|x'|^2"),
            Hypothesis(
                Le(dist, (1 + Y) * centres) | Gt(speed, 1 + Y),
                "a geodesic of the centres lifts to a path of x, whose length is the integral of its speed",
            ),
        ),
        note="For |y| = 1 the centre is undefined at x = -y; for |y| > 1 some directions are not reached. y = "
        "0: no biases.",
        steps=(
            Instances(
                name="bias",
                says="<M y, k> = <y, M^T k> = sqrt(d_h) lam <y,p>.",
                holds=_forced,
                cases=lambda: [(1,)],
                covers="all dimensions",
                complete=True,
                claim=Eq(on_bias, sqrt(width) * lam * yp),
                mutants=(Mutant("twice", {"cases": lambda: [(2,)]}),),
            ),
            Deduction(
                name="forced",
                says="Divide by sqrt(d_h).",
                claim=And(Eq(beta, lam * yp), Eq(logit, lam * (s + yp))),
                uses=("bias",),
                mutants=(Mutant("no bias", {"claim": Eq(logit, lam * s)}),),
            ),
            Deduction(
                name="scale",
                says="|x+y| >= 1 - |y|.",
                claim=Ge(reach, 1 - Y),
                mutants=(Mutant("no loss", {"claim": Ge(reach, 1)}),),
            ),
            Deduction(
                name="tangent",
                says="speed^2 <x,u>^2 = |x+y|^2 (<x,w>^2 + <x,u>^2) <= |x+y|^2.",
                claim=Le(speed * along, reach),
                mutants=(Mutant("half of it", {"claim": Le(speed * along, reach / 2)}),),
            ),
            Deduction(
                name="quotient",
                says="1 + 2c + |y|^2 <= (1+|y|)(1+c).",
                claim=Le(reach**2, (1 + Y) * (1 + c)),
                mutants=(Mutant("without |y|", {"claim": Le(reach**2, 1 + c)}),),
            ),
            Deduction(
                name="speed",
                says="speed (1+c) <= |x+y|^2.",
                claim=Le(speed, 1 + Y),
                uses=("tangent", "quotient"),
                mutants=(Mutant("no stretching", {"claim": Le(speed, 1)}),),
            ),
            Deduction(
                name="Lipschitz constant",
                says="Integrate the speed.",
                claim=Le(L * dist, L * (1 + Y) * centres),
                uses=("speed",),
                mutants=(Mutant("no stretching", {"claim": Le(L * dist, L * centres)}),),
            ),
        ),
    )
)
