"""The road from a target to two files: what is built, what is refused, and files that are complete or absent."""

import re
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructions.prefix import StoredPrefix
from theory.balls import exact
from theory.errors import InputError, PrefixproofError, UnreachableError
from theory.targets import Target
from verify import pipeline
from verify.certificate import CERTIFICATE_FILE, PREFIX_FILE, read_certificate
from verify.checker import check
from verify.pipeline import BuildResult, build_prefix, refuse_existing, save


@cache
def result(text: str = "x0", m: int = 1, eps: str = "0.2") -> BuildResult:
    return build_prefix(Target.from_expression(text, m), eps)


def files(directory: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in directory.iterdir()}


# --- building -------------------------------------------------------------------------------------------------------


def test_build_and_check(tmp_path: Path) -> None:
    save(result(), tmp_path / "out")
    assert sorted(files(tmp_path / "out")) == [CERTIFICATE_FILE, PREFIX_FILE]
    assert check(tmp_path / "out").valid
    assert read_certificate(tmp_path / "out" / CERTIFICATE_FILE) == result().certificate
    assert StoredPrefix.load(tmp_path / "out" / PREFIX_FILE).to_bytes() == result().stored.to_bytes()


@pytest.mark.parametrize("method", ["auto", "local", "spectral"])
def test_methods(method: str) -> None:
    certificate = build_prefix(Target.from_expression("x0*x1", 2), "0.2", method).certificate
    assert method in ("auto", certificate.method)
    assert exact(certificate.certified_error) <= exact("0.2")


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-9, 9), st.lists(st.integers(0, 2), min_size=3, max_size=3)), min_size=1, max_size=3
    ),
    st.integers(2, 9),
)
def test_any_small_polynomial_reaches_any_error(terms: list[tuple[int, list[int]]], digits: int) -> None:
    text = " + ".join(f"({c})*" + "*".join(f"x{j}**{a}" for j, a in enumerate(powers)) for c, powers in terms)
    target = Target.from_expression(text, 2)
    certificate = build_prefix(target, f"1e-{digits}", max_value="1e9").certificate
    assert exact(certificate.certified_error) <= exact(f"1e-{digits}")
    assert exact(certificate.max_value) <= 10**9


@pytest.mark.parametrize(
    "text", ["norm(x0,x1,x2)", "2*sqrt(x0**2 + x1**2 + x2**2) - 1", "norm(3*x0+4*x1, 4*x0-3*x1, 5*x2)"]
)
def test_a_constant_in_disguise_takes_one_token(text: str, tmp_path: Path) -> None:
    """The checker did not see that a norm of all coordinates has slope 0."""
    built = build_prefix(Target.from_expression(text, 2), "0.1")
    save(built, tmp_path / "out")
    assert built.certificate.tokens == 1


def test_the_build_is_reproducible() -> None:
    again = build_prefix(Target.from_expression("x0", 1), "0.2")
    assert again.stored.to_bytes() == result().stored.to_bytes()
    assert again.certificate == result().certificate


def test_a_callable_goes_the_whole_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "users_target_p.py").write_text("def f(x):\n    return abs(x[0])\n")
    monkeypatch.syspath_prepend(tmp_path)
    built = build_prefix(Target.from_callable("users_target_p:f", 1, lipschitz=1), "0.3")
    save(built, tmp_path / "out")
    verdict = check(tmp_path / "out")
    assert verdict.valid
    assert len(verdict.assumptions) == 2


# --- out of reach ---------------------------------------------------------------------------------------------------

UNREACHABLE = [
    # target, m, eps, max_value, max_tokens, limit to raise
    ("x0*x1 + x2**3", 2, "1e-6", "100", 40, "--max-value"),
    ("x0*x1 + x2**3", 2, "1e-6", "1e9", 20, "--max-tokens"),
    ("x0*x1 + x2**3", 2, "1e-6", "0.4", 2000, "--max-value"),
    ("abs(x0)", 1, "0.01", "10", 50, "--max-tokens"),
    ("x0*x1", 2, "1e-6", "1000", 10, "--max-tokens"),
    ("5*abs(x0)", 1, "0.5", "4", 1000, "--max-value"),
]


