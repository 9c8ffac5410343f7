"""Moments and days as people type and read them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InvalidTime
from tracker.when import (
    clock_in_words,
    day_in_words,
    distance_in_words,
    duration_in_words,
    instant,
    iso,
    long_day_in_words,
    moment_in_words,
    read_day,
    read_moment,
    zone_of,
)

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 23, 17, 40, tzinfo=UTC)
THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23T18:40:00", "2026-11-23T17:40:00+00:00"),
        ("2026-11-23 18:40", "2026-11-23T17:40:00+00:00"),
        (" 2026-11-23 8:05 ", "2026-11-23T07:05:00+00:00"),
        ("2026-11-23T18:40:09.5", "2026-11-23T17:40:09.500000+00:00"),
        ("2026-11-23T18:40Z", "2026-11-23T18:40:00+00:00"),
        ("2026-11-23t18:40:00z", "2026-11-23T18:40:00+00:00"),
        ("2026-11-23T18:40:00+05:30", "2026-11-23T13:10:00+00:00"),
        ("2026-11-23T18:40:00-0800", "2026-11-24T02:40:00+00:00"),
        ("2026-11-23T18:40 +01", "2026-11-23T17:40:00+00:00"),
        ("2026-11-23", "2026-11-23T11:00:00+00:00"),
        ("2026-07-23", "2026-07-23T10:00:00+00:00"),
    ],
)
def test_a_moment_without_an_offset_is_local(text: str, expected: str) -> None:
    assert read_moment(text, BERLIN).isoformat() == expected


def test_a_date_alone_stands_for_the_time_of_day_that_is_asked_for() -> None:
    assert read_moment("2026-11-23", BERLIN, time(0)) == datetime(2026, 11, 22, 23, tzinfo=UTC)


def test_a_time_that_the_clock_change_skips_moves_forward_by_the_gap() -> None:
    assert iso(read_moment("2026-03-29 02:30", BERLIN), BERLIN) == "2026-03-29T03:30:00+02:00"


def test_a_time_that_comes_twice_is_the_first() -> None:
    assert iso(read_moment("2026-10-25 02:30", BERLIN), BERLIN) == "2026-10-25T02:30:00+02:00"
    later = datetime(2026, 10, 25, 2, 30, fold=1)
    assert iso(instant(later, BERLIN), BERLIN) == "2026-10-25T02:30:00+02:00"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "18:40",
        "2026-11",
        "2026-02-29",
        "2026-13-01",
        "2026-11-23 24:00",
        "2026-11-23 18:60",
        "2026-11-23 18",
        "2026-11-23 18:40 Berlin",
        "2026-11-23T18:40+25:00",
        "2026-11-23T18:40+01:75",
        "2026-11-23x18:40",
        "0001-01-01",
        "9999-12-31T23:59-12:00",
        "٢٠٢٦-11-23",
    ],
)
def test_what_is_no_moment_is_refused_with_what_fits(text: str) -> None:
    with pytest.raises(InvalidTime) as refusal:
        read_moment(text, BERLIN)
    assert refusal.value.read == text
    assert "2026-11-23 18:40" in refusal.value.expected


@pytest.mark.parametrize("name", ["", "Nowhere/Land", "../etc/passwd", "Europe", "/etc", "\0"])
def test_a_zone_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(InvalidTime, match="no time zone"):
        zone_of(name)


def test_an_instant_outside_the_calendar_is_refused() -> None:
    with pytest.raises(InvalidTime):
        instant(datetime.max, "America/New_York")
    with pytest.raises(InvalidTime):
        iso(datetime.max.replace(tzinfo=UTC), "Asia/Tokyo")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("-3", date(2026, 11, 23)),
        ("-0", THURSDAY),
        ("today", THURSDAY),
        ("Yesterday", date(2026, 11, 25)),
        ("thu", THURSDAY),
        ("FRI", date(2026, 11, 20)),
        ("mon", date(2026, 11, 23)),
        ("sunday", date(2026, 11, 22)),
    ],
)
def test_a_day_is_a_date_or_counted_back_from_today(text: str, expected: date) -> None:
    assert read_day(text, THURSDAY) == expected


@pytest.mark.parametrize(
    "text", ["", "3", "+3", "-", "-99999", "-40000", "mo", "tomorrow", "2026-02-30", "26.11.2026"]
)
def test_what_is_no_day_is_refused_with_what_fits(text: str) -> None:
    with pytest.raises(InvalidTime, match="days ago") as refusal:
        read_day(text, THURSDAY)
    assert refusal.value.read == text


def test_days_are_said_in_short_words() -> None:
    assert day_in_words(THURSDAY) == "Thu 26 Nov"
    assert long_day_in_words(date(2026, 11, 1)) == "Sun 1 Nov 2026"
    assert moment_in_words(NOW, BERLIN) == "Mon 23 Nov 18:40"
    assert moment_in_words(NOW, "Pacific/Auckland") == "Tue 24 Nov 06:40"
    assert clock_in_words(NOW, BERLIN) == "18:40"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "now"),
        (29, "now"),
        (31, "in 1 min"),
        (59 * 60, "in 59 min"),
        (3600, "in 1 h"),
        (71 * 3600, "in 71 h"),
        (95 * 3600, "in 95 h"),
        (96 * 3600, "in 4 days"),
        (-600, "10 min ago"),
        (-5400, "2 h ago"),
        (-14 * 86_400, "14 days ago"),
    ],
)
def test_a_distance_is_said_in_the_unit_that_fits(seconds: int, words: str) -> None:
    assert distance_in_words(NOW + timedelta(seconds=seconds), NOW) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0:00"),
        (9.9, "0:09"),
        (84, "1:24"),
        (2530, "42:10"),
        (3599, "59:59"),
        (3600, "1:00:00"),
        (3730, "1:02:10"),
        (90_000, "25:00:00"),
        (-0.5, "0:00"),
        (-65, "-1:05"),
    ],
)
def test_a_duration_reads_as_a_clock(seconds: float, words: str) -> None:
    assert duration_in_words(seconds) == words


ZONES = st.sampled_from(
    [BERLIN, "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]
)
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)


@given(MOMENTS, ZONES)
def test_an_instant_that_was_written_reads_back(moment: datetime, zone: str) -> None:
    assert read_moment(iso(moment, zone), "UTC") == moment


@given(MOMENTS, ZONES)
def test_a_wall_clock_reads_back_but_for_the_second_of_a_time_that_comes_twice(
    moment: datetime, zone: str
) -> None:
    wall = moment.astimezone(zone_of(zone))
    read = read_moment(wall.strftime("%Y-%m-%d %H:%M:%S"), zone)
    assert read == moment if wall.fold == 0 else read < moment


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates())
def test_a_written_day_reads_back(day: date, today: date) -> None:
    assert read_day(day.isoformat(), today) == day


@given(st.dates(date(1901, 1, 1)), st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat"]))
def test_a_weekday_lies_within_the_last_seven_days(today: date, word: str) -> None:
    day = read_day(word, today)
    assert 0 <= (today - day).days < 7
    assert day_in_words(day).lower().startswith(word)


@given(st.text() | st.text(alphabet="0123456789-T: +Z.montue", max_size=26), st.dates())
def test_any_text_is_a_time_or_refused_in_words(text: str, today: date) -> None:
    for read in (lambda: read_moment(text, BERLIN), lambda: read_day(text, today)):
        try:
            assert isinstance(read(), date)
        except InvalidTime as error:
            assert str(error)
