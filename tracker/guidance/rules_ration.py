"""Group A: never every set to failure, and how often."""

from datetime import timedelta

from tracker.failure import is_failure
from tracker.guidance.advice import Moment, Severity
from tracker.guidance.reading import Reading
from tracker.guidance.recovery import session_end
from tracker.guidance.repairing import repair_text
from tracker.guidance.rule import FIRES, Firing, Group, Rule, fires_if
from tracker.guidance.wording import counted, day_text, listed, share_text, times_text

_EVERY_SET = (
    "Studies find growth about the same at 1 to 3 reps in reserve and more fatigue at failure "
    "(Refalo 2023, 2024); how much is too much is the article's word."
)
_RATION = (
    'Three in fourteen days is a fair reading of the article\'s "a few"; no study tested a '
    "frequency limit."
)


def _all_planned_fail(reading: Reading) -> Firing | None:
    sets = reading.plan_of_sets
    enough = len(sets) >= reading.settings.whole("guidance.every_set_min")
    return fires_if(bool(reading.failing) and enough and all(one.fails for one in sets))


def _every_set_failed(reading: Reading) -> Firing | None:
    sets = reading.sets_done
    enough = len(sets) >= reading.settings.whole("guidance.every_set_min")
    return fires_if(enough and len(reading.failed_in(reading.block)) == len(sets))


def _work_and_failed(reading: Reading) -> tuple[int, int]:
    sets = [one for block in reading.blocks if block.exercise.is_guided for one in block.work_sets]
    return len(sets), sum(is_failure(one, reading.settings) for one in sets)


def _whole_session_failed(reading: Reading) -> Firing | None:
    sets, failed = _work_and_failed(reading)
    return Firing(is_of_session=True) if sets >= 4 and failed == sets else None


def _large_share_failed(reading: Reading) -> Firing | None:
    sets, failed = _work_and_failed(reading)
    share = reading.settings.number("guidance.share")
    if sets < 3 or failed == sets or failed < share * sets:
        return None
    return Firing({"failed": failed, "sets": sets}, is_of_session=True)


def _second_failure(reading: Reading) -> Firing | None:
    if not reading.failing or not reading.failed_before:
        return None
    text = repair_text(reading)
    return Firing({"repair": text}, "repair") if text else FIRES


def _is_new_event(reading: Reading) -> bool:
    return bool(reading.failing) and not reading.failed_before


def _crosses_budget(reading: Reading) -> bool:
    """Whether the failure just logged takes the budget over its capacity."""
    before = reading.budget.used - reading.cost_meant
    return reading.budget.is_over and before <= reading.budget.capacity


def _nth_event(reading: Reading) -> Firing | None:
    if not reading.failing or not (_is_new_event(reading) or _crosses_budget(reading)):
        return None
    ration, budget = reading.ration, reading.budget
    values = {
        "n": ration.used,
        "limit": ration.limit,
        "share": share_text(budget.used, budget.capacity),
        "date": day_text(ration.next_free_at, reading.zone),
    }
    if ration.is_over:
        variant = "both" if budget.is_over else "over"
        return Firing(values, variant, Severity.WARNING, is_of_session=True)
    if budget.is_over:
        return Firing(values, "budget", Severity.WARNING, is_of_session=True)
    return Firing(values, "last" if ration.is_full else "", is_of_session=True)


def _again_this_lift(reading: Reading) -> Firing | None:
    if not _is_new_event(reading):
        return None
    days = reading.settings.whole("ration.per_ex_days")
    events = [
        one for one in reading.events_in(24 * days) if one.exercise.name == reading.exercise.name
    ]
    before = len(events) - 1
    if before < 1:
        return None
    values = {"before": times_text(before), "days": days}
    if len(events) > reading.settings.whole("ration.per_ex_max"):
        return Firing(values, "over", Severity.WARNING)
    return Firing(values)


