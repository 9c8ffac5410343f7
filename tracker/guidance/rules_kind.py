"""Group B: what failure is, which kind, and the rep range."""

from tracker.effort import FailureType, Technique
from tracker.exercise import ExerciseClass
from tracker.guidance.advice import Moment, Severity
from tracker.guidance.reading import Reading
from tracker.guidance.rule import FIRES, Firing, Group, Rule, fires_if
from tracker.guidance.target import Target
from tracker.performed import PerformedSet

_BEFORE = (Moment.PLAN, Moment.ENTRY)
_ANY_SET = (Moment.PLAN, Moment.ENTRY, Moment.LOGGED)
_TYPES = "The two kinds are the article's definitions; studies use both, often unsaid."
_RANGE = (
    "8 to 12 is the article's range; growth is seen over a wide range of loads when effort is "
    "high (Schoenfeld 2021)."
)


def _kind_not_said(reading: Reading) -> Firing | None:
    one = reading.situation.performed
    return fires_if(one is not None and one.failure is FailureType.UNKNOWN and not one.is_imported)


def _none_left_untagged(reading: Reading) -> Firing | None:
    one = reading.situation.performed
    untagged = one is not None and one.is_work_set and one.failure is None and one.rir == 0
    if one is None or not untagged or one.technique is not Technique.NONE:
        return None
    kind = reading.settings.word("guidance.rir0_counts_as")
    return Firing(variant="none") if kind == "none" else Firing({"kind": kind})


def _beginner_grinds(reading: Reading) -> Firing | None:
    one = reading.situation.performed
    if one is None or not reading.is_beginner or not one.is_work_set:
        return None
    if not reading.is_of(ExerciseClass.FWC, ExerciseClass.SQDL):
        return None
    absolute = any(target.failure is FailureType.ABSOLUTE for target in reading.failing)
    return fires_if(absolute or one.rir == 0)


def _isolation_to_the_end(reading: Reading) -> Firing | None:
    if not reading.is_of(ExerciseClass.ISO):
        return None
    if reading.moment is Moment.EXERCISE_END:
        if reading.is_planned or not reading.sets_done:
            return None
        one = reading.plan_of_sets[-1]
    elif reading.failing and reading.is_planned:
        one = reading.failing[0]
    else:
        return None
    plain = one.failure is FailureType.ABSOLUTE and one.technique is Technique.NONE
    return fires_if(plain and reading.is_last(one.index))


def _isolation_technical(reading: Reading) -> Firing | None:
    kinds = {one.failure for one in reading.failing}
    return fires_if(reading.is_of(ExerciseClass.ISO) and FailureType.TECHNICAL in kinds)


def _with_reps(reading: Reading, least: int, most: int) -> Target | None:
    for one in reading.failing:
        if one.reps is not None and least <= one.reps <= most:
            return one
    return None


def _single(reading: Reading) -> Firing | None:
    return fires_if(_with_reps(reading, 1, 1) is not None)


def _light(reading: Reading) -> Firing | None:
    lo, hi = reading.settings.whole("reps.lo"), reading.settings.whole("reps.hi")
    one = _with_reps(reading, hi + 1, 10_000)
    if one is None:
        return None
    with_note = reading.settings.is_on("guidance.evidence_notes")
    return Firing({"reps": one.reps, "lo": lo, "hi": hi}, "" if with_note else "plain")


def _heavy(reading: Reading) -> Firing | None:
    lo, hi = reading.settings.whole("reps.lo"), reading.settings.whole("reps.hi")
    one = _with_reps(reading, 2, lo - 1)
    if one is None:
        return None
    severity = Severity.CAUTION if reading.is_of(ExerciseClass.FWC) else Severity.INFO
    return Firing({"reps": one.reps, "lo": lo, "hi": hi}, severity=severity)


def _no_rep_target(reading: Reading) -> Firing | None:
    if not any(one.reps is None for one in reading.failing):
        return None
    lo, hi = reading.settings.whole("reps.lo"), reading.settings.whole("reps.hi")
    return Firing({"lo": lo, "hi": hi})


def _unusual_count(reading: Reading) -> Firing | None:
    count = reading.block.sets_planned
    if not reading.failing or count is None or 3 <= count <= 4:
        return None
    return FIRES


def _is_long(performed: PerformedSet, reading: Reading) -> bool:
    lo, hi = reading.settings.whole("reps.lo"), reading.settings.whole("reps.hi")
    return performed.reps is not None and lo <= performed.reps <= hi


def _first_long_failure(reading: Reading) -> Firing | None:
    if "R25" in reading.profile.lessons:
        return None
    if not any(_is_long(one.performed, reading) for one in reading.failing):
        return None
    earlier = [*reading.failed_before, *(one.failure.performed for one in reading.history.sets)]
    return fires_if(not any(_is_long(one, reading) for one in earlier))


