"""Group H: safety and pain."""

from tracker.exercise import ExerciseClass, Spot
from tracker.guidance.advice import Moment, Severity
from tracker.guidance.reading import Reading
from tracker.guidance.rule import FIRES, Firing, Group, Rule, fires_if
from tracker.guidance.wording import day_text
from tracker.load import Load, LoadKind, whole_grams
from tracker.loading import step_in
from tracker.muscles import group_of
from tracker.one_rep_max import estimate

_BEFORE = (Moment.PLAN, Moment.ENTRY)
_SPOT = (
    "Most deaths in weight training are men benching alone at home (Lombardi & Troxel 2003); "
    "safeties set too high did not help."
)


def _unspotted(reading: Reading) -> Firing | None:
    required = reading.exercise.spot is Spot.REQUIRED
    if not required or not reading.wants_none_left or reading.safety.is_present:
        return None
    return FIRES if reading.safety.is_known_absent else Firing(variant="ask")


def is_heavy(load: Load | None, reading: Reading) -> bool:
    """Whether a load is at or over the heavy share of the best recent estimate."""
    last = reading.facts.last_time
    if load is None or load.kind is not LoadKind.TOTAL or last is None:
        return False
    sets = [*last.work_sets]
    sets += [
        one.performed
        for one in reading.facts.first_work_sets
        if one.exercise_id == reading.exercise.id
    ]
    estimates = [
        estimated.grams
        for one in sets
        if one.load is not None and one.reps is not None
        if (estimated := estimate(one.load.grams, one.reps, one.rir)) is not None
    ]
    share = reading.settings.number("guidance.heavy_pct")
    return bool(estimates) and load.grams >= share * max(estimates)


def _heavy_unspotted(reading: Reading) -> Firing | None:
    required = reading.exercise.spot is Spot.REQUIRED
    if not required or reading.safety.is_present:
        return None
    close = [
        one
        for one in reading.targets
        if one.fails
        or (one.performed.rir is not None and one.performed.rir <= 1)
        or is_heavy(one.load, reading)
    ]
    return fires_if(bool(close))


def _failed_alone(reading: Reading) -> Firing | None:
    required = reading.exercise.spot is Spot.REQUIRED
    return fires_if(required and bool(reading.failing) and reading.safety.is_known_absent)


def _stops_unset(reading: Reading) -> Firing | None:
    has_stops = reading.exercise.spot is Spot.SAFETY_STOPS
    unset = reading.safety.safeties is not True
    return fires_if(has_stops and unset and bool(reading.failing))


def _olympic_heavy(reading: Reading) -> Firing | None:
    heaviest = reading.facts.heaviest
    if not reading.is_of(ExerciseClass.OLY) or heaviest is None:
        return None
    share = reading.settings.number("guidance.heavy_pct")
    loads = [one.load for one in reading.targets if one.load is not None]
    return fires_if(any(one.grams >= share * heaviest.grams for one in loads))


def _check(reading: Reading) -> Firing | None:
    return fires_if(bool(reading.failing))


def _new_heaviest(reading: Reading) -> Firing | None:
    best = reading.facts.heaviest
    for one in reading.failing:
        load = one.load
        if load is None or best is None or load.kind is not best.kind:
            continue
        step = whole_grams(step_in(reading.exercise.step, load.unit), load.unit)
        if load.kind is LoadKind.ASSISTED:
            continue
        if load.grams * 10 > best.grams * 11 and load.grams > best.grams + step:
            return Firing({"best": best})
    return None


def _pain(reading: Reading) -> Firing | None:
    if not reading.failing:
        return None
    groups = {group_of(muscle) for muscle in reading.exercise.muscles}
    for mark in reading.facts.pains:
        hurts = group_of(mark.exercise.primary)
        if mark.exercise.name == reading.exercise.name or (hurts and hurts in groups):
            where = hurts or mark.exercise.name
            return Firing({"where": where, "date": day_text(mark.at, reading.zone)})
    return None


SAFETY_RULES = (
    Rule(
        "R78",
        Group.SAFETY,
        _BEFORE,
        (Severity.STOP,),
        "Failure or a target of RIR 0 on a lift that can pin you, with spotter and safeties absent "
        "or not said.",
        "No spotter, no safeties, no failure.",
        "Safe",
        _SPOT,
        _unspotted,
        variants={"ask": "Is there a spotter, or are the safeties set? Without, no failure."},
    ),
    Rule(
        "R79",
        Group.SAFETY,
        (Moment.PLAN,),
        (Severity.CAUTION,),
        "A heavy set, or one close to the limit, on a lift that can pin you, with nothing set.",
        "Heavy and close to the limit: set the safeties or ask for a spot.",
        "Safe",
        _SPOT,
        _heavy_unspotted,
        "guidance.heavy_pct",
    ),
    Rule(
        "R80",
        Group.SAFETY,
        (Moment.LOGGED,),
        (Severity.WARNING,),
        "A failure on a lift that can pin you, with spotter and safeties known to be absent.",
        "That was the dangerous version: never repeat it alone.",
        "Safe",
        _SPOT,
        _failed_alone,
    ),
    Rule(
        "R81",
        Group.SAFETY,
        _BEFORE,
        (Severity.CAUTION,),
        "Failure is planned on a machine with stops, and they are not confirmed.",
        "Set the stops at the bottom of your range first.",
        "Safe, Sel",
        "Common sense and the makers' manuals.",
        _stops_unset,
    ),
    Rule(
        "R82",
        Group.SAFETY,
        (Moment.PLAN,),
        (Severity.INFO,),
        "A heavy Olympic lift is planned.",
        "Nobody spots this lift: clear the platform and know how to bail.",
        "ev",
        "NSCA: power lifts are not spotted.",
        _olympic_heavy,
        "guidance.heavy_pct",
    ),
    Rule(
        "R83",
        Group.SAFETY,
        (Moment.PLAN,),
        (Severity.INFO,),
        "Any failure is planned.",
        "Before you start: steady form, room around you, safeties, no pain?",
        "Safe",
        'The article\'s "controlled setting".',
        _check,
    ),
    Rule(
        "R84",
        Group.SAFETY,
        _BEFORE,
        (Severity.CAUTION,),
        "Failure is planned at over 110 % of the heaviest load of four weeks, and over one step "
        "above it.",
        "Heavier than anything in four weeks (best {best}) and to failure: that is ego, not "
        "training.",
        "Safe",
        "The article's reasoning; the limit is this guide's.",
        _new_heaviest,
    ),
    Rule(
        "R85",
        Group.SAFETY,
        _BEFORE,
        (Severity.STOP,),
        "Failure is planned on an exercise or a muscle that was marked painful.",
        "Pain in the {where} was noted {date}: no failure work here; staying healthy comes first.",
        "Types, When",
        "Not medical advice; pain is treated as a hard stop for failure work.",
        _pain,
    ),
)
"""Rules R78 to R85."""
