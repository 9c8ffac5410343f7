"""What a cell's new text makes of a set: the pieces of the entry line, one at a time."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tracker.effort import FailureType, Technique
from tracker.entry import Announcement, Draft, Entry
from tracker.entry_parser import parse_line
from tracker.errors import InvalidSet, TrackerError, UnreadableEntry
from tracker.load import Load, LoadKind, Unit, bodyweight, plain_number
from tracker.performed import PerformedSet
from widgets.columns import one_line
from widgets.set_cells import HINTS, Column

HEAVIEST_GRAMS = 2_000_000
"""The store keeps no heavier load."""
MOST_NOTE = 500
"""Longer notes are refused."""

_FAILED = (FailureType.TECHNICAL, FailureType.ABSOLUTE, FailureType.UNKNOWN)
_TAGS = {
    "t": FailureType.TECHNICAL,
    "a": FailureType.ABSOLUTE,
    "n": FailureType.NONE,
    "": FailureType.UNKNOWN,
}
_TAG = re.compile(r"(?:0\s*)?(?:!?(?P<how>[tan])|!)", re.IGNORECASE)
_WORDS = {
    "technical": "t",
    "absolute": "a",
    "not failed": "n",
    "failed": "!",
    "none": "-",
}
_NAMES = {
    Column.LOAD: "load",
    Column.REPS: "number of reps",
    Column.PAST: "technique past failure",
}
_NOTHING = ("", "-")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a cell is typed over."""

    unit: Unit
    """For a bare number where the set has no load."""
    is_bodyweight: bool = False
    """The exercise's load is the body: numbers are added or taken off."""


def retyped(performed: PerformedSet, column: Column, text: str, ground: Ground) -> PerformedSet:
    """The set with a cell typed anew.

    A failure tag is understood in every cell of the row, and a whole entry line too.

    Raises:
        TrackerError: the text does not fit; its message says what would.
    """
    typed = text.strip()
    if column is Column.NOTE:
        return _noted(performed, typed)
    if column is Column.REST:
        raise InvalidSet(f"The rest can't be typed: it is {HINTS[Column.REST]}.", text)
    if column is not Column.SET and (match := _TAG.fullmatch(typed)):
        tagged = _tagged(performed, _TAGS[(match["how"] or "").lower()])
        return _checked(tagged, text)
    try:
        changed = _CELLS[column](performed, typed, ground)
    except TrackerError:
        if column is Column.SET or not _is_line(column, typed):
            raise
        changed = _lined(performed, typed, ground)
    return _checked(changed, text)


def _is_line(column: Column, text: str) -> bool:
    return column is not Column.PAST and bool(re.search(r"[x×@]|\d\s*!?[ta]$", text))


def _unfit(column: Column, text: str, why: str = "") -> UnreadableEntry:
    head = _NAMES.get(column, column.value)
    wanted = why or HINTS[column]
    return UnreadableEntry(f"“{text}” is no {head}. What fits: {wanted}", text, wanted)


def _piece(column: Column, text: str, line: str, load: Load | None, ground: Ground) -> Entry:
    """The entry that the cell's text makes when it is put into a line."""
    try:
        # A set without a load (a timed one) must not ask for it here.
        draft = Draft(load or bodyweight(), 1)
        entries = parse_line(line, draft, ground.unit, ground.is_bodyweight)
    except TrackerError:
        raise _unfit(column, text) from None
    if isinstance(entries, Announcement) or len(entries) != 1:
        raise _unfit(column, text)
    return entries[0]


def _noted(performed: PerformedSet, text: str) -> PerformedSet:
    if len(text) > MOST_NOTE:
        raise InvalidSet(f"The note has {len(text)} letters; {MOST_NOTE} fit.", text)
    is_same = text == one_line(performed.note)
    return performed if is_same else replace(performed, note=text)


def _tagged(performed: PerformedSet, failure: FailureType) -> PerformedSet:
    """A tag means RIR 0 where the set has reps left, or none were said."""
    rir = performed.rir
    is_left = rir is None or (rir >= 1 and failure in _FAILED)
    if not is_left:
        return replace(performed, failure=failure)
    return replace(performed, failure=failure, rir=0.0, rir_or_more=False)


def _loaded(performed: PerformedSet, text: str, ground: Ground) -> PerformedSet:
    if text in _NOTHING:
        return replace(performed, load=None)
    bare = re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", text)
    kind = performed.load.kind if performed.load else LoadKind.BODYWEIGHT
    if bare and ground.is_bodyweight and kind is not LoadKind.TOTAL:
        raise _unfit(Column.LOAD, text, f"+{text} is added, -{text} assisted, bw the body alone")
    load = _piece(Column.LOAD, text, f"{text}x1?", performed.load, ground).load
    return replace(performed, load=load)


