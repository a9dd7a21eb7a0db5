"""Mutants of the prover's own rules: each broken rule must show as a false proof, or the tests would not guard it.

Every mutant is a change of one rule (an overlap taken for a proof, a remainder dropped, an end point left out, ...)
applied by monkeypatching; under it some false statement of ``BAIT`` is "proved".  The unbroken prover proves none of
them.
"""

from __future__ import annotations

import copy
import itertools
import json
from collections.abc import Callable
from typing import Any

import pytest
from flint import arb, fmpq

from verify.prove import PROVED, prove
from verify.proving import algebra, boxes, expansion, germs, goals, kernel, points, riccati, search, signs, simplify
from verify.proving.terms import add, is_number, number
from verify.proving_checker import check_proof

BAIT = [
    ("sin(x) <= 0.9999*x", ["x in [0, 1]"]),
    ("exp(x) <= 1 + x + 0.501*x**2", ["x in [0, 1]"]),
    ("cos(x) >= 1 - 0.4999*x**2", ["x in [-1, 1]"]),
    ("x**2 > 0", ["x in [-1, 1]"]),
    ("x**3 - x >= -0.38", ["x in [0, 2]"]),
    ("atan(x) <= x - 0.3*x**3", ["x in [0, 1/2]"]),
    ("exp(-x) <= 1 - x + 0.49*x**2", ["x in [0, 1/4]"]),
    ("besseli(1,x)/besseli(0,x) <= x/(1/2+sqrt(9/4+x**2))", ["x in (0, inf)"]),
    ("log(x) <= x - 1.001", ["x in [1/2, 2]"]),
    ("sqrt(x) <= 0.99 + x/4", ["x in [2, 8]"]),
    ("sin(x) < 1", ["x in [0, 3]"]),
    ("digamma(x) < log(x) - 0.51/x", ["x in [1, inf)"]),
    ("max(x, 1-x) >= 0.51", ["x in [0, 1]"]),
    ("gamma(x) >= 0.886", ["x in [1/2, 3]"]),
    ("erf(x) <= 1.128*x", ["x in [0, 1]"]),
    ("log(x) >= -100", ["x in (0, 1]"]),
    ("exp(x) >= 1.001", ["x in [0, 1]"]),
    ("exp(x) <= 1 + x + 0.55*x**2", ["x in [0, 1/2]"]),
    ("sin(x) < 1", ["x in R"]),
    ("sin(x) - 2*cos(y) <= 2", ["x in R", "y in R"]),
    ("2*exp(x) <= exp(y)", ["x in R", "y in [x + 2/3, inf)"]),
]


def _false_proofs() -> list[str]:
    for statement, domain in BAIT:
        try:
            if prove(statement, domain, seconds=1.5, boxes=3000).verdict == PROVED:
                return [statement]
        except (ArithmeticError, ValueError, TypeError):
            continue
    return []


def test_the_unbroken_prover_falls_for_none() -> None:
    assert _false_proofs() == []


