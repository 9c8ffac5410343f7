"""Editing one session of the past: each change is one step of the undo journal."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from screens.house import House
from screens.session_fields import head_changed
from tracker.effort import Technique
from tracker.entry import Entry
from tracker.entry_words import read_back
from tracker.errors import TrackerError, UnknownSession
from tracker.naming import resolve
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.store import Step
from widgets.cell_typing import MOST_NOTE, Ground, retyped
from widgets.columns import one_line
from widgets.grid_rows import ExerciseField, Field, HeadField, RowKind
from widgets.set_cells import Column
from widgets.set_change import changes, set_name


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an edit did, to be said."""

    word: str
    """`changed`, `added`, `deleted`, `undone` …"""
    text: str
    kind: RowKind | None = None
    """The row to go to; None stays."""
    id: int = 0
    is_done: bool = True
    """False where there was nothing to do."""


class SessionEditor:
    """Edits the session it stands on; after each edit it reads it again from the store."""

    def __init__(self, house: House, session_id: int) -> None:
        """Open a session."""
        self._house = house
        self._store = house.store
        self.session: Session | None = None
        """The session as stored; None when it was deleted."""
        self.open(session_id)

    def open(self, session_id: int) -> bool:
        """Stand on another session; false where it is not there."""
        try:
            self.session = self._store.history.session(session_id)
        except UnknownSession:
            return False
        return True

    @property
    def _standing_on(self) -> Session:
        if self.session is None:
            raise TrackerError("No session stands here: `u` brings back what was deleted.")
        return self.session

    def _written(self, outcome: Outcome) -> Outcome:
        """Read again what was written."""
        self._house.coach.forget()
        session = self.session
        if session is not None and not self.open(session.id):
            self.session = None
        return outcome

    def _set(self, set_id: int) -> tuple[Block, PerformedSet]:
        for block in self._standing_on.blocks:
            for one in block.sets:
                if one.id == set_id:
                    return block, one
        raise TrackerError("That set is no longer in the session.")

    def _block(self, block_id: int) -> Block:
        for block in self._standing_on.blocks:
            if block.id == block_id:
                return block
        raise TrackerError("That exercise is no longer in the session.")

    # -- cells ---------------------------------------------------------------------------------

    def retype(self, id: int, field: Field, text: str) -> Outcome:
        """Give a cell another text.

        Raises:
            TrackerError: the text does not fit.
        """
        if isinstance(field, Column):
            return self.retype_set(id, field, text)
        if isinstance(field, HeadField):
            return self.retype_head(field, text)
        return self.retype_exercise(id, field, text)

    def preview(self, id: int, field: Field, text: str) -> str:
        """What the set would be with that text in its cell; empty where it does not fit yet."""
        if not isinstance(field, Column) or self.session is None:
            return ""
        try:
            return read_back((Entry.of(self._retyped(id, field, text)),))
        except TrackerError:
            return ""

    def _retyped(self, set_id: int, column: Column, text: str) -> PerformedSet:
        block, before = self._set(set_id)
        unit = before.load.unit if before.load else self._store.keeping.profile().unit
        return retyped(before, column, text, Ground(unit, block.exercise.is_bodyweight))

    def retype_set(self, set_id: int, column: Column, text: str) -> Outcome:
        """Give a cell of a set another text."""
        _, before = self._set(set_id)
        return self._change_set(before, self._retyped(set_id, column, text))

    def toggle_warm_up(self, set_id: int) -> Outcome:
        """Make a work set a warm-up, or a warm-up a work set."""
        _, before = self._set(set_id)
        return self._change_set(before, replace(before, warm_up=not before.warm_up))

    def _change_set(self, before: PerformedSet, after: PerformedSet) -> Outcome:
        said = changes(before, after)
        if not said:
            return Outcome("as it was", "", is_done=False)
        text = f"{set_name(self._standing_on, before.id)}: {said}"
        self._store.editing.change_sets((after,), text)
        return self._written(Outcome("changed", text))

    def retype_head(self, field: HeadField, text: str) -> Outcome:
        """Give a field of the session another text."""
        before = self._standing_on
        unit = self._store.keeping.profile().unit
        after, said = head_changed(before, field, text, self._house.clock(), unit)
        if after == before:
            return Outcome("as it was", "", is_done=False)
        self._store.editing.change_session(after)
        return self._written(Outcome("changed", said))

    def retype_exercise(self, block_id: int, field: ExerciseField, text: str) -> Outcome:
        """Swap the exercise for another one, or change its note."""
        block = self._block(block_id)
        if field is ExerciseField.NOTE:
            if len(text) > MOST_NOTE:
                raise TrackerError(f"The note has {len(text)} letters; {MOST_NOTE} fit.")
            if text.strip() == one_line(block.note):
                return Outcome("as it was", "", is_done=False)
            self._store.logging.change_block(replace(block, note=text.strip()))
            return self._written(Outcome("changed", f"note of {block.exercise.name}"))
        chosen = resolve(text, self._store.catalogue.exercises())
        if chosen.id == block.exercise.id:
            return Outcome("as it was", "", is_done=False)
        self._store.logging.swap_exercise(block_id, chosen.id)
        return self._written(Outcome("changed", f"{block.exercise.name} → {chosen.name}"))

    # -- rows ----------------------------------------------------------------------------------

    def change(self, kind: RowKind, id: int, what: str) -> Outcome:
        """Do one of `insert`, `delete`, `duplicate`, `warm_up` to a row, or one of `undo`,
        `redo`, `delete_session`.

        Raises:
            TrackerError: that can't be done to a row of this kind.
        """
        whole: dict[str, Callable[[], Outcome]] = {
            "undo": self.undo,
            "redo": self.redo,
            "delete_session": self.delete_session,
        }
        rows: dict[tuple[RowKind, str], Callable[[int], Outcome]] = {
            (RowKind.SET, "insert"): self.insert,
            (RowKind.SET, "duplicate"): self.duplicate,
            (RowKind.SET, "delete"): self.delete_set,
            (RowKind.SET, "warm_up"): self.toggle_warm_up,
            (RowKind.EXERCISE, "insert"): self.begin,
            (RowKind.EXERCISE, "delete"): self.delete_exercise,
        }
        if what in whole:
            return whole[what]()
        if (kind, what) not in rows:
            raise TrackerError("That is done to a set: go down to one. `X` deletes the session.")
        return rows[kind, what](id)

    def insert(self, set_id: int) -> Outcome:
        """Insert a set after this one: its load and reps, the effort left open."""
        _, above = self._set(set_id)
        fresh = replace(
            above,
            id=0,
            rir=None,
            rir_or_more=False,
            failure=None,
            technique=Technique.NONE,
            segments=(),
            note="",
            planned_failure=False,
            is_at_known=False,
        )
        return self._added(above, fresh, "added", "its effort is not said yet")

    def duplicate(self, set_id: int) -> Outcome:
        """Add the same set once more, effort and failure included."""
        _, above = self._set(set_id)
        return self._added(above, replace(above, id=0, is_at_known=False), "doubled", "")

    def _added(self, above: PerformedSet, fresh: PerformedSet, word: str, aside: str) -> Outcome:
        block, _ = self._set(above.id)
        name = set_name(self._standing_on, above.id)
        text = f"a set after {name}" if word == "added" else name
        label = f"{word} {text}"
        made = self._store.editing.insert_set(block.id, fresh, above.id, label)
        said = f"{text}: {aside}" if aside else text
        return self._written(Outcome(word, said, RowKind.SET, made))

    def begin(self, block_id: int) -> Outcome:
        """Add a first set to an exercise: a copy of its first one, its effort left open."""
        block = self._block(block_id)
        if block.sets:
            return self.insert(block.sets[-1].id)
        at = self._standing_on.started_at
        fresh = PerformedSet(at=at, is_at_known=False, reps=1)
        label = f"added a set of {block.exercise.name}"
        made = self._store.editing.insert_set(block.id, fresh, None, label)
        return self._written(Outcome("added", label.removeprefix("added "), RowKind.SET, made))

    def delete_set(self, set_id: int) -> Outcome:
        """Delete a set."""
        name = set_name(self._standing_on, set_id)
        _, before = self._set(set_id)
        said = read_back((Entry.of(before),))
        self._store.editing.delete_sets((set_id,), f"delete {name}")
        return self._written(Outcome("deleted", f"{name}: {said}"))

    def delete_exercise(self, block_id: int) -> Outcome:
        """Delete an exercise with its sets."""
        block = self._block(block_id)
        self._store.editing.delete_block(block_id)
        count = len(block.sets)
        sets = f"{count} set" if count == 1 else f"{count} sets"
        return self._written(Outcome("deleted", f"{block.exercise.name} with {sets}"))

    def carry(self, set_id: int, step: int) -> Outcome:
        """Carry a set one place up or down, over into the next exercise at an edge."""
        session = self._standing_on
        block, _ = self._set(set_id)
        place = [one.id for one in block.sets].index(set_id)
        ids = [one.id for one in block.sets if one.id != set_id]
        wanted = place + step
        if 0 <= wanted <= len(ids):
            self._store.editing.move_set(set_id, block.id, ids[wanted - 1] if wanted else None)
        else:
            blocks = list(session.blocks)
            neighbour = blocks.index(block) + step
            if not 0 <= neighbour < len(blocks):
                return Outcome("as it was", "", is_done=False)
            other = blocks[neighbour]
            last = other.sets[-1].id if other.sets and step < 0 else None
            self._store.editing.move_set(set_id, other.id, last)
        self._written(Outcome("moved", ""))
        return Outcome("moved", set_name(self._standing_on, set_id), RowKind.SET, set_id)

    # -- the session, and the journal ------------------------------------------------------------

    def delete_session(self) -> Outcome:
        """Delete the whole session as one step, and stand on a neighbour."""
        session = self._standing_on
        earlier, later = self._store.history.neighbours(session.id)
        self._store.logging.discard(session.id)
        self._house.coach.forget()
        self.session = None
        for neighbour in (earlier, later):
            if self.session is None and neighbour is not None:
                self.open(neighbour)
        return Outcome("deleted", f"the session {session.title or 'without a title'}")

    def go(self, step: int) -> bool:
        """Stand on the session before (−1) or after (1); false where there is none."""
        if self.session is None:
            return False
        earlier, later = self._store.history.neighbours(self.session.id)
        wanted = earlier if step < 0 else later
        return wanted is not None and self.open(wanted)

    def undo(self) -> Outcome:
        """Take the last step back, wherever it was made."""
        return self._walked(self._store.editing.undo, "undone", "nothing is left to undo")

    def redo(self) -> Outcome:
        """Do again what was undone."""
        return self._walked(self._store.editing.redo, "done again", "nothing was undone")

    def _walked(self, walk: Callable[[], Step | None], word: str, nothing: str) -> Outcome:
        step = walk()
        if step is None:
            return Outcome("", nothing, is_done=False)
        before = self.session
        self._written(Outcome(word, step.label))
        if step.session_id is not None:
            self.open(step.session_id)
        is_here = self.session is not None and self.session != before
        return Outcome(word, step.label if is_here else f"{step.label} (in another session)")


def latest(house: House) -> int:
    """The id of the latest session; 0 where none is."""
    lines = house.store.history.sessions(house.store.keeping.settings(), limit=1)
    return lines[0].id if lines else 0
