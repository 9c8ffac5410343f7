"""Recovery clocks: when a muscle, or the whole body, is ready for another all-out set.

Guidance, section 9, with the scope of section 0a.6. 48 h and 72 h follow Morán-Navarro 2017,
Korak 2015 and Thomas 2018; 96 h is extrapolated.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tracker.effort import Technique
from tracker.exercise import Exercise, Level
from tracker.guidance.budget import Costed, capacity, costed
from tracker.guidance.past_failure import PastFailure
from tracker.profile import Profile
from tracker.settings import Settings

WHOLE_BODY = "whole body"
"""The scope that concerns every lift."""
LONGEST_SESSION = timedelta(hours=6)
"""A session that is longer ended with its last set."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How long a muscle, or the whole body, needs after failure."""

    scope: str
    """A muscle, or `whole body`."""
    days: int
    """Extra rest days."""
    ready_at: datetime


def session_end(started_at: datetime, ended_at: datetime | None, last_set: datetime) -> datetime:
    """When a session ended: as stated, or with its last set where it is open or over 6 h long."""
    if ended_at is None or ended_at - started_at > LONGEST_SESSION:
        return last_set
    return ended_at


def muscles_touched(exercise: Exercise) -> tuple[str, ...]:
    """The muscles a failure is charged to: the primary one, and from medium demand all."""
    if exercise.neurological is Level.LOW:
        return (exercise.primary,) if exercise.primary else ()
    return exercise.muscles


def rest_days(points: int, went_past_failure: bool, settings: Settings) -> int:
    """Extra rest days for milli-points of one session: one for each 3 points, from 1 to 3.

    Past failure it is two at least; nothing costs nothing.
    """
    if points <= 0:
        return 0
    per_day = round(settings.number("rest.points_per_day") * 1000)
    days = min(-(-points // per_day), settings.whole("rest.cap_days"))
    return max(days, settings.whole("rest.beyond_days")) if went_past_failure else days


def longest_recovery(settings: Settings) -> timedelta:
    """From a session's end until the most rest days that the settings know are over."""
    days = max(settings.whole("rest.cap_days"), settings.whole("rest.beyond_days"))
    return timedelta(hours=24 * (1 + days))


def session_clocks(
    failures: Iterable[PastFailure], settings: Settings, profile: Profile
) -> tuple[Clock, ...]:
    """The clocks that one session's failure sets start: the whole body first, then muscles."""
    return session_clocks_of(costed(failures, settings), settings, profile)


def session_clocks_of(
    sets: Sequence[Costed], settings: Settings, profile: Profile
) -> tuple[Clock, ...]:
    """The clocks of one session's failure sets, whose cost is known."""
    if not sets:
        return ()
    end = max(_end_of(one) for one in sets)
    scopes: dict[str, list[Costed]] = {}
    if sum(one.cost for one in sets) >= capacity(profile, settings) or any(
        one.failure.exercise.neurological is Level.HIGH for one in sets
    ):
        scopes[WHOLE_BODY] = list(sets)
    for one in sets:
        for muscle in muscles_touched(one.failure.exercise):
            scopes.setdefault(muscle, []).append(one)
    return tuple(_clock(scope, charged, end, settings) for scope, charged in scopes.items())


def _end_of(one: Costed) -> datetime:
    return max(one.failure.session_end.astimezone(UTC), one.at)


def _clock(scope: str, charged: Sequence[Costed], end: datetime, settings: Settings) -> Clock:
    points = sum(one.cost for one in charged)
    past = any(one.failure.performed.technique is not Technique.NONE for one in charged)
    days = rest_days(points, past, settings)
    return Clock(scope, days, end + timedelta(hours=24 * (1 + days)))


def clocks(
    failures: Iterable[PastFailure], now: datetime, settings: Settings, profile: Profile
) -> tuple[Clock, ...]:
    """The clocks that still run at an instant, the latest for each scope (never a sum).

    The whole body comes first, then muscles, the latest ready first.
    """
    known = (one for one in failures if one.performed.at <= now)
    return clocks_of(costed(known, settings), now, settings, profile)


def clocks_of(
    sets: Iterable[Costed], now: datetime, settings: Settings, profile: Profile
) -> tuple[Clock, ...]:
    """The clocks that still run at an instant, of sets up to it, oldest first, of known cost."""
    oldest = now - longest_recovery(settings)
    sessions: dict[int, list[Costed]] = {}
    for one in sets:
        sessions.setdefault(one.failure.session_id, []).append(one)
    latest: dict[str, Clock] = {}
    for together in sessions.values():
        if _end_of(together[-1]) <= oldest:
            continue
        for clock in session_clocks_of(together, settings, profile):
            known = latest.get(clock.scope)
            if clock.ready_at > now and (known is None or clock.ready_at > known.ready_at):
                latest[clock.scope] = clock
    return tuple(
        sorted(
            latest.values(),
            key=lambda one: (one.scope != WHOLE_BODY, -one.ready_at.timestamp(), one.scope),
        )
    )
