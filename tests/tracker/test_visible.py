"""A session as it stood at a time."""

from datetime import UTC, datetime, timedelta

from tracker.exercise import Exercise
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.visible import as_of

START = datetime(2026, 11, 23, 18, tzinfo=UTC)
LATER = [START + timedelta(minutes=minutes) for minutes in range(60)]


def session() -> Session:
    bench = Block(Exercise(1, "Bench"), tuple(PerformedSet(LATER[n], id=n) for n in (1, 5, 9)))
    curl = Block(Exercise(2, "Curl"), (PerformedSet(LATER[12], id=12),))
    planned = Block(Exercise(3, "Row"))
    return Session(START, "UTC", blocks=(bench, curl, planned), ended_at=LATER[20])


def test_nothing_later_is_there() -> None:
    seen = as_of(session(), LATER[5])
    assert [one.exercise.name for one in seen.blocks] == ["Bench", "Row"]
    assert [one.id for one in seen.sets] == [1, 5]
    assert seen.ended_at is None


def test_after_its_end_all_is_there() -> None:
    assert as_of(session(), LATER[20]) == session()


def test_sets_can_be_left_out_and_their_exercise_stays() -> None:
    seen = as_of(session(), LATER[20], frozenset({9, 12}))
    assert [one.id for one in seen.sets] == [1, 5]
    assert [one.exercise.name for one in seen.blocks] == ["Bench", "Curl", "Row"]
