"""A session that was left open."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exercise import Exercise
from tracker.forgotten import SILENCE, end_of, is_forgotten, last_moment
from tracker.performed import PerformedSet
from tracker.session import Block, Session

START = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CURL = Exercise(1, "Preacher Curl (Barbell)")


def visit(*minutes: int, is_open: bool = True) -> Session:
    """A session with sets so many minutes after its start."""
    sets = tuple(PerformedSet(START + one * MINUTE) for one in minutes)
    blocks = (Block(CURL, sets),) if sets else ()
    return Session(started_at=START, zone="Europe/Berlin", blocks=blocks, is_open=is_open)


@pytest.mark.parametrize(
    ("session", "minutes", "expected"),
    [
        (visit(5, 62), 62 + 240, False),
        (visit(5, 62), 62 + 241, True),
        (visit(62, 5), 62 + 240, False),
        (visit(), 240, False),
        (visit(), 241, True),
        (visit(5, 62), 11 * 24 * 60, True),
        (visit(5, 62, is_open=False), 11 * 24 * 60, False),
        (visit(5, 62), -600, False),
    ],
    ids=[
        "four hours after its last set",
        "a minute later",
        "the latest set counts, wherever it stands",
        "four hours after its start",
        "a minute later, without a set",
        "eleven days later",
        "it was ended",
        "the clock was set back",
    ],
)
def test_a_session_silent_for_over_four_hours_is_forgotten(
    session: Session, minutes: int, expected: bool
) -> None:
    assert is_forgotten(session, START + minutes * MINUTE) is expected


@pytest.mark.parametrize(("minutes", "expected"), [(240, False), (241, True)])
def test_a_rest_timer_started_anew_is_a_sign_of_life(minutes: int, expected: bool) -> None:
    restarted = START + timedelta(days=1)
    now = restarted + minutes * MINUTE
    assert is_forgotten(visit(5), now)
    assert is_forgotten(visit(5), now, restarted) is expected


def test_a_rest_timer_older_than_the_last_set_says_nothing() -> None:
    assert not is_forgotten(visit(5, 300), START + 500 * MINUTE, START)


@pytest.mark.parametrize(
    ("session", "minutes", "end"),
    [
        (visit(5, 62), 70, 70),
        (visit(5, 62), 62 + 240, 62 + 240),
        (visit(5, 62), 62 + 241, 62),
        (visit(5, 62), 264 * 60, 62),
        (visit(5, 62), 30, 62),
        (visit(5, 62), -600, 62),
        (visit(), 30, 30),
        (visit(), 264 * 60, 0),
        (visit(), -600, 0),
        (visit(-10), -20, 0),
    ],
    ids=[
        "now",
        "now, after four hours",
        "its last set, after more",
        "never 264 hours",
        "the clock was set back behind its last set",
        "the clock was set back behind its start",
        "without a set, now",
        "without a set, its start",
        "without a set, the clock set back",
        "never before its start",
    ],
)
def test_a_session_ends_now_or_with_its_last_set(session: Session, minutes: int, end: int) -> None:
    assert end_of(session, START + minutes * MINUTE) == START + end * MINUTE


@given(
    st.lists(st.integers(-600, 3000), max_size=6),
    st.integers(-100_000, 100_000),
)
def test_no_end_lies_before_what_was_done_nor_hours_after_it(sets: list[int], now: int) -> None:
    session = visit(*sets)
    end = end_of(session, START + now * MINUTE)
    assert max(START, *(one.at for one in session.sets), START) <= end
    assert end <= last_moment(session) + SILENCE
