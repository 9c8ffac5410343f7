"""Group D: where in the exercise and in the session a failure stands."""

from tracker.effort import Technique
from tracker.exercise import ExerciseClass, Level, Mechanic
from tracker.guidance.advice import Moment, Severity
from tracker.guidance.reading import Reading
from tracker.guidance.recovery import muscles_touched
from tracker.guidance.repairing import repair_text
from tracker.guidance.rule import Firing, Group, Rule, fires_if
from tracker.guidance.wording import counted
from tracker.session import Block

_BEFORE = (Moment.PLAN, Moment.ENTRY)
_LAST = (
    'Failure costs reps and speed in the sets that follow (Refalo 2023, Senna 2011); "last set '
    "only\" is the article's conclusion."
)
_LATE = "Order affects strength, not growth (Nunes 2021); late failure is the article's preference."


def _keeps_to_last(reading: Reading) -> bool:
    return reading.settings.is_on("guidance.last_set_only")


def _planned_early(reading: Reading) -> Firing | None:
    early = [one for one in reading.failing if not reading.is_last(one.index)]
    return fires_if(bool(early) and _keeps_to_last(reading))


def _sets_to_go(reading: Reading) -> Firing | None:
    if not reading.failing or not reading.sets_left or not _keeps_to_last(reading):
        return None
    left = counted(reading.sets_left, "set")
    return Firing({"left": left, "repair": repair_text(reading)})


def _first_set_failed(reading: Reading) -> Firing | None:
    first = reading.index == 1 and bool(reading.failing) and reading.sets_in_all >= 2
    if not first or not _keeps_to_last(reading):
        return None
    return Firing({"repair": repair_text(reading)}, "repair" if reading.sets_left else "")


def _set_after_the_last(reading: Reading) -> Firing | None:
    one = reading.situation.performed
    if one is None or one.warm_up or not reading.failed_before or not _keeps_to_last(reading):
        return None
    planned = reading.block.sets_planned or 0
    earlier = reading.plan_of_sets[: reading.index - 1]
    # A failure on a set that was planned to have others behind it was never thought last.
    thought_last = bool(earlier) and earlier[-1].fails and reading.index > planned
    return fires_if(thought_last)


def _planned_too_soon(reading: Reading) -> Firing | None:
    if not reading.failing or reading.is_late is not False:
        return None
    return Firing(severity=Severity.CAUTION if reading.is_compound else Severity.INFO)


def _isolation_before_compound(reading: Reading) -> Firing | None:
    if not reading.is_of(ExerciseClass.ISO) or not reading.failing:
        return None
    for block in reading.blocks_after:
        lift = block.exercise
        if lift.mechanic is Mechanic.COMPOUND and reading.exercise.primary in lift.muscles:
            return Firing({"later": lift.name})
    return None


def _spoils(failed: Block, later: Block, reading: Reading) -> bool:
    """Whether a failure in one exercise leaves less for another later in the session."""
    sets = reading.failed_in(failed)
    if not sets or not failed.exercise.is_guided:
        return False
    if failed.exercise.neurological is Level.HIGH:
        return True
    return bool(set(muscles_touched(failed.exercise)) & set(later.exercise.muscles))


def _after_a_failure(reading: Reading) -> Firing | None:
    if reading.sets_done or reading.situation.block is None:
        return None
    before = reading.blocks_before
    for place, failed in enumerate(before):
        if failed.exercise.name == reading.exercise.name:
            continue
        if not _spoils(failed, reading.block, reading):
            continue
        # It is said of the next exercise only, not of each that follows.
        if not any(_spoils(failed, one, reading) for one in before[place + 1 :]):
            return Firing({"failed": failed.exercise.name})
    return None


