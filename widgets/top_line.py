"""The first row: where you are, and how much failure is left."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from widgets.rows import Rows

LEAST_PLACE = 9
"""Cells that must be left to say where you are."""
PARTS = "   "
"""What parts the status: the first part is the last to give way."""


class TopLine(Rows):
    """One row: the product, the place at the left, a status at the right.

    Where it is narrow first the product gives way, then the status but for its first part (how
    much failure is left), then the words of the place.
    """

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
    """What stands at the right, in parts; where the row is narrow all but the first give way."""

    def watch_place(self) -> None:
        """Paint what changed."""
        self.redraw()

    def watch_status(self) -> None:
        """Paint what changed."""
        self.redraw()

    def rows(self) -> Sequence[Content]:
        """The row, filled to the widget's width."""
        product = Content.assemble("  ", ("lastset", "bold $accent"), "   ")
        bare = Content("  ")
        whole, first = self.status, self.status.split(PARTS)[0] if self.status else self.status
        for head, status in ((product, whole), (bare, whole), (product, first), (bare, first)):
            room = self.size.width - head.cell_length - status.cell_length - 2
            if room - 2 >= min(LEAST_PLACE, self.place.cell_length):
                break
        if not status:
            return [head + self.place.truncate(max(0, room), ellipsis=True)]
        place = self.place.truncate(max(0, room - 2), ellipsis=True)
        return [Content.assemble(head, place, " " * max(0, room - place.cell_length), status)]
