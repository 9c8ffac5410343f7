"""Loads: grams, words, units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.load import (
    Load,
    LoadKind,
    Unit,
    bodyweight,
    converted,
    kg,
    lb,
    plain_number,
    same_load,
    whole_grams,
)

ADDED = Load(Decimal(20), Unit.KG, LoadKind.ADDED)
ASSISTED = Load(Decimal(15), Unit.KG, LoadKind.ASSISTED)

values = st.decimals(0, 2000, places=2)
loads = st.builds(Load, values, st.sampled_from(Unit), st.sampled_from(LoadKind))


@pytest.mark.parametrize(
    ("load", "grams"),
    [
        (kg("62.5"), 62_500),
        (lb(225), 102_058),
        (lb(1), 454),
        (lb("0.001"), 0),
        (kg("0.0005"), 1),
        (kg("0.0004"), 0),
        (bodyweight(), 0),
        (kg("1E+2"), 100_000),
    ],
)
def test_a_load_weighs_whole_grams_rounded_half_up(load: Load, grams: int) -> None:
    assert load.grams == grams


@pytest.mark.parametrize(
    ("text", "plain"),
    [("62.50", "62.5"), ("100", "100"), ("100.00", "100"), ("1E+2", "100"), ("0", "0")],
)
def test_a_number_is_written_as_a_lifter_does(text: str, plain: str) -> None:
    assert plain_number(Decimal(text)) == plain


@pytest.mark.parametrize(
    ("load", "words"),
    [
        (kg("82.50"), "82.5 kg"),
        (lb(225), "225 lb"),
        (ADDED, "+20 kg"),
        (ASSISTED, "-15 kg"),
        (bodyweight(), "BW"),
        (bodyweight(Unit.LB), "BW"),
    ],
)
def test_a_load_is_said_with_its_sign_and_unit(load: Load, words: str) -> None:
    assert str(load) == words


@pytest.mark.parametrize(
    ("load", "body", "moved"),
    [
        (kg(100), None, 100_000),
        (kg(100), 80_000, 100_000),
        (ADDED, 80_000, 100_000),
        (ASSISTED, 80_000, 65_000),
        (ASSISTED, 10_000, 0),
        (bodyweight(), 80_000, 80_000),
        (ADDED, None, None),
        (ASSISTED, None, None),
        (bodyweight(), None, None),
    ],
)
def test_what_is_moved_holds_the_body_where_it_counts(
    load: Load, body: int | None, moved: int | None
) -> None:
    assert load.moved_grams(body) == moved


@pytest.mark.parametrize(
    ("load", "unit", "value"),
    [
        (lb(225), Unit.KG, "102.06"),
        (kg(100), Unit.LB, "220.46"),
        (kg("62.505"), Unit.KG, "62.505"),
        (lb(45), Unit.LB, "45"),
    ],
)
def test_a_load_in_another_unit_is_rounded_to_hundredths(
    load: Load, unit: Unit, value: str
) -> None:
    other = converted(load, unit)
    assert (str(other.value), other.unit) == (value, unit)


@given(load=loads, unit=st.sampled_from(Unit))
def test_a_load_in_another_unit_weighs_the_same_within_its_rounding(load: Load, unit: Unit) -> None:
    other = converted(load, unit)
    assert other.kind is load.kind
    assert abs(other.grams - load.grams) <= 6


@given(load=loads)
def test_a_load_in_its_own_unit_stays_as_entered(load: Load) -> None:
    assert converted(load, load.unit) is load


@given(value=values, other=values, unit=st.sampled_from(Unit))
def test_a_heavier_number_never_weighs_less(value: Decimal, other: Decimal, unit: Unit) -> None:
    lighter, heavier = sorted((value, other))
    assert whole_grams(lighter, unit) <= whole_grams(heavier, unit)


def test_a_load_with_another_number_keeps_kind_and_unit() -> None:
    assert ADDED.with_value(Decimal(5)) == Load(Decimal(5), Unit.KG, LoadKind.ADDED)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (kg(100), kg("100.00"), True),
        (lb(225), kg("102.058"), True),
        (kg(100), kg(101), False),
        (ADDED, kg(20), False),
        (None, kg(100), True),
        (kg(100), None, True),
        (None, None, True),
    ],
)
def test_loads_are_the_same_that_weigh_and_mean_the_same(
    one: Load | None, other: Load | None, is_same: bool
) -> None:
    assert same_load(one, other) is is_same
