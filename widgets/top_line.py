"""The first row: where you are, and how much failure is left."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


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
        left = Content.assemble("  ", ("lastset", "bold $accent"), "   ", self.place)
        room = self.size.width - left.cell_length - 2
        if self.status.cell_length > room:
            return left
        gap = " " * (room - self.status.cell_length)
        return Content.assemble(left, gap, self.status)
