"""A few lines of text, as they are given."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Lines(Widget):
    """Shows lines; what does not fit below is cut."""

    DEFAULT_CSS = """
    Lines { height: auto; width: 1fr; color: $foreground; }
    """

    lines: reactive[tuple[Content, ...]] = reactive(())
    """What is shown, line by line."""

    def watch_lines(self, before: tuple[Content, ...], lines: tuple[Content, ...]) -> None:
        """Lay the screen out anew where the height follows the text, and only then."""
        if self._rows(before) != self._rows(lines):
            self.refresh(layout=True)

    def _rows(self, lines: tuple[Content, ...]) -> int:
        """Rows that the lines may take; an estimate, for wrapped words may take one more."""
        width = max(1, self.size.width - 8)
        return sum(1 + line.cell_length // width for line in lines)

    def render(self) -> Content:
        """The lines, one under the other."""
        return Content("\n").join(self.lines)
