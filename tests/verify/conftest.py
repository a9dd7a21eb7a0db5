"""Hand-made prefixes and certificates: what the producers do, written again in a few lines, and easy to falsify."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import numpy as np
import pytest
from flint import arb, ctx, fmpq
from numpy.typing import NDArray

from verify.certificate import (
    Certificate,
    F1Numbers,
    H1Numbers,
    H2Numbers,
    required_assumptions,
    sha256_hex,
)
from verify.checker import CheckResult, check

Floats = NDArray[np.float64]
Function = Callable[[Floats], Floats]
"""Points [n, d] -> values [n, q]."""


@dataclass(frozen=True)
class Case:
    """A stored head, what its certificate claims, and the target as a float function (sampling only)."""

    m: int
    target: str
    keys: tuple[Floats, ...]
    values: tuple[Floats, ...]
    bias: tuple[Floats, ...]
    numbers: H1Numbers | H2Numbers | F1Numbers
    function: Function
    lam: str = "1/4"
    eps: str = "10"
    certified_error: str = "10"
    max_value: str = "1e4"
    claims: dict[str, Any] = field(default_factory=dict)

    def prefix(self) -> bytes:
        """The bytes of a safetensors file."""
        meta = {"format": "prefixproof-prefix/1", "lam": self.lam, "target": self.target, "sphere": str(self.m)}
        header: dict[str, Any] = {"__metadata__": meta}
        body = b""
        for i, parts in enumerate(zip(self.keys, self.values, self.bias, strict=True)):
            for name, part in zip(("keys", "values", "bias"), parts, strict=True):
                chunk = np.ascontiguousarray(part, dtype="<f8").tobytes()
                offsets = [len(body), len(body) + len(chunk)]
                header[name + (f"_{i}" if i else "")] = {
                    "dtype": "F64",
                    "shape": list(part.shape),
                    "data_offsets": offsets,
                }
                body += chunk
        text = json.dumps(header).encode()
        return len(text).to_bytes(8, "little") + text + body

    def certificate(self) -> Certificate:
        """The certificate of `prefix`, with the true hash unless ``claims`` say otherwise."""
        tag = type(self.numbers).__name__[:2]
        base = Certificate(
            sphere=self.m,
            target=self.target,
            target_kind="expression",
            outputs=self.values[0].shape[1],
            method="local" if tag == "F1" else "spectral",
            theorem=tag,  # type: ignore[arg-type]
            tokens=len(self.bias[0]),
            lam=self.lam,
            eps=self.eps,
            certified_error=self.certified_error,
            max_value=self.max_value,
            numbers=self.numbers,
            prefix_sha256=sha256_hex(self.prefix()),
            producer="a test",
        )
        made = msgspec.structs.replace(base, **self.claims)
        if "assumptions" not in self.claims:
            made = msgspec.structs.replace(made, assumptions=required_assumptions(made))
        return made

    def write(self, directory: Path) -> Path:
        """Both files, without asking whether they make sense."""
        directory.mkdir(exist_ok=True)
        (directory / "prefix.safetensors").write_bytes(self.prefix())
        (directory / "certificate.json").write_bytes(msgspec.json.encode(self.certificate()))
        return directory

    def check(self, directory: Path) -> CheckResult:
        """Write and check."""
        return check(self.write(directory))

    def but(self, **changes: Any) -> Case:
        """A copy with other fields; fields of the theorem's numbers are found there."""
        inner = {name: changes.pop(name) for name in list(changes) if name in self.numbers.__struct_fields__}
        return replace(self, numbers=msgspec.structs.replace(self.numbers, **inner), **changes)

    def claiming(self, **claims: Any) -> Case:
        """A copy whose certificate says something else."""
        return replace(self, claims=self.claims | claims)

    def tight(self, directory: Path) -> Case:
        """A copy that claims exactly what the checker re-proves."""
        found = self.check(directory)
        assert found.valid, found.reason
        assert found.certified_error is not None
        return replace(self, eps=found.certified_error, certified_error=found.certified_error)

    def sampled_error(self, count: int = 4000, seed: int = 0) -> float:
        """The largest sampled |head - target| in float64: random points, the keys, and points beside them."""
        rng = np.random.default_rng(seed)
        keys = sum(self.keys)
        x = np.concatenate(
            [rng.standard_normal((count, self.m + 1)), keys, keys + rng.normal(0, 0.1, keys.shape), -keys]
        )
        x /= np.linalg.norm(x, axis=1, keepdims=True)
        lam = float(fmpq(*map(int, self.lam.split("/")))) if "/" in self.lam else float(self.lam)
        logits = lam * x @ keys.T + sum(self.bias)
        weights = np.exp(logits - logits.max(axis=1, keepdims=True))
        head = weights @ sum(self.values) / weights.sum(axis=1, keepdims=True)
        return float(np.linalg.norm(head - self.function(x), axis=1).max())


