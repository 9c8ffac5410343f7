"""The rows of a session's grid: which cells each has, where they stand, and what they show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from textual.content import Content

from tracker.effort import rir_text
from tracker.forgotten import visit_length
from tracker.guidance.wording import date_text
from tracker.load import Unit
from tracker.performed import PerformedSet
from tracker.rests import rests
from tracker.session import Block, Session
from tracker.settings import Settings
from widgets.columns import one_line
from widgets.set_cells import (
    COLUMNS,
    Column,
    count_text,
    failure_text,
    load_text,
    past_text,
    rest_text,
)

MARGIN = 4
"""Cells before the first column: the cursor's mark stands in them."""
ROOMY = 100
"""From this width on the columns stand as far apart as they like."""


class RowKind(StrEnum):
    """What a row speaks of."""

    HEAD = "head"
    """The session."""
    BLANK = "blank"
    HEADS = "heads"
    """The names of the columns."""
    EXERCISE = "exercise"
    SET = "set"


class HeadField(StrEnum):
    """What the session's own row holds."""

    TITLE = "title"
    START = "start"
    END = "end"
    BODY_WEIGHT = "body weight"
    NOTE = "note of the session"


class ExerciseField(StrEnum):
    """What an exercise's row holds."""

    NAME = "exercise"
    SETS = "sets of the exercise"
    """How many it has; from here it is deleted, or gets another set."""
    NOTE = "note of the exercise"


Field = Column | HeadField | ExerciseField
"""What a cell is of."""