def _blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refutation off, so that only the proving rules speak."""
    monkeypatch.setattr(goals, "sample_points", lambda space: [])
    monkeypatch.setattr(search._Search, "refuted", lambda self, node: False)
    monkeypatch.setattr(points, "confirm", lambda *a, **k: False)


def overlap_is_proof(m: pytest.MonkeyPatch) -> None:
    m.setattr(search, "holds", lambda value, strict: not bool(value < 0))


def nan_is_proof(m: pytest.MonkeyPatch) -> None:
    m.setattr(search, "holds", lambda value, strict: not value.is_finite() or bool(value >= 0))


def middle_only(m: pytest.MonkeyPatch) -> None:
    m.setattr(search, "holds", lambda value, strict: bool(value.mid() >= 0))


def strict_is_weak(m: pytest.MonkeyPatch) -> None:
    m.setattr(search, "holds", lambda value, strict: bool(value >= 0))
    m.setattr(search._Search, "at_point", lambda self, node, balls: setattr(node, "method", "zero"))


def mean_value_without_width(m: pytest.MonkeyPatch) -> None:
    original = search._Search.mean_value

    def broken(self: Any, node: Any, balls: Any, value: Any, slopes: Any, free: Any) -> float:
        return original(self, node, balls, value, [s * 0 for s in slopes], free)

    m.setattr(search._Search, "mean_value", broken)


def wrong_face(m: pytest.MonkeyPatch) -> None:
    original = search._Search.try_face
    m.setattr(
        search._Search, "try_face", lambda self, node, slopes, free: original(self, node, [-s for s in slopes], free)
    )


def remainder_dropped(m: pytest.MonkeyPatch) -> None:
    original = germs.Series.quotient_range

    def broken(self: germs.Series) -> arb:
        return original(germs.Series(self.at, self.val, self.coefs, None)) if self.coefs else original(self)

    m.setattr(germs.Series, "quotient_range", broken)
    m.setattr(search, "GERM_TERMS", (3, 3))


def leading_coefficient_only(m: pytest.MonkeyPatch) -> None:
    m.setattr(germs.Series, "quotient_range", lambda self: self.coefs[0].ball if self.coefs else arb(0))


def lagrange_at_the_centre(m: pytest.MonkeyPatch) -> None:
    original = expansion.Expander._compose

    def broken(self: Any, name: str, params: Any, g: Any) -> Any:
        p = kernel.KERNEL[name]
        assert p.jet is not None
        narrow = kernel.Primitive(
            p.arity, p.value, p.partials, lambda *a: [c * 0 if i == a[-1] else c for i, c in enumerate(p.jet(*a))]
        )
        m.setitem(kernel.KERNEL, name, narrow)
        try:
            return original(self, name, params, g)
        finally:
            m.setitem(kernel.KERNEL, name, p)

    m.setattr(expansion.Expander, "_compose", broken)
    m.setattr(search, "GERM_TERMS", (2, 2))


def end_points_only_middle(m: pytest.MonkeyPatch) -> None:
    for name in ("exp", "sin", "cos", "gamma", "erf", "atan", "log"):
        p = kernel.KERNEL[name]
        m.setitem(kernel.KERNEL, name, kernel.Primitive(p.arity, lambda x, p=p: p.value(x.mid()), p.partials, p.jet))


def gamma_without_its_minimum(m: pytest.MonkeyPatch) -> None:
    p = kernel.KERNEL["gamma"]
    m.setitem(
        kernel.KERNEL,
        "gamma",
        kernel.Primitive(1, lambda x: x.lower().gamma().union(x.upper().gamma()), p.partials, p.jet),
    )
    m.setattr(search._Search, "mean_value", lambda self, node, *a: 0.0)
    m.setattr(search._Search, "try_face", lambda *a: False)


def choice_of_one(m: pytest.MonkeyPatch) -> None:
    m.setattr(kernel, "KERNEL", kernel.KERNEL)
    p = kernel.KERNEL["max"]
    m.setitem(kernel.KERNEL, "max", kernel.Primitive(2, lambda a, b: a.upper().max(b.upper()), p.partials, None))
    m.setattr(search._Search, "mean_value", lambda self, node, *a: 0.0)


def formal_zero_for_all(m: pytest.MonkeyPatch) -> None:
    m.setattr(search, "is_exactly_zero", lambda *a: True)


def sturm_counts_nothing(m: pytest.MonkeyPatch) -> None:
    m.setattr(algebra, "roots_inside", lambda p, low, high: 0)
    m.setattr(algebra, "_sample", lambda low, high: fmpq(high if high is not None else 2))


def attained_bound_is_strict(m: pytest.MonkeyPatch) -> None:
    m.setattr(goals, "bounded_below", lambda t, strict, *more: signs.bounded_below(t, False, *more))


def bounded_by_the_last_summand(m: pytest.MonkeyPatch) -> None:
    def broken(t: Any, strict: bool, *more: Any) -> bool:
        return (
            t.kind == "add"
            and t.args[-1].kind == "fn"
            and signs.bounded_below(add([number(t.value), t.args[-1]], [fmpq(1), t.coefs[-1]]), strict, *more)
        )

    m.setattr(goals, "bounded_below", broken)


def logarithm_without_the_factor(m: pytest.MonkeyPatch) -> None:
    original = simplify.make
    m.setattr(simplify, "make", lambda name, *a: number(0) if name == "log" and is_number(a[0]) else original(name, *a))


def coefficients_by_their_sum(m: pytest.MonkeyPatch) -> None:
    m.setattr(goals, "decide_polynomial", lambda *a: algebra.PolynomialAnswer(True, None))


def comparison_without_residual(m: pytest.MonkeyPatch) -> None:
    original = riccati.comparison

    def broken(*a: Any) -> Any:
        step = original(*a)
        return None if step is None else step._replace(needs=step.needs[:1])

    m.setattr(goals, "comparison", broken)


def one_child_of_two(m: pytest.MonkeyPatch) -> None:
    original, count = search._Search.push, itertools.count()
    m.setattr(
        search._Search,
        "push",
        lambda self, node, bound: None if node.depth and next(count) % 2 == 0 else original(self, node, bound),
    )


MUTANTS: list[Callable[[pytest.MonkeyPatch], None]] = [
    overlap_is_proof, nan_is_proof, middle_only, strict_is_weak, mean_value_without_width, wrong_face,
    remainder_dropped,
    leading_coefficient_only, lagrange_at_the_centre, end_points_only_middle, gamma_without_its_minimum, choice_of_one,
    attained_bound_is_strict, bounded_by_the_last_summand, logarithm_without_the_factor,
    formal_zero_for_all, sturm_counts_nothing, coefficients_by_their_sum, comparison_without_residual, one_child_of_two,
]  # fmt: skip


@pytest.mark.parametrize("mutant", MUTANTS, ids=[f.__name__ for f in MUTANTS])
def test_a_broken_rule_is_caught(mutant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch) -> None:
    _blind(monkeypatch)
    mutant(monkeypatch)
    found = _false_proofs()
    assert found, f"{mutant.__name__} changes no verdict: no test would notice it"


def test_side_conditions_are_not_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(goals, "obvious", lambda *a: True)
    assert prove("1/x - 1/x >= 0", ["x in [-1, 1]"]).verdict == PROVED  # the mutant; the real one refuses (test_prove)
    assert signs.obvious is not goals.obvious
    assert boxes.Range is not None


def _certificate() -> dict[str, Any]:
    data = prove("sin(x) <= x and exp(x) >= 1 + x", ["x in [0, 20]"]).certificate
    assert data is not None
    return json.loads(json.dumps(data))  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("statement",), "sin(x) <= 0.999*x and exp(x) >= 1 + x"),
        (("statement",), "sin(x) < x and exp(x) >= 1 + x"),
        (("domain",), ["x in [-1, 20]"]),
        (("domain",), ["x in R"]),
        (("cases",), []),
        (("cases", 0, "relations"), []),
        (("cases", 0, "relations", 0, "method"), "constant"),
        (("cases", 0, "relations", 0, "tree"), {"method": "value"}),
        (("cases", 0, "relations", 0, "tree"), {"method": "zero"}),
        (("cases", 0, "relations", 0, "tree"), None),
        (("cases", 0, "relations", 0, "bits"), -5),
    ],
)
def test_edited_certificates_are_refused(path: tuple[Any, ...], value: Any) -> None:
    data = _certificate()
    assert check_proof(data).valid
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert not check_proof(data).valid


def test_every_leaf_of_a_tree_is_needed() -> None:
    """Removing a child, or moving a cut out of the box, breaks the cover."""
    data = prove("(sin(x)/x)**2 + tan(x)/x > 2", ["x in (0, pi/2)"]).certificate
    data = json.loads(json.dumps(data))
    root = data["cases"][0]["relations"][0]["tree"]
    splits = []
    stack = [root]
    while stack:
        node = stack.pop()
        if node["method"] == "split":
            splits.append(node)
        stack.extend(node.get("children", []))
    assert splits
    assert check_proof(data).valid
    for i in range(len(splits)):
        for change in ("drop", "move"):
            broken = copy.deepcopy(data)
            found, stack = [], [broken["cases"][0]["relations"][0]["tree"]]
            while stack:
                node = stack.pop()
                if node["method"] == "split":
                    found.append(node)
                stack.extend(node.get("children", []))
            if change == "drop":
                found[i]["children"] = found[i]["children"][:1]
            else:
                found[i]["at"] = "7"
            assert not check_proof(broken).valid
