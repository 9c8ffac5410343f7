"""Changing what stands."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.store import OpenStore
from tracker.errors import InvalidSet, UnknownSession
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.store import Editing

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


def done(reps: int, minutes: int = 0) -> PerformedSet:
    return PerformedSet(NOW + timedelta(minutes=minutes), kg(100), reps, rir=2.0)


@pytest.fixture
def editing(opened: OpenStore) -> Editing:
    return opened.store.editing


@pytest.fixture
def session(opened: OpenStore) -> Session:
    """Two exercises; 8, 7 and 6 reps of the first, 12 and 11 of the second."""
    logging = opened.store.logging
    started = logging.start(NOW, "Europe/Berlin", "Push")
    for exercise, reps in zip(opened.shelf.exercises(), ((8, 7, 6), (12, 11)), strict=False):
        block_id = logging.add_block(started.id, Block(exercise))
        logging.log(block_id, [done(one, minutes) for minutes, one in enumerate(reps)])
    return opened.store.history.session(started.id)


def reps(opened: OpenStore, session: Session) -> list[list[int | None]]:
    blocks = opened.store.history.session(session.id).blocks
    return [[one.reps for one in block.sets] for block in blocks]


def test_a_set_is_written_over_the_stored_one(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    changed = replace(session.sets[1], load=kg("102.5"), reps=5, rir=None, note="heavy")
    editing.change_sets([changed], "heavier")
    stored = opened.store.history.session(session.id).sets
    assert stored == (session.sets[0], changed, *session.sets[2:])


def test_a_change_that_does_not_fit_changes_no_set(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    wanted = [replace(session.sets[0], reps=9), replace(session.sets[1], reps=5000)]
    with pytest.raises(InvalidSet, match="0 to 1000 reps"):
        editing.change_sets(wanted, "two sets")
    assert opened.store.history.session(session.id) == session


@pytest.mark.parametrize(
    ("after", "order"),
    [
        (None, [1, 8, 7, 6]),
        (0, [8, 1, 7, 6]),
        (1, [8, 7, 1, 6]),
        (2, [8, 7, 6, 1]),
        (4, [8, 7, 6, 1]),
    ],
)
def test_a_set_is_inserted_first_or_behind_another(
    opened: OpenStore, editing: Editing, session: Session, after: int | None, order: list[int]
) -> None:
    behind = None if after is None else session.sets[after].id
    editing.insert_set(session.blocks[0].id, done(1), behind)
    assert reps(opened, session) == [order, [12, 11]]


def test_a_set_is_inserted_into_an_empty_exercise(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    block_id = opened.store.logging.add_block(session.id, Block(opened.shelf.exercises()[2]))
    editing.insert_set(block_id, done(1), None)
    assert reps(opened, session)[2] == [1]


def test_there_is_always_room_between_two_sets(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    first = session.sets[0].id
    for number in range(150):
        editing.insert_set(session.blocks[0].id, done(number), first)
    assert reps(opened, session)[0] == [8, *range(149, -1, -1), 7, 6]
    for _ in range(150):
        editing.undo()
    assert opened.store.history.session(session.id) == session


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(places=st.lists(st.integers(-1, 12), max_size=15))
def test_sets_inserted_anywhere_stand_as_in_a_list(opened: OpenStore, places: list[int]) -> None:
    started = opened.store.logging.start(NOW, "UTC")
    block_id = opened.store.logging.add_block(started.id, Block(opened.shelf.exercises()[0]))
    wanted: list[int] = []
    for place in places:
        at = min(place + 1, len(wanted))
        after = wanted[at - 1] if at else None
        wanted.insert(at, opened.store.editing.insert_set(block_id, done(5), after))
    assert [one.id for one in opened.store.history.session(started.id).sets] == wanted


def test_sets_are_deleted(opened: OpenStore, editing: Editing, session: Session) -> None:
    editing.delete_sets([session.sets[0].id, session.sets[4].id], "delete two")
    assert reps(opened, session) == [[7, 6], [12]]


def test_a_set_moves_to_another_exercise_and_becomes_a_set_of_it(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    editing.move_set(session.sets[1].id, session.blocks[1].id, session.sets[3].id)
    assert reps(opened, session) == [[8, 6], [12, 7, 11]]
    row = opened.connection.execute(
        "SELECT exercise_id FROM sets WHERE id = ?", (session.sets[1].id,)
    ).fetchone()
    assert row["exercise_id"] == session.blocks[1].exercise.id


@pytest.mark.parametrize(
    ("moved", "after", "order"),
    [(2, None, [6, 8, 7]), (0, 1, [7, 8, 6]), (0, 2, [7, 6, 8]), (1, 1, [8, 7, 6])],
)
def test_a_set_moves_within_its_exercise(
    opened: OpenStore,
    editing: Editing,
    session: Session,
    moved: int,
    after: int | None,
    order: list[int],
) -> None:
    behind = None if after is None else session.sets[after].id
    editing.move_set(session.sets[moved].id, session.blocks[0].id, behind)
    assert reps(opened, session)[0] == order


def test_a_set_moves_into_another_session(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    other = opened.store.logging.start(NOW + timedelta(days=1), "UTC")
    block_id = opened.store.logging.add_block(other.id, Block(opened.shelf.exercises()[0]))
    editing.move_set(session.sets[2].id, block_id, None)
    assert reps(opened, session)[0] == [8, 7]
    assert reps(opened, other) == [[6]]


def test_an_exercise_that_is_gone_takes_no_set(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    gone = session.blocks[1].id
    editing.delete_block(gone)
    with pytest.raises(UnknownSession, match="no longer in the session"):
        editing.move_set(session.sets[0].id, gone, None)
    with pytest.raises(UnknownSession, match="no longer in the session"):
        editing.insert_set(gone, done(1), None)
    assert reps(opened, session) == [[8, 7, 6]]


def test_a_deleted_exercise_comes_back_with_its_ids(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    editing.delete_block(session.blocks[0].id)
    assert reps(opened, session) == [[12, 11]]
    editing.undo()
    assert opened.store.history.session(session.id) == session


def test_deleting_an_exercise_that_is_gone_does_nothing(
    editing: Editing, opened: OpenStore, session: Session
) -> None:
    editing.delete_block(99_999)
    assert opened.store.history.session(session.id) == session


@pytest.mark.parametrize("days", [-1, 1, 200])
def test_a_new_start_moves_the_sets_and_the_day(
    opened: OpenStore, editing: Editing, session: Session, days: int
) -> None:
    shift = timedelta(days=days)
    editing.change_session(replace(session, started_at=NOW + shift))
    moved = opened.store.history.session(session.id)
    assert [one.at for one in moved.sets] == [one.at + shift for one in session.sets]
    row = opened.connection.execute("SELECT local_date FROM sessions").fetchone()
    assert row["local_date"] == (NOW + shift).date().isoformat()


def test_a_new_zone_moves_the_day_alone(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    editing.change_session(replace(session, zone="Pacific/Auckland"))
    moved = opened.store.history.session(session.id)
    assert moved.sets == session.sets
    row = opened.connection.execute("SELECT local_date FROM sessions").fetchone()
    assert row["local_date"] == "2026-11-24"


def test_a_start_is_kept_to_the_second(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    editing.change_session(replace(session, started_at=NOW + timedelta(milliseconds=900)))
    assert opened.store.history.session(session.id) == session


def test_an_end_before_the_start_is_refused(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    with pytest.raises(InvalidSet, match="an end that is not before the start"):
        editing.change_session(replace(session, ended_at=NOW - timedelta(hours=1)))
    assert opened.store.history.session(session.id) == session


def test_a_session_that_is_gone_takes_no_change(
    opened: OpenStore, editing: Editing, session: Session
) -> None:
    opened.store.logging.discard(session.id)
    with pytest.raises(UnknownSession, match="There is no session"):
        editing.change_session(session)
