"""The entry line over the warm-up ramp: `w` takes its next step and is read back with its place."""

from collections.abc import Callable
from dataclasses import replace

from tracker.entry import Announcement, Entry
from tracker.entry_words import read_back, spelled
from tracker.errors import UnreadableEntry
from tracker.planned import PlannedSet
from tracker.warm_up import RampPlace

Entries = tuple[Entry, ...]
"""What a line says, set by set."""
ReadOver = Callable[[PlannedSet], Entries | Announcement]
"""Reads a line over a set."""


def on_the_ramp(said: Entries, place: RampPlace, read_over: ReadOver) -> Entries:
    """The entries of a line, its warm-ups over the ramp's next step and no longer over the draft.

    Args:
        said: What the line says over the draft of the work set.
        place: The place on the ramp.
        read_over: Reads the same line over another set.

    Raises:
        UnreadableEntry: the ramp is done and a warm-up says no load of its own.
    """
    over_step = _entries(read_over(place.step))
    if place.is_done:
        _check_own_loads(said, over_step, _entries(read_over(_heavier(place.step))))
    return tuple(warm if one.warm_up else one for one, warm in zip(said, over_step, strict=True))


def _entries(said: Entries | Announcement) -> Entries:
    return () if isinstance(said, Announcement) else said


def _heavier(step: PlannedSet) -> PlannedSet:
    """A step of another load: what is read otherwise over it took its load from there."""
    load = step.load
    return step if load is None else replace(step, load=load.with_value(load.value + 1))


def _check_own_loads(said: Entries, over_step: Entries, over_other: Entries) -> None:
    for drafted, one, other in zip(said, over_step, over_other, strict=True):
        if not one.warm_up or one.load is None or one.load == other.load:
            continue
        line = spelled(replace(one, times=1))
        if drafted.load is not None and drafted.load.unit is one.load.unit:
            line = line.replace(str(one.load.unit), "", 1)
        raise UnreadableEntry(f"The ramp is done: `{line}` logs another one.", "w", line)


def ramp_read_back(entries: Entries, place: RampPlace | None) -> str:
    """What was read, in words; a step of the ramp with its place: `warm-up 2 of 3: 60 kg × 5`."""
    words = read_back(entries)
    if place is None or place.is_done or not entries:
        return words
    first = entries[0]
    if not first.warm_up or first.times > 1 or first.load != place.step.load:
        return words
    return words.replace("warm-up ", f"warm-up {place.number} of {place.steps}: ", 1)
