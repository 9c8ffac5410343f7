"""An entry in words: printed for machines, read back for people, and doubted where it slipped."""

from tracker.bests import is_as_heavy
from tracker.effort import FailureType, Technique, rir_text
from tracker.entry import Announcement, Draft, Entry
from tracker.exercise import Exercise, Measure
from tracker.load import Load, LoadKind, plain_number
from tracker.performed import Segment

ZERO_HINT = "t form went · a would not move · Enter no clean rep left"
"""What RIR 0 asks before Enter: three ways to have no rep left."""
MOST_AGO_SECONDS = 4 * 3600
"""A set longer ago than this is likely a slip; after so long a silence a session is over."""

_TAGS = {
    None: "",
    FailureType.TECHNICAL: "!t",
    FailureType.ABSOLUTE: "!a",
    FailureType.NONE: "!n",
    FailureType.UNKNOWN: "!",
}
_FAILURE_WORDS = {
    FailureType.TECHNICAL: "technical failure",
    FailureType.ABSOLUTE: "absolute failure",
    FailureType.NONE: "no reps left, not failed",
    FailureType.UNKNOWN: "failed, kind not said",
}
_BARE_TAILS = {
    Technique.NONE: "",
    Technique.DROP: " drop",
    Technique.REST_PAUSE: " pause",
    Technique.FORCED: " forced",
    Technique.ECCENTRIC: " ecc",
}
_BARE_WORDS = {
    Technique.DROP: "a drop set",
    Technique.REST_PAUSE: "rest-pause",
    Technique.FORCED: "forced reps",
    Technique.ECCENTRIC: "eccentric reps",
}


def spelled(entry: Entry) -> str:
    """The printed form: complete without a draft, and read back as the same entry.

    A `"` inside a note is doubled. A set without a load (an import that had none) prints `x8`, and
    one with neither reps nor duration `?`: these two alone read differently over a draft.

    >>> from tracker.load import kg
    >>> spelled(Entry(kg("82.5"), 8, rir=1.5, note="slow"))
    '82.5kgx8@1.5 "slow"'
    """
    counted = _spelled_count(entry)
    times = f"x{entry.times}" if entry.times > 1 else ""
    note = entry.note.replace('"', '""')
    return "".join(
        (
            "w" if entry.warm_up else "",
            counted,
            times,
            _spelled_effort(entry) or ("" if counted else "?"),
            _spelled_tail(entry),
            _spelled_ago(entry.ago_seconds),
            f' "{note}"' if note else "",
        )
    )


def _spelled_load(load: Load | None) -> str:
    if load is None:
        return ""
    if load.kind is LoadKind.BODYWEIGHT:
        return "bw"
    sign = {LoadKind.ADDED: "+", LoadKind.ASSISTED: "-"}.get(load.kind, "")
    return f"{sign}{plain_number(load.value)}{load.unit}"


def _spelled_count(entry: Entry) -> str:
    load = _spelled_load(entry.load)
    if entry.reps is not None:
        right = "" if entry.reps_right is None else f"/{entry.reps_right}"
        return f"{load}x{entry.reps}{right}"
    if entry.seconds is None:
        return ""
    return f"{load}x{entry.seconds}s" if load else f"{entry.seconds}s"


def _spelled_effort(entry: Entry) -> str:
    tag = _TAGS[entry.failure]
    if entry.rir is None:
        is_free = entry.warm_up or entry.reps is None
        is_silent = is_free and not tag and entry.technique is Technique.NONE
        return "" if is_silent else f"?{tag}"
    if entry.rir == 0 and tag:
        return tag
    return f"@{rir_text(entry.rir, entry.rir_or_more)}{tag}"


def _spelled_tail(entry: Entry) -> str:
    reps = sum(segment.reps for segment in entry.segments)
    if not entry.segments or entry.technique is Technique.NONE:
        return _BARE_TAILS[entry.technique]
    if entry.technique is Technique.FORCED:
        return f" forced{reps}"
    if entry.technique is Technique.ECCENTRIC:
        return f" ecc{reps}"
    if entry.technique is Technique.REST_PAUSE:
        return "".join(f" +{segment.reps}" for segment in entry.segments)
    return "".join(f" > {_spelled_load(one.load)}x{one.reps}" for one in entry.segments)


def _spelled_ago(seconds: int) -> str:
    if not seconds:
        return ""
    return f" -{seconds}s" if seconds % 60 else f" -{seconds // 60}m"


