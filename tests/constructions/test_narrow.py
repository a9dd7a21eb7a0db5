"""Prefixes of narrow numbers: every stored number is one of the format, and the fit is as good as it looks."""

import numpy as np
import pytest
from flint import arb

from constructions.formats import BFLOAT16, BINARY16, Format, cast
from constructions.head import evaluate_float
from constructions.narrow import narrow_prefix, sizes, spread_points
from theory.errors import InputError
from theory.targets import Target


@pytest.mark.parametrize("form", [BFLOAT16, BINARY16])
@pytest.mark.parametrize(("m", "lam", "keys", "text"), [(1, 8, 24, "[x0*x1, x0]"), (2, 8, 96, "x0*x1 + x2**3")])
def test_casting_changes_nothing(form: Format, m: int, lam: int, keys: int, text: str) -> None:
    target = Target.from_expression(text, m)
    stored = narrow_prefix(target, form, lam, keys, top=3.0, copies=3)
    head = cast(stored, form)
    assert stored.tokens == 3 * keys
    assert len(stored.distinct_keys()[0]) == keys
    assert np.array_equal(head.keys, stored.keys[0] * float(arb(stored.lam)))
    assert np.array_equal(head.bias, stored.bias[0])
    assert np.array_equal(head.values, stored.values[0])
    x = spread_points(m, 500, 0.3)
    error = np.abs(evaluate_float(stored, x) - target.sample(x)).max()
    assert error < (0.002 if form is BFLOAT16 else 0.001)
    top = (x @ head.keys.T + head.bias).max()
    assert 2.7 < top < 3.1


def test_sizes_grow() -> None:
    for m in (1, 2):
        pairs = list(sizes(m))
        assert pairs == sorted(pairs)


def test_values_must_fit() -> None:
    with pytest.raises(InputError, match="too large for float16"):
        narrow_prefix(Target.from_expression("1000000*x0", 1), BINARY16, 4, 16)
