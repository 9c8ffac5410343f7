"""The sets of the exercise in hand: last time's beside today's."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from widgets.rows import Rows

LAST_WIDTHS = ((58, 20), (54, 17), (0, 0))
"""From which width on the column of last time has how many cells."""
NUMBERS = ((58, (9, 7, 6, 3)), (44, (8, 6, 5, 3)), (0, (7, 5, 4, 2)))
"""From which width on load, reps and RIR have how many cells, and the gap behind them."""
WITH_REST, REST_WIDTH = 72, 7
"""From which width on the rest before each set has a column, and its cells."""
BEFORE_LAST, FAILURE_CELLS = 5, 15
"""Cells before the column of last time, and those that the failures keep beside a longer one."""
LEAST_WITH_HEAD = 3
"""Rows from which on the heads of the columns are shown."""


@dataclass(frozen=True, slots=True)
class SetRow:
    """One row of the table."""

    mark: str
    """`w`, or the set's number."""
    last: str = ""
    """The set of last time, in short."""
    load: str = ""
    """The number; with its unit where that is not the column's."""
    reps: str = ""
    rir: str = ""
    failure: str = ""
    """Failure type and technique in words."""
    rest: str = ""
    """How long the lifter rested before it, `2:05`; empty where that is not known."""
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
        """The head, the rows that fit, and the lines below; the next set is always there."""
        height = self.size.height
        head = [self._head()] if height >= LEAST_WITH_HEAD else []
        below = (Content(""), *self.view.below) if self.view.below else ()
        if height - len(head) < len(self.view.rows) + len(below):
            # Where it is tight, the first of them matter most.
            below = self.view.below[: max(0, min(2, height - 2))] if height > 4 else ()
        shown = self._in_sight(max(1, height - len(head) - len(below)))
        return [*head, *(self._row(row) for row in shown), *below]

    def _in_sight(self, room: int) -> tuple[SetRow, ...]:
        rows = self.view.rows
        if len(rows) <= room:
            return rows
        place = next((at for at, row in enumerate(rows) if row.is_next), len(rows) - 1)
        start = max(0, min(place, place - room + 2, len(rows) - room))
        return rows[start : start + room]

    @property
    def _last_width(self) -> int:
        """Wider where a set of last time asks for it and the failures keep their cells."""
        cells = next(cells for least, cells in LAST_WIDTHS if self.size.width >= least)
        longest = max((len(row.last) + 1 for row in self.view.rows), default=0)
        others = BEFORE_LAST + sum(self._numbers) + self._rest_width + FAILURE_CELLS
        return max(cells, min(longest, self.size.width - others)) if cells else 0

    @property
    def _numbers(self) -> tuple[int, int, int, int]:
        """The load's cells grow for one that names its unit: `102.5 lb` in a column of kg."""
        load, *others = next(cells for least, cells in NUMBERS if self.size.width >= least)
        longest = max((len(row.load) + 1 for row in self.view.rows), default=0)
        reps, rir, gap = others
        return max(load, longest), reps, rir, gap

    @property
    def _rest_width(self) -> int:
        return REST_WIDTH if self.size.width >= WITH_REST else 0

    def _head(self) -> Content:
        last = "last time".ljust(self._last_width)[: self._last_width]
        load, reps, rir, gap = self._numbers
        numbers = f"{self.view.unit:>{load}}{'reps':>{reps}}{'RIR':>{rir}}"
        rest = f"{'rest':>{self._rest_width}}" if self._rest_width else ""
        return Content.styled(f"     {last}{numbers}{rest}{' ' * gap}failure", "$quiet")

    def _row(self, row: SetRow) -> Content:
        width = self._last_width
        load, reps, rir, gap = self._numbers
        bar = ("▌ ", "$accent") if row.is_next else ("  ", "")
        weight = "bold $foreground" if row.is_next else "$foreground"
        failure = f"{row.failure}  {row.note}" if row.note else row.failure
        return Content.assemble(
            bar,
            (f"{row.mark:<3}", "$quiet"),
            (row.last.ljust(width)[:width], "$quiet"),
            (f"{row.load:>{load}}", weight),
            (f"{row.reps:>{reps}}", weight),
            (f"{row.rir:>{rir}}", "$foreground"),
            (f"{row.rest:>{self._rest_width}}" if self._rest_width else "", "$quiet"),
            " " * gap,
            (row.failure, "bold $caution"),
            (failure[len(row.failure) :], "$quiet"),
        )
