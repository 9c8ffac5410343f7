"""Group C: which exercises may go to failure, and how far."""

from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise, ExerciseClass, Level
from tracker.guidance.advice import Moment, Severity
from tracker.guidance.reading import Reading
from tracker.guidance.rule import FIRES, Firing, Group, Rule, fires_if
from tracker.guidance.swaps import better_lift

_BEFORE = (Moment.PLAN, Moment.ENTRY)
_OLYMPIC = "Stopping Olympic lifts short of failure is standard coaching (NSCA); no trial tests it."
_SQUAT = (
    "Squats and deadlifts take 48 to 72 h to recover from (Thomas 2018, Korak 2015); that "
    "stabilisers fail first is the article's reasoning."
)
_COMPOUND = (
    "Multi-joint lifts recover more slowly (Korak 2015); the line between technical and absolute "
    "is the article's."
)
_SUITED = "Single-joint lifts recover faster (Korak 2015); the choice of lifts is the article's."


def _failed_as(reading: Reading, kind: FailureType) -> bool:
    return any(one.failure is kind for one in reading.failing)


def _olympic_planned(reading: Reading) -> Firing | None:
    return fires_if(reading.is_of(ExerciseClass.OLY) and reading.wants_none_left)


def _olympic_logged(reading: Reading) -> Firing | None:
    return fires_if(reading.is_of(ExerciseClass.OLY) and bool(reading.failing))


def _is_allowed_with_safety(reading: Reading) -> bool:
    """Whether the lifter's settings tolerate technical failure on this squat or deadlift."""
    opened = (
        reading.settings.word("guidance.squat_deadlift_policy") == "technical_with_safety"
        or reading.settings.word("guidance.compound_policy") == "permissive"
    )
    return opened and reading.is_safe and not _failed_as(reading, FailureType.ABSOLUTE)


def _squat_planned(reading: Reading) -> Firing | None:
    if not reading.is_of(ExerciseClass.SQDL) or not reading.failing:
        return None
    if _is_allowed_with_safety(reading):
        return Firing(variant="allowed", severity=Severity.CAUTION)
    return FIRES


def _squat_technical(reading: Reading) -> Firing | None:
    if not reading.is_of(ExerciseClass.SQDL) or not _failed_as(reading, FailureType.TECHNICAL):
        return None
    return Firing(severity=Severity.CAUTION) if _is_allowed_with_safety(reading) else FIRES


def _squat_absolute(reading: Reading) -> Firing | None:
    absolute = _failed_as(reading, FailureType.ABSOLUTE)
    return fires_if(reading.is_of(ExerciseClass.SQDL) and absolute)


def _is_body_lift(exercise: Exercise) -> bool:
    """Pull-ups and dips: nothing falls on the lifter who fails one."""
    return exercise.is_bodyweight or exercise.family in ("pullup", "dip")


def _clean_stop(reading: Reading) -> Firing | None:
    if not reading.is_of(ExerciseClass.FWC) or _is_strict(reading) or not reading.is_safe:
        return None
    technical = [one for one in reading.failing if one.failure is FailureType.TECHNICAL]
    return fires_if(any(reading.is_last(one.index) for one in technical))


def _is_strict(reading: Reading) -> bool:
    return reading.settings.word("guidance.compound_policy") == "strict"


def _compound_absolute(reading: Reading) -> Firing | None:
    if not reading.is_of(ExerciseClass.FWC) or not reading.failing:
        return None
    if not _failed_as(reading, FailureType.ABSOLUTE):
        return Firing(variant="strict") if _is_strict(reading) else None
    severity = Severity.CAUTION if _is_body_lift(reading.exercise) else Severity.WARNING
    return Firing(severity=severity)


def _machine_absolute(reading: Reading) -> Firing | None:
    word = reading.settings.word("guidance.machine_abs")
    plain = [
        one
        for one in reading.failing
        if one.failure is FailureType.ABSOLUTE and one.technique is Technique.NONE
    ]
    if word == "allow" or not plain or not reading.is_of(ExerciseClass.MC):
        return None
    return Firing(severity=Severity.WARNING if word == "warn" else Severity.CAUTION)


