"""A year of training that nobody did: believable, and the same for the same seed.

It is drawn from the last day backwards, so that a longer history ends in exactly the same weeks
as a shorter one of the same seed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from math import pi, sin
from random import Random
from zoneinfo import ZoneInfo

import pendulum

from tracker.demo_lifter import ALEX, PRESS, TIRELESS, DemoLifter
from tracker.demo_sets import DemoDay, sets_of
from tracker.errors import UnknownExercise
from tracker.exercise import Exercise, Spot
from tracker.load import kg
from tracker.safety import NOTHING_SAID, Safety
from tracker.session import Block, Place, Session

HOLIDAYS = (13, 14, 37, 47)
"""Weeks of each year, counted back, without training."""
LIGHTER_EVERY = 7
"""Weeks from one lighter week to the next."""
DROPS_SINCE = 100
"""Days for which the lifter has known drop sets."""
_SESSION_NOTES = (
    "slept badly",
    "rack was taken, started late",
    "good day",
    "no coffee, no power",
    "shoulder warm-up took long",
    "trained with Sam",
)


@dataclass(frozen=True, slots=True)
class _Visit:
    """One visit before it is lifted."""

    title: str
    days_back: int
    started_at: datetime
    is_light: bool
    mood: float


def year_of_training(
    exercises: Mapping[str, Exercise],
    until: datetime,
    zone: str,
    rng: Random,
    years: int = 1,
    lifter: DemoLifter = ALEX,
) -> tuple[Session, ...]:
    """The lifter's sessions of the years before a moment, oldest first.

    Args:
        exercises: the catalogue by name.
        until: nothing is later; on its own day nothing has been done yet.
        zone: the IANA zone the lifter lives in.
        rng: where chance comes from; the same seed gives the same years.
        years: how many.
        lifter: who trains.

    Raises:
        UnknownExercise: the catalogue lacks one of the lifter's lifts.
    """
    first = pendulum.instance(until).subtract(years=years)
    visits = _visits(until, zone, rng, lifter, date(first.year, first.month, first.day))
    return _oldest_first(_lifted(one, exercises, zone, rng, lifter) for one in visits)


def lifetime_of_training(
    exercises: Mapping[str, Exercise],
    until: datetime,
    zone: str,
    rng: Random,
    sets: int,
    lifter: DemoLifter = TIRELESS,
) -> tuple[Session, ...]:
    """As many sessions before a moment as hold that many sets, oldest first."""
    return _oldest_first(_holding(sets, exercises, until, zone, rng, lifter))


def _holding(
    sets: int,
    exercises: Mapping[str, Exercise],
    until: datetime,
    zone: str,
    rng: Random,
    lifter: DemoLifter,
) -> Iterator[Session]:
    left = sets
    for visit in _visits(until, zone, rng, lifter, date.min):
        session = _lifted(visit, exercises, zone, rng, lifter)
        yield session if len(session.sets) <= left else _shortened(session, left)
        left -= len(session.sets)
        if left <= 0:
            return


def _shortened(session: Session, sets: int) -> Session:
    blocks = []
    for block in session.blocks:
        kept = block.sets[:sets]
        sets -= len(kept)
        if kept:
            blocks.append(replace(block, sets=kept, place=None, planned_sets=None))
    return replace(session, blocks=tuple(blocks))


def _oldest_first(sessions: Iterator[Session]) -> tuple[Session, ...]:
    return tuple(sorted(sessions, key=lambda one: one.started_at))


def _visits(
    until: datetime, zone: str, rng: Random, lifter: DemoLifter, first: date
) -> Iterator[_Visit]:
    """The visits there were, latest first."""
    place = ZoneInfo(zone)
    today = until.astimezone(place).date()
    for week in count():
        for back, title in sorted(lifter.week.items()):
            moved = _moved(week, back, rng, lifter)
            days_back = 7 * week + back + (moved or 0)
            if days_back > (today - date.min).days or today - timedelta(days_back) < first:
                return
            if moved is None:
                continue
            clock = time(17, 20 + rng.randint(0, 30), rng.randint(0, 59))
            day = datetime.combine(today - timedelta(days_back), clock, place)
            yield _Visit(
                title=title,
                days_back=days_back,
                started_at=day.astimezone(UTC),
                is_light=lifter.is_human and week % LIGHTER_EVERY == LIGHTER_EVERY - 2,
                mood=0.0 if days_back <= lifter.quiet_days else lifter.boldness * _mood(week),
            )


def _moved(week: int, back: int, rng: Random, lifter: DemoLifter) -> int | None:
    """By how many days a session is moved; None where it falls out."""
    if not lifter.is_human or week < 2:
        return 0
    chance = rng.random()
    if week % 52 in HOLIDAYS or chance < 0.06:
        return None
    is_free = back % 7 + 1 not in lifter.week
    return 1 if is_free and chance > 0.9 else 0


def _mood(week: int) -> float:
    """How tempted the lifter was that week: long calm stretches, and a few wild ones."""
    return 0.1 + 0.45 * max(0.0, sin(week / 52 * 6 * pi - 1.2)) ** 2


def _lifted(
    visit: _Visit, exercises: Mapping[str, Exercise], zone: str, rng: Random, lifter: DemoLifter
) -> Session:
    """The session that a visit became."""
    lifts = lifter.split[visit.title]
    at = visit.started_at
    blocks = []
    for number, lift in enumerate(lifts, 1):
        if lift.name not in exercises:
            raise UnknownExercise(
                f"The demo's “{lift.name}” is not in the catalogue.", lift.name, "the catalogue"
            )
        exercise = exercises[lift.name]
        work_sets = lift.sets + lifter.extra_sets - (1 if visit.is_light else 0)
        day = DemoDay(
            visit.days_back, at, visit.mood, visit.is_light, visit.days_back <= DROPS_SINCE
        )
        script = lifter.script.get((visit.days_back, lift.name), ())
        sets = sets_of(lift, exercise, day, rng, work_sets, script)
        blocks.append(
            Block(
                exercise=exercise,
                sets=sets,
                planned_sets=work_sets,
                place=Place(number, len(lifts)),
                planned_failure=any(one.planned_failure for one in sets),
                safety=_safety(exercise),
            )
        )
        at = sets[-1].at + timedelta(seconds=rng.randint(150, 260))
    return Session(
        started_at=visit.started_at,
        zone=zone,
        title=visit.title,
        ended_at=at,
        blocks=tuple(blocks),
        body_weight=kg(rng.choice(("81.5", "82", "82", "82.5"))) if rng.random() < 0.3 else None,
        note="lighter week" if visit.is_light else _note(rng),
    )


def _note(rng: Random) -> str:
    return rng.choice(_SESSION_NOTES) if rng.random() < 0.08 else ""


def _safety(exercise: Exercise) -> Safety:
    """Squats stand in the rack with its safeties; of the bench nothing was said."""
    is_in_rack = exercise.spot is Spot.REQUIRED and exercise.name != PRESS
    return Safety(safeties=True) if is_in_rack else NOTHING_SAID
