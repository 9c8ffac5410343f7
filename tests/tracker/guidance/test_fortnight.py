"""The two-week view."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.guidance.fortnight import days_touched, fortnight, rolling
from tracker.profile import Profile
from tracker.settings import Settings
from tracker.store import DayLine

CURL = "Preacher Curl (Barbell)"
BENCH = "Bench Press (Barbell)"
UNTIL = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


def _sets(gym):
    return [
        gym.past(CURL, "40x10a", at=UNTIL - timedelta(days=9)),
        gym.past(BENCH, "80x8t", at=UNTIL - timedelta(days=5), index=2),
        gym.past(CURL, "40x10ad1", at=UNTIL),
    ]


def test_a_fortnight_gathers_what_happened_and_what_it_cost(gym):
    sets = [replace(one, is_late=True) for one in _sets(gym)[:2]] + _sets(gym)[2:]
    seen = fortnight(sets, UNTIL, "UTC", Profile(), Settings())
    assert [(one.event.exercise.name, one.cost) for one in seen.events] == [
        (CURL, 1500),
        (BENCH, 2000),
        (CURL, 2250),
    ]
    assert [item.points for item in seen.budget.items] == [1071, 2000, 2250]
    assert (seen.budget.used, seen.ration.used) == (5321, 3)
    assert {name: len(events) for name, events in seen.by_exercise.items()} == {CURL: 2, BENCH: 1}
    assert list(seen.by_exercise) == [CURL, BENCH]
    assert seen.by_type == {"technical": 1, "absolute": 2, "past_failure": 1}
    place = seen.in_place
    assert (place.sets, place.on_last_set, place.late, place.late_known) == (3, 2, 2, 2)
    assert place.on_a_lift_for_it == 2
    assert {one.scope for one in seen.clocks} == {"biceps"}


def test_days_carry_their_sessions_and_marks(gym):
    line = DayLine(1, 18, ("Arms",))
    trained = {date(2026, 11, 14): line}
    seen = fortnight(_sets(gym), UNTIL, "UTC", Profile(), Settings(), trained=trained)
    marked = {one.date: one for one in seen.by_day if one.failures}
    assert list(marked) == [date(2026, 11, 14), date(2026, 11, 18), date(2026, 11, 23)]
    day = marked[date(2026, 11, 14)]
    assert (day.sessions, day.sets, day.title) == (1, 18, "Arms")


@pytest.mark.parametrize(
    ("until", "zone", "count"),
    [
        (datetime(2026, 11, 23, 18, 0, tzinfo=UTC), "UTC", 15),
        (datetime(2026, 11, 23, 23, 0, tzinfo=UTC), "Europe/Berlin", 15),
        (datetime(2026, 11, 22, 22, 59, 59, 999_999, tzinfo=UTC), "Europe/Berlin", 14),
    ],
)
def test_every_local_day_that_the_window_touches_is_drawn(until, zone, count):
    assert len(days_touched(until - timedelta(days=14), until, zone)) == count


def test_a_set_late_in_the_evening_stands_on_its_local_day(gym):
    one = gym.past(CURL, at=datetime(2026, 11, 20, 23, 30, tzinfo=UTC))
    seen = fortnight([one], UNTIL, "Europe/Berlin", Profile(), Settings())
    assert [day.date for day in seen.by_day if day.failures] == [date(2026, 11, 21)]


def test_the_past_is_seen_as_it_was_then(gym):
    sets = _sets(gym)
    then = UNTIL - timedelta(days=6)
    seen = fortnight(sets, then, "UTC", Profile(), Settings())
    assert (seen.ration.used, seen.budget.used) == (1, 1500)
    assert seen.by_day[-1].date == date(2026, 11, 17)


instants = st.lists(
    st.integers(-30 * 24, 500 * 24).map(lambda hours: UNTIL - timedelta(hours=hours)), max_size=30
)


@given(instants)
def test_the_rolling_count_is_that_of_each_window(found):
    counts = rolling(found, UNTIL, days=60)
    assert len(counts) == 60
    for back in (0, 1, 13, 59):
        end = UNTIL - timedelta(days=back)
        inside = sum(end - timedelta(days=14) < one <= end for one in found)
        assert counts[59 - back] == inside
