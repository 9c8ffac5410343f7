"""The ration: failure events (exercise × session) in a rolling fortnight."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise
from tracker.failure import counts_as
from tracker.guidance.past_failure import PastFailure
from tracker.settings import Settings


@dataclass(frozen=True, slots=True)
class FailureEvent:
    """One exercise taken to failure in one session, however many sets it took."""

    exercise: Exercise
    session_id: int
    at: datetime
    """The instant of its last failure set."""
    failures: tuple[PastFailure, ...]
    """Its failure sets, oldest first."""

    @property
    def technique(self) -> Technique:
        """The last technique past failure used in it."""
        used = [
            one.performed.technique
            for one in self.failures
            if one.performed.technique is not Technique.NONE
        ]
        return used[-1] if used else Technique.NONE

    def counts_as(self, settings: Settings) -> FailureType:
        """The gravest kind among its sets."""
        kinds = {counts_as(one.performed, settings) for one in self.failures}
        return FailureType.ABSOLUTE if FailureType.ABSOLUTE in kinds else FailureType.TECHNICAL


@dataclass(frozen=True, slots=True)
class Ration:
    """How much of the ration is used at an instant."""

    used: int
    limit: int
    next_free_at: datetime | None = None
    """The first instant with a slot free; None where one is free already, or none ever is."""
    events: tuple[FailureEvent, ...] = ()
    """Those in the window, oldest first."""
    by_exercise: Mapping[str, int] = field(default_factory=dict)
    """Events by the exercise's name."""

    @property
    def is_over(self) -> bool:
        """Whether more events happened than are allowed."""
        return self.used > self.limit

    @property
    def is_full(self) -> bool:
        """Whether no slot is left."""
        return self.used >= self.limit


def window_length(settings: Settings) -> timedelta:
    """The length of the rolling window: days of 24 hours, so that clock changes don't matter."""
    return timedelta(hours=24 * settings.whole("ration.window_days"))


def counted_failures(
    failures: Iterable[PastFailure], settings: Settings
) -> tuple[PastFailure, ...]:
    """Those that count as failure on an exercise the guide speaks of, oldest first."""
    counting = [
        one
        for one in failures
        if one.exercise.is_guided and counts_as(one.performed, settings) is not FailureType.NONE
    ]
    return tuple(sorted(counting, key=lambda one: one.performed.at))


def events_of(failures: Iterable[PastFailure], settings: Settings) -> tuple[FailureEvent, ...]:
    """Failure sets gathered into events, by the instant of their last set."""
    return gathered(counted_failures(failures, settings))


def gathered(counted: Iterable[PastFailure]) -> tuple[FailureEvent, ...]:
    """Sets that count, oldest first, gathered into events by the instant of their last set."""
    sets_of: dict[tuple[int, str], list[PastFailure]] = {}
    for one in counted:
        sets_of.setdefault((one.session_id, one.exercise.name), []).append(one)
    events = [
        FailureEvent(sets[-1].exercise, sets[-1].session_id, sets[-1].performed.at, tuple(sets))
        for sets in sets_of.values()
    ]
    return tuple(sorted(events, key=instant_of_event))


def instant_of_event(event: FailureEvent) -> datetime:
    """When the event happened; what lists of them are sorted and searched by."""
    return event.at


def ration(failures: Iterable[PastFailure], now: datetime, settings: Settings) -> Ration:
    """The ration at an instant: what is used, and when the next slot frees."""
    now = now.astimezone(UTC)
    known = (one for one in failures if one.performed.at <= now)
    return ration_of(events_of(known, settings), now, settings)


def ration_of(events: Sequence[FailureEvent], now: datetime, settings: Settings) -> Ration:
    """The ration at an instant, of the events known by then, oldest first."""
    length = window_length(settings)
    inside = tuple(events[bisect_right(events, now - length, key=instant_of_event) :])
    limit = settings.whole("ration.total_max")
    by_exercise = dict(Counter(event.exercise.name for event in inside))
    next_free_at = None
    if len(inside) >= limit > 0:
        next_free_at = inside[len(inside) - limit].at + length
    return Ration(len(inside), limit, next_free_at, inside, by_exercise)