def _well_placed(reading: Reading) -> Firing | None:
    suited = reading.is_of(ExerciseClass.ISO, ExerciseClass.MC)
    if not suited or not reading.has_nothing_to_spoil or reading.ration.is_over:
        return None
    if reading.moment is Moment.LOGGED:
        sets = reading.failing if reading.is_planned else ()
    else:
        sets = () if reading.is_planned or not reading.sets_done else reading.plan_of_sets[-1:]
    return fires_if(
        any(
            one.fails and one.technique is Technique.NONE and reading.is_last(one.index)
            for one in sets
        )
        and not reading.budget.is_over
    )


def _of_supersets(reading: Reading) -> Firing | None:
    return Firing(is_of_session=True)


POSITION_RULES = (
    Rule(
        "R41",
        Group.POSITION,
        _BEFORE,
        (Severity.WARNING,),
        "Failure is planned on a set that is not the exercise's last.",
        "Not the last set: move failure to the final set of this lift.",
        "Hit, List4",
        _LAST,
        _planned_early,
        "guidance.last_set_only",
    ),
    Rule(
        "R42",
        Group.POSITION,
        (Moment.LOGGED,),
        (Severity.WARNING,),
        "A failure set with sets still to go; the next load is worked out.",
        "{repair} ({left} left).",
        "Hit, List4",
        "Janićijević 2023: near failure 5 min of rest hold performance; the load is Epley's line "
        "for the reps to expect.",
        _sets_to_go,
        "guidance.last_set_only",
    ),
    Rule(
        "R43",
        Group.POSITION,
        (Moment.LOGGED,),
        (Severity.WARNING,),
        "The first of two or more sets failed.",
        "Failing the first set takes reps from all that follow.",
        "Sel, Hit",
        _LAST,
        _first_set_failed,
        "guidance.last_set_only",
        {"repair": "{repair}: failing the first set takes reps from all that follow."},
    ),
    Rule(
        "R44",
        Group.POSITION,
        (Moment.LOGGED,),
        (Severity.CAUTION,),
        "Another work set follows a failure set that was thought the last.",
        "That failure is no longer on the last set: keep what follows easy.",
        "Hit",
        _LAST,
        _set_after_the_last,
        "guidance.last_set_only",
    ),
    Rule(
        "R45",
        Group.POSITION,
        _BEFORE,
        (Severity.INFO, Severity.CAUTION),
        "Failure is planned in an exercise that is known not to be late in the session; a caution "
        "on compounds.",
        "Early in the session: put the all-out set near its end.",
        "Hit",
        _LATE,
        _planned_too_soon,
        "guidance.late_fraction",
    ),
    Rule(
        "R46",
        Group.POSITION,
        _BEFORE,
        (Severity.CAUTION,),
        "An isolation lift is to fail before a compound that uses the same muscle.",
        "{later} comes later and needs this muscle: heavy compounds first, isolation failure last.",
        "Hit",
        _LATE,
        _isolation_before_compound,
    ),
    Rule(
        "R47",
        Group.POSITION,
        (Moment.PLAN,),
        (Severity.CAUTION,),
        "The next exercise starts after a failure of high demand, or one that used its muscles.",
        "Expect less after {failed} at failure: hold 2 to 3 reps back.",
        "NS, Sel",
        "Failure lowers later performance (Vieira 2022); the article puts it to the nervous "
        "system, which recovers within minutes after brief efforts (Carroll 2017).",
        _after_a_failure,
    ),
    Rule(
        "R49",
        Group.POSITION,
        (Moment.HELP,),
        (Severity.INFO,),
        "How position is judged in a superset; it is logic, and speaks in the help alone.",
        "In a superset each exercise is judged by itself: its last round is its last set, and it "
        "stands where the superset's last exercise stands.",
        "Hit",
        "Derived from the article's rule on the last set.",
        _of_supersets,
    ),
    Rule(
        "R48",
        Group.POSITION,
        (Moment.LOGGED, Moment.EXERCISE_END),
        (Severity.INFO,),
        "A failure on the last set of a late isolation or machine lift, ration kept.",
        "Well placed: nothing after it to spoil.",
        "Hit",
        _LATE,
        _well_placed,
    ),
)
"""Rules R41 to R49."""