@pytest.mark.parametrize(("text", "m", "eps", "max_value", "max_tokens", "limit"), UNREACHABLE)
def test_out_of_reach(text: str, m: int, eps: str, max_value: str, max_tokens: int, limit: str) -> None:
    target = Target.from_expression(text, m)
    with pytest.raises(UnreachableError, match="is not reached") as caught:
        build_prefix(target, eps, max_value=max_value, max_tokens=max_tokens)
    assert caught.value.limit == limit
    assert f"raise {limit}" in str(caught.value)
    if caught.value.best is not None:
        assert exact(caught.value.best) > exact(eps)
        tokens = re.search(f"proved within the limits: {caught.value.best} \\((\\d+) tokens", str(caught.value))
        assert tokens is not None
        assert int(tokens[1]) <= max_tokens


def test_the_value_that_is_named_suffices() -> None:
    target = Target.from_expression("x0*x1 + x2**3", 2)
    with pytest.raises(UnreachableError) as caught:
        build_prefix(target, "1e-6", max_value=100, max_tokens=40)
    named = str(caught.value).split("values of at least ")[1].split(":")[0]
    assert build_prefix(target, "1e-6", max_value=named, max_tokens=40).certificate.tokens <= 40


def test_the_best_error_that_is_named_is_reached() -> None:
    target = Target.from_expression("x0*x1 + x2**3", 2)
    with pytest.raises(UnreachableError) as caught:
        build_prefix(target, "1e-6", max_value=100, max_tokens=40)
    best = caught.value.best
    assert best is not None
    again = build_prefix(target, exact(best) * exact("1.2"), max_value=100, max_tokens=40)
    assert exact(again.certificate.certified_error) <= exact(best) * exact("1.2")


@pytest.mark.parametrize(
    "change", [{"eps": "0"}, {"eps": "-1"}, {"eps": "nan"}, {"max_value": "0"}, {"max_tokens": 0}, {"method": "x"}]
)
def test_unusable_parameters(change: dict[str, object]) -> None:
    with pytest.raises(InputError):
        build_prefix(Target.from_expression("x0", 1), **({"eps": "0.1"} | change))  # type: ignore[arg-type]


# --- files ----------------------------------------------------------------------------------------------------------


def test_an_existing_directory_needs_force(tmp_path: Path) -> None:
    out = tmp_path / "out"
    save(result(), out)
    before = files(out)
    with pytest.raises(InputError, match="--force"):
        save(result("x1"), out)
    assert files(out) == before
    save(result("x1"), out, force=True)
    assert check(out).valid
    assert files(out) != before
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_an_empty_directory_is_used(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    save(result(), tmp_path / "out")
    assert check(tmp_path / "out").valid


def test_other_peoples_files_are_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    save(result(), out)
    (out / "thesis.tex").write_text("years of work")
    with pytest.raises(InputError, match="holds other files"):
        save(result("x1"), out, force=True)
    (tmp_path / "file").write_text("a file")
    (tmp_path / "link").symlink_to(out)
    for path in (tmp_path / "file", tmp_path / "link"):
        with pytest.raises(InputError, match="not a directory"):
            refuse_existing(path, force=True)
    with pytest.raises(InputError, match="create it first"):
        refuse_existing(tmp_path / "absent" / "out", force=False)


def test_what_the_checker_refuses_is_not_written(tmp_path: Path) -> None:
    certificate = msgspec.structs.replace(result().certificate, certified_error="1e-9")
    with pytest.raises(PrefixproofError, match="checker does not agree"):
        save(BuildResult(result().stored, certificate), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("failing", ["write_certificate", "_self_check"])
def test_failures_leave_the_old_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    out = tmp_path / "out"
    save(result(), out)
    before = files(out)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(pipeline, failing, fail)
    with pytest.raises(OSError, match="disk full"):
        save(result("x1"), out, force=True)
    assert files(out) == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_a_failing_last_rename_restores_the_old_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    save(result(), out)
    before, rename = files(out), Path.rename

    def fail(self: Path, goal: Path) -> Path:
        if self.name == "new":
            raise OSError("no")
        return rename(self, goal)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="no"):
        save(result("x1"), out, force=True)
    assert files(out) == before
