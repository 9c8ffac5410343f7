"""The two-week view: how often, on what, in its place or not, and when there is room again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tracker.effort import FailureType
from tracker.exercise import ExerciseClass
from tracker.failure import counts_as
from tracker.guidance.budget import Budget, cost
from tracker.guidance.ledger import Ledger
from tracker.guidance.past_failure import PastFailure
from tracker.guidance.presets import laid_beneath
from tracker.guidance.ration import FailureEvent, Ration
from tracker.guidance.recovery import Clock
from tracker.guidance.wording import local_date
from tracker.profile import Profile
from tracker.settings import Settings
from tracker.store import DayLine


@dataclass(frozen=True, slots=True)
class Day:
    """One local day that the window touches."""

    date: date
    sessions: int = 0
    sets: int = 0
    """Work sets."""
    titles: tuple[str, ...] = ()
    failures: tuple[PastFailure, ...] = ()
    """Its failure sets inside the window, in order."""

    @property
    def title(self) -> str:
        """The title of the day's first session."""
        return self.titles[0] if self.titles else ""


@dataclass(frozen=True, slots=True)
class EventCost:
    """A failure event with what it cost on the day."""

    event: FailureEvent
    counts_as: FailureType
    cost: int
    """Milli-points."""


@dataclass(frozen=True, slots=True)
class InPlace:
    """How many failure sets stood where they belong."""

    sets: int
    """Failure sets in all."""
    on_last_set: int
    late: int
    late_known: int
    """Failure sets of which it is known whether they were late."""
    on_a_lift_for_it: int
    """On isolation lifts and machines."""


@dataclass(frozen=True, slots=True)
class Fortnight:
    """A window of days, as the dashboard and `lastset failures` show it."""

    since: datetime
    """The window is (since, until]."""
    until: datetime
    days: int
    events: tuple[EventCost, ...]
    sets: tuple[PastFailure, ...]
    """Failure sets, oldest first."""
    ration: Ration
    budget: Budget
    clocks: tuple[Clock, ...]
    by_exercise: Mapping[str, tuple[FailureEvent, ...]]
    """Events by the exercise's name, most first."""
    by_type: Mapping[str, int]
    """Failure sets by kind, and `past_failure` for those with a technique."""
    by_day: tuple[Day, ...]
    in_place: InPlace


def fortnight(
    failures: Sequence[PastFailure],
    until: datetime,
    zone: str,
    profile: Profile,
    settings: Settings,
    days: int = 14,
    trained: Mapping[date, DayLine] | None = None,
) -> Fortnight:
    """The view of a window of days of 24 hours that ends at an instant.

    Args:
        failures: At least 28 days, or the window if it is longer; what is later than `until`, or
            does not count as failure, is left out.
        until: The end of the window, counted in.
        zone: The IANA zone whose calendar days are drawn.
        profile: The lifter.
        settings: As the lifter set them; the preset is laid beneath here.
        days: The window's length.
        trained: What was done on each local day.
    """
    until = until.astimezone(UTC)
    since = until - timedelta(hours=24 * days)
    ledger = Ledger.of(failures, settings).until(until)
    chosen = laid_beneath(settings, ledger, until, profile)
    events = ledger.events_after(since)
    inside = tuple(one.failure for one in ledger.after(since))
    return Fortnight(
        since=since,
        until=until,
        days=days,
        events=tuple(_with_cost(one, chosen) for one in events),
        sets=inside,
        ration=ledger.ration(until, chosen),
        budget=ledger.budget(until, profile, chosen),
        clocks=ledger.clocks(until, profile, chosen),
        by_exercise=_by_exercise(events),
        by_type=_by_type(inside, chosen),
        by_day=_by_day(inside, since, until, zone, trained or {}),
        in_place=_in_place(inside),
    )


def _with_cost(event: FailureEvent, settings: Settings) -> EventCost:
    points = sum(cost(one.exercise, one.performed, settings) for one in event.failures)
    return EventCost(event, event.counts_as(settings), points)


def _by_exercise(events: Sequence[FailureEvent]) -> Mapping[str, tuple[FailureEvent, ...]]:
    names = {event.exercise.name for event in events}
    gathered = {name: tuple(one for one in events if one.exercise.name == name) for name in names}
    return dict(sorted(gathered.items(), key=lambda named: (-len(named[1]), named[0])))


def _by_type(sets: Sequence[PastFailure], settings: Settings) -> Mapping[str, int]:
    kinds = [counts_as(one.performed, settings) for one in sets]
    beyond = sum(one.performed.technique != "none" for one in sets)
    return {
        "technical": kinds.count(FailureType.TECHNICAL),
        "absolute": kinds.count(FailureType.ABSOLUTE),
        "past_failure": beyond,
    }


def days_touched(since: datetime, until: datetime, zone: str) -> tuple[date, ...]:
    """Every local day that the window (since, until] touches.

    Mostly one more than its length in days, since it begins and ends within a day.
    """
    first = local_date(since + timedelta(microseconds=1), zone)
    last = local_date(until, zone)
    return tuple(first + timedelta(days=place) for place in range((last - first).days + 1))


def _by_day(
    sets: Sequence[PastFailure],
    since: datetime,
    until: datetime,
    zone: str,
    trained: Mapping[date, DayLine],
) -> tuple[Day, ...]:
    marks: dict[date, list[PastFailure]] = {}
    for one in sets:
        marks.setdefault(local_date(one.performed.at, zone), []).append(one)
    nothing = DayLine(0, 0)
    days = []
    for day in days_touched(since, until, zone):
        line = trained.get(day, nothing)
        failed = tuple(marks.get(day, ()))
        days.append(Day(day, line.sessions, line.sets, line.titles, failed))
    return tuple(days)


def _in_place(sets: Sequence[PastFailure]) -> InPlace:
    suited = (ExerciseClass.ISO, ExerciseClass.MC)
    return InPlace(
        sets=len(sets),
        on_last_set=sum(one.index >= one.of for one in sets),
        late=sum(one.is_late is True for one in sets),
        late_known=sum(one.is_late is not None for one in sets),
        on_a_lift_for_it=sum(one.exercise.exercise_class in suited for one in sets),
    )


def rolling(
    instants: Sequence[datetime], until: datetime, days: int = 365, window_days: int = 14
) -> tuple[int, ...]:
    """Events in the rolling window at the end of each of the last days, oldest first.

    Args:
        instants: Of failure events, in any order; those after `until` are not counted.
        until: The end of the last day.
        days: How many days back.
        window_days: The window's length.
    """
    ordered = sorted(one.astimezone(UTC) for one in instants)
    until = until.astimezone(UTC)
    length = timedelta(hours=24 * window_days)
    counts = []
    first = past = 0
    for back in range(days - 1, -1, -1):
        end = until - timedelta(hours=24 * back)
        while past < len(ordered) and ordered[past] <= end:
            past += 1
        while first < past and ordered[first] <= end - length:
            first += 1
        counts.append(past - first)
    return tuple(counts)
