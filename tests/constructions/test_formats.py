"""Number formats: rounding against numpy's types, casting of stored prefixes."""

import numpy as np
import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from constructions.formats import BFLOAT16, BINARY16, BINARY32, BINARY64, FORMATS, cast, format_named
from constructions.prefix import StoredPrefix
from theory.balls import exact
from theory.errors import InputError

floats = st.floats(allow_nan=False, allow_infinity=False)
small = st.floats(-1e-4, 1e-4)


@given(st.lists(floats | small | st.floats(-7e4, 7e4), min_size=1))
def test_rounding_is_that_of_numpy(numbers: list[float]) -> None:
    array = np.array(numbers)
    with np.errstate(over="ignore"):
        assert (BINARY32.round(array) == array.astype(np.float32)).all()
        assert (BINARY16.round(array) == array.astype(np.float16)).all()
    assert (BINARY64.round(array) == array).all()


@given(st.floats(-(2.0**127), 2.0**127, width=32))
def test_bfloat16_is_the_upper_half_of_float32(number: float) -> None:
    """Adding half a unit (ties to even) to the bits, and cutting 16 of them."""
    bits = int(np.float32(number).view(np.uint32))
    rounded = ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16) << 16
    assert BFLOAT16.round(np.array([number]))[0] == np.uint32(rounded).view(np.float32)


@pytest.mark.parametrize("form", FORMATS.values())
def test_limits(form) -> None:
    if form.bits < 53:
        kind = {"float32": np.float32, "float16": np.float16}.get(form.name)
        if kind is not None:
            assert float(np.finfo(kind).max) == float(form.largest.p) / float(form.largest.q)
            assert fmpq(2) ** form.emin == exact(float(np.finfo(kind).smallest_normal))
    u = float(form.unit.p) / float(form.unit.q)
    assert form.round(np.array([1 + u]))[0] == 1  # a tie
    assert form.round(np.array([1 + 3 * u]))[0] == 1 + 4 * u or form.bits == 53


def stored(value: float, lam: str = "3") -> StoredPrefix:
    return StoredPrefix(1, exact(lam), (np.array([[0.6, 0.8]]),), (np.array([[value]]),), (np.array([0.1]),), "x0")


def test_cast_puts_lam_into_the_keys() -> None:
    head = cast(stored(1 / 3), BFLOAT16)
    assert head.keys.tolist() == [[1.796875, 2.40625]]
    assert head.values.tolist() == [[0.333984375]]
    assert head.bias.tolist() == [0.10009765625]


def test_numbers_that_do_not_fit() -> None:
    with pytest.raises(InputError, match=r"a value = 70000 is too large for float16 \(at most 65504\)"):
        cast(stored(70000.0), BINARY16)
    with pytest.raises(InputError, match=r"lam k = .* is too large for float16"):
        cast(stored(1.0, "1e6"), BINARY16)
    with pytest.raises(InputError, match="'float8' is not one of float64, float32, bfloat16, float16"):
        format_named("float8")
