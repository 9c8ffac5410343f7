"""Which characters begin an edit in which cell."""

import pytest

from widgets.cell_starts import COMPUTED, TEXT, begins_edit
from widgets.grid_rows import ExerciseField, Field, HeadField
from widgets.set_cells import COLUMNS, Column

FIELDS: tuple[Field, ...] = (*COLUMNS, *HeadField, *ExerciseField)
PRINTABLE = [chr(code) for code in range(32, 127)]


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_a_digit_begins_an_edit_unless_the_cell_is_computed(field: Field) -> None:
    assert begins_edit(field, "5") == (field not in COMPUTED)


@pytest.mark.parametrize("field", sorted(TEXT), ids=str)
def test_all_that_can_be_written_begins_a_text_but_a_space(field: Field) -> None:
    assert [one for one in PRINTABLE if not begins_edit(field, one)] == [" "]


@pytest.mark.parametrize("field", [one for one in COLUMNS if one not in TEXT], ids=str)
def test_where_numbers_stand_the_moving_and_changing_letters_are_commands(field: Field) -> None:
    assert not [one for one in "hjklixywmuUqDX?/[]" if begins_edit(field, one)]


@pytest.mark.parametrize(
    ("field", "letters"),
    [
        (Column.FAILURE, "tan!-"),
        (Column.PAST, "fe+>-"),
        (Column.LOAD, "b+-"),
        (Column.RIR, "r@-"),
        (HeadField.START, "mtwfsy-"),
        (ExerciseField.NAME, "abuxqXÉ力"),
    ],
    ids=str,
)
def test_what_fits_a_cell_can_be_begun_there(field: Field, letters: str) -> None:
    assert all(begins_edit(field, one) for one in letters)


@pytest.mark.parametrize("character", ["", None, "\r", "\x1b"])
def test_keys_that_write_nothing_begin_nothing(character: str | None) -> None:
    assert not any(begins_edit(field, character) for field in FIELDS)


def test_the_name_of_an_exercise_leaves_the_marks_to_the_commands() -> None:
    assert not any(begins_edit(ExerciseField.NAME, one) for one in "/[]? ")