def _absolute_planned(reading: Reading) -> Firing | None:
    absolute = _failed_as(reading, FailureType.ABSOLUTE)
    if not reading.is_of(ExerciseClass.FWC) or not absolute:
        return None
    mild = _is_body_lift(reading.exercise)
    return Firing(severity=Severity.CAUTION if mild else Severity.WARNING)


def _technical_planned(reading: Reading) -> Firing | None:
    if not reading.is_of(ExerciseClass.FWC) or not reading.is_safe:
        return None
    technical = [one for one in reading.failing if one.failure is FailureType.TECHNICAL]
    if not any(reading.is_last(one.index) for one in technical):
        return None
    if _is_strict(reading):
        return Firing(variant="strict", severity=Severity.WARNING)
    return FIRES


def _good_candidate(reading: Reading) -> Firing | None:
    suited = reading.is_of(ExerciseClass.ISO, ExerciseClass.MC)
    return fires_if(suited and any(reading.is_last(one.index) for one in reading.failing))


def _swap(reading: Reading) -> Firing | None:
    barred = (ExerciseClass.OLY, ExerciseClass.SQDL, ExerciseClass.FWC)
    if not reading.is_of(*barred) or not reading.failing:
        return None
    waiting = (block.exercise for block in reading.blocks_after)
    better = better_lift(reading.exercise, waiting, reading.facts.own_exercises)
    return Firing({"better": better}) if better else None


def _demanding_skill(reading: Reading) -> Firing | None:
    listed = reading.is_of(ExerciseClass.OLY, ExerciseClass.SQDL)
    hard = reading.exercise.technical is Level.HIGH
    return fires_if(hard and not listed and reading.wants_none_left)


def _unclassified(reading: Reading) -> Firing | None:
    return fires_if(reading.situation.block is not None and not reading.exercise.is_classified)


def _lighter_in_plan(reading: Reading) -> Firing | None:
    if not reading.failing or reading.exercise.neurological is Level.LOW:
        return None
    for block in reading.blocks_after:
        lift = block.exercise
        same_muscle = bool(lift.primary) and lift.primary == reading.exercise.primary
        if same_muscle and lift.is_guided and lift.neurological is Level.LOW:
            return Firing({"lighter": lift.name})
    return None


def _smith(reading: Reading) -> Firing | None:
    smith = reading.exercise.equipment == "smith"
    suited = reading.is_of(ExerciseClass.ISO, ExerciseClass.MC)
    return fires_if(smith and suited and bool(reading.failing))


