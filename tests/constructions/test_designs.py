"""Designs: exact to the claimed degree at high precision, and to no more; positive weights; none is dominated."""

import pytest
from flint import arb

from constructions import designs as module
from constructions import orbit_designs
from constructions.design_search import search
from constructions.design_table import S2_ROWS, S3_ROWS
from constructions.designs import Design, designs
from constructions.nodes import product_gauss_size
from theory.balls import precision, unit
from theory.errors import InputError, PrefixproofError
from verify.gram import legendre_sums

SPHERES = (1, 2, 3, 4, 5, 6, 7, 8, 10)
CASES = [
    pytest.param(m, design, id=f"S{m}-{design.size}-points-degree-{design.exact_to}")
    for m in SPHERES
    for design in designs(m)
    if design.size <= 300
]


def aliases(m: int, design: Design, bits: int) -> list[arb]:
    """sum_ij om_i om_j P_k(<p_i,p_j>) for k = 0..D+1: zero exactly when the rule integrates all of H_k."""
    with precision(bits):
        nodes = design.make()
        assert len(nodes) == design.size
        weights = nodes.weight_list()
        assert all(weight > 0 for weight in weights)
        assert abs(sum(weights, arb(0)) - 1) < arb(2) ** (-bits + 20)
        for point in nodes.points:
            assert abs(sum((c * c for c in point), arb(0)) - 1) < arb(2) ** (-bits + 20)
        return legendre_sums(m, design.exact_to + 1, nodes.points, [[[w] for w in weights]])[0]


@pytest.mark.parametrize(("m", "design"), CASES)
def test_exact_to_the_claimed_degree_and_no_further(m: int, design: Design) -> None:
    sums = aliases(m, design, 220)
    assert abs(sums[0] - 1) < 1e-60
    assert all(abs(value) < 1e-55 for value in sums[1:-1])
    assert sums[-1] > 1e-9


@pytest.mark.parametrize(("D", "size"), [(19, 600), (12, 420)])
def test_large_designs_of_the_three_sphere(D: int, size: int) -> None:
    design = next(design for design in designs(3) if design.exact_to == D)
    assert design.size == size
    assert all(abs(value) < 1e-25 for value in aliases(3, design, 110)[1:-1])


def test_starting_values_alone_are_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutant: the rule as it stands in the table, not solved to the end."""
    row = next(row for row in S2_ROWS if row.exact_to == 11)
    raw = [unit(list(map(arb, x))) for x in row.seeds], list(map(arb, row.weights))
    monkeypatch.setattr(orbit_designs, "_solved", lambda m, row, bits: raw)
    with precision(220):
        nodes = orbit_designs.orbit_rule(2, row)
        sums = legendre_sums(2, 11, nodes.points, [[[w] for w in nodes.weight_list()]])[0]
    assert max(float(abs(value)) for value in sums[1:]) > 1e-30


@pytest.mark.parametrize("m", [*SPHERES, 16, 22])
def test_more_points_are_exact_to_a_higher_degree(m: int) -> None:
    found = designs(m)
    assert [d.size for d in found] == sorted({d.size for d in found})
    assert [d.exact_to for d in found] == sorted({d.exact_to for d in found})


@pytest.mark.parametrize("m", range(2, 12))
def test_designs_are_smaller_than_product_gauss(m: int) -> None:
    assert all(design.size < product_gauss_size(m, design.exact_to) for design in designs(m) if design.exact_to > 1)


def test_sizes_worth_remembering() -> None:
    def fewest(m: int, D: int) -> int:
        return next(design.size for design in designs(m) if design.exact_to >= D)

    assert [fewest(2, D) for D in (3, 5, 7, 9, 11, 14)] == [6, 12, 24, 32, 48, 72]
    assert [fewest(3, D) for D in (5, 7, 11, 14, 19)] == [24, 48, 120, 576, 600]
    assert (fewest(5, 4), fewest(6, 5), fewest(7, 7)) == (27, 56, 240)
    assert fewest(10, 4) == 22 + 128  # +-e_i and a linear code of length 11


@pytest.mark.parametrize("d", [5, 8, 11, 17, 23])
def test_any_four_columns_of_the_code_are_independent(d: int) -> None:
    r, columns = module._code_columns(d)
    assert len(columns) == d
    pairs = {}
    for i, a in enumerate(columns):
        assert 0 < a < 1 << r
        for b in columns[:i]:
            assert a ^ b not in pairs  # two pairs with the same sum: four dependent columns
            pairs[a ^ b] = (a, b)
    assert not set(pairs) & {0, *columns}  # nor two or three


@pytest.mark.parametrize("m", [2, 3])
def test_existence_is_proved_for_every_row_and_refused_for_one_degree_more(m: int) -> None:
    """Krawczyk: enclosures of an exact rule; mutants are a degree too many and starting values that were spoilt."""
    for row in {2: S2_ROWS, 3: S3_ROWS}[m]:
        if row.size > 75:
            continue
        with precision(100):
            nodes = orbit_designs.proved_orbit_rule(m, row)
            assert (nodes.exact_to, nodes.exactness_proof, len(nodes)) == (row.exact_to, "newton", row.size)
            # Enclosures, and tight ones.
            assert all(c.rad() < arb(2) ** -85 for point in nodes.points for c in point)
            # The next degree with new invariants is not integrated, so no proof of it can go through.
            more = row._replace(exact_to=row.exact_to + (2 if row.group.startswith("2") else 1))
            with pytest.raises((PrefixproofError, ZeroDivisionError)):
                orbit_designs.proved_orbit_rule(m, more)


def test_existence_is_refused_far_from_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    row = next(row for row in S2_ROWS if row.exact_to == 11)
    seeds = [[arb(c) + arb("1e-12") * i for i, c in enumerate(x)] for x in row.seeds]
    monkeypatch.setattr(orbit_designs, "_solved", lambda m, row, bits: (seeds, list(map(arb, row.weights))))
    with precision(100), pytest.raises(PrefixproofError, match="no exact rule is proved"):
        orbit_designs.proved_orbit_rule(2, row)


def test_dependent_invariants_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutant: reference points that are the same span too few invariants."""
    row = next(row for row in S2_ROWS if row.exact_to == 12)
    one = orbit_designs._references(3, 1)
    monkeypatch.setattr(orbit_designs, "_references", lambda d, count: one * count)
    with precision(100), pytest.raises(PrefixproofError, match="independent"):
        orbit_designs._System(2, "T", row.exact_to).check_span()


@pytest.mark.parametrize(("group", "axes", "count", "D", "size"), [("O", (), 1, 7, 24), ("I", (12,), 1, 14, 72)])
def test_search_finds_known_rules(group: str, axes: tuple[int, ...], count: int, D: int, size: int) -> None:
    row = search(group, axes, count, D, seconds=0.3)
    assert row is not None
    assert (row.size, row.exact_to) == (size, D)
    with precision(80):
        assert orbit_designs.proved_orbit_rule(2, row).exact_to == D


def test_search_without_orbits() -> None:
    with pytest.raises(InputError, match="orbit"):
        search("O", (), 0, 3, seconds=0.1)