def _many_lifts(reading: Reading) -> Firing | None:
    at_end = reading.moment is Moment.SESSION_END
    concerned = bool(reading.today.sets) if at_end else _is_new_event(reading)
    count = len(reading.ration.by_exercise)
    if not concerned or count <= reading.settings.whole("ration.distinct_max"):
        return None
    return Firing({"count": count}, is_of_session=True)


def _ration_stands(reading: Reading) -> Firing | None:
    ration = reading.ration
    values = {
        "n": ration.used,
        "limit": ration.limit,
        "date": day_text(ration.next_free_at, reading.zone),
    }
    return Firing(values, "" if ration.is_full else "free", is_of_session=True)


def _back_to_back(reading: Reading) -> Firing | None:
    previous = reading.facts.previous_session
    if previous is None or not reading.failing or previous.last_set_at is None:
        return None
    end = session_end(previous.started_at, previous.ended_at, previous.last_set_at)
    longest = timedelta(hours=24 * (1 + reading.settings.whole("rest.cap_days")))
    if reading.now - end > longest:
        return None
    return fires_if(any(reading.failed_in(block) for block in previous.blocks))


def _good_place(reading: Reading) -> Firing | None:
    if not reading.settings.is_on("guidance.suggest") or reading.is_beginner or reading.failing:
        return None
    if not reading.targets or reading.exercise.policy != "absolute" or reading.ration.is_full:
        return None
    muscles = {one.scope for one in reading.clocks}
    is_recovered = not muscles & {reading.exercise.primary, "whole body"}
    last = all(reading.is_last(one.index) for one in reading.targets)
    return fires_if(last and reading.has_nothing_to_spoil and is_recovered)


def _surprises(reading: Reading) -> Firing | None:
    sets = [
        one
        for event in reading.events_in(24 * reading.settings.whole("ration.window_days"))
        for one in event.failures
        if not one.performed.planned_failure and not one.performed.is_imported
    ]
    if len(sets) < 2:
        return None
    names = sorted({one.exercise.name for one in sets})
    severity = Severity.CAUTION if reading.is_beginner else Severity.INFO
    values = {"count": counted(len(sets), "set"), "names": listed(names[:3])}
    return Firing(values, severity=severity, is_of_session=True)


