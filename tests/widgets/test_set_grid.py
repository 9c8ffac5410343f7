"""Rows, columns and the cursor of the grid."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from tracker.effort import FailureType
from tracker.exercise import Exercise
from tracker.load import Unit, kg, lb
from tracker.performed import PerformedSet
from tracker.safety import Safety
from tracker.session import Block, Session
from tracker.settings import Settings
from widgets.edit_line import EditLine
from widgets.grid_rows import MARGIN, Layout, RowKind, rows_of
from widgets.set_cells import Column
from widgets.set_grid import Place, SetGrid

AT = datetime(2026, 11, 21, 17, 2, tzinfo=UTC)
WARM_UP = PerformedSet(AT, kg(40), 10, warm_up=True, id=1)
FIRST = PerformedSet(AT + timedelta(seconds=130), kg(80), 8, rir=2.0, id=2)
LAST = PerformedSet(
    AT + timedelta(seconds=300), lb(180), 7, rir=0.0, failure=FailureType.TECHNICAL, id=3
)
BENCH = Block(
    Exercise(1, "Bench Press (Barbell)"),
    (WARM_UP, FIRST, LAST),
    safety=Safety(spotter=True, safeties=False),
    id=7,
)
SESSION = Session(AT, "Europe/Berlin", "Push A", blocks=(BENCH,), id=4)


def layout(width: int = 110) -> Layout:
    return Layout(width, Unit.KG, "Europe/Berlin", Settings())


def texts(session: Session, width: int = 110) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rows_of(session, layout(width))]


def test_a_session_is_its_head_the_columns_and_its_exercises() -> None:
    assert texts(SESSION) == [
        ["Push A", "Sat 21 Nov 2026 18:02", "end not known", "no body weight", "no note"],
        [],
        ["set", "kg", "reps", "RIR", "failure", "past it", "rest", "note"],
        [],
        ["Bench Press (Barbell)", "3 sets", "spotter, no safeties"],
        ["w", "40", "10", "", "", "", "", ""],
        ["1", "80", "8", "2", "", "", "2:10", ""],
        ["2", "180 lb", "7", "0", "technical", "", "2:50", ""],
    ]


def test_a_failure_that_only_follows_stands_in_brackets() -> None:
    bare = replace(LAST, failure=None)
    session = replace(SESSION, blocks=(replace(BENCH, sets=(bare,)),))
    assert texts(session)[-1][4] == "(technical)"


@pytest.mark.parametrize("width", [60, 80, 99, 100, 120, 200])
def test_cells_stand_apart_and_inside_the_screen(width: int) -> None:
    named = replace(SESSION, title="A long title " * 9, note="and a long note " * 20)
    for row in rows_of(named, layout(width)):
        ends = [MARGIN - 1, *(cell.end for cell in row.cells)]
        starts = [cell.start for cell in row.cells]
        assert all(start >= end for start, end in zip(starts, ends, strict=False))
        assert all(cell.width > 0 for cell in row.cells)


class GridApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.grid = SetGrid()

    def compose(self) -> ComposeResult:
        yield self.grid

    def on_mount(self) -> None:
        self.grid.show(rows_of(SESSION, layout(80)))


async def test_the_cursor_steps_over_blanks_and_keeps_its_column() -> None:
    app = GridApp()
    async with app.run_test(size=(80, 24)):
        grid = app.grid
        grid.put(RowKind.SET, 3, Column.RIR)
        grid.move(-1, 0)
        assert grid.place == Place(RowKind.SET, 2, 3)
        grid.move(-2, 0)
        assert grid.place == Place(RowKind.EXERCISE, 7, 1)
        grid.move(1, 0)
        assert grid.place == Place(RowKind.SET, 1, 3)
        grid.move(-99, 0)
        assert grid.place == Place(RowKind.HEAD, 4, 1)


async def test_the_next_cell_goes_on_to_the_next_row() -> None:
    app = GridApp()
    async with app.run_test(size=(80, 24)):
        grid = app.grid
        grid.put(RowKind.SET, 2, Column.NOTE)
        grid.next_cell(1)
        assert grid.place == Place(RowKind.SET, 3, 0)
        grid.next_cell(-1)
        assert grid.place == Place(RowKind.SET, 2, 7)
        grid.put(RowKind.SET, 3, Column.NOTE)
        grid.next_cell(1)
        assert grid.place == Place(RowKind.SET, 3, 7)


async def test_a_row_that_is_gone_gives_the_cursor_to_the_one_in_its_place() -> None:
    app = GridApp()
    async with app.run_test(size=(80, 24)):
        grid = app.grid
        grid.put(RowKind.SET, 2, Column.REPS)
        without = replace(SESSION, blocks=(replace(BENCH, sets=(WARM_UP, LAST)),))
        grid.show(rows_of(without, layout(80)))
        assert grid.place == Place(RowKind.SET, 3, 2)
        grid.show(())
        assert grid.place is None and grid.cell is None
        grid.move(1, 1)
        grid.next_cell(1)
        assert grid.place is None


async def test_a_long_line_under_edit_stays_on_the_screen() -> None:
    app = GridApp()
    async with app.run_test(size=(80, 24)):
        grid = app.grid
        for column in Column:
            grid.put(RowKind.SET, 3, column)
            grid.line = EditLine.over("0123456789" * 12)
            lines = grid.render().plain.splitlines()
            assert all(len(line) <= 80 for line in lines)
            assert "789 " in lines[-1]


async def test_a_text_that_outgrows_its_cell_hides_its_neighbours_whole() -> None:
    app = GridApp()
    async with app.run_test(size=(80, 24)):
        grid = app.grid
        grid.put(RowKind.SET, 3, Column.SET)
        grid.line = EditLine.over("180lbx7")
        row = grid.render().plain.splitlines()[-1]
        assert row.split() == ["▌", "180lbx7", "7", "0", "technical", "2:50"]
        grid.put(RowKind.SET, 3, Column.REPS)
        grid.line = EditLine.over("7")
        assert "180 lb" in grid.render().plain.splitlines()[-1]
        grid.line = EditLine.over("123456789")
        row = grid.render().plain.splitlines()[-1]
        assert row.split() == ["▌", "2", "123456789", "0", "technical", "2:50"]


async def test_a_click_puts_the_cursor_into_a_cell() -> None:
    app = GridApp()
    async with app.run_test(size=(80, 24)) as pilot:
        spans = {column: start for column, start, _, _ in layout(80).spans}
        await pilot.click(SetGrid, offset=(spans[Column.FAILURE] + 1, 6))
        assert app.grid.place == Place(RowKind.SET, 2, 4)
        await pilot.click(SetGrid, offset=(2, 3))
        assert app.grid.place == Place(RowKind.SET, 2, 4)


WIDE_TEXT = st.text(st.sampled_from("ab \n\t[]/力日本é👍️"), max_size=90)


@given(title=WIDE_TEXT, note=WIDE_TEXT, name=WIDE_TEXT)
def test_no_text_of_the_lifter_tears_a_row_apart(title: str, note: str, name: str) -> None:
    block = Block(Exercise(1, name), (replace(FIRST, note=note),), note=note, id=7)
    grid = SetGrid()
    grid.rows = rows_of(replace(SESSION, title=title, note=note, blocks=(block,)), layout(80))
    for row in grid.rows:
        drawn = grid._line_of(row)
        assert "\n" not in drawn.plain
        assert drawn.cell_length <= 80
