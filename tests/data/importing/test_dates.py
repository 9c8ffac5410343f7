"""Times and lengths as exports write them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from data.importing.dates import MONTHS, LocalTimes, duration, end_of, utc
from data.importing.unfit import UnfitRow

BERLIN = ZoneInfo("Europe/Berlin")


def read(text: str, *others: str) -> datetime:
    return LocalTimes(lambda: [text, *others]).read(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-18 17:31:00",
        "2026-09-18T17:31:00",
        "2026-09-18 17:31",
        "18 Sep 2026, 17:31",
        "Sep 18, 2026, 5:31 PM",
        "Sep 18, 2026, 5:31\u202fPM",
        "18 sept. 2026, 17:31",
        "18 Eyl 2026, 17:31",
        "18 Set 2026, 17:31",
        "18 de set. de 2026, 17:31",
        "18 wrz 2026, 17:31",
        "18 сент. 2026 г., 17:31",
        "18.09.2026 17:31",
        "2026年9月18日 17:31",
        "18/9/2026 17:31",
        "9/18/2026 5:31 p. m.",
    ],
)
def test_a_time_is_read_in_each_shape(text: str) -> None:
    assert read(text) == datetime(2026, 9, 18, 17, 31)


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("févr.", 2),
        ("août", 8),
        ("déc.", 12),
        ("Şub", 2),
        ("Ağu", 8),
        ("Kas", 11),
        ("Mai", 5),
        ("Fev", 2),
        ("Dez", 12),
        ("März", 3),
        ("Okt", 10),
        ("ene", 1),
        ("juin", 6),
        ("июля", 7),
    ],
)
def test_months_have_names_in_many_languages(name: str, month: int) -> None:
    assert read(f"3 {name} 2026, 09:00") == datetime(2026, month, 3, 9)


def test_no_name_stands_for_two_months() -> None:
    assert sorted(set(MONTHS.values())) == list(range(1, 13))
    assert MONTHS["lis"] == 11 and MONTHS["mar"] == 3 and MONTHS["mai"] == 5


@pytest.mark.parametrize(
    ("text", "hour"), [("Jun 1, 2026, 12:05 AM", 0), ("Jun 1, 2026, 12:05 PM", 12)]
)
def test_twelve_o_clock_is_midnight_or_noon(text: str, hour: int) -> None:
    assert read(text).hour == hour


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-09-18", "31 Feb 2026, 10:00", "3 Foo 2026, 10:00", "1 2 2026 10:00"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UnfitRow):
        read(text)


def test_five_six_is_told_from_six_five_by_the_other_dates() -> None:
    assert read("5/6/2026 10:00", "13/6/2026 10:00") == datetime(2026, 6, 5, 10)
    assert read("5/6/2026 10:00", "6/13/2026 10:00") == datetime(2026, 5, 6, 10)
    with pytest.raises(UnfitRow, match="can't be told apart"):
        read("5/6/2026 10:00", "7/8/2026 10:00")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2h 38m", timedelta(hours=2, minutes=38)),
        ("45m", timedelta(minutes=45)),
        ("2h", timedelta(hours=2)),
        ("32s", timedelta(seconds=32)),
        ("1h 5min", timedelta(hours=1, minutes=5)),
        ("1小时13分钟", timedelta(hours=1, minutes=13)),
        ("2176", timedelta(seconds=2176)),
        ("264h 1m", timedelta(hours=264, minutes=1)),
        ("", None),
        ("long", None),
        ("5 parsecs", None),
    ],
)
def test_a_length_is_read(text: str, length: timedelta | None) -> None:
    assert duration(text) == length


def test_a_session_of_over_six_hours_has_no_known_end() -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    assert end_of(start, timedelta(hours=6)) == datetime(2026, 1, 1, 6, tzinfo=UTC)
    assert end_of(start, timedelta(hours=6, minutes=1)) is None
    assert end_of(start, timedelta(minutes=-1)) is None


def test_an_hour_that_comes_twice_is_the_first_one() -> None:
    assert utc(datetime(2025, 10, 26, 2, 30), BERLIN) == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_moves_forward() -> None:
    assert utc(datetime(2025, 3, 30, 2, 30), BERLIN) == datetime(2025, 3, 30, 1, 30, tzinfo=UTC)
