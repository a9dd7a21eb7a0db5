"""Bottlenecks: pairs that are confused, and bounds that no model behind the bottleneck beats."""

from __future__ import annotations

import json

import numpy as np
import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from theory.errors import ExpressionError, HypothesisError, InputError
from theory.superposition import Superposition
from verify.cli import app
from verify.confusion import Bottleneck, Task, confuse

runner = CliRunner()

SCALARS = [
    ("x0 + 5*x1 + 25*x2", 3),
    ("x0*x1 - x2", 3),
    ("abs(x0 - 1/3) + sqrt(x1)", 2),
    ("x0 - x0", 2),
    ("log(1 + x0) + exp(x1) - sin(7*x2) + x3/3", 4),
    ("min(x0, x1)", 2),
]


def wanted(task: Task, x):
    """What the task asks for at x."""
    return sorted(x) if task.permutation is None else [x[i] for i in task.permutation]


def gap(task: Task, found) -> fmpq:
    """How far apart the targets of the pair are; at its position, if positions read their own feature."""
    gaps = [abs(a - b) for a, b in zip(wanted(task, found.x), wanted(task, found.y), strict=True)]
    return max(gaps) if found.position is None else gaps[found.position]


@pytest.mark.parametrize("name", ["identity", "reverse", "rotate", "sort"])
@pytest.mark.parametrize(("text", "n"), SCALARS)
def test_one_scalar_confuses_a_pair_with_targets_far_apart(text, n, name):
    """The pair has targets 2 error apart (but for the bracket's width), and the scalars nearly agree."""
    bottleneck, task = Bottleneck.from_expression(text, n), Task.named(name, n)
    found = confuse(bottleneck, task)
    assert found.error == (fmpq(1, 4) if name == "sort" else fmpq(1, 2))
    assert found.kind in ("exact", "bracketed")
    assert gap(task, found) >= 2 * found.error - 2 * found.width
    assert found.width < fmpq(1, 10**9)
    (difference,) = [b - a for a, b in zip(bottleneck.values(found.x), bottleneck.values(found.y), strict=True)]
    assert abs(difference) < arb("1e-8")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(-9, 9), min_size=3, max_size=3), st.lists(st.integers(-9, 9), min_size=3, max_size=3))
def test_bracket_holds_a_change_of_sign(weights, squares):
    """At the two ends of a bracket the order of the scalars differs: recomputed here in rational arithmetic."""

    def R(x):
        return sum((w * t + c * t * t for w, c, t in zip(weights, squares, x, strict=True)), fmpq(0))

    text = " + ".join(f"{w}*x{i} + {c}*x{i}**2" for i, (w, c) in enumerate(zip(weights, squares, strict=True)))
    found = confuse(Bottleneck.from_expression(text, 3), Task.named("identity", 3))
    difference = R(found.y) - R(found.x)
    if found.kind == "exact":
        assert difference == 0
        return
    i = next(i for i in range(3) if 0 < found.x[i] < 1)  # the one feature that moves along the boundary

    def moved(by):
        x = list(found.x)
        x[i] += by
        return R([1 - t for t in x]) - R(x)

    assert any(moved(by) * difference <= 0 for by in (found.width, -found.width))


@pytest.mark.parametrize(
    ("text", "n", "name"),
    [("x0 + 3*x1 + 9*x2", 3, "rotate"), ("x0*x1 - 2*x2 + x3", 4, "reverse"), ("x0 + x1 + x2", 3, "1,2,0")],
)
def test_reading_its_own_feature_does_not_help_one_scalar(text, n, name):
    """Theory K2', K2b: x and y agree at the position, whose targets are 0 and 1."""
    bottleneck, task = Bottleneck.from_expression(text, n), Task.named(name, n)
    found = confuse(bottleneck, task, reads_own=True)
    t = found.position
    assert found.x[t] == found.y[t]
    assert (wanted(task, found.x)[t], wanted(task, found.y)[t]) in ((0, 1), (1, 0))
    a, b = (bottleneck.values(point)[0] for point in (found.x, found.y))
    assert abs(a - b) < arb("1e-8")


@pytest.mark.parametrize(
    ("text", "n", "name"), [("x0 + x1", 2, "reverse"), ("x0 + x2", 3, "reverse"), ("x0", 1, "copy")]
)
def test_models_that_are_exact_meet_no_obstruction(text, n, name):
    """Swapped features are R - x_t: a tool that saw an obstruction here would be wrong."""
    with pytest.raises(HypothesisError, match="no obstruction"):
        confuse(Bottleneck.from_expression(text, n), Task.named(name, n), reads_own=True)


