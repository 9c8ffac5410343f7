"""Group F: recovery."""

from datetime import timedelta
from itertools import pairwise
from statistics import median

from tracker.effort import Technique
from tracker.exercise import Level
from tracker.guidance.advice import Moment, Severity
from tracker.guidance.past_failure import PastFailure
from tracker.guidance.reading import Reading
from tracker.guidance.recovery import WHOLE_BODY, Clock, muscles_touched
from tracker.guidance.rule import Firing, Group, Rule
from tracker.guidance.wording import listed, moment_text
from tracker.one_rep_max import estimate
from tracker.performed import PerformedSet
from tracker.session import Block

_RECOVERY = (
    "Recovery takes 24 to 72 h after failure (Morán-Navarro 2017, Korak 2015, Thomas 2018); the "
    "mapping from points to days is this guide's."
)
_HOUR = timedelta(hours=1)


def _latest(clocks: tuple[Clock, ...]) -> tuple[tuple[str, ...], Clock] | None:
    """What is ready last, and its clock; the whole body stands for all muscles."""
    if not clocks:
        return None
    whole = [one for one in clocks if one.scope == WHOLE_BODY]
    if whole:
        return (WHOLE_BODY,), whole[0]
    last = max(clocks, key=lambda one: one.ready_at)
    scopes = tuple(one.scope for one in clocks if one.ready_at == last.ready_at)
    return scopes, last


def comes_too_soon(reading: Reading) -> bool:
    """Whether the usual next day for a muscle comes before today's failures let it be ready."""
    latest = _latest(reading.clocks_of_today)
    return latest is not None and _is_before(*latest, reading)


def _is_before(scopes: tuple[str, ...], clock: Clock, reading: Reading) -> bool:
    """Whether the usual next day for one of the muscles comes before it is ready."""
    known = reading.facts.muscle_days
    muscles = known if scopes == (WHOLE_BODY,) else scopes
    start = reading.session.started_at if reading.session else reading.now
    for muscle in muscles:
        days = [one for one in known.get(muscle, ()) if one < start]
        gaps = [(later - earlier).total_seconds() for earlier, later in pairwise([*days, start])]
        if gaps and start + timedelta(seconds=median(gaps)) < clock.ready_at:
            return True
    return False


def _ready_again(reading: Reading) -> Firing | None:
    latest = _latest(reading.clocks_of_today)
    if latest is None or not reading.today.sets:
        return None
    scopes, clock = latest
    severity = (Severity.INFO, Severity.CAUTION, Severity.WARNING)[min(clock.days, 3) - 1]
    values = {
        "scope": listed(scopes).capitalize(),
        "date": moment_text(clock.ready_at, reading.zone),
        "days": clock.days,
    }
    variant = "extra" if _is_before(scopes, clock, reading) else ""
    return Firing(values, variant, severity, is_of_session=True)


def _muscles_of_today(reading: Reading) -> set[str] | None:
    """The primary muscles that are planned; None where nothing is."""
    if reading.situation.block is not None:
        return {reading.exercise.primary}
    waiting = [one for one in reading.blocks if not one.skipped]
    return {one.exercise.primary for one in waiting} if waiting else None


def _muscle_still_tired(reading: Reading) -> Firing | None:
    wanted = _muscles_of_today(reading)
    hours = reading.settings.whole("rest.local_h")
    ages: dict[str, int] = {}
    for one in reading.failed_within(timedelta(hours=hours)):
        age = (reading.now - one.performed.at) // _HOUR
        for muscle in muscles_touched(one.exercise):
            if wanted is None or muscle in wanted:
                ages[muscle] = min(age, ages.get(muscle, age))
    if not ages:
        return None
    muscle, age = min(ages.items(), key=lambda named: (named[1], named[0]))
    values = {"muscle": muscle.capitalize(), "hours": age}
    return Firing(values, is_of_session=reading.situation.block is None)


def _was_all_out(failure: PastFailure) -> bool:
    past = failure.performed.technique is not Technique.NONE
    return past or failure.exercise.neurological is Level.HIGH


def _too_soon(reading: Reading) -> Firing | None:
    limit = timedelta(hours=reading.settings.whole("rest.sys_h"))
    recent = [one for one in reading.failed_within(limit) if _was_all_out(one)]
    if not recent:
        return None
    tired = {muscle for one in recent for muscle in one.exercise.muscles}
    lifts = [one.exercise for one in reading.blocks if not one.skipped]
    uses = any(tired & set(one.muscles) or one.neurological is Level.HIGH for one in lifts)
    if lifts and not uses:
        return None
    names = listed(sorted({one.exercise.name for one in recent}))
    return Firing({"names": names}, is_of_session=True)


def _recovery_runs(reading: Reading) -> Firing | None:
    if not reading.failing:
        return None
    concerned = {WHOLE_BODY, *muscles_touched(reading.exercise), reading.exercise.primary}
    running = [one for one in reading.clocks if one.scope in concerned]
    if not running:
        return None
    last = max(running, key=lambda one: one.ready_at)
    values = {"scope": last.scope, "date": moment_text(last.ready_at, reading.zone)}
    return Firing(values)


def _clocks_stand(reading: Reading) -> Firing | None:
    if not reading.clocks:
        return Firing(variant="ready", is_of_session=True)
    told = ", ".join(
        f"{one.scope} {moment_text(one.ready_at, reading.zone)}" for one in reading.clocks
    )
    return Firing({"told": told}, is_of_session=True)


