"""A session as a grid: a cursor that moves over cells, and one cell under edit."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from widgets.edit_line import EditLine
from widgets.grid_rows import MARGIN, Cell, Field, Row, RowKind

STICKY = 3
"""Rows at the top that do not scroll: the session, a blank, the heads of the columns."""
CURSOR = "bold $chosen on $accent"
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

    def show(self, rows: tuple[Row, ...], near: int | None = None) -> None:
        """Draw these rows; the cursor stays on its row, or goes to the one near that number."""
        wanted = self.row_at if near is None else near
        self.rows = rows
        row = self.row
        if (
            row is None
            or self.place is None
            or (row.kind, row.id)
            != (
                self.place.kind,
                self.place.id,
            )
        ):
            self.place = None
            self._put(min(wanted, len(rows) - 1), -1)

    def put(self, kind: RowKind, id: int, field: Field | None = None) -> None:
        """Put the cursor on a row, and on that cell of it."""
        for row in self.rows:
            if (row.kind, row.id) == (kind, id):
                columns = [place for place, cell in enumerate(row.cells) if cell.field == field]
                column = columns[0] if columns else self.place.column if self.place else 0
                self.place = Place(kind, id, min(column, len(row.cells) - 1))

    def _put(self, wanted: int, direction: int) -> bool:
        """Put the cursor on a row, or on the first reachable one from there."""
        step = 1 if direction >= 0 else -1
        for number in (*_from(wanted, step, len(self.rows)), *_from(wanted, -step, len(self.rows))):
            row = self.rows[number]
            if row.is_reachable:
                column = self._goal if row.kind is RowKind.SET else 0
                self.place = Place(row.kind, row.id, column)
                return True
        return False

    def move(self, down: int, right: int) -> None:
        """Move the cursor by rows and by cells; at an edge it stays."""
        row = self.row
        if row is None or self.place is None:
            return
        if down:
            self._put_from(down)
        if right:
            column = max(0, min(len(row.cells) - 1, self.place.column + right))
            self.place = Place(row.kind, row.id, column)
            if row.kind is RowKind.SET:
                self._goal = column

    def _put_from(self, down: int) -> None:
        reachable = [number for number, row in enumerate(self.rows) if row.is_reachable]
        here = reachable.index(self.row_at)
        self._put(reachable[max(0, min(len(reachable) - 1, here + down))], down)

    def next_cell(self, step: int) -> None:
        """Go on to the next cell (or back), and over the row's end to the next row."""
        row, place = self.row, self.place
        if row is None or place is None:
            return
        if 0 <= place.column + step < len(row.cells):
            self.move(0, step)
            return
        before = self.row_at
        self._goal = 0 if step > 0 else 99
        self._put_from(step)
        arrived = self.row
        if arrived is not None and self.row_at != before and self.place is not None:
            last = len(arrived.cells) - 1
            self.place = Place(arrived.kind, arrived.id, 0 if step > 0 else last)
        self._goal = self.place.column if self.place else 0

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
        mark = ("◆" if self.is_moving else "▌", "$accent") if is_here else (" ", "")
        line = Content.assemble("  ", mark, " ")
        for cell in row.cells:
            is_chosen = is_here and cell is self.cell and self.line is None
            text = _fitted(cell)
            before = Content.styled(cell.before, "$quiet")
            gap = cell.start - before.cell_length - line.cell_length
            style = CURSOR if is_chosen else cell.style
            line = Content.assemble(line, " " * max(0, gap), before, (text, style))
        cell_here = self.cell
        if is_here and self.line is not None and cell_here is not None:
            return self._under_edit(line, cell_here, self.line)
        return line

    def _under_edit(self, line: Content, cell: Cell, typed: EditLine) -> Content:
        """The row with the text under edit laid over its cell, as wide as it needs."""
        room = max(8, self.size.width - MARGIN - 2)
        width = min(room, max(cell.width, len(typed.text) + 1))
        start = cell.end - width if cell.is_right else cell.start
        start = max(MARGIN, min(start, self.size.width - 2 - width))
        first = max(0, typed.caret - width + 1)
        text = (typed.text + " ")[first : first + width]
        pad = max(0, width - len(text)) if cell.is_right else 0
        text = (" " * pad + text).ljust(width)
        caret = typed.caret - first + pad
        if typed.is_selected:
            drawn = Content.assemble((text[:caret], CURSOR), (text[caret:], TYPED))
        else:
            drawn = Content.assemble(
                (text[:caret], TYPED),
                (text[caret : caret + 1], CURSOR),
                (text[caret + 1 :], TYPED),
            )
        base = line.pad_right(max(0, self.size.width - line.cell_length))
        return Content.assemble(base[:start], drawn, base[start + width :])

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


def _from(wanted: int, step: int, count: int) -> range:
    return range(wanted, count, 1) if step > 0 else range(min(wanted, count - 1), -1, -1)


def _fitted(cell: Cell) -> str:
    text = cell.text
    if len(text) > cell.width:
        text = text[: max(0, cell.width - 1)] + "…"
    return text.rjust(cell.width) if cell.is_right else text.ljust(cell.width)
