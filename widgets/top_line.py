"""The first row: where you are, and how much failure is left."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from widgets.rows import Rows

LEAST_PLACE = 9
"""Cells that must be left to say where you are; the status gives way before."""


class TopLine(Rows):
    """One row: the product, the place at the left, a status at the right."""

    DEFAULT_CSS = """
    TopLine {
        height: 1;
        width: 1fr;
        background: $surface;
        color: $foreground;
    }
    """

    place: reactive[Content] = reactive(Content(""), repaint=False, always_update=True)
    """Where you are."""
    status: reactive[Content] = reactive(Content(""), repaint=False, always_update=True)
    """What stands at the right; it gives way when the row is narrow."""

    def watch_place(self) -> None:
        """Paint what changed."""
        self.redraw()

    def watch_status(self) -> None:
        """Paint what changed."""
        self.redraw()

    def rows(self) -> Sequence[Content]:
        """The row, filled to the widget's width."""
        head = Content.assemble("  ", ("lastset", "bold $accent"), "   ")
        room = self.size.width - head.cell_length - 2
        beside = room - self.status.cell_length - 2
        if beside < LEAST_PLACE:
            return [head + self.place.truncate(max(0, room), ellipsis=True)]
        place = self.place.truncate(beside, ellipsis=True)
        gap = " " * (room - self.status.cell_length - place.cell_length)
        return [Content.assemble(head, place, gap, self.status)]