LIFT_RULES = (
    Rule(
        "R15",
        Group.LIFT,
        (Moment.LOGGED,),
        (Severity.INFO,),
        "Technical failure on the last set of a free-weight compound, safely.",
        "No clean rep left: the right place to stop on this lift.",
        "Types",
        _COMPOUND,
        _clean_stop,
        "guidance.compound_policy",
    ),
    Rule(
        "R16",
        Group.LIFT,
        (Moment.LOGGED,),
        (Severity.WARNING, Severity.CAUTION),
        "Absolute failure on a free-weight compound; a caution on pull-ups and dips.",
        "Absolute failure on a multi-joint lift means broken form: stop a rep earlier.",
        "Types",
        _COMPOUND,
        _compound_absolute,
        "guidance.compound_policy",
        {"strict": "Your guide is strict: free-weight compounds stay short of failure."},
    ),
    Rule(
        "R17",
        Group.LIFT,
        (Moment.LOGGED,),
        (Severity.CAUTION, Severity.WARNING),
        "Absolute failure on a machine compound.",
        "A fixed path makes this tolerable, but technical failure is enough.",
        "Types, Sel",
        _COMPOUND,
        _machine_absolute,
        "guidance.machine_abs",
    ),
    Rule(
        "R28",
        Group.LIFT,
        _BEFORE,
        (Severity.STOP,),
        "Failure or a target of RIR 0 on an Olympic lift.",
        "Never take an Olympic lift to failure: end the set when speed or position slips.",
        "Types, List2",
        _OLYMPIC,
        _olympic_planned,
    ),
    Rule(
        "R29",
        Group.LIFT,
        (Moment.LOGGED,),
        (Severity.WARNING,),
        "A failure set on an Olympic lift.",
        "A missed Olympic rep is a fault of technique: cut load and reps.",
        "Types, List2",
        _OLYMPIC,
        _olympic_logged,
    ),
    Rule(
        "R30",
        Group.LIFT,
        _BEFORE,
        (Severity.STOP, Severity.CAUTION),
        "Failure on a squat, a deadlift or another lift of high demand.",
        "Leave at least 2 reps in the tank on this lift: squats and deadlifts don't go to failure.",
        "Safe",
        _SQUAT,
        _squat_planned,
        "guidance.squat_deadlift_policy",
        {"allowed": "Your settings allow it here: safeties set, and stop when the form goes."},
    ),
    Rule(
        "R31",
        Group.LIFT,
        (Moment.LOGGED,),
        (Severity.WARNING, Severity.CAUTION),
        "Technical failure on a squat, a deadlift or another lift of high demand.",
        "Supporting muscles give out first here, so even technical failure is discouraged.",
        "Safe",
        _SQUAT,
        _squat_technical,
        "guidance.squat_deadlift_policy",
    ),
    Rule(
        "R32",
        Group.LIFT,
        (Moment.LOGGED,),
        (Severity.WARNING,),
        "Absolute failure on a squat, a deadlift or another lift of high demand.",
        "The riskiest failure there is: keep this lift away from the limit.",
        "Safe, Types",
        _SQUAT,
        _squat_absolute,
    ),
    Rule(
        "R33",
        Group.LIFT,
        _BEFORE,
        (Severity.WARNING, Severity.CAUTION),
        "Absolute failure is planned on a free-weight compound.",
        "Technical failure at most: this lift breaks down before it stops.",
        "Types",
        _COMPOUND,
        _absolute_planned,
        "guidance.compound_policy",
    ),
    Rule(
        "R34",
        Group.LIFT,
        _BEFORE,
        (Severity.CAUTION, Severity.WARNING),
        "Technical failure is planned on the last set of a free-weight compound, safely.",
        "Allowed, but a machine or isolation lift is the better place.",
        "Types, When, List3",
        _COMPOUND,
        _technical_planned,
        "guidance.compound_policy",
        {"strict": "Your guide is strict: free-weight compounds stay short of failure."},
    ),
    Rule(
        "R35",
        Group.LIFT,
        _BEFORE,
        (Severity.INFO,),
        "Failure is planned on the last set of an isolation or machine lift.",
        "Good candidate: low skill, low cost to the system.",
        "Sel, List3",
        _SUITED,
        _good_candidate,
    ),
    Rule(
        "R36",
        Group.LIFT,
        _BEFORE,
        (Severity.INFO,),
        "Failure is wanted on a lift that is not for it.",
        "Better for an all-out set: {better}.",
        "Sel, List3",
        _SUITED,
        _swap,
    ),
    Rule(
        "R37",
        Group.LIFT,
        _BEFORE,
        (Severity.STOP,),
        "Failure on a lift of high technical demand that is not listed otherwise.",
        "This lift asks too much skill to fail on: end the set when speed or position slips.",
        "List2, When",
        "The article's reasoning; no trial tests it.",
        _demanding_skill,
    ),
    Rule(
        "R38",
        Group.LIFT,
        _BEFORE,
        (Severity.INFO,),
        "An exercise of the lifter's own without a class.",
        "Not classified yet: treated as a free-weight compound until you answer five questions.",
        "ev",
        "A safe default.",
        _unclassified,
    ),
    Rule(
        "R39",
        Group.LIFT,
        (Moment.PLAN,),
        (Severity.INFO,),
        "Failure is planned on a demanding lift while a less demanding one for the same muscle is "
        "still to come.",
        "{lighter} is still to come and asks less: take the all-out set there.",
        "Sel, When",
        _SUITED,
        _lighter_in_plan,
    ),
    Rule(
        "R40",
        Group.LIFT,
        _BEFORE,
        (Severity.INFO,),
        "Failure is planned on a Smith machine.",
        "Machines, the Smith included, suit failure: set the stops first.",
        "Sel",
        _SUITED,
        _smith,
    ),
)
"""Rules R15 to R17 and R28 to R40."""
