"""Logging a session: what is open, what covers a time, and how it ends."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from data.store import OpenStore
from tracker.errors import StoreError, UnknownExercise, UnknownSession
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.planned import PlannedSet
from tracker.safety import Safety
from tracker.session import Block, Place, Session
from tracker.store import Logging

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)

Visit = Callable[..., Session]


def done(at: datetime) -> PerformedSet:
    return PerformedSet(at, kg(100), 8, rir=2.0)


@pytest.fixture
def logging(opened: OpenStore) -> Logging:
    return opened.store.logging


@pytest.fixture
def visit(opened: OpenStore) -> Visit:
    """Start a session, with sets so many hours after it."""

    def visited(at: datetime, *hours: float) -> Session:
        session = opened.store.logging.start(at, "UTC")
        block_id = opened.store.logging.add_block(session.id, Block(opened.shelf.exercises()[0]))
        for one in hours:
            opened.store.logging.log(block_id, [done(at + one * HOUR)])
        return opened.store.history.session(session.id)

    return visited


# -- which session -----------------------------------------------------------------------------


def test_nothing_is_open_at_first(logging: Logging) -> None:
    assert logging.open_session() is None
    assert logging.session_at(NOW) is None


def test_a_started_session_is_open_until_it_is_finished(logging: Logging, visit: Visit) -> None:
    session = visit(NOW, 0.1)
    assert session.is_open
    assert logging.open_session() == session
    logging.finish(session.id, NOW + HOUR)
    assert logging.open_session() is None


def test_a_session_that_was_forgotten_open_is_over_when_the_next_one_starts(
    opened: OpenStore, logging: Logging, visit: Visit
) -> None:
    forgotten = visit(NOW - 3 * timedelta(days=1), 0.1)
    session = visit(NOW, 0.1)
    assert logging.open_session() == session
    assert not opened.store.history.session(forgotten.id).is_open
    assert opened.store.history.session(forgotten.id).ended_at is None
    logging.finish(session.id, NOW + HOUR)
    assert logging.open_session() is None


def test_taking_back_a_start_opens_the_forgotten_session_again(
    opened: OpenStore, logging: Logging, visit: Visit
) -> None:
    forgotten = visit(NOW - timedelta(days=1))
    logging.start(NOW, "UTC")
    opened.store.editing.undo()
    assert logging.open_session() == forgotten


def test_a_session_of_the_past_leaves_todays_open(
    opened: OpenStore, logging: Logging, visit: Visit
) -> None:
    today = visit(NOW, 0.1)
    past = visit(NOW - timedelta(days=1), 0.1)
    assert opened.store.history.session(today.id).is_open
    assert past.is_open
    open_one = logging.open_session()
    assert open_one is not None
    assert open_one.id == today.id


@pytest.mark.parametrize(
    ("after", "is_covered"),
    [
        (-SECOND, False),
        (0 * HOUR, True),
        (2 * HOUR, True),
        (4.5 * HOUR, True),
        (4.5 * HOUR + SECOND, False),
        (30 * HOUR, False),
    ],
)
def test_a_session_covers_the_four_hours_after_its_last_set(
    logging: Logging, visit: Visit, after: timedelta, is_covered: bool
) -> None:
    session = visit(NOW, 0.1, 0.5)
    found = logging.session_at(NOW + after)
    assert (found is not None and found.id == session.id) == is_covered


@pytest.mark.parametrize(("hours", "is_covered"), [(4, True), (4.01, False)])
def test_a_session_without_sets_covers_the_four_hours_after_its_start(
    logging: Logging, visit: Visit, hours: float, is_covered: bool
) -> None:
    visit(NOW)
    assert (logging.session_at(NOW + hours * HOUR) is not None) == is_covered


@pytest.mark.parametrize(("hours", "is_covered"), [(0.5, True), (1, True), (1.01, False)])
def test_an_ended_session_covers_no_time_after_its_end(
    logging: Logging, visit: Visit, hours: float, is_covered: bool
) -> None:
    session = visit(NOW, 0.1)
    logging.finish(session.id, NOW + HOUR)
    assert (logging.session_at(NOW + hours * HOUR) is not None) == is_covered


def test_a_session_that_was_left_still_covers_its_hours(logging: Logging, visit: Visit) -> None:
    session = visit(NOW, 0.1)
    logging.leave(session.id)
    found = logging.session_at(NOW + HOUR)
    assert found is not None
    assert found.id == session.id


def test_a_silence_of_hours_within_a_session_is_judged_as_of_then(
    logging: Logging, visit: Visit
) -> None:
    visit(NOW, 0.1, 9)
    assert logging.session_at(NOW + 5 * HOUR) is None
    assert logging.session_at(NOW + 10 * HOUR) is not None


def test_of_two_sessions_the_open_one_covers_the_time(
    opened: OpenStore, logging: Logging, visit: Visit
) -> None:
    first = visit(NOW, 0.1)
    second = visit(NOW + HOUR, 0.1)
    found = logging.session_at(NOW + 1.5 * HOUR)
    assert found is not None
    assert found.id == second.id
    logging.finish(second.id, NOW + 2 * HOUR)
    logging.reopen(first.id)
    found = logging.session_at(NOW + 1.5 * HOUR)
    assert found is not None
    assert found.id == first.id


# -- ending ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("hours", "end"), [(2, 2), (0.5, 1), (-3, 1)])
def test_a_session_never_ends_before_its_last_set(
    opened: OpenStore, logging: Logging, visit: Visit, hours: float, end: float
) -> None:
    session = visit(NOW, 0.1, 1, 0.7)
    logging.finish(session.id, NOW + hours * HOUR)
    assert opened.store.history.session(session.id).ended_at == NOW + end * HOUR


@pytest.mark.parametrize(("hours", "end"), [(5, 5), (5.01, 1), (264, 1)])
def test_a_session_silent_for_over_four_hours_ends_with_its_last_set(
    opened: OpenStore, logging: Logging, visit: Visit, hours: float, end: float
) -> None:
    session = visit(NOW, 0.1, 1, 0.7)
    logging.finish(session.id, NOW + hours * HOUR)
    assert opened.store.history.session(session.id).ended_at == NOW + end * HOUR


def test_a_session_without_sets_never_ends_before_its_start(
    opened: OpenStore, logging: Logging
) -> None:
    session = logging.start(NOW, "UTC")
    logging.finish(session.id, NOW - HOUR)
    assert opened.store.history.session(session.id).ended_at == NOW


def test_a_reopened_session_has_no_end(logging: Logging, visit: Visit) -> None:
    session = visit(NOW, 0.1)
    logging.finish(session.id, NOW + HOUR)
    logging.reopen(session.id)
    assert logging.open_session() == session


@pytest.mark.parametrize("verb", ["leave", "reopen"])
def test_ending_what_is_not_there_is_refused(logging: Logging, verb: str) -> None:
    with pytest.raises(UnknownSession):
        getattr(logging, verb)(99)


def test_finishing_what_is_not_there_is_refused(logging: Logging) -> None:
    with pytest.raises(UnknownSession, match="There is no session 99"):
        logging.finish(99, NOW)


def test_a_discarded_session_is_gone_whole(opened: OpenStore, visit: Visit) -> None:
    kept = visit(NOW - timedelta(days=1), 0.1)
    session = visit(NOW, 0.1, 0.2)
    opened.store.logging.discard(session.id)
    with pytest.raises(UnknownSession):
        opened.store.history.session(session.id)
    rows = opened.connection.execute("SELECT DISTINCT session_id FROM sets").fetchall()
    assert [row["session_id"] for row in rows] == [kept.id]


# -- exercises and sets ------------------------------------------------------------------------


def test_planned_exercises_come_in_their_order(opened: OpenStore, logging: Logging) -> None:
    planned = [
        Block(one, plan=(PlannedSet(kg(60), 8, 2.0),), planned_sets=3, place=Place(2, 5))
        for one in opened.shelf.exercises()[:4]
    ]
    session = logging.start(NOW, "Europe/Berlin", "Push", planned, kg(82))
    assert [replace(one, id=0) for one in session.blocks] == planned
    assert session.body_weight == kg(82)


def test_an_exercise_is_added_at_the_end_or_before_another(
    opened: OpenStore, logging: Logging
) -> None:
    one, two, three, four, five = opened.shelf.exercises()[:5]
    session = logging.start(NOW, "UTC", blocks=[Block(one)])
    third = logging.add_block(session.id, Block(three))
    logging.add_block(session.id, Block(two), before=third)
    logging.add_block(session.id, Block(four), before=session.blocks[0].id)
    logging.add_block(session.id, Block(five), before=99_999)
    stored = opened.store.history.session(session.id).blocks
    assert [block.exercise for block in stored] == [four, one, two, three, five]


def test_there_is_always_room_before_an_exercise(opened: OpenStore, logging: Logging) -> None:
    exercise = opened.shelf.exercises()[0]
    session = logging.start(NOW, "UTC", blocks=[Block(exercise), Block(exercise)])
    last = session.blocks[1].id
    added = [logging.add_block(session.id, Block(exercise), before=last) for _ in range(120)]
    stored = opened.store.history.session(session.id).blocks
    assert [one.id for one in stored] == [session.blocks[0].id, *added, last]


def test_exercises_are_put_in_order(opened: OpenStore, logging: Logging) -> None:
    blocks = [Block(one) for one in opened.shelf.exercises()[:3]]
    session = logging.start(NOW, "UTC", blocks=blocks)
    ids = [one.id for one in session.blocks]
    logging.order_blocks(session.id, [ids[2], ids[0], ids[1]])
    stored = opened.store.history.session(session.id).blocks
    assert [one.id for one in stored] == [ids[2], ids[0], ids[1]]


def test_an_exercises_plan_is_changed_and_its_sets_stay(opened: OpenStore, visit: Visit) -> None:
    block = visit(NOW, 0.1).blocks[0]
    wanted = replace(block, planned_sets=4, safety=Safety(True, None, False), superset=1)
    opened.store.logging.change_block(wanted)
    session = opened.store.logging.open_session()
    assert session is not None
    assert session.blocks == (wanted,)


def test_an_exercise_that_is_no_longer_there_takes_no_change(
    opened: OpenStore, visit: Visit
) -> None:
    session = visit(NOW, 0.1)
    block = session.blocks[0]
    opened.store.logging.discard(session.id)
    with pytest.raises(UnknownSession, match="no longer there"):
        opened.store.logging.change_block(block)
    with pytest.raises(UnknownSession, match="no longer in the session"):
        opened.store.logging.log(block.id, [done(NOW)])
    with pytest.raises(UnknownSession, match="no longer there"):
        opened.store.logging.swap_exercise(block.id, opened.shelf.exercises()[1].id)


def test_a_session_that_is_no_longer_there_takes_no_exercise(
    opened: OpenStore, logging: Logging
) -> None:
    session = logging.start(NOW, "UTC")
    logging.discard(session.id)
    with pytest.raises(StoreError, match="What it belongs to is no longer there"):
        logging.add_block(session.id, Block(opened.shelf.exercises()[0]))


def test_an_exercise_that_does_not_exist_is_no_swap(opened: OpenStore, visit: Visit) -> None:
    block = visit(NOW, 0.1).blocks[0]
    with pytest.raises(UnknownExercise, match="There is no exercise number 99999"):
        opened.store.logging.swap_exercise(block.id, 99_999)


def test_sets_come_in_the_order_they_were_logged(opened: OpenStore, visit: Visit) -> None:
    session = visit(NOW)
    block_id = session.blocks[0].id
    reps = [8, 7, 6, 5]
    opened.store.logging.log(block_id, [replace(done(NOW), reps=one) for one in reps[:2]])
    opened.store.logging.log(block_id, [replace(done(NOW), reps=one) for one in reps[2:]])
    assert [one.reps for one in opened.store.history.session(session.id).sets] == reps
