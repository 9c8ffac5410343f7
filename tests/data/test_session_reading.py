"""Sessions read whole."""

from datetime import UTC, datetime, timedelta

import pytest

from data.session_reading import read_block, read_session, read_sessions
from data.store import OpenStore
from tracker.errors import UnknownSession
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.session import Block, Session

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


@pytest.fixture
def sessions(opened: OpenStore) -> list[Session]:
    """Three sessions with two exercises and four sets each."""
    stored = []
    for day in range(3):
        at = NOW + timedelta(days=day)
        session = opened.store.logging.start(at, "UTC", f"{day}")
        for exercise in opened.shelf.exercises()[day : day + 2]:
            block_id = opened.store.logging.add_block(session.id, Block(exercise))
            for reps in (8, 7):
                opened.store.logging.log(block_id, [PerformedSet(at, kg(100), reps)])
        opened.store.logging.leave(session.id)
        stored.append(opened.store.history.session(session.id))
    return stored


def test_sessions_come_in_the_order_asked_without_those_that_are_not_there(
    opened: OpenStore, sessions: list[Session]
) -> None:
    ids = [sessions[2].id, 99, sessions[0].id]
    read = read_sessions(opened.connection, opened.shelf, ids)
    assert read == (sessions[2], sessions[0])


def test_none_asked_is_none_read(opened: OpenStore, sessions: list[Session]) -> None:
    assert read_sessions(opened.connection, opened.shelf, []) == ()


def test_a_session_holds_its_own_exercises_and_sets_alone(
    opened: OpenStore, sessions: list[Session]
) -> None:
    session = read_session(opened.connection, opened.shelf, sessions[1].id)
    assert [block.exercise for block in session.blocks] == list(opened.shelf.exercises()[1:3])
    assert [one.reps for one in session.sets] == [8, 7, 8, 7]


def test_a_block_is_read_with_its_sets(opened: OpenStore, sessions: list[Session]) -> None:
    block = sessions[1].blocks[1]
    assert read_block(opened.connection, opened.shelf, block.id) == block
    assert read_block(opened.connection, opened.shelf, 99_999) is None


def test_what_is_not_there_is_said_so(opened: OpenStore) -> None:
    with pytest.raises(UnknownSession, match="There is no session 7"):
        read_session(opened.connection, opened.shelf, 7)


def test_sets_at_one_place_come_in_the_order_they_were_logged(
    opened: OpenStore, sessions: list[Session]
) -> None:
    opened.connection.execute("UPDATE sets SET position = 1")
    session = read_session(opened.connection, opened.shelf, sessions[0].id)
    assert session == sessions[0]