def read_back(entries: tuple[Entry, ...] | Announcement) -> str:
    """What was read, in words, as it stands under the line before Enter.

    >>> from tracker.load import kg
    >>> read_back((Entry(kg("82.5"), 8, rir=2),))
    '82.5 kg × 8, RIR 2'
    """
    if isinstance(entries, Announcement):
        return "I mean to fail this set"
    return " · then ".join(_read_back_one(entry) for entry in entries)


def _read_back_one(entry: Entry) -> str:
    words = [
        _counted_words(entry),
        _effort_words(entry),
        _technique_words(entry),
        f"{_ago_words(entry.ago_seconds)} ago" if entry.ago_seconds else "",
        f"“{entry.note}”" if entry.note else "",
    ]
    said = ", ".join(one for one in words if one)
    is_bare_zero = entry.rir == 0 and entry.failure is None
    if is_bare_zero and entry.technique is Technique.NONE and not entry.warm_up:
        return f"{said}: {ZERO_HINT}"
    return said


def _counted_words(entry: Entry) -> str:
    times = f"{entry.times} sets of " if entry.times > 1 else ""
    warm_up = "warm-up " if entry.warm_up else ""
    if entry.reps is None:
        count = "a set" if entry.seconds is None else f"{entry.seconds} s"
    elif entry.reps_right is not None:
        count = f"{entry.reps} left, {entry.reps_right} right"
    else:
        count = "0, the rep missed" if entry.reps == 0 else f"{entry.reps}"
    if entry.load is not None:
        return f"{warm_up}{times}{entry.load} × {count}"
    is_bare = entry.reps is not None and entry.reps_right is None
    unit = (" rep" if entry.reps == 1 else " reps") if is_bare and entry.reps else ""
    return f"{warm_up}{times}{count}{unit}"


def _effort_words(entry: Entry) -> str:
    if entry.rir is None:
        is_free = entry.warm_up or entry.reps is None
        effort = "" if is_free else "effort not known"
    elif entry.rir == 0 and entry.failure is not None:
        effort = ""
    else:
        effort = f"RIR {rir_text(entry.rir)}{' or more' if entry.rir_or_more else ''}"
    failure = "" if entry.failure is None else _FAILURE_WORDS[entry.failure]
    return ", ".join(one for one in (effort, failure) if one)


def _technique_words(entry: Entry) -> str:
    reps = sum(segment.reps for segment in entry.segments)
    if entry.technique is Technique.NONE:
        return ""
    if not entry.segments:
        return _BARE_WORDS[entry.technique]
    if entry.technique is Technique.DROP:
        return "dropped to " + ", ".join(_drop_words(one) for one in entry.segments)
    if entry.technique is Technique.REST_PAUSE:
        return "rest-pause " + " ".join(f"+{one.reps}" for one in entry.segments)
    kind = "forced" if entry.technique is Technique.FORCED else "eccentric"
    return f"{reps} {kind} {'rep' if reps == 1 else 'reps'}"


def _drop_words(segment: Segment) -> str:
    return f"{segment.load or 'the same'} × {segment.reps}"


def _ago_words(seconds: int) -> str:
    return f"{seconds} s" if seconds % 60 else f"{seconds // 60} min"


def doubts(
    entry: Entry,
    draft: Draft | None,
    exercise: Exercise | None = None,
    session_seconds: int | None = None,
) -> str | None:
    """What is likely a slip, as a question; such an entry takes Enter twice.

    A load over 3 × or under ⅓ of the draft's, or of a kind that the exercise does not have; reps
    over twice the draft's, or seconds for reps; a lone number from 4 on that is above the target
    + 2, or equals the draft's reps; a drop to more; a technique with a rep left; a set of before
    the session began.

    Args:
        entry: What the line says.
        draft: What it stands over; None doubts nothing that hangs on it.
        exercise: The exercise; None doubts nothing that hangs on it.
        session_seconds: How long ago the session began; None where that isn't known.
    """
    over = draft or Draft()
    questions = (
        _load_doubt(entry, over) or _kind_doubt(entry, over, exercise),
        _reps_doubt(entry, over),
        _measure_doubt(entry, over, exercise),
        _rir_doubt(entry, over) if draft else "",
        _drop_doubt(entry),
        _technique_doubt(entry),
        _ago_doubt(entry, session_seconds),
    )
    return " ".join(one for one in questions if one) or None


