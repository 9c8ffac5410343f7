"""What typing does in a cell: where a character begins an edit, and where it is a command.

In a cell of free text every letter is text: a command there could destroy what someone only
meant to write. Among numbers letters are commands, but for those with which a value begins.
"""

from collections.abc import Mapping

from widgets.grid_rows import ExerciseField, Field, HeadField
from widgets.set_cells import TEXT_COLUMNS, Column

TEXT: frozenset[Field] = frozenset(
    {*TEXT_COLUMNS, HeadField.TITLE, HeadField.NOTE, ExerciseField.NOTE}
)
"""Cells of free text: all that can be written begins an edit, and replaces what stands."""
COMPUTED: frozenset[Field] = frozenset({Column.REST, ExerciseField.SETS})
"""Cells that follow from others, and never open."""
SELECTED: frozenset[Field] = frozenset(
    {HeadField.START, HeadField.END, HeadField.BODY_WEIGHT, ExerciseField.NAME}
)
"""Cells whose old text stands selected when Enter opens them: a whole new one is usual there."""

ENTRY = frozenset("0123456789+-@!>.,tTaA")
"""Characters that begin an edit wherever numbers stand: a value, or a failure."""
_MORE: Mapping[Field, frozenset[str]] = {
    Column.SET: frozenset("bB"),
    Column.LOAD: frozenset("bB"),
    Column.RIR: frozenset("rR"),
    Column.FAILURE: frozenset("nN"),
    Column.PAST: frozenset("fFeE"),
    # The days of the week, today and yesterday.
    HeadField.START: frozenset("mMwWfFsSyY"),
}
"""Letters with which what fits a cell begins there: `bw`, `rpe8`, `ecc3`, `mon 18:02`."""


def begins_edit(field: Field, character: str | None) -> bool:
    """Whether the character, typed over that cell, begins an edit; it replaces what stands."""
    if field in COMPUTED or not character or not character.isprintable():
        return False
    if field in TEXT:
        # A blank alone would leave nothing of the text that stood there.
        return not character.isspace()
    if field is ExerciseField.NAME:
        return character.isalnum()
    return character in ENTRY or character in _MORE.get(field, ())