def _contradicts(reading: Reading) -> Firing | None:
    one = reading.situation.performed
    if one is None or one.rir is None or one.rir < 1:
        return None
    tagged = one.failure not in (None, FailureType.NONE) or one.technique is not Technique.NONE
    return Firing({"rir": f"{one.rir:g}"}) if tagged else None


KIND_RULES = (
    Rule(
        "R12",
        Group.KIND,
        (Moment.ENTRY, Moment.LOGGED),
        (Severity.INFO,),
        "A set is marked failed without its kind.",
        "Technical (the form went) or absolute (the weight would not move)?",
        "Types",
        _TYPES,
        _kind_not_said,
        "guidance.unknown_counts_as",
    ),
    Rule(
        "R13",
        Group.KIND,
        (Moment.LOGGED,),
        (Severity.INFO,),
        "A set at RIR 0 without a failure tag.",
        "No reps left counts as {kind} failure unless you say otherwise.",
        "Def, Types",
        "People misjudge reps left by about one, so RIR 0 is within a rep of failure "
        "(Halperin 2022).",
        _none_left_untagged,
        "guidance.rir0_counts_as",
        {"none": "No reps left does not count as failure: your settings say so."},
    ),
    Rule(
        "R14",
        Group.LIFT,
        (Moment.LOGGED,),
        (Severity.CAUTION,),
        "A beginner ends a free-weight compound at RIR 0 or at absolute failure.",
        "A grinding, bent-out-of-shape rep is past the point to stop.",
        "Types",
        "Coaching practice; beginners judge effort less well (Zourdos 2016).",
        _beginner_grinds,
    ),
    Rule(
        "R18",
        Group.KIND,
        (Moment.LOGGED, Moment.EXERCISE_END),
        (Severity.INFO,),
        "The last set of an isolation lift ended at absolute failure.",
        "Fine choice: little can go wrong on a strict isolation lift.",
        "Types, Sel",
        "That isolation work costs less overall has support (Korak 2015, de Camargo 2022).",
        _isolation_to_the_end,
    ),
    Rule(
        "R19",
        Group.KIND,
        (Moment.LOGGED,),
        (Severity.INFO,),
        "Technical failure on an isolation lift.",
        "On strict isolation work technical and absolute failure nearly coincide.",
        "Types",
        _TYPES,
        _isolation_technical,
    ),
    Rule(
        "R20",
        Group.KIND,
        _ANY_SET,
        (Severity.CAUTION,),
        "A failure set of a single rep.",
        "An all-out single taxes muscle, nerves and skeleton: keep maxes rare.",
        "Intro, Def",
        "Heavy efforts take up to 72 h to recover from (Thomas 2018).",
        _single,
    ),
    Rule(
        "R21",
        Group.KIND,
        _ANY_SET,
        (Severity.INFO,),
        "A failure set of more than 12 reps.",
        "{reps} reps to failure is long and uncomfortable; {lo} to {hi} is the target range, "
        "though lighter loads grow muscle too.",
        "Def",
        _RANGE,
        _light,
        "reps.hi",
        {"plain": "{reps} reps to failure is long and uncomfortable; {lo} to {hi} is the target."},
    ),
    Rule(
        "R22",
        Group.KIND,
        _ANY_SET,
        (Severity.INFO, Severity.CAUTION),
        "A failure set of 2 to 7 reps; a caution on free-weight compounds.",
        "{reps} reps is heavy for a failure set: aim for {lo} to {hi}.",
        "Def",
        _RANGE,
        _heavy,
        "reps.lo",
    ),
    Rule(
        "R23",
        Group.KIND,
        _BEFORE,
        (Severity.INFO,),
        "Failure is planned without a rep target.",
        "No rep target is set: take a load for {lo} to {hi} reps.",
        "Def",
        _RANGE,
        _no_rep_target,
        "reps.lo",
    ),
    Rule(
        "R24",
        Group.KIND,
        (Moment.PLAN,),
        (Severity.INFO,),
        "Failure is planned in an exercise with other than 3 or 4 sets.",
        "The usual frame is 3 or 4 straight sets, failure only on the last.",
        "Def",
        "Set numbers are the article's convention; weekly volume matters more (Schoenfeld 2017).",
        _unusual_count,
    ),
    Rule(
        "R25",
        Group.KIND,
        (Moment.LOGGED,),
        (Severity.INFO,),
        "The lifter's first failure set of 8 to 12 reps.",
        "A set of this length to failure can cost as much as a heavy max.",
        "Intro",
        "The comparison is the article's; that failure costs recovery is well supported.",
        _first_long_failure,
    ),
    Rule(
        "R26",
        Group.KIND,
        (Moment.ENTRY,),
        (Severity.INFO,),
        "A failure tag beside RIR 1 or more.",
        "RIR {rir} and failure disagree: which one was it?",
        "Def",
        "By definition: failure leaves no rep.",
        _contradicts,
    ),
)
"""Rules R12 to R14 and R18 to R26."""
