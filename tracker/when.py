"""Moments and days as people type and read them; a zone is always given, never guessed."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.errors import InvalidTime

NOON = time(12)
"""What a date without a time stands for."""
MOST_DAYS_AGO = 36_525
"""`-3` reaches a hundred years back at most."""

YEARS = range(1900, 2200)
"""Years that a typed date may lie in; others are slips."""

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOMENT_WANTED = "2026-11-23, 2026-11-23 18:40, or 2026-11-23T18:40:00+01:00"
_DAY_WANTED = "2026-11-23, -3 (days ago), mon … sun, today, yesterday"

_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<part>\d{1,9}))?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII | re.IGNORECASE,
)
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})?", re.ASCII)
_DAYS_AGO = re.compile(r"-\s*(?P<days>\d{1,5})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@lru_cache(maxsize=32)
def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name.

    Raises:
        InvalidTime: there is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidTime(
            f"There is no time zone called {name!r}: give one such as Europe/Berlin.",
            name,
            "an IANA zone, as in Europe/Berlin",
        ) from None


def instant(local: datetime, zone: str) -> datetime:
    """The UTC instant of a wall-clock time in a zone.

    A time that a clock change skips moves forward by the gap (02:30 is then 03:30); one that comes
    twice is the first.

    Raises:
        InvalidTime: no such zone, or the instant lies outside the calendar.
    """
    try:
        return local.replace(tzinfo=zone_of(zone), fold=0).astimezone(UTC)
    except OverflowError:
        raise _unreadable(local.isoformat(" "), "it lies outside the calendar") from None


def read_moment(text: str, zone: str, at: time = NOON) -> datetime:
    """The UTC instant that was typed, ISO 8601 with a blank allowed for the T.

    Args:
        text: A date, or a date and a time, with or without an offset.
        zone: The zone of a time without an offset.
        at: The time of day that a date alone stands for.

    Raises:
        InvalidTime: it is none of these, or no such day or time exists.

    >>> read_moment("2026-11-23 18:40", "Europe/Berlin").isoformat()
    '2026-11-23T17:40:00+00:00'
    """
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        raise _unreadable(text, "it is no date and time")
    try:
        day = _typed_day(match["day"])
        if match["hour"] is None:
            return instant(datetime.combine(day, at), zone)
        micros = int((match["part"] or "0").ljust(6, "0")[:6])
        clock = time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), micros)
        if match["zone"] is None:
            return instant(datetime.combine(day, clock), zone)
        return datetime.combine(day, clock, _offset(match["zone"])).astimezone(UTC)
    except (ValueError, OverflowError):
        raise _unreadable(text, "there is no such day or time") from None


def _typed_day(text: str) -> date:
    day = date.fromisoformat(text)
    if day.year not in YEARS:
        raise ValueError(text)
    return day


def _offset(text: str) -> timezone:
    match = _OFFSET.fullmatch(text)
    if match is None:
        return UTC
    minutes = int(match["minutes"] or 0)
    if minutes > 59:
        raise ValueError(text)
    offset = timedelta(hours=int(match["hours"]), minutes=minutes)
    # An offset of a day or more is refused by the constructor, with a ValueError.
    return timezone(offset if match["sign"] == "+" else -offset)


def _unreadable(text: str, why: str) -> InvalidTime:
    return InvalidTime(
        f"Can't read the time {text.strip()[:40]!r}: {why}. What fits: {_MOMENT_WANTED}.",
        text,
        _MOMENT_WANTED,
    )


def read_day(text: str, today: date) -> date:
    """The local day that was typed: a date, `-3`, a weekday, `today` or `yesterday`.

    A weekday is the latest one, today included.

    Raises:
        InvalidTime: it is none of these, or no such day exists.

    >>> read_day("mon", date(2026, 11, 26)).isoformat()
    '2026-11-23'
    """
    word = text.strip().lower()
    try:
        if _DAY.fullmatch(word):
            return _typed_day(word)
        back = _days_back(word, today)
        if back is not None:
            return today - timedelta(days=back)
    except (ValueError, OverflowError):
        pass
    raise InvalidTime(
        f"Can't read the day {text.strip()[:40]!r}. What fits: {_DAY_WANTED}.", text, _DAY_WANTED
    )


def _days_back(word: str, today: date) -> int | None:
    if word in ("today", "yesterday"):
        return ("today", "yesterday").index(word)
    match = _DAYS_AGO.fullmatch(word)
    if match is not None:
        days = int(match["days"])
        return days if days <= MOST_DAYS_AGO else None
    for number, name in enumerate(_WEEKDAY_NAMES):
        if word in (name, name[:3]):
            return (today.weekday() - number) % 7
    return None


def local(moment: datetime, zone: str) -> datetime:
    """The wall-clock time of an instant in a zone.

    Raises:
        InvalidTime: no such zone, or the time lies outside the calendar.
    """
    try:
        return moment.astimezone(zone_of(zone))
    except OverflowError:
        raise _unreadable(moment.isoformat(), "it lies outside the calendar") from None


def iso(moment: datetime, zone: str) -> str:
    """The instant as ISO 8601 with the zone's offset, to the second.

    >>> iso(datetime(2026, 11, 23, 17, 40, tzinfo=UTC), "Europe/Berlin")
    '2026-11-23T18:40:00+01:00'
    """
    return local(moment, zone).isoformat(timespec="seconds")


def day_in_words(day: date) -> str:
    """The day in short words: `Thu 26 Nov`, the same in every locale."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def long_day_in_words(day: date) -> str:
    """The day with its year: `Sat 21 Nov 2026`."""
    return f"{day_in_words(day)} {day.year}"


def short_day_in_words(day: date, today: date) -> str:
    """The day without its weekday: `16 Nov`, and `16 Nov 2025` where it is another year's.

    >>> short_day_in_words(date(2025, 11, 16), date(2026, 11, 23))
    '16 Nov 2025'
    """
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def moment_in_words(moment: datetime, zone: str) -> str:
    """Day and time in short words: `Thu 26 Nov 18:40`."""
    clock = local(moment, zone)
    return f"{day_in_words(clock)} {clock_in_words(moment, zone)}"


def clock_in_words(moment: datetime, zone: str) -> str:
    """The time of day: `18:40`."""
    clock = local(moment, zone)
    return f"{clock.hour:02}:{clock.minute:02}"


def distance_in_words(moment: datetime, now: datetime) -> str:
    """How far off an instant is: `in 71 h`, `in 40 min`, `2 h ago`, `now`.

    Hours up to four days, then days; part hours and days are rounded half up.

    >>> now = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)
    >>> distance_in_words(now + timedelta(hours=71), now), distance_in_words(now, now)
    ('in 71 h', 'now')
    """
    seconds = abs((moment - now).total_seconds())
    minutes, hours, days = (int(seconds / size + 0.5) for size in (60, 3600, 86_400))
    if not minutes:
        return "now"
    amount = f"{minutes} min" if minutes < 60 else f"{hours} h" if hours < 96 else f"{days} days"
    return f"in {amount}" if moment > now else f"{amount} ago"


def duration_in_words(seconds: float) -> str:
    """A duration as a clock: `0:45`, `42:10`, `1:02:10`; below nothing, `-0:05`.

    >>> duration_in_words(2530), duration_in_words(3730)
    ('42:10', '1:02:10')
    """
    whole = abs(int(seconds))
    sign = "-" if seconds <= -1 else ""
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{sign}{minutes}:{rest:02}"
    return f"{sign}{minutes // 60}:{minutes % 60:02}:{rest:02}"
