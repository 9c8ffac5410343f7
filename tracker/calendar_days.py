"""Local days of the calendar: where they begin, which ones a window touches, and month grids.

It loads pendulum, whose import costs about 50 ms: what the first frame or `lastset log` needs of
time is in `tracker.when`.
"""

from datetime import UTC, date, datetime

import pendulum

from tracker.when import local, zone_of


def day_of(moment: datetime, zone: str) -> date:
    """The local day of an instant."""
    return local(moment, zone).date()


def start_of_day(day: date, zone: str) -> datetime:
    """The UTC instant at which a local day begins.

    Where a clock change skips midnight it is the first instant after the gap.

    Raises:
        InvalidTime: there is no such zone.

    >>> start_of_day(date(2026, 11, 23), "Europe/Berlin").isoformat()
    '2026-11-22T23:00:00+00:00'
    """
    first = pendulum.datetime(day.year, day.month, day.day, tz=zone_of(zone).key)
    return datetime.fromtimestamp(first.timestamp(), UTC)


def end_of_day(day: date, zone: str) -> datetime:
    """The UTC instant at which the next local day begins."""
    return start_of_day(days_later(day, 1), zone)


def days_touched(start: datetime, end: datetime, zone: str) -> tuple[date, ...]:
    """Every local day that the window (start, end] touches, oldest first.

    A window of 336 hours touches 15 days as a rule. A day that a zone left out altogether (Samoa,
    30 December 2011) is not among them.
    """
    if end <= start:
        return ()
    first, last = day_of(start, zone), day_of(end, zone)
    days = (days_later(first, number) for number in range((last - first).days + 1))
    return tuple(day for day in days if day_of(start_of_day(day, zone), zone) == day)


def days_later(day: date, days: int) -> date:
    """The day so many days later, or earlier where negative."""
    later = pendulum.date(day.year, day.month, day.day).add(days=days)
    return date(later.year, later.month, later.day)


def months_later(day: date, months: int) -> date:
    """The same day so many months later or earlier; the month's last where it has no such day.

    >>> months_later(date(2026, 1, 31), 1).isoformat()
    '2026-02-28'
    """
    later = pendulum.date(day.year, day.month, day.day).add(months=months)
    return date(later.year, later.month, later.day)


def start_of_week(day: date) -> date:
    """The Monday of the day's week."""
    return days_later(day, -day.weekday())


def month_grid(year: int, month: int) -> tuple[tuple[date, ...], ...]:
    """The weeks that a month touches, each of seven days from Monday on."""
    first = date(year, month, 1)
    monday, next_month = start_of_week(first), months_later(first, 1)
    weeks = -(-(next_month - monday).days // 7)
    return tuple(
        tuple(days_later(monday, 7 * week + number) for number in range(7)) for week in range(weeks)
    )
