"""What can be loaded: bars, steps, rounding and the words for the plates."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exercise import Exercise
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.loading import (
    Rack,
    no_plates_words,
    plates_words,
    rack_for,
    rack_under,
    rounded,
    rounded_down,
    step_in,
    stepped,
)
from tracker.plates import KG_PLATES, LB_PLATES, Inventory, plates_for
from tracker.settings import Settings

DEFAULTS = Settings()
BENCH = Exercise(1, "Bench Press (Barbell)", equipment="barbell")
CURL = replace(BENCH, name="Bicep Curl (EZ Bar)", step=kg("1.25"))
TRAP = Exercise(2, "Trap Bar Deadlift", equipment="trapbar", step=kg(5))
SMITH = Exercise(3, "Squat (Smith Machine)", equipment="smith")
PRESS = Exercise(4, "Leg Press", equipment="machine", step=kg(10))
RACK = Rack(kg(20), KG_PLATES)
LB_RACK = Rack(lb(45), LB_PLATES)
COARSE = Rack(kg(20), Inventory(Unit.KG, ((Decimal(20), 4), (Decimal(10), 1), (Decimal("2.5"), 2))))
FINE = Rack(kg(20), Inventory(Unit.KG, ((Decimal(2), 1), (Decimal(1), 2), (Decimal("0.5"), 1))))
ADDED = Load(Decimal(20), Unit.KG, LoadKind.ADDED)


# -- the bar in use ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("exercise", "unit", "bar"),
    [
        (BENCH, Unit.KG, kg(20)),
        (BENCH, Unit.LB, lb(45)),
        (CURL, Unit.KG, kg(10)),
        (CURL, Unit.LB, lb(25)),
        (TRAP, Unit.KG, kg(25)),
        (TRAP, Unit.LB, lb(55)),
        (replace(BENCH, bar=kg(15)), Unit.KG, kg(15)),
        (replace(BENCH, bar=kg(15)), Unit.LB, None),
        (SMITH, Unit.KG, None),
        (replace(SMITH, bar=kg(8)), Unit.KG, kg(8)),
        (PRESS, Unit.KG, None),
        (replace(PRESS, bar=kg(0)), Unit.KG, kg(0)),
        (replace(PRESS, bar=kg(0)), Unit.LB, lb(0)),
        (Exercise(5, "Row (Cable)", equipment="cable"), Unit.KG, None),
        (replace(BENCH, name="T Bar Row"), Unit.KG, None),
        (replace(BENCH, name="T Bar Row", bar=kg(0)), Unit.KG, kg(0)),
        (replace(BENCH, name="Safety Bar Squat (Barbell)"), Unit.KG, None),
    ],
)
def test_the_bar_is_the_lifter_s_else_the_usual_one_else_unknown(
    exercise: Exercise, unit: Unit, bar: Load | None
) -> None:
    rack = rack_for(exercise, unit, DEFAULTS)
    assert (rack.bar if rack else None) == bar


def test_the_gym_s_long_bar_and_plates_are_settings() -> None:
    own = DEFAULTS.with_value("gym.bar_kg", 15).with_value("gym.plates_kg", "10x1")
    rack = rack_for(BENCH, Unit.KG, own)
    assert rack == Rack(kg(15), Inventory(Unit.KG, ((Decimal(10), 1),)))
    assert rack_for(BENCH, Unit.LB, own) == Rack(lb(45), LB_PLATES)
    assert rack_for(CURL, Unit.KG, own) == Rack(kg(10), rack.plates, is_named=True)


def test_without_plates_there_is_no_rack() -> None:
    assert rack_for(BENCH, Unit.KG, DEFAULTS.with_value("gym.plates_kg", "none")) is None


@pytest.mark.parametrize(
    ("load", "is_carried"),
    [(kg(20), True), (kg(83), True), (kg(15), False), (ADDED, False), (None, False)],
)
def test_a_rack_is_under_total_loads_from_the_bar_on(load: Load | None, is_carried: bool) -> None:
    assert (rack_under(load, BENCH, DEFAULTS) is not None) == is_carried


def test_a_rack_of_one_unit_carries_no_load_of_the_other() -> None:
    assert not RACK.carries(lb(225))


# -- steps ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("load", "exercise", "steps", "rack", "following"),
    [
        (kg("82.5"), BENCH, 1, RACK, kg(85)),
        (kg("82.5"), BENCH, -3, RACK, kg(75)),
        (kg("82.5"), BENCH, 0, RACK, kg("82.5")),
        (kg(83), BENCH, 0, RACK, kg(83)),
        (kg(83), BENCH, 1, RACK, kg(85)),
        (kg(83), BENCH, -1, RACK, kg("82.5")),
        (kg(83), BENCH, 2, RACK, kg("87.5")),
        (kg(30), CURL, 1, RACK, kg("32.5")),
        (lb(135), BENCH, 1, LB_RACK, lb(140)),
        (lb(135), TRAP, 1, LB_RACK, lb(145)),
        (kg(60), BENCH, 1, COARSE, kg(65)),
        (kg(70), BENCH, 1, COARSE, kg(80)),
        (kg(25), BENCH, -1, COARSE, kg(20)),
        (kg(20), BENCH, 1, FINE, kg(22)),
        (kg(22), BENCH, 1, FINE, kg(24)),
        (kg(25), BENCH, -9, RACK, kg(20)),
        (kg(470), BENCH, 9, RACK, kg(475)),
        (kg(470), PRESS, 1, RACK, kg(475)),
        (kg(475), PRESS, -1, RACK, kg(470)),
        (kg(480), BENCH, -1, RACK, kg(475)),
        (kg(480), BENCH, 1, RACK, kg("482.5")),
        (kg(15), BENCH, 1, RACK, kg(20)),
        (kg(15), BENCH, -1, RACK, kg("12.5")),
        (kg(15), BENCH, -9, RACK, kg(0)),
        (kg(35), SMITH, -2, None, kg(30)),
        (lb(35), SMITH, 1, None, lb(40)),
        (kg(60), TRAP, 1, Rack(lb(55), LB_PLATES), kg(65)),
        (ADDED, BENCH, 1, RACK, Load(Decimal("22.5"), Unit.KG, LoadKind.ADDED)),
        (ADDED, BENCH, -8, RACK, bodyweight()),
        (ADDED, BENCH, -9, None, Load(Decimal("2.5"), Unit.KG, LoadKind.ASSISTED)),
        (bodyweight(), BENCH, 1, None, Load(Decimal("2.5"), Unit.KG, LoadKind.ADDED)),
    ],
)
def test_a_step_goes_to_the_next_load_about_a_step_away(
    load: Load, exercise: Exercise, steps: int, rack: Rack | None, following: Load
) -> None:
    assert stepped(load, exercise, steps, rack) == following


SIZES = ["25", "20", "15", "10", "5", "2.5", "1.25", "1", "0.5", "0.25"]


@st.composite
def racks(draw: st.DrawFn) -> Rack:
    """A bar beside at least one pair of plates."""
    unit = draw(st.sampled_from(Unit))
    sizes = draw(st.sets(st.sampled_from(SIZES), min_size=1, max_size=6))
    pairs = tuple((Decimal(one), draw(st.integers(1, 4))) for one in sizes)
    bar = draw(st.sampled_from(["0", "7.5", "10", "20", "45"]))
    return Rack(Load(Decimal(bar), unit), Inventory(unit, tuple(sorted(pairs, reverse=True))))


steps_of_exercises = st.sampled_from(["0.5", "1", "1.25", "2", "2.5", "5", "10"]).map(
    lambda value: replace(BENCH, step=kg(value))
)
values = st.decimals(0, 300, places=2)


def most(rack: Rack) -> Decimal:
    side = sum((plate * count for plate, count in rack.plates.pairs), Decimal(0))
    return rack.bar.value + 2 * side


def is_made(load: Load, rack: Rack) -> bool:
    return plates_for(load, rack.bar, rack.plates) is not None


@given(racks(), steps_of_exercises, values, st.integers(-9, 9).filter(bool))
def test_every_load_that_a_step_leads_to_can_be_loaded(
    rack: Rack, exercise: Exercise, value: Decimal, steps: int
) -> None:
    load = Load(value, rack.bar.unit)
    following = stepped(load, exercise, steps, rack)
    outward = value > most(rack) if steps > 0 else value < rack.bar.value
    assert outward or is_made(following, rack)
    assert following.value >= value if steps > 0 else following.value <= value


@given(racks(), steps_of_exercises, values, st.integers(1, 9))
def test_up_then_down_returns_to_where_a_step_led(
    rack: Rack, exercise: Exercise, value: Decimal, steps: int
) -> None:
    here = stepped(Load(min(value, most(rack)), rack.bar.unit), exercise, 1, rack)
    up = stepped(here, exercise, steps, rack)
    one_by_one = here
    for _ in range(steps):
        one_by_one = stepped(one_by_one, exercise, 1, rack)
    assert one_by_one == up
    taken = 0
    while stepped(here, exercise, taken, rack) != up:
        taken += 1
    assert taken <= steps
    assert stepped(up, exercise, -taken, rack) == here


@given(racks(), steps_of_exercises, values)
def test_from_where_a_step_led_the_next_is_about_a_step_away_and_none_is_passed_over(
    rack: Rack, exercise: Exercise, value: Decimal
) -> None:
    here = stepped(Load(min(value, most(rack)), rack.bar.unit), exercise, 1, rack)
    up = stepped(here, exercise, 1, rack)
    least = step_in(exercise.step, rack.bar.unit) * Decimal("0.8")
    assert up.value - here.value >= least or up.value == most(rack)
    grain = Decimal("0.5")
    passed = here.value + least
    for tried in range(200):
        between = Load(here.value + tried * grain, rack.bar.unit)
        if passed <= between.value < up.value:
            assert not is_made(between, rack)


# -- rounding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("load", "exercise", "rack", "near", "below"),
    [
        (kg(83), BENCH, RACK, kg("82.5"), kg("82.5")),
        (kg("84.5"), BENCH, RACK, kg(85), kg("82.5")),
        (kg(85), BENCH, RACK, kg(85), kg(85)),
        (kg(12), BENCH, RACK, kg(20), kg(20)),
        (kg(900), BENCH, RACK, kg(475), kg(475)),
        (kg(75), BENCH, COARSE, kg(70), kg(70)),
        (kg("84.5"), BENCH, None, kg(85), kg("82.5")),
        (lb(92), BENCH, None, lb(90), lb(90)),
        (kg(1), BENCH, None, kg("2.5"), kg(0)),
    ],
)
def test_a_load_is_rounded_to_what_can_be_loaded(
    load: Load, exercise: Exercise, rack: Rack | None, near: Load, below: Load
) -> None:
    assert rounded(load, exercise, rack) == near
    assert rounded_down(load, exercise, rack) == below


@given(racks(), values)
def test_rounding_finds_the_nearest_and_the_one_below(rack: Rack, value: Decimal) -> None:
    load = Load(value, rack.bar.unit)
    near, below = rounded(load, BENCH, rack), rounded_down(load, BENCH, rack)
    assert is_made(near, rack) and is_made(below, rack)
    assert below.value <= value or below == rack.bar
    assert abs(near.value - value) <= abs(below.value - value)
    assert near.value <= value or near.value - value <= abs(value - below.value)


# -- words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("load", "before", "rack", "words"),
    [
        (kg("82.5"), None, RACK, "plates  20 · 10 · 1.25 a side"),
        (kg(80), kg(60), RACK, "plates  +10 a side"),
        (kg(60), kg(80), RACK, "plates  -10 a side"),
        (kg(60), kg(60), RACK, "plates  20 a side"),
        (kg(60), kg(61), RACK, "plates  20 a side"),
        (kg(60), lb(135), RACK, "plates  20 a side"),
        (kg(60), ADDED, RACK, "plates  20 a side"),
        (kg(20), None, RACK, "plates  the bar alone"),
        (kg(83), None, RACK, "no plates for 83 kg: 82.5 or 85"),
        (kg(83), kg(60), RACK, "no plates for 83 kg: 82.5 or 85"),
        (kg(15), None, RACK, "no plates for 15 kg: the bar is 20"),
        (kg(500), None, RACK, "no plates for 500 kg: 475 at most"),
        (kg(30), None, Rack(kg(10), KG_PLATES, is_named=True), "plates  10 a side · 10 kg bar"),
        (kg(10), None, Rack(kg(10), KG_PLATES, is_named=True), "plates  the bar alone"),
        (kg(100), None, Rack(kg(0), KG_PLATES, is_named=True), "plates  20 · 20 · 10 a side"),
        (kg(0), None, Rack(kg(0), KG_PLATES, is_named=True), "no plates"),
        (kg(60), None, None, ""),
        (None, kg(60), RACK, ""),
        (ADDED, None, RACK, ""),
    ],
)
def test_the_plates_are_told_or_what_would_fit(
    load: Load | None, before: Load | None, rack: Rack | None, words: str
) -> None:
    assert plates_words(load, before, rack) == words
    is_missing = words.startswith("no plates for")
    assert no_plates_words(load, rack) == (words if is_missing else "")


@given(racks(), values)
def test_the_plates_told_of_a_load_sum_to_it(rack: Rack, value: Decimal) -> None:
    load = rounded(Load(value, rack.bar.unit), BENCH, rack)
    plates = plates_for(load, rack.bar, rack.plates)
    assert plates is not None
    assert rack.bar.value + 2 * sum(plates) == load.value
    assert not plates_words(load, None, rack).startswith("no plates for")


@pytest.mark.parametrize(
    ("step", "unit", "said"),
    [
        (kg("2.5"), Unit.LB, "5"),
        (kg("1.25"), Unit.LB, "2.5"),
        (kg(2), Unit.LB, "5"),
        (kg(1), Unit.LB, "2.5"),
        (kg(5), Unit.LB, "10"),
        (lb(5), Unit.KG, "2.5"),
        (lb(5), Unit.LB, "5"),
    ],
)
def test_a_step_in_the_other_unit_is_one_that_gyms_have(step: Load, unit: Unit, said: str) -> None:
    assert step_in(step, unit) == Decimal(said)
