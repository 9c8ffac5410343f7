"""How the guide writes dates, numbers and lists."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MANY_TIMES = 500
"""From this percentage on a share is said as a multiple."""


def local_date(instant: datetime, zone: str) -> date:
    """The calendar day of an instant in a zone."""
    return instant.astimezone(ZoneInfo(zone)).date()


def date_text(day: date) -> str:
    """A day as the app writes it, whatever the machine's language.

    >>> date_text(date(2026, 11, 26))
    'Thu 26 Nov'
    """
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def day_text(instant: datetime | None, zone: str) -> str:
    """The local day of an instant, or `not within reach` where there is none."""
    return "not within reach" if instant is None else date_text(local_date(instant, zone))


def clock_text(instant: datetime, zone: str) -> str:
    """Weekday and time of an instant: `Wed 19:10`."""
    local = instant.astimezone(ZoneInfo(zone))
    return f"{_WEEKDAYS[local.weekday()]} {local:%H:%M}"


def moment_text(instant: datetime, zone: str) -> str:
    """Day and time of an instant: `Wed 25 Nov 19:10`."""
    local = instant.astimezone(ZoneInfo(zone))
    return f"{date_text(local.date())} {local:%H:%M}"


def points_text(milli: int) -> str:
    """Milli-points as points, short: `2`, `2.25`, `5.32`.

    >>> points_text(2000), points_text(2250), points_text(5321)
    ('2', '2.25', '5.32')
    """
    return f"{(milli + 5) // 10 / 100:g}"


def percent(part: int, whole: int) -> int:
    """A share in whole percent, rounded half up; 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole > 0 else 0


def share_text(part: int, whole: int) -> str:
    """A share as it is read: `118 %`, and `12 ×` where a percentage would be noise.

    >>> share_text(5321, 4500), share_text(54720, 4500)
    ('118 %', '12 ×')
    """
    share = percent(part, whole)
    return f"{share} %" if share < _MANY_TIMES else f"{(share + 50) // 100} ×"


def times_text(count: int) -> str:
    """How often: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def counted(count: int, noun: str) -> str:
    """A number with its noun: `1 set`, `2 sets`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def listed(words: Sequence[str]) -> str:
    """Words as a list: `chest, triceps and front delts`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def rest_text(seconds: int) -> str:
    """A rest as it is said: `90 s`, `3 min`, `3:30 min`."""
    minutes, rest = divmod(seconds, 60)
    if not minutes or seconds == 90:
        return f"{seconds} s"
    return f"{minutes}:{rest:02} min" if rest else f"{minutes} min"


def half_up(number: float) -> int:
    """Rounded half up, as forecasts are (4.5 becomes 5); never below zero.

    >>> half_up(4.5), half_up(6.7)
    (5, 7)
    """
    return max(0, int(number + 0.5))