RATION_RULES = (
    Rule(
        "R01",
        Group.RATION,
        (Moment.PLAN,),
        (Severity.STOP,),
        "Every planned work set of an exercise (two or more) is marked to failure.",
        "Not every set to failure: take one to the limit at most, and keep 1 to 3 reps back on "
        "the others.",
        "Intro, Every, List1",
        _EVERY_SET,
        _all_planned_fail,
        "guidance.every_set_min",
    ),
    Rule(
        "R02",
        Group.RATION,
        (Moment.EXERCISE_END, Moment.SESSION_END),
        (Severity.WARNING,),
        "An exercise ends and every work set of it (two or more) was a failure set.",
        "Every set of this lift hit failure: next time save it for the last one.",
        "Every, List1",
        _EVERY_SET,
        _every_set_failed,
        "guidance.every_set_min",
    ),
    Rule(
        "R03",
        Group.RATION,
        (Moment.SESSION_END,),
        (Severity.WARNING,),
        "A session of four or more work sets ends and all were failure sets.",
        "The whole session was at failure: expect a slow recovery and weaker sessions.",
        "Intro, Every",
        _EVERY_SET,
        _whole_session_failed,
    ),
    Rule(
        "R04",
        Group.RATION,
        (Moment.SESSION_END,),
        (Severity.CAUTION,),
        "A session of three or more work sets ends with half or more, not all, at failure.",
        "{failed} of {sets} sets hit failure today, which is far more than needed.",
        "Every",
        _EVERY_SET,
        _large_share_failed,
        "guidance.share",
    ),
    Rule(
        "R05",
        Group.RATION,
        (Moment.LOGGED,),
        (Severity.WARNING,),
        "A second failure set of the same exercise in one session.",
        "That was the second all-out set of this lift; one is enough.",
        "Hit, List4",
        _EVERY_SET,
        _second_failure,
        variants={"repair": "{repair}: one all-out set of this lift is enough."},
    ),
    Rule(
        "R06",
        Group.RATION,
        (Moment.PLAN, Moment.ENTRY, Moment.LOGGED),
        (Severity.INFO, Severity.WARNING),
        "A failure event of the fortnight, planned or logged: within ration and budget, the last "
        "slot, or over either.",
        "Failure event {n} of {limit} in two weeks.",
        "Hit, List5",
        _RATION,
        _nth_event,
        "ration.total_max",
        {
            "last": "The last slot: failure event {n} of {limit} in two weeks; "
            "the next slot frees {date}.",
            "over": "Failure event {n} of {limit} in two weeks; next slot {date}.",
            "both": "Failure event {n} of {limit} in two weeks, budget {share}; next slot {date}.",
            "budget": "Failure event {n} of {limit} in two weeks, but it takes the budget to "
            "{share}.",
        },
    ),
    Rule(
        "R07",
        Group.RATION,
        (Moment.PLAN, Moment.ENTRY, Moment.LOGGED),
        (Severity.INFO, Severity.WARNING),
        "A further failure event of the same exercise within the window: the second is info, more "
        "than allowed a warning.",
        "You took this lift to failure {before} already in {days} days.",
        "Hit",
        _RATION,
        _again_this_lift,
        "ration.per_ex_max",
        {
            "over": "You took this lift to failure {before} already in {days} days: pick another "
            "or hold back."
        },
    ),
    Rule(
        "R08",
        Group.RATION,
        (Moment.PLAN, Moment.ENTRY, Moment.LOGGED, Moment.SESSION_END),
        (Severity.CAUTION,),
        "More than three different exercises with a failure event in the window.",
        "{count} different lifts taken to failure in two weeks: keep it to a few chosen ones.",
        "Hit",
        _RATION,
        _many_lifts,
        "ration.distinct_max",
    ),
    Rule(
        "R09",
        Group.RATION,
        (Moment.DASHBOARD,),
        (Severity.INFO,),
        "Always, on the dashboard.",
        "Failure ration: {n} of {limit} used, the next slot frees {date}.",
        "List5",
        _RATION,
        _ration_stands,
        "ration.total_max",
        {"free": "Failure ration: {n} of {limit} used, a slot is free."},
    ),
    Rule(
        "R10",
        Group.RATION,
        (Moment.PLAN,),
        (Severity.CAUTION,),
        "Failure is planned, and the session before this one, which ended within the longest "
        "recovery (96 h), also had a failure set.",
        "Failure in two sessions running leaves little room to recover.",
        "Hit",
        "Performance is down for 24 to 72 h after failure (Morán-Navarro 2017, Korak 2015); the "
        'rule itself is the article\'s "sparingly".',
        _back_to_back,
        "rest.cap_days",
    ),
    Rule(
        "R11",
        Group.RATION,
        (Moment.PLAN,),
        (Severity.INFO,),
        "A slot is free and the last set of a late isolation lift comes up, rested, and the lifter "
        "asked for suggestions.",
        "If you want an all-out set, this is the place for it; it is optional.",
        "Hit, Nec",
        "Failure is optional: growth is about the same without it (Grgic 2022, Refalo 2023).",
        _good_place,
        "guidance.suggest",
    ),
    Rule(
        "R27",
        Group.KIND,
        (Moment.NEXT_SESSION, Moment.DASHBOARD),
        (Severity.INFO, Severity.CAUTION),
        "Two or more failure sets in the window that were not meant.",
        "{count} failed without being meant to ({names}): the load is too heavy; lower it a step.",
        "Intro",
        "Lifters misjudge reps left by about one (Halperin 2022); the remedy is coaching practice.",
        _surprises,
    ),
)
"""Rules R01 to R11, and R27."""
