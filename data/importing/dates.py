"""Local times and durations as exports write them, in the languages that were seen."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from data.importing.unfit import UnfitRow

LONGEST = timedelta(hours=6)
"""A longer workout is a timer that was left running."""

_MONTHS = (
    "jan janv ene enero gen oca ocak sty янв janeiro januar",
    "feb febr fev fevr şub şubat lut фев февр february",
    "mar mars marz marzo mart mrt march mär märz marco março мар марта",
    "apr avr abr avril abril april nis nisan kwi aprile апр",
    "may mai mayo mag maj mei mayıs maggio maio мая май",
    "jun juin juni june haz haziran cze giu giugno junio junho июн июня",
    "jul juil juli july juillet tem temmuz lip lug luglio julio julho июл июля",
    "aug ago aout août ağu ağustos sie agosto авг",
    "sep sept set eyl eylül wrz settembre septiembre setembro сен сент",
    "oct okt out eki ekim paz paź ott ottobre octubre outubro oktober окт",
    "nov kas kasım lis novembre noviembre novembro ноя нояб",
    "dec dez dic déc des ara aralık gru dicembre diciembre dezembro дек",
)
_FILLERS = {"de", "del", "of", "г", "um", "at", "à", "a", "las"}
_CLOCK = re.compile(
    r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?\s*(?:m\b\.?)?$"
)
_HALF_DAY = re.compile(r"([ap])\.?\s*m\.?$")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]$")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$")
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\d\s.,:]+)")

_DURATIONS = {
    "d": 86_400,
    "h": 3600,
    "hr": 3600,
    "hrs": 3600,
    "std": 3600,
    "sa": 3600,
    "ч": 3600,
    "小时": 3600,
    "小時": 3600,
    "時間": 3600,
    "시간": 3600,
    "m": 60,
    "min": 60,
    "mins": 60,
    "dk": 60,
    "мин": 60,
    "分钟": 60,
    "分鐘": 60,
    "分": 60,
    "분": 60,
    "s": 1,
    "sec": 1,
    "secs": 1,
    "sek": 1,
    "sn": 1,
    "с": 1,
    "秒": 1,
    "초": 1,
}


def _plain(word: str) -> str:
    """The word without case, dots and accents."""
    folded = word.casefold().replace("ı", "i").strip(".,")
    return "".join(
        one for one in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(one)
    )


MONTHS = {_plain(word): n for n, words in enumerate(_MONTHS, 1) for word in words.split()}
"""The number of a month by its name, short or long."""


def utc(local: datetime, zone: ZoneInfo) -> datetime:
    """A wall-clock time in UTC.

    An hour that occurs twice is taken the first time; one that the clocks jumped over is read
    with the offset before the jump.
    """
    return local.replace(tzinfo=zone).astimezone(UTC)


def end_of(started_at: datetime, length: timedelta | None) -> datetime | None:
    """When a session ended; None without a length or where a timer was left running."""
    if length is None or length < timedelta(0) or length > LONGEST:
        return None
    return started_at + length


def duration(text: str) -> timedelta | None:
    """A length: `2h 38m`, `1h 5min`, `1小时13分钟`, `2176` (seconds); None if it is none of them.

    >>> duration("1h 5min")
    datetime.timedelta(seconds=3900)
    """
    cell = text.strip().casefold()
    if cell.replace(".", "", 1).isdecimal():
        return timedelta(seconds=float(cell)) if len(cell) < 12 else None
    parts = _PART.findall(cell)
    if not parts or any(word not in _DURATIONS for _, word in parts):
        return None
    return timedelta(
        seconds=sum(float(n.replace(",", ".")) * _DURATIONS[word] for n, word in parts)
    )


class LocalTimes:
    """The times of one file; where one is written as 5/6/2026, all are looked at to tell how."""

    def __init__(self, texts: Callable[[], Iterable[str]]) -> None:
        """Read times; `texts` gives all of the file's, as they are written."""
        self._texts = texts
        self._known: dict[str, datetime] = {}
        self._is_order_known = False
        self._is_day_first: bool | None = None

    def read(self, text: str) -> datetime:
        """The time, without a zone.

        Raises:
            UnfitRow: it is no time, or day and month can't be told apart.
        """
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._parsed(text)
        return found

    def _order(self) -> bool | None:
        """Whether a day stands before its month in numeric dates; None where nothing tells."""
        firsts, seconds = set(), set()
        for text in set(self._texts()):
            numeric = _NUMERIC.match(_split(text)[0])
            if numeric and numeric[2] != ".":
                firsts.add(int(numeric[1]))
                seconds.add(int(numeric[3]))
        is_day_first, is_month_first = max(firsts, default=0) > 12, max(seconds, default=0) > 12
        return None if is_day_first is is_month_first else is_day_first

    def _day_first(self) -> bool | None:
        if not self._is_order_known:
            self._is_day_first, self._is_order_known = self._order(), True
        return self._is_day_first

    def _parsed(self, text: str) -> datetime:
        cell = text.strip()
        try:
            # The plain shape first: it is nearly every row there is.
            return datetime.strptime(cell, "%Y-%m-%d %H:%M:%S")
        except ValueError:
            pass
        date, clock = _split(cell)
        if not date or clock is None:
            raise UnfitRow(f"“{cell}” is not a date with a time")
        year, month, day = self._date(date, cell)
        try:
            return datetime(year, month, day, *clock)
        except ValueError:
            raise UnfitRow(f"“{cell}” is a date that does not exist") from None

    def _date(self, date: str, cell: str) -> tuple[int, int, int]:
        plain = _ISO.match(date) or _CJK.match(date)
        if plain:
            return int(plain[1]), int(plain[2]), int(plain[3])
        numeric = _NUMERIC.match(date)
        if numeric:
            is_day_first = True if numeric[2] == "." else self._day_first()
            if is_day_first is None:
                raise UnfitRow(f"“{cell}”: day and month can't be told apart")
            one, other = int(numeric[1]), int(numeric[3])
            day, month = (one, other) if is_day_first else (other, one)
            return int(numeric[4]), month, day
        return _worded(date, cell)


def _split(text: str) -> tuple[str, tuple[int, int, int] | None]:
    """The date's text, and hours, minutes and seconds; None where no clock time ends the text."""
    cell = unicodedata.normalize("NFKC", text).replace("T", " ").strip().casefold()
    cell = _HALF_DAY.sub(r"\1m", cell)
    clock = _CLOCK.search(cell)
    if clock is None:
        return cell, None
    hour = int(clock[1])
    if clock[4]:
        hour = hour % 12 + (12 if clock[4] == "p" else 0)
    return cell[: clock.start()].strip(" ,"), (hour, int(clock[2]), int(clock[3] or 0))


def _worded(date: str, cell: str) -> tuple[int, int, int]:
    """Year, month and day of a date with a month's name, in whichever order."""
    words = [one.strip(".,") for one in date.replace(",", " ").split()]
    numbers = [int(one) for one in words if one.isdecimal()]
    names = [one for one in words if one and not one.isdecimal() and one not in _FILLERS]
    if len(numbers) != 2 or len(names) != 1:
        raise UnfitRow(f"“{cell}” is not a date with a time")
    month = MONTHS.get(_plain(names[0]))
    if month is None:
        raise UnfitRow(f"“{names[0]}” is not the name of a month that is known")
    day, year = sorted(numbers)
    return year, month, day