def _load_doubt(entry: Entry, draft: Draft) -> str:
    said, planned = entry.load, draft.load
    if said is None or planned is None or said == planned:
        return ""
    if said.kind is LoadKind.TOTAL and planned.kind is not LoadKind.TOTAL:
        return _total_doubt(said)
    # A warm-up is meant to be light.
    is_light = 3 * said.grams < planned.grams and not entry.warm_up
    if said.kind is not planned.kind or not planned.grams:
        return ""
    if not is_light and said.grams <= 3 * planned.grams:
        return ""
    return f"{said}? the draft is {planned}."


def _total_doubt(load: Load) -> str:
    number = plain_number(load.value)
    return f"{load} in all? or `+{number}` added, `-{number}` assisted"


def _kind_doubt(entry: Entry, draft: Draft, exercise: Exercise | None) -> str:
    """A sign on a bar, or none beside the body; not where the draft has it the same way."""
    load = entry.load
    if exercise is None or load is None:
        return ""
    if exercise.is_bodyweight:
        return _total_doubt(load) if load.kind is LoadKind.TOTAL and draft.load is None else ""
    is_signed = load.kind in (LoadKind.ADDED, LoadKind.ASSISTED)
    if not is_signed or (draft.load is not None and draft.load.kind is not LoadKind.TOTAL):
        return ""
    return f"{load} beside the body? `{plain_number(load.value)}` is the load in all."


def _measure_doubt(entry: Entry, draft: Draft, exercise: Exercise | None) -> str:
    """Seconds for reps or the other way round; not where the draft has it the same way."""
    if exercise is None:
        return ""
    is_timed = exercise.measure is not Measure.REPS
    if is_timed and entry.reps is not None and draft.reps is None:
        return f"{entry.reps} reps? {exercise.name} is counted in time: `{entry.reps}s`."
    if is_timed or entry.reps is not None or entry.seconds is None or draft.seconds is not None:
        return ""
    return f"{entry.seconds} s? {exercise.name} is counted in reps."


def _drop_doubt(entry: Entry) -> str:
    above = entry.load
    for segment in entry.segments if entry.technique is Technique.DROP else ():
        if above is not None and segment.load is not None and _is_heavier(segment.load, above):
            more = "less help" if above.kind is LoadKind.ASSISTED else "more"
            return f"{segment.load} is {more} than the {above} it drops from."
        above = segment.load or above
    return ""


def _is_heavier(load: Load, other: Load) -> bool:
    return is_as_heavy(load, other) and not is_as_heavy(other, load)


def _technique_doubt(entry: Entry) -> str:
    if entry.technique is Technique.NONE or entry.rir is None or entry.rir < 1:
        return ""
    words = _BARE_WORDS[entry.technique]
    verb = "count" if words.endswith("reps") else "counts"
    left = rir_text(entry.rir, entry.rir_or_more)
    return f"{words[0].upper()}{words[1:]} {verb} as failure; with {left} left?"


def _ago_doubt(entry: Entry, session_seconds: int | None) -> str:
    ago = entry.ago_seconds
    if ago and session_seconds is not None and ago > session_seconds:
        is_short = session_seconds < 60
        began = _ago_words(session_seconds if is_short else session_seconds // 60 * 60)
        return f"{_ago_words(ago)} ago? The session began {began} ago."
    return f"{_ago_words(ago)} ago?" if ago > MOST_AGO_SECONDS else ""


def _reps_doubt(entry: Entry, draft: Draft) -> str:
    if entry.reps is None or not draft.reps:
        return ""
    most = max(entry.reps, entry.reps_right or 0)
    return f"{most} reps? the draft is {draft.reps}." if most > 2 * draft.reps else ""


def _rir_doubt(entry: Entry, draft: Draft) -> str:
    if not entry.is_lone_number or entry.rir is None or entry.rir < 4:
        return ""
    is_above = draft.target_rir is not None and entry.rir > draft.target_rir + 2
    if not is_above and entry.rir != draft.reps:
        return ""
    left = rir_text(entry.rir, entry.rir_or_more)
    if entry.rir != int(entry.rir) or entry.rir_or_more:
        return f"{left} left?"
    target = 2.0 if draft.target_rir is None else draft.target_rir
    return f"{left} left? or `{left} {rir_text(target)}`"
