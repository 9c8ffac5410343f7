"""What the editor says of a cell, an edit and a question."""

from datetime import UTC, datetime

import pytest

from screens.session_status import NEW_HINT, asked_words, cell_hint, cell_name
from tracker.exercise import Exercise
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from widgets.grid_rows import ExerciseField, Field, HeadField
from widgets.set_cells import COLUMNS

FIELDS: tuple[Field, ...] = (*COLUMNS, *HeadField, *ExerciseField)
ROOM = 76
"""Cells of the line on a screen of 80."""
AT = datetime(2026, 11, 21, 17, 2, tzinfo=UTC)


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_the_hint_of_a_cell_takes_one_line_of_a_small_screen(field: Field) -> None:
    assert len(f"{cell_name(field)}   {cell_hint(field)}") <= ROOM
    assert len(f"{cell_name(ExerciseField.NAME)}   {NEW_HINT}") <= ROOM


@pytest.mark.parametrize(
    ("title", "sets", "expected"),
    [
        ("Push", 15, "▲ Delete Push, 15 sets? X again deletes, any other key keeps it"),
        ("", 1, "▲ Delete this session, 1 set? X again deletes, any other key keeps it"),
        ("Leg\nday", 0, "▲ Delete Leg day, 0 sets? X again deletes, any other key keeps it"),
    ],
)
def test_the_question_names_the_session_and_its_sets(title: str, sets: int, expected: str) -> None:
    done = tuple(PerformedSet(AT, kg(80), 8, id=number) for number in range(sets))
    session = Session(AT, "Europe/Berlin", title, blocks=(Block(Exercise(1, "Squat"), done),))
    assert [line.plain for line in asked_words(session)] == [expected]
