"""What the editor says of the cell under the cursor, and the text it is edited with."""

from screens.session_fields import HEAD_HINTS, head_source
from tracker.entry import Entry
from tracker.entry_words import read_back
from tracker.session import Session
from widgets.grid_rows import ExerciseField, Field, HeadField, Row, RowKind
from widgets.set_cells import HINTS, Column, source
from widgets.set_change import set_name

EXERCISE_HINTS = {
    ExerciseField.NAME: "Enter names another exercise for these sets; x deletes it with its sets",
    ExerciseField.NOTE: "Enter edits it",
}
"""What fits into an exercise's row."""


def cell_hint(field: Field) -> str:
    """What a cell takes."""
    if isinstance(field, Column):
        return HINTS[field]
    return HEAD_HINTS[field] if isinstance(field, HeadField) else EXERCISE_HINTS[field]


def cell_source(session: Session, row: Row, field: Field) -> str:
    """The text with which a cell is edited."""
    if isinstance(field, HeadField):
        return head_source(session, field)
    for block in session.blocks:
        if isinstance(field, ExerciseField) and block.id == row.id:
            return block.exercise.name if field is ExerciseField.NAME else block.note
        for one in block.sets:
            if isinstance(field, Column) and one.id == row.id:
                return source(one, field)
    return ""


def row_words(session: Session, row: Row) -> str:
    """The row in words: what its set was, as the entry line would read it back."""
    if row.kind is RowKind.SET:
        for one in session.sets:
            if one.id == row.id:
                return f"{set_name(session, one.id)}: {read_back((Entry.of(one),))}"
    if row.kind is RowKind.EXERCISE:
        for block in session.blocks:
            if block.id == row.id:
                return ", ".join(block.exercise.muscles)
    return session.source and f"imported from {session.source}"
