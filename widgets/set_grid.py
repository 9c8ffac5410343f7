"""A session as a grid: a cursor that moves over cells, and one cell under edit."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from widgets.columns import fitted
from widgets.edit_line import EditLine
from widgets.grid_rows import MARGIN, Cell, Field, Row, RowKind

STICKY = 3
"""Rows at the top that do not scroll: the session, a blank, the heads of the columns."""
CURSOR = "bold $accent reverse"
"""The cell under the cursor."""
TYPED = "bold $foreground on $line"
"""Text under edit."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the cursor stands."""

    kind: RowKind
    id: int
    """The block's or the set's number."""
    column: int = 0


class SetGrid(Widget):
    """Draws the rows, the cursor and the cell under edit.

    It takes no keys itself: its screen reads them in the order in which they were pressed, so
    that typing ahead stays exact, and moves the cursor by these methods.
    """

    DEFAULT_CSS = """
    SetGrid {
        height: 1fr;
        width: 1fr;
        text-wrap: nowrap;
    }
    """

    rows: reactive[tuple[Row, ...]] = reactive((), init=False)
    """What is drawn."""
    place: reactive[Place | None] = reactive(None, init=False)
    """Where the cursor stands; None without rows."""
    line: reactive[EditLine | None] = reactive(None, init=False)
    """The text of the cell under edit; None while none is."""
    is_moving: reactive[bool] = reactive(False, init=False)
    """The set under the cursor is being carried."""

    def __init__(self, id: str | None = None) -> None:
        """An empty grid."""
        super().__init__(id=id)
        self._top = 0
        self._goal = 0

    @property
    def row_at(self) -> int:
        """The number of the cursor's row; 0 where it stands nowhere."""
        place = self.place
        for number, row in enumerate(self.rows):
            if place is not None and (row.kind, row.id) == (place.kind, place.id):
                return number
        return 0

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.row_at] if self.rows else None

    @property
    def cell(self) -> Cell | None:
        """The cell under the cursor."""
        row = self.row
        if row is None or self.place is None or not row.cells:
            return None
        return row.cells[min(self.place.column, len(row.cells) - 1)]

    def show(self, rows: tuple[Row, ...]) -> None:
        """Draw these rows; the cursor stays on its row, or goes to the one that took its place."""
        before = self.row_at
        self.rows = rows
        row, place = self.row, self.place
        if row is None or place is None or (row.kind, row.id) != (place.kind, place.id):
            above = [number for number in self._reachable if number <= before]
            self._stand_on(above[-1] if above else 0)

    def put(self, kind: RowKind, id: int, field: Field | None = None) -> None:
        """Put the cursor on a row, and on that cell of it."""
        for row in self.rows:
            if (row.kind, row.id) == (kind, id):
                columns = [place for place, cell in enumerate(row.cells) if cell.field == field]
                column = columns[0] if columns else self.place.column if self.place else 0
                self.place = Place(kind, id, min(column, len(row.cells) - 1))
                self._goal = self.place.column if kind is RowKind.SET else self._goal

    @property
    def _reachable(self) -> list[int]:
        return [number for number, row in enumerate(self.rows) if row.is_reachable]

    def _stand_on(self, number: int) -> None:
        """Put the cursor on a row of that number; on a set's row, in the column it comes from."""
        row = self.rows[number] if number < len(self.rows) else None
        if row is None:
            self.place = None
            return
        column = self._goal if row.kind is RowKind.SET else row.landing
        self.place = Place(row.kind, row.id, column)

    def move(self, down: int, right: int) -> None:
        """Move the cursor by rows and by cells; at an edge it stays."""
        reachable = self._reachable
        if self.place is None or not reachable:
            return
        if down:
            wanted = reachable.index(self.row_at) + down
            self._stand_on(reachable[max(0, min(len(reachable) - 1, wanted))])
        row, place = self.row, self.place
        if right and row is not None and place is not None:
            column = max(0, min(len(row.cells) - 1, place.column + right))
            self.place = Place(row.kind, row.id, column)
            self._goal = column if row.kind is RowKind.SET else self._goal

    def next_cell(self, step: int) -> None:
        """Go on to the next cell (or back), and over the row's end to the next row."""
        row, place = self.row, self.place
        if row is None or place is None or not step:
            return
        if 0 <= place.column + step < len(row.cells):
            self.move(0, step)
            return
        before = self.row_at
        self.move(step, 0)
        if self.row_at != before:
            self.move(0, -99 if step > 0 else 99)

    @property
    def page(self) -> int:
        """Rows that a page holds."""
        return max(1, self.size.height - STICKY - 1)

    def render(self) -> Content:
        """The sticky rows, then as many of the others as fit, the cursor's among them."""
        height = max(STICKY + 1, self.size.height) - STICKY
        below = self.row_at - STICKY
        if below >= 0:
            # One more row above, so that the exercise's name is seen with its first set.
            self._top = min(self._top, max(0, below - 1))
            self._top = max(self._top, below - height + 1)
        self._top = max(0, min(self._top, len(self.rows) - STICKY - height))
        shown = (*self.rows[:STICKY], *self.rows[STICKY + self._top :][:height])
        return Content("\n").join(self._line_of(row) for row in shown)

    def _line_of(self, row: Row) -> Content:
        is_here = row is self.row and row.is_reachable
        sign = "◆" if self.is_moving else "▌"
        here = self.cell if is_here else None
        line = Content.assemble("  ", (sign, "$accent") if is_here else (" ", ""), " ")
        if here is None or self.line is None:
            return _drawn(row.cells, line, here)
        start, width = self._room_for(here, self.line)
        others = [
            one for one in row.cells if one is here or not _is_hidden(one, here, start, width)
        ]
        blank = replace(here, text="")
        line = _drawn([blank if one is here else one for one in others], line, None)
        base = line.pad_right(max(0, self.size.width - line.cell_length))
        typed = _typed(self.line, width, here.is_right)
        return Content.assemble(base[:start], typed, base[start + width :])

    def _room_for(self, cell: Cell, typed: EditLine) -> tuple[int, int]:
        """Where the text under edit begins, and its width: as wide as it needs."""
        room = max(8, self.size.width - MARGIN - 2)
        width = min(room, max(cell.width, len(typed.text) + 1))
        start = cell.end - width if cell.is_right else cell.start
        return max(MARGIN, min(start, self.size.width - 2 - width)), width

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse points, unless a cell is under edit."""
        number = event.y if event.y < STICKY else event.y + self._top
        if self.line is not None or not 0 <= number < len(self.rows):
            return
        row = self.rows[number]
        if row.is_reachable:
            passed = [place for place, cell in enumerate(row.cells) if cell.start <= event.x + 1]
            self.place = Place(row.kind, row.id, passed[-1] if passed else 0)

    def on_mouse_scroll_down(self) -> None:
        """Go three rows down."""
        if self.line is None:
            self.move(3, 0)

    def on_mouse_scroll_up(self) -> None:
        """Go three rows up."""
        if self.line is None:
            self.move(-3, 0)


def _drawn(cells: Iterable[Cell], line: Content, chosen: Cell | None) -> Content:
    """The line with these cells, each at its place."""
    for cell in cells:
        before = Content.styled(cell.before, "$quiet")
        gap = cell.start - before.cell_length - line.cell_length
        text = _fitted(cell).stylize(CURSOR if cell is chosen else cell.style)
        line = Content.assemble(line, " " * max(0, gap), before, text)
    return line


def _typed(line: EditLine, width: int, is_right: bool) -> Content:
    """The text under edit, its caret in sight."""
    first = max(0, line.caret - width + 1)
    text = (line.text + " ")[first : first + width]
    pad = max(0, width - len(text)) if is_right else 0
    text = (" " * pad + text).ljust(width)
    caret = line.caret - first + pad
    if line.is_selected:
        return Content.assemble(
            (text[:pad], TYPED), (text[pad:caret], CURSOR), (text[caret:], TYPED)
        )
    return Content.assemble(
        (text[:caret], TYPED),
        (text[caret : caret + 1], CURSOR),
        (text[caret + 1 :], TYPED),
    )


def _is_hidden(cell: Cell, under_edit: Cell, start: int, width: int) -> bool:
    """Whether the text under edit has grown over some of the cell: no half of it is shown."""
    length = Content(cell.text).cell_length
    left = cell.end - length if cell.is_right else cell.start - len(cell.before)
    right = cell.end if cell.is_right else cell.start + length
    # What outgrew its own cell keeps a blank between itself and its neighbours.
    low = start - (start < under_edit.start)
    high = start + width + (start + width > under_edit.end)
    return left < high and right > low


def _fitted(cell: Cell) -> Content:
    if not cell.is_right:
        return fitted(Content(cell.text), cell.width)
    return fitted(Content(cell.text.rjust(cell.width)), cell.width)