NEW = 0
"""The number of an exercise's row that is not in the store yet: its name is being typed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row."""

    field: Field
    text: str
    start: int
    width: int
    is_right: bool = False
    style: str = "$foreground"
    before: str = ""
    """A sign that stands before the cell and does not belong to it."""

    @property
    def end(self) -> int:
        """The first column after the cell."""
        return self.start + self.width


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the grid."""

    kind: RowKind
    id: int = 0
    """The set's or the block's number in the store."""
    cells: tuple[Cell, ...] = ()

    @property
    def is_reachable(self) -> bool:
        """Whether the cursor can stand on it."""
        return self.kind in (RowKind.HEAD, RowKind.EXERCISE, RowKind.SET)

    @property
    def landing(self) -> int:
        """The cell to which the cursor comes from another row, where letters are commands.

        The title and the name before it take letters as text.
        """
        return 1 if self.kind in (RowKind.HEAD, RowKind.EXERCISE) and len(self.cells) > 1 else 0


@dataclass(frozen=True, slots=True)
class Layout:
    """How a grid of some width is laid out."""

    width: int
    unit: Unit
    """The unit of the load column."""
    zone: str
    settings: Settings

    @property
    def spans(self) -> tuple[tuple[Column, int, int, bool], ...]:
        """Column, start, width, and whether it stands at the right."""
        if self.width >= ROOMY:
            widths = (3, 9, 7, 6, 12, 18, 6)
            gaps = (0, 0, 0, 0, 3, 2, 1)
        else:
            widths = (3, 8, 6, 5, 11, 12, 6)
            gaps = (0, 0, 0, 0, 2, 1, 0)
        right = (Column.LOAD, Column.REPS, Column.RIR, Column.REST)
        spans, place = [], MARGIN
        for column, width, gap in zip(COLUMNS, widths, gaps, strict=False):
            place += gap
            spans.append((column, place, width, column in right))
            place += width
        place += 3 if self.width >= ROOMY else 2
        spans.append((Column.NOTE, place, max(4, self.width - place - 2), False))
        return tuple(spans)


def rows_of(session: Session, layout: Layout) -> tuple[Row, ...]:
    """The session as rows: its head, the heads of the columns, then exercise after exercise."""
    return (
        Row(RowKind.HEAD, session.id, _head_cells(session, layout)),
        Row(RowKind.BLANK),
        Row(RowKind.HEADS, cells=_column_heads(layout)),
        *(row for block in session.blocks for row in _block_rows(session, block, layout)),
    )


def with_new_exercise(rows: tuple[Row, ...], after: int) -> tuple[Row, ...]:
    """The rows with an unnamed exercise behind the one of that number, or else at the end."""
    behind = len(rows)
    places = [n for n, row in enumerate(rows) if (row.kind, row.id) == (RowKind.EXERCISE, after)]
    for place in places:
        blanks = [n for n, row in enumerate(rows) if n > place and row.kind is RowKind.BLANK]
        behind = blanks[0] if blanks else behind
    name = Cell(ExerciseField.NAME, "", MARGIN, 1, style="bold $foreground")
    fresh = (Row(RowKind.BLANK), Row(RowKind.EXERCISE, NEW, (name,)))
    return (*rows[:behind], *fresh, *rows[behind:])


def _head_cells(session: Session, layout: Layout) -> tuple[Cell, ...]:
    texts = _head_texts(session, layout)
    others = sum(len(text) + len(before) + 3 for _, text, before in texts[1:-1])
    note = min(12, len(texts[-1][1])) + 3
    rooms = {HeadField.TITLE: max(8, layout.width - MARGIN - 2 - others - note)}
    cells: list[Cell] = []
    place = MARGIN
    for field, text, before in texts:
        if cells:
            place += (1 if before else 3) + len(before)
        room = rooms.get(field, layout.width - place - 2)
        shown = Content(text).truncate(max(1, room), ellipsis=True)
        width = max(1, shown.cell_length)
        style = "$quiet" if cells else "bold $foreground"
        cells.append(Cell(field, shown.plain, place, width, False, style, before))
        place += width
    return tuple(cells)


def _head_texts(session: Session, layout: Layout) -> tuple[tuple[HeadField, str, str], ...]:
    """Field, text, and the sign before it."""
    end = "running" if session.is_open else "end not known"
    if session.ended_at is not None:
        ended = session.ended_at.astimezone(ZoneInfo(layout.zone))
        is_that_day = visit_length(session.started_at, session.ended_at) is not None
        end = f"{ended:%H:%M}" if is_that_day else f"{date_text(ended.date())} {ended:%H:%M}"
    weight = f"{session.body_weight} body weight" if session.body_weight else "no body weight"
    if layout.width < ROOMY:
        weight = str(session.body_weight or "no weight")
    return (
        (HeadField.TITLE, one_line(session.title) or "untitled", ""),
        (HeadField.START, moment_in_words(session, layout.zone), ""),
        (HeadField.END, end, "– "),
        (HeadField.BODY_WEIGHT, weight, ""),
        (HeadField.NOTE, one_line(session.note) or "no note", ""),
    )


def moment_in_words(session: Session, zone: str) -> str:
    """When the session began: `Sat 21 Nov 2026 18:02`, without a time where none is known."""
    local = session.started_at.astimezone(ZoneInfo(zone))
    day = f"{date_text(local.date())} {local.year}"
    return f"{day} {local:%H:%M}" if session.is_time_known else day


def _column_heads(layout: Layout) -> tuple[Cell, ...]:
    return tuple(
        Cell(column, _head_of(column, layout), start, width, is_right, "$quiet")
        for column, start, width, is_right in layout.spans
    )


def _head_of(column: Column, layout: Layout) -> str:
    return str(layout.unit) if column is Column.LOAD else column.value


def _block_rows(session: Session, block: Block, layout: Layout) -> Iterator[Row]:
    yield Row(RowKind.BLANK)
    yield Row(RowKind.EXERCISE, block.id, _exercise_cells(block, layout))
    known = rests(session)
    number = 0
    for performed in block.sets:
        number += not performed.warm_up
        label = "w" if performed.warm_up else str(number)
        texts = _set_texts(performed, label, known.get(performed.id), layout)
        yield Row(RowKind.SET, performed.id, _set_cells(performed, texts, layout))


def _exercise_cells(block: Block, layout: Layout) -> tuple[Cell, ...]:
    name = one_line(block.exercise.name)
    count = "1 set" if len(block.sets) == 1 else f"{len(block.sets) or 'no'} sets"
    width = min(Content(name).cell_length, layout.width - MARGIN - len(count) - 11)
    counted = MARGIN + width + 3
    place = counted + len(count) + 3
    aside = "   ".join(one for one in (_safety_words(block), one_line(block.note)) if one)
    return (
        Cell(ExerciseField.NAME, name, MARGIN, width, False, "bold $foreground"),
        Cell(ExerciseField.SETS, count, counted, len(count), False, "$quiet"),
        Cell(ExerciseField.NOTE, aside, place, max(1, layout.width - place - 2), False, "$quiet"),
    )


def _safety_words(block: Block) -> str:
    safety = block.safety
    said = (
        ("spotter", safety.spotter),
        ("safeties", safety.safeties),
        ("partner", safety.partner),
    )
    return ", ".join(
        word if stands else f"no {word}" for word, stands in said if stands is not None
    )


def _set_texts(
    performed: PerformedSet, label: str, rest: int | None, layout: Layout
) -> Sequence[str]:
    is_unsaid = performed.rir is None and performed.warm_up
    return (
        label,
        load_text(performed.load, layout.unit),
        count_text(performed),
        "" if is_unsaid else rir_text(performed.rir, performed.rir_or_more),
        failure_text(performed, layout.settings),
        past_text(performed),
        rest_text(rest),
        one_line(performed.note),
    )


def _set_cells(performed: PerformedSet, texts: Sequence[str], layout: Layout) -> tuple[Cell, ...]:
    quiet = {Column.SET, Column.REST, Column.NOTE}
    if performed.failure is None:
        quiet.add(Column.FAILURE)
    return tuple(
        Cell(column, text, start, width, is_right, "$quiet" if column in quiet else "$foreground")
        for (column, start, width, is_right), text in zip(layout.spans, texts, strict=True)
    )
