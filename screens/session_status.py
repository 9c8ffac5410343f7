"""What the editor says: of the cell under the cursor, of an edit, of what was refused."""

from textual.content import Content

from screens.session_desk import Outcome
from screens.session_editor import SessionEditor
from screens.session_fields import HEAD_HINTS, head_source
from tracker.entry import Entry
from tracker.entry_words import read_back
from tracker.errors import TrackerError
from tracker.session import Session
from widgets.columns import one_line
from widgets.grid_rows import NEW, Cell, ExerciseField, Field, HeadField, Row, RowKind
from widgets.set_cells import HINTS, TEXT_HINT, Column, source
from widgets.set_change import set_name

EXERCISE_HINTS = {
    ExerciseField.NAME: "type a name: the sets become that exercise's · → leaves the name",
    ExerciseField.SETS: "Enter names it anew · / adds an exercise after it · x deletes it",
    ExerciseField.NOTE: TEXT_HINT,
}
"""What fits into an exercise's row."""
NEW_HINT = "type the name of the one to add · Enter adds it · Esc adds none"
"""What the row of an exercise to be added takes."""


def place_words(session: Session | None) -> Content:
    """Where we are, for the top line."""
    if session is None:
        return Content.styled("Session", "bold")
    source = f"   from {session.source}" if session.source else ""
    running = "   running" if session.is_open else ""
    return Content.assemble(("Session", "bold"), (source + running, "$quiet"))


def cell_lines(
    editor: SessionEditor, row: Row | None, cell: Cell | None, typed: str | None
) -> tuple[Content, ...]:
    """What the cell takes, and what its set was, or would be as it is typed."""
    if editor.session is None or row is None or cell is None:
        return (Content("No session stands here: u brings back what was deleted."),)
    words = row_words(editor.session, row)
    if typed is not None:
        words = editor.cells.preview(row.id, cell.field, typed) or words
    name = cell_name(cell.field)
    hint = NEW_HINT if (row.kind, row.id) == (RowKind.EXERCISE, NEW) else cell_hint(cell.field)
    return (
        Content.assemble((name, "bold"), (f"   {hint}", "$quiet")),
        Content.assemble((words, "$foreground" if words[:1] == "→" else "$quiet")),
    )


def cell_name(field: Field) -> str:
    """A cell as the line under the grid calls it."""
    names = {Column.LOAD: "load", ExerciseField.SETS: "exercise"}
    return names.get(field, field.value)


def asked_words(session: Session) -> tuple[Content, ...]:
    """The question before a whole session is deleted."""
    count = "1 set" if len(session.sets) == 1 else f"{len(session.sets)} sets"
    ask = f"Delete {title_words(session)}, {count}?"
    return (
        Content.assemble((f"▲ {ask}", "bold $caution"), " X again deletes, any other key keeps it"),
    )


def title_words(session: Session) -> str:
    """The session as one speaks of it."""
    return one_line(session.title) or "this session"


def computed_words(field: Field) -> tuple[Content, ...]:
    """Why a cell does not open."""
    said = f"The {cell_name(field)} is {cell_hint(field)}: it can't be typed."
    return (Content.assemble(("▲ ", "bold $caution"), said),)


def refusal(error: TrackerError) -> tuple[Content, ...]:
    """Why nothing was changed."""
    return (Content.assemble(("▲ not changed", "bold $caution"), "  ", str(error)),)


def outcome_lines(outcome: Outcome, effect: Content | None) -> tuple[Content, ...]:
    """What an edit did, and what followed from it."""
    said = Content.assemble((f"● {outcome.word}".rstrip(), "bold $info"), "  ", outcome.text)
    return (said,) if effect is None else (said, Content("  ") + effect)


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
            return one_line(block.exercise.name if field is ExerciseField.NAME else block.note)
        for one in block.sets:
            if isinstance(field, Column) and one.id == row.id:
                return source(one, field)
    return ""


def row_words(session: Session, row: Row) -> str:
    """The row in words: what its set was, as the entry line would read it back."""
    if row.kind is RowKind.SET:
        for one in session.sets:
            if one.id == row.id:
                return one_line(f"{set_name(session, one.id)}: {read_back((Entry.of(one),))}")
    if row.kind is RowKind.EXERCISE:
        for block in session.blocks:
            if block.id == row.id:
                return ", ".join(block.exercise.muscles)
        return ""
    return session.source and f"imported from {session.source}"
