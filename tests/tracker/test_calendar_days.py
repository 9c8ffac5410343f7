"""Local days: their beginnings, the days a window touches, months and weeks."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar_days import (
    day_of,
    days_later,
    days_touched,
    end_of_day,
    month_grid,
    months_later,
    start_of_day,
    start_of_week,
)
from tracker.errors import InvalidTime

BERLIN = "Europe/Berlin"
FORTNIGHT = timedelta(hours=336)
ZONES = st.sampled_from(
    [BERLIN, "America/Sao_Paulo", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]
)
MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
DAYS = st.dates(date(1971, 1, 1), date(2090, 1, 1))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def test_a_day_begins_at_local_midnight() -> None:
    assert start_of_day(date(2026, 7, 1), BERLIN) == at("2026-07-01T00:00+02:00")
    assert end_of_day(date(2026, 7, 1), BERLIN) == at("2026-07-02T00:00+02:00")


def test_a_day_without_midnight_begins_after_the_gap() -> None:
    start = start_of_day(date(2018, 11, 4), "America/Sao_Paulo")
    assert start == at("2018-11-04T01:00-02:00")
    assert day_of(start, "America/Sao_Paulo") == date(2018, 11, 4)


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25)])
def test_a_day_of_a_clock_change_is_an_hour_off(day: str, hours: int) -> None:
    local_day = date.fromisoformat(day)
    length = end_of_day(local_day, BERLIN) - start_of_day(local_day, BERLIN)
    assert length == timedelta(hours=hours)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(InvalidTime):
        start_of_day(date(2026, 1, 1), "Nowhere/Land")


@pytest.mark.parametrize(
    ("end", "count"),
    [
        ("2026-11-23T18:40+01:00", 15),
        ("2026-11-23T00:00+01:00", 15),
        ("2026-10-31T23:30+01:00", 14),
        ("2026-11-07T23:30+01:00", 14),
        ("2026-10-25T23:30+01:00", 14),
        ("2026-04-11T23:30+02:00", 15),
        ("2026-10-31T23:00+01:00", 14),
    ],
)
def test_a_fortnight_of_hours_touches_fifteen_days_or_fourteen_across_the_long_night(
    end: str, count: int
) -> None:
    days = days_touched(at(end) - FORTNIGHT, at(end), BERLIN)
    assert len(days) == count
    assert days[-1] == day_of(at(end), BERLIN)


def test_a_day_that_never_was_is_not_touched() -> None:
    end = at("2012-01-02T12:00+14:00")
    days = days_touched(end - timedelta(days=5), end, "Pacific/Apia")
    assert date(2011, 12, 30) not in days
    assert {date(2011, 12, 29), date(2011, 12, 31)} <= set(days)


def test_an_empty_window_touches_nothing() -> None:
    assert days_touched(at("2026-11-23T12:00Z"), at("2026-11-23T12:00Z"), BERLIN) == ()


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-11-23", 14, "2028-01-23"),
    ],
)
def test_months_step_by_the_calendar(day: str, months: int, expected: str) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(expected)


def test_november_2026_stands_in_six_weeks() -> None:
    weeks = month_grid(2026, 11)
    assert len(weeks) == 6
    assert (weeks[0][0], weeks[-1][-1]) == (date(2026, 10, 26), date(2026, 12, 6))
    assert len(month_grid(2027, 2)) == 4


@given(DAYS)
def test_a_month_grid_holds_its_month_in_whole_weeks_without_a_gap(day: date) -> None:
    weeks = month_grid(day.year, day.month)
    days = [one for week in weeks for one in week]
    assert day in days
    assert days == [days_later(days[0], number) for number in range(len(days))]
    assert all(len(week) == 7 and week[0].weekday() == 0 for week in weeks)
    assert all(any(one.month == day.month for one in week) for week in weeks)


@given(DAYS)
def test_a_week_begins_on_its_monday(day: date) -> None:
    monday = start_of_week(day)
    assert monday.weekday() == 0
    assert 0 <= (day - monday).days < 7


@given(MOMENTS, ZONES)
def test_every_instant_lies_between_its_days_ends(moment: datetime, zone: str) -> None:
    day = day_of(moment, zone)
    assert start_of_day(day, zone) <= moment < end_of_day(day, zone)


@given(MOMENTS, st.integers(1, 336 * 3600), ZONES)
def test_the_days_touched_are_those_that_hold_an_instant_of_the_window(
    end: datetime, seconds: int, zone: str
) -> None:
    start = end - timedelta(seconds=seconds)
    days = days_touched(start, end, zone)
    assert list(days) == sorted(set(days))
    steps = [start + timedelta(seconds=seconds * part / 50) for part in range(1, 51)]
    assert {day_of(one, zone) for one in steps} <= set(days)
    for day in days:
        assert start_of_day(day, zone) <= end
        assert end_of_day(day, zone) > start
