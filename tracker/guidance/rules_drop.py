"""Group E: what a failure costs in reps."""

from tracker.exercise import Exercise
from tracker.failure import is_failure
from tracker.guidance.advice import Moment, Severity
from tracker.guidance.reading import Reading
from tracker.guidance.repair import forecast, repair
from tracker.guidance.rule import Firing, Group, Rule, fires_if
from tracker.load import same_load
from tracker.performed import PerformedSet
from tracker.session import Block

_DROP = (
    "The shares are the article's example (12, 8, 6), not a measurement; your own median takes "
    "over after three failures of this lift."
)


def _expected_drop(reading: Reading) -> Firing | None:
    if not reading.failing or not reading.sets_left or not reading.failing[0].reps:
        return None
    one = reading.failing[0]
    planned = reading.plan_of_sets[one.index : one.index + 1]
    if not all(same_load(one.load, following.load) for following in planned):
        return None
    ratios = reading.facts.drop_ratios
    following, after = forecast(one.reps or 0, ratios, reading.settings)
    values = {"next": following, "after": after}
    return Firing(values, "two" if reading.sets_left > 1 else "")


def _sharp_drop(reading: Reading) -> Firing | None:
    one = reading.situation.performed
    if one is None or one.warm_up or one.load is None or one.reps is None or reading.index < 2:
        return None
    before = reading.sets_done[reading.index - 2]
    if not is_failure(before, reading.settings) or not before.reps or before.load is None:
        return None
    kept = 1 - reading.settings.number("reps.drop_flag")
    reps = float(one.reps)
    if (reading.block.sets_planned or 0) >= reading.index:
        # With sets to go the repair asked to hold back: what was left then is no drop.
        if not is_failure(one, reading.settings) and one.reps == _reps_asked(before, reading):
            return None
        reps += one.rir or 0.0
    if not same_load(before.load, one.load) or reps > kept * before.reps:
        return None
    return Firing({"before": before.reps, "reps": one.reps})


def _reps_asked(failed: PerformedSet, reading: Reading) -> int:
    """Reps that the repair of a failure set asks for where its load stays."""
    fix = repair(
        reading.exercise, failed, reading.facts.drop_ratios, reading.profile, reading.settings
    )
    return fix.fewer_reps


def _falls(earlier: PerformedSet, later: PerformedSet) -> bool:
    if earlier.load is None or later.load is None or not earlier.reps or later.reps is None:
        return False
    return same_load(earlier.load, later.load) and later.reps < earlier.reps


def _falling_run(reading: Reading) -> Firing | None:
    """The longest run of falling reps at one load, with two failures among it."""
    best: list[PerformedSet] = []
    run: list[PerformedSet] = []
    for one in reading.sets_done:
        run = [*run, one] if run and _falls(run[-1], one) else [one]
        failed = sum(is_failure(each, reading.settings) for each in run)
        if len(run) >= 3 and failed >= 2 and len(run) > len(best):
            best = run
    if not best:
        return None
    reps = [one.reps or 0 for one in best]
    lost = reps[0] * len(reps) - sum(reps)
    return Firing({"reps": " → ".join(map(str, reps)), "lost": lost})


def is_bench(exercise: Exercise) -> bool:
    """Whether the lift belongs to the bench press family."""
    return exercise.family == "bench"


def _bench_first_set(reading: Reading) -> Firing | None:
    first = reading.index == 1 and bool(reading.failing) and reading.sets_in_all >= 2
    return fires_if(first and is_bench(reading.exercise))


def _work(block: Block) -> int:
    """Grams lifted times reps over the work sets; 0 where a load is not a total."""
    return sum(one.load.grams * (one.reps or 0) for one in block.work_sets if one.load is not None)


def _failed_early(block: Block, reading: Reading) -> bool:
    return any(is_failure(one, reading.settings) for one in block.work_sets[:-1])


def _less_work(reading: Reading) -> Firing | None:
    last = reading.facts.last_time
    if last is None or last.exercise.name != reading.exercise.name:
        return None
    if not _failed_early(reading.block, reading) or _failed_early(last, reading):
        return None
    return fires_if(0 < _work(reading.block) < _work(last))


def _habit_of_failing_first(reading: Reading) -> Firing | None:
    first = (one.failure for one in reading.known.sets)
    sessions = {one.session_id for one in first if one.index == 1 and one.of >= 2}
    if len(sessions) < 3:
        return None
    return Firing({"count": len(sessions)}, is_of_session=True)


DROP_RULES = (
    Rule(
        "R50",
        Group.DROP,
        (Moment.LOGGED,),
        (Severity.INFO,),
        "A failure set with more sets planned at the same load.",
        "At the same load expect about {next} reps next.",
        "Every",
        _DROP,
        _expected_drop,
        "reps.drop",
        {"two": "At the same load expect about {next} reps next, then about {after}."},
    ),
    Rule(
        "R51",
        Group.DROP,
        (Moment.LOGGED,),
        (Severity.CAUTION,),
        "The set after a failure set at the same load has a quarter fewer reps, or less still; "
        "where the repair asked to hold back, reps left count as done.",
        "{before} → {reps}: that drop is fatigue from the failed set, not lost strength.",
        "Every, Sel",
        "Reps fall after a set to failure even with 3 to 5 min of rest (Senna 2011).",
        _sharp_drop,
        "reps.drop_flag",
    ),
    Rule(
        "R52",
        Group.DROP,
        (Moment.EXERCISE_END,),
        (Severity.WARNING,),
        "Two or more failure sets at one load with reps falling over three sets.",
        "{reps}: failure cost you up to {lost} reps of work.",
        "Every",
        "Arithmetic on your own sets; short of failure reps fall less (Refalo 2023).",
        _falling_run,
    ),
    Rule(
        "R53",
        Group.DROP,
        (Moment.LOGGED,),
        (Severity.CAUTION,),
        "The first set of a bench press failed.",
        "Do not chase the first set's number; it will not come back today.",
        "Sel",
        "Bench sets after a failure fall at any rest (Richmond & Godard 2004).",
        _bench_first_set,
    ),
    Rule(
        "R54",
        Group.DROP,
        (Moment.EXERCISE_END,),
        (Severity.INFO,),
        "Less work than last time, with an early failure today and none then.",
        "Less total work than last time, when you held back early on.",
        "Every",
        "Arithmetic on your own sets.",
        _less_work,
    ),
    Rule(
        "R55",
        Group.DROP,
        (Moment.DASHBOARD, Moment.NEXT_SESSION),
        (Severity.CAUTION,),
        "The first set of a lift failed in three or more sessions of 28 days.",
        "A first set failed in {count} sessions of four weeks: failing early is not what makes "
        "you stronger; hold back and see.",
        "Sel",
        "Strength is the same or better short of failure (Grgic 2022).",
        _habit_of_failing_first,
    ),
)
"""Rules R50 to R55."""
