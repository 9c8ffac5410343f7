"""Editing the rows of a session: sets and exercises come, go and move."""

from dataclasses import replace

from screens.session_desk import NOTHING_TO_DO, Outcome, SessionDesk
from tracker.effort import Technique
from tracker.entry import Entry
from tracker.entry_words import read_back
from tracker.naming import resolve
from tracker.performed import PerformedSet
from tracker.session import Block
from widgets.grid_rows import ExerciseField, RowKind
from widgets.set_cells import Column
from widgets.set_change import set_name


class RowEditor:
    """Inserts, doubles, deletes and carries rows."""

    def __init__(self, desk: SessionDesk) -> None:
        """Edit the session on this desk."""
        self._desk = desk

    def insert(self, set_id: int) -> Outcome:
        """Insert a set after this one: its load and reps, the effort left open."""
        _, above = self._desk.set(set_id)
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
        _, above = self._desk.set(set_id)
        return self._added(above, replace(above, id=0, is_at_known=False), "doubled", "")

    def _added(self, above: PerformedSet, fresh: PerformedSet, word: str, aside: str) -> Outcome:
        block, _ = self._desk.set(above.id)
        name = set_name(self._desk.standing_on, above.id)
        text = f"a set after {name}" if word == "added" else name
        label = f"{word} {text}"
        made = self._desk.store.editing.insert_set(block.id, fresh, above.id, label)
        said = f"{text}: {aside}" if aside else text
        field = Column.RIR if word == "added" else None
        return self._desk.written(Outcome(word, said, RowKind.SET, made, field))

    def add_exercise(self, after: int, name: str) -> Outcome:
        """Add the exercise that a name means, behind the block of that number or at the end.

        Raises:
            TrackerError: the name means none, or several.
        """
        session = self._desk.standing_on
        exercise = resolve(name, self._desk.store.catalogue.exercises())
        ids = [block.id for block in session.blocks]
        place = ids.index(after) + 1 if after in ids else len(ids)
        before = ids[place] if place < len(ids) else None
        made = self._desk.store.logging.add_block(session.id, Block(exercise), before)
        said = f"{exercise.name}: i adds its first set"
        return self._desk.written(
            Outcome("added", said, RowKind.EXERCISE, made, ExerciseField.SETS)
        )

    def begin(self, block_id: int) -> Outcome:
        """Add a first set to an exercise: a copy of its first one, its effort left open."""
        block = self._desk.block(block_id)
        if block.sets:
            return self.insert(block.sets[-1].id)
        at = self._desk.standing_on.started_at
        fresh = PerformedSet(at=at, is_at_known=False, reps=1)
        label = f"added a set of {block.exercise.name}"
        made = self._desk.store.editing.insert_set(block.id, fresh, None, label)
        said = f"{label.removeprefix('added ')}: type it over, as in 80x7@2"
        return self._desk.written(Outcome("added", said, RowKind.SET, made, Column.SET))

    def delete_set(self, set_id: int) -> Outcome:
        """Delete a set."""
        name = set_name(self._desk.standing_on, set_id)
        _, before = self._desk.set(set_id)
        said = read_back((Entry.of(before),))
        self._desk.store.editing.delete_sets((set_id,), f"delete {name}")
        return self._desk.written(Outcome("deleted", f"{name}: {said}"))

    def delete_exercise(self, block_id: int) -> Outcome:
        """Delete an exercise with its sets."""
        block = self._desk.block(block_id)
        self._desk.store.editing.delete_block(block_id)
        count = len(block.sets)
        sets = f"{count} set" if count == 1 else f"{count} sets"
        said = f"{block.exercise.name} with {sets}: u brings it back"
        return self._desk.written(Outcome("deleted", said))

    def carry(self, set_id: int, step: int) -> Outcome:
        """Carry a set one place up or down, over into the next exercise at an edge."""
        session = self._desk.standing_on
        block, _ = self._desk.set(set_id)
        place = [one.id for one in block.sets].index(set_id)
        ids = [one.id for one in block.sets if one.id != set_id]
        wanted = place + step
        if 0 <= wanted <= len(ids):
            self._desk.store.editing.move_set(set_id, block.id, ids[wanted - 1] if wanted else None)
        else:
            blocks = list(session.blocks)
            neighbour = blocks.index(block) + step
            if not 0 <= neighbour < len(blocks):
                return NOTHING_TO_DO
            other = blocks[neighbour]
            last = other.sets[-1].id if other.sets and step < 0 else None
            self._desk.store.editing.move_set(set_id, other.id, last)
        self._desk.written(Outcome("moved", ""))
        return Outcome("moved", set_name(self._desk.standing_on, set_id), RowKind.SET, set_id)
