"""Group I: education, the default target, and progression."""

from tracker.exercise import ExerciseClass
from tracker.guidance.advice import Moment, Severity
from tracker.guidance.reading import Reading
from tracker.guidance.rule import Firing, Group, Rule, fires_if
from tracker.guidance.rules_safety import is_heavy
from tracker.load import LoadKind, same_load
from tracker.performed import PerformedSet
from tracker.progression import asks_more, is_too_heavy, load_words

_PROGRESS = "Double progression; ACSM 2009 adds 2 to 10 % at one or two reps over the target."
_TARGETS = {
    ExerciseClass.ISO: "1 to 2",
    ExerciseClass.MC: "1 to 2",
    ExerciseClass.FWC: "2",
    ExerciseClass.SQDL: "2 to 3",
}


def target_rir(exercise_class: ExerciseClass) -> str:
    """The RIR to aim for where none is planned: `1 to 2`; Olympic lifts end with their speed."""
    return _TARGETS.get(exercise_class, "")


def _optional(reading: Reading) -> Firing | None:
    return Firing(is_of_session=True)


def _no_target(reading: Reading) -> Firing | None:
    open_sets = [
        one
        for one in reading.targets
        if not one.fails and one.performed.rir is None and one.performed.failure is None
    ]
    if not open_sets:
        return None
    target = target_rir(reading.exercise.exercise_class)
    return Firing({"target": target}) if target else Firing(variant="speed")


def _ready_for_more(reading: Reading) -> Firing | None:
    following = asks_more(reading.block, reading.settings)
    if following is None or following.load is None:
        return None
    lo, hi = reading.settings.whole("reps.lo"), reading.settings.whole("reps.hi")
    variant = "" if following.reps == lo else "own"
    values = {"load": load_words(following), "lo": lo, "hi": hi, "reps": following.reps}
    return Firing(values, variant)


def _too_heavy(reading: Reading) -> Firing | None:
    lo = reading.settings.whole("reps.lo")
    return Firing({"lo": lo}) if is_too_heavy(reading.block, reading.settings) else None


def beats(one: PerformedSet, other: PerformedSet) -> bool:
    """Whether one set has more load for as many reps, or more reps at the same load."""
    if one.load is None or other.load is None or one.reps is None or other.reps is None:
        return False
    if same_load(one.load, other.load):
        return one.reps > other.reps
    assisted = one.load.kind is LoadKind.ASSISTED
    heavier_load = (one.load.grams > other.load.grams) is not assisted
    return one.load.kind is other.load.kind and heavier_load and one.reps >= other.reps


def _progress(reading: Reading) -> Firing | None:
    last = reading.facts.last_time
    if last is None or last.exercise.name != reading.exercise.name:
        return None
    if reading.failed_in(reading.block) or not reading.sets_done:
        return None
    pairs = list(zip(reading.sets_done, last.work_sets, strict=False))
    better = any(beats(one, other) for one, other in pairs)
    return fires_if(better and not any(beats(other, one) for one, other in pairs))


def _beginner_plans(reading: Reading) -> Firing | None:
    return fires_if(reading.is_beginner and bool(reading.failing))


def _heavy_top_set(reading: Reading) -> Firing | None:
    style = reading.settings.word("guidance.arousal")
    if style == "off":
        return None
    loads = [one.load for one in reading.plan_of_sets if one.load is not None]
    top = max(loads, key=lambda one: one.grams, default=None)
    comes = any(one.load == top for one in reading.targets)
    return Firing(variant=style) if top and comes and is_heavy(top, reading) else None


EDUCATION_RULES = (
    Rule(
        "R86",
        Group.EDUCATION,
        (Moment.HELP,),
        (Severity.INFO,),
        "Help, and the first question why.",
        "Failure works for many; it is not needed.",
        "Nec",
        "Growth is about the same at 1 to 3 reps in reserve (Grgic 2022, Refalo 2023, 2024); with "
        "very low volume failure may help a little (Hermann 2025).",
        _optional,
    ),
    Rule(
        "R87",
        Group.EDUCATION,
        (Moment.PLAN,),
        (Severity.INFO,),
        "A work set is planned without a target RIR.",
        "Aim for {target} reps in reserve.",
        "Nec",
        "Growth is about the same at 1 to 3 reps in reserve (Refalo 2023).",
        _no_target,
        variants={"speed": "End the set when its speed goes, not its reps."},
    ),
    Rule(
        "R88",
        Group.EDUCATION,
        (Moment.EXERCISE_END,),
        (Severity.INFO,),
        "All work sets reached the top of the rep range with a rep or more in reserve.",
        "All sets at {hi} with reps to spare: next time {load}, from {lo} reps.",
        "Why",
        _PROGRESS,
        _ready_for_more,
        "reps.hi",
        {"own": "All sets had reps to spare: next time {load} × {reps}."},
    ),
    Rule(
        "R89",
        Group.EDUCATION,
        (Moment.EXERCISE_END,),
        (Severity.INFO,),
        "Two or more work sets fell short of the planned rep range.",
        "Fewer than {lo} reps on two sets: too heavy for the range, take 5 to 10 % off.",
        "Why, Intro",
        _PROGRESS,
        _too_heavy,
        "reps.lo",
    ),
    Rule(
        "R90",
        Group.EDUCATION,
        (Moment.EXERCISE_END,),
        (Severity.INFO,),
        "Reps or load went up against last time, without failure.",
        "Progress without failure: load or reps went up.",
        "Why",
        "Arithmetic on your own sets.",
        _progress,
    ),
    Rule(
        "R91",
        Group.EDUCATION,
        (Moment.PLAN, Moment.ENTRY),
        (Severity.CAUTION,),
        "A beginner plans a failure.",
        "Failure is an advanced tool: learn where your limit is on machines first.",
        "Safe, Def",
        "Beginners judge reps left less well (Zourdos 2016); the advice is the article's.",
        _beginner_plans,
    ),
    Rule(
        "R92",
        Group.EDUCATION,
        (Moment.PLAN,),
        (Severity.INFO,),
        "A heavy top set comes up, and the lifter chose a cue for it.",
        "Heavy top set: make ready in your own way.",
        "NS",
        "That lifters differ in how much arousal suits them is the article's; no study of these "
        "cues is claimed.",
        _heavy_top_set,
        "guidance.arousal",
        {
            "psych_up": "Heavy top set: stir yourself up, see it go, and attack it.",
            "stay_calm": "Heavy top set: one slow breath, one cue, no hurry.",
        },
    ),
)
"""Rules R86 to R92."""
