"""Group G: past failure (drop sets, rest-pause, forced reps, eccentrics)."""

from tracker.effort import Technique
from tracker.exercise import ExerciseClass
from tracker.guidance.advice import Moment, Severity
from tracker.guidance.gate import GateState, asked_text
from tracker.guidance.plateau import trend
from tracker.guidance.reading import Reading
from tracker.guidance.recovery import rest_days
from tracker.guidance.rule import FIRES, Firing, Group, Rule, fires_if
from tracker.guidance.situation import WeekBest
from tracker.guidance.wording import counted, listed, points_text, times_text

_BEFORE = (Moment.PLAN, Moment.ENTRY)
_ADVANCED = "Expert opinion; drop sets grow muscle about as plain sets do (Coleman 2022)."
_GATE = "The article's own number; no study stands behind it."
_COST = "Forced reps lowered strength for three days and more (Ahtiainen 2003)."


def _not_advanced(reading: Reading) -> Firing | None:
    return fires_if(reading.past_failure is not None and not reading.is_advanced)


def _is_gated(reading: Reading) -> bool:
    return reading.past_failure is not None and reading.is_advanced


def _gate_closed(reading: Reading) -> Firing | None:
    gate = reading.gate
    if not _is_gated(reading) or gate.state is not GateState.NOT_MET:
        return None
    asked = asked_text(reading.profile, reading.settings)
    values = {"asked": asked, "best": gate.best_text, "missing": gate.missing}
    if gate.missing:
        return Firing(values, "missing")
    return Firing(values, "relative" if gate.mode == "relative" else "")


def _gate_estimated(reading: Reading) -> Firing | None:
    estimated = reading.gate.state is GateState.ESTIMATED and not reading.gate.is_accepted
    if not _is_gated(reading) or not estimated:
        return None
    return Firing({"asked": asked_text(reading.profile, reading.settings)})


def _allowed(reading: Reading) -> Firing | None:
    one = reading.past_failure
    if one is None or not reading.is_advanced or not reading.gate.is_accepted:
        return None
    suited = reading.is_of(ExerciseClass.ISO, ExerciseClass.MC)
    if not suited or not reading.is_last(one.index):
        return None
    days = rest_days(reading.cost_meant, True, reading.settings)
    values = {"cost": points_text(reading.cost_meant), "days": counted(days, "rest day")}
    return Firing(values)


def _wrong_lift(reading: Reading) -> Firing | None:
    barred = reading.is_of(ExerciseClass.OLY, ExerciseClass.SQDL, ExerciseClass.FWC)
    return fires_if(barred and reading.past_failure is not None)


def _alone_with_negatives(reading: Reading) -> Firing | None:
    eccentric = [one for one in reading.targets if one.technique is Technique.ECCENTRIC]
    helped = reading.safety.partner is True or reading.safety.spotter is True
    return fires_if(bool(eccentric) and not helped)


def _drop_planned(reading: Reading) -> Firing | None:
    return fires_if(any(one.technique is Technique.DROP for one in reading.targets))


def _not_on_last(reading: Reading) -> Firing | None:
    return fires_if(
        any(
            one.technique is not Technique.NONE and not reading.is_last(one.index)
            for one in reading.targets
        )
    )


def _used_today(reading: Reading) -> Firing | None:
    used = any(one.failure.performed.technique is not Technique.NONE for one in reading.today.sets)
    if not used:
        return None
    days = counted(reading.settings.whole("rest.beyond_days"), "extra rest day")
    return Firing({"days": days}, is_of_session=True)


def _second_time(reading: Reading) -> Firing | None:
    if reading.past_failure is None:
        return None
    window = 24 * reading.settings.whole("ration.window_days")
    events = [one for one in reading.events_in(window) if one.technique is not Technique.NONE]
    most = reading.settings.whole("ration.beyond_max")
    if len(events) <= most:
        return None
    return Firing({"count": len(events), "most": times_text(most)})


def _beginner_did(reading: Reading) -> Firing | None:
    return fires_if(reading.past_failure is not None and reading.is_beginner)


def _still_progressing(reading: Reading) -> Firing | None:
    if reading.past_failure is None:
        return None
    weeks = reading.settings.whole("guidance.plateau_weeks")
    bests = [one for one in reading.facts.week_bests if one.exercise.name == reading.exercise.name]
    known = trend(bests, reading.now, weeks)
    if known is None or not known.has_risen:
        return None
    return Firing({"percent": f"{known.percent:.1f}", "weeks": weeks})


def _stands_still(reading: Reading) -> Firing | None:
    if not (reading.is_advanced and reading.gate.is_accepted):
        return None
    weeks = reading.settings.whole("guidance.plateau_weeks")
    lifts: dict[str, list[WeekBest]] = {}
    for one in reading.facts.week_bests:
        lifts.setdefault(one.exercise.name, []).append(one)
    flat = [
        name
        for name, bests in lifts.items()
        if (known := trend(bests, reading.now, weeks)) is not None and known.is_flat
    ]
    if not flat:
        return None
    return Firing({"lifts": listed(sorted(flat)[:3]), "weeks": weeks}, is_of_session=True)


def _not_eligible(reading: Reading) -> Firing | None:
    if reading.past_failure is None:
        return None
    return None if reading.is_advanced and reading.gate.is_accepted else FIRES


