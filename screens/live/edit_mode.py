"""The entry line over a set that was logged: it is edited in the words of the line."""

from dataclasses import dataclass, replace

from screens.live.desk import Desk, Reply
from screens.live.modes import Mode
from tracker.draft import as_planned
from tracker.effort import FailureType
from tracker.entry import Announcement, Entry
from tracker.entry_parser import parse_line
from tracker.entry_words import read_back, spelled
from tracker.errors import TrackerError
from tracker.guidance.advice import Severity
from tracker.performed import PerformedSet


@dataclass
class Edit(Mode):
    """Edits a set of the exercise in hand: the last one, earlier ones by the up key."""

    desk: Desk
    set_id: int = 0
    """The set that is edited: by its id, so that what another program logs does not move it."""

    def __post_init__(self) -> None:
        """Begin with the last set."""
        self.set_id = self._sets[-1].id if self._sets else 0

    @property
    def _sets(self) -> tuple[PerformedSet, ...]:
        block = self.desk.block
        return block.sets if block else ()

    @property
    def prompt(self) -> str:
        """Shown before the line."""
        return "edit"

    def target(self) -> PerformedSet | None:
        """The set that is edited."""
        return next((one for one in self._sets if one.id == self.set_id), None)

    def start_text(self) -> str:
        """The set as the line spells it."""
        one = self.target()
        return spelled(Entry.of(one)) if one else ""

    def key(self, key: str) -> bool:
        """Up and down choose the set."""
        if key not in ("up", "down"):
            return False
        ids = [one.id for one in self._sets]
        if self.set_id in ids:
            there = ids.index(self.set_id) + (1 if key == "down" else -1)
            self.set_id = ids[max(0, min(len(ids) - 1, there))]
        return True

    def hint(self, text: str) -> str:
        """Which set, and what the line says."""
        try:
            words = read_back(self._read(text)) if text else ""
        except TrackerError as error:
            words = error.message
        return f"{words}   ↑↓ another set · Enter keeps it · Esc back"

    def _read(self, text: str) -> tuple[Entry, ...]:
        one, block = self.target(), self.desk.block
        if one is None or block is None:
            raise TrackerError("That set is no longer there.", text, "Esc")
        from_set = as_planned(one)
        unit = from_set.load.unit if from_set.load else self.desk.unit()
        entries = parse_line(text, None, unit, block.exercise.is_bodyweight)
        if isinstance(entries, Announcement) or len(entries) != 1 or entries[0].times != 1:
            raise TrackerError("One set is edited at a time.", text, "one set")
        return entries

    def submit(self, text: str) -> Reply:
        """Write the set anew."""
        one, block = self.target(), self.desk.block
        if one is None or block is None:
            self.is_done = True
            return Reply("", "that set is no longer there: nothing was changed")
        try:
            entry = self._read(text)[0]
        except TrackerError as error:
            return Reply(text, error.message, Severity.CAUTION)
        self.is_done = True
        changed = edited(one, entry)
        if changed == one:
            return Reply("", "unchanged")
        self.desk.house.store.editing.change_sets([changed], f"edit {block.exercise.name}")
        self.desk.reload()
        self.desk.records = ()
        return Reply("", f"changed: {spelled(entry)}")


def edited(one: PerformedSet, entry: Entry) -> PerformedSet:
    """The set as the line says it now; what the line has no words for stays."""
    is_unfailed = one.failure is FailureType.NONE and entry.failure is None
    return replace(
        one,
        load=entry.load,
        reps=entry.reps,
        reps_right=entry.reps_right,
        rir=entry.rir,
        rir_or_more=entry.rir_or_more,
        failure=one.failure if is_unfailed and (entry.rir or 0) >= 1 else entry.failure,
        technique=entry.technique,
        segments=entry.segments,
        warm_up=entry.warm_up,
        seconds=entry.seconds if entry.reps is None else one.seconds,
        note=entry.note,
    )