@pytest.mark.parametrize("name", ["identity", "sort"])
@pytest.mark.parametrize(("text", "n"), [("[x0 + x1*x2, exp(x1) - x2**2]", 3), ("[x0 - x3, abs(x1 - x2), x0*x1]", 4)])
def test_several_scalars_have_a_near_pair(text, n, name):
    """The scalars of the pair differ by no more than is said, and the targets are as far apart as the theorem says."""
    bottleneck, task = Bottleneck.from_expression(text, n), Task.named(name, n)
    found = confuse(bottleneck, task)
    assert found.error == (fmpq(1, 2 * (bottleneck.s + 1)) if name == "sort" else fmpq(1, 2))
    assert gap(task, found) >= 2 * found.error
    for a, b in zip(bottleneck.values(found.x), bottleneck.values(found.y), strict=True):
        assert not abs(a - b) > found.difference
    assert found.difference < arb("1e-4")


def test_sorting_bound_is_attained():
    """R = x0 + x1 sorts two features to 1/4: the middle of the sorted points with this sum is within 1/4 of each."""
    found = confuse(Bottleneck.from_expression("x0 + x1", 2), Task.named("sort", 2))
    worst = fmpq(0)
    for total in range(41):
        c = fmpq(total, 20)
        low, high = max(c - 1, fmpq(0)), c / 2  # the smaller feature of sorted points with sum c
        worst = max(worst, (high - low) / 2)
    assert worst == found.error == fmpq(1, 4)


def test_staircase_of_the_paper_is_confused():
    """The code of theory K3 with exact values; its samples agree with the exact code."""
    bottleneck, stairs = Bottleneck.staircase(3, 8, 20), Superposition(3, 8, 20)
    points = np.random.default_rng(1).integers(0, 1025, (200, 3)) / 1024
    exact = [stairs.code(0, [fmpq(int(t * 1024), 1024) for t in x]) for x in points]
    assert np.allclose(bottleneck.sample(points)[:, 0], [float(v) for v in exact], rtol=1e-12)
    for name, own in (("copy", False), ("sort", False), ("rotate", True)):
        found = confuse(bottleneck, Task.named(name, 3), reads_own=own)
        assert found.error >= fmpq(1, 4)


def test_functions_are_vouched_for(monkeypatch, tmp_path):
    """A Python function: its floats are exact by assumption, which is shown."""
    (tmp_path / "mine_bottleneck.py").write_text("def R(x):\n    return x[0] + 2 * x[1] ** 2\n")
    monkeypatch.syspath_prepend(tmp_path)
    answer = runner.invoke(app, ["confuse", "mine_bottleneck:R", "--features", "2", "--json"])
    facts = json.loads(answer.stdout)
    assert facts["error_at_least"] == "1/2"
    assert "mine_bottleneck:R is continuous" in facts["assumptions"][0]


@pytest.mark.parametrize(
    ("text", "n", "error", "message"),
    [
        ("1/x0", 2, InputError, "not seen to be continuous"),
        ("x0 + y", 2, ExpressionError, "unknown name y"),
        ("x2", 2, ExpressionError, r"features x0\.\.x1"),
        ("x0", 0, InputError, "number of features"),
        ("x0", 65, InputError, "number of features"),
    ],
)
def test_unusable_bottlenecks(text, n, error, message):
    """Each refusal names what fails."""
    with pytest.raises(error, match=message):
        Bottleneck.from_expression(text, n)


@pytest.mark.parametrize("name", ["sorted", "0,0,1", "1,2", "", "0,1,x"])
def test_unknown_tasks(name):
    """Only permutations of all features."""
    with pytest.raises(InputError, match=r"permutation of 0\.\.2"):
        Task.named(name, 3)


def test_as_many_scalars_as_features_are_no_obstruction():
    """R(x) = x is exact."""
    with pytest.raises(HypothesisError, match="fewer scalars than features"):
        confuse(Bottleneck.from_expression("[x0, x1]", 2), Task.named("identity", 2))


@pytest.mark.parametrize("arguments", [["staircase:x"], ["staircase:4:5:6"], ["staircase:0"], ["x0 +"]])
def test_command_refuses(arguments):
    """Exit status 2, one JSON object."""
    answer = runner.invoke(app, ["confuse", *arguments, "--features", "2", "--json"])
    assert answer.exit_code == 2
    assert "error" in json.loads(answer.stdout)


def test_command_prints_the_bound():
    """For a reader."""
    answer = runner.invoke(app, ["confuse", "staircase:4", "--features", "3", "--target", "sort"])
    assert answer.exit_code == 0
    assert "errs by at least 1/4 on sort" in answer.stdout
