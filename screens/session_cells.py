"""Editing the cells of a session: each change is one step of the undo journal."""

from dataclasses import replace

from screens.session_desk import NOTHING_TO_DO, Outcome, SessionDesk
from screens.session_fields import head_changed
from tracker.entry import Draft, Entry
from tracker.entry_words import doubts, read_back
from tracker.errors import TrackerError
from tracker.naming import find, resolve
from tracker.performed import PerformedSet
from tracker.session import Block
from widgets.cell_typing import MOST_NOTE, Ground, retyped
from widgets.columns import one_line
from widgets.grid_rows import ExerciseField, Field, HeadField
from widgets.set_cells import Column
from widgets.set_change import changes, set_name

MOST_MEANT = 4
"""Exercises named while a name may still mean several."""


class CellEditor:
    """Gives cells another text."""

    def __init__(self, desk: SessionDesk) -> None:
        """Edit the session on this desk."""
        self._desk = desk
        self._doubted: tuple[int, Column, str] | None = None

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
        """What the row would be with that text in its cell; empty where it does not fit yet."""
        if field is ExerciseField.NAME and text.strip():
            return self._meant(text)
        if not isinstance(field, Column) or self._desk.session is None:
            return ""
        try:
            return f"→ {read_back((Entry.of(self._retyped(id, field, text)),))}"
        except TrackerError:
            return ""

    def _meant(self, text: str) -> str:
        """The exercise that a name means, or the first of those that it may mean."""
        known = self._desk.store.catalogue.exercises()
        try:
            return f"→ {resolve(text, known).name}"
        except TrackerError:
            names = [one.name for one in find(text, known)[:MOST_MEANT]]
            return f"fits {' · '.join(names)} …" if names else "fits no exercise"

    def _retyped(self, set_id: int, column: Column, text: str) -> PerformedSet:
        block, before = self._desk.set(set_id)
        unit = before.load.unit if before.load else self._desk.store.keeping.profile().unit
        return retyped(before, column, text, Ground(unit, block.exercise.is_bodyweight))

    def retype_set(self, set_id: int, column: Column, text: str) -> Outcome:
        """Give a cell of a set another text.

        Raises:
            TrackerError: the text does not fit, or is likely a slip: the same again is meant.
        """
        block, before = self._desk.set(set_id)
        after = self._retyped(set_id, column, text)
        cell = set_id, column, text
        question = "" if cell == self._doubted else _slip(block, before, after)
        self._doubted = cell if question else None
        if question:
            raise TrackerError(f"{question}  Enter again takes it as it stands.", text)
        return self._change_set(before, after)

    def toggle_warm_up(self, set_id: int) -> Outcome:
        """Make a work set a warm-up, or a warm-up a work set."""
        _, before = self._desk.set(set_id)
        return self._change_set(before, replace(before, warm_up=not before.warm_up))

    def _change_set(self, before: PerformedSet, after: PerformedSet) -> Outcome:
        said = changes(before, after)
        if not said:
            return NOTHING_TO_DO
        text = f"{set_name(self._desk.standing_on, before.id)}: {said}"
        self._desk.store.editing.change_sets((after,), text)
        return self._desk.written(Outcome("changed", text))

    def retype_head(self, field: HeadField, text: str) -> Outcome:
        """Give a field of the session another text."""
        before = self._desk.standing_on
        unit = self._desk.store.keeping.profile().unit
        after, said = head_changed(before, field, text, self._desk.house.clock(), unit)
        if after == before:
            return NOTHING_TO_DO
        self._desk.store.editing.change_session(after)
        return self._desk.written(Outcome("changed", said))

    def retype_exercise(self, block_id: int, field: ExerciseField, text: str) -> Outcome:
        """Swap the exercise for another one, or change its note."""
        block = self._desk.block(block_id)
        if field is ExerciseField.NOTE:
            if len(text) > MOST_NOTE:
                raise TrackerError(f"The note has {len(text)} letters; {MOST_NOTE} fit.")
            if text.strip() == one_line(block.note):
                return NOTHING_TO_DO
            self._desk.store.logging.change_block(replace(block, note=text.strip()))
            return self._desk.written(Outcome("changed", f"note of {block.exercise.name}"))
        chosen = resolve(text, self._desk.store.catalogue.exercises())
        if chosen.id == block.exercise.id:
            return NOTHING_TO_DO
        self._desk.store.logging.swap_exercise(block_id, chosen.id)
        return self._desk.written(Outcome("changed", f"{block.exercise.name} → {chosen.name}"))


def _slip(block: Block, before: PerformedSet, after: PerformedSet) -> str:
    """What is likely a slip, held against the set as it was and the sets beside it."""
    mates = (one for one in block.sets if one.id != after.id and one.warm_up == after.warm_up)
    questions = [_doubts_over(one, after, block) for one in (before, *mates)]
    is_old = questions[0] == _doubts_over(before, before, block)
    return "" if is_old or None in questions else questions[0] or ""


def _doubts_over(draft: PerformedSet, performed: PerformedSet, block: Block) -> str | None:
    # A row just inserted stands with one rep of nothing: no set to hold another one against.
    reps = None if draft.load is None else draft.reps
    over = Draft(draft.load, reps, seconds=draft.seconds)
    return doubts(Entry.of(performed), over, block.exercise)
