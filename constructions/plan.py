"""What every construction hands on: a plan, the prefix that it builds, and the claim to be proved about that prefix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from flint import arb, fmpq, fmpq_mpoly

from constructions.nodes import Nodes
from constructions.prefix import Prefix

__all__ = ["Built", "Claim", "JacksonClaim", "LocalClaim", "Method", "Plan", "Shortfall", "SpectralClaim", "Truncation"]


Method = Literal["local", "spectral", "jackson", "minimax", "narrow"]


@dataclass(frozen=True)
class Truncation:
    """f cut at degree n: ``components`` maps k <= n to the q polynomials f_k; ``error`` >= sup |f - sum_{k<=n} f_k|.

    ``taylor_order`` names the polynomial model behind it (0 for a polynomial target), and ``model_error`` is the sup
    distance of f from that model: each f_k is the harmonic component of f up to ``model_error`` in L^2.
    """

    degree: int
    components: dict[int, list[fmpq_mpoly]]
    error: arb
    taylor_order: int
    model_error: arb


@dataclass(frozen=True)
class SpectralClaim:
    """The values are made for ``truncation``, on nodes exact to degree ``exact_to``; ``theorem`` proves the bound."""

    theorem: Literal["H2", "H1"]
    truncation: Truncation
    exact_to: int


@dataclass(frozen=True)
class LocalClaim:
    """The values are those of an L-Lipschitz target at ``nodes``; theorem F1 with this ``radius`` proves the bound.

    ``nodes`` None: one token, no net (delta = pi, radius > pi).
    """

    nodes: Nodes | None
    radius: fmpq


@dataclass(frozen=True)
class JacksonClaim:
    """The values are those of theorem H3 for the kernel Q_k, k = ``kernel``, on nodes exact to degree ``exact_to``.

    ``sup`` >= |f(p_j)| at the nodes.
    """

    kernel: int
    exact_to: int
    sup: arb


Claim = SpectralClaim | LocalClaim | JacksonClaim


@dataclass(frozen=True)
class Built:
    """An ideal prefix and what is claimed about it.  ``components``: how many float64 per number it is accurate for."""

    prefix: Prefix
    claim: Claim
    components: int


class Plan(Protocol):
    """Parameters of one construction, chosen by predictions; building and proving come later."""

    @property
    def method(self) -> Method:
        """The construction."""

    @property
    def tokens(self) -> int:
        """The number N of tokens (for local plans an estimate until the net is built)."""

    @property
    def components(self) -> int:
        """The number of float64 per stored number with which the rounding should start."""

    def build(self, components: int) -> Built:
        """The ideal prefix, accurate enough to be rounded to ``components`` float64 numbers per number."""


@dataclass(frozen=True)
class Shortfall:
    """Why a construction is not expected to reach eps within the limits.

    ``limit`` is the option to raise; ``attempt`` makes the best plan within the limits (None when there is none).
    """

    message: str
    limit: str
    attempt: Callable[[], Plan | None] = lambda: None