def _counted(performed: PerformedSet, text: str, ground: Ground) -> PerformedSet:
    is_timed = performed.reps is None and performed.seconds is not None
    amount = f"{text}s" if is_timed and text.isdigit() else text
    if not re.fullmatch(r"[0-9]+(?:/[0-9]+|s)?", amount):
        raise _unfit(Column.REPS, text)
    tag = "!" if amount == "0" else "?"
    entry = _piece(Column.REPS, text, f"x{amount}{tag}", performed.load, ground)
    seconds = performed.seconds if entry.seconds is None else entry.seconds
    return replace(performed, reps=entry.reps, reps_right=entry.reps_right, seconds=seconds)


def _rated(performed: PerformedSet, text: str, ground: Ground) -> PerformedSet:
    if text in (*_NOTHING, "?"):
        return replace(performed, rir=None, rir_or_more=False)
    effort = text if text.lower().startswith("rpe") else f"@{text.lstrip('@ ')}"
    entry = _piece(Column.RIR, text, f"x1{effort}", performed.load, ground)
    failure = performed.failure if entry.failure is None else entry.failure
    # Reps left and a failure contradict each other: what was typed last holds.
    if entry.rir is not None and entry.rir >= 1:
        failure = None
    return replace(performed, rir=entry.rir, rir_or_more=entry.rir_or_more, failure=failure)


def _failed(performed: PerformedSet, text: str, ground: Ground) -> PerformedSet:
    short = _WORDS.get(text.lower(), text)
    if short in _NOTHING:
        return replace(performed, failure=None)
    match = _TAG.fullmatch(short)
    if match is None:
        raise _unfit(Column.FAILURE, text)
    return _tagged(performed, _TAGS[(match["how"] or "").lower()])


def _gone_past(performed: PerformedSet, text: str, ground: Ground) -> PerformedSet:
    if text in _NOTHING:
        return replace(performed, technique=Technique.NONE, segments=())
    entry = _piece(Column.PAST, text, f"x1? {text}", performed.load, ground)
    if entry.technique is Technique.NONE or entry.note or entry.ago_seconds:
        raise _unfit(Column.PAST, text)
    past = replace(performed, technique=entry.technique, segments=entry.segments)
    is_unsaid = past.rir is None and past.failure is None
    return replace(past, rir=0.0, failure=FailureType.ABSOLUTE) if is_unsaid else past


def _lined(performed: PerformedSet, text: str, ground: Ground) -> PerformedSet:
    """The set as a whole entry line says it, over the set as it stands."""
    draft = Draft(performed.load, performed.reps, seconds=performed.seconds)
    entries = parse_line(text, draft, ground.unit, ground.is_bodyweight)
    if isinstance(entries, Announcement):
        raise UnreadableEntry("`!` announces a failure; here say how the set went: 0!.", text)
    if len(entries) != 1 or entries[0].times != 1:
        raise UnreadableEntry("One set stands in this row: `i` inserts another one.", text)
    entry = entries[0]
    if entry.ago_seconds:
        raise UnreadableEntry("“ago” counts from now; `D` changes the session's time.", text)
    said = entry.performed(performed.at)
    return replace(
        performed,
        load=said.load,
        reps=said.reps,
        reps_right=said.reps_right,
        rir=said.rir,
        rir_or_more=said.rir_or_more,
        failure=said.failure,
        technique=said.technique,
        segments=said.segments,
        warm_up=said.warm_up,
        seconds=said.seconds if said.reps is None else performed.seconds,
        note=said.note or performed.note,
    )


def _checked(performed: PerformedSet, text: str) -> PerformedSet:
    """The set, if it can stand in the log.

    Raises:
        InvalidSet: a load is beyond what is kept, or no rep was done and no failure said.
    """
    loads = (performed.load, *(segment.load for segment in performed.segments))
    for load in loads:
        if load is not None and load.grams > HEAVIEST_GRAMS:
            heaviest = plain_number(load.value)
            raise InvalidSet(f"{heaviest} {load.unit} is more than anyone lifts.", text)
    is_failed = performed.failure in _FAILED or performed.technique is not Technique.NONE
    if performed.reps == 0 and not performed.reps_right and not is_failed:
        raise InvalidSet("No rep at all is a missed one: say how it failed, as in x0!t.", text)
    return performed


_CELLS: dict[Column, Callable[[PerformedSet, str, Ground], PerformedSet]] = {
    Column.SET: _lined,
    Column.LOAD: _loaded,
    Column.REPS: _counted,
    Column.RIR: _rated,
    Column.FAILURE: _failed,
    Column.PAST: _gone_past,
}
