"""The cells of a set in a grid: what each shows, and the text with which it is edited."""

from enum import StrEnum

from tracker.effort import FailureType, Technique, rir_text
from tracker.entry import Entry
from tracker.entry_words import spelled
from tracker.failure import counts_as
from tracker.load import Load, LoadKind, Unit, plain_number
from tracker.performed import PerformedSet
from tracker.settings import Settings
from widgets.columns import one_line


class Column(StrEnum):
    """The columns of the grid, left to right; the value is the column's head."""

    SET = "set"
    LOAD = "kg"
    REPS = "reps"
    RIR = "RIR"
    FAILURE = "failure"
    PAST = "past it"
    REST = "rest"
    NOTE = "note"


COLUMNS = tuple(Column)
"""All columns in order."""
TEXT_COLUMNS = frozenset({Column.NOTE})
"""Columns of free text."""
TEXT_HINT = "typing replaces it · Enter edits it · arrows leave it"
"""What a cell of free text says."""

HINTS = {
    Column.SET: "the whole set as one line, as in 80x7@1.5 or 80x7!t > 60x5",
    Column.LOAD: "62,5 · 135 lb · +20 added · -15 assisted · bw the body alone",
    Column.REPS: "8 · 10/9 left and right · 45s for a timed set",
    Column.RIR: "0 to 5 in halves · 5+ · rpe8 · - not known",
    Column.FAILURE: "t form went · a stuck · n not failed · ! kind not known · - none",
    Column.PAST: "> 60x6 drop · +4 rest-pause · f2 forced · ecc3 eccentric · - none",
    Column.REST: "computed from the times at which the sets were logged",
    Column.NOTE: TEXT_HINT,
}
"""What fits into a cell."""

FAILURE_WORDS = {
    FailureType.TECHNICAL: "technical",
    FailureType.ABSOLUTE: "absolute",
    FailureType.NONE: "not failed",
    FailureType.UNKNOWN: "failed",
}
"""How a cell names a failure."""
FAILURE_KEYS = {
    FailureType.TECHNICAL: "t",
    FailureType.ABSOLUTE: "a",
    FailureType.NONE: "n",
    FailureType.UNKNOWN: "!",
}
"""How a failure is typed."""

_BARE = {Technique.DROP: "drop", Technique.REST_PAUSE: "pause", Technique.FORCED: "forced"}


def load_text(load: Load | None, unit: Unit) -> str:
    """A load in a column of that unit; another unit is named.

    >>> from tracker.load import lb
    >>> load_text(lb(225), Unit.KG)
    '225 lb'
    """
    if load is None:
        return ""
    if load.kind is LoadKind.BODYWEIGHT:
        return "BW"
    sign = {LoadKind.ADDED: "+", LoadKind.ASSISTED: "-"}.get(load.kind, "")
    named = "" if load.unit is unit else f" {load.unit}"
    return f"{sign}{plain_number(load.value)}{named}"


def count_text(performed: PerformedSet) -> str:
    """Reps, reps of both sides, or the length of a timed set."""
    if performed.reps is not None:
        right = "" if performed.reps_right is None else f"/{performed.reps_right}"
        return f"{performed.reps}{right}"
    return "" if performed.seconds is None else f"{performed.seconds}s"


def past_text(performed: PerformedSet) -> str:
    """How the set went on past failure, as it is typed: `> 60x6`, `+4 +3`, `f2`, `ecc3`."""
    technique = performed.technique
    reps = sum(segment.reps for segment in performed.segments)
    if technique is Technique.NONE:
        return ""
    if not performed.segments:
        return _BARE.get(technique, "ecc")
    if technique is Technique.DROP:
        unit = performed.load.unit if performed.load else Unit.KG
        drops = (f"> {load_text(one.load, unit)}x{one.reps}" for one in performed.segments)
        return " ".join(drops)
    if technique is Technique.REST_PAUSE:
        return " ".join(f"+{segment.reps}" for segment in performed.segments)
    return f"f{reps}" if technique is Technique.FORCED else f"ecc{reps}"


def effort_text(performed: PerformedSet) -> str:
    """RIR and failure together: `1`, `0 absolute`, `?`."""
    failure = performed.failure
    words = [rir_text(performed.rir, performed.rir_or_more)]
    if failure is not None:
        words.append(FAILURE_WORDS[failure])
    return " ".join(words)


def failure_text(performed: PerformedSet, settings: Settings) -> str:
    """The failure as said; in brackets where it only follows from RIR 0 or a technique."""
    if performed.failure is not None:
        return FAILURE_WORDS[performed.failure]
    derived = counts_as(performed, settings)
    return "" if derived is FailureType.NONE else f"({FAILURE_WORDS[derived]})"


def rest_text(seconds: int | None) -> str:
    """Minutes and seconds, `2:05`."""
    return "" if seconds is None else f"{seconds // 60}:{seconds % 60:02}"


def source(performed: PerformedSet, column: Column) -> str:
    """The text with which a cell is edited: what would be typed to say the same."""
    unit = performed.load.unit if performed.load else Unit.KG
    failure = performed.failure
    texts = {
        Column.SET: lambda: spelled(Entry.of(performed)),
        Column.LOAD: lambda: load_text(performed.load, unit).lower(),
        Column.REPS: lambda: count_text(performed),
        Column.RIR: lambda: rir_text(performed.rir, performed.rir_or_more),
        Column.FAILURE: lambda: "" if failure is None else FAILURE_KEYS[failure],
        Column.PAST: lambda: past_text(performed),
        Column.NOTE: lambda: one_line(performed.note),
    }
    return texts[column]() if column in texts else ""
