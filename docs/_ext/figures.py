"""The guide's figures.  Lines are drawn through the midpoints of rigorous enclosures; nothing is sampled from a formula
that is written here."""

from drawing import Axis, Plot
from flint import arb

from theory import harmonics, jackson, kernels
from theory.errors import HypothesisError
from theory.prefix_length import spectral_error
from theory.registry import statement
from theory.superposition import Superposition
from theory.token_bounds import token_bounds as bounds_of_class

__all__ = [
    "aliasing",
    "context_share",
    "eigenvalues",
    "envelope",
    "legendre",
    "precision_floor",
    "smoothing",
    "staircases",
    "token_bounds",
]


def _mid(value: arb) -> float:
    return float(value.mid())


def legendre() -> Plot:
    """Legendre polynomials of the sphere of dimension 2."""
    plot = Plot(
        Axis("t = <x, y>"),
        Axis("P_k(t) on S^2"),
        "The Legendre polynomials of degrees 1 to 4: all are 1 at t = 1 and stay between -1 and 1",
        "Zonal harmonics on S^2: every degree is 1 at the pole and never leaves [-1, 1] (A2).",
    )
    points = [i / 60 for i in range(-60, 61)]
    values = [harmonics.legendre_values(2, 4, arb(t)) for t in points]
    for k in range(1, 5):
        plot.add(f"k = {k}", [(t, _mid(v[k])) for t, v in zip(points, values, strict=True)])
    return plot


def eigenvalues() -> Plot:
    """The coefficients A_k of the exponential kernel."""
    plot = Plot(
        Axis("degree k"),
        Axis("A_k(lam) / e^lam", log=True),
        "The coefficients of the exponential kernel on S^2 fall faster than any power of the degree, for smaller lam "
        "earlier",
        "How much of e^{lam t} sits in degree k, on S^2: what lies beyond a degree is the tail of A7.",
    )
    for lam in (1, 4, 16):
        rows = kernels.coefficients(2, 24, lam)
        plot.add(f"lam = {lam}", [(k, _mid(a / arb(lam).exp())) for k, a in enumerate(rows)])
    return plot


def smoothing() -> Plot:
    """The smoothing radius against lam."""
    plot = Plot(
        Axis("lam", log=True),
        Axis("env(a_1(lam))", log=True),
        "The error of smoothing a 1-Lipschitz function falls like one over the square root of lam, later in higher "
        "dimension",
        "The error that smoothing with concentration lam costs a 1-Lipschitz function at most (C1).",
    )
    for m in (1, 2, 8):
        lams = [2.0**i for i in range(13)]
        plot.add(f"S^{m}", [(lam, _mid(jackson.envelope(kernels.ratio(m, 1, lam)))) for lam in lams])
    return plot


def envelope() -> Plot:
    """Jackson's constant: the envelope at the largest zero."""
    plot = Plot(
        Axis("degree 2k", log=True),
        Axis("E_2k / L", log=True),
        "Jackson's bound for polynomials of degree 2k falls like one over the degree; the closed form lies above it",
        "How well polynomials approximate any 1-Lipschitz function on S^2: by the largest zero, and by the closed form "
        "(D2).",
    )
    degrees = [1, 2, 3, 5, 8, 12, 20, 32, 50]
    zero = [(2.0 * k, _mid(jackson.envelope(jackson.largest_zero(2, k + 1)))) for k in degrees]
    plot.add("largest zero", zero)
    plot.add("closed form", [(2.0 * k, _mid(jackson.jackson_constant(2) / (k + 1))) for k in degrees], dashed=True)
    return plot


def token_bounds() -> Plot:
    """Tokens that are enough and tokens that are necessary."""
    plot = Plot(
        Axis("L / eps", log=True),
        Axis("tokens", log=True),
        "On S^2 the tokens that are enough and the two lower bounds all grow like the square of L over the error",
        "Tokens for all L-Lipschitz functions on S^2: F3 is enough; G2 and G1 are necessary.",
    )
    accuracies = ["1/2", "1/5", "1/10", "1/20", "1/50", "1/100"]
    rows = {a: {r.name: r.tokens for r in bounds_of_class(2, 1, a)} for a in accuracies}
    for name, said in (("F3", "F3 (upper)"), ("G2", "G2 (lower)"), ("G1", "G1 (lower)")):
        plot.add(said, [(float(a[2:]), float(rows[a][name])) for a in accuracies], dashed=name != "F3")
    return plot


def aliasing() -> Plot:
    """The bound of H1 against the scale."""
    plot = Plot(
        Axis("lam", log=True),
        Axis("bound of the error", log=True),
        "The aliasing error of a spectral prefix falls like a power of lam as lam falls, steeper for nodes of higher "
        "exactness",
        "What aliasing costs a polynomial of degree 3 on S^2, for nodes exact to degree D and values of mean size 100 "
        "(H1).",
    )
    for exactness in (8, 11, 14):
        points = []
        for i in range(-12, 9):
            try:
                points.append((2.0 ** (i / 2), _mid(spectral_error(2, 3, exactness, arb(2) ** (arb(i) / 2), 100, 1))))
            except HypothesisError:
                break  # so large a lam is outside the theorem
        plot.add(f"D = {exactness}", points)
    return plot


def context_share() -> Plot:
    """The context's share of the softmax against the boost."""
    plot = Plot(
        Axis("boost c of all biases"),
        Axis("largest share of the context", log=True),
        "The share of the visible context in the softmax falls exponentially with the boost of the biases",
        "The largest share of T visible context tokens, for nodes whose weighted mean is 0 (I4).",
    )
    for tokens in (1, 1000, 10**6):
        row = [(c, float(arb(statement("I4").bound(T0=tokens, c=c, lam=1, offset=0)).mid())) for c in range(0, 41, 2)]
        plot.add(f"T = {tokens:,}", [(c, share) for c, share in row if share <= 1])
    return plot


def staircases() -> Plot:
    """Three shifted staircases."""
    plot = Plot(
        Axis("x"),
        Axis("psi_s(x)"),
        "Three staircases with the same steps and ramps at different places: at every point two of them are level",
        "Three shifted staircases with four ramps each: at every x at most one of them climbs.",
    )
    stairs = Superposition(1, 4, 3)
    for s in range(3):
        plot.add(f"s = {s}", [(i / 96, float(stairs.psi(s, f"{i}/96"))) for i in range(97)])
    return plot


def precision_floor() -> Plot:
    """The least error at a kink, for bounded keys."""
    plot = Plot(
        Axis("bound K of the keys", log=True),
        Axis("least error", log=True),
        "The least error of any prefix at a kink falls like the inverse square of the bound of the keys, whatever the "
        "number of tokens",
        "No prefix with keys up to K and values up to V is better at a wide enough kink of slope 1, whatever its "
        "length (N'').",
    )
    bound = statement("N''")
    for size in (1, 10, 100):
        row = [(2.0**i, float(arb(bound.bound(K=2**i, V=size, L=1)).mid())) for i in range(11)]
        plot.add(f"V = {size}", row)
    return plot
