"""How a lift has gone over the last weeks: rising, flat, or not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tracker.guidance.situation import WeekBest

_WITHIN = 25
"""A change in thousandths up to which a lift stands still."""
_WEEK = timedelta(days=7)
_SPAN = 2 * _WEEK
"""Two weeks at either end are compared: one light week says little."""


@dataclass(frozen=True, slots=True)
class Trend:
    """A lift's estimated one-rep maximum at both ends of some weeks, in grams."""

    first: int
    """The best of the first two weeks."""
    last: int
    """The best of the last two weeks."""
    highest: int
    """The best of all."""

    @property
    def percent(self) -> float:
        """The change from end to end in percent."""
        return 100 * (self.last - self.first) / self.first

    @property
    def has_risen(self) -> bool:
        """Whether it rose by over 2.5 %."""
        return 1000 * (self.last - self.first) > _WITHIN * self.first

    @property
    def is_flat(self) -> bool:
        """Whether it stood within 2.5 % from end to end, and never higher between."""
        allowed = _WITHIN * self.first
        ends = 1000 * abs(self.last - self.first) <= allowed
        return ends and 1000 * (self.highest - self.first) <= allowed


def trend(bests: Sequence[WeekBest], now: datetime, weeks: int) -> Trend | None:
    """The trend of a lift over so many weeks up to now; None where either end is empty.

    Args:
        bests: Of one lift, one a week.
        now: The end of the time.
        weeks: Its length.
    """
    begin = now - weeks * _WEEK
    known = [one for one in bests if begin < one.at <= now]
    first = [one.grams for one in known if one.at <= begin + _SPAN]
    last = [one.grams for one in known if one.at > now - _SPAN]
    if not first or not last:
        return None
    return Trend(max(first), max(last), max(one.grams for one in known))
