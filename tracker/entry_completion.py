"""Completing an entry: gaps are filled from the draft, and what clashes is refused."""

from dataclasses import dataclass, replace

from tracker.effort import FailureType, Technique
from tracker.entry import ContradictoryEntry, Draft, Entry
from tracker.entry_count import Count, Ground
from tracker.entry_cursor import Cursor
from tracker.entry_effort import Effort
from tracker.entry_tail import Tail
from tracker.entry_words import spelled
from tracker.errors import UnreadableEntry
from tracker.load import Load, bodyweight


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the tail."""

    start: int
    """Where the entry begins in the line."""
    end: int
    """Where its tail begins."""
    warm_up: bool
    count: Count
    effort: Effort


def load_over(cursor: Cursor, ground: Ground, front: Front) -> Load | None:
    """The load said, else the draft's, else the body where the exercise is the body's.

    Raises:
        UnreadableEntry: there is none of these.
    """
    count = front.count
    if count.load is not None:
        return count.load
    draft = ground.draft
    if draft is not None and draft.load is not None:
        return draft.load
    is_timed = count.seconds is not None or _is_timed_draft(draft, count)
    if is_timed and (draft is not None or count.is_positional):
        return None
    if ground.is_bodyweight and (draft is not None or not count.is_positional):
        return bodyweight()
    raise _needs_draft(cursor, front, "what load", "100x8@2")


def _is_timed_draft(draft: Draft | None, count: Count) -> bool:
    if draft is None or count.reps is not None or draft.reps is not None:
        return False
    return draft.seconds is not None


def _needs_draft(cursor: Cursor, front: Front, what: str, example: str) -> UnreadableEntry:
    read = cursor.line[front.start : cursor.position].strip()
    # A warm-up answered with a work set would be logged as one.
    example = "w60x10" if front.warm_up else example
    return UnreadableEntry(
        f"Read `{read}`: {what}? No planned set stands here to take it from; write {example}.",
        read,
        f"{'load and reps' if front.warm_up else 'load, reps and effort'}, as in {example}",
    )


def completed(cursor: Cursor, ground: Ground, front: Front, tail: Tail, load: Load | None) -> Entry:
    """The entry, its gaps filled from the draft.

    Raises:
        UnreadableEntry: reps or effort are missing.
    """
    count, effort = front.count, front.effort
    reps, seconds = _amount(cursor, ground, front)
    if not effort.is_said and tail.technique is not Technique.NONE:
        effort = Effort(0.0, failure=FailureType.ABSOLUTE, is_said=True)
    if not effort.is_said and not front.warm_up and seconds is None:
        if count.reps == 0:
            raise _no_rep(cursor, front)
        said = cursor.line[front.start : front.end].strip()
        raise cursor.stuck(
            f"how many reps were left? As in {said}@2, or {said}? for not known.",
            f"{said}@2",
            front.end,
        )
    return Entry(
        load=load,
        reps=reps,
        reps_right=_right(ground, count),
        rir=effort.rir,
        rir_or_more=effort.is_or_more,
        failure=effort.failure,
        technique=tail.technique,
        segments=tail.segments,
        warm_up=front.warm_up,
        note=tail.note,
        seconds=seconds,
        times=count.times,
        ago_seconds=tail.ago_seconds,
        is_lone_number=count.is_lone_number,
    )


def _amount(cursor: Cursor, ground: Ground, front: Front) -> tuple[int | None, int | None]:
    """Reps or seconds: those said, else the draft's."""
    count, draft = front.count, ground.draft
    if count.reps is not None or count.seconds is not None:
        return count.reps, count.seconds
    if draft is not None and draft.reps is not None:
        return draft.reps, None
    if draft is not None and draft.seconds is not None:
        return None, draft.seconds
    raise _needs_draft(cursor, front, "how many reps", "100x8@2")


def _right(ground: Ground, count: Count) -> int | None:
    """The right side's reps: those said, else the draft's where its left ones are taken too."""
    is_draft = count.reps is None and count.seconds is None and ground.draft is not None
    return ground.draft.reps_right if is_draft and ground.draft else count.reps_right


def check_zero(cursor: Cursor, front: Front, entry: Entry) -> None:
    """Zero reps are a missed rep: spelled `x0`, and tagged; zero seconds are no set.

    Raises:
        UnreadableEntry: they are neither.
    """
    if entry.seconds == 0:
        raise cursor.stuck("no time at all? Leave it out.", "45s", front.start)
    if entry.reps != 0 and entry.reps_right != 0:
        return
    is_failed = entry.failure not in (None, FailureType.NONE)
    if front.count.is_positional or not is_failed:
        raise _no_rep(cursor, front)


def _no_rep(cursor: Cursor, front: Front) -> UnreadableEntry:
    return cursor.stuck(
        "no rep at all is a missed one: write it with x0 and a tag, as in 100x0!a.",
        "100x0!a",
        front.start,
    )


def contradiction(cursor: Cursor, start: int, entry: Entry) -> ContradictoryEntry:
    """The question which holds, the reps left or the failure, with a line for each."""
    line, end = cursor.line, cursor.position
    choices = (replace(entry, failure=None), replace(entry, rir=0.0, rir_or_more=False))
    read = line[start:end].strip()
    return ContradictoryEntry(
        f"`{read}`: RIR above zero and failure disagree: which one?",
        read,
        "either reps left, or a failure",
        tuple(line[:start] + spelled(one) + line[end:] for one in choices),
    )