BEYOND_RULES = (
    Rule(
        "R64",
        Group.BEYOND,
        _BEFORE,
        (Severity.STOP,),
        "A technique past failure, and the lifter is not advanced.",
        "Techniques past failure are for advanced lifters only.",
        "Beyond, List7",
        _ADVANCED,
        _not_advanced,
    ),
    Rule(
        "R65",
        Group.BEYOND,
        _BEFORE,
        (Severity.STOP,),
        "A technique past failure by an advanced lifter who has not passed the bench gate.",
        "{asked} first, as the article asks; best so far: {best}. gate.mode = relative judges by "
        "body weight and sex instead.",
        "Beyond",
        _GATE,
        _gate_closed,
        "gate.mode",
        {
            "relative": "Asked first: {asked}; best so far: {best}.",
            "missing": "The gate goes by body weight: tell your {missing} in the settings first.",
        },
    ),
    Rule(
        "R66",
        Group.BEYOND,
        _BEFORE,
        (Severity.CAUTION,),
        "A technique past failure, and only an estimate says that the lifter passes the gate.",
        "You probably can do {asked}: log it once to unlock this.",
        "Beyond",
        _GATE,
        _gate_estimated,
        "gate.accept_estimated",
    ),
    Rule(
        "R67",
        Group.BEYOND,
        _BEFORE,
        (Severity.CAUTION,),
        "A technique past failure by an advanced lifter past the gate, on the last set of an "
        "isolation or machine lift.",
        "Allowed: budget {cost} points and plan {days}.",
        "Beyond",
        _COST,
        _allowed,
    ),
    Rule(
        "R68",
        Group.BEYOND,
        _BEFORE,
        (Severity.STOP,),
        "A technique past failure on an Olympic lift, a squat, a deadlift or another free-weight "
        "compound.",
        "Not past failure on this lift: it should not even reach absolute failure.",
        "Types, Beyond",
        "Follows from the article's rule on compounds.",
        _wrong_lift,
    ),
    Rule(
        "R69",
        Group.BEYOND,
        _BEFORE,
        (Severity.STOP,),
        "Eccentrics past failure without a partner or spotter confirmed.",
        "Negatives past failure need a partner for the lifting half.",
        "Beyond",
        "Eccentric force exceeds concentric by 20 to 60 % (Mike 2015).",
        _alone_with_negatives,
    ),
    Rule(
        "R70",
        Group.BEYOND,
        (Moment.PLAN,),
        (Severity.INFO,),
        "A drop set is planned.",
        "Cut the load by 20 to 25 % for a drop; one drop is plenty. Log it as one set.",
        "Beyond",
        "Common practice; no trial compares drop sizes.",
        _drop_planned,
    ),
    Rule(
        "R71",
        Group.BEYOND,
        _BEFORE,
        (Severity.STOP,),
        "A technique past failure on a set that is not the last.",
        "Past failure only ever on the final set of the lift.",
        "Hit, Beyond",
        "Follows from the article's rule on the last set.",
        _not_on_last,
    ),
    Rule(
        "R72",
        Group.BEYOND,
        (Moment.SESSION_END,),
        (Severity.CAUTION,),
        "A session ends in which a technique past failure was used.",
        "You went past failure: plan {days} at least.",
        "Beyond",
        _COST,
        _used_today,
        "rest.beyond_days",
    ),
    Rule(
        "R73",
        Group.BEYOND,
        (Moment.PLAN, Moment.ENTRY, Moment.LOGGED),
        (Severity.CAUTION,),
        "A second event past failure in the window.",
        "Past failure {count} times in two weeks: {most} is plenty.",
        "Beyond, Hit",
        'Derived from the article\'s "sparingly".',
        _second_time,
        "ration.beyond_max",
    ),
    Rule(
        "R74",
        Group.BEYOND,
        (Moment.LOGGED,),
        (Severity.WARNING,),
        "A beginner used a technique past failure.",
        "Skip these until you have years and the numbers: plain sets grow you faster now.",
        "Beyond",
        _ADVANCED,
        _beginner_did,
    ),
    Rule(
        "R75",
        Group.BEYOND,
        (Moment.PLAN,),
        (Severity.INFO,),
        "A technique past failure, and the lift's estimated maximum rose by over 2.5 % in eight "
        "weeks.",
        "Up {percent} % in {weeks} weeks without it: keep it for a plateau.",
        "Beyond",
        "The article keeps techniques for plateaus; the limit of 2.5 % is this guide's.",
        _still_progressing,
        "guidance.plateau_weeks",
    ),
    Rule(
        "R76",
        Group.BEYOND,
        (Moment.DASHBOARD,),
        (Severity.INFO,),
        "A lift stood within 2.5 % for eight weeks, and the lifter is cleared for techniques past "
        "failure.",
        "{lifts}: no change in {weeks} weeks, which is normal late on. Load, volume or, sparingly, "
        "a technique past failure.",
        "Beyond",
        "Progress slows with training age; drop sets grow muscle about as plain sets do "
        "(Coleman 2022).",
        _stands_still,
        "guidance.plateau_weeks",
    ),
    Rule(
        "R77",
        Group.BEYOND,
        (Moment.LOGGED,),
        (Severity.WARNING,),
        "A technique past failure was used by a lifter who is not cleared for it.",
        "Logged, but you are not cleared for it: count the extra recovery.",
        "List7",
        _ADVANCED,
        _not_eligible,
        "gate.mode",
    ),
)
"""Rules R64 to R77."""