# --- numbers of the theory, in a few lines ----------------------------------------------------------------------------


def ratio(m: int, k: int, lam: fmpq) -> float:
    """a_k = I_{nu+k}/I_nu."""
    nu = fmpq(m - 1, 2)
    return float(arb(lam).bessel_i(arb(nu + k)) / arb(lam).bessel_i(arb(nu)))


def circle(N: int) -> Floats:
    angles = 2 * np.pi * np.arange(N) / N
    return np.stack([np.cos(angles), np.sin(angles)], axis=1)


def product_gauss(D: int) -> tuple[Floats, Floats]:
    """Nodes and weights on S^2, in the order of the format."""
    t, w = np.polynomial.legendre.leggauss((D + 2) // 2)
    y = circle(D + 1)
    nodes = np.concatenate([np.column_stack([np.sqrt(1 - s * s) * y, np.full(D + 1, s)]) for s in t])
    return nodes, np.repeat(w / 2 / (D + 1), D + 1)


def cross(m: int) -> Floats:
    return np.stack([s * e for e in np.eye(m + 1) for s in (1.0, -1.0)])


def split(exact: list[list[arb]], components: int) -> tuple[Floats, ...]:
    """Numbers as sums of float64."""
    parts = []
    for _ in range(components):
        part = np.array([[float(x) for x in row] for row in exact])
        parts.append(part)
        exact = [
            [x - y for x, y in zip(row, more, strict=True)] for row, more in zip(exact, part.tolist(), strict=True)
        ]
    return tuple(parts)


# --- cases ------------------------------------------------------------------------------------------------------------


def circle_x0(N: int = 8, components: int = 1) -> Case:
    """x0 on S^1 by N equally spaced points (theorem H2), as accurate as the components allow."""
    before, ctx.prec = ctx.prec, 300
    exact = [[arb(fmpq(2 * j, N)).cos_pi(), arb(fmpq(2 * j, N)).sin_pi()] for j in range(N)]
    lam = arb(fmpq(1, 4))
    values = [[p[0] * lam.bessel_i(arb(0)) / lam.bessel_i(arb(1))] for p in exact]
    keys, stored = split(exact, components), split(values, components)
    ctx.prec = before
    return Case(
        m=1,
        target="x0",
        keys=keys,
        values=stored,
        bias=(np.zeros(N),) * components,
        numbers=H2Numbers(degree=1, cutoff=12, taylor_order=0, truncation="0", sup_norm="1", norm_defect="1e-15"),
        function=lambda x: x[:, :1],
    )


def sphere_cubic(D: int = 7, theorem: str = "H2") -> Case:
    """x0*x1 + x2**3 on S^2 by the product Gauss rule of degree D."""
    nodes, weights = product_gauss(D)
    lam = fmpq(1, 4)
    a = [ratio(2, k, lam) for k in range(4)]
    x, y, z = nodes.T
    values = x * y / a[2] + (z**3 - 0.6 * z) / a[3] + 0.6 * z / a[1]
    common = {"degree": 3, "taylor_order": 0, "truncation": "0", "sup_norm": "2"}
    numbers: H1Numbers | H2Numbers = H2Numbers(cutoff=14, norm_defect="1e-15", **common)
    if theorem == "H1":
        numbers = H1Numbers(exactness=D, key_error="1e-14", bias_error="1e-14", value_error="1e-11", **common)
    return Case(
        m=2,
        target="x0*x1 + x2**3",
        keys=(nodes,),
        values=(values[:, None],),
        bias=(np.log(weights),),
        numbers=numbers,
        function=lambda p: (p[:, 0] * p[:, 1] + p[:, 2] ** 3)[:, None],
    )


def cross_linear(m: int = 3) -> Case:
    """[x0, x1/2] on S^m by the cross-polytope."""
    nodes = cross(m)
    a = ratio(m, 1, fmpq(1, 4))
    return Case(
        m=m,
        target="[x0, x1/2]",
        keys=(nodes,),
        values=(nodes[:, :2] * [1.0, 0.5] / a,),
        bias=(np.zeros(len(nodes)),),
        numbers=H2Numbers(degree=1, cutoff=12, taylor_order=0, truncation="0", sup_norm="1.2", norm_defect="0"),
        function=lambda x: x[:, :2] * [1.0, 0.5],
    )


def circle_exp(N: int = 16) -> Case:
    """exp(x0) on S^1: a smooth target, cut at degree 5 (f_k = 2 I_k(1) T_k)."""
    nodes = circle(N)
    angle = np.arctan2(nodes[:, 1], nodes[:, 0])
    one = arb(1)
    g = [float(one.bessel_i(arb(0)))] + [2 * float(one.bessel_i(arb(k))) / ratio(1, k, fmpq(1, 4)) for k in range(1, 6)]
    values = sum(c * np.cos(k * angle) for k, c in enumerate(g))
    return Case(
        m=1,
        target="exp(x0)",
        keys=(nodes,),
        values=(np.asarray(values)[:, None],),
        bias=(np.zeros(N),),
        numbers=H2Numbers(
            degree=5, cutoff=16, taylor_order=18, truncation="5e-5", sup_norm="2.72", norm_defect="1e-15"
        ),
        function=lambda x: np.exp(x[:, :1]),
        max_value="1e6",
    )


def circle_acos(N: int = 60, lam: str = "4000") -> Case:
    """acos(x0) on S^1 by N equally spaced points (theorem F1)."""
    nodes = circle(N)
    return Case(
        m=1,
        target="acos(x0)",
        keys=(nodes,),
        values=(np.arccos(np.clip(nodes[:, :1], -1, 1)),),
        bias=(np.zeros(N),),
        numbers=F1Numbers(
            lipschitz="1",
            lipschitz_status="exact",
            covering="facets",
            covering_radius=str(math.pi / N * (1 + 1e-9)),
            radius=str(round(1.6 * math.pi / N, 6)),
            norm_defect="1e-15",
            value_error="1e-7",
        ),
        function=lambda x: np.arccos(np.clip(x[:, :1], -1, 1)),
        lam=lam,
    )


def fibonacci(N: int) -> Floats:
    z = 1 - (2 * np.arange(N) + 1) / N
    angle = np.pi * (1 + 5**0.5) * np.arange(N)
    return np.column_stack([np.sqrt(1 - z * z) * np.cos(angle), np.sqrt(1 - z * z) * np.sin(angle), z])


def sphere_abs(N: int = 200, lam: str = "1500") -> Case:
    """abs(x0 + 0.3*x1) on S^2 by N Fibonacci points (theorem F1), L = sqrt(1.09)."""
    nodes = fibonacci(N)
    values = np.abs(nodes[:, :1] + 0.3 * nodes[:, 1:2])
    return Case(
        m=2,
        target="abs(x0 + 0.3*x1)",
        keys=(nodes,),
        values=(values,),
        bias=(np.zeros(N),),
        numbers=F1Numbers(
            lipschitz="1.044031",
            lipschitz_status="certified",
            covering="facets",
            covering_radius=str(round(2.8 / N**0.5, 4)),
            radius=str(round(3.6 / N**0.5, 4)),
            norm_defect="1e-15",
            value_error="1e-15",
        ),
        function=lambda x: np.abs(x[:, :1] + 0.3 * x[:, 1:2]),
        lam=lam,
    )


def high_abs(m: int = 9) -> Case:
    """abs(x0) on S^m by the cross-polytope, a signed orbit (theorem F1)."""
    nodes = cross(m)
    delta = math.acos((m + 1) ** -0.5)
    return Case(
        m=m,
        target="abs(x0)",
        keys=(nodes,),
        values=(np.abs(nodes[:, :1]),),
        bias=(np.zeros(len(nodes)),),
        numbers=F1Numbers(
            lipschitz="1",
            lipschitz_status="exact",
            covering="signed_orbits",
            covering_radius=str(round(delta + 1e-6, 6)),
            radius=str(round(delta + 0.2, 6)),
            norm_defect="0",
            value_error="0",
        ),
        function=lambda x: np.abs(x[:, :1]),
        lam="100",
    )


def one_token() -> Case:
    """x0/10 on S^2 by the single value 0: covering radius pi."""
    return Case(
        m=2,
        target="x0/10",
        keys=(np.array([[0.0, 0.0, 1.0]]),),
        values=(np.zeros((1, 1)),),
        bias=(np.zeros(1),),
        numbers=F1Numbers(
            lipschitz="1/10",
            lipschitz_status="exact",
            covering="trivial",
            covering_radius="3.1415926536",
            radius="3.15",
            norm_defect="0",
            value_error="0",
        ),
        function=lambda x: x[:, :1] / 10,
    )


ALL: dict[str, Callable[[], Case]] = {
    "circle_x0": circle_x0,
    "sphere_cubic": sphere_cubic,
    "sphere_cubic_H1": lambda: sphere_cubic(7, "H1"),
    "cross_linear": cross_linear,
    "circle_exp": circle_exp,
    "circle_acos": circle_acos,
    "sphere_abs": sphere_abs,
    "high_abs": high_abs,
    "one_token": one_token,
}


@pytest.fixture(scope="session")
def craft() -> SimpleNamespace:
    """The makers of hand-made cases, by name, and `ALL` of them."""
    makers = {name: maker for name, maker in globals().items() if callable(maker) and name in ALL}
    return SimpleNamespace(**makers, fibonacci=fibonacci, circle=circle, cross=cross, Case=Case, ALL=ALL)
