"""The warm-up ramp."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exercise import Exercise, Mechanic
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.loading import Rack
from tracker.planned import PlannedSet
from tracker.plates import KG_PLATES, Inventory
from tracker.warm_up import next_warm_up, warm_up_ramp

SQUAT = Exercise(1, "Squat (Barbell)")
CURL = Exercise(2, "Curl (Barbell)", Mechanic.ISOLATION)


def steps(exercise: Exercise, work: Load | None) -> list[tuple[str, int | None]]:
    return [(str(one.load), one.reps) for one in warm_up_ramp(exercise, work)]


@pytest.mark.parametrize(
    ("exercise", "work", "ramp"),
    [
        (SQUAT, kg(100), [("40 kg", 8), ("60 kg", 5), ("80 kg", 3)]),
        (SQUAT, kg("92.5"), [("37.5 kg", 8), ("55 kg", 5), ("75 kg", 3)]),
        (SQUAT, lb(225), [("90 lb", 8), ("135 lb", 5), ("180 lb", 3)]),
        (CURL, kg(30), [("15 kg", 10)]),
        (SQUAT, kg(5), [("2.5 kg", 8)]),
        (SQUAT, kg("2.5"), []),
        (SQUAT, kg(1), []),
        (SQUAT, kg(0), []),
        (SQUAT, None, []),
        (SQUAT, bodyweight(), []),
        (SQUAT, Load(Decimal(20), Unit.KG, LoadKind.ADDED), []),
        (SQUAT, Load(Decimal(20), Unit.KG, LoadKind.ASSISTED), []),
    ],
)
def test_the_ramp_climbs_to_the_work_load(
    exercise: Exercise, work: Load | None, ramp: list[tuple[str, int]]
) -> None:
    assert steps(exercise, work) == ramp


RACK = Rack(kg(20), KG_PLATES)


@pytest.mark.parametrize(
    ("work", "rack", "ramp"),
    [
        (kg(100), RACK, ["40 kg", "60 kg", "80 kg"]),
        (kg(60), RACK, ["25 kg", "35 kg", "47.5 kg"]),
        (kg(40), RACK, ["20 kg", "25 kg", "32.5 kg"]),
        (kg(30), RACK, ["20 kg", "25 kg"]),
        (kg("22.5"), RACK, ["20 kg"]),
        (kg(20), RACK, []),
        (kg(10), RACK, ["5 kg", "7.5 kg"]),
        (kg(100), Rack(kg(20), Inventory(Unit.KG, ((Decimal(20), 4),))), ["20 kg", "60 kg"]),
        (kg(83), RACK, ["32.5 kg", "50 kg", "67.5 kg"]),
        (lb(225), RACK, ["90 lb", "135 lb", "180 lb"]),
    ],
)
def test_a_ramp_on_a_bar_begins_with_the_bar_and_takes_what_the_plates_make(
    work: Load, rack: Rack, ramp: list[str]
) -> None:
    assert [str(one.load) for one in warm_up_ramp(SQUAT, work, rack)] == ramp
    first = next_warm_up(SQUAT, work, 0, rack)
    assert [str(first.load)] == ramp[:1] if first else ramp == []


@given(
    value=st.decimals("0.5", 400, places=1),
    step=st.decimals("0.1", 20, places=1),
    unit=st.sampled_from(Unit),
    step_unit=st.sampled_from(Unit),
    mechanic=st.sampled_from(Mechanic),
)
def test_a_ramp_rises_in_whole_steps_and_stays_below_the_work_load(
    value: Decimal, step: Decimal, unit: Unit, step_unit: Unit, mechanic: Mechanic
) -> None:
    exercise = Exercise(1, "Lift", mechanic, step=Load(step, step_unit))
    ramp = warm_up_ramp(exercise, Load(value, unit))
    values = [one.load.value for one in ramp if one.load is not None]
    assert len(values) == len(ramp)
    assert values == sorted(set(values))
    assert all(0 < one < value for one in values)
    assert all(one.warm_up and one.rir is None and one.load.unit is unit for one in ramp)
    if unit is step_unit:
        assert all(one % step == 0 for one in values)


@pytest.mark.parametrize(
    ("done", "load"), [(0, kg(40)), (1, kg(60)), (2, kg(80)), (3, kg(80)), (9, kg(80))]
)
def test_the_next_step_is_the_one_not_yet_done_and_then_the_last(done: int, load: Load) -> None:
    step = next_warm_up(SQUAT, kg(100), done)
    assert step is not None
    assert step.load == load


def test_there_is_no_next_step_without_a_ramp() -> None:
    assert next_warm_up(SQUAT, None, 0) is None


def test_a_warm_up_is_planned_as_one() -> None:
    assert next_warm_up(CURL, kg(30), 0) == PlannedSet(kg(15), 10, warm_up=True)
