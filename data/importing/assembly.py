"""Rows to sessions: the order of the file is kept, exercises are contiguous runs."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from data.importing.dates import LONGEST, end_of, utc
from tracker.effort import Technique, rir_text
from tracker.imported import ImportedBlock, ImportedSession, ImportedSet
from tracker.performed import PerformedSet, Segment


@dataclass(slots=True)
class DraftBlock:
    """A run of one exercise's rows, as far as it was read."""

    name: str
    superset: int | None = None
    sets: list[ImportedSet] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    last_number: int = -1
    """The set number read last."""
    warm_ups_since: int = 0
    """Warm-ups after it, which have no number."""

    def note(self, text: str) -> None:
        """Keep a note, once."""
        if text and text not in self.notes:
            self.notes.append(text)

    def drop(self, performed: PerformedSet, line: int) -> None:
        """Make the row a drop of the set before it, or a set of its own where none can have it."""
        parent = self.sets[-1] if self.sets else None
        if parent is None or not _may_drop(parent.performed) or performed.reps is None:
            self.sets.append(ImportedSet(replace(performed, technique=Technique.DROP), line))
            return
        before = parent.performed
        whole = replace(
            before,
            technique=Technique.DROP,
            segments=(*before.segments, Segment(performed.reps, performed.load)),
            note="; ".join(one for one in (before.note, _drop_note(performed)) if one),
        )
        self.sets[-1] = ImportedSet(whole, parent.line, (*parent.drop_lines, line))

    def frozen(self) -> ImportedBlock:
        """The run as a value."""
        return ImportedBlock(self.name, tuple(self.sets), "\n".join(self.notes), self.superset)


@dataclass(slots=True)
class DraftSession:
    """A workout, as far as it was read."""

    key: str
    local: datetime
    started_at: datetime
    title: str
    ended_at: datetime | None = None
    has_length: bool = False
    """Whether its length was read; the first row of sets says it."""
    blocks: list[DraftBlock] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def note(self, text: str) -> None:
        """Keep a note, once."""
        if text and text not in self.notes:
            self.notes.append(text)

    def run_of(self, name: str) -> DraftBlock:
        """The run that a row of this exercise belongs to: the last one, or a new one."""
        if self.blocks and self.blocks[-1].name == name:
            return self.blocks[-1]
        return self.new_run(name)

    def new_run(self, name: str, superset: int | None = None) -> DraftBlock:
        """Begin a run."""
        block = DraftBlock(name, superset)
        self.blocks.append(block)
        return block

    def end_after(self, length: timedelta | None) -> None:
        """End it so long after its start, unless a timer was left running."""
        self.has_length = True
        self.ended_at = end_of(self.started_at, length)

    def end_at(self, local: datetime, zone: ZoneInfo) -> None:
        """End it at a wall-clock time, unless a timer was left running."""
        length = utc(local, zone) - self.started_at
        if length < timedelta(0):
            # The clocks went back during the session: the end is in the second of the two hours.
            length = utc(local.replace(fold=1), zone) - self.started_at
        self.end_after(length if length <= LONGEST else None)

    def frozen(self, zone: str) -> ImportedSession:
        """The workout as a value; a note on an exercise without sets moves to the workout."""
        orphans = [
            f"{one.name}: {note}" for one in self.blocks if not one.sets for note in one.notes
        ]
        return ImportedSession(
            key=self.key,
            started_at=self.started_at,
            zone=zone,
            blocks=tuple(one.frozen() for one in self.blocks if one.sets),
            title=self.title,
            ended_at=self.ended_at,
            note="\n".join((*self.notes, *orphans)),
        )


class Assembly:
    """Gathers a file's rows into workouts by their start."""

    def __init__(self, source: str, zone: ZoneInfo) -> None:
        """Gather for a program, reading its times in a zone."""
        self._source = source
        self._zone = zone
        self._drafts: dict[tuple[datetime, str], DraftSession] = {}
        self._starts: dict[datetime, int] = {}

    def session(self, local: datetime, title: str) -> DraftSession:
        """The workout that began then, new where it was not met before.

        Two workouts of one start and different titles stay two.
        """
        draft = self._drafts.get((local, title))
        if draft is None:
            number = self._starts[local] = self._starts.get(local, 0) + 1
            key = f"{self._source} {local.isoformat(' ')}" + (f" #{number}" if number > 1 else "")
            draft = DraftSession(key, local, utc(local, self._zone), title)
            self._drafts[local, title] = draft
        return draft

    def sessions(self) -> tuple[ImportedSession, ...]:
        """All workouts that have a set, oldest first."""
        drafts = sorted(self._drafts.values(), key=lambda one: (one.started_at, one.key))
        every = (one.frozen(self._zone.key) for one in drafts)
        return tuple(one for one in every if one.blocks)


def _may_drop(performed: PerformedSet) -> bool:
    return not performed.warm_up and performed.reps is not None


def _drop_note(performed: PerformedSet) -> str:
    """What a drop's row said that a segment can't hold."""
    said = [performed.note] if performed.note else []
    if performed.rir is not None:
        said.append(f"drop at RIR {rir_text(performed.rir, performed.rir_or_more)}")
    return "; ".join(said)
