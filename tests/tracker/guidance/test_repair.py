"""The repair after an early failure, and the forecast of reps."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.guidance.repair import forecast, repair
from tracker.guidance.repairing import forecast_of, repair_of
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.performed import PerformedSet
from tracker.profile import Profile
from tracker.settings import Settings

DEFAULTS = Settings()


@pytest.mark.parametrize(
    ("reps", "expected"), [(10, (7, 5)), (12, (8, 6)), (6, (4, 3)), (1, (1, 1)), (9, (6, 5))]
)
def test_the_article_s_example_scales(reps, expected):
    assert forecast(reps, (), DEFAULTS) == expected


def test_ones_own_drop_takes_over_from_three_observations():
    assert forecast(10, (0.9, 0.9), DEFAULTS)[0] == 7
    assert forecast(10, (0.9, 0.8, 0.9), DEFAULTS)[0] == 9


@pytest.mark.parametrize(
    ("load", "reps", "following", "percent"),
    [
        (kg(100), 10, kg("85.0"), -15),
        (kg("82.5"), 8, kg("72.5"), -12),
        (lb(225), 10, lb(195), -13),
        (kg("22.5"), 10, kg(20), -11),
        (kg(20), 10, kg(20), 0),
        (kg("2.5"), 10, kg("2.5"), 0),
    ],
)
def test_the_next_load_is_one_that_can_be_loaded(gym, load, reps, following, percent):
    failed = PerformedSet(gym.now, load, reps, rir=0)
    made = repair(gym.lift("Bench Press (Barbell)"), failed, (), Profile(), DEFAULTS)
    assert (made.load, made.reps, made.percent) == (following, reps, percent)


def test_the_repair_goes_down_to_what_the_lifter_s_own_plates_make(gym):
    failed = PerformedSet(gym.now, kg(100), 10, rir=0)
    few = DEFAULTS.with_value("gym.plates_kg", "20x2 10x2 5x2")
    made = repair(gym.lift("Bench Press (Barbell)"), failed, (), Profile(), few)
    assert (made.load, made.percent) == (kg(80), -20)
    machine = repair(gym.lift("Chest Press (Machine)"), failed, (), Profile(), few)
    assert machine.load == kg(85)


def test_body_weight_lifts_shed_added_weight_or_take_help(gym):
    def following(load: Load, profile: Profile) -> Load | None:
        failed = PerformedSet(gym.now, load, 8, rir=0)
        return repair(gym.lift("Pull Up"), failed, (), profile, DEFAULTS).load

    known = Profile(body_weight=kg(80))
    added = Load(Decimal(20), Unit.KG, LoadKind.ADDED)
    assisted = Load(Decimal(20), Unit.KG, LoadKind.ASSISTED)
    assert following(added, known) == Load(Decimal("7.5"), Unit.KG, LoadKind.ADDED)
    assert following(assisted, known) == Load(Decimal("27.5"), Unit.KG, LoadKind.ASSISTED)
    assert following(added, Profile()) == added
    assert following(bodyweight(), known) == bodyweight()


@given(st.integers(46, 400), st.integers(1, 20), st.lists(st.floats(0.2, 1.2), max_size=5))
def test_a_repair_is_lighter_within_a_step_of_its_range(gym, halves, reps, ratios):
    load = kg(Decimal(halves) / 2)
    failed = PerformedSet(gym.now, load, reps, rir=0)
    made = repair(gym.lift("Bench Press (Barbell)"), failed, ratios, Profile(), DEFAULTS)
    assert made.load is not None and made.load.value % Decimal("2.5") == 0
    assert float(load.value) * 0.83 - 2.5 <= float(made.load.value) <= float(load.value) * 0.88
    assert made.fewer_reps >= 1


def test_there_is_a_repair_only_with_sets_to_go(gym):
    with_more = gym.logged_situation("Preacher Curl (Dumbbell)", "20x10t", planned=2)
    assert repair_of(with_more) is not None
    assert forecast_of(with_more) == (7, 5)
    last = gym.logged_situation("Preacher Curl (Dumbbell)", "20x10t", planned=1)
    assert repair_of(last) is None
    easy = gym.logged_situation("Preacher Curl (Dumbbell)", "20x10@2", planned=2)
    assert repair_of(easy) is None and forecast_of(easy) is None
