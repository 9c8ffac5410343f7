from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exercise import Exercise
from tracker.performed import PerformedSet
from tracker.rests import rests
from tracker.session import Block, Session

START = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


def session(*seconds: int, is_at_known: bool = True) -> Session:
    sets = tuple(
        PerformedSet(START + timedelta(seconds=one), id=number, is_at_known=is_at_known)
        for number, one in enumerate(seconds, 1)
    )
    return Session(START, "UTC", blocks=(Block(Exercise(1, "lift"), sets),))


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        ((100,), {}),
        ((100, 250), {2: 150}),
        ((100, 119), {}),
        ((100, 120), {2: 20}),
        ((100, 100, 300), {3: 200}),
        ((0, 3600, 7201), {2: 3600}),
        ((), {}),
    ],
)
def test_the_rest_is_what_lies_between_two_sets(seconds, told) -> None:
    assert rests(session(*seconds)) == told


def test_sets_without_a_time_have_no_rest() -> None:
    assert rests(session(100, 300, is_at_known=False)) == {}


def test_in_a_superset_the_set_before_is_the_other_lift_s() -> None:
    first = PerformedSet(START, id=1), PerformedSet(START + timedelta(seconds=240), id=3)
    second = (PerformedSet(START + timedelta(seconds=60), id=2),)
    blocks = (Block(Exercise(1, "row"), first), Block(Exercise(2, "press"), second))
    assert rests(Session(START, "UTC", blocks=blocks)) == {2: 60, 3: 180}


@given(st.lists(st.integers(0, 20_000), max_size=12))
def test_no_rest_is_negative_or_longer_than_the_session(seconds: list[int]) -> None:
    told = rests(session(*seconds))
    assert all(20 <= one <= 3600 for one in told.values())
    assert sum(told.values()) <= (max(seconds) - min(seconds) if seconds else 0)
