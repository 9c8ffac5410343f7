"""The first row: where you are, and how much failure is left."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

LEAST_PLACE = 9
"""Cells that must be left to say where you are; the status gives way before."""


class TopLine(Widget):
    """One row: the product, the place at the left, a status at the right."""

    DEFAULT_CSS = """
    TopLine {
        height: 1;
        width: 1fr;
        background: $surface;
        color: $foreground;
    }
    """

    place: reactive[Content] = reactive(Content(""))
    """Where you are."""
    status: reactive[Content] = reactive(Content(""))
    """What stands at the right; it gives way when the row is narrow."""

    def render(self) -> Content:
        """The row, filled to the widget's width."""
        head = Content.assemble("  ", ("lastset", "bold $accent"), "   ")
        room = self.size.width - head.cell_length - 2
        beside = room - self.status.cell_length - 2
        if beside < LEAST_PLACE:
            return head + self.place.truncate(max(0, room), ellipsis=True)
        place = self.place.truncate(beside, ellipsis=True)
        gap = " " * (room - self.status.cell_length - place.cell_length)
        return Content.assemble(head, place, gap, self.status)
