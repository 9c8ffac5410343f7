"""What may stand in for a lift that cannot be done now."""

from dataclasses import replace

import pytest

from data.catalogue import load_catalogue
from tracker.exercise import Exercise, Level, Measure, Policy
from tracker.swapping import how_much_harder, stand_ins

GYM = tuple(replace(one, id=number) for number, one in enumerate(load_catalogue(), 1))
BY_NAME = {one.name: one for one in GYM}

CURL = Exercise(
    1,
    "Curl (Barbell)",
    equipment="barbell",
    family="curl",
    primary="biceps",
    technical=Level.LOW,
    neurological=Level.LOW,
    policy=Policy.ABSOLUTE,
)
DUMBBELL = replace(CURL, id=2, name="Curl (Dumbbell)", equipment="dumbbell")
PREACHER = replace(CURL, id=3, name="Preacher Curl (Barbell)")
CHIN = replace(CURL, id=4, name="Chin Up", family="pullup", neurological=Level.MEDIUM)
HAMMER = replace(CURL, id=5, name="Hammer Curl", primary="brachialis")
PRESS = replace(CURL, id=6, name="Press", family="ohp", primary="front delts")
PLANK = replace(CURL, id=7, name="Plank", family="abs", primary="abs", measure=Measure.TIME)
HANG = replace(PLANK, id=8, name="Dead Hang", primary="forearms", family="carry")
OTHERS = (PLANK, PRESS, HAMMER, CHIN, PREACHER, DUMBBELL, CURL)


def test_the_same_work_comes_first_then_harder_then_kin_then_the_rest() -> None:
    assert stand_ins(CURL, OTHERS, {}) == [DUMBBELL, PREACHER, CHIN, HAMMER, PRESS]


def test_what_is_used_most_comes_first_of_its_kind_only() -> None:
    used = {PREACHER.id: 2.0, CHIN.id: 50.0, PRESS.id: 90.0}
    assert stand_ins(CURL, OTHERS, used) == [PREACHER, DUMBBELL, CHIN, HAMMER, PRESS]


def test_what_is_planned_today_stands_in_last_of_its_kind() -> None:
    assert stand_ins(CURL, OTHERS, {}, (DUMBBELL,))[:3] == [PREACHER, DUMBBELL, CHIN]


def test_nothing_timed_stands_in_for_reps_but_timed_for_timed_does() -> None:
    assert PLANK not in stand_ins(CURL, OTHERS, {})
    assert stand_ins(PLANK, (CURL, HANG, PLANK), {}) == [HANG, CURL]


def test_the_body_alone_stands_in_for_a_load_last_of_the_muscle_unless_all_of_it_hangs() -> None:
    body = replace(CURL, id=10, name="Curl (Bodyweight)", is_bodyweight=True)
    loaded = replace(body, id=11, name="Curl (Weighted)", family="other")
    chin = replace(CHIN, is_bodyweight=True)
    others = (body, chin, PREACHER, loaded, HAMMER)
    assert stand_ins(CURL, others, {body.id: 90.0}) == [PREACHER, loaded, chin, body, HAMMER]
    assert stand_ins(replace(CURL, is_bodyweight=True), (chin, body), {}) == [body, chin]


def test_an_unknown_muscle_is_stood_in_for_by_its_family_first() -> None:
    own = Exercise(9, "Anvil Curl", family="curl")
    assert stand_ins(own, (PRESS, CURL), {}) == [CURL, PRESS]


@pytest.mark.parametrize(
    ("other", "steps"),
    [
        (replace(CURL, neurological=Level.HIGH), 2),
        (replace(CURL, technical=Level.MEDIUM), 1),
        (replace(CURL, policy=Policy.NEVER, neurological=Level.MEDIUM), 4),
        (DUMBBELL, 0),
    ],
)
def test_each_step_of_demand_technique_and_policy_counts(other: Exercise, steps: int) -> None:
    assert how_much_harder(other, CURL) == steps
    assert how_much_harder(CURL, other) == 0


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Bench Press (Barbell)", "Bench Press (Dumbbell)"),
        ("Squat (Barbell)", "Squat (Smith Machine)"),
        ("Overhead Press (Barbell)", "Overhead Press (Dumbbell)"),
        ("Lateral Raise (Dumbbell)", "Lateral Raise (Cable)"),
        ("Bent Over Row (Barbell)", "Bent Over Row (Dumbbell)"),
        ("Seated Row (Cable)", "Seated Row (Machine)"),
        ("Pull Up", "Pull Up (Assisted)"),
        ("Leg Extension (Machine)", "Single Leg Extension (Machine)"),
    ],
)
def test_a_taken_station_has_a_plain_way_out(name: str, first: str) -> None:
    offered = [one.name for one in stand_ins(BY_NAME[name], GYM, {})]
    assert first in offered[:2]


def test_each_other_lift_is_offered_once_and_the_lift_itself_never() -> None:
    for exercise in GYM:
        offered = [one.id for one in stand_ins(exercise, GYM, {})]
        may = {one.id for one in GYM if one.is_guided or not exercise.is_guided} - {exercise.id}
        assert set(offered) == may, exercise.name
        assert len(offered) == len(may), exercise.name
