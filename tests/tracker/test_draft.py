"""The draft: what the next set is likely to be."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tracker.draft import as_planned, base_set, next_draft, plan_again
from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise
from tracker.load import Load, kg
from tracker.performed import PerformedSet, Segment
from tracker.planned import PlannedSet
from tracker.session import Block, Session

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
CURL = Exercise(2, "Curl")
BENCH = Exercise(1, "Bench Press (Barbell)")


def done(load: Load | None, reps: int | None, **said: object) -> PerformedSet:
    return PerformedSet(NOW, load, reps, **{"rir": 2.0, **said})


WARM_UP = done(kg(40), 10, warm_up=True)
LAST_TIME = Block(BENCH, (WARM_UP, done(kg(100), 8), done(kg(100), 7), done(kg(95), 7)))


def test_a_set_done_is_planned_again_without_its_effort() -> None:
    performed = done(
        kg(80),
        10,
        rir=0.0,
        failure=FailureType.ABSOLUTE,
        technique=Technique.DROP,
        segments=(Segment(5, kg(60)),),
        note="grindy",
        planned_failure=True,
    )
    assert as_planned(performed) == PlannedSet(kg(80), 10)


def test_a_timed_set_is_planned_again_with_its_time() -> None:
    assert as_planned(done(None, None, seconds=45)) == PlannedSet(seconds=45)


def test_a_warm_up_stays_one() -> None:
    assert as_planned(WARM_UP) == PlannedSet(kg(40), 10, warm_up=True)


def test_a_session_again_holds_its_work_sets_undone() -> None:
    session = Session(
        NOW,
        "UTC",
        blocks=(
            replace(LAST_TIME, id=7, note="slow", superset=1, planned_failure=True, skipped=True),
            Block(Exercise(2, "Curl"), (WARM_UP,)),
            Block(Exercise(3, "Row"), planned_sets=3),
        ),
    )
    assert plan_again(session) == (
        Block(
            BENCH,
            plan=(PlannedSet(kg(100), 8), PlannedSet(kg(100), 7), PlannedSet(kg(95), 7)),
            planned_sets=3,
        ),
    )


def test_a_superset_is_planned_again_where_two_of_it_were_done() -> None:
    pair = (replace(LAST_TIME, superset=1), replace(LAST_TIME, exercise=CURL, superset=1))
    assert [one.superset for one in plan_again(Session(NOW, "UTC", blocks=pair))] == [1, 1]
    left = (pair[0], Block(CURL, superset=1))
    assert [one.superset for one in plan_again(Session(NOW, "UTC", blocks=left))] == [None]


@pytest.mark.parametrize(
    ("index", "wanted"),
    [(0, (kg(100), 8)), (1, (kg(100), 7)), (2, (kg(95), 7)), (3, (kg(95), 7)), (9, (kg(95), 7))],
)
def test_without_a_plan_the_set_is_that_of_last_time(index: int, wanted: tuple[Load, int]) -> None:
    assert base_set(Block(BENCH), LAST_TIME, index) == PlannedSet(*wanted)


def test_a_plan_goes_before_last_time_and_its_warm_ups_do_not_count() -> None:
    plan = (PlannedSet(kg(40), 8, warm_up=True), PlannedSet(kg(105), 5, 1.0))
    block = Block(BENCH, plan=plan)
    assert base_set(block, LAST_TIME, 0) == plan[1]
    assert base_set(block, LAST_TIME, 4) == plan[1]


def test_an_exercise_never_done_and_not_planned_has_an_empty_draft() -> None:
    assert base_set(Block(BENCH), None, 0) is None
    assert base_set(Block(BENCH), Block(BENCH, (WARM_UP,)), 0) is None
    assert next_draft(Block(BENCH), None) == PlannedSet()


def test_the_first_draft_is_the_first_set_of_last_time_whatever_was_warmed_up() -> None:
    assert next_draft(Block(BENCH, (WARM_UP, WARM_UP)), LAST_TIME) == PlannedSet(kg(100), 8)


def test_the_next_draft_follows_last_time_set_by_set() -> None:
    block = Block(BENCH, (done(kg(100), 8), done(kg(100), 7)))
    assert next_draft(block, LAST_TIME) == PlannedSet(kg(95), 7)


def test_without_plan_and_past_the_draft_is_the_set_before() -> None:
    block = Block(BENCH, (done(kg(60), 10), done(kg(62), 9)))
    assert next_draft(block, None) == PlannedSet(kg(62), 9)


def test_a_set_at_a_changed_load_is_drafted_again_where_the_plan_kept_its_load() -> None:
    block = Block(BENCH, (done(kg("102.5"), 6),))
    assert next_draft(block, LAST_TIME) == PlannedSet(kg("102.5"), 6)


def test_a_changed_load_is_not_kept_where_the_plan_changes_it() -> None:
    block = Block(BENCH, (done(kg("102.5"), 8), done(kg("102.5"), 7)))
    assert next_draft(block, LAST_TIME) == PlannedSet(kg(95), 7)


def test_a_set_without_a_load_changes_no_load() -> None:
    block = Block(BENCH, (done(None, 8),))
    assert next_draft(block, LAST_TIME) == PlannedSet(kg(100), 7)


def test_a_repair_goes_before_the_plan_and_keeps_its_target_rir() -> None:
    plan = (PlannedSet(kg(100), 8, 2.0), PlannedSet(kg(100), 8, 1.0))
    block = Block(BENCH, (done(kg(100), 4, rir=0.0),), plan=plan)
    repair = PlannedSet(kg(90), 6)
    assert next_draft(block, LAST_TIME, repair) == PlannedSet(kg(90), 6, 1.0)


def test_a_repair_without_a_plan_has_no_target_rir() -> None:
    block = Block(BENCH, (done(kg(100), 4, rir=0.0),))
    assert next_draft(block, None, PlannedSet(kg(90), 6, 3.0)) == PlannedSet(kg(90), 6)


def test_before_the_first_set_there_is_nothing_to_repair() -> None:
    assert next_draft(Block(BENCH), LAST_TIME, PlannedSet(kg(90), 6)) == PlannedSet(kg(100), 8)
