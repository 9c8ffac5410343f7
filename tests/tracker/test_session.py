"""Sessions, their exercises and sets."""

from datetime import UTC, datetime, timedelta

import pytest

from tracker.exercise import Exercise
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.planned import PlannedSet
from tracker.session import Block, Session

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
BENCH, CURL = Exercise(1, "Bench"), Exercise(2, "Curl")
WARM_UP = PlannedSet(kg(40), 8, warm_up=True)
WORK = PlannedSet(kg(100), 8)


def done(minutes: int, warm_up: bool = False) -> PerformedSet:
    return PerformedSet(NOW + timedelta(minutes=minutes), kg(100), 8, warm_up=warm_up)


def test_work_sets_are_all_but_warm_ups_in_order() -> None:
    block = Block(BENCH, (done(0, warm_up=True), done(9), done(3)))
    assert block.work_sets == (done(9), done(3))


@pytest.mark.parametrize(
    ("block", "sets"),
    [
        (Block(BENCH), None),
        (Block(BENCH, plan=(WARM_UP,)), None),
        (Block(BENCH, plan=(WARM_UP, WORK, WORK)), 2),
        (Block(BENCH, plan=(WORK, WORK), planned_sets=4), 4),
        (Block(BENCH, planned_sets=3), 3),
    ],
)
def test_the_sets_planned_are_the_number_said_or_the_plans_work_sets(
    block: Block, sets: int | None
) -> None:
    assert block.sets_planned == sets


def test_a_session_holds_its_sets_in_the_order_of_its_exercises() -> None:
    session = Session(
        NOW, "UTC", blocks=(Block(BENCH, (done(0), done(9))), Block(CURL, (done(3),)))
    )
    assert session.sets == (done(0), done(9), done(3))


def test_the_last_set_is_the_latest_whichever_exercise_it_is_of() -> None:
    session = Session(
        NOW, "UTC", blocks=(Block(BENCH, (done(0), done(9))), Block(CURL, (done(3),)))
    )
    assert session.last_set_at == NOW + timedelta(minutes=9)
    assert Session(NOW, "UTC").last_set_at is None
