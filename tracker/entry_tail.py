"""The tail of an entry: what was done past failure, how long ago, and the note."""

from dataclasses import dataclass, replace

from tracker.effort import Technique
from tracker.entry_count import MOST_REPS, spelled_load, spelled_reps, whole
from tracker.entry_cursor import Cursor, pattern
from tracker.errors import UnreadableEntry
from tracker.load import Unit
from tracker.performed import Segment

MOST_SECONDS_AGO = 86_400
"""What was longer ago than a day is dated, not said in a tail."""

_DROP = pattern(r"\s*>\s*")
_CLUSTER = pattern(r"\s+\+\s*(?P<reps>[0-9]+)(?![a-z0-9/.,])")
_HELPED = pattern(r"\s+(?P<how>forced|f(?=[0-9])|ecc)(?:\s*(?P<reps>[0-9]+))?(?![a-z0-9.,])")
_BARE = pattern(r"\s+(?P<how>drop|pause)(?![a-z0-9])")
_AGO = pattern(r"\s+-\s*(?P<number>[0-9]+)(?P<unit>[smh])(?![a-z0-9])")
_NOTE = pattern(r'\s*"(?P<text>[^"]*+(?:""[^"]*+)*+)"')
_OPEN_NOTE = pattern(r'\s*"')

_TECHNIQUES = {
    "forced": Technique.FORCED,
    "f": Technique.FORCED,
    "ecc": Technique.ECCENTRIC,
    "drop": Technique.DROP,
    "pause": Technique.REST_PAUSE,
}
_SECONDS = {"s": 1, "m": 60, "h": 3600}
_ONE_ONLY = (Technique.FORCED, Technique.ECCENTRIC)


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows the set proper."""

    technique: Technique = Technique.NONE
    segments: tuple[Segment, ...] = ()
    ago_seconds: int = 0
    note: str = ""

    def joined(
        self, cursor: Cursor, technique: Technique, segment: Segment | None, at: int
    ) -> "Tail":
        """This tail with one more part past failure.

        Raises:
            UnreadableEntry: another technique stands before it, or the same that stands once.
        """
        is_first = self.technique is Technique.NONE
        is_more = technique is self.technique and bool(self.segments) and segment is not None
        if not is_first and (not is_more or technique in _ONE_ONLY):
            raise cursor.stuck(
                "a set has one technique; log what followed as a set of its own.",
                "drops, or clusters, or one of forced2 and ecc3",
                at,
            )
        more = () if segment is None else (segment,)
        return replace(self, technique=technique, segments=self.segments + more)


def take_tail(cursor: Cursor, unit: Unit) -> Tail:
    """Step over drops, clusters, forced and eccentric reps, `-4m`, and the note.

    Args:
        cursor: Where the set proper ends.
        unit: The set's own unit, for the bare number of a drop.

    Raises:
        UnreadableEntry: a part begins so and goes on otherwise.
    """
    tail = Tail()
    while True:
        longer = _technique(cursor, tail, unit) or _ago(cursor, tail)
        if longer is None:
            return replace(tail, note=_note(cursor))
        tail = longer


def _technique(cursor: Cursor, tail: Tail, unit: Unit) -> Tail | None:
    at = cursor.position
    if cursor.take(_DROP):
        return tail.joined(cursor, Technique.DROP, _drop(cursor, unit), at)
    if match := cursor.take(_CLUSTER):
        reps = _counted(cursor, match["reps"], at)
        return tail.joined(cursor, Technique.REST_PAUSE, Segment(reps), at)
    if match := cursor.take(_HELPED):
        technique = _TECHNIQUES[match["how"].lower()]
        helped = Segment(_counted(cursor, match["reps"], at)) if match["reps"] else None
        return tail.joined(cursor, technique, helped, at)
    if match := cursor.take(_BARE):
        return tail.joined(cursor, _TECHNIQUES[match["how"].lower()], None, at)
    return None


def _counted(cursor: Cursor, text: str, at: int) -> int:
    reps = whole(cursor, text, MOST_REPS, "reps", at)
    if not reps:
        raise cursor.stuck("no reps at all? Leave it out.", "1 rep or more", at)
    return reps


def _drop(cursor: Cursor, unit: Unit) -> Segment:
    at = cursor.position
    load = spelled_load(cursor, unit)
    if load is None:
        raise cursor.stuck("a drop is load and reps, as in > 60x6.", "> 60x6")
    count = spelled_reps(cursor)
    if not count.reps or count.reps_right is not None:
        raise cursor.stuck("a drop has one or more reps.", "> 60x6", at)
    return Segment(count.reps, load[0])


def _ago(cursor: Cursor, tail: Tail) -> Tail | None:
    at = cursor.position
    match = cursor.take(_AGO)
    if match is None:
        return None
    number = whole(cursor, match["number"], MOST_SECONDS_AGO, "of them", at)
    seconds = number * _SECONDS[match["unit"].lower()]
    if tail.ago_seconds or not 0 < seconds <= MOST_SECONDS_AGO:
        raise _wrong_ago(cursor, at)
    return replace(tail, ago_seconds=seconds)


def _wrong_ago(cursor: Cursor, at: int) -> UnreadableEntry:
    return cursor.stuck("how long ago is said once, a day at most, as in -4m.", "-4m", at)


def _note(cursor: Cursor) -> str:
    match = cursor.take(_NOTE)
    if match is not None:
        return match["text"].replace('""', '"')
    if cursor.take(_OPEN_NOTE):
        raise cursor.stuck('close the note with ".', '"left elbow"')
    return ""
