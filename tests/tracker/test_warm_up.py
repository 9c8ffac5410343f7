"""The warm-up ramp."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.draft import next_draft
from tracker.entry import Announcement, Draft, Entry
from tracker.entry_parser import parse_line
from tracker.errors import UnreadableEntry
from tracker.exercise import Exercise, Mechanic
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.loading import Rack
from tracker.performed import PerformedSet
from tracker.planned import PlannedSet
from tracker.plates import KG_PLATES, Inventory
from tracker.ramp_line import on_the_ramp, ramp_read_back
from tracker.session import Block
from tracker.warm_up import ramp_place, warm_up_ramp, work_load

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
    place = ramp_place(SQUAT, work, 0, rack)
    assert [str(place.step.load)] == ramp[:1] if place else ramp == []


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
    ("done", "load", "number", "is_done"),
    [
        (0, kg(40), 1, False),
        (1, kg(60), 2, False),
        (2, kg(80), 3, False),
        (3, kg(80), 3, True),
        (9, kg(80), 3, True),
    ],
)
def test_the_next_step_is_the_one_not_yet_done_until_the_ramp_is(
    done: int, load: Load, number: int, is_done: bool
) -> None:
    place = ramp_place(SQUAT, kg(100), done)
    assert place is not None
    assert (place.step.load, place.number, place.steps) == (load, number, 3)
    assert place.is_done is is_done


def test_there_is_no_next_step_without_a_ramp() -> None:
    assert ramp_place(SQUAT, None, 0) is None
    assert ramp_place(SQUAT, kg("2.5"), 0) is None


def test_a_warm_up_is_planned_as_one() -> None:
    place = ramp_place(CURL, kg(30), 0)
    assert place is not None
    assert place.step == PlannedSet(kg(15), 10, warm_up=True)


# -- what it climbs to ---------------------------------------------------------------------------

MONDAY = datetime(2026, 11, 16, 18, tzinfo=UTC)


def block(plan: str = "", done: str = "") -> Block:
    """A squat with these loads planned and done; `w` stands before a warm-up."""

    def loads(text: str) -> list[tuple[bool, Load]]:
        return [(one[0] == "w", kg(one.removeprefix("w"))) for one in text.split()]

    return Block(
        SQUAT,
        plan=tuple(PlannedSet(load, 5, warm_up=is_light) for is_light, load in loads(plan)),
        sets=tuple(
            PerformedSet(MONDAY, load, 5, warm_up=is_light) for is_light, load in loads(done)
        ),
    )


@pytest.mark.parametrize(
    ("here", "last", "load"),
    [
        (block("60 80 100 100"), None, kg(100)),
        (block("60 80 100 90", "60 80"), None, kg(100)),
        (block("60 80 100 90", "60 80 100"), None, kg(90)),
        (block("60 80 100 90", "60 80 100 90"), None, kg(90)),
        (block("w140 100"), None, kg(100)),
        (block(), block(done="60 80 100"), kg(100)),
        (block(done="60"), block(done="60 80 100"), kg(100)),
        (block(), block(done="w60 100"), kg(100)),
        (block(done="w60 110"), None, kg(110)),
        (block("100 100 100", "90"), None, kg(90)),
        (block(), None, None),
    ],
)
def test_the_ramp_climbs_to_the_heaviest_set_that_is_still_to_come(
    here: Block, last: Block | None, load: Load | None
) -> None:
    assert work_load(here, last, next_draft(here, last)) == load


def test_a_draft_that_was_changed_holds_for_the_sets_after_it() -> None:
    assert work_load(block("100 100"), None, PlannedSet(kg(90), 5)) == kg(90)
    assert work_load(block("60 100"), None, PlannedSet(kg(110), 5)) == kg(110)


def test_a_body_alone_is_nothing_to_climb_to() -> None:
    assert work_load(block(), None, PlannedSet(bodyweight(), 5)) == bodyweight()


# -- the line over the ramp ----------------------------------------------------------------------


def read(text: str, done: int) -> tuple[Entry, ...]:
    """What the line says over a work set of 100 × 6, with so many warm-ups done."""
    place = ramp_place(SQUAT, kg(100), done)
    assert place is not None

    def over(step: PlannedSet) -> tuple[Entry, ...] | Announcement:
        return parse_line(text, Draft.of(step), Unit.KG)

    said = over(PlannedSet(kg(100), 6))
    assert not isinstance(said, Announcement)
    return on_the_ramp(said, place, over)


@pytest.mark.parametrize(
    ("text", "done", "words"),
    [
        ("w", 0, "warm-up 1 of 3: 40 kg × 8"),
        ("w", 1, "warm-up 2 of 3: 60 kg × 5"),
        ("wx4", 2, "warm-up 3 of 3: 80 kg × 4"),
        ("w60x5", 1, "warm-up 2 of 3: 60 kg × 5"),
        ("w50x5", 1, "warm-up 50 kg × 5"),
        ("w80x3", 3, "warm-up 80 kg × 3"),
        ("w60x5x2", 1, "warm-up 2 sets of 60 kg × 5"),
        ("w; x6@2", 0, "warm-up 1 of 3: 40 kg × 8 · then 100 kg × 6, RIR 2"),
        ("x6@2", 0, "100 kg × 6, RIR 2"),
    ],
)
def test_a_warm_up_is_read_back_with_its_place_on_the_ramp(
    text: str, done: int, words: str
) -> None:
    entries = read(text, done)
    assert ramp_read_back(entries, ramp_place(SQUAT, kg(100), done)) == words
    assert "of 3" not in ramp_read_back(entries, None)


@pytest.mark.parametrize(
    ("text", "line"), [("w", "w80x3"), ("wx5", "w80x5"), ("w; x6@2", "w80x3"), ("x6@2; w", "w80x3")]
)
def test_a_ramp_that_is_done_gives_no_more_loads(text: str, line: str) -> None:
    with pytest.raises(UnreadableEntry) as caught:
        read(text, 3)
    assert caught.value.message == f"The ramp is done: `{line}` logs another one."
    assert caught.value.expected == line
    assert read(line, 3)[0].load == kg(80)