def _first_estimates(reading: Reading, exercise_id: int) -> list[int]:
    """Estimated maxima of the lift's first work sets in the last 28 days, effort said."""
    return [
        grams
        for one in reading.facts.first_work_sets
        if one.exercise_id == exercise_id and (grams := _estimated(one.performed))
    ]


def _estimated(performed: PerformedSet) -> int:
    if performed.load is None or performed.reps is None or performed.rir is None:
        return 0
    estimated = estimate(performed.load.grams, performed.reps, performed.rir)
    return estimated.grams if estimated else 0


def _dips(block: Block, reading: Reading) -> bool:
    known = _first_estimates(reading, block.exercise.id)
    today = _estimated(block.work_sets[0]) if block.work_sets else 0
    kept = 1 - reading.settings.number("guidance.e1rm_dip")
    return len(known) >= 3 and 0 < today <= kept * median(known)


def _under_recovered(reading: Reading) -> Firing | None:
    if reading.index != 1 or not reading.failed_within(timedelta(hours=96)):
        return None
    if not _dips(reading.block, reading):
        return None
    dips = sum(_dips(block, reading) for block in reading.blocks)
    return Firing(is_of_session=True) if dips >= 2 else None


def _over_for_long(reading: Reading) -> Firing | None:
    week_ago = reading.now - timedelta(hours=24 * 7)
    before = reading.known.until(week_ago).budget_in_all(
        week_ago, reading.profile, reading.settings
    )
    if not (reading.budget.is_over and before.is_over):
        return None
    return Firing(is_of_session=True)


def _article_blames_hormones(reading: Reading) -> Firing | None:
    wanted = reading.settings.is_on("guidance.evidence_notes")
    return Firing(is_of_session=True) if wanted else None


RECOVERY_RULES = (
    Rule(
        "R56",
        Group.RECOVERY,
        (Moment.SESSION_END,),
        (Severity.INFO, Severity.CAUTION, Severity.WARNING),
        "A session ends with a failure set: one extra rest day is info, two a caution, three a "
        "warning.",
        "{scope} ready {date}.",
        "List6, Every",
        _RECOVERY,
        _ready_again,
        "rest.points_per_day",
        {"extra": "{scope} ready {date}: one more rest day than you usually take."},
    ),
    Rule(
        "R57",
        Group.RECOVERY,
        (Moment.NEXT_SESSION, Moment.PLAN),
        (Severity.CAUTION,),
        "A muscle that today trains was taken to failure less than 48 h ago.",
        "{muscle} hit failure {hours} h ago: stay 3 reps short or train something else.",
        "NS, Every",
        _RECOVERY,
        _muscle_still_tired,
        "rest.local_h",
    ),
    Rule(
        "R58",
        Group.RECOVERY,
        (Moment.NEXT_SESSION,),
        (Severity.CAUTION,),
        "Less than 24 h after a failure of high demand or past failure, and today uses those "
        "muscles or a lift of high demand.",
        "Too soon after {names} at failure: rest or go light.",
        "NS, List6",
        _RECOVERY,
        _too_soon,
        "rest.sys_h",
    ),
    Rule(
        "R59",
        Group.RECOVERY,
        (Moment.PLAN, Moment.ENTRY),
        (Severity.WARNING,),
        "Failure is planned while the muscle's or the whole body's recovery still runs.",
        "Recovery of {scope} still runs until {date}: no failure today.",
        "List6",
        _RECOVERY,
        _recovery_runs,
        "rest.points_per_day",
    ),
    Rule(
        "R60",
        Group.RECOVERY,
        (Moment.LOGGED,),
        (Severity.CAUTION,),
        "Within 96 h of a failure, the first work sets of two lifts are 5 % or more below their "
        "four-week medians (three sessions at least).",
        "Still under-recovered: trim a set and keep reps back.",
        "Every",
        _RECOVERY,
        _under_recovered,
        "guidance.e1rm_dip",
    ),
    Rule(
        "R61",
        Group.RECOVERY,
        (Moment.DASHBOARD,),
        (Severity.INFO,),
        "Always, on the dashboard.",
        "Ready again: {told}.",
        "NS, List6",
        _RECOVERY,
        _clocks_stand,
        "rest.points_per_day",
        {"ready": "Everything is ready."},
    ),
    Rule(
        "R62",
        Group.RECOVERY,
        (Moment.HELP,),
        (Severity.INFO,),
        "Help on the cost of failure.",
        "The article blames cortisol, IGF-1 and the nervous system; studies support slower "
        "recovery, less so the hormone story.",
        "Every",
        "Resting IGF-1 fell in one trial with equal strength gains (Izquierdo 2006); acute "
        "hormones do not drive growth (West & Phillips 2012).",
        _article_blames_hormones,
        "guidance.evidence_notes",
    ),
    Rule(
        "R63",
        Group.RECOVERY,
        (Moment.DASHBOARD,),
        (Severity.CAUTION,),
        "The budget is over now, and was a week ago.",
        "Over budget for two weeks running: consider a lighter week, with fewer sets and more reps "
        "in reserve.",
        "ev",
        "Lifters deload for about a week every five to six (Rogerson 2024); the trigger is this "
        "guide's.",
        _over_for_long,
        "budget.capacity",
    ),
)
"""Rules R56 to R63."""
