"""The sets of one invented lift on one day: warm-ups, work sets, and how hard they were."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import exp
from random import Random

from tracker.demo_lifter import DemoLift, ScriptedSet
from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise, Measure
from tracker.load import Load, LoadKind, Unit, bodyweight
from tracker.performed import PerformedSet, Segment

GROWTH_DAYS = 400.0
"""Days over which two thirds of the gains came."""
LIGHTER = Decimal("0.85")
"""Share of the load in a lighter week."""
SECONDS_A_REP = 4
"""How long a rep takes, the set-up shared among them."""
_NOTES = (
    "left elbow",
    "last rep slow",
    "bar path better",
    "grip slipped",
    "too short a rest",
    "felt light",
    "knees cave in",
)


@dataclass(frozen=True, slots=True)
class DemoDay:
    """What the day does to a lift."""

    days_back: int
    at: datetime
    """When the lift begins."""
    mood: float = 0.0
    """How tempted the lifter is to go all the way, 0 to 1."""
    is_light: bool = False
    has_drops: bool = False
    """Drop sets have been found out about."""


def strength(gain: float, days_back: int) -> float:
    """Share of today's strength that was there some days ago; gains came fast, then slower."""
    return 1.0 - gain * (1.0 - exp(-days_back / GROWTH_DAYS))


def fitting_load(lift: DemoLift, day: DemoDay) -> Decimal:
    """The kilograms that would fit the strength of that day exactly."""
    return lift.load * Decimal(strength(lift.gain, day.days_back))


def work_load(lift: DemoLift, day: DemoDay) -> Load | None:
    """What is on the bar that day, in whole steps; None for a timed lift."""
    if lift.kind is LoadKind.BODYWEIGHT:
        return bodyweight()
    if not lift.load:
        return None
    fitting = fitting_load(lift, day)
    return _rounded(lift, fitting * LIGHTER if day.is_light else fitting)


def _spare_reps(lift: DemoLift, day: DemoDay, load: Load | None, rng: Random) -> float:
    """Reps in hand on the first set: fewer just after a step up, more just before the next.

    A rep is worth about a thirtieth of the load (Epley 1985).
    """
    if day.is_light:
        return 5.0
    spare = rng.uniform(2.0, 3.3)
    if load is None or not load.value:
        return spare
    return spare + 30 * float(fitting_load(lift, day) / load.value - 1)


def _rounded(lift: DemoLift, value: Decimal) -> Load:
    steps = (value / lift.step).quantize(Decimal(1), ROUND_HALF_UP)
    return Load(max(steps, Decimal(1)) * lift.step, Unit.KG, lift.kind)


def sets_of(
    lift: DemoLift,
    exercise: Exercise,
    day: DemoDay,
    rng: Random,
    work_sets: int,
    script: tuple[ScriptedSet, ...] = (),
) -> tuple[PerformedSet, ...]:
    """All sets of the lift that day, in order, with the times they were done."""
    load = work_load(lift, day)
    if exercise.measure is not Measure.REPS:
        return _timed(lift, day, rng, work_sets)
    sets = _warm_ups(lift, day, load, rng)
    at = sets[-1].at + timedelta(seconds=120) if sets else day.at
    if script:
        efforts = tuple(_scripted(one, load) for one in script)
    else:
        efforts = _efforts(lift, day, load, rng, work_sets)
    for effort in efforts:
        sets.append(replace(effort, at=at))
        at += timedelta(seconds=round(lift.rest * rng.uniform(0.85, 1.25)) + _length(effort))
    return tuple(sets)


def _length(performed: PerformedSet) -> int:
    return SECONDS_A_REP * ((performed.reps or 0) + 4)


def _warm_ups(lift: DemoLift, day: DemoDay, load: Load | None, rng: Random) -> list[PerformedSet]:
    if load is None:
        return []
    at = day.at
    sets = []
    for share, reps in lift.warm_ups:
        lighter = _rounded(replace(lift, step=max(lift.step, Decimal(5))), load.value * share)
        sets.append(PerformedSet(at=at, load=lighter, reps=reps, warm_up=True))
        at += timedelta(seconds=rng.randint(70, 110))
    return sets


def _timed(lift: DemoLift, day: DemoDay, rng: Random, work_sets: int) -> tuple[PerformedSet, ...]:
    pause = timedelta(seconds=lift.rest + lift.reps)
    return tuple(
        PerformedSet(at=day.at + place * pause, seconds=lift.reps + 5 * rng.randint(-2, 2))
        for place in range(work_sets)
    )


def _scripted(one: ScriptedSet, load: Load | None) -> PerformedSet:
    effort = PerformedSet(
        at=datetime.min,
        load=load,
        reps=one.reps,
        rir=one.rir,
        failure=one.failure,
        planned_failure=one.failure is not None,
        note=one.note,
    )
    return _with_drop(effort, load) if one.has_drop else effort


def _with_drop(effort: PerformedSet, load: Load | None) -> PerformedSet:
    if load is None:
        return effort
    lighter = load.with_value((load.value * Decimal("0.75") / 5).quantize(Decimal(1)) * 5)
    drop = Segment(max(4, (effort.reps or 0) - 3), lighter)
    return replace(effort, technique=Technique.DROP, segments=(drop,))


def _efforts(
    lift: DemoLift, day: DemoDay, load: Load | None, rng: Random, work_sets: int
) -> tuple[PerformedSet, ...]:
    """The work sets without their times: reps that were possible, and how many were done."""
    failed_at = _set_to_fail(lift, day, rng, work_sets)
    spare = _spare_reps(lift, day, load, rng)
    efforts = []
    for place in range(work_sets):
        possible = lift.reps + spare - 0.5 * place + rng.gauss(0.0, 0.35)
        if place == failed_at:
            efforts.append(_failed(lift, day, load, rng, int(possible - 1.5), place))
            spare -= 0.25 * lift.reps
        else:
            efforts.append(_held_back(lift, load, rng, possible))
    return tuple(efforts)


def _set_to_fail(lift: DemoLift, day: DemoDay, rng: Random, work_sets: int) -> int | None:
    if day.is_light or rng.random() >= day.mood * lift.temptation:
        return None
    # One time in twelve the first set goes too far: the mistake the guide speaks of.
    return 0 if rng.random() < 1 / 12 else work_sets - 1


def _failed(
    lift: DemoLift, day: DemoDay, load: Load | None, rng: Random, reps: int, place: int
) -> PerformedSet:
    is_said = rng.random() < 0.9
    effort = PerformedSet(
        at=datetime.min,
        load=load,
        reps=max(3, reps),
        rir=0.0,
        failure=lift.limit if is_said else None,
        planned_failure=place > 0 and rng.random() < 0.8,
    )
    is_drop = day.has_drops and lift.limit is FailureType.ABSOLUTE and place > 0
    return _with_drop(effort, load) if is_drop and rng.random() < 0.5 else effort


def _held_back(lift: DemoLift, load: Load | None, rng: Random, possible: float) -> PerformedSet:
    """A set that ended with reps in hand; RIR is told in whole reps, now and then in halves."""
    reps = lift.reps
    while reps > 2 and possible - reps < 0.75:
        reps -= 1
    spare = possible - reps
    told = round(spare * 2) / 2 if rng.random() < 0.1 else float(round(spare))
    is_rated = rng.random() < 0.97
    return PerformedSet(
        at=datetime.min,
        load=load,
        reps=reps,
        rir=min(5.0, max(1.0, told)) if is_rated else None,
        rir_or_more=is_rated and told >= 5.5,
        note=rng.choice(_NOTES) if rng.random() < 0.02 else "",
    )
