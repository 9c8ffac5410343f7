"""The sets of the exercise in hand: last time's beside today's."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from widgets.rows import Rows

LAST_WIDTH = 20
"""Cells of the column of last time."""


@dataclass(frozen=True, slots=True)
class SetRow:
    """One row of the table."""

    mark: str
    """`w`, or the set's number."""
    last: str = ""
    """The set of last time, in short."""
    load: str = ""
    reps: str = ""
    rir: str = ""
    failure: str = ""
    """Failure type and technique in words."""
    is_next: bool = False
    """The row the entry line stands over."""
    is_done: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """What the table shows."""

    rows: tuple[SetRow, ...] = ()
    unit: str = "kg"
    below: tuple[Content, ...] = ()
    """Lines under the table."""


class SetTable(Rows):
    """Rows of sets; the next one is marked and kept in sight."""

    DEFAULT_CSS = """
    SetTable {
        height: 1fr;
        width: 1fr;
        padding: 0 2;
        color: $foreground;
    }
    """

    view: reactive[TableView] = reactive(TableView(), repaint=False)
    """What is shown."""

    def watch_view(self) -> None:
        """Paint what changed."""
        self.redraw()

    def rows(self) -> Sequence[Content]:
        """The head, the rows that fit, and the lines below."""
        below = (Content(""), *self.view.below) if self.view.below else ()
        room = max(1, self.size.height - 1 - len(below))
        if self.size.height - 1 < len(self.view.rows) + len(below):
            below = below[: max(0, min(2, self.size.height - 2))]
            room = max(1, self.size.height - 1 - len(below))
        rows = self._in_sight(room)
        return [self._head(), *(self._row(row) for row in rows), *below]

    def _in_sight(self, room: int) -> tuple[SetRow, ...]:
        rows = self.view.rows
        if len(rows) <= room:
            return rows
        place = next((at for at, row in enumerate(rows) if row.is_next), len(rows) - 1)
        start = max(0, min(place, place - room + 2, len(rows) - room))
        return rows[start : start + room]

    def _last_width(self) -> int:
        return LAST_WIDTH if self.size.width >= 58 else 0

    def _head(self) -> Content:
        last = "last time".ljust(self._last_width())[: self._last_width()]
        numbers = f"{self.view.unit:>9}{'reps':>7}{'RIR':>6}   failure"
        return Content.styled(f"     {last}{numbers}", "$quiet")

    def _row(self, row: SetRow) -> Content:
        width = self._last_width()
        bar = ("▌ ", "$accent") if row.is_next else ("  ", "")
        weight = "bold $foreground" if row.is_next else "$foreground"
        failure = f"{row.failure}  {row.note}" if row.note else row.failure
        return Content.assemble(
            bar,
            (f"{row.mark:<3}", "$quiet"),
            (row.last.ljust(width)[:width], "$quiet"),
            (f"{row.load:>9}", weight),
            (f"{row.reps:>7}", weight),
            (f"{row.rir:>6}", "$foreground"),
            "   ",
            (row.failure, "bold $caution"),
            (failure[len(row.failure) :], "$quiet"),
        )
